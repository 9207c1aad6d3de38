//! Bringing charters in: dropped, typed or copied; reviewed side by side; one step.

use std::fs;
use std::sync::Arc;

use chartrier::model::{Owner, PlatformId, Role};
use chartrier::ui::Window;
use chartrier::ui::clipboard::Clipboard;
use chartrier::ui::command::Command;
use chartrier::words::Interface;
use chartrier::workspace::{Session, Starter, examples};
use egui::{DroppedFile, Key, Modifiers, vec2};
use egui_kittest::kittest::Queryable as _;
use tempfile::TempDir;

use crate::desk::*;
use crate::dropped::{Dropped, PAGE, reviewed};

/// What was copied elsewhere: HTML, or text alone.
#[derive(Debug)]
struct Copied(Option<&'static str>, Option<&'static str>);

impl Clipboard for Copied {
    fn html(&self) -> Option<String> {
        self.0.map(str::to_owned)
    }

    fn text(&self) -> Option<String> {
        self.1.map(str::to_owned)
    }
}

pub fn folder(files: &[(&str, &str)]) -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    for (name, content) in files {
        fs::write(folder.path().join(name), content).expect("it can be written");
    }
    folder
}

fn empty_desk(interface: Interface) -> Desk {
    let session = Session::unsaved(Starter::Empty.collection());
    Desk::of_size(vec2(1600.0, 2400.0), session, interface, Answers::default())
}

impl Desk {
    /// Opens the list of choices whose name begins so, and chooses.
    fn choose(&mut self, list: &str, choice: &str) -> &mut Self {
        self.click_containing(list);
        // The list stands in front: what is called so in it comes last.
        let all: Vec<_> = self.harness.query_all_by_label(choice).collect();
        all.last()
            .unwrap_or_else(|| panic!("no choice {choice}"))
            .click();
        self.harness.run();
        self.settle()
    }

    fn kind_at(&self, line: &str) -> String {
        let values = [
            ("column", self.say("import-column-structure").into()),
            ("line", line.parse::<usize>().expect("a number").into()),
        ];
        self.words.say_of("import-cell", &values).into_owned()
    }

    fn outcome_at(&self, line: usize) -> String {
        let values = [
            ("column", self.say("import-column-charter").into()),
            ("line", line.into()),
        ];
        self.words.say_of("import-cell", &values).into_owned()
    }

    fn platforms_there(&self) -> Vec<String> {
        let collection = self.window().session().collection();
        collection
            .platforms
            .iter()
            .map(|it| it.id.to_string())
            .collect()
    }
}

fn collection_of(desk: &Desk, id: &str) -> Arc<chartrier::model::Platform> {
    let id = PlatformId::new(id).expect("an id");
    let platforms = &desk.window().session().collection().platforms;
    Arc::clone(platforms.get(&id).expect("it is in"))
}

