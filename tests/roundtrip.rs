//! A law: what is exported and imported again is the same charter.
//!
//! Charters are generated as people write them: prose with marks, lists, links, quotations, tables
//! of cookies. (That harmful and odd texts come back from HTML too is a law of `tests/sources`.)

mod support;

use std::sync::Arc;

use chartrier::document::Document;
use chartrier::import::matching::{Choices, Wish, propose};
use chartrier::import::source::{self, Content};
use chartrier::import::structure::{Decisions, draft};
use chartrier::model::{
    Cell, Charter, Collection, Column, ColumnId, Complete, CookieTable, Edit, Form, Level, List,
    ListEdit, Look, Owner, Platform, PlatformId, Role, Row, RowId, Section, SectionId, Text,
};
use chartrier::render::{Design, Format, Picture, PictureKind, render};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};

use support::language;

const WORDS: [&str; 24] = [
    "cookies",
    "visiteur",
    "portail",
    "navigateur",
    "l’accord",
    "données",
    "« choix »",
    "d’audience",
    "2 semaines",
    "jusqu’à 13 mois",
    "_pk_id*",
    "csrftoken",
    "(front et back office)",
    "C’est",
    "1 an",
    "A & B",
    "x < y",
    "100 %",
    "**important**",
    "*parfois*",
    "`sessionid`",
    "[la CNIL](https://www.cnil.fr/)",
    "~~jamais~~",
    "contact@exemple.fr",
];

const NAMES: [&str; 8] = [
    "_ga",
    "_pk_id*",
    "sessionid",
    "csrftoken, csrf",
    "incap_ses_<ID>",
    "tout cookie en `_hs`",
    "NID",
    "{num}_x",
];

fn words(count: std::ops::Range<usize>) -> impl Strategy<Value = String> {
    vec(select(WORDS.to_vec()), count).prop_map(|words| words.join(" "))
}

fn paragraph() -> impl Strategy<Value = String> {
    words(4..14).prop_map(|words| format!("Le portail {words}."))
}

fn body() -> impl Strategy<Value = String> {
    let list = |mark: &'static str| {
        vec(words(1..5), 1..4).prop_map(move |items| {
            let items: Vec<String> = items.iter().map(|it| format!("{mark}{it}")).collect();
            items.join("\n")
        })
    };
    let block = prop_oneof![
        4 => paragraph(),
        1 => list("- "),
        1 => paragraph().prop_map(|it| format!("> {it}")),
        1 => (paragraph(), paragraph()).prop_map(|(a, b)| format!("{a}\\\n{b}")),
    ];
    vec(block, 1..4).prop_map(|blocks| {
        let mut body = String::new();
        for block in blocks {
            let separator = match body.lines().last() {
                None => "",
                // Two lists in a row would be one.
                Some(last) if last.starts_with("- ") && block.starts_with("- ") => "\n\nPuis :\n\n",
                Some(_) => "\n\n",
            };
            body.push_str(separator);
            body.push_str(&block);
        }
        body
    })
}

fn columns() -> impl Strategy<Value = List<Column>> {
    let all = vec![
        ("Nom du prestataire", Role::Provider),
        ("Nom du cookie", Role::Name),
        ("Finalités", Role::Purpose),
        ("Durée", Role::Duration),
        ("Service et emplacement", Role::Service),
    ];
    subsequence(all, 2..=5).prop_map(|columns| {
        let mut list = List::new();
        for (label, role) in columns {
            let column = Column {
                id: ColumnId::made_from(label, |_| false),
                role,
                label: Text::same(label),
                hidden: false,
                note: String::new(),
            };
            list.push(column).unwrap();
        }
        list
    })
}

fn table() -> impl Strategy<Value = CookieTable> {
    (
        columns(),
        vec(vec((select(NAMES.to_vec()), words(1..5)), 5), 1..5),
    )
        .prop_map(|(columns, rows)| {
            let mut table = CookieTable {
                category: chartrier::model::Category::Necessary,
                consent: None,
                columns: None,
                rows: List::new(),
            };
            for (at, cells) in rows.iter().enumerate() {
                let cells = columns.iter().zip(cells).map(|(column, (name, words))| {
                    let text = if column.role == Role::Name {
                        name
                    } else {
                        words.as_str()
                    };
                    (column.id.clone(), Cell::Text(Text::same(text)))
                });
                let row = Row {
                    id: RowId::new(&format!("r{at}")).unwrap(),
                    when: None,
                    cells: cells.collect(),
                    note: String::new(),
                };
                table.rows.push(row).unwrap();
            }
            table.columns = Some(columns);
            table
        })
}

