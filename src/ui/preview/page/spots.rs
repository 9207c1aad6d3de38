//! The places of the page: how they are drawn and marked, what is said of them, and where they
//! lead.

use std::collections::BTreeMap;
use std::sync::Arc;

use egui::{
    CornerRadius, CursorIcon, EventFilter, Pos2, Rangef, Rect, Response, Role, Sense, Shape,
    Stroke, StrokeKind, Ui, pos2, vec2,
};

use super::Page;
use super::edited::Focus;
use super::keys::Stop;
use crate::model::Element;
use crate::ui::menu::context_menu;
use crate::ui::preview::changes::Mark;
use crate::ui::preview::layout::{Kind, Laid, Sheet, Spot};
use crate::ui::preview::pieces::Key;
use crate::ui::scene::{Action, Scene};
use crate::ui::theme::Palette;
use crate::ui::widgets::named;

/// The page while it is drawn.
pub(super) struct Drawn<'a> {
    /// Where its words begin.
    pub origin: Pos2,
    pub sheet: &'a Sheet,
    pub focus: Option<Focus<'a>>,
}

impl Page {
    /// Draws the pieces in sight, which lie where their places in the document are.
    pub(super) fn laid_ui(
        &mut self,
        ui: &mut Ui,
        scene: &Scene<'_>,
        drawn: &Drawn<'_>,
        laid: &BTreeMap<usize, Laid>,
        actions: &mut Vec<Action>,
    ) {
        let pieces: Vec<(Key, &Laid, Pos2)> = laid
            .iter()
            .filter_map(|(at, laid)| {
                let top = drawn.origin + vec2(0.0, self.pieces.top(*at));
                Some((self.pieces.key(*at)?, laid, top))
            })
            .collect();
        let entry = self.entry(ui, &pieces);
        for (key, laid, top) in pieces {
            for shape in &laid.shapes {
                let mut shape = shape.clone();
                shape.translate(top.to_vec2());
                ui.painter().add(shape);
            }
            for (number, spot) in laid.spots.iter().enumerate() {
                let stop = Stop {
                    key: key.clone(),
                    spot: number,
                };
                let is_entry = entry.as_ref() == Some(&stop);
                let sense = if is_entry {
                    Sense::click()
                } else {
                    Sense::CLICK
                };
                let rect = spot.rect.translate(top.to_vec2());
                let response = ui.interact(rect, stop.id(), sense);
                if is_entry && std::mem::take(&mut self.wants_cursor) {
                    response.request_focus();
                }
                let marks = self.marks.as_ref().map(|marks| &marks.changes);
                let mark = marks.and_then(|changes| changes.of(&spot.element, spot.block));
                drawn.paint(ui, spot, &response, top, mark);
                if response.has_focus() {
                    keep_arrows(ui, &stop);
                    self.stop = Some(stop);
                }
                self.spot_ui(ui, scene, spot, response, top, mark, actions);
            }
        }
    }

    /// The one place that can be reached by the Tab key: the one that the keyboard was on, or else
    /// the first in sight.
    fn entry(&self, ui: &Ui, pieces: &[(Key, &Laid, Pos2)]) -> Option<Stop> {
        let is_drawn = |stop: &Stop| pieces.iter().any(|(key, _, _)| *key == stop.key);
        self.stop.clone().filter(is_drawn).or_else(|| {
            let seen = ui.clip_rect().top();
            let mut seen = pieces
                .iter()
                .filter(|(_, laid, top)| !laid.spots.is_empty() && top.y + laid.height > seen);
            let (key, _, _) = seen.next()?;
            Some(Stop {
                key: key.clone(),
                spot: 0,
            })
        })
    }

