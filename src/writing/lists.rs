//! What Enter and Tab do inside a list: the next item begins by itself, and an empty one ends it.

use std::fmt::Write as _;
use std::ops::Range;

use super::lines::{Line, Mark, is_in_code, line_at};
use super::{Written, after, before, replaced, slice, within};

/// What Enter makes of a text; nothing where it only ends the line.
#[must_use]
pub fn enter(text: &str, selection: Range<usize>) -> Option<Written> {
    let selection = within(text, selection);
    let place = line_at(text, selection.start);
    let line = Line::new(slice(text, place.clone()));
    let begun = place.start + line.start_of_words();
    let continues = line.mark.is_some() || line.is_quoted();
    if !continues || selection.start < begun || is_in_code(text, selection.start) {
        return None;
    }
    if line.is_blank() && selection.is_empty() {
        return Some(ended(text, &place, &line));
    }
    let mut begins = format!("\n{}", line.lead);
    if let Some(mark) = line.mark {
        begins.push_str(&mark.next().written());
    }
    // Spaces at which the line is cut are of no use on either side.
    let start = before(text, selection.start)
        .trim_end_matches(' ')
        .len()
        .max(begun);
    let rest = after(text, selection.end);
    let end = text.len() - rest.trim_start_matches(' ').len();
    let written = replaced(text, start..end, &begins);
    Some(match line.mark {
        Some(mark) => renumbered(written, line.lead, mark.next()),
        None => written,
    })
}

/// Ends a list at an empty item: one that is inside another becomes an item of that one.
fn ended(text: &str, place: &Range<usize>, line: &Line<'_>) -> Written {
    let outer = line.mark.and_then(|_| outer_item(text, place.start, line));
    let instead = match (outer, line.mark) {
        (Some((lead, mark)), _) => format!("{lead}{}", mark.next().written()),
        // Of a quoted list, the quote stays.
        (None, Some(_)) if line.is_quoted() => line.lead.to_owned(),
        _ => String::new(),
    };
    let written = replaced(text, place.clone(), &instead);
    match outer {
        Some((lead, mark)) => renumbered(written, lead, mark.next()),
        None => written,
    }
}

/// The item that an item stands inside.
fn outer_item<'t>(text: &'t str, start: usize, line: &Line<'_>) -> Option<(&'t str, Mark)> {
    let mut lines = before(text, start).trim_end_matches('\n').lines().rev();
    lines.find_map(|above| {
        let above = Line::new(above);
        let mark = above.mark?;
        (above.lead.len() < line.lead.len()).then_some((above.lead, mark))
    })
}

/// Numbers the items below the cursor on from the one that it is in.
fn renumbered(written: Written, lead: &str, from: Mark) -> Written {
    let Mark::Number(first, sign) = from else {
        return written;
    };
    let cursor = written.selection.start;
    let below = line_at(&written.text, cursor).end;
    let mut text = before(&written.text, below).to_owned();
    let mut number = first;
    let mut goes_on = true;
    for line in after(&written.text, below).split_inclusive('\n').skip(1) {
        // What comes before the first line end is the rest of the cursor's own line: nothing.
        if text.len() == below {
            text.push('\n');
        }
        let (words, end) = match line.strip_suffix('\n') {
            Some(words) => (words, "\n"),
            None => (line, ""),
        };
        let parts = Line::new(words);
        let is_inside = parts.lead.len() > lead.len();
        match parts.mark {
            Some(Mark::Number(_, other)) if goes_on && other == sign && parts.lead == lead => {
                number = number.saturating_add(1);
                let _ = write!(text, "{lead}{number}{sign} {}{end}", parts.words);
                continue;
            }
            _ => goes_on &= is_inside,
        }
        text.push_str(line);
    }
    if text.len() == below {
        text.push_str(after(&written.text, below));
    }
    Written::at(text, cursor)
}
