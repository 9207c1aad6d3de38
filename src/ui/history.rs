//! The list of steps: what was done, where, and the way to any of them.

use egui::{FontId, Rect, Role, ScrollArea, Sense, Ui, vec2};
use egui_material_icons::MaterialIcon;
use egui_material_icons::icons::{ICON_ARROW_RIGHT, ICON_CHECK, ICON_REDO, ICON_SAVE};

use super::line::{Weight, letters, paint_ground, paint_icon, paint_words, words_within};
use super::scene::{Action, Scene};
use super::theme::Palette;
use super::widgets::named;
use crate::model::{Collection, Element, Form, Owner, SectionId, Text};
use crate::words::Words;
use crate::workspace::{Session, StepSeen};

const LINE: f32 = 28.0;
/// The longest extract of what was typed, in characters.
const EXTRACT: usize = 60;

/// What the list remembers between frames.
#[derive(Debug, Default)]
pub struct HistoryState {
    /// The steps when they were last drawn, to bring the current one into sight when it changes.
    seen: Option<(usize, usize)>,
}

impl HistoryState {
    /// Shows the steps, the newest first, and where among them one is.
    pub fn ui(
        &mut self,
        ui: &mut Ui,
        scene: &Scene<'_>,
        session: &Session,
        actions: &mut Vec<Action>,
    ) {
        let (done, undone) = session.steps();
        ui.spacing_mut().item_spacing.y = 0.0;
        let lines = done + undone + 1;
        let mut scroll = ScrollArea::vertical().id_salt("history").auto_shrink(false);
        if self.seen != Some((done, undone)) {
            self.seen = Some((done, undone));
            #[expect(clippy::cast_precision_loss, reason = "nobody makes millions of steps")]
            let top = LINE * undone as f32;
            scroll = scroll.vertical_scroll_offset((top - ui.available_height() / 2.0).max(0.0));
        }
        scroll.show_rows(ui, LINE, lines, |ui, range| {
            for line in range {
                let steps = done + undone - line;
                if line_ui(ui, scene, session, steps) && steps != done {
                    actions.push(Action::JumpTo(steps));
                }
            }
        });
    }
}

/// The state after so many steps, as a line tells it.
struct State {
    /// What the last of the steps did, and where.
    said: String,
    place: String,
    is_saved: bool,
    is_here: bool,
    is_undone: bool,
}

impl State {
    fn after(steps: usize, scene: &Scene<'_>, session: &Session) -> Self {
        let (done, _) = session.steps();
        let step = steps.checked_sub(1).and_then(|at| session.step(at));
        let (said, place) = match &step {
            None => {
                let said = scene.words.say("history-start").into_owned();
                (said, String::new())
            }
            Some(step) => (deed(scene, step), place(scene, step)),
        };
        Self {
            said,
            place,
            is_saved: session.is_saved_after(steps),
            is_here: steps == done,
            is_undone: steps > done,
        }
    }

    /// What is so of it, each with its icon and the key of its words.
    fn notes(&self) -> impl Iterator<Item = (Option<MaterialIcon>, &'static str)> {
        [
            (self.is_saved, Some(ICON_SAVE), "history-saved"),
            (self.is_here, None, "history-here"),
        ]
        .into_iter()
        .filter_map(|(is_so, icon, key)| is_so.then_some((icon, key)))
    }

    fn spoken(&self, words: &Words) -> String {
        let mut spoken = self.said.clone();
        if !self.place.is_empty() {
            spoken = format!("{spoken}, {}", self.place);
        }
        for (_, key) in self.notes() {
            spoken = format!("{spoken}, {}", words.say(key));
        }
        spoken
    }

    fn paint(&self, ui: &Ui, words: &Words, rect: Rect) {
        let palette = Palette::now(ui.ctx());
        let (icon, colour) = match (self.is_here, self.is_undone) {
            (true, _) => (ICON_ARROW_RIGHT, palette.text),
            (_, true) => (ICON_REDO, palette.weak),
            _ => (ICON_CHECK, palette.text),
        };
        paint_icon(ui, icon, 16.0, rect, rect.left() + 14.0, palette.weak);
        let right = self.paint_notes(ui, words, rect);
        let left = rect.left() + 30.0;
        let mut job = words_within(right - left);
        let weight = Weight::when_bold(self.is_here);
        job.append(&self.said, 0.0, letters(14.0, weight, colour));
        let plain = letters(13.0, Weight::Plain, palette.weak);
        job.append(&self.place, 14.0, plain);
        let galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
        paint_words(ui, galley, rect, left, colour);
    }

