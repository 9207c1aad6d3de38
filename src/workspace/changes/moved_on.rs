//! What is decided about adaptations whose originals have changed since.

use super::order::without;
use crate::model::{Adaptation, Charter, CharterEdit, Collection, Edit, Owner, Replaceable};
use crate::workspace::history::{Change, Deed, Place};
use crate::workspace::moved_on::{MovedOn, Versions};

/// Lets what was adapted follow the model again where that has changed; all of `moved` is of one
/// charter. What is adapted in languages in which the model says what it said stays.
#[must_use]
pub fn take_the_models(collection: &Collection, moved: &[&MovedOn]) -> Option<Change> {
    decide(collection, Deed::BackToModel, moved, |charter| {
        let mut edits = Vec::new();
        let mut whole = Vec::new();
        for moved in moved {
            match in_part(collection, charter, moved) {
                // These leave every other adaptation where it stands.
                Some(part) => edits.extend(part),
                None => whole.push(*moved),
            }
        }
        edits.extend(dropping(charter, &whole));
        edits
    })
}

/// The edits that keep what is adapted in languages in which the model has not changed; nothing
/// where it is in none.
fn in_part(
    collection: &Collection,
    charter: &Charter,
    moved: &MovedOn,
) -> Option<[CharterEdit; 2]> {
    let versions = moved.versions(collection)?;
    let taken = made_of(collection, versions.taken()?, &versions);
    let restated = moved.adaptation.restated(versions.now, taken)?;
    Some(in_place(moved.place(charter)?, restated))
}

/// The edits that drop what was adapted.
fn dropping(charter: &Charter, moved: &[&MovedOn]) -> Vec<CharterEdit> {
    without(charter, |it| {
        moved.iter().any(|moved| moved.adaptation.replaces_what(it))
    })
}

/// Keeps what was adapted, as said in knowledge of what the model says now; all of `moved` is of
/// one charter.
#[must_use]
pub fn keep_adapted(collection: &Collection, moved: &[&MovedOn]) -> Option<Change> {
    decide(collection, Deed::KeepAdapted, moved, |charter| {
        let kept = moved.iter().filter_map(|moved| {
            let versions = moved.versions(collection)?;
            let kept = moved.adaptation.restated(versions.now, versions.here)?;
            Some(in_place(moved.place(charter)?, kept))
        });
        kept.flatten().collect()
    })
}

/// Puts what the model and this charter say together in the place of what was adapted. Where that
/// is what the model says, there is nothing left to adapt.
#[must_use]
pub fn put_together(
    collection: &Collection,
    moved: &MovedOn,
    together: Replaceable,
) -> Option<Change> {
    let versions = moved.versions(collection)?;
    let together = made_of(collection, together, &versions);
    if together == versions.now {
        return decide(collection, Deed::BackToModel, &[moved], |charter| {
            dropping(charter, &[moved])
        });
    }
    let restated = moved.adaptation.restated(versions.now, together)?;
    decide(collection, Deed::MergeTexts, &[moved], |charter| {
        let at = moved.place(charter);
        at.map_or_else(Vec::new, |at| in_place(at, restated).into())
    })
}

/// What was put together, with translations that say what they were made from where they stand as
/// the model or this charter has them.
fn made_of(collection: &Collection, together: Replaceable, versions: &Versions) -> Replaceable {
    let texts = (together.text(), versions.now.text(), versions.here.text());
    let (Some(text), Some(now), Some(here)) = texts else {
        return together;
    };
    let text = text.made_of(&collection.first_language(), [now, here]);
    together.with_text(text)
}

/// The edits that put an adaptation in the place of another.
fn in_place(at: usize, adaptation: Adaptation) -> [CharterEdit; 2] {
    [
        CharterEdit::Unadapt { at },
        CharterEdit::Adapt { at, adaptation },
    ]
}

/// A change of the charter that adapts, told at the first of what it is about.
fn decide(
    collection: &Collection,
    deed: Deed,
    moved: &[&MovedOn],
    edits: impl FnOnce(&Charter) -> Vec<CharterEdit>,
) -> Option<Change> {
    let first = moved.first()?;
    let owner: &Owner = &first.owner;
    let edits = edits(collection.charter(owner)?).into_iter();
    let edits: Vec<Edit> = edits
        .map(|edit| Edit::Charter(owner.clone(), edit))
        .collect();
    (!edits.is_empty()).then(|| Change {
        deed,
        place: Place {
            owner: owner.clone(),
            element: first.element(),
        },
        edits,
    })
}
