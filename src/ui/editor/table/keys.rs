//! The keyboard in a table: ways between its cells, and the clipboard.

use egui::{
    Event, EventFilter, FocusDirection, ImeEvent, Key, Modifiers, Popup, Ui, ViewportCommand,
};

use super::filled::{self, Way};
use super::sheet::{Chosen, Heights, Sheet, Spot};
use super::{Start, focus_id};
use crate::model::{CellAddress, Element};
use crate::ui::editor::Editor;
use crate::ui::editor::field::field_id;
use crate::ui::scene::{Action, Scene};
use crate::workspace::Deed;
use crate::workspace::changes::{Content, Scope};
use crate::workspace::sheet as ranges;
use crate::writing::paste;

/// Whether a key was for the table.
#[derive(Clone, Copy, PartialEq)]
enum Taken {
    Yes,
    No,
}

impl Editor {
    /// Does what was pressed while cells of a table have the keyboard.
    pub(super) fn table_keys(
        &mut self,
        ui: &Ui,
        scene: &Scene<'_>,
        sheet: &Sheet<'_>,
        heights: &Heights,
        actions: &mut Vec<Action>,
    ) {
        if let Some(cell) = self.table.editing.clone() {
            if cell.section == sheet.section.id {
                self.editing_keys(ui, scene, &cell);
            }
            return;
        }
        let focus = focus_id(scene, &sheet.section.id);
        if !ui.memory(|memory| memory.has_focus(focus)) || Popup::is_any_open(ui.ctx()) {
            return;
        }
        let filter = EventFilter {
            tab: true,
            horizontal_arrows: true,
            vertical_arrows: true,
            escape: true,
        };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(focus, filter));
        let mut events = std::mem::take(&mut self.table.held);
        events.extend(ui.input_mut(|input| std::mem::take(&mut input.events)));
        let mut left = Vec::new();
        for event in events {
            let chosen = self.chosen(sheet);
            // What follows the letter that began it is for the editor.
            let chosen = chosen.filter(|_| self.table.editing.is_none());
            let event = match chosen {
                Some(chosen) => self.event(ui, scene, sheet, heights, &chosen, event, actions),
                None => Some(event),
            };
            left.extend(event);
        }
        ui.input_mut(|input| input.events = left);
    }

    /// Does what an event says; gives it back where it is not for the table, or not alone.
    #[expect(
        clippy::too_many_arguments,
        reason = "the event, the table and what of it is selected"
    )]
    fn event(
        &mut self,
        ui: &Ui,
        scene: &Scene<'_>,
        sheet: &Sheet<'_>,
        heights: &Heights,
        chosen: &Chosen,
        event: Event,
        actions: &mut Vec<Action>,
    ) -> Option<Event> {
        match event {
            Event::Key {
                key,
                pressed: true,
                modifiers,
                ..
            } => {
                let key = (key, modifiers);
                let taken = self.key(ui, scene, sheet, heights, chosen, key, actions);
                return (taken == Taken::No).then_some(event);
            }
            Event::Copy => self.copy(ui, scene, sheet, chosen),
            Event::Cut => {
                self.copy(ui, scene, sheet, chosen);
                self.clear(scene, sheet, chosen, actions);
            }
            Event::Paste(text) => self.paste(scene, sheet, chosen, &text, actions),
            Event::Text(text) | Event::Ime(ImeEvent::Commit(text)) if is_typed(&text) => {
                let (row, column) = chosen.anchor;
                if let Some(cell) = sheet.address(row, column) {
                    self.begin(ui, scene, cell, Start::Replacing, actions);
                }
                return Some(Event::Text(text));
            }
            event => return Some(event),
        }
        None
    }

    #[expect(
        clippy::too_many_arguments,
        reason = "the key, the table and what of it is selected"
    )]
    fn key(
        &mut self,
        ui: &Ui,
        scene: &Scene<'_>,
        sheet: &Sheet<'_>,
        heights: &Heights,
        chosen: &Chosen,
        (key, modifiers): (Key, Modifiers),
        actions: &mut Vec<Action>,
    ) -> Taken {
        if modifiers.alt {
            return Taken::No;
        }
        let extends = modifiers.shift && !matches!(key, Key::Tab | Key::Enter);
        let from = if extends { chosen.head } else { chosen.anchor };
        if let Some(to) = self.way(scene, sheet, heights, from, (key, modifiers)) {
            let anchor = if extends { chosen.anchor } else { to };
            self.select_cells(sheet, anchor, to);
            actions.push(Action::Seal);
            ui.ctx().request_repaint();
            return Taken::Yes;
        }
        match key {
            Key::Tab => {
                let direction = if modifiers.shift {
                    FocusDirection::Previous
                } else {
                    FocusDirection::Next
                };
                ui.memory_mut(|memory| memory.move_focus(direction));
            }
            Key::F2 if modifiers.is_none() => {
                if let Some(cell) = sheet.address(chosen.anchor.0, chosen.anchor.1) {
                    self.begin(ui, scene, cell, Start::AtEnd, actions);
                }
            }
            Key::Escape if !chosen.is_one_cell() => {
                self.select_cells(sheet, chosen.anchor, chosen.anchor);
            }
            Key::Delete | Key::Backspace if modifiers.is_none() => {
                self.clear(scene, sheet, chosen, actions);
            }
            Key::A if modifiers.command && !modifiers.shift => self.select_all(sheet),
            Key::V if modifiers.command && modifiers.shift => {
                self.table.pastes_plain = true;
                ui.ctx().send_viewport_cmd(ViewportCommand::RequestPaste);
            }
            // It is no answer to anything else.
            Key::Enter if !modifiers.command => {}
            Key::ArrowDown | Key::ArrowUp | Key::ArrowLeft | Key::ArrowRight => {}
            _ => return Taken::No,
        }
        ui.ctx().request_repaint();
        Taken::Yes
    }

    /// Where a key leads from a cell.
    fn way(
        &self,
        scene: &Scene<'_>,
        sheet: &Sheet<'_>,
        heights: &Heights,
        from @ (row, column): Spot,
        (key, modifiers): (Key, Modifiers),
    ) -> Option<Spot> {
        let last_row = sheet.rows().checked_sub(1)?;
        let last_column = sheet.columns.len().checked_sub(1)?;
        let far = modifiers.command;
        let to = match key {
            Key::ArrowUp if far => filled::edge(scene, sheet, from, Way::Up)?,
            Key::ArrowUp => (row.checked_sub(1)?, column),
            Key::ArrowDown if far => filled::edge(scene, sheet, from, Way::Down)?,
            Key::ArrowDown => (row + 1, column),
            Key::ArrowLeft if far => filled::edge(scene, sheet, from, Way::Left)?,
            Key::ArrowLeft => (row, column.checked_sub(1)?),
            Key::ArrowRight if far => filled::edge(scene, sheet, from, Way::Right)?,
            Key::ArrowRight => (row, column + 1),
            Key::Home if far => (0, 0),
            Key::Home => (row, 0),
            Key::End if far => (last_row, last_column),
            Key::End => (row, last_column),
            Key::PageUp if !far => {
                let top = heights.of(row).min - self.table.page;
                (
                    heights.row_at(top.max(0.0)).min(row.saturating_sub(1)),
                    column,
                )
            }
            Key::PageDown if !far => {
                let top = heights.of(row).min + self.table.page;
                (heights.row_at(top).max(row + 1).min(last_row), column)
            }
            Key::Tab if far => return None,
            Key::Tab if modifiers.shift && column > 0 => (row, column - 1),
            Key::Tab if modifiers.shift => (row.checked_sub(1)?, last_column),
            Key::Tab if column < last_column => (row, column + 1),
            Key::Tab => (row + 1, 0),
            Key::Enter if far => return None,
            Key::Enter if modifiers.shift => (row.checked_sub(1)?, column),
            Key::Enter => (row + 1, column),
            _ => return None,
        };
        (to.0 <= last_row && to.1 <= last_column).then_some(to)
    }

    /// The keys that leave a cell which is being edited.
    fn editing_keys(&mut self, ui: &Ui, scene: &Scene<'_>, cell: &CellAddress) {
        let element = Element::Cell(cell.clone());
        let id = field_id(scene, &element);
        // What stands over the cell, such as a list of fields, has its keys first.
        if !ui.memory(|memory| memory.has_focus(id)) || self.text.is_covered(&element) {
            return;
        }
        let filter = EventFilter {
            tab: true,
            horizontal_arrows: true,
            vertical_arrows: true,
            ..EventFilter::default()
        };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
        let mut by = None;
        let held = &mut self.table.held;
        ui.input_mut(|input| {
            input.events.retain_mut(|event| match event {
                // What follows the key is for the cell that it leads to.
                Event::Key { .. } | Event::Text(_) | Event::Ime(_) | Event::Paste(_)
                    if by.is_some() =>
                {
                    held.push(event.clone());
                    false
                }
                Event::Key {
                    key: Key::Enter,
                    pressed: true,
                    modifiers,
                    ..
                } if modifiers.alt && !modifiers.command => {
                    // A line break, as Shift+Enter is.
                    *modifiers = Modifiers::SHIFT;
                    true
                }
                Event::Key {
                    key: key @ (Key::Enter | Key::Tab),
                    pressed: true,
                    modifiers,
                    ..
                } if modifiers.is_none() || *key == Key::Tab && modifiers.shift_only() => {
                    by = Some((*key, *modifiers));
                    false
                }
                _ => true,
            });
        });
        // What was typed right before is taken over first: the field is drawn once more.
        self.table.leaving = by;
    }

    /// Leaves the cell that was edited, once what was typed in it is taken over.
    pub(super) fn leave_cell(
        &mut self,
        ui: &Ui,
        scene: &Scene<'_>,
        sheet: &Sheet<'_>,
        heights: &Heights,
        actions: &mut Vec<Action>,
    ) {
        let Some((key, modifiers)) = self.table.leaving else {
            return;
        };
        let is_here = |cell: &CellAddress| cell.section == sheet.section.id;
        if !self.table.editing.as_ref().is_some_and(is_here) {
            return;
        }
        self.table.leaving = None;
        self.table.editing = None;
        actions.push(Action::Seal);
        let focus = focus_id(scene, &sheet.section.id);
        ui.memory_mut(|memory| memory.request_focus(focus));
        ui.ctx().request_repaint();
        let Some(chosen) = self.chosen(sheet) else {
            return;
        };
        match self.way(scene, sheet, heights, chosen.anchor, (key, modifiers)) {
            Some(to) => self.select_cells(sheet, to, to),
            None => self.select_cells(sheet, chosen.anchor, chosen.anchor),
        }
    }

    /// Puts what is selected on the clipboard.
    fn copy(&self, ui: &Ui, scene: &Scene<'_>, sheet: &Sheet<'_>, chosen: &Chosen) {
        let rows = chosen.rows.clone().map(|row| {
            let columns = chosen.columns.clone();
            columns
                .map(|column| filled::words(scene, sheet, (row, column)))
                .collect()
        });
        ui.ctx().copy_text(ranges::write(rows));
    }

    /// Empties the cells that are selected.
    fn clear(
        &mut self,
        scene: &Scene<'_>,
        sheet: &Sheet<'_>,
        chosen: &Chosen,
        actions: &mut Vec<Action>,
    ) {
        let content = |_: Spot| Some(Content::Words(String::new()));
        self.fill(scene, sheet, Deed::Clear, chosen, content, actions);
    }

    /// Makes cells say something else.
    pub(super) fn fill(
        &mut self,
        scene: &Scene<'_>,
        sheet: &Sheet<'_>,
        deed: Deed,
        chosen: &Chosen,
        content: impl Fn(Spot) -> Option<Content>,
        actions: &mut Vec<Action>,
    ) {
        let cells = chosen.cells().filter_map(|spot| {
            let address = sheet.address(spot.0, spot.1)?;
            Some((address.row, address.column, content(spot)?))
        });
        let cells = cells.collect();
        let section = &sheet.section.id;
        let charters = scene.charters();
        let change = charters.fill_cells(deed, section, cells, scene.language, Scope::Here);
        self.act(scene, section, change, actions);
    }

    /// The cells on the clipboard. A spreadsheet's plain text may have lost the line breaks inside
    /// them; its HTML has not.
    fn copied_cells(&mut self, text: &str) -> Vec<Vec<String>> {
        let is_plain = std::mem::take(&mut self.table.pastes_plain);
        let clipboard = self.text.clipboard.as_ref().filter(|_| !is_plain);
        let html = clipboard.and_then(|it| it.html());
        html.and_then(|html| paste::cells(&html))
            .unwrap_or_else(|| ranges::parse(text))
    }

    /// Takes over what stands on the clipboard.
    fn paste(
        &mut self,
        scene: &Scene<'_>,
        sheet: &Sheet<'_>,
        chosen: &Chosen,
        text: &str,
        actions: &mut Vec<Action>,
    ) {
        let room = (chosen.rows.clone().count(), chosen.columns.clone().count());
        let texts = ranges::filling(self.copied_cells(text), room);
        let (row, column) = (*chosen.rows.start(), *chosen.columns.start());
        let Some(at) = sheet.address(row, column) else {
            return;
        };
        let columns: Vec<_> = sheet
            .columns
            .iter()
            .map(|column| column.column.id.clone())
            .collect();
        let charters = scene.charters();
        let Some(pasted) = charters.paste(&at, &columns, &texts, scene.language, Scope::Here)
        else {
            return;
        };
        let widest = texts.iter().map(Vec::len).max().unwrap_or(1);
        let last = (
            row + texts.len() - 1,
            (column + widest - 1).min(columns.len() - 1),
        );
        self.select_cells(sheet, (row, column), (last.0.min(sheet.rows() - 1), last.1));
        if let (Some(selection), Some(added)) = (&mut self.table.selection, pasted.added.last()) {
            // It reaches to a row that is there once the change is made.
            selection.head.row = added.clone();
            selection.head.at = last.0;
        }
        let left_out = pasted.left_out;
        self.act(scene, &sheet.section.id, Some(pasted.change), actions);
        if left_out > 0 {
            let values = [("count", left_out.into())];
            let notice = scene.words.say_of("paste-left-out", &values).into_owned();
            self.table.notice = Some((sheet.section.id.clone(), notice));
        }
    }
}

/// Whether a text is one that was typed, and not what a key such as Enter stands for.
fn is_typed(text: &str) -> bool {
    !text.is_empty() && !text.chars().all(char::is_control)
}
