//! The board: what is told of platforms, how they are found and put in order, and how many are
//! changed at once.

mod support;

#[path = "board/bulk.rs"]
mod bulk;
#[path = "board/entries.rs"]
mod entries;
#[path = "board/queries.rs"]
mod queries;

use std::sync::Arc;

use chartrier::model::Collection;
use chartrier::workspace::board::Entries;
use chartrier::workspace::{Cancel, Progress};
use support::collection;

/// Two models, one of which follows the other, and four platforms that differ in what the board
/// tells.
fn portals() -> Collection {
    collection(
        r#"facts: [Fact(id: "matomo", label: "Matomo")], models: [
        Model(id: "commun", name: {"fr": "Charte commune", "en": "Common charter"}, updated: Some("2026-03-01"),
            title: {"fr": "Charte", "en": "Charter"},
            columns: [Column(id: "name", role: name, label: {"fr": "Nom", "en": "Name"})],
            sections: [
                Section(id: "why", heading: {"fr": "Pourquoi", "en": "Why"}, body: {"fr": "Écrivez à {{ publisher.contact }}.", "en": "Write to {{ publisher.contact }}."}),
                Section(id: "list", heading: {"fr": "Liste", "en": "List"}, table: CookieTable(rows: [
                    Row(id: "sid", cells: {"name": "sid"}),
                    Row(id: "pk", when: "matomo", cells: {"name": "_pk_id"}),
                ])),
            ]),
        Model(id: "villes", name: "Villes", follows: "commun"),
    ],
    platforms: [
        Platform(id: "lyon", name: "Données Lyon", url: "https://data.lyon.example", follows: "villes", facts: ["matomo"],
            fields: {"publisher.contact": "ecrire@lyon.example", "publisher.name": "Ville de Lyon"}),
        Platform(id: "caen", name: "Caen ouvert", url: "https://caen.example", follows: "commun", updated: Some("2026-05-01"),
            fields: {"publisher.contact": "ecrire@caen.example"}, adaptations: [
            replace_heading(section: "why", was: {"fr": "Pourquoi ?", "en": "Why"}, text: {"fr": "À quoi bon"}),
            hide_row(section: "list", row: "sid"),
        ]),
        Platform(id: "agence", name: {"fr": "Agence de l’eau", "en": "Water agency"}, url: "https://eau.example", follows: "commun", languages: ["fr"]),
        Platform(id: "seule", name: "Seule", url: "https://seule.example", title: {"fr": "Charte"}),
    ]"#,
    )
}

fn entries_of(collection: &Collection) -> Arc<Entries> {
    let entries = Entries::default();
    let made = entries.again(collection, &Cancel::default(), &Progress::default());
    Arc::new(made.expect("nobody stops it"))
}
