//! Typing, choosing, opening and saving in the window.

use std::sync::Mutex;

use chartrier::store::{self, Notation};
use chartrier::ui::command::Command;
use chartrier::ui::theme;
use chartrier::words::{Interface, Words};
use chartrier::workspace::{Session, examples, files};
use egui::{Key, Modifiers, Vec2, vec2};
use egui_kittest::kittest::Queryable as _;

use crate::desk::*;

/// The section that tests type into, and what it starts with.
const WHY: &str = "Texte : Pourquoi cette page\u{202f}?";

fn section_of_why(desk: &Desk) -> String {
    let collection = desk.window().session().collection();
    let resolved = collection.resolve(&platform(CAF)).expect("it is there");
    resolved
        .sections
        .first()
        .expect("the examples have sections")
        .id
        .to_string()
}

#[test]
fn what_is_typed_shows_in_the_preview_in_the_same_frame() {
    let mut desk = french_desk();
    desk.click("Charte modèle Charte commune").focus(WHY);
    desk.harness
        .event(egui::Event::Text("Coquelicot ".to_owned()));
    desk.harness.step();
    let shown: Vec<_> = desk
        .harness
        .get_all_by_label_contains("Coquelicot")
        .collect();
    assert!(!shown.is_empty(), "the preview does not show the word");
}

#[test]
fn what_is_typed_into_an_inherited_text_changes_this_platform_and_asks() {
    let mut desk = french_desk();
    let before = desk.bytes();
    let section = section_of_why(&desk);
    desk.focus(WHY).type_text("Coquelicot ");
    assert!(desk.body(&platform(CAF), &section).contains("Coquelicot"));
    assert!(!desk.body(&platform(COEUR), &section).contains("Coquelicot"));
    assert!(desk.shows("Modifier partout (3 plateformes)"));
    desk.click("Revenir au modèle");
    assert_eq!(desk.bytes(), before);
    assert!(!desk.shows("Modifier partout"));
}

#[test]
fn undoing_what_was_typed_leaves_nothing_to_decide() {
    let mut desk = french_desk();
    let before = desk.bytes();
    desk.focus(WHY).type_text("C").type_text("o").type_text("q");
    desk.press(Modifiers::COMMAND, Key::Z);
    assert_eq!(
        desk.bytes(),
        before,
        "a word is undone at once, its first letter included"
    );
    assert!(!desk.shows("Modifier partout"));
}

#[test]
fn adapting_here_changes_one_platform_alone() {
    let mut desk = french_desk();
    let section = section_of_why(&desk);
    desk.focus(WHY)
        .type_text("Coquelicot ")
        .click("Adapter ici");
    assert!(!desk.shows("Modifier partout"), "it is decided");
    // What is typed next needs no second choice.
    desk.type_text("rouge ");
    assert!(desk.body(&platform(CAF), &section).contains("rouge"));
    assert!(!desk.body(&platform(COEUR), &section).contains("Coquelicot"));
    assert!(desk.shows("adapté ici"));
}

#[test]
fn changing_a_cell_everywhere_changes_it_for_every_follower() {
    let mut desk = french_desk();
    desk.click_containing("Durée de conservation, ligne 1 sur 4")
        .type_text("Coquelicot ");
    assert!(
        desk.bytes().contains("replace_cell"),
        "{CAF} alone, at first"
    );
    desk.click("Modifier partout (3 plateformes)");
    assert!(!desk.bytes().contains("replace_cell"));
    desk.click("Plateforme opendata.cc-coeurdefrance.fr");
    assert!(desk.shows("Coquelicot"));
}

#[test]
fn changing_everywhere_changes_every_follower_by_keys_too() {
    let mut desk = french_desk();
    let section = section_of_why(&desk);
    desk.focus(WHY).type_text("Coquelicot ");
    desk.press(Modifiers::COMMAND | Modifiers::SHIFT, Key::Enter)
        .type_text("rouge ");
    for id in [CAF, COEUR] {
        assert!(
            desk.body(&platform(id), &section).contains("Coquelicot"),
            "{id}"
        );
        assert!(desk.body(&platform(id), &section).contains("rouge"), "{id}");
    }
}

