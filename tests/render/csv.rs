//! The cookie tables as values.

use chartrier::render::Format;
use proptest::prelude::*;

use crate::support::{self, Texts, language, rendered, values};

/// The rows of the tables of a charter of these sections.
fn rows(sections: &str) -> Vec<String> {
    let text = format!(
        r#"{{"format": 1, "name": "Essai", "languages": ["fr", "en"], "platforms": [{{
            "id": "p", "name": "P", "url": "https://p.fr", "title": "Charte", "sections": [{sections}]}}]}}"#
    );
    let collection: chartrier::model::Collection = serde_json::from_str(&text).unwrap();
    let platform = chartrier::model::PlatformId::new("p").unwrap();
    let document = support::document(&collection, &platform, &language("fr"));
    values(&rendered(&document, Format::Csv))
        .iter()
        .map(|row| row.join(" | "))
        .collect()
}

#[test]
fn tables_of_other_columns_are_one_table() {
    let rows = rows(
        r#"{"id": "a", "heading": "Nécessaires", "table": {
            "columns": [{"id": "n", "role": "name", "label": "Nom"}, {"id": "p", "role": "purpose", "label": "But"}],
            "rows": [{"id": "r", "cells": {"n": "sid", "p": "Session"}}]}},
        {"id": "b", "heading": "Audience", "table": {"category": "audience", "consent": "exempt",
            "columns": [{"id": "w", "role": "provider", "label": "Qui"}, {"id": "n", "role": "name", "label": "Cookies"},
                {"id": "d", "role": "duration", "label": ""}, {"id": "p", "role": "purpose", "label": "But"},
                {"id": "x", "label": "But"}],
            "rows": [{"id": "r", "cells": {"w": "Matomo", "n": "_pk_id*", "d": "13 mois", "p": "Mesure", "x": "Oui"}}]}},
        {"id": "c", "table": {"category": {"other": "Vidéo"}, "columns": [{"id": "n", "role": "name"}],
            "rows": [{"id": "r", "cells": {"n": "yt"}}]}}"#,
    );
    assert_eq!(
        rows,
        [
            "Section | Catégorie | Consentement | Qui | Nom | Durée | But | But (2)",
            "Nécessaires | nécessaires | exempté |  | sid |  | Session | ",
            "Audience | mesure d’audience | exempté | Matomo | _pk_id* | 13 mois | Mesure | Oui",
            "Audience | Vidéo | requis |  | yt |  |  | ",
        ]
    );
}

#[test]
fn what_is_as_above_is_written_out_and_lists_are_lines_without_marks() {
    let rows = rows(
        r#"{"id": "a", "heading": "N", "table": {
            "columns": [{"id": "n", "role": "name", "label": "Nom"}, {"id": "p", "role": "purpose", "label": "But"}],
            "rows": [{"id": "r", "cells": {"n": "a", "p": "- un\n- deux, [ici](https://a.example)\n- <https://b.example>"}},
                {"id": "s", "cells": {"n": "b", "p": null}}]}}"#,
    );
    let but = "un\ndeux, ici (https://a.example)\nhttps://b.example";
    assert_eq!(rows[1], format!("N | nécessaires | exempté | a | {but}"));
    assert_eq!(rows[2], format!("N | nécessaires | exempté | b | {but}"));
}

#[test]
fn a_charter_without_tables_has_the_labels_alone() {
    assert_eq!(
        rows(r#"{"id": "a", "body": "b"}"#),
        ["Section | Catégorie | Consentement"]
    );
}

#[test]
fn a_cell_that_looks_like_a_formula_has_an_apostrophe_before_it() {
    for (cell, written) in [
        ("\\=1+1", "'=1+1"),
        ("\\+33 1", "'+33 1"),
        ("\\-1", "'-1"),
        ("@x", "'@x"),
        ("＝1", "'＝1"),
        ("'=1", "''=1"),
        ("'tis", "'tis"),
        ("a=b", "a=b"),
    ] {
        let mut texts = Texts::body("");
        texts.cells = vec![cell.to_owned(), "but".to_owned()];
        let rows = values(&rendered(&texts.document(), Format::Csv));
        assert_eq!(rows[1][3], written);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_cell_is_a_formula_and_none_is_lost(cells in proptest::collection::vec("['=+@＝－-]{0,3}[a-z<\"', ;é]{0,6}", 2..6)) {
        let mut texts = Texts::body("");
        texts.cells = cells.iter().map(|cell| {
            let escaped = cell.chars().flat_map(|c| c.is_ascii_punctuation().then_some('\\').into_iter().chain([c]));
            escaped.collect()
        }).collect();
        let rows = values(&rendered(&texts.document(), Format::Csv));
        let meant: Vec<String> = cells.iter().map(|it| it.split_whitespace().collect::<Vec<_>>().join(" ")).collect();
        let written: Vec<&String> = rows[1..].iter().flat_map(|row| &row[3..]).collect();
        for (meant, written) in meant.iter().zip(written) {
            prop_assert!(!written.starts_with(['=', '+', '-', '@', '＝', '－']));
            // What the apostrophe is for is all that it is put before.
            let restored = match written.strip_prefix('\'') {
                Some(rest) if rest.trim_start_matches('\'').starts_with(['=', '+', '-', '@', '＝', '－']) => rest,
                _ => written,
            };
            prop_assert_eq!(restored, meant);
        }
    }
}
