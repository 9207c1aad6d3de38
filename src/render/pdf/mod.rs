//! PDF pages: PDF/UA-1 and PDF/A-2a in one file, laid out by typst.
//!
//! ```text
//! Document ──sheet──► Sheet ──content──► typst's values ──typeset──► Pages ──► PDF
//!                     data,              texts as texts,  a template           pictures, places
//!                     may be sent        no markup
//! ```
//!
//! The charter goes to the layout as data. A template says how it looks: the built-in one
//! (`assets/render/charter.typ`), or one that a person wrote. It may read no file, load no package
//! and ask for no date. How long it runs and how much memory it takes is not bounded here: what
//! others wrote is laid out by a process that can be stopped (`workspace::typesetting`).
//!
//! Invariants: the same document and design give the same bytes; a page holds no letter that no
//! font has; nothing is left out silently.

mod content;
mod fonts;
mod letters;
mod logo;
mod measure;
mod pages;
mod places;
mod sheet;
mod typeset;
mod world;

use super::{Design, RenderError};
use crate::document::Document;

pub use pages::{Pages, Raster};
pub use places::Spot;
pub use sheet::{Places, Sheet};
pub use typeset::Fault;

/// The template that is used where the collection names none.
pub const TEMPLATE: &str = include_str!("../../../assets/render/charter.typ");

/// The bytes of a PDF.
pub fn render(document: &Document, design: &Design) -> Result<Vec<u8>, RenderError> {
    let (sheet, places) = Sheet::new(document, design);
    let made = sheet.lay_out().and_then(|pages| pages.pdf());
    made.map_err(|fault| fault.at(&places))
}
