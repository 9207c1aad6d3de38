//! A list to choose from by typing: a field, and below it what its letters find, the best first.
//!
//! The letters need not stand together, accents and capitals do not matter. Candidates are
//! prepared once; a key looks through all of them, so many a frame, and only the lines in sight are
//! drawn.

use std::cmp::Reverse;
use std::sync::Arc;

use deunicode::deunicode_char;
use egui::text::{LayoutJob, TextFormat, TextWrapping};
use egui::{
    Align2, Area, Color32, Context, Event, FontFamily, FontId, Frame, Id, ImeEvent, Key, Margin,
    Modal, Modifiers, Order, Rect, Role, ScrollArea, Sense, Stroke, StrokeKind, TextEdit, Ui, pos2,
    vec2,
};
use egui_material_icons::MaterialIcon;
use egui_material_icons::icons::ICON_SEARCH;
use frizbee::{CaseMatching, Config, Match, Matcher, Pattern};

use super::theme::{BOLD, Palette};
use super::widgets::{named, named_field};

/// Something that can be chosen.
#[derive(Debug)]
pub struct Candidate {
    /// What the line is, so that it stays the same widget while the list changes.
    pub id: Id,
    pub icon: Option<MaterialIcon>,
    pub name: String,
    /// What is said after the name.
    pub detail: String,
    /// What stands at the right, such as keys.
    pub aside: String,
    /// How it is called by those who listen.
    pub spoken: String,
    pub availability: Availability,
    /// The name, and then the detail, in plain small letters.
    folded: String,
    name_length: usize,
}

/// Whether something can be chosen now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Availability {
    Now,
    NotNow,
}

impl Candidate {
    pub fn new(id: Id, icon: Option<MaterialIcon>, name: String, detail: String) -> Self {
        let mut folded = String::with_capacity(name.len() + detail.len() + 1);
        fold(&name, &mut folded);
        let name_length = folded.len();
        folded.push(' ');
        fold(&detail, &mut folded);
        Self {
            id,
            icon,
            spoken: name.clone(),
            name,
            detail,
            aside: String::new(),
            availability: Availability::Now,
            folded,
            name_length,
        }
    }

    fn folded_name(&self) -> &str {
        self.folded.get(..self.name_length).unwrap_or_default()
    }
}

/// Adds words in plain small letters.
fn fold(words: &str, folded: &mut String) {
    words.chars().for_each(|letter| fold_letter(letter, folded));
}

fn fold_letter(letter: char, folded: &mut String) {
    if letter.is_ascii() {
        folded.push(letter.to_ascii_lowercase());
    } else {
        match deunicode_char(letter) {
            Some(plain) => folded.push_str(&plain.to_ascii_lowercase()),
            None => folded.push(' '),
        }
    }
}

/// A search that goes on from frame to frame, so that none takes long however many candidates
/// there are.
#[derive(Debug, Default)]
struct Search {
    /// How many candidates were looked at.
    looked_at: usize,
    by_name: Vec<Ranked>,
    /// What only the details have follows, where its letters stand near each other.
    by_whole: Vec<Ranked>,
}

/// How well a candidate fits, and its place.
type Ranked = (Reverse<u16>, usize);

/// How many candidates are looked at at once.
const AT_ONCE: usize = 1500;

impl Search {
    /// Looks at the next candidates.
    fn go_on(&mut self, candidates: &[Arc<Candidate>], letters: &str, at_once: usize) {
        let first = self.looked_at;
        let rest = candidates.get(first..).unwrap_or_default();
        let Some(mut matcher) = matcher(letters) else {
            self.looked_at = candidates.len();
            let all = (first..candidates.len()).map(|place| (Reverse(0), place));
            self.by_name.extend(all);
            return;
        };
        let next = rest.get(..at_once).unwrap_or(rest);
        self.looked_at += next.len();
        let names: Vec<&str> = next.iter().map(|it| it.folded_name()).collect();
        let place = |it: &Match| it.index as usize;
        let mut is_found = vec![false; next.len()];
        for found in matcher.match_list(&names) {
            if let Some(is_found) = is_found.get_mut(place(&found)) {
                *is_found = true;
            }
            self.by_name
                .push((Reverse(found.score), first + place(&found)));
        }
        let numbered = next.iter().enumerate().zip(is_found);
        let (places, wholes): (Vec<usize>, Vec<&str>) = numbered
            .filter(|(_, is_found)| !is_found)
            .map(|((at, candidate), _)| (first + at, candidate.folded.as_str()))
            .unzip();
        let length = letters.chars().filter(|it| !it.is_whitespace()).count();
        let enough = u16::try_from(length.saturating_mul(NEAR)).unwrap_or(u16::MAX);
        let found = matcher.match_list(&wholes);
        let near = found.iter().filter(|it| it.score >= enough);
        let near = near.filter_map(|it| Some((Reverse(it.score), *places.get(place(it))?)));
        self.by_whole.extend(near);
        self.by_name.sort_unstable();
        self.by_whole.sort_unstable();
    }

