//! Exporting finished charters into a folder.
//!
//! A target is a charter in a language. One that cannot be finished, or written, fails by itself:
//! the others go on.

use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};

use jiff::civil::Date;
use serde::Serialize;
use sha2::{Digest as _, Sha256};

use super::files::{self, DesignError};
use super::jobs::{Cancel, Progress};
use crate::document::Document;
use crate::model::{Collection, Finding, Language, Owner, Platform, PlatformId};
use crate::render::{self, Design, Format, IndexEntry, RenderError};

/// The file that links all charters.
const INDEX: &str = "index.html";
/// The file that lists all files with their hashes.
const MANIFEST: &str = "manifest.json";

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
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Target {
    pub platform: PlatformId,
    pub language: Language,
}

/// What came of an export.
#[derive(Debug, Default)]
pub struct Report {
    /// The files of finished charters, in the order of their targets.
    pub files: Vec<ExportedFile>,
    pub failures: Vec<Failure>,
    /// Whether it was stopped before its end.
    pub cancelled: bool,
}

/// A file of a finished charter, as the manifest lists it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ExportedFile {
    /// Relative to the export folder, with `/`.
    pub path: String,
    pub sha256: String,
    pub size: usize,
    pub platform: PlatformId,
    pub language: Language,
    pub format: String,
}

/// A target that was not exported.
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

/// Exports charters into a folder, with an index and a manifest of what this export wrote.
pub fn export(
    collection: &Collection,
    request: &Request,
    folder: &Path,
    cancel: &Cancel,
    progress: &Progress,
) -> Result<Report, ExportError> {
    let targets = targets(collection, request)?;
    let formats = formats(request);
    let design = files::read_design(
        &collection.presentation,
        request.beside.as_deref(),
        &formats,
    )
    .map_err(ExportError::Design)?;
    make_folder(folder)?;

    let mut report = Report::default();
    let mut entries: Vec<IndexEntry> = Vec::new();
    for (done, (platform, language)) in targets.iter().enumerate() {
        progress.set(done, targets.len());
        if cancel.is_cancelled() {
            report.cancelled = true;
            break;
        }
        let target = Target {
            platform: platform.id.clone(),
            language: language.clone(),
        };
        match export_target(
            collection,
            platform,
            language,
            &formats,
            &design,
            request.date,
            folder,
        ) {
            Ok((entry, files)) => {
                entries.push(entry);
                report.files.extend(files);
            }
            Err(reason) => report.failures.push(Failure { target, reason }),
        }
    }
    progress.set(targets.len(), targets.len());

    let index = render::index(&collection.name, &collection.first_language(), &entries);
    write(&folder.join(INDEX), &index)?;
    if formats.contains(&Format::Fragment) {
        write(
            &folder.join(render::FRAGMENT_STYLESHEET_NAME),
            render::FRAGMENT_STYLESHEET.as_bytes(),
        )?;
    }
    write(&folder.join(MANIFEST), manifest(&report.files).as_bytes())?;
    Ok(report)
}

