//! The tree of an HTML text, read as blocks.

use markup5ever_rcdom::{Handle, NodeData};

use super::css::Css;
use super::runs::{Look, Runs};
use super::tables::{has_table, rows, width};
use super::tree::{Role, all_text, all_words, attribute, element_name, parsed, role};
use super::word::{WordItem, lists, word_item};
use crate::document::{Block, Inline};

/// How deep elements are told apart; what nests deeper keeps its words.
const DEEPEST: usize = 120;
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
}

impl Reader {
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

    fn node(&mut self, node: &Handle, look: &Look, depth: usize) {
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
            return;
        }
        let role = role(name);
        match role {
            Role::Hidden => {}
            Role::Break => self.line.push_break(),
            Role::Inline => {
                let look = style.look(node, name, look);
                self.children(node, &look, depth);
            }
            Role::Block | Role::Term => {
                self.source |= style.says("white-space", |it| it.starts_with("pre"));
                self.end_line();
                let outer = self.item.take();
                self.item = word_item(node, &style);
                let mut look = style.look(node, name, look);
                look.strong |= role == Role::Term;
                self.children(node, &look, depth);
                self.end_line();
                self.item = outer;
            }
            Role::Heading(level) => {
                self.end_line();
                let link = Look {
                    link: look.link.clone(),
                    ..Look::default()
                };
                let mut inside = self.inside(node, &link, depth);
                let inlines = inside.pop().map(inlines_of).unwrap_or_default();
                // More than a line in a heading is what a page puts there by mistake.
                self.add_all(inside);
                let inlines = unstressed(inlines);
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
                let code = code.trim_matches('\n');
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
        let mut inside = Self::default();
        inside.children(node, look, depth);
        self.source |= inside.source;
        inside.finished()
    }

    fn list(&mut self, node: &Handle, role: Role, depth: usize) {
        let mut items: Vec<Vec<Block>> = Vec::new();
        for child in node.children.borrow().iter() {
            let mut inside = Self::default();
            let is_item = matches!(element_name(child), Some("li"));
            if is_item {
                inside.children(child, &Look::default(), depth);
            } else {
                inside.node(child, &Look::default(), depth);
            }
            self.source |= inside.source;
            let content = inside.finished();
            match items.last_mut() {
                _ if content.is_empty() => {}
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
        let rows = rows(node);
        let columns = rows.iter().map(Vec::len).max().unwrap_or_default();
        let lays_out = columns < 2 || rows.len() < 2 || rows.iter().flatten().any(has_table);
        if lays_out {
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
        let header = rows.remove(0).into_iter().map(unstressed).collect();
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
