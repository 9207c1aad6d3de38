//! Items as the title, sections and tables of a charter.

use std::collections::HashMap;

use super::around;
use super::gather::{self, Item, Table, What};
use super::headings::{self, Next, Rank, Standing, Style};
use super::tables::{self, Roles, Told};
use super::words::{body_of, line_of, unstressed};
use super::{Kind, set_apart, vocabulary};
use super::{title, turned};
use crate::document::{Block, Inline, plain};
use crate::import::draft::{DraftCell, DraftSection, DraftTable, Note, NoteKind, SetApart};
use crate::import::page::{Author, Page};
use crate::model::Role;

/// What a page comes to.
#[derive(Debug, Default)]
pub struct Outline {
    pub title: String,
    pub title_words: String,
    pub sections: Vec<DraftSection>,
    pub set_apart: Vec<SetApart>,
    /// The plain words of headings.
    pub headings: Vec<String>,
    /// The plain words of headings and of texts, with their lines.
    pub lines: Vec<(usize, String)>,
}

impl Outline {
    /// Its plain words.
    pub fn words(&self) -> String {
        let mut words = self.title_words.clone();
        for (_, line) in &self.lines {
            words.push('\n');
            words.push_str(line);
        }
        words
    }
}

/// Lays out items.
pub fn outline(
    page: &Page,
    mut items: Vec<Item>,
    kinds: &mut [Kind],
    notes: &mut Vec<Note>,
) -> Outline {
    let mut outline = Outline::default();
    let title = title::take(page, &mut items, kinds, notes, &mut outline);
    if around::is_unmarked(page) {
        around::set_end_apart(&mut items, kinds);
    }
    if page.author == Author::Anyone {
        tell_headings(&mut items, notes);
    }
    let mut levels = heading_levels(&items, title).into_iter();
    let mut writer = Writer {
        author: page.author,
        outline,
        texts: Vec::new(),
        captions: None,
        notes,
    };
    for item in items {
        let at = At {
            part: item.part,
            line: item.line,
        };
        match item.what {
            What::Heading(_, inlines) | What::Title(inlines) => {
                let level = levels.next().unwrap_or(1);
                if let Some(kind) = kinds.get_mut(item.part) {
                    *kind = Kind::Heading(level);
                }
                writer.heading(at, level, &inlines);
            }
            What::Text(blocks) => writer.text(at, blocks),
            What::Table(table) => writer.table(at, &table),
            What::Apart(text) => {
                if !text.trim().is_empty() {
                    writer.outline.set_apart.push(set_apart(item.line, text));
                }
            }
        }
    }
    writer.finished()
}

/// Makes headings of the lines that look like them.
fn tell_headings(items: &mut [Item], notes: &mut Vec<Note>) {
    let is_marked = items
        .iter()
        .any(|item| matches!(item.what, What::Heading(Rank::Marked(_), _)));
    let mut told: Vec<Option<Style>> = (0..items.len())
        .map(|at| told(items, at, is_marked))
        .collect();
    tell_last(items, &mut told);
    if !is_marked {
        tell_topics(items, &mut told);
        untell_contents(items, &mut told);
    }
    for (item, style) in items.iter_mut().zip(told) {
        let Some(style) = style else {
            continue;
        };
        if let What::Text(blocks) = &mut item.what
            && let Some(Block::Paragraph(inlines)) = blocks.pop()
        {
            notes.push(Note {
                line: item.line,
                kind: NoteKind::HeadingGuessed,
                text: String::new(),
            });
            item.what = What::Heading(Rank::Told(style), inlines);
        }
    }
}

/// A line with which a page stops is a heading where it has a number as headings above it have.
fn tell_last(items: &[Item], told: &mut [Option<Style>]) {
    let Some(What::Text(blocks)) = items.last().map(|item| &item.what) else {
        return;
    };
    if let [Block::Paragraph(inlines)] = blocks.as_slice()
        && let words = plain(inlines)
        && words.chars().count() < 80
        && !words.trim_end().ends_with(['.', ';', ':'])
        && let Some(style @ (Style::Number(_) | Style::Article)) = headings::number(words.trim())
        && told.contains(&Some(style))
        && let Some(last) = told.last_mut()
    {
        *last = Some(style);
    }
}

