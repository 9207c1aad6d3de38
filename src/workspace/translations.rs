//! What is to be translated: texts without words in a language of their charter, and translations
//! that are older than what they translate. Pure functions.

use super::find::{Sight, walk};
use super::jobs::{Cancel, Progress, each};
use crate::model::{Charter, Collection, Element, Language, Owner, Resolved, Text};

/// What a text lacks in a language.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Lack {
    /// It has words in another language and none in this one.
    Missing,
    /// What it translates has changed since.
    Outdated,
}

/// A text to be translated, where it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ToTranslate {
    pub owner: Owner,
    pub language: Language,
    pub element: Element,
    pub lack: Lack,
    /// What it says where it has words: the start of it.
    pub said: String,
}

/// How much of what a charter shows is translated into a language.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Share {
    /// The texts that are written language by language.
    pub texts: usize,
    /// How many of them have no words in it, and how many older ones.
    pub missing: usize,
    pub outdated: usize,
}

/// How much of a charter is translated into each of its languages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shares {
    pub owner: Owner,
    pub shares: Vec<(Language, Share)>,
}

impl Share {
    /// The percentage of texts whose words are there and up to date: 100 only where all are.
    #[must_use]
    pub fn percent(&self) -> usize {
        match self.texts {
            0 => 100,
            texts => (texts - self.missing - self.outdated) * 100 / texts,
        }
    }
}

/// What a text lacks in a language, if anything.
#[must_use]
pub fn lack(text: &Text, language: &Language) -> Option<Lack> {
    if text.said(language, language).instead.is_some() {
        return Some(Lack::Missing);
    }
    text.outdated(language).map(|_| Lack::Outdated)
}

/// How much of what a charter shows is translated into a language.
#[must_use]
pub fn share(resolved: &Resolved, language: &Language) -> Share {
    let mut share = Share::default();
    walk(resolved, |spot| {
        if spot.sight == Sight::Hidden || spot.text.is_empty() {
            return;
        }
        if !matches!(spot.text, Text::ByLanguage(_)) {
            return;
        }
        share.texts += 1;
        match lack(spot.text, language) {
            Some(Lack::Missing) => share.missing += 1,
            Some(Lack::Outdated) => share.outdated += 1,
            None => {}
        }
    });
    share
}

/// The elements that a charter shows in a language with words that are older than what they
/// translate.
#[must_use]
pub fn outdated(resolved: &Resolved, language: &Language) -> Vec<Element> {
    let mut outdated = Vec::new();
    walk(resolved, |spot| {
        if spot.sight == Sight::Shown && spot.text.outdated(language).is_some() {
            outdated.push(spot.at.element());
        }
    });
    outdated
}

/// How much of each charter is translated, those of the models first; nothing, if that was
/// cancelled.
#[must_use]
pub fn shares(
    collection: &Collection,
    cancel: &Cancel,
    progress: &Progress,
) -> Option<Vec<Shares>> {
    let shares = of_each(collection, cancel, progress, |owner| {
        let resolved = collection.resolve(owner)?;
        let languages = collection.languages_of(owner).iter();
        Some(Shares {
            shares: languages
                .map(|language| (language.clone(), share(&resolved, language)))
                .collect(),
            owner: owner.clone(),
        })
    });
    Some(shares?.into_iter().flatten().collect())
}

/// All that is to be translated, charter by charter, those of the models first, and language by
/// language; nothing, if that was cancelled. What many charters show stands once, where it is
/// written.
#[must_use]
pub fn queue(
    collection: &Collection,
    cancel: &Cancel,
    progress: &Progress,
) -> Option<Vec<ToTranslate>> {
    let queues = of_each(collection, cancel, progress, |owner| {
        let charter = collection.charter(owner)?;
        let languages = collection.languages_of(owner).iter();
        let lacking = languages.flat_map(|language| lacking(charter, owner, language));
        Some(lacking.collect::<Vec<_>>())
    });
    Some(queues?.into_iter().flatten().flatten().collect())
}

/// The texts that a charter holds and that lack something in a language.
fn lacking(charter: &Charter, owner: &Owner, language: &Language) -> Vec<ToTranslate> {
    let mut lacking = Vec::new();
    charter.texts(|at, text| {
        let Some(lack) = lack(text, language) else {
            return;
        };
        let element = at.element();
        // A file may write an element twice, of which one stands.
        let stands = charter.text(&element);
        if stands.is_some_and(|stands| std::ptr::eq(stands, text)) {
            lacking.push(ToTranslate {
                owner: owner.clone(),
                language: language.clone(),
                element,
                lack,
                said: start_of(text.said(language, language).text),
            });
        }
    });
    lacking
}

/// The first words of a text, on one line.
fn start_of(text: &str) -> String {
    const LONGEST: usize = 160;
    let mut start = String::new();
    for word in text.split_whitespace() {
        if start.len() + word.len() > LONGEST {
            start.push('…');
            break;
        }
        if !start.is_empty() {
            start.push(' ');
        }
        start.push_str(word);
    }
    start
}

/// Something of each charter, in the order of the collection.
fn of_each<T: Send>(
    collection: &Collection,
    cancel: &Cancel,
    progress: &Progress,
    of: impl Fn(&Owner) -> T + Sync,
) -> Option<Vec<T>> {
    let models = collection.models.iter();
    let models = models.map(|model| Owner::Model(model.id.clone()));
    let platforms = collection.platforms.iter();
    let platforms = platforms.map(|platform| Owner::Platform(platform.id.clone()));
    let owners: Vec<Owner> = models.chain(platforms).collect();
    each(&owners, cancel, progress, of)
}
