//! The command line, through the binary: what it writes, what it says, and how it ends.

mod support;

use std::fs;
use std::path::Path;

use sha2::{Digest as _, Sha256};
use support::{
    Ran, chartrier, chartrier_in_french, collection, command, files_below, json, repository, ron,
};

/// A folder with a file in it.
fn with(name: &str, content: impl AsRef<[u8]>) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join(name), content).unwrap();
    folder
}

#[track_caller]
fn ends(ran: &Ran, code: i32) {
    assert_eq!(ran.code, code, "{ran:?}");
    assert!(!ran.err.contains("panicked"), "{ran:?}");
}

// ---- Bad files

/// Has the program read a file that it must refuse: one message on standard error that says all
/// these, exit code 2, and the file as it was.
#[track_caller]
fn refused(name: &str, content: impl AsRef<[u8]>, said: &[&str]) -> String {
    let folder = with(name, content.as_ref());
    let path = folder.path().join(name);
    let modified = fs::metadata(&path).unwrap().modified().unwrap();
    let ran = chartrier(folder.path(), &["convert", name, "out.json"]);
    ends(&ran, 2);
    assert_eq!(ran.out, "", "{ran:?}");
    assert_eq!(ran.err.lines().count(), 1, "{ran:?}");
    for piece in said.iter().chain([&name]) {
        assert!(ran.err.contains(piece), "{piece} in {}", ran.err);
    }
    assert_eq!(files_below(folder.path()), [name]);
    assert_eq!(fs::read(&path).unwrap(), content.as_ref());
    assert_eq!(fs::metadata(&path).unwrap().modified().unwrap(), modified);
    ran.err
}

#[test]
fn a_bad_file_is_refused_with_its_place() {
    let head = r#"format: 1, name: "N", languages: ["fr"]"#;
    let cases: [(&str, Vec<u8>, &[&str]); 16] = [
        ("c.ron", Vec::new(), &["empty"]),
        ("c.json", b" \n\t ".to_vec(), &["empty"]),
        ("c.ron", vec![0xFF, 0xD8, 0xFF, 0x00], &["not UTF-8", "c.ron:1:1"]),
        ("c.json", vec![b'{', b'\n', b'"', 0xC3, 0x28], &["not UTF-8", "c.json:2:2"]),
        ("c.ron", b"\0\0\0".to_vec(), &["c.ron:1:1"]),
        ("c.ron", format!("(\n{head},\n note: 12)").into(), &["In note", "c.ron:3:8"]),
        ("c.ron", format!("(\n{head},\n nom: 12)").into(), &["“nom” is not known", "Known are: format, name", "c.ron:3:2"]),
        ("c.ron", b"(\n format: 1,\n languages: [\"fr\"]\n)".to_vec(), &["“name” is missing", "c.ron:4:"]),
        ("c.ron", format!("({head}, platforms: [\nPlatform(id: \"p\"),\nPlatform(id: \"p\")])").into(), &["the id `p` stands twice", "In platforms", "c.ron:3:"]),
        ("c.ron", format!("({head}, platforms: [Platform(\nid: \"../p\")])").into(), &["`../p` is not an id", "In platforms[0].id", "c.ron:2:"]),
        ("c.ron", b"(format: 1, name: \"N\", languages: [\"fr\",\n \"!!\"])".to_vec(), &["`!!` is not a language", "languages[1]", "c.ron:2:"]),
        ("c.ron", b"(format: 1, name: \"N\", languages: [])".to_vec(), &["at least one language", "c.ron:1:"]),
        ("c.ron", b"(format: 2, nouveau: [Chose(1)])".to_vec(), &["format 2", "newer version"]),
        ("c.json", b"{\"format\": 2, \"nouveau\": [1]}".to_vec(), &["format 2", "newer version"]),
        ("c.ron", format!("({head}, models: [Model(id: \"a\", follows: \"b\"), Model(id: \"b\", follows: \"a\")])").into(), &["circle: a → b → a", "In models", "c.ron:1:"]),
        ("c.txt", head.into(), &[".ron", ".json"]),
    ];
    for (name, content, said) in cases {
        refused(name, content, said);
    }
}

