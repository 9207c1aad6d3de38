//! What this program writes comes back as it was.

use chartrier::document::{Block, Document, Inline, Table};
use chartrier::import::page::{Author, Content, End, Grid, GridCell, Page, Region};
use chartrier::model::{Collection, Look, Text};
use chartrier::render::{Design, Format, Picture, PictureKind, render};
use proptest::prelude::*;

use crate::support::{self, documents, generate};
use crate::{outline, page};

/// What a page of HTML must hold, as an outline: the charter and nothing else.
fn expected(document: &Document, deepest: u8) -> String {
    let mut lines = vec![format!("# {}", outline::words(&document.title.inlines))];
    let mut level = 2;
    for section in &document.sections {
        let heading = match &section.heading {
            Some(line) => {
                level = (section.depth + 1).min(deepest);
                outline::words(&line.inlines)
            }
            None => String::new(),
        };
        lines.push(format!("{} {heading}", "#".repeat(usize::from(level))));
        for block in &section.body.blocks {
            let block = below(block, level, deepest);
            lines.push(outline::blocks(&[block]));
        }
        lines.extend(section.table.as_ref().map(table));
    }
    folded(&lines.join("\n"))
}

/// A block whose headings have the levels that they have in the text of a section.
fn below(block: &Block, level: u8, deepest: u8) -> Block {
    let all = |blocks: &[Block]| blocks.iter().map(|it| below(it, level, deepest)).collect();
    match block {
        Block::Heading { depth, inlines } => Block::Heading {
            depth: (depth + 1).min(deepest).saturating_sub(level + 1),
            inlines: inlines.clone(),
        },
        Block::Quote(blocks) => Block::Quote(all(blocks)),
        Block::List { start, items } => Block::List {
            start: *start,
            items: items.iter().map(|item| all(item)).collect(),
        },
        other => other.clone(),
    }
}

fn table(table: &Table) -> String {
    let mut lines = vec!["table[1]".to_owned()];
    let labels: Vec<String> = table
        .columns
        .iter()
        .map(|it| outline::words(&it.label.inlines))
        .collect();
    lines.push(format!("| {}", labels.join(" | ")).trim_end().to_owned());
    for row in &table.rows {
        let cells: Vec<String> = row
            .cells
            .iter()
            .map(|cell| {
                if cell.as_above {
                    "^".to_owned()
                } else {
                    outline::blocks(&cell.content.blocks)
                }
            })
            .collect();
        lines.push(format!("| {}", cells.join(" | ")).trim_end().to_owned());
    }
    lines.join("\n")
}

/// An outline without what says nothing in HTML: spaces beside spaces and at the ends of lines.
fn folded(outline: &str) -> String {
    let words = |line: &str| {
        let words: Vec<&str> = line
            .split([' ', '\t'])
            .filter(|it| !it.is_empty())
            .collect();
        words.join(" ")
    };
    let lines: Vec<String> = outline.lines().map(words).collect();
    lines.join("\n")
}

fn read_back(document: &Document, format: Format) -> Page {
    page(&render(document, format, &Design::default()).expect("nothing of its looks is its own"))
}

const FORMATS: [(Format, u8); 2] = [(Format::Html, 6), (Format::Fragment, 5)];

/// The look of a public body, with a logo.
fn public() -> Design {
    Design {
        look: Look::Public,
        logo: Some(Picture {
            name: "logo.png".to_owned(),
            kind: PictureKind::Png,
            bytes: std::sync::Arc::from(&b"\x89PNG\r\n\x1a\n"[..]),
            alternative: Text::same("Le sceau de la ville"),
        }),
        ..Design::default()
    }
}

#[test]
fn what_the_public_look_puts_above_a_charter_is_no_text_of_it() {
    for document in documents(&examples()).iter().filter(|it| !it.is_blocked()) {
        let read = |design: &Design| {
            let export = render(document, Format::Html, design);
            outline::of(&page(&export.expect("nothing of its looks is its own")))
        };
        assert_eq!(read(&public()), read(&Design::default()));
    }
}

#[test]
fn what_was_made_harmless_in_a_table_of_values_is_what_it_was() {
    let collection = support::collection(
        r#"models: [Model(id: "m", name: "M", title: "T", columns: [
            Column(id: "n", role: name, label: "Nom"), Column(id: "p", role: purpose, label: "But")],
        sections: [Section(id: "b", heading: "B", table: CookieTable(rows: [
            Row(id: "r", cells: {"n": "\\=a", "p": "'\\+b"}), Row(id: "s", cells: {"n": "'c", "p": "-d"})]))])]"#,
    );
    let document = &documents(&collection)[0];
    let shown = outline::of(&read_back(document, Format::Csv));
    for cell in ["| =a", "| '+b", "| 'c", "| -d"] {
        assert!(shown.contains(cell), "{cell} in {shown}");
    }
    // In a table of others an apostrophe is one.
    let other = outline::of(&page("Nom,But\n'=a,b\nc,d\n".as_bytes()));
    assert!(other.contains("'=a"), "{other}");
}

#[track_caller]
fn check_comes_back(document: &Document, read: fn(&str) -> String) {
    for (format, deepest) in FORMATS {
        let page = read_back(document, format);
        assert_eq!((page.author, page.end), (Author::Chartrier, End::Whole));
        assert_eq!(page.language.as_ref(), Some(&document.language));
        let shown = read(&outline::of(&page));
        let expected = read(&expected(document, deepest));
        if shown != expected {
            let differs = shown.lines().zip(expected.lines()).find(|(a, b)| a != b);
            panic!("{format}: {differs:#?}\n{expected}\n--- is read as\n{shown}");
        }
    }
}

