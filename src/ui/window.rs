//! The window: a session, what is looked at, and the panels around them.
//!
//! A frame runs in this order: what background work brought is taken over; keys become commands;
//! the panels up to the editor are drawn and what they ask for is done; then the preview is
//! drawn, so that it shows what was typed in this very frame; then the dialog.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use egui::{
    CentralPanel, Context, Frame, Margin, MenuBar, Panel, RichText, Stroke, ThemePreference, Ui,
    ViewportCommand,
};
use egui_material_icons::icons::ICON_WARNING;

use super::command::Command;
use super::dialogs::{Answer, Dialog, ExportForm, Next, PathForm, Surroundings};
use super::editor::Editor;
use super::picker::{Picked, Picker, Purpose};
use super::platforms::Platforms;
use super::preview::Preview;
use super::scene::{Action, Scene, name_of};
use super::theme::Palette;
use super::widgets::{bold, icon_button};
use super::work::{Picking, Work};
use crate::document::Document;
use crate::messages;
use crate::model::{Element, Language, Owner, Resolved};
use crate::words::{Interface, Words};
use crate::workspace::export::{Request, export};
use crate::workspace::files::{self, FileError, Replace};
use crate::workspace::{Jobs, Outcome, Session, Starter, changes};

pub struct Window {
    session: Session,
    words: Words,
    owner: Option<Owner>,
    language: Language,
    editor: Editor,
    platforms: Platforms,
    preview: Preview,
    dialog: Option<Dialog>,
    /// What to do once the collection is saved.
    after_save: Option<Next>,
    jobs: Jobs,
    work: Work,
    picker: Arc<dyn Picker>,
    /// Whether the window may close without asking.
    may_close: bool,
    title: String,
    /// What was done last, in a few words.
    notice: Option<String>,
    /// Where the cursor was before the dialog; set while one is open.
    focus_before: Before,
    /// Whether the system could not show a dialog, so that paths are typed.
    without_system_dialog: bool,
    /// Where a save under way goes.
    saving_to: PathBuf,
    /// What is being opened.
    opening_from: PathBuf,
    /// The folder of an export under way.
    exporting_to: PathBuf,
}

/// What had the cursor before a dialog took it.
#[derive(Clone, Copy)]
enum Before {
    /// No dialog is open.
    NoDialog,
    Nothing,
    Widget(egui::Id),
}

impl Window {
    /// A window on a session.
    #[must_use]
    pub fn new(
        session: Session,
        interface: Interface,
        picker: Arc<dyn Picker>,
        ctx: &Context,
    ) -> Self {
        let wake = ctx.clone();
        let mut window = Self {
            language: session.collection().first_language(),
            session,
            words: Words::new(interface),
            owner: None,
            editor: Editor::default(),
            platforms: Platforms::default(),
            preview: Preview::default(),
            dialog: None,
            after_save: None,
            jobs: Jobs::new(move || wake.request_repaint()),
            work: Work::default(),
            picker,
            may_close: false,
            title: String::new(),
            notice: None,
            focus_before: Before::NoDialog,
            without_system_dialog: false,
            saving_to: PathBuf::new(),
            opening_from: PathBuf::new(),
            exporting_to: PathBuf::new(),
        };
        window.look_at_something();
        window
    }

    #[must_use]
    pub fn session(&self) -> &Session {
        &self.session
    }

    #[must_use]
    pub fn words(&self) -> &Words {
        &self.words
    }

    /// Tells something in a dialog.
    pub fn tell(&mut self, message: String) {
        self.dialog = Some(Dialog::Message(message));
    }

    /// Opens a file once the window runs.
    pub fn open(&mut self, path: &Path) {
        let path = path.to_owned();
        self.opening_from.clone_from(&path);
        self.work.opening = Some(self.jobs.start(move |_, _| files::open(&path)));
    }

