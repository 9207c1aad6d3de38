//! Searching and replacing words in a charter, in one language; and [`everywhere`].
//!
//! What is searched is what is written, Markdown and fields included, in the order in which the
//! editor shows it. Nothing here knows the window; a search is a pure function.

pub mod everywhere;
mod folding;

use std::ops::Range;

use super::changes::{Charters, Scope};
use super::history::{Change, Deed, Place};
use crate::model::{
    At, CharterEdit, Edit, Element, Language, Origin, Owner, Resolved, ResolvedColumn, SectionId,
    Standing, Text,
};
use folding::{breaks, fields, folded, occurrences};

/// What is looked for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Query {
    pub words: String,
    /// Whether `A` differs from `a`.
    pub case: bool,
    /// Whether what is found must stand between spaces or signs.
    pub whole_words: bool,
    /// Whether `é` differs from `e`.
    pub accents: bool,
}

/// Words that were found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Match {
    pub element: Element,
    /// The bytes of what is written in the language.
    pub bytes: Range<usize>,
    /// The same, counted in characters.
    pub chars: Range<usize>,
    pub sight: Sight,
    /// Whether the words are part of a field, which replacing them would break.
    pub breaks_field: bool,
    /// Whether the text stands as a model has it.
    pub inherited: bool,
}

/// Whether words that were found stand in the finished charter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sight {
    Shown,
    /// The section, the row or the column is hidden.
    Hidden,
}

/// What a search found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Found {
    /// In the order of the charter.
    pub matches: Vec<Match>,
    /// The charters that the inherited ones among them come from.
    pub holders: Vec<Owner>,
    /// The first one at or after the place from which it was searched.
    pub next: usize,
}

/// Looks for words in all that a charter says in a language. `from` is where the person is: an
/// element, and a byte of its text.
#[must_use]
pub fn search(
    resolved: &Resolved,
    language: &Language,
    query: &Query,
    from: Option<(&Element, usize)>,
) -> Found {
    let mut found = Found::default();
    let needle = folded(&query.words, query);
    if needle.is_empty() {
        return found;
    }
    let mut next = None;
    walk(resolved, |spot| {
        let here = from.filter(|(element, _)| spot.at.is(element));
        let before = found.matches.len();
        if let Some(text) = spot.text.written(language) {
            found.take(&spot, text, &needle, query, resolved);
        }
        if let Some((_, byte)) = here {
            let new = found.matches.get(before..).unwrap_or_default();
            next = Some(before + new.iter().filter(|it| it.bytes.start < byte).count());
        }
    });
    found.next = next
        .filter(|at| *at < found.matches.len())
        .unwrap_or_default();
    found
}

impl Found {
    fn take(
        &mut self,
        spot: &Spot<'_>,
        text: &str,
        needle: &str,
        query: &Query,
        resolved: &Resolved,
    ) {
        let ranges = occurrences(text, needle, query);
        if ranges.is_empty() {
            return;
        }
        let element = spot.at.element();
        let fields = fields(text);
        let inherited = matches!(resolved.standing(spot.origin), Standing::Inherited { .. });
        if inherited && !self.holders.contains(&spot.origin.holder) {
            self.holders.push(spot.origin.holder.clone());
        }
        let (mut byte, mut char) = (0, 0);
        for bytes in ranges {
            let mut count_to = |to: usize| {
                char += text.get(byte..to).map_or(0, |part| part.chars().count());
                byte = to;
                char
            };
            let chars = count_to(bytes.start)..count_to(bytes.end);
            let breaks_field = fields.iter().any(|field| breaks(field, &bytes));
            self.matches.push(Match {
                element: element.clone(),
                bytes,
                chars,
                sight: spot.sight,
                breaks_field,
                inherited,
            });
        }
    }
}

/// A text of a charter.
pub(super) struct Spot<'r> {
    pub at: At<'r>,
    pub text: &'r Text,
    pub origin: &'r Origin,
    pub sight: Sight,
}

