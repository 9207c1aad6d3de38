//! How what a merge left open is told.

use crate::model::{Collection, Conflict, ModelId, PlatformId, Text};
use crate::words::Words;

/// Where two versions say something else, as people call it.
#[must_use]
pub fn conflict_place(words: &Words, collection: &Collection, conflict: &Conflict) -> String {
    /// Keys that say how the file is made, not what is meant.
    const MADE: [&str; 9] = [
        "models",
        "platforms",
        "charter",
        "sections",
        "table",
        "rows",
        "cells",
        "columns",
        "adaptations",
    ];
    if conflict.at.is_empty() {
        return words.say("merge-whole").into_owned();
    }
    let keys: Vec<&str> = conflict.at.split('/').collect();
    let name = |text: &Text| {
        let first = collection.first_language();
        text.said(words.language(), &first).text.to_owned()
    };
    let owner = match keys.as_slice() {
        ["models", id, ..] => ModelId::new(id)
            .ok()
            .and_then(|id| collection.models.get(&id))
            .map(|model| name(&model.name)),
        ["platforms", id, ..] => PlatformId::new(id)
            .ok()
            .and_then(|id| collection.platforms.get(&id))
            .map(|platform| name(&platform.name)),
        _ => None,
    };
    let mut parts = Vec::new();
    for (at, key) in keys.iter().enumerate() {
        let known = format!("conflict-part-{key}");
        match &owner {
            Some(owner) if at == 1 && !owner.is_empty() => parts.push(owner.clone()),
            _ if MADE.contains(key) => {}
            _ if words.has(&known) => parts.push(words.say(&known).into_owned()),
            _ => parts.push((*key).to_owned()),
        }
    }
    parts.join(" › ")
}
