//! What texts become while they are written: typed, formatted, pasted, and shown.

use std::ops::Range;

use chartrier::document::Document;
use chartrier::model::*;
use chartrier::render::{Design, Format, render};
use chartrier::writing::address::{Wrong, meant};
use chartrier::writing::marks::{self, ListKind, Stress};
use chartrier::writing::paste::{self, Into};
use chartrier::writing::spans::{Known, Part, spans};
use chartrier::writing::typing::{Enter, typed};
use chartrier::writing::typography::Habits;
use chartrier::writing::{Written, lists};
use proptest::prelude::*;
use proptest::sample::select;

/// A text whose selection stands between bars; one bar is the cursor.
fn marked(text: &str) -> Written {
    let parts: Vec<&str> = text.split('|').collect();
    let start = parts[0].len();
    let length = if parts.len() > 2 { parts[1].len() } else { 0 };
    Written::new(parts.concat(), start..start + length)
}

fn shown(written: &Written) -> String {
    let Range { start, end } = written.selection.clone();
    let mut text = written.text.clone();
    if end > start {
        text.insert(end, '|');
    }
    text.insert(start, '|');
    text
}

fn check(what: &str, cases: &[(&str, &str)], does: impl Fn(&str, Range<usize>) -> Written) {
    for (before, after) in cases {
        let Written { text, selection } = marked(before);
        let done = does(&text, selection);
        assert_eq!(shown(&done), *after, "{what}: {before}");
    }
}

fn is_table(text: &str) -> bool {
    text.contains('|')
}

#[test]
fn bold_is_put_on_and_taken_off() {
    let cases = [
        ("un |mot| ici", "un **|mot|** ici"),
        ("un **|mot|** ici", "un |mot| ici"),
        ("un |**mot**| ici", "un |mot| ici"),
        ("un| mot |ici", "un **|mot|** ici"),
        ("un *|mot|* ici", "un ***|mot|*** ici"),
        ("un ***|mot|*** ici", "un *|mot|* ici"),
        ("un m|ot ici", "un **m|ot** ici"),
        ("un **m|ot** ici", "un m|ot ici"),
        ("un | ici", "un **|** ici"),
        ("un **|** ici", "un | ici"),
        ("mot|", "mot**|**"),
        ("- |un\n- deux|", "- **|un**\n- **deux|**"),
        ("- **|un**\n- **deux|**", "- |un\n- deux|"),
        ("- **|un**\n- deux|", "- **|un**\n- **deux|**"),
        ("* |un|", "* **|un|**"),
        ("\\*|un|", "\\***|un|**"),
        ("|   |", "|   |"),
        ("|été|", "**|été|**"),
    ];
    check("bold", &cases, |text, selection| {
        marks::toggle(text, selection, Stress::Strong)
    });
    let cases = [
        ("un |mot| ici", "un *|mot|* ici"),
        ("un *|mot|* ici", "un |mot| ici"),
        ("un **|mot|** ici", "un ***|mot|*** ici"),
        ("un ***|mot|*** ici", "un **|mot|** ici"),
    ];
    check("italic", &cases, |text, selection| {
        marks::toggle(text, selection, Stress::Emphasis)
    });
}

