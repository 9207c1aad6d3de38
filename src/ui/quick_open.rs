//! Going anywhere by name: platforms, models, sections and cookies.

use std::sync::Arc;

use egui::{Context, Id};
use egui_material_icons::icons::{ICON_COOKIE, ICON_DESCRIPTION, ICON_PUBLIC, ICON_SUBJECT};

use super::chooser::{Candidate, Chooser, Chosen, Labels};
use super::scene::name_of;
use crate::document::{Document, Section};
use crate::model::{CellAddress, Collection, Element, Language, Owner, Resolved, Role};
use crate::words::{Interface, Words};
use crate::workspace::Session;

/// A place that one can go to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Target {
    pub owner: Owner,
    pub element: Option<Element>,
}

/// The models and the platforms, which are many: prepared once for each state of their list.
#[derive(Debug, Default)]
pub struct Known {
    made_for: Option<(u64, Interface)>,
    owners: Vec<(Arc<Candidate>, Target)>,
}

/// The places as someone chooses from them.
#[derive(Debug)]
pub struct QuickOpen {
    targets: Vec<Target>,
    chooser: Chooser,
}

impl Known {
    /// The models and the platforms, in the order of the collection.
    pub fn owners(&mut self, session: &Session, words: &Words) -> &[(Arc<Candidate>, Target)] {
        self.refresh(session, words);
        &self.owners
    }

    fn refresh(&mut self, session: &Session, words: &Words) {
        let made_for = (session.list_revision(), words.interface());
        if self.made_for == Some(made_for) {
            return;
        }
        let collection = session.collection();
        let models = collection.models.iter().map(|model| {
            let kind = words.say("go-model").into_owned();
            (Owner::Model(model.id.clone()), ICON_DESCRIPTION, kind)
        });
        let platforms = collection.platforms.iter().map(|platform| {
            let owner = Owner::Platform(platform.id.clone());
            (owner, ICON_PUBLIC, platform.url.clone())
        });
        self.owners = models
            .chain(platforms)
            .map(|(owner, icon, detail)| {
                let name = name_of(collection, &owner, words.language());
                let target = Target {
                    owner,
                    element: None,
                };
                (candidate(words, &target, icon, name, detail), target)
            })
            .collect();
        self.made_for = Some(made_for);
    }
}

impl QuickOpen {
    /// Models and platforms first, then the places of the charter that is looked at and of the models.
    pub fn new(
        session: &mut Session,
        words: &Words,
        known: &mut Known,
        owner: Option<&Owner>,
        language: &Language,
    ) -> Self {
        let models = session.collection().models.iter();
        let models: Vec<Owner> = models.map(|it| Owner::Model(it.id.clone())).collect();
        let mut near = Places::default();
        let mut far = Places::default();
        for charter in owner.into_iter().chain(&models) {
            let is_looked_at = owner == Some(charter);
            if is_looked_at && !near.sections.is_empty() {
                continue;
            }
            let Some(resolved) = session.resolved(charter) else {
                continue;
            };
            // What fields say is known of the charter that is looked at.
            let document = is_looked_at.then(|| session.document(charter, language));
            let document = document.flatten();
            let places = if is_looked_at { &mut near } else { &mut far };
            let charter = (&*resolved, document.as_deref());
            places.add(words, session.collection(), charter, language);
        }
        let owners = known.owners(session, words).iter().cloned();
        let all = owners
            .chain(near.sections)
            .chain(near.cookies)
            .chain(far.sections)
            .chain(far.cookies);
        let (candidates, targets) = all.unzip();
        Self {
            targets,
            chooser: Chooser::new(candidates),
        }
    }

    /// Shows it; tells the place that was chosen, or that none was.
    pub fn ui(&mut self, ctx: &Context, words: &Words) -> Option<Chosen<Target>> {
        let labels = Labels {
            field: &words.say("go-field"),
            none: &words.say("go-none"),
        };
        match self.chooser.ui(ctx, &labels)? {
            Chosen::One(at) => self.targets.get(at).cloned().map(Chosen::One),
            Chosen::Nothing => Some(Chosen::Nothing),
        }
    }
}

/// The places inside of charters.
#[derive(Default)]
struct Places {
    sections: Vec<(Arc<Candidate>, Target)>,
    cookies: Vec<(Arc<Candidate>, Target)>,
}

impl Places {
    fn add(
        &mut self,
        words: &Words,
        collection: &Collection,
        (resolved, document): (&Resolved, Option<&Document>),
        language: &Language,
    ) {
        let first = collection.first_language();
        let owner = name_of(collection, &resolved.owner, words.language());
        let target = |element| Target {
            owner: resolved.owner.clone(),
            element: Some(element),
        };
        for section in &resolved.sections {
            let shown = document.and_then(|document| document.section(&section.id));
            let heading = shown.and_then(Section::name).unwrap_or_else(|| {
                match section.heading.value.said(language, &first).text.trim() {
                    "" => section.id.to_string(),
                    heading => heading.to_owned(),
                }
            });
            let detail = words.say_of("go-section", &[("owner", owner.clone().into())]);
            let to = target(Element::Heading(section.id.clone()));
            let line = candidate(
                words,
                &to,
                ICON_SUBJECT,
                heading.clone(),
                detail.into_owned(),
            );
            self.sections.push((line, to));
            let Some(table) = &section.table else {
                continue;
            };
            let columns = resolved.columns_of(table).iter();
            let Some(column) = columns
                .map(|column| &column.column)
                .find(|column| column.role == Role::Name)
            else {
                continue;
            };
            let values = [("section", heading.into()), ("owner", owner.clone().into())];
            let detail = words.say_of("go-cookie", &values).into_owned();
            for row in &table.rows {
                let text = row.cell(&column.id).0.and_then(|cell| cell.text());
                let name = text.map_or("", |text| text.said(language, &first).text.trim());
                if name.is_empty() {
                    continue;
                }
                let to = target(Element::Cell(CellAddress {
                    section: section.id.clone(),
                    row: row.id().clone(),
                    column: column.id.clone(),
                }));
                // The marks of code, which names of cookies often have, are no letters of theirs.
                let name = name.replace('\n', " ").replace('`', "");
                let line = candidate(words, &to, ICON_COOKIE, name, detail.clone());
                self.cookies.push((line, to));
            }
        }
    }
}

fn candidate(
    words: &Words,
    target: &Target,
    icon: egui_material_icons::MaterialIcon,
    name: String,
    detail: String,
) -> Arc<Candidate> {
    let id = Id::unique(("go", &target.owner, &target.element));
    let kind = match (&target.element, &target.owner) {
        (None, Owner::Platform(_)) => words.say("go-platform").into_owned(),
        _ => detail.clone(),
    };
    let spoken = format!("{name}, {kind}");
    let mut candidate = Candidate::new(id, Some(icon), name, detail);
    candidate.spoken = spoken;
    Arc::new(candidate)
}
