//! Renderers: a document to the bytes of a finished file.
//!
//! They know the document and nothing behind it: no collection, no clock, no disk. Invariants:
//! the same document gives the same bytes; no word of it is lost; whatever its texts look like,
//! they come out as text.

mod breaks;
mod design;
mod html;
mod index;
mod layout;
mod markdown;
pub mod pdf;
mod style;
mod text;

use std::fmt;
use std::str::FromStr;

use serde::Serialize;

use crate::document::{Block, Document};
use crate::model::Element;

pub use design::{Design, Picture, PictureKind, Template};
pub use index::{IndexEntry, index};
pub use style::FRAGMENT_STYLESHEET;

/// The name of the file that an export gives [`FRAGMENT_STYLESHEET`].
pub const FRAGMENT_STYLESHEET_NAME: &str = "fragment.css";

/// What a charter can be exported as. It is written by its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Format {
    /// A whole web page that needs nothing else.
    Html,
    /// What is pasted into a portal's back office, styled by [`FRAGMENT_STYLESHEET`] if at all.
    Fragment,
    /// `CommonMark` with the tables of GitHub's.
    Markdown,
    /// Plain text, its tables with tabs between cells.
    Text,
    /// Pages to print and to keep: PDF/UA-1 and PDF/A-2a.
    Pdf,
}

impl Format {
    /// Every format, in the order in which they are offered.
    pub const ALL: [Self; 5] = [
        Self::Html,
        Self::Fragment,
        Self::Markdown,
        Self::Text,
        Self::Pdf,
    ];

    /// Those that an export writes where none are named.
    pub const USUAL: [Self; 5] = [
        Self::Html,
        Self::Fragment,
        Self::Markdown,
        Self::Text,
        Self::Pdf,
    ];

    /// Those whose source a person can read, and copy.
    pub const SOURCES: [Self; 4] = [Self::Html, Self::Fragment, Self::Markdown, Self::Text];

    /// The name by which the command line knows it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Html => "html",
            Self::Fragment => "fragment",
            Self::Markdown => "markdown",
            Self::Text => "text",
            Self::Pdf => "pdf",
        }
    }

    /// The name of the file that an export writes.
    #[must_use]
    pub fn file_name(self) -> &'static str {
        match self {
            Self::Html => "charter.html",
            Self::Fragment => "charter.fragment.html",
            Self::Markdown => "charter.md",
            Self::Text => "charter.txt",
            Self::Pdf => "charter.pdf",
        }
    }

    /// Whether the collection's logo stands in it.
    #[must_use]
    pub fn has_logo(self) -> bool {
        matches!(self, Self::Html | Self::Pdf)
    }
}

impl fmt::Display for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

/// Why a word names no format.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a format: html, fragment, markdown and text are")]
pub struct UnknownFormat(pub String);

impl FromStr for Format {
    type Err = UnknownFormat;

    fn from_str(name: &str) -> Result<Self, UnknownFormat> {
        Self::ALL
            .into_iter()
            .find(|format| format.name() == name)
            .ok_or_else(|| UnknownFormat(name.chars().take(40).collect()))
    }
}

/// Blocks as Markdown that reads as what they are, without a line end.
#[must_use]
pub fn blocks_as_markdown(blocks: &[Block]) -> String {
    markdown::blocks(blocks)
}

/// Why a document could not be rendered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RenderError {
    /// A template that a person wrote fails, or asks for what templates may not do.
    Template {
        name: String,
        line: Option<usize>,
        /// As the template's language says it.
        message: String,
    },
    /// The built-in layout fails on this document: a defect of the program.
    Layout(String),
    /// No font of the program has these letters, and a page for keeping holds all of its letters.
    Letters {
        letters: String,
        /// Where the first of them stands.
        element: Option<Element>,
    },
    /// The logo is damaged, or has too many pixels.
    Logo { name: String },
    /// A template, or a drawing, that does not end.
    Endless { name: String, seconds: u64 },
    /// A template, or a drawing, that takes too much memory, or makes the layout fail otherwise.
    Stopped { name: String },
}

/// The bytes of a document in a format. Where that is text, it is UTF-8 that ends with one line
/// end.
pub fn render(
    document: &Document,
    format: Format,
    design: &Design,
) -> Result<Vec<u8>, RenderError> {
    Ok(match format {
        Format::Html => html::page(document).into_bytes(),
        Format::Fragment => html::fragment(document).into_bytes(),
        Format::Markdown => markdown::render(document).into_bytes(),
        Format::Text => text::render(document).into_bytes(),
        Format::Pdf => pdf::render(document, design)?,
    })
}
