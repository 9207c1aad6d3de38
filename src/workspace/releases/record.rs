//! A release as its file holds it.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::document::Document;
use crate::model::{Language, PlatformId};
use crate::render::json::Charter;

/// The name of this version of the shape.
pub const SCHEMA: &str = "chartrier/release/1";
/// What the names of all its versions begin with.
const SCHEMAS: &str = "chartrier/release/";

/// The version that a release is written in.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema,
)]
pub enum Schema {
    #[default]
    #[serde(rename = "chartrier/release/1")]
    First,
}

/// A finished charter as it was published, in all languages.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "Release")]
pub struct Release {
    pub schema: Schema,
    pub platform: PlatformId,
    /// Numbers of a platform's releases rise.
    pub number: u32,
    /// From when on it is in force.
    #[schemars(with = "String", extend("format" = "date"))]
    pub date: Date,
    /// Who published it.
    pub by: String,
    pub note: String,
    /// The agreement of the data protection officer; null where there was none.
    pub agreement: Option<Agreement>,
    /// What was found and published all the same.
    pub waived: Vec<Waived>,
    /// The release of the platform before it; null for the first one.
    pub previous: Option<Before>,
    pub collection: CollectionFile,
    /// The version of the program that published it.
    pub program: String,
    /// What was exported, relative to the folder of the export.
    pub files: Vec<ReleasedFile>,
    /// What the charter says, a language each.
    pub charters: Vec<Charter>,
}

/// Who agreed to a release, and when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Agreement {
    pub by: String,
    #[schemars(with = "Option<String>", extend("format" = "date"))]
    pub on: Option<Date>,
}

/// A finding that did not keep the charter from being published, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Waived {
    /// Its name: what it is, and where (`untranslated:presentation/body`).
    pub finding: String,
    pub reason: String,
}

/// The release before another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Before {
    pub number: u32,
    /// Of its file, in hexadecimal digits.
    pub sha256: String,
}

/// The collection that a release was made from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CollectionFile {
    pub name: String,
    /// The name of its file.
    pub file: String,
    /// Of its file as it was then, in hexadecimal digits.
    pub sha256: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ReleasedFile {
    pub path: String,
    pub sha256: String,
    /// In bytes.
    pub size: u64,
    pub language: Language,
    pub format: String,
}

/// Why bytes are no release.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotARelease {
    /// A newer program wrote it, in this version of the shape.
    Newer(String),
    /// It is something else, or damaged: where, in the words of the reader.
    Unreadable(String),
}

impl Release {
    /// What stands in its file.
    #[must_use]
    pub fn written(&self) -> Vec<u8> {
        let mut bytes = serde_json::to_vec_pretty(self)
            .expect("a release is made of strings, numbers and lists");
        bytes.push(b'\n');
        bytes
    }

    /// The release that a file holds.
    pub fn read(bytes: &[u8]) -> Result<Self, NotARelease> {
        #[derive(Deserialize)]
        struct Head {
            schema: String,
        }
        serde_json::from_slice(bytes).map_err(|error| {
            // What is new in a newer shape fails; its version says it better.
            match serde_json::from_slice::<Head>(bytes) {
                Ok(Head { schema }) if schema != SCHEMA && schema.starts_with(SCHEMAS) => {
                    NotARelease::Newer(schema)
                }
                _ => NotARelease::Unreadable(error.to_string()),
            }
        })
    }

    /// What it says in a language.
    #[must_use]
    pub fn charter(&self, language: &Language) -> Option<&Charter> {
        self.charters.iter().find(|it| it.language == *language)
    }

    /// What it says in a language as a document; nothing where it does not speak it, or where
    /// something else than this program wrote it.
    #[must_use]
    pub fn document(&self, language: &Language) -> Option<Document> {
        self.charter(language)?.clone().document().ok()
    }

    /// The languages that it speaks.
    pub fn languages(&self) -> impl Iterator<Item = &Language> {
        self.charters.iter().map(|it| &it.language)
    }
}

/// The JSON Schema of releases.
#[must_use]
pub fn release_schema() -> String {
    let schema = schemars::schema_for!(Release);
    let mut text = serde_json::to_string_pretty(&schema).expect("a schema is plain JSON");
    text.push('\n');
    text
}
