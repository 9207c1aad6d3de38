//! Bringing pages in through the command line: a collection from pages, reports, round trips.

mod support;

use std::fs;
use std::path::Path;

use chartrier::import::NoteKind;
use chartrier::words::{Interface, Words};
use serde_json::Value;
use support::{Ran, chartrier, repository};

/// A page of a portal, as it is copied from a browser.
fn page(address: &str) -> String {
    format!(
        "\n\nCharte cookies\n\n\
         Ce portail range de petits fichiers dans votre navigateur, et dit ici lesquels.\n\n\
         Qu'est ce qu'un cookie ?\n\n\
         Un \"cookie\" est un fichier que le site confie au navigateur, qui le lui rend à chaque visite. On en distingue plusieurs sortes :\n\n\
         Les cookies « nécessaires » font marcher le site et ne demandent aucun accord.\n\n\
         Les cookies « statistiques » comptent les visites ; anonymes, ils n'en demandent pas non plus.\n\n\
         À quoi servent les cookies sur la plateforme <{address}>\n\n\
         Cookies nécessaires au fonctionnement de la plateforme / cookies fonctionnels\n\n\
         Nom du prestataire\tService et emplacement\tNom du cookie\tFinalités\n\
         Opendatasoft\tConnexion (site et administration)\tsessionid\tReconnaître l'utilisateur d'une page à l'autre.\n\n\
         Opendatasoft\tLangue (site et administration)\tdjango_language\tGarder la langue du visiteur\n\
         Opendatasoft\tVos choix\tcookies_preferences\tGarder ce que le visiteur a choisi"
    )
}

/// A folder with these files.
fn folder(files: &[(&str, &str)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, content) in files {
        fs::write(folder.path().join(name), content).unwrap();
    }
    folder
}

#[track_caller]
fn done(ran: &Ran) {
    assert_eq!(ran.code, 0, "{ran:?}");
}

fn reported(ran: &Ran) -> Vec<Value> {
    serde_json::from_str(&ran.out).unwrap_or_else(|error| panic!("{error}: {ran:?}"))
}

fn lines(text: &str) -> Vec<String> {
    let lines = text.lines().map(|line| line.trim_end().to_owned());
    lines.filter(|line| !line.is_empty()).collect()
}

fn read(folder: &Path, path: &str) -> String {
    fs::read_to_string(folder.join(path)).unwrap()
}

#[test]
fn two_pages_that_differ_by_an_address_become_a_model_and_two_platforms() {
    let first = page("https://data.exemple.fr");
    let second = page("https://opendata.autre.example");
    let folder = folder(&[("a.txt", &first), ("b.txt", &second)]);
    let import = [
        "import", "a.txt", "b.txt", "--into", "c.ron", "--report", "json",
    ];
    let ran = chartrier(folder.path(), &import);
    done(&ran);
    let report = reported(&ran);
    assert_eq!(report.len(), 2);
    for (entry, platform) in report
        .iter()
        .zip(["data-exemple-fr", "opendata-autre-example"])
    {
        assert_eq!(entry["platform"], platform);
        assert_eq!(entry["language"], "fr");
        assert_eq!(entry["title"], "Charte cookies");
        assert_eq!(entry["sections"], 4);
        assert_eq!(entry["tables"][0]["category"], "necessary");
        assert_eq!(entry["tables"][0]["rows"], 3);
        assert_eq!(entry["tables"][0]["columns"][2]["label"], "Nom du cookie");
        assert_eq!(entry["tables"][0]["columns"][2]["role"], "name");
        assert_eq!((&entry["adapted"], &entry["added"]), (&0.into(), &0.into()));
        assert_eq!(entry["complete"], true);
    }
    let collection = read(folder.path(), "c.ron");
    let platforms = &collection[collection.find("platforms:").unwrap()..];
    let second_platform: Vec<String> = lines(&platforms[platforms.rfind("Platform(").unwrap()..]);
    assert_eq!(
        second_platform[..6],
        [
            "Platform(",
            "            id: \"opendata-autre-example\",",
            "            name: \"opendata.autre.example\",",
            "            url: \"https://opendata.autre.example\",",
            "            follows: \"charte-cookies\",",
            "        ),",
        ],
        "{platforms}"
    );

    // What is exported as text is what came in, word for word and tab for tab.
    done(&chartrier(
        folder.path(),
        &["export", "c.ron", "--out", "out", "--format", "text"],
    ));
    for (platform, page) in [
        ("data-exemple-fr", first),
        ("opendata-autre-example", second),
    ] {
        let exported = read(folder.path(), &format!("out/{platform}/fr/charter.txt"));
        assert_eq!(lines(&exported), lines(&page));
    }

    // The same pages again change nothing.
    done(&chartrier(folder.path(), &import));
    assert_eq!(read(folder.path(), "c.ron"), collection);
}

