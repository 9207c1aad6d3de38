//! Headings that are not marked as such: what they look like, and how deep they stand.

use super::vocabulary;
use super::words::is_stressed;
use crate::document::{Block, Inline, plain};

/// What a heading that is not marked looks like. The order is that of how deep they stand where a
/// page has several.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Style {
    /// `ARTICLE 2`, `II.`
    Article,
    /// All in capitals.
    Capitals,
    /// `2.`, `2.1`: how many numbers.
    Number(u8),
    /// `a)`
    Letter,
    /// A strong line, a question, or a short line alone.
    Plain,
}

/// The longest heading that is not marked as one, in characters.
const LONGEST: usize = 140;

/// What a line looks like to be a heading, if it does, among the blocks before and after it.
pub fn style(line: &Block, before: Option<&Block>, after: &Next<'_>) -> Option<Style> {
    let Block::Paragraph(inlines) = line else {
        return None;
    };
    let words = plain(inlines);
    let words = words.trim();
    let length = words.chars().count();
    if !(2..=LONGEST).contains(&length) || words.contains('\n') || words.ends_with([',', ';']) {
        return None;
    }
    let numbered = number(words);
    let is_sentence = words.ends_with('.') || words.contains(". ") && numbered.is_none();
    if let Some(style) = numbered
        && !is_sentence
        && !words.ends_with(':')
    {
        return Some(style);
    }
    let is_question = words.ends_with('?');
    if is_question && !words.trim_end_matches('?').contains(['?', '.', '!']) {
        return Some(Style::Plain);
    }
    if is_sentence || vocabulary::is_duration(words) || says_date(words) {
        return None;
    }
    if is_capitals(words) {
        return Some(Style::Capitals);
    }
    if words.ends_with([':', '!', '…']) {
        return None;
    }
    if vocabulary::is_counted_category(words) {
        return Some(Style::Plain);
    }
    if is_stressed(inlines) {
        return Some(Style::Plain);
    }
    if vocabulary::asks(words) && length > 8 {
        return Some(Style::Plain);
    }
    is_short(words, before, after).then_some(Style::Plain)
}

/// Whether a short line says that it is about cookies, as a heading does.
pub fn is_topic(words: &str) -> bool {
    const MOST_WORDS: usize = 10;
    let words = words.trim();
    words.split_whitespace().count() <= MOST_WORDS
        && words.starts_with(char::is_uppercase)
        && !words.contains(['.', ':', ';', '!', '…', '\n'])
        && vocabulary::speaks_of_cookies(words)
}

/// Whether a line is the date of a page.
fn says_date(words: &str) -> bool {
    words.contains(|c: char| c.is_ascii_digit()) && vocabulary::tells_date(words)
}

/// What stands below a line.
#[derive(Debug, Clone, Copy)]
pub enum Next<'a> {
    Block(&'a Block),
    Table,
    Heading,
}

/// Whether a line is so short, and what is below it so much longer, that it is a heading.
fn is_short(words: &str, before: Option<&Block>, after: &Next<'_>) -> bool {
    let length = words.chars().count();
    let begins = words
        .chars()
        .find(|c| c.is_alphanumeric())
        .is_some_and(|c| c.is_uppercase() || c.is_numeric());
    if length > 100 || words.split_whitespace().count() > 14 || !begins {
        return false;
    }
    let last = words.split_whitespace().next_back().unwrap_or_default();
    // « Our site: www.example.org » says something.
    let says_address = last.contains('.') && words.contains(':');
    let is_link = words.starts_with("http") || words.starts_with("www.") || says_address;
    match after {
        Next::Table => !is_link,
        Next::Heading => false,
        Next::Block(Block::Paragraph(inlines)) => {
            let below = plain(inlines);
            let below = below.trim();
            let below_length = below.chars().count();
            let is_text = below.ends_with(['.', '!', '…', '»']) || has_sentences(below);
            let is_topic =
                vocabulary::speaks_of_cookies(words) || vocabulary::category(words).is_some();
            let introduces = below.ends_with(':') && is_topic;
            // Short lines below one that ends with a colon are what it announces.
            let is_item = before.is_some_and(ends_with_colon) && !is_topic && below_length < 100;
            !is_link && !is_item && (is_text || introduces) && below_length > length.max(40)
        }
        // What is listed: the cookies of a kind.
        Next::Block(Block::List { .. }) => {
            !is_link
                && !before.is_some_and(ends_with_colon)
                && vocabulary::speaks_of_cookies(words)
                && vocabulary::category(words).is_some()
                && words.split_whitespace().count() <= 8
        }
        Next::Block(_) => false,
    }
}

/// Whether a sentence ends within a text.
fn has_sentences(text: &str) -> bool {
    let mut ends = text.match_indices('.');
    ends.any(|(at, _)| {
        let after = text.get(at + 1..).and_then(|rest| rest.chars().next());
        after.is_some_and(char::is_whitespace)
    })
}

fn ends_with_colon(block: &Block) -> bool {
    match block {
        Block::Paragraph(inlines) => plain(inlines).trim_end().ends_with(':'),
        _ => false,
    }
}

