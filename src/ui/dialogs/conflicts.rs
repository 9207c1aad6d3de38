//! What a merge of two versions left open, one after the other, until someone has decided.

use egui::{Button, Ui};
use serde_json::Value;

use super::difference::{Compared, Extent, compared_ui, legend_ui, part_ui};
use super::parts::{at_the_right, close_ui, take_cursor};
use super::three_way::Part;
use super::{Answer, Surroundings};
use crate::messages;
use crate::model::{Conflict, Span, compare_words};
use crate::store::{Side, Standing};
use crate::ui::widgets::{bold, main_button_ui, warning};
use crate::words::Words;
use crate::workspace::Change;
use crate::workspace::changes::Shared;
use crate::workspace::moved_on::Said;

/// The conflict that is looked at, by its place among those that are open.
#[derive(Debug, Default)]
pub struct ConflictsForm {
    at: usize,
    /// Made when another conflict is looked at: it takes the whole collection to find its place.
    shown: Option<Box<Shown>>,
}

/// A conflict, ready to be shown.
#[derive(Debug)]
struct Shown {
    conflict: Conflict,
    place: String,
    /// What stood there before, as far as it is a text.
    was: Option<Compared>,
    /// What stands there now, or that we removed it.
    ours: Compared,
    theirs: Compared,
    /// What has each side's word stand; nothing where that has no place any more.
    take_ours: Option<Change>,
    take_theirs: Option<Change>,
    /// A text, to be put together of both.
    together: Option<Part>,
    asked: Asked,
}

/// Whether the texts are being put together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Asked {
    NotYet,
    /// The text is about to be shown, and gets the cursor.
    Just,
    Already,
}

/// What was chosen among the buttons.
enum Choice {
    Decided(Option<Change>),
    Step(usize),
    Later,
}

impl ConflictsForm {
    pub(super) fn ui(&mut self, ui: &mut Ui, around: &Surroundings<'_>) -> Option<Answer> {
        let words = around.words;
        let conflicts = &around.collection.conflicts;
        self.at = self.at.min(conflicts.len().saturating_sub(1));
        ui.heading(words.say("conflicts-title"));
        let Some(conflict) = conflicts.get(self.at) else {
            ui.label(words.say("conflicts-none"));
            return close_ui(ui, words);
        };
        let is_shown = |shown: &&mut Box<Shown>| shown.conflict == *conflict;
        let shown = match self.shown.as_mut().filter(is_shown) {
            Some(_) => self.shown.as_mut()?,
            None => self.shown.insert(Box::new(Shown::new(around, conflict))),
        };
        let count = [
            ("at", (self.at + 1).into()),
            ("count", conflicts.len().into()),
        ];
        ui.weak(words.say_of("conflicts-count", &count));
        ui.label(bold(shown.place.as_str()));
        let extent = if shown.is_marked() {
            legend_ui(ui, words, shown.is_shortened())
        } else {
            Extent::Whole
        };
        compared_ui(ui, self.at, |ui| shown.versions_ui(ui, words, extent));
        if shown.take_theirs.is_none() || shown.take_ours.is_none() {
            warning(ui, &words.say("conflicts-nowhere"));
        }
        let decided = at_the_right(ui, |ui| shown.choices_ui(ui, around));
        let choice = decided.or_else(|| steps_ui(ui, words, conflicts.len()));
        match choice? {
            Choice::Decided(change) => {
                self.shown = None;
                Some(Answer::Edit(change))
            }
            Choice::Step(by) => {
                self.at = (self.at + by) % conflicts.len();
                self.shown = None;
                None
            }
            Choice::Later => Some(Answer::Close),
        }
    }
}

/// Back and forth, and away.
fn steps_ui(ui: &mut Ui, words: &Words, count: usize) -> Option<Choice> {
    at_the_right(ui, |ui| {
        let later = ui.button(words.say("conflicts-later")).clicked();
        let mut choice = later.then_some(Choice::Later);
        let steps = [
            ("conflicts-next", 1),
            ("conflicts-previous", count.saturating_sub(1)),
        ];
        for (key, by) in steps {
            if count > 1 && ui.button(words.say(key)).clicked() {
                choice = Some(Choice::Step(by));
            }
        }
        choice
    })
}

