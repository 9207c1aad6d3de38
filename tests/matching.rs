//! Pages matched with what a collection holds.

mod support;

use std::collections::HashMap;

use chartrier::document::{Block, Document, Inline, plain};
use chartrier::import::draft::{
    DateOnPage, Draft, DraftCell, DraftColumn, DraftRow, DraftSection, DraftTable, SetApart,
    Verdict,
};
use chartrier::import::matching::{
    Asked, Choices, Counts, Decision, FormChoice, Outcome, PagePart, PartKey, PlatformStanding,
    Proposal, Wish, most_common, propose, propose_all,
};
use chartrier::model::{Category, Collection, ModelId, Owner, Role};
use jiff::civil::date;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use support::{language, ron};

const HEADINGS: [&str; 6] = [
    "Pourquoi ?",
    "Cookies nécessaires",
    "Statistiques",
    "",
    "Vos choix",
    "Nous écrire",
];

/// A page about a garden society's portal.
fn page(address: &str) -> Draft {
    let host = address.trim_start_matches("https://");
    Draft {
        sections: vec![
            section(
                1,
                "À quoi sert cette page ?",
                &format!(
                    "Elle dit ce que le portail <{address}> range dans votre navigateur, et pour combien de temps.\n\nTout ce qui n'est pas indispensable attend votre réponse."
                ),
            ),
            table(
                section(
                    2,
                    "Ce qui fait marcher le portail",
                    "Sans ces cookies, impossible d'entrer.",
                ),
                Category::Necessary,
                &[
                    &[
                        "Jardin",
                        "jeton",
                        "Reconnaître le jardinier d'une page à l'autre",
                    ],
                    &["Jardin", "langue", "Retenir la langue des étiquettes"],
                    &["Semis SA", "panier", "Garder les graines choisies"],
                ],
            ),
            section(
                1,
                "Refuser",
                &format!(
                    "Ouvrez [vos réglages]({address}/reglages/) sur {host}, puis fermez le portillon."
                ),
            ),
            section(
                1,
                "Nous joindre",
                "Une question ? Passez à la cabane, elle est ouverte le samedi matin.",
            ),
        ],
        ..empty(address)
    }
}

fn empty(address: &str) -> Draft {
    Draft {
        language: language("fr"),
        address: Some(address.to_owned()).filter(|it| !it.is_empty()),
        publisher: None,
        updated: None,
        title: "Les cookies du potager".to_owned(),
        sections: Vec::new(),
        set_apart: Vec::new(),
        notes: Vec::new(),
        verdict: Verdict::Complete,
        kinds: Vec::new(),
    }
}

fn section(level: u8, heading: &str, body: &str) -> DraftSection {
    DraftSection {
        part: 0,
        line: 1,
        level,
        heading: heading.to_owned(),
        body: body.to_owned(),
        table: None,
    }
}

fn table(section: DraftSection, category: Category, rows: &[&[&str]]) -> DraftSection {
    let columns = [
        ("Qui", Role::Provider),
        ("Nom", Role::Name),
        ("Pourquoi", Role::Purpose),
    ];
    let table = DraftTable {
        part: 0,
        line: 1,
        category: Some(category),
        columns: columns
            .map(|(label, role)| DraftColumn {
                label: label.to_owned(),
                role,
            })
            .to_vec(),
        rows: rows.iter().map(|cells| row(cells)).collect(),
    };
    DraftSection {
        table: Some(table),
        ..section
    }
}

/// A row; `^` says « as above », `-` that there is no cell.
fn row(cells: &[&str]) -> DraftRow {
    let cell = |text: &&str| match *text {
        "^" => DraftCell::Above,
        "-" => DraftCell::Absent,
        text => DraftCell::Text(text.to_owned()),
    };
    DraftRow {
        line: 1,
        cells: cells.iter().map(cell).collect(),
    }
}

fn rows(draft: &mut Draft) -> &mut Vec<DraftRow> {
    &mut draft
        .sections
        .iter_mut()
        .find_map(|it| it.table.as_mut())
        .unwrap()
        .rows
}

fn columns(draft: &mut Draft) -> &mut Vec<DraftColumn> {
    &mut draft
        .sections
        .iter_mut()
        .find_map(|it| it.table.as_mut())
        .unwrap()
        .columns
}

fn new_collection() -> Collection {
    Collection::new("Essai", language("fr"))
}

