//! What the commands do.

use egui::Context;

use super::Window;
use crate::model::{Element, Owner};
use crate::ui::command::Command;
use crate::ui::dialogs::{Dialog, ExportForm, Next};
use crate::ui::picker::Purpose;
use crate::workspace::{Place, Session, changes};

impl Window {
    pub(super) fn run_all(&mut self, commands: &[Command], ctx: &Context) {
        for command in commands {
            self.run(*command, ctx);
        }
    }

    /// Does what a command says.
    pub(super) fn run(&mut self, command: Command, ctx: &Context) {
        if !self.is_possible(command) {
            return;
        }
        self.notice = None;
        match command {
            Command::New => self.leave_for(Next::New, ctx),
            Command::Open => self.leave_for(Next::Open, ctx),
            Command::Quit => self.leave_for(Next::Quit, ctx),
            Command::Save => self.save(None),
            Command::SaveAs => {
                self.after_save = None;
                self.ask_path(Purpose::SaveAs);
            }
            Command::Export => {
                self.dialog = Some(Dialog::Export(ExportForm::new(&self.export_folder())));
            }
            Command::Undo => self.turn(Session::undo),
            Command::Redo => self.turn(Session::redo),
            Command::AddPlatform => {
                self.dialog = Some(Dialog::AddPlatform {
                    name: String::new(),
                    url: String::new(),
                });
            }
            Command::RemovePlatform => self.remove_platform(),
            Command::AddSection => self.add_section(),
            Command::NextPlatform => self.look_around(1),
            Command::PreviousPlatform => self.look_around(-1),
            Command::About => self.dialog = Some(Dialog::About),
        }
    }

    /// Walks a step of the history, and shows where that was.
    pub(super) fn turn(&mut self, walk: impl FnOnce(&mut Session) -> Option<Place>) {
        if let Some(place) = walk(&mut self.session) {
            if self.session.collection().charter(&place.owner).is_some() {
                self.look_at(place.owner);
                self.editor.go_to(place.element);
            }
            self.look_at_something();
        }
    }

    pub(super) fn remove_platform(&mut self) {
        let Some(Owner::Platform(id)) = self.owner.clone() else {
            return;
        };
        let after = self.neighbour(1).or_else(|| self.neighbour(-1));
        // A platform that is looked at is there to be removed.
        if self.session.make(changes::remove_platform(&id)).is_ok() {
            self.owner = None;
            if let Some(after) = after {
                self.look_at(after);
            }
            self.look_at_something();
            self.notice = Some(self.words.say("notice-removed").into_owned());
        }
    }

    pub(super) fn add_section(&mut self) {
        let Some((resolved, _)) = self.shown() else {
            return;
        };
        let charters = changes::Charters {
            collection: self.session.collection(),
            resolved: &resolved,
        };
        let current = self.editor.focus.as_ref().and_then(Element::section);
        let last = resolved.sections.last().map(|section| &section.id);
        let change = charters.add_section(current.or(last));
        let element = change.place.element.clone();
        if self.session.make(change).is_ok() {
            self.editor.go_to(element);
        }
    }

    /// The platform by so many places after the one that is looked at.
    pub(super) fn neighbour(&self, by: isize) -> Option<Owner> {
        let platforms = &self.session.collection().platforms;
        let to = match &self.owner {
            Some(Owner::Platform(id)) => platforms.position(id)?.checked_add_signed(by)?,
            _ => 0,
        };
        platforms
            .at(to)
            .map(|platform| Owner::Platform(platform.id.clone()))
    }

    pub(super) fn look_around(&mut self, by: isize) {
        if let Some(owner) = self.neighbour(by) {
            self.look_at(owner);
        }
    }
}
