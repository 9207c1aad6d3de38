//! What can be chosen from a list, and how letters find it.
//!
//! The letters need not stand together, accents and capitals do not matter.

use std::cmp::Reverse;
use std::sync::Arc;

use deunicode::deunicode_char;
use egui::Id;
use egui_material_icons::MaterialIcon;
use frizbee::{CaseMatching, Config, Matcher, Pattern};

/// Something that can be chosen.
#[derive(Debug)]
pub struct Candidate {
    /// What the line is, so that it stays the same widget while the list changes.
    pub id: Id,
    pub icon: Option<MaterialIcon>,
    pub name: String,
    /// What is said after the name.
    pub detail: String,
    /// What stands at the right, such as keys.
    pub aside: String,
    /// How it is called by those who listen.
    pub spoken: String,
    pub availability: Availability,
    /// The name, and then the detail, in plain small letters.
    folded: String,
    name_length: usize,
}

/// Whether something can be chosen now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Availability {
    Now,
    NotNow,
}

impl Candidate {
    pub fn new(id: Id, icon: Option<MaterialIcon>, name: String, detail: String) -> Self {
        let mut folded = String::with_capacity(name.len() + detail.len() + 1);
        fold(&name, &mut folded);
        let name_length = folded.len();
        folded.push(' ');
        fold(&detail, &mut folded);
        Self {
            id,
            icon,
            spoken: name.clone(),
            name,
            detail,
            aside: String::new(),
            availability: Availability::Now,
            folded,
            name_length,
        }
    }

    fn folded_name(&self) -> &str {
        self.folded.get(..self.name_length).unwrap_or_default()
    }
}

/// Adds words in plain small letters.
fn fold(words: &str, folded: &mut String) {
    words.chars().for_each(|letter| fold_letter(letter, folded));
}

fn fold_letter(letter: char, folded: &mut String) {
    if letter.is_ascii() {
        folded.push(letter.to_ascii_lowercase());
    } else {
        match deunicode_char(letter) {
            Some(plain) => folded.push_str(&plain.to_ascii_lowercase()),
            None => folded.push(' '),
        }
    }
}

/// A search that goes on from frame to frame, so that none takes long however many candidates
/// there are.
#[derive(Debug, Default)]
pub(super) struct Search {
    /// How many candidates were looked at.
    looked_at: usize,
    found: Vec<Ranked>,
}

/// How well a candidate fits, and its place. What cannot be chosen now follows what fits as well and
/// can, and nothing else: Enter is to do nothing rather than something else.
type Ranked = (Fit, Reverse<u16>, Availability, usize);

/// Where letters were found, the best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    /// In the name, side by side.
    Name,
    /// In the name and the detail, side by side.
    Whole,
    /// One here and one there.
    Scattered,
}

/// How many candidates are looked at at once.
pub(super) const AT_ONCE: usize = 1500;

impl Search {
    /// Looks at the next candidates.
    pub(super) fn go_on(&mut self, candidates: &[Arc<Candidate>], letters: &str, at_once: usize) {
        let first = self.looked_at;
        let rest = candidates.get(first..).unwrap_or_default();
        let Some(mut letters) = Letters::new(letters) else {
            self.looked_at = candidates.len();
            let all = first..candidates.len();
            let alike = |place| (Fit::Name, Reverse(0), Availability::Now, place);
            self.found.extend(all.map(alike));
            return;
        };
        let next = rest.get(..at_once).unwrap_or(rest);
        self.looked_at += next.len();
        let names: Vec<&str> = next.iter().map(|it| it.folded_name()).collect();
        let by_name = letters.scores(&names);
        // The details are looked at of those alone whose names do not say it.
        let mut others = Vec::new();
        for (place, (candidate, score)) in (first..).zip(next.iter().zip(by_name)) {
            match score.filter(|_| letters.stand_in(candidate.folded_name())) {
                Some(score) => {
                    let ranked = (Fit::Name, Reverse(score), candidate.availability, place);
                    self.found.push(ranked);
                }
                None => others.push((place, candidate, score)),
            }
        }
        let wholes: Vec<&str> = others.iter().map(|(_, it, _)| it.folded.as_str()).collect();
        let by_whole = letters.scores(&wholes);
        for ((place, candidate, name), whole) in others.into_iter().zip(by_whole) {
            let is_whole = letters.stand_in(&candidate.folded);
            let (fit, score) = match whole {
                Some(score) if is_whole => (Fit::Whole, Some(score)),
                whole => (
                    Fit::Scattered,
                    name.or(whole.filter(|score| *score >= letters.near)),
                ),
            };
            if let Some(score) = score {
                let ranked = (fit, Reverse(score), candidate.availability, place);
                self.found.push(ranked);
            }
        }
        self.found.sort_unstable();
    }

