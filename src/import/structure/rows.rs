//! Tables that have lost their marks: cells one below the other, or in a line with nothing or a
//! space between them.
//!
//! What comes out is proposed: it says so in a note. What cannot be cut for sure is left as it is.

use super::known;
use super::records::{Gathered, is_written_label};
use super::tables::{looks_like_name, looks_like_names};
use super::vocabulary::{self, folded, looks_like_duration};
use super::words::words_of;
use crate::document::{Block, Inline, plain};
use crate::import::page::{Content, Grid, GridCell, GridRow, Part};
use crate::model::Role;

/// The most columns of a table that has lost its marks.
const MOST_COLUMNS: usize = 12;

/// Cells one below the other with no mark at all: labels, then as many cells for each row.
pub fn stacked(parts: &[Part]) -> Option<Gathered> {
    let words = |part: &Part| match &part.content {
        Content::Block(block @ Block::Paragraph(_)) => Some(words_of(std::slice::from_ref(block))),
        _ => None,
    };
    let labels: Vec<(usize, String)> = parts
        .iter()
        .map_while(|part| Some((part.line, words(part)?)))
        .take_while(|(_, label)| label.len() < 60 && is_label(label))
        .take(MOST_COLUMNS + 1)
        .collect();
    let width = labels.len();
    let roles: Vec<Role> = labels
        .iter()
        .map(|(_, label)| vocabulary::role(label).unwrap_or_default())
        .collect();
    let has_name = roles.contains(&Role::Name);
    if !(2..=MOST_COLUMNS).contains(&width)
        || !has_name
        || !labels.iter().any(|(_, label)| is_written_label(label))
    {
        return None;
    }
    let mut rows: Vec<GridRow> = Vec::new();
    let mut used = width;
    while let Some(cells) = parts.get(used..used + width) {
        let Some(texts) = cells.iter().map(words).collect::<Option<Vec<String>>>() else {
            break;
        };
        let fits = texts.iter().zip(&roles).all(|(text, role)| match role {
            Role::Name => looks_like_names(text),
            Role::Duration => looks_like_duration(text) || text.len() < 4,
            Role::Provider => text.len() < 60 && !text.ends_with('.'),
            _ => !text.ends_with('?'),
        });
        if !fits {
            break;
        }
        let content = |part: &Part| match &part.content {
            Content::Block(block) => GridCell::Content(vec![block.clone()]),
            _ => GridCell::Content(Vec::new()),
        };
        rows.push(GridRow {
            line: cells.first().map_or(1, |part| part.line),
            cells: cells.iter().map(content).collect(),
        });
        used += width;
    }
    let is_sure = rows.len() > 1 || rows.len() == 1 && width > 2;
    is_sure.then(|| gathered(&labels, rows, used))
}

fn is_label(text: &str) -> bool {
    !text.ends_with(['.', ':', '?', ';'])
        && text.split(' ').count() <= 6
        && (is_written_label(text) || vocabulary::role(text).is_some() && !is_identifier(text))
}

/// Whether a text is rather the name of a cookie than a label.
fn is_identifier(text: &str) -> bool {
    text.contains('_') || text.contains('-') && text.starts_with(char::is_lowercase)
}

fn gathered(labels: &[(usize, String)], rows: Vec<GridRow>, used: usize) -> Gathered {
    let header = GridRow {
        line: labels.first().map_or(1, |(line, _)| *line),
        cells: labels.iter().map(|(_, label)| cell(label)).collect(),
    };
    Gathered {
        grid: Grid {
            caption: Vec::new(),
            heads: 1,
            rows: std::iter::once(header).chain(rows).collect(),
        },
        used,
        opener: None,
        other_labels: Vec::new(),
    }
}

fn cell(text: &str) -> GridCell {
    let text = text.trim();
    GridCell::Content(if text.is_empty() {
        Vec::new()
    } else {
        vec![Block::Paragraph(vec![Inline::Text(text.to_owned())])]
    })
}

/// A table whose cells are glued together line by line.
#[derive(Debug)]
pub struct Unglued {
    pub gathered: Gathered,
    /// The lines of those below it that could not be cut.
    pub left: Vec<usize>,
}

/// What lines whose cells are glued together come to.
#[derive(Debug)]
pub enum Glue {
    Cut(Unglued),
    /// A header is glued, but no row below it could be cut for sure: the lines that are left.
    Whole(Vec<usize>),
}

/// The table whose cells are glued together, if parts begin with one.
pub fn glued(parts: &[Part]) -> Option<Glue> {
    let header = parts.first()?;
    let labels = glued_labels(text_of(header)?.as_str())?;
    let roles: Vec<Role> = labels
        .iter()
        .map(|label| vocabulary::role(label).unwrap_or_default())
        .collect();
    let mut rows = Vec::new();
    let mut left = Vec::new();
    let mut used = 1;
    for part in parts.get(1..).unwrap_or_default() {
        let Some(text) = text_of(part) else {
            break;
        };
        match cut(&text, &roles) {
            Some(cells) => rows.push(GridRow {
                line: part.line,
                cells: cells.iter().map(|it| cell(it)).collect(),
            }),
            None if begins_glued(&text) => {
                left.push(part.line);
                break;
            }
            None => break,
        }
        used += 1;
    }
    if rows.is_empty() {
        let lines = std::iter::once(header.line).chain(left);
        return Some(Glue::Whole(lines.collect()));
    }
    let labels: Vec<(usize, String)> = labels
        .iter()
        .map(|label| (header.line, (*label).to_owned()))
        .collect();
    Some(Glue::Cut(Unglued {
        gathered: gathered(&labels, rows, used),
        left,
    }))
}

