//! What was adapted, and whose original has changed since.

use chartrier::model::{Adaptation, Collection, Owner};
use chartrier::workspace::changes::{keep_adapted, put_together, take_the_models};
use chartrier::workspace::moved_on::{MovedOn, moved_on};
use chartrier::workspace::{Cancel, Change, Progress, Session};
use proptest::prelude::*;

use crate::support::{collection, generate, model, platform, ron, shown};

fn found(collection: &Collection) -> Vec<MovedOn> {
    moved_on(collection, &Cancel::default(), &Progress::default()).expect("nobody stops it")
}

/// Each that was found, as « owner: element ».
fn told(found: &[MovedOn]) -> Vec<String> {
    let line = |it: &MovedOn| format!("{}: {}", it.owner, it.element());
    found.iter().map(line).collect()
}

const MOVED: &str = r#"
    models: [
        Model(id: "m", title: "Charte", columns: [Column(id: "nom", role: name), Column(id: "duree", role: duration)], sections: [
            Section(id: "quoi", heading: {"fr": "Quoi", "en": "What"}, body: {"fr": "Matomo compte chaque visite.", "en": "Matomo counts each visit."}),
            Section(id: "liste", level: 2, heading: "Liste", table: CookieTable(category: audience, rows: [Row(id: "ga", cells: {"nom": "_ga", "duree": "6 mois"})])),
        ]),
        Model(id: "famille", follows: "m", adaptations: [replace_heading(section: "liste", was: "Cookies", text: "Traceurs")]),
    ],
    platforms: [
        Platform(id: "p", name: "Portail", follows: "famille", adaptations: [
            replace_body(section: "quoi", was: {"fr": "Matomo compte les visites.", "en": "Matomo counts visits."},
                text: {"fr": "Notre Matomo compte les visites.", "en": "Our Matomo counts visits."}),
            replace_cell(section: "liste", row: "ga", column: "duree", was: "13 mois", cell: "12 mois"),
            replace_heading(section: "quoi", was: {"fr": "Quoi", "en": "What"}, text: {"fr": "Quoi donc", "en": "What then"}),
            replace_nature(section: "liste", was: Nature(category: social), nature: Nature(category: advertising)),
        ]),
        Platform(id: "q", follows: "m", adaptations: [replace_title(was: "Charte", text: "La charte")]),
        Platform(id: "r", follows: "famille", adaptations: [replace_heading(section: "liste", was: "Traceurs", text: "Témoins")]),
    ]"#;

fn decided(decide: impl Fn(&Collection, &MovedOn) -> Option<Change>) -> Session {
    let mut session = Session::unsaved(collection(MOVED));
    while let Some(moved) = found(session.collection()).first() {
        let change = decide(session.collection(), moved).expect("it can be decided");
        session.make(change).expect("what is offered can be made");
    }
    session
}

#[test]
fn all_of_them_are_found_those_of_models_first() {
    let found = found(&collection(MOVED));
    assert_eq!(
        told(&found),
        [
            "famille: liste / heading",
            "p: quoi / body",
            "p: liste / ga / duree",
            "p: liste",
        ]
    );
}

#[test]
fn looking_can_be_stopped() {
    let cancel = Cancel::default();
    cancel.cancel();
    assert_eq!(
        moved_on(&collection(MOVED), &cancel, &Progress::default()),
        None
    );
}

#[test]
fn what_is_kept_is_not_found_again_and_shows_what_it_showed() {
    let session = decided(|collection, moved| keep_adapted(collection, &[moved]));
    let news = |lines: Vec<String>| -> Vec<String> {
        lines
            .into_iter()
            .map(|it| it.replace(", moved on", ""))
            .collect()
    };
    assert_eq!(
        shown(session.collection(), "p"),
        news(shown(&collection(MOVED), "p"))
    );
    assert_eq!(session.steps().0, 4);
}

#[test]
fn what_is_taken_follows_the_model_again() {
    let session = decided(|collection, moved| take_the_models(collection, &[moved]));
    let lines = shown(session.collection(), "p");
    for line in [
        "quoi body: fr:Matomo compte chaque visite. en:Matomo counts each visit. | from m",
        "liste ga duree: 6 mois | from m",
        "liste heading: Liste | from m",
        "quoi heading: fr:Quoi donc en:What then | adapts m",
    ] {
        assert!(lines.contains(&line.to_owned()), "{line} in {lines:#?}");
    }
}

/// A platform that adapts a text in two languages, of which the model has changed the French.
const IN_FRENCH: &str = r#"
    models: [Model(id: "m", sections: [Section(id: "quoi", body: {"fr": "Matomo compte chaque visite.", "en": "Matomo counts visits."})])],
    platforms: [Platform(id: "p", follows: "m", adaptations: [
        replace_body(section: "quoi", was: {"fr": "Matomo compte les visites.", "en": "Matomo counts visits."},
            text: {"fr": "Notre Matomo compte les visites.", "en": "Our Matomo counts visits."}),
    ])]"#;

