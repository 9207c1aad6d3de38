//! The board: all platforms with what matters of each, to be sorted, searched and changed many at
//! a time.
//!
//! What is told of a platform is an [`Entry`], derived from the collection alone. [`Entries`] are
//! those of all platforms, made away from the interface; after an edit only those are made anew
//! that it touches. [`Query`] finds among them, [`Sort`] puts them in order.

mod entry;
mod order;
mod query;
mod term;

use std::collections::HashMap;
use std::sync::Arc;

use super::jobs::{Cancel, Progress, each};
use crate::model::{Collection, Field, Language, List, Platform, PlatformId};

pub use entry::Entry;
pub use order::{Column, Sort, Way};
pub use query::{Fault, Query, toggled};
pub use term::{Says, Sought};

/// What is told of all platforms of a collection, in its order.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Entries {
    all: Vec<Arc<Entry>>,
    /// What every charter depends on, as it was then.
    languages: Vec<Language>,
    fields: List<Field>,
}

impl Entries {
    #[must_use]
    pub fn len(&self) -> usize {
        self.all.len()
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    #[must_use]
    pub fn at(&self, at: usize) -> Option<&Arc<Entry>> {
        self.all.get(at)
    }

    #[must_use]
    pub fn iter(&self) -> impl ExactSizeIterator<Item = &Arc<Entry>> {
        self.all.iter()
    }

    /// Tells of the platforms of a collection. What still holds is taken over; nothing comes of it
    /// where it was stopped.
    #[must_use]
    pub fn again(
        &self,
        collection: &Collection,
        cancel: &Cancel,
        progress: &Progress,
    ) -> Option<Self> {
        let is_of_same = self.languages == collection.languages && self.fields == collection.fields;
        let known: HashMap<&PlatformId, &Arc<Entry>> = if is_of_same {
            self.all.iter().map(|it| (&it.platform.id, it)).collect()
        } else {
            HashMap::new()
        };
        let platforms: Vec<&Arc<Platform>> = collection.platforms.iter().collect();
        let all = each(&platforms, cancel, progress, |platform| {
            let known = known.get(&platform.id);
            match known.filter(|it| it.is_of(collection, platform)) {
                Some(entry) => Arc::clone(entry),
                None => Arc::new(Entry::of(collection, platform)),
            }
        });
        Some(Self {
            all: all?,
            languages: collection.languages.clone(),
            fields: collection.fields.clone(),
        })
    }
}
