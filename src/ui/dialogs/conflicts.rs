//! What a merge of two versions left open, one after the other, until someone has decided.

use egui::{ScrollArea, Ui};
use serde_json::Value;

use super::difference::part_ui;
use super::parts::{at_the_right, close_ui, take_cursor};
use super::{Answer, Surroundings};
use crate::messages;
use crate::model::{Conflict, Span, compare_words};
use crate::store::Side;
use crate::ui::widgets::{bold, main_button, warning};
use crate::words::Words;
use crate::workspace::changes::Shared;

/// The conflict that is looked at, by its place among those that are open.
#[derive(Debug, Clone, Default)]
pub struct ConflictsForm {
    at: usize,
}

/// How much of what a side says is shown: a whole collection is no text to read here.
const LONGEST: usize = 4000;

impl ConflictsForm {
    pub(super) fn ui(&mut self, ui: &mut Ui, around: &Surroundings<'_>) -> Option<Answer> {
        let words = around.words;
        let conflicts = &around.collection.conflicts;
        self.at = self.at.min(conflicts.len().saturating_sub(1));
        ui.heading(words.say("conflicts-title"));
        let Some(conflict) = conflicts.get(self.at) else {
            ui.label(words.say("conflicts-none"));
            return close_ui(ui, words);
        };
        let count = [
            ("at", (self.at + 1).into()),
            ("count", conflicts.len().into()),
        ];
        ui.weak(words.say_of("conflicts-count", &count));
        ui.label(bold(messages::conflict_place(
            words,
            around.collection,
            conflict,
        )));
        let tallest = (ui.ctx().content_rect().height() - 300.0).max(120.0);
        let scroll = ScrollArea::vertical().max_height(tallest);
        scroll.show(ui, |ui| versions_ui(ui, words, conflict));
        let shared = Shared {
            collection: around.collection,
            from: around.owner,
        };
        let settle = |side| shared.settle(conflict, side);
        if settle(Side::Theirs).is_none() {
            warning(ui, &words.say("conflicts-nowhere"));
        }
        at_the_right(ui, |ui| {
            let theirs = ui.add_enabled(
                settle(Side::Theirs).is_some(),
                main_button(ui, &words.say("conflicts-theirs")),
            );
            let ours = ui.add(main_button(ui, &words.say("conflicts-ours")));
            let next = ui.add_enabled(conflicts.len() > 1, button(words, "conflicts-next"));
            let later = ui.button(words.say("conflicts-later"));
            take_cursor(ui, &ours);
            if next.clicked() {
                self.at = (self.at + 1) % conflicts.len();
            }
            if theirs.clicked() {
                return Some(Answer::Edit(settle(Side::Theirs)));
            }
            if ours.clicked() {
                let kept = settle(Side::Ours).unwrap_or_else(|| shared.forget_conflict(conflict));
                return Some(Answer::Edit(Some(kept)));
            }
            later.clicked().then_some(Answer::Close)
        })
    }
}

fn button(words: &Words, key: &str) -> egui::Button<'static> {
    egui::Button::new(words.say(key).into_owned())
}

/// What stood there before, and what each side made of it, by words.
fn versions_ui(ui: &mut Ui, words: &Words, conflict: &Conflict) {
    let before = conflict.base.as_ref().map(written);
    for (key, side) in [
        ("conflicts-side-ours", &conflict.ours),
        ("conflicts-side-theirs", &conflict.theirs),
    ] {
        let title = words.say(key);
        match (side.as_ref().map(written), &before) {
            (Some(now), Some(before)) => {
                part_ui(ui, Some(&title), &compare_words(before, &now), words);
            }
            (Some(now), None) => part_ui(ui, Some(&title), &[Span::Kept(now)], words),
            (None, _) => {
                let removed = Span::Kept(words.say("conflicts-removed").into_owned());
                part_ui(ui, Some(&title), &[removed], words);
            }
        }
    }
}

/// A value as text: itself if it is one, else as the file would have it.
fn written(value: &Value) -> String {
    let text = match value {
        Value::String(text) => text.clone(),
        other => serde_json::to_string_pretty(other).unwrap_or_default(),
    };
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text,
    }
}
