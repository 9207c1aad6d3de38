//! Where the lines of a page may end within a word.

use chartrier::render::Format;
use scraper::{Html, Selector};

use crate::support::{Texts, rendered};

fn html_of(texts: &Texts, selector: &str) -> String {
    let page = Html::parse_document(&rendered(&texts.document(), Format::Html));
    let found = page.select(&Selector::parse(selector).unwrap()).next();
    found.unwrap().inner_html()
}

/// A text in a paragraph, with `|` for each `<wbr>`.
#[track_caller]
fn check_prose(text: &str, expected: &str) {
    let html = html_of(&Texts::body(text), "section p");
    assert_eq!(html.replace("<wbr>", "|"), expected);
}

/// A text in the cell of a cookie's name, with `|` for each `<wbr>`.
#[track_caller]
fn check_name(text: &str, expected: &str) {
    let texts = Texts {
        cells: vec![text.to_owned(), text.to_owned()],
        ..Texts::body("")
    };
    let html = html_of(&texts, "th[scope=row]");
    let expected = format!("<div class=\"charter-name\">{expected}</div>");
    assert_eq!(html.replace("<wbr>", "|"), expected);
}

#[test]
fn a_name_may_end_a_line_at_its_marks() {
    check_name("django_language", "django_|language");
    check_name("`django_language`", "<code>django_|language</code>");
    check_name("OptanonAlertBox.Closed-1", "OptanonAlertBox.|Closed-|1");
    check_name(
        "_pk_id*, __utma et\u{a0}_ga",
        "_pk_|id*, __utma et&nbsp;_ga",
    );
    check_name("hj_{site}", "hj_|{site}");
}

#[test]
fn an_address_may_end_a_line_at_its_marks() {
    check_prose(
        "Sur opendata.valbrune.example.",
        "Sur opendata.|valbrune.|example.",
    );
    check_prose(
        "<https://a.example/b-c?d=e>",
        "<a class=\"charter-address\" href=\"https://a.example/b-c?d=e\">https://|a.|example/|b-|c?|d=|e</a>",
    );
    let mut heading = Texts::body("x");
    heading.heading = "Sur <https://data.example>".to_owned();
    let html = html_of(&heading, "h2");
    assert!(
        html.contains(">https://<wbr>data.<wbr>example</a>"),
        "{html}"
    );
}

#[test]
fn prose_is_left_alone() {
    for text in ["Le 1.5 et ss. ou j.t. a_b, etc.", "peut-être un garde-fou"] {
        check_prose(text, text);
    }
}

#[test]
fn a_verb_keeps_its_subject() {
    check_prose(
        "Que se passe-t-il ?",
        "Que se <span class=\"charter-whole\">passe-t-il</span> ?",
    );
}

#[test]
fn what_is_too_long_may_be_broken_anywhere() {
    let long = "x".repeat(25);
    let span = format!("<span class=\"charter-long\">{long}</span>");
    check_prose(
        &format!("un {long}."),
        &format!("un {}", span.replace("</span>", ".</span>")),
    );
    check_name(&format!("a_{long}"), &format!("a_|{span}"));
    check_prose(&"x".repeat(24), &"x".repeat(24));
}
