//! Chartrier: cookie charters, written once and kept for many platforms.

pub mod cli;
pub mod document;
pub mod messages;
pub mod model;
pub mod render;
pub mod store;
pub mod words;
pub mod workspace;
