//! The columns of the board, as many as there is room for.

use egui::Rect;

use crate::workspace::board::Column;

/// How wide the box at the left of each row is.
pub const TICK: f32 = 34.0;

/// The room at the right of the rows, where the bar is that scrolls them.
const BESIDE: f32 = 8.0;

/// The columns that are shown, each with its width.
#[derive(Debug)]
pub struct Columns {
    shown: Vec<(Column, f32)>,
}

/// The least width of each column, those first that are given up last.
const LEAST: [(Column, f32); 7] = [
    (Column::Name, 200.0),
    (Column::Findings, 96.0),
    (Column::Adaptations, 126.0),
    (Column::Follows, 122.0),
    (Column::Release, 160.0),
    (Column::Languages, 104.0),
    (Column::Updated, 108.0),
];

impl Columns {
    /// Those that a width has room for, in their order. What is left over goes to what people
    /// have named.
    pub fn within(width: f32) -> Self {
        let mut left = width - TICK - BESIDE;
        let mut fitting = Vec::new();
        for (column, least) in LEAST {
            if left < least {
                break;
            }
            left -= least;
            fitting.push((column, least));
        }
        let share = |column| match column {
            Column::Name => 0.5,
            Column::Follows => 0.3,
            Column::Languages => 0.2,
            _ => 0.0,
        };
        let shares: f32 = fitting.iter().map(|(column, _)| share(*column)).sum();
        for (column, width) in &mut fitting {
            *width += left.max(0.0) * share(*column) / shares.max(0.1);
        }
        let shown = Column::ALL.into_iter().filter_map(|column| {
            let fits = |(it, _): &&(Column, f32)| *it == column;
            fitting.iter().find(fits).copied()
        });
        Self {
            shown: shown.collect(),
        }
    }

    /// How wide all of them are.
    pub fn width(&self) -> f32 {
        TICK + self.shown.iter().map(|(_, width)| width).sum::<f32>()
    }

    /// The box of a row, and the place of each column in it.
    pub fn places(&self, row: Rect) -> (Rect, Vec<(Column, Rect)>) {
        let (tick, mut rest) = row.split_left_right_at_x(row.left() + TICK);
        let places = self.shown.iter().map(|(column, width)| {
            let (place, after) = rest.split_left_right_at_x(rest.left() + width);
            rest = after;
            (*column, place)
        });
        (tick, places.collect())
    }
}
