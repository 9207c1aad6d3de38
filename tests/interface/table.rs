//! The cookie table, worked on by keyboard and pointer as a spreadsheet.

use std::sync::Arc;

use chartrier::model::{Cell, Collection, Column};
use chartrier::store::{self, Notation};
use chartrier::ui::clipboard::Clipboard;
use chartrier::words::Interface;
use chartrier::workspace::Session;
use egui::{Event, Key, Modifiers, vec2};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use crate::desk::{Answers, Desk, french};

/// A model with a table of so many rows, and a platform that follows it.
fn with_rows(rows: usize) -> Collection {
    let rows: String = (1..=rows)
        .map(|n| format!(r#"Row(id: "r{n}", cells: {{"name": "c{n}", "why": "but {n}", "long": "{n} mois"}}),"#))
        .collect();
    let text = format!(
        r#"Collection(format: 1, name: "Essai", languages: ["fr"],
        facts: [Fact(id: "video", label: "Vidéos")],
        models: [Model(id: "m", name: "Modèle", title: "Charte", columns: [
            Column(id: "name", role: name, label: "Nom"),
            Column(id: "why", role: purpose, label: "But"),
            Column(id: "long", role: duration, label: "Durée"),
        ], sections: [Section(id: "b", heading: "Cookies", table: CookieTable(rows: [{rows}]))])],
        platforms: [Platform(id: "p", name: "Portail", url: "https://p.fr", follows: "m")])"#
    );
    store::read(text.as_bytes(), Notation::Ron).expect("a collection")
}

/// The model itself, with four rows.
fn model() -> Desk {
    let mut desk = platform();
    desk.click("Charte modèle Modèle");
    desk
}

/// The platform that follows it.
fn platform() -> Desk {
    let session = Session::unsaved(with_rows(4));
    Desk::with(session, Interface::French, Answers::default())
}

/// Something that a person does.
type Act<'a> = &'a dyn Fn(&mut Desk);

const NONE: Modifiers = Modifiers::NONE;
const SHIFT: Modifiers = Modifiers::SHIFT;
const CTRL: Modifiers = Modifiers::COMMAND;

impl Desk {
    /// What the table says: its rows, the cells of each between bars.
    fn table(&self) -> Vec<String> {
        let owner = crate::desk::platform("p");
        let collection = self.window().session().collection();
        let resolved = collection.resolve(&owner).expect("it is there");
        let table = resolved.sections[0].table.as_ref().expect("a table");
        let columns = resolved.columns_of(table);
        let cell =
            |row: &chartrier::model::ResolvedRow, column: &Column| match row.cell(&column.id).0 {
                Some(Cell::Text(text)) => text.written(&french()).unwrap_or_default().to_owned(),
                Some(Cell::Above) => "^".to_owned(),
                None => "-".to_owned(),
            };
        let shown = table.rows.iter().filter(|row| row.hidden.is_none());
        shown
            .map(|row| {
                let cells = columns.iter().filter(|column| column.shown());
                let cells: Vec<_> = cells.map(|column| cell(row, &column.column)).collect();
                cells.join("|")
            })
            .collect()
    }

    /// The cells that are selected, by their names up to the colon.
    fn selected(&self) -> Vec<String> {
        use egui::accesskit::Role;
        let all = self.harness.query_all_by_label_contains(", ligne ");
        let chosen = all.filter(|node| {
            let node = node.accesskit_node();
            node.role() == Role::GridCell && node.is_selected() == Some(true)
        });
        let name = |node: egui_kittest::Node<'_>| {
            let name = node.accesskit_node().label().unwrap_or_default();
            name.split("\u{a0}:").next().unwrap_or_default().to_owned()
        };
        let mut names: Vec<_> = chosen.map(name).collect();
        names.sort();
        names
    }

    /// The cell with the keyboard.
    fn active(&self) -> String {
        use egui::accesskit::Role;
        let all = self.harness.query_all_by_label_contains(", ligne ");
        let mut focused =
            all.filter(|node| node.is_focused() && node.accesskit_node().role() == Role::GridCell);
        let name = focused
            .next()
            .and_then(|node| node.accesskit_node().label());
        let name = name.unwrap_or_default();
        name.split(" sur").next().unwrap_or_default().to_owned()
    }

    fn send(&mut self, event: Event) -> &mut Self {
        self.harness.event(event);
        self.harness.run();
        self
    }

    fn copied(&mut self) -> String {
        self.harness.event(Event::Copy);
        self.harness.step();
        let commands = &self.harness.output().platform_output.commands;
        let copied = commands.iter().find_map(|command| match command {
            egui::OutputCommand::CopyText(text) => Some(text.clone()),
            _ => None,
        });
        self.harness.run();
        copied.expect("something is copied")
    }

    fn steps(&self) -> usize {
        self.window().session().steps().0
    }
}

