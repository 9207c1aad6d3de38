//! Texts as they are compared with what is looked for, and where fields stand in them.

use std::ops::Range;

use deunicode::deunicode_char;

use super::Query;
use crate::document::field_at;

/// Whether replacing words would leave a part of a field: they lie across its edge, or inside.
pub fn breaks(field: &Range<usize>, words: &Range<usize>) -> bool {
    let apart = words.end <= field.start || field.end <= words.start;
    let around = words.start <= field.start && field.end <= words.end;
    !apart && !around
}

/// Where fields stand in a text, from `{{` to `}}`.
pub fn fields(text: &str) -> Vec<Range<usize>> {
    let mut fields = Vec::new();
    let mut at = 0;
    while let Some(rest) = text.get(at..)
        && let Some(start) = rest.find("{{")
    {
        let start = at + start;
        match text.get(start..).and_then(field_at) {
            Some((_, after)) => {
                at = text.len() - after.len();
                fields.push(start..at);
            }
            None => at = start + 1,
        }
    }
    fields
}

/// Words as they are compared.
pub fn folded(words: &str, query: &Query) -> String {
    Folded::of(words, query).letters
}

/// A text as it is compared, and where each of its bytes comes from.
struct Folded {
    letters: String,
    /// For each byte of the letters, the byte of the text where its character starts.
    starts: Vec<usize>,
}

impl Folded {
    fn of(text: &str, query: &Query) -> Self {
        let mut letters = String::with_capacity(text.len());
        let mut starts = Vec::with_capacity(text.len());
        for (at, letter) in text.char_indices() {
            fold(letter, query, &mut letters);
            starts.resize(letters.len(), at);
        }
        Self { letters, starts }
    }

    /// The byte of the text where a byte of the letters comes from, if a character starts there.
    fn edge(&self, at: usize, length: usize) -> Option<usize> {
        let start = self.starts.get(at).copied();
        let before = at.checked_sub(1).and_then(|at| self.starts.get(at));
        match start {
            None => Some(length),
            Some(start) => (before != Some(&start)).then_some(start),
        }
    }
}

/// Adds a letter as it is compared. Spaces of every kind are one, as are the apostrophes: nobody
/// sees, or types, the difference.
fn fold(letter: char, query: &Query, folded: &mut String) {
    /// The end of the Latin letters with accents that stand in one block.
    const LATIN: char = '\u{24F}';
    let is_latin =
        letter > '\u{7F}' && letter <= LATIN || ('\u{1E00}'..='\u{1EFF}').contains(&letter);
    match letter {
        '\n' => folded.push('\n'),
        '\u{2018}' | '\u{2019}' | '\u{02BC}' => folded.push('\''),
        '\u{2010}' | '\u{2011}' => folded.push('-'),
        _ if letter.is_whitespace() => folded.push(' '),
        '\u{300}'..='\u{36F}' if !query.accents => {}
        _ => {
            let plain = deunicode_char(letter)
                .filter(|_| !query.accents && is_latin && letter.is_alphabetic());
            let mut push = |letter: char| {
                if query.case {
                    folded.push(letter);
                } else {
                    folded.extend(letter.to_lowercase());
                }
            };
            match plain {
                Some(plain) => plain.chars().for_each(push),
                None => push(letter),
            }
        }
    }
}

/// Where words stand in a text; none overlaps another.
pub fn occurrences(text: &str, needle: &str, query: &Query) -> Vec<Range<usize>> {
    let folded = Folded::of(text, query);
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(rest) = folded.letters.get(at..)
        && let Some(start) = rest.find(needle)
    {
        let start = at + start;
        let end = start + needle.len();
        let edges = (folded.edge(start, text.len()), folded.edge(end, text.len()));
        at = match edges {
            (Some(from), Some(to)) if !query.whole_words || is_whole(text, from..to) => {
                found.push(from..to);
                end
            }
            _ => start + folded.letters.get(start..).map_or(1, first_length),
        };
    }
    found
}

fn first_length(text: &str) -> usize {
    text.chars().next().map_or(1, char::len_utf8)
}

/// Whether no letter or digit stands right before or after.
pub fn is_whole(text: &str, range: Range<usize>) -> bool {
    let is_letter = |letter: char| letter.is_alphanumeric() || letter == '_';
    let before = text
        .get(..range.start)
        .and_then(|it| it.chars().next_back());
    let after = text.get(range.end..).and_then(|it| it.chars().next());
    !before.is_some_and(is_letter) && !after.is_some_and(is_letter)
}
