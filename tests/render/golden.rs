//! A small charter with everything in it, and what each format makes of it.
//!
//! The expected files are in `golden/`; `UPDATE_GOLDEN=1 cargo test --test render` writes them
//! anew, to be read before they are committed.

use chartrier::model::Collection;
use chartrier::model::PlatformId;
use chartrier::render::{FRAGMENT_STYLESHEET, Format};
use scraper::{Html, Selector};

use crate::support::{document, language, rendered};

const CHARTER: &str = r#"{
  "format": 1,
  "name": "Portails de données",
  "languages": ["fr", "en", "ar"],
  "platforms": [{
    "id": "data",
    "name": {"fr": "Données de la Côte & Cie", "en": "Data of the Coast & Co"},
    "url": "https://data.example.fr",
    "updated": "2026-11-22",
    "fields": {"dpo.contact": "dpo@example.fr"},
    "title": {"fr": "Charte cookies", "en": "Cookie charter"},
    "columns": [
      {"id": "provider", "role": "provider", "label": {"fr": "Prestataire", "en": "Provider"}},
      {"id": "name", "role": "name", "label": {"fr": "Nom du cookie", "en": "Name"}},
      {"id": "purpose", "role": "purpose", "label": {"fr": "Finalités", "en": "Purposes"}},
      {"id": "duration", "role": "duration", "label": {"fr": "Durée", "en": "Duration"}},
      {"id": "more", "label": ""}
    ],
    "sections": [
      {"id": "intro", "body": {
        "fr": "Afin de vous proposer le meilleur service possible, **{{ platform.name }}** utilise des cookies. Mise à jour : {{ updated }}.",
        "en": "To serve you best, **{{ platform.name }}** uses cookies. Updated: {{ updated }}."}},
      {"id": "what", "heading": {"fr": "Qu'est-ce qu'un cookie ?", "en": "What is a cookie?"}, "body": {
        "fr": "Un « cookie » est une suite d'informations, identifiée par un *nom*.\nVotre navigateur la conserve :\n\n- le temps d'une session ;\n- ou plus :\n  1. un mois,\n  2. treize mois au plus.\n\n> Les cookies ont de multiples usages.\n\n### Comment les voir ?\n\n```\ndocument.cookie < 5\n```\n\nChez [la CNIL](https://www.cnil.fr/fr/cookies), ou à <{{ dpo.contact }}>."}},
      {"id": "where", "heading": "A quoi servent les cookies sur la plateforme <{{ platform.url }}>"},
      {"id": "necessary", "level": 2,
        "heading": {"fr": "Cookies nécessaires au bon fonctionnement de la plateforme / cookies fonctionnels", "en": "Necessary cookies"},
        "table": {"rows": [
          {"id": "session", "cells": {"provider": "Opendatasoft", "name": "`sessionid`", "purpose": {"fr": "Se souvenir de l'utilisateur d'une page à une autre.", "en": "Remember the user."}, "duration": {"fr": "Session", "en": "Session"}}},
          {"id": "csrf", "cells": {"provider": null, "name": "csrftoken", "purpose": {"fr": "Récupérer des données :\n\n- via des appels API | REST,\n- via <script>.", "en": "Fetch data."}, "duration": {"fr": "12 mois"}, "more": ""}}
        ]}},
      {"id": "audience", "level": 2, "heading": {"fr": "Mesure d'audience", "en": "Audience"},
        "body": {"fr": "| Outil | Exempté |\n| --- | --- |\n| Matomo | oui |", "en": "We use Matomo."},
        "table": {"category": "audience", "rows": [
          {"id": "pk", "cells": {"provider": "Matomo", "name": "_pk_id*, _pk_ses*, et tout cookie dont le nom commence par mtm_consent_avec_un_nom_très_long_sans_espace", "purpose": {"fr": "Mesurer l'audience.", "en": "Measure the audience."}, "duration": {"fr": "jusqu'à 13 mois", "en": "up to 13 months"}, "more": "<https://fr.matomo.org/privacy-policy/>"}}
        ]}}
    ]
  }]
}"#;

fn rendered_in(tag: &str, format: Format) -> String {
    let collection: Collection = serde_json::from_str(CHARTER).unwrap();
    let platform = PlatformId::new("data").unwrap();
    rendered(&document(&collection, &platform, &language(tag)), format)
}

