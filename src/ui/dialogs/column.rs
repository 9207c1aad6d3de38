//! The form of a column: what it is called and what its cells say.

use egui::{ComboBox, DragValue, RichText, ScrollArea, Ui};

use super::parts::{AROUND, Ready, buttons, field_ui, name_ui, room, take_cursor};
use super::table::{Reach, by_language, labelled, scope_ui};
use super::{Answer, Surroundings};
use crate::model::{ColumnAddress, ColumnId, Language, ResolvedSection, Role, SectionId, Text};
use crate::ui::columns::{GIVEN, ROLES, role_hint, role_key};
use crate::ui::editor::table::{TableAnswer, label};
use crate::ui::scene::Scene;
use crate::ui::widgets::named_field;
use crate::words::Words;
use crate::workspace::changes::{ColumnSheet, Scope};

/// How high a list of choices may be: all roles are seen at once.
const LIST: f32 = 420.0;

/// A column as it is being described.
#[derive(Debug)]
pub struct ColumnForm {
    section: SectionId,
    purpose: Purpose,
    /// Whether the table has columns of its own.
    has_own: bool,
    /// Whether the table stands here as a model has it.
    is_inherited: bool,
    was: Text,
    labels: Vec<(Language, String)>,
    role: Role,
    /// Its own width, if a person gave it one.
    width: Option<f32>,
    reach: Reach,
}

#[derive(Debug)]
enum Purpose {
    /// Adds one: below which, and the names of those that there are.
    Add {
        after: Option<ColumnId>,
        others: Vec<(ColumnId, String)>,
    },
    Edit(ColumnAddress),
}

impl ColumnForm {
    /// A new column, behind another.
    pub fn to_add(
        scene: &Scene<'_>,
        section: &ResolvedSection,
        after: Option<ColumnAddress>,
    ) -> Option<Self> {
        let table = section.table.as_ref()?;
        let columns = scene.resolved.columns_of(table);
        let others = columns
            .iter()
            .map(|column| (column.column.id.clone(), label(scene, column)));
        let purpose = Purpose::Add {
            after: after.map(|address| address.column),
            others: others.collect(),
        };
        let texts = (Text::default(), Role::Other);
        Self::new(scene, section, purpose, texts)
    }

    pub fn to_edit(
        scene: &Scene<'_>,
        section: &ResolvedSection,
        address: ColumnAddress,
    ) -> Option<Self> {
        let columns = scene.resolved.columns_of(section.table.as_ref()?);
        let column = columns.iter().find(|it| it.column.id == address.column)?;
        let texts = (column.label.value.clone(), column.column.role);
        Self::new(scene, section, Purpose::Edit(address), texts)
    }

    fn new(
        scene: &Scene<'_>,
        section: &ResolvedSection,
        purpose: Purpose,
        (was, role): (Text, Role),
    ) -> Option<Self> {
        let table = section.table.as_ref()?;
        let own = table.columns.is_some().then_some(&section.id);
        let holder = scene.charters().columns_holder(own)?;
        Some(Self {
            section: section.id.clone(),
            purpose,
            has_own: table.columns.is_some(),
            is_inherited: scene.charters().inherits_table(&section.id),
            labels: by_language(scene, &was),
            was,
            role,
            width: scene.settings.column_width(role),
            reach: Reach::of(scene, &holder, Scope::Here),
        })
    }

    pub fn ui(&mut self, ui: &mut Ui, around: &Surroundings<'_>) -> Option<Answer> {
        let words = around.words;
        ui.heading(words.say(match self.purpose {
            Purpose::Add { .. } => "column-add-title",
            Purpose::Edit(_) => "column-edit-title",
        }));
        let room = room(ui, AROUND + self.reach.height());
        let shown = ScrollArea::vertical()
            .max_height(room)
            .show(ui, |ui| self.fields_ui(ui, words));
        scope_ui(ui, words, &mut self.reach);
        let is_named = |(_, name): &(_, String)| !name.trim().is_empty();
        let ready = Ready::when(self.labels.iter().any(is_named));
        let answer = Answer::Table(self.answer());
        let key = match self.purpose {
            Purpose::Add { .. } => "column-add-do",
            Purpose::Edit(_) => "apply",
        };
        let apply = (&*words.say(key), answer);
        let answer = buttons(ui, words, ready, apply, |_| None);
        shown.inner.or(answer)
    }

