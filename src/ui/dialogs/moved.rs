//! All adapted elements whose originals have changed, one after the other, across all charters.

use std::time::Duration;

use egui::{Align, Label, Layout, ProgressBar, Ui};

use super::difference::{compared_ui, legend_ui};
use super::parts::{at_the_right, close_ui};
use super::three_way::{Choice, ThreeWay};
use super::{Answer, Surroundings};
use crate::messages::{self, Reading};
use crate::model::{Collection, Owner};
use crate::ui::quick_open::Target;
use crate::ui::scene::name_of;
use crate::ui::widgets::bold;
use crate::words::Words;
use crate::workspace::Change;
use crate::workspace::changes::{keep_adapted, take_the_models};
use crate::workspace::moved_on::MovedOn;

/// The queue, as far as it is known.
#[derive(Debug)]
pub enum MovedForm {
    /// It is being looked for.
    Looking,
    Queue(Box<Queue>),
}

/// A decision about several adaptations of a charter.
type ForAll = fn(&Collection, &[&MovedOn]) -> Option<Change>;

/// What waits for a decision.
#[derive(Debug)]
pub struct Queue {
    waiting: Vec<Waiting>,
    at: usize,
    /// Whether what is looked at is shown as the collection has it.
    is_shown: bool,
}

/// What waits for a decision, with what was written about it since the dialog is open.
#[derive(Debug)]
struct Waiting {
    moved: MovedOn,
    shown: Option<Shown>,
}

#[derive(Debug)]
struct Shown {
    place: String,
    three: ThreeWay,
}

impl MovedForm {
    /// The queue of what was found.
    #[must_use]
    pub fn of(moved: Vec<MovedOn>) -> Self {
        let waiting = |moved| Waiting { moved, shown: None };
        Self::Queue(Box::new(Queue {
            waiting: moved.into_iter().map(waiting).collect(),
            at: 0,
            is_shown: false,
        }))
    }

    /// What is still to be decided, once that is known.
    #[must_use]
    pub fn left(&self) -> Option<Vec<MovedOn>> {
        match self {
            Self::Looking => None,
            Self::Queue(queue) => Some(queue.waiting.iter().map(|it| it.moved.clone()).collect()),
        }
    }

    pub(super) fn ui(&mut self, ui: &mut Ui, around: &Surroundings<'_>) -> Option<Answer> {
        ui.heading(around.words.say("moved-title"));
        match self {
            Self::Looking => looking_ui(ui, around),
            Self::Queue(queue) => queue.ui(ui, around),
        }
    }
}

fn looking_ui(ui: &mut Ui, around: &Surroundings<'_>) -> Option<Answer> {
    let words = around.words;
    ui.ctx().request_repaint_after(Duration::from_millis(100));
    let (done, of) = around.progress;
    #[expect(clippy::cast_precision_loss, reason = "a bar is not that exact")]
    let share = done as f32 / of.max(1) as f32;
    ui.label(words.say("moved-looking"));
    ui.add(ProgressBar::new(share));
    at_the_right(ui, |ui| {
        let stopped = ui.button(words.say("moved-stop")).clicked();
        stopped.then_some(Answer::CancelLooking)
    })
}

