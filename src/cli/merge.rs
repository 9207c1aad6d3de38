//! `chartrier merge`: two versions of a collection into one, for version control.

use std::path::Path;

use super::{End, report, told};
use crate::messages::{self, Reading, charter_name};
use crate::model::{Collection, Conflict};
use crate::words::Words;
use crate::workspace::dangling::{Dangling, dangling};
use crate::workspace::files::{self, Replace};

/// Merges; `name` is what the file is called where `ours` is only a copy of it.
pub fn run(
    words: &Words,
    base: &Path,
    ours: &Path,
    theirs: &Path,
    name: Option<&Path>,
) -> Result<End, String> {
    let before = files::read_version(base).map_err(told(words))?;
    let mine = files::read_version(ours).map_err(told(words))?;
    let other = files::read_version(theirs).map_err(told(words))?;
    let mut lost = Vec::new();
    let merged = match (&mine, &other) {
        (Some(mine), Some(other)) => {
            let before = before.as_ref().map(|it| &it.collection);
            let merged = crate::store::merge(before, &mine.collection, &other.collection);
            lost = dangling(&mine.collection, &other.collection, &merged);
            merged
        }
        // A version that is empty has nothing to bring.
        (Some(only), None) | (None, Some(only)) => only.collection.clone(),
        (None, None) => return Ok(End::Done),
    };
    let notation = mine.or(other).or(before).map(|it| it.notation);
    if let Some(notation) = notation {
        files::save_as(&merged, ours, notation, &Replace::Any).map_err(told(words))?;
    }
    let name = name.unwrap_or(ours).display().to_string();
    // What we removed and they changed stands as they have it: ours could not stay.
    let is_kept = |conflict: &&Conflict| conflict.ours.is_none() && conflict.theirs.is_some();
    let (kept, ours_stay): (Vec<&Conflict>, Vec<_>) = merged.conflicts.iter().partition(is_kept);
    for (key, conflicts) in [("merge-conflicts", ours_stay), ("merge-kept", kept)] {
        tell(words, key, &conflicts, &name)?;
    }
    for lost in &lost {
        report(words, &without(words, &merged, lost))?;
    }
    let is_sound = merged.conflicts.is_empty() && lost.is_empty();
    Ok(if is_sound {
        End::Done
    } else {
        End::WithFailures
    })
}

fn tell(words: &Words, key: &str, conflicts: &[&Conflict], name: &str) -> Result<(), String> {
    if conflicts.is_empty() {
        return Ok(());
    }
    let values = [("count", conflicts.len().into()), ("path", name.into())];
    report(words, &words.say_of(key, &values))?;
    for conflict in conflicts {
        let at = match conflict.at.as_str() {
            "" => words.say("merge-whole").into_owned(),
            at => at.replace('/', " / "),
        };
        report(words, &format!("  {at}"))?;
    }
    Ok(())
}

/// What has lost what it speaks of.
fn without(words: &Words, merged: &Collection, lost: &Dangling) -> String {
    match lost {
        Dangling::Fact(fact) => {
            let values = [("fact", fact.as_str().into())];
            words.say_of("merge-fact-gone", &values).into_owned()
        }
        Dangling::Finding {
            owner,
            others,
            finding,
        } => {
            let first = merged.first_language();
            let resolved = merged.resolve(owner);
            let place = resolved.as_ref().map_or_else(
                || messages::element(words, &finding.element),
                |resolved| {
                    let language = merged.languages_of(owner).first().unwrap_or(&first);
                    let reading = Reading {
                        resolved,
                        language,
                        first: &first,
                    };
                    messages::place(words, reading, &finding.element)
                },
            );
            let values = [
                ("name", charter_name(words, [merged; 2], owner).into()),
                ("others", (*others).into()),
                (
                    "finding",
                    messages::located_finding(words, finding, &place).into(),
                ),
            ];
            words.say_of("merge-lost", &values).into_owned()
        }
    }
}
