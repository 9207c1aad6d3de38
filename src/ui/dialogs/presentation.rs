//! How finished charters look: a built-in look, templates instead, a logo.

use std::path::Path;

use egui::{ScrollArea, TextEdit, Ui};

use super::parts::{AROUND, Ready, at_the_right, buttons, hint_ui, name_ui, room, take_cursor};
use super::path::typed_path;
use super::{Answer, Surroundings};
use crate::model::{Beside, Collection, Look, Text};
use crate::ui::picker::Purpose;
use crate::ui::widgets::{named_field, warning};
use crate::words::Words;
use crate::workspace::files::Wanted;

/// A presentation as it is being put together.
#[derive(Debug, Clone)]
pub struct PresentationForm {
    look: Look,
    page: String,
    pdf: String,
    logo: String,
    alternative: Text,
    /// Why what was asked for last would not do, and the line that this is about.
    error: Option<(String, Option<Purpose>)>,
    /// Whether what was asked for is being settled.
    waits: bool,
}

impl PresentationForm {
    #[must_use]
    pub fn new(collection: &Collection) -> Self {
        let now = &collection.presentation;
        let path = |file: Option<&Beside>| file.map(Beside::to_string).unwrap_or_default();
        let logo = now.logo.as_ref();
        Self {
            look: now.look,
            page: path(now.page.as_ref()),
            pdf: path(now.pdf.as_ref()),
            logo: path(logo.map(|logo| &logo.file)),
            alternative: logo
                .map(|logo| logo.alternative.clone())
                .unwrap_or_default(),
            error: None,
            waits: false,
        }
    }

    /// Takes the path of a file that was chosen.
    pub fn pick(&mut self, purpose: Purpose, path: &Path) {
        let line = match purpose {
            Purpose::PageTemplate => &mut self.page,
            Purpose::PdfTemplate => &mut self.pdf,
            _ => &mut self.logo,
        };
        *line = path.display().to_string();
    }

    /// Waits for what was asked for.
    pub fn wait(&mut self) {
        self.error = None;
        self.waits = true;
    }

    /// Tells why what was asked for would not do.
    pub fn refuse(&mut self, error: String, about: Option<&Path>) {
        let lines = [
            (&self.logo, Purpose::Logo),
            (&self.page, Purpose::PageTemplate),
            (&self.pdf, Purpose::PdfTemplate),
        ];
        let is_it = |line: &str| {
            let line = typed_path(line);
            let line = line.strip_prefix(".").unwrap_or(&line);
            !line.as_os_str().is_empty() && about.is_some_and(|about| about.ends_with(line))
        };
        let line = lines.into_iter().find(|(line, _)| is_it(line));
        self.error = Some((error, line.map(|(_, purpose)| purpose)));
        self.waits = false;
    }

    fn wanted(&self) -> Wanted {
        Wanted {
            look: self.look,
            page: typed_path(&self.page),
            pdf: typed_path(&self.pdf),
            logo: typed_path(&self.logo),
            alternative: self.alternative.clone(),
        }
    }

    pub(super) fn ui(&mut self, ui: &mut Ui, around: &Surroundings<'_>) -> Option<Answer> {
        let words = around.words;
        ui.heading(words.say("presentation-title"));
        let scroll = ScrollArea::vertical().max_height(room(ui, AROUND));
        let browse = scroll.show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.spacing_mut().item_spacing.y = 8.0;
            self.look_ui(ui, words);
            let logo = self.file_ui(ui, words, Purpose::Logo);
            if !self.logo.trim().is_empty() {
                self.alternative_ui(ui, around);
            }
            let page = self.file_ui(ui, words, Purpose::PageTemplate);
            let pdf = self.file_ui(ui, words, Purpose::PdfTemplate);
            hint_ui(ui, &words.say("presentation-copied"));
            logo.or(page).or(pdf)
        });
        if let Some(purpose) = browse.inner {
            return Some(Answer::Browse(purpose));
        }
        if let Some((error, None)) = &self.error {
            warning(ui, error);
        }
        let save = (
            &*words.say("presentation-do"),
            Answer::Present(self.wanted()),
        );
        buttons(ui, words, Ready::when(!self.waits), save, |_| None)
    }

    /// A line for a file's path, with a button for the system's dialog, and what is wrong with it;
    /// whether the dialog was asked for.
    fn file_ui(&mut self, ui: &mut Ui, words: &Words, purpose: Purpose) -> Option<Purpose> {
        let (key, hint, path) = match purpose {
            Purpose::PageTemplate => (
                "presentation-page",
                "presentation-page-hint",
                &mut self.page,
            ),
            Purpose::PdfTemplate => ("presentation-pdf", "presentation-pdf-hint", &mut self.pdf),
            _ => (
                "presentation-logo",
                "presentation-logo-hint",
                &mut self.logo,
            ),
        };
        let name = words.say(key);
        name_ui(ui, &name);
        hint_ui(ui, &words.say(hint));
        let (browse, changed) = at_the_right(ui, |ui| {
            let browse = ui.button(words.say("browse"));
            let edit = TextEdit::singleline(path)
                .id_salt(key)
                .desired_width(f32::INFINITY);
            let response = ui.add(edit);
            named_field(ui, &response, &name);
            (browse.clicked().then_some(purpose), response.changed())
        });
        if let Some((error, Some(about))) = &self.error
            && *about == purpose
        {
            warning(ui, error);
            if changed {
                // It is about what stood there.
                self.error = None;
            }
        }
        browse
    }

    fn look_ui(&mut self, ui: &mut Ui, words: &Words) {
        name_ui(ui, &words.say("presentation-look"));
        for look in Look::ALL {
            let key = match look {
                Look::Plain => "look-plain",
                Look::Public => "look-public",
            };
            let choice = ui.radio_value(&mut self.look, look, words.say(key));
            if look == Look::Plain {
                take_cursor(ui, &choice);
            }
        }
    }

    /// A line for what the logo says, by language.
    fn alternative_ui(&mut self, ui: &mut Ui, around: &Surroundings<'_>) {
        let collection = around.collection;
        let first = collection.first_language();
        hint_ui(ui, &around.words.say("presentation-alternative-hint"));
        for language in &collection.languages {
            let values = [("language", language.as_str().into())];
            let label = around.words.say_of("presentation-alternative", &values);
            let mut written = self
                .alternative
                .written(language)
                .unwrap_or_default()
                .to_owned();
            let edit = TextEdit::singleline(&mut written)
                .id_salt(("alternative", language.as_str()))
                .hint_text(&*label)
                .desired_width(f32::INFINITY);
            let response = ui.add(edit);
            named_field(ui, &response, &label);
            if response.changed() {
                self.alternative = self.alternative.translated(&first, language, &written);
            }
        }
    }
}
