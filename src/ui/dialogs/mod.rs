//! The dialogs. One at a time stands over the window; what the person answers is handed to the
//! window, which alone does things.

mod link;

use std::path::{Path, PathBuf};
use std::time::Duration;

use egui::{Align, Context, Frame, Id, Key, Layout, Margin, Modal, RichText, TextEdit, Ui};

use super::picker::Purpose;
use super::theme::Palette;
use super::widgets::{bold, named_field, warning};
use crate::model::host;
use crate::render::Format;
use crate::words::Words;
use crate::workspace::files;
pub use link::LinkForm;

/// What was asked for before the unsaved changes were asked about.
#[derive(Debug, Clone, PartialEq)]
pub enum Next {
    New,
    Open,
    OpenPath(PathBuf),
    Quit,
}

/// A question to the person, or something that they are told.
#[derive(Debug)]
pub enum Dialog {
    Unsaved(Next),
    /// A path, typed: beside the system's own dialog, or in its place where there is none.
    Path(PathForm),
    AddPlatform {
        name: String,
        url: String,
    },
    Export(ExportForm),
    /// The file is not the one that was opened, or is there already.
    Overwrite {
        path: PathBuf,
        message: String,
    },
    /// Comments of the file would be lost.
    Comments,
    Message(String),
    About,
    Link(LinkForm),
}

/// A path as it is being typed.
#[derive(Debug, Clone)]
pub struct PathForm {
    purpose: Purpose,
    path: String,
    /// Why the path that was given last would not do.
    error: Option<String>,
}

/// What to export, as it is being chosen.
#[derive(Debug, Clone)]
pub struct ExportForm {
    pub folder: String,
    /// Only the platform that is looked at.
    pub only_this: bool,
    pub formats: Vec<Format>,
    /// What came of it, once it is done.
    pub report: Option<Vec<String>>,
    pub running: bool,
}

/// What the person answered.
#[derive(Debug, Clone, PartialEq)]
pub enum Answer {
    Close,
    Save(Option<Next>),
    Discard(Next),
    Browse(Purpose),
    Path(Purpose, PathBuf),
    AddPlatform {
        name: String,
        url: String,
    },
    Export,
    CancelExport,
    Overwrite(PathBuf),
    SaveWithoutComments,
    /// The link in the text; without an address, it is taken away.
    Link {
        words: String,
        address: Option<String>,
    },
}

/// What the dialogs read of the window.
pub struct Surroundings<'a> {
    pub words: &'a Words,
    /// The name of the platform that is looked at, if it is one.
    pub platform: Option<&'a str>,
    pub progress: (usize, usize),
    /// Whether the system could not show a dialog of its own.
    pub without_system_dialog: bool,
}

impl Dialog {
    /// Shows the dialog, and tells what was answered.
    pub fn ui(&mut self, ctx: &Context, around: &Surroundings<'_>) -> Option<Answer> {
        let frame = Frame::popup(&ctx.global_style()).inner_margin(Margin::same(18));
        let modal = Modal::new(Id::unique("dialog")).frame(frame);
        let shown = modal.show(ctx, |ui| {
            ui.set_width(460.0_f32.min(ctx.content_rect().width() - 60.0));
            ui.spacing_mut().item_spacing.y = 10.0;
            self.content_ui(ui, around)
        });
        let closed = shown.should_close().then_some(Answer::Close);
        shown.inner.or(closed)
    }

    fn content_ui(&mut self, ui: &mut Ui, around: &Surroundings<'_>) -> Option<Answer> {
        let words = around.words;
        match self {
            Self::Unsaved(next) => {
                ui.heading(words.say("unsaved-title"));
                ui.label(words.say("unsaved-text"));
                let save = (
                    &*words.say("unsaved-save"),
                    Answer::Save(Some(next.clone())),
                );
                buttons(ui, words, Ready::Yes, save, |ui| {
                    let drop = ui.button(words.say("unsaved-drop"));
                    drop.clicked().then(|| Answer::Discard(next.clone()))
                })
            }
            Self::Path(form) => form.ui(ui, around),
            Self::AddPlatform { name, url } => add_platform_ui(ui, words, name, url),
            Self::Export(form) => form.ui(ui, around),
            Self::Overwrite { path, message } => {
                ui.heading(words.say("overwrite-title"));
                ui.label(message.as_str());
                let elsewhere = (
                    &*words.say("save-elsewhere"),
                    Answer::Browse(Purpose::SaveAs),
                );
                buttons(ui, words, Ready::Yes, elsewhere, |ui| {
                    let overwrite = ui.button(words.say("overwrite"));
                    overwrite.clicked().then(|| Answer::Overwrite(path.clone()))
                })
            }
            Self::Comments => {
                ui.heading(words.say("comments-title"));
                ui.label(words.say("comments-text"));
                let elsewhere = (
                    &*words.say("save-elsewhere"),
                    Answer::Browse(Purpose::SaveAs),
                );
                buttons(ui, words, Ready::Yes, elsewhere, |ui| {
                    let save = ui.button(words.say("comments-save"));
                    save.clicked().then_some(Answer::SaveWithoutComments)
                })
            }
            Self::Link(form) => form.ui(ui, words),
            Self::Message(message) => {
                ui.label(message.as_str());
                close_ui(ui, words)
            }
            Self::About => {
                ui.heading("Chartrier");
                ui.label(words.say_of("about", &[("version", env!("CARGO_PKG_VERSION").into())]));
                close_ui(ui, words)
            }
        }
    }
}

