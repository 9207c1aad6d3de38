//! The platform that a page is for, and what it holds beside its charter.

use std::collections::BTreeMap;

use super::Import;
use super::choices::{Choices, Wish};
use super::fields::Site;
use super::reading::normalised;
use super::writer::speaks_another;
use crate::import::draft::Draft;
use crate::model::{
    Charter, Collection, FieldId, FieldValue, Language, Origin, Owner, Platform, PlatformId, Text,
    host,
};

pub struct Target {
    pub language: Language,
    /// The likeliest first; never none.
    pub platforms: Vec<Platform>,
    /// Whether a person named it.
    pub is_wished: bool,
}

/// Which platforms a page may be for: the one that was wished, those of its address, a new one.
pub fn find(collection: &Collection, draft: &Draft, wish: &Wish, choices: &Choices) -> Target {
    let wished = choices.platform.id.as_ref().or(wish.platform.as_ref());
    let there: Vec<&Platform> = match wished {
        Some(id) => collection
            .platforms
            .get(id)
            .map(AsRef::as_ref)
            .into_iter()
            .collect(),
        None => match address(draft, choices) {
            Some(address) => of_host(collection, &address),
            None => of_name(collection, draft, wish, choices),
        },
    };
    let languages = there.iter().flat_map(|platform| &platform.languages);
    let known = languages.chain(&collection.languages);
    let language = language_among(known, &draft.language);
    let mut platforms: Vec<Platform> = there.into_iter().cloned().collect();
    if platforms.is_empty() {
        platforms.push(new_platform(collection, draft, wish, choices));
    }
    for platform in &mut platforms {
        as_chosen(platform, draft, choices);
    }
    Target {
        language,
        platforms,
        is_wished: wished.is_some(),
    }
}

fn as_chosen(platform: &mut Platform, draft: &Draft, choices: &Choices) {
    if let Some(name) = &choices.platform.name {
        platform.name = Text::same(name);
    }
    let chosen = choices.platform.url.is_some();
    if (chosen || platform.url.is_empty())
        && let Some(address) = address(draft, choices)
    {
        platform.url = address;
    }
}

/// The language itself, or else another variety of it that is known.
fn language_among<'a>(
    mut known: impl Iterator<Item = &'a Language> + Clone,
    language: &Language,
) -> Language {
    let stem = |language: &Language| {
        let tag = language.as_str();
        tag.split('-').next().unwrap_or(tag).to_owned()
    };
    if known.clone().any(|it| it == language) {
        return language.clone();
    }
    let other = known.find(|it| stem(it) == stem(language));
    other.unwrap_or(language).clone()
}

/// The address of the platform, without a slash at its end.
fn address(draft: &Draft, choices: &Choices) -> Option<String> {
    let address = choices.platform.url.as_ref().or(draft.address.as_ref())?;
    let address = address.trim().trim_end_matches('/');
    (!address.is_empty()).then(|| address.to_owned())
}

fn of_host<'a>(collection: &'a Collection, address: &str) -> Vec<&'a Platform> {
    let bare = |host: String| {
        host.strip_prefix("www.")
            .map_or(host.clone(), str::to_owned)
    };
    let Some(wanted) = host(address).map(bare) else {
        return Vec::new();
    };
    let has_it = |platform: &&Platform| {
        // Looking for the letters first is quicker than reading every address.
        platform.url.to_ascii_lowercase().contains(&wanted)
            && platform.host().map(bare).as_ref() == Some(&wanted)
    };
    let platforms = collection.platforms.iter().map(AsRef::as_ref);
    platforms.filter(has_it).collect()
}

/// A platform without an address that is called as this page would be.
fn of_name<'a>(
    collection: &'a Collection,
    draft: &Draft,
    wish: &Wish,
    choices: &Choices,
) -> Vec<&'a Platform> {
    let name = name(draft, wish, choices);
    let id = PlatformId::made_from(&name, |_| false);
    let there = collection.platforms.get(&id).map(AsRef::as_ref);
    let is_it =
        |platform: &&Platform| platform.url.is_empty() && platform.name == Text::same(&name);
    there.filter(is_it).into_iter().collect()
}

/// What a new platform is called: as it was chosen, by its host, its source or its title.
fn name(draft: &Draft, wish: &Wish, choices: &Choices) -> String {
    let host = || address(draft, choices).and_then(|address| host(&address));
    let name = choices.platform.name.clone().or_else(host);
    name.unwrap_or_else(|| match wish.source.trim() {
        "" => draft.title.trim().to_owned(),
        source => source.to_owned(),
    })
}

