//! What differs between two documents: the text by words, the cookies one by one.
//!
//! Two states of one charter are compared strictly: ids tell what became of what, and every sign
//! counts. A charter and a page that somebody made of it are compared loosely: only words count.
//! Invariant: a document compared with itself differs in nothing, and nothing but a change of ids
//! or of origins goes untold.

mod cookies;
mod folding;
pub(crate) mod pairing;
mod parts;

use jiff::civil::Date;

use super::{Block, Document, Inline, Line, Links, wording, wording_of};
use crate::model::{Nature, Span, compare_words};
use folding::folded;

pub use cookies::{CellChange, Cookie, CookieChange, Fate};

/// What counts as a difference.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rigour {
    /// Of two states of one charter: every sign, every mark, every address.
    Strict,
    /// Of a charter and a page: words. Spaces, quotation marks, apostrophes and dashes may be of
    /// any kind, and sections be cut up otherwise.
    Loose,
}

/// What differs. Of what is the same, nothing is told.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Comparison {
    pub name: Option<TextChange>,
    pub address: Option<TextChange>,
    /// The address of the page about privacy.
    pub privacy: Option<TextChange>,
    /// The charter's date, before and after.
    pub updated: Option<(Option<Date>, Option<Date>)>,
    pub title: Option<TextChange>,
    /// In the order of the second document; those that are gone stand after what they followed.
    pub sections: Vec<SectionChange>,
    /// In the same order.
    pub cookies: Vec<CookieChange>,
}

/// How a text differs.
#[derive(Debug, Clone, PartialEq)]
pub enum TextChange {
    Words(Vec<Span>),
    /// The words are the same: something else is (strong letters, a list's kind, a language).
    Marks,
}

/// A section that differs.
#[derive(Debug, Clone, PartialEq)]
pub struct SectionChange {
    /// The words of its heading; empty where it has none.
    pub heading: String,
    pub what: SectionFate,
}

/// What became of a section.
#[derive(Debug, Clone, PartialEq)]
pub enum SectionFate {
    /// It is new, and says this.
    Added(String),
    /// It is gone, and said this.
    Removed(String),
    Changed {
        /// Whether it stands elsewhere among the others.
        moved: bool,
        heading: Option<TextChange>,
        /// Its depth below the title, before and after.
        depth: Option<(u8, u8)>,
        body: Option<TextChange>,
        table: Option<TableChange>,
    },
}

/// How a table differs, apart from its cookies.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct TableChange {
    /// The category and the rule of consent, before and after; nothing where there was no table.
    pub nature: Option<(Option<Nature>, Option<Nature>)>,
    pub columns: Vec<ColumnChange>,
    /// Whether rows or columns stand in another order.
    pub reordered: bool,
}

/// A column that differs; columns are called by their labels.
#[derive(Debug, Clone, PartialEq)]
pub enum ColumnChange {
    Added(String),
    Removed(String),
    Renamed(TextChange),
}

impl Comparison {
    /// What leads from one document to another.
    #[must_use]
    pub fn between(before: &Document, after: &Document, rigour: Rigour) -> Self {
        let reader = Reader::new(before, after, rigour);
        let mut comparison = Self {
            title: reader.lines(Some(&before.title), Some(&after.title)),
            sections: parts::compare(before, after, reader),
            cookies: cookies::compare(before, after, reader),
            ..Self::default()
        };
        if rigour == Rigour::Strict {
            comparison.name = reader.words(&before.name, &after.name);
            comparison.address = reader.words(&before.address, &after.address);
            comparison.privacy = reader.words(&before.privacy, &after.privacy);
            let dates = (before.updated, after.updated);
            comparison.updated = (dates.0 != dates.1).then_some(dates);
        }
        comparison
    }

    /// Whether nothing differs.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// How texts are read to be compared.
#[derive(Debug, Clone, Copy)]
struct Reader {
    rigour: Rigour,
    links: Links,
}

impl Reader {
    fn new(before: &Document, after: &Document, rigour: Rigour) -> Self {
        // What came in as plain text has lost where its links lead.
        let compares_links =
            rigour == Rigour::Strict || (parts::has_links(before) && parts::has_links(after));
        Self {
            rigour,
            links: if compares_links {
                Links::Addresses
            } else {
                Links::Words
            },
        }
    }

    fn is_strict(self) -> bool {
        self.rigour == Rigour::Strict
    }

    /// A text as it is compared.
    fn read(self, text: &str) -> String {
        match self.rigour {
            Rigour::Strict => text.to_owned(),
            Rigour::Loose => folded(text),
        }
    }

    fn line(self, inlines: &[Inline]) -> String {
        self.read(&wording_of(inlines, self.links))
    }

    fn text(self, blocks: &[Block]) -> String {
        self.read(&wording(blocks, self.links))
    }

    fn words(self, before: &str, after: &str) -> Option<TextChange> {
        let (before, after) = (self.read(before), self.read(after));
        (before != after).then(|| TextChange::Words(compare_words(&before, &after)))
    }

    fn lines(self, before: Option<&Line>, after: Option<&Line>) -> Option<TextChange> {
        let inlines = |line: Option<&Line>| line.map_or_else(Vec::new, |it| it.inlines.clone());
        let (was, is) = (inlines(before), inlines(after));
        let language = |line: Option<&Line>| line.and_then(|it| it.language.clone());
        let is_same = was == is && language(before) == language(after);
        let words = (wording_of(&was, self.links), wording_of(&is, self.links));
        let marks = || (self.is_strict() && !is_same).then_some(TextChange::Marks);
        self.words(&words.0, &words.1).or_else(marks)
    }

    fn flows(self, before: &super::Flow, after: &super::Flow) -> Option<TextChange> {
        if before.blocks == after.blocks && before.language == after.language {
            return None;
        }
        let words = (
            wording(&before.blocks, self.links),
            wording(&after.blocks, self.links),
        );
        let marks = || self.is_strict().then_some(TextChange::Marks);
        self.words(&words.0, &words.1).or_else(marks)
    }
}
