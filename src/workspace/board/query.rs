//! What is looked for on the board, as people write it: `lyon suit:commun -adaptée:oui`.
//!
//! Terms stand between spaces, and all of them hold. A word is looked for in names, addresses and
//! ids; `key:value` says something else; a dash before a term says the contrary; what stands
//! between quotation marks is one word. Nothing that is not understood is passed over: there is
//! nothing found then, and the reason.

use super::term::{Says, without_marks};
use super::{Entries, Entry};
use crate::words::Interface;
use crate::workspace::releases::Glances;

/// What is looked for. Without terms, it is everything.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Query {
    terms: Vec<Term>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Term {
    wanted: Wanted,
    says: Says,
}

/// Whether what a term says is to hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Wanted {
    Yes,
    No,
}

/// Why something written is not understood.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    #[error("nothing is called `{0}`")]
    UnknownKey(String),
    #[error("`{0}:` says nothing without a value")]
    NoValue(String),
    #[error("`{key}:` cannot be `{value}`")]
    WrongValue { key: String, value: String },
}

impl Query {
    /// Reads what a person wrote.
    pub fn read(written: &str) -> Result<Self, Fault> {
        let terms = split(written).into_iter().filter_map(|piece| piece.term());
        let terms = terms.collect::<Result<_, _>>()?;
        Ok(Self { terms })
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.terms.is_empty()
    }

    /// Whether it asks for something, as a term of its own.
    #[must_use]
    pub fn asks(&self, says: &Says) -> bool {
        let mut terms = self.terms.iter();
        terms.any(|term| term.wanted == Wanted::Yes && term.says == *says)
    }

    /// Whether a platform is what is looked for.
    #[must_use]
    pub fn finds(&self, entry: &Entry, glances: &Glances) -> bool {
        self.terms.iter().all(|term| {
            let is_so = term.says.is_of(entry, glances);
            is_so == (term.wanted == Wanted::Yes)
        })
    }

    /// Those of some places among the entries that are what is looked for, in their order.
    #[must_use]
    pub fn found(&self, entries: &Entries, glances: &Glances, among: &[usize]) -> Vec<usize> {
        let finds = |at: &usize| {
            let entry = entries.at(*at);
            entry.is_some_and(|entry| self.finds(entry, glances))
        };
        among.iter().copied().filter(finds).collect()
    }
}

/// What is written, with a term more that says something, or without those that do.
#[must_use]
pub fn toggled(written: &str, says: &Says, interface: Interface) -> String {
    let pieces = split(written);
    let is_it = |piece: &Piece<'_>| {
        let term = piece.term();
        matches!(term, Some(Ok(term)) if term.wanted == Wanted::Yes && term.says == *says)
    };
    let others = pieces.iter().filter(|piece| !is_it(piece));
    let mut kept: Vec<&str> = others.map(|piece| piece.written).collect();
    let added = says.written(interface);
    if kept.len() == pieces.len() {
        kept.push(&added);
    }
    kept.join(" ")
}

/// What stands between two spaces that are not between quotation marks.
struct Piece<'a> {
    written: &'a str,
}

fn split(written: &str) -> Vec<Piece<'_>> {
    let mut is_quoted = false;
    let pieces = written.split(move |letter: char| {
        is_quoted ^= letter == '"';
        letter.is_whitespace() && !is_quoted
    });
    let pieces = pieces.filter(|piece| !piece.is_empty());
    pieces.map(|written| Piece { written }).collect()
}

impl Piece<'_> {
    /// The term that it is; nothing where there is nothing to look for, such as a dash alone.
    fn term(&self) -> Option<Result<Term, Fault>> {
        let (wanted, rest) = match self.written.strip_prefix('-') {
            Some(rest) => (Wanted::No, rest),
            None => (Wanted::Yes, self.written),
        };
        let says = match key_of(rest) {
            Some((key, value)) => Says::of_key(key, value),
            None => match without_marks(rest).trim() {
                "" => return None,
                _ if rest.contains('"') => Ok(Says::words(&without_marks(rest))),
                word => Ok(Says::of_word(word)),
            },
        };
        Some(says.map(|says| Term { wanted, says }))
    }
}

/// What stands before and behind the colon of a term. That of an address is none.
fn key_of(term: &str) -> Option<(&str, &str)> {
    let (key, value) = term.split_once(':')?;
    let is_key = !key.is_empty() && !key.contains('"') && !value.starts_with("//");
    is_key.then_some((key, value))
}
