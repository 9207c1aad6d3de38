//! What outlives the window: what a person has set, and work that is not saved yet.

use std::path::PathBuf;
use std::time::Duration;

use egui::{Context, ThemePreference};

use super::Window;
use super::filing::outcome;
use crate::ui::dialogs::Dialog;
use crate::words::{Interface, Words};
use crate::workspace::files::recovery::{self, Aside, LeftBehind, left_behind};
use crate::workspace::files::{self, FileError};
use crate::workspace::settings::{Geometry, Settings, Theme};
use crate::workspace::{Outcome, SavePoint};

/// The settings as they stand in their file.
#[derive(Debug, Default)]
pub struct Kept {
    file: Option<PathBuf>,
    written: Settings,
    aside: Option<Aside>,
    /// The work that stands aside, and when that was written.
    work: Option<(SavePoint, f64)>,
    /// The left-behind work that this session goes on with, until it is kept aside anew.
    recovered: Option<LeftBehind>,
}

/// How often work is kept aside while it changes, in seconds.
const EVERY: f64 = 10.0;

impl Window {
    /// A window as a person left it, that keeps in a file what they change.
    #[must_use]
    pub fn as_left(mut self, settings: Settings, file: Option<PathBuf>, ctx: &Context) -> Self {
        if let Some(tag) = &settings.interface {
            self.view.words = Words::on_screen(Interface::for_tag(tag));
        }
        ctx.set_zoom_factor(settings.zoom);
        self.kept.file = file;
        self.kept.written = settings.clone();
        self.view.settings = settings;
        self.set_theme(self.view.settings.theme, ctx);
        self
    }

    pub(super) fn set_theme(&mut self, theme: Theme, ctx: &Context) {
        self.view.settings.theme = theme;
        ctx.set_theme(match theme {
            Theme::System => ThemePreference::System,
            Theme::Light => ThemePreference::Light,
            Theme::Dark => ThemePreference::Dark,
        });
    }

    pub(super) fn speak_to_person(&mut self, interface: Interface) {
        self.view.settings.interface = Some(interface.tag().to_owned());
        self.view.words = Words::on_screen(interface);
    }

    /// Notes how the window is now, and has it written once it stays so.
    pub(super) fn keep_settings(&mut self, ctx: &Context) {
        self.view.settings.zoom = ctx.zoom_factor();
        let geometry = ctx.input(|input| {
            let viewport = input.viewport();
            let size = viewport.inner_rect?.size();
            Some(Geometry {
                width: size.x,
                height: size.y,
                maximized: viewport.maximized?,
            })
        });
        if geometry.is_some() {
            self.view.settings.window = geometry;
        }
        let settled = ctx.input(|input| !input.pointer.any_down());
        let _ = outcome(&mut self.work.keeping);
        let is_kept = self.kept.written == self.view.settings;
        let Some(file) = &self.kept.file else {
            return;
        };
        if !settled || is_kept || self.work.keeping.is_some() {
            return;
        }
        let file = file.clone();
        let settings = self.view.settings.clone();
        self.kept.written = settings.clone();
        // Whether it can be written or not: what is set holds until the program ends.
        self.work.keeping = Some(
            self.jobs
                .start(move |_, _| drop(files::write_settings(&settings, &file))),
        );
    }

    /// Keeps work aside in a folder from now on, and offers what was left behind there.
    pub fn keep_aside_in(&mut self, folder: PathBuf) {
        let aside = Aside::begin(&folder);
        // Without a folder to write in, there is nothing to recover either.
        self.kept.aside = aside.ok();
        self.work.recovering = Some(self.jobs.start(move |_, _| left_behind(&folder)));
    }

    /// Keeps aside what is not saved yet, from time to time.
    pub(super) fn keep_aside(&mut self, ctx: &Context) {
        let _ = outcome(&mut self.work.setting_aside);
        if self.dialog.is_none()
            && let Outcome::Done(found) = outcome(&mut self.work.recovering)
            && !found.is_empty()
        {
            self.dialog = Some(Dialog::Recover(found));
        }
        let Some(aside) = &self.kept.aside else {
            return;
        };
        let session = &self.view.session;
        if !session.is_modified() {
            if self.kept.work.take().is_some() {
                aside.clear();
            }
            return;
        }
        let point = session.save_point();
        let now = ctx.input(|input| input.time);
        if let Some((kept, since)) = self.kept.work {
            if kept == point || self.work.setting_aside.is_some() {
                return;
            }
            if now - since < EVERY {
                ctx.request_repaint_after(Duration::from_secs_f64(EVERY - (now - since)));
                return;
            }
        }
        self.kept.work = Some((point, now));
        let (file, collection) = (aside.file().to_owned(), session.collection().clone());
        let (source, recovered) = (session.source().cloned(), self.kept.recovered.take());
        self.work.setting_aside = Some(self.jobs.start(move |_, _| {
            let kept = recovery::keep(&file, &collection, source.as_ref());
            if let (Ok(()), Some(recovered)) = (kept, recovered) {
                recovered.forget();
            }
        }));
    }

    /// Goes on with work that was left behind. It stays there until it is kept aside anew.
    pub(super) fn recover(&mut self, left: LeftBehind) {
        let path = left.path.clone().unwrap_or_default();
        let reading = left.clone();
        self.start_opening(path.clone(), Some(left), move || {
            reading.session().ok_or(FileError::NotFound { path })
        });
    }

    /// Notes that the session is the work that was left behind.
    pub(super) fn note_recovered(&mut self, left: Option<LeftBehind>) {
        self.kept.recovered = left;
    }

    pub(super) fn forget(&mut self, left: LeftBehind) {
        self.work.setting_aside = Some(self.jobs.start(move |_, _| left.forget()));
    }

    /// What is to be written when the program ends, and where.
    #[must_use]
    pub fn left(&self) -> Option<(&Settings, &std::path::Path)> {
        Some((&self.view.settings, self.kept.file.as_deref()?))
    }
}
