//! Opening, saving, exporting and closing: what is asked before, and what comes back from the
//! background.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use egui::{Context, Event, ViewportCommand};

use super::Window;
use crate::messages;
use crate::model::{Owner, PlatformId};
use crate::ui::board::Board;
use crate::ui::dialogs::{Dialog, ExportForm, ImportFrom, Next, PathForm, Told};
use crate::ui::picker::{Picked, Purpose};
use crate::ui::platforms::Platforms;
use crate::ui::preview::Preview;
use crate::ui::quick_open::Known;
use crate::ui::trail::Trail;
use crate::ui::work::{Exporting, Opening, Picking, Saving};
use crate::workspace::export::{ExportError, Report, export, remove};
use crate::workspace::files::recovery::LeftBehind;
use crate::workspace::files::{self, FileError, Replace};
use crate::workspace::{Job, Outcome, Session, examples};

/// How many failures of an export are told one by one: a person reads no more, and each is looked up.
const FAILURES: usize = 100;

impl Window {
    /// Goes on to something that leaves this collection, once unsaved changes are settled.
    pub(super) fn leave_for(&mut self, next: Next, ctx: &Context) {
        if self.work.saving.is_some() {
            // What is being saved is settled first.
            self.after_save = Some(next);
        } else if self.view.session.is_modified() {
            self.ask_unsaved(next);
        } else {
            self.go_on(next, ctx);
        }
    }

    /// Asks what becomes of unsaved changes. The dialog that is open, with all that was typed in
    /// it, comes back should the person stay.
    fn ask_unsaved(&mut self, next: Next) {
        match self.dialog.replace(Dialog::Unsaved(next)) {
            None | Some(Dialog::Unsaved(_) | Dialog::Path(_) | Dialog::New) => {}
            covered => self.covered = covered,
        }
    }

    pub(super) fn go_on(&mut self, next: Next, ctx: &Context) {
        match next {
            Next::Starter(starter) => self.replace(Session::unsaved(starter.collection())),
            Next::Examples => self.replace(Session::unsaved(examples())),
            Next::Open => self.ask_path(Purpose::Open),
            Next::OpenPath(path) => self.open(&path),
            Next::Recover(left) => self.recover(left),
            Next::Import(from) => self.import(from),
            Next::Publish => self.ask_publish(),
            Next::Quit => {
                self.may_close = true;
                ctx.send_viewport_cmd(ViewportCommand::Close);
            }
        }
    }

    pub(super) fn replace(&mut self, session: Session) {
        if let Some(path) = session.path() {
            self.view.settings.note_file(path);
        }
        self.starting = false;
        self.importing = None;
        self.covered = None;
        // What was asked about another collection is not for this one.
        let is_of_any = |it: &Dialog| matches!(it, Dialog::Recover(_) | Dialog::Message(_));
        self.dialog = self.dialog.take().filter(is_of_any);
        self.work.leave_collection();
        self.forget_releases();
        self.note_recovered(None);
        self.view.session = session;
        self.view.owner = None;
        self.editor = self.editor.anew();
        self.platforms = Platforms::default();
        self.leave_board();
        self.board = Board::default();
        self.preview = Preview::default();
        self.bottom = self.bottom.anew();
        // Places, steps and files of another collection lead nowhere in this one.
        self.known_places = Known::default();
        self.trail = Trail::default();
        self.mark = None;
        self.told_of = None;
        self.forget_moved();
        self.look_at_something();
    }

    /// Asks for a path: by the system's dialog and, beside it, by typing.
    pub(super) fn ask_path(&mut self, purpose: Purpose) {
        let suggestion = self.view.session.path().map(Path::to_owned);
        let path = suggestion.as_ref().filter(|_| purpose == Purpose::SaveAs);
        let path = path
            .map(|path| path.display().to_string())
            .unwrap_or_default();
        if matches!(
            purpose,
            Purpose::Open
                | Purpose::Import
                | Purpose::SaveAs
                | Purpose::LivePage
                | Purpose::OtherVersion
        ) {
            self.dialog = Some(Dialog::Path(PathForm::new(purpose, path)));
        }
        self.pick(purpose, suggestion);
    }

    /// Asks the system for its own dialog, away from the interface.
    pub(super) fn pick(&mut self, purpose: Purpose, suggestion: Option<PathBuf>) {
        let title = self.view.words.say(match purpose {
            Purpose::Open => "path-open-title",
            Purpose::Import => "path-import-title",
            Purpose::SaveAs => "path-save-title",
            Purpose::ExportFolder => "export-title",
            Purpose::LivePage => "path-live-title",
            Purpose::OtherVersion => "path-version-title",
            Purpose::History => "path-history-title",
            Purpose::Logo => "presentation-logo",
            Purpose::PageTemplate => "presentation-page",
            Purpose::PdfTemplate => "presentation-pdf",
        });
        let (title, picker) = (title.into_owned(), Arc::clone(&self.picker));
        let job = self
            .jobs
            .start(move |_, _| picker.pick(purpose, &title, suggestion.as_deref()));
        self.work.picking = Some(Picking { job, purpose });
    }

