//! `chartrier schema`: the JSON Schemas of what this program writes.

use super::{End, SchemaName, report};
use crate::words::Words;
use crate::{render, store, workspace};

pub fn run(words: &Words, name: SchemaName) -> Result<End, String> {
    let schema = match name {
        SchemaName::Collection => store::schema(),
        SchemaName::Charter => render::json::charter_schema(),
        SchemaName::Release => workspace::releases::release_schema(),
    };
    report(words, schema.trim_end())?;
    Ok(End::Done)
}
