//! The bars around the panels: menus, tools, and the line at the bottom.

use egui::{MenuBar, Panel, RichText, ThemePreference, Ui};
use egui_material_icons::icons::{ICON_DELETE, ICON_WARNING};

use super::Window;
use crate::document::Document;
use crate::messages;
use crate::model::Owner;
use crate::model::Problem;
use crate::ui::command::Command;
use crate::ui::scene::Action;
use crate::ui::theme::Palette;
use crate::ui::widgets::icon_button;
use crate::words::{Interface, Words};
use crate::workspace::changes::Charters;

impl Window {
    pub(super) fn top_ui(&mut self, ui: &mut Ui, actions: &mut Vec<Action>) {
        Panel::top("menu").show(ui, |ui| {
            MenuBar::new().ui(ui, |ui| {
                let words = &self.words;
                ui.menu_button(words.say("menu-file"), |ui| {
                    let file = [Command::New, Command::Open, Command::Save, Command::SaveAs];
                    self.items_ui(ui, &file, actions);
                    ui.separator();
                    self.items_ui(ui, &[Command::Export], actions);
                    ui.separator();
                    self.items_ui(ui, &[Command::Quit], actions);
                });
                ui.menu_button(words.say("menu-edit"), |ui| {
                    self.items_ui(ui, &[Command::Undo, Command::Redo], actions);
                });
                ui.menu_button(words.say("menu-view"), |ui| {
                    let around = [Command::PreviousPlatform, Command::NextPlatform];
                    self.items_ui(ui, &around, actions);
                    ui.separator();
                    self.view_ui(ui, actions);
                });
                ui.menu_button(words.say("menu-charter"), |ui| {
                    self.items_ui(ui, &[Command::AddSection], actions);
                    ui.separator();
                    let platforms = [Command::AddPlatform, Command::RemovePlatform];
                    self.items_ui(ui, &platforms, actions);
                });
                ui.menu_button(words.say("menu-help"), |ui| {
                    self.items_ui(ui, &[Command::About], actions);
                });
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
                button = button.shortcut_text(ui.ctx().format_shortcut(&shortcut));
            }
            if ui.add_enabled(self.is_possible(*command), button).clicked() {
                actions.push(Action::Command(*command));
                ui.close();
            }
        }
    }

    pub(super) fn view_ui(&self, ui: &mut Ui, actions: &mut Vec<Action>) {
        let words = &self.words;
        let current = ui.options(|options| options.theme_preference);
        for (theme, key) in [
            (ThemePreference::System, "theme-system"),
            (ThemePreference::Light, "theme-light"),
            (ThemePreference::Dark, "theme-dark"),
        ] {
            if ui.radio(current == theme, words.say(key)).clicked() {
                actions.push(Action::Theme(theme));
            }
        }
        ui.separator();
        for interface in Interface::ALL {
            if ui
                .radio(words.interface() == interface, interface.name())
                .clicked()
            {
                actions.push(Action::Interface(interface));
            }
        }
    }

    /// A command's name; of undo and redo, with what they would undo or redo.
    pub(super) fn name_of(&self, command: Command) -> String {
        let deed = match command {
            Command::Undo => self.session.next_undo(),
            Command::Redo => self.session.next_redo(),
            _ => None,
        };
        let name = self.words.say(command.key());
        match deed {
            Some(deed) => {
                let values = [
                    ("command", name.into_owned().into()),
                    ("deed", self.words.say(deed.key()).into_owned().into()),
                ];
                self.words.say_of("command-with-deed", &values).into_owned()
            }
            None => name.into_owned(),
        }
    }

    pub(super) fn is_possible(&self, command: Command) -> bool {
        match command {
            Command::Undo => self.session.next_undo().is_some(),
            Command::Redo => self.session.next_redo().is_some(),
            // One save at a time.
            Command::Save | Command::SaveAs if self.work.saving.is_some() => false,
            Command::Save => self.session.is_modified() || self.session.path().is_none(),
            Command::RemovePlatform => matches!(self.owner, Some(Owner::Platform(_))),
            Command::AddSection => self.owner.is_some(),
            Command::NextPlatform => self.neighbour(1).is_some(),
            Command::PreviousPlatform => self.neighbour(-1).is_some(),
            Command::Export => !self.session.collection().platforms.is_empty(),
            Command::New
            | Command::Open
            | Command::SaveAs
            | Command::Quit
            | Command::AddPlatform
            | Command::About => true,
        }
    }

    pub(super) fn status_ui(&mut self, ui: &mut Ui, actions: &mut Vec<Action>) {
        let shown = self.shown();
        let words = &self.words;
        Panel::bottom("status").show(ui, |ui| {
            ui.horizontal(|ui| {
                let state = if self.work.saving.is_some() {
                    "status-saving"
                } else if self.session.is_modified() {
                    "status-modified"
                } else if self.session.path().is_none() {
                    "status-unsaved-copy"
                } else {
                    "status-saved"
                };
                ui.label(words.say(state));
                if let Some(path) = self.session.path() {
                    ui.separator();
                    let name = path.file_name().unwrap_or_default().to_string_lossy();
                    ui.weak(name).on_hover_text(path.display().to_string());
                }
                ui.separator();
                let count = self.session.collection().platforms.len();
                ui.weak(words.say_of("status-platforms", &[("count", count.into())]));
                if let Some((resolved, document)) = &shown {
                    ui.separator();
                    let charters = Charters {
                        collection: self.session.collection(),
                        resolved,
                    };
                    findings_menu_ui(ui, words, document, charters, actions);
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
