//! How finished charters look, chosen in the window.

use std::fs;
use std::path::PathBuf;
use std::sync::Mutex;

use chartrier::model::{Look, Presentation};
use chartrier::store::{self, Notation};
use chartrier::ui::command::Command;
use chartrier::words::Interface;
use chartrier::workspace::{examples, files};
use egui::{Key, Modifiers};
use egui_kittest::kittest::NodeT as _;

use crate::desk::{Answers, Desk};

const SVG: &str = r#"<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>"#;

/// A window on the examples, in a file; with what the system's dialogs answer.
fn desk_on_file(folder: &tempfile::TempDir, answers: &[PathBuf]) -> Desk {
    let path = folder.path().join("chartes.ron");
    fs::write(&path, store::write(&examples(), Notation::Ron)).expect("it can be written");
    let session = files::open(&path).expect("it is a collection");
    let answers = Answers(Mutex::new(answers.to_vec()));
    Desk::with(session, Interface::French, answers)
}

fn presentation(desk: &Desk) -> &Presentation {
    &desk.window().session().collection().presentation
}

#[test]
fn a_look_is_chosen_in_one_step_that_can_be_undone() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut desk = desk_on_file(&folder, &[]);
    desk.run(Command::Presentation);
    desk.click("Organisme public : sobre, grands caractères")
        .click("Appliquer");
    desk.wait_until("settled", |desk| presentation(desk).look == Look::Public);
    assert!(!desk.shows("Appliquer"), "the dialog is gone");
    desk.press(Modifiers::COMMAND, Key::Z);
    assert_eq!(presentation(&desk), &Presentation::default());
}

#[test]
fn a_logo_from_elsewhere_is_copied_beside_the_collection() {
    let (folder, elsewhere) = (tempfile::tempdir(), tempfile::tempdir());
    let (folder, elsewhere) = (folder.expect("a folder"), elsewhere.expect("a folder"));
    let logo = elsewhere.path().join("logo.svg");
    fs::write(&logo, SVG).expect("it can be written");
    let mut desk = desk_on_file(&folder, std::slice::from_ref(&logo));
    desk.run(Command::Presentation);
    desk.click("Parcourir…");
    let name = logo.display().to_string();
    desk.wait_until("chosen", |desk| {
        desk.acting("Logo").accesskit_node().value().as_deref() == Some(name.as_str())
    });
    desk.focus("Ce que dit le logo (fr)")
        .type_text("Ville de Valbrune");
    desk.click("Appliquer");
    desk.wait_until("settled", |desk| presentation(desk).logo.is_some());
    let logo = presentation(&desk).logo.clone().expect("it is there");
    assert_eq!(logo.file.as_str(), "logo.svg");
    let french = crate::desk::french();
    assert_eq!(logo.alternative.written(&french), Some("Ville de Valbrune"));
    let copy = fs::read_to_string(folder.path().join("logo.svg"));
    assert_eq!(copy.expect("it was copied"), SVG);
}

#[test]
fn a_file_that_will_not_do_is_told_and_nothing_changes() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut desk = desk_on_file(&folder, &[]);
    fs::write(folder.path().join("logo.png"), "no picture").expect("it can be written");
    for (typed, told) in [
        ("logo.png", "ni PNG, ni JPEG"),
        ("absent.png", "ne peut pas être lu"),
        ("../logo.png", "ne mène pas à un fichier"),
    ] {
        desk.run(Command::Presentation);
        desk.focus("Logo").type_text(typed);
        desk.click("Appliquer");
        desk.wait_until(told, |desk| desk.shows(told));
        desk.click("Annuler");
    }
    assert_eq!(presentation(&desk), &Presentation::default());
}
