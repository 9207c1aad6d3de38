//! The workspace: edits and their history, changes that reach everywhere or stay here, saving.

mod support;

use std::fs;
use std::path::Path;
use std::sync::Arc;

use chartrier::document::{Document, Press};
use chartrier::model::{
    CharterEdit, Edit, Element, Finding, Owner, PlatformId, Problem, Refused, RowAddress, RowId,
    SectionId, TextEdit,
};
use chartrier::workspace::changes::{self, Charters, Direction, Scope};
use chartrier::workspace::files::{self, FileError, Replace};
use chartrier::workspace::{Change, Deed, Place, Session, examples};
use proptest::prelude::*;
use support::{
    Asked, collection, files_below, generate, language, make, owner_named, owners, platform,
    resolve, ron, shown, texts_of,
};

fn change(edits: Vec<Edit>) -> Change {
    Change {
        deed: Deed::Properties,
        place: Place {
            owner: platform("p"),
            element: Element::Title,
        },
        edits,
    }
}

/// One that follows a model, to type in and change.
const PAIR: &str = r#"
    models: [Model(id: "m", title: {"fr": "Charte", "en": "Charter"}, columns: [Column(id: "name", role: name), Column(id: "why")], sections: [
        Section(id: "a", heading: {"fr": "A"}, body: {"fr": "un"}),
        Section(id: "b", table: CookieTable(rows: [Row(id: "r", cells: {"name": "_ga"}), Row(id: "s", cells: {"name": ()})])),
    ])],
    platforms: [Platform(id: "p", follows: "m"), Platform(id: "q", follows: "m"), Platform(id: "own", title: "À part")],
"#;

// ---- Undo and redo

/// Something to do in a session.
#[derive(Debug, Clone)]
enum Act {
    Make(Vec<Edit>),
    Write(Owner, usize, String, Scope),
    Restructure(Owner, usize, usize),
    Undo,
    Redo,
}

fn act() -> impl Strategy<Value = Act> {
    let scope = prop_oneof![Just(Scope::Here), Just(Scope::Everywhere)];
    prop_oneof![
        6 => prop::collection::vec(generate::edit(), 1..4).prop_map(Act::Make),
        4 => (generate::owner(), 0_usize..60, generate::words(), scope)
            .prop_map(|(owner, at, words, scope)| Act::Write(owner, at, words, scope)),
        3 => (generate::owner(), 0_usize..8, 0_usize..9)
            .prop_map(|(owner, at, what)| Act::Restructure(owner, at, what)),
        1 => Just(Act::Undo),
        1 => Just(Act::Redo),
    ]
}

fn restructure(charters: Charters<'_>, at: usize, what: usize) -> Option<Change> {
    let sections = &charters.resolved.sections;
    let section = sections.get(at % sections.len().max(1))?;
    let row = section.table.as_ref().and_then(|table| {
        let row = table.rows.get(at % table.rows.len().max(1))?;
        Some(RowAddress {
            section: section.id.clone(),
            row: row.id().clone(),
        })
    });
    match what {
        0 => Some(charters.add_section(Some(&section.id))),
        1 => charters.remove_section(&section.id),
        2 => charters.move_section(&section.id, Direction::Up),
        3 => charters.move_section(&section.id, Direction::Down),
        4 => charters.add_table(&section.id, None),
        5 => charters
            .add_row(&section.id, None, Scope::Here)
            .map(|(_, it)| it),
        6 => charters.remove_row(&row?, Scope::Here),
        7 => charters.move_row(&row?, Direction::Down),
        _ => charters.back_to_model(&Element::Body(section.id.clone())),
    }
}

