//! What a text is, told from what stands in it; its name helps where that leaves a doubt.

mod markdown;
mod table;

use super::{SourceFormat, csv, html};
use crate::store::Notation;

/// What a text is, and what its reader has to know.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    Collection(Notation),
    Html,
    Markdown,
    Csv(csv::Form),
    Text,
}

impl Shape {
    pub fn format(self) -> SourceFormat {
        match self {
            Self::Collection(_) => SourceFormat::Collection,
            Self::Html => SourceFormat::Html,
            Self::Markdown => SourceFormat::Markdown,
            Self::Csv(_) => SourceFormat::Csv,
            Self::Text => SourceFormat::Text,
        }
    }
}

/// What the name of a source says of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Hint {
    Html,
    Markdown,
    Csv,
    Nothing,
}

impl Hint {
    fn of(name: &str) -> Self {
        let (_, extension) = name.rsplit_once('.').unwrap_or_default();
        match extension.to_ascii_lowercase().as_str() {
            "html" | "htm" | "xhtml" => Self::Html,
            "md" | "markdown" => Self::Markdown,
            "csv" | "tsv" | "tab" => Self::Csv,
            _ => Self::Nothing,
        }
    }
}

/// What a text is.
pub fn shape(text: &str, name: &str) -> Shape {
    let hint = Hint::of(name);
    if let Some(notation) = collection(text) {
        return Shape::Collection(notation);
    }
    let (_, page) = super::address_line(text);
    if is_html_page(page) {
        return Shape::Html;
    }
    let markdown = markdown::Marks::of(page);
    if is_html_fragment(page, hint) && !markdown.are_stronger_than_tags() {
        return Shape::Html;
    }
    if let Some(form) = table::form(page, hint == Hint::Csv) {
        return Shape::Csv(form);
    }
    if markdown.are_a_page(hint == Hint::Markdown) {
        return Shape::Markdown;
    }
    Shape::Text
}

/// The notation of a collection of this program.
fn collection(text: &str) -> Option<Notation> {
    let text = without_comments(text);
    if let Some(rest) = text.strip_prefix("Collection") {
        return rest.trim_start().starts_with('(').then_some(Notation::Ron);
    }
    if !text.starts_with('{') {
        return None;
    }
    let has = |name: &str| text.contains(&format!("\"{name}\""));
    (has("format") && (has("languages") || has("platforms"))).then_some(Notation::Json)
}

/// RON without the comments and attributes before its value.
fn without_comments(text: &str) -> &str {
    let mut rest = text.trim_start();
    loop {
        let after = if rest.starts_with("//") {
            rest.split_once('\n').map(|(_, after)| after)
        } else if rest.starts_with("/*") {
            rest.split_once("*/").map(|(_, after)| after)
        } else if rest.starts_with("#![") {
            rest.split_once(']').map(|(_, after)| after)
        } else {
            return rest;
        };
        rest = after.unwrap_or_default().trim_start();
    }
}

/// Whether a text is a whole page, by how it begins.
fn is_html_page(text: &str) -> bool {
    let mut rest = text.trim_start();
    while let Some(comment) = rest.strip_prefix("<!--") {
        rest = comment.split_once("-->").map_or("", |(_, after)| after);
        rest = rest.trim_start();
    }
    if let Some(declaration) = rest.strip_prefix("<?xml") {
        rest = declaration.split_once("?>").map_or("", |(_, after)| after);
        rest = rest.trim_start();
    }
    let begins = |name: &str| {
        let start = rest.get(..name.len());
        start.is_some_and(|start| start.eq_ignore_ascii_case(name))
    };
    let head = text.split('<').next().unwrap_or_default();
    html::is_clipboard_head(head)
        || ["<!doctype html", "<html", "<head", "<body"]
            .iter()
            .any(|it| begins(it))
}

/// Whether a text has elements that stand on lines of their own, as what is cut out of a page has.
fn is_html_fragment(text: &str, hint: Hint) -> bool {
    /// How many tags are looked at.
    const ENOUGH: usize = 2_000;
    const BLOCKS: &[&str] = &[
        "p",
        "div",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "table",
        "tr",
        "td",
        "ul",
        "ol",
        "li",
        "dl",
        "section",
        "article",
        "main",
        "header",
        "footer",
        "nav",
        "blockquote",
        "body",
        "html",
        "center",
        "form",
    ];
    let (mut opened, mut closed) = (0_usize, 0_usize);
    for tag in html::tags(text).take(ENOUGH) {
        let is_block = BLOCKS.iter().any(|it| tag.name.eq_ignore_ascii_case(it));
        if is_block && tag.closes {
            closed += 1;
        } else if is_block {
            opened += 1;
        }
    }
    let begins_with_tag = text.trim_start().starts_with('<');
    match () {
        () if opened == 0 => false,
        () if begins_with_tag || hint == Hint::Html => true,
        // A text about HTML names an element or two.
        () => closed > 0 || opened > 2,
    }
}
