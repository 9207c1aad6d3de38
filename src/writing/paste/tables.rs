//! The tables of an HTML text: their rows and cells, and the one that a spreadsheet copies.

use markup5ever_rcdom::{Handle, NodeData};

use super::blocks::Reader;
use super::css::Css;
use super::runs::Look;
use super::tree::{Role, attribute, descendants, element_name, parsed, role};
use crate::document::Block;

/// The most cells that a table has, spans laid out.
const MOST_CELLS: usize = 500_000;

/// The cells of an HTML text that is one table and nothing else, with its spans laid out; nothing
/// where it is not, or where it is too much.
pub fn table(html: &str) -> Option<Vec<Vec<Vec<Block>>>> {
    let dom = parsed(html)?;
    let table = only_table(&dom.document)?;
    if has_table(&table) {
        return None;
    }
    let mut rows = rows(&table);
    rows.retain(|cells| !cells.iter().any(|it| element_name(it) == Some("caption")));
    let rows = laid_out(&rows, MOST_CELLS)?;
    if rows.is_empty() {
        return None;
    }
    let mut reader = Reader::default();
    let mut content = |place: &Place| match place {
        Place::Cell(cell) => reader.inside(cell, &Look::default(), 0),
        Place::Beside | Place::Below | Place::Nothing => Vec::new(),
    };
    let rows = rows
        .iter()
        .map(|row| row.iter().map(&mut content).collect());
    Some(rows.collect())
}

/// The rows of a table, each with its cells.
pub fn rows(table: &Handle) -> Vec<Vec<Handle>> {
    let mut rows = Vec::new();
    for child in table.children.borrow().iter() {
        match element_name(child) {
            _ if is_hidden(child) => {}
            Some("tr") => rows.push(cells(child)),
            Some("thead" | "tbody" | "tfoot") => rows.extend(rows_of_part(child)),
            // A caption is a line above all.
            Some("caption") => rows.push(vec![child.clone()]),
            _ => {}
        }
    }
    rows.retain(|cells| !cells.is_empty());
    rows
}

/// Whether a part of a table is not shown.
fn is_hidden(node: &Handle) -> bool {
    Css::of(node).is_hidden(node)
}

fn rows_of_part(part: &Handle) -> Vec<Vec<Handle>> {
    let children = part.children.borrow();
    let rows = children.iter().filter(|it| element_name(it) == Some("tr"));
    rows.filter(|it| !is_hidden(it)).map(cells).collect()
}

fn cells(row: &Handle) -> Vec<Handle> {
    let children = row.children.borrow();
    let is_cell = |it: &&Handle| matches!(element_name(it), Some("td" | "th")) && !is_hidden(it);
    children.iter().filter(is_cell).cloned().collect()
}

/// The table below a node beside which nothing is seen.
fn only_table(root: &Handle) -> Option<Handle> {
    let mut table = None;
    let mut left = vec![root.clone()];
    while let Some(next) = left.pop() {
        match &next.data {
            NodeData::Text { contents } if !contents.borrow().trim().is_empty() => return None,
            NodeData::Element { name, .. } => match role(&name.local) {
                Role::Hidden => continue,
                _ if Css::of(&next).is_hidden(&next) => continue,
                Role::Table if table.is_some() => return None,
                Role::Table => {
                    table = Some(next);
                    continue;
                }
                _ => {}
            },
            _ => {}
        }
        left.extend(next.children.borrow().iter().cloned());
    }
    table
}

/// How many columns a cell spans, as far as that is believed.
pub fn width(cell: &Handle) -> usize {
    const WIDEST: usize = 50;
    span(cell, "colspan").min(WIDEST)
}

fn span(cell: &Handle, name: &str) -> usize {
    let span = attribute(cell, name).and_then(|it| it.trim().parse().ok());
    span.unwrap_or(1_usize).max(1)
}

/// What stands at a place of a table.
#[derive(Debug, Clone)]
pub enum Place {
    Cell(Handle),
    /// The cell to its left reaches over it.
    Beside,
    /// A cell above reaches down to it.
    Below,
    /// Its row ends before it.
    Nothing,
}

/// The cells of rows at their places; nothing where they are more than may be.
pub fn laid_out(rows: &[Vec<Handle>], most: usize) -> Option<Vec<Vec<Place>>> {
    let mut all = Vec::new();
    let mut count = 0_usize;
    // How many rows a cell above still spans, column by column.
    let mut spanned: Vec<usize> = Vec::new();
    let is_spanned =
        |spanned: &[usize], column: usize| spanned.get(column).is_some_and(|it| *it > 0);
    for cells in rows {
        let mut row: Vec<Place> = Vec::new();
        let mut below = Vec::new();
        for cell in cells {
            while is_spanned(&spanned, row.len()) {
                row.push(Place::Below);
            }
            let start = row.len();
            row.push(Place::Cell(cell.clone()));
            row.resize(start + width(cell), Place::Beside);
            below.push((start..row.len(), span(cell, "rowspan")));
        }
        let last = spanned.iter().rposition(|it| *it > 0);
        for column in row.len()..last.map_or(0, |last| last + 1) {
            let is_below = is_spanned(&spanned, column);
            row.push(if is_below {
                Place::Below
            } else {
                Place::Nothing
            });
        }
        count += row.len();
        if count > most {
            return None;
        }
        spanned.resize(spanned.len().max(row.len()), 0);
        for rows in &mut spanned {
            *rows = rows.saturating_sub(1);
        }
        for (columns, height) in below {
            if let Some(spanned) = spanned.get_mut(columns) {
                spanned.fill(height - 1);
            }
        }
        all.push(row);
    }
    Some(all)
}

pub fn has_table(node: &Handle) -> bool {
    descendants(node).any(|it| element_name(&it) == Some("table"))
}
