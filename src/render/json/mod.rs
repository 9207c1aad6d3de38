//! JSON: the resolved charter for programs, every element with its origin.
//!
//! Its shape has a version and a schema of its own (`assets/charter.schema.json`), apart from the
//! types of the document, so that those may change and what was written stays readable. Invariant:
//! what is written is read back as the same document (but for its findings, which are about the
//! collection), and written again to the same bytes.

mod reading;
mod shape;
mod writing;

use crate::document::Document;

pub use reading::{NotACharter, charter};
pub use shape::{Charter, SCHEMA, Schema, Subject};

/// A document for programs.
pub fn render(document: &Document) -> String {
    let mut text = serde_json::to_string_pretty(&Charter::of(document))
        .expect("a charter is made of strings, numbers and lists");
    text.push('\n');
    text
}

/// The JSON Schema of what is written.
#[must_use]
pub fn charter_schema() -> String {
    let schema = schemars::schema_for!(Charter);
    let mut text = serde_json::to_string_pretty(&schema).expect("a schema is plain JSON");
    text.push('\n');
    text
}
