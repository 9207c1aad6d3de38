//! The headers of a cookie table: of its rows (number, origin, menu) and of its columns (label,
//! width, menu).

use std::sync::Arc;

use egui::{
    Align2, Color32, CornerRadius, CursorIcon, FontFamily, FontId, Galley, Id, Rect, Role, Sense,
    Stroke, Ui, pos2, vec2,
};
use egui_material_icons::icons::{
    ICON_EDIT_NOTE, ICON_HOME, ICON_LINK, ICON_MORE_VERT, ICON_VISIBILITY_OFF,
};

use super::{Grid, LINE, part, tell_chosen};
use crate::model::{ResolvedColumn, ResolvedRow, Standing};
use crate::ui::editor::table::menus::Menu;
use crate::ui::editor::table::sheet::{Chosen, GUTTER, MARK, MENU, NUMBER, Sheet};
use crate::ui::editor::table::{LETTERS, PADDING, label};
use crate::ui::editor::{Editor, applies};
use crate::ui::scene::{Action, Scene};
use crate::ui::theme::{BOLD, Palette};
use crate::ui::widgets::named;
use crate::workspace::settings::Preference;

impl Editor {
    /// The number of a row, the mark of where it comes from, and its menu.
    #[expect(
        clippy::too_many_arguments,
        reason = "the row, its place in the table and its place on the screen"
    )]
    pub(super) fn row_header_ui(
        &mut self,
        ui: &mut Ui,
        scene: &Scene<'_>,
        grid: &Grid<'_>,
        at: usize,
        row: &ResolvedRow,
        rect: Rect,
        actions: &mut Vec<Action>,
    ) {
        let palette = Palette::now(ui.ctx());
        let words = scene.words;
        let left = grid.frozen.min;
        let whole = Rect::from_x_y_ranges(left..=(left + GUTTER), rect.y_range());
        let is_chosen = grid.chosen.as_ref().is_some_and(|it| it.rows.contains(&at));
        let ground = if is_chosen {
            palette.selected
        } else {
            palette.header
        };
        ui.painter().rect_filled(whole, CornerRadius::ZERO, ground);
        ui.painter().hline(
            whole.x_range(),
            whole.bottom() - 0.5,
            Stroke::new(1.0, palette.line),
        );
        let line = rect.top() + PADDING.y + 8.0;
        let number = FontId::proportional(LETTERS - 1.5);
        let colour = if is_chosen {
            palette.text
        } else {
            palette.weak
        };
        ui.painter().text(
            pos2(left + NUMBER - 3.0, line),
            Align2::RIGHT_CENTER,
            at + 1,
            number,
            colour,
        );
        let (icon, colour, hint) = row_mark(scene, row, &palette);
        let font = FontId::new(14.0, icon.font_family());
        let middle = pos2(left + NUMBER + MARK / 2.0, line);
        ui.painter()
            .text(middle, Align2::CENTER_CENTER, icon.codepoint, font, colour);

        let place = Rect::from_min_size(whole.min, vec2(NUMBER + MARK, whole.height()));
        let id = Id::unique(("row", scene.owner(), &grid.sheet.section.id, row.id()));
        let response = ui.interact(place, id, Sense::CLICK | Sense::DRAG);
        let values = [
            ("row", (at + 1).into()),
            ("rows", grid.sheet.rows().into()),
            ("hint", hint.clone().into()),
        ];
        let name = words.say_of("row-header", &values);
        named(&response, Role::RowHeader, &name);
        tell_chosen(ui, &response, is_chosen);
        let response = response.on_hover_text(hint);
        let place =
            Rect::from_min_size(whole.min + vec2(NUMBER + MARK, 2.0), vec2(MENU - 2.0, 24.0));
        let button = ui.interact(place, id.with("menu"), Sense::CLICK);
        let name = words.say_of("row-menu", &[("row", (at + 1).into())]);
        named(&button, Role::Button, &name);
        if button.hovered() {
            ui.painter()
                .rect_filled(place, CornerRadius::same(4), palette.surface);
        }
        let font = FontId::new(16.0, ICON_MORE_VERT.font_family());
        let dots = ICON_MORE_VERT.codepoint;
        ui.painter().text(
            place.center(),
            Align2::CENTER_CENTER,
            dots,
            font,
            palette.text,
        );

        let last = grid.sheet.columns.len().saturating_sub(1);
        let asked = button.clicked() || response.secondary_clicked();
        let is_row_chosen = is_chosen
            && grid
                .chosen
                .as_ref()
                .is_some_and(|it| it.columns == (0..=last));
        if response.clicked() || (asked && !is_row_chosen) {
            let shift = ui.input(|input| input.modifiers.shift);
            let from = grid.chosen.as_ref().filter(|_| shift && !asked);
            let from = from.map_or(at, |chosen| chosen.anchor.0);
            self.select_cells(grid.sheet, (from, 0), (at, last));
            self.table.follow = None;
            self.table.takes_keyboard = true;
            ui.ctx().request_repaint();
        }
        if asked {
            self.table.menu = Some(Menu::Row(row.id().clone()));
        }
        if self.table.menu == Some(Menu::Row(row.id().clone())) {
            self.row_menu_ui(scene, grid.sheet, row, [&button, &response], actions);
        }
    }

    pub(super) fn columns_header_ui(
        &mut self,
        ui: &mut Ui,
        scene: &Scene<'_>,
        grid: &Grid<'_>,
        titles: Vec<Arc<Galley>>,
        actions: &mut Vec<Action>,
    ) {
        let clip = ui.clip_rect();
        let tall = grid.header.y_range();
        let tall = tall.min..=tall.max;
        let mut moving = part(
            ui,
            grid.header,
            grid.frozen.max..=clip.right(),
            tall.clone(),
        );
        let mut staying = part(ui, grid.header, grid.frozen.min..=grid.frozen.max, tall);
        let palette = Palette::now(ui.ctx());
        for part in [&moving, &staying] {
            part.painter()
                .rect_filled(grid.header, CornerRadius::ZERO, palette.header);
        }
        let corner = Rect::from_min_size(
            pos2(grid.frozen.min, grid.header.top()),
            vec2(GUTTER, grid.header.height()),
        );
        let id = grid.focus.with("all");
        let all = staying.interact(corner, id, Sense::CLICK);
        named(&all, Role::Button, &scene.words.say("select-table"));
        if all.clicked() && grid.sheet.rows() > 0 {
            self.select_all(grid.sheet);
            self.table.takes_keyboard = true;
            ui.ctx().request_repaint();
        }
        for (at, galley) in titles.into_iter().enumerate() {
            let part = if at < grid.freezes {
                &mut staying
            } else {
                &mut moving
            };
            let place = grid.cell(grid.header, at);
            if part.clip_rect().intersects(place) {
                self.column_header_ui(part, scene, grid, at, place, galley, actions);
            }
        }
        let line = Stroke::new(LINE, palette.line);
        for part in [&moving, &staying] {
            part.painter()
                .hline(grid.header.x_range(), grid.header.bottom() - 0.5, line);
        }
    }

    #[expect(
        clippy::too_many_arguments,
        reason = "the column, its place in the table and its place on the screen"
    )]
    fn column_header_ui(
        &mut self,
        ui: &mut Ui,
        scene: &Scene<'_>,
        grid: &Grid<'_>,
        at: usize,
        place: Rect,
        galley: Arc<Galley>,
        actions: &mut Vec<Action>,
    ) {
        let sheet = grid.sheet;
        let Some(column) = sheet.columns.get(at) else {
            return;
        };
        let palette = Palette::now(ui.ctx());
        let id = Id::unique((
            "column",
            scene.owner(),
            &sheet.section.id,
            &column.column.id,
        ));
        let response = ui.interact(place, id, Sense::CLICK);
        let is_chosen = grid
            .chosen
            .as_ref()
            .is_some_and(|it| it.columns.contains(&at));
        let name = label(scene, column);
        named(&response, Role::ColumnHeader, &name);
        tell_chosen(ui, &response, is_chosen);
        if is_chosen {
            let ground = place.shrink2(vec2(0.5, 0.5));
            ui.painter()
                .rect_filled(ground, CornerRadius::ZERO, palette.selected);
        }
        let line = Stroke::new(1.0, palette.line);
        ui.painter().vline(place.left(), place.y_range(), line);
        ui.painter()
            .galley(place.min + PADDING, galley, palette.text);

        let last = sheet.rows().saturating_sub(1);
        let whole = |chosen: &Chosen| chosen.rows == (0..=last) && chosen.columns.contains(&at);
        let is_whole = grid.chosen.as_ref().is_some_and(whole);
        let asked = response.secondary_clicked();
        if sheet.rows() > 0 && (response.clicked() || (asked && !is_whole)) {
            let shift = ui.input(|input| input.modifiers.shift);
            let from = grid.chosen.as_ref().filter(|_| shift && !asked);
            let from = from.map_or(at, |chosen| chosen.anchor.1);
            self.select_cells(sheet, (0, from), (last, at));
            self.table.follow = None;
            self.table.takes_keyboard = true;
            ui.ctx().request_repaint();
        }
        if asked {
            self.table.menu = Some(Menu::Column(column.column.id.clone()));
        }
        if self.table.menu == Some(Menu::Column(column.column.id.clone())) {
            self.column_menu_ui(scene, sheet, at, &response, actions);
        }
        width_ui(ui, scene, column, place, id, actions);
    }
}

