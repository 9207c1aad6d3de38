//! What is looked for in a text: words, or a pattern.

use std::borrow::Cow;
use std::ops::Range;

use regex::{Regex, RegexBuilder};

use super::Asked;
use crate::workspace::find::Query;
use crate::workspace::find::folding::{folded, is_whole, occurrences};

/// The largest pattern once it is compiled, in bytes: a search ends, whatever is asked.
const LARGEST: usize = 1 << 20;

/// What is looked for, ready to be.
#[derive(Debug, Clone)]
pub struct Needle {
    kind: Kind,
    query: Query,
}

#[derive(Debug, Clone)]
enum Kind {
    Words(String),
    Pattern(Regex),
}

/// Why nothing can be looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoNeedle {
    /// Nothing is asked for.
    Nothing,
    /// It is no pattern.
    NotAPattern,
    /// It would be too large.
    TooLarge,
}

impl Needle {
    pub fn of(asked: &Asked) -> Result<Self, NoNeedle> {
        let query = asked.query.clone();
        if query.words.is_empty() {
            return Err(NoNeedle::Nothing);
        }
        let kind = if asked.pattern {
            Kind::Pattern(pattern(&query)?)
        } else {
            Kind::Words(folded(&query.words, &query))
        };
        Ok(Self { kind, query })
    }

    /// Where it stands in a text; none overlaps another, and none is empty.
    pub(super) fn ranges(&self, text: &str) -> Vec<Range<usize>> {
        match &self.kind {
            // Signs alone that are not compared would stand everywhere.
            Kind::Words(words) if words.is_empty() => Vec::new(),
            Kind::Words(words) => occurrences(text, words, &self.query),
            Kind::Pattern(pattern) => {
                let found = pattern.find_iter(text).map(|found| found.range());
                let whole = !self.query.whole_words;
                found
                    .filter(|it| !it.is_empty() && (whole || is_whole(text, it.clone())))
                    .collect()
            }
        }
    }

    /// What stands in the place of what was found: the words as they are or, of a pattern, with
    /// `$1` and `$name` standing for what their parts found.
    #[must_use]
    pub fn replacement<'a>(&self, text: &str, found: &Range<usize>, by: &'a str) -> Cow<'a, str> {
        let Kind::Pattern(pattern) = &self.kind else {
            return Cow::Borrowed(by);
        };
        let Some(captures) = pattern.captures_at(text, found.start) else {
            return Cow::Borrowed(by);
        };
        let mut replacement = String::new();
        captures.expand(by, &mut replacement);
        Cow::Owned(replacement)
    }
}

fn pattern(query: &Query) -> Result<Regex, NoNeedle> {
    RegexBuilder::new(&query.words)
        .case_insensitive(!query.case)
        .multi_line(true)
        .size_limit(LARGEST)
        .dfa_size_limit(LARGEST)
        .build()
        .map_err(|error| match error {
            regex::Error::CompiledTooBig(_) => NoNeedle::TooLarge,
            _ => NoNeedle::NotAPattern,
        })
}
