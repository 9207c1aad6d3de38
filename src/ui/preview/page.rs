//! The page: the charter as visitors will read it. What is in sight is laid out and drawn; what
//! is edited is marked and kept in sight; each place leads to its source.

mod edited;
mod keys;
mod spots;

use std::collections::BTreeMap;
use std::sync::Arc;

use egui::{CornerRadius, Rect, ScrollArea, Sense, Stroke, StrokeKind, Ui, pos2, vec2};

use super::Edited;
use super::changes::Changes;
use super::layout::{Laid, Layout, Sheet};
use super::pieces::{Key, Pieces};
use crate::document::Document;
use crate::ui::scene::{Action, Saved, Scene};
use crate::ui::theme::Palette;
use crate::workspace::settings::PageWidth;
use edited::{Caret, Focus, Followed};
use keys::Stop;
use spots::Drawn;

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
/// After so many frames, the page stays where it is.
const MOST_TRIES: u8 = 40;

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
    /// Whether that place gets the cursor once it is drawn.
    wants_cursor: bool,
    /// The link that a context menu is about.
    menu_link: Option<String>,
}

/// What has changed, and what that was found for.
#[derive(Debug)]
struct Marks {
    now: Arc<Document>,
    saved: Option<Arc<Document>>,
    changes: Changes,
}

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
        let wanted = match self.next_stop(ui, &mut layout) {
            Some(stop) => self.go_to_stop(ui, stop, &mut layout, room.y),
            None => self.follow(&mut layout, scene.document, focus, room.y),
        };
        let anchor = wanted.or_else(|| {
            let (key, at) = held?;
            let piece = self.pieces.find(&key)?;
            Some(Anchor { piece, at })
        });
        let (offset, laid) = self.fill(&mut layout, anchor, room.y);

        // The scroll area takes the wheel's turns, so that they are looked at before.
        let by_hand = ui.input(|input| {
            input.smooth_scroll_delta != egui::Vec2::ZERO || input.pointer.any_down()
        });
        let output = self.scroll_area(offset).show_viewport(ui, |ui, seen| {
            let size = vec2(ui.available_width(), self.total());
            let (content, _) = ui.allocate_exact_size(size, Sense::hover());
            let left = content.left() + ((content.width() - outer) / 2.0).max(MARGIN).floor();
            let paper = Rect::from_min_size(
                pos2(left, content.top() + MARGIN),
                vec2(outer, size.y - 2.0 * MARGIN),
            );
            paper_ui(ui, paper, screen, &palette);
            let origin = pos2(left + padding, content.top() + HEAD);
            let drawn = Drawn {
                origin,
                sheet: &sheet,
                focus,
            };
            self.laid_ui(ui, scene, &drawn, &laid, actions);
            seen.top()
        });
        let reached = output.state.clamped_offset().y;
        if by_hand {
            self.tries = 0;
            self.offset = Some(reached);
        } else {
            self.put_back(ui, offset, output.inner, reached);
        }
    }

    /// Puts the page where it belongs, wherever its area has gone by itself: it goes no further
    /// than it could in the last frame, and may still be on a way that was asked for earlier.
    fn put_back(&mut self, ui: &Ui, offset: f32, seen: f32, reached: f32) {
        let is_elsewhere = (seen - offset).abs() > 1.0 || (reached - offset).abs() > 1.0;
        if is_elsewhere && self.tries < MOST_TRIES {
            self.tries += 1;
            self.offset = Some(offset);
            ui.ctx().request_repaint();
        } else {
            self.tries = 0;
            self.offset = Some(reached);
        }
    }

    /// What scrolls: put where it belongs, or left to itself where it is there.
    fn scroll_area(&self, offset: f32) -> ScrollArea {
        let scroll = ScrollArea::vertical()
            .id_salt("preview")
            .animated(false)
            .auto_shrink(false);
        let is_there = |before: f32| (before - offset).abs() <= 0.25;
        if self.tries == 0 && self.offset.is_some_and(is_there) {
            scroll
        } else {
            scroll.vertical_scroll_offset(offset)
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
