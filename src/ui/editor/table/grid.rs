//! A cookie table on the screen: the header and the first column stay in sight, and only the rows
//! in sight are laid out and drawn.

mod headers;

use std::ops::Range;
use std::sync::Arc;

use egui::{
    Color32, CornerRadius, FontId, Galley, Id, Key, PointerButton, Pos2, Rect, Response, Role,
    ScrollArea, Sense, Stroke, StrokeKind, Ui, UiBuilder, pos2, vec2,
};

use super::menus::Menu;
use super::sheet::{Chosen, GUTTER, Heights, Sheet, Spot, row_height};
use super::{Follow, LETTERS, PADDING, Start, cell_name, focus_id};
use crate::model::{Cell, CellAddress, Element, ResolvedColumn, ResolvedRow, Standing};
use crate::ui::editor::field::{Shape, field_id, text_field};
use crate::ui::editor::text::looks::{self, Base, is_known_field};
use crate::ui::editor::{Editor, applies};
use crate::ui::scene::{Action, Scene};
use crate::ui::theme::Palette;
use crate::ui::widgets::named;
use headers::header_galleys;

/// The room for the line below the header.
const LINE: f32 = 1.0;

/// A table while it is drawn.
struct Grid<'a> {
    sheet: &'a Sheet<'a>,
    chosen: Option<Chosen>,
    focus: Id,
    /// All of it, be it out of sight.
    rect: Rect,
    /// Where the header is drawn: at the top of the table or of what is in sight.
    header: Rect,
    /// Where the columns that stay in sight begin and end.
    frozen: egui::Rangef,
    /// How many columns stay in sight.
    freezes: usize,
}

/// The words of a row in sight.
struct Line {
    row: usize,
    galleys: Vec<Arc<Galley>>,
}

impl Grid<'_> {
    fn row(&self, heights: &Heights, row: usize) -> Rect {
        let of = heights.of(row);
        let top = self.rect.top() + self.header.height();
        Rect::from_x_y_ranges(self.rect.x_range(), (top + of.min)..=(top + of.max))
    }

    /// The place of a cell; a column that stays in sight is where it is seen.
    fn cell(&self, row: Rect, column: usize) -> Rect {
        let left = if column < self.freezes {
            self.frozen.min
        } else {
            self.rect.left()
        };
        let (from, to) = (self.sheet.edge(column), self.sheet.edge(column + 1));
        Rect::from_min_max(pos2(left + from, row.top()), pos2(left + to, row.bottom()))
    }

    /// The cell at a point.
    fn spot_at(&self, heights: &Heights, at: Pos2) -> Spot {
        let row = heights.row_at(at.y - self.rect.top() - self.header.height());
        let last = self.sheet.columns.len().saturating_sub(1);
        let edge = |column: usize| {
            let left = if column < self.freezes {
                self.frozen.min
            } else {
                self.rect.left()
            };
            left + self.sheet.edge(column + 1)
        };
        let column = (0..last).find(|column| at.x < edge(*column));
        (row, column.unwrap_or(last))
    }

    fn is_chosen(&self, spot: Spot) -> bool {
        self.chosen.as_ref().is_some_and(|it| it.contains(spot))
    }

    /// The cell that has the keyboard, or would be given it.
    fn active(&self) -> Spot {
        self.chosen.as_ref().map_or((0, 0), |chosen| chosen.anchor)
    }
}

