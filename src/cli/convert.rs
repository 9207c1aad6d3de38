//! `chartrier convert`: a collection from one notation to the other.

use std::path::Path;

use super::{End, report, say, told};
use crate::words::Words;
use crate::workspace::files::{self, Replace};

pub fn run(words: &Words, source: &Path, dest: &Path) -> Result<End, String> {
    let session = files::open(source).map_err(told(words))?;
    if session.has_comments() {
        say(&words.say("comments-lost"));
    }
    let collection = session.collection();
    files::save(collection, dest, &Replace::Any).map_err(told(words))?;
    report(
        words,
        &words.say_of(
            "made-collection",
            &[("path", dest.display().to_string().into())],
        ),
    )?;
    Ok(End::Done)
}