#[test]
fn keys_move_from_cell_to_cell() {
    let mut desk = model();
    desk.click_containing("Nom, ligne 1 sur 4");
    let steps: [(Modifiers, Key, &str); 18] = [
        (NONE, Key::ArrowRight, "But, ligne 1"),
        (NONE, Key::ArrowDown, "But, ligne 2"),
        (NONE, Key::ArrowLeft, "Nom, ligne 2"),
        (NONE, Key::ArrowUp, "Nom, ligne 1"),
        (NONE, Key::ArrowUp, "Nom, ligne 1"),
        (NONE, Key::End, "Durée, ligne 1"),
        (NONE, Key::Home, "Nom, ligne 1"),
        (CTRL, Key::End, "Durée, ligne 4"),
        (CTRL, Key::Home, "Nom, ligne 1"),
        (CTRL, Key::ArrowDown, "Nom, ligne 4"),
        (CTRL, Key::ArrowRight, "Durée, ligne 4"),
        (CTRL, Key::ArrowUp, "Durée, ligne 1"),
        (NONE, Key::Tab, "Nom, ligne 2"),
        (SHIFT, Key::Tab, "Durée, ligne 1"),
        (NONE, Key::Enter, "Durée, ligne 2"),
        (SHIFT, Key::Enter, "Durée, ligne 1"),
        (NONE, Key::PageDown, "Durée, ligne 4"),
        (NONE, Key::PageUp, "Durée, ligne 1"),
    ];
    for (number, (modifiers, key, expected)) in steps.into_iter().enumerate() {
        desk.press(modifiers, key);
        assert_eq!(desk.active(), expected, "step {number}: {key:?}");
    }
    desk.press(CTRL, Key::End).press(NONE, Key::Tab);
    assert_eq!(desk.active(), "", "the table is left at its end");
}

#[test]
fn shift_and_the_keys_select_ranges_and_escape_leaves_a_cell() {
    let mut desk = model();
    desk.click_containing("Nom, ligne 1 sur 4");
    desk.press(SHIFT, Key::ArrowRight)
        .press(SHIFT, Key::ArrowDown);
    let range = [
        "But, ligne 1 sur 4",
        "But, ligne 2 sur 4",
        "Nom, ligne 1 sur 4",
        "Nom, ligne 2 sur 4",
    ];
    assert_eq!(desk.selected(), range);
    desk.press(NONE, Key::Escape);
    assert_eq!(desk.selected(), ["Nom, ligne 1 sur 4"]);
    desk.press(CTRL, Key::A);
    assert_eq!(desk.selected().len(), 12);
    desk.press(NONE, Key::Escape);
    desk.press(CTRL | SHIFT, Key::End);
    assert_eq!(desk.selected().len(), 12);
}

#[test]
fn a_letter_takes_the_place_of_what_the_cell_says_and_is_not_lost() {
    for letters in ["x", "ê", "É", " "] {
        let mut desk = model();
        desk.click_containing("But, ligne 1 sur 4")
            .type_text(letters)
            .type_text("a");
        assert_eq!(desk.table()[0], format!("c1|{letters}a|1 mois"));
        desk.press(NONE, Key::Enter);
        assert_eq!(desk.active(), "But, ligne 2");
    }
    // As an input method hands it over.
    let mut desk = model();
    desk.click_containing("But, ligne 1 sur 4");
    desk.send(Event::Ime(egui::ImeEvent::Commit("ê".into())));
    assert_eq!(desk.table()[0], "c1|ê|1 mois");
}

