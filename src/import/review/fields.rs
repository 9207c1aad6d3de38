//! A reviewed text with the fields of the one that it was made from: where a value still stands, its
//! field stands again.

use std::ops::Range;

use crate::document::{
    Block, Inline, Reader, Target, Value, blocks_in, field_marks, fields_in, written_out,
};
use crate::model::{Collection, FieldId, FieldValue, Language, Resolved, Span, compare_words};
use crate::render::blocks_as_markdown;
use crate::writing::paste::as_typed;

/// What a text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    Line,
    Body,
    Cell,
}

/// A text as a charter has it.
pub struct Written<'a> {
    pub source: &'a str,
    pub shape: Shape,
    pub collection: &'a Collection,
    pub resolved: &'a Resolved,
    pub language: Language,
}

/// Stand around the value of a field, which follows its number.
const OPEN: char = '\u{E000}';
const CLOSE: char = '\u{E001}';
/// The first of the characters that are the numbers of fields.
const NUMBERS: u32 = 0xE100;
/// How many fields a text may have.
const MOST: usize = 4096;

impl Written<'_> {
    /// What a reviewer made of it, as it is written in a charter.
    pub fn restored(&self, now: Vec<Block>) -> String {
        let fields: Vec<FieldId> = fields_in(self.source)
            .into_iter()
            .flatten()
            .take(MOST)
            .collect();
        let restored = if fields.is_empty() {
            typed(&now)
        } else {
            self.with_fields(now, &fields)
        };
        let restored = match self.shape {
            Shape::Line => restored.replace('\n', " "),
            Shape::Body | Shape::Cell => restored,
        };
        in_its_spelling(self.source, restored)
    }

    fn with_fields(&self, now: Vec<Block>, fields: &[FieldId]) -> String {
        let values: Vec<Option<String>> = fields.iter().map(|field| self.value(field)).collect();
        let marked = self.read(fields, |number| {
            let value = values.get(number)?.as_deref()?;
            Some(format!("{OPEN}{}{value}{CLOSE}", mark(number)?))
        });
        let (before, places) = places(&flat(&marked));
        let after = flat(&now);
        let kept = kept(&before, &after);
        let stands = places.iter().filter_map(|(range, number)| {
            let (from, to) = kept
                .iter()
                .find(|(from, _)| from.start <= range.start && range.end <= from.end)?;
            let start = to.start + range.start - from.start;
            Some((start..start + range.len(), fields.get(*number)?))
        });
        let stands: Vec<(Range<usize>, &FieldId)> = stands.collect();
        let targets = self.targets(fields, &values);
        let mut writer = Restorer {
            at: 0,
            stands: &stands,
            targets: &targets,
        };
        let blocks = writer.blocks(now);
        let mut text = typed(&blocks);
        for (number, (_, written)) in targets.iter().enumerate() {
            let stand_in = stand_in(number);
            // An address that is a field alone.
            let alone = format!("[{written}]({stand_in})");
            text = text.replace(&alone, &format!("<{written}>"));
            text = text.replace(&stand_in, written);
        }
        text
    }

    /// The text with something in the place of each field.
    fn read(&self, fields: &[FieldId], says: impl Fn(usize) -> Option<String>) -> Vec<Block> {
        let mut value = |field: &Result<FieldId, String>| {
            let number = field
                .as_ref()
                .ok()
                .and_then(|id| fields.iter().position(|it| it == id));
            match number.and_then(&says) {
                Some(text) => Value::Words {
                    text,
                    language: None,
                },
                None => Value::Nothing,
            }
        };
        let mut reader = Reader::new(&mut value);
        match self.shape {
            Shape::Line => vec![Block::Paragraph(reader.inlines(self.source))],
            Shape::Body => reader.blocks(self.source),
            Shape::Cell => reader.cell(self.source),
        }
    }

    /// What a field says here.
    fn value(&self, field: &FieldId) -> Option<String> {
        let platform = super::platform(self.collection, &self.resolved.owner)?;
        let said = match self
            .collection
            .field(platform, self.resolved.updated, field)
            .ok()?
        {
            FieldValue::Text(text) => {
                let first = self.collection.first_language();
                text.said(&self.language, &first).text.trim().to_owned()
            }
            FieldValue::Date(date) => written_out(date, &self.language),
        };
        (!said.is_empty()).then_some(said)
    }

    /// The addresses of links that fields make, each with how it is written.
    fn targets(&self, fields: &[FieldId], values: &[Option<String>]) -> Vec<(Target, String)> {
        let token = |number: usize| {
            let value = values.get(number)?.as_deref()?;
            Some(match value {
                _ if value.contains("://") => format!("https://field-{number}.invalid"),
                _ if value.contains('@') => format!("field-{number}@field.invalid"),
                _ => format!("field-{number}.invalid"),
            })
        };
        let said = links(&self.read(fields, |number| values.get(number)?.clone()));
        let named = links(&self.read(fields, token));
        let mut targets: Vec<(Target, String)> = Vec::new();
        for (said, named) in said.into_iter().zip(named) {
            let mut written = named.as_str().to_owned();
            for (number, field) in fields.iter().enumerate() {
                if let Some(token) = token(number) {
                    written = written.replace(&token, &field_marks(field.as_str()));
                }
            }
            // A site alone gets a slash at its end when it is read as an address.
            if named != said && !said.as_str().ends_with('/') {
                written.truncate(written.trim_end_matches('/').len());
            }
            let is_known = targets.iter().any(|(known, _)| *known == said);
            if named != said && written != named.as_str() && !is_known {
                targets.push((said, written));
            }
        }
        targets
    }
}

