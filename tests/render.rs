//! The renderers, through their public door: what goes in is a collection, what comes out is read
//! again by a reader of its format.

#[path = "render/support.rs"]
mod support;

#[path = "render/breaks.rs"]
mod breaks;
#[path = "render/consent.rs"]
mod consent;
#[path = "render/csv.rs"]
mod csv;
#[path = "render/golden.rs"]
mod golden;
#[path = "render/hostile.rs"]
mod hostile;
#[path = "render/index.rs"]
mod index;
#[path = "render/pages.rs"]
mod pages;
#[path = "render/properties.rs"]
mod properties;
