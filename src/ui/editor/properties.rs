//! A platform's properties: its name and address, date, facts and fields; and a model's name.

use std::borrow::Cow;

use egui::{CollapsingHeader, RichText, TextEdit, Ui};
use jiff::civil::Date;

use super::buffer::Buffer;
use crate::model::{
    BuiltIn, FactId, FieldId, Language, Model, Owner, Platform, PlatformEdit, Text,
    TextEdit as Change,
};
use crate::ui::scene::{Action, Scene};
use crate::ui::theme::Palette;
use crate::ui::widgets::{named, named_field};
use crate::workspace::changes::{name_model, set_field, set_property, set_updated};

/// What the properties remember between frames.
#[derive(Debug, Default)]
pub struct PropertiesState {
    /// A date as it is being typed, until it is one.
    date: Option<String>,
}

impl PropertiesState {
    pub fn leave(&mut self) {
        self.date = None;
    }

    pub fn ui(&mut self, ui: &mut Ui, scene: &Scene<'_>, actions: &mut Vec<Action>) {
        let words = scene.words;
        let header = CollapsingHeader::new(words.say("properties")).id_salt("properties");
        header.show(ui, |ui| match scene.owner() {
            Owner::Platform(id) => {
                if let Some(platform) = scene.collection.platforms.get(id) {
                    self.platform_ui(ui, scene, platform, actions);
                }
            }
            Owner::Model(id) => {
                if let Some(model) = scene.collection.models.get(id) {
                    self.model_ui(ui, scene, model, actions);
                }
            }
        });
    }

    fn platform_ui(
        &mut self,
        ui: &mut Ui,
        scene: &Scene<'_>,
        platform: &Platform,
        actions: &mut Vec<Action>,
    ) {
        let words = scene.words;
        let name = platform.name.written(scene.language).unwrap_or_default();
        if let Some(name) = line(ui, (&words.say("property-name"), name, ""), actions) {
            let edit = Change::Set(platform.name.with(scene.language, &name));
            actions.push(Action::Change(set_property(
                &platform.id,
                PlatformEdit::Name(edit),
            )));
        }
        if let Some(url) = line(
            ui,
            (&words.say("property-url"), &platform.url, "https://"),
            actions,
        ) {
            actions.push(Action::Change(set_property(
                &platform.id,
                PlatformEdit::Url(url),
            )));
        }
        if !platform.url.is_empty() && platform.host().is_none() {
            problem_ui(ui, &words.say("not-an-address"));
        }
        self.date_ui(ui, scene, actions);
        facts_ui(ui, scene, platform, actions);
        for field in fields(scene) {
            let label = field_label(scene, &field);
            let value = platform.fields.get(&field);
            let written = value
                .and_then(|text| text.written(scene.language))
                .unwrap_or_default();
            let default = scene
                .collection
                .fields
                .get(&field)
                .map(|field| &field.default);
            let hint = said(default, scene.language, scene);
            if let Some(value) = line(ui, (&label, written, &hint), actions) {
                let change = set_field(scene.collection, platform, &field, scene.language, &value);
                actions.push(Action::Change(change));
            }
        }
    }

    fn model_ui(
        &mut self,
        ui: &mut Ui,
        scene: &Scene<'_>,
        model: &Model,
        actions: &mut Vec<Action>,
    ) {
        let name = model.name.written(scene.language).unwrap_or_default();
        if let Some(name) = line(ui, (&scene.words.say("property-name"), name, ""), actions) {
            let name = model.name.with(scene.language, &name);
            actions.push(Action::Change(name_model(&model.id, name)));
        }
        self.date_ui(ui, scene, actions);
    }