/// What stands for an address while a text is written.
fn stand_in(number: usize) -> String {
    format!("https://target-{number}.invalid/")
}

/// An address as it is compared: offices give that of a site a slash at its end.
fn without_slash(target: &Target) -> &str {
    let address = target.as_str();
    address.strip_suffix('/').unwrap_or(address)
}

fn mark(number: usize) -> Option<char> {
    char::from_u32(NUMBERS + u32::try_from(number).ok()?)
}

fn links(blocks: &[Block]) -> Vec<Target> {
    fn of_inlines(inlines: &[Inline], links: &mut Vec<Target>) {
        for inline in inlines {
            match inline {
                Inline::Link { target, .. } => links.push(target.clone()),
                Inline::Emphasis(content) | Inline::Strong(content) | Inline::Strike(content) => {
                    of_inlines(content, links);
                }
                _ => {}
            }
        }
    }
    let mut links = Vec::new();
    for_each_line(blocks, &mut |inlines| of_inlines(inlines, &mut links));
    links
}

/// Goes through the lines of words of blocks, in the order in which they are read.
fn for_each_line(blocks: &[Block], visit: &mut dyn FnMut(&[Inline])) {
    for block in blocks {
        match block {
            Block::Heading { inlines, .. } | Block::Paragraph(inlines) => visit(inlines),
            Block::List { items, .. } => {
                for item in items {
                    for_each_line(item, visit);
                }
            }
            Block::Quote(blocks) => for_each_line(blocks, visit),
            Block::Code(code) => visit(&[Inline::Text(code.clone())]),
            Block::Rule => {}
            Block::Grid { header, rows } => {
                let cells = std::iter::once(header).chain(rows).flatten();
                cells.for_each(|cell| visit(cell));
            }
        }
    }
}

/// The words of blocks, a line for each of their lines.
fn flat(blocks: &[Block]) -> String {
    let mut words = String::new();
    for_each_line(blocks, &mut |inlines| {
        words.push_str(&crate::document::plain(inlines));
        words.push('\n');
    });
    words
}

/// Words without the signs around values, and where the values stand.
fn places(marked: &str) -> (String, Vec<(Range<usize>, usize)>) {
    let mut words = String::with_capacity(marked.len());
    let mut places = Vec::new();
    let mut open = None;
    let mut letters = marked.chars();
    while let Some(c) = letters.next() {
        match c {
            OPEN => {
                let number = letters.next().map_or(0, u32::from).saturating_sub(NUMBERS);
                open = Some((words.len(), usize::try_from(number).unwrap_or_default()));
            }
            CLOSE => {
                if let Some((start, number)) = open.take() {
                    places.push((start..words.len(), number));
                }
            }
            c => words.push(c),
        }
    }
    (words, places)
}

/// The stretches that two texts share, where they stand in each.
fn kept(before: &str, after: &str) -> Vec<(Range<usize>, Range<usize>)> {
    let (mut from, mut to) = (0, 0);
    let mut kept = Vec::new();
    for span in compare_words(before, after) {
        match span {
            Span::Kept(words) => {
                kept.push((from..from + words.len(), to..to + words.len()));
                from += words.len();
                to += words.len();
            }
            Span::Removed(words) => from += words.len(),
            Span::Added(words) => to += words.len(),
        }
    }
    kept
}

/// Puts fields where their values stand, and what stands for addresses that they make.
struct Restorer<'a> {
    /// How many bytes of the flat words lie behind.
    at: usize,
    stands: &'a [(Range<usize>, &'a FieldId)],
    targets: &'a [(Target, String)],
}

