//! Help: the first steps, and the keys of all commands that have some, by menu.

use egui::style::ScrollAnimation;
use egui::{Align, Key, Layout, Modifiers, RichText, Role, ScrollArea, Ui, vec2};

use super::Answer;
use super::parts::{AROUND, at_the_right, room};
use crate::ui::command::{Command, Menu};
use crate::ui::theme::Palette;
use crate::ui::widgets::{bold, named};
use crate::words::Words;

/// The first steps, in their order.
const STEPS: [&str; 6] = [
    "help-platform",
    "help-write",
    "help-reach",
    "help-palette",
    "help-parts",
    "help-export",
];

pub(super) fn ui(ui: &mut Ui, words: &Words) -> Option<Answer> {
    ui.heading(words.say(Command::Shortcuts.key()));
    let height = room(ui, AROUND).min(640.0);
    let scroll = ScrollArea::vertical()
        .max_height(height)
        .auto_shrink([false, true]);
    scroll.show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 6.0;
        ui.set_width(ui.available_width());
        // Nothing in it takes the cursor: the keys of a page are its own.
        let down = moved_by_keys(ui, height);
        ui.scroll_with_delta_animation(vec2(0.0, -down), ScrollAnimation::none());
        let title = words.say("help-steps");
        named(&ui.label(bold(&*title)), Role::Heading, &title);
        for step in STEPS {
            ui.label(words.say(step));
        }
        for (menu, groups) in Command::MENUS {
            menu_ui(ui, words, *menu, groups);
        }
    });
    let closed = at_the_right(ui, |ui| ui.button(words.say("close")).clicked());
    let enter = ui.input(|input| input.key_pressed(Key::Enter));
    (closed || enter).then_some(Answer::Close)
}

/// The commands of a menu that have keys.
fn menu_ui(ui: &mut Ui, words: &Words, menu: Menu, groups: &[&[Command]]) {
    let commands = groups.iter().flat_map(|group| group.iter());
    let mut with_keys = commands
        .filter_map(|command| Some((*command, command.keys(words)?)))
        .peekable();
    if with_keys.peek().is_none() {
        return;
    }
    ui.add_space(8.0);
    let title = words.say(menu.key());
    named(&ui.label(bold(&*title)), Role::Heading, &title);
    let palette = Palette::now(ui.ctx());
    for (command, keys) in with_keys {
        let name = words.say(command.key());
        ui.horizontal(|ui| {
            let label = ui.label(&*name);
            let values = [
                ("name", name.clone().into_owned().into()),
                ("keys", keys.clone().into()),
            ];
            named(&label, Role::Label, &words.say_of("help-keys", &values));
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                ui.label(RichText::new(keys).color(palette.weak));
            });
        });
    }
}

/// How far down the keys of a page go.
fn moved_by_keys(ui: &Ui, page: f32) -> f32 {
    const LINE: f32 = 48.0;
    let end = 1.0e6;
    ui.input_mut(|input| {
        [
            (Key::ArrowDown, LINE),
            (Key::ArrowUp, -LINE),
            (Key::PageDown, page - LINE),
            (Key::PageUp, LINE - page),
            (Key::Home, -end),
            (Key::End, end),
        ]
        .into_iter()
        .filter(|(key, _)| input.consume_key(Modifiers::NONE, *key))
        .map(|(_, by)| by)
        .sum()
    })
}
