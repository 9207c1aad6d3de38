//! Tables of a page as tables of a charter: which rows are labels, which speak for those below
//! them, and what each column says.

use super::known;
use super::vocabulary::{self, folded};
use super::words::{at_colon, is_stressed, line_of, unstressed, words_of};
use crate::document::{Block, Inline};
use crate::import::draft::{DraftCell, DraftColumn, DraftRow, DraftTable};
use crate::import::page::{Author, Grid, GridCell};
use crate::model::Role;
use crate::writing::paste::as_typed;

/// A table, with what is said above it within its own frame.
#[derive(Debug, Clone, PartialEq)]
pub struct Told {
    /// What is said above all of a grid's tables, where there are several.
    pub above: Vec<Inline>,
    pub caption: Vec<Inline>,
    pub table: DraftTable,
    pub roles: Roles,
}

/// How the roles of a table's columns are known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Roles {
    Labelled,
    /// There is no label: what is in the columns told.
    Guessed,
    /// A label that is not known.
    Unknown,
}

/// The tables that a grid holds: one, or as many as rows over all columns part it into. `opener`
/// is what the first column says, where that is known though it has no label.
pub fn tables(grid: &Grid, opener: Option<Role>, author: Author) -> Vec<Told> {
    let width = grid.width();
    let rows: Vec<Row<'_>> = grid
        .rows
        .iter()
        .map(|row| Row::new(row.line, &row.cells))
        .collect();
    let (heads, body) = rows.split_at(grid.heads.min(rows.len()));
    let mut body: Vec<&Row<'_>> = body.iter().filter(|row| !row.is_rule()).collect();
    let mut heads: Vec<&Row<'_>> = heads.iter().filter(|row| !row.is_blank()).collect();
    let mut caption = grid.caption.clone();
    // A header that says one thing over all columns is a caption.
    if let [first, rest @ ..] = heads.as_slice()
        && let Some(words) = first.spanning(width)
    {
        caption.extend(words);
        heads = rest.to_vec();
    }
    if author == Author::Anyone {
        body.retain(|row| !row.is_blank());
        if heads.iter().all(|row| row.is_data(width)) {
            // What a format had to call a header, for want of one.
            body.splice(0..0, heads.drain(..));
        }
    }
    let mut header: Option<Vec<String>> = (!heads.is_empty()).then(|| labels(&heads, width));
    // The row of the labels, where one alone has them.
    let mut labelled = match heads.as_slice() {
        [row] => Some(*row),
        _ => None,
    };
    let mut tables: Vec<Told> = Vec::new();
    let mut rows: Vec<&Row<'_>> = Vec::new();
    let mut above = Vec::new();
    for row in body {
        let spanning = (author == Author::Anyone)
            .then(|| row.spanning(width))
            .flatten();
        if let Some(words) = spanning {
            if header.is_some() && tables.is_empty() && rows.is_empty() && above.is_empty() {
                // Its first group begins at once: the caption is that of all.
                above = std::mem::take(&mut caption);
            } else {
                finish(&mut tables, &mut caption, header.as_ref(), &mut rows, width);
            }
            if !caption.is_empty() {
                caption.push(Inline::Text(" ".to_owned()));
            }
            caption.extend(words);
        } else if rows.is_empty()
            && author == Author::Anyone
            && row.is_header(width)
            && header
                .as_ref()
                .is_none_or(|it| it.iter().all(String::is_empty) || !tables.is_empty())
        {
            header = Some(labels(&[row], width));
            labelled = Some(row);
        } else if labelled.is_some_and(|it: &Row<'_>| it.words == row.words) {
            // The header again, as printed tables repeat it.
        } else {
            rows.push(row);
        }
    }
    finish(&mut tables, &mut caption, header.as_ref(), &mut rows, width);
    for column in tables
        .iter_mut()
        .filter_map(|it| it.table.columns.first_mut())
    {
        if let Some(role) = opener.filter(|_| column.label.is_empty()) {
            column.role = role;
        }
    }
    if let Some(first) = tables.first_mut() {
        first.above = above;
        // A table begins with what stands above its rows.
        first.table.line = grid.rows.first().map_or(first.table.line, |row| row.line);
    }
    tables
}

