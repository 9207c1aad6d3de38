//! Adding a platform: its address is enough.

use egui::{Key, RichText, TextEdit, Ui};

use super::{Answer, Ready, Surroundings, buttons, name_ui};
use crate::model::{Collection, ModelId, Owner, PlatformId, host};
use crate::ui::scene::name_of;
use crate::ui::theme::Palette;
use crate::ui::widgets::{Chosen, model_choice_ui, named_field, warning};
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
        let palette = Palette::now(ui.ctx());
        ui.heading(words.say("add-platform-title"));
        let mut url = with_scheme(&self.url);
        let proposed = host(&url).unwrap_or_default();
        let mut entered = false;
        let lines = [
            ("property-url", &mut self.url, "https://"),
            ("property-name", &mut self.name, proposed.as_str()),
        ];
        for (key, value, hint) in lines {
            let label = words.say(key);
            name_ui(ui, &label);
            let edit = TextEdit::singleline(value)
                .desired_width(f32::INFINITY)
                .hint_text(RichText::new(hint).color(palette.weak))
                .id_salt(key);
            let response = ui.add(edit);
            named_field(ui, &response, &label);
            if ui.memory(|memory| memory.focused()).is_none() && !response.lost_focus() {
                response.request_focus();
            }
            entered |= response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
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
            let label = words.say("add-follows");
            name_ui(ui, &label);
            let models: Vec<ModelId> = around
                .collection
                .models
                .iter()
                .map(|model| model.id.clone())
                .collect();
            let none = words.say("follows-none");
            let choice = (self.model.as_ref(), models.as_slice(), Some(&*none));
            let (collection, language) = (around.collection, words.language());
            if let Some(Chosen(chosen)) = model_choice_ui(ui, &label, collection, language, choice)
            {
                self.model = chosen;
            }
        }
        let name = platform_name(&self.name, &url);
        let id = if is_address {
            platform_id(around.collection, &name).to_string()
        } else {
            "…".to_owned()
        };
        let id = words.say_of("add-id", &[("id", id.into())]);
        ui.label(RichText::new(id).small().color(palette.weak))
            .on_hover_text(words.say("add-id-hint"));
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
