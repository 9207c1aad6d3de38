//! Many pages at once: the most common text becomes the model, the others are matched with it.

use std::collections::{HashMap, HashSet};
use std::hash::{DefaultHasher, Hash, Hasher};

use rayon::prelude::*;

use super::fields::Site;
use super::reading::normalised;
use super::{Choices, Proposal, Wish, propose};
use crate::import::draft::{Draft, DraftCell, Verdict};
use crate::model::{Collection, Edit, ListEdit, PlatformId, host};

/// A page, what was asked of it and what was decided about it.
#[derive(Debug, Clone)]
pub struct Asked {
    pub draft: Draft,
    pub wish: Wish,
    pub choices: Choices,
}

/// What many pages would make of a collection.
#[derive(Debug)]
pub struct Together {
    /// In the order of the sources.
    pub proposals: Vec<Proposal>,
    /// All that they make of it, platforms in the order of the sources.
    pub edits: Vec<Edit>,
}

/// The draft whose parts most of the others have too; the first of several, none without charters.
#[must_use]
pub fn most_common(drafts: &[&Draft]) -> Option<usize> {
    let parts: Vec<HashSet<u64>> = drafts.iter().map(|draft| parts_of(draft)).collect();
    let mut counts: HashMap<u64, usize> = HashMap::new();
    for part in parts.iter().flatten() {
        *counts.entry(*part).or_default() += 1;
    }
    let weight =
        |parts: &HashSet<u64>| -> usize { parts.iter().filter_map(|part| counts.get(part)).sum() };
    let charters = drafts.iter().zip(&parts).enumerate();
    charters
        .filter(|(_, (draft, _))| draft.verdict != Verdict::NoCharter)
        .map(|(at, (_, parts))| (at, weight(parts)))
        .reduce(|best, next| if next.1 > best.1 { next } else { best })
        .map(|(at, _)| at)
}

/// The parts of a draft, each as what is the same where it says the same.
fn parts_of(draft: &Draft) -> HashSet<u64> {
    let url = draft.address.as_deref().unwrap_or_default();
    let updated = draft.updated.as_ref().map(|date| date.written.as_str());
    let site = Site::new(url, "", draft.publisher.as_deref(), updated);
    let said = |text: &str| normalised(&site.without_what_varies(text)).replace("}}/", "}}");
    let part = |kind: u8, texts: &[String]| {
        let mut hasher = DefaultHasher::new();
        (kind, &draft.language, texts).hash(&mut hasher);
        hasher.finish()
    };
    let mut parts = HashSet::from([part(0, &[said(&draft.title)])]);
    for section in &draft.sections {
        parts.insert(part(1, &[said(&section.heading)]));
        parts.insert(part(2, &[said(&section.body)]));
        for row in section.table.iter().flat_map(|table| &table.rows) {
            let cell = |cell: &DraftCell| match cell {
                DraftCell::Text(text) => said(text),
                DraftCell::Above | DraftCell::Absent => String::new(),
            };
            let cells: Vec<String> = row.cells.iter().map(cell).collect();
            parts.insert(part(3, &cells));
        }
    }
    parts
}

/// What pages would make of a collection, the most common first; pages that are no charters make
/// nothing, and are not among the proposals.
#[must_use]
pub fn propose_all(collection: &Collection, sources: &[Asked]) -> Together {
    let charters: Vec<usize> = (0..sources.len())
        .filter(|at| {
            sources
                .get(*at)
                .is_some_and(|it| it.draft.verdict != Verdict::NoCharter)
        })
        .collect();
    let drafts: Vec<&Draft> = sources.iter().map(|it| &it.draft).collect();
    let mut made = Making {
        collection: collection.clone(),
        edits: Vec::new(),
        touched: HashSet::new(),
        new: Vec::new(),
        before: collection.platforms.len(),
    };
    let mut proposals: Vec<(usize, Proposal)> = Vec::with_capacity(charters.len());
    let first = most_common(&drafts).filter(|_| collection.models.is_empty());
    if let Some((at, asked)) = first.and_then(|at| Some((at, sources.get(at)?))) {
        let proposal = made.propose(asked);
        made.make(at, &proposal);
        proposals.push((at, proposal));
    }
    let rest = charters.into_iter().filter(|at| Some(*at) != first);
    let rest: Vec<(usize, &Asked)> = rest.filter_map(|at| Some((at, sources.get(at)?))).collect();
    let alone: Vec<Proposal> = rest
        .par_iter()
        .map(|(_, asked)| made.propose(asked))
        .collect();
    let mut hosts: HashSet<String> = HashSet::new();
    for ((at, asked), proposal) in rest.into_iter().zip(alone) {
        // What was proposed without knowing of another page of the platform is proposed again.
        let host = asked.draft.address.as_deref().and_then(host);
        let seen = host.is_some_and(|host| !hosts.insert(host));
        let proposal = if seen || made.has_touched(&proposal.platform.id) {
            made.propose(asked)
        } else {
            proposal
        };
        made.make(at, &proposal);
        proposals.push((at, proposal));
    }
    proposals.sort_by_key(|(at, _)| *at);
    Together {
        proposals: proposals
            .into_iter()
            .map(|(_, proposal)| proposal)
            .collect(),
        edits: made.edits,
    }
}

/// A collection into which pages are taken one after the other.
struct Making {
    collection: Collection,
    edits: Vec<Edit>,
    touched: HashSet<PlatformId>,
    /// The sources of the platforms that are new.
    new: Vec<usize>,
    /// How many platforms there were before.
    before: usize,
}

impl Making {
    fn propose(&self, asked: &Asked) -> Proposal {
        propose(&self.collection, &asked.draft, &asked.wish, &asked.choices)
    }

    fn has_touched(&self, id: &PlatformId) -> bool {
        self.touched.contains(id)
    }

    fn make(&mut self, source: usize, proposal: &Proposal) {
        self.touched.insert(proposal.platform.id.clone());
        for mut edit in proposal.edits(&self.collection) {
            if let Edit::Platforms(ListEdit::Insert { at, .. }) = &mut edit {
                let place = self.new.partition_point(|other| *other < source);
                self.new.insert(place, source);
                *at = self.before + place;
            }
            if self.collection.apply(edit.clone()).is_ok() {
                self.edits.push(edit);
            }
        }
    }
}
