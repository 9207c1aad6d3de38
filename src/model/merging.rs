//! Two texts that were made of one, brought together by words: what each changed alone is taken,
//! what both changed alike is taken once, and what both changed otherwise is told.
//!
//! Pure. Merging with a side that changed nothing gives the other side to the letter.

use std::ops::Range;

use similar::{Algorithm, DiffOp, DiffableStr as _, capture_diff_slices};

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
    let [base, one, other] = [base, one, other].map(|text| format!("{BEFORE}{text}"));
    let words = words_of(&base);
    let sides = [&one, &other].map(|side| changes(&words, &words_of(side)));
    let mut merged = Vec::new();
    let mut at = 0;
    for region in regions(&sides) {
        push_agreed(&mut merged, said(&words, &(at..region.start)));
        let stood = said(&words, &region);
        let [one, other] = sides
            .each_ref()
            .map(|changes| changed(&words, changes, &region));
        at = region.end;
        if one == other || other == stood {
            push_agreed(&mut merged, one);
        } else if one == stood {
            push_agreed(&mut merged, other);
        } else {
            let space = spaces_before(&one, &other);
            push_agreed(&mut merged, one.get(..space).unwrap_or_default().to_owned());
            let words = |side: &str| side.get(space..).unwrap_or_default().to_owned();
            merged.push(Merged::Both {
                one: words(&one),
                other: words(&other),
            });
        }
    }
    push_agreed(&mut merged, said(&words, &(at..words.len())));
    without_space_before(merged)
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

/// A space before each text, so that its first word has one as all others do.
const BEFORE: char = ' ';

/// A word, or a sign, with the space before it: a space alone would go with any other.
#[derive(Debug, Clone, Copy)]
struct Word<'a> {
    whole: &'a str,
    letters: &'a str,
}

fn words_of(text: &str) -> Vec<Word<'_>> {
    let mut words = Vec::new();
    let (mut start, mut end) = (0, 0);
    let mut push = |range: Range<usize>| {
        let whole = text.get(range).unwrap_or_default();
        words.push(Word {
            whole,
            letters: whole.trim_start(),
        });
    };
    for token in text.tokenize_unicode_words() {
        end += token.len();
        if !token.trim_start().is_empty() {
            push(start..end);
            start = end;
        }
    }
    if start < end {
        push(start..end);
    }
    words
}

fn letters<'a>(words: &[Word<'a>]) -> Vec<&'a str> {
    words.iter().map(|word| word.letters).collect()
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

/// What leads from one text to the other, in order.
fn changes(before: &[Word<'_>], after: &[Word<'_>]) -> Vec<Change> {
    let ops = capture_diff_slices(Algorithm::Myers, &letters(before), &letters(after));
    let change = |place: Range<usize>, by: Range<usize>| Change {
        words: said(after, &by),
        place,
    };
    let mut changes = Vec::new();
    for op in ops {
        let (from, to) = (op.old_range(), op.new_range());
        if !matches!(op, DiffOp::Equal { .. }) {
            changes.push(change(from, to));
            continue;
        }
        // The words are the same; the spaces before them need not be.
        for (from, to) in from.zip(to) {
            let (place, by) = (from..from + 1, to..to + 1);
            if said(before, &place) != said(after, &by) {
                changes.push(change(place, by));
            }
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
fn changed(words: &[Word<'_>], changes: &[Change], region: &Range<usize>) -> String {
    let mut text = String::new();
    let mut at = region.start;
    for change in changes {
        let place = &change.place;
        let is_whole = place.start >= region.start && place.end <= region.end;
        // What is put in right before or after a region of words is a region of its own.
        let is_at_edge = place.start == region.start || place.start == region.end;
        let is_apart = place.is_empty() && !region.is_empty() && is_at_edge;
        if is_whole && !is_apart {
            text.push_str(&said(words, &(at..place.start)));
            text.push_str(&change.words);
            at = place.end;
        }
    }
    text.push_str(&said(words, &(at..region.end)));
    text
}

fn said(words: &[Word<'_>], range: &Range<usize>) -> String {
    let words = words.get(range.clone()).unwrap_or_default();
    words.iter().map(|word| word.whole).collect()
}

/// How many bytes of space both begin with.
fn spaces_before(one: &str, other: &str) -> usize {
    let pairs = one.chars().zip(other.chars());
    let same = pairs.take_while(|(one, other)| one == other && one.is_whitespace());
    same.map(|(space, _)| space.len_utf8()).sum()
}

fn push_agreed(merged: &mut Vec<Merged>, words: String) {
    match merged.last_mut() {
        _ if words.is_empty() => {}
        Some(Merged::Agreed(before)) => before.push_str(&words),
        _ => merged.push(Merged::Agreed(words)),
    }
}

/// Takes the space before the text away again.
fn without_space_before(mut merged: Vec<Merged>) -> Vec<Merged> {
    let strip = |words: &mut String| {
        if words.starts_with(BEFORE) {
            words.remove(0);
        }
    };
    match merged.first_mut() {
        Some(Merged::Agreed(words)) => strip(words),
        Some(Merged::Both { one, other }) => {
            strip(one);
            strip(other);
        }
        None => {}
    }
    merged.retain(|it| !matches!(it, Merged::Agreed(words) if words.is_empty()));
    merged
}
