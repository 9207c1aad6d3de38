//! The collection file: what is written is read back, what a person wrote stays in its order, and
//! what is no collection is refused with the place where that shows.

mod support;

use std::fs;

use chartrier::model::Collection;
use chartrier::store::{self, Notation, Reason, has_comments};
use proptest::prelude::*;
use serde_json::Value;
use support::{collection, generate, json, repository, ron};

fn read(text: &str, notation: Notation) -> Collection {
    store::read(text.as_bytes(), notation).unwrap_or_else(|error| panic!("{error:?} in {text}"))
}

fn lines_of(text: &str) -> Vec<&str> {
    text.lines().collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_written_is_read_back_and_written_again_to_the_byte(written in generate::collection()) {
        let (in_ron, in_json) = (ron(&written), json(&written));
        for (text, notation) in [(&in_ron, Notation::Ron), (&in_json, Notation::Json)] {
            let read = store::read(text.as_bytes(), notation);
            prop_assert_eq!(read.as_ref(), Ok(&written), "{}", text);
            prop_assert_eq!(&store::write(&read.unwrap(), notation), text);
        }
        prop_assert_eq!(&ron(&read(&json(&read(&in_ron, Notation::Ron)), Notation::Json)), &in_ron);
    }

    #[test]
    fn a_ron_file_has_comments_only_where_someone_wrote_one(written in generate::collection()) {
        let text = ron(&written);
        prop_assert!(!has_comments(&text), "{}", text);
        let commented = text.clone() + "// fin";
        prop_assert!(has_comments(&commented), "{}", commented);
    }

    #[test]
    fn a_cut_file_is_refused_and_never_misread(written in generate::collection(), at in 0.0..1.0_f64) {
        for (text, notation) in [(ron(&written), Notation::Ron), (json(&written), Notation::Json)] {
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss, reason = "a place in a text")]
            let cut = (at * (text.trim_end().len() - 1) as f64) as usize;
            prop_assert!(store::read(&text.as_bytes()[..cut], notation).is_err());
        }
    }
}

// ---- What a person wrote

#[test]
fn the_order_in_which_it_was_written_is_kept() {
    let written = collection(
        r#"platforms: [
            Platform(id: "z", name: {"en": "Z", "fr": "Z", "de": "Z"}, facts: ["y", "b"], fields: {"publisher.name": "N", "brand": "B"}),
            Platform(id: "a", title: "A", columns: [Column(id: "c2"), Column(id: "c1")], sections: [
                Section(id: "t", table: CookieTable(rows: [
                    Row(id: "r2", cells: {"c2": "2", "c1": "1"}), Row(id: "r1")])),
                Section(id: "s")])]"#,
    );
    for text in [ron(&written), json(&written)] {
        let pieces = [
            "z",
            "en",
            "fr",
            "de",
            "y",
            "b",
            "publisher.name",
            "brand",
            "a",
            "c2",
            "c1",
            "t",
            "r2",
            "c2",
            "c1",
            "r1",
            "s",
        ];
        let mut rest = &text[text.find("platforms").unwrap()..];
        for piece in pieces {
            let quoted = format!("\"{piece}\"");
            let at = rest.find(&quoted);
            rest = &rest[at.unwrap_or_else(|| panic!("{piece} in {text}"))..];
        }
    }
}

#[test]
fn a_platform_that_follows_takes_a_few_lines() {
    let text = ron(&collection(
        r#"models: [Model(id: "m")], platforms: [Platform(id: "p", name: "P", url: "https://p.fr", follows: "m")]"#,
    ));
    let platform = &text[text.find("platforms").unwrap()..];
    assert_eq!(lines_of(platform).len(), 9, "{platform}");
}

#[test]
fn a_changed_word_changes_its_line_alone() {
    let of = |word: &str| {
        collection(&format!(
            "platforms: [Platform(id: \"p\", title: \"Un \\\"titre\\\"\", sections: [Section(id: \"s\", body: \"Un paragraphe\n\navec {word} mot\n\net un autre\")])]"
        ))
    };
    let (before, after) = (ron(&of("un")), ron(&of("deux")));
    let (before, after) = (lines_of(&before), lines_of(&after));
    assert_eq!(before.len(), after.len());
    let changed: Vec<_> = before
        .iter()
        .zip(&after)
        .filter(|(old, new)| old != new)
        .collect();
    assert_eq!(changed, [(&"avec un mot", &"avec deux mot")]);
}

