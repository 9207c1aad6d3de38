//! Which part of a page goes with which part of a charter: by likeness, and not by place.
//!
//! Equal parts are found by hashing; what is left is compared by words, within a bound.

use std::hash::{DefaultHasher, Hash, Hasher};

use super::likeness::{NEAR, Words};
use super::pairs::{Pairs, work};
use super::reading::Reading;
use super::unify::unify;
use super::view::{
    CellView, ColumnView, Counterpart, Presence, RowView, SectionView, TableView, View,
};
use crate::model::Role;

/// What goes with what: for each part of the page, its place in the charter.
#[derive(Debug, Clone, Default)]
pub struct Alignment {
    pub sections: Vec<Option<usize>>,
    /// By section of the page.
    pub tables: Vec<Option<TableAlignment>>,
    /// The share of the page's words that stands in the charter, from 0 to 1.
    pub share: f32,
}

#[derive(Debug, Clone, Default)]
pub struct TableAlignment {
    pub columns: Vec<Option<usize>>,
    pub rows: Vec<Option<usize>>,
}

fn hash_of(value: impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    value.hash(&mut hasher);
    hasher.finish()
}

/// What goes with what, by the words of both.
pub fn by_likeness(page: &View, charter: &View) -> Alignment {
    let pairs = pair_sections(&page.sections, &charter.sections);
    finish(page, charter, pairs, pair_rows)
}

/// What goes with what where the charter says nothing in the language of the page: by the names of
/// cookies, and by place between those.
pub fn by_structure(page: &View, charter: &View) -> Alignment {
    let pairs = pair_shapes(&page.sections, &charter.sections);
    let joined = pairs.iter().flatten().count();
    let mut alignment = finish(page, charter, pairs, pair_rows_by_name);
    alignment.share = share(joined, page.sections.len());
    alignment
}

fn finish(
    page: &View,
    charter: &View,
    sections: Vec<Option<usize>>,
    rows: impl Fn(&TableView, &TableView, &[Option<usize>]) -> Vec<Option<usize>>,
) -> Alignment {
    let tables = page.sections.iter().zip(&sections).map(|(section, pair)| {
        let of_page = section.table.as_ref()?;
        let of_charter = charter.sections.get((*pair)?)?.table.as_ref()?;
        let columns = pair_columns(of_page, of_charter);
        Some(TableAlignment {
            rows: rows(of_page, of_charter, &columns),
            columns,
        })
    });
    let mut alignment = Alignment {
        tables: tables.collect(),
        sections,
        share: 0.0,
    };
    alignment.share = shared_words(page, charter, &alignment);
    alignment
}

#[expect(clippy::cast_precision_loss, reason = "a share, told to a person")]
fn share(part: usize, whole: usize) -> f32 {
    if whole == 0 {
        1.0
    } else {
        part as f32 / whole as f32
    }
}

/// The share of the words of a page that stands in what its parts go with.
#[expect(clippy::cast_precision_loss, reason = "a share, told to a person")]
fn shared_words(page: &View, charter: &View, alignment: &Alignment) -> f32 {
    let alike = |one: &Reading, two: &Reading| match unify(two, one) {
        Some(_) => 1.0,
        None => one.words.in_common(&two.words),
    };
    let mut all = page.title.words.len() as f32;
    let mut shared = alike(&page.title, &charter.title) * all;
    let pairs = alignment.sections.iter().zip(&alignment.tables);
    for (section, (pair, table)) in page.sections.iter().zip(pairs) {
        all += section.words.len() as f32;
        let Some(other) = pair.and_then(|pair| charter.sections.get(pair)) else {
            continue;
        };
        for (one, two) in [
            (&section.heading, &other.heading),
            (&section.body, &other.body),
        ] {
            shared += alike(one, two) * one.words.len() as f32;
        }
        let (Some(rows), Some(of_page), Some(of_charter)) = (table, &section.table, &other.table)
        else {
            continue;
        };
        for (row, pair) in of_page.rows.iter().zip(&rows.rows) {
            if let Some(other) = pair.and_then(|pair| of_charter.rows.get(pair)) {
                shared += row.words.in_common(&other.words) * row.words.len() as f32;
            }
        }
    }
    if all > 0.0 {
        return shared / all;
    }
    // A page without a word says what a charter without one does.
    let sections = charter.sections.iter();
    let mut shown = sections.filter(|section| section.presence == Presence::Shown);
    if shown.all(|section| section.words.len() == 0) {
        1.0
    } else {
        0.0
    }
}

