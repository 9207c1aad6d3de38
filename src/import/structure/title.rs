//! The title of a page: marked as one, or a line near its top.

use super::around;
use super::gather::{Item, What, words};
use super::headings::Rank;
use super::outline::Outline;
use super::words::{line_of, unstressed};
use super::{Kind, vocabulary};
use crate::document::{Block, Inline, plain};
use crate::import::draft::{Note, NoteKind};
use crate::import::page::{Author, Page};

/// How a title stands: the level of a marked one.
pub type Level = Option<u8>;

/// Takes the title out of the items.
pub fn take(
    page: &Page,
    items: &mut Vec<Item>,
    kinds: &mut [Kind],
    notes: &mut Vec<Note>,
    outline: &mut Outline,
) -> Level {
    let Some(at) = title_of(page, items) else {
        outline.title_words = page.tab_title.clone().unwrap_or_default();
        let part = outline
            .title_words
            .split([" | ", " - ", " – ", " · "].map(|_| '|'))
            .next();
        outline.title = line_of(&[Inline::Text(part.unwrap_or_default().trim().to_owned())]);
        notes.push(Note {
            line: 1,
            kind: NoteKind::NoTitle,
            text: String::new(),
        });
        return None;
    };
    if around::is_unmarked(page) {
        around::set_menu_apart(items, at, kinds);
    }
    let item = items.remove(at);
    let has_text_above = items
        .get(..at)
        .unwrap_or_default()
        .iter()
        .any(|item| !matches!(item.what, What::Apart(_)));
    if has_text_above {
        notes.push(Note {
            line: item.line,
            kind: NoteKind::MovedBelowTitle,
            text: String::new(),
        });
    }
    if let Some(kind) = kinds.get_mut(item.part) {
        *kind = Kind::Title;
    }
    let (level, inlines) = match item.what {
        What::Heading(Rank::Marked(level), inlines) => (Some(level), inlines),
        What::Heading(_, inlines) | What::Title(inlines) => (None, inlines),
        What::Text(blocks) => match blocks.into_iter().next() {
            Some(Block::Paragraph(inlines)) => (None, inlines),
            _ => (None, Vec::new()),
        },
        What::Table(_) | What::Apart(_) => (None, Vec::new()),
    };
    let inlines = match page.author {
        Author::Anyone => unstressed(&inlines),
        Author::Chartrier => inlines,
    };
    outline.title = line_of(&inlines);
    outline.title_words = plain(&inlines);
    level
}

/// Which item is the title.
fn title_of(page: &Page, items: &[Item]) -> Option<usize> {
    if let Some(at) = items
        .iter()
        .position(|item| matches!(item.what, What::Title(_)))
    {
        return Some(at);
    }
    let marked: Vec<(usize, u8)> = items
        .iter()
        .enumerate()
        .filter_map(|(at, item)| match item.what {
            What::Heading(Rank::Marked(level), _) => Some((at, level)),
            _ => None,
        })
        .collect();
    if let Some((at, level)) = marked.first().copied() {
        let stands_alone = marked.iter().skip(1).all(|(_, other)| *other > level);
        let words = items
            .get(at)
            .map(|item| words(&item.what))
            .unwrap_or_default();
        let is_name = !vocabulary::asks(&words) && !words.trim().ends_with('?');
        if page.author == Author::Chartrier || level == 1 || stands_alone || is_name && at == 0 {
            return Some(at);
        }
        // A heading of the first level further below, where menus have headings too.
        let first = marked.iter().find(|(_, level)| *level == 1);
        return first
            .map(|(at, _)| *at)
            .or((is_name && names_charter(&words)).then_some(at));
    }
    // Without marks: a short line near the top.
    let texts = items
        .iter()
        .enumerate()
        .filter_map(|(at, item)| match &item.what {
            What::Text(blocks) => Some((at, blocks)),
            _ => None,
        });
    let lines = texts
        .take(MOST_ABOVE)
        .map_while(|(at, blocks)| match blocks.as_slice() {
            [Block::Paragraph(inlines)] => Some((at, plain(inlines))),
            _ => None,
        });
    let is_title = |line: &str| {
        let line = line.trim();
        line.chars().count() <= 110
            && line.split_whitespace().count() <= 14
            && !line.ends_with(['.', ',', ';', ':', '?'])
            && !line.contains(". ")
            && !around::is_path(line)
    };
    let candidates: Vec<(usize, String)> = lines.filter(|(_, line)| is_title(line)).collect();
    // Below a sentence stands a heading, and no title any more.
    let mut candidates = candidates
        .iter()
        .filter(|(at, _)| items.iter().take(*at).all(|item| !is_prose(item)));
    let named = |(_, line): &&(usize, String)| names_charter(line);
    // Below a menu, it is what stands next to the text.
    let near = candidates.clone().take(4).find(named);
    let named = near.or_else(|| candidates.clone().rfind(named));
    named.or_else(|| candidates.next()).map(|(at, _)| *at)
}

/// The most lines of a menu among which a title is looked for.
const MOST_ABOVE: usize = 60;

/// Whether an item is more than a short line.
fn is_prose(item: &Item) -> bool {
    match item.what {
        What::Text(_) | What::Table(_) => {
            let words = words(&item.what);
            words.trim().ends_with('.') || words.chars().count() > 110
        }
        _ => false,
    }
}

pub fn names_charter(line: &str) -> bool {
    const NAMES: &[&str] = &[
        "charte",
        "politi",
        "policy",
        "polic",
        "declaration",
        "avis",
        "notice",
        "richtlinie",
        "statement",
    ];
    let folded = vocabulary::folded(line);
    vocabulary::speaks_of_cookies(line)
        || folded
            .split(' ')
            .any(|word| NAMES.iter().any(|name| word.starts_with(name)))
}
