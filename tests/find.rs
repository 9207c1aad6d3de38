//! Searching and replacing in a charter and in all of them, and walking the list of steps.

mod support;

#[path = "find/everywhere.rs"]
mod everywhere;

use chartrier::model::{Element, Owner};
use chartrier::workspace::changes::{Charters, Scope};
use chartrier::workspace::find::{Found, Query, Sight, search};
use chartrier::workspace::{Change, Deed, Place, Session};
use proptest::prelude::*;
use support::{collection, generate, language, owners, platform, resolve, ron, texts_of};

/// A charter with a word in every kind of place.
const CHARTER: &str = r#"
    models: [Model(id: "m", title: {"fr": "Le thé"}, columns: [Column(id: "name", role: name, label: {"fr": "Nom du thé"}), Column(id: "why", hidden: true)], sections: [
        Section(id: "a", heading: {"fr": "Thé vert"}, body: {"fr": "Du thé, encore du the.\nThéière : {{ platform.the }} l’été"}),
        Section(id: "b", heading: {"en": "Tea"}, table: CookieTable(rows: [Row(id: "r", cells: {"name": "_the", "why": {"fr": "le thé"}})])),
    ])],
    platforms: [
        Platform(id: "p", follows: "m", adaptations: [
            replace_title(was: {"fr": "Le thé"}, text: {"fr": "Mon thé"}),
            hide_section(section: "b"),
        ]),
        Platform(id: "q", follows: "m"),
    ],
"#;

fn query(words: &str) -> Query {
    Query {
        words: words.to_owned(),
        ..Query::default()
    }
}

fn look(id: &str, query: &Query) -> Found {
    let resolved = resolve(&collection(CHARTER), id);
    search(&resolved, &language("fr"), query, None)
}

fn text<'r>(resolved: &'r chartrier::model::Resolved, element: &Element) -> &'r str {
    let (text, _) = resolved.text(element).expect("it has a text");
    text.written(&language("fr")).unwrap_or_default()
}

/// What a search finds, as places and the words that stand there.
fn told(id: &str, query: &Query) -> Vec<String> {
    let resolved = resolve(&collection(CHARTER), id);
    let found = search(&resolved, &language("fr"), query, None);
    let line = |it: &chartrier::workspace::find::Match| {
        let words = &text(&resolved, &it.element)[it.bytes.clone()];
        let hidden = if it.sight == Sight::Hidden {
            " (hidden)"
        } else {
            ""
        };
        format!("{}: {words}{hidden}", it.element)
    };
    found.matches.iter().map(line).collect()
}

#[test]
fn words_are_found_in_every_text_of_the_language_in_the_order_of_the_charter() {
    let all = [
        "title: thé",
        "a / heading: Thé",
        "a / body: thé",
        "a / body: the",
        "a / body: Thé",
        "a / body: the",
        "columns / name: thé",
        "b / r / name: the",
        "b / r / why: thé (hidden)",
    ];
    assert_eq!(told("m", &query("THE")), all);
    assert_eq!(
        told("m", &query("Tea")),
        [""; 0],
        "another language is not searched"
    );
    let in_p = told("p", &query("the"));
    assert_eq!(
        in_p[7], "b / r / name: the (hidden)",
        "its section is hidden in p"
    );
}

#[test]
fn options_tell_letters_apart() {
    let cases = [
        ("nothing", query("thé"), 9),
        (
            "accents",
            Query {
                accents: true,
                ..query("thé")
            },
            6,
        ),
        (
            "capitals",
            Query {
                case: true,
                ..query("Thé")
            },
            2,
        ),
        (
            "whole words",
            Query {
                whole_words: true,
                ..query("the")
            },
            7,
        ),
        ("apostrophes are one", query("l'ete"), 1),
        ("several words", query("encore du"), 1),
        ("lines", query("the.\ntheiere"), 1),
        ("nothing to find", query("café"), 0),
        ("no words", query(""), 0),
    ];
    for (what, query, count) in cases {
        assert_eq!(look("m", &query).matches.len(), count, "{what}");
    }
}

#[test]
fn a_letter_that_is_two_is_found_as_two_and_never_halved() {
    let charter =
        r#"platforms: [Platform(id: "p", title: {"fr": "Cœur, cafe\u{301}s, un\u{202f}mot"})]"#;
    let resolved = resolve(&collection(charter), "p");
    for (words, found) in [
        ("coeur", Some("Cœur")),
        ("oe", Some("œ")),
        ("o", None),
        ("cafés", Some("cafe\u{301}s")),
        ("cafe", Some("cafe\u{301}")),
        ("un mot", Some("un\u{202f}mot")),
    ] {
        let all = search(&resolved, &language("fr"), &query(words), None).matches;
        let said = all
            .first()
            .map(|it| &text(&resolved, &Element::Title)[it.bytes.clone()]);
        // The `o` of « mot » is a letter by itself.
        let said = said.filter(|it| *it != "o");
        assert_eq!(said, found, "{words}");
    }
}

#[test]
fn a_search_goes_on_from_where_one_is() {
    let resolved = resolve(&collection(CHARTER), "m");
    let body = texts_of(&resolved)
        .into_iter()
        .find(|it| it.to_string() == "a / body")
        .expect("a body");
    for (byte, next) in [(0, 2), (4, 3), (1000, 6)] {
        let from = Some((&body, byte));
        let found = search(&resolved, &language("fr"), &query("the"), from);
        assert_eq!(found.next, next, "from byte {byte}");
    }
}

