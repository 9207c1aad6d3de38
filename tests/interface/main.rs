//! The window, driven by the names that a screen reader would say.

mod desk;
mod text;
mod window;
