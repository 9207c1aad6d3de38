//! Everything that the window can show, each brought there as a person would: by names and keys.
//!
//! One line in [`STATES`] has a state looked at by everything that looks at all of them: the
//! checks of `looks` and the pictures.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, SystemTime};

use chartrier::model::{
    Adaptation, CharterEdit, Collection, Edit, Element, ListEdit, Owner, PlatformEdit, PlatformId,
    SectionId, Text, TextEdit,
};
use chartrier::render::{Design, Format, render};
use chartrier::store::{self, Notation};
use chartrier::ui::Window;
use chartrier::ui::command::Command;
use chartrier::words::Interface;
use chartrier::workspace::files::{self, recovery};
use chartrier::workspace::{Change, Deed, Place, Session, Starter, examples};
use egui::accesskit::Role as AccessRole;
use egui::{
    Event, Key, Modifiers, MouseWheelSource, MouseWheelUnit, Theme, TouchPhase, Vec2, vec2,
};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use crate::desk::{Answers, Desk};

/// Something that the window can show.
pub struct State {
    pub name: &'static str,
    /// What is open at first.
    session: fn() -> Session,
    /// What a person does then.
    bring: fn(&mut Desk),
}

/// What is shown, one line each: its name, what is open at first, and what is done then.
pub const STATES: &[State] = &[
    state("platform", on_examples, |_| {}),
    state("model", on_examples, |desk| {
        desk.look_at_model();
    }),
    state("properties", on_examples, |desk| {
        desk.click(&desk.say("properties"));
    }),
    state("typed", on_examples, |desk| {
        desk.type_into_why();
    }),
    state("adapted", on_examples, |desk| {
        desk.type_into_why().press(Modifiers::COMMAND, Key::Enter);
    }),
    state("hidden-section", on_examples, |desk| {
        desk.click_about("section-menu", "section", WHY);
        desk.click(&desk.say(Command::HideSection.key()));
    }),
    state("table", on_examples, |desk| {
        desk.show_table();
    }),
    state("cell", on_examples, |desk| {
        desk.edit_cell();
    }),
    state("cell-typed", on_examples, |desk| {
        desk.edit_cell().type_text("Coquelicot ");
    }),
    state("row-menu", on_examples, |desk| {
        desk.show_table().click_about("row-menu", "row", "1");
    }),
    state("menu-file", on_examples, |desk| desk.open_menu("menu-file")),
    state("menu-edit", on_examples, |desk| {
        desk.type_into_why().open_menu("menu-edit");
    }),
    state("menu-view", on_examples, |desk| desk.open_menu("menu-view")),
    state("menu-charter", on_examples, |desk| {
        desk.open_menu("menu-charter");
    }),
    state("menu-section", on_examples, |desk| {
        desk.go_into_why().open_menu("menu-section");
    }),
    state("menu-text", on_examples, |desk| {
        desk.go_into_why().open_menu("menu-text");
    }),
    state("menu-table", on_examples, |desk| {
        desk.edit_cell().open_menu("menu-table");
    }),
    state("menu-help", on_examples, |desk| desk.open_menu("menu-help")),
    state("section-actions", on_examples, |desk| {
        desk.click_about("section-menu", "section", WHY);
    }),
    state("find", on_examples, |desk| {
        desk.run(Command::Find);
        desk.type_text("cookie");
    }),
    state("replace", on_examples, |desk| {
        desk.run(Command::Replace);
        desk.type_text("cookie");
    }),
    state("palette", on_examples, |desk| desk.run(Command::Palette)),
    state("quick-open", on_examples, |desk| {
        desk.run(Command::QuickOpen);
    }),
    state("history", on_examples, |desk| {
        desk.type_into_why().run(Command::History);
    }),
    state("new", on_examples, |desk| desk.run(Command::New)),
    state("unsaved", on_examples, |desk| {
        desk.type_into_why().run(Command::New);
        desk.click(&desk.say("starter-empty"));
    }),
    state("start", on_examples, |desk| desk.run(Command::Start)),
    state("start-recent", on_recent, |desk| {
        desk.open_file(RECENT);
        desk.command(Command::Start);
    }),
    state("menu-recent", on_recent, |desk| {
        desk.open_file(RECENT);
        desk.open_menu("menu-file");
        desk.click_containing(&desk.say("menu-recent"));
    }),
    state("menu-theme", on_examples, |desk| {
        desk.open_submenu("menu-theme");
    }),
    state("menu-preview", on_examples, |desk| {
        desk.open_submenu("menu-preview");
    }),
    state("menu-translation", on_examples, |desk| {
        desk.open_submenu("menu-translation");
    }),
    state("menu-zoom", on_examples, |desk| {
        desk.open_submenu("menu-zoom");
    }),
    state("menu-interface-language", on_examples, |desk| {
        desk.open_submenu("menu-interface-language");
    }),
    state("changed", on_file, |desk| {
        let _alone = alone();
        std::fs::write(path_to("chartes.ron"), "someone else's").expect("it can be written");
        desk.harness.event(Event::WindowFocused(true));
        let title = desk.say("changed-title");
        desk.wait_until("told", |desk| desk.shows(&title));
    }),
    state("recover", on_examples, |desk| {
        let _alone = alone();
        let folder = left_behind();
        let window = desk.harness.state_mut().as_mut();
        window.expect("it is there").keep_aside_in(folder);
        let title = desk.say("recover-title");
        desk.wait_until("offered", |desk| desk.shows(&title));
    }),
    state("path-open", on_examples, |desk| desk.run(Command::Open)),
    state("path-save", on_examples, |desk| desk.run(Command::SaveAs)),
    state("path-wrong", on_examples, |desk| {
        desk.run(Command::Open);
        desk.type_text("/nulle-part/chartes.ron")
            .press(Modifiers::NONE, Key::Enter);
        let told = desk.either("Ce fichier n’existe pas", "There is no such file");
        desk.wait_until("told", |desk| desk.shows(told));
    }),
    state("add-platform", on_examples, |desk| {
        desk.run(Command::AddPlatform);
    }),
    state("add-platform-wrong", on_examples, |desk| {
        desk.run(Command::AddPlatform);
        desk.type_text("pas une adresse");
    }),
    state("add-model", on_examples, |desk| {
        desk.run(Command::AddModel);
    }),
    state("add-platform-named", on_examples, |desk| {
        desk.run(Command::AddPlatform);
        desk.type_text("https://valbrune.example");
    }),
    state("add-model-copy", on_examples, |desk| {
        desk.run(Command::AddModel);
        desk.click(&desk.say("model-copy"));
    }),
    state("remove-model", on_examples, |desk| {
        desk.look_at_model().command(Command::RemovePlatform);
    }),
    state("collection", on_examples, |desk| {
        desk.command(Command::CollectionProperties);
    }),
    state("collection-below", on_examples, |desk| {
        desk.command(Command::CollectionProperties);
        let add = desk.say("fact-add");
        let field = desk.acting(&add);
        field.scroll_to_me();
        desk.harness.run();
    }),
    state("remove-language", on_examples, |desk| {
        desk.command(Command::CollectionProperties);
        desk.click(&desk.say_about("list-remove", "name", "en"));
    }),
    state("remove-field", on_examples, |desk| {
        desk.command(Command::CollectionProperties);
        let field = desk.either("Contact de l’éditeur", "How to reach the publisher");
        desk.click(&desk.say_about("list-remove", "name", field));
    }),
    state("remove-fact", on_examples, |desk| {
        desk.command(Command::CollectionProperties);
        let fact = desk.either("Vidéos YouTube", "YouTube videos");
        let remove = desk.say_about("list-remove", "name", fact);
        desk.acting(&remove).scroll_to_me();
        desk.harness.run();
        desk.click(&remove);
        let keep = desk.say("keep");
        desk.acting(&keep).scroll_to_me();
        desk.harness.run();
    }),
    state("field-opened", on_examples, |desk| {
        desk.command(Command::CollectionProperties);
        desk.click("{{ publisher.contact }}");
    }),
    state("properties-of-model", on_examples, |desk| {
        desk.look_at_model().command(Command::Properties);
    }),
    state("properties-below", on_examples, |desk| {
        desk.look_at("Données Valbrune")
            .command(Command::Properties);
        let facts = desk.say("property-facts");
        desk.bring_into_sight(&facts);
    }),
    state("languages-of-platform", on_examples, |desk| {
        desk.click(&desk.say("properties"));
        let as_collection = desk.say("languages-as-collection");
        let (before, _) = as_collection.split_once('(').expect("it says which");
        desk.click_containing(&format!("{before}("));
        desk.bring_into_sight(&desk.say("property-facts"));
    }),
    state("follow-choice", on_examples, |desk| {
        desk.click(&desk.say("properties"));
        let name = format!("{} {}", desk.say("add-follows"), desk.model());
        desk.click(&name);
    }),
    state("removed-platform", on_examples, |desk| {
        desk.command(Command::RemovePlatform);
    }),
    state("rename", on_examples, |desk| {
        desk.command(Command::Rename);
    }),
    state("platform-menu", on_examples, |desk| {
        let name = desk.say_about("platform-named", "name", "data.caf.fr");
        desk.click_other(&name);
    }),
    state("filter", on_examples, |desk| {
        desk.focus(&desk.say("filter")).type_text("caf");
    }),
    state("filter-nothing", on_examples, |desk| {
        desk.focus(&desk.say("filter")).type_text("zzz");
    }),
    state("panels-away", on_examples, |desk| {
        desk.command(Command::ShowPlatforms);
        desk.command(Command::ShowPreview);
    }),
    state("no-findings", on_examples, |desk| {
        desk.command(Command::ShowFindings);
    }),
    state("saved", on_examples, |desk| {
        let _alone = alone();
        let path = path_to("enregistre.ron");
        let _ = std::fs::remove_file(&path);
        desk.run(Command::SaveAs);
        desk.press(Modifiers::COMMAND, Key::A)
            .type_text(&path)
            .press(Modifiers::NONE, Key::Enter);
        let saved = desk.say("notice-saved");
        desk.wait_until("saved", |desk| desk.shows(&saved));
    }),
    state("palette-found", on_examples, |desk| {
        desk.run(Command::Palette);
        desk.type_text("tabl");
    }),
    state("palette-nothing", on_examples, |desk| {
        desk.run(Command::Palette);
        desk.type_text("zzz");
    }),
    state("quick-open-found", on_examples, |desk| {
        desk.run(Command::QuickOpen);
        desk.type_text("matomo");
    }),
    state("find-nothing", on_examples, |desk| {
        desk.run(Command::Find);
        desk.type_text("zzz");
    }),
    state("replaced", on_examples, |desk| {
        desk.run(Command::Replace);
        desk.type_text("cookie");
        desk.focus(&desk.say("find-with")).type_text("Cookie");
        let all = desk.say("find-replace-all");
        let (before, _) = all.split_once('(').expect("it says how many");
        desk.click_containing(&format!("{before}("));
    }),
    state("outline", on_examples, |desk| {
        desk.look_at("Données Valbrune");
        desk.click(&desk.say("outline"));
    }),
    state("collapsed", on_examples, |desk| {
        desk.look_at("Données Valbrune")
            .command(Command::CollapseAll);
    }),
    state("standing", on_examples, |desk| {
        desk.go_into_why()
            .press(Modifiers::ALT | Modifiers::SHIFT, Key::ArrowDown)
            .press(Modifiers::ALT | Modifiers::SHIFT, Key::ArrowRight);
    }),
    state("own-section", on_examples, |desk| {
        desk.look_at("Données Valbrune");
        desk.bring_into_sight(&desk.say_about("body-of", "section", OWN));
    }),
    state("section-origin", on_examples, |desk| {
        let inherited = desk.say_about("inherited", "name", desk.model());
        let of = desk.say_about("heading-of", "section", WHY);
        desk.click(&format!("{inherited}, {of}"));
    }),
    state("section-condition", on_examples, |desk| {
        desk.look_at_model()
            .click_about("section-menu", "section", WHY);
        desk.click_containing(&desk.say("condition"));
    }),
    state("section-everywhere", on_examples, |desk| {
        desk.click_about("section-menu", "section", WHY);
        let everywhere = desk.say_about("everywhere-menu", "count", "3");
        let (before, _) = everywhere.split_once('(').expect("it says how many");
        desk.click_containing(&format!("{before}("));
    }),
    state("note", on_examples, |desk| {
        desk.click_about("section-menu", "section", WHY);
        desk.click(&desk.say("note-edit"));
    }),
    state("ready-here", on_examples, |desk| {
        desk.go_into_why().press(Modifiers::COMMAND, Key::Enter);
    }),
    state("everywhere", on_examples, |desk| {
        desk.go_into_why()
            .press(Modifiers::COMMAND | Modifiers::SHIFT, Key::Enter);
    }),
    state("difference", on_examples, |desk| {
        desk.type_into_why().press(Modifiers::COMMAND, Key::Enter);
        desk.command(Command::Difference);
    }),
    state("moved-on", on_moved_on, |desk| {
        desk.look_at("Données Valbrune");
        let name = desk.say_about("body-of", "section", MATOMO);
        desk.bring_into_sight(&name).focus(&name);
        desk.bring_into_sight(&desk.say("adapted-moved-on"));
    }),
    state("difference-moved-on", on_moved_on, |desk| {
        desk.look_at("Données Valbrune");
        let name = desk.say_about("body-of", "section", MATOMO);
        desk.bring_into_sight(&name).focus(&name);
        desk.command(Command::Difference);
    }),
    state("difference-merge", on_moved_on, |desk| {
        desk.look_at("Données Valbrune");
        let name = desk.say_about("body-of", "section", MATOMO);
        desk.bring_into_sight(&name).focus(&name);
        desk.command(Command::Difference);
        desk.click(&desk.say("moved-merge"));
    }),
    state("moved", on_moved_on, |desk| desk.review_moved()),
    state("moved-merge", on_moved_on, |desk| {
        desk.review_moved();
        desk.click(&desk.say("moved-merge"));
    }),
    state("moved-none", on_moved_on, |desk| {
        desk.review_moved();
        desk.click(&desk.say("moved-keep"));
    }),
    state("moved-counted", on_moved_on, |desk| {
        let counted = desk.either("1 adaptation à revoir", "1 adaptation to review");
        desk.wait_until("counted", |desk| desk.shows(counted));
    }),
    state("follow", on_two_models, |desk| {
        desk.look_at("Données Valbrune");
        desk.command(Command::Properties);
        let name = format!("{} {}", desk.say("add-follows"), desk.model());
        desk.bring_into_sight(&name).click(&name);
        desk.click("Commune 2");
    }),
    state("lift", on_examples, |desk| {
        desk.command(Command::Lift);
    }),
    state("lift-found", on_examples, |desk| {
        desk.command(Command::Lift);
        desk.type_text("Portails");
        desk.click(&desk.say("lift-all"));
        desk.click(&desk.say("lift-look"));
        let found = desk.say("lift-do");
        desk.wait_until("found", |desk| desk.shows(&found));
    }),
    state("lift-nothing", on_strangers, |desk| {
        desk.command(Command::Lift);
        desk.type_text("Portails");
        desk.click(&desk.say("lift-all"));
        desk.click(&desk.say("lift-look"));
        let told = desk.say("lift-too-few");
        desk.wait_until("told", |desk| desk.shows(&told));
    }),
    state("link", on_examples, |desk| {
        desk.go_into_why().command(Command::Link);
    }),
    state("link-wrong", on_examples, |desk| {
        desk.go_into_why().command(Command::Link);
        desk.type_text("ftp://data");
    }),
    state("insert-field", on_examples, |desk| {
        desk.go_into_why().command(Command::InsertField);
    }),
    state("completion", on_examples, |desk| {
        desk.go_into_why().type_text(" {{");
    }),
    state("text-menu", on_examples, |desk| {
        let name = desk.say_about("body-of", "section", WHY);
        desk.bring_into_sight(&name);
        desk.acting(&name).click_secondary();
        desk.harness.run();
    }),
    state("cell-menu", on_examples, |desk| {
        let cell = desk.cell();
        desk.show_table().click_other(cell);
    }),
    state("column-menu", on_examples, |desk| {
        desk.edit_cell().press(Modifiers::NONE, Key::Escape);
        desk.acting("Prestataire").click_secondary();
        desk.harness.run();
    }),
    state("range", on_examples, |desk| {
        desk.edit_cell()
            .press(Modifiers::NONE, Key::Escape)
            .press(Modifiers::SHIFT, Key::ArrowDown)
            .press(Modifiers::SHIFT, Key::ArrowRight);
    }),
    state("filled", on_examples, |desk| {
        desk.edit_cell()
            .press(Modifiers::NONE, Key::Escape)
            .press(Modifiers::NONE, Key::ArrowRight)
            .press(Modifiers::SHIFT, Key::ArrowDown)
            .press(Modifiers::COMMAND, Key::D);
    }),
    state("paste-left-out", on_examples, |desk| {
        desk.edit_cell()
            .press(Modifiers::NONE, Key::Escape)
            .harness
            .event(Event::Paste("1\t2\t3\t4\t5\t6\t7".to_owned()));
        desk.harness.run();
    }),
    state("hidden-row", on_examples, |desk| {
        desk.edit_cell()
            .press(Modifiers::NONE, Key::Escape)
            .command(Command::HideRow);
    }),
    state("cookie-form", on_examples, |desk| {
        desk.edit_cell().command(Command::CookieForm);
    }),
    state("cookie-form-of-model", on_examples, |desk| {
        desk.look_at_model();
        desk.edit_cell().command(Command::CookieForm);
    }),
    state("add-column", on_examples, |desk| {
        desk.edit_cell().command(Command::AddColumn);
    }),
    state("edit-column", on_examples, |desk| {
        desk.edit_cell().command(Command::EditColumn);
    }),
    state("column-role", on_examples, |desk| {
        desk.edit_cell().command(Command::AddColumn);
        let role = desk.say("column-role");
        let mut all = desk.harness.query_all_by_label(&role);
        let is_list =
            |node: &egui_kittest::Node<'_>| node.accesskit_node().role() == AccessRole::ComboBox;
        all.find(is_list).expect("it is offered").click();
        drop(all);
        desk.harness.run();
    }),
    state("hidden-column", on_examples, |desk| {
        desk.look_at_model();
        desk.edit_cell()
            .press(Modifiers::NONE, Key::Escape)
            .command(Command::HideColumn);
        desk.bring_into_sight(desk.either("Nom du cookie, ligne 1", "Nom du cookie, row 1"));
    }),
    state("nature-other", on_examples, |desk| {
        desk.edit_cell().command(Command::EditTable);
        desk.click(&desk.say("category-other"));
    }),
    state("nature", on_examples, |desk| {
        desk.edit_cell().command(Command::EditTable);
    }),
    state("source-html", on_examples, |desk| desk.show_source("html")),
    state("source-copied", on_examples, |desk| {
        desk.show_source("html");
        desk.click(&desk.say("preview-copy"));
    }),
    state("source-fragment", on_examples, |desk| {
        desk.show_source("fragment");
    }),
    state("source-markdown", on_examples, |desk| {
        desk.show_source("markdown");
    }),
    state("source-text", on_examples, |desk| desk.show_source("text")),
    state("source-list", on_examples, |desk| {
        desk.show_source("text");
        desk.open_source_list();
    }),
    state("source-csv", on_examples, |desk| {
        desk.show_source_of_list("csv");
    }),
    state("source-klaro", on_examples, |desk| {
        desk.show_source_of_list("klaro");
    }),
    state("pdf-pages", on_examples, |desk| {
        desk.show_pages();
    }),
    state("phone", on_examples, |desk| {
        desk.command(Command::PhoneWidth);
    }),
    state("changes-marked", on_examples, |desk| {
        desk.type_into_why()
            .press(Modifiers::COMMAND, Key::Enter)
            .command(Command::MarkChanges);
    }),
    state("preview-menu", on_examples, |desk| {
        let size = desk.harness.ctx.content_rect().right();
        let all: Vec<_> = desk
            .harness
            .query_all_by_label_contains("Cette page vous dit")
            .collect();
        let there = all.iter().find(|node| node.rect().left() > size * 0.5);
        there.expect("the preview shows it").click_secondary();
        desk.harness.run();
    }),
    state("reference", on_examples, |desk| {
        desk.look_at("Données Valbrune")
            .command(Command::NextLanguage);
        desk.command(Command::ShowReference);
    }),
    state("to-translate", on_untranslated, |desk| {
        desk.look_at("Données Valbrune")
            .command(Command::NextLanguage);
        desk.command(Command::ShowReference);
    }),
    state("everywhere-found", on_examples, |desk| {
        desk.run(Command::FindEverywhere);
        desk.look_everywhere_for("cookie");
    }),
    state("everywhere-nothing", on_examples, |desk| {
        desk.run(Command::FindEverywhere);
    }),
    state("everywhere-replace", on_examples, |desk| {
        desk.run(Command::ReplaceEverywhere);
        desk.look_everywhere_for("platform");
        let with = desk.say("everywhere-with");
        desk.focus(&with).type_text("portail");
    }),
    state("everywhere-wrong", on_examples, |desk| {
        desk.run(Command::FindEverywhere);
        let pattern = desk.say("everywhere-pattern");
        desk.harness.get_by_label(&pattern).click();
        let field = desk.say("everywhere-words");
        desk.focus(&field).type_text("(cookie");
    }),
    state("translations", on_untranslated, |desk| {
        desk.run(Command::ShowTranslations);
        desk.click(&desk.say("translations-all"));
        let line = desk.either("À traduire en anglais", "To translate into English");
        desk.wait_until("gathered", |desk| desk.shows(line));
    }),
    state("translations-progress", on_untranslated, |desk| {
        desk.run(Command::ShowTranslations);
        desk.click(&desk.say("translations-shares"));
        desk.wait_until("gathered", |desk| desk.shows("fr") && desk.shows("100"));
    }),
    state("outdated", on_examples, |desk| {
        desk.look_at_model().type_into_why();
        desk.press(Modifiers::NONE, Key::F5);
        let line = desk.either("À revoir en anglais", "To read again in English");
        desk.wait_until("gone to", |desk| desk.shows(line));
        desk.harness.run();
    }),
    state("export", on_examples, |desk| desk.run(Command::Export)),
    state("export-chosen", on_examples, |desk| {
        desk.run(Command::Export);
        desk.click(&desk.say("choose"));
    }),
    state("export-report", on_examples, |desk| {
        let _alone = alone();
        desk.run(Command::Export);
        let folder = desk.say("export-folder");
        desk.focus(&folder).press(Modifiers::COMMAND, Key::A);
        desk.type_text(&path_to("pages"));
        desk.click(&desk.say("export-do"));
        let written = desk.either("Ouvrir le dossier", "Open the folder");
        desk.wait_until("exported", |desk| desk.shows(written));
    }),
    state("export-leftovers", on_examples, |desk| {
        let _alone = alone();
        let folder = PathBuf::from(path_to("old-pages"));
        let page = folder.join("une-ancienne/fr/charter.txt");
        std::fs::create_dir_all(page.parent().expect("it has one")).expect("a folder");
        std::fs::write(&page, "").expect("it can be written");
        let manifest = r#"{"files": [{"path": "une-ancienne/fr/charter.txt", "sha256": "", "size": 0,
            "platform": "une-ancienne", "language": "fr", "format": "text"}]}"#;
        std::fs::write(folder.join("manifest.json"), manifest).expect("it can be written");
        desk.run(Command::Export);
        let name = desk.say("export-folder");
        desk.focus(&name).press(Modifiers::COMMAND, Key::A);
        desk.type_text(&path_to("old-pages"));
        desk.click(&desk.say("export-do"));
        desk.wait_until("exported", |desk| desk.shows("une-ancienne/fr/charter.txt"));
    }),
    state("conflicts", on_conflicts, |desk| {
        desk.run(Command::Conflicts);
    }),
    state("conflicts-text", on_merged, |desk| {
        desk.run(Command::Conflicts);
    }),
    state("conflicts-merge", on_merged, |desk| {
        desk.run(Command::Conflicts);
        desk.click(&desk.say("moved-merge"));
    }),
    state("conflicts-platform", on_merged, |desk| {
        desk.run(Command::Conflicts);
        desk.click(&desk.say("conflicts-next"));
    }),
    state("compare", on_file, |desk| {
        desk.run(Command::Compare);
    }),
    state("compared-charters", on_file, |desk| {
        desk.look_at("Données Valbrune");
        desk.run(Command::Compare);
        desk.type_text(desk.either("modèle", "model"));
        desk.press(Modifiers::NONE, Key::Enter);
    }),
    state("releases-none", on_file, |desk| {
        desk.command(Command::ShowReleases);
        let none = desk.say("releases-none");
        desk.wait_until("read", |desk| desk.shows(&none));
    }),
    state("publish", on_new_file, |desk| {
        desk.command(Command::Publish);
        let title = desk.say("publish-title");
        desk.wait_until("asked", |desk| desk.shows(&title));
    }),
    state("publish-findings", on_untranslated_file, |desk| {
        desk.publish("publish-one-finding");
    }),
    state("publish-report", on_new_file, |desk| {
        desk.publish("export-open-folder");
    }),
    state("releases", on_new_file, |desk| {
        desk.publish_twice();
    }),
    state("releases-all", on_new_file, |desk| {
        desk.publish_twice();
        desk.click(&desk.say("releases-all"));
    }),
    state("releases-broken", on_new_file, |desk| {
        desk.publish("export-open-folder");
        desk.click(&desk.say("close"));
        let path = desk.window().session().path().expect("it is in a file");
        let register = files::register_folder(path);
        let release = register.join("data-caf-fr-0001.json");
        std::fs::write(release, "{}").expect("it can be written");
        desk.command(Command::ShowReleases);
        let told = desk.either("a été modifiée depuis", "was changed after");
        desk.wait_until("told", |desk| desk.shows(told));
    }),
    state("releases-compared", on_new_file, |desk| {
        desk.publish_twice();
        let values = [("number", 2.into())];
        let since = desk
            .words
            .say_of("release-now-spoken", &values)
            .into_owned();
        desk.click(&since);
    }),
    state("check-online", on_new_file, |desk| {
        desk.publish_twice();
        desk.command(Command::CheckOnline);
    }),
    state("presentation", on_file, |desk| {
        desk.run(Command::Presentation);
    }),
    state("presentation-wrong", on_file, |desk| {
        desk.run(Command::Presentation);
        desk.focus(&desk.say("presentation-logo"));
        desk.type_text("images/logo.png");
        desk.click(&desk.say("presentation-do"));
        let told = desk.either("ne peut pas être lu", "cannot be read");
        desk.wait_until("told", |desk| desk.shows(told));
    }),
    state("export-failed", on_findings, |desk| {
        let _alone = alone();
        desk.run(Command::Export);
        let folder = desk.say("export-folder");
        desk.focus(&folder).press(Modifiers::COMMAND, Key::A);
        desk.type_text(&path_to("pages"));
        desk.click(&desk.say("export-do"));
        let failed = desk.either("Échec de l’export", "Not exported");
        desk.wait_until("told", |desk| desk.shows(failed));
    }),
    state("overwrite", on_file, |desk| {
        let _alone = alone();
        std::fs::write(path_to("chartes.ron"), "someone else's").expect("it can be written");
        desk.type_into_why();
        desk.run(Command::Save);
        let title = desk.say("overwrite-title");
        desk.wait_until("asked", |desk| desk.shows(&title));
    }),
    state("comments", on_commented_file, |desk| {
        desk.type_into_why();
        desk.run(Command::Save);
    }),
    state("message", on_examples, |desk| {
        let message = desk.say("work-lost");
        let window = desk.harness.state_mut().as_mut();
        window.expect("it is there").tell(message);
        desk.harness.run();
    }),
    state("shortcuts", on_examples, |desk| {
        desk.run(Command::Shortcuts);
    }),
    state("about", on_examples, |desk| desk.run(Command::About)),
    state("import-review", on_examples, |desk| {
        desk.import("avis.html");
    }),
    state("import-new", on_nothing, |desk| desk.import("avis.html")),
    state("import-choice", on_nothing, |desk| {
        desk.import("avis.html");
        let values = [
            ("column", desk.say("import-column-charter").into()),
            ("line", 5.into()),
        ];
        let choice = desk.words.say_of("import-cell", &values).into_owned();
        desk.click_containing(&format!("{choice},"));
    }),
    state("import-form", on_nothing, |desk| {
        desk.import("avis.html");
        desk.click_containing(&desk.say("import-form-new-model"));
    }),
    state("import-notes", on_examples, |desk| {
        desk.import_changed();
        let notes = desk.say("import-notes");
        let (before, _) = notes.split_once(':').expect("it says how many");
        desk.click_containing(before.trim());
    }),
    state("import-changed", on_examples, |desk| {
        desk.import_changed();
    }),
    state("import-compare", on_examples, |desk| {
        desk.import_changed();
        desk.click_containing(&desk.say("import-compare"));
    }),
    state("import-lost-languages", on_examples, |desk| {
        let page = crate::dropped::PAGE.replace("data.exemple.fr", "donnees.valbrune.example");
        desk.import_page(&page);
    }),
    state("import-one-of-several", on_examples, |desk| {
        desk.import("");
        desk.click(&desk.say_about("import-review-of", "source", "avis.html"))
            .settle();
    }),
    state("import-table", on_nothing, |desk| {
        desk.import("avis.html");
        let sight = desk.harness.ctx.content_rect().center();
        desk.harness.hover_at(sight);
        desk.press(Modifiers::NONE, Key::PageDown);
    }),
    state("reviewed", on_examples, |desk| {
        desk.drop_files(&[crate::dropped::reviewed()]);
    }),
    state("import-several", on_examples, |desk| desk.import("")),
    state("import-leave", on_nothing, |desk| {
        desk.import("");
        let leave = desk.say_about("import-takes-part", "source", "avis.html");
        desk.click(&leave).press(Modifiers::NONE, Key::Escape);
    }),
    state("path-import", on_examples, |desk| desk.run(Command::Import)),
    state("board", on_moved_on, |desk| {
        desk.show_board();
    }),
    state("board-found", on_untranslated, |desk| {
        desk.show_board();
        desk.type_text(desk.either("manque:en", "missing:en"));
    }),
    state("board-nothing", on_examples, |desk| {
        desk.show_board();
        desk.type_text("zzz");
    }),
    state("board-wrong", on_examples, |desk| {
        desk.show_board();
        desk.type_text("zzz:1");
    }),
    state("board-released", on_new_file, |desk| {
        desk.publish_twice();
        desk.command(Command::ShowReleases);
        desk.show_board();
    }),
    state("board-chosen", on_examples, |desk| {
        desk.choose_on_board();
    }),
    state("board-filters", on_examples, |desk| {
        desk.show_board();
        desk.click(&desk.say("board-filters"));
    }),
    state("board-change", on_examples, |desk| {
        desk.choose_on_board();
        desk.click(&desk.say("board-change"));
    }),
    state("bulk-field", on_examples, |desk| {
        desk.change_many("bulk-field");
        desk.choose_of_list("bulk-which-field", desk.publisher());
        desk.focus(&desk.say("bulk-words")).type_text("Coquelicot");
        let told = desk.either("plateformes changeront", "platforms will change");
        desk.wait_until("told", |desk| desk.shows(told));
    }),
    state("bulk-follow", on_examples, |desk| {
        desk.change_many("bulk-follow");
    }),
    state("bulk-section", on_examples, |desk| {
        desk.change_many("bulk-hide-section");
    }),
    state("bulk-add-row", on_examples, |desk| {
        desk.change_many("bulk-add-row");
    }),
    state("bulk-remove", on_examples, |desk| {
        desk.choose_on_board();
        desk.click(&desk.say("bulk-remove"));
        let label = desk.either("Supprimer 3 plateformes", "Remove 3 platforms");
        desk.wait_until("told", |desk| desk.shows(label));
    }),
    state("findings", on_findings, |desk| {
        desk.click_containing(desk.either("2 constats", "2 findings"));
    }),
    state("findings-chosen", on_findings, |desk| {
        desk.choose_on_board();
        desk.click(&desk.say("board-check")).settle();
    }),
    state("finding-at-its-place", on_findings, |_| {}),
    state("empty", on_nothing, |_| {}),
    state("long-table", on_long_table, |desk| {
        desk.show_table();
    }),
    state("in-english", on_examples, |desk| {
        desk.look_at("Données Valbrune");
        desk.click_about("write-in", "language", "en");
    }),
];

