//! Exporting finished charters into a folder.
//!
//! A target is a charter in a language. Each is made by itself, several at the same time; what
//! cannot be finished, rendered or written fails by itself, and the rest goes on. A file that says
//! what it said is not touched, and none is ever half written. The index and the manifest speak of
//! the whole folder: of what earlier exports of the same collection left there too.

mod folder;
mod manifest;

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use jiff::civil::Date;

use super::files::{self, DesignError};
use super::jobs::{Cancel, Progress, side_by_side};
use super::typesetting;
use crate::document::{Document, Press};
use crate::model::{Collection, Finding, Language, Owner, Platform, PlatformId};
use crate::render::{self, Design, Format, IndexEntry, RenderError};

pub use folder::{Leftover, Removal, remove};
pub use manifest::ExportedFile;
use manifest::Manifest;

/// What to export.
#[derive(Debug, Clone, Default)]
pub struct Request {
    /// These platforms; all, if there are none.
    pub platforms: Vec<PlatformId>,
    /// These languages; all that a platform has, if there are none.
    pub languages: Vec<Language>,
    /// In these formats; the usual ones, if there are none.
    pub formats: Vec<Format>,
    /// The date of charters that have none.
    pub date: Option<Date>,
    /// The collection's file: what it names for its looks stands beside it.
    pub beside: Option<PathBuf>,
}

/// A charter in a language.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Target {
    pub platform: PlatformId,
    pub language: Language,
}

/// What came of an export.
#[derive(Debug, Default)]
pub struct Report {
    /// The files of finished charters, in the order of their targets.
    pub files: Vec<ExportedFile>,
    /// How many of them were not there, or said something else.
    pub written: usize,
    pub failures: Vec<Failure>,
    /// Files of earlier exports whose platform or language is no longer in the collection.
    pub leftovers: Vec<Leftover>,
    /// Whether it was stopped before its end.
    pub cancelled: bool,
}

/// A target that was not exported, or not in every format.
#[derive(Debug)]
pub struct Failure {
    pub target: Target,
    pub reason: FailureReason,
}

#[derive(Debug)]
pub enum FailureReason {
    /// What keeps the charter from being finished.
    Findings(Vec<Finding>),
    /// A format that cannot be made of it.
    Render {
        format: Format,
        error: RenderError,
    },
    Write {
        path: PathBuf,
        error: io::Error,
    },
}

/// Why nothing was exported.
#[derive(Debug)]
pub enum ExportError {
    UnknownPlatform(PlatformId),
    /// No platform that was asked for has this language.
    UnknownLanguage(Language),
    /// What the collection names for its looks cannot be used.
    Design(DesignError),
    Write {
        path: PathBuf,
        error: io::Error,
    },
}

/// A platform and the languages of its charter that are exported.
struct Charters<'a> {
    platform: &'a Platform,
    languages: Vec<Language>,
}

/// What all targets have in common.
struct Making<'a> {
    collection: &'a Collection,
    formats: Vec<Format>,
    design: Design,
    date: Option<Date>,
    folder: &'a Path,
}

/// What came of a target.
#[derive(Default)]
struct Made {
    entry: Option<IndexEntry>,
    files: Vec<ExportedFile>,
    written: usize,
    failures: Vec<Failure>,
}

