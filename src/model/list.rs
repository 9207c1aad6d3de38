//! Ordered lists whose elements carry their own ids.
//!
//! Invariant: an id stands once in a list. Elements are shared, so that a copy of a collection
//! (a snapshot to save, say) costs a pointer by element and not its texts.

use std::fmt;
use std::hash::Hash;
use std::marker::PhantomData;
use std::sync::Arc;

use indexmap::IndexMap;
use serde::de::{Deserialize, Deserializer, Error as _, MapAccess, SeqAccess, Visitor};
use serde::{Serialize, Serializer};

/// Something with an id of its own.
pub trait Identified {
    type Id: Clone + Eq + Hash + fmt::Display + fmt::Debug;

    fn id(&self) -> &Self::Id;
}

/// An ordered list of elements with ids that are unique in it.
pub struct List<T: Identified>(IndexMap<T::Id, Arc<T>>);

impl<T: Identified> List<T> {
    #[must_use]
    pub fn new() -> Self {
        Self(IndexMap::new())
    }

    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    #[must_use]
    pub fn get(&self, id: &T::Id) -> Option<&Arc<T>> {
        self.0.get(id)
    }

    #[must_use]
    pub fn at(&self, position: usize) -> Option<&Arc<T>> {
        self.0.get_index(position).map(|(_, item)| item)
    }

    #[must_use]
    pub fn contains(&self, id: &T::Id) -> bool {
        self.0.contains_key(id)
    }

    #[must_use]
    pub fn position(&self, id: &T::Id) -> Option<usize> {
        self.0.get_index_of(id)
    }

    #[must_use]
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &Arc<T>> + ExactSizeIterator {
        self.0.values()
    }

    /// Puts an element at a position (the end, if it is beyond it). A taken id gives it back.
    pub fn insert(&mut self, at: usize, item: Arc<T>) -> Result<(), Arc<T>> {
        if self.0.contains_key(item.id()) {
            return Err(item);
        }
        let at = at.min(self.0.len());
        self.0.shift_insert(at, item.id().clone(), item);
        Ok(())
    }

    /// Adds an element at the end. A taken id gives it back.
    pub fn push(&mut self, item: T) -> Result<(), Arc<T>> {
        self.insert(self.len(), Arc::new(item))
    }

    /// Takes an element out and tells where it stood.
    pub fn remove(&mut self, id: &T::Id) -> Option<(usize, Arc<T>)> {
        let (at, _, item) = self.0.shift_remove_full(id)?;
        Some((at, item))
    }

    /// Moves an element to a position and tells where it stood.
    pub fn move_to(&mut self, id: &T::Id, to: usize) -> Option<usize> {
        let from = self.0.get_index_of(id)?;
        self.0.move_index(from, to.min(self.0.len() - 1));
        Some(from)
    }
}

impl<T: Identified + Clone> List<T> {
    /// The element, to change it in place. Its id must stay as it is: only edits come here.
    pub(in crate::model) fn get_mut(&mut self, id: &T::Id) -> Option<&mut T> {
        self.0.get_mut(id).map(Arc::make_mut)
    }
}

impl<T: Identified> Default for List<T> {
    fn default() -> Self {
        Self::new()
    }
}

impl<T: Identified> Clone for List<T> {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

impl<T: Identified + fmt::Debug> fmt::Debug for List<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.iter()).finish()
    }
}

/// Order is data: two lists are equal when they hold equal elements in the same order.
impl<T: Identified + PartialEq> PartialEq for List<T> {
    fn eq(&self, other: &Self) -> bool {
        self.len() == other.len() && self.iter().eq(other.iter())
    }
}

impl<'a, T: Identified> IntoIterator for &'a List<T> {
    type Item = &'a Arc<T>;
    type IntoIter = indexmap::map::Values<'a, T::Id, Arc<T>>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.values()
    }
}

impl<T: Identified + Serialize> Serialize for List<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.iter())
    }
}

impl<'de, T: Identified + Deserialize<'de>> Deserialize<'de> for List<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Elements<T>(PhantomData<T>);

        impl<'de, T: Identified + Deserialize<'de>> Visitor<'de> for Elements<T> {
            type Value = List<T>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a list")
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut elements: A) -> Result<List<T>, A::Error> {
                let mut list = List::new();
                while let Some(item) = elements.next_element::<T>()? {
                    list.push(item).map_err(|item| {
                        A::Error::custom(format!(
                            "the id `{}` stands twice in this list",
                            item.id()
                        ))
                    })?;
                }
                Ok(list)
            }
        }

        deserializer.deserialize_seq(Elements(PhantomData))
    }
}

/// Reads a map in which a key stands once: of two entries, one would be lost unseen.
pub(super) fn entries<'de, D, K, V>(deserializer: D) -> Result<IndexMap<K, V>, D::Error>
where
    D: Deserializer<'de>,
    K: Deserialize<'de> + Eq + Hash + fmt::Display,
    V: Deserialize<'de>,
{
    struct Entries<K, V>(PhantomData<(K, V)>);

    impl<'de, K, V> Visitor<'de> for Entries<K, V>
    where
        K: Deserialize<'de> + Eq + Hash + fmt::Display,
        V: Deserialize<'de>,
    {
        type Value = IndexMap<K, V>;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("a map")
        }

        fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<IndexMap<K, V>, A::Error> {
            let mut entries = IndexMap::new();
            while let Some(key) = map.next_key::<K>()? {
                if entries.contains_key(&key) {
                    return Err(A::Error::custom(format!(
                        "`{key}` stands twice in this map"
                    )));
                }
                entries.insert(key, map.next_value()?);
            }
            Ok(entries)
        }
    }

    deserializer.deserialize_map(Entries(PhantomData))
}

impl<T: Identified + schemars::JsonSchema> schemars::JsonSchema for List<T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        Vec::<T>::schema_name()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        Vec::<T>::json_schema(generator)
    }
}
