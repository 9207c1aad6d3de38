//! What can be chosen from a list, and how letters find it.
//!
//! The letters need not stand together, accents and capitals do not matter.

use std::cmp::Reverse;
use std::sync::Arc;

use deunicode::deunicode_char;
use egui::Id;
use egui_material_icons::MaterialIcon;
use frizbee::{CaseMatching, Config, Match, Matcher, Pattern};

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
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
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
    by_name: Vec<Ranked>,
    /// What only the details have follows, where its letters stand near each other.
    by_whole: Vec<Ranked>,
}

/// How well a candidate fits, and its place.
type Ranked = (Reverse<u16>, usize);

/// How many candidates are looked at at once.
pub(super) const AT_ONCE: usize = 1500;

impl Search {
    /// Looks at the next candidates.
    pub(super) fn go_on(&mut self, candidates: &[Arc<Candidate>], letters: &str, at_once: usize) {
        let first = self.looked_at;
        let rest = candidates.get(first..).unwrap_or_default();
        let Some(mut matcher) = matcher(letters) else {
            self.looked_at = candidates.len();
            let all = (first..candidates.len()).map(|place| (Reverse(0), place));
            self.by_name.extend(all);
            return;
        };
        let next = rest.get(..at_once).unwrap_or(rest);
        self.looked_at += next.len();
        let names: Vec<&str> = next.iter().map(|it| it.folded_name()).collect();
        let place = |it: &Match| it.index as usize;
        let mut is_found = vec![false; next.len()];
        for found in matcher.match_list(&names) {
            if let Some(is_found) = is_found.get_mut(place(&found)) {
                *is_found = true;
            }
            self.by_name
                .push((Reverse(found.score), first + place(&found)));
        }
        let numbered = next.iter().enumerate().zip(is_found);
        let (places, wholes): (Vec<usize>, Vec<&str>) = numbered
            .filter(|(_, is_found)| !is_found)
            .map(|((at, candidate), _)| (first + at, candidate.folded.as_str()))
            .unzip();
        let length = letters.chars().filter(|it| !it.is_whitespace()).count();
        let enough = u16::try_from(length.saturating_mul(NEAR)).unwrap_or(u16::MAX);
        let found = matcher.match_list(&wholes);
        let near = found.iter().filter(|it| it.score >= enough);
        let near = near.filter_map(|it| Some((Reverse(it.score), *places.get(place(it))?)));
        self.by_whole.extend(near);
        self.by_name.sort_unstable();
        self.by_whole.sort_unstable();
    }

    pub(super) fn is_over(&self, candidates: &[Arc<Candidate>]) -> bool {
        self.looked_at >= candidates.len()
    }

    /// What was found so far, the best first.
    pub(super) fn found(&self) -> Vec<usize> {
        let all = self.by_name.iter().chain(&self.by_whole);
        all.map(|(_, place)| *place).collect()
    }
}

/// What a letter of a match is worth at least where the letters stand near each other.
const NEAR: usize = 13;

/// What finds letters: each word of them by itself.
pub(super) fn matcher(letters: &str) -> Option<Matcher> {
    let mut folded = String::with_capacity(letters.len());
    fold(letters, &mut folded);
    let patterns: Vec<Pattern> = folded.split_whitespace().map(Pattern::from).collect();
    let config = Config::default().casing(CaseMatching::Ignore);
    (!patterns.is_empty()).then(|| Matcher::from_patterns(&patterns, &config))
}

/// Which letters of a candidate's name and detail were typed, in the order of its letters.
pub(super) fn bold_letters(matcher: Option<&mut Matcher>, candidate: &Candidate) -> Vec<bool> {
    let Some(matcher) = matcher else {
        return Vec::new();
    };
    let found = matcher
        .match_one_indices(candidate.folded_name(), 0)
        .or_else(|| matcher.match_one_indices(&candidate.folded, 0));
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
        let mut matcher = matcher("ete");
        let candidate = all.first().expect("there is one");
        let bold = bold_letters(matcher.as_mut(), candidate);
        let letters = candidate.name.chars().zip(bold);
        let shown: String = letters.filter(|it| it.1).map(|it| it.0).collect();
        assert_eq!(shown, "été");
    }
}