#[test]
fn everywhere_ends_with_the_edit_that_it_was_said_of() {
    let mut desk = french_desk();
    desk.focus(WHY).type_text("Coquelicot ");
    desk.press(Modifiers::COMMAND | Modifiers::SHIFT, Key::Enter);
    desk.focus("Titre").focus(WHY).type_text("rouge ");
    assert!(desk.shows("Modifier partout"), "it asks again");
    desk.click("Plateforme opendata.cc-coeurdefrance.fr");
    assert!(desk.shows("Coquelicot") && !desk.shows("rouge"));
}

#[test]
fn an_adaptation_of_something_gone_can_be_dropped() {
    let text = store::write(&examples(), Notation::Ron);
    let adapted = "adaptations: [\n                hide_section(section: \"nowhere\"),";
    let text = text.replacen("adaptations: [", adapted, 1);
    let collection = store::read(text.as_bytes(), Notation::Ron).expect("it opens all the same");
    let mut desk = Desk::with(
        Session::unsaved(collection),
        Interface::French,
        Answers::default(),
    );
    desk.click_containing("Plateforme Données Valbrune")
        .click_containing("1 constat");
    desk.click_containing("Retirer cette adaptation");
    assert!(desk.shows("Aucun constat"));
    assert_eq!(desk.bytes(), store::write(&examples(), Notation::Ron));
}

#[test]
fn the_enter_that_asks_for_a_dialog_does_not_answer_it() {
    let mut desk = french_desk();
    desk.focus(WHY).type_text("Coquelicot ").focus("Ouvrir…");
    desk.press(Modifiers::NONE, Key::Enter);
    assert!(
        desk.shows("Enregistrer les modifications"),
        "the question still stands"
    );
}

#[test]
fn an_adapted_text_returns_to_the_model() {
    let mut desk = french_desk();
    let before = desk.bytes();
    desk.focus(WHY)
        .type_text("Coquelicot ")
        .press(Modifiers::COMMAND, Key::Enter);
    assert_ne!(desk.bytes(), before);
    desk.click("Revenir à ce que dit « Charte commune »");
    assert_eq!(desk.bytes(), before);
}

#[test]
fn a_cell_is_edited_in_place_and_left_by_enter() {
    let mut desk = french_desk();
    desk.click("Charte modèle Charte commune");
    desk.click_containing("Durée de conservation, ligne 1 sur 4");
    desk.type_text("Coquelicot ");
    assert!(desk.bytes().contains("Coquelicot"));
    desk.press(Modifiers::NONE, Key::Enter).type_text("Bleuet ");
    assert!(desk.bytes().contains("Bleuet"));
    desk.press(Modifiers::NONE, Key::Escape);
    assert!(!desk.bytes().contains("Bleuet"), "Escape takes it back");
    assert!(desk.shows("Coquelicot"), "what was left by Enter stays");
}

#[test]
fn what_is_edited_is_kept_in_view_in_the_preview() {
    let in_preview = |desk: &Desk, size: Vec2| {
        let all = desk.harness.query_all_by_label("Coquelicot");
        let right = all
            .map(|node| node.rect())
            .find(|rect| rect.left() > size.x / 2.0);
        let rect = right.expect("the preview shows it");
        assert!(rect.bottom() < size.y && rect.top() > 0.0, "{rect:?}");
    };
    let desk_of = |size| {
        Desk::of_size(
            size,
            Session::unsaved(examples()),
            Interface::French,
            Answers::default(),
        )
    };

    // A heading far below, of a section that is not there before it is written.
    let size = vec2(1400.0, 860.0);
    let mut desk = desk_of(size);
    desk.press(Modifiers::COMMAND | Modifiers::SHIFT, Key::T)
        .type_text("Coquelicot");
    in_preview(&desk, size);

    // A cell that the editor shows, and the preview only further down.
    let size = vec2(1400.0, 2500.0);
    let mut desk = desk_of(size);
    desk.click_containing("Nom du cookie, ligne 3 sur 4");
    desk.press(Modifiers::COMMAND, Key::A)
        .type_text("Coquelicot");
    in_preview(&desk, size);
}

