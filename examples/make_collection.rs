//! Makes a collection to try the program with: a model charter, three families that follow it, and
//! as many platforms as one likes, some of which adapt what they follow. The same arguments make
//! the same file.
//!
//! ```text
//! cargo run --release --example make_collection -- --platforms 10000 --cookies 40 --adapted 0.1 --out big.ron
//! ```

use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

use chartrier::messages;
use chartrier::model::{
    Adaptation, Category, Cell, Charter, Collection, Column, ColumnId, Complete, CookieTable, Fact,
    FactId, FieldId, Form, Identified, Language, Level, List, Model, ModelId, Place, Platform,
    PlatformId, Role, Row, RowId, Section, SectionId, Text,
};
use chartrier::words::{Interface, Words};
use chartrier::workspace::files::{self, Replace};
use clap::Parser;

#[derive(Parser)]
pub struct Arguments {
    /// How many platforms.
    #[arg(long, default_value_t = 100)]
    platforms: usize,
    /// How many cookies each charter lists.
    #[arg(long, default_value_t = 40)]
    cookies: usize,
    /// Which share of the platforms adapts something: 0 to 1.
    #[arg(long, default_value_t = 0.1)]
    adapted: f64,
    /// Another number, another collection.
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// The file to write: `.ron` or `.json`. One that is there is replaced.
    #[arg(long)]
    out: PathBuf,
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let made = collection(&arguments);
    match files::save(&made, &arguments.out, &Replace::Any) {
        Ok(_) => ExitCode::SUCCESS,
        Err(error) => {
            let words = Words::new(Interface::English);
            eprintln!("{}", messages::file_error(&words, &error));
            ExitCode::FAILURE
        }
    }
}

const FAMILIES: [(&str, &str, &str); 3] = [
    ("villes", "Villes", "Towns"),
    ("departements", "Départements", "Counties"),
    ("etablissements", "Établissements publics", "Public bodies"),
];

const COLUMNS: [(&str, Role, &str, &str); 4] = [
    ("fournisseur", Role::Provider, "Fournisseur", "Provider"),
    ("nom", Role::Name, "Nom", "Name"),
    ("finalite", Role::Purpose, "Finalité", "Purpose"),
    ("duree", Role::Duration, "Durée", "Duration"),
];

/// The tables, each with its share of the cookies.
const TABLES: [(&str, Category, &str, &str); 4] = [
    (
        "necessaires",
        Category::Necessary,
        "Cookies nécessaires",
        "Necessary cookies",
    ),
    (
        "fonctionnels",
        Category::Functional,
        "Cookies de confort",
        "Functional cookies",
    ),
    (
        "audience",
        Category::Audience,
        "Mesure d’audience",
        "Audience measurement",
    ),
    (
        "sociaux",
        Category::Social,
        "Réseaux sociaux",
        "Social networks",
    ),
];

/// Texts of the charter: heading and body in French, then in English.
const TEXTS: [(&str, [&str; 4]); 3] = [
    (
        "definition",
        [
            "Qu’est-ce qu’un cookie ?",
            "Un cookie est un petit fichier qu’un site dépose dans votre navigateur et qu’il relit \
             à votre visite suivante. Certains font marcher **{{ platform.name }}** ; d’autres \
             servent à compter les visites.",
            "What is a cookie?",
            "A cookie is a small file that a site puts into your browser and reads again at your \
             next visit. Some make **{{ platform.name }}** work; others count visits.",
        ],
    ),
    (
        "choix",
        [
            "Comment choisir ?",
            "Vous acceptez ou refusez les cookies qui demandent votre accord :\n\n- à votre \
             première visite, dans la fenêtre qui s’ouvre ;\n- plus tard, par le lien au bas de \
             chaque page de {{ platform.host }}.",
            "How to choose?",
            "You accept or refuse the cookies that need your consent:\n\n- at your first visit, in \
             the window that opens;\n- later, by the link at the foot of each page of \
             {{ platform.host }}.",
        ],
    ),
    (
        "contact",
        [
            "Nous écrire",
            "Une question sur cette charte ? Écrivez à {{ publisher.contact }}. Elle a été revue le \
             {{ updated }}.",
            "Writing to us",
            "A question about this charter? Write to {{ publisher.contact }}. It was reviewed on \
             {{ updated }}.",
        ],
    ),
];