    /// A place as it is heard, and what a click on it does.
    #[expect(
        clippy::too_many_arguments,
        reason = "the place, its piece's top and what was done with it"
    )]
    fn spot_ui(
        &mut self,
        ui: &Ui,
        scene: &Scene<'_>,
        spot: &Spot,
        response: Response,
        top: Pos2,
        mark: Option<Mark>,
        actions: &mut Vec<Action>,
    ) {
        let words = scene.words;
        let said = spot.words();
        named(&response, Role::Label, &said);
        let notes = notes(scene, spot, mark);
        ui.ctx().accesskit_node_builder(response.id, |node| {
            use egui::accesskit::Role;
            match spot.kind {
                Kind::Heading(depth) => {
                    node.set_role(Role::Heading);
                    node.set_level(usize::from(depth) + 1);
                    node.set_label(said.clone());
                    node.clear_value();
                }
                Kind::Link => {
                    node.set_role(Role::Link);
                    node.set_label(said.clone());
                    node.clear_value();
                }
                Kind::Words => {}
            }
            if !notes.is_empty() {
                node.set_description(notes.join(" · "));
            }
        });
        let link_at = |at: Pos2| {
            let texts = spot.texts.iter();
            let mut links = texts.filter_map(|text| text.link_at(at - top - text.at.to_vec2()));
            links.next().map(|link| link.address.clone())
        };
        if response.clicked() {
            // A link too leads to its source here, and never to the web unawares.
            actions.push(Action::GoTo(spot.element.clone()));
        }
        if response.secondary_clicked() {
            let mut links = spot.texts.iter().flat_map(|text| &text.links);
            let only = links.next().map(|link| link.address.clone());
            let only = only.filter(|_| links.next().is_none());
            let at = response.interact_pointer_pos();
            self.menu_link = at.and_then(link_at).or(only);
        }
        let link = self.menu_link.clone();
        context_menu(&response).show(|ui| {
            menu_ui(ui, scene, spot, &said, link, actions);
        });
        let hovered = response.hover_pos().and_then(link_at);
        let response = response.on_hover_cursor(CursorIcon::PointingHand);
        if let Some(address) = hovered {
            let told = words.say_of("preview-link-to", &[("address", address.into())]);
            response.on_hover_text_at_pointer(told);
        } else {
            let mut notes = Vec::new();
            notes.extend(mark.map(|mark| words.say(mark.key()).into_owned()));
            notes.extend(languages(scene, spot));
            if !notes.is_empty() {
                response.on_hover_text_at_pointer(notes.join(" · "));
            }
        }
    }
}

impl Drawn<'_> {
    /// A place as it looks: its ground, its words, and the marks beside them.
    fn paint(&self, ui: &Ui, spot: &Spot, response: &Response, top: Pos2, mark: Option<Mark>) {
        let palette = &self.sheet.palette;
        let rect = response.rect;
        let edited = self.focus.filter(|focus| *focus.element == spot.element);
        let is_block = edited.is_some_and(|it| it.block.is_none_or(|at| at == spot.block));
        let around = self.around(spot, rect);
        let ground = |colour| Shape::rect_filled(around, 3.0, colour);
        if is_block {
            ui.painter().add(ground(palette.selected));
        } else if response.hovered() {
            ui.painter().add(ground(palette.header));
        }
        for text in spot.label.iter().chain(&spot.texts) {
            let at = top + text.at.to_vec2();
            ui.painter()
                .galley(at, Arc::clone(&text.galley), palette.text);
        }
        let left = self.origin.x;
        if edited.is_some() {
            edited_bar(ui, spot, around, left, palette);
        }
        if let Some(mark) = mark {
            change_bar(ui, mark, spot, rect, left + self.sheet.width, palette);
        }
        if response.has_focus() {
            ui.painter().rect_stroke(
                around,
                CornerRadius::same(3),
                Stroke::new(2.0, palette.accent),
                StrokeKind::Outside,
            );
        }
    }

    /// What is marked with a place: a little more than its words take. A cell has such room of
    /// its own, but at the edges of its table.
    fn around(&self, spot: &Spot, rect: Rect) -> Rect {
        const AIR: f32 = 4.0;
        let sheet = Rangef::new(self.origin.x, self.origin.x + self.sheet.width);
        let has_own = is_cell(spot) && spot.label.is_none();
        let air = |from_edge: f32| if has_own && from_edge > 1.0 { 0.0 } else { AIR };
        Rect::from_min_max(
            pos2(rect.left() - air(rect.left() - sheet.min), rect.top() - 1.0),
            pos2(
                rect.right() + air(sheet.max - rect.right()),
                rect.bottom() + 1.0,
            ),
        )
    }
}