const fn state(name: &'static str, session: fn() -> Session, bring: fn(&mut Desk)) -> State {
    State {
        name,
        session,
        bring,
    }
}

impl State {
    /// A fresh window that shows it, with nothing under way and no pointer in it.
    pub fn desk(&self, theme: Theme, size: Vec2, interface: Interface) -> Desk {
        let session = (self.session)();
        let mut desk = Desk::of_theme(theme, size, interface, move |ctx| {
            Window::new(session, interface, Arc::new(Answers::default()), ctx)
        });
        (self.bring)(&mut desk);
        desk.harness.remove_cursor();
        desk.harness.run();
        desk
    }

    /// The collection that is open at first.
    pub fn collection(&self) -> Collection {
        (self.session)().collection().clone()
    }
}

// What is open at first ------------------------------------------------------------------------

fn on_examples() -> Session {
    Session::unsaved(examples())
}

fn on_nothing() -> Session {
    Session::unsaved(Starter::Empty.collection())
}

/// The examples, merged with a version that says two things otherwise.
fn on_conflicts() -> Session {
    let mut collection = examples();
    let text = r#"[
        {"at": "platforms/data-caf-fr/url", "base": "http://data.caf.fr",
         "ours": "https://data.caf.fr", "theirs": "https://donnees.caf.fr"},
        {"at": "models/commun/note", "theirs": "Relu en novembre."}
    ]"#;
    collection.conflicts = serde_json::from_str(text).expect("they are conflicts");
    Session::unsaved(collection)
}

