//! The cookie table, edited in place. Cells are painted as text; the one being edited alone is
//! an editor.

use std::collections::HashMap;
use std::sync::Arc;

use egui::{
    Align2, Color32, CornerRadius, FontId, Galley, Id, Key, Modifiers, Rect, Role, Sense, Stroke,
    Ui, UiBuilder, pos2, vec2,
};
use egui_material_icons::icons::{ICON_EDIT_NOTE, ICON_HOME, ICON_LINK, ICON_VISIBILITY_OFF};

use super::field::{Shape, field_id, text_field};
use super::row_menu::{add_row_ui, row_menu_ui};
use super::sheet::{GUTTER, MENU, Move, Sheet};
use super::{Editor, applies};
use crate::messages;
use crate::model::{
    Category, Cell, CellAddress, Consent, Element, ResolvedColumn, ResolvedRow, ResolvedSection,
    ResolvedTable, RowAddress, RowId, SectionId, Standing,
};
use crate::ui::scene::{Action, Scene};
use crate::ui::theme::{BOLD, Palette};
use crate::ui::widgets::{bold, named, warning};

const PADDING: egui::Vec2 = vec2(7.0, 6.0);
/// The size of letters in cells.
pub const LETTERS: f32 = 13.5;

/// What tables remember between frames.
#[derive(Debug, Default)]
pub struct TableState {
    /// The cell that is an editor.
    active: Option<CellAddress>,
    /// Whether columns are shown that the finished charter leaves out.
    with_hidden: bool,
    heights: HashMap<(SectionId, RowId), f32>,
    width: f32,
}

impl TableState {
    pub fn leave(&mut self) {
        self.active = None;
        self.heights.clear();
    }
}

