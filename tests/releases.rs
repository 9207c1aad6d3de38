//! Laws of releases: what is frozen, what is refused, and that nothing of the register changes
//! unseen.

mod support;

use std::fs;
use std::path::{Path, PathBuf};

use chartrier::document::comparison::{Comparison, Fate, Rigour, SectionFate, TextChange};
use chartrier::document::{Document, Findings};
use chartrier::model::{Collection, Conflict, PlatformId, Span};
use chartrier::render::{Design, Format, json, render};
use chartrier::words::{Interface, Words};
use chartrier::workspace::files::{self, RegisterError};
use chartrier::workspace::releases::{
    Agreement, Asked, Fault, FaultKind, Glances, NotCompared, Origin, PublishError, Published,
    Refusal, Register, Waiver, compare_page, in_force, publish,
};
use chartrier::workspace::{Cancel, Progress, examples};
use chartrier::{messages, store};
use jiff::civil::{Date, date};
use proptest::prelude::*;
use support::{collection, generate, language, owners, ron};

const CAF: &str = "data-caf-fr";
const COEUR: &str = "opendata-cc-coeurdefrance-fr";

fn id(id: &str) -> PlatformId {
    PlatformId::new(id).expect("the id of a test is one")
}

/// A collection in a file, with its register and a folder for exports.
struct Archive {
    folder: tempfile::TempDir,
}

impl Archive {
    fn with(collection: &Collection) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let archive = Self { folder };
        fs::write(archive.path(), ron(collection)).expect("written");
        archive
    }

    fn examples() -> Self {
        Self::with(&examples())
    }

    fn path(&self) -> PathBuf {
        self.folder.path().join("portails.ron")
    }

    fn register_folder(&self) -> PathBuf {
        self.folder.path().join("portails.publications")
    }

    fn file(&self, name: &str) -> PathBuf {
        self.register_folder().join(name)
    }

    fn origin(&self) -> Origin {
        let session = files::open(&self.path()).expect("a collection");
        Origin {
            collection: session.collection().clone(),
            path: self.path(),
            fingerprint: session.source().expect("it was opened").fingerprint,
        }
    }

    fn try_publish(&self, asked: &Asked) -> Result<Published, PublishError> {
        let out = self.folder.path().join("pages");
        publish(
            &self.origin(),
            asked,
            &out,
            &Cancel::default(),
            &Progress::default(),
        )
    }

    fn publish(&self, asked: &Asked) -> Published {
        self.try_publish(asked).expect("published or refused")
    }

    /// Publishes the first platform on a day.
    fn publish_on(&self, day: Date) {
        let published = self.publish(&asked(&[CAF], day));
        assert!(published.refused.is_empty(), "{published:?}");
    }

    /// The collection with words of its text replaced, saved again.
    fn rewrite(&self, from: &str, to: &str) {
        let text = fs::read_to_string(self.path()).expect("it is there");
        assert!(text.contains(from), "{from} is in the collection");
        fs::write(self.path(), text.replace(from, to)).expect("written");
    }

    fn register(&self) -> Register {
        Register::open(&self.register_folder()).expect("readable")
    }

    fn faults(&self) -> Vec<Fault> {
        let register = self.register();
        let faults = register.verify(&Cancel::default(), &Progress::default());
        faults.expect("readable")
    }

    /// The files of the register with their bytes.
    fn held(&self) -> Vec<(String, Vec<u8>)> {
        let mut held: Vec<_> = fs::read_dir(self.register_folder())
            .into_iter()
            .flatten()
            .map(|entry| {
                let entry = entry.expect("readable");
                let bytes = fs::read(entry.path()).expect("readable");
                (entry.file_name().to_string_lossy().into_owned(), bytes)
            })
            .collect();
        held.sort();
        held
    }
}

fn asked(platforms: &[&str], day: Date) -> Asked {
    Asked {
        platforms: platforms.iter().map(|it| id(it)).collect(),
        languages: Vec::new(),
        formats: vec![Format::Text, Format::Json],
        number: None,
        date: day,
        by: "C. Martin".to_owned(),
        note: String::new(),
        agreement: None,
        waivers: Vec::new(),
    }
}

const FIRST: Date = date(2026, 1, 5);
const SECOND: Date = date(2026, 3, 1);
const THIRD: Date = date(2026, 10, 12);

fn three_releases() -> Archive {
    let archive = Archive::examples();
    for day in [FIRST, SECOND, THIRD] {
        archive.publish_on(day);
    }
    archive
}

