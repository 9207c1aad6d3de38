//! The text of a document from its first paragraph to its last.

use std::collections::BTreeMap;

use roxmltree::{Document, Node};

use super::notes::Notes;
use super::numbering::{Counted, Numbering};
use super::paragraph::{Place, Words, chosen};
use super::styles::{self, Kind, Styles};
use super::{table, xml};
use crate::document::{Block, Inline};
use crate::import::page::{Content, Page, Part, Region};
use crate::import::source::{MOST_CELLS, Refusal};
use crate::model::Language;
use crate::writing::paste::word::{WordItem, lists};

/// How deep tables, boxes and the like may nest.
const DEEPEST: usize = 30;

/// What a text is read with.
pub struct Parts<'a, 'i> {
    pub styles: Styles,
    pub numbering: Numbering,
    pub notes: Notes<'a, 'i>,
    /// Where links lead, by their names.
    pub links: BTreeMap<String, String>,
}

pub struct Body<'p, 'a, 'i> {
    source: &'p Parts<'a, 'i>,
    words: Words<'p, 'a, 'i>,
    counted: Counted,
    /// Items in a row, which become lists together.
    items: Vec<(WordItem, Vec<Inline>)>,
    /// The words of a caption, until it is seen whether a table follows.
    caption: Option<Vec<Inline>>,
    region: Region,
    /// How many paragraphs there were.
    count: usize,
    /// The paragraph that the next part begins with, where that is behind.
    begun: Option<usize>,
    /// How many cells may still come.
    pub cells_left: usize,
    parts: Vec<Part>,
}

impl<'p, 'a, 'i> Body<'p, 'a, 'i> {
    pub fn new(source: &'p Parts<'a, 'i>) -> Self {
        Self {
            source,
            words: Words::new(source),
            counted: Counted::default(),
            items: Vec::new(),
            caption: None,
            region: Region::Main,
            count: 0,
            begun: None,
            cells_left: MOST_CELLS,
            parts: Vec::new(),
        }
    }

    pub fn read(mut self, document: &'a Document<'i>) -> Result<Page, Refusal> {
        let body = document.descendants().find(|it| xml::is(*it, "body"));
        let body = body.ok_or_else(|| Refusal::Damaged("it has no text".to_owned()))?;
        self.children(body, 0)?;
        self.end_items();
        self.add_notes()?;
        self.end_items();
        lower_below_title(&mut self.parts);
        let language = self
            .words
            .language()
            .or(self.source.styles.language.as_deref());
        if self.parts.is_empty() {
            return Err(Refusal::Empty);
        }
        Ok(Page {
            language: language.and_then(|it| Language::new(it).ok()),
            parts: self.parts,
            ..Page::default()
        })
    }

    fn children(&mut self, node: Node<'a, 'i>, depth: usize) -> Result<(), Refusal> {
        if depth > DEEPEST {
            return Err(Refusal::TooComplex);
        }
        for child in node.children().filter(Node::is_element) {
            match child.tag_name().name() {
                "p" => self.paragraph(child, depth)?,
                "tbl" => self.table(child, depth)?,
                "sdt" if is_contents(child) => {
                    let outer = std::mem::replace(&mut self.region, Region::Around);
                    self.children(child, depth + 1)?;
                    self.end_items();
                    self.region = outer;
                }
                "sdt" | "sdtContent" | "ins" | "moveTo" | "customXml" => {
                    self.children(child, depth + 1)?;
                }
                "AlternateContent" => {
                    if let Some(chosen) = chosen(child) {
                        self.children(chosen, depth + 1)?;
                    }
                }
                _ => {}
            }
        }
        Ok(())
    }

    fn paragraph(&mut self, paragraph: Node<'a, 'i>, depth: usize) -> Result<(), Refusal> {
        self.count += 1;
        let properties = xml::child(paragraph, "pPr");
        let style = properties.and_then(|it| xml::value(it, "pStyle"));
        let styles = &self.source.styles;
        let kind = styles.kind(style, properties);
        let place = match kind {
            Kind::Title | Kind::Heading(_) => Place::Heading,
            Kind::Contents | Kind::Caption | Kind::Text => Place::Text,
        };
        let inlines = self.words.read(paragraph, styles.looks(style), place);
        if !inlines.is_empty() {
            let list = properties.and_then(styles::list).or(styles.list(style));
            self.add(kind, list, inlines);
        }
        for text in self.words.take_boxes() {
            self.end_items();
            self.children(text, depth + 1)?;
        }
        Ok(())
    }