/// Keeps the arrow keys for the page while one of its places has the keyboard.
fn keep_arrows(ui: &Ui, stop: &Stop) {
    let filter = EventFilter {
        horizontal_arrows: true,
        vertical_arrows: true,
        ..EventFilter::default()
    };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(stop.id(), filter));
}

/// What is said of a place beside its words: its column, how it has changed, its languages, and
/// where its links lead.
fn notes(scene: &Scene<'_>, spot: &Spot, mark: Option<Mark>) -> Vec<String> {
    let words = scene.words;
    let mut notes = Vec::new();
    notes.extend(spot.column.clone());
    notes.extend(mark.map(|mark| words.say(mark.key()).into_owned()));
    notes.extend(languages(scene, spot));
    for link in spot.texts.iter().flat_map(|text| &text.links) {
        let address = [("address", link.address.clone().into())];
        notes.push(words.say_of("preview-link-to", &address).into_owned());
    }
    notes
}

/// The languages of a place that are not the page's.
fn languages(scene: &Scene<'_>, spot: &Spot) -> Vec<String> {
    let foreign = spot.texts.iter().flat_map(|text| &text.foreign);
    let mut languages: Vec<&str> = Vec::new();
    for language in spot.language.iter().chain(foreign) {
        if !languages.contains(&language.as_str()) {
            languages.push(language.as_str());
        }
    }
    languages
        .into_iter()
        .map(|language| {
            let values = [("language", language.into())];
            scene.words.say_of("preview-language", &values).into_owned()
        })
        .collect()
}

fn menu_ui(
    ui: &mut Ui,
    scene: &Scene<'_>,
    spot: &Spot,
    said: &str,
    link: Option<String>,
    actions: &mut Vec<Action>,
) {
    let words = scene.words;
    let item = |ui: &mut Ui, key: &str| {
        let clicked = ui.button(words.say(key).into_owned()).clicked();
        if clicked {
            ui.close();
        }
        clicked
    };
    if item(ui, "preview-to-source") {
        actions.push(Action::GoTo(spot.element.clone()));
    }
    if item(ui, "preview-copy-text") {
        ui.ctx().copy_text(said.to_owned());
        let notice = words.say("preview-text-copied").into_owned();
        actions.push(Action::Notice(notice));
    }
    let Some(address) = link else {
        return;
    };
    ui.separator();
    if item(ui, "preview-copy-address") {
        ui.ctx().copy_text(address.clone());
        let notice = words.say("preview-address-copied").into_owned();
        actions.push(Action::Notice(notice));
    }
    if item(ui, "preview-open-link") {
        actions.push(Action::OpenAddress(address));
    }
}

/// Whether a place stands in a column of its own, so that its marks stand beside it.
fn is_cell(spot: &Spot) -> bool {
    matches!(spot.element, Element::Cell(_) | Element::Column(_))
}

/// The bar beside what is edited.
fn edited_bar(ui: &Ui, spot: &Spot, rect: Rect, left: f32, palette: &Palette) {
    let x = if is_cell(spot) {
        rect.left() - 3.0
    } else {
        left - 9.0
    };
    let bar = Rect::from_min_max(pos2(x, rect.top()), pos2(x + 3.0, rect.bottom()));
    ui.painter()
        .rect_filled(bar, CornerRadius::same(1), palette.accent);
}

/// The bar beside what has changed: whole where it is new, broken where it has changed.
fn change_bar(ui: &Ui, mark: Mark, spot: &Spot, rect: Rect, right: f32, palette: &Palette) {
    let x = if is_cell(spot) {
        rect.right() - 1.5
    } else {
        right + 7.0
    };
    let ends = [pos2(x, rect.top() + 1.0), pos2(x, rect.bottom() - 1.0)];
    let line = Stroke::new(3.0, palette.adapted);
    match mark {
        Mark::New => {
            ui.painter().line_segment(ends, line);
        }
        Mark::Changed => {
            ui.painter()
                .extend(Shape::dashed_line(&ends, line, 5.0, 3.0));
        }
    }
}
