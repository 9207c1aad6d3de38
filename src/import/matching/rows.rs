//! The rows of a table of the page, against those of the charter.

use std::collections::{BTreeMap, HashSet};

use super::choices::PagePart;
use super::compose::Composer;
use super::fresh::{Names, row_id};
use super::pairs::staying;
use super::parts::{cells_said, lacking_part, outcome, whole};
use super::proposal::{Outcome, Part};
use super::reading::{Reading, Shape};
use super::unify::{Verdict, verdict};
use super::view::{CellKind, CellView, Presence, RowView, SectionView, says_the_same};
use super::writer::Said;
use crate::import::draft::{DraftCell, DraftRow, DraftSection, DraftTable};
use crate::model::{
    Cell, CellAddress, ColumnId, Element, ResolvedColumn, ResolvedRow, ResolvedSection, RowAddress,
    RowId, SectionId, Text,
};

/// A table of the page, its rows, and where they stand in the charter.
struct Rows<'a> {
    /// The section on the page.
    at: usize,
    section: SectionId,
    draft: &'a DraftTable,
    page: &'a [RowView],
    charter: &'a [RowView],
    /// The columns of the charter, and where each of the page's stands among them.
    columns: Vec<ResolvedColumn>,
    pairs: Vec<Option<usize>>,
    /// The ids of the page's columns, those that are added included.
    ids: Vec<Option<ColumnId>>,
    /// For each cell of the page, the row in which what it says is written.
    written_in: Vec<Vec<usize>>,
}

/// The row of the page that was looked at before, where the next one may say « as above ».
#[derive(Default)]
struct Above {
    /// Its place in the charter.
    pair: Option<usize>,
    /// Whether a cell says on the page what it says in the charter, by column of the page.
    agrees: Vec<bool>,
}

impl<'a> Composer<'a> {
    pub(super) fn table(
        &mut self,
        at: usize,
        section: &'a DraftSection,
        (view, other): (&'a SectionView, &'a SectionView),
        of_charter: &ResolvedSection,
    ) {
        let (Some(table), Some(charter)) = (&of_charter.table, &other.table) else {
            return;
        };
        let resolved: Vec<ResolvedRow> = table.rows.to_vec();
        let id = of_charter.id.clone();
        let (Some(draft), Some(page), Some(Some(pairs))) =
            (&section.table, &view.table, self.alignment.tables.get(at))
        else {
            for row in charter.rows.iter().zip(&resolved).enumerate() {
                self.lacking_row(&id, row, &HashSet::new());
            }
            return;
        };
        let holder = table.columns.is_some().then(|| id.clone());
        let rows = Rows {
            at,
            section: id,
            draft,
            page: &page.rows,
            charter: &charter.rows,
            columns: self.writer.resolved.columns_of(table).to_vec(),
            pairs: pairs.columns.clone(),
            ids: self.columns.get(&holder).cloned().unwrap_or_default(),
            written_in: written_in(draft),
        };
        let pairs = pairs.rows.clone();
        self.rows(&rows, &pairs, &resolved);
    }

    fn rows(&mut self, rows: &Rows<'_>, pairs: &[Option<usize>], resolved: &[ResolvedRow]) {
        let places: Vec<usize> = pairs.iter().flatten().copied().collect();
        let paired: HashSet<usize> = places.iter().copied().collect();
        let mut stays = staying(&places).into_iter();
        let mut names = Names::new(resolved.iter().map(|row| row.id().clone()));
        let mut lacking = lacking_after(rows.charter, &paired);
        let mut last: Option<RowId> = None;
        let mut above = Above::default();
        self.lacking_rows(rows, resolved, lacking.remove(&None), &paired);
        for (at, of_page) in rows.draft.rows.iter().enumerate() {
            let part = PagePart::Row {
                section: rows.at,
                row: at,
            };
            let pair = pairs.get(at).copied().flatten();
            let mut told = Part {
                page: Some(part),
                ..whole(Outcome::LeftOut, cells_said(of_page))
            };
            match pair.and_then(|pair| Some((pair, resolved.get(pair)?))) {
                Some((pair, of_charter)) => {
                    let address = rows.address(of_charter.id());
                    self.paired_row(
                        rows,
                        (at, of_page),
                        (pair, of_charter),
                        &mut above,
                        &mut told,
                    );
                    told.moved = stays.next() == Some(false);
                    if told.moved {
                        self.writer.move_row(&address, last.as_ref());
                    }
                    last = Some(address.row.clone());
                    told.element = Some(Element::Row(address));
                }
                None if self.fresh.takes(part) => {
                    let id = row_id(&mut names, of_page, rows.draft);
                    self.add_row(rows, of_page, id.clone(), last.as_ref());
                    told.outcome = Outcome::Added;
                    told.element = Some(Element::Row(rows.address(&id)));
                    last = Some(id);
                    above = Above::default();
                }
                None => {}
            }
            self.parts.push(told);
            let behind = pair.and_then(|pair| lacking.remove(&Some(pair)));
            self.lacking_rows(rows, resolved, behind, &paired);
        }
    }

