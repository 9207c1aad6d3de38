//! The session: a collection being worked on.
//!
//! Every change passes [`Session::make`]. What is derived from the collection (resolved charters,
//! documents) is made when it is asked for and kept until something that it depends on changes.

use std::collections::HashMap;
use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use super::history::{Change, Deed, History, Place, State, Step, StepSeen, Typing};
use crate::document::{Document, Edition};
use crate::model::{CharterEdit, Collection, Edit, Language, ModelId, Owner, Refused, Resolved};
use crate::store::Notation;

/// The file that a collection was read from or last saved to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    pub path: PathBuf,
    pub notation: Notation,
    /// What the file held then, to notice that something else wrote it.
    pub fingerprint: Fingerprint,
}

/// The hash of a file's bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fingerprint(pub [u8; 32]);

impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

/// Counts the changes of what it is kept for.
type Revision = u64;

/// What a derived value was made from.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Inputs {
    shared: Revision,
    charters: Vec<(Owner, Revision)>,
}

struct Derived<T> {
    inputs: Inputs,
    value: Arc<T>,
}

pub struct Session {
    id: SessionId,
    collection: Collection,
    source: Option<Source>,
    /// Whether the file has comments, which a save would lose.
    has_comments: bool,
    history: History,
    saved: Option<State>,
    /// The collection as it was last saved, or as it was opened.
    saved_collection: Collection,
    /// Its charters, in a language, as far as they were looked at.
    saved_documents: HashMap<(Owner, Language), Option<Arc<Document>>>,
    /// Changes of what every charter depends on: languages, fields, facts, who follows whom.
    shared: Revision,
    /// Changes of what models and platforms are called.
    names: Revision,
    /// How many platforms each model reaches, and what that was counted for.
    reach: Option<(Revision, Arc<HashMap<ModelId, usize>>)>,
    revisions: HashMap<Owner, Revision>,
    resolved: HashMap<Owner, Derived<Resolved>>,
    editions: HashMap<(Owner, Language), Derived<Edition>>,
}

/// How many derived values are kept; more are made again when they are asked for.
const KEPT: usize = 64;

impl Session {
    /// A session on a collection that stands in no file yet.
    #[must_use]
    pub fn unsaved(collection: Collection) -> Self {
        Self {
            id: SessionId::next(),
            saved_collection: collection.clone(),
            saved_documents: HashMap::new(),
            collection,
            source: None,
            has_comments: false,
            history: History::new(),
            saved: None,
            shared: 0,
            names: 0,
            reach: None,
            revisions: HashMap::new(),
            resolved: HashMap::new(),
            editions: HashMap::new(),
        }
    }

    /// A session on a collection as a file has it.
    #[must_use]
    pub fn opened(collection: Collection, source: Source, has_comments: bool) -> Self {
        let mut session = Self::unsaved(collection);
        session.saved = Some(session.history.state);
        session.source = Some(source);
        session.has_comments = has_comments;
        session
    }

    /// A session on work that was kept aside: it is in no file as it stands.
    #[must_use]
    pub fn recovered(collection: Collection, source: Option<Source>) -> Self {
        let mut session = Self::unsaved(collection);
        session.saved = Some(State::NEVER);
        session.source = source;
        session
    }

    #[must_use]
    pub fn collection(&self) -> &Collection {
        &self.collection
    }

    #[must_use]
    pub fn source(&self) -> Option<&Source> {
        self.source.as_ref()
    }

    #[must_use]
    pub fn path(&self) -> Option<&Path> {
        self.source.as_ref().map(|source| source.path.as_path())
    }

    #[must_use]
    pub fn has_comments(&self) -> bool {
        self.has_comments
    }

    /// Whether the collection is not as its file has it.
    #[must_use]
    pub fn is_modified(&self) -> bool {
        match self.saved {
            Some(saved) => saved != self.history.state,
            None => !self.history.done.is_empty(),
        }
    }

    /// The state to hand to [`Session::saved`] once what it holds now is in a file.
    #[must_use]
    pub fn save_point(&self) -> SavePoint {
        SavePoint {
            session: self.id,
            state: self.history.state,
        }
    }

    /// Notes that the collection, as it was at a save point, stands in a file. Of a point of another
    /// session there is nothing to note.
    pub fn saved(&mut self, point: SavePoint, source: Source) {
        if point.session != self.id {
            return;
        }
        self.saved_collection = self.as_it_was(point.state);
        self.saved_documents.clear();
        self.saved = Some(point.state);
        self.source = Some(source);
        self.has_comments = false;
        self.history.seal();
    }

