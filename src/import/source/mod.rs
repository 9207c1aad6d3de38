//! Sources: bytes of whatever format to a [`Page`], one file per format.
//!
//! The format and the encoding are told from the content; a name only helps where that says
//! nothing. Whatever the bytes, the work is bounded, and what would cost too much is refused with
//! a reason.

mod csv;
mod docx;
mod encoding;
mod format;
mod html;
mod markdown;
mod mhtml;
mod text;

use super::Page;
use crate::store::Notation;

/// How large a source may be, in megabytes.
const LARGEST: usize = 64;
/// How many cells all tables of a source may have.
const MOST_CELLS: usize = 1_000_000;

/// What was read.
#[derive(Debug, Clone, PartialEq)]
pub struct Source {
    pub format: SourceFormat,
    /// The name of the encoding; of a document or of a saved message, that of its parts.
    pub encoding: &'static str,
    pub content: Content,
}

/// What a source holds.
#[derive(Debug, Clone, PartialEq)]
pub enum Content {
    Page(Page),
    /// A collection, as its file has it.
    Collection {
        text: String,
        notation: Notation,
    },
}

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

/// Reads the bytes of a source, whose name may be empty.
pub fn read(bytes: &[u8], name: &str) -> Result<Source, Refusal> {
    if bytes.len() > LARGEST << 20 {
        return Err(Refusal::TooLarge(LARGEST));
    }
    if docx::is_archive(bytes) {
        return Ok(Source {
            format: SourceFormat::Docx,
            encoding: "UTF-8",
            content: Content::Page(docx::page(bytes)?),
        });
    }
    if mhtml::is_one(bytes) {
        return Ok(Source {
            format: SourceFormat::Html,
            encoding: "MIME",
            content: Content::Page(mhtml::page(bytes)?),
        });
    }
    let decoded = encoding::decode(bytes)?;
    let (format, content) = content(decoded.text, name)?;
    Ok(Source {
        format,
        encoding: decoded.encoding,
        content,
    })
}

fn content(text: String, name: &str) -> Result<(SourceFormat, Content), Refusal> {
    let shape = format::shape(&text, name);
    let page = match shape {
        format::Shape::Collection(notation) => {
            let content = Content::Collection { text, notation };
            return Ok((SourceFormat::Collection, content));
        }
        format::Shape::Html => html::page(&text, None)?,
        format::Shape::Markdown => markdown::page(&text)?,
        format::Shape::Csv(form) => csv::page(&text, form)?,
        format::Shape::Text => text::page(&text),
    };
    Ok((shape.format(), Content::Page(page)))
}

/// What stands before the page in a file that was kept by address: a first line that names it.
///
/// The line itself is no part of the page; it is left empty, so that the others keep their
/// numbers.
fn address_line(text: &str) -> (Option<&str>, &str) {
    let Some(rest) = text.strip_prefix("URL:") else {
        return (None, text);
    };
    let end = rest.find('\n').unwrap_or(rest.len());
    let (address, page) = rest.split_at(end);
    let address = address.trim();
    match url::Url::parse(address) {
        Ok(_) => (Some(address), page),
        Err(_) => (None, text),
    }
}
