//! The preview: the charter as visitors will read it, live. A click on something goes to where
//! it is written.

use std::collections::HashMap;
use std::sync::Arc;

use egui::text::{LayoutJob, TextFormat};
use egui::{
    Color32, CornerRadius, FontFamily, FontId, Frame, Galley, Margin, Rect, Response, Role,
    ScrollArea, Sense, Stroke, Ui, UiBuilder, pos2, vec2,
};

use super::columns::{share, widths};
use super::scene::{Action, Scene};
use super::theme::{BOLD, BOLD_ITALIC, ITALIC, Palette};
use super::widgets::named;
use crate::document::{Block, Cell, Flow, Inline, Row, Section, Table, field_marks};
use crate::model::{Element, SectionId};

const BODY: f32 = 15.0;
const SMALL: f32 = 13.5;
/// Lines longer than this are hard to follow.
const WIDEST: f32 = 900.0;
const CELL_PADDING: f32 = 7.0;

/// What the preview remembers between frames.
#[derive(Debug, Default)]
pub struct Preview {
    heights: HashMap<SectionId, f32>,
    width: f32,
    /// The element that was in focus when it was last brought into sight.
    followed: Option<Element>,
}

/// Letters as they are drawn.
#[derive(Debug, Clone, Copy)]
struct Letters {
    size: f32,
    bold: bool,
    italic: bool,
    strike: bool,
    colour: Color32,
}

impl Letters {
    fn format(self, palette: &Palette) -> TextFormat {
        let family = match (self.bold, self.italic) {
            (false, false) => FontFamily::Proportional,
            (true, false) => FontFamily::Name(BOLD.into()),
            (false, true) => FontFamily::Name(ITALIC.into()),
            (true, true) => FontFamily::Name(BOLD_ITALIC.into()),
        };
        let line = Stroke::new(1.0, self.colour);
        TextFormat {
            font_id: FontId::new(self.size, family),
            color: self.colour,
            line_height: Some((self.size * 1.5).round()),
            strikethrough: if self.strike { line } else { Stroke::NONE },
            underline: if self.colour == palette.accent {
                line
            } else {
                Stroke::NONE
            },
            ..TextFormat::default()
        }
    }
}

/// What drawing needs everywhere.
struct Page<'a> {
    palette: Palette,
    /// The element being edited.
    focus: Option<&'a Element>,
    /// The element to bring into sight.
    follow: Option<Element>,
    /// The element that was clicked.
    clicked: Option<Element>,
}

impl Preview {
    /// Forgets what belongs to the charter that was looked at.
    pub fn leave(&mut self) {
        self.heights.clear();
        self.followed = None;
    }

    pub fn ui(
        &mut self,
        ui: &mut Ui,
        scene: &Scene<'_>,
        focus: Option<&Element>,
        actions: &mut Vec<Action>,
    ) {
        let palette = Palette::now(ui.ctx());
        let follow = focus.filter(|_| self.followed.as_ref() != focus).cloned();
        let mut page = Page {
            palette,
            focus,
            follow,
            clicked: None,
        };
        let scroll = ScrollArea::vertical()
            .id_salt(("preview", scene.owner()))
            .auto_shrink(false);
        scroll.show(ui, |ui| {
            Frame::new()
                .fill(palette.surface)
                .stroke(Stroke::new(1.0, palette.line))
                .corner_radius(6)
                .outer_margin(Margin::same(8))
                .inner_margin(Margin::symmetric(20, 18))
                .show(ui, |ui| {
                    ui.set_width(ui.available_width().min(WIDEST));
                    ui.spacing_mut().item_spacing.y = 8.0;
                    self.page_ui(ui, scene, &mut page);
                });
        });
        // What is not there yet, such as a section without a word, is looked for again.
        if page.follow.is_none() {
            self.followed = focus.cloned();
        }
        actions.extend(page.clicked.map(Action::GoTo));
    }

    fn page_ui(&mut self, ui: &mut Ui, scene: &Scene<'_>, page: &mut Page<'_>) {
        let width = ui.available_width();
        if (self.width - width).abs() > 0.5 {
            self.width = width;
            self.heights.clear();
        }
        let title = &scene.document.title;
        page.line(ui, &title.inlines, &title.element, page.heading(0));
        for section in &scene.document.sections {
            self.section_ui(ui, section, page);
        }
    }

