//! Searching and replacing in all that a collection holds.

use chartrier::model::{
    Adaptation, CharterEdit, Collection, Edit, Element, Form, List, Text, TextEdit,
};
use chartrier::workspace::find::Query;
use chartrier::workspace::find::everywhere::{
    Asked, Charters, Holder, Home, Needle, NoNeedle, Replaced, Results, Texts, replace, search,
};
use chartrier::workspace::{Cancel, Change, Deed, Place, Progress, Session};
use proptest::prelude::*;
use serde_json::Value;

use crate::support::{collection, generate, json, language, platform, ron};

/// A model and two that follow it, with a word in every kind of place.
const TEAS: &str = r#"
    fields: [Field(id: "brand", label: "Marque de thé", default: {"fr": "Thé d’ici"})],
    models: [Model(id: "m", name: "Le thé", note: "du thé", title: {"fr": "Le thé", "en": "The tea"}, columns: [Column(id: "why", label: "Du thé")], sections: [
        Section(id: "a", heading: {"fr": "Thé vert"}, body: {"fr": "Du thé, {{ platform.the }}, du thé."}, table: CookieTable(rows: [Row(id: "r", cells: {"why": "thé"})])),
    ])],
    platforms: [
        Platform(id: "p", name: "Thés", url: "https://www.thes.fr/", follows: "m", fields: {"brand": "Thé de là"}, adaptations: [
            replace_title(was: {"fr": "Un thé"}, text: {"fr": "Mon thé"}),
            add_section(section: Section(id: "b", heading: "Thé noir")),
        ]),
        Platform(id: "q", follows: "m"),
    ],
"#;

fn words(words: &str) -> Asked {
    Asked {
        query: Query {
            words: words.to_owned(),
            ..Query::default()
        },
        ..Asked::default()
    }
}

fn pattern(pattern: &str) -> Asked {
    Asked {
        pattern: true,
        ..words(pattern)
    }
}

fn needle(asked: &Asked) -> Needle {
    Needle::of(asked).expect("it can be looked for")
}

fn look(collection: &Collection, asked: &Asked) -> Results {
    let found = search(
        collection,
        asked,
        &needle(asked),
        &Cancel::default(),
        &Progress::default(),
    );
    found.expect("nobody cancels it")
}

/// What is found: where, in which language, and the words that stand there.
fn told(results: &Results) -> Vec<String> {
    let hits = results.groups.iter().flat_map(|group| &group.hits);
    let lines = hits.flat_map(|hit| {
        let home = match &hit.home {
            Home::Charter(owner, element) => format!("{owner}, {element}"),
            Home::Name(owner) => format!("{owner}, name"),
            Home::Url(platform) => format!("{platform}, url"),
            Home::Value(platform, field) => format!("{platform}, {field}"),
            Home::Default(field) => field.to_string(),
        };
        let language = hit.language.as_ref().map(|it| format!(" ({it})"));
        let language = language.unwrap_or_default();
        hit.matches
            .iter()
            .map(move |it| format!("{home}{language}: {}", &hit.text[it.bytes.clone()]))
    });
    lines.collect()
}

/// Replaces what is found in a session, all of it or what is left after a choice.
fn replace_chosen(
    session: &mut Session,
    asked: &Asked,
    by: &str,
    choose: impl FnOnce(&mut Results),
) -> Replaced {
    let mut results = look(session.collection(), asked);
    choose(&mut results);
    let replaced = replace(session.collection(), &results, &needle(asked), by);
    if let Some(change) = replaced.change.clone() {
        session.make(change).expect("what is offered can be made");
    }
    replaced
}

#[test]
fn each_text_is_found_once_where_it_is_written() {
    assert_eq!(
        told(&look(&collection(TEAS), &words("THE"))),
        [
            "brand (fr): Thé",
            "m, name: thé",
            "m, title (fr): thé",
            "m, title (en): The",
            "m, columns / why: thé",
            "m, a / heading (fr): Thé",
            "m, a / body (fr): thé",
            "m, a / body (fr): the",
            "m, a / body (fr): thé",
            "m, a / r / why: thé",
            "p, name: Thé",
            "p, url: the",
            "p, brand: Thé",
            "p, title (fr): thé",
            "p, b / heading: Thé",
        ]
    );
}