fn act_out(session: &mut Session, act: Act) -> Result<(), Refused> {
    let asked = match act {
        Act::Make(edits) => Some(change(edits)),
        Act::Write(owner, at, words, scope) => {
            let collection = session.collection();
            collection.resolve(&owner).and_then(|resolved| {
                let texts = texts_of(&resolved);
                let charters = Charters {
                    collection,
                    resolved: &resolved,
                };
                charters.write(&texts[at % texts.len()], &language("fr"), &words, scope)
            })
        }
        Act::Restructure(owner, at, what) => {
            let collection = session.collection();
            collection.resolve(&owner).and_then(|resolved| {
                let charters = Charters {
                    collection,
                    resolved: &resolved,
                };
                restructure(charters, at, what)
            })
        }
        Act::Undo => {
            session.undo();
            None
        }
        Act::Redo => {
            session.redo();
            None
        }
    };
    asked.map_or(Ok(()), |change| session.make(change))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_was_done_is_undone_and_redone_to_the_byte(
        start in generate::collection(),
        acts in prop::collection::vec(act(), 1..12),
    ) {
        let mut session = Session::unsaved(start.clone());
        for act in acts {
            let before = ron(session.collection());
            if act_out(&mut session, act).is_err() {
                prop_assert_eq!(ron(session.collection()), before, "a refused change changes nothing");
            }
        }
        while session.redo().is_some() {}
        let end = ron(session.collection());
        let (steps, _) = session.steps();
        while session.undo().is_some() {}
        prop_assert_eq!(session.steps(), (0, steps), "no step is lost on the way back");
        prop_assert_eq!(ron(session.collection()), ron(&start));
        while session.redo().is_some() {}
        prop_assert_eq!(session.steps(), (steps, 0), "no step is lost on the way forth");
        prop_assert_eq!(ron(session.collection()), end);
    }

    #[test]
    fn what_the_gate_lets_pass_can_be_saved_and_opened(
        start in generate::collection(),
        acts in prop::collection::vec(act(), 1..12),
    ) {
        let mut session = Session::unsaved(start);
        for act in acts {
            let _ = act_out(&mut session, act);
        }
        let text = ron(session.collection());
        let read = chartrier::store::read(text.as_bytes(), chartrier::store::Notation::Ron);
        prop_assert_eq!(read.as_ref(), Ok(session.collection()));
    }

    #[test]
    fn what_the_session_keeps_is_what_it_would_make_anew(
        start in generate::collection(),
        acts in prop::collection::vec(act(), 1..6),
    ) {
        let mut session = Session::unsaved(start);
        for act in acts {
            let _ = act_out(&mut session, act);
            for owner in owners(session.collection()) {
                let kept = session.resolved(&owner);
                let anew = session.collection().resolve(&owner);
                prop_assert_eq!(kept.as_deref(), anew.as_ref());
                let Some(anew) = anew else {
                    continue;
                };
                for tag in ["fr", "en", "pt-BR"] {
                    let kept = session.document(&owner, &language(tag));
                    let anew = Document::new(session.collection(), &anew, &language(tag));
                    prop_assert_eq!(kept.as_deref(), Some(&anew));
                }
            }
        }
    }

    #[test]
    fn charters_made_one_after_the_other_are_those_made_each_by_itself(
        start in generate::collection(),
        order in prop::collection::vec(any::<prop::sample::Index>(), 2..12),
    ) {
        let owners = owners(&start);
        prop_assume!(!owners.is_empty());
        let mut press = Press::default();
        for at in order {
            let owner = at.get(&owners);
            let Some(resolved) = start.resolve(owner).map(Arc::new) else { continue };
            for tag in ["fr", "en"] {
                let one = press.document(&start, &resolved, &language(tag));
                let alone = Document::new(&start, &resolved, &language(tag));
                prop_assert_eq!(&*one, &alone);
            }
        }
    }

    #[test]
    fn writing_here_changes_no_other_charter_and_writing_everywhere_changes_every_follower(
        start in generate::collection(),
        owner in generate::owner(),
        at in 0_usize..60,
        words in generate::words(),
        everywhere in any::<bool>(),
    ) {
        let Some(before) = start.resolve(&owner) else { return Ok(()) };
        let texts = texts_of(&before);
        let element = &texts[at % texts.len()];
        // A text of its own, not one of another element with the same id.
        prop_assume!(before.findings.iter().all(|it| it.problem != Problem::Taken));
        let scope = if everywhere { Scope::Everywhere } else { Scope::Here };
        let french = language("fr");
        let charters = Charters { collection: &start, resolved: &before };
        let Some(change) = charters.write(element, &french, &words, scope) else { return Ok(()) };
        let mut session = Session::unsaved(start.clone());
        session.make(change).expect("a change that is offered can be made");

        let after = session.collection();
        let text = after.resolve(&owner).unwrap();
        prop_assert_eq!(text.text(element).and_then(|it| it.0.written(&french)), Some(words.as_str()));

        let held_by = |resolved: &chartrier::model::Resolved| match element {
            Element::Cell(cell) => resolved.cell(cell).map(|it| it.1.holder.clone()),
            element => resolved.text(element).map(|it| it.1.holder.clone()),
        };
        let holder = held_by(&before);
        for other in owners(&start).into_iter().filter(|it| *it != owner) {
            let then = start.resolve(&other).unwrap();
            let now = after.resolve(&other).unwrap();
            let follows = start
                .charter(&other)
                .is_some_and(|it| start.followed(it).any(|model| Owner::Model(model.id.clone()) == owner));
            if scope == Scope::Here && !follows {
                prop_assert_eq!(&then, &now, "{} is none of it", other);
            }
            if scope == Scope::Everywhere && held_by(&then) == holder {
                let is_taken = then.findings.iter().any(|it| it.problem == Problem::Taken);
                let said = now.text(element).and_then(|it| it.0.written(&french));
                prop_assert!(is_taken || said == Some(words.as_str()), "{} says {:?}", other, said);
            }
        }
    }
}

