//! The list of models and platforms at the left: one list of rows of one height, of which those in
//! sight are drawn.

mod found;
mod row;

use std::collections::HashSet;

use egui::{EventFilter, Id, Key, Modifiers, Rect, RichText, ScrollArea, TextEdit, Ui, pos2, vec2};
use egui_material_icons::icons::ICON_CLOSE;

use super::line::{as_number, as_points};
use super::scene::{Action, Scene, name_of};
use super::theme::Palette;
use super::widgets::{icon_button, named_field, type_into};
use crate::model::{Collection, Language, Owner};
use crate::words::Words;
use crate::workspace::changes::{language_of_name, rename, reorder};
use found::{Found, Group, Row, Rows, is_found};

/// What the list remembers between frames.
#[derive(Debug, Default)]
pub struct Platforms {
    filter: String,
    /// What the filter leaves, and what it was found for.
    found: Option<Found>,
    /// The groups whose rows are folded away.
    closed: HashSet<Group>,
    renaming: Option<Renaming>,
    dragged: Option<Owner>,
    /// The row that had the cursor last.
    cursor: Option<Row>,
    /// The row to bring into sight.
    reveal: Option<Owner>,
    /// The row whose menu a key opened, so that it stands at the row and not at the pointer.
    menu_by_key: Option<Owner>,
    /// Whether the list gets the cursor once it is drawn.
    wants_cursor: bool,
}

/// A name being changed in its row.
#[derive(Debug)]
struct Renaming {
    owner: Owner,
    /// The language that the name is shown in.
    language: Language,
    before: String,
    name: String,
    /// Whether the line has had the cursor.
    begun: bool,
}

impl Platforms {
    /// Lets the name of a model or a platform be changed in its row.
    pub fn rename(&mut self, owner: &Owner, collection: &Collection, words: &Words) {
        let name = match owner {
            Owner::Model(id) => collection.models.get(id).map(|it| &it.name),
            Owner::Platform(id) => collection.platforms.get(id).map(|it| &it.name),
        };
        let Some(name) = name else { return };
        let language = language_of_name(collection, name, words.language());
        let before = name.written(&language).unwrap_or_default().to_owned();
        self.reveal = Some(owner.clone());
        self.renaming = Some(Renaming {
            owner: owner.clone(),
            language,
            name: before.clone(),
            before,
            begun: false,
        });
    }

    /// Brings the row of a model or a platform into sight.
    pub fn reveal(&mut self, owner: &Owner) {
        self.reveal = Some(owner.clone());
    }

    /// Puts the cursor into the list once it is drawn: on the row of what is looked at, or else in
    /// the filter.
    pub fn take_cursor(&mut self) {
        self.wants_cursor = true;
    }

    /// Shows the list; `revision` tells when models or platforms have come, gone, changed places
    /// or got other names.
    pub fn ui(&mut self, ui: &mut Ui, scene: &Scene<'_>, revision: u64, actions: &mut Vec<Action>) {
        if let Some(owner) = &self.reveal {
            // What is to be seen is neither filtered out nor folded away.
            self.closed.remove(&Group::of(owner));
            if !is_found(scene.collection, scene.words, owner, &self.filter) {
                self.filter.clear();
            }
        }
        ui.add_space(4.0);
        let into_list = self.filter_ui(ui, scene.words);
        ui.add_space(4.0);
        let found = Found::of(self.found.take(), scene, &self.filter, revision);
        let rows = Rows {
            collection: scene.collection,
            found: found.as_ref(),
            closed: &self.closed.clone(),
        };
        let first = (0..rows.len()).find_map(|at| match rows.at(at)? {
            Row::Owner(owner) => Some(owner),
            Row::Group(_) => None,
        });
        if let (Some(into_list), Some(first)) = (into_list, first) {
            if into_list == IntoList::Open {
                actions.push(Action::LookAt(first.clone()));
            }
            self.give_cursor(ui, Row::Owner(first));
        }
        if std::mem::take(&mut self.wants_cursor) {
            let current = Row::Owner(scene.owner().clone());
            if rows.position(&current).is_some() {
                self.reveal = Some(scene.owner().clone());
                self.give_cursor(ui, current);
            } else {
                ui.memory_mut(|memory| memory.request_focus(filter_id()));
            }
        }
        if rows.is_empty() {
            ui.weak(scene.words.say("nothing-found"));
        }
        self.rows_ui(ui, scene, &rows, actions);
        self.found = found;
    }