    /// Draws a frame.
    pub fn ui(&mut self, ui: &mut Ui) {
        let ctx = ui.ctx().clone();
        self.take_results(&ctx);
        self.watch_close(&ctx);
        self.take_dropped(&ctx);
        // Keys are taken before the panels see them, and done after what was typed before them.
        let pressed = if self.dialog.is_none() {
            Command::pressed(&ctx)
        } else {
            Vec::new()
        };

        let mut actions = Vec::new();
        self.top_ui(ui, &mut actions);
        self.status_ui(ui, &mut actions);
        self.perform(std::mem::take(&mut actions), &ctx);
        match self.shown() {
            Some((resolved, document)) => {
                self.sides_ui(ui, &resolved, &document, &mut actions);
                self.perform(std::mem::take(&mut actions), &ctx);
                self.run_all(&pressed, &ctx);
                self.preview_ui(ui, &mut actions);
            }
            None => {
                self.run_all(&pressed, &ctx);
                self.nothing_ui(ui, &mut actions);
            }
        }
        self.perform(actions, &ctx);
        self.dialog_ui(&ctx);
        self.keep_title(&ctx);
    }

    /// The charter that is looked at, put together and finished; both as they are now.
    fn shown(&mut self) -> Option<(Arc<Resolved>, Arc<Document>)> {
        let owner = self.owner.clone()?;
        let resolved = self.session.resolved(&owner)?;
        let document = self.session.document(&owner, &self.language)?;
        Some((resolved, document))
    }

    fn top_ui(&mut self, ui: &mut Ui, actions: &mut Vec<Action>) {
        Panel::top("menu").show(ui, |ui| {
            MenuBar::new().ui(ui, |ui| {
                let words = &self.words;
                ui.menu_button(words.say("menu-file"), |ui| {
                    let file = [Command::New, Command::Open, Command::Save, Command::SaveAs];
                    self.items_ui(ui, &file, actions);
                    ui.separator();
                    self.items_ui(ui, &[Command::Export], actions);
                    ui.separator();
                    self.items_ui(ui, &[Command::Quit], actions);
                });
                ui.menu_button(words.say("menu-edit"), |ui| {
                    self.items_ui(ui, &[Command::Undo, Command::Redo], actions);
                });
                ui.menu_button(words.say("menu-view"), |ui| {
                    let around = [Command::PreviousPlatform, Command::NextPlatform];
                    self.items_ui(ui, &around, actions);
                    ui.separator();
                    self.view_ui(ui, actions);
                });
                ui.menu_button(words.say("menu-charter"), |ui| {
                    self.items_ui(ui, &[Command::AddSection], actions);
                    ui.separator();
                    let platforms = [Command::AddPlatform, Command::RemovePlatform];
                    self.items_ui(ui, &platforms, actions);
                });
                ui.menu_button(words.say("menu-help"), |ui| {
                    self.items_ui(ui, &[Command::About], actions);
                });
            });
        });
        Panel::top("tools").show(ui, |ui| {
            ui.add_space(2.0);
            ui.horizontal(|ui| {
                for (number, group) in Command::TOOLBAR.into_iter().enumerate() {
                    if number > 0 {
                        ui.separator();
                    }
                    for command in group {
                        let name = self.name_of(*command);
                        if let Some(icon) = command.icon()
                            && icon_button(ui, icon, &name, self.is_possible(*command)).clicked()
                        {
                            actions.push(Action::Command(*command));
                        }
                    }
                }
            });
            ui.add_space(2.0);
        });
    }

    fn items_ui(&self, ui: &mut Ui, commands: &[Command], actions: &mut Vec<Action>) {
        for command in commands {
            let mut button = egui::Button::new(self.name_of(*command));
            if let Some(shortcut) = command.shortcut() {
                button = button.shortcut_text(ui.ctx().format_shortcut(&shortcut));
            }
            if ui.add_enabled(self.is_possible(*command), button).clicked() {
                actions.push(Action::Command(*command));
                ui.close();
            }
        }
    }

    fn view_ui(&self, ui: &mut Ui, actions: &mut Vec<Action>) {
        let words = &self.words;
        let current = ui.options(|options| options.theme_preference);
        for (theme, key) in [
            (ThemePreference::System, "theme-system"),
            (ThemePreference::Light, "theme-light"),
            (ThemePreference::Dark, "theme-dark"),
        ] {
            if ui.radio(current == theme, words.say(key)).clicked() {
                actions.push(Action::Theme(theme));
            }
        }
        ui.separator();
        for interface in Interface::ALL {
            if ui
                .radio(words.interface() == interface, interface.name())
                .clicked()
            {
                actions.push(Action::Interface(interface));
            }
        }
    }