fn wish(source: &str) -> Wish {
    Wish {
        platform: None,
        source: source.to_owned(),
    }
}

fn proposed(collection: &Collection, draft: &Draft) -> Proposal {
    propose(collection, draft, &wish("page.txt"), &Choices::default())
}

fn take(collection: &mut Collection, proposal: &Proposal) {
    for edit in proposal.edits(collection) {
        collection
            .apply(edit)
            .expect("what is proposed can be done");
    }
}

fn import(collection: &mut Collection, draft: &Draft) -> Proposal {
    let proposal = proposed(collection, draft);
    take(collection, &proposal);
    let again = proposed(collection, draft);
    assert_eq!(
        again.edits(collection),
        [],
        "a second import changes nothing: {}\n{again:#?}",
        ron(collection)
    );
    says(collection, &proposal, draft);
    proposal
}

/// A collection with the garden page as its model.
fn garden() -> Collection {
    let mut collection = new_collection();
    import(&mut collection, &page("https://potager.example"));
    collection
}

/// What a platform holds itself, as the file has it, without its name and address.
fn adaptations(collection: &Collection, proposal: &Proposal) -> Vec<String> {
    let charter = &collection
        .platforms
        .get(&proposal.platform.id)
        .unwrap()
        .charter;
    let name = |it: &chartrier::model::Adaptation| {
        let kind = format!("{it:?}");
        let kind = kind.split([' ', '{']).next().unwrap_or_default().to_owned();
        format!("{kind} {}", it.element())
    };
    charter.adaptations().iter().map(name).collect()
}

/// Letters alone: what a reader sees, spaces, quotes and the like aside.
fn letters(text: &str) -> String {
    text.to_lowercase()
        .chars()
        .filter(|c| c.is_alphanumeric())
        .collect()
}

fn words(blocks: &[Block]) -> String {
    let of = |block: &Block| match block {
        Block::Paragraph(inlines) | Block::Heading { inlines, .. } => seen(inlines),
        Block::List { items, .. } => items.iter().map(|it| words(it)).collect(),
        Block::Quote(blocks) => words(blocks),
        Block::Code(code) => code.clone(),
        Block::Rule => String::new(),
        Block::Grid { header, rows } => std::iter::once(header)
            .chain(rows)
            .flatten()
            .map(|it| seen(it))
            .collect(),
    };
    letters(&blocks.iter().map(of).collect::<String>())
}

fn seen(inlines: &[Inline]) -> String {
    plain(inlines)
}

/// A page's Markdown as it is seen: the tests write no other marks than links.
fn visible(markdown: &str) -> String {
    words(&chartrier::document::blocks_in(markdown))
}

/// The platform's charter says what the page says.
fn says(collection: &Collection, proposal: &Proposal, draft: &Draft) {
    let owner = Owner::Platform(proposal.platform.id.clone());
    let resolved = collection.resolve(&owner).unwrap();
    assert_eq!(resolved.findings, [], "{}", ron(collection));
    let document = Document::new(collection, &resolved, &proposal.language);
    let blocking = document
        .findings
        .iter()
        .filter(|it| it.problem.blocks_export());
    assert_eq!(blocking.count(), 0, "{:?}", document.findings);
    let mut wanted = vec![letters(&draft.title)];
    for section in &draft.sections {
        let rows = section.table.iter().flat_map(|it| &it.rows);
        if section.heading.is_empty() && section.body.is_empty() && rows.clone().count() == 0 {
            continue;
        }
        wanted.push(visible(&section.heading));
        wanted.push(visible(&section.body));
        let table = section.table.iter().filter(|it| !it.rows.is_empty());
        wanted.extend(
            table
                .flat_map(|it| &it.columns)
                .map(|it| letters(&it.label)),
        );
        let mut above: HashMap<usize, String> = HashMap::new();
        for row in rows {
            for (at, cell) in row.cells.iter().enumerate() {
                match cell {
                    DraftCell::Text(text) => drop(above.insert(at, visible(text))),
                    DraftCell::Absent => drop(above.insert(at, String::new())),
                    DraftCell::Above => {}
                }
                wanted.push(above.get(&at).cloned().unwrap_or_default());
            }
        }
    }
    let mut found = vec![letters(&plain(&document.title.inlines))];
    for section in &document.sections {
        found.push(
            section
                .heading
                .as_ref()
                .map_or_else(String::new, |it| letters(&plain(&it.inlines))),
        );
        found.push(words(&section.body.blocks));
        if let Some(table) = &section.table {
            found.extend(
                table
                    .columns
                    .iter()
                    .map(|it| letters(&plain(&it.label.inlines))),
            );
            found.extend(
                table
                    .rows
                    .iter()
                    .flat_map(|it| &it.cells)
                    .map(|it| words(&it.content.blocks)),
            );
        }
    }
    assert_eq!(found, wanted, "{}", ron(collection));
}

