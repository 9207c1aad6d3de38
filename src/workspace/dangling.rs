//! What a merge left without what it speaks of: one side took away what the other uses.
//!
//! Each version holds together by itself, and so does every element of what they make. Pure.

use std::collections::BTreeSet;

use super::uses::Tally;
use crate::document::Survey;
use crate::model::{Collection, FactId, Finding, Owner, Resolved};

/// Something of a merged collection that has lost what it speaks of.
#[derive(Debug, Clone, PartialEq)]
pub enum Dangling {
    /// A charter cannot be finished, and could be on both sides.
    Finding {
        /// The charter that it was found in first, and how many others have it.
        owner: Owner,
        others: usize,
        finding: Finding,
    },
    /// A fact is gone that sections, rows or platforms speak of.
    Fact(FactId),
}

/// What neither version lacked.
#[must_use]
pub fn dangling(ours: &Collection, theirs: &Collection, merged: &Collection) -> Vec<Dangling> {
    let mut found: Vec<(Owner, usize, Finding)> = Vec::new();
    let models = merged.models.iter().map(|it| Owner::Model(it.id.clone()));
    let platforms = merged.platforms.iter();
    let platforms = platforms.map(|it| Owner::Platform(it.id.clone()));
    for owner in models.chain(platforms) {
        let mut here = blocking(merged, &owner);
        if here.is_empty() {
            continue;
        }
        let before = [ours, theirs].map(|it| blocking(it, &owner));
        here.retain(|finding| !before.iter().any(|it| it.contains(finding)));
        for finding in here {
            match found.iter_mut().find(|(_, _, it)| *it == finding) {
                Some((_, others, _)) => *others += 1,
                None => found.push((owner.clone(), 0, finding)),
            }
        }
    }
    let findings = found
        .into_iter()
        .map(|(owner, others, finding)| Dangling::Finding {
            owner,
            others,
            finding,
        });
    let facts = facts_gone([ours, theirs], merged);
    findings
        .chain(facts.into_iter().map(Dangling::Fact))
        .collect()
}

/// What keeps a charter from being finished.
fn blocking(collection: &Collection, owner: &Owner) -> Vec<Finding> {
    let Some(resolved) = collection.resolve(owner) else {
        return Vec::new();
    };
    let mut findings = findings(collection, owner, &resolved);
    findings.retain(|finding| finding.problem.blocks_export());
    findings
}

fn findings(collection: &Collection, owner: &Owner, resolved: &Resolved) -> Vec<Finding> {
    let platform = match owner {
        Owner::Platform(id) => collection.platforms.get(id),
        Owner::Model(_) => None,
    };
    match platform {
        Some(platform) => Survey::of(collection, platform, resolved).findings,
        None => resolved.findings.clone(),
    }
}

/// The facts of a version that are gone, and spoken of.
fn facts_gone(versions: [&Collection; 2], merged: &Collection) -> BTreeSet<FactId> {
    let all = versions.into_iter().flat_map(|it| it.facts.iter());
    let gone = all.filter(|fact| !merged.facts.contains(&fact.id));
    let mut gone: BTreeSet<FactId> = gone.map(|fact| fact.id.clone()).collect();
    if !gone.is_empty() {
        let tally = Tally::of(merged);
        gone.retain(|fact| tally.facts.contains_key(fact) || tally.holders.contains_key(fact));
    }
    gone
}
