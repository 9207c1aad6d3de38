//! What a follower of one charter wrote, as adaptations of another.
//!
//! Everything goes to the element that its own becomes there. What has words and no place becomes
//! the follower's own: a section, a row, a column. Invariant: every word that the follower wrote is
//! its own still, or is what the other charter says in that very place.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::bridge::Bridge;
use crate::model::{
    Adaptation, Cell, CellAddress, Column, ColumnAddress, ColumnId, Element, Origin, Owner, Place,
    Replaceable, Resolved, ResolvedColumn, ResolvedRow, ResolvedSection, ResolvedTable, Row,
    RowAddress, RowId, Section, SectionId, Text,
};
use crate::workspace::lifting::{as_column, as_section, hidden_in, holds_words};

/// What became of what a follower wrote.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Carried {
    pub adaptations: Vec<Adaptation>,
    /// How many adaptations are about what they were about, or what is like it.
    pub kept: usize,
    /// How many say what the model says by itself.
    pub said: usize,
    /// What became the follower's own, having no place any more.
    pub own: Vec<Element>,
    /// What had neither a place nor words.
    pub dropped: Vec<Element>,
}

/// What a follower that shows `seen` adapts of the charter that it goes to.
pub fn carry(bridge: &Bridge<'_>, seen: &Resolved, adaptations: &[Adaptation]) -> Carried {
    let mut carrier = Carrier {
        bridge,
        seen,
        columns: HashMap::new(),
        taken: HashSet::new(),
        carried: Carried::default(),
    };
    if carrier.is_own(&seen.title.origin) {
        carrier.write(Element::Title, &seen.title.value);
    }
    carrier.common_columns();
    carrier.sections();
    carrier.moved_columns(adaptations);
    // What spoke of nothing goes on doing so: a finding says it, and no word is lost.
    let aimless = adaptations
        .iter()
        .filter(|it| !is_there(seen, &it.element()));
    carrier.carried.adaptations.extend(aimless.cloned());
    carrier.carried
}

/// Whether a charter has an element.
fn is_there(resolved: &Resolved, element: &Element) -> bool {
    match element {
        Element::Section(section) => resolved.section(section).is_some(),
        Element::Row(row) => resolved
            .section(&row.section)
            .and_then(|it| it.table.as_ref())
            .is_some_and(|table| table.rows.find(&row.row).is_some()),
        Element::Cell(cell) => is_there(resolved, &Element::Row(cell.row_address())),
        element => resolved.text(element).is_some(),
    }
}

struct Carrier<'a> {
    bridge: &'a Bridge<'a>,
    seen: &'a Resolved,
    /// The columns that the follower has of its own there, by what they were called here.
    columns: HashMap<(Option<SectionId>, ColumnId), ColumnId>,
    /// The sections that it has of its own there.
    taken: HashSet<SectionId>,
    carried: Carried,
}