#[test]
fn a_row_is_added_here_hidden_and_brought_back() {
    let mut desk = french_desk();
    let before = desk.bytes();
    let add: Vec<_> = desk
        .harness
        .get_all_by_label_contains("Ajouter une ligne ici seulement")
        .collect();
    add.first().expect("a table can be added to").click();
    desk.harness.run();
    desk.type_text("Coquelicot");
    assert!(
        desk.bytes().contains("add_row"),
        "a follower adds by an adaptation"
    );
    assert!(desk.bytes().contains("Coquelicot"));
    desk.press(Modifiers::NONE, Key::Escape);
    desk.undo_all();
    assert_eq!(desk.bytes(), before);

    let menus: Vec<_> = desk
        .harness
        .get_all_by_label_contains("Actions de la ligne 1")
        .collect();
    menus.first().expect("rows have menus").click();
    desk.harness.run();
    desk.click("Masquer ici");
    assert!(desk.bytes().contains("hide_row"));
}

#[test]
fn everything_is_undone_and_made_again() {
    let mut desk = french_desk();
    let before = desk.bytes();
    desk.focus(WHY)
        .type_text("Coquelicot ")
        .press(Modifiers::COMMAND, Key::Enter);
    desk.click_containing("Actions : Qu’est-ce qu’un cookie")
        .click("Masquer ou réafficher ici");
    desk.click_containing("Ajouter une section dessous : Pourquoi")
        .type_text("Bleuet");
    desk.click("Plateforme opendata.cc-coeurdefrance.fr");
    let after = desk.bytes();
    let steps = desk.undo_all();
    assert!(steps >= 4, "{steps} steps");
    assert_eq!(desk.bytes(), before);
    for _ in 0..steps {
        desk.press(Modifiers::COMMAND, Key::Y);
    }
    assert_eq!(desk.bytes(), after);
}

#[test]
fn a_section_is_hidden_and_shown_moved_and_moved_back() {
    let mut desk = french_desk();
    let before = desk.bytes();
    desk.click_containing("Actions : Qu’est-ce qu’un cookie")
        .click("Masquer ou réafficher ici");
    assert!(desk.bytes().contains("hide_section"));
    desk.click_containing("Réafficher : Qu’est-ce qu’un cookie");
    assert_eq!(desk.bytes(), before);
    desk.click_containing("Descendre : Pourquoi cette page");
    assert!(desk.bytes().contains("move_section"));
    desk.undo_all();
    assert_eq!(desk.bytes(), before);
}

#[test]
fn a_platform_is_added_by_its_address_and_removed() {
    let mut desk = french_desk();
    let before = desk.bytes();
    desk.press(Modifiers::COMMAND | Modifiers::SHIFT, Key::N);
    desk.type_text("data.exemple.fr")
        .press(Modifiers::NONE, Key::Enter);
    let collection = desk.window().session().collection();
    let added = collection.platforms.iter().last().expect("it was added");
    assert_eq!(added.url, "https://data.exemple.fr");
    assert_eq!(added.id.as_str(), "data-exemple-fr");
    assert!(added.charter.follows().is_some(), "it follows the model");
    assert!(desk.shows("Plateforme data.exemple.fr"));
    desk.click("Charte").click("Supprimer la charte");
    assert_eq!(desk.bytes(), before);
    desk.press(Modifiers::COMMAND, Key::Z);
    assert!(desk.shows("Plateforme data.exemple.fr"));
}

