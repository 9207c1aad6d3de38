//! Resolving: what a charter says once its models and its own adaptations are put together, and
//! where every element of it comes from.
//!
//! The chain of models is walked from the complete charter at its top down to the charter asked
//! for; each one on the way adapts what stands so far. Nothing that is hidden is dropped: it
//! stays in its place, marked, so that it can be shown and brought back.

mod adapting;

use std::sync::Arc;

use jiff::civil::Date;

use crate::model::adaptation::Nature;
use crate::model::charter::{Charter, Complete, Form, Level, Section};
use crate::model::collection::Collection;
use crate::model::element::{CellAddress, Element, Owner};
use crate::model::finding::{Finding, Problem};
use crate::model::indexed::Indexed;
use crate::model::list::{Identified, List};
use crate::model::table::{Cell, Column, CookieTable, Row};
use crate::model::{ColumnId, FactId, ModelId, RowId, SectionId, Text};
use adapting::{Report, adapt};

/// A charter put together.
#[derive(Debug, Clone, PartialEq)]
pub struct Resolved {
    /// Whose charter it is.
    pub owner: Owner,
    pub updated: Option<Date>,
    pub title: Held<Text>,
    /// The columns of the tables that have none of their own.
    pub columns: Indexed<ResolvedColumn>,
    pub sections: Indexed<ResolvedSection>,
    /// What could not be resolved.
    pub findings: Vec<Finding>,
}

/// A value with the place where it is held.
#[derive(Debug, Clone, PartialEq)]
pub struct Held<T> {
    pub value: T,
    pub origin: Origin,
}

/// Where something comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Origin {
    /// The charter in which it is written.
    pub holder: Owner,
    /// Set where that charter wrote it in the place of what its own model says.
    pub adapts: Option<Adapts>,
}

/// What an adaptation stands in the place of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Adapts {
    /// The charter that holds the original.
    pub original: Owner,
    /// Whether the original has changed since it was adapted.
    pub moved_on: bool,
}

/// How something stands to the charter that it is seen in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing<'a> {
    /// The charter wrote it, and nothing else did.
    Own,
    /// It stands as the model has it.
    Inherited { from: &'a Owner },
    /// The charter changed what the model has.
    Adapted { from: &'a Owner, moved_on: bool },
}

#[derive(Debug, Clone, PartialEq)]
pub struct ResolvedColumn {
    pub column: Arc<Column>,
    pub origin: Origin,
    pub label: Held<Text>,
    pub hidden: Option<Owner>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct ResolvedSection {
    pub id: SectionId,
    pub origin: Origin,
    /// The charter that hides it.
    pub hidden: Option<Owner>,
    /// The charter that moved it last.
    pub moved: Option<Owner>,
    pub level: Held<Level>,
    pub heading: Held<Text>,
    pub body: Held<Text>,
    pub when: Option<FactId>,
    pub table: Option<ResolvedTable>,
    pub note: String,
}

#[derive(Debug, Clone, PartialEq)]
pub struct ResolvedTable {
    pub nature: Held<Nature>,
    /// The table's own columns; without them, the charter's stand.
    pub columns: Option<Indexed<ResolvedColumn>>,
    pub rows: Indexed<ResolvedRow>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct ResolvedRow {
    row: Arc<Row>,
    pub origin: Origin,
    pub hidden: Option<Owner>,
    pub moved: Option<Owner>,
    /// The cells that followers replaced; few, if any.
    replaced: Vec<(ColumnId, Held<Option<Cell>>)>,
}

impl Resolved {
    #[must_use]
    pub fn standing<'a>(&self, origin: &'a Origin) -> Standing<'a> {
        origin.standing(&self.owner)
    }

    #[must_use]
    pub fn section(&self, id: &SectionId) -> Option<&ResolvedSection> {
        self.sections.find(id)
    }

    /// The columns of a table: its own, or the charter's.
    #[must_use]
    pub fn columns_of<'a>(&'a self, table: &'a ResolvedTable) -> &'a [ResolvedColumn] {
        table.columns.as_deref().unwrap_or(&self.columns)
    }

    /// The text of an element, if it is one that has a text, and where it is held.
    #[must_use]
    pub fn text(&self, element: &Element) -> Option<(&Text, &Origin)> {
        match element {
            Element::Title => Some(self.title.text()),
            Element::Heading(id) => Some(self.section(id)?.heading.text()),
            Element::Body(id) => Some(self.section(id)?.body.text()),
            Element::Column(address) => {
                let columns = match &address.table {
                    Some(section) => self.section(section)?.table.as_ref()?.columns.as_ref()?,
                    None => &self.columns,
                };
                Some(columns.find(&address.column)?.label.text())
            }
            Element::Cell(address) => {
                let (cell, origin) = self.cell(address)?;
                Some((cell?.text()?, origin))
            }
            Element::Section(_) | Element::Row(_) => None,
        }
    }

    /// A cell, absent or not, and where that is held.
    #[must_use]
    pub fn cell(&self, address: &CellAddress) -> Option<(Option<&Cell>, &Origin)> {
        let table = self.section(&address.section)?.table.as_ref()?;
        Some(table.rows.find(&address.row)?.cell(&address.column))
    }
}

impl Origin {
    #[must_use]
    pub fn standing(&self, seen_in: &Owner) -> Standing<'_> {
        match &self.adapts {
            _ if self.holder != *seen_in => Standing::Inherited { from: &self.holder },
            None => Standing::Own,
            Some(adapts) => Standing::Adapted {
                from: &adapts.original,
                moved_on: adapts.moved_on,
            },
        }
    }

    fn own(holder: &Owner) -> Self {
        Self {
            holder: holder.clone(),
            adapts: None,
        }
    }
}

