//! Merging two versions of a collection: laws for whatever people change, and a real repository.

mod support;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use chartrier::model::{Collection, Conflict, Edit, Owner};
use chartrier::store::{self, Notation, Side, merge, settled};
use chartrier::workspace::Session;
use chartrier::workspace::changes::Shared;
use proptest::prelude::*;
use support::{chartrier, collection, generate, json, ron};

/// A collection after those of some edits that it takes.
fn edited(start: &Collection, edits: Vec<Edit>) -> Collection {
    let mut after = start.clone();
    for edit in edits {
        // What is refused changes nothing.
        let _ = after.apply(edit);
    }
    after
}

fn edits() -> impl Strategy<Value = Vec<Edit>> {
    prop::collection::vec(generate::edit(), 0..6)
}

/// Whose charter or properties an edit changes, if it is those of one.
fn owner_of(edit: &Edit) -> Option<Owner> {
    match edit {
        Edit::Charter(owner, _) => Some(owner.clone()),
        Edit::Platform(id, _) => Some(Owner::Platform(id.clone())),
        Edit::ModelName(id, _) | Edit::ModelNote(id, _) => Some(Owner::Model(id.clone())),
        _ => None,
    }
}

/// Every text that stands in a collection's file.
fn texts(collection: &Collection) -> BTreeSet<String> {
    fn gather(value: &serde_json::Value, texts: &mut BTreeSet<String>) {
        match value {
            serde_json::Value::String(text) => drop(texts.insert(text.clone())),
            serde_json::Value::Array(items) => items.iter().for_each(|it| gather(it, texts)),
            serde_json::Value::Object(record) => record.values().for_each(|it| gather(it, texts)),
            _ => {}
        }
    }
    let mut found = BTreeSet::new();
    let value = serde_json::from_str(&json(collection)).expect("it was just written");
    gather(&value, &mut found);
    found
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn who_changed_nothing_stands_in_nobodys_way(base in generate::collection(), edits in edits()) {
        let changed = edited(&base, edits);
        for (ours, theirs) in [(&base, &changed), (&changed, &base), (&changed, &changed)] {
            prop_assert_eq!(ron(&merge(Some(&base), ours, theirs)), ron(&changed));
        }
    }

    #[test]
    fn edits_of_different_charters_come_together_in_either_order(
        base in generate::collection(),
        all in prop::collection::vec(generate::edit(), 1..12),
    ) {
        let owners: BTreeSet<String> = all.iter().filter_map(owner_of).map(|it| format!("{it:?}")).collect();
        let first = owners.first().cloned().unwrap_or_default();
        let (ours, theirs): (Vec<Edit>, Vec<Edit>) = all
            .into_iter()
            .filter(|edit| owner_of(edit).is_some())
            .partition(|edit| owner_of(edit).map(|it| format!("{it:?}")) == Some(first.clone()));
        let both = [ours.clone(), theirs.clone()].concat();
        let expected = edited(&base, both);
        let (ours, theirs) = (edited(&base, ours), edited(&base, theirs));
        let merged = merge(Some(&base), &ours, &theirs);
        // Two changes, each sound, may make models follow each other.
        prop_assume!(merged.conflicts.is_empty());
        prop_assert_eq!(ron(&merged), ron(&expected));
        prop_assert_eq!(ron(&merge(Some(&base), &theirs, &ours)), ron(&expected));
    }

    #[test]
    fn whatever_two_people_did_nothing_is_lost_and_the_file_opens(
        base in generate::collection(),
        (ours, theirs) in (edits(), edits()),
    ) {
        let (ours, theirs) = (edited(&base, ours), edited(&base, theirs));
        let merged = merge(Some(&base), &ours, &theirs);
        for notation in [Notation::Ron, Notation::Json] {
            let written = store::write(&merged, notation);
            let read = store::read(written.as_bytes(), notation);
            prop_assert_eq!(store::write(&read.expect("it opens"), notation), written);
        }
        let (before, after) = (texts(&base), texts(&merged));
        for side in [&ours, &theirs] {
            for new in texts(side).difference(&before) {
                prop_assert!(after.contains(new), "{new:?} is lost");
            }
        }
        for conflict in &merged.conflicts {
            prop_assert!(!conflict.at.is_empty(), "all of it is one conflict");
            if conflict.ours.is_some() {
                let kept = settled(&merged, conflict, Side::Ours).expect("it stands already");
                let expected = Collection { conflicts: kept.conflicts.clone(), ..merged.clone() };
                prop_assert_eq!(ron(&kept), ron(&expected));
            }
        }
        // Someone decides, one conflict after the other, and all is settled.
        let mut session = Session::unsaved(merged);
        while let Some(conflict) = session.collection().conflicts.first().cloned() {
            let shared = Shared { collection: session.collection(), from: None };
            let change = shared.settle(&conflict, Side::Theirs).unwrap_or_else(|| shared.forget_conflict(&conflict));
            session.make(change).expect("what is settled can be made");
        }
        while session.undo().is_some() {}
    }
}

