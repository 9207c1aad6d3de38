//! Chartrier: cookie charters, written once and kept for many platforms.

pub mod document;
pub mod model;
pub mod render;
