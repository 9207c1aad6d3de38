//! Publishing: what is asked for, what is refused, what is frozen.

use std::path::{Path, PathBuf};

use jiff::civil::Date;

use super::finished;
use super::record::{Agreement, Before, CollectionFile, Release, ReleasedFile, Schema, Waived};
use super::register::{Chain, Fault, Register};
use super::standing::{Standing, standing_findings};
use crate::model::{Collection, Language, Owner, PlatformId};
use crate::render::Format;
use crate::render::json::Charter;
use crate::workspace::Fingerprint;
use crate::workspace::export::{ExportError, ExportedFile, Failure, Request, export};
use crate::workspace::files::{RegisterError, register_folder};
use crate::workspace::jobs::{Cancel, Progress};

/// The collection that is published from, as its file has it.
#[derive(Debug, Clone)]
pub struct Origin {
    pub collection: Collection,
    pub path: PathBuf,
    pub fingerprint: Fingerprint,
}

/// What is to be published, and what is said of it.
#[derive(Debug, Clone)]
pub struct Asked {
    pub platforms: Vec<PlatformId>,
    /// These languages; all that a platform has, if there are none.
    pub languages: Vec<Language>,
    /// In these formats; the usual ones, if there are none.
    pub formats: Vec<Format>,
    /// The release's number; without it, the next.
    pub number: Option<u32>,
    /// From when on it is in force; also the date of charters that have none.
    pub date: Date,
    /// Who publishes.
    pub by: String,
    pub note: String,
    /// The agreement of the data protection officer.
    pub agreement: Option<Agreement>,
    pub waivers: Vec<Waiver>,
}

/// A finding, or all of a kind, that does not keep charters from being published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waiver {
    /// The name of a finding (`untranslated:presentation/body`), or of a kind (`untranslated`).
    pub finding: String,
    pub reason: String,
}

/// What came of publishing.
#[derive(Debug, Default)]
pub struct Published {
    pub released: Vec<Released>,
    pub refused: Vec<Refused>,
    /// How many files were exported.
    pub files: usize,
    /// Whether it was stopped before its end: nothing was published then.
    pub cancelled: bool,
}

/// A charter that was published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Released {
    pub platform: PlatformId,
    pub number: u32,
    /// The name of its file in the register.
    pub file: String,
    /// Whether nobody agreed to it.
    pub without_agreement: bool,
}

/// A charter that was not published, and why.
#[derive(Debug)]
pub struct Refused {
    pub platform: PlatformId,
    pub why: Refusal,
}

#[derive(Debug)]
pub enum Refusal {
    /// These findings stand, and are not waived.
    Findings(Vec<Standing>),
    /// The register is not as it was.
    Faults(Vec<Fault>),
    /// The number is not above that of the last release.
    Number {
        wanted: u32,
        last: u32,
    },
    /// The last release is of a later day.
    Date {
        wanted: Date,
        last: Date,
    },
    /// None of the languages is its own.
    NoLanguage,
    NotExported(Vec<Failure>),
    Register(RegisterError),
}

/// Why nothing was published.
#[derive(Debug)]
pub enum PublishError {
    /// What two merged versions say otherwise is not decided: so many places.
    Conflicts(usize),
    UnknownPlatform(PlatformId),
    /// Nobody says who publishes.
    NoAuthor,
    /// A finding is waived without a reason.
    NoReason(String),
    Register(RegisterError),
    Export(ExportError),
}

/// A charter that is about to be published.
struct Ready {
    platform: PlatformId,
    number: u32,
    previous: Option<Before>,
    waived: Vec<Waived>,
    charters: Vec<Charter>,
}

