//! The cards: the title's, and one by section. Only those near to what is seen are drawn.

use egui::style::ScrollAnimation;
use egui::text::{CCursor, CCursorRange};
use egui::{Align, Frame, Margin, Rect, Response, Stroke, TextEdit, Ui, pos2, vec2};

use super::Editor;
use super::caret::byte_of;
use super::drag::Slot;
use super::field::{Shape, field_id, findings_ui, origin, text_field};
use super::origin::{Telling, tells_origins};
use super::reference::lack_of;
use crate::model::{Element, ResolvedSection, SectionId, Standing};
use crate::ui::scene::{Action, Scene};
use crate::ui::theme::Palette;
use crate::ui::widgets::bold;

/// How far a card is moved in by level.
const STEP: f32 = 10.0;
/// A card at least this wide says on the line of its buttons where its heading comes from.
const ROOMY: f32 = 430.0;

/// On how many lines a card says how it stands.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Lines {
    One,
    Several,
}

/// The height that a section had when it was drawn last.
#[derive(Debug, Clone, Copy)]
pub struct Measured {
    height: f32,
    of: Looks,
}

/// What the height of a section depends on most. Another charter that shows the same text, at
/// the same place in memory, shows it as high.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Looks {
    text: usize,
    letters: usize,
    rows: usize,
    shown: Shown,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shown {
    Whole,
    Collapsed,
    Hidden,
}

/// The line above a text. It is as high whatever it says: what is typed below it stays in place.
fn marks_line_ui(ui: &mut Ui, add: impl FnOnce(&mut Ui)) {
    /// How much nearer than others it stands to what is above and below.
    const NEARER: f32 = 2.0;
    ui.add_space(-NEARER);
    ui.horizontal_wrapped(|ui| {
        ui.set_row_height(22.0);
        ui.spacing_mut().interact_size.y = 18.0;
        ui.spacing_mut().button_padding = vec2(4.0, 0.0);
        add(ui);
    });
    ui.add_space(-NEARER);
}

impl Editor {
    pub(super) fn title_ui(&mut self, ui: &mut Ui, scene: &Scene<'_>, actions: &mut Vec<Action>) {
        let element = Element::Title;
        card(ui, Grip::Free, |ui| {
            let name = scene.words.say("title");
            ui.horizontal_wrapped(|ui| {
                ui.label(bold(&*name));
                self.origin_ui(ui, scene, &element, &name, actions);
                self.translation_ui(ui, scene, &element, actions);
            });
            self.text_ui(ui, scene, &element, Shape::Title, &name, actions);
        });
    }

    /// Shows the sections, and where a dragged one would land.
    pub(super) fn sections_ui(
        &mut self,
        ui: &mut Ui,
        scene: &Scene<'_>,
        actions: &mut Vec<Action>,
    ) {
        let gap = ui.spacing().item_spacing.y;
        let mut slots: Vec<Slot> = Vec::new();
        // The room of the sections left out since the last one drawn.
        let mut skipped = 0.0;
        for (at, section) in scene.resolved.sections.iter().enumerate() {
            let top = ui.cursor().top() + skipped;
            if let Some(height) = self.out_of_sight(ui, scene, section, top) {
                skipped += height + gap;
                continue;
            }
            leave_room(ui, skipped);
            skipped = 0.0;
            let rect = self.section_ui(ui, scene, section, actions);
            let measured = Measured {
                height: rect.height(),
                of: self.looks(scene, section),
            };
            self.heights.insert(section.id.clone(), measured);
            slots.push(Slot { at, rect });
        }
        leave_room(ui, skipped);
        self.drag_ui(ui, scene, &slots, actions);
    }

    /// The height of a section that need not be drawn.
    fn out_of_sight(
        &self,
        ui: &Ui,
        scene: &Scene<'_>,
        section: &ResolvedSection,
        top: f32,
    ) -> Option<f32> {
        /// Sections this near to what is seen are drawn, so that the Tab key finds them.
        const NEAR: f32 = 600.0;
        let measured = self.heights.get(&section.id)?;
        let near = ui.clip_rect().expand(NEAR);
        let is_far = top > near.bottom() || top + measured.height < near.top();
        let is_it = |id: &SectionId| *id == section.id;
        let of = |element: &Option<Element>| {
            element
                .as_ref()
                .and_then(Element::section)
                .is_some_and(is_it)
        };
        let is_wanted = || {
            self.seeks(scene, section)
                || of(&self.focus)
                || self.settle_bar.as_ref().is_some_and(|(id, _)| is_it(id))
                || self.drag.as_ref().is_some_and(|drag| is_it(&drag.section))
        };
        let is_known = || measured.of == self.looks(scene, section);
        (is_far && !is_wanted() && is_known()).then_some(measured.height)
    }

