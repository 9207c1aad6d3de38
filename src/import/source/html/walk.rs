//! Goes through the elements of a page in the order of reading.
//!
//! Containers are gone through; what is a paragraph, a list or the like is left to the reader of
//! blocks.

mod charter;

use markup5ever_rcdom::{Handle, NodeData};

use super::region::{Scope, Surroundings};
use super::tree::Tree;
use super::{grid, has_below, heading_level};
use crate::document::{Block, Inline, plain};
use crate::import::page::{Content, Grid, Part, Region};
use crate::import::source::{MOST_CELLS, Refusal};
use crate::writing::paste::blocks::{DEEPEST, Reader};
use crate::writing::paste::css::Css;
use crate::writing::paste::runs::{Look, Mark, Reading};
use crate::writing::paste::tree::{Role, attribute, element_name, role};
use crate::writing::paste::word::word_item;

pub struct Walker<'a> {
    tree: &'a Tree,
    surroundings: Surroundings,
    reading: Reading,
    reader: Reader,
    region: Region,
    scope: Scope,
    /// The line on which the paragraph that is being read begins.
    begun: Option<usize>,
    /// The line of the last part: none goes back.
    line: usize,
    /// How many cells may still come.
    cells_left: usize,
    parts: Vec<Part>,
}

/// Where an element stands.
#[derive(Clone, Copy)]
pub struct Here<'a> {
    pub look: &'a Look,
    pub depth: usize,
}

impl Here<'_> {
    fn deeper(self) -> Self {
        Self {
            depth: self.depth + 1,
            ..self
        }
    }
}

impl<'a> Walker<'a> {
    pub fn new(tree: &'a Tree, reading: Reading) -> Self {
        Self {
            tree,
            surroundings: Surroundings::of(&tree.document),
            reading,
            reader: Reader::new(reading),
            region: Region::Main,
            scope: Scope::Page,
            begun: None,
            line: 1,
            cells_left: MOST_CELLS,
            parts: Vec::new(),
        }
    }

    /// Reads the whole tree: all but this program's charter, if it holds one, is around.
    pub fn read(&mut self, own: Option<&Handle>) -> Result<(), Refusal> {
        let here = Here {
            look: &Look::default(),
            depth: 0,
        };
        match own {
            None => self.children(&self.tree.document.clone(), here)?,
            Some(charter) => {
                self.region = Region::Around;
                self.around(&self.tree.document.clone(), charter, here)?;
            }
        }
        self.flush();
        Ok(())
    }

    pub fn finished(self) -> Vec<Part> {
        self.parts
    }

    fn words_of(&mut self, node: &Handle) -> Vec<Inline> {
        let blocks = self.reader.inside(node, &Look::default(), 0);
        crate::writing::paste::one_line(&blocks)
    }

    pub fn children(&mut self, node: &Handle, here: Here<'_>) -> Result<(), Refusal> {
        for child in node.children.borrow().iter() {
            self.node(child, here)?;
        }
        Ok(())
    }

    fn node(&mut self, node: &Handle, here: Here<'_>) -> Result<(), Refusal> {
        match &node.data {
            NodeData::Element { name, .. } if here.depth < DEEPEST => {
                self.element(node, &name.local, here.deeper())
            }
            NodeData::Document => self.children(node, here),
            _ => {
                self.leaf(node, here);
                Ok(())
            }
        }
    }

    fn element(&mut self, node: &Handle, name: &str, here: Here<'_>) -> Result<(), Refusal> {
        let role = role(name);
        let is_apart = self.reading == Reading::Page
            && (self.surroundings.is_around(node, name, self.scope)
                || role != Role::Inline && self.surroundings.is_hidden(node)
                || is_control(name) && !self.is_in_sentence(node));
        if is_apart && self.region == Region::Main {
            self.flush();
            self.region = Region::Around;
            self.inside(node, name, role, here)?;
            self.flush();
            self.region = Region::Main;
            return Ok(());
        }
        self.inside(node, name, role, here)
    }

    fn inside(
        &mut self,
        node: &Handle,
        name: &str,
        role: Role,
        here: Here<'_>,
    ) -> Result<(), Refusal> {
        let is_page = self.reading == Reading::Page;
        match role {
            Role::Inline if has_below(node, stands_alone) => {
                let look = Css::of(node).look(node, name, here.look, self.reading);
                self.children(
                    node,
                    Here {
                        look: &look,
                        ..here
                    },
                )?;
            }
            Role::Inline if is_opener(node, name) => self.container(node, name, here)?,
            Role::Hidden if name == "noscript" && is_page => self.container(node, name, here)?,
            Role::Inline | Role::Hidden | Role::Break => self.leaf(node, here),
            Role::Block if name == "p" => self.paragraph(node, here),
            Role::Block if name == "dl" => self.pairs(node, here)?,
            Role::Bullets | Role::Numbers | Role::Item
                if is_page && has_below(node, is_structure) =>
            {
                self.container(node, name, here)?;
            }
            Role::Block => self.container(node, name, here)?,
            Role::Table => self.table(node, here)?,
            _ => self.block(node, here),
        }
        Ok(())
    }

