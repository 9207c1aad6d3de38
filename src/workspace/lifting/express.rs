//! What a charter adapts of another so that it says, to the letter and in the same order, what a
//! third says.
//!
//! Elements are known by their ids, since those stand in what is rendered (anchors of pages, names
//! in configurations): what has another id is another thing.

use std::hash::Hash;
use std::sync::Arc;

use crate::import::matching::staying;
use crate::model::{
    Adaptation, Cell, CellAddress, Column, ColumnAddress, ColumnId, CookieTable, Element,
    Identified, Indexed, List, Place, Resolved, ResolvedColumn, ResolvedRow, ResolvedSection,
    ResolvedTable, Row, RowId, Section, SectionId, Text,
};

/// Whether a text of the one says what stands at the same place of the other.
pub type Same<'a> = &'a dyn Fn(&Element, &Text, &Text) -> bool;

/// What a follower of `base` adapts to say what `wanted` says; nothing where no adaptation can,
/// such as of another role of a column.
pub fn express(base: &Resolved, wanted: &Resolved, same: Same<'_>) -> Option<Vec<Adaptation>> {
    let mut writer = Writer {
        wanted,
        same,
        adaptations: Vec::new(),
    };
    writer.title(base);
    writer.columns(None, &base.columns, &wanted.columns)?;
    writer.sections(&base.sections)?;
    Some(writer.adaptations)
}

struct Writer<'a> {
    wanted: &'a Resolved,
    same: Same<'a>,
    adaptations: Vec<Adaptation>,
}