#[test]
fn a_file_cut_anywhere_is_refused() {
    let examples = fs::read(repository().join("tests/data/format-1.ron")).unwrap();
    let in_json = fs::read(repository().join("tests/data/format-1.json")).unwrap();
    for (name, whole) in [("c.ron", examples), ("c.json", in_json)] {
        for tenth in 1..10 {
            refused(
                name,
                &whole[..whole.len() * tenth / 10],
                &[&format!("{name}:")],
            );
        }
    }
}

#[test]
fn a_file_as_deep_as_one_likes_is_refused() {
    let nested = |open: &str, close: &str| open.repeat(10_000) + &close.repeat(10_000);
    let head = r#"format: 1, name: "N", languages: ["fr"]"#;
    refused("c.ron", nested("[", "]"), &[]);
    refused("c.json", nested("[", "]"), &[]);
    refused(
        "c.ron",
        format!("({head}, note: {})", nested("Some(", ")")),
        &[],
    );
    refused(
        "c.ron",
        format!("(format: 2, neuf: {})", nested("[", "]")),
        &[],
    );
    refused(
        "c.json",
        format!("{{\"format\": 1, \"neuf\": {}}}", nested("[", "]")),
        &[],
    );
}

/// Models `m0` to `m9999`, each but the first following the one before; a platform follows the last.
fn in_a_line(first: &str) -> String {
    let mut text = format!(
        "(format: 1, name: \"N\", languages: [\"fr\"], models: [Model(id: \"m0\", {first})"
    );
    for number in 1..10_000 {
        text += &format!(", Model(id: \"m{number}\", follows: \"m{}\")", number - 1);
    }
    text + "], platforms: [Platform(id: \"p\", follows: \"m9999\")])"
}

#[test]
fn ten_thousand_models_in_a_line_resolve() {
    let folder = with("c.ron", in_a_line("title: \"Charte\""));
    ends(
        &chartrier(folder.path(), &["export", "c.ron", "--out", "out"]),
        0,
    );
}

#[test]
fn ten_thousand_models_in_a_circle_are_refused() {
    refused(
        "c.ron",
        in_a_line("follows: \"m9999\""),
        &["follow each other in a circle"],
    );
}

#[test]
fn what_is_no_file_is_told() {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("dossier.ron")).unwrap();
    fs::write(folder.path().join("plat.ron"), "").unwrap();
    let cases = [
        ("absent.ron", "no such file"),
        ("dossier.ron", "is a folder"),
        ("plat.ron/c.ron", "not a folder"),
        ("sans-extension", "neither .ron nor .json"),
    ];
    for (name, said) in cases {
        let ran = chartrier(folder.path(), &["convert", name, "out.json"]);
        ends(&ran, 2);
        assert!(ran.err.contains(said) && ran.err.contains(name), "{ran:?}");
        assert_eq!(ran.err.lines().count(), 1);
    }
}

#[cfg(unix)]
#[test]
fn a_file_that_may_not_be_read_is_told() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = with("c.ron", ron(&collection("")));
    let path = folder.path().join("c.ron");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o000)).unwrap();
    // Whoever may read anything, as root does, is not refused.
    if fs::read(&path).is_err() {
        let ran = chartrier(folder.path(), &["convert", "c.ron", "out.json"]);
        ends(&ran, 2);
        assert!(ran.err.contains("permission denied"), "{ran:?}");
    }
}

#[test]
fn messages_speak_french_to_the_french() {
    let folder = with("c.ron", "(format: 1, nom: 2)");
    fs::write(folder.path().join("vide.ron"), "").unwrap();
    let cases = [
        (
            "c.ron",
            "« nom » n’est pas connu ici. Sont connus : format, name",
        ),
        ("vide.ron", "Ce fichier est vide."),
        ("absent.ron", "Ce fichier n’existe pas."),
        ("c.txt", "ni .ron ni .json"),
    ];
    for (name, said) in cases {
        let ran = chartrier_in_french(folder.path(), &["convert", name, "out.json"]);
        ends(&ran, 2);
        assert!(ran.err.contains(said), "{ran:?}");
    }
}

