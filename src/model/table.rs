//! Cookie tables: a category, ordered columns and rows of cells.
//!
//! The exact text of a cell is the truth; names and durations parsed from it are derived
//! elsewhere. Nothing here says that a cookie stands once.

use std::fmt;

use indexmap::IndexMap;
use serde::de::{Deserializer, MapAccess, Visitor};
use serde::{Deserialize, Serialize, Serializer};

use super::list::{Identified, List, entries};
use super::text::TextVisitor;
use super::{ColumnId, FactId, RowId, Text, is_default};

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CookieTable {
    #[serde(default, skip_serializing_if = "is_default")]
    pub category: Category,
    /// Where it differs from what the category implies.
    #[serde(default, skip_serializing_if = "is_default")]
    pub consent: Option<Consent>,
    /// The table's own columns; without them it takes the charter's.
    #[serde(default, skip_serializing_if = "is_default")]
    pub columns: Option<List<Column>>,
    #[serde(default, skip_serializing_if = "List::is_empty")]
    pub rows: List<Row>,
}

/// What the cookies of a table are for.
#[derive(
    Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize, schemars::JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Category {
    #[default]
    Necessary,
    Functional,
    Audience,
    Personalisation,
    Advertising,
    Social,
    /// Any other, by its name.
    Other(Text),
}

/// Whether visitors must agree before the cookies of a table are placed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Consent {
    Required,
    Exempt,
}

impl Category {
    /// The name that it has in files; that of all others is `other`.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Self::Necessary => "necessary",
            Self::Functional => "functional",
            Self::Audience => "audience",
            Self::Personalisation => "personalisation",
            Self::Advertising => "advertising",
            Self::Social => "social",
            Self::Other(_) => "other",
        }
    }

    /// What holds where a table does not say.
    #[must_use]
    pub fn consent(&self) -> Consent {
        match self {
            Self::Necessary | Self::Functional => Consent::Exempt,
            Self::Audience
            | Self::Personalisation
            | Self::Advertising
            | Self::Social
            | Self::Other(_) => Consent::Required,
        }
    }
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Column {
    pub id: ColumnId,
    #[serde(default, skip_serializing_if = "is_default")]
    pub role: Role,
    #[serde(default, skip_serializing_if = "is_default")]
    pub label: Text,
    /// Whether the column is kept in the table but left out of the finished charter.
    #[serde(default, skip_serializing_if = "is_default")]
    pub hidden: bool,
    /// A word for colleagues, never exported.
    #[serde(default, skip_serializing_if = "is_default")]
    pub note: String,
}

impl Identified for Column {
    type Id = ColumnId;

    fn id(&self) -> &ColumnId {
        &self.id
    }
}

/// What the cells of a column say.
#[derive(
    Debug,
    Clone,
    Copy,
    Default,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    Deserialize,
    schemars::JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Who places or reads the cookie.
    Provider,
    /// The service that needs it, and where.
    Service,
    /// The cookie's name, or a pattern of names.
    Name,
    Purpose,
    Duration,
    Domain,
    /// First or third party.
    Party,
    Consent,
    /// Transfers out of the European Economic Area.
    Transfer,
    /// The provider's own policy.
    Link,
    #[default]
    Other,
}

impl Role {
    /// The name that it has in files.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Provider => "provider",
            Self::Service => "service",
            Self::Name => "name",
            Self::Purpose => "purpose",
            Self::Duration => "duration",
            Self::Domain => "domain",
            Self::Party => "party",
            Self::Consent => "consent",
            Self::Transfer => "transfer",
            Self::Link => "link",
            Self::Other => "other",
        }
    }
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Row {
    pub id: RowId,
    /// The fact that the platform must have for the row to stand.
    #[serde(default, skip_serializing_if = "is_default")]
    pub when: Option<FactId>,
    /// The cells by column. A column without an entry has no cell; an empty text is an empty
    /// cell; `null` (in RON `()`) says « as in the row above ».
    #[serde(
        default,
        skip_serializing_if = "IndexMap::is_empty",
        deserialize_with = "entries"
    )]
    pub cells: IndexMap<ColumnId, Cell>,
    /// A word for colleagues, never exported.
    #[serde(default, skip_serializing_if = "is_default")]
    pub note: String,
}

impl Identified for Row {
    type Id = RowId;

    fn id(&self) -> &RowId {
        &self.id
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Cell {
    Text(Text),
    /// What the row above says, as a cell that spans rows does.
    Above,
}

impl Cell {
    #[must_use]
    pub fn text(&self) -> Option<&Text> {
        match self {
            Self::Text(text) => Some(text),
            Self::Above => None,
        }
    }

    /// Its words alone, as what is kept of a cell that was replaced.
    #[must_use]
    pub fn words_alone(&self) -> Self {
        match self {
            Self::Text(text) => Self::Text(text.words_alone()),
            Self::Above => Self::Above,
        }
    }
}

impl Serialize for Cell {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Text(text) => text.serialize(serializer),
            Self::Above => serializer.serialize_unit(),
        }
    }
}

impl<'de> Deserialize<'de> for Cell {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct CellVisitor;

        impl<'de> Visitor<'de> for CellVisitor {
            type Value = Cell;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a text, a map from languages to texts, or nothing for « as above »")
            }

            fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<Cell, E> {
                TextVisitor.visit_str(text).map(Cell::Text)
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Cell, A::Error> {
                TextVisitor.visit_map(map).map(Cell::Text)
            }

            fn visit_unit<E: serde::de::Error>(self) -> Result<Cell, E> {
                Ok(Cell::Above)
            }

            fn visit_none<E: serde::de::Error>(self) -> Result<Cell, E> {
                Ok(Cell::Above)
            }
        }

        deserializer.deserialize_any(CellVisitor)
    }
}

impl schemars::JsonSchema for Cell {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Cell".into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let text = generator.subschema_for::<Text>();
        schemars::json_schema!({
            "description": "A text, or null for « as in the row above ».",
            "anyOf": [text, {"type": "null"}],
        })
    }
}

/// A cell that may be absent, where « as above » is written as nothing: present is not the same
/// as not null.
pub(super) mod maybe_cell {
    use super::{Cell, Deserialize, Deserializer, Serialize, Serializer};

    pub fn deserialize<'de, D: Deserializer<'de>>(cell: D) -> Result<Option<Cell>, D::Error> {
        Cell::deserialize(cell).map(Some)
    }

    #[expect(clippy::ref_option, reason = "serde hands over the field as it is")]
    pub fn serialize<S: Serializer>(cell: &Option<Cell>, serializer: S) -> Result<S::Ok, S::Error> {
        match cell {
            Some(cell) => cell.serialize(serializer),
            None => serializer.serialize_unit(),
        }
    }
}