#[test]
fn typing_joins_into_words_and_one_undo_takes_a_word() {
    let mut session = Session::unsaved(collection(PAIR));
    type_in(&mut session, "À part", &[" et", " e", "t seul", "!"]);
    let typed = |session: &Session| shown(session.collection(), "own")[0].clone();
    assert_eq!(typed(&session), "title: À part et et seul! | own");
    let mut seen = Vec::new();
    while session.undo().is_some() {
        seen.push(typed(&session));
    }
    assert_eq!(seen.last().map(String::as_str), Some("title: À part | own"));

    type_in(&mut session, "À part", &[" ", "u", "n", " ", "m", "o", "t"]);
    let mut seen = Vec::new();
    while session.undo().is_some() {
        seen.push(typed(&session));
    }
    assert_eq!(
        seen,
        [
            "title: À part un  | own",
            "title: À part  | own",
            "title: À part | own"
        ]
    );
}

/// Types pieces behind a title, one after the other.
fn type_in(session: &mut Session, title: &str, pieces: &[&str]) {
    let mut text = title.to_owned();
    for piece in pieces {
        text.push_str(piece);
        write(session, "own", &Element::Title, &text, Scope::Here);
    }
}

fn write(session: &mut Session, id: &str, element: &Element, words: &str, scope: Scope) {
    let owner = owner_named(session.collection(), id);
    support::write(session, &owner, element, words, scope);
}

#[test]
fn what_is_typed_and_taken_back_by_the_same_keys_is_one_step() {
    let mut session = Session::unsaved(collection(PAIR));
    for text in ["À part e", "À part", "À par", "À pa", "À pas"] {
        write(&mut session, "own", &Element::Title, text, Scope::Here);
    }
    while session.undo().is_some() {}
    assert_eq!(ron(session.collection()), ron(&collection(PAIR)));
}

#[test]
fn a_save_ends_the_word() {
    let mut session = Session::unsaved(collection(PAIR));
    write(
        &mut session,
        "own",
        &Element::Title,
        "À part e",
        Scope::Here,
    );
    session.seal();
    write(
        &mut session,
        "own",
        &Element::Title,
        "À part et",
        Scope::Here,
    );
    session.undo();
    assert_eq!(
        shown(session.collection(), "own")[0],
        "title: À part e | own"
    );
}

#[test]
fn undone_to_the_saved_state_is_not_modified() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("c.ron");
    fs::write(&path, ron(&collection(PAIR))).unwrap();
    let mut session = files::open(&path).unwrap();
    assert!(!session.is_modified());
    write(&mut session, "own", &Element::Title, "Autre", Scope::Here);
    assert!(session.is_modified());
    session.undo();
    assert!(!session.is_modified());
    session.redo();
    let point = session.save_point();
    let source = files::save(session.collection(), &path, &Replace::Any).unwrap();
    session.saved(point, source);
    assert!(!session.is_modified());
    session.undo();
    assert!(session.is_modified());
}

#[test]
fn what_another_session_saved_is_no_save_of_this_one() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("c.ron");
    let left = Session::unsaved(collection(PAIR));
    let point = left.save_point();
    let source = files::save(left.collection(), &path, &Replace::Any).unwrap();
    let mut session = Session::unsaved(examples());
    assert_ne!(session.save_point(), point, "though neither was changed");
    session.saved(point, source);
    assert_eq!(session.path(), None, "the next save does not go there");
}

// ---- Changes as people ask for them

