//! Which element of one charter is which of another: by their ids, then by likeness of what they
//! say. What another charter hides is no place to go to.

use std::collections::HashMap;

use crate::document::comparison::pairing::Pairing;
use crate::import::matching::{NEAR, Words};
use crate::model::{
    Cell, ColumnAddress, ColumnId, Language, Resolved, ResolvedColumn, ResolvedRow,
    ResolvedSection, ResolvedTable, Role, RowAddress, SectionId, Text,
};

/// The ways from the elements of one charter to those of another.
pub struct Bridge {
    /// The charter that is left; nothing where there is none of that name.
    pub from: Option<Resolved>,
    pub to: Resolved,
    sections: HashMap<SectionId, SectionId>,
    rows: HashMap<RowAddress, RowAddress>,
    /// Of the common columns.
    columns: HashMap<ColumnId, ColumnId>,
    /// The language whose words are compared.
    first: Language,
}

/// A row with what it is known by.
struct Entry<'a> {
    section: &'a SectionId,
    /// The section of the charter that is gone to.
    within: Option<&'a SectionId>,
    row: &'a ResolvedRow,
    name: String,
    provider: String,
}

impl Bridge {
    pub fn new(from: Option<Resolved>, to: Resolved, first: Language) -> Self {
        let mut bridge = Self {
            from,
            to,
            sections: HashMap::new(),
            rows: HashMap::new(),
            columns: HashMap::new(),
            first,
        };
        if let Some(from) = &bridge.from {
            let sections = bridge.paired_sections(from);
            let columns = bridge.paired_columns(&from.columns, &bridge.to.columns);
            (bridge.sections, bridge.columns) = (sections, columns);
        }
        // Rows are looked for where their sections have gone.
        if let Some(from) = &bridge.from {
            bridge.rows = bridge.paired_rows(from);
        }
        bridge
    }

    pub fn section(&self, from: &SectionId) -> Option<&SectionId> {
        self.sections.get(from)
    }

    pub fn row(&self, from: &RowAddress) -> Option<&RowAddress> {
        self.rows.get(from)
    }

    /// One of the common columns.
    pub fn column(&self, from: &ColumnId) -> Option<&ColumnId> {
        self.columns.get(from)
    }

    /// Where a column of one table stands in another.
    pub fn column_in(
        &self,
        column: &ColumnId,
        from: &SectionId,
        to: &SectionId,
    ) -> Option<ColumnAddress> {
        let charter = self.from.as_ref()?;
        let (_, before) = table(charter, from)?;
        let (table, after) = table(&self.to, to)?;
        Some(ColumnAddress {
            table: table.columns.is_some().then(|| to.clone()),
            column: self.paired_columns(before, after).remove(column)?,
        })
    }

