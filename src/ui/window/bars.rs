//! The bars around the panels: menus, tools, and the line at the bottom.

use std::path::Path;
use std::time::Duration;

use egui::accesskit::Live;
use egui::epaint::RectShape;
use egui::{
    Atom, Context, IdSalt, MenuBar, Panel, Rect, RichText, Role, Shape, TextStyle, Ui,
    ViewportCommand, WidgetInfo, vec2,
};
use egui_material_icons::icons::{ICON_CALL_SPLIT, ICON_CHECK, ICON_WARNING};

use super::Window;
use crate::messages::short_date;
use crate::model::{Collection, Owner};
use crate::ui::command::{Command, Menu};
use crate::ui::dialogs::{Dialog, Next};
use crate::ui::menu::{menu_line, menu_look, menu_ui, scrolling_menu_ui, tell_keys};
use crate::ui::scene::{Action, Scene};
use crate::ui::start::file_name;
use crate::ui::theme::Palette;
use crate::ui::widgets::{add_flat, icon_button, named};
use crate::ui::work::{Exporting, Reading};
use crate::words::Words;
use crate::workspace::Job;

/// A status line with this much room says all that it may.
const ROOMY: f32 = 900.0;
/// The room that a line between two things takes.
const APART: f32 = 24.0;
/// How large the tick is before a name in a menu.
const TICK: f32 = 15.0;