/// The examples as two people changed them, of whom one removed the platform that the other
/// renamed.
fn on_merged() -> Session {
    let base = examples();
    let changed = |said: &str, by: &str| {
        let text = store::write(&base, Notation::Ron);
        let text = text.replacen(said, by, 1);
        store::read(text.as_bytes(), Notation::Ron).expect("it stays a collection")
    };
    let mut ours = changed("Cette page vous dit", "Cette page vous indique");
    let removed = PlatformId::new("data-caf-fr").expect("an id");
    ours.apply(Edit::Platforms(ListEdit::Remove(removed)))
        .expect("it is there");
    let mut theirs = changed(
        "combien de temps ils restent",
        "combien de jours ils restent",
    );
    let renamed = PlatformId::new("data-caf-fr").expect("an id");
    let name = PlatformEdit::Name(TextEdit::Set(Text::same("Données de la CAF")));
    theirs
        .apply(Edit::Platform(renamed, name))
        .expect("it is there");
    Session::unsaved(store::merge(Some(&base), &ours, &theirs))
}

/// The examples, with two fields that nothing defines.
fn on_findings() -> Session {
    let mut text = store::write(&examples(), Notation::Ron);
    for (known, unknown) in [
        ("{{ platform.name }}", "{{ nobody.knows }}"),
        ("{{ publisher.name }}", "{{ neither.this }}"),
    ] {
        text = text.replacen(known, unknown, 1);
    }
    Session::unsaved(store::read(text.as_bytes(), Notation::Ron).expect("it stays a collection"))
}

