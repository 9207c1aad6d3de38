//! What was written and nobody touched is read as it was.

use chartrier::document::{Block, Document, plain};
use chartrier::import::review::review;
use chartrier::model::{Collection, Problem};
use chartrier::render::marks::Said;
use proptest::prelude::*;

use crate::support::{self, documents, generate};
use crate::{docx, examples, returned};

/// How blocks stand in each other, and what they say in plain words.
fn outline(blocks: &[Block]) -> String {
    let inner = |blocks: &[Block]| -> String {
        blocks
            .iter()
            .map(|it| outline(std::slice::from_ref(it)))
            .collect()
    };
    let words = |inlines: &[_]| -> String {
        let words = plain(inlines).replace(['\u{ad}', '\u{200b}', '\u{2060}'], "");
        words.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let mut shown = String::new();
    for block in blocks {
        match block {
            Block::Heading { inlines, .. } if words(inlines).is_empty() => {}
            Block::Heading { inlines, .. } => shown += &format!("#({})", words(inlines)),
            Block::Paragraph(inlines) if words(inlines).is_empty() => {}
            Block::Paragraph(inlines) => shown += &format!("P({})", words(inlines)),
            Block::List { start, items } => {
                let items: Vec<String> = items.iter().map(|item| inner(item)).collect();
                shown += &format!("L{start:?}({})", items.join("|"));
            }
            Block::Quote(blocks) => shown += &format!("Q({})", inner(blocks)),
            Block::Code(code) => shown += &format!("C({code})"),
            Block::Rule => shown += "---",
            Block::Grid { header, .. } if header.is_empty() => {}
            Block::Grid { header, rows } => {
                let cells = std::iter::once(header).chain(rows).flatten();
                let cells: Vec<String> = cells.map(|it| words(it)).collect();
                shown += &format!("T({})", cells.join("|"));
            }
        }
    }
    shown
}

#[track_caller]
fn check_comes_back(document: &Document) {
    let returned = returned(&docx(document));
    assert_eq!(returned.now, returned.before, "nothing is tracked");
    let now = &returned.now;
    let title = now.title.as_ref().map_or(&[][..], |it| &it.content);
    assert_eq!(Said::line(title), Said::line(&document.title.inlines));
    // A section of which nothing can be seen does not come back.
    let shows = |section: &chartrier::document::Section| {
        let heading = section.heading.as_ref();
        heading.is_some_and(|it| Said::line(&it.inlines) != Said::line(&[]))
            || !outline(&section.body.blocks).is_empty()
            || section.table.is_some()
    };
    let sections: Vec<_> = document.sections.iter().filter(|it| shows(it)).collect();
    assert_eq!(now.sections.len(), sections.len());
    for (here, now) in sections.into_iter().zip(&now.sections) {
        if let Some(heading) = &now.heading {
            assert_eq!(heading.said, Some(Said::line(&heading.content)));
            assert_eq!(now.depth, here.depth);
        }
        assert_eq!(outline(&now.body.content), outline(&here.body.blocks));
        assert_eq!(
            Said::blocks(&now.body.content),
            Said::blocks(&here.body.blocks)
        );
        let Some(table) = &here.table else {
            assert!(now.table.is_none());
            continue;
        };
        let read = now.table.as_ref().expect("its table comes back");
        assert_eq!(read.rows.len(), table.rows.len());
        for (here, now) in table.columns.iter().zip(&read.labels) {
            assert_eq!(
                Said::line(&here.label.inlines),
                Said::line(&now.words.content)
            );
            assert!(now.reference.is_some());
        }
        for (here, now) in table.rows.iter().zip(&read.rows) {
            assert_eq!(here.cells.len(), now.cells.len());
            for (here, now) in here.cells.iter().zip(&now.cells) {
                assert_eq!(outline(&now.text.content), outline(&here.content.blocks));
                assert!(now.text.is_as_written(), "{now:?}\n{here:?}");
            }
        }
    }
}

#[test]
fn the_examples_come_back_as_they_were() {
    for document in documents(&examples()) {
        check_comes_back(&document);
    }
}

#[test]
fn a_document_that_nobody_touched_proposes_nothing() {
    let collection = examples();
    for document in documents(&collection) {
        let review = review(&collection, &returned(&docx(&document)));
        let review = review.expect("its charter is in the collection");
        assert_eq!(review.owner, document.owner);
        assert_eq!(review.language, document.language);
        assert_eq!(review.proposals, []);
    }
}

/// A text with everything in everything.
pub const NESTED: &str = r"Début.\n\n> a\n\n> b\n>\n> > c\n>\n> - d\n>   1. e\n>\n>      f\n>   2. g\n>\n> h\n\n- i\n\n  > j\n\n  k\n\n      l\n\n- \n- - m\n  - n\n\n* o\n\n7. p\n8. q\n\n| r | s |\n|---|---|\n| t | *u* |\n\n---\n\n```\n  v\n\n w\n```\n\n# x\n\ny **z *a* ~~b~~** `c d` [e `f`](https://g.example)\\\nh";

#[test]
fn blocks_come_back_in_each_other() {
    let collection = support::collection(&format!(
        r#"models: [Model(id: "m", name: "M", title: "T", columns: [Column(id: "n", label: "N")], sections: [
            Section(id: "a", heading: "A", body: "{NESTED}", table: CookieTable(rows: [
                Row(id: "r", cells: {{"n": "{NESTED}"}})])),
            Section(id: "b", body: "{NESTED}"),
            Section(id: "c", table: CookieTable(rows: [Row(id: "r", cells: {{"n": ""}}), Row(id: "s", cells: {{"n": ()}})]))])]"#
    ));
    for document in documents(&collection) {
        check_comes_back(&document);
    }
}

/// The documents in which no id stands twice; the others cannot be finished.
fn told_apart(collection: &Collection) -> Vec<Document> {
    let mut documents = documents(collection);
    documents.retain(|document| {
        !document
            .findings
            .iter()
            .any(|it| it.problem == Problem::Taken)
    });
    documents
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_charter_comes_back(collection in generate::collection()) {
        for document in told_apart(&collection) {
            check_comes_back(&document);
        }
    }

    #[test]
    fn any_charter_that_nobody_touched_proposes_nothing(collection in generate::collection()) {
        for document in told_apart(&collection) {
            let review = review(&collection, &returned(&docx(&document)));
            prop_assert_eq!(review.map(|it| it.proposals), Some(Vec::new()));
        }
    }
}
