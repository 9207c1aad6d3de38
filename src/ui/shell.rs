//! The shell: a real window around [`Window`], by eframe.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use eframe::{NativeOptions, Renderer};
use egui::{ThemePreference, ViewportBuilder};

use super::clipboard::SystemClipboard;
use super::picker::SystemPicker;
use super::theme;
use super::window::Window;
use crate::words::Interface;
use crate::workspace::{Session, examples};

/// Why there is no window.
#[derive(Debug)]
pub enum NoWindow {
    /// There is no display to open one on.
    NoDisplay,
    /// No renderer starts on it.
    NoRenderer(String),
}

struct App(Window);

impl eframe::App for App {
    fn ui(&mut self, ui: &mut egui::Ui, _frame: &mut eframe::Frame) {
        self.0.ui(ui);
    }
}

/// Opens the window on a file, or on an unsaved copy of the examples, until it is closed.
pub fn run(path: Option<&Path>, interface: Interface) -> Result<(), NoWindow> {
    if !has_display() {
        return Err(NoWindow::NoDisplay);
    }
    // The drivers of Windows are better for wgpu, those of Linux and virtual machines for glow.
    let renderers = if cfg!(windows) {
        [Renderer::Wgpu, Renderer::Glow]
    } else {
        [Renderer::Glow, Renderer::Wgpu]
    };
    let mut reasons = Vec::new();
    for renderer in renderers {
        match open(renderer, path.map(Path::to_owned), interface) {
            Ok(()) => return Ok(()),
            Err(error) => reasons.push(error.to_string()),
        }
    }
    Err(NoWindow::NoRenderer(reasons.join("; ")))
}

fn open(renderer: Renderer, path: Option<PathBuf>, interface: Interface) -> eframe::Result {
    let viewport = ViewportBuilder::default()
        .with_title("Chartrier")
        .with_app_id("chartrier")
        .with_inner_size([1400.0, 860.0])
        .with_min_inner_size([860.0, 480.0])
        .with_drag_and_drop(true);
    let options = NativeOptions {
        viewport,
        renderer,
        ..NativeOptions::default()
    };
    let start = move |creation: &eframe::CreationContext<'_>| {
        let ctx = &creation.egui_ctx;
        theme::install(ctx);
        ctx.set_theme(ThemePreference::System);
        let picker = Arc::new(SystemPicker);
        let mut window = Window::new(Session::unsaved(examples()), interface, picker, ctx);
        window.set_clipboard(Arc::new(SystemClipboard));
        if let Some(path) = path {
            window.open(&path);
        }
        Ok(Box::new(App(window)) as Box<dyn eframe::App>)
    };
    eframe::run_native("chartrier", options, Box::new(start))
}

/// Whether there is a display that a window could open on.
fn has_display() -> bool {
    if !cfg!(all(unix, not(target_os = "macos"))) {
        return true;
    }
    ["WAYLAND_DISPLAY", "DISPLAY"]
        .iter()
        .any(|name| std::env::var_os(name).is_some_and(|value| !value.is_empty()))
}
