//! The tree of an HTML text, read as blocks.

use markup5ever_rcdom::{Handle, NodeData};

use super::css::Css;
use super::runs::{Look, Mark, Reading, Runs};
use super::tables::{has_table, rows, width};
use super::tree::{Role, all_text, all_words, attribute, element_name, parsed, role, unseen_words};
use super::word::{WordItem, lists, word_item};
use crate::document::{Block, Inline};

/// How deep elements are told apart; what nests deeper keeps its words.
pub const DEEPEST: usize = 120;
/// How deep lists and quotes nest in Markdown.
pub const DEEPEST_LIST: usize = 12;

/// The blocks of an HTML text; nothing where it is too much, or where its plain text says it all.
pub fn blocks(html: &str) -> Option<Vec<Block>> {
    let dom = parsed(html)?;
    let mut reader = Reader::default();
    reader.children(&dom.document, &Look::default(), 0);
    let is_source = reader.source;
    let blocks = reader.finished();
    // A program's text editor copies its lines as they are.
    let is_plain = |block: &Block| matches!(block, Block::Paragraph(_));
    if is_source && blocks.iter().all(is_plain) {
        return None;
    }
    Some(blocks)
}

/// Reads elements one after the other.
#[derive(Default)]
pub struct Reader {
    blocks: Vec<Block>,
    line: Runs,
    /// What the paragraph being read is, if Word says so.
    item: Option<WordItem>,
    /// Word's items in a row, which become lists together.
    items: Vec<(WordItem, Vec<Inline>)>,
    /// Whether white space counts in it, as in a program's text.
    source: bool,
    reading: Reading,
    /// Words that are no part of the text but that a page may not lose: of what is hidden, of
    /// forms and the like.
    aside: Vec<String>,
}

impl Reader {
    pub fn new(reading: Reading) -> Self {
        Self {
            line: Runs::new(reading),
            reading,
            ..Self::default()
        }
    }

    /// The blocks that were read since, and nothing left.
    pub fn take(&mut self) -> Vec<Block> {
        self.end_line();
        self.end_items();
        std::mem::take(&mut self.blocks)
    }

    /// The words beside the text that were read since, and nothing left.
    pub fn take_aside(&mut self) -> Vec<String> {
        std::mem::take(&mut self.aside)
    }

    /// Whether a paragraph has begun.
    pub fn is_in_line(&self) -> bool {
        !self.line.is_blank()
    }

    /// Keeps words that are no part of the text.
    pub fn put_aside(&mut self, words: &str) {
        if self.reading != Reading::Pasted && words.contains(char::is_alphanumeric) {
            self.aside.push(words.to_owned());
        }
    }

    fn finished(mut self) -> Vec<Block> {
        self.end_line();
        self.end_items();
        self.blocks
    }

    /// Ends a paragraph.
    fn end_line(&mut self) {
        if self.line.is_blank() {
            self.line.take();
            return;
        }
        let inlines = self.line.take();
        match &self.item {
            Some(item) => self.items.push((item.clone(), inlines)),
            None => self.add(Block::Paragraph(inlines)),
        }
    }

    fn add(&mut self, block: Block) {
        self.end_items();
        self.blocks.push(block);
    }

    fn add_all(&mut self, blocks: impl IntoIterator<Item = Block>) {
        for block in blocks {
            self.add(block);
        }
    }

    fn end_items(&mut self) {
        let items = std::mem::take(&mut self.items);
        if !items.is_empty() {
            let least = items.iter().map(|(item, _)| item.level).min();
            self.blocks.extend(lists(&items, least.unwrap_or(1)));
        }
    }

    fn children(&mut self, node: &Handle, look: &Look, depth: usize) {
        for child in node.children.borrow().iter() {
            self.node(child, look, depth);
        }
    }

    pub fn node(&mut self, node: &Handle, look: &Look, depth: usize) {
        match &node.data {
            NodeData::Text { contents } => self.line.push(&contents.borrow(), look),
            NodeData::Element { name, .. } => {
                if depth >= DEEPEST {
                    self.line.push(&all_words(node), look);
                } else {
                    self.element(node, &name.local, look, depth + 1);
                }
            }
            NodeData::Document => self.children(node, look, depth),
            _ => {}
        }
    }

