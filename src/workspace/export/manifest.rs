//! The manifest: every file of an export folder with its hash.

use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use super::Target;
use super::folder::place;
use crate::model::{Language, PlatformId};
use crate::render::Format;

/// A file of a finished charter, as the manifest lists it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ExportedFile {
    /// Relative to the export folder, with `/`.
    pub path: String,
    pub sha256: String,
    pub size: usize,
    pub platform: PlatformId,
    pub language: Language,
    pub format: Format,
}

impl ExportedFile {
    pub(super) fn target(&self) -> Target {
        Target {
            platform: self.platform.clone(),
            language: self.language.clone(),
        }
    }

    pub(super) fn new(target: &Target, format: Format, bytes: &[u8]) -> Self {
        Self {
            path: path(target, format),
            sha256: sha256(bytes),
            size: bytes.len(),
            platform: target.platform.clone(),
            language: target.language.clone(),
            format,
        }
    }
}

/// Where the file of a target in a format stands.
fn path(target: &Target, format: Format) -> String {
    format!("{}/{}", place(target).join("/"), format.file_name())
}

pub(super) fn sha256(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    let digest = Sha256::digest(bytes);
    let hex = String::with_capacity(digest.len() * 2);
    digest.iter().fold(hex, |mut hex, byte| {
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}

/// What a folder holds.
#[derive(Debug, Default, Serialize)]
pub(super) struct Manifest {
    pub files: Vec<ExportedFile>,
    /// Files whose charter is gone. They are listed until they are removed, so that they can be.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub leftovers: Vec<ExportedFile>,
}

impl Manifest {
    pub fn written(&self) -> String {
        let mut text =
            serde_json::to_string_pretty(self).expect("a manifest is made of strings and numbers");
        text.push('\n');
        text
    }

    /// What a manifest lists, as far as it can be this program's: a file that something else
    /// wrote, or listed, is none. A manifest that cannot be read lists nothing.
    pub fn read(bytes: &[u8]) -> Self {
        #[derive(Default, Deserialize)]
        #[serde(default)]
        struct Listed {
            files: Vec<serde_json::Value>,
            leftovers: Vec<serde_json::Value>,
        }
        let listed: Listed = serde_json::from_slice(bytes).unwrap_or_default();
        Self {
            files: own(listed.files),
            leftovers: own(listed.leftovers),
        }
    }
}

/// The entries that an export could have written.
fn own(entries: Vec<serde_json::Value>) -> Vec<ExportedFile> {
    #[derive(Deserialize)]
    struct Listed {
        path: String,
        sha256: String,
        size: usize,
        platform: PlatformId,
        language: Language,
        format: String,
    }
    let own = entries.into_iter().filter_map(|file| {
        let listed: Listed = serde_json::from_value(file).ok()?;
        let file = ExportedFile {
            path: listed.path,
            sha256: listed.sha256,
            size: listed.size,
            platform: listed.platform,
            language: listed.language,
            format: listed.format.parse().ok()?,
        };
        // No path but the one that an export gives it is ever followed.
        (file.path == path(&file.target(), file.format)).then_some(file)
    });
    own.collect()
}