    /// The collection as it was in a state that the history still leads to: what was typed while
    /// it was being saved is walked back in a copy.
    fn as_it_was(&self, state: State) -> Collection {
        let walk = |steps: &[Step]| {
            let mut collection = self.collection.clone();
            let mut reached = self.history.state;
            for step in steps.iter().rev() {
                if reached == state {
                    break;
                }
                for edit in step.edits.iter().cloned() {
                    collection.apply(edit).ok()?;
                }
                reached = step.leads_to;
            }
            (reached == state).then_some(collection)
        };
        walk(&self.history.done)
            .or_else(|| walk(&self.history.undone))
            // Something else was done since: what stands now is the nearest to it.
            .unwrap_or_else(|| self.collection.clone())
    }

    /// A charter in a language as it was last saved or opened, if it was there.
    pub fn saved_document(&mut self, owner: &Owner, language: &Language) -> Option<Arc<Document>> {
        let key = (owner.clone(), language.clone());
        if let Some(kept) = self.saved_documents.get(&key) {
            return kept.clone();
        }
        let collection = &self.saved_collection;
        let document = collection
            .resolve(owner)
            .map(|resolved| Arc::new(Document::new(collection, &resolved, language)));
        if self.saved_documents.len() >= KEPT {
            self.saved_documents.clear();
        }
        self.saved_documents.insert(key, document.clone());
        document
    }

    /// Makes a change, or none of it.
    pub fn make(&mut self, change: Change) -> Result<(), Refused> {
        if change.edits.is_empty() {
            return Ok(());
        }
        let told = Typing::told_by(&change.edits);
        let undo = self.apply_all(change.edits)?;
        let typing = told
            .zip(undo.first())
            .and_then(|(edit, undo)| Typing::between(&edit, undo));
        self.history.record(change.deed, change.place, undo, typing);
        Ok(())
    }

    /// Ends a stretch of typing: what is typed next is undone by itself.
    pub fn seal(&mut self) {
        self.history.seal();
    }

    #[must_use]
    pub fn next_undo(&self) -> Option<Deed> {
        self.history.done.last().map(|step| step.deed)
    }

    #[must_use]
    pub fn next_redo(&self) -> Option<Deed> {
        self.history.undone.last().map(|step| step.deed)
    }

    /// How many steps can be undone, and how many redone.
    #[must_use]
    pub fn steps(&self) -> (usize, usize) {
        (self.history.done.len(), self.history.undone.len())
    }

    /// Takes the last step back, and tells where that was.
    pub fn undo(&mut self) -> Option<Place> {
        let step = self.history.done.pop()?;
        let (place, back) = self.turn(step);
        self.history.undone.push(back);
        Some(place)
    }

    /// Makes again the step that was taken back last, and tells where that was.
    pub fn redo(&mut self) -> Option<Place> {
        let step = self.history.undone.pop()?;
        let (place, back) = self.turn(step);
        self.history.done.push(back);
        Some(place)
    }

    /// Where the history stands, to come back to it.
    #[must_use]
    pub fn mark(&mut self) -> Mark {
        self.history.seal();
        Mark(self.history.done.len())
    }

    /// Takes back all that was done since a mark, as if it had never been.
    pub fn take_back(&mut self, mark: Mark) {
        while self.history.done.len() > mark.0 {
            let Some(step) = self.history.done.pop() else {
                return;
            };
            self.turn(step);
        }
    }

