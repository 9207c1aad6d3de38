//! The window: reads the workspace, shows it, and turns what people do into changes.
//!
//! Everything here but [`run`] knows only egui and can be driven by tests; [`run`] is the thin
//! shell that opens a real window. Nothing here touches a file, or waits.

pub mod clipboard;
mod columns;
pub mod command;
mod dialogs;
mod editor;
pub mod picker;
mod platforms;
mod preview;
mod scene;
mod shell;
pub mod theme;
mod widgets;
mod window;
mod work;

pub use shell::{NoWindow, run};
pub use window::Window;
