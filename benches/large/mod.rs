//! A collection far larger than any that people have: a model of 200 sections and 1,000 rows, and a
//! platform that follows it.

use std::sync::Arc;

use chartrier::model::{
    Adaptation, Category, Cell, Charter, Collection, Column, ColumnId, Complete, CookieTable, Fact,
    FactId, Field, FieldId, Form, Language, Level, List, Model, ModelId, Place, Platform,
    PlatformId, Role, Row, RowId, Section, SectionId, Text,
};

pub const SECTIONS: usize = 200;
/// The rows of the large table; ten more sections have small ones.
pub const ROWS: usize = 1000;

/// The section of the large table, by its place.
const LARGE_TABLE: usize = 2;
const SMALL_TABLE: usize = 12;

const COLUMNS: [(&str, Role, &str, &str); 5] = [
    ("fournisseur", Role::Provider, "Fournisseur", "Provider"),
    ("nom", Role::Name, "Nom", "Name"),
    ("finalite", Role::Purpose, "Finalité", "Purpose"),
    ("duree", Role::Duration, "Durée", "Duration"),
    ("domaine", Role::Domain, "Domaine", "Domain"),
];

pub fn model_id() -> ModelId {
    ModelId::new("grand-modele").expect("the id is one")
}

pub fn platform_id() -> PlatformId {
    PlatformId::new("grande-plateforme").expect("the id is one")
}

pub fn section_id(number: usize) -> SectionId {
    SectionId::new(&format!("section-{number}")).expect("the id is one")
}

pub fn large_table() -> SectionId {
    section_id(LARGE_TABLE)
}

pub fn row_id(number: usize) -> RowId {
    RowId::new(&format!("cookie-{number}")).expect("the id is one")
}

pub fn column_id(column: &str) -> ColumnId {
    ColumnId::new(column).expect("the id is one")
}

pub fn language(tag: &str) -> Language {
    Language::new(tag).expect("the tag is one")
}

fn in_both(french: &str, english: &str) -> Text {
    Text::ByLanguage(vec![
        (language("fr"), french.into()),
        (language("en"), english.into()),
    ])
}

/// The large collection.
pub fn collection() -> Collection {
    let mut collection = Collection::new("Grande collection", language("fr"));
    collection.languages.push(language("en"));
    for id in ["publisher.name", "publisher.contact"] {
        let field = Field {
            id: FieldId::new(id).expect("the id is one"),
            label: Text::default(),
            default: in_both("l’organisme", "the organisation"),
            note: String::new(),
        };
        push(&mut collection.fields, field);
    }
    let fact = Fact {
        id: fact(),
        label: in_both("Mesure d’audience", "Audience measurement"),
    };
    push(&mut collection.facts, fact);
    let model = Model {
        id: model_id(),
        name: in_both("Grand modèle", "Large model"),
        charter: Charter {
            updated: Some(jiff::civil::date(2026, 11, 22)),
            form: Form::Complete(complete()),
        },
        note: String::new(),
    };
    push(&mut collection.models, model);
    push(&mut collection.platforms, platform());
    collection
}

fn push<T: chartrier::model::Identified + std::fmt::Debug>(list: &mut List<T>, item: T) {
    list.push(item).expect("each id is given once");
}

fn fact() -> FactId {
    FactId::new("audience").expect("the id is one")
}

fn complete() -> Complete {
    let mut complete = Complete {
        title: in_both("Charte des cookies", "Cookie charter"),
        ..Complete::default()
    };
    for (id, role, french, english) in COLUMNS {
        let column = Column {
            id: column_id(id),
            role,
            label: in_both(french, english),
            hidden: false,
            note: String::new(),
        };
        push(&mut complete.columns, column);
    }
    for number in 0..SECTIONS {
        push(&mut complete.sections, section(number));
    }
    complete
}

