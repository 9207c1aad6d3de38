//! What a reviewed document proposes for a cookie table: its labels, its cells, rows that came or
//! went.

use std::collections::{HashMap, HashSet};

use super::fields::{Shape, typed};
use super::{Basis, Reviewer, What, judged};
use crate::document::{self, plain};
use crate::import::returned::{Row, Table};
use crate::model::{CellAddress, ColumnId, Element, RowAddress, RowId};
use crate::render::marks::{Kind, Mark, Reference, Said};

impl Reviewer<'_> {
    pub(super) fn table(
        &mut self,
        section: &document::Section,
        here: &document::Table,
        now: Option<&Table>,
    ) {
        let gone = Table::default();
        let now = now.unwrap_or(&gone);
        let columns: HashMap<Reference, &document::Column> = here
            .columns
            .iter()
            .map(|column| (Reference::label(&section.id, &column.id), column))
            .collect();
        // Which column stands where, by the labels that have kept their marks.
        let mut places: Vec<Option<&ColumnId>> = Vec::new();
        for (at, label) in now.labels.iter().enumerate() {
            let by_place = || {
                here.columns
                    .get(at)
                    .filter(|_| now.labels.len() == here.columns.len())
            };
            let column = label.reference.and_then(|it| columns.get(&it).copied());
            let column = column.or_else(by_place);
            places.push(column.map(|it| &it.id));
            if column.is_none() && !label.words.is_as_written() {
                self.remark(&plain(&label.words.content), &label.words.traces);
            }
            if let Some(column) = column {
                let before = label
                    .reference
                    .and_then(|it| self.before.labels.get(&it).copied());
                self.line(
                    &column.label.element,
                    &column.label.inlines,
                    &label.words,
                    before,
                );
            }
        }
        if places.is_empty() {
            places = here.columns.iter().map(|it| Some(&it.id)).collect();
        }
        self.rows(section, here, now, &places);
    }

    fn rows(
        &mut self,
        section: &document::Section,
        here: &document::Table,
        now: &Table,
        places: &[Option<&ColumnId>],
    ) {
        let known: HashMap<Reference, (&document::Row, &document::Cell)> = here
            .rows
            .iter()
            .flat_map(|row| row.cells.iter().map(move |cell| (row.as_ref(), cell)))
            .filter_map(|(row, cell)| Some((reference_of(cell)?, (row, cell))))
            .collect();
        let mut met: HashSet<&RowId> = HashSet::new();
        let mut above: Option<RowId> = None;
        for row in &now.rows {
            let mut marked = row.cells.iter().filter_map(|cell| cell.reference);
            let here_row = marked.find_map(|it| known.get(&it)).map(|(row, _)| *row);
            match here_row.filter(|it| !met.contains(&it.id)) {
                Some(here_row) => {
                    met.insert(&here_row.id);
                    self.cells(section, here_row, row, places);
                    above = Some(here_row.id.clone());
                }
                None => self.new_row(section, row, places, above.as_ref()),
            }
        }
        let are_as_read = now.mark.or(self.mark_before(section)).map(|mark| mark.said)
            == Some(Said::ids(here.rows.iter().map(|row| row.id.as_str())));
        for row in here.rows.iter().filter(|row| !met.contains(&row.id)) {
            let mut references = row.cells.iter().filter_map(reference_of);
            let before = references.find_map(|it| self.before.rows.get(&it).copied());
            if before.is_none() && !are_as_read {
                continue;
            }
            let said = row.cells.iter().map(|cell| typed(&cell.content.blocks));
            let what = What::RemoveRow {
                row: RowAddress {
                    section: section.id.clone(),
                    row: row.id.clone(),
                },
                said: said.collect(),
            };
            let traces = before.map(|row| row.traces.clone()).unwrap_or_default();
            self.propose(what, Basis::AsRead, &traces);
        }
    }

    fn mark_before(&self, section: &document::Section) -> Option<Mark> {
        let reference = Reference::section(&section.id);
        let section = self.before.sections.get(&reference)?;
        section
            .table
            .as_ref()?
            .mark
            .filter(|mark| mark.kind == Kind::Rows)
    }

    fn cells(
        &mut self,
        section: &document::Section,
        here: &document::Row,
        now: &Row,
        places: &[Option<&ColumnId>],
    ) {
        for (at, cell) in now.cells.iter().enumerate() {
            let address = |column: &ColumnId| CellAddress {
                section: section.id.clone(),
                row: here.id.clone(),
                column: column.clone(),
            };
            let place = places.get(at).copied().flatten();
            let of_column = |column: &ColumnId| {
                let wanted = Reference::cell(&address(column));
                here.cells
                    .iter()
                    .find(|it| reference_of(it) == Some(wanted))
            };
            let marked = cell.reference.and_then(|reference| {
                here.cells
                    .iter()
                    .find(|it| reference_of(it) == Some(reference))
            });
            let Some(there) = marked.or_else(|| of_column(place?)) else {
                if !cell.text.is_as_written() {
                    self.remark(&typed(&cell.text.content), &cell.text.traces);
                }
                continue;
            };
            let reference = reference_of(there);
            let before = reference.and_then(|it| self.before.cells.get(&it).copied());
            let judged = judged(
                Said::blocks(&cell.text.content),
                cell.text.said,
                Said::blocks(&there.content.blocks),
                before.map(|it| Said::blocks(&it.text.content)),
            );
            self.text(
                &there.content.element,
                &judged,
                Shape::Cell,
                cell.text.content.clone(),
                before.map(|it| it.text.content.clone()),
                &cell.text.traces,
            );
        }
    }

    fn new_row(
        &mut self,
        section: &document::Section,
        row: &Row,
        places: &[Option<&ColumnId>],
        above: Option<&RowId>,
    ) {
        // One that was there when the document was written, and is gone here, was not added.
        let mut marked = row
            .cells
            .iter()
            .filter(|cell| cell.reference.is_some())
            .peekable();
        let was_there = marked.peek().is_some();
        let is_untouched = was_there && marked.all(|cell| cell.text.is_as_written());
        let is_copied = row
            .cells
            .iter()
            .filter_map(|it| it.reference)
            .any(|reference| {
                let addresses = self
                    .document
                    .sections
                    .iter()
                    .filter_map(|it| it.table.as_ref());
                let mut cells = addresses
                    .flat_map(|table| &table.rows)
                    .flat_map(|row| &row.cells);
                cells.any(|cell| reference_of(cell) == Some(reference))
            });
        let is_blank = row.cells.iter().all(|cell| cell.text.content.is_empty());
        if is_blank || is_untouched && !is_copied {
            return;
        }
        for (at, cell) in row.cells.iter().enumerate() {
            if places.get(at).copied().flatten().is_none() {
                self.remark(&typed(&cell.text.content), &cell.text.traces);
            }
        }
        let cells = row.cells.iter().zip(places).filter_map(|(cell, column)| {
            let words = typed(&cell.text.content);
            Some(((*column)?.clone(), words)).filter(|(_, words)| !words.is_empty())
        });
        let what = What::AddRow {
            section: section.id.clone(),
            after: above.cloned(),
            cells: cells.collect(),
        };
        let basis = if was_there && !is_copied {
            Basis::ChangedSince(None)
        } else {
            Basis::AsRead
        };
        self.propose(what, basis, &row.traces);
    }
}

fn reference_of(cell: &document::Cell) -> Option<Reference> {
    match &cell.content.element {
        Element::Cell(address) => Some(Reference::cell(address)),
        _ => None,
    }
}
