//! What the board shows of all entries: in which order, and which of them. It is worked out when
//! something of that changes, and not by frame.

use std::sync::Arc;

use super::selection::Selection;
use crate::model::{Language, PlatformId};
use crate::workspace::board::{Entries, Entry, Fault, Query, Sort};
use crate::workspace::releases::Glances;

/// What is shown, and what that was worked out for.
#[derive(Debug, Default)]
pub struct Seen {
    entries: Arc<Entries>,
    glances: Arc<Glances>,
    sort: Option<Sort>,
    reader: Option<Language>,
    written: Option<String>,
    /// The places of all entries, in order.
    order: Vec<usize>,
    /// What was written, as it was understood; or why it was not.
    query: Query,
    fault: Option<Fault>,
    /// The places of those that are found, in order.
    shown: Vec<usize>,
    generation: u64,
    /// How many of those that are chosen are shown, and for which choice that was counted.
    chosen: (u64, usize),
}

/// What the board is to show.
#[derive(Clone, Copy)]
pub struct Wanted<'a> {
    pub entries: &'a Arc<Entries>,
    pub glances: &'a Arc<Glances>,
    pub sort: Option<Sort>,
    pub reader: &'a Language,
    pub written: &'a str,
    pub selection: &'a Selection,
}

impl Seen {
    /// Works out what has changed of what is shown.
    pub fn refresh(&mut self, wanted: &Wanted<'_>) {
        let is_of_same = Arc::ptr_eq(&self.entries, wanted.entries)
            && Arc::ptr_eq(&self.glances, wanted.glances);
        let is_in_order =
            is_of_same && self.sort == wanted.sort && self.reader.as_ref() == Some(wanted.reader);
        if !is_in_order {
            self.entries = Arc::clone(wanted.entries);
            self.glances = Arc::clone(wanted.glances);
            self.sort = wanted.sort;
            self.reader = Some(wanted.reader.clone());
            self.order = match wanted.sort {
                Some(sort) => sort.order(wanted.entries, wanted.glances, wanted.reader),
                None => (0..wanted.entries.len()).collect(),
            };
        }
        let is_asked = self.written.as_deref() == Some(wanted.written);
        if !is_asked {
            self.written = Some(wanted.written.to_owned());
            (self.query, self.fault) = match Query::read(wanted.written) {
                Ok(query) => (query, None),
                Err(fault) => (Query::default(), Some(fault)),
            };
        }
        let is_found = is_in_order && is_asked;
        if !is_found {
            self.generation += 1;
            self.shown = match self.fault {
                None => self
                    .query
                    .found(wanted.entries, wanted.glances, &self.order),
                Some(_) => Vec::new(),
            };
        }
        let selection = wanted.selection;
        if !is_found || self.chosen.0 != selection.revision() {
            let chosen = self.iter().filter(|it| selection.contains(&it.platform.id));
            self.chosen = (selection.revision(), chosen.count());
        }
    }

    /// How many platforms are shown.
    pub fn len(&self) -> usize {
        self.shown.len()
    }

    /// How many of those that are shown are chosen.
    pub fn chosen(&self) -> usize {
        self.chosen.1
    }

    pub fn at(&self, row: usize) -> Option<&Arc<Entry>> {
        self.entries.at(*self.shown.get(row)?)
    }

    pub fn iter(&self) -> impl Iterator<Item = &Arc<Entry>> {
        self.shown.iter().filter_map(|at| self.entries.at(*at))
    }

    /// Those of some rows.
    pub fn rows(&self, rows: std::ops::RangeInclusive<usize>) -> impl Iterator<Item = &Arc<Entry>> {
        let places = self.shown.get(rows).unwrap_or_default();
        places.iter().filter_map(|at| self.entries.at(*at))
    }

    /// The row of a platform, if it is shown.
    pub fn row_of(&self, id: &PlatformId) -> Option<usize> {
        self.iter().position(|entry| entry.platform.id == *id)
    }

    /// Counts how often something else was shown.
    pub fn generation(&self) -> u64 {
        self.generation
    }

    /// What was written, as far as it was understood.
    pub fn query(&self) -> &Query {
        &self.query
    }

    /// Why what was written is not understood.
    pub fn fault(&self) -> Option<&Fault> {
        self.fault.as_ref()
    }
}
