//! The cookie table, edited in place as in a spreadsheet: cells and ranges are selected, moved
//! between, filled, copied and pasted; the one cell being edited alone is an editor. Cells are
//! painted as text.
//!
//! The table is one stop of the Tab key, on its active cell. What is done to an inherited table is
//! done here first; a strip below it then asks whether it is for all that show it.

mod commands;
mod filled;
mod grid;
mod keys;
mod menus;
mod sheet;
mod strips;

use std::collections::HashMap;

use egui::text::{CCursor, CCursorRange};
use egui::text_edit::TextEditState;
use egui::{Event, Id, Key, Modifiers, Ui, vec2};
use egui_material_icons::icons::ICON_EDIT;

use super::Editor;
use super::cards::{of_section, section_name};
use super::field::field_id;
use crate::messages::category_key;
use crate::model::{
    Adaptation, Category, CellAddress, Consent, Element, Owner, ResolvedColumn, ResolvedSection,
    ResolvedTable, RowAddress, RowId, SectionId,
};
use crate::ui::scene::{Action, Scene};
use crate::ui::widgets::{bold, icon_button};
use crate::workspace::Change;
use menus::{Menu, add_row_ui};
use sheet::{Chosen, Heights, Selection, Sheet, Spot};

pub use commands::TableAnswer;

const PADDING: egui::Vec2 = vec2(7.0, 6.0);
/// The size of letters in cells.
pub const LETTERS: f32 = 13.5;

/// What tables remember between frames.
#[derive(Debug, Default)]
pub struct TableState {
    /// What is selected, in one table at most.
    selection: Option<Selection>,
    /// The cell that is an editor.
    editing: Option<CellAddress>,
    /// Where that cell is.
    written: Option<egui::Rect>,
    /// The place of a cell that a screen reader has brought into sight.
    brought: Option<egui::Rect>,
    /// Where what is selected is.
    selected: Option<egui::Rect>,
    /// The key by which it is left, once what was typed is taken over.
    leaving: Option<(Key, Modifiers)>,
    /// Whether what comes from the clipboard next is wanted as plain text.
    pastes_plain: bool,
    /// What was pressed right after that key.
    held: Vec<Event>,
    /// Whether columns are shown that the finished charter leaves out.
    with_hidden: bool,
    heights: HashMap<SectionId, Heights>,
    /// What was done here to an inherited table, and may be meant for all.
    undecided: Option<Batch>,
    /// How high the strips below tables were.
    strips: HashMap<SectionId, f32>,
    /// Something to be told below a table.
    notice: Option<(SectionId, String)>,
    /// Whether what is selected is to be brought into sight.
    follow: Option<Follow>,
    /// Whether the table takes the keyboard once it is drawn.
    takes_keyboard: bool,
    /// How much of a table's rows was in sight.
    page: f32,
    /// What a menu was asked for.
    menu: Option<Menu>,
}

/// Adaptations that one action made of an inherited table.
#[derive(Debug)]
struct Batch {
    owner: Owner,
    section: SectionId,
    original: Owner,
    adapted: Vec<Adaptation>,
    /// Whether it is yet to be made.
    is_new: bool,
}

/// Where what is selected goes when it is brought into sight.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Follow {
    /// Just into sight.
    Near,
    /// Into the middle.
    Far,
    /// Once more, after the frame that what was asked for takes.
    Soon,
    /// Once more, now that the rows on the way are measured.
    Again,
}

/// How the editing of a cell begins.
#[derive(Debug, Clone, Copy)]
enum Start {
    /// What is typed takes the place of what the cell says.
    Replacing,
    AtEnd,
    At(CCursor),
}

impl TableState {
    pub fn leave(&mut self) {
        *self = Self {
            with_hidden: self.with_hidden,
            ..Self::default()
        };
    }
}

