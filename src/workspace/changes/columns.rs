//! Changes of the columns of cookie tables: a table's own, or those that are common to the tables
//! of a charter.

use std::sync::Arc;

use super::order::{target, without_addition};
use super::{Charters, Direction, Scope};
use crate::model::Place as AmongLikes;
use crate::model::{
    Adaptation, CharterEdit, Column, ColumnAddress, ColumnEdit, ColumnId, Edit, Element, List,
    ListEdit, Owner, ResolvedColumn, Role, SectionEdit, SectionId, Text, TextEdit,
};
use crate::workspace::history::{Change, Deed};

/// A column as its form has it.
#[derive(Debug, Clone, PartialEq)]
pub struct ColumnSheet {
    pub role: Role,
    pub label: Text,
}

impl Charters<'_> {
    /// A column of a section's table, as an address: its own, or one of the common ones.
    #[must_use]
    pub fn column_address(&self, section: &SectionId, column: &ColumnId) -> ColumnAddress {
        let table = self
            .resolved
            .section(section)
            .and_then(|it| it.table.as_ref());
        let has_own = table.is_some_and(|table| table.columns.is_some());
        ColumnAddress {
            table: has_own.then(|| section.clone()),
            column: column.clone(),
        }
    }

    /// Adds a column to a section's table, and names it.
    #[must_use]
    pub fn add_column(
        &self,
        section: &SectionId,
        after: Option<&ColumnId>,
        sheet: ColumnSheet,
        scope: Scope,
    ) -> Option<(ColumnId, Change)> {
        let table = self.own_table(section)?;
        let first = self.collection.first_language();
        let words = sheet.label.said(&first, &first).text;
        let id = ColumnId::made_from(words, |id| self.column_is_taken(table.as_ref(), id));
        let column = Column {
            id: id.clone(),
            role: sheet.role,
            label: sheet.label,
            hidden: false,
            note: String::new(),
        };
        let adaptation = Adaptation::AddColumn {
            table: table.clone(),
            column: Arc::new(column),
            place: after.map_or(AmongLikes::First, |id| AmongLikes::After(id.clone())),
        };
        let holder = self.columns_holder(table.as_ref())?;
        let element = adaptation.element();
        let change = self.adapting(Deed::Columns, &element, vec![(holder, adaptation)], scope)?;
        Some((id, change))
    }

    /// The section, if its table has columns of its own.
    #[expect(clippy::option_option, reason = "no table, common columns, or its own")]
    fn own_table(&self, section: &SectionId) -> Option<Option<SectionId>> {
        let table = self.resolved.section(section)?.table.as_ref()?;
        Some(table.columns.is_some().then(|| section.clone()))
    }

    /// Whether a column of this charter, or of one that may follow it, has an id.
    fn column_is_taken(&self, table: Option<&SectionId>, id: &ColumnId) -> bool {
        let element = Element::Column(ColumnAddress {
            table: table.cloned(),
            column: id.clone(),
        });
        let here = self.columns_at(table).unwrap_or_default();
        here.iter().any(|it| it.column.id == *id) || self.is_added(&element)
    }

    fn column(&self, address: &ColumnAddress) -> Option<&ResolvedColumn> {
        let columns = self.columns_at(address.table.as_ref())?;
        columns.iter().find(|it| it.column.id == address.column)
    }

    /// Gives a column another label or role. Its role stands where the column is held.
    #[must_use]
    pub fn edit_column(
        &self,
        address: &ColumnAddress,
        sheet: &ColumnSheet,
        scope: Scope,
    ) -> Option<Change> {
        let column = self.column(address)?;
        let element = Element::Column(address.clone());
        let holder = &column.origin.holder;
        let mut edits = Vec::new();
        let before = &column.label.value;
        let first = self.collection.first_language();
        let label = before.with_changes(&first, before, &sheet.label);
        if *before != label {
            let labelled = &column.label.origin;
            let adapts = labelled.adapts.as_ref();
            let own_adaptation = adapts.filter(|_| !self.is_inherited(&labelled.holder));
            match (own_adaptation, scope) {
                (Some(_), Scope::Here) => {
                    let set = TextEdit::Set(label);
                    let edit = CharterEdit::Text(element.clone(), set);
                    edits.push(Edit::Charter(self.owner().clone(), edit));
                }
                (own_adaptation, _) => {
                    if own_adaptation.is_some()
                        && let Some(at) = self.own()?.replacement_of(&element)
                    {
                        edits.extend(self.of_own(vec![CharterEdit::Unadapt { at }]));
                    }
                    let holder = own_adaptation.map_or(&labelled.holder, |adapts| &adapts.original);
                    let adaptation = Adaptation::ReplaceLabel {
                        table: address.table.clone(),
                        column: address.column.clone(),
                        was: before.words_alone(),
                        text: label,
                    };
                    let adapted = vec![(holder.clone(), adaptation)];
                    let change = self.adapting(Deed::Columns, &element, adapted, scope);
                    edits.extend(change.map(|change| change.edits).unwrap_or_default());
                }
            }
        }
        let may_set_role = scope == Scope::Everywhere || !self.is_inherited(holder);
        if column.column.role != sheet.role && may_set_role {
            let edit = CharterEdit::Column(address.clone(), ColumnEdit::Role(sheet.role));
            edits.push(Edit::Charter(holder.clone(), edit));
        }
        (!edits.is_empty()).then(|| self.change(Deed::Columns, &element, edits))
    }

    /// Leaves a column out of the finished charter, keeping its cells.
    #[must_use]
    pub fn hide_column(&self, address: &ColumnAddress, scope: Scope) -> Option<Change> {
        let column = self.column(address)?;
        if !column.shown() {
            return None;
        }
        let adaptation = Adaptation::HideColumn {
            table: address.table.clone(),
            column: address.column.clone(),
        };
        let element = Element::Column(address.clone());
        let holder = column.origin.holder.clone();
        self.adapting(Deed::Hide, &element, vec![(holder, adaptation)], scope)
    }

    /// Shows a column again: one that this charter hides or, where it is held, one that is hidden
    /// for all.
    #[must_use]
    pub fn show_column(&self, address: &ColumnAddress) -> Option<Change> {
        let column = self.column(address)?;
        let element = Element::Column(address.clone());
        let mut edits = self.of_own(self.without_adaptations(|it| {
            matches!(it, Adaptation::HideColumn { table, column }
                if *table == address.table && *column == address.column)
        }));
        if column.column.hidden {
            let edit = CharterEdit::Column(address.clone(), ColumnEdit::Hidden(false));
            edits.push(Edit::Charter(column.origin.holder.clone(), edit));
        }
        (!edits.is_empty()).then(|| self.change(Deed::Show, &element, edits))
    }

    /// Moves a column by one: up is before, down is behind.
    #[must_use]
    pub fn move_column(
        &self,
        address: &ColumnAddress,
        direction: Direction,
        scope: Scope,
    ) -> Option<Change> {
        let table = address.table.as_ref();
        let columns = self.columns_at(table)?;
        let ids: Vec<&ColumnId> = columns.iter().map(|it| &it.column.id).collect();
        let (_, place) = target(&ids, &address.column, direction)?;
        let element = Element::Column(address.clone());
        let adaptation = Adaptation::MoveColumn {
            table: address.table.clone(),
            column: address.column.clone(),
            place,
        };
        let holder = self.columns_holder(table)?;
        if scope == Scope::Here && self.is_inherited(&holder) {
            let earlier = |it: &Adaptation| {
                matches!(it, Adaptation::MoveColumn { table, column, .. }
                    if *table == address.table && *column == address.column)
            };
            let edits = self.moved(earlier, adaptation);
            return Some(self.change(Deed::Columns, &element, self.of_own(edits)));
        }
        self.adapting(Deed::Columns, &element, vec![(holder, adaptation)], scope)
    }

    /// Takes a column out with its cells where it is held, or hides an inherited one here.
    #[must_use]
    pub fn remove_column(&self, address: &ColumnAddress, scope: Scope) -> Option<Change> {
        let column = self.column(address)?;
        let holder = &column.origin.holder;
        if self.is_inherited(holder) && scope == Scope::Here {
            return self.hide_column(address, Scope::Here);
        }
        let element = Element::Column(address.clone());
        let charter = self.collection.charter(holder)?;
        let is_about = |it: &Adaptation| match it {
            Adaptation::ReplaceCell {
                section, column, ..
            } => *column == address.column && self.takes_columns(section, address),
            it => it.element() == element,
        };
        let mut edits = Vec::new();
        if self.is_inherited(holder) {
            // What this charter says of it would be about nothing.
            edits.extend(self.of_own(self.without_adaptations(is_about)));
        }
        edits.extend(
            self.emptied(holder, address)
                .into_iter()
                .chain(match charter.addition_of(&element) {
                    Some(_) => without_addition(charter, &element, is_about),
                    None => vec![CharterEdit::Columns(
                        address.table.clone(),
                        ListEdit::Remove(address.column.clone()),
                    )],
                })
                .map(|edit| Edit::Charter(holder.clone(), edit)),
        );
        Some(self.change(Deed::Columns, &element, edits))
    }

    /// Whether a section's table has the columns that an address speaks of.
    fn takes_columns(&self, section: &SectionId, address: &ColumnAddress) -> bool {
        self.own_table(section) == Some(address.table.clone())
    }

    /// The edits that clear the cells of a column in the rows that a charter holds.
    fn emptied(&self, holder: &Owner, address: &ColumnAddress) -> Vec<CharterEdit> {
        let tables = self
            .resolved
            .sections
            .iter()
            .filter(|section| self.takes_columns(&section.id, address));
        let rows = tables.flat_map(|section| {
            let rows = section.table.iter().flat_map(|table| &table.rows);
            rows.map(move |row| (section, row))
        });
        rows.filter(|(_, row)| {
            let (cell, origin) = row.cell(&address.column);
            // What an adaptation put there goes with the adaptation.
            row.origin.holder == *holder && cell.is_some() && origin.adapts.is_none()
        })
        .map(|(section, row)| CharterEdit::Cell {
            address: crate::model::CellAddress {
                section: section.id.clone(),
                row: row.id().clone(),
                column: address.column.clone(),
            },
            cell: None,
            at: None,
        })
        .collect()
    }

    /// Gives a table columns of its own, which are the common ones to begin with.
    #[must_use]
    pub fn own_columns(&self, section: &SectionId) -> Option<Change> {
        if self.own_table(section)?.is_some() {
            return None;
        }
        let mut columns = List::new();
        for resolved in &self.resolved.columns {
            let column = Column {
                label: resolved.label.value.clone(),
                hidden: !resolved.shown(),
                ..resolved.column.as_ref().clone()
            };
            // Ids are unique among the common columns.
            let _ = columns.push(column);
        }
        self.set_columns(section, Some(columns))
    }

    /// Gives a table the common columns again.
    #[must_use]
    pub fn common_columns(&self, section: &SectionId) -> Option<Change> {
        self.own_table(section)??;
        self.set_columns(section, None)
    }

    fn set_columns(&self, section: &SectionId, columns: Option<List<Column>>) -> Option<Change> {
        let (_, holder) = self.section_holder(section)?;
        let edit = CharterEdit::Section(section.clone(), SectionEdit::Columns(columns));
        let edit = Edit::Charter(holder.clone(), edit);
        let element = Element::Section(section.clone());
        Some(self.change(Deed::Columns, &element, vec![edit]))
    }
}
