//! The import in the window: one page side by side with what it becomes, or the list of several.
//!
//! What a person decides goes to [`Review`]; what comes of it is made away from the interface, and
//! the lines of before stay until it is there.

mod cells;
mod head;
mod lines;
mod several;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use egui::{CentralPanel, Key, Modifiers, Popup, Ui};

use crate::import::matching::{Decision, FormChoice, PlatformChoice};
use crate::import::structure::Kind;
use crate::messages;
use crate::model::{Category, Collection, Language, PlatformId, Role, Span};
use crate::words::Words;
use crate::workspace::import::{self, Found, Incoming, Taken, Unread};
use crate::workspace::review::{Candidate, Made, Review, Spot, Subject, take};
use crate::workspace::{Change, Job, Jobs, Outcome};
use lines::Sight;

/// Charters that are being brought in.
#[derive(Debug)]
pub struct Importing {
    /// What they are taken into.
    pub collection: Arc<Collection>,
    pub ground: Ground,
    sources: Vec<Source>,
    /// The page that is reviewed.
    open: Option<Open>,
    /// What all of them come to, and that being made.
    taken: Option<Taken>,
    taking: Making<Taken>,
    /// Whether the person wants them in, as soon as it is known what that does.
    is_wanted: bool,
}

/// What charters are taken into.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ground {
    /// The collection that is open.
    Open,
    /// One that is made for them.
    New,
}

/// A source of an import.
#[derive(Debug)]
struct Source {
    path: PathBuf,
    holds: Holds,
    part: Takes,
}

#[derive(Debug)]
enum Holds {
    Candidate(Candidate),
    Refused(Unread),
}

/// Whether a source takes part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Takes {
    Part,
    NoPart,
}

/// A review that is open.
#[derive(Debug)]
struct Open {
    /// The number of its source.
    at: usize,
    /// What it is compared with: among others, the models that these bring too.
    ground: Arc<Collection>,
    made: Option<Arc<Made>>,
    making: Making<Made>,
    sight: Sight,
    /// The note that was looked at last.
    note: Option<usize>,
}

/// Something that is made away from the interface, again when what it is made of changes.
#[derive(Debug)]
struct Making<T> {
    job: Option<Job<T>>,
    is_stale: bool,
}

/// What the person asks for.
#[derive(Debug)]
enum Asked {
    Kind(std::ops::Range<usize>, Kind),
    Role(Spot, usize, Role),
    Category(Spot, Option<Category>),
    Part(Subject, Option<Decision>),
    Language(Language),
    Form(FormChoice),
    Platform(PlatformChoice),
    /// Shows a note.
    Note(usize),
    /// Compares a text with the charter's.
    Compare(Vec<Span>),
    Open(usize),
    Takes(usize, Takes),
    In,
    Back,
}

/// Who the keys are for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Keys {
    Free,
    /// A dialog stands over it.
    Taken,
}

/// What the window is to do.
#[derive(Debug)]
pub enum Wanted {
    /// Brings it in: the change, the platform to look at, and what to say.
    In(Option<Change>, PlatformId, String),
    /// Leaves it; what was decided is asked about.
    Leave,
    Compare(String, Vec<Span>),
}

impl<T: Send + 'static> Making<T> {
    fn stale() -> Self {
        Self {
            job: None,
            is_stale: true,
        }
    }

    /// Makes it again where that is needed; gives what came, once.
    fn go_on(
        &mut self,
        jobs: &Jobs,
        make: impl FnOnce() -> Box<dyn FnOnce() -> T + Send>,
    ) -> Option<T> {
        let mut made = None;
        if let Some(job) = self.job.take() {
            match job.outcome() {
                Outcome::Running => self.job = Some(job),
                Outcome::Done(done) => made = Some(done),
                // What cannot be made is not made again and again.
                Outcome::Lost => {}
            }
        }
        if self.is_stale && self.job.is_none() {
            self.is_stale = false;
            let make = make();
            self.job = Some(jobs.start(move |_, _| make()));
        }
        made
    }

    fn is_settled(&self) -> bool {
        self.job.is_none() && !self.is_stale
    }
}

impl Importing {
    #[must_use]
    pub fn new(
        collection: Collection,
        ground: Ground,
        incoming: Vec<Incoming>,
        usual: &Language,
    ) -> Self {
        let held = |path: &Path, found| match found {
            Ok(Found::Charter(found)) => {
                let review = Review::new(import::name_of(path), *found, usual.clone());
                Holds::Candidate(Candidate::Page(Box::new(review)))
            }
            Ok(Found::Collection(from)) => Holds::Candidate(Candidate::Collection(Arc::from(from))),
            Err(unread) => Holds::Refused(unread),
        };
        let source = |source: Incoming| Source {
            holds: held(&source.path, source.found),
            path: source.path,
            part: Takes::Part,
        };
        let sources: Vec<Source> = incoming.into_iter().map(source).collect();
        let mut importing = Self {
            collection: Arc::new(collection),
            ground,
            sources,
            open: None,
            taken: None,
            taking: Making::stale(),
            is_wanted: false,
        };
        if importing.is_one_page() {
            importing.open(0);
        }
        importing
    }

