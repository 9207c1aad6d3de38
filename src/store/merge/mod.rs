//! Merging two versions of a collection that come from a common one, element by element.
//!
//! Collections are compared in the shape that their file has: what has an id is known by it
//! wherever it stands, and what two people changed in different elements comes together. Where both
//! changed the same one, ours stays in its place, and a [`Conflict`] keeps theirs beside it, in the
//! file: what comes out is a collection that opens, whatever went in.
//!
//! Laws, which property tests hold: merging with a version that has not changed gives the other;
//! edits of different elements give the same in either order; nothing that one side wrote is lost.

mod node;
mod order;
mod text;

use serde_json::Value;

use crate::model::{Collection, Conflict};
use node::{Branch, Kind, Node};
use text::{Texts, is_text};

/// Merges two versions with the one that both come from; without it, all that the two do not have
/// alike is in conflict.
///
/// What is still in conflict is told by the collection's `conflicts`.
#[must_use]
pub fn merge(base: Option<&Collection>, ours: &Collection, theirs: &Collection) -> Collection {
    let [base_node, ours_node, theirs_node] =
        [base, Some(ours), Some(theirs)].map(|it| it.map(Node::of_collection));
    let mut merging = Merging {
        first: ours.first_language().to_string(),
        conflicts: Vec::new(),
    };
    let merged = merging.node(
        base_node.as_ref(),
        ours_node.as_ref(),
        theirs_node.as_ref(),
        &Path::root(),
    );
    let merged = merged.and_then(|node| node.into_collection());
    match merged {
        Some(mut collection) => {
            collection.conflicts.extend(merging.conflicts);
            collection
        }
        // Each version is sound and what they make together is not: models that would follow each
        // other in a circle, say.
        None => ours_beside(ours, theirs),
    }
}

/// Whose word stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    Ours,
    Theirs,
}

/// The collection with a conflict of it settled: what one side says stands there. Nothing, if that
/// has no place any more, or would make it no collection.
#[must_use]
pub fn settled(collection: &Collection, conflict: &Conflict, side: Side) -> Option<Collection> {
    let said = match side {
        Side::Ours => &conflict.ours,
        Side::Theirs => &conflict.theirs,
    };
    let mut settled = if conflict.at.is_empty() {
        match (side, said) {
            (Side::Theirs, Some(whole)) => serde_json::from_value(whole.clone()).ok()?,
            _ => collection.clone(),
        }
    } else {
        let mut tree = Node::of_collection(collection);
        tree.put(&conflict.at, said.as_ref())?;
        tree.into_collection()?
    };
    let open = collection.conflicts.iter().filter(|it| *it != conflict);
    settled.conflicts = open.cloned().collect();
    Some(settled)
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

    fn child(&self, key: &str) -> Self {
        if self.0.is_empty() {
            Self(key.to_owned())
        } else {
            Self(format!("{}/{key}", self.0))
        }
    }
}

struct Merging {
    /// The language that others are translated from.
    first: String,
    conflicts: Vec<Conflict>,
}

impl Merging {
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
        if base == ours {
            return theirs.cloned();
        }
        match (ours, theirs) {
            (Some(Node::Branch(ours)), Some(Node::Branch(theirs)))
                if ours.kind.goes_with(theirs.kind) =>
            {
                let base = match base {
                    Some(Node::Branch(base)) if base.kind.goes_with(ours.kind) => Some(base),
                    _ => None,
                };
                Some(Node::Branch(self.branch(base, ours, theirs, path)))
            }
            _ => Some(self.conflict(base, ours, theirs, path)),
        }
    }

    fn branch(
        &mut self,
        base: Option<&Branch>,
        ours: &Branch,
        theirs: &Branch,
        path: &Path,
    ) -> Branch {
        let order = order::merged(
            &base.map(Branch::keys).unwrap_or_default(),
            &ours.keys(),
            &theirs.keys(),
        );
        let is_text = |branch: &Branch| is_text(branch, &self.first, path);
        if is_text(ours) && is_text(theirs) {
            let texts = Texts { base, ours, theirs };
            return self.text(texts, &order, path);
        }
        let mut merged = Branch::new(if ours.kind == Kind::Empty {
            theirs.kind
        } else {
            ours.kind
        });
        for key in order {
            let child = self.node(
                base.and_then(|base| base.children.get(key)),
                ours.children.get(key),
                theirs.children.get(key),
                &path.child(key),
            );
            if let Some(child) = child {
                merged.children.insert(key.to_owned(), child);
            }
        }
        merged
    }

    /// Notes what both changed. Ours stays; what only one of them still has is kept, since what was
    /// written should not go because someone else removed it.
    fn conflict(
        &mut self,
        base: Option<&Node>,
        ours: Option<&Node>,
        theirs: Option<&Node>,
        path: &Path,
    ) -> Node {
        self.conflicts.push(Conflict {
            at: path.0.clone(),
            base: base.map(Node::to_value),
            ours: ours.map(Node::to_value),
            theirs: theirs.map(Node::to_value),
        });
        ours.or(theirs)
            .cloned()
            .expect("what neither version has is alike in both")
    }
}
