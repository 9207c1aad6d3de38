//! Lines of words as Markdown: the nodes that comrak writes, and the check that they read as what
//! they were made from.

use std::sync::LazyLock;

use comrak::nodes::{AstNode, NodeCode, NodeLink, NodeTable, NodeValue, TableAlignment};
use comrak::{Arena, Node, Options, format_commonmark, parse_document};

use crate::document::{Inline, Target, field_marks};
use crate::model::FieldId;

/// Breaks a line inside a cell, where Markdown has nothing else for it.
const BREAK_IN_CELL: &str = "<br>";

static OPTIONS: LazyLock<Options<'static>> = LazyLock::new(|| {
    let mut options = Options::default();
    options.extension.table = true;
    options.extension.strikethrough = true;
    options.render.prefer_fenced = true;
    options
});

/// Where a line of words stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    Paragraph,
    /// At its level.
    Heading(u8),
    Cell,
}

/// What a line gives up to be read as the words that it is, from nothing to all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Without {
    Nothing,
    /// Emphasis, strong type and strikethrough.
    Stress,
    /// Line breaks too.
    Breaks,
    /// Links and code too; a link leaves its address behind its words.
    Marks,
}

impl Without {
    const ALL: [Self; 4] = [Self::Nothing, Self::Stress, Self::Breaks, Self::Marks];
}

pub fn node<'a>(arena: &'a Arena<'a>, value: NodeValue) -> Node<'a> {
    arena.alloc(AstNode::from(value))
}

/// What comrak writes for a document, without the line end.
pub fn formatted(root: Node<'_>) -> String {
    let mut markdown = String::new();
    format_commonmark(root, &OPTIONS, &mut markdown).expect("a string takes whatever is written");
    markdown.truncate(markdown.trim_end_matches('\n').len());
    markdown
}

/// A paragraph or a heading.
pub fn written(inlines: &[Inline], place: Place) -> String {
    let chosen = readable(inlines, place);
    if chosen.is_empty() {
        return String::new();
    }
    write_alone(&chosen, place)
}

/// Puts the lines of a cell into its node.
pub fn append_cell<'a>(arena: &'a Arena<'a>, cell: Node<'a>, lines: Vec<Vec<Inline>>) {
    let mut inlines = Vec::new();
    for line in lines {
        if !inlines.is_empty() && !line.is_empty() {
            inlines.push(Inline::Break);
        }
        inlines.extend(line);
    }
    append(arena, cell, &readable(&inlines, Place::Cell), Place::Cell);
}

/// The inlines with as many of their marks as still read as what they are.
fn readable(inlines: &[Inline], place: Place) -> Vec<Inline> {
    let mut tidied = Vec::new();
    for without in Without::ALL {
        tidied = Tidy::tidied(inlines, without, place);
        if tidied.is_empty() || reads_alike(&tidied, place) {
            break;
        }
    }
    tidied
}

/// Whether inlines, written alone in their place, read as themselves.
fn reads_alike(inlines: &[Inline], place: Place) -> bool {
    let markdown = write_alone(inlines, place);
    let arena = Arena::new();
    let root = parse_document(&arena, &markdown, &OPTIONS);
    let Some(line) = only_line(root, place) else {
        return false;
    };
    let mut read = Signature::default();
    read.push_nodes(line);
    let mut meant = Signature::default();
    meant.push_inlines(inlines);
    read.folded() == meant.folded()
}

