//! The order of a list that two people changed: what each moved or added stands behind what it
//! stands behind there.

use std::collections::{HashMap, HashSet};

/// The keys of both versions in the order that both make of the one they come from.
pub fn merged<'a>(base: &[&'a str], ours: &[&'a str], theirs: &[&'a str]) -> Vec<&'a str> {
    let there: HashSet<&str> = ours.iter().chain(theirs).copied().collect();
    let places: HashMap<&str, usize> = numbered(base);
    let sides = [ours, theirs].map(|side| Side::new(side, &places));
    let floats = |key: &str| sides.iter().any(|side| side.floating.contains_key(key));
    let mut order = Order::default();
    for key in base {
        if there.contains(key) && !floats(key) {
            order.fixed.push(key);
        }
    }
    // Behind what each floating key stands; where both let it float, as ours has it.
    for (side, keys) in sides.iter().zip([ours, theirs]) {
        for key in keys {
            if let Some(before) = side.floating.get(key)
                && order.placed.insert(key)
            {
                order.behind.entry(*before).or_default().push(key);
            }
        }
    }
    for keys in order.behind.values_mut() {
        // The same whichever side they come from.
        keys.sort_unstable();
    }
    order.written(base.iter().chain(ours).chain(theirs).copied(), &there)
}

fn numbered<'a>(keys: &[&'a str]) -> HashMap<&'a str, usize> {
    keys.iter()
        .enumerate()
        .map(|(at, key)| (*key, at))
        .collect()
}

/// What a version moved or added, each with the key before it; none, at the start.
struct Side<'a> {
    floating: HashMap<&'a str, Option<&'a str>>,
}

impl<'a> Side<'a> {
    fn new(keys: &[&'a str], base: &HashMap<&'a str, usize>) -> Self {
        let common: Vec<(usize, &str)> = keys
            .iter()
            .filter_map(|key| Some((*base.get(key)?, *key)))
            .collect();
        let places: Vec<usize> = common.iter().map(|(place, _)| *place).collect();
        let still: HashSet<usize> = longest_ascending(&places).into_iter().collect();
        let mut floating = HashMap::new();
        let mut before = None;
        for key in keys {
            if base.get(key).is_none_or(|place| !still.contains(place)) {
                floating.insert(*key, before);
            }
            before = Some(*key);
        }
        Self { floating }
    }
}

#[derive(Default)]
struct Order<'a> {
    /// What neither side moved, in its old order.
    fixed: Vec<&'a str>,
    /// What stands behind each key, or at the start.
    behind: HashMap<Option<&'a str>, Vec<&'a str>>,
    placed: HashSet<&'a str>,
}

impl<'a> Order<'a> {
    fn written(
        &self,
        all: impl Iterator<Item = &'a str>,
        there: &HashSet<&'a str>,
    ) -> Vec<&'a str> {
        let mut written = Vec::with_capacity(there.len());
        let mut seen = HashSet::with_capacity(there.len());
        let starts = std::iter::once(None).chain(self.fixed.iter().map(|key| Some(*key)));
        for start in starts {
            self.write_behind(start, &mut written, &mut seen);
        }
        // Two sides may have moved two keys behind each other.
        for key in all {
            if there.contains(key) && !seen.contains(key) {
                self.write_behind(Some(key), &mut written, &mut seen);
            }
        }
        written
    }

    /// Writes a key and all that stands behind it, each with what stands behind that.
    fn write_behind(
        &self,
        key: Option<&'a str>,
        written: &mut Vec<&'a str>,
        seen: &mut HashSet<&'a str>,
    ) {
        let mut waiting = vec![key];
        while let Some(next) = waiting.pop() {
            if let Some(key) = next {
                if !seen.insert(key) {
                    continue;
                }
                written.push(key);
            }
            let behind = self.behind.get(&next).map_or(&[][..], Vec::as_slice);
            waiting.extend(behind.iter().rev().map(|key| Some(*key)));
        }
    }
}

/// The longest ascending run of numbers that can be picked from a list, in its order.
fn longest_ascending(numbers: &[usize]) -> Vec<usize> {
    // The places of the smallest last numbers of runs of each length, and what each follows.
    let mut ends: Vec<usize> = Vec::new();
    let mut follows: Vec<Option<usize>> = Vec::with_capacity(numbers.len());
    let number = |at: &usize| numbers.get(*at).copied().unwrap_or_default();
    for (at, current) in numbers.iter().enumerate() {
        let length = ends.partition_point(|end| number(end) < *current);
        follows.push(length.checked_sub(1).and_then(|it| ends.get(it).copied()));
        match ends.get_mut(length) {
            Some(end) => *end = at,
            None => ends.push(at),
        }
    }
    let mut run = Vec::with_capacity(ends.len());
    let mut next = ends.last().copied();
    while let Some(at) = next {
        run.push(number(&at));
        next = follows.get(at).copied().flatten();
    }
    run.reverse();
    run
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(base: &str, ours: &str, theirs: &str, expected: &str) {
        let [base, ours, theirs] =
            [base, ours, theirs].map(|it| it.split_whitespace().collect::<Vec<_>>());
        assert_eq!(merged(&base, &ours, &theirs).join(" "), expected);
        let turned = merged(&base, &theirs, &ours).join(" ");
        assert_eq!(turned, expected, "the other way round");
    }

    #[test]
    fn what_each_moved_or_added_stands_where_it_was_put() {
        check("a b c", "a b c", "a b c", "a b c");
        check("a b c", "a b c d", "a b c", "a b c d");
        check("a b c", "x a b c", "a b c y", "x a b c y");
        check("a b c", "a x b c", "a y b c", "a x y b c");
        check("a b c", "a x z b c", "a y b c", "a x z y b c");
        check("a b c d", "b c d a", "a b d c", "b d a c");
        check("a b c", "a c", "a b c d", "a b c d");
        check("", "a b", "c", "a b c");
    }

    #[test]
    fn two_that_went_behind_each_other_are_both_there() {
        let found = merged(&["a", "b", "c"], &["b", "a", "c"], &["a", "c", "b"]);
        assert_eq!(found.len(), 3, "{found:?}");
    }
}