impl Window {
    pub(super) fn top_ui(&mut self, ui: &mut Ui, actions: &mut Vec<Action>) {
        self.menus.begin(ui.ctx());
        let top = ui.available_rect_before_wrap();
        Panel::top("menu").show(ui, |ui| {
            MenuBar::new().style(menu_look).ui(ui, |ui| {
                for (menu, groups) in Command::MENUS {
                    // The name of the menu that is open stands on a ground of its own.
                    let ground = ui.painter().add(Shape::Noop);
                    let shown = menu_ui(ui, self.view.words.say(menu.key()), |ui| {
                        scrolling_menu_ui(ui, |ui| self.groups_ui(ui, *menu, groups, actions));
                    });
                    if shown.inner.is_some() {
                        let selected = Palette::now(ui.ctx()).selected;
                        let rect = shown.response.rect;
                        ui.painter()
                            .set(ground, RectShape::filled(rect, 5.0, selected));
                    }
                    self.menus.button(&shown.response);
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
                        if self.tool_ui(ui, *command) {
                            actions.push(Action::Command(*command));
                        }
                    }
                }
            });
            ui.add_space(2.0);
        });
        let below = ui.available_rect_before_wrap();
        self.menus.place = Some(Rect::from_min_max(top.min, below.right_top()));
    }

    /// A command in the toolbar; whether it was clicked. Those whose icons do not tell what they
    /// are about have their names beside them.
    fn tool_ui(&self, ui: &mut Ui, command: Command) -> bool {
        let Some(icon) = command.icon() else {
            return false;
        };
        let name = self.name_of(command);
        let enabled = self.is_possible(command);
        if !matches!(command, Command::AddPlatform | Command::Export) {
            return icon_button(ui, icon, &name, enabled).clicked();
        }
        let button = egui::Button::new((icon.rich_text().size(18.0), &*name));
        let response = add_flat(ui, enabled, button.frame_when_inactive(false));
        named(&response, Role::Button, &name);
        let hint = self.view.words.say(command.hint());
        let response = response.on_hover_text(&*hint);
        response.on_disabled_hover_text(&*hint).clicked()
    }

    fn groups_ui(&self, ui: &mut Ui, menu: Menu, groups: &[&[Command]], actions: &mut Vec<Action>) {
        let mut before = None;
        for (number, group) in groups.iter().enumerate() {
            let rare = group.first().and_then(|command| command.submenu());
            // Those that stand in menus of their own stand together.
            if number > 0 && (before.is_none() || rare.is_none()) {
                ui.separator();
            }
            match rare {
                Some(key) => {
                    let name = self.view.words.say(key);
                    let menu = menu_ui(ui, (room_of_tick(), &*name), |ui| {
                        scrolling_menu_ui(ui, |ui| self.items_ui(ui, group, actions));
                    });
                    named(&menu.response, Role::Button, &name);
                }
                None => self.items_ui(ui, group, actions),
            }
            if menu == Menu::File && number == 0 {
                self.recent_ui(ui, actions);
            }
            before = rare;
        }
    }

    fn items_ui(&self, ui: &mut Ui, commands: &[Command], actions: &mut Vec<Action>) {
        for command in commands {
            let name = self.name_of(*command);
            let state = self.is_on(*command);
            let keys = command.keys(&self.view.words);
            let button = if has_states(command.menu()) {
                let tick = if state == Some(true) {
                    Atom::from(ICON_CHECK.rich_text().size(TICK))
                } else {
                    room_of_tick()
                };
                menu_line((tick, &*name), keys.clone())
            } else {
                menu_line(&*name, keys.clone())
            };
            let response = ui.add_enabled(self.is_possible(*command), button);
            match state {
                Some(is_on) => response.widget_info(|| {
                    WidgetInfo::selected(role_of(*command), response.enabled(), is_on, &name)
                }),
                None => named(&response, egui::Role::Button, &name),
            }
            tell_keys(&response, keys);
            if response.gained_focus() {
                response.scroll_to_me(None);
            }
            let hint = self.view.words.say(command.hint());
            if response
                .on_hover_text(&*hint)
                .on_disabled_hover_text(&*hint)
                .clicked()
            {
                actions.push(Action::Command(*command));
                ui.close();
            }
        }
    }

    /// The files that were worked on lately.
    fn recent_ui(&self, ui: &mut Ui, actions: &mut Vec<Action>) {
        let recent = &self.view.settings.recent;
        if recent.is_empty() {
            return;
        }
        menu_ui(ui, self.view.words.say("menu-recent"), |ui| {
            for path in recent {
                let folder = path.display().to_string();
                if ui.button(file_name(path)).on_hover_text(folder).clicked() {
                    actions.push(Action::LeaveFor(Next::OpenPath(path.clone())));
                    ui.close();
                }
            }
        });
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
                if self.starting {
                    ui.weak(words.say("status-starting"));
                    self.work_ui(ui);
                    return;
                }
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
                // What was done last takes the place of what is always there, if it must.
                let is_settled = self.view.session.collection().conflicts.is_empty();
                if self.notice.is_none() && is_settled || ui.available_width() > ROOMY {
                    self.counts_ui(ui);
                }
                // On the board, the charter behind it is not meant.
                if let Some(scene) = self.view.scene().filter(|_| !self.is_boarding()) {
                    ui.separator();
                    findings_button_ui(ui, &scene, actions);
                }
                conflicts_button_ui(ui, words, self.view.session.collection(), actions);
                self.moved_button_ui(ui, actions);
                if !self.is_boarding() {
                    self.release_ui(ui);
                }
                self.work_ui(ui);
                self.notice_ui(ui);
            });
        });
    }

    /// How much the collection holds, and the language that is written in.
    fn counts_ui(&self, ui: &mut Ui) {
        let words = &self.view.words;
        let collection = self.view.session.collection();
        ui.separator();
        let models = [("count", collection.models.len().into())];
        ui.weak(words.say_of("status-models", &models));
        ui.weak("·");
        let platforms = [("count", collection.platforms.len().into())];
        ui.weak(words.say_of("status-platforms", &platforms));
        if collection.models.is_empty() && collection.platforms.is_empty() || self.is_boarding() {
            return;
        }
        ui.separator();
        let language = [("language", self.view.language.as_str().into())];
        ui.weak(words.say_of("status-language", &language));
    }

    /// The last release of the platform that is looked at.
    fn release_ui(&self, ui: &mut Ui) {
        let Some(Owner::Platform(platform)) = &self.view.owner else {
            return;
        };
        let Some(glance) = self.view.releases.glances.of(platform) else {
            return;
        };
        let words = &self.view.words;
        let values = [
            ("number", glance.number.into()),
            ("date", short_date(words, glance.date).into()),
            ("changed", usize::from(glance.is_changed).into()),
        ];
        let said = words.say_of("status-release", &values);
        let font = TextStyle::Body.resolve(ui.style());
        let colour = ui.visuals().weak_text_color();
        let laid_out = ui.painter().layout_no_wrap(said.into_owned(), font, colour);
        // In a narrow window it gives way, whole: the panel of releases says it too.
        if laid_out.size().x + APART < ui.available_width() {
            ui.separator();
            ui.label(laid_out);
        }
    }

    /// What is done in the background, and the way to stop it.
    fn work_ui(&self, ui: &mut Ui) {
        let words = &self.view.words;
        if self.work.opening.is_some() {
            ui.separator();
            ui.weak(words.say("work-opening"));
        }
        if let Some(Reading { job }) = &self.work.reading {
            running_ui(ui, words, ("import-progress", "import-stop"), job);
        }
        if let Some(job) = &self.work.comparing {
            running_ui(ui, words, ("diff-progress", "import-stop"), job);
        }
        if let Some(Exporting { job, .. }) = &self.work.exporting
            && !matches!(self.dialog, Some(Dialog::Export(_)))
        {
            running_ui(ui, words, ("work-exporting", "export-stop"), job);
        }
    }

    /// What was done last; said to those who listen as soon as it is there.
    fn notice_ui(&self, ui: &mut Ui) {
        if let Some(notice) = &self.notice {
            ui.separator();
            let shown = ui.weak(notice);
            ui.ctx().accesskit_node_builder(shown.id, |node| {
                node.set_live(Live::Polite);
            });
        }
    }

    /// The window's title: the collection, marked while it has unsaved changes.
    pub(super) fn keep_title(&mut self, ctx: &Context) {
        let name = match self.view.session.path().and_then(Path::file_name) {
            Some(name) => name.to_string_lossy().into_owned(),
            None => self.view.session.collection().name.clone(),
        };
        let mark = if self.view.session.is_modified() {
            "● "
        } else {
            ""
        };
        let title = if self.starting {
            "Chartrier".to_owned()
        } else {
            format!("{mark}{name} – Chartrier")
        };
        if title != self.title {
            ctx.send_viewport_cmd(ViewportCommand::Title(title.clone()));
            self.title = title;
        }
    }
}

