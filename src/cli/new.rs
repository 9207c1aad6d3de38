//! `chartrier new`: a collection to begin with.

use std::path::Path;

use super::{End, report, told};
use crate::words::Words;
use crate::workspace::Starter;
use crate::workspace::files::{self, Replace};

pub fn run(words: &Words, path: &Path, starter: Starter) -> Result<End, String> {
    files::save(&starter.collection(), path, &Replace::Known(None)).map_err(told(words))?;
    report(
        words,
        &words.say_of(
            "made-collection",
            &[("path", path.display().to_string().into())],
        ),
    )?;
    Ok(End::Done)
}