impl Writer<'_> {
    fn adapt(&mut self, adaptation: Adaptation) {
        self.adaptations.push(adaptation);
    }

    fn text(&mut self, element: Element, was: &Text, text: &Text) {
        if was != text && !(self.same)(&element, was, text) {
            let replaced = Adaptation::replacing(element, was.clone(), text.clone());
            self.adaptations.extend(replaced);
        }
    }

    fn title(&mut self, base: &Resolved) {
        let wanted = &self.wanted.title.value;
        self.text(Element::Title, &base.title.value, wanted);
    }

    /// The columns of a table, or the common ones.
    fn columns(
        &mut self,
        table: Option<&SectionId>,
        base: &Indexed<ResolvedColumn>,
        wanted: &Indexed<ResolvedColumn>,
    ) -> Option<()> {
        let (held, all) = (ids(base), ids(wanted));
        for (column, step) in wanted.iter().zip(arranged(&held, &all)) {
            let id = column.column.id.clone();
            let table = table.cloned();
            match step {
                Step::Stays => {}
                Step::Moves(place) => self.adapt(Adaptation::MoveColumn {
                    table,
                    column: id,
                    place,
                }),
                Step::Comes(place) => self.adapt(Adaptation::AddColumn {
                    table,
                    column: Arc::new(as_column(column)),
                    place,
                }),
            }
        }
        for column in wanted {
            let there = base.find(&column.column.id);
            if let Some(there) = there {
                if !is_like(there, column) || (there.hidden.is_some() && column.hidden.is_none()) {
                    return None;
                }
                let address = ColumnAddress {
                    table: table.cloned(),
                    column: column.column.id.clone(),
                };
                let (was, label) = (&there.label.value, &column.label.value);
                self.text(Element::Column(address), was, label);
            }
            if column.hidden.is_some() && there.is_none_or(|it| it.hidden.is_none()) {
                self.hide_column(table, &column.column.id);
            }
        }
        let gone = base
            .iter()
            .filter(|it| wanted.find(&it.column.id).is_none());
        for column in gone.filter(|it| it.hidden.is_none()) {
            self.hide_column(table, &column.column.id);
        }
        Some(())
    }

    fn hide_column(&mut self, table: Option<&SectionId>, column: &ColumnId) {
        self.adapt(Adaptation::HideColumn {
            table: table.cloned(),
            column: column.clone(),
        });
    }

    fn sections(&mut self, base: &Indexed<ResolvedSection>) -> Option<()> {
        let resolved = self.wanted;
        // What is hidden and says nothing of its own can be found where it is held.
        let is_kept = |it: &&ResolvedSection| {
            it.hidden.is_none() || base.find(&it.id).is_some() || holds_words(resolved, it)
        };
        let wanted: Vec<&ResolvedSection> = resolved.sections.iter().filter(is_kept).collect();
        let all: Vec<&SectionId> = wanted.iter().map(|it| &it.id).collect();
        for (section, step) in wanted.iter().zip(arranged(&ids(base), &all)) {
            match step {
                Step::Stays => {}
                Step::Moves(place) => self.adapt(Adaptation::MoveSection {
                    section: section.id.clone(),
                    place,
                }),
                Step::Comes(place) => self.adapt(Adaptation::AddSection {
                    section: Arc::new(as_section(section)),
                    place,
                }),
            }
        }
        for section in wanted {
            let there = base.find(&section.id);
            match there {
                Some(there) => self.section(there, section)?,
                None => self.adaptations.extend(hidden_in(section, &section.id)),
            }
            if section.hidden.is_some() && there.is_none_or(|it| it.hidden.is_none()) {
                self.hide_section(&section.id);
            }
        }
        let gone = base.iter().filter(|it| resolved.section(&it.id).is_none());
        for section in gone.filter(|it| it.hidden.is_none()) {
            self.hide_section(&section.id);
        }
        Some(())
    }

    fn hide_section(&mut self, section: &SectionId) {
        self.adapt(Adaptation::HideSection {
            section: section.clone(),
        });
    }

    fn hide_row(&mut self, section: &SectionId, row: &RowId) {
        self.adapt(Adaptation::HideRow {
            section: section.clone(),
            row: row.clone(),
        });
    }

    fn section(&mut self, base: &ResolvedSection, wanted: &ResolvedSection) -> Option<()> {
        let is_shown_again = base.hidden.is_some() && wanted.hidden.is_none();
        if is_shown_again || base.when != wanted.when || base.note != wanted.note {
            return None;
        }
        let id = &wanted.id;
        let heading = Element::Heading(id.clone());
        self.text(heading, &base.heading.value, &wanted.heading.value);
        let body = Element::Body(id.clone());
        self.text(body, &base.body.value, &wanted.body.value);
        if base.level.value != wanted.level.value {
            self.adapt(Adaptation::ReplaceLevel {
                section: id.clone(),
                was: base.level.value,
                level: wanted.level.value,
            });
        }
        match (&base.table, &wanted.table) {
            (None, None) => Some(()),
            (Some(base), Some(wanted)) => self.table(id, base, wanted),
            _ => None,
        }
    }

    fn table(
        &mut self,
        section: &SectionId,
        base: &ResolvedTable,
        wanted: &ResolvedTable,
    ) -> Option<()> {
        if base.nature.value != wanted.nature.value {
            self.adapt(Adaptation::ReplaceNature {
                section: section.clone(),
                was: base.nature.value.clone(),
                nature: wanted.nature.value.clone(),
            });
        }
        match (&base.columns, &wanted.columns) {
            (None, None) => {}
            (Some(base), Some(wanted)) => self.columns(Some(section), base, wanted)?,
            _ => return None,
        }
        self.rows(section, &base.rows, &wanted.rows)
    }

    fn rows(
        &mut self,
        section: &SectionId,
        base: &Indexed<ResolvedRow>,
        wanted: &Indexed<ResolvedRow>,
    ) -> Option<()> {
        // « As above » is settled among all rows, hidden or not.
        let says_above = base.iter().chain(wanted).any(ResolvedRow::says_above);
        let owner = &self.wanted.owner;
        let is_kept = |it: &&ResolvedRow| {
            let is_needed = says_above || base.find(it.id()).is_some();
            it.hidden.is_none() || is_needed || it.holds_words_of(owner)
        };
        let kept: Vec<&ResolvedRow> = wanted.iter().filter(is_kept).collect();
        let all: Vec<&RowId> = kept.iter().map(|it| it.id()).collect();
        for (row, step) in kept.iter().zip(arranged(&ids(base), &all)) {
            match step {
                Step::Stays => {}
                Step::Moves(place) => self.adapt(Adaptation::MoveRow {
                    section: section.clone(),
                    row: row.id().clone(),
                    place,
                }),
                Step::Comes(place) => self.adapt(Adaptation::AddRow {
                    section: section.clone(),
                    row: Arc::new(row.as_shown()),
                    place,
                }),
            }
        }
        for row in kept {
            let there = base.find(row.id());
            if let Some(there) = there {
                let is_shown_again = there.hidden.is_some() && row.hidden.is_none();
                if is_shown_again || there.when() != row.when() || there.note() != row.note() {
                    return None;
                }
                // Rows are shared until they are changed.
                if !row.has_cells_of(there) {
                    self.cells(section, &there.as_shown(), &row.as_shown());
                }
            }
            if row.hidden.is_some() && there.is_none_or(|it| it.hidden.is_none()) {
                self.hide_row(section, row.id());
            }
        }
        for row in base.iter().filter(|it| wanted.find(it.id()).is_none()) {
            if row.hidden.is_none() {
                self.hide_row(section, row.id());
            }
            if says_above {
                self.adapt(Adaptation::MoveRow {
                    section: section.clone(),
                    row: row.id().clone(),
                    place: Place::Last,
                });
            }
        }
        Some(())
    }

    fn cells(&mut self, section: &SectionId, base: &Row, wanted: &Row) {
        let others = wanted
            .cells
            .keys()
            .filter(|id| !base.cells.contains_key(*id));
        for column in base.cells.keys().chain(others) {
            let (was, cell) = (base.cells.get(column), wanted.cells.get(column));
            let element = || {
                Element::Cell(CellAddress {
                    section: section.clone(),
                    row: wanted.id.clone(),
                    column: column.clone(),
                })
            };
            let is_same = match (was, cell) {
                (Some(Cell::Text(was)), Some(Cell::Text(text))) => {
                    was == text || (self.same)(&element(), was, text)
                }
                (was, cell) => was == cell,
            };
            if !is_same {
                self.adapt(Adaptation::ReplaceCell {
                    section: section.clone(),
                    row: wanted.id.clone(),
                    column: column.clone(),
                    was: was.cloned(),
                    cell: cell.cloned(),
                });
            }
        }
    }
}