/// Visits every text of a charter, in the order in which the editor shows them.
pub(super) fn walk<'r>(resolved: &'r Resolved, mut visit: impl FnMut(Spot<'r>)) {
    let sight = |shown| if shown { Sight::Shown } else { Sight::Hidden };
    visit(Spot {
        at: At::Title,
        text: &resolved.title.value,
        origin: &resolved.title.origin,
        sight: Sight::Shown,
    });
    let labels = |columns: &'r [ResolvedColumn],
                  table: Option<&'r SectionId>,
                  visit: &mut dyn FnMut(Spot<'r>)| {
        for column in columns {
            visit(Spot {
                at: At::Column(table, &column.column.id),
                text: &column.label.value,
                origin: &column.label.origin,
                sight: sight(column.shown()),
            });
        }
    };
    // The charter's own columns have their labels over the first table that shows them.
    let mut common = Some(&resolved.columns);
    for section in &resolved.sections {
        let shown = section.hidden.is_none();
        visit(Spot {
            at: At::Heading(&section.id),
            text: &section.heading.value,
            origin: &section.heading.origin,
            sight: sight(shown),
        });
        visit(Spot {
            at: At::Body(&section.id),
            text: &section.body.value,
            origin: &section.body.origin,
            sight: sight(shown),
        });
        let Some(table) = &section.table else {
            continue;
        };
        match &table.columns {
            Some(own) => labels(own, Some(&section.id), &mut visit),
            None => {
                if let Some(common) = common.take() {
                    labels(common, None, &mut visit);
                }
            }
        }
        for row in &table.rows {
            for column in resolved.columns_of(table) {
                let (cell, origin) = row.cell(&column.column.id);
                if let Some(text) = cell.and_then(|cell| cell.text()) {
                    visit(Spot {
                        at: At::Cell(&section.id, row.id(), &column.column.id),
                        text,
                        origin,
                        sight: sight(shown && row.hidden.is_none() && column.shown()),
                    });
                }
            }
        }
    }
    if let Some(common) = common {
        labels(common, None, &mut visit);
    }
}

/// What replacing came to.
#[derive(Debug, Clone, PartialEq)]
pub struct Replaced {
    pub change: Option<Change>,
    /// How many were replaced.
    pub count: usize,
    /// How many stay, because a field would have been broken.
    pub skipped: usize,
}

impl Charters<'_> {
    /// Puts other words in the place of those that were found, in one step.
    #[must_use]
    pub fn replace(
        &self,
        language: &Language,
        matches: &[Match],
        by: &str,
        scope: Scope,
    ) -> Replaced {
        let mut edits = Vec::new();
        let mut place = None;
        let (mut count, mut skipped) = (0, 0);
        for group in matches.chunk_by(|one, other| one.element == other.element) {
            let Some(first) = group.first() else {
                continue;
            };
            let element = &first.element;
            let said = self.resolved.text(element);
            let Some(text) = said.and_then(|(text, _)| text.written(language)) else {
                continue;
            };
            let (whole, broken): (Vec<&Match>, Vec<&Match>) =
                group.iter().partition(|it| !it.breaks_field);
            skipped += broken.len();
            let Some(words) = replaced(text, &whole, by) else {
                continue;
            };
            count += whole.len();
            if let Some(change) = self.write(element, language, &words, scope) {
                place.get_or_insert_with(|| element.clone());
                edits.extend(change.edits);
            }
        }
        in_turn(&mut edits);
        let change = place.map(|element| Change {
            deed: Deed::Replace,
            place: Place {
                owner: self.resolved.owner.clone(),
                element,
            },
            edits,
        });
        Replaced {
            change,
            count,
            skipped,
        }
    }
}

/// A text with other words in the place of some; nothing where there are none, or where they are
/// no longer there.
fn replaced(text: &str, matches: &[&Match], by: &str) -> Option<String> {
    if matches.is_empty() {
        return None;
    }
    let mut words = String::with_capacity(text.len());
    let mut at = 0;
    for found in matches {
        words.push_str(text.get(at..found.bytes.start)?);
        words.push_str(by);
        at = found.bytes.end;
    }
    words.push_str(text.get(at..)?);
    Some(words)
}

/// Adaptations that were each asked for as the next one come one after the other.
fn in_turn(edits: &mut [Edit]) {
    let mut before = 0;
    for edit in edits {
        if let Edit::Charter(_, CharterEdit::Adapt { at, .. }) = edit {
            *at += before;
            before += 1;
        }
    }
}