    fn add_row(&mut self, rows: &Rows<'_>, of_page: &DraftRow, id: RowId, after: Option<&RowId>) {
        let ids = rows.ids.iter().enumerate();
        let columns = ids.filter_map(|(at, id)| Some((at, id.clone()?)));
        let row = self.fresh.row(rows.draft, of_page, id, columns);
        self.writer.add_row(&rows.section, row, after);
    }

    fn lacking_rows(
        &mut self,
        rows: &Rows<'_>,
        resolved: &[ResolvedRow],
        lacking: Option<Vec<usize>>,
        paired: &HashSet<usize>,
    ) {
        for at in lacking.unwrap_or_default() {
            if let (Some(view), Some(row)) = (rows.charter.get(at), resolved.get(at)) {
                self.lacking_row(&rows.section, (at, (view, row)), paired);
            }
        }
    }

    /// A row of the charter that the page lacks.
    fn lacking_row(
        &mut self,
        section: &SectionId,
        (at, (view, row)): (usize, (&RowView, &ResolvedRow)),
        paired: &HashSet<usize>,
    ) {
        if paired.contains(&at) || view.presence != Presence::Shown || !self.applies(row.when()) {
            return;
        }
        let address = RowAddress {
            section: section.clone(),
            row: row.id().clone(),
        };
        let element = Element::Row(address.clone());
        let shown = row.as_shown();
        let texts: Vec<&Text> = shown.cells.values().filter_map(Cell::text).collect();
        let outcome = self.fate(&element, &texts);
        if outcome == Outcome::Hidden {
            self.writer.hide_row(&address);
        }
        let said = texts.iter().map(|text| self.said_here(text)).collect();
        self.parts.push(lacking_part(element, outcome, said));
    }

    fn paired_row(
        &mut self,
        rows: &Rows<'_>,
        (at, of_page): (usize, &DraftRow),
        (pair, of_charter): (usize, &ResolvedRow),
        above: &mut Above,
        told: &mut Part,
    ) {
        let (Some(view), Some(other)) = (rows.page.get(at), rows.charter.get(pair)) else {
            return;
        };
        let address = rows.address(of_charter.id());
        if other.presence == Presence::HiddenHere {
            self.writer.show_row(&address);
        }
        let decision = told.page.and_then(|part| self.choices.of_page(part));
        let is_next = pair
            .checked_sub(1)
            .is_some_and(|before| above.pair == Some(before));
        // Above the first row, nothing stands on either side.
        let is_first = (at, pair) == (0, 0);
        let nothing = Reading::default();
        let mut written = false;
        let mut together = Verdict::Equal;
        let mut agrees = vec![false; rows.pairs.len()];
        for (column, place) in rows.pairs.iter().enumerate() {
            let (Some(cell), Some(draft)) =
                (view.cells.get(column), rows.draft.columns.get(column))
            else {
                continue;
            };
            let there = place.and_then(|place| other.cells.get(place));
            let agrees_above = is_next && above.agrees.get(column) == Some(&true);
            // What « as above » says once the row above says what the page has there.
            let above = match at.checked_sub(1).and_then(|above| rows.page.get(above)) {
                Some(above) if agrees_above => above.cells.get(column).map(|cell| &cell.said),
                _ if is_first => Some(&nothing),
                _ => None,
            };
            let found = match there {
                Some(there) => self.judge_cell(there, cell, above),
                // A column that is added: the charter has nothing in it yet.
                None => Verdict::Different(0.0),
            };
            let is_added = there.is_none();
            if is_added && cell.kind == CellKind::Absent {
                continue;
            }
            together = together.and(found, other.words.likeness(&view.words));
            let Some(Some(id)) = rows.ids.get(column) else {
                continue;
            };
            let writes = Self::is_written(found, decision);
            if let Some(agrees) = agrees.get_mut(column) {
                *agrees = writes || !found.is_different();
            }
            if writes {
                let address = CellAddress {
                    section: address.section.clone(),
                    row: address.row.clone(),
                    column: id.clone(),
                };
                self.write_cell(
                    address,
                    rows,
                    of_page,
                    (at, column),
                    says_the_same(draft.role),
                );
                written = true;
            }
        }
        *above = Above {
            pair: Some(pair),
            agrees,
        };
        told.verdict = Some(together);
        told.outcome = outcome(written);
        told.charter = rows.charter_says(of_charter, |text| self.said_here(text));
    }

