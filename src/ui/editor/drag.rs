//! Dragging a section by its handle: a line shows where it will land, the page scrolls near its
//! edges, Escape lets go of it.

use egui::style::ScrollAnimation;
use egui::{CursorIcon, Key, Modifiers, Rect, Stroke, Ui, vec2};

use super::{Cursor, Editor};
use crate::model::{Place, SectionId};
use crate::ui::scene::{Action, Scene};
use crate::ui::theme::Palette;
use crate::workspace::changes::Scope;

/// A section being dragged.
#[derive(Debug)]
pub struct Drag {
    pub section: SectionId,
    /// Where it would land.
    place: Option<Place<SectionId>>,
}

/// A section that is drawn: its place among all, and on the screen.
pub struct Slot {
    pub at: usize,
    pub rect: Rect,
}

impl Editor {
    /// Begins to drag a section.
    pub(super) fn take(&mut self, section: &SectionId) {
        self.drag = Some(Drag {
            section: section.clone(),
            place: None,
        });
    }

    /// Goes on with the drag, if there is one.
    pub(super) fn drag_ui(
        &mut self,
        ui: &mut Ui,
        scene: &Scene<'_>,
        slots: &[Slot],
        actions: &mut Vec<Action>,
    ) {
        let Some(drag) = &mut self.drag else {
            return;
        };
        if ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape)) {
            ui.stop_dragging();
            self.drag = None;
            return;
        }
        ui.set_cursor_icon(CursorIcon::Grabbing);
        if let Some(pointer) = ui.input(|input| input.pointer.interact_pos()) {
            // The first card whose middle is below the pointer is the one that it lands above.
            let below = slots.iter().find(|slot| slot.rect.center().y > pointer.y);
            let at = below.map_or_else(
                || slots.last().map_or(0, |slot| slot.at + 1),
                |slot| slot.at,
            );
            let sections = &scene.resolved.sections;
            let above = sections.get(..at).unwrap_or_default().iter().rev();
            let above = above.map(|it| &it.id).find(|id| **id != drag.section);
            drag.place = Some(above.map_or(Place::First, |id| Place::After(id.clone())));
            let half = ui.spacing().item_spacing.y / 2.0;
            let line = match below {
                Some(slot) => Some((slot.rect.top() - half, slot.rect.x_range())),
                None => slots
                    .last()
                    .map(|slot| (slot.rect.bottom() + half, slot.rect.x_range())),
            };
            if let Some((y, x)) = line {
                let stroke = Stroke::new(3.0, Palette::now(ui.ctx()).accent);
                ui.painter().hline(x, y, stroke);
            }
            scroll_near_edges(ui, pointer.y);
        }
        if ui.input(|input| input.pointer.any_released() || !input.pointer.any_down()) {
            let Some(Drag { section, place }) = self.drag.take() else {
                return;
            };
            let change = place.and_then(|place| {
                let charters = scene.charters();
                charters.move_section_to(&section, &place, Scope::Here)
            });
            if let Some(change) = change {
                actions.push(Action::Change(change));
                self.settle_bar = Some((section, Cursor::Stays));
            }
        }
    }
}

/// Scrolls while the pointer is near the upper or lower edge, the faster the nearer.
fn scroll_near_edges(ui: &Ui, y: f32) {
    const NEAR: f32 = 48.0;
    let seen = ui.clip_rect();
    let up = (seen.top() + NEAR - y).clamp(0.0, NEAR);
    let down = (y - seen.bottom() + NEAR).clamp(0.0, NEAR);
    let delta = (up - down) * 0.35;
    if delta != 0.0 {
        ui.scroll_with_delta_animation(vec2(0.0, delta), ScrollAnimation::none());
        ui.request_repaint();
    }
}
