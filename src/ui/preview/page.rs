//! The page: the charter as visitors will read it. What is in sight is laid out and drawn; what
//! is edited is marked and kept in sight; each place leads to its source.

use std::collections::BTreeMap;
use std::sync::Arc;

use egui::{
    CornerRadius, CursorIcon, EventFilter, Id, Key as KeyOf, Modifiers, Pos2, Rect, Response, Role,
    ScrollArea, Sense, Shape, Stroke, StrokeKind, Ui, pos2, vec2,
};

use super::Edited;
use super::changes::{Changes, Mark};
use super::layout::{Kind, Laid, Layout, Sheet, Spot, ground};
use super::pieces::{Key, Part, Pieces};
use crate::document::{Document, block_at};
use crate::model::Element;
use crate::ui::scene::{Action, Saved, Scene};
use crate::ui::theme::Palette;
use crate::ui::widgets::named;
use crate::workspace::settings::PageWidth;

/// Lines longer than this are hard to follow.
const WIDEST: f32 = 900.0;
/// The page on a telephone.
const PHONE: f32 = 360.0;
/// Around the page.
const MARGIN: f32 = 8.0;
/// Above the first piece and below the last.
const HEAD: f32 = MARGIN + 18.0;
/// This far out of sight, pieces are laid out all the same.
const NEAR: f32 = 240.0;

/// What the page remembers between frames.
#[derive(Debug, Default)]
pub struct Page {
    pieces: Pieces,
    /// How far it is scrolled; nothing before the first frame.
    offset: Option<f32>,
    /// For how many frames the page has not been where it belongs.
    tries: u8,
    followed: Option<Followed>,
    caret: Option<Caret>,
    marks: Option<Marks>,
    /// The place that the keyboard goes on from.
    stop: Option<Stop>,
    /// The link that a context menu is about.
    menu_link: Option<String>,
    /// Whether that place gets the cursor once it is drawn.
    wants_cursor: bool,
}

/// What was edited when it was last brought into sight.
#[derive(Debug)]
struct Followed {
    element: Element,
    block: Option<usize>,
    document: Arc<Document>,
}

/// The block that the cursor was in, and what that was found for.
#[derive(Debug)]
struct Caret {
    document: Arc<Document>,
    element: Element,
    place: usize,
    block: usize,
}

/// What has changed, and what that was found for.
#[derive(Debug)]
struct Marks {
    now: Arc<Document>,
    saved: Option<Arc<Document>>,
    changes: Changes,
}

/// A place in the page that the keyboard can stand on.
#[derive(Debug, Clone, PartialEq)]
struct Stop {
    key: Key,
    spot: usize,
}

impl Stop {
    fn id(&self) -> Id {
        Id::unique(("preview", &self.key, self.spot))
    }
}

/// What is edited, as the page marks it.
#[derive(Clone, Copy)]
struct Focus<'a> {
    element: &'a Element,
    block: Option<usize>,
}

/// After so many frames, the page stays where it is.
const MOST_TRIES: u8 = 40;

/// A piece that is held at a height of what is seen.
#[derive(Clone, Copy)]
struct Anchor {
    piece: usize,
    /// Where its top is, from the top of what is seen.
    at: f32,
}

impl Page {
    /// Forgets what was followed; the place that is read stays, where the next charter has it.
    pub fn leave(&mut self) {
        self.followed = None;
        self.stop = None;
    }

    /// Puts the cursor where the keyboard goes on from, once that is drawn.
    pub fn take_cursor(&mut self) {
        self.wants_cursor = true;
    }

    /// What has changed since the charter was saved, where that is asked for.
    pub fn changes(&mut self, scene: &Scene<'_>) -> Option<&Changes> {
        let saved = match scene.saved {
            Saved::Unasked => {
                self.marks = None;
                return None;
            }
            Saved::Absent => None,
            Saved::There(document) => Some(document),
        };
        let is_known = self.marks.as_ref().is_some_and(|marks| {
            Arc::ptr_eq(&marks.now, scene.document)
                && marks.saved.as_ref().map(Arc::as_ptr) == saved.map(Arc::as_ptr)
        });
        if !is_known {
            self.marks = Some(Marks {
                now: Arc::clone(scene.document),
                saved: saved.cloned(),
                changes: Changes::since(saved.map(AsRef::as_ref), scene.document),
            });
        }
        self.marks.as_ref().map(|marks| &marks.changes)
    }