fn charter() -> impl Strategy<Value = Complete> {
    let section = (1..4_u8, words(1..4), body(), proptest::option::of(table()));
    (proptest::option::of(body()), vec(section, 1..5)).prop_map(|(introduction, sections)| {
        let mut complete = Complete {
            title: Text::same("Charte cookies"),
            ..Complete::default()
        };
        let mut add = |level: u8, heading: &str, body: &str, table: Option<CookieTable>| {
            let id = SectionId::new(&format!("s{}", complete.sections.len())).unwrap();
            let section = Section {
                level: Level::try_from(level).unwrap(),
                heading: Text::same(heading),
                body: Text::same(body),
                table,
                ..Section::empty(id)
            };
            complete.sections.push(section).unwrap();
        };
        if let Some(body) = introduction {
            add(1, "", &body, None);
        }
        for (at, (level, heading, body, table)) in sections.into_iter().enumerate() {
            add(level, &format!("Partie {at} : {heading}"), &body, table);
        }
        complete
    })
}

const PLATFORM: &str = "data-exemple-fr";

/// A collection of one platform with this charter of its own.
fn collection(complete: Complete) -> Collection {
    let mut collection = Collection::new("Essai", language("fr"));
    let charter = Charter {
        updated: None,
        form: Form::Complete(complete),
    };
    let id = PlatformId::new(PLATFORM).unwrap();
    let platform = Platform::new(id, "data.exemple.fr", "https://data.exemple.fr", charter);
    let insert = ListEdit::Insert {
        at: 0,
        item: Arc::new(platform),
    };
    collection.apply(Edit::Platforms(insert)).unwrap();
    collection
}

fn document(collection: &Collection) -> Document {
    let owner = Owner::Platform(PlatformId::new(PLATFORM).unwrap());
    let resolved = collection.resolve(&owner).unwrap();
    Document::new(collection, &resolved, &language("fr"))
}

/// What is imported from an export, exported again as `as_format`.
fn again(export: &[u8], format: Format, as_format: Format, design: &Design) -> String {
    let source = source::read(export, format.file_name()).unwrap();
    let Content::Page(page) = source.content else {
        panic!("an export is no collection");
    };
    let decisions = Decisions {
        language: Some(language("fr")),
        ..Decisions::default()
    };
    let draft = draft(&page, &decisions, &language("fr"));
    let mut collection = Collection::new("Essai", language("fr"));
    let wish = Wish {
        platform: Some(PlatformId::new(PLATFORM).unwrap()),
        source: String::new(),
    };
    let proposal = propose(&collection, &draft, &wish, &Choices::default());
    for edit in proposal.edits(&collection) {
        collection.apply(edit).unwrap();
    }
    without_ids(
        &render(&document(&collection), as_format, design)
            .expect("nothing of its looks is its own"),
    )
}

/// The look of a public body, with a logo.
fn public() -> Design {
    Design {
        look: Look::Public,
        logo: Some(Picture {
            name: "logo.svg".to_owned(),
            kind: PictureKind::Svg,
            bytes: Arc::from(&b"<svg xmlns='http://www.w3.org/2000/svg'/>"[..]),
            alternative: Text::same("Le sceau de la ville"),
        }),
        ..Design::default()
    }
}

/// An export without what is made anew: the ids of sections, and what the platform is called.
fn without_ids(export: &[u8]) -> String {
    let export = String::from_utf8(export.to_vec()).unwrap();
    let line = |line: &str| {
        let Some(at) = line.find(" id=\"charter-") else {
            return line.to_owned();
        };
        let (head, tail) = line.split_at(at);
        let end = tail
            .match_indices('"')
            .nth(1)
            .map_or(tail.len(), |(end, _)| end + 1);
        format!("{head}{}", &tail[end..])
    };
    let lines = export
        .lines()
        .filter(|it| !it.contains("<title>") && !it.contains("charter-site"))
        .map(line);
    lines.collect::<Vec<_>>().join("\n")
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn what_is_exported_and_imported_is_the_same_charter(charter in charter()) {
        let document = document(&collection(charter));
        prop_assert!(!document.is_blocked());
        let plain = Design::default();
        let public = public();
        for (format, design) in [
            (Format::Html, &plain),
            (Format::Html, &public),
            (Format::Fragment, &plain),
            (Format::Markdown, &plain),
        ] {
            let export = render(&document, format, design).expect("nothing of its looks is its own");
            prop_assert_eq!(again(&export, format, format, design), without_ids(&export), "{}", format);
        }
        // The names of bookmarks are made of ids, which are made anew.
        let rendered = |format| render(&document, format, &Design::default()).expect("nothing of its looks is its own");
        let (docx, page) = (rendered(Format::Docx), rendered(Format::Html));
        prop_assert_eq!(again(&docx, Format::Docx, Format::Html, &plain), without_ids(&page));
    }
}
