//! The commands that are about what the editor shows, each given to the part that knows it.

use super::Editor;
use crate::ui::command::{Command, Menu};
use crate::ui::scene::{Action, Scene};

impl Editor {
    /// Whether a command has something to do now.
    pub fn can(&self, command: Command, scene: &Scene<'_>) -> bool {
        match command.menu() {
            Menu::Section => self.can_section(command, scene),
            Menu::Table => self.can_table(command, scene),
            Menu::View => self.can_view(command, scene),
            Menu::Text => self.can_text(command, scene),
            _ => false,
        }
    }

    /// Does what a command says.
    pub fn run(&mut self, command: Command, scene: &Scene<'_>, actions: &mut Vec<Action>) {
        match command.menu() {
            Menu::Section => self.run_section(command, scene, actions),
            Menu::Table => self.run_table(command, scene, actions),
            Menu::View => self.run_view(command, scene, actions),
            Menu::Text => self.run_text(command, scene, actions),
            _ => {}
        }
    }
}
