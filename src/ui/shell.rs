//! The shell: a real window around [`Window`], by eframe.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use eframe::{CreationContext, NativeOptions};
use egui::{ViewportBuilder, vec2};

use super::clipboard::SystemClipboard;
use super::picker::SystemPicker;
use super::theme;
use super::window::Window;
use crate::words::Interface;
use crate::workspace::files;
use crate::workspace::settings::Settings;
use crate::workspace::{Session, Starter};

/// Why there is no window.
#[derive(Debug)]
pub enum NoWindow {
    /// There is no display to open one on.
    NoDisplay,
    /// No renderer starts on it.
    NoRenderer(String),
}

/// What draws the window.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Renderer {
    /// OpenGL.
    Glow,
    /// Vulkan, Metal or Direct3D.
    Wgpu,
}

impl Renderer {
    /// The renderers to try, the likeliest first: the drivers of Windows are better for wgpu,
    /// those of Linux and of virtual machines for glow.
    #[must_use]
    pub fn in_order() -> [Self; 2] {
        if cfg!(windows) {
            [Self::Wgpu, Self::Glow]
        } else {
            [Self::Glow, Self::Wgpu]
        }
    }
}

/// What the window opens with.
#[derive(Debug, Clone)]
pub struct Opening<'a> {
    /// The collection; without one, the start page.
    pub path: Option<&'a Path>,
    pub interface: Interface,
    /// This one alone; without it, each in turn.
    pub renderer: Option<Renderer>,
}

struct App(Window);

impl eframe::App for App {
    fn ui(&mut self, ui: &mut egui::Ui, _frame: &mut eframe::Frame) {
        self.0.ui(ui);
    }

    fn on_exit(&mut self, _gl: Option<&eframe::glow::Context>) {
        if let Some((settings, file)) = self.0.left() {
            // Nobody is left to be told.
            let _ = files::write_settings(settings, file);
        }
    }
}

/// Opens the window until it is closed.
pub fn run(opening: &Opening<'_>) -> Result<(), NoWindow> {
    if !has_display() {
        return Err(NoWindow::NoDisplay);
    }
    let renderers = match opening.renderer {
        Some(renderer) => vec![renderer],
        None => Renderer::in_order().to_vec(),
    };
    let file = files::settings_file();
    let settings = file
        .as_deref()
        .map_or_else(Settings::default, files::read_settings);
    let mut reasons = Vec::new();
    for renderer in renderers {
        match open(renderer, opening, settings.clone(), file.clone()) {
            Ok(()) => return Ok(()),
            Err(error) => reasons.push(format!("{renderer:?}: {error}")),
        }
    }
    Err(NoWindow::NoRenderer(reasons.join("; ")))
}

fn open(
    renderer: Renderer,
    opening: &Opening<'_>,
    settings: Settings,
    file: Option<PathBuf>,
) -> eframe::Result {
    let options = options(renderer, &settings);
    let (path, interface) = (opening.path.map(Path::to_owned), opening.interface);
    let start = move |creation: &CreationContext<'_>| {
        let session = Session::unsaved(Starter::Empty.collection());
        let window = window(creation, session, interface);
        let mut window = window.as_left(settings, file, &creation.egui_ctx);
        window.set_clipboard(Arc::new(SystemClipboard::default()));
        if let Some(folder) = files::recovery_folder() {
            window.keep_aside_in(folder);
        }
        window.start();
        if let Some(path) = path {
            window.open(&path);
        }
        Ok(Box::new(App(window)) as Box<dyn eframe::App>)
    };
    eframe::run_native("chartrier", options, Box::new(start))
}

/// The window that stands in the real one.
#[must_use]
pub fn window(creation: &CreationContext<'_>, session: Session, interface: Interface) -> Window {
    let ctx = &creation.egui_ctx;
    theme::install(ctx);
    if draws_by_software(creation) {
        theme::without_animations(ctx);
    }
    Window::new(session, interface, Arc::new(SystemPicker), ctx)
}

/// How the real window is opened.
#[must_use]
pub fn options(renderer: Renderer, settings: &Settings) -> NativeOptions {
    let mut viewport = ViewportBuilder::default()
        .with_title("Chartrier")
        .with_app_id("chartrier")
        .with_inner_size([1400.0, 860.0])
        .with_min_inner_size([860.0, 480.0])
        .with_drag_and_drop(true);
    if let Some(geometry) = settings.window {
        let size = vec2(geometry.width, geometry.height) * settings.zoom;
        viewport = viewport
            .with_inner_size(size)
            .with_maximized(geometry.maximized);
    }
    NativeOptions {
        viewport,
        renderer: match renderer {
            Renderer::Glow => eframe::Renderer::Glow,
            Renderer::Wgpu => eframe::Renderer::Wgpu,
        },
        ..NativeOptions::default()
    }
}

/// Whether the processor draws the window, for want of a graphics card: what moves would cost it
/// dear.
fn draws_by_software(creation: &CreationContext<'_>) -> bool {
    /// What the drivers that draw by software call themselves.
    const BY_SOFTWARE: [&str; 5] = ["llvmpipe", "softpipe", "swrast", "software", "swiftshader"];
    if let Some(gl) = &creation.gl {
        let name = driver_name(gl).to_lowercase();
        return BY_SOFTWARE.iter().any(|it| name.contains(it));
    }
    creation
        .wgpu_render_state
        .as_ref()
        .is_some_and(|state| state.adapter.get_info().device_type == eframe::wgpu::DeviceType::Cpu)
}

/// What the OpenGL driver calls itself.
#[expect(
    unsafe_code,
    reason = "no safe call asks an OpenGL driver for its name"
)]
fn driver_name(gl: &eframe::glow::Context) -> String {
    use eframe::glow::HasContext as _;
    // SAFETY: the context is alive, and current while the window is made; asking for a string
    // changes nothing.
    unsafe { gl.get_parameter_string(eframe::glow::RENDERER) }
}

/// Whether there is a display that a window could open on.
#[must_use]
pub fn has_display() -> bool {
    if !cfg!(all(unix, not(target_os = "macos"))) {
        return true;
    }
    ["WAYLAND_DISPLAY", "DISPLAY"]
        .iter()
        .any(|name| std::env::var_os(name).is_some_and(|value| !value.is_empty()))
}