#[test]
fn a_system_without_a_language_is_spoken_to() {
    let folder = tempfile::tempdir().unwrap();
    for lang in ["C", "POSIX", "", "zz_ZZ"] {
        let ran: Ran = command(folder.path(), &["convert", "absent.ron", "out.json"])
            .env("LANG", lang)
            .env("LC_ALL", lang)
            .output()
            .unwrap()
            .into();
        ends(&ran, 2);
        assert_eq!(ran.err.lines().count(), 1, "{ran:?}");
    }
}

// ---- Commands

#[test]
fn help_names_what_each_command_takes() {
    let folder = tempfile::tempdir().unwrap();
    let cases: [(&[&str], &[&str]); 6] = [
        (
            &["--help"],
            &["new", "export", "convert", "schema", "[COLLECTION]"],
        ),
        (&["new", "--help"], &["--starter", "opendatasoft", "empty"]),
        (
            &["export", "--help"],
            &[
                "--out",
                "--platform",
                "--language",
                "--format",
                "SOURCE_DATE_EPOCH",
            ],
        ),
        (&["convert", "--help"], &["<SOURCE>", "<DEST>"]),
        (&["schema", "--help"], &["JSON Schema"]),
        (&["--version"], &["chartrier"]),
    ];
    for (arguments, said) in cases {
        let ran = chartrier(folder.path(), arguments);
        ends(&ran, 0);
        for piece in said {
            assert!(ran.out.contains(piece), "{piece} in {}", ran.out);
        }
    }
}

#[test]
fn wrong_arguments_are_a_usage_error() {
    let folder = with("c.ron", ron(&collection("")));
    let cases: [&[&str]; 5] = [
        &["new"],
        &["export", "c.ron"],
        &["export", "c.ron", "--out", "out", "--format", "pdf2"],
        &["export", "c.ron", "--out", "out", "--language", "!"],
        &["new", "n.ron", "--starter", "autre"],
    ];
    for arguments in cases {
        let ran = chartrier(folder.path(), arguments);
        ends(&ran, 2);
        assert!(!ran.err.is_empty());
        assert_eq!(files_below(folder.path()), ["c.ron"]);
    }
}

#[test]
fn new_makes_what_its_starter_holds_and_replaces_nothing() {
    use chartrier::workspace::Starter;
    let folder = tempfile::tempdir().unwrap();
    let cases: [(&[&str], &str, String); 3] = [
        (
            &["new", "a.ron"],
            "a.ron",
            ron(&Starter::Opendatasoft.collection()),
        ),
        (
            &["new", "b.json", "--starter", "opendatasoft"],
            "b.json",
            json(&Starter::Opendatasoft.collection()),
        ),
        (
            &["new", "c.ron", "--starter", "empty"],
            "c.ron",
            ron(&Starter::Empty.collection()),
        ),
    ];
    for (arguments, name, expected) in cases {
        let ran = chartrier(folder.path(), arguments);
        ends(&ran, 0);
        assert_eq!(ran.out, format!("Written: {name}\n"));
        assert_eq!(
            fs::read_to_string(folder.path().join(name)).unwrap(),
            expected
        );
        let again = chartrier(folder.path(), arguments);
        ends(&again, 2);
        assert!(again.err.contains("file of that name already") && again.err.contains(name));
        assert_eq!(
            fs::read_to_string(folder.path().join(name)).unwrap(),
            expected
        );
    }
}

#[test]
fn convert_goes_there_and_back_to_the_byte() {
    let committed = fs::read(repository().join("examples/portails.ron")).unwrap();
    let folder = with("c.ron", &committed);
    ends(
        &chartrier(folder.path(), &["convert", "c.ron", "c.json"]),
        0,
    );
    ends(
        &chartrier(folder.path(), &["convert", "c.json", "retour.ron"]),
        0,
    );
    assert_eq!(
        fs::read(folder.path().join("retour.ron")).unwrap(),
        committed
    );
}

#[test]
fn schema_prints_the_schema() {
    let ran = chartrier(repository(), &["schema"]);
    ends(&ran, 0);
    assert_eq!(ran.out, chartrier::store::schema());
}

// ---- Export