    fn element(&mut self, node: &Handle, name: &str, look: &Look, depth: usize) {
        let style = Css::of(node);
        if style.is_hidden(node) {
            // What Word ignores is the sign of an item, which its list has anew.
            if style.get("mso-list").is_none() {
                self.put_aside(&unseen_words(node));
            }
            return;
        }
        let role = role(name);
        match role {
            Role::Hidden if self.reading == Reading::Pasted => {}
            Role::Hidden => self.no_text(node, name, look, depth),
            Role::Break => self.line.push_break(look),
            Role::Inline => {
                let look = style.look(node, name, look, self.reading);
                self.children(node, &look, depth);
            }
            Role::Block | Role::Term => {
                self.source |= style.says("white-space", |it| it.starts_with("pre"));
                self.end_line();
                let outer = self.item.take();
                self.item = word_item(node, &style);
                let mut look = style.look(node, name, look, self.reading);
                if role == Role::Term {
                    look.mark(Mark::Strong, None);
                }
                self.children(node, &look, depth);
                self.end_line();
                self.item = outer;
            }
            Role::Heading(level) => {
                self.end_line();
                let mut inside = self.inside(node, &look.link(), depth);
                let inlines = inside.pop().map(inlines_of).unwrap_or_default();
                // More than a line in a heading is what a page puts there by mistake.
                self.add_all(inside);
                let inlines = self.of_heading(inlines);
                if !inlines.is_empty() {
                    let depth = level - 1;
                    self.add(Block::Heading { depth, inlines });
                }
            }
            Role::Bullets | Role::Numbers => {
                self.end_line();
                self.list(node, role, depth);
            }
            Role::Item => {
                self.end_line();
                let content = self.inside(node, look, depth);
                if !content.is_empty() {
                    let items = vec![content];
                    self.add(Block::List { start: None, items });
                }
            }
            Role::Quote => {
                self.end_line();
                let quoted = self.inside(node, look, depth);
                if nesting(&quoted) >= DEEPEST_LIST {
                    self.add_all(quoted);
                } else if !quoted.is_empty() {
                    self.add(Block::Quote(quoted));
                }
            }
            Role::Code => {
                self.end_line();
                let code = all_text(node);
                let code = match self.reading {
                    Reading::Exact => code.as_str(),
                    Reading::Pasted | Reading::Page => code.trim_matches('\n'),
                };
                if !code.trim().is_empty() {
                    self.add(Block::Code(crate::document::clean(code).into_owned()));
                }
            }
            Role::Rule => {
                self.end_line();
                self.add(Block::Rule);
            }
            Role::Table => {
                self.end_line();
                self.table(node, depth);
            }
        }
    }

    /// The blocks inside an element.
    pub fn inside(&mut self, node: &Handle, look: &Look, depth: usize) -> Vec<Block> {
        self.inside_of(|inside| inside.children(node, look, depth))
    }

    /// The blocks that are read apart from those before.
    fn inside_of(&mut self, read: impl FnOnce(&mut Self)) -> Vec<Block> {
        let mut inside = Self::new(self.reading);
        read(&mut inside);
        self.source |= inside.source;
        self.aside.append(&mut inside.aside);
        inside.finished()
    }

    /// What stands out by where it is, as a person would write it.
    fn of_heading(&self, inlines: Vec<Inline>) -> Vec<Inline> {
        match self.reading {
            Reading::Exact => inlines,
            Reading::Pasted | Reading::Page => unstressed(inlines),
        }
    }

    /// The words of what is no text: those that stand for a picture are part of it.
    fn no_text(&mut self, node: &Handle, name: &str, look: &Look, depth: usize) {
        let says = |name| attribute(node, name).unwrap_or_default();
        match name {
            "img" => self.line.push(&says("alt"), look),
            "picture" => self.children(node, look, depth),
            "input" => {
                let kind = says("type").to_ascii_lowercase();
                let is_button = matches!(kind.as_str(), "submit" | "button" | "reset");
                self.put_aside(&says(if is_button { "value" } else { "placeholder" }));
            }
            "noscript" | "select" | "textarea" | "svg" | "math" | "object" | "canvas" | "audio"
            | "video" => self.put_aside(&unseen_words(node)),
            _ => {}
        }
    }

