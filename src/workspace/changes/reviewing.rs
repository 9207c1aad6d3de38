//! What a reviewer proposed, taken in: all that was accepted, as one step.

use std::collections::HashSet;
use std::sync::Arc;

use super::{Charters, Scope};
use crate::import::review::{Proposal, Review, What};
use crate::model::Place as AmongLikes;
use crate::model::{
    Adaptation, Cell, CellAddress, Collection, ColumnId, Edit, Element, Language, Role, Row,
    RowAddress, RowId, Section, SectionId, Text,
};
use crate::workspace::history::{Change, Deed, Place};

/// What becomes of a proposal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Decision {
    Refuse,
    /// It is taken, as far as the scope reaches.
    Accept(Scope),
}

/// The step that takes in what was accepted, proposal by proposal; nothing where nothing was.
#[must_use]
pub fn accept(
    collection: &Collection,
    review: &Review,
    decisions: impl IntoIterator<Item = Decision>,
) -> Option<Change> {
    let mut collection = collection.clone();
    let mut edits: Vec<Edit> = Vec::new();
    // What was added stands above what was added below it.
    let mut added = Added::default();
    for (proposal, decision) in review.proposals.iter().zip(decisions) {
        let Decision::Accept(scope) = decision else {
            continue;
        };
        let Some(resolved) = collection.resolve(&review.owner) else {
            break;
        };
        let charters = Charters {
            collection: &collection,
            resolved: &resolved,
        };
        let change = charters.accepting(proposal, &review.language, scope, &mut added);
        for edit in change.map(|change| change.edits).unwrap_or_default() {
            // One that does not apply any more is not made; the others are.
            if collection.apply(edit.clone()).is_ok() {
                edits.push(edit);
            }
        }
    }
    let place = Place {
        owner: review.owner.clone(),
        element: Element::Title,
    };
    (!edits.is_empty()).then_some(Change {
        deed: Deed::Review,
        place,
        edits,
    })
}

/// What was added last, and below what.
#[derive(Default)]
struct Added {
    row: Option<(SectionId, Option<RowId>, RowId)>,
    section: Option<(Option<SectionId>, SectionId)>,
}

impl Charters<'_> {
    /// Whether what a proposal is about stands here as another charter has it.
    #[must_use]
    pub fn proposal_is_inherited(&self, proposal: &Proposal) -> bool {
        let is_of_another = |section: &SectionId| {
            let section = self.resolved.section(section);
            section.is_some_and(|it| self.is_inherited(&it.origin.holder))
        };
        match &proposal.what {
            What::Text { element, .. } => {
                let origin = match element {
                    Element::Cell(cell) => self.resolved.cell(cell).map(|(_, origin)| origin),
                    element => self.resolved.text(element).map(|(_, origin)| origin),
                };
                origin.is_some_and(|it| self.is_inherited(&it.holder))
            }
            What::AddRow { section, .. } | What::RemoveSection { section, .. } => {
                is_of_another(section)
            }
            What::RemoveRow { row, .. } => {
                let rows = self.rows_of(&row.section);
                let row = rows.iter().find(|it| *it.id() == row.row);
                row.is_some_and(|it| self.is_inherited(&it.origin.holder))
            }
            What::AddSection { .. } => false,
        }
    }

    fn accepting(
        &self,
        proposal: &Proposal,
        language: &Language,
        scope: Scope,
        added: &mut Added,
    ) -> Option<Change> {
        match &proposal.what {
            What::Text { element, now, .. } => self.write(element, language, now, scope),
            What::AddRow {
                section,
                after,
                cells,
            } => {
                let above = match &added.row {
                    Some((of, below, row)) if of == section && below == after => Some(row),
                    _ => after.as_ref(),
                };
                let (id, change) = self.add_reviewed_row(section, above, cells, language, scope)?;
                added.row = Some((section.clone(), after.clone(), id));
                Some(change)
            }
            What::RemoveRow { row, .. } => self.remove_row(row, scope),
            What::AddSection {
                after,
                level,
                heading,
                body,
            } => {
                let above = match &added.section {
                    Some((below, section)) if below == after => Some(section),
                    _ => after.as_ref(),
                };
                let id = SectionId::made_from(heading, |id| self.section_is_taken(id));
                let text = |element: Element, words: &str| match words {
                    "" => Text::default(),
                    words => self.reworded(None, self.owner(), &element, language, words),
                };
                let section = Section {
                    level: *level,
                    heading: text(Element::Heading(id.clone()), heading),
                    body: text(Element::Body(id.clone()), body),
                    ..Section::empty(id.clone())
                };
                let edit = self.insertion(section, above);
                added.section = Some((after.clone(), id.clone()));
                Some(self.here(Deed::AddSection, &Element::Section(id), edit))
            }
            What::RemoveSection { section, .. } => match scope {
                Scope::Here => self.remove_section(section),
                Scope::Everywhere => self.remove_section_everywhere(section),
            },
        }
    }

    /// Adds a row that a reviewer wrote, below another or at the head of the table.
    fn add_reviewed_row(
        &self,
        section: &SectionId,
        above: Option<&RowId>,
        cells: &[(ColumnId, String)],
        language: &Language,
        scope: Scope,
    ) -> Option<(RowId, Change)> {
        let holder = self.section_holder(section)?.1.clone();
        let taken: HashSet<RowId> = self.rows_taken(section);
        let columns = self.table_columns(section)?;
        let name = cells.iter().find(|(column, _)| {
            let mut columns = columns.iter().map(|it| &it.column);
            columns.any(|it| it.id == *column && it.role == Role::Name)
        });
        let name = name.map_or("cookie", |(_, name)| name.as_str());
        let id = RowId::made_from(name, |id| taken.contains(id));
        let writer = if scope == Scope::Here {
            self.owner()
        } else {
            &holder
        };
        let cells = cells.iter().map(|(column, words)| {
            let address = CellAddress {
                section: section.clone(),
                row: id.clone(),
                column: column.clone(),
            };
            let text = self.reworded(None, writer, &Element::Cell(address), language, words);
            (column.clone(), Cell::Text(text))
        });
        let row = Row {
            id: id.clone(),
            when: None,
            cells: cells.collect(),
            note: String::new(),
        };
        let element = Element::Row(RowAddress {
            section: section.clone(),
            row: id.clone(),
        });
        let adaptation = Adaptation::AddRow {
            section: section.clone(),
            row: Arc::new(row),
            place: above.map_or(AmongLikes::First, |id| AmongLikes::After(id.clone())),
        };
        let change = self.adapting(Deed::AddRow, &element, vec![(holder, adaptation)], scope)?;
        Some((id, change))
    }
}
