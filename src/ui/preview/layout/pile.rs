//! What is written, piled up from the top of a piece: words, lists, quotes, lines.

use egui::{CornerRadius, Rect, Shape, Stroke, StrokeKind, Ui, pos2, vec2};

use super::{GAP, Kind, Laid, Sheet, Spot};
use crate::document::{Block, Flow, Inline, Line};
use crate::model::{Element, Language};
use crate::ui::preview::letters::{Letters, Written, plain_line, write};
use crate::ui::theme::Palette;

/// How far lists stand in.
const INDENT: f32 = 22.0;

/// Where words belong: the element and the block of its text, and the language if it is another.
#[derive(Clone, Copy)]
pub struct Place<'a> {
    element: &'a Element,
    block: usize,
    language: Option<&'a Language>,
    unit: Unit,
}

/// What is clicked as one.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// Each paragraph.
    Paragraph,
    /// All of it: a cell.
    Whole,
}

impl<'a> Place<'a> {
    pub fn new(flow: &'a Flow, block: usize) -> Self {
        Self {
            element: &flow.element,
            block,
            language: flow.language.as_ref(),
            unit: Unit::Paragraph,
        }
    }

    pub fn whole(element: &'a Element, language: Option<&'a Language>) -> Self {
        Self {
            element,
            block: 0,
            language,
            unit: Unit::Whole,
        }
    }
}

/// Words and lines piled up from the top of a piece.
pub struct Pile<'a> {
    pub ui: &'a Ui,
    pub palette: Palette,
    pub left: f32,
    pub width: f32,
    pub y: f32,
    shapes: Vec<Shape>,
    pub spots: Vec<Spot>,
    /// The words of the spot that is not closed yet.
    texts: Vec<Written>,
}

impl<'a> Pile<'a> {
    pub fn new(ui: &'a Ui, sheet: &Sheet) -> Self {
        Self {
            ui,
            palette: sheet.palette,
            left: 0.0,
            width: sheet.width,
            y: 0.0,
            shapes: Vec::new(),
            spots: Vec::new(),
            texts: Vec::new(),
        }
    }

    pub fn laid(self) -> Laid {
        Laid {
            height: self.y,
            shapes: self.shapes,
            spots: self.spots,
        }
    }

    fn heading_letters(&self, depth: u8) -> Letters {
        let size = match depth {
            0 => 27.0,
            1 => 21.0,
            2 => 17.5,
            _ => 15.5,
        };
        Letters::new(size, self.palette.text).bold()
    }

    pub fn heading_line(&mut self, line: &Line, depth: u8) {
        let place = Place {
            unit: Unit::Paragraph,
            ..Place::whole(&line.element, line.language.as_ref())
        };
        let letters = self.heading_letters(depth);
        self.words(&line.inlines, letters, place, Kind::Heading(depth));
        self.y += GAP;
    }

    /// Piles up a line of words, and closes its spot if each has its own.
    pub fn words(&mut self, inlines: &[Inline], letters: Letters, place: Place<'_>, kind: Kind) {
        let at = pos2(self.left, self.y);
        let written = write(self.ui, &self.palette, inlines, letters, at, self.width);
        let height = written.galley.size().y;
        let kind = match kind {
            Kind::Words if written.is_link => Kind::Link,
            kind => kind,
        };
        self.y += height;
        self.texts.push(written);
        if place.unit == Unit::Paragraph {
            self.close(
                Rect::from_min_size(at, vec2(self.width, height)),
                place,
                kind,
            );
        }
    }

    /// Makes a spot of the words since the last.
    pub fn close(&mut self, rect: Rect, place: Place<'_>, kind: Kind) {
        self.spots.push(Spot {
            element: place.element.clone(),
            block: place.block,
            rect,
            kind,
            texts: std::mem::take(&mut self.texts),
            column: None,
            label: None,
            language: place.language.cloned(),
        });
    }

    pub fn blocks(&mut self, blocks: &[Block], letters: Letters, place: Place<'_>, gap: f32) {
        for (at, block) in blocks.iter().enumerate() {
            if at > 0 {
                self.y += gap;
            }
            self.block(block, letters, place);
        }
    }

