//! The header of the board: what each column tells, and the way to sort by it.

use egui::{Id, Rect, Response, Role, Sense, Ui, WidgetInfo, vec2};
use egui_material_icons::MaterialIcon;
use egui_material_icons::icons::{
    ICON_ARROW_DOWNWARD, ICON_ARROW_UPWARD, ICON_CHECK_BOX, ICON_CHECK_BOX_OUTLINE_BLANK,
    ICON_INDETERMINATE_CHECK_BOX,
};

use super::columns::Columns;
use super::{Board, ROW};
use crate::ui::line::{Weight, letters, paint_ground, paint_icon, paint_words, words_within};
use crate::ui::theme::Palette;
use crate::words::Words;
use crate::workspace::board::{Column, Sort, Way};

/// The room between the edge of a column and its words.
pub const INSET: f32 = 6.0;

impl Board {
    pub(super) fn header_ui(&mut self, ui: &mut Ui, words: &Words, columns: &Columns) {
        let (_, rect) = ui.allocate_space(vec2(columns.width(), ROW));
        let palette = Palette::now(ui.ctx());
        ui.painter().rect_filled(rect, 0.0, palette.header);
        let (tick, places) = columns.places(rect);
        self.all_ui(ui, words, tick);
        for (column, place) in places {
            let sort = self.sort.filter(|sort| sort.column == column);
            if column_ui(ui, words, (column, place), sort).clicked() {
                self.sort = Sort::next(self.sort, column);
            }
        }
    }

    /// The box that chooses all that are shown, or none.
    fn all_ui(&mut self, ui: &mut Ui, words: &Words, rect: Rect) {
        let (chosen, shown) = (self.seen.chosen(), self.seen.len());
        let is_all = shown > 0 && chosen == shown;
        let response = ui.interact(rect, Id::unique("board-all"), Sense::click());
        let name = words.say("board-choose-all");
        response.widget_info(|| WidgetInfo::selected(Role::CheckBox, true, is_all, &*name));
        let palette = Palette::now(ui.ctx());
        paint_ground(ui, &response, rect.shrink(2.0), None);
        let icon = if is_all {
            ICON_CHECK_BOX
        } else if chosen > 0 {
            ICON_INDETERMINATE_CHECK_BOX
        } else {
            ICON_CHECK_BOX_OUTLINE_BLANK
        };
        paint_icon(ui, icon, 18.0, rect, rect.center().x, palette.text);
        if response.on_hover_text(&*name).clicked() {
            if is_all {
                self.selection.clear();
            } else {
                self.choose_shown();
            }
        }
    }
}

/// The head of a column, which sorts by it.
fn column_ui(
    ui: &mut Ui,
    words: &Words,
    (column, rect): (Column, Rect),
    sort: Option<Sort>,
) -> Response {
    let palette = Palette::now(ui.ctx());
    let response = ui.interact(rect, Id::unique(("board-head", column)), Sense::click());
    let label = words.say(label_of(column));
    let (told, icon) = match sort.map(|sort| sort.way) {
        None => ("board-sort", None),
        Some(Way::Ascending) => ("board-sorted-up", Some(ICON_ARROW_UPWARD)),
        Some(Way::Descending) => ("board-sorted-down", Some(ICON_ARROW_DOWNWARD)),
    };
    let name = words.say_of(told, &[("column", (&*label).into())]);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &*name));
    paint_ground(ui, &response, rect.shrink2(vec2(1.0, 2.0)), None);
    let mut job = words_within(rect.width() - 2.0 * INSET - 18.0);
    job.append(&label, 0.0, letters(13.5, Weight::Bold, palette.text));
    let galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
    let right = rect.left() + INSET + galley.size().x;
    paint_words(ui, galley, rect, rect.left() + INSET, palette.text);
    if let Some(icon) = icon {
        paint_arrow(ui, icon, rect, right + 11.0);
    }
    response.on_hover_text(&*name)
}

fn paint_arrow(ui: &Ui, icon: MaterialIcon, rect: Rect, x: f32) {
    let palette = Palette::now(ui.ctx());
    paint_icon(ui, icon, 15.0, rect, x, palette.accent);
}

/// The key of what a column is called.
fn label_of(column: Column) -> &'static str {
    match column {
        Column::Name => "board-name",
        Column::Follows => "board-follows",
        Column::Adaptations => "board-adaptations",
        Column::Languages => "board-languages",
        Column::Updated => "board-updated",
        Column::Release => "board-release",
        Column::Findings => "board-findings",
    }
}
