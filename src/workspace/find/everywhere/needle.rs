//! What is looked for in a text: words, or a pattern.

use std::borrow::Cow;
use std::ops::Range;

use regex::{Regex, RegexBuilder};
use regex_syntax::ast::ErrorKind;

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
    /// It is one that would have to go back in the text: it looks around, or for what it found.
    Unsupported,
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
    /// `$1` and `$name` standing for what their parts found, and `$$` for the sign itself. A part
    /// that the pattern does not have stays as it is written.
    #[must_use]
    pub fn replacement<'a>(&self, text: &str, found: &Range<usize>, by: &'a str) -> Cow<'a, str> {
        let Kind::Pattern(pattern) = &self.kind else {
            return Cow::Borrowed(by);
        };
        let Some(captures) = pattern.captures_at(text, found.start) else {
            return Cow::Borrowed(by);
        };
        let mut replacement = String::new();
        for piece in Template::of(by).pieces {
            replacement.push_str(match &piece {
                Piece::Words(words) => words,
                Piece::Part { written, .. } if !piece.is_of(pattern) => written,
                Piece::Part { part, .. } => {
                    let said = match part {
                        Part::Number(number) => captures.get(*number),
                        Part::Name(name) => captures.name(name),
                    };
                    said.map_or("", |said| said.as_str())
                }
            });
        }
        Cow::Owned(replacement)
    }

    /// What a replacement speaks of that the pattern does not have, as it is written there.
    #[must_use]
    pub fn unknown_part<'a>(&self, by: &'a str) -> Option<&'a str> {
        let Kind::Pattern(pattern) = &self.kind else {
            return None;
        };
        Template::of(by)
            .pieces
            .iter()
            .find_map(|piece| match piece {
                Piece::Part { written, .. } if !piece.is_of(pattern) => Some(*written),
                _ => None,
            })
    }
}

/// A replacement, taken apart.
///
/// Not as `regex` does it, to which `$1s` is a part named « 1s » and one that is not there nothing:
/// words would go without anyone being told.
struct Template<'a> {
    pieces: Vec<Piece<'a>>,
}

enum Piece<'a> {
    Words(&'a str),
    /// A part of what was found, and how that is written.
    Part {
        part: Part<'a>,
        written: &'a str,
    },
}

enum Part<'a> {
    Number(usize),
    Name(&'a str),
}

impl<'a> Template<'a> {
    fn of(by: &'a str) -> Self {
        let mut pieces = Vec::new();
        let mut rest = by;
        while let Some(at) = rest.find('$') {
            let (words, from) = rest.split_at(at);
            pieces.push(Piece::Words(words));
            let (piece, after) = Self::first(from);
            pieces.push(piece);
            rest = after;
        }
        pieces.push(Piece::Words(rest));
        Self { pieces }
    }

    /// What a text that begins with `$` begins with, and what comes after that.
    fn first(text: &'a str) -> (Piece<'a>, &'a str) {
        let behind = text.get(1..).unwrap_or_default();
        let part = |name: &'a str, length: usize| {
            let (written, after) = text.split_at(length);
            let part = match name.parse() {
                Ok(number) => Part::Number(number),
                Err(_) => Part::Name(name),
            };
            (Piece::Part { part, written }, after)
        };
        let plain = |length: usize| {
            let (_, after) = text.split_at(length);
            (Piece::Words("$"), after)
        };
        if behind.starts_with('$') {
            return plain(2);
        }
        if let Some((name, _)) = behind.strip_prefix('{').and_then(|it| it.split_once('}')) {
            return part(name, name.len() + 3);
        }
        let digits = leading(behind, |letter| letter.is_ascii_digit());
        let name = leading(behind, |letter| {
            letter.is_ascii_alphanumeric() || letter == '_'
        });
        match (digits, name) {
            ("", "") => plain(1),
            ("", name) => part(name, name.len() + 1),
            (digits, _) => part(digits, digits.len() + 1),
        }
    }
}

/// The letters that a text begins with.
fn leading(text: &str, is_one: impl Fn(char) -> bool) -> &str {
    let end = text.find(|letter| !is_one(letter)).unwrap_or(text.len());
    text.get(..end).unwrap_or_default()
}

impl Piece<'_> {
    /// Whether a pattern has it.
    fn is_of(&self, pattern: &Regex) -> bool {
        match self {
            Self::Words(_) => true,
            Self::Part { part, .. } => match part {
                Part::Number(number) => *number < pattern.captures_len(),
                Part::Name(name) => pattern.capture_names().flatten().any(|it| it == *name),
            },
        }
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
            _ if is_unsupported(&query.words) => NoNeedle::Unsupported,
            _ => NoNeedle::NotAPattern,
        })
}

/// How other engines write what this one does not do: groups that are found again or not left, and
/// conditions.
const ELSEWHERE: [&str; 5] = ["?P=", "?>", "?(", "\\k", "\\g"];

/// Whether something that is no pattern here is one to other engines.
fn is_unsupported(pattern: &str) -> bool {
    let Err(error) = regex_syntax::ast::parse::Parser::new().parse(pattern) else {
        return false;
    };
    let is_told = matches!(
        error.kind(),
        ErrorKind::UnsupportedLookAround | ErrorKind::UnsupportedBackreference
    );
    // Where it goes wrong begins with that, or is right within.
    let at = error.span().start.offset;
    let begins = |written: &str| {
        let starts = [0, 1, 2].map(|back| at.checked_sub(back));
        let mut places = starts
            .into_iter()
            .flatten()
            .filter_map(|at| pattern.get(at..));
        places.any(|it| it.starts_with(written))
    };
    is_told || ELSEWHERE.iter().any(|it| begins(it))
}
