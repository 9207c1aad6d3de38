//! A word for colleagues at a section, which no finished charter shows.

use egui::{TextEdit, Ui};

use super::Answer;
use super::parts::{Ready, buttons, take_cursor};
use crate::model::{CharterEdit, Edit, Owner, SectionEdit, SectionId};
use crate::ui::widgets::named_field;
use crate::words::Words;
use crate::workspace::{Change, Deed, Place};

/// A note as it is being written.
#[derive(Debug, Clone)]
pub struct NoteForm {
    /// The section's name.
    pub section: String,
    /// The name of the model that holds the section, where it is another charter's.
    pub model: Option<String>,
    pub holder: Owner,
    pub id: SectionId,
    pub place: Place,
    pub note: String,
}

impl NoteForm {
    pub(super) fn ui(&mut self, ui: &mut Ui, words: &Words) -> Option<Answer> {
        ui.heading(words.say_of("note-title", &[("section", self.section.as_str().into())]));
        ui.weak(match &self.model {
            Some(model) => words.say_of("note-of-model", &[("name", model.as_str().into())]),
            None => words.say("note-text"),
        });
        let edit = TextEdit::multiline(&mut self.note)
            .desired_rows(4)
            .desired_width(f32::INFINITY)
            .id_salt("note");
        let response = ui.add(edit);
        named_field(ui, &response, &words.say("note"));
        take_cursor(ui, &response);
        let edit = SectionEdit::Note(self.note.trim_end().to_owned());
        let edit = CharterEdit::Section(self.id.clone(), edit);
        let change = Change {
            deed: Deed::Note,
            place: self.place.clone(),
            edits: vec![Edit::Charter(self.holder.clone(), edit)],
        };
        let done = (&*words.say("note-do"), Answer::Change(change));
        buttons(ui, words, Ready::Yes, done, |_| None)
    }
}
