//! Export folders, through the binary and the library: what is written again, what stays of
//! earlier exports, what goes, and what a collection's looks need.

mod support;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use chartrier::model::Look;
use chartrier::workspace::export::{Request, export};
use chartrier::workspace::files::{DesignError, Wanted, settle_presentation};
use chartrier::workspace::{Cancel, Progress};
use support::{Ran, chartrier, collection, files_below, ron};

const MODEL: &str = r#"models: [Model(id: "m", updated: "2026-11-22", title: "Charte",
    sections: [Section(id: "a", body: "Sur {{ platform.name }}.")])]"#;
const LYON: &str = r#"Platform(id: "lyon", name: "Lyon", follows: "m")"#;
const METZ: &str = r#"Platform(id: "metz", name: "Metz", languages: ["fr"], follows: "m")"#;

/// A folder with a collection of platforms, to be exported to `out` beside it.
struct Desk(tempfile::TempDir);

impl Desk {
    fn new(platforms: &[&str]) -> Self {
        let desk = Self(tempfile::tempdir().unwrap());
        desk.keep(platforms, "");
        desk
    }

    /// Makes the collection one of these platforms.
    fn keep(&self, platforms: &[&str], more: &str) {
        let rest = format!("{more}{MODEL}, platforms: [{}]", platforms.join(", "));
        fs::write(self.path("c.ron"), ron(&collection(&rest))).unwrap();
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn out(&self) -> PathBuf {
        self.path("out")
    }

    #[track_caller]
    fn export(&self, arguments: &[&str], code: i32) -> Ran {
        let all = ["export", "c.ron", "--out", "out"];
        let all: Vec<&str> = all.iter().chain(arguments).copied().collect();
        let ran = chartrier(self.0.path(), &all);
        assert_eq!(ran.code, code, "{ran:?}");
        assert!(!ran.err.contains("panicked"), "{ran:?}");
        ran
    }

    /// The files of charters that the manifest lists.
    fn listed(&self) -> BTreeSet<String> {
        let text = fs::read_to_string(self.out().join("manifest.json")).unwrap();
        let manifest: serde_json::Value = serde_json::from_str(&text).unwrap();
        let files = manifest["files"].as_array().unwrap();
        let path = |file: &serde_json::Value| file["path"].as_str().unwrap().to_owned();
        files.iter().map(path).collect()
    }

    /// The pages that the index leads to.
    fn linked(&self) -> BTreeSet<String> {
        let index = fs::read_to_string(self.out().join("index.html")).unwrap();
        let page = scraper::Html::parse_document(&index);
        let link = scraper::Selector::parse("a").unwrap();
        let links = page.select(&link);
        links
            .map(|it| it.attr("href").unwrap().to_owned())
            .collect()
    }
}

fn names(paths: &[&str]) -> BTreeSet<String> {
    paths.iter().map(|it| (*it).to_owned()).collect()
}

#[test]
fn what_says_what_it_said_is_not_written_again() {
    let desk = Desk::new(&[LYON, METZ]);
    desk.export(&["--format", "html", "--format", "text"], 0);
    let modified = |name: &str| {
        fs::metadata(desk.out().join(name))
            .unwrap()
            .modified()
            .unwrap()
    };
    let files = files_below(&desk.out());
    let before: Vec<_> = files.iter().map(|it| modified(it)).collect();

    let ran = desk.export(&["--format", "html", "--format", "text"], 0);
    assert!(ran.out.contains("6 files, nothing new to write"), "{ran:?}");
    let after: Vec<_> = files.iter().map(|it| modified(it)).collect();
    assert_eq!(before, after);

    desk.keep(&[&LYON.replace("Lyon", "Villeurbanne"), METZ], "");
    let ran = desk.export(&["--format", "html", "--format", "text"], 0);
    assert!(ran.out.contains("6 files, 4 new or changed"), "{ran:?}");
}

#[test]
fn an_export_of_some_keeps_the_others_in_index_and_manifest() {
    let desk = Desk::new(&[LYON, METZ]);
    desk.export(&["--format", "html"], 0);
    desk.export(&["--format", "text", "--platform", "metz"], 0);
    let all = names(&[
        "lyon/fr/charter.html",
        "lyon/en/charter.html",
        "metz/fr/charter.html",
        "metz/fr/charter.txt",
    ]);
    assert_eq!(desk.listed(), all);
    assert_eq!(desk.linked(), all);
}

#[test]
fn files_without_a_charter_are_listed_and_removed_when_that_is_asked() {
    let desk = Desk::new(&[LYON, METZ]);
    desk.export(&["--format", "html"], 0);
    fs::write(desk.out().join("metz/plan.pdf"), "not ours").unwrap();
    desk.keep(
        &[LYON
            .replace("follows", "languages: [\"fr\"], follows")
            .as_str()],
        "",
    );

    for _ in 0..2 {
        let ran = desk.export(&["--format", "html"], 0);
        for gone in ["lyon/en/charter.html", "metz/fr/charter.html"] {
            assert!(ran.out.contains(gone), "{ran:?}");
            assert!(desk.out().join(gone).is_file(), "{gone} is only listed");
        }
        assert_eq!(desk.listed(), names(&["lyon/fr/charter.html"]));
        assert_eq!(desk.linked(), names(&["lyon/fr/charter.html"]));
    }

    desk.export(&["--format", "html", "--clean"], 0);
    let left = [
        "index.html",
        "lyon/fr/charter.html",
        "manifest.json",
        "metz/plan.pdf",
    ];
    assert_eq!(files_below(&desk.out()), left);
    assert!(!desk.out().join("lyon/en").exists(), "an empty folder goes");
    let ran = desk.export(&["--format", "html"], 0);
    assert!(!ran.out.contains("metz"), "{ran:?}");
}

#[test]
fn what_someone_changed_by_hand_is_never_removed() {
    let desk = Desk::new(&[LYON, METZ]);
    desk.export(&["--format", "html", "--format", "text"], 0);
    fs::write(desk.out().join("metz/fr/charter.txt"), "mine now").unwrap();
    desk.keep(&[LYON], "");
    let ran = desk.export(&["--format", "html", "--format", "text", "--clean"], 0);
    assert!(ran.out.contains("Changed by hand"), "{ran:?}");
    assert!(desk.out().join("metz/fr/charter.txt").is_file());
    assert!(!desk.out().join("metz/fr/charter.html").exists());
}

#[test]
fn a_manifest_from_elsewhere_leads_nowhere() {
    let desk = Desk::new(&[LYON]);
    fs::create_dir_all(desk.out().join("metz/fr")).unwrap();
    fs::write(desk.path("secret.txt"), "").unwrap();
    fs::write(desk.out().join("metz/fr/notes.txt"), "").unwrap();
    // The hash of nothing: what these files hold.
    let hash = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    let entry = |path: &str, platform: &str| {
        format!(
            r#"{{"path": "{path}", "sha256": "{hash}", "size": 0, "platform": "{platform}", "language": "fr", "format": "text"}}"#
        )
    };
    let entries = [
        entry("../secret.txt", "metz"),
        entry("metz/fr/notes.txt", "metz"),
        entry("../c.ron", "../c.ron"),
        r#"{"path": 3}"#.to_owned(),
    ];
    let manifests = [
        format!(
            r#"{{"files": [{0}], "leftovers": [{0}]}}"#,
            entries.join(", ")
        ),
        "[[[".to_owned(),
        "{\"files\": 3}".to_owned(),
    ];
    for manifest in manifests {
        fs::write(desk.out().join("manifest.json"), manifest).unwrap();
        desk.export(&["--format", "html", "--clean"], 0);
        assert!(desk.path("secret.txt").is_file());
        assert!(desk.out().join("metz/fr/notes.txt").is_file());
    }
}

#[test]
fn a_file_that_cannot_be_written_fails_by_itself() {
    let desk = Desk::new(&[LYON, METZ]);
    let in_the_way = desk.out().join("lyon/fr/charter.txt");
    fs::create_dir_all(in_the_way.join("something")).unwrap();
    let ran = desk.export(&["--format", "html", "--format", "text"], 1);
    assert!(
        ran.out.contains("lyon (fr)") && ran.out.contains("charter.txt"),
        "{ran:?}"
    );
    assert!(ran.out.contains("one failed"), "{ran:?}");
    assert!(desk.listed().contains("lyon/fr/charter.html"));
    assert!(!desk.listed().contains("lyon/fr/charter.txt"));
    assert!(desk.listed().contains("metz/fr/charter.txt"));
    assert!(
        in_the_way.join("something").is_dir(),
        "what was there stays"
    );
}

#[cfg(unix)]
#[test]
fn a_path_too_long_is_told_once_for_each_file() {
    let desk = Desk::new(&[METZ]);
    let long = "d".repeat(200);
    let out = (0..25).fold(PathBuf::from("out"), |path, _| path.join(&long));
    let out = out.to_str().unwrap();
    let ran = chartrier(
        desk.0.path(),
        &["export", "c.ron", "--out", out, "--format", "text"],
    );
    assert_eq!(ran.code, 2, "{ran:?}");
    assert!(ran.err.contains("too long"), "{ran:?}");
    assert_eq!(ran.err.lines().count(), 1);
}

#[test]
fn a_stopped_export_leaves_no_half_file() {
    let desk = Desk::new(&[LYON, METZ]);
    let collection = chartrier::workspace::files::read(&desk.path("c.ron")).unwrap();
    let cancel = Cancel::default();
    cancel.cancel();
    let request = Request::default();
    let stopped = export(
        &collection,
        &request,
        &desk.out(),
        &cancel,
        &Progress::default(),
    );
    let report = stopped.unwrap();
    assert!(report.cancelled && report.files.is_empty() && report.failures.is_empty());
    assert_eq!(
        files_below(&desk.out())
            .iter()
            .filter(|it| it.contains("lyon"))
            .count(),
        0
    );
}

// ---- Looks

/// A PNG of one pixel.
const PIXEL: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0\x1f\x15\xc4\x89\0\0\0\rIDATx\xdac\xfc\xcf\xc0P\x0f\0\x04\x85\x01\x80\x84\xa9\x8c!\0\0\0\0IEND\xaeB`\x82";

#[test]
fn what_a_collection_names_for_its_looks_is_needed_only_where_it_shows() {
    let desk = Desk::new(&[METZ]);
    desk.keep(&[METZ], r#"presentation: (logo: (file: "logo.png")), "#);
    let ran = desk.export(&["--format", "html"], 2);
    assert!(ran.err.contains("logo.png"), "{ran:?}");
    assert_eq!(ran.err.lines().count(), 1);
    assert!(!desk.out().exists(), "nothing is written");
    desk.export(&["--format", "text"], 0);
    fs::write(desk.path("logo.png"), "no picture").unwrap();
    let ran = desk.export(&["--format", "html"], 2);
    assert!(ran.err.contains("neither PNG"), "{ran:?}");
    fs::write(desk.path("logo.png"), PIXEL).unwrap();
    desk.export(&["--format", "html"], 0);
    // 200 MB, none of which is on the disk.
    let huge = fs::File::create(desk.path("logo.png")).unwrap();
    huge.set_len(200 << 20).unwrap();
    let ran = desk.export(&["--format", "html"], 2);
    assert!(
        ran.err.contains("too large") && ran.err.contains("4 MB"),
        "{ran:?}"
    );
}

#[test]
fn a_presentation_names_files_beside_the_collection_alone() {
    for path in [
        "../x.png",
        "/etc/passwd",
        "a/../../x",
        "",
        "a//b",
        "C:x",
        "a\\\\b",
        ".",
    ] {
        let text = format!(
            r#"Collection(format: 1, name: "N", languages: ["fr"], presentation: (logo: (file: "{path}")))"#
        );
        let read = chartrier::store::read(text.as_bytes(), chartrier::store::Notation::Ron);
        let error = read.expect_err(path);
        assert_eq!(error.path, "presentation.logo.file", "{path}");
    }
}

#[cfg(unix)]
#[test]
fn a_link_out_of_the_collections_folder_is_not_followed() {
    let desk = Desk::new(&[METZ]);
    let elsewhere = tempfile::tempdir().unwrap();
    fs::write(elsewhere.path().join("logo.png"), PIXEL).unwrap();
    std::os::unix::fs::symlink(elsewhere.path(), desk.path("pictures")).unwrap();
    desk.keep(
        &[METZ],
        r#"presentation: (logo: (file: "pictures/logo.png")), "#,
    );
    let ran = desk.export(&["--format", "html"], 2);
    assert!(ran.err.contains("leads out"), "{ran:?}");
}

fn wanted(logo: &Path) -> Wanted {
    Wanted {
        look: Look::Public,
        logo: logo.to_owned(),
        ..Wanted::default()
    }
}

#[test]
fn a_logo_chosen_elsewhere_is_copied_beside_the_collection() {
    let desk = Desk::new(&[METZ]);
    let file = desk.path("c.ron");
    let elsewhere = tempfile::tempdir().unwrap();
    let chosen = elsewhere.path().join("logo.png");
    fs::write(&chosen, PIXEL).unwrap();

    let settled = settle_presentation(&wanted(&chosen), Some(&file)).unwrap();
    assert_eq!(settled.look, Look::Public);
    assert_eq!(settled.logo.unwrap().file.as_str(), "logo.png");
    assert_eq!(fs::read(desk.path("logo.png")).unwrap(), PIXEL);
    // The same again is the same; another of its name is not overwritten.
    settle_presentation(&wanted(&chosen), Some(&file)).unwrap();
    fs::write(&chosen, [PIXEL, b"more"].concat()).unwrap();
    let taken = settle_presentation(&wanted(&chosen), Some(&file));
    assert!(matches!(taken, Err(DesignError::Taken { .. })), "{taken:?}");
    assert_eq!(fs::read(desk.path("logo.png")).unwrap(), PIXEL);
}

#[test]
fn a_logo_inside_the_collections_folder_stays_where_it_is() {
    let desk = Desk::new(&[METZ]);
    fs::create_dir(desk.path("images")).unwrap();
    fs::write(desk.path("images/logo.png"), PIXEL).unwrap();
    let paths = [
        desk.path("images/logo.png"),
        PathBuf::from("images/logo.png"),
    ];
    for path in paths {
        let settled = settle_presentation(&wanted(&path), Some(&desk.path("c.ron"))).unwrap();
        assert_eq!(settled.logo.unwrap().file.as_str(), "images/logo.png");
    }
    let unsaved = settle_presentation(&wanted(&desk.path("images/logo.png")), None);
    assert!(matches!(unsaved, Err(DesignError::NoFolder { .. })));
}

/// Pieces of pages are laid out at the same time, and so are charters: neither waits for the other
/// on one stack.
#[test]
fn hundreds_of_charters_become_pdf() {
    let rows: String = (0..40)
        .map(|row| format!(r#"Row(id: "r{row}", cells: {{"n": "c_{row}", "b": "Compter les visites du jour {row}."}}),"#))
        .collect();
    let model = format!(
        r#"models: [Model(id: "m", title: "Charte", columns: [Column(id: "n", role: name, label: "Nom"), Column(id: "b", role: purpose, label: "But")], sections: [
            Section(id: "a", heading: "Quoi", body: "Sur {{{{ platform.name }}}}."),
            Section(id: "t", heading: "Cookies", table: CookieTable(rows: [{rows}]))])]"#
    );
    let platforms: Vec<String> = (0..400)
        .map(|it| {
            format!(
                r#"Platform(id: "p{it}", name: "Portail {it}", languages: ["fr"], follows: "m")"#
            )
        })
        .collect();
    let desk = Desk::new(&[]);
    let rest = format!("{model}, platforms: [{}]", platforms.join(", "));
    fs::write(desk.path("c.ron"), ron(&collection(&rest))).unwrap();
    desk.export(&["--format", "pdf"], 0);
    assert_eq!(desk.listed().len(), 400);
}
