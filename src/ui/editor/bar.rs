//! The line above a section: its handle, its level, how it stands here, and what is done most.

use egui::{Align, Button, Layout, RichText, Role, Sense, Ui, vec2};
use egui_material_icons::icons::{
    ICON_ADD, ICON_ARROW_DOWNWARD, ICON_ARROW_UPWARD, ICON_CHEVRON_RIGHT, ICON_DRAG_INDICATOR,
    ICON_EDIT_NOTE, ICON_EXPAND_MORE, ICON_HOME, ICON_LINK, ICON_STICKY_NOTE_2, ICON_SWAP_VERT,
    ICON_VISIBILITY, ICON_VISIBILITY_OFF, ICON_WARNING,
};

use super::cards::{Lines, of_section};
use super::origin::tells_origins;
use super::outline::is_adapted;
use super::section_menu::note_form;
use super::{Cursor, Editor, applies, fact_label};
use crate::model::{Element, ResolvedSection, SectionId, Standing};
use crate::ui::command::Command;
use crate::ui::dialogs::Dialog;
use crate::ui::scene::{Action, Scene};
use crate::ui::theme::Palette;
use crate::ui::widgets::{badge, bold, icon_button, named};

impl Editor {
    pub(super) fn section_bar_ui(
        &mut self,
        ui: &mut Ui,
        scene: &Scene<'_>,
        section: &ResolvedSection,
        name: &str,
        lines: Lines,
        actions: &mut Vec<Action>,
    ) {
        let words = scene.words;
        let palette = Palette::now(ui.ctx());
        let is_collapsed = self.is_collapsed(scene, &section.id);
        let is_hidden = section.hidden.is_some();
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 2.0;
            ui.spacing_mut().button_padding = vec2(4.0, 4.0);
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                self.buttons_ui(ui, scene, section, name, actions);
                // What is left of the line is for words, which give way to the buttons.
                ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                    self.handle_ui(ui, scene, section, name);
                    if !is_hidden {
                        self.chevron_ui(ui, scene, section, name);
                    }
                    ui.add_space(2.0);
                    if is_hidden {
                        let hint = words.say("hidden-hint");
                        let hidden = words.say("hidden");
                        badge(ui, ICON_VISIBILITY_OFF, &hidden, palette.weak, &hint);
                        ui.add_space(4.0);
                        let name = RichText::new(name).strikethrough().color(palette.weak);
                        ui.add(egui::Label::new(name).truncate());
                        return;
                    }
                    if is_collapsed {
                        mark_ui(ui, scene, section);
                        if has_findings(scene, &section.id) {
                            let icon = ICON_WARNING.rich_text().color(palette.warning);
                            ui.label(icon).on_hover_text(words.say("section-findings"));
                        }
                        ui.add(egui::Label::new(bold(name)).truncate());
                        return;
                    }
                    let level = section.level.value.number();
                    let level = words.say_of("level", &[("level", level.into())]);
                    let level = RichText::new(level).small().color(palette.weak);
                    ui.add(egui::Label::new(level).truncate());
                    if lines == Lines::One {
                        ui.add_space(6.0);
                        let heading = Element::Heading(section.id.clone());
                        let name = of_section(scene, "heading-of", name);
                        self.origin_ui(ui, scene, &heading, &name, actions);
                    }
                });
            });
        });
        self.standing_ui(ui, scene, section, actions);
    }

    /// The handle: dragged by the pointer, or moved by keys while it has the cursor.
    fn handle_ui(&mut self, ui: &mut Ui, scene: &Scene<'_>, section: &ResolvedSection, name: &str) {
        let words = scene.words;
        let palette = Palette::now(ui.ctx());
        let icon = ICON_DRAG_INDICATOR
            .rich_text()
            .size(18.0)
            .color(palette.weak);
        let button = Button::new(icon)
            .frame_when_inactive(false)
            .sense(Sense::click_and_drag());
        let response = ui.add(button);
        let label = of_section(scene, "drag-section", name);
        named(&response, Role::Button, &label);
        if response.drag_started() {
            self.take(&section.id);
        }
        if self.settle_bar == Some((section.id.clone(), Cursor::Comes)) {
            response.request_focus();
        }
        if response.has_focus() || response.clicked() {
            let is_here = self.focus.as_ref().and_then(Element::section) == Some(&section.id);
            if !is_here || response.gained_focus() {
                self.focus = Some(Element::Section(section.id.clone()));
            }
        }
        response
            .on_hover_cursor(egui::CursorIcon::Grab)
            .on_hover_text(words.say("drag-section-hint"));
    }

    fn chevron_ui(
        &mut self,
        ui: &mut Ui,
        scene: &Scene<'_>,
        section: &ResolvedSection,
        name: &str,
    ) {
        let (icon, key) = if self.is_collapsed(scene, &section.id) {
            (ICON_CHEVRON_RIGHT, "expand-section")
        } else {
            (ICON_EXPAND_MORE, "collapse-section")
        };
        let label = of_section(scene, key, name);
        if icon_button(ui, icon, &label, true).clicked() {
            self.fold(scene, &section.id);
        }
    }

    fn buttons_ui(
        &mut self,
        ui: &mut Ui,
        scene: &Scene<'_>,
        section: &ResolvedSection,
        name: &str,
        actions: &mut Vec<Action>,
    ) {
        let words = scene.words;
        if section.hidden.is_some() {
            if section.hidden.as_ref() == Some(scene.owner())
                && icon_button(
                    ui,
                    ICON_VISIBILITY,
                    &of_section(scene, "show-section", name),
                    true,
                )
                .clicked()
            {
                self.run_on(Command::HideSection, scene, section, actions);
            }
            return;
        }
        self.section_menu_ui(ui, scene, section, name, actions);
        for (icon, key, command) in [
            (ICON_ARROW_DOWNWARD, "section-down", Command::SectionDown),
            (ICON_ARROW_UPWARD, "section-up", Command::SectionUp),
            (ICON_ADD, "add-section-below", Command::AddSection),
        ] {
            let enabled = self.can_on(command, scene, section);
            let label = of_section(scene, key, name);
            let button = Button::new(icon.rich_text().size(18.0)).frame_when_inactive(false);
            let response = ui.add_enabled(enabled, button);
            named(&response, Role::Button, &label);
            let hint = command.with_keys(&label, words);
            let response = response
                .on_hover_text(hint.as_str())
                .on_disabled_hover_text(hint.as_str());
            if response.clicked() {
                self.run_on(command, scene, section, actions);
            }
        }
    }

    /// What is out of the ordinary about a section: moved here, another level, a condition, a note.
    fn standing_ui(
        &mut self,
        ui: &mut Ui,
        scene: &Scene<'_>,
        section: &ResolvedSection,
        actions: &mut Vec<Action>,
    ) {
        let words = scene.words;
        let palette = Palette::now(ui.ctx());
        let moved = section.moved.as_ref() == Some(scene.owner())
            && matches!(scene.standing(&section.origin), Standing::Inherited { .. });
        let relevelled = matches!(
            scene.standing(&section.level.origin),
            Standing::Adapted { .. }
        );
        if !moved && !relevelled && section.when.is_none() && section.note.is_empty() {
            return;
        }
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().interact_size.y = 18.0;
            // The words begin where those of the other lines do.
            ui.spacing_mut().button_padding.x = 4.0;
            if moved || relevelled || section.when.is_some() {
                ui.add_space(4.0);
            }
            for (is_so, key, hint) in [
                (moved, "moved", "moved-hint"),
                (relevelled, "relevelled", "relevelled-hint"),
            ] {
                if is_so {
                    let (said, hint) = (words.say(key), words.say(hint));
                    badge(ui, ICON_SWAP_VERT, &said, palette.adapted, &hint);
                }
            }
            if let Some(fact) = &section.when {
                let values = [("fact", fact_label(scene, fact).into())];
                let only = words.say_of("only-when", &values);
                if applies(scene, Some(fact)) {
                    badge(ui, ICON_VISIBILITY, &only, palette.weak, &only);
                } else {
                    let absent = words.say("not-here");
                    let said = format!("{absent} ({only})");
                    badge(ui, ICON_VISIBILITY_OFF, &said, palette.weak, &only);
                }
            }
            if !section.note.is_empty() {
                let icon = ICON_STICKY_NOTE_2
                    .rich_text()
                    .size(15.0)
                    .color(palette.weak);
                let label = words.say("note");
                let text = RichText::new(&*label).small().color(palette.weak);
                let button = Button::new((icon, text)).small().frame_when_inactive(false);
                let response = ui.add(button);
                named(&response, Role::Button, &label);
                if response.on_hover_text(&section.note).clicked() {
                    actions.push(Action::Ask(Dialog::Note(note_form(scene, section))));
                }
            }
        });
    }

    /// Brings the bar of a section into sight, with the cursor on its handle.
    pub(super) fn show_bar(&mut self, section: SectionId) {
        self.focus = Some(Element::Section(section.clone()));
        self.settle_bar = Some((section, Cursor::Comes));
    }
}

/// Where a collapsed section comes from, as an icon that is explained.
fn mark_ui(ui: &mut Ui, scene: &Scene<'_>, section: &ResolvedSection) {
    if !tells_origins(scene) {
        return;
    }
    let words = scene.words;
    let palette = Palette::now(ui.ctx());
    let (icon, colour, said) = match scene.standing(&section.origin) {
        _ if is_adapted(scene, section) => (ICON_EDIT_NOTE, palette.adapted, words.say("adapted")),
        Standing::Inherited { from } => {
            let values = [("name", scene.name_of(from).into())];
            let said = words.say_of("inherited", &values);
            (ICON_LINK, palette.inherited, said)
        }
        Standing::Own | Standing::Adapted { .. } => (ICON_HOME, palette.weak, words.say("own")),
    };
    let mark = ui.label(icon.rich_text().color(colour));
    named(&mark, Role::Label, &said);
    mark.on_hover_text(&*said);
    ui.add_space(4.0);
}

fn has_findings(scene: &Scene<'_>, section: &SectionId) -> bool {
    let mut findings = scene.document.findings.in_section(section);
    findings.any(|it| it.problem.blocks_export())
}
