//! What the cells of a table say, those « as above » by the rows before them.

use super::edition::Said;
use crate::model::{Cell, ResolvedColumn, ResolvedRow, Text};

/// What stands in each column at a row of a table. « As above » is settled among all rows, shown
/// or not, so that hiding one changes no other.
pub struct Standing<'a> {
    columns: &'a [&'a ResolvedColumn],
    rows: &'a [ResolvedRow],
    /// What each column says after the rows that are noted, and in which row that is written.
    said: Vec<Option<(&'a Text, &'a ResolvedRow)>>,
    /// How many rows are noted.
    noted: usize,
}

impl<'a> Standing<'a> {
    pub fn new(columns: &'a [&'a ResolvedColumn], rows: &'a [ResolvedRow]) -> Self {
        Self {
            columns,
            rows,
            said: vec![None; columns.len()],
            noted: 0,
        }
    }

    /// What the cells of a row say, none before one that was asked for already. The row stands
    /// right below another one that is shown, or does not.
    pub fn said(&mut self, at: usize, follows_another: bool) -> Vec<Said> {
        self.note_up_to(at);
        let row = self.rows.get(at);
        let is_other = |from: &ResolvedRow| row.is_some_and(|row| row.id() != from.id());
        let said = self.said.iter().map(|said| Said {
            text: said.map(|(text, _)| text.clone()),
            as_above: follows_another && said.is_some_and(|(_, from)| is_other(from)),
        });
        said.collect()
    }

    fn note_up_to(&mut self, at: usize) {
        let unnoted = self.rows.get(self.noted..=at).unwrap_or_default();
        // A row without « as above » settles every column by itself.
        let settled = unnoted.iter().rposition(|row| !row.says_above());
        for row in unnoted.iter().skip(settled.unwrap_or_default()) {
            for (column, said) in self.columns.iter().zip(&mut self.said) {
                match row.cell(&column.column.id).0 {
                    Some(Cell::Text(text)) => *said = Some((text, row)),
                    Some(Cell::Above) => {}
                    None => *said = None,
                }
            }
        }
        self.noted = at + 1;
    }
}
