//! The window, driven by the names that a screen reader would say.

mod desk;
mod looks;
mod states;
mod tasks;
mod window;
