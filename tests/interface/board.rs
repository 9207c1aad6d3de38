//! The board in the window: found, sorted, chosen and changed by names and keys.

use chartrier::model::{FieldId, Platform, PlatformId, Text};
use chartrier::store::{self, Notation};
use chartrier::ui::command::Command;
use chartrier::words::Interface;
use chartrier::workspace::{Session, examples};
use egui::accesskit::{Role, Toggled};
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use crate::desk::{Answers, CAF, Desk};

const NONE: Modifiers = Modifiers::NONE;
const NAMES: [&str; 3] = [
    "data.caf.fr",
    "opendata.cc-coeurdefrance.fr",
    "Données Valbrune",
];

/// The examples on the board, its first row with the cursor.
fn board(interface: Interface) -> Desk {
    let mut desk = Desk::with_examples(interface);
    let keys = Command::Board.shortcut().expect("it has keys");
    desk.press(keys.modifiers, keys.logical_key);
    desk.wait_until("read", |desk| !rows(desk).is_empty());
    desk.harness.run();
    desk
}

/// The names of the platforms that are shown, in their order, those that are chosen with a tick.
fn rows(desk: &Desk) -> Vec<String> {
    let boxes = desk.harness.query_all_by_role(Role::CheckBox);
    let mut rows: Vec<(f64, String)> = boxes
        .filter_map(|node| {
            let node = node.accesskit_node();
            let label = node.label()?;
            let name = NAMES
                .into_iter()
                .find(|name| label.starts_with(&format!("{name}. ")))?;
            let tick = match node.toggled() {
                Some(Toggled::True) => "✓ ",
                _ => "",
            };
            let top = node.bounding_box().map_or(0.0, |place| place.y0);
            Some((top, format!("{tick}{name}")))
        })
        .collect();
    rows.sort_by(|(one, _), (other, _)| one.total_cmp(other));
    rows.into_iter().map(|(_, row)| row).collect()
}

fn changed(desk: &Desk, id: &str, field: &str) -> Option<String> {
    let id = PlatformId::new(id).expect("an id");
    let platform = desk.window().session().collection().platforms.get(&id)?;
    let value = platform.fields.get(&FieldId::new(field).expect("an id"))?;
    let language = desk.words.language();
    value.written(language).map(str::to_owned)
}

#[test]
fn all_platforms_stand_on_the_board_and_enter_opens_one() {
    for interface in Interface::ALL {
        let mut desk = board(interface);
        assert_eq!(rows(&desk), NAMES);
        desk.press(NONE, Key::ArrowDown).press(NONE, Key::Enter);
        assert!(rows(&desk).is_empty(), "the charter is shown again");
        let title = desk.say("title");
        assert!(desk.shows(&title));
        let keys = Command::Board.shortcut().expect("it has keys");
        desk.press(keys.modifiers, keys.logical_key);
        assert_eq!(rows(&desk), NAMES, "what was read stands at once");
        // The cursor is where it was.
        desk.press(NONE, Key::Space);
        assert_eq!(rows(&desk)[1], format!("✓ {}", NAMES[1]));
    }
}

#[test]
fn letters_typed_on_a_row_are_looked_for() {
    let mut desk = board(Interface::French);
    desk.type_text("valbrune");
    assert_eq!(rows(&desk), [NAMES[2]]);
    desk.press(Modifiers::COMMAND, Key::A);
    desk.type_text("-valbrune");
    assert_eq!(rows(&desk), NAMES[..2]);
    let clear = desk.say("filter-clear");
    desk.harness
        .query_all_by_label(&clear)
        .last()
        .expect("the line can be cleared")
        .click();
    desk.harness.run();
    assert_eq!(rows(&desk), NAMES);
}

#[test]
fn what_is_not_understood_is_told_and_finds_nothing() {
    for (interface, told) in [
        (Interface::French, "« suite » n’est pas un filtre connu"),
        (Interface::English, "“suite” is not a known filter"),
    ] {
        let mut desk = board(interface);
        desk.type_text("suite:commun");
        assert!(rows(&desk).is_empty());
        assert!(desk.shows(told));
    }
}

