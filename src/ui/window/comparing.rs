//! Comparing: the charter that is looked at with another, or the whole collection with another
//! version of it.

use std::path::PathBuf;
use std::sync::Arc;

use super::Window;
use super::filing::outcome;
use crate::document::Document;
use crate::document::comparison::{Comparison, Rigour};
use crate::messages::{self, charter_name, cookie_counts, differences, release_name};
use crate::model::{Collection, ModelId, Owner};
use crate::ui::compare::{CompareWith, With};
use crate::ui::dialogs::{ComparedForm, Dialog};
use crate::ui::picker::Purpose;
use crate::ui::scene::name_of;
use crate::workspace::Outcome;
use crate::workspace::comparing::{How, Told, Versions, compare_versions, unadapted};
use crate::workspace::files::{self, FileError};
use crate::workspace::releases::{Register, Release, finished};

/// What was read to be compared.
#[derive(Debug)]
pub enum ReadToCompare {
    /// The last release; nothing where it cannot be read.
    Release(Option<Box<Release>>),
    /// Another version of the collection, and what differs; nothing where that was stopped.
    Version(Box<Collection>, Option<Versions>),
    Unread(FileError),
}

impl Window {
    /// Asks what the charter that is looked at is compared with.
    pub(super) fn ask_compare(&mut self) {
        let view = &self.view;
        let Some(scene) = view.scene() else {
            return;
        };
        let places = &mut self.known_places;
        let choices = CompareWith::new(&view.words, &view.session, places, &scene);
        self.dialog = Some(Dialog::CompareWith(Box::new(choices)));
    }

    pub(super) fn compare_with(&mut self, with: With) {
        let Some(owner) = self.view.owner.clone() else {
            return;
        };
        match with {
            With::Model(model) => self.compare_with_model(&model, &owner),
            With::Charter(other) => self.compare_charters(&other, &owner),
            With::Saved => {
                let view = &mut self.view;
                let before = view.session.saved_document(&owner, &view.language);
                let name = view.words.say("compared-saved").into_owned();
                self.compare_documents(before.as_deref(), name, &owner);
            }
            With::Release(number) => self.read_release(&owner, number),
            With::File => self.ask_path(Purpose::OtherVersion),
        }
    }

    /// What this charter adapts of its model.
    fn compare_with_model(&mut self, model: &ModelId, owner: &Owner) {
        let view = &self.view;
        let collection = view.session.collection();
        let name = name_of(
            collection,
            &Owner::Model(model.clone()),
            view.words.language(),
        );
        let plain = unadapted(collection, owner);
        let plain = plain.map(|plain| Document::new(collection, &plain, &view.language));
        self.compare_documents(plain.as_ref(), name, owner);
    }

    /// What this charter says otherwise than another one.
    fn compare_charters(&mut self, other: &Owner, owner: &Owner) {
        let view = &mut self.view;
        let name = name_of(view.session.collection(), other, view.words.language());
        let other = view.session.document(other, &view.language);
        self.compare_documents(other.as_deref(), name, owner);
    }

    /// Shows what leads from a document to the charter as it is now.
    fn compare_documents(&mut self, before: Option<&Document>, name: String, owner: &Owner) {
        let view = &mut self.view;
        let after = view.session.document(owner, &view.language);
        let Some((before, after)) = before.zip(after) else {
            let message = view.words.say("compared-absent").into_owned();
            return self.tell(message);
        };
        let mut comparison = Comparison::between(before, &after, Rigour::Strict);
        if before.owner != after.owner {
            // Two of them are called otherwise: that is no news.
            (comparison.name, comparison.address, comparison.privacy) = (None, None, None);
        }
        let here = name_of(view.session.collection(), owner, view.words.language());
        let title = self.title_of(name, here);
        self.show_comparison(&after, title, &comparison);
    }

    fn title_of(&self, from: String, to: String) -> String {
        let values = [("from", from.into()), ("to", to.into())];
        self.view
            .words
            .say_of("compared-title", &values)
            .into_owned()
    }

    pub(super) fn show_comparison(
        &mut self,
        of: &Document,
        title: String,
        comparison: &Comparison,
    ) {
        let words = &self.view.words;
        let differences = differences(words, comparison);
        let values = [("count", differences.len().into())];
        let count = words.say_of("compared-count", &values).into_owned();
        let page = messages::compared(words, of, title.clone(), count.clone(), comparison);
        let form = ComparedForm {
            title,
            above: std::iter::once(count)
                .chain(cookie_counts(words, comparison))
                .collect(),
            differences,
            page: Some(Arc::new(page)),
        };
        self.dialog = Some(Dialog::Compared(Box::new(form)));
    }