    fn add(&mut self, kind: Kind, list: Option<(&str, usize)>, inlines: Vec<Inline>) {
        let numbering = &self.source.numbering;
        let item = list.and_then(|(list, level)| numbering.item(list, level, &mut self.counted));
        if let (Kind::Text, Some(item)) = (kind, item) {
            self.end_caption();
            self.begun.get_or_insert(self.count);
            self.items.push((item, inlines));
            return;
        }
        self.end_items();
        match kind {
            Kind::Title => self.push(Content::Heading {
                level: TITLE,
                inlines,
            }),
            Kind::Heading(level) => self.push(Content::Heading { level, inlines }),
            Kind::Caption => self.caption = Some(inlines),
            Kind::Contents => {
                let outer = std::mem::replace(&mut self.region, Region::Around);
                self.push(Content::Block(Block::Paragraph(inlines)));
                self.region = outer;
            }
            Kind::Text => self.push(Content::Block(Block::Paragraph(inlines))),
        }
    }

    fn table(&mut self, table: Node<'a, 'i>, depth: usize) -> Result<(), Refusal> {
        let caption = self.caption.take();
        self.end_items();
        let rows = table::rows(table);
        if table::lays_out(&rows) {
            self.caption = caption;
            self.end_items();
            for cell in rows.iter().flat_map(|row| &row.cells) {
                self.children(cell.node, depth + 1)?;
            }
            self.end_items();
            return Ok(());
        }
        let first = self.count + 1;
        let mut grid = table::grid(self, &rows, depth)?;
        grid.caption = caption.unwrap_or_default();
        self.begun = Some(first);
        self.push(Content::Grid(grid));
        Ok(())
    }

    /// The number of the next paragraph.
    pub fn next_line(&self) -> usize {
        self.count + 1
    }

    /// The blocks in a cell, read apart from the text around.
    pub fn blocks_in(&mut self, cell: Node<'a, 'i>, depth: usize) -> Result<Vec<Block>, Refusal> {
        let outer = std::mem::take(&mut self.parts);
        self.children(cell, depth + 1)?;
        self.end_items();
        let inner = std::mem::replace(&mut self.parts, outer);
        Ok(inner
            .into_iter()
            .filter_map(|part| block(part.content))
            .collect())
    }

    /// The notes that the text refers to, below it.
    fn add_notes(&mut self) -> Result<(), Refusal> {
        for (number, note) in self.words.take_notes().into_iter().enumerate() {
            let first = self.parts.len();
            self.children(note, 0)?;
            self.end_items();
            let reference = Inline::Text(format!("[{}] ", number + 1));
            match self.parts.get_mut(first).map(|part| &mut part.content) {
                Some(Content::Block(Block::Paragraph(inlines))) => inlines.insert(0, reference),
                _ => self.push(Content::Block(Block::Paragraph(vec![reference]))),
            }
        }
        Ok(())
    }

    /// Ends the list that is being read, and what may have been a caption.
    fn end_items(&mut self) {
        let items = std::mem::take(&mut self.items);
        if !items.is_empty() {
            let least = items.iter().map(|(item, _)| item.level).min();
            let line = self.begun.take().unwrap_or(self.count);
            for list in lists(&items, least.unwrap_or(1)) {
                self.begun = Some(line);
                self.push(Content::Block(list));
            }
        }
        self.end_caption();
    }

    fn end_caption(&mut self) {
        if let Some(inlines) = self.caption.take() {
            self.push(Content::Block(Block::Paragraph(inlines)));
        }
    }

    fn push(&mut self, content: Content) {
        self.parts.push(Part {
            line: self.begun.take().unwrap_or(self.count.max(1)),
            region: self.region,
            content,
        });
    }
}

/// The level of a document's title until it is known whether it has one.
const TITLE: u8 = 0;

/// Puts headings below the title, if there is one: Word's first level is that of chapters.
fn lower_below_title(parts: &mut [Part]) {
    let levels = || {
        parts.iter().filter_map(|part| match part.content {
            Content::Heading { level, .. } => Some(level),
            _ => None,
        })
    };
    if !levels().any(|level| level == TITLE) {
        return;
    }
    for part in parts {
        if let Content::Heading { level, .. } = &mut part.content {
            *level = (*level + 1).min(6);
        }
    }
}

/// What stands in a cell as a block.
fn block(content: Content) -> Option<Block> {
    match content {
        Content::Block(block) => Some(block),
        Content::Heading { inlines, .. } => Some(Block::Paragraph(inlines)),
        // A document has no pairs, and a table around another lays out the page.
        Content::Pair { .. } | Content::Grid(_) => None,
    }
}

/// Whether a part of a text is its table of contents.
fn is_contents(part: Node<'_, '_>) -> bool {
    let properties = xml::child(part, "sdtPr");
    let gallery = properties
        .into_iter()
        .flat_map(|it| it.descendants())
        .find(|it| xml::is(*it, "docPartGallery"));
    gallery
        .and_then(|it| xml::attribute(it, "val"))
        .is_some_and(|it| it.contains("Contents"))
}
