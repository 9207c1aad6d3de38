//! What is to be translated: in the charter that is looked at or in all, one after the other, and
//! how much of each charter is done.

mod lines;

use std::ops::Range;

use egui::{Role, ScrollArea, Ui};
use egui_material_icons::icons::{ICON_KEYBOARD_ARROW_DOWN, ICON_KEYBOARD_ARROW_UP};

use super::command::Command;
use super::find::Step;
use super::gathering::Gathering;
use super::kept::OfCharter;
use super::places::Places;
use super::scene::{Action, Scene};
use super::widgets::{icon_button, named};
use crate::model::{Collection, Language, Owner};
use crate::workspace::translations::{Lack, Share, Shares, ToTranslate, queue, share, shares};
use crate::workspace::{Cancel, Jobs, Progress, Session};
use lines::{LINE, queued_ui, share_ui};

/// What is remembered of translations between frames.
#[derive(Default)]
pub struct Translations {
    shows: Shows,
    queue: Gathering<(), Vec<ToTranslate>>,
    shares: Gathering<(), Vec<Shares>>,
    /// Those of the queue that are shown, and whose charter that was for.
    shown: Vec<usize>,
    /// How many of those are missing.
    missing: usize,
    shown_for: Option<(Shows, Owner)>,
    places: Places,
    /// How much of the charter that is looked at is done.
    here: OfCharter<Vec<(Language, Share)>>,
    /// Where the person went last: what it was, and its place among those that were shown.
    last: Option<(ToTranslate, usize)>,
    /// A step that a command asked for.
    asked: Option<Step>,
}

/// Whose translations are shown.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum Shows {
    /// The charter that is looked at, and the models that it follows.
    #[default]
    This,
    All,
    /// How much of each charter is done.
    Shares,
}

impl Translations {
    /// Goes to the next text to translate or the one before, once it is known.
    pub fn step(&mut self, step: Step) {
        self.asked = Some(step);
    }

    pub fn ui(
        &mut self,
        ui: &mut Ui,
        scene: &Scene<'_>,
        (session, jobs): (&Session, &Jobs),
        actions: &mut Vec<Action>,
    ) {
        if self.asked.is_some() && self.shows == Shows::Shares {
            self.shows = Shows::All;
        }
        self.gather(ui, scene, (session, jobs));
        self.bar_ui(ui, scene, actions);
        if scene.collection.languages.len() < 2 {
            self.asked = None;
            ui.weak(scene.words.say("translations-one-language"));
            return;
        }
        if self.shows == Shows::Shares {
            self.shares_ui(ui, scene, actions);
            return;
        }
        if self.queue.fresh(session, &()).is_some()
            && let Some(step) = self.asked.take()
        {
            self.go(step, actions);
        }
        self.queue_ui(ui, scene, actions);
    }

    /// Looks again at all charters where something has changed.
    fn gather(&mut self, ui: &Ui, scene: &Scene<'_>, around: (&Session, &Jobs)) {
        if self.shows == Shows::Shares {
            let make = |collection: &Collection, (): &(), cancel: &Cancel, progress: &Progress| {
                shares(collection, cancel, progress)
            };
            self.shares.keep_up(ui, around, &(), make);
            return;
        }
        let make = |collection: &Collection, (): &(), cancel: &Cancel, progress: &Progress| {
            queue(collection, cancel, progress)
        };
        let is_new = self.queue.keep_up(ui, around, &(), make);
        let of = (self.shows, scene.owner().clone());
        if is_new {
            self.places.forget();
        }
        if is_new || self.shown_for.as_ref() != Some(&of) {
            self.shown = shown(self.queue(), self.shows, scene);
            let queue = self.queue();
            let lacks = self.shown.iter().filter_map(|at| queue.get(*at));
            self.missing = lacks.filter(|it| it.lack == Lack::Missing).count();
            self.shown_for = Some(of);
        }
    }

    fn queue(&self) -> &[ToTranslate] {
        self.queue.made().map(Vec::as_slice).unwrap_or_default()
    }

    fn bar_ui(&mut self, ui: &mut Ui, scene: &Scene<'_>, actions: &mut Vec<Action>) {
        let words = scene.words;
        ui.horizontal_wrapped(|ui| {
            for (shows, key) in [
                (Shows::This, "translations-this"),
                (Shows::All, "translations-all"),
                (Shows::Shares, "translations-shares"),
            ] {
                let label = words.say(key);
                let button = ui.selectable_label(self.shows == shows, &*label);
                named(&button, Role::RadioButton, &label);
                if button.clicked() {
                    self.shows = shows;
                }
            }
            if self.shows == Shows::Shares {
                self.shares.progress_ui(ui, words);
                return;
            }
            ui.separator();
            let some = !self.shown.is_empty();
            for (icon, command) in [
                (ICON_KEYBOARD_ARROW_UP, Command::PreviousTranslation),
                (ICON_KEYBOARD_ARROW_DOWN, Command::NextTranslation),
            ] {
                let name = words.say(command.key());
                let name = command.with_keys(&name, words);
                if icon_button(ui, icon, &name, some).clicked() {
                    actions.push(Action::Command(command));
                }
            }
            if self.queue.made().is_some() {
                ui.label(self.counted(scene));
            }
            self.queue.progress_ui(ui, words);
            if self.shows == Shows::This {
                ui.separator();
                for (language, share) in self.here.get(scene, shares_of) {
                    ui.weak(told(scene, &language, &share));
                }
            }
        });
    }

