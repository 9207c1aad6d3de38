//! Cookies listed a line each, with a sign between what is said of them: `_ga – Google – 13 months`,
//! `_ga: counts visitors, 13 months`.
//!
//! What comes out is proposed. Lines are such a list only where most of them open with a name that
//! cannot be anything but a cookie's: what browsers, words or services are explained by stays text.

use super::known;
use super::records::Gathered;
use super::tables::looks_like_names;
use super::vocabulary;
use super::words::{trimmed, unstressed};
use crate::document::{Block, Inline, plain};
use crate::import::page::{Content, Grid, GridCell, GridRow, Part};
use crate::model::Role;

/// By how many of the first lines it is told whether lines list cookies, so that a long page costs
/// no more than its length.
const FIRST: usize = 8;
/// The most things that are said of a cookie on a line.
const MOST_CELLS: usize = 10;

/// A line of a list.
struct Line<'a> {
    number: usize,
    inlines: &'a [Inline],
}

/// How lines list cookies.
#[derive(Clone, Copy)]
struct Form {
    sign: Sign,
    labels: Option<Labels>,
}

/// The labels in the first line of a list.
#[derive(Clone, Copy)]
struct Labels {
    count: usize,
    /// Which of them is that of names.
    name: usize,
}

/// The cookies that parts begin to list: as the items of a list, or as paragraphs.
pub fn listed(parts: &[Part]) -> Option<Gathered> {
    let (lines, form, used) = match &parts.first()?.content {
        Content::Block(Block::List { .. }) => {
            let lines = items_of(parts.first()?)?;
            let form = Form::of(&lines)?;
            if !form.rows(&lines).iter().all(|it| form.has(it)) {
                return None;
            }
            (lines, form, 1)
        }
        _ => {
            let glance: Vec<Line<'_>> = paragraphs(parts).take(FIRST + 1).collect();
            let form = Form::of(&glance)?;
            let is_of_list = |(at, line): &(usize, Line<'_>)| {
                form.has(line) || *at == 0 && form.labels.is_some()
            };
            let lines = paragraphs(parts).enumerate().take_while(is_of_list);
            let lines: Vec<Line<'_>> = lines.map(|(_, line)| line).collect();
            let used = lines.len();
            (lines, form, used)
        }
    };
    Some(Gathered {
        grid: form.grid(&lines)?,
        used,
        opener: None,
        other_labels: Vec::new(),
    })
}

fn items_of(part: &Part) -> Option<Vec<Line<'_>>> {
    let Content::Block(Block::List { items, .. }) = &part.content else {
        return None;
    };
    let lines = items.iter().map(|item| match item.as_slice() {
        [Block::Paragraph(inlines)] => Some(Line {
            number: part.line,
            inlines,
        }),
        _ => None,
    });
    lines.collect()
}

fn paragraphs(parts: &[Part]) -> impl Iterator<Item = Line<'_>> {
    parts.iter().map_while(|part| match &part.content {
        Content::Block(Block::Paragraph(inlines)) => Some(Line {
            number: part.line,
            inlines,
        }),
        _ => None,
    })
}

