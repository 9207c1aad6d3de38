//! A charter: complete, or the differences from the model charter that it follows.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::adaptation::Adaptation;
use super::element::Element;
use super::list::{Identified, List};
use super::table::{Column, CookieTable};
use super::{FactId, ModelId, SectionId, Text, is_default};

#[derive(Debug, Clone, PartialEq)]
pub struct Charter {
    /// The date of the last update; without one, that of the charter that is followed.
    pub updated: Option<Date>,
    pub form: Form,
}

#[derive(Debug, Clone, PartialEq)]
pub enum Form {
    Complete(Complete),
    Following(Following),
}

/// A charter that stands by itself.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Complete {
    pub title: Text,
    /// The columns of every table that has none of its own.
    pub columns: List<Column>,
    pub sections: List<Section>,
}

/// A charter that says only how it differs from a model.
#[derive(Debug, Clone, PartialEq)]
pub struct Following {
    pub model: ModelId,
    /// In the order in which they were made; additions and moves apply in that order.
    pub adaptations: Vec<Adaptation>,
}

impl Charter {
    /// A charter that follows a model and changes nothing of it.
    #[must_use]
    pub fn following(model: ModelId) -> Self {
        Self {
            updated: None,
            form: Form::Following(Following {
                model,
                adaptations: Vec::new(),
            }),
        }
    }

    /// The model that is followed, if any.
    #[must_use]
    pub fn follows(&self) -> Option<&ModelId> {
        match &self.form {
            Form::Complete(_) => None,
            Form::Following(following) => Some(&following.model),
        }
    }

    #[must_use]
    pub fn adaptations(&self) -> &[Adaptation] {
        match &self.form {
            Form::Complete(_) => &[],
            Form::Following(following) => &following.adaptations,
        }
    }

    /// A section that the charter holds itself.
    #[must_use]
    pub fn section(&self, id: &SectionId) -> Option<&Section> {
        match &self.form {
            Form::Complete(complete) => complete.sections.get(id).map(AsRef::as_ref),
            Form::Following(following) => {
                let at = self.addition_of(&Element::Section(id.clone()))?;
                match following.adaptations.get(at)? {
                    Adaptation::AddSection { section, .. } => Some(section),
                    _ => None,
                }
            }
        }
    }

    /// The columns that the charter holds itself: a table's own or, without a table, the common
    /// ones.
    #[must_use]
    pub fn columns(&self, table: Option<&SectionId>) -> Option<&List<Column>> {
        match (table, &self.form) {
            (Some(section), _) => self.section(section)?.table.as_ref()?.columns.as_ref(),
            (None, Form::Complete(complete)) => Some(&complete.columns),
            (None, Form::Following(_)) => None,
        }
    }
}

impl Default for Charter {
    fn default() -> Self {
        Self {
            updated: None,
            form: Form::Complete(Complete::default()),
        }
    }
}

/// A part of a charter. Its place in the outline is its level, not a nesting.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Section {
    pub id: SectionId,
    #[serde(default, skip_serializing_if = "is_default")]
    pub level: Level,
    /// One line of inline Markdown; may be empty.
    #[serde(default, skip_serializing_if = "is_default")]
    pub heading: Text,
    #[serde(default, skip_serializing_if = "is_default")]
    pub body: Text,
    /// The fact that the platform must have for the section to stand.
    #[serde(default, skip_serializing_if = "is_default")]
    pub when: Option<FactId>,
    #[serde(default, skip_serializing_if = "is_default")]
    pub table: Option<CookieTable>,
    /// A word for colleagues, never exported.
    #[serde(default, skip_serializing_if = "is_default")]
    pub note: String,
}

impl Section {
    /// A section that says nothing yet.
    #[must_use]
    pub fn empty(id: SectionId) -> Self {
        Self {
            id,
            level: Level::default(),
            heading: Text::default(),
            body: Text::default(),
            when: None,
            table: None,
            note: String::new(),
        }
    }
}

impl Identified for Section {
    type Id = SectionId;

    fn id(&self) -> &SectionId {
        &self.id
    }
}

/// The level of a section's heading, 1 to 6.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
pub struct Level(u8);

impl Level {
    #[must_use]
    pub fn number(self) -> u8 {
        self.0
    }
}

impl Default for Level {
    fn default() -> Self {
        Self(1)
    }
}

impl TryFrom<u8> for Level {
    type Error = String;

    fn try_from(level: u8) -> Result<Self, String> {
        if (1..=6).contains(&level) {
            Ok(Self(level))
        } else {
            Err(format!("a level is 1 to 6, not {level}"))
        }
    }
}

impl From<Level> for u8 {
    fn from(level: Level) -> Self {
        level.0
    }
}

impl schemars::JsonSchema for Level {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Level".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({"type": "integer", "minimum": 1, "maximum": 6})
    }
}