#[test]
fn one_asks_whose_texts_in_which_language_and_which_of_them() {
    let count = |asked: Asked| look(&collection(TEAS), &asked).count().0;
    let of = |charters| Asked {
        charters,
        ..words("the")
    };
    let texts = |texts| Asked {
        texts,
        ..words("the")
    };
    let english = Asked {
        language: Some(language("en")),
        ..words("the")
    };
    for (what, asked, expected) in [
        ("models", of(Charters::Models), 9),
        ("platforms", of(Charters::Platforms), 5),
        ("headings", texts(Texts::Headings), 5),
        ("bodies", texts(Texts::Bodies), 3),
        ("tables", texts(Texts::Tables), 2),
        ("values", texts(Texts::Values), 5),
        (
            "English, and what is the same in every language",
            english,
            8,
        ),
    ] {
        assert_eq!(count(asked), expected, "{what}");
    }
}

#[test]
fn a_pattern_is_found_and_its_parts_stand_in_what_replaces_it() {
    let start = r#"platforms: [Platform(id: "p", title: {"fr": "13 mois, puis 25 MOIS"})]"#;
    let mut session = Session::unsaved(collection(start));
    let asked = pattern(r"(?<count>\d+) mois");
    let replaced = replace_chosen(&mut session, &asked, "mois : ${count} ($1)", |_| {});
    assert_eq!(replaced.count, 2);
    let title = session.collection().charter(&platform("p"));
    let title = title.and_then(|it| it.text(&Element::Title)).cloned();
    let expected = Text::in_one(language("fr"), "mois : 13 (13), puis mois : 25 (25)");
    assert_eq!(title, Some(expected));
}

/// A title in which a pattern was found once, after other words were put in its place.
fn retitled(by: &str) -> (String, Replaced) {
    let start = r#"platforms: [Platform(id: "p", title: "garde 13 mois ici")]"#;
    let mut session = Session::unsaved(collection(start));
    let replaced = replace_chosen(
        &mut session,
        &pattern(r"(\d+) (?<what>mois)( et)?"),
        by,
        |_| {},
    );
    let title = session.collection().charter(&platform("p"));
    let title = title.and_then(|it| it.text(&Element::Title)).cloned();
    let Some(Text::Same(title)) = title else {
        panic!("it is the same in every language");
    };
    (title.to_string(), replaced)
}

#[test]
fn a_number_behind_a_dollar_is_a_part_whatever_follows_it() {
    for (by, title) in [
        ("$1s", "garde 13s ici"),
        ("$1_$2", "garde 13_mois ici"),
        ("${1}0 $what", "garde 130 mois ici"),
        ("$0$3", "garde 13 mois ici"),
        ("$$1 $$", "garde $1 $ ici"),
        ("5 $, ${", "garde 5 $, ${ ici"),
    ] {
        assert_eq!(retitled(by).0, title, "{by}");
    }
}

#[test]
fn words_that_speak_of_a_part_that_is_not_there_replace_nothing() {
    for (by, part) in [
        ("$4", "$4"),
        ("$1 $12", "$12"),
        ("$quoi", "$quoi"),
        ("${1s}", "${1s}"),
        ("$99999999999999999999999", "$99999999999999999999999"),
    ] {
        let (title, replaced) = retitled(by);
        assert_eq!(title, "garde 13 mois ici", "{by}");
        assert_eq!(replaced, Replaced::default(), "{by}");
        let asked = pattern(r"(\d+) (?<what>mois)( et)?");
        assert_eq!(needle(&asked).unknown_part(by), Some(part));
    }
    assert_eq!(
        needle(&words("mois")).unknown_part("$4"),
        None,
        "words are words"
    );
}

#[test]
fn what_is_no_pattern_or_too_large_a_one_is_told() {
    for (asked, why) in [
        (words(""), NoNeedle::Nothing),
        (pattern("(the"), NoNeedle::NotAPattern),
        (pattern(r"[\w"), NoNeedle::NotAPattern),
        (pattern(r"(\w{900}){900}"), NoNeedle::TooLarge),
        (pattern("(?<!a)b"), NoNeedle::Unsupported),
        (pattern("a(?=b)"), NoNeedle::Unsupported),
        (pattern(r"(a)\1"), NoNeedle::Unsupported),
        (pattern(r"(?<x>a)\k<x>"), NoNeedle::Unsupported),
        (pattern("(?P<x>a)(?P=x)"), NoNeedle::Unsupported),
        (pattern("(?>a|b)c"), NoNeedle::Unsupported),
        (pattern("(?"), NoNeedle::NotAPattern),
        (pattern("a**)"), NoNeedle::NotAPattern),
    ] {
        assert_eq!(Needle::of(&asked).err(), Some(why), "{}", asked.query.words);
    }
    assert!(Needle::of(&words("(the")).is_ok(), "as words it can stand");
    let nothing = pattern("z*");
    assert_eq!(
        look(&collection(TEAS), &nothing).count(),
        (0, 0),
        "nothing at all is not found"
    );
}

