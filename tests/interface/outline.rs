//! The outline: sections moved, split, joined, collapsed; what is inherited; other languages.

use chartrier::model::{Element, Owner, SectionId};
use chartrier::store::{self, Notation};
use chartrier::words::Interface;
use chartrier::workspace::Session;
use egui::{Event, Key, Modifiers, vec2};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use crate::desk::*;
use crate::looks::painted_in;

const ALT_SHIFT: Modifiers = Modifiers {
    alt: true,
    shift: true,
    ..Modifiers::NONE
};

const CTRL_SHIFT: Modifiers = Modifiers {
    ctrl: true,
    shift: true,
    command: true,
    ..Modifiers::NONE
};

/// Three sections that two platforms inherit, and a platform of its own.
const SMALL: &str = r#"Collection(
    format: 1, name: "Essai", languages: ["fr", "en"],
    facts: [Fact(id: "matomo", label: "Matomo")],
    models: [Model(id: "m", name: "Commun", title: {"fr": "Charte", "en": "Charter"}, sections: [
        Section(id: "a", heading: {"fr": "Un", "en": "One"}, body: {"fr": "premier texte\n\nsuite"}),
        Section(id: "b", heading: {"fr": "Deux"}, body: {"fr": "deuxième", "en": "second"}),
        Section(id: "c", heading: {"fr": "Trois"}, body: "troisième", note: "À relire."),
    ])],
    platforms: [Platform(id: "p", name: "P", follows: "m"), Platform(id: "q", name: "Q", follows: "m")],
)"#;

fn small(interface: Interface) -> Desk {
    small_of(vec2(1600.0, 2000.0), interface)
}

fn small_of(size: egui::Vec2, interface: Interface) -> Desk {
    let collection = store::read(SMALL.as_bytes(), Notation::Ron).expect("it can be read");
    let session = Session::unsaved(collection);
    Desk::of_size(size, session, interface, Answers::default())
}

/// The outline as it reads: level, id, what is hidden.
fn outline(desk: &Desk, owner: &str) -> String {
    let collection = desk.window().session().collection();
    let resolved = collection.resolve(&platform(owner)).expect("it is there");
    let sections = resolved.sections.iter().map(|section| {
        let hidden = if section.hidden.is_some() { "-" } else { "" };
        format!("{}{hidden}{}", section.level.value.number(), section.id)
    });
    sections.collect::<Vec<_>>().join(" ")
}

fn text(desk: &Desk, owner: &Owner, element: &Element) -> String {
    let collection = desk.window().session().collection();
    let resolved = collection.resolve(owner).expect("it is there");
    let (text, _) = resolved.text(element).expect("it has a text");
    text.written(&french()).unwrap_or_default().to_owned()
}

fn body(section: &str) -> Element {
    Element::Body(SectionId::new(section).expect("an id"))
}

/// Whether what has the cursor has this name.
fn has_cursor(desk: &Desk, label: &str) -> bool {
    let mut all = desk.harness.query_all_by_label(desk.shown(label));
    all.any(|node| node.accesskit_node().is_focused())
}

#[test]
fn a_section_moves_by_keys_and_keeps_the_cursor() {
    let mut desk = small(Interface::French);
    desk.focus("Texte : Un").press(ALT_SHIFT, Key::ArrowDown);
    assert_eq!(outline(&desk, "p"), "1b 1a 1c");
    assert_eq!(outline(&desk, "q"), "1a 1b 1c", "here alone");
    assert!(has_cursor(&desk, "Texte : Un"));
    desk.press(ALT_SHIFT, Key::ArrowDown);
    assert_eq!(outline(&desk, "p"), "1b 1c 1a");
    assert!(desk.shows("déplacée ici"));
    desk.press(ALT_SHIFT, Key::ArrowUp);
    assert_eq!(outline(&desk, "p"), "1b 1a 1c");
    desk.undo_all();
    assert_eq!(outline(&desk, "p"), "1a 1b 1c");
}

#[test]
fn a_level_is_changed_by_keys_and_follows_the_model_again() {
    let mut desk = small(Interface::French);
    let before = desk.bytes();
    desk.focus("Texte : Deux").press(ALT_SHIFT, Key::ArrowRight);
    assert_eq!(outline(&desk, "p"), "1a 2b 1c");
    assert!(desk.shows("Niveau 2") && desk.shows("autre niveau ici"));
    desk.click("Actions : Deux")
        .click("Revenir au niveau du modèle");
    assert_eq!(desk.bytes(), before);
}

