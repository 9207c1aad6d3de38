//! How what becomes of charters is told when models change: one that is made of several, another
//! one that is followed.

use super::{Reading, nature, place};
use crate::model::{Cell, Collection, ModelId, Owner, Replaceable};
use crate::words::Words;
use crate::workspace::lifting::{Left, Lifting, Why};
use crate::workspace::moving::Carried;

/// A value that is no text, in words.
#[must_use]
pub fn bare_value(words: &Words, value: &Replaceable) -> String {
    match value {
        Replaceable::Level(level) => words
            .say_of("level", &[("level", level.number().into())])
            .into_owned(),
        Replaceable::Nature(of) => nature(words, of),
        Replaceable::Cell(None) => words.say("moved-no-cell").into_owned(),
        Replaceable::Cell(Some(Cell::Above)) => words.say("as-above").into_owned(),
        Replaceable::Text(text) | Replaceable::Cell(Some(Cell::Text(text))) => {
            let language = words.language();
            text.said(language, language).text.to_owned()
        }
    }
}

/// What became of what a charter wrote, as it follows another model.
#[must_use]
pub fn carried(words: &Words, before: Reading<'_>, carried: &Carried) -> Vec<String> {
    let mut lines = Vec::new();
    for (key, count) in [("follow-kept", carried.kept), ("follow-said", carried.said)] {
        if count > 0 {
            lines.push(words.say_of(key, &[("count", count.into())]).into_owned());
        }
    }
    for (key, elements) in [
        ("follow-own", &carried.own),
        ("follow-dropped", &carried.dropped),
    ] {
        for element in elements {
            let place = place(words, before, element);
            lines.push(words.say_of(key, &[("place", place.into())]).into_owned());
        }
    }
    if lines.is_empty() {
        lines.push(words.say("follow-nothing").into_owned());
    }
    lines
}

/// What making a model of several platforms comes to, in a sentence.
#[must_use]
pub fn lifted(words: &Words, lifting: &Lifting) -> String {
    let adapted = lifting.platforms.iter().filter(|it| it.adaptations > 0);
    let adaptations: usize = lifting.platforms.iter().map(|it| it.adaptations).sum();
    let values = [
        ("sections", lifting.sections.len().into()),
        ("adaptations", adaptations.into()),
        ("platforms", adapted.count().into()),
    ];
    words.say_of("lift-summary", &values).into_owned()
}

/// What a new model follows, and what its platforms follow no more.
#[must_use]
pub fn lineage(words: &Words, collection: &Collection, lifting: &Lifting) -> Vec<String> {
    let name = |id: &ModelId| {
        let model = collection.models.get(id);
        let name = model.map(|it| {
            it.name
                .said(words.language(), &collection.first_language())
                .text
        });
        let name = name.filter(|name| !name.trim().is_empty());
        let values = [("name", name.unwrap_or(id.as_str()).into())];
        words.say_of("lift-model", &values).into_owned()
    };
    let follows = lifting.model.charter.follows();
    let mut lines = Vec::new();
    if let Some(above) = follows {
        let values = [("model", name(above).into())];
        lines.push(words.say_of("lift-follows", &values).into_owned());
    }
    let leaving = &lifting.leaving;
    if !leaving.is_empty() {
        let mut names: Vec<String> = leaving.iter().take(NAMED).map(name).collect();
        if leaving.len() > NAMED {
            names.push("…".to_owned());
        }
        let key = match follows {
            Some(_) => "lift-leaves",
            None => "lift-leaves-all",
        };
        let values = [
            ("models", names.join(", ").into()),
            ("count", leaving.len().into()),
        ];
        lines.push(words.say_of(key, &values).into_owned());
    }
    lines
}

/// How many models are named at most.
const NAMED: usize = 5;

/// Why a platform stays as it is.
#[must_use]
pub fn left(words: &Words, collection: &Collection, left: &Left) -> String {
    let key = match left.why {
        Why::Unsound => "lift-unsound",
        Why::Other => "lift-other",
    };
    let owner = Owner::Platform(left.id.clone());
    let language = words.language();
    let platform = collection.platforms.get(&left.id);
    let name = platform.map(|it| it.name.said(language, &collection.first_language()).text);
    let name = match name {
        Some(name) if !name.trim().is_empty() => name.to_owned(),
        _ => owner.to_string(),
    };
    words.say_of(key, &[("name", name.into())]).into_owned()
}
