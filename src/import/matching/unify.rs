//! What a model says against what a page says: words must agree, and fields take what stands in
//! their place.

use std::collections::BTreeMap;

use super::reading::{NEVER, Reading, is_field, is_private, normalised, number_of};

/// How a text of the page stands to that of the charter.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Verdict {
    Equal,
    /// It differs in spaces, quotes, apostrophes or dashes alone.
    Typographic,
    /// It is another text, with this likeness by words, from 0 to 1.
    Different(f32),
}

/// What fields say, by their numbers, as the page writes it.
pub type Captures = BTreeMap<usize, String>;

/// The longest value that a field takes, in bytes.
const LONGEST: usize = 500;

/// What stands on the page in the place of the fields of a text that says the same.
pub fn unify(charter: &Reading, page: &Reading) -> Option<Captures> {
    if !charter.open {
        let says_it = charter.norm == page.norm && !charter.norm.contains(NEVER);
        return says_it.then(Captures::new);
    }
    let mut captures = Captures::new();
    let first = charter.norm.find(is_field)?;
    let mut place = page
        .norm
        .strip_prefix(charter.norm.get(..first)?)
        .map(|_| first)?;
    let mut rest = charter.norm.get(first..)?;
    while let Some(mark) = rest.chars().next() {
        let number = number_of(mark)?;
        rest = rest.get(mark.len_utf8()..)?;
        let next = rest.find(is_field).unwrap_or(rest.len());
        let (words, after) = rest.split_at(next);
        let tail = page.norm.get(place..)?;
        let length = length_of(captures.get(&number), tail, words, after.is_empty())?;
        let value = page.raw_of(place..place + length).trim();
        if value.len() > LONGEST || value.contains(is_private) {
            return None;
        }
        captures.entry(number).or_insert_with(|| value.to_owned());
        place += length + words.len();
        rest = after;
    }
    (place == page.norm.len()).then_some(captures)
}

/// How much of a text a field takes before the words that follow it: what it took before, or as
/// little as it may.
fn length_of(known: Option<&String>, tail: &str, words: &str, is_last: bool) -> Option<usize> {
    let length = match known.map(|known| normalised(known)) {
        Some(known) => tail.strip_prefix(known.as_str()).map(|_| known.len())?,
        None if is_last => tail.len().checked_sub(words.len())?,
        None if words.is_empty() => return None,
        None => {
            let one = tail.chars().next()?.len_utf8();
            one + tail.get(one..)?.find(words)?
        }
    };
    let follows = tail.get(length..)?.starts_with(words);
    (length > 0 && follows).then_some(length)
}

/// How two texts stand to each other, once fields say what they say on the page.
pub fn verdict(charter: &Reading, page: &Reading) -> Verdict {
    let Some(captures) = unify(charter, page) else {
        return Verdict::Different(charter.words.likeness(&page.words));
    };
    let mut filled = String::with_capacity(charter.raw.len());
    for c in charter.raw.chars() {
        match number_of(c).and_then(|number| captures.get(&number)) {
            Some(value) => filled.push_str(value),
            None => filled.push(c),
        }
    }
    if filled == page.raw {
        Verdict::Equal
    } else {
        Verdict::Typographic
    }
}

impl Verdict {
    /// The verdict on two texts together; `share` is what they are alike as a whole.
    #[must_use]
    pub fn and(self, other: Self, share: f32) -> Self {
        match (self, other) {
            (Self::Different(_), _) | (_, Self::Different(_)) => Self::Different(share),
            (Self::Equal, Self::Equal) => Self::Equal,
            _ => Self::Typographic,
        }
    }

    #[must_use]
    pub fn is_different(self) -> bool {
        matches!(self, Self::Different(_))
    }
}
