//! A cookie table on the screen: the header and the first column stay in sight, and only the rows
//! in sight are laid out and drawn.

mod cells;
mod headers;
mod lines;

use std::ops::RangeInclusive;

use egui::style::ScrollAnimation;
use egui::{
    Align, Color32, CornerRadius, Id, Pos2, Rangef, Rect, Response, Role, ScrollArea, Sense,
    Stroke, StrokeKind, Ui, UiBuilder, pos2, vec2,
};

use super::sheet::{Chosen, GUTTER, Heights, Sheet, Spot};
use super::{Follow, PADDING, cell_name, focus_id};
use crate::model::Element;
use crate::ui::editor::Editor;
use crate::ui::scene::{Action, Scene};
use crate::ui::theme::Palette;
use crate::ui::widgets::named;
use headers::header_galleys;
use lines::{Line, said_in};

/// The room for the line below the header.
const LINE: f32 = 1.0;

/// A table while it is drawn.
struct Grid<'a> {
    sheet: &'a Sheet<'a>,
    heights: &'a Heights,
    chosen: Option<Chosen>,
    focus: Id,
    /// All of it, be it out of sight.
    rect: Rect,
    /// Where the header is drawn: at the top of the table or of what is in sight.
    header: Rect,
    /// Where the columns that stay in sight begin and end.
    frozen: Rangef,
    /// How many columns stay in sight.
    freezes: usize,
}

