//! Models upon models in the window: adaptations are reviewed once their model has changed, a charter
//! goes to another model, and a model is made of platforms.

use chartrier::model::{Element, ModelId, SectionId};
use chartrier::store::{self, Notation};
use chartrier::ui::command::Command;
use chartrier::words::Interface;
use chartrier::workspace::Session;
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use crate::desk::{Answers, Desk, platform};

const MODELS: &str = r#"Collection(format: 1, name: "N", languages: ["fr"],
    models: [
        Model(id: "m", name: "Commun", title: "Charte", sections: [
            Section(id: "a", heading: "Un", body: "Matomo compte chaque visite."),
            Section(id: "b", heading: "Deux", body: "gardé 6 mois"),
        ]),
        Model(id: "n", name: "Public", title: "Politique", sections: [
            Section(id: "un", heading: "Un", body: "Matomo compte tout."),
        ]),
    ],
    platforms: [
        Platform(id: "p", name: "Portail", follows: "m", adaptations: [
            replace_body(section: "a", was: "Matomo compte les visites.", text: "Notre Matomo compte les visites."),
            replace_body(section: "b", was: "gardé 13 mois", text: "gardé 25 mois"),
        ]),
        Platform(id: "q", name: "Quai", follows: "m", adaptations: [
            replace_body(section: "b", was: "gardé 13 mois", text: "gardé un an"),
        ]),
        Platform(id: "r", name: "Rade", title: "Charte", sections: [Section(id: "a", heading: "Un", body: "Chez Rade, rien.")]),
        Platform(id: "s", name: "Soute", title: "Charte", sections: [Section(id: "a", heading: "Un", body: "Chez Soute, rien."), Section(id: "z", heading: "Fin", body: "Voilà.")]),
    ])"#;

fn desk() -> Desk {
    desk_with(MODELS)
}

fn desk_with(collection: &str) -> Desk {
    let collection = store::read(collection.as_bytes(), Notation::Ron).expect("it is a collection");
    Desk::with(
        Session::unsaved(collection),
        Interface::French,
        Answers::default(),
    )
}

/// The queue, once it is there.
fn queue() -> Desk {
    let mut desk = desk();
    desk.run(Command::MovedOn);
    wait_for(&mut desk, "1 sur 3");
    desk
}

/// Waits until something is shown, and stands where it stays.
fn wait_for(desk: &mut Desk, words: &str) {
    desk.wait_until(words, |desk| desk.shows(words));
    desk.harness.run();
}

/// What a charter says in the text of a section.
fn body(desk: &Desk, id: &str, section: &str) -> String {
    let collection = desk.window().session().collection();
    let resolved = collection.resolve(&platform(id)).expect("it is there");
    let element = Element::Body(SectionId::new(section).expect("an id"));
    let (text, _) = resolved.text(&element).expect("it is there");
    let french = crate::desk::french();
    text.said(&french, &french).text.to_owned()
}

#[test]
fn what_is_to_be_reviewed_is_counted_once_the_collection_is_at_rest() {
    let mut desk = desk();
    wait_for(&mut desk, "3 adaptations à revoir");
    desk.click("3 adaptations à revoir");
    assert!(desk.shows("Adaptations à revoir"));
}

#[test]
fn the_queue_goes_on_with_each_decision_and_each_is_a_step() {
    let mut desk = queue();
    let start = desk.bytes();
    assert!(desk.shows("Portail · Texte de « Un »") || desk.shows("Portail ·"));
    for part in [
        "Matomo compte les visites.",
        "−les visites+chaque visite",
        "+Notre",
    ] {
        assert!(desk.shows(part), "{part}");
    }
    desk.click("Garder le mien");
    assert!(desk.shows("1 sur 2") && desk.shows("−13+25"));
    desk.click("Prendre celui du modèle");
    assert!(desk.shows("1 sur 1") && desk.shows("Quai ·"));
    desk.click("Prendre celui du modèle");
    assert!(desk.shows("Aucune adaptation n’est à revoir"));
    desk.click("Fermer");
    assert_eq!(body(&desk, "p", "a"), "Notre Matomo compte les visites.");
    assert_eq!(body(&desk, "p", "b"), "gardé 6 mois");
    assert_eq!(desk.window().session().steps().0, 3);
    desk.wait_until("none is left", |desk| !desk.shows("à revoir"));
    desk.undo_all();
    assert_eq!(desk.bytes(), start);
}