/// Publishes charters: exports them into a folder, freezes them, and adds them to the register
/// beside the collection. Each that cannot be published is refused by itself.
pub fn publish(
    origin: &Origin,
    asked: &Asked,
    folder: &Path,
    cancel: &Cancel,
    progress: &Progress,
) -> Result<Published, PublishError> {
    check(origin, asked)?;
    let at = register_folder(&origin.path);
    let mut register = Register::open(&at).map_err(PublishError::Register)?;
    let mut published = Published::default();
    let mut ready = Vec::new();
    for platform in each_once(&asked.platforms) {
        if cancel.is_cancelled() {
            return Ok(stopped(published));
        }
        match prepare(origin, asked, platform, &mut register) {
            Ok(one) => ready.push(one),
            Err(why) => published.refused.push(Refused {
                platform: platform.clone(),
                why,
            }),
        }
    }
    if ready.is_empty() {
        return Ok(published);
    }

    let request = Request {
        platforms: ready.iter().map(|it| it.platform.clone()).collect(),
        languages: asked.languages.clone(),
        formats: asked.formats.clone(),
        date: Some(asked.date),
        beside: Some(origin.path.clone()),
    };
    let report = export(&origin.collection, &request, folder, cancel, progress)
        .map_err(PublishError::Export)?;
    if report.cancelled {
        return Ok(stopped(published));
    }
    published.files = report.files.len();
    let mut failures = report.failures;
    for one in ready {
        let failed: Vec<Failure> = failures
            .extract_if(.., |it| it.target.platform == one.platform)
            .collect();
        let platform = one.platform.clone();
        let why = if failed.is_empty() {
            let release = release(origin, asked, one, &report.files);
            match register.add(&release) {
                Ok(file) => {
                    published.released.push(Released {
                        platform,
                        number: release.number,
                        file,
                        without_agreement: release.agreement.is_none(),
                    });
                    continue;
                }
                Err(error) => Refusal::Register(error),
            }
        } else {
            Refusal::NotExported(failed)
        };
        published.refused.push(Refused { platform, why });
    }
    if !published.released.is_empty() {
        register.list().map_err(PublishError::Register)?;
    }
    Ok(published)
}

fn stopped(published: Published) -> Published {
    Published {
        cancelled: true,
        ..published
    }
}

/// What is wrong with what is asked for, whatever the platform.
fn check(origin: &Origin, asked: &Asked) -> Result<(), PublishError> {
    let conflicts = origin.collection.conflicts.len();
    if conflicts > 0 {
        return Err(PublishError::Conflicts(conflicts));
    }
    let platforms = &origin.collection.platforms;
    if let Some(unknown) = asked.platforms.iter().find(|id| !platforms.contains(id)) {
        return Err(PublishError::UnknownPlatform(unknown.clone()));
    }
    if asked.by.trim().is_empty() {
        return Err(PublishError::NoAuthor);
    }
    let is_groundless = |waiver: &&Waiver| waiver.reason.trim().is_empty();
    match asked.waivers.iter().find(is_groundless) {
        Some(waiver) => Err(PublishError::NoReason(waiver.finding.clone())),
        None => Ok(()),
    }
}

fn each_once(platforms: &[PlatformId]) -> Vec<&PlatformId> {
    let mut once = Vec::with_capacity(platforms.len());
    let mut seen = std::collections::HashSet::new();
    once.extend(platforms.iter().filter(|id| seen.insert(*id)));
    once
}

fn prepare(
    origin: &Origin,
    asked: &Asked,
    platform: &PlatformId,
    register: &mut Register,
) -> Result<Ready, Refusal> {
    let chain = register.chain(platform).map_err(Refusal::Register)?;
    let (number, previous) = next(asked, &chain, register)?;
    let languages = languages(origin, asked, platform);
    if languages.is_empty() {
        return Err(Refusal::NoLanguage);
    }
    let standing = standing_findings(&origin.collection, platform, &languages, asked.date);
    let waived = waived(standing, &asked.waivers).map_err(Refusal::Findings)?;
    for kept in &chain.releases {
        register.note_unlisted(kept);
    }
    let charter = |language: &Language| {
        let document = finished(&origin.collection, platform, language, Some(asked.date))?;
        Some(Charter::of(&document))
    };
    Ok(Ready {
        platform: platform.clone(),
        number,
        previous,
        waived,
        charters: languages.iter().filter_map(charter).collect(),
    })
}

