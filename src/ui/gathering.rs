//! What is made of all charters for a question about them: away from the interface, and again
//! where the question or the collection is another.

use std::time::Duration;

use egui::Ui;

use crate::model::Collection;
use crate::words::Words;
use crate::workspace::{Cancel, Job, Jobs, Outcome, Progress, SavePoint, Session};

/// How long a question and the collection stand still before work begins, in seconds: while one
/// types, it would be done in vain.
const STILL: f64 = 0.25;

/// What was made for a question, and what is being made for another.
pub struct Gathering<Q, T> {
    made: Option<(For<Q>, T)>,
    job: Option<(For<Q>, Job<Option<T>>)>,
    /// What is wanted, and since when.
    wanted: Option<(For<Q>, f64)>,
    /// What is not made again by itself.
    given_up: Option<(For<Q>, Why)>,
}

/// Why work came to nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Why {
    /// The person stopped it.
    Stopped,
    /// It ended without a result: a defect of the program.
    Lost,
}

/// A question, and the state of the collection that it is about.
#[derive(Debug, Clone, PartialEq)]
struct For<Q> {
    question: Q,
    state: SavePoint,
}

impl<Q, T> Default for Gathering<Q, T> {
    fn default() -> Self {
        Self {
            made: None,
            job: None,
            wanted: None,
            given_up: None,
        }
    }
}

impl<Q, T> Gathering<Q, T>
where
    Q: Clone + PartialEq + Send + 'static,
    T: Send + 'static,
{
    /// Takes over what was made, and begins to make what is wanted. Tells whether something new is
    /// there.
    pub fn keep_up(
        &mut self,
        ui: &Ui,
        (session, jobs): (&Session, &Jobs),
        question: &Q,
        make: impl FnOnce(&Collection, &Q, &Cancel, &Progress) -> Option<T> + Send + 'static,
    ) -> bool {
        let is_new = self.take();
        let wanted = For {
            question: question.clone(),
            state: session.save_point(),
        };
        if let Some((of, job)) = &self.job {
            if *of != wanted {
                job.cancel.cancel();
            }
            ui.request_repaint_after(Duration::from_millis(100));
        }
        let is_made = self.made.as_ref().is_some_and(|(of, _)| *of == wanted);
        let is_given_up = self.given_up.as_ref().is_some_and(|(of, _)| *of == wanted);
        let is_still = self.stands_still(ui, &wanted);
        if is_made || is_given_up || self.job.is_some() {
            return is_new;
        }
        if is_still {
            let (collection, question) = (session.collection().clone(), question.clone());
            let job =
                jobs.start(move |cancel, progress| make(&collection, &question, cancel, progress));
            self.job = Some((wanted, job));
        }
        is_new
    }

    fn take(&mut self) -> bool {
        let Some((of, job)) = self.job.take() else {
            return false;
        };
        match job.outcome() {
            Outcome::Running => self.job = Some((of, job)),
            // What came too late to be stopped is not wanted any more.
            Outcome::Done(Some(made)) if !job.cancel.is_cancelled() => {
                self.made = Some((of, made));
                return true;
            }
            Outcome::Done(_) => {}
            Outcome::Lost => self.given_up = Some((of, Why::Lost)),
        }
        false
    }

    /// Whether the same has been wanted for a while. The first question is answered at once.
    fn stands_still(&mut self, ui: &Ui, wanted: &For<Q>) -> bool {
        let now = ui.input(|input| input.time);
        let since = match &self.wanted {
            Some((before, since)) if before == wanted => *since,
            None => now - STILL,
            Some(_) => now,
        };
        self.wanted = Some((wanted.clone(), since));
        let left = since + STILL - now;
        if left > 0.0 {
            ui.request_repaint_after(Duration::from_secs_f64(left));
        }
        left <= 0.0
    }

    /// What was made last, be it for an earlier question.
    pub fn made(&self) -> Option<&T> {
        self.made.as_ref().map(|(_, made)| made)
    }

    pub fn made_mut(&mut self) -> Option<&mut T> {
        self.made.as_mut().map(|(_, made)| made)
    }

    /// What was made for this question, be it of the collection as it was.
    pub fn made_for(&self, question: &Q) -> Option<&T> {
        let (of, made) = self.made.as_ref()?;
        (of.question == *question).then_some(made)
    }

    /// What was made for this question of the collection as it is now.
    pub fn fresh(&self, session: &Session, question: &Q) -> Option<&T> {
        let (of, made) = self.made.as_ref()?;
        (of.state == session.save_point() && of.question == *question).then_some(made)
    }

    /// Forgets what was made, and stops what is being made.
    pub fn forget(&mut self) {
        *self = Self::default();
    }

    /// Whether what is wanted is not made, until a person asks for it again.
    pub fn is_given_up(&self) -> bool {
        let given_up = self.given_up.as_ref().zip(self.wanted.as_ref());
        given_up.is_some_and(|((given_up, _), (wanted, _))| given_up == wanted)
    }

    /// How far work has come, and the way to stop it, while there is any; the way to begin it again
    /// where it came to nothing.
    pub fn progress_ui(&mut self, ui: &mut Ui, words: &Words) {
        if self.is_given_up()
            && let Some((_, why)) = &self.given_up
        {
            ui.weak(words.say(match why {
                Why::Stopped => "gathering-stopped",
                Why::Lost => "work-lost",
            }));
            if ui.button(words.say("gathering-again")).clicked() {
                self.given_up = None;
            }
        }
        let Some((of, job)) = &self.job else {
            return;
        };
        let (done, all) = job.progress.get();
        let values = [("done", done.into()), ("of", all.into())];
        ui.weak(words.say_of("gathering-progress", &values));
        if ui.button(words.say("gathering-stop")).clicked() {
            job.cancel.cancel();
            self.given_up = Some((of.clone(), Why::Stopped));
        }
    }
}
