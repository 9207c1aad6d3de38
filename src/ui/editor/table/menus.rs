//! The menus of cells, rows and columns, and the buttons below a table.

use egui::{Button, Id, Response, Ui, ViewportCommand};
use egui_material_icons::icons::{ICON_ADD, ICON_UNDO};

use super::label;
use super::sheet::{Sheet, Spot};
use crate::model::{
    CellAddress, ColumnId, Element, ResolvedRow, ResolvedSection, ResolvedTable, RowAddress, RowId,
    SectionId, Standing,
};
use crate::ui::columns::GIVEN;
use crate::ui::command::Command;
use crate::ui::editor::Editor;
use crate::ui::menu::{context_menu, menu_item_ui, menu_ui, popup_menu};
use crate::ui::scene::{Action, Scene};
use crate::workspace::changes::{Direction, Scope};
use crate::workspace::settings::Preference;

/// What a menu was asked for.
#[derive(Debug, Clone, PartialEq)]
pub enum Menu {
    Cell(CellAddress),
    Row(RowId),
    Column(ColumnId),
}

impl Editor {
    /// The menu of a cell, and of all that is selected with it.
    pub(super) fn cell_menu_ui(
        &mut self,
        scene: &Scene<'_>,
        sheet: &Sheet<'_>,
        spot: Spot,
        response: &Response,
        actions: &mut Vec<Action>,
    ) {
        let words = scene.words;
        // The cell's own id changes when it becomes the active one.
        let id = Id::unique(("cell menu", scene.owner(), &sheet.section.id));
        let shown = context_menu(response).id(id).show(|ui| {
            let system = [
                ("cell-cut", ViewportCommand::RequestCut),
                ("cell-copy", ViewportCommand::RequestCopy),
                ("cell-paste", ViewportCommand::RequestPaste),
            ];
            for (key, command) in system {
                if ui.button(words.say(key)).clicked() {
                    ui.ctx().send_viewport_cmd(command);
                }
            }
            ui.separator();
            if let (Some(row), Some(cell)) = (sheet.row(spot.0), sheet.address(spot.0, spot.1)) {
                self.cell_standing_ui(ui, scene, sheet, (row, spot.0), cell, actions);
            }
            self.command_ui(ui, scene, Command::FillDown, actions);
            ui.separator();
            self.command_ui(ui, scene, Command::CookieForm, actions);
            menu_ui(ui, words.say("menu-rows"), |ui| {
                for command in ROWS {
                    self.command_ui(ui, scene, command, actions);
                }
            });
            menu_ui(ui, words.say("menu-columns"), |ui| {
                for command in COLUMNS {
                    self.command_ui(ui, scene, command, actions);
                }
            });
            self.command_ui(ui, scene, Command::EditTable, actions);
        });
        self.close_menu(shown.is_some(), response);
    }

    /// « As above », and the way back to the model.
    fn cell_standing_ui(
        &mut self,
        ui: &mut Ui,
        scene: &Scene<'_>,
        sheet: &Sheet<'_>,
        (row, at): (&ResolvedRow, usize),
        cell: CellAddress,
        actions: &mut Vec<Action>,
    ) {
        let words = scene.words;
        let is_above = matches!(row.cell(&cell.column).0, Some(crate::model::Cell::Above));
        let key = if is_above {
            "cell-not-above"
        } else {
            "cell-above"
        };
        let may = is_above || at > 0;
        if ui.add_enabled(may, Button::new(words.say(key))).clicked() {
            self.set_above(scene, sheet, !is_above, actions);
        }
        let back = scene.charters().back_to_model(&Element::Cell(cell));
        if let Some(back) = back
            && ui
                .button((ICON_UNDO.rich_text(), words.say("command-back-to-model")))
                .clicked()
        {
            actions.push(Action::Change(back));
        }
    }

    /// A command in a menu.
    fn command_ui(
        &self,
        ui: &mut Ui,
        scene: &Scene<'_>,
        command: Command,
        actions: &mut Vec<Action>,
    ) {
        let words = scene.words;
        let (name, can) = (words.say(command.key()), self.can(command, scene));
        let response = menu_item_ui(ui, can, &name, command.keys(words));
        let hint = words.say(command.hint());
        if response.on_hover_text(hint).clicked() {
            actions.push(Action::Command(command));
        }
    }

    /// Forgets a menu once it is closed; the table has the keyboard again.
    fn close_menu(&mut self, is_open: bool, response: &Response) {
        let was_asked = response.secondary_clicked() || response.clicked();
        if !is_open && !was_asked {
            self.table.menu = None;
        }
    }

    /// What can be done with a row, by its button or its header.
    pub(super) fn row_menu_ui(
        &mut self,
        scene: &Scene<'_>,
        sheet: &Sheet<'_>,
        row: &ResolvedRow,
        [button, header]: [&Response; 2],
        actions: &mut Vec<Action>,
    ) {
        let by_button = popup_menu(button);
        let shown = by_button.show(|ui| self.row_actions_ui(ui, scene, sheet, row, actions));
        let by_header = context_menu(header);
        let also = by_header.show(|ui| self.row_actions_ui(ui, scene, sheet, row, actions));
        let is_open = shown.is_some() || also.is_some() || button.clicked();
        self.close_menu(is_open, header);
    }