/// A short line about cookies right above the heading of a kind of them is a heading too: « The
/// cookies that we use ».
fn tell_topics(items: &[Item], told: &mut [Option<Style>]) {
    let words = |item: &Item| gather::words(&item.what);
    let shown = items.iter().enumerate();
    let mut shown = shown.filter(|(_, item)| !matches!(item.what, What::Apart(_)));
    let Some(mut above) = shown.next() else {
        return;
    };
    for below in shown {
        let ((at, item), (next, kind)) = (above, below);
        above = below;
        let is_text = !item.is_decided
            && matches!(&item.what, What::Text(blocks) if matches!(blocks.as_slice(), [Block::Paragraph(_)]));
        let is_above_kind = told.get(next).is_some_and(Option::is_some)
            && vocabulary::category(&words(kind)).is_some();
        if let Some(told) = told.get_mut(at)
            && told.is_none()
            && is_text
            && is_above_kind
            && headings::is_topic(&words(item))
        {
            *told = Some(Style::Plain);
        }
    }
}

/// The table of contents of a page names headings that come again below, and is none of them.
fn untell_contents(items: &[Item], told: &mut [Option<Style>]) {
    let words = |at: usize| {
        let words = items.get(at).map(|item| gather::words(&item.what));
        vocabulary::folded(&words.unwrap_or_default())
    };
    let headings = told.iter().enumerate().filter(|(_, told)| told.is_some());
    let headings: Vec<(usize, String)> = headings.map(|(at, _)| (at, words(at))).collect();
    let last: HashMap<&str, usize> = headings
        .iter()
        .map(|(at, words)| (words.as_str(), *at))
        .collect();
    let mut named = headings
        .iter()
        .filter(|(at, words)| last.get(words.as_str()).is_some_and(|last| last > at));
    let contents: Vec<usize> = named.by_ref().map(|(at, _)| *at).collect();
    // Two or more right below each other.
    let is_beside = |at: usize| {
        contents.contains(&(at + 1)) || at.checked_sub(1).is_some_and(|it| contents.contains(&it))
    };
    for at in contents.iter().filter(|at| is_beside(**at)) {
        if let Some(told) = told.get_mut(*at) {
            *told = None;
        }
    }
}

/// What the item at a place looks like to be a heading, if it does.
fn told(items: &[Item], at: usize, is_marked: bool) -> Option<Style> {
    let block = |item: &Item| match &item.what {
        What::Text(blocks) => match blocks.as_slice() {
            [block] => Some(block.clone()),
            _ => None,
        },
        _ => None,
    };
    let item = items.get(at).filter(|item| !item.is_decided)?;
    let line = block(item)?;
    let mut below = items.get(at + 1..)?.iter();
    let next = below.find(|item| !matches!(item.what, What::Apart(_)))?;
    let after = match &next.what {
        What::Text(blocks) => Next::Block(blocks.first()?),
        What::Table(_) => Next::Table,
        _ => Next::Heading,
    };
    if is_marked {
        let Block::Paragraph(inlines) = &line else {
            return None;
        };
        return headings::is_strong_heading(inlines, &after).then_some(Style::Plain);
    }
    let before = at.checked_sub(1).and_then(|at| block(items.get(at)?));
    headings::style(&line, before.as_ref(), &after)
}

/// The levels of the headings among items.
fn heading_levels(items: &[Item], title: title::Level) -> Vec<u8> {
    let mut words_of: Vec<(Rank, String, bool)> = Vec::new();
    let mut after_heading = false;
    for item in items {
        match &item.what {
            What::Heading(rank, inlines) => {
                words_of.push((rank.clone(), plain(inlines), after_heading));
                after_heading = true;
            }
            What::Title(inlines) => {
                words_of.push((Rank::Decided(1), plain(inlines), after_heading));
                after_heading = true;
            }
            What::Apart(_) => {}
            What::Text(_) | What::Table(_) => after_heading = false,
        }
    }
    let standing: Vec<Standing<'_>> = words_of
        .iter()
        .map(|(rank, words, follows_heading)| Standing {
            rank: rank.clone(),
            words,
            follows_heading: *follows_heading,
        })
        .collect();
    headings::levels(&standing, title)
}

