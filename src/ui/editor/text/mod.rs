//! Writing in the texts of the charter: what is selected in them, and what commands, the
//! toolbar, the menu of a text, the list of fields and the clipboard do with it.
//!
//! What is done to a text is worked out by `writing`, and becomes one change of the session. The
//! selection is kept while a menu, the palette or a dialog has the cursor.

mod fields;
pub mod looks;
mod menu;
mod paste;
mod tools;

use std::ops::Range;
use std::sync::Arc;

use egui::text::CCursorRange;
use egui::widgets::text_edit::{TextEditOutput, TextEditState};
use egui::{Event, Id, ImeEvent, Key, Modifiers, Rect, Ui};

use super::Editor;
use super::caret::{bytes, characters};
use super::field::{Shape, field_id};
use crate::model::{Element, difference};
use crate::ui::clipboard::Clipboard;
use crate::ui::command::Command;
use crate::ui::dialogs::{Dialog, LinkForm};
use crate::ui::scene::{Action, Scene};
use crate::workspace::Deed;
use crate::workspace::settings::Preference;
use crate::writing::marks::{self, ListKind, Stress};
use crate::writing::typing::{Enter, typed};
use crate::writing::typography::Habits;
use crate::writing::{Written, replaced};

pub use looks::{Base, Looks};

/// What is selected in a text, and where that text is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    pub element: Element,
    /// In bytes of the text.
    pub selection: Range<usize>,
    /// Whether its changes are for all that show it.
    everywhere: bool,
}

/// A selection to be made once a text says what it is for.
#[derive(Debug)]
struct Wanted {
    element: Element,
    written: Written,
    /// For how many frames the text has said something else.
    missed: u8,
}

/// What writing remembers between frames.
#[derive(Debug, Default)]
pub struct TextState {
    pub looks: Looks,
    /// The last selection in a text.
    kept: Option<Kept>,
    wanted: Option<Wanted>,
    /// The text that was typed last, to tell it from what others make of a text.
    own: Option<(Element, String)>,
    /// What was typed last before it became what was meant, which undo gives back.
    exact: Option<(Element, Written)>,
    /// Where the cursor is on the screen.
    cursor: Option<(Element, Rect)>,
    /// Whether something was typed in this frame, which the scene does not say yet.
    just_typed: bool,
    /// Whether a text elsewhere has the cursor: the person means that one.
    elsewhere: bool,
    /// Where the toolbar is.
    tools: Option<Rect>,
    list: Option<fields::List>,
    /// The place of `{{` at which the list was put away.
    put_away: Option<(Element, usize)>,
    menu: Option<menu::Menu>,
    pasting: paste::Pasting,
    pub clipboard: Option<Arc<dyn Clipboard>>,
}

impl TextState {
    /// Forgets what belongs to the charter that was looked at.
    pub fn leave(&mut self) {
        let clipboard = self.clipboard.take();
        *self = Self {
            clipboard,
            ..Self::default()
        };
    }

    /// Whether a list or a menu stands over a text and takes the keys meant for it.
    pub fn is_covered(&self, element: &Element) -> bool {
        let is_kept = self
            .kept
            .as_ref()
            .is_some_and(|kept| kept.element == *element);
        is_kept && (self.list.is_some() || self.menu.is_some())
    }

    /// Whether a text is to get the cursor back.
    pub fn wants(&self, element: &Element) -> bool {
        let wanted = self.wanted.as_ref();
        wanted.is_some_and(|wanted| wanted.element == *element)
    }

    /// Where the cursor of a text is on the screen.
    pub fn cursor_of(&self, element: &Element) -> Option<Rect> {
        let (of, rect) = self.cursor.as_ref()?;
        (of == element).then_some(*rect)
    }

    /// Notes where the cursor of a text is, if it is in it.
    pub fn place_cursor(&mut self, element: &Element, output: &TextEditOutput) {
        if let Some(range) = output.state.cursor.char_range() {
            let cursor = output.galley.pos_from_cursor(range.primary);
            let rect = cursor.translate(output.galley_pos.to_vec2());
            let is_kept = self
                .kept
                .as_ref()
                .is_none_or(|kept| kept.element == *element);
            if is_kept || output.response.response.has_focus() {
                self.cursor = Some((element.clone(), rect));
            }
        }
    }

