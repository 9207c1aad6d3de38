//! The collection file: RON and JSON of one shape.
//!
//! Bytes in, collection out, and back; who owns the files is no business of this module. What it
//! writes it reads back the same, and writes again to the same bytes.

mod comments;
mod error;
mod merge;

use serde::Deserialize;

use crate::model::{Collection, Format};
use error::{from_json, from_ron};

pub use comments::has_comments;
pub use error::{Position, Reason, Unreadable};
pub use merge::{ORDER, Side, Standing, merge, settled, settled_with};

/// How a collection file is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Notation {
    Ron,
    Json,
}

impl Notation {
    /// The notation that an extension names, whatever its case.
    #[must_use]
    pub fn of_extension(extension: &str) -> Option<Self> {
        match extension.to_ascii_lowercase().as_str() {
            "ron" => Some(Self::Ron),
            "json" => Some(Self::Json),
            _ => None,
        }
    }
}

impl Notation {
    /// The notation that a file looks like by its first sign.
    #[must_use]
    pub fn of_content(bytes: &[u8]) -> Self {
        let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
        match bytes.trim_ascii_start().first() {
            Some(b'{') => Self::Json,
            _ => Self::Ron,
        }
    }
}

/// Reads a collection file.
pub fn read(bytes: &[u8], notation: Notation) -> Result<Collection, Unreadable> {
    let text = text(bytes)?;
    let read = match notation {
        Notation::Ron => parse_ron::<Collection>(text),
        Notation::Json => parse_json::<Collection>(text),
    };
    // A file of a newer program fails for what is new in it; its format says it better.
    read.map_err(|unreadable| match newer_format(text, notation) {
        Some(format) => Unreadable {
            reason: Reason::TooNew(format),
            ..unreadable
        },
        None => unreadable,
    })
}

/// Why a file is left alone that a newer program wrote, if one did.
#[must_use]
pub fn newer(bytes: &[u8], notation: Notation) -> Option<Unreadable> {
    let unreadable = read(bytes, notation).err()?;
    matches!(unreadable.reason, Reason::TooNew(_)).then_some(unreadable)
}

/// Writes a collection file.
#[must_use]
pub fn write(collection: &Collection, notation: Notation) -> String {
    const HOLDS: &str = "a collection is made of strings, lists and maps with string keys";
    let mut text = match notation {
        Notation::Ron => options()
            .to_string_pretty(collection, layout())
            .expect(HOLDS),
        Notation::Json => serde_json::to_string_pretty(collection).expect(HOLDS),
    };
    text.push('\n');
    text
}

/// The JSON Schema of the file.
#[must_use]
pub fn schema() -> String {
    let schema = schemars::schema_for!(Collection);
    let mut text = serde_json::to_string_pretty(&schema).expect("a schema is plain JSON");
    text.push('\n');
    text
}

/// The text of a file: UTF-8, with or without a byte order mark.
fn text(bytes: &[u8]) -> Result<&str, Unreadable> {
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let before = bytes.get(..error.valid_up_to()).unwrap_or_default();
        Unreadable {
            at: Some(Position::at_end_of(&String::from_utf8_lossy(before))),
            path: String::new(),
            reason: Reason::NotText,
        }
    })?;
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    if text.trim().is_empty() {
        return Err(Unreadable {
            at: None,
            path: String::new(),
            reason: Reason::Empty,
        });
    }
    Ok(text)
}

fn options() -> ron::Options {
    ron::Options::default().with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME)
}

/// Real line breaks in texts, so that a changed paragraph is a changed line; struct names, so
/// that a person sees what is what.
fn layout() -> ron::ser::PrettyConfig {
    ron::ser::PrettyConfig::new()
        .new_line("\n")
        .struct_names(true)
        .escape_strings(false)
}

fn parse_ron<'de, T: Deserialize<'de>>(text: &'de str) -> Result<T, Unreadable> {
    let spanned = |error| from_ron(text, error, String::new());
    let mut deserializer =
        ron::Deserializer::from_str_with_options(text, &options()).map_err(spanned)?;
    let read = serde_path_to_error::deserialize(&mut deserializer);
    let value = read.map_err(|error| {
        let path = error.path().to_string();
        from_ron(text, deserializer.span_error(error.into_inner()), path)
    })?;
    deserializer
        .end()
        .map_err(|code| spanned(deserializer.span_error(code)))?;
    Ok(value)
}

fn parse_json<'de, T: Deserialize<'de>>(text: &'de str) -> Result<T, Unreadable> {
    let mut deserializer = serde_json::Deserializer::from_str(text);
    let value = serde_path_to_error::deserialize(&mut deserializer).map_err(|error| {
        let path = error.path().to_string();
        from_json(text, &error.into_inner(), path)
    })?;
    deserializer
        .end()
        .map_err(|error| from_json(text, &error, String::new()))?;
    Ok(value)
}

/// The format that a file claims, where this program does not know it.
fn newer_format(text: &str, notation: Notation) -> Option<u32> {
    #[derive(Deserialize)]
    #[serde(rename = "Collection")]
    struct Head {
        format: u32,
    }
    let head: Head = match notation {
        Notation::Ron => parse_ron(text).ok()?,
        Notation::Json => parse_json(text).ok()?,
    };
    (head.format > Format::NEWEST).then_some(head.format)
}
