//! Words that are looked for: marked where they stand, brought into sight, and put under the
//! cursor.

use std::collections::HashMap;
use std::ops::Range;

use egui::epaint::text::cursor::CCursor;
use egui::text_edit::TextEditState;
use egui::{Galley, Id, Pos2, Rect, Stroke, StrokeKind, Ui, pos2};

use super::caret::{byte_of, characters};
use super::field::field_id;
use super::{Editor, Scene};
use crate::model::{Element, ResolvedSection};
use crate::ui::theme::Palette;

/// The words to mark, by element: ranges of characters.
#[derive(Debug, Default)]
pub struct Marks {
    pub by_element: HashMap<Element, Vec<Range<usize>>>,
    /// The one that the person has come to.
    pub current: Option<(Element, Range<usize>)>,
}

/// What is being looked for.
#[derive(Debug, Default)]
pub struct Seek {
    marks: Marks,
    /// What to bring into sight, the cursor staying where it is.
    sought: Option<Element>,
    /// For how many frames it has been sought in vain.
    missed: u8,
    /// The bytes of a text to put the cursor at, or to select, once it is drawn.
    cursor: Option<(Element, Range<usize>)>,
}

impl Editor {
    /// Brings an element into sight, with words of it, given as bytes, under the cursor.
    pub fn select(&mut self, element: Element, words: Range<usize>) {
        self.seek.cursor = Some((element.clone(), words));
        self.go_to(element);
    }

    /// Brings an element into sight; the cursor stays where it is.
    pub fn bring_into_sight(&mut self, element: Element) {
        self.seek.sought = Some(element);
        self.seek.missed = 0;
    }

    /// Marks words wherever they are drawn.
    pub fn mark(&mut self, marks: Marks) {
        self.seek.marks = marks;
    }

    /// Gives up looking for what is not there.
    pub fn tire_of_seeking(&mut self) {
        if self.seek.sought.is_some() {
            self.seek.missed += 1;
        }
        if self.seek.missed > 4 {
            self.seek.sought = None;
            self.seek.missed = 0;
        }
    }

    /// The words that are selected in the text that has the cursor, if they are of one line.
    pub fn selected_words(&self, ui: &egui::Context, scene: &Scene<'_>) -> Option<String> {
        let element = self.focus.as_ref()?;
        let state = TextEditState::load(ui, field_id(scene, element))?;
        let range = state.cursor.char_range()?.as_sorted_char_range();
        let text = scene.resolved.text(element)?.0.written(scene.language)?;
        let length = range.end.0.checked_sub(range.start.0)?;
        let words: String = text.chars().skip(range.start.0).take(length).collect();
        (!words.is_empty() && !words.contains('\n')).then_some(words)
    }

    /// The byte of its text where the cursor is, if a text has it.
    pub fn cursor_byte(&self, ctx: &egui::Context, scene: &Scene<'_>) -> Option<usize> {
        let element = self.focus.as_ref()?;
        let state = TextEditState::load(ctx, field_id(scene, element))?;
        let range = state.cursor.char_range()?.as_sorted_char_range();
        let text = scene.resolved.text(element)?.0.written(scene.language)?;
        Some(byte_of(text, range.start))
    }

    /// Puts the cursor where it was asked for, before the field is drawn.
    pub(super) fn place_cursor(&mut self, ui: &Ui, element: &Element, id: Id, text: &str) {
        let Some((_, bytes)) = self.seek.cursor.take_if(|(wanted, _)| wanted == element) else {
            return;
        };
        let mut state = TextEditState::load(ui.ctx(), id).unwrap_or_default();
        state.cursor.set_char_range(Some(characters(text, &bytes)));
        state.store(ui.ctx(), id);
        // A field that has no cursor as it is drawn forgets what is selected.
        ui.memory_mut(|memory| memory.request_focus(id));
    }