fn check(format: Format) {
    let rendered = rendered_in("fr", format);
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/render/golden")
        .join(format.file_name());
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, &rendered).unwrap();
    }
    let expected = std::fs::read_to_string(&path).unwrap();
    assert!(
        rendered == expected,
        "{format} differs from {}:\n{rendered}",
        path.display()
    );
}

#[test]
fn a_page_stands_by_itself() {
    check(Format::Html);
}

#[test]
fn a_fragment_has_the_same_markup_without_the_page() {
    check(Format::Fragment);
}

#[test]
fn markdown_has_headings_and_tables() {
    check(Format::Markdown);
}

#[test]
fn plain_text_is_laid_out_as_people_paste_it() {
    check(Format::Text);
}

#[test]
fn the_tables_are_one_table_of_values() {
    check(Format::Csv);
}

#[test]
fn consent_tools_are_configured_by_the_tables() {
    for format in [
        Format::Cookieconsent,
        Format::Klaro,
        Format::Orejime,
        Format::Tarteaucitron,
    ] {
        check(format);
    }
}

#[test]
fn formats_are_known_by_their_names() {
    for format in Format::SOURCES {
        assert_eq!(format.to_string().parse(), Ok(format));
    }
    assert!("odt".parse::<Format>().is_err());
}

#[test]
fn words_of_another_language_say_which() {
    let page = Html::parse_document(&rendered_in("ar", Format::Html));
    let selects = |css: &str| page.select(&Selector::parse(css).unwrap()).count();
    assert_eq!(selects("html[lang=ar][dir=rtl]"), 1);
    assert_eq!(selects("h1[lang=fr][dir=ltr]"), 1);
    assert!(selects("td[lang=fr], th[lang=fr]") > 0);
}

#[test]
fn every_class_of_a_fragment_is_the_charters_own() {
    let fragment = Html::parse_fragment(&rendered_in("fr", Format::Fragment));
    for element in fragment.select(&Selector::parse("[class]").unwrap()) {
        assert!(
            element
                .value()
                .classes()
                .all(|class| class.starts_with("charter"))
        );
    }
}

#[test]
fn style_sheets_fetch_nothing_and_end_no_element() {
    let page = rendered_in("fr", Format::Html);
    for harmful in ["url(", "@import"] {
        for style in [&page, FRAGMENT_STYLESHEET] {
            assert!(!style.contains(harmful), "{harmful}");
        }
    }
    assert!(!FRAGMENT_STYLESHEET.contains('<'));
}

#[test]
fn a_fragment_is_styled_as_a_page_is_but_by_its_own_width() {
    let page = rendered_in("fr", Format::Html);
    let (shared, cards) = FRAGMENT_STYLESHEET
        .split_once("@media screen {\n@container (max-width: 40em) {")
        .unwrap();
    let (_own, shared) = shared.split_once("/* What a charter").unwrap();
    assert!(page.contains(shared.trim_end()));
    assert!(page.contains(cards.trim_end_matches(['\n', '}'])));
    assert!(page.contains("@media screen and (max-width: 48em) {"));
    assert!(!page.contains("@container") && !page.contains("container-type"));
}

#[test]
fn sections_of_a_page_can_be_linked_to() {
    let page = Html::parse_document(&rendered_in("fr", Format::Html));
    let ids: Vec<&str> = page
        .select(&Selector::parse("section").unwrap())
        .map(|section| section.attr("id").unwrap())
        .collect();
    let expected = ["intro", "what", "where", "necessary", "audience"];
    assert_eq!(ids, expected.map(|id| format!("charter-{id}")));
    assert!(!rendered_in("fr", Format::Fragment).contains(" id="));
}

#[test]
fn the_lines_of_a_cell_are_lines_of_the_page_and_those_of_a_text_are_not() {
    let charter = CHARTER.replace("\"12 mois\"", "\"12 mois\\nau plus\"");
    let collection: Collection = serde_json::from_str(&charter).unwrap();
    let platform = PlatformId::new("data").unwrap();
    let document = document(&collection, &platform, &language("fr"));
    let page = rendered(&document, Format::Html);
    assert!(page.contains("12 mois<br>au plus"));
    assert!(page.contains("<em>nom</em>. Votre navigateur"));
    assert!(rendered(&document, Format::Markdown).contains("12 mois<br>au plus"));
}
