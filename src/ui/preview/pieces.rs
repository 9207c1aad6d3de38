//! The pieces of the page, one below the other, and how tall each is.
//!
//! Only pieces in sight are laid out. The others keep the height that they had when they were
//! last seen, or an estimate; sums of heights are kept, so that a frame finds what is in sight
//! without walking the page. When the document changes, what stayed the same keeps its height.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

use crate::document::{Block, Document, Inline, Row, Section, Table, plain};
use crate::model::{Element, RowId, SectionId};

/// What is laid out as one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    Title,
    Heading,
    /// A block of the section's body.
    Block(usize),
    /// The labels of the table's columns.
    Header,
    Row(usize),
}

/// A piece of the page.
#[derive(Debug, Clone, Copy)]
pub struct Piece {
    /// The position of its section; of no use to the title.
    pub section: usize,
    pub part: Part,
    pub height: f32,
}

/// Names a piece whatever stands before it.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Key {
    Title,
    Heading(SectionId),
    Block(SectionId, usize),
    Header(SectionId),
    Row(SectionId, RowId),
}

#[derive(Debug, Default)]
pub struct Pieces {
    document: Option<Arc<Document>>,
    width: f32,
    all: Vec<Piece>,
    /// Where each piece starts, and where the last ends.
    tops: Vec<f32>,
    /// The pieces of each section.
    sections: HashMap<SectionId, Range<usize>>,
}

impl Pieces {
    pub fn len(&self) -> usize {
        self.all.len()
    }

    pub fn get(&self, at: usize) -> Option<&Piece> {
        self.all.get(at)
    }

    pub fn top(&self, at: usize) -> f32 {
        self.tops.get(at).copied().unwrap_or_default()
    }

    pub fn height(&self) -> f32 {
        self.tops.last().copied().unwrap_or_default()
    }

    /// The piece that stands at a height.
    pub fn at(&self, y: f32) -> usize {
        let after = self.tops.partition_point(|top| *top <= y);
        after
            .saturating_sub(1)
            .min(self.all.len().saturating_sub(1))
    }

    /// Takes over the heights that pieces have turned out to have.
    pub fn measured(&mut self, heights: impl Iterator<Item = (usize, f32)>) {
        let mut first = None;
        for (at, height) in heights {
            if let Some(piece) = self.all.get_mut(at)
                && (piece.height - height).abs() > 0.01
            {
                piece.height = height;
                first = Some(first.map_or(at, |first: usize| first.min(at)));
            }
        }
        if let Some(first) = first {
            self.sum(first);
        }
    }

    fn sum(&mut self, first: usize) {
        self.tops.truncate(first + 1);
        let mut y = self.tops.last().copied().unwrap_or_default();
        if self.tops.is_empty() {
            self.tops.push(0.0);
        }
        for piece in self.all.iter().skip(first) {
            y += piece.height;
            self.tops.push(y);
        }
    }

    /// Takes over a document and a width; what is as it was keeps its height.
    pub fn sync(&mut self, document: &Arc<Document>, width: f32) {
        if (self.width - width).abs() > 0.5 {
            // What takes one line more in three quarters of the width is near enough.
            let scale = if self.width > 0.0 {
                (self.width / width.max(1.0)).clamp(0.3, 3.0)
            } else {
                1.0
            };
            self.width = width;
            for piece in &mut self.all {
                piece.height *= scale;
            }
            self.sum(0);
        }
        if self
            .document
            .as_ref()
            .is_some_and(|before| Arc::ptr_eq(before, document))
        {
            return;
        }
        let before = std::mem::take(self);
        let old = before.document.as_deref();
        let mut build = Build {
            width,
            all: Vec::with_capacity(before.all.len() + 8),
        };
        build.push(
            0,
            Part::Title,
            before.all.first().map(|piece| piece.height),
            || 48.0,
        );
        for (at, section) in document.sections.iter().enumerate() {
            let start = build.all.len();
            let known = before.sections.get(&section.id).and_then(|range| {
                let pieces = before.all.get(range.clone())?;
                let section: &Section = old?.sections.get(pieces.first()?.section)?;
                Some((section, pieces))
            });
            build.section(at, section, known);
            self.sections
                .insert(section.id.clone(), start..build.all.len());
        }
        self.all = build.all;
        self.width = width;
        self.document = Some(Arc::clone(document));
        self.tops.clear();
        self.sum(0);
    }