    /// Why nothing comes of the only source, where that is so.
    #[must_use]
    pub fn refused(&self, words: &Words) -> Option<String> {
        match self.sources.as_slice() {
            [
                Source {
                    path,
                    holds: Holds::Refused(unread),
                    ..
                },
            ] => {
                let values = [
                    ("source", import::name_of(path).into()),
                    ("reason", messages::unread(words, unread).into()),
                ];
                Some(words.say_of("import-failed", &values).into_owned())
            }
            _ => None,
        }
    }

    /// Whether something was decided, which would be lost.
    #[must_use]
    pub fn is_touched(&self) -> bool {
        self.sources.iter().any(|source| {
            let is_decided = match &source.holds {
                Holds::Candidate(Candidate::Page(review)) => !review.is_untouched(),
                _ => false,
            };
            is_decided || source.part == Takes::NoPart
        })
    }

    fn is_one_page(&self) -> bool {
        matches!(
            self.sources.as_slice(),
            [Source {
                holds: Holds::Candidate(Candidate::Page(_)),
                ..
            }]
        )
    }

    fn open(&mut self, at: usize) {
        let source = self.sources.get(at);
        let ground = source
            .zip(self.taken.as_ref())
            .map(|(source, taken)| Arc::new(taken.ground_of(&source.path, &self.collection)));
        self.open = Some(Open {
            at,
            ground: ground.unwrap_or_else(|| Arc::clone(&self.collection)),
            made: None,
            making: Making::stale(),
            sight: Sight::default(),
            note: None,
        });
    }

    fn review(&self) -> Option<&Review> {
        let at = self.open.as_ref()?.at;
        match &self.sources.get(at)?.holds {
            Holds::Candidate(Candidate::Page(review)) => Some(review),
            _ => None,
        }
    }

    fn review_mut(&mut self) -> Option<&mut Review> {
        let at = self.open.as_ref()?.at;
        match &mut self.sources.get_mut(at)?.holds {
            Holds::Candidate(Candidate::Page(review)) => Some(review),
            _ => None,
        }
    }

    /// Goes on with what is made away from the interface; tells what is ready to be brought in.
    fn work(&mut self, words: &Words, jobs: &Jobs) -> Option<Wanted> {
        if self.is_one_page() {
            self.work_on_review(jobs);
            let open = self
                .open
                .as_ref()
                .filter(|it| self.is_wanted && it.making.is_settled())?;
            self.is_wanted = false;
            let made = Arc::clone(open.made.as_ref()?);
            let edits = made.proposal.edits(&self.collection);
            let platform = made.proposal.platform.id.clone();
            let change = (!edits.is_empty()).then(|| import::change(platform.clone(), edits));
            let said = self.said_of_page(words, &made, change.is_some());
            return Some(Wanted::In(change, platform, said));
        }
        self.work_on_all(jobs);
        if self.open.is_some() && self.taken.is_some() {
            self.work_on_review(jobs);
        }
        if !self.is_wanted || !self.taking.is_settled() {
            return None;
        }
        self.is_wanted = false;
        let taken = self.taken.as_ref()?;
        let platform = taken.first.clone()?;
        let (done, _) = taken.counts();
        let refused = self.refusals();
        let values = [("done", done.into()), ("failed", refused.into())];
        let said = words.say_of("import-done-many", &values).into_owned();
        Some(Wanted::In(taken.change(), platform, said))
    }

    fn said_of_page(&self, words: &Words, made: &Made, is_new: bool) -> String {
        let name = head::name_of(
            &made.proposal.platform,
            &made.proposal.language,
            &self.collection,
        );
        let counts = made.proposal.counts();
        let key = if is_new {
            "import-done"
        } else {
            "import-done-same"
        };
        let values = [
            ("name", name.into()),
            ("inherited", counts.inherited.into()),
            ("adapted", counts.adapted.into()),
            ("added", counts.added.into()),
        ];
        words.say_of(key, &values).into_owned()
    }

    fn refusals(&self) -> usize {
        let refused = |source: &&Source| matches!(source.holds, Holds::Refused(_));
        self.sources.iter().filter(refused).count()
    }

    fn work_on_review(&mut self, jobs: &Jobs) {
        let Some(review) = self.review().cloned() else {
            self.open = None;
            return;
        };
        let Some(open) = &mut self.open else {
            return;
        };
        let collection = Arc::clone(&open.ground);
        let make =
            || -> Box<dyn FnOnce() -> Made + Send> { Box::new(move || review.make(&collection)) };
        if let Some(made) = open.making.go_on(jobs, make) {
            open.made = Some(Arc::new(made));
        }
    }

