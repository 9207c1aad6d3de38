//! What is made of the charter that is looked at, kept until it, or the language, is another.

use std::sync::{Arc, Weak};

use super::scene::Scene;
use crate::model::{Language, Resolved};

/// What was made of a charter in a language.
#[derive(Debug)]
pub struct OfCharter<T> {
    made: Option<(Weak<Resolved>, Language, T)>,
}

impl<T> Default for OfCharter<T> {
    fn default() -> Self {
        Self { made: None }
    }
}

impl<T: Clone> OfCharter<T> {
    /// What was made, or is made now.
    pub fn get(&mut self, scene: &Scene<'_>, make: impl FnOnce(&Scene<'_>) -> T) -> T {
        if let Some((of, language, made)) = &self.made
            && of.as_ptr() == Arc::as_ptr(scene.resolved)
            && language == scene.language
        {
            return made.clone();
        }
        let made = make(scene);
        let of = Arc::downgrade(scene.resolved);
        self.made = Some((of, scene.language.clone(), made.clone()));
        made
    }
}
