//! « Make a model from these platforms »: what several charters share goes into a model that they
//! follow then, and only what differs stays theirs.
//!
//! Pure. Invariant: each of them renders exactly as before, which is looked at before anything is
//! proposed: a platform of which it would not hold is left as it is, and named.

mod express;
mod lineage;
mod shared;
mod site;

use std::cell::OnceCell;
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::history::{Change, Deed, Place};
use super::jobs::{Cancel, Progress, each};
use crate::document::{Block, Document, Inline};
use crate::model::{
    Adaptation, Charter, CharterEdit, Collection, Edit, Element, Following, Form, ListEdit, Model,
    ModelId, Owner, Platform, PlatformId, Resolved, Text,
};
use express::express;
pub(super) use express::{as_column, as_section, hidden_in, holds_words, listed};
use lineage::Lineage;
use site::Sites;

/// What would come of lifting.
#[derive(Debug, Clone)]
pub struct Lifting {
    pub model: Arc<Model>,
    /// What the platforms follow now and, through the new model, follow no more.
    pub leaving: Vec<ModelId>,
    /// The headings of the sections that the model says, as the first platform has them.
    pub sections: Vec<Text>,
    /// The platforms that follow it then, and what each adapts.
    pub platforms: Vec<Lifted>,
    pub left: Vec<Left>,
    pub change: Change,
}

/// A platform that follows the new model.
#[derive(Debug, Clone)]
pub struct Lifted {
    pub id: PlatformId,
    pub adaptations: usize,
}

/// A platform that stays as it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Left {
    pub id: PlatformId,
    pub why: Why,
}

/// Why a platform stays as it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// Something in its charter cannot be resolved: that is to be corrected first.
    Unsound,
    /// It would not render as before.
    Other,
}

/// Why there is nothing to propose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NoLifting {
    Stopped,
    /// Fewer than two of the platforms can follow one model.
    TooFew(Vec<Left>),
    /// Nothing that they say is the same.
    NothingShared,
}

/// What a model of some platforms would be: a family of the nearest model that all of them follow,
/// themselves or through others, and else one that stands by itself.
pub fn lift(
    collection: &Collection,
    platforms: &[PlatformId],
    name: &str,
    cancel: &Cancel,
    progress: &Progress,
) -> Result<Lifting, NoLifting> {
    let looked_at = each(platforms, cancel, progress, |id| {
        let platform = collection.platforms.get(id)?;
        let resolved = collection.resolve(&Owner::Platform(id.clone()))?;
        let is_sound = resolved.findings.is_empty();
        Some(is_sound.then(|| (Sites::of(collection, platform), resolved)))
    });
    let looked_at = looked_at.ok_or(NoLifting::Stopped)?;
    let mut left = Vec::new();
    let mut charters = Vec::new();
    let mut sites = Vec::new();
    for (id, one) in platforms.iter().zip(looked_at) {
        match one {
            Some(Some((site, resolved))) => {
                sites.push(site);
                charters.push(resolved);
            }
            Some(None) => left.push(Left {
                id: id.clone(),
                why: Why::Unsound,
            }),
            None => {}
        }
    }
    if charters.len() < 2 {
        return Err(NoLifting::TooFew(left));
    }
    let lineage = Lineage::of(collection, &charters);
    let model = lineage.model(&charters, &sites, name, cancel);
    if cancel.is_cancelled() {
        return Err(NoLifting::Stopped);
    }
    let model = model.ok_or(NoLifting::NothingShared)?;
    let after = with_model(collection, &model).ok_or(NoLifting::NothingShared)?;
    let following = Lift {
        lineage: &lineage,
        model: &model,
        base: after
            .resolve(&Owner::Model(model.id.clone()))
            .ok_or(NoLifting::NothingShared)?,
        after: &after,
    };
    if following.base.sections.is_empty() {
        return Err(NoLifting::NothingShared);
    }
    let made = following.all(&charters, cancel, progress)?;
    following.proposed(&charters, made, left)
}

fn following(model: ModelId, adaptations: Vec<Adaptation>) -> Charter {
    Charter {
        updated: None,
        form: Form::Following(Following { model, adaptations }),
    }
}

fn platform_of<'c>(collection: &'c Collection, charter: &Resolved) -> Option<&'c Platform> {
    match &charter.owner {
        Owner::Platform(id) => collection.platforms.get(id).map(AsRef::as_ref),
        Owner::Model(_) => None,
    }
}

fn insertion(collection: &Collection, model: &Arc<Model>) -> Edit {
    Edit::Models(ListEdit::Insert {
        at: collection.models.len(),
        item: Arc::clone(model),
    })
}

/// The collection with the model in it.
fn with_model(collection: &Collection, model: &Arc<Model>) -> Option<Collection> {
    let mut after = collection.clone();
    after.apply(insertion(collection, model)).ok()?;
    Some(after)
}

struct Lift<'a> {
    lineage: &'a Lineage<'a>,
    model: &'a Arc<Model>,
    /// What the model says.
    base: Resolved,
    after: &'a Collection,
}

