//! Which block of a text a place in it belongs to.

use super::markdown::{Reader, Value};

/// The block that the character after so many others stands in, counted from 0. What stands
/// before a place reads into the blocks up to it.
#[must_use]
pub fn block_at(text: &str, characters: usize) -> usize {
    let end = text
        .char_indices()
        .nth(characters)
        .map_or(text.len(), |(at, _)| at);
    let before = text.get(..end).unwrap_or(text);
    let blocks = Reader::new(&mut |_| Value::Nothing).blocks(before);
    blocks.len().saturating_sub(1)
}
