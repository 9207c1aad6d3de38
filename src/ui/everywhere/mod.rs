//! Searching everywhere: words or a pattern in all that the collection holds, what was found, and
//! other words in its place.

mod lines;

use std::sync::Arc;

use egui::{Button, ComboBox, Id, Key, Modifiers, RichText, Role, TextEdit, Ui};
use egui_material_icons::icons::{ICON_FIND_REPLACE, ICON_SEARCH};

use super::find::select_all;
use super::gathering::Gathering;
use super::scene::{Action, Scene};
use super::theme::Palette;
use super::widgets::{APART, named, named_field};
use crate::model::{Collection, Language};
use crate::words::Words;
use crate::workspace::find::everywhere::{
    Asked, Charters, Needle, NoNeedle, Replaced, Results, Texts, replace, search,
};
use crate::workspace::{Cancel, Jobs, Progress, SavePoint, Session};
use lines::Lines;

/// What is remembered of searching everywhere between frames.
#[derive(Default)]
pub struct Everywhere {
    asked: Asked,
    /// What finds it, and what it was made for.
    needle: Option<(Asked, Result<Needle, NoNeedle>)>,
    by: String,
    bar: Bar,
    found: Gathering<Asked, Found>,
    /// Replacing under way, for what is being replaced by what.
    replacing: Gathering<(Asked, String), Replaced>,
    is_replacing: bool,
    lines: Lines,
    /// What replacing came to.
    told: Option<Told>,
    /// Set where the cursor is to be put in the field.
    wants_cursor: bool,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum Bar {
    #[default]
    Find,
    Replace,
}

/// What replacing came to, in words.
struct Told {
    words: String,
    /// The state of the collection before, where something was replaced.
    before: Option<SavePoint>,
}

/// What was found, and what finds it.
struct Found {
    needle: Needle,
    results: Arc<Results>,
    /// How many there are, and how many of them are to be replaced.
    count: (usize, usize),
    /// In how many charters.
    charters: usize,
}

/// A panel with no more room than this below the fields is low.
const LOW: f32 = 60.0;

fn field_id() -> Id {
    Id::unique("everywhere-words")
}

fn by_id() -> Id {
    Id::unique("everywhere-with")
}

impl Everywhere {
    /// Puts the cursor into the field, with words to look for where some are given.
    pub fn open(&mut self, words: Option<String>) {
        if let Some(words) = words {
            self.asked.query.words = words;
        }
        self.wants_cursor = true;
    }

    /// The same, with the field for other words.
    pub fn open_to_replace(&mut self, words: Option<String>) {
        self.bar = Bar::Replace;
        self.open(words);
    }

    pub fn ui(
        &mut self,
        ui: &mut Ui,
        scene: &Scene<'_>,
        (session, jobs): (&Session, &Jobs),
        actions: &mut Vec<Action>,
    ) {
        let before = (self.asked.clone(), self.by.clone());
        self.fields_ui(ui, scene, session);
        // A low panel has its room for what was found.
        if ui.available_height() > LOW {
            self.choices_ui(ui, scene);
        }
        let is_other = (&before.0, &before.1) != (&self.asked, &self.by);
        // What replacing came to is no more once it is undone.
        let is_undone = |told: &Told| told.before == Some(session.save_point());
        if is_other || self.told.as_ref().is_some_and(is_undone) {
            self.told = None;
        }
        let needle = match self.needle() {
            Ok(needle) => needle,
            Err(why) => {
                self.found.forget();
                no_needle_ui(ui, scene.words, why);
                return;
            }
        };
        if self.bar == Bar::Replace
            && let Some(part) = needle.unknown_part(&self.by)
        {
            no_part_ui(ui, scene.words, part);
        }
        self.look(ui, needle, (session, jobs));
        self.replace(ui, scene, (session, jobs), actions);
        if let Some(told) = &self.told {
            ui.label(&told.words);
        }
        let by = (self.bar == Bar::Replace).then_some(self.by.as_str());
        let is_fresh = self.found.fresh(session, &self.asked).is_some();
        if let Some(found) = self.found.made_mut() {
            let wanted = self.lines.ui(ui, scene, found, (by, is_fresh));
            actions.extend(wanted);
        }
    }

    /// What finds what is asked for, made once.
    fn needle(&mut self) -> Result<Needle, NoNeedle> {
        match &self.needle {
            Some((asked, needle)) if *asked == self.asked => needle.clone(),
            _ => {
                let needle = Needle::of(&self.asked);
                self.needle = Some((self.asked.clone(), needle.clone()));
                needle
            }
        }
    }

    /// Searches again where what is asked, or the collection, has changed.
    fn look(&mut self, ui: &Ui, needle: Needle, around: (&Session, &Jobs)) {
        // What is left out is so of what was asked, and of nothing else.
        let before = self.found.made_for(&self.asked);
        let before = before.map(|found| Arc::clone(&found.results));
        let before = before.unwrap_or_default();
        let is_new = self.found.keep_up(ui, around, &self.asked, {
            move |collection, asked, cancel, progress| {
                found(collection, asked, needle, &before, (cancel, progress))
            }
        });
        if is_new {
            self.lines.renew();
        }
    }

