//! Finding what became of what.

use std::collections::HashMap;
use std::hash::Hash;

/// Which of the first things is which of the second, found by one key after another.
pub struct Pairing {
    /// The second's place, by the first's.
    to: Vec<Option<usize>>,
    /// The first's place, by the second's.
    from: Vec<Option<usize>>,
}

impl Pairing {
    pub fn new(before: usize, after: usize) -> Self {
        Self {
            to: vec![None; before],
            from: vec![None; after],
        }
    }

    /// Pairs those that have no other yet and share a key, in their order.
    pub fn by<T, K: Eq + Hash>(
        &mut self,
        before: &[T],
        after: &[T],
        key: impl Fn(&T) -> Option<K>,
    ) {
        let mut waiting: HashMap<K, std::collections::VecDeque<usize>> = HashMap::new();
        for (at, item) in before.iter().enumerate() {
            if self.partner_of(at).is_none()
                && let Some(key) = key(item)
            {
                waiting.entry(key).or_default().push_back(at);
            }
        }
        for (at, item) in after.iter().enumerate() {
            if self.origin_of(at).is_none()
                && let Some(key) = key(item)
                && let Some(from) = waiting.get_mut(&key).and_then(|it| it.pop_front())
            {
                self.pair(from, at);
            }
        }
    }

    /// Pairs each that has no other yet with the likest that has none, if it is like enough.
    pub fn by_likeness<T>(
        &mut self,
        before: &[T],
        after: &[T],
        likeness: impl Fn(&T, &T) -> f32,
        enough: f32,
    ) {
        for (from, item) in before.iter().enumerate() {
            if self.partner_of(from).is_some() {
                continue;
            }
            let free = after.iter().enumerate();
            let free = free.filter(|(at, _)| self.origin_of(*at).is_none());
            let likest = free
                .map(|(at, other)| (at, likeness(item, other)))
                .filter(|(_, likeness)| *likeness >= enough)
                .reduce(|best, next| if next.1 > best.1 { next } else { best });
            if let Some((at, _)) = likest {
                self.pair(from, at);
            }
        }
    }

    fn pair(&mut self, from: usize, at: usize) {
        if let (Some(to), Some(origin)) = (self.to.get_mut(from), self.from.get_mut(at)) {
            *to = Some(at);
            *origin = Some(from);
        }
    }

    /// What the first's became.
    pub fn partner_of(&self, before: usize) -> Option<usize> {
        self.to.get(before).copied().flatten()
    }

    /// What the second's was.
    pub fn origin_of(&self, after: usize) -> Option<usize> {
        self.from.get(after).copied().flatten()
    }

    /// The second's that stand elsewhere among the others: all but the longest row of those that
    /// kept their order.
    pub fn moved(&self) -> Vec<bool> {
        let mut moved = vec![false; self.from.len()];
        let paired: Vec<(usize, usize)> = self
            .from
            .iter()
            .enumerate()
            .filter_map(|(at, from)| Some((at, (*from)?)))
            .collect();
        // The last of the best row of each length, and what stands before each in its row.
        let mut ends: Vec<usize> = Vec::new();
        let mut before: Vec<Option<usize>> = Vec::with_capacity(paired.len());
        let from = |place: usize| paired.get(place).map_or(0, |it| it.1);
        for (place, (_, origin)) in paired.iter().enumerate() {
            let length = ends.partition_point(|end| from(*end) < *origin);
            before.push(length.checked_sub(1).and_then(|at| ends.get(at)).copied());
            match ends.get_mut(length) {
                Some(end) => *end = place,
                None => ends.push(place),
            }
        }
        for (at, _) in &paired {
            if let Some(moved) = moved.get_mut(*at) {
                *moved = true;
            }
        }
        let mut kept = ends.last().copied();
        while let Some(place) = kept {
            if let Some((at, _)) = paired.get(place)
                && let Some(moved) = moved.get_mut(*at)
            {
                *moved = false;
            }
            kept = before.get(place).copied().flatten();
        }
        moved
    }

    /// The order in which all are told: the second's, each of the first's that are gone after what
    /// it followed.
    pub fn told(&self) -> Vec<Told> {
        let mut gone_after: HashMap<Option<usize>, Vec<usize>> = HashMap::new();
        let mut last = None;
        for (at, to) in self.to.iter().enumerate() {
            match to {
                Some(to) => last = Some(*to),
                None => gone_after.entry(last).or_default().push(at),
            }
        }
        let mut told = Vec::with_capacity(self.to.len() + self.from.len());
        let mut tell_gone = |told: &mut Vec<Told>, after| {
            let gone = gone_after.remove(&after).unwrap_or_default();
            told.extend(gone.into_iter().map(Told::Gone));
        };
        tell_gone(&mut told, None);
        for (at, from) in self.from.iter().enumerate() {
            told.push(match from {
                Some(from) => Told::Kept(*from, at),
                None => Told::New(at),
            });
            tell_gone(&mut told, Some(at));
        }
        told
    }
}

/// What is told next: by places among the first, or among the second.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Told {
    Kept(usize, usize),
    Gone(usize),
    New(usize),
}