/// The node of the only line of a document, if that is what it holds.
fn only_line(root: Node<'_>, place: Place) -> Option<Node<'_>> {
    let block = only_child(root)?;
    match (&block.data().value, place) {
        (NodeValue::Paragraph, Place::Paragraph) => Some(block),
        (NodeValue::Heading(heading), Place::Heading(level)) if heading.level == level => {
            Some(block)
        }
        (NodeValue::Table(_), Place::Cell) => only_child(block).and_then(only_child),
        _ => None,
    }
}

fn only_child(node: Node<'_>) -> Option<Node<'_>> {
    node.first_child()
        .filter(|child| child.next_sibling().is_none())
}

fn write_alone(inlines: &[Inline], place: Place) -> String {
    let arena = Arena::new();
    let root = node(&arena, NodeValue::Document);
    let line = match place {
        Place::Paragraph => node(&arena, NodeValue::Paragraph),
        Place::Heading(level) => super::heading_node(&arena, level),
        Place::Cell => node(&arena, NodeValue::TableCell),
    };
    if place == Place::Cell {
        let table = NodeTable {
            alignments: vec![TableAlignment::None],
            num_columns: 1,
            num_rows: 1,
            num_nonempty_cells: 1,
        };
        let table = node(&arena, NodeValue::Table(Box::new(table)));
        let row = node(&arena, NodeValue::TableRow(true));
        root.append(table);
        table.append(row);
        row.append(line);
    } else {
        root.append(line);
    }
    append(&arena, line, inlines, place);
    formatted(root)
}

fn append<'a>(arena: &'a Arena<'a>, parent: Node<'a>, inlines: &[Inline], place: Place) {
    let within = |value, content: &[Inline]| {
        let mark = node(arena, value);
        parent.append(mark);
        append(arena, mark, content, place);
    };
    for inline in inlines {
        match inline {
            Inline::Text(text) | Inline::Foreign { text, .. } => append_text(arena, parent, text),
            Inline::Field(field) if FieldId::new(field).is_ok() => {
                parent.append(node(arena, NodeValue::Raw(field_marks(field))));
            }
            Inline::Field(field) => append_text(arena, parent, &field_marks(field)),
            Inline::Code(code) => {
                let code = NodeCode {
                    num_backticks: 1,
                    literal: code.clone(),
                };
                parent.append(node(arena, NodeValue::Code(code)));
            }
            Inline::Emphasis(content) => within(NodeValue::Emph, content),
            Inline::Strong(content) => within(NodeValue::Strong, content),
            Inline::Strike(content) => within(NodeValue::Strikethrough, content),
            Inline::Link { target, content } => {
                let link = NodeLink {
                    url: address(target),
                    title: String::new(),
                };
                within(NodeValue::Link(Box::new(link)), content);
            }
            Inline::Break => {
                let value = match place {
                    Place::Cell => NodeValue::HtmlInline(BREAK_IN_CELL.to_owned()),
                    Place::Paragraph | Place::Heading(_) => NodeValue::LineBreak,
                };
                parent.append(node(arena, value));
            }
        }
    }
}

/// Text, with what comrak does not escape: the ampersand of `&#60;`, which would be a character,
/// and braces, which would be a field if this program read the file.
fn append_text<'a>(arena: &'a Arena<'a>, parent: Node<'a>, text: &str) {
    let push = |value| parent.append(node(arena, value));
    let mut written = 0;
    for (at, _) in text.match_indices(['&', '{']) {
        let from = &text[at..];
        if !from.starts_with("&#") && !from.starts_with("{{") {
            continue;
        }
        if at > written {
            push(NodeValue::Text(text[written..at].to_owned().into()));
        }
        push(NodeValue::Raw(format!("\\{}", &from[..1])));
        written = at + 1;
    }
    if written < text.len() {
        push(NodeValue::Text(text[written..].to_owned().into()));
    }
}

/// An address as the destination of a link, where `&copy;` would be a character.
fn address(target: &Target) -> String {
    let address = target.as_str();
    if address.contains(';') {
        address.replace('&', "&amp;")
    } else {
        address.to_owned()
    }
}

/// Inlines without what Markdown cannot write: marks around nothing or inside the same mark,
/// breaks at an end, spaces that would begin a line.
struct Tidy {
    without: Without,
    place: Place,
    inlines: Vec<Inline>,
}

impl Tidy {
    fn tidied(inlines: &[Inline], without: Without, place: Place) -> Vec<Inline> {
        let mut tidy = Self {
            without,
            place,
            inlines: Vec::new(),
        };
        tidy.push_all(inlines);
        tidy.finish()
    }

    fn push_all(&mut self, inlines: &[Inline]) {
        for inline in inlines {
            self.push(inline);
        }
    }

    fn push(&mut self, inline: &Inline) {
        match inline {
            Inline::Text(text) | Inline::Foreign { text, .. } => self.push_text(text),
            Inline::Field(_) => self.inlines.push(inline.clone()),
            Inline::Code(code) if code.trim().is_empty() || self.without >= Without::Marks => {
                self.push_text(code);
            }
            // A table takes the backslash before a bar for its own, in code too.
            Inline::Code(code) if self.place == Place::Cell && code.contains("\\|") => {
                self.push_text(code);
            }
            Inline::Code(code) => self.inlines.push(Inline::Code(code.replace('\n', " "))),
            Inline::Emphasis(content) => self.push_marked(content, Inline::Emphasis),
            Inline::Strong(content) => self.push_marked(content, Inline::Strong),
            Inline::Strike(content) => self.push_marked(content, Inline::Strike),
            Inline::Link { target, content } => self.push_link(target, content),
            Inline::Break if self.breaks() => self.inlines.push(Inline::Break),
            Inline::Break => self.push_text(" "),
        }
    }

    fn breaks(&self) -> bool {
        self.without < Without::Breaks && !matches!(self.place, Place::Heading(_))
    }

    fn push_text(&mut self, text: &str) {
        match self.inlines.last_mut() {
            _ if text.is_empty() => {}
            Some(Inline::Text(before)) => before.push_str(text),
            _ => self.inlines.push(Inline::Text(text.to_owned())),
        }
    }

    fn push_marked(&mut self, content: &[Inline], mark: fn(Vec<Inline>) -> Inline) {
        if self.without >= Without::Stress {
            self.push_all(content);
            return;
        }
        let marked = mark(Vec::new());
        let content = self.within(content);
        let is_in_same =
            |inline: &Inline| std::mem::discriminant(inline) == std::mem::discriminant(&marked);
        if let [inner] = content.as_slice()
            && is_in_same(inner)
        {
            self.inlines.extend(content);
        } else if !content.is_empty() {
            self.inlines.push(mark(content));
        }
    }

