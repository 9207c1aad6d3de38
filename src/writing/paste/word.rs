//! Lists as Word writes them: paragraphs that say of themselves on which level they stand.

use markup5ever_rcdom::Handle;

use super::blocks::DEEPEST_LIST;
use super::css::Css;
use super::tree::{all_text, descendants};
use crate::document::{Block, Inline};

/// A list's item that Word writes as a paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WordItem {
    pub level: usize,
    /// Its number, in a numbered list.
    pub number: Option<usize>,
}

/// What Word says of a paragraph that is an item.
pub fn word_item(node: &Handle, style: &Css) -> Option<WordItem> {
    let list = style.get("mso-list").filter(|it| !it.starts_with("none"))?;
    let level = list
        .split_whitespace()
        .find_map(|word| word.strip_prefix("level")?.parse().ok())
        .unwrap_or(1_usize);
    let is_mark = |it: &Handle| Css::of(it).says("mso-list", |it| it.starts_with("ignore"));
    let mark = descendants(node).take(40).find(is_mark);
    let mark = mark.map(|it| all_text(&it)).unwrap_or_default();
    let mark = mark.trim_matches(|c: char| c.is_whitespace() || c == '\u{a0}');
    let digits = mark.bytes().take_while(u8::is_ascii_digit).count();
    let number = mark.get(..digits).and_then(|it| it.parse().ok());
    // `a)` and `iv.` are numbers too; a lone letter is one of the signs that fonts of signs have.
    let is_letters = digits == 0
        && mark.len() > 1
        && mark.ends_with(['.', ')'])
        && mark.starts_with(|c: char| c.is_ascii_alphabetic());
    Some(WordItem {
        level,
        number: number.or(is_letters.then_some(1)),
    })
}

/// Items in a row as lists, those of deeper levels inside the item above them.
pub fn lists(items: &[(WordItem, Vec<Inline>)], level: usize) -> Vec<Block> {
    let mut lists: Vec<Block> = Vec::new();
    let mut rest = items;
    while let Some(((item, words), after)) = rest.split_first() {
        let below = after
            .iter()
            .take_while(|(next, _)| next.level > level)
            .count();
        let (inner, next) = after.split_at(below);
        let mut content = vec![Block::Paragraph(words.clone())];
        let deeper = inner.iter().map(|(item, _)| item.level).min();
        if let Some(deeper) = deeper {
            if level < DEEPEST_LIST {
                content.extend(self::lists(inner, deeper.max(level + 1)));
            } else {
                content.extend(
                    inner
                        .iter()
                        .map(|(_, words)| Block::Paragraph(words.clone())),
                );
            }
        }
        match lists.last_mut() {
            Some(Block::List { start, items }) if start.is_some() == item.number.is_some() => {
                items.push(content);
            }
            _ => lists.push(Block::List {
                start: item.number,
                items: vec![content],
            }),
        }
        rest = next;
    }
    lists
}
