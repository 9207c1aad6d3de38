//! The order in which the board shows the platforms.

use std::collections::HashMap;

use jiff::civil::Date;

use super::Entries;
use super::entry::folded;
use crate::model::{Language, ModelId};
use crate::workspace::releases::Glances;

/// What a column of the board tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Column {
    Name,
    Follows,
    Adaptations,
    Languages,
    Updated,
    Release,
    Findings,
}

impl Column {
    /// All columns, as they stand from left to right.
    pub const ALL: [Self; 7] = [
        Self::Name,
        Self::Follows,
        Self::Adaptations,
        Self::Languages,
        Self::Updated,
        Self::Release,
        Self::Findings,
    ];
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    Ascending,
    Descending,
}

/// By what the platforms are sorted. Those that are alike stay in the order of the collection.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sort {
    pub column: Column,
    pub way: Way,
}

impl Sort {
    /// The sort after another click on a column: up, then down, then the collection's own order.
    #[must_use]
    pub fn next(now: Option<Self>, column: Column) -> Option<Self> {
        let way = match now.filter(|sort| sort.column == column) {
            None => Way::Ascending,
            Some(Self {
                way: Way::Ascending,
                ..
            }) => Way::Descending,
            Some(_) => return None,
        };
        Some(Self { column, way })
    }

    /// The places of the entries in this order, for a person who reads a language.
    #[must_use]
    pub fn order(self, entries: &Entries, glances: &Glances, reader: &Language) -> Vec<usize> {
        let first = entries.languages.first().unwrap_or(reader);
        let models = match self.column {
            Column::Follows => folded_models(entries, (reader, first)),
            _ => HashMap::new(),
        };
        let keys = entries.iter().map(|entry| match self.column {
            Column::Name => Key::Words(entry.sorted_by(reader, first)),
            Column::Follows => {
                let followed = entry.platform.charter.follows();
                let model = followed.and_then(|model| models.get(model));
                Key::Words(model.map_or("", String::as_str))
            }
            Column::Adaptations => Key::Count(entry.adaptations, entry.moved_on),
            Column::Languages => Key::Count(entry.missing(), entry.languages.len()),
            Column::Updated => Key::Day(entry.updated),
            Column::Release => Key::Day(glances.of(&entry.platform.id).map(|it| it.date)),
            // One that keeps a charter from being finished weighs more than any others.
            Column::Findings => Key::Count(usize::from(entry.is_blocked()), entry.found()),
        });
        let mut order: Vec<(Key<'_>, usize)> = keys.zip(0..).collect();
        // What is alike keeps its order whichever way the others go.
        order.sort_by(|(one, _), (other, _)| match self.way {
            Way::Ascending => one.cmp(other),
            Way::Descending => other.cmp(one),
        });
        order.into_iter().map(|(_, at)| at).collect()
    }
}

/// The names of the models that are followed, folded: each is once, however many follow it.
fn folded_models<'a>(
    entries: &'a Entries,
    (reader, first): (&Language, &Language),
) -> HashMap<&'a ModelId, String> {
    let mut models = HashMap::new();
    for entry in entries.iter() {
        if let Some(model) = entry.platform.charter.follows()
            && !models.contains_key(model)
            && let Some(name) = entry.model_name(reader, first)
        {
            models.insert(model, folded(name));
        }
    }
    models
}

/// What entries are compared by. Those of a column are of one kind.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Key<'a> {
    Count(usize, usize),
    /// Those without a day come before all days.
    Day(Option<Date>),
    Words(&'a str),
}
