//! Editions: a document with all that it was made from, so that the next one is made of what
//! changed and takes over the rest.
//!
//! A part (a section, a row) is taken over where it would say the same if it were read anew: its
//! texts are the same, the fields in them say the same, and so does what stands around it as far
//! as that shows in it. Invariant: an edition's document is the one that [`Document::new`] makes.

use std::sync::Arc;

use super::build::Builder;
use super::{Document, Row, Section};
use crate::model::{
    Collection, FieldId, Finding, Indexed, Language, Owner, Problem, Resolved, ResolvedColumn,
    ResolvedRow, ResolvedSection, ResolvedTable, Text,
};

/// A document with what it was made from.
#[derive(Debug)]
pub struct Edition {
    document: Arc<Document>,
    /// Kept as it was, so that a row that is the same in it and in a later one was not changed.
    resolved: Arc<Resolved>,
    /// The language that stands in for missing texts.
    first: Language,
    sections: SectionParts,
}

/// What came of each resolved section; nothing of those that do not stand.
pub(super) type SectionParts = Vec<Option<Arc<SectionPart>>>;

/// What came of a section.
#[derive(Debug)]
pub(super) struct SectionPart {
    /// The depth of the last heading before it, and after it.
    pub before: u8,
    pub after: u8,
    /// Nothing where it says nothing.
    pub shown: Option<Arc<Section>>,
    /// What came of each resolved row of its table; nothing of those that do not stand.
    pub rows: Vec<Option<Arc<RowPart>>>,
    /// What its own texts asked, and what was found in it, its rows included.
    pub notes: Notes,
}

/// What came of a row.
#[derive(Debug)]
pub(super) struct RowPart {
    pub shown: Arc<Row>,
    /// What its cells say, where « as above » is among them.
    pub said: Vec<Said>,
    pub notes: Notes,
}

/// What a cell says, be it what the cell above does.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Said {
    pub text: Option<Text>,
    pub as_above: bool,
}

/// What the texts of a part asked, and what was found in them.
#[derive(Debug, Default)]
pub(super) struct Notes {
    pub asked: Vec<Arc<Answer>>,
    pub findings: Vec<Arc<Finding>>,
}

/// What a text asks for: a field, or what stands in the place of its name, in a language.
pub(super) type Question = (Result<FieldId, String>, Language);

/// What a field says in a text.
#[derive(Debug, PartialEq)]
pub(super) struct Answer {
    pub to: Question,
    pub says: Result<super::markdown::Value, Problem>,
}

impl Edition {
    /// The first edition of a charter in a language.
    #[must_use]
    pub fn new(collection: &Collection, resolved: &Arc<Resolved>, language: &Language) -> Self {
        Self::made(collection, resolved, language, None)
    }

    /// The edition after this one, once the collection or the charter changed; or that of another
    /// platform, which may inherit the same.
    #[must_use]
    pub fn next(&self, collection: &Collection, resolved: &Arc<Resolved>) -> Self {
        let is_of_same = match (&self.resolved.owner, &resolved.owner) {
            (Owner::Platform(_), Owner::Platform(_)) => true,
            (was, is) => was == is,
        };
        let before = (is_of_same && self.first == collection.first_language()).then_some(self);
        Self::made(collection, resolved, &self.document.language, before)
    }

    fn made(
        collection: &Collection,
        resolved: &Arc<Resolved>,
        language: &Language,
        before: Option<&Self>,
    ) -> Self {
        let builder = Builder::new(collection, resolved, language);
        let (document, sections) = builder.document(before);
        Self {
            document: Arc::new(document),
            resolved: Arc::clone(resolved),
            first: collection.first_language(),
            sections,
        }
    }

    #[must_use]
    pub fn document(&self) -> &Arc<Document> {
        &self.document
    }

    /// A section as it was, near the position where it stood.
    pub(super) fn section(&self, section: &ResolvedSection, near: usize) -> Option<WasSection<'_>> {
        let at = place_of(&self.resolved.sections, &section.id, near)?;
        Some(WasSection {
            at,
            resolved: self.resolved.sections.get(at)?,
            columns: &self.resolved.columns,
            part: self.sections.get(at)?.as_ref()?,
        })
    }
}

