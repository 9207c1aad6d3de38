//! What the formats of lines (Markdown, plain text) lay out alike: blocks one below the other,
//! lists and quotes by what stands before each line, cells as lines of inlines.
//!
//! It knows nothing of how a format writes words.

use crate::document::{Block, Inline};

/// Parts one below the other with a blank line between; empty ones leave no trace.
pub fn stacked(parts: impl IntoIterator<Item = String>) -> String {
    joined(parts, "\n\n")
}

/// The parts that are not empty, with something between them.
pub fn joined(parts: impl IntoIterator<Item = String>, between: &str) -> String {
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    parts.join(between)
}

/// A text with `first` before its first line and `rest` before the others. Spaces that would end
/// a line are left out.
pub fn prefixed(text: &str, first: &str, rest: &str) -> String {
    let mut lines = String::with_capacity(text.len() + first.len());
    for (number, line) in text.split('\n').enumerate() {
        if number > 0 {
            lines.push('\n');
        }
        let prefix = if number == 0 { first } else { rest };
        lines.push_str(if line.is_empty() {
            prefix.trim_end_matches(' ')
        } else {
            prefix
        });
        lines.push_str(line);
    }
    lines
}

/// The items of a list, each behind its marker, with blank lines between where `airy`.
pub fn items(
    items: &[Vec<Block>],
    airy: bool,
    marker: impl Fn(usize) -> String,
    write: impl Fn(&[Block]) -> String,
) -> String {
    let items: Vec<String> = items
        .iter()
        .enumerate()
        .map(|(number, blocks)| {
            let marker = marker(number);
            let indent = " ".repeat(marker.len());
            prefixed(&write(blocks), &marker, &indent)
        })
        .collect();
    items.join(if airy { "\n\n" } else { "\n" })
}

/// Whether the items of a list are lines, or paragraphs with lists below, that can stand without
/// blank lines and still be read as what they are.
pub fn is_tight(items: &[Vec<Block>]) -> bool {
    items.iter().all(|blocks| match blocks.split_first() {
        None => true,
        Some((Block::Paragraph(_), below)) => below.iter().enumerate().all(|(number, block)| {
            // A list interrupts a paragraph only if it starts at 1, with words.
            number == 0
                && matches!(block, Block::List { start: None | Some(1), items }
                    if is_tight(items)
                        && matches!(items.first().and_then(|item| item.first()), Some(Block::Paragraph(_))))
        }),
        Some(_) => false,
    })
}

/// The lines of a cell, which cannot hold blocks: one for each paragraph, item or line of code.
pub fn cell_lines(blocks: &[Block]) -> Vec<Vec<Inline>> {
    lines(blocks, &marker)
}

/// The same, with other markers before the items of lists.
pub fn lines(
    blocks: &[Block],
    marker: &impl Fn(Option<usize>, usize) -> String,
) -> Vec<Vec<Inline>> {
    let mut all = Vec::new();
    for block in blocks {
        match block {
            Block::Paragraph(inlines) | Block::Heading { inlines, .. } => {
                all.push(inlines.clone());
            }
            Block::List { start, items } => {
                for (number, item) in items.iter().enumerate() {
                    let mut of_item = lines(item, marker);
                    let marker = Inline::Text(marker(*start, number));
                    match of_item.first_mut() {
                        Some(first) => first.insert(0, marker),
                        None => of_item.push(vec![marker]),
                    }
                    all.append(&mut of_item);
                }
            }
            Block::Quote(blocks) => all.append(&mut lines(blocks, marker)),
            Block::Code(code) => all.extend(
                code.split('\n')
                    .filter(|line| !line.trim().is_empty())
                    .map(|line| vec![Inline::Code(line.trim().to_owned())]),
            ),
            Block::Rule => {}
            Block::Grid { header, rows } => {
                all.push(side_by_side(header));
                all.extend(rows.iter().map(|row| side_by_side(row)));
            }
        }
    }
    all
}

/// Cells of a table inside a cell, one after the other.
fn side_by_side(cells: &[Vec<Inline>]) -> Vec<Inline> {
    let mut line = Vec::new();
    for cell in cells.iter().filter(|cell| !cell.is_empty()) {
        if !line.is_empty() {
            line.push(Inline::Text(", ".to_owned()));
        }
        line.extend(cell.iter().cloned());
    }
    line
}

/// What stands before an item of a list that starts at a number, or that has none.
pub fn marker(start: Option<usize>, position: usize) -> String {
    start.map_or_else(
        || "- ".to_owned(),
        |start| format!("{}. ", start.saturating_add(position)),
    )
}
