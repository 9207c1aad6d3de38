//! Finding things: words in a charter, commands, places, findings.

use std::sync::Mutex;

use chartrier::store::{self, Notation};
use chartrier::words::Interface;
use chartrier::workspace::{Session, examples};
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable as _;

use crate::desk::*;

const NONE: Modifiers = Modifiers::NONE;
const CTRL: Modifiers = Modifiers::COMMAND;

/// What a text field says.
fn value_of(desk: &Desk, label: &str) -> String {
    use egui_kittest::kittest::NodeT as _;
    let node = desk.acting(label);
    node.accesskit_node().value().unwrap_or_default()
}

// ---- Words in the charter

#[test]
fn words_are_counted_and_gone_through_in_both_directions() {
    for (interface, of, field) in [
        (Interface::French, "sur", "Mots à chercher"),
        (Interface::English, "of", "Words to find"),
    ] {
        let mut desk = Desk::with_examples(interface);
        desk.press(CTRL, Key::F).type_text("Coq");
        desk.press(CTRL, Key::F).type_text("COÔKIES");
        assert_eq!(
            value_of(&desk, field),
            "COÔKIES",
            "what was there is selected"
        );
        let count = |desk: &Desk, at: usize| {
            let is_said = |label: String| desk.harness.query_all_by_label(&label).count() > 0;
            (1..200).find(|count| is_said(format!("{at} {of} {count}")))
        };
        let all = count(&desk, 1).expect("some are found, whatever their accents and capitals");
        assert!(all > 2, "{all}");
        desk.press(NONE, Key::Enter);
        assert_eq!(count(&desk, 2), Some(all), "Enter goes to the next");
        desk.press(Modifiers::SHIFT, Key::Enter)
            .press(Modifiers::SHIFT, Key::F3);
        assert_eq!(count(&desk, all), Some(all), "before the first is the last");
        desk.press(NONE, Key::F3);
        assert_eq!(count(&desk, 1), Some(all));
        assert_eq!(value_of(&desk, field), "COÔKIES", "no key was typed over");
    }
}

#[test]
fn escape_gives_the_cursor_to_the_words_that_were_found() {
    let mut desk = french_desk();
    desk.press(CTRL, Key::F)
        .type_text("appareil")
        .press(NONE, Key::Escape);
    assert!(!desk.shows("Mots à chercher"));
    desk.type_text("Coquelicot");
    let bytes = desk.bytes();
    assert!(
        bytes.contains("restent sur votre Coquelicot et comment"),
        "the words were selected"
    );
}

#[test]
fn a_cell_that_is_found_is_opened_on_its_words() {
    let mut desk = french_desk();
    desk.click("Charte modèle Charte commune");
    desk.press(CTRL, Key::F)
        .type_text("13 mois")
        .press(NONE, Key::Escape)
        .type_text("Coquelicot");
    assert!(
        desk.bytes().contains("Coquelicot"),
        "it is typed where the words were"
    );
    desk.press(CTRL, Key::Z);
    assert_eq!(desk.bytes(), store::write(&examples(), Notation::Ron));
}

#[test]
fn all_are_replaced_in_one_step_here_or_everywhere() {
    for (everywhere, in_model) in [(false, false), (true, true)] {
        let mut desk = french_desk();
        let before = desk.bytes();
        desk.press(CTRL, Key::H).type_text("appareil");
        desk.focus("Remplacer par").type_text("Coquelicot");
        if everywhere {
            desk.click("Modifier partout (3 plateformes)");
        }
        desk.click_containing("Tout remplacer");
        assert!(desk.shows("remplacements.") || desk.shows("1 remplacement."));
        assert!(desk.shows("Aucune occurrence"));
        assert_eq!(desk.window().session().steps(), (1, 0));
        desk.click("Plateforme opendata.cc-coeurdefrance.fr");
        assert_eq!(desk.shows("votre Coquelicot"), in_model);
        desk.press(CTRL, Key::Z);
        assert_eq!(desk.bytes(), before);
    }
}

