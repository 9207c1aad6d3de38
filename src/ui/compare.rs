//! Choosing what the charter that is looked at is compared with.

use std::sync::Arc;

use egui::{Context, Id};
use egui_material_icons::MaterialIcon;
use egui_material_icons::icons::{ICON_DESCRIPTION, ICON_FOLDER_OPEN, ICON_SAVE, ICON_VERIFIED};

use super::chooser::{Candidate, Chooser, Chosen, Labels};
use super::quick_open::{Known, Target};
use super::scene::{Scene, name_of};
use crate::messages::release_name;
use crate::model::{ModelId, Owner};
use crate::words::Words;
use crate::workspace::Session;

/// What a charter is compared with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum With {
    /// What it would show if it adapted nothing of the model that it follows.
    Model(ModelId),
    /// Another model or platform.
    Charter(Owner),
    /// Itself, as it was last saved or opened.
    Saved,
    /// Its last release, of this number.
    Release(u32),
    /// Another version of the whole collection.
    File,
}

/// What it can be compared with, as someone chooses from it.
#[derive(Debug)]
pub struct CompareWith {
    choices: Vec<With>,
    chooser: Chooser,
    name: String,
}

impl CompareWith {
    /// What is nearest comes first: the model, the file, the last release; then all others.
    pub fn new(words: &Words, session: &Session, known: &mut Known, scene: &Scene<'_>) -> Self {
        let owner = &scene.resolved.owner;
        let model = session.collection().charter(owner);
        let model = model.and_then(|it| it.follows()).cloned();
        let near = near(words, session, scene, model.as_ref());
        let is_far = |target: &Target| {
            let is_model =
                matches!((&target.owner, &model), (Owner::Model(id), Some(it)) if id == it);
            target.owner != *owner && !is_model
        };
        let others = known.owners(session, words).iter();
        let others = others
            .filter(|(_, target)| is_far(target))
            .map(|(candidate, target)| {
                (Arc::clone(candidate), With::Charter(target.owner.clone()))
            });
        let (candidates, choices) = near.into_iter().chain(others).unzip();
        Self {
            choices,
            chooser: Chooser::new(candidates),
            name: name_of(session.collection(), owner, words.language()),
        }
    }

    /// Shows it; tells what was chosen, or that nothing was.
    pub fn ui(&mut self, ctx: &Context, words: &Words) -> Option<Chosen<With>> {
        let name = [("name", self.name.as_str().into())];
        let labels = Labels {
            field: &words.say_of("compare-field", &name),
            none: &words.say("go-none"),
        };
        match self.chooser.ui(ctx, &labels)? {
            Chosen::One(at) => self.choices.get(at).cloned().map(Chosen::One),
            Chosen::Nothing => Some(Chosen::Nothing),
        }
    }
}

/// What is nearest to a charter.
fn near(
    words: &Words,
    session: &Session,
    scene: &Scene<'_>,
    model: Option<&ModelId>,
) -> Vec<(Arc<Candidate>, With)> {
    let owner = &scene.resolved.owner;
    let mut near = Vec::new();
    let mut add = |icon: MaterialIcon, with: With, key: &str, detail: String| {
        let id = Id::unique(("compare", key));
        let name = words.say(key).into_owned();
        let candidate = Candidate::new(id, Some(icon), name, detail);
        near.push((Arc::new(candidate), with));
    };
    if let Some(model) = model {
        let owner = Owner::Model(model.clone());
        let name = name_of(session.collection(), &owner, words.language());
        add(
            ICON_DESCRIPTION,
            With::Model(model.clone()),
            "compare-model",
            name,
        );
    }
    if session.is_modified()
        && let Some(path) = session.path()
    {
        let file = path.file_name().unwrap_or_default();
        let file = file.to_string_lossy().into_owned();
        add(ICON_SAVE, With::Saved, "compare-saved", file);
    }
    if let Owner::Platform(platform) = owner
        && let Some(glance) = scene.releases.glances.of(platform)
    {
        let name = release_name(words, glance.number, glance.date);
        add(
            ICON_VERIFIED,
            With::Release(glance.number),
            "compare-release",
            name,
        );
    }
    let detail = words.say("compare-file-hint").into_owned();
    add(ICON_FOLDER_OPEN, With::File, "compare-file", detail);
    near
}
