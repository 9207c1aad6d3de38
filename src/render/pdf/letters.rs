//! Letters that no font of the program has: a PDF for keeping holds every letter that it shows.

use typst::layout::Transform;

use super::Pages;
use super::content::place_of;
use super::places::walk;
use super::typeset::Fault;

/// How many letters are named.
const NAMED: usize = 24;

/// Refuses pages that show a letter which no font has.
pub fn check(pages: &Pages) -> Result<(), Fault> {
    let mut letters = String::new();
    let mut first = None;
    for page in pages.document().pages() {
        walk(&page.frame, Transform::identity(), &mut |text, _| {
            for glyph in text.glyphs.iter().filter(|glyph| glyph.id == 0) {
                let missing = text.text.get(glyph.range()).unwrap_or_default();
                first = first.or_else(|| place_of(glyph.span.0));
                for letter in missing.chars() {
                    if letters.chars().count() < NAMED && !letters.contains(letter) {
                        letters.push(letter);
                    }
                }
            }
        });
    }
    if letters.is_empty() {
        Ok(())
    } else {
        Err(Fault::Letters {
            letters,
            place: first,
        })
    }
}