    fn said<'t>(&self, text: &'t Text) -> &'t str {
        text.said(&self.first, &self.first).text
    }

    fn paired_sections(&self, from: &Resolved) -> HashMap<SectionId, SectionId> {
        let before: Vec<&ResolvedSection> = from.sections.iter().collect();
        let after: Vec<&ResolvedSection> = self.to.sections.iter().collect();
        // A table has no place in a section without one, nor what is seen in what is hidden.
        let frame = |it: &ResolvedSection| (it.table.is_some(), it.hidden.is_some());
        let mut pairing = Pairing::new(before.len(), after.len());
        pairing.by(&before, &after, |it| Some((&it.id, frame(it))));
        pairing.by(&before, &after, |it| {
            let heading = self.said(&it.heading.value).trim().to_lowercase();
            (!heading.is_empty()).then(|| (heading, frame(it)))
        });
        pairing.by(&before, &after, |it| {
            let body = self.said(&it.body.value).trim();
            (!body.is_empty()).then(|| (body.to_owned(), frame(it)))
        });
        let worded = |resolved: &Resolved| -> Vec<((bool, bool), Words)> {
            let sections = resolved.sections.iter();
            sections
                .map(|it| (frame(it), self.words(resolved, it)))
                .collect()
        };
        let likeness = |(frame, words): &(_, Words), (other, others): &(_, Words)| {
            if frame == other {
                words.likeness(others)
            } else {
                0.0
            }
        };
        pairing.by_likeness(&worded(from), &worded(&self.to), likeness, NEAR);
        // Tables of cookies of one kind are for the same, whatever stands in them.
        pairing.by(&before, &after, |it| {
            let nature = &it.table.as_ref()?.nature.value;
            Some((nature.category.clone(), frame(it)))
        });
        let pairs = before.iter().enumerate().filter_map(|(at, section)| {
            let partner = after.get(pairing.partner_of(at)?)?;
            Some((section.id.clone(), partner.id.clone()))
        });
        pairs.collect()
    }

    /// What a section says: its heading, its text, and the names in its table.
    fn words(&self, resolved: &Resolved, section: &ResolvedSection) -> Words {
        let texts = [&section.heading.value, &section.body.value];
        let mut words = texts.map(|text| Words::of(self.said(text))).to_vec();
        if let Some(table) = &section.table {
            let columns = resolved.columns_of(table);
            words.extend(table.rows.iter().flat_map(|row| {
                [Role::Name, Role::Provider]
                    .map(|role| Words::of(&self.cell_of(row, columns, role)))
            }));
        }
        Words::joined(&words)
    }

    /// The rows of a charter; `within` tells what their sections are in the other charter.
    fn entries<'a>(
        &self,
        resolved: &'a Resolved,
        within: impl Fn(&'a SectionId) -> Option<&'a SectionId>,
    ) -> Vec<Entry<'a>> {
        let mut entries = Vec::new();
        for section in &resolved.sections {
            let Some(table) = &section.table else {
                continue;
            };
            let columns = resolved.columns_of(table);
            entries.extend(table.rows.iter().map(|row| Entry {
                section: &section.id,
                within: within(&section.id),
                row,
                name: self.cell_of(row, columns, Role::Name),
                provider: self.cell_of(row, columns, Role::Provider),
            }));
        }
        entries
    }

    fn cell_of(&self, row: &ResolvedRow, columns: &[ResolvedColumn], role: Role) -> String {
        let column = columns.iter().find(|it| it.column.role == role);
        let cell = column.and_then(|it| row.cell(&it.column.id).0);
        let text = cell.and_then(Cell::text);
        text.map_or_else(String::new, |text| self.said(text).trim().to_lowercase())
    }

    fn paired_rows(&self, from: &Resolved) -> HashMap<RowAddress, RowAddress> {
        let before = self.entries(from, |section| self.section(section));
        let after = self.entries(&self.to, Some);
        let mut pairing = Pairing::new(before.len(), after.len());
        // What is seen has no place in what is hidden.
        let is_hidden = |it: &Entry<'_>| it.row.hidden.is_some();
        pairing.by(&before, &after, |it| {
            Some((it.within?, it.row.id(), is_hidden(it)))
        });
        pairing.by(&before, &after, |it| {
            Some((it.within?, it.known_by()?, is_hidden(it)))
        });
        pairing.by(&before, &after, |it| Some((it.known_by()?, is_hidden(it))));
        let address = |it: &Entry<'_>| RowAddress {
            section: it.section.clone(),
            row: it.row.id().clone(),
        };
        let pairs = before.iter().enumerate().filter_map(|(at, entry)| {
            let partner = after.get(pairing.partner_of(at)?)?;
            Some((address(entry), address(partner)))
        });
        pairs.collect()
    }

    /// Columns that are for the same: by id, by role and label, by role.
    fn paired_columns(
        &self,
        before: &[ResolvedColumn],
        after: &[ResolvedColumn],
    ) -> HashMap<ColumnId, ColumnId> {
        let mut pairing = Pairing::new(before.len(), after.len());
        let role = |it: &ResolvedColumn| {
            let role = it.column.role;
            (role != Role::Other).then_some(role)
        };
        let label = |it: &ResolvedColumn| self.said(&it.label.value).trim().to_lowercase();
        pairing.by(before, after, |it| Some(it.column.id.clone()));
        pairing.by(before, after, |it| {
            Some((it.column.role, label(it))).filter(|it| !it.1.is_empty())
        });
        pairing.by(before, after, role);
        let pairs = before.iter().enumerate().filter_map(|(at, column)| {
            let partner = after.get(pairing.partner_of(at)?)?;
            Some((column.column.id.clone(), partner.column.id.clone()))
        });
        pairs.collect()
    }
}

impl Entry<'_> {
    /// The cookie's name and who places it.
    fn known_by(&self) -> Option<(String, String)> {
        let known = (self.name.clone(), self.provider.clone());
        (!self.name.is_empty()).then_some(known)
    }
}

fn table<'r>(
    resolved: &'r Resolved,
    section: &SectionId,
) -> Option<(&'r ResolvedTable, &'r [ResolvedColumn])> {
    let table = resolved.section(section)?.table.as_ref()?;
    Some((table, resolved.columns_of(table)))
}