/// Some of the ids of a pool, each once, in any order.
fn ids() -> impl Strategy<Value = String> {
    let some = prop::sample::subsequence(vec!["de", "en", "es", "fr", "it"], 1..=5);
    some.prop_shuffle().prop_map(|ids| ids.join(" "))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn lists_of_ids_are_merged_as_sets_whatever_their_orders(base in ids(), ours in ids(), theirs in ids()) {
        fn set(ids: &str) -> BTreeSet<&str> {
            ids.split_whitespace().collect()
        }
        let version = |ids: &str| with_lists(ids, "", ids);
        let found = merge(Some(&version(&base)), &version(&ours), &version(&theirs));
        let expected = (set(&ours).iter())
            .chain(&set(&theirs))
            .filter(|id| {
                let [was, here, there] = [&base, &ours, &theirs].map(|ids| set(ids).contains(*id));
                if was { here && there } else { here || there }
            })
            .map(|id| (*id).to_owned())
            .collect::<BTreeSet<String>>();
        let platform = found.platforms.at(0).expect("it is there");
        let facts: BTreeSet<String> = platform.facts.iter().map(ToString::to_string).collect();
        prop_assert_eq!(&facts, &expected);
        let languages: BTreeSet<String> = found.languages.iter().map(ToString::to_string).collect();
        if !expected.is_empty() {
            prop_assert_eq!(&languages, &expected);
        }
        // The other way round, the same is told and only what stands may differ.
        let turned = merge(Some(&version(&base)), &version(&theirs), &version(&ours));
        prop_assert_eq!(turned.conflicts.len(), found.conflicts.len());
        if found.conflicts.is_empty() {
            prop_assert_eq!(ron(&turned), ron(&found));
        }
    }
}

const BASE: &str = r#"
    models: [Model(id: "m", title: {"fr": "Charte", "en": "Charter"}, columns: [Column(id: "nom", role: name), Column(id: "duree", role: duration)],
        sections: [
            Section(id: "quoi", heading: {"fr": "Quoi ?", "en": "What?"}, body: {"fr": "Un fichier.", "en": "A file."}),
            Section(id: "liste", table: CookieTable(rows: [
                Row(id: "ga", cells: {"nom": "_ga", "duree": "13 mois"}), Row(id: "pk", cells: {"nom": "_pk", "duree": ()}),
            ])),
            Section(id: "fin", body: {"fr": "Écrivez-nous."}),
        ])],
    platforms: [Platform(id: "p", name: "P", url: "https://p.fr", follows: "m"), Platform(id: "q", follows: "m")]"#;

/// Merges texts of which each replaces what it names in the base: what comes out, and where it is
/// in conflict.
fn merged(ours: &[(&str, &str)], theirs: &[(&str, &str)]) -> (Collection, Vec<String>) {
    let version = |changes: &[(&str, &str)]| {
        let text = changes.iter().fold(BASE.to_owned(), |text, (was, is)| {
            assert!(text.contains(was), "{was}");
            text.replacen(was, is, 1)
        });
        collection(&text)
    };
    let merged = merge(Some(&version(&[])), &version(ours), &version(theirs));
    let at = merged.conflicts.iter().map(|it| it.at.clone()).collect();
    (merged, at)
}

