//! Joining parts of a page with parts of a charter, and keeping their order.
//!
//! Ties go to what stands nearest, then to what stands first; the work is bounded.

use std::collections::{HashMap, VecDeque};
use std::hash::Hash;

use super::likeness::NEAR;

/// How many words may be looked at to compare what is not equal.
const MOST_WORK: usize = 30_000_000;

/// Pairs being made.
pub struct Pairs {
    /// For each part of the page, its place in the charter.
    pub of_page: Vec<Option<usize>>,
    pub taken: Vec<bool>,
}

impl Pairs {
    pub fn new(page: usize, charter: usize) -> Self {
        Self {
            of_page: vec![None; page],
            taken: vec![false; charter],
        }
    }

    pub fn is_free(&self, page: usize, charter: usize) -> bool {
        self.of_page.get(page) == Some(&None) && self.taken.get(charter) == Some(&false)
    }

    pub fn join(&mut self, page: usize, charter: usize) {
        if let (Some(pair), Some(taken)) = (self.of_page.get_mut(page), self.taken.get_mut(charter))
        {
            *pair = Some(charter);
            *taken = true;
        }
    }

    /// Joins what has the same key, in the order of each.
    pub fn join_equal<K: Hash + Eq>(
        &mut self,
        page: impl Iterator<Item = (usize, Option<K>)>,
        charter: impl Iterator<Item = (usize, Option<K>)>,
    ) {
        let mut by_key: HashMap<K, VecDeque<usize>> = HashMap::new();
        for (at, key) in charter {
            if let Some(key) = key.filter(|_| self.taken.get(at) == Some(&false)) {
                by_key.entry(key).or_default().push_back(at);
            }
        }
        for (at, key) in page {
            let same = key.and_then(|key| by_key.get_mut(&key));
            if let Some(same) = same
                && let Some(&first) = same.front()
                && self.is_free(at, first)
            {
                same.pop_front();
                self.join(at, first);
            }
        }
    }

    /// Joins what is left, the most alike first.
    pub fn join_alike(&mut self, work: usize, score: impl Fn(usize, usize) -> f32) {
        let free = |of: &mut dyn Iterator<Item = bool>| -> Vec<usize> {
            of.enumerate()
                .filter_map(|(at, free)| free.then_some(at))
                .collect()
        };
        let pages = free(&mut self.of_page.iter().map(Option::is_none));
        let charters = free(&mut self.taken.iter().map(|taken| !taken));
        if work > MOST_WORK {
            return;
        }
        let mut scored = Vec::new();
        for &page in &pages {
            for &charter in &charters {
                let score = score(page, charter);
                if score >= NEAR {
                    scored.push((score, page, charter));
                }
            }
        }
        scored.sort_by(|a, b| {
            let apart = |(_, page, charter): &(f32, usize, usize)| page.abs_diff(*charter);
            b.0.total_cmp(&a.0)
                .then_with(|| apart(a).cmp(&apart(b)))
                .then_with(|| (a.1, a.2).cmp(&(b.1, b.2)))
        });
        for (_, page, charter) in scored {
            if self.is_free(page, charter) {
                self.join(page, charter);
            }
        }
    }

    /// Joins what is left by place, where it is as much on both sides.
    pub fn join_rest(&mut self) {
        let pages: Vec<usize> = (0..self.of_page.len())
            .filter(|at| self.of_page.get(*at) == Some(&None))
            .collect();
        let charters: Vec<usize> = (0..self.taken.len())
            .filter(|at| self.taken.get(*at) == Some(&false))
            .collect();
        if pages.len() == charters.len() {
            for (page, charter) in pages.into_iter().zip(charters) {
                self.join(page, charter);
            }
        }
    }
}

/// How many words a comparison of each with each looks at.
pub fn work(page: impl Iterator<Item = usize>, charter: impl Iterator<Item = usize>) -> usize {
    let sum = |words: &mut dyn Iterator<Item = usize>| {
        words.fold((0_usize, 0_usize), |(count, sum), words| {
            (count + 1, sum.saturating_add(words + 1))
        })
    };
    let (pages, page_words) = sum(&mut { page });
    let (charters, charter_words) = sum(&mut { charter });
    pages
        .saturating_mul(charter_words)
        .saturating_add(charters.saturating_mul(page_words))
}

/// Which of some places stay where they are when all are put into this order: as many as can be.
pub fn staying(places: &[usize]) -> Vec<bool> {
    // The last element of the best run of each length, and what comes before each element.
    let mut ends: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = Vec::with_capacity(places.len());
    for (at, place) in places.iter().enumerate() {
        let length = ends.partition_point(|end| places.get(*end).is_some_and(|end| end < place));
        before.push(
            length
                .checked_sub(1)
                .and_then(|last| ends.get(last).copied()),
        );
        match ends.get_mut(length) {
            Some(end) => *end = at,
            None => ends.push(at),
        }
    }
    let mut stays = vec![false; places.len()];
    let mut next = ends.last().copied();
    while let Some(at) = next {
        if let Some(stays) = stays.get_mut(at) {
            *stays = true;
        }
        next = before.get(at).copied().flatten();
    }
    stays
}
