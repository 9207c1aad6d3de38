//! A document of this program's that comes back from an office: what it says now, element by
//! element, and what it said before the changes that are tracked in it.
//!
//! Elements are known by the marks that they carry; which elements of a collection these are is for
//! [`super::review`] to tell.

use crate::document::{Block, Inline};
use crate::render::marks::{Mark, Reference, Said};

/// A document that comes back.
#[derive(Debug, Clone, PartialEq)]
pub struct Returned {
    /// The mark of the document: whose charter it is, in which language.
    pub mark: Mark,
    /// Which sections there were when the document was written.
    pub sections: Option<Said>,
    /// With all changes accepted.
    pub now: State,
    /// With all tracked changes undone; the same where there are none.
    pub before: State,
    pub comments: Vec<Comment>,
}

/// What a colleague remarked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comment {
    pub author: String,
    pub text: String,
}

/// What a document says.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct State {
    pub title: Option<Piece<Vec<Inline>>>,
    pub sections: Vec<Section>,
}

/// Something that a document says.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Piece<T> {
    pub content: T,
    /// What it said when the document was written, where its mark is still there.
    pub said: Option<Said>,
    /// Where it begins, as the number of a paragraph.
    pub line: usize,
    pub traces: Traces,
}

/// Who changed something, and what was remarked on it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Traces {
    /// The authors of tracked changes, each once.
    pub authors: Vec<String>,
    /// Comments, by their numbers among those of the document.
    pub comments: Vec<usize>,
}

#[derive(Debug, Clone, Default, PartialEq)]
pub struct Section {
    /// Nothing for one that was not there when the document was written.
    pub reference: Option<Reference>,
    pub line: usize,
    /// Below the title, from 1.
    pub depth: u8,
    pub heading: Option<Piece<Vec<Inline>>>,
    pub body: Piece<Vec<Block>>,
    pub table: Option<Table>,
}

#[derive(Debug, Clone, Default, PartialEq)]
pub struct Table {
    pub line: usize,
    /// The section that it was written in, and which rows it had.
    pub mark: Option<Mark>,
    pub labels: Vec<Label>,
    pub rows: Vec<Row>,
}

#[derive(Debug, Clone, Default, PartialEq)]
pub struct Label {
    pub reference: Option<Reference>,
    pub words: Piece<Vec<Inline>>,
}

#[derive(Debug, Clone, Default, PartialEq)]
pub struct Row {
    pub line: usize,
    pub cells: Vec<Cell>,
    pub traces: Traces,
}

#[derive(Debug, Clone, Default, PartialEq)]
pub struct Cell {
    pub reference: Option<Reference>,
    pub repeats: Repeats,
    pub text: Piece<Vec<Block>>,
}

/// Whether a cell was written as one that repeats the one above.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Repeats {
    Above,
    #[default]
    Nothing,
}

impl Traces {
    pub(super) fn add(&mut self, other: &Self) {
        for author in &other.authors {
            if !self.authors.contains(author) {
                self.authors.push(author.clone());
            }
        }
        for comment in &other.comments {
            if !self.comments.contains(comment) {
                self.comments.push(*comment);
            }
        }
    }
}

impl Piece<Vec<Block>> {
    /// Whether it says what it said when the document was written.
    #[must_use]
    pub fn is_as_written(&self) -> bool {
        self.said == Some(Said::blocks(&self.content))
    }
}

impl Piece<Vec<Inline>> {
    /// Whether it says what it said when the document was written.
    #[must_use]
    pub fn is_as_written(&self) -> bool {
        self.said == Some(Said::line(&self.content))
    }
}
