//! A page and a charter, read so that they can be compared part by part.
//!
//! Both have the same shape: what stands at a place of a view stands at the same place of the
//! draft, or of the resolved charter, hidden parts included.

use super::likeness::Words;
use super::reading::{Reading, Shape};
use crate::import::draft::{Draft, DraftCell, DraftTable};
use crate::model::{
    Cell, FieldId, Language, Owner, Resolved, ResolvedColumn, ResolvedRow, ResolvedSection,
    ResolvedTable, Role, Text,
};

pub struct View {
    pub title: Reading,
    pub sections: Vec<SectionView>,
}

pub struct SectionView {
    pub presence: Presence,
    pub heading: Reading,
    pub body: Reading,
    pub table: Option<TableView>,
    /// Every word of it.
    pub words: Words,
}

pub struct TableView {
    pub columns: Vec<ColumnView>,
    pub rows: Vec<RowView>,
}

pub struct ColumnView {
    pub presence: Presence,
    pub role: Role,
    pub label: Reading,
}

pub struct RowView {
    pub presence: Presence,
    /// As many as there are columns.
    pub cells: Vec<CellView>,
    pub words: Words,
}

/// A cell and what is read in it: what stands above it, where it says so.
pub struct CellView {
    pub kind: CellKind,
    pub said: Reading,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CellKind {
    Text,
    Above,
    Absent,
}

/// Whether a part may be what another one is compared with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Presence {
    Shown,
    /// The charter itself hides it, and can show it again.
    HiddenHere,
    /// It is none to compare with.
    Out,
}

/// A part of a view that may have its counterpart on the other side.
pub trait Counterpart {
    fn presence(&self) -> Presence;
}

impl Counterpart for SectionView {
    fn presence(&self) -> Presence {
        self.presence
    }
}

impl Counterpart for ColumnView {
    fn presence(&self) -> Presence {
        self.presence
    }
}

impl Counterpart for RowView {
    fn presence(&self) -> Presence {
        self.presence
    }
}

impl TableView {
    /// What stands in it, as it is compared.
    pub fn said(&self) -> Vec<&str> {
        let labels = self.columns.iter().map(|column| column.label.norm.as_str());
        let cells = self.rows.iter().flat_map(|row| &row.cells);
        labels
            .chain(cells.map(|cell| cell.said.norm.as_str()))
            .collect()
    }

    /// The names of the cookies in a row, as they are compared.
    pub fn names(&self, row: &RowView) -> String {
        let of_names = |(column, _): &(&ColumnView, &CellView)| column.role == Role::Name;
        let cells = self.columns.iter().zip(&row.cells).filter(of_names);
        cells.map(|(_, cell)| cell.said.norm.as_str()).collect()
    }
}

impl SectionView {
    /// Whether it has a table of which not every row is hidden.
    pub fn shows_table(&self) -> bool {
        self.table.as_ref().is_some_and(|table| {
            let mut rows = table.rows.iter();
            table.rows.is_empty() || rows.any(|row| row.presence == Presence::Shown)
        })
    }

    /// Whether nothing of it is seen.
    pub fn says_nothing(&self) -> bool {
        self.heading.is_empty()
            && self.body.is_empty()
            && self
                .table
                .as_ref()
                .is_none_or(|table| table.rows.is_empty())
    }

    /// The words of its heading and its text.
    pub fn texts(&self) -> Words {
        Words::joined([&self.heading.words, &self.body.words])
    }

    fn with_words(mut self) -> Self {
        let rows = self.table.iter().flat_map(|table| &table.rows);
        let rows = rows.map(|row| &row.words);
        self.words = Words::joined(
            [&self.heading.words, &self.body.words]
                .into_iter()
                .chain(rows),
        );
        self
    }
}

/// Reads a page. What `left_out` names is not compared.
pub fn of_draft(draft: &Draft, url: &str, left_out: &dyn Fn(usize, Option<usize>) -> bool) -> View {
    let presence = |section, row| {
        if left_out(section, row) {
            Presence::Out
        } else {
            Presence::Shown
        }
    };
    let sections = draft.sections.iter().enumerate().map(|(at, section)| {
        SectionView {
            presence: presence(at, None),
            heading: Reading::of_page(&section.heading, Shape::Line, url),
            body: Reading::of_page(&section.body, Shape::Flow, url),
            table: section
                .table
                .as_ref()
                .map(|table| of_draft_table(table, url, &|row| presence(at, Some(row)))),
            words: Words::default(),
        }
        .with_words()
    });
    View {
        title: Reading::of_page(&draft.title, Shape::Line, url),
        sections: sections.collect(),
    }
}

