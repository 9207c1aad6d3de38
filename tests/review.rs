//! The review of an import: its lines, and what becomes of them as a person decides.

use std::path::PathBuf;

use chartrier::import::matching::{Decision, FormChoice, Outcome};
use chartrier::import::structure::Kind;
use chartrier::model::{Category, Collection, Language, Role};
use chartrier::workspace::import::{Found, Request, found_in};
use chartrier::workspace::review::{Beside, Candidate, Line, Made, Review, Subject, What, take};
use proptest::prelude::*;

const PAGE: &str = "<!DOCTYPE html><html lang=fr><title>Charte</title>
<link rel=canonical href=https://data.exemple.fr/pages/cookies><main>
<h1>Charte cookies</h1>
<p>Le portail https://data.exemple.fr pose des cookies, que cette charte énumère.</p>
<h2>Qu’est-ce qu’un cookie ?</h2>
<p>Un cookie est un petit fichier que le navigateur garde pour un site.</p>
<p>Il est rendu au site à chaque visite.</p>
<h2>Cookies nécessaires</h2>
<table><tr><th>Nom du cookie</th><th>Finalité</th><th>Durée</th></tr>
<tr><td>sessionid</td><td>Garder la connexion ouverte</td><td>14 jours</td></tr>
<tr><td>csrftoken</td><td>Protéger les formulaires</td><td>1 an</td></tr></table>
<p>Voir aussi les mentions légales.</p>
</main></html>";

fn french() -> Language {
    Language::new("fr").expect("a language")
}

fn empty() -> Collection {
    Collection::new("Essai", french())
}

fn review(page: &str) -> Review {
    match found_in(page.as_bytes(), "page.html", &Request::default(), &french()) {
        Ok(Found::Charter(found)) => Review::new("page.html".to_owned(), *found, french()),
        other => panic!("it is a charter: {other:?}"),
    }
}

/// A collection that the page is in already.
fn with_page(page: &str) -> Collection {
    let mut collection = empty();
    let made = review(page).make(&collection);
    for edit in made.proposal.edits(&empty()) {
        collection.apply(edit).expect("it is there");
    }
    collection
}

fn at<'a>(made: &'a Made, words: &str) -> &'a Line {
    let same = made.lines.iter().find(|line| line.source == words);
    let found = same.or_else(|| made.lines.iter().find(|line| line.source.contains(words)));
    found.unwrap_or_else(|| panic!("no line says {words}: {:#?}", made.lines))
}

fn part_of(made: &Made, words: &str) -> usize {
    match at(made, words).what {
        What::Part { part, .. } => part,
        ref other => panic!("no part: {other:?}"),
    }
}

fn subject_of(made: &Made, words: &str) -> Subject {
    match &at(made, words).beside {
        Beside::Part { subject, .. } => subject.clone(),
        other => panic!("not matched: {other:?}"),
    }
}

fn outcome_of(made: &Made, words: &str) -> Outcome {
    match &at(made, words).beside {
        Beside::Part { part, .. } => made.proposal.parts[*part].outcome,
        other => panic!("not matched: {other:?}"),
    }
}

#[test]
fn every_part_of_the_page_has_its_line_and_tables_have_one_for_each_column_and_row() {
    let made = review(PAGE).make(&empty());
    let said: Vec<&str> = made.lines.iter().map(|line| line.source.as_str()).collect();
    for words in [
        "Charte cookies",
        "Un cookie est un petit fichier que le navigateur garde pour un site.",
        "Il est rendu au site à chaque visite.",
        "Nom du cookie",
        "Finalité",
        "sessionid · Garder la connexion ouverte · 14 jours",
        "csrftoken · Protéger les formulaires · 1 an",
        "Voir aussi les mentions légales.",
    ] {
        assert!(said.contains(&words), "{words} among {said:#?}");
    }
    let numbers = made.lines.iter().filter_map(|line| line.line);
    assert!(numbers.is_sorted(), "in the order of the page");
}

#[test]
fn what_a_person_says_a_part_is_it_becomes_and_what_was_told_is_no_decision() {
    let mut review = review(PAGE);
    let made = review.make(&empty());
    let part = part_of(&made, "Voir aussi");
    review.decide_kind(part..part + 1, Kind::SetApart);
    let made = review.make(&empty());
    assert_eq!(at(&made, "Voir aussi").beside, Beside::Nothing);
    assert!(
        made.draft
            .set_apart
            .iter()
            .any(|it| it.text.contains("Voir aussi"))
    );
    review.decide_kind(part..part + 1, Kind::Text);
    assert!(review.is_untouched());
}

