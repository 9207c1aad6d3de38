//! Tables of values: a delimiter between cells, and quotation marks around what holds one.

use csv::ReaderBuilder;

use super::{MOST_CELLS, Refusal};
use crate::document::{Block, Inline, clean};
use crate::import::page::{Content, Grid, GridCell, GridRow, Page, Part, Region};
use crate::render::csv as own;

/// How the cells of a text are told apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Form {
    pub delimiter: u8,
    pub quotes: Quotes,
    pub first: FirstRow,
}

/// What a quotation mark at the beginning of a cell is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Quotes {
    Enclose,
    AreLetters,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FirstRow {
    Labels,
    Values,
}

/// The rows of a text, each with its line, as long as they are wanted.
pub fn each_row(
    text: &str,
    (delimiter, quotes): (u8, Quotes),
    mut take: impl FnMut(usize, &csv::StringRecord) -> Wanted,
) -> Result<(), Refusal> {
    let (skipped, text) = without_separator_line(text);
    let mut reader = ReaderBuilder::new()
        .delimiter(delimiter)
        .quoting(quotes == Quotes::Enclose)
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    let mut row = csv::StringRecord::new();
    loop {
        match reader.read_record(&mut row) {
            Ok(true) => {}
            Ok(false) => return Ok(()),
            Err(error) => return Err(Refusal::Damaged(error.to_string())),
        }
        let line = row.position().map_or(1, |start| line_from(text, start));
        if take(line + skipped, &row) == Wanted::Stop {
            return Ok(());
        }
    }
}

/// The line of the first letter from a place on: lines of nothing before a row are none of it.
fn line_from(text: &str, start: &csv::Position) -> usize {
    let at = usize::try_from(start.byte()).unwrap_or(usize::MAX);
    let rest = text.get(at..).unwrap_or_default();
    let empty = rest.bytes().take_while(|it| *it == b'\n').count();
    let line = usize::try_from(start.line()).unwrap_or(usize::MAX);
    line.saturating_add(empty)
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wanted {
    More,
    Stop,
}

/// The text below the line with which spreadsheets are told the delimiter, and how many lines
/// that leaves out.
fn without_separator_line(text: &str) -> (usize, &str) {
    match text.split_once('\n') {
        Some((first, rest)) if separator_line(first).is_some() => (1, rest),
        _ => (0, text),
    }
}

/// The delimiter in a line `sep=;`.
pub fn separator_line(line: &str) -> Option<u8> {
    match line.trim_end().strip_prefix("sep=")?.as_bytes() {
        [delimiter] => Some(*delimiter),
        _ => None,
    }
}

pub fn page(text: &str, form: Form) -> Result<Page, Refusal> {
    let mut rows = Vec::new();
    let mut cells = 0;
    // In what this program exported, what looked like a formula was made harmless.
    let mut is_own = None;
    each_row(text, (form.delimiter, form.quotes), |line, row| {
        cells += row.len();
        let is_own = *is_own.get_or_insert_with(|| own::is_own_head(row.iter()));
        if row.iter().any(|it| !it.trim().is_empty()) {
            rows.push(GridRow {
                line,
                cells: row
                    .iter()
                    .map(|it| cell(if is_own { own::restored(it) } else { it }))
                    .collect(),
            });
        }
        if cells > MOST_CELLS {
            Wanted::Stop
        } else {
            Wanted::More
        }
    })?;
    if cells > MOST_CELLS {
        return Err(Refusal::TooComplex);
    }
    let line = rows.first().map_or(1, |row| row.line);
    let grid = Grid {
        caption: Vec::new(),
        heads: usize::from(form.first == FirstRow::Labels),
        rows,
    };
    Ok(Page {
        parts: vec![Part {
            line,
            region: Region::Main,
            content: Content::Grid(grid),
        }],
        ..Page::default()
    })
}

/// A cell: a paragraph, with a break where it has several lines.
fn cell(text: &str) -> GridCell {
    let mut inlines = Vec::with_capacity(1);
    for line in text.lines() {
        let words = line.trim();
        if words.is_empty() {
            continue;
        }
        if !inlines.is_empty() {
            inlines.push(Inline::Break);
        }
        inlines.push(Inline::Text(clean(words).into_owned()));
    }
    GridCell::Content(if inlines.is_empty() {
        Vec::new()
    } else {
        vec![Block::Paragraph(inlines)]
    })
}
