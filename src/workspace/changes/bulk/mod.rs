//! Changes of many platforms at once: what is asked, what would change where, and the one change
//! that does it.
//!
//! Everything here is a function of the collection and of a selection. Invariant: a platform
//! changes as it would if it were asked alone (a property test holds it), so that a plan can be
//! made for all of them at the same time.

mod charters;
mod offers;

use std::collections::HashMap;
use std::sync::Arc;

use indexmap::IndexMap;

use super::platforms::field_saying;
use crate::model::{
    Collection, ColumnId, Edit, Element, FactId, FieldId, Language, ListEdit, ModelId, Owner,
    Platform, PlatformEdit, PlatformId, RowAddress, SectionId, Text,
};
use crate::workspace::history::{Change, Deed, Place};
use crate::workspace::jobs::{Cancel, Progress, each};
use crate::workspace::moving::{Toll, Way, can_follow};

pub use offers::{ColumnOffer, Offers, RowOffer, SectionOffer, TableOffer};

/// What is asked of many platforms.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Bulk {
    /// A field says something, in one language or in all; nothing at all clears it.
    Field {
        field: FieldId,
        language: Option<Language>,
        words: String,
    },
    HaveFact(FactId),
    LackFact(FactId),
    Follow(ModelId),
    AddLanguage(Language),
    HideSection(SectionId),
    ShowSection(SectionId),
    /// A row at the end of a table.
    AddRow {
        section: SectionId,
        cells: IndexMap<ColumnId, String>,
        language: Language,
    },
    RemoveRow(RowAddress),
    /// The platforms go.
    Remove,
}

/// What would become of a platform.
#[derive(Debug, Clone, PartialEq)]
pub enum Outcome {
    /// It changes; what it says now, where that is one text.
    Changes(Option<Text>),
    /// It follows another model; the name of the one that it follows now, and what comes of that.
    Follows(Option<Text>, Toll),
    /// It is so already.
    Same,
    Impossible(Hindrance),
}

/// Why a platform cannot be changed so.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hindrance {
    /// Its charter stands by itself, with texts that would be lost.
    OwnTexts,
    /// The collection does not have the model.
    NoModel,
    /// The collection does not have the language.
    NoLanguage,
    NoSection,
    /// The section is the platform's own: it can be removed, not hidden.
    OwnSection,
    /// The model hides it.
    HiddenByModel,
    NoTable,
    /// The table has other columns.
    OtherColumns,
    /// Two of its rows have the one id, which is a finding to see to first.
    Taken,
}

/// What would change where, and the change that does it.
#[derive(Debug, Clone, PartialEq)]
pub struct Plan {
    /// What would become of each platform, in the order of the collection.
    pub outcomes: Vec<(PlatformId, Outcome)>,
    /// Nothing where no platform would change.
    pub change: Option<Change>,
}

/// What is to be done with a platform: edits, or none where it is so already.
type Asked = Result<Option<Done>, Hindrance>;

/// What changes a platform.
struct Done {
    edits: Vec<Edit>,
    /// What comes of following another model, where that is asked.
    toll: Option<Toll>,
}

impl From<Vec<Edit>> for Done {
    fn from(edits: Vec<Edit>) -> Self {
        Self { edits, toll: None }
    }
}

/// The ways to the model that is to be followed, by the models that are left.
type Ways<'a> = HashMap<Option<&'a ModelId>, Way<'a>>;

impl Plan {
    /// What changing these platforms so would do. Nothing where it was stopped.
    #[must_use]
    pub fn of(
        collection: &Collection,
        platforms: &[PlatformId],
        bulk: &Bulk,
        cancel: &Cancel,
        progress: &Progress,
    ) -> Option<Self> {
        let mut places: Vec<usize> = platforms
            .iter()
            .filter_map(|id| collection.platforms.position(id))
            .collect();
        places.sort_unstable();
        places.dedup();
        let platforms: Vec<&Platform> = places
            .iter()
            .filter_map(|at| collection.platforms.at(*at).map(Arc::as_ref))
            .collect();
        let ways = bulk.ways(collection, &platforms);
        let asked = each(&platforms, cancel, progress, |platform| {
            (*platform, bulk.asked(collection, platform, &ways))
        })?;
        Some(Self::made(collection, bulk, asked))
    }

    fn made(collection: &Collection, bulk: &Bulk, asked: Vec<(&Platform, Asked)>) -> Self {
        let mut outcomes = Vec::with_capacity(asked.len());
        let mut first = None;
        let mut edits = Vec::new();
        for (platform, asked) in asked {
            let outcome = match asked {
                Ok(Some(done)) => {
                    first.get_or_insert_with(|| platform.id.clone());
                    edits.extend(done.edits);
                    let now = bulk.says_now(collection, platform);
                    match done.toll {
                        Some(toll) => Outcome::Follows(now, toll),
                        None => Outcome::Changes(now),
                    }
                }
                Ok(None) => Outcome::Same,
                Err(hindrance) => Outcome::Impossible(hindrance),
            };
            outcomes.push((platform.id.clone(), outcome));
        }
        if *bulk == Bulk::Remove {
            // From the last to the first, so that none that stays has to move up again and again.
            edits.reverse();
        }
        let change = first.map(|first| Change {
            deed: bulk.deed(),
            place: Place {
                owner: Owner::Platform(first),
                element: Element::Title,
            },
            edits,
        });
        Self { outcomes, change }
    }

