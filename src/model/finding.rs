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

/// What kind of problem a finding is about, whatever it names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ProblemKind {
    Cycle,
    UnknownModel,
    UnknownField,
    UnsetField,
    Gone,
    Taken,
    Untranslated,
}

impl ProblemKind {
    /// All kinds, what weighs most first.
    pub const ALL: [Self; 7] = [
        Self::Cycle,
        Self::UnknownModel,
        Self::UnknownField,
        Self::UnsetField,
        Self::Gone,
        Self::Taken,
        Self::Untranslated,
    ];

    /// Its name, in files and on the command line.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Cycle => "cycle",
            Self::UnknownModel => "unknown-model",
            Self::UnknownField => "unknown-field",
            Self::UnsetField => "unset-field",
            Self::Gone => "gone",
            Self::Taken => "taken",
            Self::Untranslated => "untranslated",
        }
    }

    /// Whether a charter with such a problem cannot be finished.
    #[must_use]
    pub fn blocks_export(self) -> bool {
        self != Self::Untranslated
    }
}

impl Problem {
    #[must_use]
    pub fn kind(&self) -> ProblemKind {
        match self {
            Self::Cycle(_) => ProblemKind::Cycle,
            Self::UnknownModel(_) => ProblemKind::UnknownModel,
            Self::UnknownField(_) => ProblemKind::UnknownField,
            Self::UnsetField(_) => ProblemKind::UnsetField,
            Self::Gone => ProblemKind::Gone,
            Self::Taken => ProblemKind::Taken,
            Self::Untranslated { .. } => ProblemKind::Untranslated,
        }
    }

    /// Whether a charter with it cannot be finished.
    #[must_use]
    pub fn blocks_export(&self) -> bool {
        self.kind().blocks_export()
    }
}

impl Finding {
    #[must_use]
    pub fn new(element: Element, problem: Problem) -> Self {
        Self { element, problem }
    }
}