impl Editor {
    pub(super) fn table_ui(
        &mut self,
        ui: &mut Ui,
        scene: &Scene<'_>,
        section: &ResolvedSection,
        table: &ResolvedTable,
        actions: &mut Vec<Action>,
    ) {
        self.nature_ui(ui, scene, table);
        let width = ui.available_width();
        if (self.table.width - width).abs() > 0.5 {
            self.table.width = width;
            self.table.heights.clear();
        }
        let all = self.table.with_hidden;
        let columns = scene.resolved.columns_of(table).iter();
        let columns: Vec<_> = columns.filter(|column| all || column.shown()).collect();
        let sheet = Sheet::new(section, table, columns, width);
        let scroll = egui::ScrollArea::horizontal().id_salt(("table", &section.id));
        scroll.show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            header_ui(ui, scene, &sheet);
            self.reach_header(ui, section, table);
            for (number, row) in table.rows.iter().enumerate() {
                self.row_ui(ui, scene, &sheet, number, row, actions);
            }
        });
        ui.add_space(4.0);
        ui.horizontal_wrapped(|ui| add_row_ui(ui, scene, section, table, actions));
        // Last, so that nothing moves under the pointer when a choice appears.
        self.strips_ui(ui, scene, &sheet, actions);
    }

    /// The category of a table, whether its cookies need consent, and the way to what is hidden.
    fn nature_ui(&mut self, ui: &mut Ui, scene: &Scene<'_>, table: &ResolvedTable) {
        let words = scene.words;
        let nature = &table.nature.value;
        ui.horizontal_wrapped(|ui| {
            let category = match &nature.category {
                Category::Other(name) => name
                    .said(scene.language, &scene.collection.first_language())
                    .text
                    .to_owned(),
                category => words.say(category_key(category)).into_owned(),
            };
            ui.label(bold(category));
            let consent = match nature.consent() {
                Consent::Required => "consent-required",
                Consent::Exempt => "consent-exempt",
            };
            ui.weak(words.say(consent));
            ui.weak(words.say_of("rows", &[("count", table.rows.len().into())]));
            let hidden = scene
                .resolved
                .columns_of(table)
                .iter()
                .filter(|column| !column.shown());
            let hidden = hidden.count();
            if hidden > 0 {
                let label = words.say_of("hidden-columns", &[("count", hidden.into())]);
                if ui.checkbox(&mut self.table.with_hidden, &*label).changed() {
                    self.table.heights.clear();
                }
            }
        });
    }

    fn row_ui(
        &mut self,
        ui: &mut Ui,
        scene: &Scene<'_>,
        sheet: &Sheet<'_>,
        number: usize,
        row: &ResolvedRow,
        actions: &mut Vec<Action>,
    ) {
        let address = RowAddress {
            section: sheet.section.id.clone(),
            row: row.id().clone(),
        };
        self.activate_revealed(&address, sheet);
        let active = self
            .table
            .active
            .clone()
            .filter(|cell| cell.row_address() == address);
        let key = (sheet.section.id.clone(), row.id().clone());
        let top = ui.cursor().top();
        let near = ui.clip_rect().expand(400.0);
        if let Some(height) = self.table.heights.get(&key)
            && active.is_none()
            && !self.seeks_row(&address)
            && (top > near.bottom() || top + height < near.top())
        {
            ui.allocate_space(vec2(sheet.width(), *height));
            return;
        }

        let palette = Palette::now(ui.ctx());
        let stands = row.hidden.is_none() && applies(scene, row.when());
        let colour = if stands { palette.text } else { palette.weak };
        let galleys: Vec<Arc<Galley>> = sheet
            .columns
            .iter()
            .enumerate()
            .map(|(at, column)| {
                let words = cell_words(scene, row, column);
                lay_out(ui, words, colour, sheet.width_of(at) - 2.0 * PADDING.x)
            })
            .collect();
        let tallest = galleys
            .iter()
            .map(|galley| galley.size().y)
            .fold(16.0, f32::max);
        let mut height = tallest + 2.0 * PADDING.y;
        if active.is_some() {
            height += 6.0;
        }
        let (_, rect) = ui.allocate_space(vec2(sheet.width(), height));
        ui.painter()
            .rect_filled(rect, CornerRadius::ZERO, palette.surface);
        ui.painter().rect_stroke(
            rect,
            CornerRadius::ZERO,
            Stroke::new(1.0, palette.line),
            egui::StrokeKind::Inside,
        );
        row_mark_ui(ui, scene, row, rect);
        for (at, (column, galley)) in sheet.columns.iter().zip(galleys).enumerate() {
            let cell = CellAddress {
                section: sheet.section.id.clone(),
                row: row.id().clone(),
                column: column.column.id.clone(),
            };
            let place = sheet.cell(rect, at);
            let line = Stroke::new(1.0, palette.line);
            ui.painter().vline(place.left(), rect.y_range(), line);
            let name = cell_name(scene, sheet, number, column, galley.text());
            if active.as_ref() == Some(&cell) {
                self.active_cell_ui(ui, scene, sheet, number, &cell, place, actions);
            } else {
                self.resting_cell_ui(ui, scene, &cell, place, galley, &name);
            }
        }
        row_menu_ui(ui, scene, sheet, row, rect, number, actions);
        self.reach_row(ui, &address, rect);
        self.table.heights.insert(key, height);
    }

    /// Opens the cell that was asked for, if it stands in this row.
    fn activate_revealed(&mut self, row: &RowAddress, sheet: &Sheet<'_>) {
        let cell = match &self.reveal {
            Some(Element::Cell(cell)) if cell.row_address() == *row => cell.clone(),
            Some(Element::Row(wanted)) if wanted == row => {
                let Some(first) = sheet.columns.first() else {
                    return;
                };
                CellAddress {
                    section: row.section.clone(),
                    row: row.row.clone(),
                    column: first.column.id.clone(),
                }
            }
            _ => return,
        };
        self.reveal = Some(Element::Cell(cell.clone()));
        self.table.active = Some(cell);
    }

    fn resting_cell_ui(
        &mut self,
        ui: &mut Ui,
        scene: &Scene<'_>,
        cell: &CellAddress,
        place: Rect,
        galley: Arc<Galley>,
        name: &str,
    ) {
        let palette = Palette::now(ui.ctx());
        let id = Id::unique(("cell", scene.owner(), cell));
        let response = ui.interact(place, id, Sense::click());
        named(&response, Role::Button, name);
        if response.has_focus() || response.hovered() {
            let (width, colour) = if response.has_focus() {
                (2.0, palette.accent)
            } else {
                (1.0, palette.accent)
            };
            ui.painter().rect_stroke(
                place.shrink(1.0),
                CornerRadius::same(2),
                Stroke::new(width, colour),
                egui::StrokeKind::Inside,
            );
        }
        let adapted = scene
            .resolved
            .cell(cell)
            .is_some_and(|(_, origin)| matches!(scene.standing(origin), Standing::Adapted { .. }));
        if adapted {
            // A corner, as spreadsheets mark a cell with a comment.
            let corner = place.right_top();
            let points = vec![corner, corner + vec2(-9.0, 0.0), corner + vec2(0.0, 9.0)];
            ui.painter().add(egui::Shape::convex_polygon(
                points,
                palette.adapted,
                Stroke::NONE,
            ));
        }
        self.mark_words(
            ui,
            &Element::Cell(cell.clone()),
            &galley,
            place.min + PADDING,
        );
        ui.painter()
            .galley(place.min + PADDING, galley, palette.text);
        let opened = response.clicked()
            || response.has_focus()
                && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::F2));
        if opened {
            self.table.active = Some(cell.clone());
            self.reveal = Some(Element::Cell(cell.clone()));
            ui.ctx().request_repaint();
        }
    }

    #[expect(
        clippy::too_many_arguments,
        reason = "the cell, its place in the table and its place on the screen"
    )]
    fn active_cell_ui(
        &mut self,
        ui: &mut Ui,
        scene: &Scene<'_>,
        sheet: &Sheet<'_>,
        number: usize,
        cell: &CellAddress,
        place: Rect,
        actions: &mut Vec<Action>,
    ) {
        let element = Element::Cell(cell.clone());
        let id = field_id(scene, &element);
        let has_focus = ui.memory(|memory| memory.has_focus(id));
        let moves = has_focus.then(|| Move::by_key(ui)).flatten();
        let column = sheet
            .columns
            .iter()
            .find(|column| column.column.id == cell.column);
        let name = column.map_or_else(String::new, |column| {
            cell_name(scene, sheet, number, column, "")
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
        self.settle(ui, &element, &response);
        if let Some(moves) = moves {
            actions.push(Action::Seal);
            let next = moves.from(cell, number, sheet);
            match next {
                Some(next) => {
                    self.table.active = Some(next.clone());
                    self.go_to(Element::Cell(next));
                }
                None => self.table.active = None,
            }
            ui.ctx().request_repaint();
        } else if response.lost_focus() {
            self.table.active = None;
            if ui.input(|input| input.key_pressed(Key::Escape)) {
                let resting = Id::unique(("cell", scene.owner(), cell));
                ui.memory_mut(|memory| memory.request_focus(resting));
            }
        }
    }

    /// What stands below a table: the choices for what was typed, and what was found.
    fn strips_ui(
        &mut self,
        ui: &mut Ui,
        scene: &Scene<'_>,
        sheet: &Sheet<'_>,
        actions: &mut Vec<Action>,
    ) {
        let undecided = self
            .undecided
            .iter()
            .filter_map(|(owner, element)| match element {
                Element::Cell(cell)
                    if owner == scene.owner() && cell.section == sheet.section.id =>
                {
                    let row = sheet
                        .table
                        .rows
                        .iter()
                        .position(|row| *row.id() == cell.row)?;
                    let column = sheet
                        .columns
                        .iter()
                        .position(|it| it.column.id == cell.column)?;
                    Some((row, column, element.clone()))
                }
                _ => None,
            });
        let mut undecided: Vec<_> = undecided.collect();
        undecided.sort_by_key(|(row, column, _)| (*row, *column));
        for (row, column, element) in undecided {
            let column = sheet.columns.get(column).map(|column| label(scene, column));
            let values = [("column", column.into()), ("row", (row + 1).into())];
            let lead = scene.words.say_of("choice-cell", &values).into_owned();
            self.choice(ui, scene, &element, Some(&lead), actions);
        }
        for finding in &scene.document.findings {
            let is_of_the_table = match &finding.element {
                Element::Row(_) | Element::Cell(_) => {
                    finding.element.section() == Some(&sheet.section.id)
                }
                // The charter's columns are every table's that has none of its own.
                Element::Column(column) => match &column.table {
                    Some(section) => *section == sheet.section.id,
                    None => sheet.table.columns.is_none(),
                },
                _ => false,
            };
            if is_of_the_table && finding.problem.blocks_export() {
                let place = scene.place_of(&finding.element);
                warning(ui, &messages::located_finding(scene.words, finding, &place));
            }
        }
    }
}

/// What a cell says in the editor: what is written, or what stands in.
fn cell_words(scene: &Scene<'_>, row: &ResolvedRow, column: &ResolvedColumn) -> String {
    match row.cell(&column.column.id).0 {
        Some(Cell::Text(text)) => text
            .said(scene.language, &scene.collection.first_language())
            .text
            .to_owned(),
        Some(Cell::Above) => scene.words.say("as-above").into_owned(),
        None => String::new(),
    }
}

fn lay_out(ui: &Ui, words: String, colour: Color32, width: f32) -> Arc<Galley> {
    let font = FontId::proportional(LETTERS);
    ui.fonts_mut(|fonts| fonts.layout(words, font, colour, width.max(20.0)))
}

pub fn label(scene: &Scene<'_>, column: &ResolvedColumn) -> String {
    let first = scene.collection.first_language();
    let said = column.label.value.said(scene.language, &first).text;
    if said.is_empty() {
        column.column.id.to_string()
    } else {
        said.to_owned()
    }
}

/// A cell's full name: « Durée, ligne 1 sur 4 : 13 mois ».
fn cell_name(
    scene: &Scene<'_>,
    sheet: &Sheet<'_>,
    number: usize,
    column: &ResolvedColumn,
    says: &str,
) -> String {
    let values = [
        ("column", label(scene, column).into()),
        ("row", (number + 1).into()),
        ("rows", sheet.table.rows.len().into()),
        ("says", says.into()),
    ];
    scene.words.say_of("cell-name", &values).into_owned()
}

fn category_key(category: &Category) -> &'static str {
    match category {
        Category::Necessary => "category-necessary",
        Category::Functional => "category-functional",
        Category::Audience => "category-audience",
        Category::Personalisation => "category-personalisation",
        Category::Advertising => "category-advertising",
        Category::Social => "category-social",
        Category::Other(_) => "category-other",
    }
}

