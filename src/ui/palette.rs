//! The palette: every command by its name, the latest ones first.

use std::sync::Arc;

use egui::{Context, Id};

use super::chooser::{Availability, Candidate, Chooser, Chosen, Labels};
use super::command::Command;
use crate::words::Words;

/// The palette as someone chooses from it.
#[derive(Debug)]
pub struct Palette {
    commands: Vec<Command>,
    chooser: Chooser,
}

impl Palette {
    /// All commands; `recent` holds the keys of the latest ones, and `is_possible` tells which can
    /// be run now.
    pub fn new(words: &Words, recent: &[String], is_possible: impl Fn(Command) -> bool) -> Self {
        let known = |key: &String| Command::ALL.iter().find(|it| it.key() == key).copied();
        let mut commands: Vec<Command> = recent.iter().filter_map(known).collect();
        for command in Command::ALL {
            // It stands open already.
            if !commands.contains(command) && *command != Command::Palette {
                commands.push(*command);
            }
        }
        let candidates = commands.iter().map(|command| {
            let menu = words.say(command.menu().key());
            let name = words.say(command.key()).into_owned();
            let detail = format!("{menu} · {}", words.say(command.hint()));
            let keys = command.keys(words).unwrap_or_default();
            let values = [
                ("name", name.clone().into()),
                ("menu", menu.into_owned().into()),
                ("has-keys", usize::from(!keys.is_empty()).into()),
                ("keys", keys.clone().into()),
            ];
            let spoken = words.say_of("palette-named", &values).into_owned();
            let id = Id::unique(("command", command.key()));
            let mut candidate = Candidate::new(id, command.icon(), name, detail);
            candidate.aside = keys;
            candidate.spoken = spoken;
            if !is_possible(*command) {
                candidate.aside = words.say("palette-not-now").into_owned();
                candidate.availability = Availability::NotNow;
            }
            Arc::new(candidate)
        });
        let chooser = Chooser::new(candidates.collect());
        Self { commands, chooser }
    }

    /// Shows it; tells the command that was chosen, or that none was.
    pub fn ui(&mut self, ctx: &Context, words: &Words) -> Option<Chosen<Command>> {
        let labels = Labels {
            field: &words.say("palette-field"),
            none: &words.say("palette-none"),
        };
        match self.chooser.ui(ctx, &labels)? {
            Chosen::One(at) => self.commands.get(at).copied().map(Chosen::One),
            Chosen::Nothing => Some(Chosen::Nothing),
        }
    }
}
