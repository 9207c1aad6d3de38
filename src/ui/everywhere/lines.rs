//! The list of what was found: a line for each charter and, below it, one for each match with the
//! words around it. Only those in sight are drawn.

use std::ops::Range;

use egui::accesskit::Toggled;
use egui::text::LayoutJob;
use egui::{Align, Checkbox, Id, Rect, Role, ScrollArea, Sense, Ui, WidgetInfo, vec2};

use super::Found;
use crate::model::{Owner, Span};
use crate::ui::command::Command;
use crate::ui::dialogs::laid_out;
use crate::ui::line::{Weight, is_chosen, letters, paint_ground, paint_words, words_within};
use crate::ui::places::Places;
use crate::ui::scene::{Action, Scene, field_label};
use crate::ui::theme::Palette;
use crate::ui::widgets::named;
use crate::workspace::find::everywhere::{Group, Hit, Holder, Home, Match, Results};

const LINE: f32 = 27.0;
/// How many lines are shown at most; all that was found is counted and replaced.
const SHOWN: usize = 100_000;
/// How much of a text is shown before and after what was found, in characters.
const BEFORE: usize = 32;
const AFTER: usize = 160;
/// The room on a line for a place, from the side.
fn place_room(line: f32) -> f32 {
    (line * 0.3).clamp(200.0, 480.0)
}

/// What the list remembers between frames.
#[derive(Default)]
pub struct Lines {
    /// The number of the line where each group begins, and how many there are.
    starts: Vec<usize>,
    places: Places,
    /// Whether the first line gets the cursor once it is drawn.
    wants_cursor: bool,
}

/// What stands on a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Line {
    Group(usize),
    Match(usize, usize),
}

/// What a person asks of a line.
enum Asked {
    Go,
    LeaveOut(bool),
}

impl Lines {
    /// Looks at what was found anew.
    pub fn renew(&mut self) {
        self.starts.clear();
        self.places.forget();
    }

    /// Puts the cursor on the first match.
    pub fn take_cursor(&mut self) {
        self.wants_cursor = true;
    }

    /// Shows what was found, with what is to stand there where that is asked for; tells where the
    /// person goes.
    pub fn ui(
        &mut self,
        ui: &mut Ui,
        scene: &Scene<'_>,
        found: &mut Found,
        (by, is_fresh): (Option<&str>, bool),
    ) -> Option<Action> {
        if self.starts.is_empty() {
            self.starts = starts(&found.results);
        }
        ui.spacing_mut().item_spacing.y = 0.0;
        let count = self.starts.last().copied().unwrap_or_default().min(SHOWN);
        let mut asked = None;
        let scroll = ScrollArea::vertical().id_salt("everywhere");
        scroll
            .auto_shrink(false)
            .min_scrolled_height(LINE)
            .show_rows(ui, LINE, count, |ui, rows| {
                for row in rows {
                    let Some(line) = self.line(row) else {
                        continue;
                    };
                    let now = match line {
                        Line::Group(group) => {
                            group_ui(ui, scene, found, group, (by.is_some(), is_fresh))
                        }
                        Line::Match(group, number) => {
                            let what = (by, is_fresh);
                            self.match_ui(ui, scene, found, (group, number), what)
                        }
                    };
                    asked = now.map(|now| (line, now)).or(asked.take());
                }
            });
        let (line, asked) = asked?;
        match (line, asked) {
            (Line::Group(group), Asked::Go) => Some(go_to_group(found.results.groups.get(group)?)),
            (Line::Match(group, number), Asked::Go) => {
                let (hit, it) = found.results.groups.get(group)?.at(number)?;
                Some(go_to(hit, it, is_fresh))
            }
            (line, Asked::LeaveOut(left_out)) => {
                found.choose(|results| match line {
                    Line::Group(group) => {
                        if let Some(group) = results.groups.get_mut(group) {
                            group.leave_out(left_out);
                        }
                    }
                    Line::Match(group, number) => {
                        if let Some(group) = results.groups.get_mut(group) {
                            group.leave_out_one(number, left_out);
                        }
                    }
                });
                None
            }
        }
    }

    fn line(&self, row: usize) -> Option<Line> {
        let group = self.starts.partition_point(|start| *start <= row);
        let group = group.checked_sub(1)?;
        Some(match row - self.starts.get(group)? {
            0 => Line::Group(group),
            below => Line::Match(group, below - 1),
        })
    }

