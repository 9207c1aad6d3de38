//! What the commands do.

use egui::{Context, ThemePreference};

use super::Window;
use crate::model::Owner;
use crate::ui::bottom::Tab;
use crate::ui::command::Command;
use crate::ui::dialogs::{Dialog, ExportForm, Next};
use crate::ui::find::Step;
use crate::ui::picker::Purpose;
use crate::ui::quick_open::Target;
use crate::words::{Interface, Words};
use crate::workspace::{Session, changes};

impl Window {
    pub(super) fn run_all(&mut self, commands: &[Command], ctx: &Context) {
        for command in commands {
            self.run(*command, ctx);
        }
    }

    /// Whether a command has something to do now.
    pub(super) fn is_possible(&self, command: Command) -> bool {
        let session = &self.view.session;
        match command {
            Command::Undo => session.next_undo().is_some(),
            Command::Redo => session.next_redo().is_some(),
            // One save at a time.
            Command::Save | Command::SaveAs if self.work.saving.is_some() => false,
            Command::Save => session.is_modified() || session.path().is_none(),
            Command::RemovePlatform => matches!(self.view.owner, Some(Owner::Platform(_))),
            Command::NextPlatform => self.neighbour(1).is_some(),
            Command::PreviousPlatform => self.neighbour(-1).is_some(),
            Command::Export => !session.collection().platforms.is_empty(),
            Command::Back => self.trail.can_go_back(),
            Command::Forward => self.trail.can_go_forward(),
            Command::Find
            | Command::FindNext
            | Command::FindPrevious
            | Command::Replace
            | Command::QuickOpen
            | Command::History
            | Command::ShowFindings => self.view.scene().is_some(),
            Command::NextFinding => self
                .view
                .scene()
                .is_some_and(|scene| !scene.document.findings.is_empty()),
            Command::New
            | Command::Open
            | Command::SaveAs
            | Command::Quit
            | Command::AddPlatform
            | Command::Palette
            | Command::ThemeSystem
            | Command::ThemeLight
            | Command::ThemeDark
            | Command::InFrench
            | Command::InEnglish
            | Command::About => true,
            _ => self
                .view
                .scene()
                .is_some_and(|scene| self.editor.can(command, &scene)),
        }
    }

    /// Does what a command says.
    pub(super) fn run(&mut self, command: Command, ctx: &Context) {
        if !self.is_possible(command) {
            return;
        }
        self.notice = None;
        ctx.request_repaint();
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
            Command::Find => self.find(ctx),
            Command::FindNext => self.finder.step(Step::Next),
            Command::FindPrevious => self.finder.step(Step::Previous),
            Command::Replace => self.find_to_replace(ctx),
            Command::QuickOpen => self.open_quickly(),
            Command::Back => self.go_back(),
            Command::Forward => self.go_forward(),
            Command::Palette => self.open_palette(ctx),
            Command::History => self.toggle_bottom(Tab::History),
            Command::ShowFindings => self.toggle_bottom(Tab::Findings),
            Command::NextFinding => self.next_finding(ctx),
            Command::NextPlatform => self.look_around(1),
            Command::PreviousPlatform => self.look_around(-1),
            Command::ThemeSystem => ctx.set_theme(ThemePreference::System),
            Command::ThemeLight => ctx.set_theme(ThemePreference::Light),
            Command::ThemeDark => ctx.set_theme(ThemePreference::Dark),
            Command::InFrench => self.view.words = Words::new(Interface::French),
            Command::InEnglish => self.view.words = Words::new(Interface::English),
            Command::About => self.dialog = Some(Dialog::About),
            _ => {
                let mut actions = Vec::new();
                if let Some(scene) = self.view.scene() {
                    self.editor.run(command, &scene, &mut actions);
                }
                self.perform(actions, ctx);
            }
        }
    }

    pub(super) fn remove_platform(&mut self) {
        let Some(Owner::Platform(id)) = self.view.owner.clone() else {
            return;
        };
        let after = self.neighbour(1).or_else(|| self.neighbour(-1));
        // A platform that is looked at is there to be removed.
        if self
            .view
            .session
            .make(changes::remove_platform(&id))
            .is_ok()
        {
            self.view.owner = None;
            if let Some(after) = after {
                self.look_at(after);
            }
            self.look_at_something();
            self.notice = Some(self.view.words.say("notice-removed").into_owned());
        }
    }

    /// The platform by so many places after the one that is looked at.
    pub(super) fn neighbour(&self, by: isize) -> Option<Owner> {
        let platforms = &self.view.session.collection().platforms;
        let to = match &self.view.owner {
            Some(Owner::Platform(id)) => platforms.position(id)?.checked_add_signed(by)?,
            _ => 0,
        };
        platforms
            .at(to)
            .map(|platform| Owner::Platform(platform.id.clone()))
    }

    pub(super) fn look_around(&mut self, by: isize) {
        if let Some(owner) = self.neighbour(by) {
            self.visit(Target {
                owner,
                element: None,
            });
        }
    }
}
