//! Bringing charters in: files to drafts, at the same time; drafts into a collection, one after
//! the other, as one step.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use rayon::iter::{IntoParallelRefIterator as _, ParallelIterator as _};

use super::changes::{Decision, Scope, accept};
use super::files::{FileError, sources};
use super::jobs::{Cancel, Progress};
use super::{Change, Deed, Place};
use crate::import::draft::Verdict as DraftVerdict;
use crate::import::matching::{
    self, Asked, Choices, Counts, Outcome as PartOutcome, PagePart, Part, Proposal, Verdict, Wish,
};
use crate::import::merging;
use crate::import::returned::Comment;
use crate::import::review::{Basis, Review, What, review};
use crate::import::source::{self, Content, Refusal};
use crate::import::structure::{self, Decisions};
use crate::import::{Draft, Page};
use crate::model::{
    Collection, Edit, Element, Language, ListEdit, ModelId, Origin, Owner, PlatformId, Standing,
};
use crate::store::{self, Unreadable};

/// What an import was asked to do.
#[derive(Debug, Clone, Default)]
pub struct Request {
    /// The platform that the pages are for; without it, that of each one's address.
    pub platform: Option<PlatformId>,
    /// The language of the pages; without it, each tells its own.
    pub language: Option<Language>,
}

/// A source, read or not.
#[derive(Debug)]
pub struct Incoming {
    pub path: PathBuf,
    pub found: Result<Found, Unread>,
}

/// What a source holds.
#[derive(Debug)]
pub enum Found {
    Charter(Box<PageFound>),
    Collection(Box<Collection>),
}

/// A page, and the charter that was found on it.
#[derive(Debug, Clone)]
pub struct PageFound {
    pub page: Page,
    pub draft: Draft,
    /// What was decided about taking it in.
    pub choices: Choices,
}

/// Why nothing comes of a source.
#[derive(Debug)]
pub enum Unread {
    File(FileError),
    Refused(Refusal),
    Unreadable(Unreadable),
    /// It can be read, and is no charter.
    NoCharter,
}

/// Reads sources at the same time. What was not read when it is stopped is left out.
#[must_use]
pub fn read(
    paths: &[PathBuf],
    request: &Request,
    usual: &Language,
    cancel: &Cancel,
    progress: &Progress,
) -> Vec<Incoming> {
    let done = AtomicUsize::new(0);
    let incoming = paths.par_iter().filter_map(|path| {
        if cancel.is_cancelled() {
            return None;
        }
        let found = read_one(path, request, usual);
        progress.set(done.fetch_add(1, Ordering::Relaxed) + 1, paths.len());
        Some(Incoming {
            path: path.clone(),
            found,
        })
    });
    incoming.collect()
}

fn read_one(path: &Path, request: &Request, usual: &Language) -> Result<Found, Unread> {
    let bytes = sources::source_bytes(path).map_err(Unread::File)?;
    found_in(&bytes, &name_of(path), request, usual)
}

/// What the bytes of a source hold.
pub fn found_in(
    bytes: &[u8],
    name: &str,
    request: &Request,
    usual: &Language,
) -> Result<Found, Unread> {
    let source = source::read(bytes, name).map_err(Unread::Refused)?;
    match source.content {
        Content::Collection { text, notation } => store::read(text.as_bytes(), notation)
            .map(|collection| Found::Collection(Box::new(collection)))
            .map_err(Unread::Unreadable),
        Content::Page(page) => {
            let decisions = Decisions {
                language: request.language.clone(),
                ..Decisions::default()
            };
            let draft = structure::draft(&page, &decisions, usual);
            if draft.verdict == DraftVerdict::NoCharter {
                return Err(Unread::NoCharter);
            }
            Ok(Found::Charter(Box::new(PageFound {
                page,
                draft,
                choices: Choices::default(),
            })))
        }
    }
}

/// The name of a file, as people know it.
#[must_use]
pub fn name_of(path: &Path) -> String {
    let name = path.file_name().unwrap_or(path.as_os_str());
    name.to_string_lossy().into_owned()
}

/// The name of a file without its ending: what a platform is called that has no other name.
#[must_use]
pub fn stem_of(path: &Path) -> String {
    let name = path.file_stem().unwrap_or(path.as_os_str());
    name.to_string_lossy().into_owned()
}

/// What came of the sources of an import, in their order.
#[derive(Debug, Default)]
pub struct Taken {
    /// The edits that take all of them in.
    pub edits: Vec<Edit>,
    pub outcomes: Vec<Outcome>,
    /// The platform to look at: the first one that came in.
    pub first: Option<PlatformId>,
}

/// What came of a source.
#[derive(Debug)]
pub struct Outcome {
    pub path: PathBuf,
    pub result: Result<TakenIn, Unread>,
}