#[test]
fn a_collection_is_saved_under_a_typed_path_and_opened_again() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("chartes.ron");
    let mut desk = french_desk();
    desk.focus(WHY)
        .type_text("Coquelicot ")
        .press(Modifiers::COMMAND, Key::Enter);
    desk.press(Modifiers::COMMAND, Key::S);
    desk.type_text(path.to_str().expect("a path of letters"));
    desk.press(Modifiers::NONE, Key::Enter);
    desk.wait_until("saved", |desk| !desk.window().session().is_modified());
    let written = std::fs::read_to_string(&path).expect("it was saved");
    assert_eq!(written, desk.bytes());
    assert!(written.contains("Coquelicot"));

    let mut other = Desk::with_examples(Interface::English);
    other.press(Modifiers::COMMAND, Key::O);
    other.type_text(path.to_str().expect("a path of letters"));
    other.press(Modifiers::NONE, Key::Enter);
    other.wait_until("opened", |desk| desk.window().session().path().is_some());
    assert_eq!(other.bytes(), written);
}

#[test]
fn the_systems_dialog_chooses_the_file_to_open() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("chartes.json");
    let text = store::write(&examples(), Notation::Json);
    std::fs::write(&path, text).expect("it can be written");
    let answers = Answers(Mutex::new(vec![path.clone()]));
    let mut desk = Desk::with(Session::unsaved(examples()), Interface::French, answers);
    desk.press(Modifiers::COMMAND, Key::O);
    desk.wait_until("opened", |desk| {
        desk.window().session().path() == Some(path.as_path())
    });
    assert!(!desk.shows("Ouvrir un chartrier"), "the dialog is gone");
}

#[test]
fn a_file_that_cannot_be_read_is_told_and_the_collection_stays() {
    let mut desk = french_desk();
    let before = desk.bytes();
    desk.press(Modifiers::COMMAND, Key::O)
        .type_text("/nowhere/at-all.ron");
    desk.press(Modifiers::NONE, Key::Enter);
    desk.wait_until("told", |desk| desk.shows("Ce fichier n’existe pas"));
    assert!(
        desk.shows("Chemin du fichier"),
        "the path can be mended where it was given"
    );
    desk.press(Modifiers::NONE, Key::Escape);
    assert!(!desk.shows("Chemin du fichier"));
    assert_eq!(desk.bytes(), before);
}

#[test]
fn unsaved_changes_are_asked_about_before_something_else_is_opened() {
    let mut desk = french_desk();
    desk.focus(WHY)
        .type_text("Coquelicot ")
        .press(Modifiers::COMMAND, Key::Enter);
    let changed = desk.bytes();
    desk.press(Modifiers::COMMAND, Key::N)
        .click("Chartrier vide");
    assert!(desk.shows("Enregistrer les modifications"));
    desk.press(Modifiers::NONE, Key::Escape);
    assert_eq!(desk.bytes(), changed, "Escape changes nothing");
    desk.type_text("rouge ");
    assert_ne!(desk.bytes(), changed, "the cursor is back where it was");
    desk.press(Modifiers::COMMAND, Key::N)
        .click("Chartrier vide")
        .click("Ne pas enregistrer");
    assert!(
        desk.window().session().collection().platforms.is_empty(),
        "a new collection"
    );
}

#[test]
fn comments_of_a_file_are_asked_about_before_they_are_lost() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("chartes.ron");
    let text = format!(
        "// Relu par Jeanne.\n{}",
        store::write(&examples(), Notation::Ron)
    );
    std::fs::write(&path, &text).expect("it can be written");
    let session = files::open(&path).expect("comments are allowed");
    let mut desk = Desk::with(session, Interface::French, Answers::default());
    desk.focus(WHY)
        .type_text("Coquelicot ")
        .press(Modifiers::COMMAND, Key::Enter);
    desk.press(Modifiers::COMMAND, Key::S);
    assert!(desk.shows("commentaires"));
    assert_eq!(std::fs::read_to_string(&path).expect("it is there"), text);
    desk.click("Enregistrer sans eux");
    desk.wait_until("saved", |desk| !desk.window().session().is_modified());
    assert_eq!(
        std::fs::read_to_string(&path).expect("it is there"),
        desk.bytes()
    );
}