#[test]
fn changes_of_different_elements_of_one_charter_come_together() {
    let cases: [[(&str, &str); 2]; 7] = [
        [
            ("Quoi ?", "Qu’est-ce ?"),
            ("Un fichier.", "Un petit fichier."),
        ],
        [("13 mois", "6 mois"), ("\"_ga\"", "\"_ga*\"")],
        [
            ("Row(id: \"pk\"", "Row(id: \"a\"), Row(id: \"pk\""),
            ("13 mois", "6 mois"),
        ],
        [
            ("name: \"P\"", "name: \"Pé\""),
            ("https://p.fr", "https://p.example"),
        ],
        [
            (
                "Section(id: \"fin\", body: {\"fr\": \"Écrivez-nous.\"}),",
                "",
            ),
            ("Un fichier.", "Un témoin."),
        ],
        [
            (
                "Platform(id: \"q\", follows: \"m\")",
                "Platform(id: \"q\", follows: \"m\"), Platform(id: \"r\")",
            ),
            ("13 mois", "6 mois"),
        ],
        [
            (
                "Platform(id: \"q\", follows: \"m\")",
                "Platform(id: \"q\", follows: \"m\", adaptations: [hide_row(section: \"liste\", row: \"pk\")])",
            ),
            ("13 mois", "6 mois"),
        ],
    ];
    for [one, other] in cases {
        let expected = merged(&[one, other], &[]).0;
        for (ours, theirs) in [(one, other), (other, one)] {
            let (found, conflicts) = merged(&[ours], &[theirs]);
            assert!(conflicts.is_empty(), "{ours:?} {theirs:?}: {conflicts:?}");
            assert_eq!(ron(&found), ron(&expected));
        }
    }
}

#[test]
fn two_languages_of_one_text_come_together_and_the_translation_is_of_what_it_was_made_from() {
    let one = ("Un fichier.", "Un petit fichier.");
    let other = ("A file.", "A small file.");
    for (ours, theirs) in [(one, other), (other, one)] {
        let (found, conflicts) = merged(&[ours], &[theirs]);
        assert!(conflicts.is_empty(), "{ours:?} {theirs:?}: {conflicts:?}");
        let older = r#"{"fr": "Un petit fichier.", "en": Translation(text: "A small file.", of: "Un fichier.")}"#;
        let body = r#"{"fr": "Un fichier.", "en": "A file."}"#;
        assert_eq!(
            ron(&found),
            ron(&collection(&BASE.replacen(body, older, 1)))
        );
    }
}

#[test]
fn a_section_moved_by_one_keeps_what_the_other_wrote_in_it() {
    let quoi = r#"Section(id: "quoi", heading: {"fr": "Quoi ?", "en": "What?"}, body: {"fr": "Un fichier.", "en": "A file."}),"#;
    let fin = r#"Section(id: "fin", body: {"fr": "Écrivez-nous."}),"#;
    let (found, conflicts) = merged(
        &[(quoi, ""), (fin, &format!("{fin} {quoi}"))],
        &[("A file.", "A tiny file.")],
    );
    assert!(conflicts.is_empty());
    let model = found.models.at(0).unwrap();
    let sections: Vec<&str> = match &model.charter.form {
        chartrier::model::Form::Complete(complete) => {
            complete.sections.iter().map(|it| it.id.as_str()).collect()
        }
        chartrier::model::Form::Following(_) => Vec::new(),
    };
    assert_eq!(sections, ["liste", "fin", "quoi"]);
    assert!(ron(&found).contains("A tiny file."));
}

#[test]
fn what_both_changed_is_in_conflict_until_someone_decides() {
    let cases: [[(&str, &str); 2]; 4] = [
        [
            ("Un fichier.", "Un petit fichier."),
            ("Un fichier.", "Un témoin."),
        ],
        [("13 mois", "6 mois"), ("13 mois", "12 mois")],
        [
            ("https://p.fr", "https://p.example"),
            ("https://p.fr", "https://p.org"),
        ],
        [
            ("name: \"P\"", "name: \"Un\""),
            ("name: \"P\"", "name: \"Deux\""),
        ],
    ];
    for [mine, other] in cases {
        let (found, conflicts) = merged(&[mine], &[other]);
        assert_eq!(conflicts.len(), 1, "{conflicts:?}");
        let conflict = found.conflicts.first().unwrap();
        let without = |changes: &[(&str, &str)]| ron(&merged(changes, &[]).0);
        let settle = |side| ron(&settled(&found, conflict, side).unwrap());
        assert_eq!(settle(Side::Ours), without(&[mine]));
        assert_eq!(settle(Side::Theirs), without(&[other]));
    }
}

