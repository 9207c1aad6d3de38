//! Plain text, as it is copied from a browser or a document: a line is a paragraph.
//!
//! Told here is what the letters themselves mark: cells by tabs, by vertical bars or by wide gaps;
//! items by their signs; addresses by angle brackets. What unmarked lines are for is told later.

mod tables;

use crate::document::{Block, Inline, Target, clean};
use crate::import::page::{Content, Page, Part, Region};

/// Reads a text.
#[must_use]
pub fn page(text: &str) -> Page {
    let (address, text) = super::address_line(text);
    let lines: Vec<Line<'_>> = text
        .split('\n')
        .enumerate()
        .map(|(at, line)| Line {
            number: at + 1,
            text: line.trim_end_matches(['\r', ' ', '\u{a0}', '\u{feff}']),
        })
        .collect();
    let mut page = Page {
        address: address.map(str::to_owned),
        ..Page::default()
    };
    let width = wrapped_at(&lines);
    let mut rest = lines.as_slice();
    while let Some((line, after)) = rest.split_first() {
        let (content, used) = if line.is_blank() {
            rest = after;
            continue;
        } else {
            underlined(rest)
                .or_else(|| tables::table(rest))
                .or_else(|| list(rest, width))
                .unwrap_or_else(|| paragraph(rest, width))
        };
        page.parts.push(Part {
            line: line.number,
            region: Region::Main,
            content,
        });
        rest = rest.get(used..).unwrap_or_default();
    }
    page
}

#[derive(Debug, Clone, Copy)]
struct Line<'a> {
    number: usize,
    /// Without the white space at its end.
    text: &'a str,
}

impl Line<'_> {
    fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }

    fn tabs(&self) -> usize {
        self.text.trim_start_matches(' ').matches('\t').count()
    }
}

/// A line with a line of signs below it, about as long: a heading.
fn underlined(lines: &[Line<'_>]) -> Option<(Content, usize)> {
    let (words, below) = (lines.first()?.text.trim(), lines.get(1)?.text.trim());
    let sign = below.chars().next().filter(|c| "=-~_*".contains(*c))?;
    let (length, signs) = (words.chars().count(), below.chars().count());
    let is_line = below.chars().all(|c| c == sign) && signs > 2;
    let is_as_long = signs * 2 >= length && signs <= length * 2 + 10;
    let is_heading = words.chars().any(char::is_alphanumeric)
        && !words.contains(['\t', '|'])
        && !words.contains("  ")
        && length <= 110;
    (is_line && is_as_long && is_heading).then(|| {
        let heading = Content::Heading {
            level: if sign == '=' { 1 } else { 2 },
            inlines: inlines(words),
        };
        (heading, 2)
    })
}

/// How many blank lines may stand between the rows of a table.
const GAP: usize = 2;

/// The lines of a table: those that are rows, with gaps of blank lines between them; and how many
/// lines they take.
fn rows_of<'l, 'a>(
    lines: &'l [Line<'a>],
    mut is_row: impl FnMut(&'l Line<'a>) -> bool,
) -> (Vec<&'l Line<'a>>, usize) {
    let mut rows = Vec::new();
    let mut used = 0;
    let mut blank = 0;
    for (at, line) in lines.iter().enumerate() {
        if line.is_blank() {
            blank += 1;
            if blank > GAP {
                break;
            }
        } else if is_row(line) {
            rows.push(line);
            used = at + 1;
            blank = 0;
        } else {
            break;
        }
    }
    (rows, used)
}

