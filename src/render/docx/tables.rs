//! How wide the columns of a table are, and which way its page is turned.

use crate::document::{Block, Inline, Table, plain};

/// A4, in twentieths of a point.
const SHORT: i32 = 11_906;
const LONG: i32 = 16_838;
const MARGIN: i32 = 1_134;

/// From so many columns on, a table stands on a page across.
const MANY: usize = 7;

/// Which way a page is turned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Orientation {
    Upright,
    Across,
}

impl Orientation {
    /// The width and the height of the page.
    pub fn page(self) -> (i32, i32) {
        match self {
            Self::Upright => (SHORT, LONG),
            Self::Across => (LONG, SHORT),
        }
    }

    pub fn margin(self) -> i32 {
        MARGIN
    }

    /// How wide its text is.
    pub fn width(self) -> i32 {
        self.page().0 - 2 * MARGIN
    }

    /// That of the page on which a table stands.
    pub fn of(table: &Table, letter: i32) -> Self {
        let columns = needs(table, letter);
        let narrowest: i32 = columns.iter().map(|column| column.least).sum();
        if columns.len() >= MANY || narrowest > Self::Upright.width() {
            Self::Across
        } else {
            Self::Upright
        }
    }
}

/// How wide a column is to be.
#[derive(Debug, Clone, Copy, Default)]
pub struct Need {
    /// What its longest word takes, in twentieths of a point.
    least: i32,
    /// How many letters its cells have, one with another.
    letters: i32,
}

/// What the columns of a cookie table need, where a letter takes so much.
pub fn needs(table: &Table, letter: i32) -> Vec<Need> {
    let columns = table.columns.iter().enumerate();
    columns
        .map(|(at, column)| {
            let cells = table.rows.iter().filter_map(|row| row.cells.get(at));
            let texts = cells.map(|cell| words_of(&cell.content.blocks));
            need(
                std::iter::once(plain(&column.label.inlines)).chain(texts),
                letter,
            )
        })
        .collect()
}

/// What the columns of a table in a text need.
pub fn needs_of_grid(header: &[Vec<Inline>], rows: &[Vec<Vec<Inline>>], letter: i32) -> Vec<Need> {
    let columns = header.iter().enumerate();
    columns
        .map(|(at, label)| {
            let cells = rows.iter().filter_map(|row| row.get(at));
            need(
                std::iter::once(label).chain(cells).map(|it| plain(it)),
                letter,
            )
        })
        .collect()
}

fn need(cells: impl Iterator<Item = String>, letter: i32) -> Need {
    /// A word that is longer is broken.
    const LONGEST: i32 = 22;
    let (mut longest, mut letters, mut count) = (3, 0, 0);
    for cell in cells {
        let words = cell.split_whitespace().map(length);
        longest = words.fold(longest, i32::max);
        letters += length(&cell).min(400);
        count += 1;
    }
    Need {
        least: longest.min(LONGEST) * letter + 2 * super::styles::CELL_MARGIN,
        letters: letters / count.max(1),
    }
}

fn length(text: &str) -> i32 {
    i32::try_from(text.chars().count())
        .unwrap_or(i32::MAX)
        .min(10_000)
}

fn words_of(blocks: &[Block]) -> String {
    let mut words = String::new();
    for block in blocks {
        match block {
            Block::Heading { inlines, .. } | Block::Paragraph(inlines) => {
                words.push_str(&plain(inlines));
            }
            Block::List { items, .. } => {
                for item in items {
                    words.push_str(&words_of(item));
                }
            }
            Block::Quote(blocks) => words.push_str(&words_of(blocks)),
            Block::Code(code) => words.push_str(code),
            Block::Rule => {}
            Block::Grid { header, rows } => {
                let cells = std::iter::once(header).chain(rows).flatten();
                cells.for_each(|cell| words.push_str(&plain(cell)));
            }
        }
        words.push('\n');
    }
    words
}

/// The widths of columns which together are as wide as they may be: each has what its longest word
/// takes, and of the rest as much as it has to say.
pub fn widths(needs: &[Need], width: i32) -> Vec<i32> {
    let least: i32 = needs.iter().map(|need| need.least).sum();
    let letters: i32 = needs.iter().map(|need| weight(*need)).sum();
    let share = |part: i32, whole: i32, of: i32| {
        let share = i64::from(of) * i64::from(part) / i64::from(whole.max(1));
        i32::try_from(share).unwrap_or(of)
    };
    let mut widths: Vec<i32> = needs
        .iter()
        .map(|need| {
            if least >= width {
                share(need.least, least, width)
            } else {
                need.least + share(weight(*need), letters, width - least)
            }
        })
        .collect();
    let given: i32 = widths.iter().sum();
    if let Some(last) = widths.last_mut() {
        *last += width - given;
    }
    widths
}

/// Short cells need nothing beside their longest word.
fn weight(need: Need) -> i32 {
    (need.letters - 4).max(4)
}