/// The widget that has the keyboard while cells of a table are selected.
fn focus_id(scene: &Scene<'_>, section: &SectionId) -> Id {
    Id::unique(("table", scene.owner(), section))
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
        self.nature_ui(ui, scene, section, table, actions);
        let columns = self.columns_of(scene, table);
        let sheet = Sheet::new(
            section,
            table,
            columns,
            scene.settings,
            ui.available_width(),
        );
        let mut heights = self.table.heights.remove(&section.id).unwrap_or_default();
        heights.prepare(scene.resolved, &sheet, scene.language);
        self.take_revealed(ui, scene, &sheet, actions);
        self.table_keys(ui, scene, &sheet, &heights, actions);
        self.grid_ui(ui, scene, &sheet, &mut heights, actions);
        self.leave_cell(ui, scene, &sheet, &heights, actions);
        self.table.heights.insert(section.id.clone(), heights);
        ui.add_space(4.0);
        ui.horizontal_wrapped(|ui| add_row_ui(ui, scene, section, table, actions));
        // Last, so that nothing moves under the pointer when a choice appears.
        self.strips_ui(ui, scene, &sheet, actions);
    }

    /// The columns of a table that are in sight.
    fn columns_of<'a>(
        &self,
        scene: &'a Scene<'_>,
        table: &'a ResolvedTable,
    ) -> Vec<&'a ResolvedColumn> {
        let all = self.table.with_hidden;
        let columns = scene.resolved.columns_of(table).iter();
        columns.filter(|column| all || column.shown()).collect()
    }

    /// The category of a table, whether its cookies need consent, and the way to what is hidden.
    fn nature_ui(
        &mut self,
        ui: &mut Ui,
        scene: &Scene<'_>,
        section: &ResolvedSection,
        table: &ResolvedTable,
        actions: &mut Vec<Action>,
    ) {
        let words = scene.words;
        let nature = &table.nature.value;
        ui.add_space(4.0);
        ui.horizontal_wrapped(|ui| {
            ui.set_row_height(ui.spacing().interact_size.y);
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
            ui.weak("·");
            ui.weak(words.say_of("rows", &[("count", table.rows.len().into())]));
            let heading = section_name(scene, section);
            let name = of_section(scene, "table-nature-of", &heading);
            if icon_button(ui, ICON_EDIT, &name, true).clicked() {
                actions.extend(self.ask_nature(scene, &section.id).map(Action::Ask));
            }
            let hidden = scene
                .resolved
                .columns_of(table)
                .iter()
                .filter(|column| !column.shown());
            let hidden = hidden.count();
            if hidden > 0 {
                let label = words.say_of("hidden-columns", &[("count", hidden.into())]);
                ui.checkbox(&mut self.table.with_hidden, &*label);
            }
        });
    }

    /// Selects the cell that was asked for, if it stands in this table.
    fn take_revealed(
        &mut self,
        ui: &Ui,
        scene: &Scene<'_>,
        sheet: &Sheet<'_>,
        actions: &mut Vec<Action>,
    ) {
        let is_here = |section: &SectionId| *section == sheet.section.id;
        let spot = match &self.reveal {
            Some(Element::Cell(cell)) if is_here(&cell.section) => {
                let row = sheet.row_at(&cell.row, 0);
                row.zip(sheet.column_at(&cell.column))
            }
            Some(Element::Row(row)) if is_here(&row.section) => {
                sheet.row_at(&row.row, 0).zip(Some(0))
            }
            Some(Element::Column(column)) if column.table.as_ref().is_none_or(is_here) => {
                Some(0).zip(sheet.column_at(&column.column))
            }
            _ => None,
        };
        let Some(spot) = spot.filter(|(row, _)| *row < sheet.rows()) else {
            return;
        };
        self.select_cells(sheet, spot, spot);
        self.table.follow = Some(Follow::Far);
        self.table.editing = None;
        // The keyboard goes nowhere while a dialog stands over the window.
        if ui.memory(|memory| memory.top_modal_layer().is_some()) {
            return;
        }
        self.reveal = None;
        if let Some(element @ Element::Cell(cell)) = &self.focus.clone()
            && (self.seeks_in(element) || self.text.wants(element))
        {
            // Words of it are to be selected, or written: that takes an editor.
            self.begin(ui, scene, cell.clone(), Start::AtEnd, actions);
            ui.ctx().request_repaint();
            return;
        }
        let focus = focus_id(scene, &sheet.section.id);
        ui.memory_mut(|memory| memory.request_focus(focus));
        ui.ctx().request_repaint();
    }

    /// Selects all between two cells; the first is the active one.
    fn select_cells(&mut self, sheet: &Sheet<'_>, anchor: Spot, head: Spot) {
        self.table.selection = Selection::of(sheet, anchor, head);
        self.focus = sheet.address(anchor.0, anchor.1).map(Element::Cell);
        self.table.follow = Some(Follow::Near);
    }

    fn chosen(&self, sheet: &Sheet<'_>) -> Option<Chosen> {
        self.table.selection.as_ref()?.chosen(sheet)
    }

    /// Makes an editor of a cell.
    fn begin(
        &mut self,
        ui: &Ui,
        scene: &Scene<'_>,
        cell: CellAddress,
        start: Start,
        actions: &mut Vec<Action>,
    ) {
        let element = Element::Cell(cell.clone());
        let id = field_id(scene, &element);
        let text = scene.resolved.text(&element);
        let written = text.and_then(|(text, _)| text.written(scene.language));
        let end = CCursor::new(written.unwrap_or_default().chars().count());
        let range = match start {
            Start::Replacing => CCursorRange::two(CCursor::default(), end),
            Start::AtEnd => CCursorRange::one(end),
            Start::At(cursor) => CCursorRange::one(cursor),
        };
        let mut state = TextEditState::load(ui.ctx(), id).unwrap_or_default();
        state.clear_undoer();
        state.cursor.set_char_range(Some(range));
        state.store(ui.ctx(), id);
        ui.memory_mut(|memory| memory.request_focus(id));
        self.focus = Some(element);
        self.table.editing = Some(cell);
        self.table.notice = None;
        actions.push(Action::Mark);
        ui.ctx().request_repaint();
    }

    /// Makes a change of a table: of an inherited one here, after which the person is asked how
    /// far it reaches.
    fn act(
        &mut self,
        scene: &Scene<'_>,
        section: &SectionId,
        change: Option<Change>,
        actions: &mut Vec<Action>,
    ) {
        let Some(change) = change else {
            return;
        };
        self.table.notice = None;
        let adapted = change.adaptations(scene.owner());
        let original = adapted
            .first()
            .and_then(|first| scene.charters().original_holder(first));
        if let Some(original) = original.filter(|original| original != scene.owner()) {
            self.table.undecided = Some(Batch {
                owner: scene.owner().clone(),
                section: section.clone(),
                original,
                adapted,
                is_new: true,
            });
        }
        actions.extend([Action::Seal, Action::Change(change), Action::Seal]);
    }

    /// Selects a row that is being added.
    fn select_new_row(&mut self, section: &SectionId, row: RowId, actions: &mut Vec<Action>) {
        let element = Element::Row(RowAddress {
            section: section.clone(),
            row,
        });
        actions.push(Action::GoTo(element));
    }
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
