//! What people look for on the board, and what they find.

use chartrier::model::{FactId, FieldId, ProblemKind};
use chartrier::words::Interface;
use chartrier::workspace::board::{Fault, Query, Says, Sought, toggled};
use chartrier::workspace::releases::Glances;
use jiff::civil::date;
use proptest::prelude::*;

use crate::support::{generate, language};
use crate::{entries_of, portals};

fn found(written: &str) -> String {
    let entries = entries_of(&portals());
    let query = Query::read(written).unwrap_or_else(|fault| panic!("{written}: {fault}"));
    let all: Vec<usize> = (0..entries.len()).collect();
    let found = query.found(&entries, &Glances::default(), &all);
    let found = found.into_iter().filter_map(|at| entries.at(at));
    let ids: Vec<String> = found.map(|it| it.platform.id.to_string()).collect();
    ids.join(" ")
}

#[test]
fn platforms_are_found_by_words_and_by_what_is_told_of_them() {
    for (written, expected) in [
        ("", "lyon caen agence seule"),
        ("  - ", "lyon caen agence seule"),
        // Words: in the name in any language, the address, the id; without accents or case.
        ("DONNEES", "lyon"),
        ("water", "agence"),
        ("https://caen.example", "caen"),
        ("seule", "seule"),
        ("données caen", ""),
        ("-example", ""),
        ("-lyon -caen", "agence seule"),
        ("\"données lyon\"", "lyon"),
        ("\"lyon données\"", ""),
        // Models, by however many between, by id or name.
        ("suit:commun", "lyon caen agence"),
        ("follows:villes", "lyon"),
        ("suit:\"Charte commune\"", "lyon caen agence"),
        ("suit:aucun", "seule"),
        ("-suit:villes suit:commun", "caen agence"),
        // Adaptations.
        ("adaptée:oui", "caen"),
        ("adaptee:oui", "caen"),
        ("adapted:no", "lyon agence seule"),
        ("modèle-changé", "caen"),
        ("model-changed", "caen"),
        // Languages.
        ("langue:en", "lyon caen seule"),
        ("manque:en", "caen seule"),
        ("missing:fr", ""),
        // Findings.
        ("constat:oui", "caen agence seule"),
        ("finding:none", "lyon"),
        ("constat:bloquant", "agence"),
        ("constat:sans-traduction", "caen seule"),
        ("finding:unset-field", "agence"),
        // Releases and dates.
        ("sans-publication", "lyon caen agence seule"),
        ("publiée-avant:2030-01-01", ""),
        ("changed-since-release", ""),
        ("datée-avant:2026-04-01", "lyon agence"),
        ("dated-since:2026-04-01", "caen"),
        // Facts and fields.
        ("caractéristique:matomo", "lyon"),
        ("-feature:matomo suit:commun", "caen agence"),
        ("champ:publisher.name", "lyon"),
        ("champ:publisher.name=lyon", "lyon"),
        ("champ:publisher.name=\"ville de\"", "lyon"),
        ("field:publisher.contact=caen", "caen"),
    ] {
        assert_eq!(found(written), expected, "{written}");
    }
}

#[test]
fn what_is_not_understood_is_told() {
    let wrong = |key: &str, value: &str| Fault::WrongValue {
        key: key.to_owned(),
        value: value.to_owned(),
    };
    for (written, fault) in [
        ("lyon suite:commun", Fault::UnknownKey("suite".to_owned())),
        ("suit:", Fault::NoValue("suit".to_owned())),
        ("adaptée:peut-être", wrong("adaptée", "peut-être")),
        ("publiée-avant:hier", wrong("publiée-avant", "hier")),
        ("-constat:rouge", wrong("constat", "rouge")),
        ("manque:!", wrong("manque", "!")),
    ] {
        assert_eq!(Query::read(written), Err(fault), "{written}");
    }
}

#[test]
fn a_click_writes_what_it_asks_for_and_the_next_takes_it_out() {
    let says = Says::Follows("commun".to_owned());
    let written = toggled("lyon", &says, Interface::French);
    assert_eq!(written, "lyon suit:commun");
    assert_eq!(toggled(&written, &says, Interface::French), "lyon");
    // However it was written.
    assert_eq!(toggled("follows:commun", &says, Interface::French), "");
    // The contrary is another term.
    let both = toggled("-suit:commun", &says, Interface::English);
    assert_eq!(both, "-suit:commun follows:commun");
}

fn says() -> impl Strategy<Value = Says> {
    let kinds = ProblemKind::ALL.map(Sought::Kind);
    let sought = [Sought::Any, Sought::None, Sought::Blocking].into_iter();
    let sought: Vec<Sought> = sought.chain(kinds).collect();
    let days = || (2000_i16..2100, 1_i8..=12, 1_i8..=28).prop_map(|(y, m, d)| date(y, m, d));
    prop_oneof![
        proptest::sample::select(vec![
            Says::FollowsNone,
            Says::Adapted,
            Says::NotAdapted,
            Says::MovedOn,
            Says::Unpublished,
            Says::ChangedSinceRelease,
            Says::Missing(language("pt-BR")),
            Says::Language(language("en")),
            Says::Fact(FactId::new("matomo").expect("an id")),
            Says::Field(FieldId::new("publisher.name").expect("an id"), None),
        ]),
        proptest::sample::select(sought).prop_map(Says::Found),
        days().prop_map(Says::PublishedBefore),
        days().prop_map(Says::PublishedSince),
        days().prop_map(Says::DatedBefore),
        days().prop_map(Says::DatedSince),
        "[a-z][a-z0-9 -]{0,11}[a-z]".prop_map(Says::Words),
        "[a-z0-9-]{1,12}[a-z]".prop_map(Says::Follows),
        // A model may be called as the word for none.
        proptest::sample::select(vec!["none", "aucun"])
            .prop_map(|model| Says::Follows(model.to_owned())),
        "[a-z][a-z =:-]{0,11}[a-z]"
            .prop_map(|words| { Says::Field(FieldId::new("brand").expect("an id"), Some(words)) }),
    ]
}

proptest! {
    #[test]
    fn what_is_written_is_read_as_it_was_meant(says in says()) {
        for interface in Interface::ALL {
            let written = says.written(interface);
            let query = Query::read(&written).expect("it was written here");
            prop_assert!(query.asks(&says), "{}", written);
            prop_assert_eq!(toggled(&written, &says, interface), "");
        }
    }

    #[test]
    fn anything_can_be_written(written in generate::words()) {
        // It is understood, or told: nothing else.
        let _ = Query::read(&written);
    }
}
