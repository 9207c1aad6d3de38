//! The tables of a document.

use roxmltree::Node;

use super::body::Body;
use super::paragraph::View;
use super::xml;
use crate::import::page::{Grid, GridCell, GridRow};
use crate::import::source::Refusal;

/// The most columns that a cell spans, or that a row leaves out.
const WIDEST: usize = 60;

pub struct Row<'a, 'i> {
    pub cells: Vec<Cell<'a, 'i>>,
    is_head: bool,
    /// How many columns stand before its first cell.
    before: usize,
}

pub struct Cell<'a, 'i> {
    pub node: Node<'a, 'i>,
    width: usize,
    place: Place,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    Own,
    /// The cell above reaches down to it.
    Below,
    /// The cell to its left reaches over it.
    Beside,
}

/// The rows of a table, but for those that are deleted.
pub fn rows<'a, 'i>(table: Node<'a, 'i>) -> Vec<Row<'a, 'i>> {
    let rows = rows_in(table, View::Accepted).into_iter();
    rows.map(row).filter(|row| !row.cells.is_empty()).collect()
}

/// The rows that a table has in a state of its document.
pub fn rows_in<'a, 'i>(table: Node<'a, 'i>, view: View) -> Vec<Node<'a, 'i>> {
    let gone = match view {
        View::Accepted => "del",
        View::Rejected => "ins",
    };
    let mut rows = within(table, "tr");
    rows.retain(|row| {
        let properties = xml::child(*row, "trPr");
        properties.and_then(|it| xml::child(it, gone)).is_none()
    });
    rows
}

/// The cells of a row.
pub fn cells_in<'a, 'i>(row: Node<'a, 'i>) -> Vec<Node<'a, 'i>> {
    within(row, "tc")
}

/// The children of a name, also those in what only groups them.
fn within<'a, 'i>(node: Node<'a, 'i>, name: &str) -> Vec<Node<'a, 'i>> {
    let mut found = Vec::new();
    let mut left: Vec<Node<'a, 'i>> = node.children().rev().collect();
    while let Some(next) = left.pop() {
        if xml::is(next, name) {
            found.push(next);
        } else if ["sdt", "sdtContent", "ins", "customXml"]
            .iter()
            .any(|it| xml::is(next, it))
        {
            left.extend(next.children().rev());
        }
    }
    found
}

fn row<'a, 'i>(node: Node<'a, 'i>) -> Row<'a, 'i> {
    let properties = xml::child(node, "trPr");
    let before = properties.and_then(|it| xml::value(it, "gridBefore"));
    Row {
        cells: within(node, "tc").into_iter().map(cell).collect(),
        is_head: properties.and_then(|it| xml::switch(it, "tblHeader")) == Some(true),
        before: before
            .and_then(|it| it.parse().ok())
            .unwrap_or(0)
            .min(WIDEST),
    }
}

fn cell<'a, 'i>(node: Node<'a, 'i>) -> Cell<'a, 'i> {
    let properties = xml::child(node, "tcPr");
    let width = properties.and_then(|it| xml::value(it, "gridSpan"));
    let goes_on = |name| {
        let merged = properties.and_then(|it| xml::child(it, name));
        merged.is_some_and(|it| xml::attribute(it, "val") != Some("restart"))
    };
    Cell {
        node,
        width: width
            .and_then(|it| it.parse().ok())
            .unwrap_or(1)
            .clamp(1, WIDEST),
        place: match () {
            () if goes_on("vMerge") => Place::Below,
            () if goes_on("hMerge") => Place::Beside,
            () => Place::Own,
        },
    }
}

/// Whether a table only lays out the page.
pub fn lays_out(rows: &[Row<'_, '_>]) -> bool {
    let width = |row: &Row<'_, '_>| row.cells.iter().map(|it| it.width).sum::<usize>();
    let holds_table = |cell: &Cell<'_, '_>| cell.node.descendants().any(|it| xml::is(it, "tbl"));
    rows.iter().map(width).max().unwrap_or_default() < 2
        || rows.iter().flat_map(|row| &row.cells).any(holds_table)
}

pub fn grid<'a, 'i>(
    body: &mut Body<'_, 'a, 'i>,
    rows: &[Row<'a, 'i>],
    depth: usize,
) -> Result<Grid, Refusal> {
    let mut grid = Grid {
        heads: rows.iter().take_while(|row| row.is_head).count(),
        ..Grid::default()
    };
    for row in rows {
        let line = body.next_line();
        let mut cells: Vec<GridCell> = Vec::new();
        cells.extend((0..row.before).map(|_| GridCell::Content(Vec::new())));
        for cell in &row.cells {
            let (first, others) = match cell.place {
                Place::Own => {
                    let blocks = body.blocks_in(cell.node, depth)?;
                    (GridCell::Content(blocks), GridCell::Beside)
                }
                Place::Below => (GridCell::Above, GridCell::Above),
                Place::Beside => (GridCell::Beside, GridCell::Beside),
            };
            cells.push(first);
            cells.extend((1..cell.width).map(|_| others.clone()));
        }
        body.cells_left = body
            .cells_left
            .checked_sub(cells.len())
            .ok_or(Refusal::TooComplex)?;
        grid.rows.push(GridRow { line, cells });
    }
    Ok(grid)
}