/// The examples, where the model has changed beneath what one platform has adapted.
fn on_moved_on() -> Session {
    let text = store::write(&examples(), Notation::Ron);
    let text = text.replacen(
        "Matomo compte les visites et nous montre",
        "Matomo compte chaque visite et nous montre",
        1,
    );
    Session::unsaved(store::read(text.as_bytes(), Notation::Ron).expect("it stays a collection"))
}

/// The examples, with another model that says some of it.
fn on_two_models() -> Session {
    let text = store::write(&examples(), Notation::Ron);
    let other = r#"models: [
        Model(id: "deux", name: "Commune 2", title: "Cookies", sections: [
            Section(id: "pourquoi", heading: {"fr": "Pourquoi cette page ?", "en": "Why this page?"}, body: {"fr": "Cette page parle des cookies.", "en": "This page is about cookies."}),
        ]),"#;
    let text = text.replacen("models: [", other, 1);
    Session::unsaved(store::read(text.as_bytes(), Notation::Ron).expect("it stays a collection"))
}

/// Platforms of which only one is sound.
fn on_strangers() -> Session {
    let mut session = on_examples();
    let names: Vec<_> = session
        .collection()
        .platforms
        .iter()
        .map(|it| it.id.clone())
        .collect();
    for id in names.into_iter().skip(1) {
        let gone = Adaptation::HideSection {
            section: SectionId::new("nulle-part").expect("an id"),
        };
        let owner = Owner::Platform(id);
        let edit = CharterEdit::Adapt {
            at: 0,
            adaptation: gone,
        };
        let change = Change {
            deed: Deed::Hide,
            place: Place {
                owner: owner.clone(),
                element: Element::Title,
            },
            edits: vec![Edit::Charter(owner, edit)],
        };
        session.make(change).expect("the charter is there");
    }
    session
}

