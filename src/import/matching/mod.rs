//! Matching: a draft against what a collection holds, as a proposal that a person may look at and
//! change, and then the edits that make it.
//!
//! Pure: a draft, a collection and choices in, a proposal out; the same for the same. A decision is
//! changed by proposing again. Invariants: what the platform's charter resolves to in the language
//! of the page says what the page says, but for what a person decided otherwise and for what a text
//! cannot say in one language alone; and proposing it again changes nothing.

mod align;
mod basis;
mod choices;
mod columns;
mod compose;
mod fields;
mod fresh;
mod likeness;
mod many;
mod pairs;
mod parts;
mod proposal;
mod reading;
mod rows;
mod target;
mod unify;
mod view;
mod writer;

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use super::draft::Draft;
use crate::model::{Charter, Collection, Form, Language, Model, ModelId, Platform, Text};
use basis::Basis;
use compose::Composer;
use fresh::{Fresh, Wording};
use parts::all_parts;
use writer::Writer;

pub use choices::{Choices, Decision, FormChoice, PagePart, PartKey, PlatformChoice, Wish};
pub(crate) use fields::Site;
pub(crate) use likeness::{NEAR, Words};
pub use many::{Asked, Together, most_common, propose_all};
pub(crate) use pairs::staying;
pub use proposal::{Counts, Outcome, Part, PlatformStanding, Proposal};
pub use unify::Verdict;

/// What a page would make of a collection.
#[must_use]
pub fn propose(collection: &Collection, draft: &Draft, wish: &Wish, choices: &Choices) -> Proposal {
    let target = target::find(collection, draft, wish, choices);
    let import = Import {
        collection,
        draft,
        wish,
        choices,
        language: &target.language,
    };
    import.propose(&target.platforms, target.is_wished)
}

/// What is being imported.
struct Import<'a> {
    collection: &'a Collection,
    draft: &'a Draft,
    wish: &'a Wish,
    choices: &'a Choices,
    language: &'a Language,
}

