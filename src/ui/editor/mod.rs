//! The editor: the charter's title and sections as cards, each text and table edited in place.

mod bar;
mod buffer;
mod cards;
pub mod caret;
mod commands;
mod drag;
mod facts;
mod field;
mod header;
mod languages;
mod origin;
mod outline;
mod properties;
mod reference;
mod section_menu;
mod sections;
mod seek;
pub mod table;
mod text;
mod values;

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use egui::{ScrollArea, Ui, UiBuilder, vec2};
use egui_material_icons::icons::ICON_ADD;

use super::clipboard::Clipboard;
use super::command::Command;
use super::scene::{Action, Scene};
use crate::model::{Element, Owner, SectionId};
use cards::Measured;
use cards::section_name;
use drag::Drag;
use facts::applies;
pub use facts::{fact_label, label_of_fact};
use reference::Reference;
use sections::go_to_new;
pub use seek::Marks;

/// What the editor remembers between frames.
#[derive(Debug, Default)]
pub struct Editor {
    /// The texts that were inherited until they were typed into, and of which the person has yet
    /// to say how far the change reaches.
    undecided: HashSet<(Owner, Element)>,
    /// The texts of which the person has said that their changes are for this charter alone.
    here: HashSet<(Owner, Element)>,
    /// The element whose choice was brought into sight when it appeared.
    announced: Option<Element>,
    /// The element that was typed into in this frame, and so has not changed yet.
    just_typed: Option<Element>,
    /// The element being edited, if the person has said that its changes are for all that show it.
    everywhere: Option<Element>,
    /// The element being edited.
    pub focus: Option<Element>,
    /// Where the cursor is, or last was: the text, and the byte before which it stands.
    cursor: Option<(Element, usize)>,
    text: text::TextState,
    table: table::TableState,
    properties: properties::PropertiesState,
    reference: Reference,
    /// The sections of which only the heading shows, by charter.
    collapsed: HashMap<Owner, HashSet<SectionId>>,
    /// The heights of sections, by which those out of sight are left out.
    heights: HashMap<SectionId, Measured>,
    /// The section being dragged.
    drag: Option<Drag>,
    /// The element to bring into sight and to put the cursor in.
    reveal: Option<Element>,
    /// For how many frames it has been looked for in vain.
    missed: u8,
    /// The element that gets the cursor back; nothing scrolls if it is in sight.
    refocus: Option<Element>,
    /// The section whose bar is brought into sight, and which gets the cursor.
    settle_bar: Option<(SectionId, Cursor)>,
    seek: seek::Seek,
}

/// Whether a section that is brought into sight gets the cursor.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Cursor {
    Stays,
    Comes,
}

/// A place in the middle of what is wider: longer lines are hard to read.
fn in_the_middle(ui: &Ui) -> UiBuilder {
    const WIDEST: f32 = 1200.0;
    let room = ui.available_rect_before_wrap();
    let aside = (room.width() - WIDEST).max(0.0) / 2.0;
    UiBuilder::new().max_rect(room.shrink2(vec2(aside, 0.0)))
}

impl Editor {
    /// Brings an element into sight, with the cursor in it.
    pub fn go_to(&mut self, element: Element) {
        self.reveal = Some(element.clone());
        self.focus = Some(element);
    }

    /// Puts the cursor where it was in the editor last, or in the title.
    pub fn take_cursor(&mut self, scene: &Scene<'_>) {
        let is_there = |element: &Element| match element.section() {
            Some(section) => {
                let section = scene.resolved.section(section);
                section.is_some_and(|section| section.hidden.is_none())
            }
            None => *element == Element::Title,
        };
        match self.focus.clone().filter(is_there) {
            Some(Element::Section(section)) => {
                self.settle_bar = Some((section, Cursor::Comes));
            }
            Some(element) => self.go_to(element),
            None => self.go_to(Element::Title),
        }
    }

    /// Whether a command is about a state that stands now, for those that turn one on and off.
    pub fn is_on(&self, command: Command) -> Option<bool> {
        (command == Command::ShowReference).then(|| self.shows_reference())
    }

    /// Gives it the clipboard whose HTML is pasted.
    pub fn set_clipboard(&mut self, clipboard: Arc<dyn Clipboard>) {
        self.text.clipboard = Some(clipboard);
    }

    /// One for another collection, with the same clipboard.
    #[must_use]
    pub fn anew(&self) -> Self {
        let mut anew = Self::default();
        anew.text.clipboard.clone_from(&self.text.clipboard);
        anew
    }

    /// Forgets what belongs to the charter that was looked at.
    pub fn leave(&mut self) {
        self.reveal = None;
        self.refocus = None;
        self.settle_bar = None;
        self.everywhere = None;
        self.focus = None;
        self.cursor = None;
        self.drag = None;
        self.text.leave();
        self.table.leave();
        self.properties.leave();
    }

    /// Shows the charter to be edited.
    pub fn ui(&mut self, ui: &mut Ui, scene: &Scene<'_>, actions: &mut Vec<Action>) {
        self.just_typed = None;
        let wanted = self.reveal.clone();
        if let Some(section) = wanted.as_ref().and_then(Element::section) {
            self.expand(scene, section);
        }
        if self.everywhere != self.focus {
            self.everywhere = None;
        }
        let place = in_the_middle(ui);
        ui.scope_builder(place, |ui| {
            self.header_ui(ui, scene, actions);
            self.tools_ui(ui, scene, actions);
        });
        ui.separator();
        self.begin_text(ui, scene);
        let scroll = ScrollArea::vertical()
            .id_salt(("editor", scene.owner()))
            .auto_shrink(false);
        scroll.show(ui, |ui| {
            let place = in_the_middle(ui);
            ui.scope_builder(place, |ui| self.charter_ui(ui, scene, actions));
        });
        self.end_text(ui, scene, actions);
        // What is not there, such as a row that is gone, is not looked for for ever.
        let missed = wanted.is_some() && self.reveal == wanted;
        self.missed = if missed { self.missed + 1 } else { 0 };
        if self.missed > 3 {
            self.reveal = None;
        }
    }

    /// The properties, the title and the sections, below each other.
    fn charter_ui(&mut self, ui: &mut Ui, scene: &Scene<'_>, actions: &mut Vec<Action>) {
        ui.add_space(2.0);
        self.properties.ui(ui, scene, actions);
        ui.add_space(6.0);
        self.title_ui(ui, scene, actions);
        self.sections_ui(ui, scene, actions);
        ui.add_space(4.0);
        let add = ui.button((ICON_ADD.rich_text(), scene.words.say("command-add-section")));
        if add.clicked() {
            let last = scene.resolved.sections.last().map(|section| &section.id);
            go_to_new(scene.charters().add_section(last), actions);
        }
        ui.add_space(24.0);
    }
}
