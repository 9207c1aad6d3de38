//! Where elements of any charter stand, in words: made once they come into sight.

use std::collections::HashMap;

use super::scene::Scene;
use crate::messages::{self, Reading};
use crate::model::{Element, Language, Owner};
use crate::words::Interface;

/// How many places are kept; more are made again when they come into sight.
const KEPT: usize = 2_000;

/// The places of what was in sight.
#[derive(Debug, Default)]
pub struct Places {
    known: HashMap<(Owner, Element), String>,
    /// The languages that they are told in: the interface's, and the charter's.
    told_in: Option<(Interface, Language)>,
}

impl Places {
    /// Forgets those that may be called otherwise by now.
    pub fn forget(&mut self) {
        self.known.clear();
    }

    /// The place of an element in its charter.
    pub fn of(&mut self, scene: &Scene<'_>, owner: &Owner, element: &Element) -> String {
        let told_in = Some((scene.words.interface(), scene.language.clone()));
        if self.known.len() > KEPT || self.told_in != told_in {
            self.known.clear();
            self.told_in = told_in;
        }
        let place = self.known.entry((owner.clone(), element.clone()));
        place.or_insert_with(|| told(scene, owner, element)).clone()
    }
}

fn told(scene: &Scene<'_>, owner: &Owner, element: &Element) -> String {
    let first = scene.collection.first_language();
    let resolved = scene.collection.resolve(owner);
    let place = resolved.map(|resolved| {
        let charter = Reading {
            resolved: &resolved,
            language: scene.language,
            first: &first,
        };
        messages::place(scene.words, charter, element)
    });
    place.unwrap_or_default()
}
