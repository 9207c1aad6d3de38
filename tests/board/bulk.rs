//! Changes of many platforms at once: each changes as it would alone, nothing else does, and one
//! step takes all of it back.

use chartrier::model::{
    Collection, ColumnId, FactId, FieldId, Language, ModelId, Owner, PlatformId, RowAddress, RowId,
    SectionId,
};
use chartrier::store::{self, Notation};
use chartrier::workspace::changes::bulk::{Bulk, Hindrance, Offers, Outcome, Plan};
use chartrier::workspace::moving::moving;
use chartrier::workspace::{Cancel, Progress, Session};
use proptest::prelude::*;

use crate::portals;
use crate::support::{generate, language, resolve, ron};

fn ids(ids: &[&str]) -> Vec<PlatformId> {
    let ids = ids.iter().map(|id| PlatformId::new(id));
    ids.collect::<Result<_, _>>().expect("they are ids")
}

fn all(collection: &Collection) -> Vec<PlatformId> {
    let platforms = collection.platforms.iter();
    platforms.map(|platform| platform.id.clone()).collect()
}

fn plan(collection: &Collection, platforms: &[PlatformId], bulk: &Bulk) -> Plan {
    let (cancel, progress) = (Cancel::default(), Progress::default());
    let plan = Plan::of(collection, platforms, bulk, &cancel, &progress);
    plan.expect("nobody stops it")
}

/// What becomes of each platform: what changes, what is so already, and why another cannot.
fn told(plan: &Plan) -> String {
    let told = plan.outcomes.iter().map(|(id, outcome)| match outcome {
        Outcome::Changes(_) | Outcome::Follows(..) => format!("{id}!"),
        Outcome::Same => format!("{id}="),
        Outcome::Impossible(why) => format!("{id} {why:?}"),
    });
    told.collect::<Vec<_>>().join(", ")
}

fn section(id: &str) -> SectionId {
    SectionId::new(id).expect("an id")
}

fn field(id: &str, words: &str) -> Bulk {
    Bulk::Field {
        field: FieldId::new(id).expect("an id"),
        language: None,
        words: words.to_owned(),
    }
}

fn row(name: &str) -> Bulk {
    Bulk::AddRow {
        section: section("list"),
        cells: [(ColumnId::new("name").expect("an id"), name.to_owned())].into(),
        language: language("fr"),
    }
}

fn out(row: &str) -> Bulk {
    Bulk::RemoveRow(RowAddress {
        section: section("list"),
        row: RowId::new(row).expect("an id"),
    })
}

#[test]
fn what_would_change_where_is_told_before() {
    let matomo = || FactId::new("matomo").expect("an id");
    let model = |id: &str| ModelId::new(id).expect("an id");
    for (bulk, expected) in [
        (
            field("publisher.name", "Ville de Lyon"),
            "lyon=, caen!, agence!, seule!",
        ),
        (field("publisher.name", ""), "lyon!, caen=, agence=, seule="),
        (Bulk::HaveFact(matomo()), "lyon=, caen!, agence!, seule!"),
        (Bulk::LackFact(matomo()), "lyon!, caen=, agence=, seule="),
        (
            Bulk::Follow(model("villes")),
            "lyon=, caen!, agence!, seule OwnTexts",
        ),
        (
            Bulk::Follow(model("nulle-part")),
            "lyon NoModel, caen NoModel, agence NoModel, seule OwnTexts",
        ),
        (
            Bulk::AddLanguage(language("en")),
            "lyon=, caen=, agence!, seule=",
        ),
        (
            Bulk::AddLanguage(language("de")),
            "lyon NoLanguage, caen NoLanguage, agence NoLanguage, seule NoLanguage",
        ),
        (
            Bulk::HideSection(section("why")),
            "lyon!, caen!, agence!, seule NoSection",
        ),
        (
            Bulk::ShowSection(section("why")),
            "lyon=, caen=, agence=, seule NoSection",
        ),
        (row("_ga"), "lyon!, caen!, agence!, seule NoTable"),
        (row("_pk_id"), "lyon=, caen=, agence=, seule NoTable"),
        (out("sid"), "lyon!, caen=, agence!, seule="),
        (Bulk::Remove, "lyon!, caen!, agence!, seule!"),
    ] {
        let collection = portals();
        let plan = plan(&collection, &all(&collection), &bulk);
        assert_eq!(told(&plan), expected, "{bulk:?}");
        let counts = plan.changes() + plan.same() + plan.impossible();
        assert_eq!(counts, collection.platforms.len());
        assert_eq!(plan.change.is_some(), plan.changes() > 0);
    }
}

#[test]
fn what_a_platform_says_now_is_told() {
    let collection = portals();
    let plan = plan(
        &collection,
        &ids(&["lyon"]),
        &field("publisher.name", "Métropole"),
    );
    let Some((_, Outcome::Changes(Some(now)))) = plan.outcomes.first() else {
        panic!("it says something else now: {plan:?}");
    };
    assert_eq!(now.written(&language("fr")), Some("Ville de Lyon"));
}

