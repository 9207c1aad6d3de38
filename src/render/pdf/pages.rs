//! Pages that are laid out: as a PDF, as pictures, and with what stands where on them.

use typst::foundations::Smart;
use typst::utils::Scalar;
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};
use typst_render::RenderOptions;

use super::TEMPLATE;
use super::places::{self, Spot};
use super::sheet::Sheet;
use super::typeset::{self, Fault};
use super::world::Surroundings;

/// The pages of a charter.
#[derive(Debug, Clone)]
pub struct Pages {
    document: PagedDocument,
    sheet: Sheet,
}

/// A picture of a page: four bytes a pixel, red, green, blue and how opaque (always wholly), row
/// by row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Raster {
    pub width: u32,
    pub height: u32,
    pub pixels: Vec<u8>,
}

impl Pages {
    pub(super) fn new(document: PagedDocument, sheet: &Sheet) -> Self {
        Self {
            document,
            sheet: sheet.clone(),
        }
    }

    pub(super) fn document(&self) -> &PagedDocument {
        &self.document
    }

    /// The width and height of each page, in points.
    #[must_use]
    pub fn sizes(&self) -> Vec<(f32, f32)> {
        let pages = self.document.pages().iter();
        pages
            .map(|page| (points(page.frame.width()), points(page.frame.height())))
            .collect()
    }

    /// What stands where on a page; nothing where there is no such page.
    #[must_use]
    pub fn spots(&self, page: usize) -> Vec<Spot> {
        let page = self.document.pages().get(page);
        page.map_or_else(Vec::new, |page| places::spots(&page.frame))
    }

    /// A picture of a page, so many pixels to a point.
    #[must_use]
    pub fn raster(&self, page: usize, scale: f32) -> Option<Raster> {
        let options = RenderOptions {
            pixel_per_pt: Scalar::new(f64::from(scale)),
            render_bleed: false,
        };
        let picture = typst_render::render(self.document.pages().get(page)?, &options);
        Some(Raster {
            width: picture.width(),
            height: picture.height(),
            pixels: picture.take(),
        })
    }

    /// The bytes of the PDF.
    pub fn pdf(&self) -> Result<Vec<u8>, Fault> {
        let standards = PdfStandards::new(&[PdfStandard::Ua_1, PdfStandard::A_2a])
            .map_err(|error| Fault::Layout(error.message().to_string()))?;
        let options = PdfOptions {
            // Which charter it is stays the same when its words change.
            ident: Smart::Custom(format!(
                "chartrier {} {} {}",
                self.sheet.address, self.sheet.name, self.sheet.language
            )),
            creator: Smart::Custom(Some(
                concat!("Chartrier ", env!("CARGO_PKG_VERSION")).into(),
            )),
            standards,
            ..PdfOptions::default()
        };
        typst_pdf::pdf(&self.document, &options).map_err(|errors| {
            let template = self.sheet.template.as_ref();
            let surroundings = Surroundings::new(template.map_or(TEMPLATE, |it| &it.text));
            typeset::fault(&surroundings, &self.sheet, &errors)
        })
    }
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "a page has some hundred points"
)]
pub(super) fn points(length: typst::layout::Abs) -> f32 {
    length.to_pt() as f32
}
