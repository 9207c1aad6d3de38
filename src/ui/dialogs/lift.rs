//! « Make a model from these platforms »: which, and under which name; then what they would share
//! and what would stay theirs; then it is done.

use std::collections::HashSet;

use egui::{ScrollArea, Ui};

use super::parts::{Ready, at_the_right, buttons, field_ui, name_ui, progress_ui, take_cursor};
use super::several::Several;
use super::{Answer, Surroundings};
use crate::messages;
use crate::model::{Collection, Owner, PlatformId};
use crate::ui::scene::name_of;
use crate::ui::widgets::{bold, main_button, warning};
use crate::workspace::lifting::{Lifting, NoLifting};

/// What is to be lifted, as it is being chosen.
#[derive(Debug)]
pub struct LiftForm {
    name: String,
    platforms: Several,
    state: State,
}

#[derive(Debug)]
enum State {
    Choosing,
    /// What is shared is being looked for.
    Looking,
    Found(Box<Lifting>),
    NotFound(NoLifting),
}

/// How many lines of what is shared or left are in sight at once, at the least.
const IN_SIGHT: f32 = 6.0;

impl LiftForm {
    /// A form in which these platforms are chosen.
    #[must_use]
    pub fn new(chosen: HashSet<PlatformId>) -> Self {
        Self {
            name: String::new(),
            platforms: Several::new(chosen),
            state: State::Choosing,
        }
    }

    /// What is asked: the platforms in the order of the collection, and the name of the model.
    /// The form waits for what comes of it.
    pub fn ask(&mut self, collection: &Collection) -> (Vec<PlatformId>, String) {
        self.state = State::Looking;
        let ids = collection.platforms.iter().map(|it| it.id.clone());
        let chosen = ids.filter(|id| self.platforms.chosen.contains(id));
        (chosen.collect(), self.name.trim().to_owned())
    }

    /// Shows what would come of it.
    pub fn tell(&mut self, found: Result<Lifting, NoLifting>) {
        self.state = match found {
            Ok(lifting) => State::Found(Box::new(lifting)),
            Err(NoLifting::Stopped) => State::Choosing,
            Err(why) => State::NotFound(why),
        };
    }

    /// What was found, to be done.
    #[must_use]
    pub fn lifting(self) -> Option<Lifting> {
        match self.state {
            State::Found(lifting) => Some(*lifting),
            State::Choosing | State::Looking | State::NotFound(_) => None,
        }
    }

    pub(super) fn ui(&mut self, ui: &mut Ui, around: &Surroundings<'_>) -> Option<Answer> {
        let words = around.words;
        ui.heading(words.say("lift-title"));
        let mut back = false;
        let answer = match &self.state {
            State::Choosing => return self.choosing_ui(ui, around),
            State::Looking => return looking_ui(ui, around),
            State::Found(lifting) => {
                found_ui(ui, around, lifting);
                let make = (&*words.say("lift-do"), Answer::Lift);
                buttons(ui, words, Ready::Yes, make, |ui| {
                    back = ui.button(words.say("lift-back")).clicked();
                    None
                })
            }
            State::NotFound(why) => {
                not_found_ui(ui, around, why);
                at_the_right(ui, |ui| {
                    let button = ui.add(main_button(ui, &words.say("lift-back")));
                    take_cursor(ui, &button);
                    back = button.clicked();
                    let cancelled = ui.button(words.say("cancel")).clicked();
                    cancelled.then_some(Answer::Close)
                })
            }
        };
        if back {
            self.state = State::Choosing;
        }
        answer
    }

