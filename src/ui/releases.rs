//! The releases of the platform that is looked at, and of all: whether the register is as it was
//! written, what was in force on a day, and the ways to open and to compare.

use std::sync::Arc;

use egui::{RichText, Role, ScrollArea, TextEdit, Ui};
use egui_material_icons::icons::{ICON_CHECK, ICON_WARNING};

use super::command::Command;
use super::menu::menu_ui;
use super::scene::{Action, Scene};
use super::theme::Palette;
use super::widgets::{named, named_field};
use crate::messages::{self, read_date, release_name};
use crate::model::{Owner, PlatformId};
use crate::workspace::releases::{Chain, Fault, Glances, Kept, in_force};

/// The height of a line of the list of all platforms.
const LINE: f32 = 30.0;

/// What the window knows of the register.
#[derive(Debug, Default)]
pub struct Releases {
    /// The last releases of all platforms.
    pub glances: Arc<Glances>,
    /// The releases of the platform that was looked at last; why they cannot be read.
    pub known: Option<(PlatformId, Result<Arc<Chain>, String>)>,
    pub verified: Verified,
}

/// What is known of the state of the whole register.
#[derive(Debug, Default)]
pub enum Verified {
    #[default]
    NotYet,
    Whole {
        count: usize,
    },
    Faults(Vec<Fault>),
    /// It cannot be read: why.
    Unreadable(String),
}

/// What is asked for of the releases of the platform that is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wanted {
    /// Shows a release as a page.
    Open(u32),
    /// From a release to another, or to what stands now.
    Compare(u32, Option<u32>),
    /// The history as a file.
    History,
}

/// What the panel remembers between frames.
#[derive(Debug, Default)]
pub struct ReleasesState {
    shows: Shows,
    /// The day that is asked about, as it is typed.
    day: String,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum Shows {
    #[default]
    This,
    All,
}

impl ReleasesState {
    pub fn ui(&mut self, ui: &mut Ui, scene: &Scene<'_>, actions: &mut Vec<Action>) {
        let words = scene.words;
        let releases = scene.releases;
        let chain = match (&releases.known, scene.owner()) {
            (Some((of, chain)), Owner::Platform(id)) if of == id => Some(chain),
            _ => None,
        };
        ui.horizontal_wrapped(|ui| {
            for (shows, key) in [(Shows::This, "releases-this"), (Shows::All, "releases-all")] {
                let label = words.say(key);
                let button = ui.selectable_label(self.shows == shows, &*label);
                named(&button, Role::RadioButton, &label);
                if button.clicked() {
                    self.shows = shows;
                }
            }
            ui.separator();
            for command in [Command::Publish, Command::CheckOnline] {
                if ui.button(words.say(command.key())).clicked() {
                    actions.push(Action::Command(command));
                }
            }
            let published = chain.and_then(|chain| chain.as_ref().ok());
            let published = published.filter(|chain| !chain.releases.is_empty());
            let is_published = published.is_some();
            let history = egui::Button::new(&*words.say("releases-history"));
            if ui.add_enabled(is_published, history).clicked() {
                actions.push(Action::Releases(Wanted::History));
            }
            if let Some(chain) = published.filter(|_| self.shows == Shows::This) {
                ui.separator();
                self.day_ui(ui, scene, chain);
            }
        });
        let scroll = ScrollArea::vertical().id_salt(("releases", self.shows == Shows::All));
        let scroll = scroll.auto_shrink(false);
        match self.shows {
            Shows::All => {
                verified_ui(ui, scene, &releases.verified);
                all_ui(ui, scroll, scene, actions);
            }
            Shows::This => {
                scroll.show(ui, |ui| {
                    verified_ui(ui, scene, &releases.verified);
                    match chain {
                        None if matches!(scene.owner(), Owner::Model(_)) => {
                            ui.weak(words.say("releases-of-model"));
                        }
                        None => {
                            ui.weak(words.say("releases-none"));
                        }
                        Some(Err(why)) => {
                            let colour = Palette::now(ui.ctx()).warning;
                            ui.label(RichText::new(why).color(colour));
                        }
                        Some(Ok(chain)) => self.chain_ui(ui, scene, chain, actions),
                    }
                });
            }
        }
    }

    fn chain_ui(&self, ui: &mut Ui, scene: &Scene<'_>, chain: &Chain, actions: &mut Vec<Action>) {
        let words = scene.words;
        if chain.releases.is_empty() && chain.faults.is_empty() {
            ui.weak(words.say("releases-none"));
            return;
        }
        let before = chain.releases.iter().map(Some);
        let before: Vec<_> = std::iter::once(None).chain(before).collect();
        for (kept, before) in chain.releases.iter().zip(before).rev() {
            ui.push_id(("release", kept.release.number), |ui| {
                release_ui(ui, scene, kept, before, chain, actions);
            });
        }
    }

