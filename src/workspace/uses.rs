//! What uses a field, a fact or a language: in one charter, by element; in a whole collection, by
//! number.

use std::collections::HashMap;
use std::hash::Hash;

use crate::document::fields_in;
use crate::model::{
    Adaptation, Category, Cell, CellAddress, Charter, Collection, Column, ColumnAddress,
    CookieTable, Element, FactId, FieldId, Form, Language, Resolved, ResolvedColumn, Row,
    RowAddress, Section, SectionId, Text,
};

/// Where a charter, put together, uses fields and facts. What it hides is left out.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Uses {
    /// The texts that name a field, in the order of the charter.
    pub fields: HashMap<FieldId, Vec<Element>>,
    /// The sections and rows that stand only where a fact holds.
    pub facts: HashMap<FactId, Vec<Element>>,
}

impl Uses {
    #[must_use]
    pub fn of(resolved: &Resolved) -> Self {
        let mut uses = Self::default();
        uses.text(&resolved.title.value, || Element::Title);
        uses.labels(None, &resolved.columns);
        for section in resolved.sections.iter().filter(|it| it.hidden.is_none()) {
            let id = &section.id;
            if let Some(fact) = &section.when {
                uses.fact(fact, Element::Section(id.clone()));
            }
            uses.text(&section.heading.value, || Element::Heading(id.clone()));
            uses.text(&section.body.value, || Element::Body(id.clone()));
            let Some(table) = &section.table else {
                continue;
            };
            if let Some(columns) = &table.columns {
                uses.labels(Some(id), columns);
            }
            for row in table.rows.iter().filter(|it| it.hidden.is_none()) {
                if let Some(fact) = row.when() {
                    let address = RowAddress {
                        section: id.clone(),
                        row: row.id().clone(),
                    };
                    uses.fact(fact, Element::Row(address));
                }
                for column in resolved.columns_of(table).iter().filter(|it| it.shown()) {
                    let column = &column.column.id;
                    if let Some(text) = row.cell(column).0.and_then(Cell::text) {
                        uses.text(text, || {
                            Element::Cell(CellAddress {
                                section: id.clone(),
                                row: row.id().clone(),
                                column: column.clone(),
                            })
                        });
                    }
                }
            }
        }
        uses
    }

    fn labels(&mut self, table: Option<&SectionId>, columns: &[ResolvedColumn]) {
        for column in columns.iter().filter(|column| column.shown()) {
            self.text(&column.label.value, || {
                Element::Column(ColumnAddress {
                    table: table.cloned(),
                    column: column.column.id.clone(),
                })
            });
        }
    }

    fn text(&mut self, text: &Text, element: impl Fn() -> Element) {
        for field in fields_of(text) {
            self.fields.entry(field).or_default().push(element());
        }
    }

    fn fact(&mut self, fact: &FactId, element: Element) {
        self.facts.entry(fact.clone()).or_default().push(element);
    }
}

/// How much of a collection uses its fields, facts and languages. A text that many charters show
/// counts once, where it is written.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tally {
    /// The texts that name a field.
    pub fields: HashMap<FieldId, usize>,
    /// The platforms that give a field a value.
    pub values: HashMap<FieldId, usize>,
    /// The sections and rows that stand only where a fact holds.
    pub facts: HashMap<FactId, usize>,
    /// The platforms that have a fact.
    pub holders: HashMap<FactId, usize>,
    /// The texts with words of their own in a language.
    pub languages: HashMap<Language, usize>,
}

impl Tally {
    #[must_use]
    pub fn of(collection: &Collection) -> Self {
        let mut tally = Self::default();
        for field in &collection.fields {
            tally.words(&field.label);
            tally.words(&field.default);
        }
        for fact in &collection.facts {
            tally.words(&fact.label);
        }
        for model in &collection.models {
            tally.words(&model.name);
            tally.charter(&model.charter);
        }
        for platform in &collection.platforms {
            tally.words(&platform.name);
            tally.charter(&platform.charter);
            for (field, value) in &platform.fields {
                tally.words(value);
                count(&mut tally.values, field);
            }
            for fact in &platform.facts {
                count(&mut tally.holders, fact);
            }
        }
        tally
    }

    fn charter(&mut self, charter: &Charter) {
        match &charter.form {
            Form::Complete(complete) => {
                self.text(&complete.title);
                for column in &complete.columns {
                    self.column(column);
                }
                for section in &complete.sections {
                    self.section(section);
                }
            }
            Form::Following(following) => {
                for adaptation in &following.adaptations {
                    self.adaptation(adaptation);
                }
            }
        }
    }

    fn adaptation(&mut self, adaptation: &Adaptation) {
        match adaptation {
            Adaptation::ReplaceTitle { text, .. }
            | Adaptation::ReplaceHeading { text, .. }
            | Adaptation::ReplaceBody { text, .. }
            | Adaptation::ReplaceLabel { text, .. }
            | Adaptation::ReplaceCell {
                cell: Some(Cell::Text(text)),
                ..
            } => self.text(text),
            Adaptation::AddSection { section, .. } => self.section(section),
            Adaptation::AddRow { row, .. } => self.row(row),
            Adaptation::AddColumn { column, .. } => self.column(column),
            _ => {}
        }
    }

    fn section(&mut self, section: &Section) {
        self.when(section.when.as_ref());
        self.text(&section.heading);
        self.text(&section.body);
        if let Some(table) = &section.table {
            self.table(table);
        }
    }

    fn table(&mut self, table: &CookieTable) {
        if let Category::Other(name) = &table.category {
            self.text(name);
        }
        for column in table.columns.iter().flatten() {
            self.column(column);
        }
        for row in &table.rows {
            self.row(row);
        }
    }

    fn column(&mut self, column: &Column) {
        self.text(&column.label);
    }

    fn row(&mut self, row: &Row) {
        self.when(row.when.as_ref());
        for cell in row.cells.values() {
            if let Cell::Text(text) = cell {
                self.text(text);
            }
        }
    }

    fn when(&mut self, when: Option<&FactId>) {
        if let Some(fact) = when {
            count(&mut self.facts, fact);
        }
    }

    fn text(&mut self, text: &Text) {
        self.words(text);
        for field in fields_of(text) {
            count(&mut self.fields, &field);
        }
    }

    fn words(&mut self, text: &Text) {
        if let Text::ByLanguage(texts) = text {
            for (language, _) in texts.iter().filter(|(_, text)| !text.is_empty()) {
                count(&mut self.languages, language);
            }
        }
    }
}

fn count<K: Clone + Eq + Hash>(counts: &mut HashMap<K, usize>, key: &K) {
    match counts.get_mut(key) {
        Some(count) => *count += 1,
        None => drop(counts.insert(key.clone(), 1)),
    }
}

/// The fields that a text names in any of its languages, each once.
fn fields_of(text: &Text) -> Vec<FieldId> {
    let mut fields = Vec::new();
    let mut take = |words: &str| {
        for field in fields_in(words).into_iter().flatten() {
            if !fields.contains(&field) {
                fields.push(field);
            }
        }
    };
    match text {
        Text::Same(words) => take(words),
        Text::ByLanguage(texts) => texts.iter().for_each(|(_, words)| take(words)),
    }
    fields
}