    pub fn ui(
        &mut self,
        ui: &mut Ui,
        scene: &Scene<'_>,
        edited: Option<Edited<'_>>,
        actions: &mut Vec<Action>,
    ) {
        self.changes(scene);
        let palette = Palette::now(ui.ctx());
        let room = ui.available_size();
        let screen = scene.settings.preview.width;
        let widest = match screen {
            PageWidth::Desk => WIDEST,
            PageWidth::Phone => PHONE,
        };
        let outer = (room.x - 2.0 * MARGIN).min(widest).max(120.0).floor();
        let padding = if outer < 560.0 { 13.0 } else { 20.0 };
        let sheet = Sheet {
            width: outer - 2.0 * padding,
            screen,
            palette,
        };

        let held = self.held(room.y);
        let focus = edited.map(|edited| Focus {
            element: edited.element,
            block: self.block_of(scene, edited),
        });
        self.pieces.sync(scene.document, sheet.width);
        let mut layout = Layout::new(ui, sheet, scene.document);
        let walked = self.walk(ui, &mut layout);
        let anchor = match walked {
            Some(()) => self.anchor_of_stop(&mut layout, room.y),
            None => self.follow(&mut layout, scene.document, focus, room.y),
        };
        let anchor = anchor.or_else(|| {
            let (key, at) = held?;
            let piece = self.pieces.find(&key)?;
            Some(Anchor { piece, at })
        });
        let (offset, laid) = self.fill(&mut layout, anchor, room.y);

        let mut scroll = ScrollArea::vertical()
            .id_salt("preview")
            .animated(false)
            .auto_shrink(false);
        let is_there = |before: f32| (before - offset).abs() <= 0.25;
        if self.tries > 0 || !self.offset.is_some_and(is_there) {
            scroll = scroll.vertical_scroll_offset(offset);
        }
        // The scroll area takes the wheel's turns, so that they are looked at before.
        let by_hand = ui.input(|input| {
            input.smooth_scroll_delta != egui::Vec2::ZERO || input.pointer.any_down()
        });
        let output = scroll.show_viewport(ui, |ui, seen| {
            let size = vec2(ui.available_width(), self.total());
            let (content, _) = ui.allocate_exact_size(size, Sense::hover());
            let left = content.left() + ((content.width() - outer) / 2.0).max(MARGIN).floor();
            let paper = Rect::from_min_size(
                pos2(left, content.top() + MARGIN),
                vec2(outer, size.y - 2.0 * MARGIN),
            );
            paper_ui(ui, paper, screen, &palette);
            let origin = pos2(left + padding, content.top() + HEAD);
            self.laid_ui(ui, scene, &laid, origin, &sheet, focus, actions);
            seen.top()
        });
        // Wherever the area has gone by itself (it goes no further than it could in the last
        // frame, and may still be on a way that was asked for earlier), the page is put where it
        // belongs, unless the person moves it.
        let reached = output.state.clamped_offset().y;
        let is_elsewhere = (output.inner - offset).abs() > 1.0 || (reached - offset).abs() > 1.0;
        if is_elsewhere && !by_hand && self.tries < MOST_TRIES {
            self.tries += 1;
            self.offset = Some(offset);
            ui.ctx().request_repaint();
        } else {
            self.tries = 0;
            self.offset = Some(reached);
        }
    }

    fn total(&self) -> f32 {
        2.0 * HEAD + self.pieces.height()
    }

    /// The piece that stays where it is seen, and where that is.
    fn held(&self, view: f32) -> Option<(Key, f32)> {
        let offset = self.offset?;
        let seen = |piece: usize| {
            let at = HEAD + self.pieces.top(piece) - offset;
            (0.0..view).contains(&at).then_some((piece, at))
        };
        // What is edited stays; else what is seen first.
        let edited = self.followed.as_ref().and_then(|followed| {
            let piece = self.pieces.of(&followed.element, followed.block)?;
            seen(piece)
        });
        let first = self.pieces.at(offset - HEAD);
        let (piece, at) = edited
            .or_else(|| seen(first))
            .or_else(|| seen(first + 1).filter(|_| first + 1 < self.pieces.len()))
            .unwrap_or((first, HEAD + self.pieces.top(first) - offset));
        Some((self.pieces.key(piece)?, at))
    }

