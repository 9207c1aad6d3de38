//! Another collection's platforms, taken into this one with the models that they follow.
//!
//! Nothing of this collection changes but that something is added to it. What both have and what
//! is the same stays one; what only has the same id gets another.

use std::collections::HashMap;
use std::sync::Arc;

use crate::model::{
    Charter, Collection, Edit, Field, Form, ListEdit, Model, ModelId, Platform, PlatformId, Text,
};

/// What came of taking a collection in.
#[derive(Debug, Default)]
pub struct Merged {
    pub edits: Vec<Edit>,
    /// The platforms that are new, by the ids that they have here.
    pub added: Vec<PlatformId>,
    /// Those that are here already, as they are there.
    pub same: Vec<PlatformId>,
}

/// The edits that take the platforms of a collection into another.
#[must_use]
pub fn merge(into: &Collection, from: &Collection) -> Merged {
    let mut merged = Merged::default();
    let missing = definitions(into, from, &mut merged.edits);
    let names = models(into, from, &mut merged.edits);
    let mut taken: Vec<PlatformId> = Vec::new();
    for platform in &from.platforms {
        let mut platform = Platform::clone(platform);
        platform.charter = renamed(&platform.charter, &names);
        if platform.languages.is_empty() && into.languages != from.languages {
            platform.languages.clone_from(&from.languages);
        }
        for (field, default) in &missing {
            if !platform.fields.contains_key(&field.id) {
                platform.fields.insert(field.id.clone(), default.clone());
            }
        }
        let own = into.platforms.get(&platform.id);
        if own.is_some_and(|own| **own == platform) {
            merged.same.push(platform.id);
            continue;
        }
        platform.id = PlatformId::made_from(platform.id.as_str(), |id| {
            into.platforms.contains(id) || taken.contains(id)
        });
        taken.push(platform.id.clone());
        merged.added.push(platform.id.clone());
        merged.edits.push(Edit::Platforms(ListEdit::Insert {
            at: into.platforms.len() + taken.len() - 1,
            item: Arc::new(platform),
        }));
    }
    merged
}

/// Takes over the fields and facts that this collection does not define. What comes back are the
/// fields that both define with another default each, with the other's: its platforms keep saying
/// what they said.
fn definitions<'f>(
    into: &Collection,
    from: &'f Collection,
    edits: &mut Vec<Edit>,
) -> Vec<(&'f Field, Text)> {
    let mut others = Vec::new();
    let mut at = into.fields.len();
    for field in &from.fields {
        match into.fields.get(&field.id) {
            None => {
                let item = Arc::clone(field);
                edits.push(Edit::Fields(ListEdit::Insert { at, item }));
                at += 1;
            }
            Some(own) if own.default != field.default && !field.default.is_empty() => {
                others.push((field.as_ref(), field.default.clone()));
            }
            Some(_) => {}
        }
    }
    let missing = from
        .facts
        .iter()
        .filter(|fact| !into.facts.contains(&fact.id));
    for (added, fact) in missing.enumerate() {
        let item = Arc::clone(fact);
        let at = into.facts.len() + added;
        edits.push(Edit::Facts(ListEdit::Insert { at, item }));
    }
    others
}

/// Takes over the models that this collection does not have, and tells what each is called here.
fn models(
    into: &Collection,
    from: &Collection,
    edits: &mut Vec<Edit>,
) -> HashMap<ModelId, ModelId> {
    let mut names: HashMap<ModelId, ModelId> = HashMap::new();
    let mut added: Vec<ModelId> = Vec::new();
    // A model stands after those that it follows, wherever it stood.
    let mut left: Vec<&Arc<Model>> = from.models.iter().collect();
    while !left.is_empty() {
        let is_ready = |model: &&Arc<Model>| {
            let follows = model.charter.follows();
            follows.is_none_or(|id| names.contains_key(id) || !from.models.contains(id))
        };
        let Some(at) = left.iter().position(is_ready) else {
            break;
        };
        let source = left.remove(at);
        let mut model = Model::clone(source);
        model.charter = renamed(&model.charter, &names);
        let same = into
            .models
            .get(&model.id)
            .filter(|own| own.charter == model.charter && own.name == model.name);
        if same.is_none() {
            model.id = ModelId::made_from(model.id.as_str(), |id| {
                into.models.contains(id) || added.contains(id)
            });
            added.push(model.id.clone());
            edits.push(Edit::Models(ListEdit::Insert {
                at: into.models.len() + added.len() - 1,
                item: Arc::new(model.clone()),
            }));
        }
        names.insert(source.id.clone(), model.id);
    }
    names
}

/// A charter that follows the model by the name that it has here.
fn renamed(charter: &Charter, names: &HashMap<ModelId, ModelId>) -> Charter {
    let mut charter = charter.clone();
    if let Form::Following(following) = &mut charter.form
        && let Some(name) = names.get(&following.model)
    {
        following.model = name.clone();
    }
    charter
}
