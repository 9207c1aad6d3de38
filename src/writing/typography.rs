//! What a typed character becomes: quotation marks, apostrophes, dots, and the no-break spaces of
//! French.
//!
//! The space is U+00A0, which the screen shows and does not break a line at. Nothing changes
//! inside code, fields and addresses, and « 12:30 » and « https: » stay as they are.

use super::before;
use super::lines::{Line, is_in_code, line_at};
use crate::model::Language;

const NO_BREAK: char = '\u{a0}';

/// The habits of a language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Habits {
    French,
    English,
    /// Nothing is known of them: what is typed stays.
    None,
}

impl Habits {
    #[must_use]
    pub fn of(language: &Language) -> Self {
        match language.as_str().split('-').next() {
            Some("fr") => Self::French,
            Some("en") => Self::English,
            _ => Self::None,
        }
    }
}

/// What stands in the place of a character, and of what was typed before it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Instead {
    /// How many bytes before it give way.
    pub removed: usize,
    pub inserted: String,
}

impl Instead {
    fn new(removed: usize, inserted: impl Into<String>) -> Self {
        Self {
            removed,
            inserted: inserted.into(),
        }
    }
}

/// What a character becomes that is typed at a place of a text; nothing where it stays.
#[must_use]
pub fn instead(text: &str, at: usize, typed: char, habits: Habits) -> Option<Instead> {
    const ALL: &str = "'\".:;!?%€«» ";
    if habits == Habits::None || !ALL.contains(typed) {
        return None;
    }
    let head = before(text, text.floor_char_boundary(at));
    let line = before_in_line(head);
    if is_protected(line) || is_in_code(text, head.len()) {
        return None;
    }
    match (habits, typed) {
        (_, '.') => dots(line),
        (Habits::French, '\'') => Some(Instead::new(0, "’")),
        (Habits::English, '\'') if opens(line) => Some(Instead::new(0, "‘")),
        (Habits::English, '\'') => Some(Instead::new(0, "’")),
        (Habits::English, '"') if opens(line) => Some(Instead::new(0, "“")),
        (Habits::English, '"') => Some(Instead::new(0, "”")),
        (Habits::French, '"') => Some(guillemet(line)),
        (Habits::French, '«') => Some(Instead::new(0, format!("«{NO_BREAK}"))),
        // The space is there already.
        (Habits::French, ' ') if line.ends_with("«\u{a0}") => Some(Instead::new(0, "")),
        (Habits::French, ':' | ';' | '!' | '?' | '%' | '€' | '»') => spaced(line, typed),
        _ => None,
    }
}

/// What stands on the last line of a text.
fn before_in_line(head: &str) -> &str {
    before_range(head, line_at(head, head.len()).start)
}

fn before_range(head: &str, start: usize) -> &str {
    head.get(start..).unwrap_or_default()
}

/// Whether what comes after the start of a line is no words: code, a field, an address.
fn is_protected(line: &str) -> bool {
    let in_code = line.bytes().filter(|b| *b == b'`').count() % 2 == 1;
    let is_open = |opening: &str, closing: &str| {
        line.rfind(opening)
            .is_some_and(|at| !before_range(line, at).contains(closing))
    };
    in_code || is_open("{{", "}}") || is_open("](", ")") || is_address(last_word(line))
}

fn last_word(line: &str) -> &str {
    line.rsplit(char::is_whitespace).next().unwrap_or_default()
}

fn is_address(word: &str) -> bool {
    let word = word.trim_start_matches(['(', '<', '[', '«', '“', '*', '_', NO_BREAK]);
    word.contains("://") || word.starts_with("www.") || word.starts_with("mailto:")
}

/// Three dots are one sign.
fn dots(line: &str) -> Option<Instead> {
    let rest = line.strip_suffix("..")?;
    let is_path = rest.ends_with(['.', '/', '…']);
    if is_path {
        None
    } else {
        Some(Instead::new(2, "…"))
    }
}

/// Whether a quotation mark after the start of a line opens.
fn opens(line: &str) -> bool {
    let words = line.trim_end_matches(['*', '_', '~']);
    let parts = Line::new(line);
    parts.words.is_empty()
        || words.is_empty()
        || words.ends_with(|c: char| {
            c.is_whitespace() || matches!(c, '(' | '[' | '{' | '«' | '“' | '‘' | '—' | '–' | '/')
        })
        || (words.len() < line.len() && line.ends_with(['*', '_']) && words.ends_with(' '))
}

fn guillemet(line: &str) -> Instead {
    let open = line.matches('«').count() > line.matches('»').count();
    let after_space = line.ends_with(' ');
    if open && (after_space || !opens(line)) {
        return Instead::new(usize::from(after_space), format!("{NO_BREAK}»"));
    }
    if opens(line) {
        return Instead::new(0, format!("«{NO_BREAK}"));
    }
    Instead::new(0, format!("{NO_BREAK}»"))
}

/// A sign that stands after a no-break space.
fn spaced(line: &str, sign: char) -> Option<Instead> {
    let of_number = matches!(sign, '%' | '€');
    if let Some(words) = line.strip_suffix(' ') {
        let after_digit = words.ends_with(|c: char| c.is_ascii_digit());
        let after_words = words.ends_with(|c: char| !c.is_whitespace());
        // At the start of an item, a sign is one of Markdown's, or nobody's.
        let begins = Line::new(line).words.is_empty();
        let fits = if of_number { after_digit } else { after_words };
        return if fits && !begins {
            Some(Instead::new(1, format!("{NO_BREAK}{sign}")))
        } else {
            None
        };
    }
    let last = line.chars().next_back()?;
    let word = last_word(line);
    let fits = match sign {
        '%' | '€' => last.is_ascii_digit(),
        // « 12:30 », « https: » and their like are written without a space.
        ':' => (last.is_alphabetic() || closes(last)) && !is_scheme(word),
        // `&eacute;` is one character.
        ';' => (last.is_alphanumeric() || closes(last)) && !word.contains('&'),
        _ => last.is_alphanumeric() || closes(last),
    };
    let is_name = word.contains(['/', '@', '\\', '=']) || has_inner_dot(word);
    if fits && (!is_name || sign == '»') {
        Some(Instead::new(0, format!("{NO_BREAK}{sign}")))
    } else {
        None
    }
}

fn closes(c: char) -> bool {
    matches!(
        c,
        ')' | '»' | '”' | '’' | '*' | '_' | '`' | '}' | ']' | '%' | '€'
    )
}

fn is_scheme(word: &str) -> bool {
    let word = word.trim_start_matches(|c: char| !c.is_alphanumeric());
    ["http", "https", "mailto", "tel", "ftp", "sftp", "file"].contains(&word)
}

/// Whether a word is a name such as `data.exemple.fr`.
fn has_inner_dot(word: &str) -> bool {
    word.trim_end_matches('.')
        .split('.')
        .zip(word.split('.').skip(1))
        .any(|(left, right)| {
            left.ends_with(char::is_alphanumeric) && right.starts_with(char::is_alphabetic)
        })
}