/// The number of the next release of a chain, and what stands before it.
fn next(
    asked: &Asked,
    chain: &Chain,
    register: &Register,
) -> Result<(u32, Option<Before>), Refusal> {
    let broken = register.broken().chain(&chain.faults);
    let broken: Vec<Fault> = broken.filter(|it| it.kind.breaks()).cloned().collect();
    if !broken.is_empty() {
        return Err(Refusal::Faults(broken));
    }
    let Some(last) = chain.releases.last() else {
        return Ok((asked.number.unwrap_or(1), None));
    };
    let before = Before {
        number: last.release.number,
        sha256: last.sha256.clone(),
    };
    if last.release.date > asked.date {
        return Err(Refusal::Date {
            wanted: asked.date,
            last: last.release.date,
        });
    }
    match asked.number {
        Some(wanted) if wanted <= before.number => Err(Refusal::Number {
            wanted,
            last: before.number,
        }),
        Some(wanted) => Ok((wanted, Some(before))),
        None => Ok((before.number.saturating_add(1), Some(before))),
    }
}

/// The languages in which a platform is published.
fn languages(origin: &Origin, asked: &Asked, platform: &PlatformId) -> Vec<Language> {
    let owner = Owner::Platform(platform.clone());
    let spoken = origin.collection.languages_of(&owner).iter();
    let is_wanted = |it: &&Language| asked.languages.is_empty() || asked.languages.contains(it);
    spoken.filter(is_wanted).cloned().collect()
}

/// What of the findings that stand is waived; those that are not, where there are some.
fn waived(standing: Vec<Standing>, waivers: &[Waiver]) -> Result<Vec<Waived>, Vec<Standing>> {
    let mut waived = Vec::new();
    let mut left = Vec::new();
    for finding in standing {
        let (name, kind) = (finding.name(), finding.kind());
        // What is said of it alone comes before what is said of its kind.
        let waiver = waivers
            .iter()
            .find(|it| it.finding == name)
            .or_else(|| waivers.iter().find(|it| it.finding == kind));
        match waiver.filter(|_| finding.can_be_waived()) {
            Some(waiver) => {
                let one = Waived {
                    finding: name,
                    reason: waiver.reason.trim().to_owned(),
                };
                // One waiver stands for both languages that lack a text.
                if !waived.contains(&one) {
                    waived.push(one);
                }
            }
            None => left.push(finding),
        }
    }
    if left.is_empty() {
        Ok(waived)
    } else {
        Err(left)
    }
}

fn release(origin: &Origin, asked: &Asked, ready: Ready, exported: &[ExportedFile]) -> Release {
    let of_platform = exported.iter().filter(|it| it.platform == ready.platform);
    let file = |it: &ExportedFile| ReleasedFile {
        path: it.path.clone(),
        sha256: it.sha256.clone(),
        size: u64::try_from(it.size).unwrap_or(u64::MAX),
        language: it.language.clone(),
        format: it.format.to_string(),
    };
    let name = origin.path.file_name().unwrap_or_default();
    Release {
        schema: Schema::First,
        files: of_platform.map(file).collect(),
        platform: ready.platform,
        number: ready.number,
        date: asked.date,
        by: asked.by.trim().to_owned(),
        note: asked.note.trim().to_owned(),
        agreement: asked.agreement.clone(),
        waived: ready.waived,
        previous: ready.previous,
        collection: CollectionFile {
            name: origin.collection.name.clone(),
            file: name.to_string_lossy().into_owned(),
            sha256: origin.fingerprint.to_string(),
        },
        program: env!("CARGO_PKG_VERSION").to_owned(),
        charters: ready.charters,
    }
}
