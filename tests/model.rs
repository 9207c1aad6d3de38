//! The model: what a charter says once it is put together, and where each element comes from.

mod support;

use chartrier::document::{self, Block, Document, Inline};
use chartrier::model::{
    Charter, Collection, Element, Following, Form, Language, Model, ModelId, Owner, Problem,
    Resolved, Standing, Text, difference,
};
use proptest::prelude::*;
use support::{collection, generate, language, model, owner_named, resolve, shown, told};

/// That a charter shows all these lines.
#[track_caller]
fn check(collection: &Collection, id: &str, expected: &[&str]) {
    let lines = shown(collection, id);
    for line in expected {
        assert!(
            lines.iter().any(|it| it == line),
            "no `{line}` in {id}: {lines:#?}"
        );
    }
    let wants_findings = expected.iter().any(|it| it.starts_with("finding"));
    let has_findings = lines.iter().any(|it| it.starts_with("finding"));
    assert_eq!(wants_findings, has_findings, "{id}: {lines:#?}");
}

/// A model with a bit of everything, and a platform `p` that follows it with these adaptations.
fn adapted(adaptations: &str) -> Collection {
    collection(&format!(
        r#"models: [Model(id: "m", title: "Charte",
            columns: [Column(id: "name", label: "Nom"), Column(id: "why", label: "Pourquoi"), Column(id: "old", label: "Ancien", hidden: true)],
            sections: [
                Section(id: "a", heading: "A", body: "un"),
                Section(id: "b", level: 2, table: CookieTable(category: audience, rows: [
                    Row(id: "r", cells: {{"name": "_ga", "why": ""}}),
                    Row(id: "s", cells: {{"name": ()}}),
                    Row(id: "t", cells: {{"name": "_gid"}})])),
                Section(id: "c", table: CookieTable(columns: [Column(id: "x", label: "X"), Column(id: "y", label: "Y")], rows: [Row(id: "r", cells: {{"x": "1"}})])),
            ])],
        platforms: [Platform(id: "p", follows: "m", adaptations: [{adaptations}])]"#
    ))
}

// ---- Following

#[test]
fn what_follows_shows_what_the_model_says() {
    check(
        &adapted(""),
        "p",
        &[
            "title: Charte | from m",
            "columns: name why old",
            "columns name: Nom | from m",
            "sections: a b c",
            "a section:  | from m",
            "a level: 1 | from m",
            "a heading: A | from m",
            "a body: un | from m",
            "b nature: Audience Required | from m",
            "b rows: r s t",
            "b r: | from m",
            "b r name: _ga | from m",
            "b r why:  | from m",
            "b r old: (absent) | from m",
            "b s name: (above) | from m",
            "b s why: (absent) | from m",
            "c columns: x y",
            "c columns x: X | from m",
            "c r x: 1 | from m",
            "c r y: (absent) | from m",
        ],
    );
    check(
        &adapted(""),
        "m",
        &["title: Charte | own", "b r name: _ga | own"],
    );
}

