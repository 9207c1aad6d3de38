//! The export folder: where files stand in it, and what earlier exports left there.

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::path::Path;

use rayon::prelude::*;

use super::manifest::{ExportedFile, Manifest, sha256};
use super::{ExportError, Target, entry, failed};
use crate::document::Document;
use crate::model::{Collection, Owner};
use crate::render::{FRAGMENT_STYLESHEET_NAME, Format, IndexEntry};
use crate::workspace::files;

/// The file that links all charters.
pub(super) const INDEX: &str = "index.html";
/// The file that lists all files with their hashes.
pub(super) const MANIFEST: &str = "manifest.json";

/// The folders of a target: its platform's, and its language's in that.
pub(super) fn place(target: &Target) -> [String; 2] {
    [
        component(target.platform.as_str()),
        component(target.language.as_str()),
    ]
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
    if is_device || [INDEX, MANIFEST, FRAGMENT_STYLESHEET_NAME].contains(&name) {
        format!("_{name}")
    } else {
        name.to_owned()
    }
}

/// A file of an earlier export that no longer belongs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Leftover(pub(super) ExportedFile);

impl Leftover {
    /// Relative to the export folder, with `/`.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.0.path
    }
}

/// What earlier exports left in a folder, besides what an export has just made.
pub(super) struct Before {
    /// Files of charters that the collection still has.
    pub kept: Vec<ExportedFile>,
    pub leftovers: Vec<Leftover>,
}

impl Before {
    /// Reads what the manifest of a folder lists and stands there still.
    pub fn read(folder: &Path, collection: &Collection, made: &[ExportedFile]) -> Self {
        let made: BTreeSet<&str> = made.iter().map(|file| file.path.as_str()).collect();
        let Manifest { files, leftovers } = manifest_of(folder);
        let there = files
            .into_iter()
            .chain(leftovers)
            .filter(|file| !made.contains(file.path.as_str()))
            .filter(|file| files::is_inside(folder, &file.path));
        let belongs = |file: &ExportedFile| {
            let owner = Owner::Platform(file.platform.clone());
            collection.platforms.contains(&file.platform)
                && collection.languages_of(&owner).contains(&file.language)
        };
        let (kept, gone): (Vec<_>, Vec<_>) = there.partition(belongs);
        Self {
            kept,
            leftovers: gone.into_iter().map(Leftover).collect(),
        }
    }

    /// What the index says of the kept files, each with the name and title that it has now.
    pub fn entries(&self, collection: &Collection, made: &[IndexEntry]) -> Vec<IndexEntry> {
        let mut kept: BTreeMap<Target, BTreeMap<Format, String>> = BTreeMap::new();
        for file in &self.kept {
            let links = kept.entry(file.target()).or_default();
            links.insert(file.format, file.path.clone());
        }
        let known: BTreeMap<Target, &IndexEntry> =
            made.iter().map(|entry| (target_of(entry), entry)).collect();
        let named = |(target, links): (Target, BTreeMap<Format, String>)| {
            if let Some(known) = known.get(&target) {
                return Some(IndexEntry {
                    links,
                    ..(*known).clone()
                });
            }
            let resolved = collection.resolve(&Owner::Platform(target.platform.clone()))?;
            let document = Document::new(collection, &resolved, &target.language);
            Some(entry(&target, &document, links))
        };
        let kept: Vec<_> = kept.into_iter().collect();
        kept.into_par_iter().filter_map(named).collect()
    }
}

fn target_of(entry: &IndexEntry) -> Target {
    Target {
        platform: entry.platform.clone(),
        language: entry.language.clone(),
    }
}

/// What came of removing a leftover.
#[derive(Debug)]
pub enum Removal {
    Removed,
    /// It is not what was exported any more: someone has changed it, and it was left.
    Changed,
    Failed(io::Error),
}

/// Removes files that no longer belong, and the folders that are empty without them; tells what
/// became of each. It fails only if the manifest cannot be written.
pub fn remove(folder: &Path, leftovers: &[Leftover]) -> Result<Vec<Removal>, ExportError> {
    let removed = leftovers.iter().map(|Leftover(file)| {
        if !files::is_inside(folder, &file.path) {
            return Removal::Removed;
        }
        let path = folder.join(&file.path);
        match files::read_small(&path) {
            Ok(bytes) if sha256(&bytes) != file.sha256 => Removal::Changed,
            Err(error) => Removal::Failed(error),
            Ok(_) => match files::remove_inside(folder, &file.path) {
                Ok(()) => Removal::Removed,
                Err(error) => Removal::Failed(error),
            },
        }
    });
    let removed = removed.collect();
    let mut manifest = manifest_of(folder);
    let before = manifest.leftovers.len();
    manifest
        .leftovers
        .retain(|file| files::is_inside(folder, &file.path));
    if manifest.leftovers.len() < before {
        let written = manifest.written();
        let path = folder.join(MANIFEST);
        files::write_if_changed(&path, written.as_bytes()).map_err(failed(&path))?;
    }
    Ok(removed)
}

fn manifest_of(folder: &Path) -> Manifest {
    Manifest::read(&files::read_small(&folder.join(MANIFEST)).unwrap_or_default())
}
