//! An HTML text as a tree of elements, what these are for, and the words below them. What would
//! cost too much to read is refused before it is.

use std::rc::Rc;

use html5ever::tendril::TendrilSink as _;
use html5ever::{ParseOpts, parse_document};
use markup5ever_rcdom::{Handle, NodeData, RcDom};

use super::css::Css;

/// The longest HTML that is read.
const LONGEST: usize = 8 << 20;
/// What the reader of HTML may do at most, in steps: a good second on a slow machine.
const MOST: usize = 200_000_000;
/// The tree of an HTML text; nothing where it is too much.
pub fn parsed(html: &str) -> Option<RcDom> {
    if html.len() > LONGEST || cost(html) > MOST {
        return None;
    }
    // Windows puts numbers before it.
    let html = html.find('<').map_or(html, |at| {
        if html.starts_with("Version:") {
            html.get(at..).unwrap_or_default()
        } else {
            html
        }
    });
    Some(parse_document(RcDom::default(), ParseOpts::default()).one(html))
}

/// About how many steps it takes to read an HTML text, which grow with how many elements stand
/// how deep in each other, and more so where marks are left open, since each paragraph opens them
/// again.
fn cost(html: &str) -> usize {
    const SINGLE: &[&str] = &[
        "p", "li", "td", "th", "tr", "dd", "dt", "option", "thead", "tbody", "tfoot", "colgroup",
        "br", "hr", "img", "input", "meta", "link", "col", "wbr", "area", "base", "embed",
        "source", "track",
    ];
    const STRESS: &[&str] = &[
        "a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt",
        "u",
    ];
    let (mut all, mut depth, mut deepest) = (0_usize, 0_usize, 1_usize);
    let (mut open, mut most_open) = (0_usize, 0_usize);
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        rest = rest.get(at + 1..).unwrap_or_default();
        let name = rest.trim_start_matches('/');
        let ends = name.len() < rest.len();
        let length = name
            .bytes()
            .take(12)
            .take_while(u8::is_ascii_alphanumeric)
            .count();
        let name = name.get(..length).unwrap_or_default().to_ascii_lowercase();
        if name.is_empty() {
            continue;
        }
        all += 1;
        if SINGLE.contains(&name.as_str()) {
            continue;
        }
        let is_stress = STRESS.contains(&name.as_str());
        if ends {
            depth = depth.saturating_sub(1);
            open = open.saturating_sub(usize::from(is_stress));
        } else {
            depth += 1;
            open += usize::from(is_stress);
        }
        deepest = deepest.max(depth);
        most_open = most_open.max(open);
    }
    let nested = all.saturating_mul(deepest);
    nested.saturating_add(all.saturating_mul(most_open).saturating_mul(64))
}

/// What an element is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// It is not seen.
    Hidden,
    /// Words in a line.
    Inline,
    /// It stands on lines of its own.
    Block,
    Heading(u8),
    Bullets,
    Numbers,
    Item,
    Quote,
    Code,
    Rule,
    Break,
    Table,
    /// The name of what is explained after it.
    Term,
}

pub fn role(name: &str) -> Role {
    match name {
        "script" | "style" | "head" | "title" | "template" | "noscript" | "svg" | "math"
        | "iframe" | "object" | "canvas" | "audio" | "video" | "select" | "input" | "textarea"
        | "img" | "picture" | "map" | "colgroup" | "xml" => Role::Hidden,
        "h1" => Role::Heading(1),
        "h2" => Role::Heading(2),
        "h3" => Role::Heading(3),
        "h4" => Role::Heading(4),
        "h5" => Role::Heading(5),
        "h6" => Role::Heading(6),
        "ul" | "menu" | "dir" => Role::Bullets,
        "ol" => Role::Numbers,
        "li" => Role::Item,
        "blockquote" => Role::Quote,
        "pre" => Role::Code,
        "hr" => Role::Rule,
        "br" => Role::Break,
        "table" => Role::Table,
        "dt" => Role::Term,
        "p" | "div" | "section" | "article" | "main" | "header" | "footer" | "aside" | "nav"
        | "address" | "figure" | "figcaption" | "details" | "summary" | "form" | "fieldset"
        | "legend" | "dl" | "dd" | "center" | "body" | "html" | "caption" | "tr" | "td" | "th"
        | "thead" | "tbody" | "tfoot" | "hgroup" | "search" | "dialog" => Role::Block,
        _ => Role::Inline,
    }
}

/// All that is below a node, in the order of reading.
pub fn descendants(node: &Handle) -> impl Iterator<Item = Handle> {
    let mut left: Vec<Handle> = node.children.borrow().iter().rev().cloned().collect();
    std::iter::from_fn(move || {
        let next = left.pop()?;
        left.extend(next.children.borrow().iter().rev().cloned());
        Some(next)
    })
}

/// The words below a node that are seen, with spaces between elements that stand apart.
pub fn all_words(node: &Handle) -> String {
    let is_left_out = |node: &Handle| Css::of(node).is_hidden(node);
    words_of(vec![node.clone()], is_left_out)
}

/// The words below a node that is not seen itself.
pub fn unseen_words(node: &Handle) -> String {
    let children = node.children.borrow().iter().rev().cloned().collect();
    words_of(children, |_| false)
}

fn words_of(mut left: Vec<Handle>, is_left_out: impl Fn(&Handle) -> bool) -> String {
    let mut words = String::new();
    while let Some(next) = left.pop() {
        match &next.data {
            NodeData::Text { contents } => words.push_str(&contents.borrow()),
            NodeData::Element { name, .. } => {
                let role = role(&name.local);
                if role == Role::Hidden || is_left_out(&next) {
                    continue;
                }
                if role != Role::Inline || &*name.local == "option" {
                    words.push(' ');
                }
                left.extend(next.children.borrow().iter().rev().cloned());
            }
            _ => {}
        }
    }
    words
}

/// What tells a node from all others of its tree.
pub fn identity(node: &Handle) -> usize {
    Rc::as_ptr(node).addr()
}

/// The text below a node, letter for letter.
pub fn all_text(node: &Handle) -> String {
    let mut text = String::new();
    for below in descendants(node) {
        match &below.data {
            NodeData::Text { contents } => text.push_str(&contents.borrow()),
            NodeData::Element { name, .. } if &*name.local == "br" => text.push('\n'),
            _ => {}
        }
    }
    text
}

pub fn element_name(node: &Handle) -> Option<&str> {
    match &node.data {
        NodeData::Element { name, .. } => Some(&name.local),
        _ => None,
    }
}

pub fn attribute(node: &Handle, name: &str) -> Option<String> {
    let NodeData::Element { attrs, .. } = &node.data else {
        return None;
    };
    let attributes = attrs.borrow();
    let found = attributes.iter().find(|it| &*it.name.local == name);
    found.map(|it| it.value.to_string())
}
