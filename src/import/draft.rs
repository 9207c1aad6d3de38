//! A charter as it was found on a page, before it is matched with what a collection holds.
//!
//! Its texts are Markdown without fields: what stands on the page, as it stands there.

use jiff::civil::Date;

use super::structure::Kind;
use crate::model::{Category, Language, Role};

#[derive(Debug, Clone, PartialEq)]
pub struct Draft {
    pub language: Language,
    /// The address of the platform that the page is about: a scheme and a host.
    pub address: Option<String>,
    /// Who publishes the platform, where the page says so.
    pub publisher: Option<String>,
    /// The date of the page, where it says one.
    pub updated: Option<DateOnPage>,
    pub title: String,
    pub sections: Vec<DraftSection>,
    /// What stands around the charter and is not part of it.
    pub set_apart: Vec<SetApart>,
    pub notes: Vec<Note>,
    pub verdict: Verdict,
    /// What each part of the page became.
    pub kinds: Vec<Kind>,
}

impl Draft {
    /// Its tables, in their order.
    pub fn tables(&self) -> impl Iterator<Item = &DraftTable> {
        let sections = self.sections.iter();
        sections.filter_map(|section| section.table.as_ref())
    }
}

/// Whether a page is a charter, and all of one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    Complete,
    /// It stops in the middle.
    Incomplete,
    /// It is no charter: an error page, say, or one of a login.
    NoCharter,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DateOnPage {
    pub date: Date,
    /// As the page writes it.
    pub written: String,
}

#[derive(Debug, Clone, PartialEq)]
pub struct DraftSection {
    /// The number of the page's part with which it begins.
    pub part: usize,
    /// The line of the source on which it begins.
    pub line: usize,
    /// 1 to 6.
    pub level: u8,
    /// One line of Markdown; empty for text below no heading, or below a table.
    pub heading: String,
    pub body: String,
    pub table: Option<DraftTable>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct DraftTable {
    /// The number of the page's part that it stands in.
    pub part: usize,
    pub line: usize,
    /// Nothing where nothing tells.
    pub category: Option<Category>,
    pub columns: Vec<DraftColumn>,
    pub rows: Vec<DraftRow>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct DraftColumn {
    pub label: String,
    pub role: Role,
}

#[derive(Debug, Clone, PartialEq)]
pub struct DraftRow {
    pub line: usize,
    /// As many as there are columns.
    pub cells: Vec<DraftCell>,
}

#[derive(Debug, Clone, PartialEq)]
pub enum DraftCell {
    Text(String),
    /// A cell above spans it.
    Above,
    /// The row is shorter than the others.
    Absent,
}

impl DraftCell {
    /// What it says, if it says something itself.
    #[must_use]
    pub fn text(&self) -> Option<&str> {
        match self {
            Self::Text(text) if !text.is_empty() => Some(text),
            _ => None,
        }
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SetApart {
    pub line: usize,
    pub text: String,
}

/// Something that a person should look at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    pub line: usize,
    pub kind: NoteKind,
    /// Words of the source that stand nowhere else; mostly none.
    pub text: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NoteKind {
    /// The page stops in the middle.
    Incomplete,
    /// A heading that is not marked as one was told by what it looks like.
    HeadingGuessed,
    /// A table was put together from lines of text.
    TableProposed,
    /// A line looks like cells glued together; it was left as text.
    GluedLeft,
    /// A table has no header: what its columns say was told by what is in them.
    RolesGuessed,
    /// What is written in a label or in the words around a record, and stands nowhere else.
    Label,
    /// What stood before the title now stands below it.
    MovedBelowTitle,
    /// The language was told from the words.
    LanguageGuessed,
    /// No title stands on the page.
    NoTitle,
    /// No address of the platform was found.
    NoAddress,
    /// The address is the first one that the text names.
    AddressGuessed,
    /// The columns of a table are of a kind that could not be told.
    UnknownColumn,
    /// From here on, the page is in another language.
    SeveralLanguages,
    /// What links say to those who hover over them is not taken over.
    LinkTitles,
    /// It stands around the charter.
    SetApart,
}

impl NoteKind {
    pub const ALL: &[Self] = &[
        Self::Incomplete,
        Self::HeadingGuessed,
        Self::TableProposed,
        Self::GluedLeft,
        Self::RolesGuessed,
        Self::Label,
        Self::MovedBelowTitle,
        Self::LanguageGuessed,
        Self::NoTitle,
        Self::NoAddress,
        Self::AddressGuessed,
        Self::UnknownColumn,
        Self::SeveralLanguages,
        Self::LinkTitles,
        Self::SetApart,
    ];

    /// The name by which reports know it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Incomplete => "incomplete",
            Self::HeadingGuessed => "heading_guessed",
            Self::TableProposed => "table_proposed",
            Self::GluedLeft => "glued_left",
            Self::RolesGuessed => "roles_guessed",
            Self::Label => "label",
            Self::MovedBelowTitle => "moved_below_title",
            Self::LanguageGuessed => "language_guessed",
            Self::NoTitle => "no_title",
            Self::NoAddress => "no_address",
            Self::AddressGuessed => "address_guessed",
            Self::UnknownColumn => "unknown_column",
            Self::SeveralLanguages => "several_languages",
            Self::LinkTitles => "link_titles",
            Self::SetApart => "set_apart",
        }
    }
}