    /// Saves to the file that the collection came from, or asks for one.
    pub(super) fn save(&mut self, then: Option<Next>) {
        self.after_save = then;
        match self.view.session.source() {
            None => self.ask_path(Purpose::SaveAs),
            Some(_) if self.view.session.has_comments() => self.dialog = Some(Dialog::Comments),
            Some(source) => {
                let (path, known) = (source.path.clone(), Some(source.fingerprint));
                self.start_saving(path, Replace::Known(known));
            }
        }
    }

    pub(super) fn start_saving(&mut self, path: PathBuf, replace: Replace) {
        let collection = self.view.session.collection().clone();
        let point = self.view.session.save_point();
        let to = path.clone();
        self.view.session.seal();
        let job = self
            .jobs
            .start(move |_, _| files::save(&collection, &path, &replace));
        self.work.saving = Some(Saving { job, point, to });
    }

    /// Opens something in the background, in the place of this collection.
    pub(super) fn start_opening(
        &mut self,
        from: PathBuf,
        left_behind: Option<LeftBehind>,
        open: impl FnOnce() -> Result<Session, FileError> + Send + 'static,
    ) {
        self.work.opening = Some(Opening {
            job: self.jobs.start(move |_, _| open()),
            from,
            left_behind,
            since: self.view.session.save_point(),
        });
    }

    /// Takes over what background work has brought.
    pub(super) fn take_results(&mut self, ctx: &Context) {
        if let Some(saving) = self.work.saving.take() {
            self.take_saved(saving, ctx);
        }
        if let Some(opening) = self.work.opening.take() {
            self.take_opened(opening);
        }
        self.take_shown();
        self.take_copied(ctx);
        self.take_read();
        if let Some(exporting) = self.work.exporting.take() {
            match exporting.job.outcome() {
                Outcome::Running => self.work.exporting = Some(exporting),
                Outcome::Done(exported) => self.tell_exported(exported, &exporting.to),
                Outcome::Lost => self.tell_lost(),
            }
        }
        self.tell_removed();
        self.take_presentation(ctx);
        self.watch_design(ctx);
        if let Some(picking) = self.work.picking.take() {
            self.take_picked(picking, ctx);
        }
        self.take_releases(ctx);
        self.take_moved();
        self.take_lifted();
    }

    fn take_saved(&mut self, saving: Saving, ctx: &Context) {
        match saving.job.outcome() {
            Outcome::Running => self.work.saving = Some(saving),
            Outcome::Done(Ok(source)) => {
                self.view.settings.note_file(&source.path);
                self.view.session.saved(saving.point, source);
                self.notice = Some(self.view.words.say("notice-saved").into_owned());
                if let Some(next) = self.after_save.take() {
                    self.leave_for(next, ctx);
                }
            }
            Outcome::Done(Err(error)) => self.not_saved(error, &saving.to),
            Outcome::Lost => {
                self.after_save = None;
                self.tell_lost();
            }
        }
    }

    fn take_opened(&mut self, opening: Opening) {
        if self.work.saving.is_some() {
            // What is being saved is this collection.
            self.work.opening = Some(opening);
            return;
        }
        match opening.job.outcome() {
            Outcome::Running => self.work.opening = Some(opening),
            // What was typed while the file was read is asked about before it goes.
            Outcome::Done(Ok(_)) if opening.since != self.view.session.save_point() => {
                self.ask_unsaved(match opening.left_behind {
                    Some(left) => Next::Recover(left),
                    None => Next::OpenPath(opening.from),
                });
            }
            Outcome::Done(Ok(session)) => {
                self.replace(session);
                self.note_recovered(opening.left_behind);
            }
            Outcome::Done(Err(error)) => self.not_opened(&error, &opening.from),
            Outcome::Lost => self.tell_lost(),
        }
    }

    fn take_picked(&mut self, picking: Picking, ctx: &Context) {
        match picking.job.outcome() {
            Outcome::Running => self.work.picking = Some(picking),
            Outcome::Done(Picked::Path(path)) => {
                self.picked(picking.purpose, path, Replace::Any);
            }
            Outcome::Done(Picked::Paths(paths)) => {
                self.dialog = None;
                self.import(ImportFrom::Paths(paths));
            }
            Outcome::Done(Picked::Nothing) if matches!(self.dialog, Some(Dialog::Path(_))) => {
                self.after_save = None;
                self.close_dialog(ctx);
                self.dialog = self.covered.take();
            }
            Outcome::Done(Picked::Nothing) => {}
            Outcome::Done(Picked::Unavailable) | Outcome::Lost => {
                self.without_system_dialog = true;
            }
        }
    }

