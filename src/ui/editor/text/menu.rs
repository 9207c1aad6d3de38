//! The menu of a text: by a click of the other button, or by the menu key.

use egui::{Id, Key, Modifiers, Popup, PopupKind, Pos2, Rect, Response, Ui};

use super::Kept;
use super::paste::How;
use crate::ui::command::{Command, spelled};
use crate::ui::editor::Editor;
use crate::ui::menu::{menu_item_ui, menu_look};
use crate::ui::scene::{Action, Scene};
use crate::workspace::Deed;
use crate::writing::{Written, replaced};

/// The menu, while it is shown.
#[derive(Debug)]
pub struct Menu {
    at: Pos2,
    /// Where it is on the screen.
    pub place: Option<Rect>,
    by: By,
    /// For how many frames it has been shown.
    shown: u8,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum By {
    Pointer,
    Keys,
}

/// What the menu has beside commands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Choice {
    Cut,
    Copy,
    Paste,
    PastePlain,
    SelectAll,
}

impl Choice {
    const ALL: [Self; 5] = [
        Self::Cut,
        Self::Copy,
        Self::Paste,
        Self::PastePlain,
        Self::SelectAll,
    ];

    fn key(self) -> &'static str {
        match self {
            Self::Cut => "text-cut",
            Self::Copy => "text-copy",
            Self::Paste => "text-paste",
            Self::PastePlain => "text-paste-plain",
            Self::SelectAll => "text-select-all",
        }
    }

    fn keys(self) -> (Modifiers, Key) {
        match self {
            Self::Cut => (Modifiers::COMMAND, Key::X),
            Self::Copy => (Modifiers::COMMAND, Key::C),
            Self::Paste => (Modifiers::COMMAND, Key::V),
            Self::PastePlain => (Modifiers::COMMAND | Modifiers::SHIFT, Key::V),
            Self::SelectAll => (Modifiers::COMMAND, Key::A),
        }
    }
}

/// For how many frames a menu is given the cursor.
const BEGINS: u8 = 3;

const COMMANDS: [Command; 4] = [
    Command::InsertField,
    Command::Bold,
    Command::Italic,
    Command::Link,
];

impl Editor {
    /// Opens the menu where it is asked for of a text.
    pub(in crate::ui::editor) fn open_menu(&mut self, ui: &Ui, response: &Response) {
        if response.secondary_clicked()
            && let Some(at) = response.interact_pointer_pos()
        {
            self.text.menu = Some(Menu {
                at,
                place: None,
                by: By::Pointer,
                shown: 0,
            });
        } else if response.has_focus() {
            let asked = ui.input_mut(|input| {
                input.consume_key(Modifiers::NONE, Key::Menu)
                    || input.consume_key(Modifiers::SHIFT, Key::F10)
            });
            if asked {
                let cursor = self
                    .text
                    .cursor
                    .as_ref()
                    .map(|(_, rect)| rect.left_bottom());
                self.text.menu = Some(Menu {
                    at: cursor.unwrap_or(response.rect.min),
                    place: None,
                    by: By::Keys,
                    shown: 0,
                });
            }
        }
    }

    pub(super) fn menu_ui(&mut self, ui: &mut Ui, scene: &Scene<'_>, actions: &mut Vec<Action>) {
        let Some(mut menu) = self.text.menu.take() else {
            return;
        };
        let Some((kept, text)) = self.selected(scene) else {
            return;
        };
        let words = scene.words;
        let mut open = true;
        let mut chosen = None;
        let popup = Popup::new(
            Id::unique("text-menu"),
            ui.ctx().clone(),
            menu.at,
            ui.layer_id(),
        )
        .kind(PopupKind::Menu)
        .style(menu_look)
        .layout(egui::Layout::top_down_justified(egui::Align::Min))
        .gap(0.0)
        .open_bool(&mut open);
        // While it is measured, a menu takes no cursor.
        let mut begins = menu.by == By::Keys && menu.shown < BEGINS;
        menu.shown = menu.shown.saturating_add(1);
        let shown = popup.show(|ui| {
            for choice in Choice::ALL {
                let (modifiers, key) = choice.keys();
                let keys = egui::KeyboardShortcut::new(modifiers, key);
                let keys = Some(spelled(&keys, words));
                let needs = matches!(choice, Choice::Cut | Choice::Copy);
                let can = !needs || !kept.selection.is_empty();
                let response = menu_item_ui(ui, can, &words.say(choice.key()), keys);
                if begins && response.enabled() {
                    begins = false;
                    response.request_focus();
                }
                if response.clicked() {
                    chosen = Some(choice);
                    ui.close();
                }
            }
            ui.separator();
            for command in COMMANDS {
                let name = words.say(command.key());
                if menu_item_ui(ui, true, &name, command.keys(words)).clicked() {
                    actions.push(Action::Command(command));
                    ui.close();
                }
            }
        });
        menu.place = shown.map(|shown| shown.response.rect);
        if open {
            if menu.shown < BEGINS {
                ui.ctx().request_repaint();
            }
            self.text.menu = Some(menu);
        } else {
            // The cursor goes back to where the menu was asked for.
            let written = Written::new(text, kept.selection.clone());
            self.want(&kept, written);
            ui.ctx().request_repaint();
        }
        if let Some(choice) = chosen {
            self.choose(ui, scene, (&kept, text), choice, actions);
        }
    }

    fn choose(
        &mut self,
        ui: &Ui,
        scene: &Scene<'_>,
        (kept, text): (&Kept, &str),
        choice: Choice,
        actions: &mut Vec<Action>,
    ) {
        let selection = kept.selection.clone();
        let words = text.get(selection.clone()).unwrap_or_default();
        match choice {
            Choice::Cut => {
                ui.ctx().copy_text(words.to_owned());
                let written = replaced(text, selection, "");
                self.rewrite(scene, kept, (written, Deed::Type), actions);
            }
            Choice::Copy => ui.ctx().copy_text(words.to_owned()),
            Choice::Paste => self.ask_paste(ui, How::Rich),
            Choice::PastePlain => self.ask_paste(ui, How::Plain),
            Choice::SelectAll => self.want(kept, Written::new(text, 0..text.len())),
        }
    }
}
