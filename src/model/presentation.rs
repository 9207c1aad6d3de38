//! How the finished charters of a collection look: what stands in its file of that, which is
//! names. What the named files hold is read where files are.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::{Text, is_default};

/// How finished charters look.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Presentation {
    /// The built-in look of pages.
    #[serde(default, skip_serializing_if = "is_default")]
    pub look: Look,
    /// A template that makes the web pages instead.
    #[serde(default, skip_serializing_if = "is_default")]
    pub page: Option<Beside>,
    /// A template that makes the PDF pages instead.
    #[serde(default, skip_serializing_if = "is_default")]
    pub pdf: Option<Beside>,
    #[serde(default, skip_serializing_if = "is_default")]
    pub logo: Option<Logo>,
}

/// A built-in look.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize, schemars::JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Look {
    #[default]
    Plain,
    /// For a public body: sober, in large letters.
    Public,
}

impl Look {
    pub const ALL: [Self; 2] = [Self::Plain, Self::Public];
}

/// The picture at the head of finished charters.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Logo {
    pub file: Beside,
    /// What it says to those who do not see it; nothing, if it is an ornament.
    #[serde(default, skip_serializing_if = "is_default")]
    pub alternative: Text,
}

/// The path of a file that stands beside the collection's, or in a folder beside it: relative,
/// its parts parted by `/`, none of them leading out. A collection from someone else cannot have
/// files read that are none of its own.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(try_from = "String", into = "String")]
pub struct Beside(#[schemars(length(min = 1))] String);

/// Why a path names no file beside the collection.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "`{0}` does not name a file beside the collection: give its path from there, as in `modeles/page.html`, without `..`"
)]
pub struct NotBeside(String);

impl Beside {
    pub fn new(path: &str) -> Result<Self, NotBeside> {
        let path = path.trim();
        let is_name = |part: &str| {
            !part.is_empty()
                && !part.chars().all(|c| c == '.' || c == ' ')
                && !part.contains(['\\', ':', '\0'])
        };
        if path.split('/').all(is_name) {
            Ok(Self(path.to_owned()))
        } else {
            Err(NotBeside(path.chars().take(80).collect()))
        }
    }

    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for Beside {
    type Error = NotBeside;

    fn try_from(path: String) -> Result<Self, NotBeside> {
        Self::new(&path)
    }
}

impl From<Beside> for String {
    fn from(path: Beside) -> Self {
        path.0
    }
}

impl fmt::Display for Beside {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