/// The examples, without the English of a heading and of a text.
fn on_untranslated() -> Session {
    let mut text = store::write(&examples(), Notation::Ron);
    for english in ["Why this page?", "This page tells you"] {
        let at = text.find(english).expect("it is said");
        let begin = text.get(..at).and_then(|it| it.rfind("\"en\": \""));
        let begin = begin.expect("it is said in English");
        let end = text.get(at..).and_then(|it| it.find("\","));
        let end = at + end.expect("it ends") + 2;
        text.replace_range(begin..end, "");
    }
    Session::unsaved(store::read(text.as_bytes(), Notation::Ron).expect("it stays a collection"))
}

/// The folder of a program that ended while it had work that was not saved.
fn left_behind() -> PathBuf {
    let folder = PathBuf::from(path_to("left-behind"));
    std::fs::create_dir_all(&folder).expect("it can be made");
    let work = folder.join("work-left.json");
    recovery::keep(&work, &examples(), None).expect("it can be written");
    std::fs::write(work.with_extension("lock"), "").expect("it can be written");
    // Pictures show when that was.
    let when = SystemTime::UNIX_EPOCH + Duration::from_hours(497_000);
    let file = std::fs::File::options().append(true).open(&work);
    let dated = file.and_then(|file| file.set_modified(when));
    dated.expect("it can be dated");
    folder
}