#[test]
fn each_kind_of_adaptation_shows() {
    let cases: [(&str, &[&str]); 31] = [
        (
            r#"replace_title(was: "Charte", text: "Ici")"#,
            &["title: Ici | adapts m"],
        ),
        (
            r#"replace_title(was: "Avant", text: "Ici")"#,
            &["title: Ici | adapts m, moved on"],
        ),
        (
            r#"replace_heading(section: "a", was: "A", text: "B")"#,
            &["a heading: B | adapts m", "a body: un | from m"],
        ),
        (
            r#"replace_body(section: "a", was: "un", text: "")"#,
            &["a body:  | adapts m"],
        ),
        (
            r#"replace_body(section: "a", was: "zéro", text: "deux")"#,
            &["a body: deux | adapts m, moved on"],
        ),
        (
            r#"replace_level(section: "b", was: 2, level: 4)"#,
            &["b level: 4 | adapts m"],
        ),
        (
            r#"replace_level(section: "b", was: 3, level: 4)"#,
            &["b level: 4 | adapts m, moved on"],
        ),
        (
            r#"replace_nature(section: "b", was: Nature(category: audience), nature: Nature(category: audience, consent: exempt))"#,
            &["b nature: Audience Exempt | adapts m"],
        ),
        (
            r#"replace_nature(section: "b", was: Nature(category: social), nature: Nature(category: necessary))"#,
            &["b nature: Necessary Exempt | adapts m, moved on"],
        ),
        (
            r#"replace_label(column: "why", was: "Pourquoi", text: "But")"#,
            &["columns why: But | adapts m"],
        ),
        (
            r#"replace_label(table: "c", column: "x", was: "?", text: "Z")"#,
            &[
                "c columns x: Z | adapts m, moved on",
                "c columns y: Y | from m",
            ],
        ),
        (
            r#"replace_cell(section: "b", row: "r", column: "name", was: "_ga", cell: "_g")"#,
            &["b r name: _g | adapts m", "b r why:  | from m"],
        ),
        (
            r#"replace_cell(section: "b", row: "r", column: "name", was: "_ga", cell: ())"#,
            &["b r name: (above) | adapts m"],
        ),
        (
            r#"replace_cell(section: "b", row: "r", column: "name", was: "_ga")"#,
            &["b r name: (absent) | adapts m"],
        ),
        (
            r#"replace_cell(section: "b", row: "r", column: "why", was: "", cell: "x")"#,
            &["b r why: x | adapts m"],
        ),
        (
            r#"replace_cell(section: "b", row: "r", column: "why", cell: "x")"#,
            &["b r why: x | adapts m, moved on"],
        ),
        (
            r#"replace_cell(section: "b", row: "s", column: "why", cell: "x")"#,
            &["b s why: x | adapts m"],
        ),
        (
            r#"replace_cell(section: "b", row: "s", column: "name", was: (), cell: "")"#,
            &["b s name:  | adapts m"],
        ),
        (
            r#"hide_section(section: "a")"#,
            &["sections: a b c", "a hidden by p", "a body: un | from m"],
        ),
        (
            r#"hide_row(section: "b", row: "s")"#,
            &["b rows: r s t", "b s hidden by p"],
        ),
        (
            r#"hide_column(column: "why")"#,
            &["columns: name why old", "columns why hidden by p"],
        ),
        (
            r#"hide_column(table: "c", column: "x")"#,
            &["c columns x hidden by p"],
        ),
        (
            r#"add_section(section: Section(id: "n", body: "neuf"), place: after("a"))"#,
            &["sections: a n b c", "n body: neuf | own"],
        ),
        (
            r#"add_section(section: Section(id: "n"), place: first), add_section(section: Section(id: "o"))"#,
            &["sections: n a b c o"],
        ),
        (
            r#"add_row(section: "b", row: Row(id: "u", cells: {"name": "x"}), place: after("r"))"#,
            &["b rows: r u s t", "b u name: x | own", "b u: | own"],
        ),
        (
            r#"add_column(column: Column(id: "z", label: "Z"), place: first)"#,
            &[
                "columns: z name why old",
                "columns z: Z | own",
                "b r z: (absent) | from m",
            ],
        ),
        (
            r#"add_column(table: "c", column: Column(id: "z"), place: after("x"))"#,
            &["c columns: x z y", "columns: name why old"],
        ),
        (
            r#"move_section(section: "a", place: last)"#,
            &["sections: b c a", "a moved by p", "a body: un | from m"],
        ),
        (
            r#"move_row(section: "b", row: "t", place: first)"#,
            &["b rows: t r s", "b t moved by p"],
        ),
        (
            r#"move_column(column: "name", place: after("why"))"#,
            &["columns: why name old"],
        ),
        (
            r#"move_section(section: "a", place: after("a"))"#,
            &["sections: a b c"],
        ),
    ];
    for (adaptation, expected) in cases {
        check(&adapted(adaptation), "p", expected);
    }
}

