//! How far a change of a table reaches: what an adaptation does here, done where the original is
//! held; and the category of a table.
//!
//! Every change of rows, columns and cells is first an adaptation. Of what the charter holds
//! itself, and « everywhere », [`Charters::there`] turns it into edits of the charter that holds
//! what it is about.

use std::collections::{HashMap, HashSet};
use std::mem::discriminant;

use super::order::{Order, without_addition};
use super::{Charters, Scope};
use crate::model::{
    Adaptation, Cell, CellAddress, Charter, CharterEdit, ColumnAddress, ColumnEdit, ColumnId, Edit,
    Element, Language, ListEdit, Nature, Owner, Resolved, ResolvedColumn, ResolvedRow,
    ResolvedSection, RowAddress, RowId, SectionEdit, SectionId, Standing, TextEdit,
};
use crate::workspace::history::{Change, Deed};

/// The orders of the lists that edits add to, as they are after the edits before.
#[derive(Default)]
pub(super) struct Orders {
    rows: HashMap<(Owner, SectionId), Order<RowId>>,
    columns: HashMap<(Owner, Option<SectionId>), Order<ColumnId>>,
}

impl Charters<'_> {
    /// Whether a table stands here as a model has it.
    #[must_use]
    pub fn inherits_table(&self, section: &SectionId) -> bool {
        self.resolved
            .section(section)
            .is_some_and(|section| self.is_inherited(&section.origin.holder))
    }

    pub(super) fn is_inherited(&self, holder: &Owner) -> bool {
        holder != self.owner()
    }

    /// The charter that holds the columns of a table, or the common ones.
    #[must_use]
    pub fn columns_holder(&self, table: Option<&SectionId>) -> Option<Owner> {
        match table {
            Some(section) => Some(self.resolved.section(section)?.origin.holder.clone()),
            None => {
                let models = self.collection.followed(self.own()?);
                let top = models.last().map(|model| Owner::Model(model.id.clone()));
                Some(top.unwrap_or_else(|| self.owner().clone()))
            }
        }
    }

    /// The columns that an address speaks of: a table's own, or the charter's.
    pub(super) fn columns_at(&self, table: Option<&SectionId>) -> Option<&[ResolvedColumn]> {
        match table {
            Some(section) => self
                .resolved
                .section(section)?
                .table
                .as_ref()?
                .columns
                .as_deref(),
            None => Some(&self.resolved.columns),
        }
    }

    /// Makes adaptations here: of what the charter holds itself, in its place.
    /// Everywhere: where it is held. `holder` tells whose each is.
    pub(super) fn adapting(
        &self,
        deed: Deed,
        element: &Element,
        adaptations: Vec<(Owner, Adaptation)>,
        scope: Scope,
    ) -> Option<Change> {
        let mut orders = Orders::default();
        let mut edits = Vec::new();
        let mut at = self.own()?.adaptations().len();
        for (holder, adaptation) in adaptations {
            if scope == Scope::Here && self.is_inherited(&holder) {
                let adapt = CharterEdit::Adapt { at, adaptation };
                at += 1;
                edits.push(Edit::Charter(self.owner().clone(), adapt));
            } else {
                edits.extend(self.there(&adaptation, &holder, &mut orders));
            }
        }
        (!edits.is_empty()).then(|| self.change(deed, element, edits))
    }

    /// What an adaptation does, done in the charter that holds what it is about.
    pub(super) fn there(
        &self,
        adaptation: &Adaptation,
        holder: &Owner,
        orders: &mut Orders,
    ) -> Vec<Edit> {
        let edits = match adaptation {
            Adaptation::ReplaceCell {
                section,
                row,
                column,
                cell,
                ..
            } => vec![CharterEdit::Cell {
                address: CellAddress {
                    section: section.clone(),
                    row: row.clone(),
                    column: column.clone(),
                },
                cell: cell.clone(),
                at: None,
            }],
            Adaptation::ReplaceLabel { text, .. } => {
                vec![CharterEdit::Text(
                    adaptation.element(),
                    TextEdit::Set(text.clone()),
                )]
            }
            Adaptation::ReplaceNature {
                section, nature, ..
            } => [
                SectionEdit::Category(nature.category.clone()),
                SectionEdit::Consent(nature.consent),
            ]
            .map(|edit| CharterEdit::Section(section.clone(), edit))
            .into(),
            Adaptation::HideRow { section, row } => self.row_out(holder, section, row),
            Adaptation::HideColumn { table, column } => {
                let address = ColumnAddress {
                    table: table.clone(),
                    column: column.clone(),
                };
                vec![CharterEdit::Column(address, ColumnEdit::Hidden(true))]
            }
            Adaptation::AddRow {
                section,
                row,
                place,
            } => {
                let at = self.row_order(orders, holder, section).add(&row.id, place);
                let item = std::sync::Arc::clone(row);
                vec![CharterEdit::Rows(
                    section.clone(),
                    ListEdit::Insert { at, item },
                )]
            }
            Adaptation::MoveRow {
                section,
                row,
                place,
            } => {
                let to = self.row_order(orders, holder, section).relocate(row, place);
                let id = row.clone();
                to.map(|to| CharterEdit::Rows(section.clone(), ListEdit::Move { id, to }))
                    .into_iter()
                    .collect()
            }
            Adaptation::AddColumn {
                table,
                column,
                place,
            } => {
                let order = self.column_order(orders, holder, table.as_ref());
                let at = order.add(&column.id, place);
                let item = std::sync::Arc::clone(column);
                vec![CharterEdit::Columns(
                    table.clone(),
                    ListEdit::Insert { at, item },
                )]
            }
            Adaptation::MoveColumn {
                table,
                column,
                place,
            } => {
                let order = self.column_order(orders, holder, table.as_ref());
                let to = order.relocate(column, place);
                let id = column.clone();
                to.map(|to| CharterEdit::Columns(table.clone(), ListEdit::Move { id, to }))
                    .into_iter()
                    .collect()
            }
            // Not of tables.
            _ => Vec::new(),
        };
        edits
            .into_iter()
            .map(|edit| Edit::Charter(holder.clone(), edit))
            .collect()
    }

    /// The edits that take a row out of the charter that holds it.
    fn row_out(&self, holder: &Owner, section: &SectionId, row: &RowId) -> Vec<CharterEdit> {
        let address = RowAddress {
            section: section.clone(),
            row: row.clone(),
        };
        let element = Element::Row(address.clone());
        let Some(charter) = self.collection.charter(holder) else {
            return Vec::new();
        };
        match charter.addition_of(&element) {
            Some(_) => without_addition(charter, &element, |it| match it {
                Adaptation::ReplaceCell {
                    section: of, row, ..
                } => *of == address.section && *row == address.row,
                it => it.element() == element,
            }),
            None => vec![CharterEdit::Rows(
                section.clone(),
                ListEdit::Remove(row.clone()),
            )],
        }
    }

    fn row_order<'o>(
        &self,
        orders: &'o mut Orders,
        holder: &Owner,
        section: &SectionId,
    ) -> &'o mut Order<RowId> {
        let key = (holder.clone(), section.clone());
        orders.rows.entry(key).or_insert_with(|| {
            let rows = self.rows_of(section);
            let held =
                |row: &&ResolvedRow| self.is_listed(&row.origin.holder, holder, section, row.id());
            Order {
                shown: rows.iter().map(|row| row.id().clone()).collect(),
                held: self.held_rows(holder, section).unwrap_or_else(|| {
                    rows.iter()
                        .filter(held)
                        .map(|row| row.id().clone())
                        .collect()
                }),
            }
        })
    }

    /// Whether a row stands in a holder's list, and is not one of its additions.
    fn is_listed(&self, of: &Owner, holder: &Owner, section: &SectionId, row: &RowId) -> bool {
        let element = Element::Row(RowAddress {
            section: section.clone(),
            row: row.clone(),
        });
        let charter = self.collection.charter(holder);
        of == holder && charter.is_some_and(|it| it.addition_of(&element).is_none())
    }

    /// The rows of a table in the order in which a charter holds them.
    fn held_rows(&self, holder: &Owner, section: &SectionId) -> Option<Vec<RowId>> {
        let charter = self.collection.charter(holder)?;
        let table = charter.section(section)?.table.as_ref()?;
        Some(table.rows.iter().map(|row| row.id.clone()).collect())
    }

    fn column_order<'o>(
        &self,
        orders: &'o mut Orders,
        holder: &Owner,
        table: Option<&SectionId>,
    ) -> &'o mut Order<ColumnId> {
        let key = (holder.clone(), table.cloned());
        orders.columns.entry(key).or_insert_with(|| {
            let shown = self.columns_at(table).unwrap_or_default();
            let ids = |columns: &[ResolvedColumn]| -> Vec<ColumnId> {
                columns.iter().map(|it| it.column.id.clone()).collect()
            };
            let charter = self.collection.charter(holder);
            let held = charter.and_then(|charter| charter.columns(table));
            Order {
                shown: ids(shown),
                held: held.map_or_else(
                    || ids(shown),
                    |list| list.iter().map(|column| column.id.clone()).collect(),
                ),
            }
        })
    }

    pub(super) fn rows_of(&self, section: &SectionId) -> &[ResolvedRow] {
        let table = self
            .resolved
            .section(section)
            .and_then(|it| it.table.as_ref());
        table.map_or(&[], |table| &table.rows)
    }

    /// Takes what was adapted here to where the originals are held, for all that show them.
    /// `adapted` names the adaptations by their kind and what they are about.
    #[must_use]
    pub fn spread_all(&self, adapted: &[Adaptation]) -> Option<Change> {
        let own = self.own()?;
        let found = self.found(adapted);
        let element = own.adaptations().get(*found.last()?)?.element();
        let mut edits: Vec<Edit> = found
            .iter()
            .rev()
            .map(|at| Edit::Charter(self.owner().clone(), CharterEdit::Unadapt { at: *at }))
            .collect();
        let mut orders = Orders::default();
        let first = self.collection.first_language();
        let mut models: HashMap<Owner, Option<Resolved>> = HashMap::new();
        for at in &found {
            let adaptation = own.adaptations().get(*at)?;
            let Some(holder) = self.original_holder(adaptation) else {
                continue;
            };
            let model = models
                .entry(holder.clone())
                .or_insert_with(|| self.collection.resolve(&holder));
            let adaptation = merged(&first, adaptation, model.as_ref());
            edits.extend(self.there(&adaptation, &holder, &mut orders));
        }
        Some(self.change(Deed::Spread, &element, edits))
    }

    /// Takes back what was adapted here.
    #[must_use]
    pub fn take_back_all(&self, adapted: &[Adaptation]) -> Option<Change> {
        let own = self.own()?;
        let found = self.found(adapted);
        let element = own.adaptations().get(*found.last()?)?.element();
        let edits = found
            .iter()
            .rev()
            .map(|at| CharterEdit::Unadapt { at: *at })
            .collect();
        Some(self.change(Deed::BackToModel, &element, self.of_own(edits)))
    }

    /// Whether the charter still adapts the first of these.
    #[must_use]
    pub fn still_adapts(&self, adapted: &[Adaptation]) -> bool {
        let own = self.own().map_or(&[][..], Charter::adaptations);
        let same = |it: &Adaptation, first: &Adaptation| {
            discriminant(it) == discriminant(first) && it.element() == first.element()
        };
        adapted
            .first()
            .is_some_and(|first| own.iter().rev().any(|it| same(it, first)))
    }

    /// Where among the charter's adaptations these are.
    fn found(&self, adapted: &[Adaptation]) -> Vec<usize> {
        let wanted: HashSet<_> = adapted
            .iter()
            .map(|it| (discriminant(it), it.element()))
            .collect();
        let own = self.own().map_or(&[][..], Charter::adaptations);
        let is_wanted = |it: &Adaptation| wanted.contains(&(discriminant(it), it.element()));
        let found = own.iter().enumerate().filter(|(_, it)| is_wanted(it));
        found.map(|(at, _)| at).collect()
    }

    /// The charter that holds what an adaptation of this one stands in the place of, or where what
    /// it adds would be held.
    #[must_use]
    pub fn original_holder(&self, adaptation: &Adaptation) -> Option<Owner> {
        let section = |id: &SectionId| Some(self.resolved.section(id)?.origin.holder.clone());
        let original = |origin: &crate::model::Origin| match &origin.adapts {
            Some(adapts) => adapts.original.clone(),
            None => origin.holder.clone(),
        };
        match adaptation {
            Adaptation::ReplaceCell { .. }
            | Adaptation::ReplaceLabel { .. }
            | Adaptation::ReplaceNature { .. } => {
                Some(original(self.resolved.replaceable(adaptation)?.1))
            }
            Adaptation::HideRow { section, row } => {
                let row = self.rows_of(section).iter().find(|it| it.id() == row)?;
                Some(row.origin.holder.clone())
            }
            Adaptation::AddRow { section: id, .. } | Adaptation::MoveRow { section: id, .. } => {
                section(id)
            }
            Adaptation::HideColumn { table, column } => {
                let columns = self.columns_at(table.as_ref())?;
                let column = columns.iter().find(|it| it.column.id == *column)?;
                Some(column.origin.holder.clone())
            }
            Adaptation::AddColumn { table, .. } | Adaptation::MoveColumn { table, .. } => {
                self.columns_holder(table.as_ref())
            }
            _ => None,
        }
    }

    /// Says what the cookies of a table are for, and whether they need consent.
    #[must_use]
    pub fn set_nature(&self, section: &SectionId, nature: Nature, scope: Scope) -> Option<Change> {
        let table = self.resolved.section(section)?.table.as_ref()?;
        let held = &table.nature;
        if held.value == nature {
            return None;
        }
        let element = Element::Section(section.clone());
        if let (Standing::Adapted { .. }, Scope::Here) =
            (self.resolved.standing(&held.origin), scope)
        {
            let adaptations = self.own()?.adaptations();
            let at = adaptations.iter().rposition(
                |it| matches!(it, Adaptation::ReplaceNature { section: of, .. } if of == section),
            )?;
            let Some(Adaptation::ReplaceNature { was, .. }) = adaptations.get(at) else {
                return None;
            };
            let adaptation = Adaptation::ReplaceNature {
                section: section.clone(),
                was: was.clone(),
                nature,
            };
            let edits = vec![
                CharterEdit::Unadapt { at },
                CharterEdit::Adapt { at, adaptation },
            ];
            return Some(self.change(Deed::Nature, &element, self.of_own(edits)));
        }
        let holder = match &held.origin.adapts {
            Some(adapts) if scope == Scope::Everywhere => adapts.original.clone(),
            _ => held.origin.holder.clone(),
        };
        let adaptation = Adaptation::ReplaceNature {
            section: section.clone(),
            was: held.value.clone(),
            nature,
        };
        let mut change =
            self.adapting(Deed::Nature, &element, vec![(holder, adaptation)], scope)?;
        if scope == Scope::Everywhere {
            // What was adapted here would hide it.
            let own = self.without_adaptations(
                |it| matches!(it, Adaptation::ReplaceNature { section: of, .. } if of == section),
            );
            change.edits.splice(0..0, self.of_own(own));
        }
        Some(change)
    }

    pub(super) fn section_holder(&self, section: &SectionId) -> Option<(&ResolvedSection, &Owner)> {
        let section = self.resolved.section(section)?;
        Some((section, &section.origin.holder))
    }
}

/// An adaptation as the model takes it over: what the model says by now stays, but for the words
/// that were changed here.
fn merged(first: &Language, adaptation: &Adaptation, model: Option<&Resolved>) -> Adaptation {
    let mut merged = adaptation.clone();
    let now = model.and_then(|model| model.text(&adaptation.element()));
    if let (
        Adaptation::ReplaceCell {
            was: Some(Cell::Text(was)),
            cell: Some(Cell::Text(text)),
            ..
        }
        | Adaptation::ReplaceLabel { was, text, .. },
        Some((now, _)),
    ) = (&mut merged, now)
    {
        *text = now.with_changes(first, was, text);
    }
    merged
}

impl Change {
    /// The adaptations that a change makes in a charter.
    #[must_use]
    pub fn adaptations(&self, of: &Owner) -> Vec<Adaptation> {
        let adapted = self.edits.iter().filter_map(|edit| match edit {
            Edit::Charter(owner, CharterEdit::Adapt { adaptation, .. }) if owner == of => {
                Some(adaptation.clone())
            }
            _ => None,
        });
        adapted.collect()
    }
}
