//! Where something stands: whose charter, and which element of it.

use std::fmt;

use serde::Serialize;

use super::{ColumnId, ModelId, PlatformId, RowId, SectionId};

/// Whose charter it is.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Owner {
    Model(ModelId),
    Platform(PlatformId),
}

impl fmt::Display for Owner {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Model(id) => id.fmt(f),
            Self::Platform(id) => id.fmt(f),
        }
    }
}

/// An element of a charter: what an origin, a finding or the cursor is about.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Element {
    Title,
    Section(SectionId),
    Heading(SectionId),
    Body(SectionId),
    /// A column, and its label.
    Column(ColumnAddress),
    Row(RowAddress),
    Cell(CellAddress),
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct ColumnAddress {
    /// The section of the table; without one, the charter's own columns.
    pub table: Option<SectionId>,
    pub column: ColumnId,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct RowAddress {
    pub section: SectionId,
    pub row: RowId,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct CellAddress {
    pub section: SectionId,
    pub row: RowId,
    pub column: ColumnId,
}

impl CellAddress {
    #[must_use]
    pub fn row_address(&self) -> RowAddress {
        RowAddress {
            section: self.section.clone(),
            row: self.row.clone(),
        }
    }
}

impl Element {
    /// The section that it belongs to.
    #[must_use]
    pub fn section(&self) -> Option<&SectionId> {
        match self {
            Self::Title => None,
            Self::Section(section) | Self::Heading(section) | Self::Body(section) => Some(section),
            Self::Column(column) => column.table.as_ref(),
            Self::Row(row) => Some(&row.section),
            Self::Cell(cell) => Some(&cell.section),
        }
    }
}

/// The path of the element in its charter, as reports print it.
impl fmt::Display for Element {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Title => f.write_str("title"),
            Self::Section(section) => section.fmt(f),
            Self::Heading(section) => write!(f, "{section} / heading"),
            Self::Body(section) => write!(f, "{section} / body"),
            Self::Column(ColumnAddress {
                table: Some(section),
                column,
            }) => {
                write!(f, "{section} / {column}")
            }
            Self::Column(ColumnAddress {
                table: None,
                column,
            }) => write!(f, "columns / {column}"),
            Self::Row(row) => write!(f, "{} / {}", row.section, row.row),
            Self::Cell(cell) => write!(f, "{} / {} / {}", cell.section, cell.row, cell.column),
        }
    }
}
