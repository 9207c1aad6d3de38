//! The preview: the charter as visitors will read it, live, and the source of what is exported.
//!
//! It reads the document alone. A click on something goes to where it is written; nothing is
//! followed to the web unless that is asked for.

mod changes;
mod layout;
mod letters;
mod page;
mod pages;
mod pieces;
mod source;

use egui::{Button, ComboBox, Response, Role, TextWrapMode, Ui, WidgetInfo};
use egui_material_icons::MaterialIcon;
use egui_material_icons::icons::{
    ICON_CONTENT_COPY, ICON_DESKTOP_WINDOWS, ICON_OPEN_IN_BROWSER, ICON_SMARTPHONE,
};

use super::command::Command;
use super::scene::{Action, Scene};
use super::widgets::{add_flat, bold, icon_button, named};
use crate::model::Element;
use crate::render::Format;
use crate::workspace::Jobs;
use crate::workspace::settings::{PageWidth, Preference, PreviewChoice, Shows};
use page::Page;
use pages::Sheets;
use source::Source;

/// What the preview remembers between frames.
#[derive(Debug, Default)]
pub struct Preview {
    page: Page,
    sheets: Sheets,
    source: Source,
    /// Whether the source gets the cursor once it is drawn.
    wants_cursor: bool,
}

/// What is edited.
#[derive(Debug, Clone, Copy)]
pub struct Edited<'a> {
    pub element: &'a Element,
    /// How many characters of its text stand before the cursor, where that is known.
    pub caret: Option<usize>,
}

/// What a command makes of how the preview shows a charter.
pub fn turn(command: Command, choice: &mut PreviewChoice) {
    match command {
        Command::ShowPages => {
            choice.shows = match choice.shows {
                Shows::Pages => Shows::Page,
                Shows::Page | Shows::Source => Shows::Pages,
            };
        }
        Command::ShowSource => {
            choice.shows = match choice.shows {
                Shows::Source => Shows::Page,
                Shows::Page | Shows::Pages => Shows::Source,
            };
        }
        Command::PhoneWidth => {
            choice.shows = Shows::Page;
            choice.width = match choice.width {
                PageWidth::Desk => PageWidth::Phone,
                PageWidth::Phone => PageWidth::Desk,
            };
        }
        Command::MarkChanges => {
            choice.shows = Shows::Page;
            choice.marks_changes = !choice.marks_changes;
        }
        _ => {}
    }
}

/// From how wide on the panel bears its name: in less, all there is to choose stands on one line.
const ROOMY: f32 = 500.0;

impl Preview {
    /// Forgets what belongs to the charter that was looked at.
    pub fn leave(&mut self) {
        self.page.leave();
        self.sheets.leave();
    }

    /// Puts the cursor into the preview once it is drawn: on the place of the page that the
    /// keyboard was on, or on what is chosen to be shown instead of the page.
    pub fn take_cursor(&mut self) {
        self.wants_cursor = true;
    }

    pub fn ui(
        &mut self,
        ui: &mut Ui,
        scene: &Scene<'_>,
        jobs: &Jobs,
        edited: Option<Edited<'_>>,
        actions: &mut Vec<Action>,
    ) {
        let before = scene.settings.preview;
        let mut choice = before;
        ui.horizontal_wrapped(|ui| {
            ui.style_mut().wrap_mode = Some(TextWrapMode::Extend);
            ui.spacing_mut().item_spacing.x = 6.0;
            ui.set_row_height(ui.spacing().interact_size.y);
            self.header_ui(ui, scene, &mut choice, actions);
        });
        if choice != before {
            actions.push(Action::Prefer(Preference::Preview(choice)));
        }
        ui.add_space(2.0);
        match before.shows {
            Shows::Page => {
                self.changes_ui(ui, scene);
                if std::mem::take(&mut self.wants_cursor) {
                    self.page.take_cursor();
                }
                self.page.ui(ui, scene, edited, actions);
            }
            Shows::Pages => {
                let wants_cursor = std::mem::take(&mut self.wants_cursor);
                self.sheets.ui(ui, scene, jobs, wants_cursor, actions);
            }
            Shows::Source => self.source.ui(ui, scene, before.format),
        }
    }

