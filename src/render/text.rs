//! Plain text, laid out as people paste it: a blank line between paragraphs, headings as lines,
//! tables with a tab between cells.
//!
//! It marks nothing but links, lists and quotes, so no text needs escaping. Invariants: a line of
//! a table is one row; a tab stands nowhere but between cells and in code; no line ends in a space.

use super::layout;
use crate::document::{Block, Document, Inline, Section, Table, plain};

pub fn render(document: &Document) -> String {
    let title = one_line(&document.title.inlines);
    let sections = document.sections.iter().map(|it| section(it));
    let mut text = layout::stacked(std::iter::once(title).chain(sections));
    text = without_spaces_at_line_ends(&text);
    text.push('\n');
    text
}

fn section(section: &Section) -> String {
    let heading = section
        .heading
        .as_ref()
        .map(|heading| one_line(&heading.inlines));
    let table = section.table.as_ref().map(table);
    layout::stacked(
        heading
            .into_iter()
            .chain([blocks(&section.body.blocks)])
            .chain(table),
    )
}

fn blocks(blocks: &[Block]) -> String {
    layout::stacked(blocks.iter().map(block))
}

fn block(block: &Block) -> String {
    match block {
        Block::Heading { inlines, .. } => one_line(inlines),
        Block::Paragraph(inlines) => lines(inlines),
        Block::List { start, items } => {
            let tight = layout::is_tight(items);
            let write = |blocks: &[Block]| {
                layout::joined(
                    blocks.iter().map(self::block),
                    if tight { "\n" } else { "\n\n" },
                )
            };
            let marker = |position| layout::marker(*start, position);
            layout::items(items, !tight, marker, write)
        }
        Block::Quote(quoted) => layout::prefixed(&blocks(quoted), "> ", "> "),
        Block::Code(code) => code.clone(),
        Block::Rule => "* * *".to_owned(),
        Block::Grid { header, rows } => {
            let cells = |row: &Vec<Vec<Inline>>| row.iter().map(|cell| one_line(cell)).collect();
            rows_of_cells(std::iter::once(cells(header)).chain(rows.iter().map(cells)))
        }
    }
}

fn table(table: &Table) -> String {
    let labels = table
        .columns
        .iter()
        .map(|column| one_line(&column.label.inlines))
        .collect();
    let rows = table.rows.iter().map(|row| {
        row.cells
            .iter()
            .map(|cell| cell_text(&cell.content.blocks))
            .collect()
    });
    rows_of_cells(std::iter::once(labels).chain(rows))
}

/// Lines of cells. One that says nothing is left out: a blank line would end the table.
fn rows_of_cells(rows: impl Iterator<Item = Vec<String>>) -> String {
    let rows = rows
        .filter(|cells| cells.iter().any(|cell| !cell.is_empty()))
        .map(|cells| cells.join("\t"));
    rows.collect::<Vec<_>>().join("\n")
}

/// A cell on one line, with a semicolon where nothing else ends one of its lines.
fn cell_text(blocks: &[Block]) -> String {
    let mut text = String::new();
    for line in layout::cell_lines(blocks) {
        let line = one_line(&line);
        if !text.is_empty() && !line.is_empty() {
            let has_end = text.ends_with([':', ';', ',', '.', '!', '?']);
            text.push_str(if has_end { " " } else { " ; " });
        }
        text.push_str(&line);
    }
    text
}

/// Inlines on one line, whatever breaks they hold.
fn one_line(inlines: &[Inline]) -> String {
    lines(inlines).replace('\n', " ")
}

/// Inlines on as many lines as their breaks make.
fn lines(inlines: &[Inline]) -> String {
    let mut text = String::new();
    push(inlines, &mut text);
    let trimmed: Vec<&str> = text.split('\n').map(str::trim).collect();
    layout::joined(trimmed.into_iter().map(str::to_owned), "\n")
}

fn push(inlines: &[Inline], text: &mut String) {
    for inline in inlines {
        match inline {
            Inline::Emphasis(content) | Inline::Strong(content) | Inline::Strike(content) => {
                push(content, text);
            }
            Inline::Link { target, content } => push_link(target.as_str(), content, text),
            Inline::Break => text.push('\n'),
            Inline::Text(_) | Inline::Foreign { .. } | Inline::Code(_) | Inline::Field(_) => {
                let words = plain(std::slice::from_ref(inline));
                // A break is one that the writer made: a line end among words is a space.
                text.push_str(&words.replace(['\t', '\n'], " "));
            }
        }
    }
}

/// `words <address>`, or the address alone where it is what the words say.
fn push_link(address: &str, content: &[Inline], text: &mut String) {
    let words = one_line(content);
    let spoken = address.strip_prefix("mailto:").unwrap_or(address);
    if !words.is_empty() && words != address && words != spoken {
        text.push_str(&words);
        text.push(' ');
    }
    text.push('<');
    text.push_str(if words == spoken { spoken } else { address });
    text.push('>');
}

fn without_spaces_at_line_ends(text: &str) -> String {
    let lines: Vec<&str> = text
        .split('\n')
        .map(|line| line.trim_end_matches(' '))
        .collect();
    lines.join("\n")
}
