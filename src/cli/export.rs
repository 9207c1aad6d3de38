//! `chartrier export`: finished charters into a folder.

use std::path::Path;

use super::{End, report, told};
use crate::messages;
use crate::words::Words;
use crate::workspace::export::{Request, export};
use crate::workspace::{Cancel, Progress, files};

pub fn run(words: &Words, path: &Path, out: &Path, request: &Request) -> Result<End, String> {
    let collection = files::read(path).map_err(told(words))?;
    let exported = export(
        &collection,
        request,
        out,
        &Cancel::default(),
        &Progress::default(),
    )
    .map_err(|error| messages::export_error(words, &error))?;
    for failure in &exported.failures {
        for line in messages::failure(words, failure) {
            report(words, &line)?;
        }
    }
    let values = [
        ("files", exported.files.len().into()),
        ("failed", exported.failures.len().into()),
        ("path", out.display().to_string().into()),
    ];
    report(words, &words.say_of("export-done", &values))?;
    Ok(if exported.failures.is_empty() {
        End::Done
    } else {
        End::WithFailures
    })
}