#[test]
fn a_release_freezes_what_was_exported_and_who_says_so() {
    let archive = Archive::examples();
    let mut wanted = asked(&[CAF], THIRD);
    wanted.note = "Mise en ligne".to_owned();
    wanted.agreement = Some(Agreement {
        by: "D. Petit".to_owned(),
        on: Some(date(2026, 10, 10)),
    });
    archive.publish(&wanted);
    let chain = archive.register().chain(&id(CAF)).expect("readable");
    assert_eq!(chain.faults, []);
    let release = &chain.releases[0].release;
    assert_eq!((release.number, release.date), (1, THIRD));
    assert_eq!(
        (&*release.by, &*release.note),
        ("C. Martin", "Mise en ligne")
    );
    assert_eq!(release.agreement, wanted.agreement);
    assert_eq!(release.previous, None);
    assert_eq!(release.collection.file, "portails.ron");
    let of_collection = files::sha256(&fs::read(archive.path()).unwrap());
    assert_eq!(release.collection.sha256, of_collection);
    for file in &release.files {
        let bytes = fs::read(archive.folder.path().join("pages").join(&file.path)).unwrap();
        assert_eq!(file.sha256, files::sha256(&bytes), "{}", file.path);
        assert_eq!(file.size, bytes.len() as u64, "{}", file.path);
    }
    // What is frozen is what was exported, to the byte.
    let french = language("fr");
    let frozen = release.document(&french).expect("it speaks French");
    let exported = release.files.iter().find(|it| it.format == "json").unwrap();
    let bytes = render(&frozen, Format::Json, &Design::default()).expect("rendered");
    assert_eq!(files::sha256(&bytes), exported.sha256);
}

#[test]
fn every_release_names_the_one_before_it_and_none_is_written_again() {
    let archive = three_releases();
    let before = archive.held();
    archive.publish_on(THIRD);
    let after = archive.held();
    for (name, bytes) in &before {
        if name != files::LIST {
            let now = after.iter().find(|(other, _)| other == name);
            assert_eq!(now.map(|(_, bytes)| bytes), Some(bytes), "{name}");
        }
    }
    let chain = archive.register().chain(&id(CAF)).unwrap();
    for pair in chain.releases.windows(2) {
        let previous = pair[1].release.previous.as_ref().expect("one came before");
        assert_eq!(previous.number, pair[0].release.number);
        assert_eq!(previous.sha256, pair[0].sha256);
    }
    assert_eq!(archive.faults(), []);
}

#[test]
fn a_release_that_is_there_is_never_replaced() {
    let archive = Archive::examples();
    archive.publish_on(FIRST);
    let held = fs::read(archive.file("data-caf-fr-0001.json")).unwrap();
    let folder = archive.register_folder();
    let error = files::add_to_register(&folder, "data-caf-fr-0001.json", b"{}").unwrap_err();
    assert!(matches!(error, RegisterError::Exists { .. }), "{error:?}");
    assert_eq!(
        fs::read(archive.file("data-caf-fr-0001.json")).unwrap(),
        held
    );
    assert_eq!(archive.held().len(), 2, "no half file is left");
}

/// The faults that are told once something was done to the register, and what publishing says.
#[track_caller]
fn told_after(spoil: impl Fn(&Archive), expected: &[(&str, FaultKind)]) {
    let archive = three_releases();
    archive.publish(&asked(&[COEUR], FIRST));
    assert_eq!(archive.faults(), []);
    spoil(&archive);
    let faults = archive.faults();
    let told: Vec<_> = faults
        .iter()
        .map(|it| (&*it.file, it.kind.clone()))
        .collect();
    assert_eq!(told, expected);
    let before = archive.held();
    let published = archive.publish(&asked(&[CAF], THIRD));
    let is_refused = matches!(
        published.refused.as_slice(),
        [refused] if matches!(refused.why, Refusal::Faults(_))
    );
    assert!(is_refused, "{published:?}");
    assert_eq!(archive.held(), before, "nothing is added to it");
}

