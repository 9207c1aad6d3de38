//! The order of a list that two people changed.
//!
//! Of any two elements that both still have, whoever turned them round is followed; what only one
//! side has stands behind what it stands behind there. Where that gives no order, or both moved one
//! element to different places, ours stands and theirs is told.

use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};

/// The order of the keys of both versions.
#[derive(Debug)]
pub struct Order<'a> {
    pub keys: Vec<&'a str>,
    /// The order as theirs has it, where both moved the same otherwise and ours stands.
    pub theirs: Option<Vec<&'a str>>,
}

/// The keys of both versions in the order that both make of the one they come from.
pub fn merged<'a>(base: &[&'a str], ours: &[&'a str], theirs: &[&'a str]) -> Order<'a> {
    let common = Common::new(base, ours, theirs);
    let contested = match common.agreed() {
        Some(agreed) => {
            return Order {
                keys: woven(&agreed, ours, theirs),
                theirs: None,
            };
        }
        None => woven(&common.theirs, ours, theirs),
    };
    Order {
        keys: woven(&common.ours, ours, theirs),
        theirs: Some(contested),
    }
}

fn numbered<'a>(keys: &[&'a str]) -> HashMap<&'a str, usize> {
    keys.iter()
        .enumerate()
        .map(|(at, key)| (*key, at))
        .collect()
}

/// What both versions have, in the order of each.
struct Common<'a> {
    base: HashMap<&'a str, usize>,
    ours: Vec<&'a str>,
    theirs: Vec<&'a str>,
}

/// Where something stands: before both changed it, and in theirs.
#[derive(Clone, Copy)]
struct Places {
    base: Option<usize>,
    theirs: usize,
}

impl<'a> Common<'a> {
    fn new(base: &[&'a str], ours: &[&'a str], theirs: &[&'a str]) -> Self {
        let within = |keys: &[&'a str], other: &[&'a str]| {
            let other: HashSet<&str> = other.iter().copied().collect();
            let both = keys.iter().copied().filter(|key| other.contains(key));
            both.collect::<Vec<_>>()
        };
        Self {
            base: numbered(base),
            ours: within(ours, theirs),
            theirs: within(theirs, ours),
        }
    }

    /// The order that both make together, if they do.
    fn agreed(&self) -> Option<Vec<&'a str>> {
        if self.ours == self.theirs {
            return Some(self.ours.clone());
        }
        let theirs = numbered(&self.theirs);
        let places: Vec<Places> = self
            .ours
            .iter()
            .map(|key| Places {
                base: self.base.get(key).copied(),
                theirs: theirs.get(key).copied().unwrap_or_default(),
            })
            .collect();
        if self.is_moved_otherwise(&places) {
            return None;
        }
        // Before how many others each stands; where all go before each other in one line, no two
        // stand before as many.
        let mut before = vec![0_usize; places.len()];
        for (at, one) in places.iter().enumerate() {
            for (step, other) in places.iter().skip(at + 1).enumerate() {
                let is_first = if one.theirs < other.theirs {
                    true
                } else {
                    // Ours turned them round, or else theirs did.
                    one.base? > other.base?
                };
                let first = if is_first { at } else { at + 1 + step };
                if let Some(count) = before.get_mut(first) {
                    *count += 1;
                }
            }
        }
        let mut order: Vec<(usize, &str)> =
            before.into_iter().zip(self.ours.iter().copied()).collect();
        order.sort_by_key(|(before, _)| Reverse(*before));
        let in_line = order.is_sorted_by(|(one, _), (other, _)| one > other);
        in_line.then(|| order.into_iter().map(|(_, key)| key).collect())
    }

    /// Whether both moved an element, each past others.
    fn is_moved_otherwise(&self, places: &[Places]) -> bool {
        let [ours, theirs] = [&self.ours, &self.theirs].map(|keys| self.moved(keys));
        let is_otherwise = |(at, one): (usize, &Places)| {
            places.iter().enumerate().any(|(by, other)| {
                let was = one.base < other.base;
                let is_past = [at < by, one.theirs < other.theirs].map(|is| is != was);
                at != by && other.base.is_some() && is_past[0] != is_past[1]
            })
        };
        let both = self
            .ours
            .iter()
            .zip(places.iter().enumerate())
            .filter(|(key, _)| ours.contains(*key) && theirs.contains(*key));
        both.map(|(_, place)| place).any(is_otherwise)
    }

