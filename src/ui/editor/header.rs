//! The line above the cards: whose charter it is, what it follows, its languages and its outline.

use egui::{RichText, Role, TextStyle, Ui};
use egui_material_icons::MaterialIcon;
use egui_material_icons::icons::{ICON_HISTORY, ICON_LINK, ICON_TRANSLATE};

use super::Editor;
use super::reference::missing;
use crate::model::{Element, Language, Owner};
use crate::ui::scene::{Action, Scene};
use crate::ui::theme::Palette;
use crate::ui::widgets::{badge_within, named, text_width};

/// The room for an icon.
const ICON: f32 = 18.0;

impl Editor {
    pub(super) fn header_ui(&mut self, ui: &mut Ui, scene: &Scene<'_>, actions: &mut Vec<Action>) {
        let words = scene.words;
        ui.horizontal_wrapped(|ui| {
            ui.set_row_height(ui.spacing().interact_size.y);
            ui.heading(scene.name_of(scene.owner()));
            let charter = scene.collection.charter(scene.owner());
            if let Some(model) = charter.and_then(|charter| charter.follows()) {
                let name = scene.name_of(&Owner::Model(model.clone()));
                let follows = words.say_of("follows", &[("name", name.as_str().into())]);
                let hint = words.say("follows-hint");
                let palette = Palette::now(ui.ctx());
                // The outline stands on the same line.
                let gap = ui.spacing().item_spacing.x;
                let outline = text_width(ui, &words.say("outline"), TextStyle::Button);
                let outline = outline + ICON + 2.0 * ui.spacing().button_padding.x + 3.0 * gap;
                let room = ui.available_size_before_wrap().x - outline;
                let fits = |said: &str| text_width(ui, said, TextStyle::Small) + ICON <= room;
                let (said, room) = match (fits(&follows), fits(&name)) {
                    (true, _) => (&*follows, room),
                    (false, true) => (&*name, room),
                    // It stands on the next line then.
                    (false, false) => (&*follows, ui.available_width()),
                };
                let badge = badge_within(ui, room, (ICON_LINK, said), palette.inherited, &hint);
                named(&badge, Role::Label, &follows);
            } else if matches!(scene.owner(), Owner::Model(_)) {
                let count = scene.reach_of(scene.owner());
                let followed = words.say_of("followed-by", &[("count", count.into())]);
                ui.label(RichText::new(followed).small().weak());
            }
            self.outline_menu_ui(ui, scene, actions);
            let languages = scene.collection.languages_of(scene.owner());
            if languages.len() > 1 {
                languages_ui(ui, scene, actions);
                self.reference_choice_ui(ui, scene);
                let to_translate = (ICON_TRANSLATE, "to-translate-count", "to-translate-next");
                waiting_ui(ui, scene, (self, &missing(scene)), to_translate, actions);
                let to_read_again = (ICON_HISTORY, "outdated-count", "outdated-next");
                let older = self.older(scene);
                waiting_ui(ui, scene, (self, &older), to_read_again, actions);
            }
        });
    }
}

/// The switch between the languages that the charter is written in.
fn languages_ui(ui: &mut Ui, scene: &Scene<'_>, actions: &mut Vec<Action>) {
    let words = scene.words;
    let label = words.say("charter-language");
    keep_together(ui, &label, scene.collection.languages_of(scene.owner()));
    ui.label(RichText::new(label).weak());
    for language in scene.collection.languages_of(scene.owner()) {
        let is_spoken = language == scene.language;
        let name = words.say_of("write-in", &[("language", language.as_str().into())]);
        let button = ui.selectable_label(is_spoken, language.as_str());
        named(&button, Role::RadioButton, &name);
        if button.on_hover_text(&*name).clicked() {
            actions.push(Action::Speak(language.clone()));
        }
    }
}

/// Begins a line where this one has no room for a label and all the languages after it.
fn keep_together(ui: &mut Ui, label: &str, languages: &[Language]) {
    let width =
        |ui: &Ui, text: &str| text_width(ui, text, TextStyle::Button) + ui.spacing().item_spacing.x;
    let around = 2.0 * ui.spacing().button_padding.x;
    let of_languages = languages
        .iter()
        .map(|language| width(ui, language.as_str()) + around);
    let separator = 2.0 * ui.spacing().item_spacing.x;
    let room = separator + width(ui, label) + of_languages.sum::<f32>();
    if ui.available_size_before_wrap().x < room {
        ui.end_row();
        ui.set_row_height(ui.spacing().interact_size.y);
    } else {
        ui.separator();
    }
}

/// How many texts wait for their translation, and the way to the next of them.
fn waiting_ui(
    ui: &mut Ui,
    scene: &Scene<'_>,
    (editor, waiting): (&Editor, &[Element]),
    (icon, count, next): (MaterialIcon, &str, &str),
    actions: &mut Vec<Action>,
) {
    if waiting.is_empty() {
        return;
    }
    let palette = Palette::now(ui.ctx());
    let values = [("count", waiting.len().into())];
    let label = scene.words.say_of(count, &values);
    let text = RichText::new(&*label).color(palette.adapted);
    let button = ui.button((icon.rich_text().color(palette.adapted), text));
    named(&button, Role::Button, &label);
    let hint = scene.words.say(next);
    if button.on_hover_text(hint).clicked() {
        // The first after the one where the cursor is, or else the first of all.
        let mut after = waiting
            .iter()
            .skip_while(|it| Some(*it) != editor.focus.as_ref());
        let next = after.nth(1).or(waiting.first());
        actions.extend(next.cloned().map(Action::GoTo));
    }
}