impl Queue {
    fn ui(&mut self, ui: &mut Ui, around: &Surroundings<'_>) -> Option<Answer> {
        let words = around.words;
        self.look(words, around.collection);
        let count = [
            ("at", (self.at + 1).into()),
            ("count", self.waiting.len().into()),
        ];
        let shown = self.waiting.get_mut(self.at);
        let Some(shown) = shown.and_then(|it| it.shown.as_mut()) else {
            ui.label(words.say("moved-none"));
            return close_ui(ui, words);
        };
        ui.weak(words.say_of("conflicts-count", &count));
        let mut answer = None;
        at_the_right(ui, |ui| {
            if ui.button(words.say("moved-open")).clicked() {
                answer = Some(Answer::Go(Target {
                    owner: shown.three.moved.owner.clone(),
                    element: Some(shown.three.moved.element()),
                }));
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                ui.add(Label::new(bold(shown.place.as_str())).wrap());
            });
        });
        let extent = legend_ui(ui, words, shown.three.is_shortened());
        compared_ui(ui, self.at, |ui| {
            shown.three.versions_ui(ui, words, extent);
        });
        let chosen = at_the_right(ui, |ui| shown.three.choices_ui(ui, words));
        let rest = self.rest_ui(ui, words);
        let change = chosen.and_then(|choice| self.decide(around.collection, &choice));
        let change =
            change.or_else(|| rest.and_then(|all| self.decide_all(around.collection, all)));
        answer
            .or(change.map(|change| Answer::Edit(Some(change))))
            .or_else(|| self.steps_ui(ui, words))
    }

    /// Makes what is looked at ready to be shown; what is not there any more goes. What was written
    /// about it before is offered again.
    fn look(&mut self, words: &Words, collection: &Collection) {
        while !self.is_shown && !self.waiting.is_empty() {
            self.at = self.at.min(self.waiting.len() - 1);
            let Some(waiting) = self.waiting.get_mut(self.at) else {
                return;
            };
            let before = waiting.shown.take();
            if let Some(mut shown) = Shown::new(words, collection, &waiting.moved) {
                if let Some(before) = before {
                    shown.three.go_on(before.three);
                }
                waiting.shown = Some(shown);
                self.is_shown = true;
            } else {
                self.waiting.remove(self.at);
            }
        }
    }

    /// What is decided for all that is left in the charter that is looked at.
    fn rest_ui(&self, ui: &mut Ui, words: &Words) -> Option<ForAll> {
        let left = self.of_this_charter().len();
        if left < 2 {
            return None;
        }
        let choices: [(&str, ForAll); 2] = [
            ("moved-take-all", take_the_models),
            ("moved-keep-all", keep_adapted),
        ];
        at_the_right(ui, |ui| {
            let clicked = choices.into_iter().filter(|(key, _)| {
                let label = words.say_of(key, &[("count", left.into())]);
                ui.button(label).clicked()
            });
            clicked.last().map(|(_, all)| all)
        })
    }

    /// Back and forth, and away.
    fn steps_ui(&mut self, ui: &mut Ui, words: &Words) -> Option<Answer> {
        let count = self.waiting.len();
        at_the_right(ui, |ui| {
            let later = ui.button(words.say("conflicts-later")).clicked();
            let mut step = |ui: &mut Ui, key: &str, by: usize| {
                if ui.button(words.say(key)).clicked() {
                    self.at = (self.at + by) % count;
                    self.is_shown = false;
                }
            };
            if count > 1 {
                step(ui, "moved-next", 1);
                step(ui, "moved-previous", count - 1);
            }
            later.then_some(Answer::Close)
        })
    }

    fn owner(&self) -> Option<&Owner> {
        self.waiting.get(self.at).map(|it| &it.moved.owner)
    }

    /// What is left of the charter that is looked at.
    fn of_this_charter(&self) -> Vec<&MovedOn> {
        let owner = self.owner();
        let moved = self.waiting.iter().map(|it| &it.moved);
        moved.filter(|it| Some(&it.owner) == owner).collect()
    }

    /// Makes a decision about what is looked at, and goes on to what follows it.
    fn decide(&mut self, collection: &Collection, choice: &Choice) -> Option<Change> {
        let shown = self.waiting.get(self.at)?.shown.as_ref()?;
        let change = shown.three.change(collection, choice);
        self.waiting.remove(self.at);
        self.is_shown = false;
        change
    }

    fn decide_all(&mut self, collection: &Collection, all: ForAll) -> Option<Change> {
        let change = all(collection, &self.of_this_charter());
        let owner = self.owner().cloned();
        let is_other = |it: &Waiting| Some(&it.moved.owner) != owner.as_ref();
        let before = self.waiting.iter().take(self.at);
        self.at = before.filter(|it| is_other(it)).count();
        self.waiting.retain(is_other);
        self.is_shown = false;
        change
    }
}

impl Shown {
    fn new(words: &Words, collection: &Collection, moved: &MovedOn) -> Option<Self> {
        let three = ThreeWay::new(words, collection, moved.clone())?;
        let resolved = collection.resolve(&moved.owner)?;
        let first = collection.first_language();
        let spoken = collection.languages_of(&moved.owner);
        let reading = Reading {
            resolved: &resolved,
            language: spoken.first().unwrap_or(&first),
            first: &first,
        };
        let values = [
            (
                "name",
                name_of(collection, &moved.owner, words.language()).into(),
            ),
            (
                "place",
                messages::place(words, reading, &moved.element()).into(),
            ),
        ];
        Some(Self {
            place: words.say_of("moved-place", &values).into_owned(),
            three,
        })
    }
}