#[test]
fn editing_goes_on_at_the_end_and_escape_takes_it_back() {
    let mut desk = model();
    let before = desk.bytes();
    desk.click_containing("But, ligne 1 sur 4")
        .press(NONE, Key::F2)
        .type_text("x");
    assert_eq!(desk.table()[0], "c1|but 1x|1 mois");
    desk.type_text(" oui").press(NONE, Key::Escape);
    assert_eq!(desk.bytes(), before);
    assert_eq!(
        (desk.steps(), desk.active()),
        (0, "But, ligne 1".to_owned())
    );
    // What was done before the cell was edited stays.
    desk.press(NONE, Key::Delete)
        .type_text("autre")
        .press(NONE, Key::Escape);
    assert_eq!(desk.table()[0], "c1||1 mois");
    assert_eq!(desk.steps(), 1);
}

#[test]
fn a_cell_has_several_lines() {
    let mut desk = model();
    desk.click_containing("But, ligne 1 sur 4").type_text("un");
    desk.press(Modifiers::ALT, Key::Enter).type_text("deux");
    desk.press(SHIFT, Key::Enter)
        .type_text("trois")
        .press(NONE, Key::Enter);
    assert_eq!(desk.table()[0], "c1|un\ndeux\ntrois|1 mois");
    desk.press(NONE, Key::ArrowUp);
    assert_eq!(desk.copied(), "\"un\ndeux\ntrois\"");
}

#[test]
fn a_click_on_the_selected_cell_edits_it() {
    let mut desk = model();
    desk.click_containing("But, ligne 1 sur 4");
    assert_eq!(desk.active(), "But, ligne 1");
    desk.click_containing("But, ligne 1 sur 4")
        .press(NONE, Key::End)
        .type_text("x");
    assert_eq!(desk.table()[0], "c1|but 1x|1 mois");
    desk.click_containing("Nom, ligne 3 sur 4").type_text("z");
    assert_eq!(desk.table()[2], "z|but 3|3 mois");
}

#[test]
fn ranges_are_copied_cut_and_pasted_as_spreadsheets_do() {
    let mut desk = model();
    desk.click_containing("Nom, ligne 1 sur 4");
    desk.press(SHIFT, Key::ArrowRight)
        .press(SHIFT, Key::ArrowDown);
    assert_eq!(desk.copied(), "c1\tbut 1\r\nc2\tbut 2\r\n");
    desk.send(Event::Cut);
    assert_eq!(desk.table()[..2], ["||1 mois", "||2 mois"]);
    assert_eq!(desk.steps(), 1, "one step");
    desk.click_containing("But, ligne 4 sur 4");
    desk.send(Event::Paste("a\tb\tc\n\"d\n\"\"e\"\"\"\tf\n".into()));
    assert_eq!(desk.table()[3..], ["c4|a|b", "-|d\n\"e\"|f"]);
    assert_eq!(desk.steps(), 2, "one step");
    assert!(desk.shows("1 colonne collée dépassait"));
    assert_eq!(desk.selected().len(), 4, "what was pasted is selected");
    desk.press(CTRL, Key::Z).press(CTRL, Key::Z);
    assert_eq!(desk.bytes(), model().bytes());
}

#[test]
fn a_spreadsheet_s_own_table_is_pasted_rather_than_its_text() {
    #[derive(Debug)]
    struct Copied;
    impl Clipboard for Copied {
        fn html(&self) -> Option<String> {
            Some("<table><tr><td>a<br>b<td colspan=2>c<tr><td>d<td>e<td>f</table>".to_owned())
        }
    }
    let mut desk = model();
    let window = desk.harness.state_mut().as_mut().expect("it is there");
    window.set_clipboard(Arc::new(Copied));
    desk.click_containing("Nom, ligne 4 sur 4");
    desk.send(Event::Paste("a b\tc\t\nd\te\tf\n".into()));
    assert_eq!(desk.table()[3..], ["a\\\nb|c|", "d|e|f"]);
    assert_eq!(desk.steps(), 1, "one step");
}

#[test]
fn one_value_fills_a_range() {
    let mut desk = model();
    desk.click_containing("Durée, ligne 1 sur 4")
        .press(CTRL | SHIFT, Key::End);
    desk.send(Event::Paste("13 mois".into()));
    for row in desk.table() {
        assert!(row.ends_with("|13 mois"), "{row}");
    }
    assert_eq!(desk.steps(), 1);
    desk.press(NONE, Key::Delete);
    assert_eq!(desk.table()[3], "c4|but 4|");
}

