//! Adding, copying, naming, moving and removing models and platforms; their properties.

use chartrier::model::{Collection, Owner};
use chartrier::ui::command::Command;
use chartrier::words::Interface;
use chartrier::workspace::{Session, Starter};
use egui::{Key, Modifiers};
use egui_kittest::Node;
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use crate::desk::*;

fn collection(desk: &Desk) -> &Collection {
    desk.window().session().collection()
}

fn platform_ids(desk: &Desk) -> Vec<String> {
    let platforms = collection(desk).platforms.iter();
    platforms.map(|it| it.id.to_string()).collect()
}

fn run(desk: &mut Desk, menu: &str, command: Command) {
    let (menu, name) = (desk.say(menu), desk.say(command.key()));
    desk.click(&menu);
    // Other buttons may have the same name: the menu's is the one drawn last.
    let items: Vec<_> = desk.harness.query_all_by_label(&name).collect();
    items.last().expect("the menu has it").click();
    desk.harness.run();
}

fn charter(desk: &mut Desk, command: Command) {
    run(desk, "menu-charter", command);
}

const NEW: Modifiers = Modifiers {
    shift: true,
    ..Modifiers::COMMAND
};
const CAF_ROW: &str = "Plateforme data.caf.fr";
const FILTER: &str = "Filtrer par nom ou adresse";

#[test]
fn a_new_platform_takes_its_address_and_enter() {
    for interface in Interface::ALL {
        let session = Session::unsaved(Starter::Opendatasoft.collection());
        let mut desk = Desk::with(session, interface, Answers::default());
        desk.press(NEW, Key::N)
            .type_text("data.exemple.fr")
            .press(Modifiers::NONE, Key::Enter);
        let added = collection(&desk).platforms.iter().next_back();
        let added = added.expect("it is added");
        assert_eq!(added.id.as_str(), "data-exemple-fr");
        assert_eq!(added.url, "https://data.exemple.fr");
        let first = collection(&desk).models.at(0).expect("the starter has one");
        assert_eq!(added.charter.follows(), Some(&first.id));
        assert!(desk.shows("data.exemple.fr"), "it is opened");
    }
}

#[test]
fn an_address_that_another_has_is_told_and_not_refused() {
    let mut desk = french_desk();
    desk.press(NEW, Key::N)
        .type_text("https://www.data.caf.fr/");
    assert!(desk.shows("« data.caf.fr » a déjà cette adresse."));
    desk.press(Modifiers::NONE, Key::Enter);
    assert_eq!(platform_ids(&desk).len(), 4);
}

#[test]
fn the_filter_knows_neither_accents_nor_case() {
    let mut desk = french_desk();
    desk.focus(FILTER).type_text("DONNEES valb");
    assert!(desk.shows("Plateformes (1 sur 3)"));
    assert!(!desk.shows(CAF_ROW));
    desk.press(Modifiers::NONE, Key::Enter);
    assert!(desk.shows("Données Valbrune"), "Enter opens the first");
    desk.click("Effacer le filtre");
    assert!(desk.shows(CAF_ROW));
    desk.type_text("caf").press(Modifiers::NONE, Key::Escape);
    assert!(desk.shows("Plateformes (3)"));
}

#[test]
fn arrows_go_through_the_list_enter_opens_and_letters_filter() {
    let mut desk = french_desk();
    desk.focus(FILTER)
        .press(Modifiers::NONE, Key::ArrowDown)
        .press(Modifiers::NONE, Key::F2);
    assert!(desk.shows("Nouveau nom de « Charte commune »"));
    desk.press(Modifiers::NONE, Key::Escape)
        .press(Modifiers::NONE, Key::ArrowDown)
        .press(Modifiers::NONE, Key::ArrowDown)
        .press(Modifiers::NONE, Key::F2);
    assert!(desk.shows("Nouveau nom de « data.caf.fr »"), "a row by key");
    desk.press(Modifiers::NONE, Key::Escape);
    for _ in 0..6 {
        desk.press(Modifiers::NONE, Key::ArrowDown);
    }
    desk.press(Modifiers::NONE, Key::Enter);
    let last = "Plateforme Données Valbrune";
    assert!(desk.shows(last));
    desk.press(Modifiers::NONE, Key::F2);
    assert!(desk.shows("Nouveau nom de « Données Valbrune »"));
    desk.press(Modifiers::NONE, Key::Escape).type_text("caf");
    assert!(desk.shows("Plateformes (1 sur 3)"));
}

