//! What a follower of one charter wrote, as adaptations of another.
//!
//! Everything goes to the element that its own becomes there. What has words and no place becomes
//! the follower's own: a section, a row, a column. Invariant: every word that the follower wrote is
//! its own still, or is what the other charter says in that very place.

mod columns;
mod rows;

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::bridge::Bridge;
use crate::model::{
    Adaptation, Column, ColumnId, Element, Origin, Owner, Place, Replaceable, Resolved,
    ResolvedSection, ResolvedTable, Section, SectionId, Text,
};
use crate::workspace::lifting::{as_column, as_section, hidden_in, holds_words, listed};

/// What became of what a follower wrote.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Carried {
    pub adaptations: Vec<Adaptation>,
    /// How many adaptations are about what they were about, or what is like it.
    pub kept: usize,
    /// How many say what the model says by itself.
    pub said: usize,
    /// What became the follower's own, having no place any more.
    pub own: Vec<Element>,
    /// What had neither a place nor words.
    pub dropped: Vec<Element>,
}

/// What a follower that shows `seen` adapts of the charter that it goes to.
pub fn carry(bridge: &Bridge, seen: &Resolved, adaptations: &[Adaptation]) -> Carried {
    let mut carrier = Carrier {
        bridge,
        seen,
        adaptations,
        columns: HashMap::new(),
        taken: HashSet::new(),
        carried: Carried::default(),
    };
    if carrier.is_own(&seen.title.origin) {
        carrier.write(Element::Title, Element::Title, &seen.title.value);
    }
    carrier.common_columns();
    carrier.sections();
    carrier.moved_columns();
    // What spoke of nothing goes on doing so: a finding says it, and no word is lost.
    let aimless = adaptations
        .iter()
        .filter(|it| !is_there(seen, &it.element()));
    carrier.carried.adaptations.extend(aimless.cloned());
    carrier.carried
}

/// Whether a charter has an element.
fn is_there(resolved: &Resolved, element: &Element) -> bool {
    match element {
        Element::Section(section) => resolved.section(section).is_some(),
        Element::Row(row) => resolved
            .section(&row.section)
            .and_then(|it| it.table.as_ref())
            .is_some_and(|table| table.rows.find(&row.row).is_some()),
        Element::Cell(cell) => is_there(resolved, &Element::Row(cell.row_address())),
        element => resolved.text(element).is_some(),
    }
}

struct Carrier<'a> {
    bridge: &'a Bridge,
    seen: &'a Resolved,
    /// What it adapts here.
    adaptations: &'a [Adaptation],
    /// The columns that the follower has of its own there, by the table whose they were here, the
    /// table whose they are there, and what they were called here. No table is the common columns'.
    columns: HashMap<(Option<SectionId>, Option<SectionId>, ColumnId), ColumnId>,
    /// The sections that it has of its own there.
    taken: HashSet<SectionId>,
    carried: Carried,
}

