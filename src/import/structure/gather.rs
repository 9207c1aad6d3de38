//! Parts of a page as items: what is set apart, and what lines are tables.

use super::listed;
use super::records::{self, Gathered};
use super::rows::{self, Glue};
use super::vocabulary::{self, Notice};
use super::words::words_of;
use super::{Decisions, Kind};
use crate::document::{Block, Inline, plain};
use crate::import::draft::{Note, NoteKind};
use crate::import::page::{Author, Content, Grid, Page, Part, Region};
use crate::model::Role;

/// Something on a page that becomes a part of a charter, or is set apart.
#[derive(Debug)]
pub struct Item {
    /// The number of the part that it begins with.
    pub part: usize,
    pub line: usize,
    /// Whether a person said what it is.
    pub is_decided: bool,
    pub what: What,
}

#[derive(Debug)]
pub enum What {
    Title(Vec<Inline>),
    /// A heading that the source marks, or that a person made one.
    Heading(super::headings::Rank, Vec<Inline>),
    Text(Vec<Block>),
    Table(Table),
    Apart(String),
}

/// A table, and what its first column says where that is known though it has no label.
#[derive(Debug)]
pub struct Table {
    pub grid: Grid,
    pub opener: Option<Role>,
}

impl What {
    /// What the source says that a part is.
    pub fn of(content: Content) -> Self {
        match content {
            Content::Heading { level, inlines } => {
                Self::Heading(super::headings::Rank::Marked(level), inlines)
            }
            Content::Block(block) => Self::Text(vec![block]),
            Content::Pair { term, description } => {
                let mut blocks = vec![Block::Paragraph(vec![Inline::Strong(term)])];
                blocks.extend(description);
                Self::Text(blocks)
            }
            Content::Grid(grid) => Self::Table(Table { grid, opener: None }),
        }
    }
}

/// The items of a page.
pub fn items(page: &Page, decisions: &Decisions, notes: &mut Vec<Note>) -> Vec<Item> {
    let around = around_counts(page);
    let mut items: Vec<Item> = Vec::new();
    let mut at = 0;
    while let Some(part) = page.parts.get(at) {
        let decided = decisions.kinds.get(&at).copied();
        let mut used = 1;
        let what = match decided {
            Some(kind) => decide(kind, part),
            None if part.region == Region::Around && !around => apart(part),
            None if page.author == Author::Chartrier => What::of(part.content.clone()),
            None => match gathered(page, decisions, at, notes) {
                Some((table, parts)) => {
                    used = parts;
                    What::Table(table)
                }
                None if is_notice(&page.parts, at) => apart(part),
                None if at == 0 => centred(part),
                None => What::of(part.content.clone()),
            },
        };
        // A tab that made no table stood between cells all the same.
        let is_told = decided.is_none() && page.author != Author::Chartrier;
        if is_told && matches!(what, What::Text(_)) && words(&what).contains('\t') {
            notes.push(Note {
                line: part.line,
                kind: NoteKind::GluedLeft,
                text: String::new(),
            });
        }
        items.push(Item {
            part: at,
            line: part.line,
            is_decided: decided.is_some(),
            what,
        });
        at += used.max(1);
    }
    items
}

/// Whether what stands around a page is all that there is.
fn around_counts(page: &Page) -> bool {
    let count = |region: Region| {
        let parts = page.parts.iter().filter(|part| part.region == region);
        let words = parts.map(|part| words(&What::of(part.content.clone())));
        words.map(|it| it.split_whitespace().count()).sum::<usize>()
    };
    count(Region::Main) < 30 && count(Region::Around) > 60
}

/// What the first part of a page is: a title that is set into the middle of its line is no code.
fn centred(part: &Part) -> What {
    match &part.content {
        Content::Block(Block::Code(line)) if !line.trim().contains('\n') => {
            let words = Inline::Text(line.trim().to_owned());
            What::Text(vec![Block::Paragraph(vec![words])])
        }
        content => What::of(content.clone()),
    }
}

fn decide(kind: Kind, part: &Part) -> What {
    let inlines = |what: What| match what {
        What::Heading(_, inlines) | What::Title(inlines) => inlines,
        other => vec![Inline::Text(words(&other).replace('\n', " "))],
    };
    let own = What::of(part.content.clone());
    match (kind, own) {
        (Kind::SetApart, own) => What::Apart(words(&own)),
        (Kind::Title, What::Text(blocks)) => What::Title(only_line(&blocks)),
        (Kind::Title, own) => What::Title(inlines(own)),
        (Kind::Heading(level), What::Text(blocks)) => {
            What::Heading(super::headings::Rank::Decided(level), only_line(&blocks))
        }
        (Kind::Heading(level), own) => {
            What::Heading(super::headings::Rank::Decided(level), inlines(own))
        }
        (Kind::Text, What::Heading(_, inlines)) => What::Text(vec![Block::Paragraph(inlines)]),
        (Kind::Text | Kind::Table, own) => own,
    }
}

