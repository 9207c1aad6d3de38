//! The page to start from: a file, a starter, the examples, or what was worked on lately.

use std::path::{Path, PathBuf};

use egui::{Button, CentralPanel, Layout, RichText, ScrollArea, Ui, vec2};
use egui_material_icons::MaterialIcon;
use egui_material_icons::icons::{
    ICON_ARROW_BACK, ICON_AUTO_STORIES, ICON_DESCRIPTION, ICON_FOLDER_OPEN, ICON_NOTE_ADD,
    ICON_UPLOAD_FILE,
};

use super::command::Command;
use super::dialogs::{ImportFrom, Next};
use super::widgets::{bold, named};
use crate::words::Words;
use crate::workspace::Starter;

/// What a person starts with.
#[derive(Debug, Clone, PartialEq)]
pub enum Started {
    With(Next),
    /// Goes back to what was open.
    Back,
}

/// What a person may go back to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Behind {
    Nothing,
    Collection,
}

/// The starters, with the key of their names.
pub const STARTERS: [(Starter, &str); 2] = [
    (Starter::Opendatasoft, "starter-opendatasoft"),
    (Starter::Empty, "starter-empty"),
];

const WIDEST: f32 = 620.0;

pub fn start_ui(ui: &mut Ui, words: &Words, recent: &[PathBuf], behind: Behind) -> Option<Started> {
    let mut started = None;
    CentralPanel::default().show(ui, |ui| {
        ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
            let width = ui.available_width().min(WIDEST);
            let side = (ui.available_width() - width) / 2.0;
            ui.add_space(32.0);
            ui.horizontal_top(|ui| {
                ui.add_space(side.max(0.0));
                let column = vec2(width, 0.0);
                ui.allocate_ui_with_layout(
                    column,
                    Layout::top_down_justified(egui::Align::Min),
                    |ui| {
                        started = column_ui(ui, words, recent, behind);
                    },
                );
            });
        });
    });
    started
}

fn column_ui(ui: &mut Ui, words: &Words, recent: &[PathBuf], behind: Behind) -> Option<Started> {
    let mut started = None;
    ui.label(bold("Chartrier").size(26.0));
    ui.weak(words.say("start-about"));
    ui.add_space(12.0);
    if behind == Behind::Collection {
        let label = words.say("start-back");
        if choice_ui(ui, ICON_ARROW_BACK, &label, "").clicked() {
            started = Some(Started::Back);
        }
        ui.add_space(8.0);
    }
    ui.label(bold(words.say("start-new")));
    for (starter, key) in STARTERS {
        let hint = words.say(&format!("{key}-hint")).into_owned();
        if choice_ui(ui, ICON_NOTE_ADD, &words.say(key), &hint).clicked() {
            started = Some(Started::With(Next::Starter(starter)));
        }
    }
    let hint = words.say("start-import-hint");
    if choice_ui(ui, ICON_UPLOAD_FILE, &words.say("start-import"), &hint).clicked() {
        started = Some(Started::With(Next::Import(ImportFrom::Asked)));
    }
    let hint = words.say("start-examples-hint");
    if choice_ui(ui, ICON_AUTO_STORIES, &words.say("start-examples"), &hint).clicked() {
        started = Some(Started::With(Next::Examples));
    }
    ui.add_space(8.0);
    ui.label(bold(words.say("start-open")));
    let open = words.say(Command::Open.key());
    if choice_ui(ui, ICON_FOLDER_OPEN, &open, &words.say("start-open-hint")).clicked() {
        started = Some(Started::With(Next::Open));
    }
    if !recent.is_empty() {
        ui.add_space(8.0);
        ui.label(bold(words.say("start-recent")));
        for path in recent {
            let folder = path.parent().map(Path::display);
            let folder = folder.map(|it| it.to_string()).unwrap_or_default();
            if choice_ui(ui, ICON_DESCRIPTION, &file_name(path), &folder).clicked() {
                started = Some(Started::With(Next::OpenPath(path.clone())));
            }
        }
    }
    ui.add_space(24.0);
    started
}

/// The name of a file without its folder.
pub fn file_name(path: &Path) -> String {
    path.file_name()
        .unwrap_or(path.as_os_str())
        .to_string_lossy()
        .into_owned()
}

/// Something to begin with, and what it is.
pub fn choice_ui(ui: &mut Ui, icon: MaterialIcon, name: &str, hint: &str) -> egui::Response {
    let icon = icon.rich_text().size(20.0);
    let hint = RichText::new(hint).small().weak();
    let button = Button::new((icon, RichText::new(name)))
        .right_text(hint)
        .truncate()
        .min_size(vec2(0.0, 38.0));
    let response = ui.add(button);
    named(&response, egui::Role::Button, name);
    response
}