    fn is_over(&self, candidates: &[Arc<Candidate>]) -> bool {
        self.looked_at >= candidates.len()
    }

    /// What was found so far, the best first.
    fn found(&self) -> Vec<usize> {
        let all = self.by_name.iter().chain(&self.by_whole);
        all.map(|(_, place)| *place).collect()
    }
}

/// What a letter of a match is worth at least where the letters stand near each other.
const NEAR: usize = 13;

/// What finds letters: each word of them by itself.
fn matcher(letters: &str) -> Option<Matcher> {
    let mut folded = String::with_capacity(letters.len());
    fold(letters, &mut folded);
    let patterns: Vec<Pattern> = folded.split_whitespace().map(Pattern::from).collect();
    let config = Config::default().casing(CaseMatching::Ignore);
    (!patterns.is_empty()).then(|| Matcher::from_patterns(&patterns, &config))
}

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
        let mut matcher = matcher(&self.letters);
        let mut chosen = None;
        let shown = scroll.show_rows(ui, LINE, self.found.len(), |ui, lines| {
            for line in lines {
                let Some(candidate) = self.found.get(line).and_then(|it| self.candidates.get(*it))
                else {
                    continue;
                };
                let state = Line {
                    is_current: line == self.at,
                    bold: bold_letters(matcher.as_mut(), candidate),
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

/// Which letters of a candidate's name and detail were typed, in the order of its letters.
fn bold_letters(matcher: Option<&mut Matcher>, candidate: &Candidate) -> Vec<bool> {
    let Some(matcher) = matcher else {
        return Vec::new();
    };
    let found = matcher
        .match_one_indices(candidate.folded_name(), 0)
        .or_else(|| matcher.match_one_indices(&candidate.folded, 0));
    let Some(found) = found else {
        return Vec::new();
    };
    let mut typed = vec![false; candidate.folded.len()];
    for at in found.indices {
        if let Some(typed) = typed.get_mut(at as usize) {
            *typed = true;
        }
    }
    // Back from the plain letters to those that they stand for.
    let mut at = 0;
    let mut folded = String::new();
    let letters = candidate.name.chars().chain([' ']);
    letters
        .chain(candidate.detail.chars())
        .map(|letter| {
            folded.clear();
            fold_letter(letter, &mut folded);
            let range = at..at + folded.len();
            at = range.end;
            typed
                .get(range)
                .is_some_and(|typed| typed.iter().any(|it| *it))
        })
        .collect()
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
    let painter = ui.painter();
    if state.is_current {
        painter.rect_filled(place, 5.0, palette.selected);
        // Not by colour alone.
        let mark = Rect::from_min_max(place.min, pos2(place.left() + 3.0, place.bottom()));
        painter.rect_filled(mark, 1.0, palette.accent);
    } else if response.hovered() {
        painter.rect_filled(place, 5.0, palette.header);
    }
    if response.has_focus() {
        let stroke = Stroke::new(2.0, palette.accent);
        painter.rect_stroke(place, 5.0, stroke, StrokeKind::Inside);
    }
    let inside = place.shrink2(vec2(10.0, 0.0));
    let name_colour = if is_available {
        palette.text
    } else {
        palette.weak
    };
    if let Some(icon) = candidate.icon {
        let font = FontId::new(17.0, icon.font_family());
        let at = pos2(inside.left() + 9.0, inside.center().y);
        painter.text(
            at,
            Align2::CENTER_CENTER,
            icon.codepoint,
            font,
            palette.weak,
        );
    }
    let font = FontId::proportional(13.0);
    let aside = painter.layout_no_wrap(candidate.aside.clone(), font, palette.weak);
    let aside_at = pos2(
        inside.right() - aside.size().x,
        inside.center().y - aside.size().y / 2.0,
    );
    let aside_left = aside_at.x;
    painter.galley(aside_at, aside, palette.weak);
    let left = inside.left() + 28.0;
    let job = line_job(
        candidate,
        state,
        name_colour,
        palette.weak,
        aside_left - left - 14.0,
    );
    let galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
    let at = pos2(left, inside.center().y - galley.size().y / 2.0);
    ui.painter().galley(at, galley, name_colour);
    if !candidate.detail.is_empty() && response.hovered() {
        let told = format!("{} – {}", candidate.name, candidate.detail);
        return response.on_hover_text(told).clicked() && is_available;
    }
    response.clicked() && is_available
}

/// The name and the detail of a line, with the letters that were typed in bold.
fn line_job(
    candidate: &Candidate,
    state: &Line,
    name: Color32,
    detail: Color32,
    width: f32,
) -> LayoutJob {
    let mut job = LayoutJob {
        wrap: TextWrapping::truncate_at_width(width.max(40.0)),
        ..LayoutJob::default()
    };
    let mut number = 0;
    let parts = [
        (candidate.name.as_str(), 14.5, name),
        ("  ", 13.0, detail),
        (candidate.detail.as_str(), 13.0, detail),
    ];
    for (place, (words, size, color)) in parts.into_iter().enumerate() {
        let format = |bold: bool| TextFormat {
            font_id: FontId::new(
                size,
                if bold {
                    FontFamily::Name(BOLD.into())
                } else {
                    FontFamily::Proportional
                },
            ),
            color,
            ..TextFormat::default()
        };
        if place == 1 {
            job.append(words, 0.0, format(false));
            number += 1;
            continue;
        }
        let is_bold = |number: usize| state.bold.get(number).copied().unwrap_or(false);
        let mut run = String::new();
        let mut run_bold = false;
        for letter in words.chars() {
            let bold = is_bold(number);
            number += 1;
            if bold != run_bold && !run.is_empty() {
                job.append(&run, 0.0, format(run_bold));
                run.clear();
            }
            run_bold = bold;
            run.push(letter);
        }
        if !run.is_empty() {
            job.append(&run, 0.0, format(run_bold));
        }
    }
    job
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The places of the candidates that letters find, the best first.
    fn matching(candidates: &[Arc<Candidate>], letters: &str) -> Vec<usize> {
        let mut search = Search::default();
        search.go_on(candidates, letters, candidates.len());
        search.found()
    }

    fn candidates(names: &[(&str, &str)]) -> Vec<Arc<Candidate>> {
        let candidate = |(name, detail): &(&str, &str)| {
            let id = Id::unique((name, detail));
            Arc::new(Candidate::new(
                id,
                None,
                (*name).to_owned(),
                (*detail).to_owned(),
            ))
        };
        names.iter().map(candidate).collect()
    }

    #[test]
    fn letters_find_names_first_whatever_their_accents_and_capitals() {
        let all = candidates(&[
            ("Quitter", "demande ce qui n’est pas enregistré"),
            ("Enregistrer sous…", "Fichier"),
            ("Enregistrer", "Fichier"),
            ("Œuvres d’été", "Section"),
        ]);
        for (letters, best, count) in [
            ("enreg", 1, 3),
            ("ENRÉG", 1, 3),
            ("sous enr", 1, 1),
            ("oeuvres ete", 3, 1),
            ("", 0, 4),
        ] {
            let found = matching(&all, letters);
            assert_eq!(found.first(), Some(&best), "{letters}");
            assert_eq!(found.len(), count, "{letters}");
        }
        assert!(matching(&all, "xyz").is_empty());
    }

    #[test]
    fn a_search_over_many_frames_finds_what_one_at_once_does() {
        let names: Vec<_> = (0..200).map(|n| format!("donnees-{n}.fr")).collect();
        let detail = |at: usize| if at.is_multiple_of(3) { "ville 12" } else { "" };
        let numbered = names.iter().enumerate();
        let pairs: Vec<_> = numbered
            .map(|(at, name)| (name.as_str(), detail(at)))
            .collect();
        let all = candidates(&pairs);
        for letters in ["", "don", "12", "d1", "ville 12", "xyz"] {
            let mut search = Search::default();
            while !search.is_over(&all) {
                search.go_on(&all, letters, 7);
            }
            assert_eq!(search.found(), matching(&all, letters), "{letters}");
        }
    }

    #[test]
    fn the_letters_that_were_typed_are_bold_where_they_stand() {
        let all = candidates(&[("Œuvre d’été", "")]);
        let mut matcher = matcher("ete");
        let candidate = all.first().expect("there is one");
        let bold = bold_letters(matcher.as_mut(), candidate);
        let letters = candidate.name.chars().zip(bold);
        let shown: String = letters.filter(|it| it.1).map(|it| it.0).collect();
        assert_eq!(shown, "été");
    }
}