    /// The block of an element's text that is edited: the one with the cursor, or else the one
    /// that has changed.
    fn block_of(&mut self, scene: &Scene<'_>, edited: Edited<'_>) -> Option<usize> {
        let Element::Body(id) = edited.element else {
            return None;
        };
        let section = scene.document.sections.iter().find(|it| it.id == *id)?;
        let last = section.body.blocks.len().checked_sub(1)?;
        let Some(place) = edited.caret else {
            let before = self.followed.as_ref().map(|followed| &followed.document)?;
            let before = before.sections.iter().find(|it| it.id == *id)?;
            let pairs = before.body.blocks.iter().zip(&section.body.blocks);
            let changed = pairs.take_while(|(old, new)| old == new).count();
            let still = self.followed.as_ref().and_then(|followed| followed.block);
            return Some(if changed <= last { changed } else { still? });
        };
        if let Some(caret) = &self.caret
            && caret.place == place
            && caret.element == *edited.element
            && Arc::ptr_eq(&caret.document, scene.document)
        {
            return Some(caret.block);
        }
        let text = scene.resolved.text(edited.element)?.0;
        let written = text.written(scene.language)?;
        let block = block_at(written, place).min(last);
        self.caret = Some(Caret {
            document: Arc::clone(scene.document),
            element: edited.element.clone(),
            place,
            block,
        });
        Some(block)
    }

    /// Where the page is held so that what is edited is in sight; nothing where it is already, or
    /// where the person has scrolled since.
    fn follow(
        &mut self,
        layout: &mut Layout<'_>,
        document: &Arc<Document>,
        focus: Option<Focus<'_>>,
        view: f32,
    ) -> Option<Anchor> {
        let Some(Focus { element, block }) = focus else {
            self.followed = None;
            return None;
        };
        let is_followed = self.followed.as_ref().is_some_and(|followed| {
            followed.element == *element
                && followed.block == block
                && Arc::ptr_eq(&followed.document, document)
        });
        if is_followed {
            return None;
        }
        // What is not there yet, such as a section without a word, is looked for again.
        let piece = self.pieces.of(element, block)?;
        self.followed = Some(Followed {
            element: element.clone(),
            block,
            document: Arc::clone(document),
        });
        let laid = layout.piece(self.pieces.get(piece)?);
        let spots = laid.spots.iter();
        let places = spots
            .filter(|spot| spot.element == *element)
            .map(|it| it.rect);
        let place = places
            .reduce(Rect::union)
            .unwrap_or(Rect::from_min_size(Pos2::ZERO, vec2(1.0, laid.height)));
        self.brought_into_sight(piece, place, view)
    }

    /// Where a piece is held so that a place in it is in sight, if it is not.
    fn brought_into_sight(&self, piece: usize, place: Rect, view: f32) -> Option<Anchor> {
        const AIR: f32 = 28.0;
        let height = place.height();
        let piece_at = HEAD + self.pieces.top(piece) - self.offset.unwrap_or_default();
        let (top, bottom) = (piece_at + place.top(), piece_at + place.bottom());
        if top >= 0.0 && bottom <= view {
            return None;
        }
        let at = if height + 2.0 * AIR > view {
            if top <= 0.0 && bottom >= view {
                return None;
            }
            AIR
        } else if top < 0.0 && top > -view {
            AIR
        } else if bottom > view && bottom < 2.0 * view {
            view - AIR - height
        } else {
            (view - height) / 2.0
        };
        Some(Anchor {
            piece,
            at: at - place.top(),
        })
    }

