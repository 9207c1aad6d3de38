//! The find bar: words in the charter that is looked at, one after the other, and others put in
//! their place.

use std::collections::HashMap;
use std::sync::{Arc, Weak};

use egui::text::CCursorRange;
use egui::text_edit::TextEditState;
use egui::{
    Align, Button, Frame, Id, Key, Layout, Margin, Modifiers, RichText, Role, Stroke, TextEdit,
    TextStyle, Ui,
};
use egui_material_icons::icons::{
    ICON_CLOSE, ICON_KEYBOARD_ARROW_DOWN, ICON_KEYBOARD_ARROW_UP, ICON_SEARCH,
};

use super::editor::{Editor, Marks};
use super::scene::{Action, Scene};
use super::theme::Palette;
use super::widgets::{APART, icon_button, named_field, text_width};
use crate::model::{Element, Language, Resolved};
use crate::workspace::changes::Scope;
use crate::workspace::find::{Found, Match, Query, Sight, search};

/// What the find bar remembers between frames.
pub struct Finder {
    bar: Bar,
    query: Query,
    by: String,
    scope: Scope,
    found: Found,
    /// What was searched, and for what.
    made_for: Option<(Weak<Resolved>, Language, Query)>,
    /// The match that the person has come to.
    current: Option<usize>,
    /// Where to go on once the charter has changed: an element and a byte of its text.
    resume: Option<(Element, usize)>,
    /// A step that a command asked for.
    asked: Option<Step>,
    /// Set where the cursor is to be put in the field.
    wants_cursor: bool,
    /// What replacing came to.
    told: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Bar {
    Closed,
    Find,
    Replace,
}

/// Which way to go among the matches.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    Next,
    Previous,
}

/// What a person did in the bar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Act {
    Step(Step),
    Close,
    ReplaceOne,
    ReplaceAll,
}

impl Default for Finder {
    fn default() -> Self {
        Self {
            bar: Bar::Closed,
            query: Query::default(),
            by: String::new(),
            scope: Scope::Here,
            found: Found::default(),
            made_for: None,
            current: None,
            resume: None,
            asked: None,
            wants_cursor: false,
            told: None,
        }
    }
}

fn field_id() -> Id {
    Id::unique("find-words")
}

fn by_id() -> Id {
    Id::unique("find-with")
}

impl Finder {
    /// Opens the bar, with words to look for where some are given.
    pub fn open(&mut self, words: Option<String>) {
        if self.bar == Bar::Closed {
            self.bar = Bar::Find;
        }
        self.look_for(words);
    }

    /// Opens the bar with the field for other words.
    pub fn open_to_replace(&mut self, words: Option<String>) {
        self.bar = Bar::Replace;
        self.look_for(words);
    }

    fn look_for(&mut self, words: Option<String>) {
        if let Some(words) = words {
            self.query.words = words;
        }
        self.wants_cursor = true;
        self.told = None;
    }

    /// Goes to the next match or the one before, once the bar is drawn.
    pub fn step(&mut self, step: Step) {
        if self.query.words.is_empty() {
            self.open(None);
            return;
        }
        if self.bar == Bar::Closed {
            self.bar = Bar::Find;
        }
        self.asked = Some(step);
    }

    /// Shows the bar, if it is open.
    pub fn ui(
        &mut self,
        ui: &mut Ui,
        scene: &Scene<'_>,
        editor: &mut Editor,
        actions: &mut Vec<Action>,
    ) {
        editor.tire_of_seeking();
        if self.bar == Bar::Closed {
            return;
        }
        self.look(ui, scene, editor);
        let palette = Palette::now(ui.ctx());
        let frame = Frame::new()
            .fill(palette.surface)
            .stroke(Stroke::new(1.0, palette.line))
            .corner_radius(6)
            .inner_margin(Margin::symmetric(8, 6));
        let acts = frame
            .show(ui, |ui| {
                ui.set_width(ui.available_width());
                self.bar_ui(ui, scene)
            })
            .inner;
        ui.add_space(4.0);
        // What was typed into the field is looked for at once.
        self.look(ui, scene, editor);
        let asked = self.asked.take().map(Act::Step);
        for act in acts.into_iter().chain(asked) {
            self.act(act, ui, scene, editor, actions);
        }
    }

