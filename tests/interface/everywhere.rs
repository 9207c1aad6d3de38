//! Words that are looked for everywhere, and others put in their place.

use chartrier::words::Interface;
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use crate::desk::*;

const NONE: Modifiers = Modifiers::NONE;
const CTRL: Modifiers = Modifiers::COMMAND;
const CTRL_SHIFT: Modifiers = Modifiers::COMMAND.plus(Modifiers::SHIFT);

/// A desk on which words were looked for everywhere, and found so many times.
fn found(words: &str, told: &str) -> Desk {
    let mut desk = french_desk();
    desk.press(CTRL_SHIFT, Key::F).type_text(words);
    let told = told.to_owned();
    desk.wait_until("found", |desk| desk.shows(&told));
    desk
}

/// What is to be put there instead.
fn by(desk: &mut Desk, words: &str) {
    desk.click("Remplacer")
        .focus("Remplacer partout par")
        .type_text(words);
}

fn replace_all(desk: &mut Desk, count: usize, told: &str) {
    let button = format!("Remplacer les {count} choisies");
    desk.wait_until("counted", |desk| desk.shows(&button));
    desk.click(&button);
    let told = told.to_owned();
    desk.wait_until("replaced", |desk| desk.shows(&told));
}

#[test]
fn each_text_is_found_once_and_gone_to_by_enter() {
    let mut desk = found("restent sur votre appareil", "1 occurrence dans 1 charte");
    assert!(desk.shows("Charte commune, 1 occurrence"));
    desk.press(NONE, Key::Enter);
    desk.press(NONE, Key::Enter);
    desk.type_text("Coquelicot");
    let bytes = desk.bytes();
    assert!(
        bytes.contains("combien de temps ils Coquelicot et comment"),
        "the words were selected, in the model"
    );
    desk.press(CTRL, Key::Z);
    desk.press(Modifiers::ALT, Key::ArrowLeft);
    assert!(
        desk.shows("vient de « Charte commune »"),
        "and the way back"
    );
}

#[test]
fn words_of_another_language_are_gone_to_in_it() {
    let mut desk = found("Why this page", "1 occurrence dans 1 charte");
    desk.click_containing("(en) : Why this page");
    desk.type_text("Coquelicot");
    assert!(desk.bytes().contains("\"Coquelicot?\""));
}

#[test]
fn all_are_replaced_in_one_step_and_what_is_left_out_stays() {
    let mut desk = found("visites", "occurrences dans");
    let before = desk.bytes();
    by(&mut desk, "venues");
    let all = (2..200).find(|it| desk.shows(&format!("Remplacer les {it} choisies")));
    let all = all.expect("there are some");
    desk.click_containing("Remplacer ici :");
    replace_all(&mut desk, all - 1, "remplacements dans");
    assert_eq!(desk.window().session().steps(), (1, 0));
    desk.wait_until("searched again", |desk| {
        desk.shows("1 occurrence dans 1 charte")
    });
    desk.press(CTRL, Key::Z);
    assert_eq!(desk.bytes(), before);
    assert!(
        !desk.shows("remplacements dans"),
        "none of it is there any more"
    );
    let again = format!("{all} occurrences dans");
    desk.wait_until("searched again", |desk| desk.shows(&again));
}

#[test]
fn a_charter_is_left_out_as_a_whole() {
    let mut desk = found("cookie", "occurrences dans 2 chartes");
    by(&mut desk, "témoin");
    desk.harness
        .get_by_label("Remplacer dans Charte commune")
        .click();
    desk.harness.run();
    let model = |desk: &Desk| desk.window().session().collection().models.clone();
    let before = model(&desk);
    let count = (1..200).find(|it| desk.shows(&format!("Remplacer les {it} choisies")));
    replace_all(&mut desk, count.expect("there are some"), "dans 1 charte.");
    assert_eq!(model(&desk), before);
}

#[test]
fn a_pattern_is_looked_for_and_a_wrong_one_is_told() {
    for (interface, pattern, field, wrong) in [
        (
            Interface::French,
            "Motif",
            "Mots à chercher partout",
            "Ce motif n’est pas complet",
        ),
        (
            Interface::English,
            "Pattern",
            "Words to find everywhere",
            "This pattern is not complete",
        ),
    ] {
        let mut desk = Desk::with_examples(interface);
        desk.press(CTRL_SHIFT, Key::F);
        desk.harness.get_by_label(pattern).click();
        desk.focus(field).type_text("(1[35]");
        assert!(desk.shows(wrong));
        desk.type_text(") (mois|months)");
        let (some, found) = match interface {
            Interface::French => ("occurrences", "13 mois"),
            Interface::English => ("matches", "13 months"),
        };
        desk.wait_until("found", |desk| desk.shows(some) && desk.shows(found));
        assert!(!desk.shows(wrong));
    }
}

#[test]
fn a_field_is_never_broken() {
    let mut desk = found("platform.name", "occurrences dans");
    by(&mut desk, "x");
    assert!(desk.shows("Remplacer les 0 choisies"));
    let ticks = desk.shown("Remplacer ici :");
    let ticks = desk.harness.query_all_by_label_contains(ticks);
    let may: Vec<bool> = ticks.map(|it| !it.accesskit_node().is_disabled()).collect();
    assert!(!may.is_empty() && !may.contains(&true));
}

#[test]
fn words_that_speak_of_a_part_that_is_not_there_are_told() {
    for (interface, pattern, replace, field, with, told, button) in [
        (
            Interface::French,
            "Motif",
            "Remplacer",
            "Mots à chercher partout",
            "Remplacer partout par",
            "Le motif n’a pas de partie $2",
            "Remplacer les ",
        ),
        (
            Interface::English,
            "Pattern",
            "Replace",
            "Words to find everywhere",
            "Replace everywhere with",
            "The pattern has no part $2",
            "Replace the ",
        ),
    ] {
        let mut desk = Desk::with_examples(interface);
        desk.press(CTRL_SHIFT, Key::F);
        desk.harness.get_by_label(pattern).click();
        desk.focus(field).type_text("(13) (?:mois|months)");
        desk.wait_until("found", |desk| desk.shows("13 mois"));
        desk.click(replace).focus(with).type_text("$2");
        assert!(desk.shows(told));
        let may = |desk: &Desk| {
            let buttons = desk.harness.query_all_by_label_contains(button);
            let buttons = buttons.filter(|it| it.accesskit_node().role() == Role::Button);
            buttons.map(|it| !it.accesskit_node().is_disabled()).next()
        };
        assert_eq!(may(&desk), Some(false));
        desk.press(NONE, Key::Backspace).type_text("1s");
        assert!(!desk.shows(told));
        assert_eq!(may(&desk), Some(true));
    }
}

#[test]
fn what_no_pattern_can_ask_for_here_is_told() {
    let mut desk = french_desk();
    desk.press(CTRL_SHIFT, Key::F);
    desk.harness.get_by_label("Motif").click();
    desk.focus("Mots à chercher partout").type_text("(?<!a)b");
    assert!(desk.shows("ne sont pas pris en charge"));
    assert!(!desk.shows("n’est pas complet"));
}

#[test]
fn a_tick_that_a_field_protects_says_why() {
    let mut desk = found("platform.name", "occurrences dans");
    by(&mut desk, "x");
    let tick = desk.shown("Remplacer ici :");
    let tick = desk.harness.query_all_by_label_contains(tick).next();
    let tick = tick.expect("there is one").rect().center();
    desk.harness.hover_at(tick);
    desk.wait_until("told", |desk| desk.shows("Ces mots font partie d’un champ"));
}