fn replace(session: &mut Session, id: &str, words: &str, by: &str, scope: Scope) -> (usize, usize) {
    let resolved = resolve(session.collection(), id);
    let found = search(&resolved, &language("fr"), &query(words), None);
    let charters = Charters {
        collection: session.collection(),
        resolved: &resolved,
    };
    let replaced = charters.replace(&language("fr"), &found.matches, by, scope);
    if let Some(change) = replaced.change {
        session.make(change).expect("what is offered can be done");
    }
    (replaced.count, replaced.skipped)
}

#[test]
fn everything_is_replaced_in_one_step_and_fields_stay_whole() {
    let mut session = Session::unsaved(collection(CHARTER));
    assert_eq!(
        replace(&mut session, "m", "thé", "café", Scope::Here),
        (8, 1)
    );
    let text = ron(session.collection());
    for said in [
        "Du café, encore du café.",
        "caféière : {{ platform.the }} l’été",
    ] {
        assert!(text.contains(said), "{text}");
    }
    assert_eq!(session.steps(), (1, 0));
    session.undo();
    assert_eq!(ron(session.collection()), ron(&collection(CHARTER)));
}

#[test]
fn what_is_inherited_is_replaced_here_or_everywhere() {
    let says = |session: &Session, id: &str| {
        let resolved = resolve(session.collection(), id);
        texts_of(&resolved)
            .iter()
            .filter(|it| resolved.text(it).is_some())
            .map(|it| text(&resolved, it).to_owned())
            .collect::<Vec<_>>()
            .join(" ")
    };
    let mut session = Session::unsaved(collection(CHARTER));
    replace(&mut session, "p", "vert", "noir", Scope::Here);
    assert!(says(&session, "p").contains("Thé noir"));
    assert!(says(&session, "q").contains("Thé vert"));

    let mut session = Session::unsaved(collection(CHARTER));
    replace(&mut session, "p", "thé", "café", Scope::Everywhere);
    assert!(says(&session, "q").contains("café vert"));
    assert!(
        says(&session, "q").starts_with("Le thé"),
        "p's own title is p's"
    );
    assert!(says(&session, "p").starts_with("Mon café"));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_was_replaced_is_found_only_where_a_field_would_have_broken(
        start in generate::collection(),
        at in 0_usize..20,
        words in "[a-e]{1,2}",
        everywhere in any::<bool>(),
    ) {
        let all = owners(&start);
        let Some(owner) = all.get(at % all.len().max(1)) else { return Ok(()) };
        let scope = if everywhere { Scope::Everywhere } else { Scope::Here };
        let before = start.resolve(owner).expect("it is there");
        let mut session = Session::unsaved(start.clone());
        let id = owner.to_string();
        // Each text of its own, found by its name alone.
        let is_clear = before.findings.is_empty();
        if !is_clear || all.iter().filter(|it| it.to_string() == id).count() > 1 {
            return Ok(());
        }
        let (count, skipped) = replace(&mut session, &id, &words, "[*]", scope);
        let after = session.collection().resolve(owner).expect("it is there");
        let left = search(&after, &language("fr"), &query(&words), None).matches;
        prop_assert_eq!(left.len(), skipped);
        prop_assert!(left.iter().all(|it| it.breaks_field));
        let put = search(&after, &language("fr"), &query("[*]"), None).matches;
        prop_assert!(put.len() >= count);
        session.undo();
        prop_assert_eq!(ron(session.collection()), ron(&start));
    }

    #[test]
    fn jumping_to_any_step_and_back_gives_the_same_bytes(
        start in generate::collection(),
        edits in prop::collection::vec(generate::edit(), 1..12),
        jumps in prop::collection::vec(0_usize..14, 1..6),
    ) {
        let mut session = Session::unsaved(start);
        let mut states = vec![ron(session.collection())];
        for edit in edits {
            let place = Place { owner: Owner::Platform("p".parse().expect("an id")), element: Element::Title };
            let made = session.make(Change { deed: Deed::Hide, place, edits: vec![edit] });
            if made.is_ok() {
                states.push(ron(session.collection()));
            }
        }
        let steps = states.len() - 1;
        for jump in jumps {
            session.jump_to(jump);
            let stands = jump.min(steps);
            prop_assert_eq!(session.steps(), (stands, steps - stands));
            prop_assert_eq!(&ron(session.collection()), &states[stands]);
            for at in 0..steps {
                prop_assert_eq!(session.step(at).map(|it| it.is_done), Some(at < stands));
            }
            prop_assert!(session.step(steps).is_none());
        }
        session.jump_to(steps);
        prop_assert_eq!(&ron(session.collection()), &states[steps]);
    }
}

/// Writes texts in the title of `q`, one after the other.
fn write_title(session: &mut Session, texts: &[&str]) {
    for words in texts {
        support::write(session, &platform("q"), &Element::Title, words, Scope::Here);
    }
}

#[test]
fn a_step_tells_the_words_that_were_typed() {
    let mut session = Session::unsaved(collection(CHARTER));
    write_title(
        &mut session,
        &["Le théi", "Le théiè", "Le théièr", "Le théière"],
    );
    let typed = |session: &Session, at| {
        let step = session.step(at).expect("a step");
        let typed = step.typed.expect("words");
        format!("{} +{} -{}", typed.at, typed.inserted, typed.removed)
    };
    assert_eq!(
        session.steps(),
        (1, 0),
        "the first letter adapts, the others go on"
    );
    assert_eq!(typed(&session, 0), "7 +ière -");
    session.seal();
    write_title(&mut session, &["La théière"]);
    assert_eq!(typed(&session, 1), "1 +a -e");
    session.jump_to(0);
    assert_eq!(
        typed(&session, 0),
        "7 +ière -",
        "it tells the same once it is undone"
    );
    assert_eq!(typed(&session, 1), "1 +a -e");
}