/// Items with a sign before each, and how many lines they take.
fn list(lines: &[Line<'_>], width: Option<usize>) -> Option<(Content, usize)> {
    let (first, _) = sign(lines.first()?.text)?;
    let is_item = |line: &Line<'_>| {
        sign(line.text).is_some_and(|(sign, _)| sign.is_bullet() == first.is_bullet())
    };
    let mut above = lines.first()?;
    let (rows, used) = rows_of(lines, |line| {
        let is_row = is_item(line) || line.number == above.number + 1 && is_below(line, above);
        above = line;
        is_row
    });
    // A number before a single line is that of a heading, as far as one can tell.
    if !first.is_bullet() && !count_up(&rows) {
        return None;
    }
    let mut items: Vec<Vec<Inline>> = Vec::new();
    for (at, line) in rows.iter().enumerate() {
        let words = sign(line.text).filter(|_| is_item(line));
        let above = at.checked_sub(1).and_then(|at| rows.get(at));
        match (words, items.last_mut(), above) {
            (None, Some(item), Some(above)) => {
                item.push(if goes_on(above, line, width) {
                    Inline::Text(" ".to_owned())
                } else {
                    Inline::Break
                });
                item.extend(inlines(line.text.trim()));
            }
            (words, ..) => items.push(inlines(words.map_or(line.text, |(_, words)| words))),
        }
    }
    let items = items.into_iter().map(|it| vec![Block::Paragraph(it)]);
    let block = Block::List {
        start: match first {
            Sign::Bullet => None,
            Sign::Number(start) => Some(start),
        },
        items: items.collect(),
    };
    Some((Content::Block(block), used))
}

/// Whether a line stands below the words of an item rather than below its sign.
fn is_below(line: &Line<'_>, above: &Line<'_>) -> bool {
    let indent = |text: &str| text.len() - text.trim_start_matches(' ').len();
    let own = indent(line.text);
    let of_item = indent(above.text);
    own > 0 && line.tabs() == 0 && sign(line.text).is_none() && {
        if sign(above.text).is_some() {
            own > of_item
        } else {
            own == of_item
        }
    }
}

