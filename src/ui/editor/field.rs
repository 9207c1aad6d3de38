//! Editing one text of the charter in place.
//!
//! What is inherited may be typed into like all else; what was typed then waits, as a draft,
//! until the person says whether it is meant for every charter that shows it or for this one.

use std::borrow::Cow;

use egui::{Frame, Id, Key, Margin, Modifiers, Response, RichText, Stroke, TextEdit, Ui};

use super::buffer::Buffer;
use super::{Draft, Editor};
use crate::messages;
use crate::model::{CellAddress, Element, Owner, Standing, Text};
use crate::ui::scene::{Action, Scene};
use crate::ui::theme::{BOLD, Palette};
use crate::ui::widgets::{named_field, warning};
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
    let key = editor.draft_key(scene, element);
    let shown = editor
        .drafts
        .get(&key)
        .map_or(written, |draft| draft.words.as_str())
        .to_owned();
    let mut buffer = Buffer(Cow::Borrowed(shown.as_str()));

    let id = field_id(scene, element);
    let response = edit(ui, &mut buffer, id, shape, &hint(scene, text));
    named_field(ui, &response, name);
    if response.gained_focus() {
        editor.focus = Some(element.clone());
    }
    if response.lost_focus() {
        actions.push(Action::Seal);
    }
    if response.changed() {
        let mut words = buffer.0.into_owned();
        if matches!(shape, Shape::Title | Shape::Heading) {
            // What is pasted may have lines.
            words = words.replace(['\n', '\r'], " ");
        }
        editor.typed(scene, element, words, actions);
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

fn edit(ui: &mut Ui, buffer: &mut Buffer<'_>, id: Id, shape: Shape, hint: &str) -> Response {
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
            .return_key(egui::KeyboardShortcut::new(Modifiers::SHIFT, Key::Enter)),
    };
    let hint = RichText::new(hint).color(palette.weak);
    edit.id(id)
        .hint_text(hint)
        .desired_width(f32::INFINITY)
        .show(ui)
        .response
        .response
}

impl Editor {
    pub(super) fn draft_key(&self, scene: &Scene<'_>, element: &Element) -> super::DraftKey {
        (
            scene.owner().clone(),
            element.clone(),
            scene.language.clone(),
        )
    }

    /// Takes over what was typed into an element: as a change or, where the person has yet to say
    /// how far it reaches, as a draft.
    pub(super) fn typed(
        &mut self,
        scene: &Scene<'_>,
        element: &Element,
        words: String,
        actions: &mut Vec<Action>,
    ) {
        let chosen = self
            .chosen
            .as_ref()
            .filter(|(of, _)| of == element)
            .map(|(_, scope)| *scope);
        match (inherited_from(scene, element), chosen) {
            (Some(_), None) => {
                let key = self.draft_key(scene, element);
                self.drafts.insert(key, Draft { words });
            }
            (_, scope) => {
                let scope = scope.unwrap_or(Scope::Here);
                let change = scene
                    .charters()
                    .write(element, scene.language, &words, scope);
                actions.extend(change.map(Action::Change));
            }
        }
    }

    /// Where something typed waits for the person to say how far it reaches: the choice.
    pub fn choice(
        &mut self,
        ui: &mut Ui,
        scene: &Scene<'_>,
        element: &Element,
        actions: &mut Vec<Action>,
    ) {
        let key = self.draft_key(scene, element);
        let Some(draft) = self.drafts.get(&key) else {
            return;
        };
        let words = draft.words.clone();
        let Some(from) = inherited_from(scene, element) else {
            // It is held here by now: nothing is left to choose.
            self.drafts.remove(&key);
            actions.extend(
                scene
                    .charters()
                    .write(element, scene.language, &words, Scope::Here)
                    .map(Action::Change),
            );
            return;
        };
        let decision = choice_ui(ui, scene, &from, element);
        let has_focus = ui.memory(|memory| memory.has_focus(field_id(scene, element)));
        let decision = decision.or_else(|| if has_focus { decision_by_key(ui) } else { None });
        let Some(decision) = decision else {
            return;
        };
        self.drafts.remove(&key);
        if let Decision::Take(scope) = decision {
            self.chosen = Some((element.clone(), scope));
            let change = scene
                .charters()
                .write(element, scene.language, &words, scope);
            actions.extend(change.map(Action::Change));
        }
        // What was typed next goes on where it was being typed.
        ui.memory_mut(|memory| memory.request_focus(field_id(scene, element)));
    }
}

enum Decision {
    Take(Scope),
    Drop,
}

fn decision_by_key(ui: &Ui) -> Option<Decision> {
    ui.input_mut(|input| {
        if input.consume_key(Modifiers::COMMAND | Modifiers::SHIFT, Key::Enter) {
            Some(Decision::Take(Scope::Everywhere))
        } else if input.consume_key(Modifiers::COMMAND, Key::Enter) {
            Some(Decision::Take(Scope::Here))
        } else {
            None
        }
    })
}

fn choice_ui(ui: &mut Ui, scene: &Scene<'_>, from: &Owner, element: &Element) -> Option<Decision> {
    let palette = Palette::now(ui.ctx());
    let words = scene.words;
    let mut decision = None;
    let frame = Frame::new()
        .fill(palette.selected)
        .stroke(Stroke::new(1.0, palette.accent))
        .corner_radius(5)
        .inner_margin(Margin::symmetric(10, 6));
    let strip = frame.show(ui, |ui| {
        ui.horizontal_wrapped(|ui| {
            let name = scene.name_of(from);
            ui.label(words.say_of("choice-inherited", &[("name", name.into())]));
            let reach = match from {
                Owner::Model(id) => scene.collection.followers(id),
                Owner::Platform(_) => 1,
            };
            let everywhere = words.say_of("choice-everywhere", &[("count", reach.into())]);
            let keys = words.say("choice-everywhere-keys");
            if ui.button(everywhere).on_hover_text(keys).clicked() {
                decision = Some(Decision::Take(Scope::Everywhere));
            }
            let here = ui.button(words.say("choice-here"));
            if here.on_hover_text(words.say("choice-here-keys")).clicked() {
                decision = Some(Decision::Take(Scope::Here));
            }
            if ui.button(words.say("choice-drop")).clicked() {
                decision = Some(Decision::Drop);
            }
        });
    });
    let _ = element;
    let clip = ui.clip_rect();
    if strip.response.rect.bottom() > clip.bottom() {
        ui.scroll_to_rect(strip.response.rect, None);
    }
    decision
}

/// The charter that an element is inherited from, if it is.
pub fn inherited_from(scene: &Scene<'_>, element: &Element) -> Option<Owner> {
    let origin = match (scene.resolved.text(element), element) {
        (Some((_, origin)), _) => origin,
        (None, Element::Cell(cell)) => cell_origin(scene, cell)?,
        (None, _) => return None,
    };
    match scene.standing(origin) {
        Standing::Inherited { from } => Some(from.clone()),
        Standing::Own | Standing::Adapted { .. } => None,
    }
}

fn cell_origin<'s>(scene: &'s Scene<'_>, cell: &CellAddress) -> Option<&'s crate::model::Origin> {
    scene.resolved.cell(cell).map(|(_, origin)| origin)
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
