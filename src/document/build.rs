//! Building a document from a resolved charter.

use super::date::written_out;
use super::markdown::{Reader, Value};
use super::{Block, Cell, Column, Document, Flow, Inline, Line, Row, Section, Table, clean};
use crate::model::Cell as ModelCell;
use crate::model::{
    CellAddress, Collection, ColumnAddress, Element, FactId, FieldId, FieldValue, Finding,
    Language, NoValue, Owner, Platform, Problem, Resolved, ResolvedColumn, ResolvedRow,
    ResolvedSection, ResolvedTable, Text,
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
        let platform = match &resolved.owner {
            Owner::Platform(id) => collection.platforms.get(id).map(AsRef::as_ref),
            Owner::Model(_) => None,
        };
        let mut builder = Builder {
            collection,
            resolved,
            platform,
            language,
            first: collection.first_language(),
            depth: 0,
            findings: resolved.findings.clone(),
        };
        builder.document()
    }
}

struct Builder<'a> {
    collection: &'a Collection,
    resolved: &'a Resolved,
    /// Absent where a model is shown.
    platform: Option<&'a Platform>,
    language: &'a Language,
    first: Language,
    /// The depth of the last heading, below which the next may stand by one.
    depth: u8,
    findings: Vec<Finding>,
}

impl Builder<'_> {
    fn document(&mut self) -> Document {
        let name = self.name();
        let mut title = self.line(&self.resolved.title.value, Element::Title);
        if title.inlines.is_empty() {
            title.inlines = vec![Inline::Text(name.clone())];
        }
        let sections = self
            .resolved
            .sections
            .iter()
            .filter_map(|section| self.section(section))
            .collect();
        Document {
            owner: self.resolved.owner.clone(),
            name,
            language: self.language.clone(),
            title,
            sections,
            findings: std::mem::take(&mut self.findings),
        }
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

    fn applies(&self, when: Option<&FactId>) -> bool {
        self.platform.is_none_or(|platform| platform.has(when))
    }

    fn section(&mut self, section: &ResolvedSection) -> Option<Section> {
        if section.hidden.is_some() || !self.applies(section.when.as_ref()) {
            return None;
        }
        let heading = self.line(&section.heading.value, Element::Heading(section.id.clone()));
        let heading = (!heading.inlines.is_empty()).then_some(heading);
        let level = section.level.value.number();
        let depth = match heading {
            Some(_) => self.descend(level),
            None => level.min(self.depth.max(1)),
        };
        let mut body = self.flow(&section.body.value, Element::Body(section.id.clone()));
        self.place_headings(&mut body.blocks, depth);
        let table = section
            .table
            .as_ref()
            .and_then(|table| self.table(section, table));
        let says_something = heading.is_some() || !body.blocks.is_empty() || table.is_some();
        says_something.then(|| Section {
            id: section.id.clone(),
            depth,
            heading,
            body,
            table,
        })
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

    fn table(&mut self, section: &ResolvedSection, table: &ResolvedTable) -> Option<Table> {
        let resolved = self.resolved;
        let shown: Vec<&ResolvedColumn> = resolved
            .columns_of(table)
            .iter()
            .filter(|column| column.shown())
            .collect();
        let mut rows = Vec::new();
        let mut above: Option<(&ResolvedRow, bool)> = None;
        // What « as above » says is settled among all rows, so that hiding one changes no other.
        let mut standing: Vec<Option<(&Text, &ResolvedRow)>> = vec![None; shown.len()];
        for row in &table.rows {
            for (column, said) in shown.iter().zip(&mut standing) {
                match row.cell(&column.column.id).0 {
                    Some(ModelCell::Text(text)) => *said = Some((text, row)),
                    Some(ModelCell::Above) => {}
                    None => *said = None,
                }
            }
            let is_shown = row.hidden.is_none() && self.applies(row.when());
            if is_shown {
                let follows_another = above.is_some_and(|(_, shown)| shown);
                let cells = shown
                    .iter()
                    .zip(&standing)
                    .map(|(column, said)| self.cell(section, row, column, *said, follows_another))
                    .collect();
                rows.push(Row {
                    id: row.id().clone(),
                    cells,
                });
            }
            above = Some((row, is_shown));
        }
        if rows.is_empty() || shown.is_empty() {
            return None;
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
                    role: column.column.role,
                    label: self.line(&column.label.value, Element::Column(address)),
                }
            })
            .collect();
        Some(Table {
            nature: table.nature.value.clone(),
            columns,
            rows,
        })
    }

    fn cell(
        &mut self,
        section: &ResolvedSection,
        row: &ResolvedRow,
        column: &ResolvedColumn,
        said: Option<(&Text, &ResolvedRow)>,
        follows_another: bool,
    ) -> Cell {
        let element = Element::Cell(CellAddress {
            section: section.id.clone(),
            row: row.id().clone(),
            column: column.column.id.clone(),
        });
        let nothing = Text::default();
        let mut content = self.flow(said.map_or(&nothing, |(text, _)| text), element);
        flatten_headings(&mut content.blocks);
        Cell {
            content,
            as_above: follows_another && said.is_some_and(|(_, from)| from.id() != row.id()),
        }
    }

    fn line(&mut self, text: &Text, element: Element) -> Line {
        let said = text.said(self.language, &self.first);
        let inlines = self.read(said.instead, &element, |reader| reader.inlines(said.text));
        Line {
            element,
            language: said.instead.cloned(),
            inlines,
        }
    }

    fn flow(&mut self, text: &Text, element: Element) -> Flow {
        let said = text.said(self.language, &self.first);
        let blocks = self.read(said.instead, &element, |reader| reader.blocks(said.text));
        Flow {
            element,
            language: said.instead.cloned(),
            blocks,
        }
    }

    /// Reads a text with its fields, and notes what is wrong with it.
    fn read<T>(
        &mut self,
        instead: Option<&Language>,
        element: &Element,
        read: impl FnOnce(&mut Reader<'_>) -> T,
    ) -> T {
        let mut problems = Vec::new();
        if let Some(instead) = instead {
            problems.push(Problem::Untranslated {
                wanted: self.language.clone(),
                instead: instead.clone(),
            });
        }
        let around = instead.unwrap_or(self.language);
        let mut value = |field: &Result<FieldId, String>| match self.value(field, around) {
            Ok(value) => value,
            Err(problem) => {
                problems.push(problem);
                Value::Nothing
            }
        };
        let result = read(&mut Reader::new(&mut value));
        self.findings.extend(
            problems
                .into_iter()
                .map(|problem| Finding::new(element.clone(), problem)),
        );
        result
    }

    /// What a field says in a text whose words are in the language `around`.
    fn value(&self, field: &Result<FieldId, String>, around: &Language) -> Result<Value, Problem> {
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
