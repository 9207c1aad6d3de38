//! How what a merge left open is told: where it is, and what each side did, in words.

use serde_json::Value;

use crate::model::{
    Adaptation, Collection, Conflict, Language, Model, ModelId, Platform, PlatformId, Text,
};
use crate::store::{ORDER, Standing};
use crate::words::Words;

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

/// Where two versions say something else, as people call it.
#[must_use]
pub fn conflict_place(
    words: &Words,
    collection: &Collection,
    standing: &Standing,
    conflict: &Conflict,
) -> String {
    if conflict.at.is_empty() {
        return words.say("merge-whole").into_owned();
    }
    let keys: Vec<&str> = conflict.at.split('/').collect();
    let mut parts = Vec::new();
    let mut path = String::new();
    for (at, key) in keys.iter().enumerate() {
        if at > 0 {
            path.push('/');
        }
        path.push_str(key);
        let is_last = at + 1 == keys.len();
        let list = at.checked_sub(1).and_then(|at| keys.get(at).copied());
        let value = || {
            standing.at(&path).or_else(|| {
                let said = [&conflict.ours, &conflict.theirs, &conflict.base];
                said.into_iter()
                    .flatten()
                    .next()
                    .filter(|_| is_last)
                    .cloned()
            })
        };
        let told = match list {
            Some("models" | "platforms") if at == 1 && !is_last => {
                owner_name(words, collection, list, key).unwrap_or_else(|| (*key).to_owned())
            }
            Some(
                list @ ("models" | "platforms" | "sections" | "rows" | "columns" | "adaptations"),
            ) if *key != ORDER => item(words, list, key, value().as_ref()),
            Some(list) if *key == ORDER => {
                let known = format!("conflict-order-{list}");
                let known = if words.has(&known) {
                    known.as_str()
                } else {
                    "conflict-order"
                };
                words.say(known).into_owned()
            }
            _ if MADE.contains(key) && !is_last => continue,
            _ => part(words, key),
        };
        parts.push(told);
    }
    parts.join(" › ")
}

fn owner_name(
    words: &Words,
    collection: &Collection,
    list: Option<&str>,
    id: &str,
) -> Option<String> {
    let first = collection.first_language();
    let name = |text: &Text| text.said(words.language(), &first).text.to_owned();
    let name = match list? {
        "models" => {
            let model: &Model = collection.models.get(&ModelId::new(id).ok()?)?;
            name(&model.name)
        }
        _ => {
            let platform: &Platform = collection.platforms.get(&PlatformId::new(id).ok()?)?;
            name(&platform.name)
        }
    };
    Some(name).filter(|it| !it.is_empty())
}

/// What an element of a list is called, with what it is.
fn item(words: &Words, list: &str, key: &str, value: Option<&Value>) -> String {
    if list == "adaptations"
        && let Some(value) = value
        && let Ok(adaptation) = serde_json::from_value::<Adaptation>(value.clone())
    {
        let of = super::element(words, &adaptation.element());
        return words
            .say_of("conflict-adaptation", &[("name", of.into())])
            .into_owned();
    }
    let name = value.and_then(|it| name_of(words.language(), it));
    let name = name.unwrap_or_else(|| key.to_owned());
    let known = format!("conflict-item-{list}");
    if words.has(&known) {
        words.say_of(&known, &[("name", name.into())]).into_owned()
    } else {
        name
    }
}

/// What an element says that it is called.
fn name_of(language: &Language, value: &Value) -> Option<String> {
    let record = value.as_object()?;
    let called = ["name", "heading", "label"].into_iter();
    let named = called.filter_map(|key| said(language, record.get(key)?));
    let mut named = named.filter(|name| !name.trim().is_empty());
    named
        .next()
        .or_else(|| Some(record.get("id")?.as_str()?.to_owned()))
}

/// A text as the file has it, in a language or else in its first.
fn said(language: &Language, value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Object(texts) => {
            let text = texts
                .get(language.as_str())
                .or_else(|| texts.values().next())?;
            let text = text.get("text").unwrap_or(text);
            text.as_str().map(str::to_owned)
        }
        _ => None,
    }
}

/// What a part of an element is called.
fn part(words: &Words, key: &str) -> String {
    let known = format!("conflict-part-{key}");
    if words.has(&known) {
        words.say(&known).into_owned()
    } else {
        // The words in a language stand under it; what is none stays as it is.
        let language = [("language", key.into())];
        words.say_of("language-name", &language).into_owned()
    }
}

/// Whether what is in conflict is a text that people write, not an address or a choice.
#[must_use]
pub fn is_prose(conflict: &Conflict) -> bool {
    const NO_PROSE: [&str; 14] = [
        "url", "follows", "updated", "level", "category", "consent", "when", "role", "hidden",
        "logo", "after", "before", "place", ORDER,
    ];
    let keys = || conflict.at.split('/');
    let last = keys().next_back().unwrap_or_default();
    let is_of_looks = keys().next() == Some("presentation");
    !is_of_looks && !NO_PROSE.contains(&last)
}

