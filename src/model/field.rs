//! Fields: values that differ by platform and stand in texts as `{{ name }}`; and facts, which
//! switch sections and rows on.

use serde::{Deserialize, Serialize};

use super::list::Identified;
use super::{FactId, FieldId, Text, is_default};

/// A field that a collection defines, or a built-in one to which it gives a default.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Field {
    pub id: FieldId,
    /// How the field is called in the interface.
    #[serde(default, skip_serializing_if = "is_default")]
    pub label: Text,
    /// What stands on the platforms that set nothing.
    #[serde(default, skip_serializing_if = "is_default")]
    pub default: Text,
    /// A word for colleagues, never exported.
    #[serde(default, skip_serializing_if = "is_default")]
    pub note: String,
}

impl Identified for Field {
    type Id = FieldId;

    fn id(&self) -> &FieldId {
        &self.id
    }
}

/// A switch of platforms, with the words by which people know it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Fact {
    pub id: FactId,
    #[serde(default, skip_serializing_if = "is_default")]
    pub label: Text,
}

impl Identified for Fact {
    type Id = FactId;

    fn id(&self) -> &FactId {
        &self.id
    }
}

/// The fields that every collection has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BuiltIn {
    /// The platform's name.
    Name,
    /// The platform's address.
    Url,
    /// The host of the platform's address.
    Host,
    /// The date of the charter.
    Updated,
    /// A value that platforms set among their fields.
    Set,
}

impl BuiltIn {
    /// Those whose value follows from the platform or the charter, in the order in which they are
    /// shown.
    pub const DERIVED: [&str; 4] = ["platform.name", "platform.url", "platform.host", "updated"];

    /// Those whose value a platform sets among its fields, in the order in which they are shown.
    pub const SET: [&str; 6] = [
        "publisher.name",
        "publisher.contact",
        "dpo.contact",
        "preferences.url",
        "privacy.url",
        "accessibility.url",
    ];

    #[must_use]
    pub fn of(field: &FieldId) -> Option<Self> {
        match field.as_str() {
            "platform.name" => Some(Self::Name),
            "platform.url" => Some(Self::Url),
            "platform.host" => Some(Self::Host),
            "updated" => Some(Self::Updated),
            other => Self::SET.contains(&other).then_some(Self::Set),
        }
    }
}