    /// A command's name; of undo and redo, with what they would undo or redo.
    fn name_of(&self, command: Command) -> String {
        let deed = match command {
            Command::Undo => self.session.next_undo(),
            Command::Redo => self.session.next_redo(),
            _ => None,
        };
        let name = self.words.say(command.key());
        match deed {
            Some(deed) => {
                let values = [
                    ("command", name.into_owned().into()),
                    ("deed", self.words.say(deed.key())),
                ]
                .map(|(key, value): (&str, std::borrow::Cow<'_, str>)| {
                    (key, value.into_owned().into())
                });
                self.words.say_of("command-with-deed", &values).into_owned()
            }
            None => name.into_owned(),
        }
    }

    fn is_possible(&self, command: Command) -> bool {
        match command {
            Command::Undo => self.session.next_undo().is_some(),
            Command::Redo => self.session.next_redo().is_some(),
            Command::Save => self.is_modified() || self.session.path().is_none(),
            Command::RemovePlatform => matches!(self.owner, Some(Owner::Platform(_))),
            Command::AddSection => self.owner.is_some(),
            Command::NextPlatform => self.neighbour(1).is_some(),
            Command::PreviousPlatform => self.neighbour(-1).is_some(),
            Command::Export => !self.session.collection().platforms.is_empty(),
            Command::New
            | Command::Open
            | Command::SaveAs
            | Command::Quit
            | Command::AddPlatform
            | Command::About => true,
        }
    }

    fn status_ui(&mut self, ui: &mut Ui, actions: &mut Vec<Action>) {
        let document = self.shown().map(|(_, document)| document);
        let words = &self.words;
        Panel::bottom("status").show(ui, |ui| {
            ui.horizontal(|ui| {
                let state = if self.work.saving.is_some() {
                    "status-saving"
                } else if self.is_modified() {
                    "status-modified"
                } else if self.session.path().is_none() {
                    "status-unsaved-copy"
                } else {
                    "status-saved"
                };
                ui.label(words.say(state));
                if let Some(path) = self.session.path() {
                    ui.separator();
                    let name = path.file_name().unwrap_or_default().to_string_lossy();
                    ui.weak(name).on_hover_text(path.display().to_string());
                }
                ui.separator();
                let count = self.session.collection().platforms.len();
                ui.weak(words.say_of("status-platforms", &[("count", count.into())]));
                if let Some(document) = &document {
                    ui.separator();
                    findings_menu_ui(ui, words, document, actions);
                }
                if let Some(notice) = &self.notice {
                    ui.separator();
                    ui.weak(notice);
                }
            });
        });
    }

    /// The list of platforms, and the editor.
    fn sides_ui(
        &mut self,
        ui: &mut Ui,
        resolved: &Resolved,
        document: &Document,
        actions: &mut Vec<Action>,
    ) {
        let scene = Scene {
            words: &self.words,
            collection: self.session.collection(),
            resolved,
            document,
            language: &self.language,
        };
        let revision = self.session.list_revision();
        let list = Panel::left("platforms").default_size(250.0).min_size(150.0);
        list.show(ui, |ui| self.platforms.ui(ui, &scene, revision, actions));
        let half = (ui.available_width() * 0.54).max(360.0);
        let editor = Panel::left("editor").default_size(half).min_size(360.0);
        let frame = side_frame(ui);
        editor
            .frame(frame)
            .show(ui, |ui| self.editor.ui(ui, &scene, actions));
    }

    fn preview_ui(&mut self, ui: &mut Ui, actions: &mut Vec<Action>) {
        let Some((resolved, document)) = self.shown() else {
            return;
        };
        let scene = Scene {
            words: &self.words,
            collection: self.session.collection(),
            resolved: &resolved,
            document: &document,
            language: &self.language,
        };
        let frame = side_frame(ui);
        CentralPanel::default().frame(frame).show(ui, |ui| {
            ui.horizontal_wrapped(|ui| {
                ui.label(bold(self.words.say("preview")));
                ui.weak(self.words.say("preview-hint"));
            });
            self.preview
                .ui(ui, &scene, self.editor.focus.as_ref(), actions);
        });
    }