/// The number before a heading.
pub fn number(words: &str) -> Option<Style> {
    let (first, rest) = words.split_once([' ', '\u{a0}', '\t'])?;
    if rest.trim().is_empty() {
        return None;
    }
    let is_article = [
        "article", "artikel", "articulo", "articolo", "artigo", "chapitre", "partie",
    ]
    .contains(&vocabulary::folded(first).as_str());
    if is_article && rest.starts_with(|c: char| c.is_ascii_digit() || "IVX".contains(c)) {
        return Some(Style::Article);
    }
    let bare = first.trim_end_matches(['.', ')', ':', '-', '–', '/', '°']);
    // « A – Cookies »
    let has_dash = ["- ", "– ", "— "].iter().any(|dash| {
        rest.trim_start()
            .strip_prefix(dash)
            .is_some_and(|it| it.trim_start().starts_with(char::is_uppercase))
    });
    let is_closed = bare.len() < first.len() || has_dash;
    let is_roman = !bare.is_empty() && bare.chars().all(|c| "IVX".contains(c));
    if is_roman && is_closed {
        return Some(Style::Article);
    }
    let mut letters = bare.chars();
    if is_closed
        && let (Some(c), None) = (letters.next(), letters.next())
        && c.is_ascii_alphabetic()
    {
        return Some(Style::Letter);
    }
    let numbers = bare.split('.');
    let is_number =
        |it: &str| (1..=2).contains(&it.len()) && it.bytes().all(|c| c.is_ascii_digit());
    let depth = numbers.clone().count();
    let all = numbers.clone().all(is_number);
    (all && (is_closed || depth > 1)).then(|| Style::Number(u8::try_from(depth).unwrap_or(u8::MAX)))
}

fn is_capitals(words: &str) -> bool {
    let letters = words.chars().filter(|c| c.is_alphabetic());
    letters.clone().count() > 5 && letters.clone().all(|c| !c.is_lowercase()) && words.contains(' ')
}

/// A heading, before it is known how deep it stands.
#[derive(Debug, Clone, PartialEq)]
pub enum Rank {
    /// The source marks it so.
    Marked(u8),
    /// A person said so.
    Decided(u8),
    Told(Style),
}

/// A heading among its neighbours.
#[derive(Debug)]
pub struct Standing<'a> {
    pub rank: Rank,
    pub words: &'a str,
    /// Whether nothing stands between it and the heading above.
    pub follows_heading: bool,
}

/// The levels of headings in the order of reading, 1 right below a title of the level `title`.
pub fn levels(headings: &[Standing<'_>], title: Option<u8>) -> Vec<u8> {
    let mut marked: Vec<u8> = headings
        .iter()
        .filter_map(|it| match it.rank {
            Rank::Marked(level) => Some(level),
            _ => None,
        })
        .collect();
    marked.sort_unstable();
    marked.dedup();
    if let Some(title) = title {
        // What stands as high as the title stands right below it all the same.
        marked.retain(|level| *level > title);
    }
    let mut styles: Vec<Style> = headings
        .iter()
        .filter_map(|it| match it.rank {
            Rank::Told(style) => Some(style),
            _ => None,
        })
        .collect();
    // What comes first stands highest, though it has no mark.
    let first = styles.first().copied();
    styles.sort_unstable();
    styles.dedup();
    if first == Some(Style::Plain) {
        styles.rotate_right(1);
    }
    let mut level = 1;
    let mut kinds_stand_below = false;
    headings
        .iter()
        .enumerate()
        .map(|(at, heading)| {
            level = match &heading.rank {
                Rank::Decided(level) => (*level).clamp(1, 6),
                Rank::Marked(own) => place(&marked, own),
                // Among marked headings, it stands beside the last one.
                Rank::Told(_) if !marked.is_empty() => level,
                Rank::Told(style) => {
                    let own = styles.iter().position(|it| it == style).unwrap_or_default();
                    let own = u8::try_from(own).unwrap_or(u8::MAX).saturating_add(1);
                    let is_kind = vocabulary::category(heading.words).is_some()
                        && !vocabulary::asks(heading.words)
                        && *style == Style::Plain;
                    kinds_stand_below |= is_kind && heading.follows_heading && at > 0;
                    if is_kind && kinds_stand_below && at > 0 {
                        own + 1
                    } else {
                        own
                    }
                }
            };
            level.min(6)
        })
        .collect()
}

/// The place of something among what stands above it, from 1.
fn place<T: PartialOrd>(all: &[T], own: &T) -> u8 {
    let above = all.iter().filter(|it| *it < own).count();
    u8::try_from(above).unwrap_or(u8::MAX).saturating_add(1)
}

/// Whether a strong line on a page with marked headings is one of them: a question, numbered, or
/// what cookies the table right below it is about.
pub fn is_strong_heading(inlines: &[Inline], after: &Next<'_>) -> bool {
    let words = plain(inlines);
    let words = words.trim();
    let is_of_table = matches!(after, Next::Table)
        && !words.ends_with('.')
        && (vocabulary::speaks_of_cookies(words) || vocabulary::category(words).is_some());
    is_stressed(inlines)
        && words.chars().count() <= LONGEST
        && (words.ends_with('?') || number(words).is_some() || is_of_table)
}