#[test]
fn links_are_made_changed_and_taken_away() {
    let made = |words: &'static str, address: &'static str| {
        move |text: &str, selection| marks::link(text, selection, words, address)
    };
    let to = "https://exemple.fr";
    check(
        "made",
        &[("voir |ici|.", "voir [ici](https://exemple.fr)|.")],
        made("ici", to),
    );
    check(
        "changed",
        &[
            (
                "voir [i|ci](https://autre.fr).",
                "voir [là](https://exemple.fr)|.",
            ),
            (
                "voir <https://a|utre.fr>.",
                "voir [là](https://exemple.fr)|.",
            ),
            // No link reaches over the end of a line.
            ("|- un\n- deux|", "- [là](https://exemple.fr)|\n- deux"),
        ],
        made("là", to),
    );
    check(
        "without words",
        &[("|", "[https://exemple.fr](https://exemple.fr)|")],
        made(" ", to),
    );
    check(
        "brackets",
        &[("|", "[a\\] b](https://exemple.fr)|")],
        made("a] b", to),
    );
    check(
        "in an address",
        &[("|", "[a](https://exemple.fr/x_%28y%29)|")],
        made("a", "https://exemple.fr/x_(y)"),
    );
    check(
        "a field",
        &[("|", "[a]({{ platform.url }}/x)|")],
        made("a", "{{ platform.url }}/x"),
    );
    check(
        "taken away",
        &[("voir [i|ci](https://autre.fr).", "voir |ici|.")],
        |text, selection| marks::unlink(text, selection).unwrap(),
    );
    let link = |text: &str| {
        let at = marked(text);
        marks::link_at(&at.text, at.selection)
            .map(|link| (at.text[link.words].to_owned(), link.address))
    };
    let is = |words: &str, address: &str| Some((words.to_owned(), address.to_owned()));
    assert_eq!(
        link("[**a** b|](https://x.fr \"titre\")"),
        is("**a** b", "https://x.fr")
    );
    assert_eq!(
        link("[a|]({{ platform.url }}/b)"),
        is("a", "{{ platform.url }}/b")
    );
    assert_eq!(link("[a](https://x.fr) |b"), None);
}

#[test]
fn lines_become_lists_and_lines_again() {
    let cases = [
        ("|un\ndeux|", "- |un\n- deux|"),
        ("- |un\n- deux|", "|un\ndeux|"),
        ("1. |un\n2. deux|", "- |un\n- deux|"),
        ("|", "- |"),
        ("- |", "|"),
        ("avant\n|un|\naprès", "avant\n\n- |un|\n\naprès"),
        ("|un\n\ndeux|", "- |un\n\n- deux|"),
    ];
    check("bullets", &cases, |text, selection| {
        marks::list(text, selection, ListKind::Bullets)
    });
    let cases = [
        ("|un\ndeux|", "1. |un\n2. deux|"),
        ("1. un\n|deux|", "1. un\n2. |deux|"),
        ("1. |un\n2. deux|", "|un\ndeux|"),
    ];
    check("numbers", &cases, |text, selection| {
        marks::list(text, selection, ListKind::Numbers)
    });
}

#[test]
fn lists_go_on_with_enter_and_end_with_an_empty_item() {
    let cases = [
        ("- un|", "- un\n- |"),
        ("- u|n", "- u\n- |n"),
        ("* un|\n* deux", "* un\n* |\n* deux"),
        (
            "1. un|\n2. deux\n3. trois",
            "1. un\n2. |\n3. deux\n4. trois",
        ),
        ("9) un|", "9) un\n10) |"),
        ("- un\n- |", "- un\n|"),
        ("1. un\n2. |\nfin", "1. un\n|\nfin"),
        ("- un\n  - deux|", "- un\n  - deux\n  - |"),
        ("- un\n  - |", "- un\n- |"),
        ("> dit|", "> dit\n> |"),
        ("> - un|", "> - un\n> - |"),
        ("> dit\n> |", "> dit\n|"),
        ("- un |mot| de", "- un\n- |de"),
    ];
    check("enter", &cases, |text, selection| {
        lists::enter(text, selection).unwrap()
    });
    for only_ends_the_line in ["un|", "|- un", "```\n- un|\n```", "", "-un|"] {
        let Written { text, selection } = marked(only_ends_the_line);
        assert_eq!(lists::enter(&text, selection), None, "{only_ends_the_line}");
    }
}

fn types(before: &str, characters: &str, habits: Habits) -> String {
    let Written { text, selection } = marked(before);
    let typed = typed(&text, selection, characters, Enter::Line, habits);
    shown(&typed.meant.unwrap_or(typed.exact)).replace('\u{a0}', "~")
}

