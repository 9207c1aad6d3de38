//! The keyboard's place in the page: the keys of a reader lead from place to place.

use egui::{Id, Key, Modifiers, Ui};

use super::{Anchor, Page};
use crate::ui::preview::layout::{Layout, Spot};
use crate::ui::preview::pieces::{self, Part};

/// A place in the page that the keyboard can stand on.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Stop {
    pub key: pieces::Key,
    pub spot: usize,
}

impl Stop {
    pub(super) fn id(&self) -> Id {
        Id::unique(("preview", &self.key, self.spot))
    }
}

impl Page {
    /// Where the keyboard goes by the keys that were pressed, which are taken.
    pub(super) fn next_stop(&self, ui: &Ui, layout: &mut Layout<'_>) -> Option<Stop> {
        let stop = self.stop.as_ref()?;
        if !ui.memory(|memory| memory.has_focus(stop.id())) {
            return None;
        }
        let keys = [
            Key::ArrowDown,
            Key::ArrowUp,
            Key::ArrowRight,
            Key::ArrowLeft,
            Key::Home,
            Key::End,
        ];
        let key = ui.input_mut(|input| {
            keys.into_iter()
                .find(|key| input.consume_key(Modifiers::NONE, *key))
        })?;
        let at = self.pieces.find(&stop.key)?;
        let piece = self.pieces.get(at)?;
        let is_row = matches!(piece.part, Part::Row(_) | Part::Header);
        let here = layout.piece(piece).spots;
        let is_beside = |spot: &Spot| {
            let first = here.first();
            first.is_some_and(|it| (it.rect.top() - spot.rect.top()).abs() < 0.5)
        };
        // In a table, up and down go to the row above and below.
        let by_rows = is_row && here.iter().all(is_beside);
        let last = here.len().saturating_sub(1);
        let (from, spot, forward) = match key {
            Key::ArrowDown | Key::ArrowRight
                if stop.spot < last && !(by_rows && key == Key::ArrowDown) =>
            {
                (at, Some(stop.spot + 1), true)
            }
            Key::ArrowUp | Key::ArrowLeft if stop.spot > 0 && !(by_rows && key == Key::ArrowUp) => {
                (at, Some(stop.spot - 1), false)
            }
            Key::ArrowDown if by_rows => (at + 1, Some(stop.spot), true),
            Key::ArrowUp if by_rows => (at.checked_sub(1)?, Some(stop.spot), false),
            Key::ArrowDown | Key::ArrowRight => (at + 1, Some(0), true),
            Key::ArrowUp | Key::ArrowLeft => (at.checked_sub(1)?, None, false),
            Key::Home => (0, Some(0), true),
            _ => (self.pieces.len().checked_sub(1)?, None, false),
        };
        // Pieces without words, such as a header over cards, are passed over.
        let mut at = from;
        loop {
            let spots = layout.piece(self.pieces.get(at)?).spots.len();
            if let Some(last) = spots.checked_sub(1) {
                return Some(Stop {
                    key: self.pieces.key(at)?,
                    spot: spot.map_or(last, |spot| spot.min(last)),
                });
            }
            at = if forward { at + 1 } else { at.checked_sub(1)? };
        }
    }

    /// Gives the keyboard to a place; where the page is held so that it is in sight.
    pub(super) fn go_to_stop(
        &mut self,
        ui: &Ui,
        stop: Stop,
        layout: &mut Layout<'_>,
        view: f32,
    ) -> Option<Anchor> {
        ui.memory_mut(|memory| memory.request_focus(stop.id()));
        let stop = self.stop.insert(stop).clone();
        let piece = self.pieces.find(&stop.key)?;
        let laid = layout.piece(self.pieces.get(piece)?);
        self.brought_into_sight(piece, laid.spots.get(stop.spot)?.rect, view)
    }
}
