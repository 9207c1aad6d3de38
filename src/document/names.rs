//! The names that a name cell holds: « `_ga`, `_gid` », `_pk_id*`, `incap_ses_<ID>`, « any cookie
//! starting with `_hs` ».
//!
//! The text of the cell is the truth and is what charters show; what is read here is derived from
//! it, for programs that recognise cookies. So nothing is guessed: what names no cookie stays
//! words, and a pattern so wide that it would fit cookies of others is one of those.

use std::fmt;

/// How many letters and digits a pattern holds at least.
const FEWEST_LETTERS: usize = 2;

/// What of a name cell stands for cookies.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum CookieName {
    Exact(String),
    Pattern(NamePattern),
    /// Words that say which cookies are meant, in a way that only people understand.
    Words(String),
}

/// Names of which only parts are known.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct NamePattern {
    written: String,
    parts: Vec<Part>,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
enum Part {
    Letters(String),
    /// Any letters, or none: `*`.
    Any,
    /// Any letters, at least one: `<ID>`.
    Some,
}

/// The names in the text of a cell, in their order. Lines part them, as do commas and the like;
/// what stands between backticks is one name, whatever it looks like.
#[must_use]
pub fn names_in(text: &str) -> Vec<CookieName> {
    let mut names = Vec::new();
    for line in text.lines() {
        for piece in pieces(line) {
            read_piece(piece, &mut names);
        }
    }
    names
}

/// The parts of a line between commas and the like that stand in no brackets and no code.
fn pieces(line: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut start = 0;
    let mut depth = Depth::default();
    for (at, c) in line.char_indices() {
        depth.pass(c);
        if depth.is_outside() && is_separator(line, at, c) {
            pieces.push(line.get(start..at).unwrap_or_default());
            start = at + c.len_utf8();
        }
    }
    pieces.push(line.get(start..).unwrap_or_default());
    pieces
}

fn is_separator(line: &str, at: usize, c: char) -> bool {
    let is_space = |c: Option<char>| c.is_none_or(char::is_whitespace);
    match c {
        ',' | ';' | '،' | '、' | '，' | '；' | '•' | '·' => true,
        '/' | '|' | '+' | '&' => {
            is_space(line.get(..at).and_then(|it| it.chars().next_back()))
                && is_space(line.get(at + 1..).and_then(|it| it.chars().next()))
        }
        _ => false,
    }
}

/// Whether a place of a line stands in brackets or in code.
#[derive(Debug, Default)]
struct Depth {
    brackets: usize,
    in_code: bool,
}

impl Depth {
    fn pass(&mut self, c: char) {
        match c {
            '`' => self.in_code = !self.in_code,
            _ if self.in_code => {}
            '(' | '[' | '{' | '<' => self.brackets += 1,
            ')' | ']' | '}' | '>' => self.brackets = self.brackets.saturating_sub(1),
            _ => {}
        }
    }

    fn is_outside(&self) -> bool {
        self.brackets == 0 && !self.in_code
    }
}

fn read_piece(piece: &str, names: &mut Vec<CookieName>) {
    let piece = bare(piece);
    if !piece.contains(char::is_alphanumeric) || is_nothing(piece) {
        return;
    }
    let words = words_of(piece);
    // A joined pair, names that only spaces part, or one with what people call it before it.
    let named = match words.as_slice() {
        [_] => Some(words),
        [.., before, _] if before.ends_with(':') && !before.contains('`') => {
            Some(words.into_iter().next_back().into_iter().collect())
        }
        _ => joined(&words),
    };
    match named {
        Some(words) => names.extend(words.into_iter().map(name)),
        None => names.push(rule(piece)),
    }
}

/// A piece without the marks of a list, quotation marks and remarks around its name.
fn bare(piece: &str) -> &str {
    let mut piece = piece.trim();
    loop {
        let before = piece;
        for mark in ["- ", "– ", "— ", "* "] {
            piece = piece.strip_prefix(mark).unwrap_or(piece).trim_start();
        }
        piece = piece.trim_matches(|c: char| "«»“”„\"".contains(c) || c.is_whitespace());
        piece = without_remark(piece);
        if !piece.ends_with("..") {
            piece = piece.trim_end_matches(['.', ':']);
        }
        if piece == before {
            return piece;
        }
    }
}

