//! Copying the finished charter that is looked at: as HTML to paste into a back office, as text
//! with its looks, or a table of it.

use std::sync::Arc;

use egui::Context;

use super::Window;
use super::filing::outcome;
use crate::document::Document;
use crate::messages::render_error;
use crate::render::{self, Design, Format, RenderError};
use crate::ui::clipboard::Taken;
use crate::ui::command::Command;
use crate::workspace::Outcome;

/// What came of copying a charter.
pub struct Copied {
    /// What egui is to put on the clipboard; nothing if it is there already.
    text: Option<String>,
    /// The words that say what was copied.
    told: &'static str,
    /// Whether the charter lacks what keeps it from being exported.
    is_blocked: bool,
}

impl Window {
    /// Copies the charter that is looked at as a command says.
    pub(super) fn copy_charter(&mut self, command: Command) {
        let Some(document) = self.view.scene().map(|scene| Arc::clone(scene.document)) else {
            return;
        };
        let clipboard = self.clipboard.clone();
        self.work.copying = Some(self.jobs.start(move |_, _| {
            let is_blocked = document.is_blocked();
            let copied = |text, told| Copied {
                text,
                told,
                is_blocked,
            };
            if command == Command::CopyPage {
                let source = source(&document, Format::Fragment)?;
                return Ok(copied(Some(source), "copied-page"));
            }
            let text = source(&document, Format::Text)?;
            let html = render::rich_text(&document);
            let taken = clipboard.map_or(Taken::No, |it| it.set_html(&html, &text));
            Ok(match taken {
                Taken::Yes => copied(None, "copied-rich"),
                Taken::No => copied(Some(text), "copied-plain"),
            })
        }));
    }

    /// Takes over what was copied.
    pub(super) fn take_copied(&mut self, ctx: &Context) {
        let words = &self.view.words;
        match outcome(&mut self.work.copying) {
            Outcome::Running => {}
            Outcome::Done(Ok(copied)) => {
                if let Some(text) = copied.text {
                    ctx.copy_text(text);
                }
                let mut notice = words.say(copied.told).into_owned();
                if copied.is_blocked {
                    notice.push(' ');
                    notice.push_str(&words.say("copied-unfinished"));
                }
                self.notice = Some(notice);
            }
            Outcome::Done(Err(error)) => {
                let message = render_error(words, &error);
                self.tell(message);
            }
            Outcome::Lost => self.tell_lost(),
        }
    }
}

/// The charter in a format that is text and has no looks.
fn source(document: &Document, format: Format) -> Result<String, RenderError> {
    let bytes = render::render(document, format, &Design::default())?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}
