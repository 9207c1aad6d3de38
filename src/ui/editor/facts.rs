//! What stands only on platforms that have a fact.

use crate::model::{FactId, Owner};
use crate::ui::scene::Scene;

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
    let first = scene.collection.first_language();
    let label = scene.collection.facts.get(fact).map(|fact| &fact.label);
    let said = label.map_or("", |label| label.said(scene.words.language(), &first).text);
    if said.is_empty() {
        fact.to_string()
    } else {
        said.to_owned()
    }
}
