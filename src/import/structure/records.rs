//! Cookies written one below the other, a line for each thing said of them: `Name: …`,
//! `Purpose: …`, again and again. Also lists of definitions, and labels alone above what they
//! label.

use super::known;
use super::tables::looks_like_names;
use super::vocabulary::{self, folded};
use super::words::{at_colon, broken_lines, is_stressed, trimmed, unstressed, words_of};
use crate::document::{Block, Inline, plain};
use crate::import::page::{Content, Grid, GridCell, GridRow, Part};
use crate::model::Role;

/// A table put together from parts.
#[derive(Debug)]
pub struct Gathered {
    pub grid: Grid,
    /// How many parts it takes.
    pub used: usize,
    /// What the first column says, where it has no label because it stands above each record.
    pub opener: Option<Role>,
    /// Labels written another way than the column's, with their lines: they stand nowhere else.
    pub other_labels: Vec<(usize, String)>,
}

/// Something said of a cookie.
#[derive(Debug, Clone)]
struct Said {
    line: usize,
    /// Which part it stands in.
    part: usize,
    label: String,
    role: Option<Role>,
    value: Vec<Block>,
}

/// Among how many things a cookie is named.
const NAMED_SOON: usize = 8;
/// The most things that are said of one cookie.
const MOST_FIELDS: usize = 24;

/// The records that parts begin with.
pub fn records(parts: &[Part]) -> Option<Gathered> {
    described(parts).or_else(|| labelled(parts))
}

/// Names with what is said of each, as a list of definitions has them.
fn described(parts: &[Part]) -> Option<Gathered> {
    /// Among how many of the first names one cannot be but that of a cookie.
    const FIRST: usize = 8;
    let named = |part: &'_ Part| match &part.content {
        Content::Pair { term, description } if looks_like_names(plain(term).trim()) => {
            Some((vec![Block::Paragraph(term.clone())], description.clone()))
        }
        _ => None,
    };
    let mut first = parts.iter().take(FIRST).map_while(named);
    if !first.any(|(name, _)| is_sure_name(&name)) {
        return None;
    }
    let rows: Vec<GridRow> = parts
        .iter()
        .map_while(|part| {
            let (name, said) = named(part)?;
            Some(GridRow {
                line: part.line,
                cells: vec![GridCell::Content(name), GridCell::Content(said)],
            })
        })
        .collect();
    (rows.len() > 1).then(|| Gathered {
        used: rows.len(),
        grid: Grid {
            rows,
            ..Grid::default()
        },
        opener: Some(Role::Name),
        other_labels: Vec::new(),
    })
}

/// Records each line of which begins with a label.
fn labelled(parts: &[Part]) -> Option<Gathered> {
    let opener = opener_of(parts)?;
    // What stands above a record opens it; where records open otherwise, they end there.
    let belongs = |said: &Said| opener.is_empty() || !said.label.is_empty();
    let said = all_said(parts).into_iter().take_while(belongs);
    let said: Vec<Said> = said.collect();
    let records = records_of(&said, &opener)?;
    let last = records.last().and_then(|record| record.last());
    let used = last.map_or(0, |said| said.part + 1);
    Some(laid_out(&records, used))
}

/// The label with which each of the records opens that parts begin with, folded; empty where it is
/// what stands above them. Told by a glance at the beginning, so that a long page costs no more
/// than its length.
fn opener_of(parts: &[Part]) -> Option<String> {
    let glance = |most: usize| all_said(parts.get(..parts.len().min(most)).unwrap_or_default());
    let is_name = |said: &Said| said.role == Some(Role::Name);
    if !glance(NAMED_SOON).iter().any(is_name) {
        return None;
    }
    let opening = glance(MOST_FIELDS);
    let opener = folded(&opening.first()?.label);
    let opens = |said: &Said| folded(&said.label) == opener;
    let ends = opening.len() < MOST_FIELDS;
    let repeats = ends || opening.iter().skip(1).any(opens);
    (repeats && !opening.iter().all(opens)).then_some(opener)
}

