//! Adding a model, and taking one out that others follow.

use egui::{RichText, Ui};

use super::parts::{
    Ready, all_models, buttons, choose_model_ui, close_ui, field_ui, is_entered, take_cursor,
};
use super::{Answer, Surroundings};
use crate::model::{Collection, Language, ModelId, Owner};
use crate::ui::scene::name_of;
use crate::ui::theme::Palette;
use crate::ui::widgets::id_ui;
use crate::workspace::changes::{Beginning, followers, model_id, possible_models};

/// A model as it is being described.
#[derive(Debug, Clone)]
pub struct ModelForm {
    name: String,
    start: Start,
    /// The model that it copies or follows.
    of: Option<ModelId>,
}

/// How a new model begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Start {
    Empty,
    Copy,
    Family,
}

impl ModelForm {
    #[must_use]
    pub fn new(collection: &Collection) -> Self {
        Self {
            name: String::new(),
            start: Start::Empty,
            of: collection.models.at(0).map(|model| model.id.clone()),
        }
    }

    pub(super) fn ui(&mut self, ui: &mut Ui, around: &Surroundings<'_>) -> Option<Answer> {
        let words = around.words;
        ui.heading(words.say("add-model-title"));
        let response = field_ui(ui, &words.say("property-name"), &mut self.name, "");
        take_cursor(ui, &response);
        let entered = is_entered(ui, &response);
        if self.of.is_some() {
            ui.scope(|ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                for (start, key) in [
                    (Start::Empty, "model-empty"),
                    (Start::Copy, "model-copy"),
                    (Start::Family, "model-family"),
                ] {
                    ui.radio_value(&mut self.start, start, words.say(key));
                }
            });
            if self.start != Start::Empty {
                let (label, models) = (words.say("model-of"), all_models(around));
                choose_model_ui(ui, around, &label, &mut self.of, &models, None);
            }
        }
        let ready = !self.name.trim().is_empty();
        let id = ready.then(|| model_id(around.collection, &self.name).to_string());
        id_ui(ui, words, id.as_deref().unwrap_or("…"));
        let answer = Answer::AddModel {
            name: self.name.trim().to_owned(),
            beginning: match (self.start, &self.of) {
                (Start::Copy, Some(id)) => Beginning::CopyOf(id.clone()),
                (Start::Family, Some(id)) => Beginning::Following(id.clone()),
                (Start::Empty, _) | (_, None) => Beginning::Empty,
            },
        };
        if entered && ready {
            return Some(answer);
        }
        let add = (&*words.say("add"), answer);
        buttons(ui, words, Ready::when(ready), add, |_| None)
    }
}

/// What becomes of those that follow a model which is to go.
#[derive(Debug, Clone)]
pub struct RemoveModelForm {
    id: ModelId,
    name: String,
    models: usize,
    platforms: usize,
    /// The models that they can follow then.
    others: Vec<ModelId>,
    instead: Option<ModelId>,
}

impl RemoveModelForm {
    #[must_use]
    pub fn new(collection: &Collection, id: &ModelId, reader: &Language) -> Self {
        let owner = Owner::Model(id.clone());
        let followers = followers(collection, id);
        let is_model = |owner: &&Owner| matches!(owner, Owner::Model(_));
        let models = followers.iter().filter(is_model).count();
        let others = possible_models(collection, &owner);
        // What it follows itself is nearest to what it says.
        let own = collection
            .models
            .get(id)
            .and_then(|it| it.charter.follows());
        let instead = own.filter(|own| others.contains(own)).or(others.first());
        Self {
            name: name_of(collection, &owner, reader),
            models,
            platforms: followers.len() - models,
            instead: instead.cloned(),
            others,
            id: id.clone(),
        }
    }

    pub(super) fn ui(&mut self, ui: &mut Ui, around: &Surroundings<'_>) -> Option<Answer> {
        let words = around.words;
        let values = [("name", self.name.as_str().into())];
        let title = match self.instead {
            Some(_) => "remove-model-title",
            None => "remove-model-cannot",
        };
        ui.heading(words.say_of(title, &values));
        let values = [
            ("models", self.models.into()),
            ("platforms", self.platforms.into()),
        ];
        ui.label(words.say_of("remove-model-followed", &values));
        let Some(instead) = self.instead.clone() else {
            ui.label(words.say("remove-model-alone"));
            return close_ui(ui, words);
        };
        let label = words.say("remove-model-instead");
        choose_model_ui(ui, around, &label, &mut self.instead, &self.others, None);
        let palette = Palette::now(ui.ctx());
        ui.label(RichText::new(words.say("follow-keeps")).color(palette.weak));
        let answer = Answer::RemoveModel {
            id: self.id.clone(),
            instead,
        };
        let remove = (&*words.say("remove-model-do"), answer);
        buttons(ui, words, Ready::Yes, remove, |_| None)
    }
}
