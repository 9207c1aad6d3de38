//! The dialog over the window, and what its answers do.

use std::path::Path;

use egui::Context;

use super::{Before, Choice, Window};
use crate::model::Owner;
use crate::ui::dialogs::{Answer, Dialog, Next, Surroundings};
use crate::ui::scene::{Action, name_of};
use crate::workspace::Progress;
use crate::workspace::files::Replace;

impl Window {
    pub(super) fn dialog_ui(&mut self, ctx: &Context) {
        let Some(mut dialog) = self.dialog.take() else {
            self.close_dialog(ctx);
            self.do_chosen(ctx);
            return;
        };
        if matches!(self.focus_before, Before::NoDialog) {
            // The dialog takes the cursor; keys are not for what lies below. The Enter that asked
            // for it is not its answer.
            ctx.input_mut(|input| input.consume_key(egui::Modifiers::NONE, egui::Key::Enter));
            self.focus_before = ctx.memory_mut(|memory| match memory.focused() {
                Some(id) => {
                    memory.surrender_focus(id);
                    Before::Widget(id)
                }
                None => Before::Nothing,
            });
        }
        let platform = match &self.view.owner {
            Some(owner @ Owner::Platform(_)) => Some(name_of(
                self.view.session.collection(),
                owner,
                &self.view.language,
            )),
            _ => None,
        };
        let exporting = self.work.exporting.as_ref().map(|it| &it.job.progress);
        let publishing = self.work.publishing.as_ref().map(|it| &it.job.progress);
        let planning = self.work.planning.as_ref().map(|it| &it.job.progress);
        let progress = match &dialog {
            Dialog::Publish(_) => publishing,
            Dialog::Bulk(_) => planning,
            Dialog::Lift(_) => self.work.lifting.as_ref().map(|it| &it.progress),
            Dialog::Moved(_) => self.work.moved.as_ref().map(|it| &it.job.progress),
            _ => exporting,
        };
        let progress = progress.map(Progress::get);
        let around = Surroundings {
            words: &self.view.words,
            collection: self.view.session.collection(),
            owner: self.view.owner.as_ref(),
            platform: platform.as_deref(),
            progress: progress.unwrap_or_default(),
            without_system_dialog: self.without_system_dialog,
        };
        let answer = dialog.ui(ctx, &around);
        match answer {
            None => self.dialog = Some(dialog),
            Some(answer) => {
                self.answer(dialog, answer, ctx);
                ctx.request_repaint();
            }
        }
    }

    /// Takes the dialog away, and gives the cursor back to what had it.
    pub(super) fn close_dialog(&mut self, ctx: &Context) {
        self.dialog = None;
        if let Before::Widget(before) = self.focus_before {
            ctx.memory_mut(|memory| memory.request_focus(before));
        }
        self.focus_before = Before::NoDialog;
    }

    /// Does what was chosen from a list, for what had the cursor before the list did. While the
    /// list goes, nothing below it can have the cursor yet.
    fn do_chosen(&mut self, ctx: &Context) {
        match self.chosen.take() {
            Some(Choice::Command(command)) => self.run(command, ctx),
            Some(Choice::Place(target)) => self.visit(target),
            None => return,
        }
        ctx.request_repaint();
    }