impl<'a> Carrier<'a> {
    fn owner(&self) -> &'a Owner {
        &self.seen.owner
    }

    fn is_own(&self, origin: &Origin) -> bool {
        origin.holder == self.seen.owner
    }

    fn is_ours(&self, by: Option<&Owner>) -> bool {
        by == Some(self.owner())
    }

    fn push(&mut self, adaptation: Adaptation) {
        self.carried.adaptations.push(adaptation);
    }

    fn keep(&mut self, adaptation: Adaptation) {
        self.carried.kept += 1;
        self.push(adaptation);
    }

    /// Puts what replaces something here in the place of what stands there, unless that says the
    /// same.
    fn replace(&mut self, here: &Adaptation, there: &Adaptation, by: Replaceable) {
        let Some((was, _)) = self.bridge.to.replaceable(there) else {
            self.carried.dropped.push(here.element());
            return;
        };
        if was == by {
            self.carried.said += 1;
            return;
        }
        let earlier = self.adaptations.iter().rfind(|it| it.replaces_what(here));
        if let Some(adaptation) = there.restated(was, by) {
            self.keep(match &self.bridge.from {
                Some(from) => adaptation.remembering(earlier, from),
                None => adaptation,
            });
        }
    }

    fn write(&mut self, here: Element, there: Element, text: &Text) {
        let replacing = |element| Adaptation::replacing(element, Text::default(), text.clone());
        if let (Some(here), Some(there)) = (replacing(here), replacing(there)) {
            self.replace(&here, &there, Replaceable::Text(text.clone()));
        }
    }

    /// Notes that something is the follower's own: as it was, or because it has no place.
    fn note_own(&mut self, origin: &Origin, element: Element) {
        if self.is_own(origin) {
            self.carried.kept += 1;
        } else {
            self.carried.own.push(element);
        }
    }

    fn sections(&mut self) {
        let seen = self.seen;
        let mut place = Place::First;
        for section in &seen.sections {
            let is_own = self.is_own(&section.origin);
            let there = self.bridge.section(&section.id).filter(|_| !is_own);
            let there = match there {
                Some(there) => {
                    self.section(section, there);
                    if self.is_ours(section.moved.as_ref()) {
                        self.keep(Adaptation::MoveSection {
                            section: there.clone(),
                            place: place.clone(),
                        });
                    }
                    there.clone()
                }
                None if is_own || holds_words(seen, section) => {
                    self.add_section(section, place.clone())
                }
                None => {
                    let is_changed = self.is_ours(section.hidden.as_ref())
                        || self.is_ours(section.moved.as_ref());
                    if is_changed {
                        let element = Element::Section(section.id.clone());
                        self.carried.dropped.push(element);
                    }
                    continue;
                }
            };
            // What the model hid would be seen again as the follower's own.
            let is_hidden = if self.taken.contains(&there) {
                section.hidden.is_some()
            } else {
                self.is_ours(section.hidden.as_ref())
            };
            if is_hidden {
                self.keep(Adaptation::HideSection {
                    section: there.clone(),
                });
            }
            place = Place::After(there);
        }
    }

    /// Adds a section of the follower's own, as it is seen.
    fn add_section(&mut self, section: &ResolvedSection, place: Place<SectionId>) -> SectionId {
        let to = &self.bridge.to;
        let is_taken = |id: &SectionId| to.section(id).is_some() || self.taken.contains(id);
        let id = if is_taken(&section.id) {
            SectionId::made_from(section.id.as_str(), is_taken)
        } else {
            section.id.clone()
        };
        self.note_own(&section.origin, Element::Section(section.id.clone()));
        let mut copy = Section {
            id: id.clone(),
            ..as_section(section)
        };
        if let (Some(table), Some(own)) = (&mut copy.table, &section.table)
            && table.columns.is_none()
            && !self.has_columns_of(own)
        {
            let columns = self.seen.columns_of(own).iter();
            table.columns = Some(listed(columns.map(|column| Column {
                hidden: !column.shown(),
                ..as_column(column)
            })));
        }
        self.push(Adaptation::AddSection {
            section: Arc::new(copy),
            place,
        });
        self.carried.adaptations.extend(hidden_in(section, &id));
        self.taken.insert(id.clone());
        id
    }

    /// Whether the common columns there are those that a table shows here.
    fn has_columns_of(&self, table: &ResolvedTable) -> bool {
        let to = &self.bridge.to.columns;
        let mut columns = self.seen.columns_of(table).iter();
        columns.all(|column| to.find(&column.column.id).is_some())
    }

    /// What is adapted in a section, put where that stands there.
    fn section(&mut self, section: &ResolvedSection, there: &SectionId) {
        let here = &section.id;
        if self.is_own(&section.heading.origin) {
            let heading = |id: &SectionId| Element::Heading(id.clone());
            self.write(heading(here), heading(there), &section.heading.value);
        }
        if self.is_own(&section.body.origin) {
            let body = |id: &SectionId| Element::Body(id.clone());
            self.write(body(here), body(there), &section.body.value);
        }
        if self.is_own(&section.level.origin) {
            let level = section.level.value;
            let replaced = |id: &SectionId| Adaptation::ReplaceLevel {
                section: id.clone(),
                was: level,
                level,
            };
            let by = Replaceable::Level(level);
            self.replace(&replaced(here), &replaced(there), by);
        }
        let Some(table) = &section.table else {
            return;
        };
        if self.is_own(&table.nature.origin) {
            let nature = &table.nature.value;
            let replaced = |id: &SectionId| Adaptation::ReplaceNature {
                section: id.clone(),
                was: nature.clone(),
                nature: nature.clone(),
            };
            let by = Replaceable::Nature(nature.clone());
            self.replace(&replaced(here), &replaced(there), by);
        }
        self.own_columns(section, table, there);
        self.rows(section, table, there);
    }
}