#[test]
fn a_filter_of_the_menu_writes_what_it_looks_for() {
    for interface in Interface::ALL {
        let mut desk = board(interface);
        let (filters, adapted) = (desk.say("board-filters"), desk.say("board-filter-adapted"));
        desk.click(&filters).click(&adapted);
        desk.press(NONE, Key::Escape);
        let found = rows(&desk);
        assert!(!found.is_empty() && found.len() < NAMES.len(), "{found:?}");
        let written = match interface {
            Interface::French => "adaptée:oui",
            Interface::English => "adapted:yes",
        };
        let mut fields = desk.harness.query_all_by_role(Role::TextInput);
        let is_there = |node: egui_kittest::Node<'_>| node.value().as_deref() == Some(written);
        assert!(fields.any(is_there), "{written} is written");
    }
}

#[test]
fn a_click_on_a_head_sorts_by_it() {
    let mut desk = board(Interface::French);
    let head = |desk: &Desk, key: &str| {
        let values = [("column", desk.say("board-name").into())];
        desk.words.say_of(key, &values).into_owned()
    };
    let name = head(&desk, "board-sort");
    desk.click(&name);
    assert_eq!(rows(&desk), [NAMES[0], NAMES[2], NAMES[1]]);
    let name = head(&desk, "board-sorted-up");
    desk.click(&name);
    assert_eq!(rows(&desk), [NAMES[1], NAMES[2], NAMES[0]]);
    let name = head(&desk, "board-sorted-down");
    desk.click(&name);
    assert_eq!(rows(&desk), NAMES);
}

#[test]
fn rows_are_chosen_one_by_one_in_ranges_and_all() {
    let mut desk = board(Interface::French);
    let ticks = |desk: &Desk| -> Vec<bool> {
        rows(desk).iter().map(|row| row.starts_with('✓')).collect()
    };
    desk.press(NONE, Key::Space);
    assert_eq!(ticks(&desk), [true, false, false]);
    desk.press(Modifiers::SHIFT, Key::End);
    assert_eq!(ticks(&desk), [true, true, true]);
    desk.press(Modifiers::SHIFT, Key::ArrowUp);
    assert_eq!(ticks(&desk), [true, true, false]);
    desk.press(NONE, Key::Escape);
    assert_eq!(ticks(&desk), [false, false, false]);
    desk.press(Modifiers::COMMAND, Key::A);
    assert_eq!(ticks(&desk), [true, true, true]);
    // What is chosen stays so while something else is looked for, and is told.
    desk.type_text("valbrune");
    assert!(desk.shows("3 choisies, dont 2 hors de la recherche"));
    let none = desk.say("board-choose-none");
    desk.click(&none);
    assert_eq!(ticks(&desk), [false]);
}

#[test]
fn a_field_of_many_is_changed_once_it_is_told_where_and_taken_back_in_one_step() {
    for interface in Interface::ALL {
        let mut desk = board(interface);
        let before = desk.bytes();
        desk.press(Modifiers::COMMAND, Key::A);
        let (change, field) = (desk.say("board-change"), desk.say("bulk-field"));
        desk.click(&change).click(&field);
        desk.choose_of_list("bulk-which-field", desk.publisher());
        let words = desk.say("bulk-words");
        desk.focus(&words).type_text("Métropole du Vexin");
        let told = match interface {
            Interface::French => "3 plateformes changeront",
            Interface::English => "3 platforms will change",
        };
        desk.wait_until("told", |desk| desk.shows(told));
        desk.harness.run();
        assert_eq!(desk.bytes(), before, "nothing has changed yet");
        let label = match interface {
            Interface::French => "Modifier 3 plateformes",
            Interface::English => "Change 3 platforms",
        };
        desk.click(label);
        let value = changed(&desk, CAF, "publisher.name");
        assert_eq!(value.as_deref(), Some("Métropole du Vexin"));
        assert_eq!(desk.window().session().steps(), (1, 0));
        desk.press(Modifiers::COMMAND, Key::Z);
        assert_eq!(desk.bytes(), before);
        assert_eq!(rows(&desk).len(), 3, "the board is still looked at");
    }
}

