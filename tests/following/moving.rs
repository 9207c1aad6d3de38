//! Following another model: what a charter wrote goes along, by id and by likeness.

use std::collections::HashSet;

use chartrier::model::{Collection, Element, ModelId, Owner, Resolved, Text};
use chartrier::workspace::changes;
use chartrier::workspace::changes::bulk::{Bulk, Outcome, Plan};
use chartrier::workspace::moving::{Carried, Toll, moving};
use chartrier::workspace::{Cancel, Progress, Session};
use proptest::prelude::*;

use crate::support::{collection, generate, platform, ron, shown, texts_of, told};

const MODELS: &str = r#"
    Model(id: "commun", title: "Charte", columns: [Column(id: "nom", role: name, label: "Nom"), Column(id: "qui", role: provider), Column(id: "duree", role: duration, label: "Durée"), Column(id: "but", role: purpose)], sections: [
        Section(id: "quoi", heading: "Qu’est-ce qu’un cookie ?", body: "Un petit fichier que garde votre navigateur."),
        Section(id: "mesure", heading: "Mesure d’audience", table: CookieTable(category: audience, rows: [
            Row(id: "ga", cells: {"nom": "_ga", "qui": "Google", "duree": "13 mois", "but": "Compter"}),
            Row(id: "pk", cells: {"nom": "_pk_id", "qui": "Matomo", "duree": "13 mois"}),
        ])),
        Section(id: "droits", heading: "Vos droits", body: "Vous pouvez refuser."),
    ]),
    Model(id: "public", title: "Politique", columns: [Column(id: "nom", role: name), Column(id: "editeur", role: provider), Column(id: "temps", role: duration)], sections: [
        Section(id: "definition", heading: "Qu’est-ce qu’un cookie ?", body: "Un fichier."),
        Section(id: "statistiques", heading: "Statistiques", table: CookieTable(category: audience, rows: [
            Row(id: "google", cells: {"nom": "_ga", "editeur": "Google", "temps": "2 ans"}),
        ])),
    ])"#;

fn follower(adaptations: &str) -> Collection {
    collection(&format!(
        r#"models: [{MODELS}], platforms: [Platform(id: "p", name: "Portail", follows: "commun", adaptations: [{adaptations}])]"#
    ))
}

/// The collection once its platform follows the public model, and what became of its adaptations.
#[track_caller]
fn moved(adaptations: &str) -> (Collection, Carried) {
    let before = follower(adaptations);
    let to = ModelId::new("public").expect("an id");
    let moving = moving(&before, &platform("p"), &to).expect("it can follow it");
    let start = ron(&before);
    let mut session = Session::unsaved(before);
    session
        .make(moving.change)
        .expect("what is offered can be made");
    let after = session.collection().clone();
    session.undo();
    assert_eq!(ron(session.collection()), start, "one step undoes it");
    (after, moving.carried)
}

#[track_caller]
fn shows(collection: &Collection, lines: &[&str]) {
    let shown = shown(collection, "p");
    for line in lines {
        assert!(shown.iter().any(|it| it == line), "{line} in {shown:#?}");
    }
}

fn elements(elements: &[Element]) -> Vec<String> {
    elements.iter().map(Element::to_string).collect()
}

#[test]
fn an_adaptation_goes_to_what_is_like_its_own() {
    let (after, carried) = moved(
        r#"replace_title(was: "Charte", text: "Notre charte"),
           replace_body(section: "quoi", was: "Un petit fichier que garde votre navigateur.", text: "Un fichier de rien du tout."),
           replace_cell(section: "mesure", row: "ga", column: "duree", was: "13 mois", cell: "6 mois"),
           hide_row(section: "mesure", row: "ga")"#,
    );
    shows(
        &after,
        &[
            "title: Notre charte | adapts public",
            "definition body: Un fichier de rien du tout. | adapts public",
            "statistiques google temps: 6 mois | adapts public",
            "statistiques google hidden by p",
        ],
    );
    assert_eq!(carried.kept, 4);
    assert!(carried.own.is_empty() && carried.dropped.is_empty());
}

