//! Changes of models, platforms and what they share: whatever is done is undone to the byte, no
//! name makes an id that is taken, and nothing is left following a model that is gone.

mod support;

use chartrier::model::{
    Element, FactId, Field, FieldId, Language, ListEdit, ModelId, Owner, PlatformId, Text,
};
use chartrier::workspace::changes::{self, Beginning, Direction, Shared};
use chartrier::workspace::uses::{Tally, Uses};
use chartrier::workspace::values::{Doubt, doubt, same_place};
use chartrier::workspace::{Change, Session};
use proptest::prelude::*;
use support::{collection, generate, language, model, owners, platform, resolve, ron};

/// What a person asks of the list or of the collection; numbers choose among what there is.
#[derive(Debug, Clone)]
enum Act {
    AddPlatform(String, usize),
    AddModel(String, usize, usize),
    Duplicate(usize),
    Rename(usize, String),
    Move(usize, usize),
    Step(usize, bool),
    Remove(usize, usize),
    Follow(usize, usize),
    Note(usize, String),
    Shared(usize, usize, String),
}

fn name() -> impl Strategy<Value = String> {
    let names = [
        "Données", "donnees", "p1", "m1", "", "…", "brand", "matomo", "fr",
    ];
    prop_oneof![
        proptest::sample::select(names.to_vec()).prop_map(str::to_owned),
        generate::words(),
    ]
}

fn act() -> impl Strategy<Value = Act> {
    let at = || 0_usize..12;
    prop_oneof![
        (name(), at()).prop_map(|(name, at)| Act::AddPlatform(name, at)),
        (name(), 0_usize..3, at()).prop_map(|(name, how, at)| Act::AddModel(name, how, at)),
        at().prop_map(Act::Duplicate),
        (at(), name()).prop_map(|(at, name)| Act::Rename(at, name)),
        (at(), at()).prop_map(|(at, to)| Act::Move(at, to)),
        (at(), any::<bool>()).prop_map(|(at, up)| Act::Step(at, up)),
        (at(), at()).prop_map(|(at, instead)| Act::Remove(at, instead)),
        (at(), at()).prop_map(|(at, model)| Act::Follow(at, model)),
        (at(), name()).prop_map(|(at, note)| Act::Note(at, note)),
        (0_usize..12, at(), name()).prop_map(|(what, at, name)| Act::Shared(what, at, name)),
    ]
}

fn asked(session: &Session, act: Act) -> Option<Change> {
    let collection = session.collection();
    let owners = owners(collection);
    let owner = |at: usize| owners.get(at % owners.len().max(1));
    let model = |at: usize| {
        let models = &collection.models;
        models.at(at % models.len().max(1)).map(|it| it.id.clone())
    };
    match act {
        Act::AddPlatform(name, at) => {
            let follows = model(at);
            let (_, change) =
                changes::add_platform_following(collection, &name, "", follows.as_ref());
            Some(change)
        }
        Act::AddModel(name, how, at) => {
            let beginning = match (how, model(at)) {
                (1, Some(id)) => Beginning::CopyOf(id),
                (2, Some(id)) => Beginning::Following(id),
                _ => Beginning::Empty,
            };
            changes::add_model(collection, &name, &beginning).map(|(_, change)| change)
        }
        Act::Duplicate(at) => {
            let copy = |_: Option<&Language>, name: &str| format!("{name} (copie)");
            changes::duplicate(collection, owner(at)?, copy).map(|(_, change)| change)
        }
        Act::Rename(at, name) => changes::rename(collection, owner(at)?, &language("fr"), &name),
        Act::Move(at, to) => changes::reorder(collection, owner(at)?, to),
        Act::Step(at, up) => {
            let direction = if up { Direction::Up } else { Direction::Down };
            changes::step(collection, owner(at)?, direction)
        }
        Act::Remove(at, instead) => match owner(at)? {
            Owner::Platform(id) => Some(changes::remove_platform(id)),
            Owner::Model(id) => {
                let instead = model(instead);
                changes::remove_model(collection, id, instead.as_ref())
            }
        },
        Act::Follow(at, to) => changes::follow(collection, owner(at)?, &model(to)?),
        Act::Note(at, note) => Some(changes::set_note(owner(at)?, note)),
        Act::Shared(what, at, name) => {
            let shared = Shared {
                collection,
                from: owner(at),
            };
            share(shared, what, at, name)
        }
    }
}