#[test]
fn what_was_changed_removed_or_renamed_is_named() {
    use FaultKind::{Broken, Changed, Missing};
    for number in 1..=3 {
        let name = format!("data-caf-fr-000{number}.json");
        told_after(
            |it| {
                let text = fs::read_to_string(it.file(&name)).unwrap();
                fs::write(it.file(&name), text.replace("Martin", "Martan")).unwrap();
            },
            &[(&name, Changed)],
        );
        told_after(
            |it| fs::remove_file(it.file(&name)).unwrap(),
            &[(&name, Missing)],
        );
    }
    // The list alone is not believed: what stands after a release knows it too.
    told_after(
        |it| {
            let name = "data-caf-fr-0002.json";
            let text = fs::read_to_string(it.file(name)).unwrap();
            let text = text.replace("Martin", "Martan");
            fs::write(it.file(name), &text).unwrap();
            relist(it, name, Some(text.as_bytes()));
        },
        &[("data-caf-fr-0002.json", Changed)],
    );
    told_after(
        |it| {
            fs::remove_file(it.file("data-caf-fr-0002.json")).unwrap();
            relist(it, "data-caf-fr-0002.json", None);
        },
        &[("data-caf-fr-0002.json", Missing)],
    );
    told_after(
        |it| {
            let path = it.file("data-caf-fr-0003.json");
            let text = fs::read_to_string(&path).unwrap();
            let text = text.replace("\"number\": 2,", "\"number\": 1,");
            fs::write(path, &text).unwrap();
            relist(it, "data-caf-fr-0003.json", Some(text.as_bytes()));
        },
        &[("data-caf-fr-0003.json", Broken)],
    );
}

/// Has the list say what a file holds now.
fn relist(archive: &Archive, name: &str, bytes: Option<&[u8]>) {
    let list = fs::read_to_string(archive.file(files::LIST)).unwrap();
    let lines = list.lines().filter(|line| !line.ends_with(name));
    let mut lines: Vec<String> = lines.map(str::to_owned).collect();
    lines.extend(bytes.map(|it| format!("{}  {name}", files::sha256(it))));
    fs::write(archive.file(files::LIST), lines.join("\n") + "\n").unwrap();
}

#[test]
fn releases_in_another_order_are_named() {
    let archive = three_releases();
    let (one, two) = (
        archive.file("data-caf-fr-0001.json"),
        archive.file("data-caf-fr-0002.json"),
    );
    let kept = archive.file("kept");
    fs::rename(&one, &kept).unwrap();
    fs::rename(&two, &one).unwrap();
    fs::rename(&kept, &two).unwrap();
    let told: Vec<String> = archive.faults().into_iter().map(|it| it.file).collect();
    assert!(
        told.contains(&"data-caf-fr-0001.json".to_owned()),
        "{told:?}"
    );
    assert!(
        told.contains(&"data-caf-fr-0002.json".to_owned()),
        "{told:?}"
    );
}

#[test]
fn a_list_that_is_gone_or_spoiled_is_named() {
    told_after(
        |it| fs::remove_file(it.file(files::LIST)).unwrap(),
        &[(files::LIST, FaultKind::NoList)],
    );
    told_after(
        |it| {
            let list = fs::read_to_string(it.file(files::LIST)).unwrap();
            fs::write(it.file(files::LIST), list + "rien\n").unwrap();
        },
        &[(files::LIST, FaultKind::BadList)],
    );
}

#[test]
fn what_was_put_into_the_register_is_named() {
    let archive = three_releases();
    fs::write(archive.file("notes.txt"), "À faire").unwrap();
    let copy = fs::read_to_string(archive.file("data-caf-fr-0003.json")).unwrap();
    let copy = copy
        .replace(CAF, COEUR)
        .replace("\"number\": 3", "\"number\": 1");
    fs::write(archive.file("opendata-cc-coeurdefrance-fr-0001.json"), copy).unwrap();
    let faults = archive.faults();
    let kinds: Vec<_> = faults.iter().map(|it| (&*it.file, &it.kind)).collect();
    assert!(
        kinds.contains(&("notes.txt", &FaultKind::Stranger)),
        "{kinds:?}"
    );
    let unlisted = (
        "opendata-cc-coeurdefrance-fr-0001.json",
        &FaultKind::Unlisted,
    );
    assert!(kinds.contains(&unlisted), "{kinds:?}");
}

#[test]
fn a_release_that_an_interrupted_program_did_not_list_is_listed_with_the_next() {
    let archive = three_releases();
    relist(&archive, "data-caf-fr-0003.json", None);
    let told = archive.faults();
    assert_eq!(told.len(), 1, "{told:?}");
    assert_eq!(told[0].kind, FaultKind::Unlisted);
    archive.publish_on(THIRD);
    assert_eq!(archive.faults(), []);
    assert_eq!(archive.register().last(&id(CAF)), Some(4));
}

