//! The parts of the window, from one to the next of which a key takes the cursor.

use egui::{Context, Rect};

use super::Window;
use crate::ui::find::Step;

/// A part that can have the cursor, in the order in which a key goes through them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Platforms,
    Editor,
    Preview,
    Bottom,
}

/// Where the parts stood when they were drawn last.
#[derive(Debug, Default)]
pub struct Parts {
    pub platforms: Option<Rect>,
    pub editor: Option<Rect>,
    /// How much room there was for the editor and the preview, from side to side.
    pub room: Option<f32>,
    pub preview: Option<Rect>,
    pub bottom: Option<Rect>,
}

impl Parts {
    fn place(&self, part: Part) -> Option<Rect> {
        match part {
            Part::Platforms => self.platforms,
            Part::Editor => self.editor,
            Part::Preview => self.preview,
            Part::Bottom => self.bottom,
        }
    }
}

impl Window {
    /// Puts the cursor into the part after the one that has it, or the one before.
    pub(super) fn go_to_part(&mut self, step: Step, ctx: &Context) {
        let shown = self.shown_parts();
        let current = self.part_with_cursor(&shown, ctx);
        let at = current.and_then(|part| shown.iter().position(|it| *it == part));
        let last = shown.len().saturating_sub(1);
        let to = match (step, at) {
            (Step::Next, Some(at)) if at < last => at + 1,
            (Step::Next, _) => 0,
            (Step::Previous, Some(at)) if at > 0 => at - 1,
            (Step::Previous, _) => last,
        };
        if let Some(part) = shown.get(to) {
            self.give_cursor(*part);
        }
    }

    fn shown_parts(&self) -> Vec<Part> {
        let panels = &self.view.settings.panels;
        [
            (Part::Platforms, panels.platforms),
            (Part::Editor, true),
            (Part::Preview, panels.preview && !self.is_boarding()),
            (Part::Bottom, panels.bottom),
        ]
        .into_iter()
        .filter_map(|(part, is_shown)| is_shown.then_some(part))
        .collect()
    }

    /// The part where what has the cursor stands.
    fn part_with_cursor(&self, shown: &[Part], ctx: &Context) -> Option<Part> {
        let focused = ctx.memory(|memory| memory.focused())?;
        let response = ctx.read_response(focused)?;
        let in_sight = response.interact_rect;
        let holds = |part: &Part| {
            let Some(place) = self.parts.place(*part) else {
                return false;
            };
            // What is scrolled out of sight is still between the edges of its part.
            if in_sight.is_positive() {
                place.contains(in_sight.center())
            } else {
                *part != Part::Bottom && place.x_range().contains(response.rect.center().x)
            }
        };
        shown.iter().copied().find(holds)
    }

    fn give_cursor(&mut self, part: Part) {
        match part {
            Part::Platforms => self.platforms.take_cursor(),
            Part::Editor if self.is_boarding() => self.board.take_cursor(),
            Part::Editor => {
                if let Some(scene) = self.view.scene() {
                    self.editor.take_cursor(&scene);
                }
            }
            Part::Preview => self.preview.take_cursor(),
            Part::Bottom => self.bottom.take_cursor(),
        }
    }
}
