//! Other words in the place of those that were found, wherever that is, in one step.

use std::borrow::Cow;
use std::sync::Arc;

use super::{Hit, Holder, Home, Needle, Results};
use crate::model::{
    CharterEdit, Collection, Edit, Element, Language, ListEdit, Owner, PlatformEdit, PlatformId,
    Text, TextEdit, difference,
};
use crate::workspace::history::{Change, Deed, Place};

/// What replacing came to.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Replaced {
    pub change: Option<Change>,
    /// How many were replaced, and in how many charters, beside the collection's fields.
    pub count: usize,
    pub charters: usize,
    /// How many stay, because a field would have been broken.
    pub skipped: usize,
    /// How many stay, because their text is no longer the one that was searched.
    pub stale: usize,
}

/// Puts other words in the place of those that were found and not left out; of words that speak of a
/// part that the pattern does not have, nothing comes.
#[must_use]
pub fn replace(collection: &Collection, results: &Results, needle: &Needle, by: &str) -> Replaced {
    let mut replaced = Replaced::default();
    if needle.unknown_part(by).is_some() {
        return replaced;
    }
    let mut edits = Vec::new();
    let mut place = None;
    for group in &results.groups {
        let before = edits.len();
        // What is the same text in several languages changes together.
        for hits in group.hits.chunk_by(|one, other| one.home == other.home) {
            let Some(first) = hits.first() else {
                continue;
            };
            let Some(words) = replaced.words(collection, hits, needle, by) else {
                continue;
            };
            let more = edits_of(collection, &first.home, words);
            if !more.is_empty() {
                place.get_or_insert_with(|| place_of(collection, &first.home));
                edits.extend(more);
            }
        }
        let is_charter = group.holder != Holder::Fields;
        replaced.charters += usize::from(is_charter && edits.len() > before);
    }
    replaced.change = place.map(|place| Change {
        deed: Deed::Replace,
        place,
        edits,
    });
    replaced
}

/// A text, and what it is to say in its languages: without one, in every language.
struct Reworded {
    text: Text,
    words: Vec<(Option<Language>, String)>,
}

impl Replaced {
    /// What a text is to say in the languages in which something was found, and counts that.
    fn words(
        &mut self,
        collection: &Collection,
        hits: &[Hit],
        needle: &Needle,
        by: &str,
    ) -> Option<Reworded> {
        let home = &hits.first()?.home;
        let text = text_at(collection, home).map(Cow::into_owned);
        let mut words = Vec::new();
        for hit in hits {
            let now = text.as_ref().and_then(|text| written(text, hit));
            if now != Some(&*hit.text) {
                self.stale += hit.matches.iter().filter(|it| it.is_replaced()).count();
                continue;
            }
            let broken = |it: &&super::Match| it.breaks_field && !it.left_out;
            self.skipped += hit.matches.iter().filter(broken).count();
            let count = hit.matches.iter().filter(|it| it.is_replaced()).count();
            if count > 0 {
                self.count += count;
                words.push((hit.language.clone(), replaced_in(hit, needle, by)));
            }
        }
        (!words.is_empty()).then_some(Reworded { text: text?, words })
    }
}

/// What a text says by now where something was found in it.
fn written<'t>(text: &'t Text, hit: &Hit) -> Option<&'t str> {
    match (&hit.language, text) {
        (Some(language), Text::ByLanguage(_)) => text.written(language),
        (None, Text::Same(words)) => Some(words),
        _ => None,
    }
}

fn replaced_in(hit: &Hit, needle: &Needle, by: &str) -> String {
    let mut words = String::with_capacity(hit.text.len());
    let mut at = 0;
    for found in hit.matches.iter().filter(|it| it.is_replaced()) {
        words.push_str(hit.text.get(at..found.bytes.start).unwrap_or_default());
        words.push_str(&needle.replacement(&hit.text, &found.bytes, by));
        at = found.bytes.end;
    }
    words.push_str(hit.text.get(at..).unwrap_or_default());
    words
}

