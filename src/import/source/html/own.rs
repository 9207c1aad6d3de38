//! A charter that this program wrote, by the classes that it gives.

use markup5ever_rcdom::Handle;

use super::{has_below, has_class, heading_level};
use crate::document::Block;
use crate::writing::paste::tree::{attribute, descendants};

/// The element of a page that is a charter of this program's.
pub fn root(document: &Handle) -> Option<Handle> {
    let is_title = |it: &Handle| has_class(it, "charter-title");
    descendants(document).find(|it| has_class(it, "charter") && has_below(it, is_title))
}

/// What an element of a charter is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Piece {
    /// The title, at the level that it has on the page.
    Title(u8),
    Section,
    /// A heading of a section or in its text, at the level that it has on the page.
    Heading(u8),
    /// A cookie table, as opposed to one that is written in a text.
    Cookies,
    /// What only groups others.
    Group,
    Other,
}

impl Piece {
    pub fn of(node: &Handle) -> Self {
        match heading_level(node) {
            Some(level) if has_class(node, "charter-title") => return Self::Title(level),
            Some(level) => return Self::Heading(level),
            None => {}
        }
        let classes = attribute(node, "class").unwrap_or_default();
        let of_class = |class| match class {
            "charter-section" => Some(Self::Section),
            "charter-cookies" => Some(Self::Cookies),
            "charter-foreign" => Some(Self::Group),
            _ => None,
        };
        let mut classes = classes.split_ascii_whitespace();
        classes.find_map(of_class).unwrap_or(Self::Other)
    }
}

/// Whether an element is the head that a built-in look puts above a charter.
pub fn is_head(node: &Handle) -> bool {
    has_class(node, "charter-top")
}

/// Whether an element of such a head says what is no text: the logo, and whose page it is.
pub fn is_sign(node: &Handle) -> bool {
    has_class(node, "charter-logo") || has_class(node, "charter-site")
}

/// Whether a cell repeats the one above because the charter says « as above ».
pub fn is_as_above(cell: &Handle) -> bool {
    has_class(cell, "charter-as-above")
}

/// Gives the headings in a text the levels that they have in it, below a section whose heading has
/// this level on the page.
pub fn count_from(section: u8, block: &mut Block) {
    match block {
        Block::Heading { depth, .. } => *depth = depth.saturating_sub(section),
        Block::Quote(blocks) => blocks.iter_mut().for_each(|it| count_from(section, it)),
        Block::List { items, .. } => {
            let blocks = items.iter_mut().flatten();
            blocks.for_each(|it| count_from(section, it));
        }
        Block::Paragraph(_) | Block::Code(_) | Block::Rule | Block::Grid { .. } => {}
    }
}