#[test]
fn texts_are_put_together_and_what_both_changed_is_for_a_person_to_say() {
    let mut desk = queue();
    desk.click("Fusionner…").click("Utiliser ce texte");
    assert_eq!(body(&desk, "p", "a"), "Notre Matomo compte chaque visite.");
    desk.click("Fusionner…");
    let text = desk.acting("Texte réuni").accesskit_node().value();
    assert_eq!(text.as_deref(), Some("gardé [6 | 25] mois"));
    assert!(desk.shows("Entre crochets"));
    desk.click("Utiliser ce texte");
    assert!(desk.shows("1 sur 2"), "nothing is decided yet");
    desk.focus("Texte réuni")
        .press(Modifiers::COMMAND, Key::A)
        .type_text("gardé 12 mois");
    desk.click("Utiliser ce texte");
    assert_eq!(body(&desk, "p", "b"), "gardé 12 mois");
    assert!(desk.shows("1 sur 1"));
}

#[test]
fn all_of_a_platform_is_decided_at_once() {
    let mut desk = queue();
    desk.click("Garder les 2 d’ici");
    assert!(desk.shows("1 sur 1") && desk.shows("Quai ·"));
    assert_eq!(desk.window().session().steps().0, 1);
    assert_eq!(body(&desk, "p", "b"), "gardé 25 mois");
}

#[test]
fn one_can_look_at_others_before_and_go_to_the_place() {
    let mut desk = queue();
    desk.click("Précédente");
    assert!(desk.shows("3 sur 3") && desk.shows("Quai ·"));
    desk.click("Suivante").click("Suivante");
    assert!(desk.shows("2 sur 3"));
    desk.click("Aller à ce texte");
    assert!(!desk.shows("Adaptations à revoir"));
    assert!(desk.shows("Texte : Deux"));
}

#[test]
fn what_was_written_is_offered_again_where_one_comes_back() {
    let mut desk = queue();
    desk.click("Suivante").click("Fusionner…");
    desk.focus("Texte réuni")
        .press(Modifiers::COMMAND, Key::A)
        .type_text("gardé 12 mois");
    desk.click("Suivante").click("Fusionner…");
    desk.focus("Texte réuni").type_text("Quai : ");
    desk.click("Précédente");
    let text = desk.acting("Texte réuni").accesskit_node().value();
    assert_eq!(text.as_deref(), Some("gardé 12 mois"));
    // A decision about another one leaves it as it was written, too.
    desk.click("Précédente").click("Garder le mien");
    assert!(desk.shows("1 sur 2"));
    desk.click("Utiliser ce texte");
    assert_eq!(body(&desk, "p", "b"), "gardé 12 mois");
    let text = desk.acting("Texte réuni").accesskit_node().value();
    assert!(text.is_some_and(|it| it.contains("Quai : ")));
}

#[test]
fn what_is_left_to_review_is_counted_as_each_is_decided() {
    let mut desk = desk();
    wait_for(&mut desk, "3 adaptations à revoir");
    desk.click("3 adaptations à revoir");
    desk.click("Garder le mien");
    assert!(desk.shows("2 adaptations à revoir"));
    desk.click("Prendre celui du modèle");
    assert!(desk.shows("1 adaptation à revoir"));
    desk.click("Garder le mien");
    assert!(!desk.shows("à revoir") || desk.shows("Aucune adaptation n’est à revoir"));
    desk.click("Fermer");
    assert!(!desk.shows("à revoir"));
}

#[test]
fn what_stays_in_a_language_that_has_not_changed_is_told() {
    let mut desk = desk_with(
        r#"Collection(format: 1, name: "N", languages: ["fr", "en"],
        models: [Model(id: "m", name: "Commun", sections: [Section(id: "a", heading: "Un", body: {"fr": "chaque visite", "en": "visits"})])],
        platforms: [Platform(id: "p", name: "Portail", follows: "m", adaptations: [
            replace_body(section: "a", was: {"fr": "les visites", "en": "visits"}, text: {"fr": "nos visites", "en": "our visits"}),
        ])])"#,
    );
    desk.run(Command::MovedOn);
    wait_for(&mut desk, "1 sur 1");
    assert!(desk.shows("Adapté aussi en anglais, où le modèle n’a pas changé : cela reste."));
    desk.click("Prendre celui du modèle");
    assert_eq!(body(&desk, "p", "a"), "chaque visite");
    assert!(desk.bytes().contains("our visits"));
}

