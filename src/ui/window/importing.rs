//! Bringing charters in: what is asked for, what is read in the background, and the review over
//! the panels.

use std::collections::VecDeque;
use std::path::{Path, PathBuf};

use egui::Context;

use super::Window;
use crate::import::review::Review;
use crate::messages;
use crate::model::{Collection, Language, Owner};
use crate::ui::command::{Command, Menu};
use crate::ui::dialogs::{Compared, Dialog, DifferenceForm, ImportFrom, Next, ReviewForm};
use crate::ui::import::{Ground, Importing, Keys, Wanted};
use crate::ui::picker::Purpose;
use crate::ui::work::Reading;
use crate::workspace::files::{FileError, sources};
use crate::workspace::import::{self, Found, Incoming, Request};
use crate::workspace::{Change, Outcome, Session};

/// Why nothing was read.
#[derive(Debug)]
pub enum NotRead {
    File(FileError),
    /// There is nothing on the clipboard.
    EmptyClipboard,
}

/// What was read, all away from the interface.
#[derive(Debug)]
pub struct ReadIn {
    incoming: Vec<Incoming>,
    /// What documents propose, where all that came in are documents of charters here that were sent
    /// out to be reviewed.
    reviews: Option<VecDeque<Review>>,
}

impl ReadIn {
    fn new(incoming: Vec<Incoming>, collection: Option<&Collection>) -> Self {
        let reviews = collection.and_then(|collection| {
            let reviews = incoming.iter();
            let reviews = reviews.map(|source| import::review_of(collection, source));
            reviews.collect()
        });
        Self { incoming, reviews }
    }
}

impl Window {
    /// Whether charters are being looked at that are not in yet.
    pub(super) fn is_importing(&self) -> bool {
        self.importing.is_some()
    }

    /// Whether a command has something to do while charters are brought in.
    pub(super) fn is_of_all(command: Command) -> bool {
        let is_of_looks = command.menu() == Menu::View
            && !matches!(
                command,
                Command::ShowPlatforms
                    | Command::Board
                    | Command::ShowPreview
                    | Command::ShowFindings
                    | Command::ShowReleases
                    | Command::NextFinding
                    | Command::ShowPages
                    | Command::ShowSource
                    | Command::PhoneWidth
                    | Command::MarkChanges
                    | Command::NextLanguage
                    | Command::ShowReference
                    | Command::CollapseAll
                    | Command::ExpandAll
                    | Command::NextPart
                    | Command::PreviousPart
            );
        let is_of_help = command.menu() == Menu::Help;
        is_of_looks || is_of_help || matches!(command, Command::Quit | Command::Palette)
    }

    /// Brings charters in: into this collection, or into a new one that takes its place.
    pub(super) fn ask_import(&mut self, from: ImportFrom, ctx: &Context) {
        if self.starting {
            self.leave_for(Next::Import(from), ctx);
        } else {
            self.import(from);
        }
    }

    /// Brings charters in from somewhere.
    pub(super) fn import(&mut self, from: ImportFrom) {
        match from {
            ImportFrom::Asked => self.ask_path(Purpose::Import),
            ImportFrom::Paths(paths) => self.import_paths(paths),
            ImportFrom::Clipboard => self.import_clipboard(),
        }
    }

    fn import_paths(&mut self, paths: Vec<PathBuf>) {
        let usual = self.usual_language();
        let collection = (!self.starting).then(|| self.view.session.collection().clone());
        let reading = move |cancel: &_, progress: &_| {
            let files = sources::files_of(&paths).map_err(NotRead::File)?;
            let request = Request::default();
            let incoming = import::read(&files, &request, &usual, cancel, progress);
            Ok(ReadIn::new(incoming, collection.as_ref()))
        };
        self.work.reading = Some(Reading {
            job: self.jobs.start(reading),
        });
    }

    fn import_clipboard(&mut self) {
        let usual = self.usual_language();
        let clipboard = self.clipboard.clone();
        let name = self.view.words.say("import-from-clipboard").into_owned();
        self.work.reading = Some(Reading {
            job: self.jobs.start(move |_, _| {
                let clipboard = clipboard.ok_or(NotRead::EmptyClipboard)?;
                let text = clipboard.html().or_else(|| clipboard.text());
                let text = text.filter(|text| !text.trim().is_empty());
                let text = text.ok_or(NotRead::EmptyClipboard)?;
                let request = Request::default();
                let found = import::found_in(text.as_bytes(), "", &request, &usual);
                let path = PathBuf::from(name);
                Ok(ReadIn::new(vec![Incoming { path, found }], None))
            }),
        });
    }

    /// The language of a page that does not tell its own.
    fn usual_language(&self) -> Language {
        if self.starting {
            self.view.words.language().clone()
        } else {
            self.view.session.collection().first_language()
        }
    }