    /// Lays out what is in sight, with a piece held where it is, and tells how far the page is
    /// scrolled then.
    fn fill(
        &mut self,
        layout: &mut Layout<'_>,
        anchor: Option<Anchor>,
        view: f32,
    ) -> (f32, BTreeMap<usize, Laid>) {
        /// Estimates come true at the first or second look.
        const LOOKS: usize = 8;
        let mut laid: BTreeMap<usize, Laid> = BTreeMap::new();
        let mut offset = self.offset.unwrap_or_default();
        for _ in 0..LOOKS {
            let most = (self.total() - view).max(0.0);
            offset = match anchor {
                Some(anchor) => HEAD + self.pieces.top(anchor.piece) - anchor.at,
                None => offset,
            }
            .clamp(0.0, most);
            let first = self.pieces.at(offset - HEAD - NEAR);
            let last = self.pieces.at(offset - HEAD + view + NEAR);
            let missing: Vec<usize> = (first..=last).filter(|at| !laid.contains_key(at)).collect();
            if missing.is_empty() {
                break;
            }
            for at in &missing {
                if let Some(piece) = self.pieces.get(*at) {
                    laid.insert(*at, layout.piece(piece));
                }
            }
            let heights = missing
                .iter()
                .filter_map(|at| Some((*at, laid.get(at)?.height)));
            self.pieces.measured(heights);
        }
        (offset, laid)
    }

    /// Moves the keyboard's place by the keys that were pressed.
    fn walk(&mut self, ui: &Ui, layout: &mut Layout<'_>) -> Option<()> {
        let stop = self.stop.clone()?;
        if !ui.memory(|memory| memory.has_focus(stop.id())) {
            return None;
        }
        let keys = [
            KeyOf::ArrowDown,
            KeyOf::ArrowUp,
            KeyOf::ArrowRight,
            KeyOf::ArrowLeft,
            KeyOf::Home,
            KeyOf::End,
        ];
        let key = ui.input_mut(|input| {
            keys.into_iter()
                .find(|key| input.consume_key(Modifiers::NONE, *key))
        })?;
        let at = self.pieces.find(&stop.key)?;
        let piece = self.pieces.get(at)?;
        let is_row = matches!(piece.part, Part::Row(_) | Part::Header);
        let here = layout.piece(piece).spots;
        let is_beside = |spot: &Spot| {
            let first = here.first();
            first.is_some_and(|it| (it.rect.top() - spot.rect.top()).abs() < 0.5)
        };
        // In a table, up and down go to the row above and below.
        let by_rows = is_row && here.iter().all(is_beside);
        let last = here.len().saturating_sub(1);
        let (from, spot, forward) = match key {
            KeyOf::ArrowDown | KeyOf::ArrowRight
                if stop.spot < last && !(by_rows && key == KeyOf::ArrowDown) =>
            {
                (at, Some(stop.spot + 1), true)
            }
            KeyOf::ArrowUp | KeyOf::ArrowLeft
                if stop.spot > 0 && !(by_rows && key == KeyOf::ArrowUp) =>
            {
                (at, Some(stop.spot - 1), false)
            }
            KeyOf::ArrowDown if by_rows => (at + 1, Some(stop.spot), true),
            KeyOf::ArrowUp if by_rows => (at.checked_sub(1)?, Some(stop.spot), false),
            KeyOf::ArrowDown | KeyOf::ArrowRight => (at + 1, Some(0), true),
            KeyOf::ArrowUp | KeyOf::ArrowLeft => (at.checked_sub(1)?, None, false),
            KeyOf::Home => (0, Some(0), true),
            _ => (self.pieces.len().checked_sub(1)?, None, false),
        };
        // Pieces without words, such as a header over cards, are passed over.
        let mut at = from;
        loop {
            let spots = layout.piece(self.pieces.get(at)?).spots.len();
            if let Some(last) = spots.checked_sub(1) {
                let stop = Stop {
                    key: self.pieces.key(at)?,
                    spot: spot.map_or(last, |spot| spot.min(last)),
                };
                ui.memory_mut(|memory| memory.request_focus(stop.id()));
                self.stop = Some(stop);
                return Some(());
            }
            at = if forward { at + 1 } else { at.checked_sub(1)? };
        }
    }

    fn anchor_of_stop(&self, layout: &mut Layout<'_>, view: f32) -> Option<Anchor> {
        let stop = self.stop.as_ref()?;
        let piece = self.pieces.find(&stop.key)?;
        let laid = layout.piece(self.pieces.get(piece)?);
        self.brought_into_sight(piece, laid.spots.get(stop.spot)?.rect, view)
    }