#[test]
fn a_section_is_dragged_by_its_handle() {
    let mut desk = small(Interface::French);
    let from = desk.acting("Déplacer : Un").rect().center();
    let to = desk.acting("Déplacer : Trois").rect().center();
    let drag = |desk: &mut Desk, end: &dyn Fn(&mut Desk)| {
        desk.harness.hover_at(from);
        desk.harness.step();
        desk.harness.drag_at(from);
        desk.harness.step();
        desk.harness.hover_at(from + vec2(0.0, 30.0));
        desk.harness.step();
        desk.harness.hover_at(to);
        desk.harness.step();
        desk.harness.step();
        end(desk);
        desk.harness.drop_at(to);
        desk.harness.run();
    };
    drag(&mut desk, &|desk| {
        desk.harness.key_press(Key::Escape);
        desk.harness.step();
    });
    assert_eq!(outline(&desk, "p"), "1a 1b 1c", "Escape lets go");
    drag(&mut desk, &|_| {});
    assert_eq!(outline(&desk, "p"), "1b 1a 1c");
    desk.undo_all();
    assert_eq!(outline(&desk, "p"), "1a 1b 1c");
}

#[test]
fn a_section_is_split_at_the_cursor_and_joined() {
    let mut desk = small(Interface::French);
    desk.focus("Texte : Un");
    desk.press(Modifiers::CTRL | Modifiers::COMMAND, Key::Home);
    for _ in 0.."premier".len() {
        desk.press(Modifiers::NONE, Key::ArrowRight);
    }
    desk.press(CTRL_SHIFT, Key::X);
    assert_eq!(outline(&desk, "p"), "1a 1section 1b 1c");
    assert_eq!(text(&desk, &platform("p"), &body("a")), "premier");
    assert_eq!(
        text(&desk, &platform("p"), &body("section")),
        " texte\n\nsuite"
    );
    assert_eq!(
        text(&desk, &platform("q"), &body("a")),
        "premier texte\n\nsuite"
    );
    assert!(has_cursor(&desk, "Intertitre : section"));
    desk.press(CTRL_SHIFT, Key::J);
    assert_eq!(outline(&desk, "p"), "1a 1b 1c");
    assert!(has_cursor(&desk, "Texte : Un"));
    desk.undo_all();
    assert_eq!(
        text(&desk, &platform("p"), &body("a")),
        "premier texte\n\nsuite"
    );
}

#[test]
fn a_section_is_copied_and_removed_by_keys() {
    let mut desk = small(Interface::English);
    desk.focus("Text: Deux").press(CTRL_SHIFT, Key::D);
    assert_eq!(outline(&desk, "p"), "1a 1b 1b-2 1c");
    desk.click("Section").click("Remove the section");
    assert_eq!(outline(&desk, "p"), "1a 1b 1c");
}

#[test]
fn the_menu_changes_a_section_everywhere_and_says_how_many_that_is() {
    let mut desk = small(Interface::French);
    desk.click("Actions : Un").click("Partout (2 plateformes)");
    desk.click("Descendre partout");
    assert_eq!(outline(&desk, "p"), "1b 1a 1c");
    assert_eq!(outline(&desk, "q"), "1b 1a 1c");
    desk.click("Actions : Un").click("Partout (2 plateformes)");
    desk.click("Supprimer partout");
    assert_eq!(outline(&desk, "q"), "1b 1c");
}

#[test]
fn sections_collapse_and_are_gone_to_by_the_outline() {
    let mut desk = small(Interface::French);
    desk.click("Replier : Un");
    assert!(!desk.shows("Texte : Un") && desk.shows("Déplier : Un"));
    desk.click("Affichage").click("Replier les sections");
    assert!(!desk.shows("Texte : Deux"));
    desk.click("Plan").click("Deux, Niveau 1");
    assert!(has_cursor(&desk, "Intertitre : Deux"));
    assert!(!desk.shows("Texte : Trois"), "the others stay as they were");
    desk.press(CTRL_SHIFT, Key::E);
    assert!(!desk.shows("Texte : Deux"));
    desk.press(CTRL_SHIFT, Key::E);
    assert!(has_cursor(&desk, "Intertitre : Deux"), "the cursor is back");
    desk.click("Affichage").click("Déplier les sections");
    assert!(desk.shows("Texte : Trois"));
}