impl Editor {
    pub(super) fn grid_ui(
        &mut self,
        ui: &mut Ui,
        scene: &Scene<'_>,
        sheet: &Sheet<'_>,
        heights: &mut Heights,
        actions: &mut Vec<Action>,
    ) {
        let seen = ui.available_rect_before_wrap().x_range();
        let scroll = ScrollArea::horizontal().id_salt(("table", &sheet.section.id));
        let follow = scroll.show(ui, |ui| {
            let titles = header_galleys(ui, scene, sheet);
            let header = titles.iter().map(|it| it.size().y).fold(16.0, f32::max);
            let header = header + 2.0 * PADDING.y + LINE;
            let origin = ui.cursor().min;
            let clip = ui.clip_rect();
            let top = origin.y + header;
            let in_sight = (clip.top() - top)..(clip.bottom() - top);
            let lines = self.lines(ui, scene, sheet, heights, in_sight);
            let size = vec2(sheet.width(), header + heights.total());
            let (_, rect) = ui.allocate_space(size);
            self.table.page = (clip.intersect(rect).height() - header).max(40.0);
            // The header leaves with the end of the table.
            let header_top = rect.top().max(clip.top()).min(rect.bottom() - header);
            let left = rect.left().max(seen.min);
            let first = sheet.edge(1);
            let freezes = usize::from(first < seen.span() * 0.6 && sheet.columns.len() > 1);
            let width = if freezes == 1 { first } else { GUTTER };
            let grid = Grid {
                sheet,
                chosen: self.chosen(sheet),
                focus: focus_id(scene, &sheet.section.id),
                rect,
                header: Rect::from_min_size(
                    pos2(rect.left(), header_top),
                    vec2(rect.width(), header),
                ),
                frozen: egui::Rangef::new(left, left + width),
                freezes,
            };
            self.reach_sought(ui, &grid, heights);
            let follow = self.follow_head(ui, &grid, heights);
            self.body_ui(ui, scene, &grid, heights, &lines, actions);
            self.columns_header_ui(ui, scene, &grid, titles, actions);
            if std::mem::take(&mut self.table.takes_keyboard) {
                // Last: what had it before gives it up when something else is clicked.
                ui.memory_mut(|memory| memory.request_focus(grid.focus));
            }
            let frame = Stroke::new(1.0, Palette::now(ui.ctx()).line);
            let painter = ui.painter();
            painter.rect_stroke(rect, CornerRadius::ZERO, frame, StrokeKind::Inside);
            follow
        });
        if let Some((place, align)) = follow.inner {
            // What scrolls sideways keeps what is asked of it to itself: once more, for the height.
            let at_once = egui::style::ScrollAnimation::none();
            ui.scroll_to_rect_animation(place, align, at_once);
        }
    }

