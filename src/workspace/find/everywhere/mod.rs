//! Searching and replacing in all that a collection holds.
//!
//! What models and platforms are called and where platforms are is searched as their values are.
//! Each text is searched once, where it is written: a model's is not found again in the charters
//! that follow it. What is found keeps the text as it was searched, so that what has changed since
//! is never replaced by mistake.

mod needle;
mod replacing;

use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

use super::Query;
use super::folding::{breaks, fields};
use crate::model::{
    At, Charter, Collection, Element, FieldId, Language, Model, Owner, Platform, PlatformId, Text,
    Translation,
};
use crate::workspace::jobs::{Cancel, Progress, each};

pub use needle::{Needle, NoNeedle};
pub use replacing::{Replaced, replace};

/// What is looked for, and where.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Asked {
    pub query: Query,
    /// Whether the words are a pattern: a regular expression.
    pub pattern: bool,
    /// Without one, every language.
    pub language: Option<Language>,
    pub charters: Charters,
    pub texts: Texts,
}

/// Whose texts are searched.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Charters {
    #[default]
    All,
    Models,
    Platforms,
}

/// Which texts are searched.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Texts {
    #[default]
    All,
    /// Titles and headings.
    Headings,
    Bodies,
    /// Labels of columns, and cells.
    Tables,
    /// What platforms and models are called, where platforms are, and what fields say.
    Values,
}

/// Where a text is written.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Home {
    Charter(Owner, Element),
    /// What a model or a platform is called.
    Name(Owner),
    /// Where a platform is.
    Url(PlatformId),
    /// What a platform sets for a field.
    Value(PlatformId, FieldId),
    /// What a field says where a platform sets nothing.
    Default(FieldId),
}

/// Whose texts stand together.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Holder {
    /// The fields that the collection defines.
    Fields,
    Charter(Owner),
}

/// What was found in all texts, in the order of the collection.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Results {
    pub groups: Vec<Group>,
}

/// What was found in the texts of a charter, or of the collection's fields.
#[derive(Debug, Clone, PartialEq)]
pub struct Group {
    pub holder: Holder,
    pub hits: Vec<Hit>,
}

/// A text in which something was found, as it was searched.
#[derive(Debug, Clone, PartialEq)]
pub struct Hit {
    pub home: Home,
    /// Without one, it is the same in every language.
    pub language: Option<Language>,
    pub text: Arc<str>,
    pub matches: Vec<Match>,
}

/// Words that were found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Match {
    pub bytes: Range<usize>,
    /// Whether they are part of a field, which replacing them would break.
    pub breaks_field: bool,
    /// Whether a person wants them to stay as they are.
    pub left_out: bool,
}

/// Searches a collection; nothing, if that was cancelled.
#[must_use]
pub fn search(
    collection: &Collection,
    asked: &Asked,
    needle: &Needle,
    cancel: &Cancel,
    progress: &Progress,
) -> Option<Results> {
    let searching = Searching { asked, needle };
    let models = collection
        .models
        .iter()
        .filter(|_| asked.charters != Charters::Platforms)
        .map(|model| Searched::Model(model));
    let platforms = collection
        .platforms
        .iter()
        .filter(|_| asked.charters != Charters::Models)
        .map(|platform| Searched::Platform(platform));
    let searched: Vec<Searched<'_>> = models.chain(platforms).collect();
    let groups = each(&searched, cancel, progress, |one| searching.group(one));
    let defaults = Some(searching.defaults(collection));
    Some(Results {
        groups: defaults.into_iter().chain(groups?).flatten().collect(),
    })
}

/// What is searched at a time.
enum Searched<'c> {
    Model(&'c Model),
    Platform(&'c Platform),
}

struct Searching<'a> {
    asked: &'a Asked,
    needle: &'a Needle,
}

