//! A change of the platforms that are chosen on the board: what is asked, what would change where,
//! and only then the change.

mod inputs;
mod outcomes;

use std::sync::Arc;

use egui::Ui;
use indexmap::IndexMap;

use super::parts::{Ready, buttons};
use super::{Answer, Surroundings};
use crate::messages;
use crate::model::{Collection, FactId, FieldId, Language, ModelId, PlatformId, RowId, SectionId};
use crate::words::Words;
use crate::workspace::Change;
use crate::workspace::changes::bulk::{Bulk, Offers, Plan};
use inputs::Choices;
use outcomes::Outcomes;

/// What is done with many platforms.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BulkKind {
    Field,
    HaveFact,
    LackFact,
    Follow,
    AddLanguage,
    HideSection,
    ShowSection,
    AddRow,
    RemoveRow,
    Remove,
}

impl BulkKind {
    /// Those of the menu of changes, by groups. Removing platforms has a button of its own.
    pub const MENU: &[&[Self]] = &[
        &[Self::Field, Self::HaveFact, Self::LackFact],
        &[Self::Follow, Self::AddLanguage],
        &[Self::HideSection, Self::ShowSection],
        &[Self::AddRow, Self::RemoveRow],
    ];

    /// The key of its name.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Field => "bulk-field",
            Self::HaveFact => "bulk-have-fact",
            Self::LackFact => "bulk-lack-fact",
            Self::Follow => "bulk-follow",
            Self::AddLanguage => "bulk-add-language",
            Self::HideSection => "bulk-hide-section",
            Self::ShowSection => "bulk-show-section",
            Self::AddRow => "bulk-add-row",
            Self::RemoveRow => "bulk-remove-row",
            Self::Remove => "bulk-remove",
        }
    }

    /// The key of what its button says.
    fn deed(self) -> &'static str {
        match self {
            Self::Field | Self::Follow => "bulk-do",
            Self::HaveFact | Self::AddLanguage | Self::AddRow => "bulk-do-add",
            Self::LackFact | Self::RemoveRow => "bulk-do-take",
            Self::HideSection => "bulk-do-hide",
            Self::ShowSection => "bulk-do-show",
            Self::Remove => "bulk-do-remove",
        }
    }
}

/// A change as it is being described.
#[derive(Debug)]
pub struct BulkForm {
    kind: BulkKind,
    platforms: Arc<[PlatformId]>,
    choices: Choices,
    field: Option<FieldId>,
    /// The language in which a field is to say something; without one, in all.
    language: Option<Language>,
    words: String,
    fact: Option<FactId>,
    model: Option<ModelId>,
    added: Option<Language>,
    section: Option<SectionId>,
    row: Option<RowId>,
    /// What a new row says, by the columns of the table.
    cells: Vec<String>,
    /// What would change where, and what that was made for.
    planned: Option<(Bulk, Outcomes)>,
}

impl BulkForm {
    #[must_use]
    pub fn new(
        words: &Words,
        collection: &Collection,
        kind: BulkKind,
        platforms: Arc<[PlatformId]>,
    ) -> Self {
        let asks_about_sections = matches!(
            kind,
            BulkKind::HideSection | BulkKind::ShowSection | BulkKind::AddRow | BulkKind::RemoveRow
        );
        let offers = if asks_about_sections {
            Offers::of(collection, &platforms)
        } else {
            Offers::default()
        };
        Self {
            kind,
            choices: Choices::new(words, collection, &offers),
            platforms,
            field: None,
            language: None,
            words: String::new(),
            fact: None,
            model: None,
            added: None,
            section: None,
            row: None,
            cells: Vec::new(),
            planned: None,
        }
    }

    /// The platforms that are to change.
    #[must_use]
    pub fn platforms(&self) -> Arc<[PlatformId]> {
        Arc::clone(&self.platforms)
    }

