//! A list to choose from by typing: a field, and below it what its letters find, the best first.
//!
//! Candidates are prepared once; a key looks through all of them, so many a frame, and only the lines in sight are
//! drawn.

mod candidate;

use std::sync::Arc;

use egui::text::LayoutJob;
use egui::{
    Align2, Area, Color32, Context, Event, FontId, Frame, Id, ImeEvent, Key, Margin, Modal,
    Modifiers, Order, Rect, Role, ScrollArea, Sense, TextEdit, Ui, pos2, vec2,
};
use egui_material_icons::icons::ICON_SEARCH;

use super::line::{Weight, letters, paint_ground, paint_icon, paint_words, words_within};
use super::theme::Palette;
use super::widgets::{named, named_field};
use candidate::{AT_ONCE, Letters, Search};

pub use candidate::{Availability, Candidate};

/// A list as someone chooses from it.
#[derive(Debug)]
pub struct Chooser {
    letters: String,
    candidates: Vec<Arc<Candidate>>,
    /// The places of what the letters find, and the letters that they were found for.
    found: Vec<usize>,
    found_for: Option<String>,
    search: Search,
    /// Keys that came right after letters: they are for what those find.
    held: Vec<Event>,
    /// The line that Enter chooses.
    at: usize,
    /// Set where that line is to be brought into sight.
    moved: bool,
    /// How far the list is scrolled.
    scrolled: f32,
}

/// How a choice ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Chosen<T> {
    One(T),
    Nothing,
}

/// The words of a list.
pub struct Labels<'a> {
    /// What the field is for.
    pub field: &'a str,
    /// What is said where nothing is found.
    pub none: &'a str,
}

/// The keys that go through the lines or choose one.
const KEYS: [Key; 5] = [
    Key::ArrowDown,
    Key::ArrowUp,
    Key::PageDown,
    Key::PageUp,
    Key::Enter,
];
/// The height of a line.
const LINE: f32 = 30.0;
/// How many lines are seen at once.
const LINES: usize = 12;

impl Chooser {
    #[must_use]
    pub fn new(candidates: Vec<Arc<Candidate>>) -> Self {
        Self {
            letters: String::new(),
            candidates,
            found: Vec::new(),
            found_for: None,
            search: Search::default(),
            held: Vec::new(),
            at: 0,
            moved: true,
            scrolled: 0.0,
        }
    }

    /// Shows the list over the window, and tells how the choice ended: with the place of a
    /// candidate among those that were given, or with none.
    pub fn ui(&mut self, ctx: &Context, labels: &Labels<'_>) -> Option<Chosen<usize>> {
        let palette = Palette::now(ctx);
        let room = ctx.content_rect();
        let width = 680.0_f32.min(room.width() - 40.0);
        let top = (room.height() * 0.1).min(90.0);
        let area = Area::new(Id::unique("chooser"))
            .kind(egui::UiKind::Modal)
            .sense(Sense::hover())
            .order(Order::Foreground)
            .anchor(Align2::CENTER_TOP, vec2(0.0, top));
        let frame = Frame::popup(&ctx.global_style())
            .fill(palette.surface)
            .inner_margin(Margin::same(10));
        let modal = Modal::new(Id::unique("chooser")).area(area).frame(frame);
        let shown = modal.show(ctx, |ui| {
            ui.set_width(width);
            self.hold_keys(ui);
            // What is chosen is chosen from all that is found.
            let chooses = ui.input(|input| KEYS.iter().any(|key| input.key_pressed(*key)));
            self.look(if chooses { usize::MAX } else { AT_ONCE });
            let chosen = self.keys(ui);
            self.field_ui(ui, labels);
            if self.found_for.as_ref() != Some(&self.letters) {
                self.look(AT_ONCE);
            }
            if !self.search.is_over(&self.candidates) {
                ui.ctx().request_repaint();
            }
            let clicked = self.lines_ui(ui, labels);
            chosen.or(clicked)
        });
        let closed = shown.should_close().then_some(Chosen::Nothing);
        shown.inner.or(closed)
    }

    /// Finds what the letters find: anew if they changed, or more of it.
    fn look(&mut self, at_once: usize) {
        if self.found_for.as_ref() != Some(&self.letters) {
            self.search = Search::default();
            self.found_for = Some(self.letters.clone());
            self.at = 0;
            self.moved = true;
        } else if self.search.is_over(&self.candidates) {
            return;
        }
        self.search.go_on(&self.candidates, &self.letters, at_once);
        self.found = self.search.found();
    }

