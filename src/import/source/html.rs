//! HTML: a saved page, a fragment, what a clipboard holds.
//!
//! What elements say of their words is read by [`crate::writing::paste`], as it is when something
//! is pasted; here is told what stands on the page, in which order, and what is around its text.

mod about;
mod end;
mod grid;
mod own;
mod region;
mod titles;
mod tree;
mod walk;

use markup5ever_rcdom::Handle;

use super::Refusal;
use crate::import::page::{Author, Page, Part, Region};
use crate::writing::paste::runs::Reading;
use crate::writing::paste::tree::{attribute, descendants, element_name};
use tree::Tree;
use walk::Walker;

pub(super) use end::tags;

/// Reads a page; `address` is the one that it has where it names none itself.
pub fn page(html: &str, address: Option<&str>) -> Result<Page, Refusal> {
    let (source, html) = without_clipboard_head(html);
    let tree = Tree::read(&html)?;
    let mut page = about::page(&tree.document);
    let known = address.and_then(about::whole_address);
    page.address = source.or(page.address).or(known);
    about::complete_links(&tree.document, page.address.as_deref());
    let own = own::root(&tree.document);
    let reading = match own {
        Some(_) => Reading::Exact,
        None => Reading::Page,
    };
    let mut walker = Walker::new(&tree, reading);
    walker.read(own.as_ref())?;
    page.parts = walker.finished();
    page.link_titles = titles::titles(&tree, reading);
    if own.is_some() {
        page.author = Author::Chartrier;
    } else {
        have_a_text(&mut page.parts);
    }
    page.end = end::of(&html);
    Ok(page)
}

/// Reads HTML that was made of Markdown, each element of which says its line.
pub fn page_of_markdown(html: &str, address: Option<&str>) -> Result<Page, Refusal> {
    let tree = Tree::read(html)?;
    about::complete_links(&tree.document, address);
    let mut walker = Walker::new(&tree, Reading::Exact);
    walker.read(None)?;
    let mut page = Page {
        address: address.map(str::to_owned),
        parts: walker.finished(),
        link_titles: titles::titles(&tree, Reading::Exact),
        ..Page::default()
    };
    have_a_text(&mut page.parts);
    Ok(page)
}

/// HTML without what Windows puts before it on the clipboard, and the address that this names.
/// Lines keep their numbers.
fn without_clipboard_head(html: &str) -> (Option<String>, String) {
    let start = html.find('<').unwrap_or_default();
    let (head, body) = html.split_at(start);
    if !is_clipboard_head(head) {
        return (None, html.to_owned());
    }
    let source = head
        .lines()
        .find_map(|line| line.strip_prefix("SourceURL:"));
    let lines = "\n".repeat(head.matches('\n').count());
    (
        source.map(|it| it.trim().to_owned()),
        format!("{lines}{body}"),
    )
}

/// Whether a text is what Windows puts before HTML.
pub(super) fn is_clipboard_head(head: &str) -> bool {
    head.trim_start().starts_with("Version:") && head.contains("StartHTML:")
}

/// What is all around something is the text itself: a charter in a window that was saved alone.
fn have_a_text(parts: &mut [Part]) {
    if parts.iter().all(|part| part.region == Region::Around) {
        for part in parts {
            part.region = Region::Main;
        }
    }
}

/// Whether an element has a class.
fn has_class(node: &Handle, class: &str) -> bool {
    let classes = attribute(node, "class").unwrap_or_default();
    classes.split_ascii_whitespace().any(|it| it == class)
}

/// The level of an element that is a heading.
fn heading_level(node: &Handle) -> Option<u8> {
    match element_name(node)? {
        "h1" => Some(1),
        "h2" => Some(2),
        "h3" => Some(3),
        "h4" => Some(4),
        "h5" => Some(5),
        "h6" => Some(6),
        _ => None,
    }
}

/// Whether there is such an element below a node.
fn has_below(node: &Handle, is_such: impl Fn(&Handle) -> bool) -> bool {
    descendants(node).any(|it| is_such(&it))
}