#[test]
fn a_folder_becomes_a_collection_whose_model_is_the_most_common_text() {
    let odd = page("https://a.example")
        .replace("trois", "3")
        .replace("Vos choix", "Préférences");
    let folder = folder(&[
        ("a.txt", &odd),
        ("b.txt", &page("https://b.example")),
        ("c.txt", &page("https://c.example")),
    ]);
    fs::create_dir(folder.path().join("pages")).unwrap();
    for name in ["a.txt", "b.txt", "c.txt"] {
        fs::rename(
            folder.path().join(name),
            folder.path().join("pages").join(name),
        )
        .unwrap();
    }
    let ran = chartrier(
        folder.path(),
        &["import", "pages", "--into", "c.json", "--report", "json"],
    );
    done(&ran);
    let adapted: Vec<u64> = reported(&ran)
        .iter()
        .map(|it| it["adapted"].as_u64().unwrap())
        .collect();
    assert_eq!(adapted, [1, 0, 0]);
    let collection: Value = serde_json::from_str(&read(folder.path(), "c.json")).unwrap();
    let ids: Vec<&str> = collection["platforms"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| it["id"].as_str().unwrap())
        .collect();
    assert_eq!(ids.len(), 3);
    assert!(collection["models"][0].to_string().contains("Vos choix"));
}

#[test]
fn what_differs_by_signs_alone_and_what_is_not_there_is_told() {
    let folder = folder(&[("a.txt", &page("https://a.example"))]);
    done(&chartrier(
        folder.path(),
        &["import", "a.txt", "--into", "c.ron"],
    ));
    let other = page("https://b.example")
        .replace("l'utilisateur", "l’utilisateur")
        .replace("« nécessaires »", "\"nécessaires\"")
        .lines()
        .filter(|line| !line.contains("django_language"))
        .collect::<Vec<_>>()
        .join("\n");
    fs::write(folder.path().join("b.txt"), other).unwrap();
    let ran = chartrier(
        folder.path(),
        &["import", "b.txt", "--into", "c.ron", "--report", "json"],
    );
    done(&ran);
    let report = reported(&ran);
    assert_eq!(
        (&report[0]["adapted"], &report[0]["added"]),
        (&0.into(), &0.into())
    );
    let notes = report[0]["notes"].as_array().unwrap();
    let count = |kind: &str| notes.iter().filter(|note| note["kind"] == kind).count();
    assert_eq!(
        (count("typographic"), count("hidden")),
        (2, 1),
        "{notes:#?}"
    );
    let hidden = notes.iter().find(|note| note["kind"] == "hidden").unwrap();
    let message = hidden["message"].as_str().unwrap();
    assert!(message.contains("django_language"), "{hidden}");
}

#[test]
fn every_note_has_words_in_both_languages() {
    for interface in Interface::ALL {
        let words = Words::new(interface);
        for kind in NoteKind::ALL {
            let key = format!("import-note-{}", kind.name().replace('_', "-"));
            assert!(words.has(&key), "{key}");
        }
    }
}

#[test]
fn what_is_no_charter_is_said_to_be_none_and_the_rest_comes_in() {
    let folder = folder(&[
        (
            "error.html",
            "<!doctype html><html lang=fr><title>404</title><h1>Page introuvable</h1><p>Cette page n’existe plus.</p></html>",
        ),
        ("good.txt", &page("https://data.exemple.fr")),
    ]);
    let ran = chartrier(
        folder.path(),
        &[
            "import",
            "error.html",
            "good.txt",
            "--into",
            "c.ron",
            "--report",
            "json",
        ],
    );
    assert_eq!(ran.code, 1, "{ran:?}");
    let report = reported(&ran);
    assert_eq!(report[0]["notes"][0]["kind"], "no_charter");
    assert_eq!(report[0]["platform"], Value::Null);
    assert_eq!(report[0]["complete"], false);
    assert_eq!(report[1]["platform"], "data-exemple-fr");

    let ran = chartrier(
        folder.path(),
        &["import", "error.html", "--into", "none.ron"],
    );
    assert_eq!(ran.code, 2, "{ran:?}");
    assert!(ran.out.contains("no charter"), "{ran:?}");
    assert!(!folder.path().join("none.ron").exists());
}