#[test]
fn all_is_replaced_in_one_step_but_what_would_break_a_field() {
    let mut session = Session::unsaved(collection(TEAS));
    let before = ron(session.collection());
    let replaced = replace_chosen(&mut session, &words("thé"), "café", |_| {});
    assert_eq!((replaced.count, replaced.charters), (14, 2));
    assert_eq!((replaced.skipped, replaced.stale), (1, 0));
    assert_eq!(session.steps(), (1, 0));
    let left = told(&look(session.collection(), &words("the")));
    assert_eq!(left, ["m, a / body (fr): the"], "the name of a field");
    let after = ron(session.collection());
    for kept in ["note: \"du thé\"", "Un thé", "Marque de thé"] {
        assert!(after.contains(kept), "{kept} is no text of a charter");
    }
    for changed in [
        "name: \"Le café\"",
        "name: \"cafés\"",
        "url: \"https://www.cafés.fr/\"",
    ] {
        assert!(after.contains(changed), "{changed} in {after}");
    }
    session.undo();
    assert_eq!(ron(session.collection()), before);
}

#[test]
fn names_and_addresses_are_values() {
    let mut session = Session::unsaved(collection(
        r#"models: [Model(id: "m", name: {"fr": "Ville", "en": "City"})],
           platforms: [Platform(id: "ville", name: "Ville de Lyon", url: "https://ville.example/ville")]"#,
    ));
    let asked = Asked {
        texts: Texts::Values,
        ..words("ville")
    };
    let before = ron(session.collection());
    assert_eq!(
        told(&look(session.collection(), &asked)),
        [
            "m, name (fr): Ville",
            "ville, name: Ville",
            "ville, url: ville",
            "ville, url: ville",
        ]
    );
    let replaced = replace_chosen(&mut session, &asked, "cite", |_| {});
    assert_eq!((replaced.count, replaced.charters), (4, 2));
    assert_eq!(session.steps(), (1, 0));
    let platform = session.collection().platforms.at(0).expect("it is there");
    assert_eq!(platform.id.as_str(), "ville", "ids stay");
    assert_eq!(platform.url, "https://cite.example/cite");
    assert_eq!(platform.name, Text::same("cite de Lyon"));
    let model = session.collection().models.at(0).expect("it is there");
    assert_eq!(model.name.written(&language("en")), Some("City"));
    session.undo();
    assert_eq!(ron(session.collection()), before);
}

#[test]
fn what_is_left_out_stays_and_stays_left_out_in_the_next_search() {
    let mut session = Session::unsaved(collection(TEAS));
    let asked = words("thé");
    let of_platform = |results: &mut Results| {
        let groups = results.groups.iter_mut();
        let mut of_p = groups.filter(|it| it.holder == Holder::Charter(platform("p")));
        of_p.next().expect("it has some").leave_out(true);
    };
    let mut results = look(session.collection(), &asked);
    of_platform(&mut results);
    results.groups[1].leave_out_one(0, true);
    assert_eq!(results.count(), (15, 8));

    let mut again = look(session.collection(), &asked);
    again.leave_out_as(&results);
    assert_eq!(again, results);

    let replaced = replace_chosen(&mut session, &asked, "café", of_platform);
    assert_eq!((replaced.count, replaced.charters), (9, 1));
    let platform = &session.collection().platforms.at(0).cloned();
    assert_eq!(*platform, collection(TEAS).platforms.at(0).cloned());
}

#[test]
fn a_text_that_has_changed_since_it_was_searched_is_not_replaced() {
    let mut session = Session::unsaved(collection(TEAS));
    let asked = words("thé");
    let mut results = look(session.collection(), &asked);
    let m = crate::support::model("m");
    let set = TextEdit::Set(Text::in_one(language("fr"), "Un autre thé, du thé"));
    let edit = Edit::Charter(m.clone(), CharterEdit::Text(Element::Title, set));
    let place = Place {
        owner: m,
        element: Element::Title,
    };
    let change = Change {
        deed: Deed::Type,
        place,
        edits: vec![edit],
    };
    session.make(change).expect("it is there");
    let replaced = replace(session.collection(), &results, &needle(&asked), "café");
    assert_eq!((replaced.count, replaced.stale), (12, 2));

    // Of what was left out there, nothing is chosen unseen.
    results.groups[1].leave_out_one(1, true);
    let mut again = look(session.collection(), &asked);
    again.leave_out_as(&results);
    let title = &again.groups[1].hits[1];
    assert!(title.matches.iter().all(|it| it.left_out), "{title:?}");
}

#[test]
fn a_search_that_is_cancelled_finds_nothing() {
    let cancel = Cancel::default();
    cancel.cancel();
    let asked = words("the");
    let found = search(
        &collection(TEAS),
        &asked,
        &needle(&asked),
        &cancel,
        &Progress::default(),
    );
    assert_eq!(found, None);
}