    pub fn block(&mut self, block: &Block, letters: Letters, place: Place<'_>) {
        match block {
            Block::Heading { depth, inlines } => {
                self.y += 6.0;
                let letters = self.heading_letters(*depth);
                self.words(inlines, letters, place, Kind::Heading(*depth));
            }
            Block::Paragraph(inlines) => self.words(inlines, letters, place, Kind::Words),
            Block::List { start, items } => {
                for (number, item) in items.iter().enumerate() {
                    if number > 0 {
                        self.y += 4.0;
                    }
                    let mark = match start {
                        Some(start) => format!("{}.", start.saturating_add(number)),
                        None => "•".to_owned(),
                    };
                    let galley = plain_line(self.ui, &self.palette, &mark, letters);
                    let indent = INDENT.max(galley.size().x + 8.0);
                    let at = pos2(self.left + indent - 7.0 - galley.size().x, self.y);
                    self.shapes.push(Shape::galley(at, galley, letters.colour));
                    self.inside(indent, |pile| pile.blocks(item, letters, place, 4.0));
                }
            }
            Block::Quote(blocks) => {
                let top = self.y;
                let letters = letters.coloured(self.palette.weak);
                self.inside(16.0, |pile| pile.blocks(blocks, letters, place, GAP));
                let bar =
                    Rect::from_min_max(pos2(self.left + 2.0, top), pos2(self.left + 5.0, self.y));
                self.shapes.push(Shape::rect_filled(
                    bar,
                    CornerRadius::ZERO,
                    self.palette.line,
                ));
            }
            Block::Code(code) => {
                let ground = self.shapes.len();
                self.shapes.push(Shape::Noop);
                let top = self.y;
                self.y += 7.0;
                let inlines = [Inline::Code(code.clone())];
                let (left, width) = (self.left, self.width);
                self.inside(9.0, |pile| {
                    pile.width -= 9.0;
                    pile.words(&inlines, letters, place, Kind::Words);
                });
                self.y += 7.0;
                let rect = Rect::from_min_max(pos2(left, top), pos2(left + width, self.y));
                self.put(ground, Shape::rect_filled(rect, 4.0, self.palette.header));
            }
            Block::Rule => {
                self.y += 8.0;
                self.line_across(1.0);
                self.y += 8.0;
            }
            Block::Grid { header, rows } => self.grid(header, rows, letters, place),
        }
    }

    /// What stands further in.
    pub fn inside(&mut self, indent: f32, add: impl FnOnce(&mut Self)) {
        let (left, width) = (self.left, self.width);
        self.left += indent;
        self.width = (width - indent).max(40.0);
        add(self);
        (self.left, self.width) = (left, width);
    }

    fn put(&mut self, at: usize, shape: Shape) {
        if let Some(place) = self.shapes.get_mut(at) {
            *place = shape;
        }
    }

    pub fn line_across(&mut self, thickness: f32) {
        let line = Stroke::new(thickness, self.palette.line);
        let (left, right) = (self.left, self.left + self.width);
        self.shapes.push(Shape::hline(left..=right, self.y, line));
    }

    pub fn card(&mut self, add: impl FnOnce(&mut Self)) {
        const PADDING: f32 = 10.0;
        let ground = self.shapes.len();
        self.shapes.push(Shape::Noop);
        let (top, left, width) = (self.y, self.left, self.width);
        self.y += PADDING;
        self.inside(PADDING, |pile| {
            pile.width -= PADDING;
            add(pile);
        });
        self.y += PADDING;
        let rect = Rect::from_min_max(pos2(left, top), pos2(left + width, self.y));
        let line = Stroke::new(1.0, self.palette.line);
        self.put(
            ground,
            Shape::Rect(egui::epaint::RectShape::new(
                rect,
                CornerRadius::same(6),
                self.palette.panel,
                line,
                StrokeKind::Inside,
            )),
        );
        self.y += 8.0;
    }
}