/// Puts the rows gathered so far into a table of their own.
fn finish(
    tables: &mut Vec<Told>,
    caption: &mut Vec<Inline>,
    header: Option<&Vec<String>>,
    rows: &mut Vec<&Row<'_>>,
    width: usize,
) {
    let is_last =
        rows.is_empty() && (!tables.is_empty() || !caption.is_empty() && header.is_none());
    if is_last || rows.is_empty() && header.is_none() {
        return;
    }
    let rows = std::mem::take(rows);
    let mut labels = header
        .cloned()
        .unwrap_or_else(|| vec![String::new(); width]);
    let line = rows.first().map_or(1, |row| row.line);
    let mut cells: Vec<DraftRow> = rows
        .iter()
        .map(|row| DraftRow {
            line: row.line,
            cells: (0..width).map(|column| row.draft(column)).collect(),
        })
        .collect();
    for (column, label) in labels.iter_mut().enumerate() {
        unlabel(column, label, &rows, &mut cells);
    }
    let (columns, roles) = columns(labels, &rows, header.is_some());
    tables.push(Told {
        above: Vec::new(),
        caption: std::mem::take(caption),
        table: DraftTable {
            part: 0,
            line,
            category: None,
            columns,
            rows: cells,
        },
        roles,
    });
}

/// A row of a grid, with its words at hand.
#[derive(Debug)]
struct Row<'a> {
    line: usize,
    cells: &'a [GridCell],
    words: Vec<String>,
}

impl<'a> Row<'a> {
    fn new(line: usize, cells: &'a [GridCell]) -> Self {
        let words = cells.iter().map(|cell| match cell {
            GridCell::Content(blocks) => words_of(blocks),
            GridCell::Above | GridCell::Beside => String::new(),
        });
        Self {
            line,
            cells,
            words: words.collect(),
        }
    }

    fn word(&self, column: usize) -> &str {
        self.words.get(column).map_or("", |it| it.trim())
    }

    fn blocks(&self, column: usize) -> &'a [Block] {
        match self.cells.get(column) {
            Some(GridCell::Content(blocks)) => blocks,
            _ => &[],
        }
    }

    fn is_blank(&self) -> bool {
        self.words.iter().all(|it| it.trim().is_empty())
    }

    /// A row of dashes, as one is drawn below a header.
    fn is_rule(&self) -> bool {
        let is_rule = |it: &String| it.trim().chars().all(|c| "-–—:=_".contains(c));
        self.words.iter().all(is_rule) && !self.is_blank()
    }

    /// What a row says that speaks for those below it: one cell over all columns, or one that
    /// stands alone and names a kind of cookies.
    fn spanning(&self, width: usize) -> Option<Vec<Inline>> {
        let (first, rest) = self.cells.split_first()?;
        if width < 2 || self.word(0).is_empty() {
            return None;
        }
        let others = (1..width).all(|column| self.word(column).is_empty());
        let is_spanned = rest.len() + 1 == width && rest.iter().all(|it| *it == GridCell::Beside);
        let GridCell::Content(blocks) = first else {
            return None;
        };
        let inlines: Vec<Inline> = match blocks.as_slice() {
            [Block::Paragraph(inlines)] => inlines.clone(),
            _ => return None,
        };
        // A line alone among rows, where it speaks of cookies.
        let is_line = rest.is_empty() && width > 2 && vocabulary::speaks_of_cookies(self.word(0));
        let names_kind = self.word(0).contains(' ')
            && (is_stressed(&inlines)
                || is_line
                || vocabulary::category(self.word(0)).is_some() && self.word(0).len() < 90);
        (others && (is_spanned || names_kind)).then(|| unstressed(&inlines))
    }

    /// Whether cells are labels.
    fn is_header(&self, width: usize) -> bool {
        let filled = (0..width).filter(|it| !self.word(*it).is_empty()).count();
        let known = (0..width)
            .filter(|it| self.word(*it).len() < 90 && vocabulary::role(self.word(*it)).is_some())
            .count();
        let is_strong = (0..width).all(|column| match self.blocks(column) {
            [Block::Paragraph(inlines)] => is_stressed(inlines),
            blocks => blocks.is_empty(),
        });
        let is_no_label = |it: &String| {
            it.chars().any(char::is_numeric) || is_sentence(it) && it.split(' ').count() > 4
        };
        if self.words.iter().any(is_no_label) {
            return false;
        }
        filled > 1
            && (known * 2 >= filled && known > 0 && !self.is_data(width) || is_strong && known > 0)
    }

    /// Whether cells are what a cookie is said to be, rather than labels.
    fn is_data(&self, width: usize) -> bool {
        let known = (0..width)
            .filter(|it| vocabulary::role(self.word(*it)).is_some() && self.word(*it).len() < 60)
            .count();
        let marked = |word: &str| {
            looks_like_name(word) && known::is_sure_name(word) || looks_like_host(word)
        };
        let told = (0..width).filter(|it| {
            let word = self.word(*it);
            marked(word) || word.len() > 90 || vocabulary::looks_like_duration(word)
        });
        told.count() > known
    }

    fn draft(&self, column: usize) -> DraftCell {
        match self.cells.get(column) {
            Some(GridCell::Content(blocks)) => DraftCell::Text(as_typed(blocks)),
            Some(GridCell::Above) => DraftCell::Above,
            Some(GridCell::Beside) => DraftCell::Text(String::new()),
            None => DraftCell::Absent,
        }
    }
}

