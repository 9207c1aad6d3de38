//! What a reviewed document proposes: element by element, what it says otherwise than the charter
//! that it was made from.
//!
//! Pure: a collection and a document in, proposals out. A text that nobody touched proposes
//! nothing, whatever the charter says by now; one that was changed on both sides is told apart.
//! Fields stand again where their values still do. Invariant: no word that a reviewer wrote is
//! lost; it is in a proposal.

mod fields;
mod tables;

use std::collections::{HashMap, HashSet};

use super::returned::{Cell, Comment, Piece, Returned, Row, Section, Traces};
use crate::document::{self, Block, Document, Inline};
use crate::model::{
    Collection, ColumnId, Element, Language, Level, Owner, Platform, Resolved, RowAddress, RowId,
    SectionId,
};
use crate::render::marks::{Mark, Reference, Said};
use fields::{Shape, Written, typed};

/// What a reviewed document proposes for a charter.
#[derive(Debug, Clone, PartialEq)]
pub struct Review {
    pub owner: Owner,
    pub language: Language,
    /// In the order in which the document is read.
    pub proposals: Vec<Proposal>,
    /// What was remarked on what nobody changed.
    pub remarks: Vec<Comment>,
}

/// A change that a reviewer proposes.
#[derive(Debug, Clone, PartialEq)]
pub struct Proposal {
    pub what: What,
    pub basis: Basis,
    /// The authors of tracked changes; none where changes were not tracked.
    pub authors: Vec<String>,
    pub comments: Vec<Comment>,
}

/// Whether the charter still says what the reviewer read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Basis {
    AsRead,
    /// It says something else since the document was written: what the reviewer read, where the
    /// document still tells.
    ChangedSince(Option<String>),
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    /// An element is to say something else; both as they are written, with their fields.
    Text {
        element: Element,
        here: String,
        now: String,
    },
    AddRow {
        section: SectionId,
        /// The row above it, if it is not the first.
        after: Option<RowId>,
        cells: Vec<(ColumnId, String)>,
    },
    RemoveRow {
        row: RowAddress,
        /// What its cells say.
        said: Vec<String>,
    },
    AddSection {
        after: Option<SectionId>,
        level: Level,
        heading: String,
        body: String,
    },
    RemoveSection {
        section: SectionId,
        heading: String,
        body: String,
    },
}

impl What {
    /// What it is about; of something new, what stands before it.
    #[must_use]
    pub fn element(&self) -> Element {
        match self {
            Self::Text { element, .. } => element.clone(),
            Self::AddRow { section, .. } => Element::Section(section.clone()),
            Self::RemoveRow { row, .. } => Element::Row(row.clone()),
            Self::AddSection { after, .. } => {
                after.clone().map_or(Element::Title, Element::Section)
            }
            Self::RemoveSection { section, .. } => Element::Section(section.clone()),
        }
    }
}

/// What a document proposes, where the charter that it was made from is in a collection.
#[must_use]
pub fn review(collection: &Collection, returned: &Returned) -> Option<Review> {
    let (owner, language) = made_from(collection, returned.mark)?;
    let resolved = collection.resolve(&owner)?;
    let document = Document::new(collection, &resolved, &language);
    let reviewer = Reviewer {
        collection,
        resolved: &resolved,
        document: &document,
        returned,
        before: Before::of(returned),
        proposals: Vec::new(),
        unplaced: Vec::new(),
        told: HashSet::new(),
    };
    let (proposals, remarks) = reviewer.review();
    Some(Review {
        owner,
        language,
        proposals,
        remarks,
    })
}

/// The charter, and the language, that a document was made from.
fn made_from(collection: &Collection, mark: Mark) -> Option<(Owner, Language)> {
    let platforms = collection.platforms.iter();
    let platforms = platforms.map(|it| Owner::Platform(it.id.clone()));
    let models = collection
        .models
        .iter()
        .map(|it| Owner::Model(it.id.clone()));
    let mut owners = platforms.chain(models);
    let owner = owners.find(|owner| Reference::owner(owner) == mark.reference)?;
    let languages = collection.languages_of(&owner).to_vec();
    let language = languages
        .into_iter()
        .find(|it| Said::language(it) == mark.said)?;
    Some((owner, language))
}

/// What the document said before its tracked changes.
#[derive(Default)]
struct Before<'a> {
    title: Option<&'a Piece<Vec<Inline>>>,
    sections: HashMap<Reference, &'a Section>,
    labels: HashMap<Reference, &'a Piece<Vec<Inline>>>,
    cells: HashMap<Reference, &'a Cell>,
    rows: HashMap<Reference, &'a Row>,
}

