//! Building a document from a resolved charter, with what still holds of the edition before.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::above::Standing;
use super::date::written_out;
use super::edition::{
    Answer, Edition, Notes, Question, RowPart, Said, SectionPart, SectionParts, WasSection,
};
use super::markdown::{Reader, Value};
use super::{
    Block, Cell, Column, Document, Flow, Inline, Line, Origin, Row, Section, Table, clean,
};
use crate::model::{
    self, CellAddress, Collection, ColumnAddress, Element, FactId, FieldId, FieldValue, Finding,
    Held, Language, NoValue, Owner, Platform, Problem, Resolved, ResolvedColumn, ResolvedRow,
    ResolvedSection, ResolvedTable, SectionId, Text,
};

/// The deepest heading below a title: HTML's last level.
const DEEPEST: u8 = 5;

impl Document {
    /// The finished form of a charter in a language.
    ///
    /// Of a platform, only what applies to it stands, and fields say what they say there. Of a
    /// model, everything stands, with its fields as they are written.
    #[must_use]
    pub fn new(collection: &Collection, resolved: &Resolved, language: &Language) -> Self {
        Builder::new(collection, resolved, language)
            .document(None)
            .0
    }
}

pub(super) struct Builder<'a> {
    collection: &'a Collection,
    resolved: &'a Resolved,
    /// Absent where a model is shown.
    platform: Option<&'a Platform>,
    language: &'a Language,
    first: Language,
    /// The depth of the last heading, below which the next may stand by one.
    depth: u8,
    /// What fields say, each asked once.
    answers: HashMap<Question, Arc<Answer>>,
    /// Those of the edition before that still stand; few, as there are few fields.
    held: Vec<Arc<Answer>>,
}

impl<'a> Builder<'a> {
    pub fn new(collection: &'a Collection, resolved: &'a Resolved, language: &'a Language) -> Self {
        let platform = match &resolved.owner {
            Owner::Platform(id) => collection.platforms.get(id).map(AsRef::as_ref),
            Owner::Model(_) => None,
        };
        Self {
            collection,
            resolved,
            platform,
            language,
            first: collection.first_language(),
            depth: 0,
            answers: HashMap::new(),
            held: Vec::new(),
        }
    }

    /// The document and what came of each section, with what holds of the edition before.
    pub fn document(mut self, before: Option<&Edition>) -> (Document, SectionParts) {
        let name = self.name();
        let mut notes = Notes::default();
        let mut title = self.line(&self.resolved.title, Element::Title, &mut notes);
        if title.inlines.is_empty() {
            title.inlines = vec![Inline::Text(name.clone())];
        }
        let mut parts = Vec::with_capacity(self.resolved.sections.len());
        let mut near = 0;
        let resolved = self.resolved;
        for section in &resolved.sections {
            let was = before.and_then(|before| before.section(section, near));
            near = was.map_or(near, |was| was.at + 1);
            parts.push(self.section(section, was));
        }
        let made = || parts.iter().flatten();
        let resolving = self.resolved.findings.iter().cloned().map(Arc::new);
        // The labels of common columns are read for every table that has them.
        let mut of_labels: HashSet<&Finding> = HashSet::new();
        let reading = made().flat_map(|part| &part.notes.findings);
        let reading = reading.filter(|it| !is_common_label(&it.element) || of_labels.insert(it));
        let document = Document {
            owner: self.resolved.owner.clone(),
            name,
            address: self
                .platform
                .map_or_else(String::new, |it| clean(&it.url).into()),
            privacy: self.privacy(),
            publisher: self.publisher(),
            language: self.language.clone(),
            updated: self.resolved.updated,
            title,
            sections: made().filter_map(|part| part.shown.clone()).collect(),
            findings: resolving
                .chain(notes.findings)
                .chain(reading.cloned())
                .collect(),
        };
        (document, parts)
    }

    fn name(&self) -> String {
        let name = match (&self.resolved.owner, self.platform) {
            (_, Some(platform)) => Some(&platform.name),
            (Owner::Model(id), None) => self.collection.models.get(id).map(|model| &model.name),
            (Owner::Platform(_), None) => None,
        };
        let said = name.map_or("", |name| name.said(self.language, &self.first).text);
        let name = one_line(said);
        if name.is_empty() {
            self.resolved.owner.to_string()
        } else {
            name
        }
    }