    /// How two cells stand to each other. `above` is what the charter will say above: nothing is
    /// known where the row above is not the same on both sides.
    fn judge_cell(
        &mut self,
        charter: &CellView,
        page: &CellView,
        above: Option<&Reading>,
    ) -> Verdict {
        let says_nothing = |cell: &CellView| cell.said.is_empty();
        if charter.kind == CellKind::Above {
            return match above {
                Some(above) => verdict(above, &page.said),
                None => Verdict::Different(charter.said.words.likeness(&page.said.words)),
            };
        }
        if says_nothing(charter) && says_nothing(page) {
            return Verdict::Equal;
        }
        self.judge(&charter.said, &page.said)
    }

    fn write_cell(
        &mut self,
        address: CellAddress,
        rows: &Rows<'_>,
        of_page: &DraftRow,
        (at, column): (usize, usize),
        same: bool,
    ) {
        let is_above = matches!(of_page.cells.get(column), Some(DraftCell::Above));
        // « As above » is written out: what stands above may not be what the page has there.
        let written = rows.written_in.get(at).and_then(|row| row.get(column));
        let row = written.and_then(|row| rows.draft.rows.get(*row));
        let said = row.and_then(|row| row.cells.get(column));
        match said {
            Some(DraftCell::Text(text)) => {
                let words = self.fresh.wording.words(text, Shape::Flow);
                self.writer.write_cell(
                    address,
                    Said::Words {
                        words: &words,
                        same,
                    },
                );
            }
            _ if is_above => {
                let said = Said::Words { words: "", same };
                self.writer.write_cell(address, said);
            }
            _ => self.writer.write_cell(address, Said::Nothing),
        }
    }
}

impl Rows<'_> {
    fn address(&self, row: &RowId) -> RowAddress {
        RowAddress {
            section: self.section.clone(),
            row: row.clone(),
        }
    }

    /// What the charter says in the columns of the page.
    fn charter_says(&self, row: &ResolvedRow, said: impl Fn(&Text) -> String) -> Vec<String> {
        let cell = |place: &Option<usize>| {
            let column = self.columns.get((*place)?)?;
            Some(said(row.cell(&column.column.id).0?.text()?))
        };
        let cells = self.pairs.iter();
        cells.map(|place| cell(place).unwrap_or_default()).collect()
    }
}

/// For each cell of a table, the row in which what it says is written.
fn written_in(table: &DraftTable) -> Vec<Vec<usize>> {
    let mut written = vec![0; table.columns.len()];
    let rows = table.rows.iter().enumerate();
    rows.map(|(at, row)| {
        for (written, cell) in written.iter_mut().zip(&row.cells) {
            if !matches!(cell, DraftCell::Above) {
                *written = at;
            }
        }
        written.clone()
    })
    .collect()
}

/// The rows of the charter that the page lacks, by the row that stands before them.
fn lacking_after(
    charter: &[RowView],
    paired: &HashSet<usize>,
) -> BTreeMap<Option<usize>, Vec<usize>> {
    let mut lacking: BTreeMap<Option<usize>, Vec<usize>> = BTreeMap::new();
    let mut before = None;
    for at in 0..charter.len() {
        if paired.contains(&at) {
            before = Some(at);
        } else {
            lacking.entry(before).or_default().push(at);
        }
    }
    lacking
}