/// Exports charters into a folder.
pub fn export(
    collection: &Collection,
    request: &Request,
    folder: &Path,
    cancel: &Cancel,
    progress: &Progress,
) -> Result<Report, ExportError> {
    let charters = charters(collection, request)?;
    let formats = formats(request);
    let design = files::read_design(
        &collection.presentation,
        request.beside.as_deref(),
        &formats,
    );
    let making = Making {
        collection,
        formats,
        design: design.map_err(ExportError::Design)?,
        date: request.date,
        folder,
    };
    files::make_folder(folder).map_err(failed(folder))?;

    let of = charters.iter().map(|it| it.languages.len()).sum();
    let done = AtomicUsize::new(0);
    progress.set(0, of);
    let made = side_by_side(&charters, Press::default, |press, charters| {
        let made = making.charters(charters, press, cancel);
        let done = done.fetch_add(charters.languages.len(), Ordering::Relaxed);
        progress.set(done + charters.languages.len(), of);
        made
    });

    let mut report = Report {
        cancelled: cancel.is_cancelled(),
        ..Report::default()
    };
    let mut entries = Vec::with_capacity(made.len());
    for made in made.into_iter().flatten() {
        entries.extend(made.entry);
        report.files.extend(made.files);
        report.written += made.written;
        report.failures.extend(made.failures);
    }
    let before = folder::Before::read(folder, collection, &report.files);
    entries.extend(before.entries(collection, &entries));
    let manifest = Manifest {
        files: in_order(collection, report.files.iter().chain(&before.kept)),
        leftovers: before.leftovers.iter().map(|it| it.0.clone()).collect(),
    };
    report.leftovers = before.leftovers;
    making.write_shared(&by_platform(collection, entries), &manifest)?;
    Ok(report)
}

/// The charters and languages that a request names, in the collection's order.
fn charters<'a>(
    collection: &'a Collection,
    request: &Request,
) -> Result<Vec<Charters<'a>>, ExportError> {
    let mut asked = request.platforms.iter();
    if let Some(unknown) = asked.find(|id| !collection.platforms.contains(id)) {
        return Err(ExportError::UnknownPlatform(unknown.clone()));
    }
    let asked: BTreeSet<&PlatformId> = request.platforms.iter().collect();
    let is_wanted = |id: &PlatformId| asked.is_empty() || asked.contains(id);
    let speaks =
        |language: &&Language| request.languages.is_empty() || request.languages.contains(language);
    let platforms = collection.platforms.iter().filter(|it| is_wanted(&it.id));
    let charters: Vec<_> = platforms
        .map(|platform| {
            let languages = collection.languages_of(&Owner::Platform(platform.id.clone()));
            Charters {
                platform,
                languages: languages.iter().filter(speaks).cloned().collect(),
            }
        })
        .collect();
    let is_unknown = |wanted: &&Language| !charters.iter().any(|it| it.languages.contains(wanted));
    match request.languages.iter().find(is_unknown) {
        Some(language) => Err(ExportError::UnknownLanguage(language.clone())),
        None => Ok(charters),
    }
}

/// The formats that a request names, each once, in the order that all formats have.
fn formats(request: &Request) -> Vec<Format> {
    let wanted = match request.formats.as_slice() {
        [] => &Format::USUAL[..],
        some => some,
    };
    let is_wanted = |format: &Format| wanted.contains(format);
    Format::ALL.into_iter().filter(is_wanted).collect()
}

