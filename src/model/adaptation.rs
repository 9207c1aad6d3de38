//! What a charter changes of the one that it follows.
//!
//! A replacement keeps what it replaced, so that a model which has changed since can be told, and
//! the three texts (then, the model's now, here) be compared.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::charter::{Level, Section};
use super::element::{CellAddress, ColumnAddress, Element, RowAddress};
use super::table::{Category, Cell, Column, Consent, Row, maybe_cell};
use super::{ColumnId, RowId, SectionId, Text, is_default};

/// One difference from the model.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Adaptation {
    ReplaceTitle {
        was: Text,
        text: Text,
    },
    ReplaceHeading {
        section: SectionId,
        was: Text,
        text: Text,
    },
    ReplaceBody {
        section: SectionId,
        was: Text,
        text: Text,
    },
    ReplaceLevel {
        section: SectionId,
        was: Level,
        level: Level,
    },
    /// Another category of a table, or another rule of consent.
    ReplaceNature {
        section: SectionId,
        was: Nature,
        nature: Nature,
    },
    ReplaceLabel {
        /// The section of the table; without one, the charter's own columns.
        #[serde(default, skip_serializing_if = "is_default")]
        table: Option<SectionId>,
        column: ColumnId,
        was: Text,
        text: Text,
    },
    ReplaceCell {
        section: SectionId,
        row: RowId,
        column: ColumnId,
        #[serde(default, skip_serializing_if = "is_default", with = "maybe_cell")]
        #[schemars(with = "Cell")]
        was: Option<Cell>,
        #[serde(default, skip_serializing_if = "is_default", with = "maybe_cell")]
        #[schemars(with = "Cell")]
        cell: Option<Cell>,
    },
    HideSection {
        section: SectionId,
    },
    HideRow {
        section: SectionId,
        row: RowId,
    },
    HideColumn {
        #[serde(default, skip_serializing_if = "is_default")]
        table: Option<SectionId>,
        column: ColumnId,
    },
    AddSection {
        section: Arc<Section>,
        #[serde(default, skip_serializing_if = "is_default")]
        place: Place<SectionId>,
    },
    AddRow {
        section: SectionId,
        row: Arc<Row>,
        #[serde(default, skip_serializing_if = "is_default")]
        place: Place<RowId>,
    },
    AddColumn {
        #[serde(default, skip_serializing_if = "is_default")]
        table: Option<SectionId>,
        column: Arc<Column>,
        #[serde(default, skip_serializing_if = "is_default")]
        place: Place<ColumnId>,
    },
    MoveSection {
        section: SectionId,
        place: Place<SectionId>,
    },
    MoveRow {
        section: SectionId,
        row: RowId,
        place: Place<RowId>,
    },
    MoveColumn {
        #[serde(default, skip_serializing_if = "is_default")]
        table: Option<SectionId>,
        column: ColumnId,
        place: Place<ColumnId>,
    },
}

/// Where something added or moved stands among its like.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Place<Id> {
    First,
    After(Id),
    #[default]
    Last,
}

/// The category of a table and its rule of consent.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Nature {
    pub category: Category,
    #[serde(default, skip_serializing_if = "is_default")]
    pub consent: Option<Consent>,
}

impl Nature {
    /// Whether visitors must agree: as it says, or as its category implies.
    #[must_use]
    pub fn consent(&self) -> Consent {
        self.consent.unwrap_or_else(|| self.category.consent())
    }
}

impl Adaptation {
    /// Another text for a title, heading, body or label; the others are not replaced by one text.
    #[must_use]
    pub fn replacing(element: Element, was: Text, text: Text) -> Option<Self> {
        Some(match element {
            Element::Title => Self::ReplaceTitle { was, text },
            Element::Heading(section) => Self::ReplaceHeading { section, was, text },
            Element::Body(section) => Self::ReplaceBody { section, was, text },
            Element::Column(ColumnAddress { table, column }) => Self::ReplaceLabel {
                table,
                column,
                was,
                text,
            },
            Element::Section(_) | Element::Row(_) | Element::Cell(_) => return None,
        })
    }

    /// What it adapts.
    #[must_use]
    pub fn element(&self) -> Element {
        let column = |table: &Option<SectionId>, column: &ColumnId| {
            Element::Column(ColumnAddress {
                table: table.clone(),
                column: column.clone(),
            })
        };
        let row = |section: &SectionId, row: &RowId| {
            Element::Row(RowAddress {
                section: section.clone(),
                row: row.clone(),
            })
        };
        match self {
            Self::ReplaceTitle { .. } => Element::Title,
            Self::ReplaceHeading { section, .. } => Element::Heading(section.clone()),
            Self::ReplaceBody { section, .. } => Element::Body(section.clone()),
            Self::ReplaceLevel { section, .. }
            | Self::ReplaceNature { section, .. }
            | Self::HideSection { section }
            | Self::MoveSection { section, .. } => Element::Section(section.clone()),
            Self::AddSection { section, .. } => Element::Section(section.id.clone()),
            Self::ReplaceLabel {
                table, column: id, ..
            }
            | Self::HideColumn { table, column: id }
            | Self::MoveColumn {
                table, column: id, ..
            } => column(table, id),
            Self::AddColumn {
                table,
                column: added,
                ..
            } => column(table, &added.id),
            Self::ReplaceCell {
                section,
                row,
                column,
                ..
            } => Element::Cell(CellAddress {
                section: section.clone(),
                row: row.clone(),
                column: column.clone(),
            }),
            Self::HideRow { section, row: id }
            | Self::MoveRow {
                section, row: id, ..
            } => row(section, id),
            Self::AddRow {
                section,
                row: added,
                ..
            } => row(section, &added.id),
        }
    }

    /// The text that it replaced, if it replaces one.
    #[must_use]
    pub fn replaced_text(&self) -> Option<&Text> {
        match self {
            Self::ReplaceTitle { was, .. }
            | Self::ReplaceHeading { was, .. }
            | Self::ReplaceBody { was, .. }
            | Self::ReplaceLabel { was, .. }
            | Self::ReplaceCell {
                was: Some(Cell::Text(was)),
                ..
            } => Some(was),
            _ => None,
        }
    }

    /// The text that it puts there, if it replaces one.
    #[must_use]
    pub fn replacing_text(&self) -> Option<&Text> {
        match self {
            Self::ReplaceTitle { text, .. }
            | Self::ReplaceHeading { text, .. }
            | Self::ReplaceBody { text, .. }
            | Self::ReplaceLabel { text, .. }
            | Self::ReplaceCell {
                cell: Some(Cell::Text(text)),
                ..
            } => Some(text),
            _ => None,
        }
    }

    /// Whether it puts something else in the place of the model's.
    #[must_use]
    pub fn is_replacement(&self) -> bool {
        matches!(
            self,
            Self::ReplaceTitle { .. }
                | Self::ReplaceHeading { .. }
                | Self::ReplaceBody { .. }
                | Self::ReplaceLevel { .. }
                | Self::ReplaceNature { .. }
                | Self::ReplaceLabel { .. }
                | Self::ReplaceCell { .. }
        )
    }
}
