//! Changes of sections: adding, removing, hiding, moving them, their levels and conditions, and
//! their tables.

use std::sync::Arc;

use super::order::{LAST, lifted, target, without_addition, without_moves};
use super::rows::empty_row;
use super::{Charters, Direction, Scope};
use crate::model::Place as AmongLikes;
use crate::model::{
    Adaptation, CharterEdit, Column, CookieTable, Edit, Element, FactId, Form, Level, List,
    ListEdit, Owner, RowId, Section, SectionEdit, SectionId, Standing,
};
use crate::workspace::history::{Change, Deed};

impl Charters<'_> {
    /// Adds an empty section below another, or at the end.
    #[must_use]
    pub fn add_section(&self, after: Option<&SectionId>) -> Change {
        let id = SectionId::made_from("section", |id| self.section_is_taken(id));
        let level = after
            .and_then(|id| self.resolved.section(id))
            .map(|section| section.level.value)
            .unwrap_or_default();
        let section = Section {
            level,
            ..Section::empty(id.clone())
        };
        let edit = self.insertion(section, after);
        self.here(Deed::AddSection, &Element::Heading(id), edit)
    }

    /// Adds an empty section below another where that is held, for all that show it.
    #[must_use]
    pub fn add_section_everywhere(&self, after: &SectionId) -> Option<Change> {
        let holder = &self.resolved.section(after)?.origin.holder;
        self.asked_of(holder, |there| Some(there.add_section(Some(after))))
    }

    /// The edit that puts a section of this charter's own below another, or at the end.
    pub(super) fn insertion(&self, section: Section, after: Option<&SectionId>) -> CharterEdit {
        let section = Arc::new(section);
        match self.own().map(|charter| &charter.form) {
            Some(Form::Following(_)) => {
                let place = after.map_or(AmongLikes::Last, |id| AmongLikes::After(id.clone()));
                CharterEdit::Adapt {
                    at: LAST,
                    adaptation: Adaptation::AddSection { section, place },
                }
            }
            _ => {
                let sections = &self.resolved.sections;
                let at = after
                    .and_then(|after| sections.iter().position(|it| it.id == *after))
                    .map_or(sections.len(), |position| position + 1);
                CharterEdit::Sections(ListEdit::Insert { at, item: section })
            }
        }
    }

    /// Whether a section of this charter, or of one that may follow it, has an id.
    pub(super) fn section_is_taken(&self, id: &SectionId) -> bool {
        self.resolved.section(id).is_some() || self.is_added(&Element::Section(id.clone()))
    }

    /// A change asked for where something is held. It happens where the person looks.
    fn asked_of(
        &self,
        holder: &Owner,
        ask: impl FnOnce(&Charters<'_>) -> Option<Change>,
    ) -> Option<Change> {
        if holder == self.owner() {
            return ask(self);
        }
        let resolved = self.collection.resolve(holder)?;
        let there = Charters {
            collection: self.collection,
            resolved: &resolved,
        };
        let change = ask(&there)?;
        Some(Change {
            place: self.place(&change.place.element),
            ..change
        })
    }

    /// Whether a section is another charter's, that this one follows.
    #[must_use]
    pub fn inherits_section(&self, id: &SectionId) -> bool {
        self.resolved.section(id).is_some_and(|section| {
            matches!(
                self.resolved.standing(&section.origin),
                Standing::Inherited { .. }
            )
        })
    }

    /// Takes an own section out, or hides an inherited one here.
    #[must_use]
    pub fn remove_section(&self, id: &SectionId) -> Option<Change> {
        if self.inherits_section(id) {
            return self.hide_section(id);
        }
        self.resolved.section(id)?;
        let edits = self.of_own(self.removal(id)?);
        Some(self.change(Deed::RemoveSection, &Element::Section(id.clone()), edits))
    }

    /// The edits that take an own section out, with all that is about it.
    pub(super) fn removal(&self, id: &SectionId) -> Option<Vec<CharterEdit>> {
        let charter = self.own()?;
        Some(match &charter.form {
            Form::Complete(_) => vec![CharterEdit::Sections(ListEdit::Remove(id.clone()))],
            Form::Following(_) => without_addition(charter, &Element::Section(id.clone()), |it| {
                it.element().section() == Some(id)
            }),
        })
    }

    /// Takes a section out where it is held, for all that show it, with what is adapted of it here.
    #[must_use]
    pub fn remove_section_everywhere(&self, id: &SectionId) -> Option<Change> {
        let section = self.resolved.section(id)?;
        let above = self.above(id);
        let gone = self.own().map_or_else(Vec::new, |charter| {
            lifted(charter, id, &above, |it| it.element().section() == Some(id))
        });
        let change = self.asked_of(&section.origin.holder, |there| there.remove_section(id))?;
        if !self.inherits_section(id) {
            return Some(change);
        }
        let edits = self.of_own(gone).into_iter().chain(change.edits).collect();
        Some(Change { edits, ..change })
    }

    /// The place of a section, told by the one above it.
    fn above(&self, id: &SectionId) -> AmongLikes<SectionId> {
        let sections = &self.resolved.sections;
        let at = sections.iter().position(|it| it.id == *id).unwrap_or(0);
        match at.checked_sub(1).and_then(|at| sections.get(at)) {
            Some(above) => AmongLikes::After(above.id.clone()),
            None => AmongLikes::First,
        }
    }

    /// Hides an inherited section here.
    #[must_use]
    pub fn hide_section(&self, id: &SectionId) -> Option<Change> {
        if self.resolved.section(id)?.hidden.is_some() || !self.inherits_section(id) {
            return None;
        }
        let adaptation = Adaptation::HideSection {
            section: id.clone(),
        };
        Some(self.adapt(Deed::Hide, &Element::Section(id.clone()), adaptation))
    }

    /// Shows a section again that this charter hides.
    #[must_use]
    pub fn show_section(&self, id: &SectionId) -> Option<Change> {
        let hides =
            |it: &Adaptation| matches!(it, Adaptation::HideSection { section } if section == id);
        let element = Element::Section(id.clone());
        Some(self.change(
            Deed::Show,
            &element,
            self.of_own(self.without_adaptations(hides)),
        ))
    }

    /// Moves a section by one, among all that stand in the outline.
    #[must_use]
    pub fn move_section(&self, id: &SectionId, direction: Direction) -> Option<Change> {
        self.move_section_to(id, &self.next_place(id, direction)?, Scope::Here)
    }

    /// Where a section goes when it moves by one.
    #[must_use]
    pub fn next_place(
        &self,
        id: &SectionId,
        direction: Direction,
    ) -> Option<AmongLikes<SectionId>> {
        let ids: Vec<&SectionId> = self.resolved.sections.iter().map(|it| &it.id).collect();
        Some(target(&ids, id, direction)?.1)
    }

    /// Moves a section to any place in the outline; nothing where it stands there already.
    ///
    /// Everywhere, it moves where its place is held: below the nearest section above that place
    /// which that charter has too.
    #[must_use]
    pub fn move_section_to(
        &self,
        id: &SectionId,
        place: &AmongLikes<SectionId>,
        scope: Scope,
    ) -> Option<Change> {
        let element = Element::Section(id.clone());
        let charter = self.own()?;
        let model = charter.follows().filter(|_| self.inherits_section(id));
        let edits = match (&charter.form, model, scope) {
            (Form::Following(_), Some(model), Scope::Everywhere) => {
                let beneath = self.collection.resolve(&Owner::Model(model.clone()))?;
                let section = beneath.section(id)?;
                let holder = section.moved.as_ref().unwrap_or(&section.origin.holder);
                let there = self.collection.resolve(holder)?;
                let place = self.nearest_place(id, place, |it| there.section(it).is_some());
                let there = Charters {
                    collection: self.collection,
                    resolved: &there,
                };
                let moved = there.move_section_to(id, &place, Scope::Here);
                let mut edits = self.of_own(without_moves(charter, id));
                edits.extend(moved.into_iter().flat_map(|change| change.edits));
                edits
            }
            (Form::Complete(_), ..) => {
                let to = self.position_at(id, place)?;
                self.of_own(vec![CharterEdit::Sections(ListEdit::Move {
                    id: id.clone(),
                    to,
                })])
            }
            (Form::Following(_), ..) => {
                self.position_at(id, place)?;
                let mut edits = without_moves(charter, id);
                edits.push(CharterEdit::Adapt {
                    at: LAST,
                    adaptation: Adaptation::MoveSection {
                        section: id.clone(),
                        place: place.clone(),
                    },
                });
                self.of_own(edits)
            }
        };
        (!edits.is_empty()).then(|| self.change(Deed::MoveSection, &element, edits))
    }

    /// The position that a section takes at a place, if it is another than its own.
    fn position_at(&self, id: &SectionId, place: &AmongLikes<SectionId>) -> Option<usize> {
        let ids = || self.resolved.sections.iter().map(|it| &it.id);
        let from = ids().position(|it| it == id)?;
        let mut others = ids().filter(|it| *it != id);
        let to = match place {
            AmongLikes::First => 0,
            AmongLikes::Last => others.count(),
            AmongLikes::After(above) => others.position(|it| it == above)? + 1,
        };
        (to != from).then_some(to)
    }

    /// A place told by the nearest section above it that another charter has.
    fn nearest_place(
        &self,
        id: &SectionId,
        place: &AmongLikes<SectionId>,
        is_there: impl Fn(&SectionId) -> bool,
    ) -> AmongLikes<SectionId> {
        let AmongLikes::After(above) = place else {
            return place.clone();
        };
        let ids = self.resolved.sections.iter().map(|it| &it.id);
        let upwards = ids.rev().skip_while(|it| *it != above);
        let mut upwards = upwards.filter(|it| *it != id && is_there(it));
        upwards
            .next()
            .map_or(AmongLikes::First, |it| AmongLikes::After(it.clone()))
    }

    /// Puts a section that was moved here back where the model has it.
    #[must_use]
    pub fn back_to_place(&self, id: &SectionId) -> Option<Change> {
        if !self.inherits_section(id) {
            return None;
        }
        let moves = |it: &Adaptation| matches!(it, Adaptation::MoveSection { section, .. } if section == id);
        let edits = self.without_adaptations(moves);
        let element = Element::Section(id.clone());
        (!edits.is_empty()).then(|| self.change(Deed::BackToModel, &element, self.of_own(edits)))
    }

    /// Gives a section's heading another level.
    #[must_use]
    pub fn set_level(&self, id: &SectionId, level: Level, scope: Scope) -> Option<Change> {
        let held = &self.resolved.section(id)?.level;
        let element = Element::Section(id.clone());
        let edits = match (self.resolved.standing(&held.origin), scope) {
            (Standing::Own, _) if held.value == level => return None,
            (Standing::Own, _) => {
                let edit = SectionEdit::Level(level);
                self.of_own(vec![CharterEdit::Section(id.clone(), edit)])
            }
            (Standing::Inherited { from }, Scope::Everywhere) => {
                return self.asked_of(from, |there| there.set_level(id, level, Scope::Here));
            }
            (Standing::Inherited { .. }, Scope::Here) if held.value == level => return None,
            (Standing::Inherited { .. }, Scope::Here) => {
                let adaptation = Adaptation::ReplaceLevel {
                    section: id.clone(),
                    was: held.value,
                    level,
                };
                return Some(self.adapt(Deed::Level, &element, adaptation));
            }
            (Standing::Adapted { from, .. }, Scope::Everywhere) => {
                let there = self.asked_of(from, |there| there.set_level(id, level, Scope::Here));
                let mut edits = self.of_own(self.without_levels(id));
                edits.extend(there.into_iter().flat_map(|change| change.edits));
                edits
            }
            (Standing::Adapted { .. }, Scope::Here) if held.value == level => return None,
            (Standing::Adapted { moved_on, .. }, Scope::Here) => {
                let adaptations = self.own()?.adaptations();
                let was = adaptations.iter().rev().find_map(|it| match it {
                    Adaptation::ReplaceLevel { section, was, .. } if section == id => Some(*was),
                    _ => None,
                })?;
                let mut edits = self.without_levels(id);
                if moved_on || was != level {
                    edits.push(CharterEdit::Adapt {
                        at: LAST,
                        adaptation: Adaptation::ReplaceLevel {
                            section: id.clone(),
                            was,
                            level,
                        },
                    });
                }
                self.of_own(edits)
            }
        };
        Some(self.change(Deed::Level, &element, edits))
    }

    fn without_levels(&self, id: &SectionId) -> Vec<CharterEdit> {
        self.without_adaptations(
            |it| matches!(it, Adaptation::ReplaceLevel { section, .. } if section == id),
        )
    }

    /// Lets a level that was adapted here follow the model again.
    #[must_use]
    pub fn back_to_level(&self, id: &SectionId) -> Option<Change> {
        let edits = self.without_levels(id);
        let element = Element::Section(id.clone());
        (!edits.is_empty()).then(|| self.change(Deed::BackToModel, &element, self.of_own(edits)))
    }

    /// Lets a section stand only on the platforms that have a fact, or on all. A condition is not
    /// adapted: it changes where the section is held.
    #[must_use]
    pub fn set_when(&self, id: &SectionId, when: Option<FactId>) -> Option<Change> {
        let section = self.resolved.section(id)?;
        (section.when != when).then(|| self.held_edit(Deed::When, id, SectionEdit::When(when)))?
    }

    /// Leaves a word for colleagues at a section, where it is held.
    #[must_use]
    pub fn set_note(&self, id: &SectionId, note: &str) -> Option<Change> {
        let section = self.resolved.section(id)?;
        let edit = SectionEdit::Note(note.to_owned());
        (section.note != note).then(|| self.held_edit(Deed::Note, id, edit))?
    }

    /// A change of a section where it is held.
    fn held_edit(&self, deed: Deed, id: &SectionId, edit: SectionEdit) -> Option<Change> {
        let holder = self.resolved.section(id)?.origin.holder.clone();
        let edit = Edit::Charter(holder, CharterEdit::Section(id.clone(), edit));
        Some(self.change(deed, &Element::Section(id.clone()), vec![edit]))
    }

    /// Gives an own section a table with one empty row: with columns of its own or, without them,
    /// the charter's.
    #[must_use]
    pub fn add_table(&self, section: &SectionId, columns: Option<List<Column>>) -> Option<Change> {
        let mut table = CookieTable {
            category: crate::model::Category::Necessary,
            consent: None,
            columns,
            rows: List::new(),
        };
        table
            .rows
            .push(empty_row(RowId::made_from("cookie", |_| false)))
            .ok()?;
        let edit = CharterEdit::Section(section.clone(), SectionEdit::Table(Some(table)));
        let holder = self.resolved.section(section)?.origin.holder.clone();
        let element = Element::Section(section.clone());
        Some(self.change(Deed::AddTable, &element, vec![Edit::Charter(holder, edit)]))
    }

    /// Takes the table of an own section away.
    #[must_use]
    pub fn remove_table(&self, section: &SectionId) -> Change {
        let edit = CharterEdit::Section(section.clone(), SectionEdit::Table(None));
        self.here(Deed::RemoveTable, &Element::Section(section.clone()), edit)
    }
}
