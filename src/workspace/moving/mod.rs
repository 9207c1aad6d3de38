//! « Follow another model »: what a charter wrote goes along, and what changes in it is told before.
//!
//! Pure. Invariant: no word that the charter wrote is lost.

mod bridge;
mod carry;
mod otherwise;

use super::changes::possible_models;
use super::history::{Change, Deed, Place};
use crate::document::Document;
use crate::document::comparison::{Comparison, Rigour};
use crate::model::{
    Charter, CharterEdit, Collection, Complete, Edit, Element, Following, Form, Language, ModelId,
    Owner, Resolved,
};
use bridge::Bridge;
use carry::carry;
use otherwise::otherwise;

pub use carry::Carried;

/// What would come of following another model.
#[derive(Debug, Clone)]
pub struct Moving {
    pub carried: Carried,
    pub change: Change,
    /// What the charter shows before, and after.
    before: Resolved,
    after: Resolved,
}

/// What comes of making a charter follow another model; nothing where it cannot, or follows that
/// one already. A charter with texts of its own keeps them, and follows nothing.
#[must_use]
pub fn moving(collection: &Collection, owner: &Owner, model: &ModelId) -> Option<Moving> {
    let charter = collection.charter(owner)?;
    if charter.follows() == Some(model) || !possible_models(collection, owner).contains(model) {
        return None;
    }
    let way = Way::new(collection, charter.follows(), model)?;
    let before = collection.resolve(owner)?;
    let carried = way.carried(&before, charter)?;
    let form = way.form(&carried);
    let after = Charter {
        updated: charter.updated,
        form: form.clone(),
    };
    Some(Moving {
        after: collection.resolve_as(owner, &after)?,
        before,
        carried,
        change: Change {
            deed: Deed::Follow,
            place: Place {
                owner: owner.clone(),
                element: Element::Title,
            },
            edits: vec![Edit::Charter(owner.clone(), CharterEdit::Form(form))],
        },
    })
}

/// Whether a charter could follow a model without losing texts.
#[must_use]
pub fn can_follow(charter: &Charter) -> bool {
    match &charter.form {
        Form::Following(_) => true,
        Form::Complete(complete) => *complete == Complete::default(),
    }
}

impl Moving {
    /// What reads otherwise then, in a language.
    #[must_use]
    pub fn differences(&self, collection: &Collection, language: &Language) -> Comparison {
        let document = |resolved| Document::new(collection, resolved, language);
        Comparison::between(
            &document(&self.before),
            &document(&self.after),
            Rigour::Strict,
        )
    }
}

/// What comes of following another model, counted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Toll {
    /// How many texts read otherwise.
    pub otherwise: usize,
    /// How much of what was adapted becomes the charter's own, having no place any more.
    pub own: usize,
    /// How much of it goes, having neither a place nor words.
    pub dropped: usize,
}

/// The way from following one model to following another, for however many charters.
pub struct Way<'a> {
    collection: &'a Collection,
    model: &'a ModelId,
    bridge: Bridge,
}

impl<'a> Way<'a> {
    #[must_use]
    pub fn new(
        collection: &'a Collection,
        from: Option<&ModelId>,
        model: &'a ModelId,
    ) -> Option<Self> {
        let resolved = |id: &ModelId| collection.resolve(&Owner::Model(id.clone()));
        let first = collection.first_language();
        Some(Self {
            collection,
            model,
            bridge: Bridge::new(from.and_then(resolved), resolved(model)?, first),
        })
    }

    /// The edit by which a charter goes this way; nothing where it has texts of its own.
    #[must_use]
    pub fn edit(&self, owner: &Owner) -> Option<Edit> {
        let charter = self.collection.charter(owner)?;
        let carried = self.carried(&self.collection.resolve(owner)?, charter)?;
        let form = CharterEdit::Form(self.form(&carried));
        Some(Edit::Charter(owner.clone(), form))
    }

    /// The same edit, and what comes of it.
    #[must_use]
    pub fn taken(&self, owner: &Owner) -> Option<(Edit, Toll)> {
        let charter = self.collection.charter(owner)?;
        let before = self.collection.resolve(owner)?;
        let carried = self.carried(&before, charter)?;
        let after = Charter {
            updated: charter.updated,
            form: self.form(&carried),
        };
        let seen = self.collection.resolve_as(owner, &after)?;
        let toll = Toll {
            otherwise: otherwise(self.collection, &before, &seen),
            own: carried.own.len(),
            dropped: carried.dropped.len(),
        };
        let form = CharterEdit::Form(after.form);
        Some((Edit::Charter(owner.clone(), form), toll))
    }

    fn carried(&self, seen: &Resolved, charter: &Charter) -> Option<Carried> {
        can_follow(charter).then(|| carry(&self.bridge, seen, charter.adaptations()))
    }

    fn form(&self, carried: &Carried) -> Form {
        Form::Following(Following {
            model: self.model.clone(),
            adaptations: carried.adaptations.clone(),
        })
    }
}
