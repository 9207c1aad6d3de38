//! The lines of a review: source, structure and charter side by side, scrolled together. Only
//! those in sight are drawn; the others are heights.

use std::ops::Range;
use std::sync::Arc;

use egui::{
    FontFamily, IdSalt, Key, Modifiers, Rect, RichText, ScrollArea, Sense, Stroke, Ui, UiBuilder,
    pos2, vec2,
};

use super::{Asked, cells};
use crate::import::structure::Kind;
use crate::ui::theme::{BOLD, Palette};
use crate::ui::widgets::bold;
use crate::words::Words;
use crate::workspace::review::{Beside, Line, Made, Review, What};

/// How many lines of a text are shown; what is longer is shown whole by hovering.
const MOST_LINES: usize = 5;
/// How high a line of text is.
const TEXT_LINE: f32 = 18.5;
/// How wide a letter is, about.
const LETTER: f32 = 7.3;
/// The least height of a line: that of a list of choices.
const LEAST: f32 = 36.0;
/// The room for what a part is.
const STRUCTURE: f32 = 232.0;
/// The room for the number of the source's line.
const NUMBER: f32 = 44.0;
/// The room for what comes of a part, before what the charter says.
pub const OUTCOME: f32 = 204.0;

/// What of the lines is in sight.
#[derive(Debug, Default)]
pub struct Sight {
    /// The lines that the heights are of.
    of: Option<Arc<Made>>,
    width: f32,
    /// Where each line begins, and where the last one ends.
    tops: Vec<f32>,
    /// The line to scroll to.
    goal: Option<usize>,
    /// The line that was gone to last.
    marked: Option<usize>,
}

/// The three columns.
#[derive(Clone, Copy)]
struct Columns {
    source: f32,
    structure: f32,
    charter: f32,
}

impl Columns {
    fn of(width: f32) -> Self {
        let rest = (width - STRUCTURE).max(300.0);
        Self {
            source: (rest * 0.48).round(),
            structure: STRUCTURE,
            charter: (rest * 0.52).round() - 14.0,
        }
    }
}

impl Sight {
    /// Scrolls to a line, and marks it.
    pub fn show(&mut self, line: usize) {
        self.goal = Some(line);
        self.marked = Some(line);
    }

    fn keep(&mut self, made: &Arc<Made>, width: f32) {
        let is_same = self.of.as_ref().is_some_and(|of| Arc::ptr_eq(of, made));
        if is_same && (self.width - width).abs() < 0.5 {
            return;
        }
        let columns = Columns::of(width);
        let mut top = 0.0;
        self.tops.clear();
        self.tops.push(top);
        for line in &made.lines {
            top += height(line, columns);
            self.tops.push(top);
        }
        self.of = Some(Arc::clone(made));
        self.width = width;
    }

    fn in_sight(&self, from: f32, to: f32) -> Range<usize> {
        let first = self.tops.partition_point(|top| *top <= from);
        let last = self.tops.partition_point(|top| *top < to);
        let count = self.tops.len().saturating_sub(1);
        // One more on either side, so that the keyboard goes on to it.
        first.saturating_sub(2)..(last + 1).min(count)
    }
}

/// How high a line is, as its texts are long.
#[expect(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "an estimate of a few lines"
)]
fn height(line: &Line, columns: Columns) -> f32 {
    let lines = |text: &str, width: f32| {
        let letters = (width / LETTER).max(8.0);
        let lines = text.lines().take(MOST_LINES + 1).map(|line| {
            let letters_of_it = line.chars().take(2000).count() as f32;
            (letters_of_it / letters).ceil().max(1.0) as usize
        });
        lines.sum::<usize>().clamp(1, MOST_LINES)
    };
    let most = match line.what {
        What::Row { .. } | What::Column { .. } => 2,
        _ => MOST_LINES,
    };
    let source = lines(&line.source, columns.source - NUMBER - 12.0);
    let (room, texts) = match &line.beside {
        Beside::Nothing => (columns.charter, ["", ""]),
        Beside::Goes { said, charter, .. } => (columns.charter, [said.as_str(), charter]),
        Beside::Part { said, charter, .. } => (columns.charter - OUTCOME, [said.as_str(), charter]),
    };
    let charter = if texts[1].is_empty() || texts[0] == texts[1] {
        1
    } else {
        // A comparison has the words of both.
        lines(texts[1], room).max(lines(texts[0], room)) + usize::from(!texts[0].is_empty())
    };
    let shown = source.max(charter).min(most);
    // A table has its category below what it is.
    let least = match line.what {
        What::Table { .. } => 2.0 * LEAST - 4.0,
        _ => LEAST,
    };
    (shown as f32 * TEXT_LINE + 14.0).max(least)
}

pub fn ui(
    ui: &mut Ui,
    words: &Words,
    review: &Review,
    made: &Arc<Made>,
    sight: &mut Sight,
    asked: &mut Vec<Asked>,
) {
    let width = ui.available_width() - 12.0;
    let columns = Columns::of(width);
    sight.keep(made, width);
    header_ui(ui, words, columns);
    let height = sight.tops.last().copied().unwrap_or_default();
    let mut area = ScrollArea::vertical().auto_shrink(false).id_salt("review");
    if let Some(goal) = sight.goal.take()
        && let Some(top) = sight.tops.get(goal)
    {
        area = area.vertical_scroll_offset((top - 80.0).max(0.0));
    }
    area.show_viewport(ui, |ui, view| {
        ui.set_height(height);
        ui.set_width(width);
        keys(ui, view.height());
        let corner = ui.max_rect().min;
        for at in sight.in_sight(view.top(), view.bottom()) {
            let (Some(line), Some(top), Some(bottom)) = (
                made.lines.get(at),
                sight.tops.get(at),
                sight.tops.get(at + 1),
            ) else {
                continue;
            };
            let rect =
                Rect::from_min_size(pos2(corner.x, corner.y + top), vec2(width, bottom - top));
            let is_marked = sight.marked == Some(at);
            let shown = Shown {
                words,
                review,
                made,
                line,
                columns,
                is_marked,
            };
            shown.ui(ui, rect, asked);
        }
    });
}

