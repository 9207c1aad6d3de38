//! The editor: the charter's title and sections as cards, each text and table edited in place.

mod buffer;
mod commands;
mod field;
mod properties;
mod row_menu;
mod sections;
mod sheet;
mod table;
mod text;

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use egui::{Frame, Margin, RichText, ScrollArea, Stroke, Ui, vec2};
use egui_material_icons::icons::{
    ICON_ADD, ICON_ARROW_DOWNWARD, ICON_ARROW_UPWARD, ICON_DELETE, ICON_EDIT_NOTE, ICON_HOME,
    ICON_LINK, ICON_SWAP_VERT, ICON_TABLE, ICON_UNDO, ICON_VISIBILITY, ICON_VISIBILITY_OFF,
};

use super::clipboard::Clipboard;
use super::columns::usual;
use super::scene::{Action, Scene};
use super::theme::Palette;
use super::widgets::{badge, bold, icon_button};
use crate::model::{Element, FactId, Origin, Owner, ResolvedSection, SectionId, Standing};
use crate::workspace::changes::Direction;
use field::{Shape, findings_ui, text_field};

/// What the editor remembers between frames.
#[derive(Debug, Default)]
pub struct Editor {
    /// The texts that were inherited until they were typed into, and of which the person has yet
    /// to say how far the change reaches.
    undecided: HashSet<(Owner, Element)>,
    /// The element whose choice was brought into sight when it appeared.
    announced: Option<Element>,
    /// The element that was typed into in this frame, and so has not changed yet.
    just_typed: Option<Element>,
    /// The element being edited, if the person has said that its changes are for all that show it.
    everywhere: Option<Element>,
    /// The element being edited.
    pub focus: Option<Element>,
    text: text::TextState,
    table: table::TableState,
    properties: properties::PropertiesState,
    /// The heights of sections, by which those out of sight are left out.
    heights: HashMap<SectionId, f32>,
    /// The element to bring into sight and to put the cursor in.
    reveal: Option<Element>,
    /// For how many frames it has been looked for in vain.
    missed: u8,
}

impl Editor {
    /// Brings an element into sight, with the cursor in it.
    pub fn go_to(&mut self, element: Element) {
        self.reveal = Some(element.clone());
        self.focus = Some(element);
    }

    /// Gives it the clipboard whose HTML is pasted.
    pub fn set_clipboard(&mut self, clipboard: Arc<dyn Clipboard>) {
        self.text.clipboard = Some(clipboard);
    }

    /// Forgets what belongs to the charter that was looked at.
    pub fn leave(&mut self) {
        self.reveal = None;
        self.everywhere = None;
        self.focus = None;
        self.heights.clear();
        self.text.leave();
        self.table.leave();
        self.properties.leave();
    }

    /// Shows the charter to be edited.
    pub fn ui(&mut self, ui: &mut Ui, scene: &Scene<'_>, actions: &mut Vec<Action>) {
        self.just_typed = None;
        let wanted = self.reveal.clone();
        if self.everywhere != self.focus {
            self.everywhere = None;
        }
        header_ui(ui, scene, actions);
        self.tools_ui(ui, scene, actions);
        ui.separator();
        self.begin_text(ui, scene);
        let scroll = ScrollArea::vertical()
            .id_salt(("editor", scene.owner()))
            .auto_shrink(false);
        scroll.show(ui, |ui| {
            ui.add_space(2.0);
            self.properties.ui(ui, scene, actions);
            ui.add_space(6.0);
            self.title_ui(ui, scene, actions);
            for section in &scene.resolved.sections {
                self.section_in_sight(ui, scene, section, actions);
            }
            ui.add_space(4.0);
            let add = ui.button((ICON_ADD.rich_text(), scene.words.say("command-add-section")));
            if add.clicked() {
                let last = scene.resolved.sections.last().map(|section| &section.id);
                let change = scene.charters().add_section(last);
                let element = change.place.element.clone();
                actions.extend([Action::Change(change), Action::GoTo(element)]);
            }
            ui.add_space(24.0);
        });
        self.end_text(ui, scene, actions);
        // What is not there, such as a row that is gone, is not looked for for ever.
        let missed = wanted.is_some() && self.reveal == wanted;
        self.missed = if missed { self.missed + 1 } else { 0 };
        if self.missed > 3 {
            self.reveal = None;
        }
    }

