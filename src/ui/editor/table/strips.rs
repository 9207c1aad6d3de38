//! What stands below a table: the choices for what was done, and what was found.

use egui::style::ScrollAnimation;
use egui::{
    Align, CornerRadius, Frame, Label, Layout, Margin, Rect, Sense, Stroke, Ui, UiBuilder, pos2,
    vec2,
};
use egui_material_icons::icons::{ICON_CLOSE, ICON_INFO};

use super::sheet::Sheet;
use super::{focus_id, label};
use crate::messages;
use crate::model::{Element, Finding};
use crate::ui::command::Command;
use crate::ui::editor::Editor;
use crate::ui::editor::field::choice_ui;
use crate::ui::editor::reference::lack_of;
use crate::ui::scene::{Action, Scene};
use crate::ui::theme::Palette;
use crate::ui::widgets::{icon_button, warning};

/// The room between the strips and what they are about.
const GAP: f32 = 6.0;

impl Editor {
    pub(super) fn strips_ui(
        &mut self,
        ui: &mut Ui,
        scene: &Scene<'_>,
        sheet: &Sheet<'_>,
        actions: &mut Vec<Action>,
    ) {
        let natural = ui.available_rect_before_wrap();
        let clip = ui.clip_rect();
        let tall = self.table.strips.get(&sheet.section.id).copied();
        let tall = tall.unwrap_or_default();
        // The choice is in sight as long as the table is, at the end of what is seen of it.
        let lowest = clip.bottom() - tall;
        let top = natural.top().min(lowest.max(clip.top()));
        let place = Rect::from_min_size(pos2(natural.left(), top), vec2(natural.width(), tall));
        if top < natural.top() && tall > 0.0 {
            // What it lies over is not clicked through it.
            ui.interact(
                place,
                ui.scope_id().with("strips-ground"),
                Sense::click_and_drag(),
            );
            let shadow = ui.visuals().popup_shadow;
            ui.painter()
                .add(shadow.as_shape(place, CornerRadius::same(5)));
        }
        let mut strips = ui.new_child(UiBuilder::new().max_rect(place).id_salt("strips"));
        // It lies over what stands there: said so to those who listen, too.
        ui.ctx().accesskit_node_builder(strips.unique_id(), |node| {
            node.set_role(egui::accesskit::Role::Alert);
        });
        // Nothing of what is beneath shows between two of them.
        strips.spacing_mut().item_spacing.y = 0.0;
        self.notice_ui(&mut strips, scene, sheet);
        self.batch_ui(&mut strips, scene, sheet, actions);
        self.typed_ui(&mut strips, scene, sheet, actions);
        self.cell_translation_ui(&mut strips, scene, sheet, actions);
        let now = strips.min_rect().height();
        let is_higher = now > tall + 0.5;
        // What is being written, or was just filled, comes out from beneath it.
        let is_typed_here = matches!(
            &self.just_typed,
            Some(Element::Cell(cell)) if cell.section == sheet.section.id
        );
        if let Some(about) = self.place_of_change(scene, sheet)
            && (is_higher || is_typed_here)
            && about.bottom() + GAP > clip.bottom() - now
        {
            let with_room = about.with_max_y(about.bottom() + now + GAP);
            ui.scroll_to_rect_animation(with_room, None, ScrollAnimation::none());
        }
        if (now - tall).abs() > 0.5 {
            self.table.strips.insert(sheet.section.id.clone(), now);
            // Its place follows from its height: it is drawn again before it is seen.
            ui.ctx().request_discard("the strips below a table");
            ui.ctx().request_repaint();
        }
        if now > 0.5 {
            ui.allocate_space(vec2(natural.width(), now));
        }
        findings_ui(ui, scene, sheet);
    }

    /// Where the cell is that is being written, or what was done to many cells.
    fn place_of_change(&self, scene: &Scene<'_>, sheet: &Sheet<'_>) -> Option<Rect> {
        let section = &sheet.section.id;
        let editing = self.table.editing.as_ref();
        if editing.is_some_and(|cell| cell.section == *section) {
            return self.table.written;
        }
        let batch = self.table.undecided.as_ref()?;
        let is_here = batch.section == *section && batch.owner == *scene.owner();
        self.table
            .selected
            .filter(|_| is_here && self.chosen(sheet).is_some())
    }

    fn notice_ui(&mut self, ui: &mut Ui, scene: &Scene<'_>, sheet: &Sheet<'_>) {
        let notice = self.table.notice.as_ref();
        let Some((_, notice)) = notice.filter(|(section, _)| *section == sheet.section.id) else {
            return;
        };
        let palette = Palette::now(ui.ctx());
        let frame = Frame::new()
            .fill(palette.selected)
            .stroke(Stroke::new(1.0, palette.line))
            .corner_radius(5)
            .inner_margin(Margin::symmetric(8, 4));
        let closed = frame.show(ui, |ui| {
            let line = ui.horizontal(|ui| {
                ui.label(ICON_INFO.rich_text());
                let aside = Layout::right_to_left(Align::Min);
                let line = ui.with_layout(aside, |ui| {
                    let close = icon_button(ui, ICON_CLOSE, &scene.words.say("close"), true);
                    ui.with_layout(Layout::left_to_right(Align::Min), |ui| {
                        ui.add(Label::new(notice).wrap());
                    });
                    close.clicked()
                });
                line.inner
            });
            line.inner
        });
        if closed.inner {
            self.table.notice = None;
        }
    }