#[test]
fn what_following_another_model_comes_to_is_told_for_each_those_that_cannot_first() {
    let collection = r#"Collection(format: 1, name: "N", languages: ["fr"],
        models: [
            Model(id: "m", name: "Commun", title: "Charte", sections: [Section(id: "a", heading: "Un", body: "Bonjour.")]),
            Model(id: "n", name: "Public", title: "Politique", sections: [Section(id: "un", heading: "Un", body: "Salut.")]),
        ],
        platforms: [
            Platform(id: "p", name: "Portail", follows: "m"),
            Platform(id: "q", name: "Quai", follows: "m", adaptations: [replace_title(was: "Charte", text: "Ici")]),
            Platform(id: "r", name: "Rade", sections: [Section(id: "a", heading: "Un", body: "Rien.")]),
        ])"#;
    let collection = store::read(collection.as_bytes(), Notation::Ron).expect("it is a collection");
    let session = Session::unsaved(collection);
    let mut desk = Desk::with(session, Interface::French, Answers::default());
    desk.run(Command::Board);
    desk.wait_until("read", |desk| desk.shows("Portail. "));
    desk.press(Modifiers::COMMAND, Key::A);
    let (change, follow) = (desk.say("board-change"), desk.say("bulk-follow"));
    desk.click(&change).click(&follow);
    desk.choose_of_list("bulk-model", "Public");
    let line = "Portail (aujourd’hui : Commun) : 2 textes se liront autrement";
    desk.wait_until("told", |desk| desk.shows(line));
    assert!(desk.shows("Quai (aujourd’hui : Commun) : 1 texte se lira autrement"));
    let top = |desk: &Desk, label: &str| {
        let label = desk.shown(label);
        let node = desk.harness.query_all_by_label_contains(label).next();
        node.map(|it| it.rect().top())
    };
    let (cannot, can) = (
        top(&desk, "Rade : sa charte a ses propres textes"),
        top(&desk, line),
    );
    assert!(cannot.is_some() && cannot < can, "{cannot:?} {can:?}");
}

#[test]
fn platforms_that_are_chosen_are_removed_and_brought_back() {
    for interface in Interface::ALL {
        let mut desk = board(interface);
        let before = desk.bytes();
        desk.press(NONE, Key::Space)
            .press(NONE, Key::ArrowDown)
            .press(NONE, Key::Space)
            .press(NONE, Key::Delete);
        let label = match interface {
            Interface::French => "Supprimer 2 plateformes",
            Interface::English => "Remove 2 platforms",
        };
        desk.wait_until("planned", |desk| desk.shows(label));
        desk.harness.run();
        desk.click(label);
        desk.wait_until("removed", |desk| rows(desk) == [NAMES[2]]);
        desk.press(Modifiers::COMMAND, Key::Z);
        assert_eq!(desk.bytes(), before);
        desk.wait_until("back", |desk| rows(desk).len() == 3);
    }
}

#[test]
fn the_board_tells_what_was_changed_while_it_was_away() {
    let mut desk = board(Interface::French);
    desk.press(NONE, Key::Enter);
    let body = desk
        .words
        .say_of(
            "body-of",
            &[("section", "Pourquoi cette page\u{202f}?".into())],
        )
        .into_owned();
    desk.focus(&body).type_text("Coquelicot ");
    desk.press(Modifiers::COMMAND, Key::Enter);
    let keys = Command::Board.shortcut().expect("it has keys");
    desk.press(keys.modifiers, keys.logical_key);
    let first = format!("{}. ", NAMES[0]);
    let says_adapted = |desk: &Desk| {
        let mut rows = desk.harness.query_all_by_label_contains(&first);
        rows.any(|row| {
            let label = row.accesskit_node().label().unwrap_or_default();
            label.contains("Adaptations")
        })
    };
    desk.wait_until("told", says_adapted);
}

#[test]
fn a_model_is_made_of_those_that_are_chosen() {
    let mut desk = board(Interface::French);
    desk.press(NONE, Key::Space)
        .press(NONE, Key::ArrowDown)
        .press(NONE, Key::Space);
    let (change, lift) = (desk.say("board-change"), desk.say(Command::Lift.key()));
    desk.click(&change).click(&lift);
    let title = desk.say("lift-title");
    assert!(desk.shows(&title));
    let is_ticked = |name: &str| {
        let mut boxes = desk.harness.query_all_by_label(name);
        boxes.any(|node| node.accesskit_node().toggled() == Some(Toggled::True))
    };
    let ticked: Vec<bool> = NAMES.into_iter().map(is_ticked).collect();
    assert_eq!(ticked, [true, true, false]);
}