#[test]
fn an_inherited_text_is_changed_everywhere_once_one_says_so() {
    let mut desk = small(Interface::French);
    desk.click("vient de « Commun », Texte : Deux");
    desk.click("Modifier partout (2 plateformes)");
    assert!(has_cursor(&desk, "Texte : Deux"));
    assert!(desk.shows("se modifie partout (2 plateformes)"));
    desk.type_text("!");
    assert!(text(&desk, &platform("q"), &body("b")).contains('!'));
    assert!(!desk.shows("Que voulez-vous faire"), "nothing is asked");
    desk.focus("Texte : Un")
        .focus("Texte : Deux")
        .type_text("?");
    assert!(
        !text(&desk, &platform("q"), &body("b")).contains('?'),
        "it ended"
    );
}

#[test]
fn where_a_section_comes_from_is_said_once() {
    let mut desk = small(Interface::French);
    let heading = desk.acting("vient de « Commun », Intertitre : Deux").rect();
    let body = desk.acting("vient de « Commun », Texte : Deux").rect();
    assert_eq!(painted_in(&desk, heading), ["vient de « Commun »"]);
    assert_eq!(painted_in(&desk, body), ["texte du même modèle"]);
    let top = |desk: &Desk| desk.acting("Texte : Deux").rect().top();
    let before = top(&desk);
    desk.focus("Texte : Deux").type_text("!");
    assert!((top(&desk) - before).abs() < 0.5, "it stays in place");
}

#[test]
fn an_inherited_text_is_made_ready_to_be_adapted_by_keys() {
    let mut desk = small(Interface::English);
    desk.focus("Text: Deux")
        .press(Modifiers::COMMAND, Key::Enter);
    assert!(desk.shows("adapts here"));
    desk.type_text("!");
    assert!(!desk.shows("What do you want"), "nothing is asked");
    assert!(text(&desk, &platform("p"), &body("b")).contains('!'));
    assert_eq!(text(&desk, &platform("q"), &body("b")), "deuxième");
}

#[test]
fn the_difference_is_shown_by_words_and_answered() {
    let mut desk = small(Interface::French);
    let before = desk.bytes();
    desk.focus("Texte : Deux");
    desk.press(Modifiers::COMMAND, Key::Enter)
        .press(Modifiers::COMMAND, Key::A)
        .type_text("autre")
        .press(CTRL_SHIFT, Key::K);
    assert!(desk.shows("Différence avec le modèle"));
    assert!(desk.shows("−deuxième+autre"), "marks, and not colour alone");
    desk.click("Garder ici");
    assert!(has_cursor(&desk, "Texte : Deux"));
    desk.press(CTRL_SHIFT, Key::K).click("Revenir au modèle");
    assert_eq!(desk.bytes(), before);
}

#[test]
fn a_model_that_moved_on_is_compared_in_three_parts() {
    let moved = SMALL.replace(
        r#"follows: "m"), Platform(id: "q""#,
        r#"follows: "m", adaptations: [replace_body(section: "b", was: {"fr": "jadis"}, text: {"fr": "ici"})]), Platform(id: "q""#,
    );
    let collection = store::read(moved.as_bytes(), Notation::Ron).expect("it can be read");
    let session = Session::unsaved(collection);
    let mut desk = Desk::of_size(
        vec2(1600.0, 2000.0),
        session,
        Interface::French,
        Answers::default(),
    );
    desk.focus("Texte : Deux").press(CTRL_SHIFT, Key::K);
    for part in ["jadis", "−jadis+deuxième", "−jadis+ici"] {
        assert!(desk.shows(part), "{part}");
    }
}

#[test]
fn what_is_to_be_translated_is_marked_counted_and_gone_to() {
    let mut desk = small(Interface::French);
    desk.press(CTRL_SHIFT, Key::Y);
    assert!(desk.shows("3 textes à traduire"));
    desk.click("3 textes à traduire");
    assert!(has_cursor(&desk, "Texte : One"));
    desk.click("3 textes à traduire");
    assert!(has_cursor(&desk, "Intertitre : Deux"));
    assert!(!desk.shows("Référence (français)"));
    desk.click("Affichage").click("Texte de référence");
    assert!(desk.shows("Référence (français)") && desk.shows("premier texte\n\nsuite"));
    let copies: Vec<_> = desk
        .harness
        .get_all_by_label("Copier le texte de référence")
        .collect();
    assert_eq!(copies.len(), 3);
    copies[0].click();
    desk.harness.run();
    assert!(desk.shows("2 textes à traduire"));
    assert!(desk.bytes().contains("\"en\": \"premier texte"));
}