const TOWNS: &str = r#"
    models: [Model(id: "m", updated: "2026-11-22", title: {"fr": "Charte", "en": "Charter"},
        sections: [Section(id: "a", body: {"fr": "Sur {{ platform.name }}, le {{ updated }}", "en": "On {{ platform.name }}, {{ updated }}"})])],
    platforms: [
        Platform(id: "lyon", name: "Lyon", follows: "m"),
        Platform(id: "metz", name: "Metz", languages: ["fr"], follows: "m"),
        Platform(id: "rien", follows: "m"),
    ]
"#;

/// Exports a collection to `out` with further arguments.
fn export(rest: &str, arguments: &[&str]) -> (tempfile::TempDir, Ran) {
    let folder = with("c.ron", ron(&collection(rest)));
    let all: Vec<&str> = ["export", "c.ron", "--out", "out"]
        .iter()
        .chain(arguments)
        .copied()
        .collect();
    let ran = chartrier(folder.path(), &all);
    (folder, ran)
}

/// The manifest of an export: path, platform, language and format of each file, once their sizes
/// and hashes are found right.
fn manifest(out: &Path) -> Vec<[String; 4]> {
    let text = fs::read_to_string(out.join("manifest.json")).unwrap();
    let manifest: serde_json::Value = serde_json::from_str(&text).unwrap();
    let files = manifest["files"].as_array().unwrap();
    files
        .iter()
        .map(|file| {
            let of = |key: &str| file[key].as_str().unwrap().to_owned();
            let bytes = fs::read(out.join(of("path"))).unwrap();
            assert_eq!(file["size"], bytes.len(), "{file}");
            let hash: String = Sha256::digest(&bytes)
                .iter()
                .map(|it| format!("{it:02x}"))
                .collect();
            assert_eq!(of("sha256"), hash, "{file}");
            [of("path"), of("platform"), of("language"), of("format")]
        })
        .collect()
}

fn folders(out: &Path) -> Vec<String> {
    let mut folders: Vec<String> = manifest(out)
        .iter()
        .map(|[path, ..]| path.rsplit_once('/').unwrap().0.to_owned())
        .collect();
    folders.dedup();
    folders
}

#[test]
fn each_charter_goes_to_the_folder_of_its_platform_and_language() {
    let (folder, ran) = export(TOWNS, &[]);
    // `rien` has no name, and its text asks for one.
    ends(&ran, 1);
    let out = folder.path().join("out");
    assert_eq!(folders(&out), ["lyon/fr", "lyon/en", "metz/fr"]);
    let listed: Vec<String> = manifest(&out).into_iter().map(|[path, ..]| path).collect();
    let mut expected = listed.clone();
    expected.extend([
        "fragment.css".into(),
        "index.html".into(),
        "manifest.json".into(),
    ]);
    expected.sort();
    expected.dedup();
    assert_eq!(files_below(&out), expected);
    for [path, platform, language, _] in manifest(&out) {
        assert!(
            path.starts_with(&format!("{platform}/{language}/")),
            "{path}"
        );
    }
}

#[test]
fn a_charter_that_cannot_be_finished_fails_by_itself() {
    let (folder, ran) = export(TOWNS, &["--format", "html"]);
    ends(&ran, 1);
    let place = "rien (fr): The field “platform.name” has no value on this platform.";
    assert!(
        ran.out.contains(place) && ran.out.contains("text: a / body"),
        "{ran:?}"
    );
    assert!(ran.out.contains("rien (en)"), "{ran:?}");
    assert_eq!(
        folders(&folder.path().join("out")),
        ["lyon/fr", "lyon/en", "metz/fr"]
    );
}