#[test]
fn french_signs_are_set_while_typing() {
    for (before, characters, after) in [
        ("|", "l'ami", "l’ami|"),
        ("|", "\"mot\"", "«~mot~»|"),
        ("il dit |", "\" mot \" et", "il dit «~mot~» et|"),
        ("quoi |", "?", "quoi~?|"),
        ("quoi|", "?", "quoi~?|"),
        ("quoi~?|", "!", "quoi~?!|"),
        ("note|", ": ceci", "note~: ceci|"),
        ("|", "à 12:30", "à 12:30|"),
        ("|", "https://a.fr/?x=1;y", "https://a.fr/?x=1;y|"),
        ("|", "13%", "13~%|"),
        ("|", "13 €", "13~€|"),
        ("|", "le % ", "le % |"),
        ("|", "etc...", "etc…|"),
        ("|", "../a", "../a|"),
        ("`code|", "'?", "`code'?|"),
        ("{{ platform|", "'?", "{{ platform'?|"),
        ("[mot](https|", ":", "[mot](https:|"),
        ("```\nx|\n```", "'", "```\nx'|\n```"),
        ("&eacute|", ";", "&eacute;|"),
        ("data.exemple.fr|", "?", "data.exemple.fr?|"),
        ("- un|", "\nl'autre", "- un\n- l’autre|"),
        ("«~mot|", "»", "«~mot~»|"),
        ("|", "**\"mot\"**", "**«~mot~»**|"),
        ("un |mot| ici", "l'", "un l’| ici"),
        ("(|", "\"a\")", "(«~a~»)|"),
        ("- |", "!", "- !|"),
    ] {
        let before = before.replace('~', "\u{a0}");
        assert_eq!(
            types(&before, characters, Habits::French),
            after,
            "{before} + {characters}"
        );
    }
    for (before, characters, after) in [
        ("|", "it's \"so\" 'so'", "it’s “so” ‘so’|"),
        ("what|", "? so: 5%", "what? so: 5%|"),
        ("etc|", "...", "etc…|"),
    ] {
        assert_eq!(types(before, characters, Habits::English), after);
    }
    assert_eq!(types("|", "l'\"?...", Habits::None), "l'\"?...|");
}

#[test]
fn addresses_are_understood_as_people_type_them() {
    for (typed, address) in [
        ("exemple.fr", "https://exemple.fr"),
        (
            " https://exemple.fr/a b ".trim_end_matches(" b "),
            "https://exemple.fr/a",
        ),
        (
            "www.exemple.fr/page?x=1#y",
            "https://www.exemple.fr/page?x=1#y",
        ),
        ("http://exemple.fr", "http://exemple.fr"),
        ("//exemple.fr", "https://exemple.fr"),
        ("exemple.fr:8080/x", "https://exemple.fr:8080/x"),
        ("localhost:3000", "https://localhost:3000"),
        ("<https://exemple.fr>", "https://exemple.fr"),
        ("dpo@exemple.fr", "mailto:dpo@exemple.fr"),
        (
            "mailto:dpo@exemple.fr?subject=a",
            "mailto:dpo@exemple.fr?subject=a",
        ),
        ("01 23 45 67 89", "tel:0123456789"),
        ("+33 (0)1 23 45 67 89", "tel:+33123456789"),
        ("{{ platform.url }}", "{{ platform.url }}"),
        ("{{ platform.url }}/aide", "{{ platform.url }}/aide"),
        (
            "https://{{ platform.host }}/aide",
            "https://{{ platform.host }}/aide",
        ),
        ("www.{{ platform.host }}", "https://www.{{ platform.host }}"),
    ] {
        assert_eq!(meant(typed).as_deref(), Ok(address), "{typed}");
    }
    for (typed, wrong) in [
        ("  ", Wrong::Empty),
        ("https://exemple .fr", Wrong::Space),
        ("javascript:alert(1)", Wrong::Scheme("javascript".into())),
        ("ftp://exemple.fr", Wrong::Scheme("ftp".into())),
        ("/page", Wrong::Relative),
        ("#ancre", Wrong::Relative),
        ("exemple", Wrong::Nothing),
        ("https://", Wrong::Nothing),
        ("a@b", Wrong::Nothing),
    ] {
        assert_eq!(meant(typed), Err(wrong), "{typed}");
    }
}

