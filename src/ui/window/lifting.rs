//! Making a model of what several platforms share: looked for away from the interface.

use std::collections::HashSet;

use super::Window;
use super::filing::outcome;
use crate::messages;
use crate::model::Owner;
use crate::ui::dialogs::{Dialog, LiftForm};
use crate::workspace::Outcome;
use crate::workspace::lifting::lift;

impl Window {
    /// Asks which platforms a model is to be made of: on the board, first of those that are chosen
    /// there; else of the one that is looked at.
    pub(super) fn ask_lift(&mut self) {
        let chosen = match &self.view.owner {
            _ if self.is_boarding() => self.board.chosen().iter().cloned().collect(),
            Some(Owner::Platform(id)) => HashSet::from([id.clone()]),
            _ => HashSet::new(),
        };
        self.dialog = Some(Dialog::Lift(Box::new(LiftForm::new(chosen))));
    }

    /// Looks for what the chosen platforms share.
    pub(super) fn look_for_shared(&mut self, dialog: Dialog) {
        let Dialog::Lift(mut form) = dialog else {
            return;
        };
        let collection = self.view.session.collection().clone();
        let (platforms, name) = form.ask(&collection);
        self.work.lifting =
            Some(self.jobs.start(move |cancel, progress| {
                lift(&collection, &platforms, &name, cancel, progress)
            }));
        self.dialog = Some(Dialog::Lift(form));
    }

    pub(super) fn take_lifted(&mut self) {
        let found = match outcome(&mut self.work.lifting) {
            Outcome::Running => return,
            Outcome::Lost => return self.tell_lost(),
            Outcome::Done(found) => found,
        };
        if let Some(Dialog::Lift(form)) = &mut self.dialog {
            form.tell(found);
        }
    }

    /// Makes the model that was shown, and looks at it.
    pub(super) fn lift(&mut self, dialog: Dialog) {
        let Dialog::Lift(form) = dialog else {
            return;
        };
        let Some(lifting) = form.lifting() else {
            return;
        };
        let said = messages::lifted(&self.view.words, &lifting);
        let owner = Owner::Model(lifting.model.id.clone());
        if self.make(lifting.change) {
            self.show(owner);
            self.notice = Some(said);
        }
    }

    /// Stops looking for what a dialog waits for.
    pub(super) fn stop_looking(&mut self, dialog: Dialog) {
        let moved = self.work.moved.as_ref().map(|it| &it.job.cancel);
        let lifting = self.work.lifting.as_ref().map(|it| &it.cancel);
        let cancel = match &dialog {
            Dialog::Lift(_) => lifting,
            _ => moved,
        };
        if let Some(cancel) = cancel {
            cancel.cancel();
        }
        self.dialog = Some(dialog);
    }
}