#[test]
fn a_condition_and_a_note_are_set_in_the_menu() {
    let mut desk = small(Interface::French);
    desk.click("Charte modèle Commun").click("Actions : Un");
    desk.click("Condition").click("Matomo");
    assert!(desk.bytes().contains("when: \"matomo\""));
    assert!(desk.shows("seulement si la plateforme a : Matomo"));
    desk.click("Actions : Un").click("Note pour les collègues…");
    desk.type_text("À vérifier.").click("Noter");
    assert!(desk.bytes().contains("note: \"À vérifier.\""));
    desk.click("Plateforme P");
    assert!(desk.shows("pas affichée ici"));
}

#[test]
fn keys_are_spelled_in_the_interfaces_language() {
    for (interface, keys) in [
        (
            Interface::French,
            ["Ctrl+Maj+X", "Alt+Maj+↑", "Ctrl+Maj+Entrée"],
        ),
        (
            Interface::English,
            ["Ctrl+Shift+X", "Alt+Shift+↑", "Ctrl+Shift+Enter"],
        ),
    ] {
        let mut desk = small(interface);
        desk.click("Section");
        let root = desk.harness.root();
        let told: Vec<_> = root
            .children_recursive()
            .filter_map(|node| {
                node.accesskit_node()
                    .data()
                    .keyboard_shortcut()
                    .map(str::to_owned)
            })
            .collect();
        for key in keys {
            assert!(told.iter().any(|it| it == key), "{key}: {told:?}");
        }
    }
}

#[test]
fn nothing_of_a_card_is_cut_in_a_narrow_editor() {
    let mut desk = small_of(vec2(860.0, 1600.0), Interface::French);
    desk.focus("Texte : Deux");
    for _ in 0..5 {
        desk.press(ALT_SHIFT, Key::ArrowRight);
    }
    assert_eq!(outline(&desk, "p"), "1a 6b 1c");
    let handle = desk.acting("Déplacer : Deux").rect();
    let field = desk.acting("Texte : Deux").rect();
    let menu = desk.acting("Actions : Deux").rect();
    assert!(handle.left() >= field.left() - 1.0 && menu.right() <= field.right() + 1.0);
    let level = desk.harness.get_by_label("Niveau 6").rect();
    let up = desk.acting("Monter : Deux").rect();
    let add = desk.acting("Ajouter une section dessous : Deux").rect();
    assert!(level.right() <= add.left().min(up.left()), "{level:?}");
}

#[test]
fn of_two_hundred_sections_those_out_of_sight_are_not_drawn() {
    let sections: String = (0..200)
        .map(|at| format!("Section(id: \"s{at}\", heading: \"Section {at}\", body: \"texte\"),"))
        .collect();
    let text = format!(
        "Collection(format: 1, name: \"E\", languages: [\"fr\"], platforms: [Platform(id: \"p\", name: \"P\", sections: [{sections}])])"
    );
    let collection = store::read(text.as_bytes(), Notation::Ron).expect("it can be read");
    let session = Session::unsaved(collection);
    let mut desk = Desk::of_size(
        vec2(1400.0, 800.0),
        session,
        Interface::French,
        Answers::default(),
    );
    let drawn = desk
        .harness
        .query_all_by_label_contains(desk.shown("Texte : Section"))
        .count();
    assert!((5..60).contains(&drawn), "{drawn} sections are drawn");
    desk.click("Plan").focus("Section 150, Niveau 1");
    desk.press(Modifiers::NONE, Key::Enter);
    assert!(has_cursor(&desk, "Intertitre : Section 150"));
    desk.press(ALT_SHIFT, Key::ArrowUp);
    assert!(has_cursor(&desk, "Intertitre : Section 150"));
    let place = desk.acting("Intertitre : Section 150").rect();
    assert!(place.top() > 0.0 && place.bottom() < 800.0, "{place:?}");
    desk.harness.event(Event::PointerGone);
}

#[test]
fn the_choice_after_typing_stands_on_one_line_in_both_languages() {
    for interface in [Interface::French, Interface::English] {
        let session = Session::unsaved(chartrier::workspace::examples());
        let size = vec2(1280.0, 720.0);
        let mut desk = Desk::of_size(size, session, interface, Answers::default());
        let name = [("section", "Pourquoi cette page\u{202f}?".into())];
        let text = desk.words.say_of("body-of", &name).into_owned();
        desk.focus(&text).type_text("Coquelicot");
        let count = [("count", 3.into())];
        let everywhere = desk.words.say_of("choice-everywhere", &count).into_owned();
        let names = [desk.say("choice-here"), everywhere, desk.say("choice-drop")];
        let tops = names.map(|name| desk.acting(&name).rect().top());
        let is_beside = |top: &f32| (top - tops[0]).abs() < 1.0;
        assert!(tops.iter().all(is_beside), "{tops:?}");
    }
}
