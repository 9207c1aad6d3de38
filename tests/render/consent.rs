//! The configurations of consent tools: what of a charter stands where. (That the tools load them
//! is tried by `tests/consent/run`.)

use chartrier::model::{Collection, PlatformId};
use chartrier::render::Format;

use crate::support::{document, language, rendered};

const COLUMNS: &str = r#""columns": [{"id": "w", "role": "provider", "label": "Qui"},
    {"id": "s", "role": "service", "label": "Service"}, {"id": "n", "role": "name", "label": "Nom"},
    {"id": "p", "role": "purpose", "label": "But"}, {"id": "d", "role": "duration", "label": "Durée"}]"#;

fn configured(sections: &str, format: Format) -> String {
    let text = format!(
        r#"{{"format": 1, "name": "Essai", "languages": ["fr", "en"], "platforms": [{{
            "id": "p", "name": "P", "url": "https://p.fr", "fields": {{"privacy.url": "https://p.fr/vie-privee"}},
            "title": "Charte", {COLUMNS}, "sections": [{sections}]}}]}}"#
    );
    let collection: Collection = serde_json::from_str(&text).unwrap();
    let platform = PlatformId::new("p").unwrap();
    rendered(&document(&collection, &platform, &language("fr")), format)
}

#[track_caller]
fn check(configured: &str, held: &[&str]) {
    for held in held {
        assert!(
            configured.contains(held),
            "{held:?} is not in\n{configured}"
        );
    }
}

const AUDIENCE: &str = r#"{"id": "a", "heading": "Audience", "body": "Nous comptons.", "table": {"category": "audience", "rows": [
    {"id": "r", "cells": {"w": "Google", "s": "Analytics", "n": "`_ga`, `_ga_<ID>`", "p": "Compter", "d": "13 mois"}},
    {"id": "t", "cells": {"w": "Google", "s": "Analytics", "n": "_gid", "p": "Compter", "d": "1 jour"}},
    {"id": "u", "cells": {"w": "Hotjar", "n": "tous les cookies commençant par _hj", "p": "Voir"}}]}}"#;

#[test]
fn rows_of_one_service_are_a_service_with_its_names_and_patterns() {
    check(
        &configured(AUDIENCE, Format::Klaro),
        &[
            r#"name: "audience-analytics","#,
            r#"title: "Analytics – Google","#,
            r#"cookies: ["_ga", /^_ga_.+$/, "_gid"]"#,
            "_ga, _ga_\\u003cID> – Compter (13 mois) · _gid – Compter (1 jour)",
            r#"name: "audience-hotjar","#,
            "cookies: [/^_hj.*$/]",
            r#"description: "Nous comptons.""#,
            r#"privacyPolicyUrl: "https://p.fr/vie-privee""#,
        ],
    );
}

#[test]
fn a_table_is_a_category_whose_cookies_are_cleared_when_it_is_refused() {
    check(
        &configured(AUDIENCE, Format::Cookieconsent),
        &[
            "autoClear",
            "name: /^_ga_.+$/",
            r#"linkedCategory: "audience""#,
        ],
    );
}

#[test]
fn what_is_exempt_is_not_asked_for_and_audience_can_be_refused_all_the_same() {
    let exempt = AUDIENCE.replace(r#""audience","#, r#""audience", "consent": "exempt","#);
    let needed = r#"{"id": "n", "heading": "Nécessaires", "table": {"rows": [{"id": "r", "cells": {"w": "Nous", "n": "sid", "p": "Session"}}]}}"#;
    let both = format!("{needed}, {exempt}");
    check(
        &configured(&both, Format::Klaro),
        &["required: true", "optOut: true"],
    );
    check(
        &configured(&both, Format::Orejime),
        &["isMandatory: true", "isExempt: true"],
    );
    let cookieconsent = configured(&both, Format::Cookieconsent);
    assert_eq!(cookieconsent.matches("readOnly: true").count(), 2);
    assert!(!cookieconsent.contains("autoClear"));
    let tarteaucitron = configured(&both, Format::Tarteaucitron);
    check(
        &tarteaucitron,
        &[
            "mandatoryText: \"\\u003cstrong>Nécessaires",
            "needConsent: false",
        ],
    );
    assert!(!tarteaucitron.contains("needConsent: true"));
}

#[test]
fn tables_of_one_category_have_keys_of_their_own() {
    let other = AUDIENCE
        .replace(r#""id": "a""#, r#""id": "b.2""#)
        .replace("Audience", "Encore");
    check(
        &configured(&format!("{AUDIENCE}, {other}"), Format::Orejime),
        &[
            r#"id: "audience","#,
            r#"id: "audience-b-2","#,
            r#"id: "audience-b-2-analytics""#,
        ],
    );
}

#[test]
fn names_that_are_no_regular_expression_are_kept_from_the_tool_that_takes_them_for_one() {
    let odd = r#"{"id": "a", "heading": "A", "table": {"category": "social", "rows": [
        {"id": "r", "cells": {"w": "Fi", "n": "`a|b`, `c`", "p": "x"}}]}}"#;
    check(
        &configured(odd, Format::Tarteaucitron),
        &[r#"return cookies(["c"], []);"#, "a|b, c – x"],
    );
}

#[test]
fn an_address_that_runs_is_no_address() {
    let text = configured(AUDIENCE, Format::Orejime);
    assert!(text.contains("https://p.fr/vie-privee"));
    let collection = format!(
        r#"{{"format": 1, "name": "E", "languages": ["fr"], "platforms": [{{"id": "p", "name": "P", "url": "javascript:alert(1)",
            "fields": {{"privacy.url": "javascript:alert(2)"}}, "title": "C", {COLUMNS}, "sections": [{AUDIENCE}]}}]}}"#
    );
    let collection: Collection = serde_json::from_str(&collection).unwrap();
    let document = document(&collection, &PlatformId::new("p").unwrap(), &language("fr"));
    for format in Format::SOURCES.into_iter().filter(|it| it.is_of_cookies()) {
        assert!(
            !rendered(&document, format).contains("javascript:"),
            "{format}"
        );
    }
}