#[test]
fn the_first_page_becomes_a_model_that_its_platform_follows() {
    let collection = garden();
    let model = collection.models.at(0).unwrap();
    assert_eq!(model.id.as_str(), "les-cookies-du-potager");
    let text = ron(&collection);
    assert!(!text.contains("potager.example/"), "{text}");
    assert!(text.contains("<{{ platform.url }}>"), "{text}");
    assert!(
        text.contains("({{ platform.url }}/reglages/) sur {{ platform.host }}"),
        "{text}"
    );
}

#[test]
fn the_same_page_of_another_address_is_a_platform_of_three_lines() {
    let mut collection = garden();
    let proposal = import(&mut collection, &page("https://verger.example"));
    assert_eq!(
        proposal.counts(),
        Counts {
            inherited: 8,
            ..Counts::default()
        }
    );
    let text = ron(&collection);
    let platform = text.split("Platform(").nth(2).unwrap();
    let platform: String = platform.split_whitespace().collect::<Vec<_>>().join(" ");
    assert_eq!(
        platform,
        r#"id: "verger-example", name: "verger.example", url: "https://verger.example", follows: "les-cookies-du-potager", ), ], )"#
    );
}

#[test]
fn what_differs_is_adapted_and_the_rest_inherited() {
    type Change = fn(&mut Draft);
    let cases: &[(&str, Change, &[&str])] = &[
        (
            "a title",
            |d| d.title = "Nos cookies".into(),
            &["ReplaceTitle title"],
        ),
        (
            "a heading",
            |d| d.sections[3].heading = "Nous écrire".into(),
            &["ReplaceHeading nous-joindre / heading"],
        ),
        (
            "a text",
            |d| d.sections[3].body = d.sections[3].body.replace("samedi", "dimanche"),
            &["ReplaceBody nous-joindre / body"],
        ),
        (
            "a level",
            |d| d.sections[2].level = 2,
            &["ReplaceLevel refuser"],
        ),
        (
            "a category",
            |d| d.sections[1].table.as_mut().unwrap().category = Some(Category::Functional),
            &["ReplaceNature ce-qui-fait-marcher-le-portail"],
        ),
        (
            "no category",
            |d| d.sections[1].table.as_mut().unwrap().category = None,
            &[],
        ),
        (
            "a label",
            |d| columns(d)[0].label = "Prestataire".into(),
            &["ReplaceLabel columns / provider"],
        ),
        (
            "a cell",
            |d| rows(d)[1].cells[2] = DraftCell::Text("Retenir la langue choisie".into()),
            &["ReplaceCell ce-qui-fait-marcher-le-portail / langue / purpose"],
        ),
        (
            "a name",
            |d| rows(d)[1].cells[1] = DraftCell::Text("lang".into()),
            &["ReplaceCell ce-qui-fait-marcher-le-portail / langue / name"],
        ),
        (
            "a cell as above",
            |d| rows(d)[1].cells[0] = DraftCell::Above,
            &[],
        ),
        (
            "no cell",
            |d| rows(d)[0].cells[0] = DraftCell::Absent,
            &["ReplaceCell ce-qui-fait-marcher-le-portail / jeton / provider"],
        ),
        (
            "another row",
            |d| {
                rows(d).insert(
                    1,
                    row(&["Ruche", "abeille", "Compter les visites des fleurs"]),
                );
            },
            &["AddRow ce-qui-fait-marcher-le-portail / abeille"],
        ),
        (
            "a row less",
            |d| drop(rows(d).remove(0)),
            &["HideRow ce-qui-fait-marcher-le-portail / jeton"],
        ),
        (
            "rows in another order",
            |d| rows(d).rotate_left(1),
            &["MoveRow ce-qui-fait-marcher-le-portail / jeton"],
        ),
        (
            "another section",
            |d| {
                d.sections.insert(
                    1,
                    section(1, "Les abeilles", "Elles ne gardent rien en mémoire."),
                );
            },
            &["AddSection les-abeilles"],
        ),
        (
            "a section less",
            |d| drop(d.sections.remove(2)),
            &["HideSection refuser"],
        ),
        (
            "sections in another order",
            |d| d.sections.swap(2, 3),
            &["MoveSection nous-joindre"],
        ),
        (
            "another column",
            |d| {
                columns(d).push(DraftColumn {
                    label: "Durée".into(),
                    role: Role::Duration,
                });
                for row in rows(d) {
                    row.cells.push(DraftCell::Text("6 mois".into()));
                }
            },
            &[
                "AddColumn columns / duration",
                "ReplaceCell ce-qui-fait-marcher-le-portail / jeton / duration",
                "ReplaceCell ce-qui-fait-marcher-le-portail / langue / duration",
                "ReplaceCell ce-qui-fait-marcher-le-portail / panier / duration",
            ],
        ),
        (
            "a column less",
            |d| {
                columns(d).remove(0);
                for row in rows(d) {
                    row.cells.remove(0);
                }
            },
            &["HideColumn columns / provider"],
        ),
        (
            "columns in another order",
            |d| {
                columns(d).swap(1, 2);
                for row in rows(d) {
                    row.cells.swap(1, 2);
                }
            },
            &["MoveColumn columns / purpose"],
        ),
        (
            "a table less",
            |d| d.sections[1].table = None,
            &[
                "HideRow ce-qui-fait-marcher-le-portail / jeton",
                "HideRow ce-qui-fait-marcher-le-portail / langue",
                "HideRow ce-qui-fait-marcher-le-portail / panier",
            ],
        ),
        (
            "quotes and spaces",
            |d| {
                for section in &mut d.sections {
                    section.body = section.body.replace('\'', "’").replace(' ', "\u{a0}");
                }
            },
            &[],
        ),
    ];
    for (what, change, expected) in cases {
        let mut collection = garden();
        let mut draft = page("https://verger.example");
        change(&mut draft);
        let proposal = import(&mut collection, &draft);
        assert_eq!(adaptations(&collection, &proposal), *expected, "{what}");
    }
}

