//! Ids: short, stable names of the things of a collection.
//!
//! An id is made once, from a heading or a name, and never changes when that does. Its letters are
//! limited so that it can stand in a path, an HTML class or a bookmark as it is.

use std::fmt;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

/// The longest id, in bytes.
const LONGEST: usize = 100;

/// Why a string is not an id.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "`{0}` is not an id: an id has 1 to {LONGEST} characters among a-z, 0-9, `-`, `_` and `.`, starts with a letter or a digit and does not end with a dot"
)]
pub struct InvalidId(pub String);

fn validated(id: &str) -> Result<Arc<str>, InvalidId> {
    let starts_well = id.starts_with(|c: char| c.is_ascii_lowercase() || c.is_ascii_digit());
    let allowed = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || "-_.".contains(c);
    if starts_well && !id.ends_with('.') && id.len() <= LONGEST && id.chars().all(allowed) {
        Ok(Arc::from(id))
    } else {
        Err(InvalidId(id.chars().take(LONGEST).collect()))
    }
}

/// An id made from words for people, such as a heading, that `taken` does not refuse.
///
/// The words are transliterated to ASCII; where nothing of them is left, `otherwise` (itself a
/// valid id) stands in. A number is added until the id is free.
fn made_from(words: &str, otherwise: &str, taken: impl Fn(&str) -> bool) -> Arc<str> {
    const ROOM_FOR_A_NUMBER: usize = 12;
    let slug = slug::slugify(words);
    let mut stem: &str = slug
        .get(..slug.len().min(LONGEST - ROOM_FOR_A_NUMBER))
        .unwrap_or(&slug)
        .trim_matches('-');
    if validated(stem).is_err() {
        stem = otherwise;
    }
    if !taken(stem) {
        return Arc::from(stem);
    }
    (2..=u64::MAX)
        .map(|number| format!("{stem}-{number}"))
        .find(|candidate| !taken(candidate))
        .map_or_else(|| Arc::from(stem), Arc::from)
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident, $otherwise:literal;)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(Arc<str>);

        impl $name {
            /// The id that these letters spell.
            pub fn new(id: &str) -> Result<Self, InvalidId> {
                validated(id).map(Self)
            }

            /// A free id made from words for people, such as a heading or a name.
            pub fn made_from(words: &str, taken: impl Fn(&Self) -> bool) -> Self {
                Self(made_from(words, $otherwise, |id| taken(&Self(Arc::from(id)))))
            }

            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl TryFrom<String> for $name {
            type Error = InvalidId;

            fn try_from(id: String) -> Result<Self, InvalidId> {
                Self::new(&id)
            }
        }

        impl std::str::FromStr for $name {
            type Err = InvalidId;

            fn from_str(id: &str) -> Result<Self, InvalidId> {
                Self::new(id)
            }
        }

        impl From<$name> for String {
            fn from(id: $name) -> Self {
                id.0.as_ref().to_owned()
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl schemars::JsonSchema for $name {
            fn inline_schema() -> bool {
                true
            }

            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                schemars::json_schema!({
                    "type": "string",
                    "pattern": "^[a-z0-9][a-z0-9._-]{0,99}$",
                })
            }
        }
    )*};
}

ids! {
    /// The id of a model charter, unique in its collection.
    ModelId, "charte";
    /// The id of a platform, unique in its collection; also the name of its export folder.
    PlatformId, "plateforme";
    /// The id of a section, unique in its charter.
    SectionId, "section";
    /// The id of a column, unique in its table (or among the charter's columns).
    ColumnId, "colonne";
    /// The id of a row, unique in its table.
    RowId, "ligne";
    /// The name of a field, as it stands between `{{` and `}}`.
    FieldId, "champ";
    /// The name of a fact of a platform.
    FactId, "fait";
}