impl<'a> Carrier<'a> {
    fn owner(&self) -> &'a Owner {
        &self.seen.owner
    }

    fn is_own(&self, origin: &Origin) -> bool {
        origin.holder == self.seen.owner
    }

    fn is_ours(&self, by: Option<&Owner>) -> bool {
        by == Some(self.owner())
    }

    fn push(&mut self, adaptation: Adaptation) {
        self.carried.adaptations.push(adaptation);
    }

    fn keep(&mut self, adaptation: Adaptation) {
        self.carried.kept += 1;
        self.push(adaptation);
    }

    /// Puts something in the place of what stands there, unless it says the same.
    fn replace(&mut self, template: &Adaptation, by: Replaceable) {
        let Some((was, _)) = self.bridge.to.replaceable(template) else {
            return;
        };
        if was == by {
            self.carried.said += 1;
        } else if let Some(adaptation) = template.restated(was, by) {
            self.keep(adaptation);
        }
    }

    fn write(&mut self, element: Element, text: &Text) {
        if let Some(template) = Adaptation::replacing(element, Text::default(), text.clone()) {
            self.replace(&template, Replaceable::Text(text.clone()));
        }
    }

    fn common_columns(&mut self) {
        let seen = self.seen;
        for column in &seen.columns {
            let there = self.bridge.column(&column.column.id).cloned();
            let there = there.filter(|_| !self.is_own(&column.origin));
            self.column(None, column, there);
        }
    }

    /// A column of the common ones, or of a table, and what it is there.
    fn column(
        &mut self,
        table: Option<(&SectionId, &SectionId)>,
        column: &ResolvedColumn,
        there: Option<ColumnId>,
    ) {
        let id = &column.column.id;
        let (here, to) = table.map_or((None, None), |(here, to)| (Some(here), Some(to)));
        let is_hidden = self.is_ours(column.hidden.as_ref());
        let address = |column: ColumnId| ColumnAddress {
            table: to.cloned(),
            column,
        };
        let there = match there {
            Some(there) => {
                if self.is_own(&column.label.origin) {
                    let element = Element::Column(address(there.clone()));
                    self.write(element, &column.label.value);
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
            None if is_hidden => self.carried.dropped.push(Element::Column(ColumnAddress {
                table: here.cloned(),
                column: id.clone(),
            })),
            _ => {}
        }
    }

    /// Adds a column of the follower's own to a table or to the common ones.
    fn add_column(
        &mut self,
        here: Option<&SectionId>,
        to: Option<&SectionId>,
        column: &ResolvedColumn,
    ) -> ColumnId {
        let id = &column.column.id;
        let own: HashSet<&ColumnId> = self.columns.values().collect();
        let is_taken = |id: &ColumnId| {
            let address = ColumnAddress {
                table: to.cloned(),
                column: id.clone(),
            };
            own.contains(id) || self.bridge.to.text(&Element::Column(address)).is_some()
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
        let key = (to.cloned(), id.clone());
        self.columns.insert(key, free.clone());
        free
    }

    /// Notes that something is the follower's own: as it was, or because it has no place.
    fn note_own(&mut self, origin: &Origin, element: Element) {
        if self.is_own(origin) {
            self.carried.kept += 1;
        } else {
            self.carried.own.push(element);
        }
    }

    fn sections(&mut self) {
        let seen = self.seen;
        let mut place = Place::First;
        for section in &seen.sections {
            let is_own = self.is_own(&section.origin);
            let there = self.bridge.section(&section.id).filter(|_| !is_own);
            let there = match there {
                Some(there) => {
                    self.section(section, there);
                    if self.is_ours(section.moved.as_ref()) {
                        self.keep(Adaptation::MoveSection {
                            section: there.clone(),
                            place: place.clone(),
                        });
                    }
                    there.clone()
                }
                None if is_own || holds_words(seen, section) => {
                    self.add_section(section, place.clone())
                }
                None => {
                    let is_changed = self.is_ours(section.hidden.as_ref())
                        || self.is_ours(section.moved.as_ref());
                    if is_changed {
                        let element = Element::Section(section.id.clone());
                        self.carried.dropped.push(element);
                    }
                    continue;
                }
            };
            // What the model hid would be seen again as the follower's own.
            let is_hidden = match self.taken.contains(&there) {
                true => section.hidden.is_some(),
                false => self.is_ours(section.hidden.as_ref()),
            };
            if is_hidden {
                self.keep(Adaptation::HideSection {
                    section: there.clone(),
                });
            }
            place = Place::After(there);
        }
    }

    /// Adds a section of the follower's own, as it is seen.
    fn add_section(&mut self, section: &ResolvedSection, place: Place<SectionId>) -> SectionId {
        let to = self.bridge.to;
        let is_taken = |id: &SectionId| to.section(id).is_some() || self.taken.contains(id);
        let id = if is_taken(&section.id) {
            SectionId::made_from(section.id.as_str(), is_taken)
        } else {
            section.id.clone()
        };
        self.note_own(&section.origin, Element::Section(section.id.clone()));
        let mut copy = Section {
            id: id.clone(),
            ..as_section(section)
        };
        if let (Some(table), Some(own)) = (&mut copy.table, &section.table)
            && table.columns.is_none()
            && !self.has_columns_of(own)
        {
            let columns = self.seen.columns_of(own).iter().map(as_column);
            let mut list = crate::model::List::new();
            for column in columns {
                // A second one of an id is what nothing finds.
                let _ = list.push(column);
            }
            table.columns = Some(list);
        }
        self.push(Adaptation::AddSection {
            section: Arc::new(copy),
            place,
        });
        self.carried.adaptations.extend(hidden_in(section, &id));
        self.taken.insert(id.clone());
        id
    }

    /// Whether the common columns there are those that a table shows here.
    fn has_columns_of(&self, table: &ResolvedTable) -> bool {
        let to = &self.bridge.to.columns;
        let mut columns = self.seen.columns_of(table).iter();
        columns.all(|column| to.find(&column.column.id).is_some())
    }

    /// What is adapted in a section, put where that stands there.
    fn section(&mut self, section: &ResolvedSection, there: &SectionId) {
        if self.is_own(&section.heading.origin) {
            self.write(Element::Heading(there.clone()), &section.heading.value);
        }
        if self.is_own(&section.body.origin) {
            self.write(Element::Body(there.clone()), &section.body.value);
        }
        if self.is_own(&section.level.origin) {
            let level = section.level.value;
            let template = Adaptation::ReplaceLevel {
                section: there.clone(),
                was: level,
                level,
            };
            self.replace(&template, Replaceable::Level(level));
        }
        let Some(table) = &section.table else {
            return;
        };
        if self.is_own(&table.nature.origin) {
            let nature = &table.nature.value;
            let template = Adaptation::ReplaceNature {
                section: there.clone(),
                was: nature.clone(),
                nature: nature.clone(),
            };
            self.replace(&template, Replaceable::Nature(nature.clone()));
        }
        self.own_columns(section, table, there);
        self.rows(section, table, there);
    }

    /// The columns of a table that has its own.
    fn own_columns(&mut self, section: &ResolvedSection, table: &ResolvedTable, there: &SectionId) {
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
                (None, _) => {}
            }
        }
    }

    /// The section whose own columns a table there has; nothing where it has the common ones.
    fn table_of(&self, there: &SectionId) -> Option<SectionId> {
        let table = self.bridge.to.section(there)?.table.as_ref()?;
        table.columns.is_some().then(|| there.clone())
    }

    fn rows(&mut self, section: &ResolvedSection, table: &ResolvedTable, there: &SectionId) {
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
    fn row(&mut self, section: &ResolvedSection, row: &ResolvedRow, there: &RowAddress) {
        for column in self.columns_of(section, row) {
            let (cell, origin) = row.cell(&column);
            if !self.is_own(origin) {
                continue;
            }
            let by = Replaceable::Cell(cell.cloned());
            let address = CellAddress {
                section: there.section.clone(),
                row: there.row.clone(),
                column: self.column_there(section, &column, &there.section),
            };
            let template = Adaptation::ReplaceCell {
                section: address.section,
                row: address.row,
                column: address.column,
                was: None,
                cell: cell.cloned(),
            };
            self.replace(&template, by);
        }
    }

    /// The columns that a row may have cells in.
    fn columns_of(&self, section: &ResolvedSection, row: &ResolvedRow) -> Vec<ColumnId> {
        let table = section.table.as_ref();
        let columns = table.map_or(&[][..], |table| self.seen.columns_of(table));
        let mut ids: Vec<ColumnId> = columns.iter().map(|it| it.column.id.clone()).collect();
        let others = row.as_shown().cells.into_keys();
        ids.extend(others.filter(|id| columns.iter().all(|it| it.column.id != *id)));
        ids
    }

    /// What a column is in a table there; one of the follower's own, if it is none yet.
    fn column_there(
        &mut self,
        section: &ResolvedSection,
        column: &ColumnId,
        there: &SectionId,
    ) -> ColumnId {
        let to = self.table_of(there);
        if let Some(own) = self.columns.get(&(to.clone(), column.clone())) {
            return own.clone();
        }
        if let Some(there) = self.bridge.column_in(column, &section.id, there) {
            return there.column;
        }
        let table = section.table.as_ref();
        let seen = table.map_or(&[][..], |table| self.seen.columns_of(table));
        let Some(shown) = seen.iter().find(|it| it.column.id == *column) else {
            // No table shows it.
            return column.clone();
        };
        let here = table.is_some_and(|it| it.columns.is_some());
        self.add_column(here.then_some(&section.id), to.as_ref(), shown)
    }

    /// Adds a row of the follower's own, as it is seen.
    fn add_row(
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
        let mut cells = indexmap::IndexMap::new();
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

    /// The columns that the follower put elsewhere.
    fn moved_columns(&mut self, adaptations: &[Adaptation]) {
        for adaptation in adaptations {
            let Adaptation::MoveColumn {
                table,
                column,
                place,
            } = adaptation
            else {
                continue;
            };
            let Some(moved) = self.column_moved(table.as_ref(), column) else {
                continue;
            };
            let place = match place {
                Place::First => Place::First,
                Place::Last => Place::Last,
                Place::After(before) => match self.column_moved(table.as_ref(), before) {
                    Some(before) => Place::After(before.column),
                    None => continue,
                },
            };
            self.keep(Adaptation::MoveColumn {
                table: moved.table,
                column: moved.column,
                place,
            });
        }
    }

    /// Where a column stands there.
    fn column_moved(&self, table: Option<&SectionId>, column: &ColumnId) -> Option<ColumnAddress> {
        let to = match table {
            Some(section) => Some(self.table_of(self.bridge.section(section)?)?),
            None => None,
        };
        let own = self.columns.get(&(to.clone(), column.clone())).cloned();
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