impl Lift<'_> {
    /// What each platform becomes; nothing for one that would render otherwise.
    fn all(
        &self,
        charters: &[Resolved],
        cancel: &Cancel,
        progress: &Progress,
    ) -> Result<Vec<Option<Charter>>, NoLifting> {
        each(charters, cancel, progress, |it| self.lifted(it)).ok_or(NoLifting::Stopped)
    }

    /// A charter that follows the model, and renders as this one does.
    fn lifted(&self, wanted: &Resolved) -> Option<Charter> {
        let platform = platform_of(self.lineage.collection, wanted)?;
        let sites = Sites::of(self.lineage.collection, platform);
        let before = documents(self.lineage.collection, wanted);
        // What is shown, and reads the same with fields as far as anyone knows yet.
        let shown = || before.iter().flat_map(|it| parts(it).into_keys());
        let mut fielded: OnceCell<HashSet<&Element>> = OnceCell::new();
        // With fields wherever they may say the same; then without those that do not.
        for _ in 0..2 {
            let same = |element: &Element, base: &Text, text: &Text| {
                sites.in_fields(text) == *base
                    && fielded.get_or_init(|| shown().collect()).contains(element)
            };
            let adaptations = express(&self.base, wanted, &same)?;
            let adaptations = self.remembering(platform, adaptations);
            let charter = Charter {
                updated: self.date(platform, wanted),
                ..following(self.model.id.clone(), adaptations)
            };
            let resolved = self.after.resolve_as(&wanted.owner, &charter)?;
            let after = documents(self.after, &resolved);
            let mut pairs = before.iter().zip(&after);
            let is_same = pairs.all(|(before, after)| before.says_what(after));
            if is_same && resolved.findings.is_empty() {
                return Some(charter);
            }
            let fielded = fielded.get_mut()?;
            for (before, after) in before.iter().zip(&after) {
                let after = parts(after);
                for (element, part) in parts(before) {
                    if after.get(element) != Some(&part) {
                        fielded.remove(element);
                    }
                }
            }
        }
        None
    }

    /// Adaptations that know what those of the platform, or of the models that it leaves, replaced:
    /// what is to be reviewed still is.
    fn remembering(&self, platform: &Platform, adaptations: Vec<Adaptation>) -> Vec<Adaptation> {
        let steps = self.lineage.steps(&platform.charter);
        let remembering = adaptations.into_iter().map(|adaptation| {
            let earlier = steps.iter().find_map(|(charter, beneath)| {
                let mut adaptations = charter.adaptations().iter();
                Some((
                    adaptations.rfind(|it| it.replaces_what(&adaptation))?,
                    beneath,
                ))
            });
            match earlier {
                Some((earlier, beneath)) => adaptation.remembering(Some(earlier), beneath),
                None => adaptation,
            }
        });
        remembering.collect()
    }

    /// The date of a charter: what it was, where the model that it followed had one.
    fn date(&self, platform: &Platform, wanted: &Resolved) -> Option<jiff::civil::Date> {
        let is_inherited = self.base.updated.is_some() && self.base.updated == wanted.updated;
        platform
            .charter
            .updated
            .or(wanted.updated.filter(|_| !is_inherited))
    }

    fn proposed(
        &self,
        charters: &[Resolved],
        made: Vec<Option<Charter>>,
        mut left: Vec<Left>,
    ) -> Result<Lifting, NoLifting> {
        let mut edits = vec![insertion(self.lineage.collection, self.model)];
        let mut platforms = Vec::new();
        for (wanted, charter) in charters.iter().zip(made) {
            let Some(platform) = platform_of(self.lineage.collection, wanted) else {
                continue;
            };
            let id = platform.id.clone();
            let Some(charter) = charter else {
                left.push(Left {
                    id,
                    why: Why::Other,
                });
                continue;
            };
            platforms.push(Lifted {
                adaptations: charter.adaptations().len(),
                id,
            });
            let edit = |edit| Edit::Charter(wanted.owner.clone(), edit);
            if charter.updated != platform.charter.updated {
                edits.push(edit(CharterEdit::Updated(charter.updated)));
            }
            edits.push(edit(CharterEdit::Form(charter.form)));
        }
        if platforms.len() < 2 {
            return Err(NoLifting::TooFew(left));
        }
        let leaving = self.lineage.leaving(&platforms);
        let sections = self.base.sections.iter();
        let shown = sections.filter(|section| section.hidden.is_none());
        Ok(Lifting {
            model: Arc::clone(self.model),
            leaving,
            sections: shown.map(|section| section.heading.value.clone()).collect(),
            platforms,
            left,
            change: Change {
                deed: Deed::Lift,
                place: Place {
                    owner: Owner::Model(self.model.id.clone()),
                    element: Element::Title,
                },
                edits,
            },
        })
    }
}

/// A charter in each of its languages.
fn documents(collection: &Collection, resolved: &Resolved) -> Vec<Document> {
    let languages = collection.languages_of(&resolved.owner).iter();
    languages
        .map(|language| Document::new(collection, resolved, language))
        .collect()
}

/// What an element says in a document.
#[derive(PartialEq)]
enum Part<'a> {
    Line(&'a [Inline]),
    Flow(&'a [Block]),
}

/// What every element of a document says.
fn parts(document: &Document) -> HashMap<&Element, Part<'_>> {
    let title = std::iter::once(&document.title);
    let headings = document
        .sections
        .iter()
        .filter_map(|it| it.heading.as_ref());
    let tables = || document.sections.iter().filter_map(|it| it.table.as_ref());
    let labels = tables().flat_map(|it| &it.columns).map(|it| &it.label);
    let lines = title.chain(headings).chain(labels);
    let bodies = document.sections.iter().map(|it| &it.body);
    let rows = tables().flat_map(|it| &it.rows);
    let flows = bodies.chain(rows.flat_map(|it| &it.cells).map(|it| &it.content));
    lines
        .map(|line| (&line.element, Part::Line(&line.inlines)))
        .chain(flows.map(|flow| (&flow.element, Part::Flow(&flow.blocks))))
        .collect()
}
