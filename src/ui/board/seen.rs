//! What the board shows of all entries: in which order, and which of them. It is worked out when
//! something of that changes, a part a frame, so that no frame waits for all platforms; until then
//! what was shown stays.

use std::sync::Arc;

use super::selection::Selection;
use crate::model::{Language, PlatformId};
use crate::workspace::board::{Entries, Entry, Fault, Query, Sort};
use crate::workspace::releases::Glances;

/// How many platforms are looked at in a frame.
const STEP: usize = 1000;

/// What is shown, and what that is worked out for.
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
    /// How many of the order were looked at, while some are left.
    looked_at: Option<usize>,
    /// The places of those that were found so far.
    found: Vec<usize>,
    shown: Shown,
    /// Counts how often something else was shown.
    generation: u64,
    /// How many of those that are chosen are shown, and for which choice that was counted.
    chosen: (u64, usize),
}

/// The platforms that are shown, in order, by their places among entries.
#[derive(Debug, Default)]
struct Shown {
    entries: Arc<Entries>,
    places: Vec<usize>,
}

impl Shown {
    fn iter(&self) -> impl Iterator<Item = &Arc<Entry>> {
        let places = self.places.iter();
        places.filter_map(|at| self.entries.at(*at))
    }
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
    /// Notes what is to be shown.
    pub fn refresh(&mut self, wanted: &Wanted<'_>) {
        if !self.is_in_order_for(wanted) {
            self.put_in_order(wanted);
        }
        if self.written.as_deref() != Some(wanted.written) {
            self.written = Some(wanted.written.to_owned());
            (self.query, self.fault) = match Query::read(wanted.written) {
                Ok(query) => (query, None),
                Err(fault) => (Query::default(), Some(fault)),
            };
            self.begin();
        }
        if self.chosen.0 != wanted.selection.revision() {
            self.count(wanted.selection);
        }
    }

    fn is_in_order_for(&self, wanted: &Wanted<'_>) -> bool {
        Arc::ptr_eq(&self.entries, wanted.entries)
            && Arc::ptr_eq(&self.glances, wanted.glances)
            && self.sort == wanted.sort
            && self.reader.as_ref() == Some(wanted.reader)
    }

    fn put_in_order(&mut self, wanted: &Wanted<'_>) {
        self.entries = Arc::clone(wanted.entries);
        self.glances = Arc::clone(wanted.glances);
        self.sort = wanted.sort;
        self.reader = Some(wanted.reader.clone());
        self.order = match wanted.sort {
            Some(sort) => sort.order(wanted.entries, wanted.glances, wanted.reader),
            None => (0..wanted.entries.len()).collect(),
        };
        self.begin();
    }

    /// Begins to look for what is to be shown.
    fn begin(&mut self) {
        self.looked_at = Some(0);
        self.found.clear();
    }

    /// Whether what is shown is not yet what is to be shown.
    pub fn is_looking(&self) -> bool {
        self.looked_at.is_some()
    }

    /// Looks at some more platforms.
    pub fn look_on(&mut self, selection: &Selection) {
        self.look_at(STEP, selection);
    }

    /// Looks at all that are left.
    pub fn finish(&mut self, selection: &Selection) {
        self.look_at(usize::MAX, selection);
    }

    fn look_at(&mut self, count: usize, selection: &Selection) {
        let Some(from) = self.looked_at else {
            return;
        };
        let rest = self.order.get(from..).unwrap_or_default();
        // What is not understood finds nothing.
        let rest = if self.fault.is_some() { &[] } else { rest };
        let (now, later) = rest.split_at(count.min(rest.len()));
        let found = self.query.found(&self.entries, &self.glances, now);
        self.found.extend(found);
        self.looked_at = (!later.is_empty()).then(|| from + now.len());
        if self.looked_at.is_none() {
            self.generation += 1;
            self.shown = Shown {
                entries: Arc::clone(&self.entries),
                places: std::mem::take(&mut self.found),
            };
            self.count(selection);
        }
    }

    fn count(&mut self, selection: &Selection) {
        let chosen = self.iter().filter(|it| selection.contains(&it.platform.id));
        self.chosen = (selection.revision(), chosen.count());
    }

    /// Takes note that one of those that are shown is chosen now, or no longer.
    pub fn note_toggled(&mut self, selection: &Selection, id: &PlatformId) {
        if self.chosen.0 + 1 != selection.revision() {
            // More has changed than this one.
            return;
        }
        let count = if selection.contains(id) {
            self.chosen.1 + 1
        } else {
            self.chosen.1.saturating_sub(1)
        };
        self.chosen = (selection.revision(), count);
    }

    /// How many platforms are shown.
    pub fn len(&self) -> usize {
        self.shown.places.len()
    }

    /// How many of those that are shown are chosen.
    pub fn chosen(&self) -> usize {
        self.chosen.1
    }

    pub fn at(&self, row: usize) -> Option<&Arc<Entry>> {
        self.shown.entries.at(*self.shown.places.get(row)?)
    }

    pub fn iter(&self) -> impl Iterator<Item = &Arc<Entry>> {
        self.shown.iter()
    }

    /// Those of some rows.
    pub fn rows(&self, rows: std::ops::RangeInclusive<usize>) -> impl Iterator<Item = &Arc<Entry>> {
        let places = self.shown.places.get(rows).unwrap_or_default();
        places.iter().filter_map(|at| self.shown.entries.at(*at))
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
