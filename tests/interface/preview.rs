//! The preview: what it shows, where it leads, and what of it can be taken elsewhere.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use chartrier::document::Document;
use chartrier::model::{Beside, Collection};
use chartrier::render::{Design, Format, render};
use chartrier::store::{self, Notation};
use chartrier::ui::Window;
use chartrier::ui::opener::Opener;
use chartrier::ui::picker::Picker;
use chartrier::words::Interface;
use chartrier::workspace::typesetting::lay_out;
use chartrier::workspace::{Session, examples, files};
use egui::{Event, Key, Modifiers, MouseWheelUnit, OutputCommand, Rect, TouchPhase, Vec2, vec2};
use egui_kittest::kittest::Queryable as _;

use crate::desk::*;

const SIZE: Vec2 = vec2(1400.0, 860.0);

/// What was opened, and what stood there then; or an error for whatever is opened.
#[derive(Default)]
struct Browser {
    opened: Mutex<Vec<(String, Vec<u8>)>>,
    fails: bool,
}

impl Browser {
    fn note(&self, what: String, bytes: Vec<u8>) -> io::Result<()> {
        self.opened
            .lock()
            .expect("no browser panics")
            .push((what, bytes));
        if self.fails {
            return Err(io::ErrorKind::NotFound.into());
        }
        Ok(())
    }

    fn opened(&self) -> Vec<(String, Vec<u8>)> {
        self.opened.lock().expect("no browser panics").clone()
    }
}

impl Opener for Browser {
    fn open(&self, page: &Path) -> io::Result<()> {
        self.note(page.display().to_string(), std::fs::read(page)?)
    }

    fn open_address(&self, address: &str) -> io::Result<()> {
        self.note(address.to_owned(), Vec::new())
    }

    fn open_folder(&self, folder: &Path) -> io::Result<()> {
        self.note(folder.display().to_string(), Vec::new())
    }
}

fn desk(size: Vec2, collection: Collection, interface: Interface) -> (Desk, Arc<Browser>) {
    desk_with(size, collection, interface, Browser::default())
}

fn desk_with(
    size: Vec2,
    collection: Collection,
    interface: Interface,
    browser: Browser,
) -> (Desk, Arc<Browser>) {
    let browser = Arc::new(browser);
    let opener = Arc::clone(&browser);
    let desk = Desk::of(size, interface, move |ctx| {
        let answers: Arc<dyn Picker> = Arc::new(Answers::default());
        Window::new(Session::unsaved(collection), interface, answers, ctx).with_opener(opener)
    });
    (desk, browser)
}

/// A collection of one model with one section.
fn section(body: &str, table: &str) -> Collection {
    let text = format!(
        "Collection(format: 1, name: \"Essai\", languages: [\"fr\"], models: [Model(id: \"m\", \
         name: \"Essai\", title: \"Charte\", columns: [Column(id: \"name\", role: name, \
         label: \"Nom\"), Column(id: \"purpose\", role: purpose, label: \"Finalité\")], \
         sections: [Section(id: \"s\", heading: \"Section\", body: {body:?}{table})])])"
    );
    store::read(text.as_bytes(), Notation::Ron).expect("it is well written")
}

fn rows(count: usize) -> String {
    let rows = (0..count).map(|at| {
        format!(
            "Row(id: \"r{at}\", cells: {{\"name\": \"cookie_{at}\", \"purpose\": \"Finalité du \
             cookie numéro {at}, dite en une phrase.\"}})"
        )
    });
    let rows = rows.collect::<Vec<_>>().join(", ");
    format!(", table: CookieTable(rows: [{rows}])")
}

/// Where the preview shows words, if it does.
fn in_preview(desk: &Desk, words: &str) -> Option<Rect> {
    let right = desk.harness.ctx.content_rect().right() * 0.56;
    let all = desk.harness.query_all_by_label_contains(words);
    let mut rects = all.map(|node| node.rect());
    rects.find(|rect| rect.left() > right)
}

fn is_in_sight(desk: &Desk, words: &str) -> bool {
    in_preview(desk, words).is_some_and(|rect| {
        rect.top() > 100.0 && rect.bottom() < desk.harness.ctx.content_rect().bottom() - 20.0
    })
}

