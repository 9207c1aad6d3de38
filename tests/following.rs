//! Models upon models: what several platforms share is lifted into one, a charter goes from one model
//! to another, and what was adapted is reviewed once the model has changed. Nothing that anyone
//! wrote is lost on the way.

mod support;

#[path = "following/lifting.rs"]
mod lifting;
#[path = "following/moved_on.rs"]
mod moved_on;
#[path = "following/moving.rs"]
mod moving;
#[path = "following/words.rs"]
mod words;

use chartrier::model::{Adaptation, Charter, Collection, Edit, Form, ListEdit, Owner};

/// A collection of which every charter can be resolved: adaptations that cannot are taken out.
fn sound(mut collection: Collection) -> Collection {
    let models: Vec<_> = collection.models.iter().cloned().collect();
    // Each may follow any that stands before it by name.
    let mut models = models;
    models.sort_by(|one, other| one.id.cmp(&other.id));
    for model in models {
        let owner = Owner::Model(model.id.clone());
        let charter = soundly(&collection, &owner, &model.charter);
        set(&mut collection, owner, charter.form);
    }
    let platforms: Vec<_> = collection.platforms.iter().cloned().collect();
    for platform in platforms {
        let owner = Owner::Platform(platform.id.clone());
        let charter = soundly(&collection, &owner, &platform.charter);
        set(&mut collection, owner, charter.form);
    }
    collection
}

fn set(collection: &mut Collection, owner: Owner, form: Form) {
    let edit = chartrier::model::CharterEdit::Form(form);
    collection
        .apply(Edit::Charter(owner, edit))
        .expect("the charter is there");
}

fn soundly(collection: &Collection, owner: &Owner, charter: &Charter) -> Charter {
    let mut sound = charter.clone();
    let Form::Following(following) = &mut sound.form else {
        return sound;
    };
    let wanted: Vec<Adaptation> = std::mem::take(&mut following.adaptations);
    for adaptation in wanted {
        let mut next = sound.clone();
        if let Form::Following(following) = &mut next.form {
            following.adaptations.push(adaptation);
        }
        let resolved = collection.resolve_as(owner, &next);
        if resolved.is_some_and(|it| it.findings.is_empty()) {
            sound = next;
        }
    }
    sound
}

/// The collection with only these platforms.
fn without_platforms(mut collection: Collection, keep: impl Fn(&str) -> bool) -> Collection {
    let gone: Vec<_> = collection
        .platforms
        .iter()
        .map(|it| it.id.clone())
        .filter(|id| !keep(id.as_str()))
        .collect();
    for id in gone {
        let edit = Edit::Platforms(ListEdit::Remove(id));
        collection.apply(edit).expect("it is there");
    }
    collection
}
