//! Markdown: `CommonMark` with GitHub's tables and strikethrough.
//!
//! comrak writes each line of words and escapes what would be read as markup; how blocks nest is
//! laid out here, because comrak keeps two lists apart by an HTML comment, which would be read as
//! words. Invariant: what is written reads as what it was written from. Some marks cannot be
//! written where they stand (`a*(b)*c` is no emphasis), so every line is read again, and one that
//! says something else gives up its marks rather than its words.

mod inlines;

use std::iter::once;

use comrak::nodes::{NodeCodeBlock, NodeHeading, NodeTable, NodeValue, TableAlignment};
use comrak::{Arena, Node};

use super::layout;
use crate::document::{Block, Document, Inline, Line, Section, Table};
use inlines::Place;

pub fn render(document: &Document) -> String {
    let title = heading(0, &document.title);
    let sections = document.sections.iter().map(|it| section(it));
    let mut markdown = layout::stacked(once(title).chain(sections));
    markdown.push('\n');
    markdown
}

fn section(section: &Section) -> String {
    let heading = section
        .heading
        .as_ref()
        .map(|line| heading(section.depth, line));
    let table = section.table.as_ref().map(cookie_table);
    layout::stacked(
        heading
            .into_iter()
            .chain([blocks(&section.body.blocks)])
            .chain(table),
    )
}

fn heading(depth: u8, line: &Line) -> String {
    heading_of(depth, &line.inlines)
}

fn heading_of(depth: u8, inlines: &[Inline]) -> String {
    inlines::written(inlines, Place::Heading(depth.saturating_add(1).min(6)))
}

pub fn blocks(blocks: &[Block]) -> String {
    stacked(blocks, "\n\n")
}

/// Blocks one below the other. Of two lists in a row, the second has another sign: with the same,
/// they would be read as one.
fn stacked(blocks: &[Block], between: &str) -> String {
    let mut signs = Signs::First;
    let mut after_list = false;
    let parts = blocks.iter().map(|block| {
        let is_list = matches!(block, Block::List { .. });
        signs = match signs {
            Signs::First if is_list && after_list => Signs::Second,
            _ => Signs::First,
        };
        after_list = is_list;
        self::block(block, signs)
    });
    layout::joined(parts, between)
}

/// The signs of a list's items.
#[derive(Clone, Copy)]
enum Signs {
    /// `-` and `1.`
    First,
    /// `*` and `1)`
    Second,
}

impl Signs {
    fn marker(self, start: Option<usize>, position: usize) -> String {
        /// The greatest number that an item may have.
        const GREATEST: usize = 999_999_999;
        match (start, self) {
            (None, Self::First) => "- ".to_owned(),
            (None, Self::Second) => "* ".to_owned(),
            (Some(start), signs) => {
                let number = start.saturating_add(position).min(GREATEST);
                let sign = match signs {
                    Self::First => '.',
                    Self::Second => ')',
                };
                format!("{number}{sign} ")
            }
        }
    }
}

fn block(block: &Block, signs: Signs) -> String {
    match block {
        Block::Heading { depth, inlines } => heading_of(*depth, inlines),
        Block::Paragraph(inlines) => inlines::written(inlines, Place::Paragraph),
        Block::List { start, items } => {
            let tight = layout::is_tight(items);
            let between = if tight { "\n" } else { "\n\n" };
            let marker = |position| signs.marker(*start, position);
            layout::items(items, !tight, marker, |blocks| stacked(blocks, between))
        }
        Block::Quote(quoted) => layout::prefixed(&blocks(quoted), "> ", "> "),
        Block::Code(code) => code_block(code),
        // Underscores open no list, as the other signs for a rule might.
        Block::Rule => "___".to_owned(),
        Block::Grid { header, rows } => {
            let lines =
                |row: &Vec<Vec<Inline>>| row.iter().map(|cell| vec![cell.clone()]).collect();
            table(once(lines(header)).chain(rows.iter().map(lines)).collect())
        }
    }
}

fn code_block(code: &str) -> String {
    let arena = Arena::new();
    let block = NodeCodeBlock {
        fenced: true,
        literal: format!("{code}\n"),
        ..NodeCodeBlock::default()
    };
    let root = inlines::node(&arena, NodeValue::Document);
    root.append(inlines::node(&arena, NodeValue::CodeBlock(Box::new(block))));
    inlines::formatted(root)
}

fn cookie_table(cookies: &Table) -> String {
    let labels = cookies
        .columns
        .iter()
        .map(|column| vec![column.label.inlines.clone()])
        .collect();
    let rows = cookies.rows.iter().map(|row| {
        row.cells
            .iter()
            .map(|cell| layout::cell_lines(&cell.content.blocks))
            .collect()
    });
    table(once(labels).chain(rows).collect())
}

/// A table of cells of lines, its first row the header.
fn table(rows: Vec<Vec<Vec<Vec<Inline>>>>) -> String {
    let Some(columns) = rows.first().map(Vec::len).filter(|columns| *columns > 0) else {
        return String::new();
    };
    let arena = Arena::new();
    let root = inlines::node(&arena, NodeValue::Document);
    let table = NodeTable {
        alignments: vec![TableAlignment::None; columns],
        num_columns: columns,
        num_rows: rows.len(),
        num_nonempty_cells: 0,
    };
    let table = inlines::node(&arena, NodeValue::Table(Box::new(table)));
    root.append(table);
    for (number, cells) in rows.into_iter().enumerate() {
        let row = inlines::node(&arena, NodeValue::TableRow(number == 0));
        table.append(row);
        for lines in cells {
            let cell = inlines::node(&arena, NodeValue::TableCell);
            row.append(cell);
            inlines::append_cell(&arena, cell, lines);
        }
    }
    inlines::formatted(root)
}

/// The node of a heading.
fn heading_node<'a>(arena: &'a Arena<'a>, level: u8) -> Node<'a> {
    let heading = NodeHeading {
        level,
        ..NodeHeading::default()
    };
    inlines::node(arena, NodeValue::Heading(heading))
}
