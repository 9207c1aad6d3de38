//! Languages side by side: what is to be translated, and what is older than what it translates.

use chartrier::model::{Element, ModelId, Owner};
use chartrier::words::Interface;
use egui::{Key, Modifiers};
use egui_kittest::kittest::NodeT as _;

use crate::desk::*;

const NONE: Modifiers = Modifiers::NONE;
const CTRL: Modifiers = Modifiers::COMMAND;

fn model() -> Owner {
    Owner::Model(ModelId::new("commun").expect("an id"))
}

/// What the English title of the model is of, if that has changed since.
fn outdated(desk: &Desk) -> Option<String> {
    let charter = desk.window().session().collection().charter(&model());
    let title = charter.and_then(|it| it.text(&Element::Title));
    let english = "en".parse().expect("a language");
    title
        .and_then(|it| it.outdated(&english))
        .map(str::to_owned)
}

/// A desk on which the French title of the model was changed.
fn changed() -> Desk {
    let mut desk = french_desk();
    desk.click("Charte modèle Charte commune");
    desk.focus("Titre")
        .press(CTRL, Key::End)
        .type_text(" Coquelicot");
    assert_eq!(outdated(&desk).as_deref(), Some("Charte cookies"));
    desk
}

#[test]
fn an_older_translation_is_gone_to_with_what_has_changed_and_confirmed() {
    let mut desk = changed();
    desk.press(NONE, Key::F5);
    desk.wait_until("gone to", |desk| desk.shows("traduction à revoir"));
    assert!(desk.shows("Charte en anglais"));
    assert!(desk.shows("ce qui a changé depuis la traduction"));
    assert!(desk.shows("+ Coquelicot"), "by words");
    desk.press(CTRL, Key::F5);
    assert_eq!(outdated(&desk), None);
    assert!(!desk.shows("traduction à revoir"));
    desk.wait_until("looked at again", |desk| {
        desk.shows("Tout est traduit et à jour.")
    });
    desk.press(CTRL, Key::Z);
    assert_eq!(outdated(&desk).as_deref(), Some("Charte cookies"));
}

#[test]
fn what_has_changed_stays_in_sight_while_the_translation_is_brought_up_to_date() {
    let mut desk = changed();
    desk.press(NONE, Key::F5);
    desk.wait_until("gone to", |desk| desk.shows("traduction à revoir"));
    desk.press(CTRL, Key::End).type_text("!");
    assert_eq!(outdated(&desk), None);
    assert!(!desk.shows("traduction à revoir"));
    assert!(desk.shows("+ Coquelicot"));
}

#[test]
fn what_is_to_be_translated_is_walked_through_in_both_directions() {
    let mut desk = changed();
    desk.focus("Texte\u{a0}: Pourquoi cette page\u{202f}?");
    desk.type_text("Coquelicot ");
    desk.press(NONE, Key::F5);
    let title = "À revoir en anglais, Charte commune · Titre";
    desk.wait_until("listed", |desk| desk.shows(title));
    let in_title = |desk: &Desk| {
        let focused = desk.harness.ctx.memory(|memory| memory.focused());
        let title = desk.acting("Titre").accesskit_node().locate().0;
        focused.map(|it| it.accesskit_id()) == Some(title)
    };
    desk.wait_until("gone to", in_title);
    desk.press(NONE, Key::F5);
    assert!(!in_title(&desk), "the next is a text");
    desk.press(Modifiers::SHIFT, Key::F5);
    assert!(in_title(&desk), "and back");
}

#[test]
fn how_much_is_done_is_told_for_each_charter() {
    for (interface, command, progress, done, less) in [
        (
            Interface::French,
            "Traductions",
            "Avancement",
            "Données Valbrune : français 100 % · anglais 100 %",
            "français 100 % · anglais 9",
        ),
        (
            Interface::English,
            "Translations",
            "Progress",
            "Données Valbrune : French 100% · English 100%",
            "French 100% · English 9",
        ),
    ] {
        let mut desk = Desk::with_examples(interface);
        desk.press(CTRL, Key::K)
            .type_text(command)
            .press(NONE, Key::Enter);
        desk.click(progress);
        desk.wait_until("counted", |desk| desk.shows(done));
        assert!(!desk.shows(less));
    }
}