#[test]
fn a_file_that_something_else_wrote_is_not_overwritten_unasked() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("chartes.ron");
    std::fs::write(&path, store::write(&examples(), Notation::Ron)).expect("it can be written");
    let session = files::open(&path).expect("it is a collection");
    let mut desk = Desk::with(session, Interface::French, Answers::default());
    std::fs::write(&path, "someone else's").expect("it can be written");
    desk.focus(WHY)
        .type_text("Coquelicot ")
        .press(Modifiers::COMMAND, Key::Enter);
    desk.press(Modifiers::COMMAND, Key::S);
    desk.wait_until("asked", |desk| desk.shows("Remplacer le fichier"));
    assert_eq!(
        std::fs::read_to_string(&path).expect("it is there"),
        "someone else's"
    );
    desk.click("Remplacer");
    desk.wait_until("saved", |desk| !desk.window().session().is_modified());
}

#[test]
fn charters_are_exported_from_the_window() {
    let folder = tempfile::tempdir().expect("a folder");
    let out = folder.path().join("pages");
    let mut desk = french_desk();
    desk.press(Modifiers::COMMAND, Key::E).focus("Dossier");
    desk.press(Modifiers::COMMAND, Key::A)
        .type_text(out.to_str().expect("a path of letters"));
    desk.click("Exporter");
    desk.wait_until("exported", |desk| desk.shows("Ouvrir le dossier"));
    assert!(!desk.shows("Échec de l’export"));
    assert!(out.join("data-caf-fr/fr/charter.html").is_file());
    assert!(out.join("manifest.json").is_file());
}

#[test]
fn a_bilingual_platform_is_written_in_both_languages() {
    let mut desk = french_desk();
    desk.click_containing("Plateforme Données Valbrune");
    desk.click("Rédiger en anglais");
    assert!(desk.shows("Cookie charter"));
}

#[test]
fn what_keeps_a_charter_from_being_finished_is_shown_where_it_stands() {
    let mut collection = examples();
    let text = store::write(&collection, Notation::Ron).replacen(
        "{{ platform.name }}",
        "{{ nobody.knows }}",
        1,
    );
    collection = store::read(text.as_bytes(), Notation::Ron).expect("an unknown field is no error");
    let mut desk = Desk::with(
        Session::unsaved(collection),
        Interface::French,
        Answers::default(),
    );
    assert!(desk.shows("Rien ne définit le champ « nobody.knows »"));
    desk.click_containing("1 constat")
        .click_containing("Rien ne définit le champ");
    assert!(!desk.window().session().is_modified());
}

#[test]
fn a_collection_without_charters_says_how_to_begin() {
    let collection = chartrier::workspace::Starter::Empty.collection();
    let mut desk = Desk::with(
        Session::unsaved(collection),
        Interface::English,
        Answers::default(),
    );
    assert!(desk.shows("This collection has no charter yet."));
    desk.press(Modifiers::COMMAND | Modifiers::SHIFT, Key::N);
    desk.type_text("data.example.org")
        .press(Modifiers::NONE, Key::Enter);
    assert_eq!(desk.window().session().collection().platforms.len(), 1);
}

#[test]
fn everything_that_takes_input_has_a_name_in_both_languages() {
    for interface in Interface::ALL {
        let desk = Desk::with_examples(interface);
        desk.harness.check_accessibility();
        assert!(desk.shows(&desk.say("models")), "{interface:?}");
    }
}

