//! The outline of a charter: sections split, joined, copied, moved, their levels; texts compared.

mod support;

use chartrier::model::{
    Collection, Element, Level, Owner, Place, Refused, Resolved, SectionId, Span, compare_words,
};
use chartrier::workspace::changes::{Charters, Direction, NoJoin, Scope};
use chartrier::workspace::{Change, Session};
use proptest::prelude::*;
use support::{Asked, collection, generate, language, make, offered, owners, platform, ron};

/// Two platforms that follow a model, and one that stands by itself.
const PAIR: &str = r#"
    facts: [Fact(id: "matomo", label: "Matomo")],
    models: [Model(id: "m", sections: [
        Section(id: "a", heading: {"fr": "A"}, body: {"fr": "un deux trois", "en": "one two"}),
        Section(id: "b", heading: {"fr": "B", "en": "B"}, body: {"fr": "quatre"}),
        Section(id: "t", heading: "T", table: CookieTable(rows: [Row(id: "r", cells: {"name": "_ga"}), Row(id: "s", cells: {"name": ()})])),
        Section(id: "u", table: CookieTable(rows: [Row(id: "r")])),
        Section(id: "w", when: "matomo", body: "seulement"),
    ])],
    platforms: [Platform(id: "p", follows: "m"), Platform(id: "q", follows: "m"), Platform(id: "own", sections: [
        Section(id: "a", body: "un"), Section(id: "b", heading: "B", body: "deux"), Section(id: "c", level: 2),
    ])],
"#;

fn model() -> Owner {
    support::model("m")
}

fn resolve(collection: &Collection, owner: &Owner) -> Resolved {
    collection.resolve(owner).expect("it is there")
}

fn id(id: &str) -> SectionId {
    SectionId::new(id).unwrap()
}

fn level(number: u8) -> Level {
    Level::try_from(number).unwrap()
}

