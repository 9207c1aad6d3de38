//! The logo, looked at before it is laid out: a picture that is damaged or asks for more memory
//! than a page is worth is told by its name.

use typst::foundations::Bytes;
use typst::visualize::{ExchangeFormat, RasterImage, SvgImage};

use super::sheet::Logo;
use super::typeset::Fault;
use crate::render::PictureKind;

/// The most pixels of a logo: a square of 4,000 a side.
const MOST_PIXELS: u64 = 16_000_000;

pub fn check(logo: &Logo) -> Result<(), Fault> {
    let data = Bytes::new(logo.bytes.clone());
    let is_good = match logo.kind {
        PictureKind::Png => is_raster(data, ExchangeFormat::Png),
        PictureKind::Jpeg => is_raster(data, ExchangeFormat::Jpg),
        PictureKind::Svg => SvgImage::new(data).is_ok(),
    };
    if is_good {
        Ok(())
    } else {
        Err(Fault::Logo {
            name: logo.name.clone(),
        })
    }
}

fn is_raster(data: Bytes, format: ExchangeFormat) -> bool {
    let size = size(&data, format);
    size.is_some_and(|(width, height)| u64::from(width) * u64::from(height) <= MOST_PIXELS)
        && RasterImage::plain(data, format).is_ok()
}

/// How many pixels wide and high a picture says it is, which is known before it is unpacked.
fn size(data: &[u8], format: ExchangeFormat) -> Option<(u32, u32)> {
    let number = |bytes: &[u8]| {
        bytes
            .iter()
            .fold(0, |all, byte| (all << 8) | u32::from(*byte))
    };
    if format == ExchangeFormat::Png {
        // The first part of a PNG is its header.
        return Some((number(data.get(16..20)?), number(data.get(20..24)?)));
    }
    // The parts of a JPEG: a mark, its kind, its length. The size stands in that of the frame.
    let mut rest = data.get(2..)?;
    loop {
        let (mark, kind) = (*rest.first()?, *rest.get(1)?);
        if mark != 0xFF {
            return None;
        }
        let is_frame = matches!(kind, 0xC0..=0xCF) && !matches!(kind, 0xC4 | 0xC8 | 0xCC);
        if is_frame {
            return Some((number(rest.get(7..9)?), number(rest.get(5..7)?)));
        }
        let has_length = !matches!(kind, 0x01 | 0xD0..=0xD8 | 0xFF);
        let step = match kind {
            0xFF => 1,
            _ if has_length => 2 + usize::try_from(number(rest.get(2..4)?)).ok()?,
            _ => 2,
        };
        rest = rest.get(step..)?;
    }
}