#[test]
fn what_markdown_means_shows_while_it_is_typed() {
    let looks = |text: &str, words: &str| {
        let at = text.find(words).unwrap();
        let spans = spans(text, |name| name == "platform.url");
        spans
            .into_iter()
            .find(|span| span.range.contains(&at))
            .unwrap()
            .style
    };
    let text = "# Titre **fort**\n\nUn **mot** *penché*, `code`, ~~barré~~ et [lien](https://x.fr).\n\n- point\n\n1. rang\n\nA < b, {{ platform.url }} et {{ autre }} \\* <https://y.fr> [z]({{ platform.url }}/w)\n";
    assert_eq!(looks(text, "Titre").heading, Some(1));
    assert!(
        looks(text, "fort").strong && looks(text, "mot").strong && looks(text, "penché").emphasis
    );
    assert!(looks(text, "barré").strike);
    for (words, part) in [
        ("# ", Part::Mark),
        ("Un ", Part::Words),
        ("** *", Part::Mark),
        ("`", Part::Mark),
        ("code", Part::Code),
        ("lien", Part::LinkWords),
        ("](h", Part::Mark),
        ("https://x", Part::Address),
        (").", Part::Mark),
        ("- p", Part::ListMark),
        ("point", Part::Words),
        ("1. ", Part::ListMark),
        ("< b", Part::Words),
        ("{{ platform", Part::Field(Known::Yes)),
        ("{{ autre", Part::Field(Known::No)),
        ("\\*", Part::Mark),
        ("https://y", Part::LinkWords),
        ("/w", Part::Address),
    ] {
        assert_eq!(looks(text, words).part, part, "{words}");
    }
}

#[test]
fn a_long_text_is_read_at_once() {
    let cases = [
        "**a ".repeat(25_000),
        "[".repeat(100_000),
        ">".repeat(100_000),
        "- ".repeat(50_000),
        "{{".repeat(50_000),
        "`a".repeat(50_000),
        "![".repeat(50_000),
        "Un **mot** et [lien](https://x.fr).\n\n".repeat(3_000),
    ];
    for text in cases {
        let start = std::time::Instant::now();
        let _ = spans(&text, |_| true);
        let took = start.elapsed();
        assert!(took.as_secs() < 3, "{took:?}: {}", &text[..8]);
    }
}

fn pasted(html: &str) -> String {
    paste::markdown(html, Into::Text).unwrap_or_else(|| "(plain)".to_owned())
}

#[test]
fn what_is_pasted_becomes_clean_markdown() {
    for (html, markdown) in [
        ("<p>Un <b>mot</b></p>", "Un **mot**"),
        ("<p>un mot</p>", "(plain)"),
        ("<p>a</p><p>b</p>", "a\n\nb"),
        ("<p>a<br>b</p>", "a\\\nb"),
        ("<p>Un<b> mot </b>ici</p>", "Un **mot** ici"),
        ("<b>a</b><b>b</b>", "**ab**"),
        ("<h2><b>Titre</b></h2><p>x</p>", "## Titre\n\nx"),
        ("<ul><li>a<li>b<ul><li>c</ul></ul>", "- a\n- b\n  - c"),
        ("<ol start=3><li>a</li><li>b</li></ol>", "3. a\n4. b"),
        ("<ul><li>a</li><ul><li>b</li></ul></ul>", "- a\n  - b"),
        ("<a href='https://x.fr'>ici</a>", "[ici](https://x.fr)"),
        ("<a href='javascript:x'>ici</a> <i>là</i>", "ici *là*"),
        (
            "<p>a</p><script>x()</script><style>y</style><!-- z --><p hidden>w</p><p style='display:none'>v</p><p>b",
            "a\n\nb",
        ),
        (
            "<table><tr><th>A<th>B<tr><td>1<td>2</table>",
            "| A | B |\n| --- | --- |\n| 1 | 2 |",
        ),
        (
            "<table><tr><td><p>a</p><p>b</p></td></tr></table>",
            "a\n\nb",
        ),
        ("<blockquote><p>a</p></blockquote>", "> a"),
        ("<pre>x *y*\n  z</pre>", "```\nx *y*\n  z\n```"),
        ("<p>a</p><hr><p>b</p>", "a\n\n___\n\nb"),
        ("<p><b>2*3</b> [x]</p>", "**2\\*3** \\[x\\]"),
        (
            "<p>Voir {{ platform.url }} <b>ici</b></p>",
            "Voir {{ platform.url }} **ici**",
        ),
        // A word processor in a browser.
        (
            "<meta charset='utf-8'><b style=\"font-weight:normal;\" id=\"docs-internal-guid-1\"><p dir=\"ltr\"><span style=\"font-weight:400;font-style:normal\">Un </span><span style=\"font-weight:700;font-style:normal\">mot</span></p></b>",
            "Un **mot**",
        ),
        // A word processor's own styles.
        (
            "<p class=\"western\"><font face=\"Liberation Serif\"><span style=\"font-style: italic\">Un</span> <strike>mot</strike></font></p>",
            "*Un* ~~mot~~",
        ),
        // A program's text, line by line.
        (
            "<div style=\"white-space: pre;\"><div><span>**a**</span></div><div><span>b</span></div></div>",
            "(plain)",
        ),
        (
            "Version:0.9\r\nStartHTML:00000097\r\n<html><body><!--StartFragment--><b>a</b><!--EndFragment--></body></html>",
            "**a**",
        ),
    ] {
        assert_eq!(pasted(html), markdown, "{html}");
    }
}

