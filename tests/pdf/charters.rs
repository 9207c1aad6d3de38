//! Charters to lay out: those of the examples, shapes that are hard to lay out, and generated ones.

use chartrier::document::{Block, Document, Inline, plain};
use chartrier::model::{Collection, Owner};
use chartrier::render::{Design, Format, RenderError, render};
use chartrier::workspace::examples;
use proptest::prelude::*;
use proptest::strategy::ValueTree as _;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};

use crate::support::{collection, generate, language, owners, platform};

/// A charter with its name among the tests.
pub struct Named {
    pub name: String,
    pub document: Document,
}

pub fn documents(collection: &Collection) -> Vec<Named> {
    let mut named = Vec::new();
    for owner in owners(collection) {
        let resolved = collection.resolve(&owner).expect("its owners exist");
        let languages = collection.languages_of(&owner);
        for language in languages {
            let kind = match owner {
                Owner::Model(_) => "model-",
                Owner::Platform(_) => "",
            };
            named.push(Named {
                name: format!("{kind}{owner}-{language}"),
                document: Document::new(collection, &resolved, language),
            });
        }
    }
    named
}

pub fn of_examples() -> Vec<Named> {
    documents(&examples())
}

/// The only platform's charter of a collection, written in RON.
pub fn document(tag: &str, charter: &str) -> Document {
    let collection = collection(&format!(
        r#"platforms: [Platform(id: "p", name: "data.exemple.fr", url: "https://data.exemple.fr",
            languages: ["{tag}"], {charter})]"#
    ));
    let resolved = collection.resolve(&platform("p")).expect("it exists");
    Document::new(&collection, &resolved, &language(tag))
}

/// A charter whose only section has a text.
pub fn text(tag: &str, body: &str) -> Document {
    document(
        tag,
        &format!(
            r#"title: "Charte", sections: [Section(id: "s", heading: "Partie", body: {body:?})]"#
        ),
    )
}

/// A table with columns of these roles and labels, and rows of cells.
pub fn table(tag: &str, columns: &[(&str, &str)], rows: &[Vec<String>]) -> Document {
    let shown: Vec<String> = columns
        .iter()
        .enumerate()
        .map(|(at, (role, label))| format!("Column(id: \"c{at}\", role: {role}, label: {label:?})"))
        .collect();
    let rows: Vec<String> = rows
        .iter()
        .enumerate()
        .map(|(number, cells)| {
            let cells: Vec<String> = cells
                .iter()
                .enumerate()
                .map(|(at, cell)| format!("\"c{at}\": {cell:?}"))
                .collect();
            format!("Row(id: \"r{number}\", cells: {{{}}})", cells.join(", "))
        })
        .collect();
    let charter = format!(
        r#"title: "Charte cookies", columns: [{}], sections: [Section(id: "s", heading: "Cookies",
            table: CookieTable(category: necessary, rows: [{}]))]"#,
        shown.join(", "),
        rows.join(", ")
    );
    document(tag, &charter)
}

const COLUMNS: [(&str, &str); 11] = [
    ("name", "Nom du cookie"),
    ("provider", "Émetteur"),
    ("service", "Service"),
    ("purpose", "Finalité"),
    ("duration", "Durée de conservation"),
    ("domain", "Domaine"),
    ("party", "Interne ou tiers"),
    ("consent", "Consentement"),
    ("transfer", "Transferts hors de l’Union européenne"),
    ("link", "Politique de l’émetteur"),
    ("other", "Remarques"),
];

fn many_rows(columns: usize, rows: usize) -> Vec<Vec<String>> {
    let cells = [
        "_pk_id.42.1fff_a_rather_long_cookie_name*",
        "Matomo (InnoCraft Ltd)",
        "Mesure d’audience",
        "Compte les visites et les pages vues, sans suivre la personne d’un site à l’autre ; passe-t-il la frontière ?",
        "13 mois",
        "opendata.cc-coeurdefrance.example",
        "Interne",
        "Exempté",
        "Aucun",
        "[Politique](https://matomo.org/privacy-policy/with/a/long/path?and=query&more=parameters)",
        "Voir « Mesurer l’audience » : aucune donnée n’est cédée.",
    ];
    (0..rows)
        .map(|row| {
            let cell = |at: usize| {
                if at == 0 {
                    format!("{}{row}", cells[0])
                } else {
                    cells[at].to_owned()
                }
            };
            (0..columns).map(cell).collect()
        })
        .collect()
}