    fn looks(&self, scene: &Scene<'_>, section: &ResolvedSection) -> Looks {
        let written = section.body.value.written(scene.language);
        let text = written.unwrap_or_default();
        let shown = if section.hidden.is_some() {
            Shown::Hidden
        } else if self.is_collapsed(scene, &section.id) {
            Shown::Collapsed
        } else {
            Shown::Whole
        };
        Looks {
            text: text.as_ptr().addr(),
            letters: text.len(),
            rows: section.table.as_ref().map_or(0, |table| table.rows.len()),
            shown,
        }
    }

    /// Shows a section, and tells where.
    fn section_ui(
        &mut self,
        ui: &mut Ui,
        scene: &Scene<'_>,
        section: &ResolvedSection,
        actions: &mut Vec<Action>,
    ) -> Rect {
        let inset = f32::from(section.level.value.number().saturating_sub(1)) * STEP;
        let is_dragged = self
            .drag
            .as_ref()
            .is_some_and(|drag| drag.section == section.id);
        let grip = if is_dragged { Grip::Held } else { Grip::Free };
        let drawn = ui.push_id(&section.id, |ui| {
            let frame = Frame::new().outer_margin(Margin {
                left: margin(inset),
                ..Margin::ZERO
            });
            let drawn = frame.show(ui, |ui| {
                card(ui, grip, |ui| {
                    self.section_content_ui(ui, scene, section, actions);
                });
            });
            drawn.response.rect
        });
        let rect = drawn.inner;
        if self
            .settle_bar
            .take_if(|(id, _)| *id == section.id)
            .is_some()
        {
            let bar = Rect::from_min_size(rect.min, vec2(rect.width(), rect.height().min(120.0)));
            ui.scroll_to_rect(bar, None);
        }
        rect
    }

    fn section_content_ui(
        &mut self,
        ui: &mut Ui,
        scene: &Scene<'_>,
        section: &ResolvedSection,
        actions: &mut Vec<Action>,
    ) {
        let heading = Element::Heading(section.id.clone());
        let body = Element::Body(section.id.clone());
        let name = section_name(scene, section);
        let is_open = section.hidden.is_none() && !self.is_collapsed(scene, &section.id);
        let lines = if ui.available_width() < ROOMY {
            Lines::Several
        } else {
            Lines::One
        };
        self.section_bar_ui(ui, scene, section, &name, lines, actions);
        if !is_open {
            self.reach_hidden(ui, section);
            return;
        }
        let label = of_section(scene, "heading-of", &name);
        if lines == Lines::Several {
            self.marks_ui(ui, scene, &heading, &label, actions);
        } else if lack_of(scene, &heading).is_some() {
            ui.horizontal_wrapped(|ui| self.translation_ui(ui, scene, &heading, actions));
        }
        self.text_ui(ui, scene, &heading, Shape::Heading, &label, actions);

        let label = of_section(scene, "body-of", &name);
        if self.comes_as(ui, scene, &heading, &body) {
            self.same_marks_ui(ui, scene, &body, &label, actions);
        } else {
            self.marks_ui(ui, scene, &body, &label, actions);
        }
        let response = self.text_ui(ui, scene, &body, Shape::Body, &label, actions);
        self.note_cursor(&response, &body, scene);

        if let Some(table) = &section.table {
            self.table_ui(ui, scene, section, table, actions);
        }
        findings_ui(ui, scene, &Element::Section(section.id.clone()));
    }

    /// Where a text comes from, and whether it waits for its translation.
    fn marks_ui(
        &mut self,
        ui: &mut Ui,
        scene: &Scene<'_>,
        element: &Element,
        name: &str,
        actions: &mut Vec<Action>,
    ) {
        if !tells_origins(scene) && lack_of(scene, element).is_none() {
            return;
        }
        marks_line_ui(ui, |ui| {
            self.origin_ui(ui, scene, element, name, actions);
            self.translation_ui(ui, scene, element, actions);
        });
    }

    /// The same, below a text that comes from the same place: that is not said twice.
    fn same_marks_ui(
        &mut self,
        ui: &mut Ui,
        scene: &Scene<'_>,
        element: &Element,
        name: &str,
        actions: &mut Vec<Action>,
    ) {
        let is_own = origin(scene, element)
            .is_none_or(|origin| matches!(scene.standing(origin), Standing::Own));
        if is_own && lack_of(scene, element).is_none() {
            return;
        }
        marks_line_ui(ui, |ui| {
            if !is_own {
                self.origin_as_ui(ui, scene, element, (name, Telling::Too), actions);
            }
            self.translation_ui(ui, scene, element, actions);
        });
    }