#[test]
fn the_export_is_asked_about_those_that_are_chosen() {
    let mut desk = board(Interface::French);
    desk.press(NONE, Key::Space);
    let export = desk.say("board-export");
    desk.click(&export);
    let title = desk.say("export-title");
    assert!(desk.shows(&title));
    let chosen = [("count", 1.into())];
    let chosen = desk.words.say_of("export-chosen", &chosen).into_owned();
    assert!(desk.shows(&chosen), "{chosen}");
}

#[test]
fn ten_thousand_platforms_are_scrolled_and_found() {
    let mut collection = examples();
    let first = collection.platforms.at(0).expect("there is one").clone();
    for number in 0..10_000 {
        let mut platform = Platform::clone(&first);
        platform.id = PlatformId::new(&format!("p{number:05}")).expect("an id");
        platform.name = Text::same(&format!("Portail {number:05}"));
        collection.platforms.push(platform).expect("its id is new");
    }
    let session = Session::unsaved(collection);
    let mut desk = Desk::of_size(
        egui::vec2(1280.0, 720.0),
        session,
        Interface::French,
        Answers::default(),
    );
    let keys = Command::Board.shortcut().expect("it has keys");
    desk.press(keys.modifiers, keys.logical_key);
    desk.wait_until("read", |desk| desk.shows("data.caf.fr. "));
    assert!(desk.shows("10 003 plateformes") || desk.shows("10\u{a0}003 plateformes"));
    desk.harness.run();
    desk.press(NONE, Key::End);
    assert!(desk.shows("Portail 09999. "));
    desk.type_text("04242");
    assert!(desk.shows("Portail 04242. "));
    desk.press(NONE, Key::Enter).press(NONE, Key::Enter);
    let name = desk.say("title");
    desk.wait_until("opened", |desk| desk.shows(&name));
}

#[test]
fn what_is_chosen_is_checked_and_gone_to() {
    for interface in Interface::ALL {
        let text = store::write(&examples(), Notation::Ron);
        let text = text.replacen("{{ platform.name }}", "{{ nulle.part }}", 1);
        let collection = store::read(text.as_bytes(), Notation::Ron).expect("it opens");
        let mut desk = Desk::with(Session::unsaved(collection), interface, Answers::default());
        desk.press(Modifiers::COMMAND | Modifiers::SHIFT, Key::P);
        desk.wait_until("read", |desk| !rows(desk).is_empty());
        desk.press(NONE, Key::ArrowDown)
            .press(NONE, Key::Space)
            .press(NONE, Key::ArrowDown)
            .press(NONE, Key::Space);
        desk.click(&desk.say("board-check"));
        let chosen = desk.words.say_of("findings-chosen", &[("count", 2.into())]);
        let chosen = chosen.into_owned();
        desk.wait_until("checked", |desk| {
            desk.shows(&chosen) && desk.shows(&format!("{} · ", NAMES[2]))
        });
        assert!(!desk.shows(&format!("{} · ", NAMES[0])), "it is not chosen");
        // The first of them is gone to, and the next.
        desk.press(NONE, Key::F8).type_text("Coquelicot ");
        assert!(rows(&desk).is_empty(), "the charter is shown");
        assert!(desk.bytes().contains("Coquelicot"));
    }
}

#[test]
fn a_click_beside_the_rows_leaves_them_the_keys() {
    let mut desk = board(Interface::French);
    let below = desk.harness.ctx.content_rect().center() + egui::vec2(0.0, 120.0);
    desk.harness.hover_at(below);
    desk.harness.run();
    desk.harness.drag_at(below);
    desk.harness.drop_at(below);
    desk.harness.run();
    desk.press(Modifiers::COMMAND, Key::A);
    assert!(rows(&desk).iter().all(|row| row.starts_with('✓')));
}

#[test]
fn words_are_looked_for_everywhere_from_the_board() {
    let mut desk = board(Interface::French);
    desk.press(Modifiers::COMMAND | Modifiers::SHIFT, Key::F);
    let field = desk.say("everywhere-words");
    assert!(desk.shows(&field));
    desk.type_text("cookie");
    desk.wait_until("found", |desk| desk.shows("occurrences dans"));
    assert!(!rows(&desk).is_empty(), "the board stays");
}

#[test]
fn what_may_stand_behind_a_key_is_told() {
    let mut desk = board(Interface::French);
    desk.type_text("constat:loi");
    assert!(desk.shows("sans-traduction"));
}