/// What becomes of an element among its likes.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Step<Id> {
    Stays,
    Moves(Place<Id>),
    Comes(Place<Id>),
}

/// How one list comes to the order of another, element by element: as many as can be stay, and
/// each other comes right below the one before it.
fn arranged<Id: Clone + Eq + Hash>(held: &[&Id], wanted: &[&Id]) -> Vec<Step<Id>> {
    let places: std::collections::HashMap<&Id, usize> = held
        .iter()
        .enumerate()
        .map(|(place, id)| (*id, place))
        .collect();
    let known: Vec<usize> = wanted
        .iter()
        .filter_map(|id| places.get(id).copied())
        .collect();
    let mut stays = staying(&known).into_iter();
    let mut before: Option<&Id> = None;
    let mut steps = Vec::with_capacity(wanted.len());
    for id in wanted {
        let place = before.map_or(Place::First, |id| Place::After(id.clone()));
        steps.push(match places.contains_key(id) {
            true if stays.next().unwrap_or_default() => Step::Stays,
            true => Step::Moves(place),
            false => Step::Comes(place),
        });
        before = Some(id);
    }
    steps
}

/// What is hidden inside a section that becomes the follower's own, by the id that it has then.
pub fn hidden_in(section: &ResolvedSection, id: &SectionId) -> Vec<Adaptation> {
    let Some(table) = &section.table else {
        return Vec::new();
    };
    let rows = table.rows.iter().filter(|row| row.hidden.is_some());
    let columns = table.columns.iter().flatten();
    let columns = columns.filter(|column| column.hidden.is_some());
    rows.map(|row| Adaptation::HideRow {
        section: id.clone(),
        row: row.id().clone(),
    })
    .chain(columns.map(|column| Adaptation::HideColumn {
        table: Some(id.clone()),
        column: column.column.id.clone(),
    }))
    .collect()
}

fn ids<T: Identified>(items: &Indexed<T>) -> Vec<&T::Id> {
    items.iter().map(Identified::id).collect()
}

/// Whether two columns are for the same, whatever they are called.
pub fn is_like(one: &ResolvedColumn, other: &ResolvedColumn) -> bool {
    let (one, other) = (&one.column, &other.column);
    one.role == other.role && one.hidden == other.hidden && one.note == other.note
}

/// Whether a charter holds words of its own in a section of it.
pub fn holds_words(resolved: &Resolved, section: &ResolvedSection) -> bool {
    let owner = &resolved.owner;
    let table = section.table.as_ref();
    let mut columns = table
        .and_then(|it| it.columns.as_ref())
        .into_iter()
        .flatten();
    let mut rows = table.map(|it| &it.rows).into_iter().flatten();
    [
        &section.origin,
        &section.heading.origin,
        &section.body.origin,
    ]
    .iter()
    .any(|origin| origin.holder == *owner)
        || columns.any(|it| it.origin.holder == *owner || it.label.origin.holder == *owner)
        || rows.any(|row| row.holds_words_of(owner))
}

/// A column by itself, with the label that it shows.
pub fn as_column(column: &ResolvedColumn) -> Column {
    Column {
        label: column.label.value.clone(),
        ..Column::clone(&column.column)
    }
}

/// A section by itself, with what it shows; what is hidden in it is there too.
pub fn as_section(section: &ResolvedSection) -> Section {
    Section {
        id: section.id.clone(),
        level: section.level.value,
        heading: section.heading.value.clone(),
        body: section.body.value.clone(),
        when: section.when.clone(),
        table: section.table.as_ref().map(as_table),
        note: section.note.clone(),
    }
}

fn as_table(table: &ResolvedTable) -> CookieTable {
    let nature = &table.nature.value;
    CookieTable {
        category: nature.category.clone(),
        consent: nature.consent,
        columns: table
            .columns
            .as_ref()
            .map(|columns| listed(columns.iter().map(as_column))),
        rows: listed(table.rows.iter().map(ResolvedRow::as_shown)),
    }
}

/// Elements as a list; of two with one id, the first.
pub fn listed<T: Identified>(items: impl IntoIterator<Item = T>) -> List<T> {
    let mut list = List::new();
    for item in items {
        // A second one of an id is what nothing finds.
        let _ = list.push(item);
    }
    list
}
