//! The commands of sections, and which of them show their heading alone.

use super::section_menu::{element_of, other_level};
use super::{Cursor, Editor};
use crate::model::{Element, ResolvedSection, SectionId, Standing};
use crate::ui::columns::usual;
use crate::ui::command::Command;
use crate::ui::scene::{Action, Scene};
use crate::workspace::Change;
use crate::workspace::changes::{Direction, Scope};

impl Editor {
    /// The section that has, or last had, the cursor.
    fn current<'s>(&self, scene: &'s Scene<'_>) -> Option<&'s ResolvedSection> {
        scene.resolved.section(self.focus.as_ref()?.section()?)
    }

    pub(super) fn can_section(&self, command: Command, scene: &Scene<'_>) -> bool {
        match command {
            Command::AddSection => true,
            Command::AdaptHere | Command::EditEverywhere | Command::BackToModel
                if self.has_batch(scene) =>
            {
                true
            }
            Command::AdaptHere
            | Command::EditEverywhere
            | Command::BackToModel
            | Command::Difference => self
                .focus
                .as_ref()
                .is_some_and(|element| self.can_decide(command, scene, element)),
            _ => self
                .current(scene)
                .is_some_and(|section| self.can_on(command, scene, section)),
        }
    }

    pub(super) fn run_section(
        &mut self,
        command: Command,
        scene: &Scene<'_>,
        actions: &mut Vec<Action>,
    ) {
        match command {
            Command::AdaptHere | Command::EditEverywhere | Command::BackToModel
                if self.has_batch(scene) =>
            {
                self.decide_batch(command, scene, actions);
            }
            Command::AdaptHere
            | Command::EditEverywhere
            | Command::BackToModel
            | Command::Difference => {
                if let Some(element) = self.focus.clone() {
                    self.decide(command, scene, &element, actions);
                }
            }
            _ => match self.current(scene) {
                Some(section) => self.run_on(command, scene, section, actions),
                None if command == Command::AddSection => {
                    let last = scene.resolved.sections.last().map(|section| &section.id);
                    go_to_new(scene.charters().add_section(last), actions);
                }
                None => {}
            },
        }
    }

    /// Whether a command has something to do with a section.
    pub(super) fn can_on(
        &self,
        command: Command,
        scene: &Scene<'_>,
        section: &ResolvedSection,
    ) -> bool {
        let sections = &scene.resolved.sections;
        let is_own = !matches!(scene.standing(&section.origin), Standing::Inherited { .. });
        match command {
            Command::HideSection => {
                !is_own && section.hidden.is_none()
                    || section.hidden.as_ref() == Some(scene.owner())
            }
            // What is hidden is only shown again.
            _ if section.hidden.is_some() => false,
            Command::AddSection | Command::DuplicateSection | Command::Collapse => true,
            Command::SplitSection => matches!(
                &self.cursor,
                Some((Element::Body(id), _)) if *id == section.id
            ),
            Command::JoinSection => scene.charters().may_join(&section.id).is_ok(),
            Command::SectionUp => sections.first().is_some_and(|it| it.id != section.id),
            Command::SectionDown => sections.last().is_some_and(|it| it.id != section.id),
            Command::Indent => other_level(section, 1).is_some(),
            Command::Outdent => other_level(section, -1).is_some(),
            Command::RemoveSection => is_own,
            Command::AddTable => is_own && section.table.is_none(),
            Command::RemoveTable => is_own && section.table.is_some(),
            _ => false,
        }
    }

    /// Does to a section what a command says.
    pub(super) fn run_on(
        &mut self,
        command: Command,
        scene: &Scene<'_>,
        section: &ResolvedSection,
        actions: &mut Vec<Action>,
    ) {
        let charters = scene.charters();
        let id = &section.id;
        match command {
            Command::AddSection => go_to_new(charters.add_section(Some(id)), actions),
            Command::DuplicateSection => {
                if let Some(change) = charters.duplicate_section(id) {
                    go_to_new(change, actions);
                }
            }
            Command::SplitSection => {
                let at = self.cursor.as_ref().map_or(0, |(_, at)| *at);
                if let Some(change) = charters.split_section(id, scene.language, at) {
                    go_to_new(change, actions);
                }
            }
            Command::JoinSection => {
                if let Ok(change) = charters.join_section(id) {
                    go_to_new(change, actions);
                }
            }
            Command::SectionUp | Command::SectionDown => {
                let direction = match command {
                    Command::SectionUp => Direction::Up,
                    _ => Direction::Down,
                };
                if let Some(change) = charters.move_section(id, direction) {
                    self.moved(section, change, actions);
                }
            }
            Command::Indent | Command::Outdent => {
                let by = if command == Command::Indent { 1 } else { -1 };
                let level = other_level(section, by);
                let change = level.and_then(|level| charters.set_level(id, level, Scope::Here));
                if let Some(change) = change {
                    self.moved(section, change, actions);
                }
            }
            Command::HideSection if section.hidden.is_some() => {
                actions.extend(charters.show_section(id).map(Action::Change));
                self.show_bar(id.clone());
            }
            Command::HideSection => {
                actions.extend(charters.hide_section(id).map(Action::Change));
                self.show_bar(id.clone());
            }
            Command::RemoveSection => self.remove(scene, section, actions),
            Command::Collapse => self.fold(scene, id),
            Command::AddTable => {
                let columns = scene
                    .resolved
                    .columns
                    .is_empty()
                    .then(|| usual(scene.collection));
                actions.extend(charters.add_table(id, columns).map(Action::Change));
            }
            Command::RemoveTable => actions.push(Action::Change(charters.remove_table(id))),
            _ => {}
        }
    }

