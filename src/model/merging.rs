//! Two texts that were made of one, brought together by words: what each changed alone is taken,
//! what both changed alike is taken once, and what both changed otherwise is told.
//!
//! Pure. Merging with a side that changed nothing gives the other side to the letter.

use std::ops::Range;

use similar::{DiffOp, TextDiff};

/// A stretch of two texts brought together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Merged {
    /// Both say it, or one of them changed it alone.
    Agreed(String),
    /// Both changed the same words, each in its own way.
    Both { one: String, other: String },
}

/// Brings together by words what two texts made of a third, in the order in which it is read.
#[must_use]
pub fn merge_words(base: &str, one: &str, other: &str) -> Vec<Merged> {
    let (to_one, to_other) = (
        TextDiff::from_unicode_words(base, one),
        TextDiff::from_unicode_words(base, other),
    );
    let words: Vec<&str> = (0..to_one.old_len())
        .filter_map(|at| to_one.old_slice(at))
        .collect();
    let changes = [changes_of(&to_one), changes_of(&to_other)];
    let mut merged = Vec::new();
    let mut at = 0;
    for region in regions(&changes) {
        push_agreed(&mut merged, said(&words, &(at..region.start)));
        let stood = said(&words, &region);
        let [one, other] = changes
            .each_ref()
            .map(|changes| changed(&words, changes, &region));
        at = region.end;
        if one == other || other == stood {
            push_agreed(&mut merged, one);
        } else if one == stood {
            push_agreed(&mut merged, other);
        } else {
            merged.push(Merged::Both { one, other });
        }
    }
    push_agreed(&mut merged, said(&words, &(at..words.len())));
    merged
}

/// The text that two came to, unless both changed the same words.
#[must_use]
pub fn agreed(merged: &[Merged]) -> Option<String> {
    merged
        .iter()
        .map(|stretch| match stretch {
            Merged::Agreed(words) => Some(words.as_str()),
            Merged::Both { .. } => None,
        })
        .collect()
}

/// Words that stand in the place of others.
struct Change {
    /// Which words of the first text they take the place of; none where they are new.
    place: Range<usize>,
    words: String,
}

impl Change {
    /// Whether it and a region cannot both be taken: they change the same words, or put others in
    /// the same place.
    fn meets(&self, region: &Range<usize>) -> bool {
        self.place.start < region.end
            || (self.place.is_empty() && region.is_empty() && self.place.start == region.start)
    }
}

/// What leads from one text to the other, in order; what follows right after another is one with
/// it.
fn changes_of(diff: &TextDiff<'_, '_, str>) -> Vec<Change> {
    let mut changes: Vec<Change> = Vec::new();
    for op in diff.ops() {
        if matches!(op, DiffOp::Equal { .. }) {
            continue;
        }
        let words: String = op.new_range().filter_map(|at| diff.new_slice(at)).collect();
        match changes.last_mut() {
            Some(last) if last.place.end == op.old_range().start => {
                last.place.end = op.old_range().end;
                last.words.push_str(&words);
            }
            _ => changes.push(Change {
                place: op.old_range(),
                words,
            }),
        }
    }
    changes
}

/// The stretches of the first text that are changed, in order: what meets is in one.
fn regions(sides: &[Vec<Change>; 2]) -> Vec<Range<usize>> {
    let mut changes: Vec<&Change> = sides.iter().flatten().collect();
    changes.sort_by_key(|change| (change.place.start, change.place.end));
    let mut regions: Vec<Range<usize>> = Vec::new();
    for change in changes {
        match regions.last_mut() {
            Some(last) if change.meets(last) => last.end = last.end.max(change.place.end),
            _ => regions.push(change.place.clone()),
        }
    }
    regions
}

/// What one side made of a region, into which each of its changes falls wholly or not at all.
fn changed(words: &[&str], changes: &[Change], region: &Range<usize>) -> String {
    let mut text = String::new();
    let mut at = region.start;
    for change in changes {
        let place = &change.place;
        let is_whole = place.start >= region.start && place.end <= region.end;
        // What is put in right before or after a region of words is a region of its own.
        let is_apart = place.is_empty() && !region.is_empty() && {
            place.start == region.start || place.start == region.end
        };
        if !is_whole || is_apart {
            continue;
        }
        text.push_str(&said(words, &(at..place.start)));
        text.push_str(&change.words);
        at = place.end;
    }
    text.push_str(&said(words, &(at..region.end)));
    text
}

fn said(words: &[&str], range: &Range<usize>) -> String {
    words.get(range.clone()).unwrap_or_default().concat()
}

fn push_agreed(merged: &mut Vec<Merged>, words: String) {
    match merged.last_mut() {
        _ if words.is_empty() => {}
        Some(Merged::Agreed(before)) => before.push_str(&words),
        _ => merged.push(Merged::Agreed(words)),
    }
}
