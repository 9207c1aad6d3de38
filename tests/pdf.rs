//! PDF pages, through their public door: what goes in is a collection; what comes out has passed
//! the rules of PDF/UA-1 and PDF/A-2a, which typst enforces, or says why it could not.
//!
//! `tests/pdf/run` has other programs look at many more of them.

mod support;

#[path = "pdf/charters.rs"]
mod charters;
#[path = "pdf/designs.rs"]
mod designs;
#[path = "pdf/pages.rs"]
mod pages;
#[path = "pdf/written.rs"]
mod written;
