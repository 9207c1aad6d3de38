//! What Word requires of the parts of a document, and `LibreOffice` forgives.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use chartrier::document::Document;
use chartrier::model::Text;
use chartrier::render::{Design, Format, Picture, PictureKind, RenderError, render};
use proptest::prelude::*;
use roxmltree::{Document as Xml, Node};

use crate::support::{self, documents, generate};
use crate::{archive, docx, examples};

/// The order in which the children of an element stand in the schema, of those that are written.
const ORDERS: &[(&str, &str)] = &[
    (
        "pPr",
        "pStyle keepNext keepLines numPr pBdr shd suppressAutoHyphens bidi spacing ind jc outlineLvl sectPr",
    ),
    (
        "rPr",
        "rStyle rFonts b bCs i iCs strike color sz szCs u rtl lang",
    ),
    (
        "tblPr",
        "tblStyle bidiVisual tblW tblInd tblBorders tblLayout tblCellMar tblLook tblCaption",
    ),
    ("tblBorders", "top left bottom right insideH insideV"),
    ("tblCellMar", "top left bottom right"),
    ("tcPr", "tcW tcBorders shd vAlign"),
    (
        "sectPr",
        "headerReference footerReference pgSz pgMar titlePg bidi",
    ),
    (
        "style",
        "name basedOn next uiPriority semiHidden unhideWhenUsed qFormat pPr rPr tblPr tcPr tblStylePr",
    ),
    ("lvl", "start numFmt lvlText lvlJc pPr"),
    ("num", "abstractNumId lvlOverride"),
    ("numbering", "abstractNum num"),
    (
        "settings",
        "defaultTabStop characterSpacingControl compat themeFontLang",
    ),
    ("tbl", "tblPr tblGrid tr"),
    ("tr", "trPr tc"),
];

fn name<'a>(node: Node<'a, '_>) -> &'a str {
    node.tag_name().name()
}

fn attribute<'a>(node: Node<'a, '_>, name: &str) -> Option<&'a str> {
    let found = node.attributes().find(|it| it.name() == name);
    found.map(|it| it.value())
}

fn elements<'a, 'i>(node: Node<'a, 'i>) -> impl Iterator<Item = Node<'a, 'i>> {
    node.children().filter(Node::is_element)
}

#[track_caller]
fn check(docx: &[u8]) {
    let parts = archive::parts(docx);
    let names: HashSet<&str> = parts.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names.len(), parts.len(), "no part stands twice");
    assert_eq!(parts[0].0, "[Content_Types].xml");
    let xml: HashMap<&str, &str> = parts
        .iter()
        .filter(|(name, _)| matches!(name.rsplit('.').next(), Some("xml" | "rels")))
        .map(|(name, bytes)| (name.as_str(), std::str::from_utf8(bytes).unwrap()))
        .collect();
    let trees: HashMap<&str, Xml<'_>> = xml
        .iter()
        .map(|(name, text)| match Xml::parse(text) {
            Ok(tree) => (*name, tree),
            Err(error) => panic!("{name}: {error}"),
        })
        .collect();
    every_part_has_a_type(&names, &trees["[Content_Types].xml"]);
    for (name, tree) in &trees {
        if let Some(owner) = name.strip_suffix(".rels") {
            every_reference_leads_somewhere(owner, tree, &names);
        }
        for node in tree.descendants().filter(Node::is_element) {
            children_are_in_order(node);
        }
    }
    text_is_whole(&trees);
}

fn every_part_has_a_type(names: &HashSet<&str>, types: &Xml<'_>) {
    let said = |what: &str| -> HashSet<String> {
        let nodes = types.descendants().filter(|it| it.is_element());
        nodes
            .filter_map(|it| attribute(it, what))
            .map(|it| it.trim_start_matches('/').to_owned())
            .collect()
    };
    let (parts, extensions) = (said("PartName"), said("Extension"));
    for name in names.iter().filter(|it| **it != "[Content_Types].xml") {
        let extension = name.rsplit('.').next().unwrap();
        assert!(
            parts.contains(*name) || extensions.contains(extension),
            "{name} has no type"
        );
    }
    for part in parts {
        assert!(names.contains(part.as_str()), "{part} is not there");
    }
}

fn every_reference_leads_somewhere(owner: &str, tree: &Xml<'_>, names: &HashSet<&str>) {
    let folder = owner.split("_rels/").next().unwrap();
    let mut ids = HashSet::new();
    for one in elements(tree.root_element()) {
        let id = attribute(one, "Id").unwrap();
        assert!(ids.insert(id), "{id} stands twice");
        let target = attribute(one, "Target").unwrap();
        match attribute(one, "TargetMode") {
            Some("External") => assert!(target.contains(':'), "{target}"),
            _ => assert!(
                names.contains(format!("{folder}{target}").as_str()),
                "{target}"
            ),
        }
    }
}

