//! What is looked for: the line in which it is typed, and the menu that writes it there.

use egui::{Key, Modifiers, RichText, Role, TextEdit, Ui, WidgetInfo, vec2};
use egui_material_icons::icons::{ICON_CHECK, ICON_CLOSE, ICON_FILTER_LIST};

use super::{Board, Ground};
use crate::messages;
use crate::model::{Owner, ProblemKind};
use crate::ui::editor::label_of_fact;
use crate::ui::menu::{menu_ui, scrolling_menu_ui};
use crate::ui::scene::name_of;
use crate::ui::theme::Palette;
use crate::ui::widgets::{icon_button, named, named_field, type_into};
use crate::workspace::board::{Says, Sought, toggled};

impl Board {
    /// The line and the menu; whether a key leads from the line into the rows.
    pub(super) fn search_ui(&mut self, ui: &mut Ui, ground: Ground<'_>) -> bool {
        let words = ground.words;
        let palette = Palette::now(ui.ctx());
        ui.horizontal(|ui| {
            let label = words.say("board-search");
            let name = words.say("board-filters");
            // The menu ends where the line does.
            let beside = self.beside_search.unwrap_or(160.0);
            let width = (ui.available_width() - beside).max(120.0);
            let size = vec2(width, ui.spacing().interact_size.y);
            let edit = TextEdit::singleline(&mut self.written)
                .id(search_id())
                .hint_text(RichText::new(&*words.say("board-search-hint")).color(palette.weak));
            let response = ui.add_sized(size, edit);
            named_field(ui, &response, &label);
            if std::mem::take(&mut self.wants_search) {
                response.request_focus();
            }
            let is_empty = self.written.is_empty();
            if icon_button(ui, ICON_CLOSE, &words.say("filter-clear"), !is_empty).clicked() {
                self.written.clear();
                response.request_focus();
            }
            let menu = menu_ui(ui, (ICON_FILTER_LIST.rich_text(), &*name), |ui| {
                scrolling_menu_ui(ui, |ui| self.filters_ui(ui, ground));
            });
            named(&menu.response, Role::Button, &name);
            let taken = menu.response.rect.right() - response.rect.right();
            if (taken - beside).abs() > 0.5 {
                self.beside_search = Some(taken);
                ui.ctx()
                    .request_discard("the line of the search has its length");
            }
            let pressed = |key| ui.input(|input| input.key_pressed(key));
            let has_left = response.lost_focus();
            if has_left && pressed(Key::Escape) && !is_empty {
                self.written.clear();
                response.request_focus();
            }
            let down = response.has_focus()
                && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::ArrowDown));
            down || has_left && pressed(Key::Enter)
        })
        .inner
    }

    fn filters_ui(&mut self, ui: &mut Ui, ground: Ground<'_>) {
        let words = ground.words;
        let collection = ground.collection;
        ui.set_min_width(230.0);
        menu_ui(ui, words.say("board-filter-follows"), |ui| {
            scrolling_menu_ui(ui, |ui| {
                for model in &collection.models {
                    let owner = Owner::Model(model.id.clone());
                    let name = name_of(collection, &owner, words.language());
                    let says = Says::Follows(model.id.to_string());
                    self.filter_ui(ui, ground, &name, &says);
                }
                let none = words.say("follows-none");
                self.filter_ui(ui, ground, &none, &Says::FollowsNone);
            });
        });
        ui.separator();
        for (key, says) in [
            ("board-filter-adapted", Says::Adapted),
            ("board-filter-not-adapted", Says::NotAdapted),
            ("board-filter-moved-on", Says::MovedOn),
        ] {
            self.filter_ui(ui, ground, &words.say(key), &says);
        }
        ui.separator();
        for language in &collection.languages {
            let values = [("language", language.as_str().into())];
            let name = words.say_of("board-filter-missing", &values);
            let says = Says::Missing(language.clone());
            self.filter_ui(ui, ground, &name, &says);
        }
        menu_ui(ui, words.say("board-filter-findings"), |ui| {
            self.findings_ui(ui, ground);
        });
        ui.separator();
        for (key, says) in [
            ("board-filter-unpublished", Says::Unpublished),
            ("board-filter-changed", Says::ChangedSinceRelease),
        ] {
            self.filter_ui(ui, ground, &words.say(key), &says);
        }
        if collection.facts.is_empty() {
            return;
        }
        ui.separator();
        menu_ui(ui, words.say("property-facts"), |ui| {
            scrolling_menu_ui(ui, |ui| {
                for fact in &collection.facts {
                    let name = label_of_fact(collection, words, &fact.id);
                    let says = Says::Fact(fact.id.clone());
                    self.filter_ui(ui, ground, &name, &says);
                }
            });
        });
    }

    fn findings_ui(&mut self, ui: &mut Ui, ground: Ground<'_>) {
        let words = ground.words;
        for (key, sought) in [
            ("board-filter-any-finding", Sought::Any),
            ("board-filter-blocking", Sought::Blocking),
        ] {
            self.filter_ui(ui, ground, &words.say(key), &Says::Found(sought));
        }
        ui.separator();
        for kind in ProblemKind::ALL {
            let name = words.say(messages::problem_kind(kind));
            let says = Says::Found(Sought::Kind(kind));
            self.filter_ui(ui, ground, &name, &says);
        }
    }

    /// A line of the menu: writes what it says into the line, or takes it out.
    fn filter_ui(&mut self, ui: &mut Ui, ground: Ground<'_>, name: &str, says: &Says) {
        let is_asked = self.seen.query().asks(says);
        let tick = if is_asked { ICON_CHECK.codepoint } else { "" };
        let tick = RichText::new(tick).family(ICON_CHECK.font_family());
        let response = ui.button((tick, name));
        response.widget_info(|| WidgetInfo::selected(Role::CheckBox, true, is_asked, name));
        if response.clicked() {
            self.written = toggled(&self.written, says, ground.words.interface());
        }
    }

    /// Letters typed on a row are looked for.
    pub(super) fn type_into_search(&mut self, ui: &Ui) {
        type_into(ui, search_id(), &mut self.written);
    }
}

fn search_id() -> egui::Id {
    egui::Id::unique("board-search")
}