#[test]
fn options_choose_and_may_be_repeated() {
    let cases: [(&[&str], &[&str]); 5] = [
        (&["--platform", "metz"], &["metz/fr"]),
        (
            &[
                "--platform",
                "metz",
                "--platform",
                "lyon",
                "--platform",
                "lyon",
            ],
            &["lyon/fr", "lyon/en", "metz/fr"],
        ),
        (&["--language", "en", "--platform", "lyon"], &["lyon/en"]),
        (
            &["--language", "FR", "--language", "en", "--platform", "lyon"],
            &["lyon/fr", "lyon/en"],
        ),
        (
            &[
                "--platform",
                "lyon",
                "--language",
                "fr",
                "--format",
                "text",
                "--format",
                "html",
                "--format",
                "text",
            ],
            &["lyon/fr"],
        ),
    ];
    for (arguments, expected) in cases {
        let (folder, ran) = export(TOWNS, arguments);
        ends(&ran, 0);
        let out = folder.path().join("out");
        assert_eq!(folders(&out), expected, "{arguments:?}");
        let mut targets: Vec<_> = manifest(&out)
            .into_iter()
            .map(|[_, p, l, f]| (p, l, f))
            .collect();
        let count = targets.len();
        targets.sort();
        targets.dedup();
        if arguments.contains(&"--format") {
            assert_eq!(count, 2, "each format once: {arguments:?}");
        } else {
            assert_eq!(
                count,
                expected.len() * chartrier::render::Format::USUAL.len()
            );
        }
    }
}

#[test]
fn what_the_collection_has_not_is_told_by_name() {
    let cases: [(&[&str], &str); 3] = [
        (&["--platform", "paris"], "No platform has the id “paris”"),
        (&["--language", "de"], "has the language “de”"),
        (
            &["--platform", "metz", "--language", "en"],
            "has the language “en”",
        ),
    ];
    for (arguments, said) in cases {
        let (folder, ran) = export(TOWNS, arguments);
        ends(&ran, 2);
        assert!(ran.err.contains(said), "{ran:?}");
        assert_eq!(ran.err.lines().count(), 1);
        assert_eq!(files_below(folder.path()), ["c.ron"], "nothing is written");
    }
}

