//! Splitting, joining and duplicating sections.
//!
//! No word is lost: what is cut off stands in a section of its own, what is joined stands below
//! what was there. What could not be kept, such as a second table, is a reason not to join.

use super::Charters;
use super::order::LAST;
use crate::model::{
    Adaptation, Cell, CharterEdit, Column, ColumnId, CookieTable, Element, Language, List,
    ResolvedSection, ResolvedTable, Row, Section, SectionEdit, SectionId, Standing, Text, TextEdit,
};
use crate::workspace::history::{Change, Deed};
use std::collections::HashMap;

/// Why a section cannot be joined to the one above it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoJoin {
    /// There is none above.
    First,
    /// Both have a table, and a section has one at most.
    TwoTables,
    /// It has a table that the section above, which is the model's, cannot be given here.
    TableOfModel,
    /// They stand on different platforms.
    OtherCondition,
    /// It has a note that the section above, which is the model's, cannot be given here.
    NoteOfModel,
}

impl Charters<'_> {
    /// Adds a copy of a section, as it shows here, right below it: here, or where it is held.
    #[must_use]
    pub fn duplicate_section(&self, id: &SectionId) -> Option<Change> {
        let section = self.resolved.section(id)?;
        let copy = SectionId::made_from(id.as_str(), |id| self.section_is_taken(id));
        let section = Section {
            id: copy.clone(),
            level: section.level.value,
            heading: section.heading.value.clone(),
            body: section.body.value.clone(),
            when: section.when.clone(),
            table: section.table.as_ref().map(|table| self.copied(table)),
            note: section.note.clone(),
        };
        let edit = self.insertion(section, Some(id));
        Some(self.here(Deed::DuplicateSection, &Element::Heading(copy), edit))
    }

    /// A table as it shows here. What « as above » says is settled where the row above is hidden.
    fn copied(&self, table: &ResolvedTable) -> CookieTable {
        let columns = table.columns.as_ref().map(|columns| {
            let mut copied = List::new();
            for resolved in columns {
                let column = Column {
                    label: resolved.label.value.clone(),
                    hidden: !resolved.shown(),
                    ..Column::clone(&resolved.column)
                };
                // An id that stands twice is an adaptation's mistake, and told as such.
                copied.push(column).ok();
            }
            copied
        });
        let mut rows: List<Row> = List::new();
        let mut standing: HashMap<ColumnId, Option<Cell>> = HashMap::new();
        let mut below_a_hidden_one = false;
        for resolved in &table.rows {
            let mut row = resolved.as_shown();
            let above = standing.clone();
            standing.retain(|column, _| row.cells.contains_key(column));
            for (column, cell) in &row.cells {
                if let Cell::Text(_) = cell {
                    standing.insert(column.clone(), Some(cell.clone()));
                }
            }
            if resolved.hidden.is_some() {
                below_a_hidden_one = true;
                continue;
            }
            if below_a_hidden_one {
                for (column, cell) in &mut row.cells {
                    if *cell == Cell::Above
                        && let Some(Some(said)) = above.get(column)
                    {
                        *cell = said.clone();
                    }
                }
            }
            below_a_hidden_one = false;
            rows.push(row).ok();
        }
        CookieTable {
            category: table.nature.value.category.clone(),
            consent: table.nature.value.consent,
            columns,
            rows,
        }
    }

    /// Cuts a section's text in two at a byte of what is written in a language: what follows
    /// becomes a section of its own, below. Other languages and the table stay in the first.
    #[must_use]
    pub fn split_section(&self, id: &SectionId, language: &Language, at: usize) -> Option<Change> {
        let section = self.resolved.section(id)?;
        let body = &section.body.value;
        let element = Element::Body(id.clone());
        let new = SectionId::made_from("section", |id| self.section_is_taken(id));
        let mut edits = Vec::new();
        let mut rest = Text::default();
        if let Some((head, tail)) = body
            .written(language)
            .and_then(|it| it.split_at_checked(at))
        {
            let head = head.trim_end();
            let tail = tail.trim_start_matches(['\n', '\r']);
            let (first, second) = match body {
                Text::Same(_) => (Text::same(head), Text::same(tail)),
                Text::ByLanguage(_) => (
                    body.reworded(&self.collection.first_language(), language, head),
                    Text::in_one(language.clone(), tail),
                ),
            };
            if first != *body {
                edits.push(self.put(&element, first)?);
            }
            rest = second;
        }
        let added = Section {
            level: section.level.value,
            body: rest,
            when: section.when.clone(),
            ..Section::empty(new.clone())
        };
        edits.push(self.insertion(added, Some(id)));
        let element = Element::Heading(new);
        Some(self.change(Deed::SplitSection, &element, self.of_own(edits)))
    }

    /// The edit that makes a text say something else here.
    fn put(&self, element: &Element, text: Text) -> Option<CharterEdit> {
        let (_, origin) = self.resolved.text(element)?;
        Some(match self.resolved.standing(origin) {
            Standing::Inherited { .. } => CharterEdit::Adapt {
                at: LAST,
                adaptation: self.replacement(element, text)?,
            },
            Standing::Own | Standing::Adapted { .. } => {
                CharterEdit::Text(element.clone(), TextEdit::Set(text))
            }
        })
    }

    /// The section that another one joins: the nearest above that is not hidden.
    pub fn may_join(&self, id: &SectionId) -> Result<&ResolvedSection, NoJoin> {
        let sections = &self.resolved.sections;
        let at = sections.iter().position(|it| it.id == *id);
        let (above, from) = at.map_or((&[][..], &[][..]), |at| sections.split_at(at));
        let above = above.iter().rev().find(|it| it.hidden.is_none());
        let (Some(into), Some(joined)) = (above, from.first()) else {
            return Err(NoJoin::First);
        };
        let inherits = |section: &ResolvedSection| {
            matches!(
                self.resolved.standing(&section.origin),
                Standing::Inherited { .. }
            )
        };
        if into.when != joined.when {
            return Err(NoJoin::OtherCondition);
        }
        if joined.table.is_some() && into.table.is_some() {
            return Err(NoJoin::TwoTables);
        }
        // What is joined leaves nothing behind, unless it is the model's.
        if joined.table.is_some() && (inherits(into) || inherits(joined)) {
            return Err(NoJoin::TableOfModel);
        }
        if !joined.note.is_empty() && inherits(into) && !inherits(joined) {
            return Err(NoJoin::NoteOfModel);
        }
        Ok(into)
    }

    /// Puts a section's text below that of the section above, its heading as a line in bold, and
    /// takes it away: out, or out of sight where it is the model's.
    pub fn join_section(&self, id: &SectionId) -> Result<Change, NoJoin> {
        let into = self.may_join(id)?;
        let joined = self.resolved.section(id).ok_or(NoJoin::First)?;
        let body = Element::Body(into.id.clone());
        let mut edits = Vec::new();
        let heading = with_each(&joined.heading.value, bold);
        let mut texts = vec![&into.body.value];
        texts.extend([&heading, &joined.body.value]);
        let text = self.below_each_other(&texts);
        if text != into.body.value {
            edits.extend(self.put(&body, text));
        }
        if let Some(table) = &joined.table {
            let table = SectionEdit::Table(Some(self.copied(table)));
            edits.push(CharterEdit::Section(into.id.clone(), table));
        }
        if self.inherits_section(id) {
            edits.push(CharterEdit::Adapt {
                at: LAST,
                adaptation: Adaptation::HideSection {
                    section: id.clone(),
                },
            });
        } else {
            if !joined.note.is_empty() {
                let notes = [into.note.as_str(), joined.note.as_str()];
                let notes: Vec<&str> = notes.into_iter().filter(|it| !it.is_empty()).collect();
                let note = SectionEdit::Note(notes.join("\n"));
                edits.push(CharterEdit::Section(into.id.clone(), note));
            }
            edits.extend(self.removal(id).unwrap_or_default());
        }
        Ok(self.change(Deed::JoinSection, &body, self.of_own(edits)))
    }

    /// Texts as paragraphs of one, language by language.
    fn below_each_other(&self, texts: &[&Text]) -> Text {
        let spoken: Vec<&Text> = texts.iter().copied().filter(|it| !it.is_empty()).collect();
        if spoken.iter().all(|it| matches!(it, Text::Same(_))) {
            let words: Vec<&str> = spoken
                .iter()
                .filter_map(|it| it.written(&self.collection.first_language()))
                .collect();
            return match (texts.first(), words.as_slice()) {
                (Some(text), []) => (*text).clone(),
                _ => Text::same(&words.join("\n\n")),
            };
        }
        let mut languages: Vec<&Language> = Vec::new();
        let written = spoken.iter().flat_map(|it| match it {
            Text::Same(_) => self.collection.languages.iter().collect(),
            Text::ByLanguage(texts) => texts.iter().map(|(of, _)| of).collect::<Vec<_>>(),
        });
        for language in written {
            if !languages.contains(&language) {
                languages.push(language);
            }
        }
        let texts = languages.into_iter().map(|language| {
            let words: Vec<&str> = spoken
                .iter()
                .filter_map(|it| it.written(language))
                .filter(|words| !words.is_empty())
                .collect();
            (language.clone(), words.join("\n\n").into())
        });
        Text::ByLanguage(texts.collect())
    }
}

/// A text with its words in every language put otherwise.
fn with_each(text: &Text, put: impl Fn(&str) -> String) -> Text {
    match text {
        Text::Same(words) => Text::same(&put(words)),
        Text::ByLanguage(texts) => Text::ByLanguage(
            texts
                .iter()
                .map(|(language, words)| (language.clone(), put(words).into()))
                .collect(),
        ),
    }
}

/// A heading as a paragraph in bold; one that has marks of its own keeps those alone.
fn bold(heading: &str) -> String {
    let words = heading.trim();
    if words.is_empty() || words.contains(['*', '_', '\\', '`', '<', '\n']) {
        words.to_owned()
    } else {
        format!("**{words}**")
    }
}