    /// Whether the pointer is over something that is about the text, so that to press there does
    /// not take the cursor away.
    pub fn is_pointed_at(&self, ui: &Ui) -> bool {
        let Some(at) = ui.ctx().pointer_interact_pos() else {
            return false;
        };
        let in_tools = self.tools.is_some_and(|tools| tools.contains(at));
        let list = self.list.as_ref().and_then(|list| list.place);
        let menu = self.menu.as_ref().and_then(|menu| menu.place);
        in_tools || [list, menu].into_iter().flatten().any(|it| it.contains(at))
    }
}

/// What a text and its selection were before a frame's keys.
pub struct Before {
    selection: Range<usize>,
    /// What the frame's events type.
    pub characters: String,
    /// Whether the cursor is to be put there. That is done once the text is drawn: the click
    /// that asked for it would take the cursor away again.
    pub takes_focus: bool,
}

impl Before {
    /// The selection in characters of the text that it is of.
    pub fn characters_of(&self, written: &str) -> CCursorRange {
        characters(written, &self.selection)
    }
}

impl Editor {
    /// Begins a frame: what was asked for on top of the texts is done before they take keys.
    pub(super) fn begin_text(&mut self, ui: &Ui, scene: &Scene<'_>) {
        self.text.just_typed = false;
        self.text.looks.know(scene);
        self.take_list_keys(ui);
        self.take_pastes(ui, scene);
    }

    /// Ends a frame: what stands over the texts is shown, and what was asked for is done, once
    /// nothing was typed that the scene does not say yet.
    pub(super) fn end_text(&mut self, ui: &mut Ui, scene: &Scene<'_>, actions: &mut Vec<Action>) {
        let own = self.text.kept.as_ref();
        let own = own.map(|kept| field_id(scene, &kept.element));
        let focused = ui.memory(|memory| memory.focused());
        // The field of a dialog is nowhere else: what is chosen there is for the text.
        if ui.memory(|memory| memory.top_modal_layer().is_none()) {
            let is_other = focused.is_some() && focused != own;
            self.text.elsewhere = is_other && ui.ctx().text_edit_focused();
        }
        if self.text.just_typed {
            ui.ctx().request_repaint();
        }
        self.paste_all(ui, scene, actions);
        self.fields_ui(ui, scene, actions);
        self.menu_ui(ui, scene, actions);
    }

    /// Before a text takes the frame's keys: puts its cursor where it is wanted.
    pub(super) fn before_text(
        &mut self,
        ui: &Ui,
        scene: &Scene<'_>,
        element: &Element,
        written: &str,
        shape: Shape,
    ) -> Before {
        let id = field_id(scene, element);
        let ctx = ui.ctx();
        let mut state = TextEditState::load(ctx, id).unwrap_or_default();
        let has_focus = ctx.memory(|memory| memory.has_focus(id));
        let is_revealed = self.reveal.as_ref() == Some(element);
        let mut place = None;
        let mut takes_focus = false;
        if let Some(wanted) = self
            .text
            .wanted
            .as_mut()
            .filter(|it| it.element == *element)
        {
            if wanted.written.text == written {
                place = Some(wanted.written.selection.clone());
                self.text.wanted = None;
                takes_focus = true;
            } else {
                wanted.missed += 1;
                if wanted.missed > 3 {
                    self.text.wanted = None;
                }
            }
        } else if has_focus || is_revealed {
            // What was undone, or replaced from elsewhere: the cursor goes where that was.
            let is_own = |own: &(Element, String)| own.0 == *element && own.1 == written;
            let before = self.text.looks.text(id).filter(|before| *before != written);
            if let Some(before) = before.filter(|_| !self.text.own.as_ref().is_some_and(is_own)) {
                let exact = self.text.exact.as_ref();
                let exact = exact.filter(|(of, exact)| of == element && exact.text == written);
                place = Some(match exact {
                    Some((_, exact)) => exact.selection.clone(),
                    None => {
                        let (range, inserted) = difference(before, written);
                        let at = range.start + inserted.len();
                        at..at
                    }
                });
            }
        }
        if let Some(place) = place {
            state
                .cursor
                .set_char_range(Some(characters(written, &place)));
            state.clone().store(ctx, id);
        }
        let selection = state
            .cursor
            .char_range()
            .map_or(0..0, |range| bytes(written, &range));
        let characters = if has_focus {
            typed_in_frame(ui, shape)
        } else {
            String::new()
        };
        Before {
            selection,
            characters,
            takes_focus,
        }
    }

