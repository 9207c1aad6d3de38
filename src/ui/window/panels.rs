//! The panels, and what stands in their place.

use egui::{
    Align2, CentralPanel, Context, CornerRadius, FontId, Frame, Id, InnerResponse, LayerId, Margin,
    Order, Panel, Stroke, Ui,
};

use super::Window;
use crate::ui::command::Command;
use crate::ui::editor::caret;
use crate::ui::preview::Edited;
use crate::ui::scene::Action;
use crate::ui::start::{Behind, Started, start_ui};
use crate::ui::theme::Palette;
use crate::ui::widgets::{main_button, named_edge, panel_id};

/// How wide the editor is to be beside the preview.
struct Widths {
    wanted: f32,
    widest: f32,
}

impl Widths {
    const LEAST: f32 = 340.0;

    /// In a room of some width, where a person has wanted another width before.
    fn within(room: f32, wanted: Option<f32>) -> Self {
        Self {
            wanted: wanted.unwrap_or((room * 0.54).max(Self::LEAST)),
            // The preview keeps its place, however small the window is made.
            widest: (room - 240.0).max(Self::LEAST),
        }
    }

    fn fitting(&self) -> f32 {
        self.wanted.clamp(Self::LEAST, self.widest)
    }
}

impl Window {
    /// The list of models and platforms.
    pub(super) fn list_ui(&mut self, ui: &mut Ui, actions: &mut Vec<Action>) {
        let Some(scene) = self.view.scene() else {
            return;
        };
        let revision = self.view.session.list_revision();
        let mut panels = self.view.settings.panels;
        let list_id = panel_id(ui, "platforms");
        let list = Panel::left("platforms")
            .default_size(panels.platforms_width.unwrap_or(250.0))
            .min_size(150.0);
        let list = list.show_collapsible(ui, &mut panels.platforms, |ui| {
            self.platforms.ui(ui, &scene, revision, actions);
        });
        let words = scene.words;
        named_edge(ui.ctx(), list_id, &words.say("resize-platforms"));
        note_width(&mut panels.platforms_width, list.as_ref());
        self.parts.platforms = list.map(|list| list.response.rect);
        self.view.settings.panels = panels;
    }

    pub(super) fn editor_ui(&mut self, ui: &mut Ui, actions: &mut Vec<Action>) {
        let Some(scene) = self.view.scene() else {
            return;
        };
        let words = scene.words;
        let mut panels = self.view.settings.panels;
        let frame = side_frame(ui);
        let (editor, finder) = (&mut self.editor, &mut self.finder);
        let mut editor_ui = |ui: &mut Ui| {
            finder.ui(ui, &scene, editor, actions);
            editor.ui(ui, &scene, actions);
        };
        if panels.preview {
            let room = ui.available_width();
            // Where the room for it changed, it is as wide as it is wanted to be, if it can.
            let is_settled = self.parts.room == Some(room);
            self.parts.room = Some(room);
            let widths = Widths::within(room, panels.editor_width);
            let mut panel = Panel::left("editor")
                .default_size(widths.wanted)
                .min_size(Widths::LEAST)
                .max_size(widths.widest);
            if !is_settled {
                panel = panel.exact_size(widths.fitting());
            }
            let panel_id = panel_id(ui, "editor");
            let panel = panel.frame(frame).show(ui, |ui| editor_ui(ui));
            named_edge(ui.ctx(), panel_id, &words.say("resize-editor"));
            let width = panel.response.rect.width();
            // What is squeezed keeps the width that it is to have again.
            let is_dragged = is_settled && (width - widths.fitting()).abs() > 0.5;
            panels.editor_width = Some(if is_dragged { width } else { widths.wanted });
            self.parts.editor = Some(panel.response.rect);
        } else {
            let panel = CentralPanel::default().frame(frame);
            let shown = panel.show(ui, |ui| editor_ui(ui));
            self.parts.editor = Some(shown.response.rect);
        }
        self.view.settings.panels = panels;
    }

