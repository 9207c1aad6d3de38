//! Writing in the texts of a charter.

use std::path::Path;
use std::sync::Arc;

use chartrier::model::{Element, Owner, SectionId};
use chartrier::ui::clipboard::Clipboard;
use chartrier::ui::command::Command;
use chartrier::words::Interface;
use chartrier::workspace::{Session, examples};
use egui::{Event, ImeEvent, Key, Modifiers, Vec2, vec2};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use crate::desk::*;

/// What was copied elsewhere.
#[derive(Debug)]
struct Copied(&'static str);

impl Clipboard for Copied {
    fn html(&self) -> Option<String> {
        Some(self.0.to_owned())
    }
}

/// The charter that tests write in, where nothing is inherited.
fn model() -> Owner {
    let examples = examples();
    let model = examples.models.at(0).expect("the examples have a model");
    Owner::Model(model.id.clone())
}

fn section() -> SectionId {
    let resolved = examples().resolve(&model()).expect("it is there");
    let first = resolved.sections.first().expect("it has sections");
    first.id.clone()
}

/// A window on the model, the cursor in the first section's text, which says only this.
fn writing(text: &str) -> Desk {
    let mut desk = french_desk();
    desk.click("Charte modèle Charte commune").focus(BODY);
    desk.press(Modifiers::COMMAND, Key::A);
    desk.press(Modifiers::NONE, Key::Delete);
    for line in text.split_inclusive('\n') {
        desk.type_text(line.trim_end_matches('\n'));
        if line.ends_with('\n') {
            desk.press(Modifiers::NONE, Key::Enter);
        }
    }
    desk
}

const BODY: &str = "Texte : Pourquoi cette page\u{202f}?";

trait Writing {
    fn says(&self) -> String;
    fn saying(&mut self, text: &str);
    fn select_last(&mut self, letters: usize) -> &mut Self;
    fn run_from_menu(&mut self, command: Command) -> &mut Self;
    fn paste(&mut self, text: &str) -> &mut Self;
    fn right_click(&mut self, label: &str) -> &mut Self;
    fn undo(&mut self) -> &mut Self;
}

impl Writing for Desk {
    fn says(&self) -> String {
        self.body(&model(), section().as_str())
    }

    fn saying(&mut self, text: &str) {
        assert_eq!(self.says(), text);
    }

    fn select_last(&mut self, letters: usize) -> &mut Self {
        for _ in 0..letters {
            self.press(Modifiers::SHIFT, Key::ArrowLeft);
        }
        self
    }

    fn run_from_menu(&mut self, command: Command) -> &mut Self {
        let menu = self.say("menu-text");
        let name = self.say(command.key());
        self.click(&menu);
        // The tool has the same name; the menu's item stands over it.
        let all: Vec<_> = self.harness.get_all_by_label_contains(&name).collect();
        all.first().expect("the menu has it").click();
        self.harness.run();
        self
    }

    fn paste(&mut self, text: &str) -> &mut Self {
        self.harness.event(Event::Paste(text.to_owned()));
        self.harness.run();
        self
    }

    fn right_click(&mut self, label: &str) -> &mut Self {
        self.acting(label).click_secondary();
        self.harness.run();
        self
    }

    fn undo(&mut self) -> &mut Self {
        self.press(Modifiers::COMMAND, Key::Z)
    }
}

fn has_copied(desk: &mut Desk, html: &'static str) {
    let window = desk.harness.state_mut().as_mut().expect("it is there");
    window.set_clipboard(Arc::new(Copied(html)));
}

#[test]
fn keys_put_on_bold_and_take_it_off_in_one_step() {
    let mut desk = writing("Un mot");
    desk.select_last(3).press(Modifiers::COMMAND, Key::B);
    desk.saying("Un **mot**");
    desk.press(Modifiers::COMMAND, Key::B).saying("Un mot");
    desk.press(Modifiers::COMMAND, Key::I).saying("Un *mot*");
    desk.undo().saying("Un mot");
    desk.undo().saying("Un **mot**");
    desk.undo().saying("Un mot");
}

#[test]
fn the_toolbar_keeps_the_cursor_and_the_selection() {
    let mut desk = writing("Un mot");
    desk.select_last(3).click("Gras").saying("Un **mot**");
    desk.type_text("dernier").saying("Un **dernier**");
    desk.click("Gras").type_text("!");
    assert!(desk.says().contains('!'));
}

#[test]
fn the_toolbar_works_by_the_pointer_too() {
    let mut desk = writing("Un mot");
    desk.select_last(3);
    let tool = desk.acting("Gras").rect().center();
    desk.harness.hover_at(tool);
    desk.harness.run();
    desk.harness.drag_at(tool);
    desk.harness.run();
    desk.harness.drop_at(tool);
    desk.harness.run();
    desk.saying("Un **mot**");
    desk.type_text("x").saying("Un **x**");
}

#[test]
fn a_command_from_the_menu_goes_to_the_text_that_was_written_in() {
    let mut desk = writing("Un mot");
    desk.select_last(3).run_from_menu(Command::Italic);
    desk.saying("Un *mot*");
    desk.type_text("x").saying("Un *x*");
}

#[test]
fn nothing_moves_when_a_text_gets_the_cursor() {
    let mut desk = french_desk();
    desk.click("Charte modèle Charte commune");
    let before = desk.acting(BODY).rect();
    desk.focus(BODY);
    assert_eq!(desk.acting(BODY).rect(), before);
    assert!(!desk.acting("Gras").accesskit_node().is_disabled());
}

#[test]
fn bold_letters_move_no_line() {
    let mut desk = writing("Un mot");
    let before = desk.acting(BODY).rect();
    desk.select_last(3).press(Modifiers::COMMAND, Key::B);
    assert_eq!(desk.acting(BODY).rect(), before);
}

#[test]
fn lists_are_made_go_on_and_end() {
    let mut desk = writing("un");
    desk.press(Modifiers::COMMAND | Modifiers::SHIFT, Key::L)
        .saying("- un");
    desk.press(Modifiers::NONE, Key::Enter)
        .type_text("deux")
        .saying("- un\n- deux");
    desk.press(Modifiers::NONE, Key::Enter)
        .saying("- un\n- deux\n- ");
    desk.press(Modifiers::NONE, Key::Enter)
        .saying("- un\n- deux\n");
    desk.type_text("fin").saying("- un\n- deux\nfin");

    let mut desk = writing("un");
    desk.click("Liste numérotée").saying("1. un");
    desk.press(Modifiers::NONE, Key::Enter)
        .type_text("deux")
        .saying("1. un\n2. deux");
    desk.press(Modifiers::SHIFT, Key::Enter)
        .type_text("suite")
        .saying("1. un\n2. deux\nsuite");
}

#[test]
fn a_link_is_made_changed_and_taken_away() {
    let mut desk = writing("Voir ici");
    desk.select_last(3).press(Modifiers::COMMAND, Key::L);
    assert!(desk.shows("Texte du lien"));
    desk.type_text("exemple");
    assert!(desk.shows("Ce n’est pas une adresse"));
    desk.type_text(".fr/aide");
    assert!(desk.shows("Mène à https://exemple.fr/aide"));
    desk.press(Modifiers::NONE, Key::Enter)
        .saying("Voir [ici](https://exemple.fr/aide)");
    desk.type_text(".")
        .saying("Voir [ici](https://exemple.fr/aide).");

    desk.press(Modifiers::NONE, Key::ArrowLeft);
    desk.press(Modifiers::NONE, Key::ArrowLeft);
    desk.click("Lien…")
        .focus("Texte du lien")
        .press(Modifiers::COMMAND, Key::A);
    desk.type_text("là")
        .click("Valider")
        .saying("Voir [là](https://exemple.fr/aide).");
    desk.press(Modifiers::NONE, Key::ArrowLeft);
    desk.click("Lien…")
        .click("Retirer le lien")
        .saying("Voir là.");
    desk.undo().saying("Voir [là](https://exemple.fr/aide).");
}

#[test]
fn leaving_the_link_dialog_leaves_the_text_and_its_cursor() {
    let mut desk = writing("Voir ici");
    desk.select_last(3)
        .press(Modifiers::COMMAND, Key::L)
        .press(Modifiers::NONE, Key::Escape);
    desk.saying("Voir ici");
    desk.type_text("là").saying("Voir là");
}

#[test]
fn a_field_is_completed_while_it_is_typed() {
    let mut desk = writing("Sur ");
    desk.type_text("{").type_text("{").type_text("ad");
    assert!(desk.shows("Champ Adresse de la plateforme"));
    assert!(!desk.shows("Champ Date de mise à jour"));
    desk.press(Modifiers::NONE, Key::Enter)
        .saying("Sur {{ platform.url }}");
    desk.type_text(" fin").saying("Sur {{ platform.url }} fin");
    desk.undo().undo().saying("Sur {{ad");
}

#[test]
fn the_list_of_fields_is_walked_by_arrows_and_put_away_by_escape() {
    let mut desk = writing("{{plat");
    assert!(desk.shows("Champ Nom de la plateforme"));
    desk.press(Modifiers::NONE, Key::ArrowDown)
        .press(Modifiers::NONE, Key::Tab);
    let second = desk.says();
    assert!(
        second.starts_with("{{ ") && second != "{{ platform.name }}",
        "{second}"
    );

    let mut desk = writing("{{plat");
    desk.press(Modifiers::NONE, Key::Escape).saying("{{plat");
    assert!(!desk.shows("Champ Nom de la plateforme"));
    desk.type_text("e").saying("{{plate");
    assert!(!desk.shows("Champ Nom de la plateforme"), "it stays away");
}

#[test]
fn a_field_is_inserted_by_command_with_a_filter() {
    let mut desk = writing("Sur ");
    desk.press(Modifiers::COMMAND | Modifiers::SHIFT, Key::I)
        .type_text("domaine");
    desk.press(Modifiers::NONE, Key::Enter)
        .saying("Sur {{ platform.host }}");
    desk.type_text("!").saying("Sur {{ platform.host }}\u{a0}!");

    let mut desk = writing("Sur ");
    desk.click("Insérer un champ…")
        .click_containing("Champ Nom de la plateforme");
    desk.saying("Sur {{ platform.name }}");

    let mut desk = writing("Sur ");
    desk.click("Insérer un champ…")
        .press(Modifiers::NONE, Key::Escape)
        .saying("Sur ");
    desk.type_text("x").saying("Sur x");
}

#[test]
fn french_signs_are_set_while_typing_and_given_back_by_one_undo() {
    let mut desk = writing("");
    for letter in ["l", "'", "a", "m", "i", " ", "?"] {
        desk.type_text(letter);
    }
    desk.saying("l’ami\u{a0}?");
    desk.undo().saying("l’ami ?");
    desk.type_text("!").saying("l’ami ?!");
}

#[test]
fn typography_is_turned_off_and_on() {
    let mut desk = writing("");
    desk.run_from_menu(Command::Typography).focus(BODY);
    desk.type_text("l'ami ?").saying("l'ami ?");
    desk.run_from_menu(Command::Typography).focus(BODY);
    desk.press(Modifiers::COMMAND, Key::End)
        .type_text(" l'")
        .saying("l'ami ? l’");
}

#[test]
fn letters_with_accents_come_through_whatever_composes_them() {
    let mut desk = writing("for");
    let compose = |desk: &mut Desk, event| {
        desk.harness.event(Event::Ime(event));
        desk.harness.run();
    };
    let preedit = |text: &str| ImeEvent::Preedit {
        text: text.to_owned(),
        active_range_chars: None,
    };
    compose(&mut desk, preedit("^"));
    compose(&mut desk, ImeEvent::Commit("ê".to_owned()));
    desk.type_text("t ").type_text("ï").saying("forêt ï");
    compose(&mut desk, ImeEvent::Commit("'".to_owned()));
    desk.saying("forêt ï’");
}

#[test]
fn what_is_copied_from_a_page_is_pasted_as_markdown_in_one_step() {
    let mut desk = writing("Avant ");
    has_copied(
        &mut desk,
        "<p>Un <b>mot</b></p><ul><li>a</li><li>b</li></ul>",
    );
    desk.paste("Un mot\na\nb")
        .saying("Avant Un **mot**\n\n- a\n- b");
    desk.type_text("!")
        .saying("Avant Un **mot**\n\n- a\n- b\u{a0}!");
    desk.undo().undo().undo().saying("Avant ");
}

#[test]
fn a_collection_that_is_opened_takes_html_too() {
    let mut desk = french_desk();
    has_copied(&mut desk, "<b>mot</b>");
    let window = desk.harness.state_mut().as_mut().expect("it is there");
    window.open(Path::new("examples/portails.ron"));
    desk.wait_until("it is open", |desk| {
        desk.window().session().path().is_some()
    });
    desk.click("Charte modèle Charte commune").focus(BODY);
    desk.press(Modifiers::COMMAND, Key::A);
    desk.paste("mot").saying("**mot**");
}

#[test]
fn text_alone_is_pasted_by_its_own_keys() {
    let mut desk = writing("");
    has_copied(&mut desk, "<b>mot</b>");
    desk.press(Modifiers::COMMAND | Modifiers::SHIFT, Key::V);
    desk.paste("mot").saying("mot");
    desk.paste("mot").saying("mot**mot**");
}

#[test]
fn a_heading_takes_one_line_of_what_is_pasted() {
    let mut desk = writing("");
    has_copied(&mut desk, "<h1>Un <i>titre</i></h1><p>suite</p>");
    let heading = "Intertitre : Pourquoi cette page\u{202f}?";
    desk.focus(heading)
        .press(Modifiers::COMMAND, Key::A)
        .paste("Un titre\nsuite");
    let resolved = desk
        .window()
        .session()
        .collection()
        .resolve(&model())
        .expect("it is there");
    let (text, _) = resolved
        .text(&Element::Heading(section()))
        .expect("it has one");
    assert_eq!(text.written(&french()), Some("Un *titre* suite"));
}

#[test]
fn the_menu_of_a_text_keeps_what_is_selected() {
    let mut desk = writing("Un mot");
    desk.press(Modifiers::COMMAND, Key::A).right_click(BODY);
    assert!(desk.shows("Tout sélectionner"));
    let all: Vec<_> = desk.harness.get_all_by_label_contains("Gras").collect();
    all.last().expect("the menu has it").click();
    desk.harness.run();
    desk.saying("**Un mot**");

    desk.right_click(BODY).click_containing("Couper");
    desk.saying("****");
    desk.type_text("x").saying("**x**");
}

#[test]
fn the_menu_of_a_text_calls_keys_as_the_keyboard_does() {
    let mut desk = writing("Un mot");
    desk.right_click(BODY);
    for name in ["Coller le texte seul", "Insérer un champ…"] {
        let items = desk.harness.query_all_by_label(name);
        let told = items.filter_map(|item| {
            let item = item.accesskit_node();
            item.data().keyboard_shortcut().map(str::to_owned)
        });
        let told: Vec<_> = told.collect();
        assert!(
            told.iter().any(|keys| keys.starts_with("Ctrl+Maj+")),
            "{name}: {told:?}"
        );
    }
}

#[test]
fn the_menu_of_a_text_opens_by_the_keyboard_and_pastes() {
    let mut desk = writing("Un ");
    has_copied(&mut desk, "<b>mot</b>");
    desk.press(Modifiers::NONE, Key::Menu);
    assert!(desk.acting("Coller").is_focused());
    desk.press(Modifiers::NONE, Key::ArrowDown)
        .press(Modifiers::NONE, Key::Enter);
    assert!(!desk.shows("Coller le texte seul"), "it is closed");
    desk.paste("mot").saying("Un mot");
    desk.press(Modifiers::SHIFT, Key::F10);
    desk.press(Modifiers::NONE, Key::Escape)
        .type_text("!")
        .saying("Un mot\u{a0}!");
}

#[test]
fn undo_puts_the_cursor_where_the_change_was() {
    let mut desk = writing("un deux trois");
    desk.press(Modifiers::COMMAND, Key::Home);
    for _ in 0..3 {
        desk.press(Modifiers::SHIFT, Key::ArrowRight);
    }
    desk.press(Modifiers::NONE, Key::Delete)
        .saying("deux trois");
    desk.press(Modifiers::COMMAND, Key::End).undo();
    desk.type_text("et ").saying("un et deux trois");
}

#[test]
fn a_text_changed_everywhere_is_formatted_everywhere() {
    let mut desk = french_desk();
    desk.focus(BODY).type_text("Coquelicot ");
    desk.press(Modifiers::COMMAND | Modifiers::SHIFT, Key::Enter);
    desk.press(Modifiers::SHIFT, Key::ArrowLeft);
    for _ in 0..10 {
        desk.press(Modifiers::SHIFT, Key::ArrowLeft);
    }
    desk.run_from_menu(Command::Bold);
    let other = desk.body(&platform(COEUR), section().as_str());
    assert!(other.contains("**Coquelicot**"), "{other}");
}

#[test]
fn an_inherited_text_that_is_formatted_is_adapted_here_in_one_step() {
    let mut desk = french_desk();
    let before = desk.bytes();
    desk.focus(BODY)
        .press(Modifiers::COMMAND, Key::A)
        .click("Gras");
    assert!(desk.body(&platform(CAF), section().as_str()).contains("**"));
    assert!(desk.shows("Modifier partout"));
    desk.undo();
    assert_eq!(desk.bytes(), before);
}

#[test]
fn a_cell_is_formatted_and_completed_as_a_text_is() {
    let mut desk = french_desk();
    desk.click("Charte modèle Charte commune");
    desk.click_containing("Durée de conservation, ligne 1 sur 4");
    desk.press(Modifiers::NONE, Key::F2);
    desk.press(Modifiers::COMMAND, Key::A).type_text("mot");
    desk.press(Modifiers::COMMAND, Key::A)
        .press(Modifiers::COMMAND, Key::B);
    assert!(desk.bytes().contains("**mot**"));
    desk.press(Modifiers::NONE, Key::End).type_text(" {{dom");
    desk.press(Modifiers::NONE, Key::Enter);
    assert!(
        desk.bytes().contains("**mot** {{ platform.host }}"),
        "Enter takes the field"
    );
    desk.run_from_menu(Command::NoBreakSpace).type_text("fin");
    assert!(desk.bytes().contains("{{ platform.host }}\u{a0}fin"));
}

#[test]
fn keys_of_texts_are_for_texts() {
    let mut desk = writing("Un mot");
    desk.press(Modifiers::COMMAND, Key::A);
    desk.focus("Filtrer par nom ou adresse")
        .press(Modifiers::COMMAND, Key::B);
    desk.saying("Un mot");
}

#[test]
fn a_long_text_stays_where_it_is_while_it_is_typed_in() {
    let size: Vec2 = vec2(1400.0, 860.0);
    let mut desk = Desk::of_size(
        size,
        Session::unsaved(examples()),
        Interface::French,
        Answers::default(),
    );
    desk.click("Charte modèle Charte commune").focus(BODY);
    desk.press(Modifiers::COMMAND, Key::A);
    desk.paste(&"Un mot **fort** et [lien](https://x.fr).\n\n".repeat(60));
    desk.type_text("fin");
    let before = desk.acting(BODY).rect();
    for letter in ["a", "b", "c"] {
        desk.type_text(letter);
        assert_eq!(desk.acting(BODY).rect().min, before.min);
        assert!(desk.acting(BODY).is_focused());
    }
    desk.press(Modifiers::COMMAND, Key::B);
    assert_eq!(desk.acting(BODY).rect().min, before.min);
    desk.undo();
    assert_eq!(
        desk.acting(BODY).rect().min,
        before.min,
        "what is in sight stays"
    );
}

#[test]
fn the_cursor_comes_back_from_the_menus_and_the_tools() {
    const NONE: Modifiers = Modifiers::NONE;
    type Act = fn(&mut Desk);
    let cases: [(&str, Act); 6] = [
        ("F10 twice", |it| {
            it.press(NONE, Key::F10).press(NONE, Key::F10);
        }),
        ("F10 and Escape", |it| {
            it.press(NONE, Key::F10).press(NONE, Key::Escape);
        }),
        ("a menu opened by keys and left", |it| {
            it.press(NONE, Key::F10).press(NONE, Key::ArrowDown);
            assert!(it.shows("Nouveau chartrier"), "the menu is open");
            it.press(NONE, Key::Escape);
        }),
        ("a menu opened by keys, and F10", |it| {
            it.press(NONE, Key::F10).press(NONE, Key::Enter);
            it.press(NONE, Key::F10);
            assert!(!it.shows("Nouveau chartrier"), "the menu is closed");
        }),
        ("a menu opened by a click and left", |it| {
            it.press_at("Fichier").press(NONE, Key::Escape);
        }),
        ("a tool", |it| {
            it.press_at("Enregistrer").press(NONE, Key::Escape);
        }),
    ];
    for (case, act) in cases {
        let mut desk = writing("Du texte");
        desk.press(NONE, Key::Home).press(NONE, Key::ArrowRight);
        act(&mut desk);
        desk.type_text("X");
        assert_eq!(desk.says(), "DXu texte", "{case}");
    }
}

#[test]
fn an_arrow_down_opens_a_menu_on_its_first_line() {
    let mut desk = writing("");
    desk.press(Modifiers::NONE, Key::F10)
        .press(Modifiers::NONE, Key::ArrowDown);
    let first = desk.harness.get_by_label("Nouveau chartrier…");
    assert!(first.is_focused());
}

impl Desk {
    /// Clicks as the pointer does, which takes the cursor from what had it.
    fn press_at(&mut self, label: &str) -> &mut Self {
        let at = self.acting(label).rect().center();
        self.harness.hover_at(at);
        self.harness.run();
        self.harness.drag_at(at);
        self.harness.run();
        self.harness.drop_at(at);
        self.harness.run();
        self
    }
}
