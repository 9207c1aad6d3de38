//! Adaptations whose originals have changed since: looked for away from the interface once the
//! collection has been at rest, counted at the bottom, and gone through one by one.

use std::sync::Arc;
use std::time::Duration;

use egui::{Context, RichText, Role, Ui};
use egui_material_icons::icons::ICON_EDIT_NOTE;

use super::Window;
use crate::ui::command::Command;
use crate::ui::dialogs::{Dialog, MovedForm};
use crate::ui::scene::Action;
use crate::ui::theme::Palette;
use crate::ui::widgets::named;
use crate::ui::work::Looking;
use crate::workspace::moved_on::{MovedOn, moved_on};
use crate::workspace::{Outcome, SavePoint};

/// How long the collection stays as it is before it is looked through, in seconds.
const REST: f64 = 1.0;

/// What is known of adaptations whose originals have changed since.
#[derive(Debug, Default)]
pub struct KnownMoved {
    /// What was found, in which state of the collection.
    found: Option<(SavePoint, Arc<Vec<MovedOn>>)>,
    /// The state that was looked through last.
    looked: Option<SavePoint>,
    /// The state that was seen last, and since when it stands.
    seen: Option<(SavePoint, f64)>,
}

impl Window {
    /// Starts to look through the collection, where that has been at rest since it changed.
    pub(super) fn look_at_moved(&mut self, ctx: &Context) {
        let session = &self.view.session;
        let point = session.save_point();
        if self.work.moved.is_some()
            || self.known_moved.looked == Some(point)
            || session.collection().models.is_empty()
        {
            return;
        }
        let now = ctx.input(|input| input.time);
        let since = match self.known_moved.seen {
            Some((seen, since)) if seen == point => since,
            _ => now,
        };
        self.known_moved.seen = Some((point, since));
        let left = since + REST - now;
        if left > 0.0 {
            ctx.request_repaint_after(Duration::from_secs_f64(left));
        } else {
            self.start_looking();
        }
    }

    fn start_looking(&mut self) {
        let point = self.view.session.save_point();
        let collection = self.view.session.collection().clone();
        self.known_moved.looked = Some(point);
        let job = self
            .jobs
            .start(move |cancel, progress| moved_on(&collection, cancel, progress));
        self.work.moved = Some(Looking { job, point });
    }

    /// Forgets what is known: the collection is another one.
    pub(super) fn forget_moved(&mut self) {
        self.known_moved = KnownMoved::default();
    }

    /// Takes over what was found.
    pub(super) fn take_moved(&mut self) {
        let Some(looking) = self.work.moved.take() else {
            return;
        };
        let is_awaited = matches!(self.dialog, Some(Dialog::Moved(MovedForm::Looking)));
        match looking.job.outcome() {
            Outcome::Running => self.work.moved = Some(looking),
            Outcome::Done(Some(found)) => {
                if is_awaited {
                    self.dialog = Some(Dialog::Moved(MovedForm::of(found.clone())));
                }
                // What is known of the collection as it is, by a decision, is not that of before.
                let now = self.view.session.save_point();
                let known = self.known_moved.found.as_ref();
                if looking.point == now || known.is_none_or(|(of, _)| *of != now) {
                    self.known_moved.found = Some((looking.point, Arc::new(found)));
                }
            }
            // It was stopped.
            Outcome::Done(None) if is_awaited => self.dialog = None,
            Outcome::Done(None) => {}
            Outcome::Lost => self.tell_lost(),
        }
    }

    /// Goes through what was found, as soon as that is known of the collection as it is.
    pub(super) fn ask_moved(&mut self) {
        let point = self.view.session.save_point();
        let known = self.known_moved.found.as_ref();
        let form = match known.filter(|(of, _)| *of == point) {
            Some((_, found)) => MovedForm::of(found.to_vec()),
            None => {
                let is_under_way = self.work.moved.as_ref().is_some_and(|it| it.point == point);
                if !is_under_way {
                    self.start_looking();
                }
                MovedForm::Looking
            }
        };
        self.dialog = Some(Dialog::Moved(form));
    }

    /// Knows what a decision about one of them leaves, until that is looked at anew: the count is
    /// never that of before.
    pub(super) fn note_decided(&mut self) {
        if let Some(Dialog::Moved(form)) = &self.dialog
            && let Some(left) = form.left()
        {
            let point = self.view.session.save_point();
            self.known_moved.found = Some((point, Arc::new(left)));
        }
    }

    /// How much was found, if anything; goes through it.
    pub(super) fn moved_button_ui(&self, ui: &mut Ui, actions: &mut Vec<Action>) {
        let found = self.known_moved.found.as_ref();
        let count = found.map_or(0, |(_, found)| found.len());
        if count == 0 {
            return;
        }
        let words = &self.view.words;
        ui.separator();
        let said = words.say_of("status-moved", &[("count", count.into())]);
        let colour = Palette::now(ui.ctx()).adapted;
        let icon = ICON_EDIT_NOTE.rich_text().color(colour);
        let button = ui.button((icon, RichText::new(&*said).color(colour)));
        named(&button, Role::Button, &said);
        let hint = words.say(Command::MovedOn.hint());
        if button.on_hover_text(hint).clicked() {
            actions.push(Action::Command(Command::MovedOn));
        }
    }
}