    pub(super) fn preview_ui(&mut self, ui: &mut Ui, actions: &mut Vec<Action>) {
        let Some(scene) = self.view.scene() else {
            self.nothing_ui(ui, actions);
            return;
        };
        if !self.view.settings.panels.preview {
            return;
        }
        let frame = side_frame(ui);
        let shown = CentralPanel::default().frame(frame).show(ui, |ui| {
            let edited = self.editor.focus.as_ref().map(|element| Edited {
                element,
                caret: caret::place_of(ui.ctx(), &scene, element),
            });
            self.preview.ui(ui, &scene, &self.jobs, edited, actions);
        });
        self.parts.preview = Some(shown.response.rect);
    }

    /// What stands where there is neither model nor platform.
    fn nothing_ui(&mut self, ui: &mut Ui, actions: &mut Vec<Action>) {
        CentralPanel::default().show(ui, |ui| {
            ui.vertical_centered(|ui| {
                ui.add_space(80.0);
                ui.heading(self.view.words.say("nothing-title"));
                ui.label(self.view.words.say("nothing-text"));
                ui.add_space(12.0);
                let add = self.view.words.say(Command::AddPlatform.key());
                if ui.add(main_button(ui, &add)).clicked() {
                    actions.push(Action::Command(Command::AddPlatform));
                }
            });
        });
    }

    pub(super) fn start_page_ui(&mut self, ui: &mut Ui, ctx: &Context) {
        if self.work.opening.is_some() {
            // What is being opened is about to take this place.
            CentralPanel::default().show(ui, |ui| ui.weak(self.view.words.say("work-opening")));
            return;
        }
        let session = &self.view.session;
        let is_empty = session.collection().platforms.is_empty()
            && session.collection().models.is_empty()
            && session.path().is_none();
        let behind = if is_empty {
            Behind::Nothing
        } else {
            Behind::Collection
        };
        match start_ui(ui, &self.view.words, &self.view.settings.recent, behind) {
            Some(Started::With(next)) => self.leave_for(next, ctx),
            Some(Started::Back) => self.starting = false,
            None => {}
        }
    }

    /// While a file is held over the window: what dropping it does.
    pub(super) fn drop_hint_ui(&self, ctx: &Context) {
        if ctx.input(|input| input.raw.hovered_files.is_empty()) {
            return;
        }
        let layer = LayerId::new(Order::Foreground, Id::unique("drop"));
        let painter = ctx.layer_painter(layer);
        let palette = Palette::now(ctx);
        let room = ctx.content_rect();
        painter.rect_filled(
            room,
            CornerRadius::ZERO,
            palette.selected.gamma_multiply(0.9),
        );
        let words = self.view.words.say("drop-hint");
        let font = FontId::proportional(22.0);
        painter.text(
            room.center(),
            Align2::CENTER_CENTER,
            words,
            font,
            palette.text,
        );
    }

    pub(super) fn bottom_ui(&mut self, ui: &mut egui::Ui, actions: &mut Vec<Action>) {
        if !self.view.settings.panels.bottom {
            return;
        }
        let Some(scene) = self.view.scene() else {
            return;
        };
        let height = self.view.settings.panels.bottom_height;
        let mut place = ui.available_rect_before_wrap();
        let around = (&self.view.session, &self.jobs);
        let now = self.bottom.ui(ui, &scene, around, height, actions);
        place.min.y = ui.available_rect_before_wrap().bottom();
        self.parts.bottom = Some(place);
        if now.is_some() {
            self.view.settings.panels.bottom_height = now;
        }
    }
}

/// Notes how wide a panel is.
fn note_width<R>(width: &mut Option<f32>, panel: Option<&InnerResponse<R>>) {
    if let Some(panel) = panel {
        *width = Some(panel.response.rect.width());
    }
}

pub(super) fn side_frame(ui: &Ui) -> Frame {
    let palette = Palette::now(ui.ctx());
    Frame::new()
        .fill(palette.panel)
        .stroke(Stroke::NONE)
        .inner_margin(Margin::symmetric(10, 6))
}
