//! The words and the address of a link.

use std::ops::Range;

use egui::{RichText, Ui};

use super::Answer;
use super::parts::{Ready, buttons, field_ui, is_entered};
use crate::ui::theme::Palette;
use crate::ui::widgets::warning;
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
        let mut entered = false;
        let lines = [
            ("link-address", &mut self.address),
            ("link-words", &mut self.words),
        ];
        for (key, value) in lines {
            let response = field_ui(ui, &words.say(key), value, "");
            if !self.is_begun {
                self.is_begun = true;
                response.request_focus();
            }
            entered |= is_entered(ui, &response);
        }
        let meant = meant(&self.address);
        let palette = Palette::now(ui.ctx());
        match &meant {
            Ok(address) => {
                let leads = words.say_of("link-leads", &[("address", address.as_str().into())]);
                ui.label(RichText::new(leads).color(palette.weak));
            }
            Err(Wrong::Empty) => {
                ui.label(RichText::new(words.say(Wrong::Empty.key())).color(palette.weak));
            }
            Err(wrong) => {
                let scheme = match wrong {
                    Wrong::Scheme(scheme) => scheme.as_str(),
                    _ => "",
                };
                let values = [("scheme", scheme.into())];
                warning(ui, &words.say_of(wrong.key(), &values));
            }
        }
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
