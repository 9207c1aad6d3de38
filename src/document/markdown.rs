//! Texts to blocks and inlines: `CommonMark` with GFM tables, and fields.
//!
//! Fields are taken out before the Markdown is read and their values put in after, so that a
//! value is always text: a name with an asterisk stays a name. Raw HTML does not exist here: an
//! angle bracket that opens no address is an angle bracket.

use std::collections::HashMap;
use std::sync::LazyLock;

use comrak::nodes::{ListType, NodeValue};
use comrak::{Arena, Node, Options, parse_document};

use super::{Block, Inline, Target, clean, field_marks, plain};
use crate::model::{FieldId, Language};

/// How deep blocks and inlines may nest. What nests deeper keeps its words and loses its marks.
const DEEPEST: usize = 24;

/// Stands for `<` while Markdown is read.
const ANGLE: char = '\u{10FFFD}';
/// Stands before a line that must be read as one.
const GUARD: char = '\u{10FFFC}';
/// The characters that stand for fields while Markdown is read.
const MARKS: std::ops::Range<u32> = 0x0010_0000..0x0010_FFF0;
/// Makes `<{{ platform.url }}>` an address to the Markdown reader, whatever the value is.
const SCHEME: &str = "field:";

static OPTIONS: LazyLock<Options<'static>> = LazyLock::new(|| {
    let mut options = Options::default();
    options.extension.table = true;
    options.extension.strikethrough = true;
    options
});

/// What a field says where a text is read.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// Its words, and their language where that is not the one around them.
    Words {
        text: String,
        language: Option<Language>,
    },
    /// It has none here; the field itself is shown.
    Nothing,
}

/// What the end of a line within a paragraph is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum LineEnd {
    /// A space, as `CommonMark` has it.
    Space,
    /// The end of a line on the page too.
    Break,
}

/// Reads texts, asking `value` for what their fields say.
pub struct Reader<'a> {
    value: &'a mut dyn FnMut(&Result<FieldId, String>) -> Value,
}

impl<'a> Reader<'a> {
    pub fn new(value: &'a mut dyn FnMut(&Result<FieldId, String>) -> Value) -> Self {
        Self { value }
    }

    /// A text with paragraphs, lists and the like.
    pub fn blocks(&mut self, text: &str) -> Vec<Block> {
        self.read(text, LineEnd::Space)
    }

    /// The text of a cell: its lines stay lines, as in a spreadsheet.
    pub fn cell(&mut self, text: &str) -> Vec<Block> {
        self.read(text, LineEnd::Break)
    }

    fn read(&mut self, text: &str, line_end: LineEnd) -> Vec<Block> {
        if text.trim().is_empty() {
            return Vec::new();
        }
        let marked = Marked::new(text);
        let filled = self.fill(&marked, line_end);
        let arena = Arena::new();
        filled.blocks(parse_document(&arena, &marked.text, &OPTIONS), 0)
    }

    /// A text of one line.
    pub fn inlines(&mut self, text: &str) -> Vec<Inline> {
        if text.trim().is_empty() {
            return Vec::new();
        }
        let marked = Marked::new(&clean(text).replace(['\n', '\t'], " "));
        let filled = self.fill(&marked, LineEnd::Space);
        let arena = Arena::new();
        let root = parse_document(&arena, &format!("{GUARD}{}", marked.text), &OPTIONS);
        root.first_child()
            .map_or_else(Vec::new, |line| filled.inlines(line, 0))
    }

    fn fill(&mut self, marked: &Marked, line_end: LineEnd) -> Filled {
        let value = |field| (self.value)(field);
        Filled {
            line_end,
            values: marked.fields.iter().map(value).collect(),
            names: marked
                .fields
                .iter()
                .map(|field| match field {
                    Ok(id) => id.to_string(),
                    Err(name) => name.clone(),
                })
                .collect(),
        }
    }
}

/// The fields that stand in a text, each once; the name of one that no field can have as it is.
#[must_use]
pub fn fields_in(text: &str) -> Vec<Result<FieldId, String>> {
    if text.contains("{{") {
        Marked::new(text).fields
    } else {
        Vec::new()
    }
}

/// The blocks of a text, its fields as they stand in it.
#[must_use]
pub fn blocks_in(text: &str) -> Vec<Block> {
    Reader::new(&mut |_| Value::Nothing).blocks(text)
}

/// The inlines of a text of one line, its fields as they stand in it.
pub(crate) fn inlines_in(text: &str) -> Vec<Inline> {
    Reader::new(&mut |_| Value::Nothing).inlines(text)
}

