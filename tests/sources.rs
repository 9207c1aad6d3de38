//! Sources: bytes of every format, in every encoding, as pages.

mod support;

#[path = "sources/docx.rs"]
mod docx;
#[path = "sources/exports.rs"]
mod exports;
#[path = "sources/formats.rs"]
mod formats;
#[path = "sources/hostile.rs"]
mod hostile;
#[path = "sources/html.rs"]
mod html;
#[path = "sources/markdown.rs"]
mod markdown;
#[path = "sources/mhtml.rs"]
mod mhtml;
#[path = "sources/outline.rs"]
mod outline;
#[path = "sources/programs.rs"]
mod programs;
#[path = "sources/values.rs"]
mod values;

use std::path::Path;

use chartrier::import::Page;
use chartrier::import::source::{Content, Refusal, Source, read};

/// What stands in a fixture.
fn fixture(name: &str) -> Vec<u8> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/import");
    std::fs::read(path.join(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

fn source(bytes: &[u8]) -> Result<Source, Refusal> {
    read(bytes, "")
}

/// The page that bytes are.
fn page(bytes: &[u8]) -> Page {
    match source(bytes) {
        Ok(Source {
            content: Content::Page(page),
            ..
        }) => page,
        other => panic!("no page: {other:?}"),
    }
}

/// Checks what stands on a page.
#[track_caller]
fn check(bytes: impl AsRef<[u8]>, expected: &str) {
    let shown = outline::of(&page(bytes.as_ref()));
    let expected: Vec<&str> = expected.lines().map(str::trim).collect();
    let expected = expected.join("\n");
    assert_eq!(shown.trim(), expected.trim(), "\n{shown}");
}
