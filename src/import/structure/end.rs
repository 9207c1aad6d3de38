//! Whether a page is a charter, and whether it goes to its end.

use super::title::names_charter;
use super::vocabulary;
use crate::import::draft::{DraftCell, DraftSection, DraftTable, SetApart, Verdict};
use crate::import::page::{Author, End, Page};
use crate::model::Role;

/// The fewest words that say something of cookies.
const FEWEST_WORDS: usize = 25;

/// The same, below a title that says that they do.
const FEWEST_BELOW_TITLE: usize = 12;

/// What a page is, and the line on which that shows.
pub fn verdict(
    page: &Page,
    title: &str,
    sections: &[DraftSection],
    words: &str,
    apart: &[SetApart],
) -> (usize, Verdict) {
    let last = page.parts.last().map_or(1, |part| part.line);
    if page.author == Author::Chartrier {
        return (last, Verdict::Complete);
    }
    if !is_charter(title, sections, words) || is_consent_window(title, sections, apart) {
        return (1, Verdict::NoCharter);
    }
    let is_cut = page.end == End::Cut || sections.last().is_some_and(is_cut);
    let verdict = if is_cut {
        Verdict::Incomplete
    } else {
        Verdict::Complete
    };
    (last, verdict)
}

fn is_charter(title: &str, sections: &[DraftSection], words: &str) -> bool {
    let has_cookies = sections
        .iter()
        .filter_map(|it| it.table.as_ref())
        .any(|table| {
            !table.rows.is_empty() && table.columns.iter().any(|column| column.role == Role::Name)
        });
    if has_cookies {
        return true;
    }
    let says = |section: &DraftSection| section.body.split_whitespace().count();
    let count: usize = sections.iter().map(says).sum();
    let mentions = vocabulary::mentions(words);
    let is_named = names_charter(title) && vocabulary::speaks_of_cookies(title);
    // What a page says that wants to see a person and a browser.
    let asks_for_browser = !is_named && words.to_lowercase().contains("javascript");
    let fails = vocabulary::is_failure(title) && count < 150 || asks_for_browser && count < 100;
    let fewest = if is_named {
        FEWEST_BELOW_TITLE
    } else {
        FEWEST_WORDS
    };
    count >= fewest && mentions >= 2 && !fails
}

/// Whether a page is the window of a consent tool and no more: a few words and its buttons.
fn is_consent_window(title: &str, sections: &[DraftSection], apart: &[SetApart]) -> bool {
    /// The most words that such a window says.
    const MOST_WORDS: usize = 120;
    let words: usize = sections
        .iter()
        .map(|it| it.body.split_whitespace().count())
        .sum();
    let is_plain = (sections.len() < 3 || !names_charter(title))
        && sections.iter().all(|it| it.table.is_none());
    let has_button = apart
        .iter()
        .flat_map(|it| it.text.lines())
        .any(vocabulary::is_consent_button);
    is_plain && words < MOST_WORDS && has_button
}

/// Whether the last section of a page stops in the middle.
fn is_cut(section: &DraftSection) -> bool {
    match &section.table {
        Some(table) => is_table_cut(table),
        // Nothing stands below the last heading.
        None if section.body.is_empty() => !section.heading.is_empty(),
        None => is_text_cut(&section.body),
    }
}

fn is_table_cut(table: &DraftTable) -> bool {
    let Some((last, above)) = table.rows.split_last() else {
        return false;
    };
    let is_absent = |cell: &DraftCell| *cell == DraftCell::Absent;
    let is_short = last.cells.last().is_some_and(is_absent)
        && (above.is_empty()
            || above
                .iter()
                .any(|row| !row.cells.last().is_some_and(is_absent)));
    let end = last
        .cells
        .iter()
        .zip(&table.columns)
        .rev()
        .find_map(|(cell, column)| Some((cell.text()?, column.role)));
    let is_odd = end.is_some_and(|(text, role)| {
        let others_are_durations = !above.is_empty();
        is_open(text)
            || role == Role::Duration
                && others_are_durations
                && text.split_whitespace().count() == 1
                && !vocabulary::looks_like_duration(text)
    });
    is_short || is_odd
}

fn is_text_cut(body: &str) -> bool {
    let Some(paragraph) = body.trim_end().rsplit("\n\n").next() else {
        return false;
    };
    let line = paragraph.lines().last().unwrap_or_default().trim();
    let is_item = line.starts_with(['-', '*', '|', '#', '>'])
        || line.starts_with(|c: char| c.is_ascii_digit());
    let words = line.split_whitespace().count();
    let ends_well =
        line.ends_with(|c: char| ".!?…:;»”\")]>*_|`’'%€".contains(c) || c.is_ascii_digit());
    let last = line.split_whitespace().next_back().unwrap_or_default();
    let is_address =
        last.contains('@') || last.contains("://") && last.contains('.') || last.contains("www.");
    is_open(line) || is_half_address(last) || words >= 4 && !ends_well && !is_address && !is_item
}

/// Whether something is opened and not closed.
fn is_open(text: &str) -> bool {
    let count = |c: char| text.matches(c).count();
    count('(') > count(')') || count('«') > count('»') || count('“') > count('”')
}

fn is_half_address(word: &str) -> bool {
    let word = word.trim_matches(['<', '>']);
    let host = word.split_once("://").map(|(_, host)| host);
    if host.is_some_and(|host| !host.contains(['.', '/', ':'])) {
        return true;
    }
    [
        "http", "https", "http:", "https:", "http:/", "https:/", "http://", "https://", "https\\:",
        "www",
    ]
    .contains(&word)
}