/// What is said as records, if that is what it is.
fn records_of<'s>(all: &'s [Said], opener: &str) -> Option<Vec<Vec<&'s Said>>> {
    let first = all.first()?;
    let mut records: Vec<Vec<&Said>> = Vec::new();
    for said in all {
        match records.last_mut() {
            Some(record) if folded(&said.label) != opener => record.push(said),
            _ => records.push(vec![said]),
        }
    }
    if first.role == Some(Role::Name) {
        // Names that stand above what is said of them make records only together.
        if opener.is_empty() && records.len() < 2 && !is_sure_name(&first.value) {
            return None;
        }
    } else {
        // Records that begin with something else, such as who places a cookie, are some where each
        // has its name, once: of several cookies below one of their holder, each is a record.
        let is_name = |said: &&&Said| said.role == Some(Role::Name);
        let names = |record: &Vec<&Said>| record.iter().filter(is_name).count();
        let named = records.iter().take_while(|it| names(it) > 0).count();
        records.truncate(named);
        if named < 2 || records.iter().any(|it| names(it) > 1) {
            return None;
        }
    }
    let fields = records.iter().map(Vec::len).max().unwrap_or_default();
    let are_records = (2..=MOST_FIELDS).contains(&fields) && (records.len() > 1 || fields > 2);
    are_records.then_some(records)
}

/// Records as the rows of a table, which takes that many parts.
fn laid_out(records: &[Vec<&Said>], used: usize) -> Gathered {
    let mut columns = Columns::default();
    let mut other_labels = Vec::new();
    let mut rows = Vec::new();
    for record in records {
        let mut cells: Vec<GridCell> = Vec::new();
        let mut taken: Vec<usize> = Vec::new();
        for said in record {
            let column = columns.of(said, &taken);
            taken.push(column);
            let label = columns.labels.get(column);
            if label.is_some_and(|label| *label != said.label) {
                other_labels.push((said.line, said.label.clone()));
            }
            if cells.len() <= column {
                cells.resize(column + 1, GridCell::Content(Vec::new()));
            }
            if let Some(cell) = cells.get_mut(column) {
                *cell = GridCell::Content(said.value.clone());
            }
        }
        rows.push(GridRow {
            line: line_of_record(record),
            cells,
        });
    }
    let label = |label: &String| {
        GridCell::Content(vec![Block::Paragraph(vec![Inline::Text(label.clone())])])
    };
    let header = GridRow {
        line: records.first().map_or(1, |record| line_of_record(record)),
        cells: columns.labels.iter().map(label).collect(),
    };
    let has_no_label = columns.labels.first().is_some_and(String::is_empty);
    let opener = columns.roles.first().copied().flatten();
    Gathered {
        opener: opener.filter(|_| has_no_label),
        grid: Grid {
            caption: Vec::new(),
            heads: 1,
            rows: std::iter::once(header).chain(rows).collect(),
        },
        used,
        other_labels,
    }
}

fn line_of_record(record: &[&Said]) -> usize {
    record.first().map_or(1, |said| said.line)
}

/// Whether what is said is a name that cannot be but that of a cookie.
fn is_sure_name(value: &[Block]) -> bool {
    let name = words_of(value);
    looks_like_names(&name) && known::is_sure_name(&name)
}

/// The columns of records: what is said first comes first.
#[derive(Debug, Default)]
struct Columns {
    labels: Vec<String>,
    roles: Vec<Option<Role>>,
}

impl Columns {
    /// The column of what is said, none of those that its record has already.
    fn of(&mut self, said: &Said, taken: &[usize]) -> usize {
        let is_free = |column: &usize| !taken.contains(column);
        let is_same = |column: &usize| {
            let label = self.labels.get(*column);
            label.is_some_and(|label| folded(label) == folded(&said.label))
        };
        let is_alike = |column: &usize| {
            said.role.is_some() && self.roles.get(*column).copied() == Some(said.role)
        };
        let all = 0..self.labels.len();
        if let Some(column) = all.clone().filter(is_free).find(is_same) {
            return column;
        }
        if let Some(column) = all.filter(is_free).find(is_alike) {
            return column;
        }
        self.labels.push(said.label.clone());
        self.roles.push(said.role);
        self.labels.len() - 1
    }
}

/// What parts say of cookies, up to the first one that says something else.
fn all_said(parts: &[Part]) -> Vec<Said> {
    let mut all: Vec<Said> = Vec::new();
    let mut at = 0;
    while let Some(part) = parts.get(at) {
        let next = parts.get(at + 1);
        if let Some(mut said) = said_by(part, at) {
            all.append(&mut said);
            at += 1;
        } else if let Some(said) = holder_above(parts, at).or_else(|| name_above(part, next, at)) {
            all.push(said);
            at += 1;
        } else if let Some((said, used)) = label_above(part, next, at) {
            all.push(said);
            at += used;
        } else {
            break;
        }
    }
    all
}

