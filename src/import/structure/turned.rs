//! Tables that do not stand as their rows do: labels down the left side, and rows that have lost
//! the cells that one above spans.

use super::records::is_written_label;
use super::tables::looks_like_names;
use super::vocabulary::{self, folded, looks_like_duration};
use super::words::words_of;
use crate::document::{Block, Inline};
use crate::import::page::{Grid, GridCell, GridRow};
use crate::model::Role;

/// A table as it is meant, where it stands another way: what comes out is proposed.
pub fn upright(grid: &Grid) -> Option<Grid> {
    turned(grid)
        .or_else(|| joined(grid))
        .or_else(|| continued(grid))
        .or_else(|| respanned(grid))
}

/// The most things that are said of a cookie.
const MOST_COLUMNS: usize = 20;

/// A table with its labels down the left side, turned: each of its other columns is a row, and
/// where labels come again below, another begins.
fn turned(grid: &Grid) -> Option<Grid> {
    let (caption, rows) = below_caption(grid);
    let width = grid.width();
    let labels: Vec<String> = rows.iter().map(|row| words(row, 0)).collect();
    if width < 2 || !are_labels(&labels) || has_labels_beside(rows.first()?) {
        return None;
    }
    let opener = folded(labels.first()?);
    let mut columns: Vec<&str> = Vec::new();
    for label in &labels {
        if columns.len() <= MOST_COLUMNS && !columns.iter().any(|it| folded(it) == folded(label)) {
            columns.push(label);
        }
    }
    if columns.len() > MOST_COLUMNS {
        return None;
    }
    let mut records: Vec<&[GridRow]> = Vec::new();
    let mut begin = 0;
    for (at, label) in labels.iter().enumerate().skip(1) {
        if folded(label) == opener {
            records.push(rows.get(begin..at)?);
            begin = at;
        }
    }
    records.push(rows.get(begin..)?);
    let mut turned = vec![GridRow {
        line: rows.first()?.line,
        cells: columns.iter().map(|label| cell_of(label)).collect(),
    }];
    for record in records {
        for column in 1..width {
            let cell = |label: &&str| {
                let of_label = |row: &&GridRow| folded(&words(row, 0)) == folded(label);
                let mut said = record.iter().filter(of_label);
                match (
                    said.next().and_then(|row| row.cells.get(column)),
                    said.next(),
                ) {
                    (_, Some(_)) => None,
                    (Some(GridCell::Content(blocks)), None) => {
                        Some(GridCell::Content(blocks.clone()))
                    }
                    _ => Some(GridCell::Content(Vec::new())),
                }
            };
            // What is said twice of one has no column of its own: it stays as it stands.
            let cells: Vec<GridCell> = columns.iter().map(cell).collect::<Option<_>>()?;
            let is_blank = cells.iter().all(|it| *it == GridCell::Content(Vec::new()));
            if !is_blank {
                turned.push(GridRow {
                    line: record.first()?.line,
                    cells,
                });
            }
        }
    }
    Some(Grid {
        caption,
        heads: 1,
        rows: turned,
    })
}

/// The caption of a table, with what its first row says over all columns, and the rows below.
fn below_caption(grid: &Grid) -> (Vec<Inline>, &[GridRow]) {
    let mut caption = grid.caption.clone();
    if let Some((first, rest)) = grid.rows.split_first()
        && let Some((GridCell::Content(blocks), beside)) = first.cells.split_first()
        && let [Block::Paragraph(inlines)] = blocks.as_slice()
        && !beside.is_empty()
        && beside.iter().all(|it| *it == GridCell::Beside)
    {
        if !caption.is_empty() {
            caption.push(Inline::Text(" ".to_owned()));
        }
        caption.extend(inlines.iter().cloned());
        return (caption, rest);
    }
    (caption, &grid.rows)
}

/// Whether the cells of a column are labels, one of them that of names.
fn are_labels(cells: &[String]) -> bool {
    let known: Vec<Role> = cells
        .iter()
        .filter(|it| it.len() < 60)
        .filter_map(|it| vocabulary::role(it))
        .collect();
    let others = known.iter().any(|role| *role != Role::Name);
    cells.len() > 1
        && cells.iter().all(|it| !it.is_empty())
        && cells.iter().any(|it| is_written_label(it))
        && known.contains(&Role::Name)
        && others
        && known.len() * 3 >= cells.len() * 2
}

/// Whether a row is one of labels from its second cell on.
fn has_labels_beside(row: &GridRow) -> bool {
    (1..row.cells.len()).any(|column| is_written_label(&words(row, column)))
}

