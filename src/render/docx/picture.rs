//! The logo at the head of a document.

use std::sync::{Arc, LazyLock};

use imagesize::ImageType;
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::fontdb::Database;
use resvg::usvg::{Options, Tree};

use super::super::{Picture, PictureKind, RenderError};

/// In EMU, of which a millimetre has 36,000: no wider and no higher than this.
const WIDEST: f64 = 65.0 * 36_000.0;
const HIGHEST: f64 = 18.0 * 36_000.0;
/// How many dots a drawing gets for each millimetre at that size: enough for print.
const DOTS: f32 = 12.0;

/// A picture as it stands in a document.
pub struct Logo {
    pub media_type: &'static str,
    pub extension: &'static str,
    pub bytes: Vec<u8>,
    /// In EMU.
    pub width: u64,
    pub height: u64,
}

impl Logo {
    /// A drawing becomes a picture of dots: office programs of some years ago know no other.
    pub fn new(picture: &Picture) -> Result<Self, RenderError> {
        let broken = || RenderError::Logo {
            name: picture.name.clone(),
        };
        let (kind, bytes) = match picture.kind {
            PictureKind::Svg => (PictureKind::Png, drawn(&picture.bytes).ok_or_else(broken)?),
            kind => (kind, picture.bytes.to_vec()),
        };
        let expected = match kind {
            PictureKind::Jpeg => ImageType::Jpeg,
            PictureKind::Png | PictureKind::Svg => ImageType::Png,
        };
        let size = match imagesize::image_type(&bytes) {
            Ok(found) if found == expected => imagesize::blob_size(&bytes),
            Ok(_) => Err(imagesize::ImageError::NotSupported),
            Err(error) => Err(error),
        };
        let size = size.map_err(|_| broken())?;
        let (width, height) = fitted(size.width, size.height).ok_or_else(broken)?;
        Ok(Self {
            media_type: kind.media_type(),
            extension: if kind == PictureKind::Jpeg {
                "jpeg"
            } else {
                "png"
            },
            bytes,
            width,
            height,
        })
    }
}

/// How large a picture of so many dots is to be.
#[expect(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "sizes on paper, between 1 and a few million"
)]
fn fitted(width: usize, height: usize) -> Option<(u64, u64)> {
    if width == 0 || height == 0 {
        return None;
    }
    let (width, height) = (width as f64, height as f64);
    let scale = (WIDEST / width).min(HIGHEST / height);
    let size = |length: f64| (length * scale).round().max(1.0) as u64;
    Some((size(width), size(height)))
}

/// A drawing as a picture of dots. Its letters are set in the program's own font, so that it looks
/// the same on every machine.
fn drawn(svg: &[u8]) -> Option<Vec<u8>> {
    static FONTS: LazyLock<Arc<Database>> = LazyLock::new(|| {
        let mut fonts = Database::new();
        for font in [
            include_bytes!("../../../assets/fonts/Inter-Regular.otf").as_slice(),
            include_bytes!("../../../assets/fonts/Inter-Bold.otf").as_slice(),
        ] {
            fonts.load_font_data(font.to_vec());
        }
        fonts.set_sans_serif_family("Inter");
        fonts.set_serif_family("Inter");
        fonts.set_monospace_family("Inter");
        Arc::new(fonts)
    });
    let mut options = Options {
        font_family: "Inter".to_owned(),
        fontdb: Arc::clone(&FONTS),
        ..Options::default()
    };
    // Nothing beside the drawing is read.
    options.image_href_resolver.resolve_string = Box::new(|_, _| None);
    let tree = Tree::from_data(svg, &options).ok()?;
    let size = tree.size();
    let scale = (65.0 * DOTS / size.width()).min(18.0 * DOTS / size.height());
    let dots = |length: f32| -> u32 {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "at most 65 millimetres of dots"
        )]
        let dots = (length * scale).ceil().clamp(1.0, 65.0 * DOTS) as u32;
        dots
    };
    let (width, height) = (dots(size.width()), dots(size.height()));
    let mut pixels = Pixmap::new(width, height)?;
    let transform = Transform::from_scale(scale, scale);
    resvg::render(&tree, transform, &mut pixels.as_mut());
    pixels.encode_png().ok()
}