#[test]
fn what_comes_of_following_another_model_is_counted_for_each() {
    let collection = crate::support::collection(
        r#"models: [
            Model(id: "m", name: "Commun", title: "Charte", sections: [Section(id: "a", heading: "Un", body: "Bonjour."), Section(id: "b", heading: "Deux", body: {"fr": "Au revoir.", "en": "Goodbye."})]),
            Model(id: "n", title: "Charte", sections: [Section(id: "un", heading: "Un", body: "Salut."), Section(id: "fin", heading: "Deux", body: {"fr": "Au revoir.", "en": "Farewell."})]),
            Model(id: "same", title: "Charte", sections: [Section(id: "x", heading: "Un", body: "Bonjour."), Section(id: "y", heading: "Deux", body: {"fr": "Au revoir.", "en": "Goodbye."})]),
        ], platforms: [
            Platform(id: "p", follows: "m"),
            Platform(id: "q", follows: "m", adaptations: [replace_body(section: "a", was: "Bonjour.", text: "Ici."), add_section(section: Section(id: "c", heading: "Trois", body: "Plus."), place: last), hide_section(section: "b")]),
            Platform(id: "r", sections: [Section(id: "a", body: "Rien.")]),
            Platform(id: "s", follows: "m", languages: ["fr"]),
        ]"#,
    );
    let follow = |to: &str| {
        let to = ModelId::new(to).expect("an id");
        let plan = plan(&collection, &all(&collection), &Bulk::Follow(to));
        let told = plan.outcomes.iter().map(|(id, outcome)| match outcome {
            Outcome::Follows(now, toll) => {
                let now = now
                    .as_ref()
                    .map(|it| it.written(&language("fr")).unwrap_or_default());
                format!(
                    "{id} {now:?} {} {} {}",
                    toll.otherwise, toll.own, toll.dropped
                )
            }
            other => format!("{id} {other:?}"),
        });
        told.collect::<Vec<_>>()
    };
    assert_eq!(
        follow("n"),
        [
            "p Some(\"Commun\") 2 0 0",
            "q Some(\"Commun\") 0 0 0",
            "r Impossible(OwnTexts)",
            "s Some(\"Commun\") 1 0 0",
        ]
    );
    assert_eq!(follow("same")[0], "p Some(\"Commun\") 0 0 0");
}

#[test]
fn a_field_that_says_so_in_every_language_says_so_in_each() {
    let collection = portals();
    let in_english = Bulk::Field {
        field: FieldId::new("publisher.name").expect("an id"),
        language: Some(language("en")),
        words: "Ville de Lyon".to_owned(),
    };
    let plan = plan(&collection, &ids(&["lyon"]), &in_english);
    assert_eq!(told(&plan), "lyon=");
}

#[test]
fn a_section_hidden_by_the_model_is_not_shown_by_a_platform() {
    let text = ron(&portals()).replacen(
        "follows: \"commun\",",
        "follows: \"commun\", adaptations: [hide_section(section: \"why\")],",
        1,
    );
    let collection = store::read(text.as_bytes(), Notation::Ron).expect("a collection");
    let show = Bulk::ShowSection(section("why"));
    let outcomes = plan(&collection, &ids(&["lyon"]), &show).outcomes;
    let why = outcomes.first().map(|(_, outcome)| outcome);
    assert_eq!(why, Some(&Outcome::Impossible(Hindrance::HiddenByModel)));
}

#[test]
fn a_row_is_added_and_taken_out_of_many_tables() {
    let mut session = Session::unsaved(portals());
    let those = ids(&["lyon", "agence"]);
    let before = ron(session.collection());
    let names = |session: &Session, id: &str| -> Vec<String> {
        let resolved = resolve(session.collection(), id);
        let table = resolved
            .section(&section("list"))
            .and_then(|it| it.table.clone());
        let table = table.expect("it has a table");
        let shown = table.rows.iter().filter(|row| row.hidden.is_none());
        shown.map(|row| row.id().to_string()).collect()
    };
    let change = plan(session.collection(), &those, &row("_ga")).change;
    session
        .make(change.expect("it changes"))
        .expect("it can be made");
    assert_eq!(names(&session, "lyon"), ["sid", "pk", "ga"]);
    assert_eq!(names(&session, "agence"), ["sid", "pk", "ga"]);
    assert_eq!(names(&session, "caen"), ["pk"]);
    let change = plan(session.collection(), &those, &out("ga")).change;
    session
        .make(change.expect("it changes"))
        .expect("it can be made");
    assert_eq!(
        ron(session.collection()),
        before,
        "its own row is gone for good"
    );
}

