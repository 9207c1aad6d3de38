//! What a person decides about an import, as data.

use std::collections::HashMap;

use crate::model::{Element, ModelId, PlatformId};

/// What an import was asked to do.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Wish {
    /// The platform that the page is for; without it, the one of its address.
    pub platform: Option<PlatformId>,
    /// What the source is called.
    pub source: String,
}

/// What was decided otherwise than proposed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Choices {
    pub form: FormChoice,
    pub platform: PlatformChoice,
    pub parts: HashMap<PartKey, Decision>,
}

/// What the platform's charter is to be.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum FormChoice {
    /// What the page is nearest to.
    #[default]
    Nearest,
    Follow(ModelId),
    /// A charter of its own.
    Own,
    /// A model made of the page, which the platform follows.
    NewModel,
}

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PlatformChoice {
    /// A platform of the collection, or the id of a new one.
    pub id: Option<PlatformId>,
    pub name: Option<String>,
    pub url: Option<String>,
}

/// A part of the page or, where the page says nothing of it, of the charter.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum PartKey {
    Page(PagePart),
    Charter(Element),
}

/// A part of a draft: sections, rows and columns by their places, from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PagePart {
    Title,
    /// A section's heading, text and level, and the nature of its table.
    Section(usize),
    Column {
        section: usize,
        column: usize,
    },
    Row {
        section: usize,
        row: usize,
    },
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Decision {
    /// What the charter says stands; a part that the page lacks stays.
    Inherit,
    /// What the page says stands in the place of what the charter says.
    Adapt,
    /// It goes with no part of the charter.
    Add,
    /// It is not taken; a part that the page lacks is hidden.
    LeaveOut,
}

impl Choices {
    #[must_use]
    pub fn of_page(&self, part: PagePart) -> Option<Decision> {
        self.parts.get(&PartKey::Page(part)).copied()
    }

    #[must_use]
    pub fn of_charter(&self, element: &Element) -> Option<Decision> {
        self.parts.get(&PartKey::Charter(element.clone())).copied()
    }
}
