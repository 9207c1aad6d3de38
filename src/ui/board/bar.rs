//! What can be done with the platforms that are chosen.

use egui::{Role, Ui};
use egui_material_icons::icons::{ICON_DELETE, ICON_EDIT, ICON_FACT_CHECK, ICON_FILE_EXPORT};

use super::{Board, Ground};
use crate::messages;
use crate::model::PlatformId;
use crate::ui::command::Command;
use crate::ui::dialogs::{BulkForm, BulkKind, Dialog};
use crate::ui::menu::menu_ui;
use crate::ui::scene::Action;
use crate::ui::widgets::named;

impl Board {
    pub(super) fn bar_ui(&mut self, ui: &mut Ui, ground: Ground<'_>, actions: &mut Vec<Action>) {
        let words = ground.words;
        ui.horizontal_wrapped(|ui| {
            if self.selection.is_empty() {
                // As high as with buttons, so that nothing below moves.
                ui.set_min_height(ui.spacing().interact_size.y);
                ui.weak(words.say("board-choose-hint"));
                return;
            }
            let chosen = self.selection.len();
            let counts = [
                ("count", chosen),
                ("hidden", chosen.saturating_sub(self.seen.chosen())),
            ];
            ui.label(messages::counted(words, "board-chosen", &counts));
            let name = words.say("board-change");
            let menu = menu_ui(ui, (ICON_EDIT.rich_text(), &*name), |ui| {
                for (number, group) in BulkKind::MENU.iter().enumerate() {
                    if number > 0 {
                        ui.separator();
                    }
                    for kind in *group {
                        if ui.button(words.say(kind.key())).clicked() {
                            actions.push(self.ask(ground, *kind));
                            ui.close();
                        }
                    }
                }
                ui.separator();
                if ui.button(words.say(Command::Lift.key())).clicked() {
                    actions.push(Action::Command(Command::Lift));
                    ui.close();
                }
            });
            named(&menu.response, Role::Button, &name);
            let name = words.say("board-export");
            let export = ui.button((ICON_FILE_EXPORT.rich_text(), &*name));
            named(&export, Role::Button, &name);
            if export.clicked() {
                actions.push(Action::Export(self.chosen()));
            }
            let name = words.say("board-check");
            let check = ui.button((ICON_FACT_CHECK.rich_text(), &*name));
            named(&check, Role::Button, &name);
            if check.clicked() {
                actions.push(Action::Check(self.chosen()));
            }
            let name = words.say(BulkKind::Remove.key());
            let remove = ui.button((ICON_DELETE.rich_text(), &*name));
            named(&remove, Role::Button, &name);
            if remove.clicked() {
                actions.push(self.ask(ground, BulkKind::Remove));
            }
            if ui.button(words.say("board-choose-none")).clicked() {
                self.selection.clear();
            }
        });
    }

    /// Asks about removing those that are chosen or, where none is, the one with the cursor.
    pub(super) fn ask_to_remove(
        &mut self,
        ground: Ground<'_>,
        at_cursor: &PlatformId,
        actions: &mut Vec<Action>,
    ) {
        if self.selection.is_empty() {
            self.toggle(at_cursor);
        }
        actions.push(self.ask(ground, BulkKind::Remove));
    }

    fn ask(&self, ground: Ground<'_>, kind: BulkKind) -> Action {
        let form = BulkForm::new(ground.words, ground.collection, kind, self.chosen());
        Action::Ask(Dialog::Bulk(Box::new(form)))
    }
}
