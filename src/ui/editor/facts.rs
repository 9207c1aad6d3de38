//! What stands only on platforms that have a fact.

use crate::model::{Collection, FactId, Owner};
use crate::ui::scene::Scene;
use crate::words::Words;

/// Whether what depends on a fact stands in the charter that is looked at.
pub fn applies(scene: &Scene<'_>, when: Option<&FactId>) -> bool {
    match scene.owner() {
        Owner::Platform(id) => {
            let platform = scene.collection.platforms.get(id);
            platform.is_none_or(|platform| platform.has(when))
        }
        Owner::Model(_) => true,
    }
}

/// How people call a fact.
pub fn fact_label(scene: &Scene<'_>, fact: &FactId) -> String {
    label_of_fact(scene.collection, scene.words, fact)
}

/// How people call a fact of a collection.
pub fn label_of_fact(collection: &Collection, words: &Words, fact: &FactId) -> String {
    let first = collection.first_language();
    let label = collection.facts.get(fact).map(|fact| &fact.label);
    let said = label.map_or("", |label| label.said(words.language(), &first).text);
    if said.is_empty() {
        fact.to_string()
    } else {
        said.to_owned()
    }
}
