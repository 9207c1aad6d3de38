//! Other languages of a charter: what is not translated yet, or older than what it translates, and
//! the text of another language beside the one being written.

use std::collections::HashMap;
use std::sync::Arc;

use egui::{Align, Frame, Label, Layout, Margin, RichText, Role, Ui};
use egui_material_icons::MaterialIcon;
use egui_material_icons::icons::{
    ICON_CHECK, ICON_CONTENT_COPY, ICON_DIFFERENCE, ICON_HISTORY, ICON_TRANSLATE,
};

use super::Editor;
use crate::model::{Element, Language, Owner, Problem, Span, Text, compare_words};
use crate::ui::command::Command;
use crate::ui::dialogs::laid_out;
use crate::ui::kept::OfCharter;
use crate::ui::scene::{Action, Scene};
use crate::ui::theme::Palette;
use crate::ui::widgets::{badge, named};
use crate::workspace::Change;
use crate::workspace::translations::{Lack, lack, outdated};

/// The language that is shown beside the one being written.
#[derive(Debug, Default)]
pub struct Reference {
    shown: bool,
    /// The one that the person chose; without it the collection's first.
    chosen: Option<Language>,
    /// What the translation that is being written was made from: it stays in sight while it is.
    made_from: Option<MadeFrom>,
    /// The elements whose words are older than what they translate.
    older: OfCharter<Arc<[Element]>>,
    /// What has changed in the texts of reference since they were translated.
    compared: HashMap<Element, Compared>,
}

#[derive(Debug, PartialEq)]
struct MadeFrom {
    owner: Owner,
    element: Element,
    language: Language,
    words: String,
}

/// Two texts compared, and what of.
#[derive(Debug)]
struct Compared {
    before: String,
    now: String,
    spans: Vec<Span>,
}

/// The size of letters of what has changed.
const LETTERS: f32 = 14.0;

/// A card at least this wide has the two texts beside each other.
const WIDE: f32 = 440.0;

/// The elements that have words in some language and none in the one being written.
pub fn missing(scene: &Scene<'_>) -> Vec<Element> {
    let findings = scene.document.findings.iter();
    findings
        .filter(|it| matches!(it.problem, Problem::Untranslated { .. }))
        .map(|it| it.element.clone())
        .collect()
}

impl Editor {
    /// The elements whose words are older than what they translate.
    pub(super) fn older(&mut self, scene: &Scene<'_>) -> Arc<[Element]> {
        let older = &mut self.reference.older;
        older.get(scene, |scene| {
            outdated(scene.resolved, scene.language).into()
        })
    }

    pub(super) fn can_show_reference(&self, scene: &Scene<'_>) -> bool {
        scene.collection.languages_of(scene.owner()).len() > 1
    }

    pub(super) fn shows_reference(&self) -> bool {
        self.reference.shown
    }

    /// Shows the language of reference, if there is one.
    pub fn show_reference(&mut self) {
        if !self.reference.shown {
            self.turn_reference();
        }
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
    pub(super) fn reference_of<'s>(
        &self,
        scene: &'s Scene<'_>,
        element: &Element,
    ) -> Option<(&'s str, &'s Language)> {
        let language = self.reference_language(scene)?;
        let (text, _) = scene.resolved.text(element)?;
        // What is the same in every language is its own reference.
        let words = text
            .written(language)
            .filter(|_| matches!(text, Text::ByLanguage(_)))?;
        (!words.is_empty()).then_some((words, language))
    }

    /// Whether a reference is shown, and in which language where there are several to choose from.
    pub(super) fn reference_choice_ui(&mut self, ui: &mut Ui, scene: &Scene<'_>) {
        let words = scene.words;
        let mut shown = self.reference.shown;
        let name = words.say(Command::ShowReference.key());
        let toggle = egui::Button::selectable(shown, (ICON_TRANSLATE.rich_text(), &*name));
        let toggle = ui.add(toggle.frame_when_inactive(true));
        if toggle.clicked() {
            shown = !shown;
        }
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
        let Some(reference) = self.reference_of(scene, element) else {
            return field(self, ui);
        };
        if ui.available_width() < WIDE {
            self.reference_ui(ui, scene, element, reference);
            return field(self, ui);
        }
        ui.columns_const(|[left, right]| {
            self.reference_ui(right, scene, element, reference);
            field(self, left)
        })
    }

    /// The text of reference, to be read and copied from, with what has changed in it since it was
    /// translated.
    pub(super) fn reference_ui(
        &mut self,
        ui: &mut Ui,
        scene: &Scene<'_>,
        element: &Element,
        (words, language): (&str, &Language),
    ) {
        let is_first = scene.collection.languages.first() == Some(language);
        let before = self.made_from(scene, element).filter(|_| is_first);
        let palette = Palette::now(ui.ctx());
        let frame = Frame::new()
            .fill(palette.header)
            .corner_radius(5)
            .inner_margin(Margin::symmetric(8, 6));
        frame.show(ui, |ui| {
            ui.set_width(ui.available_width());
            let values = [("language", language.as_str().into())];
            let key = match before {
                None => "reference-language",
                Some(_) => "reference-changed",
            };
            let name = scene.words.say_of(key, &values);
            // Columns spread the words of their lines; these are to be read as the others are.
            ui.with_layout(Layout::top_down(Align::Min), |ui| {
                ui.label(RichText::new(name).small().color(palette.weak));
                let shown = match before {
                    None => Label::new(RichText::new(words).color(palette.text)),
                    Some(before) => {
                        let spans = self.reference.compared(element, &before, words);
                        Label::new(laid_out(ui, spans, LETTERS))
                    }
                };
                ui.add(shown.wrap().selectable(true));
            });
        });
    }