    /// Looks for the words again where they, or the charter, have changed.
    fn look(&mut self, ui: &Ui, scene: &Scene<'_>, editor: &mut Editor) {
        let resolved = scene.resolved;
        let is_known = self.made_for.as_ref().is_some_and(|(of, language, query)| {
            of.as_ptr() == Arc::as_ptr(resolved)
                && language == scene.language
                && *query == self.query
        });
        if is_known {
            return;
        }
        let is_new = self
            .made_for
            .as_ref()
            .is_none_or(|(.., query)| *query != self.query);
        // The search goes on from the match that one had come to, or else from the cursor.
        let at = self.current.and_then(|at| self.found.matches.get(at));
        let at = at.map(|it| (it.element.clone(), it.bytes.start));
        let cursor = || {
            let byte = editor.cursor_byte(ui.ctx(), scene).unwrap_or_default();
            Some((editor.focus.clone()?, byte))
        };
        let had_come = at.is_some();
        let resume = self.resume.take();
        let resumed = resume.is_some();
        let from = resume.or(at).or_else(cursor);
        let from = from.as_ref().map(|(element, byte)| (element, *byte));
        self.found = search(resolved, scene.language, &self.query, from);
        let keeps = is_new || had_come || resumed;
        self.current = (keeps && !self.found.matches.is_empty()).then_some(self.found.next);
        self.made_for = Some((
            Arc::downgrade(resolved),
            scene.language.clone(),
            self.query.clone(),
        ));
        self.mark(editor);
        if (is_new || resumed)
            && let Some(target) = self.current_match().map(target)
        {
            editor.bring_into_sight(target);
        }
    }

    fn current_match(&self) -> Option<&Match> {
        self.found.matches.get(self.current?)
    }

    /// Has the matches marked in the editor.
    fn mark(&self, editor: &mut Editor) {
        let mut marks = Marks {
            by_element: HashMap::new(),
            current: self
                .current_match()
                .map(|it| (it.element.clone(), it.chars.clone())),
        };
        for it in &self.found.matches {
            let ranges = marks.by_element.entry(it.element.clone()).or_default();
            ranges.push(it.chars.clone());
        }
        editor.mark(marks);
    }

