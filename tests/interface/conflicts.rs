//! What a merge left open, settled in the window.

use chartrier::model::Text;
use chartrier::store::{self, Notation};
use chartrier::ui::command::Command;
use chartrier::words::Interface;
use chartrier::workspace::Session;
use egui::{Key, Modifiers};

use crate::desk::{Answers, Desk};

const MERGED: &str = r#"Collection(format: 1, name: "N", languages: ["fr"],
    platforms: [Platform(id: "p", name: "Portail", url: "https://p.fr", title: "Charte")],
    conflicts: [
        Conflict(at: "platforms/p/name", base: "Port", ours: "Portail", theirs: "Le port"),
        Conflict(at: "platforms/p/url", base: "https://port.fr", ours: "https://p.fr", theirs: "https://le-port.fr"),
    ])"#;

fn desk() -> Desk {
    let merged = store::read(MERGED.as_bytes(), Notation::Ron).expect("it is a collection");
    Desk::with(
        Session::unsaved(merged),
        Interface::French,
        Answers::default(),
    )
}

#[test]
fn each_difference_is_settled_in_a_step_that_can_be_undone() {
    let mut desk = desk();
    let start = desk.bytes();
    assert!(desk.shows("2 différences à trancher"));
    desk.run(Command::Conflicts);
    assert!(desk.shows("Portail › nom"), "the place, as people call it");
    desk.click("Prendre l’autre").click("Garder la nôtre");
    assert!(desk.shows("Tout est tranché"));
    desk.click("Fermer");
    let collection = desk.window().session().collection();
    let platform = collection.platforms.at(0).expect("it is there");
    assert_eq!(platform.name, Text::same("Le port"));
    assert_eq!(platform.url, "https://p.fr");
    assert!(collection.conflicts.is_empty() && !desk.shows("à trancher"));
    desk.press(Modifiers::COMMAND, Key::Z)
        .press(Modifiers::COMMAND, Key::Z);
    assert_eq!(desk.bytes(), start);
}

#[test]
fn one_can_look_at_all_of_them_before_deciding() {
    let mut desk = desk();
    desk.run(Command::Conflicts);
    desk.click("Suivante");
    assert!(desk.shows("2 sur 2") && desk.shows("Portail › adresse"));
    desk.click("Suivante");
    assert!(desk.shows("1 sur 2"));
    desk.click("Plus tard");
    assert_eq!(desk.window().session().collection().conflicts.len(), 2);
}
