//! The HTML of a clipboard, from web pages and from word processors, as clean Markdown.
//!
//! What it says is kept: words, headings, lists, links that may be links, tables, stress, code.
//! What it looks like is left out, and so is all that people do not see: scripts, styles,
//! comments, hidden parts. Whatever comes in, the work is bounded: what would cost too much is
//! nothing here, and the clipboard's plain text stands in for it.

pub(crate) mod blocks;
pub(crate) mod css;
pub(crate) mod runs;
pub(crate) mod tables;
pub(crate) mod tree;
pub(crate) mod word;

use std::ops::Range;

use super::lines::Line;
use super::{Written, after, before, replaced, within};
use crate::document::{Block, Inline, blocks_in, field_marks};
use crate::render::blocks_as_markdown;

/// Where something is pasted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Into {
    /// A text with paragraphs.
    Text,
    /// One line.
    Line,
}

/// HTML as Markdown; nothing where plain text says as much, or where it is too much to read.
#[must_use]
pub fn markdown(html: &str, into: Into) -> Option<String> {
    let blocks = blocks::blocks(html)?;
    let blocks = match into {
        Into::Text => blocks,
        Into::Line => vec![Block::Paragraph(one_line(&blocks))],
    };
    let markdown = says_more(&blocks).then(|| blocks_as_markdown(&blocks))?;
    (!markdown.trim().is_empty()).then_some(markdown)
}

/// The cells of HTML that is one table and nothing else, row by row, each as Markdown; nothing
/// where it is not, or where it is too much to read. What a cell spans beside and below itself
/// are empty cells.
#[must_use]
pub fn cells(html: &str) -> Option<Vec<Vec<String>>> {
    let rows = tables::table(html)?;
    let cells = |row: Vec<Vec<Block>>| row.iter().map(|blocks| as_typed(blocks)).collect();
    Some(rows.into_iter().map(cells).collect())
}

/// Blocks as a person would type them where their words alone read as them, so that `_ga` stays
/// `_ga`.
#[must_use]
pub fn as_typed(blocks: &[Block]) -> String {
    typed(blocks)
        .filter(|words| has_no_marks(words) || blocks_in(words) == blocks)
        .unwrap_or_else(|| blocks_as_markdown(blocks))
}

/// Whether words are so plain that they need not be read to know that they read as themselves:
/// most cells of a table are.
fn has_no_marks(words: &str) -> bool {
    words.starts_with(char::is_alphabetic)
        && !words.ends_with(' ')
        && !words.contains("  ")
        && words
            .chars()
            .all(|c| c.is_alphanumeric() || " ,;()/'’«»%€".contains(c))
}

/// The words of paragraphs in which nothing stands out.
fn typed(blocks: &[Block]) -> Option<String> {
    let mut words = String::new();
    for block in blocks {
        let Block::Paragraph(inlines) = block else {
            return None;
        };
        if !words.is_empty() {
            words.push_str("\n\n");
        }
        for inline in inlines {
            match inline {
                Inline::Text(text) => words.push_str(text),
                Inline::Field(field) => words.push_str(&field_marks(field)),
                Inline::Break => words.push_str("\\\n"),
                _ => return None,
            }
        }
    }
    Some(words)
}

/// Plain text as it is pasted: with line ends of one kind, and without what is not text.
#[must_use]
pub fn plain(text: &str, into: Into) -> String {
    let text = text.replace("\r\n", "\n").replace(['\r', '\u{2028}'], "\n");
    let text: String = text
        .replace('\u{2029}', "\n\n")
        .chars()
        .filter(|c| {
            matches!(c, '\n' | '\t') || !c.is_control() && !matches!(c, '\u{feff}' | '\u{ad}')
        })
        .collect();
    match into {
        Into::Text => text,
        Into::Line => {
            let lines: Vec<&str> = text
                .split(['\n', '\t'])
                .map(|line| line.trim_matches(' '))
                .filter(|line| !line.is_empty())
                .collect();
            if lines.len() > 1 {
                lines.join(" ")
            } else {
                text.replace(['\n', '\t'], " ")
            }
        }
    }
}

/// Whether blocks are more than one paragraph of words.
fn says_more(blocks: &[Block]) -> bool {
    match blocks {
        [] => false,
        [Block::Paragraph(inlines)] => inlines
            .iter()
            .any(|inline| !matches!(inline, Inline::Text(_) | Inline::Field(_))),
        _ => true,
    }
}

/// The words of blocks, one after the other on a line.
pub(crate) fn one_line(blocks: &[Block]) -> Vec<Inline> {
    let mut line: Vec<Inline> = Vec::new();
    let mut add = |inlines: &[Inline]| {
        if !line.is_empty() && !inlines.is_empty() {
            line.push(Inline::Text(" ".to_owned()));
        }
        line.extend(inlines.iter().map(|inline| match inline {
            Inline::Break => Inline::Text(" ".to_owned()),
            other => other.clone(),
        }));
    };
    each_line(blocks, &mut add);
    line
}

fn each_line(blocks: &[Block], add: &mut impl FnMut(&[Inline])) {
    for block in blocks {
        match block {
            Block::Heading { inlines, .. } | Block::Paragraph(inlines) => add(inlines),
            Block::List { items, .. } => items.iter().for_each(|item| each_line(item, add)),
            Block::Quote(blocks) => each_line(blocks, add),
            Block::Code(code) => add(&[Inline::Code(code.replace('\n', " "))]),
            Block::Rule => {}
            Block::Grid { header, rows } => {
                for cell in std::iter::once(header).chain(rows).flatten() {
                    add(cell);
                }
            }
        }
    }
}

/// A text with something pasted in the place of what is selected: on lines of its own where it
/// begins with a heading, a list or the like, and what follows below it where it is several.
#[must_use]
pub fn placed(text: &str, selection: Range<usize>, pasted: &str) -> Written {
    let selection = within(text, selection);
    let head = before(text, selection.start);
    let tail = after(text, selection.end);
    let first = pasted.lines().next().unwrap_or_default();
    let stands_alone = Line::new(first).mark.is_some()
        || first.starts_with('>')
        || first.starts_with('#')
        || first.starts_with('|')
        || Line::new(first).is_fence();
    let lead = match () {
        () if !stands_alone || head.is_empty() || head.ends_with("\n\n") => "",
        () if head.ends_with('\n') => "\n",
        () => "\n\n",
    };
    let is_several = pasted.contains("\n\n") || stands_alone;
    let trail = match () {
        () if !is_several || tail.is_empty() || tail.starts_with("\n\n") => "",
        () if tail.starts_with('\n') => "\n",
        () => "\n\n",
    };
    let written = replaced(text, selection, &format!("{lead}{pasted}{trail}"));
    let cursor = written.selection.start - trail.len();
    Written::at(written.text, cursor)
}