#[test]
fn a_field_is_never_broken_and_the_bar_says_so() {
    let mut desk = french_desk();
    desk.press(CTRL, Key::H).type_text("platform.name");
    desk.focus("Remplacer par").type_text("Coquelicot");
    desk.click_containing("Tout remplacer");
    assert!(desk.shows("Rien n’a été remplacé."));
    assert!(desk.shows("partie d’un champ"));
    assert_eq!(desk.window().session().steps(), (0, 0));
}

#[test]
fn one_after_the_other_is_replaced_by_enter() {
    let mut desk = french_desk();
    desk.press(CTRL, Key::H).type_text("appareil");
    desk.focus("Remplacer par").type_text("appareil rouge");
    let of = |desk: &Desk| desk.bytes().matches("appareil rouge").count();
    for times in 1..3 {
        desk.press(NONE, Key::Enter);
        assert!(of(&desk) >= times, "{} after {times}", of(&desk));
        assert!(
            !desk.bytes().contains("rouge rouge"),
            "what was put is left alone"
        );
    }
    assert_eq!(desk.window().session().steps(), (2, 0));
}

// ---- Commands

#[test]
fn the_palette_runs_what_is_typed_and_remembers_it() {
    for (interface, letters, name) in [
        (Interface::French, "theme sombre", "Thème sombre, Affichage"),
        (Interface::English, "dark", "Dark theme, View"),
    ] {
        let mut desk = Desk::with_examples(interface);
        desk.press(CTRL, Key::K).type_text(letters);
        assert!(desk.shows(name), "{name}");
        desk.press(NONE, Key::Enter);
        assert_eq!(desk.harness.ctx.theme(), egui::Theme::Dark);
        assert!(!desk.shows(name), "the palette is closed");
        desk.press(CTRL, Key::K).press(NONE, Key::Enter);
        assert!(!desk.shows(name), "what was run last stands first");
    }
}

#[test]
fn the_palette_gives_the_cursor_back() {
    let mut desk = french_desk();
    desk.focus("Titre");
    desk.press(CTRL, Key::K)
        .type_text("enregistrer")
        .press(NONE, Key::Escape)
        .type_text("Coquelicot ");
    assert!(desk.bytes().contains("Coquelicot"));
}

#[test]
fn what_cannot_be_done_now_is_not_run_from_the_palette() {
    let mut desk = french_desk();
    desk.press(CTRL, Key::K)
        .type_text("annuler")
        .press(NONE, Key::Enter);
    assert!(desk.shows("Annuler, Édition"), "it stays open");
    desk.press(NONE, Key::Escape);
    assert!(!desk.shows("Annuler, Édition"));
}

#[test]
fn a_line_of_the_palette_can_be_clicked() {
    let mut desk = french_desk();
    desk.press(CTRL, Key::K).type_text("constats");
    desk.click_containing("Constats, Affichage");
    assert!(desk.shows("Constats (0)"));
}

// ---- Places

#[test]
fn platforms_sections_and_cookies_are_gone_to_by_name_and_left_again() {
    let mut desk = french_desk();
    desk.focus("Titre");
    desk.press(CTRL, Key::P)
        .type_text("valbrune")
        .press(NONE, Key::Enter);
    assert!(desk.shows("suit « Charte commune »"));
    desk.press(CTRL, Key::P)
        .type_text("commune")
        .press(NONE, Key::Enter);
    assert!(desk.shows("3 plateformes la suivent"));
    desk.press(CTRL, Key::P)
        .type_text("pourquoi page")
        .press(NONE, Key::Enter)
        .type_text("Coquelicot ");
    assert!(
        desk.bytes().contains("Coquelicot"),
        "the cursor is in the heading"
    );

    let alt = Modifiers::ALT;
    desk.press(alt, Key::ArrowLeft);
    assert!(desk.shows("3 plateformes la suivent"), "still the model");
    desk.press(alt, Key::ArrowLeft);
    assert!(
        desk.shows("suit « Charte commune »"),
        "back to the platform"
    );
    desk.press(alt, Key::ArrowLeft);
    desk.press(alt, Key::ArrowRight).press(alt, Key::ArrowRight);
    assert!(desk.shows("3 plateformes la suivent"), "and forward");
}

