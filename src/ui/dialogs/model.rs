//! Adding a model, and taking one out that others follow.

use egui::{Key, RichText, TextEdit, Ui};

use super::{Answer, Ready, Surroundings, buttons, close_ui};
use crate::model::{Collection, Language, ModelId, Owner};
use crate::ui::scene::name_of;
use crate::ui::theme::Palette;
use crate::ui::widgets::{Chosen, bold, model_choice_ui, named, named_field};
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
        let palette = Palette::now(ui.ctx());
        ui.heading(words.say("add-model-title"));
        let label = words.say("property-name");
        let shown = ui.label(bold(&*label));
        named(&shown, egui::Role::Label, &label);
        let edit = TextEdit::singleline(&mut self.name)
            .desired_width(f32::INFINITY)
            .id_salt("model-name");
        let response = ui.add(edit);
        named_field(ui, &response, &label);
        if ui.memory(|memory| memory.focused()).is_none() && !response.lost_focus() {
            response.request_focus();
        }
        let entered = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        if self.of.is_some() {
            for (start, key) in [
                (Start::Empty, "model-empty"),
                (Start::Copy, "model-copy"),
                (Start::Family, "model-family"),
            ] {
                ui.radio_value(&mut self.start, start, words.say(key));
            }
            if self.start != Start::Empty {
                let label = words.say("model-of");
                ui.label(bold(&*label));
                let models: Vec<ModelId> = around
                    .collection
                    .models
                    .iter()
                    .map(|model| model.id.clone())
                    .collect();
                let choice = (self.of.as_ref(), models.as_slice(), None);
                let (collection, language) = (around.collection, words.language());
                if let Some(Chosen(chosen)) =
                    model_choice_ui(ui, &label, collection, language, choice)
                {
                    self.of = chosen;
                }
            }
        }
        let ready = !self.name.trim().is_empty();
        let id = if ready {
            model_id(around.collection, &self.name).to_string()
        } else {
            "…".to_owned()
        };
        let id = words.say_of("add-id", &[("id", id.into())]);
        ui.label(RichText::new(id).small().color(palette.weak))
            .on_hover_text(words.say("add-id-hint"));
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
        ui.heading(words.say_of("remove-model-title", &values));
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
        ui.label(bold(&*label));
        let choice = (Some(&instead), self.others.as_slice(), None);
        let (collection, language) = (around.collection, words.language());
        if let Some(Chosen(chosen)) = model_choice_ui(ui, &label, collection, language, choice) {
            self.instead = chosen;
        }
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
