//! The lines of a review: parts of the page, what they are, and what the charter has beside them.

use std::collections::HashMap;
use std::ops::Range;

use super::{Spot, Spots, Subject};
use crate::import::draft::{DraftCell, DraftRow, DraftSection};
use crate::import::matching::{PagePart, Proposal};
use crate::import::page::{Content, Page};
use crate::import::structure::{Kind, words_of_part};
use crate::import::{Draft, NoteKind};

/// A line of a review.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// The line of the source; nothing where the source does not say it.
    pub line: Option<usize>,
    pub source: String,
    pub what: What,
    pub beside: Beside,
}

/// What a line is.
#[derive(Debug, Clone, PartialEq)]
pub enum What {
    /// A part of the page.
    Part {
        part: usize,
        kind: Kind,
        /// What the program takes it for.
        told: Kind,
        is_grid: bool,
    },
    /// Something within a part, which the program told apart.
    Within,
    /// A table, and the parts of the page that it takes.
    Table {
        parts: Range<usize>,
        spot: Spot,
        section: usize,
        is_grid: bool,
    },
    Column {
        spot: Spot,
        section: usize,
        column: usize,
    },
    Row {
        section: usize,
        row: usize,
    },
    /// Only the charter says it.
    Charter,
}

/// What a line is matched with.
#[derive(Debug, Clone, PartialEq)]
pub enum Beside {
    /// Nothing: it is set apart.
    Nothing,
    /// It goes on with what a line above began: the part of the proposal that this was, if any.
    Goes {
        part: Option<usize>,
        said: String,
        charter: String,
    },
    /// A part of the proposal, by its number: what the page says of it, and what the charter does.
    Part {
        subject: Subject,
        part: usize,
        said: String,
        charter: String,
    },
}

/// Something to look at, and the number of the line where it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoteAt {
    pub kind: NoteKind,
    pub line: usize,
    pub text: String,
    pub at: usize,
}

/// The lines of a page, and between them what only the charter says.
pub fn lines(page: &Page, draft: &Draft, proposal: &Proposal, told: &[Kind]) -> Vec<Line> {
    let mut maker = Maker::new(page, draft, proposal, told);
    maker.title();
    let mut at = 0;
    while at < page.parts.len() {
        at = maker.part(at);
    }
    maker.turn(None);
    maker.rest();
    maker.lines
}

/// What a draft wants looked at.
pub fn notes(draft: &Draft, lines: &[Line]) -> Vec<NoteAt> {
    let by_line: Vec<(usize, usize)> = lines
        .iter()
        .enumerate()
        .filter_map(|(at, line)| Some((line.line?, at)))
        .collect();
    let place = |wanted: usize| {
        // Tables that were put together may stand out of the order of the lines.
        let exact = by_line.iter().find(|(line, _)| *line == wanted);
        let near = || by_line.iter().rev().find(|(line, _)| *line < wanted);
        exact.or_else(near).map_or(0, |(_, at)| *at)
    };
    let note = |note: &crate::import::Note| NoteAt {
        kind: note.kind,
        line: note.line,
        text: note.text.clone(),
        at: place(note.line),
    };
    draft.notes.iter().take(MOST_NOTES).map(note).collect()
}

/// How many notes are shown: nobody looks at more.
const MOST_NOTES: usize = 500;

struct Maker<'a> {
    page: &'a Page,
    draft: &'a Draft,
    proposal: &'a Proposal,
    told: &'a [Kind],
    spots: Spots,
    /// The sections that begin with a part, and those whose tables do.
    sections: HashMap<usize, Vec<usize>>,
    tables: HashMap<usize, Vec<usize>>,
    matches: HashMap<PagePart, usize>,
    /// What only the charter says, by the part of the page after which it comes.
    after: HashMap<Option<PagePart>, Vec<usize>>,
    /// Which parts of the proposal have their lines.
    done: Vec<bool>,
    now: Option<PagePart>,
    /// The text that the lines of a section go on with: its paragraphs that are still to come.
    text: Text,
    lines: Vec<Line>,
}

/// What stands beside the lines of the text of a section.
#[derive(Default)]
struct Text {
    part: Option<usize>,
    /// What the page says and what the charter does, for each line that is to come.
    pairs: std::vec::IntoIter<(String, String)>,
}

impl<'a> Maker<'a> {
    fn new(page: &'a Page, draft: &'a Draft, proposal: &'a Proposal, told: &'a [Kind]) -> Self {
        let mut sections: HashMap<usize, Vec<usize>> = HashMap::new();
        let mut tables: HashMap<usize, Vec<usize>> = HashMap::new();
        for (at, section) in draft.sections.iter().enumerate() {
            sections.entry(section.part).or_default().push(at);
            if let Some(table) = &section.table {
                tables.entry(table.part).or_default().push(at);
            }
        }
        let mut matches = HashMap::new();
        let mut after: HashMap<Option<PagePart>, Vec<usize>> = HashMap::new();
        let mut last = None;
        for (at, part) in proposal.parts.iter().enumerate() {
            match part.page {
                Some(page) => {
                    matches.insert(page, at);
                    last = Some(page);
                }
                None => after.entry(last).or_default().push(at),
            }
        }
        Self {
            page,
            draft,
            proposal,
            told,
            spots: Spots::of(draft),
            sections,
            tables,
            matches,
            after,
            done: vec![false; proposal.parts.len()],
            now: None,
            text: Text::default(),
            lines: Vec::new(),
        }
    }

