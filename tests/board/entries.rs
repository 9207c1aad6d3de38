//! What is told of each platform, and what is made anew after an edit.

use std::collections::HashSet;
use std::sync::Arc;

use chartrier::document::{Document, Survey};
use chartrier::model::{
    CharterEdit, Edit, Element, FactId, Finding, Owner, PlatformEdit, PlatformId, Problem,
    ProblemKind, Text, TextEdit,
};
use chartrier::workspace::board::{Column, Entries, Entry, Sort, Way};
use chartrier::workspace::releases::Glances;
use chartrier::workspace::{Cancel, Progress};
use proptest::prelude::*;

use crate::support::{generate, language, model, platform};
use crate::{entries_of, portals};

fn entry(entries: &Entries, id: &str) -> Arc<Entry> {
    let mut all = entries.iter();
    let found = all.find(|it| it.platform.id.as_str() == id);
    Arc::clone(found.expect("it is among the platforms"))
}

#[test]
fn a_platform_tells_what_it_follows_adapts_and_lacks() {
    let entries = entries_of(&portals());
    let lyon = entry(&entries, "lyon");
    let models: Vec<&str> = lyon.followed.iter().map(|it| it.id.as_str()).collect();
    assert_eq!(models, ["villes", "commun"]);
    assert_eq!((lyon.adaptations, lyon.moved_on, lyon.found()), (0, 0, 0));
    assert_eq!(lyon.updated, Some(jiff::civil::date(2026, 3, 1)));
    let percents: Vec<usize> = lyon.languages.iter().map(|it| it.percent()).collect();
    assert_eq!(percents, [100, 100]);

    let caen = entry(&entries, "caen");
    assert_eq!((caen.adaptations, caen.moved_on), (2, 1));
    assert_eq!(caen.updated, Some(jiff::civil::date(2026, 5, 1)));
    assert_eq!(caen.missing(), 1, "its heading has no English");
    assert_eq!(caen.findings, [(ProblemKind::Untranslated, 1)]);
    assert!(!caen.is_blocked());

    let agence = entry(&entries, "agence");
    assert_eq!(agence.languages.len(), 1);
    assert_eq!(agence.findings, [(ProblemKind::UnsetField, 1)]);
    assert!(agence.is_blocked());

    let seule = entry(&entries, "seule");
    assert!(seule.followed.is_empty());
    assert_eq!(seule.languages.last().map(|it| it.percent()), Some(0));
}

#[test]
fn after_an_edit_only_what_it_touches_is_told_anew() {
    let mut collection = portals();
    let before = entries_of(&collection);
    let edit = |id: &str| {
        let facts = PlatformEdit::Facts(vec![FactId::new("matomo").expect("an id")]);
        Edit::Platform(PlatformId::new(id).expect("an id"), facts)
    };
    collection.apply(edit("caen")).expect("it is there");
    let again = |entries: &Entries, collection: &_| {
        let made = entries.again(collection, &Cancel::default(), &Progress::default());
        made.expect("nobody stops it")
    };
    let kept = |one: &Entries, other: &Entries| -> Vec<String> {
        let pairs = one.iter().zip(other.iter());
        let same = pairs.filter(|(one, other)| Arc::ptr_eq(one, other));
        same.map(|(one, _)| one.platform.id.to_string()).collect()
    };
    let after = again(&before, &collection);
    assert_eq!(kept(&before, &after), ["lyon", "agence", "seule"]);
    assert_eq!(after, *entries_of(&collection));

    let title = TextEdit::Set(Text::same("Charte"));
    let edit = CharterEdit::Text(Element::Title, title);
    let edit = Edit::Charter(model("commun"), edit);
    collection.apply(edit).expect("it is there");
    let last = again(&after, &collection);
    assert_eq!(kept(&after, &last), ["seule"], "it follows no model");
    assert_eq!(last, *entries_of(&collection));
}

#[test]
fn platforms_are_sorted_by_any_column_and_those_alike_keep_their_order() {
    let entries = entries_of(&portals());
    let order = |column, way| {
        let sort = Sort { column, way };
        let order = sort.order(&entries, &Glances::default(), &language("fr"));
        let names = order.into_iter().filter_map(|at| entries.at(at));
        let names: Vec<String> = names.map(|it| it.platform.id.to_string()).collect();
        names.join(" ")
    };
    for (column, up, down) in [
        (
            Column::Name,
            "agence caen lyon seule",
            "seule lyon caen agence",
        ),
        (
            Column::Follows,
            "seule caen agence lyon",
            "lyon caen agence seule",
        ),
        (
            Column::Adaptations,
            "lyon agence seule caen",
            "caen lyon agence seule",
        ),
        (
            Column::Updated,
            "seule lyon agence caen",
            "caen lyon agence seule",
        ),
        (
            Column::Findings,
            "lyon caen seule agence",
            "agence caen seule lyon",
        ),
        (
            Column::Release,
            "lyon caen agence seule",
            "lyon caen agence seule",
        ),
    ] {
        assert_eq!(order(column, Way::Ascending), up, "{column:?}");
        assert_eq!(order(column, Way::Descending), down, "{column:?}");
    }
}

#[test]
fn a_click_sorts_up_then_down_then_not_at_all() {
    let up = Sort::next(None, Column::Name);
    let down = Sort::next(up, Column::Name);
    assert_eq!(up.map(|it| it.way), Some(Way::Ascending));
    assert_eq!(down.map(|it| it.way), Some(Way::Descending));
    assert_eq!(Sort::next(down, Column::Name), None);
    let other = Sort::next(down, Column::Findings).expect("sorted");
    assert_eq!(
        (other.column, other.way),
        (Column::Findings, Way::Ascending)
    );
}

proptest! {
    #[test]
    fn what_is_found_is_what_the_documents_find(collection in generate::collection()) {
        for it in &collection.platforms {
            let owner = Owner::Platform(it.id.clone());
            let resolved = collection.resolve(&owner).expect("it is there");
            let survey = Survey::of(&collection, it, &resolved);
            let mut found: HashSet<Finding> = HashSet::new();
            for language in collection.languages_of(&owner) {
                let document = Document::new(&collection, &resolved, language);
                found.extend(document.findings.iter().cloned());
            }
            prop_assert_eq!(survey.findings.len(), found.len());
            let surveyed: HashSet<Finding> = survey.findings.iter().cloned().collect();
            prop_assert_eq!(&surveyed, &found);
            for coverage in &survey.languages {
                let is_of_it = |finding: &Finding| matches!(
                    &finding.problem,
                    Problem::Untranslated { wanted, .. } if *wanted == coverage.language
                );
                let is_told = found.iter().any(is_of_it);
                prop_assert!(coverage.missing == 0 || is_told);
            }
        }
    }

    #[test]
    fn what_is_taken_over_is_what_would_be_told_anew(
        mut collection in generate::collection(),
        edits in proptest::collection::vec(generate::edit(), 1..6),
    ) {
        let mut known = Entries::clone(&entries_of(&collection));
        for edit in edits {
            if collection.apply(edit).is_err() {
                continue;
            }
            let again = known.again(&collection, &Cancel::default(), &Progress::default());
            known = again.expect("nobody stops it");
            prop_assert_eq!(&known, &*entries_of(&collection));
        }
    }
}

#[test]
fn what_is_stopped_tells_nothing() {
    let collection = portals();
    let cancel = Cancel::default();
    cancel.cancel();
    let made = Entries::default().again(&collection, &cancel, &Progress::default());
    assert_eq!(made, None);
    assert!(collection.charter(&platform("lyon")).is_some());
}
