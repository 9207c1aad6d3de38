//! Editing one text of the charter in place.
//!
//! What is inherited may be typed into like all else. The first letter adapts it here, so that
//! nothing else is touched and nothing typed can be lost; then the person is asked whether the
//! change is for every charter that shows the text, or for this one.

use std::borrow::Cow;

use egui::text::CCursorRange;
use egui::widgets::text_edit::{TextEditOutput, TextEditState};
use egui::{
    EventFilter, Frame, Id, Key, Margin, Modifiers, PointerButton, Rect, Response, RichText,
    Stroke, SurrenderFocusOn, TextBuffer, TextEdit, TextStyle, Ui, vec2,
};

use super::Editor;
use super::buffer::Buffer;
use super::text::{Base, Looks};
use crate::messages;
use crate::model::{Element, Origin, Owner, Standing, Text};
use crate::ui::command::Command;
use crate::ui::scene::{Action, Scene};
use crate::ui::theme::Palette;
use crate::ui::widgets::{named, named_field, text_width, warning};
use crate::workspace::changes::Scope;

/// How a text is laid out.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Shape {
    Title,
    Heading,
    Body,
    Cell,
}

/// The widget of an element's text.
pub fn field_id(scene: &Scene<'_>, element: &Element) -> Id {
    Id::unique(("text", scene.owner(), element, scene.language))
}

/// Shows the text of an element, to be edited.
pub fn text_field(
    ui: &mut Ui,
    scene: &Scene<'_>,
    editor: &mut Editor,
    element: &Element,
    shape: Shape,
    name: &str,
    actions: &mut Vec<Action>,
) -> Response {
    let language = scene.language;
    let text = scene.resolved.text(element).map(|(text, _)| text);
    let written = text
        .and_then(|text| text.written(language))
        .unwrap_or_default();
    let mut buffer = Buffer(Cow::Borrowed(written));

    let id = field_id(scene, element);
    editor.place_cursor(ui, element, id, written);
    let before = editor.before_text(ui, scene, element, written, shape);
    let field = Field {
        id,
        shape,
        hint: hint(scene, text),
        keeps_keys: editor.text.is_covered(element),
        keeps_focus: editor.text.is_pointed_at(ui),
    };
    let selected = TextEditState::load(ui.ctx(), id).and_then(|state| state.cursor.char_range());
    let mut output = edit(ui, &mut buffer, &field, &mut editor.text.looks);
    editor.mark_words(ui, element, &output.galley, output.galley_pos);
    let response = output.response.response.clone();
    named_field(ui, &response, name);
    // The other button opens a menu about what is selected, and selects nothing.
    let other = PointerButton::Secondary;
    if response.hovered()
        && ui.input(|it| it.pointer.button_down(other) || it.pointer.button_released(other))
        && let Some(selected) = selected.filter(|selected| !selected.is_empty())
    {
        select(ui, id, &mut output, selected);
    }
    if before.takes_focus {
        // Without the cursor, a text forgets what is selected in it.
        select(ui, id, &mut output, before.characters_of(written));
    }
    editor.text.place_cursor(element, &output);
    if response.has_focus() && editor.focus.as_ref() != Some(element) {
        editor.focus = Some(element.clone());
    }
    if before.takes_focus {
        response.request_focus();
    } else if response.lost_focus() {
        actions.push(Action::Seal);
        editor.everywhere = None;
    }
    if response.changed() {
        let mut words = buffer.0.into_owned();
        if matches!(shape, Shape::Title | Shape::Heading) {
            // What is pasted may have lines.
            words = words.replace(['\n', '\r'], " ");
        }
        let after = (words.as_str(), output.cursor_range);
        match editor.after_text(scene, element, shape, (&before, written), after) {
            Some((exact, meant)) => {
                let typed = before.characters.as_str();
                editor.mean(ui, scene, element, typed, (&exact, &meant), actions);
            }
            None => editor.typed(scene, element, &words, actions),
        }
    } else if response.has_focus() {
        let after = (written, output.cursor_range);
        editor.after_text(scene, element, shape, (&before, written), after);
    }
    editor.open_menu(ui, &response);
    response
}

/// Selects something in a field that has been drawn.
fn select(ui: &Ui, id: Id, output: &mut TextEditOutput, selection: CCursorRange) {
    output.state.cursor.set_char_range(Some(selection));
    output.cursor_range = Some(selection);
    output.state.clone().store(ui.ctx(), id);
}