#[test]
fn sections_tables_and_rows_of_the_models_that_are_followed_are_offered() {
    let mut session = Session::unsaved(portals());
    let change = plan(session.collection(), &ids(&["agence"]), &row("_ga")).change;
    session
        .make(change.expect("it changes"))
        .expect("it can be made");
    let collection = session.collection();
    let offers = Offers::of(collection, &all(collection));
    let sections: Vec<&str> = offers.sections.iter().map(|it| it.id.as_str()).collect();
    assert_eq!(sections, ["why", "list"]);
    let table = offers.sections.last().and_then(|it| it.table.as_ref());
    let rows = table.map(|table| table.rows.iter().map(|row| row.id.as_str()));
    let rows: Vec<&str> = rows.expect("it has a table").collect();
    assert_eq!(
        rows,
        ["sid", "pk", "ga"],
        "those of the models, and their own"
    );
    assert!(Offers::of(collection, &ids(&["seule"])).sections.is_empty());
}

fn bulk() -> impl Strategy<Value = Bulk> {
    let language = || {
        let tags = ["fr", "en", "pt-BR", "de"].map(|tag| Language::new(tag).expect("a language"));
        proptest::sample::select(tags.to_vec())
    };
    prop_oneof![
        (
            generate::field_id(),
            proptest::option::of(language()),
            generate::words()
        )
            .prop_map(|(field, language, words)| Bulk::Field {
                field,
                language,
                words
            }),
        generate::fact_id().prop_map(Bulk::HaveFact),
        generate::fact_id().prop_map(Bulk::LackFact),
        generate::model_id().prop_map(Bulk::Follow),
        language().prop_map(Bulk::AddLanguage),
        generate::section_id().prop_map(Bulk::HideSection),
        generate::section_id().prop_map(Bulk::ShowSection),
        (
            generate::section_id(),
            proptest::collection::vec((generate::column_id(), generate::words()), 1..3),
            language()
        )
            .prop_map(|(section, cells, language)| Bulk::AddRow {
                section,
                cells: cells.into_iter().collect(),
                language
            }),
        (generate::section_id(), generate::row_id())
            .prop_map(|(section, row)| Bulk::RemoveRow(RowAddress { section, row })),
        Just(Bulk::Remove),
    ]
}

proptest! {
    #[test]
    fn what_follows_is_counted_as_it_is_told_of_one_alone(
        start in generate::collection(),
        to in generate::model_id(),
    ) {
        let plan = plan(&start, &all(&start), &Bulk::Follow(to.clone()));
        for (id, outcome) in &plan.outcomes {
            let Outcome::Follows(_, toll) = outcome else {
                continue;
            };
            let owner = Owner::Platform(id.clone());
            let moving = moving(&start, &owner, &to).expect("it can");
            prop_assert_eq!(toll.own, moving.carried.own.len());
            prop_assert_eq!(toll.dropped, moving.carried.dropped.len());
        }
    }

    #[test]
    fn each_platform_changes_as_it_would_alone_and_one_step_takes_all_back(
        collection in generate::collection(),
        bulk in bulk(),
        chosen in proptest::collection::vec(generate::platform_id(), 0..6),
    ) {
        let before = ron(&collection);
        let mut together = Session::unsaved(collection.clone());
        let plan_of_all = plan(&collection, &chosen, &bulk);
        let steps = usize::from(plan_of_all.change.is_some());
        if let Some(change) = plan_of_all.change {
            together.make(change).expect("what is planned can be made");
        }
        prop_assert_eq!(together.steps(), (steps, 0));

        let mut alone = Session::unsaved(collection.clone());
        for platform in &chosen {
            let one = plan(alone.collection(), std::slice::from_ref(platform), &bulk);
            if let Some(change) = one.change {
                alone.make(change).expect("what is planned can be made");
            }
        }
        prop_assert_eq!(ron(together.collection()), ron(alone.collection()));

        // Those that are not chosen stay as they are, and so do the models.
        for platform in &collection.platforms {
            if !chosen.contains(&platform.id) {
                let owner = Owner::Platform(platform.id.clone());
                prop_assert_eq!(together.collection().resolve(&owner), collection.resolve(&owner));
            }
        }
        prop_assert_eq!(&together.collection().models, &collection.models);

        together.undo();
        prop_assert_eq!(ron(together.collection()), before);
    }

    #[test]
    fn what_was_changed_is_so_already(
        collection in generate::collection(),
        bulk in bulk().prop_filter("what is gone is asked no more", |it| *it != Bulk::Remove),
    ) {
        let chosen = all(&collection);
        let first = plan(&collection, &chosen, &bulk);
        let mut session = Session::unsaved(collection);
        if let Some(change) = first.change {
            session.make(change).expect("what is planned can be made");
        }
        let again = plan(session.collection(), &chosen, &bulk);
        prop_assert_eq!(again.changes(), 0);
    }
}
