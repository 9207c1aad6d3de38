//! The window, driven by the names that a screen reader would say.

mod board;
mod commands;
mod comparing;
mod conflicts;
mod copying;
mod desk;
mod dropped;
mod everywhere;
mod finding;
mod history;
mod import;
mod keeping;
mod looks;
mod models;
mod outline;
mod platforms;
mod presentation;
mod preview;
mod releases;
mod states;
mod table;
mod tasks;
mod text;
mod translations;
mod window;