impl<'a> Before<'a> {
    fn of(returned: &'a Returned) -> Self {
        let mut before = Self {
            title: returned.before.title.as_ref(),
            ..Self::default()
        };
        for section in &returned.before.sections {
            if let Some(reference) = section.reference {
                before.sections.entry(reference).or_insert(section);
            }
            let Some(table) = &section.table else {
                continue;
            };
            for label in &table.labels {
                if let Some(reference) = label.reference {
                    before.labels.entry(reference).or_insert(&label.words);
                }
            }
            for row in &table.rows {
                for cell in &row.cells {
                    if let Some(reference) = cell.reference {
                        before.cells.entry(reference).or_insert(cell);
                        before.rows.entry(reference).or_insert(row);
                    }
                }
            }
        }
        before
    }
}

struct Reviewer<'a> {
    collection: &'a Collection,
    resolved: &'a Resolved,
    document: &'a Document,
    returned: &'a Returned,
    before: Before<'a>,
    proposals: Vec<Proposal>,
    /// Words that have no place in the charter, as those of a column that was added.
    unplaced: Vec<Comment>,
    /// The comments that stand at a proposal.
    told: HashSet<usize>,
}

/// How what a document says stands to what it said, and to the charter.
enum Judged {
    /// Nobody touched it, or the charter says so already.
    Nothing,
    AsRead,
    ChangedSince,
}

fn judged(now: Said, said: Option<Said>, here: Said, before: Option<Said>) -> Judged {
    match said {
        _ if now == here => Judged::Nothing,
        Some(said) if said == now => Judged::Nothing,
        Some(said) if said == here => Judged::AsRead,
        Some(_) => Judged::ChangedSince,
        // Its mark is lost: what the document said before its changes tells.
        None if before.is_none_or(|before| before == here) => Judged::AsRead,
        None => Judged::ChangedSince,
    }
}

impl<'a> Reviewer<'a> {
    fn review(mut self) -> (Vec<Proposal>, Vec<Comment>) {
        self.title();
        let now = &self.returned.now.sections;
        let found: HashMap<Reference, usize> = now
            .iter()
            .enumerate()
            .rev()
            .filter_map(|(at, section)| Some((section.reference?, at)))
            .collect();
        let known: HashMap<Reference, &'a document::Section> = self
            .document
            .sections
            .iter()
            .map(|section| (Reference::section(&section.id), section.as_ref()))
            .collect();
        let mut above = None;
        for (at, section) in now.iter().enumerate() {
            let here = section
                .reference
                .filter(|reference| found.get(reference) == Some(&at))
                .and_then(|reference| known.get(&reference).copied());
            match here {
                Some(here) => {
                    self.section(here, section);
                    above = Some(here.id.clone());
                }
                None => self.new_section(section, above.as_ref()),
            }
        }
        let ids = self.document.sections.iter().map(|it| it.id.as_str());
        let are_as_read = self.returned.sections == Some(Said::ids(ids));
        for here in &self.document.sections {
            let reference = Reference::section(&here.id);
            if found.contains_key(&reference) {
                continue;
            }
            let before = self.before.sections.get(&reference).copied();
            if before.is_some() || are_as_read {
                self.gone_section(here, before);
            }
        }
        let comments = self.returned.comments.iter().enumerate();
        let remarks = comments.filter(|(at, _)| !self.told.contains(at));
        let remarks = remarks.map(|(_, comment)| comment.clone());
        (self.proposals, remarks.chain(self.unplaced).collect())
    }

    /// Tells words that no proposal can hold.
    fn remark(&mut self, text: &str, traces: &Traces) {
        let text = text.trim();
        if !text.is_empty() {
            self.unplaced.push(Comment {
                author: traces.authors.join(", "),
                text: text.to_owned(),
            });
        }
    }

    fn propose(&mut self, what: What, basis: Basis, traces: &Traces) {
        self.told.extend(&traces.comments);
        let comments = traces.comments.iter();
        let comments = comments.filter_map(|at| self.returned.comments.get(*at).cloned());
        self.proposals.push(Proposal {
            what,
            basis,
            authors: traces.authors.clone(),
            comments: comments.collect(),
        });
    }

    fn title(&mut self) {
        let nothing = Piece::default();
        let now = self.returned.now.title.as_ref().unwrap_or(&nothing);
        if now.content.is_empty() {
            return;
        }
        let here = &self.document.title;
        self.line(&here.element, &here.inlines, now, self.before.title);
    }

    fn line(
        &mut self,
        element: &Element,
        here: &[Inline],
        now: &Piece<Vec<Inline>>,
        before: Option<&Piece<Vec<Inline>>>,
    ) {
        let was = before.map(|it| Said::line(&it.content));
        let judged = judged(Said::line(&now.content), now.said, Said::line(here), was);
        let blocks = |inlines: &[Inline]| vec![Block::Paragraph(inlines.to_vec())];
        self.text(
            element,
            &judged,
            Shape::Line,
            blocks(&now.content),
            before.map(|it| blocks(&it.content)),
            &now.traces,
        );
    }

