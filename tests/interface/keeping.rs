//! What outlives the window: settings, recent files, work that was not saved.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use chartrier::model::Role;
use chartrier::store::{self, Notation};
use chartrier::ui::Window;
use chartrier::words::Interface;
use chartrier::workspace::files::recovery;
use chartrier::workspace::settings::{Preference, Settings};
use chartrier::workspace::{Session, examples, files};
use egui::{Key, Modifiers, vec2};

use crate::desk::*;

const SIZE: egui::Vec2 = vec2(1800.0, 4000.0);
const WHY: &str = "Texte : Pourquoi cette page\u{202f}?";

/// A window on the examples, as a person with these settings left it.
fn as_left(settings: Settings, file: &Path) -> Desk {
    let file = file.to_owned();
    Desk::of(SIZE, Interface::French, move |ctx| {
        let session = Session::unsaved(examples());
        let window = Window::new(
            session,
            Interface::French,
            Arc::new(Answers::default()),
            ctx,
        );
        window.as_left(settings, Some(file), ctx)
    })
}

#[test]
fn what_a_person_sets_is_there_at_the_next_start() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("settings.json");
    let mut desk = as_left(Settings::default(), &file);
    desk.click("Affichage")
        .click_containing("Langue de l’interface")
        .click("Interface in English");
    desk.click("View").click("List of platforms");
    desk.click("View")
        .click_containing("Theme")
        .click("Dark theme");
    desk.wait_until("the settings are written", |_| {
        files::read_settings(&file).theme == chartrier::workspace::settings::Theme::Dark
    });
    let desk = as_left(files::read_settings(&file), &file);
    assert!(desk.shows("Not in a file yet"), "it speaks English");
    assert!(!desk.shows("Filter by name"), "the list is hidden");
    assert_eq!(desk.harness.ctx.theme(), egui::Theme::Dark);
}

#[test]
fn settings_that_cannot_be_read_are_those_of_a_first_start() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("settings.json");
    for broken in ["", "{", "[]", "{\"zoom\": \"large\"}", "\u{0}"] {
        fs::write(&file, broken).expect("it can be written");
        assert_eq!(files::read_settings(&file), Settings::default(), "{broken}");
    }
    fs::write(&file, "{\"zoom\": 900, \"later\": true}").expect("it can be written");
    assert!(
        files::read_settings(&file).zoom <= 3.0,
        "a window that can be used"
    );
}

#[test]
fn widths_of_columns_are_kept_by_role_and_unknown_roles_cost_nothing_else() {
    let mut settings = Settings::default();
    settings.set(Preference::ColumnWidth(Role::Purpose, Some(240.0)));
    assert_eq!(Settings::read(&settings.written()), settings);
    let later = br#"{"zoom": 1.5, "columns": {"purpose": 240, "mood": 80}}"#;
    let read = Settings::read(later);
    assert_eq!(
        (read.zoom, read.columns),
        (1.5, settings.columns),
        "as a later program may write"
    );
}

#[test]
fn a_file_that_was_worked_on_is_offered_to_start_from() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("chartes.ron");
    fs::write(&path, store::write(&examples(), Notation::Ron)).expect("it can be written");
    let mut settings = Settings::default();
    settings.note_file(&path);
    let mut desk = as_left(settings, &folder.path().join("settings.json"));
    desk.click("Fichier").click("Accueil");
    desk.click("chartes.ron");
    desk.wait_until("the file is open", |desk| {
        desk.window().session().path() == Some(&path)
    });
    assert!(desk.shows("Pourquoi cette page"));
}

