//! The lines of lists that are painted: each of one height, so that a list draws those in sight.

use std::sync::Arc;

use egui::text::{LayoutJob, TextFormat, TextWrapping};
use egui::{
    Align2, Color32, Event, FontFamily, FontId, Galley, Key, Rect, Response, Stroke, StrokeKind,
    Ui, pos2,
};
use egui_material_icons::MaterialIcon;

use super::theme::{BOLD, Palette};

/// How strong letters are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weight {
    Plain,
    Bold,
}

impl Weight {
    pub fn when_bold(is_bold: bool) -> Self {
        if is_bold { Self::Bold } else { Self::Plain }
    }
}

pub fn letters(size: f32, weight: Weight, color: Color32) -> TextFormat {
    let family = match weight {
        Weight::Plain => FontFamily::Proportional,
        Weight::Bold => FontFamily::Name(BOLD.into()),
    };
    TextFormat {
        font_id: FontId::new(size, family),
        color,
        ..TextFormat::default()
    }
}

/// Words to be added, of which as many are shown as a width has room for.
pub fn words_within(width: f32) -> LayoutJob {
    LayoutJob {
        wrap: TextWrapping::truncate_at_width(width.max(40.0)),
        ..LayoutJob::default()
    }
}

/// The ground of a line that is filled, or pointed at; and the ring around the one with the cursor.
pub fn paint_ground(ui: &Ui, response: &Response, rect: Rect, fill: Option<Color32>) {
    let palette = Palette::now(ui.ctx());
    let painter = ui.painter();
    if let Some(fill) = fill.or_else(|| response.hovered().then_some(palette.header)) {
        painter.rect_filled(rect, 5.0, fill);
    }
    if response.has_focus() {
        let ring = Stroke::new(2.0, palette.accent);
        painter.rect_stroke(rect, 5.0, ring, StrokeKind::Inside);
    }
}

/// Whether a line was chosen. The keys that chose it are not for the text that gets the cursor then.
pub fn is_chosen(ui: &Ui, response: &Response) -> bool {
    let is_chosen = response.clicked();
    if is_chosen {
        let is_of_choice = |event: &Event| match event {
            Event::Key { key, .. } => matches!(key, Key::Enter | Key::Space),
            Event::Text(_) => true,
            _ => false,
        };
        ui.input_mut(|input| input.events.retain(|event| !is_of_choice(event)));
    }
    is_chosen
}

/// An icon in a line, with its middle here.
pub fn paint_icon(ui: &Ui, icon: MaterialIcon, size: f32, rect: Rect, x: f32, color: Color32) {
    let font = FontId::new(size, icon.font_family());
    let middle = pos2(x, rect.center().y);
    let sign = icon.codepoint;
    ui.painter()
        .text(middle, Align2::CENTER_CENTER, sign, font, color);
}

/// Words in a line, from here on.
pub fn paint_words(ui: &Ui, words: Arc<Galley>, rect: Rect, left: f32, color: Color32) {
    let top = rect.center().y - words.size().y / 2.0;
    ui.painter().galley(pos2(left, top), words, color);
}

/// A number of lines, to be measured.
#[expect(
    clippy::cast_precision_loss,
    reason = "a list has far fewer lines than an f32 counts exactly"
)]
pub fn as_points(count: usize) -> f32 {
    count as f32
}

/// How many whole lines something measures.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "numbers of lines, kept from being negative"
)]
pub fn as_number(points: f32) -> usize {
    points.max(0.0) as usize
}
