//! What the cookies of a table are for and whether they need consent; and how far an answer about
//! a table reaches.

use egui::{RichText, ScrollArea, Ui};

use super::parts::{AROUND, Ready, buttons, capitalised, field_ui, near_ui, room};
use super::{Answer, Surroundings};
use crate::messages::category_key;
use crate::model::{Category, Consent, Language, Nature, Owner, ResolvedSection, SectionId, Text};
use crate::ui::editor::table::TableAnswer;
use crate::ui::scene::Scene;
use crate::ui::widgets::{APART, bold};
use crate::words::Words;
use crate::workspace::changes::Scope;

/// How far an answer reaches, where there is a choice.
#[derive(Debug, Clone)]
pub struct Reach {
    pub scope: Scope,
    /// The name of the charter that holds it, and how many platforms show it.
    inherited: Option<(String, usize)>,
}

impl Reach {
    pub fn of(scene: &Scene<'_>, holder: &Owner, scope: Scope) -> Self {
        let is_inherited = holder != scene.owner();
        Self {
            scope,
            inherited: is_inherited.then(|| (scene.name_of(holder), scene.reach_of(holder))),
        }
    }

    /// The height of the question about it.
    pub fn height(&self) -> f32 {
        const ASKED: f32 = 72.0;
        self.inherited.as_ref().map_or(0.0, |_| ASKED)
    }

    /// Whether what is held elsewhere is changed where it is held.
    pub fn reaches_holder(&self) -> bool {
        self.inherited.is_none() || self.scope == Scope::Everywhere
    }
}

/// Here or everywhere.
pub fn scope_ui(ui: &mut Ui, words: &Words, reach: &mut Reach) {
    let Some((name, count)) = &reach.inherited else {
        return;
    };
    let values = [("name", name.clone().into())];
    ui.label(words.say_of("scope-inherited", &values));
    let everywhere = words.say_of("scope-everywhere", &[("count", (*count).into())]);
    near_ui(ui);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = APART;
        ui.radio_value(&mut reach.scope, Scope::Here, words.say("scope-here"));
        ui.radio_value(&mut reach.scope, Scope::Everywhere, everywhere);
    });
}

/// A table's nature as it is being chosen.
#[derive(Debug)]
pub struct NatureForm {
    section: SectionId,
    category: Category,
    /// What another category is called, by language.
    names: Vec<(Language, String)>,
    consent: Option<Consent>,
    reach: Reach,
}

impl NatureForm {
    pub fn new(scene: &Scene<'_>, section: &ResolvedSection) -> Option<Self> {
        let table = section.table.as_ref()?;
        let Nature { category, consent } = table.nature.value.clone();
        let name = match &category {
            Category::Other(name) => name.clone(),
            _ => Text::default(),
        };
        Some(Self {
            section: section.id.clone(),
            category,
            names: by_language(scene, &name),
            consent,
            reach: Reach::of(scene, &section.origin.holder, Scope::Here),
        })
    }

    pub fn ui(&mut self, ui: &mut Ui, around: &Surroundings<'_>) -> Option<Answer> {
        let words = around.words;
        ui.heading(words.say("nature-title"));
        let room = room(ui, AROUND + self.reach.height());
        let scroll = ScrollArea::vertical().max_height(room);
        scroll.show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 4.0;
            ui.spacing_mut().interact_size.y = 20.0;
            ui.visuals_mut().indent_has_left_vline = false;
            ui.label(bold(words.say("nature-category")));
            for category in [
                Category::Necessary,
                Category::Functional,
                Category::Audience,
                Category::Personalisation,
                Category::Advertising,
                Category::Social,
                Category::Other(Text::default()),
            ] {
                self.category_ui(ui, words, category);
            }
            ui.add_space(6.0);
            ui.label(bold(words.say("nature-consent")));
            let implied = match self.category.consent() {
                Consent::Required => "consent-implied-required",
                Consent::Exempt => "consent-implied-exempt",
            };
            ui.radio_value(&mut self.consent, None, words.say(implied));
            let required = capitalised(&words.say("consent-required"));
            ui.radio_value(&mut self.consent, Some(Consent::Required), required);
            let exempt = capitalised(&words.say("consent-exempt"));
            ui.radio_value(&mut self.consent, Some(Consent::Exempt), exempt);
        });
        scope_ui(ui, words, &mut self.reach);
        let is_named = |(_, name): &(_, String)| !name.trim().is_empty();
        let is_other = matches!(self.category, Category::Other(_));
        let ready = Ready::when(!is_other || self.names.iter().any(is_named));
        let answer = Answer::Table(self.answer());
        let apply = (&*words.say("apply"), answer);
        buttons(ui, words, ready, apply, |_| None)
    }

    fn category_ui(&mut self, ui: &mut Ui, words: &Words, category: Category) {
        let key = category_key(&category);
        let is_it = category_key(&self.category) == key;
        let mut is_chosen = ui.radio(is_it, words.say(key)).clicked();
        if is_chosen {
            self.category = category;
        }
        let hint = words.say(&format!("{key}-hint")).into_owned();
        ui.indent(key, |ui| {
            ui.label(RichText::new(hint).small().weak());
            if !matches!(self.category, Category::Other(_)) || key != "category-other" {
                return;
            }
            for (language, name) in &mut self.names {
                let values = [("language", language.as_str().into())];
                let label = words.say_of("nature-name", &values);
                let field = field_ui(ui, &label, name, &words.say("required"));
                if std::mem::take(&mut is_chosen) {
                    field.request_focus();
                }
            }
        });
    }

    fn answer(&self) -> TableAnswer {
        let category = match &self.category {
            Category::Other(was) => Category::Other(labelled(was, &self.names)),
            category => category.clone(),
        };
        TableAnswer::Nature {
            section: self.section.clone(),
            nature: Nature {
                category,
                consent: self.consent,
            },
            scope: self.reach.scope,
        }
    }
}

/// What a text says in each language of the charter that is looked at.
pub fn by_language(scene: &Scene<'_>, text: &Text) -> Vec<(Language, String)> {
    let languages = scene.collection.languages_of(scene.owner()).iter();
    let written = |language: &Language| text.written(language).unwrap_or_default().to_owned();
    languages
        .map(|language| (language.clone(), written(language)))
        .collect()
}

/// A text with these words by language; common to all where there is but one language.
pub fn labelled(was: &Text, names: &[(Language, String)]) -> Text {
    match (was, names) {
        (Text::Same(_), [(_, name)]) => Text::same(name.trim()),
        (Text::Same(common), names) if names.iter().all(|(_, name)| **common == *name) => {
            was.clone()
        }
        (was, names) => {
            let start = match was {
                Text::Same(_) => Text::ByLanguage(Vec::new()),
                was @ Text::ByLanguage(_) => was.clone(),
            };
            let said = names.iter().filter(|(language, name)| {
                !name.trim().is_empty() || start.written(language).is_some()
            });
            said.fold(start.clone(), |text, (language, name)| {
                text.with(language, name.trim())
            })
        }
    }
}