#[test]
fn what_is_adapted_in_a_language_that_has_not_changed_stays() {
    let start = collection(IN_FRENCH);
    let moved = found(&start);
    let versions = moved[0].versions(&start).expect("it is there");
    let said = versions.said().expect("they are texts");
    let staying: Vec<_> = said.iter().filter(|it| it.stays()).collect();
    assert_eq!(staying.len(), 1);
    let mut session = Session::unsaved(start.clone());
    let change = take_the_models(session.collection(), &[&moved[0]]).expect("it can be taken");
    session.make(change).expect("what is offered can be made");
    let line = "quoi body: fr:Matomo compte chaque visite. en:Our Matomo counts visits. | adapts m";
    let lines = shown(session.collection(), "p");
    assert!(lines.contains(&line.to_owned()), "{lines:#?}");
    assert!(told(&found(session.collection())).is_empty());
    session.undo();
    assert_eq!(ron(session.collection()), ron(&start));
}

#[test]
fn texts_are_put_together_language_by_language() {
    let collection = collection(MOVED);
    let found = found(&collection);
    let versions = found[1].versions(&collection).expect("it is there");
    let together = versions.merged(&[]).expect("they are texts");
    let mut session = Session::unsaved(collection);
    let change = put_together(session.collection(), &found[1], together).expect("it can be");
    session.make(change).expect("what is offered can be made");
    let line = "quoi body: fr:Notre Matomo compte chaque visite. en:Our Matomo counts each visit. | adapts m";
    assert!(shown(session.collection(), "p").contains(&line.to_owned()));
    // What comes to the model's own words follows it again.
    let moved = &found[2];
    let versions = moved.versions(session.collection()).expect("it is there");
    let now = versions.now.clone();
    let change = put_together(session.collection(), moved, now).expect("it can be");
    session.make(change).expect("what is offered can be made");
    let line = "liste ga duree: 6 mois | from m";
    assert!(shown(session.collection(), "p").contains(&line.to_owned()));
}

#[test]
fn all_of_a_platform_is_decided_in_one_step() {
    for all in [keep_adapted, take_the_models] {
        let mut session = Session::unsaved(collection(MOVED));
        let found_first = found(session.collection());
        let of_platform: Vec<&MovedOn> = found_first
            .iter()
            .filter(|it| it.owner == platform("p"))
            .collect();
        let change = all(session.collection(), &of_platform).expect("it can be decided");
        session.make(change).expect("what is offered can be made");
        let left = found(session.collection());
        assert_eq!(told(&left), ["famille: liste / heading"]);
        assert_eq!(left[0].owner, model("famille"));
        session.undo();
        assert_eq!(ron(session.collection()), ron(&collection(MOVED)));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn deciding_ends_and_whatever_is_decided_is_undone_to_the_byte(
        start in generate::collection(),
        choices in proptest::collection::vec(0_u8..3, 60),
    ) {
        let before = ron(&start);
        let mut session = Session::unsaved(start);
        let mut choices = choices.into_iter();
        let mut left = usize::MAX;
        loop {
            let found = found(session.collection());
            let (Some(moved), Some(choice)) = (found.first(), choices.next()) else {
                break;
            };
            let here = session.collection();
            let together = || moved.versions(here)?.merged(&[]);
            let change = match choice {
                0 => keep_adapted(here, &[moved]),
                1 => take_the_models(here, &[moved]),
                _ => together().map_or_else(
                    || keep_adapted(here, &[moved]),
                    |together| put_together(here, moved, together),
                ),
            };
            let is_of_platform = matches!(moved.owner, Owner::Platform(_));
            session.make(change.expect("it can be decided")).unwrap();
            // What is decided in a model may be news to those that follow it.
            if is_of_platform {
                prop_assert!(found.len() <= left);
                left = found.len() - 1;
            }
        }
        while session.undo().is_some() {}
        prop_assert_eq!(ron(session.collection()), before);
    }

    #[test]
    fn exactly_what_a_charter_says_has_moved_on_is_found(start in generate::collection()) {
        for moved in found(&start) {
            let resolved = start.resolve(&moved.owner).unwrap();
            let (_, origin) = resolved.replaceable(&moved.adaptation).unwrap();
            prop_assert!(origin.adapts.as_ref().unwrap().moved_on);
            let versions = moved.versions(&start).unwrap();
            prop_assert!(versions.was != versions.now);
            let (was, here) = moved.adaptation.replacement().unwrap();
            prop_assert!(versions.was == was && versions.here == here);
            prop_assert!(Adaptation::is_replacement(&moved.adaptation));
        }
    }
}