#[test]
fn what_an_adaptation_cannot_find_is_told_where_it_is() {
    let cases: [(&str, &[&str]); 18] = [
        (
            r#"replace_heading(section: "z", was: "", text: "B")"#,
            &["finding: z / heading: Gone"],
        ),
        (
            r#"replace_body(section: "z", was: "", text: "B")"#,
            &["finding: z / body: Gone"],
        ),
        (
            r#"replace_level(section: "z", was: 1, level: 2)"#,
            &["finding: z: Gone"],
        ),
        (
            r#"replace_nature(section: "a", was: Nature(category: social), nature: Nature(category: social))"#,
            &["finding: a: Gone"],
        ),
        (
            r#"replace_label(column: "z", was: "", text: "B")"#,
            &["finding: columns / z: Gone"],
        ),
        (
            r#"replace_label(table: "b", column: "name", was: "", text: "B")"#,
            &["finding: b / name: Gone"],
        ),
        (
            r#"replace_cell(section: "b", row: "z", column: "name", cell: "")"#,
            &["finding: b / z / name: Gone"],
        ),
        (
            r#"hide_section(section: "z")"#,
            &["finding: z: Gone", "sections: a b c"],
        ),
        (
            r#"hide_row(section: "a", row: "r")"#,
            &["finding: a / r: Gone"],
        ),
        (
            r#"hide_column(column: "z")"#,
            &["finding: columns / z: Gone"],
        ),
        (
            r#"move_section(section: "z", place: first)"#,
            &["finding: z: Gone"],
        ),
        (
            r#"move_row(section: "b", row: "z", place: first)"#,
            &["finding: b / z: Gone"],
        ),
        (
            r#"move_column(column: "z", place: first)"#,
            &["finding: columns / z: Gone"],
        ),
        (
            r#"add_section(section: Section(id: "n"), place: after("z"))"#,
            &["finding: n: Gone", "sections: a b c n"],
        ),
        (
            r#"move_section(section: "a", place: after("z"))"#,
            &["finding: a: Gone", "sections: b c a"],
        ),
        (
            r#"add_section(section: Section(id: "a", body: "autre"))"#,
            &[
                "finding: a: Taken",
                "sections: a b c a",
                "a body: un | from m",
                "a body: autre | own",
            ],
        ),
        (
            r#"add_row(section: "b", row: Row(id: "r"))"#,
            &["finding: b / r: Taken", "b rows: r s t r"],
        ),
        (
            r#"add_column(column: Column(id: "name"))"#,
            &[
                "finding: columns / name: Taken",
                "columns: name why old name",
            ],
        ),
    ];
    for (adaptation, expected) in cases {
        check(&adapted(adaptation), "p", expected);
    }
}