    fn row_actions_ui(
        &mut self,
        ui: &mut Ui,
        scene: &Scene<'_>,
        sheet: &Sheet<'_>,
        row: &ResolvedRow,
        actions: &mut Vec<Action>,
    ) {
        let section = sheet.section;
        let words = scene.words;
        let charters = scene.charters();
        let address = RowAddress {
            section: section.id.clone(),
            row: row.id().clone(),
        };
        if row.hidden.as_ref() == Some(scene.owner()) {
            if ui.button(words.say("row-show")).clicked() {
                actions.extend(charters.show_row(&address).map(Action::Change));
            }
            return;
        }
        for column in &sheet.columns {
            let element = Element::Cell(CellAddress {
                section: section.id.clone(),
                row: row.id().clone(),
                column: column.column.id.clone(),
            });
            if let Some(back) = charters.back_to_model(&element) {
                let values = [("column", label(scene, column).into())];
                let words = words.say_of("cell-back-to-model", &values);
                if ui.button((ICON_UNDO.rich_text(), words)).clicked() {
                    actions.push(Action::Change(back));
                }
            }
        }
        self.command_ui(ui, scene, Command::CookieForm, actions);
        for (scope, key) in scopes(scene, section) {
            let key = format!("row-add-below{key}");
            if ui.button(words.say(&key)).clicked() {
                add_row(scene, &section.id, Some(row.id()), *scope, actions);
            }
        }
        self.command_ui(ui, scene, Command::DuplicateRow, actions);
        for (key, direction) in [("row-up", Direction::Up), ("row-down", Direction::Down)] {
            let change = charters.move_row(&address, direction);
            let button = Button::new(words.say(key));
            if ui.add_enabled(change.is_some(), button).clicked() {
                self.act(scene, &section.id, change, actions);
            }
        }
        let inherited = matches!(scene.standing(&row.origin), Standing::Inherited { .. });
        let remove = |scope| charters.remove_row(&address, scope).map(Action::Change);
        if inherited {
            if ui.button(words.say("row-hide-here")).clicked() {
                actions.extend(remove(Scope::Here));
            }
            ui.separator();
            let reach = scene.reach_of(&row.origin.holder);
            let everywhere = words.say_of("row-remove-everywhere", &[("count", reach.into())]);
            if ui.button(everywhere).clicked() {
                actions.extend(remove(Scope::Everywhere));
            }
        } else if ui.button(words.say("row-remove")).clicked() {
            actions.extend(remove(Scope::Here));
        }
    }

    /// What can be done with a column.
    pub(super) fn column_menu_ui(
        &mut self,
        scene: &Scene<'_>,
        sheet: &Sheet<'_>,
        at: usize,
        response: &Response,
        actions: &mut Vec<Action>,
    ) {
        let words = scene.words;
        let Some(column) = sheet.columns.get(at) else {
            return;
        };
        let role = column.column.role;
        let shown = context_menu(response).show(|ui| {
            for command in COLUMNS {
                self.command_ui(ui, scene, command, actions);
            }
            ui.separator();
            let width = sheet.width_of(at);
            let widths = [
                ("column-wider", Some(width + 32.0)),
                ("column-narrower", Some(width - 32.0)),
                ("column-usual-width", None),
            ];
            for (key, width) in widths {
                let width = width.map(|it| it.clamp(*GIVEN.start(), *GIVEN.end()));
                if ui.button(words.say(key)).clicked() {
                    actions.push(Action::Prefer(Preference::ColumnWidth(role, width)));
                }
            }
            let charters = scene.charters();
            if charters.inherits_table(&sheet.section.id) {
                // The column's form tells how far that would reach.
                return;
            }
            ui.separator();
            let (key, change) = if sheet.table.columns.is_some() {
                ("columns-common", charters.common_columns(&sheet.section.id))
            } else {
                ("columns-own", charters.own_columns(&sheet.section.id))
            };
            if ui.button(words.say(key)).clicked() {
                actions.extend(change.map(Action::Change));
            }
        });
        self.close_menu(shown.is_some(), response);
    }
}

const ROWS: [Command; 6] = [
    Command::AddRow,
    Command::DuplicateRow,
    Command::RowUp,
    Command::RowDown,
    Command::HideRow,
    Command::RemoveRow,
];

const COLUMNS: [Command; 6] = [
    Command::AddColumn,
    Command::EditColumn,
    Command::HideColumn,
    Command::ColumnLeft,
    Command::ColumnRight,
    Command::RemoveColumn,
];

/// How far an added row can reach: of an inherited table, here or everywhere.
fn scopes(scene: &Scene<'_>, section: &ResolvedSection) -> &'static [(Scope, &'static str)] {
    match scene.standing(&section.origin) {
        Standing::Inherited { .. } => &[(Scope::Here, "-here"), (Scope::Everywhere, "-everywhere")],
        Standing::Own | Standing::Adapted { .. } => &[(Scope::Here, "")],
    }
}

pub fn add_row_ui(
    ui: &mut Ui,
    scene: &Scene<'_>,
    section: &ResolvedSection,
    table: &ResolvedTable,
    actions: &mut Vec<Action>,
) {
    let last = table.rows.last().map(ResolvedRow::id);
    for (scope, key) in scopes(scene, section) {
        let words = scene.words.say(match *key {
            "-here" => "row-add-here",
            "-everywhere" => "row-add-everywhere",
            _ => "row-add",
        });
        if ui.button((ICON_ADD.rich_text(), words)).clicked() {
            add_row(scene, &section.id, last, *scope, actions);
        }
    }
}

fn add_row(
    scene: &Scene<'_>,
    section: &SectionId,
    after: Option<&RowId>,
    scope: Scope,
    actions: &mut Vec<Action>,
) {
    if let Some((row, change)) = scene.charters().add_row(section, after, scope) {
        let element = Element::Row(RowAddress {
            section: section.clone(),
            row,
        });
        actions.extend([Action::Change(change), Action::GoTo(element)]);
    }
}
