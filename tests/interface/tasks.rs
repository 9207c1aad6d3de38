//! What people do most, and in how many actions: a click, a chord of keys, a stretch of typing.

use chartrier::model::{Element, Owner};
use chartrier::words::Interface;
use chartrier::workspace::{Session, Starter};
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable as _;

use crate::desk::*;

/// Someone at a desk, whose actions are counted.
struct Hands {
    desk: Desk,
    done: Vec<String>,
}

/// What someone wants, and the most actions that it may take.
struct Task {
    name: &'static str,
    most: usize,
    session: fn() -> Session,
    /// Does it, and asserts that it is done.
    script: fn(&mut Hands),
}

const TASKS: [Task; 5] = [
    Task {
        name: "a new platform from the starter",
        most: 6,
        session: || Session::unsaved(Starter::Opendatasoft.collection()),
        script: |hands| {
            hands.press(Modifiers::COMMAND | Modifiers::SHIFT, Key::N);
            hands.type_text("data.exemple.fr");
            hands.press(Modifiers::NONE, Key::Enter);
            let collection = hands.desk.window().session().collection();
            let added = collection.platforms.iter().last().expect("it was added");
            assert_eq!(added.url, "https://data.exemple.fr");
            assert!(added.charter.follows().is_some());
        },
    },
    Task {
        name: "a cookie on all platforms",
        most: 5,
        session: examples_unsaved,
        script: |hands| {
            hands.click("Ajouter une ligne partout");
            hands.type_text("_coquelicot");
            hands.press(Modifiers::COMMAND | Modifiers::SHIFT, Key::Enter);
            for id in [CAF, COEUR] {
                assert!(hands.finished(id).contains("_coquelicot"), "{id}");
            }
        },
    },
    Task {
        name: "one adapted sentence",
        most: 4,
        session: examples_unsaved,
        script: |hands| {
            hands.click("Texte : Pourquoi cette page\u{202f}?");
            hands.type_text(" Coquelicot.");
            hands.press(Modifiers::COMMAND, Key::Enter);
            assert!(hands.finished(CAF).contains("Coquelicot."));
            assert!(!hands.finished(COEUR).contains("Coquelicot."));
            assert!(
                !hands.desk.shows("Modifier partout"),
                "nothing is left to decide"
            );
        },
    },
    Task {
        name: "a section moved on one platform only",
        most: 4,
        session: examples_unsaved,
        script: |hands| {
            let first = |hands: &Hands, id: &str| {
                let collection = hands.desk.window().session().collection();
                let resolved = collection.resolve(&platform(id)).expect("it is there");
                let first = resolved.sections.first().expect("it has sections");
                Element::Section(first.id.clone())
            };
            let before = first(hands, COEUR);
            hands.click("Plateforme opendata.cc-coeurdefrance.fr");
            hands.click("Descendre : Pourquoi cette page\u{202f}?");
            assert_ne!(first(hands, COEUR), before);
            assert_eq!(first(hands, CAF), before);
        },
    },
    Task {
        name: "all charters exported",
        most: 4,
        session: examples_unsaved,
        script: |hands| {
            let folder = tempfile::tempdir().expect("a folder");
            let out = folder.path().join("pages");
            hands.press(Modifiers::COMMAND, Key::E);
            hands.press(Modifiers::COMMAND, Key::A);
            hands.type_text(out.to_str().expect("a path of letters"));
            hands.press(Modifiers::NONE, Key::Enter);
            let is_done = |desk: &Desk| desk.shows("Ouvrir le dossier");
            hands.desk.wait_until("exported", is_done);
            assert!(out.join("data-caf-fr/fr/charter.html").is_file());
        },
    },
];

#[test]
fn what_people_do_most_takes_few_actions() {
    let mut told = Vec::new();
    for task in TASKS {
        let session = (task.session)();
        let mut hands = Hands {
            desk: Desk::with(session, Interface::French, Answers::default()),
            done: Vec::new(),
        };
        (task.script)(&mut hands);
        let (name, most, count) = (task.name, task.most, hands.done.len());
        println!("{count} of {most:2}  {name:38} {}", hands.done.join(" · "));
        if count > most {
            told.push(format!("{name}: {count} actions, at most {most}"));
        }
    }
    assert!(told.is_empty(), "{told:#?}");
}

fn examples_unsaved() -> Session {
    Session::unsaved(chartrier::workspace::examples())
}

impl Hands {
    fn click(&mut self, name: &str) {
        self.done.push(format!("click “{name}”"));
        let name = self.desk.shown(name).to_owned();
        let name = name.as_str();
        if self.desk.harness.query_all_by_label(name).next().is_some() {
            self.desk.click(name);
        } else {
            // Its icon stands in its name.
            self.desk.click_containing(name);
        }
    }

    fn press(&mut self, modifiers: Modifiers, key: Key) {
        let chord = egui::KeyboardShortcut::new(modifiers, key);
        let names = egui::ModifierNames::NAMES;
        self.done.push(chord.format(&names, false));
        self.desk.press(modifiers, key);
    }

    fn type_text(&mut self, text: &str) {
        self.done.push("type".to_owned());
        self.desk.type_text(text);
    }

    /// A platform's charter in French, as its visitors read it.
    fn finished(&self, id: &str) -> String {
        let collection = self.desk.window().session().collection().clone();
        let owner: Owner = platform(id);
        let document = Session::unsaved(collection).document(&owner, &french());
        let document = document.expect("it is there");
        let format = chartrier::render::Format::Text;
        String::from_utf8_lossy(
            &chartrier::render::render(&document, format, &chartrier::render::Design::default())
                .expect("it is text"),
        )
        .into_owned()
    }
}
