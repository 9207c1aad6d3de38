//! Marks put on what is selected, and taken off again: strong type, emphasis, links, lists.

use std::ops::Range;

use super::lines::{Line, Mark, line_at, lines_of};
use super::spans::{Link, links};
use super::{Written, after, before, replaced, slice, within};
use crate::document::field_at;

/// How words stand out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stress {
    Strong,
    Emphasis,
}

/// A list that lines become.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ListKind {
    Bullets,
    Numbers,
}

impl Stress {
    fn signs(self) -> usize {
        match self {
            Self::Strong => 2,
            Self::Emphasis => 1,
        }
    }

    /// Whether words between so many asterisks on either side have this stress.
    fn is_on(self, asterisks: usize) -> bool {
        match self {
            Self::Strong => asterisks % 4 >= 2,
            Self::Emphasis => asterisks % 2 == 1,
        }
    }
}

/// Puts a stress on what is selected, line by line, or takes it off where all of it has it. With
/// nothing selected, it is about the word at the cursor, or about what is typed next.
#[must_use]
pub fn toggle(text: &str, selection: Range<usize>, stress: Stress) -> Written {
    let selection = within(text, selection);
    if selection.is_empty() {
        let word = word_at(text, selection.start);
        if is_escaped(text, &word) {
            return Written::new(text, selection);
        }
        let on = stress.is_on(asterisks(text, &word));
        let mut written = Written::new(text, selection.clone());
        set(&mut written.text, &word, stress, on);
        let moved = |at: usize| {
            if on {
                at - stress.signs()
            } else {
                at + stress.signs()
            }
        };
        written.selection = moved(selection.start)..moved(selection.end);
        return written;
    }
    let parts: Vec<Range<usize>> = lines_of(text, &selection)
        .into_iter()
        .filter_map(|line| {
            let words = line.start + Line::new(slice(text, line.clone())).start_of_words();
            let part = selection.start.max(words)..selection.end.min(line.end);
            let part = (part.start < part.end).then(|| core(text, part))?;
            part.filter(|part| !is_escaped(text, part))
        })
        .collect();
    let (Some(first), Some(last)) = (parts.first(), parts.last()) else {
        return Written::new(text, selection);
    };
    let is_on = |part: &Range<usize>| stress.is_on(asterisks(text, part));
    let on = parts.iter().all(is_on);
    let changed: Vec<&Range<usize>> = parts.iter().filter(|part| is_on(part) == on).collect();
    // Each part gains or loses marks at its start and at its end; the last one's end lies beyond.
    let by = isize::try_from(stress.signs()).unwrap_or_default();
    let by = if on { -by } else { by };
    let gained = |part: &Range<usize>, times: isize| {
        if changed.contains(&part) {
            by * times
        } else {
            0
        }
    };
    let within_end: isize = parts
        .iter()
        .map(|part| gained(part, if part == last { 1 } else { 2 }))
        .sum();
    let start = first.start.saturating_add_signed(gained(first, 1));
    let end = last.end.saturating_add_signed(within_end);
    let mut text = text.to_owned();
    for part in changed.iter().rev() {
        set(&mut text, part, stress, on);
    }
    Written::new(text, start..end)
}

/// Puts marks around a part of a text, or takes them away.
fn set(text: &mut String, part: &Range<usize>, stress: Stress, on: bool) {
    let signs = stress.signs();
    if on {
        text.replace_range(part.end..part.end + signs, "");
        text.replace_range(part.start - signs..part.start, "");
    } else {
        let signs = "*".repeat(signs);
        text.insert_str(part.end, &signs);
        text.insert_str(part.start, &signs);
    }
}

/// What of a part of a text can be marked: without the spaces and asterisks at its ends.
fn core(text: &str, part: Range<usize>) -> Option<Range<usize>> {
    let mut inside = slice(text, part.clone());
    let mut start = part.start;
    loop {
        let trimmed = inside.trim_start().trim_start_matches('*');
        start += inside.len() - trimmed.len();
        let mut end = trimmed.trim_end();
        while let Some(shorter) = end.strip_suffix('*').filter(|it| !is_escaping(it)) {
            end = shorter;
        }
        if end.len() == inside.len() {
            break;
        }
        inside = end;
    }
    (!inside.is_empty()).then(|| start..start + inside.len())
}

