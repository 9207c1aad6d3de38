//! Texts: one string for every language, or one by language.

use std::fmt;
use std::ops::{Deref, Range};
use std::sync::Arc;

use serde::Deserialize;
use serde::de::value::MapAccessDeserializer;
use serde::de::{Deserializer, Error as _, MapAccess, Visitor};
use serde::ser::{Serialize, SerializeMap as _, SerializeStruct as _, Serializer};

use super::Language;

/// A text of a charter.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Text {
    /// The same in every language: a cookie's name, a provider's.
    Same(Arc<str>),
    /// One by language, in the order in which they were written; a language stands once.
    ByLanguage(Vec<(Language, Translation)>),
}

/// The words of a text in a language, and what they were translated from once that has moved on.
///
/// Without `of`, they stand beside the words of the collection's first language as those are now.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Translation {
    pub words: Arc<str>,
    /// What the first language said when they were written.
    pub of: Option<Arc<str>>,
}

impl<W: Into<Arc<str>>> From<W> for Translation {
    fn from(words: W) -> Self {
        Self {
            words: words.into(),
            of: None,
        }
    }
}

impl Deref for Translation {
    type Target = str;

    fn deref(&self) -> &str {
        &self.words
    }
}

/// What a text says in a language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Said<'a> {
    pub text: &'a str,
    /// The language that the words are in, where it is not the one that was asked for.
    pub instead: Option<&'a Language>,
}

impl Text {
    #[must_use]
    pub fn same(text: &str) -> Self {
        Self::Same(Arc::from(text))
    }

    /// A text in one language alone.
    #[must_use]
    pub fn in_one(language: Language, text: &str) -> Self {
        Self::ByLanguage(vec![(language, text.into())])
    }

    /// Whether it says nothing in any language.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        match self {
            Self::Same(text) => text.is_empty(),
            Self::ByLanguage(texts) => texts.iter().all(|(_, text)| text.is_empty()),
        }
    }

    /// The string that stands for a language, as it was written: the common one, or its own.
    #[must_use]
    pub fn written(&self, language: &Language) -> Option<&str> {
        match self {
            Self::Same(text) => Some(text),
            Self::ByLanguage(_) => self.translation(language).map(|it| &*it.words),
        }
    }

    /// The words of a text that has them by language.
    pub(super) fn translation(&self, language: &Language) -> Option<&Translation> {
        let Self::ByLanguage(texts) = self else {
            return None;
        };
        texts
            .iter()
            .find(|(of, _)| of == language)
            .map(|(_, translation)| translation)
    }

    /// What it says in a language. Without words in it, those of the collection's `first`
    /// language stand in, or else those of the first language that has some.
    #[must_use]
    pub fn said(&self, language: &Language, first: &Language) -> Said<'_> {
        if let Some(text) = self.written(language).filter(|text| !text.is_empty()) {
            return Said {
                text,
                instead: None,
            };
        }
        let Self::ByLanguage(texts) = self else {
            return Said {
                text: "",
                instead: None,
            };
        };
        let spoken = || texts.iter().filter(|(_, text)| !text.is_empty());
        spoken()
            .find(|(of, _)| of == first)
            .or_else(|| spoken().next())
            .map_or(
                Said {
                    text: "",
                    instead: None,
                },
                |(of, text)| Said {
                    text,
                    instead: Some(of),
                },
            )
    }

    /// This text with other words in one language, whatever the others are translated from: a
    /// name, a label.
    #[must_use]
    pub fn with(&self, language: &Language, words: &str) -> Self {
        match self {
            Self::Same(_) => Self::same(words),
            Self::ByLanguage(texts) => {
                let mut texts = texts.clone();
                match texts.iter_mut().find(|(of, _)| of == language) {
                    Some((_, translation)) => *translation = words.into(),
                    None => texts.push((language.clone(), words.into())),
                }
                Self::ByLanguage(texts)
            }
        }
    }

    /// This text with other words in one language, which makes one that was the same in every
    /// language a translated one: what it said stays as the words of the `first` language.
    #[must_use]
    pub fn translated(&self, first: &Language, language: &Language, words: &str) -> Self {
        match self {
            Self::Same(text) if !text.is_empty() && language != first => Self::ByLanguage(vec![
                (first.clone(), Arc::clone(text).into()),
                (language.clone(), words.into()),
            ]),
            _ => self.with(language, words),
        }
    }
}

