//! Comparing charters and versions in the window, by the names that a screen reader would say.

use chartrier::store::{self, Notation};
use chartrier::ui::command::Command;
use chartrier::words::Interface;
use chartrier::workspace::{Session, files};
use egui::{Key, Modifiers};

use crate::desk::{Answers, Desk};

const TWO: &str = r#"Collection(format: 1, name: "N", languages: ["fr"],
    models: [Model(id: "m", name: "Commun", title: "Charte", sections: [
        Section(id: "a", heading: "Objet", body: "Un fichier court."),
        Section(id: "c", heading: "Cookies", table: CookieTable(columns: [Column(id: "n", role: name, label: "Nom")], rows: [Row(id: "r", cells: {"n": "_ga"}), Row(id: "s", cells: {"n": "lang"})])),
    ])],
    platforms: [
        Platform(id: "p", name: "Portail", url: "https://p.fr", follows: "m", adaptations: [
            replace_body(section: "a", was: "Un fichier court.", text: "Un petit fichier court."), hide_row(section: "c", row: "r")]),
        Platform(id: "q", name: "Quai", url: "https://q.fr", follows: "m"),
    ])"#;

fn session(text: &str) -> Session {
    let collection = store::read(text.as_bytes(), Notation::Ron).expect("it is a collection");
    Session::unsaved(collection)
}

/// The first platform, compared with what some letters find first.
fn compared_with(letters: &str) -> Desk {
    let mut desk = Desk::with(session(TWO), Interface::French, Answers::default());
    desk.click_containing("Portail").run(Command::Compare);
    desk.type_text(letters).press(Modifiers::NONE, Key::Enter);
    desk
}

#[test]
fn a_platform_is_compared_with_its_model_by_words_and_cookies() {
    let desk = compared_with("modèle");
    assert!(desk.shows("Commun et Portail"));
    assert!(desk.shows("Section « Objet », texte"));
    assert!(desk.shows("+petit"));
    assert!(desk.shows("un retiré"), "cookies are counted");
    assert!(desk.shows("Cookie _ga, retiré"));
}

#[test]
fn two_platforms_are_compared_without_their_names() {
    let desk = compared_with("quai");
    assert!(desk.shows("Quai et Portail"));
    assert!(desk.shows("+petit") && desk.shows("Cookie _ga, retiré"));
    assert!(
        !desk.shows("Charte, nom"),
        "that they are called otherwise is no news"
    );
}

#[test]
fn the_collection_is_compared_with_another_file() {
    let folder = tempfile::tempdir().expect("a folder");
    let older = folder.path().join("avant.ron");
    let text = TWO.replace("fichier court", "fichier");
    let text = text.replace("\"Quai\"", "\"Le quai\"");
    std::fs::write(&older, &text).expect("written");
    let mut desk = Desk::with(session(TWO), Interface::French, Answers::default());
    desk.run(Command::Compare);
    desk.type_text("fichier").press(Modifiers::NONE, Key::Enter);
    desk.type_text(&older.display().to_string());
    desk.press(Modifiers::NONE, Key::Enter);
    desk.wait_until("compared", |desk| desk.shows("chartes diffèrent"));
    assert!(desk.shows("Charte modèle Commun (m) › Section « Objet », texte"));
    assert!(desk.shows("Plateforme Quai (q) › Charte, nom de la plateforme"));
}

#[test]
fn a_charter_is_compared_with_what_is_saved() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("c.ron");
    std::fs::write(&path, TWO).expect("written");
    let session = files::open(&path).expect("a collection");
    let mut desk = Desk::with(session, Interface::French, Answers::default());
    desk.click_containing("Portail");
    desk.focus("Texte : Objet")
        .press(Modifiers::COMMAND, Key::End)
        .type_text(" Neuf.");
    desk.run(Command::Compare);
    desk.type_text("enregistré")
        .press(Modifiers::NONE, Key::Enter);
    assert!(desk.shows("Enregistré et Portail"));
    assert!(desk.shows("Une différence.") && desk.shows("+ Neuf."));
}

#[test]
fn a_file_that_is_no_collection_is_told_and_nothing_is_lost() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("rien.ron");
    std::fs::write(&path, "rien").expect("written");
    let mut desk = Desk::with(session(TWO), Interface::French, Answers::default());
    let before = desk.bytes();
    desk.run(Command::Compare);
    desk.type_text("fichier").press(Modifiers::NONE, Key::Enter);
    desk.type_text(&path.display().to_string());
    desk.press(Modifiers::NONE, Key::Enter);
    desk.wait_until("told", |desk| desk.shows("rien.ron"));
    assert_eq!(desk.bytes(), before);
}
