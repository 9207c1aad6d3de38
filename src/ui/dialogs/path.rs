//! A path, typed or chosen in the system's own dialog.

use std::path::PathBuf;

use egui::{RichText, TextEdit, Ui};

use super::parts::{Ready, at_the_right, buttons, is_entered, take_cursor};
use super::{Answer, Surroundings};
use crate::ui::picker::Purpose;
use crate::ui::widgets::{named_field, warning};
use crate::workspace::files;

/// A path as it is being typed.
#[derive(Debug, Clone)]
pub struct PathForm {
    purpose: Purpose,
    path: String,
    /// Why the path that was given last would not do.
    error: Option<String>,
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

    pub fn ui(&mut self, ui: &mut Ui, around: &Surroundings<'_>) -> Option<Answer> {
        let words = around.words;
        let (title, answer) = match self.purpose {
            Purpose::Open => ("path-open-title", "path-open"),
            Purpose::Import => ("path-import-title", "path-import"),
            Purpose::SaveAs => ("path-save-title", "path-save"),
            Purpose::LivePage => ("path-live-title", "path-live"),
            Purpose::OtherVersion => ("path-version-title", "path-live"),
            Purpose::History => ("path-history-title", "path-history"),
            // Those have their line in the dialog that asks for them.
            Purpose::ExportFolder
            | Purpose::Logo
            | Purpose::PageTemplate
            | Purpose::PdfTemplate => ("export-title", "export-do"),
        };
        let hint = match self.purpose {
            Purpose::Import => "path-import-hint",
            Purpose::LivePage => "path-live-hint",
            Purpose::OtherVersion => "path-version-hint",
            Purpose::History => "path-history-hint",
            _ => "path-hint",
        };
        ui.heading(words.say(title));
        match &self.error {
            Some(error) => drop(warning(ui, error)),
            // It is said below that only typing is left.
            None if around.without_system_dialog => {}
            None => drop(ui.label(RichText::new(words.say(hint)).weak())),
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

/// A path to type, with a button for the system's dialog; and whether Enter ended it.
pub fn path_field(
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
        take_cursor(ui, &response);
        let entered = is_entered(ui, &response);
        (browse.then_some(Answer::Browse(purpose)), entered)
    });
    if around.without_system_dialog {
        ui.label(words.say("no-system-dialog"));
    }
    (answer, entered)
}

/// A path as people type it: with the marks that pasting leaves, and `~` for the home folder.
pub fn typed_path(path: &str) -> PathBuf {
    let path = path.trim().trim_matches(['"', '\'']);
    let path = path.strip_prefix("file://").unwrap_or(path);
    match (path.strip_prefix("~/"), files::home()) {
        (Some(rest), Some(home)) => home.join(rest),
        _ => PathBuf::from(path),
    }
}