/// Whether numbered lines are items: three or more that count up, one right below the other.
fn count_up(rows: &[&Line<'_>]) -> bool {
    let numbers = rows.iter().filter_map(|line| match sign(line.text) {
        Some((Sign::Number(number), _)) => Some((number, line.number)),
        _ => None,
    });
    let numbers: Vec<(usize, usize)> = numbers.collect();
    let steps = numbers.iter().zip(numbers.iter().skip(1));
    numbers.len() > 2
        && steps
            .clone()
            .all(|((a, above), (b, below))| *b == a + 1 && *below == above + 1)
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sign {
    Bullet,
    Number(usize),
}

impl Sign {
    fn is_bullet(self) -> bool {
        self == Self::Bullet
    }
}

/// Signs that stand before items and nowhere else, also right before their words.
const BULLETS: &str = "•▪◦‣●○■□▸►▶➢➤➔→⇒✓✔☑✗⁃\u{f0b7}\u{f0a7}\u{f0d8}";

fn letters_after(text: &str, first: char) -> &str {
    text.strip_prefix(first).unwrap_or(text).trim()
}

/// The sign before an item, and its words.
fn sign(text: &str) -> Option<(Sign, &str)> {
    let text = text.trim_start();
    let mut letters = text.chars();
    let first = letters.next()?;
    let is_apart = letters.next().is_some_and(char::is_whitespace);
    if BULLETS.contains(first) || is_apart && "-–—*o+·§".contains(first) {
        let words = letters_after(text, first);
        return words
            .chars()
            .any(char::is_alphanumeric)
            .then_some((Sign::Bullet, words));
    }
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let number = text.get(..digits).filter(|_| (1..=3).contains(&digits))?;
    let words = text.get(digits..)?.strip_prefix(['.', ')'])?;
    let words = words.strip_prefix([' ', '\t'])?.trim();
    Some((Sign::Number(number.parse().ok()?), words)).filter(|_| !words.is_empty())
}

/// How long a line is, at least, that ends because the page was as wide as that.
const WRAPPED: usize = 55;

/// A line, with those below it that it goes on in.
fn paragraph(lines: &[Line<'_>], width: Option<usize>) -> (Content, usize) {
    let mut used = 1;
    let mut text = lines
        .first()
        .map(|it| it.text.trim().to_owned())
        .unwrap_or_default();
    while let (Some(above), Some(below)) = (lines.get(used - 1), lines.get(used))
        && goes_on(above, below, width)
    {
        text.push(' ');
        text.push_str(below.text.trim());
        used += 1;
    }
    (Content::Block(Block::Paragraph(inlines(&text))), used)
}

/// The width at which all lines of a page are broken, if they are: none is longer, and many come
/// near it.
fn wrapped_at(lines: &[Line<'_>]) -> Option<usize> {
    let lengths = || lines.iter().map(|line| line.text.chars().count());
    let widest = lengths().max().filter(|it| (WRAPPED..=110).contains(it))?;
    let near = lengths().filter(|it| *it + 14 > widest).count();
    let filled = lengths().filter(|it| *it > 0).count();
    (near > 4 && near * 5 >= filled).then_some(widest)
}

/// The sign behind the first word of a line, as lines have one that list things: `_ga – counts`.
fn sign_behind_word(text: &str) -> Option<char> {
    let (word, rest) = text.trim().split_once(' ')?;
    if word.ends_with(':') {
        return Some(':');
    }
    let mut letters = rest.chars();
    let sign = letters.next().filter(|c| "-–—:|".contains(*c))?;
    letters
        .next()
        .is_some_and(char::is_whitespace)
        .then_some(sign)
}

/// Whether a line was broken for the width of the page.
fn goes_on(above: &Line<'_>, below: &Line<'_>, width: Option<usize>) -> bool {
    let listed = sign_behind_word(below.text);
    if listed.is_some() && listed == sign_behind_word(above.text) {
        return false;
    }
    if let Some(width) = width
        && !below.is_blank()
        && sign(below.text).is_none()
        && below.tabs() == 0
    {
        // Its first word had no room in the line above.
        let word = below.text.split_whitespace().next().unwrap_or_default();
        return above.text.chars().count() + 1 + word.chars().count() > width;
    }
    let above = above.text.trim();
    let length = above.chars().count();
    (WRAPPED..=110).contains(&length)
        && !above.ends_with(['.', ':', ';', '!', '?', '»', '…'])
        && below
            .text
            .trim()
            .starts_with(|c: char| c.is_lowercase() || c == '(')
        && sign(below.text).is_none()
        && below.tabs() == 0
}

/// The words of a line; an address in angle brackets is a link.
fn inlines(text: &str) -> Vec<Inline> {
    let text = clean(text);
    let mut inlines = Vec::new();
    let mut words = String::new();
    let mut rest = text.as_ref();
    while let Some(at) = rest.find(['<', '\n']) {
        let (head, tail) = rest.split_at(at);
        words.push_str(head);
        if let Some(after) = tail.strip_prefix('\n') {
            push(&mut inlines, &mut words);
            inlines.push(Inline::Break);
            rest = after;
        } else if let Some((target, written, after)) = bracketed(tail) {
            push(&mut inlines, &mut words);
            inlines.push(Inline::Link {
                target,
                content: vec![Inline::Text(written.to_owned())],
            });
            rest = after;
        } else {
            words.push('<');
            rest = tail.get(1..).unwrap_or_default();
        }
    }
    words.push_str(rest);
    push(&mut inlines, &mut words);
    inlines
}

fn push(inlines: &mut Vec<Inline>, words: &mut String) {
    if !words.is_empty() {
        inlines.push(Inline::Text(std::mem::take(words)));
    }
}

/// An address in angle brackets: where it leads, as it is written, and what follows.
fn bracketed(text: &str) -> Option<(Target, &str, &str)> {
    let (inner, after) = text.strip_prefix('<')?.split_once('>')?;
    if inner.contains(char::is_whitespace) {
        return None;
    }
    let target = if inner.contains('@') && !inner.contains("://") {
        Target::new(&format!("mailto:{inner}"))
    } else {
        Target::new(inner)
    };
    Some((target?, inner, after))
}
