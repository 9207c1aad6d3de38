//! Bringing charters in: files to drafts, at the same time; drafts into a collection, one after
//! the other, as one step.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

use rayon::iter::{IntoParallelRefIterator as _, ParallelIterator as _};

use super::files::{FileError, sources};
use super::jobs::{Cancel, Progress};
use super::{Change, Deed, Place};
use crate::import::draft::Verdict;
use crate::import::matching::{self, Choices, Counts, Proposal, Wish};
use crate::import::merging;
use crate::import::source::{self, Content, Refusal};
use crate::import::structure::{self, Decisions};
use crate::import::{Draft, Page};
use crate::model::{Collection, Edit, Element, Language, Owner, PlatformId};
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
            if draft.verdict == Verdict::NoCharter {
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
        counts: Counts,
    },
    Platforms {
        added: Vec<PlatformId>,
        same: Vec<PlatformId>,
    },
}

impl Taken {
    /// The change that takes everything in; nothing where that is nothing new.
    #[must_use]
    pub fn change(&self) -> Option<Change> {
        let first = self.first.clone().filter(|_| !self.edits.is_empty())?;
        Some(change(first, self.edits.clone()))
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

/// Takes sources into a collection, as proposed. The most common charter comes first, so that
/// into a collection without models it is the one that becomes the model.
#[must_use]
pub fn take_in(collection: &Collection, incoming: Vec<Incoming>, request: &Request) -> Taken {
    let mut collection = collection.clone();
    let mut taken = Taken::default();
    let mut edits_by_source: Vec<Vec<Edit>> = Vec::new();
    let first = first_of(&collection, &incoming);
    let mut results: Vec<Option<Outcome>> = incoming.iter().map(|_| None).collect();
    let order = first
        .into_iter()
        .chain((0..incoming.len()).filter(|at| Some(*at) != first));
    let order: Vec<usize> = order.collect();
    let mut sources: Vec<Option<Incoming>> = incoming.into_iter().map(Some).collect();
    for at in order {
        let Some(source) = sources.get_mut(at).and_then(Option::take) else {
            continue;
        };
        let (edits, outcome) = take_one(&mut collection, source, request);
        edits_by_source.push(edits);
        if let Some(slot) = results.get_mut(at) {
            *slot = Some(outcome);
        }
    }
    taken.edits = edits_by_source.into_iter().flatten().collect();
    taken.outcomes = results.into_iter().flatten().collect();
    taken.first = taken
        .outcomes
        .iter()
        .find_map(|it| match it.result.as_ref().ok()? {
            TakenIn::Charter { platform, .. } => Some(platform.clone()),
            TakenIn::Platforms { added, same } => added.first().or(same.first()).cloned(),
        });
    taken
}

/// Which source comes first: where a model is to be made, the one with the most common text.
fn first_of(collection: &Collection, incoming: &[Incoming]) -> Option<usize> {
    if !collection.models.is_empty() {
        return None;
    }
    let drafts: Vec<(usize, &Draft)> = incoming
        .iter()
        .enumerate()
        .filter_map(|(at, source)| match &source.found {
            Ok(Found::Charter(found)) => Some((at, &found.draft)),
            _ => None,
        })
        .collect();
    let all: Vec<&Draft> = drafts.iter().map(|(_, draft)| *draft).collect();
    let common = matching::most_common(&all)?;
    drafts.get(common).map(|(at, _)| *at)
}

fn take_one(
    collection: &mut Collection,
    source: Incoming,
    request: &Request,
) -> (Vec<Edit>, Outcome) {
    let (edits, result) = match source.found {
        Err(unread) => (Vec::new(), Err(unread)),
        Ok(Found::Collection(from)) => {
            let merged = merging::merge(collection, &from);
            let taken = TakenIn::Platforms {
                added: merged.added,
                same: merged.same,
            };
            (merged.edits, Ok(taken))
        }
        Ok(Found::Charter(found)) => {
            let proposal = propose(collection, &found, &source.path, request);
            let taken = TakenIn::Charter {
                platform: proposal.platform.id.clone(),
                counts: proposal.counts(),
                draft: Box::new(found.draft),
            };
            (proposal.edits(collection), Ok(taken))
        }
    };
    for edit in &edits {
        collection
            .apply(edit.clone())
            .expect("an import edits only what is there");
    }
    let outcome = Outcome {
        path: source.path,
        result,
    };
    (edits, outcome)
}

fn propose(collection: &Collection, found: &PageFound, path: &Path, request: &Request) -> Proposal {
    let wish = Wish {
        platform: request.platform.clone(),
        source: name_of(path),
    };
    matching::propose(collection, &found.draft, &wish, &found.choices)
}