    /// How many platforms change.
    #[must_use]
    pub fn changes(&self) -> usize {
        self.count(Outcome::is_change)
    }

    /// How many platforms are so already.
    #[must_use]
    pub fn same(&self) -> usize {
        self.count(|outcome| *outcome == Outcome::Same)
    }

    /// How many platforms cannot be changed so.
    #[must_use]
    pub fn impossible(&self) -> usize {
        self.count(|outcome| matches!(outcome, Outcome::Impossible(_)))
    }

    fn count(&self, is_it: impl Fn(&Outcome) -> bool) -> usize {
        let outcomes = self.outcomes.iter();
        outcomes.filter(|(_, outcome)| is_it(outcome)).count()
    }
}

impl Outcome {
    /// Whether the platform does not stay as it is.
    #[must_use]
    pub fn is_change(&self) -> bool {
        matches!(self, Self::Changes(_) | Self::Follows(..))
    }
}

impl Bulk {
    fn deed(&self) -> Deed {
        match self {
            Self::Field { .. } => Deed::ManyFields,
            Self::HaveFact(_) | Self::LackFact(_) => Deed::ManyFacts,
            Self::Follow(_) => Deed::ManyFollow,
            Self::AddLanguage(_) => Deed::ManyLanguages,
            Self::HideSection(_) => Deed::ManyHide,
            Self::ShowSection(_) => Deed::ManyShow,
            Self::AddRow { .. } => Deed::ManyAddRow,
            Self::RemoveRow(_) => Deed::ManyRemoveRow,
            Self::Remove => Deed::ManyRemove,
        }
    }

    /// What a platform says now of what would change, where that is one text.
    fn says_now(&self, collection: &Collection, platform: &Platform) -> Option<Text> {
        match self {
            Self::Field { field, .. } => platform.fields.get(field).cloned(),
            Self::Follow(_) => {
                let followed = platform.charter.follows()?;
                let name = &collection.models.get(followed)?.name;
                Some(if name.is_empty() {
                    Text::same(followed.as_str())
                } else {
                    name.clone()
                })
            }
            _ => None,
        }
    }

    /// What is worked out once for all platforms that follow the same model.
    fn ways<'a>(&'a self, collection: &'a Collection, platforms: &[&'a Platform]) -> Ways<'a> {
        let mut ways = Ways::new();
        if let Self::Follow(model) = self {
            for left in platforms.iter().map(|platform| platform.charter.follows()) {
                if !ways.contains_key(&left)
                    && let Some(way) = Way::new(collection, left, model)
                {
                    ways.insert(left, way);
                }
            }
        }
        ways
    }

    fn asked(&self, collection: &Collection, platform: &Platform, ways: &Ways<'_>) -> Asked {
        let properties = |edit| Ok(Some(vec![Edit::Platform(platform.id.clone(), edit)].into()));
        match self {
            Self::Field {
                field,
                language,
                words,
            } => {
                let language = language.as_ref();
                let value = field_saying(collection, platform, field, language, words);
                if value.as_ref() == platform.fields.get(field) {
                    return Ok(None);
                }
                let field = field.clone();
                let at = None;
                properties(PlatformEdit::Field { field, value, at })
            }
            Self::HaveFact(fact) if platform.facts.contains(fact) => Ok(None),
            Self::HaveFact(fact) => {
                let facts = platform.facts.iter().chain([fact]);
                properties(PlatformEdit::Facts(facts.cloned().collect()))
            }
            Self::LackFact(fact) if !platform.facts.contains(fact) => Ok(None),
            Self::LackFact(fact) => {
                let rest = platform.facts.iter().filter(|other| *other != fact);
                properties(PlatformEdit::Facts(rest.cloned().collect()))
            }
            Self::Follow(model) if platform.charter.follows() == Some(model) => Ok(None),
            Self::Follow(_) if !can_follow(&platform.charter) => Err(Hindrance::OwnTexts),
            Self::Follow(_) => {
                let way = ways.get(&platform.charter.follows());
                let taken = way.and_then(|way| way.taken(&Owner::Platform(platform.id.clone())));
                let (edit, toll) = taken.ok_or(Hindrance::NoModel)?;
                Ok(Some(Done {
                    edits: vec![edit],
                    toll: Some(toll),
                }))
            }
            Self::AddLanguage(language) => {
                let owner = Owner::Platform(platform.id.clone());
                if collection.languages_of(&owner).contains(language) {
                    return Ok(None);
                }
                if !collection.languages.contains(language) {
                    return Err(Hindrance::NoLanguage);
                }
                let languages = platform.languages.iter().chain([language]);
                properties(PlatformEdit::Languages(languages.cloned().collect()))
            }
            Self::HideSection(section) => charters::hide(collection, platform, section),
            Self::ShowSection(section) => charters::show(collection, platform, section),
            Self::AddRow {
                section,
                cells,
                language,
            } => charters::add_row(collection, platform, section, cells, language),
            Self::RemoveRow(row) => charters::remove_row(collection, platform, row),
            Self::Remove => {
                let removed = ListEdit::Remove(platform.id.clone());
                Ok(Some(vec![Edit::Platforms(removed)].into()))
            }
        }
    }
}