    /// What a version moved, as far as one can tell: of two neighbours that were turned round, either.
    fn moved(&self, keys: &[&'a str]) -> HashSet<&'a str> {
        let old: Vec<(usize, &str)> = keys
            .iter()
            .filter_map(|key| Some((*self.base.get(key)?, *key)))
            .collect();
        let places: Vec<usize> = old.iter().map(|(place, _)| *place).collect();
        let still = in_every_longest_run(&places);
        let moved = old.into_iter().filter(|(place, _)| !still.contains(place));
        moved.map(|(_, key)| key).collect()
    }
}

/// What both have in its order, and what only one has behind what it stands behind there.
fn woven<'a>(common: &[&'a str], ours: &[&'a str], theirs: &[&'a str]) -> Vec<&'a str> {
    let fixed: HashSet<&str> = common.iter().copied().collect();
    let mut behind: HashMap<Option<&str>, Vec<&'a str>> = HashMap::new();
    for side in [ours, theirs] {
        let mut before = None;
        for key in side {
            if !fixed.contains(key) {
                behind.entry(before).or_default().push(key);
            }
            before = Some(*key);
        }
    }
    for keys in behind.values_mut() {
        // The same whichever side they come from.
        keys.sort_unstable();
    }
    let mut written = Vec::with_capacity(ours.len().max(theirs.len()));
    let starts = std::iter::once(None).chain(common.iter().map(|key| Some(*key)));
    for start in starts {
        let mut waiting = vec![start];
        while let Some(next) = waiting.pop() {
            written.extend(next);
            let behind = behind.get(&next).map_or(&[][..], Vec::as_slice);
            waiting.extend(behind.iter().rev().map(|key| Some(*key)));
        }
    }
    written
}

/// The numbers that are in every one of the longest ascending runs that can be picked from a list.
fn in_every_longest_run(numbers: &[usize]) -> HashSet<usize> {
    let highest = numbers.iter().copied().max().unwrap_or_default();
    let until = longest_until(numbers.iter().copied());
    let mut from = longest_until(numbers.iter().rev().map(|it| highest - it));
    from.reverse();
    let longest = until.iter().copied().max().unwrap_or_default();
    // Those of some longest run, by their place in it: a place that one alone can have is its own.
    let mut by_place: HashMap<usize, Vec<usize>> = HashMap::new();
    for ((number, until), from) in numbers.iter().zip(&until).zip(&from) {
        if until + from == longest + 1 {
            by_place.entry(*until).or_default().push(*number);
        }
    }
    let alone = by_place.into_values().filter(|it| it.len() == 1);
    alone.flatten().collect()
}

/// How long the longest ascending run is that ends at each number.
fn longest_until(numbers: impl Iterator<Item = usize>) -> Vec<usize> {
    // The smallest last numbers of runs of each length.
    let mut ends: Vec<usize> = Vec::new();
    numbers
        .map(|number| {
            let before = ends.partition_point(|end| *end < number);
            match ends.get_mut(before) {
                Some(end) => *end = number,
                None => ends.push(number),
            }
            before + 1
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(text: &str) -> Vec<&str> {
        text.split_whitespace().collect()
    }

    #[track_caller]
    fn check(base: &str, ours: &str, theirs: &str, expected: &str) {
        let [base, ours, theirs] = [base, ours, theirs].map(keys);
        for (one, other) in [(&ours, &theirs), (&theirs, &ours)] {
            let found = merged(&base, one, other);
            assert_eq!(found.keys.join(" "), expected, "{one:?} {other:?}");
            assert_eq!(found.theirs, None, "{one:?} {other:?}");
        }
    }

    #[test]
    fn what_each_moved_or_added_stands_where_it_was_put() {
        check("a b c", "a b c", "a b c", "a b c");
        check("a b c", "a b c d", "a b c", "a b c d");
        check("a b c", "x a b c", "a b c y", "x a b c y");
        check("a b c", "a x b c", "a y b c", "a x y b c");
        check("a b c", "a x z b c", "a y b c", "a x z y b c");
        check("a b c d", "b c d a", "a b d c", "b d c a");
        check("a b c d", "b a c d", "a b d c", "b a d c");
        check("a b c d", "d c b a", "b c d a", "d c b a");
        check("a b c", "a c", "a b c d", "a b c d");
        check("", "a b", "c", "a b c");
    }

    #[test]
    fn what_both_moved_otherwise_is_told_and_ours_stands() {
        let cases = [
            ("a b c d e", "b a c d e", "b c d a e"),
            ("a b c d", "a c b d", "a b d c"),
            ("a b c", "b a c", "a c b"),
            ("a b c d", "d c b a", "c a b d"),
            ("", "a b", "b a"),
        ];
        for (base, ours, theirs) in cases {
            for (ours, theirs) in [(ours, theirs), (theirs, ours)] {
                let found = merged(&keys(base), &keys(ours), &keys(theirs));
                assert_eq!(found.keys, keys(ours), "{base}: {ours}, {theirs}");
                assert_eq!(found.theirs, Some(keys(theirs)), "{base}: {ours}, {theirs}");
            }
        }
    }
}