#[test]
fn work_that_a_crash_left_behind_is_found_again() {
    let (here, there) = (
        tempfile::tempdir().expect("a folder"),
        tempfile::tempdir().expect("a folder"),
    );
    let mut desk = keeping_aside_in(here.path());
    desk.focus(WHY)
        .type_text("Coquelicot ")
        .press(Modifiers::COMMAND, Key::Enter);
    let works = |folder: &Path, kind: &str| -> Vec<_> {
        let entries = fs::read_dir(folder).expect("it is there");
        let paths = entries.map(|entry| entry.expect("it can be read").path());
        paths
            .filter(|path| path.extension().is_some_and(|it| it == kind))
            .collect()
    };
    desk.wait_until("the work is kept aside", |_| {
        !works(here.path(), "json").is_empty()
    });
    // The files of a program that is no more: nobody holds their lock.
    for kind in ["json", "lock"] {
        for file in works(here.path(), kind) {
            let copy = there.path().join(file.file_name().expect("a file"));
            fs::copy(&file, copy).expect("it can be copied");
        }
    }
    drop(desk);
    assert!(
        works(here.path(), "json").is_empty(),
        "a program that ends well leaves nothing"
    );

    let mut desk = keeping_aside_in(there.path());
    desk.wait_until("it is offered", |desk| {
        desk.shows("travail non enregistré a été retrouvé")
    });
    let date = jiff::Zoned::now().date();
    let month = [
        "janvier",
        "février",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "août",
        "septembre",
        "octobre",
        "novembre",
        "décembre",
    ][usize::from(date.month().unsigned_abs()) - 1];
    assert!(desk.shows(&format!(" {month} {}, ", date.year())));
    desk.click("Reprendre Portails de données");
    desk.wait_until("it is open", |desk| desk.bytes().contains("Coquelicot"));
    assert!(
        desk.window().session().is_modified(),
        "it is in no file yet"
    );
}

#[test]
fn work_that_was_left_behind_stays_there_until_it_is_opened() {
    let folder = tempfile::tempdir().expect("a folder");
    let work = folder.path().join("work-1.json");
    recovery::keep(&work, &examples(), None).expect("it can be written");
    fs::write(work.with_extension("lock"), "").expect("it can be written");
    // What is on the screen is in no file either.
    let session = Session::recovered(examples(), None);
    let mut desk = keeping_aside(session, folder.path());
    desk.wait_until("it is offered", |desk| {
        desk.shows("travail non enregistré a été retrouvé")
    });
    desk.click("Reprendre Portails de données");
    assert!(desk.shows(&desk.say("unsaved-title")));
    desk.press(Modifiers::NONE, Key::Escape).settle();
    assert!(work.exists(), "it is offered again at the next start");
}

#[test]
fn what_was_asked_about_a_collection_goes_with_it() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("chartes.ron");
    fs::write(&path, store::write(&examples(), Notation::Ron)).expect("it can be written");
    let mut desk = keeping_aside_in(folder.path());
    desk.press(Modifiers::COMMAND | Modifiers::SHIFT, Key::P);
    desk.wait_until("read", |desk| desk.shows("Valbrune. "));
    desk.press(Modifiers::COMMAND, Key::A)
        .press(Modifiers::NONE, Key::Delete);
    let asked = desk.say("bulk-remove");
    desk.wait_until("it asks", |desk| desk.shows(&asked));
    desk.drop_collection(&path);
    desk.wait_until("it is open", |desk| {
        desk.window().session().path() == Some(&path)
    });
    desk.press(Modifiers::NONE, Key::Enter);
    let platforms = desk.window().session().collection().platforms.len();
    assert_eq!(platforms, examples().platforms.len());
}

/// A window that keeps its work aside in a folder.
fn keeping_aside_in(folder: &Path) -> Desk {
    keeping_aside(Session::unsaved(examples()), folder)
}

fn keeping_aside(session: Session, folder: &Path) -> Desk {
    let folder = folder.to_owned();
    Desk::of(SIZE, Interface::French, move |ctx| {
        let answers = Arc::new(Answers::default());
        let mut window = Window::new(session, Interface::French, answers, ctx);
        window.keep_aside_in(folder);
        window
    })
}

#[test]
fn the_platforms_that_were_exported_are_chosen_again() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("chartes.ron");
    fs::write(&path, store::write(&examples(), Notation::Ron)).expect("it can be written");
    let session = || files::open(&path).expect("it is a collection");
    let mut desk = Desk::with(session(), Interface::French, Answers::default());
    let export = |desk: &mut Desk| {
        desk.press(Modifiers::COMMAND, Key::E);
    };
    export(&mut desk);
    desk.click("Choisir…").click("Données Valbrune");
    desk.click("Exporter");
    desk.wait_until("exported", |desk| desk.shows("Ouvrir le dossier"));
    assert!(!desk.shows("Échec de l’export"));
    desk.click("Fermer");
    export(&mut desk);
    assert!(desk.shows("1 choisie"), "as it was filled in last");
    desk.click("Toutes les plateformes").click("Exporter");
    desk.wait_until("exported", |desk| desk.shows("Ouvrir le dossier"));
    assert!(!desk.shows("Échec de l’export"));
    desk.click("Fermer");
    export(&mut desk);
    assert!(!desk.shows("1 choisie"));
}
