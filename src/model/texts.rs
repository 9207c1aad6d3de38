//! The texts that a charter holds itself, and where each of them stands.

use super::adaptation::Adaptation;
use super::charter::{Charter, Form, Section};
use super::element::{CellAddress, ColumnAddress, Element};
use super::list::List;
use super::table::{Cell, Column, Row};
use super::{ColumnId, RowId, SectionId, Text};

/// An element whose name is yet to be made.
#[derive(Debug, Clone, Copy)]
pub enum At<'r> {
    Title,
    Heading(&'r SectionId),
    Body(&'r SectionId),
    Column(Option<&'r SectionId>, &'r ColumnId),
    Cell(&'r SectionId, &'r RowId, &'r ColumnId),
}

impl At<'_> {
    #[must_use]
    pub fn element(self) -> Element {
        match self {
            Self::Title => Element::Title,
            Self::Heading(section) => Element::Heading(section.clone()),
            Self::Body(section) => Element::Body(section.clone()),
            Self::Column(table, column) => Element::Column(ColumnAddress {
                table: table.cloned(),
                column: column.clone(),
            }),
            Self::Cell(section, row, column) => Element::Cell(CellAddress {
                section: section.clone(),
                row: row.clone(),
                column: column.clone(),
            }),
        }
    }

    /// Whether it is this element; a section is its heading.
    #[must_use]
    pub fn is(self, element: &Element) -> bool {
        match (self, element) {
            (Self::Title, Element::Title) => true,
            (Self::Heading(id), Element::Heading(other) | Element::Section(other))
            | (Self::Body(id), Element::Body(other)) => id == other,
            (Self::Column(table, column), Element::Column(other)) => {
                table == other.table.as_ref() && *column == other.column
            }
            (Self::Cell(section, row, column), Element::Cell(other)) => {
                *section == other.section && *row == other.row && *column == other.column
            }
            _ => false,
        }
    }
}

impl Charter {
    /// Visits every text that the charter holds: its own, and those that its adaptations put in
    /// the place of a model's or add. What they replaced is not among them.
    ///
    /// A file may replace or add the same element twice; [`Charter::text`] tells which one stands.
    pub fn texts<'c>(&'c self, mut visit: impl FnMut(At<'c>, &'c Text)) {
        match &self.form {
            Form::Complete(complete) => {
                visit(At::Title, &complete.title);
                labels(&complete.columns, None, &mut visit);
                for section in &complete.sections {
                    texts_of_section(section, &mut visit);
                }
            }
            Form::Following(following) => {
                for adaptation in &following.adaptations {
                    texts_of_adaptation(adaptation, &mut visit);
                }
            }
        }
    }

    /// A text that the charter holds itself, be it in the place of the model's.
    #[must_use]
    pub fn text(&self, element: &Element) -> Option<&Text> {
        if let Some(at) = self.replacement_of(element) {
            return self.adaptations().get(at)?.replacing_text();
        }
        match element {
            Element::Title => match &self.form {
                Form::Complete(complete) => Some(&complete.title),
                Form::Following(_) => None,
            },
            Element::Heading(section) => Some(&self.section(section)?.heading),
            Element::Body(section) => Some(&self.section(section)?.body),
            Element::Column(address) => Some(&self.column(address)?.label),
            Element::Cell(address) => self.row(address)?.cells.get(&address.column)?.text(),
            Element::Section(_) | Element::Row(_) => None,
        }
    }

    /// A column that the charter holds itself.
    fn column(&self, address: &ColumnAddress) -> Option<&Column> {
        match self.addition_of(&Element::Column(address.clone())) {
            Some(at) => match self.adaptations().get(at)? {
                Adaptation::AddColumn { column, .. } => Some(column),
                _ => None,
            },
            None => {
                let columns = self.columns(address.table.as_ref())?;
                columns.get(&address.column).map(AsRef::as_ref)
            }
        }
    }

    /// The row of a cell, if the charter holds it itself.
    fn row(&self, cell: &CellAddress) -> Option<&Row> {
        match self.addition_of(&Element::Row(cell.row_address())) {
            Some(at) => match self.adaptations().get(at)? {
                Adaptation::AddRow { row, .. } => Some(row),
                _ => None,
            },
            None => {
                let table = self.section(&cell.section)?.table.as_ref()?;
                table.rows.get(&cell.row).map(AsRef::as_ref)
            }
        }
    }
}

fn labels<'c>(
    columns: &'c List<Column>,
    table: Option<&'c SectionId>,
    visit: &mut impl FnMut(At<'c>, &'c Text),
) {
    for column in columns {
        visit(At::Column(table, &column.id), &column.label);
    }
}

fn texts_of_section<'c>(section: &'c Section, visit: &mut impl FnMut(At<'c>, &'c Text)) {
    visit(At::Heading(&section.id), &section.heading);
    visit(At::Body(&section.id), &section.body);
    let Some(table) = &section.table else {
        return;
    };
    if let Some(own) = &table.columns {
        labels(own, Some(&section.id), visit);
    }
    for row in &table.rows {
        texts_of_row(&section.id, row, visit);
    }
}

fn texts_of_row<'c>(
    section: &'c SectionId,
    row: &'c Row,
    visit: &mut impl FnMut(At<'c>, &'c Text),
) {
    for (column, cell) in &row.cells {
        if let Some(text) = cell.text() {
            visit(At::Cell(section, &row.id, column), text);
        }
    }
}

fn texts_of_adaptation<'c>(adaptation: &'c Adaptation, visit: &mut impl FnMut(At<'c>, &'c Text)) {
    match adaptation {
        Adaptation::ReplaceTitle { text, .. } => visit(At::Title, text),
        Adaptation::ReplaceHeading { section, text, .. } => visit(At::Heading(section), text),
        Adaptation::ReplaceBody { section, text, .. } => visit(At::Body(section), text),
        Adaptation::ReplaceLabel {
            table,
            column,
            text,
            ..
        } => visit(At::Column(table.as_ref(), column), text),
        Adaptation::ReplaceCell {
            section,
            row,
            column,
            cell: Some(Cell::Text(text)),
            ..
        } => visit(At::Cell(section, row, column), text),
        Adaptation::AddSection { section, .. } => texts_of_section(section, visit),
        Adaptation::AddRow { section, row, .. } => texts_of_row(section, row, visit),
        Adaptation::AddColumn { table, column, .. } => {
            visit(At::Column(table.as_ref(), &column.id), &column.label);
        }
        Adaptation::ReplaceCell { .. }
        | Adaptation::ReplaceLevel { .. }
        | Adaptation::ReplaceNature { .. }
        | Adaptation::HideSection { .. }
        | Adaptation::HideRow { .. }
        | Adaptation::HideColumn { .. }
        | Adaptation::MoveSection { .. }
        | Adaptation::MoveRow { .. }
        | Adaptation::MoveColumn { .. } => {}
    }
}
