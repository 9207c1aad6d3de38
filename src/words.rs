//! The words of the interface, from the files in `assets/words`: one by language, Fluent syntax.
//!
//! The command line and the window say everything through it; the model and the renderers, whose
//! words are the charters' own, know nothing of it.

use std::borrow::Cow;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};

use crate::model::Language;

/// A language of the interface.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Interface {
    French,
    English,
}

impl Interface {
    pub const ALL: [Self; 2] = [Self::French, Self::English];

    /// The interface's language for a person whose system speaks `tag` (a BCP 47 tag or a POSIX
    /// locale): French for French, English for all others.
    #[must_use]
    pub fn for_tag(tag: &str) -> Self {
        if tag.to_ascii_lowercase().starts_with("fr") {
            Self::French
        } else {
            Self::English
        }
    }

    /// The interface's language for the person at this machine.
    #[must_use]
    pub fn of_system() -> Self {
        sys_locale::get_locale().map_or(Self::French, |tag| Self::for_tag(&tag))
    }

    /// Its BCP 47 tag.
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Self::French => "fr",
            Self::English => "en",
        }
    }

    /// Its name in its own words.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::French => "Français",
            Self::English => "English",
        }
    }

    /// The file of its words.
    #[must_use]
    pub fn source(self) -> &'static str {
        match self {
            Self::French => include_str!("../assets/words/fr.ftl"),
            Self::English => include_str!("../assets/words/en.ftl"),
        }
    }
}

/// The words of the interface in one language.
pub struct Words {
    interface: Interface,
    language: Language,
    bundle: FluentBundle<FluentResource>,
}

impl Words {
    #[must_use]
    pub fn new(interface: Interface) -> Self {
        Self::read(interface, interface.source().to_owned())
    }

    /// The words as a window shows them: where a line ends, French signs stay with their words.
    #[must_use]
    pub fn on_screen(interface: Interface) -> Self {
        let source = interface.source();
        Self::read(
            interface,
            match interface {
                Interface::French => kept_together(source),
                Interface::English => source.to_owned(),
            },
        )
    }

    fn read(interface: Interface, source: String) -> Self {
        // What a broken line of a file would cost is that line; a test reads them all.
        let (Ok(resource) | Err((resource, _))) = FluentResource::try_new(source);
        let language = interface.tag().parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![language]);
        bundle.set_use_isolating(false);
        bundle.add_resource_overriding(resource);
        Self {
            interface,
            language: Language::new(interface.tag()).expect("the interface's tags are languages"),
            bundle,
        }
    }

    #[must_use]
    pub fn interface(&self) -> Interface {
        self.interface
    }

    /// The interface's language, for texts of a collection that stand among its words.
    #[must_use]
    pub fn language(&self) -> &Language {
        &self.language
    }

    /// Whether there are words for a key.
    #[must_use]
    pub fn has(&self, key: &str) -> bool {
        self.bundle.has_message(key)
    }

    /// The words for a key. A key without words stands for itself.
    #[must_use]
    pub fn say<'a>(&'a self, key: &'a str) -> Cow<'a, str> {
        self.format(key, None)
    }

    /// The words for a key, with what they speak of.
    #[must_use]
    pub fn say_of<'a>(&'a self, key: &'a str, values: &[(&str, FluentValue<'_>)]) -> Cow<'a, str> {
        let mut args = FluentArgs::with_capacity(values.len());
        for (name, value) in values {
            args.set((*name).to_owned(), value.clone().into_owned());
        }
        Cow::Owned(self.format(key, Some(&args)).into_owned())
    }

    fn format<'a>(&'a self, key: &'a str, args: Option<&'a FluentArgs<'_>>) -> Cow<'a, str> {
        let pattern = self
            .bundle
            .get_message(key)
            .and_then(|message| message.value());
        match pattern {
            Some(pattern) => self.bundle.format_pattern(pattern, args, &mut Vec::new()),
            None => Cow::Borrowed(key),
        }
    }
}

/// French words with no-break spaces where the typography has them. They are wide: lines on screen
/// break at narrow ones.
#[must_use]
pub fn kept_together(words: &str) -> String {
    let signs = [
        ("« ", "«\u{a0}"),
        (" »", "\u{a0}»"),
        (" :", "\u{a0}:"),
        (" ;", "\u{a0};"),
        (" !", "\u{a0}!"),
        (" ?", "\u{a0}?"),
    ];
    signs
        .into_iter()
        .fold(words.to_owned(), |words, (apart, together)| {
            words.replace(apart, together)
        })
}
