//! The commands of sections.

use super::Editor;
use crate::model::Element;
use crate::ui::command::Command;
use crate::ui::scene::{Action, Scene};

impl Editor {
    pub(super) fn can_section(&self, command: Command, _scene: &Scene<'_>) -> bool {
        command == Command::AddSection
    }

    pub(super) fn run_section(
        &mut self,
        command: Command,
        scene: &Scene<'_>,
        actions: &mut Vec<Action>,
    ) {
        if command == Command::AddSection {
            let current = self.focus.as_ref().and_then(Element::section);
            let last = scene.resolved.sections.last().map(|section| &section.id);
            let change = scene.charters().add_section(current.or(last));
            let element = change.place.element.clone();
            actions.extend([Action::Change(change), Action::GoTo(element)]);
        }
    }
}