/// Whether what follows a text is escaped by its end.
fn is_escaping(text: &str) -> bool {
    text.bytes().rev().take_while(|b| *b == b'\\').count() % 2 == 1
}

/// Whether a mark put before a part of a text would be no mark.
fn is_escaped(text: &str, part: &Range<usize>) -> bool {
    is_escaping(before(text, part.start))
}

/// How many asterisks a part of a text has on either side.
fn asterisks(text: &str, part: &Range<usize>) -> usize {
    let head = before(text, part.start);
    let mut left = head.bytes().rev().take_while(|b| *b == b'*').count();
    if is_escaping(before(text, part.start - left)) {
        left = left.saturating_sub(1);
    }
    // A bullet is no mark of stress.
    let line = line_at(text, part.start);
    let words = line.start + Line::new(slice(text, line)).start_of_words();
    let left = left.min(part.start.saturating_sub(words));
    let right = after(text, part.end).bytes().take_while(|b| *b == b'*');
    left.min(right.count())
}

/// The word that the cursor is in, or nothing at its place.
fn word_at(text: &str, at: usize) -> Range<usize> {
    let is_inside = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | '’' | '\'');
    let head = before(text, at);
    let start = head.trim_end_matches(is_inside).len();
    let tail = after(text, at);
    let end = text.len() - tail.trim_start_matches(is_inside).len();
    // At the end of a word, one means what comes next.
    if start < at && at < end {
        start..end
    } else {
        at..at
    }
}

/// The link that a selection is in.
#[must_use]
pub fn link_at(text: &str, selection: Range<usize>) -> Option<Link> {
    let selection = within(text, selection);
    links(text)
        .into_iter()
        .find(|link| link.range.start <= selection.start && selection.end <= link.range.end)
}

/// What of a selection can be the words of a link: what is on its first line with words.
#[must_use]
pub fn linkable(text: &str, selection: Range<usize>) -> Range<usize> {
    let selection = within(text, selection);
    let mut start = selection.start;
    for line in slice(text, selection.clone()).split_inclusive('\n') {
        let words = Line::new(line).start_of_words();
        let is_whole = line_at(text, start).start == start;
        let from = if is_whole { start + words } else { start };
        let end = start + line.trim_end().len();
        if from < end {
            return from..end;
        }
        start += line.len();
    }
    selection.end..selection.end
}

/// Makes a link of what is selected, or changes the one that the selection is in.
#[must_use]
pub fn link(text: &str, selection: Range<usize>, words: &str, address: &str) -> Written {
    let place = match link_at(text, selection.clone()) {
        Some(link) => link.range,
        None => linkable(text, selection),
    };
    let words = match words.trim() {
        "" => address,
        words => words,
    };
    let words = balanced(&words.replace(['\n', '\r'], " "));
    replaced(text, place, &format!("[{words}]({})", destination(address)))
}

/// Takes away the link that a selection is in; its words stay.
#[must_use]
pub fn unlink(text: &str, selection: Range<usize>) -> Option<Written> {
    let link = link_at(text, selection)?;
    let words = slice(text, link.words.clone());
    let written = replaced(text, link.range.clone(), words);
    Some(Written::new(
        written.text,
        link.range.start..link.range.start + words.len(),
    ))
}

/// Words whose brackets cannot end those of the link.
fn balanced(words: &str) -> String {
    let mut depth = 0_usize;
    let mut is_balanced = true;
    let mut escaped = false;
    for c in words.chars() {
        match c {
            _ if escaped => {}
            '[' => depth += 1,
            ']' if depth == 0 => is_balanced = false,
            ']' => depth -= 1,
            _ => {}
        }
        escaped = c == '\\' && !escaped;
    }
    let words = if is_balanced && depth == 0 {
        words.to_owned()
    } else {
        words.replace('[', "\\[").replace(']', "\\]")
    };
    if is_escaping(&words) {
        format!("{words}\\")
    } else {
        words
    }
}