#[test]
fn one_that_is_compared_offers_the_same_choices() {
    let mut desk = desk();
    desk.focus("Texte : Un")
        .press(Modifiers::COMMAND | Modifiers::SHIFT, Key::K);
    assert!(desk.shows("Différence avec le modèle"));
    desk.click("Fusionner…").click("Utiliser ce texte");
    assert_eq!(body(&desk, "p", "a"), "Notre Matomo compte chaque visite.");
    assert_eq!(desk.window().session().steps().0, 1);
}

#[test]
fn what_following_another_model_changes_is_shown_before() {
    let mut desk = desk();
    let start = desk.bytes();
    desk.run(Command::Properties);
    desk.click("Suit Commun").click("Public");
    assert!(desk.shows("« Portail » suivra « Public »"));
    assert!(desk.shows("1 adaptation reste"));
    assert!(desk.shows("reste comme ajout"));
    assert_eq!(desk.bytes(), start, "nothing is done yet");
    desk.click("Suivre ce modèle");
    assert_eq!(body(&desk, "p", "un"), "Notre Matomo compte les visites.");
    assert_eq!(body(&desk, "p", "b"), "gardé 25 mois");
    desk.press(Modifiers::COMMAND, Key::Z);
    assert_eq!(desk.bytes(), start);
}

#[test]
fn a_model_is_made_of_platforms_once_one_has_seen_what_they_share() {
    let mut desk = desk();
    let start = desk.bytes();
    desk.run(Command::Lift);
    desk.type_text("Maison");
    // The one that is looked at is chosen already.
    for name in ["Portail", "Rade", "Soute"] {
        let boxes = desk.harness.get_by_role_and_label(Role::CheckBox, name);
        boxes.click();
        desk.harness.run();
    }
    assert!(desk.shows("2 choisies"));
    desk.click("Voir ce qu’elles partagent");
    wait_for(&mut desk, "1 section commune");
    assert!(desk.shows("Soute : 1 adaptation") && desk.shows("Rade : rien"));
    desk.click("Revenir au choix")
        .click("Voir ce qu’elles partagent");
    wait_for(&mut desk, "1 section commune");
    desk.click("Créer ce modèle");
    let collection = desk.window().session().collection();
    let model = ModelId::new("maison").expect("an id");
    for id in ["r", "s"] {
        let charter = collection.charter(&platform(id)).expect("it is there");
        assert_eq!(charter.follows(), Some(&model));
    }
    assert!(desk.shows("1 section commune, 1 adaptation dans 1 plateforme"));
    assert!(desk.bytes().contains("Chez {{ platform.name }}, rien."));
    desk.press(Modifiers::COMMAND, Key::Z);
    assert_eq!(desk.bytes(), start);
}

#[test]
fn what_platforms_follow_no_more_is_told() {
    let of = |above: &str| {
        format!(
            r#"Collection(format: 1, name: "N", languages: ["fr"], models: [
                Model(id: "m", name: "Commun", sections: [Section(id: "a", heading: "Un", body: "Bonjour.")]),
                Model(id: "v", name: "Villes", {above}),
                Model(id: "d", name: "Départements", {above}),
            ], platforms: [Platform(id: "p", name: "Portail", follows: "v"), Platform(id: "q", name: "Quai", follows: "d")])"#
        )
    };
    let alone = r#"sections: [Section(id: "a", heading: "Un", body: "Bonjour.")]"#;
    for (above, told) in [
        (
            r#"follows: "m""#,
            [
                "Il suivra « Commun »",
                "Elles ne suivront plus « Villes », « Départements »",
            ],
        ),
        (
            alone,
            [
                "ne suivent aucun modèle en commun",
                "leurs modèles (« Villes », « Départements »)",
            ],
        ),
    ] {
        let mut desk = desk_with(&of(above));
        desk.run(Command::Lift);
        desk.type_text("Maison");
        desk.click("Tout cocher")
            .click("Voir ce qu’elles partagent");
        wait_for(&mut desk, "1 section commune");
        for told in told {
            assert!(desk.shows(told), "{told}");
        }
    }
}

#[test]
fn nothing_in_common_is_said() {
    let mut desk = desk();
    desk.run(Command::Lift);
    desk.type_text("Maison");
    desk.click("Tout cocher")
        .click("Voir ce qu’elles partagent");
    desk.wait_until("answered", |desk| {
        desk.shows("aucune section en commun") || desk.shows("commune")
    });
}