#[test]
fn no_two_commands_share_their_keys_and_every_keyboard_has_them() {
    /// Keys without a letter that every keyboard has at the same place.
    const OTHERS: [&str; 8] = [
        "PageUp", "PageDown", "Left", "Right", "Up", "Down", "Enter", "Space",
    ];
    let mut seen = Vec::new();
    for command in Command::ALL.iter().copied() {
        let Some(shortcut) = command.shortcut() else {
            continue;
        };
        assert!(!seen.contains(&shortcut), "{command:?}");
        seen.push(shortcut);
        let name = shortcut.logical_key.name();
        let is_letter = name.len() == 1 && name.chars().all(|c| c.is_ascii_uppercase());
        let is_function = name.starts_with('F') && name.len() > 1;
        assert!(
            is_letter || is_function || OTHERS.contains(&name),
            "{command:?}: {name}"
        );
        assert!(
            !(shortcut.modifiers.alt && shortcut.modifiers.ctrl),
            "{command:?} is AltGr"
        );
    }
}

#[test]
fn every_text_stands_out_from_every_ground_it_stands_on() {
    for palette in [theme::Palette::LIGHT, theme::Palette::DARK] {
        let grounds = [
            palette.panel,
            palette.surface,
            palette.header,
            palette.selected,
        ];
        let texts = [
            palette.text,
            palette.weak,
            palette.accent,
            palette.inherited,
            palette.adapted,
            palette.warning,
        ];
        for text in texts {
            for ground in grounds {
                let contrast = contrast(text, ground);
                assert!(contrast >= 4.5, "{text:?} on {ground:?}: {contrast:.2}");
            }
        }
        assert!(contrast(palette.warning, palette.warning_ground) >= 4.5);
        for ground in [palette.panel, palette.surface, palette.header] {
            let contrast = contrast(palette.outline, ground);
            assert!(contrast >= 3.0, "an outline on {ground:?}: {contrast:.2}");
        }
        assert!(
            contrast(palette.surface, palette.accent) >= 4.5,
            "the main button"
        );
    }
}

