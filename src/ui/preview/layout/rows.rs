//! Tables piled up: rows of cells side by side, or each row as a card.

use egui::{Pos2, Rect, pos2};

use super::Kind;
use super::pile::{Pile, Place};
use super::plan::Plan;
use crate::document::{Inline, Row, Table, plain};
use crate::model::Role;
use crate::ui::preview::letters::{Letters, write};

impl Pile<'_> {
    /// A table written in a text; where it has no room, each row as a card.
    pub fn grid(
        &mut self,
        header: &[Vec<Inline>],
        rows: &[Vec<Vec<Inline>>],
        letters: Letters,
        place: Place<'_>,
    ) {
        const LEAST: f32 = 72.0;
        let letters = Letters {
            size: letters.size.min(13.5),
            ..letters
        };
        let bold = letters.bold().coloured(self.palette.weak);
        #[expect(clippy::cast_precision_loss, reason = "a table has few columns")]
        let width = (self.width / header.len().max(1) as f32).floor();
        if width < LEAST {
            for row in rows {
                self.card(|pile| {
                    for (label, cell) in header.iter().zip(row) {
                        pile.words(label, bold, place, Kind::Words);
                        pile.words(cell, letters, place, Kind::Words);
                        pile.y += 5.0;
                    }
                });
            }
            return;
        }
        let lines = std::iter::once((header, bold, 2.0));
        let lines = lines.chain(rows.iter().map(|row| (row.as_slice(), letters, 1.0)));
        for (cells, letters, line) in lines {
            let widths = vec![width; header.len()];
            self.cells(&widths, 6.0, line, |pile, at| {
                if let Some(cell) = cells.get(at) {
                    pile.words(cell, letters, place, Kind::Words);
                }
            });
        }
    }

    pub fn header(&mut self, table: &Table, plan: &Plan) {
        let Plan::Columns {
            widths,
            letters,
            padding,
        } = plan
        else {
            return;
        };
        let letters = Letters::new(*letters, self.palette.weak).bold();
        let first = self.spots.len();
        self.cells(widths, *padding, 2.0, |pile, at| {
            if let Some(column) = table.columns.get(at) {
                let label = &column.label;
                let place = Place::whole(&label.element, label.language.as_ref());
                pile.words(&label.inlines, letters, place, Kind::Words);
                pile.close(Rect::NOTHING, place, Kind::Words);
            }
        });
        self.fill_cells(first, widths);
    }

    pub fn row(&mut self, table: &Table, row: &Row, plan: &Plan) {
        let first = self.spots.len();
        match plan {
            Plan::Columns {
                widths,
                letters,
                padding,
            } => {
                let letters = Letters::new(*letters, self.palette.text);
                self.cells(widths, *padding, 1.0, |pile, at| {
                    pile.cell(table, row, at, letters);
                });
                self.fill_cells(first, widths);
            }
            Plan::Cards => self.card(|pile| {
                for at in 0..row.cells.len() {
                    pile.cell_of_card(table, row, at);
                }
            }),
        }
    }

    /// The words of a cell, as one spot.
    fn cell(&mut self, table: &Table, row: &Row, at: usize, letters: Letters) {
        let (Some(cell), Some(column)) = (row.cells.get(at), table.columns.get(at)) else {
            return;
        };
        let names_row = table.columns.iter().position(|it| it.role == Role::Name) == Some(at);
        let letters = if names_row { letters.bold() } else { letters };
        let content = &cell.content;
        let place = Place::whole(&content.element, content.language.as_ref());
        let top = self.y;
        if content.blocks.is_empty() {
            // An empty cell can be clicked too.
            let nothing = [Inline::Text("\u{A0}".to_owned())];
            self.words(&nothing, letters, place, Kind::Words);
        } else {
            self.blocks(&content.blocks, letters, place, 4.0);
        }
        let rect = Rect::from_min_max(pos2(self.left, top), pos2(self.left + self.width, self.y));
        self.close(rect, place, Kind::Words);
        if let Some(spot) = self.spots.last_mut() {
            spot.column = Some(plain(&column.label.inlines));
        }
    }

    /// A cell below the label of its column. Empty cells are left out, as in the exported pages.
    fn cell_of_card(&mut self, table: &Table, row: &Row, at: usize) {
        let (Some(cell), Some(column)) = (row.cells.get(at), table.columns.get(at)) else {
            return;
        };
        if cell.content.blocks.is_empty() {
            return;
        }
        let is_first = row
            .cells
            .iter()
            .take(at)
            .all(|it| it.content.blocks.is_empty());
        if !is_first {
            self.y += 6.0;
            self.line_across(1.0);
            self.y += 6.0;
        }
        let top = self.y;
        let label = Letters::new(12.5, self.palette.weak);
        let inlines = &column.label.inlines;
        let at_label = pos2(self.left, self.y);
        let label = write(self.ui, &self.palette, inlines, label, at_label, self.width);
        self.y += label.galley.size().y;
        self.cell(table, row, at, Letters::new(14.0, self.palette.text));
        if let Some(spot) = self.spots.last_mut() {
            spot.rect = spot.rect.with_min_y(top);
            spot.label = Some(label);
        }
    }
    /// A row of cells as wide as its columns and as tall as its tallest cell, on a line.
    fn cells(
        &mut self,
        widths: &[f32],
        padding: f32,
        line: f32,
        mut cell: impl FnMut(&mut Self, usize),
    ) {
        let (top, left, width) = (self.y, self.left, self.width);
        let mut bottom = top + 20.0;
        let mut edge = left;
        for (at, column) in widths.iter().enumerate() {
            // The outer cells stand right at the edges.
            let start = if at == 0 { 0.0 } else { padding };
            let end = if at + 1 == widths.len() { 0.0 } else { padding };
            self.left = edge + start;
            self.width = (column - start - end).max(20.0);
            self.y = top + padding;
            cell(self, at);
            bottom = bottom.max(self.y + padding);
            edge += column;
        }
        (self.left, self.width) = (left, width);
        self.y = bottom;
        self.line_across(line);
        self.y += line;
    }

    /// Makes the spots of a row as large as its cells.
    fn fill_cells(&mut self, first: usize, widths: &[f32]) {
        let bottom = self.y - 1.0;
        let mut edge = self.left;
        for (spot, width) in self.spots.iter_mut().skip(first).zip(widths) {
            spot.rect = Rect::from_min_max(Pos2::new(edge, 1.0), pos2(edge + width, bottom));
            edge += width;
        }
    }
}
