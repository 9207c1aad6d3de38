//! What fields and facts say on a platform, and what uses them.

use std::collections::HashSet;

use egui::{Button, RichText, Ui};

use super::properties::{group_ui, line, place_of, problem_ui};
use super::{fact_label, section_name};
use crate::model::{BuiltIn, Element, FactId, FieldId, Platform, PlatformEdit, RowId, SectionId};
use crate::ui::menu::menu_config;
use crate::ui::scene::{Action, Scene, field_label};
use crate::ui::theme::Palette;
use crate::ui::widgets::named;
use crate::workspace::changes::{set_field, set_property};
use crate::workspace::uses::Uses;
use crate::workspace::values::{Doubt, doubt};

/// What the values of a platform are shown from.
pub(super) struct Values<'a> {
    pub scene: &'a Scene<'a>,
    pub uses: &'a Uses,
    /// The fields that texts name and that say nothing.
    pub unset: &'a HashSet<FieldId>,
}

impl Values<'_> {
    /// The fields that every collection has.
    pub fn built_in_ui(&self, ui: &mut Ui, platform: &Platform, actions: &mut Vec<Action>) {
        let fields = BuiltIn::SET.into_iter();
        for field in fields.filter_map(|name| FieldId::new(name).ok()) {
            self.field_ui(ui, platform, &field, actions);
        }
    }

    pub fn has_own(&self) -> bool {
        self.own().next().is_some()
    }

    /// The fields of the collection's own.
    pub fn own_ui(&self, ui: &mut Ui, platform: &Platform, actions: &mut Vec<Action>) {
        for field in self.own() {
            self.field_ui(ui, platform, field, actions);
        }
    }

    fn own(&self) -> impl Iterator<Item = &FieldId> {
        let fields = self.scene.collection.fields.iter().map(|field| &field.id);
        fields.filter(|field| BuiltIn::of(field).is_none())
    }

    fn field_ui(
        &self,
        ui: &mut Ui,
        platform: &Platform,
        field: &FieldId,
        actions: &mut Vec<Action>,
    ) {
        let scene = self.scene;
        let words = scene.words;
        let first = scene.collection.first_language();
        let label = field_label(scene.collection, words, field);
        let value = platform.fields.get(field);
        let written = value
            .and_then(|text| text.written(scene.language))
            .unwrap_or_default();
        let defined = scene.collection.fields.get(field);
        let default = defined.map(|field| &field.default);
        let said = default.map_or("", |text| text.said(scene.language, &first).text);
        let hint = if said.is_empty() {
            String::new()
        } else {
            let values = [("default", said.into())];
            words.say_of("default-hint", &values).into_owned()
        };
        ui.push_id(field, |ui| {
            if let Some(typed) = line(ui, (&label, written, &hint), actions) {
                let change = set_field(scene.collection, platform, field, scene.language, &typed);
                actions.push(Action::Change(change));
            }
            match doubt(field, written) {
                Some(Doubt::NotAnAddress) => problem_ui(ui, &words.say("not-a-web-address")),
                Some(Doubt::NotAMail) => problem_ui(ui, &words.say("not-a-mail-address")),
                None => {}
            }
            if self.unset.contains(field) {
                problem_ui(ui, &words.say("field-unset"));
            }
            if let Some(note) = defined
                .map(|it| it.note.as_str())
                .filter(|it| !it.is_empty())
            {
                let palette = Palette::now(ui.ctx());
                ui.label(RichText::new(note).small().color(palette.weak));
            }
            let uses = self.uses.fields.get(field).map_or(&[][..], Vec::as_slice);
            self.uses_ui(ui, ("used-by", &label), uses, actions);
        });
    }

    /// The fields that the texts of a model use.
    pub fn used_ui(&self, ui: &mut Ui, actions: &mut Vec<Action>) {
        let mut fields: Vec<&FieldId> = self.uses.fields.keys().collect();
        fields.sort_unstable();
        for field in fields {
            let label = field_label(self.scene.collection, self.scene.words, field);
            let uses = self.uses.fields.get(field).map_or(&[][..], Vec::as_slice);
            ui.push_id(field, |ui| {
                ui.horizontal_wrapped(|ui| {
                    ui.label(&label);
                    self.uses_ui(ui, ("used-by", &label), uses, actions);
                });
            });
        }
    }

    /// The facts, with what each of them switches on; those of a platform can be changed.
    pub fn facts_ui(&self, ui: &mut Ui, platform: Option<&Platform>, actions: &mut Vec<Action>) {
        let scene = self.scene;
        let held = platform.map_or(&[][..], |platform| platform.facts.as_slice());
        let known = &scene.collection.facts;
        let mut others: Vec<&FactId> = held.iter().collect();
        others.extend(self.uses.facts.keys());
        others.retain(|fact| !known.contains(fact));
        others.sort_unstable();
        others.dedup();
        let facts: Vec<&FactId> = known.iter().map(|it| &it.id).chain(others).collect();
        if facts.is_empty() {
            return;
        }
        group_ui(ui, &scene.words.say("property-facts"));
        for fact in facts {
            let label = fact_label(scene, fact);
            let uses = self.uses.facts.get(fact).map_or(&[][..], Vec::as_slice);
            ui.push_id(fact, |ui| {
                ui.horizontal_wrapped(|ui| {
                    match platform {
                        Some(platform) => self.fact_ui(ui, platform, (fact, &label), actions),
                        None => drop(ui.label(&label)),
                    }
                    self.uses_ui(ui, ("switches", &label), uses, actions);
                });
            });
        }
    }

    fn fact_ui(
        &self,
        ui: &mut Ui,
        platform: &Platform,
        (fact, label): (&FactId, &str),
        actions: &mut Vec<Action>,
    ) {
        let mut has = platform.facts.contains(fact);
        if ui.checkbox(&mut has, label).changed() {
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

    /// How much uses something, and a menu that leads to each.
    fn uses_ui(
        &self,
        ui: &mut Ui,
        (key, name): (&str, &str),
        uses: &[Element],
        actions: &mut Vec<Action>,
    ) {
        let words = self.scene.words;
        let palette = Palette::now(ui.ctx());
        let count = words.say_of(key, &[("count", uses.len().into())]);
        let text = RichText::new(&*count).small();
        if uses.is_empty() {
            ui.label(text.color(palette.weak));
            return;
        }
        // As links look.
        let text = text.color(palette.accent);
        let button = Button::new(text).small().frame_when_inactive(false);
        // Its words begin where those of a label would.
        ui.add_space(-ui.spacing().button_padding.x);
        let menu = egui::containers::menu::MenuButton::from_button(button).config(menu_config());
        let (response, _) = menu.ui(ui, |ui| {
            ui.set_max_width(420.0);
            egui::ScrollArea::vertical()
                .max_height(320.0)
                .show(ui, |ui| {
                    for element in uses {
                        if ui.button(self.name_of(element)).clicked() {
                            actions.push(Action::GoTo(place_of(element, self.scene)));
                            ui.close();
                        }
                    }
                });
        });
        let label = format!("{name} : {count}");
        named(&response, egui::Role::Button, &label);
    }

    /// Where a text, a section or a row stands, in the words of the charter.
    fn name_of(&self, element: &Element) -> String {
        let words = self.scene.words;
        let section = |id: &SectionId| match self.scene.resolved.section(id) {
            Some(section) => section_name(self.scene, section),
            None => id.to_string(),
        };
        let of = |key: &str, id: &SectionId| {
            words
                .say_of(key, &[("section", section(id).into())])
                .into_owned()
        };
        let row = |id: &SectionId, row: &RowId| {
            let table = self
                .scene
                .resolved
                .section(id)
                .and_then(|it| it.table.as_ref());
            let at = table.and_then(|table| table.rows.iter().position(|it| it.id() == row));
            let values = [
                ("section", section(id).into()),
                ("row", at.map_or(0, |at| at + 1).into()),
            ];
            words.say_of("use-row", &values).into_owned()
        };
        match element {
            Element::Title => words.say("title").into_owned(),
            Element::Section(id) => section(id),
            Element::Heading(id) => of("use-heading", id),
            Element::Body(id) => of("use-body", id),
            Element::Row(address) => row(&address.section, &address.row),
            Element::Cell(address) => row(&address.section, &address.row),
            Element::Column(address) => match &address.table {
                Some(id) => of("use-columns", id),
                None => words.say("use-all-columns").into_owned(),
            },
        }
    }
}
