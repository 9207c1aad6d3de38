//! An adapted element whose original has changed: what it was, the model's now, the one here, and
//! what can be decided about that. Shared by what shows one of them and what walks through all.

use egui::{RichText, TextEdit, Ui};

use super::difference::{Compared, Extent, part_ui};
use super::parts::take_cursor;
use crate::messages;
use crate::model::{Collection, Language, Merged, Replaceable, compare_words};
use crate::ui::scene::name_of;
use crate::ui::theme::Palette;
use crate::ui::widgets::{bold, main_button, named_field};
use crate::words::Words;
use crate::workspace::Change;
use crate::workspace::changes::{keep_adapted, put_together, take_the_models};
use crate::workspace::moved_on::{MovedOn, Said, Spoken, Versions};

/// Three versions of an element, side by side.
#[derive(Debug, Clone)]
pub struct ThreeWay {
    pub moved: MovedOn,
    /// The name of the model that holds the original.
    pub model: String,
    versions: Versions,
    /// Those of each language in which the model has changed.
    parts: Vec<Part>,
    /// The languages in which it has not, and in which the text is adapted: that stays.
    staying: Vec<Language>,
    /// Whether the texts can be put together by words, and whether that is being done.
    together: Together,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Together {
    /// It is no text.
    Never,
    NotAsked,
    /// The text put together is about to be shown, and gets the cursor.
    JustAsked,
    Asked,
}

/// The versions in one language.
#[derive(Debug, Clone)]
pub(super) struct Part {
    language: Spoken,
    was: Compared,
    /// From then to what the model says now.
    now: Compared,
    /// From then to what stands here.
    here: Compared,
    /// The text put together, as it is being written.
    together: Vec<Line>,
    /// That text as it was before anyone wrote in it.
    offered: String,
    /// What both changed, as it stands in that text until someone has decided.
    undecided: Vec<String>,
}

/// A line of a text that is put together.
#[derive(Debug, Clone)]
struct Line {
    words: String,
    /// Whether it is not one that stood there before.
    is_changed: bool,
}

/// What is decided.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Choice {
    Keep,
    Take,
    Together,
}

impl ThreeWay {
    /// The versions of what was adapted; nothing where it is not there any more.
    #[must_use]
    pub fn new(words: &Words, collection: &Collection, moved: MovedOn) -> Option<Self> {
        let versions = moved.versions(collection)?;
        let said = versions.said();
        let together = match said {
            Some(_) => Together::NotAsked,
            None => Together::Never,
        };
        let said = said.unwrap_or_else(|| vec![without_text(words, &versions)]);
        let staying = said.iter().filter(|said| said.stays());
        let staying = staying.filter_map(|said| said.language.clone()).collect();
        let has_moved = said.iter().any(|said| said.was != said.now);
        let changed = said
            .iter()
            .filter(|said| !has_moved || said.was != said.now);
        Some(Self {
            parts: changed.map(Part::new).collect(),
            staying,
            model: name_of(collection, &versions.original, words.language()),
            together,
            versions,
            moved,
        })
    }

    /// Takes over what was written together when this was looked at before.
    pub fn go_on(&mut self, before: Self) {
        if self.together == Together::Never || before.together == Together::Never {
            return;
        }
        self.together = before.together;
        for written in before.parts.into_iter().filter(Part::is_written) {
            let mut parts = self.parts.iter_mut();
            if let Some(part) = parts.find(|it| it.language == written.language) {
                part.together = written.together;
            }
        }
    }

    /// Whether texts are shortened to what is near to what differs.
    pub fn is_shortened(&self) -> bool {
        let parts = self.parts.iter();
        parts
            .flat_map(|part| [&part.now, &part.here])
            .any(Compared::is_shortened)
    }

    /// The three versions, and the text put together where that is asked for.
    pub(super) fn versions_ui(&mut self, ui: &mut Ui, words: &Words, extent: Extent) {
        let now = words.say_of("difference-now", &[("name", self.model.as_str().into())]);
        let mut wants_cursor = self.together == Together::JustAsked;
        for part in &mut self.parts {
            if let Some(language) = &part.language {
                let values = [("language", language.as_str().into())];
                let name = words.say_of("moved-language", &values);
                ui.label(RichText::new(name).color(Palette::now(ui.ctx()).weak));
            }
            if matches!(self.together, Together::JustAsked | Together::Asked) {
                part.together_ui(ui, words, "moved-undecided", &mut wants_cursor);
            }
            for (title, compared) in [
                (&*words.say("difference-was"), &part.was),
                (&*now, &part.now),
                (&*words.say("difference-here"), &part.here),
            ] {
                part_ui(ui, Some(title), compared.shown(extent), words);
            }
        }
        if self.together == Together::JustAsked {
            self.together = Together::Asked;
        }
        for language in &self.staying {
            let values = [("language", language.as_str().into())];
            ui.weak(words.say_of("moved-stays", &values));
        }
    }