/// A table with lines between its rows that belong to cells: to the last one of the row above, or,
/// where they look like names, to the first one of the row below. A line that speaks for the rows
/// below it is left as it is.
fn joined(grid: &Grid) -> Option<Grid> {
    let width = grid.width();
    let is_line = |row: &GridRow| {
        width > 2 && row.cells.len() == 1 && {
            let words = words(row, 0);
            !(words.contains(' ')
                && (vocabulary::category(&words).is_some()
                    || vocabulary::speaks_of_cookies(&words)))
        }
    };
    if !grid.rows.iter().any(is_line) {
        return None;
    }
    let name = grid
        .rows
        .first()
        .is_some_and(|header| vocabulary::role(&words(header, 0)) == Some(Role::Name));
    let mut rows: Vec<GridRow> = Vec::new();
    let mut names: Vec<GridRow> = Vec::new();
    for row in &grid.rows {
        let is_name =
            name && looks_like_names(&words(row, 0)) && !looks_like_duration(&words(row, 0));
        if !is_line(row) {
            let mut row = row.clone();
            for above in names.drain(..).rev() {
                put_line(&mut row.cells, 0, &above, Place::Before);
            }
            rows.push(row);
        } else if is_name || !names.is_empty() {
            names.push(row.clone());
        } else if let Some(above) = rows.last_mut().filter(|it| it.cells.len() > 1) {
            let last = above.cells.len() - 1;
            put_line(&mut above.cells, last, row, Place::Behind);
        } else {
            rows.push(row.clone());
        }
    }
    rows.append(&mut names);
    Some(Grid {
        caption: grid.caption.clone(),
        heads: grid.heads,
        rows,
    })
}

/// A table with rows in which one cell alone says something, and that no name: they go on with
/// what the row above says there, as lines of a cell do in tabs.
fn continued(grid: &Grid) -> Option<Grid> {
    let header = grid.rows.first()?;
    let width = grid.width();
    let name = (0..width).find(|it| vocabulary::role(&words(header, *it)) == Some(Role::Name))?;
    let goes_on = |row: &GridRow| {
        let mut said = (0..row.cells.len()).filter(|it| !words(row, *it).is_empty());
        let only = said.next().filter(|it| *it != name && *it > 0)?;
        let is_alone = said.next().is_none() && row.cells.len() == width && width > 2;
        let spans = row
            .cells
            .iter()
            .any(|it| !matches!(it, GridCell::Content(_)));
        (is_alone && !spans).then_some(only)
    };
    if !grid.rows.iter().any(|row| goes_on(row).is_some()) {
        return None;
    }
    let mut rows: Vec<GridRow> = Vec::new();
    for (at, row) in grid.rows.iter().enumerate() {
        match (goes_on(row), rows.last_mut()) {
            // Right below the header, there is nothing to go on with.
            (Some(column), Some(above)) if at > 1 && above.cells.len() > column => {
                let line = GridRow {
                    line: row.line,
                    cells: row.cells.get(column).cloned().into_iter().collect(),
                };
                put_line(&mut above.cells, column, &line, Place::Behind);
            }
            _ => rows.push(row.clone()),
        }
    }
    Some(Grid {
        caption: grid.caption.clone(),
        heads: grid.heads,
        rows,
    })
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    Before,
    Behind,
}

/// Puts a line into a cell, before what it says or behind.
fn put_line(cells: &mut [GridCell], at: usize, line: &GridRow, place: Place) {
    let (Some(GridCell::Content(cell)), Some(GridCell::Content(line))) =
        (cells.get_mut(at), line.cells.first())
    else {
        return;
    };
    let (Some(Block::Paragraph(own)), [Block::Paragraph(added)]) =
        (cell.first_mut(), line.as_slice())
    else {
        cell.extend(line.iter().cloned());
        return;
    };
    let (first, second) = match place {
        Place::Before => (added.clone(), std::mem::take(own)),
        Place::Behind => (std::mem::take(own), added.clone()),
    };
    *own = first;
    own.push(Inline::Break);
    own.extend(second);
}

/// A table some rows of which are short by the cells that one above spans, as they are when a
/// browser copies it: what is left stands at the right.
fn respanned(grid: &Grid) -> Option<Grid> {
    let width = grid.width();
    let (header, rows) = grid.rows.split_first()?;
    let name = (0..header.cells.len())
        .find(|it| vocabulary::role(&words(header, *it)) == Some(Role::Name))?;
    let missing = |row: &GridRow| {
        let missing = width - row.cells.len().min(width);
        let shifted = name.checked_sub(missing)?;
        let is_moved =
            !looks_like_names(&words(row, name)) && looks_like_names(&words(row, shifted));
        (missing > 0 && is_moved).then_some(missing)
    };
    let is_full = header.cells.len() == width && rows.first()?.cells.len() == width;
    if !is_full || !rows.iter().any(|row| missing(row).is_some()) {
        return None;
    }
    let rows = grid.rows.iter().enumerate().map(|(at, row)| {
        let missing = missing(row).filter(|_| at > 0).unwrap_or_default();
        let above = std::iter::repeat_n(GridCell::Above, missing);
        GridRow {
            line: row.line,
            cells: above.chain(row.cells.iter().cloned()).collect(),
        }
    });
    Some(Grid {
        caption: grid.caption.clone(),
        heads: grid.heads,
        rows: rows.collect(),
    })
}

fn words(row: &GridRow, column: usize) -> String {
    match row.cells.get(column) {
        Some(GridCell::Content(blocks)) => words_of(blocks)
            .trim()
            .trim_end_matches(':')
            .trim_end()
            .to_owned(),
        _ => String::new(),
    }
}

fn cell_of(text: &str) -> GridCell {
    GridCell::Content(vec![Block::Paragraph(vec![Inline::Text(text.to_owned())])])
}
