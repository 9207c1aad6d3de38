//! Writing: what a text becomes while a person types, formats and pastes, and how its Markdown is
//! shown meanwhile.
//!
//! Pure functions on texts, which know neither the window nor collections. Places are counted in
//! bytes; what comes in is brought back to the character that it is in, and what goes out stands
//! on the boundaries of characters. No text and no selection makes any of them panic.

pub mod address;
pub mod lists;
pub mod marks;
pub mod paste;
pub mod spans;
pub mod typing;
pub mod typography;

mod lines;

use std::ops::Range;

/// A text and what is selected of it, in bytes; an empty selection is the cursor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    pub text: String,
    pub selection: Range<usize>,
}

impl Written {
    #[must_use]
    pub fn new(text: impl Into<String>, selection: Range<usize>) -> Self {
        let text = text.into();
        let selection = within(&text, selection);
        Self { text, selection }
    }

    /// The text with the cursor at a place.
    #[must_use]
    pub fn at(text: impl Into<String>, cursor: usize) -> Self {
        Self::new(text, cursor..cursor)
    }
}

/// A text with something else in the place of what is selected, and the cursor after it.
#[must_use]
pub fn replaced(text: &str, selection: Range<usize>, by: &str) -> Written {
    let selection = within(text, selection);
    let cursor = selection.start + by.len();
    let mut replaced = String::with_capacity(text.len() + by.len());
    replaced.push_str(before(text, selection.start));
    replaced.push_str(by);
    replaced.push_str(after(text, selection.end));
    Written::at(replaced, cursor)
}

/// A range brought into a text, on the boundaries of its characters.
#[must_use]
pub fn within(text: &str, range: Range<usize>) -> Range<usize> {
    let start = text.floor_char_boundary(range.start);
    let end = text.floor_char_boundary(range.end);
    start.min(end)..end.max(start)
}

/// What stands before a place of a text.
fn before(text: &str, at: usize) -> &str {
    text.get(..at).unwrap_or(text)
}

/// What stands after a place of a text.
fn after(text: &str, at: usize) -> &str {
    text.get(at..).unwrap_or_default()
}

/// A part of a text.
fn slice(text: &str, range: Range<usize>) -> &str {
    text.get(range).unwrap_or_default()
}