/// The edge of a column's header, by which its width is set.
fn width_ui(
    ui: &Ui,
    scene: &Scene<'_>,
    column: &ResolvedColumn,
    place: Rect,
    id: Id,
    actions: &mut Vec<Action>,
) {
    const GRIP: f32 = 7.0;
    let from = pos2(place.right() - GRIP, place.top());
    let edge = Rect::from_min_max(from, place.max);
    let grip = ui.interact(edge, id.with("width"), Sense::CLICK | Sense::DRAG);
    let values = [("column", label(scene, column).into())];
    let name = scene.words.say_of("column-width-of", &values);
    named(&grip, Role::Splitter, &name);
    let role = column.column.role;
    if grip.hovered() || grip.dragged() {
        let palette = Palette::now(ui.ctx());
        ui.painter().vline(
            place.right() - 1.0,
            place.y_range(),
            Stroke::new(2.0, palette.accent),
        );
        ui.ctx().set_cursor_icon(CursorIcon::ResizeHorizontal);
    }
    if grip.double_clicked() {
        actions.push(Action::Prefer(Preference::ColumnWidth(role, None)));
    } else if grip.dragged()
        && let Some(at) = grip.interact_pointer_pos()
    {
        let width = (at.x - place.left()).clamp(
            *crate::ui::columns::GIVEN.start(),
            *crate::ui::columns::GIVEN.end(),
        );
        let preference = Preference::ColumnWidth(role, Some(width.round()));
        actions.push(Action::Prefer(preference));
    }
}