#[test]
fn what_one_removed_and_the_other_changed_is_kept_and_asked_about() {
    let removed = (r#"Section(id: "fin", body: {"fr": "Écrivez-nous."}),"#, "");
    let changed = ("Écrivez-nous.", "Téléphonez.");
    for (ours, theirs) in [(removed, changed), (changed, removed)] {
        let (found, conflicts) = merged(&[ours], &[theirs]);
        assert_eq!(conflicts, ["models/m/charter/sections/fin"]);
        assert!(ron(&found).contains("Téléphonez."));
        let conflict: &Conflict = found.conflicts.first().unwrap();
        let (gone, kept) = if ours == removed {
            (Side::Ours, Side::Theirs)
        } else {
            (Side::Theirs, Side::Ours)
        };
        assert!(!ron(&settled(&found, conflict, gone).unwrap()).contains("Téléphonez."));
        assert!(ron(&settled(&found, conflict, kept).unwrap()).contains("Téléphonez."));
    }
}

#[test]
fn models_that_would_follow_each_other_are_in_conflict_about_what_one_follows() {
    let follow = |pair: &str, to: &[(&str, &str)]| {
        let followed = to.iter().fold(pair.to_owned(), |text, (id, model)| {
            let own = format!("Model(id: \"{id}\", ");
            let follows = format!("Model(id: \"{id}\", follows: \"{model}\", ");
            text.replace(&format!("{own}follows: \"c\", "), &own)
                .replace(&own, &follows)
        });
        collection(&followed)
    };
    let complete = r#"models: [Model(id: "a", name: "A"), Model(id: "b", name: "B"), Model(id: "c", name: "C")]"#;
    let following = r#"models: [Model(id: "a", follows: "c", name: "A"), Model(id: "b", follows: "c", name: "B"), Model(id: "c", name: "C")]"#;
    for (pair, at) in [
        (complete, "models/b/charter"),
        (following, "models/b/charter/follows"),
    ] {
        let base = collection(pair);
        let ours = follow(pair, &[("a", "b")]);
        let mut theirs = follow(pair, &[("b", "a")]);
        theirs.name = "Leur nom".to_owned();
        let found = merge(Some(&base), &ours, &theirs);
        let conflicts: Vec<&str> = found.conflicts.iter().map(|it| it.at.as_str()).collect();
        assert_eq!(conflicts, [at]);
        assert_eq!(found.name, "Leur nom", "the rest comes together");
        let conflict = found.conflicts.first().unwrap();
        let kept = settled(&found, conflict, Side::Ours).unwrap();
        assert_eq!(kept.models, ours.models);
        assert_eq!(
            settled(&found, conflict, Side::Theirs),
            None,
            "it would be a circle"
        );
        // Once the other does not follow it any more, theirs has its place.
        let mut open = found.clone();
        open.models = base.models.clone();
        let taken = settled(&open, conflict, Side::Theirs).unwrap();
        assert_eq!(taken.models, theirs.models);
    }
}

#[test]
fn what_was_written_since_the_merge_is_kept_with_ours() {
    let change = |to| ("Un fichier.", to);
    let (mut found, _) = merged(&[change("Un petit fichier.")], &[change("Un témoin.")]);
    let conflict = found.conflicts.first().unwrap().clone();
    let written = ron(&found).replacen("\"Un petit fichier.\"", "\"Un tout petit fichier.\"", 1);
    found = store::read(written.as_bytes(), Notation::Ron).unwrap();
    assert_eq!(
        store::Standing::of(&found).at(&conflict.at),
        Some("Un tout petit fichier.".into())
    );
    let kept = settled(&found, &conflict, Side::Ours).unwrap();
    assert_eq!(
        ron(&kept),
        ron(&merged(&[change("Un tout petit fichier.")], &[]).0)
    );
    let together = store::settled_with(&found, &conflict, "Un petit témoin.").unwrap();
    assert_eq!(
        ron(&together),
        ron(&merged(&[change("Un petit témoin.")], &[]).0)
    );
}

#[test]
fn what_the_other_changed_and_we_removed_is_kept_as_it_is_by_now() {
    let removed = (r#"Section(id: "fin", body: {"fr": "Écrivez-nous."}),"#, "");
    let (found, _) = merged(&[removed], &[("Écrivez-nous.", "Téléphonez.")]);
    let conflict = found.conflicts.first().unwrap();
    let written = ron(&found).replacen("Téléphonez.", "Téléphonez-nous.", 1);
    let found = store::read(written.as_bytes(), Notation::Ron).unwrap();
    let kept = settled(&found, conflict, Side::Theirs).unwrap();
    assert!(ron(&kept).contains("Téléphonez-nous."), "{}", ron(&kept));
}

/// The languages of a collection, of a platform, and the features of that: each is a list of ids.
fn with_lists(languages: &str, own: &str, facts: &str) -> Collection {
    let list = |ids: &str| {
        let ids = ids.split_whitespace().map(|id| format!("{id:?}"));
        ids.collect::<Vec<_>>().join(", ")
    };
    let text = format!(
        r#"Collection(format: 1, name: "N", languages: [{}], platforms: [
            Platform(id: "p", languages: [{}], facts: [{}])])"#,
        list(languages),
        list(own),
        list(facts)
    );
    store::read(text.as_bytes(), Notation::Ron).unwrap()
}