    /// What stands where there is neither model nor platform.
    fn nothing_ui(&mut self, ui: &mut Ui, actions: &mut Vec<Action>) {
        CentralPanel::default().show(ui, |ui| {
            ui.vertical_centered(|ui| {
                ui.add_space(80.0);
                ui.heading(self.words.say("nothing-title"));
                ui.label(self.words.say("nothing-text"));
                ui.add_space(12.0);
                if ui
                    .button(self.words.say(Command::AddPlatform.key()))
                    .clicked()
                {
                    actions.push(Action::Command(Command::AddPlatform));
                }
            });
        });
    }

    fn perform(&mut self, actions: Vec<Action>, ctx: &Context) {
        for action in actions {
            match action {
                Action::Command(command) => self.run(command, ctx),
                Action::Change(change) => {
                    self.notice = None;
                    if let Err(refused) = self.session.make(change) {
                        let values = [("reason", refused.to_string().into())];
                        let message = self.words.say_of("refused", &values).into_owned();
                        self.tell(message);
                    }
                    self.look_at_something();
                }
                Action::Seal => self.session.seal(),
                Action::LookAt(owner) => self.look_at(owner),
                Action::Speak(language) => self.speak(language),
                Action::GoTo(element) => self.editor.go_to(element),
                Action::Interface(interface) => self.words = Words::new(interface),
                Action::Theme(theme) => ctx.set_theme(theme),
            }
            ctx.request_repaint();
        }
    }

    fn run_all(&mut self, commands: &[Command], ctx: &Context) {
        for command in commands {
            self.run(*command, ctx);
        }
    }

    /// Does what a command says.
    fn run(&mut self, command: Command, ctx: &Context) {
        if !self.is_possible(command) {
            return;
        }
        self.notice = None;
        match command {
            Command::New => self.leave_for(Next::New, ctx),
            Command::Open => self.leave_for(Next::Open, ctx),
            Command::Quit => self.leave_for(Next::Quit, ctx),
            Command::Save => self.save(None),
            Command::SaveAs => self.ask_path(Purpose::SaveAs),
            Command::Export => {
                self.dialog = Some(Dialog::Export(ExportForm::new(&self.export_folder())));
            }
            Command::Undo => self.turn(Session::undo),
            Command::Redo => self.turn(Session::redo),
            Command::AddPlatform => {
                self.dialog = Some(Dialog::AddPlatform {
                    name: String::new(),
                    url: String::new(),
                });
            }
            Command::RemovePlatform => self.remove_platform(),
            Command::AddSection => self.add_section(),
            Command::NextPlatform => self.look_around(1),
            Command::PreviousPlatform => self.look_around(-1),
            Command::About => self.dialog = Some(Dialog::About),
        }
    }

    /// Walks a step of the history, and shows where that was.
    fn turn(&mut self, walk: impl FnOnce(&mut Session) -> Option<crate::workspace::Place>) {
        if let Some(place) = walk(&mut self.session) {
            if self.session.collection().charter(&place.owner).is_some() {
                self.look_at(place.owner);
                self.editor.go_to(place.element);
            }
            self.look_at_something();
        }
    }

    fn remove_platform(&mut self) {
        let Some(Owner::Platform(id)) = self.owner.clone() else {
            return;
        };
        let after = self.neighbour(1).or_else(|| self.neighbour(-1));
        // A platform that is looked at is there to be removed.
        if self.session.make(changes::remove_platform(&id)).is_ok() {
            self.owner = None;
            if let Some(after) = after {
                self.look_at(after);
            }
            self.look_at_something();
            self.notice = Some(self.words.say("notice-removed").into_owned());
        }
    }

    fn add_section(&mut self) {
        let Some((resolved, _)) = self.shown() else {
            return;
        };
        let charters = changes::Charters {
            collection: self.session.collection(),
            resolved: &resolved,
        };
        let current = self.editor.focus.as_ref().and_then(Element::section);
        let last = resolved.sections.last().map(|section| &section.id);
        let change = charters.add_section(current.or(last));
        let element = change.place.element.clone();
        if self.session.make(change).is_ok() {
            self.editor.go_to(element);
        }
    }