impl Form {
    /// How lines list cookies, if they do, by the first of them.
    fn of(lines: &[Line<'_>]) -> Option<Self> {
        let forms = Sign::ALL.into_iter().map(|sign| Self {
            sign,
            labels: lines.first().and_then(|line| Labels::of(line, sign)),
        });
        forms.into_iter().find(|form| {
            let rows = form.rows(lines).iter().take(FIRST);
            let rows: Vec<&Line<'_>> = rows.take_while(|it| form.has(it)).collect();
            !rows.is_empty() && (form.labels.is_some() || form.lists_cookies(&rows))
        })
    }

    /// Whether lines that say of themselves what they are list cookies: most open with a name that
    /// can be nothing else. A line alone lists nothing, unless it tells how long a cookie is kept.
    fn lists_cookies(self, rows: &[&Line<'_>]) -> bool {
        let sure = rows.iter().filter(|line| {
            let cells = self.parted(line, 2);
            cells
                .first()
                .is_some_and(|name| known::is_sure_name(&plain(name)))
        });
        let tells_duration = |line: &&Line<'_>| {
            let cells = self.parted(line, MOST_CELLS);
            let last = cells.last().map(Vec::as_slice).unwrap_or_default();
            vocabulary::is_duration(&plain(last)) || at_duration(last).is_some()
        };
        sure.count() * 2 >= rows.len() && (rows.len() > 1 || rows.iter().any(tells_duration))
    }

    fn parted(self, line: &Line<'_>, most: usize) -> Vec<Vec<Inline>> {
        parted(line.inlines, self.sign, most)
    }

    /// The lines below the labels.
    fn rows<'l, 'a>(self, lines: &'l [Line<'a>]) -> &'l [Line<'a>] {
        let labels = usize::from(self.labels.is_some());
        lines.get(labels..).unwrap_or_default()
    }

    /// Whether a line is one of the list: it has a name where one is to be.
    fn has(self, line: &Line<'_>) -> bool {
        let is_name = |cell: &Vec<Inline>| {
            let names = plain(cell);
            let names = bracket(&names).map_or(names.as_str(), |(names, _)| names);
            names.len() < 90 && are_names(names)
        };
        match self.labels {
            Some(labels) => {
                let cells = self.parted(line, MOST_CELLS);
                cells.len() == labels.count && cells.get(labels.name).is_some_and(is_name)
            }
            None => match self.parted(line, 2).as_slice() {
                [name, said] => !said.is_empty() && is_name(name),
                _ => false,
            },
        }
    }

    fn grid(self, lines: &[Line<'_>]) -> Option<Grid> {
        let row = |line: &Line<'_>, cells: &[Vec<Inline>]| GridRow {
            line: line.number,
            cells: cells.iter().map(|it| cell(it)).collect(),
        };
        let header = lines.first().filter(|_| self.labels.is_some());
        let header = header.map(|line| row(line, &self.parted(line, MOST_CELLS)));
        let lines = self.rows(lines);
        let rows = lines.iter().zip(self.cells(lines)?);
        let rows = rows.map(|(line, cells)| row(line, &cells));
        Some(Grid {
            caption: Vec::new(),
            heads: usize::from(header.is_some()),
            rows: header.into_iter().chain(rows).collect(),
        })
    }

    /// The cells of lines: as many in each. Nothing where it cannot be told what they are.
    fn cells(self, lines: &[Line<'_>]) -> Option<Vec<Vec<Vec<Inline>>>> {
        let whole: Vec<Vec<Vec<Inline>>> = lines
            .iter()
            .map(|line| self.parted(line, MOST_CELLS))
            .collect();
        if self.labels.is_some() {
            return Some(whole);
        }
        let width = whole.first()?.len();
        let are_even = whole.iter().all(|cells| cells.len() == width);
        // The sign may stand in a sentence too, and behind a label within one.
        let has_label = |cells: &Vec<Vec<Inline>>| {
            let inner = cells.get(1..cells.len() - 1).unwrap_or_default();
            inner.iter().any(|cell| ends_with_label(&plain(cell)))
        };
        let mut rows = if are_even && !whole.iter().any(has_label) {
            whole
        } else {
            let rows = lines.iter().map(|line| self.parted(line, 2));
            rows.collect()
        };
        part_durations(&mut rows);
        part_brackets(&mut rows)?;
        Some(rows)
    }
}

impl Labels {
    /// The labels that a line is made of, one of them that of names.
    fn of(line: &Line<'_>, sign: Sign) -> Option<Self> {
        let labels = parted(line.inlines, sign, MOST_CELLS);
        let labels: Vec<String> = labels.iter().map(|cell| plain(cell)).collect();
        let role = |label: &String| vocabulary::role(label);
        let is_label = |label: &String| {
            label.len() < 60 && (role(label).is_some() || vocabulary::is_kind(label))
        };
        let name = labels.iter().position(|it| role(it) == Some(Role::Name))?;
        let is_one = labels.len() > 1 && labels.iter().all(is_label);
        is_one.then_some(Self {
            count: labels.len(),
            name,
        })
    }
}

