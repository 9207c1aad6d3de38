//! What a part of the window reads, and what it asks for.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

use super::command::Command;
use super::dialogs::{Dialog, Next};
use super::releases::{Releases, Wanted};
use crate::document::Document;
use crate::messages::{self, Reading};
use crate::model::{
    Collection, Element, FieldId, Finding, Language, ModelId, Origin, Owner, PlatformId, Resolved,
    Standing,
};
use crate::render::Design;
use crate::words::Words;
use crate::workspace::Change;
use crate::workspace::changes::{Charters, Scope};
use crate::workspace::files::DesignError;
use crate::workspace::settings::{Preference, Settings};

/// The charter that is looked at, and all that its display needs.
pub struct Scene<'a> {
    pub words: &'a Words,
    pub settings: &'a Settings,
    pub collection: &'a Collection,
    pub resolved: &'a Arc<Resolved>,
    pub document: &'a Arc<Document>,
    /// How finished charters look, or why that cannot be told.
    pub design: &'a Designed,
    /// The charter as it was last saved, for what marks the changes since.
    pub saved: Saved<'a>,
    pub language: &'a Language,
    /// What is known of the register of releases.
    pub releases: &'a Releases,
    /// How many platforms each model reaches.
    pub reach: &'a HashMap<ModelId, usize>,
}

/// How the finished charters of the collection look, with the files that it names for that.
pub type Designed = Result<Arc<Design>, DesignError>;

/// A charter as it was when it was last saved or opened.
#[derive(Debug, Clone, Copy)]
pub enum Saved<'a> {
    /// Nobody asks what has changed.
    Unasked,
    /// It is new: it was in no file.
    Absent,
    There(&'a Arc<Document>),
}

/// What a part of the window asks for. It is done once the part is drawn.
#[derive(Debug)]
pub enum Action {
    Command(Command),
    /// A command of the list about a charter that need not be the one looked at.
    About(Owner, Command),
    /// Dates the charter that is looked at today.
    DateToday,
    Change(Change),
    /// Makes a text say something else, once what was asked for before it is done.
    Write {
        element: Element,
        words: String,
        scope: Scope,
    },
    /// Ends a stretch of typing.
    Seal,
    /// Remembers where the history stands.
    Mark,
    /// Takes back what was done since, as if it had never been.
    TakeBack,
    LookAt(Owner),
    Speak(Language),
    /// Shows an element in the editor and puts the cursor there.
    GoTo(Element),
    /// The same, with words of it selected: bytes of its text.
    Select(Element, Range<usize>),
    /// Shows an element of any charter, in a language where that matters, with words of it
    /// selected.
    Visit {
        owner: Owner,
        language: Option<Language>,
        element: Element,
        words: Option<Range<usize>>,
    },
    /// Goes to a text to be translated, with the text of reference beside it.
    Translate {
        owner: Owner,
        language: Language,
        element: Element,
    },
    /// Leaves this collection for something else.
    LeaveFor(Next),
    /// Closes the panel at the bottom.
    HideBottom,
    /// Walks the history until so many steps stand, and shows where the last one was.
    JumpTo(usize),
    Prefer(Preference),
    /// Puts a text on the clipboard, and says so.
    Copy(String, String),
    /// Says in a few words, at the bottom of the window, what was done.
    Notice(String),
    /// Opens the address of a link in the browser.
    OpenAddress(String),
    /// Asks the person something.
    Ask(Dialog),
    /// Asks how to export some platforms.
    Export(Arc<[PlatformId]>),
    /// Shows what is found in the charters of some platforms.
    Check(Arc<[PlatformId]>),
    /// Does something with the releases of the platform that is looked at.
    Releases(Wanted),
}

impl Scene<'_> {
    pub fn charters(&self) -> Charters<'_> {
        Charters {
            collection: self.collection,
            resolved: self.resolved,
        }
    }

    pub fn owner(&self) -> &Owner {
        &self.resolved.owner
    }

    pub fn standing<'o>(&self, origin: &'o Origin) -> Standing<'o> {
        self.resolved.standing(origin)
    }

    /// What was found about an element.
    pub fn findings<'s>(&'s self, element: &'s Element) -> impl Iterator<Item = &'s Finding> {
        self.document.findings.about(element)
    }

    /// How people call an element's place.
    pub fn place_of(&self, element: &Element) -> String {
        let first = self.collection.first_language();
        let charter = Reading {
            resolved: self.resolved,
            language: self.language,
            first: &first,
        };
        messages::place(self.words, charter, element)
    }

    /// How many platforms show what a charter says.
    pub fn reach_of(&self, owner: &Owner) -> usize {
        match owner {
            Owner::Model(id) => self.reach.get(id).copied().unwrap_or_default(),
            Owner::Platform(_) => 1,
        }
    }

    /// The name of a charter's owner, in the interface's language.
    pub fn name_of(&self, owner: &Owner) -> String {
        name_of(self.collection, owner, self.words.language())
    }
}

/// The name of a model or a platform in a language; its id where it has none.
pub fn name_of(collection: &Collection, owner: &Owner, language: &Language) -> String {
    let name = match owner {
        Owner::Model(id) => collection.models.get(id).map(|model| &model.name),
        Owner::Platform(id) => collection.platforms.get(id).map(|platform| &platform.name),
    };
    let said = name.map_or("", |name| {
        name.said(language, collection.languages.first().unwrap_or(language))
            .text
    });
    if said.trim().is_empty() {
        owner.to_string()
    } else {
        said.to_owned()
    }
}

/// How a field is called in the interface.
pub fn field_label(collection: &Collection, words: &Words, field: &FieldId) -> String {
    let label = collection.fields.get(field).map(|field| &field.label);
    let first = collection.first_language();
    let said = label.map_or("", |label| label.said(words.language(), &first).text);
    let key = format!("field-{}", field.as_str().replace('.', "-"));
    if !said.is_empty() {
        said.to_owned()
    } else if words.has(&key) {
        words.say(&key).into_owned()
    } else {
        field.to_string()
    }
}