impl Shown {
    fn new(around: &Surroundings<'_>, conflict: &Conflict) -> Self {
        let words = around.words;
        let shared = Shared {
            collection: around.collection,
            from: around.owner,
        };
        let standing = Standing::of(around.collection);
        let now = standing.at(&conflict.at);
        // What we removed stands as they have it, and may have been written on since.
        let (ours, theirs) = match (&conflict.ours, &conflict.theirs) {
            (None, Some(_)) => (None, now.as_ref().or(conflict.theirs.as_ref())),
            (_, theirs) => (now.as_ref().or(conflict.ours.as_ref()), theirs.as_ref()),
        };
        let told = |side| Compared::new(told(words, &standing, conflict, side));
        let (told_ours, told_theirs) = (told(ours), told(theirs));
        let compared = [&told_ours, &told_theirs]
            .into_iter()
            .find(|it| it.is_marked());
        let was = conflict.base.as_ref().and_then(text_of).map(|was| {
            let alone = || Compared::new(vec![Span::Kept(was.to_owned())]);
            compared.map_or_else(alone, Compared::before)
        });
        let texts = [conflict.base.as_ref(), ours, theirs].map(|it| it.and_then(text_of));
        let together = match texts {
            [Some(was), Some(ours), Some(theirs)] if messages::is_prose(conflict) => {
                Some(Part::new(&Said {
                    language: None,
                    was: was.to_owned(),
                    now: ours.to_owned(),
                    here: theirs.to_owned(),
                }))
            }
            _ => None,
        };
        Self {
            place: messages::conflict_place(words, around.collection, &standing, conflict),
            was,
            ours: told_ours,
            theirs: told_theirs,
            take_ours: shared.settle(conflict, Side::Ours),
            take_theirs: shared.settle(conflict, Side::Theirs),
            together,
            asked: Asked::NotYet,
            conflict: conflict.clone(),
        }
    }

    /// Whether words are marked as removed or added.
    fn is_marked(&self) -> bool {
        self.ours.is_marked() || self.theirs.is_marked()
    }

    /// Whether texts are shortened to what is near to what differs.
    fn is_shortened(&self) -> bool {
        self.ours.is_shortened() || self.theirs.is_shortened()
    }

    /// What stood there before, what each side made of it, and the two together where that is asked
    /// for.
    fn versions_ui(&mut self, ui: &mut Ui, words: &Words, extent: Extent) {
        if let (Some(together), true) = (&mut self.together, self.asked != Asked::NotYet) {
            let mut wants_cursor = self.asked == Asked::Just;
            together.together_ui(ui, words, "conflicts-undecided", &mut wants_cursor);
            self.asked = Asked::Already;
        }
        for (key, compared) in [
            ("conflicts-side-was", self.was.as_ref()),
            ("conflicts-side-ours", Some(&self.ours)),
            ("conflicts-side-theirs", Some(&self.theirs)),
        ] {
            if let Some(compared) = compared {
                part_ui(ui, Some(&words.say(key)), compared.shown(extent), words);
            }
        }
    }

    /// The choices, from the right: what keeps what stands is the one that is offered first, until
    /// the texts are being put together.
    fn choices_ui(&mut self, ui: &mut Ui, around: &Surroundings<'_>) -> Option<Choice> {
        let words = around.words;
        let mut choice = None;
        let is_merging = self.asked != Asked::NotYet;
        if let (Some(together), true) = (&self.together, is_merging) {
            let used = main_button_ui(ui, together.is_decided(), &words.say("moved-use"));
            let hint = words.say("conflicts-undecided");
            if used.on_disabled_hover_text(hint).clicked() {
                let shared = Shared {
                    collection: around.collection,
                    from: around.owner,
                };
                let made = shared.settle_with(&self.conflict, &together.text_together());
                choice = made.map(|change| Choice::Decided(Some(change)));
            }
        }
        let (ours, theirs) = match (&self.conflict.ours, &self.conflict.theirs) {
            (None, Some(_)) => ("conflicts-remove", "conflicts-keep"),
            (Some(_), None) => ("conflicts-keep", "conflicts-remove"),
            _ => ("conflicts-ours", "conflicts-theirs"),
        };
        let mut sides = [(ours, &self.take_ours), (theirs, &self.take_theirs)];
        if self.conflict.ours.is_none() {
            sides.reverse();
        }
        for (at, (key, change)) in sides.into_iter().enumerate() {
            let label = words.say(key);
            let button = if at == 0 && !is_merging {
                main_button_ui(ui, change.is_some(), &label)
            } else {
                ui.add_enabled(change.is_some(), Button::new(&*label))
            };
            if at == 0 {
                take_cursor(ui, &button);
            }
            if button.clicked() {
                choice = Some(Choice::Decided(change.clone()));
            }
        }
        if self.together.is_some() && !is_merging {
            let merge = ui.button(words.say("moved-merge"));
            if merge
                .on_hover_text(words.say("conflicts-merge-hint"))
                .clicked()
            {
                self.asked = Asked::Just;
            }
        }
        choice
    }
}

/// What a side says: a text by words, anything else by what was done to it.
fn told(
    words: &Words,
    standing: &Standing,
    conflict: &Conflict,
    side: Option<&Value>,
) -> Vec<Span> {
    let Some(side) = side else {
        return vec![Span::Kept(words.say("conflicts-removed").into_owned())];
    };
    let before = conflict.base.as_ref().and_then(text_of);
    match (text_of(side), before) {
        (Some(now), Some(before)) => compare_words(before, now),
        (Some(now), None) => vec![Span::Kept(now.to_owned())],
        (None, _) => vec![Span::Kept(messages::conflict_side(
            words, standing, conflict, side,
        ))],
    }
}

/// What a value says if it is a text in a language.
fn text_of(value: &Value) -> Option<&str> {
    match value {
        Value::String(text) => Some(text),
        // A translation that says what it was made of.
        Value::Object(older) if older.contains_key("of") => older.get("text")?.as_str(),
        _ => None,
    }
}
