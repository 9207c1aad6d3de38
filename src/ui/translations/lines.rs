//! The lines of what is to be translated, and of how much is done.

use egui::{Align, Id, Role, Sense, Ui, vec2};
use egui_material_icons::icons::{ICON_HISTORY, ICON_TRANSLATE};

use crate::model::Owner;
use crate::ui::line::{
    Weight, is_chosen, letters, paint_ground, paint_icon, paint_words, words_within,
};
use crate::ui::scene::Scene;
use crate::ui::theme::Palette;
use crate::ui::widgets::named;
use crate::workspace::translations::{Lack, ToTranslate};

pub const LINE: f32 = 28.0;
/// The room for what a text lacks.
const LACK: f32 = 190.0;
/// The room for the name of a charter.
const NAME: f32 = 330.0;

/// The room on a line for whose a text is and where in it.
fn place_room(line: f32) -> f32 {
    (line * 0.4).clamp(200.0, 560.0)
}

/// A line for a text to translate. Tells whether the person goes there.
pub fn queued_ui(
    ui: &mut Ui,
    scene: &Scene<'_>,
    it: &ToTranslate,
    place: &str,
    (row, is_last): (usize, bool),
) -> bool {
    let words = scene.words;
    let palette = Palette::now(ui.ctx());
    let (icon, key) = match it.lack {
        Lack::Missing => (ICON_TRANSLATE, "translations-missing-in"),
        Lack::Outdated => (ICON_HISTORY, "translations-outdated-in"),
    };
    let lack = words.say_of(key, &[("language", it.language.as_str().into())]);
    let (_, rect) = ui.allocate_space(vec2(ui.available_width(), LINE));
    let response = ui.interact(rect, Id::unique(("translation", row)), Sense::click());
    let spoken = format!("{lack}, {place} : {}", it.said);
    named(&response, Role::Button, &spoken);
    if response.gained_focus() {
        response.scroll_to_me(Some(Align::Center));
    }
    paint_ground(ui, &response, rect, is_last.then_some(palette.selected));
    paint_icon(ui, icon, 16.0, rect, rect.left() + 14.0, palette.adapted);
    let mut left = rect.left() + 30.0;
    for (words, width, weight, colour) in [
        (lack.as_ref(), LACK, Weight::Bold, palette.text),
        (place, place_room(rect.width()), Weight::Plain, palette.text),
        (&it.said, f32::INFINITY, Weight::Plain, palette.weak),
    ] {
        let mut job = words_within(width.min(rect.right() - left) - 8.0);
        job.append(words, 0.0, letters(13.5, weight, colour));
        let galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
        paint_words(ui, galley, rect, left, colour);
        left += width;
    }
    is_chosen(ui, &response.on_hover_text(spoken))
}

/// A line for how much of a charter is translated. Tells whether the person goes there.
pub fn share_ui(ui: &mut Ui, scene: &Scene<'_>, owner: &Owner, told: &str) -> bool {
    let palette = Palette::now(ui.ctx());
    let name = scene.name_of(owner);
    let (_, rect) = ui.allocate_space(vec2(ui.available_width(), LINE));
    let response = ui.interact(rect, Id::unique(("share", owner)), Sense::click());
    named(&response, Role::Button, &format!("{name} : {told}"));
    if response.gained_focus() {
        response.scroll_to_me(Some(Align::Center));
    }
    paint_ground(ui, &response, rect, None);
    let mut job = words_within(NAME - 16.0);
    job.append(&name, 0.0, letters(14.0, Weight::Bold, palette.text));
    let galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
    paint_words(ui, galley, rect, rect.left() + 8.0, palette.text);
    let left = rect.left() + NAME;
    let mut job = words_within(rect.right() - left - 8.0);
    job.append(told, 0.0, letters(14.0, Weight::Plain, palette.text));
    let galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
    paint_words(ui, galley, rect, left, palette.text);
    is_chosen(ui, &response)
}