#[test]
fn nothing_is_written_out_of_the_folder_or_over_its_own_files() {
    let ids = [
        "con",
        "con.fr",
        "nul",
        "com1",
        "a..b",
        "index.html",
        "manifest.json",
        "fragment.css",
        "con_",
    ];
    let platforms: Vec<String> = ids
        .iter()
        .map(|id| {
            format!(r#"Platform(id: "{id}", name: "../../x/{id}\\..\\y", title: "/etc/passwd")"#)
        })
        .collect();
    let (folder, ran) = export(
        &format!("platforms: [{}]", platforms.join(", ")),
        &["--language", "fr"],
    );
    ends(&ran, 0);
    let out = folder.path().join("out");
    let outside: Vec<String> = files_below(folder.path())
        .into_iter()
        .filter(|path| !path.starts_with("out/"))
        .collect();
    assert_eq!(outside, ["c.ron"]);
    let folders = folders(&out);
    let mut distinct = folders.clone();
    distinct.sort();
    distinct.dedup();
    assert_eq!(distinct.len(), ids.len(), "{folders:?}");
    let devices = ["con/", "con.fr/", "nul/", "com1/"];
    assert!(
        !folders
            .iter()
            .any(|it| devices.iter().any(|device| it.starts_with(device)))
    );
    for file in ["index.html", "manifest.json", "fragment.css"] {
        assert!(out.join(file).is_file(), "{file}");
    }
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    let all = |folder: &Path| -> Vec<(String, Vec<u8>)> {
        let read = |path: String| (path.clone(), fs::read(folder.join(path)).unwrap());
        files_below(folder).into_iter().map(read).collect()
    };
    let folder = tempfile::tempdir().unwrap();
    let example = repository().join("examples/portails.ron");
    let example = example.to_str().unwrap();
    ends(
        &chartrier(folder.path(), &["export", example, "--out", "un"]),
        0,
    );
    ends(
        &chartrier_in_french(folder.path(), &["export", example, "--out", "deux"]),
        0,
    );
    ends(
        &chartrier(folder.path(), &["export", example, "--out", "deux"]),
        0,
    );
    assert_eq!(
        all(&folder.path().join("un")),
        all(&folder.path().join("deux"))
    );
}

#[test]
fn source_date_epoch_dates_a_charter_that_has_no_date() {
    let undated = r#"platforms: [Platform(id: "p", title: "{{ updated }}")]"#;
    let folder = with("c.ron", ron(&collection(undated)));
    let run = |epoch: &str| -> Ran {
        command(folder.path(), &["export", "c.ron", "--out", "out"])
            .env("SOURCE_DATE_EPOCH", epoch)
            .output()
            .unwrap()
            .into()
    };
    ends(&run("1795305600"), 0);
    ends(&run("hier"), 1);
    let ran = chartrier(folder.path(), &["export", "c.ron", "--out", "out"]);
    ends(&ran, 1);
    assert!(ran.out.contains("“updated” has no value"), "{ran:?}");
}

#[test]
fn a_folder_that_cannot_be_made_is_told() {
    let folder = with("c.ron", ron(&collection(TOWNS)));
    fs::write(folder.path().join("plat"), "").unwrap();
    for out in ["plat", "plat/sous"] {
        let ran = chartrier(folder.path(), &["export", "c.ron", "--out", out]);
        ends(&ran, 2);
        assert!(ran.err.contains(out), "{ran:?}");
        assert_eq!(ran.err.lines().count(), 1);
    }
}

// ---- Words

mod words {
    use std::collections::{BTreeMap, BTreeSet};
    use std::fs;
    use std::path::Path;

    use chartrier::words::{Interface, Words};
    use chartrier::workspace::Deed;

    use super::repository;

    /// The keys of a file of words, each with the variables that it speaks of.
    fn keys(source: &str) -> BTreeMap<String, BTreeSet<String>> {
        let mut keys = BTreeMap::new();
        let mut current = String::new();
        for line in source.lines().filter(|line| !line.starts_with('#')) {
            if let Some((key, _)) = line
                .split_once(" =")
                .filter(|_| line.starts_with(|c: char| c.is_ascii_lowercase()))
            {
                key.clone_into(&mut current);
                let before = keys.insert(current.clone(), BTreeSet::new());
                assert!(before.is_none(), "{current} stands twice");
            }
            let variables = line.split('$').skip(1).map(|rest| {
                let end = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '-' && c != '_');
                rest[..end.unwrap_or(rest.len())].to_owned()
            });
            keys.entry(current.clone()).or_default().extend(variables);
        }
        keys.remove("");
        keys
    }

    #[test]
    fn every_language_has_the_same_words_of_the_same_things() {
        let [french, english] = Interface::ALL.map(|interface| keys(interface.source()));
        let of_one_alone: Vec<_> = french
            .iter()
            .filter(|(key, variables)| english.get(*key) != Some(*variables))
            .chain(english.iter().filter(|(key, _)| !french.contains_key(*key)))
            .collect();
        assert!(of_one_alone.is_empty(), "{of_one_alone:?}");
        assert!(french.len() > 30);
    }

    #[test]
    fn every_line_of_the_words_is_understood() {
        for interface in Interface::ALL {
            let parsed = fluent_bundle::FluentResource::try_new(interface.source().to_owned());
            assert!(
                parsed.is_ok(),
                "{}: {:?}",
                interface.tag(),
                parsed.err().map(|it| it.1)
            );
            let words = Words::new(interface);
            for key in keys(interface.source()).keys() {
                assert!(words.has(key), "{}: {key}", interface.tag());
            }
        }
    }

    #[test]
    fn every_key_that_the_program_says_has_words() {
        let words = Words::new(Interface::English);
        let mut said = BTreeSet::new();
        sources(&repository().join("src"), &mut said);
        assert!(said.len() > 3, "{said:?}");
        let missing: Vec<_> = said.iter().filter(|key| !words.has(key)).collect();
        assert!(missing.is_empty(), "{missing:?}");
    }

    /// The string literals that stand as keys in calls of `say` and `say_of`.
    fn sources(folder: &Path, said: &mut BTreeSet<String>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                sources(&path, said);
            } else if path.extension().is_some_and(|it| it == "rs") {
                let text = fs::read_to_string(&path).unwrap();
                for call in ["say(", "say_of("] {
                    for rest in text.split(call).skip(1) {
                        let key = rest.trim_start().strip_prefix('"');
                        said.extend(
                            key.and_then(|it| it.split_once('"'))
                                .map(|it| it.0.to_owned()),
                        );
                    }
                }
            }
        }
    }

    #[test]
    fn what_can_be_undone_has_words_of_its_own() {
        let words = Words::new(Interface::English);
        let said: BTreeSet<_> = Deed::ALL.iter().map(|deed| words.say(deed.key())).collect();
        assert_eq!(said.len(), Deed::ALL.len());
        assert!(Deed::ALL.iter().all(|deed| words.has(deed.key())));
    }
}