    /// The address of the page about privacy.
    fn privacy(&self) -> String {
        let field = FieldId::new("privacy.url").ok();
        let said = self.platform.zip(field).and_then(|(platform, field)| {
            let field = self
                .collection
                .field(platform, self.resolved.updated, &field);
            match field.ok()? {
                FieldValue::Text(text) => {
                    Some(one_line(text.said(self.language, &self.first).text))
                }
                FieldValue::Date(_) => None,
            }
        });
        said.unwrap_or_default()
    }

    /// What the field for it says on the platform.
    fn publisher(&self) -> Option<String> {
        let field = FieldId::new("publisher.name").ok()?;
        // A default stands in for a name, in words that are none.
        let name = self.platform?.fields.get(&field)?;
        let name = one_line(name.said(self.language, &self.first).text);
        (!name.is_empty()).then_some(name)
    }

    fn applies(&self, when: Option<&FactId>) -> bool {
        self.platform.is_none_or(|platform| platform.has(when))
    }

    fn has_row(&self, row: &ResolvedRow) -> bool {
        row.hidden.is_none() && self.applies(row.when())
    }

    fn section(
        &mut self,
        section: &'a ResolvedSection,
        was: Option<WasSection<'_>>,
    ) -> Option<Arc<SectionPart>> {
        if section.hidden.is_some() || !self.applies(section.when.as_ref()) {
            return None;
        }
        if let Some(was) = was
            && self.section_holds(section, was)
        {
            self.depth = was.part.after;
            return Some(Arc::clone(was.part));
        }
        Some(Arc::new(self.new_section(section, was)))
    }

    /// Whether a section says what it said.
    fn section_holds(&mut self, section: &'a ResolvedSection, was: WasSection<'_>) -> bool {
        was.part.before == self.depth
            && was.has_texts_of(section)
            && self.hold(&was.part.notes)
            && match (&was.resolved.table, &section.table) {
                (None, None) => true,
                (Some(table_was), Some(table)) => {
                    was.has_columns_of(table, &self.shown_columns(table))
                        && table_was.rows.len() == table.rows.len()
                        && table_was
                            .rows
                            .iter()
                            .zip(&table.rows)
                            .zip(&was.part.rows)
                            .all(|((row_was, row), part)| {
                                row_was.has_cells_of(row)
                                    && part.is_some() == self.has_row(row)
                                    && part.iter().all(|part| self.hold(&part.notes))
                            })
                }
                _ => false,
            }
    }

    fn new_section(
        &mut self,
        section: &'a ResolvedSection,
        was: Option<WasSection<'_>>,
    ) -> SectionPart {
        let before = self.depth;
        let mut notes = Notes::default();
        let heading = Element::Heading(section.id.clone());
        let heading = self.line(&section.heading, heading, &mut notes);
        let heading = (!heading.inlines.is_empty()).then_some(heading);
        let level = section.level.value.number();
        let depth = match heading {
            Some(_) => self.descend(level),
            None => level.min(self.depth.max(1)),
        };
        let body = Element::Body(section.id.clone());
        let mut body = self.flow(
            (&section.body.value, &section.body.origin),
            body,
            &mut notes,
        );
        self.place_headings(&mut body.blocks, depth);
        let (table, rows) = match &section.table {
            Some(table) => self.table(section, table, was, &mut notes),
            None => (None, Vec::new()),
        };
        let says_something = heading.is_some() || !body.blocks.is_empty() || table.is_some();
        let shown = says_something.then(|| {
            Arc::new(Section {
                id: section.id.clone(),
                origin: self.origin(&section.origin),
                depth,
                heading,
                body,
                table,
            })
        });
        SectionPart {
            before,
            after: self.depth,
            shown,
            rows,
            notes,
        }
    }

    /// The depth at which a heading of a level stands: as deep as it wants to be, but no more
    /// than one below the last.
    fn descend(&mut self, wanted: u8) -> u8 {
        self.depth = wanted.min(self.depth.saturating_add(1)).clamp(1, DEEPEST);
        self.depth
    }

    /// Puts the headings inside a text below the section's own.
    fn place_headings(&mut self, blocks: &mut [Block], section: u8) {
        for block in blocks {
            match block {
                Block::Heading { depth, .. } => {
                    *depth = self.descend(section.saturating_add(*depth));
                }
                Block::Quote(blocks) => self.place_headings(blocks, section),
                Block::List { items, .. } => {
                    for item in items {
                        self.place_headings(item, section);
                    }
                }
                Block::Paragraph(_) | Block::Code(_) | Block::Rule | Block::Grid { .. } => {}
            }
        }
    }