    fn match_ui(
        &mut self,
        ui: &mut Ui,
        scene: &Scene<'_>,
        found: &Found,
        (group, number): (usize, usize),
        (by, is_fresh): (Option<&str>, bool),
    ) -> Option<Asked> {
        let (hit, it) = found.results.groups.get(group)?.at(number)?;
        let place = self.place_of(scene, hit);
        let new = by.filter(|_| it.is_replaced());
        let new = new.map(|by| found.needle.replacement(&hit.text, &it.bytes, by));
        let around = Around::of(&hit.text, &it.bytes);
        let takes_cursor = (group, number) == (0, 0) && std::mem::take(&mut self.wants_cursor);
        let mut asked = None;
        ui.horizontal(|ui| {
            ui.add_space(24.0);
            if by.is_some() {
                let values = [("place", place.as_str().into())];
                let name = scene.words.say_of("everywhere-choose", &values);
                // What is about to be looked at again is not chosen among.
                let may = is_fresh && !it.breaks_field;
                let why = it
                    .breaks_field
                    .then(|| scene.words.say("everywhere-breaks-field"));
                asked = choice_ui(
                    ui,
                    &name,
                    if it.is_replaced() {
                        Tick::All
                    } else {
                        Tick::None
                    },
                    (may, why.as_deref()),
                );
            }
            let (_, rect) = ui.allocate_space(vec2(ui.available_width(), LINE));
            let id = Id::unique(("everywhere", group, number));
            let response = ui.interact(rect, id, Sense::click());
            let spoken = format!("{place} : {}", around.spoken(new.as_deref()));
            named(&response, Role::Button, &spoken);
            if takes_cursor {
                response.request_focus();
            }
            if response.gained_focus() {
                response.scroll_to_me(Some(Align::Center));
            }
            paint_ground(ui, &response, rect, None);
            let palette = Palette::now(ui.ctx());
            let room = place_room(rect.width());
            let mut job = words_within(room - 14.0);
            job.append(&place, 0.0, letters(13.0, Weight::Plain, palette.weak));
            let galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
            paint_words(ui, galley, rect, rect.left() + 6.0, palette.weak);
            around.paint(ui, new.as_deref(), rect.with_min_x(rect.left() + room));
            let hint = if it.breaks_field {
                scene.words.say("everywhere-breaks-field").into_owned()
            } else {
                spoken
            };
            if is_chosen(ui, &response.on_hover_text(hint)) {
                asked = Some(Asked::Go);
            }
        });
        asked
    }

    /// Where a text stands, in words.
    fn place_of(&mut self, scene: &Scene<'_>, hit: &Hit) -> String {
        let place = match &hit.home {
            Home::Charter(owner, element) => self.places.of(scene, owner, element),
            Home::Name(_) => scene.words.say("everywhere-name").into_owned(),
            Home::Url(_) => scene.words.say("everywhere-url").into_owned(),
            Home::Value(_, field) | Home::Default(field) => {
                let label = field_label(scene.collection, scene.words, field);
                let values = [("name", label.into())];
                scene.words.say_of("everywhere-value", &values).into_owned()
            }
        };
        match &hit.language {
            None => place,
            Some(language) => format!("{place} ({language})"),
        }
    }
}

/// The line where each group begins, and the one behind the last.
fn starts(results: &Results) -> Vec<usize> {
    let mut next = 0;
    let mut starts = vec![0];
    for group in &results.groups {
        next += 1 + group.count();
        starts.push(next);
    }
    starts
}

/// The line of a charter: its name, and how much was found in it.
fn group_ui(
    ui: &mut Ui,
    scene: &Scene<'_>,
    found: &Found,
    number: usize,
    (replaces, is_fresh): (bool, bool),
) -> Option<Asked> {
    let group = found.results.groups.get(number)?;
    let name = match &group.holder {
        Holder::Fields => scene.words.say("everywhere-fields").into_owned(),
        Holder::Charter(owner) => scene.name_of(owner),
    };
    let values = [
        ("name", name.as_str().into()),
        ("count", group.count().into()),
    ];
    let spoken = scene.words.say_of("everywhere-group", &values);
    let mut asked = None;
    ui.horizontal(|ui| {
        if replaces {
            let label = scene.words.say_of("everywhere-choose-all", &values);
            let may_be = || group.matches().filter(|it| !it.breaks_field);
            let tick = if !may_be().any(Match::is_replaced) {
                Tick::None
            } else if may_be().all(Match::is_replaced) {
                Tick::All
            } else {
                Tick::Some
            };
            let may = is_fresh && group.matches().any(|it| !it.breaks_field);
            let is_protected = group.matches().all(|it| it.breaks_field);
            let why = is_protected.then(|| scene.words.say("everywhere-breaks-field"));
            asked = choice_ui(ui, &label, tick, (may, why.as_deref()));
        }
        let (_, rect) = ui.allocate_space(vec2(ui.available_width(), LINE));
        let id = Id::unique(("everywhere-group", number));
        let response = ui.interact(rect, id, Sense::click());
        named(&response, Role::Button, &spoken);
        paint_ground(ui, &response, rect, None);
        let palette = Palette::now(ui.ctx());
        let mut job = words_within(rect.width() - 12.0);
        job.append(&name, 0.0, letters(14.0, Weight::Bold, palette.text));
        let count = scene.words.say_of("find-several", &values);
        let plain = letters(13.0, Weight::Plain, palette.weak);
        job.append(&count, 10.0, plain);
        let galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
        paint_words(ui, galley, rect, rect.left() + 6.0, palette.text);
        if is_chosen(ui, &response) {
            asked = Some(Asked::Go);
        }
    });
    asked
}

/// How much of what can be replaced is to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Tick {
    None,
    Some,
    All,
}

