//! What is worth seeing of all platforms at a glance: their last release, and whether their
//! charters say something else by now.

use std::collections::HashMap;
use std::sync::Arc;

use jiff::civil::Date;
use sha2::{Digest as _, Sha256};

use super::finished;
use super::record::Release;
use super::register::Register;
use crate::model::{Collection, Language, Owner, PlatformId};
use crate::render::json::Charter;
use crate::workspace::jobs::{Cancel, Progress, each};

/// The last release of a platform.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Glance {
    pub number: u32,
    pub date: Date,
    pub is_agreed: bool,
    /// Whether the charter says something else by now, in one of its languages.
    pub is_changed: bool,
}

/// The last releases of all platforms that were published.
#[derive(Debug, Clone, Default)]
pub struct Glances {
    by_platform: HashMap<PlatformId, Glance>,
    /// The platforms that were published, by their ids.
    platforms: Vec<PlatformId>,
    /// What the releases that were read say, so that each is read once.
    said: HashMap<(PlatformId, u32), Arc<Said>>,
}

/// What a release says, as far as that is compared.
#[derive(Debug)]
struct Said {
    date: Date,
    is_agreed: bool,
    /// The hash of what it says in each of its languages.
    charters: Vec<(Language, [u8; 32])>,
}

impl Glances {
    #[must_use]
    pub fn of(&self, platform: &PlatformId) -> Option<&Glance> {
        self.by_platform.get(platform)
    }

    /// The platforms that were published, by their ids.
    #[must_use]
    pub fn platforms(&self) -> &[PlatformId] {
        &self.platforms
    }

    /// Looks again, once the collection or the register has changed. Nothing where it was stopped.
    #[must_use]
    pub fn again(
        &self,
        collection: &Collection,
        register: &Register,
        cancel: &Cancel,
        progress: &Progress,
    ) -> Option<Self> {
        let platforms: Vec<&PlatformId> = register
            .platforms()
            .filter(|id| collection.platforms.contains(id))
            .collect();
        let looked = each(&platforms, cancel, progress, |platform| {
            let number = register.last(platform)?;
            let key = ((*platform).clone(), number);
            let said = match self.said.get(&key) {
                Some(said) => Arc::clone(said),
                None => Arc::new(Said::of(register.release(platform, number)?)),
            };
            let glance = Glance {
                number,
                date: said.date,
                is_agreed: said.is_agreed,
                is_changed: is_changed(collection, platform, &said),
            };
            Some((key, said, glance))
        });
        let mut glances = Self::default();
        for (key, said, glance) in looked?.into_iter().flatten() {
            glances.platforms.push(key.0.clone());
            glances.by_platform.insert(key.0.clone(), glance);
            glances.said.insert(key, said);
        }
        Some(glances)
    }
}

impl Said {
    fn of(release: Release) -> Self {
        let charters = release.charters.into_iter();
        Self {
            date: release.date,
            is_agreed: release.agreement.is_some(),
            charters: charters
                .map(|charter| (charter.language.clone(), said_by(charter)))
                .collect(),
        }
    }
}

/// The hash of what a charter says, wherever that is written.
fn said_by(charter: Charter) -> [u8; 32] {
    let said = serde_json::to_vec(&charter.without_origins());
    Sha256::digest(said.expect("a charter is made of strings, numbers and lists")).into()
}

/// Whether a platform's charter says something else than its last release.
fn is_changed(collection: &Collection, platform: &PlatformId, said: &Said) -> bool {
    let languages = collection.languages_of(&Owner::Platform(platform.clone()));
    said.charters.iter().any(|(language, said_then)| {
        // A language that was given up is a change as well.
        let now = languages
            .contains(language)
            .then(|| finished(collection, platform, language, Some(said.date)));
        let now = now.flatten().map(|it| said_by(Charter::of(&it)));
        now.as_ref() != Some(said_then)
    })
}