    /// What is shown, and how.
    fn header_ui(
        &mut self,
        ui: &mut Ui,
        scene: &Scene<'_>,
        choice: &mut PreviewChoice,
        actions: &mut Vec<Action>,
    ) {
        let words = scene.words;
        if ui.available_width() >= ROOMY {
            ui.label(bold(words.say("preview")))
                .on_hover_text(words.say("preview-hint"));
        }
        for (shows, key) in [
            (Shows::Page, "preview-page"),
            (Shows::Pages, "preview-pages"),
            (Shows::Source, "preview-source"),
        ] {
            let button = choice_ui(ui, choice.shows == shows, &words.say(key));
            let is_source = shows == Shows::Source && choice.shows == shows;
            if is_source && std::mem::take(&mut self.wants_cursor) {
                button.request_focus();
            }
            if button.clicked() {
                choice.shows = shows;
            }
        }
        match scene.settings.preview.shows {
            Shows::Page => {
                ui.separator();
                for (width, icon, key) in [
                    (PageWidth::Desk, ICON_DESKTOP_WINDOWS, "preview-desk"),
                    (PageWidth::Phone, ICON_SMARTPHONE, "preview-phone"),
                ] {
                    let is_it = choice.width == width;
                    if icon_choice_ui(ui, is_it, icon, &words.say(key)).clicked() {
                        choice.width = width;
                    }
                }
                ui.checkbox(&mut choice.marks_changes, words.say("preview-mark"))
                    .on_hover_text(words.say(Command::MarkChanges.hint()));
                browser_ui(ui, scene, actions);
            }
            Shows::Pages => {
                ui.separator();
                self.sheets.header_ui(ui, scene, &mut choice.zoom);
            }
            Shows::Source => {
                browser_ui(ui, scene, actions);
                let copy = words.say("preview-copy");
                let button = ui.button((ICON_CONTENT_COPY.rich_text(), &*copy));
                named(&button, Role::Button, &copy);
                if button.clicked() {
                    let format = choice.format;
                    let text = self.source.text(scene, format);
                    ui.ctx().copy_text(text.to_owned());
                    let full = format!("format-{}", format.name());
                    let values = [("format", words.say(&full).into_owned().into())];
                    let notice = words.say_of("preview-copied", &values).into_owned();
                    actions.push(Action::Notice(notice));
                }
                ui.end_row();
                for format in Format::SOURCES.into_iter().filter(|it| !is_data(*it)) {
                    format_ui(ui, scene, format, &mut choice.format);
                }
                data_ui(ui, scene, &mut choice.format);
            }
        }
    }

    /// How much has changed since the last save, where changes are marked.
    fn changes_ui(&mut self, ui: &mut Ui, scene: &Scene<'_>) {
        let Some(changes) = self.page.changes(scene) else {
            return;
        };
        let words = scene.words;
        let told = if changes.marked + changes.removed == 0 {
            words.say("preview-nothing-changed").into_owned()
        } else {
            let values = [
                ("marked", changes.marked.into()),
                ("removed", changes.removed.into()),
            ];
            words.say_of("preview-changes", &values).into_owned()
        };
        ui.weak(told);
    }
}

/// A format to choose.
fn format_ui(ui: &mut Ui, scene: &Scene<'_>, format: Format, chosen: &mut Format) {
    let key = format!("preview-format-{}", format.name());
    let full = format!("format-{}", format.name());
    let button = choice_ui(ui, *chosen == format, &scene.words.say(&key));
    if button.on_hover_text(scene.words.say(&full)).clicked() {
        *chosen = format;
    }
}

/// Whether a format is for programs: what is of cookies alone, and the charter as data.
fn is_data(format: Format) -> bool {
    format.is_of_cookies() || format == Format::Json
}

/// The formats that are for programs: seldom looked at, and so in a list.
fn data_ui(ui: &mut Ui, scene: &Scene<'_>, chosen: &mut Format) {
    let words = scene.words;
    let name = words.say("preview-format-data");
    let of_chosen = format!("preview-format-{}", chosen.name());
    let shown = words.say(if is_data(*chosen) {
        of_chosen.as_str()
    } else {
        "preview-format-data"
    });
    let combo = ComboBox::from_id_salt("preview-data")
        .selected_text(&*shown)
        .width(0.0);
    let combo = ui.scope(|ui| {
        if is_data(*chosen) {
            // As the others look that can be chosen beside it.
            let selected = ui.visuals().selection.bg_fill;
            ui.visuals_mut().widgets.inactive.weak_bg_fill = selected;
        }
        combo.show_ui(ui, |ui| {
            for format in Format::SOURCES.into_iter().filter(|it| is_data(*it)) {
                format_ui(ui, scene, format, chosen);
            }
        })
    });
    let combo = combo.inner;
    named(&combo.response, Role::ComboBox, &name);
}

/// Has the browser show the page.
fn browser_ui(ui: &mut Ui, scene: &Scene<'_>, actions: &mut Vec<Action>) {
    let open = scene.words.say(Command::OpenInBrowser.key());
    if icon_button(ui, ICON_OPEN_IN_BROWSER, &open, true).clicked() {
        actions.push(Action::Command(Command::OpenInBrowser));
    }
}

/// One of a few things to choose from.
fn choice_ui(ui: &mut Ui, is_chosen: bool, name: &str) -> Response {
    let button = ui.add(Button::selectable(is_chosen, name));
    let info = || WidgetInfo::selected(Role::RadioButton, true, is_chosen, name);
    button.widget_info(info);
    button
}

/// One of a few things to choose from, by its icon.
fn icon_choice_ui(ui: &mut Ui, is_chosen: bool, icon: MaterialIcon, name: &str) -> Response {
    let button = Button::selectable(is_chosen, icon.rich_text().size(18.0));
    let button = add_flat(ui, true, button);
    let info = || WidgetInfo::selected(Role::RadioButton, true, is_chosen, name);
    button.widget_info(info);
    button.on_hover_text(name)
}
