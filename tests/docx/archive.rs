//! The parts of a document in its archive, read and put together again.

use std::io::{Cursor, Read as _, Write as _};

use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

/// The parts of an archive by their names, in their order.
pub fn parts(docx: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut archive = ZipArchive::new(Cursor::new(docx)).expect("it is an archive");
    (0..archive.len())
        .map(|at| {
            let mut part = archive.by_index(at).expect("it has so many parts");
            let mut bytes = Vec::new();
            part.read_to_end(&mut bytes).expect("it can be unpacked");
            (part.name().expect("it has a name").into_owned(), bytes)
        })
        .collect()
}

pub fn text(docx: &[u8], name: &str) -> String {
    let parts = parts(docx);
    let found = parts.into_iter().find(|(part, _)| part == name);
    let (_, bytes) = found.unwrap_or_else(|| panic!("there is no {name}"));
    String::from_utf8(bytes).expect("it is UTF-8")
}

/// The archive with its text changed, and more parts.
pub fn edited(docx: &[u8], edit: impl Fn(String) -> String, more: &[(&str, &str)]) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let mut add = |name: &str, bytes: &[u8]| {
        archive
            .start_file(name, SimpleFileOptions::default())
            .expect("names differ");
        archive.write_all(bytes).expect("memory takes it");
    };
    for (name, bytes) in parts(docx) {
        if name == "word/document.xml" {
            let text = String::from_utf8(bytes).expect("it is UTF-8");
            add(&name, edit(text).as_bytes());
        } else {
            add(&name, &bytes);
        }
    }
    for (name, text) in more {
        add(name, text.as_bytes());
    }
    archive.finish().expect("memory takes it").into_inner()
}
