//! A page as a few lines: one for each part, and for each row of a table.
//!
//! `#` is a heading; `~` stands before what is around the text; `^` is a cell that the one above
//! spans, `<` one that is spanned from the left; `¶` is between blocks, `⏎` a line break.

use chartrier::document::{Block, Inline};
use chartrier::import::Page;
use chartrier::import::page::{Content, Grid, GridCell, Region};

pub fn of(page: &Page) -> String {
    let mut lines = Vec::new();
    for part in &page.parts {
        let around = if part.region == Region::Around {
            "~ "
        } else {
            ""
        };
        let shown = match &part.content {
            Content::Heading { level, inlines } => {
                format!("{} {}", "#".repeat(usize::from(*level)), words(inlines))
            }
            Content::Block(it) => block(it),
            Content::Pair { term, description } => {
                format!("{} := {}", words(term), blocks(description))
            }
            Content::Grid(it) => grid(it),
        };
        lines.push(format!("{around}{shown}"));
    }
    lines.join("\n")
}

/// The lines of the parts, and in brackets those of the rows of tables.
pub fn lines(page: &Page) -> String {
    let lines: Vec<String> = page
        .parts
        .iter()
        .map(|part| match &part.content {
            Content::Grid(grid) => {
                let rows: Vec<String> = grid.rows.iter().map(|it| it.line.to_string()).collect();
                format!("{}({})", part.line, rows.join(" "))
            }
            _ => part.line.to_string(),
        })
        .collect();
    lines.join(" ")
}

fn grid(grid: &Grid) -> String {
    let mut lines = vec![format!("table[{}] {}", grid.heads, words(&grid.caption))];
    for row in &grid.rows {
        let cells: Vec<String> = row
            .cells
            .iter()
            .map(|cell| match cell {
                GridCell::Content(content) => blocks(content),
                GridCell::Above => "^".to_owned(),
                GridCell::Beside => "<".to_owned(),
            })
            .collect();
        lines.push(format!("| {}", cells.join(" | ")).trim_end().to_owned());
    }
    lines.join("\n").replace(" \n", "\n").trim_end().to_owned()
}

pub fn blocks(all: &[Block]) -> String {
    let all: Vec<String> = all.iter().map(block).collect();
    all.join(" ¶ ")
}

fn block(it: &Block) -> String {
    match it {
        Block::Heading { depth, inlines } => format!("h{depth} {}", words(inlines)),
        Block::Paragraph(inlines) => words(inlines),
        Block::List { start, items } => {
            let items: Vec<String> = items.iter().map(|item| blocks(item)).collect();
            let sign = start.map_or_else(|| "-".to_owned(), |start| format!("{start}."));
            format!("{sign}({})", items.join("; "))
        }
        Block::Quote(quoted) => format!("> {}", blocks(quoted)),
        Block::Code(code) => format!("code({})", code.replace('\n', "⏎")),
        Block::Rule => "---".to_owned(),
        Block::Grid { header, rows } => {
            let row = |row: &[Vec<Inline>]| {
                let cells: Vec<String> = row.iter().map(|it| words(it)).collect();
                cells.join(" | ")
            };
            let rows: Vec<String> = rows.iter().map(|it| row(it)).collect();
            format!("grid({} / {})", row(header), rows.join(" / "))
        }
    }
}

pub fn words(inlines: &[Inline]) -> String {
    inlines.iter().map(inline).collect()
}

fn inline(it: &Inline) -> String {
    match it {
        Inline::Text(text) | Inline::Foreign { text, .. } => text.clone(),
        Inline::Emphasis(content) => format!("*{}*", words(content)),
        Inline::Strong(content) => format!("**{}**", words(content)),
        Inline::Strike(content) => format!("~~{}~~", words(content)),
        Inline::Code(code) => format!("`{code}`"),
        Inline::Link { target, content } => format!("[{}]({})", words(content), target.as_str()),
        Inline::Break => "⏎".to_owned(),
        Inline::Field(field) => chartrier::document::field_marks(field),
    }
}
