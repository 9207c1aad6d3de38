//! What several platforms share becomes a model, and each of them renders exactly as before.

use std::collections::HashSet;
use std::sync::Arc;

use chartrier::document::Document;
use chartrier::document::comparison::{Comparison, Rigour};
use chartrier::model::{Charter, CharterEdit, Collection, Edit, Form, ModelId, Owner, PlatformId};
use chartrier::render::{Design, Format, render};
use chartrier::workspace::lifting::{Left, Lifting, NoLifting, Why, lift};
use chartrier::workspace::moved_on::moved_on;
use chartrier::workspace::{Cancel, Progress, Session};
use proptest::prelude::*;

use crate::support::{collection, generate, model, platform, ron};

fn all(collection: &Collection) -> Vec<PlatformId> {
    collection
        .platforms
        .iter()
        .map(|it| it.id.clone())
        .collect()
}

fn lifted(collection: &Collection) -> Result<Lifting, NoLifting> {
    let (cancel, progress) = (Cancel::default(), Progress::default());
    lift(collection, &all(collection), "Commun", &cancel, &progress)
}

/// The collection once the model of all its platforms is made.
#[track_caller]
fn after(before: &Collection) -> (Collection, Lifting) {
    let lifting = lifted(before).expect("they share something");
    let mut session = Session::unsaved(before.clone());
    session
        .make(lifting.change.clone())
        .expect("what is offered can be made");
    let after = session.collection().clone();
    session.undo();
    assert_eq!(ron(session.collection()), ron(before), "one step undoes it");
    (after, lifting)
}

/// What a charter is in every language.
fn documents(collection: &Collection, owner: &Owner) -> Vec<Document> {
    let resolved = collection.resolve(owner).expect("it is there");
    let languages = collection.languages_of(owner).iter();
    languages
        .map(|language| Document::new(collection, &resolved, language))
        .collect()
}

/// The formats that are quick to make and tell nothing of where things are written.
const FORMATS: [Format; 10] = [
    Format::Html,
    Format::Fragment,
    Format::Markdown,
    Format::Text,
    Format::Docx,
    Format::Csv,
    Format::Cookieconsent,
    Format::Klaro,
    Format::Orejime,
    Format::Tarteaucitron,
];

fn rendered(documents: &[Document]) -> Vec<Option<Vec<u8>>> {
    let of = |document: &Document, format| render(document, format, &Design::default()).ok();
    documents
        .iter()
        .flat_map(|document| FORMATS.map(|format| of(document, format)))
        .collect()
}

#[track_caller]
fn renders_as_before(before: &Collection, after: &Collection, of: &[PlatformId]) {
    for id in of {
        let owner = Owner::Platform(id.clone());
        let (was, is) = (documents(before, &owner), documents(after, &owner));
        for (was, is) in was.iter().zip(&is) {
            let comparison = Comparison::between(was, is, Rigour::Strict);
            assert!(comparison.is_empty(), "{id}: {comparison:#?}");
            assert!(was.findings == is.findings, "{id}");
        }
        assert!(rendered(&was) == rendered(&is), "{id}");
    }
}

fn adaptations(collection: &Collection, id: &str) -> Vec<String> {
    adaptations_of(collection.charter(&platform(id)).expect("it is there"))
}

fn adaptations_of(charter: &Charter) -> Vec<String> {
    let adaptations = charter.adaptations().iter();
    adaptations.map(|it| it.element().to_string()).collect()
}

const PAGES: &str = r#"platforms: [
    Platform(id: "a", name: "Données Alpha", url: "https://alpha.fr", title: "Charte", columns: [Column(id: "nom", role: name), Column(id: "duree", role: duration)], sections: [
        Section(id: "quoi", heading: "Quoi", body: {"fr": "Le site Données Alpha (alpha.fr) utilise des cookies.", "en": "Données Alpha uses cookies."}),
        Section(id: "liste", heading: "Liste", table: CookieTable(rows: [Row(id: "s", cells: {"nom": "session", "duree": "la visite"}), Row(id: "ga", cells: {"nom": "_ga", "duree": "13 mois"})])),
    ]),
    Platform(id: "b", name: "Portail Bravo", url: "https://bravo.fr", updated: "2026-01-02", title: "Charte", columns: [Column(id: "nom", role: name), Column(id: "duree", role: duration)], sections: [
        Section(id: "quoi", heading: "Quoi", body: {"fr": "Le site Portail Bravo (bravo.fr) utilise des cookies.", "en": "Portail Bravo uses cookies."}),
        Section(id: "chez-nous", heading: "Chez nous", body: "Rien d’autre."),
        Section(id: "liste", heading: "Liste", table: CookieTable(rows: [Row(id: "s", cells: {"nom": "session", "duree": "la visite"}), Row(id: "ga", cells: {"nom": "_ga", "duree": "6 mois"})])),
    ]),
    Platform(id: "c", name: "Charlie", url: "https://charlie.fr", title: "Politique", columns: [Column(id: "nom", role: name), Column(id: "duree", role: duration)], sections: [
        Section(id: "liste", heading: "Liste", table: CookieTable(rows: [Row(id: "ga", cells: {"nom": "_ga", "duree": "13 mois"}), Row(id: "s", cells: {"nom": "session", "duree": "la visite"})])),
        Section(id: "quoi", heading: "Quoi", body: {"fr": "Le site Charlie (charlie.fr) utilise des cookies.", "en": "Charlie uses cookies."}),
    ]),
]"#;

