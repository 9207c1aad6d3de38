//! The window, driven by the names that a screen reader would say.

mod desk;
mod outline;
mod window;
