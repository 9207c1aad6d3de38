//! `chartrier convert`: a collection from one notation to the other.

use std::path::Path;

use super::{End, report, told};
use crate::words::Words;
use crate::workspace::files::{self, Replace};

pub fn run(words: &Words, source: &Path, dest: &Path) -> Result<End, String> {
    let collection = files::read(source).map_err(told(words))?;
    files::save(&collection, dest, &Replace::Any).map_err(told(words))?;
    report(&words.say_of(
        "made-collection",
        &[("path", dest.display().to_string().into())],
    ));
    Ok(End::Done)
}
