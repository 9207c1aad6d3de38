//! What cannot be resolved, and where.

use serde::Serialize;

use super::{Element, FieldId, Language, ModelId};

/// Something of a charter that a person should see to.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct Finding {
    pub element: Element,
    pub problem: Problem,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Problem {
    /// The charter follows, by these models in turn, itself.
    Cycle(Vec<ModelId>),
    /// The charter follows a model that the collection lacks.
    UnknownModel(ModelId),
    /// A text has a field that nothing defines.
    UnknownField(String),
    /// A text has a field that this platform leaves without a value.
    UnsetField(FieldId),
    /// An adaptation is about something that the model no longer has.
    Gone,
    /// An addition has the id of something that the model has too.
    Taken,
    /// The words of another language stand in for those that are missing.
    Untranslated { wanted: Language, instead: Language },
}

impl Problem {
    /// Whether a charter with it cannot be finished.
    #[must_use]
    pub fn blocks_export(&self) -> bool {
        !matches!(self, Self::Untranslated { .. })
    }
}

impl Finding {
    #[must_use]
    pub fn new(element: Element, problem: Problem) -> Self {
        Self { element, problem }
    }
}
