//! Where the cursor stands in the text of an element, for the preview to follow it.

use egui::Context;
use egui::text_edit::TextEditState;

use super::field::field_id;
use crate::model::Element;
use crate::ui::scene::Scene;

/// How many characters of an element's text stand before the cursor, where it has one.
pub fn place_of(ctx: &Context, scene: &Scene<'_>, element: &Element) -> Option<usize> {
    let state = TextEditState::load(ctx, field_id(scene, element))?;
    Some(state.cursor.char_range()?.primary.index.into())
}
