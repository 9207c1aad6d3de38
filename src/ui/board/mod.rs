//! The board in the window: all platforms in a table, in the place of the editor and the preview.
//! Its rows are painted, those in sight alone.

mod bar;
mod columns;
mod filters;
mod header;
mod row;
mod seen;
mod selection;

use std::sync::Arc;
use std::time::Duration;

use egui::{
    Align, EventFilter, Id, Key, Label, Layout, Modifiers, Rect, RichText, ScrollArea, Sense, Ui,
    pos2, vec2,
};
use egui_material_icons::icons::{ICON_CLOSE, ICON_WARNING};

use super::command::Command;
use super::line::{as_number, as_points};
use super::scene::Action;
use super::theme::Palette;
use super::widgets::icon_button;
use crate::messages;
use crate::model::{Collection, Owner, PlatformId};
use crate::words::Words;
use crate::workspace::SavePoint;
use crate::workspace::board::{Entries, Sort};
use crate::workspace::releases::Glances;
use columns::Columns;
use row::ToldRows;
use seen::{Seen, Wanted};
use selection::Selection;

/// The height of a row.
const ROW: f32 = 28.0;

/// What the board remembers between frames, and while it is not shown.
#[derive(Debug, Default)]
pub struct Board {
    /// Whether it stands in the place of the editor and the preview.
    pub is_open: bool,
    /// What is told of the platforms, as it was last made.
    entries: Arc<Entries>,
    made_for: Made,
    /// What is looked for, as it is typed.
    written: String,
    sort: Option<Sort>,
    seen: Seen,
    /// What is told of the rows that were drawn lately.
    told: ToldRows,
    selection: Selection,
    cursor: Option<Cursor>,
    wants_cursor: bool,
    wants_search: bool,
    /// How much room the buttons after what is looked for take.
    beside_search: Option<f32>,
}

/// For which state of the collection the entries were made.
#[derive(Debug, Default, Clone, Copy, PartialEq)]
enum Made {
    #[default]
    ForNone,
    For(SavePoint),
    /// They were not made, because the person stopped that.
    Stopped(SavePoint),
}

/// The row that had the cursor last.
#[derive(Debug)]
struct Cursor {
    id: PlatformId,
    /// Where it stands among those that are shown, if it does, and when that was looked for.
    row: Option<usize>,
    looked_for: u64,
}

/// What the board reads of the window.
#[derive(Clone, Copy)]
pub struct Ground<'a> {
    pub words: &'a Words,
    pub collection: &'a Collection,
    pub glances: &'a Arc<Glances>,
    /// How far reading the platforms has come, while they are read.
    pub progress: Option<(usize, usize)>,
}

/// What is asked of the window, besides actions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asked {
    StopReading,
}

impl Board {
    /// Whether the platforms are to be read, for a state of the collection.
    pub fn is_behind(&self, now: SavePoint) -> bool {
        self.made_for != Made::For(now) && self.made_for != Made::Stopped(now)
    }

    /// What is told of the platforms, to make it anew from.
    pub fn entries(&self) -> Arc<Entries> {
        Arc::clone(&self.entries)
    }

    /// Takes over what is told of the platforms of a state of the collection.
    pub fn take(&mut self, entries: Entries, made_for: SavePoint, collection: &Collection) {
        self.entries = Arc::new(entries);
        self.made_for = Made::For(made_for);
        self.selection
            .keep(|platform| collection.platforms.contains(platform));
    }

    /// Notes that the person stopped the reading.
    pub fn stop(&mut self, at: SavePoint) {
        self.made_for = Made::Stopped(at);
    }

    /// Puts the cursor into the rows once they are drawn.
    pub fn take_cursor(&mut self) {
        self.wants_cursor = true;
    }

    /// Puts the cursor into the line of what is looked for.
    pub fn search(&mut self) {
        self.wants_search = true;
    }

    /// Shows the board.
    pub fn ui(
        &mut self,
        ui: &mut Ui,
        ground: Ground<'_>,
        actions: &mut Vec<Action>,
    ) -> Option<Asked> {
        ui.add_space(2.0);
        let asked = self.head_ui(ui, ground, actions);
        ui.add_space(2.0);
        let into_rows = self.search_ui(ui, ground);
        // What was typed or clicked is seen in the same frame.
        self.refresh(ui, ground);
        if let Some(fault) = self.seen.fault() {
            fault_ui(ui, &messages::board_fault(ground.words, fault));
        } else {
            self.bar_ui(ui, ground, actions);
            self.refresh(ui, ground);
        }
        if into_rows {
            self.seen.finish(&self.selection);
            self.give_cursor_to(ui, 0);
        }
        ui.spacing_mut().item_spacing.y = 0.0;
        let columns = Columns::within(ui.available_width());
        self.header_ui(ui, ground.words, &columns);
        if self.seen.fault().is_some() {
            ui.add_space(8.0);
            ui.weak(ground.words.say("board-search-help"));
        } else if self.seen.len() == 0 && !self.entries.is_empty() && !self.seen.is_looking() {
            ui.add_space(8.0);
            ui.weak(ground.words.say("board-nothing-found"));
        }
        self.rows_ui(ui, ground, &columns, actions);
        asked
    }