/// The keys that scroll, where they are for nothing else.
fn keys(ui: &Ui, page: f32) {
    let mut delta = 0.0;
    ui.input_mut(|input| {
        if input.consume_key(Modifiers::NONE, Key::PageDown) {
            delta -= page * 0.9;
        }
        if input.consume_key(Modifiers::NONE, Key::PageUp) {
            delta += page * 0.9;
        }
    });
    if delta != 0.0 {
        ui.scroll_with_delta(vec2(0.0, delta));
    }
}

fn header_ui(ui: &mut Ui, words: &Words, columns: Columns) {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 24.0), Sense::hover());
    let mut x = rect.left();
    for (key, width) in [
        ("import-column-source", columns.source),
        ("import-column-structure", columns.structure),
        ("import-column-charter", columns.charter),
    ] {
        let cell = Rect::from_min_size(pos2(x + 4.0, rect.top()), vec2(width - 8.0, 24.0));
        let mut cell = ui.new_child(UiBuilder::new().max_rect(cell).id_salt(key));
        cell.label(bold(words.say(key)));
        x += width;
    }
}

/// A line that is drawn.
struct Shown<'a> {
    words: &'a Words,
    review: &'a Review,
    made: &'a Made,
    line: &'a Line,
    columns: Columns,
    is_marked: bool,
}

impl Shown<'_> {
    fn ui(&self, ui: &mut Ui, rect: Rect, asked: &mut Vec<Asked>) {
        let palette = Palette::now(ui.ctx());
        let is_of_charter = self.line.what == What::Charter;
        if self.is_marked {
            ui.painter().rect_filled(rect, 0, palette.selected);
        } else if is_of_charter || self.kind() == Some(Kind::SetApart) {
            ui.painter().rect_filled(rect, 0, palette.panel);
        }
        let line = Stroke::new(1.0, palette.line);
        ui.painter().hline(rect.x_range(), rect.bottom(), line);
        let mut x = rect.left();
        let mut cell = |ui: &mut Ui, width: f32, salt: &str| {
            let room = Rect::from_min_size(pos2(x, rect.top()), vec2(width, rect.height()));
            x += width;
            let room = room.shrink2(vec2(4.0, 4.0));
            let builder = UiBuilder::new().max_rect(room);
            let mut cell = ui.new_child(builder.id_salt((self.salt(), salt)));
            cell.set_clip_rect(room.expand(4.0).intersect(ui.clip_rect()));
            cell.spacing_mut().item_spacing = vec2(6.0, 2.0);
            cell
        };
        let mut source = cell(ui, self.columns.source, "source");
        self.source_ui(&mut source);
        let mut structure = cell(ui, self.columns.structure, "structure");
        structure.horizontal(|ui| {
            ui.add_space(self.indent());
            cells::structure_ui(ui, self.words, self.made, self.line, asked);
        });
        let mut charter = cell(ui, self.columns.charter, "charter");
        charter.horizontal_top(|ui| {
            cells::charter_ui(ui, self.words, self.review, self.made, self.line, asked);
        });
    }

    /// By what its widgets are known, wherever the line is.
    fn salt(&self) -> IdSalt {
        match (&self.line.what, &self.line.beside) {
            (What::Part { part, .. }, _) => IdSalt::new(("part", part)),
            (What::Table { spot, .. }, _) => IdSalt::new(("table", spot)),
            (What::Column { spot, column, .. }, _) => IdSalt::new(("column", spot, column)),
            (What::Row { section, row }, _) => IdSalt::new(("row", section, row)),
            (What::Within | What::Charter, Beside::Part { subject, .. }) => {
                IdSalt::new(("within", subject))
            }
            (What::Within | What::Charter, _) => IdSalt::new(("within", self.line.line)),
        }
    }

    fn kind(&self) -> Option<Kind> {
        match self.line.what {
            What::Part { kind, .. } => Some(kind),
            _ => None,
        }
    }

    /// What belongs to a table stands a little to the right.
    fn indent(&self) -> f32 {
        match self.line.what {
            What::Column { .. } | What::Row { .. } => 14.0,
            _ => 0.0,
        }
    }

    fn source_ui(&self, ui: &mut Ui) {
        let palette = Palette::now(ui.ctx());
        // On the line of what is chosen beside it.
        ui.add_space(3.0);
        ui.horizontal_top(|ui| {
            let number = self.line.line.map(|line| line.to_string());
            let (room, _) = ui.allocate_exact_size(vec2(NUMBER - 10.0, 18.0), Sense::hover());
            if let Some(number) = number {
                let mut cell = ui.new_child(UiBuilder::new().max_rect(room));
                cell.label(RichText::new(number).small().color(palette.weak));
            }
            ui.add_space(self.indent());
            if self.line.what == What::Charter {
                let nothing = self.words.say("import-not-on-page");
                ui.label(RichText::new(nothing).color(palette.weak));
                return;
            }
            let (family, colour) = match self.kind() {
                Some(Kind::Title | Kind::Heading(_)) => {
                    (FontFamily::Name(BOLD.into()), palette.text)
                }
                Some(Kind::SetApart) => (FontFamily::Proportional, palette.weak),
                _ => (FontFamily::Proportional, palette.text),
            };
            cells::text_ui(ui, &self.line.source, family, colour);
        });
    }
}
