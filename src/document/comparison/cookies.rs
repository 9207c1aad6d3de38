//! The cookies of two documents: rows of their tables, whichever table they stand in.

use std::sync::Arc;

use super::folding::folded;
use super::pairing::{Pairing, Told};
use super::{Reader, TextChange};
use crate::document::{Column, Document, Flow, Links, Row, Section, Table, wording, wording_of};
use crate::model::{Element, Role};

/// A cookie as people know it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Cookie {
    /// What its row says as a name, or else in its first column.
    pub name: String,
    pub provider: String,
    /// The heading of the section that it stands in.
    pub section: String,
}

/// A cookie that differs.
#[derive(Debug, Clone, PartialEq)]
pub struct CookieChange {
    pub cookie: Cookie,
    pub what: Fate,
}

/// What became of a cookie.
#[derive(Debug, Clone, PartialEq)]
pub enum Fate {
    /// It is new: what its columns say, under their labels.
    Added(Vec<(String, String)>),
    /// It is gone: what its columns said.
    Removed(Vec<(String, String)>),
    Changed {
        /// The section that it stood in, where that was another.
        from: Option<String>,
        cells: Vec<CellChange>,
    },
}

/// A cell that differs, under its column's label.
#[derive(Debug, Clone, PartialEq)]
pub struct CellChange {
    pub label: String,
    pub change: TextChange,
}

/// A row with what stands around it.
struct Entry<'a> {
    section: &'a Section,
    table: &'a Table,
    row: &'a Arc<Row>,
    cookie: Cookie,
    /// Its name and provider as they are compared.
    key: (String, String),
}

/// The cookies that differ.
pub fn compare(before: &Document, after: &Document, reader: Reader) -> Vec<CookieChange> {
    let (before, after) = (entries(before), entries(after));
    let mut pairing = Pairing::new(before.len(), after.len());
    if reader.is_strict() {
        pairing.by(&before, &after, |it| {
            Some((it.section.id.clone(), it.row.id.clone()))
        });
    }
    let named = |entry: &Entry<'_>| !entry.key.0.is_empty();
    pairing.by(&before, &after, |it| {
        named(it).then(|| (folded(&it.cookie.section).to_lowercase(), it.key.clone()))
    });
    pairing.by(&before, &after, |it| named(it).then(|| it.key.clone()));
    pairing.by(&before, &after, |it| named(it).then(|| it.key.0.clone()));
    // What has no name is known by all that it says.
    pairing.by(&before, &after, |it| Some(it.said(reader)));
    let told = pairing.told().into_iter().filter_map(|told| match told {
        Told::Gone(at) => before.get(at).map(|entry| CookieChange {
            cookie: entry.cookie.clone(),
            what: Fate::Removed(entry.said(reader)),
        }),
        Told::New(at) => after.get(at).map(|entry| CookieChange {
            cookie: entry.cookie.clone(),
            what: Fate::Added(entry.said(reader)),
        }),
        Told::Kept(from, at) => changed(before.get(from)?, after.get(at)?, reader),
    });
    told.collect()
}

fn entries(document: &Document) -> Vec<Entry<'_>> {
    let mut entries = Vec::new();
    // A table below no heading is about the last one.
    let mut heading = "";
    let headings: Vec<String> = document
        .sections
        .iter()
        .map(|section| {
            let heading = section.heading.as_ref();
            heading.map_or_else(String::new, |it| wording_of(&it.inlines, Links::Words))
        })
        .collect();
    for (section, own) in document.sections.iter().zip(&headings) {
        if !own.is_empty() {
            heading = own;
        }
        let Some(table) = &section.table else {
            continue;
        };
        entries.extend(table.rows.iter().map(|row| {
            let said = |role| said_as(table, row, role);
            let first = || row.cells.first().map(|cell| words(&cell.content));
            let name = said(Role::Name).or_else(first).unwrap_or_default();
            let provider = said(Role::Provider).unwrap_or_default();
            Entry {
                section,
                table,
                row,
                key: (
                    folded(&name).to_lowercase(),
                    folded(&provider).to_lowercase(),
                ),
                cookie: Cookie {
                    name,
                    provider,
                    section: heading.to_owned(),
                },
            }
        }));
    }
    entries
}

fn said_as(table: &Table, row: &Row, role: Role) -> Option<String> {
    let at = table.columns.iter().position(|it| it.role == role)?;
    Some(words(&row.cells.get(at)?.content))
}

/// The words of a cell on one line.
fn words(cell: &Flow) -> String {
    let words = wording(&cell.blocks, Links::Words);
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn label(column: &Column) -> String {
    wording_of(&column.label.inlines, Links::Words)
}

impl Entry<'_> {
    /// What its columns say, where they say something.
    fn said(&self, reader: Reader) -> Vec<(String, String)> {
        let cells = self.table.columns.iter().zip(&self.row.cells);
        let said = cells.map(|(column, cell)| (label(column), reader.text(&cell.content.blocks)));
        said.filter(|(_, words)| !words.is_empty()).collect()
    }
}

fn changed(before: &Entry<'_>, after: &Entry<'_>, reader: Reader) -> Option<CookieChange> {
    let stands_elsewhere = reader.is_strict() && before.section.id != after.section.id;
    let is_same_row = Arc::ptr_eq(before.row, after.row);
    if is_same_row && before.table.columns == after.table.columns && !stands_elsewhere {
        return None;
    }
    let cells = cells(before, after, reader);
    if cells.is_empty() && !stands_elsewhere {
        return None;
    }
    Some(CookieChange {
        cookie: after.cookie.clone(),
        what: Fate::Changed {
            from: stands_elsewhere.then(|| before.cookie.section.clone()),
            cells,
        },
    })
}

fn cells(before: &Entry<'_>, after: &Entry<'_>, reader: Reader) -> Vec<CellChange> {
    let (was, is) = (&before.table.columns, &after.table.columns);
    let mut pairing = Pairing::new(was.len(), is.len());
    if reader.is_strict() {
        pairing.by(was, is, |column| Some(column.id.clone()));
    }
    pairing.by(was, is, |column| {
        Some(folded(&label(column)).to_lowercase())
    });
    pairing.by(was, is, |column| {
        (column.role != Role::Other).then_some(column.role)
    });
    let nothing = Flow {
        element: Element::Title,
        origin: super::super::Origin::Own,
        language: None,
        blocks: Vec::new(),
    };
    let cell = |entry: &Entry<'_>, at: usize| {
        let cell = entry.row.cells.get(at);
        cell.map_or_else(|| nothing.clone(), |cell| cell.content.clone())
    };
    let has_told_columns = reader.is_strict() && before.section.id == after.section.id;
    let told = pairing.told().into_iter().filter_map(|told| {
        let (column, was, is) = match told {
            // A column that one of them lacks is told once of the table, and not of each row.
            Told::Gone(_) | Told::New(_) if has_told_columns => return None,
            Told::Gone(at) => (was.get(at)?, cell(before, at), nothing.clone()),
            Told::New(at) => (is.get(at)?, nothing.clone(), cell(after, at)),
            Told::Kept(from, at) => (is.get(at)?, cell(before, from), cell(after, at)),
        };
        Some(CellChange {
            label: label(column),
            change: reader.flows(&was, &is)?,
        })
    });
    told.collect()
}