/// The contrast of two colours as WCAG 2 defines it.
pub fn contrast(one: egui::Color32, other: egui::Color32) -> f64 {
    let luminance = |colour: egui::Color32| {
        let linear = |channel: u8| {
            let channel = f64::from(channel) / 255.0;
            if channel <= 0.04045 {
                channel / 12.92
            } else {
                ((channel + 0.055) / 1.055).powf(2.4)
            }
        };
        0.2126 * linear(colour.r()) + 0.7152 * linear(colour.g()) + 0.0722 * linear(colour.b())
    };
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

#[test]
fn a_window_made_small_keeps_its_preview() {
    let size = vec2(860.0, 480.0);
    let session = Session::unsaved(examples());
    let large = vec2(1400.0, 860.0);
    let mut desk = Desk::of_size(large, session, Interface::French, Answers::default());
    desk.harness.set_size(size);
    desk.harness.run();
    let fields = desk.harness.query_all_by_label("Titre");
    let right = fields.map(|field| field.rect().right()).fold(0.0, f32::max);
    assert!(right < size.x - 200.0, "the editor ends at {right}");
}

#[test]
fn a_window_made_large_again_gives_the_editor_its_room_back() {
    let session = Session::unsaved(examples());
    let large = vec2(1400.0, 860.0);
    let mut desk = Desk::of_size(large, session, Interface::French, Answers::default());
    let right = |desk: &Desk| {
        let fields = desk.harness.query_all_by_label("Titre");
        fields.map(|field| field.rect().right()).fold(0.0, f32::max)
    };
    let before = right(&desk);
    for size in [vec2(900.0, 480.0), vec2(700.0, 360.0), vec2(1000.0, 600.0)] {
        desk.harness.set_size(size);
        desk.harness.run();
        assert!(right(&desk) < before - 100.0, "there is less room");
    }
    desk.harness.set_size(large);
    desk.harness.run();
    let after = right(&desk);
    assert!((after - before).abs() < 1.0, "{before}, then {after}");
}

#[test]
fn the_export_that_is_under_way_is_shown_again_by_its_keys() {
    let folder = tempfile::tempdir().expect("a folder");
    let out = folder.path().join("pages");
    let mut collection = examples();
    let first = collection.platforms.at(0).expect("there is one");
    let first = chartrier::model::Platform::clone(first);
    for number in 0..200 {
        let mut another = first.clone();
        another.id = format!("p{number}").parse().expect("an id");
        collection.platforms.push(another).expect("it is new");
    }
    let session = Session::unsaved(collection);
    let mut desk = Desk::with(session, Interface::French, Answers::default());
    desk.press(Modifiers::COMMAND, Key::E).focus("Dossier");
    desk.press(Modifiers::COMMAND, Key::A)
        .type_text(out.to_str().expect("a path of letters"));
    for name in ["Exporter", "Continuer en arrière-plan"] {
        desk.acting(name).click();
        desk.harness.step();
        desk.harness.step();
    }
    desk.harness.key_press_modifiers(Modifiers::COMMAND, Key::E);
    desk.harness.step();
    desk.harness.step();
    assert!(desk.shows("Arrêter l’export"), "it is the one under way");
    assert!(
        !desk.shows("Toutes les plateformes"),
        "and no other is asked for"
    );
    desk.acting("Arrêter l’export").click();
    desk.wait_until("stopped", |desk| desk.shows("L’export a été arrêté"));
}

#[test]
fn french_signs_stay_with_their_words_and_languages_have_names() {
    let french = Words::on_screen(Interface::French);
    let said = french.say_of("choice-inherited", &[("name", "Charte commune".into())]);
    assert!(said.contains("«\u{a0}Charte commune\u{a0}»"), "{said}");
    assert!(said.ends_with("faire\u{a0}?"), "{said}");
    let writing = |words: &Words, tag: &str| {
        let values = [("language", tag.into())];
        words.say_of("status-language", &values).into_owned()
    };
    assert_eq!(writing(&french, "en"), "Charte en anglais");
    assert_eq!(writing(&french, "gsw"), "Charte en gsw", "by its code");
    let english = Words::on_screen(Interface::English);
    assert_eq!(writing(&english, "fr"), "Charter in French");
}

#[test]
fn a_form_is_there_again_when_the_window_is_not_closed_after_all() {
    let mut desk = Desk::with_examples(Interface::French);
    desk.focus(WHY).type_text("Coquelicot ");
    desk.press(Modifiers::COMMAND | Modifiers::SHIFT, Key::N);
    desk.focus("Adresse").type_text("data.exemple.fr");
    desk.close();
    assert!(desk.shows("Enregistrer les modifications"));
    desk.press(Modifiers::NONE, Key::Escape);
    assert!(!desk.shows("Enregistrer les modifications"));
    desk.click("Ajouter");
    let platforms = &desk.window().session().collection().platforms;
    let added = platforms
        .iter()
        .find(|it| it.id.as_str() == "data-exemple-fr");
    assert!(added.is_some(), "what was typed is not lost");
}

#[test]
fn nothing_is_saved_from_the_page_to_start_from() {
    let mut desk = Desk::of(vec2(1400.0, 900.0), Interface::French, |ctx| {
        let session = Session::unsaved(chartrier::workspace::Starter::Empty.collection());
        let mut window = chartrier::ui::Window::new(
            session,
            Interface::French,
            std::sync::Arc::new(Answers::default()),
            ctx,
        );
        window.start();
        window
    });
    desk.press(Modifiers::COMMAND, Key::S);
    assert!(!desk.shows("Enregistrer le chartrier"));
}

impl Desk {
    /// Asks the window to close, as its frame does.
    fn close(&mut self) {
        let input = self.harness.input_mut();
        let viewport = input.viewports.entry(egui::ViewportId::ROOT).or_default();
        viewport.events.push(egui::ViewportEvent::Close);
        self.harness.step();
        let input = self.harness.input_mut();
        let viewport = input.viewports.entry(egui::ViewportId::ROOT).or_default();
        viewport.events.clear();
        self.harness.run();
    }
}