impl Held<Text> {
    fn text(&self) -> (&Text, &Origin) {
        (&self.value, &self.origin)
    }

    /// Puts a text in the place of one that was `was` then. What its translations are of is no
    /// part of what it said.
    fn reword(&mut self, was: &Text, text: &Text, holder: &Owner) {
        let moved_on = !self.value.says(was);
        self.put(text, moved_on, holder);
    }
}

impl<T: PartialEq + Clone> Held<T> {
    fn own(value: &T, holder: &Owner) -> Self {
        Self {
            value: value.clone(),
            origin: Origin::own(holder),
        }
    }

    fn replace(&mut self, was: &T, value: &T, holder: &Owner) {
        self.put(value, self.value != *was, holder);
    }

    fn put(&mut self, value: &T, moved_on: bool, holder: &Owner) {
        let adapts = Adapts {
            original: self.origin.holder.clone(),
            moved_on,
        };
        self.value = value.clone();
        self.origin = Origin {
            holder: holder.clone(),
            adapts: Some(adapts),
        };
    }
}

impl ResolvedRow {
    #[must_use]
    pub fn id(&self) -> &RowId {
        &self.row.id
    }

    #[must_use]
    pub fn when(&self) -> Option<&FactId> {
        self.row.when.as_ref()
    }

    #[must_use]
    pub fn note(&self) -> &str {
        &self.row.note
    }

    /// The row with the cells that it shows, as a row that stands by itself.
    #[must_use]
    pub fn as_shown(&self) -> Row {
        let mut row = Row::clone(&self.row);
        for (column, held) in &self.replaced {
            match &held.value {
                Some(cell) => drop(row.cells.insert(column.clone(), cell.clone())),
                None => drop(row.cells.shift_remove(column)),
            }
        }
        row
    }

    /// The cell in a column, absent or not, and where that is held.
    #[must_use]
    pub fn cell(&self, column: &ColumnId) -> (Option<&Cell>, &Origin) {
        match self
            .replaced
            .iter()
            .find(|(replaced, _)| replaced == column)
        {
            Some((_, held)) => (held.value.as_ref(), &held.origin),
            None => (self.row.cells.get(column), &self.origin),
        }
    }

    /// Whether a cell of it says « as above ».
    #[must_use]
    pub fn says_above(&self) -> bool {
        let is_above = |cell: &Cell| matches!(cell, Cell::Above);
        let replaced = self.replaced.iter();
        self.row.cells.values().any(is_above)
            || replaced
                .filter_map(|(_, held)| held.value.as_ref())
                .any(is_above)
    }

    /// Whether a charter wrote it, or a cell of it.
    #[must_use]
    pub fn holds_words_of(&self, owner: &Owner) -> bool {
        let mut replaced = self.replaced.iter();
        self.origin.holder == *owner || replaced.any(|(_, held)| held.origin.holder == *owner)
    }

    /// Whether it is the row that another one was made from, with the same cells in it, from the
    /// same places.
    ///
    /// Rows are shared until they are changed, so that no cell needs to be looked at.
    #[must_use]
    pub fn has_cells_of(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.row, &other.row)
            && self.origin == other.origin
            && self.replaced == other.replaced
    }

    fn own(row: &Arc<Row>, holder: &Owner) -> Self {
        Self {
            row: Arc::clone(row),
            origin: Origin::own(holder),
            hidden: None,
            moved: None,
            replaced: Vec::new(),
        }
    }

    fn replace(
        &mut self,
        column: &ColumnId,
        was: Option<&Cell>,
        cell: Option<&Cell>,
        holder: &Owner,
    ) {
        let (now, origin) = self.cell(column);
        let mut held = Held {
            value: now.cloned(),
            origin: origin.clone(),
        };
        let moved_on = match (now, was) {
            (Some(Cell::Text(now)), Some(Cell::Text(was))) => !now.says(was),
            (now, was) => now != was,
        };
        held.put(&cell.cloned(), moved_on, holder);
        self.replaced.retain(|(replaced, _)| replaced != column);
        self.replaced.push((column.clone(), held));
    }
}

