//! Pasting: HTML that says more than plain text becomes Markdown, in one step.

use egui::{Event, Key, Modifiers, Ui, ViewportCommand};

use super::{Kept, is_line};
use crate::ui::editor::Editor;
use crate::ui::editor::field::field_id;
use crate::ui::scene::{Action, Scene};
use crate::workspace::Deed;
use crate::writing::paste::{Into, markdown, placed, plain};

/// How something is pasted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum How {
    /// With what makes it stand out.
    #[default]
    Rich,
    /// Its letters alone.
    Plain,
}

/// What is being pasted.
#[derive(Debug, Default)]
pub struct Pasting {
    /// Set once it was asked for by other means than the system's keys.
    asked: Option<How>,
    /// What came.
    texts: Vec<(String, How)>,
}

impl Editor {
    /// Asks the system for what is on its clipboard.
    pub(super) fn ask_paste(&mut self, ui: &Ui, how: How) {
        self.text.pasting.asked = Some(how);
        ui.ctx().send_viewport_cmd(ViewportCommand::RequestPaste);
    }

    /// Takes what is pasted into a text, before the text itself does.
    pub(super) fn take_pastes(&mut self, ui: &Ui, scene: &Scene<'_>) {
        let Some(kept) = &self.text.kept else {
            return;
        };
        let id = field_id(scene, &kept.element);
        let has_focus = ui.memory(|memory| memory.has_focus(id));
        if has_focus {
            let keys = Modifiers::COMMAND | Modifiers::SHIFT;
            if ui.input_mut(|input| input.consume_key(keys, Key::V)) {
                self.ask_paste(ui, How::Plain);
            }
        }
        if !has_focus && self.text.pasting.asked.is_none() {
            return;
        }
        let pasted: Vec<String> = ui.input_mut(|input| {
            let mut pasted = Vec::new();
            input.events.retain_mut(|event| match event {
                Event::Paste(text) => {
                    pasted.push(std::mem::take(text));
                    false
                }
                _ => true,
            });
            pasted
        });
        for text in pasted {
            let how = self.text.pasting.asked.take().unwrap_or_default();
            self.text.pasting.texts.push((text, how));
        }
    }

    /// Pastes what came.
    pub(super) fn paste_all(&mut self, ui: &Ui, scene: &Scene<'_>, actions: &mut Vec<Action>) {
        if self.text.just_typed || self.text.pasting.texts.is_empty() {
            return;
        }
        // One at a time: what is pasted next goes into what this one makes.
        let (text, how) = self.text.pasting.texts.remove(0);
        if !self.text.pasting.texts.is_empty() {
            ui.ctx().request_repaint();
        }
        let Some((kept, written)) = self.selected(scene) else {
            return;
        };
        let pasted = self.pasted(&kept, &text, how);
        let written = placed(written, kept.selection.clone(), &pasted);
        self.rewrite(scene, &kept, (written, Deed::Paste), actions);
    }

    fn pasted(&self, kept: &Kept, text: &str, how: How) -> String {
        let into = if is_line(&kept.element) {
            Into::Line
        } else {
            Into::Text
        };
        let html = match (how, &self.text.clipboard) {
            (How::Rich, Some(clipboard)) => clipboard.html(),
            _ => None,
        };
        html.and_then(|html| markdown(&html, into))
            .unwrap_or_else(|| plain(text, into))
    }
}
