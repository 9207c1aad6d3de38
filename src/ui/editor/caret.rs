//! Where the cursor stands in the text of an element: in characters, as egui counts, and in bytes,
//! as texts are cut.

use std::ops::Range;

use egui::Context;
use egui::text::{CCursor, CCursorRange, CharIndex};
use egui::text_edit::TextEditState;

use super::field::field_id;
use crate::model::Element;
use crate::ui::scene::Scene;

/// How many characters of an element's text stand before the cursor, where it has one.
pub fn place_of(ctx: &Context, scene: &Scene<'_>, element: &Element) -> Option<usize> {
    let state = TextEditState::load(ctx, field_id(scene, element))?;
    Some(state.cursor.char_range()?.primary.index.into())
}

/// The byte of a text at which a character stands, counted among its characters.
pub fn byte_of(text: &str, character: CharIndex) -> usize {
    let mut bytes = text.char_indices().map(|(byte, _)| byte);
    bytes.nth(character.0).unwrap_or(text.len())
}

/// A selection in bytes of a text.
pub fn bytes(text: &str, range: &CCursorRange) -> Range<usize> {
    let chars = range.as_sorted_char_range();
    let mut places = text.char_indices().map(|(at, _)| at);
    let length = chars.end.0.saturating_sub(chars.start.0);
    let start = places.nth(chars.start.0);
    let end = match length {
        0 => start,
        length => places.nth(length - 1),
    };
    start.unwrap_or(text.len())..end.unwrap_or(text.len())
}

/// A selection in characters of a text.
pub fn characters(text: &str, range: &Range<usize>) -> CCursorRange {
    let count = |at: usize| CharIndex(text.get(..at).unwrap_or(text).chars().count());
    CCursorRange::two(
        CCursor::new(count(range.start)),
        CCursor::new(count(range.end)),
    )
}
