//! How a table stands in the width that it has: in columns, or each row as a card.

use egui::Ui;

use super::Sheet;
use crate::document::{Block, Column, Table, plain};
use crate::model::Role;
use crate::ui::columns;
use crate::ui::preview::letters::{Letters, plain_line};
use crate::workspace::settings::PageWidth;

/// The width up to which a word stands unbroken.
const LONG_WORD: f32 = 112.0;
/// How a table stands in the width that it has.
#[derive(Debug, Clone, PartialEq)]
pub enum Plan {
    Columns {
        widths: Vec<f32>,
        letters: f32,
        padding: f32,
    },
    /// Each row as a card, as the exported pages do in a narrow place.
    Cards,
}

impl Plan {
    /// Columns where their words can be read in them, with smaller letters if that helps.
    pub fn of(ui: &Ui, sheet: &Sheet, table: &Table) -> Self {
        /// The size of letters, the room beside them, and how narrow columns may be.
        const STEPS: [(f32, f32, f32); 4] = [
            (13.5, 8.0, 0.92),
            (12.5, 5.0, 0.6),
            (12.0, 4.0, 0.5),
            (11.5, 3.0, 0.5),
        ];
        if sheet.screen == PageWidth::Phone {
            return Self::Cards;
        }
        let last = table.columns.len().saturating_sub(1);
        for (letters, padding, tightness) in STEPS {
            let plain_letters = Letters::new(letters, sheet.palette.text);
            let width = |words: &str, letters| {
                let parts = parts(words);
                let widths =
                    parts.map(|part| plain_line(ui, &sheet.palette, part, letters).size().x);
                widths.fold(0.0, f32::max)
            };
            let least = |(at, column): (usize, &Column)| {
                // No word is broken, but for those as long as addresses.
                let label = width(&plain(&column.label.inlines), plain_letters.bold());
                let of_name = match column.role {
                    Role::Name => plain_letters.bold(),
                    _ => plain_letters,
                };
                let word = width(&longest_word(table, at), of_name).min(LONG_WORD);
                let sides = if at == 0 || at == last { 1.0 } else { 2.0 };
                let usual = columns::widths(column.role).0;
                (usual * tightness)
                    .max(label.max(word) + 1.0 + sides * padding)
                    .ceil()
            };
            let least: Vec<f32> = table.columns.iter().enumerate().map(least).collect();
            let room = sheet.width - least.iter().sum::<f32>();
            if room >= 0.0 {
                let share = |role| columns::widths(role).1;
                let shares: f32 = table.columns.iter().map(|it| share(it.role)).sum();
                let widths = table.columns.iter().zip(&least).map(|(column, least)| {
                    (least + room * share(column.role) / shares.max(f32::MIN_POSITIVE)).floor()
                });
                return Self::Columns {
                    widths: widths.collect(),
                    letters,
                    padding,
                };
            }
        }
        Self::Cards
    }
}

/// Words as lines may end between them: at spaces and behind marks such as `_`.
fn parts(words: &str) -> impl Iterator<Item = &str> {
    words
        .split_whitespace()
        .flat_map(|word| word.split_inclusive(['_', '-', '.', '/']))
}

/// The longest word of a column, among as many rows as one sees at once.
fn longest_word(table: &Table, column: usize) -> String {
    const LOOKED_AT: usize = 60;
    let mut longest = String::new();
    for row in table.rows.iter().take(LOOKED_AT) {
        let blocks = row.cells.get(column).map(|cell| &cell.content.blocks);
        for block in blocks.into_iter().flatten() {
            if let Block::Paragraph(inlines) = block {
                let words = plain(inlines);
                let found = parts(&words).max_by_key(|word| word.len());
                let found = found.unwrap_or_default();
                if found.len() > longest.len() {
                    found.clone_into(&mut longest);
                }
            }
        }
    }
    longest
}