fn text_of(part: &Part) -> Option<String> {
    match &part.content {
        Content::Block(Block::Paragraph(inlines)) => Some(plain(inlines).trim().to_owned()),
        _ => None,
    }
}

/// The labels that a line is made of, with nothing or a space between them: three or more.
fn glued_labels(line: &str) -> Option<Vec<&'static str>> {
    if line.len() > 160 || line.is_empty() {
        return None;
    }
    // The fewest labels that the line can be made of, from its end to its beginning.
    let mut best: Vec<Option<Vec<&'static str>>> = vec![None; line.len() + 1];
    if let Some(end) = best.last_mut() {
        *end = Some(Vec::new());
    }
    for start in (0..line.len()).rev() {
        let Some(rest) = line.get(start..) else {
            continue;
        };
        for label in vocabulary::LABELS
            .iter()
            .filter(|it| rest.starts_with(**it))
        {
            let end = start + label.len();
            let end = end + usize::from(line.get(end..).is_some_and(|it| it.starts_with(' ')));
            let Some(Some(after)) = best.get(end) else {
                continue;
            };
            let labels: Vec<&'static str> = std::iter::once(*label)
                .chain(after.iter().copied())
                .collect();
            let slot = best.get_mut(start)?;
            if slot.as_ref().is_none_or(|it| it.len() > labels.len()) {
                *slot = Some(labels);
            }
        }
    }
    best.into_iter()
        .next()
        .flatten()
        .filter(|labels| labels.len() > 2)
}

/// Whether a line begins with a provider that is known, and goes on at once.
fn begins_glued(line: &str) -> bool {
    provider(line).is_some_and(|provider| {
        line.get(provider.len()..)
            .is_some_and(|rest| rest.starts_with(|c: char| c.is_uppercase() || c == '_'))
    })
}

fn provider(line: &str) -> Option<&'static str> {
    let known = known::PROVIDERS.iter().filter(|it| line.starts_with(**it));
    known.max_by_key(|it| it.len()).copied()
}

/// The cells of a glued row, where what is known tells where each begins: the provider first, and
/// a cookie's name that stands in it once.
fn cut(line: &str, roles: &[Role]) -> Option<Vec<String>> {
    let mut rest = line;
    let mut cells: Vec<String> = Vec::new();
    let mut roles = roles.iter();
    while let Some(role) = roles.next() {
        let left = roles.len();
        let cell = match role {
            Role::Provider => provider(rest)?,
            Role::Name => name_at(rest)?,
            _ if left == 0 => rest,
            // The only ways to know where words end: a name that is known comes next, or a
            // duration with which the line ends.
            _ if roles.as_slice().first() == Some(&Role::Name) => {
                rest.get(..only_name_in(rest)?)?
            }
            _ if roles.as_slice() == [Role::Duration] => rest.get(..last_duration_in(rest)?)?,
            Role::Duration => duration_at(rest)?,
            _ => return None,
        };
        if cell.trim().is_empty() && left > 0 {
            return None;
        }
        cells.push(cell.to_owned());
        rest = rest.get(cell.len()..)?.trim_start();
    }
    Some(cells)
}

/// The name of a known cookie with which a text begins; what follows begins with a capital, as
/// the next cell does, or stands apart.
fn name_at(text: &str) -> Option<&'static str> {
    let known = known::COOKIES.iter().filter(|name| {
        text.strip_prefix(**name).is_some_and(|rest| {
            rest.is_empty() || rest.starts_with(|c: char| c.is_uppercase() || c == ' ')
        })
    });
    known.max_by_key(|name| name.len()).copied()
}

/// Where the name of a known cookie begins in a text, if there is one such place.
fn only_name_in(text: &str) -> Option<usize> {
    let mut places = known::COOKIES
        .iter()
        .filter(|name| looks_like_name(name) && name.len() > 3)
        .flat_map(|name| text.match_indices(*name).map(|(at, _)| at))
        .filter(|at| {
            let before = text.get(..*at).and_then(|it| it.chars().next_back());
            let is_apart =
                before.is_none_or(|c| !c.is_alphanumeric() && c != '_' || c.is_lowercase());
            is_apart && text.get(*at..).and_then(name_at).is_some()
        });
    let first = places.next()?;
    places.all(|other| other == first).then_some(first)
}

/// Where the duration begins with which a text ends.
fn last_duration_in(text: &str) -> Option<usize> {
    let words = text.match_indices(' ').map(|(at, _)| at + 1);
    words
        .into_iter()
        .find(|at| text.get(*at..).is_some_and(vocabulary::is_duration))
}

/// The words of a duration with which a text begins; what follows begins with a capital.
fn duration_at(text: &str) -> Option<&str> {
    let mut ends = text
        .char_indices()
        .filter(|(_, c)| c.is_uppercase())
        .map(|(at, _)| at);
    let end = ends.find(|at| *at > 0)?;
    let cell = text.get(..end)?;
    (looks_like_duration(cell) && folded(cell).len() < 30).then_some(cell)
}
