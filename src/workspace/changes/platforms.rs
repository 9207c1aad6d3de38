//! Changes of platforms and of their properties.

use std::sync::Arc;

use crate::model::{
    Charter, CharterEdit, Collection, Edit, Element, FieldId, Language, ListEdit, ModelId, Owner,
    Platform, PlatformEdit, PlatformId, Text, TextEdit,
};
use crate::workspace::history::{Change, Deed, Place};

/// Adds a platform of a name and an address. It follows the first model, if there is one.
#[must_use]
pub fn add_platform(collection: &Collection, name: &str, url: &str) -> (PlatformId, Change) {
    let charter = match collection.models.at(0) {
        Some(model) => Charter::following(model.id.clone()),
        None => Charter::default(),
    };
    let id = PlatformId::made_from(name, |id| collection.platforms.contains(id));
    let platform = Arc::new(Platform::new(id.clone(), name, url, charter));
    let insert = ListEdit::Insert {
        at: collection.platforms.len(),
        item: platform,
    };
    let change = Change {
        deed: Deed::AddPlatform,
        place: Place {
            owner: Owner::Platform(id.clone()),
            element: Element::Title,
        },
        edits: vec![Edit::Platforms(insert)],
    };
    (id, change)
}

/// Takes a platform out.
#[must_use]
pub fn remove_platform(id: &PlatformId) -> Change {
    Change {
        deed: Deed::RemovePlatform,
        place: Place {
            owner: Owner::Platform(id.clone()),
            element: Element::Title,
        },
        edits: vec![Edit::Platforms(ListEdit::Remove(id.clone()))],
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
    let before = platform.fields.get(field);
    let first = collection.first_language();
    let after = before.map_or_else(
        || Text::same(words),
        |text| text.translated(&first, language, words),
    );
    let edit = PlatformEdit::Field {
        field: field.clone(),
        value: (!after.is_empty()).then_some(after),
        at: None,
    };
    set_property(&platform.id, edit)
}

/// Names a model in a language.
#[must_use]
pub fn name_model(id: &ModelId, name: Text) -> Change {
    let edit = Edit::ModelName(id.clone(), TextEdit::Set(name));
    properties(Owner::Model(id.clone()), edit)
}

/// Dates a charter.
#[must_use]
pub fn set_updated(owner: &Owner, updated: Option<jiff::civil::Date>) -> Change {
    let edit = Edit::Charter(owner.clone(), CharterEdit::Updated(updated));
    properties(owner.clone(), edit)
}

fn properties(owner: Owner, edit: Edit) -> Change {
    Change {
        deed: Deed::Properties,
        place: Place {
            owner,
            element: Element::Title,
        },
        edits: vec![edit],
    }
}
