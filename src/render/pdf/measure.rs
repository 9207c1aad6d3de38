//! How wide the columns of a cookie table are, told from their words.
//!
//! A typesetter's own choice gives a column of long texts all the room and breaks names in two. So
//! every column has room for its longest word, where the page allows it, and what is left goes to
//! those that have more to say. Widths are counted in letters of average width; nothing is laid out
//! to find them.

use serde::{Deserialize, Serialize};

use crate::document::{Block, Inline, Row, Table, plain};
use crate::model::{Look, Role};
use crate::render::breaks::{Line, Piece, Wording, pieces};

/// What fits between the margins of a page.
struct Room {
    /// In points.
    width: f64,
    /// A letter of average width, in points.
    letter: f64,
    /// Lines of a table.
    lines: f64,
}

/// What stands between two columns, in points.
const BETWEEN: f64 = 10.0;

/// A word is set wider than its letters are on average, a bold one more so.
const WIDE: f64 = 1.06;
const BOLD: f64 = 1.14;

/// No column is thinner, in letters.
const THINNEST: f64 = 5.0;
/// The longest part of a word that a page is laid on its side for.
const LONGEST_PART: f64 = 24.0;
/// The share of the room that whole words may take before names are taken apart.
const FOR_WORDS: f64 = 0.75;
/// No cell has more lines than that, as far as widths are concerned.
const MOST_LINES: f64 = 10_000.0;
/// How often the range of possible heights is halved.
const HALVINGS: usize = 40;

/// A column's share of the page's width.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Measured {
    /// In points, as if the page were as wide as it mostly is.
    pub width: f64,
    /// How many letters stand on a line.
    pub letters: f64,
}

impl Measured {
    /// The longest word that surely stands on a line.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a page is not that wide"
    )]
    pub fn longest(self) -> usize {
        (self.letters / WIDE).max(4.0) as usize
    }
}

/// The longest word that surely stands on a line of text.
pub const LONGEST_IN_TEXT: usize = 48;

/// How a page lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Lying {
    Upright,
    OnItsSide,
}

fn room(look: Look, lying: Lying) -> Room {
    let (width, height) = match lying {
        Lying::Upright => (482.0, 700.0),
        Lying::OnItsSide => (740.0, 470.0),
    };
    let letter = match (look, lying) {
        (Look::Plain, Lying::Upright) => 4.95,
        (Look::Plain, Lying::OnItsSide) => 4.4,
        (Look::Public, Lying::Upright) => 5.8,
        (Look::Public, Lying::OnItsSide) => 4.95,
    };
    Room {
        width,
        letter,
        lines: height / (letter * 2.8),
    }
}

impl Room {
    /// How many letters so many columns have beside each other.
    fn letters(&self, columns: usize) -> f64 {
        let columns = count(columns);
        ((self.width - BETWEEN * columns) / self.letter).max(columns)
    }
}

/// What the words of a column ask for, in letters.
#[derive(Debug, Clone, Copy, Default)]
struct Asked {
    /// The longest word.
    word: f64,
    /// The longest part of a word that can be taken apart.
    part: f64,
    /// The longest line.
    line: f64,
}

/// How the pages of a charter lie: on their side where the words of a table would be broken
/// otherwise.
pub fn lying<'a>(tables: impl Iterator<Item = &'a Table>, look: Look) -> Lying {
    let room = room(look, Lying::Upright);
    let is_wide = |table: &Table| {
        let parts = asked(table)
            .iter()
            .map(|it| it.part.min(LONGEST_PART))
            .sum::<f64>();
        parts > room.letters(table.columns.len())
    };
    let mut tables = tables;
    if tables.any(is_wide) {
        Lying::OnItsSide
    } else {
        Lying::Upright
    }
}

/// The widths of the columns of a table.
pub fn columns(table: &Table, look: Look, lying: Lying) -> Vec<Measured> {
    let room = room(look, lying);
    shares(&asked(table), room.letters(table.columns.len()))
        .into_iter()
        .map(|letters| Measured {
            width: letters * room.letter + BETWEEN,
            letters,
        })
        .collect()
}

fn asked(table: &Table) -> Vec<Asked> {
    (0..table.columns.len())
        .map(|at| asked_by(table, at))
        .collect()
}

fn asked_by(table: &Table, at: usize) -> Asked {
    let mut asked = Asked::default();
    let Some(column) = table.columns.get(at) else {
        return asked;
    };
    let wording = if column.role == Role::Name {
        Wording::Names
    } else {
        Wording::Prose
    };
    let mut take = |words: &str, wording, weight: f64| {
        asked.word = asked.word.max(longest_word(words) * weight);
        asked.part = asked.part.max(longest_part(words, wording) * weight);
        asked.line = asked.line.max(letters(words) * weight);
    };
    take(&plain(&column.label.inlines), Wording::Prose, BOLD);
    for row in &table.rows {
        let blocks = row.cells.get(at).map(|cell| cell.content.blocks.as_slice());
        for line in lines(blocks.unwrap_or_default()) {
            take(&line, wording, WIDE);
        }
    }
    asked.part = asked.part.max(THINNEST);
    asked.word = asked.word.max(asked.part);
    asked.line = asked.line.max(asked.word);
    asked
}