impl ExportForm {
    #[must_use]
    pub fn new(folder: &Path) -> Self {
        Self {
            folder: folder.display().to_string(),
            only_this: false,
            formats: Format::ALL.to_vec(),
            report: None,
            running: false,
        }
    }

    fn ui(&mut self, ui: &mut Ui, around: &Surroundings<'_>) -> Option<Answer> {
        let words = around.words;
        ui.heading(words.say("export-title"));
        if let Some(report) = &self.report {
            egui::ScrollArea::vertical()
                .max_height(280.0)
                .show(ui, |ui| {
                    for line in report {
                        ui.label(line);
                    }
                });
            return close_ui(ui, words);
        }
        if self.running {
            ui.ctx().request_repaint_after(Duration::from_millis(100));
            let (done, of) = around.progress;
            let values = [("done", done.into()), ("of", of.into())];
            ui.label(words.say_of("exporting", &values));
            let stop = ui.button(words.say("cancel"));
            return stop.clicked().then_some(Answer::CancelExport);
        }
        if let Some(platform) = around.platform {
            ui.radio_value(&mut self.only_this, false, words.say("export-all"));
            let this = words.say_of("export-this", &[("name", platform.into())]);
            ui.radio_value(&mut self.only_this, true, this);
        }
        egui::Grid::new("formats").num_columns(2).show(ui, |ui| {
            for (number, format) in Format::ALL.into_iter().enumerate() {
                let mut wanted = self.formats.contains(&format);
                let name = words.say(match format {
                    Format::Html => "format-html",
                    Format::Fragment => "format-fragment",
                    Format::Markdown => "format-markdown",
                    Format::Text => "format-text",
                });
                if ui.checkbox(&mut wanted, name).changed() {
                    self.formats.retain(|other| *other != format);
                    if wanted {
                        self.formats.push(format);
                        self.formats.sort_unstable();
                    }
                }
                if number % 2 == 1 {
                    ui.end_row();
                }
            }
        });
        ui.label(words.say("export-folder"));
        let purpose = Purpose::ExportFolder;
        let (browse, _) = path_field(ui, around, "export-folder", &mut self.folder, purpose);
        let ready = !self.formats.is_empty() && !self.folder.trim().is_empty();
        let export = (&*words.say("export-do"), Answer::Export);
        let answer = buttons(ui, words, Ready::when(ready), export, |_| None);
        browse.or(answer)
    }

    /// The folder that was typed.
    #[must_use]
    pub fn path(&self) -> PathBuf {
        typed_path(&self.folder)
    }
}

/// Whether a dialog's main answer can be given.
#[derive(Clone, Copy, PartialEq)]
enum Ready {
    Yes,
    NotYet,
}

impl Ready {
    fn when(ready: bool) -> Self {
        if ready { Self::Yes } else { Self::NotYet }
    }
}

/// The buttons at the end of a dialog: the answer that Enter gives, others, and none at all.
fn buttons(
    ui: &mut Ui,
    words: &Words,
    ready: Ready,
    (label, answered): (&str, Answer),
    others: impl FnOnce(&mut Ui) -> Option<Answer>,
) -> Option<Answer> {
    let entered = ui.input(|input| input.key_pressed(Key::Enter));
    let by_enter = entered && ui.memory(|memory| memory.focused()).is_none();
    at_the_right(ui, |ui| {
        let palette = Palette::now(ui.ctx());
        let main =
            egui::Button::new(RichText::new(label).color(palette.surface)).fill(palette.accent);
        let clicked = ui.add_enabled(ready == Ready::Yes, main).clicked();
        let other = others(ui);
        let cancel = ui.button(words.say("cancel")).clicked();
        if clicked || (by_enter && ready == Ready::Yes) {
            Some(answered)
        } else if cancel {
            Some(Answer::Close)
        } else {
            other
        }
    })
}