pub(super) fn header_galleys(ui: &Ui, scene: &Scene<'_>, sheet: &Sheet<'_>) -> Vec<Arc<Galley>> {
    let palette = Palette::now(ui.ctx());
    let font = FontId::new(LETTERS, FontFamily::Name(BOLD.into()));
    let galleys = sheet.columns.iter().enumerate().map(|(at, column)| {
        let mut words = label(scene, column);
        if !column.shown() {
            words = format!("{words} ({})", scene.words.say("hidden"));
        }
        let room = sheet.words_of(at);
        ui.fonts_mut(|fonts| fonts.layout(words, font.clone(), palette.text, room))
    });
    galleys.collect()
}

/// Where a row comes from, or that it does not stand here.
fn row_mark(
    scene: &Scene<'_>,
    row: &ResolvedRow,
    palette: &Palette,
) -> (egui_material_icons::MaterialIcon, Color32, String) {
    let words = scene.words;
    let named_hint = |key: &str, from| {
        let values = [("name", scene.name_of(from).into())];
        words.say_of(key, &values).into_owned()
    };
    if row.hidden.is_some() {
        let hint = words.say("hidden-hint").into_owned();
        return (ICON_VISIBILITY_OFF, palette.weak, hint);
    }
    if !applies(scene, row.when()) {
        let fact = row
            .when()
            .map(|fact| crate::ui::editor::fact_label(scene, fact));
        let values = [("fact", fact.unwrap_or_default().into())];
        let hint = words.say_of("only-when", &values).into_owned();
        return (ICON_VISIBILITY_OFF, palette.weak, hint);
    }
    match scene.standing(&row.origin) {
        Standing::Own => (ICON_HOME, palette.weak, words.say("own-hint").into_owned()),
        Standing::Inherited { from } => {
            let hint = named_hint("inherited-hint", from);
            (ICON_LINK, palette.inherited, hint)
        }
        Standing::Adapted { from, .. } => {
            let hint = named_hint("adapted-hint", from);
            (ICON_EDIT_NOTE, palette.adapted, hint)
        }
    }
}
