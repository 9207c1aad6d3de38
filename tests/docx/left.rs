//! Leaves documents for `tests/office/run`, which opens them in `LibreOffice`: each with the text that
//! it must print.

use std::path::Path;

use chartrier::document::Document;
use chartrier::render::{Design, Format, render};
use proptest::strategy::{Strategy as _, ValueTree as _};
use proptest::test_runner::TestRunner;

use crate::support::{self, documents, generate};
use crate::{document, docx};

/// How many generated charters are left.
const COUNT: usize = 40;

fn leave(name: &str, document: &Document) {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("docx");
    std::fs::create_dir_all(&folder).expect("the folder of the tests can be made");
    let text = render(document, Format::Text, &Design::default()).expect("it is text");
    for (ending, bytes) in [("docx", docx(document)), ("txt", text)] {
        let path = folder.join(format!("{name}.{ending}"));
        std::fs::write(path, bytes).expect("the folder of the tests can be written to");
    }
}

#[test]
fn charters_are_left_for_an_office() {
    let mut runner = TestRunner::deterministic();
    let collections = std::iter::from_fn(|| {
        let tree = generate::collection().new_tree(&mut runner).ok()?;
        Some(tree.current())
    });
    let documents = collections
        .take(COUNT)
        .filter_map(|collection| documents(&collection).into_iter().next_back());
    for (number, document) in documents.enumerate() {
        leave(&format!("generated-{number}"), &document);
    }
}

#[test]
fn a_table_of_many_pages_is_left_for_an_office() {
    let rows: Vec<String> = (0..120)
        .map(|at| {
            format!(r#"Row(id: "r{at}", cells: {{"n": "cookie_{at}", "p": "Retenir le choix {at} de la personne qui visite la plateforme"}})"#)
        })
        .collect();
    let collection = support::collection(&format!(
        r#"models: [Model(id: "m", name: "M", title: "Charte cookies", columns: [
            Column(id: "n", role: name, label: "Nom du cookie"), Column(id: "p", role: purpose, label: "Finalité")],
        sections: [Section(id: "a", heading: "Cookies", table: CookieTable(rows: [{}]))])]"#,
        rows.join(", ")
    ));
    leave("long-table", &document(&collection, "m"));
}

#[test]
fn a_charter_with_everything_in_it_is_left_for_an_office() {
    let columns: Vec<String> = (0..9)
        .map(|at| format!(r#"Column(id: "c{at}", label: "Colonne {at}")"#))
        .collect();
    let cells: Vec<String> = (0..9)
        .map(|at| format!(r#""c{at}": "quelques mots de la cellule {at}""#))
        .collect();
    let body = crate::comes_back::NESTED;
    let collection = support::collection(&format!(
        r#"models: [Model(id: "m", name: "M", title: "Charte cookies", columns: [{}], sections: [
            Section(id: "a", heading: "Tout", body: "{body}"),
            Section(id: "b", level: 2, heading: "Un tableau large", body: "Texte.", table: CookieTable(rows: [Row(id: "r", cells: {{ {} }})])),
            Section(id: "c", heading: "Suite", body: "Fin.")])]"#,
        columns.join(", "),
        cells.join(", ")
    ));
    leave("everything", &document(&collection, "m"));
}
