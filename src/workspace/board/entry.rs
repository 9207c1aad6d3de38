//! What is told of a platform on the board.

use std::sync::Arc;

use deunicode::deunicode;
use jiff::civil::Date;

use crate::document::{Coverage, Survey};
use crate::model::{Collection, Language, Model, Owner, Platform, ProblemKind, Text};
use crate::workspace::moved_on::moved_among;

/// A platform, with what matters of it among many.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// The platform as it was when this was told. Since it is held here, an edit makes another of
    /// it: the same pointer is the same platform.
    pub platform: Arc<Platform>,
    /// The models that it follows, nearest first, held for the same reason.
    pub followed: Vec<Arc<Model>>,
    pub adaptations: usize,
    /// How many of those stand in the place of something that the model says otherwise by now.
    pub moved_on: usize,
    /// How much is written in each of its languages.
    pub languages: Vec<Coverage>,
    /// The date of the charter, its own or that of a model.
    pub updated: Option<Date>,
    /// How many findings of each kind there are, the kinds in their order.
    pub findings: Vec<(ProblemKind, usize)>,
    /// The name in every language, the address and the id, as they are compared.
    searched: String,
    /// What it is sorted by in each language that its name is written in; in all, where that is the
    /// same.
    sorted: Vec<(Option<Language>, String)>,
    /// The ids and names of the models that it follows, a line each, as they are compared.
    models: String,
}

impl Entry {
    #[must_use]
    pub fn of(collection: &Collection, platform: &Arc<Platform>) -> Self {
        let owner = Owner::Platform(platform.id.clone());
        let charter = &platform.charter;
        let resolved = collection.resolve(&owner);
        let resolved = resolved.as_ref();
        let survey = resolved.map(|it| Survey::of(collection, platform, it));
        let survey = survey.unwrap_or_default();
        let moved = |it| moved_among(it, charter.adaptations()).count();
        let moved_on = resolved.map_or(0, moved);
        let followed: Vec<Arc<Model>> = collection.followed(charter).cloned().collect();
        Self {
            platform: Arc::clone(platform),
            models: named(followed.iter().map(|it| (it.id.as_str(), &it.name))),
            followed,
            adaptations: charter.adaptations().len(),
            moved_on,
            updated: resolved.and_then(|it| it.updated),
            findings: by_kind(&survey),
            languages: survey.languages,
            searched: searched(platform),
            sorted: sorted(platform),
        }
    }

    /// Whether it still says what there is to say of a platform of a collection whose languages and
    /// fields have not changed.
    pub(super) fn is_of(&self, collection: &Collection, platform: &Arc<Platform>) -> bool {
        let mut followed = collection.followed(&platform.charter);
        Arc::ptr_eq(&self.platform, platform)
            && self
                .followed
                .iter()
                .all(|was| followed.next().is_some_and(|is| Arc::ptr_eq(was, is)))
            && followed.next().is_none()
    }

    /// How much of its texts is missing, in all of its languages.
    #[must_use]
    pub fn missing(&self) -> usize {
        self.languages.iter().map(|it| it.missing).sum()
    }

    /// How many findings there are.
    #[must_use]
    pub fn found(&self) -> usize {
        self.findings.iter().map(|(_, count)| count).sum()
    }

    /// Whether a finding keeps the charter from being finished.
    #[must_use]
    pub fn is_blocked(&self) -> bool {
        self.findings.iter().any(|(kind, _)| kind.blocks_export())
    }

    /// Whether words, folded, stand in its name, address or id.
    pub(super) fn has_words(&self, folded: &str) -> bool {
        self.searched.contains(folded)
    }

    /// Whether a model of an id or a name, folded, is among those that it follows.
    pub(super) fn follows(&self, folded: &str) -> bool {
        self.models.lines().any(|line| line == folded)
    }

    /// The name of the model that it follows, or its id where it has none or is not there; nothing
    /// where it follows none.
    #[must_use]
    pub fn model_name(&self, reader: &Language, first: &Language) -> Option<&str> {
        let followed = self.platform.charter.follows()?;
        let model = self.followed.first();
        let name = model.map_or("", |model| model.name.said(reader, first).text.trim());
        Some(if name.is_empty() {
            followed.as_str()
        } else {
            name
        })
    }

    /// The name by which a person who speaks a language sorts it, folded.
    pub(super) fn sorted_by(&self, reader: &Language, first: &Language) -> &str {
        let instead = self.platform.name.said(reader, first).instead;
        let language = instead.unwrap_or(reader);
        let is_it = |of: &Option<Language>| of.as_ref().is_none_or(|of| of == language);
        let name = self.sorted.iter().find(|(of, _)| is_it(of));
        name.map_or("", |(_, name)| name)
    }
}

/// Letters as they are compared: without accents or case.
pub(super) fn folded(words: &str) -> String {
    deunicode(words).to_lowercase()
}

fn searched(platform: &Platform) -> String {
    let mut searched = named([(platform.id.as_str(), &platform.name)].into_iter());
    searched.push_str(&folded(&platform.url));
    searched
}

/// The name in each language, folded; the id where there is none.
fn sorted(platform: &Platform) -> Vec<(Option<Language>, String)> {
    let name_or_id = |name: &str| match name.trim() {
        "" => folded(platform.id.as_str()),
        name => folded(name),
    };
    match &platform.name {
        Text::ByLanguage(names) if !platform.name.is_empty() => names
            .iter()
            .map(|(language, name)| (Some(language.clone()), name_or_id(name)))
            .collect(),
        Text::Same(name) => vec![(None, name_or_id(name))],
        Text::ByLanguage(_) => vec![(None, name_or_id(""))],
    }
}

/// Ids and names in every language, folded, a line each.
fn named<'a>(all: impl Iterator<Item = (&'a str, &'a Text)>) -> String {
    let mut named = String::new();
    let mut add = |words: &str| {
        named.push_str(&folded(words));
        named.push('\n');
    };
    for (id, name) in all {
        add(id);
        match name {
            Text::Same(name) => add(name),
            Text::ByLanguage(names) => names.iter().for_each(|(_, name)| add(name)),
        }
    }
    named
}

fn by_kind(survey: &Survey) -> Vec<(ProblemKind, usize)> {
    let count = |kind| {
        let of_kind = survey.findings.iter();
        of_kind.filter(|it| it.problem.kind() == kind).count()
    };
    let counts = ProblemKind::ALL.into_iter().map(|kind| (kind, count(kind)));
    counts.filter(|(_, count)| *count > 0).collect()
}