    pub(super) fn is_over(&self, candidates: &[Arc<Candidate>]) -> bool {
        self.looked_at >= candidates.len()
    }

    /// What was found so far, the best first. Letters here and there count where they are found
    /// nowhere together.
    pub(super) fn found(&self) -> Vec<usize> {
        let best = self.found.first().map(|(fit, ..)| *fit);
        let counts = |(fit, ..): &&Ranked| *fit != Fit::Scattered || best == Some(Fit::Scattered);
        let found = self.found.iter().filter(counts);
        found.map(|(.., place)| *place).collect()
    }
}

/// The letters that were typed: each word of them is found by itself.
pub(super) struct Letters {
    words: Vec<String>,
    matcher: Matcher,
    /// What a match is worth at least where its letters do not stand too far from each other.
    near: u16,
}

impl Letters {
    pub(super) fn new(letters: &str) -> Option<Self> {
        /// The same for one letter.
        const NEAR: usize = 13;
        let mut folded = String::with_capacity(letters.len());
        fold(letters, &mut folded);
        let words: Vec<String> = folded.split_whitespace().map(str::to_owned).collect();
        if words.is_empty() {
            return None;
        }
        let patterns: Vec<Pattern> = words.iter().map(|it| Pattern::from(it.as_str())).collect();
        let config = Config::default().casing(CaseMatching::Ignore);
        let length = folded.chars().filter(|it| !it.is_whitespace()).count();
        Some(Self {
            words,
            matcher: Matcher::from_patterns(&patterns, &config),
            near: u16::try_from(length.saturating_mul(NEAR)).unwrap_or(u16::MAX),
        })
    }

    /// Whether the letters of each word stand side by side in a text.
    fn stand_in(&self, text: &str) -> bool {
        self.words.iter().all(|word| text.contains(word.as_str()))
    }

    /// What each text is worth, where the letters are found in it.
    fn scores(&mut self, texts: &[&str]) -> Vec<Option<u16>> {
        let mut scores = vec![None; texts.len()];
        for found in self.matcher.match_list(texts) {
            if let Some(score) = scores.get_mut(found.index as usize) {
                *score = Some(found.score);
            }
        }
        scores
    }

