//! Documents for Word, `LibreOffice` and others: valid in every part, read back as they were written,
//! and taken back after a review.

mod support;

#[path = "docx/archive.rs"]
mod archive;
#[path = "docx/comes_back.rs"]
mod comes_back;
#[path = "docx/left.rs"]
mod left;
#[path = "docx/parts.rs"]
mod parts;
#[path = "docx/reviewed.rs"]
mod reviewed;

use chartrier::document::Document;
use chartrier::import::returned::Returned;
use chartrier::import::source::{self, Content};
use chartrier::model::Collection;
use chartrier::render::{Design, Format, render};

fn examples() -> Collection {
    chartrier::workspace::examples()
}

/// The document of a charter, by its id, in French.
fn document(collection: &Collection, id: &str) -> Document {
    let resolved = support::resolve(collection, id);
    Document::new(collection, &resolved, &support::language("fr"))
}

fn docx(document: &Document) -> Vec<u8> {
    render(document, Format::Docx, &Design::default()).expect("nothing of its looks is its own")
}

/// What comes back of a document.
#[track_caller]
fn returned(docx: &[u8]) -> Returned {
    match source::read(docx, "charter.docx") {
        Ok(source) => match source.content {
            Content::Page(page) => *page.returned.expect("it knows its own documents"),
            Content::Collection { .. } => panic!("it is no collection"),
        },
        Err(error) => panic!("{error}"),
    }
}