fn reviewed_and_imported(interface: Interface) {
    let folder = folder(&[("page.html", PAGE)]);
    let mut desk = empty_desk(interface);
    let before = desk.bytes();
    desk.drop_files(&[folder.path().join("page.html")]);
    assert!(desk.shows("page.html"), "the source is named");
    assert!(desk.shows("data.exemple.fr"), "and the platform");
    let role = desk.say_about("import-role-of", "label", "Conservation");
    let other = desk.say("role-other");
    desk.choose(&role, &other);
    let apart = desk.say("import-kind-apart");
    let last = desk.kind_at("11");
    desk.choose(&last, &apart);
    assert!(desk.shows(&desk.say("import-set-apart")));
    let row = desk.outcome_at(10);
    let leave = desk.say("import-decide-leave-out");
    desk.choose(&row, &leave);
    assert!(desk.shows(&desk.say("import-outcome-left-out")));
    assert_eq!(desk.bytes(), before, "nothing is in yet");
    desk.click(&desk.say("import-do"));
    desk.settle();

    let owner = Owner::Platform(PlatformId::new("data-exemple-fr").expect("an id"));
    let session = desk.window().session();
    let resolved = session.collection().resolve(&owner).expect("it is in");
    let table = resolved.sections.iter().find_map(|it| it.table.as_ref());
    let table = table.expect("a table");
    assert_eq!(table.rows.len(), 1, "a row was left out");
    let columns = table.columns.as_ref().unwrap_or(&resolved.columns);
    let roles: Vec<Role> = columns.iter().map(|it| it.column.role).collect();
    assert_eq!(roles, [Role::Name, Role::Purpose, Role::Other]);
    let text = desk.bytes();
    assert!(text.contains("sessionid") && !text.contains("csrftoken"));
    let platform = collection_of(&desk, "data-exemple-fr");
    assert!(platform.note.contains("Suivez-nous"), "it is kept aside");
    assert_eq!(
        text.matches("Suivez-nous").count(),
        1,
        "and not in the charter"
    );
    assert_eq!(desk.undo_all(), 1);
    assert_eq!(desk.bytes(), before);
}

#[test]
fn a_dropped_page_is_reviewed_decided_and_brought_in_by_one_step() {
    reviewed_and_imported(Interface::French);
}

#[test]
fn a_dropped_page_is_reviewed_in_english_too() {
    reviewed_and_imported(Interface::English);
}

#[test]
fn what_makes_a_new_model_is_counted_as_it_is_told_line_by_line() {
    let folder = folder(&[("page.html", PAGE)]);
    let page = folder.path().join("page.html");
    let added = |desk: &Desk| {
        let added = desk.say("import-outcome-added");
        let all = desk.harness.query_all_by_label_contains(&added).count();
        (all, desk.shows(&desk.say("import-outcome-new-model")))
    };
    let mut desk = empty_desk(Interface::French);
    desk.drop_files(std::slice::from_ref(&page));
    assert_eq!(added(&desk), (0, true), "all of it makes the model");
    assert!(desk.shows("dans le nouveau modèle"));
    desk.choose(
        &desk.say("import-form-new-model"),
        &desk.say("import-form-own"),
    );
    let (lines, of_model) = added(&desk);
    assert!(lines > 0 && !of_model, "all of it is the platform’s own");
}

#[test]
fn leaving_a_review_changes_nothing_and_asks_only_where_something_was_decided() {
    let folder = folder(&[("page.html", PAGE)]);
    let mut desk = empty_desk(Interface::French);
    let before = desk.bytes();
    desk.drop_files(&[folder.path().join("page.html")]);
    desk.press(Modifiers::NONE, Key::Escape);
    assert!(!desk.shows("page.html"), "nothing was decided");

    desk.drop_files(&[folder.path().join("page.html")]);
    let last = desk.kind_at("11");
    let apart = desk.say("import-kind-apart");
    desk.choose(&last, &apart);
    desk.press(Modifiers::NONE, Key::Escape);
    assert!(desk.shows(&desk.say("leave-import-title")));
    desk.press(Modifiers::NONE, Key::Escape);
    assert!(desk.shows("page.html"), "the person stays");
    desk.press(Modifiers::NONE, Key::Escape);
    desk.click(&desk.say("leave-import-do"));
    assert!(!desk.shows("page.html"));
    assert_eq!(desk.bytes(), before);
    assert_eq!(desk.undo_all(), 0);
}

#[test]
fn a_choice_is_made_by_keys_alone() {
    let folder = folder(&[("page.html", PAGE)]);
    let mut desk = empty_desk(Interface::French);
    desk.drop_files(&[folder.path().join("page.html")]);
    let last = desk.kind_at("11");
    let list = desk.harness.query_all_by_label_contains(&last).next();
    list.expect("a list of choices").focus();
    desk.harness.run();
    desk.press(Modifiers::NONE, Key::Space);
    let apart = desk.say("import-kind-apart");
    let all: Vec<_> = desk.harness.query_all_by_label(&apart).collect();
    all.last().expect("a choice").focus();
    desk.harness.run();
    desk.press(Modifiers::NONE, Key::Enter).settle();
    assert!(desk.shows(&desk.say("import-set-apart")));
}

