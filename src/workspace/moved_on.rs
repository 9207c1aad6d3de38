//! What was adapted, and whose original has changed since: found in all charters, and the three
//! texts of each (what it was, the model's now, the one here).
//!
//! Pure. Only charters that replace something are put together.

use super::jobs::{Cancel, Progress, each};
use crate::model::{
    Adaptation, Charter, Collection, Element, Form, Language, Merged, Owner, Replaceable, Resolved,
    Text, agreed, merge_words,
};

/// An adaptation whose original has changed since it was made.
#[derive(Debug, Clone, PartialEq)]
pub struct MovedOn {
    /// The charter that adapts.
    pub owner: Owner,
    /// A replacement, as the charter has it: the last of what it replaces.
    pub adaptation: Adaptation,
}

/// What stands at one place: then, in the model now, and here.
#[derive(Debug, Clone, PartialEq)]
pub struct Versions {
    /// The charter that holds what was adapted.
    pub original: Owner,
    pub was: Replaceable,
    pub now: Replaceable,
    pub here: Replaceable,
}

/// A language of a text; none where it is the same in every language.
pub type Spoken = Option<Language>;

/// All adaptations of a collection whose originals have changed since, those of models first.
/// Nothing where it was stopped.
#[must_use]
pub fn moved_on(
    collection: &Collection,
    cancel: &Cancel,
    progress: &Progress,
) -> Option<Vec<MovedOn>> {
    let models = collection.models.iter();
    let platforms = collection.platforms.iter();
    let all: Vec<(Owner, &Charter)> = models
        .map(|it| (Owner::Model(it.id.clone()), &it.charter))
        .chain(platforms.map(|it| (Owner::Platform(it.id.clone()), &it.charter)))
        .filter(|(_, charter)| replaces_something(charter))
        .collect();
    let found = each(&all, cancel, progress, |(owner, charter)| {
        moved_on_in(collection, owner, charter)
    });
    Some(found?.into_iter().flatten().collect())
}

fn replaces_something(charter: &Charter) -> bool {
    charter.adaptations().iter().any(Adaptation::is_replacement)
}

/// The adaptations of one charter whose originals have changed since.
fn moved_on_in(collection: &Collection, owner: &Owner, charter: &Charter) -> Vec<MovedOn> {
    let Some(resolved) = collection.resolve_as(owner, charter) else {
        return Vec::new();
    };
    let moved = moved_among(&resolved, charter.adaptations());
    moved
        .map(|adaptation| MovedOn {
            owner: owner.clone(),
            adaptation: adaptation.clone(),
        })
        .collect()
}

/// The adaptations, among those of a charter, that stand in the place of something that says
/// otherwise by now.
pub(super) fn moved_among<'a>(
    resolved: &Resolved,
    adaptations: &'a [Adaptation],
) -> impl Iterator<Item = &'a Adaptation> {
    let has_moved = |adaptation: &Adaptation| {
        resolved.replaceable(adaptation).is_some_and(|(_, origin)| {
            origin.holder == resolved.owner && origin.adapts.as_ref().is_some_and(|it| it.moved_on)
        })
    };
    let moved = adaptations
        .iter()
        .enumerate()
        .filter(move |(at, adaptation)| {
            // Of two in one place, the later stands.
            let mut later = adaptations.iter().skip(at + 1);
            adaptation.is_replacement()
                && has_moved(adaptation)
                && !later.any(|it| it.replaces_what(adaptation))
        });
    moved.map(|(_, adaptation)| adaptation)
}

impl MovedOn {
    /// The adaptation of an element's text, if its original has changed since.
    #[must_use]
    pub fn of(collection: &Collection, owner: &Owner, element: &Element) -> Option<Self> {
        let charter = collection.charter(owner)?;
        let moved = moved_on_in(collection, owner, charter);
        moved.into_iter().find(|it| it.element() == *element)
    }

    #[must_use]
    pub fn element(&self) -> Element {
        self.adaptation.element()
    }

    /// Where among the charter's adaptations it stands, if it still does.
    pub(super) fn place(&self, charter: &Charter) -> Option<usize> {
        let mut adaptations = charter.adaptations().iter();
        adaptations.rposition(|it| *it == self.adaptation)
    }

