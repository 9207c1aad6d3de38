//! Texts by language: what both sides wrote comes together, and each translation stays of what it
//! was made from.
//!
//! A translation without `of` was made from the words of the first language beside it, on its own
//! side. Once the first language's words come from the other side, that has to be said.

use serde_json::Value;

use super::node::{Branch, Kind, Node};
use super::{Merging, Path};

/// A text of the three versions.
#[derive(Clone, Copy)]
pub struct Texts<'n> {
    pub base: Option<&'n Branch>,
    pub ours: &'n Branch,
    pub theirs: &'n Branch,
}

/// What a translation says, and what it was made from.
struct Translation<'n> {
    words: &'n Node,
    of: Option<&'n Node>,
}

impl<'n> Translation<'n> {
    fn of_text(text: &'n Branch, language: &str, first: &str) -> Option<Self> {
        let now = text.children.get(first);
        Some(match text.children.get(language)? {
            words @ Node::Leaf(_) => Self { words, of: now },
            Node::Branch(older) => Self {
                words: older.children.get("text")?,
                of: older.children.get("of"),
            },
        })
    }

    /// How it stands beside what the first language says.
    fn beside(&self, now: Option<&Node>, is_first: bool) -> Node {
        let says = |node: &&Node| !matches!(node, Node::Leaf(Value::String(it)) if it.is_empty());
        let of = self.of.filter(|_| says(&self.words));
        match of.filter(|of| !is_first && Some(*of) != now) {
            None => self.words.clone(),
            Some(of) => {
                let mut older = Branch::new(Kind::Record);
                older.children.insert("text".to_owned(), self.words.clone());
                older.children.insert("of".to_owned(), of.clone());
                Node::Branch(older)
            }
        }
    }
}

/// Whether a branch is a text with words in the first language.
pub fn is_text(branch: &Branch, first: &str, path: &Path) -> bool {
    // What stands under ids of a collection's own may be called like a language.
    let of_ids = ["cells", "fields"].contains(&path.last());
    let is_words = |(_, node): (&String, &Node)| match node {
        Node::Leaf(value) => value.is_string(),
        Node::Branch(older) => older.keys() == ["text", "of"],
    };
    // A list of languages is none, though what stands in it is called like one.
    branch.kind == Kind::Record
        && !of_ids
        && branch.children.contains_key(first)
        && branch.children.iter().all(is_words)
}

impl Merging<'_> {
    /// What comes of a text that is written by language in each version.
    pub(super) fn text(&mut self, texts: Texts<'_>, order: &[&str], path: &Path) -> Branch {
        let first = self.first.clone();
        let mut merged = Branch::new(Kind::Record);
        let mut chosen = Vec::new();
        for language in order {
            let of = |text| Translation::of_text(text, language, &first);
            let [base, ours, theirs] =
                [texts.base, Some(texts.ours), Some(texts.theirs)].map(|text| text.and_then(of));
            let words = |it: &Option<Translation<'_>>| it.as_ref().map(|it| it.words.clone());
            let (base_words, our_words, their_words) = (words(&base), words(&ours), words(&theirs));
            let said = self.node(
                base_words.as_ref(),
                our_words.as_ref(),
                their_words.as_ref(),
                &path.child(language),
            );
            let Some(said) = said else {
                continue;
            };
            // Of the same words, what was made anew, or confirmed, counts.
            let is_theirs = Some(&said) != our_words.as_ref()
                || our_words == base_words
                    && ours.as_ref().and_then(|it| it.of) == base.as_ref().and_then(|it| it.of);
            let side = if is_theirs {
                theirs.or(ours)
            } else {
                ours.or(theirs)
            };
            merged.children.insert((*language).to_owned(), said);
            chosen.push((*language, side));
        }
        let now = merged.children.get(first.as_str()).cloned();
        for (language, side) in chosen {
            if let Some(side) = side {
                let stands = side.beside(now.as_ref(), language == first);
                merged.children.insert(language.to_owned(), stands);
            }
        }
        merged
    }
}