fn children_are_in_order(node: Node<'_, '_>) {
    let Some((_, order)) = ORDERS.iter().find(|(of, _)| *of == name(node)) else {
        return;
    };
    let order: Vec<&str> = order.split(' ').collect();
    let places: Vec<usize> = elements(node)
        .map(|child| {
            let place = order.iter().position(|it| *it == name(child));
            place.unwrap_or_else(|| panic!("{} in {}", name(child), name(node)))
        })
        .collect();
    assert!(
        places.is_sorted(),
        "{:?}",
        elements(node).map(name).collect::<Vec<_>>()
    );
}

fn text_is_whole(trees: &HashMap<&str, Xml<'_>>) {
    let text = &trees["word/document.xml"];
    let styles = &trees["word/styles.xml"];
    let ids = |what: &str, id: &str| -> HashSet<String> {
        let nodes = styles
            .descendants()
            .chain(trees["word/numbering.xml"].descendants());
        let named = nodes.filter(|it| name(*it) == what);
        named
            .filter_map(|it| attribute(it, id))
            .map(str::to_owned)
            .collect()
    };
    let (styles, lists) = (ids("style", "styleId"), ids("num", "numId"));
    let related: HashSet<String> = elements(trees["word/_rels/document.xml.rels"].root_element())
        .filter_map(|it| attribute(it, "Id"))
        .map(str::to_owned)
        .collect();
    let (mut bookmarks, mut names, mut ended) = (HashSet::new(), HashSet::new(), HashSet::new());
    for node in text.descendants().filter(Node::is_element) {
        let value = attribute(node, "val").unwrap_or_default();
        match name(node) {
            "pStyle" | "rStyle" | "tblStyle" => assert!(styles.contains(value), "{value}"),
            "numId" => assert!(lists.contains(value), "{value}"),
            "bookmarkStart" => {
                let bookmark = attribute(node, "name").unwrap();
                assert!(bookmark.len() <= 40, "{bookmark}");
                assert!(
                    bookmark
                        .chars()
                        .all(|c| c.is_ascii_alphanumeric() || c == '_')
                );
                assert!(names.insert(bookmark.to_ascii_lowercase()), "{bookmark}");
                assert!(bookmarks.insert(attribute(node, "id").unwrap()));
            }
            "bookmarkEnd" => assert!(ended.insert(attribute(node, "id").unwrap())),
            // The last thing in a cell is a paragraph.
            "tc" => assert_eq!(elements(node).last().map(name), Some("p")),
            "tr" => {
                let width = elements(node.parent().unwrap())
                    .find(|it| name(*it) == "tblGrid")
                    .map(|it| elements(it).count());
                assert_eq!(Some(elements(node).count() - 1), width);
            }
            _ => {}
        }
        for of in ["id", "embed"] {
            let ns = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
            if let Some(id) = node.attribute((ns, of)) {
                assert!(related.contains(id), "{id}");
            }
        }
    }
    assert_eq!(bookmarks, ended);
    let body = text.root_element().first_element_child().unwrap();
    assert_eq!(elements(body).last().map(name), Some("sectPr"));
}

#[test]
fn the_examples_are_valid_documents() {
    for document in documents(&examples()) {
        check(&docx(&document));
    }
}

#[test]
fn headers_of_tables_stand_again_on_every_page_and_rows_stay_whole() {
    for document in documents(&examples()) {
        let text = archive::text(&docx(&document), "word/document.xml");
        let tree = Xml::parse(&text).unwrap();
        for table in tree.descendants().filter(|it| name(*it) == "tbl") {
            let has = |row: Node<'_, '_>, what: &str| row.descendants().any(|it| name(it) == what);
            let rows: Vec<_> = elements(table).filter(|it| name(*it) == "tr").collect();
            assert!(has(rows[0], "tblHeader"));
            assert!(rows.iter().all(|row| has(*row, "cantSplit")));
            assert!(!rows[1..].iter().any(|row| has(*row, "tblHeader")));
            assert!(has(table, "tblCaption"));
        }
    }
}

