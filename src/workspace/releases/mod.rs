//! Releases: finished charters, frozen with all that proves later what they said.
//!
//! A collection's register stands beside its file. It holds a file for each release, which is
//! never written again and has the hash of the release of the same platform before it, and a list
//! of all files with their hashes. So what was changed, removed, renamed or put there is named: a
//! change of any file but the last of a platform by the file after it, and that of any file by the
//! list. A chain of its own for each platform, rather than one for all, lets two people publish
//! different platforms on two branches and bring both together; it also lets one platform be
//! published without reading what was published of thousands of others.
//!
//! Publishing is a dated act: the clock is asked by whoever publishes, never here.

mod glance;
mod online;
mod publish;
mod record;
mod register;
mod standing;

use jiff::civil::Date;

use crate::document::Document;
use crate::model::{Collection, Language, Owner, PlatformId};

pub use glance::{Glance, Glances};
pub use online::{Found, NotCompared, compare_page};
pub use publish::{
    Asked, Origin, PublishError, Published, Refusal, Refused, Released, Waiver, publish,
};
pub use record::{
    Agreement, Before, NotARelease, Release, ReleasedFile, SCHEMA, Waived, release_schema,
};
pub use register::{Chain, Fault, FaultKind, Kept, Register, in_force};
pub use standing::{Standing, standing_findings};

/// A platform's charter in a language as it is published: one that has no date has that of the
/// release.
#[must_use]
pub fn finished(
    collection: &Collection,
    platform: &PlatformId,
    language: &Language,
    date: Option<Date>,
) -> Option<Document> {
    let mut resolved = collection.resolve(&Owner::Platform(platform.clone()))?;
    resolved.updated = resolved.updated.or(date);
    Some(Document::new(collection, &resolved, language))
}