    fn list(&mut self, node: &Handle, role: Role, depth: usize) {
        let mut items: Vec<Vec<Block>> = Vec::new();
        for child in node.children.borrow().iter() {
            let is_item = matches!(element_name(child), Some("li"));
            let is_hidden = Css::of(child).is_hidden(child);
            let content = if is_item && !is_hidden {
                self.inside(child, &Look::default(), depth)
            } else {
                self.inside_of(|inside| inside.node(child, &Look::default(), depth))
            };
            match items.last_mut() {
                _ if content.is_empty() && !(is_item && self.reading == Reading::Exact) => {}
                // A list beside its items is one of the item above it.
                Some(last) if !is_item => last.extend(content),
                _ => items.push(content),
            }
        }
        let start = attribute(node, "start").and_then(|it| it.trim().parse().ok());
        let start = (role == Role::Numbers).then(|| start.unwrap_or(1));
        if items.iter().any(|item| nesting(item) >= DEEPEST_LIST) {
            self.add_all(items.into_iter().flatten());
        } else if !items.is_empty() {
            self.add(Block::List { start, items });
        }
    }

    fn table(&mut self, node: &Handle, depth: usize) {
        let mut rows = rows(node);
        let is_exact = self.reading == Reading::Exact;
        if is_exact {
            // It says the heading above once more.
            rows.retain(|cells| !cells.iter().any(|it| element_name(it) == Some("caption")));
        }
        let columns = rows.iter().map(Vec::len).max().unwrap_or_default();
        let is_small = columns < 2 || rows.len() < 2;
        let lays_out = is_small && !is_exact || rows.iter().flatten().any(has_table);
        if lays_out || rows.is_empty() {
            for cell in rows.iter().flatten() {
                let content = self.inside(cell, &Look::default(), depth);
                self.add_all(content);
            }
            return;
        }
        let mut rows: Vec<Vec<Vec<Inline>>> = rows
            .into_iter()
            .map(|cells| {
                let mut row = Vec::new();
                for cell in cells {
                    row.push(super::one_line(&self.inside(
                        &cell,
                        &Look::default(),
                        depth,
                    )));
                    row.extend((1..width(&cell)).map(|_| Vec::new()));
                }
                row
            })
            .collect();
        let columns = rows.iter().map(Vec::len).max().unwrap_or_default();
        for row in &mut rows {
            row.resize(columns, Vec::new());
        }
        let header = rows.remove(0).into_iter();
        let header = header.map(|cell| self.of_heading(cell)).collect();
        self.add(Block::Grid { header, rows });
    }
}

/// How deep lists and quotes nest in blocks.
fn nesting(blocks: &[Block]) -> usize {
    blocks
        .iter()
        .map(|block| match block {
            Block::Quote(blocks) => 1 + nesting(blocks),
            Block::List { items, .. } => {
                1 + items
                    .iter()
                    .map(|item| nesting(item))
                    .max()
                    .unwrap_or_default()
            }
            _ => 0,
        })
        .max()
        .unwrap_or_default()
}

fn inlines_of(block: Block) -> Vec<Inline> {
    super::one_line(&[block])
}

/// Inlines that stand out by where they are: strong type would say it twice.
fn unstressed(inlines: Vec<Inline>) -> Vec<Inline> {
    let all = inlines.into_iter().flat_map(|inline| match inline {
        Inline::Strong(content) => unstressed(content),
        Inline::Emphasis(content) => vec![Inline::Emphasis(unstressed(content))],
        Inline::Strike(content) => vec![Inline::Strike(unstressed(content))],
        Inline::Link { target, content } => vec![Inline::Link {
            target,
            content: unstressed(content),
        }],
        other => vec![other],
    });
    all.collect()
}