    /// Shows a section, or only leaves its room where it is out of sight and as it was.
    fn section_ui(&mut self, ui: &mut Ui, section: &Section, page: &mut Page<'_>) {
        let belongs =
            |element: Option<&Element>| element.and_then(Element::section) == Some(&section.id);
        let wanted = belongs(page.follow.as_ref()) || belongs(page.focus);
        let top = ui.cursor().top();
        let seen = ui.clip_rect().expand(200.0);
        if let Some(height) = self.heights.get(&section.id)
            && !wanted
            && (top > seen.bottom() || top + height < seen.top())
        {
            ui.allocate_space(vec2(ui.available_width(), *height));
            return;
        }
        ui.push_id(&section.id, |ui| {
            if let Some(heading) = &section.heading {
                ui.add_space(6.0);
                page.line(
                    ui,
                    &heading.inlines,
                    &heading.element,
                    page.heading(section.depth),
                );
            }
            page.flow(ui, &section.body, page.letters(BODY));
            if let Some(table) = &section.table {
                page.table(ui, table);
            }
        });
        let height = ui.cursor().top() - top - ui.spacing().item_spacing.y;
        self.heights.insert(section.id.clone(), height.max(0.0));
    }
}

impl Page<'_> {
    fn letters(&self, size: f32) -> Letters {
        Letters {
            size,
            bold: false,
            italic: false,
            strike: false,
            colour: self.palette.text,
        }
    }

    fn heading(&self, depth: u8) -> Letters {
        let size = match depth {
            0 => 27.0,
            1 => 21.0,
            2 => 17.5,
            _ => 15.5,
        };
        Letters {
            bold: true,
            ..self.letters(size)
        }
    }

    fn flow(&mut self, ui: &mut Ui, flow: &Flow, letters: Letters) {
        for block in &flow.blocks {
            self.block(ui, block, &flow.element, letters);
        }
    }

    fn block(&mut self, ui: &mut Ui, block: &Block, element: &Element, letters: Letters) {
        match block {
            Block::Heading { depth, inlines } => {
                self.line(ui, inlines, element, self.heading(*depth));
            }
            Block::Paragraph(inlines) => self.line(ui, inlines, element, letters),
            Block::List { start, items } => {
                for (number, item) in items.iter().enumerate() {
                    let mark = match start {
                        Some(start) => format!("{}.", start.saturating_add(number)),
                        None => "•".to_owned(),
                    };
                    self.indented(ui, &mark, item, element, letters);
                }
            }
            Block::Quote(blocks) => self.indented(ui, "│", blocks, element, letters),
            Block::Code(code) => {
                let inlines = [Inline::Code(code.clone())];
                self.line(ui, &inlines, element, letters);
            }
            Block::Rule => drop(ui.separator()),
            Block::Grid { header, rows } => {
                let bold = Letters {
                    bold: true,
                    ..letters
                };
                let widths = even(ui.available_width(), header.len());
                self.row(ui, &widths, true, |page, ui, at| {
                    if let Some(cell) = header.get(at) {
                        page.line(ui, cell, element, bold);
                    }
                });
                for row in rows {
                    self.row(ui, &widths, false, |page, ui, at| {
                        if let Some(cell) = row.get(at) {
                            page.line(ui, cell, element, letters);
                        }
                    });
                }
            }
        }
    }

    fn indented(
        &mut self,
        ui: &mut Ui,
        mark: &str,
        blocks: &[Block],
        element: &Element,
        letters: Letters,
    ) {
        const INDENT: f32 = 22.0;
        let top = ui.cursor().min;
        let width = (ui.available_width() - INDENT).max(40.0);
        let font = letters.format(&self.palette);
        let galley = lay_out(ui, &[(mark.to_owned(), font)], INDENT);
        ui.painter()
            .galley(top + vec2(4.0, 0.0), galley, letters.colour);
        let place = Rect::from_min_size(top + vec2(INDENT, 0.0), vec2(width, f32::INFINITY));
        ui.scope_builder(UiBuilder::new().max_rect(place), |ui| {
            ui.spacing_mut().item_spacing.y = 3.0;
            for block in blocks {
                self.block(ui, block, element, letters);
            }
        });
    }

    /// Shows one paragraph, and notes a click on it.
    fn line(&mut self, ui: &mut Ui, inlines: &[Inline], element: &Element, letters: Letters) {
        let mut runs = Vec::new();
        let mut targets = Vec::new();
        self.runs(inlines, letters, &mut runs, &mut targets);
        let galley = lay_out(ui, &runs, ui.available_width());
        let (rect, response) = ui.allocate_exact_size(galley.size(), Sense::CLICK);
        let ground = rect.expand2(vec2(4.0, 1.0));
        if self.focus == Some(element) {
            ui.painter()
                .rect_filled(ground, CornerRadius::same(3), self.palette.selected);
        } else if response.hovered() {
            ui.painter()
                .rect_filled(ground, CornerRadius::same(3), self.palette.header);
        }
        named(&response, Role::Label, galley.text());
        ui.painter().galley(rect.min, galley, letters.colour);
        self.react(ui, element, &response);
        if !targets.is_empty() {
            response.on_hover_text(targets.join("\n"));
        }
    }

    fn react(&mut self, ui: &Ui, element: &Element, response: &Response) {
        if response.clicked() {
            self.clicked = Some(element.clone());
        }
        if self.follow.as_ref() == Some(element) {
            if !ui.clip_rect().contains_rect(response.rect) {
                ui.scroll_to_rect(response.rect, Some(egui::Align::Center));
            }
            self.follow = None;
        }
    }

    /// Inlines as runs of letters, and the addresses that their links lead to.
    fn runs(
        &self,
        inlines: &[Inline],
        letters: Letters,
        runs: &mut Vec<(String, TextFormat)>,
        targets: &mut Vec<String>,
    ) {
        let format = letters.format(&self.palette);
        for inline in inlines {
            match inline {
                Inline::Text(text) | Inline::Foreign { text, .. } => {
                    runs.push((shown(text), format.clone()));
                }
                Inline::Emphasis(content) => {
                    self.runs(
                        content,
                        Letters {
                            italic: true,
                            ..letters
                        },
                        runs,
                        targets,
                    );
                }
                Inline::Strong(content) => {
                    self.runs(
                        content,
                        Letters {
                            bold: true,
                            ..letters
                        },
                        runs,
                        targets,
                    );
                }
                Inline::Strike(content) => {
                    self.runs(
                        content,
                        Letters {
                            strike: true,
                            ..letters
                        },
                        runs,
                        targets,
                    );
                }
                Inline::Link { target, content } => {
                    targets.push(target.as_str().to_owned());
                    let letters = Letters {
                        colour: self.palette.accent,
                        ..letters
                    };
                    self.runs(content, letters, runs, targets);
                }
                Inline::Code(code) => {
                    let mut format = format.clone();
                    format.font_id = FontId::monospace(letters.size - 1.0);
                    format.background = self.palette.header;
                    runs.push((shown(code), format));
                }
                Inline::Break => runs.push(("\n".to_owned(), format.clone())),
                Inline::Field(field) => {
                    let mut format = format.clone();
                    format.color = self.palette.adapted;
                    format.background = self.palette.header;
                    runs.push((field_marks(field), format));
                }
            }
        }
    }

    /// A table; where it has no room, each row as a card, as the exported pages do.
    fn table(&mut self, ui: &mut Ui, table: &Table) {
        let roles = table.columns.iter().map(|column| column.role);
        let least: f32 = roles.clone().map(|role| widths(role).0).sum();
        let room = ui.available_width();
        let bold = Letters {
            bold: true,
            ..self.letters(SMALL)
        };
        ui.scope(|ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            if room < least * 0.8 {
                for row in &table.rows {
                    self.card(ui, table, row);
                }
                return;
            }
            let widths = share(roles, |_| None, room);
            let scale = (room / widths.iter().sum::<f32>().max(1.0)).min(1.0);
            let widths: Vec<f32> = widths.iter().map(|width| (width * scale).floor()).collect();
            self.row(ui, &widths, true, |page, ui, at| {
                if let Some(column) = table.columns.get(at) {
                    page.line(ui, &column.label.inlines, &column.label.element, bold);
                }
            });
            for row in &table.rows {
                self.row(ui, &widths, false, |page, ui, at| {
                    if let Some(cell) = row.cells.get(at) {
                        page.cell(ui, cell);
                    }
                });
            }
        });
        ui.add_space(4.0);
    }

    /// A row as a card: each label before its cell.
    fn card(&mut self, ui: &mut Ui, table: &Table, row: &Row) {
        let bold = Letters {
            bold: true,
            ..self.letters(SMALL)
        };
        Frame::new()
            .stroke(Stroke::new(1.0, self.palette.line))
            .corner_radius(5)
            .inner_margin(Margin::same(8))
            .show(ui, |ui| {
                ui.set_width(ui.available_width());
                ui.spacing_mut().item_spacing.y = 2.0;
                for (column, cell) in table.columns.iter().zip(&row.cells) {
                    if !cell.content.blocks.is_empty() {
                        self.line(ui, &column.label.inlines, &cell.content.element, bold);
                        self.cell(ui, cell);
                        ui.add_space(4.0);
                    }
                }
            });
        ui.add_space(8.0);
    }

    fn cell(&mut self, ui: &mut Ui, cell: &Cell) {
        let letters = self.letters(SMALL);
        if cell.content.blocks.is_empty() {
            // An empty cell can be clicked too.
            self.line(
                ui,
                &[Inline::Text("\u{A0}".to_owned())],
                &cell.content.element,
                letters,
            );
        } else {
            self.flow(ui, &cell.content, letters);
        }
    }

    /// A row of cells as wide as its columns and as tall as its tallest cell.
    fn row(
        &mut self,
        ui: &mut Ui,
        widths: &[f32],
        is_header: bool,
        mut cell: impl FnMut(&mut Self, &mut Ui, usize),
    ) {
        let start = ui.cursor().min;
        let ground = ui.painter().add(egui::Shape::Noop);
        let mut left = start.x;
        let mut bottom = start.y + 20.0;
        for (at, width) in widths.iter().enumerate() {
            let place = Rect::from_min_size(
                pos2(left + CELL_PADDING, start.y + CELL_PADDING - 1.0),
                vec2((width - 2.0 * CELL_PADDING).max(20.0), f32::INFINITY),
            );
            let mut inside = ui.new_child(UiBuilder::new().max_rect(place).id_salt(at));
            inside.spacing_mut().item_spacing.y = 3.0;
            cell(self, &mut inside, at);
            bottom = bottom.max(inside.min_rect().bottom() + CELL_PADDING);
            left += width;
        }
        let rect = Rect::from_min_max(start, pos2(left, bottom));
        let fill = if is_header {
            self.palette.header
        } else {
            Color32::TRANSPARENT
        };
        let line = Stroke::new(1.0, self.palette.line);
        ui.painter().set(
            ground,
            egui::epaint::RectShape::new(
                rect,
                CornerRadius::ZERO,
                fill,
                line,
                egui::StrokeKind::Middle,
            ),
        );
        let mut edge = start.x;
        for width in widths.iter().take(widths.len().saturating_sub(1)) {
            edge += width;
            ui.painter().vline(edge, rect.y_range(), line);
        }
        ui.advance_cursor_after_rect(rect);
    }
}

fn even(room: f32, columns: usize) -> Vec<f32> {
    #[expect(clippy::cast_precision_loss, reason = "a table has few columns")]
    let width = (room / columns.max(1) as f32).max(64.0).floor();
    vec![width; columns]
}

/// Text as the screen should break it: never at a narrow no-break space.
fn shown(text: &str) -> String {
    text.replace('\u{202F}', "\u{A0}")
}

fn lay_out(ui: &Ui, runs: &[(String, TextFormat)], width: f32) -> Arc<Galley> {
    let mut job = LayoutJob::default();
    job.wrap.max_width = width;
    for (text, format) in runs {
        job.append(text, 0.0, format.clone());
    }
    ui.fonts_mut(|fonts| fonts.layout_job(job))
}
