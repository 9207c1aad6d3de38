//! Changes of the list of models and platforms, and of a platform's properties.

use std::sync::Arc;

use super::Direction;
use crate::model::{
    Charter, CharterEdit, Collection, Edit, Element, FieldId, Language, ListEdit, ModelId, Owner,
    Platform, PlatformEdit, PlatformId, Text, TextEdit, host,
};
use crate::workspace::history::{Change, Deed, Place};

/// Adds a platform of a name and an address. It follows the first model, if there is one.
#[must_use]
pub fn add_platform(collection: &Collection, name: &str, url: &str) -> (PlatformId, Change) {
    let first = collection.models.at(0).map(|model| &model.id);
    add_platform_following(collection, name, url, first)
}

/// Adds a platform of a name and an address, which follows a model or has a charter of its own.
/// Without a name, it has that of its host.
#[must_use]
pub fn add_platform_following(
    collection: &Collection,
    name: &str,
    url: &str,
    model: Option<&ModelId>,
) -> (PlatformId, Change) {
    let charter = model.map_or_else(Charter::default, |id| Charter::following(id.clone()));
    let name = platform_name(name, url);
    let id = platform_id(collection, &name);
    let platform = Arc::new(Platform::new(id.clone(), &name, url, charter));
    let edit = Edit::Platforms(ListEdit::Insert {
        at: collection.platforms.len(),
        item: platform,
    });
    let owner = Owner::Platform(id.clone());
    (id, change_of(Deed::AddPlatform, owner, vec![edit]))
}

/// What a platform is called: by its own name or, without one, by the host of its address.
#[must_use]
pub fn platform_name(name: &str, url: &str) -> String {
    match name.trim() {
        "" => host(url).unwrap_or_default(),
        name => name.to_owned(),
    }
}

/// The id that a platform of that name gets.
#[must_use]
pub fn platform_id(collection: &Collection, name: &str) -> PlatformId {
    PlatformId::made_from(name, |id| collection.platforms.contains(id))
}

/// Takes a platform out.
#[must_use]
pub fn remove_platform(id: &PlatformId) -> Change {
    let edit = Edit::Platforms(ListEdit::Remove(id.clone()));
    let owner = Owner::Platform(id.clone());
    change_of(Deed::RemovePlatform, owner, vec![edit])
}

/// Adds a copy of a model or a platform right below it. `name` makes the copy's name, in a
/// language where the name is one by language.
#[must_use]
pub fn duplicate(
    collection: &Collection,
    owner: &Owner,
    name: impl Fn(Option<&Language>, &str) -> String,
) -> Option<(Owner, Change)> {
    let copy_of = |text: &Text, id: &str| match text {
        Text::ByLanguage(texts) if !text.is_empty() => Text::ByLanguage(
            texts
                .iter()
                .map(|(language, words)| {
                    let words = match words.trim() {
                        "" => String::new(),
                        words => name(Some(language), words),
                    };
                    (language.clone(), words.into())
                })
                .collect(),
        ),
        Text::Same(words) if !words.trim().is_empty() => Text::same(&name(None, words)),
        Text::Same(_) | Text::ByLanguage(_) => Text::same(&name(None, id)),
    };
    let first = collection.first_language();
    let (copy, edit) = match owner {
        Owner::Platform(id) => {
            let mut platform = Platform::clone(collection.platforms.get(id)?);
            platform.name = copy_of(&platform.name, id.as_str());
            platform.id = platform_id(collection, platform.name.said(&first, &first).text);
            let insert = ListEdit::Insert {
                at: collection.platforms.position(id)? + 1,
                item: Arc::new(platform.clone()),
            };
            (Owner::Platform(platform.id), Edit::Platforms(insert))
        }
        Owner::Model(id) => {
            let mut model = crate::model::Model::clone(collection.models.get(id)?);
            model.name = copy_of(&model.name, id.as_str());
            model.id = super::models::model_id(collection, model.name.said(&first, &first).text);
            let insert = ListEdit::Insert {
                at: collection.models.position(id)? + 1,
                item: Arc::new(model.clone()),
            };
            (Owner::Model(model.id), Edit::Models(insert))
        }
    };
    let change = change_of(Deed::Duplicate, copy.clone(), vec![edit]);
    Some((copy, change))
}