/// The examples, with a thousand rows more in the first table.
fn on_long_table() -> Session {
    let text = store::write(&examples(), Notation::Ron);
    let (before, after) = text.split_once("rows: [").expect("there is a table");
    let row = |number: usize| {
        format!(
            "Row(id: \"essai-{number}\", cells: {{\"provider\": \"Essai\", \"name\": \"_essai_{number}\", \
             \"purpose\": \"Compter les visites de la page {number}.\", \"duration\": \"13 mois\"}}),"
        )
    };
    let rows: String = (1..=1000).map(row).collect();
    let text = format!("{before}rows: [{rows}{after}");
    Session::unsaved(store::read(text.as_bytes(), Notation::Ron).expect("it stays a collection"))
}

fn on_file() -> Session {
    opened("chartes.ron", "")
}

fn on_recent() -> Session {
    opened(RECENT, "")
}

fn on_commented_file() -> Session {
    opened("commentaires.ron", "// Relu par Jeanne.\n")
}

/// The examples, opened from a file beside which nothing was published.
fn on_new_file() -> Session {
    in_a_folder(&store::write(&examples(), Notation::Ron))
}

/// A collection in a file, one of whose texts is not translated.
fn on_untranslated_file() -> Session {
    let text = r#"Collection(format: 1, name: "N", languages: ["fr", "en"], platforms: [
        Platform(id: "p", name: "P", url: "https://p.example", title: {"fr": "Charte"}),
    ])"#;
    in_a_folder(text)
}