#[must_use]
pub fn collection(arguments: &Arguments) -> Collection {
    let mut chance = Chance(arguments.seed);
    let mut made = Collection::new("Collection d’essai", language("fr"));
    made.languages.push(language("en"));
    let fact = Fact {
        id: mapped(),
        label: both("Cartes", "Maps"),
    };
    push(&mut made.facts, fact);
    push(&mut made.models, common(arguments.cookies));
    for (at, family) in FAMILIES.iter().enumerate() {
        push(&mut made.models, family_model(at, family));
    }
    for number in 0..arguments.platforms {
        let adapts = chance.share() < arguments.adapted;
        push(
            &mut made.platforms,
            platform(number, adapts, arguments, &mut chance),
        );
    }
    made
}

/// The model that all others follow.
fn common(cookies: usize) -> Model {
    let mut complete = Complete {
        title: both("Charte des cookies", "Cookie charter"),
        ..Complete::default()
    };
    for (id, role, french, english) in COLUMNS {
        let column = Column {
            id: column_id(id),
            role,
            label: both(french, english),
            hidden: false,
            note: String::new(),
        };
        push(&mut complete.columns, column);
    }
    for (id, [heading_fr, body_fr, heading_en, body_en]) in TEXTS {
        let section = Section {
            heading: both(heading_fr, heading_en),
            body: both(body_fr, body_en),
            ..Section::empty(section_id(id))
        };
        push(&mut complete.sections, section);
    }
    for (at, (id, category, french, english)) in TABLES.into_iter().enumerate() {
        let mut rows = List::new();
        for number in (at..cookies).step_by(TABLES.len()) {
            push(&mut rows, row(number));
        }
        let table = CookieTable {
            category,
            consent: None,
            columns: None,
            rows,
        };
        let section = Section {
            level: Level::try_from(2).expect("2 is a level"),
            heading: both(french, english),
            table: Some(table),
            ..Section::empty(section_id(id))
        };
        push(&mut complete.sections, section);
    }
    Model {
        id: model_id("commun"),
        name: both("Charte commune", "Common charter"),
        charter: Charter {
            updated: Some(jiff::civil::date(2026, 11, 22)),
            form: Form::Complete(complete),
        },
        note: String::new(),
    }
}

/// A model that follows the common one, and says more on one matter.
fn family_model(at: usize, (id, french, english): &(&str, &str, &str)) -> Model {
    let mut charter = Charter::following(model_id("commun"));
    let section = Section {
        heading: both("Pour cette famille de sites", "For this family of sites"),
        body: both(
            &format!(
                "Ces sites sont tenus par un service commun, le nº {}.",
                at + 1
            ),
            &format!(
                "These sites are kept by a common service, number {}.",
                at + 1
            ),
        ),
        ..Section::empty(section_id("famille"))
    };
    adapt(
        &mut charter,
        Adaptation::AddSection {
            section: Arc::new(section),
            place: Place::After(section_id("definition")),
        },
    );
    Model {
        id: model_id(id),
        name: both(french, english),
        charter,
        note: String::new(),
    }
}

fn platform(number: usize, adapts: bool, arguments: &Arguments, chance: &mut Chance) -> Platform {
    let host = format!("donnees-{number:05}.exemple.fr");
    let (family, ..) = FAMILIES[chance.below(FAMILIES.len())];
    let mut charter = Charter::following(model_id(family));
    if adapts {
        for adaptation in adaptations(number, arguments.cookies, chance) {
            adapt(&mut charter, adaptation);
        }
    }
    let id = PlatformId::new(&format!("plateforme-{number:05}")).expect("it is an id");
    let mut platform = Platform::new(
        id,
        &format!("Données {number:05}"),
        &format!("https://{host}"),
        charter,
    );
    let contact = FieldId::new("publisher.contact").expect("it is an id");
    let address = Text::same(&format!("contact@{host}"));
    platform.fields.insert(contact, address);
    if chance.share() < 0.3 {
        platform.facts.push(mapped());
    }
    platform
}

