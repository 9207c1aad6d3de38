//! CSV: all cookie tables of a charter as one table of values, a row a cookie.
//!
//! Before the charter's own columns stand the section, the category and the consent of each row's
//! table. Tables that differ in columns share those of one role; labels are those of the first
//! table that has one. What is « as above » is written out. Commas and quotation marks as in RFC
//! 4180, lines that end as everywhere else here, and a byte order mark, without which a
//! spreadsheet takes UTF-8 for another encoding.
//!
//! **A cell is never a formula.** One that begins with what spreadsheets take for the beginning of
//! one (`=`, `+`, `-`, `@`, their full-width forms, a tab or a line end, behind any number of
//! apostrophes) gets an apostrophe before it, which [`restored`] takes away again.

use std::borrow::Cow;

use csv::{Terminator, WriterBuilder};

use super::cells;
use super::own::Own;
use crate::document::{Document, Inline, Table, plain};
use crate::model::{Consent, Role};

const BYTE_ORDER_MARK: char = '\u{FEFF}';

/// What a cell may not begin with.
const DANGEROUS: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

/// A column of the table of all.
#[derive(Debug)]
struct Column {
    role: Role,
    label: String,
}

pub fn render(document: &Document) -> String {
    let own = Own::of(&document.language);
    let tables = tables(document);
    let (columns, places) = united(&tables);
    let mut writer = WriterBuilder::new()
        .terminator(Terminator::Any(b'\n'))
        .from_writer(Vec::new());
    let mut write = |cells: Vec<String>| {
        let cells = cells.iter().map(|cell| harmless(cell).into_owned());
        writer
            .write_record(cells)
            .expect("a row has as many cells as the first, and memory takes it");
    };
    write(head(&columns, own));
    for ((section, table), places) in tables.iter().zip(&places) {
        for row in &table.rows {
            let mut cells = vec![String::new(); columns.len()];
            for (cell, place) in row.cells.iter().zip(places) {
                if let Some(there) = cells.get_mut(*place) {
                    *there = cells::value(&cell.content.blocks);
                }
            }
            let mut line = vec![
                section.clone(),
                own.category(&table.nature.category, &document.language),
                consent(table, own).to_owned(),
            ];
            line.append(&mut cells);
            write(line);
        }
    }
    let written = writer.into_inner().expect("memory takes what is written");
    let written = String::from_utf8(written).expect("cells are text");
    format!("{BYTE_ORDER_MARK}{written}")
}

/// A table alone, with its labels.
pub fn table(document: &Document, table: &Table) -> Vec<Vec<String>> {
    let own = Own::of(&document.language);
    let tables = [(String::new(), table)];
    let (columns, _) = united(&tables);
    let labels = head(&columns, own).split_off(fixed(own).len());
    let rows = table.rows.iter().map(|row| {
        let cells = row.cells.iter();
        cells
            .map(|cell| cells::value(&cell.content.blocks))
            .collect()
    });
    let rows = std::iter::once(labels).chain(rows);
    rows.map(|row: Vec<String>| row.iter().map(|it| harmless(it).into_owned()).collect())
        .collect()
}

/// Whether the labels of a table are those that this program writes: what stands in it was made
/// harmless.
pub fn is_own_head<'a>(mut labels: impl Iterator<Item = &'a str>) -> bool {
    let mut own = || [labels.next(), labels.next(), labels.next()];
    let labels = own();
    [Own::French, Own::English]
        .into_iter()
        .any(|own| labels == fixed(own).map(Some))
}

/// What a cell that this program wrote said before it was made harmless.
#[must_use]
pub fn restored(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(rest) if is_dangerous(rest) => rest,
        _ => cell,
    }
}

fn harmless(cell: &str) -> Cow<'_, str> {
    if is_dangerous(cell) {
        Cow::Owned(format!("'{cell}"))
    } else {
        Cow::Borrowed(cell)
    }
}

/// Whether a cell begins like a formula, or like one that was made harmless.
fn is_dangerous(cell: &str) -> bool {
    cell.trim_start_matches('\'').starts_with(DANGEROUS)
}

/// The labels of the columns that all tables have.
fn fixed(own: Own) -> [&'static str; 3] {
    [
        own.put("Section", "Section"),
        own.put("Catégorie", "Category"),
        own.put("Consentement", "Consent"),
    ]
}

/// The labels of all columns, each another one.
fn head(columns: &[Column], own: Own) -> Vec<String> {
    let mut labels: Vec<String> = fixed(own).map(str::to_owned).to_vec();
    for column in columns {
        let label = match column.label.as_str() {
            "" => own.role(column.role),
            label => label,
        };
        let mut unique = label.to_owned();
        let mut number = 2;
        while labels.contains(&unique) {
            unique = format!("{label} ({number})");
            number += 1;
        }
        labels.push(unique);
    }
    labels
}

/// The cookie tables of a charter, each with what it is about: the last heading, or the title.
fn tables(document: &Document) -> Vec<(String, &Table)> {
    let mut about = heading(&document.title.inlines);
    let mut tables = Vec::new();
    for section in &document.sections {
        if let Some(line) = &section.heading {
            about = heading(&line.inlines);
        }
        tables.extend(section.table.iter().map(|table| (about.clone(), table)));
    }
    tables
}

fn heading(inlines: &[Inline]) -> String {
    let words = plain(inlines);
    words.split_ascii_whitespace().collect::<Vec<_>>().join(" ")
}

/// The columns of all tables, and for each table where each of its columns stands among them. One
/// that others lack stands behind the one that it follows in its table.
fn united(tables: &[(String, &Table)]) -> (Vec<Column>, Vec<Vec<usize>>) {
    let mut columns: Vec<Column> = Vec::new();
    let mut places: Vec<Vec<usize>> = Vec::new();
    for (_, table) in tables {
        let mut of_table: Vec<usize> = Vec::new();
        for column in &table.columns {
            let label = cells::line(&column.label.inlines);
            let is_free = |at: &usize| !of_table.contains(at);
            let find = |is_it: &dyn Fn(&Column) -> bool| {
                (0..columns.len()).find(|at| is_free(at) && columns.get(*at).is_some_and(is_it))
            };
            let same = find(&|it| it.role == column.role && it.label == label);
            let alike = || find(&|it| it.role == column.role && it.role != Role::Other);
            let at = same.or_else(alike).unwrap_or_else(|| {
                let at = of_table.last().map_or(0, |before| before + 1);
                for place in places.iter_mut().chain([&mut of_table]).flatten() {
                    *place += usize::from(*place >= at);
                }
                let column = Column {
                    role: column.role,
                    label: String::new(),
                };
                columns.insert(at, column);
                at
            });
            if let Some(column) = columns.get_mut(at)
                && column.label.is_empty()
            {
                column.label = label;
            }
            of_table.push(at);
        }
        places.push(of_table);
    }
    (columns, places)
}

fn consent(table: &Table, own: Own) -> &'static str {
    match table.nature.consent() {
        Consent::Required => own.put("requis", "required"),
        Consent::Exempt => own.put("exempté", "exempt"),
    }
}