    /// Goes through an element that groups others.
    pub fn container(&mut self, node: &Handle, name: &str, here: Here<'_>) -> Result<(), Refusal> {
        self.flush();
        let mut look = Css::of(node).look(node, name, here.look, self.reading);
        if name == "summary" || is_opener(node, name) {
            look.mark(Mark::Strong, None);
        }
        let outer = self.scope;
        self.scope = outer.within(name);
        self.children(
            node,
            Here {
                look: &look,
                ..here
            },
        )?;
        self.flush();
        self.scope = outer;
        Ok(())
    }

    /// Reads an element that stands on lines of its own.
    fn block(&mut self, node: &Handle, here: Here<'_>) {
        self.flush();
        self.leaf(node, here);
        self.flush();
    }

    /// Reads a paragraph; those that are items of a list of Word's stay together.
    fn paragraph(&mut self, node: &Handle, here: Here<'_>) {
        if word_item(node, &Css::of(node)).is_none() {
            self.block(node, here);
        } else {
            if self.reader.is_in_line() {
                self.flush();
            }
            self.leaf(node, here);
        }
    }

    fn leaf(&mut self, node: &Handle, here: Here<'_>) {
        if self.begun.is_none() {
            self.begun = self.line_of(node);
        }
        // The reader counts the element itself.
        let depth = here.depth.saturating_sub(1);
        self.reader.node(node, here.look, depth);
    }

    fn table(&mut self, node: &Handle, here: Here<'_>) -> Result<(), Refusal> {
        self.flush();
        match grid::rows(node, self.reading) {
            Some(rows) => {
                let line = self.line_of(node);
                let grid = self.grid(node, &rows, here)?;
                self.push(line, Content::Grid(grid));
                self.flush();
                Ok(())
            }
            None => self.container(node, "table", here),
        }
    }

    fn grid(
        &mut self,
        table: &Handle,
        rows: &[grid::Row],
        here: Here<'_>,
    ) -> Result<Grid, Refusal> {
        let tree = self.tree;
        let is_markdown = self.reading == Reading::Exact;
        let mut line = self.line;
        let mut line_of = |node: &Handle| {
            let found = from_markdown(node).filter(|_| is_markdown);
            line = found
                .or_else(|| tree.line_of(node))
                .unwrap_or(line)
                .max(line);
            line
        };
        let mut cell = |node: &Handle| self.reader.inside(node, &Look::default(), here.depth);
        let caption = grid::caption(table, self.reading).map(|it| cell(&it));
        let grid = Grid {
            caption: crate::writing::paste::one_line(&caption.unwrap_or_default()),
            heads: grid::heads(rows),
            rows: grid::laid_out(rows, self.cells_left, &mut cell, &mut line_of)
                .ok_or(Refusal::TooComplex)?,
        };
        for unseen in grid::unseen(table) {
            self.reader.put_aside(&unseen);
        }
        let cells: usize = grid.rows.iter().map(|row| row.cells.len()).sum();
        self.cells_left = self.cells_left.saturating_sub(cells);
        Ok(grid)
    }

    /// Reads names with what is said of each.
    fn pairs(&mut self, list: &Handle, here: Here<'_>) -> Result<(), Refusal> {
        self.flush();
        let mut term: Option<(Option<usize>, Vec<Inline>)> = None;
        let mut description: Vec<Block> = Vec::new();
        for child in pieces_of(list) {
            match element_name(&child) {
                Some("dt") => {
                    self.end_pair(term.take(), &mut description);
                    let line = self.line_of(&child);
                    term = Some((line, self.words_of(&child)));
                }
                Some("dd") if has_below(&child, is_structure) => {
                    self.end_pair(term.take(), &mut description);
                    self.container(&child, "dd", here)?;
                }
                Some("dd") if term.is_none() && description.is_empty() => self.block(&child, here),
                Some("dd") => {
                    let said = self.reader.inside(&child, &Look::default(), here.depth);
                    description.extend(said);
                }
                _ => {
                    self.end_pair(term.take(), &mut description);
                    self.node(&child, here)?;
                }
            }
        }
        self.end_pair(term.take(), &mut description);
        self.flush();
        Ok(())
    }

