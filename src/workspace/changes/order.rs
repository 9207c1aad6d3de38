//! What follows something that is taken away or moved: the adaptations that spoke of it.

use super::Direction;
use crate::model::Place as AmongLikes;
use crate::model::{Adaptation, Charter, CharterEdit, ColumnId, Element, RowId, SectionId};

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
fn in_place_of(charter: &Charter, added: &Element, below: &Adaptation) -> Option<Adaptation> {
    let mut lifted = below.clone();
    match (&mut lifted, added, below.element()) {
        (
            Adaptation::AddSection { place, .. } | Adaptation::MoveSection { place, .. },
            Element::Section(added),
            Element::Section(own),
        ) => *place = place_instead(charter, place, added, &own, section_placed)?,
        (
            Adaptation::AddRow { place, .. } | Adaptation::MoveRow { place, .. },
            Element::Row(added),
            Element::Row(own),
        ) if own.section == added.section => {
            let placed = |it| row_placed(it, &added.section);
            *place = place_instead(charter, place, &added.row, &own.row, placed)?;
        }
        (
            Adaptation::AddColumn { place, .. } | Adaptation::MoveColumn { place, .. },
            Element::Column(added),
            Element::Column(own),
        ) if own.table == added.table => {
            let placed = |it| column_placed(it, added.table.as_ref());
            *place = place_instead(charter, place, &added.column, &own.column, placed)?;
        }
        _ => return None,
    }
    Some(lifted)
}

/// Where an addition stands, for something of the charter's own that is put right below it; nothing
/// where it is put elsewhere. `placed` tells what an adaptation puts where.
fn place_instead<'a, Id: Clone + PartialEq + 'a>(
    charter: &'a Charter,
    place: &AmongLikes<Id>,
    added: &Id,
    own: &Id,
    placed: impl Fn(&'a Adaptation) -> Option<(&'a Id, &'a AmongLikes<Id>)>,
) -> Option<AmongLikes<Id>> {
    if *place != AmongLikes::After(added.clone()) {
        return None;
    }
    // Each may have been put below the other, one after the other.
    let below_own = AmongLikes::After(own.clone());
    let placed = charter.adaptations().iter().rev().filter_map(placed);
    let mut places = placed.filter(|(id, place)| *id == added && **place != below_own);
    places.next().map(|(_, place)| place.clone())
}

/// The section that an adaptation puts somewhere, and where.
fn section_placed(adaptation: &Adaptation) -> Option<(&SectionId, &AmongLikes<SectionId>)> {
    match adaptation {
        Adaptation::AddSection { section, place } => Some((&section.id, place)),
        Adaptation::MoveSection { section, place } => Some((section, place)),
        _ => None,
    }
}

/// The row of a section's table that an adaptation puts somewhere, and where.
fn row_placed<'a>(
    adaptation: &'a Adaptation,
    of: &SectionId,
) -> Option<(&'a RowId, &'a AmongLikes<RowId>)> {
    match adaptation {
        Adaptation::AddRow {
            section,
            row,
            place,
        } if section == of => Some((&row.id, place)),
        Adaptation::MoveRow {
            section,
            row,
            place,
        } if section == of => Some((row, place)),
        _ => None,
    }
}

/// The column that an adaptation puts somewhere, and where.
fn column_placed<'a>(
    adaptation: &'a Adaptation,
    of: Option<&SectionId>,
) -> Option<(&'a ColumnId, &'a AmongLikes<ColumnId>)> {
    match adaptation {
        Adaptation::AddColumn {
            table,
            column,
            place,
        } if table.as_ref() == of => Some((&column.id, place)),
        Adaptation::MoveColumn {
            table,
            column,
            place,
        } if table.as_ref() == of => Some((column, place)),
        _ => None,
    }
}

/// The edits that drop what is about a section. What the charter put right below it goes to `place`.
pub(super) fn lifted(
    charter: &Charter,
    section: &SectionId,
    place: &AmongLikes<SectionId>,
    unwanted: impl Fn(&Adaptation) -> bool,
) -> Vec<CharterEdit> {
    let below = AmongLikes::After(section.clone());
    let mut edits = Vec::new();
    for (at, adaptation) in charter.adaptations().iter().enumerate().rev() {
        if unwanted(adaptation) {
            edits.push(CharterEdit::Unadapt { at });
        } else if is_put_at(adaptation, &below) {
            let mut adaptation = adaptation.clone();
            if let Adaptation::AddSection { place: put, .. }
            | Adaptation::MoveSection { place: put, .. } = &mut adaptation
            {
                put.clone_from(place);
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
        .take_while(|(_, it)| !is_put_at(it, &below))
        .filter(|(_, it)| matches!(it, Adaptation::MoveSection { section, .. } if section == id))
        .map(|(at, _)| CharterEdit::Unadapt { at })
        .collect()
}

/// Whether an adaptation puts a section at a place.
fn is_put_at(adaptation: &Adaptation, place: &AmongLikes<SectionId>) -> bool {
    section_placed(adaptation).is_some_and(|(_, put)| put == place)
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

/// The order of a list, as it is held and as it is shown: a follower's additions stand among what
/// is shown, and not in the list of its model.
pub(super) struct Order<Id> {
    pub held: Vec<Id>,
    pub shown: Vec<Id>,
}

impl<Id: Clone + PartialEq> Order<Id> {
    /// Adds something, and tells at which place of the held list.
    pub fn add(&mut self, id: &Id, place: &AmongLikes<Id>) -> usize {
        let at = self.held_place(place, None);
        self.held.insert(at, id.clone());
        let at_shown = match place {
            AmongLikes::First => 0,
            AmongLikes::Last => self.shown.len(),
            AmongLikes::After(before) => position(&self.shown, before).map_or(0, |at| at + 1),
        };
        self.shown.insert(at_shown, id.clone());
        at
    }

    /// Moves something, and tells at which place of the held list it stands then.
    pub fn relocate(&mut self, id: &Id, place: &AmongLikes<Id>) -> Option<usize> {
        let from = position(&self.held, id)?;
        let moved = self.held.remove(from);
        let to = self.held_place(place, Some(id));
        self.held.insert(to, moved);
        Some(to)
    }

    /// The place in the held list: right below the nearest that is held, going up from the one
    /// that it is to stand below.
    fn held_place(&self, place: &AmongLikes<Id>, but: Option<&Id>) -> usize {
        let below = match place {
            AmongLikes::First => return 0,
            AmongLikes::Last => return self.held.len(),
            AmongLikes::After(below) => below,
        };
        if let Some(at) = position(&self.held, below) {
            return at + 1;
        }
        let Some(shown) = position(&self.shown, below) else {
            return self.held.len();
        };
        self.shown
            .iter()
            .take(shown)
            .rev()
            .filter(|id| Some(*id) != but)
            .find_map(|id| position(&self.held, id))
            .map_or(0, |at| at + 1)
    }
}

fn position<Id: PartialEq>(ids: &[Id], id: &Id) -> Option<usize> {
    ids.iter().position(|it| it == id)
}