    fn look_at(&mut self, owner: Owner) {
        if self.owner.as_ref() == Some(&owner) {
            return;
        }
        self.session.seal();
        self.editor.leave();
        self.preview.leave();
        self.owner = Some(owner);
        self.look_at_something();
    }

    fn speak(&mut self, language: Language) {
        self.session.seal();
        self.language = language;
        self.editor.leave();
        self.preview.leave();
    }

    /// Looks at something that is there, in a language that it has.
    fn look_at_something(&mut self) {
        let collection = self.session.collection();
        let there = |owner: &Owner| collection.charter(owner).is_some();
        if !self.owner.as_ref().is_some_and(there) {
            let platform = collection
                .platforms
                .at(0)
                .map(|it| Owner::Platform(it.id.clone()));
            let model = collection
                .models
                .at(0)
                .map(|it| Owner::Model(it.id.clone()));
            self.owner = platform.or(model);
            self.editor.leave();
            self.preview.leave();
        }
        if let Some(owner) = &self.owner {
            let languages = collection.languages_of(owner);
            if let Some(first) = languages
                .first()
                .filter(|_| !languages.contains(&self.language))
            {
                self.language = first.clone();
            }
        }
    }

    /// The platform by so many places after the one that is looked at.
    fn neighbour(&self, by: isize) -> Option<Owner> {
        let platforms = &self.session.collection().platforms;
        let to = match &self.owner {
            Some(Owner::Platform(id)) => platforms.position(id)?.checked_add_signed(by)?,
            _ => 0,
        };
        platforms
            .at(to)
            .map(|platform| Owner::Platform(platform.id.clone()))
    }

    fn look_around(&mut self, by: isize) {
        if let Some(owner) = self.neighbour(by) {
            self.look_at(owner);
        }
    }

    fn is_modified(&self) -> bool {
        self.session.is_modified()
    }

    /// Goes on to something that leaves this collection, once unsaved changes are settled.
    fn leave_for(&mut self, next: Next, ctx: &Context) {
        if self.is_modified() {
            self.dialog = Some(Dialog::Unsaved(next));
        } else {
            self.go_on(next, ctx);
        }
    }

    fn go_on(&mut self, next: Next, ctx: &Context) {
        match next {
            Next::New => self.replace(Session::unsaved(Starter::Opendatasoft.collection())),
            Next::Open => self.ask_path(Purpose::Open),
            Next::OpenPath(path) => self.open(&path),
            Next::Quit => {
                self.may_close = true;
                ctx.send_viewport_cmd(ViewportCommand::Close);
            }
        }
    }

    fn replace(&mut self, session: Session) {
        self.session = session;
        self.owner = None;
        self.editor = Editor::default();
        self.platforms = Platforms::default();
        self.preview = Preview::default();
        self.look_at_something();
    }

    /// Asks for a path: by the system's dialog and, beside it, by typing.
    fn ask_path(&mut self, purpose: Purpose) {
        let suggestion = self.session.path().map(Path::to_owned);
        let path = suggestion
            .as_ref()
            .map(|path| path.display().to_string())
            .unwrap_or_default();
        if purpose != Purpose::ExportFolder {
            self.dialog = Some(Dialog::Path(PathForm::new(purpose, path)));
        }
        self.pick(purpose, suggestion);
    }

    /// Asks the system for its own dialog, away from the interface.
    fn pick(&mut self, purpose: Purpose, suggestion: Option<PathBuf>) {
        let title = self.words.say(match purpose {
            Purpose::Open => "path-open-title",
            Purpose::SaveAs => "path-save-title",
            Purpose::ExportFolder => "export-title",
        });
        let (title, picker) = (title.into_owned(), Arc::clone(&self.picker));
        let job = self
            .jobs
            .start(move |_, _| picker.pick(purpose, &title, suggestion.as_deref()));
        self.work.picking = Some(Picking { job, purpose });
    }

