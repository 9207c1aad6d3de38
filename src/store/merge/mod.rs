//! Merging two versions of a collection that come from a common one, element by element.
//!
//! Collections are compared in the shape that their file has: what has an id is known by it
//! wherever it stands, and what two people changed in different elements comes together. Where both
//! changed the same one, ours stays in its place, and a [`Conflict`] keeps theirs beside it, in the
//! file: what comes out is a collection that opens, whatever went in.
//!
//! Laws, which property tests hold: merging with a version that has not changed gives the other;
//! edits of different elements give the same in either order; nothing that one side wrote is lost.

mod circle;
mod node;
mod order;
mod text;

use std::collections::BTreeSet;

use serde_json::Value;

use crate::model::{Collection, Conflict};
pub use node::ORDER;
use node::{Branch, Kind, Node};
use text::{Texts, is_text};

/// Merges two versions with the one that both come from; without it, all that the two do not have
/// alike is in conflict.
///
/// What is still in conflict is told by the collection's `conflicts`.
#[must_use]
pub fn merge(base: Option<&Collection>, ours: &Collection, theirs: &Collection) -> Collection {
    let versions = [base, Some(ours), Some(theirs)].map(|it| it.map(Node::of_collection));
    let [base_node, ours_node, theirs_node] = versions.each_ref().map(Option::as_ref);
    let mut apart = BTreeSet::new();
    loop {
        let mut merging = Merging {
            first: ours.first_language().to_string(),
            apart: &apart,
            together: BTreeSet::new(),
            conflicts: Vec::new(),
        };
        let Some(merged) = merging.node(base_node, ours_node, theirs_node, &Path::root()) else {
            return ours_beside(ours, theirs);
        };
        // Each version is sound; what they make together need not be. As little of it as makes it
        // sound is not put together.
        let smallest = match merged.read() {
            Ok(mut collection) => {
                collection.conflicts.extend(merging.conflicts);
                return collection;
            }
            Err(keys) => circle::broken(&merged, ours_node, theirs_node)
                .or_else(|| merging.smallest_around(&keys)),
        };
        let is_new = smallest.is_some_and(|path| apart.insert(path));
        if !is_new {
            return ours_beside(ours, theirs);
        }
    }
}

/// Whose word stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    Ours,
    Theirs,
}

/// What stands in a collection, to be found by the paths of conflicts.
#[derive(Debug)]
pub struct Standing(Node);

impl Standing {
    #[must_use]
    pub fn of(collection: &Collection) -> Self {
        Self(Node::of_collection(collection))
    }

    /// What stands at the end of a path, if anything does. Of the order of a list, the keys of what
    /// is in it.
    #[must_use]
    pub fn at(&self, path: &str) -> Option<Value> {
        self.0.value_at(path)
    }
}

/// The collection with a conflict of it settled. Nothing, if what is chosen has no place any more,
/// or would make it no collection.
///
/// Whose word stands already keeps it as it is now: it may have been written on since the merge.
#[must_use]
pub fn settled(collection: &Collection, conflict: &Conflict, side: Side) -> Option<Collection> {
    let is_there = || Standing::of(collection).at(&conflict.at).is_some();
    let settled = match side {
        // What we removed and they changed stands as they have it.
        Side::Ours if conflict.ours.is_none() && is_there() => put(collection, conflict, None)?,
        Side::Theirs if conflict.ours.is_none() && is_there() => collection.clone(),
        Side::Ours => collection.clone(),
        Side::Theirs => put(collection, conflict, conflict.theirs.as_ref())?,
    };
    Some(without(settled, conflict))
}

/// The collection with a conflict of it settled by what both come to, put together by someone.
#[must_use]
pub fn settled_with(
    collection: &Collection,
    conflict: &Conflict,
    words: &str,
) -> Option<Collection> {
    let settled = put(collection, conflict, Some(&Value::from(words)))?;
    Some(without(settled, conflict))
}

/// Has a value stand where a conflict is.
fn put(collection: &Collection, conflict: &Conflict, value: Option<&Value>) -> Option<Collection> {
    if conflict.at.is_empty() {
        return serde_json::from_value(value?.clone()).ok();
    }
    let mut tree = Node::of_collection(collection);
    tree.put(&conflict.at, value)?;
    tree.into_collection()
}

fn without(mut settled: Collection, conflict: &Conflict) -> Collection {
    settled.conflicts.retain(|it| it != conflict);
    settled
}

/// Our version, with theirs whole beside it.
fn ours_beside(ours: &Collection, theirs: &Collection) -> Collection {
    let mut collection = ours.clone();
    collection.conflicts.push(Conflict {
        at: String::new(),
        base: None,
        ours: None,
        theirs: Some(whole(theirs)),
    });
    collection
}

fn whole(collection: &Collection) -> Value {
    serde_json::to_value(collection).expect("a collection is plain JSON")
}

/// The way to a node: the keys on it, parted by slashes. No id and no name in the file has one.
#[derive(Debug, Clone)]
struct Path(String);

impl Path {
    fn root() -> Self {
        Self(String::new())
    }

    /// The last key on the way.
    fn last(&self) -> &str {
        self.0.rsplit('/').next().unwrap_or_default()
    }

    /// Whether it leads to something that another leads into.
    fn is_around(&self, other: &str) -> bool {
        let rest = other.strip_prefix(self.0.as_str());
        self.0.is_empty() || rest.is_some_and(|rest| rest.starts_with('/'))
    }