    fn kind(&self, part: usize) -> Kind {
        self.draft.kinds.get(part).copied().unwrap_or(Kind::Text)
    }

    /// Goes on to another part of the page: what only the charter says after the last one comes
    /// first.
    fn turn(&mut self, next: Option<PagePart>) {
        if let Some(only) = self.after.remove(&self.now) {
            self.charter_lines(&only);
        }
        self.now = next;
    }

    /// What only the charter says, and comes after no line.
    fn rest(&mut self) {
        let all: Vec<usize> = (0..self.proposal.parts.len()).collect();
        self.charter_lines(&all);
    }

    fn charter_lines(&mut self, parts: &[usize]) {
        for at in parts {
            let Some(part) = self.proposal.parts.get(*at) else {
                continue;
            };
            let (Some(element), None) = (&part.element, part.page) else {
                continue;
            };
            if self.done.get(*at) == Some(&true) {
                continue;
            }
            if let Some(done) = self.done.get_mut(*at) {
                *done = true;
            }
            self.lines.push(Line {
                line: None,
                source: String::new(),
                what: What::Charter,
                beside: Beside::Part {
                    subject: Subject::Charter(element.clone()),
                    part: *at,
                    said: String::new(),
                    charter: joined(&part.charter),
                },
            });
        }
    }

    /// The title, where no part of the page is it.
    fn title(&mut self) {
        self.turn(None);
        let stands = self.draft.kinds.contains(&Kind::Title);
        if !stands {
            self.turn(Some(PagePart::Title));
            let beside = self.beside(PagePart::Title, Subject::Title, ..);
            self.lines.push(Line {
                line: None,
                source: self.draft.title.clone(),
                what: What::Within,
                beside,
            });
        }
    }

    /// The lines of a part of the page; tells with which part to go on.
    fn part(&mut self, at: usize) -> usize {
        let Some(part) = self.page.parts.get(at) else {
            return at + 1;
        };
        let kind = self.kind(at);
        let sections = self.sections.remove(&at).unwrap_or_default();
        let tables = self.tables.remove(&at).unwrap_or_default();
        let words = words_of_part(&part.content);
        let is_grid = matches!(part.content, Content::Grid(_));
        let what = What::Part {
            part: at,
            kind,
            told: self.told.get(at).copied().unwrap_or(kind),
            is_grid,
        };
        if kind == Kind::Title {
            self.turn(Some(PagePart::Title));
            let beside = self.beside(PagePart::Title, Subject::Title, ..);
            self.push(part.line, words.clone(), what.clone(), beside);
        }
        let mut is_shown = kind == Kind::Title || !tables.is_empty();
        for section in sections {
            let Some(drafted) = self.draft.sections.get(section) else {
                continue;
            };
            let begins_with_table =
                drafted.heading.is_empty() && drafted.body.is_empty() && drafted.table.is_some();
            if begins_with_table {
                continue;
            }
            let (source, what) = if is_shown {
                (heading_of(drafted), What::Within)
            } else {
                (words.clone(), what.clone())
            };
            is_shown = true;
            self.section(section, drafted, source, what);
        }
        let mut next = at + 1;
        for (number, section) in tables.iter().enumerate() {
            let parts = if number == 0 {
                self.parts_of_table(at)
            } else {
                at..at + 1
            };
            next = next.max(parts.end);
            self.table(*section, parts, is_grid);
        }
        if !is_shown && !words.trim().is_empty() {
            let beside = match kind {
                Kind::SetApart => Beside::Nothing,
                _ => self.text.next(),
            };
            self.push(part.line, words, what, beside);
        }
        next
    }

    /// The parts that a table was put together from.
    fn parts_of_table(&self, at: usize) -> Range<usize> {
        let begins =
            |part: &usize| self.sections.contains_key(part) || self.tables.contains_key(part);
        let is_more = |part: &usize| self.kind(*part) == Kind::Table && !begins(part);
        let more = (at + 1..self.page.parts.len()).take_while(is_more);
        at..at + 1 + more.count()
    }

    fn push(&mut self, line: usize, source: String, what: What, beside: Beside) {
        self.lines.push(Line {
            line: Some(line),
            source,
            what,
            beside,
        });
    }

    fn section(&mut self, at: usize, section: &DraftSection, source: String, what: What) {
        let page = PagePart::Section(at);
        self.turn(Some(page));
        self.text = Text::default();
        let Some(spot) = self.spots.sections.get(at).copied() else {
            return;
        };
        let subject = Subject::Section(spot);
        let beside = if section.heading.is_empty() {
            self.beside(page, subject, 1..)
        } else {
            self.text = self.text_of(at, section);
            self.beside(page, subject, ..1)
        };
        self.push(section.line, source, what, beside);
    }

