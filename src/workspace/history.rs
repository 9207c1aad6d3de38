//! What can be undone and redone. A step holds the edits that lead back, and so only what changed.

use crate::model::{
    Cell, CharterEdit, Edit, Element, Language, ListEdit, Owner, PlatformEdit, Text, TextEdit,
    difference,
};

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
    Confirm = "deed-confirm";
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
    Presentation = "deed-presentation";
    Settle = "deed-settle";
    Import = "deed-import";
    Review = "deed-review";
    ManyFields = "deed-many-fields";
    ManyFacts = "deed-many-facts";
    ManyFollow = "deed-many-follow";
    ManyLanguages = "deed-many-languages";
    ManyHide = "deed-many-hide";
    ManyShow = "deed-many-show";
    ManyAddRow = "deed-many-add-row";
    ManyRemoveRow = "deed-many-remove-row";
    ManyRemove = "deed-many-remove";
    KeepAdapted = "deed-keep-adapted";
    MergeTexts = "deed-merge-texts";
    Lift = "deed-lift";
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
    /// The words that were typed, where the edits do not hold them.
    pub typing: Option<Typing>,
}

/// Words that came into a text, and those that they took the place of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Typing {
    language: Option<Language>,
    at: usize,
    removed: String,
    inserted: String,
}

/// A step as one looks at it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StepSeen<'a> {
    pub deed: Deed,
    pub place: &'a Place,
    /// Whether it stands; it was taken back otherwise.
    pub is_done: bool,
    /// What it changed, where that is one stretch of one text.
    pub typed: Option<Typed<'a>>,
}