/// Names a model or a platform in a language.
#[must_use]
pub fn rename(
    collection: &Collection,
    owner: &Owner,
    language: &Language,
    words: &str,
) -> Option<Change> {
    let edit = |name: &Text| TextEdit::Set(name.with(language, words));
    match owner {
        Owner::Platform(id) => {
            let edit = edit(&collection.platforms.get(id)?.name);
            Some(set_property(id, PlatformEdit::Name(edit)))
        }
        Owner::Model(id) => {
            let edit = edit(&collection.models.get(id)?.name);
            Some(properties(owner.clone(), Edit::ModelName(id.clone(), edit)))
        }
    }
}

/// Puts a model or a platform at another place of its list; nothing where it stands there.
#[must_use]
pub fn reorder(collection: &Collection, owner: &Owner, to: usize) -> Option<Change> {
    let (from, count) = position(collection, owner)?;
    let to = to.min(count - 1);
    if from == to {
        return None;
    }
    let edit = match owner {
        Owner::Model(id) => Edit::Models(ListEdit::Move { id: id.clone(), to }),
        Owner::Platform(id) => Edit::Platforms(ListEdit::Move { id: id.clone(), to }),
    };
    Some(change_of(Deed::Reorder, owner.clone(), vec![edit]))
}

/// Puts a model or a platform before the one above it, or after the one below.
#[must_use]
pub fn step(collection: &Collection, owner: &Owner, direction: Direction) -> Option<Change> {
    let (from, _) = position(collection, owner)?;
    let to = match direction {
        Direction::Up => from.checked_sub(1)?,
        Direction::Down => from + 1,
    };
    reorder(collection, owner, to)
}

/// Where a model or a platform stands in its list, and how long that is.
fn position(collection: &Collection, owner: &Owner) -> Option<(usize, usize)> {
    match owner {
        Owner::Model(id) => Some((collection.models.position(id)?, collection.models.len())),
        Owner::Platform(id) => Some((
            collection.platforms.position(id)?,
            collection.platforms.len(),
        )),
    }
}

/// Changes a property of a platform.
#[must_use]
pub fn set_property(id: &PlatformId, edit: PlatformEdit) -> Change {
    properties(
        Owner::Platform(id.clone()),
        Edit::Platform(id.clone(), edit),
    )
}

/// Makes a field say something on a platform, in a language; nothing at all clears it.
#[must_use]
pub fn set_field(
    collection: &Collection,
    platform: &Platform,
    field: &FieldId,
    language: &Language,
    words: &str,
) -> Change {
    let edit = PlatformEdit::Field {
        field: field.clone(),
        value: field_saying(collection, platform, field, Some(language), words),
        at: None,
    };
    set_property(&platform.id, edit)
}

/// What a field of a platform says with other words in a language, or in all; nothing where it says
/// nothing any more.
pub(super) fn field_saying(
    collection: &Collection,
    platform: &Platform,
    field: &FieldId,
    language: Option<&Language>,
    words: &str,
) -> Option<Text> {
    let before = platform.fields.get(field);
    let first = collection.first_language();
    let after = match (before, language) {
        // What says so already stays as it is, be it the same in every language.
        (Some(before), Some(language)) if before.written(language) == Some(words) => before.clone(),
        (Some(before), Some(language)) => before.translated(&first, language, words),
        _ => Text::same(words),
    };
    (!after.is_empty()).then_some(after)
}

/// Names a model in a language.
#[must_use]
pub fn name_model(id: &ModelId, name: Text) -> Change {
    let edit = Edit::ModelName(id.clone(), TextEdit::Set(name));
    properties(Owner::Model(id.clone()), edit)
}

/// Writes the note for colleagues of a model or a platform.
#[must_use]
pub fn set_note(owner: &Owner, note: String) -> Change {
    let edit = match owner {
        Owner::Model(id) => Edit::ModelNote(id.clone(), note),
        Owner::Platform(id) => Edit::Platform(id.clone(), PlatformEdit::Note(note)),
    };
    properties(owner.clone(), edit)
}

/// Dates a charter.
#[must_use]
pub fn set_updated(owner: &Owner, updated: Option<jiff::civil::Date>) -> Change {
    let edit = Edit::Charter(owner.clone(), CharterEdit::Updated(updated));
    properties(owner.clone(), edit)
}

fn properties(owner: Owner, edit: Edit) -> Change {
    change_of(Deed::Properties, owner, vec![edit])
}

/// A change that is about a charter as a whole.
pub(super) fn change_of(deed: Deed, owner: Owner, edits: Vec<Edit>) -> Change {
    Change {
        deed,
        place: Place {
            owner,
            element: Element::Title,
        },
        edits,
    }
}