    /// What an element's translation was made from, where that has changed since: also while the
    /// person brings it up to date.
    fn made_from(&mut self, scene: &Scene<'_>, element: &Element) -> Option<String> {
        let (text, _) = scene.resolved.text(element)?;
        let is_written = self.focus.as_ref() == Some(element);
        let Some(words) = text.outdated(scene.language) else {
            let kept = self.reference.made_from.as_ref().filter(|_| is_written)?;
            let is_it = kept.element == *element
                && kept.owner == *scene.owner()
                && kept.language == *scene.language;
            return is_it.then(|| kept.words.clone());
        };
        if is_written {
            self.reference.made_from = Some(MadeFrom {
                owner: scene.owner().clone(),
                element: element.clone(),
                language: scene.language.clone(),
                words: words.to_owned(),
            });
        }
        Some(words.to_owned())
    }

    /// That the translation which the cursor is in is right as it is, where that is in doubt.
    pub(super) fn confirmation(&self, scene: &Scene<'_>) -> Option<Change> {
        scene
            .charters()
            .confirm(self.focus.as_ref()?, scene.language)
    }

    /// That a text has no words in this language, and a copy of the reference to begin with; or that
    /// its words are older than what they translate.
    pub(super) fn translation_ui(
        &mut self,
        ui: &mut Ui,
        scene: &Scene<'_>,
        element: &Element,
        actions: &mut Vec<Action>,
    ) {
        let palette = Palette::now(ui.ctx());
        let words = scene.words;
        match lack_of(scene, element) {
            None => return,
            Some(Lack::Missing) => {
                let hint = words.say("to-translate-hint");
                let mark = words.say("to-translate");
                badge(ui, ICON_TRANSLATE, &mark, palette.adapted, &hint);
            }
            Some(Lack::Outdated) => return self.outdated_ui(ui, scene, element, actions),
        }
        let Some((reference, _)) = self.reference_of(scene, element) else {
            return;
        };
        if small_button(ui, ICON_CONTENT_COPY, &words.say("copy-reference")) {
            let reference = reference.to_owned();
            self.typed(scene, element, &reference, actions);
            self.refocus = Some(element.clone());
        }
    }

    /// That a translation is older than what it translates, the way to see what has changed, and to
    /// say that it is right.
    fn outdated_ui(
        &mut self,
        ui: &mut Ui,
        scene: &Scene<'_>,
        element: &Element,
        actions: &mut Vec<Action>,
    ) {
        let palette = Palette::now(ui.ctx());
        let words = scene.words;
        let (mark, hint) = (words.say("outdated"), words.say("outdated-hint"));
        badge(ui, ICON_HISTORY, &mark, palette.adapted, &hint);
        if !self.reference.shown && small_button(ui, ICON_DIFFERENCE, &words.say("outdated-see")) {
            self.turn_reference();
        }
        if small_button(ui, ICON_CHECK, &words.say("command-confirm-translation")) {
            let change = scene.charters().confirm(element, scene.language);
            actions.extend(change.map(Action::Change));
        }
    }
}

impl Reference {
    /// What leads from what a text of reference said to what it says now.
    fn compared(&mut self, element: &Element, before: &str, now: &str) -> &[Span] {
        /// More than stand in sight.
        const KEPT: usize = 100;
        if self.compared.len() > KEPT {
            self.compared.clear();
        }
        let made = || Compared {
            before: before.to_owned(),
            now: now.to_owned(),
            spans: compare_words(before, now),
        };
        let compared = self.compared.entry(element.clone()).or_insert_with(made);
        if compared.before != before || compared.now != now {
            *compared = made();
        }
        &compared.spans
    }
}

/// What an element lacks in the language that is written.
pub fn lack_of(scene: &Scene<'_>, element: &Element) -> Option<Lack> {
    let (text, _) = scene.resolved.text(element)?;
    lack(text, scene.language)
}

/// A small button with an icon and words, without a frame; whether it was clicked.
fn small_button(ui: &mut Ui, icon: MaterialIcon, label: &str) -> bool {
    let colour = Palette::now(ui.ctx()).accent;
    let icon = icon.rich_text().size(14.0).color(colour);
    let words = RichText::new(label).small().color(colour);
    let button = egui::Button::new((icon, words)).small();
    let response = ui.add(button.frame_when_inactive(false));
    named(&response, Role::Button, label);
    response.clicked()
}