    /// The words of the rows in sight, and of the one being edited. Their heights are known then.
    fn lines(
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

    /// Brings into sight what is sought in this table; the selection stays.
    fn reach_sought(&mut self, ui: &Ui, grid: &Grid<'_>, heights: &Heights) {
        let section = &grid.sheet.section.id;
        let row = match self.sought() {
            Some(Element::Row(row)) if row.section == *section => &row.row,
            Some(Element::Cell(cell)) if cell.section == *section => &cell.row,
            Some(Element::Column(column)) if grid.sheet.has_label(column) => {
                ui.scroll_to_rect(grid.header, Some(egui::Align::Center));
                self.found();
                return;
            }
            _ => return,
        };
        if let Some(row) = grid.sheet.row_at(row, 0) {
            let place = grid.row(heights, row);
            ui.scroll_to_rect(place, Some(egui::Align::Center));
        }
        self.found();
    }

    /// Scrolls to the corner of the selection that moved, clear of what stays in sight.
    fn follow_head(
        &mut self,
        ui: &Ui,
        grid: &Grid<'_>,
        heights: &Heights,
    ) -> Option<(Rect, Option<egui::Align>)> {
        let chosen = grid.chosen.as_ref()?;
        let follow = self.table.follow.take()?;
        if follow == Follow::Soon {
            self.table.follow = Some(Follow::Again);
            ui.ctx().request_repaint();
            return None;
        }
        let (row, column) = chosen.head;
        let mut place = grid.cell(grid.row(heights, row), column);
        place.min.y -= grid.header.height();
        if column >= grid.freezes {
            place.min.x -= grid.frozen.span();
        } else {
            // It is in sight wherever the table is scrolled to.
            let seen = ui.clip_rect().x_range();
            place = Rect::from_x_y_ranges(seen.center()..=seen.center(), place.y_range());
        }
        let clip = ui.clip_rect();
        let is_in_sight =
            clip.y_range().contains(place.top()) && clip.y_range().contains(place.bottom());
        let align = (follow == Follow::Far && !is_in_sight).then_some(egui::Align::Center);
        let at_once = egui::style::ScrollAnimation::none();
        ui.scroll_to_rect_animation(place, None, at_once);
        if !is_in_sight && follow != Follow::Again {
            self.table.follow = Some(Follow::Soon);
        }
        ui.ctx().request_repaint();
        Some((place, align))
    }

    fn body_ui(
        &mut self,
        ui: &mut Ui,
        scene: &Scene<'_>,
        grid: &Grid<'_>,
        heights: &Heights,
        lines: &[Line],
        actions: &mut Vec<Action>,
    ) {
        let clip = ui.clip_rect();
        let below = grid.header.bottom()..=clip.bottom().max(grid.header.bottom());
        let mut moving = part(ui, grid.rect, grid.frozen.max..=clip.right(), below.clone());
        let mut staying = part(ui, grid.rect, grid.frozen.min..=grid.frozen.max, below);
        let mut is_active_drawn = false;
        for line in lines {
            let Some(row) = grid.sheet.row(line.row) else {
                continue;
            };
            let rect = grid.row(heights, line.row);
            ground_ui(&moving, rect);
            ground_ui(&staying, rect);
            self.row_header_ui(&mut staying, scene, grid, line.row, row, rect, actions);
            for (column, galley) in line.galleys.iter().enumerate() {
                let place = grid.cell(rect, column);
                let part = if column < grid.freezes {
                    &mut staying
                } else {
                    &mut moving
                };
                let spot = (line.row, column);
                is_active_drawn |= spot == grid.active();
                if part.clip_rect().intersects(place) || spot == grid.active() {
                    self.cell_ui(part, scene, grid, heights, spot, place, galley, actions);
                }
            }
        }
        if !is_active_drawn && grid.sheet.rows() > 0 {
            self.unseen_ui(ui, scene, grid);
        }
        if let Some(chosen) = &grid.chosen {
            let has_focus = ui.memory(|memory| memory.has_focus(grid.focus));
            let colour = if has_focus || self.table.editing.is_some() {
                Palette::now(ui.ctx()).accent
            } else {
                Palette::now(ui.ctx()).weak
            };
            for (column, part) in [(grid.freezes, &moving), (0, &staying)] {
                frame_ui(part, grid, heights, chosen, column, colour);
            }
        }
        let edge = Stroke::new(1.0, Palette::now(ui.ctx()).line);
        staying
            .painter()
            .vline(grid.frozen.max - 1.0, grid.rect.y_range(), edge);
    }

    /// Keeps the keyboard where the active cell is out of sight.
    fn unseen_ui(&self, ui: &Ui, scene: &Scene<'_>, grid: &Grid<'_>) {
        let (row, column) = grid.active();
        let Some((row_there, of)) = grid.sheet.row(row).zip(grid.sheet.columns.get(column)) else {
            return;
        };
        let corner = Rect::from_min_size(grid.rect.min, vec2(1.0, 1.0));
        let response = ui.interact(corner, grid.focus, Sense::click());
        let said = said_in(scene, row_there, of);
        let name = cell_name(scene, grid.sheet, row, of, &said.words);
        named(&response, Role::GridCell, &name);
    }

    #[expect(
        clippy::too_many_arguments,
        reason = "the cell, its place in the table and its place on the screen"
    )]
    fn cell_ui(
        &mut self,
        ui: &mut Ui,
        scene: &Scene<'_>,
        grid: &Grid<'_>,
        heights: &Heights,
        spot: Spot,
        place: Rect,
        galley: &Arc<Galley>,
        actions: &mut Vec<Action>,
    ) {
        let sheet = grid.sheet;
        let (Some(cell), Some(row), Some(column)) = (
            sheet.address(spot.0, spot.1),
            sheet.row(spot.0),
            sheet.columns.get(spot.1),
        ) else {
            return;
        };
        let palette = Palette::now(ui.ctx());
        let line = Stroke::new(1.0, palette.line);
        if self.table.editing.as_ref() == Some(&cell) {
            self.editing_ui(ui, scene, sheet, spot, &cell, place, actions);
            return;
        }
        let is_active = spot == grid.active();
        let (id, sense) = if is_active {
            (grid.focus, Sense::click_and_drag())
        } else {
            let id = Id::unique(("cell", scene.owner(), &cell));
            (id, Sense::CLICK | Sense::DRAG)
        };
        let response = ui.interact(place, id, sense);
        let is_chosen = grid.is_chosen(spot);
        let name = cell_name(scene, sheet, spot.0, column, galley.text());
        named(&response, Role::GridCell, &name);
        tell_chosen(ui, &response, is_chosen);

        let ground = place.shrink2(vec2(0.0, 0.5));
        let is_range = grid.chosen.as_ref().is_some_and(|it| !it.is_one_cell());
        if is_chosen && is_range && !is_active {
            ui.painter()
                .rect_filled(ground, CornerRadius::ZERO, palette.selected);
        }
        ui.painter().vline(place.left(), place.y_range(), line);
        let (_, origin) = row.cell(&column.column.id);
        if matches!(scene.standing(origin), Standing::Adapted { .. }) {
            // A corner, as spreadsheets mark a cell with a comment.
            let corner = place.right_top();
            let points = vec![corner, corner + vec2(-9.0, 0.0), corner + vec2(0.0, 9.0)];
            ui.painter().add(egui::Shape::convex_polygon(
                points,
                palette.adapted,
                Stroke::NONE,
            ));
        }
        let element = Element::Cell(cell.clone());
        self.mark_words(ui, &element, galley, place.min + PADDING);
        ui.painter()
            .galley(place.min + PADDING, Arc::clone(galley), palette.text);
        self.cell_pointed(ui, scene, grid, heights, spot, &response, galley, actions);
        if self.table.menu == Some(Menu::Cell(cell)) {
            self.cell_menu_ui(scene, sheet, spot, &response, actions);
        }
    }

    /// What the pointer does with a cell.
    #[expect(
        clippy::too_many_arguments,
        reason = "the cell, its place in the table and what was done with it"
    )]
    fn cell_pointed(
        &mut self,
        ui: &Ui,
        scene: &Scene<'_>,
        grid: &Grid<'_>,
        heights: &Heights,
        spot: Spot,
        response: &Response,
        galley: &Galley,
        actions: &mut Vec<Action>,
    ) {
        let sheet = grid.sheet;
        let has_focus = ui.memory(|memory| memory.has_focus(grid.focus));
        let is_active = spot == grid.active();
        let shift = ui.input(|input| input.modifiers.shift);
        let clicked = is_clicked(ui, response);
        let only = grid.chosen.as_ref().is_some_and(Chosen::is_one_cell) && is_active;
        if clicked && shift && grid.chosen.is_some() {
            self.select_cells(sheet, grid.active(), spot);
            self.table.takes_keyboard = true;
        } else if clicked && only && has_focus {
            if let Some(cell) = sheet.address(spot.0, spot.1) {
                let at = response.interact_pointer_pos();
                let start = at.map_or(Start::AtEnd, |at| {
                    let from = response.rect.min + PADDING;
                    let cursor = galley.cursor_from_pos(at - from);
                    let is_written = matches!(
                        scene.resolved.text(&Element::Cell(cell.clone())),
                        Some((text, _)) if text.written(scene.language) == Some(galley.text())
                    );
                    if is_written {
                        Start::At(cursor)
                    } else {
                        Start::AtEnd
                    }
                });
                self.begin(ui, scene, cell, start, actions);
            }
        } else if clicked || response.drag_started() {
            self.select_cells(sheet, spot, spot);
            self.table.takes_keyboard = true;
        } else if response.dragged() {
            let to = response
                .interact_pointer_pos()
                .map(|at| grid.spot_at(heights, at));
            if let (Some(to), Some(chosen)) = (to, &grid.chosen)
                && to != chosen.head
            {
                self.select_cells(sheet, chosen.anchor, to);
            }
        } else if response.secondary_clicked() {
            if !grid.is_chosen(spot) {
                self.select_cells(sheet, spot, spot);
            }
            self.table.takes_keyboard = true;
            self.table.menu = sheet.address(spot.0, spot.1).map(Menu::Cell);
        } else if !is_active && response.has_focus() {
            self.select_cells(sheet, spot, spot);
            self.table.takes_keyboard = true;
        } else if is_active && grid.chosen.is_none() && response.gained_focus() {
            // The Tab key came to the table.
            self.select_cells(sheet, spot, spot);
        } else {
            return;
        }
        ui.ctx().request_repaint();
    }

    /// The cell that is an editor.
    #[expect(
        clippy::too_many_arguments,
        reason = "the cell, its place in the table and its place on the screen"
    )]
    fn editing_ui(
        &mut self,
        ui: &mut Ui,
        scene: &Scene<'_>,
        sheet: &Sheet<'_>,
        spot: Spot,
        cell: &CellAddress,
        place: Rect,
        actions: &mut Vec<Action>,
    ) {
        self.table.written = Some(place);
        let element = Element::Cell(cell.clone());
        let id = field_id(scene, &element);
        let column = sheet.columns.get(spot.1);
        let name = column.map_or_else(String::new, |column| {
            cell_name(scene, sheet, spot.0, column, "")
        });
        let mut inside = ui.new_child(UiBuilder::new().max_rect(place).id_salt(id));
        let response = text_field(
            &mut inside,
            scene,
            self,
            &element,
            Shape::Cell,
            name.trim_end(),
            actions,
        );
        if response.lost_focus() && self.table.editing.as_ref() == Some(cell) {
            self.table.editing = None;
            if ui.input(|input| input.key_pressed(Key::Escape)) {
                actions.push(Action::TakeBack);
                let focus = focus_id(scene, &cell.section);
                ui.memory_mut(|memory| memory.request_focus(focus));
            }
            ui.ctx().request_repaint();
        }
    }

    pub(super) fn select_all(&mut self, sheet: &Sheet<'_>) {
        let row = sheet.rows().saturating_sub(1);
        let column = sheet.columns.len().saturating_sub(1);
        self.select_cells(sheet, (0, 0), (row, column));
        self.table.follow = None;
    }
}