#[derive(Debug)]
pub enum TakenIn {
    Charter {
        draft: Box<Draft>,
        platform: PlatformId,
        /// The model that is made of it.
        model: Option<ModelId>,
        counts: Counts,
        remarks: Vec<Remark>,
    },
    Platforms {
        added: Vec<PlatformId>,
        same: Vec<PlatformId>,
    },
}

/// What a person may want to know of how a page was matched.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Remark {
    /// What stands on this line differs from the model by spaces, quotation marks or the like, and
    /// was inherited.
    Typographic { line: usize },
    /// What the model says and the page does not: the platform does not show it.
    Hidden { said: String },
    /// What a colleague remarked in a reviewed document, or wrote where the charter has no place.
    Commented(Comment),
    /// What a reviewed document proposed, and was taken.
    Reviewed {
        what: Box<What>,
        basis: Basis,
        authors: Vec<String>,
    },
}

/// What a source proposes, where it is a document of a charter of the collection that was sent out
/// to be reviewed.
#[must_use]
pub fn review_of(collection: &Collection, source: &Incoming) -> Option<Review> {
    match source.found.as_ref().ok()? {
        Found::Charter(found) => review(collection, found.page.returned.as_deref()?),
        Found::Collection(_) => None,
    }
}

/// How much of a hidden part is told, in characters.
const LONGEST_REMARK: usize = 80;

fn remarks(draft: &Draft, proposal: &Proposal) -> Vec<Remark> {
    let line = |part: PagePart| match part {
        PagePart::Title => Some(1),
        PagePart::Section(section) | PagePart::Column { section, .. } => {
            draft.sections.get(section).map(|it| it.line)
        }
        PagePart::Row { section, row } => {
            let table = draft.sections.get(section)?.table.as_ref()?;
            table.rows.get(row).map(|it| it.line)
        }
    };
    let remark = |part: &Part| match (part.page, part.verdict, part.outcome) {
        (Some(page), Some(Verdict::Typographic), PartOutcome::Inherited) => {
            line(page).map(|line| Remark::Typographic { line })
        }
        (None, _, PartOutcome::Hidden) => {
            let said = part.charter.iter().map(|it| it.trim());
            let said: Vec<&str> = said.filter(|it| !it.is_empty()).collect();
            let said: String = said.join(" · ").chars().take(LONGEST_REMARK).collect();
            Some(Remark::Hidden { said })
        }
        _ => None,
    };
    proposal.parts.iter().filter_map(remark).collect()
}

impl Taken {
    /// The change that takes everything in; nothing where that is nothing new.
    #[must_use]
    pub fn change(&self) -> Option<Change> {
        let first = self.first.clone().filter(|_| !self.edits.is_empty())?;
        Some(change(first, self.edits.clone()))
    }

    /// A collection with the models that the other sources bring: what one of them is compared
    /// with when it comes in together with them.
    #[must_use]
    pub fn ground_of(&self, path: &Path, collection: &Collection) -> Collection {
        let source = self.outcomes.iter().find(|it| it.path == path);
        let own = match source.map(|it| &it.result) {
            Some(Ok(TakenIn::Charter { model, .. })) => model.as_ref(),
            _ => None,
        };
        let mut ground = collection.clone();
        for edit in &self.edits {
            if let Edit::Models(ListEdit::Insert { item, .. }) = edit
                && Some(&item.id) != own
                && !ground.models.contains(&item.id)
            {
                let at = ground.models.len();
                let item = Arc::clone(item);
                apply(&mut ground, &[Edit::Models(ListEdit::Insert { at, item })]);
            }
        }
        ground
    }

    /// How many sources came in, and how many did not.
    #[must_use]
    pub fn counts(&self) -> (usize, usize) {
        let done = self.outcomes.iter().filter(|it| it.result.is_ok()).count();
        (done, self.outcomes.len() - done)
    }
}

/// The step that brings charters in.
#[must_use]
pub fn change(first: PlatformId, edits: Vec<Edit>) -> Change {
    Change {
        deed: Deed::Import,
        place: Place {
            owner: Owner::Platform(first),
            element: Element::Title,
        },
        edits,
    }
}

