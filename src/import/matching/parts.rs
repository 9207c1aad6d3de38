//! Telling what comes of parts of a page and of a charter.

use super::choices::PagePart;
use super::fresh::Fresh;
use super::proposal::{Outcome, Part};
use crate::import::draft::{Draft, DraftCell, DraftRow, DraftSection};
use crate::model::{Element, SectionId};

/// Tells of a section of the page and of its rows, which all come to the same.
pub fn push_whole(
    parts: &mut Vec<Part>,
    fresh: &Fresh<'_>,
    at: usize,
    section: &DraftSection,
    id: Option<&SectionId>,
    outcome: Outcome,
) {
    parts.push(Part {
        page: Some(PagePart::Section(at)),
        element: id.map(|id| Element::Section(id.clone())),
        ..whole(outcome, vec![section.heading.clone(), section.body.clone()])
    });
    let rows = section.table.iter().flat_map(|table| &table.rows);
    for (row, of_page) in rows.enumerate() {
        let part = PagePart::Row { section: at, row };
        let outcome = if fresh.takes(part) {
            outcome
        } else {
            Outcome::LeftOut
        };
        parts.push(Part {
            page: Some(part),
            ..whole(outcome, cells_said(of_page))
        });
    }
}

/// Tells of a page of which all comes to the same.
pub fn all_parts(draft: &Draft, fresh: &Fresh<'_>) -> Vec<Part> {
    let outcome = |part| {
        if fresh.takes(part) {
            Outcome::Added
        } else {
            Outcome::LeftOut
        }
    };
    let mut parts = vec![Part {
        page: Some(PagePart::Title),
        element: Some(Element::Title),
        ..whole(outcome(PagePart::Title), vec![draft.title.clone()])
    }];
    for (at, section) in draft.sections.iter().enumerate() {
        let outcome = outcome(PagePart::Section(at));
        push_whole(&mut parts, fresh, at, section, None, outcome);
    }
    parts
}

/// A part of the page alone.
pub fn whole(outcome: Outcome, said: Vec<String>) -> Part {
    Part {
        page: None,
        element: None,
        verdict: None,
        outcome,
        moved: false,
        said,
        charter: Vec::new(),
    }
}

/// A part of the charter alone.
pub fn lacking_part(element: Element, outcome: Outcome, charter: Vec<String>) -> Part {
    Part {
        element: Some(element),
        charter,
        ..whole(outcome, Vec::new())
    }
}

pub fn outcome(written: bool) -> Outcome {
    if written {
        Outcome::Adapted
    } else {
        Outcome::Inherited
    }
}

pub fn cells_said(row: &DraftRow) -> Vec<String> {
    let said = |cell: &DraftCell| match cell {
        DraftCell::Text(text) => text.clone(),
        DraftCell::Above | DraftCell::Absent => String::new(),
    };
    row.cells.iter().map(said).collect()
}