/// Says to those who listen whether something is selected.
fn tell_chosen(ui: &Ui, response: &Response, is_chosen: bool) {
    ui.ctx()
        .accesskit_node_builder(response.id, |node| node.set_selected(is_chosen));
}

/// Whether something is clicked, and not by a key: those are the table's.
fn is_clicked(ui: &Ui, response: &Response) -> bool {
    let by_key =
        |input: &egui::InputState| input.key_pressed(Key::Enter) || input.key_pressed(Key::Space);
    response.clicked_by(PointerButton::Primary) || response.clicked() && !ui.input(by_key)
}

/// A part of the table that is drawn only between these.
fn part(
    ui: &mut Ui,
    rect: Rect,
    x: std::ops::RangeInclusive<f32>,
    y: std::ops::RangeInclusive<f32>,
) -> Ui {
    let clip = Rect::from_x_y_ranges(x, y).intersect(ui.clip_rect());
    let mut part = ui.new_child(UiBuilder::new().max_rect(rect));
    part.set_clip_rect(clip);
    part
}

fn ground_ui(ui: &Ui, rect: Rect) {
    let palette = Palette::now(ui.ctx());
    ui.painter()
        .rect_filled(rect, CornerRadius::ZERO, palette.surface);
    let line = Stroke::new(1.0, palette.line);
    ui.painter()
        .hline(rect.x_range(), rect.bottom() - 0.5, line);
}