    fn bar_ui(&mut self, ui: &mut Ui, scene: &Scene<'_>) -> Vec<Act> {
        let words = scene.words;
        let mut acts = Vec::new();
        self.keys(ui, &mut acts);
        let width = self.field_width(ui, scene);
        let count = self.count(scene);
        let mut is_counted = false;
        ui.horizontal(|ui| {
            ui.label(ICON_SEARCH.rich_text().size(18.0));
            // The click that opened the bar, in a menu, would take the cursor away again.
            if self.wants_cursor && !ui.input(|input| input.pointer.any_click()) {
                self.wants_cursor = false;
                select_all(ui, field_id(), &self.query.words);
            }
            let edit = TextEdit::singleline(&mut self.query.words)
                .id(field_id())
                .desired_width(width)
                .hint_text(words.say("find-words"));
            let response = ui.add(edit);
            named_field(ui, &response, &words.say("find-words"));
            if response.changed() {
                self.told = None;
            }
            if left_by_escape(ui, &response) {
                acts.push(Act::Close);
            }
            let some = !self.found.matches.is_empty();
            for (icon, key, step) in [
                (
                    ICON_KEYBOARD_ARROW_UP,
                    "command-find-previous",
                    Step::Previous,
                ),
                (ICON_KEYBOARD_ARROW_DOWN, "command-find-next", Step::Next),
            ] {
                if icon_button(ui, icon, &words.say(key), some).clicked() {
                    acts.push(Act::Step(step));
                }
            }
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                if icon_button(ui, ICON_CLOSE, &words.say("find-close"), true).clicked() {
                    acts.push(Act::Close);
                }
                ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                    is_counted = text_width(ui, &count, TextStyle::Body) <= ui.available_width();
                    if is_counted {
                        ui.label(&count);
                    }
                });
            });
        });
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = APART;
            for (on, label, hint) in [
                (&mut self.query.case, "find-case", "find-case-hint"),
                (&mut self.query.whole_words, "find-whole", "find-whole-hint"),
                (&mut self.query.accents, "find-accents", "find-accents-hint"),
            ] {
                ui.checkbox(on, words.say(label))
                    .on_hover_text(words.say(hint));
            }
            if !is_counted {
                ui.label(&count);
            }
        });
        if self.bar == Bar::Replace {
            self.replace_ui(ui, scene, &mut acts);
        }
        acts
    }

    /// How wide the two fields are, one above the other: what their lines have room for, beside
    /// the buttons.
    fn field_width(&self, ui: &Ui, scene: &Scene<'_>) -> f32 {
        const LEAST: f32 = 140.0;
        const MOST: f32 = 320.0;
        /// Nothing moves while fewer are found.
        const MANY: usize = 9999;
        let gap = ui.spacing().item_spacing.x;
        let icon = 18.0 + gap;
        let of_button = |words: &str| {
            text_width(ui, words, TextStyle::Button) + 2.0 * ui.spacing().button_padding.x + gap
        };
        let count = [("count", self.found.matches.len().max(MANY).into())];
        let one = of_button(&scene.words.say("find-replace-one"));
        let all = of_button(&scene.words.say_of("find-replace-all", &count));
        // The margins of a field stand around its width.
        let room = ui.available_width() - icon - one - all - 10.0;
        room.clamp(LEAST, MOST)
    }

    /// What Enter does in the fields, before they see it: the cursor stays there.
    fn keys(&self, ui: &Ui, acts: &mut Vec<Act>) {
        let pressed = |modifiers| ui.input_mut(|input| input.consume_key(modifiers, Key::Enter));
        let is_in = |id| ui.memory(|memory| memory.has_focus(id));
        if is_in(field_id()) {
            if pressed(Modifiers::SHIFT) {
                acts.push(Act::Step(Step::Previous));
            } else if pressed(Modifiers::NONE) {
                acts.push(Act::Step(Step::Next));
            }
        } else if is_in(by_id()) && pressed(Modifiers::NONE) {
            acts.push(Act::ReplaceOne);
        }
    }

    fn count(&self, scene: &Scene<'_>) -> String {
        let words = scene.words;
        let count = self.found.matches.len();
        if self.query.words.is_empty() {
            return String::new();
        }
        let values = [
            ("at", self.current.map_or(0, |at| at + 1).into()),
            ("count", count.into()),
        ];
        let key = match self.current_match().map(|it| it.sight) {
            _ if count == 0 => "find-none",
            None => "find-several",
            Some(Sight::Shown) => "find-count",
            Some(Sight::Hidden) => "find-count-hidden",
        };
        words.say_of(key, &values).into_owned()
    }

    fn replace_ui(&mut self, ui: &mut Ui, scene: &Scene<'_>, acts: &mut Vec<Act>) {
        let words = scene.words;
        let palette = Palette::now(ui.ctx());
        let width = self.field_width(ui, scene);
        ui.horizontal_wrapped(|ui| {
            let icon = egui_material_icons::icons::ICON_FIND_REPLACE;
            ui.label(icon.rich_text().size(18.0));
            let edit = TextEdit::singleline(&mut self.by)
                .id(by_id())
                .desired_width(width)
                .hint_text(words.say("find-with"));
            let response = ui.add(edit);
            named_field(ui, &response, &words.say("find-with"));
            if left_by_escape(ui, &response) {
                acts.push(Act::Close);
            }
            let count = self.found.matches.len();
            let one = Button::new(words.say("find-replace-one"));
            if ui.add_enabled(self.current.is_some(), one).clicked() {
                acts.push(Act::ReplaceOne);
            }
            let all = words.say_of("find-replace-all", &[("count", count.into())]);
            if ui.add_enabled(count > 0, Button::new(all)).clicked() {
                acts.push(Act::ReplaceAll);
            }
        });
        if !self.found.holders.is_empty() {
            let reach = self.found.holders.iter().map(|it| scene.reach_of(it));
            let reach = reach.max().unwrap_or_default();
            ui.horizontal_wrapped(|ui| {
                ui.spacing_mut().item_spacing.x = APART;
                let everywhere = words.say_of("find-everywhere", &[("count", reach.into())]);
                for (scope, label, hint) in [
                    (Scope::Here, words.say("find-here"), "find-here-hint"),
                    (Scope::Everywhere, everywhere, "find-everywhere-hint"),
                ] {
                    let button = ui.radio(self.scope == scope, &*label);
                    super::widgets::named(&button, Role::RadioButton, &label);
                    if button.on_hover_text(words.say(hint)).clicked() {
                        self.scope = scope;
                    }
                }
            });
        }
        if let Some(told) = &self.told {
            ui.label(RichText::new(told).color(palette.text));
        }
    }

    fn act(
        &mut self,
        act: Act,
        ui: &Ui,
        scene: &Scene<'_>,
        editor: &mut Editor,
        actions: &mut Vec<Action>,
    ) {
        match act {
            Act::Step(step) => self.go(step, ui, editor, actions),
            Act::Close => {
                self.bar = Bar::Closed;
                self.told = None;
                // The next time, it is searched from the cursor.
                self.made_for = None;
                editor.mark(Marks::default());
                if let Some(current) = self.current_match() {
                    actions.push(select(current));
                }
                self.current = None;
            }
            Act::ReplaceOne => {
                let Some(current) = self.current_match().cloned() else {
                    return;
                };
                let after = current.bytes.start + self.by.len();
                self.replace(scene, std::slice::from_ref(&current), actions);
                if current.breaks_field {
                    self.go(Step::Next, ui, editor, actions);
                } else {
                    self.resume = Some((current.element, after));
                    // The same words may stand there now.
                    self.made_for = None;
                }
            }
            Act::ReplaceAll => {
                let matches = std::mem::take(&mut self.found.matches);
                self.replace(scene, &matches, actions);
                self.current = None;
                self.made_for = None;
            }
        }
        ui.ctx().request_repaint();
    }

    fn replace(&mut self, scene: &Scene<'_>, matches: &[Match], actions: &mut Vec<Action>) {
        let replaced = scene
            .charters()
            .replace(scene.language, matches, &self.by, self.scope);
        let say = |key: &str, count: usize| {
            scene
                .words
                .say_of(key, &[("count", count.into())])
                .into_owned()
        };
        let mut told = say("find-replaced", replaced.count);
        if replaced.skipped > 0 {
            told = format!("{told} {}", say("find-skipped", replaced.skipped));
        }
        self.told = Some(told);
        actions.extend(replaced.change.map(Action::Change));
    }

    /// Goes to the next match or the one before. Where the cursor is in the bar it stays there;
    /// elsewhere it goes to the words.
    fn go(&mut self, step: Step, ui: &Ui, editor: &mut Editor, actions: &mut Vec<Action>) {
        let count = self.found.matches.len();
        let Some(last) = count.checked_sub(1) else {
            self.wants_cursor = true;
            return;
        };
        self.current = Some(match (self.current, step) {
            (None, Step::Next) => self.found.next.min(last),
            (None, Step::Previous) => self.found.next.checked_sub(1).unwrap_or(last),
            (Some(at), Step::Next) => {
                if at >= last {
                    0
                } else {
                    at + 1
                }
            }
            (Some(at), Step::Previous) => at.checked_sub(1).unwrap_or(last),
        });
        self.mark(editor);
        let Some(current) = self.current_match() else {
            return;
        };
        let stays = ui.memory(|memory| memory.has_focus(field_id()) || memory.has_focus(by_id()));
        if stays {
            editor.bring_into_sight(target(current));
        } else {
            actions.push(select(current));
        }
        ui.ctx().request_repaint();
    }
}

/// Where one is brought for a match: what is in a hidden column has no place but its row.
fn target(found: &Match) -> Element {
    match &found.element {
        Element::Cell(cell) if found.sight == Sight::Hidden => Element::Row(cell.row_address()),
        element => element.clone(),
    }
}

fn select(found: &Match) -> Action {
    match target(found) {
        row @ Element::Row(_) => Action::GoTo(row),
        element => Action::Select(element, found.bytes.clone()),
    }
}

/// Puts the cursor in a field before it is drawn, with all that it says selected.
pub fn select_all(ui: &Ui, id: Id, words: &str) {
    let mut state = TextEditState::load(ui.ctx(), id).unwrap_or_default();
    let all = CCursorRange::select_all_str(words);
    state.cursor.set_char_range(Some(all));
    state.store(ui.ctx(), id);
    ui.memory_mut(|memory| memory.request_focus(id));
}

pub fn left_by_escape(ui: &Ui, response: &egui::Response) -> bool {
    response.lost_focus() && ui.input(|input| input.key_pressed(Key::Escape))
}