#[test]
fn cells_are_filled_down() {
    let mut desk = model();
    desk.click_containing("But, ligne 1 sur 4")
        .press(CTRL | SHIFT, Key::End)
        .press(CTRL, Key::D);
    assert_eq!(
        desk.table()[1..],
        ["c2|but 1|1 mois", "c3|but 1|1 mois", "c4|but 1|1 mois"]
    );
    assert_eq!(desk.steps(), 1);
    let mut desk = model();
    desk.click_containing("Nom, ligne 2 sur 4")
        .press(CTRL, Key::D);
    assert_eq!(
        desk.table()[1],
        "c1|but 2|2 mois",
        "one cell takes what is above it"
    );
}

#[test]
fn rows_are_added_duplicated_moved_and_removed() {
    let mut desk = model();
    desk.click_containing("Nom, ligne 2 sur 4")
        .press(CTRL | SHIFT, Key::A)
        .type_text("neuf");
    desk.press(NONE, Key::Enter);
    assert_eq!(desk.table()[2], "neuf|-|-");
    desk.press(CTRL, Key::Z).press(CTRL, Key::Z);
    assert_eq!(desk.bytes(), model().bytes());

    desk.click_containing("Nom, ligne 2 sur 4")
        .press(SHIFT, Key::ArrowDown);
    desk.press(Modifiers::ALT, Key::ArrowUp);
    assert_eq!(
        desk.table(),
        [
            "c2|but 2|2 mois",
            "c3|but 3|3 mois",
            "c1|but 1|1 mois",
            "c4|but 4|4 mois"
        ]
    );
    assert_eq!(
        desk.active(),
        "Nom, ligne 1",
        "the selection goes with them"
    );
    desk.press(Modifiers::ALT, Key::ArrowDown);
    assert_eq!(desk.table(), model().table());

    desk.click("Tableau").click("Dupliquer la ligne");
    assert_eq!(desk.table()[3..5], ["c2|but 2|2 mois", "c3|but 3|3 mois"]);
    desk.press(CTRL, Key::Z);
    desk.click_containing("Nom, ligne 1 sur 4")
        .press(SHIFT, Key::ArrowDown);
    desk.click("Tableau").click("Supprimer la ligne");
    assert_eq!(desk.table(), ["c3|but 3|3 mois", "c4|but 4|4 mois"]);
}

