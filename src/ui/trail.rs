//! The way back, and forward again, through the places where someone was.

use crate::model::{Element, Language, Owner};

/// A place where someone was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spot {
    pub owner: Owner,
    pub language: Language,
    pub element: Option<Element>,
}

/// Why a place is left.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Leaving {
    /// For another place that was asked for.
    Going,
    /// For the next of the words that are looked for: those before it are no places of their own.
    Searching,
}

/// The places before the one where someone is, and those come back from.
#[derive(Debug, Default)]
pub struct Trail {
    before: Vec<Spot>,
    after: Vec<Spot>,
    searching: bool,
}

/// How many places are remembered.
const LONGEST: usize = 200;

impl Trail {
    /// Notes the place that is about to be left.
    pub fn leave(&mut self, here: Spot, why: Leaving) {
        let goes_on = self.searching && why == Leaving::Searching;
        self.searching = why == Leaving::Searching;
        if goes_on || self.before.last() == Some(&here) {
            return;
        }
        self.before.push(here);
        if self.before.len() > LONGEST {
            self.before.remove(0);
        }
        self.after.clear();
    }

    #[must_use]
    pub fn can_go_back(&self) -> bool {
        !self.before.is_empty()
    }

    #[must_use]
    pub fn can_go_forward(&self) -> bool {
        !self.after.is_empty()
    }

    /// Goes back to the last place that is still there, and is not this one.
    pub fn back(&mut self, here: Spot, is_there: impl FnMut(&Spot) -> bool) -> Option<Spot> {
        self.searching = false;
        travel(&mut self.before, &mut self.after, here, is_there)
    }

    /// Goes forward to the place that one came back from.
    pub fn forward(&mut self, here: Spot, is_there: impl FnMut(&Spot) -> bool) -> Option<Spot> {
        self.searching = false;
        travel(&mut self.after, &mut self.before, here, is_there)
    }
}

fn travel(
    ahead: &mut Vec<Spot>,
    behind: &mut Vec<Spot>,
    here: Spot,
    mut is_there: impl FnMut(&Spot) -> bool,
) -> Option<Spot> {
    while let Some(spot) = ahead.pop() {
        if spot != here && is_there(&spot) {
            behind.push(here);
            return Some(spot);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::PlatformId;

    fn at(id: &str) -> Spot {
        Spot {
            owner: Owner::Platform(PlatformId::new(id).expect("an id")),
            language: Language::new("fr").expect("a language"),
            element: None,
        }
    }

    #[test]
    fn one_goes_back_and_forward_as_in_a_browser() {
        let mut trail = Trail::default();
        for left in ["a", "b"] {
            trail.leave(at(left), Leaving::Going);
        }
        assert_eq!(trail.back(at("c"), |_| true), Some(at("b")));
        assert_eq!(trail.back(at("b"), |_| true), Some(at("a")));
        assert_eq!(trail.back(at("a"), |_| true), None);
        assert_eq!(trail.forward(at("a"), |_| true), Some(at("b")));
        trail.leave(at("b"), Leaving::Going);
        assert!(
            !trail.can_go_forward(),
            "going elsewhere ends the way forward"
        );
    }

    #[test]
    fn places_that_are_gone_are_passed_by() {
        let mut trail = Trail::default();
        for left in ["a", "gone"] {
            trail.leave(at(left), Leaving::Going);
        }
        assert_eq!(trail.back(at("c"), |it| *it != at("gone")), Some(at("a")));
        assert_eq!(trail.forward(at("a"), |_| true), Some(at("c")));
    }

    #[test]
    fn a_search_is_left_as_a_whole() {
        let mut trail = Trail::default();
        for left in ["a", "b", "c"] {
            trail.leave(at(left), Leaving::Searching);
        }
        assert_eq!(trail.back(at("d"), |_| true), Some(at("a")));
    }
}
