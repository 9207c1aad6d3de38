//! What an import would make of a collection, part by part, for a person to look at.

use std::sync::Arc;

use super::choices::PagePart;
use super::unify::Verdict;
use crate::model::{Collection, Edit, Element, Language, ListEdit, Model, ModelId, Platform};

/// What a page would become.
#[derive(Debug, Clone, PartialEq)]
pub struct Proposal {
    /// In which language the page is taken: that of the collection which it is in.
    pub language: Language,
    /// The platform as it would be.
    pub platform: Arc<Platform>,
    pub standing: PlatformStanding,
    /// The model that would be made of the page.
    pub new_model: Option<Arc<Model>>,
    /// What the platform would follow, the new model included.
    pub follows: Option<ModelId>,
    /// How much of the page the charter says that it was compared with, from 0 to 1.
    pub likeness: f32,
    /// In the order of the page, what only the charter has in between.
    pub parts: Vec<Part>,
    /// Other languages in which the platform would lose words of its own.
    pub lost_languages: Vec<Language>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PlatformStanding {
    New,
    /// It is in the collection, and the page says what it says.
    Unchanged,
    Updated,
}

/// A part of the page, of the charter, or of both.
#[derive(Debug, Clone, PartialEq)]
pub struct Part {
    pub page: Option<PagePart>,
    pub element: Option<Element>,
    /// How both stand to each other, where there are both.
    pub verdict: Option<Verdict>,
    pub outcome: Outcome,
    /// Whether it is put elsewhere than the model has it.
    pub moved: bool,
    /// What the page says: a title or label; a heading and a text; cells by column.
    pub said: Vec<String>,
    /// What the charter says, its fields as they are written, beside what the page says.
    pub charter: Vec<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    Inherited,
    Adapted,
    Added,
    /// A part of the page that is not taken.
    LeftOut,
    /// A part of the charter that the page lacks, and the platform will not show.
    Hidden,
    /// A part of the charter that the page lacks, and that stays.
    Kept,
}

/// How many titles, sections and rows come to what.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    pub inherited: usize,
    pub adapted: usize,
    pub added: usize,
    pub hidden: usize,
}

impl Proposal {
    #[must_use]
    pub fn counts(&self) -> Counts {
        let mut counts = Counts::default();
        let is_counted = |part: &&Part| {
            !matches!(part.page, Some(PagePart::Column { .. }))
                && !matches!(part.element, Some(Element::Column(_)))
        };
        for part in self.parts.iter().filter(is_counted) {
            match part.outcome {
                Outcome::Inherited => counts.inherited += 1,
                Outcome::Adapted => counts.adapted += 1,
                // Of a model made of the page, the platform inherits everything.
                Outcome::Added if self.new_model.is_some() => counts.inherited += 1,
                Outcome::Added => counts.added += 1,
                Outcome::Hidden => counts.hidden += 1,
                Outcome::LeftOut | Outcome::Kept => {}
            }
        }
        counts
    }

    /// The edits that make it, none where the page says nothing new.
    #[must_use]
    pub fn edits(&self, collection: &Collection) -> Vec<Edit> {
        let model = self
            .new_model
            .iter()
            .filter(|model| !collection.models.contains(&model.id))
            .map(|model| {
                Edit::Models(ListEdit::Insert {
                    at: collection.models.len(),
                    item: Arc::clone(model),
                })
            });
        let platform = match collection.platforms.get(&self.platform.id) {
            Some(there) if *there == self.platform => None,
            Some(_) => Some(ListEdit::Replace(Arc::clone(&self.platform))),
            None => Some(ListEdit::Insert {
                at: collection.platforms.len(),
                item: Arc::clone(&self.platform),
            }),
        };
        model.chain(platform.map(Edit::Platforms)).collect()
    }
}