    /// A step, counted from the first one that was made; those that were taken back come last.
    #[must_use]
    pub fn step(&self, at: usize) -> Option<StepSeen<'_>> {
        let done = &self.history.done;
        if let Some(step) = done.get(at) {
            return Some(step.seen(true));
        }
        let undone = &self.history.undone;
        let from_the_end = at - done.len() + 1;
        let step = undone.get(undone.len().checked_sub(from_the_end)?)?;
        Some(step.seen(false))
    }

    /// Whether the file holds what the collection is after so many steps.
    #[must_use]
    pub fn is_saved_after(&self, steps: usize) -> bool {
        let History {
            done,
            undone,
            state,
            ..
        } = &self.history;
        let then = match done.get(steps) {
            Some(step) => Some(step.leads_to),
            None if steps == done.len() => Some(*state),
            None => undone
                .len()
                .checked_sub(steps - done.len())
                .and_then(|at| undone.get(at))
                .map(|step| step.leads_to),
        };
        then.is_some() && then == self.saved
    }

    /// Takes steps back, or makes them again, until so many stand; tells where the last one was.
    pub fn jump_to(&mut self, steps: usize) -> Option<Place> {
        let mut place = None;
        while self.history.done.len() > steps {
            place = self.undo();
        }
        while self.history.done.len() < steps {
            place = Some(self.redo()?);
        }
        place
    }

    /// Walks a step, and gives back the one that walks it the other way.
    fn turn(&mut self, step: Step) -> (Place, Step) {
        let from = self.history.state;
        let edits = self
            .apply_all(step.edits)
            .expect("a step leads from the state that it was made in");
        self.history.state = step.leads_to;
        self.history.seal();
        let back = Step {
            deed: step.deed,
            place: step.place.clone(),
            edits,
            leads_to: from,
            typing: step.typing,
        };
        (step.place, back)
    }

    /// Applies edits, or none of them, and gives back those that undo them.
    fn apply_all(&mut self, edits: Vec<Edit>) -> Result<Vec<Edit>, Refused> {
        let mut undo = Vec::with_capacity(edits.len());
        for edit in edits {
            self.touch(&edit);
            match self.collection.apply(edit) {
                Ok(back) => undo.push(back),
                Err(refused) => {
                    for back in undo.into_iter().rev() {
                        self.collection
                            .apply(back)
                            .expect("what was just done can be undone");
                    }
                    return Err(refused);
                }
            }
        }
        undo.reverse();
        Ok(undo)
    }

    /// Notes what an edit changes, so that what was derived from it is made anew.
    fn touch(&mut self, edit: &Edit) {
        let owner = match edit {
            Edit::Name(_)
            | Edit::Note(_)
            | Edit::ModelNote(..)
            | Edit::Presentation(_)
            | Edit::Conflicts(_) => return,
            Edit::Charter(owner, edit) => {
                if matches!(edit, CharterEdit::Form(_)) {
                    self.shared += 1;
                }
                owner.clone()
            }
            Edit::Platform(id, _) => {
                self.names += 1;
                Owner::Platform(id.clone())
            }
            Edit::ModelName(id, _) => {
                self.names += 1;
                Owner::Model(id.clone())
            }
            Edit::Languages(_)
            | Edit::Fields(_)
            | Edit::Facts(_)
            | Edit::Models(_)
            | Edit::Platforms(_) => {
                self.shared += 1;
                return;
            }
        };
        *self.revisions.entry(owner).or_default() += 1;
    }

    /// Counts the changes of the lists of models and platforms and of their names.
    #[must_use]
    pub fn list_revision(&self) -> u64 {
        self.shared + self.names
    }

    /// How many platforms show what each model says, by however many models between.
    pub fn reach(&mut self) -> Arc<HashMap<ModelId, usize>> {
        if let Some((revision, reach)) = &self.reach
            && *revision == self.shared
        {
            return Arc::clone(reach);
        }
        let reach = Arc::new(self.collection.reach());
        self.reach = Some((self.shared, Arc::clone(&reach)));
        reach
    }

    /// A charter put together, if there is one of that name.
    pub fn resolved(&mut self, owner: &Owner) -> Option<Arc<Resolved>> {
        let inputs = self.inputs(owner)?;
        if let Some(kept) = self.resolved.get(owner)
            && kept.inputs == inputs
        {
            return Some(Arc::clone(&kept.value));
        }
        let value = Arc::new(self.collection.resolve(owner)?);
        make_room(&mut self.resolved);
        let derived = Derived {
            inputs,
            value: Arc::clone(&value),
        };
        self.resolved.insert(owner.clone(), derived);
        Some(value)
    }

    /// A charter in a language, finished but for its format.
    pub fn document(&mut self, owner: &Owner, language: &Language) -> Option<Arc<Document>> {
        let inputs = self.inputs(owner)?;
        let key = (owner.clone(), language.clone());
        if let Some(kept) = self.editions.get(&key)
            && kept.inputs == inputs
        {
            return Some(Arc::clone(kept.value.document()));
        }
        let resolved = self.resolved(owner)?;
        let edition = match self.editions.get(&key) {
            Some(before) => before.value.next(&self.collection, &resolved),
            None => Edition::new(&self.collection, &resolved, language),
        };
        let document = Arc::clone(edition.document());
        make_room(&mut self.editions);
        let value = Arc::new(edition);
        self.editions.insert(key, Derived { inputs, value });
        Some(document)
    }

    fn inputs(&self, owner: &Owner) -> Option<Inputs> {
        let charter = self.collection.charter(owner)?;
        let revision = |owner: Owner| {
            let revision = self.revisions.get(&owner).copied().unwrap_or_default();
            (owner, revision)
        };
        let models = self.collection.followed(charter);
        let charters = std::iter::once(owner.clone())
            .chain(models.map(|model| Owner::Model(model.id.clone())))
            .map(revision)
            .collect();
        Some(Inputs {
            shared: self.shared,
            charters,
        })
    }
}

/// A state of the collection, to say later that it was saved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SavePoint {
    session: SessionId,
    state: State,
}

/// Tells a session from all others of this run: their histories count alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct SessionId(u64);

impl SessionId {
    fn next() -> Self {
        static COUNT: AtomicU64 = AtomicU64::new(0);
        Self(COUNT.fetch_add(1, Ordering::Relaxed))
    }
}

/// Where a history stood.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mark(usize);

/// Forgets what is kept when it grows past what a person looks at.
fn make_room<K, T>(kept: &mut HashMap<K, Derived<T>>) {
    if kept.len() >= KEPT {
        kept.clear();
    }
}