fn of_draft_table(
    table: &DraftTable,
    url: &str,
    presence: &dyn Fn(usize) -> Presence,
) -> TableView {
    let columns = table.columns.iter().map(|column| ColumnView {
        presence: Presence::Shown,
        role: column.role,
        label: Reading::of_page(&column.label, Shape::Line, url),
    });
    let columns: Vec<ColumnView> = columns.collect();
    let mut above = vec![Reading::default(); columns.len()];
    let rows = table.rows.iter().enumerate().map(|(at, row)| {
        let cells = above.iter_mut().enumerate().map(|(column, above)| {
            let kind = match row.cells.get(column) {
                Some(DraftCell::Text(text)) => {
                    *above = Reading::of_page(text, Shape::Flow, url);
                    CellKind::Text
                }
                Some(DraftCell::Above) => CellKind::Above,
                Some(DraftCell::Absent) | None => {
                    *above = Reading::default();
                    CellKind::Absent
                }
            };
            CellView {
                kind,
                said: above.clone(),
            }
        });
        row_of(presence(at), cells.collect())
    });
    let rows = rows.collect();
    TableView { columns, rows }
}

fn row_of(presence: Presence, cells: Vec<CellView>) -> RowView {
    RowView {
        presence,
        words: Words::joined(cells.iter().map(|cell| &cell.said.words)),
        cells,
    }
}

/// Reads charters in a language, their fields by what they say on the platform.
pub struct Reader<'a> {
    pub language: &'a Language,
    /// Whether texts that are the same in every language are in this one too.
    pub common: bool,
    pub url: &'a str,
    pub value: &'a dyn Fn(&FieldId) -> String,
}

impl Reader<'_> {
    pub fn view(&self, resolved: &Resolved) -> View {
        let owner = &resolved.owner;
        let sections = resolved.sections.iter();
        View {
            title: self.text(&resolved.title.value, Shape::Line),
            sections: sections
                .map(|section| self.section(resolved, section, owner))
                .collect(),
        }
    }

    fn words<'t>(&self, text: &'t Text) -> &'t str {
        match text {
            Text::Same(text) if self.common => text,
            Text::Same(_) => "",
            Text::ByLanguage(_) => text.written(self.language).unwrap_or_default(),
        }
    }

    fn text(&self, text: &Text, shape: Shape) -> Reading {
        Reading::new(self.words(text), shape, self.url, self.value)
    }

    fn section(
        &self,
        resolved: &Resolved,
        section: &ResolvedSection,
        owner: &Owner,
    ) -> SectionView {
        SectionView {
            presence: presence(section.hidden.as_ref(), owner),
            heading: self.text(&section.heading.value, Shape::Line),
            body: self.text(&section.body.value, Shape::Flow),
            table: section
                .table
                .as_ref()
                .map(|table| self.table(resolved.columns_of(table), table, owner)),
            words: Words::default(),
        }
        .with_words()
    }

    fn table(&self, columns: &[ResolvedColumn], table: &ResolvedTable, owner: &Owner) -> TableView {
        let mut above = vec![Reading::default(); columns.len()];
        let rows = table.rows.iter();
        TableView {
            columns: columns
                .iter()
                .map(|column| ColumnView {
                    presence: if column.column.hidden {
                        Presence::Out
                    } else {
                        presence(column.hidden.as_ref(), owner)
                    },
                    role: column.column.role,
                    label: self.text(&column.label.value, Shape::Line),
                })
                .collect(),
            rows: rows
                .map(|row| self.row(columns, row, owner, &mut above))
                .collect(),
        }
    }

    fn row(
        &self,
        columns: &[ResolvedColumn],
        row: &ResolvedRow,
        owner: &Owner,
        above: &mut [Reading],
    ) -> RowView {
        let cells = columns.iter().zip(above).map(|(column, above)| {
            let kind = match row.cell(&column.column.id).0 {
                Some(Cell::Text(text)) => {
                    let needs_no_translation = says_the_same(column.column.role);
                    *above = match text {
                        Text::Same(text) if needs_no_translation => {
                            Reading::new(text, Shape::Flow, self.url, self.value)
                        }
                        _ => self.text(text, Shape::Flow),
                    };
                    CellKind::Text
                }
                Some(Cell::Above) => CellKind::Above,
                None => {
                    *above = Reading::default();
                    CellKind::Absent
                }
            };
            CellView {
                kind,
                said: above.clone(),
            }
        });
        row_of(presence(row.hidden.as_ref(), owner), cells.collect())
    }
}

/// Whether what stands in such a column is the same in every language.
pub fn says_the_same(role: Role) -> bool {
    matches!(
        role,
        Role::Provider | Role::Name | Role::Domain | Role::Link
    )
}

fn presence(hidden: Option<&Owner>, owner: &Owner) -> Presence {
    match hidden {
        None => Presence::Shown,
        Some(by) if by == owner => Presence::HiddenHere,
        Some(_) => Presence::Out,
    }
}

/// Whether a charter has texts in a language: of its own, or in every language of the collection.
pub fn speaks(resolved: &Resolved, language: &Language, common: bool) -> bool {
    let says = |text: &Text| match text {
        Text::Same(text) => common && !text.is_empty(),
        Text::ByLanguage(_) => text.written(language).is_some_and(|text| !text.is_empty()),
    };
    let mut sections = resolved.sections.iter();
    says(&resolved.title.value)
        || sections.any(|section| says(&section.heading.value) || says(&section.body.value))
}