#[test]
fn notations_are_told_by_extension_whatever_its_case() {
    let cases = [
        ("ron", Some(Notation::Ron)),
        ("RON", Some(Notation::Ron)),
        ("Json", Some(Notation::Json)),
        ("txt", None),
        ("", None),
    ];
    for (extension, expected) in cases {
        assert_eq!(Notation::of_extension(extension), expected, "{extension}");
    }
}

#[test]
fn comments_are_seen_where_they_are_and_nowhere_else() {
    let with = [
        "// tout en haut\nCollection()",
        "Collection(/* dedans */)",
        "Collection() // à la fin",
        r#"Collection(name: "a" /* après un texte */)"#,
        r##"Collection(name: r#"a"# // après un texte brut
        )"##,
        r#"Collection(name: "une fin \\" // vraie
        )"#,
        r##"(a: r#" "quote" // "#, b: "x" /* ici */)"##,
    ];
    for text in with {
        assert!(has_comments(text), "{text}");
    }
    let without = [
        "",
        "Collection()",
        r#"(url: "https://data.caf.fr", b: "/* non */")"#,
        r#"(a: "guillemet \" // non")"#,
        r##"(a: r#"brut " // non"#)"##,
        r###"(a: r##"brut "# // non"##)"###,
        r#"(a: r"brut \", b: "// non")"#,
        r#"(a: "une fin \\", b: "// non")"#,
        "(par: \"// non\")",
    ];
    for text in without {
        assert!(!has_comments(text), "{text}");
    }
}

#[test]
fn a_byte_order_mark_is_no_obstacle() {
    let text = format!("\u{FEFF}{}", ron(&collection("")));
    assert_eq!(read(&text, Notation::Ron), collection(""));
}

