//! What the commands do.

use egui::Context;

use super::Window;
use crate::model::Owner;
use crate::ui::bottom::Tab;
use crate::ui::command::{Command, Menu};
use crate::ui::dialogs::{ConflictsForm, Dialog, ImportFrom, Next};
use crate::ui::find::Step;
use crate::ui::picker::Purpose;
use crate::ui::preview;
use crate::ui::quick_open::Target;
use crate::words::Interface;
use crate::workspace::Session;
use crate::workspace::settings::{PageWidth, Shows, Theme};

impl Window {
    pub(super) fn run_all(&mut self, commands: &[Command], ctx: &Context) {
        for command in commands {
            self.run(*command, ctx);
        }
    }

    /// Whether a command has something to do now.
    pub(super) fn is_possible(&self, command: Command) -> bool {
        if self.is_importing() && !Self::is_of_all(command) {
            return false;
        }
        let session = &self.view.session;
        let is_of_charters = command.is_of_editor() || command.menu() == Menu::Charter;
        if self.starting && (is_of_charters || command.menu() == Menu::Edit) {
            return false;
        }
        match command {
            Command::Board => !self.starting && !session.collection().platforms.is_empty(),
            Command::Find if self.is_boarding() => true,
            command if self.is_boarding() && Self::is_of_a_charter(command) => false,
            Command::Undo => session.next_undo().is_some(),
            Command::Redo => session.next_redo().is_some(),
            // One save at a time.
            Command::Save | Command::SaveAs if self.work.saving.is_some() => false,
            // Behind the page to start from there may be nothing yet.
            Command::Save | Command::SaveAs
                if self.starting && session.path().is_none() && !session.is_modified() =>
            {
                false
            }
            Command::Save => session.is_modified() || session.path().is_none(),
            command if Self::is_about_a_charter(command) => {
                self.can_about(self.view.owner.as_ref(), command)
            }
            Command::NextPlatform => self.neighbour(1).is_some(),
            Command::PreviousPlatform => self.neighbour(-1).is_some(),
            Command::Export => !self.starting && !session.collection().platforms.is_empty(),
            Command::Conflicts => !session.collection().conflicts.is_empty(),
            Command::Lift => session.collection().platforms.len() > 1,
            Command::MovedOn => !session.collection().models.is_empty(),
            Command::Publish => !self.starting && !session.collection().platforms.is_empty(),
            Command::CheckOnline => self.work.checking.is_none() && self.is_published(),
            Command::Compare => self.work.comparing.is_none() && self.view.scene().is_some(),
            Command::Start => !self.starting,
            Command::OpenInBrowser => self.work.showing.is_none() && self.view.owner.is_some(),
            Command::CopyPage | Command::CopyRich => {
                self.work.copying.is_none() && self.view.owner.is_some()
            }
            Command::ShowPages
            | Command::ShowSource
            | Command::PhoneWidth
            | Command::MarkChanges => self.view.owner.is_some(),
            Command::Back => self.trail.can_go_back(),
            Command::Forward => self.trail.can_go_forward(),
            Command::Find
            | Command::FindNext
            | Command::FindPrevious
            | Command::Replace
            | Command::FindEverywhere
            | Command::ReplaceEverywhere
            | Command::ShowTranslations
            | Command::NextTranslation
            | Command::PreviousTranslation
            | Command::QuickOpen
            | Command::History
            | Command::NextPart
            | Command::PreviousPart
            | Command::ShowFindings
            | Command::ShowReleases => self.view.scene().is_some(),
            Command::NextFinding => self
                .view
                .scene()
                .is_some_and(|scene| !scene.document.findings.is_empty()),
            Command::Import | Command::ImportClipboard => self.work.reading.is_none(),
            Command::New
            | Command::Open
            | Command::SaveAs
            | Command::Quit
            | Command::AddPlatform
            | Command::ShowPlatforms
            | Command::ShowPreview
            | Command::ZoomIn
            | Command::ZoomOut
            | Command::ZoomReset
            | Command::AddModel
            | Command::CollectionProperties
            | Command::Presentation
            | Command::Palette
            | Command::ThemeSystem
            | Command::ThemeLight
            | Command::ThemeDark
            | Command::InFrench
            | Command::InEnglish
            | Command::Menus
            | Command::Shortcuts
            | Command::About => true,
            _ => self
                .view
                .scene()
                .is_some_and(|scene| self.editor.can(command, &scene)),
        }
    }

    /// Whether the state that a command is about stands now; nothing for those that do something
    /// else.
    pub(super) fn is_on(&self, command: Command) -> Option<bool> {
        let settings = &self.view.settings;
        let panels = &settings.panels;
        let shows = |tab| panels.bottom && self.bottom.tab == tab;
        let speaks = |interface| self.view.words.interface() == interface;
        Some(match command {
            Command::ThemeSystem => settings.theme == Theme::System,
            Command::ThemeLight => settings.theme == Theme::Light,
            Command::ThemeDark => settings.theme == Theme::Dark,
            Command::InFrench => speaks(Interface::French),
            Command::InEnglish => speaks(Interface::English),
            Command::Typography => settings.typography,
            Command::ShowPlatforms => panels.platforms,
            Command::Board => self.is_boarding(),
            Command::ShowPreview => panels.preview,
            Command::ShowFindings => shows(Tab::Findings),
            Command::History => shows(Tab::History),
            Command::ShowReleases => shows(Tab::Releases),
            Command::ShowTranslations => shows(Tab::Translations),
            Command::ShowPages => settings.preview.shows == Shows::Pages,
            Command::ShowSource => settings.preview.shows == Shows::Source,
            Command::PhoneWidth => settings.preview.width == PageWidth::Phone,
            Command::MarkChanges => settings.preview.marks_changes,
            command => return self.editor.is_on(command),
        })
    }