fn click_preview(desk: &mut Desk, words: &str) {
    let right = desk.harness.ctx.content_rect().right() * 0.56;
    let all = desk.harness.query_all_by_label_contains(words);
    let mut there = all.filter(|node| node.rect().left() > right);
    there.next().expect("the preview shows it").click();
    drop(there);
    desk.harness.run();
}

/// What was copied by the next frames.
fn copied(desk: &mut Desk) -> Option<String> {
    for _ in 0..4 {
        desk.harness.step();
        let commands = &desk.harness.output().platform_output.commands;
        for command in commands {
            if let OutputCommand::CopyText(text) = command {
                return Some(text.clone());
            }
        }
    }
    None
}

fn wheel(desk: &mut Desk, by: f32) {
    let at = egui::pos2(SIZE.x * 0.8, SIZE.y * 0.6);
    desk.harness.event(Event::PointerMoved(at));
    desk.harness.event(Event::MouseWheel {
        unit: MouseWheelUnit::Point,
        delta: vec2(0.0, by),
        phase: TouchPhase::Move,
        source: egui::MouseWheelSource::Wheel,
        modifiers: Modifiers::NONE,
    });
    desk.harness.run();
}

fn rendered(desk: &Desk, format: Format) -> Vec<u8> {
    let collection = desk.window().session().collection();
    let resolved = collection.resolve(&platform(CAF)).expect("it is there");
    let document = Document::new(collection, &resolved, &french());
    render(&document, format, &Design::default()).expect("nothing of its looks is its own")
}

#[test]
fn the_source_of_every_format_is_shown_and_copied_whole() {
    let (mut desk, _) = desk(vec2(2600.0, 9000.0), examples(), Interface::French);
    desk.click("Source");
    assert!(desk.shows("<!DOCTYPE html>"));
    for (name, format) in [
        ("HTML", Format::Html),
        ("Fragment", Format::Fragment),
        ("Markdown", Format::Markdown),
        ("Texte", Format::Text),
    ] {
        let buttons: Vec<_> = desk
            .harness
            .query_all_by_role_and_label(egui::accesskit::Role::RadioButton, name)
            .collect();
        buttons.first().expect("there is a choice").click();
        desk.harness.run();
        desk.acting("Copier").click();
        let text = copied(&mut desk).expect("it is copied");
        assert_eq!(text.into_bytes(), rendered(&desk, format), "{name}");
        desk.harness.run();
        assert!(desk.shows("La source est copiée"), "and it is said");
    }
    // Those for programs stand in a list.
    for (name, format) in [
        ("CSV", Format::Csv),
        ("Klaro", Format::Klaro),
        ("JSON", Format::Json),
    ] {
        let list = desk.say("preview-format-data");
        desk.harness
            .get_by_role_and_label(egui::accesskit::Role::ComboBox, &list)
            .click();
        desk.harness.run();
        desk.harness
            .get_by_role_and_label(egui::accesskit::Role::RadioButton, name)
            .click();
        desk.harness.run();
        desk.acting("Copier").click();
        let text = copied(&mut desk).expect("it is copied");
        assert_eq!(text.into_bytes(), rendered(&desk, format), "{name}");
        desk.harness.run();
    }
    desk.click("Page");
    assert!(in_preview(&desk, "Charte cookies").is_some());
}

#[test]
fn the_source_follows_what_is_typed() {
    let (mut desk, _) = desk(vec2(2600.0, 9000.0), examples(), Interface::English);
    desk.click("Source").click("Markdown");
    desk.focus("Title").type_text("Poppy ");
    assert!(desk.shows("# Poppy Charte cookies") || desk.shows("Poppy"));
    assert!(in_preview(&desk, "Poppy").is_some());
}

