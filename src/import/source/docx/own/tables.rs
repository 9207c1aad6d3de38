//! Tables of a document of this program's: of cookies, each with its marks, and those that are
//! written in a text.

use roxmltree::Node;

use super::super::{table, xml};
use super::blocks::What;
use super::{Reader, mark_of};
use crate::document::{Block, Inline};
use crate::import::returned::{Cell, Label, Piece, Repeats, Row, Table};
use crate::import::source::Refusal;
use crate::render::marks::{Kind, Mark};

impl<'a, 'i> Reader<'_, 'a, 'i> {
    pub(super) fn table(&mut self, table: Node<'a, 'i>, depth: usize) -> Result<(), Refusal> {
        self.end_paragraph(depth)?;
        let marks = || table.descendants().filter_map(mark_of);
        let is_of_cookies =
            marks().any(|mark| matches!(mark.kind, Kind::Label | Kind::Cell | Kind::Above));
        let mark = marks().find(|mark| mark.kind == Kind::Rows);
        let line = self.count + 1;
        let start = xml::child(table, "tblPr")
            .and_then(|it| xml::child(it, "tblInd"))
            .and_then(|it| xml::attribute(it, "w")?.parse().ok())
            .unwrap_or_default();
        let mut rows = Vec::new();
        for row in table::rows_in(table, self.view) {
            rows.push(self.row(row, depth)?);
        }
        if rows.is_empty() {
            return Ok(());
        }
        if self.cells > 0 || !is_of_cookies {
            if self.cells == 0 {
                let section = self.section_for_text(line);
                section.body.line = section.body.line.max(1);
            }
            self.add(start, What::Block(grid_of(rows)));
            return Ok(());
        }
        self.begin_table(line, mark);
        self.end_body();
        let mut rows = rows.into_iter();
        let labels = rows.next().map(labels).unwrap_or_default();
        if let Some(section) = self.state.sections.last_mut() {
            section.table = Some(Table {
                line,
                mark,
                labels,
                rows: rows.collect(),
            });
        }
        Ok(())
    }

    /// The section that a table stands in: the one above, unless its mark names another one.
    fn begin_table(&mut self, line: usize, mark: Option<Mark>) {
        let reference = mark.map(|mark| mark.reference);
        let is_met = reference.is_some_and(|it| self.met.contains(&it));
        match self.state.sections.last_mut() {
            Some(section) if section.table.is_none() => match (section.reference, reference) {
                (None, Some(reference)) if !is_met => {
                    section.reference = Some(reference);
                    self.met.insert(reference);
                }
                (Some(own), Some(other)) if own != other && !is_met => {
                    self.begin_section(line, reference, None);
                }
                _ => {}
            },
            _ => self.begin_section(line, reference.filter(|_| !is_met), None),
        }
    }

    fn row(&mut self, row: Node<'a, 'i>, depth: usize) -> Result<Row, Refusal> {
        let line = self.count + 1;
        let mut cells = Vec::new();
        for cell in table::cells_in(row) {
            self.cells_left = self.cells_left.checked_sub(1).ok_or(Refusal::TooComplex)?;
            cells.push(self.cell(cell, depth)?);
        }
        let properties = xml::child(row, "trPr");
        let mut traces = properties.map(|it| self.traces_in(it)).unwrap_or_default();
        for cell in &cells {
            traces.add(&cell.text.traces);
        }
        Ok(Row {
            line,
            cells,
            traces,
        })
    }

    fn cell(&mut self, cell: Node<'a, 'i>, depth: usize) -> Result<Cell, Refusal> {
        let line = self.count + 1;
        let outer = std::mem::take(&mut self.blocks);
        let marks = std::mem::take(&mut self.marks);
        let traces = std::mem::take(&mut self.traces);
        self.cells += 1;
        self.children(cell, depth + 1)?;
        self.end_paragraph(depth + 1)?;
        self.cells -= 1;
        let content = self.blocks.take();
        self.blocks = outer;
        self.marks = marks;
        self.traces = traces;
        let mark = cell
            .descendants()
            .filter_map(mark_of)
            .find(|mark| matches!(mark.kind, Kind::Cell | Kind::Above | Kind::Label));
        Ok(Cell {
            reference: mark.map(|mark| mark.reference),
            repeats: match mark {
                Some(mark) if mark.kind == Kind::Above => Repeats::Above,
                _ => Repeats::Nothing,
            },
            text: Piece {
                content,
                said: mark.map(|mark| mark.said),
                line,
                traces: self.traces_in(cell),
            },
        })
    }
}

/// The header of a cookie table.
fn labels(row: Row) -> Vec<Label> {
    let label = |cell: Cell| Label {
        reference: cell.reference,
        words: Piece {
            content: inlines_of(cell.text.content),
            said: cell.text.said,
            line: cell.text.line,
            traces: cell.text.traces,
        },
    };
    row.cells.into_iter().map(label).collect()
}

/// A table that is written in a text.
fn grid_of(rows: Vec<Row>) -> Block {
    let mut rows = rows.into_iter().map(|row| -> Vec<Vec<Inline>> {
        let cells = row.cells.into_iter();
        cells.map(|cell| inlines_of(cell.text.content)).collect()
    });
    let header = rows.next().unwrap_or_default();
    let width = header.len();
    let rows = rows.map(|mut row| {
        row.resize(width.max(row.len()), Vec::new());
        row
    });
    let rows: Vec<_> = rows.collect();
    let widest = rows.iter().map(Vec::len).max().unwrap_or(width).max(width);
    let padded = |mut row: Vec<Vec<Inline>>| {
        row.resize(widest, Vec::new());
        row
    };
    Block::Grid {
        header: padded(header),
        rows: rows.into_iter().map(padded).collect(),
    }
}

/// The words of blocks as one line with breaks.
fn inlines_of(blocks: Vec<Block>) -> Vec<Inline> {
    let mut inlines = Vec::new();
    for block in blocks {
        let words = match block {
            Block::Paragraph(words) | Block::Heading { inlines: words, .. } => words,
            Block::Code(code) => vec![Inline::Code(code)],
            Block::Rule => continue,
            Block::Quote(blocks) => inlines_of(blocks),
            Block::List { items, .. } => inlines_of(items.into_iter().flatten().collect()),
            Block::Grid { header, rows } => {
                let cells = std::iter::once(header).chain(rows).flatten();
                inlines_of(cells.map(Block::Paragraph).collect())
            }
        };
        if !inlines.is_empty() && !words.is_empty() {
            inlines.push(Inline::Break);
        }
        inlines.extend(words);
    }
    inlines
}
