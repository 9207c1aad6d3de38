//! Whether two documents say the same, wherever that is written.

use super::{Cell, Column, Document, Flow, Line, Row, Section, Table};

impl Document {
    /// Whether another one is rendered as this one is: the same words with the same marks, in the
    /// same places and under the same ids. Where they are written makes no difference.
    #[must_use]
    pub fn says_what(&self, other: &Self) -> bool {
        self.owner == other.owner
            && self.name == other.name
            && self.address == other.address
            && self.privacy == other.privacy
            && self.publisher == other.publisher
            && self.language == other.language
            && self.updated == other.updated
            && line(&self.title, &other.title)
            && all(&self.sections, &other.sections, |one, other| {
                section(one, other)
            })
            && self.findings == other.findings
    }
}

fn all<T>(some: &[T], others: &[T], same: impl Fn(&T, &T) -> bool) -> bool {
    some.len() == others.len() && some.iter().zip(others).all(|(one, other)| same(one, other))
}

fn both<T>(one: Option<&T>, other: Option<&T>, same: impl Fn(&T, &T) -> bool) -> bool {
    match (one, other) {
        (Some(one), Some(other)) => same(one, other),
        (one, other) => one.is_none() && other.is_none(),
    }
}

fn section(one: &Section, other: &Section) -> bool {
    one.id == other.id
        && one.depth == other.depth
        && both(one.heading.as_ref(), other.heading.as_ref(), line)
        && flow(&one.body, &other.body)
        && both(one.table.as_ref(), other.table.as_ref(), table)
}

fn table(one: &Table, other: &Table) -> bool {
    one.nature == other.nature
        && all(&one.columns, &other.columns, column)
        && all(&one.rows, &other.rows, |one, other| row(one, other))
}

fn column(one: &Column, other: &Column) -> bool {
    one.id == other.id && one.role == other.role && line(&one.label, &other.label)
}

fn row(one: &Row, other: &Row) -> bool {
    one.id == other.id && all(&one.cells, &other.cells, cell)
}

fn cell(one: &Cell, other: &Cell) -> bool {
    one.as_above == other.as_above && flow(&one.content, &other.content)
}

fn line(one: &Line, other: &Line) -> bool {
    one.element == other.element && one.language == other.language && one.inlines == other.inlines
}

fn flow(one: &Flow, other: &Flow) -> bool {
    one.element == other.element && one.language == other.language && one.blocks == other.blocks
}
