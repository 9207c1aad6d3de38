//! The fonts of PDF pages, all of them part of the program: pages are the same on every machine.
//!
//! Inter has Latin, Greek and Cyrillic; `DejaVu` has Arabic, Hebrew, Armenian, Georgian and many
//! signs, and the letters of code; Noto Emoji has pictograms in one colour. What none of them has
//! cannot stand in a PDF for keeping.

use std::sync::LazyLock;

use typst::foundations::Bytes;
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;

/// The family of code.
pub const MONOSPACE: &str = "DejaVu Sans Mono";

pub struct Fonts {
    pub book: LazyHash<FontBook>,
    pub fonts: Vec<Font>,
}

pub static FONTS: LazyLock<Fonts> = LazyLock::new(|| {
    let files: [&'static [u8]; 8] = [
        include_bytes!("../../../assets/fonts/Inter-Regular.otf"),
        include_bytes!("../../../assets/fonts/Inter-Bold.otf"),
        include_bytes!("../../../assets/fonts/Inter-Italic.otf"),
        include_bytes!("../../../assets/fonts/Inter-BoldItalic.otf"),
        include_bytes!("../../../assets/fonts/DejaVuSans.ttf"),
        include_bytes!("../../../assets/fonts/DejaVuSans-Bold.ttf"),
        include_bytes!("../../../assets/fonts/DejaVuSansMono.ttf"),
        include_bytes!("../../../assets/fonts/NotoEmoji-Regular.ttf"),
    ];
    let fonts: Vec<Font> = files
        .into_iter()
        .filter_map(|file| Font::new(Bytes::new(file), 0))
        .collect();
    Fonts {
        book: LazyHash::new(FontBook::from_fonts(&fonts)),
        fonts,
    }
});
