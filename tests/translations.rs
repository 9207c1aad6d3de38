//! Translations: which are older than what they translate, what is still to be translated, and how
//! much of each charter is done.

mod support;

use chartrier::document::Document;
use chartrier::model::{
    Collection, ColumnAddress, ColumnId, Element, Owner, Role, SectionId, Text,
};
use chartrier::store::{self, Notation, merge};
use chartrier::workspace::changes::{ColumnSheet, Scope, put_together};
use chartrier::workspace::find::Query;
use chartrier::workspace::find::everywhere::{Asked, Needle, replace, search};
use chartrier::workspace::moved_on::MovedOn;
use chartrier::workspace::translations::{Lack, queue, share, shares};
use chartrier::workspace::{Cancel, Progress, Session};
use proptest::prelude::*;
use support::{collection, generate, json, language, make, model, platform, resolve, ron};

/// A model in two languages, one platform that follows it, and one in French alone.
const TEAS: &str = r#"
    models: [Model(id: "m", name: "Modèle", title: {"fr": "Le thé", "en": "The tea"}, sections: [
        Section(id: "a", heading: {"fr": "Thé vert", "en": "Green tea"}, body: {"fr": "Du thé"}),
        Section(id: "b", heading: "Oolong", body: {"en": "Some tea"}),
    ])],
    platforms: [
        Platform(id: "p", follows: "m"),
        Platform(id: "q", follows: "m", languages: ["fr"]),
    ],
"#;

fn heading() -> Element {
    Element::Heading(SectionId::new("a").expect("an id"))
}

fn write(session: &mut Session, owner: &Owner, element: &Element, tag: &str, words: &str) {
    make(session, owner, &|charters| {
        charters.write(element, &language(tag), words, Scope::Here)
    });
}

/// What the English words of an element are of, if that has changed since.
fn outdated(session: &Session, owner: &str, element: &Element) -> Option<String> {
    let resolved = resolve(session.collection(), owner);
    let (text, _) = resolved.text(element).expect("it has a text");
    text.outdated(&language("en")).map(str::to_owned)
}

// ---- Translations that are older than what they translate

#[test]
fn a_translation_keeps_what_it_was_made_from_until_that_is_back() {
    let mut session = Session::unsaved(collection(TEAS));
    let m = model("m");
    let before = ron(session.collection());
    for words in ["Le th", "Le t", "Le ta", "Le tai"] {
        write(&mut session, &m, &Element::Title, "fr", words);
        assert_eq!(
            outdated(&session, "m", &Element::Title).as_deref(),
            Some("Le thé"),
            "as {words} is typed"
        );
    }
    let followers = outdated(&session, "p", &Element::Title);
    assert_eq!(followers.as_deref(), Some("Le thé"), "and for who follows");
    write(&mut session, &m, &Element::Title, "fr", "Le thé");
    assert_eq!(ron(session.collection()), before, "nothing is left of it");
    while session.undo().is_some() {
        let is_first = ron(session.collection()) == before;
        let is_older = outdated(&session, "m", &Element::Title).is_some();
        assert!(is_first != is_older);
    }
    assert_eq!(ron(session.collection()), before);
}

#[test]
fn typing_is_still_merged_into_words_and_undone_as_such() {
    let mut session = Session::unsaved(collection(TEAS));
    let m = model("m");
    let before = ron(session.collection());
    for words in [
        "Le thé ",
        "Le thé v",
        "Le thé ve",
        "Le thé ver",
        "Le thé vert",
    ] {
        write(&mut session, &m, &Element::Title, "fr", words);
    }
    assert_eq!(session.steps(), (2, 0), "a space, and a word");
    let french = ron(session.collection());
    // The first letter brings the translation up to date; the others go on with it.
    for words in ["The teas", "The teas!"] {
        write(&mut session, &m, &Element::Title, "en", words);
    }
    assert_eq!(session.steps(), (3, 0));
    assert_eq!(outdated(&session, "m", &Element::Title), None);
    let typed = session.step(2).and_then(|it| it.typed).expect("words");
    assert_eq!((typed.at, typed.inserted, typed.removed), (7, "s!", ""));
    let both = ron(session.collection());
    session.undo();
    assert_eq!(ron(session.collection()), french, "it is older again");
    session.redo();
    assert_eq!(ron(session.collection()), both);
    session.jump_to(0);
    assert_eq!(ron(session.collection()), before);
}