fn header_ui(ui: &mut Ui, scene: &Scene<'_>, sheet: &Sheet<'_>) {
    let palette = Palette::now(ui.ctx());
    let font = FontId::new(13.5, egui::FontFamily::Name(BOLD.into()));
    let galleys: Vec<Arc<Galley>> = sheet
        .columns
        .iter()
        .enumerate()
        .map(|(at, column)| {
            let mut words = label(scene, column);
            if !column.shown() {
                words = format!("{words} ({})", scene.words.say("hidden"));
            }
            let width = (sheet.width_of(at) - 2.0 * PADDING.x).max(20.0);
            ui.fonts_mut(|fonts| fonts.layout(words, font.clone(), palette.text, width))
        })
        .collect();
    let height = galleys.iter().map(|it| it.size().y).fold(16.0, f32::max) + 2.0 * PADDING.y;
    let (_, rect) = ui.allocate_space(vec2(sheet.width(), height));
    ui.painter().rect(
        rect,
        CornerRadius::ZERO,
        palette.header,
        Stroke::new(1.0, palette.line),
        egui::StrokeKind::Inside,
    );
    for (at, galley) in galleys.into_iter().enumerate() {
        let place = sheet.cell(rect, at);
        ui.painter()
            .vline(place.left(), rect.y_range(), Stroke::new(1.0, palette.line));
        ui.painter()
            .galley(place.min + PADDING, galley, palette.text);
    }
}

