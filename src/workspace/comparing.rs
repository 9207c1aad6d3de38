//! Two versions of a collection compared, charter by charter.

use std::collections::HashSet;

use super::jobs::{Cancel, Progress, each};
use crate::document::Document;
use crate::document::comparison::{Comparison, Rigour};
use crate::model::{Charter, Collection, Following, Form, Language, Owner, Resolved};

/// What differs between two versions.
#[derive(Debug, Default)]
pub struct Versions {
    /// The charters that differ, models first.
    pub charters: Vec<Differing>,
    /// How many more show what has changed in their models, and nothing else.
    pub inherited: usize,
}

/// A charter that differs.
#[derive(Debug, PartialEq)]
pub struct Differing {
    pub owner: Owner,
    pub how: How,
}

/// How a charter differs.
#[derive(Debug, PartialEq)]
pub enum How {
    New,
    Gone,
    /// In its languages, in some of which it may say the same.
    Says(Vec<(Language, Comparison)>),
}

/// Which charters are told.
#[derive(Debug, Clone, Copy)]
pub enum Told<'a> {
    /// The models, and the platforms that have changed themselves.
    Own,
    /// These, whether it is they or their models that have changed.
    These(&'a [Owner]),
}

/// What leads from one version to the other; nothing where it was stopped.
#[must_use]
pub fn compare_versions(
    before: &Collection,
    after: &Collection,
    told: Told<'_>,
    cancel: &Cancel,
    progress: &Progress,
) -> Option<Versions> {
    let owners = match told {
        Told::Own => owners_of_both(before, after),
        Told::These(owners) => owners.to_vec(),
    };
    let is_of_same = before.languages == after.languages
        && before.fields == after.fields
        && before.facts == after.facts;
    let compared = each(&owners, cancel, progress, |owner| {
        // Most have not changed: they need not be finished to be told alike.
        if is_of_same && is_made_of_the_same(before, after, owner) {
            return None;
        }
        differing(before, after, owner.clone())
    });
    let mut versions = Versions::default();
    for charter in compared?.into_iter().flatten() {
        let is_told = matches!(told, Told::These(_))
            || !matches!(charter.how, How::Says(_))
            || !is_as_it_was(before, after, &charter.owner);
        if is_told {
            versions.charters.push(charter);
        } else {
            // Its models have changed: that is told of them.
            versions.inherited += 1;
        }
    }
    Some(versions)
}

/// The models of both versions, then their platforms.
#[must_use]
pub fn owners_of_both(before: &Collection, after: &Collection) -> Vec<Owner> {
    let models = [after, before].into_iter().flat_map(|it| it.models.iter());
    let platforms = [after, before].into_iter();
    let platforms = platforms.flat_map(|it| it.platforms.iter());
    let mut seen = HashSet::new();
    models
        .map(|it| Owner::Model(it.id.clone()))
        .chain(platforms.map(|it| Owner::Platform(it.id.clone())))
        .filter(|owner| seen.insert(owner.clone()))
        .collect()
}

/// What a charter says otherwise; nothing where it says the same.
fn differing(before: &Collection, after: &Collection, owner: Owner) -> Option<Differing> {
    let is_there = |collection: &Collection| collection.charter(&owner).is_some();
    let how = match (is_there(before), is_there(after)) {
        (false, true) => How::New,
        (true, false) => How::Gone,
        _ => {
            let said = said(before, after, &owner);
            let differs = said.iter().any(|(_, it)| !it.is_empty());
            differs.then_some(How::Says(said))?
        }
    };
    Some(Differing { owner, how })
}

/// What a charter says otherwise, in each language that either version speaks.
fn said(before: &Collection, after: &Collection, owner: &Owner) -> Vec<(Language, Comparison)> {
    let (Some(was), Some(is)) = (before.resolve(owner), after.resolve(owner)) else {
        return Vec::new();
    };
    let mut languages: Vec<&Language> = after.languages_of(owner).iter().collect();
    for language in before.languages_of(owner) {
        if !languages.contains(&language) {
            languages.push(language);
        }
    }
    let compare = |language: &Language| {
        let was = Document::new(before, &was, language);
        let is = Document::new(after, &is, language);
        Comparison::between(&was, &is, Rigour::Strict)
    };
    let compared = languages.into_iter();
    compared.map(|it| (it.clone(), compare(it))).collect()
}

/// Whether a charter, and the models that it follows, hold what they held.
fn is_made_of_the_same(before: &Collection, after: &Collection, owner: &Owner) -> bool {
    let (Some(was), Some(is)) = (before.charter(owner), after.charter(owner)) else {
        return false;
    };
    is_as_it_was(before, after, owner) && before.followed(was).eq(after.followed(is))
}

/// Whether a model or a platform holds what it held, whatever its models say.
fn is_as_it_was(before: &Collection, after: &Collection, owner: &Owner) -> bool {
    match owner {
        Owner::Model(id) => before.models.get(id) == after.models.get(id),
        Owner::Platform(id) => before.platforms.get(id) == after.platforms.get(id),
    }
}

/// A charter as it would be if it adapted nothing of the model that it follows; nothing, if it
/// follows none.
#[must_use]
pub fn unadapted(collection: &Collection, owner: &Owner) -> Option<Resolved> {
    let charter = collection.charter(owner)?;
    let unadapted = Charter {
        updated: charter.updated,
        form: Form::Following(Following {
            model: charter.follows()?.clone(),
            adaptations: Vec::new(),
        }),
    };
    collection.resolve_as(owner, &unadapted)
}