    fn not_saved(&mut self, error: FileError, to: &Path) {
        let message = messages::file_error(&self.view.words, &error);
        match error {
            FileError::Exists { path } | FileError::ChangedMeanwhile { path } => {
                self.dialog = Some(Dialog::Overwrite { path, message });
            }
            // A path that was just given can be mended where it was given.
            _ if self.view.session.path() != Some(to) => {
                let path = to.display().to_string();
                let form = PathForm::new(Purpose::SaveAs, path).with_error(message);
                self.dialog = Some(Dialog::Path(form));
            }
            _ => {
                self.after_save = None;
                self.tell(message);
            }
        }
    }

    /// A file could not be opened: its path can be mended or another typed.
    fn not_opened(&mut self, error: &FileError, from: &Path) {
        let message = messages::file_error(&self.view.words, error);
        let path = from.display().to_string();
        let form = PathForm::new(Purpose::Open, path).with_error(message);
        self.dialog = Some(Dialog::Path(form));
    }

    pub(super) fn tell_lost(&mut self) {
        let message = self.view.words.say("work-lost").into_owned();
        self.tell(message);
    }

    /// A path was chosen.
    pub(super) fn picked(&mut self, purpose: Purpose, path: PathBuf, replace: Replace) {
        match purpose {
            Purpose::Open => {
                self.dialog = None;
                self.open(&path);
            }
            Purpose::Import => {
                self.dialog = None;
                self.import(ImportFrom::Paths(vec![path]));
            }
            Purpose::SaveAs => {
                self.dialog = None;
                let path = if path.extension().is_none() {
                    path.with_extension("ron")
                } else {
                    path
                };
                let same = self
                    .view
                    .session
                    .source()
                    .filter(|source| source.path == path);
                let replace = match same {
                    Some(source) => Replace::Known(Some(source.fingerprint)),
                    None => replace,
                };
                self.start_saving(path, replace);
            }
            Purpose::ExportFolder => {
                let folder = path.display().to_string();
                match &mut self.dialog {
                    Some(Dialog::Export(form)) => form.folder = folder,
                    Some(Dialog::Publish(form)) => form.export.folder = folder,
                    _ => {}
                }
            }
            Purpose::LivePage => {
                self.dialog = None;
                self.check_online(path);
            }
            Purpose::OtherVersion => {
                self.dialog = None;
                self.compare_file(path);
            }
            Purpose::History => {
                self.dialog = None;
                self.write_history(path);
            }
            Purpose::Logo | Purpose::PageTemplate | Purpose::PdfTemplate => {
                if let Some(Dialog::Presentation(form)) = &mut self.dialog {
                    form.pick(purpose, &path);
                }
            }
        }
    }

    /// Where exports go unless one says otherwise: where they went last, or beside the collection.
    pub(super) fn export_folder(&self) -> PathBuf {
        let Some(path) = self.view.session.path() else {
            return files::home().unwrap_or_default().join("chartes");
        };
        if let Some(folder) = self.view.settings.export.folders.get(path) {
            return folder.clone();
        }
        let name = path.file_stem().unwrap_or_default().to_string_lossy();
        path.with_file_name(format!("{name}-export"))
    }

    /// Asks how to export some platforms, or shows what is being exported.
    pub(super) fn ask_export_of(&mut self, platforms: &[PlatformId]) {
        self.ask_export();
        if let Some(Dialog::Export(form)) = &mut self.dialog
            && !form.running
        {
            let collection = self.view.session.collection();
            *form = form.clone().of_these(platforms, collection);
        }
    }

    /// Asks what to export, or shows what is being exported.
    pub(super) fn ask_export(&mut self) {
        let session = &self.view.session;
        let mut form = ExportForm::new(
            &self.export_folder(),
            &self.view.settings.export,
            session.collection(),
            session.path(),
        );
        if let Some(exporting) = &self.work.exporting {
            form.folder = exporting.to.display().to_string();
            form.running = true;
        }
        self.dialog = Some(Dialog::Export(form));
    }

    pub(super) fn start_export(&mut self, mut form: ExportForm) {
        let this = match &self.view.owner {
            Some(Owner::Platform(id)) => Some(id),
            _ => None,
        };
        let collection = self.view.session.collection().clone();
        let mut request = form.request(this, &collection.languages, self.view.session.path());
        request.date = files::source_date();
        let to = form.path();
        let choice = &mut self.view.settings.export;
        form.note(choice, &collection.languages, self.view.session.path());
        if let Some(path) = self.view.session.path() {
            choice.folders.insert(path.to_owned(), to.clone());
        }
        form.running = true;
        let folder = to.clone();
        let job = self.jobs.start(move |cancel, progress| {
            export(&collection, &request, &folder, cancel, progress)
        });
        self.work.exporting = Some(Exporting { job, to });
        self.dialog = Some(Dialog::Export(form));
    }