/// One to three things that a platform says otherwise.
fn adaptations(number: usize, cookies: usize, chance: &mut Chance) -> Vec<Adaptation> {
    let (id, [_, french, _, english]) = TEXTS[chance.below(TEXTS.len())];
    let mut adaptations = vec![Adaptation::ReplaceBody {
        section: section_id(id),
        was: both(french, english),
        text: both(
            &format!("{french} Ici, le service nº {number} répond."),
            &format!("{english} Here, service number {number} answers."),
        ),
    }];
    if cookies > 0 && chance.share() < 0.5 {
        let cookie = chance.below(cookies);
        let (section, ..) = TABLES[cookie % TABLES.len()];
        adaptations.push(Adaptation::ReplaceCell {
            section: section_id(section),
            row: row_id(cookie),
            column: column_id("duree"),
            was: Some(Cell::Text(duration(cookie))),
            cell: Some(Cell::Text(both("6 mois", "6 months"))),
        });
    }
    if chance.share() < 0.3 {
        let (section, ..) = TABLES[chance.below(TABLES.len())];
        adaptations.push(Adaptation::AddRow {
            section: section_id(section),
            row: Arc::new(row(cookies + number)),
            place: Place::Last,
        });
    }
    adaptations
}

fn row(number: usize) -> Row {
    let purpose = both(
        &format!("Garde le réglage nº {number} d’une page à l’autre."),
        &format!("Keeps setting number {number} from page to page."),
    );
    let provider = Text::same(&format!("Fournisseur {}", number % 9));
    let cells = [
        ("fournisseur", provider),
        ("nom", Text::same(&format!("_essai_{number}"))),
        ("finalite", purpose),
        ("duree", duration(number)),
    ];
    Row {
        id: row_id(number),
        when: (number % 13 == 12).then(mapped),
        cells: cells
            .into_iter()
            .map(|(column, text)| (column_id(column), Cell::Text(text)))
            .collect(),
        note: String::new(),
    }
}

fn duration(number: usize) -> Text {
    let months = number % 13 + 1;
    both(
        &format!("{months} mois"),
        &format!("{months} month{}", if months == 1 { "" } else { "s" }),
    )
}

fn adapt(charter: &mut Charter, adaptation: Adaptation) {
    if let Form::Following(following) = &mut charter.form {
        following.adaptations.push(adaptation);
    }
}

fn push<T: Identified + std::fmt::Debug>(list: &mut List<T>, item: T) {
    list.push(item).expect("each id is given once");
}

fn both(french: &str, english: &str) -> Text {
    Text::ByLanguage(vec![
        (language("fr"), french.into()),
        (language("en"), english.into()),
    ])
}

fn language(tag: &str) -> Language {
    Language::new(tag).expect("it is a language")
}

fn model_id(id: &str) -> ModelId {
    ModelId::new(id).expect("it is an id")
}

fn section_id(id: &str) -> SectionId {
    SectionId::new(id).expect("it is an id")
}

fn row_id(number: usize) -> RowId {
    RowId::new(&format!("essai-{number}")).expect("it is an id")
}

fn column_id(id: &str) -> ColumnId {
    ColumnId::new(id).expect("it is an id")
}

fn mapped() -> FactId {
    FactId::new("cartes").expect("it is an id")
}

/// Numbers that look drawn by lot and are the same each time: `SplitMix64`.
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut drawn = self.0;
        drawn = (drawn ^ (drawn >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        drawn = (drawn ^ (drawn >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        drawn ^ (drawn >> 31)
    }

    /// From 0 up to 1.
    fn share(&mut self) -> f64 {
        #[expect(clippy::cast_precision_loss, reason = "53 bits are exact")]
        let drawn = (self.next() >> 11) as f64;
        drawn / 2f64.powi(53)
    }

    /// One of the first so many numbers.
    fn below(&mut self, end: usize) -> usize {
        let end = u64::try_from(end.max(1)).unwrap_or(1);
        usize::try_from(self.next() % end).unwrap_or_default()
    }
}
