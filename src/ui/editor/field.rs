//! Editing one text of the charter in place.
//!
//! What is inherited may be typed into like all else. The first letter adapts it here, so that
//! nothing else is touched and nothing typed can be lost; then the person is asked whether the
//! change is for every charter that shows the text, or for this one.

use std::borrow::Cow;

use egui::text_edit::TextEditOutput;
use egui::{Frame, Id, Key, Margin, Modifiers, Rect, Response, RichText, Stroke, TextEdit, Ui};

use super::Editor;
use super::buffer::Buffer;
use crate::messages;
use crate::model::{Element, Origin, Owner, Standing, Text};
use crate::ui::command::{Command, spelled};
use crate::ui::scene::{Action, Scene};
use crate::ui::theme::{BOLD, Palette};
use crate::ui::widgets::{named, named_field, warning};
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
    let output = edit(ui, &mut buffer, id, shape, &hint(scene, text));
    editor.mark_words(ui, element, &output.galley, output.galley_pos);
    let response = output.response.response;
    named_field(ui, &response, name);
    if response.has_focus() && editor.focus.as_ref() != Some(element) {
        editor.focus = Some(element.clone());
    }
    if response.lost_focus() {
        actions.push(Action::Seal);
        editor.everywhere = None;
    }
    if response.changed() {
        let mut words = buffer.0.into_owned();
        if matches!(shape, Shape::Title | Shape::Heading) {
            // What is pasted may have lines.
            words = words.replace(['\n', '\r'], " ");
        }
        editor.typed(scene, element, &words, actions);
    }
    response
}

/// Where nothing is written in this language: what stands in for it.
fn hint(scene: &Scene<'_>, text: Option<&Text>) -> String {
    let first = scene.collection.first_language();
    text.map(|text| text.said(scene.language, &first))
        .filter(|said| said.instead.is_some())
        .map_or_else(String::new, |said| said.text.to_owned())
}

fn edit(ui: &mut Ui, buffer: &mut Buffer<'_>, id: Id, shape: Shape, hint: &str) -> TextEditOutput {
    let bold = |size| egui::FontId::new(size, egui::FontFamily::Name(BOLD.into()));
    // One line of text, on as many lines of the screen as it takes: Enter ends no line.
    let line = |buffer| TextEdit::multiline(buffer).desired_rows(1).return_key(None);
    let palette = Palette::now(ui.ctx());
    let frame = Frame::new()
        .fill(palette.surface)
        .stroke(Stroke::new(1.0, palette.line))
        .corner_radius(5)
        .inner_margin(Margin::symmetric(8, 6));
    let edit = match shape {
        Shape::Title => line(buffer).font(bold(20.0)).frame(frame),
        Shape::Heading => line(buffer).font(bold(16.0)).frame(frame),
        Shape::Body => TextEdit::multiline(buffer).desired_rows(1).frame(frame),
        Shape::Cell => TextEdit::multiline(buffer)
            .desired_rows(1)
            .font(egui::FontId::proportional(super::table::LETTERS))
            .margin(Margin::symmetric(6, 5))
            .lock_focus(true)
            .min_size(egui::vec2(0.0, ui.available_height()))
            .return_key(egui::KeyboardShortcut::new(Modifiers::SHIFT, Key::Enter)),
    };
    let hint = RichText::new(hint).color(palette.weak);
    edit.id(id)
        .hint_text(hint)
        .desired_width(f32::INFINITY)
        .show(ui)
}

impl Editor {
    /// Takes over what was typed into an element.
    pub(super) fn typed(
        &mut self,
        scene: &Scene<'_>,
        element: &Element,
        words: &str,
        actions: &mut Vec<Action>,
    ) {
        let everywhere = self.everywhere.as_ref() == Some(element);
        let scope = if everywhere {
            Scope::Everywhere
        } else {
            Scope::Here
        };
        if !everywhere && inherited_from(scene, element).is_some() {
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
        .inner_margin(Margin::symmetric(10, 6));
    let strip = frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        let name = scene.name_of(original);
        let said = words.say_of("choice-inherited", &[("name", name.into())]);
        ui.label(lead.map_or_else(|| said.to_string(), |lead| format!("{lead} {said}")));
        let reach = scene.reach_of(original);
        let everywhere = words.say_of("choice-everywhere", &[("count", reach.into())]);
        let buttons = [
            (words.say("choice-here"), Command::AdaptHere),
            (everywhere, Command::EditEverywhere),
            (words.say("choice-drop"), Command::BackToModel),
        ];
        ui.horizontal_wrapped(|ui| {
            for (label, decided) in buttons {
                let mut button = egui::Button::new(&*label);
                if let Some(keys) = decided.shortcut() {
                    let keys = spelled(&keys, words);
                    let keys = RichText::new(keys).small().color(palette.weak);
                    button = button.right_text(keys);
                }
                let response = ui.add(button);
                named(&response, egui::Role::Button, &label);
                if response.clicked() {
                    decision = Some(decided);
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
        }
    }
}