    /// Does what a command says.
    pub(super) fn run(&mut self, command: Command, ctx: &Context) {
        if !self.is_possible(command) {
            return;
        }
        self.notice = None;
        ctx.request_repaint();
        match command {
            Command::New => self.dialog = Some(Dialog::New),
            Command::Start => self.starting = true,
            Command::Open => self.leave_for(Next::Open, ctx),
            Command::Quit => self.leave_for(Next::Quit, ctx),
            Command::Import => self.ask_import(ImportFrom::Asked, ctx),
            Command::ImportClipboard => self.ask_import(ImportFrom::Clipboard, ctx),
            Command::Save => self.save(None),
            Command::SaveAs => {
                self.after_save = None;
                self.ask_path(Purpose::SaveAs);
            }
            Command::Export => self.ask_export(),
            Command::Publish => self.ask_publish(),
            Command::CheckOnline => self.ask_path(Purpose::LivePage),
            Command::Presentation => self.ask_presentation(),
            Command::Compare => self.ask_compare(),
            Command::Conflicts => self.dialog = Some(Dialog::Conflicts(ConflictsForm::default())),
            Command::MovedOn => self.ask_moved(),
            Command::Lift => self.ask_lift(),
            Command::Undo => self.turn(Session::undo),
            Command::Redo => self.turn(Session::redo),
            Command::AddPlatform | Command::AddModel | Command::CollectionProperties => {
                self.ask_about_the_list(command);
            }
            command if Self::is_about_a_charter(command) => {
                let owner = self.view.owner.clone();
                self.run_about(owner.as_ref(), command);
            }
            Command::Board => self.toggle_board(),
            Command::Find if self.is_boarding() => self.board.search(),
            Command::Find => self.find(ctx),
            Command::FindNext => self.finder.step(Step::Next),
            Command::FindPrevious => self.finder.step(Step::Previous),
            Command::Replace => self.find_to_replace(ctx),
            Command::FindEverywhere => self.find_everywhere(ctx),
            Command::ReplaceEverywhere => self.replace_everywhere(ctx),
            Command::QuickOpen => self.open_quickly(),
            Command::Back => self.go_back(),
            Command::Forward => self.go_forward(),
            Command::Palette => self.open_palette(),
            Command::History => self.toggle_bottom(Tab::History),
            Command::ShowFindings => self.toggle_bottom(Tab::Findings),
            Command::ShowReleases => self.toggle_bottom(Tab::Releases),
            Command::ShowTranslations => self.toggle_bottom(Tab::Translations),
            Command::NextTranslation => self.step_translation(Step::Next),
            Command::PreviousTranslation => self.step_translation(Step::Previous),
            Command::NextFinding => self.next_finding(),
            Command::NextPlatform => self.look_around(1),
            Command::PreviousPlatform => self.look_around(-1),
            Command::ShowPlatforms => {
                let panels = &mut self.view.settings.panels;
                panels.platforms = !panels.platforms;
            }
            Command::ShowPreview => {
                let panels = &mut self.view.settings.panels;
                panels.preview = !panels.preview;
            }
            Command::ZoomIn => egui::gui_zoom::zoom_in(ctx),
            Command::ZoomOut => egui::gui_zoom::zoom_out(ctx),
            Command::ZoomReset => ctx.set_zoom_factor(1.0),
            Command::ThemeSystem => self.set_theme(Theme::System, ctx),
            Command::ThemeLight => self.set_theme(Theme::Light, ctx),
            Command::ThemeDark => self.set_theme(Theme::Dark, ctx),
            Command::InFrench => self.speak_to_person(Interface::French),
            Command::InEnglish => self.speak_to_person(Interface::English),
            Command::NextPart => self.go_to_part(Step::Next, ctx),
            Command::PreviousPart => self.go_to_part(Step::Previous, ctx),
            Command::Menus => self.menus.toggle(ctx),
            Command::Shortcuts => self.dialog = Some(Dialog::Shortcuts),
            Command::About => self.dialog = Some(Dialog::About),
            Command::OpenInBrowser => self.open_in_browser(),
            Command::CopyPage | Command::CopyRich => self.copy_charter(command),
            Command::ShowPages
            | Command::ShowSource
            | Command::PhoneWidth
            | Command::MarkChanges => {
                let preview = &mut self.view.settings.preview;
                preview::turn(command, preview);
                self.view.refresh();
            }
            _ => {
                let mut actions = Vec::new();
                if let Some(scene) = self.view.scene() {
                    self.editor.run(command, &scene, &mut actions);
                }
                self.perform(actions, ctx);
            }
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

    fn look_around(&mut self, by: isize) {
        if let Some(owner) = self.neighbour(by) {
            self.visit(Target {
                owner,
                element: None,
            });
        }
    }
}