    fn work_on_all(&mut self, jobs: &Jobs) {
        let collection = Arc::clone(&self.collection);
        let candidates = || {
            let taking = self
                .sources
                .iter()
                .filter(|source| source.part == Takes::Part);
            let candidates = taking.filter_map(|source| match &source.holds {
                Holds::Candidate(candidate) => Some((source.path.clone(), candidate.clone())),
                Holds::Refused(_) => None,
            });
            candidates.collect::<Vec<_>>()
        };
        let make = || -> Box<dyn FnOnce() -> Taken + Send> {
            let candidates = candidates();
            Box::new(move || take(&collection, &candidates))
        };
        if let Some(taken) = self.taking.go_on(jobs, make) {
            if let Some(open) = &mut self.open
                && let Some(source) = self.sources.get(open.at)
            {
                let ground = taken.ground_of(&source.path, &self.collection);
                if ground != *open.ground {
                    open.ground = Arc::new(ground);
                    open.making.is_stale = true;
                }
            }
            self.taken = Some(taken);
        }
    }

    /// Shows it, and tells what the window is to do.
    pub fn ui(&mut self, ui: &mut Ui, words: &Words, jobs: &Jobs, keys: Keys) -> Option<Wanted> {
        let ready = self.work(words, jobs);
        let mut asked = Vec::new();
        // Escape closes a list of choices first.
        let is_choosing = Popup::is_any_open(ui.ctx());
        let is_free = keys == Keys::Free && !is_choosing;
        if is_free && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape)) {
            asked.push(Asked::Back);
        }
        CentralPanel::default().show(ui, |ui| {
            if self.open.is_some() {
                self.review_ui(ui, words, &mut asked);
            } else {
                self.several_ui(ui, words, &mut asked);
            }
        });
        let wanted: Vec<Wanted> = asked
            .into_iter()
            .filter_map(|it| self.perform(it, words))
            .collect();
        if !wanted.is_empty() || self.is_wanted {
            ui.ctx().request_repaint();
        }
        ready.or_else(|| wanted.into_iter().next())
    }

    fn review_ui(&mut self, ui: &mut Ui, words: &Words, asked: &mut Vec<Asked>) {
        let is_one = self.is_one_page();
        let Some(review) = self.review().cloned() else {
            return;
        };
        let Some(open) = &mut self.open else {
            return;
        };
        let collection = Arc::clone(&open.ground);
        let made = open.made.clone();
        let head = head::Head {
            words,
            collection: &collection,
            review: &review,
            made: made.as_deref(),
            is_one,
            note: open.note,
        };
        head.ui(ui, asked);
        match made {
            Some(made) => lines::ui(ui, words, &review, &made, &mut open.sight, asked),
            None => drop(ui.weak(words.say("import-matching"))),
        }
    }

    /// Does what was asked; what only the window can do comes back.
    fn perform(&mut self, asked: Asked, words: &Words) -> Option<Wanted> {
        match asked {
            Asked::In => self.is_wanted = true,
            Asked::Back if self.open.is_some() && !self.is_one_page() => {
                self.open = None;
                self.taking.is_stale = true;
            }
            Asked::Back => return Some(Wanted::Leave),
            Asked::Compare(spans) => {
                let open = self.open.as_ref()?;
                let proposal = &open.made.as_ref()?.proposal;
                let model = head::follows_name(proposal, &open.ground, words.language());
                return Some(Wanted::Compare(model, spans));
            }
            Asked::Open(at) => self.open(at),
            Asked::Takes(at, part) => {
                if let Some(source) = self.sources.get_mut(at) {
                    source.part = part;
                }
                self.taking.is_stale = true;
            }
            Asked::Note(number) => {
                let open = self.open.as_mut()?;
                let note = open.made.as_ref()?.notes.get(number)?;
                open.sight.show(note.at);
                open.note = Some(number);
            }
            decided => self.decide(decided),
        }
        None
    }

    fn decide(&mut self, asked: Asked) {
        let Some(review) = self.review_mut() else {
            return;
        };
        let decided = &mut review.decided;
        match asked {
            Asked::Kind(parts, kind) => review.decide_kind(parts, kind),
            Asked::Part(subject, decision) => review.decide(subject, decision),
            Asked::Role(spot, column, role) => {
                decided.roles.insert((spot, column), role);
            }
            Asked::Category(spot, category) => {
                decided.categories.insert(spot, category);
            }
            Asked::Language(language) => decided.language = Some(language),
            Asked::Form(form) => decided.form = form,
            Asked::Platform(platform) => decided.platform = platform,
            _ => return,
        }
        if let Some(open) = &mut self.open {
            open.making.is_stale = true;
        }
        self.taking.is_stale = true;
    }
}