/// The text that stands in a place.
fn text_at<'c>(collection: &'c Collection, home: &Home) -> Option<Cow<'c, Text>> {
    let platform = |id| collection.platforms.get(id);
    let text = match home {
        Home::Charter(owner, element) => collection.charter(owner)?.text(element)?,
        Home::Name(Owner::Model(model)) => &collection.models.get(model)?.name,
        Home::Name(Owner::Platform(id)) => &platform(id)?.name,
        Home::Url(id) => return Some(Cow::Owned(Text::same(&platform(id)?.url))),
        Home::Value(id, field) => platform(id)?.fields.get(field)?,
        Home::Default(field) => &collection.fields.get(field)?.default,
    };
    Some(Cow::Borrowed(text))
}

fn edits_of(collection: &Collection, home: &Home, reworded: Reworded) -> Vec<Edit> {
    match home {
        Home::Charter(owner, element) => text_edits(&collection.first_language(), reworded)
            .into_iter()
            .map(|edit| Edit::Charter(owner.clone(), CharterEdit::Text(element.clone(), edit)))
            .collect(),
        Home::Name(owner) => {
            let name = TextEdit::Set(reworded.whole());
            vec![match owner {
                Owner::Model(model) => Edit::ModelName(model.clone(), name),
                Owner::Platform(id) => Edit::Platform(id.clone(), PlatformEdit::Name(name)),
            }]
        }
        Home::Url(platform) => {
            let url = reworded.words.into_iter().map(|(_, words)| words).next();
            let edit = url.map(|url| Edit::Platform(platform.clone(), PlatformEdit::Url(url)));
            edit.into_iter().collect()
        }
        Home::Value(platform, field) => {
            let edit = PlatformEdit::Field {
                field: field.clone(),
                value: Some(reworded.whole()),
                at: None,
            };
            vec![Edit::Platform(platform.clone(), edit)]
        }
        Home::Default(field) => {
            let before = collection.fields.get(field);
            let edit = before.map(|before| {
                let mut field = crate::model::Field::clone(before);
                field.default = reworded.whole();
                Edit::Fields(ListEdit::Replace(Arc::new(field)))
            });
            edit.into_iter().collect()
        }
    }
}

/// The edits that make a charter's text say something else: the words that change, those of the
/// first language before what is translated from them.
///
/// A translation that is older than what it translates stays so: its words were not read again.
fn text_edits(first: &Language, reworded: Reworded) -> Vec<TextEdit> {
    if reworded.text.has_outdated() {
        let Reworded { text, words } = reworded;
        let words = words
            .iter()
            .filter_map(|(language, words)| Some((language.as_ref()?, words.as_str())));
        let replaced = text.replaced(first, &words.collect::<Vec<_>>());
        return if replaced == text {
            Vec::new()
        } else {
            vec![TextEdit::Set(replaced)]
        };
    }
    let Reworded { text, mut words } = reworded;
    words.sort_by_key(|(language, _)| language.as_ref() != Some(first));
    let edit = |(language, words): (Option<Language>, String)| {
        let language = language.unwrap_or_else(|| first.clone());
        let before = text.written(&language)?;
        let (range, inserted) = difference(before, &words);
        (before != words).then(|| TextEdit::Splice {
            at: range.start,
            removed: before.get(range).unwrap_or_default().to_owned(),
            inserted: inserted.to_owned(),
            language,
        })
    };
    words.into_iter().filter_map(edit).collect()
}

impl Reworded {
    /// The whole text with its new words.
    fn whole(self) -> Text {
        self.words
            .into_iter()
            .fold(self.text, |text, (language, words)| match language {
                Some(language) => text.with(&language, &words),
                None => Text::same(&words),
            })
    }
}

fn place_of(collection: &Collection, home: &Home) -> Place {
    let owner = match home {
        Home::Charter(owner, element) => {
            return Place {
                owner: owner.clone(),
                element: element.clone(),
            };
        }
        Home::Name(owner) => owner.clone(),
        Home::Url(platform) | Home::Value(platform, _) => Owner::Platform(platform.clone()),
        Home::Default(_) => {
            let model = collection.models.at(0);
            let platform = collection.platforms.at(0);
            let model = model.map(|model| Owner::Model(model.id.clone()));
            let platform = platform.map(|platform| Owner::Platform(platform.id.clone()));
            // Without any charter there is nowhere to go back to, and any place will do.
            let nowhere = || Owner::Platform(PlatformId::made_from("", |_| false));
            platform.or(model).unwrap_or_else(nowhere)
        }
    };
    Place {
        owner,
        element: Element::Title,
    }
}