    fn child(&self, key: &str) -> Self {
        if self.0.is_empty() {
            Self(key.to_owned())
        } else {
            Self(format!("{}/{key}", self.0))
        }
    }
}

struct Merging<'a> {
    /// The language that others are translated from.
    first: String,
    /// The paths of what is not put together, since that would make no collection: ours stands.
    apart: &'a BTreeSet<String>,
    /// The paths of what both changed, and what was put together of the two.
    together: BTreeSet<String>,
    conflicts: Vec<Conflict>,
}

impl Merging<'_> {
    /// What comes of a node that each version has or has not.
    fn node(
        &mut self,
        base: Option<&Node>,
        ours: Option<&Node>,
        theirs: Option<&Node>,
        path: &Path,
    ) -> Option<Node> {
        if ours == theirs || base == theirs {
            return ours.cloned();
        }
        if self.apart.contains(&path.0) {
            self.note(base, ours, theirs, path);
            return ours.cloned();
        }
        if base == ours && !self.is_apart_within(path) {
            return theirs.cloned();
        }
        // A list that was emptied is not in the file; what was in it was removed, one by one.
        let [our_empty, their_empty] = [(ours, theirs), (theirs, ours)]
            .map(|(side, other)| other.filter(|_| side.is_none())?.emptied(path));
        match (ours.or(our_empty.as_ref()), theirs.or(their_empty.as_ref())) {
            (Some(Node::Branch(ours)), Some(Node::Branch(theirs)))
                if ours.kind.goes_with(theirs.kind) =>
            {
                let base = match base {
                    Some(Node::Branch(base)) if base.kind.goes_with(ours.kind) => Some(base),
                    _ => None,
                };
                Some(Node::Branch(self.branch(base, ours, theirs, path)))
            }
            _ => {
                self.note(base, ours, theirs, path);
                // What only one of them still has is kept: what was written should not go because
                // someone else removed it.
                ours.or(theirs).cloned()
            }
        }
    }

    fn is_apart_within(&self, path: &Path) -> bool {
        self.apart.iter().any(|it| path.is_around(it))
    }

    fn branch(
        &mut self,
        base: Option<&Branch>,
        ours: &Branch,
        theirs: &Branch,
        path: &Path,
    ) -> Branch {
        self.together.insert(path.0.clone());
        let old = base.map(Branch::keys).unwrap_or_default();
        let order = order::merged(&old, &ours.keys(), &theirs.keys());
        let is_text = |branch: &Branch| is_text(branch, &self.first, path);
        if is_text(ours) && is_text(theirs) {
            let texts = Texts { base, ours, theirs };
            return self.text(texts, &order.keys, path);
        }
        let mut merged = Branch::new(if ours.kind == Kind::Empty {
            theirs.kind
        } else {
            ours.kind
        });
        for key in &order.keys {
            let child = self.node(
                base.and_then(|base| base.children.get(*key)),
                ours.children.get(*key),
                theirs.children.get(*key),
                &path.child(key),
            );
            if let Some(child) = child {
                merged.children.insert((*key).to_owned(), child);
            }
        }
        if is_emptied(&merged, ours, theirs, path) {
            let [base, ours, theirs] =
                [base, Some(ours), Some(theirs)].map(|it| it.cloned().map(Node::Branch));
            self.note(base.as_ref(), ours.as_ref(), theirs.as_ref(), path);
            return ours.and_then(Node::into_branch).unwrap_or(merged);
        }
        if let Some(otherwise) = order.theirs.filter(|_| merged.kind == Kind::List) {
            let value = |keys: Vec<&str>| Some(keys.into_iter().map(Value::from).collect());
            self.conflicts.push(Conflict {
                at: path.child(ORDER).0,
                base: base.and_then(|_| value(old)),
                ours: value(order.keys),
                theirs: value(otherwise),
            });
        }
        merged
    }

    /// Notes what both changed.
    fn note(
        &mut self,
        base: Option<&Node>,
        ours: Option<&Node>,
        theirs: Option<&Node>,
        path: &Path,
    ) {
        self.conflicts.push(Conflict {
            at: path.0.clone(),
            base: base.map(Node::to_value),
            ours: ours.map(Node::to_value),
            theirs: theirs.map(Node::to_value),
        });
    }

    /// The smallest part around a place that was put together of two; not the whole.
    fn smallest_around(&self, keys: &[String]) -> Option<String> {
        let mut ways = (1..=keys.len()).rev().filter_map(|end| keys.get(..end));
        ways.find_map(|keys| self.together.get(&keys.join("/")).cloned())
    }
}

impl Node {
    /// What a list, or a record of ids of the collection's own, is once nothing is in it; nothing
    /// for what says something else when it is not there.
    fn emptied(&self, path: &Path) -> Option<Self> {
        let is_choice = path.last() == "languages" || path.0.ends_with("table/columns");
        let kind = match self.branch()?.kind {
            Kind::List | Kind::Empty if !is_choice => Kind::Empty,
            Kind::Record if ["cells", "fields"].contains(&path.last()) => Kind::Record,
            _ => return None,
        };
        Some(Self::Branch(Branch::new(kind)))
    }
}

/// Whether each side left other languages than the other: none would mean all of the collection's,
/// and it has at least one.
fn is_emptied(merged: &Branch, ours: &Branch, theirs: &Branch, path: &Path) -> bool {
    let is_empty = |branch: &Branch| branch.children.is_empty();
    path.last() == "languages" && is_empty(merged) && !is_empty(ours) && !is_empty(theirs)
}
