//! What can be done with the rows of a cookie table.

use egui::{Rect, Role, Ui, UiBuilder, vec2};
use egui_material_icons::icons::{ICON_ADD, ICON_MORE_VERT, ICON_UNDO};

use super::sheet::{MENU, Sheet};
use super::table::label;
use crate::model::{
    CellAddress, Element, ResolvedRow, ResolvedSection, ResolvedTable, RowAddress, RowId, Standing,
};
use crate::ui::scene::{Action, Scene};
use crate::ui::widgets::named;
use crate::workspace::changes::{Direction, Scope};

/// What can be done with a row.
pub fn row_menu_ui(
    ui: &mut Ui,
    scene: &Scene<'_>,
    sheet: &Sheet<'_>,
    row: &ResolvedRow,
    rect: Rect,
    number: usize,
    actions: &mut Vec<Action>,
) {
    let words = scene.words;
    let place = Rect::from_min_size(rect.min + vec2(2.0, 2.0), vec2(MENU - 2.0, 26.0));
    let mut inside = ui.new_child(UiBuilder::new().max_rect(place).id_salt(("menu", row.id())));
    inside.spacing_mut().button_padding = vec2(3.0, 2.0);
    let name = words
        .say_of("row-menu", &[("row", (number + 1).into())])
        .into_owned();
    let menu = egui::containers::menu::MenuButton::from_button(
        egui::Button::new(ICON_MORE_VERT.rich_text().size(16.0)).frame_when_inactive(false),
    );
    let (response, _) = menu.ui(&mut inside, |ui| {
        row_actions_ui(ui, scene, sheet, row, actions);
    });
    named(&response, Role::Button, &name);
}

fn row_actions_ui(
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
    let scopes = scopes(scene, section);
    for (scope, key) in scopes {
        if ui
            .button(words.say(&format!("row-add-below{key}")))
            .clicked()
        {
            add_row(scene, section, Some(row.id()), *scope, actions);
        }
    }
    for (key, direction) in [("row-up", Direction::Up), ("row-down", Direction::Down)] {
        let change = charters.move_row(&address, direction);
        if ui
            .add_enabled(change.is_some(), egui::Button::new(words.say(key)))
            .clicked()
        {
            actions.extend(change.map(Action::Change));
        }
    }
    let inherited = matches!(scene.standing(&row.origin), Standing::Inherited { .. });
    if inherited {
        if ui.button(words.say("row-hide-here")).clicked() {
            actions.extend(
                charters
                    .remove_row(&address, Scope::Here)
                    .map(Action::Change),
            );
        }
        ui.separator();
        let reach = scene.reach_of(&row.origin.holder);
        let everywhere = words.say_of("row-remove-everywhere", &[("count", reach.into())]);
        if ui.button(everywhere).clicked() {
            actions.extend(
                charters
                    .remove_row(&address, Scope::Everywhere)
                    .map(Action::Change),
            );
        }
    } else if ui.button(words.say("row-remove")).clicked() {
        actions.extend(
            charters
                .remove_row(&address, Scope::Here)
                .map(Action::Change),
        );
    }
}

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
            add_row(scene, section, last, *scope, actions);
        }
    }
}

fn add_row(
    scene: &Scene<'_>,
    section: &ResolvedSection,
    after: Option<&RowId>,
    scope: Scope,
    actions: &mut Vec<Action>,
) {
    if let Some((row, change)) = scene.charters().add_row(&section.id, after, scope) {
        let element = Element::Row(RowAddress {
            section: section.id.clone(),
            row,
        });
        actions.extend([Action::Change(change), Action::GoTo(element)]);
    }
}