fn only_line(blocks: &[Block]) -> Vec<Inline> {
    match blocks {
        [Block::Paragraph(inlines) | Block::Heading { inlines, .. }] => inlines.clone(),
        blocks => vec![Inline::Text(words_of(blocks).replace('\n', " "))],
    }
}

fn apart(part: &Part) -> What {
    What::Apart(words(&What::of(part.content.clone())))
}

/// Whether a part is a notice that stands around a charter.
fn is_notice(parts: &[Part], at: usize) -> bool {
    let notice = |at: usize| match &parts.get(at)?.content {
        Content::Block(Block::Paragraph(inlines)) => vocabulary::notice(&plain(inlines)),
        _ => None,
    };
    match notice(at) {
        Some(Notice::Sure) => true,
        Some(Notice::AmongOthers) => {
            at.checked_sub(1)
                .is_some_and(|above| notice(above).is_some())
                || notice(at + 1).is_some()
        }
        None => false,
    }
}

/// The table that the parts from one on make up, and how many parts it takes.
fn gathered(
    page: &Page,
    decisions: &Decisions,
    at: usize,
    notes: &mut Vec<Note>,
) -> Option<(Table, usize)> {
    let may_begin = match &page.parts.get(at)?.content {
        Content::Block(Block::Paragraph(inlines)) => {
            let words = plain(inlines);
            words.contains(':') || words.len() < 400
        }
        Content::Block(Block::List { .. }) | Content::Pair { .. } | Content::Heading { .. } => true,
        _ => false,
    };
    if !may_begin {
        return None;
    }
    // What a person decided of a part is not gathered over.
    let next_decided = decisions.kinds.range(at + 1..).next();
    let end = next_decided.map_or(page.parts.len(), |(part, _)| *part);
    let parts = page.parts.get(at..end)?;
    let line = parts.first()?.line;
    let note = |kind, line, text: &str| Note {
        line,
        kind,
        text: text.to_owned(),
    };
    let propose = |gathered: Gathered, notes: &mut Vec<Note>| {
        notes.push(note(NoteKind::TableProposed, line, ""));
        for (line, label) in &gathered.other_labels {
            notes.push(note(NoteKind::Label, *line, label));
        }
        let Gathered { grid, opener, .. } = gathered;
        (Table { grid, opener }, gathered.used)
    };
    let told = records::records(parts)
        .or_else(|| rows::stacked(parts))
        .or_else(|| listed::listed(parts));
    if let Some(gathered) = told {
        return Some(propose(gathered, notes));
    }
    match rows::glued(parts)? {
        Glue::Cut(unglued) => {
            for line in unglued.left {
                notes.push(note(NoteKind::GluedLeft, line, ""));
            }
            Some(propose(unglued.gathered, notes))
        }
        Glue::Whole(lines) => {
            for line in lines {
                notes.push(note(NoteKind::GluedLeft, line, ""));
            }
            None
        }
    }
}

/// What each part of a page became.
pub fn kinds(items: &[Item], parts: usize) -> Vec<Kind> {
    let mut kinds = vec![Kind::Text; parts];
    let ends = items.iter().skip(1).map(|item| item.part).chain([parts]);
    for (item, end) in items.iter().zip(ends) {
        let kind = match &item.what {
            What::Title(_) => Kind::Title,
            What::Heading(..) => Kind::Heading(1),
            What::Text(_) => Kind::Text,
            What::Table(_) => Kind::Table,
            What::Apart(_) => Kind::SetApart,
        };
        if let Some(kinds) = kinds.get_mut(item.part..end) {
            kinds.fill(kind);
        }
    }
    kinds
}

/// The words of an item.
pub fn words(what: &What) -> String {
    match what {
        What::Title(inlines) | What::Heading(_, inlines) => plain(inlines),
        What::Text(blocks) => words_of(blocks),
        What::Apart(text) => text.clone(),
        What::Table(Table { grid, .. }) => {
            let mut words = plain(&grid.caption);
            for cell in grid.rows.iter().flat_map(|row| &row.cells) {
                if let crate::import::page::GridCell::Content(blocks) = cell {
                    words.push('\n');
                    words.push_str(&words_of(blocks));
                }
            }
            words
        }
    }
}
