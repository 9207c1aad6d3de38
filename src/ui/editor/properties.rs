//! The properties of a platform or a model: what it is called, what it follows, who publishes it,
//! and what its texts take from it.

use std::collections::HashSet;
use std::sync::{Arc, Weak};

use egui::{CollapsingHeader, RichText, Role, TextEdit, Ui};
use egui_material_icons::icons::ICON_TODAY;
use jiff::civil::Date;

use super::Editor;
use super::values::Values;
use crate::messages::{read_date, short_date};
use crate::model::{
    Element, FieldId, Language, Model, Owner, Platform, PlatformEdit, Problem, Resolved, Text,
    TextEdit as Change,
};
use crate::ui::dialogs::{Dialog, FollowForm};
use crate::ui::scene::{Action, Scene};
use crate::ui::theme::Palette;
use crate::ui::widgets::{
    Chosen, ModelChoice, bold, id_ui, line_beside_ui, line_ui, model_choice_ui, named, named_field,
    note_ui,
};
use crate::workspace::changes::{
    follow, name_model, possible_models, set_note, set_property, set_updated,
};
use crate::workspace::moving::can_follow;
use crate::workspace::uses::Uses;

/// What the properties remember between frames.
#[derive(Debug, Default)]
pub struct PropertiesState {
    /// Whether they are unfolded, for whatever is looked at.
    open: bool,
    /// Whether they were asked for, and so get the cursor.
    asked: bool,
    /// A date as it is being typed.
    date: Option<String>,
    /// What uses what, and the charter that this was found for.
    uses: Option<(Weak<Resolved>, Arc<Uses>)>,
}

impl Editor {
    /// Unfolds the properties, and puts the cursor there.
    pub fn show_properties(&mut self) {
        self.properties.open = true;
        self.properties.asked = true;
    }
}

impl PropertiesState {
    pub fn leave(&mut self) {
        self.date = None;
    }

