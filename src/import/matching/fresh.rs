//! Parts of a page as parts of a charter that holds them itself.

use std::collections::{HashMap, HashSet};

use super::choices::{Choices, Decision, PagePart};
use super::fields::Site;
use super::reading::Shape;
use super::view::says_the_same;
use crate::import::draft::{Draft, DraftCell, DraftColumn, DraftRow, DraftSection, DraftTable};
use crate::model::{
    Cell, Column, ColumnId, Complete, CookieTable, Identified, Language, Level, List, Row, RowId,
    Section, SectionId, Text,
};

/// What texts of the page become.
pub struct Wording<'a> {
    pub site: &'a Site,
    pub language: &'a Language,
    /// Whether the collection has one language, and it is this one.
    pub alone: bool,
}

impl Wording<'_> {
    pub fn words(&self, text: &str, shape: Shape) -> String {
        self.site.with_fields(text, shape)
    }

    /// Words as a text: by language, where there is more than one.
    pub fn text(&self, words: &str) -> Text {
        if self.alone || words.is_empty() {
            Text::same(words)
        } else {
            Text::in_one(self.language.clone(), words)
        }
    }

    pub fn line(&self, text: &str) -> Text {
        self.text(&self.words(text, Shape::Line))
    }

    pub fn cell(&self, cell: &DraftCell, column: &DraftColumn) -> Option<Cell> {
        match cell {
            DraftCell::Text(text) => {
                let words = self.words(text, Shape::Flow);
                Some(Cell::Text(if says_the_same(column.role) {
                    Text::same(&words)
                } else {
                    self.text(&words)
                }))
            }
            DraftCell::Above => Some(Cell::Above),
            DraftCell::Absent => None,
        }
    }
}

/// Ids that are free in their list. Asking for the same words again and again stays quick.
pub struct Names<Id> {
    taken: HashSet<Id>,
    asked: HashMap<String, usize>,
}

impl<Id: Clone + Eq + std::hash::Hash> Names<Id> {
    pub fn new(taken: impl IntoIterator<Item = Id>) -> Self {
        Self {
            taken: taken.into_iter().collect(),
            asked: HashMap::new(),
        }
    }

    pub fn name(&mut self, words: &str, made: impl Fn(&str, &dyn Fn(&Id) -> bool) -> Id) -> Id {
        const LONGEST: usize = 60;
        let short: String = words.chars().take(LONGEST).collect();
        let asked = self.asked.entry(short.clone()).or_default();
        *asked += 1;
        let wanted = match *asked {
            1 => short,
            again => format!("{short} {again}"),
        };
        let id = made(&wanted, &|id| self.taken.contains(id));
        self.taken.insert(id.clone());
        id
    }
}

/// A list of elements whose ids are known to be free.
pub fn listed<T: Identified>(items: impl IntoIterator<Item = T>) -> List<T> {
    let mut list = List::new();
    for item in items {
        let pushed = list.push(item);
        debug_assert!(pushed.is_ok(), "ids made here are free");
    }
    list
}

pub fn section_id(names: &mut Names<SectionId>, section: &DraftSection, site: &Site) -> SectionId {
    let words = if section.heading.trim().is_empty() {
        section
            .body
            .split_whitespace()
            .take(6)
            .collect::<Vec<_>>()
            .join(" ")
    } else {
        // An address in a heading is no part of what the section is about.
        let heading = site.without_what_varies(&section.heading);
        heading
            .replace("{{ platform.url }}", "")
            .replace("{{ platform.host }}", "")
    };
    names.name(&words, |words, taken| SectionId::made_from(words, taken))
}

pub fn row_id(names: &mut Names<RowId>, row: &DraftRow, table: &DraftTable) -> RowId {
    let cells = table.columns.iter().zip(&row.cells);
    let text = |cell: &DraftCell| match cell {
        DraftCell::Text(text) if !text.trim().is_empty() => Some(text.clone()),
        _ => None,
    };
    let named = cells
        .filter(|(column, _)| column.role == crate::model::Role::Name)
        .find_map(|(_, cell)| text(cell));
    let words = named.or_else(|| row.cells.iter().find_map(text));
    names.name(&words.unwrap_or_default(), |words, taken| {
        RowId::made_from(words, taken)
    })
}

pub fn column_id(names: &mut Names<ColumnId>, column: &DraftColumn) -> ColumnId {
    let role = format!("{:?}", column.role);
    let words = match column.role {
        crate::model::Role::Other => &column.label,
        _ => &role,
    };
    names.name(words, |words, taken| ColumnId::made_from(words, taken))
}

pub fn level(section: &DraftSection) -> Level {
    Level::try_from(section.level.clamp(1, 6)).unwrap_or_default()
}

/// Whether a section of the page has no words and no table.
pub fn says_nothing(section: &DraftSection) -> bool {
    section.heading.trim().is_empty() && section.body.trim().is_empty() && section.table.is_none()
}

/// Makes charters' parts of a draft, but for what was decided to be left out.
pub struct Fresh<'a> {
    pub draft: &'a Draft,
    pub wording: &'a Wording<'a>,
    pub choices: &'a Choices,
}

