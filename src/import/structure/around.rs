//! What stands above and below a charter on a page that does not mark it: menus, in short lines.

use super::gather::{Item, What, words};
use super::{Kind, vocabulary};
use crate::document::{Block, Inline, plain};
use crate::import::page::{Author, Page, Region};

/// Whether a page marks nothing as standing around its text, so that it has to be told.
pub fn is_unmarked(page: &Page) -> bool {
    page.author == Author::Anyone && page.parts.iter().all(|it| it.region == Region::Main)
}

/// Whether a line tells where on its site a page stands: `Home > Cookies`.
pub fn is_path(line: &str) -> bool {
    [" > ", " › ", " » ", " → "]
        .iter()
        .any(|it| line.contains(it))
}

/// Sets apart the menu above a title: short lines, several of them or links and nothing else.
pub fn set_menu_apart(items: &mut [Item], title: usize, kinds: &mut [Kind]) {
    let Some(above) = items.get_mut(..title) else {
        return;
    };
    let is_menu_line = |item: &Item| match &item.what {
        What::Apart(_) => true,
        What::Text(blocks) => !item.is_decided && blocks.iter().all(is_menu_block),
        _ => false,
    };
    let texts = || above.iter().filter(|it| matches!(it.what, What::Text(_)));
    let says_menu = above.iter().any(|it| matches!(it.what, What::Apart(_)))
        || texts().any(|it| {
            let words = words(&it.what);
            vocabulary::notice(&words).is_some() || is_path(&words) || is_links(it)
        });
    if !above.iter().all(is_menu_line) || texts().count() < 3 && !says_menu {
        return;
    }
    for item in above {
        if matches!(item.what, What::Text(_)) {
            item.what = What::Apart(words(&item.what));
            if let Some(kind) = kinds.get_mut(item.part) {
                *kind = Kind::SetApart;
            }
        }
    }
}

/// Whether a block may stand in a menu: short lines that are no sentence and say no date.
fn is_menu_block(block: &Block) -> bool {
    match block {
        Block::Paragraph(inlines) => {
            let line = plain(inlines);
            let line = line.trim();
            line.chars().count() <= 80
                && !line.ends_with(['.', ':', ';', '?', '!'])
                && !vocabulary::tells_date(line)
                && (!vocabulary::speaks_of_cookies(line) || is_path(line))
        }
        Block::List { items, .. } => items.iter().flatten().all(is_menu_block),
        _ => false,
    }
}

/// Whether an item is links and signs between them.
fn is_links(item: &Item) -> bool {
    let What::Text(blocks) = &item.what else {
        return false;
    };
    blocks.iter().all(|block| match block {
        Block::Paragraph(inlines) => {
            inlines.iter().any(|it| matches!(it, Inline::Link { .. }))
                && inlines.iter().all(|it| match it {
                    Inline::Link { .. } => true,
                    Inline::Text(text) => !text.chars().any(char::is_alphanumeric),
                    _ => false,
                })
        }
        _ => false,
    })
}

/// Sets apart what stands below a charter: from the first notice on, where several are among
/// short lines that end the page.
pub fn set_end_apart(items: &mut [Item], kinds: &mut [Kind]) {
    let is_line = |item: &Item| match &item.what {
        What::Apart(_) => true,
        What::Text(blocks) => {
            !item.is_decided
                && matches!(blocks.as_slice(), [Block::Paragraph(inlines)]
                    if plain(inlines).chars().count() <= 60
                        && !plain(inlines).trim_end().ends_with(['.', ';', '!']))
        }
        _ => false,
    };
    let length = items.iter().rev().take_while(|it| is_line(it)).count();
    let Some(end) = items.get_mut(items.len() - length..) else {
        return;
    };
    let is_notice = |item: &Item| {
        matches!(item.what, What::Apart(_)) || vocabulary::notice(&words(&item.what)).is_some()
    };
    if end.iter().filter(|it| is_notice(it)).count() < 2 {
        return;
    }
    let is_apart = |item: &Item| matches!(item.what, What::Apart(_));
    for item in end.iter_mut().skip_while(|it| !is_apart(it)) {
        if matches!(item.what, What::Text(_)) {
            item.what = What::Apart(words(&item.what));
            if let Some(kind) = kinds.get_mut(item.part) {
                *kind = Kind::SetApart;
            }
        }
    }
}
