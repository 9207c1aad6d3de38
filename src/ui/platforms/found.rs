//! The rows of the list: all of them, or those that the filter leaves. What the filter leaves is
//! looked for when it or the list has changed, and not by frame.

use std::collections::HashSet;

use deunicode::deunicode;

use crate::model::{Collection, ModelId, Owner, PlatformId};
use crate::ui::scene::{Scene, name_of};
use crate::words::{Interface, Words};

/// A part of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Group {
    Models,
    Platforms,
}

impl Group {
    pub fn of(owner: &Owner) -> Self {
        match owner {
            Owner::Model(_) => Self::Models,
            Owner::Platform(_) => Self::Platforms,
        }
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Row {
    Group(Group),
    Owner(Owner),
}

/// What a filter leaves, by places in the lists, ascending.
#[derive(Debug)]
pub struct Found {
    filter: String,
    revision: u64,
    interface: Interface,
    models: Vec<usize>,
    platforms: Vec<usize>,
}

impl Found {
    /// What the filter leaves: `known`, if that was found for the same. Nothing without a filter.
    pub fn of(known: Option<Self>, scene: &Scene<'_>, filter: &str, revision: u64) -> Option<Self> {
        let filter = folded(filter.trim());
        if filter.is_empty() {
            return None;
        }
        let interface = scene.words.interface();
        let is_same = |it: &Self| {
            (it.filter.as_str(), it.revision, it.interface) == (&filter, revision, interface)
        };
        if let Some(known) = known.filter(is_same) {
            return Some(known);
        }
        let collection = scene.collection;
        let has = |owner: &Owner| has(collection, scene.words, owner, &filter);
        let models = collection.models.iter().enumerate();
        let models = models.filter(|(_, it)| has(&Owner::Model(it.id.clone())));
        let platforms = collection.platforms.iter().enumerate();
        let platforms = platforms.filter(|(_, it)| has(&Owner::Platform(it.id.clone())));
        Some(Self {
            models: models.map(|(at, _)| at).collect(),
            platforms: platforms.map(|(at, _)| at).collect(),
            filter,
            revision,
            interface,
        })
    }

    fn places(&self, group: Group) -> &[usize] {
        match group {
            Group::Models => &self.models,
            Group::Platforms => &self.platforms,
        }
    }
}

/// Whether a filter leaves a model or a platform.
pub fn is_found(collection: &Collection, words: &Words, owner: &Owner, filter: &str) -> bool {
    has(collection, words, owner, &folded(filter.trim()))
}

/// Whether every word of a folded filter stands in the name, the address or the id.
fn has(collection: &Collection, words: &Words, owner: &Owner, filter: &str) -> bool {
    let name = name_of(collection, owner, words.language());
    let url = match owner {
        Owner::Model(_) => "",
        Owner::Platform(id) => collection.platforms.get(id).map_or("", |it| &it.url),
    };
    let all = folded(&format!("{name}\n{url}\n{owner}"));
    filter.split_whitespace().all(|word| all.contains(word))
}

/// Letters as they are compared: without accents or case.
fn folded(words: &str) -> String {
    deunicode(words).to_lowercase()
}

/// The rows as they stand: each group's name, and what is in it unless it is folded away.
pub struct Rows<'a> {
    pub collection: &'a Collection,
    pub found: Option<&'a Found>,
    pub closed: &'a HashSet<Group>,
}

impl Rows<'_> {
    /// How many of a group there are, folded away or not.
    pub fn count(&self, group: Group) -> usize {
        match self.found {
            Some(found) => found.places(group).len(),
            None => self.all(group),
        }
    }

    /// How many of a group there would be without a filter.
    pub fn all(&self, group: Group) -> usize {
        match group {
            Group::Models => self.collection.models.len(),
            Group::Platforms => self.collection.platforms.len(),
        }
    }

    /// Whether the filter leaves nothing.
    pub fn is_empty(&self) -> bool {
        self.found.is_some() && self.count(Group::Models) + self.count(Group::Platforms) == 0
    }

    pub fn len(&self) -> usize {
        2 + self.shown(Group::Models) + self.shown(Group::Platforms)
    }

    pub fn at(&self, at: usize) -> Option<Row> {
        let models = self.shown(Group::Models);
        if at == 0 {
            return Some(Row::Group(Group::Models));
        }
        if at <= models {
            let at = self.place(Group::Models, at - 1)?;
            let model = self.collection.models.at(at)?;
            return Some(Row::Owner(Owner::Model(model.id.clone())));
        }
        if at == models + 1 {
            return Some(Row::Group(Group::Platforms));
        }
        if at >= self.len() {
            return None;
        }
        let at = self.place(Group::Platforms, at - models - 2)?;
        let platform = self.collection.platforms.at(at)?;
        Some(Row::Owner(Owner::Platform(platform.id.clone())))
    }

    pub fn position(&self, row: &Row) -> Option<usize> {
        let models = self.shown(Group::Models);
        match row {
            Row::Group(Group::Models) => Some(0),
            Row::Group(Group::Platforms) => Some(models + 1),
            Row::Owner(Owner::Model(id)) => self.model(id).map(|at| at + 1),
            Row::Owner(Owner::Platform(id)) => self.platform(id).map(|at| at + models + 2),
        }
    }

    fn model(&self, id: &ModelId) -> Option<usize> {
        self.number(Group::Models, self.collection.models.position(id)?)
    }

    fn platform(&self, id: &PlatformId) -> Option<usize> {
        self.number(Group::Platforms, self.collection.platforms.position(id)?)
    }

    fn shown(&self, group: Group) -> usize {
        if self.closed.contains(&group) {
            0
        } else {
            self.count(group)
        }
    }

    /// The place in its list of a row, counted among those of its group that are shown.
    fn place(&self, group: Group, number: usize) -> Option<usize> {
        match self.found {
            Some(found) => found.places(group).get(number).copied(),
            None => Some(number),
        }
    }

    /// Which row of its group shows what stands at a place of its list.
    fn number(&self, group: Group, place: usize) -> Option<usize> {
        let number = match self.found {
            Some(found) => found.places(group).binary_search(&place).ok()?,
            None => place,
        };
        (number < self.shown(group)).then_some(number)
    }
}