    /// The name of a piece.
    pub fn key(&self, at: usize) -> Option<Key> {
        let piece = self.all.get(at)?;
        let section = || self.document.as_ref()?.sections.get(piece.section);
        Some(match piece.part {
            Part::Title => Key::Title,
            Part::Heading => Key::Heading(section()?.id.clone()),
            Part::Block(block) => Key::Block(section()?.id.clone(), block),
            Part::Header => Key::Header(section()?.id.clone()),
            Part::Row(row) => {
                let section = section()?;
                let row = section.table.as_ref()?.rows.get(row)?;
                Key::Row(section.id.clone(), row.id.clone())
            }
        })
    }

    /// The piece of a name.
    pub fn find(&self, key: &Key) -> Option<usize> {
        match key {
            Key::Title => Some(0),
            Key::Heading(section) => self.part(section, |part| part == Part::Heading),
            Key::Block(section, at) => self.part(section, |part| part == Part::Block(*at)),
            Key::Header(section) => self.part(section, |part| part == Part::Header),
            Key::Row(section, row) => self.row(section, row),
        }
    }

    fn part(&self, section: &SectionId, is_it: impl Fn(Part) -> bool) -> Option<usize> {
        let range = self.sections.get(section)?;
        range
            .clone()
            .find(|at| self.get(*at).is_some_and(|piece| is_it(piece.part)))
    }

    fn row(&self, section: &SectionId, row: &RowId) -> Option<usize> {
        let range = self.sections.get(section)?;
        let at = self.get(range.start)?.section;
        let section: &Section = self.document.as_ref()?.sections.get(at)?;
        let table = section.table.as_ref()?;
        let position = table.rows.iter().position(|it| it.id == *row)?;
        // The rows end the section.
        range.end.checked_sub(table.rows.len() - position)
    }

    /// The piece that shows an element, or a block of it.
    pub fn of(&self, element: &Element, block: Option<usize>) -> Option<usize> {
        match element {
            Element::Title => Some(0),
            Element::Section(section) => Some(self.sections.get(section)?.start),
            Element::Heading(section) => self.part(section, |part| part == Part::Heading),
            Element::Body(section) => match block {
                Some(block) => self.part(section, |part| part == Part::Block(block)),
                None => self.part(section, |part| matches!(part, Part::Block(_))),
            },
            Element::Column(column) => {
                self.part(column.table.as_ref()?, |part| part == Part::Header)
            }
            Element::Row(row) => self.row(&row.section, &row.row),
            Element::Cell(cell) => self.row(&cell.section, &cell.row),
        }
    }
}

/// The pieces of a document as they are put together.
struct Build {
    width: f32,
    all: Vec<Piece>,
}

impl Build {
    fn push(
        &mut self,
        section: usize,
        part: Part,
        known: Option<f32>,
        estimate: impl FnOnce() -> f32,
    ) {
        self.all.push(Piece {
            section,
            part,
            height: known.unwrap_or_else(estimate),
        });
    }