    fn fields_ui(&mut self, ui: &mut Ui, scene: &Scene<'_>, session: &Session) {
        // Both fields and the buttons stand on one line, if they can.
        let width = (ui.available_width() * 0.2).clamp(215.0, 250.0);
        let words = scene.words;
        ui.horizontal_wrapped(|ui| {
            ui.set_row_height(ui.spacing().interact_size.y);
            ui.label(ICON_SEARCH.rich_text().size(18.0));
            // The click that opened the panel, in a menu, would take the cursor away again.
            if self.wants_cursor && !ui.input(|input| input.pointer.any_click()) {
                self.wants_cursor = false;
                select_all(ui, field_id(), &self.asked.query.words);
            }
            self.enter(ui);
            let edit = TextEdit::singleline(&mut self.asked.query.words)
                .id(field_id())
                .desired_width(width)
                .hint_text(words.say("everywhere-words"));
            let response = ui.add(edit);
            named_field(ui, &response, &words.say("everywhere-words"));
            let mut replaces = self.bar == Bar::Replace;
            let name = words.say("everywhere-replace");
            let toggle = ui.toggle_value(&mut replaces, (ICON_FIND_REPLACE.rich_text(), &*name));
            named(&toggle, Role::CheckBox, &name);
            self.bar = if replaces { Bar::Replace } else { Bar::Find };
            if replaces {
                let edit = TextEdit::singleline(&mut self.by)
                    .id(by_id())
                    .desired_width(width)
                    .hint_text(words.say("everywhere-with"));
                let response = ui.add(edit);
                let hint = words.say("everywhere-with-hint");
                named_field(ui, &response, &words.say("everywhere-with"));
                if self.asked.pattern {
                    response.on_hover_text(&*hint);
                }
                self.replace_button_ui(ui, words, session);
            }
            if let Some(found) = self.found.made() {
                ui.label(counted(words, found));
            }
            self.found.progress_ui(ui, words);
        });
    }

    /// What Enter does in the field, before it sees it: the cursor goes to what was found.
    fn enter(&mut self, ui: &Ui) {
        let is_in = ui.memory(|memory| memory.has_focus(field_id()));
        if is_in && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter)) {
            self.lines.take_cursor();
        }
    }

    fn replace_button_ui(&mut self, ui: &mut Ui, words: &Words, session: &Session) {
        let fresh = self.found.fresh(session, &self.asked);
        let count = fresh.map_or(0, |found| found.count.1);
        let label = words.say_of("everywhere-replace-all", &[("count", count.into())]);
        let needle = self.needle();
        let unknown = needle.as_ref().ok();
        let unknown = unknown.and_then(|needle| needle.unknown_part(&self.by));
        let may = count > 0 && !self.is_replacing && unknown.is_none();
        if ui.add_enabled(may, Button::new(&*label)).clicked() {
            self.is_replacing = true;
            self.replacing.forget();
        }
    }

    fn choices_ui(&mut self, ui: &mut Ui, scene: &Scene<'_>) {
        let words = scene.words;
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = APART;
            let is_words = !self.asked.pattern;
            let query = &mut self.asked.query;
            for (on, may, label, hint) in [
                (&mut query.case, true, "find-case", "find-case-hint"),
                (
                    &mut query.whole_words,
                    true,
                    "find-whole",
                    "find-whole-hint",
                ),
                (
                    &mut query.accents,
                    is_words,
                    "find-accents",
                    "find-accents-hint",
                ),
                (
                    &mut self.asked.pattern,
                    true,
                    "everywhere-pattern",
                    "everywhere-pattern-hint",
                ),
            ] {
                ui.add_enabled(may, egui::Checkbox::new(on, words.say(label)))
                    .on_hover_text(words.say(hint));
            }
            language_ui(ui, scene, &mut self.asked.language);
            choice_ui(
                ui,
                words,
                "everywhere-charters",
                &mut self.asked.charters,
                &[
                    (Charters::All, "everywhere-charters-all"),
                    (Charters::Models, "everywhere-charters-models"),
                    (Charters::Platforms, "everywhere-charters-platforms"),
                ],
            );
            choice_ui(
                ui,
                words,
                "everywhere-texts",
                &mut self.asked.texts,
                &[
                    (Texts::All, "everywhere-texts-all"),
                    (Texts::Headings, "everywhere-texts-headings"),
                    (Texts::Bodies, "everywhere-texts-bodies"),
                    (Texts::Tables, "everywhere-texts-tables"),
                    (Texts::Values, "everywhere-texts-values"),
                ],
            );
        });
    }

    /// Goes on with replacing: what it comes to is one change, made of what was searched last.
    fn replace(
        &mut self,
        ui: &Ui,
        scene: &Scene<'_>,
        (session, jobs): (&Session, &Jobs),
        actions: &mut Vec<Action>,
    ) {
        if !self.is_replacing {
            return;
        }
        // What has changed meanwhile is looked at again before anything is replaced in it.
        let Some(found) = self.found.fresh(session, &self.asked) else {
            self.is_replacing = false;
            return;
        };
        let (results, needle) = (Arc::clone(&found.results), found.needle.clone());
        let question = (self.asked.clone(), self.by.clone());
        let make =
            move |collection: &Collection, (_, by): &(Asked, String), _: &Cancel, _: &Progress| {
                Some(replace(collection, &results, &needle, by))
            };
        self.replacing.keep_up(ui, (session, jobs), &question, make);
        if self.replacing.is_given_up() {
            self.is_replacing = false;
            return;
        }
        let Some(replaced) = self.replacing.fresh(session, &question) else {
            return;
        };
        self.is_replacing = false;
        let told = told(scene.words, replaced);
        actions.extend(replaced.change.clone().map(Action::Change));
        actions.push(Action::Notice(told.clone()));
        self.told = Some(Told {
            words: told,
            before: replaced.change.is_some().then(|| session.save_point()),
        });
        self.replacing.forget();
    }
}

