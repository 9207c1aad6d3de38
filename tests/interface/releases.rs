//! Publishing in the window, and its register: by the names that a screen reader would say.

use std::path::PathBuf;

use chartrier::store::{self, Notation};
use chartrier::ui::command::Command;
use chartrier::words::Interface;
use chartrier::workspace::{examples, files};
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable as _;
use tempfile::TempDir;

use crate::desk::{Answers, Desk};

/// The examples in a file of their own, open.
struct Office {
    desk: Desk,
    folder: TempDir,
}

impl Office {
    fn new(interface: Interface) -> Self {
        Self::with(interface, &store::write(&examples(), Notation::Ron))
    }

    fn with(interface: Interface, text: &str) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("portails.ron");
        std::fs::write(&path, text).expect("written");
        let session = files::open(&path).expect("a collection");
        let desk = Desk::with(session, interface, Answers::default());
        Self { desk, folder }
    }

    fn register(&self) -> PathBuf {
        self.folder.path().join("portails.publications")
    }

    fn run(&mut self, command: Command) {
        self.desk.press(Modifiers::COMMAND, Key::K);
        let name = self.desk.say(command.key());
        self.desk.type_text(&name);
        self.desk.press(Modifiers::NONE, Key::Enter);
        self.desk.harness.run();
    }

    fn fill(&mut self, key: &str, text: &str) {
        let name = self.desk.say(key);
        self.desk.focus(&name).press(Modifiers::COMMAND, Key::A);
        self.desk.type_text(text);
    }

    /// Publishes what is looked at.
    fn publish(&mut self) {
        let title = self.desk.say("publish-title");
        self.run(Command::Publish);
        self.desk.wait_until("asked", |desk| desk.shows(&title));
        self.fill("publish-by", "C. Martin");
        let folder = self.folder.path().join("pages").display().to_string();
        self.fill("export-folder", &folder);
        let publish = self.desk.say("publish-do");
        self.desk.click(&publish);
    }

    fn publish_and_close(&mut self) {
        self.publish();
        self.wait_for_report();
        let close = self.desk.say("close");
        self.desk.click(&close);
    }

    fn wait_for_report(&mut self) {
        let open = self.desk.say("export-open-folder");
        self.desk.wait_until("told", |desk| desk.shows(&open));
    }

    fn say_of(&self, key: &str, number: u32) -> String {
        let values = [("number", number.into())];
        self.desk.words.say_of(key, &values).into_owned()
    }
}

#[test]
fn what_is_published_is_in_the_register_the_list_and_the_status() {
    for interface in Interface::ALL {
        let mut office = Office::new(interface);
        office.run(Command::ShowReleases);
        let none = office.desk.say("releases-none");
        office.desk.wait_until("read", |desk| desk.shows(&none));
        office.publish_and_close();
        assert!(office.register().join("data-caf-fr-0001.json").exists());
        let open = office.say_of("release-open-spoken", 1);
        office.desk.wait_until("listed", |desk| desk.shows(&open));
        assert!(office.desk.shows(&office.desk.say("agreement-missing")));
        let status = match interface {
            Interface::French => "Publication nº 1 du",
            Interface::English => "Release 1,",
        };
        office.desk.wait_until("told", |desk| desk.shows(status));
        let whole = match interface {
            Interface::French => "vérifiée",
            Interface::English => "verified",
        };
        office.desk.wait_until("verified", |desk| desk.shows(whole));
    }
}

#[test]
fn a_charter_that_changed_since_is_told_and_compared_by_words() {
    for interface in Interface::ALL {
        let mut office = Office::new(interface);
        office.run(Command::ShowReleases);
        office.publish_and_close();
        let body = office.desk.words.say_of(
            "body-of",
            &[("section", "Pourquoi cette page\u{202f}?".into())],
        );
        let body = body.into_owned();
        office
            .desk
            .focus(&body)
            .press(Modifiers::COMMAND, Key::Home);
        office.desk.type_text("Coquelicot ");
        office.run(Command::Save);
        let changed = office.desk.say("release-changed");
        let all = office.desk.say("releases-all");
        office.desk.click(&all);
        office
            .desk
            .wait_until("noticed", |desk| desk.shows(&changed));
        let this = office.desk.say("releases-this");
        office.desk.click(&this);
        let compare = office.say_of("release-now-spoken", 1);
        office
            .desk
            .wait_until("listed", |desk| desk.shows(&compare));
        office.desk.click(&compare);
        let one = office
            .desk
            .words
            .say_of("compared-count", &[("count", 1.into())]);
        assert!(office.desk.shows(&one), "one difference");
        assert!(office.desk.shows("Coquelicot"));
    }
}