/// What a part says of a cookie: one thing, or several with a label each.
fn said_by(part: &Part, at: usize) -> Option<Vec<Said>> {
    let of_lines = |lines: Vec<Vec<Inline>>| -> Option<Vec<Said>> {
        let mut all: Vec<Said> = Vec::new();
        for line in lines {
            all.extend(said_on_line(&line, part.line, at)?);
        }
        (!all.is_empty()).then_some(all)
    };
    match &part.content {
        Content::Block(Block::Paragraph(inlines)) => match opening_name(inlines) {
            Some((name, rest)) => {
                let mut said = of_lines(broken_lines(&rest))?;
                said.insert(
                    0,
                    Said {
                        line: part.line,
                        part: at,
                        label: String::new(),
                        role: Some(Role::Name),
                        value: vec![Block::Paragraph(name)],
                    },
                );
                Some(said)
            }
            None => of_lines(broken_lines(inlines)),
        },
        Content::Block(Block::List { items, .. }) => {
            let mut lines = Vec::new();
            for item in items {
                for block in item {
                    match block {
                        Block::Paragraph(inlines) => lines.extend(broken_lines(inlines)),
                        _ => return None,
                    }
                }
            }
            of_lines(lines)
        }
        Content::Pair { term, description } => {
            let label = plain(term);
            let label = label.trim().trim_end_matches(':').trim();
            let role = vocabulary::role(label)?;
            Some(vec![Said {
                line: part.line,
                part: at,
                label: label.to_owned(),
                role: Some(role),
                value: description.clone(),
            }])
        }
        _ => None,
    }
}

/// The name that opens a paragraph, marked off from what is said of it by how it is set.
fn opening_name(inlines: &[Inline]) -> Option<(Vec<Inline>, Vec<Inline>)> {
    let (first, rest) = inlines.split_first()?;
    let is_marked = matches!(
        first,
        Inline::Strong(_) | Inline::Emphasis(_) | Inline::Code(_)
    );
    let name = unstressed(std::slice::from_ref(first));
    let is_name = is_marked && is_sure_name(&[Block::Paragraph(name.clone())]);
    let begin = rest.iter().position(|it| *it != Inline::Break)?;
    is_name.then(|| (name, trimmed(rest.get(begin..).unwrap_or_default())))
}

/// What a line says: `Label: value`, or several of those one after the other.
fn said_on_line(line: &[Inline], number: usize, part: usize) -> Option<Vec<Said>> {
    let said = |label: &str, value: Vec<Inline>| Said {
        line: number,
        part,
        label: label.to_owned(),
        role: label_role(label),
        value: if value.is_empty() {
            Vec::new()
        } else {
            vec![Block::Paragraph(value)]
        },
    };
    if let [Inline::Text(text)] = line
        && let Some(several) = several_on_line(text)
    {
        let all = several
            .iter()
            .map(|(label, value)| said(label, vec![Inline::Text((*value).to_owned())]));
        return Some(all.collect());
    }
    let (label, value) = at_colon(line)?;
    let label = label
        .trim_start_matches(['-', '•', '·', '–', ' ', '\u{a0}'])
        .trim();
    label_role(label)?;
    Some(vec![said(label, value)])
}

/// The role of a label that is short enough to be one; a kind of cookies has none of its own.
fn label_role(label: &str) -> Option<Role> {
    if label.split(' ').count() > 6 || label.contains('.') {
        return None;
    }
    vocabulary::role(label).or_else(|| vocabulary::is_kind(label).then_some(Role::Other))
}

/// `Name: _ga Purpose: … Duration: …` on one line, parted at labels that are known.
fn several_on_line(text: &str) -> Option<Vec<(&str, &str)>> {
    let mut starts: Vec<(usize, usize, usize)> = Vec::new();
    for (colon, _) in text.match_indices(':') {
        let head = text
            .get(..colon)?
            .trim_end_matches([' ', '\u{a0}', '\u{202f}']);
        let label = vocabulary::LABELS
            .iter()
            .filter(|label| head.ends_with(**label))
            .max_by_key(|label| label.len());
        if let Some(label) = label {
            let start = head.len() - label.len();
            let is_word = text.get(..start).is_some_and(|it| {
                it.is_empty() || it.ends_with([' ', '\u{a0}', ',', ';', '|', '-'])
            });
            if is_word {
                starts.push((start, head.len(), colon + 1));
            }
        }
    }
    if starts.len() < 2 || starts.first().is_none_or(|(start, ..)| *start != 0) {
        return None;
    }
    let ends = starts
        .iter()
        .skip(1)
        .map(|(start, ..)| *start)
        .chain([text.len()]);
    starts
        .iter()
        .zip(ends)
        .map(|((start, end, value), next)| {
            let value = text.get(*value..next)?;
            Some((
                text.get(*start..*end)?,
                value.trim_matches([' ', '\u{a0}', ',', ';', '|', '-']),
            ))
        })
        .collect()
}

