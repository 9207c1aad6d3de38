//! The window, driven by the names that a screen reader would say.

mod desk;
mod finding;
mod history;
mod window;
