//! Whatever comes in, there is a page or a refusal, soon.

use std::time::{Duration, Instant};

use chartrier::import::page::Content;
use chartrier::import::source::{Refusal, Source, read};
use proptest::prelude::*;

use crate::{page, source};

/// How long anything may take: ten seconds when it is built to be fast, and more than that here.
const LONGEST: Duration = Duration::from_mins(1);

#[track_caller]
fn soon(what: &str, text: &str) -> Result<Source, Refusal> {
    let start = Instant::now();
    let read = source(text.as_bytes());
    let took = start.elapsed();
    println!("{what}: {took:?}, {:?}", read.as_ref().err());
    assert!(took < LONGEST, "{what} took {took:?}");
    read
}

#[test]
fn what_nests_without_end_is_read_or_refused_soon() {
    const DEEP: usize = 10_000;
    for (name, open, close) in [
        ("div", "<div>", ""),
        ("b", "<b>", ""),
        ("div closed", "<div>", "</div>"),
        ("span", "<span>", "</span>"),
        ("ul", "<ul><li>", ""),
        ("table", "<table><tr><td>", ""),
        ("p in b", "<p><b class=x>", ""),
        ("quote", "> ", ""),
        ("list", "- ", ""),
        ("bracket", "[", "](x)"),
        ("image", "![", ""),
        ("star", "*a ", ""),
        ("stars", "**a ", "**"),
        ("tick", "`a ``b ", ""),
        ("angle", "<a ", ""),
        ("amp", "&", ""),
    ] {
        let text = format!("# Titre\n\n{}mot{}", open.repeat(DEEP), close.repeat(DEEP));
        let _ = soon(name, &text);
        let html = format!("<html><p>{}mot{}", open.repeat(DEEP), close.repeat(DEEP));
        let _ = soon(name, &html);
    }
}

#[test]
fn the_words_below_ten_thousand_tags_are_kept() {
    let html = format!(
        "<html>{}mot{}</html>",
        "<div>".repeat(10_000),
        "</div>".repeat(10_000)
    );
    assert_eq!(crate::outline::of(&page(html.as_bytes())), "mot");
}

#[test]
fn what_would_take_too_much_is_refused() {
    for (what, text) in [
        (
            "formatting that is opened again",
            format!(
                "<html>{}",
                (0..40_000)
                    .map(|n| format!("<b a={n}><p>x"))
                    .collect::<String>()
            ),
        ),
        ("elements", format!("<html>{}", "<i></i>".repeat(3_000_000))),
        (
            "spans",
            format!(
                "<html><table>{}</table>",
                "<tr><td colspan=50>x".repeat(30_000)
            ),
        ),
        ("quotes", format!("# T\n\n{}x", "> ".repeat(1_000_000))),
        ("signs", format!("# T\n\n{}", "*a* ".repeat(2_000_000))),
        ("cells", "a;b;c;d;e;f\n".repeat(200_000)),
    ] {
        assert_eq!(soon(what, &text).err(), Some(Refusal::TooComplex), "{what}");
    }
}

#[test]
fn a_hundred_thousand_rows_come_in() {
    let rows = 100_000;
    let html = format!(
        "<html><body><table><thead><tr><th>Nom<th>Durée<th>Note</thead>{}</table></body></html>",
        (0..rows)
            .map(|n| format!("<tr><td>phare_{n}</td><td>1 an</td><td>Rien</td></tr>\n"))
            .collect::<String>()
    );
    let csv = format!(
        "Nom;Durée;Note\n{}",
        (0..rows)
            .map(|n| format!("phare_{n};1 an;\"Rien\"\n"))
            .collect::<String>()
    );
    let markdown = format!(
        "# T\n\n| Nom | Durée | Note |\n|---|---|---|\n{}",
        (0..rows)
            .map(|n| format!("| phare_{n} | 1 an | Rien |\n"))
            .collect::<String>()
    );
    for (what, text) in [
        ("html", html),
        ("csv", csv.clone()),
        ("tsv", csv.replace(';', "\t")),
        ("markdown", markdown),
    ] {
        let read = soon(what, &text).expect("it can be read");
        let chartrier::import::source::Content::Page(page) = read.content else {
            panic!("{what} is no page");
        };
        let all = page.parts.iter().map(|part| match &part.content {
            Content::Grid(grid) => grid.rows.len(),
            _ => 0,
        });
        assert_eq!(all.sum::<usize>(), rows + 1, "{what}");
    }
}

#[test]
fn a_long_page_comes_in() {
    let words = "Le port dépose des cookies et dit lesquels. ".repeat(8);
    let html = format!(
        "<html><body>{}</body></html>",
        format!("<p>{words}</p>\n").repeat(60_000)
    );
    assert_eq!(
        soon("20 MB of HTML", &html).map(|it| it.format),
        Ok(chartrier::import::source::SourceFormat::Html)
    );
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_are_a_page_or_a_refusal(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        let _ = source(&bytes);
    }

    #[test]
    fn pieces_of_every_format_are_a_page_or_a_refusal(
        pieces in proptest::collection::vec(
            proptest::sample::select(vec![
                "<table>", "<tr>", "<td rowspan=3>", "<th colspan=0>", "</table>", "<ul><li>", "</ul>",
                "<dl><dt>", "<dd>", "<h2>", "</h2>", "<p>", "<svg>", "<math>", "<template>", "<select>",
                "<option>", "<nav>", "<main>", "<b>", "</b>", "<a href=x>", "</a>", "<!--", "-->", "<br>",
                "<caption>", "<img alt=x>", "<section class=charter-section>", "<div class=charter>",
                "<h1 class=charter-title>", "<table class=charter-cookies>", "<script>", "</script>",
                "# ", "| a | b |\n", "|---|---|\n", "> ", "- ", "\n", "\n\n", "**", "`", "[x](y)", "mot",
                ";", ",", "\t", "\"", "é", "&nbsp;", "<", ">", "URL: https://a.example\n", "sep=;\n",
            ]),
            0..40,
        ),
        name in proptest::sample::select(vec!["", "a.md", "a.html", "a.csv"]),
    ) {
        let _ = read(pieces.concat().as_bytes(), name);
    }
}