impl Import<'_> {
    fn basis(&self, platform: Platform) -> Option<Basis> {
        Basis::new(
            self.collection,
            self.draft,
            self.choices,
            self.language,
            platform,
        )
    }

    /// `platforms` are those that the page may be for, the likeliest first: of the collection, or
    /// a new one.
    fn propose(&self, platforms: &[Platform], is_wished: bool) -> Proposal {
        let first = || {
            platforms
                .first()
                .cloned()
                .unwrap_or_else(|| self.new_platform())
        };
        match &self.choices.form {
            FormChoice::Nearest => self.nearest(platforms, is_wished),
            FormChoice::NewModel => self.new_model(first()),
            FormChoice::Own => {
                let platform = first();
                let stands_alone = platform.charter.follows().is_none() && !is_blank(&platform);
                let basis = stands_alone.then(|| self.basis(platform.clone())).flatten();
                match basis {
                    Some(basis) => self.compose(basis),
                    None => self.own(platform),
                }
            }
            FormChoice::Follow(model) if self.collection.models.contains(model) => {
                let mut platform = first();
                if platform.charter.follows() != Some(model) {
                    platform.charter.form = Charter::following(model.clone()).form;
                }
                match self.basis(platform.clone()) {
                    Some(basis) => self.compose(basis),
                    None => self.own(platform),
                }
            }
            FormChoice::Follow(_) => self.nearest(platforms, is_wished),
        }
    }

    fn new_platform(&self) -> Platform {
        target::new_platform(self.collection, self.draft, self.wish, self.choices)
    }

    fn nearest(&self, platforms: &[Platform], is_wished: bool) -> Proposal {
        let is_there = |platform: &&Platform| self.collection.platforms.contains(&platform.id);
        let there = platforms.iter().filter(is_there).filter(|it| !is_blank(it));
        let bases: Vec<Basis> = there.filter_map(|it| self.basis(it.clone())).collect();
        let speaks = bases.iter().position(|basis| basis.speaks);
        let platform = match speaks.and_then(|at| bases.get(at)) {
            Some(basis) => Some(basis.platform.clone()),
            // A page in another language, and of another shape, is no reason to lose a charter.
            None if bases.is_empty() || is_wished => platforms.first().cloned(),
            None => None,
        };
        if let Some(basis) = nearest_of(bases) {
            return self.compose(basis);
        }
        let platform = platform.unwrap_or_else(|| self.new_platform());
        let following = self.collection.models.iter().filter_map(|model| {
            let mut platform = platform.clone();
            platform.charter.form = Charter::following(model.id.clone()).form;
            self.basis(platform).filter(|basis| basis.speaks)
        });
        if let Some(basis) = nearest_of(following.collect()) {
            return self.compose(basis);
        }
        if self.collection.models.is_empty() && is_blank(&platform) {
            self.new_model(platform)
        } else {
            self.own(platform)
        }
    }

    /// The page as a charter of the platform's own.
    fn own(&self, platform: Platform) -> Proposal {
        let lost_languages = self.lost_languages(&platform);
        let site = self.site(&platform, None);
        let wording = self.wording(&site);
        let fresh = self.fresh(&wording);
        let mut made = platform;
        made.charter.form = Form::Complete(fresh.complete());
        let parts = all_parts(self.draft, &fresh);
        let platform = self.finished(made, &site, BTreeMap::new());
        Proposal {
            lost_languages,
            ..self.proposal(platform, None, 0.0, parts)
        }
    }

    /// The page as a new model, which its platform follows.
    fn new_model(&self, platform: Platform) -> Proposal {
        let lost_languages = self.lost_languages(&platform);
        let site = self.site(&platform, None);
        let wording = self.wording(&site);
        let fresh = self.fresh(&wording);
        let complete = fresh.complete();
        let title = self.draft.title.trim();
        let id = ModelId::made_from(title, |id| self.collection.models.contains(id));
        let model = Model {
            id: id.clone(),
            name: if title.is_empty() {
                Text::default()
            } else {
                complete.title.clone()
            },
            charter: Charter {
                updated: None,
                form: Form::Complete(complete),
            },
            note: String::new(),
        };
        let mut made = platform;
        made.charter.form = Charter::following(id).form;
        let parts = all_parts(self.draft, &fresh);
        let platform = self.finished(made, &site, BTreeMap::new());
        Proposal {
            lost_languages,
            ..self.proposal(platform, Some(Arc::new(model)), 1.0, parts)
        }
    }

    /// What the charter of a basis becomes.
    fn compose(&self, basis: Basis) -> Proposal {
        let publisher = basis.publisher();
        let site = self.site(&basis.platform, publisher.as_deref());
        let wording = self.wording(&site);
        let fresh = self.fresh(&wording);
        let share = basis.alignment.share;
        let platform = basis.platform.clone();
        let Some(writer) = Writer::new(self.collection, basis.platform, &wording) else {
            return self.own(platform);
        };
        let mut composer = Composer {
            draft: self.draft,
            page: &basis.page,
            charter: &basis.charter,
            alignment: basis.alignment,
            fresh: &fresh,
            choices: self.choices,
            facts: platform.facts.clone(),
            captured: BTreeMap::new(),
            columns: HashMap::new(),
            parts: Vec::new(),
            writer,
        };
        composer.compose();
        let Composer {
            facts,
            captured,
            parts,
            writer,
            ..
        } = composer;
        let mut made = writer.finish().unwrap_or(platform);
        made.facts = facts;
        let captured = captured.into_iter();
        let captured =
            captured.filter_map(|(at, value)| Some((basis.fields.get(at)?.clone(), value)));
        let platform = self.finished(made, &site, captured.collect());
        self.proposal(platform, None, share, parts)
    }

    fn site(&self, platform: &Platform, publisher: Option<&str>) -> Site {
        let name = platform
            .name
            .said(self.language, &self.collection.first_language());
        let updated = self.draft.updated.as_ref();
        let set = basis::publisher_of(platform, self.language, self.collection);
        let publisher = publisher.or(self.draft.publisher.as_deref()).or(set);
        let updated = updated.map(|date| date.written.as_str());
        Site::new(&platform.url, name.text, publisher, updated)
    }

    fn wording<'a>(&'a self, site: &'a Site) -> Wording<'a> {
        Wording {
            site,
            language: self.language,
            alone: self.collection.languages.as_slice() == std::slice::from_ref(self.language),
        }
    }

    fn fresh<'a>(&'a self, wording: &'a Wording<'a>) -> Fresh<'a> {
        Fresh {
            draft: self.draft,
            wording,
            choices: self.choices,
        }
    }

    fn proposal(
        &self,
        platform: Platform,
        new_model: Option<Arc<Model>>,
        likeness: f32,
        parts: Vec<Part>,
    ) -> Proposal {
        let standing = match self.collection.platforms.get(&platform.id) {
            None => PlatformStanding::New,
            Some(there) if **there == platform => PlatformStanding::Unchanged,
            Some(_) => PlatformStanding::Updated,
        };
        Proposal {
            language: self.language.clone(),
            follows: platform.charter.follows().cloned(),
            platform: Arc::new(platform),
            standing,
            new_model,
            likeness,
            parts,
            lost_languages: Vec::new(),
        }
    }
}

/// Whether a platform says nothing yet.
fn is_blank(platform: &Platform) -> bool {
    match &platform.charter.form {
        Form::Complete(complete) => complete.title.is_empty() && complete.sections.is_empty(),
        Form::Following(_) => false,
    }
}

/// The first of the nearest, if it is near enough.
fn nearest_of(bases: Vec<Basis>) -> Option<Basis> {
    let near = bases.into_iter().filter(Basis::is_near_enough);
    near.reduce(|best, next| {
        if next.alignment.share > best.alignment.share {
            next
        } else {
            best
        }
    })
}
