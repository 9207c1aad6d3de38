//! The page that links all charters of an export.

use chartrier::model::PlatformId;
use chartrier::render::{Format, IndexEntry, index};
use scraper::{ElementRef, Html, Selector};

use crate::support::{language, words};

fn entry(platform: &str, name: &str, title: &str, tag: &str) -> IndexEntry {
    let link = |format: Format| (format, format!("{platform}/{tag}/{}", format.file_name()));
    IndexEntry {
        platform: PlatformId::new(platform).unwrap(),
        name: name.to_owned(),
        title: title.to_owned(),
        language: language(tag),
        links: Format::ALL.into_iter().map(link).collect(),
    }
}

fn entries() -> [IndexEntry; 3] {
    [
        entry("a", "Données", "Charte cookies", "fr"),
        entry("a", "Data", "Cookie charter", "en"),
        entry("b", "data.caf.fr", "Charte <b>", "fr"),
    ]
}

fn page(tag: &str, entries: &[IndexEntry]) -> Html {
    let page = index("Portails", &language(tag), entries);
    Html::parse_document(&String::from_utf8(page).unwrap())
}

fn select<'a>(page: &'a Html, css: &str) -> Vec<ElementRef<'a>> {
    page.select(&Selector::parse(css).unwrap()).collect()
}

fn text(element: &ElementRef<'_>) -> String {
    words(&element.text().collect::<String>()).join(" ")
}

#[track_caller]
fn check(tag: &str, css: &str, expected: &[&str]) {
    let page = page(tag, &entries());
    let found: Vec<String> = select(&page, css).iter().map(text).collect();
    assert_eq!(found, expected);
}

#[test]
fn a_platform_stands_once_with_a_line_for_each_language() {
    check("fr", "h1", &["Portails"]);
    check("fr", "h2", &["Données", "data.caf.fr"]);
    check(
        "fr",
        ".charter-charter > span",
        &[
            "Charte cookies (fr)",
            "Cookie charter (en)",
            "Charte <b> (fr)",
        ],
    );
}

#[test]
fn a_link_says_by_itself_where_it_leads() {
    let of_english = "a[href^='a/en/']";
    check(
        "fr",
        of_english,
        &[
            "page Data (en)",
            "fragment Data (en)",
            "Markdown Data (en)",
            "texte Data (en)",
            "PDF Data (en)",
            "Word Data (en)",
            "CSV Data (en)",
            "cookieconsent Data (en)",
            "Klaro Data (en)",
            "Orejime Data (en)",
            "tarteaucitron Data (en)",
            "JSON Data (en)",
        ],
    );
    check(
        "en",
        of_english,
        &[
            "page Data (en)",
            "fragment Data (en)",
            "Markdown Data (en)",
            "text Data (en)",
            "PDF Data (en)",
            "Word Data (en)",
            "CSV Data (en)",
            "cookieconsent Data (en)",
            "Klaro Data (en)",
            "Orejime Data (en)",
            "tarteaucitron Data (en)",
            "JSON Data (en)",
        ],
    );
    let page = page("fr", &entries());
    let links = select(&page, "a");
    let mut names: Vec<String> = links.iter().map(text).collect();
    names.sort();
    names.dedup();
    assert_eq!(names.len(), links.len());
}

#[test]
fn words_of_another_language_say_which() {
    check(
        "fr",
        "span:not(.charter-unseen) > [lang]",
        &["Cookie charter"],
    );
    // An index in German says its own words in English.
    check("de", "a[href='b/fr/charter.txt'] > [lang=en]", &["text"]);
    check("en", "h2 > [lang=fr]", &["Données", "data.caf.fr"]);
}

#[test]
fn an_export_of_nothing_has_an_index_without_a_list() {
    assert!(select(&page("fr", &[]), "ul").is_empty());
}
