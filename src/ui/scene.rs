//! What a part of the window reads, and what it asks for.

use std::collections::HashMap;

use super::command::Command;
use super::dialogs::Dialog;
use crate::document::Document;
use crate::model::{
    Collection, Element, Finding, Language, ModelId, Origin, Owner, Resolved, Standing,
};
use crate::words::Words;
use crate::workspace::Change;
use crate::workspace::changes::{Charters, Scope};
use crate::workspace::settings::{Preference, Settings};

/// The charter that is looked at, and all that its display needs.
pub struct Scene<'a> {
    pub words: &'a Words,
    pub settings: &'a Settings,
    pub collection: &'a Collection,
    pub resolved: &'a Resolved,
    pub document: &'a Document,
    pub language: &'a Language,
    /// How many platforms each model reaches.
    pub reach: &'a HashMap<ModelId, usize>,
}

/// What a part of the window asks for. It is done once the part is drawn.
#[derive(Debug)]
pub enum Action {
    Command(Command),
    Change(Change),
    /// Makes a text say something else, once what was asked for before it is done.
    Write {
        element: Element,
        words: String,
        scope: Scope,
    },
    /// Ends a stretch of typing.
    Seal,
    LookAt(Owner),
    Speak(Language),
    /// Shows an element in the editor and puts the cursor there.
    GoTo(Element),
    Prefer(Preference),
    /// Asks the person something.
    Ask(Dialog),
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
        self.document
            .findings
            .iter()
            .filter(move |finding| finding.element == *element)
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
