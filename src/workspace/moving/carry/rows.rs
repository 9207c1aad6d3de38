//! Rows and their cells.

use std::collections::HashSet;
use std::sync::Arc;

use indexmap::IndexMap;

use super::Carrier;
use crate::model::{
    Adaptation, Cell, ColumnId, Element, Place, Replaceable, ResolvedRow, ResolvedSection,
    ResolvedTable, Row, RowAddress, RowId, SectionId, Text,
};

impl Carrier<'_> {
    pub(super) fn rows(
        &mut self,
        section: &ResolvedSection,
        table: &ResolvedTable,
        there: &SectionId,
    ) {
        let mut place = Place::First;
        let mut taken: HashSet<RowId> = HashSet::new();
        for row in &table.rows {
            let address = RowAddress {
                section: section.id.clone(),
                row: row.id().clone(),
            };
            let is_own = self.is_own(&row.origin);
            let partner = self.bridge.row(&address).filter(|_| !is_own).cloned();
            let stands_at = match partner {
                Some(partner) => {
                    self.row(section, row, &partner);
                    if self.is_ours(row.moved.as_ref()) && partner.section == *there {
                        self.keep(Adaptation::MoveRow {
                            section: there.clone(),
                            row: partner.row.clone(),
                            place: place.clone(),
                        });
                    }
                    partner
                }
                None if is_own || row.holds_words_of(self.owner()) => {
                    let id = self.add_row(section, row, there, place.clone(), &taken);
                    taken.insert(id.clone());
                    RowAddress {
                        section: there.clone(),
                        row: id,
                    }
                }
                None => {
                    let is_changed =
                        self.is_ours(row.hidden.as_ref()) || self.is_ours(row.moved.as_ref());
                    if is_changed {
                        self.carried.dropped.push(Element::Row(address));
                    }
                    continue;
                }
            };
            if self.is_ours(row.hidden.as_ref()) {
                self.keep(Adaptation::HideRow {
                    section: stands_at.section.clone(),
                    row: stands_at.row.clone(),
                });
            }
            if stands_at.section == *there {
                place = Place::After(stands_at.row);
            }
        }
    }

    /// The cells of a row that are adapted, put where that stands there.
    pub(super) fn row(&mut self, section: &ResolvedSection, row: &ResolvedRow, there: &RowAddress) {
        for column in self.columns_of(section, row) {
            let (cell, origin) = row.cell(&column);
            if !self.is_own(origin) {
                continue;
            }
            let by = Replaceable::Cell(cell.cloned());
            let replaced =
                |section: &SectionId, row: &RowId, column: ColumnId| Adaptation::ReplaceCell {
                    section: section.clone(),
                    row: row.clone(),
                    column,
                    was: None,
                    cell: cell.cloned(),
                };
            let to = self.column_there(section, &column, &there.section);
            let here = replaced(&section.id, row.id(), column);
            let there = replaced(&there.section, &there.row, to);
            self.replace(&here, &there, by);
        }
    }

    /// The columns that a row may have cells in.
    pub(super) fn columns_of(&self, section: &ResolvedSection, row: &ResolvedRow) -> Vec<ColumnId> {
        let table = section.table.as_ref();
        let columns = table.map_or(&[][..], |table| self.seen.columns_of(table));
        let mut ids: Vec<ColumnId> = columns.iter().map(|it| it.column.id.clone()).collect();
        let others = row.as_shown().cells.into_keys();
        ids.extend(others.filter(|id| columns.iter().all(|it| it.column.id != *id)));
        ids
    }

    /// Adds a row of the follower's own, as it is seen.
    pub(super) fn add_row(
        &mut self,
        section: &ResolvedSection,
        row: &ResolvedRow,
        there: &SectionId,
        place: Place<RowId>,
        taken: &HashSet<RowId>,
    ) -> RowId {
        let to = self.bridge.to.section(there);
        let rows = to.and_then(|it| it.table.as_ref()).map(|it| &it.rows);
        let is_taken =
            |id: &RowId| taken.contains(id) || rows.is_some_and(|rows| rows.find(id).is_some());
        let id = if is_taken(row.id()) {
            RowId::made_from(row.id().as_str(), is_taken)
        } else {
            row.id().clone()
        };
        let element = Element::Row(RowAddress {
            section: section.id.clone(),
            row: row.id().clone(),
        });
        self.note_own(&row.origin, element);
        let shown = row.as_shown();
        let says_something = |cell: &Cell| !cell.text().is_some_and(Text::is_empty);
        let mut cells = IndexMap::new();
        for (column, cell) in &shown.cells {
            let column = if says_something(cell) {
                self.column_there(section, column, there)
            } else {
                column.clone()
            };
            cells.insert(column, cell.clone());
        }
        self.push(Adaptation::AddRow {
            section: there.clone(),
            row: Arc::new(Row {
                id: id.clone(),
                cells,
                ..shown
            }),
            place,
        });
        id
    }
}