/// A name and what stands in brackets behind it: `_ga (Google)`.
fn bracket(name: &str) -> Option<(&str, &str)> {
    let (name, said) = name.trim().strip_suffix(')')?.split_once(" (")?;
    (!said.contains(['(', ')'])).then_some((name.trim_end(), said))
}

/// Whether a text is the name of a cookie, or several with signs between them, and nothing else:
/// « Cookie _ga (Google) » is more than a name.
fn are_names(text: &str) -> bool {
    const BETWEEN: &[&str] = &["et", "and", "ou", "or", "y", "und", "e", "en", "i", "&"];
    let is_name = |part: &str| {
        let mut words = part.split_whitespace().filter(|it| !BETWEEN.contains(it));
        match (words.next(), words.next()) {
            (Some(name), None) => looks_like_names(name) && !name.contains(['(', '"', '«']),
            // « _ga et _gid »
            (Some(_), Some(_)) => part
                .split_whitespace()
                .all(|it| BETWEEN.contains(&it) || known::is_sure_name(it)),
            (None, _) => false,
        }
    };
    !ends_with_label(text) && text.split([',', ';']).all(is_name)
}

/// Gives durations a cell of their own, where most lines end with one.
fn part_durations(rows: &mut [Vec<Vec<Inline>>]) {
    let ends: Vec<Option<(Vec<Inline>, Vec<Inline>)>> = rows
        .iter()
        .map(|cells| at_duration(cells.last()?))
        .collect();
    let count = ends.iter().flatten().count();
    if count * 3 < rows.len() * 2 {
        return;
    }
    for (cells, end) in rows.iter_mut().zip(ends) {
        match end {
            Some((said, duration)) => {
                cells.pop();
                cells.extend([said, duration]);
            }
            None => cells.push(Vec::new()),
        }
    }
}

/// Gives what stands in brackets behind each name a cell of its own. Nothing where only some have
/// it: what is a name and what is not could not be told.
fn part_brackets(rows: &mut [Vec<Vec<Inline>>]) -> Option<()> {
    let names: Vec<String> = rows
        .iter()
        .map(|cells| Some(plain(cells.first()?)))
        .collect::<Option<_>>()?;
    let parted: Vec<Option<(&str, &str)>> = names.iter().map(|name| bracket(name)).collect();
    if parted.iter().all(Option::is_none) {
        return Some(());
    }
    let parted: Vec<(&str, &str)> = parted.into_iter().collect::<Option<_>>()?;
    for (cells, (name, said)) in rows.iter_mut().zip(parted) {
        let cell = |text: &str| vec![Inline::Text(text.to_owned())];
        cells.splice(0..1, [cell(name), cell(said)]);
    }
    Some(())
}

/// What is said, and the duration with which it ends behind a sign: `counts visitors (13 months)`.
fn at_duration(cell: &[Inline]) -> Option<(Vec<Inline>, Vec<Inline>)> {
    let (Inline::Text(last), before) = cell.split_last()? else {
        return None;
    };
    let text = last.trim_end_matches([' ', '\u{a0}', '.', ';']);
    let (at, duration) = match text.strip_suffix(')') {
        Some(open) => {
            let at = open.rfind('(')?;
            (at, open.get(at + 1..)?)
        }
        None => {
            let signs = [", ", "; ", ". ", " - ", " – ", " — "];
            let at = signs.iter().filter_map(|sign| {
                let at = text.rfind(sign)?;
                Some((at, text.get(at + sign.len()..)?))
            });
            at.max_by_key(|(at, _)| *at)?
        }
    };
    let is_end = vocabulary::is_duration(duration) || is_labelled_duration(duration);
    let mut said = before.to_vec();
    // The sentence before keeps its full stop.
    let stop = usize::from(text.get(at..).is_some_and(|it| it.starts_with('.')));
    said.push(Inline::Text(text.get(..at + stop)?.to_owned()));
    let said = trimmed(&said);
    (is_end && !said.is_empty()).then(|| (said, vec![Inline::Text(duration.trim().to_owned())]))
}

