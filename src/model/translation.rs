//! Translations that are older than what they translate.
//!
//! A translation is made beside the words that the first language has then. When those change, it
//! keeps them as what it is `of`, until it is itself changed or confirmed, or they come back. So a
//! change of the first language changes no translation's words and says which are to be read again.
//!
//! What was there before the first language had words is of nothing, an empty text, and not older:
//! there the first language was the one to be translated.

use std::sync::Arc;

use super::{Language, Text, Translation};

impl Text {
    /// What a translation was made from, if the first language has said something else since.
    #[must_use]
    pub fn outdated(&self, language: &Language) -> Option<&str> {
        let of = self.translation(language)?.of.as_deref();
        of.filter(|of| !of.is_empty())
    }

    /// Whether a translation of it is older than what it translates.
    #[must_use]
    pub fn has_outdated(&self) -> bool {
        let mut translations = self.translations();
        translations.any(|(_, it)| it.of.is_some())
    }

    /// Whether two texts say the same in every language, whatever they are translated from.
    #[must_use]
    pub fn says(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Same(one), Self::Same(other)) => one == other,
            (Self::ByLanguage(one), Self::ByLanguage(others)) => {
                let words = |it: &(Language, Translation)| (it.0.clone(), Arc::clone(&it.1.words));
                one.iter().map(words).eq(others.iter().map(words))
            }
            _ => false,
        }
    }

    /// Its words alone, as what is kept of a text that was replaced.
    #[must_use]
    pub fn words_alone(&self) -> Self {
        let mut alone = self.clone();
        if let Self::ByLanguage(texts) = &mut alone {
            for (_, translation) in texts {
                translation.of = None;
            }
        }
        alone
    }

    /// This text with a translation that was read again, and found right.
    #[must_use]
    pub fn confirmed(&self, language: &Language) -> Self {
        let mut confirmed = self.clone();
        if let Some(translation) = confirmed.translation_mut(language) {
            translation.of = None;
        }
        confirmed
    }

    /// This text with other words in one language. Words of the `first` language leave what was
    /// translated from them older; those of another are made from the first as it is now.
    #[must_use]
    pub fn reworded(&self, first: &Language, language: &Language, words: &str) -> Self {
        let mut text = self.with(language, words);
        if language == first {
            text.move_on(first, self.written(first).unwrap_or_default());
        }
        text
    }

    /// This text with words replaced in several languages at once, without anyone reading the
    /// translations again: those that were older stay so, those that were not stay beside the
    /// first language if both changed.
    #[must_use]
    pub fn replaced(&self, first: &Language, words: &[(&Language, &str)]) -> Self {
        let mut text = words.iter().fold(self.clone(), |text, (language, words)| {
            text.with_words(language, words)
        });
        text.move_on(first, self.written(first).unwrap_or_default());
        let is_current = |language: &&Language| self.outdated(language).is_none();
        let changed = words.iter().map(|(language, _)| *language);
        for language in changed.filter(is_current) {
            if let Some(translation) = text.translation_mut(language) {
                translation.of = None;
            }
        }
        text
    }

    /// This text with the words that another one changed of what it was, language by language.
    #[must_use]
    pub fn with_changes(&self, first: &Language, was: &Self, changed: &Self) -> Self {
        let (Self::ByLanguage(_), Self::ByLanguage(texts)) = (self, changed) else {
            return changed.clone();
        };
        let changed_ones = || {
            let differs = |(language, it): &&(Language, Translation)| {
                was.written(language) != Some(&it.words)
            };
            texts.iter().filter(differs)
        };
        let (of_first, others): (Vec<_>, Vec<_>) =
            changed_ones().partition(|(language, _)| language == first);
        let ordered = of_first.into_iter().chain(others);
        ordered.fold(self.clone(), |text, (language, translation)| {
            let mut text = text.reworded(first, language, &translation.words);
            let made_from = changed.made_from(first, translation);
            let now = text.written(first).map(Arc::from);
            if let Some(it) = text.translation_mut(language).filter(|_| language != first) {
                it.of = made_from.filter(|of| Some(of) != now.as_ref());
            }
            text
        })
    }

    /// This text with translations that were taken as they stand from other texts: those say what
    /// they were made from.
    #[must_use]
    pub fn made_of(&self, first: &Language, sources: [&Self; 2]) -> Self {
        let mut made = self.clone();
        let now = self.written(first).map(Arc::from);
        let Self::ByLanguage(texts) = &mut made else {
            return made;
        };
        let translations = texts.iter_mut().filter(|(language, _)| language != first);
        for (language, translation) in translations {
            let taken = sources.iter().find_map(|source| {
                let said = source.translation(language);
                let said = said.filter(|said| said.words == translation.words)?;
                Some(source.made_from(first, said))
            });
            translation.of = taken.flatten().filter(|of| Some(of) != now.as_ref());
        }
        made
    }

    /// What a translation in this text was made from.
    fn made_from(&self, first: &Language, translation: &Translation) -> Option<Arc<str>> {
        let now = || self.written(first).map(Arc::from);
        translation.of.clone().or_else(now)
    }

    /// Has its translations keep what they were made from: what the first language said before.
    fn move_on(&mut self, first: &Language, before: &str) {
        let now: Arc<str> = Arc::from(self.written(first).unwrap_or_default());
        let Self::ByLanguage(texts) = self else {
            return;
        };
        if *now == *before {
            return;
        }
        let translations = texts.iter_mut().filter(|(language, _)| language != first);
        for (_, translation) in translations.filter(|(_, it)| !it.is_empty()) {
            translation.of = match translation.of.take() {
                None => Some(Arc::from(before)),
                Some(of) => (of != now).then_some(of),
            };
        }
    }

    /// This text with the bytes of a range of what is written for a language replaced, which must
    /// say `removed`; nothing where it does not. With a `first` language, translations keep what
    /// they were made from.
    pub(in crate::model) fn spliced(
        &self,
        first: Option<&Language>,
        language: &Language,
        at: usize,
        (removed, inserted): (&str, &str),
    ) -> Option<Self> {
        let before = self.written(language)?;
        let end = at.checked_add(removed.len())?;
        if before.get(at..end) != Some(removed) {
            return None;
        }
        let mut words = String::with_capacity(before.len() - removed.len() + inserted.len());
        words.push_str(&before[..at]);
        words.push_str(inserted);
        words.push_str(&before[end..]);
        Some(match first {
            Some(first) if removed != inserted => self.reworded(first, language, &words),
            _ => self.with_words(language, &words),
        })
    }

    /// This text with other words in a language, made from what they were made from.
    fn with_words(&self, language: &Language, words: &str) -> Self {
        match self {
            Self::Same(_) => Self::same(words),
            Self::ByLanguage(_) => {
                let mut text = self.clone();
                if let Some(translation) = text.translation_mut(language) {
                    translation.words = Arc::from(words);
                }
                text
            }
        }
    }

    fn translation_mut(&mut self, language: &Language) -> Option<&mut Translation> {
        let Self::ByLanguage(texts) = self else {
            return None;
        };
        let mut texts = texts.iter_mut();
        texts
            .find(|(of, _)| of == language)
            .map(|(_, translation)| translation)
    }

    fn translations(&self) -> impl Iterator<Item = &(Language, Translation)> {
        let texts: &[_] = match self {
            Self::Same(_) => &[],
            Self::ByLanguage(texts) => texts,
        };
        texts.iter()
    }
}
