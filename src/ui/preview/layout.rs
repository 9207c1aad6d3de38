//! The layout of the page: a piece of it (a heading, a paragraph, a row of a table) in a width,
//! as what is drawn and what can be clicked. Nothing is drawn here, so that a piece's height is
//! known before anything is.

use std::collections::HashMap;

use egui::{Color32, CornerRadius, Pos2, Rect, Shape, Stroke, StrokeKind, Ui, pos2, vec2};

use super::letters::{Letters, Written, plain_line, write};
use super::pieces::{Part, Piece};
use crate::document::{Block, Column, Document, Flow, Inline, Line, Row, Section, Table, plain};
use crate::model::{Element, Language, Role};
use crate::ui::columns;
use crate::ui::theme::Palette;
use crate::workspace::settings::PageWidth;

const BODY: f32 = 15.0;
const INDENT: f32 = 22.0;
/// The room between paragraphs.
const GAP: f32 = 9.0;

/// The page that is laid out.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Sheet {
    /// The width of its words, without its margins.
    pub width: f32,
    pub screen: PageWidth,
    pub palette: Palette,
}

/// What a place in the page is, to those who hear it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Words,
    /// At its depth below the title.
    Heading(u8),
    Link,
}

/// A place in the page: what is clicked, marked and named as one.
pub struct Spot {
    pub element: Element,
    /// Which block of the element's text it is.
    pub block: usize,
    /// Where it is in its piece.
    pub rect: Rect,
    pub kind: Kind,
    pub texts: Vec<Written>,
    /// The label of its column, in a table.
    pub column: Option<String>,
    /// That label where it is drawn with it, in a card.
    pub label: Option<Written>,
    /// Set where it is not in the document's language.
    pub language: Option<Language>,
}

impl Spot {
    /// What it says.
    pub fn words(&self) -> String {
        let texts: Vec<&str> = self.texts.iter().map(|text| text.galley.text()).collect();
        texts.join("\n")
    }
}

/// A piece laid out; places are given from its top left corner.
#[derive(Default)]
pub struct Laid {
    pub height: f32,
    /// Drawn below the words: lines, grounds, the marks of lists.
    pub shapes: Vec<Shape>,
    pub spots: Vec<Spot>,
}

/// How a table stands in the width that it has.
#[derive(Debug, Clone, PartialEq)]
pub enum Plan {
    Columns {
        widths: Vec<f32>,
        letters: f32,
        padding: f32,
    },
    /// Each row as a card, as the exported pages do in a narrow place.
    Cards,
}

impl Plan {
    /// Columns where their words can be read in them, with smaller letters if that helps.
    pub fn of(ui: &Ui, sheet: &Sheet, table: &Table) -> Self {
        /// The size of letters, the room beside them, and how narrow columns may be.
        const STEPS: [(f32, f32, f32); 4] = [
            (13.5, 8.0, 0.92),
            (12.5, 5.0, 0.6),
            (12.0, 4.0, 0.5),
            (11.5, 3.0, 0.5),
        ];
        if sheet.screen == PageWidth::Phone {
            return Self::Cards;
        }
        let last = table.columns.len().saturating_sub(1);
        for (letters, padding, tightness) in STEPS {
            let plain_letters = Letters::new(letters, sheet.palette.text);
            let width = |words: &str, letters| {
                let parts = parts(words);
                let widths =
                    parts.map(|part| plain_line(ui, &sheet.palette, part, letters).size().x);
                widths.fold(0.0, f32::max)
            };
            let least = |(at, column): (usize, &Column)| {
                // No word is broken, but for those as long as addresses.
                let label = width(&plain(&column.label.inlines), plain_letters.bold());
                let of_name = match column.role {
                    Role::Name => plain_letters.bold(),
                    _ => plain_letters,
                };
                let word = width(&longest_word(table, at), of_name).min(LONG_WORD);
                let sides = if at == 0 || at == last { 1.0 } else { 2.0 };
                let usual = columns::widths(column.role).0;
                (usual * tightness)
                    .max(label.max(word) + 1.0 + sides * padding)
                    .ceil()
            };
            let least: Vec<f32> = table.columns.iter().enumerate().map(least).collect();
            let room = sheet.width - least.iter().sum::<f32>();
            if room >= 0.0 {
                let share = |role| columns::widths(role).1;
                let shares: f32 = table.columns.iter().map(|it| share(it.role)).sum();
                let widths = table.columns.iter().zip(&least).map(|(column, least)| {
                    (least + room * share(column.role) / shares.max(f32::MIN_POSITIVE)).floor()
                });
                return Self::Columns {
                    widths: widths.collect(),
                    letters,
                    padding,
                };
            }
        }
        Self::Cards
    }
}