#[test]
fn a_table_that_is_put_into_a_section_makes_it_another_one() {
    let mut collection = garden();
    let mut draft = page("https://verger.example");
    draft.sections[3] = table(
        draft.sections[3].clone(),
        Category::Audience,
        &[&["Ruche", "miel", "Compter"]],
    );
    let proposal = import(&mut collection, &draft);
    assert_eq!(
        adaptations(&collection, &proposal),
        ["HideSection nous-joindre", "AddSection nous-joindre-2"]
    );
}

#[test]
fn fields_take_what_stands_in_their_place() {
    let model = r#"
        fields: [Field(id: "publisher.name", default: {"fr": "la mairie"})],
        models: [Model(id: "m", title: {"fr": "Cookies"}, sections: [
            Section(id: "a", heading: {"fr": "Qui publie"}, body: {"fr": "Ce portail est tenu par {{ publisher.name }}, au village."}),
            Section(id: "b", heading: {"fr": "Choisir"}, body: {"fr": "Vos choix : <{{ preferences.url }}>. Pour écrire à {{ publisher.name }} : {{ publisher.contact }}."}),
            Section(id: "c", heading: {"fr": "Date"}, body: {"fr": "Mise à jour le {{ updated }}, sur {{ platform.name }}."}),
        ])],
    "#;
    let draft = |publisher: [&str; 2]| Draft {
        title: "Cookies".into(),
        updated: Some(DateOnPage {
            date: date(2026, 3, 4),
            written: "04/03/2026".into(),
        }),
        sections: vec![
            section(
                1,
                "Qui publie",
                &format!("Ce portail est tenu par {}, au village.", publisher[0]),
            ),
            section(
                1,
                "Choisir",
                &format!(
                    "Vos choix : <https://mare.example/choix>. Pour écrire à {} : ecrire@mare.example.",
                    publisher[1]
                ),
            ),
            section(1, "Date", "Mise à jour le 04/03/2026, sur mare.example."),
        ],
        ..empty("https://mare.example")
    };
    let mut collection = support::collection(model);
    let proposal = proposed(&collection, &draft(["l’école", "l’école"]));
    take(&mut collection, &proposal);
    let held = collection.platforms.at(0).unwrap();
    let fields: Vec<String> = held
        .fields
        .iter()
        .map(|(id, text)| format!("{id} {text:?}"))
        .collect();
    assert_eq!(
        fields,
        [
            r#"preferences.url Same("https://mare.example/choix")"#,
            r#"publisher.contact Same("ecrire@mare.example")"#,
            r#"publisher.name Same("l’école")"#,
        ]
    );
    assert_eq!(held.charter.updated, Some(date(2026, 3, 4)));
    assert_eq!(held.charter.adaptations(), []);
    assert_eq!(
        proposed(&collection, &draft(["l’école", "l’école"])).edits(&collection),
        []
    );

    let mut collection = support::collection(model);
    let proposal = proposed(&collection, &draft(["la mairie", "la mairie"]));
    take(&mut collection, &proposal);
    assert!(
        !ron(&collection)
            .split("platforms")
            .nth(1)
            .unwrap()
            .contains("publisher.name"),
        "the default is left to the collection"
    );

    let mut collection = support::collection(model);
    let proposal = proposed(&collection, &draft(["l’école", "l’hôpital"]));
    take(&mut collection, &proposal);
    assert_eq!(
        adaptations(&collection, &proposal),
        ["ReplaceBody b / body"],
        "a field says one thing"
    );
    assert_eq!(
        proposed(&collection, &draft(["l’école", "l’hôpital"])).edits(&collection),
        []
    );
}