/// A tick for what is to be replaced, if it may be, or why it may not; what became of it, if it was
/// changed.
fn choice_ui(
    ui: &mut Ui,
    name: &str,
    tick: Tick,
    (may, why): (bool, Option<&str>),
) -> Option<Asked> {
    let mut chosen = tick != Tick::None;
    let checkbox = Checkbox::without_text(&mut chosen).indeterminate(tick == Tick::Some);
    let mut response = ui.add_enabled(may, checkbox);
    if let Some(why) = why {
        response = response.on_disabled_hover_text(why);
    }
    response.widget_info(|| WidgetInfo::selected(Role::CheckBox, may, tick != Tick::None, name));
    if tick == Tick::Some {
        let mixed = |node: &mut egui::accesskit::Node| node.set_toggled(Toggled::Mixed);
        ui.ctx().accesskit_node_builder(response.id, mixed);
    }
    response.changed().then_some(Asked::LeaveOut(!chosen))
}

/// What was found, and what stands around it on its line.
struct Around {
    before: String,
    found: String,
    after: String,
}

impl Around {
    fn of(text: &str, found: &Range<usize>) -> Self {
        let part = |range: Range<usize>| text.get(range).unwrap_or_default();
        let before = part(0..found.start);
        let after = part(found.end..text.len());
        Self {
            before: on_a_line(&last_words(before)),
            found: on_a_line(part(found.clone())),
            after: on_a_line(&first_words(after)),
        }
    }

    fn spoken(&self, new: Option<&str>) -> String {
        let Self {
            before,
            found,
            after,
        } = self;
        match new {
            None => format!("{before}{found}{after}"),
            Some(new) => format!("{before}{found} → {new}{after}"),
        }
    }

    /// Paints the words as they are read: those found in bold or, where others are to stand there,
    /// struck through before them.
    fn paint(&self, ui: &Ui, new: Option<&str>, rect: Rect) {
        let palette = Palette::now(ui.ctx());
        let mut job = words_within(rect.width() - 8.0);
        let plain = letters(14.0, Weight::Plain, palette.text);
        job.append(&self.before, 0.0, plain.clone());
        match new {
            None => {
                let bold = letters(14.0, Weight::Bold, palette.accent);
                job.append(&self.found, 0.0, bold);
            }
            Some(new) => {
                let spans = [
                    Span::Removed(self.found.clone()),
                    Span::Added(on_a_line(new)),
                ];
                let wrap = job.wrap.clone();
                append(&mut job, &laid_out(ui, &spans, 14.0));
                job.wrap = wrap;
            }
        }
        let galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
        let after = rect.left() + galley.size().x;
        paint_words(ui, galley, rect, rect.left(), palette.text);
        let mut job = words_within(rect.right() - after - 8.0);
        job.append(&self.after, 0.0, plain);
        let galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
        paint_words(ui, galley, rect, after, palette.text);
    }
}

/// The end of a text, from where a word begins.
fn last_words(text: &str) -> String {
    let Some((start, _)) = text.char_indices().rev().nth(BEFORE) else {
        return text.to_owned();
    };
    let end = text.get(start..).unwrap_or_default();
    match end.split_once(char::is_whitespace) {
        Some((_, words)) => format!("… {words}"),
        None => end.to_owned(),
    }
}

/// The start of a text, up to where a word ends.
fn first_words(text: &str) -> String {
    let Some((end, _)) = text.char_indices().nth(AFTER) else {
        return text.to_owned();
    };
    let start = text.get(..end).unwrap_or_default();
    match start.rsplit_once(char::is_whitespace) {
        Some((words, _)) => format!("{words} …"),
        None => start.to_owned(),
    }
}

/// Adds what is laid out to what is.
fn append(job: &mut LayoutJob, more: &LayoutJob) {
    for section in &more.sections {
        let Range { start, end } = section.byte_range.clone();
        let words = more.text.get(start.0..end.0);
        job.append(
            words.unwrap_or_default(),
            section.leading_space,
            section.format.clone(),
        );
    }
}

/// Words with every space and line end as one space.
fn on_a_line(words: &str) -> String {
    let space = |letter: char| if letter.is_whitespace() { ' ' } else { letter };
    words.chars().map(space).collect()
}

fn go_to_group(group: &Group) -> Action {
    match &group.holder {
        Holder::Fields => Action::Command(Command::CollectionProperties),
        Holder::Charter(owner) => Action::LookAt(owner.clone()),
    }
}

/// Goes to what was found; to its text alone where that may have changed since.
fn go_to(hit: &Hit, found: &Match, is_fresh: bool) -> Action {
    match &hit.home {
        Home::Charter(owner, element) => Action::Visit {
            owner: owner.clone(),
            language: hit.language.clone(),
            element: element.clone(),
            words: is_fresh.then(|| found.bytes.clone()),
        },
        Home::Name(owner) => Action::About(owner.clone(), Command::Properties),
        Home::Url(platform) | Home::Value(platform, _) => {
            let owner = Owner::Platform(platform.clone());
            Action::About(owner, Command::Properties)
        }
        Home::Default(_) => Action::Command(Command::CollectionProperties),
    }
}