impl Default for Text {
    fn default() -> Self {
        Self::same("")
    }
}

/// The bytes of `before` that `after` replaces, and those it puts there: the shortest such change
/// at its last place, on character boundaries.
#[must_use]
pub fn difference<'a>(before: &str, after: &'a str) -> (Range<usize>, &'a str) {
    let mut start = before
        .bytes()
        .zip(after.bytes())
        .take_while(|(old, new)| old == new)
        .count();
    while !before.is_char_boundary(start) || !after.is_char_boundary(start) {
        start -= 1;
    }
    let mut common_end = before[start..]
        .bytes()
        .rev()
        .zip(after[start..].bytes().rev())
        .take_while(|(old, new)| old == new)
        .count();
    while !before.is_char_boundary(before.len() - common_end)
        || !after.is_char_boundary(after.len() - common_end)
    {
        common_end -= 1;
    }
    (
        start..before.len() - common_end,
        &after[start..after.len() - common_end],
    )
}

impl Serialize for Text {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Same(text) => serializer.serialize_str(text),
            Self::ByLanguage(texts) => {
                let mut map = serializer.serialize_map(Some(texts.len()))?;
                for (language, translation) in texts {
                    map.serialize_entry(language, translation)?;
                }
                map.end()
            }
        }
    }
}

/// Words alone, unless what they translate has moved on.
impl Serialize for Translation {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match &self.of {
            None => serializer.serialize_str(&self.words),
            Some(of) => {
                let mut older = serializer.serialize_struct("Translation", 2)?;
                older.serialize_field("text", &self.words)?;
                older.serialize_field("of", of)?;
                older.end()
            }
        }
    }
}

/// Reads a text by what it finds rather than by trying shapes in turn, so that an error keeps the
/// place where it happened.
pub(super) struct TextVisitor;

impl<'de> Visitor<'de> for TextVisitor {
    type Value = Text;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a text, or a map from languages to texts")
    }

    fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<Text, E> {
        Ok(Text::same(text))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Text, A::Error> {
        let mut texts: Vec<(Language, Translation)> = Vec::new();
        while let Some(language) = map.next_key::<Language>()? {
            if texts.iter().any(|(other, _)| *other == language) {
                return Err(A::Error::custom(format!(
                    "the language `{language}` stands twice in this text"
                )));
            }
            texts.push((language, map.next_value()?));
        }
        Ok(Text::ByLanguage(texts))
    }
}

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(TextVisitor)
    }
}

/// A translation with what it was made from, as the file has it.
#[derive(Deserialize, schemars::JsonSchema)]
#[serde(rename = "Translation", deny_unknown_fields)]
struct OlderTranslation {
    text: Arc<str>,
    /// What the first language said when the text was written; it has said something else since.
    of: Arc<str>,
}

impl<'de> Deserialize<'de> for Translation {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct TranslationVisitor;

        impl<'de> Visitor<'de> for TranslationVisitor {
            type Value = Translation;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a string, or a translation and what it is `of`")
            }

            fn visit_str<E: serde::de::Error>(self, words: &str) -> Result<Translation, E> {
                Ok(words.into())
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Translation, A::Error> {
                let older = OlderTranslation::deserialize(MapAccessDeserializer::new(map))?;
                Ok(Translation {
                    words: older.text,
                    of: Some(older.of),
                })
            }
        }

        deserializer.deserialize_any(TranslationVisitor)
    }
}

impl schemars::JsonSchema for Text {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Text".into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let older = generator.subschema_for::<OlderTranslation>();
        schemars::json_schema!({
            "description": "One string, the same in every language, or one string per language (BCP 47 tag). CommonMark with GFM tables; `{{ field }}` stands for a field's value.",
            "anyOf": [
                {"type": "string"},
                {"type": "object", "additionalProperties": {"anyOf": [{"type": "string"}, older]}},
            ],
        })
    }
}