/// Whether a section of a charter can say what one of a page does: no table can be put into what
/// is inherited.
fn can_hold(page: &SectionView, charter: &SectionView) -> bool {
    page.table.is_none() || charter.table.is_some()
}

/// In this order parts of a charter are looked for: what is shown goes before what is hidden.
const IN_TURN: [Presence; 2] = [Presence::Shown, Presence::HiddenHere];

/// The parts of one kind on both sides, and which of them go together so far.
struct Sides<'a, T> {
    page: &'a [T],
    charter: &'a [T],
    pairs: Pairs,
}

impl<'a, T: Counterpart> Sides<'a, T> {
    fn new(page: &'a [T], charter: &'a [T]) -> Self {
        Self {
            page,
            charter,
            pairs: Pairs::new(page.len(), charter.len()),
        }
    }

    /// Joins what has the same key on the page and, standing thus, in the charter.
    fn join_equal<K: Hash + Eq>(
        &mut self,
        presence: Presence,
        of_page: impl Fn(&'a T) -> Option<K>,
        of_charter: impl Fn(&'a T) -> Option<K>,
    ) {
        self.pairs.join_equal(
            standing(self.page, Presence::Shown).map(|(at, it)| (at, of_page(it))),
            standing(self.charter, presence).map(|(at, it)| (at, of_charter(it))),
        );
    }

    /// Joins what is left of the page with what is like it and, standing thus, left of the
    /// charter.
    fn join_alike(
        &mut self,
        presence: Presence,
        words: impl Fn(&T) -> &Words,
        likeness: impl Fn(&T, &T) -> f32,
    ) {
        let Self {
            page,
            charter,
            pairs,
        } = self;
        let of_page = page.iter().zip(&pairs.of_page);
        let of_charter = charter.iter().zip(&pairs.taken);
        let work = work(
            of_page
                .filter(|(_, pair)| pair.is_none())
                .map(|(it, _)| words(it).len()),
            of_charter
                .filter(|(_, taken)| !**taken)
                .map(|(it, _)| words(it).len()),
        );
        pairs.join_alike(work, |at, other| match (page.get(at), charter.get(other)) {
            (Some(it), Some(other))
                if it.presence() == Presence::Shown && other.presence() == presence =>
            {
                likeness(it, other)
            }
            _ => 0.0,
        });
    }
}

fn standing<T: Counterpart>(parts: &[T], presence: Presence) -> impl Iterator<Item = (usize, &T)> {
    let parts = parts.iter().enumerate();
    parts.filter(move |(_, it)| it.presence() == presence)
}

fn pair_sections(page: &[SectionView], charter: &[SectionView]) -> Vec<Option<usize>> {
    let key = |section: &SectionView| {
        let is_open = section.heading.open || section.body.open;
        let names_itself = !section.heading.is_empty() || !section.body.is_empty();
        // A table alone is known by what stands in it.
        let table = section.table.as_ref();
        let said: Option<Vec<&str>> = table.filter(|_| !names_itself).map(TableView::said);
        let says_something = names_itself || table.is_some();
        (says_something && !is_open).then(|| {
            let texts = (&section.heading.norm, &section.body.norm);
            hash_of((texts, section.shows_table(), said))
        })
    };
    let mut sides = Sides::new(page, charter);
    for presence in IN_TURN {
        sides.join_equal(presence, key, key);
    }
    for presence in IN_TURN {
        sides.join_alike(presence, |it| &it.words, likeness_of_sections);
    }
    sides.pairs.of_page
}

fn likeness_of_sections(page: &SectionView, charter: &SectionView) -> f32 {
    if !can_hold(page, charter) {
        return 0.0;
    }
    let has_heading = !page.heading.is_empty() && !charter.heading.is_empty();
    let same_heading = has_heading && unify(&charter.heading, &page.heading).is_some();
    let same_body = unify(&charter.body, &page.body).is_some();
    let same_shape = page.shows_table() == charter.shows_table();
    if same_shape
        && same_body
        && (same_heading || page.heading.is_empty() && charter.heading.is_empty())
        && !(page.heading.is_empty() && page.body.is_empty())
    {
        return 1.0;
    }
    let words = page.words.in_common(&charter.words);
    if same_heading {
        // Near in any case, and never as near as the same text.
        NEAR + words * (0.99 - NEAR)
    } else {
        words.min(0.99)
    }
}

/// Columns that are for the same: by role and label, by label, by role.
fn pair_columns(page: &TableView, charter: &TableView) -> Vec<Option<usize>> {
    let mut sides = Sides::new(&page.columns, &charter.columns);
    for presence in IN_TURN {
        for by in [By::Both, By::Label, By::Role] {
            sides.join_equal(presence, |it| by.key(it), |it| by.key(it));
        }
    }
    sides.pairs.of_page
}

#[derive(Clone, Copy)]
enum By {
    Both,
    Label,
    Role,
}

impl By {
    fn key(self, column: &ColumnView) -> Option<(Option<u8>, Option<String>)> {
        let role = column.role as u8;
        let label = || (!column.label.is_empty()).then(|| column.label.norm.clone());
        match self {
            Self::Both => Some((Some(role), Some(label()?))),
            Self::Label => Some((None, Some(label()?))),
            Self::Role => (column.role != Role::Other).then_some((Some(role), None)),
        }
    }
}

/// The cells of a row that stand in columns which both tables have, in the order of the page's.
fn cells_of_page<'a>(
    row: &'a RowView,
    columns: &'a [Option<usize>],
) -> impl Iterator<Item = &'a CellView> {
    row.cells
        .iter()
        .zip(columns)
        .filter_map(|(cell, pair)| pair.map(|_| cell))
}