    /// Draws the marks of words in a text that lies at `at` on the screen.
    pub(super) fn mark_words(&mut self, ui: &Ui, element: &Element, galley: &Galley, at: Pos2) {
        let marks = &self.seek.marks;
        let Some(ranges) = marks.by_element.get(element) else {
            return;
        };
        let current = marks
            .current
            .as_ref()
            .filter(|(of, _)| of == element)
            .map(|(_, range)| range);
        let palette = Palette::now(ui.ctx());
        let painter = ui.painter();
        let mut reached = None;
        for range in ranges {
            let is_current = current == Some(range);
            let (fill, line) = if is_current {
                (palette.accent.gamma_multiply(0.2), 1.5)
            } else {
                (palette.accent.gamma_multiply(0.06), 1.0)
            };
            for place in places(galley, range) {
                let place = place.translate(at.to_vec2());
                let stroke = Stroke::new(line, palette.accent);
                painter.rect(place, 2.0, fill, stroke, StrokeKind::Middle);
                if is_current {
                    reached.get_or_insert(place);
                }
            }
        }
        if let Some(place) = reached
            && self.seek.sought.as_ref() == Some(element)
        {
            ui.scroll_to_rect(place, Some(egui::Align::Center));
            self.seek.sought = None;
        }
    }

    /// Whether something of a section is to be brought into sight.
    pub(super) fn seeks(&self, scene: &Scene<'_>, section: &ResolvedSection) -> bool {
        let is_here = |element: &Option<Element>| match element {
            Some(Element::Column(column)) if column.table.is_none() => {
                let has_labels = |it: &&ResolvedSection| {
                    it.table.as_ref().is_some_and(|it| it.columns.is_none())
                };
                let first = scene.resolved.sections.iter().find(has_labels);
                first.is_some_and(|first| first.id == section.id)
            }
            Some(element) => element.section() == Some(&section.id),
            None => false,
        };
        is_here(&self.seek.sought) || is_here(&self.reveal)
    }

    /// What is to be brought into sight.
    pub(super) fn sought(&self) -> Option<&Element> {
        self.seek.sought.as_ref()
    }

    /// Notes that what was sought is in sight.
    pub(super) fn found(&mut self) {
        self.seek.sought = None;
    }

    /// Whether words of a cell are to be selected, or the cursor put in it.
    pub(super) fn seeks_in(&self, element: &Element) -> bool {
        let cursor = self.seek.cursor.as_ref();
        cursor.is_some_and(|(wanted, _)| wanted == element)
    }

    /// Brings a hidden section into sight, which shows nothing but its name.
    pub(super) fn reach_hidden(&mut self, ui: &Ui, section: &ResolvedSection) {
        let is_here = |element: &mut Element| element.section() == Some(&section.id);
        let sought = self.seek.sought.take_if(is_here);
        let wanted = self.reveal.take_if(is_here);
        if sought.or(wanted).is_some() {
            scroll_to_last(ui);
        }
    }
}

/// Scrolls to what was drawn last.
fn scroll_to_last(ui: &Ui) {
    let bottom = ui.cursor().top();
    let left = ui.min_rect().left();
    let place = Rect::from_min_max(pos2(left, bottom - 30.0), pos2(left + 1.0, bottom));
    ui.scroll_to_rect(place, Some(egui::Align::Center));
}

/// Where a range of characters lies in a text that was laid out: a rectangle by line.
fn places(galley: &Galley, range: &Range<usize>) -> Vec<Rect> {
    let start = galley.pos_from_cursor(CCursor {
        prefer_next_row: true,
        ..CCursor::new(range.start)
    });
    let end = galley.pos_from_cursor(CCursor::new(range.end));
    if (start.top() - end.top()).abs() < 1.0 {
        return vec![Rect::from_min_max(start.min, end.max)];
    }
    let rows = galley.rows.iter().map(|row| row.rect());
    rows.filter(|row| row.bottom() > start.top() + 1.0 && row.top() < end.bottom() - 1.0)
        .map(|mut row| {
            if row.top() <= start.top() + 1.0 {
                row.min.x = start.left();
            }
            if row.bottom() >= end.bottom() - 1.0 {
                row.max.x = end.left();
            }
            row
        })
        .filter(|row| row.width() > 0.0)
        .collect()
}
