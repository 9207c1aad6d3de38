//! What links and abbreviations say to those who hover over them.

use std::collections::HashSet;

use markup5ever_rcdom::Handle;

use super::tree::Tree;
use super::walk::from_markdown;
use crate::import::page::LinkTitle;
use crate::writing::paste::runs::Reading;
use crate::writing::paste::tree::{all_text, attribute, descendants, element_name};

/// The titles on a page that say more than the words they stand on, each once.
pub fn titles(tree: &Tree, reading: Reading) -> Vec<LinkTitle> {
    let mut seen = HashSet::new();
    let mut titles = Vec::new();
    let mut line = 1;
    for node in descendants(&tree.document) {
        if reading == Reading::Exact {
            line = from_markdown(&node).unwrap_or(line);
        }
        if let Some(title) = title_of(&node)
            && seen.insert(title.to_lowercase())
        {
            let line = match reading {
                Reading::Exact => line,
                Reading::Page | Reading::Pasted => tree.line_of(&node).unwrap_or(1).max(1),
            };
            titles.push(LinkTitle { line, title });
        }
    }
    titles
}

fn title_of(node: &Handle) -> Option<String> {
    if !matches!(element_name(node), Some("a" | "abbr" | "acronym")) {
        return None;
    }
    let title = words(&attribute(node, "title")?);
    let is_said = words(&all_text(node))
        .to_lowercase()
        .contains(&title.to_lowercase());
    (!is_said && title.contains(char::is_alphanumeric)).then_some(title)
}

/// Words on one line.
fn words(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    crate::document::clean(&words.join(" ")).into_owned()
}