    /// Which letters of a candidate's name and detail were typed, in the order of its letters.
    pub(super) fn bold_letters(&mut self, candidate: &Candidate) -> Vec<bool> {
        let is_in_name = self.stand_in(candidate.folded_name());
        let is_in_whole = self.stand_in(&candidate.folded);
        let mut found = |text: &str| self.matcher.match_one_indices(text, 0);
        let found = if is_in_whole && !is_in_name {
            found(&candidate.folded)
        } else {
            found(candidate.folded_name()).or_else(|| found(&candidate.folded))
        };
        let Some(found) = found else {
            return Vec::new();
        };
        let mut typed = vec![false; candidate.folded.len()];
        for at in found.indices {
            if let Some(typed) = typed.get_mut(at as usize) {
                *typed = true;
            }
        }
        // Back from the plain letters to those that they stand for.
        let mut at = 0;
        let mut folded = String::new();
        let letters = candidate.name.chars().chain([' ']);
        letters
            .chain(candidate.detail.chars())
            .map(|letter| {
                folded.clear();
                fold_letter(letter, &mut folded);
                let range = at..at + folded.len();
                at = range.end;
                typed
                    .get(range)
                    .is_some_and(|typed| typed.iter().any(|it| *it))
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The places of the candidates that letters find, the best first.
    fn matching(candidates: &[Arc<Candidate>], letters: &str) -> Vec<usize> {
        let mut search = Search::default();
        search.go_on(candidates, letters, candidates.len());
        search.found()
    }

    fn candidates(names: &[(&str, &str)]) -> Vec<Arc<Candidate>> {
        let candidate = |(name, detail): &(&str, &str)| {
            let id = Id::unique((name, detail));
            Arc::new(Candidate::new(
                id,
                None,
                (*name).to_owned(),
                (*detail).to_owned(),
            ))
        };
        names.iter().map(candidate).collect()
    }

    #[test]
    fn letters_find_names_first_whatever_their_accents_and_capitals() {
        let all = candidates(&[
            ("Quitter", "demande ce qui n’est pas enregistré"),
            ("Enregistrer sous…", "Fichier"),
            ("Enregistrer", "Fichier"),
            ("Œuvres d’été", "Section"),
        ]);
        for (letters, best, count) in [
            ("enreg", 1, 3),
            ("ENRÉG", 1, 3),
            ("sous enr", 1, 1),
            ("oeuvres ete", 3, 1),
            ("", 0, 4),
        ] {
            let found = matching(&all, letters);
            assert_eq!(found.first(), Some(&best), "{letters}");
            assert_eq!(found.len(), count, "{letters}");
        }
        assert!(matching(&all, "xyz").is_empty());
    }

    #[test]
    fn words_that_stand_whole_come_before_letters_here_and_there() {
        let all = candidates(&[
            ("Mesure d’audience tout au long du mois", "Section"),
            ("_pk_id", "Cookie · Matomo"),
            ("Matomo", "Section"),
        ]);
        assert_eq!(matching(&all, "matomo"), [2, 1]);
        assert_eq!(matching(&all, "mdl"), [0]);
    }

    #[test]
    fn what_cannot_be_chosen_now_follows_what_can() {
        let mut all = candidates(&[("Table 1", ""), ("Table 2", ""), ("Another", "table")]);
        let first = all.first_mut().and_then(Arc::get_mut);
        first.expect("nothing else holds it").availability = Availability::NotNow;
        assert_eq!(matching(&all, "table"), [1, 0, 2]);
    }

    #[test]
    fn a_search_over_many_frames_finds_what_one_at_once_does() {
        let names: Vec<_> = (0..200).map(|n| format!("donnees-{n}.fr")).collect();
        let detail = |at: usize| if at.is_multiple_of(3) { "ville 12" } else { "" };
        let numbered = names.iter().enumerate();
        let pairs: Vec<_> = numbered
            .map(|(at, name)| (name.as_str(), detail(at)))
            .collect();
        let all = candidates(&pairs);
        for letters in ["", "don", "12", "d1", "ville 12", "xyz"] {
            let mut search = Search::default();
            while !search.is_over(&all) {
                search.go_on(&all, letters, 7);
            }
            assert_eq!(search.found(), matching(&all, letters), "{letters}");
        }
    }

    #[test]
    fn the_letters_that_were_typed_are_bold_where_they_stand() {
        let all = candidates(&[("Œuvre d’été", "")]);
        let candidate = all.first().expect("there is one");
        let bold = Letters::new("ete")
            .expect("some letters")
            .bold_letters(candidate);
        let letters = candidate.name.chars().zip(bold);
        let shown: String = letters.filter(|it| it.1).map(|it| it.0).collect();
        assert_eq!(shown, "été");
    }
}
