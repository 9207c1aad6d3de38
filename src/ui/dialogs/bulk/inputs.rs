//! What is said of a change: the field and its words, the model, the section, the row.

use egui::{RichText, ScrollArea, Ui};

use super::{BulkForm, BulkKind};
use crate::messages::language_name;
use crate::model::{
    BuiltIn, Collection, ColumnId, FactId, FieldId, Language, ModelId, Owner, RowId, SectionId,
    Text,
};
use crate::ui::dialogs::Surroundings;
use crate::ui::dialogs::parts::{choose_ui, field_ui};
use crate::ui::editor::label_of_fact;
use crate::ui::scene::{field_label, name_of};
use crate::words::Words;
use crate::workspace::changes::bulk::{Offers, SectionOffer};

/// What can be chosen, each by its name.
#[derive(Debug)]
pub(super) struct Choices {
    pub first: Language,
    languages: Vec<(Language, String)>,
    fields: Vec<(FieldId, String)>,
    facts: Vec<(FactId, String)>,
    models: Vec<(ModelId, String)>,
    sections: Vec<(SectionId, String)>,
    tables: Vec<TableChoices>,
}

#[derive(Debug)]
struct TableChoices {
    section: SectionId,
    columns: Vec<(ColumnId, String)>,
    rows: Vec<(RowId, String)>,
}

impl Choices {
    pub fn new(words: &Words, collection: &Collection, offers: &Offers) -> Self {
        let first = collection.first_language();
        let said = |text: &Text, id: &str| match text.said(words.language(), &first).text.trim() {
            "" => id.to_owned(),
            said => said.to_owned(),
        };
        let language = |language: &Language| (language.clone(), language_name(words, language));
        let built_in = BuiltIn::SET.iter().filter_map(|id| FieldId::new(id).ok());
        let own = collection.fields.iter().map(|field| field.id.clone());
        let own = own.filter(|id| BuiltIn::of(id).is_none());
        let fields = built_in.chain(own).map(|id| {
            let label = field_label(collection, words, &id);
            (id, label)
        });
        let fact = |id: &FactId| (id.clone(), label_of_fact(collection, words, id));
        let model = |id: &ModelId| {
            let owner = Owner::Model(id.clone());
            (id.clone(), name_of(collection, &owner, words.language()))
        };
        let heading = |it: &SectionOffer| (it.id.clone(), said(&it.heading, it.id.as_str()));
        let tables = offers.sections.iter().filter_map(|section| {
            let table = section.table.as_ref()?;
            let columns = table.columns.iter();
            let rows = table.rows.iter();
            Some(TableChoices {
                section: section.id.clone(),
                columns: columns
                    .map(|it| (it.id.clone(), said(&it.label, it.id.as_str())))
                    .collect(),
                rows: rows
                    .map(|it| (it.id.clone(), said(&it.name, it.id.as_str())))
                    .collect(),
            })
        });
        Self {
            languages: collection.languages.iter().map(language).collect(),
            fields: fields.collect(),
            facts: collection.facts.iter().map(|it| fact(&it.id)).collect(),
            models: collection.models.iter().map(|it| model(&it.id)).collect(),
            sections: offers.sections.iter().map(heading).collect(),
            tables: tables.collect(),
            first,
        }
    }

    /// The columns of a section's table, by their labels.
    pub fn columns_of(&self, section: &SectionId) -> &[(ColumnId, String)] {
        let table = self.table(section);
        table.map_or(&[], |table| &table.columns)
    }

    fn table(&self, section: &SectionId) -> Option<&TableChoices> {
        self.tables.iter().find(|table| table.section == *section)
    }

    /// The sections that have a table.
    fn with_table(&self) -> Vec<(SectionId, String)> {
        let sections = self.sections.iter();
        let with_table = sections.filter(|(id, _)| self.table(id).is_some());
        with_table.cloned().collect()
    }
}