#[test]
fn a_chain_of_four_tells_each_holder_from_each_charter() {
    let chain = collection(
        r#"models: [
            Model(id: "m1", updated: "2026-01-01", title: "T1", sections: [Section(id: "a", heading: "A1", body: "B1")]),
            Model(id: "m2", follows: "m1", adaptations: [replace_title(was: "T1", text: "T2"), add_section(section: Section(id: "n", heading: "N2"))]),
            Model(id: "m3", follows: "m2", updated: "2026-03-03", adaptations: [replace_body(section: "a", was: "B1", text: "B3"), hide_section(section: "n")]),
        ],
        platforms: [
            Platform(id: "p", follows: "m3", adaptations: [
                replace_body(section: "a", was: "B3", text: "Bp"),
                replace_heading(section: "n", was: "avant", text: "Np"),
                move_section(section: "n", place: first)]),
            Platform(id: "q", follows: "m3"), Platform(id: "r", follows: "m2"), Platform(id: "s")]"#,
    );
    check(
        &chain,
        "m1",
        &["title: T1 | own", "a body: B1 | own", "sections: a"],
    );
    check(
        &chain,
        "m2",
        &[
            "title: T2 | adapts m1",
            "a body: B1 | from m1",
            "n heading: N2 | own",
        ],
    );
    check(
        &chain,
        "m3",
        &[
            "title: T2 | from m2",
            "a body: B3 | adapts m1",
            "n hidden by m3",
            "n heading: N2 | from m2",
        ],
    );
    check(
        &chain,
        "p",
        &[
            "title: T2 | from m2",
            "a heading: A1 | from m1",
            "a body: Bp | adapts m3",
            "n heading: Np | adapts m2, moved on",
            "n hidden by m3",
            "n moved by p",
            "sections: n a",
        ],
    );
    check(
        &chain,
        "q",
        &["a body: B3 | from m3", "a heading: A1 | from m1"],
    );
    check(
        &chain,
        "r",
        &["a body: B1 | from m1", "n heading: N2 | from m2"],
    );

    let dates = [
        ("m1", "2026-01-01"),
        ("m2", "2026-01-01"),
        ("m3", "2026-03-03"),
        ("p", "2026-03-03"),
        ("r", "2026-01-01"),
    ];
    for (id, date) in dates {
        let updated = resolve(&chain, id).updated.map(|it| it.to_string());
        assert_eq!(updated.as_deref(), Some(date), "{id}");
    }
    for (id, followers) in [("m1", 3), ("m2", 3), ("m3", 2), ("m9", 0)] {
        assert_eq!(
            chain
                .reach()
                .get(&ModelId::new(id).unwrap())
                .copied()
                .unwrap_or_default(),
            followers,
            "{id}"
        );
    }
}