/// A collection in a folder of its own: its register stands beside it.
fn in_a_folder(text: &str) -> Session {
    static FOLDERS: AtomicUsize = AtomicUsize::new(0);
    let number = FOLDERS.fetch_add(1, Ordering::Relaxed);
    let folder = PathBuf::from(path_to(&format!("publications-{number}")));
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).expect("a folder");
    let path = folder.join("publiees.ron");
    std::fs::write(&path, text).expect("it can be written");
    files::open(&path).expect("it is a collection")
}

/// The examples, opened from a file.
fn opened(name: &str, comment: &str) -> Session {
    let _alone = alone();
    let path = PathBuf::from(path_to(name));
    let text = store::write(&examples(), Notation::Ron);
    keep(&path, &format!("{comment}{text}"));
    files::open(&path).expect("it is a collection")
}

/// The path of a file of the states: always the same, since pictures show it.
fn path_to(name: &str) -> String {
    format!("{}/{name}", env!("CARGO_TARGET_TMPDIR"))
}

/// Sees to it that a file says something. One that does so already is left alone: another state
/// may be reading it.
fn keep(path: &Path, content: &str) {
    if std::fs::read(path).ok().as_deref() != Some(content.as_bytes()) {
        std::fs::write(path, content).expect("it can be written");
    }
}

/// Files are written by one state at a time.
fn alone() -> MutexGuard<'static, ()> {
    static FILES: Mutex<()> = Mutex::new(());
    FILES.lock().unwrap_or_else(PoisonError::into_inner)
}

// What a person does ---------------------------------------------------------------------------

/// A file that was opened lately.
const RECENT: &str = "portails.ron";
/// The heading of the first section.
const WHY: &str = "Pourquoi cette page\u{202f}?";
/// The heading of a section that a platform has adapted.
const MATOMO: &str = "Mesure d’audience avec Matomo, dispensée d’accord";
/// The heading of a section that only that platform has.
const OWN: &str = "Comment tenons-nous cette liste à jour\u{202f}?";