#[test]
fn a_finding_that_stands_is_waived_with_a_reason() {
    let text = r#"Collection(format: 1, name: "N", languages: ["fr", "en"], platforms: [
        Platform(id: "p", name: "P", url: "https://p.example", title: {"fr": "Charte"}),
    ])"#;
    for interface in Interface::ALL {
        let mut office = Office::with(interface, text);
        office.publish();
        let asked = office.desk.say("publish-one-finding");
        office.desk.wait_until("refused", |desk| desk.shows(&asked));
        assert!(!office.register().exists());
        let reason = match interface {
            Interface::French => "Motif :",
            Interface::English => "Reason:",
        };
        let reason = office.desk.shown(reason).to_owned();
        let field = office
            .desk
            .harness
            .query_all_by_label_contains(&reason)
            .last();
        field.expect("a line for the reason").focus();
        office.desk.harness.run();
        office.desk.type_text("Traduction en cours");
        let publish = office.desk.say("publish-do");
        office.desk.click(&publish);
        office.wait_for_report();
        let release = std::fs::read_to_string(office.register().join("p-0001.json"));
        assert!(
            release
                .expect("it is there")
                .contains("Traduction en cours")
        );
    }
}

#[test]
fn a_register_that_is_not_as_it_was_is_told_and_not_added_to() {
    for interface in Interface::ALL {
        let mut office = Office::new(interface);
        office.publish_and_close();
        let file = office.register().join("data-caf-fr-0001.json");
        let text = std::fs::read_to_string(&file).expect("it is there");
        std::fs::write(&file, text.replace("Martin", "Martan")).expect("written");
        office.run(Command::ShowReleases);
        let told = match interface {
            Interface::French => "a été modifiée depuis qu’elle a été écrite",
            Interface::English => "was changed after it was written",
        };
        office.desk.wait_until("told", |desk| desk.shows(told));
        office.publish();
        let close = office.desk.say("close");
        office.desk.wait_until("refused", |desk| desk.shows(&close));
        assert!(!office.register().join("data-caf-fr-0002.json").exists());
    }
}

#[test]
fn what_was_in_force_on_a_day_is_told() {
    for interface in Interface::ALL {
        let mut office = Office::new(interface);
        office.run(Command::ShowReleases);
        office.publish_and_close();
        let open = office.say_of("release-open-spoken", 1);
        office.desk.wait_until("listed", |desk| desk.shows(&open));
        for (day, said) in [
            ("2001-01-01", "releases-day-none"),
            ("hier", "releases-day-wrong"),
        ] {
            office.fill("releases-day", day);
            let said = office.desk.say(said);
            assert!(office.desk.shows(&said), "{day}");
        }
    }
}

#[test]
fn the_live_page_is_compared_with_the_last_release() {
    for interface in Interface::ALL {
        let mut office = Office::new(interface);
        office.publish_and_close();
        let page = office
            .folder
            .path()
            .join("pages/data-caf-fr/fr/charter.html");
        let status = match interface {
            Interface::French => "Publication nº 1 du",
            Interface::English => "Release 1,",
        };
        office.desk.wait_until("told", |desk| desk.shows(status));
        let html = std::fs::read_to_string(&page).expect("it was exported");
        let other = office.folder.path().join("autre.html");
        std::fs::write(&other, html.replace("cookie", "traceur")).expect("written");
        for (page, key) in [(&page, "online-same"), (&other, "online-differs")] {
            office.run(Command::CheckOnline);
            office.desk.press(Modifiers::COMMAND, Key::A);
            office.desk.type_text(&page.display().to_string());
            office.desk.press(Modifiers::NONE, Key::Enter);
            let said = office.say_of(key, 1);
            office.desk.wait_until(key, |desk| desk.shows(&said));
            let close = office.desk.say("close");
            office.desk.click(&close);
        }
    }
}

#[test]
fn the_history_is_written_as_a_page() {
    for interface in Interface::ALL {
        let mut office = Office::new(interface);
        office.run(Command::ShowReleases);
        office.publish_and_close();
        let open = office.say_of("release-open-spoken", 1);
        office.desk.wait_until("listed", |desk| desk.shows(&open));
        let export = office.desk.say("releases-history");
        office.desk.click(&export);
        let to = office.folder.path().join("historique.html");
        office.desk.press(Modifiers::COMMAND, Key::A);
        office.desk.type_text(&to.display().to_string());
        office.desk.press(Modifiers::NONE, Key::Enter);
        office.desk.wait_until("written", |_| to.exists());
        let page = std::fs::read_to_string(&to).expect("written");
        assert!(page.contains("C. Martin"), "{page}");
    }
}
