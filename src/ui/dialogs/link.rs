//! The words and the address of a link.

use std::ops::Range;

use egui::{RichText, Ui};

use super::Answer;
use super::parts::{Ready, buttons, field_ui, is_entered, near_ui};
use crate::ui::theme::Palette;
use crate::words::Words;
use crate::writing::address::{Wrong, meant};
use crate::writing::marks::{link_at, linkable};
use crate::writing::within;

/// A link as it is being written.
#[derive(Debug, Clone)]
pub struct LinkForm {
    words: String,
    address: String,
    /// Whether it is there already.
    is_there: bool,
    /// Whether the cursor was put where one types first.
    is_begun: bool,
}

impl LinkForm {
    /// The link that a selection is in, or one to be made of it.
    #[must_use]
    pub fn new(text: &str, selection: Range<usize>) -> Self {
        let link = link_at(text, selection.clone());
        let words = match &link {
            Some(link) => link.words.clone(),
            None => linkable(text, selection),
        };
        let words = text.get(within(text, words)).unwrap_or_default();
        // An address that was selected is the address.
        let selected = meant(words)
            .ok()
            .filter(|_| link.is_none() && words.contains(['.', '@']));
        let is_there = link.is_some();
        Self {
            words: words.split_whitespace().collect::<Vec<_>>().join(" "),
            address: link
                .map(|link| link.address)
                .or(selected)
                .unwrap_or_default(),
            is_there,
            is_begun: false,
        }
    }

    pub(super) fn ui(&mut self, ui: &mut Ui, words: &Words) -> Option<Answer> {
        ui.heading(words.say("link-title"));
        let address = field_ui(ui, &words.say("link-address"), &mut self.address, "");
        if !self.is_begun {
            self.is_begun = true;
            address.request_focus();
        }
        let meant = meant(&self.address);
        leads_ui(ui, words, meant.as_ref().map(String::as_str));
        let shown = field_ui(ui, &words.say("link-words"), &mut self.words, "");
        let entered = is_entered(ui, &address) || is_entered(ui, &shown);
        let ready = meant.is_ok();
        let answer = Answer::Link {
            words: self.words.clone(),
            address: Some(meant.unwrap_or_default()),
        };
        if entered && ready {
            return Some(answer);
        }
        let is_there = self.is_there;
        let make = (&*words.say("link-make"), answer);
        buttons(ui, words, Ready::when(ready), make, |ui| {
            let taken = is_there && ui.button(words.say("link-take-away")).clicked();
            taken.then(|| Answer::Link {
                words: String::new(),
                address: None,
            })
        })
    }
}

/// Where an address leads, or what is wrong with it, below the field that it is typed in.
fn leads_ui(ui: &mut Ui, words: &Words, meant: Result<&str, &Wrong>) {
    let palette = Palette::now(ui.ctx());
    let (said, colour) = match meant {
        Ok(address) => {
            let values = [("address", address.into())];
            (words.say_of("link-leads", &values), palette.weak)
        }
        Err(Wrong::Empty) => (words.say(Wrong::Empty.key()), palette.weak),
        Err(wrong) => {
            let scheme = match wrong {
                Wrong::Scheme(scheme) => scheme.as_str(),
                _ => "",
            };
            let values = [("scheme", scheme.into())];
            (words.say_of(wrong.key(), &values), palette.warning)
        }
    };
    near_ui(ui);
    ui.label(RichText::new(said).color(colour));
}
