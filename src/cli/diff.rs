//! `chartrier diff`: what two versions of a collection say otherwise; of one alone, what it says, as
//! text that version control can compare line by line.

use std::collections::BTreeSet;
use std::path::Path;

use super::{End, report, told};
use crate::document::Document;
use crate::document::comparison::{Comparison, Rigour};
use crate::messages;
use crate::model::{
    CharterEdit, Collection, Edit, Following, Form, Language, Owner, Platform, PlatformId,
};
use crate::render::{self, Design, Format};
use crate::words::Words;
use crate::workspace::files;

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
    let mut inherited = 0;
    for owner in owners(words, &before, &after, platforms)? {
        let asked = !platforms.is_empty();
        let lines = differences(words, &before, &after, &owner);
        if lines.is_empty() {
            continue;
        }
        if !asked && before.charter(&owner).is_some() && is_as_it_was(&before, &after, &owner) {
            // Its models have changed: that is told of them.
            inherited += 1;
            continue;
        }
        report(words, &name(words, [&after, &before], &owner))?;
        for line in lines {
            report(words, &format!("  {line}"))?;
        }
    }
    if inherited > 0 {
        let count = [("count", inherited.into())];
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

/// What is compared: the models of both versions and then their platforms, or those asked for.
fn owners(
    words: &Words,
    before: &Collection,
    after: &Collection,
    asked: &[PlatformId],
) -> Result<Vec<Owner>, String> {
    let is_there = |id: &PlatformId| [before, after].iter().any(|it| it.platforms.contains(id));
    if let Some(unknown) = asked.iter().find(|id| !is_there(id)) {
        let id = [("id", unknown.as_str().into())];
        return Err(words.say_of("export-unknown-platform", &id).into_owned());
    }
    if !asked.is_empty() {
        return Ok(asked.iter().cloned().map(Owner::Platform).collect());
    }
    let mut seen = BTreeSet::new();
    let mut owners = Vec::new();
    let models = [after, before]
        .into_iter()
        .flat_map(|it| it.models.iter().map(|model| Owner::Model(model.id.clone())));
    let platforms = [after, before].into_iter().flat_map(|it| {
        let platforms = it.platforms.iter();
        platforms.map(|platform| Owner::Platform(platform.id.clone()))
    });
    for owner in models.chain(platforms) {
        let is_model = matches!(owner, Owner::Model(_));
        if seen.insert((is_model, owner.to_string())) {
            owners.push(owner);
        }
    }
    Ok(owners)
}

/// Whether a model or a platform holds what it held, whatever its models say.
fn is_as_it_was(before: &Collection, after: &Collection, owner: &Owner) -> bool {
    match owner {
        Owner::Model(id) => before.models.get(id) == after.models.get(id),
        Owner::Platform(id) => before.platforms.get(id) == after.platforms.get(id),
    }
}

/// What differs, in each language that either version speaks.
fn differences(
    words: &Words,
    before: &Collection,
    after: &Collection,
    owner: &Owner,
) -> Vec<String> {
    let (was, is) = (
        before.charter(owner).is_some(),
        after.charter(owner).is_some(),
    );
    match (was, is) {
        (false, true) => return vec![words.say("diff-new").into_owned()],
        (true, false) => return vec![words.say("diff-gone").into_owned()],
        _ => {}
    }
    let mut languages: Vec<&Language> = after.languages_of(owner).iter().collect();
    for language in before.languages_of(owner) {
        if !languages.contains(&language) {
            languages.push(language);
        }
    }
    let several = languages.len() > 1;
    let mut lines = Vec::new();
    for language in languages {
        let document = |collection: &Collection| {
            let resolved = collection.resolve(owner)?;
            Some(Document::new(collection, &resolved, language))
        };
        let (Some(was), Some(is)) = (document(before), document(after)) else {
            continue;
        };
        let comparison = Comparison::between(&was, &is, Rigour::Strict);
        for line in messages::difference_lines(words, &comparison) {
            lines.push(if several {
                format!("[{language}] {line}")
            } else {
                line
            });
        }
    }
    lines
}

fn name(words: &Words, versions: [&Collection; 2], owner: &Owner) -> String {
    let there = versions.into_iter().find(|it| it.charter(owner).is_some());
    let said = there.map_or_else(String::new, |collection| {
        let first = collection.first_language();
        let name = match owner {
            Owner::Model(id) => collection.models.get(id).map(|it| it.name.clone()),
            Owner::Platform(id) => collection.platforms.get(id).map(|it| it.name.clone()),
        };
        name.unwrap_or_default()
            .said(words.language(), &first)
            .text
            .to_owned()
    });
    let key = match owner {
        Owner::Model(_) => "diff-model",
        Owner::Platform(_) => "diff-platform",
    };
    let name = if said.is_empty() {
        owner.to_string()
    } else {
        said
    };
    let values = [("name", name.into()), ("id", owner.to_string().into())];
    words.say_of(key, &values).into_owned()
}

/// What a version says: models and complete charters as texts, of other platforms what is their own.
fn tell_all(words: &Words, collection: &Collection, asked: &[PlatformId]) -> Result<End, String> {
    for owner in owners(words, collection, collection, asked)? {
        report(words, &name(words, [collection; 2], &owner))?;
        if let Owner::Platform(id) = &owner
            && let Some(platform) = collection.platforms.get(id)
        {
            for line in properties(words, collection, platform) {
                report(words, &format!("  {line}"))?;
            }
        }
        let plain = without_adaptations(collection, &owner);
        for language in collection.languages_of(&owner) {
            let document = |collection: &Collection| {
                let resolved = collection.resolve(&owner)?;
                Some(Document::new(collection, &resolved, language))
            };
            let Some(whole) = document(collection) else {
                continue;
            };
            match plain.as_ref().and_then(document) {
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

/// The collection as if a charter adapted nothing of the model that it follows; nothing, if it
/// follows none.
fn without_adaptations(collection: &Collection, owner: &Owner) -> Option<Collection> {
    let model = collection.charter(owner)?.follows()?.clone();
    let form = Form::Following(Following {
        model,
        adaptations: Vec::new(),
    });
    let mut plain = collection.clone();
    let edit = Edit::Charter(owner.clone(), CharterEdit::Form(form));
    plain.apply(edit).ok()?;
    Some(plain)
}