#[test]
fn the_header_fits_a_narrow_window_in_both_languages() {
    for (interface, page, source) in [
        (
            Interface::French,
            [
                "Page sur un téléphone",
                "Modifications",
                "Ouvrir dans le navigateur",
            ],
            ["Fragment", "Texte", "Copier"],
        ),
        (
            Interface::English,
            ["Page on a phone", "Changes", "Open in the browser"],
            ["Fragment", "Text", "Copy"],
        ),
    ] {
        let size = vec2(860.0, 600.0);
        let (mut desk, _) = desk(size, examples(), interface);
        let fits = |desk: &Desk, names: [&str; 3]| {
            for name in names {
                let all = desk.harness.query_all_by_label(name);
                let rect = all
                    .map(|node| node.rect())
                    .max_by(|a, b| a.left().total_cmp(&b.left()));
                let rect = rect.unwrap_or_else(|| panic!("nothing is called {name}"));
                assert!(rect.right() <= size.x, "{name}: {rect:?}");
            }
        };
        fits(&desk, page);
        desk.click("Source");
        fits(&desk, source);
        // On a common screen, all of it stands on one line.
        let (desk, _) = self::desk(vec2(1280.0, 720.0), examples(), interface);
        let middle = |name| desk.acting(name).rect().center().y;
        assert!((middle(page[2]) - middle("PDF")).abs() < 2.0, "{page:?}");
    }
}

#[test]
fn a_click_leads_to_the_very_cell() {
    let (mut desk, _) = desk(vec2(2600.0, 9000.0), examples(), Interface::French);
    click_preview(&mut desk, "csrftoken");
    // The cell is selected: what is typed takes the place of what it says, here.
    desk.type_text("Coquelicot");
    let bytes = desk.bytes();
    let adapted = bytes
        .split("replace_cell")
        .nth(1)
        .expect("a cell is adapted");
    let adapted = adapted.split("Coquelicot").next().unwrap_or_default();
    assert!(adapted.contains("csrftoken"), "{adapted}");
}

#[test]
fn the_paragraph_being_typed_is_followed_until_the_person_scrolls() {
    let paragraphs: Vec<String> = (0..60)
        .map(|at| format!("Paragraphe {at} d’un long texte, assez long pour remplir une ligne."))
        .collect();
    let (mut desk, _) = desk(
        SIZE,
        section(&paragraphs.join("\n\n"), ""),
        Interface::French,
    );
    assert!(!is_in_sight(&desk, "Paragraphe 59"));
    desk.focus("Texte : Section")
        .press(Modifiers::CTRL | Modifiers::COMMAND, Key::End)
        .type_text(" Coquelicot");
    assert!(is_in_sight(&desk, "Coquelicot"), "typing is followed");

    for _ in 0..12 {
        wheel(&mut desk, 400.0);
    }
    assert!(
        is_in_sight(&desk, "Paragraphe 0 "),
        "the person has scrolled up: {:?}",
        in_preview(&desk, "Paragraphe 0 ")
    );
    desk.harness.run();
    assert!(is_in_sight(&desk, "Paragraphe 0 "), "and it stays");

    desk.type_text(" Bleuet");
    assert!(is_in_sight(&desk, "Bleuet"), "the next edit is followed");
    // The cursor alone is followed too.
    desk.press(Modifiers::CTRL | Modifiers::COMMAND, Key::Home);
    assert!(is_in_sight(&desk, "Paragraphe 0 "));
}

#[test]
fn only_rows_in_sight_are_drawn_and_what_is_seen_keeps_its_place() {
    let (mut desk, _) = desk(SIZE, section("Un texte.", &rows(1000)), Interface::French);
    let drawn = |desk: &Desk| {
        let all = desk
            .harness
            .query_all_by_label_contains("Finalité du cookie");
        all.filter(|node| node.rect().left() > SIZE.x * 0.6).count()
    };
    assert!((5..60).contains(&drawn(&desk)), "{}", drawn(&desk));
    for _ in 0..10 {
        wheel(&mut desk, -900.0);
    }
    assert!((5..60).contains(&drawn(&desk)), "{}", drawn(&desk));
    assert!(in_preview(&desk, "numéro 0,").is_none());
    // Back up a little at a time: rows above come in, and nothing seen moves but by the wheel.
    for _ in 0..10 {
        let all = desk
            .harness
            .query_all_by_label_contains("Finalité du cookie");
        let seen: Vec<(String, f32)> = all
            .filter(|node| node.rect().left() > SIZE.x * 0.6)
            .map(|node| {
                use egui_kittest::kittest::NodeT as _;
                let label = node.accesskit_node().value().unwrap_or_default();
                (label, node.rect().top())
            })
            .collect();
        let (label, before) = seen.get(seen.len() / 2).expect("rows are seen").clone();
        wheel(&mut desk, 60.0);
        let after = in_preview(&desk, &label).expect("it is still there").top();
        assert!((after - before - 60.0).abs() < 1.5, "{before} {after}");
    }
}

