//! Merging two versions of a collection: laws for whatever people change, and a real repository.

mod support;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::Command;

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
fn models_that_would_follow_each_other_leave_our_version_with_theirs_beside() {
    let pair = r#"models: [Model(id: "a", title: "A"), Model(id: "b", title: "B")]"#;
    let base = collection(pair);
    let ours = collection(&pair.replace("title: \"A\"", "follows: \"b\""));
    let theirs = collection(&pair.replace("title: \"B\"", "follows: \"a\""));
    let found = merge(Some(&base), &ours, &theirs);
    assert_eq!(found.conflicts.len(), 1);
    let conflict = found.conflicts.first().unwrap();
    assert_eq!(
        ron(&settled(&found, conflict, Side::Ours).unwrap()),
        ron(&ours)
    );
    assert_eq!(
        ron(&settled(&found, conflict, Side::Theirs).unwrap()),
        ron(&theirs)
    );
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
    let identity = ["-c", "user.name=T", "-c", "user.email=t@example.org"];
    let ran = Command::new("git")
        .current_dir(folder)
        .args(identity)
        .args(arguments)
        .output();
    ran.expect("git is there").status.success()
}

#[test]
fn git_merges_by_element_with_the_two_lines_of_the_readme() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    let driver = format!("{} merge %O %A %B", env!("CARGO_BIN_EXE_chartrier"));
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
    assert!(
        !git(at, &["merge", "--quiet", "--no-edit", "main"]),
        "a conflict stops the merge"
    );
    let text = fs::read_to_string(at.join("c.ron")).unwrap();
    let read = store::read(text.as_bytes(), Notation::Ron).expect("it opens all the same");
    assert_eq!(read.conflicts.len(), 1);
}
