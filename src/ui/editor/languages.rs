//! The languages that a platform's charter is written in.

use egui::Ui;
use egui_material_icons::icons::{ICON_ARROW_DOWNWARD, ICON_ARROW_UPWARD};

use crate::messages::language_name;
use crate::model::{Language, Platform, PlatformEdit};
use crate::ui::scene::{Action, Scene};
use crate::ui::widgets::icon_button;
use crate::workspace::changes::{Direction, set_property, swapped};

/// Shows the collection's languages, or the platform's own among them and in its own order.
pub(super) fn languages_ui(
    ui: &mut Ui,
    scene: &Scene<'_>,
    platform: &Platform,
    actions: &mut Vec<Action>,
) {
    let words = scene.words;
    let collection = scene.collection;
    let mut set = |languages: Vec<Language>| {
        let edit = PlatformEdit::Languages(languages);
        actions.push(Action::Change(set_property(&platform.id, edit)));
    };
    let mut as_collection = platform.languages.is_empty();
    let names = collection.languages.iter();
    let names: Vec<String> = names.map(|it| language_name(words, it)).collect();
    let values = [("languages", names.join(", ").into())];
    let label = words.say_of("languages-as-collection", &values);
    if ui.checkbox(&mut as_collection, &*label).changed() {
        set(if as_collection {
            Vec::new()
        } else {
            collection.languages.clone()
        });
    }
    if platform.languages.is_empty() {
        return;
    }
    for language in &platform.languages {
        let values = [("name", language.as_str().into())];
        ui.horizontal(|ui| {
            let mut has = true;
            let others = platform.languages.iter().filter(|other| *other != language);
            let others: Vec<Language> = others.cloned().collect();
            // A charter is written in some language.
            let can_go = !others.is_empty();
            ui.add_enabled_ui(can_go, |ui| {
                if ui
                    .checkbox(&mut has, language_name(words, language))
                    .changed()
                {
                    set(others);
                }
            });
            for (icon, key, direction) in [
                (ICON_ARROW_UPWARD, "list-up", Direction::Up),
                (ICON_ARROW_DOWNWARD, "list-down", Direction::Down),
            ] {
                let moved = swapped(&platform.languages, language, direction);
                let name = words.say_of(key, &values);
                if icon_button(ui, icon, &name, moved.is_some()).clicked()
                    && let Some(moved) = moved
                {
                    set(moved);
                }
            }
        });
    }
    let absent = collection.languages.iter();
    for language in absent.filter(|language| !platform.languages.contains(language)) {
        let mut has = false;
        if ui
            .checkbox(&mut has, language_name(words, language))
            .changed()
        {
            let mut languages = platform.languages.clone();
            languages.push(language.clone());
            set(languages);
        }
    }
}