    fn title_ui(&mut self, ui: &mut Ui, scene: &Scene<'_>, actions: &mut Vec<Action>) {
        let element = Element::Title;
        card(ui, |ui| {
            ui.horizontal(|ui| {
                ui.label(bold(scene.words.say("title")));
                origin_ui(ui, scene, &element, &scene.resolved.title.origin, actions);
            });
            let name = scene.words.say("title");
            let response = text_field(ui, scene, self, &element, Shape::Title, &name, actions);
            self.settle(ui, &element, &response);
            self.choice(ui, scene, &element, None, actions);
            findings_ui(ui, scene, &element);
        });
    }

    /// Shows a section, or only leaves its room where it is out of sight.
    fn section_in_sight(
        &mut self,
        ui: &mut Ui,
        scene: &Scene<'_>,
        section: &ResolvedSection,
        actions: &mut Vec<Action>,
    ) {
        /// Sections this near to what is seen are drawn, so that the Tab key finds them.
        const NEAR: f32 = 600.0;
        let is_wanted = |element: &Option<Element>| {
            element.as_ref().and_then(Element::section) == Some(&section.id)
        };
        let wanted = is_wanted(&self.reveal) || is_wanted(&self.focus);
        let top = ui.cursor().top();
        let near = ui.clip_rect().expand(NEAR);
        if let Some(height) = self.heights.get(&section.id)
            && !wanted
            && (top > near.bottom() || top + height < near.top())
        {
            ui.allocate_space(vec2(ui.available_width(), *height));
            return;
        }
        ui.push_id(&section.id, |ui| {
            self.section_ui(ui, scene, section, actions);
        });
        let height = ui.cursor().top() - top - ui.spacing().item_spacing.y;
        self.heights.insert(section.id.clone(), height.max(0.0));
    }

    fn section_ui(
        &mut self,
        ui: &mut Ui,
        scene: &Scene<'_>,
        section: &ResolvedSection,
        actions: &mut Vec<Action>,
    ) {
        let heading = Element::Heading(section.id.clone());
        let body = Element::Body(section.id.clone());
        let name = section_name(scene, section);
        card(ui, |ui| {
            section_bar_ui(ui, scene, section, &name, actions);
            if section.hidden.is_some() {
                return;
            }
            let words = scene.words;
            let of = |key: &str| {
                words
                    .say_of(key, &[("section", name.clone().into())])
                    .into_owned()
            };
            let label = of("heading-of");
            let response = text_field(ui, scene, self, &heading, Shape::Heading, &label, actions);
            self.settle(ui, &heading, &response);
            self.choice(ui, scene, &heading, None, actions);
            findings_ui(ui, scene, &heading);

            let label = of("body-of");
            let response = text_field(ui, scene, self, &body, Shape::Body, &label, actions);
            self.settle(ui, &body, &response);
            self.choice(ui, scene, &body, None, actions);
            findings_ui(ui, scene, &body);

            if let Some(table) = &section.table {
                self.table_ui(ui, scene, section, table, actions);
            }
            findings_ui(ui, scene, &Element::Section(section.id.clone()));
        });
    }

    /// Brings a field into sight where it is asked for, with the cursor in it.
    fn settle(&mut self, ui: &Ui, element: &Element, response: &egui::Response) {
        if self
            .reveal
            .as_ref()
            .is_some_and(|wanted| is_at(wanted, element))
        {
            response.request_focus();
            // What is in sight already stays where it is.
            let place = self.text.cursor_of(element).unwrap_or(response.rect);
            if !ui.clip_rect().contains_rect(place) {
                ui.scroll_to_rect(place, Some(egui::Align::Center));
            }
            self.reveal = None;
        }
    }
}

/// Whether a field is where one goes for an element: a section's is its heading.
fn is_at(wanted: &Element, field: &Element) -> bool {
    match (wanted, field) {
        (Element::Section(wanted), Element::Heading(section)) => wanted == section,
        (wanted, field) => wanted == field,
    }
}

fn card(ui: &mut Ui, add: impl FnOnce(&mut Ui)) {
    let palette = Palette::now(ui.ctx());
    Frame::new()
        .fill(palette.panel)
        .stroke(Stroke::new(1.0, palette.line))
        .corner_radius(8)
        .inner_margin(Margin::same(10))
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            add(ui);
        });
}