    fn fields_ui(&mut self, ui: &mut Ui, words: &Words) -> Option<Answer> {
        for (language, name) in &mut self.labels {
            let values = [("language", language.as_str().into())];
            let label = words.say_of("column-label", &values);
            let response = field_ui(ui, &label, name, "");
            take_cursor(ui, &response);
        }
        let may_set_role =
            matches!(self.purpose, Purpose::Add { .. }) || self.reach.reaches_holder();
        name_ui(ui, &words.say("column-role"));
        let combo = ComboBox::from_id_salt("column-role")
            .selected_text(words.say(role_key(self.role)))
            .height(LIST)
            .width(ui.available_width());
        let shown = ui.add_enabled_ui(may_set_role, |ui| {
            combo.show_ui(ui, |ui| {
                for role in ROLES {
                    let name = words.say(role_key(role));
                    let hint = words.say(&role_hint(role)).into_owned();
                    ui.selectable_value(&mut self.role, role, name)
                        .on_hover_text(hint);
                }
            })
        });
        named_field(ui, &shown.inner.response, &words.say("column-role"));
        let hint = words.say(&role_hint(self.role)).into_owned();
        ui.label(RichText::new(hint).small().weak());
        if !may_set_role {
            let only = words.say("column-role-everywhere-only");
            ui.label(RichText::new(only).small().weak());
        }
        match &mut self.purpose {
            Purpose::Add { after, others } => {
                name_ui(ui, &words.say("column-place"));
                let first = words.say("column-first").into_owned();
                let behind = |name: &str| {
                    let values = [("column", name.to_owned().into())];
                    words.say_of("column-after", &values).into_owned()
                };
                let mut known = others.iter();
                let found = known.find(|(id, _)| Some(id) == after.as_ref());
                let said = found.map_or(first.clone(), |(_, name)| behind(name));
                let combo = ComboBox::from_id_salt("column-place")
                    .selected_text(said)
                    .height(LIST)
                    .width(ui.available_width());
                let shown = combo.show_ui(ui, |ui| {
                    ui.selectable_value(after, None, first);
                    for (id, name) in others.iter() {
                        ui.selectable_value(after, Some(id.clone()), behind(name));
                    }
                });
                named_field(ui, &shown.response, &words.say("column-place"));
            }
            Purpose::Edit(_) => width_ui(ui, words, &mut self.width),
        }
        ui.add_space(4.0);
        self.whose_ui(ui, words)
    }

    /// Whose the columns are, and the way to others.
    fn whose_ui(&self, ui: &mut Ui, words: &Words) -> Option<Answer> {
        let (said, button, answer) = if self.has_own {
            let answer = TableAnswer::CommonColumns(self.section.clone());
            ("columns-are-own", "columns-common", answer)
        } else {
            let answer = TableAnswer::OwnColumns(self.section.clone());
            ("columns-are-common", "columns-own", answer)
        };
        ui.label(words.say(said));
        // It is done where the table is held.
        let may = !self.is_inherited || self.reach.scope == Scope::Everywhere;
        if !may {
            let only = words.say("columns-everywhere-only");
            ui.label(RichText::new(only).small().weak());
            return None;
        }
        let button = ui.button(words.say(button));
        button.clicked().then_some(Answer::Table(answer))
    }

    fn answer(&self) -> TableAnswer {
        let sheet = ColumnSheet {
            role: self.role,
            label: labelled(&self.was, &self.labels),
        };
        let scope = self.reach.scope;
        match &self.purpose {
            Purpose::Add { after, .. } => TableAnswer::AddColumn {
                section: self.section.clone(),
                after: after.clone(),
                sheet,
                scope,
            },
            Purpose::Edit(address) => TableAnswer::EditColumn {
                address: address.clone(),
                sheet,
                scope,
                width: self.width,
            },
        }
    }
}

fn width_ui(ui: &mut Ui, words: &Words, width: &mut Option<f32>) {
    name_ui(ui, &words.say("column-width"));
    ui.horizontal(|ui| {
        let mut is_usual = width.is_none();
        let usual = ui.checkbox(&mut is_usual, words.say("column-usual-width"));
        if usual.changed() {
            *width = (!is_usual).then_some(160.0);
        }
        if let Some(width) = width {
            let value = DragValue::new(width).range(GIVEN).max_decimals(0);
            let response = ui.add(value);
            named_field(ui, &response, &words.say("column-width"));
        }
    });
}