impl BulkForm {
    pub(super) fn inputs_ui(&mut self, ui: &mut Ui, around: &Surroundings<'_>) {
        let words = around.words;
        match self.kind {
            BulkKind::Field => self.field_ui(ui, words),
            BulkKind::HaveFact | BulkKind::LackFact => {
                let label = words.say("bulk-fact");
                choose_ui(ui, words, &label, &mut self.fact, &self.choices.facts);
            }
            BulkKind::Follow => {
                let label = words.say("bulk-model");
                choose_ui(ui, words, &label, &mut self.model, &self.choices.models);
                explain_ui(ui, &words.say("follow-keeps"));
            }
            BulkKind::AddLanguage => {
                let label = words.say("bulk-language");
                choose_ui(ui, words, &label, &mut self.added, &self.choices.languages);
                explain_ui(ui, &words.say("bulk-language-hint"));
            }
            BulkKind::HideSection | BulkKind::ShowSection => {
                let label = words.say("bulk-section");
                choose_ui(ui, words, &label, &mut self.section, &self.choices.sections);
            }
            BulkKind::AddRow => self.new_row_ui(ui, words),
            BulkKind::RemoveRow => self.row_ui(ui, words),
            BulkKind::Remove => {
                explain_ui(ui, &words.say("bulk-remove-hint"));
            }
        }
    }

    fn field_ui(&mut self, ui: &mut Ui, words: &Words) {
        let label = words.say("bulk-which-field");
        choose_ui(ui, words, &label, &mut self.field, &self.choices.fields);
        if self.choices.languages.len() > 1 {
            let all = words.say("bulk-all-languages").into_owned();
            let each = self.choices.languages.iter();
            let each = each.map(|(language, name)| (Some(language.clone()), name.clone()));
            let among: Vec<_> = std::iter::once((None, all)).chain(each).collect();
            let mut chosen = Some(self.language.clone());
            choose_ui(ui, words, &words.say("bulk-language"), &mut chosen, &among);
            self.language = chosen.flatten();
        }
        let hint = words.say("bulk-clears");
        field_ui(ui, &words.say("bulk-words"), &mut self.words, &hint);
    }

    fn table_ui(&mut self, ui: &mut Ui, words: &Words) {
        let label = words.say("bulk-table");
        let before = self.section.clone();
        let tables = self.choices.with_table();
        choose_ui(ui, words, &label, &mut self.section, &tables);
        if self.section != before {
            self.row = None;
            let columns = |section: &Option<SectionId>| {
                let section = section.as_ref();
                section.map(|section| self.choices.columns_of(section))
            };
            // Words stand under the columns that they were typed under.
            if columns(&before) != columns(&self.section) {
                self.cells.clear();
            }
        }
    }

    fn new_row_ui(&mut self, ui: &mut Ui, words: &Words) {
        self.table_ui(ui, words);
        let Some(section) = &self.section else {
            return;
        };
        let columns = self.choices.columns_of(section);
        self.cells.resize(columns.len(), String::new());
        // What becomes of the platforms, and the answers, stay in sight below.
        let highest = ui.ctx().content_rect().height() * 0.3;
        let fields = ScrollArea::vertical().max_height(highest);
        fields.show(ui, |ui| {
            for ((_, label), said) in columns.iter().zip(&mut self.cells) {
                field_ui(ui, label, said, "");
            }
        });
    }

    fn row_ui(&mut self, ui: &mut Ui, words: &Words) {
        self.table_ui(ui, words);
        let table = self.section.as_ref();
        if let Some(table) = table.and_then(|section| self.choices.table(section)) {
            choose_ui(
                ui,
                words,
                &words.say("bulk-row"),
                &mut self.row,
                &table.rows,
            );
        }
    }
}

/// What explains the choice above it.
fn explain_ui(ui: &mut Ui, said: &str) {
    ui.label(RichText::new(said).small().weak());
}