/// The mark at the left of a row: where it comes from, or that it does not stand here.
fn row_mark_ui(ui: &Ui, scene: &Scene<'_>, row: &ResolvedRow, rect: Rect) {
    let palette = Palette::now(ui.ctx());
    let words = scene.words;
    let standing = scene.standing(&row.origin);
    let (icon, colour, hint) = if row.hidden.is_some() {
        (
            ICON_VISIBILITY_OFF,
            palette.weak,
            words.say("hidden-hint").into_owned(),
        )
    } else if !applies(scene, row.when()) {
        let fact = row
            .when()
            .map(|fact| super::fact_label(scene, fact))
            .unwrap_or_default();
        let hint = words
            .say_of("only-when", &[("fact", fact.into())])
            .into_owned();
        (ICON_VISIBILITY_OFF, palette.weak, hint)
    } else {
        match standing {
            Standing::Own => (ICON_HOME, palette.weak, words.say("own-hint").into_owned()),
            Standing::Inherited { from } => {
                let values = [("name", scene.name_of(from).into())];
                let hint = words.say_of("inherited-hint", &values).into_owned();
                (ICON_LINK, palette.inherited, hint)
            }
            Standing::Adapted { from, .. } => {
                let values = [("name", scene.name_of(from).into())];
                let hint = words.say_of("adapted-hint", &values).into_owned();
                (ICON_EDIT_NOTE, palette.adapted, hint)
            }
        }
    };
    let left_top = rect.min + vec2(MENU, 0.0);
    let place = Rect::from_min_size(left_top, vec2(GUTTER - MENU, rect.height()));
    let font = FontId::new(14.0, icon.font_family());
    let at = pos2(place.center().x, rect.top() + PADDING.y + 8.0);
    ui.painter()
        .text(at, Align2::CENTER_CENTER, icon.codepoint, font, colour);
    ui.interact(
        place,
        ui.scope_id().with(("mark", row.id())),
        Sense::hover(),
    )
    .on_hover_text(hint);
}