    /// Keeps the keys of the list that follow letters of the same frame for the next one, when
    /// the letters have found what they find.
    fn hold_keys(&mut self, ui: &Ui) {
        let before = std::mem::take(&mut self.held);
        let is_letter = |event: &Event| {
            matches!(
                event,
                Event::Text(_) | Event::Paste(_) | Event::Ime(ImeEvent::Commit(_))
            )
        };
        let is_key = |event: &Event| matches!(event, Event::Key { key, pressed: true, .. } if KEYS.contains(key));
        self.held = ui.input_mut(|input| {
            input.events.splice(0..0, before);
            let letter = input.events.iter().position(is_letter);
            let after = letter.unwrap_or(input.events.len());
            let key = input.events.iter().skip(after).position(is_key);
            key.map(|key| input.events.split_off(after + key))
                .unwrap_or_default()
        });
        if !self.held.is_empty() {
            ui.ctx().request_repaint();
        }
    }

    /// What the keys of a list do, before the field sees them.
    fn keys(&mut self, ui: &Ui) -> Option<Chosen<usize>> {
        let last = self.found.len().saturating_sub(1);
        let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        let before = self.at;
        if pressed(Key::ArrowDown) {
            self.at = if self.at == last { 0 } else { self.at + 1 };
        }
        if pressed(Key::ArrowUp) {
            self.at = self.at.checked_sub(1).unwrap_or(last);
        }
        if pressed(Key::PageDown) {
            self.at = (self.at + LINES - 1).min(last);
        }
        if pressed(Key::PageUp) {
            self.at = self.at.saturating_sub(LINES - 1);
        }
        self.moved |= self.at != before;
        if pressed(Key::Enter) {
            return self.choose(self.at);
        }
        None
    }

    fn choose(&self, line: usize) -> Option<Chosen<usize>> {
        let place = *self.found.get(line)?;
        let candidate = self.candidates.get(place)?;
        (candidate.availability == Availability::Now).then_some(Chosen::One(place))
    }

    fn field_ui(&mut self, ui: &mut Ui, labels: &Labels<'_>) {
        let palette = Palette::now(ui.ctx());
        ui.horizontal(|ui| {
            ui.label(ICON_SEARCH.rich_text().size(20.0).color(palette.weak));
            let hint = egui::RichText::new(labels.field).color(palette.weak);
            let edit = TextEdit::singleline(&mut self.letters)
                .id(Id::unique("chooser-field"))
                .hint_text(hint)
                .desired_width(f32::INFINITY);
            let response = ui.add(edit);
            named_field(ui, &response, labels.field);
            if let Some(current) = self.found.get(self.at)
                && let Some(candidate) = self.candidates.get(*current)
            {
                let line = candidate.id.accesskit_id();
                ui.ctx()
                    .accesskit_node_builder(response.id, |node| node.set_active_descendant(line));
            }
            if ui.memory(|memory| memory.focused()).is_none() {
                response.request_focus();
            }
        });
        ui.add_space(4.0);
    }

    fn lines_ui(&mut self, ui: &mut Ui, labels: &Labels<'_>) -> Option<Chosen<usize>> {
        let palette = Palette::now(ui.ctx());
        if self.found.is_empty() {
            if self.search.is_over(&self.candidates) {
                ui.colored_label(palette.weak, labels.none);
            }
            return None;
        }
        ui.spacing_mut().item_spacing.y = 0.0;
        let room = (ui.ctx().content_rect().bottom() - ui.cursor().top() - 40.0).max(LINE * 3.0);
        #[expect(clippy::cast_precision_loss, reason = "a dozen of lines")]
        let height = (LINE * LINES as f32).min(room);
        let mut scroll = ScrollArea::vertical()
            .id_salt("chooser")
            .max_height(height)
            // An area remembers how small it was when fewer lines were found.
            .min_scrolled_height(height)
            .auto_shrink([false, true]);
        if std::mem::take(&mut self.moved) {
            scroll = scroll.vertical_scroll_offset(self.offset(height));
        }
        let mut typed = Letters::new(&self.letters);
        let mut chosen = None;
        let shown = scroll.show_rows(ui, LINE, self.found.len(), |ui, lines| {
            for line in lines {
                let Some(candidate) = self.found.get(line).and_then(|it| self.candidates.get(*it))
                else {
                    continue;
                };
                let state = Line {
                    is_current: line == self.at,
                    bold: typed
                        .as_mut()
                        .map(|letters| letters.bold_letters(candidate))
                        .unwrap_or_default(),
                };
                if line_ui(ui, candidate, &state) {
                    chosen = self.choose(line);
                }
            }
        });
        self.scrolled = shown.state.clamped_offset().y;
        chosen
    }