/// Where something stands on a page.
#[derive(Debug, Clone, Copy)]
struct At {
    part: usize,
    line: usize,
}

/// Writes sections, one item after the other.
struct Writer<'n> {
    author: Author,
    outline: Outline,
    /// The blocks of the section being written.
    texts: Vec<Block>,
    /// How deep captions stand below the last heading: tables that follow each other stand side
    /// by side.
    captions: Option<u8>,
    notes: &'n mut Vec<Note>,
}

impl Writer<'_> {
    fn heading(&mut self, at: At, level: u8, inlines: &[Inline]) {
        self.end_text();
        let inlines = match self.author {
            Author::Anyone => unstressed(inlines),
            Author::Chartrier => inlines.to_vec(),
        };
        let words = plain(&inlines);
        self.captions = None;
        self.outline.lines.push((at.line, words.clone()));
        self.outline.headings.push(words);
        self.begin(at, level, line_of(&inlines));
    }

    fn begin(&mut self, at: At, level: u8, heading: String) {
        self.outline.sections.push(DraftSection {
            part: at.part,
            line: at.line,
            level,
            heading,
            body: String::new(),
            table: None,
        });
    }

    /// Makes sure that there is a section to write into: text below a table begins one without a
    /// heading.
    fn ensure(&mut self, at: At) {
        let level = match self.outline.sections.last() {
            Some(section) if section.table.is_none() => return,
            Some(section) => section.level,
            None => 1,
        };
        self.begin(at, level, String::new());
    }

    fn text(&mut self, at: At, blocks: Vec<Block>) {
        if self
            .outline
            .sections
            .last()
            .is_none_or(|it| it.table.is_some())
        {
            self.end_text();
        }
        self.ensure(at);
        for block in &blocks {
            match block {
                Block::Paragraph(inlines) => self.outline.lines.push((at.line, plain(inlines))),
                other => {
                    let words = super::words::words_of(std::slice::from_ref(other));
                    self.outline.lines.push((at.line, words));
                }
            }
        }
        self.texts.extend(blocks);
    }

    fn table(&mut self, at: At, Table { grid, opener }: &Table) {
        let upright = match self.author {
            Author::Anyone => turned::upright(grid),
            Author::Chartrier => None,
        };
        if upright.is_some() {
            self.notes.push(Note {
                line: at.line,
                kind: NoteKind::TableProposed,
                text: String::new(),
            });
        }
        let grid = upright.as_ref().unwrap_or(grid);
        let told = match grid.width() {
            0 | 1 if self.author == Author::Anyone => Vec::new(),
            _ => tables::tables(grid, *opener, self.author),
        };
        if told.is_empty() {
            let blocks = text_of(grid);
            if !blocks.is_empty() {
                self.text(at, blocks);
            }
            return;
        }
        let below_last = self.outline.sections.last().map_or(1, |section| {
            section.level + u8::from(!section.heading.is_empty())
        });
        let mut level = self.captions.unwrap_or(below_last);
        for Told {
            above: title,
            caption,
            mut table,
            roles,
        } in told
        {
            self.note_roles(at.line, &table, roles);
            if roles == Roles::Guessed {
                self.roles_of_above(&mut table);
            }
            let above = self.texts.clone();
            if !title.is_empty() || !caption.is_empty() {
                self.captions = self.captions.or(Some(level));
            }
            if !title.is_empty() {
                self.caption(at, level, &line_of(&title), &title);
                level += 1;
            }
            let heading = line_of(&caption);
            if !heading.is_empty() {
                self.caption(at, level, &heading, &caption);
            }
            self.ensure(at);
            table.part = at.part;
            table.category = self.category(&caption, &above, &table);
            self.end_text();
            if let Some(section) = self.outline.sections.last_mut() {
                section.table = Some(table);
            }
        }
    }

    /// What stands over all columns of a table is the heading of the section that has it, unless
    /// that says so already.
    fn caption(&mut self, at: At, level: u8, heading: &str, inlines: &[Inline]) {
        let last = self.outline.sections.last();
        if last.is_some_and(|it| it.heading == heading && it.table.is_none()) {
            return;
        }
        self.end_text();
        self.outline.lines.push((at.line, plain(inlines)));
        self.begin(at, level.min(6), heading.to_owned());
    }

    /// A table without labels, as wide as the one above: it goes on with what that says, where
    /// what stands in it can say so.
    fn roles_of_above(&self, table: &mut DraftTable) {
        let mut above = self.outline.sections.iter().rev();
        let Some(above) = above.find_map(|section| section.table.as_ref()) else {
            return;
        };
        let cells = |column: usize| -> Vec<&str> {
            let cells = table.rows.iter().filter_map(|row| row.cells.get(column));
            cells.filter_map(DraftCell::text).collect()
        };
        let can_go_on = above.columns.len() == table.columns.len()
            && above
                .columns
                .iter()
                .enumerate()
                .all(|(at, column)| tables::can_say(column.role, &cells(at)));
        if can_go_on {
            for (column, above) in table.columns.iter_mut().zip(&above.columns) {
                column.role = above.role;
            }
        }
    }

    fn note_roles(&mut self, line: usize, table: &DraftTable, roles: Roles) {
        let kind = match roles {
            Roles::Labelled => return,
            Roles::Guessed => NoteKind::RolesGuessed,
            Roles::Unknown => NoteKind::UnknownColumn,
        };
        self.notes.push(Note {
            line: line.min(table.line),
            kind,
            text: String::new(),
        });
    }

    /// The category of a table, by what stands nearest: its caption, the words right above it, its
    /// heading and those above that.
    fn category(
        &self,
        caption: &[Inline],
        above: &[Block],
        table: &DraftTable,
    ) -> Option<crate::model::Category> {
        // A table about kinds of cookies has no kind.
        if table
            .columns
            .first()
            .is_some_and(|it| it.role == Role::Other && vocabulary::is_kind(&it.label))
        {
            return None;
        }
        let named = vocabulary::category(&plain(caption));
        if named.is_some() {
            return named;
        }
        let near = above.iter().rev().take(3).find_map(opening_category);
        if near.is_some() {
            return near;
        }
        // Right below another table, it is of the same kind.
        if let [.., before, section] = self.outline.sections.as_slice()
            && let Some(other) = &before.table
            && section.heading.is_empty()
            && above.is_empty()
            && other.columns == table.columns
        {
            return other.category.clone();
        }
        let mut level = u8::MAX;
        self.outline.sections.iter().rev().find_map(|section| {
            if section.heading.is_empty() || section.level >= level {
                return None;
            }
            level = section.level;
            vocabulary::category(&section.heading)
        })
    }

    fn end_text(&mut self) {
        let blocks = std::mem::take(&mut self.texts);
        if let Some(section) = self.outline.sections.last_mut()
            && !blocks.is_empty()
        {
            section.body = body_of(&blocks);
        }
    }

    fn finished(mut self) -> Outline {
        self.end_text();
        self.outline
    }
}

/// The category that a paragraph names as it opens.
fn opening_category(block: &Block) -> Option<crate::model::Category> {
    let Block::Paragraph(inlines) = block else {
        return None;
    };
    let words = plain(inlines);
    let end = words
        .find(['.', ':', '(', '\n'])
        .unwrap_or(words.len())
        .min(
            words
                .char_indices()
                .nth(120)
                .map_or(words.len(), |(at, _)| at),
        );
    let opening = words.get(..end)?;
    let is_about = vocabulary::speaks_of_cookies(opening);
    is_about.then(|| vocabulary::category(opening)).flatten()
}

/// A grid that is no table, as text.
fn text_of(grid: &crate::import::page::Grid) -> Vec<Block> {
    use crate::import::page::GridCell;
    let mut blocks = Vec::new();
    if !grid.caption.is_empty() {
        blocks.push(Block::Paragraph(grid.caption.clone()));
    }
    for cell in grid.rows.iter().flat_map(|row| &row.cells) {
        if let GridCell::Content(content) = cell {
            blocks.extend(content.iter().cloned());
        }
    }
    blocks
}