/// A piece without what stands in brackets behind its name: « uid (comScore) », `id [x2]`.
/// Brackets that touch the name are a part of it.
fn without_remark(piece: &str) -> &str {
    for (open, close) in [('(', ')'), ('[', ']')] {
        let Some(inside) = piece.strip_suffix(close) else {
            continue;
        };
        if let Some(at) = inside.rfind(open)
            && let Some(name) = piece.get(..at)
            && name.ends_with(char::is_whitespace)
        {
            return name.trim_end();
        }
    }
    piece
}

/// Whether a piece says that there is no name.
fn is_nothing(piece: &str) -> bool {
    ["n/a", "na", "s/o", "n.a", "n.a."].contains(&piece.to_lowercase().as_str())
}

/// The words of a piece, parted by spaces that stand in no brackets and no code.
fn words_of(piece: &str) -> Vec<&str> {
    let mut words = Vec::new();
    let mut start = 0;
    let mut depth = Depth::default();
    for (at, c) in piece.char_indices() {
        depth.pass(c);
        if c.is_whitespace() && depth.is_outside() {
            words.push(piece.get(start..at).unwrap_or_default());
            start = at + c.len_utf8();
        }
    }
    words.push(piece.get(start..).unwrap_or_default());
    words.retain(|word| !word.is_empty());
    words
}

/// Words that are all names, with « and » or « or » between them or nothing; nothing if one is
/// not.
fn joined<'a>(words: &[&'a str]) -> Option<Vec<&'a str>> {
    const BETWEEN: [&str; 12] = [
        "et", "ou", "and", "or", "und", "oder", "y", "o", "e", "i", "en", "of",
    ];
    let is_between = |word: &str| BETWEEN.contains(&word.to_lowercase().as_str());
    let names: Vec<&str> = words.iter().copied().filter(|it| !is_between(it)).collect();
    let is_pair = matches!(words, [one, between, other]
        if is_between(between) && !is_between(one) && !is_between(other));
    let looks_like_one = |word: &&str| word.contains('_') || word.starts_with('`');
    let starts_with_name = words.first().is_some_and(looks_like_one);
    ((is_pair && names.iter().any(looks_like_one))
        || (starts_with_name && names.iter().all(looks_like_one)))
    .then_some(names)
}

/// What a word without spaces names.
fn name(word: &str) -> CookieName {
    let code = |word: &str| -> Option<String> {
        let inside = word.strip_prefix('`')?.strip_suffix('`')?.trim();
        (!inside.is_empty() && !inside.contains('`')).then(|| inside.to_owned())
    };
    let word = code(word).unwrap_or_else(|| word.to_owned());
    let parts = parts_of(&word);
    if parts.iter().all(|part| matches!(part, Part::Letters(_))) {
        return CookieName::Exact(word);
    }
    pattern(word, parts)
}

/// A pattern, unless it would fit too much.
fn pattern(written: String, parts: Vec<Part>) -> CookieName {
    let letters = parts.iter().map(|part| match part {
        Part::Letters(letters) => letters.chars().filter(|c| c.is_alphanumeric()).count(),
        Part::Any | Part::Some => 0,
    });
    if letters.sum::<usize>() < FEWEST_LETTERS {
        CookieName::Words(written)
    } else {
        CookieName::Pattern(NamePattern { written, parts })
    }
}

/// A name in what is written out of it and what stands for anything.
fn parts_of(word: &str) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::new();
    let mut rest = word;
    while let Some(c) = rest.chars().next() {
        let (part, length) = match varying(rest) {
            Some(found) => found,
            None => (Part::Letters(c.to_string()), c.len_utf8()),
        };
        rest = rest.get(length..).unwrap_or_default();
        match (parts.last_mut(), part) {
            (Some(Part::Letters(before)), Part::Letters(more)) => before.push_str(&more),
            // Two in a row say no more than the stricter of them.
            (Some(last @ (Part::Any | Part::Some)), part @ (Part::Any | Part::Some)) => {
                if part == Part::Some {
                    *last = part;
                }
            }
            (_, part) => parts.push(part),
        }
    }
    parts
}

/// What a text begins with that stands for anything, and how many bytes it takes.
fn varying(text: &str) -> Option<(Part, usize)> {
    const CAPITALS: usize = 3;
    for (open, close) in [('<', '>'), ('{', '}'), ('(', ')'), ('[', ']')] {
        let Some(inside) = text.strip_prefix(open) else {
            continue;
        };
        let end = inside.find(close)?;
        return Some((Part::Some, end + 2));
    }
    for (mark, part) in [
        ("...", Part::Any),
        ("…", Part::Any),
        ("*", Part::Any),
        ("#", Part::Some),
    ] {
        if let Some(rest) = text.strip_prefix(mark) {
            let more = rest.len() - rest.trim_start_matches(mark).len();
            return Some((part, mark.len() + more));
        }
    }
    // As in `_gat_UA-XXXXXX`.
    let capitals = text.len() - text.trim_start_matches('X').len();
    (capitals >= CAPITALS).then_some((Part::Some, capitals))
}