// ---- Publishing

/// Publishes a platform of the examples on a day.
fn publish_caf(folder: &Path, more: &[&str]) -> Ran {
    let usual = [
        "publish",
        "c.ron",
        "--platform",
        "data-caf-fr",
        "--out",
        "out",
        "--by",
        "C. Martin",
        "--format",
        "text",
    ];
    chartrier(folder, &[&usual[..], more].concat())
}

#[test]
fn publishing_exports_freezes_and_tells() {
    let folder = with("c.ron", ron(&chartrier::workspace::examples()));
    let ran = publish_caf(folder.path(), &["--date", "2026-10-12"]);
    ends(&ran, 0);
    assert_eq!(ran.err, "");
    assert!(ran.out.contains("release 1 of 2026-10-12"), "{ran:?}");
    assert!(
        ran.out.contains("without the data protection officer"),
        "{ran:?}"
    );
    let agreed = [
        "--date",
        "2026-11-02",
        "--agreed-by",
        "D. Petit",
        "--agreed-on",
        "2026-11-01",
        "--note",
        "Durées",
    ];
    let ran = publish_caf(folder.path(), &agreed);
    ends(&ran, 0);
    assert!(!ran.out.contains("without"), "{ran:?}");
    let register = folder.path().join("c.publications");
    let names = files_below(&register);
    assert_eq!(
        names,
        [
            "SHA256SUMS",
            "data-caf-fr-0001.json",
            "data-caf-fr-0002.json"
        ]
    );
    let release = fs::read(register.join("data-caf-fr-0002.json")).unwrap();
    let release: serde_json::Value = serde_json::from_slice(&release).unwrap();
    assert_eq!(release["number"], 2);
    assert_eq!(release["date"], "2026-11-02");
    assert_eq!(release["by"], "C. Martin");
    assert_eq!(release["agreement"]["by"], "D. Petit");
    let first = fs::read(register.join("data-caf-fr-0001.json")).unwrap();
    let hash: String = Sha256::digest(&first)
        .iter()
        .map(|b| format!("{b:02x}"))
        .collect();
    assert_eq!(release["previous"]["sha256"], hash);
    let file = &release["files"][0];
    let exported = fs::read(
        folder
            .path()
            .join("out")
            .join(file["path"].as_str().unwrap()),
    )
    .unwrap();
    let hash: String = Sha256::digest(&exported)
        .iter()
        .map(|b| format!("{b:02x}"))
        .collect();
    assert_eq!(file["sha256"], hash);
}

#[test]
fn the_date_of_a_release_is_that_of_the_source_or_today() {
    let folder = with("c.ron", ron(&chartrier::workspace::examples()));
    let arguments = [
        "publish",
        "c.ron",
        "--platform",
        "data-caf-fr",
        "--out",
        "out",
        "--by",
        "M",
        "--format",
        "text",
    ];
    let ran = command(folder.path(), &arguments)
        .env("SOURCE_DATE_EPOCH", "1790000000")
        .output()
        .unwrap();
    let out = String::from_utf8(ran.stdout).unwrap();
    assert!(out.contains("of 2026-09-21"), "{out}");
}

