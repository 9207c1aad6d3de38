//! What dialogs are made of: lines to type in, choices of models, and the buttons at the end.

use std::time::Duration;

use egui::{Align, ComboBox, Key, Layout, ProgressBar, Response, RichText, TextEdit, Ui};

use super::{Answer, Surroundings};
use crate::model::ModelId;
use crate::ui::theme::Palette;
use crate::ui::widgets::{
    Chosen, ModelChoice, bold, main_button_ui, model_choice_ui, named, named_field,
};
use crate::words::Words;

/// Whether a dialog's main answer can be given.
#[derive(Clone, Copy, PartialEq)]
pub enum Ready {
    Yes,
    NotYet,
}

impl Ready {
    pub fn when(ready: bool) -> Self {
        if ready { Self::Yes } else { Self::NotYet }
    }
}

/// The buttons at the end of a dialog: the answer that Enter gives, others, and none at all.
pub fn buttons(
    ui: &mut Ui,
    words: &Words,
    ready: Ready,
    main: (&str, Answer),
    others: impl FnOnce(&mut Ui) -> Option<Answer>,
) -> Option<Answer> {
    buttons_or(ui, &words.say("cancel"), ready, main, others)
}

/// The same, where « cancel » would not say what is done.
pub fn buttons_or(
    ui: &mut Ui,
    cancel: &str,
    ready: Ready,
    (label, answered): (&str, Answer),
    others: impl FnOnce(&mut Ui) -> Option<Answer>,
) -> Option<Answer> {
    let entered = ui.input(|input| input.key_pressed(Key::Enter));
    let by_enter = entered && ui.memory(|memory| memory.focused()).is_none();
    at_the_right(ui, |ui| {
        let clicked = main_button_ui(ui, ready == Ready::Yes, label).clicked();
        let other = others(ui);
        let cancel = ui.button(cancel).clicked();
        if clicked || (by_enter && ready == Ready::Yes) {
            Some(answered)
        } else if cancel {
            Some(Answer::Close)
        } else {
            other
        }
    })
}

/// The height that what scrolls in a dialog may have, where `around` is that of all that stands
/// above and below it in the window.
pub fn room(ui: &Ui, around: f32) -> f32 {
    (ui.ctx().content_rect().height() - around).max(120.0)
}

/// What stands around what scrolls where that is only the title and the buttons.
pub const AROUND: f32 = 144.0;

/// Has what follows stand nearer than other lines do.
pub fn near_ui(ui: &mut Ui) {
    const NEAR: f32 = 4.0;
    ui.add_space(NEAR - ui.spacing().item_spacing.y);
}

/// Words that begin with a capital.
pub fn capitalised(words: &str) -> String {
    let mut letters = words.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters).collect()
}

/// The name of what stands below it.
pub fn name_ui(ui: &mut Ui, name: &str) {
    named(&ui.label(bold(name)), egui::Role::Label, name);
    near_ui(ui);
}

/// What explains the name above it, and what stands below.
pub fn hint_ui(ui: &mut Ui, hint: &str) {
    ui.label(RichText::new(hint).small().weak());
    near_ui(ui);
}

/// A line of widgets that ends at the right.
pub fn at_the_right<R>(ui: &mut Ui, add: impl FnOnce(&mut Ui) -> R) -> R {
    let line = ui.horizontal(|ui| {
        ui.with_layout(Layout::right_to_left(Align::Center), add)
            .inner
    });
    line.inner
}

pub fn close_ui(ui: &mut Ui, words: &Words) -> Option<Answer> {
    let closed = at_the_right(ui, |ui| ui.button(words.say("close")).clicked());
    let enter = ui.input(|input| input.key_pressed(Key::Enter));
    (closed || enter).then_some(Answer::Close)
}

/// Puts the cursor into a widget of a dialog where nothing has it: into the first one, as they are
/// drawn in turn.
pub fn take_cursor(ui: &Ui, response: &Response) {
    if ui.memory(|memory| memory.focused()).is_none() && !response.lost_focus() {
        response.request_focus();
    }
}

/// Whether Enter ended a line.
pub fn is_entered(ui: &Ui, response: &Response) -> bool {
    response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter))
}

/// A line to type in, below its label.
pub fn field_ui(ui: &mut Ui, label: &str, value: &mut String, hint: &str) -> Response {
    let palette = Palette::now(ui.ctx());
    name_ui(ui, label);
    let edit = TextEdit::singleline(value)
        .desired_width(f32::INFINITY)
        .hint_text(RichText::new(hint).color(palette.weak))
        .id_salt(label);
    let response = ui.add(edit);
    named_field(ui, &response, label);
    response
}

/// A choice among models, below its label. `none` is what choosing none of them is called, where
/// one can.
pub fn choose_model_ui(
    ui: &mut Ui,
    around: &Surroundings<'_>,
    label: &str,
    chosen: &mut Option<ModelId>,
    among: &[ModelId],
    none: Option<&str>,
) {
    name_ui(ui, label);
    let choice = ModelChoice {
        label,
        chosen: chosen.as_ref(),
        among,
        none,
    };
    let language = around.words.language();
    if let Some(Chosen(now)) = model_choice_ui(ui, around.collection, language, &choice) {
        *chosen = now;
    }
}

/// A choice among things by their names, below its label.
pub fn choose_ui<T: Clone + PartialEq>(
    ui: &mut Ui,
    words: &Words,
    label: &str,
    chosen: &mut Option<T>,
    among: &[(T, String)],
) {
    name_ui(ui, label);
    let name_of = |one: &T| among.iter().find(|(it, _)| it == one).map(|(_, name)| name);
    let said = chosen.as_ref().and_then(name_of).cloned();
    let said = said.unwrap_or_else(|| words.say("choose").into_owned());
    let shown = ComboBox::from_id_salt(label)
        .width(ui.available_width())
        .truncate()
        .selected_text(said.as_str())
        .show_ui(ui, |ui| {
            for (one, name) in among {
                let is_chosen = chosen.as_ref() == Some(one);
                if ui.selectable_label(is_chosen, name).clicked() {
                    *chosen = Some(one.clone());
                }
            }
        });
    take_cursor(ui, &shown.response);
    named(
        &shown.response,
        egui::Role::ComboBox,
        &format!("{label} {said}"),
    );
}

/// All models of the collection, to choose from.
pub fn all_models(around: &Surroundings<'_>) -> Vec<ModelId> {
    let models = around.collection.models.iter();
    models.map(|model| model.id.clone()).collect()
}

/// How far work has come, in the words of `key`.
pub fn progress_ui(ui: &mut Ui, around: &Surroundings<'_>, key: &str) {
    ui.ctx().request_repaint_after(Duration::from_millis(100));
    let (done, of) = around.progress;
    let values = [("done", done.into()), ("of", of.into())];
    #[expect(clippy::cast_precision_loss, reason = "a bar is not that exact")]
    let share = done as f32 / of.max(1) as f32;
    ui.label(around.words.say_of(key, &values));
    ui.add(ProgressBar::new(share));
}
