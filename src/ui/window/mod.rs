//! The window: a session, what is looked at, and the panels around them.
//!
//! A frame runs in this order: what background work brought is taken over; keys become commands;
//! the panels up to the editor are drawn and what they ask for is done; then the preview is
//! drawn, so that it shows what was typed in this very frame; then the dialog.

mod answers;
mod bars;
mod commands;
mod filing;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use egui::{CentralPanel, Context, Frame, Margin, Panel, Stroke, Ui, ViewportCommand};

use crate::document::Document;
use crate::model::{Language, Owner, Resolved};
use crate::ui::command::Command;
use crate::ui::dialogs::{Dialog, Next};
use crate::ui::editor::Editor;
use crate::ui::picker::Picker;
use crate::ui::platforms::Platforms;
use crate::ui::preview::Preview;
use crate::ui::scene::{Action, Scene};
use crate::ui::theme::Palette;
use crate::ui::widgets::bold;
use crate::ui::work::Work;
use crate::words::{Interface, Words};
use crate::workspace::files;
use crate::workspace::{Jobs, SavePoint, Session};

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
    /// What the collection was when that began.
    opening_since: Option<SavePoint>,
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
            opening_since: None,
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
        self.opening_since = Some(self.session.save_point());
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

    /// The list of platforms, and the editor.
    fn sides_ui(
        &mut self,
        ui: &mut Ui,
        resolved: &Resolved,
        document: &Document,
        actions: &mut Vec<Action>,
    ) {
        let reach = self.session.reach();
        let scene = Scene {
            words: &self.words,
            collection: self.session.collection(),
            resolved,
            document,
            language: &self.language,
            reach: &reach,
        };
        let revision = self.session.list_revision();
        let list = Panel::left("platforms").default_size(250.0).min_size(150.0);
        list.show(ui, |ui| self.platforms.ui(ui, &scene, revision, actions));
        // The preview keeps its place, however small the window is made.
        let room = ui.available_width();
        let editor = Panel::left("editor")
            .default_size((room * 0.54).max(340.0))
            .min_size(340.0)
            .max_size((room - 240.0).max(340.0));
        let frame = side_frame(ui);
        editor
            .frame(frame)
            .show(ui, |ui| self.editor.ui(ui, &scene, actions));
    }

    fn preview_ui(&mut self, ui: &mut Ui, actions: &mut Vec<Action>) {
        let Some((resolved, document)) = self.shown() else {
            return;
        };
        let reach = self.session.reach();
        let scene = Scene {
            words: &self.words,
            collection: self.session.collection(),
            resolved: &resolved,
            document: &document,
            language: &self.language,
            reach: &reach,
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

    /// The window's title: the collection, marked while it has unsaved changes.
    fn keep_title(&mut self, ctx: &Context) {
        let name = match self.session.path().and_then(Path::file_name) {
            Some(name) => name.to_string_lossy().into_owned(),
            None => self.session.collection().name.clone(),
        };
        let mark = if self.session.is_modified() {
            "● "
        } else {
            ""
        };
        let title = format!("{mark}{name} – Chartrier");
        if title != self.title {
            ctx.send_viewport_cmd(ViewportCommand::Title(title.clone()));
            self.title = title;
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
