//! Sources: bytes of whatever format to a [`Page`], one file per format.
//!
//! The format and the encoding are told from the content; a name only helps where that says
//! nothing. Whatever the bytes, the work is bounded, and what would cost too much is refused with
//! a reason.

pub mod text;

use super::Page;

/// What a source is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SourceFormat {
    Text,
    Html,
    Markdown,
    Csv,
    Docx,
    /// A collection of this program, whose platforms are taken over as they are.
    Collection,
}

/// Why a source could not be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    #[error("it is larger than {0} MB")]
    TooLarge(usize),
    #[error("reading it would cost too much: it nests too deeply or has too many cells")]
    TooComplex,
    #[error("it is no text and no document that can be read")]
    NotText,
    #[error("there is nothing in it")]
    Empty,
    #[error("the document is damaged: {0}")]
    Damaged(String),
}

/// Reads the bytes of a source.
pub fn read(bytes: &[u8], name: &str) -> Result<Page, Refusal> {
    let _ = name;
    let text = std::str::from_utf8(bytes).map_err(|_| Refusal::NotText)?;
    Ok(text::page(text))
}
