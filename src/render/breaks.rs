//! Where a line may end within a word of HTML.
//!
//! A browser ends a line within a host name, an address or a cookie's name either nowhere or in
//! the middle of a part of it. The marks between the parts are good places; they get a `<wbr>`,
//! which adds no character to the words. Conversely the hyphens of « passe-t-il » are bad places.
//! What is too long for a telephone and has no marks may be broken anywhere.

use maud::{Markup, html};

/// How many characters stand on a line of a telephone, whatever stands around them.
const LONGEST: usize = 24;

/// What a text is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wording {
    /// Sentences, in which some words may be addresses.
    Prose,
    /// Names of cookies, addresses, code: every word may be taken apart at its marks.
    Names,
}

/// A text with the places where its lines may end.
pub fn text(text: &str, wording: Wording) -> Markup {
    let mut markup = Vec::new();
    let mut plain = 0;
    for (at, word) in words(text) {
        if let Some(special) = word_with_breaks(word, wording) {
            markup.push((&text[plain..at], special));
            plain = at + word.len();
        }
    }
    let last = &text[plain..];
    html! { @for (before, special) in markup { (before) (special) } (last) }
}

/// A word that is not written as it is.
fn word_with_breaks(word: &str, wording: Wording) -> Option<Markup> {
    if wording == Wording::Names || is_address(word) {
        Some(parts(word))
    } else if is_inversion(word) {
        Some(html! { span class="charter-whole" { (word) } })
    } else {
        is_long(word).then(|| part(word))
    }
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

/// A word with a `<wbr>` after each run of marks between two of its parts.
fn parts(word: &str) -> Markup {
    let mut parts = Vec::new();
    let mut start = 0;
    let mut after_mark = false;
    let mut has_letters = false;
    for (at, c) in word.char_indices() {
        // A mark before the first part, as in `_ga`, belongs to it.
        if after_mark && has_letters && (c.is_alphanumeric() || is_opening(c)) {
            parts.push(&word[start..at]);
            start = at;
        }
        after_mark = is_mark(c);
        has_letters |= c.is_alphanumeric();
    }
    let last = &word[start..];
    html! { @for it in parts { (part(it)) wbr; } (part(last)) }
}

fn part(part: &str) -> Markup {
    html! { @if is_long(part) { span class="charter-long" { (part) } } @else { (part) } }
}

fn is_long(part: &str) -> bool {
    part.len() > LONGEST && part.chars().nth(LONGEST).is_some()
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
    word.contains("-t-") && word.len() <= LONGEST
}
