//! The cells of a cookie table: how one is drawn, what the pointer does with it, and the one that
//! is an editor.

use std::sync::Arc;

use egui::style::ScrollAnimation;
use egui::{
    CornerRadius, Galley, Id, Key, PointerButton, Rect, Response, Role, Sense, Stroke, Ui,
    UiBuilder, vec2,
};

use super::{Grid, clear_place, tell_chosen};
use crate::model::{CellAddress, Element, Standing};
use crate::ui::editor::Editor;
use crate::ui::editor::field::{Shape, field_id, text_field};
use crate::ui::editor::table::menus::Menu;
use crate::ui::editor::table::sheet::{Chosen, Sheet, Spot};
use crate::ui::editor::table::{PADDING, Start, cell_name, focus_id};
use crate::ui::scene::{Action, Scene};
use crate::ui::theme::Palette;
use crate::ui::widgets::named;

impl Editor {
    #[expect(
        clippy::too_many_arguments,
        reason = "the cell, its place in the table and its place on the screen"
    )]
    pub(super) fn cell_ui(
        &mut self,
        ui: &mut Ui,
        scene: &Scene<'_>,
        grid: &Grid<'_>,
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
        // It is gone once the cell is there.
        let to_sight = egui::accesskit::Action::ScrollIntoView;
        let is_sought = ui.input(|input| input.has_accesskit_action_request(id, to_sight));
        let response = ui.interact(place, id, sense);
        if is_sought {
            // Not beneath what stays in sight.
            let place = clear_place(ui, grid, spot);
            ui.scroll_to_rect_animation(place, None, ScrollAnimation::none());
            self.table.brought = Some(place);
            ui.ctx().request_repaint();
        }
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
        self.cell_pointed(ui, scene, grid, spot, &response, galley, actions);
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
                let start = start_at(scene, &cell, response, galley);
                self.begin(ui, scene, cell, start, actions);
            }
        } else if clicked || response.drag_started() {
            self.select_cells(sheet, spot, spot);
            self.table.takes_keyboard = true;
        } else if response.dragged() {
            let to = response.interact_pointer_pos().map(|at| grid.spot_at(at));
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
}

/// Where the editing of a cell begins that is clicked: at the letter under the pointer, where the
/// letters that are seen are those that are written.
fn start_at(scene: &Scene<'_>, cell: &CellAddress, response: &Response, galley: &Galley) -> Start {
    let text = scene.resolved.text(&Element::Cell(cell.clone()));
    let written = text.and_then(|(text, _)| text.written(scene.language));
    match response.interact_pointer_pos() {
        Some(at) if written == Some(galley.text()) => {
            Start::At(galley.cursor_from_pos(at - (response.rect.min + PADDING)))
        }
        _ => Start::AtEnd,
    }
}

/// Whether something is clicked, and not by a key: those are the table's.
fn is_clicked(ui: &Ui, response: &Response) -> bool {
    let by_key =
        |input: &egui::InputState| input.key_pressed(Key::Enter) || input.key_pressed(Key::Space);
    response.clicked_by(PointerButton::Primary) || response.clicked() && !ui.input(by_key)
}