/// A line of widgets that ends at the right.
fn at_the_right<R>(ui: &mut Ui, add: impl FnOnce(&mut Ui) -> R) -> R {
    let line = ui.horizontal(|ui| {
        ui.with_layout(Layout::right_to_left(Align::Center), add)
            .inner
    });
    line.inner
}

fn close_ui(ui: &mut Ui, words: &Words) -> Option<Answer> {
    let closed = at_the_right(ui, |ui| ui.button(words.say("close")).clicked());
    let enter = ui.input(|input| input.key_pressed(Key::Enter));
    (closed || enter).then_some(Answer::Close)
}

/// A path to type, with a button for the system's dialog; and whether Enter ended it.
fn path_field(
    ui: &mut Ui,
    around: &Surroundings<'_>,
    key: &str,
    path: &mut String,
    purpose: Purpose,
) -> (Option<Answer>, bool) {
    let words = around.words;
    let (answer, entered) = at_the_right(ui, |ui| {
        let browse = ui.button(words.say("browse")).clicked();
        let edit = TextEdit::singleline(path)
            .desired_width(f32::INFINITY)
            .id_salt(key);
        let response = ui.add(edit);
        named_field(ui, &response, &words.say(key));
        let entered = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        if ui.memory(|memory| memory.focused()).is_none() && !response.lost_focus() {
            response.request_focus();
        }
        (browse.then_some(Answer::Browse(purpose)), entered)
    });
    if around.without_system_dialog {
        ui.label(RichText::new(words.say("no-system-dialog")).small().weak());
    }
    (answer, entered)
}

impl PathForm {
    #[must_use]
    pub fn new(purpose: Purpose, path: String) -> Self {
        Self {
            purpose,
            path,
            error: None,
        }
    }

    /// The form with why its path would not do.
    #[must_use]
    pub fn with_error(mut self, error: String) -> Self {
        self.error = Some(error);
        self
    }

    fn ui(&mut self, ui: &mut Ui, around: &Surroundings<'_>) -> Option<Answer> {
        let words = around.words;
        let (title, answer) = match self.purpose {
            Purpose::Open => ("path-open-title", "path-open"),
            Purpose::SaveAs => ("path-save-title", "path-save"),
            Purpose::ExportFolder => ("export-title", "export-do"),
        };
        ui.heading(words.say(title));
        match &self.error {
            Some(error) => drop(warning(ui, error)),
            None => drop(ui.label(RichText::new(words.say("path-hint")).weak())),
        }
        let (browse, entered) = path_field(ui, around, "path", &mut self.path, self.purpose);
        let given = Answer::Path(self.purpose, typed_path(&self.path));
        let ready = !self.path.trim().is_empty();
        if entered && ready {
            return Some(given);
        }
        let answered = (&*words.say(answer), given);
        let answer = buttons(ui, words, Ready::when(ready), answered, |_| None);
        browse.or(answer)
    }
}

/// A path as people type it: with the marks that pasting leaves, and `~` for the home folder.
fn typed_path(path: &str) -> PathBuf {
    let path = path.trim().trim_matches(['"', '\'']);
    let path = path.strip_prefix("file://").unwrap_or(path);
    match (path.strip_prefix("~/"), files::home()) {
        (Some(rest), Some(home)) => home.join(rest),
        _ => PathBuf::from(path),
    }
}

fn add_platform_ui(
    ui: &mut Ui,
    words: &Words,
    name: &mut String,
    url: &mut String,
) -> Option<Answer> {
    ui.heading(words.say("add-platform-title"));
    let mut entered = false;
    for (key, value) in [("property-url", &mut *url), ("property-name", &mut *name)] {
        let label = words.say(key);
        ui.label(bold(&*label));
        let edit = TextEdit::singleline(value)
            .desired_width(f32::INFINITY)
            .id_salt(key);
        let response = ui.add(edit);
        named_field(ui, &response, &label);
        if ui.memory(|memory| memory.focused()).is_none() && !response.lost_focus() {
            response.request_focus();
        }
        entered |= response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
    }
    let address = with_scheme(url);
    let host = host(&address);
    if host.is_none() && !address.is_empty() {
        warning(ui, &words.say("not-an-address"));
    }
    let ready = host.is_some();
    let said = match name.trim() {
        "" => host.unwrap_or_default(),
        name => name.to_owned(),
    };
    let answer = Answer::AddPlatform {
        name: said,
        url: address,
    };
    if entered && ready {
        return Some(answer);
    }
    let add = (&*words.say("add"), answer);
    buttons(ui, words, Ready::when(ready), add, |_| None)
}

/// An address as people type it, with `https://` where they left it out.
fn with_scheme(url: &str) -> String {
    let url = url.trim();
    if url.is_empty() || url.contains("://") {
        url.to_owned()
    } else {
        format!("https://{url}")
    }
}