/// A text with marks where fields and angle brackets stood.
struct Marked {
    text: String,
    /// The fields, each once, in the order of their marks.
    fields: Vec<Result<FieldId, String>>,
}

impl Marked {
    fn new(text: &str) -> Self {
        let text = clean(text);
        let mut marked = Self {
            text: String::with_capacity(text.len()),
            fields: Vec::new(),
        };
        let mut marks: HashMap<String, char> = HashMap::new();
        let mut rest: &str = &text;
        while let Some(at) = rest.find(['<', '{', '\\', '&']) {
            marked.text.push_str(&rest[..at]);
            rest = &rest[at..];
            let autolink = rest.strip_prefix('<');
            if let Some((name, after)) = field_at(rest) {
                marked.push_field(name, &mut marks);
                rest = after;
            } else if let Some((name, after)) = autolink
                .and_then(field_at)
                .and_then(|(name, after)| Some((name, after.strip_prefix('>')?)))
            {
                marked.text.push('<');
                marked.text.push_str(SCHEME);
                marked.push_field(name, &mut marks);
                marked.text.push('>');
                rest = after;
            } else {
                rest = marked.push_other(rest);
            }
        }
        marked.text.push_str(rest);
        marked
    }

    fn push_field(&mut self, name: &str, marks: &mut HashMap<String, char>) {
        if let Some(mark) = marks.get(name) {
            self.text.push(*mark);
            return;
        }
        let next = u32::try_from(self.fields.len())
            .ok()
            .and_then(|number| MARKS.start.checked_add(number))
            .filter(|mark| MARKS.contains(mark))
            .and_then(char::from_u32);
        match next {
            Some(mark) => {
                marks.insert(name.to_owned(), mark);
                self.text.push(mark);
                self.fields
                    .push(FieldId::new(name).map_err(|_| name.to_owned()));
            }
            // More fields than any charter has: what is left stays as it is written.
            None => self.text.push_str(&field_marks(name)),
        }
    }

    /// Takes over a bracket or a backslash that opens no field, and gives back what follows.
    fn push_other<'t>(&mut self, rest: &'t str) -> &'t str {
        let mut chars = rest.chars();
        match chars.next() {
            Some('<') if opens_address(rest) || self.text.ends_with("](") => self.text.push('<'),
            Some('<') => self.text.push(ANGLE),
            // A reference to a character that would not be harmless stays as it is written.
            Some('&') if refers_to_harm(rest) => self.text.extend(['&', GUARD]),
            Some('\\') => {
                // What a backslash escapes opens nothing.
                self.text.push('\\');
                match chars.next() {
                    Some('<') => self.text.push('<'),
                    Some(escaped) => self.text.push(escaped),
                    None => {}
                }
            }
            Some(other) => self.text.push(other),
            None => {}
        }
        chars.as_str()
    }
}

/// The name of the field that a text starts with, and what follows it.
pub(crate) fn field_at(text: &str) -> Option<(&str, &str)> {
    const LONGEST: usize = 120;
    let inside = text.strip_prefix("{{")?;
    // No further than a name may reach: a text of nothing but braces has as many starts.
    let mut places = inside.as_bytes().windows(2).take(LONGEST + 1);
    let end = places.position(|place| place == b"}}")?;
    let name = inside[..end].trim();
    let is_name = !name.is_empty() && !name.contains(['{', '}', '\n', '<', '>']);
    is_name.then(|| (name, &inside[end + 2..]))
}

/// Whether a text starts with a numeric reference (`&#x202E;`) to a character that `clean` would
/// not let pass.
fn refers_to_harm(text: &str) -> bool {
    const LONGEST: usize = 8;
    let Some(number) = text.strip_prefix("&#").and_then(|reference| {
        let end = reference
            .bytes()
            .take(LONGEST + 1)
            .position(|b| b == b';')?;
        reference.get(..end)
    }) else {
        return false;
    };
    let code = match number.strip_prefix(['x', 'X']) {
        Some(digits) => u32::from_str_radix(digits, 16),
        None => number.parse(),
    };
    code.ok()
        .and_then(char::from_u32)
        .is_some_and(|c| *clean(c.encode_utf8(&mut [0; 4])) != *c.encode_utf8(&mut [0; 4]))
}