#[test]
fn files_that_are_no_releases_are_told_and_nothing_panics() {
    let long = format!(
        "{{\"schema\": \"chartrier/release/1\", \"note\": \"{}\"",
        "a".repeat(9999)
    );
    let deep = "[".repeat(100_000);
    for content in [
        "",
        "{}",
        "null",
        "\u{0}",
        &long,
        &deep,
        "{\"schema\": \"chartrier/release/1\"}",
    ] {
        let archive = three_releases();
        fs::write(archive.file("data-caf-fr-0002.json"), content).unwrap();
        relist(&archive, "data-caf-fr-0002.json", Some(content.as_bytes()));
        let faults = archive.faults();
        let is_told = |it: &Fault| matches!(it.kind, FaultKind::NotARelease(_));
        assert!(faults.iter().any(is_told), "{content:.40}: {faults:?}");
        for interface in Interface::ALL {
            for fault in &faults {
                let said = messages::fault(&Words::new(interface), fault);
                assert!(said.ends_with(&fault.file), "{said}");
            }
        }
    }
    let archive = three_releases();
    let newer = "{\"schema\": \"chartrier/release/2\", \"nouveau\": 1}";
    fs::write(archive.file("data-caf-fr-0003.json"), newer).unwrap();
    let faults = archive.faults();
    let newer = FaultKind::Newer("chartrier/release/2".to_owned());
    assert!(faults.iter().any(|it| it.kind == newer), "{faults:?}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// One byte anywhere in the register, and its file is named.
    #[test]
    fn a_single_byte_is_noticed(file in 0_usize..5, at in any::<prop::sample::Index>(), other in 1_u8..) {
        thread_local! {
            static ARCHIVE: Archive = {
                let archive = three_releases();
                archive.publish(&asked(&[COEUR], FIRST));
                archive
            };
        }
        ARCHIVE.with(|archive| {
            let held = archive.held();
            let (name, bytes) = &held[file % held.len()];
            let mut changed = bytes.clone();
            let at = at.index(changed.len());
            changed[at] ^= other;
            fs::write(archive.file(name), &changed).unwrap();
            let faults = archive.faults();
            fs::write(archive.file(name), bytes).unwrap();
            prop_assert!(!faults.is_empty(), "byte {at} of {name}");
            if name != files::LIST {
                prop_assert!(faults.iter().any(|it| it.file == *name), "{faults:?}");
            }
            prop_assert_eq!(archive.faults(), []);
            Ok(())
        })?;
    }

    /// However often, in whatever order platforms are published, the register is whole.
    #[test]
    fn what_was_published_is_whole(order in prop::collection::vec(0_usize..2, 1..6)) {
        let archive = Archive::examples();
        for (number, which) in order.iter().enumerate() {
            let day = FIRST.saturating_add(jiff::Span::new().days(i64::try_from(number).unwrap()));
            let published = archive.publish(&asked(&[[CAF, COEUR][*which]], day));
            prop_assert!(published.refused.is_empty());
        }
        prop_assert_eq!(archive.faults(), []);
        for (which, platform) in [CAF, COEUR].into_iter().enumerate() {
            let times = order.iter().filter(|it| **it == which).count();
            let chain = archive.register().chain(&id(platform)).unwrap();
            prop_assert_eq!(chain.releases.len(), times);
        }
    }
}

#[test]
fn what_was_in_force_on_a_day_is_the_last_release_by_then() {
    let archive = three_releases();
    let releases = archive.register().chain(&id(CAF)).unwrap().releases;
    let on = |day| in_force(&releases, day).map(|it| it.release.number);
    assert_eq!(on(date(2026, 1, 4)), None);
    assert_eq!(on(FIRST), Some(1));
    assert_eq!(on(date(2026, 2, 28)), Some(1));
    assert_eq!(on(SECOND), Some(2));
    assert_eq!(on(date(2030, 1, 1)), Some(3));
}

#[test]
fn numbers_and_dates_only_rise() {
    let archive = three_releases();
    let mut wanted = asked(&[CAF], THIRD);
    wanted.number = Some(3);
    let refused = archive.publish(&wanted).refused;
    assert!(matches!(
        refused[0].why,
        Refusal::Number { wanted: 3, last: 3 }
    ));
    let refused = archive.publish(&asked(&[CAF], SECOND)).refused;
    assert!(matches!(refused[0].why, Refusal::Date { last: THIRD, .. }));
    wanted.number = Some(7);
    archive.publish(&wanted);
    assert_eq!(archive.register().last(&id(CAF)), Some(7));
    assert_eq!(archive.faults(), []);
}

#[test]
fn what_two_merged_versions_say_otherwise_is_settled_before_publishing() {
    let mut merged = examples();
    merged.conflicts.push(Conflict {
        at: "name".to_owned(),
        base: None,
        ours: None,
        theirs: Some("Portails de la ville".into()),
    });
    let archive = Archive::with(&merged);
    let error = archive.try_publish(&asked(&[CAF], FIRST)).unwrap_err();
    assert!(matches!(error, PublishError::Conflicts(1)));
    assert_eq!(archive.held(), []);
}

#[test]
fn nobody_publishes_in_nobodys_name() {
    let archive = Archive::examples();
    let mut wanted = asked(&[CAF], FIRST);
    wanted.by = "  ".to_owned();
    let error = archive.try_publish(&wanted).unwrap_err();
    assert!(matches!(error, PublishError::NoAuthor));
    let error = archive
        .try_publish(&asked(&["nulle-part"], FIRST))
        .unwrap_err();
    assert!(matches!(error, PublishError::UnknownPlatform(_)));
    assert_eq!(archive.held(), []);
}

/// A platform in two languages whose section lacks its English heading and text.
fn untranslated() -> Collection {
    collection(
        r#"platforms: [Platform(id: "p", name: "P", url: "https://p.example", title: {"fr": "Charte", "en": "Charter"},
            sections: [Section(id: "s", heading: {"fr": "Titre"}, body: {"fr": "Texte"})])]"#,
    )
}

