//! The source: the bytes of an exported file as lines to be read and copied. They are made when
//! they are shown and the charter has changed; only the lines in sight are laid out.

use std::ops::Range;
use std::sync::Arc;

use egui::{
    Align2, FontId, Label, Layout, RichText, ScrollArea, Sense, TextWrapMode, Ui, UiBuilder, vec2,
};

use super::letters::shown;
use crate::document::Document;
use crate::messages;
use crate::render::{Design, Format, render};
use crate::ui::scene::Scene;
use crate::ui::theme::Palette;

const LETTERS: f32 = 12.5;

/// What the source remembers between frames.
#[derive(Debug, Default)]
pub struct Source {
    made: Option<Made>,
}

#[derive(Debug)]
struct Made {
    document: Arc<Document>,
    design: Option<Arc<Design>>,
    format: Format,
    text: String,
    /// How many letters a row of the screen holds.
    columns: usize,
    rows: Vec<Row>,
}

/// A row of the screen: a line of the source, or what of it did not fit above.
#[derive(Debug)]
struct Row {
    /// The line's number, at its start.
    number: Option<usize>,
    bytes: Range<usize>,
}

impl Source {
    /// The whole text; where it cannot be made, why.
    pub fn text(&mut self, scene: &Scene<'_>, format: Format) -> &str {
        &self.made(scene, format).text
    }

    fn made(&mut self, scene: &Scene<'_>, format: Format) -> &mut Made {
        let document = scene.document;
        let design = scene.design.as_ref().ok();
        let is_same = |made: &Made| {
            made.format == format
                && Arc::ptr_eq(&made.document, document)
                && made.design.as_ref().map(Arc::as_ptr) == design.map(Arc::as_ptr)
        };
        let kept = self.made.take().filter(is_same);
        self.made.insert(kept.unwrap_or_else(|| Made {
            document: Arc::clone(document),
            design: design.cloned(),
            format,
            text: source_of(scene, format),
            columns: 0,
            rows: Vec::new(),
        }))
    }

    pub fn ui(&mut self, ui: &mut Ui, scene: &Scene<'_>, format: Format) {
        let palette = Palette::now(ui.ctx());
        let font = FontId::monospace(LETTERS);
        let (letter, height) =
            ui.fonts_mut(|fonts| (fonts.glyph_width(&font, 'm'), fonts.row_height(&font) + 2.0));
        let made = self.made(scene, format);
        let lines = made.text.lines().count().max(1);
        #[expect(clippy::cast_precision_loss, reason = "a number has few digits")]
        let gutter = letter * lines.to_string().len() as f32 + 16.0;
        let room = ui.available_width() - gutter - 12.0;
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a window is not that wide"
        )]
        let columns = ((room / letter.max(1.0)) as usize).max(16);
        if made.columns != columns {
            made.columns = columns;
            made.rows = rows(&made.text, columns);
        }
        let made: &Made = made;
        ui.spacing_mut().item_spacing.y = 0.0;
        let scroll = ScrollArea::vertical()
            .id_salt(("source", format.name()))
            .auto_shrink(false);
        scroll.show_rows(ui, height, made.rows.len(), |ui, seen| {
            for row in made.rows.get(seen).unwrap_or_default() {
                let size = vec2(ui.available_width(), height);
                let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
                if let Some(number) = row.number {
                    ui.painter().text(
                        rect.left_center() + vec2(gutter - 10.0, 0.0),
                        Align2::RIGHT_CENTER,
                        number,
                        font.clone(),
                        palette.weak,
                    );
                }
                let words = made.text.get(row.bytes.clone()).unwrap_or_default();
                let place = rect.with_min_x(rect.left() + gutter);
                let inside = UiBuilder::new()
                    .max_rect(place)
                    .layout(Layout::left_to_right(egui::Align::Center));
                ui.scope_builder(inside, |ui| {
                    let words = RichText::new(shown(words)).font(font.clone());
                    let label = Label::new(words).wrap_mode(TextWrapMode::Extend);
                    ui.add(label.selectable(true));
                });
            }
        });
    }
}

/// What an exported file holds; where it cannot be made, why.
fn source_of(scene: &Scene<'_>, format: Format) -> String {
    let words = scene.words;
    let design = match scene.design {
        Ok(design) => design,
        Err(error) => return messages::design_error(words, error),
    };
    match render(scene.document, format, design) {
        Ok(bytes) => String::from_utf8_lossy(&bytes).into_owned(),
        Err(error) => messages::render_error(words, &error),
    }
}

/// The rows that a text takes, broken at spaces where there are any.
fn rows(text: &str, columns: usize) -> Vec<Row> {
    let mut rows = Vec::new();
    let mut start = 0;
    for (number, line) in text.lines().enumerate() {
        let mut rest = line;
        let mut number = Some(number + 1);
        loop {
            let length = fitting(rest, columns);
            let (here, after) = rest.split_at(length);
            let from = start + (line.len() - rest.len());
            rows.push(Row {
                number: number.take(),
                bytes: from..from + here.len(),
            });
            rest = after;
            if rest.is_empty() {
                break;
            }
        }
        start += line.len();
        // The line's end: one byte, or two.
        let end = text.get(start..).unwrap_or_default();
        start += end.find('\n').map_or(0, |at| at + 1);
    }
    rows
}

/// How many bytes of a line fit into a row.
fn fitting(line: &str, columns: usize) -> usize {
    let Some((end, _)) = line.char_indices().nth(columns) else {
        return line.len();
    };
    let row = line.get(..end).unwrap_or(line);
    match row.rfind(' ') {
        Some(space) if space > row.len() / 2 => space + 1,
        _ => row.len(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_broken_into_rows_without_losing_a_letter() {
        let text = "one two three four\n\nfivesixseveneightnine\nété à la mer, où il fait beau\n";
        for columns in 4..30 {
            let rows = rows(text, columns);
            let whole: String = rows
                .iter()
                .map(|row| text.get(row.bytes.clone()).expect("rows end at letters"))
                .collect();
            assert_eq!(whole, text.replace('\n', ""), "{columns}");
            assert!(
                rows.iter()
                    .all(|row| text[row.bytes.clone()].chars().count() <= columns)
            );
            let numbers: Vec<usize> = rows.iter().filter_map(|row| row.number).collect();
            assert_eq!(numbers, [1, 2, 3, 4]);
        }
    }
}
