//! What a platform of the board can be found by, and how each is written, in French and English.

use jiff::civil::Date;

use super::Entry;
use super::entry::folded;
use super::query::Fault;
use crate::model::{FactId, FieldId, Language, ProblemKind, Text};
use crate::words::Interface;
use crate::workspace::releases::{Glance, Glances};

/// What can be said of a platform.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Says {
    /// Words stand in its name, address or id; they are folded.
    Words(String),
    /// It follows a model, by however many between: one with this id or this name, folded.
    Follows(String),
    /// Its charter stands by itself.
    FollowsNone,
    Adapted,
    NotAdapted,
    /// The model has changed beneath one of its adaptations.
    MovedOn,
    Language(Language),
    /// Some of its texts are not written in a language.
    Missing(Language),
    Found(Sought),
    Unpublished,
    PublishedBefore(Date),
    PublishedSince(Date),
    /// It says something else than its last release.
    ChangedSinceRelease,
    DatedBefore(Date),
    DatedSince(Date),
    Fact(FactId),
    /// It gives a field a value of its own: any, or one with words, folded, in it.
    Field(FieldId, Option<String>),
}

/// Which findings are looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sought {
    Any,
    None,
    /// Those that keep a charter from being finished.
    Blocking,
    Kind(ProblemKind),
}

/// What stands before a colon.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Key {
    Follows,
    Adapted,
    Language,
    Missing,
    Found,
    PublishedBefore,
    PublishedSince,
    DatedBefore,
    DatedSince,
    Fact,
    Field,
}

/// The names of something, in French and in English.
type Names = (&'static str, &'static str);

const KEYS: [(Key, Names); 11] = [
    (Key::Follows, ("suit", "follows")),
    (Key::Adapted, ("adaptée", "adapted")),
    (Key::Language, ("langue", "language")),
    (Key::Missing, ("manque", "missing")),
    (Key::Found, ("constat", "finding")),
    (Key::PublishedBefore, ("publiée-avant", "published-before")),
    (Key::PublishedSince, ("publiée-depuis", "published-since")),
    (Key::DatedBefore, ("datée-avant", "dated-before")),
    (Key::DatedSince, ("datée-depuis", "dated-since")),
    (Key::Fact, ("caractéristique", "feature")),
    (Key::Field, ("champ", "field")),
];

const MOVED_ON: Names = ("modèle-changé", "model-changed");
const UNPUBLISHED: Names = ("sans-publication", "unpublished");
const CHANGED: Names = ("changée-depuis-publication", "changed-since-release");
const YES: Names = ("oui", "yes");
const NO: Names = ("non", "no");
const NONE: Names = ("aucun", "none");
const BLOCKING: Names = ("bloquant", "blocking");

const KINDS: [(ProblemKind, Names); 7] = [
    (ProblemKind::Cycle, ("modèles-en-rond", "cycle")),
    (
        ProblemKind::UnknownModel,
        ("modèle-inconnu", "unknown-model"),
    ),
    (
        ProblemKind::UnknownField,
        ("champ-inconnu", "unknown-field"),
    ),
    (ProblemKind::UnsetField, ("champ-vide", "unset-field")),
    (ProblemKind::Gone, ("adaptation-sans-objet", "gone")),
    (ProblemKind::Taken, ("identifiant-pris", "taken")),
    (
        ProblemKind::Untranslated,
        ("sans-traduction", "untranslated"),
    ),
];

impl Says {
    /// What is looked for to the letter, accents and case apart.
    pub(super) fn words(words: &str) -> Self {
        Self::Words(folded(words))
    }

    /// What a word says that stands by itself: one of a few with a meaning, or words to look for.
    pub(super) fn of_word(word: &str) -> Self {
        let folded = folded(word);
        if is(&folded, MOVED_ON) {
            Self::MovedOn
        } else if is(&folded, UNPUBLISHED) {
            Self::Unpublished
        } else if is(&folded, CHANGED) {
            Self::ChangedSinceRelease
        } else {
            Self::words(word)
        }
    }

    /// What a key and its value say; a value between quotation marks is no word of ours.
    pub(super) fn of_key(name: &str, written: &str) -> Result<Self, Fault> {
        let value = without_marks(written);
        let is_quoted = written.contains('"');
        let known = KEYS.iter().find(|(_, names)| is(&folded(name), *names));
        let Some((key, _)) = known else {
            return Err(Fault::UnknownKey(name.to_owned()));
        };
        if value.is_empty() {
            return Err(Fault::NoValue(name.to_owned()));
        }
        let wrong = || Fault::WrongValue {
            key: name.to_owned(),
            value: value.clone(),
        };
        key.says(&value, is_quoted).ok_or_else(wrong)
    }

