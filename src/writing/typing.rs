//! What a text becomes as characters are typed into it, one after the other: lists go on, and
//! signs become what the language writes.

use std::ops::Range;

use super::typography::{Habits, instead};
use super::{Written, lists, replaced, within};

/// What Enter does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Enter {
    /// It ends a line, and begins the next item of a list.
    Line,
    /// It does not belong to the text.
    Nothing,
}

/// What was typed, letter for letter, and what the person means by it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Typed {
    pub exact: Written,
    /// Set where it differs.
    pub meant: Option<Written>,
}

/// Types characters into a text, in the place of what is selected. The line ends among them are
/// what Enter gives.
#[must_use]
pub fn typed(
    text: &str,
    selection: Range<usize>,
    characters: &str,
    enter: Enter,
    habits: Habits,
) -> Typed {
    let selection = within(text, selection);
    let exact = replaced(text, selection.clone(), characters);
    if characters.is_empty() {
        return Typed { exact, meant: None };
    }
    let mut meant = Written::new(text, selection);
    for c in characters.chars() {
        meant = one(&meant, c, enter, habits);
    }
    let differs = meant.text != exact.text || meant.selection != exact.selection;
    Typed {
        exact,
        meant: differs.then_some(meant),
    }
}

fn one(written: &Written, c: char, enter: Enter, habits: Habits) -> Written {
    let Written { text, selection } = written;
    if c == '\n' && enter == Enter::Line {
        if let Some(next) = lists::enter(text, selection.clone()) {
            return next;
        }
    } else if let Some(instead) = instead(text, selection.start, c, habits) {
        let start = selection.start.saturating_sub(instead.removed);
        return replaced(text, start..selection.end, &instead.inserted);
    }
    replaced(text, selection.clone(), c.encode_utf8(&mut [0; 4]))
}