    fn push_link(&mut self, target: &Target, content: &[Inline]) {
        let content = self.within(content);
        if self.without < Without::Marks && !content.is_empty() {
            let target = target.clone();
            self.inlines.push(Inline::Link { target, content });
            return;
        }
        let words = crate::document::plain(&content);
        self.push_all(&content);
        if words != target.as_str() {
            self.push_text(&format!(" ({})", target.as_str()));
        }
    }

    fn within(&self, content: &[Inline]) -> Vec<Inline> {
        let mut inside = Self {
            without: self.without,
            place: self.place,
            inlines: Vec::new(),
        };
        inside.push_all(content);
        inside.inlines
    }

    fn finish(self) -> Vec<Inline> {
        let mut finished: Vec<Inline> = Vec::with_capacity(self.inlines.len());
        for inline in self.inlines {
            let begins_line = matches!(finished.last(), None | Some(Inline::Break));
            match inline {
                Inline::Break if begins_line => {}
                Inline::Text(text) if begins_line => {
                    let text = text.trim_start_matches(is_space);
                    if !text.is_empty() {
                        finished.push(Inline::Text(text.to_owned()));
                    }
                }
                inline => finished.push(inline),
            }
        }
        while let Some(last) = finished.pop_if(|last| match last {
            Inline::Break => true,
            Inline::Text(text) => text.trim_end_matches(is_space).is_empty(),
            _ => false,
        }) {
            drop(last);
        }
        finished
    }
}

fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n')
}

/// What a line says and where its marks stand, as one string: the private characters, which no
/// document holds, stand for the marks.
#[derive(Default)]
struct Signature(String);

impl Signature {
    const EMPHASIS: char = '\u{E000}';
    const STRONG: char = '\u{E001}';
    const STRIKE: char = '\u{E002}';
    const CODE: char = '\u{E003}';
    const LINK: char = '\u{E004}';
    const BREAK: char = '\u{E005}';
    const END: char = '\u{E006}';
    const OTHER: char = '\u{E007}';

    fn push_inlines(&mut self, inlines: &[Inline]) {
        for inline in inlines {
            match inline {
                Inline::Text(text) | Inline::Foreign { text, .. } => self.0.push_str(text),
                Inline::Field(field) => self.0.push_str(&field_marks(field)),
                Inline::Code(code) => self.push_literal(Self::CODE, code),
                Inline::Emphasis(content) => self.push_marked(Self::EMPHASIS, content),
                Inline::Strong(content) => self.push_marked(Self::STRONG, content),
                Inline::Strike(content) => self.push_marked(Self::STRIKE, content),
                Inline::Link { target, content } => {
                    self.push_literal(Self::LINK, target.as_str());
                    self.push_inlines(content);
                    self.0.push(Self::END);
                }
                Inline::Break => self.0.push(Self::BREAK),
            }
        }
    }

    fn push_nodes(&mut self, parent: Node<'_>) {
        for node in parent.children() {
            let mark = match &node.data().value {
                NodeValue::Emph => Self::EMPHASIS,
                NodeValue::Strong => Self::STRONG,
                NodeValue::Strikethrough => Self::STRIKE,
                NodeValue::Link(link) => {
                    self.push_literal(Self::LINK, &link.url);
                    self.push_nodes(node);
                    self.0.push(Self::END);
                    continue;
                }
                NodeValue::Text(text) => {
                    self.0.push_str(text);
                    continue;
                }
                NodeValue::Code(code) => {
                    self.push_literal(Self::CODE, &code.literal);
                    continue;
                }
                NodeValue::SoftBreak => {
                    self.0.push(' ');
                    continue;
                }
                NodeValue::LineBreak => {
                    self.0.push(Self::BREAK);
                    continue;
                }
                NodeValue::HtmlInline(html) if html == BREAK_IN_CELL => {
                    self.0.push(Self::BREAK);
                    continue;
                }
                _ => Self::OTHER,
            };
            self.0.push(mark);
            self.push_nodes(node);
            self.0.push(Self::END);
        }
    }

    fn push_marked(&mut self, mark: char, content: &[Inline]) {
        self.0.push(mark);
        self.push_inlines(content);
        self.0.push(Self::END);
    }

    fn push_literal(&mut self, mark: char, literal: &str) {
        self.0.push(mark);
        self.0.push_str(literal);
        self.0.push(Self::END);
    }

    /// The signature with its white space folded: how much of it there is, and whether it stands
    /// at the end of a line, says nothing.
    fn folded(&self) -> String {
        let mut folded = String::with_capacity(self.0.len());
        for line in self.0.split(Self::BREAK) {
            let words: Vec<&str> = line
                .split(is_space)
                .filter(|words| !words.is_empty())
                .collect();
            folded.push_str(&words.join(" "));
            folded.push(Self::BREAK);
        }
        folded
    }
}