    /// Looks, when the person comes back to the window, whether something else wrote the file.
    pub(super) fn watch_file(&mut self, ctx: &Context) {
        let came_back = ctx.input(|input| {
            let is_focus = |event: &Event| matches!(event, Event::WindowFocused(true));
            input.events.iter().any(is_focus)
        });
        if came_back
            && self.work.looking.is_none()
            && let Some(path) = self.view.session.path().map(Path::to_owned)
        {
            let job = self.jobs.start(move |_, _| files::fingerprint_of(&path));
            self.work.looking = Some(job);
        }
        if let Outcome::Done(Some(found)) = outcome(&mut self.work.looking)
            && let Some(source) = self.view.session.source()
            && source.fingerprint != found
            && self.work.saving.is_none()
            && self.dialog.is_none()
            && self.told_of != Some(found)
        {
            self.told_of = Some(found);
            self.dialog = Some(Dialog::Changed(source.path.clone()));
        }
    }

    fn tell_exported(&mut self, exported: Result<Report, ExportError>, to: &Path) {
        let words = &self.view.words;
        let mut lines = Vec::new();
        let mut failures = Vec::new();
        let mut leftovers = Vec::new();
        match exported {
            Ok(report) => {
                let values = [
                    ("files", report.files.len().into()),
                    ("written", report.written.into()),
                ];
                let folder = [("path", to.display().to_string().into())];
                if report.cancelled {
                    lines.push(words.say("export-stopped").into_owned());
                }
                lines.push(words.say_of("export-summary", &values).into_owned());
                lines.push(words.say_of("export-where", &folder).into_owned());
                let collection = self.view.session.collection();
                let named = report.failures.iter().take(FAILURES).collect::<Vec<_>>();
                failures = messages::NotExported::each_of(words, collection, &named);
                if let more @ 1.. = report.failures.len() - named.len() {
                    lines.push(
                        words
                            .say_of("export-more-failures", &[("count", more.into())])
                            .into_owned(),
                    );
                }
                leftovers = report.leftovers;
            }
            Err(error) => lines.push(messages::export_error(words, &error)),
        }
        if let Some(Dialog::Export(form)) = &mut self.dialog {
            form.running = false;
            form.report = Some(Told {
                lines,
                failures,
                leftovers,
            });
        } else {
            lines.extend(failures.iter().flat_map(|it| it.lines(words)));
            self.tell(lines.join("\n"));
        }
    }

    /// Removes what earlier exports left in the folder of the one that was just made.
    pub(super) fn remove_leftovers(&mut self, dialog: Dialog) {
        if let Dialog::Export(form) = &dialog
            && let Some(told) = &form.report
        {
            let (folder, leftovers) = (form.path(), told.leftovers.clone());
            self.work.removing = Some(self.jobs.start(move |_, _| {
                let removed = remove(&folder, &leftovers)?;
                Ok(leftovers.into_iter().zip(removed).collect())
            }));
        }
        self.dialog = Some(dialog);
    }

    /// Tells what became of what earlier exports left.
    pub(super) fn tell_removed(&mut self) {
        let words = &self.view.words;
        let lines = match outcome(&mut self.work.removing) {
            Outcome::Running => return,
            Outcome::Lost => return self.tell_lost(),
            Outcome::Done(Err(error)) => vec![messages::export_error(words, &error)],
            Outcome::Done(Ok(removed)) => removed
                .iter()
                .map(|(leftover, removal)| messages::removal(words, leftover.path(), removal))
                .collect(),
        };
        if let Some(Dialog::Export(form)) = &mut self.dialog
            && let Some(told) = &mut form.report
        {
            told.lines.extend(lines);
            told.leftovers.clear();
        } else {
            self.tell(lines.join("\n"));
        }
    }

    /// Asks about unsaved changes before the window closes.
    pub(super) fn watch_close(&mut self, ctx: &Context) {
        if !ctx.input(|input| input.viewport().close_requested()) || self.may_close {
            return;
        }
        if self.view.session.is_modified() || self.work.saving.is_some() {
            ctx.send_viewport_cmd(ViewportCommand::CancelClose);
            if self.work.saving.is_some() {
                self.after_save = Some(Next::Quit);
            } else {
                self.ask_unsaved(Next::Quit);
            }
        }
    }
}

/// What has come of a job, which is forgotten once it has ended. One that is not there runs.
pub(super) fn outcome<T>(job: &mut Option<Job<T>>) -> Outcome<T> {
    let outcome = job.as_ref().map_or(Outcome::Running, Job::outcome);
    if !matches!(outcome, Outcome::Running) {
        *job = None;
    }
    outcome
}
