//! The lists of a document: which items are numbered, and from which number on.

use std::collections::{BTreeMap, HashMap};

use roxmltree::{Document, Node};

use super::xml;
use crate::writing::paste::word::WordItem;

/// What stands before the items of a level.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Marker {
    Bullet,
    /// A number, or a letter, counted from here.
    Number(usize),
    /// Nothing: paragraphs that go on in the item above.
    Nothing,
}

#[derive(Debug, Default)]
pub struct Numbering {
    lists: HashMap<String, BTreeMap<usize, Marker>>,
    /// How far the items of each level stand from the margin.
    indents: HashMap<String, BTreeMap<usize, i32>>,
}

/// How many items each level of each list has had.
#[derive(Debug, Default)]
pub struct Counted(BTreeMap<(String, usize), usize>);

impl Numbering {
    pub fn of(document: Option<&Document<'_>>) -> Self {
        let Some(document) = document else {
            return Self::default();
        };
        let root = document.root_element();
        let forms: HashMap<&str, Node<'_, '_>> = root
            .children()
            .filter(|it| xml::is(*it, "abstractNum"))
            .filter_map(|it| Some((xml::attribute(it, "abstractNumId")?, it)))
            .collect();
        let lists = root.children().filter(|it| xml::is(*it, "num"));
        let named = |list: Node<'_, '_>| {
            let form = forms.get(xml::value(list, "abstractNumId")?)?;
            let id = xml::attribute(list, "numId")?.to_owned();
            Some((id, markers(*form, list), indents(*form, list)))
        };
        let mut numbering = Self::default();
        for (id, markers, indents) in lists.filter_map(named) {
            numbering.lists.insert(id.clone(), markers);
            numbering.indents.insert(id, indents);
        }
        numbering
    }

    /// How far the items of a list's level stand from the margin.
    pub fn indent(&self, list: &str, level: usize) -> Option<i32> {
        self.indents.get(list)?.get(&level).copied()
    }

    /// What an item is; nothing where it has no mark.
    pub fn item(&self, list: &str, level: usize, counted: &mut Counted) -> Option<WordItem> {
        // The list « 0 » takes a paragraph out of the list of its style.
        if list == "0" {
            return None;
        }
        let marker = self.lists.get(list).and_then(|it| it.get(&level));
        let number = match marker.copied().unwrap_or(Marker::Bullet) {
            Marker::Nothing => return None,
            Marker::Bullet => None,
            Marker::Number(start) => Some(start + counted.next(list, level)),
        };
        Some(WordItem {
            level: level + 1,
            number,
        })
    }
}

impl Counted {
    /// How many items stand before this one, which starts all deeper levels again.
    fn next(&mut self, list: &str, level: usize) -> usize {
        self.0
            .retain(|(other, deeper), _| other != list || *deeper <= level);
        let count = self.0.entry((list.to_owned(), level)).or_default();
        *count += 1;
        *count - 1
    }
}

fn markers(form: Node<'_, '_>, list: Node<'_, '_>) -> BTreeMap<usize, Marker> {
    let mut markers = BTreeMap::new();
    let level_of = |it: Node<'_, '_>| xml::attribute(it, "ilvl")?.parse::<usize>().ok();
    for level in form.children().filter(|it| xml::is(*it, "lvl")) {
        if let Some(number) = level_of(level) {
            markers.insert(number, marker(level));
        }
    }
    for other in list.children().filter(|it| xml::is(*it, "lvlOverride")) {
        let Some(number) = level_of(other) else {
            continue;
        };
        if let Some(level) = xml::child(other, "lvl") {
            markers.insert(number, marker(level));
        }
        let start = xml::value(other, "startOverride").and_then(|it| it.parse().ok());
        if let (Some(start), Some(Marker::Number(from))) = (start, markers.get_mut(&number)) {
            *from = start;
        }
    }
    markers
}

fn indents(form: Node<'_, '_>, list: Node<'_, '_>) -> BTreeMap<usize, i32> {
    let others = list.children().filter(|it| xml::is(*it, "lvlOverride"));
    let levels = form.children().chain(others.flat_map(|it| it.children()));
    levels
        .filter(|it| xml::is(*it, "lvl"))
        .filter_map(|level| {
            let number = xml::attribute(level, "ilvl")?.parse().ok()?;
            Some((number, super::styles::indent(xml::child(level, "pPr")?)?))
        })
        .collect()
}

fn marker(level: Node<'_, '_>) -> Marker {
    let text = xml::value(level, "lvlText").unwrap_or_default();
    let start = xml::value(level, "start").and_then(|it| it.parse().ok());
    match xml::value(level, "numFmt") {
        _ if text.trim().is_empty() && xml::child(level, "lvlText").is_some() => Marker::Nothing,
        Some("bullet") | None => Marker::Bullet,
        Some("none") => Marker::Nothing,
        Some(_) => Marker::Number(start.unwrap_or(1)),
    }
}