    pub(super) fn answer(&mut self, dialog: Dialog, answer: Answer, ctx: &Context) {
        match answer {
            Answer::Close => {
                self.after_save = None;
                self.work.picking = None;
                self.view.session.seal();
                if let (Dialog::Link(_), Some(scene)) = (&dialog, self.view.scene()) {
                    self.editor.back_to_text(&scene);
                }
                if matches!(dialog, Dialog::Unsaved(_) | Dialog::Path(_)) {
                    self.dialog = self.covered.take();
                }
            }
            Answer::Start(next) => self.leave_for(next, ctx),
            Answer::Reload(path) => self.leave_for(Next::OpenPath(path), ctx),
            Answer::Recover(left) => self.leave_for(Next::Recover(left), ctx),
            Answer::Forget(left) => {
                if let Dialog::Recover(mut found) = dialog {
                    found.retain(|other| *other != left);
                    self.dialog = (!found.is_empty()).then_some(Dialog::Recover(found));
                }
                self.forget(left);
            }
            Answer::LeaveImport => self.leave_import(ctx),
            Answer::Reviewed(change) => self.take_reviewed(dialog, change),
            Answer::OpenFolder(path) => {
                self.open_folder(path);
                self.dialog = Some(dialog);
            }
            Answer::Present(wanted) => self.settle_presentation(dialog, wanted),
            Answer::Save(then) => self.save(then),
            Answer::Discard(next) => {
                self.go_on(next, ctx);
            }
            Answer::Browse(purpose) => match dialog {
                // What was typed stays while the system asks too.
                Dialog::Path(_)
                | Dialog::Export(_)
                | Dialog::Publish(_)
                | Dialog::Presentation(_) => {
                    self.dialog = Some(dialog);
                    self.pick(purpose, self.view.session.path().map(Path::to_owned));
                }
                _ => self.ask_path(purpose),
            },
            Answer::Path(purpose, path) => {
                self.work.picking = None;
                self.picked(purpose, path, Replace::Known(None));
            }
            Answer::AddPlatform(new) => self.add_platform(&new, ctx),
            Answer::AddModel { name, beginning } => self.add_model(&name, &beginning, ctx),
            Answer::RemoveModel { id, instead } => self.remove_model(&id, Some(&instead)),
            Answer::Edit(change) => self.edit_under_dialog(dialog, change, ctx),
            Answer::Run(command) => {
                self.view.settings.note_command(command.key());
                self.chosen = Some(Choice::Command(command));
            }
            Answer::Compare(with) => self.compare_with(with),
            Answer::Go(target) => self.chosen = Some(Choice::Place(target)),
            Answer::Export => {
                if let Dialog::Export(form) = dialog {
                    self.start_export(form);
                }
            }
            Answer::Publish => {
                if let Dialog::Publish(form) = dialog {
                    self.start_publishing(form);
                }
            }
            Answer::Bulk => {
                if let Dialog::Bulk(form) = dialog {
                    self.change_many(*form);
                }
            }
            Answer::ShowPage(document) => {
                let name = format!("{}-differences.html", document.owner);
                self.show_page(document, name);
                self.dialog = Some(dialog);
            }
            Answer::CancelExport => {
                if let (Dialog::Publish(_), Some(publishing)) = (&dialog, &self.work.publishing) {
                    publishing.job.cancel.cancel();
                } else if let Some(exporting) = &self.work.exporting {
                    exporting.job.cancel.cancel();
                }
                self.dialog = Some(dialog);
            }
            Answer::LookForShared => self.look_for_shared(dialog),
            Answer::Lift => self.lift(dialog),
            Answer::CancelLooking => self.stop_looking(dialog),
            Answer::RemoveLeftovers => self.remove_leftovers(dialog),
            Answer::Overwrite(path) => self.start_saving(path, Replace::Any),
            Answer::Table(answer) => {
                let mut actions = Vec::new();
                if let Some(scene) = self.view.scene() {
                    self.editor.answer_table(answer, &scene, &mut actions);
                }
                self.perform(actions, ctx);
            }
            Answer::Change(change) => self.perform(vec![Action::Change(change)], ctx),
            Answer::Link { words, address } => {
                let mut actions = Vec::new();
                if let Some(scene) = self.view.scene() {
                    self.editor
                        .link(&scene, &words, address.as_deref(), &mut actions);
                }
                self.perform(actions, ctx);
            }
            Answer::SaveWithoutComments => {
                if let Some(source) = self.view.session.source() {
                    let (path, known) = (source.path.clone(), Some(source.fingerprint));
                    self.start_saving(path, Replace::Known(known));
                }
            }
        }
    }
}
