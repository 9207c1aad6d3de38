//! The headers of a cookie table: of its rows (number, origin, menu) and of its columns (label,
//! width, menu).

use std::sync::Arc;

use egui::{
    Align2, Color32, CornerRadius, CursorIcon, FontFamily, FontId, Galley, Id, Rect, Response,
    Role, Sense, Stroke, Ui, pos2, vec2,
};
use egui_material_icons::MaterialIcon;
use egui_material_icons::icons::{
    ICON_EDIT_NOTE, ICON_HOME, ICON_LINK, ICON_MORE_VERT, ICON_VISIBILITY_OFF,
};

use super::{Grid, LINE, part, tell_chosen};
use crate::model::{ResolvedColumn, ResolvedRow, Standing};
use crate::ui::columns::GIVEN;
use crate::ui::editor::table::menus::Menu;
use crate::ui::editor::table::sheet::{Chosen, GUTTER, MARK, MENU, NUMBER, Sheet, Spot};
use crate::ui::editor::table::{LETTERS, PADDING, label};
use crate::ui::editor::{Editor, applies, fact_label};
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
        let left = grid.frozen.min;
        let whole = Rect::from_x_y_ranges(left..=(left + GUTTER), rect.y_range());
        let is_chosen = grid.chosen.as_ref().is_some_and(|it| it.rows.contains(&at));
        let mark = RowMark::of(scene, row, &Palette::now(ui.ctx()));
        paint_row_header(ui, whole, at, &mark, is_chosen);

        let place = Rect::from_min_size(whole.min, vec2(NUMBER + MARK, whole.height()));
        let id = Id::unique(("row", scene.owner(), &grid.sheet.section.id, row.id()));
        let header = ui.interact(place, id, Sense::CLICK | Sense::DRAG);
        let values = [
            ("row", (at + 1).into()),
            ("rows", grid.sheet.rows().into()),
            ("hint", mark.hint.clone().into()),
        ];
        let name = scene.words.say_of("row-header", &values);
        named(&header, Role::RowHeader, &name);
        tell_chosen(ui, &header, is_chosen);
        let header = header.on_hover_text(mark.hint);
        let button = row_button_ui(ui, scene, whole, id.with("menu"), at);

        let asked = button.clicked() || header.secondary_clicked();
        let last = grid.sheet.columns.len().saturating_sub(1);
        let whole = |chosen: &Chosen| chosen.rows.contains(&at) && chosen.columns == (0..=last);
        let is_whole = grid.chosen.as_ref().is_some_and(whole);
        if header.clicked() || (asked && !is_whole) {
            let shift = ui.input(|input| input.modifiers.shift);
            let from = grid.chosen.as_ref().filter(|_| shift && !asked);
            let from = from.map_or(at, |chosen| chosen.anchor.0);
            self.select_whole(ui, grid, (from, 0), (at, last));
        }
        let menu = Menu::Row(row.id().clone());
        if asked {
            self.table.menu = Some(menu.clone());
        }
        if self.table.menu == Some(menu) {
            self.row_menu_ui(scene, grid.sheet, row, [&button, &header], actions);
        }
    }

    /// Selects whole rows or columns, which are in sight as far as they can be.
    fn select_whole(&mut self, ui: &Ui, grid: &Grid<'_>, anchor: Spot, head: Spot) {
        self.select_cells(grid.sheet, anchor, head);
        self.table.follow = None;
        self.table.takes_keyboard = true;
        ui.ctx().request_repaint();
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
            self.select_whole(ui, grid, (0, from), (last, at));
        }
        let menu = Menu::Column(column.column.id.clone());
        if asked {
            self.table.menu = Some(menu.clone());
        }
        if self.table.menu == Some(menu) {
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
        let width = (at.x - place.left()).clamp(*GIVEN.start(), *GIVEN.end());
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
struct RowMark {
    icon: MaterialIcon,
    colour: Color32,
    hint: String,
}

impl RowMark {
    fn of(scene: &Scene<'_>, row: &ResolvedRow, palette: &Palette) -> Self {
        let words = scene.words;
        let named = |key: &str, from| {
            let values = [("name", scene.name_of(from).into())];
            words.say_of(key, &values).into_owned()
        };
        let (icon, colour, hint) = match scene.standing(&row.origin) {
            _ if row.hidden.is_some() => {
                let hint = words.say("hidden-hint").into_owned();
                (ICON_VISIBILITY_OFF, palette.weak, hint)
            }
            _ if !applies(scene, row.when()) => {
                let fact = row.when().map(|fact| fact_label(scene, fact));
                let values = [("fact", fact.unwrap_or_default().into())];
                let hint = words.say_of("only-when", &values).into_owned();
                (ICON_VISIBILITY_OFF, palette.weak, hint)
            }
            Standing::Own => (ICON_HOME, palette.weak, words.say("own-hint").into_owned()),
            Standing::Inherited { from } => {
                let hint = named("inherited-hint", from);
                (ICON_LINK, palette.inherited, hint)
            }
            Standing::Adapted { from, .. } => {
                let hint = named("adapted-hint", from);
                (ICON_EDIT_NOTE, palette.adapted, hint)
            }
        };
        Self { icon, colour, hint }
    }
}

/// The ground of a row's header, its number and its mark.
fn paint_row_header(ui: &Ui, whole: Rect, at: usize, mark: &RowMark, is_chosen: bool) {
    let palette = Palette::now(ui.ctx());
    let painter = ui.painter();
    let (ground, colour) = if is_chosen {
        (palette.selected, palette.text)
    } else {
        (palette.header, palette.weak)
    };
    painter.rect_filled(whole, CornerRadius::ZERO, ground);
    let edge = Stroke::new(1.0, palette.line);
    painter.hline(whole.x_range(), whole.bottom() - 0.5, edge);
    // On the line of the first words of the cells.
    let line = whole.top() + PADDING.y + 8.0;
    painter.text(
        pos2(whole.left() + NUMBER - 3.0, line),
        Align2::RIGHT_CENTER,
        at + 1,
        FontId::proportional(LETTERS - 1.5),
        colour,
    );
    painter.text(
        pos2(whole.left() + NUMBER + MARK / 2.0, line),
        Align2::CENTER_CENTER,
        mark.icon.codepoint,
        FontId::new(14.0, mark.icon.font_family()),
        mark.colour,
    );
}

/// The button of a row's menu, in its header.
fn row_button_ui(ui: &Ui, scene: &Scene<'_>, whole: Rect, id: Id, at: usize) -> Response {
    let palette = Palette::now(ui.ctx());
    let corner = whole.min + vec2(NUMBER + MARK, 2.0);
    let place = Rect::from_min_size(corner, vec2(MENU - 2.0, 24.0));
    let button = ui.interact(place, id, Sense::CLICK);
    let name = scene.words.say_of("row-menu", &[("row", (at + 1).into())]);
    named(&button, Role::Button, &name);
    if button.hovered() {
        ui.painter()
            .rect_filled(place, CornerRadius::same(4), palette.surface);
    }
    let font = FontId::new(16.0, ICON_MORE_VERT.font_family());
    let dots = ICON_MORE_VERT.codepoint;
    let middle = place.center();
    ui.painter()
        .text(middle, Align2::CENTER_CENTER, dots, font, palette.text);
    button
}
