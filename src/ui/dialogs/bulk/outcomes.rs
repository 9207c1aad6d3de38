//! What a change would do where, in a list of which the lines in sight are drawn.

use egui::{Label, RichText, ScrollArea, Ui};

use crate::messages;
use crate::model::Owner;
use crate::ui::dialogs::Surroundings;
use crate::ui::line::as_points;
use crate::ui::scene::name_of;
use crate::ui::theme::Palette;
use crate::words::Words;
use crate::workspace::changes::bulk::{Outcome, Plan};

/// The height of a line.
const LINE: f32 = 24.0;
/// The room that the rest of the dialog needs.
const AROUND: f32 = 430.0;

/// The room that the list of so many platforms has.
pub(super) fn height_of(ui: &Ui, count: usize) -> f32 {
    let room = ui.ctx().content_rect().height() - AROUND;
    let lines = (room / LINE).floor().clamp(2.0, 8.0);
    LINE * lines.min(as_points(count))
}

/// A plan, and the order in which it is told: what cannot change first, so that it is seen, then what
/// does.
#[derive(Debug)]
pub(super) struct Outcomes {
    pub plan: Plan,
    order: Vec<usize>,
    /// How many change, are so already and cannot.
    counts: [usize; 3],
}

impl Outcomes {
    pub fn new(plan: Plan) -> Self {
        let mut order: Vec<usize> = (0..plan.outcomes.len()).collect();
        let rank = |at: &usize| match plan.outcomes.get(*at) {
            Some((_, Outcome::Impossible(_))) => 0,
            Some((_, outcome)) if outcome.is_change() => 1,
            _ => 2,
        };
        order.sort_by_key(rank);
        let counts = [plan.changes(), plan.same(), plan.impossible()];
        Self {
            plan,
            order,
            counts,
        }
    }

    /// How many change.
    pub fn changes(&self) -> usize {
        let [changes, _, _] = self.counts;
        changes
    }

    /// How many change, are so already and cannot, in the words of `key`.
    pub fn counts(&self, words: &Words, key: &str) -> String {
        let [changes, same, impossible] = self.counts;
        let counts = [
            ("changes", changes),
            ("same", same),
            ("impossible", impossible),
        ];
        messages::counted(words, key, &counts)
    }

    /// The list, in a room of a height.
    pub fn ui(&self, ui: &mut Ui, around: &Surroundings<'_>, height: f32) {
        ui.spacing_mut().item_spacing.y = 0.0;
        ui.spacing_mut().interact_size.y = LINE;
        let scroll = ScrollArea::vertical()
            .id_salt("bulk-outcomes")
            .max_height(height)
            .min_scrolled_height(height)
            .auto_shrink([false, true]);
        scroll.show_rows(ui, LINE, self.order.len(), |ui, lines| {
            for at in self.order.get(lines).unwrap_or_default() {
                self.line_ui(ui, around, *at);
            }
        });
    }

    fn line_ui(&self, ui: &mut Ui, around: &Surroundings<'_>, at: usize) {
        let Some((id, outcome)) = self.plan.outcomes.get(at) else {
            return;
        };
        let palette = Palette::now(ui.ctx());
        let words = around.words;
        let owner = Owner::Platform(id.clone());
        let name = name_of(around.collection, &owner, words.language());
        let told = messages::bulk_outcome(words, around.collection, &name, outcome);
        let colour = match outcome {
            Outcome::Changes(_) | Outcome::Follows(..) => palette.text,
            Outcome::Impossible(_) => palette.warning,
            Outcome::Same => palette.weak,
        };
        ui.horizontal(|ui| {
            ui.add(Label::new(RichText::new(told).color(colour)).truncate());
        });
    }
}