/// Whose charter it is, what it follows, and the languages that it is written in.
fn header_ui(ui: &mut Ui, scene: &Scene<'_>, actions: &mut Vec<Action>) {
    let words = scene.words;
    ui.horizontal_wrapped(|ui| {
        ui.heading(scene.name_of(scene.owner()));
        let charter = scene.collection.charter(scene.owner());
        if let Some(model) = charter.and_then(|charter| charter.follows()) {
            let name = scene.name_of(&Owner::Model(model.clone()));
            let follows = words.say_of("follows", &[("name", name.into())]);
            let hint = words.say("follows-hint");
            let palette = Palette::now(ui.ctx());
            badge(ui, ICON_LINK, &follows, palette.inherited, &hint);
        } else if matches!(scene.owner(), Owner::Model(_)) {
            let count = scene.reach_of(scene.owner());
            let followed = words.say_of("followed-by", &[("count", count.into())]);
            ui.label(RichText::new(followed).weak());
        }
        let languages = scene.collection.languages_of(scene.owner());
        if languages.len() > 1 {
            ui.separator();
            ui.label(RichText::new(words.say("charter-language")).weak());
            for language in languages {
                let is_spoken = language == scene.language;
                let name = words.say_of("write-in", &[("language", language.as_str().into())]);
                let button = ui.selectable_label(is_spoken, language.as_str());
                super::widgets::named(&button, egui::Role::RadioButton, &name);
                if button.on_hover_text(&*name).clicked() {
                    actions.push(Action::Speak(language.clone()));
                }
            }
        }
    });
}

fn section_name(scene: &Scene<'_>, section: &ResolvedSection) -> String {
    let first = scene.collection.first_language();
    let heading = section
        .heading
        .value
        .said(scene.language, &first)
        .text
        .trim();
    if heading.is_empty() {
        section.id.to_string()
    } else {
        heading.to_owned()
    }
}

/// The line above a section: where it comes from, and what can be done with it.
fn section_bar_ui(
    ui: &mut Ui,
    scene: &Scene<'_>,
    section: &ResolvedSection,
    name: &str,
    actions: &mut Vec<Action>,
) {
    let words = scene.words;
    let palette = Palette::now(ui.ctx());
    ui.horizontal(|ui| {
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            section_buttons_ui(ui, scene, section, name, actions);
            // What is left of the line is for words, which give way to the buttons.
            ui.with_layout(egui::Layout::left_to_right(egui::Align::Center), |ui| {
                let level = section.level.value.number();
                let level = words.say_of("level", &[("level", level.into())]);
                ui.label(RichText::new(level).small().weak());
                if section.hidden.is_some() {
                    let hint = words.say("hidden-hint");
                    badge(
                        ui,
                        ICON_VISIBILITY_OFF,
                        &words.say("hidden"),
                        palette.weak,
                        &hint,
                    );
                    let name = RichText::new(name).strikethrough().color(palette.weak);
                    ui.add(egui::Label::new(name).truncate());
                } else {
                    origins_ui(ui, scene, section, actions);
                }
                if section.moved.as_ref() == Some(scene.owner()) {
                    let hint = words.say("moved-hint");
                    badge(
                        ui,
                        ICON_SWAP_VERT,
                        &words.say("moved"),
                        palette.adapted,
                        &hint,
                    );
                }
                if let Some(fact) = &section.when {
                    let values = [("fact", fact_label(scene, fact).into())];
                    let only = words.say_of("only-when", &values);
                    if applies(scene, Some(fact)) {
                        let only = RichText::new(&*only).small().color(palette.weak);
                        ui.add(egui::Label::new(only).truncate());
                    } else {
                        let absent = words.say("not-here");
                        badge(ui, ICON_VISIBILITY_OFF, &absent, palette.weak, &only);
                    }
                }
            });
        });
    });
}