#[test]
fn another_collection_gives_its_platforms() {
    let folder = tempfile::tempdir().unwrap();
    let examples = repository().join("examples/portails.ron");
    let examples = examples.to_str().unwrap();
    let import = ["import", examples, "--into", "c.ron", "--report", "json"];
    let ran = chartrier(folder.path(), &import);
    done(&ran);
    let first = read(folder.path(), "c.ron");
    assert_eq!(reported(&ran)[0]["platform"], "data-caf-fr");
    done(&chartrier(
        folder.path(),
        &["export", "c.ron", "--out", "in", "--format", "markdown"],
    ));
    done(&chartrier(
        folder.path(),
        &["export", examples, "--out", "from", "--format", "markdown"],
    ));
    for platform in ["data-caf-fr", "opendata-cc-coeurdefrance-fr"] {
        let path = format!("{platform}/fr/charter.md");
        assert_eq!(
            read(&folder.path().join("in"), &path),
            read(&folder.path().join("from"), &path)
        );
    }
    done(&chartrier(folder.path(), &import));
    assert_eq!(read(folder.path(), "c.ron"), first);
}

#[test]
fn what_was_exported_comes_back_the_same() {
    let folder = tempfile::tempdir().unwrap();
    let examples = repository().join("examples/portails.ron");
    done(&chartrier(
        folder.path(),
        &[
            "export",
            examples.to_str().unwrap(),
            "--out",
            "from",
            "--format",
            "html",
            "--format",
            "fragment",
            "--format",
            "markdown",
            "--format",
            "docx",
        ],
    ));
    // A document is compared by the page that comes of it.
    for (file, format, shown) in [
        ("charter.html", "html", "charter.html"),
        ("charter.fragment.html", "fragment", "charter.fragment.html"),
        ("charter.md", "markdown", "charter.md"),
        ("charter.docx", "html", "charter.html"),
    ] {
        for platform in ["data-caf-fr", "donnees-valbrune-example"] {
            for language in ["fr", "en"] {
                let source = format!("from/{platform}/{language}/{file}");
                if !folder.path().join(&source).exists() {
                    continue;
                }
                let into = format!("{platform}-{language}-{file}.ron");
                done(&chartrier(
                    folder.path(),
                    &[
                        "import",
                        &source,
                        "--into",
                        &into,
                        "--platform",
                        platform,
                        "--language",
                        language,
                    ],
                ));
                let out = format!("back-{into}");
                done(&chartrier(
                    folder.path(),
                    &["export", &into, "--out", &out, "--format", format],
                ));
                let back = read(
                    folder.path(),
                    &format!("{out}/{platform}/{language}/{shown}"),
                );
                let before = format!("from/{platform}/{language}/{shown}");
                let before = read(folder.path(), &before);
                assert_eq!(same(&back), same(&before), "{source}");
            }
        }
    }
}

#[test]
fn a_reviewed_document_is_taken_in_and_each_change_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let examples = repository().join("examples/portails.ron");
    fs::copy(examples, folder.path().join("c.ron")).unwrap();
    let back = repository().join("tests/data/review/tracked-libreoffice.docx");
    let import = [
        "import",
        back.to_str().unwrap(),
        "--into",
        "c.ron",
        "--report",
        "json",
    ];
    let ran = chartrier(folder.path(), &import);
    done(&ran);
    let report = &reported(&ran)[0];
    assert_eq!(report["platform"], "donnees-valbrune-example");
    assert_eq!(report["complete"], true);
    let notes = report["notes"].as_array().unwrap();
    let told: Vec<&str> = notes
        .iter()
        .filter(|note| note["kind"] == "reviewed")
        .map(|note| note["message"].as_str().unwrap())
        .collect();
    assert_eq!(told.len(), 3, "{told:#?}");
    assert!(told[0].contains("combien de jours ils restent"));
    assert!(told[1].contains("Opendatasoft SAS"));
    assert!(told[2].contains("valbrune_contraste"));
    let after = read(folder.path(), "c.ron");
    assert!(after.contains("{{ platform.name }} utilise, à quoi ils servent, combien de jours"));
    // The model and the other platforms say what they said.
    done(&chartrier(
        folder.path(),
        &["export", "c.ron", "--out", "out", "--format", "text"],
    ));
    let other = read(folder.path(), "out/data-caf-fr/fr/charter.txt");
    assert!(other.contains("combien de temps ils restent"));
    // To take it in again changes nothing.
    done(&chartrier(folder.path(), &import));
    assert_eq!(read(folder.path(), "c.ron"), after);
}

/// What is compared of an export: not the ids of sections, which are made anew, nor what a
/// platform is called.
fn same(export: &str) -> String {
    let mut kept = String::new();
    for line in export.lines() {
        let line = line.find(" id=\"charter-").map_or_else(
            || line.to_owned(),
            |at| {
                let rest = &line[at + 5..];
                let end = rest.find('"').map_or(line.len(), |end| at + 5 + end + 1);
                format!("{}{}", &line[..at], &line[end..])
            },
        );
        if !line.contains("<title>") {
            kept.push_str(&line);
            kept.push('\n');
        }
    }
    kept
}