fn examples() -> Collection {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/portails.ron");
    let bytes = std::fs::read(path).expect("the examples are there");
    chartrier::store::read(&bytes, chartrier::store::Notation::Ron)
        .expect("the examples can be read")
}

#[test]
fn the_examples_come_back_from_html_as_they_were() {
    for document in documents(&examples()).iter().filter(|it| !it.is_blocked()) {
        check_comes_back(document, folded);
    }
}

#[test]
fn the_examples_come_back_from_markdown_with_every_heading_row_and_link() {
    for document in documents(&examples()).iter().filter(|it| !it.is_blocked()) {
        let page = read_back(document, Format::Markdown);
        assert_eq!(page.end, End::Whole);
        assert!(page.parts.iter().all(|part| part.region == Region::Main));
        let shown = folded(&outline::of(&page));
        let expected = expected(document, 6);
        // Cells have lines and no blocks there, and « as above » is written out.
        let outside = |text: &str| {
            let lines = text.lines().filter(|it| !it.starts_with('|'));
            lines.map(str::to_owned).collect::<Vec<_>>()
        };
        assert_eq!(outside(&shown), outside(&expected));
        let rows: Vec<usize> = page
            .parts
            .iter()
            .filter_map(|part| rows(&part.content))
            .collect();
        let meant = document.sections.iter().filter_map(|it| it.table.as_ref());
        assert_eq!(rows, meant.map(|it| it.rows.len()).collect::<Vec<_>>());
    }
}

fn rows(content: &Content) -> Option<usize> {
    match content {
        Content::Grid(grid) => Some(grid.rows.len() - grid.heads),
        _ => None,
    }
}

#[test]
fn a_fragment_in_the_page_of_a_portal_is_the_text_of_it() {
    let collection = examples();
    let documents = documents(&collection);
    let document = documents
        .iter()
        .find(|it| !it.is_blocked())
        .expect("one is finished");
    let fragment = String::from_utf8(
        render(document, Format::Fragment, &Design::default())
            .expect("nothing of its looks is its own"),
    )
    .expect("it is text");
    let portal = format!(
        "<!doctype html><html lang=fr><title>Port</title><body><header><h1>Port</h1></header><main>{fragment}</main><footer>Fin</footer></body></html>"
    );
    let page = page(portal.as_bytes());
    let (around, text): (Vec<_>, Vec<_>) = page
        .parts
        .iter()
        .cloned()
        .partition(|part| part.region == Region::Around);
    assert_eq!(
        outline::of(&Page {
            parts: around,
            ..Page::default()
        }),
        "~ # Port\n~ Fin"
    );
    let text = Page {
        parts: text,
        ..Page::default()
    };
    assert_eq!(folded(&outline::of(&text)), expected(document, 5));
}

#[test]
fn marks_that_stand_in_each_other_come_back_as_they_stood() {
    let collection = support::collection(
        r#"models: [Model(id: "m", name: "M", title: "Un **titre**", columns: [
            Column(id: "n", role: name, label: "Nom"), Column(id: "p", role: purpose, label: "")],
        sections: [
            Section(id: "a", heading: "A", body: "*a **b***, ***c***, `d  e`, [**f** g](https://h.example), ~~i~~ *j*_k_\n\n- \n- l\n\n  m\n\n      n\n\n| o | p |\n|---|---|\n| q | [r](https://s.example) |\n\n1. t\n\n> u\n>\n> # v\n\n# w\n\nx  y\\\nz"),
            Section(id: "b", body: "sans titre", table: CookieTable(rows: [
                Row(id: "r", cells: {"n": "`a_b`\n\n- c\n- d", "p": "e\\\nf\n\ng"}),
                Row(id: "s", cells: {"n": "h"})])),
        ])]"#,
    );
    for document in documents(&collection) {
        check_comes_back(&document, folded);
    }
}

#[test]
fn a_cell_as_above_comes_back_as_one() {
    let collection = support::collection(
        r#"models: [Model(id: "m", name: "M", title: "T", columns: [
            Column(id: "n", role: name, label: "Nom"), Column(id: "p", role: purpose, label: "Fin")],
        sections: [Section(id: "b", heading: "B", table: CookieTable(rows: [
            Row(id: "r", cells: {"n": "a", "p": "b"}), Row(id: "s", cells: {"n": "c", "p": ()})]))])]"#,
    );
    for document in documents(&collection) {
        let page = read_back(&document, Format::Html);
        let grid: Vec<&Grid> = page
            .parts
            .iter()
            .filter_map(|part| match &part.content {
                Content::Grid(grid) => Some(grid),
                _ => None,
            })
            .collect();
        assert_eq!(grid[0].rows[2].cells[1], GridCell::Above);
    }
}

#[test]
fn fields_of_a_page_are_words() {
    let page = page(b"<p>{{ nom }}</p>");
    let words = Content::Block(Block::Paragraph(vec![Inline::Text("{{ nom }}".into())]));
    assert_eq!(page.parts[0].content, words);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_charter_comes_back_from_html(collection in generate::collection()) {
        for document in documents(&collection) {
            // A break at the beginning or the end of a text says nothing either.
            check_comes_back(&document, |outline| folded(&outline.replace('⏎', " ")));
        }
    }
}