    fn read_release(&mut self, owner: &Owner, number: u32) {
        let (Owner::Platform(platform), Some(path)) = (owner.clone(), self.view.session.path())
        else {
            return;
        };
        let folder = files::register_folder(path);
        self.work.comparing = Some(self.jobs.start(move |_, _| {
            let register = Register::open(&folder).ok();
            let release = register.and_then(|it| it.release(&platform, number));
            ReadToCompare::Release(release.map(Box::new))
        }));
    }

    /// Compares the whole collection with another version of it.
    pub(super) fn compare_file(&mut self, path: PathBuf) {
        let collection = self.view.session.collection().clone();
        self.work.comparing =
            Some(
                self.jobs
                    .start(move |cancel, progress| match files::read(&path) {
                        Ok(before) => {
                            let told = Told::Own;
                            let versions =
                                compare_versions(&before, &collection, told, cancel, progress);
                            ReadToCompare::Version(Box::new(before), versions)
                        }
                        Err(error) => ReadToCompare::Unread(error),
                    }),
            );
    }

    /// Takes over what was read to be compared.
    pub(super) fn take_compared(&mut self) {
        match outcome(&mut self.work.comparing) {
            Outcome::Running | Outcome::Done(ReadToCompare::Version(_, None)) => {}
            Outcome::Lost => self.tell_lost(),
            Outcome::Done(ReadToCompare::Version(before, Some(versions))) => {
                self.show_versions(&before, &versions);
            }
            Outcome::Done(ReadToCompare::Unread(error)) => {
                let message = messages::file_error(&self.view.words, &error);
                self.tell(message);
            }
            Outcome::Done(ReadToCompare::Release(release)) => self.show_since(release.as_deref()),
        }
    }

    /// What has changed since a release.
    pub(super) fn show_since(&mut self, release: Option<&Release>) {
        let words = &self.view.words;
        let Some(release) = release else {
            let message = words.say("online-no-release").into_owned();
            return self.tell(message);
        };
        let collection = self.view.session.collection();
        let (platform, date) = (&release.platform, Some(release.date));
        let now = finished(collection, platform, &self.view.language, date);
        let today = words.say("release-today").into_owned();
        self.show_what_changed(release, now, today);
    }

    /// What has changed from a release to a later one.
    pub(super) fn show_between(&mut self, from: &Release, to: &Release) {
        let name = release_name(&self.view.words, to.number, to.date);
        self.show_what_changed(from, to.document(&self.view.language), name);
    }

    fn show_what_changed(&mut self, from: &Release, to: Option<Document>, name: String) {
        let (words, language) = (&self.view.words, &self.view.language);
        let Some((before, after)) = from.document(language).zip(to) else {
            let values = [("language", language.as_str().into())];
            let message = words.say_of("release-other-language", &values).into_owned();
            return self.tell(message);
        };
        let from = release_name(words, from.number, from.date);
        let title = self.title_of(from, name);
        let comparison = Comparison::between(&before, &after, Rigour::Strict);
        self.show_comparison(&after, title, &comparison);
    }

    fn show_versions(&mut self, before: &Collection, versions: &Versions) {
        let words = &self.view.words;
        let after = self.view.session.collection();
        let mut told = Vec::new();
        for charter in &versions.charters {
            let name = charter_name(words, [after, before], &charter.owner);
            let whole = |key: &str| messages::Difference {
                place: name.clone(),
                what: words.say(key).into_owned(),
                spans: Vec::new(),
            };
            match &charter.how {
                How::New => told.push(whole("diff-new")),
                How::Gone => told.push(whole("diff-gone")),
                How::Says(said) => {
                    let mut said = messages::said_otherwise(words, said);
                    for difference in &mut said {
                        difference.place = format!("{name} › {}", difference.place);
                    }
                    told.extend(said);
                }
            }
        }
        let count = [
            ("charters", versions.charters.len().into()),
            ("count", told.len().into()),
        ];
        let mut above = vec![words.say_of("compared-charters", &count).into_owned()];
        if versions.inherited > 0 {
            let count = [("count", versions.inherited.into())];
            above.push(words.say_of("diff-inherited", &count).into_owned());
        }
        let from = words.say("compared-version").into_owned();
        let form = ComparedForm {
            title: self.title_of(from, words.say("compared-now").into_owned()),
            above,
            differences: told,
            page: None,
        };
        self.dialog = Some(Dialog::Compared(Box::new(form)));
    }
}
