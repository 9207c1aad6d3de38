//! Changes of many cells at once: what is pasted, filled down or emptied, and one cookie's form.

use std::collections::{HashMap, HashSet};

use super::{Charters, Scope};
use crate::model::{
    Adaptation, Cell, CellAddress, CharterEdit, ColumnId, Edit, Element, FactId, Language, Owner,
    ResolvedRow, Role, Row, RowAddress, RowEdit, RowId, SectionId,
};
use crate::workspace::history::{Change, Deed};

/// What a cell is to say.
#[derive(Debug, Clone, PartialEq)]
pub enum Content {
    /// Words in the language that is being written.
    Words(String),
    /// What the row above says.
    Above,
    /// What another cell says, in every language.
    Same(Cell),
}

/// What a paste does.
#[derive(Debug)]
pub struct Pasted {
    pub change: Change,
    /// The rows that it adds.
    pub added: Vec<RowId>,
    /// How many columns of what is pasted lie beyond the last one of the table.
    pub left_out: usize,
}

/// A cookie as its form has it.
#[derive(Debug, Clone, PartialEq)]
pub struct CookieSheet {
    pub row: RowAddress,
    pub cells: Vec<(ColumnId, Content)>,
    pub when: Option<FactId>,
    pub note: String,
}

impl Charters<'_> {
    /// Makes cells of a table say something else, in one step.
    #[must_use]
    pub fn fill_cells(
        &self,
        deed: Deed,
        section: &SectionId,
        cells: Vec<(RowId, ColumnId, Content)>,
        language: &Language,
        scope: Scope,
    ) -> Option<Change> {
        let (row, column, _) = cells.first()?;
        let element = Element::Cell(CellAddress {
            section: section.clone(),
            row: row.clone(),
            column: column.clone(),
        });
        let (edits, adaptations) = self.filling(section, cells, language, scope);
        let mut change = self.adapting(deed, &element, adaptations, scope)?;
        change.edits.splice(0..0, edits);
        Some(change)
    }

    /// The adaptations that make cells say something else, with what must go before.
    fn filling(
        &self,
        section: &SectionId,
        cells: Vec<(RowId, ColumnId, Content)>,
        language: &Language,
        scope: Scope,
    ) -> (Vec<Edit>, Vec<(Owner, Adaptation)>) {
        let rows: HashMap<&RowId, &ResolvedRow> = self
            .rows_of(section)
            .iter()
            .map(|row| (row.id(), row))
            .collect();
        let mut adaptations = Vec::with_capacity(cells.len());
        let mut hiding = Vec::new();
        for (row, column, content) in cells {
            let Some(resolved) = rows.get(&row) else {
                continue;
            };
            let (now, origin) = resolved.cell(&column);
            let address = CellAddress {
                section: section.clone(),
                row,
                column,
            };
            // What is adapted here would hide what is said everywhere.
            let adapts = origin.adapts.as_ref();
            let adapts =
                adapts.filter(|_| scope == Scope::Everywhere && !self.is_inherited(&origin.holder));
            let holder = adapts.map_or(&origin.holder, |adapts| &adapts.original);
            let Some(cell) = self.cell_saying(now, &address, holder, content, language, scope)
            else {
                continue;
            };
            if adapts.is_some() {
                let element = Element::Cell(address.clone());
                hiding.extend(self.own().and_then(|own| own.replacement_of(&element)));
            }
            let adaptation = Adaptation::ReplaceCell {
                section: address.section,
                row: address.row,
                column: address.column,
                was: now.map(Cell::words_alone),
                cell: Some(cell),
            };
            adaptations.push((holder.clone(), adaptation));
        }
        hiding.sort_unstable_by(|one, other| other.cmp(one));
        let unadapt = |at| Edit::Charter(self.owner().clone(), CharterEdit::Unadapt { at });
        (hiding.into_iter().map(unadapt).collect(), adaptations)
    }

    /// A cell with other words, or nothing where it says them already.
    fn cell_saying(
        &self,
        now: Option<&Cell>,
        address: &CellAddress,
        holder: &Owner,
        content: Content,
        language: &Language,
        scope: Scope,
    ) -> Option<Cell> {
        let words = match content {
            Content::Above if now == Some(&Cell::Above) => return None,
            Content::Above => return Some(Cell::Above),
            Content::Same(cell) if now == Some(&cell) => return None,
            Content::Same(cell) => return Some(cell),
            Content::Words(words) => words,
        };
        let said = now.and_then(Cell::text);
        let written = said.and_then(|text| text.written(language));
        if now != Some(&Cell::Above) && written.unwrap_or_default() == words {
            return None;
        }
        let writer = match scope {
            Scope::Here => self.owner(),
            Scope::Everywhere => holder,
        };
        let element = Element::Cell(address.clone());
        Some(Cell::Text(
            self.reworded(said, writer, &element, language, &words),
        ))
    }

    /// Puts texts into the cells from one on, to the right and down. `columns` are those that
    /// are in sight; rows are added where there are too few. One text fills all `rows` and
    /// `columns` of a selection by [`Charters::fill_cells`].
    #[must_use]
    pub fn paste(
        &self,
        at: &CellAddress,
        columns: &[ColumnId],
        texts: &[Vec<String>],
        language: &Language,
        scope: Scope,
    ) -> Option<Pasted> {
        let section = &at.section;
        let rows = self.rows_of(section);
        let first_row = rows.iter().position(|row| *row.id() == at.row)?;
        let first_column = columns.iter().position(|column| *column == at.column)?;
        let room = columns.len() - first_column;
        let widest = texts.iter().map(Vec::len).max().unwrap_or_default();
        let pairs = |texts: &[String]| -> Vec<(ColumnId, String)> {
            let columns = columns.iter().skip(first_column).cloned();
            columns.zip(texts.iter().cloned()).collect()
        };
        let existing = rows.iter().skip(first_row);
        let mut cells = Vec::new();
        for (row, texts) in existing.zip(texts) {
            for (column, words) in pairs(texts) {
                cells.push((row.id().clone(), column, Content::Words(words)));
            }
        }
        let (mut edits, mut adaptations) = self.filling(section, cells, language, scope);
        let mut taken = None;
        let mut new_rows = Vec::new();
        for texts in texts.iter().skip(rows.len() - first_row) {
            let taken = taken.get_or_insert_with(|| self.rows_taken(section));
            new_rows.push(self.new_row(section, pairs(texts), taken, language));
        }
        let added: Vec<RowId> = new_rows.iter().map(|row| row.id.clone()).collect();
        let last = rows.last().map(ResolvedRow::id);
        adaptations.extend(self.additions(section, last, new_rows)?);
        let element = Element::Cell(at.clone());
        let mut change = self.adapting(Deed::Paste, &element, adaptations, scope)?;
        change.edits.splice(0..0, edits.drain(..));
        Some(Pasted {
            change,
            added,
            left_out: widest.saturating_sub(room),
        })
    }

    /// A row that says these words, called after its cookie.
    pub(super) fn new_row(
        &self,
        section: &SectionId,
        words: Vec<(ColumnId, String)>,
        taken: &mut HashSet<RowId>,
        language: &Language,
    ) -> Row {
        let columns = self.table_columns(section).unwrap_or_default();
        let is_name = |id: &ColumnId| {
            let mut of_role = columns.iter();
            of_role.any(|it| it.column.id == *id && it.column.role == Role::Name)
        };
        let name = words.iter().find(|(column, _)| is_name(column));
        let name = name.map_or("", |(_, name)| name.as_str());
        let stem = if name.trim().is_empty() {
            "cookie"
        } else {
            name
        };
        let id = RowId::made_from(stem, |id| taken.contains(id));
        taken.insert(id.clone());
        let cells = words.into_iter().map(|(column, words)| {
            let address = CellAddress {
                section: section.clone(),
                row: id.clone(),
                column: column.clone(),
            };
            let element = Element::Cell(address);
            let text = self.reworded(None, self.owner(), &element, language, &words);
            (column, Cell::Text(text))
        });
        let cells = cells.collect();
        Row {
            id,
            when: None,
            cells,
            note: String::new(),
        }
    }

    /// Takes over a cookie's form. The condition and the note stand where the row is held.
    #[must_use]
    pub fn write_cookie(
        &self,
        sheet: CookieSheet,
        language: &Language,
        scope: Scope,
    ) -> Option<Change> {
        let CookieSheet {
            row: address,
            cells,
            when,
            note,
        } = sheet;
        let rows = self.rows_of(&address.section);
        let row = rows.iter().find(|row| *row.id() == address.row)?;
        let cells = cells
            .into_iter()
            .map(|(column, content)| (address.row.clone(), column, content))
            .collect();
        let (mut edits, adaptations) = self.filling(&address.section, cells, language, scope);
        let element = Element::Row(address.clone());
        let filled = self.adapting(Deed::Cookie, &element, adaptations, scope);
        edits.extend(filled.map(|change| change.edits).unwrap_or_default());
        let holder = &row.origin.holder;
        if scope == Scope::Everywhere || !self.is_inherited(holder) {
            let mut set = |edit| {
                let edit = CharterEdit::Row(address.clone(), edit);
                edits.push(Edit::Charter(holder.clone(), edit));
            };
            if row.when() != when.as_ref() {
                set(RowEdit::When(when));
            }
            if row.note() != note {
                set(RowEdit::Note(note));
            }
        }
        (!edits.is_empty()).then(|| self.change(Deed::Cookie, &element, edits))
    }
}
