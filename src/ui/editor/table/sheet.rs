//! A cookie table as it lies on the screen: where its columns and rows are, and what of it is
//! selected.
//!
//! Rows are as high as their tallest cell. Those that were never seen have a height guessed from
//! the length of their words; those in sight are measured before they are drawn. So a frame costs
//! what is in sight, however many rows there are.

use std::collections::HashMap;
use std::ops::{Range, RangeInclusive};
use std::sync::{Arc, Weak};

use egui::Rangef;

use crate::model::{
    Cell, CellAddress, ColumnAddress, ColumnId, Language, Resolved, ResolvedColumn, ResolvedRow,
    ResolvedSection, ResolvedTable, RowId, SectionId,
};
use crate::ui::columns::share;
use crate::workspace::settings::Settings;

use super::{LETTERS, PADDING};

/// The room at the left of a row: its number, the mark of where it comes from, its menu.
pub const GUTTER: f32 = NUMBER + MARK + MENU;
pub const NUMBER: f32 = 30.0;
pub const MARK: f32 = 20.0;
pub const MENU: f32 = 24.0;
/// The least height of a row.
const LEAST: f32 = 16.0;

/// A table as it lies on the screen.
pub struct Sheet<'a> {
    pub section: &'a ResolvedSection,
    pub table: &'a ResolvedTable,
    pub columns: Vec<&'a ResolvedColumn>,
    /// From the left of the table: where each column starts, and where the last one ends.
    edges: Vec<f32>,
}

impl<'a> Sheet<'a> {
    /// Whether a column's label stands over this table: its own, or the charter's.
    pub fn has_label(&self, column: &ColumnAddress) -> bool {
        match &column.table {
            Some(section) => *section == self.section.id,
            None => self.table.columns.is_none(),
        }
    }

    pub fn new(
        section: &'a ResolvedSection,
        table: &'a ResolvedTable,
        columns: Vec<&'a ResolvedColumn>,
        settings: &Settings,
        available: f32,
    ) -> Self {
        let roles = columns.iter().map(|column| column.column.role);
        let mut edges = vec![GUTTER];
        let mut at = GUTTER;
        let given = |role| settings.column_width(role);
        for width in share(roles, given, available - GUTTER) {
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

    /// The room for the words of a cell.
    pub fn words_of(&self, at: usize) -> f32 {
        (self.width_of(at) - 2.0 * PADDING.x).max(20.0)
    }

    pub fn rows(&self) -> usize {
        self.table.rows.len()
    }

    pub fn row(&self, at: usize) -> Option<&'a ResolvedRow> {
        self.table.rows.get(at)
    }

    pub fn address(&self, row: usize, column: usize) -> Option<CellAddress> {
        Some(CellAddress {
            section: self.section.id.clone(),
            row: self.row(row)?.id().clone(),
            column: self.columns.get(column)?.column.id.clone(),
        })
    }

    /// What a cell is called by its ids, with where it stands now.
    pub fn corner(&self, (row, column): Spot) -> Option<Corner> {
        Some(Corner {
            row: self.row(row)?.id().clone(),
            column: self.columns.get(column)?.column.id.clone(),
            at: row,
        })
    }

    pub fn column_at(&self, column: &ColumnId) -> Option<usize> {
        self.columns.iter().position(|it| it.column.id == *column)
    }

    /// Where a row stands: most often where it last stood.
    pub fn row_at(&self, id: &RowId, guess: usize) -> Option<usize> {
        if self.row(guess).is_some_and(|row| row.id() == id) {
            return Some(guess);
        }
        self.table.rows.iter().position(|row| row.id() == id)
    }
}

/// A cell by its row and column on the screen.
pub type Spot = (usize, usize);

/// A corner of what is selected. It stays with its row when that moves.
#[derive(Debug, Clone, PartialEq)]
pub struct Corner {
    pub row: RowId,
    pub column: ColumnId,
    /// Where the row stood last; what is there is selected once the row is gone.
    pub at: usize,
}

/// What is selected: a cell, or all between two.
#[derive(Debug, Clone, PartialEq)]
pub struct Selection {
    pub section: SectionId,
    /// The active cell, from which a range was drawn.
    pub anchor: Corner,
    /// The corner that moves.
    pub head: Corner,
}

/// What is selected, in rows and columns of the screen.
#[derive(Debug, Clone, PartialEq)]
pub struct Chosen {
    pub rows: RangeInclusive<usize>,
    pub columns: RangeInclusive<usize>,
    pub anchor: Spot,
    pub head: Spot,
}

impl Chosen {
    pub fn is_one_cell(&self) -> bool {
        self.anchor == self.head
    }

    pub fn contains(&self, (row, column): Spot) -> bool {
        self.rows.contains(&row) && self.columns.contains(&column)
    }

    pub fn cells(&self) -> impl Iterator<Item = Spot> {
        let columns = self.columns.clone();
        self.rows
            .clone()
            .flat_map(move |row| columns.clone().map(move |column| (row, column)))
    }
}

impl Selection {
    pub fn of(sheet: &Sheet<'_>, anchor: Spot, head: Spot) -> Option<Self> {
        Some(Self {
            section: sheet.section.id.clone(),
            anchor: sheet.corner(anchor)?,
            head: sheet.corner(head)?,
        })
    }

