//! What can be undone and redone. A step holds the edits that lead back, and so only what changed.

use crate::model::{CharterEdit, Edit, Element, Owner, TextEdit};

/// What a step does, in the words of the interface.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Deed {
    Type,
    Adapt,
    BackToModel,
    AddSection,
    RemoveSection,
    MoveSection,
    AddRow,
    RemoveRow,
    MoveRow,
    Hide,
    Show,
    AddTable,
    RemoveTable,
    AddPlatform,
    RemovePlatform,
    Properties,
}

impl Deed {
    pub const ALL: [Self; 16] = [
        Self::Type,
        Self::Adapt,
        Self::BackToModel,
        Self::AddSection,
        Self::RemoveSection,
        Self::MoveSection,
        Self::AddRow,
        Self::RemoveRow,
        Self::MoveRow,
        Self::Hide,
        Self::Show,
        Self::AddTable,
        Self::RemoveTable,
        Self::AddPlatform,
        Self::RemovePlatform,
        Self::Properties,
    ];

    /// The key of its name among the words of the interface.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Type => "deed-type",
            Self::Adapt => "deed-adapt",
            Self::BackToModel => "deed-back-to-model",
            Self::AddSection => "deed-add-section",
            Self::RemoveSection => "deed-remove-section",
            Self::MoveSection => "deed-move-section",
            Self::AddRow => "deed-add-row",
            Self::RemoveRow => "deed-remove-row",
            Self::MoveRow => "deed-move-row",
            Self::Hide => "deed-hide",
            Self::Show => "deed-show",
            Self::AddTable => "deed-add-table",
            Self::RemoveTable => "deed-remove-table",
            Self::AddPlatform => "deed-add-platform",
            Self::RemovePlatform => "deed-remove-platform",
            Self::Properties => "deed-properties",
        }
    }
}

/// Where something happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    pub owner: Owner,
    pub element: Element,
}

/// A change as one asks for it: its edits pass the gate together or not at all.
#[derive(Debug, Clone, PartialEq)]
pub struct Change {
    pub deed: Deed,
    pub place: Place,
    pub edits: Vec<Edit>,
}

/// A state that the collection was in; two are the same only if nothing lies between them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct State(u64);

/// A change as it was made, or unmade.
#[derive(Debug)]
pub(super) struct Step {
    pub deed: Deed,
    pub place: Place,
    /// The edits that lead to the other side of it, in the order in which they apply.
    pub edits: Vec<Edit>,
    /// The state that they lead to.
    pub leads_to: State,
}

#[derive(Debug)]
pub(super) struct History {
    pub done: Vec<Step>,
    pub undone: Vec<Step>,
    pub state: State,
    newest: u64,
    /// Set where what is typed next starts a step of its own.
    sealed: bool,
}

impl History {
    pub fn new() -> Self {
        Self {
            done: Vec::new(),
            undone: Vec::new(),
            state: State(0),
            newest: 0,
            sealed: true,
        }
    }

    /// Notes a change that was made, with the edits that undo it.
    pub fn record(&mut self, deed: Deed, place: Place, undo: Vec<Edit>) {
        let joins = !self.sealed && deed == Deed::Type;
        let joined = joins
            && match (self.done.last_mut(), undo.as_slice()) {
                (Some(last), [edit]) if last.deed == deed && last.place == place => {
                    join_typing(&mut last.edits, edit)
                }
                _ => false,
            };
        if !joined {
            self.done.push(Step {
                deed,
                place,
                edits: undo,
                leads_to: self.state,
            });
        }
        self.undone.clear();
        self.newest += 1;
        self.state = State(self.newest);
        self.sealed = false;
    }

    /// Makes what is typed next a step of its own.
    pub fn seal(&mut self) {
        self.sealed = true;
    }
}

/// Adds to an edit that undoes typing what undoes the typing right after it, if both are one
/// stretch of one text and no new word begins.
fn join_typing(edits: &mut [Edit], next: &Edit) -> bool {
    let (
        [Edit::Charter(owner, CharterEdit::Text(element, before))],
        Edit::Charter(next_owner, CharterEdit::Text(next_element, next)),
    ) = (edits, next)
    else {
        return false;
    };
    if owner != next_owner || element != next_element {
        return false;
    }
    let (
        TextEdit::Splice {
            language,
            at,
            removed,
            inserted,
        },
        TextEdit::Splice {
            language: next_language,
            at: next_at,
            removed: next_removed,
            inserted: next_inserted,
        },
    ) = (before, next)
    else {
        return false;
    };
    if language != next_language {
        return false;
    }
    // Seen from the undoing side: `removed` is what was typed, `inserted` what stood there.
    let end = *at + removed.len();
    if next_inserted.is_empty() && *next_at == end {
        let begins_a_word = removed.ends_with(char::is_whitespace)
            && !next_removed.starts_with(char::is_whitespace);
        if begins_a_word {
            return false;
        }
        removed.push_str(next_removed);
        return true;
    }
    let next_end = *next_at + next_inserted.len();
    if next_removed.is_empty() && next_end == end && *next_at >= *at {
        removed.truncate(next_at - *at);
        return true;
    }
    if next_removed.is_empty() && removed.is_empty() && next_end == *at {
        *at = *next_at;
        inserted.insert_str(0, next_inserted);
        return true;
    }
    false
}