/// The labels of columns: what their cells of all header rows say, once.
fn labels(heads: &[&Row<'_>], width: usize) -> Vec<String> {
    let label = |column: usize| {
        let mut said: Vec<String> = Vec::new();
        for row in heads {
            let inlines: Vec<Inline> = row
                .blocks(column)
                .iter()
                .flat_map(|block| match block {
                    Block::Paragraph(inlines) => unstressed(inlines),
                    other => vec![Inline::Text(words_of(std::slice::from_ref(other)))],
                })
                .collect();
            let label = line_of(&inlines);
            if !label.is_empty() && !said.contains(&label) {
                said.push(label);
            }
        }
        said.join(" ")
    };
    (0..width).map(label).collect()
}

/// Takes a label out of the cells of a column in each of which it is repeated.
fn unlabel(column: usize, label: &mut String, rows: &[&Row<'_>], cells: &mut [DraftRow]) {
    let parted = |row: &&Row<'_>| match row.blocks(column) {
        [Block::Paragraph(inlines), ..] => at_colon(inlines),
        _ => None,
    };
    let mut repeated: Option<String> = None;
    for row in rows.iter().filter(|row| !row.word(column).is_empty()) {
        let Some((said, _)) = parted(row) else {
            return;
        };
        if repeated
            .as_ref()
            .is_some_and(|it| folded(it) != folded(&said))
        {
            return;
        }
        repeated = Some(said);
    }
    let Some(repeated) = repeated else {
        return;
    };
    let is_label = if label.is_empty() {
        vocabulary::role(&repeated).is_some() && rows.len() > 1
    } else {
        folded(label) == folded(&repeated)
    };
    if !is_label {
        return;
    }
    if label.is_empty() {
        *label = repeated;
    }
    for (row, cells) in rows.iter().zip(cells) {
        if let Some((_, value)) = parted(row)
            && let Some(DraftCell::Text(text)) = cells.cells.get_mut(column)
        {
            let below = row.blocks(column).get(1..).unwrap_or_default();
            let mut blocks = vec![Block::Paragraph(value)];
            blocks.extend(below.iter().cloned());
            *text = as_typed(&blocks);
        }
    }
}

/// Where of two columns one says the cookie's name, the other says that of a service.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Named {
    Once,
    /// « Cookie name » beside « Name ».
    Wholly,
    /// « Cookie » beside « Name »: what is in them tells.
    Either,
}

impl Named {
    fn by(labels: &[String]) -> Self {
        let has = |cookie: bool, name: bool| {
            labels.iter().any(|label| {
                vocabulary::role(label) == Some(Role::Name)
                    && vocabulary::speaks_of_cookies(label) == cookie
                    && vocabulary::says_name(label) == name
            })
        };
        match (has(true, true), has(true, false), has(false, true)) {
            (true, _, _) => Self::Wholly,
            (false, true, true) => Self::Either,
            _ => Self::Once,
        }
    }

    fn is_service(self, label: &str, cells: &[&str]) -> bool {
        match self {
            Self::Once => false,
            Self::Wholly => !vocabulary::speaks_of_cookies(label),
            Self::Either => vocabulary::speaks_of_cookies(label) && !most(cells, looks_like_names),
        }
    }
}

