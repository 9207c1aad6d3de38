//! A text as it is compared: what it says and how that is marked, and not how the Markdown spells
//! it.
//!
//! Marks become characters of the private area, which no text that was read holds. Spaces, quotes,
//! apostrophes and dashes are alike in the `norm` of a text and as they are in its `raw` form.

use std::ops::Range;

use crate::document::{Block, Inline, Reader, Value, field_marks, fields_in, plain};
use crate::model::FieldId;

use super::likeness::Words;

/// The first of the characters that stand for fields; the number of the field is added to it.
const FIELDS: u32 = 0xE100;
/// Stands for what no text can say: a field that has no value here.
pub const NEVER: char = '\u{E0FF}';

/// A text as it is compared.
#[derive(Debug, Clone, Default)]
pub struct Reading {
    pub raw: String,
    pub norm: String,
    pub words: Words,
    /// Whether fields whose values are not known yet stand in it.
    pub open: bool,
}

/// Whether a text is a single line or holds blocks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    Line,
    Flow,
}

impl Reading {
    /// What stands on a page: its braces are no fields.
    pub fn of_page(text: &str, shape: Shape, url: &str) -> Self {
        Self::new(&without_fields(text), shape, url, |_| NEVER.to_string())
    }

    /// What a charter says, its fields by what `value` puts in their place.
    pub fn new(text: &str, shape: Shape, url: &str, value: impl Fn(&FieldId) -> String) -> Self {
        if is_bare(text) {
            return Self::from_raw(text.to_owned());
        }
        let mut raw = String::with_capacity(text.len());
        let mut named = Vec::new();
        let mut stands = |field: &Result<FieldId, String>| {
            let Ok(field) = field else {
                return Value::Nothing;
            };
            let said = value(field);
            let text = if said.starts_with(is_private) {
                named.push(said);
                address_of(named.len() - 1)
            } else {
                said
            };
            Value::Words {
                text,
                language: None,
            }
        };
        let mut reader = Reader::new(&mut stands);
        match shape {
            Shape::Line => push_inlines(&reader.inlines(text), &mut raw),
            Shape::Flow => push_blocks(&reader.blocks(text), &mut raw),
        }
        for (at, said) in named.iter().enumerate() {
            raw = raw.replace(&address_of(at), said);
        }
        Self::from_raw(without_slash(raw, url))
    }

    fn from_raw(raw: String) -> Self {
        Self {
            norm: normalised(&raw),
            words: Words::of(&raw),
            open: raw.contains(is_field),
            raw,
        }
    }

    pub fn is_empty(&self) -> bool {
        self.norm.is_empty()
    }

    /// The part of the raw text that a part of the norm comes from.
    pub fn raw_of(&self, norm: Range<usize>) -> &str {
        let mut length = 0;
        let mut start = self.raw.len();
        let mut end = 0;
        for (at, c) in self.raw.char_indices() {
            let more = normal(c).map_or(0, str_or_char_len);
            if more > 0 && length >= norm.start && length < norm.end {
                start = start.min(at);
                end = at + c.len_utf8();
            }
            length += more;
        }
        self.raw.get(start..end).unwrap_or_default()
    }
}

/// Whether a text is a line of words in which Markdown sees nothing but words.
fn is_bare(text: &str) -> bool {
    let is_plain = |c: char| c.is_alphanumeric() || " ,;?'’«»()%".contains(c);
    let first_and_last = [text.chars().next(), text.chars().next_back()];
    let begins_none = |c: &Option<char>| c.is_some_and(|c| c != ' ' && !c.is_ascii_digit());
    let [first, last] = &first_and_last;
    begins_none(first)
        && *last != Some(' ')
        // A full stop ends a sentence here; inside, it may be part of an address.
        && text.strip_suffix('.').unwrap_or(text).chars().all(is_plain)
}

/// The character that stands for a field of a number.
pub fn mark_of(number: usize) -> char {
    u32::try_from(number)
        .ok()
        .and_then(|number| char::from_u32(FIELDS + number))
        .filter(|c| is_field(*c))
        .unwrap_or(NEVER)
}

/// The number of the field that a character stands for.
pub fn number_of(c: char) -> Option<usize> {
    is_field(c)
        .then(|| usize::try_from(u32::from(c) - FIELDS).ok())
        .flatten()
}

pub fn is_field(c: char) -> bool {
    ('\u{E100}'..='\u{F8FF}').contains(&c)
}

/// Whether it stands for a mark or a field, and not for itself.
pub fn is_private(c: char) -> bool {
    ('\u{E000}'..='\u{F8FF}').contains(&c)
}

/// What stands for an unknown value while a text is read: it can be a link's target too.
fn address_of(number: usize) -> String {
    format!("https://field-{number}.invalid/")
}

/// A text of a page in which nothing is a field.
pub fn without_fields(text: &str) -> String {
    let mut escaped = text.to_owned();
    for field in fields_in(text) {
        let name = field.map_or_else(|name| name, |id| id.to_string());
        for marks in [field_marks(&name), format!("{{{{{name}}}}}")] {
            escaped = escaped.replace(&marks, &format!("\\{marks}"));
        }
    }
    if fields_in(&escaped).is_empty() {
        return escaped;
    }
    // Spaces of other kinds or numbers around the name.
    escaped.replace("{{", "\\{\\{")
}