/// The width up to which a word stands unbroken.
const LONG_WORD: f32 = 112.0;

/// Words as lines may end between them: at spaces and behind marks such as `_`.
fn parts(words: &str) -> impl Iterator<Item = &str> {
    words
        .split_whitespace()
        .flat_map(|word| word.split_inclusive(['_', '-', '.', '/']))
}

/// The longest word of a column, among as many rows as one sees at once.
fn longest_word(table: &Table, column: usize) -> String {
    const LOOKED_AT: usize = 60;
    let mut longest = String::new();
    for row in table.rows.iter().take(LOOKED_AT) {
        let blocks = row.cells.get(column).map(|cell| &cell.content.blocks);
        for block in blocks.into_iter().flatten() {
            if let Block::Paragraph(inlines) = block {
                let words = plain(inlines);
                let found = parts(&words).max_by_key(|word| word.len());
                let found = found.unwrap_or_default();
                if found.len() > longest.len() {
                    found.clone_into(&mut longest);
                }
            }
        }
    }
    longest
}

/// Lays out pieces, and knows how the tables stand that it has met.
pub struct Layout<'a> {
    ui: &'a Ui,
    sheet: Sheet,
    document: &'a Document,
    plans: HashMap<usize, Plan>,
}

impl<'a> Layout<'a> {
    pub fn new(ui: &'a Ui, sheet: Sheet, document: &'a Document) -> Self {
        Self {
            ui,
            sheet,
            document,
            plans: HashMap::new(),
        }
    }

    /// Lays out a piece of the document.
    pub fn piece(&mut self, piece: &Piece) -> Laid {
        let mut column = Pile {
            ui: self.ui,
            palette: self.sheet.palette,
            left: 0.0,
            width: self.sheet.width,
            y: 0.0,
            shapes: Vec::new(),
            spots: Vec::new(),
            texts: Vec::new(),
        };
        let section = self.document.sections.get(piece.section);
        match (piece.part, section) {
            (Part::Title, _) => column.heading_line(&self.document.title, 0),
            (Part::Heading, Some(section)) => {
                let section: &Section = section;
                if let Some(heading) = &section.heading {
                    column.y += if section.depth <= 1 { 18.0 } else { 13.0 };
                    column.heading_line(heading, section.depth);
                }
            }
            (Part::Block(at), Some(section)) => {
                let flow = &section.body;
                if let Some(block) = flow.blocks.get(at) {
                    let letters = Letters::new(BODY, column.palette.text);
                    column.block(block, letters, Place::new(flow, at));
                    column.y += GAP;
                }
            }
            (Part::Header, Some(section)) => {
                if let Some(table) = &section.table {
                    let plan = self.plan(piece.section, table);
                    column.header(table, plan);
                }
            }
            (Part::Row(at), Some(section)) => {
                if let Some(table) = &section.table
                    && let Some(row) = table.rows.get(at)
                {
                    let plan = self.plan(piece.section, table);
                    column.row(table, row, plan);
                    if at + 1 == table.rows.len() {
                        column.y += 2.0 * GAP;
                    }
                }
            }
            (_, None) => {}
        }
        Laid {
            height: column.y,
            shapes: column.shapes,
            spots: column.spots,
        }
    }

    fn plan(&mut self, section: usize, table: &Table) -> &Plan {
        let (ui, sheet) = (self.ui, &self.sheet);
        self.plans
            .entry(section)
            .or_insert_with(|| Plan::of(ui, sheet, table))
    }
}

/// Where words belong: the element and the block of its text, and the language if it is another.
#[derive(Clone, Copy)]
struct Place<'a> {
    element: &'a Element,
    block: usize,
    language: Option<&'a Language>,
    unit: Unit,
}

/// What is clicked as one.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Unit {
    /// Each paragraph.
    Paragraph,
    /// All of it: a cell.
    Whole,
}