#[test]
fn a_document_says_its_language_and_where_words_are_in_another_one() {
    let collection = support::collection(
        r#"models: [Model(id: "m", name: "M", title: {"fr": "Titre"}, sections: [
            Section(id: "a", heading: {"fr": "Partie"}, body: {"fr": "Texte.", "en": "Text."})])],
        platforms: [Platform(id: "p", name: "P", url: "https://p.example", languages: ["fr", "en"], follows: "m")]"#,
    );
    let resolved = support::resolve(&collection, "p");
    let english = Document::new(&collection, &resolved, &support::language("en"));
    let docx = docx(&english);
    assert!(archive::text(&docx, "word/styles.xml").contains(r#"<w:lang w:val="en"/>"#));
    assert!(archive::text(&docx, "docProps/core.xml").contains("<dc:language>en</dc:language>"));
    let text = archive::text(&docx, "word/document.xml");
    assert!(text.contains(r#"<w:lang w:val="fr"/></w:rPr><w:t xml:space="preserve">Partie"#));
    assert!(text.contains(r#"<w:r><w:t xml:space="preserve">Text."#));
}

#[test]
fn arabic_is_written_from_right_to_left() {
    let collection = support::collection(
        r#"models: [Model(id: "m", name: "M", title: {"ar": "ميثاق"}, columns: [Column(id: "n", label: {"ar": "اسم"})], sections: [
            Section(id: "a", heading: {"ar": "قسم"}, body: {"ar": "نص"}, table: CookieTable(rows: [Row(id: "r", cells: {"n": "x"})]))])],
        platforms: [Platform(id: "p", name: "P", url: "https://p.example", languages: ["ar"], follows: "m")]"#,
    );
    let resolved = support::resolve(&collection, "p");
    let arabic = Document::new(&collection, &resolved, &support::language("ar"));
    let docx = docx(&arabic);
    check(&docx);
    let text = archive::text(&docx, "word/document.xml");
    for sign in ["<w:bidi/>", "<w:rtl/>", "<w:bidiVisual/>"] {
        assert!(text.contains(sign), "{sign}");
    }
}

/// A table of so many columns, each with a long word.
fn of_columns(count: usize) -> String {
    let columns: Vec<String> = (0..count)
        .map(|at| format!(r#"Column(id: "c{at}", label: "Colonne{at}")"#))
        .collect();
    let cells: Vec<String> = (0..count)
        .map(|at| format!(r#""c{at}": "motassezlong{at}""#))
        .collect();
    format!(
        r#"models: [Model(id: "m", name: "M", title: "T", columns: [{}], sections: [
            Section(id: "a", heading: "A", table: CookieTable(rows: [Row(id: "r", cells: {{ {} }})])),
            Section(id: "b", heading: "B", body: "Suite.")])]"#,
        columns.join(", "),
        cells.join(", ")
    )
}

#[test]
fn a_wide_table_stands_on_a_page_across_and_the_text_goes_on_upright() {
    for (columns, turns) in [(3, vec![false]), (9, vec![false, true, false])] {
        let collection = support::collection(&of_columns(columns));
        let docx = docx(&crate::document(&collection, "m"));
        check(&docx);
        let text = archive::text(&docx, "word/document.xml");
        let tree = Xml::parse(&text).unwrap();
        let sections = tree.descendants().filter(|it| name(*it) == "pgSz");
        let shown: Vec<bool> = sections
            .map(|it| attribute(it, "orient").is_some())
            .collect();
        assert_eq!(shown, turns);
    }
}

fn with_logo(kind: PictureKind, bytes: &[u8], alternative: &str) -> Design {
    Design {
        logo: Some(Picture {
            name: "logo".to_owned(),
            kind,
            bytes: Arc::from(bytes),
            alternative: Text::same(alternative),
        }),
        ..Design::default()
    }
}

const DRAWING: &[u8] = br##"<svg xmlns="http://www.w3.org/2000/svg" width="200" height="50"><rect width="200" height="50" fill="#036"/><text x="10" y="32" font-size="24" fill="#fff">Ville</text></svg>"##;

#[test]
fn a_logo_stands_at_the_head_with_what_it_says() {
    let document = documents(&examples()).remove(0);
    let design = with_logo(PictureKind::Svg, DRAWING, "Ville de « Test » & Cie");
    let docx = render(&document, Format::Docx, &design).expect("a drawing can be drawn");
    check(&docx);
    let text = archive::text(&docx, "word/document.xml");
    assert!(text.contains("descr=\"Ville de « Test » &amp; Cie\""));
    let (_, picture) = archive::parts(&docx)
        .into_iter()
        .find(|(name, _)| name == "word/media/logo.png")
        .expect("a drawing becomes a picture");
    let picture = image::load_from_memory(&picture)
        .expect("it is one")
        .to_rgba8();
    let is_white = |pixel: &image::Rgba<u8>| pixel.0[..3].iter().all(|it| *it > 200);
    assert!(picture.pixels().any(is_white), "its letters are drawn");
    // What comes back is the charter without it.
    assert_eq!(
        crate::returned(&docx).now,
        crate::returned(&crate::docx(&document)).now
    );
}

#[test]
fn an_ornament_says_nothing() {
    let document = documents(&examples()).remove(0);
    let design = with_logo(PictureKind::Svg, DRAWING, "");
    let docx = render(&document, Format::Docx, &design).expect("a drawing can be drawn");
    let text = archive::text(&docx, "word/document.xml");
    assert!(text.contains("adec:decorative") && !text.contains("descr="));
}

#[test]
fn a_logo_that_is_no_picture_is_told_by_its_name() {
    let document = documents(&examples()).remove(0);
    for (kind, bytes) in [
        (
            PictureKind::Png,
            b"\x89PNG\r\n\x1a\nnothing more".as_slice(),
        ),
        (PictureKind::Jpeg, b"\xff\xd8\xff".as_slice()),
        (PictureKind::Svg, b"<svg".as_slice()),
    ] {
        let error = render(&document, Format::Docx, &with_logo(kind, bytes, ""));
        assert!(matches!(error, Err(RenderError::Logo { name }) if name == "logo"));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_charter_is_a_valid_document(collection in generate::collection()) {
        for document in documents(&collection) {
            let made = docx(&document);
            check(&made);
            prop_assert_eq!(made, docx(&document));
        }
    }
}