    /// After a text took the frame's keys: keeps its selection, and gives back what the person
    /// meant by what was typed, where that differs.
    pub(super) fn after_text(
        &mut self,
        scene: &Scene<'_>,
        element: &Element,
        shape: Shape,
        (before, written): (&Before, &str),
        (now, selection): (&str, Option<CCursorRange>),
    ) -> Option<(Written, Written)> {
        let selection = bytes(now, &selection?);
        let mut kept = Kept {
            element: element.clone(),
            selection,
            everywhere: self.everywhere.as_ref() == Some(element),
        };
        let meant = (now != written && !before.characters.is_empty())
            .then(|| {
                let enter = match shape {
                    Shape::Body | Shape::Cell => Enter::Line,
                    Shape::Title | Shape::Heading => Enter::Nothing,
                };
                let habits = if scene.settings.typography {
                    Habits::of(scene.language)
                } else {
                    Habits::None
                };
                let selection = before.selection.clone();
                let typed = typed(written, selection, &before.characters, enter, habits);
                let is_it = typed.exact.text == now && typed.exact.selection == kept.selection;
                Some((typed.exact, typed.meant.filter(|_| is_it)?))
            })
            .flatten();
        if let Some((_, meant)) = &meant {
            kept.selection = meant.selection.clone();
        }
        self.text.just_typed |= now != written;
        if now != written {
            let text = meant.as_ref().map_or(now, |(_, meant)| meant.text.as_str());
            self.text.own = Some((element.clone(), text.to_owned()));
        }
        self.text.kept = Some(kept);
        meant
    }

    /// Takes over what the person meant by what was typed. Where it was a sign that became
    /// another, it is a step of its own, so that to undo it gives back what was typed.
    pub(super) fn mean(
        &mut self,
        ui: &Ui,
        scene: &Scene<'_>,
        element: &Element,
        characters: &str,
        (exact, meant): (&Written, &Written),
        actions: &mut Vec<Action>,
    ) {
        if characters.contains('\n') {
            self.typed(scene, element, &meant.text, actions);
        } else {
            self.typed(scene, element, &exact.text, actions);
            self.text.exact = Some((element.clone(), exact.clone()));
            actions.push(Action::Seal);
            actions.push(Action::Write {
                element: element.clone(),
                words: meant.text.clone(),
                scope: self.scope_of(element),
            });
            actions.push(Action::Seal);
        }
        let id = field_id(scene, element);
        if let Some(mut state) = TextEditState::load(ui.ctx(), id) {
            let selection = characters_of(meant);
            state.cursor.set_char_range(Some(selection));
            state.store(ui.ctx(), id);
        }
        // What was typed is not shown before it is what was meant.
        ui.ctx().request_discard("typography");
    }