#[test]
fn changes_since_the_last_save_are_marked_and_told() {
    for (interface, nothing, one, changed, removed) in [
        (
            Interface::French,
            "Rien n’a changé",
            "1 modification, aucun retrait",
            "modifié",
            "1 retrait",
        ),
        (
            Interface::English,
            "Nothing has changed",
            "1 change, nothing removed",
            "changed",
            "1 element removed",
        ),
    ] {
        let body = "Premier.\n\nDeuxième.\n\nTroisième.";
        let (mut desk, _) = desk(SIZE, section(body, ""), interface);
        let switch = desk.say("preview-mark");
        let text = desk
            .words
            .say_of("body-of", &[("section", "Section".into())])
            .into_owned();
        desk.click(&switch);
        assert!(desk.shows(nothing));
        desk.focus(&text)
            .press(Modifiers::CTRL | Modifiers::COMMAND, Key::Home)
            .type_text("Coquelicot ");
        assert!(desk.shows(one));
        let described = |desk: &Desk, words: &str| {
            use egui_kittest::kittest::NodeT as _;
            let all = desk.harness.query_all_by_label_contains(words);
            let told = all.filter_map(|node| node.accesskit_node().description());
            told.collect::<Vec<_>>().join(" ")
        };
        assert!(described(&desk, "Coquelicot").contains(changed));
        assert!(!described(&desk, "Deuxième.").contains(changed));
        desk.press(Modifiers::COMMAND, Key::A)
            .type_text("Deuxième.\n\nTroisième.");
        assert!(desk.shows(removed));
        desk.undo_all();
        assert!(desk.shows(nothing), "what is undone has not changed");
    }
}

#[test]
fn what_was_saved_is_what_changes_are_measured_by() {
    let mut session = Session::unsaved(section("Premier.", ""));
    let owner = chartrier::model::Owner::Model("m".parse().expect("an id"));
    let before = session
        .saved_document(&owner, &french())
        .expect("it is there");
    let now = session.document(&owner, &french()).expect("it is there");
    assert_eq!(before, now);
}

#[test]
fn the_page_is_opened_in_the_browser_as_it_stands() {
    let (mut desk, browser) = desk(SIZE, examples(), Interface::French);
    desk.focus("Titre").type_text("Coquelicot ");
    desk.click("Ouvrir dans le navigateur");
    desk.wait_until("the page is opened", |_| !browser.opened().is_empty());
    let (path, bytes) = browser.opened().remove(0);
    assert!(path.ends_with("data-caf-fr-fr.html"), "{path}");
    assert_eq!(bytes, rendered(&desk, Format::Html));
    desk.wait_until("it is said", |desk| desk.shows("Le navigateur s’ouvre"));
    drop(desk);
    assert!(!PathBuf::from(path).exists(), "nothing is left behind");
}

#[test]
fn a_page_that_no_browser_opens_can_be_opened_by_hand() {
    for (interface, said) in [
        (Interface::French, "Ouvrez la page vous-même"),
        (Interface::English, "Open the page yourself"),
    ] {
        let browser = Browser {
            fails: true,
            ..Browser::default()
        };
        let (mut desk, browser) = desk_with(SIZE, examples(), interface, browser);
        let open = desk.say("command-open-in-browser");
        desk.click(&open);
        desk.wait_until("it is told", |desk| desk.shows(said));
        let (path, _) = browser.opened().remove(0);
        assert!(desk.shows(&path));
        assert!(Path::new(&path).exists());
    }
}

#[test]
fn a_link_is_shown_and_followed_only_when_that_is_asked_for() {
    let body = "Voir [le site de la CNIL](https://www.cnil.fr/cookies).";
    let (mut desk, browser) = desk(SIZE, section(body, ""), Interface::French);
    click_preview(&mut desk, "le site de la CNIL");
    assert!(browser.opened().is_empty(), "a click leads to the source");

    let menu = |desk: &mut Desk| {
        let all = desk
            .harness
            .query_all_by_label_contains("Voir le site de la CNIL");
        let mut there = all.filter(|node| node.rect().left() > SIZE.x * 0.56);
        there
            .next()
            .expect("the preview shows it")
            .click_secondary();
        drop(there);
        desk.harness.run();
    };
    menu(&mut desk);
    desk.acting("Copier l’adresse").click();
    assert_eq!(
        copied(&mut desk).as_deref(),
        Some("https://www.cnil.fr/cookies")
    );
    menu(&mut desk);
    desk.acting("Copier le texte").click();
    assert_eq!(
        copied(&mut desk).as_deref(),
        Some("Voir le site de la CNIL.")
    );
    menu(&mut desk);
    desk.click("Ouvrir le lien dans le navigateur");
    desk.wait_until("it is opened", |_| !browser.opened().is_empty());
    assert_eq!(browser.opened().remove(0).0, "https://www.cnil.fr/cookies");
}

