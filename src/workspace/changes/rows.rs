//! Changes of the rows of cookie tables.

use std::collections::HashSet;
use std::sync::Arc;

use super::order::{target, without_addition};
use super::{Charters, Direction, Scope};
use crate::model::Place as AmongLikes;
use crate::model::{
    Adaptation, Charter, CharterEdit, Edit, Element, ListEdit, ResolvedRow, ResolvedSection, Row,
    RowAddress, RowId, SectionId, Standing,
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
        let resolved = self.resolved.section(section)?;
        let taken: HashSet<RowId> = self.rows_taken(section, resolved);
        let id = RowId::made_from("cookie", |id| taken.contains(id));
        let row = Arc::new(empty_row(id.clone()));
        let element = Element::Row(RowAddress {
            section: section.clone(),
            row: id.clone(),
        });
        let inherited = matches!(
            self.resolved.standing(&resolved.origin),
            Standing::Inherited { .. }
        );
        let change = if inherited && scope == Scope::Here {
            let place = after.map_or(AmongLikes::Last, |id| AmongLikes::After(id.clone()));
            let adaptation = Adaptation::AddRow {
                section: section.clone(),
                row,
                place,
            };
            self.adapt(Deed::AddRow, &element, adaptation)
        } else {
            let holder = &resolved.origin.holder;
            let rows = &resolved.table.as_ref()?.rows;
            let held: Vec<&ResolvedRow> = rows
                .iter()
                .filter(|row| row.origin.holder == *holder)
                .collect();
            let at = after
                .and_then(|after| held.iter().position(|row| row.id() == after))
                .map_or(held.len(), |position| position + 1);
            let edit = CharterEdit::Rows(section.clone(), ListEdit::Insert { at, item: row });
            self.change(
                Deed::AddRow,
                &element,
                vec![Edit::Charter(holder.clone(), edit)],
            )
        };
        Some((id, change))
    }

    /// The ids of a table's rows, here and in the charters that may follow this one.
    fn rows_taken(&self, section: &SectionId, resolved: &ResolvedSection) -> HashSet<RowId> {
        let here = resolved
            .table
            .iter()
            .flat_map(|table| &table.rows)
            .map(|row| row.id().clone());
        let models = self.collection.models.iter().map(|it| &it.charter);
        let platforms = self.collection.platforms.iter().map(|it| &it.charter);
        let added = models
            .chain(platforms)
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
        let row = self.row(address)?;
        let element = Element::Row(address.clone());
        let inherited = matches!(
            self.resolved.standing(&row.origin),
            Standing::Inherited { .. }
        );
        if inherited && scope == Scope::Here {
            let adaptation = Adaptation::HideRow {
                section: address.section.clone(),
                row: address.row.clone(),
            };
            return Some(self.adapt(Deed::Hide, &element, adaptation));
        }
        let holder = &row.origin.holder;
        let charter = self.collection.charter(holder)?;
        let edits = match charter.addition_of(&element) {
            Some(_) => without_addition(charter, &element, |it| match it {
                Adaptation::ReplaceCell { section, row, .. } => {
                    *section == address.section && *row == address.row
                }
                it => it.element() == element,
            }),
            None => {
                let remove = ListEdit::Remove(address.row.clone());
                vec![CharterEdit::Rows(address.section.clone(), remove)]
            }
        };
        let edits = edits
            .into_iter()
            .map(|edit| Edit::Charter(holder.clone(), edit))
            .collect();
        Some(self.change(Deed::RemoveRow, &element, edits))
    }

    /// Shows a row again that this charter hides.
    #[must_use]
    pub fn show_row(&self, address: &RowAddress) -> Option<Change> {
        let hides = |it: &Adaptation| {
            matches!(it, Adaptation::HideRow { section, row }
                if *section == address.section && *row == address.row)
        };
        let element = Element::Row(address.clone());
        Some(self.change(
            Deed::Show,
            &element,
            self.of_own(self.without_adaptations(hides)),
        ))
    }

    /// Moves a row by one.
    #[must_use]
    pub fn move_row(&self, address: &RowAddress, direction: Direction) -> Option<Change> {
        let section = self.resolved.section(&address.section)?;
        let rows = &section.table.as_ref()?.rows;
        let ids: Vec<&RowId> = rows.iter().map(ResolvedRow::id).collect();
        let (to, place) = target(&ids, &address.row, direction)?;
        let element = Element::Row(address.clone());
        let is_own = section.origin.holder == *self.owner();
        let edits = if is_own {
            let id = address.row.clone();
            vec![CharterEdit::Rows(
                address.section.clone(),
                ListEdit::Move { id, to },
            )]
        } else {
            self.moved(
                |it| {
                    matches!(it, Adaptation::MoveRow { section, row, .. }
                        if *section == address.section && *row == address.row)
                },
                Adaptation::MoveRow {
                    section: address.section.clone(),
                    row: address.row.clone(),
                    place,
                },
            )
        };
        Some(self.change(Deed::MoveRow, &element, self.of_own(edits)))
    }

    fn row(&self, address: &RowAddress) -> Option<&ResolvedRow> {
        let table = self.resolved.section(&address.section)?.table.as_ref()?;
        table.rows.iter().find(|row| *row.id() == address.row)
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
