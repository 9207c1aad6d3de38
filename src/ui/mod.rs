//! The window: reads the workspace, shows it, and turns what people do into changes.
//!
//! Everything here but [`run`] knows only egui and can be driven by tests; [`run`] is the thin
//! shell that opens a real window. Nothing here touches a file, or waits.

mod board;
mod bottom;
mod chooser;
pub mod clipboard;
mod columns;
pub mod command;
mod compare;
mod dialogs;
mod editor;
mod everywhere;
mod find;
mod findings;
mod gathering;
mod history;
mod import;
mod kept;
mod line;
mod menu;
pub mod opener;
mod palette;
pub mod picker;
mod places;
mod platforms;
mod preview;
mod quick_open;
mod releases;
mod scene;
pub mod shell;
mod start;
pub mod theme;
mod trail;
mod translations;
mod widgets;
mod window;
mod work;

pub use shell::{NoWindow, Opening, Renderer, run};
pub use window::Window;
