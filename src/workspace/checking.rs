//! What is found in the charters of many platforms. Pure functions.

use std::collections::HashSet;
use std::sync::Arc;

use super::jobs::{Cancel, Progress, each};
use crate::document::Survey;
use crate::model::{Collection, Finding, Owner, Platform, PlatformId};

/// Which platforms are checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Checked {
    All,
    These(Arc<[PlatformId]>),
}

/// Something found in the charter of a platform.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    pub platform: PlatformId,
    pub finding: Finding,
}

/// What is found in the charters of some platforms, in the order of the collection; nothing where
/// it was stopped.
#[must_use]
pub fn check(
    collection: &Collection,
    checked: &Checked,
    cancel: &Cancel,
    progress: &Progress,
) -> Option<Vec<Found>> {
    let among: Option<HashSet<&PlatformId>> = match checked {
        Checked::All => None,
        Checked::These(platforms) => Some(platforms.iter().collect()),
    };
    let platforms = collection.platforms.iter();
    let platforms: Vec<&Arc<Platform>> = platforms
        .filter(|it| among.as_ref().is_none_or(|among| among.contains(&it.id)))
        .collect();
    let found = each(&platforms, cancel, progress, |platform| {
        found_in(collection, platform)
    });
    Some(found?.into_iter().flatten().collect())
}

fn found_in(collection: &Collection, platform: &Platform) -> Vec<Found> {
    let resolved = collection.resolve(&Owner::Platform(platform.id.clone()));
    let survey = resolved.map(|it| Survey::of(collection, platform, &it));
    let findings = survey.map(|it| it.findings).unwrap_or_default();
    let found = findings.into_iter().map(|finding| Found {
        platform: platform.id.clone(),
        finding,
    });
    found.collect()
}