fn share(shared: Shared<'_>, what: usize, at: usize, name: String) -> Option<Change> {
    let collection = shared.collection;
    let languages = &collection.languages;
    let tag = languages.get(at % languages.len().max(1))?;
    let fields = &collection.fields;
    let field = || fields.at(at % fields.len().max(1));
    let facts = &collection.facts;
    let fact = || facts.at(at % facts.len().max(1));
    match what {
        0 => Some(shared.set_name(name)),
        1 => Some(shared.set_note(name)),
        2 => shared.add_language(language("pt-BR")),
        3 => shared.remove_language(tag),
        4 => shared.move_language(tag, Direction::Down),
        5 => Some(shared.add_field(&name).1),
        6 => field().map(|field| {
            let label = Text::same(&name);
            shared.set_field(Field {
                label,
                ..Field::clone(field)
            })
        }),
        7 => field().map(|field| shared.remove_field(&field.id)),
        8 => shared.move_field(&field()?.id, Direction::Up),
        9 => Some(shared.add_fact(&name).1),
        10 => fact().map(|fact| shared.remove_fact(&fact.id)),
        _ => shared.define_field(&FieldId::new("privacy.url").unwrap()),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_done_to_the_list_is_done_and_undone_to_the_byte(
        start in generate::collection(),
        acts in prop::collection::vec(act(), 1..16),
    ) {
        let mut session = Session::unsaved(start.clone());
        let broken = |session: &Session| {
            let collection = session.collection();
            let follows = |owner: &Owner| collection.charter(owner)?.follows().cloned();
            let all = owners(collection);
            all.iter().filter_map(follows).filter(|id| !collection.models.contains(id)).count()
        };
        let before = broken(&session);
        for act in acts {
            if let Some(change) = asked(&session, act) {
                // A refusal would be an id that clashes, or a circle.
                prop_assert_eq!(session.make(change), Ok(()));
            }
            prop_assert!(broken(&session) <= before, "nothing follows a model that is gone");
        }
        let end = ron(session.collection());
        while session.undo().is_some() {}
        prop_assert_eq!(ron(session.collection()), ron(&start));
        while session.redo().is_some() {}
        prop_assert_eq!(ron(session.collection()), end);
    }
}

const FAMILY: &str = r#"
    fields: [Field(id: "brand", default: "Nous")],
    facts: [Fact(id: "matomo")],
    models: [
        Model(id: "m", title: "De {{ brand }}", sections: [
            Section(id: "s", heading: "H", body: {"fr": "{{ brand }} et \\{{ brand }}", "en": "{{ dpo.contact }}"}, when: "matomo"),
        ]),
        Model(id: "family", follows: "m"),
    ],
    platforms: [
        Platform(id: "p", follows: "m", facts: ["matomo"], fields: {"brand": "Eux"}, languages: ["en"]),
        Platform(id: "q", follows: "family"),
        Platform(id: "own", title: "À part"),
    ]"#;

fn id(id: &str) -> ModelId {
    ModelId::new(id).unwrap()
}

#[test]
fn a_model_that_is_followed_goes_only_with_another_in_its_place() {
    let family = collection(FAMILY);
    assert_eq!(
        changes::followers(&family, &id("m")),
        [model("family"), platform("p")]
    );
    assert_eq!(changes::remove_model(&family, &id("m"), None), None);
    // What follows it cannot take its place.
    assert_eq!(
        changes::remove_model(&family, &id("m"), Some(&id("family"))),
        None
    );
    let change = changes::remove_model(&family, &id("family"), Some(&id("m"))).unwrap();
    let mut session = Session::unsaved(family);
    session.make(change).unwrap();
    let q = session.collection().charter(&platform("q")).unwrap();
    assert_eq!(q.follows(), Some(&id("m")));
}

#[test]
fn a_charter_with_texts_of_its_own_keeps_them() {
    let family = collection(FAMILY);
    for (owner, to, may) in [
        (platform("own"), "m", false),
        (platform("p"), "family", true),
        (platform("p"), "m", false),
        (model("family"), "family", false),
        (model("m"), "family", false),
    ] {
        let change = changes::follow(&family, &owner, &id(to));
        assert_eq!(change.is_some(), may, "{owner} follows {to}");
    }
}

#[test]
fn what_uses_fields_and_facts_is_told_by_element_and_by_number() {
    let family = collection(FAMILY);
    let uses = Uses::of(&resolve(&family, "p"));
    let section = || chartrier::model::SectionId::new("s").unwrap();
    let brand = FieldId::new("brand").unwrap();
    let expected = [Element::Title, Element::Body(section())];
    assert_eq!(
        uses.fields[&brand], expected,
        "each text once, in any language"
    );
    let matomo = FactId::new("matomo").unwrap();
    assert_eq!(uses.facts[&matomo], [Element::Section(section())]);

    let tally = Tally::of(&family);
    assert_eq!((tally.fields[&brand], tally.values[&brand]), (2, 1));
    assert_eq!((tally.facts[&matomo], tally.holders[&matomo]), (1, 1));
    assert_eq!(tally.languages[&language("en")], 1);
}

#[test]
fn what_is_taken_from_all_is_taken_from_each() {
    let family = collection(FAMILY);
    let mut session = Session::unsaved(family);
    for take in [
        |shared: Shared<'_>| Some(shared.remove_field(&FieldId::new("brand").unwrap())),
        |shared: Shared<'_>| Some(shared.remove_fact(&FactId::new("matomo").unwrap())),
        |shared: Shared<'_>| shared.remove_language(&language("en")),
    ] {
        let shared = Shared {
            collection: session.collection(),
            from: None,
        };
        let change = take(shared).unwrap();
        session.make(change).unwrap();
    }
    let p = PlatformId::new("p").unwrap();
    let platform = session.collection().platforms.get(&p).unwrap();
    assert!(platform.fields.is_empty() && platform.facts.is_empty());
    assert!(platform.languages.is_empty());
    assert_eq!(session.steps(), (3, 0), "each is one step");
}

#[test]
fn typing_a_label_is_one_step() {
    let mut session = Session::unsaved(collection(FAMILY));
    for label in ["M", "Ma", "Mar"] {
        let shared = Shared {
            collection: session.collection(),
            from: None,
        };
        let brand = shared.collection.fields.at(0).unwrap();
        let label = Text::same(label);
        let change = shared.set_field(Field {
            label,
            ..Field::clone(brand)
        });
        assert!(matches!(
            change.edits.as_slice(),
            [chartrier::model::Edit::Fields(ListEdit::Replace(_))]
        ));
        session.make(change).unwrap();
    }
    assert_eq!(session.steps(), (1, 0));
}

#[test]
fn doubtful_values_are_known_by_their_letters() {
    for (field, value, expected) in [
        ("privacy.url", "https://data.fr/vie-privee", None),
        ("privacy.url", "data.fr", Some(Doubt::NotAnAddress)),
        ("privacy.url", "", None),
        ("dpo.contact", "dpo@data.fr", None),
        ("dpo.contact", "dpo@data", Some(Doubt::NotAMail)),
        ("dpo.contact", "dpo@@data.fr", Some(Doubt::NotAMail)),
        ("dpo.contact", "le formulaire de contact", None),
        ("dpo.contact", "par courriel à dpo@data.fr", None),
        ("brand", "n’importe @ quoi", None),
    ] {
        let field = FieldId::new(field).unwrap();
        assert_eq!(doubt(&field, value), expected, "{field}: {value}");
    }
    assert_eq!(same_place("https://www.Data.fr/"), same_place("data.fr"));
    assert_ne!(same_place("data.fr/a"), same_place("data.fr/b"));
}
