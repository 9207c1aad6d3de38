//! Collections to begin with, built into the program.

use crate::model::{Collection, Language};
use crate::store::{self, Notation};

/// What a new collection holds.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Starter {
    /// A model charter for Opendatasoft portals, in French and English.
    #[default]
    Opendatasoft,
    /// Nothing.
    Empty,
}

impl Starter {
    /// The collection that it starts.
    #[must_use]
    pub fn collection(self) -> Collection {
        match self {
            Self::Opendatasoft => built_in(include_str!("../../assets/starters/opendatasoft.ron")),
            Self::Empty => {
                let french = Language::new("fr").expect("`fr` is a language");
                Collection::new("Chartes cookies", french)
            }
        }
    }
}

/// The examples: three platforms that follow one model.
#[must_use]
pub fn examples() -> Collection {
    built_in(include_str!("../../examples/portails.ron"))
}

fn built_in(text: &str) -> Collection {
    store::read(text.as_bytes(), Notation::Ron).expect("what is built in is read by a test")
}