pub fn with_columns(columns: usize, rows: usize) -> Document {
    table("fr", &COLUMNS[..columns], &many_rows(columns, rows))
}

/// Shapes that are hard to lay out.
pub fn hard() -> Vec<Named> {
    let named = |name: &str, document| Named {
        name: name.to_owned(),
        document,
    };
    let long_cell = "Une phrase qui se répète dans une cellule. ".repeat(300);
    let deep: String = (0..20)
        .map(|depth| format!("{}- niveau {depth}\n", "  ".repeat(depth)))
        .collect();
    vec![
        named("columns-11", with_columns(11, 30)),
        named("columns-7", with_columns(7, 30)),
        named("columns-5", with_columns(5, 120)),
        named("columns-1", with_columns(1, 5)),
        named(
            "tall-row",
            table(
                "fr",
                &COLUMNS[..4],
                &[
                    vec!["a".into(), "b".into(), "c".into(), long_cell],
                    vec!["d".into(), "e".into(), "f".into(), "g".into()],
                ],
            ),
        ),
        named(
            "arabic",
            table(
                "ar",
                &[
                    ("name", "اسم ملف تعريف الارتباط"),
                    ("purpose", "الغرض"),
                    ("duration", "المدة"),
                ],
                &[
                    vec![
                        "sessionid".into(),
                        "يتيح هذا الملف المصادقة على المستخدمين المسجلين. **مهم**".into(),
                        "أسبوعان".into(),
                    ],
                    vec![
                        "csrftoken".into(),
                        "الحماية من الهجمات (CSRF)".into(),
                        "12 شهرا".into(),
                    ],
                ],
            ),
        ),
        named(
            "hebrew",
            text(
                "he",
                "מדיניות עוגיות\n\n- פריט ראשון\n- פריט `שני`\n\n> ציטוט [קישור](https://a.example)\n\n1. אחת\n2. שתיים",
            ),
        ),
        named(
            "greek-cyrillic",
            text(
                "el",
                "Πολιτική cookies – Политика файлов cookie: **приватность**, *Προστασία*. Українська ґ ї, српски ђ љ, Қазақша ә.",
            ),
        ),
        named(
            "blocks",
            text(
                "fr",
                concat!(
                    "Un paragraphe, *en italique*, **en gras**, ~~barré~~, `code_avec_des_parties`.\n\n",
                    "## Un titre\n\n- un\n- deux\n  - trois\n\n    avec un paragraphe\n\n3. trois\n4. quatre\n\n> Une citation\n>\n> sur deux paragraphes\n\n",
                    "---\n\n```\nif (a) {\n    b();\n}\n```\n\n| a | b |\n|---|---|\n| c | d |\n\n",
                    "Un [lien](https://a.example/un/chemin), <https://b.example>, <moi@a.example>.  \nUne ligne après.",
                ),
            ),
        ),
        named("deep", text("fr", &deep)),
        named("quotes", text("fr", &format!("{} fond", "> ".repeat(22)))),
        named(
            "signs",
            text(
                "fr",
                "12\u{202f}% « oui »\u{a0}; 👩‍🍪 🍪 ✓ → ≥ € \u{fffd} ﬁ ﬀ e\u{301} \u{200b}x\u{200d}y \u{ad}z",
            ),
        ),
        named(
            "long-words",
            text(
                "fr",
                &format!(
                    "{} {}",
                    "a".repeat(300),
                    "Donaudampfschifffahrtsgesellschaft".repeat(6)
                ),
            ),
        ),
        named(
            "enormous",
            text(
                "fr",
                &format!("{}\n\n{}", "Une phrase. ".repeat(6_000), "x".repeat(2_000)),
            ),
        ),
        named("nothing", text("fr", "")),
    ]
}