    /// What may stand behind a key: all of it, or an example.
    #[must_use]
    pub fn values_of(name: &str, interface: Interface) -> Vec<&'static str> {
        let known = KEYS.iter().find(|(_, names)| is(&folded(name), *names));
        let Some((key, _)) = known else {
            return Vec::new();
        };
        let own = |names: &[Names]| names.iter().map(|names| of(interface, *names)).collect();
        match key {
            Key::Follows => own(&[NONE]),
            Key::Adapted => own(&[YES, NO]),
            Key::Found => {
                let kinds = KINDS.iter().map(|(_, names)| *names);
                let all: Vec<Names> = [YES, NO, BLOCKING].into_iter().chain(kinds).collect();
                own(&all)
            }
            Key::Language | Key::Missing => vec!["fr", "en"],
            Key::PublishedBefore | Key::PublishedSince | Key::DatedBefore | Key::DatedSince => {
                vec!["2026-01-31"]
            }
            Key::Fact => vec!["matomo"],
            Key::Field => vec!["publisher.name"],
        }
    }

    /// How it is written in a language of the interface.
    #[must_use]
    pub fn written(&self, interface: Interface) -> String {
        let of = |names| of(interface, names);
        let name = |key: Key| {
            let names = KEYS.iter().find(|(it, _)| *it == key);
            names.map_or("", |(_, names)| of(*names))
        };
        let pair = |key: Key, value: &str| format!("{}:{}", name(key), quoted(value));
        match self {
            Self::Words(words) if Self::of_word(words) == *self => quoted(words),
            Self::Words(words) => in_marks(words),
            // One that is called as « none » is written.
            Self::Follows(model) if is(model, NONE) => {
                format!("{}:{}", name(Key::Follows), in_marks(model))
            }
            Self::Follows(model) => pair(Key::Follows, model),
            Self::FollowsNone => pair(Key::Follows, of(NONE)),
            Self::Adapted => pair(Key::Adapted, of(YES)),
            Self::NotAdapted => pair(Key::Adapted, of(NO)),
            Self::MovedOn => of(MOVED_ON).to_owned(),
            Self::Language(language) => pair(Key::Language, language.as_str()),
            Self::Missing(language) => pair(Key::Missing, language.as_str()),
            Self::Found(sought) => pair(Key::Found, of(sought.names())),
            Self::Unpublished => of(UNPUBLISHED).to_owned(),
            Self::PublishedBefore(date) => pair(Key::PublishedBefore, &date.to_string()),
            Self::PublishedSince(date) => pair(Key::PublishedSince, &date.to_string()),
            Self::ChangedSinceRelease => of(CHANGED).to_owned(),
            Self::DatedBefore(date) => pair(Key::DatedBefore, &date.to_string()),
            Self::DatedSince(date) => pair(Key::DatedSince, &date.to_string()),
            Self::Fact(fact) => pair(Key::Fact, fact.as_str()),
            Self::Field(field, None) => pair(Key::Field, field.as_str()),
            Self::Field(field, Some(value)) => {
                format!("{}={}", pair(Key::Field, field.as_str()), quoted(value))
            }
        }
    }

    /// Whether it is so of a platform.
    #[must_use]
    pub fn is_of(&self, entry: &Entry, glances: &Glances) -> bool {
        let platform = &entry.platform;
        let released = || glances.of(&platform.id);
        let released_on = || released().map(|glance: &Glance| glance.date);
        match self {
            Self::Words(words) => entry.has_words(words),
            Self::Follows(model) => entry.follows(model),
            Self::FollowsNone => platform.charter.follows().is_none(),
            Self::Adapted => entry.adaptations > 0,
            Self::NotAdapted => entry.adaptations == 0,
            Self::MovedOn => entry.moved_on > 0,
            Self::Language(language) => entry.languages.iter().any(|it| it.language == *language),
            Self::Missing(language) => entry
                .languages
                .iter()
                .any(|it| it.language == *language && it.missing > 0),
            Self::Found(sought) => sought.is_of(entry),
            Self::Unpublished => released().is_none(),
            Self::PublishedBefore(date) => released_on().is_some_and(|on| on < *date),
            Self::PublishedSince(date) => released_on().is_some_and(|on| on >= *date),
            Self::ChangedSinceRelease => released().is_some_and(|glance| glance.is_changed),
            Self::DatedBefore(date) => entry.updated.is_some_and(|on| on < *date),
            Self::DatedSince(date) => entry.updated.is_some_and(|on| on >= *date),
            Self::Fact(fact) => platform.facts.contains(fact),
            Self::Field(field, wanted) => platform.fields.get(field).is_some_and(|value| {
                wanted
                    .as_ref()
                    .map_or(!value.is_empty(), |wanted| says(value, wanted))
            }),
        }
    }
}

