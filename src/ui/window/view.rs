//! What is worked on, and what of it is looked at.

use std::collections::HashMap;
use std::sync::Arc;

use crate::document::Document;
use crate::model::{Language, ModelId, Owner, Resolved};
use crate::ui::releases::Releases;
use crate::ui::scene::{Designed, Saved, Scene};
use crate::words::Words;
use crate::workspace::Session;
use crate::workspace::settings::Settings;

/// The collection, and the charter of it that is looked at, put together and finished.
pub struct View {
    pub session: Session,
    pub words: Words,
    pub settings: Settings,
    pub owner: Option<Owner>,
    pub language: Language,
    /// How finished charters look, as its files were last read.
    pub design: Designed,
    /// What is known of the register of releases.
    pub releases: Releases,
    shown: Option<Shown>,
}

/// What is looked at, as it was when it was last made.
struct Shown {
    resolved: Arc<Resolved>,
    document: Arc<Document>,
    reach: Arc<HashMap<ModelId, usize>>,
    /// The document as it was saved, where it is asked for; nothing in it where it was in no file.
    saved: Asked,
}

/// The saved document, if the preview marks what has changed since.
enum Asked {
    No,
    Yes(Option<Arc<Document>>),
}

impl View {
    pub fn new(session: Session, words: Words, settings: Settings) -> Self {
        let mut view = Self {
            language: session.collection().first_language(),
            session,
            words,
            settings,
            owner: None,
            design: Ok(Arc::default()),
            releases: Releases::default(),
            shown: None,
        };
        view.look_at_something();
        view
    }

    /// Makes anew what has changed of what is looked at.
    pub fn refresh(&mut self) {
        self.shown = self.made();
    }

    fn made(&mut self) -> Option<Shown> {
        let owner = self.owner.clone()?;
        let saved = if self.settings.preview.marks_changes {
            Asked::Yes(self.session.saved_document(&owner, &self.language))
        } else {
            Asked::No
        };
        Some(Shown {
            resolved: self.session.resolved(&owner)?,
            document: self.session.document(&owner, &self.language)?,
            reach: self.session.reach(),
            saved,
        })
    }

    /// What the parts of the window read; nothing where there is no charter.
    pub fn scene(&self) -> Option<Scene<'_>> {
        let shown = self.shown.as_ref()?;
        Some(Scene {
            words: &self.words,
            settings: &self.settings,
            collection: self.session.collection(),
            resolved: &shown.resolved,
            document: &shown.document,
            design: &self.design,
            saved: match &shown.saved {
                Asked::No => Saved::Unasked,
                Asked::Yes(None) => Saved::Absent,
                Asked::Yes(Some(document)) => Saved::There(document),
            },
            language: &self.language,
            releases: &self.releases,
            reach: &shown.reach,
        })
    }

    /// Looks at something that is there, in a language that it has; tells whether that is
    /// something else than before.
    pub fn look_at_something(&mut self) -> bool {
        let collection = self.session.collection();
        let there = |owner: &Owner| collection.charter(owner).is_some();
        let elsewhere = !self.owner.as_ref().is_some_and(there);
        if elsewhere {
            let platforms = &collection.platforms;
            let platform = platforms.at(0).map(|it| Owner::Platform(it.id.clone()));
            let model = collection.models.at(0);
            let model = model.map(|it| Owner::Model(it.id.clone()));
            self.owner = platform.or(model);
        }
        if let Some(owner) = &self.owner {
            let languages = collection.languages_of(owner);
            if !languages.contains(&self.language)
                && let Some(first) = languages.first()
            {
                self.language = first.clone();
            }
        }
        self.refresh();
        elsewhere
    }
}