impl Searching<'_> {
    /// What is found in what fields say where a platform sets nothing.
    fn defaults(&self, collection: &Collection) -> Option<Group> {
        let mut hits = Vec::new();
        if self.asked.charters == Charters::All && self.reads(Texts::Values) {
            for field in &collection.fields {
                self.take(&field.default, &mut hits, || {
                    Some(Home::Default(field.id.clone()))
                });
            }
        }
        group(Holder::Fields, hits)
    }

    fn group(&self, searched: &Searched<'_>) -> Option<Group> {
        let mut hits = Vec::new();
        let (owner, name, charter) = match searched {
            Searched::Model(it) => (Owner::Model(it.id.clone()), &it.name, &it.charter),
            Searched::Platform(it) => (Owner::Platform(it.id.clone()), &it.name, &it.charter),
        };
        if self.reads(Texts::Values) {
            self.take(name, &mut hits, || Some(Home::Name(owner.clone())));
            if let Searched::Platform(platform) = searched {
                self.values(platform, &mut hits);
            }
        }
        self.charter(&owner, charter, &mut hits);
        group(Holder::Charter(owner), hits)
    }

    /// What is found in a platform's address, and in what its fields say.
    fn values(&self, platform: &Platform, hits: &mut Vec<Hit>) {
        let id = &platform.id;
        self.take(&Text::same(&platform.url), hits, || {
            Some(Home::Url(id.clone()))
        });
        for (field, value) in &platform.fields {
            self.take(value, hits, || Some(Home::Value(id.clone(), field.clone())));
        }
    }

    fn charter(&self, owner: &Owner, charter: &Charter, hits: &mut Vec<Hit>) {
        charter.texts(|at, text| {
            if self.reads(texts_of(at)) {
                self.take(text, hits, || {
                    let element = at.element();
                    // A file may write an element twice, of which one stands.
                    let stands = charter.text(&element);
                    let stands = stands.is_some_and(|it| std::ptr::eq(it, text));
                    stands.then(|| Home::Charter(owner.clone(), element))
                });
            }
        });
    }

    fn reads(&self, texts: Texts) -> bool {
        self.asked.texts == Texts::All || self.asked.texts == texts
    }

    /// Notes what is found in a text, at the place that it is told to be at once there is any.
    fn take(&self, text: &Text, hits: &mut Vec<Hit>, home: impl Fn() -> Option<Home>) {
        let mut found = |language: Option<&Language>, words: &Arc<str>| {
            let matches = self.matches(words);
            if let Some(home) = (!matches.is_empty()).then(&home).flatten() {
                hits.push(Hit {
                    home,
                    language: language.cloned(),
                    text: Arc::clone(words),
                    matches,
                });
            }
        };
        match text {
            Text::Same(words) => found(None, words),
            Text::ByLanguage(texts) => {
                let wanted = self.asked.language.as_ref();
                let is_wanted = |(language, _): &&(Language, Translation)| {
                    wanted.is_none_or(|wanted| wanted == language)
                };
                for (language, translation) in texts.iter().filter(is_wanted) {
                    found(Some(language), &translation.words);
                }
            }
        }
    }

    fn matches(&self, words: &str) -> Vec<Match> {
        let ranges = self.needle.ranges(words);
        if ranges.is_empty() {
            return Vec::new();
        }
        let fields = fields(words);
        let found = ranges.into_iter().map(|bytes| Match {
            breaks_field: fields.iter().any(|field| breaks(field, &bytes)),
            left_out: false,
            bytes,
        });
        found.collect()
    }
}

fn group(holder: Holder, hits: Vec<Hit>) -> Option<Group> {
    (!hits.is_empty()).then_some(Group { holder, hits })
}

fn texts_of(at: At<'_>) -> Texts {
    match at {
        At::Title | At::Heading(_) => Texts::Headings,
        At::Body(_) => Texts::Bodies,
        At::Column(..) | At::Cell(..) => Texts::Tables,
    }
}

impl Match {
    /// Whether other words are to stand there.
    #[must_use]
    pub fn is_replaced(&self) -> bool {
        !self.breaks_field && !self.left_out
    }
}

impl Group {
    #[must_use]
    pub fn count(&self) -> usize {
        self.hits.iter().map(|hit| hit.matches.len()).sum()
    }

    pub fn matches(&self) -> impl Iterator<Item = &Match> {
        self.hits.iter().flat_map(|hit| &hit.matches)
    }

    /// A match of it, by its number.
    #[must_use]
    pub fn at(&self, number: usize) -> Option<(&Hit, &Match)> {
        let mut before = 0;
        self.hits.iter().find_map(|hit| {
            let found = hit.matches.get(number - before);
            before += hit.matches.len();
            found.map(|found| (hit, found))
        })
    }

    /// Leaves all of it as it is, or nothing.
    pub fn leave_out(&mut self, left_out: bool) {
        let matches = self.hits.iter_mut().flat_map(|hit| &mut hit.matches);
        matches.for_each(|it| it.left_out = left_out);
    }

    /// Leaves one match as it is, by its number.
    pub fn leave_out_one(&mut self, number: usize, left_out: bool) {
        let mut matches = self.hits.iter_mut().flat_map(|hit| &mut hit.matches);
        if let Some(found) = matches.nth(number) {
            found.left_out = left_out;
        }
    }
}

impl Results {
    /// How many matches there are, and how many of them are to be replaced.
    #[must_use]
    pub fn count(&self) -> (usize, usize) {
        let matches = || self.groups.iter().flat_map(Group::matches);
        (
            matches().count(),
            matches().filter(|it| it.is_replaced()).count(),
        )
    }

    /// In how many charters something was found.
    #[must_use]
    pub fn charters(&self) -> usize {
        let groups = self.groups.iter();
        groups.filter(|it| it.holder != Holder::Fields).count()
    }

    /// Leaves out what was left out of an earlier search. Of a text that has changed since and of
    /// which something was left out, nothing is replaced unless it is asked for again.
    pub fn leave_out_as(&mut self, earlier: &Self) {
        let hits = earlier.groups.iter().flat_map(|group| &group.hits);
        let hits = hits.filter(|hit| hit.matches.iter().any(|it| it.left_out));
        let known: HashMap<_, _> = hits.map(|hit| ((&hit.home, &hit.language), hit)).collect();
        if known.is_empty() {
            return;
        }
        for hit in self.groups.iter_mut().flat_map(|group| &mut group.hits) {
            let Some(before) = known.get(&(&hit.home, &hit.language)) else {
                continue;
            };
            let is_same = before.text == hit.text;
            for found in &mut hit.matches {
                let was = before.matches.iter().find(|it| it.bytes == found.bytes);
                found.left_out = !is_same || was.is_none_or(|it| it.left_out);
            }
        }
    }
}
