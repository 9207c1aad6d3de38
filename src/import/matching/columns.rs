//! The columns of a table of the page, against those of the charter.

use super::choices::{Decision, PagePart};
use super::compose::Composer;
use super::fresh::{Names, column_id};
use super::pairs::staying;
use super::parts::{lacking_part, outcome};
use super::proposal::{Outcome, Part};
use super::reading::Shape;
use super::view::{Presence, TableView};
use crate::import::draft::DraftTable;
use crate::model::{ColumnAddress, ColumnId, Element, ResolvedColumn, SectionId};

/// The columns of a table on both sides.
struct Columns<'a> {
    /// The section that holds them; without one, they are the common ones.
    table: Option<SectionId>,
    draft: &'a DraftTable,
    page: &'a TableView,
    charter: &'a TableView,
    resolved: Vec<ResolvedColumn>,
    /// By column of the page.
    pairs: Vec<Option<usize>>,
}

impl<'a> Composer<'a> {
    /// Makes the columns of a table, or the common ones, those of a section of the page.
    pub(super) fn columns(&mut self, at: usize) {
        let Some(Columns {
            table,
            draft,
            page,
            charter,
            resolved,
            pairs,
        }) = self.columns_of(at)
        else {
            return;
        };
        let places: Vec<usize> = pairs.iter().flatten().copied().collect();
        let mut stays = staying(&places).into_iter();
        let mut names = Names::new(resolved.iter().map(|column| column.column.id.clone()));
        let address = |column: &ColumnId| ColumnAddress {
            table: table.clone(),
            column: column.clone(),
        };
        let mut last: Option<ColumnId> = None;
        let mut ids = vec![None; draft.columns.len()];
        for (column, of_page) in draft.columns.iter().enumerate() {
            let part = PagePart::Column {
                section: at,
                column,
            };
            let decision = self.choices.of_page(part);
            let mut told = Part {
                page: Some(part),
                element: None,
                verdict: None,
                outcome: Outcome::LeftOut,
                moved: false,
                said: vec![of_page.label.clone()],
                charter: Vec::new(),
            };
            let pair = pairs.get(column).copied().flatten();
            if let Some((pair, of_charter)) = pair.and_then(|it| Some((it, resolved.get(it)?))) {
                let id = of_charter.column.id.clone();
                let (Some(view), Some(other)) =
                    (page.columns.get(column), charter.columns.get(pair))
                else {
                    continue;
                };
                if other.presence == Presence::HiddenHere {
                    self.writer.show_column(&address(&id));
                }
                let verdict = self.judge(&other.label, &view.label);
                let written = Self::is_written(verdict, decision);
                if written {
                    let words = self.fresh.wording.words(&of_page.label, Shape::Line);
                    self.writer.write(&Element::Column(address(&id)), &words);
                }
                told.moved = stays.next() == Some(false);
                if told.moved {
                    self.writer.move_column(&address(&id), last.as_ref());
                }
                told.verdict = Some(verdict);
                told.outcome = outcome(written);
                told.charter = vec![self.said_here(&of_charter.label.value)];
                last = Some(id);
            } else if decision != Some(Decision::LeaveOut) {
                let mut added = self.fresh.column(of_page);
                added.id = column_id(&mut names, of_page);
                let after = last.replace(added.id.clone());
                self.writer
                    .add_column(table.as_ref(), added, after.as_ref());
                told.outcome = Outcome::Added;
            }
            if told.outcome != Outcome::LeftOut {
                told.element = last.as_ref().map(|id| Element::Column(address(id)));
                if let Some(id) = ids.get_mut(column) {
                    id.clone_from(&last);
                }
            }
            self.parts.push(told);
        }
        for (place, column) in resolved.iter().enumerate() {
            let shown = charter.columns.get(place).map(|it| it.presence);
            if shown != Some(Presence::Shown) || pairs.contains(&Some(place)) {
                continue;
            }
            let element = Element::Column(address(&column.column.id));
            let outcome = self.fate(&element, &[&column.label.value]);
            if outcome == Outcome::Hidden {
                self.writer.hide_column(&address(&column.column.id));
            }
            let label = self.said_here(&column.label.value);
            self.parts.push(lacking_part(element, outcome, vec![label]));
        }
        self.columns.insert(table, ids);
    }

    fn columns_of(&self, at: usize) -> Option<Columns<'a>> {
        let pair = self.alignment.sections.get(at).copied().flatten()?;
        let section = self.writer.resolved.sections.get(pair)?;
        let table = section.table.as_ref()?;
        let pairs = self.alignment.tables.get(at)?.as_ref()?;
        Some(Columns {
            table: table.columns.is_some().then(|| section.id.clone()),
            resolved: self.writer.resolved.columns_of(table).to_vec(),
            pairs: pairs.columns.clone(),
            draft: self.draft.sections.get(at)?.table.as_ref()?,
            page: self.page.sections.get(at)?.table.as_ref()?,
            charter: self.charter.sections.get(pair)?.table.as_ref()?,
        })
    }
}