    pub fn ui(&mut self, ui: &mut Ui, scene: &Scene<'_>, actions: &mut Vec<Action>) {
        let words = scene.words;
        let header = CollapsingHeader::new(words.say("properties"))
            .id_salt("properties")
            .open(Some(self.open));
        let shown = header.show(ui, |ui| match scene.owner() {
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
        if shown.header_response.clicked() {
            self.open = !self.open;
            ui.ctx().request_repaint();
        }
        self.asked = self.asked && !shown.fully_open();
    }

    fn platform_ui(
        &mut self,
        ui: &mut Ui,
        scene: &Scene<'_>,
        platform: &Platform,
        actions: &mut Vec<Action>,
    ) {
        let words = scene.words;
        let uses = self.uses(scene);
        group_ui(ui, &words.say("group-identity"));
        self.names_ui(ui, scene, &platform.name, actions);
        let label = words.say("property-url");
        let typed = line(ui, (&label, &platform.url, "https://"), actions);
        if let Some(url) = typed {
            let edit = PlatformEdit::Url(url);
            actions.push(Action::Change(set_property(&platform.id, edit)));
        }
        if !platform.url.is_empty() && platform.host().is_none() {
            problem_ui(ui, &words.say("not-an-address"));
        }
        id_ui(ui, scene.words, &scene.owner().to_string());
        follow_ui(ui, scene, actions);
        self.date_ui(ui, scene, actions);

        let values = Values {
            scene,
            uses: &uses,
            unset: &unset(scene),
        };
        group_ui(ui, &words.say("group-publisher"));
        values.built_in_ui(ui, platform, actions);
        if scene.collection.languages.len() > 1 || !platform.languages.is_empty() {
            group_ui(ui, &words.say("languages"));
            super::languages::languages_ui(ui, scene, platform, actions);
        }
        if values.has_own() {
            group_ui(ui, &words.say("fields"));
            values.own_ui(ui, platform, actions);
        }
        values.facts_ui(ui, Some(platform), actions);
        notes_ui(ui, scene, &platform.note, actions);
    }

    fn model_ui(
        &mut self,
        ui: &mut Ui,
        scene: &Scene<'_>,
        model: &Model,
        actions: &mut Vec<Action>,
    ) {
        let words = scene.words;
        let uses = self.uses(scene);
        group_ui(ui, &words.say("group-identity"));
        self.names_ui(ui, scene, &model.name, actions);
        id_ui(ui, scene.words, &scene.owner().to_string());
        follow_ui(ui, scene, actions);
        self.date_ui(ui, scene, actions);
        let values = Values {
            scene,
            uses: &uses,
            unset: &HashSet::new(),
        };
        if !uses.fields.is_empty() {
            group_ui(ui, &words.say("fields-used"));
            values.used_ui(ui, actions);
        }
        values.facts_ui(ui, None, actions);
        notes_ui(ui, scene, &model.note, actions);
    }

    /// What uses fields and facts here; found again only when the charter has changed.
    fn uses(&mut self, scene: &Scene<'_>) -> Arc<Uses> {
        let is_of_this = |of: &Weak<Resolved>| of.as_ptr() == Arc::as_ptr(scene.resolved);
        if let Some((of, uses)) = &self.uses
            && is_of_this(of)
        {
            return Arc::clone(uses);
        }
        let uses = Arc::new(Uses::of(scene.resolved));
        self.uses = Some((Arc::downgrade(scene.resolved), Arc::clone(&uses)));
        uses
    }

    /// The name, or one by language.
    fn names_ui(&mut self, ui: &mut Ui, scene: &Scene<'_>, name: &Text, actions: &mut Vec<Action>) {
        let words = scene.words;
        let languages = scene.collection.languages_of(scene.owner());
        let asked = self.asked;
        let lines: Vec<(String, &Language)> = match name {
            Text::Same(_) => vec![(words.say("property-name").into_owned(), scene.language)],
            Text::ByLanguage(_) => languages
                .iter()
                .map(|language| {
                    let values = [("language", language.as_str().into())];
                    let label = words.say_of("property-name-in", &values).into_owned();
                    (label, language)
                })
                .collect(),
        };
        // From a name for all languages to one for each, or back.
        let kind = (languages.len() > 1).then(|| match name {
            Text::Same(words) => {
                let each = languages.iter().cloned();
                let each = each.map(|language| (language, Arc::clone(words).into()));
                ("name-by-language", Text::ByLanguage(each.collect()))
            }
            Text::ByLanguage(_) => {
                let first = scene.collection.first_language();
                let said = name.said(&first, &first).text;
                ("name-for-all", Text::same(said))
            }
        });
        let mut changes_kind = false;
        for (at, (label, language)) in lines.into_iter().enumerate() {
            let written = name.written(language).unwrap_or_default();
            let kind = kind.as_ref().filter(|_| at == 0);
            let shown = line_beside_ui(ui, &label, written, "", |ui| {
                if let Some((key, _)) = kind {
                    changes_kind = ui.link(words.say(key)).clicked();
                }
            });
            if at == 0 && asked {
                shown.response.request_focus();
                shown.response.scroll_to_me(None);
            }
            if shown.response.lost_focus() {
                actions.push(Action::Seal);
            }
            if let Some(typed) = shown.typed {
                actions.push(rename(scene.owner(), name.with(language, &typed)));
            }
        }
        if let Some((_, other)) = kind.filter(|_| changes_kind) {
            actions.extend([Action::Seal, rename(scene.owner(), other), Action::Seal]);
        }
    }

    /// The date of the charter, taken over once what is typed is a date.
    fn date_ui(&mut self, ui: &mut Ui, scene: &Scene<'_>, actions: &mut Vec<Action>) {
        /// The room for a date, and some more.
        const ROOM: f32 = 140.0;
        let words = scene.words;
        let palette = Palette::now(ui.ctx());
        let charter = scene.collection.charter(scene.owner());
        let said = |date: Option<Date>| date.map(|date| short_date(words, date));
        let updated = charter.and_then(|charter| charter.updated);
        let own = said(updated);
        // What was taken back is not what is being typed any more.
        self.date.take_if(|typed| is_outdated(typed, updated));
        let hint = said(scene.resolved.updated).unwrap_or_else(|| words.say("date-hint").into());
        let label = words.say("property-updated");
        ui.add_space(4.0);
        named(&ui.label(&*label), Role::Label, &label);
        let mut typed = self.date.clone().or(own).unwrap_or_default();
        let (response, today) = ui
            .horizontal(|ui| {
                let edit = TextEdit::singleline(&mut typed)
                    .id_salt("updated")
                    .hint_text(RichText::new(hint).color(palette.weak))
                    .desired_width(ROOM);
                let response = ui.add(edit);
                let today = ui.button((ICON_TODAY.rich_text(), words.say("date-today")));
                (response, today.clicked())
            })
            .inner;
        named_field(ui, &response, &label);
        let date = read_date(&typed);
        let is_empty = typed.trim().is_empty();
        if response.changed() {
            if date.is_some() || is_empty {
                actions.push(Action::Change(set_updated(scene.owner(), date)));
            }
            // As it was typed, as long as it is being typed.
            self.date = Some(typed);
        }
        if response.lost_focus() {
            actions.push(Action::Seal);
            if date.is_some() || is_empty {
                self.date = None;
            }
        }
        if self.date.is_some() && date.is_none() && !is_empty {
            problem_ui(ui, &words.say("not-a-date"));
        }
        if today {
            self.date = None;
            actions.push(Action::DateToday);
        }
    }
}

/// Whether a date that was typed, as far as it is one, is no more the one that stands.
fn is_outdated(typed: &str, stands: Option<Date>) -> bool {
    match read_date(typed) {
        Some(date) => stands != Some(date),
        None => typed.trim().is_empty() && stands.is_some(),
    }
}

fn rename(owner: &Owner, name: Text) -> Action {
    Action::Change(match owner {
        Owner::Platform(id) => set_property(id, PlatformEdit::Name(Change::Set(name))),
        Owner::Model(id) => name_model(id, name),
    })
}

/// The fields that texts name and that say nothing here.
fn unset(scene: &Scene<'_>) -> HashSet<FieldId> {
    let findings = scene.document.findings.iter();
    findings
        .filter_map(|finding| match &finding.problem {
            Problem::UnsetField(field) => Some(field.clone()),
            _ => None,
        })
        .collect()
}

/// What the charter follows, and another model to follow.
fn follow_ui(ui: &mut Ui, scene: &Scene<'_>, actions: &mut Vec<Action>) {
    let words = scene.words;
    let palette = Palette::now(ui.ctx());
    let Some(charter) = scene.collection.charter(scene.owner()) else {
        return;
    };
    if !can_follow(charter) {
        ui.label(RichText::new(words.say("follows-itself")).color(palette.weak));
        return;
    }
    let models = possible_models(scene.collection, scene.owner());
    if models.is_empty() {
        return;
    }
    let label = words.say("add-follows");
    ui.add_space(4.0);
    ui.label(&*label);
    let none = words.say("follows-none");
    let none = charter.follows().is_none().then_some(&*none);
    let choice = ModelChoice {
        label: &label,
        chosen: charter.follows(),
        among: &models,
        none,
    };
    let chosen = model_choice_ui(ui, scene.collection, words.language(), &choice);
    if let Some(Chosen(Some(model))) = chosen {
        // What there is to lose or to read otherwise is shown before.
        let has_adaptations = !charter.adaptations().is_empty();
        let asked = has_adaptations.then(|| FollowForm::new(scene, &model));
        let asked = asked
            .flatten()
            .map(|it| Action::Ask(Dialog::Follow(Box::new(it))));
        let change = || follow(scene.collection, scene.owner(), &model).map(Action::Change);
        actions.extend(asked.or_else(change));
    }
    if !charter.adaptations().is_empty() && models.len() > 1 {
        let keeps = RichText::new(words.say("follow-keeps")).small();
        ui.label(keeps.color(palette.weak));
    }
}

fn notes_ui(ui: &mut Ui, scene: &Scene<'_>, note: &str, actions: &mut Vec<Action>) {
    let words = scene.words;
    group_ui(ui, &words.say("group-note"));
    let shown = note_ui(ui, &words.say("note"), note);
    if let Some(note) = shown.typed {
        actions.push(Action::Change(set_note(scene.owner(), note)));
    }
    if shown.response.lost_focus() {
        actions.push(Action::Seal);
    }
}

pub(super) fn group_ui(ui: &mut Ui, title: &str) {
    ui.add_space(6.0);
    ui.label(bold(title));
    ui.separator();
}

/// What is wrong with the line above.
pub(super) fn problem_ui(ui: &mut Ui, words: &str) {
    let palette = Palette::now(ui.ctx());
    let icon = egui_material_icons::icons::ICON_WARNING;
    ui.horizontal(|ui| {
        ui.label(icon.rich_text().size(14.0).color(palette.warning));
        ui.label(RichText::new(words).small().color(palette.warning));
    });
}

/// A labelled line of text; what it says now, if that was changed.
pub(super) fn line(
    ui: &mut Ui,
    (label, written, hint): (&str, &str, &str),
    actions: &mut Vec<Action>,
) -> Option<String> {
    let shown = line_ui(ui, label, written, hint);
    if shown.response.lost_focus() {
        actions.push(Action::Seal);
    }
    shown.typed
}

/// Where one goes for an element: what has no line of its own is found by the one around it.
pub(super) fn place_of(element: &Element, scene: &Scene<'_>) -> Element {
    match element {
        Element::Row(address) => {
            let section = scene.resolved.section(&address.section);
            let table = section.and_then(|section| section.table.as_ref());
            let columns = table.map_or(&[][..], |table| scene.resolved.columns_of(table));
            let column = columns.iter().find(|column| column.shown());
            column.map_or_else(
                || Element::Section(address.section.clone()),
                |column| {
                    Element::Cell(crate::model::CellAddress {
                        section: address.section.clone(),
                        row: address.row.clone(),
                        column: column.column.id.clone(),
                    })
                },
            )
        }
        Element::Column(address) => match &address.table {
            Some(section) => Element::Section(section.clone()),
            None => Element::Title,
        },
        other => other.clone(),
    }
}
