//! The list of models and platforms at the left.

use egui::{Button, RichText, ScrollArea, TextEdit, Ui};
use egui_material_icons::icons::{ICON_ADD, ICON_DESCRIPTION, ICON_EDIT_NOTE, ICON_PUBLIC};

use super::command::Command;
use super::scene::{Action, Scene, name_of};
use super::theme::Palette;
use super::widgets::{bold, icon_button, named, named_field};
use crate::model::{Owner, Platform, PlatformId};

/// What the list remembers between frames.
#[derive(Debug, Default)]
pub struct Platforms {
    filter: String,
    /// The platforms that the filter leaves, and what they were found for.
    found: Option<(String, u64, Vec<PlatformId>)>,
}

impl Platforms {
    /// Shows the list; `revision` tells when platforms have come, gone or changed places.
    pub fn ui(&mut self, ui: &mut Ui, scene: &Scene<'_>, revision: u64, actions: &mut Vec<Action>) {
        let words = scene.words;
        let palette = Palette::now(ui.ctx());
        ui.add_space(4.0);
        let hint = RichText::new(words.say("filter")).color(palette.weak);
        let edit = TextEdit::singleline(&mut self.filter)
            .id_salt("filter")
            .hint_text(hint)
            .desired_width(f32::INFINITY);
        let response = ui.add(edit);
        named_field(ui, &response, &words.say("filter"));
        ui.add_space(4.0);

        if !scene.collection.models.is_empty() {
            ui.label(bold(words.say("models")));
            let height = ui.spacing().interact_size.y;
            let count = scene.collection.models.len();
            let room = ui.available_height() * 0.35;
            let scroll = ScrollArea::vertical().id_salt("models").max_height(room);
            scroll.show_rows(ui, height, count, |ui, rows| {
                for model in rows.filter_map(|at| scene.collection.models.at(at)) {
                    owner_ui(ui, scene, &Owner::Model(model.id.clone()), actions);
                }
            });
            ui.add_space(6.0);
        }
        ui.horizontal(|ui| {
            let count = [("count", scene.collection.platforms.len().into())];
            ui.label(bold(words.say_of("platforms", &count)));
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                let name = words.say(Command::AddPlatform.key());
                if icon_button(ui, ICON_ADD, &name, true).clicked() {
                    actions.push(Action::Command(Command::AddPlatform));
                }
            });
        });
        let height = ui.spacing().interact_size.y;
        let scroll = ScrollArea::vertical()
            .id_salt("platforms")
            .auto_shrink(false);
        let filter = self.filter.trim().to_lowercase();
        if filter.is_empty() {
            let count = scene.collection.platforms.len();
            scroll.show_rows(ui, height, count, |ui, rows| {
                for at in rows {
                    if let Some(platform) = scene.collection.platforms.at(at) {
                        owner_ui(ui, scene, &Owner::Platform(platform.id.clone()), actions);
                    }
                }
            });
            return;
        }
        let found = self.found(scene, filter, revision);
        if found.is_empty() {
            ui.weak(words.say("nothing-found"));
        }
        scroll.show_rows(ui, height, found.len(), |ui, rows| {
            for id in found.get(rows).unwrap_or_default() {
                owner_ui(ui, scene, &Owner::Platform(id.clone()), actions);
            }
        });
    }

    /// The platforms whose name or address has the filter's words, looked for only when the
    /// filter or the list has changed.
    fn found(&mut self, scene: &Scene<'_>, filter: String, revision: u64) -> &[PlatformId] {
        let is_known = self
            .found
            .as_ref()
            .is_some_and(|(of, at, _)| *of == filter && *at == revision);
        if !is_known {
            let has = |platform: &Platform| {
                let owner = Owner::Platform(platform.id.clone());
                name_of(scene.collection, &owner, scene.words.language())
                    .to_lowercase()
                    .contains(&filter)
                    || platform.url.to_lowercase().contains(&filter)
            };
            let platforms = scene.collection.platforms.iter();
            let ids = platforms
                .filter(|it| has(it))
                .map(|it| it.id.clone())
                .collect();
            self.found = Some((filter, revision, ids));
        }
        self.found
            .as_ref()
            .map_or(&[], |(_, _, ids)| ids.as_slice())
    }
}

fn owner_ui(ui: &mut Ui, scene: &Scene<'_>, owner: &Owner, actions: &mut Vec<Action>) {
    let palette = Palette::now(ui.ctx());
    let words = scene.words;
    let (icon, kind) = match owner {
        Owner::Model(_) => (ICON_DESCRIPTION, "model-named"),
        Owner::Platform(_) => (ICON_PUBLIC, "platform-named"),
    };
    let is_shown = owner == scene.owner();
    let name = name_of(scene.collection, owner, scene.words.language());
    let adapted = scene
        .collection
        .charter(owner)
        .map_or(0, |charter| charter.adaptations().len());
    let label = words.say_of(
        kind,
        &[("name", name.clone().into()), ("adapted", adapted.into())],
    );
    let icon = icon.rich_text().size(16.0).color(palette.weak);
    let mut button = Button::new((icon, RichText::new(&name)))
        .selected(is_shown)
        .frame_when_inactive(is_shown)
        .truncate()
        .min_size(egui::vec2(ui.available_width(), 0.0));
    if adapted > 0 {
        let mark = ICON_EDIT_NOTE.rich_text().size(15.0).color(palette.adapted);
        let count = RichText::new(adapted.to_string())
            .small()
            .color(palette.adapted);
        button = button.right_text((mark, count));
    } else {
        button = button.right_text("");
    }
    let response = ui.add(button);
    named(&response, egui::Role::Button, &label);
    if response.on_hover_text(&*label).clicked() {
        actions.push(Action::LookAt(owner.clone()));
    }
}