#[test]
fn arrows_walk_through_the_preview_and_enter_goes_to_the_source() {
    let (mut desk, _) = desk(
        SIZE,
        section("Premier.\n\nDeuxième.", &rows(4)),
        Interface::French,
    );
    let all = desk.harness.query_all_by_label("Charte");
    let titles: Vec<_> = all
        .filter(|node| node.rect().left() > SIZE.x * 0.56)
        .collect();
    titles.first().expect("the preview shows the title").focus();
    drop(titles);
    desk.harness.run();
    // The heading, two paragraphs, the labels, the first row; then its second cell.
    for _ in 0..5 {
        desk.press(Modifiers::NONE, Key::ArrowDown);
    }
    desk.press(Modifiers::NONE, Key::ArrowDown)
        .press(Modifiers::NONE, Key::ArrowRight)
        .press(Modifiers::NONE, Key::Enter)
        .type_text("Coquelicot");
    let bytes = desk.bytes();
    assert!(
        bytes.contains("Coquelicot") && !bytes.contains("numéro 1,"),
        "{bytes}"
    );
}

#[test]
fn a_phone_shows_rows_as_cards() {
    let (mut desk, _) = desk(SIZE, section("Un texte.", &rows(3)), Interface::French);
    let place = |desk: &Desk, words: &str| in_preview(desk, words).expect("it is shown");
    let (name, purpose) = (place(&desk, "cookie_0"), place(&desk, "numéro 0,"));
    assert!(name.right() <= purpose.left() + 1.0, "side by side");
    desk.click("Page sur un téléphone");
    let (name, purpose) = (place(&desk, "cookie_0"), place(&desk, "numéro 0,"));
    assert!(name.bottom() <= purpose.top(), "one below the other");
    assert!(purpose.width() < 360.0);
}

/// The pages of the PDF, laid out and shown.
fn show_pages(desk: &mut Desk) {
    desk.click("PDF");
    desk.wait_until("laid out", |desk| desk.shows("Page 1 sur"));
}

#[test]
fn the_pages_of_the_pdf_follow_what_is_typed() {
    let (mut desk, _) = desk(SIZE, section("Un texte.", ""), Interface::French);
    show_pages(&mut desk);
    assert!(desk.shows("Page 1 sur 1"));
    let paragraphs = "Un paragraphe de plus.\n\n".repeat(60);
    desk.focus("Texte : Section").type_text(&paragraphs);
    desk.wait_until("laid out anew", |desk| desk.shows("Page 2 sur 2"));
    desk.undo_all();
    desk.wait_until("and again", |desk| desk.shows("Page 1 sur 1"));
}

#[test]
fn pages_that_cannot_be_made_say_why_and_the_last_good_ones_stay() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("chartes.ron");
    let template = folder.path().join("mine.typ");
    let mut collection = section("Un texte.", "");
    collection.presentation.pdf = Some(Beside::new("mine.typ").expect("it is beside"));
    std::fs::write(&path, store::write(&collection, Notation::Ron)).expect("it can be written");
    std::fs::write(&template, "#let charter(it) = it.title").expect("it can be written");
    let session = files::open(&path).expect("it can be read");
    let mut desk = Desk::of(SIZE, Interface::French, move |ctx| {
        let answers: Arc<dyn Picker> = Arc::new(Answers::default());
        Window::new(session, Interface::French, answers, ctx)
    });
    show_pages(&mut desk);

    std::fs::write(&template, "#let charter(it) = {\n  it.nothing\n}").expect("it can be written");
    desk.harness.event(Event::WindowFocused(true));
    desk.wait_until("refused", |desk| {
        desk.shows("mine.typ ne convient pas, ligne 2")
    });
    assert!(desk.shows("Page 1 sur 1"), "the pages from before");

    std::fs::write(&template, "#let charter(it) = it.name").expect("it can be written");
    desk.harness.event(Event::WindowFocused(true));
    desk.wait_until("good again", |desk| !desk.shows("ne convient pas"));
    assert!(desk.shows("Page 1 sur 1"));
}