    /// Saves to the file that the collection came from, or asks for one.
    fn save(&mut self, then: Option<Next>) {
        self.after_save = then;
        match self.session.source() {
            None => self.ask_path(Purpose::SaveAs),
            Some(_) if self.session.has_comments() => self.dialog = Some(Dialog::Comments),
            Some(source) => {
                let (path, known) = (source.path.clone(), Some(source.fingerprint));
                self.start_saving(path, Replace::Known(known));
            }
        }
    }

    fn start_saving(&mut self, path: PathBuf, replace: Replace) {
        let collection = self.session.collection().clone();
        let point = self.session.save_point();
        self.saving_to.clone_from(&path);
        self.session.seal();
        let job = self
            .jobs
            .start(move |_, _| files::save(&collection, &path, &replace));
        self.work.saving = Some((job, point));
    }

    /// Takes over what background work has brought.
    fn take_results(&mut self, ctx: &Context) {
        if let Some(opened) = take(&mut self.work.opening, |job| job.outcome()) {
            match opened {
                Ok(session) => self.replace(session),
                Err(error) => self.not_opened(&error),
            }
        }
        if let Some((job, point)) = self.work.saving.take() {
            match job.outcome() {
                Outcome::Running => self.work.saving = Some((job, point)),
                Outcome::Done(Ok(source)) => {
                    self.session.saved(point, source);
                    self.notice = Some(self.words.say("notice-saved").into_owned());
                    if let Some(next) = self.after_save.take() {
                        self.leave_for(next, ctx);
                    }
                }
                Outcome::Done(Err(error)) => self.not_saved(error),
                Outcome::Lost => self.tell_lost(),
            }
        }
        if let Some(exported) = take(&mut self.work.exporting, |job| job.outcome()) {
            self.tell_exported(exported);
        }
        if let Some(picking) = self.work.picking.take() {
            match picking.job.outcome() {
                Outcome::Running => self.work.picking = Some(picking),
                Outcome::Done(Picked::Path(path)) => {
                    self.picked(picking.purpose, path, Replace::Any);
                }
                Outcome::Done(Picked::Nothing) if matches!(self.dialog, Some(Dialog::Path(_))) => {
                    self.close_dialog(ctx);
                }
                Outcome::Done(Picked::Nothing) => {}
                Outcome::Done(Picked::Unavailable) | Outcome::Lost => {
                    self.without_system_dialog = true;
                }
            }
        }
    }

