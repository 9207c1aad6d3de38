//! What follows something that is taken away or moved: the adaptations that spoke of it.

use super::Direction;
use crate::model::Place as AmongLikes;
use crate::model::{Adaptation, Charter, CharterEdit, Element, SectionId};

/// Among adaptations: beyond the end is the end.
pub(super) const LAST: usize = usize::MAX;

/// The edits that drop adaptations, from the last to the first.
pub(super) fn without(
    charter: &Charter,
    unwanted: impl Fn(&Adaptation) -> bool,
) -> Vec<CharterEdit> {
    let adaptations = charter.adaptations().iter().enumerate().rev();
    adaptations
        .filter(|(_, adaptation)| unwanted(adaptation))
        .map(|(at, _)| CharterEdit::Unadapt { at })
        .collect()
}

/// The edits that drop what a charter added, with all that is about it. What the charter put right
/// below it goes where it stood.
pub(super) fn without_addition(
    charter: &Charter,
    added: &Element,
    unwanted: impl Fn(&Adaptation) -> bool,
) -> Vec<CharterEdit> {
    let mut edits = Vec::new();
    for (at, adaptation) in charter.adaptations().iter().enumerate().rev() {
        if unwanted(adaptation) {
            edits.push(CharterEdit::Unadapt { at });
        } else if let Some(adaptation) = in_place_of(charter, added, adaptation) {
            edits.push(CharterEdit::Unadapt { at });
            edits.push(CharterEdit::Adapt { at, adaptation });
        }
    }
    edits
}

/// An adaptation that puts something right below an addition, as it puts it where that stands.
pub(super) fn in_place_of(
    charter: &Charter,
    added: &Element,
    below: &Adaptation,
) -> Option<Adaptation> {
    let placed = charter.adaptations().iter().rev();
    let mut lifted = below.clone();
    match (&mut lifted, added, below.element()) {
        (
            Adaptation::AddSection { place, .. } | Adaptation::MoveSection { place, .. },
            Element::Section(added),
            Element::Section(own),
        ) if *place == AmongLikes::After(added.clone()) => {
            let mut places = placed.filter_map(|it| match it {
                Adaptation::AddSection { section, place } if section.id == *added => Some(place),
                Adaptation::MoveSection { section, place } if section == added => Some(place),
                _ => None,
            });
            *place = places
                .find(|it| **it != AmongLikes::After(own.clone()))?
                .clone();
        }
        (
            Adaptation::AddRow { place, .. } | Adaptation::MoveRow { place, .. },
            Element::Row(added),
            Element::Row(own),
        ) if own.section == added.section && *place == AmongLikes::After(added.row.clone()) => {
            let mut places = placed.filter_map(|it| match it {
                Adaptation::AddRow {
                    section,
                    row,
                    place,
                } if *section == added.section && row.id == added.row => Some(place),
                Adaptation::MoveRow {
                    section,
                    row,
                    place,
                } if *section == added.section && *row == added.row => Some(place),
                _ => None,
            });
            *place = places
                .find(|it| **it != AmongLikes::After(own.row.clone()))?
                .clone();
        }
        _ => return None,
    }
    Some(lifted)
}

/// The edits that drop what is about a section. What the charter put right below it goes to `place`.
pub(super) fn lifted(
    charter: &Charter,
    section: &SectionId,
    place: &AmongLikes<SectionId>,
    unwanted: impl Fn(&Adaptation) -> bool,
) -> Vec<CharterEdit> {
    let mut edits = Vec::new();
    for (at, adaptation) in charter.adaptations().iter().enumerate().rev() {
        if unwanted(adaptation) {
            edits.push(CharterEdit::Unadapt { at });
        } else if place_of(adaptation) == Some(&AmongLikes::After(section.clone())) {
            let mut adaptation = adaptation.clone();
            if let Adaptation::AddSection { place: below, .. }
            | Adaptation::MoveSection { place: below, .. } = &mut adaptation
            {
                below.clone_from(place);
            }
            edits.push(CharterEdit::Unadapt { at });
            edits.push(CharterEdit::Adapt { at, adaptation });
        }
    }
    edits
}

/// The edits that drop the moves of a section, from the last to the first, but for those that
/// something else was put below: without them that would move too.
pub(super) fn without_moves(charter: &Charter, id: &SectionId) -> Vec<CharterEdit> {
    let below = AmongLikes::After(id.clone());
    charter
        .adaptations()
        .iter()
        .enumerate()
        .rev()
        .take_while(|(_, it)| place_of(it) != Some(&below))
        .filter(|(_, it)| matches!(it, Adaptation::MoveSection { section, .. } if section == id))
        .map(|(at, _)| CharterEdit::Unadapt { at })
        .collect()
}

/// Where an adaptation puts a section.
fn place_of(adaptation: &Adaptation) -> Option<&AmongLikes<SectionId>> {
    match adaptation {
        Adaptation::AddSection { place, .. } | Adaptation::MoveSection { place, .. } => Some(place),
        _ => None,
    }
}

/// Where something goes when it moves by one: its position, and its place among its likes.
pub(super) fn target<Id: Clone + PartialEq>(
    ids: &[&Id],
    id: &Id,
    direction: Direction,
) -> Option<(usize, AmongLikes<Id>)> {
    let from = ids.iter().position(|it| *it == id)?;
    match direction {
        Direction::Up => {
            let to = from.checked_sub(1)?;
            let before = to.checked_sub(1).and_then(|at| ids.get(at));
            let place = before.map_or(AmongLikes::First, |id| AmongLikes::After((*id).clone()));
            Some((to, place))
        }
        Direction::Down => {
            let next = ids.get(from + 1)?;
            Some((from + 1, AmongLikes::After((*next).clone())))
        }
    }
}
