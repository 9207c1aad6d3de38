//! The parts of documents that have a text of their own: sections or, where they may be cut up
//! otherwise, what stands below each heading.

use std::collections::HashSet;

use super::pairing::{Pairing, Told};
use super::{ColumnChange, Reader, SectionChange, SectionFate, TableChange, TextChange};
use crate::document::{Block, Column, Document, Inline, Links, Section, Table, wording_of};
use crate::model::SectionId;

/// How much of their words two parts share at least to be the same part.
const LIKE: f32 = 0.5;

/// A part of a document.
struct Part<'a> {
    /// The section that it is; nothing where it may be a piece of one, or several.
    section: Option<&'a Section>,
    id: Option<&'a SectionId>,
    /// As it is compared.
    heading: String,
    body: String,
}

/// The parts that differ.
pub fn compare(before: &Document, after: &Document, reader: Reader) -> Vec<SectionChange> {
    let (before, after) = (parts(before, reader), parts(after, reader));
    let mut pairing = Pairing::new(before.len(), after.len());
    pairing.by(&before, &after, |part| part.id);
    let named = |part: &Part<'_>| (!part.heading.is_empty()).then(|| part.heading.to_lowercase());
    pairing.by(&before, &after, named);
    pairing.by(&before, &after, |part| {
        (!part.body.is_empty()).then(|| part.body.clone())
    });
    pairing.by_likeness(&before, &after, likeness, LIKE);
    let moved = pairing.moved();
    let told = pairing.told().into_iter().filter_map(|told| match told {
        Told::Gone(at) => before.get(at).map(|part| SectionChange {
            heading: part.heading.clone(),
            what: SectionFate::Removed(part.body.clone()),
        }),
        Told::New(at) => after.get(at).map(|part| SectionChange {
            heading: part.heading.clone(),
            what: SectionFate::Added(part.body.clone()),
        }),
        Told::Kept(from, at) => {
            let is_moved = moved.get(at).copied().unwrap_or_default();
            changed(before.get(from)?, after.get(at)?, is_moved, reader)
        }
    });
    told.collect()
}

fn changed(
    before: &Part<'_>,
    after: &Part<'_>,
    moved: bool,
    reader: Reader,
) -> Option<SectionChange> {
    let what = match (before.section, after.section) {
        (Some(was), Some(is)) => {
            if !moved && std::ptr::eq(was, is) {
                return None;
            }
            SectionFate::Changed {
                moved,
                heading: reader.lines(was.heading.as_ref(), is.heading.as_ref()),
                depth: (was.depth != is.depth).then_some((was.depth, is.depth)),
                body: reader.flows(&was.body, &is.body),
                table: table(was.table.as_ref(), is.table.as_ref(), reader),
            }
        }
        _ => SectionFate::Changed {
            moved,
            heading: reader.words(&before.heading, &after.heading),
            depth: None,
            body: reader.words(&before.body, &after.body),
            table: None,
        },
    };
    let nothing = SectionFate::Changed {
        moved: false,
        heading: None,
        depth: None,
        body: None,
        table: None,
    };
    (what != nothing).then(|| SectionChange {
        heading: after.heading.clone(),
        what,
    })
}

/// How much of the words of two parts both have.
fn likeness(one: &Part<'_>, other: &Part<'_>) -> f32 {
    let words = |part: &Part<'_>| -> HashSet<String> {
        let words = part.heading.split_whitespace();
        let words = words.chain(part.body.split_whitespace());
        words.map(str::to_lowercase).collect()
    };
    let (one, other) = (words(one), words(other));
    let all = one.union(&other).count();
    if all == 0 {
        return 0.0;
    }
    #[expect(clippy::cast_precision_loss, reason = "a likeness is not that exact")]
    let share = one.intersection(&other).count() as f32 / all as f32;
    share
}

fn parts(document: &Document, reader: Reader) -> Vec<Part<'_>> {
    if reader.is_strict() {
        let sections = document.sections.iter();
        sections.map(|section| part(section, reader)).collect()
    } else {
        below_headings(document, reader)
    }
}

fn part(section: &Section, reader: Reader) -> Part<'_> {
    let heading = section.heading.as_ref();
    Part {
        section: Some(section),
        id: Some(&section.id),
        heading: heading.map_or_else(String::new, |it| wording_of(&it.inlines, Links::Words)),
        body: reader.text(&section.body.blocks),
    }
}