    /// What is asked, once all of it is said.
    #[must_use]
    pub fn asked(&self) -> Option<Bulk> {
        Some(match self.kind {
            BulkKind::Field => Bulk::Field {
                field: self.field.clone()?,
                language: self.language.clone(),
                words: self.words.trim().to_owned(),
            },
            BulkKind::HaveFact => Bulk::HaveFact(self.fact.clone()?),
            BulkKind::LackFact => Bulk::LackFact(self.fact.clone()?),
            BulkKind::Follow => Bulk::Follow(self.model.clone()?),
            BulkKind::AddLanguage => Bulk::AddLanguage(self.added.clone()?),
            BulkKind::HideSection => Bulk::HideSection(self.section.clone()?),
            BulkKind::ShowSection => Bulk::ShowSection(self.section.clone()?),
            BulkKind::AddRow => self.asked_row()?,
            BulkKind::RemoveRow => Bulk::RemoveRow(crate::model::RowAddress {
                section: self.section.clone()?,
                row: self.row.clone()?,
            }),
            BulkKind::Remove => Bulk::Remove,
        })
    }

    fn asked_row(&self) -> Option<Bulk> {
        let section = self.section.clone()?;
        let columns = self.choices.columns_of(&section);
        let cells = columns.iter().zip(&self.cells);
        let said = cells.map(|(column, words)| (column.0.clone(), words.trim().to_owned()));
        let said: IndexMap<_, _> = said.filter(|(_, words)| !words.is_empty()).collect();
        (!said.is_empty()).then(|| Bulk::AddRow {
            section,
            cells: said,
            language: self.choices.first.clone(),
        })
    }

    /// What is asked and not planned yet.
    #[must_use]
    pub fn unplanned(&self) -> Option<Bulk> {
        let asked = self.asked()?;
        let is_planned = matches!(&self.planned, Some((of, _)) if *of == asked);
        (!is_planned).then_some(asked)
    }

    /// Takes over what a change would do.
    pub fn plan(&mut self, asked: Bulk, plan: Plan) {
        self.planned = Some((asked, Outcomes::new(plan)));
    }

    /// The change, and how many platforms it changes.
    #[must_use]
    pub fn planned(self) -> Option<(Change, usize)> {
        let asked = self.asked();
        let (of, outcomes) = self.planned?;
        let count = outcomes.changes();
        let change = outcomes.plan.change?;
        (Some(of) == asked).then_some((change, count))
    }

    pub(super) fn ui(&mut self, ui: &mut Ui, around: &Surroundings<'_>) -> Option<Answer> {
        let words = around.words;
        // In the menu, dots say that something is asked first.
        let title = match self.kind {
            BulkKind::Remove => words.say("bulk-remove-title"),
            kind => words.say(kind.key()),
        };
        ui.heading(title.trim_end_matches('…'));
        let count = [("count", self.platforms.len())];
        ui.weak(messages::counted(words, "bulk-chosen", &count));
        self.inputs_ui(ui, around);
        let asked = self.asked();
        self.outcomes_ui(ui, around, asked.as_ref());
        let planned = self.planned.as_ref();
        let planned = planned.filter(|(of, _)| Some(of) == asked.as_ref());
        let count = planned.map_or(0, |(_, outcomes)| outcomes.changes());
        let label = messages::counted(words, self.kind.deed(), &[("count", count)]);
        buttons(
            ui,
            words,
            Ready::when(count > 0),
            (&label, Answer::Bulk),
            |_| None,
        )
    }

    /// What would change where. Its room is always the same, and what was told last stays until it
    /// is told anew, so that nothing moves beneath the pointer.
    fn outcomes_ui(&self, ui: &mut Ui, around: &Surroundings<'_>, asked: Option<&Bulk>) {
        let words = around.words;
        let list = outcomes::height_of(ui, self.platforms.len());
        ui.scope(|ui| {
            let line = ui.text_style_height(&egui::TextStyle::Body);
            ui.set_min_height(line + ui.spacing().item_spacing.y + list);
            match (asked, &self.planned) {
                (None, _) => {
                    ui.weak(words.say("bulk-not-asked"));
                }
                (Some(asked), Some((of, outcomes))) if of == asked => {
                    let key = match self.kind {
                        BulkKind::Remove => "bulk-removes",
                        _ => "bulk-counts",
                    };
                    ui.label(outcomes.counts(words, key));
                    outcomes.ui(ui, around, list);
                }
                (Some(_), planned) => {
                    let (done, of) = around.progress;
                    let values = [("done", done.into()), ("of", of.into())];
                    ui.weak(words.say_of("bulk-planning", &values));
                    if let Some((_, outcomes)) = planned {
                        ui.disable();
                        outcomes.ui(ui, around, list);
                    }
                }
            }
        });
    }
}