/// `Durée : 13 mois`
fn is_labelled_duration(text: &str) -> bool {
    let Some((label, value)) = text.split_once(':') else {
        return false;
    };
    label.len() < 40
        && vocabulary::role(label) == Some(Role::Duration)
        && !value.trim().is_empty()
        && value.len() < 60
}

/// Whether a text ends with a label, behind which stands what it labels.
fn ends_with_label(text: &str) -> bool {
    vocabulary::LABELS.iter().any(|label| {
        let before = text.trim_end().strip_suffix(label);
        before.is_some_and(|it| !it.ends_with(char::is_alphanumeric))
    })
}

fn cell(inlines: &[Inline]) -> GridCell {
    let inlines = unstressed(inlines);
    GridCell::Content(if inlines.is_empty() {
        Vec::new()
    } else {
        vec![Block::Paragraph(inlines)]
    })
}

/// What parts the cells of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sign {
    Bar,
    Dash,
    Colon,
}

impl Sign {
    const ALL: [Self; 3] = [Self::Bar, Self::Dash, Self::Colon];

    /// Where it stands in a text for the first time, with the spaces around it.
    fn find(self, text: &str) -> Option<(usize, usize)> {
        let is_space = |c: Option<char>| c.is_none_or(char::is_whitespace);
        text.char_indices().find_map(|(at, c)| {
            let end = at + c.len_utf8();
            let before = text.get(..at)?.chars().next_back();
            let after = text.get(end..)?.chars().next();
            let is_it = match self {
                Self::Bar => c == '|',
                Self::Dash => "-–—".contains(c) && is_space(before) && is_space(after),
                Self::Colon => ":：".contains(c) && is_space(after),
            };
            is_it.then_some((at, end))
        })
    }
}

/// Inlines parted at a sign into as many pieces at the most, each with the marks that it had.
fn parted(inlines: &[Inline], sign: Sign, most: usize) -> Vec<Vec<Inline>> {
    let mut pieces: Vec<Vec<Inline>> = vec![Vec::new()];
    for inline in inlines {
        let left = most + 1 - pieces.len();
        let mut inner = match inline {
            Inline::Text(text) => parted_text(text, sign, left),
            Inline::Strong(content) => marked(parted(content, sign, left), Inline::Strong),
            Inline::Emphasis(content) => marked(parted(content, sign, left), Inline::Emphasis),
            other => vec![vec![other.clone()]],
        }
        .into_iter();
        if let Some(last) = pieces.last_mut() {
            last.extend(inner.next().unwrap_or_default());
        }
        pieces.extend(inner);
    }
    pieces.iter().map(|piece| trimmed(piece)).collect()
}

fn marked(pieces: Vec<Vec<Inline>>, mark: fn(Vec<Inline>) -> Inline) -> Vec<Vec<Inline>> {
    let marked = |piece: Vec<Inline>| {
        if piece.is_empty() {
            piece
        } else {
            vec![mark(piece)]
        }
    };
    pieces.into_iter().map(marked).collect()
}

fn parted_text(text: &str, sign: Sign, most: usize) -> Vec<Vec<Inline>> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while pieces.len() + 1 < most
        && let Some((start, end)) = sign.find(rest)
        && let (Some(head), Some(tail)) = (rest.get(..start), rest.get(end..))
    {
        pieces.push(head);
        rest = tail;
    }
    pieces.push(rest);
    let inlines = |text: &str| match text {
        "" => Vec::new(),
        text => vec![Inline::Text(text.to_owned())],
    };
    pieces.into_iter().map(inlines).collect()
}
