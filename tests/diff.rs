//! `chartrier diff`: what two versions say otherwise, and what one says.

mod support;

use std::fs;

use support::{Ran, chartrier, chartrier_in_french, collection, ron};

const BASE: &str = r#"
    models: [Model(id: "m", name: "Commun", title: {"fr": "Charte", "en": "Charter"}, columns: [Column(id: "nom", role: name), Column(id: "duree", role: duration, label: {"fr": "Durée", "en": "Duration"})],
        sections: [
            Section(id: "quoi", heading: {"fr": "Quoi ?", "en": "What?"}, body: {"fr": "Un fichier de {{ platform.name }}.", "en": "A file of {{ platform.name }}."}),
            Section(id: "liste", heading: "Cookies", table: CookieTable(rows: [Row(id: "ga", cells: {"nom": "_ga", "duree": "13 mois"})])),
        ])],
    platforms: [
        Platform(id: "p", name: "Portail", url: "https://p.fr", follows: "m"),
        Platform(id: "q", name: "Quai", languages: ["fr"], follows: "m"),
    ]"#;

/// Compares the base with what it becomes by some replacements.
fn diff(changes: &[(&str, &str)], arguments: &[&str]) -> Ran {
    let folder = tempfile::tempdir().unwrap();
    let after = changes.iter().fold(BASE.to_owned(), |text, (was, is)| {
        assert!(text.contains(was), "{was}");
        text.replacen(was, is, 1)
    });
    fs::write(folder.path().join("a.ron"), ron(&collection(BASE))).unwrap();
    fs::write(folder.path().join("b.ron"), ron(&collection(&after))).unwrap();
    let all: Vec<&str> = ["diff", "a.ron", "b.ron"]
        .iter()
        .chain(arguments)
        .copied()
        .collect();
    let ran = chartrier(folder.path(), &all);
    assert_eq!(ran.code, 0, "{ran:?}");
    ran
}

#[track_caller]
fn tells(ran: &Ran, lines: &[&str]) {
    for line in lines {
        assert!(ran.out.contains(line), "{line} in {}", ran.out);
    }
}

#[test]
fn the_same_says_nothing() {
    assert_eq!(diff(&[], &[]).out, "");
}

#[test]
fn a_change_of_a_model_is_told_of_the_model_and_counted_of_its_platforms() {
    let ran = diff(
        &[("Un fichier", "Un petit fichier"), ("13 mois", "6 mois")],
        &[],
    );
    tells(
        &ran,
        &[
            "Model charter Commun (m)",
            "petit",
            "_ga",
            "13",
            "2 platforms show",
        ],
    );
    assert!(!ran.out.contains("Platform Portail"), "{}", ran.out);
}

#[test]
fn a_change_of_a_platform_is_told_of_it() {
    let adapted = (
        r#"url: "https://p.fr", follows: "m""#,
        r#"url: "https://p.fr", follows: "m", adaptations: [hide_row(section: "liste", row: "ga")]"#,
    );
    let ran = diff(&[adapted], &[]);
    tells(&ran, &["Platform Portail (p)", "Cookie _ga", "removed"]);
    assert!(
        !ran.out.contains("Model charter") && !ran.out.contains("Quai"),
        "{}",
        ran.out
    );
}

#[test]
fn what_is_new_and_what_is_gone_is_told() {
    let quai = r#"Platform(id: "q", name: "Quai", languages: ["fr"], follows: "m"),"#;
    let ran = diff(
        &[(quai, r#"Platform(id: "r", name: "Rade", follows: "m"),"#)],
        &[],
    );
    tells(
        &ran,
        &["Platform Rade (r)\n  new", "Platform Quai (q)\n  removed"],
    );
}

#[test]
fn a_platform_that_is_asked_for_tells_what_it_inherits() {
    let ran = diff(&[("Un fichier", "Un petit fichier")], &["--platform", "q"]);
    tells(&ran, &["Platform Quai (q)", "petit"]);
    assert!(!ran.out.contains("Model charter"), "{}", ran.out);
}

#[test]
fn one_version_alone_is_told_as_text() {
    let folder = tempfile::tempdir().unwrap();
    let adapted = BASE.replace(
        r#"url: "https://p.fr", follows: "m""#,
        r#"url: "https://p.fr", follows: "m", adaptations: [replace_body(section: "quoi", was: "", text: "Tout autre chose.")]"#,
    );
    // Version control gives its files names of its own.
    fs::write(folder.path().join("version"), ron(&collection(&adapted))).unwrap();
    let ran = chartrier_in_french(folder.path(), &["diff", "version"]);
    assert_eq!(ran.code, 0, "{ran:?}");
    tells(
        &ran,
        &[
            "Charte modèle Commun",
            "Un fichier de {{ platform.name }}.",
            "https://p.fr",
            "suit m",
            "{+Tout autre chose+}",
        ],
    );
    let quai = ran.out.split("Plateforme Quai").nth(1).expect("it is told");
    assert!(
        !quai.contains("fichier"),
        "what is inherited is told once: {quai}"
    );
}

#[test]
fn what_cannot_be_compared_is_told() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("a.ron"), ron(&collection(BASE))).unwrap();
    fs::write(folder.path().join("vide"), "").unwrap();
    let ran = chartrier(folder.path(), &["diff", "a.ron", "absent.ron"]);
    assert_eq!(ran.code, 2, "{ran:?}");
    let ran = chartrier(
        folder.path(),
        &["diff", "a.ron", "a.ron", "--platform", "absente"],
    );
    assert_eq!(ran.code, 2, "{ran:?}");
    let ran = chartrier(folder.path(), &["diff", "vide", "a.ron"]);
    assert_eq!(ran.code, 0, "{ran:?}");
    assert!(ran.out.contains("Portail"), "{ran:?}");
}
