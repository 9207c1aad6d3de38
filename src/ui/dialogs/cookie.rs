//! The form of one cookie: every column of its row, explained.

use egui::{ComboBox, RichText, ScrollArea, TextEdit, Ui};

use super::parts::{AROUND, Ready, buttons, hint_ui, name_ui, room, take_cursor};
use super::table::{Reach, scope_ui};
use super::{Answer, Surroundings};
use crate::model::{
    Cell, ColumnId, FactId, ResolvedColumn, ResolvedRow, ResolvedSection, Role, RowAddress,
};
use crate::ui::columns::role_hint;
use crate::ui::editor::fact_label;
use crate::ui::editor::table::{TableAnswer, label};
use crate::ui::scene::Scene;
use crate::ui::widgets::named_field;
use crate::workspace::changes::{Content, CookieSheet, Direction, Scope};

/// A cookie as it is being written.
#[derive(Debug)]
pub struct CookieForm {
    row: RowAddress,
    /// Which row of how many, from nought.
    at: (usize, usize),
    fields: Vec<CookieField>,
    facts: Vec<(FactId, String)>,
    when: Option<FactId>,
    note: String,
    reach: Reach,
}

#[derive(Debug)]
struct CookieField {
    column: ColumnId,
    role: Role,
    label: String,
    text: String,
    is_above: bool,
    was: (String, bool),
}

impl CookieForm {
    pub fn new(
        scene: &Scene<'_>,
        section: &ResolvedSection,
        row: &ResolvedRow,
        at: (usize, usize),
        columns: &[ResolvedColumn],
        scope: Scope,
    ) -> Self {
        let fields = columns.iter().map(|column| {
            let cell = row.cell(&column.column.id).0;
            let text = cell.and_then(Cell::text);
            let text = text.and_then(|text| text.written(scene.language));
            let text = text.unwrap_or_default().to_owned();
            let is_above = cell == Some(&Cell::Above);
            CookieField {
                column: column.column.id.clone(),
                role: column.column.role,
                label: label(scene, column),
                was: (text.clone(), is_above),
                text,
                is_above,
            }
        });
        let facts = scene.collection.facts.iter();
        Self {
            row: RowAddress {
                section: section.id.clone(),
                row: row.id().clone(),
            },
            at,
            fields: fields.collect(),
            facts: facts
                .map(|fact| (fact.id.clone(), fact_label(scene, &fact.id)))
                .collect(),
            when: row.when().cloned(),
            note: row.note().to_owned(),
            reach: Reach::of(scene, &row.origin.holder, scope),
        }
    }

    pub fn ui(&mut self, ui: &mut Ui, around: &Surroundings<'_>) -> Option<Answer> {
        let words = around.words;
        let (at, of) = self.at;
        let values = [("row", (at + 1).into()), ("rows", of.into())];
        ui.heading(words.say_of("cookie-title", &values));
        let room = room(ui, AROUND + self.reach.height());
        ScrollArea::vertical()
            .id_salt(("cookie", &self.row))
            .max_height(room)
            .show(ui, |ui| self.fields_ui(ui, around));
        scope_ui(ui, words, &mut self.reach);
        let done = Answer::Table(self.answer(None));
        let save = (&*words.say("apply"), done);
        buttons(ui, words, Ready::Yes, save, |ui| {
            let mut then = None;
            for (key, may, direction) in [
                ("cookie-next", at + 1 < of, Direction::Down),
                ("cookie-previous", at > 0, Direction::Up),
            ] {
                let button = egui::Button::new(words.say(key));
                if ui.add_enabled(may, button).clicked() {
                    then = Some(direction);
                }
            }
            then.map(|then| Answer::Table(self.answer(Some(then))))
        })
    }

    fn fields_ui(&mut self, ui: &mut Ui, around: &Surroundings<'_>) {
        let words = around.words;
        let first_row = self.at.0 == 0;
        for field in &mut self.fields {
            name_ui(ui, &field.label);
            hint_ui(ui, &words.say(&role_hint(field.role)));
            let edit = TextEdit::multiline(&mut field.text)
                .desired_rows(1)
                .desired_width(f32::INFINITY)
                .id_salt(("cookie", &self.row, &field.column));
            let response = ui.add_enabled(!field.is_above, edit);
            named_field(ui, &response, &field.label);
            take_cursor(ui, &response);
            if !first_row || field.is_above {
                let values = [("column", field.label.clone().into())];
                let above = words.say_of("cookie-above", &values);
                ui.checkbox(&mut field.is_above, above);
            }
            ui.add_space(4.0);
        }
        let may = self.reach.reaches_holder();
        name_ui(ui, &words.say("cookie-when"));
        hint_ui(ui, &words.say("cookie-when-hint"));
        let name = |id: &FactId| {
            let mut facts = self.facts.iter();
            let found = facts.find(|(fact, _)| fact == id);
            found.map_or_else(|| id.to_string(), |(_, name)| name.clone())
        };
        let always = words.say("always").into_owned();
        let said = self.when.as_ref().map_or(always.clone(), name);
        let combo = ComboBox::from_id_salt("cookie-when")
            .selected_text(said)
            .width(ui.available_width());
        let shown = ui.add_enabled_ui(may, |ui| {
            combo.show_ui(ui, |ui| {
                ui.selectable_value(&mut self.when, None, always);
                for (fact, name) in &self.facts {
                    ui.selectable_value(&mut self.when, Some(fact.clone()), name);
                }
            })
        });
        named_field(ui, &shown.inner.response, &words.say("cookie-when"));
        ui.add_space(4.0);
        name_ui(ui, &words.say("cookie-note"));
        hint_ui(ui, &words.say("cookie-note-hint"));
        let edit = TextEdit::multiline(&mut self.note)
            .desired_rows(1)
            .desired_width(f32::INFINITY)
            .id_salt(("cookie-note", &self.row));
        let response = ui.add_enabled(may, edit);
        named_field(ui, &response, &words.say("cookie-note"));
        if !may {
            ui.label(
                RichText::new(words.say("cookie-everywhere-only"))
                    .small()
                    .weak(),
            );
        }
    }

    fn answer(&self, then: Option<Direction>) -> TableAnswer {
        let changed = self
            .fields
            .iter()
            .filter(|field| (&field.text, field.is_above) != (&field.was.0, field.was.1));
        let cells = changed.map(|field| {
            let content = if field.is_above {
                Content::Above
            } else {
                Content::Words(field.text.clone())
            };
            (field.column.clone(), content)
        });
        TableAnswer::Cookie {
            sheet: CookieSheet {
                row: self.row.clone(),
                cells: cells.collect(),
                when: self.when.clone(),
                note: self.note.clone(),
            },
            scope: self.reach.scope,
            then,
        }
    }
}