#[test]
fn carriage_returns_of_another_system_end_lines() {
    let text = ron(&collection(r#"note: "un mot""#)).replace('\n', "\r\n");
    assert_eq!(read(&text, Notation::Ron), collection(r#"note: "un mot""#));
}

// ---- What is committed

#[test]
fn format_1_opens_for_ever() {
    let of = |name: &str| fs::read_to_string(repository().join("tests/data").join(name)).unwrap();
    let in_ron = read(&of("format-1.ron"), Notation::Ron);
    let in_json = read(&of("format-1.json"), Notation::Json);
    assert_eq!(in_ron, in_json);
    assert_eq!(ron(&in_ron), of("format-1.ron"));
    assert_eq!(json(&in_json), of("format-1.json"));
    // It has what the format has: each kind of adaptation, and a cell of each kind.
    let adaptations = in_ron
        .platforms
        .iter()
        .flat_map(|it| it.charter.adaptations());
    let kinds: std::collections::HashSet<_> = adaptations.map(std::mem::discriminant).collect();
    assert_eq!(kinds.len(), 16);
    for owner in support::owners(&in_ron) {
        let findings = in_ron.resolve(&owner).unwrap().findings;
        assert!(findings.is_empty(), "{owner}: {findings:?}");
    }
}

#[test]
fn the_schema_is_the_one_that_is_committed() {
    let path = repository().join("assets/collection.schema.json");
    let committed = fs::read_to_string(path).unwrap();
    assert!(
        committed == store::schema(),
        "the schema has changed: run `cargo run -- schema > assets/collection.schema.json`"
    );
}

#[test]
fn what_is_built_in_is_a_collection_as_the_program_writes_it() {
    use chartrier::workspace::{Starter, examples};
    let built_in = [
        (examples(), "examples/portails.ron"),
        (
            Starter::Opendatasoft.collection(),
            "assets/starters/opendatasoft.ron",
        ),
    ];
    for (collection, path) in built_in {
        let text = fs::read_to_string(repository().join(path)).unwrap();
        assert_eq!(
            ron(&collection),
            text,
            "{path}: run `chartrier convert {path} {path}`"
        );
        for owner in support::owners(&collection) {
            let findings = collection.resolve(&owner).unwrap().findings;
            assert!(findings.is_empty(), "{path}: {owner}: {findings:?}");
        }
    }
    assert!(Starter::Empty.collection().platforms.is_empty());
}

// ---- What is no collection

const LF: &str = "\n";

/// Where a text is wrong: `line:column path`, and why.
fn refusal(text: &str, notation: Notation) -> String {
    let error = store::read(text.as_bytes(), notation).expect_err(text);
    let place = error
        .at
        .map_or("-".to_owned(), |at| format!("{}:{}", at.line, at.column));
    let why = match error.reason {
        Reason::Other(message) => message,
        Reason::UnknownKey { key, .. } => format!("unknown {key}"),
        reason => format!("{reason:?}"),
    };
    format!("{place} {} | {why}", error.path)
}

/// That files with these tails are refused so.
fn check_refusals(head: &str, cases: &[(&str, &str)], notation: Notation) {
    let otherwise: Vec<String> = cases
        .iter()
        .filter_map(|(tail, expected)| {
            let told = refusal(&format!("{head}{tail}"), notation);
            let fits = told.contains(expected) && !told.starts_with("1:");
            (!fits).then(|| format!("{tail}\n expected {expected}\n      got {told}"))
        })
        .collect();
    assert!(otherwise.is_empty(), "{}", otherwise.join("\n"));
}

#[test]
fn the_place_of_what_is_wrong_is_told_in_ron() {
    let head =
        format!("Collection({LF}  format: 1,{LF}  name: \"N\",{LF}  languages: [\"fr\"],{LF}");
    let cases = [
        ("  nom: 1,\n)", "5:3 nom | unknown nom"),
        ("  note: 12,\n)", "5:9 note | "),
        (
            "  models: [Model(id: \"A B\")],\n)",
            "5:23 models[0].id | `A B` is not an id",
        ),
        (
            "  models: [\n    Model(id: \"m\"),\n    Model(id: \"m\"),\n  ],\n)",
            "7:20 models | the id `m` stands twice",
        ),
        (
            "  platforms: [Platform(name: \"é\")],\n)",
            "platforms[0] | MissingKey(\"id\")",
        ),
        (
            "  platforms: [Platform(id: \"p\", languages: [\"fr\", \"klingonais\"])],\n)",
            "platforms[0].languages[1] | `klingonais` is not a language",
        ),
        (
            "  platforms: [Platform(id: \"p\", languages: [\"fr\", \"fr\"])],\n)",
            "platforms[0].languages | the language `fr` stands twice",
        ),
        (
            "  platforms: [Platform(id: \"p\", fields: {\"a\": \"1\", \"a\": \"2\"})],\n)",
            "platforms[0].fields | `a` stands twice",
        ),
        (
            "  platforms: [Platform(id: \"p\", title: {\"fr\": \"1\", \"fr\": \"2\"})],\n)",
            "platforms[0].title | the language `fr` stands twice",
        ),
        (
            "  platforms: [Platform(id: \"p\", title: 3)],\n)",
            "platforms[0].title | ",
        ),
        (
            "  platforms: [Platform(id: \"p\", sections: [Section(id: \"s\", level: 7)])],\n)",
            "platforms[0].sections[0].level | a level is 1 to 6, not 7",
        ),
        (
            "  platforms: [Platform(id: \"p\", sections: [Section(id: \"s\", table: CookieTable(rows: [Row(id: \"r\", cells: {\"a\": \"1\", \"a\": \"2\"})]))])],\n)",
            "platforms[0].sections[0].table.rows[0].cells | `a` stands twice",
        ),
        (
            "  platforms: [Platform(id: \"p\", follows: \"m\", title: \"T\")],\n)",
            "platforms[0] | a charter that `follows` a model",
        ),
        (
            "  platforms: [Platform(id: \"p\", updated: \"2026-13-01\")],\n)",
            "platforms[0].updated | ",
        ),
        (
            "  models: [Model(id: \"a\", follows: \"b\"), Model(id: \"b\", follows: \"a\")],\n)",
            "models | these models follow each other in a circle: a → b → a",
        ),
        (
            "  platforms: [Platform(id: \"p\", follows: \"m\", adaptations: [replace_titel()])],\n)",
            "platforms[0].adaptations[0] | unknown replace_titel",
        ),
        (
            "  platforms: [Platform(id: \"p\", follows: \"m\", adaptations: [hide_section(section: \"a\", row: \"r\")])],\n)",
            "platforms[0].adaptations[0].hide_section.row | unknown row",
        ),
        (") trop", "5:3  | "),
        ("  note: \"sans fin\n", "UnexpectedEnd"),
    ];
    check_refusals(&head, &cases, Notation::Ron);
}

#[test]
fn the_place_of_what_is_wrong_is_told_in_json() {
    let head = "{\n \"format\": 1,\n \"name\": \"N\",\n \"languages\": [\"fr\"],\n";
    let cases = [
        (" \"nom\": 1}", "5:6 nom | unknown nom"),
        (" \"note\": 12}", "5:11 note | invalid type"),
        (
            " \"models\": [{\"name\": \"été\", \"id\": \"A B\"}]}",
            "models[0].id | `A B` is not an id",
        ),
        (
            " \"platforms\": [{\"id\": \"é\"}]}",
            "5:26 platforms[0].id | `é` is not an id",
        ),
        (
            " \"models\": [{\"id\": \"m\"}, {\"id\": \"m\"}]}",
            "models | the id `m` stands twice",
        ),
        (
            " \"platforms\": [{\"id\": \"p\", \"title\": {\"fr\": 1}}]}",
            "platforms[0].title.fr | ",
        ),
        (
            " \"platforms\": [{\"id\": \"p\", \"fields\": {\"a\": \"1\", \"a\": \"2\"}}]}",
            "platforms[0].fields | `a` stands twice",
        ),
        (
            " \"platforms\": [{\"name\": \"p\"}]}",
            "platforms[0] | MissingKey(\"id\")",
        ),
        (" \"platforms\": [", "UnexpectedEnd"),
    ];
    check_refusals(head, &cases, Notation::Json);
}

#[test]
fn a_file_of_a_newer_program_is_refused_by_its_format() {
    let cases = [
        (
            "Collection(format: 2, name: \"N\", nouveau: Chose(a: [1, {\"b\": 2}]), languages: [])",
            Notation::Ron,
        ),
        ("(format: 2, unites: {\"a\": (1, 2)})", Notation::Ron),
        ("{\"nouveau\": [1, {}], \"format\": 2}", Notation::Json),
    ];
    for (text, notation) in cases {
        let error = store::read(text.as_bytes(), notation).unwrap_err();
        assert_eq!(error.reason, Reason::TooNew(2), "{text}");
    }
    let unknown = store::read(
        b"(format: 0, name: \"N\", languages: [\"fr\"])",
        Notation::Ron,
    );
    assert!(matches!(unknown.unwrap_err().reason, Reason::Other(_)));
}

#[test]
fn depth_is_refused_before_it_overflows() {
    let nested =
        |open: &str, close: &str| format!("{}{}", open.repeat(10_000), close.repeat(10_000));
    let cases = [
        (nested("[", "]"), Notation::Ron),
        (nested("(", ")"), Notation::Ron),
        (nested("Some(", ")"), Notation::Ron),
        (
            format!("(format: 2, x: {})", nested("[", "]")),
            Notation::Ron,
        ),
        (
            format!("(format: 1, note: {})", nested("Some(", ")")),
            Notation::Ron,
        ),
        (
            format!("(format: 1, x: {})", nested("/*", "*/")),
            Notation::Ron,
        ),
        (nested("[", "]"), Notation::Json),
        (
            format!("{{\"format\": 2, \"x\": {}}}", nested("[", "]")),
            Notation::Json,
        ),
        (
            format!(
                "{{\"format\": 2, \"x\": {}1{}}}",
                "{\"a\":".repeat(10_000),
                "}".repeat(10_000)
            ),
            Notation::Json,
        ),
    ];
    for (text, notation) in cases {
        assert!(store::read(text.as_bytes(), notation).is_err());
    }
}

// ---- The schema

/// What of a value a schema refuses, by path. Speaks the words of JSON Schema that ours uses;
/// `pattern` and annotations aside.
fn against(schema: &Value, root: &Value, value: &Value, path: &str) -> Vec<String> {
    let Some(rules) = schema.as_object() else {
        return match schema {
            Value::Bool(false) => vec![format!("{path}: nothing may stand here")],
            _ => Vec::new(),
        };
    };
    let mut wrong = Vec::new();
    let mut must = |holds: bool, rule: &str| {
        if !holds {
            wrong.push(format!("{path}: {rule}"));
        }
    };
    let fits = |schema: &Value| against(schema, root, value, path).is_empty();
    for (rule, says) in rules {
        match rule.as_str() {
            "type" => {
                let is = |name: &Value| match name.as_str() {
                    Some("object") => value.is_object(),
                    Some("array") => value.is_array(),
                    Some("string") => value.is_string(),
                    Some("integer") => value.is_i64() || value.is_u64(),
                    Some("boolean") => value.is_boolean(),
                    Some("null") => value.is_null(),
                    _ => false,
                };
                let one_of = says.as_array();
                must(
                    one_of.map_or_else(|| is(says), |all| all.iter().any(is)),
                    rule,
                );
            }
            "const" => must(value == says, rule),
            "enum" => must(says.as_array().unwrap().contains(value), rule),
            "minimum" => must(
                value.as_i64().is_none_or(|it| it >= says.as_i64().unwrap()),
                rule,
            ),
            "maximum" => must(
                value.as_i64().is_none_or(|it| it <= says.as_i64().unwrap()),
                rule,
            ),
            "minItems" => {
                let enough = |it: &Vec<Value>| it.len() as u64 >= says.as_u64().unwrap();
                must(value.as_array().is_none_or(enough), rule);
            }
            "anyOf" => must(says.as_array().unwrap().iter().any(fits), rule),
            "oneOf" => {
                let count = says
                    .as_array()
                    .unwrap()
                    .iter()
                    .filter(|it| fits(it))
                    .count();
                must(count == 1, rule);
            }
            "$ref" => {}
            "required" => {
                let has = |key: &Value| value.get(key.as_str().unwrap()).is_some();
                must(
                    !value.is_object() || says.as_array().unwrap().iter().all(has),
                    rule,
                );
            }
            "patternProperties"
            | "properties"
            | "additionalProperties"
            | "items"
            | "pattern"
            | "description"
            | "default"
            | "$schema"
            | "$defs"
            | "title"
            | "format" => {}
            other => panic!("the schema says `{other}`, which this test does not know"),
        }
    }
    if let Some(name) = rules.get("$ref").and_then(Value::as_str) {
        let target = root.pointer(name.trim_start_matches('#')).unwrap();
        wrong.extend(against(target, root, value, path));
    }
    // The ids that are keys all have one pattern.
    let by_pattern = rules.get("patternProperties").and_then(Value::as_object);
    let by_pattern = by_pattern.and_then(|it| it.values().next());
    for (key, inside) in value.as_object().into_iter().flatten() {
        let path = format!("{path}.{key}");
        let known = rules.get("properties").and_then(|it| it.get(key));
        if let Some(rule) = known.or(by_pattern).or(rules.get("additionalProperties")) {
            wrong.extend(against(rule, root, inside, &path));
        }
    }
    for (at, inside) in value.as_array().into_iter().flatten().enumerate() {
        if let Some(rule) = rules.get("items") {
            wrong.extend(against(rule, root, inside, &format!("{path}[{at}]")));
        }
    }
    wrong
}

fn against_ours(text: &str) -> Vec<String> {
    let schema: Value = serde_json::from_str(&store::schema()).unwrap();
    let value: Value = serde_json::from_str(text).unwrap();
    against(&schema, &schema, &value, "")
}

#[test]
fn what_is_committed_is_valid_by_the_schema() {
    let nothing: [String; 0] = [];
    let built_in = chartrier::workspace::examples();
    assert_eq!(against_ours(&json(&built_in)), nothing);
    let starter = chartrier::workspace::Starter::Opendatasoft.collection();
    assert_eq!(against_ours(&json(&starter)), nothing);
    let format_1 = fs::read_to_string(repository().join("tests/data/format-1.json")).unwrap();
    assert_eq!(against_ours(&format_1), nothing);
}

#[test]
fn what_the_schema_refuses_is_refused() {
    let head = r#""name": "N", "languages": ["fr"]"#;
    let cases = [
        format!(r"{{{head}}}"),
        format!(r#"{{"format": 2, {head}}}"#),
        format!(r#"{{"format": 1, {head}, "nom": 1}}"#),
        r#"{"format": 1, "name": "N", "languages": []}"#.to_owned(),
        format!(r#"{{"format": 1, {head}, "platforms": [{{}}]}}"#),
        format!(r#"{{"format": 1, {head}, "platforms": [{{"id": "p", "title": 1}}]}}"#),
        format!(
            r#"{{"format": 1, {head}, "platforms": [{{"id": "p", "follows": "m", "adaptations": [{{"hide": {{}}}}]}}]}}"#
        ),
        format!(
            r#"{{"format": 1, {head}, "platforms": [{{"id": "p", "sections": [{{"id": "s", "level": 7}}]}}]}}"#
        ),
    ];
    for text in cases {
        assert!(!against_ours(&text).is_empty(), "{text}");
        assert!(
            store::read(text.as_bytes(), Notation::Json).is_err(),
            "{text}"
        );
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_collection_is_valid_by_the_schema(written in generate::collection()) {
        prop_assert_eq!(against_ours(&json(&written)), Vec::<String>::new());
    }
}