/// Makes the documents of many charters one after the other: what two of them inherit from one
/// model is read once.
#[derive(Debug, Default)]
pub struct Press {
    /// The last edition in each language.
    last: Vec<Edition>,
}

impl Press {
    /// A charter in a language, finished but for its format.
    pub fn document(
        &mut self,
        collection: &Collection,
        resolved: &Arc<Resolved>,
        language: &Language,
    ) -> Arc<Document> {
        let mut last = self.last.iter_mut();
        match last.find(|it| it.document.language == *language) {
            Some(last) => {
                *last = last.next(collection, resolved);
                Arc::clone(&last.document)
            }
            None => {
                let first = Edition::new(collection, resolved, language);
                let document = Arc::clone(&first.document);
                self.last.push(first);
                document
            }
        }
    }
}

/// A section of the edition before, and what came of it.
#[derive(Clone, Copy)]
pub(super) struct WasSection<'a> {
    pub at: usize,
    pub resolved: &'a ResolvedSection,
    /// The charter's columns then.
    columns: &'a [ResolvedColumn],
    pub part: &'a Arc<SectionPart>,
}

/// A row of the edition before.
#[derive(Clone, Copy)]
pub(super) struct WasRow<'a> {
    pub at: usize,
    pub resolved: &'a ResolvedRow,
    /// What came of it, if it stood.
    pub part: Option<&'a Arc<RowPart>>,
    /// Whether it stood right below another one.
    pub followed_another: bool,
}

impl WasRow<'_> {
    /// Whether a cell of it says « as above ».
    pub fn says_above(&self) -> bool {
        match self.part {
            Some(part) => !part.said.is_empty(),
            None => self.resolved.says_above(),
        }
    }
}

impl<'a> WasSection<'a> {
    /// The columns that its table showed.
    fn shown_columns(&self) -> impl Iterator<Item = &'a ResolvedColumn> {
        let table = self.resolved.table.as_ref();
        let own = table.and_then(|table| table.columns.as_deref());
        let columns = own.unwrap_or(self.columns).iter();
        columns.filter(|column| column.shown())
    }

    /// A row as it was, near the position where it stood.
    pub fn row(&self, row: &ResolvedRow, near: usize) -> Option<WasRow<'a>> {
        let rows = &self.resolved.table.as_ref()?.rows;
        let is_there = rows.get(near).is_some_and(|was| was.has_cells_of(row));
        let at = is_there
            .then_some(near)
            .or_else(|| place_of(rows, row.id(), near))?;
        let part = |at: usize| self.part.rows.get(at).and_then(Option::as_ref);
        let above = at.checked_sub(1).and_then(part);
        Some(WasRow {
            at,
            resolved: rows.get(at)?,
            part: part(at),
            followed_another: above.is_some(),
        })
    }

    /// Whether its texts are those of another section, and come from where those do.
    pub fn has_texts_of(&self, section: &ResolvedSection) -> bool {
        let was = self.resolved;
        was.level.value == section.level.value
            && was.origin == section.origin
            && was.heading == section.heading
            && was.body == section.body
    }

    /// Whether its table showed these columns, whatever they are called.
    pub fn shows_columns(&self, shown: &[&ResolvedColumn]) -> bool {
        let ids = shown.iter().map(|column| &column.column.id);
        self.shown_columns().map(|column| &column.column.id).eq(ids)
    }

    /// Whether its table has the nature and the columns of another one.
    pub fn has_columns_of(&self, table: &ResolvedTable, shown: &[&ResolvedColumn]) -> bool {
        let Some(was) = &self.resolved.table else {
            return false;
        };
        let same = |was: &ResolvedColumn, is: &ResolvedColumn| {
            was.column.role == is.column.role && was.label == is.label && was.origin == is.origin
        };
        was.nature == table.nature
            && was.columns.is_some() == table.columns.is_some()
            && self.shows_columns(shown)
            && self
                .shown_columns()
                .zip(shown)
                .all(|(was, is)| same(was, is))
    }
}

/// Where the element of an id stands: at a position near which it stood, or wherever.
fn place_of<T: crate::model::Identified>(
    items: &Indexed<T>,
    id: &T::Id,
    near: usize,
) -> Option<usize> {
    let is_there = items.get(near).is_some_and(|item| item.id() == id);
    is_there.then_some(near).or_else(|| items.position_of(id))
}
