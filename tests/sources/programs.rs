//! The same charter as other programs write it: every section, row and link is there.

use chartrier::document::{Block, plain};
use chartrier::import::page::{Content, Grid, GridCell, Page, Part, Region};

use crate::{fixture, outline, page};

const WRITTEN_BY_OTHERS: [&str; 6] = [
    "charter-pandoc.docx",
    "charter-pandoc-markdown.docx",
    "charter-pandoc.html",
    "charter-libreoffice.docx",
    "charter-libreoffice.html",
    "charter-chromium.html",
];

fn text(name: &str) -> Vec<Part> {
    let page = page(&fixture(name));
    page.parts
        .into_iter()
        .filter(|part| part.region == Region::Main)
        .collect()
}

fn one_line(words: &str) -> String {
    let words: Vec<&str> = words.split_whitespace().collect();
    words.join(" ")
}

fn headings(parts: &[Part]) -> Vec<String> {
    let heading = |part: &Part| match &part.content {
        Content::Heading { inlines, .. } => Some(one_line(&plain(inlines))),
        _ => None,
    };
    parts.iter().filter_map(heading).collect()
}

fn grids(parts: &[Part]) -> Vec<&Grid> {
    fn grid(content: &Content) -> Option<&Grid> {
        match content {
            Content::Grid(grid) => Some(grid),
            _ => None,
        }
    }
    parts
        .iter()
        .filter_map(|part| grid(&part.content))
        .collect()
}

/// The rows of all tables, each cell its words alone; a cell that another spans says the same.
fn rows(parts: &[Part]) -> Vec<Vec<String>> {
    let mut rows: Vec<Vec<String>> = Vec::new();
    for grid in grids(parts) {
        for row in &grid.rows {
            let above = rows.last().cloned().unwrap_or_default();
            let cells = row
                .cells
                .iter()
                .enumerate()
                .map(|(column, cell)| match cell {
                    GridCell::Content(blocks) => one_line(&words(blocks)),
                    GridCell::Above => above.get(column).cloned().unwrap_or_default(),
                    GridCell::Beside => String::new(),
                });
            rows.push(cells.collect());
        }
    }
    rows
}

fn words(blocks: &[Block]) -> String {
    let mut all = String::new();
    for block in blocks {
        if let Block::Paragraph(inlines) = block {
            all.push_str(&plain(inlines));
            all.push(' ');
        }
    }
    all
}

/// Where the links lead, in their order. Some programs make links of addresses of mailboxes.
fn links(parts: &[Part]) -> Vec<String> {
    let page = Page {
        parts: parts.to_vec(),
        ..Page::default()
    };
    let shown = outline::of(&page);
    let targets = shown
        .split("](")
        .skip(1)
        .filter_map(|it| it.split(')').next());
    let targets = targets.filter(|it| !it.starts_with("mailto:"));
    targets
        .map(|it| it.trim_end_matches('/').to_owned())
        .collect()
}

#[test]
fn every_section_row_and_link_comes_in() {
    let written = text("charter.md");
    assert_eq!(
        (
            headings(&written).len(),
            rows(&written).len(),
            links(&written).len()
        ),
        (16, 9, 8)
    );
    for name in WRITTEN_BY_OTHERS {
        let read = text(name);
        // pandoc puts the title of the tab above.
        let mut found = headings(&read).into_iter();
        for heading in headings(&written) {
            assert!(found.any(|it| it == heading), "{name}: {heading}");
        }
        assert_eq!(rows(&read), rows(&written), "{name}");
        assert_eq!(links(&read), links(&written), "{name}");
        assert!(grids(&read).iter().all(|grid| grid.heads == 1), "{name}");
    }
}

#[test]
fn every_list_comes_in() {
    let lists = |parts: &[Part]| -> Vec<usize> {
        let items = |part: &Part| match &part.content {
            Content::Block(Block::List { items, .. }) => Some(items.len()),
            _ => None,
        };
        parts.iter().filter_map(items).collect()
    };
    let written = text("charter.md");
    for name in WRITTEN_BY_OTHERS {
        assert_eq!(lists(&text(name)), lists(&written), "{name}");
    }
}

#[test]
fn strong_type_and_code_come_in_from_documents() {
    let marks = |name: &str| {
        let shown = outline::of(&Page {
            parts: text(name),
            ..Page::default()
        });
        (
            shown.contains("**Les cookies nécessaires**"),
            shown.contains("_pk_id*"),
        )
    };
    for name in WRITTEN_BY_OTHERS {
        assert_eq!(marks(name), (true, true), "{name}");
    }
}

#[test]
fn a_page_that_chromium_saved_is_the_page() {
    let saved = page(&fixture("page-chromium.html"));
    let source = page(&fixture("page.html"));
    assert_eq!(
        outline::of(&saved).replace("http://portdebrume", "https://portdebrume"),
        outline::of(&source)
    );
    assert_eq!(saved.address, source.address);
    let portal = page(&fixture("charter-chromium.html"));
    assert_eq!(
        portal.address.as_deref(),
        Some("http://donnees.valbrune.example/portal.html")
    );
}

#[test]
fn a_page_that_chromium_saved_as_a_single_file_is_what_it_showed() {
    let saved = page(&fixture("page-chromium.mhtml"));
    let source = page(&fixture("page.html"));
    let hidden = [
        "Ouvrez « Gestion des cookies ».",
        "Firefox := ",
        "Safari := ",
    ];
    let shown = outline::of(&source);
    let shown: Vec<&str> = shown
        .lines()
        .filter(|line| !hidden.iter().any(|it| line.starts_with(it)))
        .collect();
    assert_eq!(outline::of(&saved).trim(), shown.join("\n").trim());
    assert_eq!(saved.address, source.address);
}