    /// The date of the charter: typed as `2026-11-22`, taken over once it is a date.
    fn date_ui(&mut self, ui: &mut Ui, scene: &Scene<'_>, actions: &mut Vec<Action>) {
        let own = scene
            .collection
            .charter(scene.owner())
            .and_then(|charter| charter.updated);
        let written = own.map(|date| date.to_string()).unwrap_or_default();
        let hint = scene
            .resolved
            .updated
            .map(|date| date.to_string())
            .unwrap_or_default();
        let shown = self.date.clone().unwrap_or(written);
        let label = scene.words.say("property-updated");
        if let Some(typed) = line(ui, (&label, &shown, &hint), actions) {
            let date = typed.trim().parse::<Date>().ok();
            if date.is_some() || typed.trim().is_empty() {
                actions.push(Action::Change(set_updated(scene.owner(), date)));
                self.date = None;
            } else {
                self.date = Some(typed);
            }
        }
        if self.date.is_some() {
            problem_ui(ui, &scene.words.say("not-a-date"));
        }
    }
}

/// The fields that a platform sets, in the order in which they are shown.
fn fields(scene: &Scene<'_>) -> Vec<FieldId> {
    let own = scene.collection.fields.iter().map(|field| field.id.clone());
    let own = own.filter(|field| BuiltIn::of(field).is_none());
    let built_in = BuiltIn::SET
        .into_iter()
        .filter_map(|name| FieldId::new(name).ok());
    built_in.chain(own).collect()
}

pub(super) fn field_label(scene: &Scene<'_>, field: &FieldId) -> String {
    let label = scene.collection.fields.get(field).map(|field| &field.label);
    let said = said(label, scene.words.language(), scene);
    if !said.is_empty() {
        return said;
    }
    let key = format!("field-{}", field.as_str().replace('.', "-"));
    if scene.words.has(&key) {
        scene.words.say(&key).into_owned()
    } else {
        field.to_string()
    }
}

fn said(text: Option<&Text>, language: &Language, scene: &Scene<'_>) -> String {
    let first = scene.collection.first_language();
    text.map_or_else(String::new, |text| {
        text.said(language, &first).text.to_owned()
    })
}

fn facts_ui(ui: &mut Ui, scene: &Scene<'_>, platform: &Platform, actions: &mut Vec<Action>) {
    let known = scene.collection.facts.iter().map(|fact| &fact.id);
    let others = platform
        .facts
        .iter()
        .filter(|fact| !scene.collection.facts.contains(fact));
    let facts: Vec<&FactId> = known.chain(others).collect();
    if facts.is_empty() {
        return;
    }
    ui.label(scene.words.say("property-facts"));
    ui.vertical(|ui| {
        for fact in facts {
            let mut has = platform.facts.contains(fact);
            if ui
                .checkbox(&mut has, super::fact_label(scene, fact))
                .changed()
            {
                let mut facts = platform.facts.clone();
                if has {
                    facts.push(fact.clone());
                } else {
                    facts.retain(|other| other != fact);
                }
                let edit = PlatformEdit::Facts(facts);
                actions.push(Action::Change(set_property(&platform.id, edit)));
            }
        }
    });
}

/// What is wrong with the line above.
fn problem_ui(ui: &mut Ui, words: &str) {
    let palette = Palette::now(ui.ctx());
    ui.label(RichText::new(words).small().color(palette.warning));
}

/// A labelled line of text; what it says now, if that was changed.
fn line(
    ui: &mut Ui,
    (label, written, hint): (&str, &str, &str),
    actions: &mut Vec<Action>,
) -> Option<String> {
    let palette = Palette::now(ui.ctx());
    let shown = ui.label(label);
    let mut buffer = Buffer(Cow::Borrowed(written));
    let edit = TextEdit::singleline(&mut buffer)
        .id_salt(label)
        .hint_text(RichText::new(hint).color(palette.weak))
        .desired_width(f32::INFINITY);
    let response = ui.add(edit);
    named(&shown, egui::Role::Label, label);
    named_field(ui, &response, label);
    if response.lost_focus() {
        actions.push(Action::Seal);
    }
    response.changed().then(|| buffer.0.into_owned())
}