/// What is left of the collection after changes that were asked for on a charter. Each is one
/// step, and undone to the byte.
fn after(text: &str, on: &Owner, asked: &[Asked<'_>]) -> Session {
    let mut session = Session::unsaved(collection(text));
    for ask in asked {
        let before = ron(session.collection());
        make(&mut session, on, ask);
        let done = ron(session.collection());
        assert_ne!(before, done, "something changes");
        session.undo();
        assert_eq!(before, ron(session.collection()), "one step back");
        session.redo();
        assert_eq!(done, ron(session.collection()));
    }
    session
}

/// The outline as people read it: level, id, what is hidden, words.
fn outline(session: &Session, owner: &Owner) -> Vec<String> {
    let resolved = resolve(session.collection(), owner);
    assert_eq!(resolved.findings, [], "nothing is amiss");
    resolved.sections.iter().map(line).collect()
}

fn line(section: &chartrier::model::ResolvedSection) -> String {
    let french = language("fr");
    let said = |text: &chartrier::model::Text| text.written(&french).unwrap_or("").to_owned();
    let hidden = if section.hidden.is_some() { "-" } else { "" };
    format!(
        "{}{hidden}{} {} {}",
        section.level.value.number(),
        section.id,
        said(&section.heading.value),
        said(&section.body.value).replace('\n', "/")
    )
    .trim_end()
    .to_owned()
}

fn check(on: &str, asked: &[Asked<'_>], here: &[&str], at_another: &[&str]) {
    let session = after(PAIR, &platform(on), asked);
    assert_eq!(outline(&session, &platform(on)), here);
    let other = outline(&session, &platform("q"));
    let first: Vec<&str> = other
        .iter()
        .map(String::as_str)
        .take(at_another.len())
        .collect();
    assert_eq!(first, at_another, "on another platform");
}

const AS_EVER: &[&str] = &[
    "1a A un deux trois",
    "1b B quatre",
    "1t T",
    "1u",
    "1w  seulement",
];

#[test]
fn a_section_is_split_at_the_cursor_and_joined_again() {
    let split: Asked<'_> = &|c| c.split_section(&id("a"), &language("fr"), 3);
    let join: Asked<'_> = &|c| c.join_section(&id("section")).ok();
    check(
        "p",
        &[split],
        &[
            "1a A un",
            "1section  deux trois",
            "1b B quatre",
            "1t T",
            "1u",
            "1w  seulement",
        ],
        AS_EVER,
    );
    check(
        "own",
        &[&|c| c.split_section(&id("b"), &language("fr"), 2)],
        &["1a  un", "1b B de", "1section  ux", "2c"],
        AS_EVER,
    );
    check(
        "p",
        &[split, join],
        &[
            "1a A un//deux trois",
            "1b B quatre",
            "1t T",
            "1u",
            "1w  seulement",
        ],
        AS_EVER,
    );
}

#[test]
fn splitting_leaves_the_other_languages_in_the_first() {
    let asked: Asked<'_> = &|c| c.split_section(&id("a"), &language("fr"), 3);
    let session = after(PAIR, &platform("p"), &[asked]);
    let resolved = resolve(session.collection(), &platform("p"));
    let english = |section: &str| {
        let (text, _) = resolved.text(&Element::Body(id(section))).unwrap();
        text.written(&language("en")).map(str::to_owned)
    };
    assert_eq!(english("a").as_deref(), Some("one two"));
    assert_eq!(english("section"), None);
}

#[test]
fn a_joined_heading_becomes_a_line_in_bold() {
    check(
        "own",
        &[&|c| c.join_section(&id("b")).ok()],
        &["1a  un//**B**//deux", "2c"],
        AS_EVER,
    );
    check(
        "p",
        &[&|c| c.join_section(&id("b")).ok()],
        &[
            "1a A un deux trois//**B**//quatre",
            "1-b B quatre",
            "1t T",
            "1u",
            "1w  seulement",
        ],
        AS_EVER,
    );
}

#[test]
fn what_could_not_be_kept_is_a_reason_not_to_join() {
    let session = Session::unsaved(collection(PAIR));
    let of = |owner: &Owner, section: &str| {
        let resolved = resolve(session.collection(), owner);
        let charters = Charters {
            collection: session.collection(),
            resolved: &resolved,
        };
        charters.join_section(&id(section)).err()
    };
    assert_eq!(of(&platform("p"), "a"), Some(NoJoin::First));
    assert_eq!(of(&platform("p"), "t"), Some(NoJoin::TableOfModel));
    assert_eq!(of(&platform("p"), "u"), Some(NoJoin::TwoTables));
    assert_eq!(of(&platform("p"), "w"), Some(NoJoin::OtherCondition));
    assert_eq!(
        of(&model(), "t"),
        None,
        "where both are held the table moves"
    );
}

#[test]
fn a_section_is_copied_with_its_table() {
    let asked: Asked<'_> = &|c| c.duplicate_section(&id("t"));
    let session = after(PAIR, &platform("p"), &[asked]);
    let resolved = resolve(session.collection(), &platform("p"));
    let rows = |section: &str| -> Vec<_> {
        let table = resolved
            .section(&id(section))
            .unwrap()
            .table
            .as_ref()
            .unwrap();
        table.rows.iter().map(|row| row.as_shown()).collect()
    };
    assert_eq!(rows("t-2"), rows("t"));
    let ids: Vec<_> = resolved
        .sections
        .iter()
        .map(|it| it.id.to_string())
        .collect();
    assert_eq!(ids, ["a", "b", "t", "t-2", "u", "w"]);
}

#[test]
fn a_copy_says_as_above_where_the_row_above_is_hidden_here() {
    let text = PAIR.replace(
        r#"Platform(id: "p", follows: "m")"#,
        r#"Platform(id: "p", follows: "m", adaptations: [hide_row(section: "t", row: "r")])"#,
    );
    let asked: Asked<'_> = &|c| c.duplicate_section(&id("t"));
    let session = after(&text, &platform("p"), &[asked]);
    let resolved = resolve(session.collection(), &platform("p"));
    let table = resolved
        .section(&id("t-2"))
        .unwrap()
        .table
        .as_ref()
        .unwrap();
    let rows: Vec<_> = table.rows.iter().map(|row| row.as_shown()).collect();
    assert_eq!(rows.len(), 1);
    let said = rows[0].cells.values().next().and_then(|cell| cell.text());
    assert_eq!(said.and_then(|it| it.written(&language("fr"))), Some("_ga"));
}

#[test]
fn a_section_moves_anywhere_here_or_everywhere() {
    let to = |place: Place<SectionId>, scope| {
        move |c: Charters<'_>| c.move_section_to(&id("a"), &place, scope)
    };
    let moved = &[
        "1b B quatre",
        "1a A un deux trois",
        "1t T",
        "1u",
        "1w  seulement",
    ];
    check(
        "p",
        &[&to(Place::After(id("b")), Scope::Here)],
        moved,
        AS_EVER,
    );
    check(
        "p",
        &[&to(Place::After(id("b")), Scope::Everywhere)],
        moved,
        moved,
    );
    check(
        "p",
        &[&to(Place::Last, Scope::Here), &|c| {
            c.back_to_place(&id("a"))
        }],
        AS_EVER,
        AS_EVER,
    );
    // What was moved here goes where everyone sees it.
    check(
        "p",
        &[
            &to(Place::Last, Scope::Here),
            &to(Place::After(id("b")), Scope::Everywhere),
        ],
        moved,
        moved,
    );
    // A place below an own section is told by what the model has.
    let below_own: &[Asked<'_>] = &[
        &|c| Some(c.add_section(Some(&id("b")))),
        &to(Place::After(id("section")), Scope::Everywhere),
    ];
    check(
        "p",
        below_own,
        &[
            "1b B quatre",
            "1section",
            "1a A un deux trois",
            "1t T",
            "1u",
            "1w  seulement",
        ],
        moved,
    );
}

#[test]
fn moving_a_section_leaves_what_was_put_below_it_in_its_place() {
    check(
        "p",
        &[
            &|c| c.move_section_to(&id("a"), &Place::Last, Scope::Here),
            &|c| c.move_section_to(&id("b"), &Place::After(id("a")), Scope::Here),
            &|c| c.move_section_to(&id("a"), &Place::First, Scope::Here),
        ],
        &[
            "1a A un deux trois",
            "1t T",
            "1u",
            "1w  seulement",
            "1b B quatre",
        ],
        AS_EVER,
    );
}

#[test]
fn a_level_changes_here_or_everywhere_and_follows_the_model_again() {
    let to = |number, scope| move |c: Charters<'_>| c.set_level(&id("b"), level(number), scope);
    let with = |line| ["1a A un deux trois", line, "1t T", "1u", "1w  seulement"];
    check("p", &[&to(2, Scope::Here)], &with("2b B quatre"), AS_EVER);
    check(
        "p",
        &[&to(2, Scope::Here), &to(3, Scope::Here)],
        &with("3b B quatre"),
        AS_EVER,
    );
    check(
        "p",
        &[&to(3, Scope::Everywhere)],
        &with("3b B quatre"),
        &with("3b B quatre"),
    );
    check(
        "p",
        &[&to(2, Scope::Here), &to(4, Scope::Everywhere)],
        &with("4b B quatre"),
        &with("4b B quatre"),
    );
    for back in [&to(1, Scope::Here) as Asked<'_>, &|c| {
        c.back_to_level(&id("b"))
    }] {
        let session = after(PAIR, &platform("p"), &[&to(2, Scope::Here), back]);
        assert_eq!(
            ron(session.collection()),
            ron(&collection(PAIR)),
            "nothing is left of it"
        );
    }
}

#[test]
fn a_section_is_removed_and_added_everywhere() {
    let without = &["1b B quatre", "1t T", "1u", "1w  seulement"];
    check(
        "p",
        &[&|c| c.remove_section_everywhere(&id("a"))],
        without,
        without,
    );
    // What is said of it here goes with it, and what stood below it stays.
    check(
        "p",
        &[
            &|c| c.set_level(&id("b"), level(2), Scope::Here),
            &|c| Some(c.add_section(Some(&id("b")))),
            &|c| c.remove_section_everywhere(&id("b")),
        ],
        &[
            "1a A un deux trois",
            "2section",
            "1t T",
            "1u",
            "1w  seulement",
        ],
        &["1a A un deux trois", "1t T"],
    );
    let with = &["1a A un deux trois", "1section", "1b B quatre"];
    let session = after(
        PAIR,
        &platform("p"),
        &[&|c| c.add_section_everywhere(&id("a"))],
    );
    for owner in [platform("p"), platform("q"), model()] {
        assert_eq!(&outline(&session, &owner)[..3], with);
    }
}

#[test]
fn a_condition_and_a_note_are_held_where_the_section_is() {
    let fact = "matomo".parse().ok();
    let session = after(
        PAIR,
        &platform("p"),
        &[&|c| c.set_when(&id("a"), fact.clone()), &|c| {
            c.set_note(&id("a"), "À relire.")
        }],
    );
    let resolved = resolve(session.collection(), &model());
    let section = resolved.section(&id("a")).unwrap();
    assert_eq!(
        (section.when.clone(), section.note.as_str()),
        (fact, "À relire.")
    );
}

// ---- Laws

/// Something to ask for on a section: the number says what.
fn ask(c: Charters<'_>, section: &SectionId, what: usize, at: usize) -> Option<Change> {
    let scope = if at.is_multiple_of(2) {
        Scope::Here
    } else {
        Scope::Everywhere
    };
    let sections = &c.resolved.sections;
    let other = sections
        .get(at % sections.len().max(1))
        .map(|it| it.id.clone());
    match what {
        0 => c.duplicate_section(section),
        1 => c.split_section(section, &language("fr"), at),
        2 => c.join_section(section).ok(),
        3 => c.move_section_to(section, &Place::After(other?), scope),
        4 => c.move_section_to(section, &Place::First, scope),
        5 => c.set_level(section, level(u8::try_from(at % 6 + 1).ok()?), scope),
        6 => c.remove_section_everywhere(section),
        7 => c.add_section_everywhere(section),
        8 => c.move_section(section, Direction::Down),
        9 => c.back_to_place(section),
        10 => c.back_to_level(section),
        11 => c.set_note(section, "mot"),
        _ => c.set_when(section, None),
    }
}

fn is_sound(resolved: &Resolved) -> bool {
    let ids: std::collections::HashSet<_> = resolved.sections.iter().map(|it| &it.id).collect();
    resolved.findings.is_empty() && ids.len() == resolved.sections.len()
}

/// The words of a charter, in the order of the alphabet.
fn words_of(resolved: &Resolved) -> Vec<String> {
    let mut words = Vec::new();
    for section in resolved.sections.iter().filter(|it| it.hidden.is_none()) {
        for text in [&section.heading.value, &section.body.value] {
            let said = text.written(&language("fr")).unwrap_or("");
            words.extend(said.split_whitespace().map(|word| word.replace('*', "")));
        }
    }
    words.retain(|word| !word.is_empty());
    words.sort();
    words
}

proptest! {
    // Many generated charters are amiss, and a law speaks of those that are not.
    #![proptest_config(ProptestConfig { max_global_rejects: 20_000, ..ProptestConfig::with_cases(300) })]

    #[test]
    fn whatever_is_done_to_an_outline_is_undone_to_the_byte(
        collection in generate::collection(),
        asked in prop::collection::vec((0_usize..40, 0_usize..6, 0_usize..13, 0_usize..12), 1..8),
    ) {
        let mut session = Session::unsaved(collection);
        let before = ron(session.collection());
        for (owner, section, what, at) in asked {
            let all = owners(session.collection());
            let Some(owner) = all.get(owner % all.len().max(1)).cloned() else { continue };
            let resolved = resolve(session.collection(), &owner);
            let Some(section) = resolved.sections.get(section).map(|it| it.id.clone()) else { continue };
            let change = offered(&session, &owner, &|c| ask(c, &section, what, at));
            let Some(change) = change else { continue };
            let made = session.make(change);
            if is_sound(&resolved) {
                prop_assert_eq!(made, Ok::<(), Refused>(()), "{} on {}", what, section);
            }
        }
        while session.undo().is_some() {}
        prop_assert_eq!(ron(session.collection()), before);
    }

    #[test]
    fn what_is_split_and_joined_says_the_same_words(
        collection in generate::collection(),
        owner in generate::owner(),
        section in 0_usize..4,
        at in 0_usize..30,
    ) {
        prop_assume!(collection.charter(&owner).is_some());
        let mut session = Session::unsaved(collection);
        let resolved = resolve(session.collection(), &owner);
        prop_assume!(is_sound(&resolved));
        let Some(section) = resolved.sections.get(section) else { return Ok(()) };
        prop_assume!(section.hidden.is_none());
        // A word that is cut in two is two words.
        let body = section.body.value.written(&language("fr")).unwrap_or("");
        let cuts_a_word = |at: usize| {
            let (head, tail) = body.split_at(at);
            head.ends_with(|c: char| !c.is_whitespace()) && tail.starts_with(|c: char| !c.is_whitespace())
        };
        prop_assume!(at <= body.len() && body.is_char_boundary(at) && !cuts_a_word(at));
        let known: Vec<SectionId> = resolved.sections.iter().map(|it| it.id.clone()).collect();
        make(&mut session, &owner, &|c| c.split_section(&section.id, &language("fr"), at));
        let split = resolve(session.collection(), &owner);
        prop_assert_eq!(words_of(&split), words_of(&resolved));
        let new = split.sections.iter().find(|it| !known.contains(&it.id)).unwrap();
        make(&mut session, &owner, &|c| c.join_section(&new.id).ok());
        prop_assert_eq!(words_of(&resolve(session.collection(), &owner)), words_of(&resolved));
    }

    #[test]
    fn a_moved_section_leaves_the_order_of_all_others(
        collection in generate::collection(),
        owner in generate::owner(),
        moves in prop::collection::vec((0_usize..6, 0_usize..6), 1..6),
    ) {
        prop_assume!(collection.charter(&owner).is_some());
        let mut session = Session::unsaved(collection);
        for (section, to) in moves {
            let resolved = resolve(session.collection(), &owner);
            prop_assume!(is_sound(&resolved));
            let ids: Vec<SectionId> = resolved.sections.iter().map(|it| it.id.clone()).collect();
            let (Some(section), Some(to)) = (ids.get(section), ids.get(to)) else { continue };
            let place = Place::After(to.clone());
            let moved = offered(&session, &owner, &|c| c.move_section_to(section, &place, Scope::Here));
            let Some(change) = moved else { continue };
            session.make(change).unwrap();
            let moved = resolve(session.collection(), &owner);
            let mut wanted: Vec<&SectionId> = ids.iter().filter(|it| *it != section).collect();
            let at = wanted.iter().position(|it| *it == to).unwrap();
            wanted.insert(at + 1, section);
            prop_assert_eq!(moved.sections.iter().map(|it| &it.id).collect::<Vec<_>>(), wanted);
        }
    }

    #[test]
    fn compared_texts_are_both_in_the_comparison(before in generate::words(), after in generate::words()) {
        let mut both = (String::new(), String::new());
        for span in compare_words(&before, &after) {
            match span {
                Span::Kept(words) => {
                    both.0.push_str(&words);
                    both.1.push_str(&words);
                }
                Span::Removed(words) => both.0.push_str(&words),
                Span::Added(words) => both.1.push_str(&words),
            }
        }
        prop_assert_eq!(both, (before, after));
    }
}

// ---- Comparing

#[test]
fn texts_are_compared_by_words() {
    /// As one reads it: `[-removed-]` and `{+added+}`.
    fn told(before: &str, after: &str) -> String {
        compare_words(before, after)
            .into_iter()
            .map(|span| match span {
                Span::Kept(words) => words,
                Span::Removed(words) => format!("[-{words}-]"),
                Span::Added(words) => format!("{{+{words}+}}"),
            })
            .collect()
    }
    for (before, after, wanted) in [
        ("le même", "le même", "le même"),
        ("", "du neuf", "{+du neuf+}"),
        ("de l’ancien", "", "[-de l’ancien-]"),
        (
            "trois cookies",
            "quatre cookies",
            "[-trois-]{+quatre+} cookies",
        ),
        (
            "un chat noir ici",
            "un chien blanc ici",
            "un [-chat noir-]{+chien blanc+} ici",
        ),
        ("fin.", "fin. Et après.", "fin.{+ Et après.+}"),
        ("a\nb", "a\nc", "a\n[-b-]{+c+}"),
    ] {
        assert_eq!(told(before, after), wanted);
    }
}