/// Where nothing is written in this language: what stands in for it.
fn hint(scene: &Scene<'_>, text: Option<&Text>) -> String {
    let first = scene.collection.first_language();
    text.map(|text| text.said(scene.language, &first))
        .filter(|said| said.instead.is_some())
        .map_or_else(String::new, |said| said.text.to_owned())
}

/// A text field as it is drawn in a frame.
struct Field {
    id: Id,
    shape: Shape,
    hint: String,
    /// Whether Tab and Escape are for what stands over it.
    keeps_keys: bool,
    /// Whether a press elsewhere leaves it the cursor.
    keeps_focus: bool,
}

impl Shape {
    /// The letters of its plain words.
    fn base(self) -> Base {
        let (size, strong) = match self {
            Self::Title => (20.0, true),
            Self::Heading => (16.0, true),
            Self::Body => (14.5, false),
            Self::Cell => (super::table::LETTERS, false),
        };
        Base { size, strong }
    }
}

fn edit(ui: &mut Ui, buffer: &mut Buffer<'_>, field: &Field, looks: &mut Looks) -> TextEditOutput {
    let base = field.shape.base();
    let mut layout = |ui: &Ui, text: &dyn TextBuffer, width: f32| {
        looks.galley(ui, field.id, text.as_str(), base, width)
    };
    // One line of text, on as many lines of the screen as it takes: Enter ends no line.
    let line = |buffer| TextEdit::multiline(buffer).desired_rows(1).return_key(None);
    let palette = Palette::now(ui.ctx());
    let frame = Frame::new()
        .fill(palette.surface)
        .stroke(Stroke::new(1.0, palette.line))
        .corner_radius(5)
        .inner_margin(Margin::symmetric(8, 6));
    let edit = match field.shape {
        Shape::Title | Shape::Heading => line(buffer).frame(frame),
        Shape::Body => TextEdit::multiline(buffer).desired_rows(1).frame(frame),
        Shape::Cell => TextEdit::multiline(buffer)
            .desired_rows(1)
            .margin(Margin::symmetric(7, 6))
            .min_size(egui::vec2(0.0, ui.available_height()))
            .return_key(egui::KeyboardShortcut::new(Modifiers::SHIFT, Key::Enter)),
    };
    let hint = RichText::new(&field.hint).color(palette.weak);
    let surrender = ui
        .ctx()
        .options(|options| options.input_options.surrender_focus_on);
    let set_surrender = |ui: &Ui, on| {
        ui.ctx()
            .options_mut(|options| options.input_options.surrender_focus_on = on);
    };
    if field.keeps_focus {
        set_surrender(ui, SurrenderFocusOn::Never);
    }
    let output = edit
        .id(field.id)
        .font(base.font())
        .layouter(&mut layout)
        .event_filter(EventFilter {
            // In a table, it leads to the next cell.
            tab: field.keeps_keys || field.shape == Shape::Cell,
            escape: field.keeps_keys,
            horizontal_arrows: true,
            vertical_arrows: true,
        })
        .hint_text(hint)
        .desired_width(f32::INFINITY)
        .show(ui);
    set_surrender(ui, surrender);
    output
}

impl Editor {
    /// How far what is typed into an element reaches.
    pub(super) fn scope_of(&self, element: &Element) -> Scope {
        if self.everywhere.as_ref() == Some(element) {
            Scope::Everywhere
        } else {
            Scope::Here
        }
    }

    /// Takes over what was typed into an element.
    pub(super) fn typed(
        &mut self,
        scene: &Scene<'_>,
        element: &Element,
        words: &str,
        actions: &mut Vec<Action>,
    ) {
        let scope = self.scope_of(element);
        if scope == Scope::Here && inherited_from(scene, element).is_some() {
            self.undecided
                .insert((scene.owner().clone(), element.clone()));
            self.just_typed = Some(element.clone());
        }
        let change = scene
            .charters()
            .write(element, scene.language, words, scope);
        actions.extend(change.map(Action::Change));
    }

    /// Below a text that was inherited until it was typed into: how far the change reaches.
    /// `lead` says which text it is, where that does not show.
    pub(super) fn choice(
        &mut self,
        ui: &mut Ui,
        scene: &Scene<'_>,
        element: &Element,
        lead: Option<&str>,
        actions: &mut Vec<Action>,
    ) {
        let key = (scene.owner().clone(), element.clone());
        if self.here.contains(&key) {
            // It was decided before it was typed.
            self.undecided.remove(&key);
        }
        if !self.undecided.contains(&key) {
            return;
        }
        let Some(original) = adapted_from(scene, element) else {
            // It was undone: nothing is left to decide.
            if self.just_typed.as_ref() != Some(element) {
                self.undecided.remove(&key);
            }
            return;
        };
        let (strip, decision) = choice_ui(ui, scene, &original, lead);
        // Those of cells are in sight as it is.
        if lead.is_none() && self.announced.as_ref() != Some(element) {
            // Once: after that the person may scroll as they like.
            self.announced = Some(element.clone());
            ui.scroll_to_rect(strip, None);
        }
        if let Some(command) = decision {
            self.decide(command, scene, element, actions);
        }
    }
}

