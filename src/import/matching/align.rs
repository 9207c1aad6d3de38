//! Which part of a page goes with which part of a charter: by likeness, and not by place.
//!
//! Equal parts are found by hashing; what is left is compared by words, within a bound.

use std::hash::{DefaultHasher, Hash, Hasher};

use super::likeness::NEAR;
use super::pairs::{Pairs, work};
use super::reading::Reading;
use super::unify::unify;
use super::view::{CellView, Presence, RowView, SectionView, TableView, View};
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

fn pair_sections(page: &[SectionView], charter: &[SectionView]) -> Vec<Option<usize>> {
    let mut pairs = Pairs::new(page.len(), charter.len());
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
    // What is shown goes before what is hidden.
    for presence in [Presence::Shown, Presence::HiddenHere] {
        pairs.join_equal(
            of_presence(page, Presence::Shown, |it| it.presence, key),
            of_presence(charter, presence, |it| it.presence, key),
        );
    }
    let alike = |page: &SectionView, charter: &SectionView, wanted: Presence| {
        if page.presence != Presence::Shown || charter.presence != wanted {
            return 0.0;
        }
        likeness_of_sections(page, charter)
    };
    for presence in [Presence::Shown, Presence::HiddenHere] {
        let left = |pair: bool, words: usize| pair.then_some(words);
        let of_page = page.iter().zip(&pairs.of_page);
        let of_charter = charter.iter().zip(&pairs.taken);
        let work = work(
            of_page.filter_map(|(it, pair)| left(pair.is_none(), it.words.len())),
            of_charter.filter_map(|(it, taken)| left(!taken, it.words.len())),
        );
        pairs.join_alike(work, |at, other| match (page.get(at), charter.get(other)) {
            (Some(page), Some(charter)) => alike(page, charter, presence),
            _ => 0.0,
        });
    }
    pairs.of_page
}

fn of_presence<'a, T, K>(
    items: &'a [T],
    wanted: Presence,
    presence: impl Fn(&T) -> Presence + 'a,
    key: impl Fn(&'a T) -> Option<K> + 'a,
) -> impl Iterator<Item = (usize, Option<K>)> + 'a {
    items
        .iter()
        .enumerate()
        .filter(move |(_, item)| presence(item) == wanted)
        .map(move |(at, item)| (at, key(item)))
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
    let mut pairs = Pairs::new(page.columns.len(), charter.columns.len());
    for presence in [Presence::Shown, Presence::HiddenHere] {
        for by in [By::Both, By::Label, By::Role] {
            let key = |column: &super::view::ColumnView| by.key(column);
            pairs.join_equal(
                of_presence(&page.columns, Presence::Shown, |it| it.presence, key),
                of_presence(&charter.columns, presence, |it| it.presence, key),
            );
        }
    }
    pairs.of_page
}

#[derive(Clone, Copy)]
enum By {
    Both,
    Label,
    Role,
}

impl By {
    fn key(self, column: &super::view::ColumnView) -> Option<(Option<u8>, Option<String>)> {
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
    let mut pairs = Pairs::new(page.rows.len(), charter.rows.len());
    let key_of = |cells: &mut dyn Iterator<Item = &CellView>| {
        Some(hash_of(
            cells
                .map(|cell| cell.said.norm.as_str())
                .collect::<Vec<_>>(),
        ))
    };
    let name_of =
        |table: &TableView, row: &RowView| Some(table.names(row)).filter(|names| !names.is_empty());
    let presences = [Presence::Shown, Presence::HiddenHere];
    for presence in presences {
        pairs.join_equal(
            of_presence(
                &page.rows,
                Presence::Shown,
                |it| it.presence,
                |row| key_of(&mut cells_of_page(row, columns)),
            ),
            of_presence(
                &charter.rows,
                presence,
                |it| it.presence,
                |row| key_of(&mut cells_of_charter(row, columns)),
            ),
        );
    }
    for presence in presences {
        pairs.join_equal(
            of_presence(
                &page.rows,
                Presence::Shown,
                |it| it.presence,
                |row| name_of(page, row),
            ),
            of_presence(
                &charter.rows,
                presence,
                |it| it.presence,
                |row| name_of(charter, row),
            ),
        );
    }
    for wanted in presences {
        let of_page = page.rows.iter().zip(&pairs.of_page);
        let of_charter = charter.rows.iter().zip(&pairs.taken);
        let work = work(
            of_page
                .filter(|(_, pair)| pair.is_none())
                .map(|(row, _)| row.words.len()),
            of_charter
                .filter(|(_, taken)| !**taken)
                .map(|(row, _)| row.words.len()),
        );
        pairs.join_alike(work, |at, other| {
            match (page.rows.get(at), charter.rows.get(other)) {
                (Some(row), Some(other))
                    if row.presence == Presence::Shown && other.presence == wanted =>
                {
                    row.words.in_common(&other.words)
                }
                _ => 0.0,
            }
        });
    }
    pairs.of_page
}

/// Rows of the same cookies and, where as many are left on both sides, the others by place.
fn pair_rows_by_name(
    page: &TableView,
    charter: &TableView,
    _: &[Option<usize>],
) -> Vec<Option<usize>> {
    let mut pairs = Pairs::new(page.rows.len(), charter.rows.len());
    let name_of =
        |table: &TableView, row: &RowView| Some(table.names(row)).filter(|names| !names.is_empty());
    pairs.join_equal(
        of_presence(
            &page.rows,
            Presence::Shown,
            |it| it.presence,
            |row| name_of(page, row),
        ),
        of_presence(
            &charter.rows,
            Presence::Shown,
            |it| it.presence,
            |row| name_of(charter, row),
        ),
    );
    pairs.join_rest();
    pairs.of_page
}

/// Sections of the same cookies, and between those, where as many stand in the same shapes, the
/// others by place.
fn pair_shapes(page: &[SectionView], charter: &[SectionView]) -> Vec<Option<usize>> {
    let shown = |sections: &[SectionView]| -> Vec<usize> {
        let shown = sections.iter().enumerate();
        shown
            .filter(|(_, it)| it.presence == Presence::Shown)
            .map(|(at, _)| at)
            .collect()
    };
    let (of_page, of_charter) = (shown(page), shown(charter));
    let shape = |section: Option<&SectionView>| section.map(|it| it.table.is_some());
    let same_shapes = of_page.len() == of_charter.len()
        && of_page
            .iter()
            .zip(&of_charter)
            .all(|(at, other)| shape(page.get(*at)) == shape(charter.get(*other)));
    let mut pairs = Pairs::new(page.len(), charter.len());
    if same_shapes {
        for (at, other) in of_page.into_iter().zip(of_charter) {
            pairs.join(at, other);
        }
        return pairs.of_page;
    }
    let names = |section: &SectionView| {
        let table = section.table.as_ref()?;
        let mut names: Vec<String> = table.rows.iter().map(|row| table.names(row)).collect();
        names.retain(|name| !name.is_empty());
        names.sort_unstable();
        (!names.is_empty()).then_some(names)
    };
    pairs.join_equal(
        of_presence(page, Presence::Shown, |it| it.presence, names),
        of_presence(charter, Presence::Shown, |it| it.presence, names),
    );
    pairs.of_page
}
