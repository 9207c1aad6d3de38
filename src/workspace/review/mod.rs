//! The review of an import: what a page becomes, line by line, and what a person decides of it.
//!
//! Pure: the page, the decisions and a collection in, the lines out. A decision is kept by the
//! place on the page that it is about, never by the numbers of a draft, which change with every
//! decision; so what was decided before stays where it was.

mod lines;

use std::collections::{BTreeMap, HashMap};
use std::path::PathBuf;
use std::sync::Arc;

use super::import::{self, Found, Incoming, PageFound, Request, Taken};
use crate::import::Draft;
use crate::import::matching::{
    self, Choices, Decision, FormChoice, PagePart, PartKey, PlatformChoice, Proposal, Wish,
};
use crate::import::structure::{self, Decisions, Kind};
use crate::model::{Category, Collection, Element, Language, Role};

pub use lines::{Beside, Line, NoteAt, What};

/// What begins with a part of a page, where several sections or tables may: the nth of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Spot {
    pub part: usize,
    pub nth: usize,
}

/// What a decision is about.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Subject {
    Title,
    Section(Spot),
    Column(Spot, usize),
    Row(Spot, usize),
    /// What only the charter says.
    Charter(Element),
}

/// What a person decided otherwise than was proposed.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Decided {
    pub language: Option<Language>,
    /// By the number of the part.
    pub kinds: BTreeMap<usize, Kind>,
    pub roles: BTreeMap<(Spot, usize), Role>,
    pub categories: BTreeMap<Spot, Option<Category>>,
    pub form: FormChoice,
    pub platform: PlatformChoice,
    pub parts: HashMap<Subject, Decision>,
}

/// A page that is being reviewed.
#[derive(Debug, Clone)]
pub struct Review {
    /// What the source is called.
    pub source: String,
    pub found: Arc<PageFound>,
    /// The language of a page that does not tell its own.
    pub usual: Language,
    pub decided: Decided,
}

/// What comes of a page as it is decided.
#[derive(Debug, Clone)]
pub struct Made {
    pub draft: Draft,
    pub proposal: Proposal,
    pub lines: Vec<Line>,
    /// What a person should look at, in the order of the lines.
    pub notes: Vec<NoteAt>,
}

impl Review {
    #[must_use]
    pub fn new(source: String, found: PageFound, usual: Language) -> Self {
        Self {
            source,
            found: Arc::new(found),
            usual,
            decided: Decided::default(),
        }
    }

    /// Whether nothing was decided yet.
    #[must_use]
    pub fn is_untouched(&self) -> bool {
        self.decided == Decided::default()
    }

    /// What would come of it in a collection.
    #[must_use]
    pub fn make(&self, collection: &Collection) -> Made {
        let draft = self.draft();
        let wish = Wish {
            platform: None,
            source: self.source.clone(),
        };
        let choices = self.choices(&draft);
        let proposal = matching::propose(collection, &draft, &wish, &choices);
        let lines = lines::lines(&self.found.page, &draft, &proposal, &self.found.draft.kinds);
        let notes = lines::notes(&draft, &lines);
        Made {
            draft,
            proposal,
            lines,
            notes,
        }
    }

    /// Decides what parts of the page are; what was told of them is no decision.
    pub fn decide_kind(&mut self, parts: std::ops::Range<usize>, kind: Kind) {
        for part in parts {
            if self.found.draft.kinds.get(part) == Some(&kind) {
                self.decided.kinds.remove(&part);
            } else {
                self.decided.kinds.insert(part, kind);
            }
        }
    }

    /// Decides what becomes of something; nothing leaves it to the program.
    pub fn decide(&mut self, subject: Subject, decision: Option<Decision>) {
        match decision {
            Some(decision) => self.decided.parts.insert(subject, decision),
            None => self.decided.parts.remove(&subject),
        };
    }

    /// The page with what was decided, as an import takes it.
    fn as_found(&self) -> PageFound {
        if self.is_untouched() {
            return PageFound::clone(&self.found);
        }
        let draft = self.draft();
        PageFound {
            page: self.found.page.clone(),
            choices: self.choices(&draft),
            draft,
        }
    }