fn cells_of_charter<'a>(
    row: &'a RowView,
    columns: &'a [Option<usize>],
) -> impl Iterator<Item = &'a CellView> {
    columns.iter().flatten().filter_map(|at| row.cells.get(*at))
}

fn pair_rows(
    page: &TableView,
    charter: &TableView,
    columns: &[Option<usize>],
) -> Vec<Option<usize>> {
    let mut sides = Sides::new(&page.rows, &charter.rows);
    for presence in IN_TURN {
        sides.join_equal(
            presence,
            |row| Some(key_of(cells_of_page(row, columns))),
            |row| Some(key_of(cells_of_charter(row, columns))),
        );
    }
    for presence in IN_TURN {
        join_by_name(&mut sides, presence, page, charter);
    }
    for presence in IN_TURN {
        sides.join_alike(
            presence,
            |row| &row.words,
            |row, other| row.words.in_common(&other.words),
        );
    }
    sides.pairs.of_page
}

fn key_of<'a>(cells: impl Iterator<Item = &'a CellView>) -> u64 {
    let said: Vec<&str> = cells.map(|cell| cell.said.norm.as_str()).collect();
    hash_of(said)
}

/// Joins the rows of two tables that are about the same cookies.
fn join_by_name(
    rows: &mut Sides<'_, RowView>,
    presence: Presence,
    page: &TableView,
    charter: &TableView,
) {
    let names =
        |table: &TableView, row: &RowView| Some(table.names(row)).filter(|it| !it.is_empty());
    rows.join_equal(presence, |row| names(page, row), |row| names(charter, row));
}

/// Rows of the same cookies and, where as many are left on both sides, the others by place.
fn pair_rows_by_name(
    page: &TableView,
    charter: &TableView,
    _: &[Option<usize>],
) -> Vec<Option<usize>> {
    let mut sides = Sides::new(&page.rows, &charter.rows);
    join_by_name(&mut sides, Presence::Shown, page, charter);
    sides.pairs.join_rest();
    sides.pairs.of_page
}

/// Sections of the same cookies, and between those, where as many stand in the same shapes, the
/// others by place.
fn pair_shapes(page: &[SectionView], charter: &[SectionView]) -> Vec<Option<usize>> {
    let shapes = |sections: &[SectionView]| -> Vec<(usize, bool)> {
        let shown = standing(sections, Presence::Shown);
        shown.map(|(at, it)| (at, it.table.is_some())).collect()
    };
    let (of_page, of_charter) = (shapes(page), shapes(charter));
    let kinds = |shapes: &[(usize, bool)]| -> Vec<bool> {
        shapes.iter().map(|(_, has_table)| *has_table).collect()
    };
    let mut sides = Sides::new(page, charter);
    if kinds(&of_page) == kinds(&of_charter) {
        for ((at, _), (other, _)) in of_page.into_iter().zip(of_charter) {
            sides.pairs.join(at, other);
        }
        return sides.pairs.of_page;
    }
    let names = |section: &SectionView| {
        let table = section.table.as_ref()?;
        let mut names: Vec<String> = table.rows.iter().map(|row| table.names(row)).collect();
        names.retain(|name| !name.is_empty());
        names.sort_unstable();
        (!names.is_empty()).then_some(names)
    };
    sides.join_equal(Presence::Shown, names, names);
    sides.pairs.of_page
}