    fn text(
        &mut self,
        element: &Element,
        judged: &Judged,
        shape: Shape,
        now: Vec<Block>,
        before: Option<Vec<Block>>,
        traces: &Traces,
    ) {
        let written = self.written(element, shape);
        let basis = match judged {
            Judged::Nothing => return,
            Judged::AsRead => Basis::AsRead,
            Judged::ChangedSince => {
                Basis::ChangedSince(before.map(|blocks| written.restored(blocks)))
            }
        };
        let here = written.source.to_owned();
        let now = written.restored(now);
        let what = What::Text {
            element: element.clone(),
            here,
            now,
        };
        self.propose(what, basis, traces);
    }

    /// A text of the charter with its fields.
    fn written(&self, element: &Element, shape: Shape) -> Written<'a> {
        let text = self.resolved.text(element).map(|(text, _)| text);
        let said =
            text.map(|it| it.said(&self.document.language, &self.collection.first_language()));
        Written {
            source: said.map_or("", |said| said.text),
            shape,
            collection: self.collection,
            resolved: self.resolved,
            language: self.document.language.clone(),
        }
    }

    fn section(&mut self, here: &document::Section, now: &Section) {
        let reference = Reference::section(&here.id);
        let before = self.before.sections.get(&reference).copied();
        let nothing = Piece::default();
        let heading = now.heading.as_ref().unwrap_or(&nothing);
        let inlines = here.heading.as_ref().map(|it| it.inlines.as_slice());
        self.line(
            &Element::Heading(here.id.clone()),
            inlines.unwrap_or_default(),
            heading,
            before.and_then(|it| it.heading.as_ref()),
        );
        let was = before.map(|it| Said::blocks(&it.body.content));
        let said = Said::blocks(&here.body.blocks);
        // A text that was empty has no mark.
        let written = now
            .body
            .said
            .or(was.filter(|_| here.body.blocks.is_empty()));
        let judged = judged(Said::blocks(&now.body.content), written, said, was);
        self.text(
            &Element::Body(here.id.clone()),
            &judged,
            Shape::Body,
            now.body.content.clone(),
            before.map(|it| it.body.content.clone()),
            &now.body.traces,
        );
        if let Some(table) = &here.table {
            self.table(here, table, now.table.as_ref());
        }
    }

    fn new_section(&mut self, section: &Section, above: Option<&SectionId>) {
        let was_there = section.reference.is_some();
        let is_untouched = was_there
            && section
                .heading
                .as_ref()
                .is_none_or(Piece::<Vec<Inline>>::is_as_written)
            && (section.body.content.is_empty() || section.body.is_as_written());
        let heading = section.heading.as_ref();
        let says_nothing = heading.is_none() && section.body.content.is_empty();
        if is_untouched || says_nothing {
            return;
        }
        let mut traces = heading.map(|it| it.traces.clone()).unwrap_or_default();
        traces.add(&section.body.traces);
        let line = heading.map(|it| vec![Block::Paragraph(it.content.clone())]);
        let what = What::AddSection {
            after: above.cloned(),
            level: Level::try_from(section.depth.clamp(1, 6)).unwrap_or_default(),
            heading: line
                .map(|line| typed(&line).replace('\n', " "))
                .unwrap_or_default(),
            body: typed(&section.body.content),
        };
        let basis = if was_there {
            Basis::ChangedSince(None)
        } else {
            Basis::AsRead
        };
        self.propose(what, basis, &traces);
    }

    fn gone_section(&mut self, here: &document::Section, before: Option<&Section>) {
        let source = |element: &Element, shape| self.written(element, shape).source.to_owned();
        let what = What::RemoveSection {
            section: here.id.clone(),
            heading: source(&Element::Heading(here.id.clone()), Shape::Line),
            body: source(&Element::Body(here.id.clone()), Shape::Body),
        };
        let mut traces = Traces::default();
        if let Some(before) = before {
            traces.add(&before.body.traces);
            if let Some(heading) = &before.heading {
                traces.add(&heading.traces);
            }
        }
        self.propose(what, Basis::AsRead, &traces);
    }
}

/// The platform whose charter is looked at, if it is one.
fn platform<'a>(collection: &'a Collection, owner: &Owner) -> Option<&'a Platform> {
    match owner {
        Owner::Platform(id) => collection.platforms.get(id).map(AsRef::as_ref),
        Owner::Model(_) => None,
    }
}
