//! Where a part of a document comes from, as its own charter sees it.

use crate::model::{self, Owner, Standing};

/// Where something is written.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Origin {
    /// In the charter itself.
    #[default]
    Own,
    /// In a charter that it follows, be that by others.
    Inherited { from: Owner },
    /// In the charter itself, in the place of what one that it follows says.
    Adapted {
        from: Owner,
        /// Whether that has changed since.
        moved_on: bool,
    },
}

impl Origin {
    /// An origin as the charter of an owner sees it.
    #[must_use]
    pub fn seen_in(owner: &Owner, origin: &model::Origin) -> Self {
        match origin.standing(owner) {
            Standing::Own => Self::Own,
            Standing::Inherited { from } => Self::Inherited { from: from.clone() },
            Standing::Adapted { from, moved_on } => Self::Adapted {
                from: from.clone(),
                moved_on,
            },
        }
    }
}
