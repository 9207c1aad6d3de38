//! Renderers: a document to the bytes of a finished file.
//!
//! They know the document and nothing behind it: no collection, no clock, no disk. Invariants:
//! the same document gives the same bytes; no word of it is lost; whatever its texts look like,
//! they come out as text.

mod breaks;
mod cells;
mod consent;
pub(crate) mod csv;
mod design;
mod docx;
mod html;
mod index;
pub mod json;
mod layout;
mod markdown;
pub mod marks;
mod own;
mod page;
pub mod pdf;
mod style;
mod text;

use std::fmt;
use std::str::FromStr;

use serde::Serialize;

use crate::document::{Block, Document, Table};
use crate::model::Element;

pub use design::{Design, Picture, PictureKind, Template};
pub(crate) use docx::{ITEM_STEP, QUOTE_STEP};
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
    /// A document for Word, `LibreOffice` and others, that can be reviewed and taken back.
    Docx,
    /// The cookie tables as values.
    Csv,
    /// A configuration of orestbida/cookieconsent 3.
    Cookieconsent,
    /// A configuration of Klaro 0.7.
    Klaro,
    /// A configuration of Orejime 3.
    Orejime,
    /// A configuration of tarteaucitron.js 1.
    Tarteaucitron,
    /// The resolved charter for programs, every element with its origin.
    Json,
}

impl Format {
    /// Every format, in the order in which they are offered.
    pub const ALL: [Self; 12] = [
        Self::Html,
        Self::Fragment,
        Self::Markdown,
        Self::Text,
        Self::Pdf,
        Self::Docx,
        Self::Csv,
        Self::Cookieconsent,
        Self::Klaro,
        Self::Orejime,
        Self::Tarteaucitron,
        Self::Json,
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
    pub const SOURCES: [Self; 10] = [
        Self::Html,
        Self::Fragment,
        Self::Markdown,
        Self::Text,
        Self::Csv,
        Self::Cookieconsent,
        Self::Klaro,
        Self::Orejime,
        Self::Tarteaucitron,
        Self::Json,
    ];

    /// The name by which the command line knows it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Html => "html",
            Self::Fragment => "fragment",
            Self::Markdown => "markdown",
            Self::Text => "text",
            Self::Pdf => "pdf",
            Self::Docx => "docx",
            Self::Csv => "csv",
            Self::Cookieconsent => "cookieconsent",
            Self::Klaro => "klaro",
            Self::Orejime => "orejime",
            Self::Tarteaucitron => "tarteaucitron",
            Self::Json => "json",
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
            Self::Docx => "charter.docx",
            Self::Csv => "cookies.csv",
            Self::Cookieconsent => "cookieconsent.config.js",
            Self::Klaro => "klaro.config.js",
            Self::Orejime => "orejime.config.js",
            Self::Tarteaucitron => "tarteaucitron.config.js",
            Self::Json => "charter.json",
        }
    }

    /// Whether it is about the cookies of the charter's tables alone, and not all of its texts.
    #[must_use]
    pub fn is_of_cookies(self) -> bool {
        matches!(
            self,
            Self::Csv | Self::Cookieconsent | Self::Klaro | Self::Orejime | Self::Tarteaucitron
        )
    }

    /// Whether the collection's logo stands in it.
    #[must_use]
    pub fn has_logo(self) -> bool {
        matches!(self, Self::Html | Self::Pdf | Self::Docx)
    }
}

impl fmt::Display for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

/// Why a word names no format.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a format: one of {names} is", names = Format::ALL.map(Format::name).join(", "))]
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

/// A document as HTML to be pasted where text has looks: a letter, a word processor.
#[must_use]
pub fn rich_text(document: &Document) -> String {
    html::rich(document)
}

/// The labels and cells of a table of a document, none of which a spreadsheet takes for a formula.
#[must_use]
pub fn table_as_values(document: &Document, table: &Table) -> Vec<Vec<String>> {
    csv::table(document, table)
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
    /// A template works without end, or makes more than a page can be.
    Endless { name: String, line: Option<usize> },
    /// The built-in layout fails on this document: a defect of the program.
    Layout(String),
    /// No font of the program has these letters, and a page for keeping holds all of its letters.
    Letters {
        letters: String,
        /// Where the first of them stands.
        element: Option<Element>,
    },
    /// The logo is damaged, no picture of its kind, or has too many pixels.
    Logo { name: String },
    /// A template of pages, or a drawing, that was not done in time.
    TimedOut { name: String, seconds: u64 },
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
        Format::Html => page::render(document, design)?.into_bytes(),
        Format::Fragment => html::fragment(document).into_bytes(),
        Format::Markdown => markdown::render(document).into_bytes(),
        Format::Text => text::render(document).into_bytes(),
        Format::Pdf => pdf::render(document, design)?,
        Format::Docx => docx::render(document, design)?,
        Format::Csv => csv::render(document).into_bytes(),
        Format::Cookieconsent => consent::cookieconsent::render(document).into_bytes(),
        Format::Klaro => consent::klaro::render(document).into_bytes(),
        Format::Orejime => consent::orejime::render(document).into_bytes(),
        Format::Tarteaucitron => consent::tarteaucitron::render(document).into_bytes(),
        Format::Json => json::render(document).into_bytes(),
    })
}
