//! What has changed in a charter since it was last saved, by place in the page.

use std::collections::HashMap;

use crate::document::{Block, Document, Flow, Line, Row, Section, Table};
use crate::model::{ColumnId, Element, RowId, SectionId};

/// How a place has changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    New,
    Changed,
}

impl Mark {
    /// The key of its name among the words of the interface.
    pub fn key(self) -> &'static str {
        match self {
            Self::New => "preview-new",
            Self::Changed => "preview-changed",
        }
    }
}

/// What has changed.
#[derive(Debug, Default, PartialEq)]
pub struct Changes {
    marks: HashMap<Element, Vec<(usize, Mark)>>,
    /// How many places are marked.
    pub marked: usize,
    /// How many sections, paragraphs, rows and columns are gone.
    pub removed: usize,
}

impl Changes {
    /// What has changed since a charter was saved; all of it is new to one that was not there.
    pub fn since(saved: Option<&Document>, now: &Document) -> Self {
        let mut changes = Self::default();
        match saved {
            Some(saved) => changes.documents(saved, now),
            None => {
                changes.mark(&now.title.element, 0, Mark::New);
                for section in &now.sections {
                    changes.new_section(section);
                }
            }
        }
        changes
    }

    /// How a block of an element's text has changed.
    pub fn of(&self, element: &Element, block: usize) -> Option<Mark> {
        let marks = self.marks.get(element)?;
        let found = marks.iter().find(|(at, _)| *at == block)?;
        Some(found.1)
    }

    fn mark(&mut self, element: &Element, block: usize, mark: Mark) {
        self.marked += 1;
        self.marks
            .entry(element.clone())
            .or_default()
            .push((block, mark));
    }

    fn documents(&mut self, saved: &Document, now: &Document) {
        if saved.title.inlines != now.title.inlines {
            self.mark(&now.title.element, 0, Mark::Changed);
        }
        let mut before: HashMap<&SectionId, &Section> = saved
            .sections
            .iter()
            .map(|section| {
                let section: &Section = section;
                (&section.id, section)
            })
            .collect();
        for section in &now.sections {
            let section: &Section = section;
            match before.remove(&section.id) {
                Some(old) if std::ptr::eq(old, section) => {}
                Some(old) => self.sections(old, section),
                None => self.new_section(section),
            }
        }
        self.removed += before.len();
    }

    fn sections(&mut self, old: &Section, now: &Section) {
        match (&old.heading, &now.heading) {
            (_, None) => {}
            (None, Some(heading)) => self.mark(&heading.element, 0, Mark::New),
            (Some(old), Some(heading)) => self.lines(old, heading),
        }
        self.flows(&old.body, &now.body);
        match (&old.table, &now.table) {
            (None, None) => {}
            (None, Some(table)) => self.new_table(table),
            (Some(_), None) => self.removed += 1,
            (Some(old), Some(table)) => self.tables(old, table),
        }
    }

    fn lines(&mut self, old: &Line, now: &Line) {
        if old.inlines != now.inlines {
            self.mark(&now.element, 0, Mark::Changed);
        }
    }

    /// Pairs the blocks of a text: those that stayed, in their order; between them, as many
    /// changed as there were; the rest are new or gone.
    fn flows(&mut self, old: &Flow, now: &Flow) {
        let same = |(old, now): &(&Block, &Block)| old == now;
        let start = old.blocks.iter().zip(&now.blocks).take_while(same).count();
        let before = old.blocks.get(start..).unwrap_or_default();
        let after = now.blocks.get(start..).unwrap_or_default();
        let end = before.iter().rev().zip(after.iter().rev());
        let end = end.take_while(same).count();
        let before = before.get(..before.len() - end).unwrap_or_default();
        let after = after.get(..after.len() - end).unwrap_or_default();
        // How many of the old ones are settled.
        let mut gone = 0;
        for (at, block) in after.iter().enumerate() {
            let left = before.get(gone..).unwrap_or_default();
            if let Some(ahead) = left.iter().position(|old| old == block) {
                // What stood before it and was paired with nothing is gone.
                self.removed += ahead;
                gone += ahead + 1;
                continue;
            }
            // One that stands nowhere any more has changed into this one.
            let later = after.get(at..).unwrap_or_default();
            let has_changed = left.first().is_some_and(|old| !later.contains(old));
            gone += usize::from(has_changed);
            let mark = if has_changed {
                Mark::Changed
            } else {
                Mark::New
            };
            self.mark(&now.element, start + at, mark);
        }
        self.removed += before.len().saturating_sub(gone);
    }

    fn tables(&mut self, old: &Table, now: &Table) {
        let columns: HashMap<&ColumnId, usize> = old
            .columns
            .iter()
            .enumerate()
            .map(|(at, column)| (&column.id, at))
            .collect();
        let was: Vec<Option<usize>> = now
            .columns
            .iter()
            .map(|column| columns.get(&column.id).copied())
            .collect();
        for (column, was) in now.columns.iter().zip(&was) {
            match was.and_then(|at| old.columns.get(at)) {
                Some(old) => self.lines(&old.label, &column.label),
                None => self.mark(&column.label.element, 0, Mark::New),
            }
        }
        self.removed += old.columns.len() - was.iter().flatten().count();

        let mut rows: Option<HashMap<&RowId, usize>> = None;
        let mut stayed = 0;
        let same_columns = old.columns.len() == now.columns.len()
            && was.iter().enumerate().all(|(at, was)| *was == Some(at));
        for (number, row) in now.rows.iter().enumerate() {
            let row: &Row = row;
            let in_place = old.rows.get(number).filter(|old| old.id == row.id);
            let before = match in_place {
                Some(old) => Some(old),
                None => {
                    let rows = rows.get_or_insert_with(|| {
                        let rows = old.rows.iter().enumerate();
                        rows.map(|(at, row)| (&row.id, at)).collect()
                    });
                    rows.get(&row.id).and_then(|at| old.rows.get(*at))
                }
            };
            stayed += usize::from(before.is_some());
            if let Some(before) = before
                && same_columns
            {
                let before: &Row = before;
                if std::ptr::eq(before, row) {
                    continue;
                }
            }
            for (cell, was) in row.cells.iter().zip(&was) {
                let content = &cell.content;
                let old = before.map(|row| was.and_then(|at| row.cells.get(at)));
                match old {
                    Some(Some(old)) if old.content.blocks == content.blocks => {}
                    Some(Some(_)) => self.mark(&content.element, 0, Mark::Changed),
                    Some(None) | None => self.mark(&content.element, 0, Mark::New),
                }
            }
        }
        self.removed += old.rows.len() - stayed;
    }

    fn new_section(&mut self, section: &Section) {
        if let Some(heading) = &section.heading {
            self.mark(&heading.element, 0, Mark::New);
        }
        for at in 0..section.body.blocks.len() {
            self.mark(&section.body.element, at, Mark::New);
        }
        if let Some(table) = &section.table {
            self.new_table(table);
        }
    }

    fn new_table(&mut self, table: &Table) {
        for column in &table.columns {
            self.mark(&column.label.element, 0, Mark::New);
        }
        for row in &table.rows {
            for cell in &row.cells {
                self.mark(&cell.content.element, 0, Mark::New);
            }
        }
    }
}