#[test]
fn a_table_is_pasted_as_cells() {
    let rows = |html| match paste::cells(html) {
        Some(rows) => rows
            .iter()
            .map(|row| row.join("|"))
            .collect::<Vec<_>>()
            .join(" / "),
        None => "(plain)".to_owned(),
    };
    for (html, cells) in [
        ("<table><tr><td>a<td>b<tr><td>c<td></table>", "a|b / c|"),
        ("<table><tr><td>a</table>", "a"),
        ("<table><tr><td>a<br>b<td><p>c<p>d</table>", "a\\\nb|c\n\nd"),
        (
            "<table><tr><td>Un <b>mot</b><td>{{ platform.url }}</table>",
            "Un **mot**|{{ platform.url }}",
        ),
        // Names stay as they are written, unless they would read as something else.
        (
            "<table><tr><td>_ga<td>_pk_id*<td>*x*<td>- a</table>",
            "_ga|_pk_id*|\\*x\\*|\\- a",
        ),
        (
            "<table><tr><td colspan=2>a<td>b<tr><td>c<td>d<td>e</table>",
            "a||b / c|d|e",
        ),
        (
            "<table><tr><td rowspan=2>a<td>b<tr><td>c</table>",
            "a|b / |c",
        ),
        (
            "<table><tr><td>a<td rowspan=2 colspan=2>b<tr><td>c<tr><td>d<td>e<td>f</table>",
            "a|b| / c|| / d|e|f",
        ),
        // A spreadsheet's last row, which gives the columns their widths.
        (
            "<table><caption>t</caption><tr><td>a<td>&nbsp;<tr style='display:none'><td>b<td>c</table>",
            "a|",
        ),
        (
            "<style>x</style><div><table><thead><tr><th>A<tbody><tr><td>1</table></div>",
            "A / 1",
        ),
        ("<p>a</p><table><tr><td>b</table>", "(plain)"),
        (
            "<table><tr><td>a</table><table><tr><td>b</table>",
            "(plain)",
        ),
        ("<table><tr><td><table><tr><td>a</table></table>", "(plain)"),
        ("<table></table>", "(plain)"),
        ("un mot", "(plain)"),
    ] {
        assert_eq!(rows(html), cells, "{html}");
    }
}

#[test]
fn spans_without_end_are_not_laid_out() {
    let html = format!(
        "<table><tr>{}{}</table>",
        "<td colspan=50 rowspan=9999>".repeat(2_000),
        "<tr><td>a".repeat(2_000)
    );
    assert_eq!(paste::cells(&html), None);
}

#[test]
fn a_list_of_word_is_a_list() {
    let item = |level: usize, mark: &str, words: &str| {
        format!(
            "<p class=MsoListParagraph style='text-indent:-18.0pt;mso-list:l0 level{level} lfo1'><![if !supportLists]><span style='font-family:Symbol;mso-list:Ignore'>{mark}<span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp;&nbsp; </span></span><![endif]>{words}<o:p></o:p></p>"
        )
    };
    let html = format!(
        "<html xmlns:o='urn:schemas-microsoft-com:office:office'><head><style>p.MsoNormal {{ margin: 0 }}</style><!--[if gte mso 9]><xml><o:x>non</o:x></xml><![endif]--></head><body><h1>Titre<o:p></o:p></h1><p class=MsoNormal>Un <b style='mso-bidi-font-weight:normal'>mot</b><o:p></o:p></p>{}{}{}<p class=MsoNormal><o:p>&nbsp;</o:p></p><p class=MsoNormal>Puis :<o:p></o:p></p>{}{}</body></html>",
        item(1, "·", "un"),
        item(2, "o", "dedans"),
        item(1, "·", "deux"),
        item(1, "1.", "premier"),
        item(1, "2.", "second"),
    );
    assert_eq!(
        pasted(&html),
        "# Titre\n\nUn **mot**\n\n- un\n  - dedans\n- deux\n\nPuis :\n\n1. premier\n2. second"
    );
}