#[test]
fn a_translation_that_was_read_again_is_confirmed_for_all_that_show_it() {
    let mut session = Session::unsaved(collection(TEAS));
    write(&mut session, &model("m"), &Element::Title, "fr", "Le thé !");
    let older = ron(session.collection());
    make(&mut session, &platform("p"), &|charters| {
        charters.confirm(&Element::Title, &language("en"))
    });
    for owner in ["m", "p"] {
        assert_eq!(outdated(&session, owner, &Element::Title), None);
    }
    let resolved = resolve(session.collection(), "p");
    let charters = support::offered(&session, &platform("p"), &|charters| {
        charters.confirm(&Element::Title, &language("en"))
    });
    assert_eq!(charters, None, "it is confirmed once");
    let (title, _) = resolved.text(&Element::Title).expect("a title");
    assert_eq!(title.written(&language("en")), Some("The tea"));
    session.undo();
    assert_eq!(ron(session.collection()), older);
}

#[test]
fn what_is_adapted_in_the_first_language_leaves_its_translation_older() {
    let mut session = Session::unsaved(collection(TEAS));
    write(&mut session, &platform("p"), &heading(), "fr", "Thés verts");
    assert_eq!(
        outdated(&session, "p", &heading()).as_deref(),
        Some("Thé vert")
    );
    assert_eq!(outdated(&session, "m", &heading()), None, "only here");
    write(&mut session, &platform("p"), &heading(), "en", "Green teas");
    assert_eq!(outdated(&session, "p", &heading()), None);
    // To be read again is no news of the model's for who adapted its words.
    write(&mut session, &model("m"), &heading(), "fr", "Thé");
    write(
        &mut session,
        &platform("p"),
        &Element::Title,
        "fr",
        "Un thé",
    );
    write(&mut session, &model("m"), &heading(), "fr", "Thé vert");
    let shown = support::shown(session.collection(), "p").join("\n");
    assert!(!shown.contains("moved on"), "{shown}");
}

#[test]
fn a_column_that_is_called_otherwise_leaves_its_translation_older() {
    let start = r#"models: [Model(id: "m", columns: [Column(id: "c", role: name, label: {"fr": "Nom", "en": "Name"})])]"#;
    let mut session = Session::unsaved(collection(start));
    let address = ColumnAddress {
        table: None,
        column: ColumnId::new("c").expect("an id"),
    };
    let mut label = |french: &str, english: &str| {
        let sheet = ColumnSheet {
            role: Role::Name,
            label: Text::ByLanguage(vec![
                (language("fr"), french.into()),
                (language("en"), english.into()),
            ]),
        };
        make(&mut session, &model("m"), &|charters| {
            charters.edit_column(&address, &sheet, Scope::Here)
        });
        outdated(&session, "m", &Element::Column(address.clone()))
    };
    assert_eq!(label("Nom du cookie", "Name").as_deref(), Some("Nom"));
    assert_eq!(label("Nom du cookie", "Cookie"), None);
    assert_eq!(label("Cookie", "Cookies"), None, "both at once");
}

#[test]
fn what_is_put_together_of_the_model_and_here_leaves_its_translation_older() {
    let mut session = Session::unsaved(collection(TEAS));
    write(
        &mut session,
        &platform("p"),
        &heading(),
        "fr",
        "Thé vert, ici",
    );
    write(
        &mut session,
        &platform("p"),
        &heading(),
        "en",
        "Green tea, here",
    );
    write(&mut session, &model("m"), &heading(), "fr", "Bon thé vert");
    let moved = MovedOn::of(session.collection(), &platform("p"), &heading());
    let moved = moved.expect("the model has changed since");
    let versions = moved.versions(session.collection()).expect("it is there");
    let together = versions.merged(&[]).expect("texts are merged");
    let change = put_together(session.collection(), &moved, together);
    session
        .make(change.expect("it is offered"))
        .expect("it can be made");
    let resolved = resolve(session.collection(), "p");
    let (text, _) = resolved.text(&heading()).expect("it has a text");
    assert_eq!(text.written(&language("fr")), Some("Bon thé vert, ici"));
    assert_eq!(text.written(&language("en")), Some("Green tea, here"));
    assert_eq!(text.outdated(&language("en")), Some("Thé vert, ici"));
}

#[test]
fn words_that_were_there_before_the_first_language_had_some_are_of_nothing() {
    let mut session = Session::unsaved(collection(TEAS));
    let body = Element::Body(SectionId::new("b").expect("an id"));
    for words in ["D", "Du", "Du thé"] {
        write(&mut session, &model("m"), &body, "fr", words);
    }
    assert_eq!(outdated(&session, "m", &body), None);
    // Once they are read again, they are a translation as any other.
    write(&mut session, &model("m"), &body, "en", "Some tea.");
    write(&mut session, &model("m"), &body, "fr", "Du bon thé");
    assert_eq!(outdated(&session, "m", &body).as_deref(), Some("Du thé"));
}

