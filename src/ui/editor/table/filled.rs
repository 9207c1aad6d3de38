//! What the cells of a table hold, as the keyboard and the clipboard ask for it.

use super::sheet::{Sheet, Spot};
use crate::model::{Cell, ColumnId};
use crate::ui::scene::Scene;

/// A way from cell to cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    Up,
    Down,
    Left,
    Right,
}

impl Way {
    fn next(self, (row, column): Spot) -> Option<Spot> {
        Some(match self {
            Self::Up => (row.checked_sub(1)?, column),
            Self::Down => (row + 1, column),
            Self::Left => (row, column.checked_sub(1)?),
            Self::Right => (row, column + 1),
        })
    }
}

/// What a cell says; where that is « as above », what it stands for.
pub fn words<'a>(scene: &Scene<'_>, sheet: &Sheet<'a>, (row, column): Spot) -> &'a str {
    let Some(column) = sheet.columns.get(column) else {
        return "";
    };
    let text = said(sheet, row, &column.column.id).and_then(Cell::text);
    let first = scene.collection.first_language();
    text.map_or("", |text| text.said(scene.language, &first).text)
}

/// The cell that says what one in a row does: itself, or the nearest above it that says anything.
fn said<'a>(sheet: &Sheet<'a>, row: usize, column: &ColumnId) -> Option<&'a Cell> {
    (0..=row)
        .rev()
        .filter_map(|row| sheet.row(row))
        .map(|row| row.cell(column).0)
        .find(|cell| *cell != Some(&Cell::Above))?
}

/// Where a part of the table that is filled ends on a way, or where the next one begins; without
/// one, the last cell of the way.
pub fn edge(scene: &Scene<'_>, sheet: &Sheet<'_>, from: Spot, way: Way) -> Option<Spot> {
    let next = |spot| {
        let (row, column) = way.next(spot)?;
        (row < sheet.rows() && column < sheet.columns.len()).then_some((row, column))
    };
    let is_filled = |spot: &Spot| !words(scene, sheet, *spot).is_empty();
    let first = next(from)?;
    let on_the_way = std::iter::successors(Some(first), |spot| next(*spot));
    if is_filled(&from) && is_filled(&first) {
        on_the_way.take_while(is_filled).last()
    } else {
        let mut last = first;
        for spot in on_the_way {
            last = spot;
            if is_filled(&spot) {
                break;
            }
        }
        Some(last)
    }
}
