//! Two texts that were made of one are brought together by words.

use chartrier::model::{Merged, agreed, merge_words};
use proptest::prelude::*;

/// What two texts come to; what both changed stands in brackets.
fn merged(base: &str, one: &str, other: &str) -> String {
    merge_words(base, one, other)
        .into_iter()
        .map(|stretch| match stretch {
            Merged::Agreed(words) => words,
            Merged::Both { one, other } => format!("[{one}|{other}]"),
        })
        .collect()
}

#[test]
fn what_each_changed_alone_is_taken() {
    let cases = [
        (
            "Matomo compte les visites.",
            "Matomo compte chaque visite.",
            "Notre Matomo compte les visites.",
            "Notre Matomo compte chaque visite.",
        ),
        (
            "gardé 13 mois",
            "gardé 6 mois",
            "gardé 13 mois au plus",
            "gardé 6 mois au plus",
        ),
        ("un deux", "un petit deux", "un trois", "un petit trois"),
        ("un deux", "deux", "un deux trois", "deux trois"),
        ("", "bonjour", "", "bonjour"),
        ("fin", "", "fin", ""),
    ];
    for (base, one, other, all) in cases {
        assert_eq!(merged(base, one, other), all);
        assert_eq!(merged(base, other, one), all);
    }
}

#[test]
fn what_both_changed_is_told() {
    assert_eq!(
        merged("gardé 13 mois ici", "gardé 6 mois ici", "gardé 25 mois là"),
        "gardé [6|25] mois là"
    );
    assert_eq!(merged("a", "", "b"), "[|b]");
    assert_eq!(merged("", "un", "deux"), "[un|deux]");
}

#[test]
fn what_both_changed_alike_is_taken_once() {
    assert_eq!(
        merged("treize mois", "six mois", "six mois et demi"),
        "six mois et demi"
    );
}

fn text() -> impl Strategy<Value = String> {
    let pieces = [
        "un", "deux", "trois", " ", " ", "\n\n", "é", "«\u{a0}", ".", "{{ x }}", "🍪",
    ];
    proptest::collection::vec(proptest::sample::select(pieces.to_vec()), 0..12)
        .prop_map(|pieces| pieces.concat())
}

/// What becomes of each of a text's words, no two of which are the same.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Fate {
    Stays,
    IsReplaced,
    Goes,
    GetsCompany,
}

fn fates() -> impl Strategy<Value = Vec<(Fate, bool)>> {
    let fate = prop_oneof![
        3 => Just(Fate::Stays),
        1 => Just(Fate::IsReplaced),
        1 => Just(Fate::Goes),
        1 => Just(Fate::GetsCompany),
    ];
    proptest::collection::vec((fate, any::<bool>()), 1..20)
}

/// A text of numbered words, of which some have met their fates.
fn written(fates: &[(Fate, bool)], happens: impl Fn(bool) -> bool) -> String {
    let mut text = String::new();
    for (at, (fate, whose)) in fates.iter().enumerate() {
        match fate {
            Fate::IsReplaced if happens(*whose) => text.push_str(&format!("nouveau{at} ")),
            Fate::Goes if happens(*whose) => {}
            Fate::GetsCompany if happens(*whose) => text.push_str(&format!("mot{at} ami{at} ")),
            _ => text.push_str(&format!("mot{at} ")),
        }
    }
    text
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_side_that_changed_nothing_gives_the_other(base in text(), other in text()) {
        prop_assert_eq!(agreed(&merge_words(&base, &base, &other)), Some(other.clone()));
        prop_assert_eq!(agreed(&merge_words(&base, &other, &base)), Some(other.clone()));
        prop_assert_eq!(agreed(&merge_words(&base, &other, &other)), Some(other));
    }

    #[test]
    fn sides_that_change_places_change_nothing_else(base in text(), one in text(), other in text()) {
        let there = merge_words(&base, &one, &other);
        let back: Vec<Merged> = merge_words(&base, &other, &one)
            .into_iter()
            .map(|stretch| match stretch {
                Merged::Both { one, other } => Merged::Both { one: other, other: one },
                agreed @ Merged::Agreed(_) => agreed,
            })
            .collect();
        prop_assert_eq!(there, back);
    }

    #[test]
    fn edits_of_different_words_all_survive(fates in fates()) {
        // Between two words that change stands one that does not, as in edits of different places.
        let mut spaced: Vec<(Fate, bool)> = Vec::new();
        for fate in fates {
            spaced.extend([fate, (Fate::Stays, false)]);
        }
        let base = written(&spaced, |_| false);
        let one = written(&spaced, |whose| whose);
        let other = written(&spaced, |whose| !whose);
        let both = written(&spaced, |_| true);
        prop_assert_eq!(agreed(&merge_words(&base, &one, &other)), Some(both));
    }

    #[test]
    fn the_same_edit_is_taken_once_among_others(fates in fates()) {
        let mut spaced: Vec<(Fate, bool)> = Vec::new();
        for fate in fates {
            spaced.extend([fate, (Fate::Stays, false)]);
        }
        let base = written(&spaced, |_| false);
        let one = written(&spaced, |whose| whose);
        let both = written(&spaced, |_| true);
        prop_assert_eq!(agreed(&merge_words(&base, &one, &both)), Some(both));
    }
}