#[test]
fn a_cookie_is_gone_to_in_its_cell() {
    let mut desk = french_desk();
    desk.press(CTRL, Key::P)
        .type_text("_pk_id")
        .press(NONE, Key::Enter);
    desk.type_text("Coquelicot");
    assert!(desk.bytes().contains("Coquelicot"));
}

#[test]
fn another_collection_has_other_places() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("autre.ron");
    let text = r#"Collection(format: 1, name: "Autre", languages: ["fr"],
        platforms: [Platform(id: "nouvelle", name: "Nouvelle")])"#;
    std::fs::write(&path, text).expect("it can be written");
    let answers = Answers(Mutex::new(vec![path.clone()]));
    let mut desk = Desk::with(Session::unsaved(examples()), Interface::French, answers);
    desk.press(CTRL, Key::P)
        .type_text("valbrune")
        .press(NONE, Key::Enter);
    desk.press(CTRL, Key::O);
    desk.wait_until("opened", |desk| {
        desk.window().session().path() == Some(path.as_path())
    });
    desk.press(CTRL, Key::P);
    assert!(desk.shows("Nouvelle, Plateforme"), "what there is now");
    assert!(!desk.shows("Valbrune"), "and nothing of before");
}

// ---- Findings

#[test]
fn findings_are_told_by_headings_and_gone_to() {
    let text = store::write(&examples(), Notation::Ron);
    let text = text.replacen("{{ platform.name }}", "{{ nulle.part }}", 1);
    let collection = store::read(text.as_bytes(), Notation::Ron).expect("it opens");
    let session = Session::unsaved(collection);
    let mut desk = Desk::with(session, Interface::French, Answers::default());
    desk.press(Modifiers::COMMAND | Modifiers::SHIFT, Key::M);
    assert!(desk.shows("Empêche l’export"));
    assert!(desk.shows("« Pourquoi cette page\u{202f}? », texte"));
    desk.press(NONE, Key::F8).type_text("Coquelicot ");
    assert!(
        desk.bytes().contains("Coquelicot"),
        "F8 puts the cursor there"
    );
    desk.click("Fermer ce panneau");
    assert!(!desk.shows("Empêche l’export :"));
}

#[test]
fn what_a_menu_opens_has_the_keyboard() {
    let mut desk = french_desk();
    desk.click("Édition")
        .click("Rechercher")
        .type_text("cookie");
    assert_eq!(value_of(&desk, &desk.say("find-words")), "cookie");
    let mut desk = french_desk();
    desk.click("Édition")
        .click("Toutes les commandes…")
        .type_text("Thème sombre");
    desk.press(NONE, Key::Enter);
    assert_eq!(desk.harness.ctx.theme(), egui::Theme::Dark);
}

#[test]
fn a_cookie_far_below_is_brought_into_sight() {
    let mut desk = Desk::of_size(
        egui::vec2(1400.0, 860.0),
        Session::unsaved(examples()),
        Interface::French,
        Answers::default(),
    );
    desk.press(CTRL, Key::P)
        .type_text("sessionid")
        .press(NONE, Key::Enter);
    let cell = desk
        .acting("Nom du cookie, ligne 1 sur 4 : sessionid")
        .rect();
    assert!(cell.top() > 100.0 && cell.bottom() < 830.0, "{cell:?}");
}

#[test]
fn letters_and_enter_that_come_together_choose_what_the_letters_find() {
    let mut desk = french_desk();
    desk.press(CTRL, Key::P);
    desk.harness.event(egui::Event::Text("commune".into()));
    desk.harness.key_press(Key::Enter);
    desk.harness.run();
    assert!(desk.shows("3 plateformes la suivent"));
}