/// What is found in a collection; what was left out before stays so.
fn found(
    collection: &Collection,
    asked: &Asked,
    needle: Needle,
    before: &Results,
    (cancel, progress): (&Cancel, &Progress),
) -> Option<Found> {
    let mut results = search(collection, asked, &needle, cancel, progress)?;
    results.leave_out_as(before);
    Some(Found {
        count: results.count(),
        charters: results.charters(),
        needle,
        results: Arc::new(results),
    })
}

impl Found {
    /// Changes what is left out.
    fn choose(&mut self, choose: impl FnOnce(&mut Results)) {
        choose(Arc::make_mut(&mut self.results));
        self.count = self.results.count();
    }
}

/// How much was found, and in how many charters.
fn counted(words: &Words, found: &Found) -> String {
    let values = [
        ("count", found.count.0.into()),
        ("charters", found.charters.into()),
    ];
    words.say_of("everywhere-count", &values).into_owned()
}

/// What replacing came to, in words.
fn told(words: &Words, replaced: &Replaced) -> String {
    let values = [
        ("count", replaced.count.into()),
        ("charters", replaced.charters.into()),
    ];
    let mut told = words.say_of("everywhere-replaced", &values).into_owned();
    for (key, count) in [
        ("find-skipped", replaced.skipped),
        ("everywhere-stale", replaced.stale),
    ] {
        if count > 0 {
            told.push(' ');
            told.push_str(&words.say_of(key, &[("count", count.into())]));
        }
    }
    told
}

/// Why nothing is looked for.
fn no_needle_ui(ui: &mut Ui, words: &Words, why: NoNeedle) {
    let key = match why {
        NoNeedle::Nothing => "everywhere-nothing",
        NoNeedle::NotAPattern => "everywhere-not-a-pattern",
        NoNeedle::Unsupported => "everywhere-unsupported",
        NoNeedle::TooLarge => "everywhere-too-large",
    };
    let palette = Palette::now(ui.ctx());
    let colour = match why {
        NoNeedle::Nothing => palette.weak,
        NoNeedle::NotAPattern | NoNeedle::Unsupported | NoNeedle::TooLarge => palette.warning,
    };
    ui.label(RichText::new(words.say(key)).color(colour));
}

/// Why nothing is replaced: the words speak of a part that the pattern does not have.
fn no_part_ui(ui: &mut Ui, words: &Words, part: &str) {
    let told = words.say_of("everywhere-no-part", &[("part", part.into())]);
    let colour = Palette::now(ui.ctx()).warning;
    ui.label(RichText::new(told).color(colour));
}

/// The language that is searched, or all.
fn language_ui(ui: &mut Ui, scene: &Scene<'_>, chosen: &mut Option<Language>) {
    let words = scene.words;
    let name = |language: Option<&Language>| match language {
        None => words.say("everywhere-languages-all").into_owned(),
        Some(language) => {
            let values = [("language", language.as_str().into())];
            words.say_of("everywhere-language-in", &values).into_owned()
        }
    };
    let languages = &scene.collection.languages;
    if languages.len() < 2 {
        return;
    }
    let said = name(chosen.as_ref());
    let shown = ComboBox::from_id_salt("everywhere-language")
        .selected_text(&said)
        .show_ui(ui, |ui| {
            ui.selectable_value(chosen, None, name(None));
            for language in languages {
                let value = Some(language.clone());
                ui.selectable_value(chosen, value, name(Some(language)));
            }
        });
    let label = words.say("everywhere-language");
    named(&shown.response, Role::ComboBox, &format!("{label} {said}"));
}

/// A choice among a few.
fn choice_ui<T: Copy + PartialEq>(
    ui: &mut Ui,
    words: &Words,
    label: &str,
    chosen: &mut T,
    among: &[(T, &str)],
) {
    let said = among.iter().find(|(it, _)| it == chosen);
    let said = said.map_or_else(Default::default, |(_, key)| words.say(key));
    let shown = ComboBox::from_id_salt(label)
        .selected_text(&*said)
        .show_ui(ui, |ui| {
            for (it, key) in among {
                ui.selectable_value(chosen, *it, words.say(key));
            }
        });
    let label = words.say(label);
    named(&shown.response, Role::ComboBox, &format!("{label} {said}"));
}