/// Whether an angle bracket opens an address: `<scheme:…>` or `<someone@…>`.
pub(crate) fn opens_address(text: &str) -> bool {
    // No address holds another bracket.
    let Some(end) = text
        .get(1..)
        .and_then(|inside| inside.find(['>', '<', ' ', '\n']))
        .map(|length| length + 1)
    else {
        return false;
    };
    let inside = text.get(1..end).unwrap_or_default();
    let scheme = inside.split(':').next().unwrap_or_default();
    let is_scheme = (2..=32).contains(&scheme.len())
        && scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || "+.-".contains(c));
    text[end..].starts_with('>')
        && ((inside.contains(':') && is_scheme) || (inside.contains('@') && !inside.contains(':')))
}

/// The values of a marked text's fields.
struct Filled {
    line_end: LineEnd,
    values: Vec<Value>,
    names: Vec<String>,
}

impl Filled {
    fn blocks(&self, parent: Node<'_>, depth: usize) -> Vec<Block> {
        let mut blocks = Vec::new();
        for node in parent.children() {
            if depth >= DEEPEST {
                push_paragraph(&mut blocks, self.words(node));
                continue;
            }
            match &node.data().value {
                NodeValue::Paragraph => push_paragraph(&mut blocks, self.inlines(node, depth)),
                NodeValue::Heading(heading) => blocks.push(Block::Heading {
                    depth: heading.level,
                    inlines: self.inlines(node, depth),
                }),
                NodeValue::BlockQuote => blocks.push(Block::Quote(self.blocks(node, depth + 1))),
                NodeValue::List(list) => blocks.push(Block::List {
                    start: (list.list_type == ListType::Ordered).then_some(list.start),
                    items: node
                        .children()
                        .map(|item| self.blocks(item, depth + 1))
                        .collect(),
                }),
                NodeValue::CodeBlock(code) => {
                    let literal = code.literal.strip_suffix('\n').unwrap_or(&code.literal);
                    blocks.push(Block::Code(self.literal(literal)));
                }
                NodeValue::ThematicBreak => blocks.push(Block::Rule),
                NodeValue::Table(_) => blocks.push(self.grid(node, depth)),
                _ => push_paragraph(&mut blocks, self.words(node)),
            }
        }
        blocks
    }

    fn grid(&self, table: Node<'_>, depth: usize) -> Block {
        let mut rows: Vec<Vec<Vec<Inline>>> = table
            .children()
            .map(|row| {
                row.children()
                    .map(|cell| self.inlines(cell, depth))
                    .collect()
            })
            .collect();
        let header = if rows.is_empty() {
            Vec::new()
        } else {
            rows.remove(0)
        };
        for row in &mut rows {
            row.resize(header.len(), Vec::new());
        }
        Block::Grid { header, rows }
    }

    fn inlines(&self, parent: Node<'_>, depth: usize) -> Vec<Inline> {
        let mut inlines = Vec::new();
        for node in parent.children() {
            if depth >= DEEPEST {
                inlines.extend(self.words(node));
                continue;
            }
            let content = || self.inlines(node, depth + 1);
            match &node.data().value {
                NodeValue::Text(text) => self.push_text(&mut inlines, text),
                NodeValue::SoftBreak if self.line_end == LineEnd::Space => {
                    push_text(&mut inlines, " ");
                }
                NodeValue::SoftBreak | NodeValue::LineBreak => inlines.push(Inline::Break),
                NodeValue::Code(code) => inlines.push(Inline::Code(self.literal(&code.literal))),
                NodeValue::Emph => inlines.push(Inline::Emphasis(content())),
                NodeValue::Strong => inlines.push(Inline::Strong(content())),
                NodeValue::Strikethrough => inlines.push(Inline::Strike(content())),
                NodeValue::Link(link) | NodeValue::Image(link) => {
                    self.push_link(&mut inlines, &link.url, content());
                }
                _ => inlines.extend(self.words(node)),
            }
        }
        inlines
    }

    /// A link to an address that links may lead to; to any other, its words and the address.
    fn push_link(&self, inlines: &mut Vec<Inline>, url: &str, content: Vec<Inline>) {
        let is_marked = |rest: &&str| rest.starts_with(|c| mark_number(c).is_some());
        let of_field = url.strip_prefix(SCHEME).filter(is_marked);
        let address = self.literal(of_field.unwrap_or(url));
        let content = if of_field.is_some() || content.is_empty() {
            vec![Inline::Text(address.clone())]
        } else {
            content
        };
        let mail = || {
            let is_mail = of_field.is_some() && opens_address(&format!("<{address}>"));
            is_mail.then(|| Target::new(&format!("mailto:{address}")))?
        };
        match Target::new(&address).or_else(mail) {
            Some(target) => inlines.push(Inline::Link {
                target,
                content: without_links(content),
            }),
            None => {
                let said = plain(&content) == address;
                inlines.extend(content);
                if !said && !address.is_empty() {
                    push_text(inlines, &format!(" ({address})"));
                }
            }
        }
    }