#[test]
fn on_a_line_what_is_pasted_is_a_line() {
    let line = |html| paste::markdown(html, Into::Line);
    assert_eq!(
        line("<h1>Un <i>titre</i></h1><p>b</p>").as_deref(),
        Some("Un *titre* b")
    );
    assert_eq!(line("<h1>Un titre</h1>"), None);
    assert_eq!(paste::plain("a\r\nb\tc\u{ad}", Into::Line), "a b c");
    assert_eq!(paste::plain("a\r\n\r\nb\u{0}", Into::Text), "a\n\nb");
}

#[test]
fn whatever_is_pasted_is_read_in_time() {
    let deep = |tag: &str, times: usize| {
        format!(
            "{}mot{}",
            format!("<{tag}>").repeat(times),
            format!("</{tag}>").repeat(times)
        )
    };
    let cases = [
        deep("div", 10_000),
        deep("b", 10_000),
        deep("ul", 10_000),
        deep("blockquote", 10_000),
        deep("span", 10_000),
        deep("table><tr><td", 3_000),
        "<div>".repeat(1_000_000),
        "<b><p>".repeat(100_000),
        (0..5_000).map(|n| format!("<font size={n}><p>x")).collect(),
        "<p>mot <b>fort</b></p>".repeat(20_000),
        "*[_`".repeat(200_000),
    ];
    for html in cases {
        let start = std::time::Instant::now();
        let markdown = paste::markdown(&html, Into::Text);
        let took = start.elapsed();
        assert!(took.as_secs() < 30, "{took:?}: {}", &html[..20]);
        if let Some(markdown) = markdown {
            assert!(markdown.contains("mot") || html.contains("size") || !html.contains("mot"));
        }
    }
}

/// Pieces of texts that mean something to Markdown, to typography or to this program.
const PIECES: &[&str] = &[
    "mot",
    "é",
    " ",
    "\n",
    "\n\n",
    "*",
    "**",
    "_",
    "`",
    "```\n",
    "[",
    "](",
    ")",
    "<",
    ">",
    "- ",
    "1. ",
    "# ",
    "> ",
    "{{ platform.url }}",
    "{{",
    "}}",
    "\\",
    "&amp;",
    "|",
    "~~",
    "'",
    "\"",
    ":",
    "?",
    "...",
    "«",
    "»",
    "\u{a0}",
    "\u{1F36A}",
    "https://x.fr",
    "\t",
    "\r\n",
    "![",
    "\u{0}",
];

fn text() -> impl Strategy<Value = String> {
    proptest::collection::vec(select(PIECES.to_vec()), 0..14).prop_map(|pieces| pieces.concat())
}

fn selected() -> impl Strategy<Value = (String, Range<usize>)> {
    (text(), 0_usize..60, 0_usize..60).prop_map(|(text, a, b)| (text, a.min(b)..a.max(b)))
}

fn habits() -> impl Strategy<Value = Habits> {
    select(vec![Habits::French, Habits::English, Habits::None])
}

fn stands(written: &Written) -> bool {
    let Written { text, selection } = written;
    selection.start <= selection.end
        && text.is_char_boundary(selection.start)
        && text.is_char_boundary(selection.end)
}

