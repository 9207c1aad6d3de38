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
    desk_with(MERGED)
}

fn desk_with(merged: &str) -> Desk {
    let merged = store::read(merged.as_bytes(), Notation::Ron).expect("it is a collection");
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
    desk.click("Précédente");
    assert!(desk.shows("2 sur 2"));
    desk.click("Plus tard");
    assert_eq!(desk.window().session().collection().conflicts.len(), 2);
}

#[test]
fn what_was_written_since_the_merge_is_shown_as_ours_and_kept() {
    let mut desk = desk_with(&MERGED.replacen("name: \"Portail\"", "name: \"Portail neuf\"", 1));
    desk.run(Command::Conflicts);
    assert!(desk.shows("Port+ail neuf") || desk.shows("−Port+Portail neuf"));
    desk.click("Garder la nôtre");
    let collection = desk.window().session().collection();
    let platform = collection.platforms.at(0).expect("it is there");
    assert_eq!(platform.name, Text::same("Portail neuf"));
    assert_eq!(collection.conflicts.len(), 1);
}

/// Texts of which each side changed words: other ones, and the same.
fn texts(ours: &str, theirs: &str) -> String {
    format!(
        r#"Collection(format: 1, name: "N", languages: ["fr"], models: [
            Model(id: "m", name: "M", sections: [Section(id: "s", heading: "Objet", body: "{ours}")])],
        conflicts: [Conflict(at: "models/m/charter/sections/s/body",
            base: "Un fichier est posé ici.", ours: "{ours}", theirs: "{theirs}")])"#
    )
}

#[test]
fn texts_of_which_each_side_changed_other_words_are_merged_by_words() {
    let merged = texts("Un petit fichier est posé ici.", "Un fichier est posé là.");
    let mut desk = desk_with(&merged);
    let start = desk.bytes();
    desk.run(Command::Conflicts);
    assert!(desk.shows("M › section « Objet » › texte"));
    desk.click("Fusionner…").click("Utiliser ce texte");
    assert!(desk.shows("Tout est tranché"));
    desk.click("Fermer");
    assert!(desk.bytes().contains("\"Un petit fichier est posé là.\""));
    desk.press(Modifiers::COMMAND, Key::Z);
    assert_eq!(desk.bytes(), start);
}

#[test]
fn words_that_both_changed_are_decided_before_the_merged_text_is_used() {
    let merged = texts(
        "Un petit fichier est posé ici.",
        "Un gros fichier est posé ici.",
    );
    let mut desk = desk_with(&merged);
    desk.run(Command::Conflicts);
    desk.click("Fusionner…");
    assert!(desk.shows("nos mots, puis ceux de l’autre version"));
    desk.click("Utiliser ce texte");
    assert_eq!(desk.window().session().collection().conflicts.len(), 1);
}

const REMOVED: &str = r#"Collection(format: 1, name: "N", languages: ["fr"],
    platforms: [Platform(id: "p", name: "Portail", url: "https://p.org", title: "Charte")],
    conflicts: [Conflict(at: "platforms/p",
        base: {"id": "p", "name": "Portail", "url": "https://p.fr", "title": "Charte"},
        theirs: {"id": "p", "name": "Portail", "url": "https://p.org", "title": "Charte"})])"#;

#[test]
fn what_one_side_removed_and_the_other_changed_is_told_in_words() {
    let mut desk = desk_with(REMOVED);
    desk.run(Command::Conflicts);
    assert!(desk.shows("Plateforme « Portail »") && desk.shows("(retiré)"));
    assert!(desk.shows("Changé, adresse : « https://p.fr » est devenu « https://p.org »"));
    assert!(!desk.shows("{") && !desk.shows("\"id\""), "no JSON");
    desk.click("Le garder");
    let collection = desk.window().session().collection();
    assert!(collection.conflicts.is_empty() && collection.platforms.len() == 1);
}

#[test]
fn what_one_side_removed_can_be_removed() {
    let mut desk = desk_with(REMOVED);
    desk.run(Command::Conflicts);
    desk.click("Le retirer");
    let collection = desk.window().session().collection();
    assert!(collection.conflicts.is_empty() && collection.platforms.is_empty());
}

#[test]
fn an_order_is_told_by_names_and_can_be_taken() {
    let mut desk = desk_with(
        r#"Collection(format: 1, name: "N", languages: ["fr"],
            platforms: [Platform(id: "b", name: "Bé"), Platform(id: "a", name: "A")],
            conflicts: [Conflict(at: "platforms/(order)", base: ["a", "b"], ours: ["b", "a"], theirs: ["a", "b"])])"#,
    );
    desk.run(Command::Conflicts);
    assert!(desk.shows("ordre des plateformes") && desk.shows("Bé\nA"));
    desk.click("Prendre l’autre");
    let collection = desk.window().session().collection();
    let ids = collection.platforms.iter().map(|it| it.id.as_str());
    assert_eq!(ids.collect::<Vec<_>>(), ["a", "b"]);
}