    /// The words below a node, without their marks. Not recursive: it is what ends recursion.
    fn words(&self, node: Node<'_>) -> Vec<Inline> {
        let mut inlines = Vec::new();
        for below in node.descendants() {
            match &below.data().value {
                NodeValue::Text(text) => self.push_text(&mut inlines, text),
                NodeValue::Code(code) => push_text(&mut inlines, &self.literal(&code.literal)),
                NodeValue::CodeBlock(code) => push_text(&mut inlines, &self.literal(&code.literal)),
                NodeValue::HtmlInline(html) => push_text(&mut inlines, &self.literal(html)),
                NodeValue::HtmlBlock(html) => push_text(&mut inlines, &self.literal(&html.literal)),
                NodeValue::Link(link) | NodeValue::Image(link) => {
                    push_text(&mut inlines, &format!("({}) ", self.literal(&link.url)));
                }
                NodeValue::SoftBreak | NodeValue::LineBreak | NodeValue::Paragraph
                    if !inlines.is_empty() =>
                {
                    push_text(&mut inlines, " ");
                }
                _ => {}
            }
        }
        inlines
    }

    /// Text with its fields filled in, as inlines.
    fn push_text(&self, inlines: &mut Vec<Inline>, text: &str) {
        let mut run = String::new();
        for c in text.chars() {
            let Some(number) = mark_number(c) else {
                match c {
                    ANGLE => run.push('<'),
                    GUARD => {}
                    c => run.push(c),
                }
                continue;
            };
            match self.values.get(number) {
                Some(Value::Words {
                    text,
                    language: None,
                }) => run.push_str(text),
                Some(Value::Words {
                    text,
                    language: Some(language),
                }) => {
                    push_text(inlines, &std::mem::take(&mut run));
                    inlines.push(Inline::Foreign {
                        language: language.clone(),
                        text: text.clone(),
                    });
                }
                Some(Value::Nothing) | None => {
                    push_text(inlines, &std::mem::take(&mut run));
                    inlines.push(Inline::Field(self.name(number)));
                }
            }
        }
        push_text(inlines, &run);
    }

    /// Text with its fields filled in, as a string.
    fn literal(&self, text: &str) -> String {
        let mut literal = String::with_capacity(text.len());
        for c in text.chars() {
            match (mark_number(c), c) {
                (Some(number), _) => match self.values.get(number) {
                    Some(Value::Words { text, .. }) => literal.push_str(text),
                    _ => literal.push_str(&field_marks(&self.name(number))),
                },
                (None, ANGLE) => literal.push('<'),
                (None, GUARD) => {}
                (None, c) => literal.push(c),
            }
        }
        literal
    }

    fn name(&self, number: usize) -> String {
        self.names.get(number).cloned().unwrap_or_default()
    }
}

/// The content of a link, which holds no other: one inside it (an image, say) leaves its words and
/// its address.
fn without_links(content: Vec<Inline>) -> Vec<Inline> {
    let mut inlines = Vec::with_capacity(content.len());
    for inline in content {
        match inline {
            Inline::Link { target, content } => {
                let said = plain(&content) == target.as_str();
                inlines.extend(content);
                if !said {
                    push_text(&mut inlines, &format!(" ({})", target.as_str()));
                }
            }
            Inline::Emphasis(content) => inlines.push(Inline::Emphasis(without_links(content))),
            Inline::Strong(content) => inlines.push(Inline::Strong(without_links(content))),
            Inline::Strike(content) => inlines.push(Inline::Strike(without_links(content))),
            other => inlines.push(other),
        }
    }
    inlines
}

/// The number of the field that a mark stands for.
fn mark_number(c: char) -> Option<usize> {
    let code = u32::from(c);
    MARKS
        .contains(&code)
        .then(|| usize::try_from(code - MARKS.start).ok())
        .flatten()
}

fn push_text(inlines: &mut Vec<Inline>, text: &str) {
    match inlines.last_mut() {
        _ if text.is_empty() => {}
        Some(Inline::Text(before)) => before.push_str(text),
        _ => inlines.push(Inline::Text(text.to_owned())),
    }
}

fn push_paragraph(blocks: &mut Vec<Block>, inlines: Vec<Inline>) {
    if !inlines.is_empty() {
        blocks.push(Block::Paragraph(inlines));
    }
}
