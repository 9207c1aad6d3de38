//! Lists that are walked in order and looked into by id.
//!
//! Unlike in a [`List`](super::List), an id may stand twice: what a charter adds may bear the
//! name of something that its model has since got. The first is then the one that is meant.

use std::collections::HashMap;
use std::fmt;
use std::ops::Deref;
use std::sync::OnceLock;

use super::Identified;

/// Up to this many elements, looking at each is quicker than an index.
const FEW: usize = 16;

/// An ordered list whose elements are found by their ids however long it is.
pub struct Indexed<T: Identified> {
    items: Vec<T>,
    /// Where the first element of each id stands; noted when one is first looked for.
    places: OnceLock<HashMap<T::Id, usize>>,
}

impl<T: Identified> Indexed<T> {
    /// Where the element of an id stands.
    #[must_use]
    pub fn position_of(&self, id: &T::Id) -> Option<usize> {
        if self.items.len() <= FEW {
            return self.items.iter().position(|item| item.id() == id);
        }
        self.places
            .get_or_init(|| {
                let mut places = HashMap::with_capacity(self.items.len());
                for (at, item) in self.items.iter().enumerate() {
                    places.entry(item.id().clone()).or_insert(at);
                }
                places
            })
            .get(id)
            .copied()
    }

    /// The element of an id.
    #[must_use]
    pub fn find(&self, id: &T::Id) -> Option<&T> {
        self.items.get(self.position_of(id)?)
    }

    #[must_use]
    pub fn as_slice(&self) -> &[T] {
        &self.items
    }

    /// The element of an id, to change it in place. Its id must stay as it is.
    pub(in crate::model) fn find_mut(&mut self, id: &T::Id) -> Option<&mut T> {
        let at = self.position_of(id)?;
        self.items.get_mut(at)
    }

    /// Puts an element at a position, which is none beyond the end.
    pub(in crate::model) fn insert(&mut self, at: usize, item: T) {
        if let Some(places) = self.places.get_mut() {
            for place in places.values_mut().filter(|place| **place >= at) {
                *place += 1;
            }
            let place = places.entry(item.id().clone()).or_insert(at);
            *place = at.min(*place);
        }
        self.items.insert(at, item);
    }

    /// Takes out the element at a position, where there is one.
    pub(in crate::model) fn remove(&mut self, at: usize) -> T {
        match self.places.get_mut() {
            Some(places) if places.len() == self.items.len() => {
                if let Some(item) = self.items.get(at) {
                    places.remove(item.id());
                }
                for place in places.values_mut().filter(|place| **place > at) {
                    *place -= 1;
                }
            }
            // Another element may bear the id of the one that goes.
            _ => self.places = OnceLock::new(),
        }
        self.items.remove(at)
    }
}

impl<T: Identified> Deref for Indexed<T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        &self.items
    }
}

impl<T: Identified> FromIterator<T> for Indexed<T> {
    fn from_iter<I: IntoIterator<Item = T>>(items: I) -> Self {
        Self {
            items: items.into_iter().collect(),
            places: OnceLock::new(),
        }
    }
}

impl<'a, T: Identified> IntoIterator for &'a Indexed<T> {
    type Item = &'a T;
    type IntoIter = std::slice::Iter<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.items.iter()
    }
}

impl<T: Identified> Default for Indexed<T> {
    fn default() -> Self {
        Self::from_iter([])
    }
}

impl<T: Identified + Clone> Clone for Indexed<T> {
    fn clone(&self) -> Self {
        self.items.iter().cloned().collect()
    }
}

impl<T: Identified + PartialEq> PartialEq for Indexed<T> {
    fn eq(&self, other: &Self) -> bool {
        self.items == other.items
    }
}

impl<T: Identified + fmt::Debug> fmt::Debug for Indexed<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.items.fmt(f)
    }
}
