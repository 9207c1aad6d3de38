//! How finished charters look: the files that the collection names for that, read again when it
//! names others and when the person comes back to the window.

use std::path::Path;
use std::sync::Arc;

use egui::{Context, Event};

use super::Window;
use super::filing::outcome;
use crate::messages;
use crate::model::Presentation;
use crate::render::Format;
use crate::ui::dialogs::{Dialog, PresentationForm};
use crate::ui::scene::Action;
use crate::ui::work::Designing;
use crate::workspace::Outcome;
use crate::workspace::changes::Shared;
use crate::workspace::files::{self, Wanted};

impl Window {
    pub(super) fn ask_presentation(&mut self) {
        let form = PresentationForm::new(self.view.session.collection());
        self.dialog = Some(Dialog::Presentation(form));
    }

    /// Settles, away from the interface, what a person wants charters to look like.
    pub(super) fn settle_presentation(&mut self, mut dialog: Dialog, wanted: Wanted) {
        if let Dialog::Presentation(form) = &mut dialog {
            form.wait();
        }
        let path = self.view.session.path().map(Path::to_owned);
        self.work.presenting = Some(
            self.jobs
                .start(move |_, _| files::settle_presentation(&wanted, path.as_deref())),
        );
        self.dialog = Some(dialog);
    }

    /// Takes over what was settled.
    pub(super) fn take_presentation(&mut self, ctx: &Context) {
        match outcome(&mut self.work.presenting) {
            Outcome::Running => {}
            Outcome::Lost => self.tell_lost(),
            Outcome::Done(Ok(presentation)) => {
                if matches!(self.dialog, Some(Dialog::Presentation(_))) {
                    self.close_dialog(ctx);
                }
                let collection = self.view.session.collection();
                if collection.presentation != presentation {
                    let shared = Shared {
                        collection,
                        from: self.view.owner.as_ref(),
                    };
                    let change = shared.set_presentation(presentation);
                    self.perform(vec![Action::Change(change)], ctx);
                }
            }
            Outcome::Done(Err(error)) => {
                let told = messages::design_error(&self.view.words, &error);
                match &mut self.dialog {
                    Some(Dialog::Presentation(form)) => {
                        form.refuse(told, error.path());
                    }
                    _ => self.tell(told),
                }
            }
        }
    }

    /// Reads the files again where they may say something else.
    pub(super) fn watch_design(&mut self, ctx: &Context) {
        let came_back = ctx.input(|input| {
            let is_focus = |event: &Event| matches!(event, Event::WindowFocused(true));
            input.events.iter().any(is_focus)
        });
        let presentation = &self.view.session.collection().presentation;
        let path = self.view.session.path();
        let is_known = self
            .design_of
            .as_ref()
            .is_some_and(|(known, beside)| known == presentation && beside.as_deref() == path);
        if is_known && !(came_back && names_files(presentation)) {
            return self.take_design();
        }
        let of = (presentation.clone(), path.map(Path::to_owned));
        self.design_of = Some(of.clone());
        let (presentation, path) = of.clone();
        let read = move || files::read_design(&presentation, path.as_deref(), &Format::ALL);
        if names_files(&of.0) {
            let job = self.jobs.start(move |_, _| read());
            self.work.designing = Some(Designing { job, of });
        } else {
            // Nothing stands in any file.
            self.work.designing = None;
            self.view.design = read().map(Arc::new);
        }
    }

    fn take_design(&mut self) {
        let Some(designing) = self.work.designing.take() else {
            return;
        };
        match designing.job.outcome() {
            Outcome::Running => self.work.designing = Some(designing),
            Outcome::Lost => self.tell_lost(),
            Outcome::Done(design) => {
                // What says the same stays the same, and nothing is made anew for it.
                let is_same =
                    matches!((&self.view.design, &design), (Ok(old), Ok(new)) if **old == *new);
                if !is_same && self.design_of.as_ref() == Some(&designing.of) {
                    self.view.design = design.map(Arc::new);
                }
            }
        }
    }
}

/// Whether anything that a presentation says stands in files.
fn names_files(presentation: &Presentation) -> bool {
    presentation.page.is_some() || presentation.pdf.is_some() || presentation.logo.is_some()
}