#[test]
fn what_stands_is_waived_with_a_reason_or_nothing_is_published() {
    let archive = Archive::with(&untranslated());
    let mut wanted = asked(&["p"], FIRST);
    let refused = archive.publish(&wanted).refused;
    let Refusal::Findings(standing) = &refused[0].why else {
        panic!("{refused:?}");
    };
    let names: Vec<_> = standing.iter().map(|it| it.name()).collect();
    assert_eq!(names, ["untranslated:s/heading", "untranslated:s/body"]);
    for interface in Interface::ALL {
        let lines = messages::refused(&Words::new(interface), &refused[0]);
        assert_eq!(lines.len(), 2);
        assert!(lines[0].ends_with("untranslated:s/heading"), "{lines:?}");
    }

    let waiver = |finding: &str, reason: &str| Waiver {
        finding: finding.to_owned(),
        reason: reason.to_owned(),
    };
    wanted.waivers = vec![waiver("untranslated:s/heading", "Traduction en cours")];
    let refused = archive.publish(&wanted).refused;
    assert!(matches!(&refused[0].why, Refusal::Findings(left) if left.len() == 1));
    wanted.waivers.push(waiver("untranslated", " "));
    let error = archive.try_publish(&wanted).unwrap_err();
    assert!(matches!(error, PublishError::NoReason(_)));
    wanted.waivers[1] = waiver("untranslated", "Traduction prévue");
    assert!(archive.publish(&wanted).refused.is_empty());
    let chain = archive.register().chain(&id("p")).unwrap();
    let waived: Vec<_> = chain.releases[0]
        .release
        .waived
        .iter()
        .map(|it| (&*it.finding, &*it.reason))
        .collect();
    assert_eq!(
        waived,
        [
            ("untranslated:s/heading", "Traduction en cours"),
            ("untranslated:s/body", "Traduction prévue"),
        ]
    );
}

#[test]
fn what_cannot_be_exported_cannot_be_waived() {
    let archive = Archive::examples();
    archive.rewrite("name: \"data.caf.fr\"", "name: \"{{ nobody }}\"");
    let broken = collection(
        r#"platforms: [Platform(id: "p", name: "P", url: "https://p.example", title: "{{ rien }}")]"#,
    );
    let archive = Archive::with(&broken);
    let mut wanted = asked(&["p"], FIRST);
    wanted.waivers = vec![Waiver {
        finding: "unknown-field".to_owned(),
        reason: "Tant pis".to_owned(),
    }];
    let refused = archive.publish(&wanted).refused;
    assert!(matches!(&refused[0].why, Refusal::Findings(left) if !left[0].can_be_waived()));
    assert_eq!(archive.held(), []);
}