    /// Works on what is shown, as it is asked for by now.
    fn refresh(&mut self, ui: &Ui, ground: Ground<'_>) {
        let before = (self.seen.generation(), self.seen.chosen());
        self.seen.refresh(&Wanted {
            entries: &self.entries,
            glances: ground.glances,
            sort: self.sort,
            reader: ground.words.language(),
            written: &self.written,
            selection: &self.selection,
        });
        self.seen.look_on(&self.selection);
        if let Some(cursor) = &mut self.cursor
            && cursor.looked_for != self.seen.generation()
        {
            cursor.looked_for = self.seen.generation();
            cursor.row = self.seen.row_of(&cursor.id);
        }
        let is_told = before == (self.seen.generation(), self.seen.chosen());
        if self.seen.is_looking() || !is_told {
            ui.ctx().request_repaint();
        }
    }

    /// How many platforms there are, what is being read, and the way out.
    fn head_ui(
        &mut self,
        ui: &mut Ui,
        ground: Ground<'_>,
        actions: &mut Vec<Action>,
    ) -> Option<Asked> {
        let words = ground.words;
        let mut asked = None;
        ui.horizontal(|ui| {
            ui.heading(words.say(Command::Board.key()));
            ui.weak(self.counts(ground));
            if let Some((done, of)) = ground.progress {
                ui.ctx().request_repaint_after(Duration::from_millis(100));
                let values = [("done", done.into()), ("of", of.into())];
                ui.weak(words.say_of("board-reading", &values));
                if ui.button(words.say("board-stop")).clicked() {
                    asked = Some(Asked::StopReading);
                }
            } else if matches!(self.made_for, Made::Stopped(_)) {
                ui.weak(words.say("board-stopped"));
                if ui.button(words.say("board-read-again")).clicked() {
                    self.made_for = Made::ForNone;
                }
            }
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                if icon_button(ui, ICON_CLOSE, &words.say("board-close"), true).clicked() {
                    actions.push(Action::Command(Command::Board));
                }
            });
        });
        asked
    }

    /// How many there are, are shown and are chosen.
    fn counts(&self, ground: Ground<'_>) -> String {
        let all = ground.collection.platforms.len();
        let is_searched = !self.seen.query().is_empty() || self.seen.fault().is_some();
        let counts = [
            ("all", all),
            ("searched", usize::from(is_searched)),
            ("shown", self.seen.len()),
        ];
        messages::counted(ground.words, "board-counts", &counts)
    }

    fn rows_ui(
        &mut self,
        ui: &mut Ui,
        ground: Ground<'_>,
        columns: &Columns,
        actions: &mut Vec<Action>,
    ) {
        let scroll = ScrollArea::vertical().id_salt("board").auto_shrink(false);
        scroll.show_viewport(ui, |ui, viewport| {
            let count = self.seen.len();
            ui.set_height(ROW * as_points(count));
            let (left, top) = (ui.max_rect().left(), ui.max_rect().top());
            let width = columns.width();
            let beside = ui.interact(ui.clip_rect(), Id::unique("board-ground"), Sense::CLICK);
            let place = |row: usize| {
                let corner = pos2(left, top + ROW * as_points(row));
                Rect::from_min_size(corner, vec2(width, ROW))
            };
            // What moves the cursor is known before the rows are drawn.
            if let Some(row) = self.keys(ui, ground, viewport.height() / ROW, actions) {
                let still = egui::style::ScrollAnimation::none();
                ui.scroll_to_rect_animation(place(row), None, still);
            }
            let from = as_number(viewport.top() / ROW);
            let to = (as_number(viewport.bottom() / ROW) + 1).min(count);
            // The row with the cursor keeps it, in sight or not.
            let held = self.cursor.as_ref().and_then(|cursor| cursor.row);
            let outside = held.filter(|row| !(from..to).contains(row));
            for row in (from..to).chain(outside) {
                self.row_ui(ui, ground, columns, (row, place(row)), actions);
            }
            // A click beside the rows takes the cursor from its row, which gets it back.
            if beside.clicked() {
                self.wants_cursor = true;
                ui.ctx().request_repaint();
            }
        });
    }

    /// The keys of the row that has the cursor, and the cursor that was asked for; the row to bring
    /// into sight.
    fn keys(
        &mut self,
        ui: &Ui,
        ground: Ground<'_>,
        page: f32,
        actions: &mut Vec<Action>,
    ) -> Option<usize> {
        if self.wants_cursor && !self.entries.is_empty() && !self.seen.is_looking() {
            self.wants_cursor = false;
            let row = self.cursor.as_ref().and_then(|cursor| cursor.row);
            self.give_cursor_to(ui, row.unwrap_or_default());
            return row;
        }
        let cursor = self.cursor.as_ref()?;
        let (id, row) = (cursor.id.clone(), cursor.row?);
        let widget = row_id(&id);
        if !ui.memory(|memory| memory.has_focus(widget)) {
            return None;
        }
        let filter = EventFilter {
            horizontal_arrows: true,
            vertical_arrows: true,
            escape: true,
            ..EventFilter::default()
        };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(widget, filter));
        let pressed = |modifiers, key| ui.input_mut(|input| input.consume_key(modifiers, key));
        if let Some(to) = self.moved(row, page, |key| pressed(Modifiers::SHIFT, key)) {
            self.selection.begin_range(&id);
            self.choose_range(to);
            self.give_cursor_to(ui, to);
            return Some(to);
        }
        if let Some(to) = self.moved(row, page, |key| pressed(Modifiers::NONE, key)) {
            self.selection.end_range();
            self.give_cursor_to(ui, to);
            return Some(to);
        }
        if pressed(Modifiers::COMMAND, Key::A) {
            self.choose_shown();
        } else if pressed(Modifiers::NONE, Key::Space) {
            self.toggle(&id);
        } else if pressed(Modifiers::NONE, Key::Enter) {
            actions.push(Action::LookAt(Owner::Platform(id)));
        } else if pressed(Modifiers::NONE, Key::Delete) {
            self.ask_to_remove(ground, &id, actions);
        } else if pressed(Modifiers::NONE, Key::Escape) {
            if self.selection.is_empty() {
                actions.push(Action::Command(Command::Board));
            } else {
                self.selection.clear();
            }
        }
        self.type_into_search(ui);
        None
    }

    /// The row that a key leads to from another, if one of those keys was pressed.
    fn moved(&self, row: usize, page: f32, pressed: impl Fn(Key) -> bool) -> Option<usize> {
        let last = self.seen.len().checked_sub(1)?;
        let page = as_number(page).max(2) - 1;
        let to = if pressed(Key::ArrowDown) {
            row + 1
        } else if pressed(Key::ArrowUp) {
            row.saturating_sub(1)
        } else if pressed(Key::PageDown) {
            row + page
        } else if pressed(Key::PageUp) {
            row.saturating_sub(page)
        } else if pressed(Key::Home) {
            0
        } else if pressed(Key::End) {
            last
        } else {
            return None;
        };
        Some(to.min(last))
    }

    /// Puts the cursor on a row, if there is one.
    fn give_cursor_to(&mut self, ui: &Ui, row: usize) {
        let Some(entry) = self.seen.at(row) else {
            self.wants_search = true;
            return;
        };
        let id = entry.platform.id.clone();
        ui.memory_mut(|memory| memory.request_focus(row_id(&id)));
        self.cursor = Some(Cursor {
            id,
            row: Some(row),
            looked_for: self.seen.generation(),
        });
        // From the next frame on the arrows are the row's own.
        ui.ctx().request_repaint();
    }

    /// Chooses what stands from where the range began to a row.
    fn choose_range(&mut self, to: usize) {
        let anchor = self.selection.anchor();
        let from = anchor.and_then(|id| self.seen.row_of(id)).unwrap_or(to);
        let rows = from.min(to)..=from.max(to);
        let range = self.seen.rows(rows).map(|entry| &entry.platform.id);
        self.selection.take_range(range);
    }

    /// Chooses one of those that are shown, or no longer.
    fn toggle(&mut self, id: &PlatformId) {
        self.selection.toggle(id);
        self.seen.note_toggled(&self.selection, id);
    }

    /// Chooses all that are shown.
    fn choose_shown(&mut self) {
        self.seen.finish(&self.selection);
        let shown = self.seen.iter().map(|entry| &entry.platform.id);
        self.selection.choose_all(shown);
    }

    /// Those that are chosen, in the order of the collection.
    pub fn chosen(&self) -> Arc<[PlatformId]> {
        let all = self.entries.iter().map(|entry| &entry.platform.id);
        all.filter(|id| self.selection.contains(id))
            .cloned()
            .collect()
    }
}

fn row_id(id: &PlatformId) -> Id {
    Id::unique(("board-row", id))
}

/// What is not understood of what is looked for, in the place of the bar and as high as it: nothing
/// below moves while one types.
fn fault_ui(ui: &mut Ui, said: &str) {
    let colour = Palette::now(ui.ctx()).warning;
    ui.horizontal(|ui| {
        ui.set_min_height(ui.spacing().interact_size.y);
        ui.label(ICON_WARNING.rich_text().color(colour));
        ui.add(Label::new(RichText::new(said).color(colour)).truncate());
    });
}