#[test]
fn a_name_is_changed_in_its_row_by_one_step() {
    let mut desk = french_desk();
    let before = desk.bytes();
    desk.click(CAF_ROW).press(Modifiers::NONE, Key::F2);
    desk.type_text("Ouvert CAF")
        .press(Modifiers::NONE, Key::Enter);
    assert!(desk.shows("Plateforme Ouvert CAF"));
    assert_eq!(platform_ids(&desk)[0], CAF, "its id stays");
    assert_eq!(desk.undo_all(), 1);
    assert_eq!(desk.bytes(), before);

    desk.press(Modifiers::NONE, Key::F12);
    desk.type_text("Rien").press(Modifiers::NONE, Key::Escape);
    assert_eq!(desk.bytes(), before, "Escape gives it up");
}

#[test]
fn a_copy_stands_right_below_and_is_opened() {
    let mut desk = french_desk();
    let before = desk.bytes();
    desk.click(CAF_ROW);
    charter(&mut desk, Command::Duplicate);
    assert_eq!(platform_ids(&desk)[1], "data-caf-fr-copie");
    assert!(desk.shows("Plateforme data.caf.fr (copie)"));
    assert_eq!(desk.undo_all(), 1);
    assert_eq!(desk.bytes(), before);

    desk.click("Charte modèle Charte commune");
    charter(&mut desk, Command::Duplicate);
    assert_eq!(collection(&desk).models.len(), 2);
    assert!(desk.shows("Charte modèle Charte commune (copie)"));
}

#[test]
fn what_is_removed_is_told_and_comes_back() {
    let mut desk = french_desk();
    let before = desk.bytes();
    desk.click(CAF_ROW).press(Modifiers::NONE, Key::Delete);
    assert!(!desk.shows(CAF_ROW));
    assert!(desk.shows("La plateforme est supprimée. Annuler la rétablit."));
    desk.press(Modifiers::COMMAND, Key::Z);
    assert_eq!(desk.bytes(), before);
    assert!(desk.shows(CAF_ROW));
}

#[test]
fn platforms_change_places_by_keys_and_by_menu() {
    let mut desk = french_desk();
    let before = platform_ids(&desk);
    desk.click(CAF_ROW);
    charter(&mut desk, Command::MoveDown);
    let moved = [&before[1], &before[0], &before[2]];
    assert_eq!(platform_ids(&desk).iter().collect::<Vec<_>>(), moved);
    charter(&mut desk, Command::MoveUp);
    assert_eq!(platform_ids(&desk), before);
}

#[test]
fn the_menu_of_a_row_opens_by_key_and_by_the_other_button() {
    let mut desk = french_desk();
    desk.click(CAF_ROW).press(Modifiers::SHIFT, Key::F10);
    assert!(desk.shows("Exporter cette charte…"));
    desk.press(Modifiers::NONE, Key::Escape);
    assert!(!desk.shows("Exporter cette charte…"));
    desk.acting(CAF_ROW).click_secondary();
    desk.harness.run();
    desk.click("Exporter cette charte…");
    assert!(desk.shows("Exporter les chartes"));
}

#[test]
fn groups_fold_away() {
    let mut desk = french_desk();
    desk.click("Plateformes (3)");
    assert!(!desk.shows(CAF_ROW));
    desk.click("Plateformes (3)");
    assert!(desk.shows(CAF_ROW));
}