/// The charters and languages that a request names, in the collection's order.
fn targets<'a>(
    collection: &'a Collection,
    request: &Request,
) -> Result<Vec<(&'a Platform, Language)>, ExportError> {
    if let Some(unknown) = request
        .platforms
        .iter()
        .find(|id| !collection.platforms.contains(id))
    {
        return Err(ExportError::UnknownPlatform(unknown.clone()));
    }
    let is_wanted = |platform: &Platform| {
        request.platforms.is_empty() || request.platforms.contains(&platform.id)
    };
    let mut targets = Vec::new();
    for platform in collection
        .platforms
        .iter()
        .filter(|platform| is_wanted(platform))
    {
        for language in collection.languages_of(&Owner::Platform(platform.id.clone())) {
            if request.languages.is_empty() || request.languages.contains(language) {
                targets.push((platform.as_ref(), language.clone()));
            }
        }
    }
    let unknown = request
        .languages
        .iter()
        .find(|wanted| !targets.iter().any(|(_, language)| language == *wanted));
    match unknown {
        Some(language) => Err(ExportError::UnknownLanguage(language.clone())),
        None => Ok(targets),
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

fn export_target(
    collection: &Collection,
    platform: &Platform,
    language: &Language,
    formats: &[Format],
    design: &Design,
    date: Option<Date>,
    folder: &Path,
) -> Result<(IndexEntry, Vec<ExportedFile>), FailureReason> {
    let owner = Owner::Platform(platform.id.clone());
    let Some(mut resolved) = collection.resolve(&owner) else {
        return Err(FailureReason::Findings(Vec::new()));
    };
    resolved.updated = resolved.updated.or(date);
    let document = Document::new(collection, &resolved, language);
    if document.is_blocked() {
        let findings = document.findings.iter();
        let findings = findings
            .filter(|finding| finding.problem.blocks_export())
            .cloned()
            .collect();
        return Err(FailureReason::Findings(findings));
    }

    let (platform_name, language_name) = (
        component(platform.id.as_str()),
        component(language.as_str()),
    );
    let place = format!("{platform_name}/{language_name}");
    let failed = |path: PathBuf| |error| FailureReason::Write { path, error };
    let target_folder = files::make_folder_inside(folder, [&platform_name, &language_name])
        .map_err(failed(folder.join(&place)))?;
    let mut files = Vec::new();
    let mut links = BTreeMap::new();
    for format in formats {
        let bytes =
            render::render(&document, *format, design).map_err(|error| FailureReason::Render {
                format: *format,
                error,
            })?;
        let path = format!("{place}/{}", format.file_name());
        let on_disk = target_folder.join(format.file_name());
        files::write_if_changed(&on_disk, &bytes).map_err(failed(on_disk.clone()))?;
        links.insert(*format, path.clone());
        files.push(ExportedFile {
            path,
            sha256: hex(&Sha256::digest(&bytes)),
            size: bytes.len(),
            platform: platform.id.clone(),
            language: language.clone(),
            format: format.to_string(),
        });
    }
    let entry = IndexEntry {
        platform: platform.id.clone(),
        name: document.name,
        title: crate::document::plain(&document.title.inlines),
        language: language.clone(),
        links,
    };
    Ok((entry, files))
}

/// A folder's name that every system takes (some keep a few names for devices) and that is not
/// one of the export's own files. No id and no language starts with the mark that sets it apart.
fn component(name: &str) -> String {
    let stem = name.split('.').next().unwrap_or_default();
    let numbered = |device: &str| {
        let number = stem.strip_prefix(device);
        number.is_some_and(|number| number.len() == 1 && number.chars().all(|c| c.is_ascii_digit()))
    };
    let is_device =
        ["con", "prn", "aux", "nul"].contains(&stem) || numbered("com") || numbered("lpt");
    if is_device || [INDEX, MANIFEST, render::FRAGMENT_STYLESHEET_NAME].contains(&name) {
        format!("_{name}")
    } else {
        name.to_owned()
    }
}

fn manifest(files: &[ExportedFile]) -> String {
    #[derive(Serialize)]
    struct Manifest<'a> {
        files: &'a [ExportedFile],
    }
    let mut text = serde_json::to_string_pretty(&Manifest { files })
        .expect("a manifest is made of strings and numbers");
    text.push('\n');
    text
}

fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    bytes
        .iter()
        .fold(String::with_capacity(bytes.len() * 2), |mut hex, byte| {
            let _ = write!(hex, "{byte:02x}");
            hex
        })
}

fn make_folder(folder: &Path) -> Result<(), ExportError> {
    files::make_folder(folder).map_err(|error| ExportError::Write {
        path: folder.to_owned(),
        error,
    })
}

fn write(path: &Path, bytes: &[u8]) -> Result<(), ExportError> {
    files::write_if_changed(path, bytes).map_err(|error| ExportError::Write {
        path: path.to_owned(),
        error,
    })
}
