//! What differs between two charters, two states of one, or two versions of the collection.

use std::sync::Arc;

use egui::{Label, RichText, ScrollArea, Ui};

use super::Answer;
use super::difference::laid_out;
use super::parts::{at_the_right, room};
use crate::document::Document;
use crate::messages::Difference;
use crate::ui::widgets::bold;
use crate::words::Words;

/// The size of letters in the dialog.
const LETTERS: f32 = 14.5;

/// How many differences are shown: nobody reads more here.
const SHOWN: usize = 300;

/// What was compared, and what differs.
#[derive(Debug, Clone)]
pub struct ComparedForm {
    pub title: String,
    /// What stands above the differences: how many there are, or that there are none.
    pub above: Vec<String>,
    pub differences: Vec<Difference>,
    /// The same as a page; nothing where it is about many charters.
    pub page: Option<Arc<Document>>,
}

impl ComparedForm {
    pub(super) fn ui(&mut self, ui: &mut Ui, words: &Words) -> Option<Answer> {
        ui.heading(&self.title);
        for line in &self.above {
            ui.label(line);
        }
        let tallest = room(ui, 260.0);
        ScrollArea::vertical()
            .max_height(tallest)
            // As high as it needs to be at once, not by and by.
            .min_scrolled_height(tallest)
            .auto_shrink([false, true])
            .show(ui, |ui| {
                differences_ui(ui, words, &self.differences);
                if self.differences.is_empty() {
                    ui.label(RichText::new(words.say("diff-nothing")).weak());
                }
            });
        at_the_right(ui, |ui| {
            let closed = ui.button(words.say("close")).clicked();
            let shown = self.page.as_ref().and_then(|page| {
                let asked = ui.button(words.say("compared-as-page")).clicked();
                asked.then(|| Answer::ShowPage(Arc::clone(page)))
            });
            shown.or(closed.then_some(Answer::Close))
        })
    }
}

/// What differs, difference by difference, as far as anyone reads it here.
pub(super) fn differences_ui(ui: &mut Ui, words: &Words, differences: &[Difference]) {
    for difference in differences.iter().take(SHOWN) {
        ui.label(bold(difference.head(words)));
        if !difference.spans.is_empty() {
            let spans = laid_out(ui, &difference.spans, LETTERS);
            ui.add(Label::new(spans).wrap());
        }
        ui.add_space(ui.text_style_height(&egui::TextStyle::Body) / 3.0);
    }
    if let more @ 1.. = differences.len().saturating_sub(SHOWN) {
        ui.label(words.say_of("compared-more", &[("count", more.into())]));
    }
}
