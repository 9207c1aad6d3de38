//! Tables: which hold something and which lay out the page, and their cells at their places.

use markup5ever_rcdom::Handle;

use super::{has_below, heading_level, own};
use crate::document::Block;
use crate::import::page::{GridCell, GridRow};
use crate::writing::paste::css::Css;
use crate::writing::paste::runs::Reading;
use crate::writing::paste::tables::{self, Place, has_table};
use crate::writing::paste::tree::{attribute, element_name, unseen_words};

/// A row as it stands in the source.
pub struct Row {
    node: Handle,
    cells: Vec<Handle>,
    part: TablePart,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum TablePart {
    Head,
    Body,
}

/// The rows of a table that are seen; nothing where it only lays out the page.
pub fn rows(table: &Handle, reading: Reading) -> Option<Vec<Row>> {
    let mut rows = Vec::new();
    for child in table.children.borrow().iter().filter(|it| is_seen(it)) {
        match element_name(child) {
            Some("tr") => rows.push(row(child, TablePart::Body)),
            Some("thead") => push_rows(child, TablePart::Head, &mut rows),
            Some("tbody" | "tfoot") => push_rows(child, TablePart::Body, &mut rows),
            _ => {}
        }
    }
    rows.retain(|row| !row.cells.is_empty());
    let means_it = reading == Reading::Exact && !rows.is_empty();
    (means_it || holds_something(table, &rows)).then_some(rows)
}

fn push_rows(part: &Handle, kind: TablePart, rows: &mut Vec<Row>) {
    for child in part.children.borrow().iter() {
        if element_name(child) == Some("tr") && is_seen(child) {
            rows.push(row(child, kind));
        }
    }
}

fn row(node: &Handle, part: TablePart) -> Row {
    let children = node.children.borrow();
    let cells = children.iter().filter(|it| is_cell(it) && is_seen(it));
    Row {
        node: node.clone(),
        cells: cells.cloned().collect(),
        part,
    }
}

fn is_cell(node: &Handle) -> bool {
    matches!(element_name(node), Some("td" | "th"))
}

fn is_header(cell: &Handle) -> bool {
    element_name(cell) == Some("th")
}

fn is_seen(node: &Handle) -> bool {
    !Css::of(node).is_hidden(node)
}

fn holds_something(table: &Handle, rows: &[Row]) -> bool {
    let cells = || rows.iter().flat_map(|row| &row.cells);
    let width = |row: &Row| row.cells.iter().map(tables::width).sum::<usize>();
    if rows.iter().map(width).max().unwrap_or_default() < 2 || cells().any(has_table) {
        return false;
    }
    if cells().any(is_header) || rows.iter().any(|row| row.part == TablePart::Head) {
        return true;
    }
    let role = attribute(table, "role").unwrap_or_default();
    let holds_sections = || cells().any(|cell| has_below(cell, |it| heading_level(it).is_some()));
    let is_said_to_be_none = matches!(role.as_str(), "presentation" | "none");
    !is_said_to_be_none && (rows.len() > 2 || !holds_sections())
}

/// The words above a table; those that this program writes say the heading once more.
pub fn caption(table: &Handle, reading: Reading) -> Option<Handle> {
    let is_own = |it: &Handle| reading == Reading::Exact && super::has_class(it, "charter-caption");
    let is_caption = |it: &Handle| element_name(it) == Some("caption") && is_seen(it);
    let children = table.children.borrow();
    let mut captions = children.iter().filter(|it| is_caption(it));
    captions.find(|it| !is_own(it)).cloned()
}

/// How many of the first rows are headers: those that the table says to be its head, or else those
/// that hold nothing but headers of columns.
pub fn heads(rows: &[Row]) -> usize {
    let of_head = rows.iter().take_while(|it| it.part == TablePart::Head);
    let of_head = of_head.count();
    if of_head > 0 {
        return of_head;
    }
    let is_of_row = |cell: &Handle| attribute(cell, "scope").is_some_and(|it| it == "row");
    let is_label = |cell: &Handle| is_header(cell) && !is_of_row(cell);
    let labels = rows.iter().take_while(|row| row.cells.iter().all(is_label));
    let heads = labels.count();
    // A table of nothing but headers has one of them.
    if heads == rows.len() {
        heads.min(1)
    } else {
        heads
    }
}

/// The rows with their spans laid out; nothing where they have more cells than may be.
pub fn laid_out(
    rows: &[Row],
    most: usize,
    blocks: &mut impl FnMut(&Handle) -> Vec<Block>,
    line_of: &mut impl FnMut(&Handle) -> usize,
) -> Option<Vec<GridRow>> {
    let cells: Vec<Vec<Handle>> = rows.iter().map(|row| row.cells.clone()).collect();
    let places = tables::laid_out(&cells, most)?;
    let mut cell = |place: Place| match place {
        Place::Cell(cell) if own::is_as_above(&cell) => GridCell::Above,
        Place::Cell(cell) => GridCell::Content(fitted(blocks(&cell))),
        Place::Beside => GridCell::Beside,
        Place::Below => GridCell::Above,
        Place::Nothing => GridCell::Content(Vec::new()),
    };
    let grid_row = |(row, places): (&Row, Vec<Place>)| GridRow {
        line: line_of(&row.node),
        cells: places.into_iter().map(&mut cell).collect(),
    };
    Some(rows.iter().zip(places).map(grid_row).collect())
}

/// Blocks that take no more room than they need: a table may have very many.
fn fitted(mut blocks: Vec<Block>) -> Vec<Block> {
    blocks.shrink_to_fit();
    for block in &mut blocks {
        if let Block::Paragraph(inlines) = block {
            inlines.shrink_to_fit();
        }
    }
    blocks
}

/// The words of what is hidden in a table.
pub fn unseen(table: &Handle) -> Vec<String> {
    let mut words = Vec::new();
    let mut left = vec![table.clone()];
    while let Some(next) = left.pop() {
        let children = next.children.borrow();
        for child in children.iter().rev() {
            let is_part = matches!(
                element_name(child),
                Some("thead" | "tbody" | "tfoot" | "tr" | "td" | "th" | "caption")
            );
            if is_part && !is_seen(child) {
                words.push(unseen_words(child));
            } else if is_part && !is_cell(child) {
                left.push(child.clone());
            }
        }
    }
    words
}