#[test]
fn several_pages_come_in_as_one_step_and_refused_ones_are_told() {
    let second = PAGE.replace("data.exemple.fr", "opendata.autre.example");
    let third = PAGE.replace("data.exemple.fr", "donnees.tiers.example");
    let folder = folder(&[
        ("a.html", PAGE),
        ("b.html", &second),
        ("c.html", &third),
        ("erreur.html", "<title>404</title><p>Page introuvable.</p>"),
    ]);
    let mut desk = empty_desk(Interface::French);
    let before = desk.bytes();
    desk.drop_files(&[folder.path().to_owned()]);
    for told in [
        "a.html",
        "b.html",
        "c.html",
        "erreur.html",
        "opendata.autre.example",
    ] {
        assert!(desk.shows(told), "{told} is in the list");
    }
    assert!(
        desk.shows("Ce n’est pas une charte"),
        "and why one is refused"
    );
    let review = desk.say_about("import-review-of", "source", "b.html");
    desk.click(&review).settle();
    assert!(desk.shows(&desk.say_about("import-title", "source", "b.html")));
    assert!(
        desk.shows("Suit « Charte cookies »"),
        "compared with the model that the others make"
    );
    desk.click(&desk.say("import-back")).settle();
    let leave_out = desk.say_about("import-takes-part", "source", "c.html");
    desk.click(&leave_out).settle();
    assert!(desk.shows(&desk.say("import-left-out")));
    desk.click("Importer 2 pages").settle();
    assert_eq!(
        desk.platforms_there(),
        ["data-exemple-fr", "opendata-autre-example"]
    );
    assert_eq!(desk.undo_all(), 1);
    assert_eq!(desk.bytes(), before);
}

#[test]
fn a_page_that_is_no_charter_is_told_to_be_none() {
    let folder = folder(&[("erreur.html", "<title>404</title><p>Page introuvable.</p>")]);
    let mut desk = empty_desk(Interface::French);
    desk.drop_files(&[folder.path().join("erreur.html")]);
    assert!(desk.shows("Ce n’est pas une charte"));
    assert!(desk.platforms_there().is_empty());
}

#[test]
fn a_typed_path_of_a_folder_is_as_good_as_the_system_s_dialog() {
    let folder = folder(&[("page.html", PAGE)]);
    let mut desk = empty_desk(Interface::French);
    desk.press(Modifiers::COMMAND, Key::M);
    desk.type_text(&folder.path().display().to_string());
    desk.press(Modifiers::NONE, Key::Enter).wait_for_import();
    assert!(desk.shows(&desk.say_about("import-title", "source", "page.html")));
}

#[test]
fn the_clipboard_s_html_comes_in_and_else_its_text() {
    const TEXT: &str = "Charte cookies\n\nLe portail pose des cookies.\n\n\
        À quoi servent les cookies sur la plateforme <https://data.exemple.fr>\n\nCookies nécessaires\n\nNom du cookie\tFinalité\nsessionid\tConnexion\ncsrftoken\tSécurité\n";
    for copied in [
        Copied(Some(PAGE), Some("autre chose")),
        Copied(None, Some(TEXT)),
    ] {
        let mut desk = empty_desk(Interface::French);
        let window = desk.harness.state_mut().as_mut().expect("it is there");
        window.set_clipboard(Arc::new(copied));
        desk.click(&desk.say("menu-file"));
        desk.click_containing(&desk.say(Command::ImportClipboard.key()));
        desk.wait_for_import();
        assert!(desk.shows("sessionid"));
        desk.click(&desk.say("import-do")).settle();
        assert_eq!(desk.platforms_there(), ["data-exemple-fr"]);
    }
}