    fn end_pair(
        &mut self,
        term: Option<(Option<usize>, Vec<Inline>)>,
        description: &mut Vec<Block>,
    ) {
        if let Some((line, term)) = term {
            let description = std::mem::take(description);
            self.push(line, Content::Pair { term, description });
        }
    }

    /// Ends the paragraph that is being read and adds what was read since.
    fn flush(&mut self) {
        let begun = self.begun.take();
        for block in self.reader.take() {
            let content = match block {
                // The reader counts from the title down, a page from 1.
                Block::Heading { depth, inlines } => Content::Heading {
                    level: depth + 1,
                    inlines,
                },
                Block::Paragraph(inlines) if self.reading == Reading::Page => {
                    for lines in apart(inlines) {
                        self.push(begun, Content::Block(Block::Paragraph(lines)));
                    }
                    continue;
                }
                block => Content::Block(block),
            };
            self.push(begun, content);
        }
        for words in self.reader.take_aside() {
            let words: Vec<&str> = words.split_whitespace().collect();
            let words = Inline::Text(crate::document::clean(&words.join(" ")).into_owned());
            let outer = std::mem::replace(&mut self.region, Region::Around);
            self.push(begun, Content::Block(Block::Paragraph(vec![words])));
            self.region = outer;
        }
    }

    fn push(&mut self, line: Option<usize>, content: Content) {
        self.line = line.unwrap_or(self.line).max(self.line);
        self.parts.push(Part {
            line: self.line,
            region: self.region,
            content,
        });
    }

    fn line_of(&self, node: &Handle) -> Option<usize> {
        let said = from_markdown(node).filter(|_| self.reading == Reading::Exact);
        said.or_else(|| self.tree.line_of(node))
    }

    /// Whether a control stands among words.
    fn is_in_sentence(&self, node: &Handle) -> bool {
        self.reader.is_in_line() || is_opener(node, element_name(node).unwrap_or_default())
    }
}

/// The paragraphs that line breaks make of one: where a line is left empty, and below a line that
/// is all strong, as pages have headings that mark none.
fn apart(inlines: Vec<Inline>) -> Vec<Vec<Inline>> {
    if !inlines.contains(&Inline::Break) {
        return vec![inlines];
    }
    let mut paragraphs: Vec<Vec<Inline>> = Vec::new();
    for line in inlines.split(|it| *it == Inline::Break) {
        match paragraphs.last_mut() {
            Some(last)
                if !line.is_empty()
                    && !last.is_empty()
                    && (!is_strong_line(last) || is_strong_line(line)) =>
            {
                last.push(Inline::Break);
                last.extend_from_slice(line);
            }
            Some(last) if line.is_empty() && last.is_empty() => {}
            _ => paragraphs.push(line.to_vec()),
        }
    }
    paragraphs.retain(|it| !it.is_empty());
    paragraphs
}

/// Whether a line is strong as a whole, and announces nothing.
fn is_strong_line(inlines: &[Inline]) -> bool {
    let is_blank = |it: &Inline| matches!(it, Inline::Text(text) if text.trim().is_empty());
    let is_strong = |it: &Inline| matches!(it, Inline::Strong(_) | Inline::Break) || is_blank(it);
    inlines.iter().all(is_strong) && !plain(inlines).trim_end().ends_with(':')
}

/// The line that an element made of Markdown says it has.
pub fn from_markdown(node: &Handle) -> Option<usize> {
    let places = attribute(node, "data-sourcepos")?;
    places.split(':').next()?.parse().ok()
}

/// The terms and descriptions of a list, out of the groups that they may stand in.
fn pieces_of(list: &Handle) -> Vec<Handle> {
    let mut pieces = Vec::new();
    for child in list.children.borrow().iter() {
        match element_name(child) {
            Some("div") => pieces.extend(child.children.borrow().iter().cloned()),
            _ => pieces.push(child.clone()),
        }
    }
    pieces
}

/// Whether people do something with it.
fn is_control(name: &str) -> bool {
    matches!(name, "button" | "label" | "select" | "textarea")
}

/// Whether it is a button that opens what stands below it, as a heading does.
fn is_opener(node: &Handle, name: &str) -> bool {
    name == "button"
        && ["aria-expanded", "data-toggle", "data-bs-toggle"]
            .iter()
            .any(|it| attribute(node, it).is_some())
}

/// Whether an element stands on lines of its own.
fn stands_alone(node: &Handle) -> bool {
    element_name(node)
        .is_some_and(|name| !matches!(role(name), Role::Inline | Role::Hidden | Role::Break))
}

/// Whether an element gives a page its order, so that what it stands in is more than a list.
fn is_structure(node: &Handle) -> bool {
    heading_level(node).is_some() || matches!(element_name(node), Some("table" | "dl"))
}
