//! Markdown: read as `CommonMark` with GitHub's tables, and then as the HTML that it means.

use std::sync::LazyLock;

use comrak::nodes::NodeValue;
use comrak::{Arena, Options, format_html, parse_document};

use super::{Refusal, address_line, html};
use crate::document::{Block, Inline, clean};
use crate::import::page::{Content, Page, Part, Region};

/// How many signs that may be marks a text may have: each may become a node of a tree.
const MOST_SIGNS: usize = 1_500_000;
/// How deep quotations and lists may nest on a line.
const DEEPEST: usize = 500;
/// How often a sign of emphasis may be repeated among words.
const LONGEST_RUN: usize = 200;

static OPTIONS: LazyLock<Options<'static>> = LazyLock::new(|| {
    let mut options = Options::default();
    options.extension.table = true;
    options.extension.strikethrough = true;
    options.extension.front_matter_delimiter = Some("---".to_owned());
    options.render.sourcepos = true;
    options.render.r#unsafe = true;
    options
});

pub fn page(text: &str) -> Result<Page, Refusal> {
    let (address, text) = address_line(text);
    if costs_too_much(text) {
        return Err(Refusal::TooComplex);
    }
    let html = as_html(text)?;
    let mut page = html::page_of_markdown(&html.body, address)?;
    if let Some(about) = html.about {
        // What a page says of itself for the program that makes a site of it.
        let words: Vec<&str> = about.split_whitespace().collect();
        let words = Inline::Text(clean(&words.join(" ")).into_owned());
        page.parts.insert(
            0,
            Part {
                line: 1,
                region: Region::Around,
                content: Content::Block(Block::Paragraph(vec![words])),
            },
        );
    }
    Ok(page)
}

fn costs_too_much(text: &str) -> bool {
    let is_sign = |byte: &u8| b"*_[]`|<>~!&\\\n".contains(byte);
    let is_nesting = |byte: &u8| b" \t>-+*".contains(byte);
    let nests = |line: &str| {
        let before = line.bytes().take_while(|byte| is_nesting(byte));
        before.filter(|byte| !byte.is_ascii_whitespace()).count()
    };
    let is_long = |run: &[u8]| {
        run.len() > LONGEST_RUN && run.first().is_some_and(|sign| b"*_~".contains(sign))
    };
    let repeats = |line: &str| {
        let mut runs = line.trim().as_bytes().chunk_by(|a, b| a == b);
        // A line of one sign is a rule.
        runs.clone().count() > 1 && runs.any(is_long)
    };
    text.bytes().filter(is_sign).count() > MOST_SIGNS
        || text.lines().any(|it| nests(it) > DEEPEST || repeats(it))
}

struct Html {
    /// The words above the text, between lines of dashes.
    about: Option<String>,
    body: String,
}

fn as_html(text: &str) -> Result<Html, Refusal> {
    let mut about = None;
    let arena = Arena::new();
    let root = parse_document(&arena, text, &OPTIONS);
    for node in root.descendants() {
        let mut data = node.data_mut();
        let line = data.sourcepos.start.line;
        match &mut data.value {
            // comrak ends a block of code with a line end that is none of it.
            NodeValue::CodeBlock(code) if code.literal.ends_with('\n') => {
                code.literal.pop();
            }
            NodeValue::FrontMatter(words) => {
                about = Some(words.trim().trim_matches('-').trim().to_owned());
            }
            NodeValue::HtmlInline(html) => *html = harmless(html),
            NodeValue::HtmlBlock(block) => {
                block.literal = with_line(&harmless(&block.literal), line);
            }
            _ => {}
        }
    }
    let mut body = String::new();
    format_html(root, &OPTIONS, &mut body).map_err(|_| Refusal::TooComplex)?;
    Ok(Html { about, body })
}

/// HTML in which only tags that hold words are tags: `incap_ses_<ID>` is the name of a cookie.
fn harmless(html: &str) -> String {
    const TAGS: &[&str] = &[
        "a",
        "abbr",
        "b",
        "blockquote",
        "br",
        "caption",
        "center",
        "cite",
        "code",
        "col",
        "colgroup",
        "dd",
        "del",
        "details",
        "div",
        "dl",
        "dt",
        "em",
        "figcaption",
        "figure",
        "font",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "hr",
        "i",
        "img",
        "ins",
        "kbd",
        "li",
        "mark",
        "ol",
        "p",
        "pre",
        "q",
        "s",
        "small",
        "span",
        "strike",
        "strong",
        "sub",
        "summary",
        "sup",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "u",
        "ul",
        "wbr",
    ];
    let mut harmless = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        let (before, tag) = rest.split_at(at);
        harmless.push_str(before);
        let is_comment = tag.starts_with("<!--");
        let name = tag.trim_start_matches(['<', '/']);
        let length = name.bytes().take_while(u8::is_ascii_alphanumeric).count();
        let name = name.get(..length).unwrap_or_default().to_ascii_lowercase();
        let is_tag = is_comment || TAGS.contains(&name.as_str());
        harmless.push_str(if is_tag { "<" } else { "&lt;" });
        rest = tag.get(1..).unwrap_or_default();
    }
    harmless.push_str(rest);
    harmless
}

/// HTML whose first tag says the line on which it stands.
fn with_line(html: &str, line: usize) -> String {
    let length = html.strip_prefix('<').map_or(0, |it| {
        it.bytes().take_while(u8::is_ascii_alphanumeric).count()
    });
    match html.split_at_checked(length + 1) {
        Some((tag, rest)) if length > 0 => {
            format!("{tag} data-sourcepos=\"{line}:1-{line}:1\"{rest}")
        }
        _ => html.to_owned(),
    }
}
