//! What is edited: where the page has it, and whether the page is to follow.

use std::sync::Arc;

use egui::{Pos2, Rect, vec2};

use super::{Anchor, Page};
use crate::document::{Document, block_at};
use crate::model::Element;
use crate::ui::preview::Edited;
use crate::ui::preview::layout::Layout;
use crate::ui::scene::Scene;

/// What was edited when it was last brought into sight.
#[derive(Debug)]
pub(super) struct Followed {
    pub element: Element,
    pub block: Option<usize>,
    document: Arc<Document>,
}

/// The block that the cursor was in, and what that was found for.
#[derive(Debug)]
pub(super) struct Caret {
    document: Arc<Document>,
    element: Element,
    place: usize,
    block: usize,
}

/// What is edited, as the page marks it.
#[derive(Clone, Copy)]
pub(super) struct Focus<'a> {
    pub element: &'a Element,
    pub block: Option<usize>,
}

impl Page {
    /// The block of an element's text that is edited: the one with the cursor, or else the one
    /// that has changed.
    pub(super) fn block_of(&mut self, scene: &Scene<'_>, edited: Edited<'_>) -> Option<usize> {
        let Element::Body(id) = edited.element else {
            return None;
        };
        let section = scene.document.section(id)?;
        let last = section.body.blocks.len().checked_sub(1)?;
        let Some(place) = edited.caret else {
            let before = self.followed.as_ref().map(|followed| &followed.document)?;
            let before = before.section(id)?;
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
    pub(super) fn follow(
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
}
