//! What can be undone and redone. A step holds the edits that lead back, and so only what changed.

use crate::model::{CharterEdit, Edit, Element, ListEdit, Owner, PlatformEdit, TextEdit};

macro_rules! deeds {
    ($($name:ident = $key:literal;)*) => {
        /// What a step does, in the words of the interface.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Deed {
            $($name,)*
        }

        impl Deed {
            pub const ALL: &[Self] = &[$(Self::$name,)*];

            /// The key of its name among the words of the interface.
            #[must_use]
            pub fn key(self) -> &'static str {
                match self {
                    $(Self::$name => $key,)*
                }
            }
        }
    };
}

deeds! {
    Type = "deed-type";
    Adapt = "deed-adapt";
    Spread = "deed-spread";
    BackToModel = "deed-back-to-model";
    AddSection = "deed-add-section";
    RemoveSection = "deed-remove-section";
    MoveSection = "deed-move-section";
    SplitSection = "deed-split-section";
    JoinSection = "deed-join-section";
    DuplicateSection = "deed-duplicate-section";
    Level = "deed-level";
    Note = "deed-note";
    AddRow = "deed-add-row";
    RemoveRow = "deed-remove-row";
    MoveRow = "deed-move-row";
    DuplicateRow = "deed-duplicate-row";
    Paste = "deed-paste";
    Fill = "deed-fill";
    Clear = "deed-clear";
    Cookie = "deed-cookie";
    Format = "deed-format";
    Replace = "deed-replace";
    Columns = "deed-columns";
    Nature = "deed-nature";
    When = "deed-when";
    Hide = "deed-hide";
    Show = "deed-show";
    AddTable = "deed-add-table";
    RemoveTable = "deed-remove-table";
    AddPlatform = "deed-add-platform";
    RemovePlatform = "deed-remove-platform";
    AddModel = "deed-add-model";
    RemoveModel = "deed-remove-model";
    Duplicate = "deed-duplicate";
    Reorder = "deed-reorder";
    Follow = "deed-follow";
    Languages = "deed-languages";
    Fields = "deed-fields";
    Facts = "deed-facts";
    Properties = "deed-properties";
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

impl State {
    /// One that no collection is ever in.
    pub const NEVER: Self = Self(u64::MAX);
}

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
    /// Set where what was typed last ended a word.
    after_a_word: bool,
}

impl History {
    pub fn new() -> Self {
        Self {
            done: Vec::new(),
            undone: Vec::new(),
            state: State(0),
            newest: 0,
            sealed: true,
            after_a_word: false,
        }
    }

    /// Notes a change that was made, with the edits that undo it.
    pub fn record(&mut self, deed: Deed, place: Place, undo: Vec<Edit>) {
        let last = self
            .done
            .last_mut()
            .filter(|last| !self.sealed && last.place == place);
        let joined = match (last, undo.as_slice()) {
            (Some(last), [edit]) => last.takes(deed, edit, self.after_a_word),
            _ => false,
        };
        self.after_a_word = undo.last().is_some_and(ends_a_word);
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

impl Step {
    /// Takes in a change that goes on with this step, seen by the edit that undoes it: typing in
    /// the same stretch, or the same property set again. `after_a_word` says that what was typed
    /// last ended a word; a step holds no more than one.
    fn takes(&mut self, deed: Deed, undo: &Edit, after_a_word: bool) -> bool {
        match (self.deed, deed) {
            (Deed::Type, Deed::Type) => {
                let begins_a_word = after_a_word && !ends_a_word(undo);
                !begins_a_word && join_typing(&mut self.edits, undo)
            }
            // The first letter adapted the text; to undo the adaptation undoes the next ones too.
            (Deed::Adapt, Deed::Type) => !after_a_word || ends_a_word(undo),
            (
                Deed::Properties | Deed::Fields | Deed::Facts,
                Deed::Properties | Deed::Fields | Deed::Facts,
            ) => match self.edits.as_slice() {
                [before] => sets_the_same(before, undo),
                _ => false,
            },
            _ => false,
        }
    }
}

/// Whether the typing that an edit undoes ended with a space.
fn ends_a_word(undo: &Edit) -> bool {
    match undo {
        Edit::Charter(_, CharterEdit::Text(_, TextEdit::Splice { removed, .. })) => {
            removed.ends_with(char::is_whitespace)
        }
        _ => false,
    }
}

/// Whether two edits set the same property, so that the earlier one undoes both.
fn sets_the_same(before: &Edit, next: &Edit) -> bool {
    match (before, next) {
        (Edit::Platform(platform, before), Edit::Platform(other, next)) if platform == other => {
            match (before, next) {
                (PlatformEdit::Name(_), PlatformEdit::Name(_))
                | (PlatformEdit::Url(_), PlatformEdit::Url(_))
                | (PlatformEdit::Note(_), PlatformEdit::Note(_)) => true,
                (PlatformEdit::Field { field, .. }, PlatformEdit::Field { field: other, .. }) => {
                    field == other
                }
                _ => false,
            }
        }
        (Edit::ModelName(model, _), Edit::ModelName(other, _))
        | (Edit::ModelNote(model, _), Edit::ModelNote(other, _)) => model == other,
        (Edit::Name(_), Edit::Name(_)) | (Edit::Note(_), Edit::Note(_)) => true,
        // What one leaves is sealed, so that a label and a default make two steps.
        (Edit::Fields(ListEdit::Replace(field)), Edit::Fields(ListEdit::Replace(other))) => {
            field.id == other.id
        }
        (Edit::Facts(ListEdit::Replace(fact)), Edit::Facts(ListEdit::Replace(other))) => {
            fact.id == other.id
        }
        _ => false,
    }
}

/// Adds to an edit that undoes typing what undoes the typing right after it, if both are one
/// stretch of one text.
fn join_typing(edits: &mut [Edit], next: &Edit) -> bool {
    if let (
        [Edit::Charter(owner, CharterEdit::Cell { address, .. })],
        Edit::Charter(next_owner, CharterEdit::Text(Element::Cell(next), _)),
    ) = (&*edits, next)
    {
        // The first letter made the cell; to unmake it undoes the next ones too.
        return owner == next_owner && address == next;
    }
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
    let TextEdit::Splice {
        language: next_language,
        at: next_at,
        removed: next_removed,
        inserted: next_inserted,
    } = next
    else {
        return false;
    };
    let TextEdit::Splice {
        language,
        at,
        removed,
        inserted,
    } = before
    else {
        // The first letter of a text set it whole; to set it back undoes the next ones too.
        return true;
    };
    if language != next_language {
        return false;
    }
    // Seen from the undoing side: `removed` is what was typed, `inserted` what stood there.
    let end = *at + removed.len();
    if next_inserted.is_empty() && *next_at == end {
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