pub(super) fn choice_ui(
    ui: &mut Ui,
    scene: &Scene<'_>,
    original: &Owner,
    lead: Option<&str>,
) -> (Rect, Option<Command>) {
    let palette = Palette::now(ui.ctx());
    let words = scene.words;
    let mut decision = None;
    let frame = Frame::new()
        .fill(palette.selected)
        .stroke(Stroke::new(1.0, palette.accent))
        .corner_radius(5)
        .inner_margin(Margin::symmetric(8, 6));
    let strip = frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        let name = scene.name_of(original);
        let said = words.say_of("choice-inherited", &[("name", name.into())]);
        // Strips of a table have nothing between them; what they hold has.
        ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
        ui.label(lead.map_or_else(|| said.to_string(), |lead| format!("{lead} {said}")));
        let reach = scene.reach_of(original);
        let everywhere = words.say_of("choice-everywhere", &[("count", reach.into())]);
        let buttons = [
            (words.say("choice-here"), Command::AdaptHere),
            (everywhere, Command::EditEverywhere),
            (words.say("choice-drop"), Command::BackToModel),
        ];
        ui.spacing_mut().button_padding.x = 7.0;
        // The keys stand beside the names where one line has room for all.
        let widths = buttons.iter().map(|(label, command)| {
            let keys = command.keys(words).map_or(0.0, |keys| {
                text_width(ui, &keys, TextStyle::Small) + ui.spacing().item_spacing.x
            });
            let around = 2.0 * ui.spacing().button_padding.x + ui.spacing().item_spacing.x;
            text_width(ui, label, TextStyle::Button) + keys + around
        });
        let is_roomy = widths.sum::<f32>() <= ui.available_width();
        ui.horizontal_wrapped(|ui| {
            for (label, decided) in buttons {
                let mut button = egui::Button::new(&*label);
                let keys = decided.keys(words);
                if let Some(keys) = keys.as_ref().filter(|_| is_roomy) {
                    let keys = RichText::new(keys).small().color(palette.weak);
                    button = button.right_text(keys);
                }
                let response = ui.add(button);
                named(&response, egui::Role::Button, &label);
                if response.clicked() {
                    decision = Some(decided);
                }
                if let Some(keys) = keys.filter(|_| !is_roomy) {
                    response.on_hover_text(keys);
                }
            }
        });
    });
    (strip.response.rect, decision)
}

/// The charter that an element is inherited from, if it is.
fn inherited_from(scene: &Scene<'_>, element: &Element) -> Option<Owner> {
    match scene.standing(origin(scene, element)?) {
        Standing::Inherited { from } => Some(from.clone()),
        Standing::Own | Standing::Adapted { .. } => None,
    }
}

/// The charter that holds what an element stands in the place of, if it is adapted here.
fn adapted_from(scene: &Scene<'_>, element: &Element) -> Option<Owner> {
    match scene.standing(origin(scene, element)?) {
        Standing::Adapted { from, .. } => Some(from.clone()),
        Standing::Own | Standing::Inherited { .. } => None,
    }
}

pub fn origin<'s>(scene: &'s Scene<'_>, element: &Element) -> Option<&'s Origin> {
    match (scene.resolved.text(element), element) {
        (Some((_, origin)), _) => Some(origin),
        (None, Element::Cell(cell)) => Some(scene.resolved.cell(cell)?.1),
        (None, _) => None,
    }
}

/// What was found about an element, in strips below it.
pub fn findings_ui(ui: &mut Ui, scene: &Scene<'_>, element: &Element) {
    for finding in scene.findings(element) {
        if finding.problem.blocks_export() {
            warning(ui, &messages::problem(scene.words, &finding.problem));
        } else {
            let palette = Palette::now(ui.ctx());
            let words = messages::problem(scene.words, &finding.problem);
            ui.label(RichText::new(words).small().color(palette.adapted));
            // What follows is about something else.
            ui.add_space(4.0);
        }
    }
}