#[test]
fn lists_of_ids_take_what_either_added_and_leave_what_either_removed() {
    let cases = [
        ("fr", "fr en", "fr de", "fr de en"),
        ("fr en", "fr en de", "fr", "fr de"),
        ("fr en de", "fr en", "fr de es", "fr es"),
        ("fr en de", "en fr de", "fr en de es", "en fr de es"),
    ];
    for (base, ours, theirs, expected) in cases {
        for (ours, theirs) in [(ours, theirs), (theirs, ours)] {
            let version = |ids| with_lists(ids, ids, ids);
            let found = merge(Some(&version(base)), &version(ours), &version(theirs));
            assert_eq!(ron(&found), ron(&version(expected)), "{ours} | {theirs}");
        }
    }
}

#[test]
fn a_list_that_one_side_emptied_is_merged_as_any_other() {
    let cases = [
        ("matomo", "", "matomo youtube", "youtube"),
        ("a b", "", "b", ""),
    ];
    for (base, ours, theirs, expected) in cases {
        for (ours, theirs) in [(ours, theirs), (theirs, ours)] {
            let version = |facts| with_lists("fr", "", facts);
            let found = merge(Some(&version(base)), &version(ours), &version(theirs));
            assert_eq!(ron(&found), ron(&version(expected)), "{ours} | {theirs}");
        }
    }
    let [base, none, more] = ["a", "", "a b"].map(ordered);
    let written = ron(&more).replacen("https://a.fr", "https://a.org", 1);
    let changed = store::read(written.as_bytes(), Notation::Ron).unwrap();
    for (ours, theirs) in [(&none, &changed), (&changed, &none)] {
        let found = merge(Some(&base), ours, theirs);
        let conflicts: Vec<&str> = found.conflicts.iter().map(|it| it.at.as_str()).collect();
        assert_eq!(conflicts, ["platforms/a"]);
        assert_eq!(found.platforms, changed.platforms);
    }
}

#[test]
fn languages_of_which_each_side_left_others_are_a_conflict_of_their_own() {
    let [base, ours, theirs] = ["fr en", "fr", "en"].map(|ids| with_lists(ids, ids, ""));
    let mut theirs = theirs;
    theirs.name = "Leur nom".to_owned();
    let found = merge(Some(&base), &ours, &theirs);
    let conflicts: Vec<&str> = found.conflicts.iter().map(|it| it.at.as_str()).collect();
    assert_eq!(conflicts, ["languages", "platforms/p/languages"]);
    assert_eq!(found.languages, ours.languages);
    assert_eq!(found.name, "Leur nom");
    let conflict = found.conflicts.first().unwrap();
    let taken = settled(&found, conflict, Side::Theirs).unwrap();
    assert_eq!(taken.languages, theirs.languages);
}