#[test]
fn what_depends_on_a_fact_sets_it_and_is_not_hidden_where_it_is_missing() {
    let model = r#"
        facts: [Fact(id: "matomo"), Fact(id: "youtube")],
        models: [Model(id: "m", title: {"fr": "Cookies"}, columns: [Column(id: "nom", role: name, label: {"fr": "Nom"})], sections: [
            Section(id: "a", heading: {"fr": "Bases"}, body: {"fr": "Un texte sur les cookies."}, table: Some(CookieTable(rows: [
                Row(id: "session", cells: {"nom": "session"}), Row(id: "yt", when: Some("youtube"), cells: {"nom": "yt"})]))),
            Section(id: "b", when: Some("matomo"), heading: {"fr": "Mesure"}, body: {"fr": "Matomo compte les visites."}),
        ])],
    "#.replace("Some(\"youtube\")", "\"youtube\"").replace("Some(\"matomo\")", "\"matomo\"").replace("Some(CookieTable(", "CookieTable(").replace("]))),", "])),");
    let draft = |rows: &[&str], measures: bool| {
        let mut sections = vec![section(1, "Bases", "Un texte sur les cookies.")];
        sections[0].table = Some(DraftTable {
            part: 0,
            line: 1,
            category: None,
            columns: vec![DraftColumn {
                label: "Nom".into(),
                role: Role::Name,
            }],
            rows: rows.iter().map(|it| row(&[it])).collect(),
        });
        if measures {
            sections.push(section(1, "Mesure", "Matomo compte les visites."));
        }
        Draft {
            title: "Cookies".into(),
            sections,
            ..empty("https://mare.example")
        }
    };
    for (rows, measures, facts) in [
        (&["session"][..], false, &[][..]),
        (&["session", "yt"], false, &["youtube"]),
        (&["session"], true, &["matomo"]),
        (&["session", "yt"], true, &["youtube", "matomo"]),
    ] {
        let mut collection = support::collection(&model);
        let proposal = import(&mut collection, &draft(rows, measures));
        let found: Vec<&str> = proposal
            .platform
            .facts
            .iter()
            .map(|it| it.as_str())
            .collect();
        assert_eq!(
            (found, adaptations(&collection, &proposal)),
            (facts.to_vec(), vec![])
        );
        // The page has changed since.
        import(&mut collection, &draft(&["session"], false));
        assert!(collection.platforms.at(0).unwrap().facts.is_empty());
    }
}

/// The garden in French and English, and a platform with words of its own in both.
fn bilingual() -> Collection {
    support::collection(
        r#"
        models: [Model(id: "m", title: {"fr": "Les cookies", "en": "The cookies"}, sections: [
            Section(id: "a", heading: {"fr": "Pourquoi", "en": "Why"}, body: {"fr": "Le portail retient votre langue.", "en": "The portal remembers your language."}),
            Section(id: "b", heading: {"fr": "Refuser", "en": "To refuse"}, body: {"fr": "Fermez la porte.", "en": "Close the door."}),
        ])],
        platforms: [Platform(id: "mare-example", name: "La mare", url: "https://mare.example", note: "Un mot.", follows: "m", adaptations: [
            replace_body(section: "b", was: {"fr": "Fermez la porte.", "en": "Close the door."}, text: {"fr": "Fermez la vanne.", "en": "Close the valve."}),
        ])],
    "#,
    )
}

