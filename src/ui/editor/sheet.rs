//! A cookie table as it lies on the screen, and the ways between its cells.

use egui::{Key, Modifiers, Rect, Ui, pos2};

use crate::model::{CellAddress, ResolvedColumn, ResolvedSection, ResolvedTable};
use crate::ui::columns::share;

/// The room at the left of a row for its menu.
pub const MENU: f32 = 26.0;
/// The room at the left of a row for its menu and the mark of where it comes from.
pub const GUTTER: f32 = MENU + 22.0;

/// A table as it lies on the screen.
pub struct Sheet<'a> {
    pub section: &'a ResolvedSection,
    pub table: &'a ResolvedTable,
    pub columns: Vec<&'a ResolvedColumn>,
    /// From the left of the table: where each column starts, and where the last one ends.
    edges: Vec<f32>,
}

impl<'a> Sheet<'a> {
    pub fn new(
        section: &'a ResolvedSection,
        table: &'a ResolvedTable,
        columns: Vec<&'a ResolvedColumn>,
        available: f32,
    ) -> Self {
        let roles = columns.iter().map(|column| column.column.role);
        let mut edges = vec![GUTTER];
        let mut at = GUTTER;
        for width in share(roles, available - GUTTER) {
            at += width;
            edges.push(at);
        }
        Self {
            section,
            table,
            columns,
            edges,
        }
    }

    pub fn width(&self) -> f32 {
        self.edges.last().copied().unwrap_or(GUTTER)
    }

    pub fn edge(&self, at: usize) -> f32 {
        self.edges.get(at).copied().unwrap_or(GUTTER)
    }

    pub fn width_of(&self, at: usize) -> f32 {
        self.edge(at + 1) - self.edge(at)
    }

    pub fn cell(&self, row: Rect, at: usize) -> Rect {
        Rect::from_min_max(
            pos2(row.left() + self.edge(at), row.top()),
            pos2(row.left() + self.edge(at + 1), row.bottom()),
        )
    }
}

/// Where the cursor goes when a cell is left by a key.
#[derive(Clone, Copy)]
pub enum Move {
    Next,
    Previous,
    Down,
}

impl Move {
    pub fn by_key(ui: &Ui) -> Option<Self> {
        ui.input_mut(|input| {
            if input.consume_key(Modifiers::SHIFT, Key::Tab) {
                Some(Self::Previous)
            } else if input.consume_key(Modifiers::NONE, Key::Tab) {
                Some(Self::Next)
            } else if !input.modifiers.any() && input.consume_key(Modifiers::NONE, Key::Enter) {
                Some(Self::Down)
            } else {
                None
            }
        })
    }

    pub fn from(self, cell: &CellAddress, number: usize, sheet: &Sheet<'_>) -> Option<CellAddress> {
        let columns = &sheet.columns;
        let at = columns
            .iter()
            .position(|column| column.column.id == cell.column)?;
        let (row, column) = match self {
            Self::Next if at + 1 < columns.len() => (number, at + 1),
            Self::Next => (number + 1, 0),
            Self::Previous if at > 0 => (number, at - 1),
            Self::Previous => (number.checked_sub(1)?, columns.len() - 1),
            Self::Down => (number + 1, at),
        };
        Some(CellAddress {
            section: cell.section.clone(),
            row: sheet.table.rows.get(row)?.id().clone(),
            column: columns.get(column)?.column.id.clone(),
        })
    }
}