/// What words say of names: which letters these begin with, end in or hold; else they stay words.
fn rule(piece: &str) -> CookieName {
    #[derive(Clone, Copy)]
    enum Where {
        Begin,
        End,
        Hold,
    }
    const PHRASES: [(&str, Where); 25] = [
        ("commençant par", Where::Begin),
        ("commence par", Where::Begin),
        ("commencent par", Where::Begin),
        ("débutant par", Where::Begin),
        ("préfixe", Where::Begin),
        ("starting with", Where::Begin),
        ("start with", Where::Begin),
        ("starts with", Where::Begin),
        ("beginning with", Where::Begin),
        ("begins with", Where::Begin),
        ("begin with", Where::Begin),
        ("prefixed with", Where::Begin),
        ("prefixed by", Where::Begin),
        ("beginnend mit", Where::Begin),
        ("empiezan por", Where::Begin),
        ("comienzan por", Where::Begin),
        ("iniziano con", Where::Begin),
        ("começam por", Where::Begin),
        ("beginnen met", Where::Begin),
        ("comencen per", Where::Begin),
        ("se terminant par", Where::End),
        ("ending with", Where::End),
        ("ending in", Where::End),
        ("contenant", Where::Hold),
        ("containing", Where::Hold),
    ];
    let said = PHRASES.iter().find_map(|(phrase, place)| {
        let (_, after) = piece.split_once(phrase)?;
        let is_mark = |c: char| "«»“”„\"'`’.:".contains(c);
        let mut words = words_of(after)
            .into_iter()
            .map(|it| it.trim_matches(is_mark));
        Some((*place, words.find(|word| !word.is_empty())?))
    });
    let words = CookieName::Words(piece.to_owned());
    let Some((place, word)) = said else {
        return words;
    };
    let word = match place {
        Where::Begin => format!("{word}*"),
        Where::End => format!("*{word}"),
        Where::Hold => format!("*{word}*"),
    };
    match name(&word) {
        CookieName::Pattern(NamePattern { parts, .. }) => CookieName::Pattern(NamePattern {
            written: piece.to_owned(),
            parts,
        }),
        CookieName::Exact(_) | CookieName::Words(_) => words,
    }
}

impl NamePattern {
    /// Whether it fits a name.
    #[must_use]
    pub fn fits(&self, name: &str) -> bool {
        let name: Vec<char> = name.chars().collect();
        // Where in the name the parts so far may end.
        let mut ends = vec![false; name.len() + 1];
        if let Some(start) = ends.first_mut() {
            *start = true;
        }
        for part in &self.parts {
            ends = match part {
                Part::Letters(letters) => after_letters(&ends, &name, letters),
                Part::Any => after_any(&ends, 0),
                Part::Some => after_any(&ends, 1),
            };
        }
        ends.last() == Some(&true)
    }

    /// It as a regular expression that stands for the whole name, in the syntax that JavaScript
    /// and Rust share.
    #[must_use]
    pub fn regex(&self) -> String {
        let mut regex = String::from("^");
        for part in &self.parts {
            match part {
                Part::Any => regex.push_str(".*"),
                Part::Some => regex.push_str(".+"),
                Part::Letters(letters) => {
                    for c in letters.chars() {
                        if r"\.+*?()|[]{}^$/".contains(c) {
                            regex.push('\\');
                        }
                        regex.push(c);
                    }
                }
            }
        }
        regex.push('$');
        regex
    }
}

fn after_letters(ends: &[bool], name: &[char], letters: &str) -> Vec<bool> {
    let letters: Vec<char> = letters.chars().collect();
    let ends_at = |end: usize| {
        end.checked_sub(letters.len()).is_some_and(|start| {
            ends.get(start) == Some(&true) && name.get(start..end) == Some(&letters[..])
        })
    };
    (0..ends.len()).map(ends_at).collect()
}

fn after_any(ends: &[bool], fewest: usize) -> Vec<bool> {
    let first = ends.iter().position(|end| *end);
    let from = first.map_or(ends.len(), |first| first + fewest);
    (0..ends.len()).map(|end| end >= from).collect()
}

impl fmt::Display for CookieName {
    /// As it is written in the charter.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Exact(name) | Self::Words(name) => name,
            Self::Pattern(pattern) => &pattern.written,
        })
    }
}
