//! The list of steps: what was done, where, and the way to any of them.

use egui::text::{LayoutJob, TextFormat, TextWrapping};
use egui::{
    Align2, FontFamily, FontId, Role, ScrollArea, Sense, Stroke, StrokeKind, Ui, pos2, vec2,
};
use egui_material_icons::icons::{ICON_ARROW_RIGHT, ICON_CHECK, ICON_REDO, ICON_SAVE};

use super::scene::{Action, Scene};
use super::theme::{BOLD, Palette};
use super::widgets::named;
use crate::model::{Collection, Element, Form, Owner, SectionId, Text};
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

/// A line of the list: the state after so many steps.
fn line_ui(ui: &mut Ui, scene: &Scene<'_>, session: &Session, steps: usize) -> bool {
    let palette = Palette::now(ui.ctx());
    let words = scene.words;
    let (done, _) = session.steps();
    let is_here = steps == done;
    let step = steps.checked_sub(1).and_then(|at| session.step(at));
    let (said, place) = match &step {
        None => (words.say("history-start").into_owned(), String::new()),
        Some(step) => (deed(scene, step), place(scene, step)),
    };
    let is_saved = session.is_saved_after(steps);

    let (_, rect) = ui.allocate_space(vec2(ui.available_width(), LINE));
    let id = egui::Id::unique(("history", steps));
    let response = ui.interact(rect, id, Sense::click());
    let mut spoken = said.clone();
    if !place.is_empty() {
        spoken = format!("{spoken}, {place}");
    }
    for (is_so, key) in [(is_saved, "history-saved"), (is_here, "history-here")] {
        if is_so {
            spoken = format!("{spoken}, {}", words.say(key));
        }
    }
    named(&response, Role::Button, &spoken);

    let painter = ui.painter();
    if is_here {
        painter.rect_filled(rect, 4.0, palette.selected);
    } else if response.hovered() {
        painter.rect_filled(rect, 4.0, palette.header);
    }
    if response.has_focus() {
        let stroke = Stroke::new(2.0, palette.accent);
        painter.rect_stroke(rect, 4.0, stroke, StrokeKind::Inside);
    }
    let is_undone = steps > done;
    let colour = if is_undone {
        palette.weak
    } else {
        palette.text
    };
    let icon = match (is_here, is_undone) {
        (true, _) => ICON_ARROW_RIGHT,
        (_, true) => ICON_REDO,
        _ => ICON_CHECK,
    };
    let font = FontId::new(16.0, icon.font_family());
    let at = pos2(rect.left() + 14.0, rect.center().y);
    painter.text(
        at,
        Align2::CENTER_CENTER,
        icon.codepoint,
        font,
        palette.weak,
    );

    let mut right = rect.right() - 8.0;
    for (is_so, icon, key) in [
        (is_saved, Some(ICON_SAVE), "history-saved"),
        (is_here, None, "history-here"),
    ] {
        if !is_so {
            continue;
        }
        let told = painter.layout_no_wrap(
            words.say(key).into_owned(),
            FontId::proportional(12.5),
            palette.text,
        );
        right -= told.size().x;
        let at = pos2(right, rect.center().y - told.size().y / 2.0);
        painter.galley(at, told, palette.text);
        if let Some(icon) = icon {
            right -= 10.0;
            let font = FontId::new(14.0, icon.font_family());
            let at = pos2(right, rect.center().y);
            painter.text(
                at,
                Align2::CENTER_CENTER,
                icon.codepoint,
                font,
                palette.text,
            );
            right -= 10.0;
        }
        right -= 14.0;
    }
    let left = rect.left() + 30.0;
    let format = |family, size, color| TextFormat {
        font_id: FontId::new(size, family),
        color,
        ..TextFormat::default()
    };
    let mut job = LayoutJob {
        wrap: TextWrapping::truncate_at_width((right - left).max(40.0)),
        ..LayoutJob::default()
    };
    let family = if is_here {
        FontFamily::Name(BOLD.into())
    } else {
        FontFamily::Proportional
    };
    job.append(&said, 0.0, format(family, 14.0, colour));
    job.append(
        &place,
        14.0,
        format(FontFamily::Proportional, 13.0, palette.weak),
    );
    let galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
    let at = pos2(left, rect.center().y - galley.size().y / 2.0);
    ui.painter().galley(at, galley, colour);
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
