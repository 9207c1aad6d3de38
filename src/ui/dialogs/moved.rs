//! All adapted elements whose originals have changed, one after the other, across all charters.

use std::time::Duration;

use egui::{ProgressBar, ScrollArea, Ui};

use super::difference::legend_ui;
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
    moved: Vec<MovedOn>,
    at: usize,
    /// What is looked at; made when something else is.
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
        Self::Queue(Box::new(Queue {
            moved,
            at: 0,
            shown: None,
        }))
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
        let Some(shown) = &mut self.shown else {
            ui.label(words.say("moved-none"));
            return close_ui(ui, words);
        };
        let count = [
            ("at", (self.at + 1).into()),
            ("count", self.moved.len().into()),
        ];
        ui.weak(words.say_of("conflicts-count", &count));
        let mut answer = None;
        ui.horizontal_wrapped(|ui| {
            ui.label(bold(shown.place.as_str()));
            if ui.button(words.say("moved-open")).clicked() {
                answer = Some(Answer::Go(Target {
                    owner: shown.three.moved.owner.clone(),
                    element: Some(shown.three.moved.element()),
                }));
            }
        });
        legend_ui(ui, words);
        let tallest = (ui.ctx().content_rect().height() - 340.0).max(120.0);
        ScrollArea::vertical()
            .id_salt(self.at)
            .max_height(tallest)
            .show(ui, |ui| {
                ui.set_width(ui.available_width() - 12.0);
                shown.three.versions_ui(ui, words);
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

    /// Makes what is looked at ready to be shown; what is not there any more goes.
    fn look(&mut self, words: &Words, collection: &Collection) {
        while self.shown.is_none() && !self.moved.is_empty() {
            self.at = self.at.min(self.moved.len() - 1);
            let moved = self.moved.get(self.at);
            self.shown = moved.and_then(|it| Shown::new(words, collection, it));
            if self.shown.is_none() {
                self.moved.remove(self.at);
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
        let count = self.moved.len();
        at_the_right(ui, |ui| {
            let later = ui.button(words.say("conflicts-later")).clicked();
            let mut step = |ui: &mut Ui, key: &str, by: usize| {
                let button = egui::Button::new(words.say(key).into_owned());
                if ui.add_enabled(count > 1, button).clicked() {
                    self.at = (self.at + by) % count;
                    self.shown = None;
                }
            };
            step(ui, "moved-next", 1);
            step(ui, "moved-previous", count.saturating_sub(1));
            later.then_some(Answer::Close)
        })
    }

    fn owner(&self) -> Option<&Owner> {
        self.moved.get(self.at).map(|it| &it.owner)
    }

    /// What is left of the charter that is looked at.
    fn of_this_charter(&self) -> Vec<&MovedOn> {
        let owner = self.owner();
        let moved = self.moved.iter();
        moved.filter(|it| Some(&it.owner) == owner).collect()
    }

    /// Makes a decision about what is looked at, and goes on to what follows it.
    fn decide(&mut self, collection: &Collection, choice: &Choice) -> Option<Change> {
        let change = self.shown.take()?.three.change(collection, choice);
        self.moved.remove(self.at);
        change
    }

    fn decide_all(&mut self, collection: &Collection, all: ForAll) -> Option<Change> {
        let change = all(collection, &self.of_this_charter());
        let owner = self.owner().cloned();
        let is_other = |it: &MovedOn| Some(&it.owner) != owner.as_ref();
        let before = self.moved.iter().take(self.at);
        self.at = before.filter(|it| is_other(it)).count();
        self.moved.retain(is_other);
        self.shown = None;
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