#[test]
fn one_platform_that_is_refused_keeps_no_other_from_being_published() {
    let archive = three_releases();
    let published = archive.publish(&asked(&[CAF, COEUR, CAF], SECOND));
    assert_eq!(published.released.len(), 1);
    assert_eq!(published.refused.len(), 1);
    assert_eq!(archive.faults(), []);
}

#[test]
fn charters_that_say_something_else_by_now_are_told() {
    let archive = three_releases();
    let glance = || {
        let glances = Glances::default().again(
            &archive.origin().collection,
            &archive.register(),
            &Cancel::default(),
            &Progress::default(),
        );
        let glances = glances.expect("not stopped");
        assert!(glances.of(&id(COEUR)).is_none(), "it was never published");
        glances.of(&id(CAF)).cloned().expect("it was published")
    };
    let now = glance();
    assert_eq!((now.number, now.date, now.is_agreed), (3, THIRD, false));
    assert!(!now.is_changed);
    archive.rewrite("Pourquoi cette page", "À quoi sert cette page");
    assert!(glance().is_changed);
    archive.publish_on(THIRD);
    assert!(!glance().is_changed);
}

// ---- Bad places

#[test]
fn a_register_that_is_a_file_is_left_alone() {
    let archive = Archive::examples();
    fs::write(archive.register_folder(), "à moi").unwrap();
    let error = archive.try_publish(&asked(&[CAF], FIRST)).unwrap_err();
    let told = messages::publish_error(&Words::new(Interface::French), &error);
    assert!(told.contains("portails.publications"), "{told}");
    assert!(matches!(
        error,
        PublishError::Register(RegisterError::NotAFolder { .. })
    ));
    assert_eq!(
        fs::read(archive.register_folder()).unwrap(),
        "à moi".as_bytes()
    );
}

#[test]
#[cfg(unix)]
fn a_path_that_is_too_long_is_told() {
    let folder = tempfile::tempdir().unwrap();
    // Its register's name is longer than a system takes, the file's own is not.
    let path = folder.path().join(format!("{}.ron", "a".repeat(245)));
    fs::write(&path, ron(&examples())).unwrap();
    let session = files::open(&path).unwrap();
    let origin = Origin {
        collection: session.collection().clone(),
        path: path.clone(),
        fingerprint: session.source().unwrap().fingerprint,
    };
    let out = folder.path().join("pages");
    let error = publish(
        &origin,
        &asked(&[CAF], FIRST),
        &out,
        &Cancel::default(),
        &Progress::default(),
    );
    let error = error.unwrap_err();
    assert!(matches!(error, PublishError::Register(_)), "{error:?}");
}

// ---- Comparing

fn document(collection: &Collection, owner: &str) -> Document {
    let owner = support::owner_named(collection, owner);
    let resolved = collection.resolve(&owner).unwrap();
    Document::new(collection, &resolved, &language("fr"))
}

fn changed(from: &str, to: &str) -> Comparison {
    let before = examples();
    let text = ron(&before);
    assert!(text.contains(from), "{from}");
    let text = text.replace(from, to);
    let after = store::read(text.as_bytes(), store::Notation::Ron).expect("still a collection");
    Comparison::between(
        &document(&before, CAF),
        &document(&after, CAF),
        Rigour::Strict,
    )
}

#[test]
fn a_word_that_changed_is_told_by_words_in_its_section() {
    let comparison = changed("Pourquoi cette page", "Comment lire cette page");
    assert_eq!(comparison.sections.len(), 1, "{comparison:?}");
    let SectionFate::Changed {
        heading: Some(TextChange::Words(spans)),
        ..
    } = &comparison.sections[0].what
    else {
        panic!("{comparison:?}");
    };
    assert!(
        spans.contains(&Span::Removed("Pourquoi".to_owned())),
        "{spans:?}"
    );
    assert!(
        spans.contains(&Span::Added("Comment lire".to_owned())),
        "{spans:?}"
    );
}

/// A charter with one table of these rows.
fn with_rows(rows: &str) -> Document {
    let collection = collection(&format!(
        r#"platforms: [Platform(id: "p", name: "P", url: "https://p.example", title: "Charte",
            columns: [Column(id: "nom", role: name, label: "Nom"), Column(id: "par", role: provider, label: "Prestataire"), Column(id: "duree", role: duration, label: "Durée")],
            sections: [Section(id: "s", heading: "Cookies", table: CookieTable(category: audience, rows: [{rows}]))])]"#
    ));
    document(&collection, "p")
}