impl Desk {
    /// What stands in the language of the interface.
    pub fn either(&self, french: &'static str, english: &'static str) -> &'static str {
        match self.words.interface() {
            Interface::French => french,
            Interface::English => english,
        }
    }

    /// The words for a key, about something.
    pub fn say_about(&self, key: &str, value: &str, of: &str) -> String {
        let values = [
            (value, of.into()),
            // Names that also count adaptations are those of charters without any.
            ("adapted", 0.into()),
        ];
        self.words.say_of(key, &values).into_owned()
    }

    /// Clicks on what is called by the words for a key, about something.
    pub fn click_about(&mut self, key: &str, value: &str, of: &str) -> &mut Self {
        let name = self.say_about(key, value, of);
        self.bring_into_sight(&name).click(&name)
    }

    /// Opens a menu of the menu bar.
    pub fn open_menu(&mut self, key: &str) {
        self.click(&self.say(key));
    }

    /// Opens a menu within the menu of the view.
    fn open_submenu(&mut self, key: &str) {
        self.open_menu("menu-view");
        self.click_containing(&self.say(key));
    }

    /// Opens the menu of something, which the other button of the pointer does.
    fn click_other(&mut self, label: &str) -> &mut Self {
        let mut all = self.harness.query_all_by_label_contains(label);
        let node = all.next();
        drop(all);
        node.unwrap_or_else(|| panic!("nothing is called {label}"))
            .click_secondary();
        self.harness.run();
        self
    }

    /// Runs a command from the palette.
    fn command(&mut self, command: Command) -> &mut Self {
        let name = self.say(command.key());
        self.press(Modifiers::COMMAND, Key::K)
            .type_text(&name)
            .press(Modifiers::NONE, Key::Enter)
    }

    /// Opens the queue of what was adapted and whose model has changed.
    fn review_moved(&mut self) {
        self.command(Command::MovedOn);
        let keep = self.say("moved-keep");
        self.wait_until("found", |desk| desk.shows(&keep));
    }

    /// The name of the model.
    fn model(&self) -> &'static str {
        self.either("Charte commune", "Common charter")
    }

    fn look_at_model(&mut self) -> &mut Self {
        let name = self.model();
        self.click_about("model-named", "name", name)
    }

    fn look_at(&mut self, platform: &str) -> &mut Self {
        let name = self.say_about("platform-named", "name", platform);
        self.click_containing(name.split(',').next().unwrap_or(&name))
    }

    /// Types words to be found everywhere, and waits until they are.
    fn look_everywhere_for(&mut self, words: &str) {
        let field = self.say("everywhere-words");
        self.focus(&field).type_text(words);
        let found = self.either("occurrences dans", "matches in");
        self.wait_until("found", |desk| desk.shows(found));
        self.harness.run();
    }

    /// Publishes what is looked at, until something is shown.
    fn publish(&mut self, until: &str) {
        self.command(Command::Publish);
        let by = self.say("publish-by");
        self.wait_until("asked", |desk| desk.shows(&by));
        self.focus(&by).press(Modifiers::COMMAND, Key::A);
        self.type_text("Camille Martin");
        let folder = self.say("export-folder");
        self.focus(&folder).press(Modifiers::COMMAND, Key::A);
        let path = self.window().session().path().expect("it is in a file");
        let pages = path.with_file_name("pages").display().to_string();
        self.type_text(&pages);
        self.click(&self.say("publish-do"));
        let until = self.say(until);
        self.wait_until("done", |desk| desk.shows(&until));
    }

    /// Publishes what is looked at, then again once something was changed; shows the releases.
    fn publish_twice(&mut self) {
        for _ in 0..2 {
            self.publish("export-open-folder");
            self.click(&self.say("close"));
        }
        self.type_into_why();
        self.command(Command::Save);
        let saved = self.say("status-saved");
        self.wait_until("saved", |desk| desk.shows(&saved));
        self.command(Command::ShowReleases);
        let values = [("number", 2.into())];
        let open = self
            .words
            .say_of("release-open-spoken", &values)
            .into_owned();
        self.wait_until("listed", |desk| desk.shows(&open));
    }

    /// Shows the board, its first row with the cursor.
    fn show_board(&mut self) {
        self.command(Command::Board);
        self.wait_until("read", |desk| desk.shows("data.caf.fr. "));
        self.harness.run();
    }

    fn choose_on_board(&mut self) {
        self.show_board();
        self.press(Modifiers::COMMAND, Key::A);
    }

    /// Asks for a change of all platforms.
    fn change_many(&mut self, change: &str) {
        self.choose_on_board();
        self.click(&self.say("board-change"));
        self.click(&self.say(change));
    }

    /// How the field of the publisher's name is called in the examples.
    pub fn publisher(&self) -> &'static str {
        self.either("Éditeur de la plateforme", "Publisher of the platform")
    }

    /// Chooses one of a list in a dialog, by its name.
    pub fn choose_of_list(&mut self, list: &str, one: &str) {
        let label = self.say(list);
        let mut lists = self.harness.query_all_by_role(AccessRole::ComboBox);
        let list = lists.find(|node| {
            let name = node.accesskit_node().label();
            name.is_some_and(|name| name.starts_with(&label))
        });
        list.expect("it is offered").click();
        drop(lists);
        self.harness.run();
        self.click(one);
    }

    fn open_file(&mut self, name: &str) {
        let _alone = alone();
        self.run(Command::Open);
        let path = path_to(name);
        self.type_text(&path).press(Modifiers::NONE, Key::Enter);
        let title = self.say("path-open-title");
        self.wait_until("opened", |desk| !desk.shows(&title));
        self.harness.run();
    }

    /// Opens the list of the sources that are about cookies alone.
    fn open_source_list(&mut self) {
        let name = self.say("preview-format-data");
        let list = self
            .harness
            .get_by_role_and_label(egui::accesskit::Role::ComboBox, &name);
        list.click();
        self.harness.run();
    }

    fn show_source_of_list(&mut self, format: &str) {
        self.show_source("text");
        self.open_source_list();
        let name = self.say(&format!("preview-format-{format}"));
        self.harness.get_by_label(&name).click();
        self.harness.run();
    }

    fn show_pages(&mut self) {
        self.command(Command::ShowPages);
        let making = self.say("preview-pages-making");
        self.wait_until("laid out", |desk| !desk.shows(&making));
        // They are painted meanwhile.
        self.settle();
    }

    fn show_source(&mut self, format: &str) {
        self.command(Command::ShowSource);
        let name = self.say(&format!("preview-format-{format}"));
        // A menu may have the same name.
        let is_choice =
            |node: &egui_kittest::Node<'_>| node.accesskit_node().role() == AccessRole::RadioButton;
        let choice = self.harness.query_all_by_label(&name).find(is_choice);
        choice.expect("it is offered").click();
        self.harness.run();
    }

    /// Runs a command from its menu.
    pub fn run(&mut self, command: Command) {
        self.open_menu(command.menu().key());
        if let Some(menu) = command.submenu() {
            self.click_containing(&self.say(menu));
        }
        let name = self.say(command.key());
        // A long menu scrolls in a small window.
        let mut named = self.harness.query_all_by_label_contains(self.shown(&name));
        if let Some(item) = named.next() {
            item.scroll_to_me();
        }
        drop(named);
        self.harness.run();
        self.click_containing(&name);
    }

    /// Scrolls the editor until something of that name, or whose name begins so, is in sight.
    pub fn bring_into_sight(&mut self, name: &str) -> &mut Self {
        let sight = self.harness.ctx.content_rect().shrink(70.0);
        for _ in 0..80 {
            let is_in_sight =
                |node: egui_kittest::Node<'_>| sight.y_range().contains(node.rect().center().y);
            if self
                .harness
                .query_all_by_label_contains(name)
                .any(is_in_sight)
            {
                return self;
            }
            // The field of the title tells where the editor is.
            let title = self.say("title");
            let editor = self
                .harness
                .query_all_by_label(&title)
                .next()
                .map_or(sight.center().x, |node| node.rect().center().x);
            self.harness.hover_at(egui::pos2(editor, sight.center().y));
            self.harness.event(Event::MouseWheel {
                unit: MouseWheelUnit::Point,
                delta: vec2(0.0, -200.0),
                phase: TouchPhase::Move,
                source: MouseWheelSource::Wheel,
                modifiers: Modifiers::NONE,
            });
            self.harness.run();
        }
        panic!("nothing called {name} comes into sight");
    }

    /// Brings in a page of the folder of pages, or all of them.
    fn import(&mut self, name: &str) {
        let folder = path_to("a-importer");
        {
            let _alone = alone();
            std::fs::create_dir_all(&folder).expect("it can be made");
            for (name, content) in [
                ("avis.html", crate::dropped::PAGE),
                ("erreur.html", "<title>404</title><p>Page introuvable.</p>"),
            ] {
                keep(&PathBuf::from(&folder).join(name), content);
            }
        }
        self.drop_files(&[PathBuf::from(folder).join(name)]);
    }

    /// Brings in the page of a platform, on which one sentence and one table have changed since.
    fn import_changed(&mut self) {
        let collection = examples();
        let owner = Owner::Platform(collection.platforms.at(0).expect("it is there").id.clone());
        let language = collection.first_language();
        let document = Session::unsaved(collection).document(&owner, &language);
        let document = document.expect("it is there");
        let page = render(&document, Format::Html, &Design::default());
        let page = page.expect("nothing of its looks is its own");
        let page = String::from_utf8(page).expect("a page is text");
        let page = page.replacen("Cette page vous dit", "Cette page Coquelicot vous dit", 1);
        let name = page.find("csrftoken").expect("it is said");
        let begin = page.get(..name).and_then(|it| it.rfind("<tr"));
        let end = page.get(name..).and_then(|it| it.find("</tr>"));
        let row = begin.expect("a row begins")..name + end.expect("it ends") + "</tr>".len();
        self.import_page(&[&page[..row.start], &page[row.end..]].concat());
    }

    fn import_page(&mut self, page: &str) {
        let folder = PathBuf::from(path_to("une-page"));
        let path = folder.join("avis.html");
        // It is read before another is written.
        let _alone = alone();
        std::fs::create_dir_all(&folder).expect("it can be made");
        std::fs::write(&path, page).expect("it can be written");
        self.drop_files(&[path]);
    }

    fn go_into_why(&mut self) -> &mut Self {
        let name = self.say_about("body-of", "section", WHY);
        self.bring_into_sight(&name).focus(&name)
    }

    fn type_into_why(&mut self) -> &mut Self {
        self.go_into_why().type_text("Coquelicot ")
    }

    /// The name of the first cell of the column that is in sight however small the window is, as
    /// far as it does not depend on the number of rows.
    fn cell(&self) -> &'static str {
        self.either("Prestataire, ligne 1", "Prestataire, row 1")
    }

    fn show_table(&mut self) -> &mut Self {
        self.bring_into_sight(self.cell())
    }

    fn edit_cell(&mut self) -> &mut Self {
        let cell = self.cell();
        self.show_table()
            .click_containing(cell)
            .press(Modifiers::NONE, Key::F2)
    }
}
