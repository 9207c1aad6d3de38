//! Where charters that are lifted come from: the models that they follow up to the nearest one that
//! all of them share, and the new model that comes right below that one.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::express::express;
use super::shared::{Above, shared};
use super::site::Sites;
use super::{Lifted, following};
use crate::model::{
    Adaptation, Charter, Collection, Element, Model, ModelId, Owner, Resolved, Text,
};
use crate::workspace::changes::model_id;
use crate::workspace::jobs::Cancel;

/// What some charters follow.
pub struct Lineage<'c> {
    pub collection: &'c Collection,
    /// The nearest model that all of them follow, themselves or through others.
    above: Option<ModelId>,
    /// The models between them and that one, which is there too, each as it shows.
    models: HashMap<ModelId, Resolved>,
}

impl<'c> Lineage<'c> {
    pub fn of(collection: &'c Collection, charters: &[Resolved]) -> Self {
        let above = nearest_shared(collection, charters);
        let mut models = HashMap::new();
        for charter in charters_of(collection, charters) {
            for model in collection.followed(charter) {
                if models.contains_key(&model.id) {
                    break;
                }
                let resolved = collection.resolve(&Owner::Model(model.id.clone()));
                models.extend(resolved.map(|resolved| (model.id.clone(), resolved)));
                if Some(&model.id) == above.as_ref() {
                    break;
                }
            }
        }
        Self {
            collection,
            above,
            models,
        }
    }

    /// A charter and the models that it follows below the shared one, nearest first, each with what
    /// it follows as that shows.
    pub fn steps<'s>(&'s self, charter: &'s Charter) -> Vec<(&'s Charter, &'s Resolved)> {
        let above = self.above.as_ref();
        let between = self.collection.followed(charter);
        let between = between
            .take_while(|model| Some(&model.id) != above)
            .map(|model| &model.charter);
        std::iter::once(charter)
            .chain(between)
            .filter_map(|charter| Some((charter, self.models.get(charter.follows()?)?)))
            .collect()
    }

    /// What these platforms follow now and, through the new model, follow no more.
    pub fn leaving(&self, platforms: &[Lifted]) -> Vec<ModelId> {
        let mut known = HashSet::new();
        let followed = platforms.iter().filter_map(|lifted| {
            let platform = self.collection.platforms.get(&lifted.id)?;
            platform.charter.follows()
        });
        followed
            .filter(|id| Some(*id) != self.above.as_ref() && known.insert(*id))
            .cloned()
            .collect()
    }

    /// The model that says what most of some charters say; `sites` are theirs, in the same order.
    pub fn model(
        &self,
        charters: &[Resolved],
        sites: &[Sites],
        name: &str,
        cancel: &Cancel,
    ) -> Option<Arc<Model>> {
        let id = model_id(self.collection, name);
        let above = self.above.as_ref();
        let charter = match above.and_then(|above| Some((above, self.models.get(above)?))) {
            None => shared(charters, sites, Above::Nothing, cancel),
            Some((above, model)) => {
                let said = shared(charters, sites, Above::Model(model), cancel);
                let owner = Owner::Model(id.clone());
                let said = self.collection.resolve_as(&owner, &said)?;
                let adaptations = express(model, &said, &|_, _, _| false)?;
                following(above.clone(), self.remembering(charters, adaptations))
            }
        };
        Some(Arc::new(Model {
            id,
            name: Text::same(name.trim()),
            charter,
            note: String::new(),
        }))
    }

    /// What is shared, knowing what those replaced who said it first.
    fn remembering(&self, charters: &[Resolved], shared: Vec<Adaptation>) -> Vec<Adaptation> {
        let elements = shared.iter().map(Adaptation::element);
        let mut earlier: HashMap<Element, Vec<(&Adaptation, &Resolved)>> =
            elements.map(|element| (element, Vec::new())).collect();
        // Of a model that many follow, what it adapts is looked at once.
        let mut seen = HashSet::new();
        for charter in charters_of(self.collection, charters) {
            for (charter, beneath) in self.steps(charter) {
                if !seen.insert(std::ptr::from_ref(charter)) {
                    break;
                }
                for adaptation in charter.adaptations() {
                    if let Some(of_it) = earlier.get_mut(&adaptation.element()) {
                        of_it.push((adaptation, beneath));
                    }
                }
            }
        }
        let remembering = shared.into_iter().map(|shared| {
            let by = |it: &Adaptation| it.replacement().map(|(_, by)| by);
            let here = by(&shared);
            let of_it = earlier.get(&shared.element()).into_iter().flatten();
            let mut alike = of_it.filter(|(it, _)| it.replaces_what(&shared) && by(it) == here);
            match alike.next() {
                Some((earlier, beneath)) => shared.remembering(Some(earlier), beneath),
                None => shared,
            }
        });
        remembering.collect()
    }
}

fn charters_of<'c>(
    collection: &'c Collection,
    charters: &[Resolved],
) -> impl Iterator<Item = &'c Charter> {
    charters
        .iter()
        .filter_map(|it| collection.charter(&it.owner))
}

/// The nearest model that all of some charters follow, themselves or through others.
fn nearest_shared(collection: &Collection, charters: &[Resolved]) -> Option<ModelId> {
    let mut all = charters_of(collection, charters);
    let mut shared: Vec<&ModelId> = collection.followed(all.next()?).map(|it| &it.id).collect();
    for charter in all {
        if charter.follows() == shared.first().copied() {
            continue;
        }
        let others: HashSet<&ModelId> = collection.followed(charter).map(|it| &it.id).collect();
        shared.retain(|id| others.contains(id));
    }
    shared.first().copied().cloned()
}