    /// The three choices, from the right; the one that was made.
    pub fn choices_ui(&mut self, ui: &mut Ui, words: &Words) -> Option<Choice> {
        let mut choice = None;
        match self.together {
            Together::Never => {}
            Together::JustAsked | Together::Asked => {
                let button = main_button(ui, &words.say("moved-use"));
                let is_decided = self.parts.iter().all(Part::is_decided);
                let used = ui.add_enabled(is_decided, button);
                if used
                    .on_disabled_hover_text(words.say("moved-undecided"))
                    .clicked()
                {
                    choice = Some(Choice::Together);
                }
            }
            Together::NotAsked => {
                let merge = ui.button(words.say("moved-merge"));
                if merge.on_hover_text(words.say("moved-merge-hint")).clicked() {
                    self.together = Together::JustAsked;
                }
            }
        }
        for (key, chosen) in [("moved-take", Choice::Take), ("moved-keep", Choice::Keep)] {
            let button = ui.button(words.say(key));
            if chosen == Choice::Keep {
                take_cursor(ui, &button);
            }
            if button
                .on_hover_text(words.say(&format!("{key}-hint")))
                .clicked()
            {
                choice = Some(chosen);
            }
        }
        choice
    }

    /// What a choice does.
    #[must_use]
    pub fn change(&self, collection: &Collection, choice: &Choice) -> Option<Change> {
        match choice {
            Choice::Keep => keep_adapted(collection, &[&self.moved]),
            Choice::Take => take_the_models(collection, &[&self.moved]),
            Choice::Together => put_together(collection, &self.moved, self.text_together()?),
        }
    }

    fn text_together(&self) -> Option<Replaceable> {
        let parts = self.parts.iter();
        let given: Vec<(Spoken, String)> = parts
            .map(|part| (part.language.clone(), part.text_together()))
            .collect();
        self.versions.merged(&given)
    }
}

impl Part {
    pub fn new(said: &Said) -> Self {
        let mut together = String::new();
        let mut undecided = Vec::new();
        for stretch in said.merged() {
            match stretch {
                Merged::Agreed(words) => together.push_str(&words),
                Merged::Both { one, other } => {
                    let both = format!("[{one} | {other}]");
                    together.push_str(&both);
                    undecided.push(both);
                }
            }
        }
        let is_changed = |line: &str| !said.was.split('\n').any(|it| it == line);
        let lines = together.split('\n').map(|line| Line {
            words: line.to_owned(),
            is_changed: is_changed(line),
        });
        let now = Compared::new(compare_words(&said.was, &said.now));
        Self {
            language: said.language.clone(),
            was: now.before(),
            here: Compared::new(compare_words(&said.was, &said.here)),
            now,
            together: lines.collect(),
            offered: together,
            undecided,
        }
    }

    pub fn text_together(&self) -> String {
        let lines: Vec<&str> = self.together.iter().map(|it| it.words.as_str()).collect();
        lines.join("\n")
    }

    /// Whether someone has written in the text put together.
    fn is_written(&self) -> bool {
        self.text_together() != self.offered
    }

    /// Whether nothing that both changed stands in the text any more.
    pub fn is_decided(&self) -> bool {
        let text = self.text_together();
        !self
            .undecided
            .iter()
            .any(|both| text.contains(both.as_str()))
    }

    /// The lines of the text put together that are not as they were, to be changed before it is
    /// used. The first of them gets the cursor where that is wanted. `undecided` tells whose words
    /// stand in brackets.
    pub fn together_ui(
        &mut self,
        ui: &mut Ui,
        words: &Words,
        undecided: &str,
        wants_cursor: &mut bool,
    ) {
        ui.label(bold(&*words.say("moved-together")));
        if !self.is_decided() {
            let hint = RichText::new(words.say(undecided)).small();
            ui.label(hint.weak());
        }
        if self
            .together
            .iter()
            .any(|it| !it.is_changed && !it.words.is_empty())
        {
            let hint = RichText::new(words.say("moved-others-stay")).small();
            ui.label(hint.weak());
        }
        let changed = self.together.iter_mut().filter(|it| it.is_changed);
        let changed: Vec<&mut Line> = changed.collect();
        if changed.is_empty() {
            ui.weak(words.say("moved-only-removed"));
        }
        let count = changed.len();
        for (at, line) in changed.into_iter().enumerate() {
            let edit = TextEdit::multiline(&mut line.words)
                .id_salt(("together", &self.language, at))
                .desired_width(f32::INFINITY)
                .desired_rows(1);
            let response = ui.add(edit);
            if std::mem::take(wants_cursor) {
                response.request_focus();
                response.scroll_to_me(None);
            }
            let values = [("at", (at + 1).into()), ("count", count.into())];
            named_field(ui, &response, &words.say_of("moved-together-line", &values));
        }
    }
}

/// The versions of what is no text, in words.
fn without_text(words: &Words, versions: &Versions) -> Said {
    let said = |it: &Replaceable| messages::bare_value(words, it);
    Said {
        language: None,
        was: said(&versions.was),
        now: said(&versions.now),
        here: said(&versions.here),
    }
}