    fn choosing_ui(&mut self, ui: &mut Ui, around: &Surroundings<'_>) -> Option<Answer> {
        let words = around.words;
        ui.label(words.say("lift-text"));
        let field = field_ui(ui, &words.say("lift-name"), &mut self.name, "");
        take_cursor(ui, &field);
        name_ui(ui, &words.say("export-which"));
        self.platforms.ui(ui, around);
        ui.horizontal_wrapped(|ui| {
            for (key, wanted) in [("lift-all", true), ("lift-none", false)] {
                if ui.button(words.say(key)).clicked() {
                    self.platforms.choose_found(wanted);
                }
            }
        });
        let ready = self.platforms.chosen.len() > 1 && !self.name.trim().is_empty();
        let look = (&*words.say("lift-look"), Answer::LookForShared);
        buttons(ui, words, Ready::when(ready), look, |_| None)
    }
}

fn looking_ui(ui: &mut Ui, around: &Surroundings<'_>) -> Option<Answer> {
    let words = around.words;
    progress_ui(ui, around, "lift-looking");
    at_the_right(ui, |ui| {
        let stopped = ui.button(words.say("lift-stop")).clicked();
        stopped.then_some(Answer::CancelLooking)
    })
}

/// What would be shared, and what would stay each platform's own.
fn found_ui(ui: &mut Ui, around: &Surroundings<'_>, lifting: &Lifting) {
    let words = around.words;
    ui.label(bold(messages::lifted(words, lifting)));
    for line in messages::lineage(words, around.collection, lifting) {
        ui.label(line);
    }
    name_ui(ui, &words.say("lift-sections"));
    let (language, first) = (words.language(), around.collection.first_language());
    lines_ui(ui, "lift-sections", lifting.sections.len(), |ui, at| {
        let heading = lifting.sections.get(at);
        let said = heading.map(|heading| heading.said(language, &first).text.trim());
        match said.unwrap_or_default() {
            "" => ui.weak(words.say("lift-no-heading")),
            said => ui.label(said),
        };
    });
    name_ui(ui, &words.say("lift-platforms"));
    let left = lifting.left.len();
    let all = left + lifting.platforms.len();
    lines_ui(ui, "lift-platforms", all, |ui, at| {
        if let Some(left) = lifting.left.get(at) {
            warning(ui, &messages::left(words, around.collection, left));
        } else if let Some(lifted) = lifting.platforms.get(at - left) {
            let owner = Owner::Platform(lifted.id.clone());
            let values = [
                ("name", name_of(around.collection, &owner, language).into()),
                ("count", lifted.adaptations.into()),
            ];
            ui.label(words.say_of("lift-platform", &values));
        }
    });
}

fn not_found_ui(ui: &mut Ui, around: &Surroundings<'_>, why: &NoLifting) {
    let words = around.words;
    match why {
        NoLifting::NothingShared | NoLifting::Stopped => {
            ui.label(words.say("lift-nothing"));
        }
        NoLifting::TooFew(left) => {
            ui.label(words.say("lift-too-few"));
            lines_ui(ui, "lift-left", left.len(), |ui, at| {
                if let Some(left) = left.get(at) {
                    warning(ui, &messages::left(words, around.collection, left));
                }
            });
        }
    }
}

/// Lines of which some are in sight.
fn lines_ui(ui: &mut Ui, name: &str, count: usize, mut line: impl FnMut(&mut Ui, usize)) {
    /// The room between two lines.
    const GAP: f32 = 4.0;
    let height = ui.spacing().interact_size.y;
    let apart = std::mem::replace(&mut ui.spacing_mut().item_spacing.y, GAP);
    // Two such lists, and what stands around them, are in sight together; of each, whole lines.
    let room = ui.ctx().content_rect().height() * 0.5 - 180.0;
    let rows = (room / height).floor().max(IN_SIGHT);
    ScrollArea::vertical()
        .id_salt(name)
        .max_height(height * rows)
        .auto_shrink([false, true])
        .show_rows(ui, height - GAP, count, |ui, lines| {
            ui.spacing_mut().interact_size.y = height - GAP;
            for at in lines {
                ui.horizontal(|ui| line(ui, at));
            }
        });
    ui.spacing_mut().item_spacing.y = apart;
    ui.add_space(apart - GAP);
}