#[test]
fn what_is_done_to_an_inherited_table_is_done_here_and_may_be_taken_everywhere() {
    let cases: [(&str, Act<'_>); 6] = [
        ("clear", &|desk| {
            desk.press(NONE, Key::Delete);
        }),
        ("paste", &|desk| {
            desk.send(Event::Paste("a\tb\nc\td".into()));
        }),
        ("move", &|desk| {
            desk.press(Modifiers::ALT, Key::ArrowDown);
        }),
        ("duplicate", &|desk| {
            desk.click("Tableau").click("Dupliquer la ligne");
        }),
        ("remove", &|desk| {
            desk.click("Tableau").click("Supprimer la ligne");
        }),
        ("add", &|desk| {
            desk.press(CTRL | SHIFT, Key::A);
        }),
    ];
    for (name, act) in cases {
        let mut desk = platform();
        let before = desk.bytes();
        desk.click_containing("Nom, ligne 2 sur 4")
            .press(SHIFT, Key::ArrowRight);
        act(&mut desk);
        assert_eq!(desk.steps(), 1, "{name}");
        assert!(desk.bytes().contains("adaptations"), "{name}: here first");
        assert!(desk.shows("Ces cellules ne changent qu’ici"), "{name}");
        let here = desk.table();
        desk.click("Modifier partout (1 plateforme)");
        assert!(
            !desk.bytes().contains("adaptations"),
            "{name}: {}",
            desk.bytes()
        );
        assert_eq!(desk.table(), here, "{name}");
        assert!(!desk.shows("Ces cellules ne changent qu’ici"), "{name}");
        desk.press(CTRL, Key::Z).press(CTRL, Key::Z);
        assert_eq!(desk.bytes(), before, "{name}");
    }
}

#[test]
fn what_was_done_here_is_decided_by_keys_or_taken_back() {
    let mut desk = platform();
    let before = desk.bytes();
    desk.click_containing("Nom, ligne 2 sur 4")
        .press(NONE, Key::Delete);
    desk.click("Revenir au modèle");
    assert_eq!(desk.bytes(), before);
    desk.press(NONE, Key::Delete).press(CTRL, Key::Enter);
    assert!(desk.bytes().contains("replace_cell"));
    assert!(!desk.shows("Ces cellules ne changent qu’ici"));
}

#[test]
fn cells_say_as_above() {
    let mut desk = model();
    let cell = desk.harness.get_by_label_contains("But, ligne 2 sur 4");
    cell.click_secondary();
    desk.harness.run();
    desk.click("Mettre « comme ci-dessus »");
    assert_eq!(desk.table()[1], "c2|^|2 mois");
    assert!(desk.shows("But, ligne 2 sur 4 : comme ci-dessus"));
    let cell = desk.harness.get_by_label_contains("But, ligne 2 sur 4");
    cell.click_secondary();
    desk.harness.run();
    desk.click("Ne plus mettre « comme ci-dessus »");
    assert_eq!(desk.table()[1], "c2||2 mois");
}

#[test]
fn a_cookies_form_explains_every_field_and_is_one_step() {
    let mut desk = model();
    desk.click_containing("Nom, ligne 1 sur 4")
        .press(NONE, Key::F4);
    assert!(desk.shows("Fiche du cookie, ligne 1 sur 4"));
    assert!(desk.shows("Le nom exact du cookie"));
    desk.focus("But").press(CTRL, Key::A).type_text("neuf");
    desk.focus("Note pour les collègues").type_text("vu");
    desk.click("Ligne suivante");
    assert!(desk.shows("Fiche du cookie, ligne 2 sur 4"));
    assert_eq!(
        (desk.table()[0].as_str(), desk.steps()),
        ("c1|neuf|1 mois", 1)
    );
    assert!(desk.bytes().contains("note: \"vu\""));
    desk.focus("Durée").press(CTRL, Key::A).type_text("jamais");
    desk.press(NONE, Key::Escape);
    assert_eq!(desk.steps(), 1, "Escape changes nothing");
    let before = desk.bytes();
    desk.press(NONE, Key::F4)
        .focus("Durée")
        .press(CTRL, Key::A)
        .type_text("1 an");
    desk.click("Appliquer");
    assert_eq!(desk.table()[1], "c2|but 2|1 an");
    desk.press(CTRL, Key::Z);
    assert_eq!(desk.bytes(), before);
}

#[test]
fn columns_are_added_labelled_moved_hidden_and_removed() {
    let mut desk = model();
    desk.click_containing("But, ligne 1 sur 4")
        .click("Tableau")
        .click("Ajouter une colonne…");
    assert!(desk.shows("communes à tous les tableaux"));
    desk.focus("Intitulé en français")
        .type_text("Domaine")
        .click("Ajouter");
    assert_eq!(desk.table()[0], "c1|but 1|-|1 mois");
    desk.click_containing("Domaine, ligne 1 sur 4")
        .type_text("domaine.fr")
        .press(NONE, Key::Enter);
    desk.click("Tableau").click("Déplacer la colonne à gauche");
    assert_eq!(desk.table()[0], "c1|domaine.fr|but 1|1 mois");
    desk.click("Tableau")
        .click("Intitulé et rôle de la colonne…");
    desk.focus("Intitulé en français")
        .press(CTRL, Key::A)
        .type_text("Où")
        .click("Appliquer");
    assert!(desk.shows("Où, ligne 1 sur 4 : domaine.fr"));
    desk.click_containing("Où, ligne 1 sur 4")
        .click("Tableau")
        .click("Masquer ou réafficher la colonne");
    assert_eq!(desk.table()[0], "c1|but 1|1 mois");
    desk.click("Afficher 1 colonne masquée");
    desk.click_containing("Où, ligne 1 sur 4")
        .click("Tableau")
        .click("Supprimer la colonne");
    assert!(!desk.bytes().contains("domaine.fr"), "its cells go with it");
    desk.undo_all();
    assert_eq!(desk.bytes(), model().bytes());
}

#[test]
fn a_table_is_given_another_nature_here() {
    let mut desk = platform();
    desk.click_containing("Catégorie et consentement : Cookies");
    desk.click("Réseaux sociaux").click("Appliquer");
    assert!(desk.bytes().contains("replace_nature"));
    assert!(desk.shows("avec le consentement du visiteur"));
    desk.press(CTRL, Key::Z);
    assert_eq!(desk.bytes(), platform().bytes());
}

#[test]
fn a_long_table_draws_what_is_in_sight_and_keeps_the_keyboard() {
    let session = Session::unsaved(with_rows(1000));
    let size = vec2(1300.0, 800.0);
    let mut desk = Desk::of_size(size, session, Interface::French, Answers::default());
    desk.click_containing("Nom, ligne 3 sur 1000")
        .press(CTRL, Key::End);
    assert_eq!(desk.active(), "Durée, ligne 1000");
    let cells = desk
        .harness
        .query_all_by_label_contains("Nom, ligne ")
        .count();
    assert!((5..60).contains(&cells), "{cells} rows have nodes");
    desk.press(NONE, Key::PageUp);
    let cell = desk.active();
    assert!(cell.starts_with("Durée, ligne 9"), "{cell}");
    let last = desk.harness.get_by_label_contains(&cell).rect();
    assert!(last.top() > 0.0 && last.bottom() < size.y, "{last:?}");
    assert!(
        last.height() > 10.0,
        "it is seen, and not only named: {last:?}"
    );
    assert!(
        desk.harness.query_all_by_label("Durée").next().is_some(),
        "the header stays"
    );
    // Scrolled away from, the cell keeps the keyboard.
    desk.press(CTRL, Key::Home)
        .type_text("zzz")
        .press(NONE, Key::Enter);
    assert_eq!(desk.table()[0], "zzz|but 1|1 mois");
    let strip = desk.harness.get_by_label("Adapter ici").rect();
    assert!(strip.bottom() < size.y, "the choice is in sight: {strip:?}");
    let cell = desk
        .harness
        .get_by_label_contains("Nom, ligne 1 sur 1000")
        .rect();
    assert!(cell.top() > 0.0, "and so is the cell: {cell:?}");
}

#[test]
fn the_question_after_filling_lies_over_no_cell_that_was_filled() {
    let session = Session::unsaved(with_rows(1000));
    let size = vec2(1300.0, 800.0);
    let mut desk = Desk::of_size(size, session, Interface::French, Answers::default());
    desk.click_containing("Nom, ligne 3 sur 1000")
        .press(CTRL, Key::End);
    for _ in 0..3 {
        desk.press(SHIFT, Key::ArrowUp);
    }
    desk.press(CTRL, Key::D);
    let strip = desk.harness.get_by_label("Adapter ici").rect();
    assert!(strip.top() > 0.0 && strip.bottom() < size.y, "{strip:?}");
    for row in 997..=1000 {
        let cell = format!("Durée, ligne {row} sur 1000");
        let cell = desk.harness.get_by_label_contains(&cell).rect();
        assert!(!cell.y_range().intersects(strip.y_range()), "{row}");
    }
}

#[test]
fn the_question_after_typing_lies_over_neither_the_cell_nor_its_heading() {
    for height in [480.0, 560.0, 640.0, 720.0] {
        let session = Session::unsaved(with_rows(1000));
        let size = vec2(1300.0, height);
        let mut desk = Desk::of_size(size, session, Interface::French, Answers::default());
        desk.bring_into_sight("Nom, ligne 1 sur 1000")
            .click_containing("Nom, ligne 1 sur 1000")
            .type_text("zzz");
        let question = desk.harness.get_by_label("Adapter ici").rect();
        assert!(question.bottom() < height, "{height}: {question:?}");
        for name in ["Durée", "Nom, ligne 1 sur 1000"] {
            let mut parts = desk.harness.query_all_by_label_contains(name);
            let part = parts.next().expect("it is there").rect();
            assert!(
                part.bottom() <= question.top(),
                "{height}: {name} at {part:?}, {question:?}"
            );
        }
    }
}

#[test]
fn a_click_in_the_preview_selects_the_cell() {
    let mut desk = model();
    let right = desk
        .harness
        .query_all_by_label_contains("but 3")
        .max_by(|one, other| one.rect().left().total_cmp(&other.rect().left()));
    right.expect("the preview shows it").click();
    desk.harness.run();
    assert_eq!(desk.active(), "But, ligne 3");
    desk.type_text("x");
    assert_eq!(desk.table()[2], "c3|x|3 mois");
}

#[test]
fn control_and_an_arrow_go_to_the_edge_of_what_is_filled() {
    let mut desk = model();
    // « But » is empty in the rows 2 and 3.
    for row in [2, 3] {
        desk.click_containing(&format!("But, ligne {row} sur 4"))
            .press(NONE, Key::Delete);
    }
    desk.click_containing("But, ligne 1 sur 4");
    let steps = [
        (Key::ArrowDown, "But, ligne 4"),
        (Key::ArrowUp, "But, ligne 1"),
        (Key::ArrowUp, "But, ligne 1"),
        (Key::ArrowRight, "Durée, ligne 1"),
        (Key::ArrowDown, "Durée, ligne 4"),
    ];
    for (number, (key, expected)) in steps.into_iter().enumerate() {
        desk.press(CTRL, key);
        assert_eq!(desk.active(), expected, "step {number}: {key:?}");
    }
    desk.click_containing("Nom, ligne 2 sur 4");
    desk.press(CTRL, Key::ArrowRight);
    assert_eq!(desk.active(), "Durée, ligne 2", "over what is empty");
    desk.press(CTRL | SHIFT, Key::ArrowLeft);
    assert_eq!(desk.selected().len(), 3);
}

#[test]
fn a_block_is_pasted_as_often_as_it_goes_into_the_selection() {
    let mut desk = model();
    desk.click_containing("Nom, ligne 1 sur 4")
        .press(SHIFT, Key::ArrowRight)
        .press(CTRL | SHIFT, Key::ArrowDown);
    desk.send(Event::Paste("a\tb\nc\td\n".into()));
    assert_eq!(
        desk.table(),
        ["a|b|1 mois", "c|d|2 mois", "a|b|3 mois", "c|d|4 mois"]
    );
    assert_eq!((desk.steps(), desk.selected().len()), (1, 8));
    // Three rows are no multiple of two: once.
    let mut desk = model();
    desk.click_containing("Nom, ligne 1 sur 4");
    for _ in 0..2 {
        desk.press(SHIFT, Key::ArrowDown);
    }
    desk.send(Event::Paste("a\nc\n".into()));
    assert_eq!(
        desk.table()[..3],
        ["a|but 1|1 mois", "c|but 2|2 mois", "c3|but 3|3 mois"]
    );
}

#[test]
fn cells_are_pasted_as_plain_text_by_their_own_keys() {
    #[derive(Debug)]
    struct Copied;
    impl Clipboard for Copied {
        fn html(&self) -> Option<String> {
            Some("<table><tr><td><b>a</b><td>b</table>".to_owned())
        }
    }
    let mut desk = model();
    let window = desk.harness.state_mut().as_mut().expect("it is there");
    window.set_clipboard(Arc::new(Copied));
    desk.click_containing("Nom, ligne 1 sur 4");
    desk.press(CTRL | SHIFT, Key::V);
    desk.send(Event::Paste("a\tb".into()));
    assert_eq!(desk.table()[0], "a|b|1 mois");
    desk.send(Event::Paste("a\tb".into()));
    assert_eq!(desk.table()[0], "**a**|b|1 mois", "that once alone");
}

#[test]
fn what_says_as_above_is_copied_as_what_it_stands_for() {
    let mut desk = model();
    let cell = desk.harness.get_by_label_contains("But, ligne 2 sur 4");
    cell.click_secondary();
    desk.harness.run();
    desk.click("Mettre « comme ci-dessus »");
    desk.click_containing("Nom, ligne 2 sur 4")
        .press(SHIFT, Key::ArrowRight);
    assert_eq!(desk.copied(), "c2\tbut 1\r\n");
}

#[test]
fn the_lines_of_a_cell_are_lines_of_the_page() {
    let mut desk = model();
    desk.click_containing("But, ligne 1 sur 4").type_text("un");
    desk.press(SHIFT, Key::Enter)
        .type_text("deux")
        .press(NONE, Key::Enter);
    assert_eq!(desk.table()[0], "c1|un\ndeux|1 mois");
    assert!(desk.shows("un\ndeux"), "the preview has two lines");
}