    /// A day, and what was in force then.
    fn day_ui(&mut self, ui: &mut Ui, scene: &Scene<'_>, chain: &Chain) {
        let words = scene.words;
        let label = words.say("releases-day");
        let shown = ui.label(&*label);
        named(&shown, Role::Label, &label);
        let edit = TextEdit::singleline(&mut self.day)
            .id_salt("releases-day")
            .hint_text(&*words.say("date-hint"))
            .desired_width(110.0);
        let response = ui.add(edit);
        named_field(ui, &response, &label);
        if self.day.trim().is_empty() {
            return;
        }
        let said = match read_date(&self.day) {
            None => words.say("releases-day-wrong").into_owned(),
            Some(day) => match in_force(&chain.releases, day) {
                None => words.say("releases-day-none").into_owned(),
                Some(kept) => release_name(words, kept.release.number, kept.release.date),
            },
        };
        ui.label(said);
    }
}

/// Whether the register is as it was written.
fn verified_ui(ui: &mut Ui, scene: &Scene<'_>, verified: &Verified) {
    let words = scene.words;
    let palette = Palette::now(ui.ctx());
    let warn = |ui: &mut Ui, said: &str| {
        ui.horizontal_wrapped(|ui| {
            ui.label(ICON_WARNING.rich_text().color(palette.warning));
            ui.label(RichText::new(said).color(palette.warning));
        });
    };
    match verified {
        Verified::NotYet => {
            ui.weak(words.say("register-verifying"));
        }
        Verified::Whole { count: 0 } => {}
        Verified::Whole { count } => {
            let said = words.say_of("register-whole", &[("count", (*count).into())]);
            ui.horizontal_wrapped(|ui| {
                ui.label(ICON_CHECK.rich_text().color(palette.weak));
                ui.weak(said);
            });
        }
        Verified::Unreadable(why) => warn(ui, why),
        Verified::Faults(faults) => {
            const NAMED: usize = 20;
            for fault in faults.iter().take(NAMED) {
                warn(ui, &messages::fault(words, fault));
            }
            if faults.len() > NAMED {
                let more = [("count", (faults.len() - NAMED).into())];
                ui.weak(words.say_of("export-more", &more));
            }
        }
    }
}

/// A release, and what can be done with it.
fn release_ui(
    ui: &mut Ui,
    scene: &Scene<'_>,
    kept: &Kept,
    before: Option<&Kept>,
    chain: &Chain,
    actions: &mut Vec<Action>,
) {
    let words = scene.words;
    let release = &kept.release;
    let palette = Palette::now(ui.ctx());
    let number = release.number;
    ui.horizontal_wrapped(|ui| {
        let name = release_name(words, number, release.date);
        ui.label(super::widgets::bold(name));
        ui.label(&release.by);
        let agreement = RichText::new(messages::agreement(words, kept));
        let colour = match release.agreement {
            Some(_) => palette.weak,
            None => palette.adapted,
        };
        ui.label(agreement.color(colour));
        if !release.note.is_empty() {
            ui.weak(format!("« {} »", release.note));
        }
        let mut act = |ui: &mut Ui, key: &str, wanted: Wanted| {
            let response = ui.button(words.say(key));
            let values = [("number", number.into())];
            let spoken = format!("{key}-spoken");
            let spoken = words.say_of(&spoken, &values);
            named(&response, Role::Button, &spoken);
            if response.clicked() {
                actions.push(Action::Releases(wanted));
            }
        };
        act(ui, "release-open", Wanted::Open(number));
        act(ui, "release-now", Wanted::Compare(number, None));
        if let Some(before) = before {
            let before = before.release.number;
            act(ui, "release-since", Wanted::Compare(before, Some(number)));
        }
        let others: Vec<u32> = chain
            .releases
            .iter()
            .map(|it| it.release.number)
            .filter(|it| *it != number && Some(*it) != before.map(|it| it.release.number))
            .collect();
        if others.is_empty() {
            return;
        }
        let menu = menu_ui(ui, words.say("release-with"), |ui| {
            for other in others {
                let values = [("number", other.into())];
                if ui.button(words.say_of("release-number", &values)).clicked() {
                    let (from, to) = (number.min(other), number.max(other));
                    let wanted = Wanted::Compare(from, Some(to));
                    actions.push(Action::Releases(wanted));
                    ui.close();
                }
            }
        });
        let values = [("number", number.into())];
        let spoken = words.say_of("release-with-spoken", &values);
        named(&menu.response, Role::Button, &spoken);
    });
}

/// The last release of every platform that was published.
fn all_ui(ui: &mut Ui, scroll: ScrollArea, scene: &Scene<'_>, actions: &mut Vec<Action>) {
    let words = scene.words;
    let releases = scene.releases;
    let published = releases.glances.platforms();
    if published.is_empty() {
        ui.weak(words.say("releases-none-at-all"));
        return;
    }
    scroll.show_rows(ui, LINE, published.len(), |ui, rows| {
        for platform in published.get(rows).unwrap_or_default() {
            let Some(glance) = releases.glances.of(platform) else {
                continue;
            };
            let owner = Owner::Platform(platform.clone());
            ui.horizontal(|ui| {
                ui.set_height(LINE - ui.spacing().item_spacing.y);
                let name = scene.name_of(&owner);
                if ui.link(&name).clicked() {
                    actions.push(Action::LookAt(owner));
                }
                ui.label(release_name(words, glance.number, glance.date));
                if !glance.is_agreed {
                    ui.weak(words.say("agreement-missing"));
                }
                if glance.is_changed {
                    let colour = Palette::now(ui.ctx()).adapted;
                    ui.label(RichText::new(words.say("release-changed")).color(colour));
                }
            });
        }
    });
}
