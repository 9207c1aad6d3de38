//! A text being edited: the model's own letters until one of them changes.

use std::any::TypeId;
use std::borrow::Cow;
use std::ops::Range;

use egui::TextBuffer;
use egui::epaint::text::CharIndex;

/// The text of a field while it is drawn. Nothing is copied before something is typed.
pub struct Buffer<'a>(pub Cow<'a, str>);

impl TextBuffer for Buffer<'_> {
    fn is_mutable(&self) -> bool {
        true
    }

    fn as_str(&self) -> &str {
        &self.0
    }

    fn insert_text(&mut self, text: &str, char_index: CharIndex) -> usize {
        self.0.to_mut().insert_text(text, char_index)
    }

    fn delete_char_range(&mut self, char_range: Range<CharIndex>) {
        self.0.to_mut().delete_char_range(char_range);
    }

    fn type_id(&self) -> TypeId {
        TypeId::of::<Buffer<'static>>()
    }
}
