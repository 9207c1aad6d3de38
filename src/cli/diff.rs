//! `chartrier diff`: what two versions of a collection say otherwise; of one alone, what it says, as
//! text that version control can compare line by line.

use std::path::Path;

use super::progress::shown;
use super::{End, report, told};
use crate::document::Document;
use crate::document::comparison::{Comparison, Rigour};
use crate::messages::{self, charter_name};
use crate::model::{Collection, Owner, Platform, PlatformId, Resolved};
use crate::render::{self, Design, Format};
use crate::words::Words;
use crate::workspace::comparing::{How, Told, compare_versions, owners_of_both, unadapted};
use crate::workspace::{Cancel, Progress, files};

/// Tells what leads from one version to the other: of these platforms; without any, of the models
/// and of every platform that has changed itself.
pub fn run(
    words: &Words,
    before: &Path,
    after: Option<&Path>,
    platforms: &[PlatformId],
) -> Result<End, String> {
    let before = read(words, before)?;
    let Some(after) = after else {
        return tell_all(words, &before, platforms);
    };
    let after = read(words, after)?;
    let asked = owners(words, [&before, &after], platforms)?;
    let told = if asked.is_empty() {
        Told::Own
    } else {
        Told::These(&asked)
    };
    let compare = |cancel: &Cancel, progress: &Progress| {
        compare_versions(&before, &after, told, cancel, progress)
    };
    let versions = shown(words, "diff-progress", compare).unwrap_or_default();
    for charter in &versions.charters {
        report(
            words,
            &charter_name(words, [&after, &before], &charter.owner),
        )?;
        let lines = match &charter.how {
            How::New => vec![words.say("diff-new").into_owned()],
            How::Gone => vec![words.say("diff-gone").into_owned()],
            How::Says(said) => {
                let told = messages::said_otherwise(words, said);
                told.iter().map(|it| it.line(words)).collect()
            }
        };
        for line in lines {
            report(words, &format!("  {line}"))?;
        }
    }
    if versions.inherited > 0 {
        let count = [("count", versions.inherited.into())];
        report(words, &words.say_of("diff-inherited", &count))?;
    }
    Ok(End::Done)
}

/// A version; what an empty file holds is nothing, as of a file that was not there.
fn read(words: &Words, path: &Path) -> Result<Collection, String> {
    let version = files::read_version(path).map_err(told(words))?;
    let nothing = || Collection::new("", words.language().clone());
    Ok(version.map_or_else(nothing, |version| version.collection))
}

/// The platforms that were asked for.
fn owners(
    words: &Words,
    versions: [&Collection; 2],
    asked: &[PlatformId],
) -> Result<Vec<Owner>, String> {
    let is_there = |id: &PlatformId| versions.iter().any(|it| it.platforms.contains(id));
    if let Some(unknown) = asked.iter().find(|id| !is_there(id)) {
        let id = [("id", unknown.as_str().into())];
        return Err(words.say_of("export-unknown-platform", &id).into_owned());
    }
    Ok(asked.iter().cloned().map(Owner::Platform).collect())
}

/// What a version says: models and complete charters as texts, of other platforms what is their own.
fn tell_all(words: &Words, collection: &Collection, asked: &[PlatformId]) -> Result<End, String> {
    let mut owners = owners(words, [collection; 2], asked)?;
    let open = collection.conflicts.len();
    if open > 0 {
        let count = [("count", open.into())];
        report(words, &words.say_of("status-conflicts", &count))?;
    }
    if owners.is_empty() {
        owners = owners_of_both(collection, collection);
    }
    for owner in owners {
        report(words, &charter_name(words, [collection; 2], &owner))?;
        if let Owner::Platform(id) = &owner
            && let Some(platform) = collection.platforms.get(id)
        {
            for line in properties(words, collection, platform) {
                report(words, &format!("  {line}"))?;
            }
        }
        let Some(whole) = collection.resolve(&owner) else {
            continue;
        };
        let plain = unadapted(collection, &owner);
        for language in collection.languages_of(&owner) {
            let document = |resolved: &Resolved| Document::new(collection, resolved, language);
            let whole = document(&whole);
            match plain.as_ref().map(document) {
                Some(plain) => {
                    let own = Comparison::between(&plain, &whole, Rigour::Strict);
                    for line in messages::difference_lines(words, &own) {
                        report(words, &format!("  [{language}] {line}"))?;
                    }
                }
                None => {
                    report(words, &format!("  [{language}]"))?;
                    let text = render::render(&whole, Format::Text, &Design::default())
                        .map_err(|error| messages::render_error(words, &error))?;
                    report(words, &String::from_utf8_lossy(&text))?;
                }
            }
        }
    }
    Ok(End::Done)
}

/// What a platform is set to, a line each.
fn properties(words: &Words, collection: &Collection, platform: &Platform) -> Vec<String> {
    let first = collection.first_language();
    let mut lines = Vec::new();
    if !platform.url.is_empty() {
        lines.push(platform.url.clone());
    }
    if let Some(model) = platform.charter.follows() {
        let value = [("name", model.as_str().into())];
        lines.push(words.say_of("diff-follows", &value).into_owned());
    }
    lines.extend(platform.facts.iter().map(ToString::to_string));
    for (field, text) in &platform.fields {
        let said = text.said(words.language(), &first).text;
        lines.push(format!("{field}: {said}"));
    }
    lines
}