    /// Takes over what was read.
    pub(super) fn take_read(&mut self) {
        let Some(reading) = self.work.reading.take() else {
            return;
        };
        match reading.job.outcome() {
            Outcome::Running => self.work.reading = Some(reading),
            Outcome::Lost => self.tell_lost(),
            Outcome::Done(_) if reading.job.cancel.is_cancelled() => {
                self.notice = Some(self.view.words.say("import-stopped").into_owned());
            }
            Outcome::Done(Ok(read)) => self.begin_import(read),
            Outcome::Done(Err(NotRead::EmptyClipboard)) => {
                let message = self.view.words.say("import-clipboard-empty").into_owned();
                self.tell(message);
            }
            Outcome::Done(Err(NotRead::File(error))) => {
                let message = messages::file_error(&self.view.words, &error);
                self.tell(message);
            }
        }
    }

    fn begin_import(&mut self, read: ReadIn) {
        let ReadIn { incoming, reviews } = read;
        let words = &self.view.words;
        if incoming.is_empty() {
            let message = words.say("import-nothing").into_owned();
            self.tell(message);
            return;
        }
        if self.begin_review(reviews.unwrap_or_default()) {
            return;
        }
        let words = &self.view.words;
        let usual = self.usual_language();
        let (ground, collection) = if self.starting {
            let language = language_of(&incoming).unwrap_or_else(|| usual.clone());
            let name = words.say("import-collection-name");
            (Ground::New, Collection::new(&name, language))
        } else {
            (Ground::Open, self.view.session.collection().clone())
        };
        let importing = Importing::new(collection, ground, incoming, &usual);
        match importing.refused(words) {
            Some(message) => self.tell(message),
            None => {
                self.view.session.seal();
                self.importing = Some(importing);
            }
        }
    }

    /// Shows what documents propose, if there are such.
    fn begin_review(&mut self, reviews: VecDeque<Review>) -> bool {
        let collection = self.view.session.collection();
        let Some(form) = ReviewForm::new(&self.view.words, collection, reviews) else {
            return false;
        };
        self.view.session.seal();
        self.dialog = Some(Dialog::Review(Box::new(form)));
        true
    }

    /// Takes in what was accepted of a reviewed document, and shows the next.
    pub(super) fn take_reviewed(&mut self, dialog: Dialog, change: Option<Change>) {
        if let Some(change) = change {
            let owner = change.place.owner.clone();
            if self.make(change) {
                self.look_at(owner);
                self.notice = Some(self.view.words.say("review-done").into_owned());
            }
        }
        if let Dialog::Review(form) = dialog {
            let collection = self.view.session.collection();
            let next = form.next(&self.view.words, collection);
            self.dialog = next.map(|form| Dialog::Review(Box::new(form)));
        }
    }

    /// What stands in the place of the panels while charters are brought in.
    pub(super) fn import_ui(&mut self, ui: &mut egui::Ui) {
        let Some(importing) = &mut self.importing else {
            return;
        };
        let keys = match self.dialog {
            Some(_) => Keys::Taken,
            None => Keys::Free,
        };
        match importing.ui(ui, &self.view.words, &self.jobs, keys) {
            None => {}
            Some(Wanted::Leave) if importing.is_touched() => {
                self.dialog = Some(Dialog::LeaveImport);
            }
            Some(Wanted::Leave) => self.leave_import(ui.ctx()),
            Some(Wanted::Compare(model, spans)) => {
                self.dialog = Some(Dialog::Difference(Box::new(DifferenceForm {
                    model,
                    reach: 0,
                    spans: Compared::new(spans),
                    moved_on: None,
                    back: None,
                    everywhere: None,
                })));
            }
            Some(Wanted::In(change, platform, said)) => {
                let importing = self.importing.take();
                if let Some(importing) = importing
                    && importing.ground == Ground::New
                {
                    let collection = Collection::clone(&importing.collection);
                    self.replace(Session::unsaved(collection));
                }
                if change.is_none_or(|change| self.make(change)) {
                    self.look_at(Owner::Platform(platform));
                    self.notice = Some(said);
                }
                ui.ctx().request_repaint();
            }
        }
    }

    /// Leaves everything as it was.
    pub(super) fn leave_import(&mut self, ctx: &Context) {
        self.importing = None;
        ctx.request_repaint();
    }

    /// What was dropped on the window: a collection alone is opened, all else is brought in.
    pub(super) fn take_dropped(&mut self, ctx: &Context) {
        let dropped: Vec<PathBuf> = ctx.input(|input| {
            let files = input.raw.dropped_files.iter();
            files.map(|file| file.path().to_owned()).collect()
        });
        if dropped.is_empty() || self.is_importing() {
            return;
        }
        match dropped.as_slice() {
            [path] if is_collection(path) => self.leave_for(Next::OpenPath(path.clone()), ctx),
            _ => self.ask_import(ImportFrom::Paths(dropped), ctx),
        }
    }
}

/// Whether a file is named as collections are.
fn is_collection(path: &Path) -> bool {
    let extension = path.extension().and_then(|it| it.to_str());
    extension.is_some_and(|it| it.eq_ignore_ascii_case("ron") || it.eq_ignore_ascii_case("json"))
}

/// The language of what comes in.
fn language_of(incoming: &[Incoming]) -> Option<Language> {
    incoming
        .iter()
        .find_map(|source| match source.found.as_ref().ok()? {
            Found::Charter(found) => Some(found.draft.language.clone()),
            Found::Collection(from) => Some(from.first_language()),
        })
}
