//! Where a line may end within a word.
//!
//! A browser ends a line within a host name, an address or a cookie's name either nowhere or in
//! the middle of a part of it; a typesetter does the same. The marks between the parts are good
//! places. Conversely the hyphens of « passe-t-il » are bad places. What is too long for a line
//! and has no marks may be broken anywhere.
//!
//! In HTML a good place is a `<wbr>`, which adds no character to the words.

use maud::{Markup, html};

/// How much stands on a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Line {
    /// What is longer may be broken anywhere; in characters.
    pub longest: usize,
    /// What is no longer is not taken apart.
    pub short: usize,
}

impl Line {
    /// What stands on a line of a telephone, whatever stands around it.
    const OF_TELEPHONE: Self = Self {
        longest: 24,
        short: 0,
    };
}

/// What a text is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wording {
    /// Sentences, in which some words may be addresses.
    Prose,
    /// Names of cookies, addresses, code: every word may be taken apart at its marks.
    Names,
}

/// A piece of a text, by how its lines may end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Piece<'a> {
    /// As words usually are.
    Plain(&'a str),
    /// Nowhere.
    Whole(&'a str),
    /// Anywhere: it is too long for a line.
    Long(&'a str),
    /// A line may end here.
    Place,
}

/// A text with the places where its lines may end, in HTML.
pub fn text(text: &str, wording: Wording) -> Markup {
    let pieces = pieces(text, wording, Line::OF_TELEPHONE);
    html! {
        @for piece in pieces {
            @match piece {
                Piece::Plain(words) => (words),
                Piece::Whole(word) => span class="charter-whole" { (word) },
                Piece::Long(word) => span class="charter-long" { (word) },
                Piece::Place => wbr;,
            }
        }
    }
}

/// The pieces of a text.
pub fn pieces(text: &str, wording: Wording, line: Line) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut plain = 0;
    for (at, word) in words(text) {
        let taken_apart =
            (wording == Wording::Names || is_address(word)) && is_longer(word, line.short);
        let is_whole = !taken_apart && is_inversion(word);
        if !taken_apart && !is_whole && !is_longer(word, line.longest) {
            continue;
        }
        pieces.push(Piece::Plain(&text[plain..at]));
        plain = at + word.len();
        if taken_apart {
            push_parts(word, line.longest, &mut pieces);
        } else if is_whole {
            pieces.push(Piece::Whole(word));
        } else {
            pieces.push(Piece::Long(word));
        }
    }
    pieces.push(Piece::Plain(&text[plain..]));
    pieces.retain(|piece| *piece != Piece::Plain(""));
    pieces
}

/// The words of a text, each with where it starts.
fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut start = 0;
    text.split_inclusive(char::is_whitespace).map(move |word| {
        let at = start;
        start += word.len();
        (at, word.trim_end())
    })
}

/// The parts of a word, with a place after each run of marks between two of them.
fn push_parts<'a>(word: &'a str, longest: usize, pieces: &mut Vec<Piece<'a>>) {
    let part = |part: &'a str| {
        if is_longer(part, longest) {
            Piece::Long(part)
        } else {
            Piece::Plain(part)
        }
    };
    let mut start = 0;
    let mut after_mark = false;
    let mut has_letters = false;
    for (at, c) in word.char_indices() {
        // A mark before the first part, as in `_ga`, belongs to it.
        if after_mark && has_letters && (c.is_alphanumeric() || is_opening(c)) {
            pieces.extend([part(&word[start..at]), Piece::Place]);
            start = at;
        }
        after_mark = is_mark(c);
        has_letters |= c.is_alphanumeric();
    }
    pieces.push(part(&word[start..]));
}

fn is_longer(part: &str, most: usize) -> bool {
    part.len() > most && part.chars().nth(most).is_some()
}

fn is_mark(c: char) -> bool {
    matches!(c, '_' | '.' | '-' | '/' | '@' | '?' | '&' | '=' | ':' | '#')
}

fn is_opening(c: char) -> bool {
    matches!(c, '<' | '[' | '{' | '(')
}

/// Whether a word holds an address or a host's name: a dot between two letters or digits, the
/// second of which is followed by a letter.
fn is_address(word: &str) -> bool {
    let ends_part = |part: &str| part.ends_with(char::is_alphanumeric);
    let starts_domain = |part: &str| {
        let mut chars = part.chars();
        [chars.next(), chars.next()]
            .into_iter()
            .all(|c| c.is_some_and(char::is_alphabetic))
    };
    word.contains("://")
        || word
            .match_indices('.')
            .any(|(dot, _)| ends_part(&word[..dot]) && starts_domain(&word[dot + 1..]))
}

/// Whether a word is a French verb whose subject follows it: « passe-t-il », « y a-t-on ».
fn is_inversion(word: &str) -> bool {
    word.contains("-t-") && word.len() <= Line::OF_TELEPHONE.longest
}