impl Restorer<'_> {
    fn blocks(&mut self, blocks: Vec<Block>) -> Vec<Block> {
        blocks.into_iter().map(|block| self.block(block)).collect()
    }

    fn block(&mut self, block: Block) -> Block {
        match block {
            Block::Heading { depth, inlines } => Block::Heading {
                depth,
                inlines: self.line(inlines),
            },
            Block::Paragraph(inlines) => Block::Paragraph(self.line(inlines)),
            Block::List { start, items } => Block::List {
                start,
                items: items.into_iter().map(|item| self.blocks(item)).collect(),
            },
            Block::Quote(blocks) => Block::Quote(self.blocks(blocks)),
            Block::Code(code) => {
                let code = self.literal(&code);
                self.at += 1;
                Block::Code(code)
            }
            Block::Rule => Block::Rule,
            Block::Grid { header, rows } => {
                let header = self.cells(header);
                Block::Grid {
                    header,
                    rows: rows.into_iter().map(|row| self.cells(row)).collect(),
                }
            }
        }
    }

    fn cells(&mut self, cells: Vec<Vec<Inline>>) -> Vec<Vec<Inline>> {
        cells.into_iter().map(|cell| self.line(cell)).collect()
    }

    fn line(&mut self, inlines: Vec<Inline>) -> Vec<Inline> {
        let line = self.inlines(inlines);
        self.at += 1;
        line
    }

    fn inlines(&mut self, inlines: Vec<Inline>) -> Vec<Inline> {
        let mut all = Vec::with_capacity(inlines.len());
        for inline in inlines {
            match inline {
                Inline::Text(text) => self.words(&text, &mut all),
                Inline::Foreign { text, .. } => self.words(&text, &mut all),
                Inline::Emphasis(content) => all.push(Inline::Emphasis(self.inlines(content))),
                Inline::Strong(content) => all.push(Inline::Strong(self.inlines(content))),
                Inline::Strike(content) => all.push(Inline::Strike(self.inlines(content))),
                Inline::Code(code) => all.push(Inline::Code(self.literal(&code))),
                Inline::Link { target, content } => {
                    let content = self.inlines(content);
                    let is_same = |known: &Target| without_slash(known) == without_slash(&target);
                    let number = self.targets.iter().position(|(known, _)| is_same(known));
                    let target = number
                        .and_then(|number| Target::new(&stand_in(number)))
                        .unwrap_or(target);
                    all.push(Inline::Link { target, content });
                }
                Inline::Break => {
                    self.at += 1;
                    all.push(Inline::Break);
                }
                Inline::Field(field) => {
                    self.at += field_marks(&field).len();
                    all.push(Inline::Field(field));
                }
            }
        }
        all
    }

    /// The fields in the words that begin here, with where they stand in them.
    fn standing(&self, length: usize) -> Vec<(Range<usize>, &FieldId)> {
        let inside = self
            .stands
            .iter()
            .filter(|(range, _)| self.at <= range.start && range.end <= self.at + length);
        inside
            .map(|(range, field)| (range.start - self.at..range.end - self.at, *field))
            .collect()
    }

    fn words(&mut self, text: &str, all: &mut Vec<Inline>) {
        let mut written = 0;
        for (range, field) in self.standing(text.len()) {
            if let Some(before) = text.get(written..range.start).filter(|it| !it.is_empty()) {
                all.push(Inline::Text(before.to_owned()));
            }
            all.push(Inline::Field(field.as_str().to_owned()));
            written = range.end;
        }
        if let Some(rest) = text.get(written..).filter(|it| !it.is_empty()) {
            all.push(Inline::Text(rest.to_owned()));
        }
        self.at += text.len();
    }

    fn literal(&mut self, code: &str) -> String {
        let mut literal = code.to_owned();
        for (range, field) in self.standing(code.len()).into_iter().rev() {
            if literal.is_char_boundary(range.start) && literal.is_char_boundary(range.end) {
                literal.replace_range(range, &field_marks(field.as_str()));
            }
        }
        self.at += code.len();
        literal
    }
}

/// Blocks as a person would type them.
pub fn typed(blocks: &[Block]) -> String {
    let is_plain = |block: &Block| matches!(block, Block::Paragraph(_));
    if blocks.iter().all(is_plain) {
        as_typed(blocks)
    } else {
        blocks_as_markdown(blocks)
    }
}

/// A text whose paragraphs are spelled as those of another one that read the same, so that a change
/// of a word changes no other line.
fn in_its_spelling(source: &str, text: String) -> String {
    const BETWEEN: &str = "\n\n";
    let there: Vec<(&str, Vec<Block>)> = source
        .split(BETWEEN)
        .map(|paragraph| (paragraph, blocks_in(paragraph)))
        .collect();
    let spelled: Vec<&str> = text
        .split(BETWEEN)
        .map(|paragraph| {
            let read = blocks_in(paragraph);
            let same = there.iter().find(|(_, blocks)| *blocks == read);
            same.map_or(paragraph, |(spelled, _)| *spelled)
        })
        .collect();
    let spelled = spelled.join(BETWEEN);
    if blocks_in(&spelled) == blocks_in(&text) {
        spelled
    } else {
        text
    }
}