    /// What stands below the heading of a section.
    fn text_of(&self, at: usize, section: &DraftSection) -> Text {
        let part = self.matches.get(&PagePart::Section(at)).copied();
        let matched = part.and_then(|at| self.proposal.parts.get(at));
        let charter = matched.and_then(|part| part.charter.get(1)).cloned();
        let charter = charter.unwrap_or_default();
        let next = self.draft.sections.get(at + 1).map(|next| next.part);
        let table = section.table.as_ref().map(|table| table.part);
        let end = table.or(next).unwrap_or(self.page.parts.len());
        let lines = (section.part + 1..end).filter(|part| {
            let is_text = self.kind(*part) == Kind::Text;
            let content = self.page.parts.get(*part).map(|part| &part.content);
            is_text && content.is_some_and(|it| !words_of_part(it).trim().is_empty())
        });
        let lines = lines.count();
        let paragraphs = |text: &str| text.split("\n\n").map(str::to_owned).collect::<Vec<_>>();
        let (of_page, of_charter) = (paragraphs(&section.body), paragraphs(&charter));
        // Line by line where both have as many, and else all beside the first.
        let pairs = if of_page.len() == lines && of_charter.len() == lines {
            of_page.into_iter().zip(of_charter).collect()
        } else {
            vec![(section.body.clone(), charter)]
        };
        Text {
            part,
            pairs: pairs.into_iter(),
        }
    }

    fn table(&mut self, at: usize, parts: Range<usize>, is_grid: bool) {
        let section = self.draft.sections.get(at);
        let Some((section, table)) = section.and_then(|it| Some((it, it.table.as_ref()?))) else {
            return;
        };
        let Some(spot) = self.spots.tables.get(at).copied().flatten() else {
            return;
        };
        let begins_with_table = section.heading.is_empty() && section.body.is_empty();
        let beside = match self.spots.sections.get(at).copied() {
            Some(spot) if begins_with_table => {
                self.turn(Some(PagePart::Section(at)));
                self.beside(PagePart::Section(at), Subject::Section(spot), 1..)
            }
            _ => goes_without(),
        };
        let labels: Vec<String> = table.columns.iter().map(|it| it.label.clone()).collect();
        let what = What::Table {
            parts,
            spot,
            section: at,
            is_grid,
        };
        self.push(table.line, joined(&labels), what, beside);
        for (column, drafted) in table.columns.iter().enumerate() {
            let page = PagePart::Column {
                section: at,
                column,
            };
            self.turn(Some(page));
            let what = What::Column {
                spot,
                section: at,
                column,
            };
            let beside = self.beside(page, Subject::Column(spot, column), ..);
            self.push(table.line, drafted.label.clone(), what, beside);
        }
        for (row, drafted) in table.rows.iter().enumerate() {
            let page = PagePart::Row { section: at, row };
            self.turn(Some(page));
            let what = What::Row { section: at, row };
            let beside = self.beside(page, Subject::Row(spot, row), ..);
            self.push(drafted.line, cells(drafted), what, beside);
        }
        self.text = Text::default();
    }

    /// What a part of the page is matched with: these of its texts.
    fn beside(
        &mut self,
        page: PagePart,
        subject: Subject,
        texts: impl std::ops::RangeBounds<usize> + Clone,
    ) -> Beside {
        let Some(at) = self.matches.get(&page).copied() else {
            return goes_without();
        };
        let part = self.proposal.parts.get(at);
        let of = |all: &[String]| {
            let chosen = all.iter().enumerate();
            let chosen = chosen.filter(|(number, _)| texts.contains(number));
            joined(&chosen.map(|(_, text)| text.clone()).collect::<Vec<_>>())
        };
        Beside::Part {
            subject,
            part: at,
            said: part.map(|part| of(&part.said)).unwrap_or_default(),
            charter: part.map(|part| of(&part.charter)).unwrap_or_default(),
        }
    }
}

impl Text {
    /// What stands beside the next line of the text.
    fn next(&mut self) -> Beside {
        let (said, charter) = self.pairs.next().unwrap_or_default();
        Beside::Goes {
            part: self.part,
            said,
            charter,
        }
    }
}

/// What goes on with nothing that could be shown.
fn goes_without() -> Beside {
    Beside::Goes {
        part: None,
        said: String::new(),
        charter: String::new(),
    }
}

fn heading_of(section: &DraftSection) -> String {
    if section.heading.is_empty() {
        section.body.clone()
    } else {
        section.heading.clone()
    }
}

fn cells(row: &DraftRow) -> String {
    let said = row.cells.iter().map(|cell| match cell {
        DraftCell::Text(text) => text.clone(),
        DraftCell::Above | DraftCell::Absent => String::new(),
    });
    joined(&said.collect::<Vec<_>>())
}

/// Texts beside each other, as one line shows them.
fn joined(texts: &[String]) -> String {
    texts.join(" · ")
}
