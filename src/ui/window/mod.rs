//! The window: a session, what is looked at, and the panels around them.
//!
//! A frame runs in this order: what background work brought is taken over; keys become commands;
//! the panels up to the editor are drawn and what they ask for is done; then the preview is
//! drawn, so that it shows what was typed in this very frame; then the dialog.

mod answers;
mod bars;
mod boarding;
mod browser;
mod charters;
mod commands;
mod comparing;
mod copying;
mod designing;
mod filing;
mod importing;
mod keeping;
mod lifting;
mod menus;
mod moved;
mod parts;
mod places;
mod releasing;
mod view;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use egui::{
    Align2, CentralPanel, Context, CornerRadius, FontId, Frame, Id, InnerResponse, LayerId, Margin,
    Order, Panel, Stroke, Ui, ViewportCommand,
};

use crate::model::{Language, Owner, Presentation};
use crate::ui::board::Board;
use crate::ui::bottom::Bottom;
use crate::ui::clipboard::Clipboard;
use crate::ui::command::Command;
use crate::ui::dialogs::{Dialog, Next};
use crate::ui::editor::{Editor, caret};
use crate::ui::find::Finder;
use crate::ui::import::Importing;
use crate::ui::opener::{Opener, SystemOpener};
use crate::ui::picker::Picker;
use crate::ui::platforms::Platforms;
use crate::ui::preview::{Edited, Preview};
use crate::ui::quick_open::{Known, Target};
use crate::ui::scene::Action;
use crate::ui::start::{Behind, Started, start_ui};
use crate::ui::theme::Palette;
use crate::ui::trail::{Leaving, Trail};
use crate::ui::widgets::{main_button, named_edge, panel_id};
use crate::ui::work::Work;
use crate::words::{Interface, Words};
use crate::workspace::files;
use crate::workspace::settings::Settings;
use crate::workspace::{Change, Fingerprint, Jobs, Mark, Session};
use keeping::Kept;
use menus::Menus;
use moved::KnownMoved;
use parts::Parts;
use releasing::ReadOfRegister;
use view::View;

pub use comparing::ReadToCompare;
pub use copying::Copied;
pub use importing::{NotRead, ReadIn};
pub use releasing::NotChecked;

pub struct Window {
    view: View,
    editor: Editor,
    platforms: Platforms,
    board: Board,
    preview: Preview,
    finder: Finder,
    bottom: Bottom,
    menus: Menus,
    parts: Parts,
    trail: Trail,
    known_places: Known,
    dialog: Option<Dialog>,
    /// A dialog that was being filled in when unsaved changes were asked about.
    covered: Option<Dialog>,
    /// What was chosen from a list that is going.
    chosen: Option<Choice>,
    /// What to do once the collection is saved.
    after_save: Option<Next>,
    jobs: Jobs,
    work: Work,
    /// What the files of the collection's looks were last read for.
    design_of: Option<(Presentation, Option<PathBuf>)>,
    /// Charters that are being brought in.
    importing: Option<Importing>,
    clipboard: Option<Arc<dyn Clipboard>>,
    picker: Arc<dyn Picker>,
    opener: Arc<dyn Opener>,
    /// Where pages are written that a browser shows.
    passing: files::Passing,
    /// Whether the window may close without asking.
    may_close: bool,
    title: String,
    /// What was done last, in a few words.
    notice: Option<String>,
    /// Where the history stood when a cell began to be edited.
    mark: Option<Mark>,
    /// Where the cursor was before the dialog; set while one is open.
    focus_before: Before,
    /// Whether the system could not show a dialog, so that paths are typed.
    without_system_dialog: bool,
    /// Whether the page to start from is shown.
    starting: bool,
    kept: Kept,
    /// What the file held when the person was told that something else wrote it.
    told_of: Option<Fingerprint>,
    /// How often something was published.
    published: u64,
    /// What was read of the register, and for what.
    read: ReadOfRegister,
    known_moved: KnownMoved,
}

