//! XML as a document's parts have it. Names are looked at without their namespaces, which differ
//! between the editions of the format.

use roxmltree::{Document, Error, Node, ParsingOptions};

use crate::import::source::Refusal;

/// How many nodes a part may have.
const MOST_NODES: u32 = 3_000_000;

/// A part as a tree; one that declares entities is refused.
pub fn parsed(text: &str) -> Result<Document<'_>, Refusal> {
    let options = ParsingOptions {
        allow_dtd: false,
        nodes_limit: MOST_NODES,
        ..ParsingOptions::default()
    };
    Document::parse_with_options(text, options).map_err(|error| match error {
        Error::NodesLimitReached => Refusal::TooComplex,
        error => Refusal::Damaged(error.to_string()),
    })
}

pub fn parsed_if_any(text: Option<&str>) -> Result<Option<Document<'_>>, Refusal> {
    text.map(parsed).transpose()
}

pub fn is(node: Node<'_, '_>, name: &str) -> bool {
    node.is_element() && node.tag_name().name() == name
}

pub fn child<'a, 'i>(node: Node<'a, 'i>, name: &str) -> Option<Node<'a, 'i>> {
    node.children().find(|it| is(*it, name))
}

pub fn attribute<'a>(node: Node<'a, '_>, name: &str) -> Option<&'a str> {
    let found = node.attributes().find(|it| it.name() == name);
    found.map(|it| it.value())
}

/// The value of a child that says one thing.
pub fn value<'a>(node: Node<'a, '_>, name: &str) -> Option<&'a str> {
    attribute(child(node, name)?, "val")
}

/// Whether a child that is on or off is there and on.
pub fn switch(node: Node<'_, '_>, name: &str) -> Option<bool> {
    let child = child(node, name)?;
    let is_off = |it: &str| matches!(it, "0" | "false" | "off" | "none");
    Some(!attribute(child, "val").is_some_and(is_off))
}