    /// Takes a section out. The cursor goes to the one that takes its place.
    fn remove(&mut self, scene: &Scene<'_>, section: &ResolvedSection, actions: &mut Vec<Action>) {
        let had_cursor = self.focus.as_ref().and_then(Element::section) == Some(&section.id);
        let sections = &scene.resolved.sections;
        let at = sections.iter().position(|it| it.id == section.id);
        let neighbour = at.and_then(|at| {
            let below = sections.get(at + 1);
            below.or_else(|| sections.get(at.checked_sub(1)?))
        });
        let change = scene.charters().remove_section(&section.id);
        actions.extend(change.map(Action::Change));
        if had_cursor {
            self.focus = None;
            if let Some(neighbour) = neighbour {
                self.show_bar(neighbour.id.clone());
            }
        }
    }

    /// Makes a change after which a section stands elsewhere: it stays in sight, and so does the
    /// cursor in it.
    pub(super) fn moved(
        &mut self,
        section: &ResolvedSection,
        change: Change,
        actions: &mut Vec<Action>,
    ) {
        actions.push(Action::Change(change));
        let focus = self
            .focus
            .as_ref()
            .filter(|it| it.section() == Some(&section.id));
        match focus {
            Some(Element::Heading(_) | Element::Body(_)) => self.refocus = focus.cloned(),
            Some(element) if *element == element_of(section) => {
                self.settle_bar = Some((section.id.clone(), Cursor::Comes));
            }
            _ => self.settle_bar = Some((section.id.clone(), Cursor::Stays)),
        }
    }

    /// Whether a section shows its heading alone.
    pub(super) fn is_collapsed(&self, scene: &Scene<'_>, section: &SectionId) -> bool {
        let of_charter = self.collapsed.get(scene.owner());
        of_charter.is_some_and(|sections| sections.contains(section))
    }

    /// Collapses a section, or shows it whole again.
    pub(super) fn fold(&mut self, scene: &Scene<'_>, section: &SectionId) {
        if self.is_collapsed(scene, section) {
            self.expand(scene, section);
            // The cursor that was in it goes back, from its handle to its heading.
            let focus = self.focus.as_ref();
            self.refocus = focus.filter(|it| it.section() == Some(section)).cloned();
            return;
        }
        let of_charter = self.collapsed.entry(scene.owner().clone()).or_default();
        of_charter.insert(section.clone());
        // The cursor that was in its texts rests on its handle.
        if self.focus.as_ref().and_then(Element::section) == Some(section) {
            self.settle_bar = Some((section.clone(), Cursor::Comes));
        }
    }

    pub(super) fn expand(&mut self, scene: &Scene<'_>, section: &SectionId) {
        if let Some(sections) = self.collapsed.get_mut(scene.owner()) {
            sections.remove(section);
        }
    }

    /// Whether a command of the menu of views has something to do.
    pub(super) fn can_view(&self, command: Command, scene: &Scene<'_>) -> bool {
        match command {
            Command::CollapseAll | Command::ExpandAll => !scene.resolved.sections.is_empty(),
            Command::NextLanguage | Command::ShowReference => self.can_show_reference(scene),
            _ => false,
        }
    }

    pub(super) fn run_view(
        &mut self,
        command: Command,
        scene: &Scene<'_>,
        actions: &mut Vec<Action>,
    ) {
        match command {
            Command::CollapseAll => {
                let ids = scene.resolved.sections.iter().map(|it| it.id.clone());
                self.collapsed.insert(scene.owner().clone(), ids.collect());
            }
            Command::ExpandAll => {
                self.collapsed.remove(scene.owner());
            }
            Command::NextLanguage => {
                let languages = scene.collection.languages_of(scene.owner());
                let at = languages.iter().position(|it| it == scene.language);
                let next = at.and_then(|at| languages.get(at + 1));
                let next = next.or_else(|| languages.first());
                actions.extend(next.cloned().map(Action::Speak));
            }
            Command::ShowReference => self.turn_reference(),
            _ => {}
        }
    }
}

/// Makes a change, and goes to what it is about.
pub fn go_to_new(change: Change, actions: &mut Vec<Action>) {
    let element = change.place.element.clone();
    actions.extend([Action::Change(change), Action::GoTo(element)]);
}