    fn not_saved(&mut self, error: FileError) {
        let message = messages::file_error(&self.words, &error);
        match error {
            FileError::Exists { path } | FileError::ChangedMeanwhile { path } => {
                self.dialog = Some(Dialog::Overwrite { path, message });
            }
            // A path that was just given can be mended where it was given.
            _ if self.session.path() != Some(&self.saving_to) => {
                let path = self.saving_to.display().to_string();
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
    fn not_opened(&mut self, error: &FileError) {
        let message = messages::file_error(&self.words, error);
        let path = self.opening_from.display().to_string();
        let form = PathForm::new(Purpose::Open, path).with_error(message);
        self.dialog = Some(Dialog::Path(form));
    }

    fn tell_lost(&mut self) {
        let message = self.words.say("work-lost").into_owned();
        self.tell(message);
    }

    fn tell_exported(
        &mut self,
        exported: Result<crate::workspace::export::Report, crate::workspace::export::ExportError>,
    ) {
        let words = &self.words;
        let mut lines = Vec::new();
        match exported {
            Ok(report) => {
                let values = [
                    ("files", report.files.len().into()),
                    ("failed", report.failures.len().into()),
                ];
                let folder = [("path", self.exporting_to.display().to_string().into())];
                if report.cancelled {
                    lines.push(words.say("export-stopped").into_owned());
                }
                lines.push(words.say_of("export-summary", &values).into_owned());
                lines.push(words.say_of("export-where", &folder).into_owned());
                for failure in &report.failures {
                    let target =
                        format!("{} ({})", failure.target.platform, failure.target.language);
                    for reason in messages::failure(words, &failure.reason) {
                        let values = [("target", target.clone().into()), ("reason", reason.into())];
                        lines.push(words.say_of("export-failed", &values).into_owned());
                    }
                }
            }
            Err(error) => lines.push(messages::export_error(words, &error)),
        }
        if let Some(Dialog::Export(form)) = &mut self.dialog {
            form.running = false;
            form.report = Some(lines);
        } else {
            self.tell(lines.join("\n"));
        }
    }

    /// A path was chosen.
    fn picked(&mut self, purpose: Purpose, path: PathBuf, replace: Replace) {
        match purpose {
            Purpose::Open => {
                self.dialog = None;
                self.open(&path);
            }
            Purpose::SaveAs => {
                self.dialog = None;
                let path = if path.extension().is_none() {
                    path.with_extension("ron")
                } else {
                    path
                };
                let same = self.session.source().filter(|source| source.path == path);
                let replace = match same {
                    Some(source) => Replace::Known(Some(source.fingerprint)),
                    None => replace,
                };
                self.start_saving(path, replace);
            }
            Purpose::ExportFolder => {
                if let Some(Dialog::Export(form)) = &mut self.dialog {
                    form.folder = path.display().to_string();
                }
            }
        }
    }

    fn dialog_ui(&mut self, ctx: &Context) {
        let Some(mut dialog) = self.dialog.take() else {
            self.close_dialog(ctx);
            return;
        };
        if matches!(self.focus_before, Before::NoDialog) {
            // The dialog takes the cursor; keys are not for what lies below.
            self.focus_before = ctx.memory_mut(|memory| match memory.focused() {
                Some(id) => {
                    memory.surrender_focus(id);
                    Before::Widget(id)
                }
                None => Before::Nothing,
            });
        }
        let platform = match &self.owner {
            Some(owner @ Owner::Platform(_)) => {
                Some(name_of(self.session.collection(), owner, &self.language))
            }
            _ => None,
        };
        let progress = self.work.exporting.as_ref().map(|job| job.progress.get());
        let around = Surroundings {
            words: &self.words,
            platform: platform.as_deref(),
            progress: progress.unwrap_or_default(),
            without_system_dialog: self.without_system_dialog,
        };
        let answer = dialog.ui(ctx, &around);
        match answer {
            None => self.dialog = Some(dialog),
            Some(answer) => {
                self.answer(dialog, answer, ctx);
                ctx.request_repaint();
            }
        }
    }

    /// Takes the dialog away, and gives the cursor back to what had it.
    fn close_dialog(&mut self, ctx: &Context) {
        self.dialog = None;
        if let Before::Widget(before) = self.focus_before {
            ctx.memory_mut(|memory| memory.request_focus(before));
        }
        self.focus_before = Before::NoDialog;
    }

    fn answer(&mut self, dialog: Dialog, answer: Answer, ctx: &Context) {
        match answer {
            Answer::Close => {
                self.after_save = None;
                self.work.picking = None;
                if let (Dialog::Export(_), Some(job)) = (&dialog, &self.work.exporting) {
                    job.cancel.cancel();
                }
            }
            Answer::Save(then) => self.save(then),
            Answer::Discard(next) => {
                self.go_on(next, ctx);
            }
            Answer::Browse(purpose) => match dialog {
                // What was typed stays while the system asks too.
                Dialog::Path(_) | Dialog::Export(_) => {
                    self.dialog = Some(dialog);
                    self.pick(purpose, self.session.path().map(Path::to_owned));
                }
                _ => self.ask_path(purpose),
            },
            Answer::Path(purpose, path) => {
                self.work.picking = None;
                self.picked(purpose, path, Replace::Known(None));
            }
            Answer::AddPlatform { name, url } => {
                let (id, change) = changes::add_platform(self.session.collection(), &name, &url);
                self.perform(vec![Action::Change(change)], ctx);
                self.look_at(Owner::Platform(id));
            }
            Answer::Export => {
                if let Dialog::Export(form) = dialog {
                    self.start_export(form);
                }
            }
            Answer::CancelExport => {
                if let Some(job) = &self.work.exporting {
                    job.cancel.cancel();
                }
                self.dialog = Some(dialog);
            }
            Answer::Overwrite(path) => self.start_saving(path, Replace::Any),
            Answer::SaveWithoutComments => {
                if let Some(source) = self.session.source() {
                    let (path, known) = (source.path.clone(), Some(source.fingerprint));
                    self.start_saving(path, Replace::Known(known));
                }
            }
        }
    }

    /// Where exports go unless one says otherwise: beside the collection.
    fn export_folder(&self) -> PathBuf {
        match self.session.path() {
            Some(path) => {
                let name = path.file_stem().unwrap_or_default().to_string_lossy();
                path.with_file_name(format!("{name}-export"))
            }
            None => std::env::home_dir().unwrap_or_default().join("chartes"),
        }
    }

    fn start_export(&mut self, mut form: ExportForm) {
        let only = match &self.owner {
            Some(Owner::Platform(id)) if form.only_this => vec![id.clone()],
            _ => Vec::new(),
        };
        let request = Request {
            platforms: only,
            languages: Vec::new(),
            formats: form.formats.clone(),
            date: files::source_date(),
        };
        let folder = form.path();
        self.exporting_to.clone_from(&folder);
        let collection = self.session.collection().clone();
        form.running = true;
        self.work.exporting = Some(self.jobs.start(move |cancel, progress| {
            export(&collection, &request, &folder, cancel, progress)
        }));
        self.dialog = Some(Dialog::Export(form));
    }

    /// Asks about unsaved changes before the window closes.
    fn watch_close(&mut self, ctx: &Context) {
        if !ctx.input(|input| input.viewport().close_requested()) || self.may_close {
            return;
        }
        if self.is_modified() || self.work.saving.is_some() {
            ctx.send_viewport_cmd(ViewportCommand::CancelClose);
            if self.work.saving.is_some() {
                self.after_save = Some(Next::Quit);
            } else {
                self.dialog = Some(Dialog::Unsaved(Next::Quit));
            }
        }
    }

    fn take_dropped(&mut self, ctx: &Context) {
        let dropped = ctx.input(|input| {
            input
                .raw
                .dropped_files
                .first()
                .map(|file| file.path().to_owned())
        });
        if let Some(path) = dropped {
            self.leave_for(Next::OpenPath(path), ctx);
        }
    }

    /// The window's title: the collection, marked while it has unsaved changes.
    fn keep_title(&mut self, ctx: &Context) {
        let name = match self.session.path().and_then(Path::file_name) {
            Some(name) => name.to_string_lossy().into_owned(),
            None => self.session.collection().name.clone(),
        };
        let mark = if self.is_modified() { "● " } else { "" };
        let title = format!("{mark}{name} – Chartrier");
        if title != self.title {
            ctx.send_viewport_cmd(ViewportCommand::Title(title.clone()));
            self.title = title;
        }
    }
}

/// The result of a job that has ended; it is then forgotten.
fn take<J, T>(job: &mut Option<J>, outcome: impl FnOnce(&J) -> Outcome<T>) -> Option<T> {
    match outcome(job.as_ref()?) {
        Outcome::Running => None,
        Outcome::Done(result) => {
            *job = None;
            Some(result)
        }
        Outcome::Lost => {
            *job = None;
            None
        }
    }
}

fn side_frame(ui: &Ui) -> Frame {
    let palette = Palette::now(ui.ctx());
    Frame::new()
        .fill(palette.panel)
        .stroke(Stroke::NONE)
        .inner_margin(Margin::symmetric(10, 6))
}

/// What was found about the charter, each leading to its place.
fn findings_menu_ui(ui: &mut Ui, words: &Words, document: &Document, actions: &mut Vec<Action>) {
    let findings = &document.findings;
    if findings.is_empty() {
        ui.weak(words.say("no-findings"));
        return;
    }
    let count = words.say_of("findings", &[("count", findings.len().into())]);
    let palette = Palette::now(ui.ctx());
    let colour = if document.is_blocked() {
        palette.warning
    } else {
        palette.adapted
    };
    let icon = ICON_WARNING.rich_text().color(colour);
    ui.menu_button((icon, RichText::new(count).color(colour)), |ui| {
        ui.set_max_width(520.0);
        egui::ScrollArea::vertical()
            .max_height(320.0)
            .show(ui, |ui| {
                for finding in findings {
                    if ui
                        .button(messages::located_finding(words, finding))
                        .clicked()
                    {
                        actions.push(Action::GoTo(finding.element.clone()));
                        ui.close();
                    }
                }
            });
    });
}