#[test]
fn nothing_that_is_exported_knows_of_it() {
    let before = collection(TEAS);
    let mut session = Session::unsaved(before.clone());
    write(&mut session, &model("m"), &Element::Title, "fr", "Le thé !");
    write(&mut session, &model("m"), &heading(), "fr", "Thés");
    let english = |collection: &Collection| {
        Document::new(collection, &resolve(collection, "p"), &language("en"))
    };
    assert_eq!(english(session.collection()), english(&before));
}

#[test]
fn the_file_says_what_an_older_translation_is_of_and_nothing_otherwise() {
    let mut session = Session::unsaved(collection(TEAS));
    write(&mut session, &model("m"), &Element::Title, "fr", "Thé");
    let text = ron(session.collection());
    let older = r#""en": Translation(
                    text: "The tea",
                    of: "Le thé",
                ),"#;
    assert!(text.contains(older), "{text}");
    assert_eq!(text.matches("Translation(").count(), 1);
    let text = json(session.collection());
    let value: serde_json::Value = serde_json::from_str(&text).expect("it is JSON");
    let english = &value["models"][0]["title"]["en"];
    let expected = serde_json::json!({"text": "The tea", "of": "Le thé"});
    assert_eq!(*english, expected);
    for (wrong, line) in [
        ("\n\"en\": Translation(text: \"x\")", 3),
        (
            "\n\n\"en\": Translation(text: \"x\", of: \"y\", off: \"z\")",
            4,
        ),
        ("\n\"en\": 1", 3),
    ] {
        let text = format!(
            "Collection(format: 1, name: \"n\", languages: [\"fr\"],\nmodels: [Model(id: \"m\", title: {{\"fr\": \"y\",{wrong}}})])"
        );
        let error = store::read(text.as_bytes(), Notation::Ron).expect_err("it is wrong");
        assert_eq!(error.at.map(|at| at.line), Some(line), "{error:?}");
        assert!(error.path.starts_with("models[0].title"), "{error:?}");
    }
}

#[test]
fn what_is_replaced_everywhere_leaves_older_what_was_and_nothing_else() {
    let mut session = Session::unsaved(collection(TEAS));
    write(&mut session, &model("m"), &heading(), "fr", "Thé, vert");
    let asked = Asked {
        query: Query {
            words: "the".to_owned(),
            ..Query::default()
        },
        ..Asked::default()
    };
    let tea = |words: &str| Asked {
        query: Query {
            words: words.to_owned(),
            ..asked.query.clone()
        },
        pattern: true,
        ..asked.clone()
    };
    for (asked, by) in [(tea("thé|tea"), "mate"), (tea("vert"), "chaud")] {
        let needle = Needle::of(&asked).expect("a pattern");
        let (cancel, progress) = Default::default();
        let found = search(session.collection(), &asked, &needle, &cancel, &progress);
        let found = found.expect("nobody cancels it");
        let replaced = replace(session.collection(), &found, &needle, by);
        let change = replaced.change.expect("some is found");
        session.make(change).expect("it can be made");
    }
    assert_eq!(
        outdated(&session, "m", &Element::Title),
        None,
        "both languages say the new word"
    );
    assert_eq!(
        outdated(&session, "m", &heading()).as_deref(),
        Some("Thé vert"),
        "nobody has read it again"
    );
}

// ---- What is to be translated

/// What is to be translated, a line each.
fn told(collection: &Collection) -> Vec<String> {
    let queue = queue(collection, &Cancel::default(), &Progress::default());
    let lines = queue.expect("nobody cancels it").into_iter().map(|it| {
        let lack = match it.lack {
            Lack::Missing => "missing",
            Lack::Outdated => "outdated",
        };
        format!(
            "{}, {} {}: {lack}, « {} »",
            it.owner, it.language, it.element, it.said
        )
    });
    lines.collect()
}

#[test]
fn the_queue_has_each_text_once_where_it_is_written() {
    let mut session = Session::unsaved(collection(TEAS));
    write(&mut session, &model("m"), &Element::Title, "fr", "Thé");
    write(&mut session, &platform("p"), &heading(), "fr", "Thés");
    write(&mut session, &platform("q"), &heading(), "fr", "Thés");
    assert_eq!(
        told(session.collection()),
        [
            "m, fr b / body: missing, « Some tea »",
            "m, en title: outdated, « The tea »",
            "m, en a / body: missing, « Du thé »",
            "p, en a / heading: outdated, « Green tea »",
        ],
        "q is in French alone"
    );
    let cancel = Cancel::default();
    cancel.cancel();
    assert_eq!(
        queue(session.collection(), &cancel, &Progress::default()),
        None
    );
}

