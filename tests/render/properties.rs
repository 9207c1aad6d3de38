//! What holds for every charter.

use chartrier::document::Document;
use chartrier::render::{Design, Format, RenderError, render};
use proptest::prelude::*;
use scraper::{Html, Selector};

use crate::support::{Texts, blocks_of, folded, leaves, read, rendered, words};

/// Pieces of Markdown, and of what looks like it.
fn piece() -> impl Strategy<Value = String> {
    let pieces = [
        "mot",
        " ",
        " ",
        "é",
        "*",
        "**",
        "_",
        "~~",
        "`",
        "``",
        "[",
        "]",
        "(",
        ")",
        "<",
        ">",
        "!",
        "#",
        "##",
        "-",
        "+",
        "=",
        "1.",
        "7)",
        "|",
        "\\",
        "&",
        "&amp;",
        "&#",
        "60;",
        "&#32;",
        "&#10;",
        "{{",
        "}}",
        "{{ custom }}",
        "{{ nobody }}",
        "https://a.example/?b=1&copy;=2",
        "<https://a.example>",
        "[mot](https://a.example/x_(y))",
        "<moi@a.example>",
        "\n",
        "\n\n",
        "\n- ",
        "\n  - ",
        "\n* ",
        "\n1. ",
        "\n> ",
        "\n# ",
        "\n```\n",
        "\n---\n",
        "\n===\n",
        "\n    ",
        "\\\n",
        "  \n",
        "\n| a | b |\n|---|---|\n| c | d |\n",
        "\u{a0}",
        "«",
        "»",
        "👩‍🍪",
        "django_language",
        "opendata.cc-coast.example",
        "passe-t-il",
        "Kraftfahrzeughaftpflichtversicherung",
        "\t",
        ".",
    ];
    prop_oneof![
        8 => proptest::sample::select(pieces.to_vec()).prop_map(str::to_owned),
        1 => any::<char>().prop_map(String::from),
    ]
}

fn text() -> impl Strategy<Value = String> {
    proptest::collection::vec(piece(), 0..24).prop_map(|pieces| pieces.concat())
}

fn texts() -> impl Strategy<Value = Texts> {
    let line = || text();
    (
        (line(), line(), line(), line()),
        text(),
        line(),
        proptest::collection::vec(text(), 0..5),
    )
        .prop_map(
            |((title, name, field, heading), body, label, cells)| Texts {
                title,
                name,
                url: "https://a.example".to_owned(),
                field,
                heading,
                body,
                label,
                cells,
            },
        )
}