#[test]
fn charters_of_their_own_come_to_follow_what_most_of_them_say() {
    let before = collection(PAGES);
    let (after, lifting) = after(&before);
    renders_as_before(&before, &after, &all(&before));
    assert_eq!(lifting.sections.len(), 2);
    assert!(lifting.left.is_empty());
    assert_eq!(adaptations(&after, "a"), [""; 0]);
    assert_eq!(
        adaptations(&after, "b"),
        ["chez-nous", "liste / ga / duree"]
    );
    assert_eq!(adaptations(&after, "c"), ["title", "liste", "liste / ga"]);
    let charter = after.charter(&model("commun")).expect("it was made");
    assert_eq!(charter.follows(), None);
}

#[test]
fn what_varies_by_what_is_known_of_a_platform_becomes_fields() {
    let (after, _) = after(&collection(PAGES));
    let text = ron(&after);
    assert!(
        text.contains("Le site {{ platform.name }} ({{ platform.host }}) utilise des cookies."),
        "{text}"
    );
    assert!(text.contains("{{ platform.name }} uses cookies."), "{text}");
}

#[test]
fn a_field_that_would_read_otherwise_stays_words() {
    // Between backticks nothing is a field's name, and a name may be a word of a sentence.
    let page = |id: &str, name: &str, body: &str| {
        format!(
            r#"Platform(id: "{id}", name: "{name}", title: "T", sections: [Section(id: "s", body: "{body}"), Section(id: "t", body: "Bonjour")])"#
        )
    };
    let pages = [
        page("a", "Alphabet", "Un Alphabet ; *Alphabet*"),
        page("b", "Bravoure", "Un Bravoure ; *Bravoure*"),
        page("c", "Charlie*", "Un Charlie* ; *Charlie*"),
    ];
    let before = collection(&format!("platforms: [{}]", pages.join(", ")));
    let (after, _) = after(&before);
    renders_as_before(&before, &after, &all(&before));
}

#[test]
fn those_that_follow_one_model_become_a_family_of_it() {
    let before = collection(
        r#"models: [Model(id: "m", title: "Charte", sections: [
                Section(id: "x", heading: "X", body: "Un."), Section(id: "y", heading: "Y", body: "Deux."), Section(id: "z", heading: "Z", body: "Trois.")])],
           platforms: [
                Platform(id: "p", follows: "m", adaptations: [replace_body(section: "x", was: "Un.", text: "Premier."), hide_section(section: "z"), add_section(section: Section(id: "n", heading: "N", body: "Neuf."), place: first)]),
                Platform(id: "q", follows: "m", adaptations: [hide_section(section: "z"), replace_body(section: "x", was: "Un.", text: "Premier."), add_section(section: Section(id: "n", heading: "N", body: "Neuf."), place: first), replace_body(section: "y", was: "Deux.", text: "Second.")]),
                Platform(id: "autre", follows: "m"),
           ]"#,
    );
    let two = crate::without_platforms(before, |id| id != "autre");
    let (after, lifting) = after(&two);
    renders_as_before(&two, &after, &all(&two));
    let family = after.charter(&model("commun")).expect("it was made");
    assert_eq!(family.follows().map(|it| it.as_str()), Some("m"));
    assert_eq!(family.adaptations().len(), 3, "what both adapt");
    assert_eq!(adaptations(&after, "p"), [""; 0]);
    assert_eq!(adaptations(&after, "q"), ["y / body"]);
    assert_eq!(lifting.sections.len(), 3);
}

/// Two families of a model, and platforms of each.
const FAMILIES: &str = r#"
    models: [
        Model(id: "commun-de-tous", title: "Charte", sections: [
            Section(id: "x", heading: "X", body: "Un."), Section(id: "y", heading: "Y", body: "Deux."), Section(id: "z", heading: "Z", body: "Trois.")]),
        Model(id: "villes", follows: "commun-de-tous", adaptations: [replace_body(section: "x", was: "Jadis.", text: "En ville."), hide_section(section: "z")]),
        Model(id: "departements", follows: "commun-de-tous", adaptations: [hide_section(section: "z")]),
        Model(id: "petites-villes", follows: "villes"),
    ],
    platforms: [
        Platform(id: "a", follows: "villes"),
        Platform(id: "b", follows: "petites-villes", adaptations: [replace_body(section: "y", was: "Avant.", text: "Second.")]),
        Platform(id: "c", follows: "departements", adaptations: [replace_body(section: "y", was: "Deux.", text: "Second.")]),
        Platform(id: "d", follows: "departements", adaptations: [replace_body(section: "y", was: "Deux.", text: "Second.")]),
        Platform(id: "e", follows: "departements"),
    ]"#;