pub fn new_platform(
    collection: &Collection,
    draft: &Draft,
    wish: &Wish,
    choices: &Choices,
) -> Platform {
    let is_taken = |id: &PlatformId| collection.platforms.contains(id);
    let wished = choices.platform.id.as_ref().or(wish.platform.as_ref());
    let name = name(draft, wish, choices);
    let id = match wished {
        Some(id) if !is_taken(id) => id.clone(),
        _ => PlatformId::made_from(&name, is_taken),
    };
    let url = address(draft, choices).unwrap_or_default();
    Platform::new(id, &name, &url, Charter::default())
}

impl Import<'_> {
    /// A platform with what its page says beside its charter.
    pub(super) fn finished(
        &self,
        mut platform: Platform,
        site: &Site,
        mut captured: BTreeMap<FieldId, String>,
    ) -> Platform {
        let there = self.collection.platforms.get(&platform.id);
        let languages = if platform.languages.is_empty() {
            &self.collection.languages
        } else {
            &platform.languages
        };
        if !languages.contains(self.language) {
            let mut own = match there {
                Some(_) => languages.clone(),
                None => Vec::new(),
            };
            own.push(self.language.clone());
            platform.languages = own;
        }
        if let (true, Some(publisher)) = (site.names_publisher(), site.publisher())
            && let Ok(field) = FieldId::new("publisher.name")
        {
            captured
                .entry(field)
                .or_insert_with(|| publisher.to_owned());
        }
        for (field, value) in captured {
            self.set(&mut platform, &field, &value);
        }
        self.date(&mut platform);
        if there.is_none_or(|there| **there != platform) {
            self.keep_what_is_set_apart(&mut platform);
        }
        platform
    }

    /// Makes a field say something, unless it says so by itself.
    fn set(&self, platform: &mut Platform, field: &FieldId, value: &str) {
        let first = self.collection.first_language();
        if let Ok(FieldValue::Text(text)) = self.collection.field(platform, None, field)
            && normalised(text.said(self.language, &first).text) == normalised(value)
        {
            return;
        }
        let text = match platform.fields.get(field) {
            Some(text) => text.translated(&first, self.language, value),
            None => Text::same(value),
        };
        platform.fields.insert(field.clone(), text);
    }

    fn date(&self, platform: &mut Platform) {
        let Some(date) = self.draft.updated.as_ref().map(|updated| updated.date) else {
            return;
        };
        let followed = self.collection.followed(&platform.charter);
        let inherited = followed
            .map(|model| model.charter.updated)
            .find(Option::is_some);
        let stands = platform.charter.updated.or(inherited.flatten());
        if stands != Some(date) {
            platform.charter.updated = Some(date);
        }
    }

    /// Keeps in the platform's note the words of the source that are no part of the charter.
    fn keep_what_is_set_apart(&self, platform: &mut Platform) {
        let apart = self.draft.set_apart.iter().map(|it| (it.line, &it.text));
        let notes = self.draft.notes.iter().map(|it| (it.line, &it.text));
        for (line, text) in apart.chain(notes) {
            if text.trim().is_empty() {
                continue;
            }
            let kept = match self.wish.source.trim() {
                "" => format!("{line}: {text}"),
                source => format!("{source}:{line}: {text}"),
            };
            if platform.note.contains(&kept) {
                continue;
            }
            if !platform.note.is_empty() {
                platform.note.push('\n');
            }
            platform.note.push_str(&kept);
        }
    }

    /// The other languages in which a platform has words of its own.
    pub(super) fn lost_languages(&self, platform: &Platform) -> Vec<Language> {
        let owner = Owner::Platform(platform.id.clone());
        let Some(resolved) = self.collection.resolve(&owner) else {
            return Vec::new();
        };
        let own = |text: &Text, origin: &Origin, language: &Language| {
            let only_it = match text.written(language) {
                Some(words) => Text::in_one(language.clone(), words),
                None => Text::default(),
            };
            origin.holder == owner
                && matches!(text, Text::ByLanguage(_))
                && speaks_another(&only_it, self.language)
        };
        let mut lost = self.collection.languages_of(&owner).to_vec();
        lost.retain(|language| {
            let title = &resolved.title;
            let mut sections = resolved.sections.iter();
            own(&title.value, &title.origin, language)
                || sections.any(|section| {
                    let (heading, body) = (&section.heading, &section.body);
                    own(&heading.value, &heading.origin, language)
                        || own(&body.value, &body.origin, language)
                })
        });
        lost
    }
}
