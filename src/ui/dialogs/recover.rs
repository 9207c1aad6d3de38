//! Work that an earlier run of the program left behind.

use egui::{Button, RichText, Ui};

use super::parts::at_the_right;
use super::{Answer, Surroundings};
use crate::document::written_out;
use crate::ui::widgets::{bold, main_button, named};
use crate::workspace::files::recovery::LeftBehind;

pub(super) fn ui(ui: &mut Ui, around: &Surroundings<'_>, found: &[LeftBehind]) -> Option<Answer> {
    let words = around.words;
    let mut answer = None;
    ui.heading(words.say("recover-title"));
    ui.label(words.say("recover-text"));
    for left in found {
        ui.separator();
        ui.label(bold(&left.name));
        let path = match &left.path {
            Some(path) => path.display().to_string(),
            None => words.say("recover-no-file").into_owned(),
        };
        let date = written_out(left.when.date(), words.language());
        let time = left.when.strftime("%H:%M").to_string();
        let values = [
            ("date", date.into()),
            ("time", time.into()),
            ("path", path.into()),
        ];
        ui.label(
            RichText::new(words.say_of("recover-of", &values))
                .small()
                .weak(),
        );
        ui.horizontal(|ui| {
            let take = main_button(ui, &words.say("recover-take"));
            let drop = Button::new(&*words.say("recover-drop"));
            for (key, button, given) in [
                ("recover-take", take, Answer::Recover(left.clone())),
                ("recover-drop", drop, Answer::Forget(left.clone())),
            ] {
                let label = words.say(key);
                let button = ui.add(button);
                named(
                    &button,
                    egui::Role::Button,
                    &format!("{label} {}", left.name),
                );
                if button.clicked() {
                    answer = Some(given);
                }
            }
        });
    }
    ui.separator();
    let later = at_the_right(ui, |ui| ui.button(words.say("recover-later")).clicked());
    answer.or(later.then_some(Answer::Close))
}