#[test]
fn a_model_that_others_follow_goes_only_once_they_follow_another() {
    let mut desk = french_desk();
    desk.click("Charte modèle Charte commune");
    charter(&mut desk, Command::RemovePlatform);
    assert!(desk.shows("3 plateformes suivent ce modèle."));
    assert!(desk.shows("ne peut pas être supprimé"));
    desk.click("Fermer");

    desk.click("Ajouter une charte modèle…")
        .type_text("Famille")
        .click("Copier un autre modèle")
        .click("Ajouter");
    assert!(desk.shows("Charte modèle Famille"));
    let before = desk.bytes();
    desk.click("Charte modèle Charte commune")
        .press(Modifiers::NONE, Key::Delete);
    desk.click("Supprimer le modèle");
    assert_eq!(collection(&desk).models.len(), 1);
    for platform in &collection(&desk).platforms {
        let follows = platform.charter.follows().map(|id| id.to_string());
        assert_eq!(follows.as_deref(), Some("famille"));
    }
    desk.press(Modifiers::COMMAND, Key::Z);
    assert_eq!(desk.bytes(), before);
}

#[test]
fn properties_open_by_their_keys_with_the_cursor_in_the_name() {
    let mut desk = french_desk();
    desk.click(CAF_ROW).press(Modifiers::COMMAND, Key::R);
    desk.type_text(" !");
    assert!(desk.shows("Plateforme data.caf.fr !"));
    desk.click("Plateforme opendata.cc-coeurdefrance.fr");
    assert!(desk.shows("Éditeur et contacts"), "they stay unfolded");
}

#[test]
fn a_field_tells_what_uses_it_and_leads_there() {
    let mut desk = french_desk();
    desk.click(CAF_ROW).press(Modifiers::COMMAND, Key::R);
    desk.click_containing("Contact de l’éditeur : utilisé par");
    let leads: Vec<_> = desk.harness.query_all_by_label_contains("Qui ").collect();
    assert!(!leads.is_empty(), "sections are named");
}

#[test]
fn doubtful_contacts_are_told() {
    let mut desk = french_desk();
    desk.click(CAF_ROW).press(Modifiers::COMMAND, Key::R);
    desk.focus("Contact de l’éditeur").type_text("dpo@caf");
    assert!(desk.shows("Ce n’est pas une adresse électronique."));
    desk.focus("Centre de préférences")
        .type_text("caf.fr/choix");
    assert!(desk.shows("Ce n’est pas une adresse web."));
}

#[test]
fn the_date_of_a_charter_is_typed_as_dates_are_read() {
    let mut desk = french_desk();
    desk.click(CAF_ROW).press(Modifiers::COMMAND, Key::R);
    let updated = |desk: &Desk| {
        let charter = collection(desk).charter(&platform(CAF));
        let date = charter.expect("it is there").updated;
        date.map(|date| date.to_string())
    };
    for (typed, is) in [
        ("1/12/2026", Some("2026-12-01")),
        ("2026-12-02", Some("2026-12-02")),
        ("hier", Some("2026-12-02")),
        ("", None),
    ] {
        desk.focus("Mise à jour le")
            .press(Modifiers::COMMAND, Key::A);
        if typed.is_empty() {
            desk.press(Modifiers::NONE, Key::Delete);
        } else {
            desk.type_text(typed);
        }
        assert_eq!(updated(&desk).as_deref(), is, "{typed}");
        let told = desk.shows("Écrivez la date sous la forme 22/11/2026.");
        assert_eq!(told, typed == "hier");
    }
    desk.type_text("3/12/2026")
        .press(Modifiers::COMMAND, Key::Z);
    assert_ne!(updated(&desk).as_deref(), Some("2026-12-03"));
    let mut parts = desk.harness.query_all_by_label("Mise à jour le");
    let typed = |it: &Node<'_>| it.accesskit_node().value().as_deref() == Some("3/12/2026");
    assert!(!parts.any(|it| typed(&it)), "it is seen to be taken back");
}