/// What stands below each heading, be it a section's or one inside a text.
fn below_headings(document: &Document, reader: Reader) -> Vec<Part<'_>> {
    let mut parts: Vec<(Vec<Inline>, Vec<Block>)> = vec![Default::default()];
    for section in &document.sections {
        if let Some(heading) = &section.heading {
            parts.push((heading.inlines.clone(), Vec::new()));
        }
        for block in &section.body.blocks {
            match block {
                Block::Heading { inlines, .. } => parts.push((inlines.clone(), Vec::new())),
                block => {
                    if let Some((_, blocks)) = parts.last_mut() {
                        blocks.push(block.clone());
                    }
                }
            }
        }
    }
    let part = |(heading, blocks): (Vec<Inline>, Vec<Block>)| Part {
        section: None,
        id: None,
        heading: reader.line(&heading),
        body: reader.text(&blocks),
    };
    let says_something = |part: &Part<'_>| !part.heading.is_empty() || !part.body.is_empty();
    parts.into_iter().map(part).filter(says_something).collect()
}

fn table(before: Option<&Table>, after: Option<&Table>, reader: Reader) -> Option<TableChange> {
    let natures = (
        before.map(|it| it.nature.clone()),
        after.map(|it| it.nature.clone()),
    );
    let mut change = TableChange {
        nature: (natures.0 != natures.1).then_some(natures),
        ..TableChange::default()
    };
    if let (Some(before), Some(after)) = (before, after) {
        columns(&before.columns, &after.columns, reader, &mut change);
        let mut rows = Pairing::new(before.rows.len(), after.rows.len());
        rows.by(&before.rows, &after.rows, |row| Some(row.id.clone()));
        change.reordered |= rows.moved().contains(&true);
    }
    (change != TableChange::default()).then_some(change)
}

fn columns(before: &[Column], after: &[Column], reader: Reader, change: &mut TableChange) {
    let mut pairing = Pairing::new(before.len(), after.len());
    pairing.by(before, after, |column| Some(column.id.clone()));
    change.reordered = pairing.moved().contains(&true);
    let label = |column: &Column| wording_of(&column.label.inlines, Links::Words);
    for told in pairing.told() {
        let changed = match told {
            Told::Gone(at) => before.get(at).map(|it| ColumnChange::Removed(label(it))),
            Told::New(at) => after.get(at).map(|it| ColumnChange::Added(label(it))),
            Told::Kept(from, at) => before.get(from).zip(after.get(at)).and_then(|(was, is)| {
                let marks = || (was.role != is.role).then_some(TextChange::Marks);
                let renamed = reader.lines(Some(&was.label), Some(&is.label));
                renamed.or_else(marks).map(ColumnChange::Renamed)
            }),
        };
        change.columns.extend(changed);
    }
}

/// Whether a document has links.
pub fn has_links(document: &Document) -> bool {
    document.sections.iter().any(|section| {
        let heading = section.heading.iter().any(|it| in_line(&it.inlines));
        let mut cells = section
            .table
            .iter()
            .flat_map(|it| &it.rows)
            .flat_map(|it| &it.cells);
        heading
            || in_blocks(&section.body.blocks)
            || cells.any(|cell| in_blocks(&cell.content.blocks))
    })
}

fn in_blocks(blocks: &[Block]) -> bool {
    blocks.iter().any(|block| match block {
        Block::Heading { inlines, .. } | Block::Paragraph(inlines) => in_line(inlines),
        Block::List { items, .. } => items.iter().any(|item| in_blocks(item)),
        Block::Quote(blocks) => in_blocks(blocks),
        Block::Code(_) | Block::Rule => false,
        Block::Grid { header, rows } => {
            let mut cells = std::iter::once(header).chain(rows).flatten();
            cells.any(|cell| in_line(cell))
        }
    })
}

fn in_line(inlines: &[Inline]) -> bool {
    inlines.iter().any(|inline| match inline {
        Inline::Link { .. } => true,
        Inline::Emphasis(content) | Inline::Strong(content) | Inline::Strike(content) => {
            in_line(content)
        }
        Inline::Text(_)
        | Inline::Foreign { .. }
        | Inline::Code(_)
        | Inline::Break
        | Inline::Field(_) => false,
    })
}