/// A platform whose charter has one text.
fn document_of(body: &str) -> Document {
    let language = Language::new("fr").unwrap();
    let mut collection = Collection::new("Essai", language.clone());
    let mut section = Section::empty(SectionId::new("one").unwrap());
    section.body = Text::same(body);
    let mut complete = Complete {
        title: Text::same("Titre"),
        ..Complete::default()
    };
    complete.sections.push(section).unwrap();
    let charter = Charter {
        updated: None,
        form: Form::Complete(complete),
    };
    let id = PlatformId::new("p").unwrap();
    collection
        .platforms
        .push(Platform::new(
            id.clone(),
            "Portail",
            "https://portail.example",
            charter,
        ))
        .unwrap();
    let resolved = collection.resolve(&Owner::Platform(id)).unwrap();
    Document::new(&collection, &resolved, &language)
}

fn plain_words(document: &Document) -> Vec<String> {
    let text = String::from_utf8(
        render(document, Format::Text, &Design::default())
            .expect("nothing of its looks is its own"),
    )
    .unwrap();
    let words = text.replace('\u{202f}', "\u{a0}");
    words
        .split(|c: char| !c.is_alphanumeric() && c != '\u{1F36A}')
        // The numbers of items are marks.
        .filter(|word| !word.chars().all(|c| c.is_ascii_digit()))
        .map(str::to_owned)
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn spans_cover_the_text_in_order(text in text()) {
        let mut at = 0;
        for span in spans(&text, |name| name == "platform.url") {
            prop_assert_eq!(span.range.start, at);
            prop_assert!(span.range.end > at && text.is_char_boundary(span.range.end));
            at = span.range.end;
        }
        prop_assert_eq!(at, text.len());
    }

    #[test]
    fn a_mark_put_on_twice_is_gone((text, selection) in selected(), strong in any::<bool>()) {
        let stress = if strong { Stress::Strong } else { Stress::Emphasis };
        let once = marks::toggle(&text, selection, stress);
        prop_assert!(stands(&once));
        let twice = marks::toggle(&once.text, once.selection.clone(), stress);
        prop_assert!(stands(&twice));
        // Where only some of the lines had it, all of them have it first.
        if !text.contains('\n') {
            prop_assert_eq!(&twice.text, &text);
        }
        let thrice = marks::toggle(&twice.text, twice.selection.clone(), stress);
        if !text.contains('\n') {
            prop_assert_eq!(&thrice.text, &once.text);
        }
    }

    #[test]
    fn nothing_that_is_done_to_a_text_splits_a_character((text, selection) in selected(), habits in habits()) {
        for kind in [ListKind::Bullets, ListKind::Numbers] {
            prop_assert!(stands(&marks::list(&text, selection.clone(), kind)));
        }
        prop_assert!(stands(&marks::link(&text, selection.clone(), "mot", "https://x.fr")));
        if let Some(without) = marks::unlink(&text, selection.clone()) {
            prop_assert!(stands(&without));
        }
        if let Some(next) = lists::enter(&text, selection.clone()) {
            prop_assert!(stands(&next));
        }
        let typed = typed(&text, selection, "l'\"?:\n. ", Enter::Line, habits);
        prop_assert!(stands(&typed.exact) && typed.meant.as_ref().is_none_or(stands));
        let _ = meant(&text);
        let _ = paste::plain(&text, Into::Line);
        let _ = paste::markdown(&text, Into::Text);
        let _ = paste::cells(&text);
    }

    #[test]
    fn letters_stay_as_they_are_typed((text, selection) in selected(), letters in "[a-zéêî,]{0,8}", habits in habits()) {
        prop_assert_eq!(typed(&text, selection, &letters, Enter::Line, habits).meant, None);
    }

    #[test]
    fn a_fragment_that_is_pasted_says_the_same_words(text in text()) {
        prop_assume!(!is_table(&text));
        let document = document_of(&text);
        let html = String::from_utf8(render(&document, Format::Fragment, &Design::default()).expect("nothing of its looks is its own")).unwrap();
        // What is written as a field becomes one, even where it was only words.
        prop_assume!(!html.contains("{{"));
        if let Some(markdown) = paste::markdown(&html, Into::Text) {
            // Its title, a heading of the page, is one of the text here.
            let mut expected = plain_words(&document);
            let mut said = plain_words(&document_of(&markdown));
            prop_assert_eq!(said.remove(0), "Titre");
            expected.dedup();
            said.dedup();
            prop_assert_eq!(said, expected, "{} → {}", html, markdown);
        }
    }
}