#[test]
fn a_model_that_changes_beneath_is_noticed() {
    let of = |title: &str| {
        collection(&format!(
            r#"models: [Model(id: "m", title: {title})], platforms: [Platform(id: "p", follows: "m", adaptations: [
                replace_title(was: {{"fr": "Charte", "en": "Charter"}}, text: "Ici")])]"#
        ))
    };
    let cases = [
        (
            r#"{"fr": "Charte", "en": "Charter"}"#,
            "title: Ici | adapts m",
        ),
        (
            r#"{"fr": "Chartes", "en": "Charter"}"#,
            "title: Ici | adapts m, moved on",
        ),
        (r#"{"fr": "Charte"}"#, "title: Ici | adapts m, moved on"),
        (r#""Charte""#, "title: Ici | adapts m, moved on"),
        (r#""Ici""#, "title: Ici | adapts m, moved on"),
    ];
    for (title, expected) in cases {
        check(&of(title), "p", &[expected]);
    }
}

// ---- What cannot be followed

#[test]
fn a_circle_is_told_and_nothing_is_lost() {
    // The file and the gate refuse a circle: only literals make one.
    let following = |id: &str, of: &str, text: &str| {
        let one = collection(&format!(
            r#"models: [Model(id: "{id}", follows: "personne", adaptations: [add_section(section: Section(id: "{id}", body: "{text}"))])]"#
        ));
        let mut made = Model::clone(one.models.at(0).unwrap());
        made.charter.form = Form::Following(Following {
            model: ModelId::new(of).unwrap(),
            adaptations: made.charter.adaptations().to_vec(),
        });
        made
    };
    let mut circle = collection(
        r#"platforms: [Platform(id: "p", follows: "a", adaptations: [add_section(section: Section(id: "p"))])]"#,
    );
    for of in [
        following("a", "b", "un"),
        following("b", "a", "deux"),
        following("seul", "seul", "x"),
    ] {
        circle.models.push(of).unwrap();
    }
    check(
        &circle,
        "a",
        &[
            r#"finding: title: Cycle([("a"), ("b"), ("a")])"#,
            "sections: b a",
        ],
    );
    check(
        &circle,
        "b",
        &[
            r#"finding: title: Cycle([("b"), ("a"), ("b")])"#,
            "sections: a b",
        ],
    );
    check(
        &circle,
        "p",
        &[
            r#"finding: title: Cycle([("a"), ("b"), ("a")])"#,
            "sections: b a p",
            "p section:  | own",
        ],
    );
    check(
        &circle,
        "seul",
        &[
            r#"finding: title: Cycle([("seul"), ("seul")])"#,
            "sections: seul",
        ],
    );
    assert_eq!(
        circle
            .reach()
            .get(&ModelId::new("a").unwrap())
            .copied()
            .unwrap_or_default(),
        1
    );
}

#[test]
fn an_unknown_model_is_told_and_nothing_is_lost() {
    let orphan = collection(
        r#"models: [Model(id: "m", follows: "parti")], platforms: [Platform(id: "p", follows: "m", adaptations: [add_section(section: Section(id: "p", body: "à moi"))])]"#,
    );
    check(
        &orphan,
        "p",
        &[
            r#"finding: title: UnknownModel(("parti"))"#,
            "p body: à moi | own",
        ],
    );
    let absent = Owner::Model(ModelId::new("parti").unwrap());
    assert_eq!(orphan.resolve(&absent), None);
}

// ---- Documents

/// The findings of a charter's document in a language.
fn findings(collection: &Collection, id: &str, tag: &str) -> Vec<String> {
    let document = document_of(collection, id, tag);
    document.findings.iter().map(told).collect()
}

fn document_of(collection: &Collection, id: &str, tag: &str) -> Document {
    let resolved = resolve(collection, id);
    Document::new(collection, &resolved, &language(tag))
}

/// What the title of a platform reads as, in French.
fn title(rest: &str, text: &str) -> (String, Vec<String>) {
    let of = collection(&format!(
        r##"fields: [Field(id: "brand", default: "Marque"), Field(id: "bare"), Field(id: "publisher.name", default: "l’éditeur")],
        platforms: [Platform(id: "p", title: r#"{text}"#, {rest})]"##
    ));
    let document = document_of(&of, "p", "fr");
    let words = document::plain(&document.title.inlines);
    (words, document.findings.iter().map(told).collect())
}

#[test]
fn a_field_says_its_value_or_is_told() {
    let set = r#"name: "Lyon", url: "https://data.lyon.fr/x", updated: "2026-11-22", fields: {"bare": "nu", "dpo.contact": "dpo@lyon.fr"}"#;
    let stars = r#"name: "*Lyon* <b> [x](y) {{ brand }} # \\{{ x }}""#;
    let cases = [
        (set, "{{ platform.name }}", "Lyon", ""),
        (set, "{{platform.url}}", "https://data.lyon.fr/x", ""),
        (set, "{{ platform.host }}", "data.lyon.fr", ""),
        (set, "{{ updated }}", "22 novembre 2026", ""),
        (set, "{{ dpo.contact }}", "dpo@lyon.fr", ""),
        (set, "{{ brand }}", "Marque", ""),
        (set, "{{ bare }}", "nu", ""),
        (set, "{{ publisher.name }}", "l’éditeur", ""),
        (set, "*{{ brand }}*, {{ brand }}", "Marque, Marque", ""),
        (set, r"\{{ brand }}", "{{ brand }}", ""),
        (set, "{{ }} {{", "{{ }} {{", ""),
        (
            stars,
            "{{ platform.name }}",
            r"*Lyon* <b> [x](y) {{ brand }} # \{{ x }}",
            "",
        ),
        (
            "",
            "{{ platform.name }}",
            "{{ platform.name }}",
            "title: UnsetField((\"platform.name\"))",
        ),
        (
            "",
            "{{ platform.host }}",
            "{{ platform.host }}",
            "title: UnsetField((\"platform.host\"))",
        ),
        (
            "",
            "{{ updated }}",
            "{{ updated }}",
            "title: UnsetField((\"updated\"))",
        ),
        (
            "",
            "{{ bare }}",
            "{{ bare }}",
            "title: UnsetField((\"bare\"))",
        ),
        (
            set,
            "{{ platform.nom }}",
            "{{ platform.nom }}",
            "title: UnknownField(\"platform.nom\")",
        ),
        (
            set,
            "{{ Été ! }}",
            "{{ Été ! }}",
            "title: UnknownField(\"Été !\")",
        ),
    ];
    for (rest, text, expected, finding) in cases {
        let (words, findings) = title(rest, text);
        assert_eq!(words, expected, "{text}");
        assert_eq!(findings.join(", "), finding, "{text}");
    }
}

#[test]
fn a_field_is_told_where_it_stands() {
    let of = collection(
        r#"platforms: [Platform(id: "p", title: "T", columns: [Column(id: "c", label: "{{ x1 }}")], sections: [
            Section(id: "s", heading: "{{ x2 }}", body: "un\n\n- {{ x3 }}", table: CookieTable(rows: [Row(id: "r", cells: {"c": "{{ x4 }}"})]))])]"#,
    );
    let mut found = findings(&of, "p", "fr");
    found.sort();
    let expected = [
        r#"columns / c: UnknownField("x1")"#,
        r#"s / body: UnknownField("x3")"#,
        r#"s / heading: UnknownField("x2")"#,
        r#"s / r / c: UnknownField("x4")"#,
    ];
    assert_eq!(found, expected);
    assert!(document_of(&of, "p", "fr").is_blocked());
}

#[test]
fn a_field_is_told_once_however_often_it_is_read() {
    let section = |id: &str, body: &str| {
        format!(
            r#"Section(id: "{id}", body: "{body}", table: CookieTable(rows: [Row(id: "r", cells: {{"c": "_ga"}})]))"#
        )
    };
    let of = collection(&format!(
        r#"platforms: [Platform(id: "p", title: "T", columns: [Column(id: "c", label: "{{{{ x1 }}}}")],
            sections: [{}, {}])]"#,
        section("s", "{{ x2 }} et {{ x2 }}"),
        section("t", ""),
    ));
    let expected = [
        r#"columns / c: UnknownField("x1")"#,
        r#"s / body: UnknownField("x2")"#,
    ];
    let mut found = findings(&of, "p", "fr");
    found.sort();
    assert_eq!(found, expected);
}

