//! Changes of models and of who follows them. None of them leaves a charter without the model
//! that it follows.

use std::sync::Arc;

use rayon::iter::{IntoParallelRefIterator as _, ParallelIterator as _};

use super::platforms::change_of;
use crate::model::{Charter, Collection, Edit, Language, ListEdit, Model, ModelId, Owner, Text};
use crate::workspace::history::{Change, Deed};
use crate::workspace::moving::{Way, moving};

/// What a new model begins with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Beginning {
    Empty,
    /// What another model says now; the two then go their own ways.
    CopyOf(ModelId),
    /// What another model says, for what is not adapted: a family of it.
    Following(ModelId),
}

/// Adds a model at the end of the list.
#[must_use]
pub fn add_model(
    collection: &Collection,
    name: &str,
    beginning: &Beginning,
) -> Option<(ModelId, Change)> {
    let charter = match beginning {
        Beginning::Empty => Charter::default(),
        Beginning::CopyOf(id) => collection.models.get(id)?.charter.clone(),
        Beginning::Following(id) if collection.models.contains(id) => {
            Charter::following(id.clone())
        }
        Beginning::Following(_) => return None,
    };
    let id = model_id(collection, name);
    let model = Model {
        id: id.clone(),
        name: Text::same(name.trim()),
        charter,
        note: String::new(),
    };
    let insert = ListEdit::Insert {
        at: collection.models.len(),
        item: Arc::new(model),
    };
    let owner = Owner::Model(id.clone());
    let change = change_of(Deed::AddModel, owner, vec![Edit::Models(insert)]);
    Some((id, change))
}

/// The id that a model of that name gets.
#[must_use]
pub fn model_id(collection: &Collection, name: &str) -> ModelId {
    ModelId::made_from(name, |id| collection.models.contains(id))
}

/// Those that follow a model themselves, models first.
#[must_use]
pub fn followers(collection: &Collection, model: &ModelId) -> Vec<Owner> {
    let follow = |charter: &Charter| charter.follows() == Some(model);
    let models = collection.models.iter().filter(|it| follow(&it.charter));
    let platforms = collection.platforms.iter().filter(|it| follow(&it.charter));
    models
        .map(|it| Owner::Model(it.id.clone()))
        .chain(platforms.map(|it| Owner::Platform(it.id.clone())))
        .collect()
}

/// The models that a charter may follow: for a model, neither itself nor those that follow it by
/// however many between.
#[must_use]
pub fn possible_models(collection: &Collection, owner: &Owner) -> Vec<ModelId> {
    let may = |model: &Model| match owner {
        Owner::Platform(_) => true,
        Owner::Model(id) => {
            let mut above = collection.followed(&model.charter);
            model.id != *id && above.all(|above| above.id != *id)
        }
    };
    let models = collection.models.iter().filter(|model| may(model));
    models.map(|model| model.id.clone()).collect()
}

/// Takes a model out. Those that follow it then follow `instead`; without that, a model that is
/// followed stays.
#[must_use]
pub fn remove_model(
    collection: &Collection,
    id: &ModelId,
    instead: Option<&ModelId>,
) -> Option<Change> {
    let owner = Owner::Model(id.clone());
    let possible = possible_models(collection, &owner);
    let instead = instead.filter(|it| possible.contains(it));
    let mut edits: Vec<Edit> = Vec::new();
    let followers = followers(collection, id);
    if !followers.is_empty() {
        let way = Way::new(collection, Some(id), instead?)?;
        let moved = followers.par_iter().map(|follower| way.edit(follower));
        edits = moved.collect::<Option<_>>()?;
    }
    edits.push(Edit::Models(ListEdit::Remove(id.clone())));
    Some(change_of(Deed::RemoveModel, owner, edits))
}

/// Makes a charter follow another model; what it wrote goes along.
#[must_use]
pub fn follow(collection: &Collection, owner: &Owner, model: &ModelId) -> Option<Change> {
    moving(collection, owner, model).map(|moving| moving.change)
}

/// The language in which a name is shown to a reader of another.
#[must_use]
pub fn language_of_name(collection: &Collection, name: &Text, reader: &Language) -> Language {
    let first = collection.first_language();
    match name {
        Text::Same(_) => reader.clone(),
        Text::ByLanguage(_) if name.is_empty() => first,
        Text::ByLanguage(_) => {
            let instead = name.said(reader, &first).instead;
            instead.unwrap_or(reader).clone()
        }
    }
}