#[test]
fn what_the_model_says_by_itself_is_no_longer_adapted() {
    let (after, carried) = moved(
        r#"replace_body(section: "quoi", was: "Un petit fichier que garde votre navigateur.", text: "Un fichier.")"#,
    );
    shows(&after, &["definition body: Un fichier. | from public"]);
    assert_eq!((carried.said, carried.kept), (1, 0));
}

#[test]
fn what_was_written_and_has_no_place_becomes_an_addition() {
    let (after, carried) = moved(
        r#"replace_body(section: "droits", was: "Vous pouvez refuser.", text: "Refusez à tout moment."),
           replace_cell(section: "mesure", row: "pk", column: "duree", was: "13 mois", cell: "1 an"),
           replace_cell(section: "mesure", row: "ga", column: "but", was: "Compter", cell: "Compter les visites")"#,
    );
    shows(
        &after,
        &[
            "droits heading: Vos droits | own",
            "droits body: Refusez à tout moment. | own",
            "statistiques pk nom: _pk_id | own",
            "statistiques pk temps: 1 an | own",
            "statistiques google but: Compter les visites | adapts public",
        ],
    );
    assert_eq!(
        elements(&carried.own),
        ["columns / but", "mesure / pk", "droits"]
    );
}

#[test]
fn what_has_neither_a_place_nor_words_goes_and_is_named() {
    let (after, carried) = moved(
        r#"hide_section(section: "droits"), hide_row(section: "mesure", row: "pk"), hide_column(column: "but")"#,
    );
    assert_eq!(
        elements(&carried.dropped),
        ["columns / but", "mesure / pk", "droits"]
    );
    assert!(
        after
            .charter(&platform("p"))
            .unwrap()
            .adaptations()
            .is_empty()
    );
}

#[test]
fn additions_stay_where_they_stood_and_never_under_a_taken_name() {
    let (after, _) = moved(
        r#"add_section(section: Section(id: "definition", heading: "Chez nous", body: "Rien."), place: after("quoi")),
           add_row(section: "mesure", row: Row(id: "google", cells: {"nom": "_gid", "qui": "Google", "duree": "1 jour"}), place: first),
           move_section(section: "mesure", place: first)"#,
    );
    let lines = shown(&after, "p");
    assert!(
        lines.contains(&"sections: statistiques definition definition-2".to_owned()),
        "{lines:#?}"
    );
    shows(
        &after,
        &[
            "definition-2 body: Rien. | own",
            "statistiques rows: google-2 google",
            "statistiques google-2 temps: 1 jour | own",
        ],
    );
    let findings = &after.resolve(&platform("p")).unwrap().findings;
    assert!(
        findings.is_empty(),
        "{:?}",
        findings.iter().map(told).collect::<Vec<_>>()
    );
}

#[test]
fn what_spoke_of_nothing_goes_on_doing_so() {
    let gone = r#"replace_body(section: "rien", was: "", text: "Un mot.")"#;
    let (after, _) = moved(gone);
    let text = ron(&after);
    assert!(text.contains("Un mot."), "{text}");
}

