//! The board in the place of the editor and the preview: what it shows is read away from the
//! interface, while it is looked at, and so is what a change of many platforms would do.

use std::time::Duration;

use egui::{CentralPanel, Context, Ui};

use super::Window;
use super::panels::side_frame;
use crate::messages;
use crate::ui::board::{Asked, Ground};
use crate::ui::command::{Command, Menu};
use crate::ui::dialogs::{BulkForm, Dialog};
use crate::ui::scene::Action;
use crate::ui::work::{Boarding, Planning};
use crate::workspace::changes::bulk::Plan;
use crate::workspace::{Deed, Outcome};

/// How long the platforms are read before that is told: after an edit it takes a moment.
const TELLING: Duration = Duration::from_millis(300);

impl Window {
    /// Whether the board stands in the place of the editor and the preview.
    pub(super) fn is_boarding(&self) -> bool {
        let has_platforms = !self.view.session.collection().platforms.is_empty();
        self.board.is_open && has_platforms && !self.starting && !self.is_importing()
    }

    /// Shows the board, or what it stands in the place of.
    pub(super) fn toggle_board(&mut self) {
        if self.board.is_open {
            self.leave_board();
            return;
        }
        self.view.session.seal();
        self.board.is_open = true;
        self.board.take_cursor();
    }

    /// Shows a charter again.
    pub(super) fn leave_board(&mut self) {
        self.board.is_open = false;
        self.work.boarding = None;
    }

    /// Whether a command is about a charter as it stands in the editor or the preview, which the
    /// board has taken the place of.
    pub(super) fn is_of_a_charter(command: Command) -> bool {
        command.is_of_editor()
            || matches!(command.menu(), Menu::Edit | Menu::View)
                && !matches!(
                    command,
                    Command::Undo
                        | Command::Redo
                        | Command::History
                        | Command::QuickOpen
                        | Command::FindEverywhere
                        | Command::ReplaceEverywhere
                        | Command::ShowTranslations
                        | Command::NextTranslation
                        | Command::PreviousTranslation
                        | Command::Back
                        | Command::Forward
                        | Command::Palette
                        | Command::ShowPlatforms
                        | Command::ShowFindings
                        | Command::NextFinding
                        | Command::ShowReleases
                        | Command::Board
                        | Command::NextPart
                        | Command::PreviousPart
                        | Command::Menus
                        | Command::ZoomIn
                        | Command::ZoomOut
                        | Command::ZoomReset
                        | Command::ThemeSystem
                        | Command::ThemeLight
                        | Command::ThemeDark
                        | Command::InFrench
                        | Command::InEnglish
                )
    }

    /// Reads the platforms anew, where the collection has changed since and the board is looked at.
    pub(super) fn keep_board(&mut self, ctx: &Context) {
        if let Some(boarding) = self.work.boarding.take() {
            match boarding.job.outcome() {
                Outcome::Running => self.work.boarding = Some(boarding),
                Outcome::Done(Some(entries)) => {
                    let collection = self.view.session.collection();
                    self.board.take(entries, boarding.point, collection);
                }
                Outcome::Done(None) => {}
                Outcome::Lost => {
                    self.board.stop(boarding.point);
                    self.tell_lost();
                }
            }
        }
        let point = self.view.session.save_point();
        if !self.is_boarding() || self.work.boarding.is_some() || !self.board.is_behind(point) {
            return;
        }
        let collection = self.view.session.collection().clone();
        let known = self.board.entries();
        let job = self
            .jobs
            .start(move |cancel, progress| known.again(&collection, cancel, progress));
        let since = ctx.input(|input| input.time);
        self.work.boarding = Some(Boarding { job, point, since });
        ctx.request_repaint_after(TELLING);
    }

    pub(super) fn board_ui(&mut self, ui: &mut Ui, actions: &mut Vec<Action>) {
        let now = ui.input(|input| input.time);
        let is_long = |it: &&Boarding| now - it.since >= TELLING.as_secs_f64();
        let boarding = self.work.boarding.as_ref().filter(is_long);
        let ground = Ground {
            words: &self.view.words,
            collection: self.view.session.collection(),
            glances: &self.view.releases.glances,
            progress: boarding.map(|it| it.job.progress.get()),
        };
        let panel = CentralPanel::default().frame(side_frame(ui));
        let shown = panel.show(ui, |ui| self.board.ui(ui, ground, actions));
        self.parts.editor = Some(shown.response.rect);
        if shown.inner == Some(Asked::StopReading)
            && let Some(boarding) = self.work.boarding.take()
        {
            self.board.stop(boarding.point);
        }
    }

    /// Works out what the change that is being described would do.
    pub(super) fn plan_change(&mut self) {
        let planning = self.work.planning.take();
        let Some(Dialog::Bulk(form)) = &mut self.dialog else {
            return;
        };
        let unplanned = form.unplanned();
        if let Some(planning) = planning {
            match planning.job.outcome() {
                Outcome::Done(Some(plan)) => form.plan(planning.of, plan),
                Outcome::Running if unplanned.as_ref() == Some(&planning.of) => {
                    self.work.planning = Some(planning);
                    return;
                }
                Outcome::Lost => return self.tell_lost(),
                Outcome::Running | Outcome::Done(None) => {}
            }
        }
        let Some(asked) = form.unplanned() else {
            return;
        };
        let platforms = form.platforms();
        let collection = self.view.session.collection().clone();
        let of = asked.clone();
        let job = self.jobs.start(move |cancel, progress| {
            Plan::of(&collection, &platforms, &asked, cancel, progress)
        });
        self.work.planning = Some(Planning { job, of });
    }

    /// Changes many platforms as it is planned, in one step.
    pub(super) fn change_many(&mut self, form: BulkForm) {
        let Some((change, count)) = form.planned() else {
            return;
        };
        let key = match change.deed {
            Deed::ManyRemove => "board-removed",
            _ => "board-changed",
        };
        self.view.session.seal();
        if self.make(change) {
            let counts = [("count", count)];
            self.notice = Some(messages::counted(&self.view.words, key, &counts));
        }
    }
}