/// A line that may stand above what is said of something, as its name.
fn line_of(part: &Part) -> Option<&[Inline]> {
    match &part.content {
        Content::Heading { inlines, .. } | Content::Block(Block::Paragraph(inlines)) => {
            Some(inlines)
        }
        _ => None,
    }
}

/// The name of a cookie as the heading of what is said of it.
fn name_above(part: &Part, next: Option<&Part>, at: usize) -> Option<Said> {
    let is_marked = matches!(part.content, Content::Heading { .. });
    let inlines = line_of(part).filter(|inlines| {
        is_marked || is_stressed(inlines) || !plain(inlines).trim().contains(char::is_whitespace)
    })?;
    let name = plain(inlines);
    let name = name.trim();
    let below = said_by(next?, at + 1)?;
    let is_name = looks_like_names(name) && (!name.contains(' ') || name.contains(['_', '*']));
    let is_described = below.iter().all(|said| said.role != Some(Role::Name));
    (is_name
        && is_described
        && (vocabulary::role(name).is_none() || name.contains('_'))
        && vocabulary::category(name).is_none())
    .then(|| Said {
        line: part.line,
        part: at,
        label: String::new(),
        role: Some(Role::Name),
        value: vec![Block::Paragraph(unstressed(inlines))],
    })
}

/// Who places cookies, or what they are for, as the heading of what is said of them: a name is
/// among it.
fn holder_above(parts: &[Part], at: usize) -> Option<Said> {
    const LONGEST: usize = 60;
    const MOST_WORDS: usize = 6;
    let part = parts.get(at)?;
    let inlines = line_of(part)?;
    let words = plain(inlines);
    let words = words.trim();
    // « Axeptio (obligatoire) » is no kind of cookies.
    let bare = words.split('(').next().unwrap_or_default();
    let can_be_one = words.len() <= LONGEST
        && words.split(' ').count() <= MOST_WORDS
        && !words.ends_with(['.', ':', '?', '!', ';', ','])
        && (known::is_provider(bare) || vocabulary::category(bare).is_none())
        && !vocabulary::speaks_of_cookies(words)
        && !vocabulary::asks(words)
        && !is_written_label(words);
    if !can_be_one {
        return None;
    }
    let below = parts.get(at + 1..)?.iter().take(NAMED_SOON);
    let mut below = below.map_while(|part| said_by(part, at)).flatten();
    let is_named = below.any(|said| said.role == Some(Role::Name));
    is_named.then(|| Said {
        line: part.line,
        part: at,
        label: String::new(),
        role: Some(Role::Provider),
        value: vec![Block::Paragraph(unstressed(inlines))],
    })
}

/// A label on a line of its own, and what it labels in the part below.
fn label_above(part: &Part, next: Option<&Part>, at: usize) -> Option<(Said, usize)> {
    let text = |part: &Part| match &part.content {
        Content::Block(block @ Block::Paragraph(_)) => Some(words_of(std::slice::from_ref(block))),
        _ => None,
    };
    let label = match &part.content {
        Content::Heading { inlines, .. } => plain(inlines),
        _ => text(part)?,
    };
    let label = label.trim().trim_end_matches(':').trim();
    let next = next?;
    let value = text(next)?;
    let is_label = |text: &str| text.len() < 40 && is_written_label(text);
    if !is_label(label) || is_label(&value) || value.ends_with('?') {
        return None;
    }
    let Content::Block(block) = &next.content else {
        return None;
    };
    let said = Said {
        line: part.line,
        part: at + 1,
        label: label.to_owned(),
        role: vocabulary::role(label),
        value: vec![block.clone()],
    };
    Some((said, 2))
}

/// Whether a text is a label as charters write it, and nothing more.
pub fn is_written_label(text: &str) -> bool {
    let text = folded(text);
    !text.is_empty() && vocabulary::LABELS.iter().any(|label| folded(label) == text)
}