/// The frame around what is selected, and around its active cell.
fn frame_ui(
    ui: &Ui,
    grid: &Grid<'_>,
    heights: &Heights,
    chosen: &Chosen,
    first: usize,
    colour: Color32,
) {
    let is_in_part = |column: usize| (column < grid.freezes) == (first < grid.freezes);
    let columns = chosen.columns.clone().filter(|it| is_in_part(*it));
    let top = grid.row(heights, *chosen.rows.start());
    let bottom = grid.row(heights, *chosen.rows.end());
    let rows = Rect::from_x_y_ranges(top.x_range(), top.top()..=bottom.bottom());
    let around = columns
        .map(|column| grid.cell(rows, column))
        .reduce(Rect::union);
    let frame = |rect: Rect, width: f32| {
        ui.painter().rect_stroke(
            rect,
            CornerRadius::ZERO,
            Stroke::new(width, colour),
            StrokeKind::Inside,
        );
    };
    if let Some(around) = around
        && !chosen.is_one_cell()
    {
        frame(around, 1.0);
    }
    let (row, column) = chosen.anchor;
    if is_in_part(column) {
        frame(grid.cell(grid.row(heights, row), column), 2.0);
    }
}

/// What a cell says in the editor.
struct Said {
    words: String,
    /// Whether something else stands in for what is not written here.
    is_stand_in: bool,
}

fn said_in(scene: &Scene<'_>, row: &ResolvedRow, column: &ResolvedColumn) -> Said {
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
