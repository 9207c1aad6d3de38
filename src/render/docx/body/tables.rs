//! The tables of a document: those of cookies, and those that are written in a text.

use super::super::styles::{Style, TABLE_STYLE};
use super::super::tables::{Need, needs, needs_of_grid, widths};
use super::{Body, Inside, Place};
use crate::document::{Cell, Inline, Section, Table};
use crate::model::{CellAddress, Element, Role};
use crate::render::marks::{Kind, Reference, Said};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum TableRow {
    Header,
    Other,
}

impl<'a> Body<'a> {
    /// Opens a table whose columns are as wide as given.
    fn open_table(&mut self, columns: &[Need], place: Place<'_>) -> Vec<i32> {
        // A bookmark needs a paragraph to stand in.
        if !self.bookmarks.pending.is_empty() {
            self.separator(place);
        }
        let widths = widths(columns, place.width);
        let (width, start) = (place.width.to_string(), place.start.to_string());
        let about = self.above.clone();
        let tongue = self.tongue;
        self.xml.open("w:tbl", &[]);
        self.xml.element("w:tblPr", &[], |xml| {
            xml.value("w:tblStyle", TABLE_STYLE);
            if tongue.is_right_to_left() {
                xml.leaf("w:bidiVisual", &[]);
            }
            xml.leaf("w:tblW", &[("w:w", &width), ("w:type", "dxa")]);
            xml.leaf("w:tblInd", &[("w:w", &start), ("w:type", "dxa")]);
            xml.leaf("w:tblLayout", &[("w:type", "fixed")]);
            xml.leaf(
                "w:tblLook",
                &[
                    ("w:val", "0020"),
                    ("w:firstRow", "1"),
                    ("w:lastRow", "0"),
                    ("w:firstColumn", "0"),
                    ("w:lastColumn", "0"),
                    ("w:noHBand", "1"),
                    ("w:noVBand", "1"),
                ],
            );
            if !about.is_empty() {
                xml.value("w:tblCaption", &about);
            }
        });
        self.xml.element("w:tblGrid", &[], |xml| {
            for width in &widths {
                xml.leaf("w:gridCol", &[("w:w", &width.to_string())]);
            }
        });
        widths
    }

    fn close_table(&mut self, place: Place<'_>) {
        self.xml.close("w:tbl");
        self.separator(place);
    }

    /// Opens a row, which stays on one page; the header stands again on each.
    fn open_row(&mut self, row: TableRow) {
        self.xml.open("w:tr", &[]);
        self.xml.element("w:trPr", &[], |xml| {
            xml.leaf("w:cantSplit", &[]);
            if row == TableRow::Header {
                xml.leaf("w:tblHeader", &[]);
            }
        });
    }

    fn open_cell(&mut self, width: i32) {
        self.xml.open("w:tc", &[]);
        let width = width.to_string();
        self.xml.element("w:tcPr", &[], |xml| {
            xml.leaf("w:tcW", &[("w:w", &width), ("w:type", "dxa")]);
        });
    }

    pub(super) fn grid(
        &mut self,
        header: &[Vec<Inline>],
        rows: &[Vec<Vec<Inline>>],
        place: Place<'a>,
    ) {
        if header.is_empty() {
            return;
        }
        let widths = self.open_table(&needs_of_grid(header, rows, self.letter), place);
        let inside = Place {
            start: 0,
            inside: Inside::Cell,
            lists: 0,
            ..place
        };
        let kinds = std::iter::once(TableRow::Header).chain(std::iter::repeat(TableRow::Other));
        for (cells, kind) in std::iter::once(header)
            .chain(rows.iter().map(Vec::as_slice))
            .zip(kinds)
        {
            self.open_row(kind);
            let style = match kind {
                TableRow::Header => Style::TableLabel,
                TableRow::Other => Style::TableText,
            };
            for (cell, width) in cells.iter().zip(&widths) {
                self.open_cell(*width);
                self.words(style, cell, inside);
                self.xml.close("w:tc");
            }
            self.xml.close("w:tr");
        }
        self.close_table(place);
    }

    pub(super) fn cookies(&mut self, section: &'a Section, table: &'a Table, about: &str) {
        let place = Place {
            start: 0,
            inside: Inside::Text,
            lists: 0,
            width: self.orientation.width(),
            language: None,
        };
        about.clone_into(&mut self.above);
        let widths = self.open_table(&needs(table, self.letter), place);
        let inside = Place {
            inside: Inside::Cell,
            ..place
        };
        let rows = table.rows.iter().map(|row| row.id.as_str());
        let reference = Reference::section(&section.id);
        self.open_row(TableRow::Header);
        // The first label bears it.
        self.mark(Kind::Rows, reference, Said::ids(rows));
        for (column, width) in table.columns.iter().zip(&widths) {
            self.open_cell(*width);
            let reference = Reference::label(&section.id, &column.id);
            self.mark(Kind::Label, reference, Said::line(&column.label.inlines));
            let place = Place {
                language: column.label.language.as_ref(),
                ..inside
            };
            self.words(Style::TableLabel, &column.label.inlines, place);
            self.xml.close("w:tc");
        }
        self.xml.close("w:tr");
        let names_row = table.columns.iter().position(|it| it.role == Role::Name);
        for row in &table.rows {
            self.open_row(TableRow::Other);
            for (at, (cell, width)) in row.cells.iter().zip(&widths).enumerate() {
                self.open_cell(*width);
                let place = Place {
                    inside: if names_row == Some(at) {
                        Inside::Name
                    } else {
                        Inside::Cell
                    },
                    width: *width,
                    ..inside
                };
                self.cell(cell, place);
                self.xml.close("w:tc");
            }
            self.xml.close("w:tr");
        }
        self.close_table(place);
    }

    fn cell(&mut self, cell: &'a Cell, place: Place<'a>) {
        let kind = if cell.as_above {
            Kind::Above
        } else {
            Kind::Cell
        };
        if let Element::Cell(address) = &cell.content.element {
            let address: &CellAddress = address;
            let said = Said::blocks(&cell.content.blocks);
            self.mark(kind, Reference::cell(address), said);
        }
        let place = Place {
            language: cell.content.language.as_ref(),
            ..place
        };
        if cell.content.blocks.is_empty() {
            self.words(place.style(), &[], place);
        }
        self.blocks(&cell.content.blocks, place);
    }
}
