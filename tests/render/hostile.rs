//! Texts that try to be more than text.

use std::time::{Duration, Instant};

use chartrier::render::Format;
use scraper::Html;

use crate::support::{Texts, read, rendered, values};

/// Nothing that a browser would run, fetch or be led astray by.
fn check_harmless(text: &str) {
    let document = Texts::all(text).document();
    // What holds the whole charter, and what is about its cookies.
    let mut taken = [Duration::ZERO; 2];
    for format in Format::SOURCES {
        let started = Instant::now();
        let rendered = rendered(&document, format);
        let harmful = |c: char| {
            (c.is_control() && !matches!(c, '\n' | '\t'))
                || ('\u{202A}'..='\u{202E}').contains(&c)
                || ('\u{2066}'..='\u{2069}').contains(&c)
                || ('\u{E000}'..='\u{F8FF}').contains(&c)
        };
        let found = rendered.chars().find(|c| harmful(*c));
        assert_eq!(found, None, "{format}: a harmful character");
        read(format, &rendered);
        if format.is_of_cookies() {
            check_inert(format, &rendered);
        }
        match format {
            Format::Html => check_elements(&Html::parse_document(&rendered), &["id"]),
            Format::Fragment => {
                check_elements(&Html::parse_fragment(&rendered), &[]);
                for attribute in ["<style", "style=", " id="] {
                    assert!(
                        text.contains('<') || !rendered.contains(attribute),
                        "{attribute}"
                    );
                }
            }
            _ => {}
        }
        taken[usize::from(format.is_of_cookies())] += started.elapsed();
    }
    for taken in taken {
        assert!(taken < Duration::from_mins(1), "too slow");
    }
}

/// What a formula begins with, in one spreadsheet or another.
const FORMULAS: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

/// Nothing that a spreadsheet would compute, or that would end a script or a line of one.
fn check_inert(format: Format, rendered: &str) {
    if format == Format::Csv {
        for cell in values(rendered).concat() {
            assert!(!cell.starts_with(FORMULAS), "{cell:?} is a formula");
        }
        return;
    }
    for ending in ["</", "<!--", "<script", "\u{2028}", "\u{2029}", "\t"] {
        assert!(!rendered.contains(ending), "{format}: {ending:?}");
    }
}

fn check_elements(html: &Html, more_attributes: &[&str]) {
    const EXPECTED: &str = "html head meta title style body main div section h1 h2 h3 h4 h5 h6 p \
        ul ol li blockquote pre code hr br wbr em strong s a span table caption thead tbody tr th td";
    const ATTRIBUTES: &str = "lang dir class scope data-label href start charset name content";
    for element in html.root_element().descendent_elements() {
        let element = element.value();
        assert!(
            EXPECTED.split_whitespace().any(|it| it == element.name()),
            "{}",
            element.name()
        );
        for (name, value) in element.attrs() {
            let mut expected = ATTRIBUTES
                .split_whitespace()
                .chain(more_attributes.iter().copied());
            assert!(expected.any(|it| it == name), "{name}");
            if name == "href" {
                let schemes = ["http://", "https://", "http:", "https:", "mailto:", "tel:"];
                let lower = value.to_lowercase();
                assert!(
                    schemes.iter().any(|scheme| lower.starts_with(scheme)),
                    "{value}"
                );
            }
        }
    }
}

#[test]
fn hostile_texts_come_out_as_text_in_every_field_and_format() {
    for text in [
        "<script>alert(1)</script>",
        "\"><img src=x onerror=alert(1)>",
        "[x](javascript:alert(1))",
        "[x](JaVaScRiPt&#58;alert(1))",
        "![x](data:text/html,<script>alert(1)</script>)",
        "](<script>alert(1)</script>",
        "[a](<https://example.org/\" onclick=\"x>)",
        "[![a](https://a.example)](https://b.example)",
        "<javascript:alert(1)>",
        "javascript:alert(1)",
        "{{",
        "{{ nobody.knows }}",
        "{{ no*b*ody & <b> }}",
        "{{ custom }} {{ platform.url }}",
        "a\u{0}b\u{1}c\u{1b}[31m\u{7f}\u{85}",
        "\u{202E}evil\u{202C} \u{2066}x\u{2069}",
        "&#x202E;evil &#8238; &#0; &#x100000;&#x10FFFD;script&gt; &#x1F;",
        "`&#x202E;` &amp;#x202E; \\&#x202E;",
        "]]>",
        "-->",
        "<!-- x",
        "</style></title></main>",
        "</textarea><svg/onload=alert(1)>",
        "a\tb\r\nc\rd",
        "| a | b |\n| --- | --- |\n| <b> | c |",
        "\u{10FFFD}script>",
        "=cmd|' /C calc'!A0",
        "+1+1",
        "-1+1",
        "@SUM(1)",
        "\\=1+1",
        "\\+1+1",
        "'=1+1",
        "''''@x",
        "＝1+1",
        "\t=1+1",
        "\n\n=1+1",
        "`=1+1`",
        "</script><script>alert(1)</script>",
        "\\\"); alert(1); (\"",
        "*/ alert(1) /*",
        "a\nb\\\nc",
        "[`/`, */ (*/ [x]*](https://a.example/</script>)",
        "- a\n- b\n\n* c\n\n1. d\n\n```\n</pre><script>\n```",
        "",
        "   ",
        "\\",
        "`",
    ] {
        check_harmless(text);
    }
}

#[test]
fn enormous_and_deeply_nested_texts_are_rendered() {
    for text in [
        "mot ".repeat(250_000),
        "x".repeat(1_000_000),
        ">".repeat(10_000),
        "> ".repeat(10_000) + "a",
        "[".repeat(10_000),
        "*".repeat(10_000),
        "*a ".repeat(10_000),
        "- ".repeat(10_000) + "a",
        "{{".repeat(10_000),
        "`".repeat(10_000),
        "<".repeat(10_000),
        "&#".repeat(10_000),
    ] {
        check_harmless(&text);
    }
}