#[test]
fn a_click_on_a_page_goes_to_what_stands_there() {
    let (mut desk, _) = desk(vec2(1800.0, 1400.0), examples(), Interface::French);
    show_pages(&mut desk);
    let collection = desk.window().session().collection();
    let resolved = collection.resolve(&platform(CAF)).expect("it is there");
    let document = Document::new(collection, &resolved, &french());
    let laid = lay_out(&document, &Design::default()).expect("it can be laid out");
    let heading = document.sections[1].heading.as_ref().expect("it has one");
    let (width, height) = laid.sizes()[0];
    let is_there = |y: &f32| {
        let found = laid.at(0, width * 0.2, *y);
        found.is_some_and(|(element, _)| *element == heading.element)
    };
    let lines = (0..2_000_u16).map(f32::from);
    let all: Vec<f32> = lines.take_while(|y| *y < height).filter(is_there).collect();
    let y = all[all.len() / 2];

    let page = desk.harness.get_by_label_contains("Page 1 sur").rect();
    let scale = page.height() / height;
    let at = page.center_top() + vec2((0.2 - 0.5) * width * scale, y * scale);
    for event in [
        Event::PointerMoved(at),
        Event::PointerButton {
            pos: at,
            button: egui::PointerButton::Primary,
            pressed: true,
            modifiers: Modifiers::NONE,
        },
        Event::PointerButton {
            pos: at,
            button: egui::PointerButton::Primary,
            pressed: false,
            modifiers: Modifiers::NONE,
        },
    ] {
        desk.harness.event(event);
        desk.harness.step();
    }
    desk.harness.run();
    desk.type_text("Coquelicot");
    assert!(desk.bytes().contains("replace_heading"), "{}", desk.bytes());
}

/// What draws the window takes no picture that is larger than it says.
#[test]
fn large_pages_of_a_dense_screen_are_painted_as_large_as_can_be() {
    let (mut desk, _) = desk(SIZE, examples(), Interface::French);
    let most = desk.harness.ctx.input(|input| input.max_texture_side);
    let viewports = &mut desk.harness.input_mut().viewports;
    let viewport = viewports.entry(egui::ViewportId::ROOT).or_default();
    viewport.native_pixels_per_point = Some(3.0);
    show_pages(&mut desk);
    for _ in 0..4 {
        desk.click("Plus grand").settle();
    }
    let page = desk.harness.get_by_label_contains("Page 1 sur").rect();
    let wanted = page.height() * desk.harness.ctx.pixels_per_point();
    #[expect(clippy::cast_precision_loss, reason = "no side has millions of pixels")]
    let most = most as f32;
    assert!(wanted > most, "{wanted} pixels, and {most} at most");
}

#[test]
fn pages_are_zoomed_and_scrolled_by_keys() {
    let (mut desk, _) = desk(SIZE, examples(), Interface::French);
    show_pages(&mut desk);
    let size = |desk: &Desk| {
        desk.harness
            .get_by_label_contains("Page 1 sur")
            .rect()
            .size()
    };
    let fitting = size(&desk);
    desk.click("Plus grand");
    assert!(size(&desk).y > fitting.y);
    desk.click("Plus petit").click("Plus petit");
    assert!(size(&desk).y < fitting.y);
    desk.click("À la largeur du panneau");
    assert!((size(&desk).y - fitting.y).abs() < 1.0);

    desk.harness.get_by_label_contains("Page 1 sur").focus();
    desk.harness.run();
    let top = |desk: &Desk| {
        desk.harness
            .get_by_label_contains("Page 1 sur")
            .rect()
            .top()
    };
    let before = top(&desk);
    desk.press(Modifiers::NONE, Key::PageDown);
    assert!(top(&desk) < before - 100.0, "down by what is seen");
    desk.press(Modifiers::NONE, Key::Home);
    assert!((top(&desk) - before).abs() < 1.0);
}