impl Grid<'_> {
    fn row(&self, row: usize) -> Rect {
        let of = self.heights.of(row);
        let top = self.rect.top() + self.header.height();
        Rect::from_x_y_ranges(self.rect.x_range(), (top + of.min)..=(top + of.max))
    }

    /// Where the table begins, to a column.
    fn left_of(&self, column: usize) -> f32 {
        if column < self.freezes {
            self.frozen.min
        } else {
            self.rect.left()
        }
    }

    /// The place of a cell; a column that stays in sight is where it is seen.
    fn cell(&self, row: Rect, column: usize) -> Rect {
        let left = self.left_of(column);
        let (from, to) = (self.sheet.edge(column), self.sheet.edge(column + 1));
        Rect::from_min_max(pos2(left + from, row.top()), pos2(left + to, row.bottom()))
    }

    /// The cell at a point.
    fn spot_at(&self, at: Pos2) -> Spot {
        let row = self
            .heights
            .row_at(at.y - self.rect.top() - self.header.height());
        let last = self.sheet.columns.len().saturating_sub(1);
        let edge = |column: usize| self.left_of(column) + self.sheet.edge(column + 1);
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
        // The bar of a table that goes on below stands at the end of what is seen of it.
        let titles = header_galleys(ui, scene, sheet);
        let header = titles.iter().map(|it| it.size().y).fold(16.0, f32::max);
        let header = header + 2.0 * PADDING.y + LINE;
        let start = ui.cursor().top() + header;
        let goes_on = Rangef::new(start, start + heights.total()).contains(ui.clip_rect().bottom());
        let usual = ui.spacing().scroll.bar_outer_margin;
        if goes_on {
            ui.spacing_mut().scroll.bar_outer_margin = 2.0;
        }
        let follow = scroll.show(ui, |ui| {
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
                heights,
                chosen: self.chosen(sheet),
                focus: focus_id(scene, &sheet.section.id),
                rect,
                header: Rect::from_min_size(
                    pos2(rect.left(), header_top),
                    vec2(rect.width(), header),
                ),
                frozen: Rangef::new(left, left + width),
                freezes,
            };
            self.reach_sought(ui, &grid);
            let follow = self.follow_head(ui, &grid);
            self.body_ui(ui, scene, &grid, &lines, actions);
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
        ui.spacing_mut().scroll.bar_outer_margin = usual;
        let brought = self.table.brought.take().map(|place| (place, None));
        if let Some((place, align)) = follow.inner.or(brought) {
            // What scrolls sideways keeps what is asked of it to itself: once more, for the height.
            let at_once = ScrollAnimation::none();
            ui.scroll_to_rect_animation(place, align, at_once);
        }
    }

    /// Brings into sight what is sought in this table; the selection stays.
    fn reach_sought(&mut self, ui: &Ui, grid: &Grid<'_>) {
        let section = &grid.sheet.section.id;
        let row = match self.sought() {
            Some(Element::Row(row)) if row.section == *section => &row.row,
            Some(Element::Cell(cell)) if cell.section == *section => &cell.row,
            Some(Element::Column(column)) if grid.sheet.has_label(column) => {
                ui.scroll_to_rect(grid.header, Some(Align::Center));
                self.found();
                return;
            }
            _ => return,
        };
        if let Some(row) = grid.sheet.row_at(row, 0) {
            let place = grid.row(row);
            ui.scroll_to_rect(place, Some(Align::Center));
        }
        self.found();
    }

    /// Scrolls to the corner of the selection that moved, clear of what stays in sight.
    fn follow_head(&mut self, ui: &Ui, grid: &Grid<'_>) -> Option<(Rect, Option<Align>)> {
        let chosen = grid.chosen.as_ref()?;
        let follow = self.table.follow.take()?;
        if follow == Follow::Soon {
            self.table.follow = Some(Follow::Again);
            ui.ctx().request_repaint();
            return None;
        }
        let place = clear_place(ui, grid, chosen.head);
        let clip = ui.clip_rect();
        let is_in_sight =
            clip.y_range().contains(place.top()) && clip.y_range().contains(place.bottom());
        let align = (follow == Follow::Far && !is_in_sight).then_some(Align::Center);
        let at_once = ScrollAnimation::none();
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
            let rect = grid.row(line.row);
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
                    self.cell_ui(part, scene, grid, spot, place, galley, actions);
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
            self.table.selected = Some(place_of(grid, chosen));
            for (column, part) in [(grid.freezes, &moving), (0, &staying)] {
                frame_ui(part, grid, chosen, column, colour);
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

    pub(super) fn select_all(&mut self, sheet: &Sheet<'_>) {
        let row = sheet.rows().saturating_sub(1);
        let column = sheet.columns.len().saturating_sub(1);
        self.select_cells(sheet, (0, 0), (row, column));
        self.table.follow = None;
    }
}

/// A part of the table that is drawn only between these.
fn part(ui: &mut Ui, rect: Rect, x: RangeInclusive<f32>, y: RangeInclusive<f32>) -> Ui {
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

/// Says to those who listen whether something is selected.
fn tell_chosen(ui: &Ui, response: &Response, is_chosen: bool) {
    ui.ctx()
        .accesskit_node_builder(response.id, |node| node.set_selected(is_chosen));
}

/// What is to be in sight for a cell to be, clear of what stays there.
fn clear_place(ui: &Ui, grid: &Grid<'_>, (row, column): Spot) -> Rect {
    let mut place = grid.cell(grid.row(row), column);
    place.min.y -= grid.header.height();
    if column >= grid.freezes {
        place.min.x -= grid.frozen.span();
        return place;
    }
    // It is in sight wherever the table is scrolled to.
    let seen = ui.clip_rect().x_range();
    Rect::from_x_y_ranges(seen.center()..=seen.center(), place.y_range())
}

/// Where what is selected is, in part or whole.
fn place_of(grid: &Grid<'_>, chosen: &Chosen) -> Rect {
    let top = grid.row(*chosen.rows.start());
    top.union(grid.row(*chosen.rows.end()))
}

/// The frame around what is selected, and around its active cell.
fn frame_ui(ui: &Ui, grid: &Grid<'_>, chosen: &Chosen, first: usize, colour: Color32) {
    let is_in_part = |column: usize| (column < grid.freezes) == (first < grid.freezes);
    let columns = chosen.columns.clone().filter(|it| is_in_part(*it));
    let rows = place_of(grid, chosen);
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
        frame(grid.cell(grid.row(row), column), 2.0);
    }
}