    /// The choice for what one action did to many cells, rows or columns.
    fn batch_ui(
        &mut self,
        ui: &mut Ui,
        scene: &Scene<'_>,
        sheet: &Sheet<'_>,
        actions: &mut Vec<Action>,
    ) {
        let charters = scene.charters();
        let Some(batch) = &mut self.table.undecided else {
            return;
        };
        if batch.section != sheet.section.id || batch.owner != *scene.owner() {
            return;
        }
        if std::mem::take(&mut batch.is_new) {
            // It is made once this is drawn.
            return;
        }
        if !charters.still_adapts(&batch.adapted) {
            self.table.undecided = None;
            return;
        }
        let lead = scene.words.say("choice-table");
        let (_, decision) = choice_ui(ui, scene, &batch.original, Some(&lead));
        if let Some(command) = decision {
            self.decide_batch(command, scene, actions);
            let focus = focus_id(scene, &sheet.section.id);
            ui.memory_mut(|memory| memory.request_focus(focus));
        }
    }

    /// Whether an action on many cells, in this charter, has its reach yet to be decided.
    pub(in crate::ui::editor) fn has_batch(&self, scene: &Scene<'_>) -> bool {
        let batch = self.table.undecided.as_ref();
        batch.is_some_and(|batch| batch.owner == *scene.owner())
    }

    /// Does what was decided about an action on many cells.
    pub(in crate::ui::editor) fn decide_batch(
        &mut self,
        command: Command,
        scene: &Scene<'_>,
        actions: &mut Vec<Action>,
    ) {
        let Some(batch) = self.table.undecided.take() else {
            return;
        };
        let charters = scene.charters();
        let change = match command {
            Command::EditEverywhere => charters.spread_all(&batch.adapted),
            Command::BackToModel => charters.take_back_all(&batch.adapted),
            _ => None,
        };
        actions.extend(change.map(Action::Change));
        // The window is drawn again.
        actions.push(Action::Seal);
    }

    /// What the cell that is edited says in the language of reference, and what it lacks.
    fn cell_translation_ui(
        &mut self,
        ui: &mut Ui,
        scene: &Scene<'_>,
        sheet: &Sheet<'_>,
        actions: &mut Vec<Action>,
    ) {
        let section = &sheet.section.id;
        let is_here = |it: &&Element| matches!(it, Element::Cell(cell) if cell.section == *section);
        let Some(element) = self.focus.as_ref().filter(is_here).cloned() else {
            return;
        };
        let reference = self.reference_of(scene, &element);
        if reference.is_none() && lack_of(scene, &element).is_none() {
            return;
        }
        let palette = Palette::now(ui.ctx());
        let frame = Frame::new()
            .fill(palette.surface)
            .stroke(Stroke::new(1.0, palette.line))
            .corner_radius(5)
            .inner_margin(Margin::symmetric(8, 4));
        frame.show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.horizontal_wrapped(|ui| self.translation_ui(ui, scene, &element, actions));
            if let Some(reference) = reference {
                self.reference_ui(ui, scene, &element, reference);
            }
        });
    }

    /// The choices for what was typed.
    fn typed_ui(
        &mut self,
        ui: &mut Ui,
        scene: &Scene<'_>,
        sheet: &Sheet<'_>,
        actions: &mut Vec<Action>,
    ) {
        let undecided = self
            .undecided
            .iter()
            .filter_map(|(owner, element)| match element {
                Element::Cell(cell)
                    if owner == scene.owner() && cell.section == sheet.section.id =>
                {
                    let row = sheet.row_at(&cell.row, 0)?;
                    let column = sheet.column_at(&cell.column)?;
                    Some((row, column, element.clone()))
                }
                _ => None,
            });
        let mut undecided: Vec<_> = undecided.collect();
        undecided.sort_by_key(|(row, column, _)| (*row, *column));
        for (row, column, element) in undecided {
            let column = sheet.columns.get(column).map(|column| label(scene, column));
            let values = [("column", column.into()), ("row", (row + 1).into())];
            let lead = scene.words.say_of("choice-cell", &values).into_owned();
            self.choice(ui, scene, &element, Some(&lead), actions);
        }
    }
}

/// What was found in a table that keeps the charter from being finished.
fn findings_ui(ui: &mut Ui, scene: &Scene<'_>, sheet: &Sheet<'_>) {
    let findings = &scene.document.findings;
    // The charter's columns are every table's that has none of its own.
    let has_common = sheet.table.columns.is_none();
    let common = has_common.then(|| findings.in_common_columns());
    let is_of_the_table = |finding: &&Finding| {
        let element = &finding.element;
        matches!(
            element,
            Element::Row(_) | Element::Cell(_) | Element::Column(_)
        )
    };
    let own = findings
        .in_section(&sheet.section.id)
        .filter(is_of_the_table);
    for finding in common.into_iter().flatten().chain(own) {
        if finding.problem.blocks_export() {
            let place = scene.place_of(&finding.element);
            warning(ui, &messages::located_finding(scene.words, finding, &place));
        }
    }
}