/// A collection in which no charter adapts an element twice, so that each text in the file stands.
fn without_repetitions(mut collection: Collection) -> Collection {
    fn once(form: &mut Form) {
        if let Form::Following(following) = form {
            let mut kept: Vec<Adaptation> = Vec::new();
            for adaptation in std::mem::take(&mut following.adaptations) {
                let section = |it: &Adaptation| it.element().section().cloned();
                if kept.iter().all(|it| section(it) != section(&adaptation)) {
                    kept.push(adaptation);
                }
            }
            following.adaptations = kept;
        }
    }
    collection.models = each(&collection.models, |it| once(&mut it.charter.form));
    collection.platforms = each(&collection.platforms, |it| once(&mut it.charter.form));
    collection
}

fn each<T: chartrier::model::Identified + Clone + std::fmt::Debug>(
    list: &List<T>,
    change: impl Fn(&mut T),
) -> List<T> {
    let mut changed = List::new();
    for item in list {
        let mut item = T::clone(item);
        change(&mut item);
        changed.push(item).expect("its id stands once");
    }
    changed
}

/// Every text of charters and fields in the file, by whoever reads it without knowing more of it
/// than what its keys mean.
fn naive_texts(collection: &Collection) -> Vec<String> {
    fn text(value: &Value, texts: &mut Vec<String>) {
        match value {
            Value::String(words) => texts.push(words.clone()),
            Value::Object(languages) => texts.extend(languages.values().filter_map(|it| {
                let older = it.get("text");
                older.unwrap_or(it).as_str().map(str::to_owned)
            })),
            _ => {}
        }
    }
    fn walk(value: &Value, texts: &mut Vec<String>) {
        match value {
            Value::Array(items) => items.iter().for_each(|it| walk(it, texts)),
            Value::Object(record) => {
                for (key, value) in record {
                    match key.as_str() {
                        "title" | "heading" | "body" | "label" | "text" | "cell" => {
                            text(value, texts);
                        }
                        "cells" | "fields" => {
                            let each = value.as_object().into_iter().flat_map(|it| it.values());
                            each.for_each(|it| text(it, texts));
                        }
                        // Models and platforms have names, and platforms addresses.
                        "name" if record.contains_key("id") => text(value, texts),
                        "url" => text(value, texts),
                        "name" | "was" | "note" | "category" => {}
                        _ => walk(value, texts),
                    }
                }
            }
            _ => {}
        }
    }
    let file: Value = serde_json::from_str(&json(collection)).expect("it was just written");
    let mut texts = Vec::new();
    walk(&file["models"], &mut texts);
    walk(&file["platforms"], &mut texts);
    for field in file["fields"].as_array().into_iter().flatten() {
        if let Some(default) = field.get("default") {
            text(default, &mut texts);
        }
    }
    texts
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_search_finds_what_a_naive_walk_over_the_file_finds(start in generate::collection()) {
        let start = without_repetitions(start);
        let asked = Asked {
            query: Query { case: true, accents: true, ..words("mot").query },
            ..words("mot")
        };
        let naive: usize = naive_texts(&start).iter().map(|it| it.matches("mot").count()).sum();
        prop_assert_eq!(look(&start, &asked).count().0, naive);
    }

    #[test]
    fn what_was_replaced_is_found_no_more_and_undone_as_it_was(
        start in generate::collection(),
        word in prop::sample::select(vec!["mot", "é", "brand", "{{ nope }}"]),
    ) {
        let mut session = Session::unsaved(start.clone());
        let replaced = replace_chosen(&mut session, &words(word), "[*]", |_| {});
        prop_assert_eq!(replaced.stale, 0);
        let left = look(session.collection(), &words(word));
        prop_assert_eq!(left.count(), (replaced.skipped, 0));
        session.undo();
        prop_assert_eq!(ron(session.collection()), ron(&start));
    }

    #[test]
    fn what_was_left_out_is_unchanged(
        start in generate::collection(),
        choices in prop::collection::vec(any::<bool>(), 1..20),
    ) {
        let mut session = Session::unsaved(start);
        let asked = words("mot");
        let mut stays = 0;
        let mut choices = choices.into_iter().cycle();
        let replaced = replace_chosen(&mut session, &asked, "[*]", |results| {
            for group in &mut results.groups {
                for number in 0..group.count() {
                    let left_out = choices.next().unwrap_or_default();
                    group.leave_out_one(number, left_out);
                    stays += usize::from(left_out);
                }
            }
        });
        let left = look(session.collection(), &asked).count().0;
        prop_assert_eq!(left, stays + replaced.skipped);
    }
}
