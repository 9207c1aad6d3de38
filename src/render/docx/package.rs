//! The archive of a document's parts, which names what each is and how they hang together.
//!
//! Same parts, same bytes: the order and the dates are fixed, and no system is named.

use std::io::{Cursor, Write as _};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, System, ZipWriter};

use super::xml::Xml;

const CONTENT_TYPES: &str = "http://schemas.openxmlformats.org/package/2006/content-types";
const RELATIONSHIPS: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
const RELATIONSHIPS_TYPE: &str = "application/vnd.openxmlformats-package.relationships+xml";

/// A part of a document.
pub struct Part {
    /// Its path in the archive.
    pub name: String,
    pub media_type: &'static str,
    pub bytes: Vec<u8>,
}

/// How one part refers to another, or to something outside.
pub struct Relationship {
    pub id: String,
    pub kind: &'static str,
    pub target: String,
    pub place: Place,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    Inside,
    Outside,
}

/// What a part refers to, as a part.
pub fn relationships(name: &str, all: &[Relationship]) -> Part {
    let mut xml = Xml::part();
    xml.element("Relationships", &[("xmlns", RELATIONSHIPS)], |xml| {
        for one in all {
            let mut attributes = vec![
                ("Id", one.id.as_str()),
                ("Type", one.kind),
                ("Target", one.target.as_str()),
            ];
            if one.place == Place::Outside {
                attributes.push(("TargetMode", "External"));
            }
            xml.leaf("Relationship", &attributes);
        }
    });
    Part {
        name: name.to_owned(),
        media_type: RELATIONSHIPS_TYPE,
        bytes: xml.finish(),
    }
}

/// The archive of all parts.
pub fn packed(parts: &[Part]) -> Vec<u8> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default())
        .system(System::Dos);
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let types = content_types(parts);
    let named = parts
        .iter()
        .map(|part| (part.name.as_str(), part.bytes.as_slice()));
    for (name, bytes) in std::iter::once(("[Content_Types].xml", types.as_slice())).chain(named) {
        archive
            .start_file(name, options)
            .and_then(|()| Ok(archive.write_all(bytes)?))
            .expect("memory takes whatever is written, and no part has a name twice");
    }
    archive
        .finish()
        .expect("memory takes whatever is written")
        .into_inner()
}

fn content_types(parts: &[Part]) -> Vec<u8> {
    let mut xml = Xml::part();
    xml.element("Types", &[("xmlns", CONTENT_TYPES)], |xml| {
        let relationships = [("Extension", "rels"), ("ContentType", RELATIONSHIPS_TYPE)];
        xml.leaf("Default", &relationships);
        for part in parts {
            if part.media_type == RELATIONSHIPS_TYPE {
                continue;
            }
            let name = format!("/{}", part.name);
            let attributes = [
                ("PartName", name.as_str()),
                ("ContentType", part.media_type),
            ];
            xml.leaf("Override", &attributes);
        }
    });
    xml.finish()
}