/// So many generated charters, the same at every run.
pub fn generated(many: usize) -> Vec<Named> {
    let rng = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
    let mut runner = TestRunner::new_with_rng(Config::default(), rng);
    let mut named = Vec::new();
    while named.len() < many {
        let number = named.len();
        let document = if number % 2 == 0 {
            let tree = written()
                .new_tree(&mut runner)
                .expect("texts are made of pieces");
            text("fr", &tree.current())
        } else {
            let tree = generate::collection()
                .new_tree(&mut runner)
                .expect("collections can be made");
            let all = documents(&tree.current());
            // The one with most to say.
            let most = all
                .into_iter()
                .max_by_key(|it| leaves(&it.document).concat().len());
            match most {
                Some(named) => named.document,
                None => continue,
            }
        };
        named.push(Named {
            name: format!("generated-{number:03}"),
            document,
        });
    }
    named
}

/// Texts of Markdown, mostly of ordinary letters, sometimes of any.
pub fn written() -> impl Strategy<Value = String> {
    let pieces = [
        "mot",
        " ",
        " ",
        " ",
        "des mots ",
        "été ",
        "*",
        "**",
        "_",
        "~~",
        "`",
        "[mot](https://a.example/x_(y))",
        "<https://a.example/?b=1&copy;=2>",
        "<moi@a.example>",
        "\n",
        "\n\n",
        "\n- ",
        "\n  - ",
        "\n1. ",
        "\n7) ",
        "\n> ",
        "\n# ",
        "\n### ",
        "\n```\n",
        "\n---\n",
        "  \n",
        "\n| a | b |\n|---|---|\n| c | d |\n",
        "\u{a0}",
        "«",
        "» ",
        "👩‍🍪",
        "django_language ",
        "opendata.cc-coast.example ",
        "passe-t-il ",
        "Kraftfahrzeughaftpflichtversicherung ",
        "\t",
        ". ",
        "שלום ",
        "مرحبا ",
        "Ελλάδα ",
        "Україна ",
        "{{ platform.url }}",
    ];
    let piece = prop_oneof![
        60 => proptest::sample::select(pieces.to_vec()).prop_map(str::to_owned),
        1 => any::<char>().prop_map(String::from),
    ];
    proptest::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

/// The words of inlines. Where a link leads stands behind it, and so ends a word.
fn spoken(inlines: &[Inline]) -> String {
    let parts = inlines.iter().map(|inline| match inline {
        Inline::Link { content, .. } => format!("{} ", spoken(content)),
        Inline::Emphasis(content) | Inline::Strong(content) | Inline::Strike(content) => {
            spoken(content)
        }
        _ => plain(std::slice::from_ref(inline)),
    });
    parts.collect()
}

/// The words of a document: a line for each paragraph, label and cell, in the order of reading.
pub fn leaves(document: &Document) -> Vec<String> {
    let mut leaves = vec![spoken(&document.title.inlines)];
    for section in &document.sections {
        leaves.extend(section.heading.iter().map(|line| spoken(&line.inlines)));
        push_blocks(&section.body.blocks, &mut leaves);
        if let Some(table) = &section.table {
            let labels = table.columns.iter();
            leaves.extend(labels.map(|column| spoken(&column.label.inlines)));
            for cell in table.rows.iter().flat_map(|row| &row.cells) {
                push_blocks(&cell.content.blocks, &mut leaves);
            }
        }
    }
    leaves
}

fn push_blocks(blocks: &[Block], leaves: &mut Vec<String>) {
    for block in blocks {
        match block {
            Block::Heading { inlines, .. } | Block::Paragraph(inlines) => {
                leaves.push(spoken(inlines));
            }
            Block::List { items, .. } => items.iter().for_each(|item| push_blocks(item, leaves)),
            Block::Quote(blocks) => push_blocks(blocks, leaves),
            Block::Code(code) => leaves.push(code.clone()),
            Block::Rule => {}
            Block::Grid { header, rows } => {
                let cells = header.iter().chain(rows.iter().flatten());
                leaves.extend(cells.map(|cell| spoken(cell)));
            }
        }
    }
}

pub fn pdf(document: &Document, design: &Design) -> Result<Vec<u8>, RenderError> {
    render(document, Format::Pdf, design)
}
