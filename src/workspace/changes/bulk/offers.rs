//! What can be chosen for many platforms: the sections, tables and rows of the models that they
//! follow, and the rows that they add themselves.

use std::collections::HashSet;

use crate::model::{
    Adaptation, Cell, Collection, ColumnId, ModelId, Owner, PlatformId, Resolved, ResolvedColumn,
    ResolvedSection, ResolvedTable, Role, Row, RowId, SectionId, Text,
};

/// The sections of the models that platforms follow, each once.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Offers {
    pub sections: Vec<SectionOffer>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct SectionOffer {
    pub id: SectionId,
    pub heading: Text,
    pub table: Option<TableOffer>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct TableOffer {
    /// Those that the finished charter shows.
    pub columns: Vec<ColumnOffer>,
    pub rows: Vec<RowOffer>,
    /// The rows that are offered.
    offered: HashSet<RowId>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct ColumnOffer {
    pub id: ColumnId,
    pub role: Role,
    pub label: Text,
}

/// A row, by what its column of names says.
#[derive(Debug, Clone, PartialEq)]
pub struct RowOffer {
    pub id: RowId,
    pub name: Text,
}

impl Offers {
    /// What can be chosen for these platforms.
    #[must_use]
    pub fn of(collection: &Collection, platforms: &[PlatformId]) -> Self {
        let platforms = || {
            platforms
                .iter()
                .filter_map(|id| collection.platforms.get(id))
        };
        let mut offers = Self::default();
        let mut known: HashSet<&ModelId> = HashSet::new();
        let followed = platforms().filter_map(|platform| platform.charter.follows());
        for model in followed.filter(|model| known.insert(model)) {
            if let Some(resolved) = collection.resolve(&Owner::Model(model.clone())) {
                offers.add_model(&resolved);
            }
        }
        for adaptation in platforms().flat_map(|platform| platform.charter.adaptations()) {
            if let Adaptation::AddRow { section, row, .. } = adaptation {
                offers.add_row(section, row);
            }
        }
        offers
    }

    fn add_model(&mut self, resolved: &Resolved) {
        for section in &resolved.sections {
            let known = self.sections.iter_mut().find(|it| it.id == section.id);
            match (known, &section.table) {
                (None, _) => self.sections.push(SectionOffer::of(resolved, section)),
                (Some(known), Some(table)) => known.add_rows(resolved, table),
                (Some(_), None) => {}
            }
        }
    }

    fn add_row(&mut self, section: &SectionId, row: &Row) {
        let known = self.sections.iter_mut().find(|it| it.id == *section);
        let Some(table) = known.and_then(|section| section.table.as_mut()) else {
            return;
        };
        let name = table.name_column().and_then(|column| row.cells.get(column));
        let name = name.and_then(Cell::text).cloned();
        table.add(row.id.clone(), name);
    }
}

impl SectionOffer {
    fn of(resolved: &Resolved, section: &ResolvedSection) -> Self {
        let mut offer = Self {
            id: section.id.clone(),
            heading: section.heading.value.clone(),
            table: None,
        };
        if let Some(table) = &section.table {
            offer.add_rows(resolved, table);
        }
        offer
    }

    /// Adds the rows of a table, which another model may have too.
    fn add_rows(&mut self, resolved: &Resolved, table: &ResolvedTable) {
        let columns = resolved.columns_of(table);
        let offer = self.table.get_or_insert_with(|| TableOffer {
            columns: columns
                .iter()
                .filter(|column| column.shown())
                .map(ColumnOffer::of)
                .collect(),
            rows: Vec::new(),
            offered: HashSet::new(),
        });
        let column = offer.name_column().cloned();
        for row in table.rows.iter().filter(|row| row.hidden.is_none()) {
            let name = column.as_ref().and_then(|column| row.cell(column).0);
            offer.add(row.id().clone(), name.and_then(Cell::text).cloned());
        }
    }
}

impl TableOffer {
    /// The column that tells rows apart: that of names, or else the first.
    fn name_column(&self) -> Option<&ColumnId> {
        let named = self.columns.iter().find(|it| it.role == Role::Name);
        named.or(self.columns.first()).map(|column| &column.id)
    }

    fn add(&mut self, id: RowId, name: Option<Text>) {
        if self.offered.insert(id.clone()) {
            let name = name.unwrap_or_default();
            self.rows.push(RowOffer { id, name });
        }
    }
}

impl ColumnOffer {
    fn of(column: &ResolvedColumn) -> Self {
        Self {
            id: column.column.id.clone(),
            role: column.column.role,
            label: column.label.value.clone(),
        }
    }
}
