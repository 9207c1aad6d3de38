//! Settling what a merge left open.

use std::sync::Arc;

use super::Shared;
use crate::model::{Collection, Conflict, Edit, Identified, List, ListEdit};
use crate::store::{self, Side};
use crate::workspace::history::{Change, Deed};

impl Shared<'_> {
    /// Has the word of one side stand; nothing, if there is no place for it any more.
    #[must_use]
    pub fn settle(&self, conflict: &Conflict, side: Side) -> Option<Change> {
        let settled = store::settled(self.collection, conflict, side)?;
        Some(self.change(Deed::Settle, difference(self.collection, &settled)))
    }

    /// Has words stand that someone made of both sides; nothing, if there is no place for them any
    /// more.
    #[must_use]
    pub fn settle_with(&self, conflict: &Conflict, words: &str) -> Option<Change> {
        let settled = store::settled_with(self.collection, conflict, words)?;
        Some(self.change(Deed::Settle, difference(self.collection, &settled)))
    }

    /// Takes a conflict away without changing anything else.
    #[must_use]
    pub fn forget_conflict(&self, conflict: &Conflict) -> Change {
        let open = self
            .collection
            .conflicts
            .iter()
            .filter(|it| *it != conflict);
        let edit = Edit::Conflicts(open.cloned().collect());
        self.change(Deed::Settle, vec![edit])
    }
}

/// The edits that make one collection of another.
fn difference(from: &Collection, to: &Collection) -> Vec<Edit> {
    let mut edits = Vec::new();
    if from.name != to.name {
        edits.push(Edit::Name(to.name.clone()));
    }
    if from.note != to.note {
        edits.push(Edit::Note(to.note.clone()));
    }
    if from.languages != to.languages {
        edits.push(Edit::Languages(to.languages.clone()));
    }
    if from.presentation != to.presentation {
        edits.push(Edit::Presentation(to.presentation.clone()));
    }
    edits.extend(list(&from.fields, &to.fields).map(Edit::Fields));
    edits.extend(list(&from.facts, &to.facts).map(Edit::Facts));
    edits.extend(list(&from.models, &to.models).map(Edit::Models));
    edits.extend(list(&from.platforms, &to.platforms).map(Edit::Platforms));
    if from.conflicts != to.conflicts {
        edits.push(Edit::Conflicts(to.conflicts.clone()));
    }
    edits
}

/// The edits that make one list of another: what is gone goes, then each element comes to its
/// place, as it is to be.
fn list<T: Identified + PartialEq>(
    from: &List<T>,
    to: &List<T>,
) -> impl Iterator<Item = ListEdit<T>> {
    let mut now = from.clone();
    let mut edits = Vec::new();
    for gone in from.iter().filter(|it| !to.contains(it.id())) {
        now.remove(gone.id());
        edits.push(ListEdit::Remove(gone.id().clone()));
    }
    for (at, item) in to.iter().enumerate() {
        let id = item.id();
        match now.position(id) {
            None => {
                // No element of that id is there: it was just looked for.
                let _ = now.insert(at, Arc::clone(item));
                edits.push(ListEdit::Insert {
                    at,
                    item: Arc::clone(item),
                });
                continue;
            }
            Some(place) if place != at => {
                now.move_to(id, at);
                edits.push(ListEdit::Move {
                    id: id.clone(),
                    to: at,
                });
            }
            Some(_) => {}
        }
        if from.get(id) != Some(item) {
            edits.push(ListEdit::Replace(Arc::clone(item)));
        }
    }
    edits.into_iter()
}
