//! The list of steps, and the way back to the place of each change.

use egui::{Key, Modifiers};

use crate::desk::*;

const CTRL: Modifiers = Modifiers::COMMAND;

/// The section that tests type into.
const WHY: &str = "Texte : Pourquoi cette page\u{202f}?";

#[test]
fn the_steps_are_named_and_any_of_them_is_jumped_to() {
    let mut desk = french_desk();
    let before = desk.bytes();
    desk.click("Charte modèle Charte commune").focus(WHY);
    for word in ["Coquelicot ", "rouge", " ", "sauvage", " "] {
        desk.type_text(word);
    }
    let typed = desk.bytes();
    desk.press(CTRL | Modifiers::SHIFT, Key::H);
    for step in [
        "Saisie « Coquelicot »",
        "Saisie « rouge »",
        "Saisie « sauvage »",
    ] {
        assert!(desk.shows(step), "{step}");
    }
    assert!(desk.shows("Vous êtes ici"));
    desk.click_containing("Saisie « Coquelicot »");
    assert_eq!(desk.window().session().steps(), (1, 2));
    assert!(desk.bytes().contains("Coquelicot ") && !desk.bytes().contains("rouge"));
    desk.click_containing("Au début");
    assert_eq!(desk.bytes(), before);
    desk.click_containing("Saisie « sauvage »");
    assert_eq!(desk.bytes(), typed);
}

#[test]
fn undo_goes_back_to_the_place_of_the_change_across_platforms_with_the_cursor() {
    let mut desk = french_desk();
    desk.click("Charte modèle Charte commune").focus(WHY);
    desk.type_text("Coquelicot ");
    desk.click("Plateforme opendata.cc-coeurdefrance.fr");
    assert!(!desk.shows("3 plateformes la suivent"));
    desk.press(CTRL, Key::Z);
    assert!(
        desk.shows("3 plateformes la suivent"),
        "the model is shown again"
    );
    desk.press(CTRL, Key::Y).type_text("rouge ");
    assert!(
        desk.bytes().contains("Coquelicot rouge "),
        "the cursor is behind the words"
    );
}

#[test]
fn undo_goes_back_to_the_very_cell() {
    let mut desk = french_desk();
    desk.click("Charte modèle Charte commune");
    desk.click_containing("Durée de conservation, ligne 1 sur 4")
        .type_text("Coquelicot ");
    desk.focus("Titre").press(CTRL, Key::Z);
    desk.type_text("Bleuet ");
    desk.press(CTRL | Modifiers::SHIFT, Key::H);
    assert!(desk.shows("ligne 1"), "the step tells its row");
    let bytes = desk.bytes();
    assert!(bytes.contains("Bleuet ") && !bytes.contains("Coquelicot"));
    let title = chartrier::model::Element::Title;
    let owner = platform(CAF);
    let resolved = desk.window().session().collection().resolve(&owner);
    let resolved = resolved.expect("it is there");
    let (text, _) = resolved.text(&title).expect("a title");
    assert!(
        !text
            .written(&french())
            .unwrap_or_default()
            .contains("Bleuet")
    );
}