fn page_in(tag: &str, title: &str, sections: &[(&str, &str)]) -> Draft {
    Draft {
        language: language(tag),
        title: title.into(),
        sections: sections
            .iter()
            .map(|(heading, body)| section(1, heading, body))
            .collect(),
        ..empty("https://mare.example/")
    }
}

#[test]
fn a_platform_keeps_what_it_says_in_other_languages() {
    let mut collection = bilingual();
    let same = page_in(
        "en",
        "The cookies",
        &[
            ("Why", "The portal remembers your language."),
            ("To refuse", "Close the valve."),
        ],
    );
    let before = ron(&collection);
    import(&mut collection, &same);
    assert_eq!(ron(&collection), before);

    let other = page_in(
        "en",
        "The cookies",
        &[
            ("Why", "The portal remembers your language."),
            ("To refuse", "Close the valve, or the tap."),
        ],
    );
    let proposal = import(&mut collection, &other);
    assert_eq!(proposal.standing, PlatformStanding::Updated);
    assert!(ron(&collection).contains("Fermez la vanne."));
    assert!(ron(&collection).contains("Close the valve, or the tap."));
    assert_eq!(collection.platforms.at(0).unwrap().note, "Un mot.");

    // Another variety of a language of the collection is that language.
    let british = Draft {
        language: language("en-GB"),
        ..other
    };
    assert_eq!(proposed(&collection, &british).edits(&collection), []);
}

#[test]
fn a_page_in_a_new_language_translates_a_charter_of_the_same_shape() {
    let mut collection = bilingual();
    let spanish = page_in(
        "es",
        "Las galletas",
        &[
            ("Por qué", "El portal recuerda su idioma."),
            ("Rechazar", "Cierre la puerta."),
        ],
    );
    import(&mut collection, &spanish);
    let held = collection.platforms.at(0).unwrap();
    let tags: Vec<&str> = held.languages.iter().map(|it| it.as_str()).collect();
    assert_eq!(
        (collection.platforms.len(), tags),
        (1, vec!["fr", "en", "es"])
    );
    assert!(ron(&collection).contains("Fermez la vanne."));

    // One of another shape is a platform of its own.
    let mut collection = bilingual();
    let german = page_in(
        "de",
        "Kekse",
        &[("Warum", "Das Portal merkt sich Ihre Sprache.")],
    );
    let proposal = import(&mut collection, &german);
    assert_eq!(collection.platforms.len(), 2);
    assert_eq!(proposal.platform.languages, [language("de")]);
}

#[test]
fn a_page_that_is_near_no_model_has_a_charter_of_its_own() {
    let mut collection = garden();
    let draft = page_in(
        "fr",
        "Mentions",
        &[(
            "Hébergement",
            "Les serveurs sont dans une grange au bord du canal.",
        )],
    );
    let proposal = import(&mut collection, &draft);
    assert_eq!((proposal.follows, collection.models.len()), (None, 1));
    assert_eq!(proposal.parts.len(), 2);
}

#[test]
fn what_was_set_apart_is_kept_in_the_note() {
    let mut collection = new_collection();
    let mut draft = page("https://potager.example");
    draft.set_apart.push(SetApart {
        line: 7,
        text: "Télécharger".into(),
    });
    import(&mut collection, &draft);
    assert_eq!(
        collection.platforms.at(0).unwrap().note,
        "page.txt:7: Télécharger"
    );
}

