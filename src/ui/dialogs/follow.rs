//! Following another model: what becomes of what the charter wrote, and what reads otherwise then.

use egui::{ScrollArea, Ui};

use super::compared::differences_ui;
use super::parts::{Ready, buttons, room};
use super::{Answer, Surroundings};
use crate::messages::{self, Difference, Reading, differences};
use crate::model::ModelId;
use crate::ui::scene::{Scene, name_of};
use crate::ui::widgets::bold;
use crate::workspace::Change;
use crate::workspace::moving::moving;

/// What following another model comes to.
#[derive(Debug, Clone)]
pub struct FollowForm {
    title: String,
    /// What becomes of what the charter wrote.
    lines: Vec<String>,
    /// What reads otherwise, in the language that is looked at.
    differences: Vec<Difference>,
    change: Change,
}

impl FollowForm {
    /// What it comes to for the charter that is looked at; nothing where it cannot follow the
    /// model.
    #[must_use]
    pub fn new(scene: &Scene<'_>, model: &ModelId) -> Option<Self> {
        let (words, collection) = (scene.words, scene.collection);
        let moving = moving(collection, scene.owner(), model)?;
        let first = collection.first_language();
        let before = Reading {
            resolved: scene.resolved,
            language: scene.language,
            first: &first,
        };
        let owner = crate::model::Owner::Model(model.clone());
        let values = [
            ("name", scene.name_of(scene.owner()).into()),
            (
                "model",
                name_of(collection, &owner, words.language()).into(),
            ),
        ];
        Some(Self {
            title: words.say_of("follow-title", &values).into_owned(),
            lines: messages::carried(words, before, &moving.carried),
            differences: differences(words, &moving.differences(collection, scene.language)),
            change: moving.change,
        })
    }

    pub(super) fn ui(&mut self, ui: &mut Ui, around: &Surroundings<'_>) -> Option<Answer> {
        let words = around.words;
        ui.heading(&self.title);
        let tallest = room(ui, 240.0);
        ScrollArea::vertical().max_height(tallest).show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.spacing_mut().item_spacing.y = 4.0;
            for line in &self.lines {
                ui.label(line);
            }
            ui.add_space(6.0);
            let count = [("count", self.differences.len().into())];
            ui.label(bold(words.say_of("follow-differences", &count)));
            differences_ui(ui, words, &self.differences);
        });
        let follow = (
            &*words.say("follow-do"),
            Answer::Change(self.change.clone()),
        );
        buttons(ui, words, Ready::Yes, follow, |_| None)
    }
}
