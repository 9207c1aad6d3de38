//! Changes of sections: adding, removing, hiding, moving them, and their tables.

use std::sync::Arc;

use super::order::{target, without_addition};
use super::rows::empty_row;
use super::{Charters, Direction};
use crate::model::Place as AmongLikes;
use crate::model::{
    Adaptation, Charter, CharterEdit, Column, CookieTable, Edit, Element, Form, List, ListEdit,
    RowId, Section, SectionEdit, SectionId, Standing,
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
        let section = Arc::new(Section {
            level,
            ..Section::empty(id.clone())
        });
        let element = Element::Heading(id);
        match self.own().map(|charter| &charter.form) {
            Some(Form::Following(_)) => {
                let place = after.map_or(AmongLikes::Last, |id| AmongLikes::After(id.clone()));
                let adaptation = Adaptation::AddSection { section, place };
                self.adapt(Deed::AddSection, &element, adaptation)
            }
            _ => {
                let sections = &self.resolved.sections;
                let at = after
                    .and_then(|after| sections.iter().position(|it| it.id == *after))
                    .map_or(sections.len(), |position| position + 1);
                let edit = CharterEdit::Sections(ListEdit::Insert { at, item: section });
                self.here(Deed::AddSection, &element, edit)
            }
        }
    }

    /// Whether a section of this charter, or of one that may follow it, has an id.
    fn section_is_taken(&self, id: &SectionId) -> bool {
        let adds = |charter: &Charter| charter.addition_of(&Element::Section(id.clone())).is_some();
        let models = self.collection.models.iter().map(|it| &it.charter);
        let platforms = self.collection.platforms.iter().map(|it| &it.charter);
        self.resolved.section(id).is_some() || models.chain(platforms).any(adds)
    }

    /// Takes an own section out, or hides an inherited one here.
    #[must_use]
    pub fn remove_section(&self, id: &SectionId) -> Option<Change> {
        let section = self.resolved.section(id)?;
        let element = Element::Section(id.clone());
        if matches!(
            self.resolved.standing(&section.origin),
            Standing::Inherited { .. }
        ) {
            let adaptation = Adaptation::HideSection {
                section: id.clone(),
            };
            return Some(self.adapt(Deed::Hide, &element, adaptation));
        }
        let edits = match &self.own()?.form {
            Form::Complete(_) => vec![CharterEdit::Sections(ListEdit::Remove(id.clone()))],
            Form::Following(_) => without_addition(self.own()?, &element, |it| {
                it.element().section() == Some(id)
            }),
        };
        Some(self.change(Deed::RemoveSection, &element, self.of_own(edits)))
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
        let ids: Vec<&SectionId> = self.resolved.sections.iter().map(|it| &it.id).collect();
        let (to, place) = target(&ids, id, direction)?;
        let element = Element::Section(id.clone());
        let edits = match &self.own()?.form {
            Form::Complete(_) => {
                vec![CharterEdit::Sections(ListEdit::Move { id: id.clone(), to })]
            }
            Form::Following(_) => self.moved(
                |it| matches!(it, Adaptation::MoveSection { section, .. } if section == id),
                Adaptation::MoveSection {
                    section: id.clone(),
                    place,
                },
            ),
        };
        Some(self.change(Deed::MoveSection, &element, self.of_own(edits)))
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
