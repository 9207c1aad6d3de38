//! Tables in plain text: cells by tabs, by vertical bars or by wide gaps.

use super::{Line, inlines, rows_of};
use crate::document::{Block, Inline};
use crate::import::page::{Content, Grid, GridCell, GridRow};

/// The table that lines begin with, and how many lines it takes.
pub fn table(lines: &[Line<'_>]) -> Option<(Content, usize)> {
    tabbed(lines)
        .or_else(|| barred(lines))
        .or_else(|| parted(lines))
        .or_else(|| stacked_bars(lines))
        .or_else(|| spaced(lines))
        .map(|(grid, used)| (Content::Grid(grid), used))
}

/// Cells with a tab between them. A line with fewer than the others goes on in the next.
fn tabbed(lines: &[Line<'_>]) -> Option<(Grid, usize)> {
    if lines.first()?.tabs() == 0 {
        return None;
    }
    // A cell in quotation marks may hold ends of lines.
    let quoted = is_quoted(lines.first()?) || lines.iter().take(60).any(opens_quote);
    if quoted && let Some(table) = quoted_cells(lines) {
        return Some(table);
    }
    let (rows, mut used) = rows_of(lines, |line| line.tabs() > 0);
    let (rows, used_between) = with_lines_between(lines, rows);
    used = used.max(used_between);
    let width = rows.iter().map(|row| row.tabs()).max()?;
    let mut grid = Grid::default();
    let mut open: Option<GridRow> = None;
    for row in &rows {
        let mut cells: Vec<&str> = row.text.split('\t').map(str::trim).collect();
        // What the last cell of the line above began.
        if let Some(mut above) = open.take() {
            let goes_on = cells.first().is_some_and(|it| continues(it));
            if goes_on
                && cells.len() > 1
                && above.cells.len() > 1
                && above.cells.len() + cells.len() == width + 2
            {
                let head = cells.remove(0);
                append(&mut above, head);
                above.cells.extend(cells.into_iter().map(cell));
                grid.rows.push(above);
                continue;
            }
            grid.rows.push(above);
        }
        let row = GridRow {
            line: row.number,
            cells: cells.into_iter().map(cell).collect(),
        };
        if row.cells.len() <= width {
            open = Some(row);
        } else {
            grid.rows.push(row);
        }
    }
    grid.rows.extend(open);
    // One line with a tab is a line with a tab.
    if grid.rows.len() == 1 && width < 2 {
        return None;
    }
    // A last row that goes on below without a tab.
    if let Some(row) = grid.rows.last_mut()
        && row.cells.len() <= width
        && let Some(next) = lines.get(used).filter(|line| !line.is_blank())
        && row.cells.len() == width
        && next.text.starts_with(char::is_lowercase)
    {
        append(row, next.text.trim());
        used += 1;
    }
    Some((grid, used))
}

/// The rows of a table with the lines that stand between them right above and right below, without
/// a tab: they speak for the rows below, or are lines of a cell. Where the first row comes again,
/// another table begins.
fn with_lines_between<'l, 'a>(
    lines: &'l [Line<'a>],
    rows: Vec<&'l Line<'a>>,
) -> (Vec<&'l Line<'a>>, usize) {
    /// How many such lines stand below each other.
    const MOST: usize = 6;
    /// The longest of them, in characters.
    const LONGEST: usize = 90;
    let (Some(first), Some(last)) = (rows.first().copied(), rows.last().copied()) else {
        return (rows, 0);
    };
    let mut all = rows;
    let mut used = last.number + 1 - first.number;
    let is_row = |line: &&Line<'_>| line.tabs() > 1 && line.tabs() == first.tabs();
    loop {
        let rest = lines.get(used..).unwrap_or_default();
        let between = rest.iter().take(MOST + 1).take_while(|line| {
            !line.is_blank() && line.tabs() == 0 && line.text.chars().count() <= LONGEST
        });
        let between = between.count();
        let Some(next) = rest.get(between).filter(is_row) else {
            return (all, used);
        };
        if !(1..=MOST).contains(&between) || next.text == first.text {
            return (all, used);
        }
        all.extend(rest.iter().take(between));
        let (more, _) = rows_of(rest.get(between..).unwrap_or_default(), |line| {
            line.tabs() > 0
        });
        used += more
            .last()
            .map_or(between, |line| line.number + 1 - next.number + between);
        all.extend(more);
    }
}

/// Whether a cell can be the rest of one that was broken: words, and no name of a cookie.
fn continues(cell: &str) -> bool {
    cell.starts_with(|c: char| c.is_lowercase() || c == '(')
        && !cell.contains(|c: char| "_*#".contains(c) || c.is_ascii_digit() && !cell.contains(' '))
}

fn opens_quote(line: &Line<'_>) -> bool {
    let is_open = |cell: &str| cell.starts_with('"') && cell.matches('"').count() % 2 == 1;
    line.tabs() > 0 && line.text.split('\t').any(is_open)
}

/// Whether every cell of a line stands in quotation marks.
fn is_quoted(line: &Line<'_>) -> bool {
    let is_whole = |cell: &str| cell.len() > 1 && cell.starts_with('"') && cell.ends_with('"');
    line.text.split('\t').all(|cell| is_whole(cell.trim()))
}

/// Cells as a spreadsheet copies them, some in quotation marks over several lines.
fn quoted_cells(lines: &[Line<'_>]) -> Option<(Grid, usize)> {
    let mut grid = Grid::default();
    let mut used = 0;
    while let Some(line) = lines.get(used).filter(|line| line.tabs() > 0) {
        let mut text = line.text.to_owned();
        let mut taken = 1;
        while text
            .split('\t')
            .any(|it| it.starts_with('"') && it.matches('"').count() % 2 == 1)
        {
            let next = lines.get(used + taken)?;
            text.push('\n');
            text.push_str(next.text);
            taken += 1;
            if taken > 60 {
                return None;
            }
        }
        let unquoted = |cell: &str| {
            let inner = cell.strip_prefix('"').and_then(|it| it.strip_suffix('"'));
            inner.map_or_else(|| cell.to_owned(), |it| it.replace("\"\"", "\""))
        };
        grid.rows.push(GridRow {
            line: line.number,
            cells: text
                .split('\t')
                .map(|it| cell(unquoted(it).trim()))
                .collect(),
        });
        used += taken;
    }
    Some((grid, used))
}

/// Rows whose cells stand between vertical bars, with or without bars around them.
fn barred(lines: &[Line<'_>]) -> Option<(Grid, usize)> {
    let first = lines.first()?;
    let is_outer = first.text.trim_start().starts_with('|');
    let second = lines.get(1).map(|line| line.text).unwrap_or_default();
    if !(is_outer && first.text.matches('|').count() > 2
        || is_rule(second) && first.text.contains('|'))
    {
        return None;
    }
    let (rows, used) = rows_of(lines, |line| line.text.contains('|'));
    let mut grid = Grid::default();
    for (at, row) in rows.iter().enumerate() {
        if is_rule(row.text) {
            grid.heads = if at == 1 { 1 } else { grid.heads };
            continue;
        }
        let text = row.text.trim();
        let text = text.strip_prefix('|').unwrap_or(text);
        let text = text.strip_suffix('|').unwrap_or(text);
        grid.rows.push(GridRow {
            line: row.number,
            cells: text.split('|').map(|it| cell(it.trim())).collect(),
        });
    }
    Some((grid, used))
}

/// Rows whose cells have a bar between them and nothing else: as many bars in each.
fn parted(lines: &[Line<'_>]) -> Option<(Grid, usize)> {
    let bars = |line: &Line<'_>| line.text.matches(" | ").count();
    let count = bars(lines.first()?);
    let (rows, used) = rows_of(lines, |line| count > 0 && bars(line) == count);
    // Two lines with one bar each may be a menu.
    let is_table = rows.len() > 2 || rows.len() > 1 && count > 1;
    let rows = rows.into_iter().map(|line| GridRow {
        line: line.number,
        cells: line.text.split(" | ").map(|it| cell(it.trim())).collect(),
    });
    is_table.then(|| {
        let grid = Grid {
            rows: rows.collect(),
            ..Grid::default()
        };
        (grid, used)
    })
}

/// A line that only separates rows: `|---|:--:|`.
fn is_rule(text: &str) -> bool {
    text.contains('-') && text.contains('|') && text.chars().all(|c| "|-: \t+=".contains(c))
}

/// Cells on lines of their own, each with a bar behind it; a bar alone begins a row.
fn stacked_bars(lines: &[Line<'_>]) -> Option<(Grid, usize)> {
    let is_bar = |line: &Line<'_>| line.text.trim() == "|";
    if !is_bar(lines.first()?) {
        return None;
    }
    let (cells, used) = rows_of(lines, |line| line.text.ends_with('|'));
    let mut grid = Grid::default();
    for line in cells {
        if is_bar(line) {
            grid.rows.push(GridRow {
                line: line.number,
                cells: Vec::new(),
            });
        } else if let Some(row) = grid.rows.last_mut() {
            row.cells.push(cell(line.text.trim_end_matches('|').trim()));
        }
    }
    grid.rows.retain(|row| !row.cells.is_empty());
    (grid.rows.len() > 1).then_some((grid, used))
}

/// Columns set apart by two spaces or more, as text copied from a PDF has them.
fn spaced(lines: &[Line<'_>]) -> Option<(Grid, usize)> {
    let cells = |line: &Line<'_>| -> Vec<String> {
        let parts = line.text.trim().split("  ");
        let cells = parts.map(str::trim).filter(|it| !it.is_empty());
        cells.map(str::to_owned).collect()
    };
    let width = cells(lines.first()?).len();
    if width < 3 {
        return None;
    }
    let (rows, used) = rows_of(lines, |line| cells(line).len() == width);
    if rows.len() < 3 {
        return None;
    }
    let rows = rows.into_iter().map(|line| GridRow {
        line: line.number,
        cells: cells(line).iter().map(|it| cell(it)).collect(),
    });
    let grid = Grid {
        rows: rows.collect(),
        ..Grid::default()
    };
    Some((grid, used))
}

fn cell(text: &str) -> GridCell {
    let inlines = inlines(text);
    GridCell::Content(if inlines.is_empty() {
        Vec::new()
    } else {
        vec![Block::Paragraph(inlines)]
    })
}

/// Adds words to what a row ends with.
fn append(row: &mut GridRow, words: &str) {
    if words.is_empty() {
        return;
    }
    let Some(GridCell::Content(blocks)) = row.cells.last_mut() else {
        return;
    };
    match blocks.last_mut() {
        Some(Block::Paragraph(inlines)) => {
            inlines.push(Inline::Text(" ".to_owned()));
            inlines.extend(self::inlines(words));
        }
        _ => blocks.push(Block::Paragraph(inlines(words))),
    }
}