/// Something that was chosen from a list.
enum Choice {
    Command(Command),
    Place(Target),
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
        let settings = Settings::default();
        Self {
            view: View::new(session, Words::on_screen(interface), settings),
            editor: Editor::default(),
            platforms: Platforms::default(),
            board: Board::default(),
            preview: Preview::default(),
            finder: Finder::default(),
            bottom: Bottom::default(),
            menus: Menus::default(),
            parts: Parts::default(),
            trail: Trail::default(),
            known_places: Known::default(),
            dialog: None,
            covered: None,
            chosen: None,
            after_save: None,
            jobs: Jobs::new(move || wake.request_repaint()),
            work: Work::default(),
            design_of: None,
            importing: None,
            clipboard: None,
            picker,
            opener: Arc::new(SystemOpener),
            passing: files::Passing::default(),
            may_close: false,
            title: String::new(),
            notice: None,
            mark: None,
            focus_before: Before::NoDialog,
            without_system_dialog: false,
            starting: false,
            kept: Kept::default(),
            told_of: None,
            published: 0,
            read: ReadOfRegister::default(),
            known_moved: KnownMoved::default(),
        }
    }

    /// Shows the page to start from.
    pub fn start(&mut self) {
        self.starting = true;
    }

    /// The same window, opening pages and addresses by something else than the system.
    #[must_use]
    pub fn with_opener(mut self, opener: Arc<dyn Opener>) -> Self {
        self.opener = opener;
        self
    }

    #[must_use]
    pub fn session(&self) -> &Session {
        &self.view.session
    }

    #[must_use]
    pub fn words(&self) -> &Words {
        &self.view.words
    }

    /// Whether work is under way in the background.
    #[must_use]
    pub fn is_working(&self) -> bool {
        self.jobs.running() > 0
    }

    /// Gives it the clipboard whose HTML is pasted; without one, plain text is.
    pub fn set_clipboard(&mut self, clipboard: Arc<dyn Clipboard>) {
        self.clipboard = Some(Arc::clone(&clipboard));
        self.editor.set_clipboard(clipboard);
    }

    /// Tells something in a dialog.
    pub fn tell(&mut self, message: String) {
        self.dialog = Some(Dialog::Message(message));
    }

    /// Opens a file once the window runs.
    pub fn open(&mut self, path: &Path) {
        let from = path.to_owned();
        self.start_opening(from.clone(), None, move || files::open(&from));
    }

    /// Draws a frame.
    pub fn ui(&mut self, ui: &mut Ui) {
        let ctx = ui.ctx().clone();
        self.take_results(&ctx);
        self.watch_close(&ctx);
        self.take_dropped(&ctx);
        self.watch_file(&ctx);
        self.look_at_releases();
        self.keep_board(&ctx);
        self.plan_change();
        self.look_at_moved(&ctx);
        self.view.refresh();
        // Keys are taken before the panels see them, and done after what was typed before them.
        let pressed = if self.dialog.is_none() {
            Command::pressed(&ctx, |command| self.is_possible(command))
        } else {
            Vec::new()
        };

        let mut actions = Vec::new();
        self.top_ui(ui, &mut actions);
        self.status_ui(ui, &mut actions);
        if !self.is_importing() {
            self.bottom_ui(ui, &mut actions);
        }
        self.perform(std::mem::take(&mut actions), &ctx);
        if self.is_importing() {
            self.run_all(&pressed, &ctx);
            self.import_ui(ui);
        } else if self.starting {
            self.run_all(&pressed, &ctx);
            self.start_page_ui(ui, &ctx);
        } else if self.is_boarding() {
            self.list_ui(ui, &mut actions);
            self.run_all(&pressed, &ctx);
            self.board_ui(ui, &mut actions);
            self.perform(actions, &ctx);
        } else {
            self.list_ui(ui, &mut actions);
            self.editor_ui(ui, &mut actions);
            self.perform(std::mem::take(&mut actions), &ctx);
            self.run_all(&pressed, &ctx);
            self.preview_ui(ui, &mut actions);
            self.perform(actions, &ctx);
        }
        self.dialog_ui(&ctx);
        self.plan_change();
        self.leave_menus(&ctx);
        self.drop_hint_ui(&ctx);
        self.keep_title(&ctx);
        self.keep_settings(&ctx);
        self.keep_aside(&ctx);
    }

    /// The list of models and platforms.
    fn list_ui(&mut self, ui: &mut Ui, actions: &mut Vec<Action>) {
        let Some(scene) = self.view.scene() else {
            return;
        };
        let revision = self.view.session.list_revision();
        let mut panels = self.view.settings.panels;
        let list_id = panel_id(ui, "platforms");
        let list = Panel::left("platforms")
            .default_size(panels.platforms_width.unwrap_or(250.0))
            .min_size(150.0);
        let list = list.show_collapsible(ui, &mut panels.platforms, |ui| {
            self.platforms.ui(ui, &scene, revision, actions);
        });
        let words = scene.words;
        named_edge(ui.ctx(), list_id, &words.say("resize-platforms"));
        note_width(&mut panels.platforms_width, list.as_ref());
        self.parts.platforms = list.map(|list| list.response.rect);
        self.view.settings.panels = panels;
    }

    fn editor_ui(&mut self, ui: &mut Ui, actions: &mut Vec<Action>) {
        let Some(scene) = self.view.scene() else {
            return;
        };
        let words = scene.words;
        let mut panels = self.view.settings.panels;
        let frame = side_frame(ui);
        let (editor, finder) = (&mut self.editor, &mut self.finder);
        let mut editor_ui = |ui: &mut Ui| {
            finder.ui(ui, &scene, editor, actions);
            editor.ui(ui, &scene, actions);
        };
        if panels.preview {
            // The preview keeps its place, however small the window is made.
            let room = ui.available_width();
            let widest = (room - 240.0).max(340.0);
            let wanted = panels.editor_width.unwrap_or((room * 0.54).max(340.0));
            let fitting = wanted.clamp(340.0, widest);
            let mut panel = Panel::left("editor")
                .default_size(wanted)
                .min_size(340.0)
                .max_size(widest);
            // Where the room for it changed, it is as wide as it is wanted to be, if it can.
            let is_settled = self.parts.room == Some(room);
            self.parts.room = Some(room);
            if !is_settled {
                panel = panel.exact_size(fitting);
            }
            let panel_id = panel_id(ui, "editor");
            let panel = panel.frame(frame).show(ui, |ui| editor_ui(ui));
            named_edge(ui.ctx(), panel_id, &words.say("resize-editor"));
            let width = panel.response.rect.width();
            // What is squeezed keeps the width that it is to have again.
            if is_settled && (width - fitting).abs() > 0.5 {
                panels.editor_width = Some(width);
            } else {
                panels.editor_width = Some(wanted);
            }
            self.parts.editor = Some(panel.response.rect);
        } else {
            let panel = CentralPanel::default().frame(frame);
            let shown = panel.show(ui, |ui| editor_ui(ui));
            self.parts.editor = Some(shown.response.rect);
        }
        self.view.settings.panels = panels;
    }

    fn preview_ui(&mut self, ui: &mut Ui, actions: &mut Vec<Action>) {
        let Some(scene) = self.view.scene() else {
            self.nothing_ui(ui, actions);
            return;
        };
        if !self.view.settings.panels.preview {
            return;
        }
        let frame = side_frame(ui);
        let shown = CentralPanel::default().frame(frame).show(ui, |ui| {
            let edited = self.editor.focus.as_ref().map(|element| Edited {
                element,
                caret: caret::place_of(ui.ctx(), &scene, element),
            });
            self.preview.ui(ui, &scene, &self.jobs, edited, actions);
        });
        self.parts.preview = Some(shown.response.rect);
    }

    /// What stands where there is neither model nor platform.
    fn nothing_ui(&mut self, ui: &mut Ui, actions: &mut Vec<Action>) {
        CentralPanel::default().show(ui, |ui| {
            ui.vertical_centered(|ui| {
                ui.add_space(80.0);
                ui.heading(self.view.words.say("nothing-title"));
                ui.label(self.view.words.say("nothing-text"));
                ui.add_space(12.0);
                let add = self.view.words.say(Command::AddPlatform.key());
                if ui.add(main_button(ui, &add)).clicked() {
                    actions.push(Action::Command(Command::AddPlatform));
                }
            });
        });
    }

    fn start_page_ui(&mut self, ui: &mut Ui, ctx: &Context) {
        if self.work.opening.is_some() {
            // What is being opened is about to take this place.
            CentralPanel::default().show(ui, |ui| ui.weak(self.view.words.say("work-opening")));
            return;
        }
        let session = &self.view.session;
        let is_empty = session.collection().platforms.is_empty()
            && session.collection().models.is_empty()
            && session.path().is_none();
        let behind = if is_empty {
            Behind::Nothing
        } else {
            Behind::Collection
        };
        match start_ui(ui, &self.view.words, &self.view.settings.recent, behind) {
            Some(Started::With(next)) => self.leave_for(next, ctx),
            Some(Started::Back) => self.starting = false,
            None => {}
        }
    }

    /// While a file is held over the window: what dropping it does.
    fn drop_hint_ui(&self, ctx: &Context) {
        if ctx.input(|input| input.raw.hovered_files.is_empty()) {
            return;
        }
        let layer = LayerId::new(Order::Foreground, Id::unique("drop"));
        let painter = ctx.layer_painter(layer);
        let palette = Palette::now(ctx);
        let room = ctx.content_rect();
        painter.rect_filled(
            room,
            CornerRadius::ZERO,
            palette.selected.gamma_multiply(0.9),
        );
        let words = self.view.words.say("drop-hint");
        let font = FontId::proportional(22.0);
        painter.text(
            room.center(),
            Align2::CENTER_CENTER,
            words,
            font,
            palette.text,
        );
    }

    fn perform(&mut self, actions: Vec<Action>, ctx: &Context) {
        for action in actions {
            match action {
                Action::Command(command) => self.run(command, ctx),
                Action::About(owner, command) => self.run_about(Some(&owner), command),
                Action::DateToday => self.date_today(ctx),
                Action::Change(change) => {
                    self.make(change);
                }
                Action::Write {
                    element,
                    words,
                    scope,
                } => {
                    let scene = self.view.scene();
                    let change = scene.and_then(|scene| {
                        let charters = scene.charters();
                        charters.write(&element, scene.language, &words, scope)
                    });
                    if let Some(change) = change {
                        self.make(change);
                    }
                }
                Action::Seal => self.view.session.seal(),
                Action::Mark => self.mark = Some(self.view.session.mark()),
                Action::TakeBack => {
                    if let Some(mark) = self.mark.take() {
                        self.view.session.take_back(mark);
                        self.look_at_something();
                    }
                }
                Action::LookAt(owner) => self.visit(Target {
                    owner,
                    element: None,
                }),
                Action::Speak(language) => self.speak(language),
                Action::GoTo(element) => {
                    self.leave_board();
                    self.leave_for_place(None, Some(&element), Leaving::Going);
                    self.editor.go_to(element);
                }
                Action::Select(element, words) => {
                    self.leave_board();
                    self.leave_for_place(None, Some(&element), Leaving::Searching);
                    self.editor.select(element, words);
                }
                Action::Visit {
                    owner,
                    language,
                    element,
                    words,
                } => self.visit_words(owner, language.as_ref(), element, words),
                Action::Translate {
                    owner,
                    language,
                    element,
                } => {
                    self.visit_words(owner, Some(&language), element, Some(0..0));
                    self.editor.show_reference();
                }
                Action::HideBottom => self.view.settings.panels.bottom = false,
                Action::JumpTo(steps) => self.turn(|session| session.jump_to(steps)),
                Action::LeaveFor(next) => self.leave_for(next, ctx),
                Action::Prefer(preference) => self.view.settings.set(preference),
                Action::Copy(text, notice) => {
                    ctx.copy_text(text);
                    self.notice = Some(notice);
                }
                Action::Notice(notice) => self.notice = Some(notice),
                Action::OpenAddress(address) => self.open_address(address),
                Action::Ask(dialog) => self.dialog = Some(dialog),
                Action::Export(platforms) => self.ask_export_of(&platforms),
                Action::Check(platforms) => self.check(platforms),
                Action::Releases(wanted) => self.release(wanted),
            }
            ctx.request_repaint();
        }
    }

    /// Makes a change, and looks at something that is there after it; tells whether it was made.
    fn make(&mut self, change: Change) -> bool {
        let is_made = self.is_made(change);
        self.look_at_something();
        is_made
    }

    /// Makes a change, or tells the person why it is refused.
    fn is_made(&mut self, change: Change) -> bool {
        self.notice = None;
        let Err(refused) = self.view.session.make(change) else {
            return true;
        };
        let values = [("reason", refused.to_string().into())];
        let message = self.view.words.say_of("refused", &values).into_owned();
        self.tell(message);
        false
    }

    fn look_at(&mut self, owner: Owner) {
        if self.view.owner.as_ref() == Some(&owner) {
            return;
        }
        self.view.session.seal();
        self.editor.leave();
        self.preview.leave();
        self.view.owner = Some(owner);
        self.look_at_something();
    }

    fn speak(&mut self, language: Language) {
        self.view.session.seal();
        self.view.language = language;
        self.view.refresh();
        self.editor.leave();
        self.preview.leave();
    }

    /// Looks at something that is there.
    fn look_at_something(&mut self) {
        if self.view.look_at_something() {
            self.editor.leave();
            self.preview.leave();
        }
    }

    /// The window's title: the collection, marked while it has unsaved changes.
    fn keep_title(&mut self, ctx: &Context) {
        let name = match self.view.session.path().and_then(Path::file_name) {
            Some(name) => name.to_string_lossy().into_owned(),
            None => self.view.session.collection().name.clone(),
        };
        let mark = if self.view.session.is_modified() {
            "● "
        } else {
            ""
        };
        let title = if self.starting {
            "Chartrier".to_owned()
        } else {
            format!("{mark}{name} – Chartrier")
        };
        if title != self.title {
            ctx.send_viewport_cmd(ViewportCommand::Title(title.clone()));
            self.title = title;
        }
    }
}

/// Notes how wide a panel is.
fn note_width<R>(width: &mut Option<f32>, panel: Option<&InnerResponse<R>>) {
    if let Some(panel) = panel {
        *width = Some(panel.response.rect.width());
    }
}

fn side_frame(ui: &Ui) -> Frame {
    let palette = Palette::now(ui.ctx());
    Frame::new()
        .fill(palette.panel)
        .stroke(Stroke::NONE)
        .inner_margin(Margin::symmetric(10, 6))
}