fn section_buttons_ui(
    ui: &mut Ui,
    scene: &Scene<'_>,
    section: &ResolvedSection,
    name: &str,
    actions: &mut Vec<Action>,
) {
    let words = scene.words;
    let charters = scene.charters();
    let of = |key: &str| words.say_of(key, &[("section", name.into())]).into_owned();
    if section.hidden.as_ref() == Some(scene.owner()) {
        if icon_button(ui, ICON_VISIBILITY, &of("show-section"), true).clicked() {
            actions.extend(charters.show_section(&section.id).map(Action::Change));
        }
        return;
    }
    let inherited = matches!(scene.standing(&section.origin), Standing::Inherited { .. });
    let (icon, key) = if inherited {
        (ICON_VISIBILITY_OFF, "hide-section")
    } else {
        (ICON_DELETE, "remove-section")
    };
    if icon_button(ui, icon, &of(key), true).clicked() {
        actions.extend(charters.remove_section(&section.id).map(Action::Change));
    }
    for (icon, key, direction) in [
        (ICON_ARROW_DOWNWARD, "section-down", Direction::Down),
        (ICON_ARROW_UPWARD, "section-up", Direction::Up),
    ] {
        let at = scene
            .resolved
            .sections
            .iter()
            .position(|it| it.id == section.id);
        let may_move = match direction {
            Direction::Up => at != Some(0),
            Direction::Down => at != scene.resolved.sections.len().checked_sub(1),
        };
        if icon_button(ui, icon, &of(key), may_move).clicked() {
            let change = charters.move_section(&section.id, direction);
            actions.extend(change.map(Action::Change));
        }
    }
    if icon_button(ui, ICON_ADD, &of("add-section-below"), true).clicked() {
        let change = charters.add_section(Some(&section.id));
        let element = change.place.element.clone();
        actions.extend([Action::Change(change), Action::GoTo(element)]);
    }
    let may_have_table = section.table.is_none() && !inherited;
    let has_own_table = section.table.is_some() && !inherited;
    if has_own_table && icon_button(ui, ICON_TABLE, &of("remove-table"), true).clicked() {
        actions.push(Action::Change(charters.remove_table(&section.id)));
    }
    if may_have_table && icon_button(ui, ICON_TABLE, &of("add-table"), true).clicked() {
        let columns = scene
            .resolved
            .columns
            .is_empty()
            .then(|| usual(scene.collection));
        actions.extend(charters.add_table(&section.id, columns).map(Action::Change));
    }
}

/// Where a section's heading and text come from: once where it is the same.
fn origins_ui(
    ui: &mut Ui,
    scene: &Scene<'_>,
    section: &ResolvedSection,
    actions: &mut Vec<Action>,
) {
    let heading = (
        Element::Heading(section.id.clone()),
        &section.heading.origin,
    );
    let body = (Element::Body(section.id.clone()), &section.body.origin);
    let is_adapted = |origin| matches!(scene.standing(origin), Standing::Adapted { .. });
    let shown = match (is_adapted(heading.1), is_adapted(body.1)) {
        (true, true) => vec![heading, body],
        (false, true) => vec![body],
        _ => vec![heading],
    };
    for (element, origin) in shown {
        origin_ui(ui, scene, &element, origin, actions);
    }
}

/// Where a text comes from, in words and with an icon, and the way back to the model.
fn origin_ui(
    ui: &mut Ui,
    scene: &Scene<'_>,
    element: &Element,
    origin: &Origin,
    actions: &mut Vec<Action>,
) {
    let words = scene.words;
    let palette = Palette::now(ui.ctx());
    let of = |key: &str, from: &Owner| {
        words
            .say_of(key, &[("name", scene.name_of(from).into())])
            .into_owned()
    };
    match scene.standing(origin) {
        Standing::Own => {
            badge(
                ui,
                ICON_HOME,
                &words.say("own"),
                palette.weak,
                &words.say("own-hint"),
            );
        }
        Standing::Inherited { from } => {
            let hint = of("inherited-hint", from);
            badge(
                ui,
                ICON_LINK,
                &of("inherited", from),
                palette.inherited,
                &hint,
            );
        }
        Standing::Adapted { from, moved_on } => {
            let key = if moved_on {
                "adapted-moved-on"
            } else {
                "adapted"
            };
            let hint = of("adapted-hint", from);
            badge(ui, ICON_EDIT_NOTE, &words.say(key), palette.adapted, &hint);
            let back = of("back-to-model", from);
            if icon_button(ui, ICON_UNDO, &back, true).clicked() {
                actions.extend(scene.charters().back_to_model(element).map(Action::Change));
            }
        }
    }
}

/// Whether what depends on a fact stands in the charter that is looked at.
fn applies(scene: &Scene<'_>, when: Option<&FactId>) -> bool {
    match scene.owner() {
        Owner::Platform(id) => {
            let platform = scene.collection.platforms.get(id);
            platform.is_none_or(|platform| platform.has(when))
        }
        Owner::Model(_) => true,
    }
}

/// How people call a fact.
fn fact_label(scene: &Scene<'_>, fact: &FactId) -> String {
    let first = scene.collection.first_language();
    let label = scene.collection.facts.get(fact).map(|fact| &fact.label);
    let said = label.map_or("", |label| label.said(scene.words.language(), &first).text);
    if said.is_empty() {
        fact.to_string()
    } else {
        said.to_owned()
    }
}