/// A change of one stretch of a text, as it was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Typed<'a> {
    /// The language that it was made in, where the text has several.
    pub language: Option<&'a Language>,
    /// The byte of the text where it starts.
    pub at: usize,
    pub removed: &'a str,
    pub inserted: &'a str,
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
    pub fn record(&mut self, deed: Deed, place: Place, undo: Vec<Edit>, typing: Option<Typing>) {
        let last = self
            .done
            .last_mut()
            .filter(|last| !self.sealed && last.place == place);
        let joined = match (last, undo.as_slice()) {
            (Some(last), [edit]) => {
                let joined = last.takes(deed, edit, self.after_a_word);
                if joined {
                    last.note_typing(edit);
                }
                joined
            }
            _ => false,
        };
        self.after_a_word = undo.last().is_some_and(ends_a_word);
        if !joined {
            self.done.push(Step {
                deed,
                place,
                edits: undo,
                leads_to: self.state,
                typing,
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

impl Typing {
    /// The edit of a change that holds its words where the edit that undoes it does not.
    pub fn told_by(edits: &[Edit]) -> Option<Edit> {
        match edits {
            [
                edit @ Edit::Charter(
                    _,
                    CharterEdit::Adapt { .. } | CharterEdit::Cell { .. } | CharterEdit::Text(..),
                ),
            ] => Some(edit.clone()),
            _ => None,
        }
    }

    /// The words that an edit brought, by what undoes it.
    pub fn between(edit: &Edit, undo: &Edit) -> Option<Self> {
        let (Edit::Charter(_, edit), Edit::Charter(_, undo)) = (edit, undo) else {
            return None;
        };
        let (before, after) = match (edit, undo) {
            (CharterEdit::Adapt { adaptation, .. }, _) => {
                (adaptation.replaced_text(), adaptation.replacing_text()?)
            }
            (
                CharterEdit::Cell { cell, .. },
                CharterEdit::Cell {
                    cell: cell_before, ..
                },
            ) => (
                cell_before.as_ref().and_then(Cell::text),
                cell.as_ref()?.text()?,
            ),
            (
                CharterEdit::Text(_, TextEdit::Set(after)),
                CharterEdit::Text(_, TextEdit::Set(before)),
            ) => (Some(before), after),
            (
                CharterEdit::Text(
                    _,
                    TextEdit::Splice {
                        language,
                        at,
                        removed,
                        inserted,
                    },
                ),
                CharterEdit::Text(_, TextEdit::Set(_)),
            ) => {
                return Some(Self {
                    language: Some(language.clone()),
                    at: *at,
                    removed: removed.clone(),
                    inserted: inserted.clone(),
                });
            }
            _ => return None,
        };
        let (language, after) = match after {
            Text::Same(after) => (None, after),
            Text::ByLanguage(texts) => texts
                .iter()
                .find(|(language, words)| {
                    before.and_then(|before| before.written(language)) != Some(&**words)
                })
                .map(|(language, translation)| (Some(language), &translation.words))?,
        };
        let before = match (before, language) {
            (Some(before), Some(language)) => before.written(language),
            (Some(Text::Same(before)), None) => Some(before.as_ref()),
            _ => None,
        };
        let before = before.unwrap_or_default();
        let (range, inserted) = difference(before, after);
        Some(Self {
            language: language.cloned(),
            at: range.start,
            removed: before.get(range).unwrap_or_default().to_owned(),
            inserted: inserted.to_owned(),
        })
    }
}

impl Step {
    /// The step as one looks at it.
    pub fn seen(&self, is_done: bool) -> StepSeen<'_> {
        let by_edit = match self.edits.as_slice() {
            [
                Edit::Charter(
                    _,
                    CharterEdit::Text(
                        _,
                        TextEdit::Splice {
                            language,
                            at,
                            removed,
                            inserted,
                        },
                    ),
                ),
            ] => {
                // The edit of a step that stands leads back from it.
                let (removed, inserted) = if is_done {
                    (inserted, removed)
                } else {
                    (removed, inserted)
                };
                Some(Typed {
                    language: Some(language),
                    at: *at,
                    removed,
                    inserted,
                })
            }
            _ => None,
        };
        let noted = self.typing.as_ref().map(|typing| Typed {
            language: typing.language.as_ref(),
            at: typing.at,
            removed: &typing.removed,
            inserted: &typing.inserted,
        });
        StepSeen {
            deed: self.deed,
            place: &self.place,
            is_done,
            typed: by_edit.or(noted),
        }
    }

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

impl Step {
    /// Adds what was typed right after to the words that are noted, by the edit that undoes it.
    fn note_typing(&mut self, undo: &Edit) {
        if let (
            Some(typing),
            Edit::Charter(
                _,
                CharterEdit::Text(
                    _,
                    TextEdit::Splice {
                        at,
                        removed,
                        inserted,
                        ..
                    },
                ),
            ),
        ) = (&mut self.typing, undo)
        {
            let before = Stretch {
                at: &mut typing.at,
                typed: &mut typing.inserted,
                replaced: &mut typing.removed,
            };
            before.takes(*at, removed, inserted);
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
    let stretch = Stretch {
        at,
        typed: removed,
        replaced: inserted,
    };
    stretch.takes(*next_at, next_removed, next_inserted)
}

/// Words that were typed at a byte of a text, and those that stood there.
struct Stretch<'a> {
    at: &'a mut usize,
    typed: &'a mut String,
    replaced: &'a mut String,
}

impl Stretch<'_> {
    /// Takes in what was typed next, if it goes on with this.
    fn takes(self, next_at: usize, next_typed: &str, next_replaced: &str) -> bool {
        let end = *self.at + self.typed.len();
        if next_replaced.is_empty() && next_at == end {
            self.typed.push_str(next_typed);
            return true;
        }
        let next_end = next_at + next_replaced.len();
        if next_typed.is_empty() && next_end == end && next_at >= *self.at {
            self.typed.truncate(next_at - *self.at);
            return true;
        }
        if next_typed.is_empty() && self.typed.is_empty() && next_end == *self.at {
            *self.at = next_at;
            self.replaced.insert_str(0, next_replaced);
            return true;
        }
        false
    }
}