    /// Paints the notes before the right end of a line; where they begin.
    fn paint_notes(&self, ui: &Ui, words: &Words, rect: Rect) -> f32 {
        let palette = Palette::now(ui.ctx());
        let mut right = rect.right() - 8.0;
        for (icon, key) in self.notes() {
            let said = words.say(key).into_owned();
            let font = FontId::proportional(12.5);
            let told = ui.painter().layout_no_wrap(said, font, palette.text);
            right -= told.size().x;
            paint_words(ui, told, rect, right, palette.text);
            if let Some(icon) = icon {
                paint_icon(ui, icon, 14.0, rect, right - 10.0, palette.text);
                right -= 20.0;
            }
            right -= 14.0;
        }
        right
    }
}

/// A line of the list: the state after so many steps. Tells whether it was clicked.
fn line_ui(ui: &mut Ui, scene: &Scene<'_>, session: &Session, steps: usize) -> bool {
    let state = State::after(steps, scene, session);
    let (_, rect) = ui.allocate_space(vec2(ui.available_width(), LINE));
    let id = egui::Id::unique(("history", steps));
    let response = ui.interact(rect, id, Sense::click());
    named(&response, Role::Button, &state.spoken(scene.words));
    let palette = Palette::now(ui.ctx());
    let fill = state.is_here.then_some(palette.selected);
    paint_ground(ui, &response, rect, fill);
    state.paint(ui, scene.words, rect);
    response.clicked()
}

/// What a step did: its name, and the words that were typed.
fn deed(scene: &Scene<'_>, step: &StepSeen<'_>) -> String {
    let words = scene.words;
    let deed = words.say(step.deed.key()).into_owned();
    let extract = step.typed.map_or_else(String::new, |typed| {
        let (inserted, removed) = (extract(typed.inserted), extract(typed.removed));
        if inserted.is_empty() && !removed.is_empty() {
            let values = [("extract", removed.into())];
            words.say_of("history-erased", &values).into_owned()
        } else {
            inserted
        }
    });
    let values = [
        ("deed", deed.into()),
        ("words", usize::from(!extract.is_empty()).into()),
        ("extract", extract.into()),
    ];
    let said = words.say_of("history-step", &values).into_owned();
    let mut letters = said.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}

/// The start of words, on one line.
fn extract(words: &str) -> String {
    let mut extract = String::new();
    let mut letters = words.chars();
    for letter in letters.by_ref().take(EXTRACT) {
        extract.push(if letter.is_whitespace() { ' ' } else { letter });
    }
    let mut extract = extract.trim().to_owned();
    if letters.next().is_some() {
        extract.push('…');
    }
    extract
}

/// Where a step was: the platform or model, and the section.
fn place(scene: &Scene<'_>, step: &StepSeen<'_>) -> String {
    let owner = &step.place.owner;
    let name = scene.name_of(owner);
    if owner == scene.owner() {
        return format!("{name} · {}", scene.place_of(&step.place.element));
    }
    match &step.place.element {
        Element::Title => name,
        element => match element.section() {
            Some(section) => format!("{name} · {}", heading(scene, owner, section)),
            None => name,
        },
    }
}

/// A section's heading as the charter or one of its models writes it; its id where none does.
fn heading(scene: &Scene<'_>, owner: &Owner, section: &SectionId) -> String {
    let heading = written_heading(scene.collection, owner, section);
    let first = scene.collection.first_language();
    let said = heading.map(|text| text.said(scene.language, &first).text.trim());
    match said {
        Some(said) if !said.is_empty() => said.to_owned(),
        _ => section.to_string(),
    }
}

fn written_heading<'c>(
    collection: &'c Collection,
    owner: &Owner,
    section: &SectionId,
) -> Option<&'c Text> {
    let charter = collection.charter(owner)?;
    let models = collection.followed(charter).map(|model| &model.charter);
    std::iter::once(charter)
        .chain(models)
        .find_map(|charter| match &charter.form {
            Form::Complete(complete) => Some(&complete.sections.get(section)?.heading),
            Form::Following(_) => None,
        })
}