    /// What it selects of a table as that stands now.
    pub fn chosen(&self, sheet: &Sheet<'_>) -> Option<Chosen> {
        if self.section != sheet.section.id || sheet.columns.is_empty() {
            return None;
        }
        let spot = |corner: &Corner| -> Option<Spot> {
            let last = sheet.rows().checked_sub(1)?;
            let row = sheet
                .row_at(&corner.row, corner.at)
                .unwrap_or(corner.at.min(last));
            Some((row, sheet.column_at(&corner.column).unwrap_or_default()))
        };
        let (anchor, head) = (spot(&self.anchor)?, spot(&self.head)?);
        Some(Chosen {
            rows: anchor.0.min(head.0)..=anchor.0.max(head.0),
            columns: anchor.1.min(head.1)..=anchor.1.max(head.1),
            anchor,
            head,
        })
    }
}

/// The heights of a table's rows.
#[derive(Debug, Default)]
pub struct Heights {
    /// What they were made for: the charter as it was put together, and the widths of columns.
    made_for: (Weak<Resolved>, Vec<f32>),
    rows: Vec<RowId>,
    tall: Vec<f32>,
    /// Where each row begins, and where the last one ends; from the top of the first.
    tops: Vec<f32>,
}

impl Heights {
    /// Takes over a table as it stands now: what is known of its rows stays.
    pub fn prepare(&mut self, resolved: &Arc<Resolved>, sheet: &Sheet<'_>, language: &Language) {
        let (of, edges) = &self.made_for;
        let is_same_charter =
            of.as_ptr() == Arc::as_ptr(resolved) && self.rows.len() == sheet.rows();
        let is_as_wide = *edges == sheet.edges;
        if is_same_charter && is_as_wide {
            return;
        }
        let known: HashMap<RowId, f32> = if is_as_wide {
            std::mem::take(&mut self.rows)
                .into_iter()
                .zip(self.tall.iter().copied())
                .collect()
        } else {
            HashMap::new()
        };
        let height = |row: &ResolvedRow| {
            let known = known.get(row.id()).copied();
            known.unwrap_or_else(|| guess(sheet, row, language))
        };
        self.tall = sheet.table.rows.iter().map(height).collect();
        self.rows = sheet
            .table
            .rows
            .iter()
            .map(|row| row.id().clone())
            .collect();
        self.made_for = (Arc::downgrade(resolved), sheet.edges.clone());
        self.add_up();
    }

    fn add_up(&mut self) {
        let mut top = 0.0;
        self.tops.clear();
        self.tops.push(top);
        for height in &self.tall {
            top += height;
            self.tops.push(top);
        }
    }

    /// Notes how high rows are, and tells whether that was not known.
    pub fn measured(&mut self, heights: impl IntoIterator<Item = (usize, f32)>) -> bool {
        let mut is_new = false;
        for (row, measured) in heights {
            if let Some(height) = self.tall.get_mut(row)
                && (*height - measured).abs() > 0.1
            {
                *height = measured;
                is_new = true;
            }
        }
        if is_new {
            self.add_up();
        }
        is_new
    }

    pub fn total(&self) -> f32 {
        self.tops.last().copied().unwrap_or_default()
    }

    pub fn of(&self, row: usize) -> Rangef {
        let edge = |at: usize| self.tops.get(at).copied().unwrap_or_default();
        Rangef::new(edge(row), edge(row + 1))
    }

    /// The rows that lie, be it in part, between two heights.
    pub fn between(&self, top: f32, bottom: f32) -> Range<usize> {
        let first = self.tops.partition_point(|edge| *edge <= top);
        let end = self.tops.partition_point(|edge| *edge < bottom);
        let last = self.tall.len();
        first.saturating_sub(1).min(last)..end.min(last)
    }

    /// The row at a height.
    pub fn row_at(&self, height: f32) -> usize {
        let below = self.tops.partition_point(|edge| *edge <= height);
        let last = self.tall.len().saturating_sub(1);
        below.saturating_sub(1).min(last)
    }
}

/// How high a row is likely to be.
fn guess(sheet: &Sheet<'_>, row: &ResolvedRow, language: &Language) -> f32 {
    const LETTER: f32 = LETTERS * 0.5;
    let lines = sheet.columns.iter().enumerate().map(|(at, column)| {
        let text = row.cell(&column.column.id).0.and_then(Cell::text);
        let words = text.map_or("", |text| text.said(language, language).text);
        let room = sheet.words_of(at);
        let lines = words.lines().map(|line| {
            #[expect(clippy::cast_precision_loss, reason = "lines are short")]
            let letters = line.len() as f32;
            (letters * LETTER / room).ceil().max(1.0)
        });
        lines.sum::<f32>()
    });
    let lines = lines.fold(1.0, f32::max);
    (lines * LETTERS * 1.21).max(LEAST) + 2.0 * PADDING.y
}

/// How high a row is whose tallest words are so high.
pub fn row_height(tallest: f32) -> f32 {
    tallest.max(LEAST) + 2.0 * PADDING.y
}
