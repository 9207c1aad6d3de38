//! The platforms that are chosen on the board.

use std::collections::HashSet;

use crate::model::PlatformId;

/// What is chosen, in sight or not.
#[derive(Debug, Default)]
pub struct Selection {
    chosen: HashSet<PlatformId>,
    /// Where a range begins.
    anchor: Option<PlatformId>,
    /// What was chosen without the range, once it is longer than its beginning.
    before: Option<HashSet<PlatformId>>,
    /// Counts the changes of what is chosen.
    revision: u64,
}

impl Selection {
    pub fn contains(&self, id: &PlatformId) -> bool {
        self.chosen.contains(id)
    }

    pub fn len(&self) -> usize {
        self.chosen.len()
    }

    pub fn is_empty(&self) -> bool {
        self.chosen.is_empty()
    }

    pub fn revision(&self) -> u64 {
        self.revision
    }

    /// Chooses one more, or one less. A range begins there.
    pub fn toggle(&mut self, id: &PlatformId) {
        if !self.chosen.remove(id) {
            self.chosen.insert(id.clone());
        }
        self.begin_at(id);
        self.revision += 1;
    }

    /// Has the next range begin at one, unless one has begun already.
    pub fn begin_range(&mut self, id: &PlatformId) {
        if self.anchor.is_none() {
            self.begin_at(id);
        }
    }

    /// Where the range begins, if one has begun.
    pub fn anchor(&self) -> Option<&PlatformId> {
        self.anchor.as_ref()
    }

    /// Chooses a range in the place of the one before it.
    pub fn take_range<'a>(&mut self, range: impl Iterator<Item = &'a PlatformId>) {
        match &self.before {
            Some(before) => self.chosen.clone_from(before),
            None => self.before = Some(self.chosen.clone()),
        }
        self.chosen.extend(range.cloned());
        self.revision += 1;
    }

    /// Ends the range: the next one begins elsewhere.
    pub fn end_range(&mut self) {
        self.anchor = None;
        self.before = None;
    }

    pub fn choose_all<'a>(&mut self, all: impl Iterator<Item = &'a PlatformId>) {
        self.chosen.extend(all.cloned());
        self.end_range();
        self.revision += 1;
    }

    pub fn clear(&mut self) {
        self.chosen.clear();
        self.end_range();
        self.revision += 1;
    }

    /// Forgets those that are no longer there.
    pub fn keep(&mut self, is_there: impl Fn(&PlatformId) -> bool) {
        let before = self.chosen.len();
        self.chosen.retain(is_there);
        if self.chosen.len() != before {
            self.end_range();
            self.revision += 1;
        }
    }

    fn begin_at(&mut self, id: &PlatformId) {
        self.anchor = Some(id.clone());
        self.before = None;
    }
}