#[test]
fn from_the_start_page_a_page_makes_a_new_collection_in_its_language() {
    let page = "<!DOCTYPE html><html lang=en><title>Cookies</title>\
        <link rel=canonical href=https://data.example.org/policy><main><h1>Cookie policy</h1>\
        <p>The portal https://data.example.org stores cookies on your device; this policy lists them.</p>\
        <h2>Necessary cookies</h2><table><tr><th>Cookie name<th>Purpose<tr><td>sessionid<td>Login\
        <tr><td>csrftoken<td>Security of forms</table></main></html>";
    let folder = folder(&[("policy.html", page)]);
    let mut desk = Desk::of(vec2(1600.0, 2400.0), Interface::French, |ctx| {
        let session = Session::unsaved(Starter::Empty.collection());
        let answers = Arc::new(Answers::default());
        let mut window = Window::new(session, Interface::French, answers, ctx);
        window.start();
        window
    });
    desk.click(&desk.say("start-import"));
    desk.type_text(&folder.path().join("policy.html").display().to_string());
    desk.press(Modifiers::NONE, Key::Enter).wait_for_import();
    desk.click(&desk.say("import-do")).settle();
    assert_eq!(desk.platforms_there(), ["data-example-org"]);
    let collection = desk.window().session().collection();
    assert_eq!(collection.languages[0].as_str(), "en");
    assert_eq!(collection.models.len(), 1);
}

#[test]
fn a_collection_dropped_alone_is_opened_as_before() {
    let text = chartrier::store::write(&examples(), chartrier::store::Notation::Ron);
    let folder = folder(&[("chartes.ron", &text)]);
    let mut desk = empty_desk(Interface::French);
    let path = folder.path().join("chartes.ron");
    let dropped: Arc<dyn DroppedFile + Send + Sync> = Arc::new(Dropped(path));
    desk.harness.input_mut().dropped_files = vec![dropped];
    desk.harness.step();
    desk.wait_until("opened", |desk| !desk.platforms_there().is_empty());
    assert!(desk.platforms_there().contains(&CAF.to_owned()));
}

#[test]
fn what_a_reviewed_document_proposes_is_taken_in_as_one_step() {
    let mut desk = french_desk();
    let before = desk.bytes();
    desk.drop_files(&[reviewed()]);
    assert!(desk.shows("Relecture de Données Valbrune (fr)"));
    assert!(desk.shows(
        "Ce document propose 3 changements. Ce que vous acceptez est repris en une seule étape."
    ));
    desk.click("Reprendre 3 changements");
    assert!(desk.shows(&desk.say("review-done")));
    let after = desk.bytes();
    assert!(after.contains("combien de jours ils restent") && after.contains("Opendatasoft SAS"));
    assert_eq!(desk.undo_all(), 1);
    assert_eq!(desk.bytes(), before);
}

#[test]
fn what_is_refused_of_a_review_changes_nothing() {
    let mut desk = french_desk();
    let before = desk.bytes();
    desk.drop_files(&[reviewed()]);
    desk.click("Tout refuser").click("Ne rien reprendre");
    assert_eq!(desk.bytes(), before);
}

#[test]
fn a_proposal_about_an_inherited_text_can_be_taken_everywhere() {
    let mut desk = french_desk();
    desk.drop_files(&[reviewed()]);
    desk.click("Tout refuser");
    let everywhere = desk.say("review-accept-everywhere");
    let first = desk.harness.query_all_by_label(&everywhere).next();
    first
        .expect("the first is about a text of the model")
        .click();
    desk.harness.run();
    desk.click("Reprendre un changement");
    let collection = desk.window().session().collection();
    let model = &collection
        .models
        .at(0)
        .expect("the examples have one")
        .charter;
    let model = format!("{model:?}");
    assert!(model.contains("combien de jours ils restent"));
}