impl ResolvedColumn {
    fn own(column: &Arc<Column>, holder: &Owner) -> Self {
        Self {
            column: Arc::clone(column),
            origin: Origin::own(holder),
            label: Held::own(&column.label, holder),
            hidden: None,
        }
    }

    fn all(columns: &List<Column>, holder: &Owner) -> Indexed<Self> {
        columns
            .iter()
            .map(|column| Self::own(column, holder))
            .collect()
    }

    /// Whether the finished charter shows it.
    #[must_use]
    pub fn shown(&self) -> bool {
        self.hidden.is_none() && !self.column.hidden
    }
}

impl Identified for ResolvedRow {
    type Id = RowId;

    fn id(&self) -> &RowId {
        &self.row.id
    }
}

impl Identified for ResolvedColumn {
    type Id = ColumnId;

    fn id(&self) -> &ColumnId {
        &self.column.id
    }
}

impl Identified for ResolvedSection {
    type Id = SectionId;

    fn id(&self) -> &SectionId {
        &self.id
    }
}

impl ResolvedSection {
    fn own(section: &Section, holder: &Owner) -> Self {
        Self {
            id: section.id.clone(),
            origin: Origin::own(holder),
            hidden: None,
            moved: None,
            level: Held::own(&section.level, holder),
            heading: Held::own(&section.heading, holder),
            body: Held::own(&section.body, holder),
            when: section.when.clone(),
            table: section
                .table
                .as_ref()
                .map(|table| ResolvedTable::own(table, holder)),
            note: section.note.clone(),
        }
    }
}

impl ResolvedTable {
    fn own(table: &CookieTable, holder: &Owner) -> Self {
        let nature = Nature {
            category: table.category.clone(),
            consent: table.consent,
        };
        Self {
            nature: Held::own(&nature, holder),
            columns: table
                .columns
                .as_ref()
                .map(|columns| ResolvedColumn::all(columns, holder)),
            rows: table
                .rows
                .iter()
                .map(|row| ResolvedRow::own(row, holder))
                .collect(),
        }
    }
}

impl Collection {
    /// Puts a charter together. `None` where there is no such model or platform.
    #[must_use]
    pub fn resolve(&self, owner: &Owner) -> Option<Resolved> {
        self.resolve_as(owner, self.charter(owner)?)
    }

    /// Puts together what a model or a platform would say with another charter.
    #[must_use]
    pub fn resolve_as(&self, owner: &Owner, charter: &Charter) -> Option<Resolved> {
        let models: Vec<_> = self
            .followed(charter)
            .take_while(|model| !matches!(owner, Owner::Model(id) if *id == model.id))
            .collect();
        let followers = || models.iter().map(|model| Owner::Model(model.id.clone()));
        let chain: Vec<(Owner, &Charter)> = std::iter::once((owner.clone(), charter))
            .chain(followers().zip(models.iter().map(|model| &model.charter)))
            .collect();

        let (top, rest) = chain.split_last()?;
        let mut resolved = match &top.1.form {
            Form::Complete(complete) => complete_charter(owner, &top.0, complete),
            // The chain ends at a charter that follows something: there is no such model, or it
            // stands in the chain already.
            Form::Following(following) => {
                let mut resolved = complete_charter(owner, &top.0, &Complete::default());
                let problem = broken_chain(following.model.clone(), &chain);
                resolved
                    .findings
                    .push(Finding::new(Element::Title, problem));
                adapt(
                    &mut resolved,
                    &top.0,
                    &following.adaptations,
                    Report::Nothing,
                );
                resolved
            }
        };
        for (holder, charter) in rest.iter().rev() {
            adapt(
                &mut resolved,
                holder,
                charter.adaptations(),
                Report::Findings,
            );
        }
        resolved.updated = chain.iter().find_map(|(_, charter)| charter.updated);
        Some(resolved)
    }
}

fn complete_charter(owner: &Owner, holder: &Owner, complete: &Complete) -> Resolved {
    Resolved {
        owner: owner.clone(),
        updated: None,
        title: Held::own(&complete.title, holder),
        columns: ResolvedColumn::all(&complete.columns, holder),
        sections: complete
            .sections
            .iter()
            .map(|section| ResolvedSection::own(section, holder))
            .collect(),
        findings: Vec::new(),
    }
}

fn broken_chain(missing: ModelId, chain: &[(Owner, &Charter)]) -> Problem {
    let models: Vec<ModelId> = chain
        .iter()
        .filter_map(|(owner, _)| match owner {
            Owner::Model(id) => Some(id.clone()),
            Owner::Platform(_) => None,
        })
        .collect();
    match models.iter().position(|id| *id == missing) {
        Some(start) => Problem::Cycle(models.into_iter().skip(start).chain([missing]).collect()),
        None => Problem::UnknownModel(missing),
    }
}