    /// How far to scroll so that the current line is in sight.
    fn offset(&self, height: f32) -> f32 {
        #[expect(clippy::cast_precision_loss, reason = "no list has millions of lines")]
        let top = LINE * self.at as f32;
        self.scrolled.clamp((top + LINE - height).max(0.0), top)
    }
}

/// How a line is drawn.
struct Line {
    is_current: bool,
    /// The letters to draw bold, counted in the name and then the detail.
    bold: Vec<bool>,
}

fn line_ui(ui: &mut Ui, candidate: &Candidate, state: &Line) -> bool {
    let palette = Palette::now(ui.ctx());
    let (_, place) = ui.allocate_space(vec2(ui.available_width(), LINE));
    let response = ui.interact(place, candidate.id, Sense::click());
    named(&response, Role::Button, &candidate.spoken);
    let is_available = candidate.availability == Availability::Now;
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_selected(state.is_current);
        if !is_available {
            node.set_disabled();
        }
    });
    let fill = state.is_current.then_some(palette.selected);
    paint_ground(ui, &response, place, fill);
    if state.is_current {
        // Not by colour alone.
        let mark = Rect::from_min_max(place.min, pos2(place.left() + 3.0, place.bottom()));
        ui.painter().rect_filled(mark, 1.0, palette.accent);
    }
    let inside = place.shrink2(vec2(10.0, 0.0));
    if let Some(icon) = candidate.icon {
        paint_icon(ui, icon, 17.0, inside, inside.left() + 9.0, palette.weak);
    }
    let name = if is_available {
        palette.text
    } else {
        palette.weak
    };
    let font = FontId::proportional(13.0);
    let aside = candidate.aside.clone();
    let aside = ui.painter().layout_no_wrap(aside, font, palette.weak);
    let aside_left = inside.right() - aside.size().x;
    paint_words(ui, aside, inside, aside_left, palette.weak);
    let left = inside.left() + 28.0;
    let job = line_job(
        candidate,
        state,
        (name, palette.weak),
        aside_left - left - 14.0,
    );
    let galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
    paint_words(ui, galley, inside, left, palette.text);
    if !candidate.detail.is_empty() && response.hovered() {
        let told = format!("{} – {}", candidate.name, candidate.detail);
        return response.on_hover_text(told).clicked() && is_available;
    }
    response.clicked() && is_available
}

/// The name and the detail of a line in their colours, with the letters that were typed in bold.
fn line_job(
    candidate: &Candidate,
    state: &Line,
    (name, detail): (Color32, Color32),
    width: f32,
) -> LayoutJob {
    /// What parts the name from the detail, and counts as one letter between them.
    const BETWEEN: &str = "  ";
    let mut job = words_within(width);
    let mut bold = state.bold.iter().copied();
    append(&mut job, &candidate.name, 14.5, name, &mut bold);
    job.append(BETWEEN, 0.0, letters(13.0, Weight::Plain, detail));
    bold.next();
    append(&mut job, &candidate.detail, 13.0, detail, &mut bold);
    job
}

/// Adds words in runs of letters that are bold, and that are not.
fn append(
    job: &mut LayoutJob,
    words: &str,
    size: f32,
    colour: Color32,
    bold: &mut impl Iterator<Item = bool>,
) {
    let weights = bold.chain(std::iter::repeat(false));
    let mut run = String::new();
    let mut run_is_bold = false;
    for (letter, is_bold) in words.chars().zip(weights) {
        if is_bold != run_is_bold && !run.is_empty() {
            let weight = Weight::when_bold(run_is_bold);
            job.append(&run, 0.0, letters(size, weight, colour));
            run.clear();
        }
        run_is_bold = is_bold;
        run.push(letter);
    }
    if !run.is_empty() {
        let weight = Weight::when_bold(run_is_bold);
        job.append(&run, 0.0, letters(size, weight, colour));
    }
}
