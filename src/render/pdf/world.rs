//! What a layout can reach: the fonts of the program, its template, nothing else.

use std::sync::LazyLock;

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Feature, Library, LibraryExt as _, World};

use super::fonts::FONTS;

/// Shared by all layouts, so that what one has worked out serves the next.
static LIBRARY: LazyLock<LazyHash<Library>> = LazyLock::new(|| {
    // Headers of rows are among the features that typst has not settled yet.
    let features = [Feature::A11yExtras].into_iter().collect();
    LazyHash::new(Library::builder().with_features(features).build())
});

/// The place of every template, whatever its name.
static TEMPLATE: LazyLock<FileId> = LazyLock::new(|| file("template.typ"));

/// Where the texts of a charter stand, as far as typst is told.
pub static CHARTER: LazyLock<FileId> = LazyLock::new(|| file("charter"));

fn file(name: &str) -> FileId {
    let path = VirtualPath::new(name).expect("the names above are paths");
    RootedPath::new(VirtualRoot::Project, path).intern()
}

pub struct Surroundings {
    template: Source,
}

impl Surroundings {
    pub fn new(template: &str) -> Self {
        Self {
            template: Source::new(*TEMPLATE, template.to_owned()),
        }
    }

    pub fn template(&self) -> &Source {
        &self.template
    }
}

impl World for Surroundings {
    fn library(&self) -> &LazyHash<Library> {
        &LIBRARY
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &FONTS.book
    }

    fn main(&self) -> FileId {
        *TEMPLATE
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == *TEMPLATE {
            Ok(self.template.clone())
        } else {
            Err(refused())
        }
    }

    fn file(&self, _: FileId) -> FileResult<Bytes> {
        Err(refused())
    }

    fn font(&self, index: usize) -> Option<Font> {
        FONTS.fonts.get(index).cloned()
    }

    /// A PDF has no other date than the charter's.
    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}

fn refused() -> FileError {
    FileError::Other(Some(
        "a template reads no files and imports no packages".into(),
    ))
}