#[test]
fn those_of_several_families_become_a_family_of_what_all_of_them_follow() {
    let before = collection(FAMILIES);
    let (after, lifting) = after(&before);
    renders_as_before(&before, &after, &all(&before));
    let made = after.charter(&model("commun")).expect("it was made");
    let follows = made.follows().map(|it| it.as_str());
    assert_eq!(follows, Some("commun-de-tous"));
    assert_eq!(adaptations_of(made), ["y / body", "z"], "and no more");
    let leaving: Vec<_> = lifting.leaving.iter().map(|it| it.as_str()).collect();
    assert_eq!(leaving, ["villes", "petites-villes", "departements"]);
    // What is to be reviewed in a family that is left, or here, still is.
    let found = moved_on(&after, &Cancel::default(), &Progress::default());
    let found = found.expect("nobody stops it");
    let found: Vec<_> = found
        .iter()
        .map(|it| format!("{}: {}", it.owner, it.element()))
        .collect();
    for owner in ["villes", "a", "b"] {
        assert!(found.contains(&format!("{owner}: x / body")), "{found:?}");
    }
    assert!(found.contains(&"commun: y / body".to_owned()), "{found:?}");
}

#[test]
fn those_that_share_no_model_leave_their_own_which_is_told() {
    let text = FAMILIES.replacen(r#"Model(id: "villes", follows: "commun-de-tous", adaptations: [replace_body(section: "x", was: "Jadis.", text: "En ville."), hide_section(section: "z")]),"#,
        r#"Model(id: "villes", title: "Charte", sections: [Section(id: "x", heading: "X", body: "En ville."), Section(id: "y", heading: "Y", body: "Deux.")]),"#, 1);
    let before = collection(&text);
    let (after, lifting) = after(&before);
    renders_as_before(&before, &after, &all(&before));
    let made = after.charter(&model("commun")).expect("it was made");
    assert_eq!(made.follows(), None);
    assert_eq!(lifting.leaving.len(), 3);
}

#[test]
fn what_is_to_be_reviewed_still_is() {
    let before = collection(
        r#"models: [Model(id: "m", title: "Charte", sections: [Section(id: "x", body: "Un."), Section(id: "y", body: "Deux.")])],
           platforms: [
                Platform(id: "p", follows: "m", adaptations: [replace_body(section: "x", was: "Jadis.", text: "Ici."), replace_body(section: "y", was: "Jadis.", text: "Chez nous.")]),
                Platform(id: "q", follows: "m", adaptations: [replace_body(section: "x", was: "Jadis.", text: "Ici.")]),
           ]"#,
    );
    let (after, _) = after(&before);
    let found =
        moved_on(&after, &Cancel::default(), &Progress::default()).expect("nobody stops it");
    let found: Vec<_> = found
        .iter()
        .map(|it| format!("{}: {}", it.owner, it.element()))
        .collect();
    assert_eq!(found, ["commun: x / body", "p: y / body"]);
}

#[test]
fn what_cannot_be_resolved_stays_as_it_is_and_is_named() {
    let text = PAGES.replacen(
        r#"Platform(id: "c", name: "Charlie", url: "https://charlie.fr","#,
        r#"Platform(id: "gone", follows: "nulle-part"), Platform(id: "c", name: "Charlie", url: "https://charlie.fr","#,
        1,
    );
    let before = collection(&text);
    let (after, lifting) = after(&before);
    let gone = PlatformId::new("gone").expect("an id");
    assert_eq!(
        lifting.left,
        [Left {
            id: gone,
            why: Why::Unsound
        }]
    );
    let charter = |it: &Collection| it.charter(&platform("gone")).cloned();
    assert_eq!(charter(&after), charter(&before));
}

#[test]
fn there_is_nothing_to_make_of_one_platform_or_of_nothing_in_common() {
    let one = crate::without_platforms(collection(PAGES), |id| id == "a");
    assert!(matches!(lifted(&one), Err(NoLifting::TooFew(_))));
    let strangers = collection(
        r#"platforms: [Platform(id: "a", sections: [Section(id: "x", body: "Un")]), Platform(id: "b", sections: [Section(id: "y", body: "Deux")])]"#,
    );
    assert!(matches!(lifted(&strangers), Err(NoLifting::NothingShared)));
    let cancel = Cancel::default();
    cancel.cancel();
    let pages = collection(PAGES);
    let stopped = lift(&pages, &all(&pages), "C", &cancel, &Progress::default());
    assert!(matches!(stopped, Err(NoLifting::Stopped)));
}

/// How the platforms of a generated collection stand to each other.
#[derive(Debug, Clone, Copy)]
enum Kinship {
    Strangers,
    /// They follow one model.
    Followers,
    /// They began as copies of one charter.
    Copies,
    /// They follow families of one model.
    Families,
}

/// Has all models follow the first of them, by their names, and the platforms all others in turn.
fn in_families(collection: &mut Collection) {
    let mut models: Vec<ModelId> = collection.models.iter().map(|it| it.id.clone()).collect();
    models.sort();
    let Some((master, families)) = models.split_first() else {
        return;
    };
    let families = families
        .iter()
        .map(|it| (Owner::Model(it.clone()), master.clone()));
    let mut follow: Vec<(Owner, ModelId)> = families.collect();
    let platforms = all(collection).into_iter().enumerate();
    follow.extend(platforms.map(|(at, id)| {
        // Some follow the first itself.
        (Owner::Platform(id), models[at % models.len()].clone())
    }));
    for (owner, model) in follow {
        let charter = collection.charter(&owner).expect("it is there");
        let form = following(&charter.form, &model);
        let edit = Edit::Charter(owner, CharterEdit::Form(form));
        collection.apply(edit).expect("the charter is there");
    }
}

/// A form that follows a model, with the adaptations that it had.
fn following(form: &Form, model: &ModelId) -> Form {
    match form {
        Form::Following(following) => {
            let mut following = following.clone();
            following.model = model.clone();
            Form::Following(following)
        }
        Form::Complete(_) => Charter::following(model.clone()).form,
    }
}

fn related() -> impl Strategy<Value = Collection> {
    let kinships = [
        Kinship::Strangers,
        Kinship::Followers,
        Kinship::Copies,
        Kinship::Families,
    ];
    (
        generate::collection(),
        proptest::sample::select(kinships.to_vec()),
        generate::model_id(),
        proptest::collection::vec(generate::edit(), 0..40),
    )
        .prop_map(|(mut collection, kinship, model, edits)| {
            let first = collection.platforms.at(0).map(Arc::clone);
            for id in all(&collection) {
                let owner = Owner::Platform(id);
                let charter = collection.charter(&owner).expect("it is there");
                let form = match (kinship, &charter.form, &first) {
                    (Kinship::Followers, form, _) => following(form, &model),
                    (Kinship::Copies, _, Some(first)) => first.charter.form.clone(),
                    (_, form, _) => form.clone(),
                };
                let edit = Edit::Charter(owner, CharterEdit::Form(form));
                collection.apply(edit).expect("the charter is there");
            }
            if matches!(kinship, Kinship::Families) {
                // Models may stand in any order, and follow none that follows them.
                in_families(&mut collection);
            }
            for edit in edits {
                if matches!(edit, Edit::Charter(Owner::Platform(_), _)) {
                    // Many speak of what is not there.
                    let _ = collection.apply(edit);
                }
            }
            crate::sound(collection)
        })
}

/// All models that a platform follows, itself or through others.
fn followed(collection: &Collection, id: &PlatformId) -> HashSet<ModelId> {
    let charter = collection.charter(&Owner::Platform(id.clone()));
    let charter = charter.expect("it is there");
    collection
        .followed(charter)
        .map(|it| it.id.clone())
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_platform_renders_exactly_as_before(before in related()) {
        let Ok(lifting) = lifted(&before) else {
            return Ok(());
        };
        let start = ron(&before);
        let mut session = Session::unsaved(before.clone());
        session.make(lifting.change).unwrap();
        // What all of them follow reaches them through the new model.
        let sound = lifting.platforms.iter().map(|it| followed(&before, &it.id));
        let others = lifting.left.iter().filter(|it| it.why == Why::Other);
        let sound = sound.chain(others.map(|it| followed(&before, &it.id)));
        let shared = sound.reduce(|shared, one| &shared & &one).unwrap_or_default();
        let through: HashSet<ModelId> = lifting.model.charter.follows().map_or_else(HashSet::new, |id| {
            let above = before.followed(&lifting.model.charter).map(|it| it.id.clone());
            above.chain([id.clone()]).collect()
        });
        prop_assert_eq!(shared, through);
        renders_as_before(&before, session.collection(), &all(&before));
        for it in &lifting.platforms {
            let charter = session.collection().charter(&Owner::Platform(it.id.clone())).unwrap();
            prop_assert_eq!(charter.follows(), Some(&lifting.model.id));
        }
        session.undo();
        prop_assert_eq!(ron(session.collection()), start);
    }
}