/// The pair after changes that were asked for in `p`, one after the other.
fn after(changes: &[Asked<'_>]) -> Session {
    let mut session = Session::unsaved(collection(PAIR));
    for asked in changes {
        make(&mut session, &platform("p"), asked);
    }
    session
}

fn section(id: &str) -> SectionId {
    SectionId::new(id).unwrap()
}

fn row(section_id: &str, id: &str) -> RowAddress {
    RowAddress {
        section: section(section_id),
        row: RowId::new(id).unwrap(),
    }
}

#[test]
fn a_change_shows_here_and_undoes() {
    type Ask<'a> = &'a dyn Fn(Charters<'_>) -> Option<Change>;
    let cases: [(&str, &[Ask<'_>], &str); 12] = [
        (
            "adapt",
            &[&|c| {
                c.write(
                    &Element::Body(section("a")),
                    &language("fr"),
                    "deux",
                    Scope::Here,
                )
            }],
            "a body: fr:deux | adapts m",
        ),
        (
            "write a cell that is absent",
            &[&|c| {
                c.write(
                    &cell("b", "r", "why"),
                    &language("fr"),
                    "mesure",
                    Scope::Here,
                )
            }],
            "b r why: fr:mesure | adapts m",
        ),
        (
            "write a cell as above",
            &[&|c| {
                c.write(
                    &cell("b", "s", "name"),
                    &language("fr"),
                    "_gid",
                    Scope::Here,
                )
            }],
            "b s name: _gid | adapts m",
        ),
        (
            "write it everywhere",
            &[&|c| {
                c.write(
                    &cell("b", "s", "name"),
                    &language("fr"),
                    "_gid",
                    Scope::Everywhere,
                )
            }],
            "b s name: _gid | from m",
        ),
        (
            "hide a section",
            &[&|c| c.remove_section(&section("a"))],
            "a hidden by p",
        ),
        (
            "hide a row",
            &[&|c| c.remove_row(&row("b", "r"), Scope::Here)],
            "b r hidden by p",
        ),
        (
            "add a section",
            &[&|c| Some(c.add_section(Some(&section("a"))))],
            "sections: a section b",
        ),
        (
            "add two sections",
            &[&|c| Some(c.add_section(None)), &|c| {
                Some(c.add_section(None))
            }],
            "sections: a b section section-2",
        ),
        (
            "move a section",
            &[&|c| c.move_section(&section("a"), Direction::Down)],
            "sections: b a",
        ),
        (
            "move a row",
            &[&|c| c.move_row(&row("b", "s"), Direction::Up)],
            "b rows: s r",
        ),
        (
            "add a row",
            &[&|c| {
                c.add_row(&section("b"), Some(&RowId::new("r").unwrap()), Scope::Here)
                    .map(|it| it.1)
            }],
            "b rows: r cookie s",
        ),
        (
            "add a row everywhere",
            &[&|c| {
                c.add_row(&section("b"), None, Scope::Everywhere)
                    .map(|it| it.1)
            }],
            "b cookie: | from m",
        ),
    ];
    for (name, changes, expected) in cases {
        let mut session = after(changes);
        let lines = shown(session.collection(), "p");
        assert!(lines.iter().any(|it| it == expected), "{name}: {lines:#?}");
        assert!(
            !lines.iter().any(|it| it.starts_with("finding")),
            "{name}: {lines:#?}"
        );
        while session.undo().is_some() {}
        assert_eq!(ron(session.collection()), ron(&collection(PAIR)), "{name}");
    }
}

#[test]
fn a_change_and_its_contrary_leave_the_charter_as_it_was() {
    type Ask<'a> = &'a dyn Fn(Charters<'_>) -> Option<Change>;
    let body = || Element::Body(section("a"));
    let write = |c: Charters<'_>| c.write(&body(), &language("fr"), "deux", Scope::Here);
    let back = |c: Charters<'_>| c.back_to_model(&body());
    let cases: [(&str, &[Ask<'_>]); 5] = [
        ("adapt, back to the model", &[&write, &back]),
        (
            "hide, show a section",
            &[&|c| c.remove_section(&section("a")), &|c| {
                c.show_section(&section("a"))
            }],
        ),
        (
            "hide, show a row",
            &[&|c| c.remove_row(&row("b", "r"), Scope::Here), &|c| {
                c.show_row(&row("b", "r"))
            }],
        ),
        (
            "add, remove a section",
            &[&|c| Some(c.add_section(None)), &|c| {
                c.remove_section(&section("section"))
            }],
        ),
        (
            "add, remove a row",
            &[
                &|c| c.add_row(&section("b"), None, Scope::Here).map(|it| it.1),
                &|c| c.remove_row(&row("b", "cookie"), Scope::Here),
            ],
        ),
    ];
    for (name, changes) in cases {
        let session = after(changes);
        assert_eq!(ron(session.collection()), ron(&collection(PAIR)), "{name}");
    }
}

fn cell(section_id: &str, row: &str, column: &str) -> Element {
    Element::Cell(chartrier::model::CellAddress {
        section: section(section_id),
        row: RowId::new(row).unwrap(),
        column: chartrier::model::ColumnId::new(column).unwrap(),
    })
}

#[test]
fn removing_what_others_stand_below_leaves_them_in_their_place() {
    let two_sections = after(&[
        &|c| Some(c.add_section(Some(&section("a")))),
        &|c| Some(c.add_section(Some(&section("section")))),
        &|c| c.remove_section(&section("section")),
    ]);
    let lines = shown(two_sections.collection(), "p");
    assert!(
        lines.contains(&"sections: a section-2 b".to_owned()),
        "{lines:#?}"
    );
    assert!(
        !lines.iter().any(|it| it.starts_with("finding")),
        "{lines:#?}"
    );

    let cookie = RowId::new("cookie").unwrap();
    let two_rows = after(&[
        &|c| {
            c.add_row(&section("b"), Some(&RowId::new("r").unwrap()), Scope::Here)
                .map(|it| it.1)
        },
        &|c| {
            c.add_row(&section("b"), Some(&cookie), Scope::Here)
                .map(|it| it.1)
        },
        &|c| c.remove_row(&row("b", "cookie"), Scope::Here),
    ]);
    let lines = shown(two_rows.collection(), "p");
    assert!(
        lines.contains(&"b rows: r cookie-2 s".to_owned()),
        "{lines:#?}"
    );
    assert!(
        !lines.iter().any(|it| it.starts_with("finding")),
        "{lines:#?}"
    );
}

#[test]
fn a_new_platform_follows_the_first_model_under_an_id_of_its_own() {
    let mut session = Session::unsaved(collection(PAIR));
    for (name, expected) in [
        ("P", "p-2"),
        ("Données d’ici", "donnees-dici"),
        ("日本", "ri-ben"),
        ("…", "plateforme"),
    ] {
        let (id, change) = changes::add_platform(session.collection(), name, "");
        session.make(change).unwrap();
        let owner = Owner::Platform(id.clone());
        assert!(session.resolved(&owner).is_some());
        assert!(
            id.as_str() == expected || name == "日本" || name.contains('’'),
            "{id}"
        );
    }
    session
        .make(changes::remove_platform(&PlatformId::new("p-2").unwrap()))
        .unwrap();
    assert!(session.resolved(&platform("p-2")).is_none());
}

// ---- The gate

#[test]
fn the_gate_refuses_what_would_break_the_collection_and_changes_nothing() {
    use chartrier::model::{Charter, Form, ListEdit, ModelId};
    let follow = |id: &str| Charter::following(ModelId::new(id).unwrap()).form;
    let chain = collection(
        r#"models: [Model(id: "m", title: "T"), Model(id: "n", follows: "m"), Model(id: "o", follows: "n")],
           platforms: [Platform(id: "p", follows: "o")]"#,
    );
    let set = |id: &str, form: Form| Edit::Charter(support::model(id), CharterEdit::Form(form));
    let taken = chain.models.at(0).unwrap().clone();
    let refused: [(&str, Edit); 8] = [
        ("a model that follows itself", set("m", follow("m"))),
        ("a circle of two", set("m", follow("n"))),
        ("a circle of three", set("m", follow("o"))),
        (
            "an id twice",
            Edit::Models(ListEdit::Insert { at: 0, item: taken }),
        ),
        ("no language", Edit::Languages(Vec::new())),
        (
            "a language twice",
            Edit::Languages(vec![language("fr"), language("fr")]),
        ),
        (
            "a platform’s language twice",
            Edit::Platform(
                PlatformId::new("p").unwrap(),
                chartrier::model::PlatformEdit::Languages(vec![language("en"), language("en")]),
            ),
        ),
        (
            "a text that says something else",
            Edit::Charter(
                support::model("m"),
                CharterEdit::Text(
                    Element::Title,
                    TextEdit::Splice {
                        language: language("fr"),
                        at: 0,
                        removed: "U".into(),
                        inserted: "V".into(),
                    },
                ),
            ),
        ),
    ];
    for (name, edit) in refused {
        let mut session = Session::unsaved(chain.clone());
        let rename = Edit::Name("Autre".to_owned());
        assert!(session.make(change(vec![rename, edit])).is_err(), "{name}");
        assert_eq!(session.collection(), &chain, "{name}");
        assert_eq!(session.steps(), (0, 0), "{name}");
    }
}

#[test]
fn a_collection_in_a_circle_can_be_mended() {
    use chartrier::model::{Charter, Form, ModelId};
    let mut circle = collection(
        r#"models: [Model(id: "m", follows: "n")], platforms: [Platform(id: "p", follows: "m")]"#,
    );
    let follows_m = collection(r#"models: [Model(id: "n", follows: "m")]"#);
    circle
        .models
        .push(follows_m.models.at(0).unwrap().as_ref().clone())
        .unwrap();
    let follow = |id: &str| Charter::following(ModelId::new(id).unwrap()).form;
    let form = |owner: Owner, form: Form| Edit::Charter(owner, CharterEdit::Form(form));

    let mut session = Session::unsaved(circle.clone());
    let still = form(support::model("n"), follow("n"));
    assert!(matches!(
        session.make(change(vec![still])),
        Err(Refused::Cycle(_))
    ));
    assert_eq!(session.collection(), &circle);
    session
        .make(change(vec![form(platform("p"), follow("n"))]))
        .expect("a platform closes no circle");
    session
        .make(change(vec![form(
            support::model("n"),
            Form::Complete(chartrier::model::Complete::default()),
        )]))
        .expect("this opens it");
    assert_eq!(
        resolve(session.collection(), "p").findings,
        Vec::<Finding>::new()
    );
}

#[test]
fn of_two_replacements_of_one_text_the_one_that_shows_is_edited_and_dropped_first() {
    let twice = collection(
        r#"models: [Model(id: "m", title: "T")], platforms: [Platform(id: "p", follows: "m", adaptations: [
            replace_title(was: "T", text: "un"), replace_title(was: "T", text: "deux")])]"#,
    );
    let mut session = Session::unsaved(twice);
    write(&mut session, "p", &Element::Title, "trois", Scope::Here);
    assert!(shown(session.collection(), "p")[0].starts_with("title: trois"));
}

// ---- Saving

/// A folder with a collection in it.
fn with_file(name: &str) -> (tempfile::TempDir, std::path::PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(name);
    fs::write(&path, ron(&collection(PAIR))).unwrap();
    (folder, path)
}

fn other() -> chartrier::model::Collection {
    collection(r#"platforms: [Platform(id: "autre")]"#)
}

#[test]
fn an_unchanged_collection_saved_changes_no_byte() {
    let (_folder, path) = with_file("c.ron");
    let before = fs::read(&path).unwrap();
    let session = files::open(&path).unwrap();
    let known = Replace::Known(session.source().map(|it| it.fingerprint));
    files::save(session.collection(), &path, &known).unwrap();
    assert_eq!(fs::read(&path).unwrap(), before);
}

#[test]
fn a_file_that_something_else_changed_is_left_alone() {
    let (folder, path) = with_file("c.ron");
    let session = files::open(&path).unwrap();
    let known = Replace::Known(session.source().map(|it| it.fingerprint));
    fs::write(&path, "autre chose").unwrap();
    let refused = files::save(session.collection(), &path, &known);
    assert!(matches!(refused, Err(FileError::ChangedMeanwhile { .. })));
    assert_eq!(fs::read_to_string(&path).unwrap(), "autre chose");
    fs::remove_file(&path).unwrap();
    files::save(session.collection(), &path, &known).expect("what was deleted is written again");
    assert_eq!(files_below(folder.path()), ["c.ron"]);
}

#[test]
fn a_new_file_replaces_none() {
    let (_folder, path) = with_file("c.ron");
    let before = fs::read(&path).unwrap();
    let refused = files::save(&other(), &path, &Replace::Known(None));
    assert!(matches!(refused, Err(FileError::Exists { .. })));
    assert_eq!(fs::read(&path).unwrap(), before);
}

#[test]
fn a_save_that_fails_leaves_nothing_behind() {
    let (folder, path) = with_file("c.ron");
    let before = fs::read(&path).unwrap();
    let in_folder = |name: &str| folder.path().join(name);
    fs::create_dir(in_folder("dossier.ron")).unwrap();
    let too_long = format!("{}.ron", "x".repeat(300));
    let targets: [&Path; 5] = [
        &in_folder("dossier.ron"),
        &in_folder(&too_long),
        &in_folder("nulle-part/c.ron"),
        &path.join("c.ron"),
        &in_folder("c.txt"),
    ];
    for target in targets {
        assert!(
            files::save(&other(), target, &Replace::Any).is_err(),
            "{}",
            target.display()
        );
        assert_eq!(
            files_below(folder.path()),
            ["c.ron"],
            "{}",
            target.display()
        );
    }
    assert_eq!(fs::read(&path).unwrap(), before);
}

#[cfg(unix)]
mod on_unix {
    use super::*;
    use std::os::unix::fs::{PermissionsExt as _, symlink};

    fn mode(path: &Path) -> u32 {
        fs::metadata(path).unwrap().permissions().mode() & 0o7777
    }

    #[test]
    fn permissions_are_kept() {
        let (_folder, path) = with_file("c.ron");
        for kept in [0o600, 0o640, 0o664] {
            fs::set_permissions(&path, fs::Permissions::from_mode(kept)).unwrap();
            files::save(&other(), &path, &Replace::Any).unwrap();
            assert_eq!(mode(&path), kept);
        }
    }

    #[test]
    fn a_file_that_may_not_be_written_is_not() {
        let (folder, path) = with_file("c.ron");
        let before = fs::read(&path).unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o444)).unwrap();
        assert!(matches!(
            files::save(&other(), &path, &Replace::Any),
            Err(FileError::Write { .. })
        ));
        assert_eq!(fs::read(&path).unwrap(), before);
        assert_eq!(files_below(folder.path()), ["c.ron"]);
    }

    #[test]
    fn a_new_file_has_the_permissions_of_any_new_file() {
        let (folder, path) = with_file("c.ron");
        let new = folder.path().join("new.ron");
        files::save(&other(), &new, &Replace::Known(None)).unwrap();
        assert_eq!(mode(&new), mode(&path));
    }

    #[test]
    fn a_link_stays_one_and_what_it_leads_to_is_replaced() {
        let (folder, path) = with_file("c.ron");
        let link = folder.path().join("lien.ron");
        symlink("c.ron", &link).unwrap();
        files::save(&other(), &link, &Replace::Any).unwrap();
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
        assert_eq!(fs::read_to_string(&path).unwrap(), ron(&other()));
    }

    #[test]
    fn a_link_that_leads_nowhere_yet_stays_one() {
        let folder = tempfile::tempdir().unwrap();
        let link = folder.path().join("lien.ron");
        symlink("c.ron", &link).unwrap();
        files::save(&other(), &link, &Replace::Any).unwrap();
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
        assert_eq!(
            fs::read_to_string(folder.path().join("c.ron")).unwrap(),
            ron(&other())
        );
    }

    /// A limit on the size of files stands for a disk that is full.
    #[test]
    fn a_disk_that_fills_up_leaves_the_old_file_whole() {
        let (folder, path) = with_file("c.ron");
        fs::write(folder.path().join("long.ron"), {
            let long = "mot ".repeat(4000);
            ron(&collection(&format!(r#"note: "{long}""#)))
        })
        .unwrap();
        let before = fs::read(&path).unwrap();
        let ran: support::Ran = std::process::Command::new("sh")
            .args([
                "-c",
                r#"trap '' XFSZ; ulimit -f 4; exec "$0" convert long.ron c.ron"#,
            ])
            .arg(env!("CARGO_BIN_EXE_chartrier"))
            .current_dir(folder.path())
            .env("LANG", "en")
            .output()
            .unwrap()
            .into();
        assert_eq!(ran.code, 2, "{ran:?}");
        assert!(ran.err.contains("Nothing is lost"), "{ran:?}");
        assert_eq!(fs::read(&path).unwrap(), before);
        assert_eq!(files_below(folder.path()), ["c.ron", "long.ron"]);
    }
}

/// The examples, and the platform that follows the model and adapts nothing.
fn examples_and_caf() -> (Session, Owner) {
    let owner = Owner::Platform(PlatformId::new("data-caf-fr").unwrap());
    (Session::unsaved(chartrier::workspace::examples()), owner)
}

#[test]
fn a_field_cleared_and_written_again_undoes_to_the_same_bytes() {
    let (mut session, _) = examples_and_caf();
    let id = PlatformId::new("donnees-valbrune-example").unwrap();
    let platform = || {
        chartrier::workspace::examples()
            .platforms
            .get(&id)
            .unwrap()
            .clone()
    };
    let field = platform().fields.keys().next().unwrap().clone();
    let before = ron(session.collection());
    let language = chartrier::model::Language::new("fr").unwrap();
    for words in ["", "a", "ab"] {
        let collection = session.collection().clone();
        let now = collection.platforms.get(&id).unwrap();
        let change = changes::set_field(&collection, now, &field, &language, words);
        session.make(change).unwrap();
    }
    while session.undo().is_some() {}
    assert_eq!(ron(session.collection()), before);
}

#[test]
fn spreading_an_adaptation_keeps_what_the_model_changed_in_another_language() {
    let (mut session, owner) = examples_and_caf();
    let resolved = session.resolved(&owner).unwrap();
    let section = resolved.sections.first().unwrap().id.clone();
    let model = resolved.title.origin.holder.clone();
    let body = Element::Body(section);
    let mut write = |owner: &Owner, language: &str, words: &str| {
        let language = support::language(language);
        make(&mut session, owner, &|c| {
            c.write(&body, &language, words, Scope::Here)
        });
    };
    write(&owner, "fr", "Adapté.");
    write(&model, "en", "Corrected.");
    make(&mut session, &owner, &|c| c.spread(&body));
    let resolved = session.resolved(&model).unwrap();
    let (text, _) = resolved.text(&body).unwrap();
    let said = |language| text.written(&chartrier::model::Language::new(language).unwrap());
    assert_eq!(
        (said("fr"), said("en")),
        (Some("Adapté."), Some("Corrected."))
    );
}

#[test]
fn translating_a_text_that_was_one_for_all_keeps_what_it_said() {
    let text = chartrier::model::Text::same("Bonjour.");
    let (fr, en) = (
        chartrier::model::Language::new("fr").unwrap(),
        chartrier::model::Language::new("en").unwrap(),
    );
    let translated = text.translated(&fr, &en, "Hello.");
    assert_eq!(translated.written(&fr), Some("Bonjour."));
    assert_eq!(translated.written(&en), Some("Hello."));
}

#[test]
fn what_a_newer_program_wrote_is_never_overwritten() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("chartes.ron");
    let newer = "Collection(format: 2, unheard_of: true)\n";
    std::fs::write(&path, newer).unwrap();
    let (session, _) = examples_and_caf();
    assert!(files::save(session.collection(), &path, &Replace::Any).is_err());
    assert_eq!(std::fs::read_to_string(&path).unwrap(), newer);
}

#[cfg(unix)]
#[test]
fn an_export_follows_no_link_out_of_its_folder() {
    let folder = tempfile::tempdir().unwrap();
    let (out, elsewhere) = (folder.path().join("out"), folder.path().join("elsewhere"));
    std::fs::create_dir_all(&out).unwrap();
    std::fs::create_dir_all(&elsewhere).unwrap();
    let victim = elsewhere.join("victim");
    std::fs::write(&victim, "kept").unwrap();
    std::os::unix::fs::symlink(&elsewhere, out.join("data-caf-fr")).unwrap();
    std::os::unix::fs::symlink(&victim, out.join("index.html")).unwrap();
    let (session, _) = examples_and_caf();
    let report = chartrier::workspace::export::export(
        session.collection(),
        &chartrier::workspace::export::Request::default(),
        &out,
        &chartrier::workspace::Cancel::default(),
        &chartrier::workspace::Progress::default(),
    )
    .unwrap();
    let failed: Vec<_> = report
        .failures
        .iter()
        .map(|it| it.target.platform.as_str())
        .collect();
    assert_eq!(failed, ["data-caf-fr"]);
    assert_eq!(std::fs::read_to_string(&victim).unwrap(), "kept");
    assert_eq!(
        std::fs::read_dir(&elsewhere).unwrap().count(),
        1,
        "nothing was written there"
    );
}

#[test]
fn writing_everywhere_from_a_platform_of_one_language_keeps_the_models_others() {
    let (mut session, owner) = examples_and_caf();
    let resolved = session.resolved(&owner).unwrap();
    let section = resolved.sections.first().unwrap().id.clone();
    let model = resolved.title.origin.holder.clone();
    let body = Element::Body(section);
    let set = TextEdit::Set(chartrier::model::Text::same("One for all."));
    let edit = Edit::Charter(model.clone(), CharterEdit::Text(body.clone(), set));
    session.make(change(vec![edit])).unwrap();
    let (french, english) = (language("fr"), language("en"));
    make(&mut session, &owner, &|c| {
        c.write(&body, &english, "In English.", Scope::Everywhere)
    });
    let resolved = session.resolved(&model).unwrap();
    let (text, _) = resolved.text(&body).unwrap();
    assert_eq!(text.written(&french), Some("One for all."));
    assert_eq!(text.written(&english), Some("In English."));
}

#[cfg(unix)]
#[test]
fn a_pipe_is_no_collection() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("pipe.ron");
    let made = std::process::Command::new("mkfifo")
        .arg(&path)
        .status()
        .unwrap();
    assert!(made.success());
    assert!(matches!(
        files::read(&path),
        Err(FileError::NotAFile { .. })
    ));
}