    /// How many texts are missing, and how many are older.
    fn counted(&self, scene: &Scene<'_>) -> String {
        let values = [
            ("missing", self.missing.into()),
            ("outdated", (self.shown.len() - self.missing).into()),
        ];
        let key = if self.shown.is_empty() {
            "translations-none"
        } else {
            "translations-count"
        };
        scene.words.say_of(key, &values).into_owned()
    }

    fn queue_ui(&mut self, ui: &mut Ui, scene: &Scene<'_>, actions: &mut Vec<Action>) {
        ui.spacing_mut().item_spacing.y = 0.0;
        let mut gone = None;
        let queue = self.queue.made().map(Vec::as_slice).unwrap_or_default();
        let scroll = ScrollArea::vertical().id_salt("translations");
        let scroll = scroll.auto_shrink(false);
        scroll.show_rows(ui, LINE, self.shown.len(), |ui, rows: Range<usize>| {
            for row in rows {
                let Some(it) = self.shown.get(row).and_then(|at| queue.get(*at)) else {
                    continue;
                };
                let is_last = self.last.as_ref().is_some_and(|(last, _)| is_of(last, it));
                let place = self.places.of(scene, &it.owner, &it.element);
                let place = format!("{} · {place}", scene.name_of(&it.owner));
                if queued_ui(ui, scene, it, &place, (row, is_last)) {
                    gone = Some((it.clone(), row));
                }
            }
        });
        if let Some((it, row)) = gone {
            self.go_to(it, row, actions);
        }
    }

    fn shares_ui(&mut self, ui: &mut Ui, scene: &Scene<'_>, actions: &mut Vec<Action>) {
        ui.spacing_mut().item_spacing.y = 0.0;
        let shares = self.shares.made().map(Vec::as_slice).unwrap_or_default();
        let scroll = ScrollArea::vertical().id_salt("translation-shares");
        let scroll = scroll.auto_shrink(false);
        scroll.show_rows(ui, LINE, shares.len(), |ui, rows| {
            for one in shares.get(rows).unwrap_or_default() {
                let told: Vec<String> = one
                    .shares
                    .iter()
                    .map(|(language, share)| told(scene, language, share))
                    .collect();
                if share_ui(ui, scene, &one.owner, &told.join(" · ")) {
                    actions.push(Action::LookAt(one.owner.clone()));
                }
            }
        });
    }

    /// Goes to the text after the one that was gone to last, or to what took its place.
    fn go(&mut self, step: Step, actions: &mut Vec<Action>) {
        let Some(end) = self.shown.len().checked_sub(1) else {
            return;
        };
        let queue = self.queue();
        let found = self.last.as_ref().map(|(last, row)| {
            let is_it = |at: &usize| queue.get(*at).is_some_and(|it| is_of(last, it));
            let now = self.shown.iter().position(is_it);
            (now.unwrap_or(*row), now.is_some())
        });
        let row = match (step, found) {
            (Step::Next, None) => 0,
            (Step::Next, Some((row, true))) if row < end => row + 1,
            (Step::Next, Some((row, false))) if row <= end => row,
            (Step::Next, Some(_)) => 0,
            (Step::Previous, Some((row, _))) if row > 0 => (row - 1).min(end),
            (Step::Previous, _) => end,
        };
        let it = self.shown.get(row).and_then(|at| queue.get(*at)).cloned();
        if let Some(it) = it {
            self.go_to(it, row, actions);
        }
    }

    fn go_to(&mut self, it: ToTranslate, row: usize, actions: &mut Vec<Action>) {
        actions.push(Action::Translate {
            owner: it.owner.clone(),
            language: it.language.clone(),
            element: it.element.clone(),
        });
        self.last = Some((it, row));
    }
}

/// Those of the queue that are about a charter or a model that it follows, or all.
fn shown(queue: &[ToTranslate], shows: Shows, scene: &Scene<'_>) -> Vec<usize> {
    if shows == Shows::All {
        return (0..queue.len()).collect();
    }
    let charter = scene.collection.charter(scene.owner());
    let models = charter.into_iter().flat_map(|charter| {
        let followed = scene.collection.followed(charter);
        followed.map(|model| Owner::Model(model.id.clone()))
    });
    let owners: Vec<Owner> = std::iter::once(scene.owner().clone())
        .chain(models)
        .collect();
    let languages = scene.collection.languages_of(scene.owner());
    let is_shown =
        |it: &ToTranslate| owners.contains(&it.owner) && languages.contains(&it.language);
    let shown = queue.iter().enumerate().filter(|(_, it)| is_shown(it));
    shown.map(|(at, _)| at).collect()
}

/// Whether two are about the same text in the same language.
fn is_of(one: &ToTranslate, other: &ToTranslate) -> bool {
    one.owner == other.owner && one.language == other.language && one.element == other.element
}

/// How much of the charter that is looked at is translated into each of its languages.
fn shares_of(scene: &Scene<'_>) -> Vec<(Language, Share)> {
    let languages = scene.collection.languages_of(scene.owner()).iter();
    languages
        .map(|language| (language.clone(), share(scene.resolved, language)))
        .collect()
}

/// How much of a charter is translated into a language: « anglais 87 % ».
fn told(scene: &Scene<'_>, language: &Language, share: &Share) -> String {
    let values = [
        ("language", language.as_str().into()),
        ("percent", share.percent().into()),
    ];
    scene
        .words
        .say_of("translations-share", &values)
        .into_owned()
}
