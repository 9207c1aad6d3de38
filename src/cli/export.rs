//! `chartrier export`: finished charters into a folder.

use std::path::Path;

use super::{End, progress, report, told};
use crate::messages;
use crate::words::Words;
use crate::workspace::export::{Report, Request, export, remove};
use crate::workspace::files;

/// What becomes of files that no longer belong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Leftovers {
    List,
    Remove,
}

pub fn run(
    words: &Words,
    path: &Path,
    out: &Path,
    request: &Request,
    leftovers: Leftovers,
) -> Result<End, String> {
    let collection = files::read(path).map_err(told(words))?;
    let exported = progress::shown(words, "export-progress", |cancel, progress| {
        export(&collection, request, out, cancel, progress)
    });
    let exported = exported.map_err(|error| messages::export_error(words, &error))?;
    let open = collection.conflicts.len();
    if open > 0 {
        let count = [("count", open.into())];
        report(words, &words.say_of("export-conflicts", &count))?;
    }
    for failure in &exported.failures {
        for line in messages::failure(words, failure) {
            report(words, &line)?;
        }
    }
    match leftovers {
        Leftovers::List => {
            for leftover in &exported.leftovers {
                let values = [("path", leftover.path().into())];
                report(words, &words.say_of("export-leftover", &values))?;
            }
        }
        Leftovers::Remove => remove_leftovers(words, out, &exported)?,
    }
    let values = [
        ("files", exported.files.len().into()),
        ("written", exported.written.into()),
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

fn remove_leftovers(words: &Words, out: &Path, exported: &Report) -> Result<(), String> {
    let removed =
        remove(out, &exported.leftovers).map_err(|error| messages::export_error(words, &error))?;
    for (leftover, removal) in exported.leftovers.iter().zip(&removed) {
        report(words, &messages::removal(words, leftover.path(), removal))?;
    }
    Ok(())
}
