//! Languages, by their BCP 47 tags.

use std::fmt;
use std::sync::Arc;

use icu_locale_core::Locale;
use serde::{Deserialize, Serialize};

/// A language: a BCP 47 tag in its canonical letters (`fr`, `pt-BR`, `sr-Latn`).
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Language(Arc<str>);

/// Why a string is not a language.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a language: a BCP 47 tag such as `fr` or `pt-BR` is")]
pub struct InvalidLanguage(pub String);

impl Language {
    /// The language of a tag, whose letters may be of any case.
    pub fn new(tag: &str) -> Result<Self, InvalidLanguage> {
        let refused = || InvalidLanguage(tag.chars().take(40).collect());
        let locale = Locale::try_from_str(tag).map_err(|_| refused())?;
        if locale.id.language.is_unknown() {
            return Err(refused());
        }
        Ok(Self(Arc::from(locale.to_string())))
    }

    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The tag as a locale, for what depends on it (dates, say).
    #[must_use]
    pub fn locale(&self) -> Locale {
        Locale::try_from_str(&self.0).unwrap_or(Locale::UNKNOWN)
    }
}

impl TryFrom<String> for Language {
    type Error = InvalidLanguage;

    fn try_from(tag: String) -> Result<Self, InvalidLanguage> {
        Self::new(&tag)
    }
}

impl std::str::FromStr for Language {
    type Err = InvalidLanguage;

    fn from_str(tag: &str) -> Result<Self, InvalidLanguage> {
        Self::new(tag)
    }
}

impl From<Language> for String {
    fn from(language: Language) -> Self {
        language.0.as_ref().to_owned()
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl schemars::JsonSchema for Language {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Language".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({"type": "string", "description": "A BCP 47 tag."})
    }
}