#[test]
fn a_platform_chooses_among_the_languages_of_the_collection() {
    let mut desk = french_desk();
    let before = desk.bytes();
    desk.click(CAF_ROW).press(Modifiers::COMMAND, Key::R);
    // The example is in French alone: as the collection first, then in its languages by itself.
    desk.click("Comme le chartrier (français, anglais)")
        .click("Comme le chartrier (français, anglais)")
        .click("Monter : en");
    let Owner::Platform(id) = platform(CAF) else {
        panic!("it is a platform");
    };
    let tags = |desk: &Desk| -> Vec<String> {
        let platform = collection(desk).platforms.get(&id).expect("it is there");
        platform.languages.iter().map(ToString::to_string).collect()
    };
    assert_eq!(tags(&desk), ["en", "fr"]);
    desk.click("Comme le chartrier (français, anglais)");
    assert!(tags(&desk).is_empty());
    assert_eq!(desk.undo_all(), 4);
    assert_eq!(desk.bytes(), before);
}

#[test]
fn the_collection_gets_fields_facts_and_languages() {
    let mut desk = french_desk();
    let before = desk.bytes();
    charter(&mut desk, Command::CollectionProperties);
    desk.focus("Ajouter le champ")
        .type_text("Nom de la marque")
        .press(Modifiers::NONE, Key::Enter);
    desk.click("{{ nom-de-la-marque }}")
        .focus("Valeur par défaut de « Nom de la marque » (français)")
        .type_text("Val")
        .type_text("brune");
    desk.focus("Ajouter la langue").type_text("pas une langue");
    assert!(desk.shows("Ce n’est pas une langue."));
    desk.press(Modifiers::COMMAND, Key::A)
        .type_text("pt-br")
        .press(Modifiers::NONE, Key::Enter);
    desk.focus("Ajouter la caractéristique")
        .type_text("Vidéos")
        .press(Modifiers::NONE, Key::Enter);
    let now = collection(&desk);
    let field = now.fields.iter().next_back().expect("it is added");
    assert_eq!(field.id.as_str(), "nom-de-la-marque");
    assert_eq!(field.default.written(&french()), Some("Valbrune"));
    assert_eq!(
        now.languages.last().map(ToString::to_string).as_deref(),
        Some("pt-BR")
    );
    assert_eq!(
        now.facts
            .iter()
            .next_back()
            .map(|it| it.id.to_string())
            .as_deref(),
        Some("videos")
    );

    desk.click("Supprimer : en");
    assert!(desk.shows("Ils restent dans le fichier, mais ne s’afficheront plus."));
    desk.click("Garder").click("Fermer");
    assert_eq!(
        desk.undo_all(),
        4,
        "what was typed into the default is one step"
    );
    assert_eq!(desk.bytes(), before);
}

#[test]
fn five_hundred_platforms_are_gone_through_by_keys() {
    let mut collection = chartrier::workspace::examples();
    for number in 0..500 {
        let name = format!("portail-{number}");
        let (_, change) = chartrier::workspace::changes::add_platform(&collection, &name, "");
        for edit in change.edits {
            collection.apply(edit).expect("ids do not clash");
        }
    }
    let session = Session::unsaved(collection);
    let size = egui::vec2(1400.0, 900.0);
    let mut desk = Desk::of_size(size, session, Interface::French, Answers::default());
    desk.click(CAF_ROW)
        .press(Modifiers::NONE, Key::End)
        .press(Modifiers::NONE, Key::Enter);
    assert!(
        desk.shows("Plateforme portail-499"),
        "the end comes into sight"
    );
    desk.press(Modifiers::NONE, Key::Home)
        .type_text("portail-250");
    assert!(desk.shows("Plateformes (1 sur 503)"));
}