/// An address as it stands in a link: without what would end it, but for fields, which stay.
fn destination(address: &str) -> String {
    let mut written = String::with_capacity(address.len());
    let mut rest = address;
    while let Some(c) = rest.chars().next() {
        if let Some((_, after)) = field_at(rest) {
            written.push_str(slice(rest, 0..rest.len() - after.len()));
            rest = after;
            continue;
        }
        match c {
            '(' => written.push_str("%28"),
            ')' => written.push_str("%29"),
            '<' => written.push_str("%3C"),
            '>' => written.push_str("%3E"),
            '\\' => written.push_str("%5C"),
            c if c.is_whitespace() || c.is_control() => written.push_str("%20"),
            c => written.push(c),
        }
        rest = after(rest, c.len_utf8());
    }
    written
}

/// Makes a list of the lines that a selection touches, or plain lines where they are one already.
#[must_use]
pub fn list(text: &str, selection: Range<usize>, kind: ListKind) -> Written {
    let selection = within(text, selection);
    let places = lines_of(text, &selection);
    let all: Vec<Line<'_>> = places
        .iter()
        .map(|place| Line::new(slice(text, place.clone())))
        .collect();
    let is_kind = |line: &Line<'_>| {
        matches!(
            (line.mark, kind),
            (Some(Mark::Bullet(_)), ListKind::Bullets)
                | (Some(Mark::Number(..)), ListKind::Numbers)
        )
    };
    let counts = |line: &&Line<'_>| !line.is_blank() || line.mark.is_some() || all.len() == 1;
    let is_on = all.iter().filter(counts).all(is_kind) && all.iter().any(is_kind);
    let (Some(first), Some(last)) = (places.first(), places.last()) else {
        return Written::new(text, selection);
    };
    let mut number = first_number(text, first.start);
    let mut written = String::new();
    let mut gained = (0_isize, 0_isize);
    for (at, line) in all.iter().enumerate() {
        if at > 0 {
            written.push('\n');
        }
        if !counts(&line) {
            written.push_str(line.lead);
            continue;
        }
        let mark = match kind {
            _ if is_on => String::new(),
            ListKind::Bullets => "- ".to_owned(),
            ListKind::Numbers => format!("{number}. "),
        };
        number = number.saturating_add(1);
        let more = isize::try_from(mark.len()).unwrap_or_default()
            - isize::try_from(line.written_mark.len()).unwrap_or_default();
        gained.0 += if at == 0 { more } else { 0 };
        gained.1 += more;
        written.push_str(line.lead);
        written.push_str(&mark);
        written.push_str(line.words);
    }
    // Without a blank line, the lines around would be read as parts of the list, or it of them.
    let is_words = |line: &str| !line.trim().is_empty() && Line::new(line).mark.is_none();
    let above = before(text, first.start).strip_suffix('\n');
    let above = above.map(|it| it.rsplit('\n').next().unwrap_or_default());
    let below = after(text, last.end).strip_prefix('\n');
    let below = below.map(|it| it.split('\n').next().unwrap_or_default());
    if !is_on && above.is_some_and(is_words) {
        written.insert(0, '\n');
        gained.0 += 1;
        gained.1 += 1;
    }
    let place = first.start..last.end;
    let start = selection.start.saturating_add_signed(gained.0);
    let end = selection.end.saturating_add_signed(gained.1);
    if !is_on && below.is_some_and(is_words) {
        written.push('\n');
    }
    let text = replaced(text, place.clone(), &written).text;
    Written::new(
        text,
        start.max(place.start)..end.max(start.max(place.start)),
    )
}

/// The number that a list begins with: it goes on from the item right above it.
fn first_number(text: &str, start: usize) -> u32 {
    let above = before(text, start).strip_suffix('\n').unwrap_or_default();
    let above = above.rsplit('\n').next().unwrap_or_default();
    match Line::new(above).mark {
        Some(Mark::Number(number, _)) => number.saturating_add(1),
        _ => 1,
    }
}