#[test]
fn a_person_decides_otherwise() {
    let collection = garden();
    let mut draft = page("https://verger.example");
    draft.sections[3].body =
        "Une question ? Passez à la grange, elle est ouverte le samedi matin.".into();
    rows(&mut draft).remove(2);
    let section_at = |at| PartKey::Page(PagePart::Section(at));
    let missing = || {
        PartKey::Charter(
            proposed(&collection, &draft)
                .parts
                .iter()
                .find(|it| it.outcome == Outcome::Hidden)
                .unwrap()
                .element
                .clone()
                .unwrap(),
        )
    };
    let hidden = "HideRow ce-qui-fait-marcher-le-portail / panier";
    let cases: Vec<(PartKey, Decision, Vec<&str>)> = vec![
        (section_at(3), Decision::Inherit, vec![hidden]),
        (
            section_at(3),
            Decision::Adapt,
            vec![hidden, "ReplaceBody nous-joindre / body"],
        ),
        (
            section_at(3),
            Decision::Add,
            vec![
                hidden,
                "AddSection nous-joindre-2",
                "HideSection nous-joindre",
            ],
        ),
        (
            section_at(3),
            Decision::LeaveOut,
            vec![hidden, "HideSection nous-joindre"],
        ),
        (
            missing(),
            Decision::Inherit,
            vec!["ReplaceBody nous-joindre / body"],
        ),
        (
            PartKey::Page(PagePart::Row { section: 1, row: 0 }),
            Decision::LeaveOut,
            vec![
                "HideRow ce-qui-fait-marcher-le-portail / jeton",
                hidden,
                "ReplaceBody nous-joindre / body",
            ],
        ),
    ];
    for (key, decision, expected) in cases {
        let mut collection = collection.clone();
        let choices = Choices {
            parts: [(key.clone(), decision)].into(),
            ..Choices::default()
        };
        let proposal = propose(&collection, &draft, &wish(""), &choices);
        take(&mut collection, &proposal);
        let mut found = adaptations(&collection, &proposal);
        let mut expected = expected;
        found.sort_unstable();
        expected.sort_unstable();
        assert_eq!(found, expected, "{key:?} {decision:?}");
    }
    let form = |form| {
        propose(
            &collection,
            &draft,
            &wish(""),
            &Choices {
                form,
                ..Choices::default()
            },
        )
    };
    assert_eq!(form(FormChoice::Own).follows, None);
    assert!(form(FormChoice::NewModel).new_model.is_some());
    let id = ModelId::new("les-cookies-du-potager").unwrap();
    assert_eq!(form(FormChoice::Follow(id.clone())).follows, Some(id));
}

#[test]
fn a_platform_is_wished_by_its_id() {
    let mut collection = garden();
    let wished = Wish {
        platform: Some("verger".parse().unwrap()),
        source: String::new(),
    };
    let draft = Draft {
        address: None,
        ..page("")
    };
    let proposal = propose(&collection, &draft, &wished, &Choices::default());
    take(&mut collection, &proposal);
    assert_eq!(proposal.platform.id.as_str(), "verger");
    assert_eq!(
        propose(&collection, &draft, &wished, &Choices::default()).edits(&collection),
        []
    );
}

#[test]
fn of_many_pages_the_most_common_text_becomes_the_model() {
    let mut odd = page("https://un.example");
    odd.sections.truncate(2);
    odd.sections[0].body = "Tout autre chose.".into();
    let drafts = [
        odd,
        page("https://deux.example"),
        page("https://trois.example"),
    ];
    let refs: Vec<&Draft> = drafts.iter().collect();
    assert_eq!(most_common(&refs), Some(1));
    let asked = |draft| Asked {
        draft,
        wish: wish(""),
        choices: Choices::default(),
    };
    let sources: Vec<Asked> = drafts.into_iter().map(asked).collect();
    let mut collection = new_collection();
    let together = propose_all(&collection, &sources);
    for edit in together.edits {
        collection.apply(edit).unwrap();
    }
    let ids: Vec<&str> = collection
        .platforms
        .iter()
        .map(|it| it.id.as_str())
        .collect();
    assert_eq!(ids, ["un-example", "deux-example", "trois-example"]);
    assert_eq!(collection.models.len(), 1);
    let again = propose_all(&collection, &sources);
    assert_eq!(again.edits, []);
    for proposal in &again.proposals {
        assert_eq!(proposal.standing, PlatformStanding::Unchanged);
    }
}

fn sentence() -> impl Strategy<Value = String> {
    let words = select(vec![
        "graine",
        "semis",
        "l'eau",
        "« sol »",
        "terre",
        "abeille",
        "miel",
        "<https://potager.example>",
        "potager.example",
        "rang",
        "{{ x }}",
        "*vif*",
    ]);
    vec(words, 0..9).prop_map(|words| words.join(" "))
}

