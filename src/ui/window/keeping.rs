//! What the window remembers between starts.

use std::path::PathBuf;

use egui::{Context, ThemePreference};

use super::Window;
use crate::words::{Interface, Words};
use crate::workspace::files;
use crate::workspace::settings::{Geometry, Settings, Theme};

/// The settings as they stand in their file.
#[derive(Debug, Default)]
pub struct Kept {
    file: Option<PathBuf>,
    written: Settings,
}

impl Window {
    /// A window as a person left it, that keeps in a file what they change.
    #[must_use]
    pub fn as_left(mut self, settings: Settings, file: Option<PathBuf>, ctx: &Context) -> Self {
        if let Some(tag) = &settings.interface {
            self.view.words = Words::new(Interface::for_tag(tag));
        }
        ctx.set_zoom_factor(settings.zoom);
        self.kept = Kept {
            file,
            written: settings.clone(),
        };
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
        self.view.words = Words::new(interface);
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
        let Some(file) = self.kept.file.clone().filter(|_| settled) else {
            return;
        };
        if self.kept.written == self.view.settings || self.work.keeping.is_some() {
            return;
        }
        let settings = self.view.settings.clone();
        self.kept.written = settings.clone();
        // Whether it can be written or not: what is set holds until the program ends.
        self.work.keeping = Some(
            self.jobs
                .start(move |_, _| drop(files::write_settings(&settings, &file))),
        );
    }

    /// What is to be written when the program ends, and where.
    #[must_use]
    pub fn left(&self) -> Option<(&Settings, &std::path::Path)> {
        Some((&self.view.settings, self.kept.file.as_deref()?))
    }
}
