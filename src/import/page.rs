//! A source as it was read: what stands on it, in the order of reading, with its lines.
//!
//! It says what the source marks (a heading, a list, a table) and guesses nothing; what its parts
//! are for is told by [`super::structure`].

use super::returned::Returned;
use crate::document::{Block, Inline};
use crate::model::Language;

/// A source, read.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Page {
    /// The language that the source says it is in.
    pub language: Option<Language>,
    /// The address that the source says it has.
    pub address: Option<String>,
    /// What the source says its site is called.
    pub site: Option<String>,
    /// What a browser's tab shows.
    pub tab_title: Option<String>,
    /// What links say to those who hover over them: no part of the text.
    pub link_titles: Vec<LinkTitle>,
    pub author: Author,
    pub end: End,
    pub parts: Vec<Part>,
    /// What comes back element by element, where this program wrote it as a document.
    pub returned: Option<Box<Returned>>,
}

/// What a link says to those who hover over it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LinkTitle {
    pub line: usize,
    pub title: String,
}

/// Who wrote a source.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Author {
    /// Anyone: what is not marked has to be told by what it looks like.
    #[default]
    Anyone,
    /// This program: everything is marked as what it is.
    Chartrier,
}

/// How a source ends, as far as its format can tell.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum End {
    #[default]
    Whole,
    /// It stops where its format does not let it end.
    Cut,
}

/// Something that stands on a page.
#[derive(Debug, Clone, PartialEq)]
pub struct Part {
    /// The line of the source on which it begins, from 1.
    pub line: usize,
    pub region: Region,
    pub content: Content,
}

/// Where on a page something stands, as far as the source marks it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Region {
    #[default]
    Main,
    /// In what stands around the text of a page: menus, a banner, a footer, a consent window.
    Around,
}

#[derive(Debug, Clone, PartialEq)]
pub enum Content {
    /// A heading that is marked as one, of level 1 to 6.
    Heading {
        level: u8,
        inlines: Vec<Inline>,
    },
    /// Words: a paragraph (or, in plain text, a line), a list, a quotation, code, a rule.
    Block(Block),
    /// A name and what is said of it, as a list of definitions has them.
    Pair {
        term: Vec<Inline>,
        description: Vec<Block>,
    },
    Grid(Grid),
}

/// A table as the source has it, its spans laid out.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Grid {
    pub caption: Vec<Inline>,
    /// How many of the first rows the source marks as a header.
    pub heads: usize,
    pub rows: Vec<GridRow>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct GridRow {
    pub line: usize,
    pub cells: Vec<GridCell>,
}

#[derive(Debug, Clone, PartialEq)]
pub enum GridCell {
    Content(Vec<Block>),
    /// A cell above spans it.
    Above,
    /// A cell to its left spans it.
    Beside,
}

impl Grid {
    /// How many columns its widest row has.
    #[must_use]
    pub fn width(&self) -> usize {
        self.rows
            .iter()
            .map(|row| row.cells.len())
            .max()
            .unwrap_or_default()
    }
}