/// The columns of labels, with what they say: of a header, or found in each cell.
fn columns(labels: Vec<String>, rows: &[&Row<'_>], has_header: bool) -> (Vec<DraftColumn>, Roles) {
    let mut how = Roles::Labelled;
    let has_labels = labels.iter().any(|label| !label.is_empty());
    let has_all = labels.iter().all(|label| !label.is_empty());
    let is_labelled = has_header && has_labels || has_all;
    let named = Named::by(&labels);
    let mut columns: Vec<DraftColumn> = Vec::new();
    for (column, label) in labels.into_iter().enumerate() {
        let cells: Vec<&str> = rows
            .iter()
            .map(|row| row.word(column))
            .filter(|word| !word.is_empty())
            .collect();
        let taken = |role: Role| columns.iter().any(|it| it.role == role);
        let role = match vocabulary::role(&label) {
            // « Cookies used » beside « Cookies » tells whose they are.
            Some(Role::Name) if taken(Role::Name) && most(&cells, says_party) => Some(Role::Party),
            Some(Role::Name) if named.is_service(&label, &cells) => Some(Role::Service),
            known @ Some(_) => known,
            None if is_labelled && !label.is_empty() => by_content(&cells)
                .filter(|role| matches!(role, Role::Party | Role::Domain) && !taken(*role)),
            None => by_content(&cells).filter(|role| !taken(*role) || *role == Role::Other),
        };
        let is_told = label.is_empty() || vocabulary::is_kind(&label);
        if role.is_none() && is_labelled && !is_told {
            how = Roles::Unknown;
        }
        columns.push(DraftColumn {
            label,
            role: role.unwrap_or(Role::Other),
        });
    }
    if !is_labelled {
        how = Roles::Guessed;
        tell_purpose(&mut columns);
    }
    (columns, how)
}

/// Where names are told and one column is left, it says what they are for.
fn tell_purpose(columns: &mut [DraftColumn]) {
    let has = |role: Role| columns.iter().any(|it| it.role == role);
    if !has(Role::Name) || has(Role::Purpose) {
        return;
    }
    let mut left = columns.iter_mut().filter(|it| it.role == Role::Other);
    if let (Some(column), None) = (left.next(), left.next()) {
        column.role = Role::Purpose;
    }
}

/// What the cells of a column say, by what they look like.
fn by_content(cells: &[&str]) -> Option<Role> {
    if cells.is_empty() {
        return None;
    }
    let is_link = |it: &str| it.starts_with("http://") || it.starts_with("https://");
    if most(cells, says_party) {
        Some(Role::Party)
    } else if most(cells, |it| {
        !is_sentence(it) && (vocabulary::looks_like_duration(it) || vocabulary::says_until(it))
    }) {
        Some(Role::Duration)
    } else if most(cells, is_link) {
        Some(Role::Link)
    } else if most(cells, looks_like_host) {
        Some(Role::Domain)
    } else if most(cells, known::is_provider) {
        Some(Role::Provider)
    } else if most(cells, |it| it.len() > 40) {
        Some(Role::Purpose)
    } else if most(cells, looks_like_names) {
        Some(Role::Name)
    } else if most(cells, |it| it.split(' ').count() > 3) {
        Some(Role::Purpose)
    } else {
        None
    }
}

/// Whether the cells of a column can say what a role is.
pub fn can_say(role: Role, cells: &[&str]) -> bool {
    match role {
        _ if cells.is_empty() => true,
        Role::Name => most(cells, looks_like_names),
        Role::Duration => most(cells, vocabulary::looks_like_duration),
        _ => true,
    }
}

fn is_sentence(cell: &str) -> bool {
    cell.ends_with('.') || cell.contains(". ")
}

fn most(cells: &[&str], is_so: impl Fn(&str) -> bool) -> bool {
    let count = cells.iter().filter(|cell| is_so(cell)).count();
    !cells.is_empty() && count * 3 >= cells.len() * 2
}

fn says_party(cell: &str) -> bool {
    const PARTIES: &[&str] = &[
        "first party",
        "third party",
        "1st party",
        "3rd party",
        "first",
        "third",
        "tiers",
        "tierce partie",
        "premiere partie",
        "interne",
        "propre",
        "propia",
        "propio",
        "terceros",
        "de terceros",
        "erstanbieter",
        "drittanbieter",
        "prima parte",
        "terza parte",
        "terze parti",
        "own",
        "eigene",
        "propies",
        "tercers",
    ];
    PARTIES.contains(&folded(cell).as_str())
}

fn looks_like_host(cell: &str) -> bool {
    let mut hosts = cell
        .split([',', ' ', '\n'])
        .map(str::trim)
        .filter(|it| !it.is_empty())
        .peekable();
    hosts.peek().is_some()
        && hosts.all(|host| {
            let host = host.trim_start_matches('.').trim_end_matches('/');
            let end = host.rsplit('.').next().unwrap_or_default();
            host.contains('.')
                && (2..=10).contains(&end.len())
                && end.bytes().all(|it| it.is_ascii_lowercase())
                && host
                    .chars()
                    .all(|c| c.is_ascii_alphanumeric() || "-.*/".contains(c))
        })
}

/// Whether a text can be the name of a cookie, or a pattern of names.
pub fn looks_like_name(text: &str) -> bool {
    !text.is_empty()
        && text.len() <= 90
        && !text.contains(char::is_whitespace)
        && text.chars().any(char::is_alphanumeric)
        && !text.ends_with([':', '?', '!', '.'])
}

/// Whether a text can be the name of a cookie, or several.
pub fn looks_like_names(text: &str) -> bool {
    let stop =
        |word: &str| ["et", "and", "ou", "or", "y", "und", "e.g.", "x2", "/", "&"].contains(&word);
    let mut words = text
        .split([',', ';', ' ', '\n', '\t'])
        .filter(|word| !word.is_empty() && !stop(word))
        .peekable();
    words.peek().is_some()
        && words.clone().count() <= 12
        && words.all(|word| looks_like_name(word) && !word.starts_with(|c: char| "«\"".contains(c)))
        && (!text.contains(' ') || text.contains(['_', '*', ',', ';', '-', '[']))
}