    fn shown_columns(&self, table: &'a ResolvedTable) -> Vec<&'a ResolvedColumn> {
        let columns = self.resolved.columns_of(table).iter();
        columns.filter(|column| column.shown()).collect()
    }

    /// A table, where it has something to show, and what came of each of its rows.
    fn table(
        &mut self,
        section: &'a ResolvedSection,
        table: &'a ResolvedTable,
        was: Option<WasSection<'_>>,
        notes: &mut Notes,
    ) -> (Option<Table>, Vec<Option<Arc<RowPart>>>) {
        let shown = self.shown_columns(table);
        let was = was.filter(|was| was.shows_columns(&shown));
        let mut standing = Standing::new(&shown, &table.rows);
        let mut parts: Vec<Option<Arc<RowPart>>> = Vec::with_capacity(table.rows.len());
        // Where the next row stood if nothing changed in what « as above » says in it.
        let mut next = Some(0);
        let mut near = 0;
        for (at, row) in table.rows.iter().enumerate() {
            let row_was = was.and_then(|was| was.row(row, near));
            near = row_was.map_or(near, |was| was.at + 1);
            let same = row_was.filter(|was| was.resolved.has_cells_of(row));
            let is_next = same.is_some_and(|was| next == Some(was.at));
            next = same
                .filter(|was| is_next || !was.says_above())
                .map(|was| was.at + 1);
            if !self.has_row(row) {
                parts.push(None);
                continue;
            }
            let follows_another = parts.last().is_some_and(Option::is_some);
            let part = same.and_then(|was| {
                let part = was.part?;
                let lends_same = !was.says_above()
                    || (is_next && was.followed_another == follows_another)
                    || part.said == standing.said(at, follows_another);
                (lends_same && self.hold(&part.notes)).then(|| Arc::clone(part))
            });
            let part = part.unwrap_or_else(|| {
                let said = standing.said(at, follows_another);
                Arc::new(self.new_row(&section.id, row, &shown, said))
            });
            notes.findings.extend(part.notes.findings.iter().cloned());
            parts.push(Some(part));
        }
        let rows: Vec<Arc<Row>> = parts
            .iter()
            .flatten()
            .map(|part| Arc::clone(&part.shown))
            .collect();
        if rows.is_empty() || shown.is_empty() {
            return (None, parts);
        }
        let columns = shown
            .iter()
            .map(|column| {
                let address = ColumnAddress {
                    table: table.columns.is_some().then(|| section.id.clone()),
                    column: column.column.id.clone(),
                };
                Column {
                    id: column.column.id.clone(),
                    origin: self.origin(&column.origin),
                    role: column.column.role,
                    label: self.line(&column.label, Element::Column(address), notes),
                }
            })
            .collect();
        let table = Table {
            nature: table.nature.value.clone(),
            origin: self.origin(&table.nature.origin),
            columns,
            rows,
        };
        (Some(table), parts)
    }

    fn new_row(
        &mut self,
        section: &SectionId,
        row: &ResolvedRow,
        shown: &[&ResolvedColumn],
        said: Vec<Said>,
    ) -> RowPart {
        let nothing = Text::default();
        let mut notes = Notes::default();
        let cells = shown
            .iter()
            .zip(&said)
            .map(|(column, said)| {
                let element = Element::Cell(CellAddress {
                    section: section.clone(),
                    row: row.id().clone(),
                    column: column.column.id.clone(),
                });
                let text = said.text.as_ref().unwrap_or(&nothing);
                let (_, origin) = row.cell(&column.column.id);
                let mut content = self.flow((text, origin), element, &mut notes);
                flatten_headings(&mut content.blocks);
                Cell {
                    content,
                    as_above: said.as_above,
                }
            })
            .collect();
        RowPart {
            shown: Arc::new(Row {
                id: row.id().clone(),
                origin: self.origin(&row.origin),
                cells,
            }),
            said: if row.says_above() { said } else { Vec::new() },
            notes,
        }
    }

    fn origin(&self, origin: &model::Origin) -> Origin {
        Origin::seen_in(&self.resolved.owner, origin)
    }

    fn line(&mut self, text: &Held<Text>, element: Element, notes: &mut Notes) -> Line {
        let origin = self.origin(&text.origin);
        let said = text.value.said(self.language, &self.first);
        let inlines = self.read(said.instead, &element, notes, |reader| {
            reader.inlines(said.text)
        });
        Line {
            element,
            origin,
            language: said.instead.cloned(),
            inlines,
        }
    }

    fn flow(
        &mut self,
        (text, origin): (&Text, &model::Origin),
        element: Element,
        notes: &mut Notes,
    ) -> Flow {
        let origin = self.origin(origin);
        let said = text.said(self.language, &self.first);
        let is_cell = matches!(element, Element::Cell(_));
        let blocks = self.read(said.instead, &element, notes, |reader| {
            if is_cell {
                reader.cell(said.text)
            } else {
                reader.blocks(said.text)
            }
        });
        Flow {
            element,
            origin,
            language: said.instead.cloned(),
            blocks,
        }
    }

    /// Reads a text with its fields, and notes what it asked and what is wrong with it.
    fn read<T>(
        &mut self,
        instead: Option<&Language>,
        element: &Element,
        notes: &mut Notes,
        read: impl FnOnce(&mut Reader<'_>) -> T,
    ) -> T {
        let Notes { asked, findings } = notes;
        let mut note = |problem| {
            findings.push(Arc::new(Finding::new(element.clone(), problem)));
        };
        if let Some(instead) = instead {
            note(Problem::Untranslated {
                wanted: self.language.clone(),
                instead: instead.clone(),
            });
        }
        let around = instead.unwrap_or(self.language);
        let mut value = |field: &Result<_, _>| {
            let answer = self.answer(&(field.clone(), around.clone()));
            let value = match &answer.says {
                Ok(value) => value.clone(),
                Err(problem) => {
                    note(problem.clone());
                    Value::Nothing
                }
            };
            asked.push(answer);
            value
        };
        read(&mut Reader::new(&mut value))
    }

    /// Whether what was read with some answers would be read with the same.
    fn hold(&mut self, notes: &Notes) -> bool {
        notes.asked.iter().all(|answer| self.holds(answer))
    }

    fn holds(&mut self, answer: &Arc<Answer>) -> bool {
        if self.held.iter().any(|held| Arc::ptr_eq(held, answer)) {
            return true;
        }
        let holds = self.answer(&answer.to).says == answer.says;
        if holds {
            // What is read anew shares it with what was read before.
            self.answers.insert(answer.to.clone(), Arc::clone(answer));
            self.held.push(Arc::clone(answer));
        }
        holds
    }

    fn answer(&mut self, to: &Question) -> Arc<Answer> {
        if let Some(answer) = self.answers.get(to) {
            return Arc::clone(answer);
        }
        let answer = Arc::new(Answer {
            to: to.clone(),
            says: self.value(to),
        });
        self.answers.insert(to.clone(), Arc::clone(&answer));
        answer
    }

    /// What a field says in a text whose words are in the language around it.
    fn value(&self, (field, around): &Question) -> Result<Value, Problem> {
        let field = field
            .as_ref()
            .map_err(|name| Problem::UnknownField(name.clone()))?;
        let Some(platform) = self.platform else {
            let is_known = crate::model::BuiltIn::of(field).is_some()
                || self.collection.fields.contains(field);
            return if is_known {
                Ok(Value::Nothing)
            } else {
                Err(Problem::UnknownField(field.to_string()))
            };
        };
        match self
            .collection
            .field(platform, self.resolved.updated, field)
        {
            Ok(FieldValue::Text(text)) => {
                let said = text.said(around, &self.first);
                Ok(Value::Words {
                    text: one_line(said.text),
                    language: said.instead.cloned(),
                })
            }
            Ok(FieldValue::Date(date)) => Ok(Value::Words {
                text: written_out(date, around),
                language: None,
            }),
            Err(NoValue::Unknown) => Err(Problem::UnknownField(field.to_string())),
            Err(NoValue::Unset) => Err(Problem::UnsetField(field.clone())),
        }
    }
}

/// Whether an element is the label of a column that is common to the charter's tables.
fn is_common_label(element: &Element) -> bool {
    matches!(element, Element::Column(ColumnAddress { table: None, .. }))
}

/// A value as the one line that it is in a text.
fn one_line(text: &str) -> String {
    clean(text)
        .split(['\n', '\t'])
        .map(str::trim)
        .collect::<Vec<_>>()
        .join(" ")
        .trim()
        .to_owned()
}

/// A cell has no outline: its headings are lines in strong type.
fn flatten_headings(blocks: &mut [Block]) {
    for block in blocks {
        match block {
            Block::Heading { inlines, .. } => {
                *block = Block::Paragraph(vec![Inline::Strong(std::mem::take(inlines))]);
            }
            Block::Quote(blocks) => flatten_headings(blocks),
            Block::List { items, .. } => items.iter_mut().for_each(|item| flatten_headings(item)),
            Block::Paragraph(_) | Block::Code(_) | Block::Rule | Block::Grid { .. } => {}
        }
    }
}
