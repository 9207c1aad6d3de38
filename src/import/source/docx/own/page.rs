//! What a document of this program's says, as a page.

use crate::document::Block;
use crate::import::page::{Author, Content, Grid, GridCell, GridRow, Page, Part, Region};
use crate::import::returned::{Cell, Repeats, Returned, Table};
use crate::model::Language;

/// What a document of this program's says, as a page.
pub fn page(returned: Returned, language: Option<Language>) -> Page {
    let mut parts = Vec::new();
    let mut push = |line, content| {
        parts.push(Part {
            line,
            region: Region::Main,
            content,
        });
    };
    if let Some(title) = &returned.now.title {
        let inlines = title.content.clone();
        push(title.line, Content::Heading { level: 1, inlines });
    }
    for section in &returned.now.sections {
        let heading = section.heading.as_ref();
        push(
            section.line,
            Content::Heading {
                level: (section.depth + 1).clamp(2, 6),
                inlines: heading.map(|it| it.content.clone()).unwrap_or_default(),
            },
        );
        for block in &section.body.content {
            push(section.body.line, Content::Block(block.clone()));
        }
        if let Some(table) = &section.table {
            push(table.line, Content::Grid(grid(table)));
        }
    }
    Page {
        language,
        author: Author::Chartrier,
        parts,
        returned: Some(Box::new(returned)),
        ..Page::default()
    }
}

fn grid(table: &Table) -> Grid {
    let labels = table.labels.iter().map(|label| {
        let words = &label.words.content;
        let blocks = (!words.is_empty()).then(|| Block::Paragraph(words.clone()));
        GridCell::Content(blocks.into_iter().collect())
    });
    let mut rows = vec![GridRow {
        line: table.line,
        cells: labels.collect(),
    }];
    rows.extend(table.rows.iter().map(|row| GridRow {
        line: row.line,
        cells: row.cells.iter().map(grid_cell).collect(),
    }));
    Grid {
        caption: Vec::new(),
        heads: 1,
        rows,
    }
}

fn grid_cell(cell: &Cell) -> GridCell {
    if cell.repeats == Repeats::Above && cell.text.is_as_written() {
        GridCell::Above
    } else {
        GridCell::Content(cell.text.content.clone())
    }
}