#[test]
fn cookies_are_added_removed_and_changed_by_name() {
    let before = with_rows(
        r#"Row(id: "a", cells: {"nom": "_ga", "par": "Google", "duree": "13 mois"}), Row(id: "b", cells: {"nom": "_fbp", "par": "Meta"})"#,
    );
    let after = with_rows(
        r#"Row(id: "a", cells: {"nom": "_ga", "par": "Google", "duree": "6 mois"}), Row(id: "c", cells: {"nom": "_pk_id", "par": "Matomo"})"#,
    );
    let comparison = Comparison::between(&before, &after, Rigour::Strict);
    let told: Vec<_> = comparison
        .cookies
        .iter()
        .map(|it| {
            let fate = match it.what {
                Fate::Added(_) => "added",
                Fate::Removed(_) => "removed",
                Fate::Changed { .. } => "changed",
            };
            (it.cookie.name.as_str(), fate)
        })
        .collect();
    let expected = [("_ga", "changed"), ("_fbp", "removed"), ("_pk_id", "added")];
    assert_eq!(told, expected);
    for (interface, line) in [
        (
            Interface::French,
            "Cookie _ga (Google), Durée : [-13-] {+6+} mois",
        ),
        (
            Interface::English,
            "Cookie _ga (Google), Durée: [-13-] {+6+} mois",
        ),
    ] {
        let lines = messages::difference_lines(&Words::new(interface), &comparison);
        assert!(lines.iter().any(|it| it.contains("_ga")), "{lines:?}");
        let plain: String = lines[0].replace("[-13-]{+6+}", "[-13-] {+6+}");
        assert_eq!(plain, line);
    }
}