    /// The line that the list is filtered by; whether a key leads from it into the list.
    fn filter_ui(&mut self, ui: &mut Ui, words: &Words) -> Option<IntoList> {
        let palette = Palette::now(ui.ctx());
        let label = words.say("filter");
        let line = ui.horizontal(|ui| {
            let room = if self.filter.is_empty() { 0.0 } else { 48.0 };
            let edit = TextEdit::singleline(&mut self.filter)
                .id(filter_id())
                .hint_text(RichText::new(&*label).color(palette.weak))
                .desired_width(ui.available_width() - room);
            let response = ui.add(edit);
            named_field(ui, &response, &label);
            if room > 0.0 && icon_button(ui, ICON_CLOSE, &words.say("filter-clear"), true).clicked()
            {
                self.filter.clear();
                response.request_focus();
            }
            response
        });
        let response = line.inner;
        let pressed = |key| ui.input(|input| input.key_pressed(key));
        if response.lost_focus() && pressed(Key::Escape) {
            if !self.filter.is_empty() {
                self.filter.clear();
                response.request_focus();
            }
            None
        } else if response.lost_focus() && pressed(Key::Enter) && !self.filter.trim().is_empty() {
            Some(IntoList::Open)
        } else if response.has_focus()
            && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::ArrowDown))
        {
            Some(IntoList::Go)
        } else {
            None
        }
    }

    fn rows_ui(
        &mut self,
        ui: &mut Ui,
        scene: &Scene<'_>,
        rows: &Rows<'_>,
        actions: &mut Vec<Action>,
    ) {
        let height = ui.spacing().interact_size.y;
        let scroll = ScrollArea::vertical()
            .id_salt("platforms")
            .auto_shrink(false);
        scroll.show_viewport(ui, |ui, viewport| {
            let count = rows.len();
            ui.set_height(height * as_points(count));
            let (left, top) = (ui.max_rect().left(), ui.max_rect().top());
            let width = ui.available_width();
            let place = |at: usize| {
                let corner = pos2(left, top + height * as_points(at));
                Rect::from_min_size(corner, vec2(width, height))
            };
            // What moves the cursor or the sight is known before the rows are drawn.
            let moved = self.cursor_keys(ui, rows, viewport.height() / height);
            let to_see = moved.or_else(|| {
                let owner = self.reveal.take()?;
                rows.position(&Row::Owner(owner))
            });
            if let Some(at) = to_see {
                let still = egui::style::ScrollAnimation::none();
                ui.scroll_to_rect_animation(place(at), None, still);
            }
            let from = as_number(viewport.top() / height);
            let to = (as_number(viewport.bottom() / height) + 1).min(count);
            // A row with the cursor keeps it, in sight or not.
            let held = self.held(ui).and_then(|row| rows.position(&row));
            let outside = held.filter(|at| !(from..to).contains(at));
            for at in (from..to).chain(outside) {
                match rows.at(at) {
                    Some(Row::Group(group)) => {
                        self.group_ui(ui, scene, rows, group, place(at), actions);
                    }
                    Some(Row::Owner(owner)) => {
                        self.owner_ui(ui, scene, rows, (&owner, place(at)), actions);
                    }
                    None => {}
                }
            }
            self.drag_ui(ui, scene, rows, place, actions);
        });
    }

    /// The row that holds the cursor, be it in the line of its name.
    fn held(&self, ui: &Ui) -> Option<Row> {
        if let Some(renaming) = &self.renaming {
            return Some(Row::Owner(renaming.owner.clone()));
        }
        let cursor = self.cursor.as_ref()?;
        let has_it = ui.memory(|memory| memory.has_focus(row_id(cursor)));
        has_it.then(|| cursor.clone())
    }

    /// The keys by which the cursor goes through the list; where it went.
    fn cursor_keys(&mut self, ui: &Ui, rows: &Rows<'_>, page: f32) -> Option<usize> {
        let cursor = self.cursor.clone()?;
        let id = row_id(&cursor);
        if !ui.memory(|memory| memory.has_focus(id)) {
            return None;
        }
        let filter = EventFilter {
            horizontal_arrows: true,
            vertical_arrows: true,
            escape: true,
            ..EventFilter::default()
        };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
        let at = rows.position(&cursor)?;
        let last = rows.len().saturating_sub(1);
        let page = as_number(page).max(2) - 1;
        let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        let to = if pressed(Key::ArrowDown) {
            at + 1
        } else if pressed(Key::ArrowUp) && at > 0 {
            at - 1
        } else if pressed(Key::PageDown) {
            at + page
        } else if pressed(Key::PageUp) {
            at.saturating_sub(page)
        } else if pressed(Key::Home) {
            0
        } else if pressed(Key::End) {
            last
        } else {
            if pressed(Key::Escape) {
                self.filter.clear();
            }
            self.type_into_filter(ui);
            return None;
        };
        let to = to.min(last);
        self.give_cursor(ui, rows.at(to)?);
        Some(to)
    }

    /// Letters typed on a row are for the filter.
    fn type_into_filter(&mut self, ui: &Ui) {
        type_into(ui, filter_id(), &mut self.filter);
    }

    fn give_cursor(&mut self, ui: &Ui, row: Row) {
        ui.memory_mut(|memory| memory.request_focus(row_id(&row)));
        self.cursor = Some(row);
        // From the next frame on the arrows are the list's own.
        ui.ctx().request_repaint();
    }

    /// A row being carried to another place, while no filter hides some of the others.
    fn drag_ui(
        &mut self,
        ui: &Ui,
        scene: &Scene<'_>,
        rows: &Rows<'_>,
        place: impl Fn(usize) -> Rect,
        actions: &mut Vec<Action>,
    ) {
        let Some(owner) = self.dragged.clone() else {
            return;
        };
        let let_go = ui.input(|input| !input.pointer.any_down());
        let given_up = ui.input(|input| input.key_pressed(Key::Escape));
        let at = rows.position(&Row::Owner(owner.clone()));
        let start = rows.position(&Row::Group(Group::of(&owner)));
        let pointer = ui.input(|input| input.pointer.interact_pos());
        let (Some(at), Some(start), Some(pointer), false) = (at, start, pointer, given_up) else {
            self.dragged = None;
            return;
        };
        let group = start + 1..start + 1 + rows.count(Group::of(&owner));
        let height = place(0).height();
        let gap = as_number(((pointer.y - place(0).top()) / height).round().max(0.0));
        let gap = gap.clamp(group.start, group.end);
        let to = if gap > at { gap - 1 } else { gap };
        if let_go {
            self.dragged = None;
            let change = reorder(scene.collection, &owner, to - group.start);
            actions.extend(change.map(Action::Change));
            self.give_cursor(ui, Row::Owner(owner));
            return;
        }
        ui.ctx().set_cursor_icon(egui::CursorIcon::Grabbing);
        let palette = Palette::now(ui.ctx());
        let line = place(gap);
        let stroke = egui::Stroke::new(2.0, palette.accent);
        ui.painter().hline(line.x_range(), line.top(), stroke);
        // At the edges, the list moves beneath the pointer.
        let sight = ui.clip_rect();
        let step = if pointer.y < sight.top() + height {
            6.0
        } else if pointer.y > sight.bottom() - height {
            -6.0
        } else {
            return;
        };
        ui.scroll_with_delta_animation(vec2(0.0, step), egui::style::ScrollAnimation::none());
        ui.ctx().request_repaint();
    }

    /// The line in which a name is changed.
    fn rename_ui(&mut self, ui: &mut Ui, scene: &Scene<'_>, rect: Rect, actions: &mut Vec<Action>) {
        let Some(renaming) = &mut self.renaming else {
            return;
        };
        let id = Id::unique(("rename", &renaming.owner));
        let edit = TextEdit::singleline(&mut renaming.name)
            .id(id)
            .align(egui::Align2::LEFT_CENTER);
        let response = ui.put(rect, edit);
        let name = name_of(scene.collection, &renaming.owner, scene.words.language());
        let label = scene.words.say_of("rename-of", &[("name", name.into())]);
        named_field(ui, &response, &label);
        if !renaming.begun {
            renaming.begun = true;
            response.request_focus();
            let all = egui::text::CCursorRange::two(
                egui::text::CCursor::new(0),
                egui::text::CCursor::new(renaming.name.chars().count()),
            );
            let mut state = TextEdit::load_state(ui.ctx(), id).unwrap_or_default();
            state.cursor.set_char_range(Some(all));
            TextEdit::store_state(ui.ctx(), id, state);
            return;
        }
        if !response.lost_focus() {
            return;
        }
        let pressed = |key| ui.input(|input| input.key_pressed(key));
        let (given_up, entered) = (pressed(Key::Escape), pressed(Key::Enter));
        let Some(renaming) = self.renaming.take() else {
            return;
        };
        let name = renaming.name.trim();
        if !given_up && !name.is_empty() && name != renaming.before {
            let (owner, language) = (&renaming.owner, &renaming.language);
            if let Some(change) = rename(scene.collection, owner, language, name) {
                actions.extend([Action::Seal, Action::Change(change), Action::Seal]);
            }
        }
        if given_up || entered {
            self.give_cursor(ui, Row::Owner(renaming.owner));
        }
    }
}

/// Where a key in the filter leads.
#[derive(Clone, Copy, PartialEq)]
enum IntoList {
    /// To the first row.
    Go,
    /// To the first row, which is opened.
    Open,
}

fn filter_id() -> Id {
    Id::unique("platforms-filter")
}

fn row_id(row: &Row) -> Id {
    Id::unique(("platforms-row", row))
}
