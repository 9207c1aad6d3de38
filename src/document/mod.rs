//! The document: one charter in one language, finished but for its format.
//!
//! Every renderer and the preview read it, so that they say the same. Each part knows the element
//! that it comes from and, where the words of another language stand in, that language. What it
//! holds is harmless: no control or direction-changing character, no link but to a web, mail or
//! telephone address, no markup.

mod above;
mod build;
mod clean;
pub mod comparison;
mod date;
mod edition;
mod findings;
mod markdown;
mod names;
mod origin;
mod place;
mod sameness;
mod survey;
mod wording;

use std::sync::Arc;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::model::{ColumnId, Element, Language, Nature, Owner, Role, RowId, SectionId};

pub use clean::clean;
pub(crate) use date::written_out;
pub use edition::{Edition, Press};
pub use findings::Findings;
pub(crate) use markdown::{Reader, Value, field_at, inlines_in, opens_address};
pub use markdown::{blocks_in, fields_in};
pub use names::{CookieName, NamePattern, names_in};
pub use origin::Origin;
pub use place::block_at;
pub use survey::{Coverage, Survey};
pub use wording::{Links, wording, wording_of};

/// A charter in one language.
#[derive(Debug, Clone, PartialEq)]
pub struct Document {
    pub owner: Owner,
    /// What the charter is for: the platform's name, or the model's.
    pub name: String,
    /// The address of the platform; empty for a model.
    pub address: String,
    /// The address of the page about privacy, where the platform has one.
    pub privacy: String,
    /// Who publishes it, where the platform says so.
    pub publisher: Option<String>,
    pub language: Language,
    /// The charter's date, if it or one of its models has one.
    pub updated: Option<Date>,
    pub title: Line,
    /// Shared with the documents made before and after, as long as nothing changes in them.
    pub sections: Vec<Arc<Section>>,
    /// What stands in the way of finishing it, and what a reader should know.
    pub findings: Findings,
}

/// One line of text.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    pub element: Element,
    pub origin: Origin,
    /// Set where it is not in the document's language.
    pub language: Option<Language>,
    pub inlines: Vec<Inline>,
}

/// Text with paragraphs, lists and the like.
#[derive(Debug, Clone, PartialEq)]
pub struct Flow {
    pub element: Element,
    pub origin: Origin,
    /// Set where it is not in the document's language.
    pub language: Option<Language>,
    pub blocks: Vec<Block>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Section {
    pub id: SectionId,
    pub origin: Origin,
    /// How deep its heading stands below the title: 1 right below it. No depth is skipped.
    pub depth: u8,
    pub heading: Option<Line>,
    pub body: Flow,
    pub table: Option<Table>,
}

impl Section {
    /// What its heading says, without marks; nothing where it has none.
    #[must_use]
    pub fn name(&self) -> Option<String> {
        let heading = plain(&self.heading.as_ref()?.inlines);
        let name = heading.trim();
        (!name.is_empty()).then(|| name.to_owned())
    }
}

/// A cookie table as it is shown: without what is hidden or does not apply.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    pub nature: Nature,
    /// Where its nature comes from.
    pub origin: Origin,
    pub columns: Vec<Column>,
    /// As many cells in each as there are columns.
    pub rows: Vec<Arc<Row>>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Column {
    pub id: ColumnId,
    pub origin: Origin,
    pub role: Role,
    pub label: Line,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    pub id: RowId,
    pub origin: Origin,
    pub cells: Vec<Cell>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Cell {
    pub content: Flow,
    /// Whether it repeats the cell above because the charter says « as above ».
    pub as_above: bool,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Block {
    /// A heading inside a text, at its depth below the title.
    Heading {
        depth: u8,
        inlines: Vec<Inline>,
    },
    Paragraph(Vec<Inline>),
    List {
        /// The first number, if the items are numbered.
        start: Option<usize>,
        items: Vec<Vec<Block>>,
    },
    Quote(Vec<Block>),
    Code(String),
    Rule,
    /// A table written in a text, its first row the header; rows are as long as the header.
    Grid {
        header: Vec<Vec<Inline>>,
        rows: Vec<Vec<Vec<Inline>>>,
    },
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Inline {
    Text(String),
    /// Words in another language than those around them.
    Foreign {
        language: Language,
        text: String,
    },
    Emphasis(Vec<Inline>),
    Strong(Vec<Inline>),
    Strike(Vec<Inline>),
    Code(String),
    Link {
        target: Target,
        content: Vec<Inline>,
    },
    Break,
    /// A field without a value: in a model, whose platforms will have one, or one that a finding
    /// is about.
    Field(String),
}

/// Where a link may lead: a web, mail or telephone address.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Target(String);

/// Why an address is no target.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("links lead to the web, to a mail or a telephone address")]
pub struct NoTarget;

impl TryFrom<String> for Target {
    type Error = NoTarget;

    fn try_from(address: String) -> Result<Self, NoTarget> {
        Self::new(&address).ok_or(NoTarget)
    }
}

impl From<Target> for String {
    fn from(target: Target) -> Self {
        target.0
    }
}

impl Target {
    const SCHEMES: [&str; 4] = ["http", "https", "mailto", "tel"];

    /// The target that an address names, if links may lead there.
    #[must_use]
    pub fn new(address: &str) -> Option<Self> {
        let url = url::Url::parse(address.trim()).ok()?;
        if !Self::SCHEMES.contains(&url.scheme()) {
            return None;
        }
        // The parsed address has everything escaped that needs to be; one that needs nothing
        // stays as it was written.
        let plain = |c: char| c.is_ascii_graphic() && !"\"<>\\^`{|}".contains(c);
        let address = address.trim();
        Some(Self(if address.chars().all(plain) {
            address.to_owned()
        } else {
            url.to_string()
        }))
    }

    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// The words of inlines, without their marks.
#[must_use]
pub fn plain(inlines: &[Inline]) -> String {
    let mut words = String::new();
    push_plain(inlines, &mut words);
    words
}

fn push_plain(inlines: &[Inline], words: &mut String) {
    for inline in inlines {
        match inline {
            Inline::Text(text) | Inline::Code(text) | Inline::Foreign { text, .. } => {
                words.push_str(text);
            }
            Inline::Emphasis(content)
            | Inline::Strong(content)
            | Inline::Strike(content)
            | Inline::Link { content, .. } => push_plain(content, words),
            Inline::Break => words.push('\n'),
            Inline::Field(field) => words.push_str(&field_marks(field)),
        }
    }
}

/// A field as it is written in a text.
#[must_use]
pub fn field_marks(field: &str) -> String {
    format!("{{{{ {field} }}}}")
}

impl Document {
    /// Whether something keeps it from being finished.
    #[must_use]
    pub fn is_blocked(&self) -> bool {
        self.findings
            .iter()
            .any(|finding| finding.problem.blocks_export())
    }

    /// A section, if it shows.
    #[must_use]
    pub fn section(&self, id: &SectionId) -> Option<&Section> {
        let mut sections = self.sections.iter().map(Arc::as_ref);
        sections.find(|section| section.id == *id)
    }
}