#[test]
fn spaces_quotation_marks_and_dashes_are_nothing_to_a_page() {
    let one = with_rows(r#"Row(id: "a", cells: {"nom": "« l’outil »", "duree": "13 mois"})"#);
    let other = with_rows(r#"Row(id: "z", cells: {"nom": "\"l'outil\"", "duree": "13  mois"})"#);
    assert!(Comparison::between(&one, &other, Rigour::Loose).is_empty());
    assert!(!Comparison::between(&one, &other, Rigour::Strict).is_empty());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// What a charter says as JSON is read back as the same document, and written again to the
    /// same bytes; it differs in nothing from itself.
    #[test]
    fn a_charter_as_json_is_read_back_as_it_was(collection in generate::collection()) {
        for owner in owners(&collection) {
            let Some(resolved) = collection.resolve(&owner) else { continue };
            for tag in ["fr", "en"] {
                let document = Document::new(&collection, &resolved, &language(tag));
                let bytes = render(&document, Format::Json, &Design::default()).unwrap();
                let again = json::charter(&bytes).expect("a charter");
                prop_assert_eq!(&render(&again, Format::Json, &Design::default()).unwrap(), &bytes);
                let expected = Document { findings: Findings::default(), ..document };
                prop_assert_eq!(&again, &expected);
                for rigour in [Rigour::Strict, Rigour::Loose] {
                    prop_assert!(Comparison::between(&again, &expected, rigour).is_empty());
                }
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    /// Two documents that differ in nothing say the same, wherever that is written.
    #[test]
    fn nothing_that_differs_goes_untold(
        one in generate::collection(),
        other in generate::collection(),
    ) {
        let documents = |collection: &Collection| -> Vec<Document> {
            let owners = owners(collection).into_iter();
            let resolved = owners.filter_map(|owner| collection.resolve(&owner));
            resolved.map(|it| Document::new(collection, &it, &language("fr"))).collect()
        };
        let words = Words::new(Interface::English);
        for before in documents(&one) {
            for after in documents(&other) {
                let comparison = Comparison::between(&before, &after, Rigour::Strict);
                let markdown = |it: &Document| render(it, Format::Markdown, &Design::default()).unwrap();
                if comparison.is_empty() {
                    prop_assert_eq!(markdown(&before), markdown(&after));
                }
                let lines = messages::difference_lines(&words, &comparison);
                prop_assert_eq!(lines.is_empty(), comparison.is_empty());
            }
        }
    }
}

#[test]
fn the_schemas_are_those_that_are_kept() {
    let kept = |name: &str| {
        let path = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("assets")
            .join(name);
        fs::read_to_string(path).unwrap_or_default()
    };
    assert!(
        json::charter_schema() == kept("charter.schema.json"),
        "run: cargo run -- schema charter > assets/charter.schema.json"
    );
    assert!(
        chartrier::workspace::releases::release_schema() == kept("release.schema.json"),
        "run: cargo run -- schema release > assets/release.schema.json"
    );
}

// ---- Is it online?

fn online(archive: &Archive, page: &[u8], name: &str) -> Result<Comparison, NotCompared> {
    let chain = archive.register().chain(&id(CAF)).unwrap();
    let last = chain.releases.last().expect("it was published");
    compare_page(page, name, &last.release).map(|it| it.comparison)
}

#[test]
fn a_page_that_says_what_was_published_is_the_same_whatever_stands_around_it() {
    let archive = Archive::examples();
    archive.publish_on(FIRST);
    let collection = archive.origin().collection;
    let document = document(&collection, CAF);
    let rendered = |format| {
        let bytes = render(&document, format, &Design::default()).unwrap();
        String::from_utf8(bytes).unwrap()
    };
    let fragment = rendered(Format::Fragment);
    let portal = format!(
        "<!DOCTYPE html><html lang=\"fr\"><head><title>Portail</title></head><body><nav><a href=\"/\">Accueil</a> <a href=\"/explore\">Explorer</a></nav><main>{}</main><footer>Mentions légales</footer></body></html>",
        fragment
            .replace('’', "'")
            .replace(['\u{a0}', '\u{202f}'], " ")
    );
    for (page, name) in [
        (rendered(Format::Html), "page.html"),
        (fragment, "fragment.html"),
        (portal, "portail.html"),
        (rendered(Format::Markdown), "charte.md"),
    ] {
        let comparison = online(&archive, page.as_bytes(), name).expect("compared");
        let lines = messages::difference_lines(&Words::new(Interface::French), &comparison);
        assert!(comparison.is_empty(), "{name}: {lines:#?}");
    }
}

#[test]
fn a_page_that_says_something_else_is_told_by_words() {
    let archive = Archive::examples();
    archive.publish_on(FIRST);
    let document = document(&archive.origin().collection, CAF);
    let page = String::from_utf8(render(&document, Format::Html, &Design::default()).unwrap());
    let page = page
        .unwrap()
        .replace("désignent cet organisme", "désignent ce service");
    let comparison = online(&archive, page.as_bytes(), "page.html").expect("compared");
    let lines = messages::difference_lines(&Words::new(Interface::French), &comparison);
    assert_eq!(lines.len(), 1, "{lines:#?}");
    assert!(
        lines[0].contains("[-cet organisme-]{+ce service+}"),
        "{lines:#?}"
    );
}

#[test]
fn what_is_no_page_is_compared_with_nothing() {
    let archive = Archive::examples();
    archive.publish_on(FIRST);
    let collection = fs::read(archive.path()).unwrap();
    let error = online(&archive, &collection, "portails.ron").unwrap_err();
    assert!(matches!(error, NotCompared::NoPage), "{error:?}");
    for bytes in [&b""[..], b"\0\0\0\0"] {
        assert!(matches!(
            online(&archive, bytes, "x.html"),
            Err(NotCompared::Unread(_))
        ));
    }
}

// ---- The history

#[test]
fn the_history_is_a_document_that_every_renderer_takes() {
    let archive = three_releases();
    archive.rewrite("Pourquoi cette page", "À quoi sert cette page");
    archive.publish_on(THIRD);
    let chain = archive.register().chain(&id(CAF)).unwrap();
    for (interface, said) in [
        (
            Interface::French,
            [
                "Publication nº 4 du 12/10/2026",
                "accord manquant",
                "Rien n’a changé.",
            ],
        ),
        (
            Interface::English,
            [
                "Release 4, 2026-10-12",
                "agreement missing",
                "Nothing has changed.",
            ],
        ),
    ] {
        let history = messages::history(&Words::new(interface), &chain).expect("it was published");
        let text = render(&history, Format::Text, &Design::default()).unwrap();
        let text = String::from_utf8(text).unwrap();
        for said in said {
            assert!(text.contains(said), "{said} in {text}");
        }
        assert!(text.contains("À quoi sert"), "{text}");
        let page = render(&history, Format::Html, &Design::default()).unwrap();
        assert!(String::from_utf8(page).unwrap().contains("<s>"));
    }
}