/// Takes sources into a collection, as proposed: the platforms of other collections, then the
/// charters. Into a collection without models the most common charter becomes the model.
#[must_use]
pub fn take_in(collection: &Collection, incoming: Vec<Incoming>, request: &Request) -> Taken {
    let mut collection = collection.clone();
    let mut taken = Taken::default();
    let mut drafts: Vec<Asked> = Vec::new();
    let mut results: Vec<(PathBuf, Option<Result<TakenIn, Unread>>)> = Vec::new();
    for source in incoming {
        if let Some((result, edits)) = taken_back(&collection, &source, request) {
            apply(&mut collection, &edits);
            taken.edits.extend(edits);
            results.push((source.path, Some(Ok(result))));
            continue;
        }
        let result = match source.found {
            Err(unread) => Some(Err(unread)),
            Ok(Found::Collection(from)) => {
                let merged = merging::merge(&collection, &from);
                apply(&mut collection, &merged.edits);
                taken.edits.extend(merged.edits);
                Some(Ok(TakenIn::Platforms {
                    added: merged.added,
                    same: merged.same,
                }))
            }
            Ok(Found::Charter(found)) => {
                let wish = Wish {
                    platform: request.platform.clone(),
                    source: stem_of(&source.path),
                };
                drafts.push(Asked {
                    draft: found.draft,
                    wish,
                    choices: found.choices,
                });
                None
            }
        };
        results.push((source.path, result));
    }
    let together = matching::propose_all(&collection, &drafts);
    taken.edits.extend(together.edits);
    let charters = drafts.into_iter().zip(together.proposals);
    let mut charters = charters.map(|(Asked { draft, .. }, proposal)| TakenIn::Charter {
        platform: proposal.platform.id.clone(),
        model: proposal.new_model.as_ref().map(|model| model.id.clone()),
        counts: proposal.counts(),
        remarks: remarks(&draft, &proposal),
        draft: Box::new(draft),
    });
    taken.outcomes = results
        .into_iter()
        .map(|(path, result)| Outcome {
            path,
            result: result
                .or_else(|| charters.next().map(Ok))
                .unwrap_or(Err(Unread::NoCharter)),
        })
        .collect();
    taken.first = taken
        .outcomes
        .iter()
        .find_map(|it| match it.result.as_ref().ok()? {
            TakenIn::Charter { platform, .. } => Some(platform.clone()),
            TakenIn::Platforms { added, same } => added.first().or(same.first()).cloned(),
        });
    taken
}

/// What comes of a reviewed document: nobody can be asked, so all that it proposes is taken.
fn taken_back(
    collection: &Collection,
    source: &Incoming,
    request: &Request,
) -> Option<(TakenIn, Vec<Edit>)> {
    let Found::Charter(found) = source.found.as_ref().ok()? else {
        return None;
    };
    let review = review_of(collection, source)?;
    let Owner::Platform(platform) = &review.owner else {
        return None;
    };
    if request
        .platform
        .as_ref()
        .is_some_and(|wished| wished != platform)
    {
        return None;
    }
    let decisions = review
        .proposals
        .iter()
        .map(|_| Decision::Accept(Scope::Here));
    let change = accept(collection, &review, decisions);
    let edits = change.map(|change| change.edits).unwrap_or_default();
    let mut after = collection.clone();
    apply(&mut after, &edits);
    let remarks = review.proposals.iter().map(|proposal| Remark::Reviewed {
        what: Box::new(proposal.what.clone()),
        basis: proposal.basis.clone(),
        authors: proposal.authors.clone(),
    });
    let comments = review.proposals.iter().flat_map(|it| &it.comments);
    let comments = comments.chain(&review.remarks).cloned();
    let remarks = remarks.chain(comments.map(Remark::Commented));
    let charter = TakenIn::Charter {
        draft: Box::new(found.draft.clone()),
        platform: platform.clone(),
        model: None,
        counts: counts(&after, &review.owner),
        remarks: remarks.collect(),
    };
    Some((charter, edits))
}

/// How the title, the sections and the rows of a charter stand to its model.
fn counts(collection: &Collection, owner: &Owner) -> Counts {
    let mut counts = Counts::default();
    let Some(resolved) = collection.resolve(owner) else {
        return counts;
    };
    let mut count = |origins: &[&Origin], hidden: bool| {
        let is = |wanted: fn(&Standing<'_>) -> bool| {
            origins.iter().any(|origin| wanted(&origin.standing(owner)))
        };
        let place = if hidden {
            &mut counts.hidden
        } else if is(|it| matches!(it, Standing::Adapted { .. })) {
            &mut counts.adapted
        } else if is(|it| matches!(it, Standing::Own)) {
            &mut counts.added
        } else {
            &mut counts.inherited
        };
        *place += 1;
    };
    count(&[&resolved.title.origin], false);
    for section in &resolved.sections {
        let origins = [
            &section.origin,
            &section.heading.origin,
            &section.body.origin,
            &section.level.origin,
        ];
        count(&origins, section.hidden.is_some());
        let Some(table) = &section.table else {
            continue;
        };
        let columns = resolved.columns_of(table);
        for row in &table.rows {
            let cells = columns.iter().map(|column| row.cell(&column.column.id).1);
            let origins: Vec<&Origin> = std::iter::once(&row.origin).chain(cells).collect();
            count(&origins, row.hidden.is_some());
        }
    }
    counts
}

fn apply(collection: &mut Collection, edits: &[Edit]) {
    for edit in edits {
        collection
            .apply(edit.clone())
            .expect("what is edited is there, and what is inserted is not");
    }
}