    /// A text to be edited, with all that is said of it.
    fn text_ui(
        &mut self,
        ui: &mut Ui,
        scene: &Scene<'_>,
        element: &Element,
        shape: Shape,
        name: &str,
        actions: &mut Vec<Action>,
    ) -> Response {
        let response = self.beside_reference_ui(ui, scene, element, |editor, ui| {
            text_field(ui, scene, editor, element, shape, name, actions)
        });
        self.settle(ui, element, &response);
        self.choice(ui, scene, element, None, actions);
        findings_ui(ui, scene, element);
        response
    }

    /// Notes where the cursor stands in a text, for what is done there after it has left.
    fn note_cursor(&mut self, response: &Response, element: &Element, scene: &Scene<'_>) {
        if !response.has_focus() {
            return;
        }
        let state = egui::TextEdit::load_state(&response.ctx, field_id(scene, element));
        let Some(range) = state.and_then(|state| state.cursor.char_range()) else {
            return;
        };
        let text = scene.resolved.text(element).map(|(text, _)| text);
        let written = text.and_then(|text| text.written(scene.language));
        let written = written.unwrap_or_default();
        let byte = byte_of(written, range.primary.index);
        self.cursor = Some((element.clone(), byte));
    }

    /// Brings a field into sight where it is asked for, with the cursor in it.
    fn settle(&mut self, ui: &Ui, element: &Element, response: &Response) {
        let is_wanted =
            |wanted: &Option<Element>| wanted.as_ref().is_some_and(|wanted| is_at(wanted, element));
        // The keyboard goes nowhere while a dialog stands over the window.
        if ui.memory(|memory| memory.top_modal_layer().is_some()) {
            return;
        }
        if is_wanted(&self.reveal) {
            response.request_focus();
            // What is in sight already stays where it is.
            let place = self.text.cursor_of(element).unwrap_or_else(|| {
                start_of(response);
                first_lines(response.rect)
            });
            if !ui.clip_rect().contains_rect(place) {
                // At once: what the field does to show its cursor would stop it on its way.
                let still = ScrollAnimation::none();
                ui.scroll_to_rect_animation(place, Some(Align::Center), still);
            }
            self.reveal = None;
            self.refocus = None;
        } else if is_wanted(&self.refocus) {
            response.request_focus();
            ui.scroll_to_rect(response.rect, None);
            self.refocus = None;
        }
    }
}

/// Puts the cursor of a text that had none at its start.
fn start_of(response: &Response) {
    let mut state = TextEdit::load_state(&response.ctx, response.id).unwrap_or_default();
    if state.cursor.char_range().is_none() {
        let start = CCursorRange::one(CCursor::new(0));
        state.cursor.set_char_range(Some(start));
        TextEdit::store_state(&response.ctx, response.id, state);
    }
}

/// The first lines of a text, and what stands above them.
fn first_lines(text: Rect) -> Rect {
    const LINES: f32 = 100.0;
    const ABOVE: f32 = 90.0;
    let bottom = text.bottom().min(text.top() + LINES);
    Rect::from_min_max(text.min - vec2(0.0, ABOVE), pos2(text.right(), bottom))
}

/// Whether a field is where one goes for an element: a section's is its heading.
fn is_at(wanted: &Element, field: &Element) -> bool {
    match (wanted, field) {
        (Element::Section(wanted), Element::Heading(section)) => wanted == section,
        (wanted, field) => wanted == field,
    }
}

/// The name of a section: its heading, or its id where it has none.
pub fn section_name(scene: &Scene<'_>, section: &ResolvedSection) -> String {
    let first = scene.collection.first_language();
    let heading = section
        .heading
        .value
        .said(scene.language, &first)
        .text
        .trim();
    if heading.is_empty() {
        section.id.to_string()
    } else {
        heading.to_owned()
    }
}

/// Words about a section, with the name by which people know it.
pub fn of_section(scene: &Scene<'_>, key: &str, name: &str) -> String {
    let values = [("section", name.into())];
    scene.words.say_of(key, &values).into_owned()
}

/// Leaves the room of sections that are not drawn, with the gaps between them.
fn leave_room(ui: &mut Ui, skipped: f32) {
    let gap = ui.spacing().item_spacing.y;
    if skipped > gap {
        ui.allocate_space(vec2(ui.available_width(), skipped - gap));
    }
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "five steps of ten points at most"
)]
fn margin(inset: f32) -> i8 {
    inset as i8
}

/// Whether a card is being dragged.
#[derive(Clone, Copy, PartialEq)]
enum Grip {
    Free,
    Held,
}

fn card(ui: &mut Ui, grip: Grip, add: impl FnOnce(&mut Ui)) {
    let palette = Palette::now(ui.ctx());
    let stroke = match grip {
        Grip::Free => Stroke::new(1.0, palette.line),
        Grip::Held => Stroke::new(1.0, palette.accent),
    };
    Frame::new()
        .fill(palette.panel)
        .stroke(stroke)
        .corner_radius(8)
        .inner_margin(Margin::same(10))
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            add(ui);
        });
}
