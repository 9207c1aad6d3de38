//! The window: a session, what is looked at, and the panels around them.
//!
//! A frame runs in this order: what background work brought is taken over; keys become commands;
//! the panels up to the editor are drawn and what they ask for is done; then the preview is
//! drawn, so that it shows what was typed in this very frame; then the dialog.

mod acting;
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
mod panels;
mod parts;
mod places;
mod releasing;
mod view;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use egui::{Context, Ui};

use crate::model::Presentation;
use crate::ui::board::Board;
use crate::ui::bottom::Bottom;
use crate::ui::clipboard::Clipboard;
use crate::ui::command::Command;
use crate::ui::dialogs::{Dialog, Next};
use crate::ui::editor::Editor;
use crate::ui::find::Finder;
use crate::ui::import::Importing;
use crate::ui::opener::{Opener, SystemOpener};
use crate::ui::picker::Picker;
use crate::ui::platforms::Platforms;
use crate::ui::preview::Preview;
use crate::ui::quick_open::{Known, Target};
use crate::ui::trail::Trail;
use crate::ui::work::Work;
use crate::words::{Interface, Words};
use crate::workspace::files;
use crate::workspace::settings::Settings;
use crate::workspace::{Fingerprint, Jobs, Mark, Session};
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
}