fn section(number: usize) -> Section {
    let level = match number % 4 {
        0 => 1,
        3 => 3,
        _ => 2,
    };
    let table = match number {
        LARGE_TABLE => Some(table(ROWS)),
        number if number % 20 == 7 => Some(table(SMALL_TABLE)),
        _ => None,
    };
    let french = format!(
        "Le site **{{{{ platform.name }}}}** est publié par {{{{ publisher.name }}}}. Ceci est le \
         paragraphe {number} de la charte ; il renvoie à [la CNIL](https://www.cnil.fr/fr/cookies) \
         et dit *ce que chacun peut faire* :\n\n- accepter les traceurs ;\n- les refuser ;\n- \
         changer d’avis à tout moment.\n\nPour nous joindre : {{{{ publisher.contact }}}}."
    );
    let english = format!(
        "The site **{{{{ platform.name }}}}** is published by {{{{ publisher.name }}}}. This is \
         paragraph {number} of the charter; it refers to [the CNIL](https://www.cnil.fr/en/cookies) \
         and says *what everyone can do*:\n\n- accept trackers;\n- refuse them;\n- change their \
         mind at any time.\n\nTo reach us: {{{{ publisher.contact }}}}."
    );
    Section {
        level: Level::try_from(level).expect("the level is one"),
        heading: in_both(
            &format!("Titre de la section {number}"),
            &format!("Heading of section {number}"),
        ),
        body: in_both(&french, &english),
        when: (number % 30 == 29).then(fact),
        table,
        ..Section::empty(section_id(number))
    }
}

fn table(rows: usize) -> CookieTable {
    let mut table = CookieTable {
        category: Category::Audience,
        consent: None,
        columns: None,
        rows: List::new(),
    };
    for number in 0..rows {
        push(&mut table.rows, row(number));
    }
    table
}

fn row(number: usize) -> Row {
    // Five rows in a row are of one provider, which is said once.
    let provider = match number % 5 {
        0 => Cell::Text(Text::same(&format!("Fournisseur {}", number / 5))),
        _ => Cell::Above,
    };
    let purpose = in_both(
        &format!("Distinguer les visites et compter les pages vues, cookie {number}"),
        &format!("Tell visits apart and count page views, cookie {number}"),
    );
    let cells = [
        ("fournisseur", provider),
        ("nom", Cell::Text(Text::same(&format!("_ga_{number}")))),
        ("finalite", Cell::Text(purpose)),
        ("duree", Cell::Text(in_both("13 mois", "13 months"))),
        ("domaine", Cell::Text(Text::same("{{ platform.host }}"))),
    ];
    Row {
        id: row_id(number),
        when: (number % 50 == 49).then(fact),
        cells: cells
            .into_iter()
            .map(|(column, cell)| (column_id(column), cell))
            .collect(),
        note: String::new(),
    }
}

/// A platform that follows the model and differs in sixty places.
fn platform() -> Platform {
    let mut charter = Charter::following(model_id());
    let Form::Following(following) = &mut charter.form else {
        return Platform::new(platform_id(), "", "", charter);
    };
    let adaptations = &mut following.adaptations;
    adaptations.extend((0..20).map(|number| Adaptation::ReplaceBody {
        section: section_id(number * 10 + 1),
        was: section(number * 10 + 1).body,
        text: in_both("Adapté **ici**.", "Adapted **here**."),
    }));
    adaptations.extend((0..20).map(|number| Adaptation::ReplaceCell {
        section: large_table(),
        row: row_id(number * 40),
        column: column_id("duree"),
        was: Some(Cell::Text(in_both("13 mois", "13 months"))),
        cell: Some(Cell::Text(in_both("6 mois", "6 months"))),
    }));
    adaptations.extend((0..10).map(|number| Adaptation::HideRow {
        section: large_table(),
        row: row_id(number * 70 + 3),
    }));
    adaptations.extend((0..10).map(|number| Adaptation::AddRow {
        section: large_table(),
        row: Arc::new(row(ROWS + number)),
        place: Place::After(row_id(number * 90 + 11)),
    }));
    Platform {
        facts: vec![fact()],
        ..Platform::new(
            platform_id(),
            "Grande plateforme",
            "https://donnees.grande.example",
            charter,
        )
    }
}