/// The words with all that stands between them, none of which may be missing.
fn letters(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

fn check_no_word_is_lost(document: &Document) -> Result<(), TestCaseError> {
    let whole = |format: &Format| !format.is_of_cookies();
    for format in Format::SOURCES.into_iter().filter(whole) {
        let read = letters(&read(format, &rendered(document, format)));
        let mut rest = read.as_str();
        for word in leaves(document).iter().flat_map(|leaf| words(leaf)) {
            // Plain text writes an address behind the words of its link, be it within a word.
            if format == Format::Text {
                let mut left = rest.chars();
                let missing = word.chars().find(|c| !left.any(|other| other == *c));
                prop_assert_eq!(missing, None, "{} lost {:?}: {:?}", format, word, read);
                rest = left.as_str();
                continue;
            }
            let at = rest.find(&word);
            prop_assert!(
                at.is_some(),
                "{format} lost {word:?} of {document:?}: {read:?}"
            );
            rest = &rest[at.unwrap_or(0) + word.len()..];
        }
    }
    Ok(())
}

#[test]
fn code_that_a_table_cannot_hold_keeps_its_words() {
    let mut texts = Texts::body("");
    texts.field = "\\|".to_owned();
    texts.cells = vec![
        "\n```\n{{ custom }}\n```\n[mot](https://a.example/x_(y))é".to_owned(),
        "`a\\|b` suite".to_owned(),
    ];
    check_no_word_is_lost(&texts.document()).expect("every word is there");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_renderer_loses_a_word(texts in texts()) {
        check_no_word_is_lost(&texts.document())?;
    }

    #[test]
    fn the_same_charter_gives_the_same_bytes(texts in texts()) {
        for format in Format::ALL {
            let rendered = || render(&texts.document(), format, &Design::default());
            let once = rendered();
            // Letters that no font has are refused by those formats that hold their fonts.
            let is_good = match &once {
                Ok(_) => true,
                Err(RenderError::Letters { .. }) => format == Format::Pdf,
                Err(_) => false,
            };
            prop_assert!(is_good, "{format}: {once:?}");
            prop_assert_eq!(once, rendered());
        }
    }

    #[test]
    fn headings_descend_one_level_at_a_time_from_one_title(texts in texts()) {
        let document = texts.document();
        let page = Html::parse_document(&rendered(&document, Format::Html));
        let fragment = Html::parse_fragment(&rendered(&document, Format::Fragment));
        prop_assert_eq!(page.root_element().attr("lang"), Some("fr"));
        let headings = Selector::parse("h1, h2, h3, h4, h5, h6").unwrap();
        for (html, top) in [(page, 1), (fragment, 2)] {
            let levels: Vec<u32> = html
                .select(&headings)
                .map(|heading| heading.value().name()[1..].parse().unwrap())
                .collect();
            prop_assert_eq!(levels.first(), Some(&top));
            prop_assert!(levels.windows(2).all(|pair| pair[1] > top && pair[1] <= pair[0] + 1), "{levels:?}");
        }
    }

    #[test]
    fn markdown_reads_as_the_words_that_it_was_written_from(body in text()) {
        let written = rendered(&Texts::body(&body).document(), Format::Markdown);
        let before = leaves(&Texts::body(&body).document()).join("\n");
        prop_assert_eq!(letters(&read(Format::Markdown, &written)), letters(&before), "{}", written);
    }

    #[test]
    fn plain_text_ends_no_line_in_a_space_and_holds_no_blank_line_in_a_table(texts in texts()) {
        let text = rendered(&texts.document(), Format::Text);
        prop_assert!(text.ends_with('\n') && !text.ends_with("\n\n"));
        prop_assert!(text.lines().all(|line| !line.ends_with(' ')));
    }
}

/// Markdown whose marks are all where they can be written.
fn sound_markdown() -> impl Strategy<Value = String> {
    let words = "[a-zé<>&*_`|#\\[\\]{}!~-]{1,6}( [a-z0-9.()+=-]{1,6}){0,3}".prop_map(|words| {
        let escaped: String = words
            .chars()
            .flat_map(|c| {
                c.is_ascii_punctuation()
                    .then_some('\\')
                    .into_iter()
                    .chain([c])
            })
            .collect();
        escaped
    });
    let inline = prop_oneof![
        4 => words.clone(),
        1 => words.clone().prop_map(|it| format!("*{it}x*")).prop_map(|it| it.replacen('*', "*x", 1)),
        1 => words.clone().prop_map(|it| format!("**x{it}x**")),
        1 => words.clone().prop_map(|it| format!("~~x{it}x~~")),
        1 => words.clone().prop_map(|it| format!("[{it}](https://a.example/b?c=d&e=f)")),
        1 => Just("`a | b * c`".to_owned()),
        1 => Just("<https://a.example>".to_owned()),
        1 => Just("x\\\nx".to_owned()),
    ];
    let line = proptest::collection::vec(inline, 1..5).prop_map(|it| it.join(" "));
    let leaf = prop_oneof![
        6 => line.clone(),
        1 => words.clone().prop_map(|it| format!("# {it}")),
        1 => Just("```\nlet a = \"*\";\n\n  <b>\n```".to_owned()),
        1 => Just("---".to_owned()),
        1 => words.prop_map(|it| format!("| a | b |\n|---|---|\n| {it} | `c\\|d` |")),
    ];
    let block = leaf.prop_recursive(3, 24, 4, |inner| {
        let blocks = proptest::collection::vec(inner, 1..4);
        let indented = |text: &str, by: &str| text.replace('\n', &format!("\n{by}"));
        let item = move |marker: &'static str| {
            let by = " ".repeat(marker.len());
            move |blocks: Vec<String>| format!("{marker}{}", indented(&blocks.join("\n\n"), &by))
        };
        prop_oneof![
            proptest::collection::vec(blocks.clone().prop_map(item("- ")), 1..4)
                .prop_map(|it| it.join("\n")),
            proptest::collection::vec(blocks.clone().prop_map(item("+ ")), 1..4)
                .prop_map(|it| it.join("\n\n")),
            blocks.clone().prop_map(item("3. ")),
            blocks.prop_map(move |blocks| format!("> {}", indented(&blocks.join("\n\n"), "> "))),
        ]
    });
    proptest::collection::vec(block, 1..5).prop_map(|blocks| blocks.join("\n\n"))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn markdown_reads_as_the_structure_that_it_was_written_from(body in sound_markdown()) {
        let mut texts = Texts::body(&body);
        texts.heading = String::new();
        let written = rendered(&texts.document(), Format::Markdown);
        let (_title, rest) = written.split_once("\n\n").unwrap();
        let (again, _next) = rest.rsplit_once("\n\n##").unwrap();
        // Headings deepen by one under a section; what remains stays as it is.
        let levels = |text: String| text.replace(|c: char| c.is_ascii_digit(), "0");
        prop_assert_eq!(levels(folded(&blocks_of(again))), levels(folded(&blocks_of(&body))), "{}", written);
    }
}