impl Making<'_> {
    /// A platform's charter in its languages, up to where the export is stopped.
    fn charters(&self, charters: &Charters<'_>, press: &mut Press, cancel: &Cancel) -> Vec<Made> {
        let owner = Owner::Platform(charters.platform.id.clone());
        if cancel.is_cancelled() {
            return Vec::new();
        }
        let Some(mut resolved) = self.collection.resolve(&owner) else {
            return Vec::new();
        };
        resolved.updated = resolved.updated.or(self.date);
        let resolved = Arc::new(resolved);
        let languages = charters.languages.iter();
        let made = languages.map_while(|language| {
            if cancel.is_cancelled() {
                return None;
            }
            let document = press.document(self.collection, &resolved, language);
            let target = Target {
                platform: charters.platform.id.clone(),
                language: language.clone(),
            };
            Some(self.target(&target, &document, cancel))
        });
        made.collect()
    }

    fn target(&self, target: &Target, document: &Document, cancel: &Cancel) -> Made {
        let mut made = Made::default();
        let failure = |reason| Failure {
            target: target.clone(),
            reason,
        };
        if document.is_blocked() {
            let findings = document.findings.iter();
            let blocking = findings.filter(|finding| finding.problem.blocks_export());
            let reason = FailureReason::Findings(blocking.cloned().collect());
            made.failures.push(failure(reason));
            return made;
        }
        let place = folder::place(target);
        let inside = match files::make_folder_inside(self.folder, place.each_ref()) {
            Ok(inside) => inside,
            Err(error) => {
                let path = self.folder.join(place.join("/"));
                made.failures
                    .push(failure(FailureReason::Write { path, error }));
                return made;
            }
        };
        let mut links = BTreeMap::new();
        for format in &self.formats {
            if cancel.is_cancelled() {
                break;
            }
            match self.file(document, *format, &inside) {
                Ok((bytes, is_new)) => {
                    let file = ExportedFile::new(target, *format, &bytes);
                    links.insert(*format, file.path.clone());
                    made.files.push(file);
                    made.written += usize::from(is_new);
                }
                Err(reason) => made.failures.push(failure(reason)),
            }
        }
        made.entry = (!links.is_empty()).then(|| entry(target, document, links));
        made
    }

    /// Renders and writes a file; tells its bytes, and whether they are new there.
    fn file(
        &self,
        document: &Document,
        format: Format,
        inside: &Path,
    ) -> Result<(Vec<u8>, bool), FailureReason> {
        let bytes = typesetting::render(document, format, &self.design)
            .map_err(|error| FailureReason::Render { format, error })?;
        let path = inside.join(format.file_name());
        match files::write_if_changed(&path, &bytes) {
            Ok(is_new) => Ok((bytes, is_new)),
            Err(error) => Err(FailureReason::Write { path, error }),
        }
    }

    /// Writes what the charters share: index, style sheet and manifest.
    fn write_shared(&self, entries: &[IndexEntry], manifest: &Manifest) -> Result<(), ExportError> {
        let collection = self.collection;
        let index = render::index(&collection.name, &collection.first_language(), entries);
        self.write(folder::INDEX, &index)?;
        if self.formats.contains(&Format::Fragment) {
            let sheet = render::FRAGMENT_STYLESHEET.as_bytes();
            self.write(render::FRAGMENT_STYLESHEET_NAME, sheet)?;
        }
        self.write(folder::MANIFEST, manifest.written().as_bytes())
    }

    fn write(&self, name: &str, bytes: &[u8]) -> Result<(), ExportError> {
        let path = self.folder.join(name);
        files::write_if_changed(&path, bytes).map_err(failed(&path))?;
        Ok(())
    }
}

fn failed(path: &Path) -> impl FnOnce(io::Error) -> ExportError {
    let path = path.to_owned();
    |error| ExportError::Write { path, error }
}

/// What the index says of a charter.
fn entry(target: &Target, document: &Document, links: BTreeMap<Format, String>) -> IndexEntry {
    IndexEntry {
        platform: target.platform.clone(),
        name: document.name.clone(),
        title: crate::document::plain(&document.title.inlines),
        language: target.language.clone(),
        links,
    }
}

/// Where a charter's language stands in the collection's order.
fn rank(collection: &Collection, platform: &PlatformId, language: &Language) -> (usize, usize) {
    let owner = Owner::Platform(platform.clone());
    let mut languages = collection.languages_of(&owner).iter();
    (
        collection
            .platforms
            .position(platform)
            .unwrap_or(usize::MAX),
        languages
            .position(|other| other == language)
            .unwrap_or(usize::MAX),
    )
}

/// Files in the order of the collection's charters.
fn in_order<'a>(
    collection: &Collection,
    files: impl Iterator<Item = &'a ExportedFile>,
) -> Vec<ExportedFile> {
    let mut files: Vec<ExportedFile> = files.cloned().collect();
    files.sort_by_cached_key(|file| {
        let (platform, language) = rank(collection, &file.platform, &file.language);
        (platform, language, file.format)
    });
    files
}

/// Entries in the order of the collection, one for each charter in a language.
fn by_platform(collection: &Collection, mut entries: Vec<IndexEntry>) -> Vec<IndexEntry> {
    entries.sort_by_cached_key(|entry| rank(collection, &entry.platform, &entry.language));
    entries.dedup_by(|next, entry| {
        let is_same = next.platform == entry.platform && next.language == entry.language;
        if is_same {
            entry.links.append(&mut next.links);
        }
        is_same
    });
    entries
}
