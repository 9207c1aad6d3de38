//! The bars around the panels: menus, tools, and the line at the bottom.

use egui::{MenuBar, Panel, RichText, Ui};
use egui_material_icons::icons::{ICON_DELETE, ICON_WARNING};

use super::Window;
use crate::document::Document;
use crate::messages;
use crate::model::Problem;
use crate::ui::command::Command;
use crate::ui::keys;
use crate::ui::scene::Action;
use crate::ui::theme::Palette;
use crate::ui::widgets::icon_button;
use crate::words::Words;
use crate::workspace::changes::Charters;

impl Window {
    pub(super) fn top_ui(&mut self, ui: &mut Ui, actions: &mut Vec<Action>) {
        Panel::top("menu").show(ui, |ui| {
            MenuBar::new().ui(ui, |ui| {
                for (menu, groups) in Command::MENUS {
                    ui.menu_button(self.view.words.say(menu.key()), |ui| {
                        for (number, group) in groups.iter().enumerate() {
                            if number > 0 {
                                ui.separator();
                            }
                            self.items_ui(ui, group, actions);
                        }
                    });
                }
            });
        });
        Panel::top("tools").show(ui, |ui| {
            ui.add_space(2.0);
            ui.horizontal(|ui| {
                for (number, group) in Command::TOOLBAR.into_iter().enumerate() {
                    if number > 0 {
                        ui.separator();
                    }
                    for command in group {
                        let name = self.name_of(*command);
                        if let Some(icon) = command.icon()
                            && icon_button(ui, icon, &name, self.is_possible(*command)).clicked()
                        {
                            actions.push(Action::Command(*command));
                        }
                    }
                }
            });
            ui.add_space(2.0);
        });
    }

    pub(super) fn items_ui(&self, ui: &mut Ui, commands: &[Command], actions: &mut Vec<Action>) {
        for command in commands {
            let mut button = egui::Button::new(self.name_of(*command));
            if let Some(shortcut) = command.shortcut() {
                button = button.shortcut_text(keys::written(&self.view.words, shortcut));
            }
            if ui.add_enabled(self.is_possible(*command), button).clicked() {
                actions.push(Action::Command(*command));
                ui.close();
            }
        }
    }

    /// A command's name; of undo and redo, with what they would undo or redo.
    pub(super) fn name_of(&self, command: Command) -> String {
        let deed = match command {
            Command::Undo => self.view.session.next_undo(),
            Command::Redo => self.view.session.next_redo(),
            _ => None,
        };
        let name = self.view.words.say(command.key());
        match deed {
            Some(deed) => {
                let values = [
                    ("command", name.into_owned().into()),
                    ("deed", self.view.words.say(deed.key()).into_owned().into()),
                ];
                self.view
                    .words
                    .say_of("command-with-deed", &values)
                    .into_owned()
            }
            None => name.into_owned(),
        }
    }

    pub(super) fn status_ui(&mut self, ui: &mut Ui, actions: &mut Vec<Action>) {
        let words = &self.view.words;
        Panel::bottom("status").show(ui, |ui| {
            ui.horizontal(|ui| {
                let state = if self.work.saving.is_some() {
                    "status-saving"
                } else if self.view.session.is_modified() {
                    "status-modified"
                } else if self.view.session.path().is_none() {
                    "status-unsaved-copy"
                } else {
                    "status-saved"
                };
                ui.label(words.say(state));
                if let Some(path) = self.view.session.path() {
                    ui.separator();
                    let name = path.file_name().unwrap_or_default().to_string_lossy();
                    ui.weak(name).on_hover_text(path.display().to_string());
                }
                ui.separator();
                let count = self.view.session.collection().platforms.len();
                ui.weak(words.say_of("status-platforms", &[("count", count.into())]));
                if let Some(scene) = self.view.scene() {
                    ui.separator();
                    findings_menu_ui(ui, words, scene.document, scene.charters(), actions);
                }
                if let Some(notice) = &self.notice {
                    ui.separator();
                    ui.weak(notice);
                }
            });
        });
    }
}

/// What was found about the charter, each leading to its place.
fn findings_menu_ui(
    ui: &mut Ui,
    words: &Words,
    document: &Document,
    charters: Charters<'_>,
    actions: &mut Vec<Action>,
) {
    let findings = &document.findings;
    if findings.is_empty() {
        ui.weak(words.say("no-findings"));
        return;
    }
    let count = words.say_of("findings", &[("count", findings.len().into())]);
    let palette = Palette::now(ui.ctx());
    let colour = if document.is_blocked() {
        palette.warning
    } else {
        palette.adapted
    };
    let icon = ICON_WARNING.rich_text().color(colour);
    let label = (icon, RichText::new(count).color(colour));
    if let [finding] = findings.as_slice()
        && finding.problem != Problem::Gone
    {
        let told = messages::located_finding(words, finding);
        if ui.button(label).on_hover_text(told).clicked() {
            actions.push(Action::GoTo(finding.element.clone()));
        }
        return;
    }
    ui.menu_button(label, |ui| {
        ui.set_max_width(520.0);
        egui::ScrollArea::vertical()
            .max_height(320.0)
            .show(ui, |ui| {
                for finding in findings {
                    let told = messages::located_finding(words, finding);
                    if ui.add(egui::Button::new(told).wrap().frame(true)).clicked() {
                        actions.push(Action::GoTo(finding.element.clone()));
                        ui.close();
                    }
                    // What adapts something that is gone stands nowhere else.
                    let dropped = match finding.problem {
                        Problem::Gone => charters.drop_adaptations(&finding.element),
                        _ => None,
                    };
                    if let Some(change) = dropped {
                        let label = words.say("drop-adaptation");
                        if ui.button((ICON_DELETE.rich_text(), label)).clicked() {
                            actions.push(Action::Change(change));
                            ui.close();
                        }
                    }
                }
            });
    });
}