#[test]
fn percentages_count_what_a_charter_shows() {
    let mut session = Session::unsaved(collection(TEAS));
    write(&mut session, &model("m"), &Element::Title, "fr", "Thé");
    let of = |owner: &str, tag: &str| {
        let resolved = resolve(session.collection(), owner);
        let share = share(&resolved, &language(tag));
        (share.texts, share.missing, share.outdated, share.percent())
    };
    assert_eq!(of("p", "fr"), (4, 1, 0, 75));
    assert_eq!(of("p", "en"), (4, 1, 1, 50));
    let (cancel, progress) = (Cancel::default(), Progress::default());
    let all = shares(session.collection(), &cancel, &progress).expect("nobody cancels it");
    let told: Vec<String> = all
        .iter()
        .map(|it| {
            let each = it.shares.iter();
            let each = each.map(|(language, share)| format!(" {language} {}", share.percent()));
            format!("{}:{}", it.owner, each.collect::<String>())
        })
        .collect();
    assert_eq!(told, ["m: fr 75 en 50", "p: fr 75 en 50", "q: fr 75"]);
    let empty = collection(r#"platforms: [Platform(id: "p")]"#);
    assert_eq!(share(&resolve(&empty, "p"), &language("fr")).percent(), 100);
}

// ---- Two versions

#[test]
fn what_two_people_did_to_a_text_and_its_translation_comes_together() {
    let base = collection(TEAS);
    let changed = |changes: &[(&str, &str)]| {
        let mut session = Session::unsaved(base.clone());
        for (tag, words) in changes {
            write(&mut session, &model("m"), &Element::Title, tag, words);
        }
        session.collection().clone()
    };
    let french = changed(&[("fr", "Thé")]);
    let english = changed(&[("en", "Tea")]);
    let both = changed(&[("fr", "Thé"), ("en", "Teas")]);
    for (ours, theirs, expected) in [
        (&french, &english, ("Thé", "Tea", Some("Le thé"))),
        (&english, &french, ("Thé", "Tea", Some("Le thé"))),
        (&both, &base, ("Thé", "Teas", None)),
        (&base, &both, ("Thé", "Teas", None)),
        (&french, &both, ("Thé", "Teas", None)),
        (&both, &french, ("Thé", "Teas", None)),
    ] {
        let merged = merge(Some(&base), ours, theirs);
        assert!(merged.conflicts.is_empty(), "{:?}", merged.conflicts);
        let title = merged
            .charter(&model("m"))
            .and_then(|it| it.text(&Element::Title));
        let title = title.expect("it has a title");
        let said = |tag| title.written(&language(tag)).unwrap_or_default();
        let english = language("en");
        assert_eq!((said("fr"), said("en"), title.outdated(&english)), expected);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn changing_the_first_language_and_back_leaves_every_text_as_it_was(
        start in generate::collection(),
        words in prop::collection::vec(generate::words(), 1..5),
        at in 0_usize..10,
    ) {
        let owners = support::owners(&start);
        let Some(owner) = owners.get(at % owners.len().max(1)) else { return Ok(()) };
        let Some(Text::ByLanguage(texts)) = start.charter(owner).and_then(|it| it.text(&Element::Title)) else { return Ok(()) };
        let Some((first, before)) = texts.first().cloned() else { return Ok(()) };
        // As a file that this program wrote has it: what a translation is of is something else.
        let is_sound = texts.iter().all(|(_, it)| it.of.is_none() || it.of.as_deref() != Some(&before));
        if !is_sound || before.is_empty() || first != start.first_language() {
            return Ok(());
        }
        let mut session = Session::unsaved(start.clone());
        let mut write = |words: &str| {
            if let Some(change) = support::offered(&session, owner, &|it| it.write(&Element::Title, &first, words, Scope::Everywhere)) {
                session.make(change).expect("what is offered can be made");
            }
        };
        for words in words.iter().chain([&before.to_string()]) {
            write(words);
        }
        let text = |collection: &Collection| collection.charter(owner).and_then(|it| it.text(&Element::Title)).cloned();
        let after = text(session.collection()).expect("it is there");
        let was = text(&start).expect("it is there");
        prop_assert!(after.says(&was));
        session.jump_to(0);
        prop_assert_eq!(ron(session.collection()), ron(&start));
    }
}
