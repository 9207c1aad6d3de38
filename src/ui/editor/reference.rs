//! Other languages of a charter: what is not translated yet, and the text of another language
//! beside the one being written.

use egui::{Align, Frame, Label, Layout, Margin, RichText, Role, Ui};
use egui_material_icons::icons::{ICON_CONTENT_COPY, ICON_TRANSLATE};

use super::Editor;
use crate::model::{Element, Language, Problem};
use crate::ui::command::Command;
use crate::ui::scene::{Action, Scene};
use crate::ui::theme::Palette;
use crate::ui::widgets::{badge, named};

/// The language that is shown beside the one being written.
#[derive(Debug, Default)]
pub struct Reference {
    shown: bool,
    /// The one that the person chose; without it the collection's first.
    chosen: Option<Language>,
}

/// A card at least this wide has the two texts beside each other.
const WIDE: f32 = 560.0;

/// The elements that have words in some language and none in the one being written.
pub fn missing<'s>(scene: &'s Scene<'_>) -> impl Iterator<Item = &'s Element> {
    let findings = scene.document.findings.iter();
    findings
        .filter(|it| matches!(it.problem, Problem::Untranslated { .. }))
        .map(|it| &it.element)
}

impl Editor {
    pub(super) fn can_show_reference(&self, scene: &Scene<'_>) -> bool {
        scene.collection.languages_of(scene.owner()).len() > 1
    }

    pub(super) fn shows_reference(&self) -> bool {
        self.reference.shown
    }

    pub(super) fn turn_reference(&mut self) {
        self.reference.shown = !self.reference.shown;
        self.heights.clear();
    }

    /// The language of reference: the chosen one or the collection's first or, where that is the
    /// one being written, the next.
    fn reference_language<'s>(&self, scene: &'s Scene<'_>) -> Option<&'s Language> {
        if !self.reference.shown {
            return None;
        }
        let others = || {
            let languages = scene.collection.languages_of(scene.owner()).iter();
            languages.filter(|it| *it != scene.language)
        };
        others()
            .find(|it| Some(*it) == self.reference.chosen.as_ref())
            .or_else(|| others().next())
    }

    /// What an element says in the language of reference, where that is shown.
    fn reference_of<'s>(&self, scene: &'s Scene<'_>, element: &Element) -> Option<&'s str> {
        let language = self.reference_language(scene)?;
        let (text, _) = scene.resolved.text(element)?;
        text.written(language).filter(|words| !words.is_empty())
    }

    /// Whether a reference is shown, and in which language where there are several to choose from.
    pub(super) fn reference_choice_ui(&mut self, ui: &mut Ui, scene: &Scene<'_>) {
        let words = scene.words;
        let mut shown = self.reference.shown;
        let name = words.say(Command::ShowReference.key());
        let toggle = ui.toggle_value(&mut shown, (ICON_TRANSLATE.rich_text(), &*name));
        named(&toggle, Role::CheckBox, &name);
        toggle.on_hover_text(words.say(Command::ShowReference.hint()));
        if shown != self.reference.shown {
            self.turn_reference();
        }
        let languages = scene.collection.languages_of(scene.owner());
        let Some(current) = self.reference_language(scene) else {
            return;
        };
        for language in languages.iter().filter(|it| *it != scene.language) {
            let values = [("language", language.as_str().into())];
            let name = words.say_of("reference-in", &values);
            if languages.len() == 2 {
                continue;
            }
            let button = ui.selectable_label(language == current, language.as_str());
            named(&button, Role::RadioButton, &name);
            if button.on_hover_text(&*name).clicked() {
                self.reference.chosen = Some(language.clone());
                self.heights.clear();
            }
        }
    }

    /// A text with what it says in the language of reference: beside it, or above where there is
    /// too little room.
    pub(super) fn beside_reference_ui<R>(
        &mut self,
        ui: &mut Ui,
        scene: &Scene<'_>,
        element: &Element,
        field: impl FnOnce(&mut Self, &mut Ui) -> R,
    ) -> R {
        let Some((words, language)) = self
            .reference_of(scene, element)
            .zip(self.reference_language(scene))
        else {
            return field(self, ui);
        };
        if ui.available_width() < WIDE {
            reference_ui(ui, scene, words, language);
            return field(self, ui);
        }
        ui.columns_const(|[left, right]| {
            reference_ui(right, scene, words, language);
            field(self, left)
        })
    }

    /// That a text has no words in this language, and a copy of the reference to begin with.
    pub(super) fn untranslated_ui(
        &mut self,
        ui: &mut Ui,
        scene: &Scene<'_>,
        element: &Element,
        actions: &mut Vec<Action>,
    ) {
        if !is_untranslated(scene, element) {
            return;
        }
        let palette = Palette::now(ui.ctx());
        let words = scene.words;
        let hint = words.say("to-translate-hint");
        let mark = words.say("to-translate");
        badge(ui, ICON_TRANSLATE, &mark, palette.adapted, &hint);
        let Some(reference) = self.reference_of(scene, element) else {
            return;
        };
        let label = words.say("copy-reference");
        let copy = egui::Button::new((
            ICON_CONTENT_COPY.rich_text().size(14.0),
            RichText::new(&*label).small(),
        ))
        .small();
        let response = ui.add(copy);
        named(&response, Role::Button, &label);
        if response.clicked() {
            let reference = reference.to_owned();
            self.typed(scene, element, &reference, actions);
            self.refocus = Some(element.clone());
        }
    }
}

/// Whether an element has words in some language, and none in the one being written.
pub fn is_untranslated(scene: &Scene<'_>, element: &Element) -> bool {
    let text = scene.resolved.text(element);
    text.is_some_and(|(text, _)| text.said(scene.language, scene.language).instead.is_some())
}

/// The text of reference, to be read and copied from.
fn reference_ui(ui: &mut Ui, scene: &Scene<'_>, words: &str, language: &Language) {
    let palette = Palette::now(ui.ctx());
    let frame = Frame::new()
        .fill(palette.header)
        .corner_radius(5)
        .inner_margin(Margin::symmetric(8, 6));
    frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        let values = [("language", language.as_str().into())];
        let name = scene.words.say_of("reference-language", &values);
        ui.label(RichText::new(name).small().color(palette.weak));
        // Columns spread the words of their lines; these are to be read as the others are.
        ui.with_layout(Layout::top_down(Align::Min), |ui| {
            ui.add(Label::new(RichText::new(words).color(palette.text)).selectable(true));
        });
    });
}