impl Key {
    fn says(self, value: &str, is_quoted: bool) -> Option<Says> {
        let plain = folded(value);
        Some(match self {
            Self::Follows if !is_quoted && is(&plain, NONE) => Says::FollowsNone,
            Self::Follows => Says::Follows(plain),
            Self::Adapted if is(&plain, YES) => Says::Adapted,
            Self::Adapted if is(&plain, NO) => Says::NotAdapted,
            Self::Adapted => return None,
            Self::Language => Says::Language(Language::new(value).ok()?),
            Self::Missing => Says::Missing(Language::new(value).ok()?),
            Self::Found => Says::Found(Sought::named(&plain)?),
            Self::PublishedBefore => Says::PublishedBefore(value.parse().ok()?),
            Self::PublishedSince => Says::PublishedSince(value.parse().ok()?),
            Self::DatedBefore => Says::DatedBefore(value.parse().ok()?),
            Self::DatedSince => Says::DatedSince(value.parse().ok()?),
            Self::Fact => Says::Fact(FactId::new(&plain).ok()?),
            Self::Field => {
                let (field, wanted) = match value.split_once('=') {
                    Some((field, wanted)) => (field, Some(wanted)),
                    None => (value, None),
                };
                let field = FieldId::new(&folded(field)).ok()?;
                let wanted = wanted.filter(|it| !it.is_empty()).map(folded);
                Says::Field(field, wanted)
            }
        })
    }
}

impl Sought {
    fn named(folded: &str) -> Option<Self> {
        let others = [
            (Self::Any, YES),
            (Self::None, NO),
            (Self::None, NONE),
            (Self::Blocking, BLOCKING),
        ];
        let kinds = KINDS
            .iter()
            .map(|(kind, names)| (Self::Kind(*kind), *names));
        let mut all = others.into_iter().chain(kinds);
        let found = all.find(|(_, names)| is(folded, *names));
        found.map(|(sought, _)| sought)
    }

    fn names(self) -> Names {
        match self {
            Self::Any => YES,
            Self::None => NO,
            Self::Blocking => BLOCKING,
            Self::Kind(kind) => {
                let names = KINDS.iter().find(|(it, _)| *it == kind);
                names.map_or(YES, |(_, names)| *names)
            }
        }
    }

    fn is_of(self, entry: &Entry) -> bool {
        match self {
            Self::Any => !entry.findings.is_empty(),
            Self::None => entry.findings.is_empty(),
            Self::Blocking => entry.is_blocked(),
            Self::Kind(kind) => entry.findings.iter().any(|(it, _)| *it == kind),
        }
    }
}

/// Whether folded letters are one of the names: in either language, whoever types them.
fn of(interface: Interface, (french, english): Names) -> &'static str {
    match interface {
        Interface::French => french,
        Interface::English => english,
    }
}

fn is(folded_letters: &str, (french, english): Names) -> bool {
    folded(french) == folded_letters || folded(english) == folded_letters
}

/// Whether folded words stand in a text, in any of its languages.
fn says(text: &Text, folded_words: &str) -> bool {
    let has = |words: &str| folded(words).contains(folded_words);
    match text {
        Text::Same(words) => has(words),
        Text::ByLanguage(texts) => texts.iter().any(|(_, words)| has(words)),
    }
}

/// Words between quotation marks, where they would not be read as one without.
fn quoted(words: &str) -> String {
    let is_one = !words.is_empty()
        && !words.starts_with('-')
        && !words.contains(|letter: char| letter.is_whitespace() || letter == ':' || letter == '"');
    if is_one {
        words.to_owned()
    } else {
        in_marks(words)
    }
}

/// A value as it is meant.
pub(super) fn without_marks(written: &str) -> String {
    written.replace('"', "")
}

fn in_marks(words: &str) -> String {
    format!("\"{}\"", words.replace('"', ""))
}