/// What one side says where it is no text: what it changed, a line for each thing.
#[must_use]
pub fn conflict_side(
    words: &Words,
    standing: &Standing,
    conflict: &Conflict,
    side: &Value,
) -> String {
    /// More of it would be no text to read here.
    const MOST: usize = 40;
    if let Some(list) = conflict.at.strip_suffix(ORDER) {
        return order(words, standing, list.trim_end_matches('/'), side);
    }
    let mut told = Told {
        words,
        lines: Vec::new(),
    };
    match &conflict.base {
        Some(base) if base == side => told
            .lines
            .push(words.say("conflicts-unchanged").into_owned()),
        Some(base) if is_plain(base) && is_plain(side) => told.lines.push(plain(words, side)),
        base => told.between("", base.as_ref(), Some(side)),
    }
    let left = told.lines.len().saturating_sub(MOST);
    told.lines.truncate(MOST);
    if left > 0 {
        let more = words.say_of("conflicts-more", &[("count", left.into())]);
        told.lines.push(more.into_owned());
    }
    told.lines.join("\n")
}

/// An order, by names.
fn order(words: &Words, standing: &Standing, list: &str, keys: &Value) -> String {
    let keys = keys.as_array().map_or(&[][..], Vec::as_slice).iter();
    let names = keys.filter_map(Value::as_str).map(|key| {
        let there = standing.at(&format!("{list}/{key}"));
        let last = list.rsplit('/').next().unwrap_or_default();
        match there {
            Some(value) if last == "adaptations" => item(words, last, key, Some(&value)),
            Some(value) => name_of(words.language(), &value).unwrap_or_else(|| key.to_owned()),
            None => key.to_owned(),
        }
    });
    names.collect::<Vec<_>>().join("\n")
}

fn is_plain(value: &Value) -> bool {
    !value.is_object() && !value.is_array()
}

/// A value on a line.
fn plain(words: &Words, value: &Value) -> String {
    /// Longer ones are told by their beginning.
    const LONGEST: usize = 160;
    let text = match value {
        Value::Null => words.say("as-above").into_owned(),
        Value::String(text) => text.replace('\n', " "),
        other => other.to_string(),
    };
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text,
    }
}

/// What is told of a side, line by line.
struct Told<'a> {
    words: &'a Words,
    lines: Vec<String>,
}

impl Told<'_> {
    fn between(&mut self, place: &str, was: Option<&Value>, is: Option<&Value>) {
        match (was, is) {
            _ if was == is => {}
            (Some(Value::Object(before)), Some(Value::Object(now))) => {
                let gone = before.keys().filter(|key| !now.contains_key(*key));
                for key in now.keys().chain(gone) {
                    let place = within(place, &part(self.words, key));
                    self.between(&place, before.get(key), now.get(key));
                }
            }
            (Some(Value::Array(before)), Some(Value::Array(now))) => {
                self.between_lists(place, before, now);
            }
            (None, Some(Value::Object(now))) => {
                for (key, value) in now.iter().filter(|(key, _)| *key != "id") {
                    let place = within(place, &part(self.words, key));
                    self.between(&place, None, Some(value));
                }
            }
            (None, Some(Value::Array(now))) => self.between_lists(place, &[], now),
            (Some(was), None) => self.say("conflict-gone", place, Some(was), None),
            (None, is) => self.say("conflict-new", place, None, is),
            (was, is) => self.say("conflict-changed", place, was, is),
        }
    }

    fn between_lists(&mut self, place: &str, before: &[Value], now: &[Value]) {
        let id = |value: &Value| value.get("id").cloned().unwrap_or_else(|| value.clone());
        for value in now {
            let was = before.iter().find(|it| id(it) == id(value));
            match was {
                None => self.say("conflict-new", place, None, Some(value)),
                Some(was) => {
                    let name = name_of(self.words.language(), value).unwrap_or_default();
                    self.between(&within(place, &name), Some(was), Some(value));
                }
            }
        }
        for gone in before {
            if !now.iter().any(|it| id(it) == id(gone)) {
                self.say("conflict-gone", place, Some(gone), None);
            }
        }
        let ids = |values: &[Value]| values.iter().map(id).collect::<Vec<_>>();
        let (was, is) = (ids(before), ids(now));
        if was != is && was.len() == is.len() && is.iter().all(|it| was.contains(it)) {
            self.say("conflict-moved", place, None, None);
        }
    }

    fn say(&mut self, key: &str, place: &str, was: Option<&Value>, is: Option<&Value>) {
        let language = self.words.language();
        let value = |value: Option<&Value>| {
            let value = value.unwrap_or(&Value::Bool(true));
            if is_plain(value) {
                plain(self.words, value)
            } else {
                let name = name_of(language, value).or_else(|| said(language, value));
                name.unwrap_or_else(|| {
                    let adaptation = serde_json::from_value::<Adaptation>(value.clone());
                    adaptation.map_or_else(
                        |_| "…".to_owned(),
                        |it| super::element(self.words, &it.element()),
                    )
                })
            }
        };
        let values = [
            ("place", place.into()),
            ("was", value(was).into()),
            ("is", value(is).into()),
        ];
        self.lines
            .push(self.words.say_of(key, &values).into_owned());
    }
}

fn within(place: &str, part: &str) -> String {
    if place.is_empty() || part.is_empty() {
        format!("{place}{part}")
    } else {
        format!("{place} › {part}")
    }
}