#[test]
fn what_is_refused_is_told_on_standard_output_and_ends_with_one() {
    let text = r#"Collection(format: 1, name: "N", languages: ["fr", "en"], platforms: [
        Platform(id: "p", name: "P", url: "https://p.example", title: {"fr": "Charte"}),
        Platform(id: "q", name: "Q", url: "https://q.example", title: {"fr": "Charte", "en": "Charter"}),
        Platform(id: "r", name: "R", url: "https://r.example", title: "{{ rien }}"),
    ])"#;
    let folder = with("c.ron", text);
    let all = [
        "publish",
        "c.ron",
        "--platform",
        "p",
        "q",
        "r",
        "--out",
        "out",
        "--by",
        "M",
        "--format",
        "text",
    ];
    let ran = chartrier(folder.path(), &all);
    ends(&ran, 1);
    assert_eq!(ran.err, "");
    for piece in [
        "Published: q",
        "Not published: p",
        "--waive",
        "untranslated:title",
        "Not published: r",
        "cannot be waived: unknown-field:title",
    ] {
        assert!(ran.out.contains(piece), "{piece} in {}", ran.out);
    }
    assert_eq!(
        files_below(&folder.path().join("c.publications")),
        ["SHA256SUMS", "q-0001.json"]
    );
    let one = [
        "publish",
        "c.ron",
        "--platform",
        "p",
        "--out",
        "out",
        "--by",
        "M",
        "--format",
        "text",
    ];
    let waived = [&one[..], &["--waive", "untranslated:title=En cours"]].concat();
    ends(&chartrier(folder.path(), &waived), 0);
    for wrong in ["untranslated", "untranslated="] {
        let ran = chartrier(folder.path(), &[&one[..], &["--waive", wrong]].concat());
        ends(&ran, 2);
        assert_eq!(ran.out, "", "{ran:?}");
    }
}

#[test]
fn what_cannot_be_published_at_all_ends_with_two() {
    let folder = with("c.ron", ron(&chartrier::workspace::examples()));
    fs::write(folder.path().join("c.publications"), "à moi").unwrap();
    let ran = publish_caf(folder.path(), &[]);
    ends(&ran, 2);
    assert_eq!(ran.err.lines().count(), 1, "{ran:?}");
    assert!(ran.err.contains("c.publications"), "{ran:?}");
    assert_eq!(
        fs::read_to_string(folder.path().join("c.publications")).unwrap(),
        "à moi"
    );
    let arguments = [
        "publish",
        "c.ron",
        "--platform",
        "nulle-part",
        "--out",
        "out",
        "--by",
        "M",
    ];
    ends(&chartrier(folder.path(), &arguments), 2);
    let ran = chartrier(
        folder.path(),
        &[
            "publish",
            "c.ron",
            "--platform",
            "data-caf-fr",
            "--out",
            "out",
        ],
    );
    ends(&ran, 2);
}

/// A release is added wholly or not at all.
#[cfg(target_os = "linux")]
#[test]
fn where_a_release_cannot_be_written_the_register_stays_as_it_was() {
    use std::process::Command;
    let cases = [
        ("size=16k", "the disk is full"),
        ("ro", "the disk cannot be written"),
    ];
    for (disk, said) in cases {
        let folder = with("c.ron", ron(&chartrier::workspace::examples()));
        fs::create_dir(folder.path().join("c.publications")).unwrap();
        // Its pages fit elsewhere; the release does not fit here. Only some may mount a disk.
        let script = r#"mount -t tmpfs -o "$1" tmpfs c.publications || exit 77
            "$0" publish c.ron --platform data-caf-fr --out out --by M --format text
            code=$?; ls -A c.publications; umount c.publications; exit $code"#;
        let binary = env!("CARGO_BIN_EXE_chartrier");
        let ran = Command::new("unshare")
            .args([
                "--mount",
                "--map-root-user",
                "sh",
                "-c",
                script,
                binary,
                disk,
            ])
            .current_dir(folder.path())
            .env("LANG", "en_US.UTF-8")
            .output();
        let Ok(ran) = ran else { return };
        let (out, err) = (
            String::from_utf8_lossy(&ran.stdout),
            String::from_utf8_lossy(&ran.stderr),
        );
        if ran.status.code() == Some(77) || err.contains("unshare") {
            return;
        }
        assert_eq!(ran.status.code(), Some(1), "{out}{err}");
        assert!(out.contains(said), "{out}{err}");
        assert!(out.lines().all(|it| it != "data-caf-fr-0001.json"), "{out}");
        assert!(!out.contains(".chartrier-"), "no half file is left: {out}");
    }
}

#[test]
fn every_schema_is_told() {
    let folder = tempfile::tempdir().unwrap();
    for (of, title) in [("charter", "Charter"), ("release", "Release")] {
        let ran = chartrier(folder.path(), &["schema", of]);
        ends(&ran, 0);
        let schema: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
        assert_eq!(schema["title"], title);
    }
}
