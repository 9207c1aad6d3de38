//! What two people changed at the same time, each otherwise.

use serde::{Deserialize, Deserializer, Serialize};
use serde_json::Value;

/// A part of the collection that two versions of it say otherwise, until someone has decided.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Conflict {
    /// The way to it: ids and names, parted by slashes; nothing for the whole collection. Where it
    /// ends in `(order)`, the values are the ids of the list before that, in order.
    pub at: String,
    /// What it said before; absent if it was not there.
    #[serde(
        default,
        deserialize_with = "there",
        skip_serializing_if = "Option::is_none"
    )]
    pub base: Option<Value>,
    /// What our version says; absent if we removed it.
    #[serde(
        default,
        deserialize_with = "there",
        skip_serializing_if = "Option::is_none"
    )]
    pub ours: Option<Value>,
    /// What the other version says; absent if they removed it.
    #[serde(
        default,
        deserialize_with = "there",
        skip_serializing_if = "Option::is_none"
    )]
    pub theirs: Option<Value>,
}

/// A value that is there, be it nothing: a cell « as above » is written so.
fn there<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Value>, D::Error> {
    Value::deserialize(deserializer).map(Some)
}
