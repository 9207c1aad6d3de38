//! The words of the rows in sight, laid out before anything is drawn, so that the rows' heights
//! are known.

use std::ops::Range;
use std::sync::Arc;

use egui::{Color32, FontId, Galley, Ui};

use crate::model::{Cell, ResolvedColumn, ResolvedRow};
use crate::ui::editor::table::LETTERS;
use crate::ui::editor::table::sheet::{Heights, Sheet, row_height};
use crate::ui::editor::text::looks::{self, Base, is_known_field};
use crate::ui::editor::{Editor, applies};
use crate::ui::scene::Scene;
use crate::ui::theme::Palette;

/// The words of a row in sight.
pub(super) struct Line {
    pub row: usize,
    pub galleys: Vec<Arc<Galley>>,
}

impl Editor {
    /// The words of the rows in sight, and of the one being edited. Their heights are known then.
    pub(super) fn lines(
        &self,
        ui: &Ui,
        scene: &Scene<'_>,
        sheet: &Sheet<'_>,
        heights: &mut Heights,
        in_sight: Range<f32>,
    ) -> Vec<Line> {
        let edited = self.table.editing.as_ref().and_then(|cell| {
            let of = cell.section == sheet.section.id;
            let guess = self.chosen(sheet).map_or(0, |chosen| chosen.anchor.0);
            of.then(|| sheet.row_at(&cell.row, guess)).flatten()
        });
        let mut lines: Vec<Line> = Vec::new();
        // A row that is not as high as was thought lets others into sight.
        for _ in 0..3 {
            let rows = heights.between(in_sight.start, in_sight.end);
            let edited = edited.filter(|row| !rows.contains(row));
            let rows = rows.chain(edited);
            lines = rows
                .filter_map(|row| {
                    let before = lines.iter().position(|line| line.row == row);
                    match before {
                        Some(at) => Some(lines.swap_remove(at)),
                        None => self.line(ui, scene, sheet, row),
                    }
                })
                .collect();
            let measured = lines.iter().map(|line| {
                let tallest = line.galleys.iter().map(|it| it.size().y);
                (line.row, row_height(tallest.fold(0.0, f32::max)))
            });
            if !heights.measured(measured) {
                break;
            }
        }
        lines
    }

    fn line(&self, ui: &Ui, scene: &Scene<'_>, sheet: &Sheet<'_>, at: usize) -> Option<Line> {
        let row = sheet.row(at)?;
        let palette = Palette::now(ui.ctx());
        let stands = row.hidden.is_none() && applies(scene, row.when());
        let galleys = sheet.columns.iter().enumerate().map(|(column, of)| {
            let said = said_in(scene, row, of);
            let colour = if stands && !said.is_stand_in {
                palette.text
            } else {
                palette.weak
            };
            cell_text(ui, scene, said.words, colour, sheet.words_of(column))
        });
        Some(Line {
            row: at,
            galleys: galleys.collect(),
        })
    }
}

/// What a cell says in the editor.
pub(super) struct Said {
    pub words: String,
    /// Whether something else stands in for what is not written here.
    pub is_stand_in: bool,
}

pub(super) fn said_in(scene: &Scene<'_>, row: &ResolvedRow, column: &ResolvedColumn) -> Said {
    match row.cell(&column.column.id).0 {
        Some(Cell::Text(text)) => {
            let said = text.said(scene.language, &scene.collection.first_language());
            Said {
                words: said.text.to_owned(),
                is_stand_in: said.instead.is_some(),
            }
        }
        Some(Cell::Above) => Said {
            words: scene.words.say("as-above").into_owned(),
            is_stand_in: true,
        },
        None => Said {
            words: String::new(),
            is_stand_in: false,
        },
    }
}

/// The words of a cell as they are drawn.
fn cell_text(
    ui: &Ui,
    scene: &Scene<'_>,
    words: String,
    colour: Color32,
    width: f32,
) -> Arc<Galley> {
    let palette = Palette::now(ui.ctx());
    if colour != palette.text {
        // What stands in, or does not show, is not styled.
        let font = FontId::proportional(LETTERS);
        return ui.fonts_mut(|fonts| fonts.layout(words, font, colour, width));
    }
    let base = Base {
        size: LETTERS,
        strong: false,
    };
    let is_known = |name: &str| is_known_field(scene, name);
    let mut job = looks::job(ui, &words, base, &palette, is_known);
    job.wrap.max_width = width;
    ui.fonts_mut(|fonts| fonts.layout_job(job))
}
