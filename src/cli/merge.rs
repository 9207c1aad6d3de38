//! `chartrier merge`: two versions of a collection into one, for version control.

use std::path::Path;

use super::{End, report, told};
use crate::words::Words;
use crate::workspace::files::{self, Replace};

pub fn run(words: &Words, base: &Path, ours: &Path, theirs: &Path) -> Result<End, String> {
    let before = files::read_version(base).map_err(told(words))?;
    let mine = files::read_version(ours).map_err(told(words))?;
    let other = files::read_version(theirs).map_err(told(words))?;
    let merged = match (&mine, &other) {
        (Some(mine), Some(other)) => crate::store::merge(
            before.as_ref().map(|it| &it.collection),
            &mine.collection,
            &other.collection,
        ),
        // A version that is empty has nothing to bring.
        (Some(only), None) | (None, Some(only)) => only.collection.clone(),
        (None, None) => return Ok(End::Done),
    };
    let open = merged.conflicts.len();
    let notation = mine.or(other).or(before).map(|it| it.notation);
    if let Some(notation) = notation {
        files::save_as(&merged, ours, notation, &Replace::Any).map_err(told(words))?;
    }
    if open == 0 {
        return Ok(End::Done);
    }
    let values = [
        ("count", open.into()),
        ("path", ours.display().to_string().into()),
    ];
    report(words, &words.say_of("merge-conflicts", &values))?;
    for conflict in &merged.conflicts {
        let at = match conflict.at.as_str() {
            "" => words.say("merge-whole").into_owned(),
            at => at.replace('/', " / "),
        };
        report(words, &format!("  {at}"))?;
    }
    Ok(End::WithFailures)
}