/// The room of a tick, so that all names begin at the same place.
fn room_of_tick() -> Atom<'static> {
    Atom::custom(IdSalt::new("no-tick"), vec2(TICK, 1.0))
}

/// Whether something of a menu is a state that stands or not.
fn has_states(menu: Menu) -> bool {
    matches!(menu, Menu::Edit | Menu::View | Menu::Text)
}

/// What a command that is a state is for those who listen: one of several, or one of its own.
fn role_of(command: Command) -> Role {
    match command {
        Command::ThemeSystem
        | Command::ThemeLight
        | Command::ThemeDark
        | Command::InFrench
        | Command::InEnglish => Role::RadioButton,
        _ => Role::CheckBox,
    }
}

/// How much a merge left open, if anything; shows it.
fn conflicts_button_ui(
    ui: &mut Ui,
    words: &Words,
    collection: &Collection,
    actions: &mut Vec<Action>,
) {
    let open = collection.conflicts.len();
    if open == 0 {
        return;
    }
    ui.separator();
    let count = words.say_of("status-conflicts", &[("count", open.into())]);
    let colour = Palette::now(ui.ctx()).warning;
    let icon = ICON_CALL_SPLIT.rich_text().color(colour);
    let button = ui.button((icon, RichText::new(&*count).color(colour)));
    named(&button, Role::Button, &count);
    let hint = words.say(Command::Conflicts.hint());
    if button.on_hover_text(hint).clicked() {
        actions.push(Action::Command(Command::Conflicts));
    }
}

/// How much was found about the charter; shows the list.
fn findings_button_ui(ui: &mut Ui, scene: &Scene<'_>, actions: &mut Vec<Action>) {
    let words = scene.words;
    let document = scene.document;
    // What is found in another language of the charter is not counted here: that is said where there
    // is room for it.
    let is_roomy = ui.available_width() > ROOMY / 2.0;
    let spoken = scene.collection.languages_of(scene.owner());
    let values = [
        ("count", document.findings.len().into()),
        ("languages", if is_roomy { spoken.len() } else { 1 }.into()),
        ("language", scene.language.as_str().into()),
    ];
    let count = words.say_of("status-findings", &values);
    if document.findings.is_empty() {
        ui.weak(count);
        return;
    }
    let palette = Palette::now(ui.ctx());
    let colour = if document.is_blocked() {
        palette.warning
    } else {
        palette.adapted
    };
    let icon = ICON_WARNING.rich_text().color(colour);
    let label = (icon, RichText::new(&*count).color(colour));
    let button = ui.button(label);
    named(&button, Role::Button, &count);
    let hint = words.say(Command::ShowFindings.hint());
    if button.on_hover_text(hint).clicked() {
        actions.push(Action::Command(Command::ShowFindings));
    }
}

/// How far something has come, and the way to stop it.
fn running_ui<T>(ui: &mut Ui, words: &Words, (progress, stop): (&str, &str), job: &Job<T>) {
    ui.ctx().request_repaint_after(Duration::from_millis(200));
    ui.separator();
    let (done, of) = job.progress.get();
    let values = [("done", done.into()), ("of", of.into())];
    ui.weak(words.say_of(progress, &values));
    if ui.button(words.say(stop)).clicked() {
        job.cancel.cancel();
    }
}