    /// The last selection, and the text that it is in.
    fn selected<'s>(&self, scene: &'s Scene<'_>) -> Option<(Kept, &'s str)> {
        let kept = self.text.kept.clone()?;
        let text = scene.resolved.text(&kept.element).map(|(text, _)| text);
        if text.is_none()
            && !matches!(&kept.element, Element::Cell(cell) if scene.resolved.cell(cell).is_some())
        {
            return None;
        }
        let written = text.and_then(|text| text.written(scene.language));
        Some((kept, written.unwrap_or_default()))
    }

    /// Makes a text say something else, in one step, with the cursor there.
    fn rewrite(
        &mut self,
        scene: &Scene<'_>,
        kept: &Kept,
        (mut written, deed): (Written, Deed),
        actions: &mut Vec<Action>,
    ) {
        if is_line(&kept.element) {
            written.text = written.text.replace(['\n', '\r'], " ");
        }
        if kept.everywhere {
            self.everywhere = Some(kept.element.clone());
        }
        actions.push(Action::Seal);
        let first = actions.len();
        self.typed(scene, &kept.element, &written.text, actions);
        if let Some(Action::Change(change)) = actions.get_mut(first)
            && change.deed == Deed::Type
        {
            change.deed = deed;
        }
        actions.push(Action::Seal);
        self.want(kept, written);
    }

    /// Puts the cursor back into a text.
    fn want(&mut self, kept: &Kept, written: Written) {
        self.text.kept = Some(Kept {
            selection: written.selection.clone(),
            ..kept.clone()
        });
        self.text.own = Some((kept.element.clone(), written.text.clone()));
        self.focus = Some(kept.element.clone());
        // A cell is an editor only while it has the cursor.
        if matches!(kept.element, Element::Cell(_)) {
            self.reveal = Some(kept.element.clone());
        }
        self.text.wanted = Some(Wanted {
            element: kept.element.clone(),
            written,
            missed: 0,
        });
    }

    pub(super) fn can_text(&self, command: Command, scene: &Scene<'_>) -> bool {
        match command {
            Command::Typography => return true,
            Command::ConfirmTranslation => return self.confirmation(scene).is_some(),
            _ => {}
        }
        let Some((kept, _)) = self.selected(scene).filter(|_| !self.text.elsewhere) else {
            return false;
        };
        let is_list = matches!(command, Command::Bullets | Command::Numbers);
        !(is_list && is_line(&kept.element))
    }

    pub(super) fn run_text(
        &mut self,
        command: Command,
        scene: &Scene<'_>,
        actions: &mut Vec<Action>,
    ) {
        if command == Command::Typography {
            let preference = Preference::Typography(!scene.settings.typography);
            actions.push(Action::Prefer(preference));
            return;
        }
        if command == Command::ConfirmTranslation {
            actions.extend(self.confirmation(scene).map(Action::Change));
            return;
        }
        let Some((kept, text)) = self.selected(scene) else {
            return;
        };
        let selection = kept.selection.clone();
        let (written, deed) = match command {
            Command::Bold => (marks::toggle(text, selection, Stress::Strong), Deed::Format),
            Command::Italic => (
                marks::toggle(text, selection, Stress::Emphasis),
                Deed::Format,
            ),
            Command::Bullets => (
                marks::list(text, selection, ListKind::Bullets),
                Deed::Format,
            ),
            Command::Numbers => (
                marks::list(text, selection, ListKind::Numbers),
                Deed::Format,
            ),
            Command::NoBreakSpace => (replaced(text, selection, "\u{a0}"), Deed::Type),
            Command::Link => {
                actions.push(Action::Ask(Dialog::Link(LinkForm::new(text, selection))));
                return;
            }
            Command::InsertField => {
                self.text.list = Some(fields::List::asked(kept.element));
                return;
            }
            _ => return,
        };
        self.rewrite(scene, &kept, (written, deed), actions);
    }

    /// Makes, changes or (without an address) takes away the link that the dialog was about.
    pub fn link(
        &mut self,
        scene: &Scene<'_>,
        words: &str,
        address: Option<&str>,
        actions: &mut Vec<Action>,
    ) {
        let Some((kept, text)) = self.selected(scene) else {
            return;
        };
        let selection = kept.selection.clone();
        let written = match address {
            Some(address) => Some(marks::link(text, selection, words, address)),
            None => marks::unlink(text, selection),
        };
        if let Some(written) = written {
            self.rewrite(scene, &kept, (written, Deed::Format), actions);
        }
    }

    /// Whether a widget is the text that was written in last.
    pub fn wrote_in(&self, scene: &Scene<'_>, id: Id) -> bool {
        let kept = self.text.kept.as_ref();
        kept.is_some_and(|kept| field_id(scene, &kept.element) == id)
    }

    /// The dialog was closed: the cursor goes back to the text.
    pub fn back_to_text(&mut self, scene: &Scene<'_>) {
        if let Some((kept, text)) = self.selected(scene) {
            let written = Written::new(text, kept.selection.clone());
            self.want(&kept, written);
        }
    }
}

/// Whether a text is one line.
fn is_line(element: &Element) -> bool {
    matches!(
        element,
        Element::Title | Element::Heading(_) | Element::Column(_)
    )
}

/// The characters that a frame's events type, line ends included.
fn typed_in_frame(ui: &Ui, shape: Shape) -> String {
    let is_enter = |modifiers: Modifiers| match shape {
        Shape::Body => modifiers.is_none(),
        Shape::Cell => modifiers.shift_only(),
        Shape::Title | Shape::Heading => false,
    };
    ui.input(|input| {
        let mut typed = String::new();
        for event in &input.events {
            match event {
                Event::Text(text) | Event::Ime(ImeEvent::Commit(text))
                    if !matches!(text.as_str(), "\n" | "\r") =>
                {
                    typed.push_str(text);
                }
                Event::Key {
                    key: Key::Enter,
                    pressed: true,
                    modifiers,
                    ..
                } if is_enter(*modifiers) => typed.push('\n'),
                // What is still being composed is nothing yet.
                Event::Ime(ImeEvent::Preedit { text, .. }) if !text.is_empty() => {
                    return String::new();
                }
                _ => {}
            }
        }
        typed
    })
}

fn characters_of(written: &Written) -> CCursorRange {
    characters(&written.text, &written.selection)
}
