//! The outline: all headings in a menu, to go to one of them.

use egui::{Button, RichText, Role, ScrollArea, Ui};
use egui_material_icons::icons::{ICON_EDIT_NOTE, ICON_TOC, ICON_VISIBILITY_OFF};

use super::cards::section_name;
use super::{Editor, applies};
use crate::model::{Element, ResolvedSection, Standing};
use crate::ui::menu::menu_ui;
use crate::ui::scene::{Action, Scene};
use crate::ui::theme::Palette;
use crate::ui::widgets::named;

impl Editor {
    pub(super) fn outline_menu_ui(
        &mut self,
        ui: &mut Ui,
        scene: &Scene<'_>,
        actions: &mut Vec<Action>,
    ) {
        let name = scene.words.say("outline");
        let menu = menu_ui(ui, (ICON_TOC.rich_text(), &*name), |ui| {
            ui.set_min_width(300.0);
            ui.set_max_width(480.0);
            let room = (ui.ctx().content_rect().height() - 180.0).clamp(160.0, 720.0);
            let scroll = ScrollArea::vertical()
                .max_height(room)
                .min_scrolled_height(room);
            scroll.show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = 1.0;
                // Those that show follow each other in the same order.
                let mut shown = scene.document.sections.iter().peekable();
                for section in &scene.resolved.sections {
                    let shown = shown.next_if(|it| it.id == section.id);
                    let heading = shown.and_then(|it| it.name());
                    let heading = heading.unwrap_or_else(|| section_name(scene, section));
                    self.outline_line_ui(ui, scene, (section, heading), actions);
                }
            });
        });
        named(&menu.response, Role::Button, &name);
        menu.response.on_hover_text(scene.words.say("outline-hint"));
    }

    fn outline_line_ui(
        &mut self,
        ui: &mut Ui,
        scene: &Scene<'_>,
        (section, heading): (&ResolvedSection, String),
        actions: &mut Vec<Action>,
    ) {
        let palette = Palette::now(ui.ctx());
        let words = scene.words;
        let number = section.level.value.number();
        let mut spoken = vec![
            heading.clone(),
            words
                .say_of("level", &[("level", number.into())])
                .into_owned(),
        ];
        let is_absent = section.hidden.is_some() || !applies(scene, section.when.as_ref());
        let mut marks = Vec::new();
        if is_absent {
            marks.push(ICON_VISIBILITY_OFF.rich_text().color(palette.weak));
            spoken.push(words.say("not-here").into_owned());
        }
        if is_adapted(scene, section) {
            marks.push(ICON_EDIT_NOTE.rich_text().color(palette.adapted));
            spoken.push(words.say("adapted").into_owned());
        }
        let is_current = self.focus.as_ref().and_then(Element::section) == Some(&section.id);
        let mut text = RichText::new(heading);
        if is_absent {
            text = text.strikethrough().color(palette.weak);
        }
        ui.horizontal(|ui| {
            ui.add_space(f32::from(number.saturating_sub(1)) * 14.0);
            // Something at the right, be it nothing, keeps the words at the left.
            let mut line = Button::selectable(is_current, text)
                .truncate()
                .right_text("");
            for mark in marks {
                line = line.right_text(mark);
            }
            let width = ui.available_width();
            let response = ui.add_sized([width, ui.spacing().interact_size.y], line);
            named(&response, Role::Button, &spoken.join(", "));
            if response.gained_focus() {
                response.scroll_to_me(None);
            }
            if response.clicked() {
                if section.hidden.is_some() {
                    self.show_bar(section.id.clone());
                } else {
                    actions.push(Action::GoTo(Element::Heading(section.id.clone())));
                }
                ui.close();
            }
        });
    }
}

/// Whether something of a section differs from the model.
pub fn is_adapted(scene: &Scene<'_>, section: &ResolvedSection) -> bool {
    let origins = [
        &section.level.origin,
        &section.heading.origin,
        &section.body.origin,
    ];
    section.moved.as_ref() == Some(scene.owner())
        || origins
            .into_iter()
            .any(|origin| matches!(scene.standing(origin), Standing::Adapted { .. }))
}