    /// Puts a section's pieces in, with the heights of those that it had before.
    fn section(&mut self, at: usize, section: &Section, before: Option<(&Section, &[Piece])>) {
        if let Some((old, pieces)) = before
            && std::ptr::eq(old, section)
        {
            self.all.extend(pieces.iter().map(|piece| Piece {
                section: at,
                ..*piece
            }));
            return;
        }
        let old = before.map(|(old, _)| old);
        let height = |part: Part| {
            let (_, pieces) = before?;
            let found = pieces.iter().find(|piece| piece.part == part)?;
            Some(found.height)
        };
        if section.heading.is_some() {
            self.push(at, Part::Heading, height(Part::Heading), || 48.0);
        }
        let width = self.width;
        let blocks = &section.body.blocks;
        let old_blocks = old.map_or(&[][..], |old| old.body.blocks.as_slice());
        let same_end = blocks
            .iter()
            .rev()
            .zip(old_blocks.iter().rev())
            .take_while(|(new, old)| new == old)
            .count();
        for (number, block) in blocks.iter().enumerate() {
            // Blocks after the one that changed may have moved.
            let from_end = blocks.len() - number;
            let was = if from_end <= same_end {
                old_blocks.len() - from_end
            } else {
                number
            };
            let known = height(Part::Block(was));
            let part = Part::Block(number);
            self.push(at, part, known, || of_block(block, width));
        }
        if let Some(table) = &section.table {
            self.push(at, Part::Header, height(Part::Header), || 34.0);
            let old_table = old.and_then(|old| old.table.as_ref());
            let rows = before.map_or(&[][..], |(_, pieces)| rows_of(pieces, old_table));
            self.rows(at, table, old_table, rows);
        }
    }

    fn rows(&mut self, at: usize, table: &Table, old: Option<&Table>, heights: &[Piece]) {
        let width = self.width;
        let mut by_id: Option<HashMap<&RowId, f32>> = None;
        for (number, row) in table.rows.iter().enumerate() {
            let row: &Row = row;
            let in_place = old
                .and_then(|old| old.rows.get(number))
                .is_some_and(|old| old.id == row.id);
            let known = if in_place {
                heights.get(number).map(|piece| piece.height)
            } else {
                let by_id = by_id.get_or_insert_with(|| {
                    let ids = old.into_iter().flat_map(|old| old.rows.iter());
                    let heights = heights.iter().map(|piece| piece.height);
                    ids.map(|row| &row.id).zip(heights).collect()
                });
                by_id.get(&row.id).copied()
            };
            // The widths of columns are not known here: one of a few words decides.
            self.push(at, Part::Row(number), known, || of_row(row, width));
        }
    }
}

/// How tall a block is, by and large.
fn of_block(block: &Block, width: f32) -> f32 {
    const LINE: f32 = 22.0;
    let lines = |inlines: &[Inline], width: f32| {
        let letters = plain(inlines).chars().count();
        #[expect(clippy::cast_precision_loss, reason = "texts are short")]
        let lines = (letters as f32 * 7.4 / width.max(60.0)).ceil();
        lines.max(1.0) * LINE
    };
    match block {
        Block::Heading { inlines, .. } | Block::Paragraph(inlines) => lines(inlines, width) + 9.0,
        Block::List { items, .. } => items.iter().flatten().map(|it| of_block(it, width)).sum(),
        Block::Quote(blocks) => blocks.iter().map(|it| of_block(it, width)).sum(),
        Block::Code(code) => {
            #[expect(clippy::cast_precision_loss, reason = "texts are short")]
            let lines = code.lines().count() as f32;
            lines * LINE + 23.0
        }
        Block::Rule => 25.0,
        #[expect(clippy::cast_precision_loss, reason = "texts are short")]
        Block::Grid { rows, .. } => (rows.len() + 1) as f32 * 36.0,
    }
}

/// How tall a row is, by and large.
fn of_row(row: &Row, width: f32) -> f32 {
    const LINE: f32 = 19.0;
    let letters = |row: &Row| {
        let cells = row.cells.iter().map(|cell| {
            let blocks = cell.content.blocks.iter().map(|block| match block {
                Block::Paragraph(inlines) => plain(inlines).len(),
                _ => 60,
            });
            blocks.sum::<usize>()
        });
        cells.max().unwrap_or_default()
    };
    #[expect(clippy::cast_precision_loss, reason = "texts are short")]
    let lines = (letters(row) as f32 * 6.6 / (width * 0.3).max(60.0)).ceil();
    lines.max(1.0) * LINE + 12.0
}

/// The pieces of a section that are the rows of its table.
fn rows_of<'a>(pieces: &'a [Piece], table: Option<&Table>) -> &'a [Piece] {
    let rows = table.map_or(0, |table| table.rows.len());
    let start = pieces.len().saturating_sub(rows);
    pieces.get(start..).unwrap_or_default()
}