/// The words that a charter wrote itself and has: hidden ones too.
fn own_words(resolved: &Resolved) -> Vec<Text> {
    texts_of(resolved)
        .iter()
        .filter_map(|element| resolved.text(element))
        .filter(|(text, origin)| origin.holder == resolved.owner && !text.is_empty())
        .map(|(text, _)| text.clone())
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_word_of_ones_own_is_lost_on_the_way(
        start in generate::collection().prop_map(crate::sound),
        to in generate::model_id(),
        of in generate::owner(),
    ) {
        let Some(moving) = moving(&start, &of, &to) else {
            return Ok(());
        };
        let before = start.resolve(&of).unwrap();
        let mut after = Session::unsaved(start);
        after.make(moving.change).unwrap();
        let after = after.collection().resolve(&of).unwrap();
        let said: HashSet<Text> = texts_of(&after)
            .iter()
            .filter_map(|it| after.text(it))
            .map(|(text, _)| text.clone())
            .collect();
        for words in own_words(&before) {
            prop_assert!(said.contains(&words), "{words:?} is lost");
        }
        // What is not said by the model itself is as much one's own as it was.
        let count = own_words(&after).len() + moving.carried.said;
        prop_assert!(count >= own_words(&before).len());
        prop_assert!(after.findings.is_empty(), "{:?}", after.findings);
    }

    #[test]
    fn whatever_the_collection_moving_is_one_step_that_is_undone_to_the_byte(
        start in generate::collection(),
        to in generate::model_id(),
        of in generate::owner(),
    ) {
        let before = ron(&start);
        let mut session = Session::unsaved(start);
        let change = changes::follow(session.collection(), &of, &to);
        if let Some(change) = change {
            session.make(change).unwrap();
            let charter = session.collection().charter(&of).unwrap();
            prop_assert_eq!(charter.follows(), Some(&to));
            session.undo();
        }
        prop_assert_eq!(ron(session.collection()), before);
    }

    #[test]
    fn there_and_back_says_what_it_said(
        start in generate::collection().prop_map(crate::sound),
        of in generate::platform_id(),
    ) {
        // To a copy of the model, under another name.
        let of = Owner::Platform(of);
        let follows = start.charter(&of).and_then(|it| it.follows().cloned());
        let Some(follows) = follows else {
            return Ok(());
        };
        let beginning = changes::Beginning::CopyOf(follows);
        let mut session = Session::unsaved(start);
        let Some((copy, change)) = changes::add_model(session.collection(), "copie", &beginning) else {
            return Ok(());
        };
        session.make(change).unwrap();
        let before = session.collection().resolve(&of).unwrap();
        let adaptations = session.collection().charter(&of).unwrap().adaptations();
        let replacing = adaptations.iter().filter(|it| it.is_replacement());
        let adapted: Vec<Element> = replacing.map(|it| it.element()).collect();
        if let Owner::Platform(id) = &of {
            let bulk = Bulk::Follow(copy.clone());
            let platforms = std::slice::from_ref(id);
            let (cancel, progress) = (Cancel::default(), Progress::default());
            let plan = Plan::of(session.collection(), platforms, &bulk, &cancel, &progress);
            let plan = plan.unwrap();
            let Some((_, Outcome::Follows(_, toll))) = plan.outcomes.first() else {
                panic!("it can follow it: {plan:?}");
            };
            prop_assert_eq!(*toll, Toll::default(), "nothing reads otherwise");
        }
        let moving = moving(session.collection(), &of, &copy).unwrap();
        prop_assert!(moving.carried.own.is_empty() && moving.carried.dropped.is_empty());
        session.make(moving.change).unwrap();
        let after = session.collection().resolve(&of).unwrap();
        for element in texts_of(&before) {
            let said = |resolved: &Resolved| resolved.text(&element).map(|(text, _)| text.clone());
            prop_assert_eq!(said(&before), said(&after), "{}", element);
            let standing = |resolved: &Resolved| {
                let origin = resolved.text(&element)?.1.clone();
                let adapts = origin.adapts.filter(|_| origin.holder == of)?;
                Some(adapts.moved_on)
            };
            // What the model says by itself is no longer adapted, and of what was adapted twice
            // the last stands alone.
            let is_adapted_once = adapted.iter().filter(|it| **it == element).count() == 1;
            if let Some(moved_on) = standing(&after).filter(|_| is_adapted_once) {
                prop_assert_eq!(standing(&before), Some(moved_on), "{}", element);
            }
        }
    }
}