    fn draft(&self) -> Draft {
        let decided = &self.decided;
        let mut decisions = Decisions {
            language: decided.language.clone(),
            kinds: decided.kinds.clone(),
            ..Decisions::default()
        };
        let is_as_told = decisions == Decisions::default();
        let draft = if is_as_told {
            self.found.draft.clone()
        } else {
            structure::draft(&self.found.page, &decisions, &self.usual)
        };
        if decided.roles.is_empty() && decided.categories.is_empty() {
            return draft;
        }
        // Tables are numbered only once it is settled what is one.
        for (number, spot) in Spots::of(&draft).tables.iter().flatten().enumerate() {
            if let Some(category) = decided.categories.get(spot) {
                decisions.categories.insert(number, category.clone());
            }
            let roles = decided.roles.range((*spot, 0)..=(*spot, usize::MAX));
            for ((_, column), role) in roles {
                decisions.roles.insert((number, *column), *role);
            }
        }
        structure::draft(&self.found.page, &decisions, &self.usual)
    }

    fn choices(&self, draft: &Draft) -> Choices {
        let spots = Spots::of(draft);
        let parts = self.decided.parts.iter().filter_map(|(subject, decision)| {
            let key = match subject {
                Subject::Charter(element) => PartKey::Charter(element.clone()),
                Subject::Title => PartKey::Page(PagePart::Title),
                Subject::Section(spot) => PartKey::Page(PagePart::Section(spots.section(*spot)?)),
                Subject::Column(spot, column) => PartKey::Page(PagePart::Column {
                    section: spots.table(*spot)?,
                    column: *column,
                }),
                Subject::Row(spot, row) => PartKey::Page(PagePart::Row {
                    section: spots.table(*spot)?,
                    row: *row,
                }),
            };
            Some((key, *decision))
        });
        Choices {
            form: self.decided.form.clone(),
            platform: self.decided.platform.clone(),
            parts: parts.collect(),
        }
    }
}

/// Where the sections of a draft, and their tables, begin on the page.
struct Spots {
    sections: Vec<Spot>,
    tables: Vec<Option<Spot>>,
}

impl Spots {
    fn of(draft: &Draft) -> Self {
        let mut sections_at: HashMap<usize, usize> = HashMap::new();
        let mut tables_at: HashMap<usize, usize> = HashMap::new();
        let spot = |counts: &mut HashMap<usize, usize>, part: usize| {
            let count = counts.entry(part).or_default();
            let nth = *count;
            *count += 1;
            Spot { part, nth }
        };
        let mut spots = Self {
            sections: Vec::with_capacity(draft.sections.len()),
            tables: Vec::with_capacity(draft.sections.len()),
        };
        for section in &draft.sections {
            spots.sections.push(spot(&mut sections_at, section.part));
            let table = section.table.as_ref();
            let table = table.map(|table| spot(&mut tables_at, table.part));
            spots.tables.push(table);
        }
        spots
    }

    fn section(&self, spot: Spot) -> Option<usize> {
        self.sections.iter().position(|it| *it == spot)
    }

    fn table(&self, spot: Spot) -> Option<usize> {
        self.tables.iter().position(|it| *it == Some(spot))
    }
}

/// Something of several that come in together.
#[derive(Debug, Clone)]
pub enum Candidate {
    Page(Box<Review>),
    Collection(Arc<Collection>),
}

/// What would come of several sources together.
#[must_use]
pub fn take(collection: &Collection, candidates: &[(PathBuf, Candidate)]) -> Taken {
    let incoming = candidates.iter().map(|(path, candidate)| Incoming {
        path: path.clone(),
        found: Ok(match candidate {
            Candidate::Page(review) => Found::Charter(Box::new(review.as_found())),
            Candidate::Collection(from) => Found::Collection(Box::new(Collection::clone(from))),
        }),
    });
    import::take_in(collection, incoming.collect(), &Request::default())
}