/// The platform's own address reads the same with a slash at its end.
fn without_slash(raw: String, url: &str) -> String {
    if url.is_empty() {
        return raw;
    }
    let slashed = format!("{url}/");
    if !raw.contains(&slashed) {
        return raw;
    }
    let mut kept = String::with_capacity(raw.len());
    let mut rest = raw.as_str();
    while let Some(at) = rest.find(&slashed) {
        let (before, after) = rest.split_at(at + url.len());
        kept.push_str(before);
        let path = after.get(1..).unwrap_or_default();
        let goes_on = path.starts_with(|c: char| c.is_alphanumeric() || "/-_~%#?=&+@".contains(c));
        rest = if goes_on { after } else { path };
    }
    kept.push_str(rest);
    kept
}

fn push_blocks(blocks: &[Block], raw: &mut String) {
    for (at, block) in blocks.iter().enumerate() {
        if at > 0 {
            raw.push('\u{E000}');
        }
        push_block(block, raw);
    }
}

fn push_block(block: &Block, raw: &mut String) {
    match block {
        Block::Heading { depth, inlines } => {
            raw.push('\u{E001}');
            raw.push(char::from(b'0' + depth % 10));
            push_inlines(inlines, raw);
        }
        Block::Paragraph(inlines) => push_inlines(inlines, raw),
        Block::List { start, items } => {
            for item in items {
                raw.push(if start.is_some() {
                    '\u{E002}'
                } else {
                    '\u{E003}'
                });
                push_blocks(item, raw);
            }
            raw.push('\u{E004}');
        }
        Block::Quote(blocks) => {
            raw.push('\u{E005}');
            push_blocks(blocks, raw);
            raw.push('\u{E006}');
        }
        Block::Code(code) => {
            raw.push('\u{E007}');
            raw.push_str(code);
        }
        Block::Rule => raw.push('\u{E008}'),
        Block::Grid { header, rows } => {
            for row in std::iter::once(header).chain(rows) {
                raw.push('\u{E009}');
                for cell in row {
                    raw.push('\u{E00A}');
                    push_inlines(cell, raw);
                }
            }
        }
    }
}

fn push_inlines(inlines: &[Inline], raw: &mut String) {
    for inline in inlines {
        match inline {
            Inline::Text(text) | Inline::Foreign { text, .. } => raw.push_str(text),
            Inline::Emphasis(content) => push_marked('\u{E010}', content, raw),
            Inline::Strong(content) => push_marked('\u{E012}', content, raw),
            Inline::Strike(content) => push_marked('\u{E014}', content, raw),
            Inline::Code(code) => {
                raw.push('\u{E016}');
                raw.push_str(code);
                raw.push('\u{E017}');
            }
            Inline::Link { target, content } => push_link(target.as_str(), content, raw),
            Inline::Break => raw.push(' '),
            Inline::Field(field) => raw.push_str(&field_marks(field)),
        }
    }
}

fn push_marked(mark: char, content: &[Inline], raw: &mut String) {
    raw.push(mark);
    push_inlines(content, raw);
    raw.push('\u{E011}');
}

/// A link whose words are its address reads like the address alone.
fn push_link(target: &str, content: &[Inline], raw: &mut String) {
    let bare = |address: &str| {
        let address = address.strip_prefix("mailto:").unwrap_or(address);
        address.strip_suffix('/').unwrap_or(address).to_owned()
    };
    let words = plain(content);
    if bare(&words) == bare(target) {
        raw.push_str(&words);
        return;
    }
    raw.push('\u{E018}');
    // A site's address is the same with a slash at its end.
    let is_site = target.ends_with('/') && target.matches('/').count() == 3;
    raw.push_str(if is_site {
        target.trim_end_matches('/')
    } else {
        target
    });
    raw.push('\u{E019}');
    push_inlines(content, raw);
    raw.push('\u{E01A}');
}

/// A character as all that are like it are compared; nothing for those that do not count.
fn normal(c: char) -> Option<Like> {
    Some(match c {
        c if c.is_whitespace() => return None,
        '\u{AD}' | '\u{200B}'..='\u{200D}' | '\u{2060}' => return None,
        '«' | '»' | '“' | '”' | '„' | '‟' | '‹' | '›' => Like::One('"'),
        '’' | '‘' | 'ʼ' | '‛' | '´' | '`' => Like::One('\''),
        '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' => Like::One('-'),
        '…' => Like::Dots,
        c => Like::One(c),
    })
}

#[derive(Clone, Copy)]
enum Like {
    One(char),
    Dots,
}

fn str_or_char_len(like: Like) -> usize {
    match like {
        Like::One(c) => c.len_utf8(),
        Like::Dots => 3,
    }
}

pub fn normalised(raw: &str) -> String {
    let mut norm = String::with_capacity(raw.len());
    for c in raw.chars() {
        match normal(c) {
            Some(Like::One(c)) => norm.push(c),
            Some(Like::Dots) => norm.push_str("..."),
            None => {}
        }
    }
    norm
}
