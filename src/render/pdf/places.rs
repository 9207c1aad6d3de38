//! What stands where on a page: each stretch of letters, with the place that it comes from.

use serde::{Deserialize, Serialize};
use typst::layout::{Abs, Frame, FrameItem, Transform};
use typst::text::TextItem;

use super::content::place_of;
use super::pages::points;
use super::sheet::PlaceNumber;

/// A stretch of letters on a page, in points from its upper left corner.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Spot {
    pub left: f32,
    pub top: f32,
    pub right: f32,
    pub bottom: f32,
    pub place: PlaceNumber,
}

pub fn spots(frame: &Frame) -> Vec<Spot> {
    let mut spots = Vec::new();
    walk(frame, Transform::identity(), &mut |text, at| {
        let Some(place) = text.glyphs.iter().find_map(|glyph| place_of(glyph.span.0)) else {
            return;
        };
        let bounds = text.bbox();
        let corners = [bounds.min, bounds.max].map(|corner| corner.transform(at));
        let (x, y) = (corners.map(|it| it.x), corners.map(|it| it.y));
        let least = |of: [Abs; 2]| points(of[0].min(of[1]));
        let most = |of: [Abs; 2]| points(of[0].max(of[1]));
        spots.push(Spot {
            left: least(x),
            top: least(y),
            right: most(x),
            bottom: most(y),
            place,
        });
    });
    spots
}

/// Every text of a frame, with what brings it to where it stands on the page.
pub(super) fn walk(frame: &Frame, at: Transform, see: &mut impl FnMut(&TextItem, Transform)) {
    for (position, item) in frame.items() {
        let moved = at.pre_concat(Transform::translate(position.x, position.y));
        match item {
            FrameItem::Text(text) => see(text, moved),
            FrameItem::Group(group) => walk(&group.frame, moved.pre_concat(group.transform), see),
            _ => {}
        }
    }
}