    /// What it was, what the model says now, and what stands here; nothing where the adaptation is
    /// not there any more.
    #[must_use]
    pub fn versions(&self, collection: &Collection) -> Option<Versions> {
        let charter = collection.charter(&self.owner)?;
        let at = self.place(charter)?;
        let (was, here) = self.adaptation.replacement()?;
        let mut beneath = charter.clone();
        if let Form::Following(following) = &mut beneath.form {
            following.adaptations.remove(at);
        }
        let beneath = collection.resolve_as(&self.owner, &beneath)?;
        let (now, origin) = beneath.replaceable(&self.adaptation)?;
        Some(Versions {
            original: origin.holder.clone(),
            was,
            now,
            here,
        })
    }
}

/// A text in one language, thrice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    pub language: Spoken,
    pub was: String,
    pub now: String,
    pub here: String,
}

impl Said {
    /// What the model and this charter made of what it was, brought together by words.
    #[must_use]
    pub fn merged(&self) -> Vec<Merged> {
        merge_words(&self.was, &self.now, &self.here)
    }
}

impl Versions {
    /// The texts, language by language; nothing where one of the three is no text.
    #[must_use]
    pub fn said(&self) -> Option<Vec<Said>> {
        let texts = [self.was.text()?, self.now.text()?, self.here.text()?];
        let said = |language: &Spoken| {
            let [was, now, here] = texts.map(|text| written(text, language));
            Said {
                language: language.clone(),
                was,
                now,
                here,
            }
        };
        Some(languages(texts).iter().map(said).collect())
    }

    /// What stands here once the model's is taken: its words where it has changed, and what is
    /// adapted here in the languages in which it has not. Nothing where none of that is adapted, so
    /// that all of it follows the model again.
    #[must_use]
    pub fn taken(&self) -> Option<Replaceable> {
        let said = self.said()?;
        let is_by_language = said.iter().all(|said| said.language.is_some());
        if !is_by_language || !said.iter().any(Said::stays) {
            return None;
        }
        let words = said.into_iter().filter_map(|said| {
            let words = if said.stays() { said.here } else { said.now };
            Some((said.language?, words))
        });
        let words = words.filter(|(_, words)| !words.is_empty());
        let text = words.map(|(language, words)| (language, words.into()));
        Some(self.here.with_text(Text::ByLanguage(text.collect())))
    }

    /// What stands here once texts are brought together: in each language what is given for it,
    /// and else what the two come to.
    #[must_use]
    pub fn merged(&self, given: &[(Spoken, String)]) -> Option<Replaceable> {
        let words = |said: &Said| {
            let given = given.iter().find(|(of, _)| *of == said.language);
            given.map_or_else(
                || agreed(&said.merged()).unwrap_or_else(|| said.here.clone()),
                |(_, words)| words.clone(),
            )
        };
        let said = self.said()?;
        let text = match said.as_slice() {
            [one] if one.language.is_none() => Text::same(&words(one)),
            several => Text::ByLanguage(
                several
                    .iter()
                    .filter_map(|said| Some((said.language.clone()?, words(said))))
                    .filter(|(_, words)| !words.is_empty())
                    .map(|(language, words)| (language, words.into()))
                    .collect(),
            ),
        };
        Some(self.here.with_text(text))
    }
}

impl Said {
    /// Whether it is adapted in a language in which the model says what it said then: nothing is to
    /// be decided there, and what stands here stays.
    #[must_use]
    pub fn stays(&self) -> bool {
        self.was == self.now && self.here != self.now && !self.here.is_empty()
    }
}

/// The languages of texts, in the order of the model's; none alone where they are the same in all.
fn languages([was, now, here]: [&Text; 3]) -> Vec<Spoken> {
    let mut languages: Vec<Spoken> = Vec::new();
    for text in [now, here, was] {
        let Text::ByLanguage(texts) = text else {
            continue;
        };
        for (language, _) in texts {
            let language = Some(language.clone());
            if !languages.contains(&language) {
                languages.push(language);
            }
        }
    }
    if languages.is_empty() {
        languages.push(None);
    }
    languages
}

fn written(text: &Text, language: &Spoken) -> String {
    let written = match (text, language) {
        (Text::Same(text), _) => Some(text.as_ref()),
        (Text::ByLanguage(_), Some(language)) => text.written(language),
        (Text::ByLanguage(_), None) => None,
    };
    written.unwrap_or_default().to_owned()
}