fn generated_row() -> impl Strategy<Value = DraftRow> {
    let cell = prop_oneof![
        6 => sentence().prop_map(DraftCell::Text),
        1 => Just(DraftCell::Above),
        1 => Just(DraftCell::Absent),
    ];
    (cell.clone(), select(vec!["a", "b", "c", "d"]), cell).prop_map(|(one, name, two)| DraftRow {
        line: 1,
        cells: vec![one, DraftCell::Text(name.to_owned()), two],
    })
}

fn generated_section() -> impl Strategy<Value = DraftSection> {
    (
        1_u8..4,
        select(HEADINGS.to_vec()),
        sentence(),
        proptest::option::weighted(0.4, vec(generated_row(), 1..5)),
    )
        .prop_map(|(level, heading, body, rows)| match rows {
            None => section(level, heading, &body),
            Some(rows) => {
                let mut made = table(section(level, heading, &body), Category::Necessary, &[]);
                made.table.as_mut().unwrap().rows = rows;
                made
            }
        })
}

fn generated() -> impl Strategy<Value = Draft> {
    vec(generated_section(), 1..6).prop_map(|sections| Draft {
        sections,
        ..empty("https://potager.example")
    })
}

/// A small edit of a draft.
#[derive(Debug, Clone)]
enum Change {
    Drop(usize),
    Swap(usize, usize),
    Add(usize, DraftSection),
    Reword(usize, String),
    Rows(usize, Vec<DraftRow>),
    Rotate(usize),
    Label(usize, &'static str),
    Move,
}

fn change() -> impl Strategy<Value = Change> {
    prop_oneof![
        (0..6_usize).prop_map(Change::Drop),
        (0..6_usize, 0..6_usize).prop_map(|(a, b)| Change::Swap(a, b)),
        (0..6_usize, generated_section()).prop_map(|(at, it)| Change::Add(at, it)),
        (0..6_usize, sentence()).prop_map(|(at, it)| Change::Reword(at, it)),
        (0..6_usize, vec(generated_row(), 0..4)).prop_map(|(at, it)| Change::Rows(at, it)),
        (0..6_usize).prop_map(Change::Rotate),
        (0..6_usize, select(vec!["Qui", "Prestataire"])).prop_map(|(at, it)| Change::Label(at, it)),
        Just(Change::Move),
    ]
}

fn changed(draft: &mut Draft, change: Change) {
    let count = draft.sections.len().max(1);
    match change {
        Change::Drop(at) if count > 1 => drop(draft.sections.remove(at % count)),
        Change::Swap(a, b) => draft.sections.swap(a % count, b % count),
        Change::Add(at, it) => draft.sections.insert(at % count, it),
        Change::Reword(at, it) => draft.sections[at % count].body = it,
        Change::Move => draft.address = Some("https://verger.example".into()),
        Change::Drop(_) => {}
        Change::Rows(at, rows) => {
            if let Some(table) = &mut draft.sections[at % count].table {
                table.rows.extend(rows);
            }
        }
        Change::Rotate(at) => {
            if let Some(table) = &mut draft.sections[at % count].table {
                table.rows.rotate_left(1);
            }
        }
        Change::Label(at, label) => {
            if let Some(table) = &mut draft.sections[at % count].table {
                label.clone_into(&mut table.columns[0].label);
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn a_page_says_what_it_said_and_a_second_import_changes_nothing(
        draft in generated(),
        changes in vec(change(), 0..4),
        later in vec(change(), 0..3),
    ) {
        let mut collection = new_collection();
        import(&mut collection, &draft);
        let mut draft = draft;
        for change in changes {
            changed(&mut draft, change);
        }
        import(&mut collection, &draft);
        for change in later {
            changed(&mut draft, change);
        }
        import(&mut collection, &draft);
    }
}

#[test]
fn thousands_of_rows_are_matched() {
    let mut draft = page("https://potager.example");
    for at in 0..2000 {
        rows(&mut draft).push(row(&["^", &format!("nom-{at}"), "Compter les fleurs"]));
    }
    let mut collection = new_collection();
    import(&mut collection, &draft);
    for row in rows(&mut draft) {
        row.cells[2] = DraftCell::Text("Compter toutes les fleurs".into());
    }
    draft.address = Some("https://verger.example".into());
    let proposal = import(&mut collection, &draft);
    // The text that has the address of the other platform differs too.
    assert_eq!(proposal.counts().adapted, 2003 + 2);
}
