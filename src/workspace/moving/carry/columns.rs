//! Columns: common ones, and those of a table.

use std::sync::Arc;

use super::Carrier;
use crate::model::{
    Adaptation, Column, ColumnAddress, ColumnId, Element, Place, ResolvedColumn, ResolvedSection,
    ResolvedTable, SectionId,
};
use crate::workspace::lifting::as_column;

impl Carrier<'_> {
    pub(super) fn common_columns(&mut self) {
        let seen = self.seen;
        for column in &seen.columns {
            let there = self.bridge.column(&column.column.id).cloned();
            let there = there.filter(|_| !self.is_own(&column.origin));
            self.column(None, column, there);
        }
    }

    /// A column of the common ones, or of a table, and what it is there.
    pub(super) fn column(
        &mut self,
        table: Option<(&SectionId, &SectionId)>,
        column: &ResolvedColumn,
        there: Option<ColumnId>,
    ) {
        let id = &column.column.id;
        let (here, to) = table.map_or((None, None), |(here, to)| (Some(here), Some(to)));
        let is_hidden = self.is_ours(column.hidden.as_ref());
        let element = |table: Option<&SectionId>, column: &ColumnId| {
            Element::Column(ColumnAddress {
                table: table.cloned(),
                column: column.clone(),
            })
        };
        let there = match there {
            Some(there) => {
                if self.is_own(&column.label.origin) {
                    self.write(element(here, id), element(to, &there), &column.label.value);
                }
                Some(there)
            }
            None if self.is_own(&column.origin) || self.is_own(&column.label.origin) => {
                Some(self.add_column(here, to, column))
            }
            None => None,
        };
        match there {
            Some(column) if is_hidden => self.keep(Adaptation::HideColumn {
                table: to.cloned(),
                column,
            }),
            None if is_hidden => self.carried.dropped.push(element(here, id)),
            _ => {}
        }
    }

    /// Adds a column of the follower's own to a table or to the common ones.
    pub(super) fn add_column(
        &mut self,
        here: Option<&SectionId>,
        to: Option<&SectionId>,
        column: &ResolvedColumn,
    ) -> ColumnId {
        let id = &column.column.id;
        let is_taken = |id: &ColumnId| {
            let mut own = self.columns.iter();
            let is_own = own.any(|((_, table, _), own)| table.as_ref() == to && own == id);
            let address = ColumnAddress {
                table: to.cloned(),
                column: id.clone(),
            };
            is_own || self.bridge.to.text(&Element::Column(address)).is_some()
        };
        let free = if is_taken(id) {
            ColumnId::made_from(id.as_str(), is_taken)
        } else {
            id.clone()
        };
        let element = Element::Column(ColumnAddress {
            table: here.cloned(),
            column: id.clone(),
        });
        self.note_own(&column.origin, element);
        self.push(Adaptation::AddColumn {
            table: to.cloned(),
            column: Arc::new(Column {
                id: free.clone(),
                ..as_column(column)
            }),
            place: Place::Last,
        });
        let key = (here.cloned(), to.cloned(), id.clone());
        self.columns.insert(key, free.clone());
        free
    }

    /// The columns of a table that has its own.
    pub(super) fn own_columns(
        &mut self,
        section: &ResolvedSection,
        table: &ResolvedTable,
        there: &SectionId,
    ) {
        let to = self.table_of(there);
        for column in table.columns.iter().flatten() {
            let is_own = self.is_own(&column.origin);
            let partner = self
                .bridge
                .column_in(&column.column.id, &section.id, there)
                .filter(|it| !is_own && it.table == to);
            match (&to, partner) {
                (Some(to), partner) => {
                    let partner = partner.map(|it| it.column);
                    self.column(Some((&section.id, to)), column, partner);
                }
                // The table has the common columns there.
                (None, _) if is_own || self.is_own(&column.label.origin) => {
                    self.add_column(Some(&section.id), None, column);
                }
                (None, _) if self.is_ours(column.hidden.as_ref()) => {
                    let element = Element::Column(ColumnAddress {
                        table: Some(section.id.clone()),
                        column: column.column.id.clone(),
                    });
                    self.carried.dropped.push(element);
                }
                (None, _) => {}
            }
        }
    }

    /// The section whose own columns a table there has; nothing where it has the common ones.
    pub(super) fn table_of(&self, there: &SectionId) -> Option<SectionId> {
        let table = self.bridge.to.section(there)?.table.as_ref()?;
        table.columns.is_some().then(|| there.clone())
    }

    /// What a column is in a table there; one of the follower's own, if it is none yet.
    pub(super) fn column_there(
        &mut self,
        section: &ResolvedSection,
        column: &ColumnId,
        there: &SectionId,
    ) -> ColumnId {
        let to = self.table_of(there);
        let table = section.table.as_ref();
        let has_own = table.is_some_and(|it| it.columns.is_some());
        let here = has_own.then(|| section.id.clone());
        let key = (here.clone(), to.clone(), column.clone());
        if let Some(own) = self.columns.get(&key) {
            return own.clone();
        }
        if let Some(there) = self.bridge.column_in(column, &section.id, there) {
            return there.column;
        }
        let seen = table.map_or(&[][..], |table| self.seen.columns_of(table));
        let Some(shown) = seen.iter().find(|it| it.column.id == *column) else {
            // No table shows it.
            return column.clone();
        };
        self.add_column(here.as_ref(), to.as_ref(), shown)
    }

    /// The columns that the follower put elsewhere.
    pub(super) fn moved_columns(&mut self) {
        for adaptation in self.adaptations {
            let Adaptation::MoveColumn {
                table,
                column,
                place,
            } = adaptation
            else {
                continue;
            };
            let place = match place {
                Place::First => Some(Place::First),
                Place::Last => Some(Place::Last),
                Place::After(before) => {
                    let before = self.column_moved(table.as_ref(), before);
                    before.map(|before| Place::After(before.column))
                }
            };
            let moved = self.column_moved(table.as_ref(), column);
            let (Some(moved), Some(place)) = (moved, place) else {
                self.carried.dropped.push(adaptation.element());
                continue;
            };
            self.keep(Adaptation::MoveColumn {
                table: moved.table,
                column: moved.column,
                place,
            });
        }
    }

    /// Where a column stands there.
    pub(super) fn column_moved(
        &self,
        table: Option<&SectionId>,
        column: &ColumnId,
    ) -> Option<ColumnAddress> {
        let to = match table {
            Some(section) => Some(self.table_of(self.bridge.section(section)?)?),
            None => None,
        };
        let own = (table.cloned(), to.clone(), column.clone());
        let own = self.columns.get(&own).cloned();
        let there = || match table {
            Some(section) => self
                .bridge
                .column_in(column, section, to.as_ref()?)
                .map(|it| it.column),
            None => self.bridge.column(column).cloned(),
        };
        Some(ColumnAddress {
            column: own.or_else(there)?,
            table: to,
        })
    }
}
