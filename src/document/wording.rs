//! The words of texts on plain lines, for what reads or compares words and lays nothing out.

use super::{Block, Inline};

/// What is told of links.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Links {
    /// Their words alone.
    Words,
    /// Their words and where they lead, unless the words say it.
    Addresses,
}

/// The words of blocks: paragraphs apart, items behind a dash or their number, the cells of a
/// table between bars. Without a line end.
#[must_use]
pub fn wording(blocks: &[Block], links: Links) -> String {
    let mut writer = Writer {
        links,
        words: String::new(),
    };
    writer.blocks(blocks, "", Spacing::Wide);
    writer.words
}

/// The words of inlines.
#[must_use]
pub fn wording_of(inlines: &[Inline], links: Links) -> String {
    let mut writer = Writer {
        links,
        words: String::new(),
    };
    writer.inlines(inlines, "");
    writer.words
}

/// How far apart blocks stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Spacing {
    /// A line between them.
    Wide,
    Narrow,
}

struct Writer {
    links: Links,
    words: String,
}

impl Writer {
    /// Blocks whose lines after the first begin with a margin.
    fn blocks(&mut self, blocks: &[Block], margin: &str, spacing: Spacing) {
        for (number, block) in blocks.iter().enumerate() {
            if number > 0 {
                if spacing == Spacing::Wide {
                    self.words.push('\n');
                }
                self.new_line(margin);
            }
            self.block(block, margin);
        }
    }

    fn block(&mut self, block: &Block, margin: &str) {
        match block {
            Block::Heading { inlines, .. } | Block::Paragraph(inlines) => {
                self.inlines(inlines, margin);
            }
            Block::List { start, items } => {
                for (number, item) in items.iter().enumerate() {
                    if number > 0 {
                        self.new_line(margin);
                    }
                    match start {
                        Some(start) => {
                            let number = start.saturating_add(number);
                            self.words.push_str(&format!("{number}. "));
                        }
                        None => self.words.push_str("- "),
                    }
                    self.blocks(item, &format!("{margin}  "), Spacing::Narrow);
                }
            }
            Block::Quote(blocks) => {
                self.words.push_str("> ");
                self.blocks(blocks, &format!("{margin}> "), Spacing::Narrow);
            }
            Block::Code(code) => self.lines(code, margin),
            Block::Rule => self.words.push('―'),
            Block::Grid { header, rows } => {
                for (number, row) in std::iter::once(header).chain(rows).enumerate() {
                    if number > 0 {
                        self.new_line(margin);
                    }
                    for (number, cell) in row.iter().enumerate() {
                        if number > 0 {
                            self.words.push_str(" | ");
                        }
                        self.inlines(cell, margin);
                    }
                }
            }
        }
    }

    fn inlines(&mut self, inlines: &[Inline], margin: &str) {
        for inline in inlines {
            match inline {
                Inline::Text(text) | Inline::Code(text) | Inline::Foreign { text, .. } => {
                    self.lines(text, margin);
                }
                Inline::Emphasis(content) | Inline::Strong(content) | Inline::Strike(content) => {
                    self.inlines(content, margin);
                }
                Inline::Link { target, content } => {
                    let start = self.words.len();
                    self.inlines(content, margin);
                    let said = self.words.get(start..).unwrap_or_default();
                    let address = target.as_str();
                    if self.links == Links::Addresses && said != address {
                        self.words.push_str(&format!(" <{address}>"));
                    }
                }
                Inline::Break => self.new_line(margin),
                Inline::Field(field) => self.words.push_str(&super::field_marks(field)),
            }
        }
    }

    fn lines(&mut self, text: &str, margin: &str) {
        for (number, line) in text.split('\n').enumerate() {
            if number > 0 {
                self.new_line(margin);
            }
            self.words.push_str(line);
        }
    }

    fn new_line(&mut self, margin: &str) {
        self.words.push('\n');
        self.words.push_str(margin);
    }
}