#[test]
fn places_of_an_addition_that_cannot_be_put_together_are_one_small_conflict() {
    let adding = |place: &str| {
        format!(r#"adaptations: [add_section(section: Section(id: "s"), place: {place})]"#)
    };
    let follows = |place: &str| {
        let was = r#"Platform(id: "q", follows: "m")"#;
        let is = format!("Platform(id: \"q\", follows: \"m\", {})", adding(place));
        collection(&BASE.replacen(was, &is, 1))
    };
    let base = follows(r#"after("quoi")"#);
    let ours = follows(r#"after("liste")"#);
    let mut theirs = follows("first");
    theirs.name = "Leur nom".to_owned();
    let found = merge(Some(&base), &ours, &theirs);
    assert_eq!(found.name, "Leur nom");
    let conflicts: Vec<&str> = found.conflicts.iter().map(|it| it.at.as_str()).collect();
    assert!(
        conflicts.len() == 1 && conflicts[0].starts_with("platforms/q/charter/adaptations/"),
        "{conflicts:?}"
    );
}

/// A collection with platforms in an order.
fn ordered(ids: &str) -> Collection {
    let platforms = ids.split_whitespace();
    let platforms = platforms.map(|id| format!("Platform(id: \"{id}\", url: \"https://{id}.fr\")"));
    collection(&format!(
        "platforms: [{}]",
        platforms.collect::<Vec<_>>().join(", ")
    ))
}

#[test]
fn what_both_moved_to_different_places_is_in_conflict() {
    let cases = [
        ("a b c d e", "b a c d e", "b c d a e"),
        ("a b c d", "d c b a", "c a b d"),
        ("a b c", "b a c", "a c b"),
    ];
    for (base, ours, theirs) in cases {
        let [base, ours, mut theirs] = [base, ours, theirs].map(ordered);
        theirs.note = "Et une note.".to_owned();
        let found = merge(Some(&base), &ours, &theirs);
        assert_eq!(found.platforms, ours.platforms, "ours stays");
        assert_eq!(found.note, "Et une note.");
        let [conflict] = found.conflicts.as_slice() else {
            panic!("{:?}", found.conflicts);
        };
        assert_eq!(conflict.at, format!("platforms/{}", store::ORDER));
        let kept = settled(&found, conflict, Side::Ours).unwrap();
        assert_eq!(kept.platforms, ours.platforms);
        let taken = settled(&found, conflict, Side::Theirs).unwrap();
        assert_eq!(ron(&taken), ron(&theirs));
    }
}

#[test]
fn an_order_that_is_taken_leaves_what_came_since_where_it_is() {
    let [base, ours, theirs] = ["a b c", "b a c", "a c b"].map(ordered);
    let mut found = merge(Some(&base), &ours, &theirs);
    let conflict = found.conflicts.first().unwrap().clone();
    found.platforms = ordered("b x a").platforms;
    let taken = settled(&found, &conflict, Side::Theirs).unwrap();
    assert_eq!(taken.platforms, ordered("a b x").platforms);
}

// ---- On the command line, and in a repository

/// A folder with versions of the base, each with a change; merged, with what came of it.
fn merge_files(
    names: [&str; 3],
    ours: (&str, &str),
    theirs: (&str, &str),
) -> (support::Ran, String) {
    let folder = tempfile::tempdir().unwrap();
    let version = |(was, is): (&str, &str)| ron(&collection(&BASE.replacen(was, is, 1)));
    for (name, change) in names.iter().zip([("", ""), ours, theirs]) {
        fs::write(folder.path().join(name), version(change)).unwrap();
    }
    let ran = chartrier(folder.path(), &["merge", names[0], names[1], names[2]]);
    let merged = fs::read_to_string(folder.path().join(names[1])).unwrap();
    (ran, merged)
}

#[test]
fn files_of_any_name_are_merged_into_ours() {
    for names in [
        ["o.ron", "a.ron", "b.ron"],
        [".merge_o", ".merge_a", ".merge_b"],
    ] {
        let (ran, text) = merge_files(names, ("13 mois", "6 mois"), ("Un fichier.", "Un témoin."));
        assert_eq!(ran.code, 0, "{ran:?}");
        assert!(
            text.contains("6 mois") && text.contains("Un témoin."),
            "{text}"
        );
    }
}

#[test]
fn a_conflict_is_told_with_its_place_and_exits_with_1() {
    let names = ["o.ron", "a.ron", "b.ron"];
    let (ran, text) = merge_files(names, ("13 mois", "6 mois"), ("13 mois", "12 mois"));
    assert_eq!(ran.code, 1, "{ran:?}");
    let place = "models / m / charter / sections / liste / table / rows / ga / cells / duree";
    assert!(ran.out.contains(place), "{ran:?}");
    let read = store::read(text.as_bytes(), Notation::Ron).unwrap();
    assert_eq!(read.conflicts.len(), 1);
}

#[test]
fn what_stays_is_told_as_it_is() {
    let names = ["o.ron", "a.ron", "b.ron"];
    let removed = (r#"Section(id: "fin", body: {"fr": "Écrivez-nous."}),"#, "");
    let changed = ("Écrivez-nous.", "Téléphonez.");
    for (ours, theirs, told) in [
        (removed, changed, "It stays as the other changed it"),
        (changed, removed, "Ours stays in its place"),
    ] {
        let (ran, text) = merge_files(names, ours, theirs);
        assert_eq!(ran.code, 1, "{ran:?}");
        assert!(ran.out.contains(told), "{ran:?}");
        let merged = store::read(text.as_bytes(), Notation::Ron).unwrap();
        let merged = Collection {
            conflicts: Vec::new(),
            ..merged
        };
        assert!(ron(&merged).contains("Téléphonez."), "it stands");
    }
}

#[test]
fn what_one_removed_and_the_other_uses_is_told_and_exits_with_1() {
    let shared = r#"facts: [Fact(id: "matomo", label: "Matomo")], models: [
            Model(id: "m", sections: [Section(id: "s", body: "S"), Section(id: "t", body: "T")]), Model(id: "n")],
        platforms: [Platform(id: "p", url: "https://p.fr", follows: "m")]"#;
    let follower =
        |rest: &str| format!(r#"follows: "m"), Platform(id: "q", url: "https://q.fr", {rest})]"#);
    let fact = r#"Fact(id: "matomo", label: "Matomo")"#;
    let cases = [
        (r#", Model(id: "n")"#, follower(r#"follows: "n""#), "n"),
        (
            fact,
            follower(r#"facts: ["matomo"], follows: "m""#),
            "matomo",
        ),
        (
            r#", Section(id: "t", body: "T")"#,
            follower(
                r#"follows: "m", adaptations: [replace_body(section: "t", text: "U", was: "T")]"#,
            ),
            "Platform q",
        ),
    ];
    for (removed, added, told) in cases {
        let folder = tempfile::tempdir().unwrap();
        let is = [
            shared.to_owned(),
            shared.replacen(removed, "", 1),
            shared.replacen(r#"follows: "m")]"#, &added, 1),
        ];
        for (ours, theirs) in [(1, 2), (2, 1)] {
            for (name, version) in [("o.ron", 0), ("a.ron", ours), ("b.ron", theirs)] {
                fs::write(folder.path().join(name), ron(&collection(&is[version]))).unwrap();
            }
            let ran = chartrier(folder.path(), &["merge", "o.ron", "a.ron", "b.ron"]);
            assert_eq!(ran.code, 1, "{ran:?}");
            assert!(
                ran.out.contains(told) && ran.out.contains("ne side removed"),
                "{ran:?}"
            );
        }
    }
}

#[test]
fn what_is_not_settled_is_counted_by_diff_and_told_by_export() {
    let folder = tempfile::tempdir().unwrap();
    let (found, _) = merged(&[("13 mois", "6 mois")], &[("13 mois", "12 mois")]);
    fs::write(folder.path().join("c.ron"), ron(&found)).unwrap();
    let told = chartrier(folder.path(), &["diff", "c.ron"]);
    assert!(told.out.contains("1 difference to settle"), "{told:?}");
    let arguments = ["export", "c.ron", "--out", "pages", "--format", "text"];
    let exported = chartrier(folder.path(), &arguments);
    assert!(
        exported
            .out
            .contains("one difference between two merged versions"),
        "{exported:?}"
    );
    fs::write(
        folder.path().join("c.ron"),
        ron(&settled(&found, &found.conflicts[0], Side::Ours).unwrap()),
    )
    .unwrap();
    let settled = chartrier(folder.path(), &arguments);
    assert_eq!(settled.code, exported.code);
    assert!(!settled.out.contains("merged versions"), "{settled:?}");
}

#[test]
fn a_version_that_cannot_be_read_leaves_ours_as_it_was() {
    let folder = tempfile::tempdir().unwrap();
    for name in ["o.ron", "a.ron"] {
        fs::write(folder.path().join(name), ron(&collection(BASE))).unwrap();
    }
    fs::write(folder.path().join("b.ron"), "<<<<<<< ours").unwrap();
    let before = fs::read(folder.path().join("a.ron")).unwrap();
    let ran = chartrier(folder.path(), &["merge", "o.ron", "a.ron", "b.ron"]);
    assert_eq!(ran.code, 2, "{ran:?}");
    assert!(ran.err.contains("b.ron"), "{ran:?}");
    assert_eq!(fs::read(folder.path().join("a.ron")).unwrap(), before);
}

#[track_caller]
fn git(folder: &Path, arguments: &[&str]) -> bool {
    git_says(folder, arguments).status.success()
}

#[track_caller]
fn git_says(folder: &Path, arguments: &[&str]) -> Output {
    let identity = ["-c", "user.name=T", "-c", "user.email=t@example.org"];
    let ran = Command::new("git")
        .current_dir(folder)
        .args(identity)
        .args(arguments)
        .output();
    ran.expect("git is there")
}

#[test]
fn git_merges_by_element_with_the_two_lines_of_the_readme() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    let driver = format!("{} merge %O %A %B %P", env!("CARGO_BIN_EXE_chartrier"));
    assert!(git(at, &["init", "--quiet", "--initial-branch=main"]));
    assert!(git(at, &["config", "merge.chartrier.driver", &driver]));
    fs::write(at.join(".gitattributes"), "*.ron merge=chartrier\n").unwrap();
    let commit = |change: (&str, &str)| {
        let text = ron(&collection(&BASE.replacen(change.0, change.1, 1)));
        fs::write(at.join("c.ron"), text).unwrap();
        assert!(git(at, &["add", "."]) && git(at, &["commit", "--quiet", "-m", "x"]));
    };
    commit(("", ""));
    assert!(git(at, &["checkout", "--quiet", "-b", "theirs"]));
    // Neighbouring lines, which a merge by lines would not take.
    commit(("\"_ga\"", "\"_ga*\""));
    assert!(git(at, &["checkout", "--quiet", "main"]));
    commit(("13 mois", "6 mois"));
    assert!(git(at, &["merge", "--quiet", "--no-edit", "theirs"]));
    let text = fs::read_to_string(at.join("c.ron")).unwrap();
    assert!(
        text.contains("\"_ga*\"") && text.contains("6 mois"),
        "{text}"
    );

    assert!(git(at, &["checkout", "--quiet", "-b", "again", "HEAD~2"]));
    commit(("13 mois", "12 mois"));
    let stopped = git_says(at, &["merge", "--no-edit", "main"]);
    assert!(
        !stopped.status.success(),
        "a conflict stops the merge: {stopped:?}"
    );
    let said = [stopped.stdout, stopped.stderr].concat();
    let said = String::from_utf8_lossy(&said);
    assert!(
        said.contains(": c.ron") && !said.contains(".merge_file"),
        "{said}"
    );
    let text = fs::read_to_string(at.join("c.ron")).unwrap();
    let read = store::read(text.as_bytes(), Notation::Ron).expect("it opens all the same");
    assert_eq!(read.conflicts.len(), 1);
}