    #[expect(clippy::too_many_arguments, reason = "what drawing needs, once")]
    fn laid_ui(
        &mut self,
        ui: &mut Ui,
        scene: &Scene<'_>,
        laid: &BTreeMap<usize, Laid>,
        origin: Pos2,
        sheet: &Sheet,
        focus: Option<Focus<'_>>,
        actions: &mut Vec<Action>,
    ) {
        let seen = ui.clip_rect();
        let keys: Vec<(Key, &Laid, Pos2)> = laid
            .iter()
            .filter_map(|(at, laid)| {
                let top = pos2(origin.x, origin.y + self.pieces.top(*at));
                Some((self.pieces.key(*at)?, laid, top))
            })
            .collect();
        // One place can be reached by the Tab key: the one that the keyboard was on, or else the
        // first in sight.
        let is_drawn = |stop: &Stop| keys.iter().any(|(key, _, _)| *key == stop.key);
        let entry = self.stop.clone().filter(is_drawn).or_else(|| {
            let mut seen = keys.iter().filter(|(_, laid, top)| {
                !laid.spots.is_empty() && top.y + laid.height > seen.top()
            });
            let (key, _, _) = seen.next()?;
            Some(Stop {
                key: key.clone(),
                spot: 0,
            })
        });
        for (key, laid, top) in keys {
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
                let sense = if entry.as_ref() == Some(&stop) {
                    Sense::click()
                } else {
                    Sense::CLICK
                };
                let rect = spot.rect.translate(top.to_vec2());
                let response = ui.interact(rect, stop.id(), sense);
                if entry.as_ref() == Some(&stop) && std::mem::take(&mut self.wants_cursor) {
                    response.request_focus();
                }
                let marks = self.marks.as_ref().map(|marks| &marks.changes);
                let mark = marks.and_then(|changes| changes.of(&spot.element, spot.block));
                let edited = focus.filter(|focus| *focus.element == spot.element);
                let is_block = edited.is_some_and(|it| it.block.is_none_or(|at| at == spot.block));
                if is_block {
                    ui.painter().add(ground(rect, sheet.palette.selected));
                } else if response.hovered() {
                    ui.painter().add(ground(rect, sheet.palette.header));
                }
                for text in spot.label.iter().chain(&spot.texts) {
                    let at = top + text.at.to_vec2();
                    let galley = Arc::clone(&text.galley);
                    ui.painter().galley(at, galley, sheet.palette.text);
                }
                let across = origin.x..=origin.x + sheet.width;
                if edited.is_some() {
                    edited_bar(ui, spot, rect, *across.start(), &sheet.palette);
                }
                if let Some(mark) = mark {
                    change_bar(ui, mark, spot, rect, *across.end(), &sheet.palette);
                }
                if response.has_focus() {
                    ui.painter().rect_stroke(
                        rect.expand2(vec2(4.0, 1.0)),
                        CornerRadius::same(3),
                        Stroke::new(2.0, sheet.palette.accent),
                        StrokeKind::Outside,
                    );
                    ui.memory_mut(|memory| {
                        memory.set_focus_lock_filter(
                            stop.id(),
                            EventFilter {
                                horizontal_arrows: true,
                                vertical_arrows: true,
                                ..EventFilter::default()
                            },
                        );
                    });
                    self.stop = Some(stop);
                }
                self.spot_ui(ui, scene, spot, response, top, mark, actions);
            }
        }
    }

    #[expect(clippy::too_many_arguments, reason = "what drawing needs, once")]
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
        response.context_menu(|ui| {
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

fn paper_ui(ui: &Ui, paper: Rect, screen: PageWidth, palette: &Palette) {
    let (radius, line) = match screen {
        PageWidth::Desk => (6, Stroke::new(1.0, palette.line)),
        PageWidth::Phone => (16, Stroke::new(2.0, palette.weak)),
    };
    ui.painter().rect(
        paper,
        CornerRadius::same(radius),
        palette.surface,
        line,
        StrokeKind::Outside,
    );
}

/// Whether a place stands in a column of its own, so that its marks stand beside it.
fn is_cell(spot: &Spot) -> bool {
    matches!(spot.element, Element::Cell(_) | Element::Column(_))
}

/// The bar beside what is edited.
fn edited_bar(ui: &Ui, spot: &Spot, rect: Rect, left: f32, palette: &Palette) {
    let x = if is_cell(spot) {
        rect.left() - 4.0
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
