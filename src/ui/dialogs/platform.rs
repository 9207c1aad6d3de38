//! Adding a platform: its address is enough.

use egui::Ui;

use super::parts::{
    Ready, all_models, buttons, choose_model_ui, field_ui, is_entered, take_cursor,
};
use super::{Answer, Surroundings};
use crate::model::{Collection, ModelId, Owner, PlatformId, host};
use crate::ui::scene::name_of;
use crate::ui::widgets::{id_ui, warning};
use crate::workspace::changes::{platform_id, platform_name};
use crate::workspace::values::{same_place, with_scheme};

/// A platform as it is being described.
#[derive(Debug, Clone)]
pub struct PlatformForm {
    url: String,
    name: String,
    model: Option<ModelId>,
    /// The platform that has the address already, and the address that it was looked for with.
    twin: Option<(String, Option<PlatformId>)>,
}

/// A platform to add.
#[derive(Debug, Clone, PartialEq)]
pub struct NewPlatform {
    pub name: String,
    pub url: String,
    /// The model to follow; without one, the platform has a charter of its own.
    pub model: Option<ModelId>,
}

impl PlatformForm {
    #[must_use]
    pub fn new(collection: &Collection) -> Self {
        Self {
            url: String::new(),
            name: String::new(),
            model: collection.models.at(0).map(|model| model.id.clone()),
            twin: None,
        }
    }

    pub(super) fn ui(&mut self, ui: &mut Ui, around: &Surroundings<'_>) -> Option<Answer> {
        let words = around.words;
        ui.heading(words.say("add-platform-title"));
        let mut url = with_scheme(&self.url);
        let proposed = host(&url).unwrap_or_default();
        let mut entered = false;
        let lines = [
            ("property-url", &mut self.url, "https://"),
            ("property-name", &mut self.name, proposed.as_str()),
        ];
        for (key, value, hint) in lines {
            let response = field_ui(ui, &words.say(key), value, hint);
            take_cursor(ui, &response);
            entered |= is_entered(ui, &response);
            if key == "property-url" {
                url = with_scheme(value);
                if host(&url).is_none() && !url.is_empty() {
                    warning(ui, &words.say("not-an-address"));
                }
            }
        }
        let is_address = host(&url).is_some();
        if let Some(twin) = self.twin(around.collection, &url) {
            let name = name_of(around.collection, &twin, words.language());
            warning(ui, &words.say_of("address-taken", &[("name", name.into())]));
        }
        if !around.collection.models.is_empty() {
            let (label, none) = (words.say("add-follows"), words.say("follows-none"));
            let models = all_models(around);
            choose_model_ui(ui, around, &label, &mut self.model, &models, Some(&*none));
        }
        let name = platform_name(&self.name, &url);
        let id = is_address.then(|| platform_id(around.collection, &name).to_string());
        id_ui(ui, words, id.as_deref().unwrap_or("…"));
        let answer = Answer::AddPlatform(NewPlatform {
            name,
            url,
            model: self.model.clone(),
        });
        if entered && is_address {
            return Some(answer);
        }
        let add = (&*words.say("add"), answer);
        buttons(ui, words, Ready::when(is_address), add, |_| None)
    }

    /// The platform that has the address already, looked for when that changes.
    fn twin(&mut self, collection: &Collection, url: &str) -> Option<Owner> {
        if self.twin.as_ref().is_none_or(|(of, _)| of != url) {
            let place = same_place(url).filter(|_| host(url).is_some());
            let twin = place.and_then(|place| {
                let mut platforms = collection.platforms.iter();
                let twin = platforms.find(|it| same_place(&it.url).as_ref() == Some(&place))?;
                Some(twin.id.clone())
            });
            self.twin = Some((url.to_owned(), twin));
        }
        let (_, twin) = self.twin.as_ref()?;
        twin.clone().map(Owner::Platform)
    }
}