impl<'a> Place<'a> {
    fn new(flow: &'a Flow, block: usize) -> Self {
        Self {
            element: &flow.element,
            block,
            language: flow.language.as_ref(),
            unit: Unit::Paragraph,
        }
    }

    fn whole(element: &'a Element, language: Option<&'a Language>) -> Self {
        Self {
            element,
            block: 0,
            language,
            unit: Unit::Whole,
        }
    }
}

/// Words and lines piled up from the top of a piece.
struct Pile<'a> {
    ui: &'a Ui,
    palette: Palette,
    left: f32,
    width: f32,
    y: f32,
    shapes: Vec<Shape>,
    spots: Vec<Spot>,
    /// The words of the spot that is not closed yet.
    texts: Vec<Written>,
}

impl Pile<'_> {
    fn heading_letters(&self, depth: u8) -> Letters {
        let size = match depth {
            0 => 27.0,
            1 => 21.0,
            2 => 17.5,
            _ => 15.5,
        };
        Letters::new(size, self.palette.text).bold()
    }

    fn heading_line(&mut self, line: &Line, depth: u8) {
        let place = Place {
            unit: Unit::Paragraph,
            ..Place::whole(&line.element, line.language.as_ref())
        };
        let letters = self.heading_letters(depth);
        self.words(&line.inlines, letters, place, Kind::Heading(depth));
        self.y += GAP;
    }

    /// Piles up a line of words, and closes its spot if each has its own.
    fn words(&mut self, inlines: &[Inline], letters: Letters, place: Place<'_>, kind: Kind) {
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
    fn close(&mut self, rect: Rect, place: Place<'_>, kind: Kind) {
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

    fn blocks(&mut self, blocks: &[Block], letters: Letters, place: Place<'_>, gap: f32) {
        for (at, block) in blocks.iter().enumerate() {
            if at > 0 {
                self.y += gap;
            }
            self.block(block, letters, place);
        }
    }

    fn block(&mut self, block: &Block, letters: Letters, place: Place<'_>) {
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
    fn inside(&mut self, indent: f32, add: impl FnOnce(&mut Self)) {
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

    fn line_across(&mut self, thickness: f32) {
        let line = Stroke::new(thickness, self.palette.line);
        let (left, right) = (self.left, self.left + self.width);
        self.shapes.push(Shape::hline(left..=right, self.y, line));
    }

    /// A table written in a text; where it has no room, each row as a card.
    fn grid(
        &mut self,
        header: &[Vec<Inline>],
        rows: &[Vec<Vec<Inline>>],
        letters: Letters,
        place: Place<'_>,
    ) {
        const LEAST: f32 = 72.0;
        let letters = Letters {
            size: letters.size.min(13.5),
            ..letters
        };
        let bold = letters.bold().coloured(self.palette.weak);
        #[expect(clippy::cast_precision_loss, reason = "a table has few columns")]
        let width = (self.width / header.len().max(1) as f32).floor();
        if width < LEAST {
            for row in rows {
                self.card(|pile| {
                    for (label, cell) in header.iter().zip(row) {
                        pile.words(label, bold, place, Kind::Words);
                        pile.words(cell, letters, place, Kind::Words);
                        pile.y += 5.0;
                    }
                });
            }
            return;
        }
        let lines = std::iter::once((header, bold, 2.0));
        let lines = lines.chain(rows.iter().map(|row| (row.as_slice(), letters, 1.0)));
        for (cells, letters, line) in lines {
            let widths = vec![width; header.len()];
            self.cells(&widths, 6.0, line, |pile, at| {
                if let Some(cell) = cells.get(at) {
                    pile.words(cell, letters, place, Kind::Words);
                }
            });
        }
    }

    fn header(&mut self, table: &Table, plan: &Plan) {
        let Plan::Columns {
            widths,
            letters,
            padding,
        } = plan
        else {
            return;
        };
        let letters = Letters::new(*letters, self.palette.weak).bold();
        let first = self.spots.len();
        self.cells(widths, *padding, 2.0, |pile, at| {
            if let Some(column) = table.columns.get(at) {
                let label = &column.label;
                let place = Place::whole(&label.element, label.language.as_ref());
                pile.words(&label.inlines, letters, place, Kind::Words);
                pile.close(Rect::NOTHING, place, Kind::Words);
            }
        });
        self.fill_cells(first, widths);
    }

    fn row(&mut self, table: &Table, row: &Row, plan: &Plan) {
        let first = self.spots.len();
        match plan {
            Plan::Columns {
                widths,
                letters,
                padding,
            } => {
                let letters = Letters::new(*letters, self.palette.text);
                self.cells(widths, *padding, 1.0, |pile, at| {
                    pile.cell(table, row, at, letters);
                });
                self.fill_cells(first, widths);
            }
            Plan::Cards => self.card(|pile| {
                for at in 0..row.cells.len() {
                    pile.cell_of_card(table, row, at);
                }
            }),
        }
    }

    /// The words of a cell, as one spot.
    fn cell(&mut self, table: &Table, row: &Row, at: usize, letters: Letters) {
        let (Some(cell), Some(column)) = (row.cells.get(at), table.columns.get(at)) else {
            return;
        };
        let names_row = table.columns.iter().position(|it| it.role == Role::Name) == Some(at);
        let letters = if names_row { letters.bold() } else { letters };
        let content = &cell.content;
        let place = Place::whole(&content.element, content.language.as_ref());
        let top = self.y;
        if content.blocks.is_empty() {
            // An empty cell can be clicked too.
            let nothing = [Inline::Text("\u{A0}".to_owned())];
            self.words(&nothing, letters, place, Kind::Words);
        } else {
            self.blocks(&content.blocks, letters, place, 4.0);
        }
        let rect = Rect::from_min_max(pos2(self.left, top), pos2(self.left + self.width, self.y));
        self.close(rect, place, Kind::Words);
        if let Some(spot) = self.spots.last_mut() {
            spot.column = Some(plain(&column.label.inlines));
        }
    }

    /// A cell below the label of its column. Empty cells are left out, as in the exported pages.
    fn cell_of_card(&mut self, table: &Table, row: &Row, at: usize) {
        let (Some(cell), Some(column)) = (row.cells.get(at), table.columns.get(at)) else {
            return;
        };
        if cell.content.blocks.is_empty() {
            return;
        }
        let is_first = row
            .cells
            .iter()
            .take(at)
            .all(|it| it.content.blocks.is_empty());
        if !is_first {
            self.y += 6.0;
            self.line_across(1.0);
            self.y += 6.0;
        }
        let top = self.y;
        let label = Letters::new(12.5, self.palette.weak);
        let inlines = &column.label.inlines;
        let at_label = pos2(self.left, self.y);
        let label = write(self.ui, &self.palette, inlines, label, at_label, self.width);
        self.y += label.galley.size().y;
        self.cell(table, row, at, Letters::new(14.0, self.palette.text));
        if let Some(spot) = self.spots.last_mut() {
            spot.rect = spot.rect.with_min_y(top);
            spot.label = Some(label);
        }
    }

    fn card(&mut self, add: impl FnOnce(&mut Self)) {
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

    /// A row of cells as wide as its columns and as tall as its tallest cell, on a line.
    fn cells(
        &mut self,
        widths: &[f32],
        padding: f32,
        line: f32,
        mut cell: impl FnMut(&mut Self, usize),
    ) {
        let (top, left, width) = (self.y, self.left, self.width);
        let mut bottom = top + 20.0;
        let mut edge = left;
        for (at, column) in widths.iter().enumerate() {
            // The outer cells stand right at the edges.
            let start = if at == 0 { 0.0 } else { padding };
            let end = if at + 1 == widths.len() { 0.0 } else { padding };
            self.left = edge + start;
            self.width = (column - start - end).max(20.0);
            self.y = top + padding;
            cell(self, at);
            bottom = bottom.max(self.y + padding);
            edge += column;
        }
        (self.left, self.width) = (left, width);
        self.y = bottom;
        self.line_across(line);
        self.y += line;
    }

    /// Makes the spots of a row as large as its cells.
    fn fill_cells(&mut self, first: usize, widths: &[f32]) {
        let bottom = self.y - 1.0;
        let mut edge = self.left;
        for (spot, width) in self.spots.iter_mut().skip(first).zip(widths) {
            spot.rect = Rect::from_min_max(Pos2::new(edge, 1.0), pos2(edge + width, bottom));
            edge += width;
        }
    }
}

/// The ground of what is marked.
pub fn ground(rect: Rect, colour: Color32) -> Shape {
    Shape::rect_filled(rect.expand2(vec2(4.0, 1.0)), 3.0, colour)
}