#[test]
fn a_text_without_its_language_is_lent_another() {
    let of = |title: &str| {
        collection(&format!(
            r#"platforms: [Platform(id: "p", title: {title})]"#
        ))
    };
    let cases = [
        (r#"{"fr": "F", "en": "E"}"#, "en", "E", None),
        (r#"{"fr": "F", "en": ""}"#, "en", "F", Some("fr")),
        (r#"{"de": "D", "fr": "F"}"#, "en", "F", Some("fr")),
        (r#"{"de": "D"}"#, "en", "D", Some("de")),
        (r#""S""#, "en", "S", None),
        (r#"{"fr": "F"}"#, "fr", "F", None),
    ];
    for (title, tag, words, lent) in cases {
        let of = of(title);
        let document = document_of(&of, "p", tag);
        assert_eq!(document::plain(&document.title.inlines), words, "{title}");
        assert_eq!(
            document.title.language.as_ref().map(Language::as_str),
            lent,
            "{title}"
        );
        let finding = lent.map(|lent| {
            format!(r#"title: Untranslated {{ wanted: ("en"), instead: ("{lent}") }}"#)
        });
        assert_eq!(findings(&of, "p", tag), Vec::from_iter(finding), "{title}");
        assert!(!document.is_blocked());
    }
}

/// The rows of the only table of a document: cells in words, `^` before one as above.
fn cells(document: &Document) -> Vec<String> {
    let table = document.sections.iter().find_map(|it| it.table.as_ref());
    let rows = table.map(|it| it.rows.as_slice()).unwrap_or_default();
    let cell = |cell: &document::Cell| {
        let words = match cell.content.blocks.as_slice() {
            [Block::Paragraph(inlines)] => document::plain(inlines),
            _ => String::new(),
        };
        format!("{}{words}", if cell.as_above { "^" } else { "" })
    };
    rows.iter()
        .map(|row| row.cells.iter().map(cell).collect::<Vec<_>>().join("|"))
        .collect()
}

#[test]
fn a_document_shows_what_applies_and_is_not_hidden() {
    let of = |facts: &str, adaptations: &str| {
        collection(&format!(
            r#"facts: [Fact(id: "matomo")],
            models: [Model(id: "m", columns: [Column(id: "a"), Column(id: "h", hidden: true), Column(id: "b")], sections: [
                Section(id: "s", body: "x", when: "matomo"),
                Section(id: "t", table: CookieTable(rows: [
                    Row(id: "r1", cells: {{"a": "1", "h": "caché", "b": "2"}}),
                    Row(id: "r2", when: "matomo", cells: {{"a": "3", "b": ()}}),
                    Row(id: "r3", cells: {{"a": (), "b": ""}}),
                    Row(id: "r4", cells: {{"a": ()}})]))])],
            platforms: [Platform(id: "p", facts: [{facts}], follows: "m", adaptations: [{adaptations}])]"#
        ))
    };
    let cases: [(&str, &str, &[&str], &[&str]); 6] = [
        (
            r#""matomo""#,
            "",
            &["s", "t"],
            &["1|2", "3|^2", "^3|", "^3|"],
        ),
        ("", "", &["t"], &["1|2", "3|", "^3|"]),
        (
            r#""matomo""#,
            r#"hide_row(section: "t", row: "r1")"#,
            &["s", "t"],
            &["3|2", "^3|", "^3|"],
        ),
        (
            r#""matomo""#,
            r#"hide_column(column: "a")"#,
            &["s", "t"],
            &["2", "^2", "", ""],
        ),
        (r#""matomo""#, r#"hide_section(section: "t")"#, &["s"], &[]),
        (
            "",
            r#"move_row(section: "t", row: "r4", place: first)"#,
            &["t"],
            &["|", "1|2", "3|"],
        ),
    ];
    for (facts, adaptations, sections, rows) in cases {
        let of = of(facts, adaptations);
        let document = document_of(&of, "p", "fr");
        let ids: Vec<&str> = document.sections.iter().map(|it| it.id.as_str()).collect();
        assert_eq!(ids, sections, "{facts} {adaptations}");
        assert_eq!(cells(&document), rows, "{facts} {adaptations}");
    }
    // Of a model, everything stands.
    let of_model = document_of(&of("", ""), "m", "fr");
    assert_eq!(of_model.sections.len(), 2);
    assert_eq!(cells(&of_model).len(), 4);
}

#[test]
fn a_value_in_another_language_is_marked() {
    let of = collection(
        r#"platforms: [Platform(id: "p", title: {"en": "By {{ publisher.name }}"}, fields: {"publisher.name": {"fr": "la Ville"}})]"#,
    );
    let document = document_of(&of, "p", "en");
    let foreign = Inline::Foreign {
        language: language("fr"),
        text: "la Ville".to_owned(),
    };
    assert_eq!(
        document.title.inlines,
        [Inline::Text("By ".to_owned()), foreign]
    );
}

// ---- Properties

fn without_origins(mut resolved: Resolved) -> String {
    resolved.owner = model("x");
    resolved.findings.clear();
    format!("{resolved:?}")
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_adapts_nothing_is_the_model_and_all_of_it_inherited(mut start in generate::collection(), of in generate::model_id()) {
        let mut follower = collection(r#"platforms: [Platform(id: "suiveur")]"#).platforms.at(0).unwrap().as_ref().clone();
        follower.charter = Charter::following(of.clone());
        start.platforms.push(follower).unwrap();
        let followed = start.resolve(&Owner::Model(of)).unwrap();
        let follower = start.resolve(&owner_named(&start, "suiveur")).unwrap();
        prop_assert_eq!(&followed.findings, &follower.findings);
        prop_assume!(followed.findings.iter().all(|it| it.problem != Problem::Taken));
        for element in support::texts_of(&follower) {
            let origin = match &element {
                Element::Cell(cell) => follower.cell(cell).map(|it| it.1),
                element => follower.text(element).map(|it| it.1),
            };
            let inherited = origin.map(|it| matches!(follower.standing(it), Standing::Inherited { .. }));
            prop_assert_eq!(inherited, Some(true), "{}", element);
        }
        prop_assert_eq!(without_origins(followed), without_origins(follower));
    }

    #[test]
    fn every_charter_resolves_and_makes_a_document_in_every_language(start in generate::collection(), tag in generate::tag()) {
        for owner in support::owners(&start) {
            let resolved = start.resolve(&owner).unwrap();
            let document = Document::new(&start, &resolved, &tag);
            for finding in &resolved.findings {
                prop_assert!(document.findings.contains(finding));
            }
        }
    }

    #[test]
    fn a_difference_makes_the_one_text_of_the_other(before in generate::words(), after in generate::words()) {
        let (range, inserted) = difference(&before, &after);
        let mut made = before.clone();
        made.replace_range(range.clone(), inserted);
        prop_assert_eq!(&made, &after);
        prop_assert_eq!(before == after, range.is_empty() && inserted.is_empty());
    }

    #[test]
    fn words_written_in_a_language_are_said_in_it(text in generate::text(), tag in generate::tag(), words in generate::words()) {
        let written = text.with(&tag, &words);
        prop_assert_eq!(written.written(&tag), Some(words.as_str()));
        let (Text::ByLanguage(before), Text::ByLanguage(after)) = (&text, &written) else { return Ok(()) };
        for (other, said) in before.iter().filter(|(other, _)| *other != tag) {
            prop_assert!(after.contains(&(other.clone(), said.clone())));
        }
    }

    #[test]
    fn an_id_made_from_any_words_is_one_and_free(words in generate::words(), taken in 0_usize..5) {
        use chartrier::model::SectionId;
        let mut ids: Vec<SectionId> = Vec::new();
        for _ in 0..=taken {
            let id = SectionId::made_from(&words, |id| ids.contains(id));
            prop_assert_eq!(SectionId::new(id.as_str()), Ok(id.clone()));
            prop_assert!(!ids.contains(&id));
            ids.push(id);
        }
    }
}

// ---- Ids and languages

#[test]
fn an_id_is_what_a_path_and_a_class_can_hold() {
    let long = "x".repeat(100);
    for id in ["a", "data.caf.fr", "0", "a-b_c", &long] {
        assert!(ModelId::new(id).is_ok(), "{id}");
    }
    let longer = "x".repeat(101);
    for id in [
        "", ".", "..", "../x", "/etc", "a/b", "a\\b", "A", "é", " a", "-a", "_a", "a.", "a\0",
        &longer,
    ] {
        assert!(ModelId::new(id).is_err(), "{id}");
    }
    let long_words = "mot ".repeat(100);
    assert!(ModelId::new(ModelId::made_from(&long_words, |_| false).as_str()).is_ok());
}

#[test]
fn a_language_is_written_as_its_standard_has_it() {
    for (tag, expected) in [("FR", "fr"), ("pt-br", "pt-BR"), ("sr-latn", "sr-Latn")] {
        assert_eq!(
            Language::new(tag).map(|it| it.to_string()).as_deref(),
            Ok(expected)
        );
    }
    for tag in ["", "x", "français", "und", "fr-", "../fr", "fr/en"] {
        assert!(Language::new(tag).is_err(), "{tag}");
    }
}