#[test]
fn decisions_stay_with_what_they_are_about_when_the_draft_changes() {
    let mut review = review(PAGE);
    let made = review.make(&empty());
    review.decide(subject_of(&made, "csrftoken"), Some(Decision::LeaveOut));
    let What::Column { spot, column, .. } = at(&made, "Finalité").what else {
        panic!("a column");
    };
    review.decided.roles.insert((spot, column), Role::Other);
    review
        .decided
        .categories
        .insert(spot, Some(Category::Social));
    // One section less before the table, and one more.
    for kind in [Kind::SetApart, Kind::Heading(2)] {
        let part = part_of(&made, "Il est rendu");
        review.decide_kind(part..part + 1, kind);
        let heading = part_of(&made, "Qu’est-ce");
        review.decide_kind(heading..heading + 1, Kind::Text);
        let made = review.make(&empty());
        assert_eq!(outcome_of(&made, "csrftoken"), Outcome::LeftOut);
        assert_ne!(outcome_of(&made, "sessionid"), Outcome::LeftOut);
        let table = made.draft.sections.iter().find_map(|it| it.table.as_ref());
        let table = table.expect("a table");
        assert_eq!(table.category, Some(Category::Social));
        assert_eq!(table.columns[column].role, Role::Other);
    }
}

#[test]
fn a_page_beside_a_model_shows_what_is_the_same_what_differs_and_what_only_one_has() {
    let collection = with_page(PAGE);
    let other = PAGE
        .replace("data.exemple.fr", "opendata.autre.example")
        .replace(
            "Il est rendu au site à chaque visite.",
            "Le site le relit à chaque visite.",
        )
        .replace(
            "<tr><td>csrftoken</td><td>Protéger les formulaires</td><td>1 an</td></tr>",
            "",
        )
        .replace(
            "<p>Voir aussi les mentions légales.</p>",
            "<h2>Vos droits</h2><p>Écrire à la mairie pour toute question sur ses données.</p>",
        );
    let mut review = review(&other);
    let made = review.make(&collection);
    assert_eq!(outcome_of(&made, "Charte cookies"), Outcome::Inherited);
    assert_eq!(outcome_of(&made, "Qu’est-ce"), Outcome::Adapted);
    assert_eq!(outcome_of(&made, "sessionid"), Outcome::Inherited);
    assert_eq!(outcome_of(&made, "Vos droits"), Outcome::Added);
    let only = made.lines.iter().find(|line| {
        line.what == What::Charter
            && matches!(&line.beside, Beside::Part { charter, .. } if charter.contains("csrftoken"))
    });
    let Some(Beside::Part { subject, part, .. }) = only.map(|line| &line.beside) else {
        panic!("what only the model has stands between: {:#?}", made.lines);
    };
    assert_eq!(made.proposal.parts[*part].outcome, Outcome::Hidden);
    let hidden = made.proposal.counts().hidden;
    review.decide(subject.clone(), Some(Decision::Inherit));
    review.decide(subject_of(&made, "Qu’est-ce"), Some(Decision::Inherit));
    let made = review.make(&collection);
    assert_eq!(outcome_of(&made, "Qu’est-ce"), Outcome::Inherited);
    assert_eq!(made.proposal.counts().hidden, hidden - 1);
}

#[test]
fn several_pages_come_in_with_what_was_decided_of_each() {
    let mut first = review(PAGE);
    first.decided.form = FormChoice::Own;
    let second = review(&PAGE.replace("data.exemple.fr", "opendata.autre.example"));
    let candidates = [first, second].map(|it| {
        let path = PathBuf::from(&it.source);
        (path, Candidate::Page(Box::new(it)))
    });
    let collection = empty();
    let taken = take(&collection, &candidates);
    let mut after = collection.clone();
    for edit in taken.edits {
        after.apply(edit).expect("it applies");
    }
    assert_eq!(after.platforms.len(), 2);
    let own = after.platforms.at(0).expect("the first");
    assert_eq!(own.charter.follows(), None, "as was decided");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn whatever_is_decided_no_line_is_lost(
        kinds in prop::collection::vec((0_usize..12, 0_u8..9), 0..8),
    ) {
        let mut review = review(PAGE);
        let before = review.make(&empty());
        for (part, kind) in kinds {
            let kind = match kind {
                0 => Kind::Title,
                level @ 1..=6 => Kind::Heading(level),
                7 => Kind::SetApart,
                _ => Kind::Text,
            };
            review.decide_kind(part..part + 1, kind);
        }
        let after = review.make(&empty());
        let shown: String = after.lines.iter().map(|line| line.source.as_str()).collect();
        for line in before.lines.iter().filter(|line| matches!(line.what, What::Part { .. })) {
            prop_assert!(shown.contains(&line.source), "{} is lost", line.source);
        }
    }
}

#[test]
fn a_page_among_others_is_compared_with_the_model_that_these_make() {
    let paths = ["a.html", "b.html"].map(PathBuf::from);
    let pages = [
        PAGE.to_owned(),
        PAGE.replace("data.exemple.fr", "autre.exemple.fr"),
    ];
    let reviews = pages.each_ref().map(|page| review(page));
    let candidates: Vec<(PathBuf, Candidate)> = paths
        .iter()
        .cloned()
        .zip(
            reviews
                .iter()
                .map(|it| Candidate::Page(Box::new(it.clone()))),
        )
        .collect();
    let taken = take(&empty(), &candidates);
    let made = reviews[1].make(&taken.ground_of(&paths[1], &empty()));
    assert_eq!(made.proposal.counts().added, 0);
    assert!(made.proposal.follows.is_some() && made.proposal.new_model.is_none());
    // The page that the model is made of still makes it.
    let ground = taken.ground_of(&paths[0], &empty());
    assert_eq!(ground, empty());
}