impl Fresh<'_> {
    pub fn takes(&self, part: PagePart) -> bool {
        self.choices.of_page(part) != Some(Decision::LeaveOut)
    }

    fn takes_column(&self, section: usize, column: usize) -> bool {
        self.takes(PagePart::Column { section, column })
    }

    /// The whole page as a charter; the columns that most of its tables have are common.
    pub fn complete(&self) -> Complete {
        let common = self.common_columns();
        let columns = common.map_or_else(List::new, |at| self.columns(at));
        let common = common.and_then(|at| self.shape_of(at));
        let mut names = Names::new([]);
        let sections = self.draft.sections.iter().enumerate();
        let sections = sections
            .filter(|(at, section)| self.takes(PagePart::Section(*at)) && !says_nothing(section))
            .map(|(at, section)| {
                let id = section_id(&mut names, section, self.wording.site);
                let shared = common
                    .as_ref()
                    .filter(|common| self.shape_of(at).as_ref() == Some(*common));
                self.section(at, section, id, shared.map(|_| &columns))
            });
        let sections = listed(sections);
        Complete {
            title: if self.takes(PagePart::Title) {
                self.wording.line(&self.draft.title)
            } else {
                Text::default()
            },
            columns,
            sections,
        }
    }

    /// What tells the columns of a section's table from those of another.
    fn shape_of(&self, section: usize) -> Option<Vec<&DraftColumn>> {
        let table = self.draft.sections.get(section)?.table.as_ref()?;
        let columns = table.columns.iter().enumerate();
        Some(
            columns
                .filter(|(column, _)| self.takes_column(section, *column))
                .map(|(_, column)| column)
                .collect(),
        )
    }

    /// The first section with the columns that most tables have.
    fn common_columns(&self) -> Option<usize> {
        // A page with more shapes of tables than this has no common one.
        const MOST_SHAPES: usize = 20;
        let mut seen: Vec<(usize, usize)> = Vec::new();
        for at in (0..self.draft.sections.len()).filter(|at| self.takes(PagePart::Section(*at))) {
            let Some(shape) = self.shape_of(at) else {
                continue;
            };
            let same = seen
                .iter()
                .position(|(first, _)| self.shape_of(*first).as_ref() == Some(&shape));
            if let Some((_, count)) = same.and_then(|same| seen.get_mut(same)) {
                *count += 1;
            } else if seen.len() < MOST_SHAPES {
                seen.push((at, 1));
            }
        }
        let most = seen.iter().map(|(_, count)| *count).max()?;
        let first = seen.iter().find(|(_, count)| *count == most);
        first.map(|(at, _)| *at)
    }

    pub fn columns(&self, section: usize) -> List<Column> {
        let shape = self.shape_of(section).unwrap_or_default();
        let mut names = Names::new([]);
        listed(shape.into_iter().map(|column| Column {
            id: column_id(&mut names, column),
            ..self.column(column)
        }))
    }

    /// A column whose id is to be given.
    pub fn column(&self, column: &DraftColumn) -> Column {
        Column {
            id: ColumnId::made_from("", |_| false),
            role: column.role,
            label: self.wording.line(&column.label),
            hidden: false,
            note: String::new(),
        }
    }

    /// A section; `common` are the charter's columns, where its table has those.
    pub fn section(
        &self,
        at: usize,
        section: &DraftSection,
        id: SectionId,
        common: Option<&List<Column>>,
    ) -> Section {
        let table = section.table.as_ref().map(|table| {
            let own = match common {
                Some(_) => None,
                None => Some(self.columns(at)),
            };
            let ids: Vec<ColumnId> = own
                .as_ref()
                .or(common)
                .map(|columns| columns.iter().map(|column| column.id.clone()).collect())
                .unwrap_or_default();
            CookieTable {
                category: table.category.clone().unwrap_or_default(),
                consent: None,
                rows: self.rows(at, table, &ids),
                columns: own,
            }
        });
        Section {
            level: level(section),
            heading: self.wording.line(&section.heading),
            body: self
                .wording
                .text(&self.wording.words(&section.body, Shape::Flow)),
            table,
            ..Section::empty(id)
        }
    }

    fn rows(&self, section: usize, table: &DraftTable, columns: &[ColumnId]) -> List<Row> {
        let mut names = Names::new([]);
        let taken: Vec<usize> = (0..table.columns.len())
            .filter(|column| self.takes_column(section, *column))
            .collect();
        let rows = table.rows.iter().enumerate();
        listed(
            rows.filter(|(row, _)| self.takes(PagePart::Row { section, row: *row }))
                .map(|(_, row)| {
                    let id = row_id(&mut names, row, table);
                    let columns = taken.iter().copied().zip(columns.iter().cloned());
                    self.row(table, row, id, columns)
                }),
        )
    }

    /// A row; `columns` are the columns of the page that are taken, and their ids.
    pub fn row(
        &self,
        table: &DraftTable,
        row: &DraftRow,
        id: RowId,
        columns: impl Iterator<Item = (usize, ColumnId)>,
    ) -> Row {
        let cells = columns.filter_map(|(at, id)| {
            let cell = self
                .wording
                .cell(row.cells.get(at)?, table.columns.get(at)?)?;
            Some((id, cell))
        });
        Row {
            id,
            when: None,
            cells: cells.collect(),
            note: String::new(),
        }
    }
}
