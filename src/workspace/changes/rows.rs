//! Changes of the rows of cookie tables.

use std::collections::HashSet;
use std::sync::Arc;

use super::order::target;
use super::{Charters, Direction, Scope};
use crate::model::Place as AmongLikes;
use crate::model::{
    Adaptation, Charter, CharterEdit, Element, Owner, ResolvedColumn, ResolvedRow, Row, RowAddress,
    RowId, SectionId,
};
use crate::workspace::history::{Change, Deed};

impl Charters<'_> {
    /// Adds an empty row to a table, below another row or at the end, and names it.
    #[must_use]
    pub fn add_row(
        &self,
        section: &SectionId,
        after: Option<&RowId>,
        scope: Scope,
    ) -> Option<(RowId, Change)> {
        let taken = self.rows_taken(section);
        let id = RowId::made_from("cookie", |id| taken.contains(id));
        let row = empty_row(id.clone());
        let change = self.insert_rows(Deed::AddRow, section, after, vec![row], scope)?;
        Some((id, change))
    }

    /// Puts rows into a table, below another row or at the end.
    fn insert_rows(
        &self,
        deed: Deed,
        section: &SectionId,
        after: Option<&RowId>,
        rows: Vec<Row>,
        scope: Scope,
    ) -> Option<Change> {
        let element = Element::Row(RowAddress {
            section: section.clone(),
            row: rows.first()?.id.clone(),
        });
        let adaptations = self.additions(section, after, rows)?;
        self.adapting(deed, &element, adaptations, scope)
    }

    /// Rows as additions to a table, each below the one before.
    pub(super) fn additions(
        &self,
        section: &SectionId,
        after: Option<&RowId>,
        rows: Vec<Row>,
    ) -> Option<Vec<(Owner, Adaptation)>> {
        let (resolved, holder) = self.section_holder(section)?;
        resolved.table.as_ref()?;
        let mut place = after.map_or(AmongLikes::Last, |id| AmongLikes::After(id.clone()));
        let mut adaptations = Vec::with_capacity(rows.len());
        for row in rows {
            let below = AmongLikes::After(row.id.clone());
            let adaptation = Adaptation::AddRow {
                section: section.clone(),
                row: Arc::new(row),
                place: std::mem::replace(&mut place, below),
            };
            adaptations.push((holder.clone(), adaptation));
        }
        Some(adaptations)
    }

    /// Adds a copy of rows below the last of them, and names the copies.
    #[must_use]
    pub fn duplicate_rows(
        &self,
        section: &SectionId,
        rows: &[RowId],
        scope: Scope,
    ) -> Option<(Vec<RowId>, Change)> {
        let wanted: HashSet<&RowId> = rows.iter().collect();
        let columns: Vec<&ResolvedColumn> = self.table_columns(section)?.iter().collect();
        let mut taken = self.rows_taken(section);
        let mut copies = Vec::new();
        let mut after = None;
        for row in self.rows_of(section) {
            if !wanted.contains(row.id()) {
                continue;
            }
            let stem = row.id().as_str();
            let id = RowId::made_from(stem, |id| taken.contains(id));
            taken.insert(id.clone());
            let cells = columns.iter().filter_map(|column| {
                let id = &column.column.id;
                Some((id.clone(), row.cell(id).0?.clone()))
            });
            copies.push(Row {
                id,
                when: row.when().cloned(),
                cells: cells.collect(),
                note: row.note().to_owned(),
            });
            after = Some(row.id());
        }
        let ids = copies.iter().map(|row| row.id.clone()).collect();
        let change = self.insert_rows(Deed::DuplicateRow, section, after, copies, scope)?;
        Some((ids, change))
    }

    /// The ids of a table's rows, here and in the charters that may follow this one.
    pub(super) fn rows_taken(&self, section: &SectionId) -> HashSet<RowId> {
        let here = self.rows_of(section).iter().map(|row| row.id().clone());
        let charters = self.collection.charters();
        let added = charters
            .flat_map(Charter::adaptations)
            .filter_map(|it| match it {
                Adaptation::AddRow {
                    section: of, row, ..
                } if of == section => Some(row.id.clone()),
                _ => None,
            });
        here.chain(added).collect()
    }

    /// Takes a row out where it is held, or hides an inherited one here.
    #[must_use]
    pub fn remove_row(&self, address: &RowAddress, scope: Scope) -> Option<Change> {
        self.remove_rows(&address.section, std::slice::from_ref(&address.row), scope)
    }

    /// Takes rows out where they are held, or hides inherited ones here.
    #[must_use]
    pub fn remove_rows(&self, section: &SectionId, rows: &[RowId], scope: Scope) -> Option<Change> {
        let wanted: HashSet<&RowId> = rows.iter().collect();
        let element = Element::Row(RowAddress {
            section: section.clone(),
            row: rows.first()?.clone(),
        });
        let mut lists = Vec::new();
        let mut additions = Vec::new();
        let mut hides_all = true;
        for row in self.rows_of(section) {
            if !wanted.contains(row.id()) {
                continue;
            }
            let holder = &row.origin.holder;
            let hides = scope == Scope::Here && self.is_inherited(holder);
            // A hidden row stays hidden.
            if hides && row.hidden.is_some() {
                continue;
            }
            hides_all &= hides;
            let adaptation = Adaptation::HideRow {
                section: section.clone(),
                row: row.id().clone(),
            };
            let is_added = self
                .collection
                .charter(holder)
                .is_some_and(|it| it.addition_of(&adaptation.element()).is_some());
            if is_added && !hides {
                additions.push((holder.clone(), adaptation));
            } else {
                lists.push((holder.clone(), adaptation));
            }
        }
        let deed = if hides_all {
            Deed::Hide
        } else {
            Deed::RemoveRow
        };
        if lists.is_empty() && additions.len() == 1 {
            return self.adapting(deed, &element, additions, scope);
        }
        let first = self.adapting(deed, &element, lists, scope);
        if additions.is_empty() {
            return first;
        }
        // To take one addition out moves the adaptations behind it: one after the other.
        let mut collection = self.collection.clone();
        let mut edits = Vec::new();
        for edit in first.map(|change| change.edits).unwrap_or_default() {
            collection.apply(edit.clone()).ok()?;
            edits.push(edit);
        }
        for (holder, adaptation) in additions {
            let resolved = collection.resolve(self.owner())?;
            let charters = Charters {
                collection: &collection,
                resolved: &resolved,
            };
            let one = charters.adapting(deed, &element, vec![(holder, adaptation)], scope)?;
            for edit in one.edits {
                collection.apply(edit.clone()).ok()?;
                edits.push(edit);
            }
        }
        Some(self.change(deed, &element, edits))
    }

    /// Shows rows again that this charter hides.
    #[must_use]
    pub fn show_rows(&self, section: &SectionId, rows: &[RowId]) -> Option<Change> {
        let wanted: HashSet<&RowId> = rows.iter().collect();
        let hides = |it: &Adaptation| {
            matches!(it, Adaptation::HideRow { section: of, row }
                if of == section && wanted.contains(row))
        };
        let element = Element::Row(RowAddress {
            section: section.clone(),
            row: rows.first()?.clone(),
        });
        let edits = self.without_adaptations(hides);
        (!edits.is_empty()).then(|| self.change(Deed::Show, &element, self.of_own(edits)))
    }

    /// Hides rows in this charter, be they its own.
    #[must_use]
    pub fn hide_rows(&self, section: &SectionId, rows: &[RowId]) -> Option<Change> {
        self.own()?.follows()?;
        let wanted: HashSet<&RowId> = rows.iter().collect();
        let element = Element::Row(RowAddress {
            section: section.clone(),
            row: rows.first()?.clone(),
        });
        let at = self.own()?.adaptations().len();
        let shown = self.rows_of(section).iter();
        let shown = shown.filter(|row| row.hidden.is_none() && wanted.contains(row.id()));
        let edits: Vec<CharterEdit> = shown
            .enumerate()
            .map(|(number, row)| CharterEdit::Adapt {
                at: at + number,
                adaptation: Adaptation::HideRow {
                    section: section.clone(),
                    row: row.id().clone(),
                },
            })
            .collect();
        (!edits.is_empty()).then(|| self.change(Deed::Hide, &element, self.of_own(edits)))
    }

    /// Shows a row again that this charter hides.
    #[must_use]
    pub fn show_row(&self, address: &RowAddress) -> Option<Change> {
        self.show_rows(&address.section, std::slice::from_ref(&address.row))
    }

    /// Moves a row by one.
    #[must_use]
    pub fn move_row(&self, address: &RowAddress, direction: Direction) -> Option<Change> {
        let block = std::slice::from_ref(&address.row);
        self.move_rows(&address.section, block, direction, Scope::Here)
    }

    /// Moves a block of rows by one: what stands before it goes behind it, or the other way round.
    #[must_use]
    pub fn move_rows(
        &self,
        section: &SectionId,
        block: &[RowId],
        direction: Direction,
        scope: Scope,
    ) -> Option<Change> {
        let (_, holder) = self.section_holder(section)?;
        let rows = self.rows_of(section);
        let ids: Vec<&RowId> = rows.iter().map(ResolvedRow::id).collect();
        let at = |id: &RowId| ids.iter().position(|it| *it == id);
        let (first, last) = (at(block.first()?)?, at(block.last()?)?);
        let element = Element::Row(RowAddress {
            section: section.clone(),
            row: block.first()?.clone(),
        });
        let (moved, place) = match (direction, block) {
            (_, [only]) => (only.clone(), target(&ids, only, direction)?.1),
            (Direction::Up, _) => {
                let before = ids.get(first.checked_sub(1)?)?;
                let below = AmongLikes::After((*ids.get(last)?).clone());
                ((*before).clone(), below)
            }
            (Direction::Down, _) => {
                let next = (*ids.get(last + 1)?).clone();
                let above = first.checked_sub(1).and_then(|at| ids.get(at));
                let place = above.map_or(AmongLikes::First, |id| AmongLikes::After((*id).clone()));
                (next, place)
            }
        };
        let adaptation = Adaptation::MoveRow {
            section: section.clone(),
            row: moved.clone(),
            place,
        };
        if scope == Scope::Here && self.is_inherited(holder) {
            let earlier = |it: &Adaptation| {
                matches!(it, Adaptation::MoveRow { section: of, row, .. }
                    if of == section && *row == moved)
            };
            let edits = self.moved(earlier, adaptation);
            return Some(self.change(Deed::MoveRow, &element, self.of_own(edits)));
        }
        self.adapting(
            Deed::MoveRow,
            &element,
            vec![(holder.clone(), adaptation)],
            scope,
        )
    }

    /// The columns of a section's table: its own, or the charter's.
    pub(super) fn table_columns(&self, section: &SectionId) -> Option<&[ResolvedColumn]> {
        let table = self.resolved.section(section)?.table.as_ref()?;
        Some(self.resolved.columns_of(table))
    }
}

pub(super) fn empty_row(id: RowId) -> Row {
    Row {
        id,
        when: None,
        cells: indexmap::IndexMap::new(),
        note: String::new(),
    }
}
