//! Words of blocks: plain, as Markdown, and taken apart.

use crate::document::{Block, Inline, inlines_in, plain};
use crate::render::blocks_as_markdown;
use crate::writing::paste::as_typed;

/// Inlines as one line of Markdown.
pub fn line_of(inlines: &[Inline]) -> String {
    let one_line: Vec<Inline> = inlines
        .iter()
        .map(|inline| match inline {
            Inline::Break => Inline::Text(" ".to_owned()),
            other => other.clone(),
        })
        .collect();
    // Read as a line, `1. A` is no list.
    let typed = plain(&one_line);
    let typed = typed.trim_matches(is_space);
    let is_plain = one_line.iter().all(|it| matches!(it, Inline::Text(_)));
    if is_plain && inlines_in(typed) == [Inline::Text(typed.to_owned())] {
        return typed.to_owned();
    }
    let written = as_typed(&[Block::Paragraph(one_line)]).replace('\n', " ");
    written.trim_matches(is_space).to_owned()
}

fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\u{a0}' | '\u{202f}' | '\u{200b}')
}

/// Blocks as the text of a section.
pub fn body_of(blocks: &[Block]) -> String {
    let is_plain = |block: &Block| matches!(block, Block::Paragraph(_));
    if blocks.iter().all(is_plain) {
        as_typed(blocks)
    } else {
        blocks_as_markdown(blocks)
    }
}

/// The plain words of blocks.
pub fn words_of(blocks: &[Block]) -> String {
    let mut words = String::new();
    push_words(blocks, &mut words);
    words.truncate(words.trim_end().len());
    words
}

fn push_words(blocks: &[Block], words: &mut String) {
    let mut add = |inlines: &[Inline]| {
        words.push_str(&plain(inlines));
        words.push('\n');
    };
    for block in blocks {
        match block {
            Block::Heading { inlines, .. } | Block::Paragraph(inlines) => add(inlines),
            Block::Code(code) => add(&[Inline::Code(code.clone())]),
            Block::Rule => {}
            Block::Grid { header, rows } => {
                std::iter::once(header)
                    .chain(rows)
                    .flatten()
                    .for_each(|it| add(it));
            }
            Block::List { items, .. } => {
                for item in items {
                    add(&[Inline::Text(words_of(item))]);
                }
            }
            Block::Quote(blocks) => add(&[Inline::Text(words_of(blocks))]),
        }
    }
}

/// Whether all words of a line are strong, or emphasised.
pub fn is_stressed(inlines: &[Inline]) -> bool {
    let has_words = |inline: &Inline| !plain(std::slice::from_ref(inline)).trim().is_empty();
    let mut inlines = inlines.iter().filter(|it| has_words(it)).peekable();
    inlines.peek().is_some()
        && inlines.all(|inline| match inline {
            Inline::Strong(_) => true,
            Inline::Emphasis(content) => is_stressed(content),
            Inline::Link { content, .. } => is_stressed(content),
            _ => false,
        })
}

/// A line without the stress that all of it has.
pub fn unstressed(inlines: &[Inline]) -> Vec<Inline> {
    let without = |inline: &Inline| match inline {
        Inline::Strong(content) | Inline::Emphasis(content) => unstressed(content),
        Inline::Text(_) | Inline::Break => vec![inline.clone()],
        other => vec![other.clone()],
    };
    let is_all = inlines.iter().all(|inline| {
        matches!(
            inline,
            Inline::Strong(_) | Inline::Emphasis(_) | Inline::Break
        ) || plain(std::slice::from_ref(inline)).trim().is_empty()
    });
    if is_all {
        inlines.iter().flat_map(without).collect()
    } else {
        inlines.to_vec()
    }
}

/// A line without the white space at its ends.
pub fn trimmed(inlines: &[Inline]) -> Vec<Inline> {
    let mut inlines = inlines.to_vec();
    if let Some(Inline::Text(first)) = inlines.first_mut() {
        *first = first.trim_start().to_owned();
    }
    if let Some(Inline::Text(last)) = inlines.last_mut() {
        last.truncate(last.trim_end().len());
    }
    inlines.retain(|it| !matches!(it, Inline::Text(text) if text.is_empty()));
    inlines
}

/// A line parted at its first colon: the words before it, and what comes after.
pub fn at_colon(inlines: &[Inline]) -> Option<(String, Vec<Inline>)> {
    let mut label = String::new();
    for (at, inline) in inlines.iter().enumerate() {
        let words = plain(std::slice::from_ref(inline));
        let Some(colon) = words.find([':', '：']) else {
            label.push_str(&words);
            if label.len() > LONGEST_LABEL {
                return None;
            }
            continue;
        };
        label.push_str(words.get(..colon)?);
        let behind = words.get(colon..)?.trim_start_matches([':', '：']);
        let is_address = behind.starts_with("//");
        if is_address || label.len() > LONGEST_LABEL {
            return None;
        }
        let mut value = Vec::new();
        let behind = behind.trim_start_matches([' ', '\u{a0}', '\u{202f}']);
        match inline {
            Inline::Text(_) if !behind.is_empty() => value.push(Inline::Text(behind.to_owned())),
            // What follows the colon inside the same mark keeps its words and loses the mark.
            _ if !behind.trim().is_empty() => value.push(Inline::Text(behind.to_owned())),
            _ => {}
        }
        value.extend(inlines.get(at + 1..)?.iter().cloned());
        if let Some(Inline::Text(first)) = value.first_mut() {
            *first = first
                .trim_start_matches([' ', '\u{a0}', '\u{202f}'])
                .to_owned();
        }
        value.retain(|it| !matches!(it, Inline::Text(text) if text.is_empty()));
        return Some((label.trim().to_owned(), value));
    }
    None
}

/// The longest label before a colon, in bytes.
const LONGEST_LABEL: usize = 60;

/// The lines of inlines that breaks part.
pub fn broken_lines(inlines: &[Inline]) -> Vec<Vec<Inline>> {
    let lines = inlines.split(|inline| matches!(inline, Inline::Break));
    lines
        .map(<[Inline]>::to_vec)
        .filter(|line| !line.is_empty())
        .collect()
}