/// Shares out so many letters. Each column has room for its words, or, where that would leave too
/// little to those with more to say, for the parts of its words; beyond that, all have about as many
/// lines.
fn shares(asked: &[Asked], letters: f64) -> Vec<f64> {
    let words: Vec<f64> = asked.iter().map(|it| it.word).collect();
    let parts: Vec<f64> = asked.iter().map(|it| it.part).collect();
    let least = if words.iter().sum::<f64>() <= letters * FOR_WORDS {
        words
    } else {
        parts
    };
    if least.iter().sum::<f64>() > letters {
        let most = level(&least, letters);
        return least.into_iter().map(|it| it.min(most)).collect();
    }
    let of_height = |lines: f64| -> Vec<f64> {
        let columns = asked.iter().zip(&least);
        columns
            .map(|(it, least)| (it.line / lines).max(*least))
            .collect()
    };
    // The more lines, the narrower the columns.
    let (mut low, mut high) = (1.0, MOST_LINES);
    if of_height(low).iter().sum::<f64>() <= letters {
        return of_height(low);
    }
    for _ in 0..HALVINGS {
        let middle = f64::midpoint(low, high);
        if of_height(middle).iter().sum::<f64>() <= letters {
            high = middle;
        } else {
            low = middle;
        }
    }
    of_height(high)
}

/// What no column may exceed so that all have room together.
fn level(asked: &[f64], letters: f64) -> f64 {
    let mut words = asked.to_vec();
    words.sort_by(f64::total_cmp);
    let mut left = letters;
    let mut many = count(words.len());
    for word in words {
        if word * many >= left {
            return left / many;
        }
        left -= word;
        many -= 1.0;
    }
    letters
}

/// Whether a row may be taller than a page has room for.
pub fn is_tall(row: &Row, columns: &[Measured], look: Look, lying: Lying) -> bool {
    let room = room(look, lying);
    let tallest = row.cells.iter().zip(columns).map(|(cell, column)| {
        let lines = lines(&cell.content.blocks);
        lines
            .iter()
            .map(|line| (letters(line) / column.letters).ceil() + 0.5)
            .sum::<f64>()
    });
    tallest.fold(0.0, f64::max) > room.lines * 0.5
}

/// The words of blocks, line by line.
fn lines(blocks: &[Block]) -> Vec<String> {
    let mut lines = Vec::new();
    push_lines(blocks, &mut lines);
    lines
}

fn push_lines(blocks: &[Block], lines: &mut Vec<String>) {
    let of_inlines = |inlines: &[Inline]| -> Vec<String> {
        plain(inlines).split('\n').map(str::to_owned).collect()
    };
    for block in blocks {
        match block {
            Block::Paragraph(inlines) | Block::Heading { inlines, .. } => {
                lines.extend(of_inlines(inlines));
            }
            Block::Code(code) => lines.extend(code.split('\n').map(str::to_owned)),
            Block::Grid { header, rows } => {
                let cells = header.iter().chain(rows.iter().flatten());
                lines.extend(cells.flat_map(|cell| of_inlines(cell)));
            }
            Block::Rule => lines.push(String::new()),
            Block::List { items, .. } => {
                for item in items {
                    push_lines(item, lines);
                }
            }
            Block::Quote(blocks) => push_lines(blocks, lines),
        }
    }
}

/// The longest word, in letters.
fn longest_word(words: &str) -> f64 {
    words
        .split(char::is_whitespace)
        .flat_map(|word| word.split_inclusive('-'))
        .map(letters)
        .fold(0.0, f64::max)
}

/// The longest stretch that is not taken apart, in letters.
fn longest_part(words: &str, wording: Wording) -> f64 {
    let line = Line {
        longest: usize::MAX,
        short: 0,
    };
    let of_piece = |piece: Piece<'_>| match piece {
        Piece::Plain(words) | Piece::Whole(words) | Piece::Long(words) => longest_word(words),
        Piece::Place => 0.0,
    };
    pieces(words, wording, line)
        .into_iter()
        .map(of_piece)
        .fold(0.0, f64::max)
}

fn letters(words: &str) -> f64 {
    count(words.chars().count())
}

fn count(many: usize) -> f64 {
    f64::from(u32::try_from(many).unwrap_or(u32::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(word: f64, line: f64) -> Asked {
        Asked {
            word,
            part: word / 2.0,
            line,
        }
    }

    #[test]
    fn a_table_that_fits_on_lines_has_each_column_as_wide_as_its_longest_line() {
        let shares = shares(&[asked(5.0, 20.0), asked(8.0, 30.0)], 100.0);
        assert_eq!(shares, [20.0, 30.0]);
    }

    #[test]
    fn no_word_is_broken_while_the_page_has_room_for_all() {
        let asked = [asked(20.0, 20.0), asked(12.0, 900.0), asked(9.0, 40.0)];
        let shares = shares(&asked, 80.0);
        let holds = |(share, it): (&f64, &Asked)| *share >= it.word;
        assert!(shares.iter().zip(&asked).all(holds));
        assert!(
            (shares.iter().sum::<f64>() - 80.0).abs() < 1.5,
            "{shares:?}"
        );
        assert!(shares.get(1) > shares.get(2), "{shares:?}");
    }

    #[test]
    fn names_are_taken_apart_before_words_are_broken() {
        let asked = [asked(40.0, 60.0), asked(30.0, 60.0)];
        let shares = shares(&asked, 50.0);
        let holds = |(share, it): (&f64, &Asked)| *share >= it.part;
        assert!(shares.iter().zip(&asked).all(holds), "{shares:?}");
    }

    #[test]
    fn words_that_do_not_fit_beside_each_other_are_broken_where_they_are_longest() {
        let asked = [asked(120.0, 120.0), asked(20.0, 60.0), asked(100.0, 100.0)];
        assert_eq!(shares(&asked, 70.0), [30.0, 10.0, 30.0]);
    }
}
