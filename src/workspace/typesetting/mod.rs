//! Pages laid out by what others wrote: a template of theirs may never end, or take all memory
//! there is; so may a drawing. It is laid out by another process of this program, which is stopped
//! when it takes too long, and which the system stops when it takes too much memory (where the
//! system can: Windows cannot, there the time is the only bound).
//!
//! The built-in template is laid out here, by whoever asks: what it does is known.
//!
//! Worker processes are kept for the next charter, since starting one costs more than a page. They
//! end when their input does, at the latest with this process.

mod wire;
mod worker;

use std::path::PathBuf;
use std::sync::{Mutex, OnceLock, PoisonError};
use std::time::Duration;

use crate::document::Document;
use crate::model::Element;
use crate::render::pdf::{Fault, Pages, Places, Raster, Sheet, Spot};
use crate::render::{self, Design, Format, RenderError};
use wire::{Ask, Told};
use worker::Worker;

pub use worker::serve;

/// The subcommand by which a worker is started.
pub const SUBCOMMAND: &str = "typeset";

/// How long pages may take, far above what a long charter does.
const ENOUGH: Duration = Duration::from_secs(15);

/// The program that workers are started from.
static PROGRAM: OnceLock<PathBuf> = OnceLock::new();

/// Workers that wait for something to do.
static IDLE: Mutex<Vec<Worker>> = Mutex::new(Vec::new());

/// Names the program that lays out what others wrote: this one. Where none is named, as in programs
/// that use this one as a library, it is laid out without bounds.
pub fn use_program(program: PathBuf) {
    // The first name stands: workers may have been started from it.
    let _ = PROGRAM.set(program);
}

/// The bytes of a document in a format, whoever wrote what makes them.
pub fn render(
    document: &Document,
    format: Format,
    design: &Design,
) -> Result<Vec<u8>, RenderError> {
    if format != Format::Pdf {
        return render::render(document, format, design);
    }
    let (sheet, places) = Sheet::new(document, design);
    let Some(mut worker) = worker_for(&sheet)? else {
        let made = sheet.lay_out().and_then(|pages| pages.pdf());
        return made.map_err(|fault| fault.at(&places));
    };
    let at = |fault: Fault| fault.at(&places);
    lay_out_there(&mut worker, &sheet, &places)?;
    match worker.ask(&Ask::Pdf, &[], ENOUGH) {
        Ok((Told::Pdf, bytes)) => {
            keep(worker);
            Ok(bytes)
        }
        Ok((Told::Fault(fault), _)) => {
            keep(worker);
            Err(at(fault))
        }
        Ok(_) => Err(RenderError::Stopped {
            name: named(&sheet),
        }),
        Err(stop) => Err(stop.of(named(&sheet))),
    }
}

/// Pages that are laid out, to be looked at.
#[derive(Debug)]
pub struct Laid {
    places: Places,
    sizes: Vec<(f32, f32)>,
    spots: Vec<Vec<Spot>>,
    held: Held,
}

#[derive(Debug)]
enum Held {
    Here(Box<Pages>),
    There(Mutex<Worker>),
}

/// Lays a document out.
pub fn lay_out(document: &Document, design: &Design) -> Result<Laid, RenderError> {
    let (sheet, places) = Sheet::new(document, design);
    if let Some(mut worker) = worker_for(&sheet)? {
        let (sizes, spots) = lay_out_there(&mut worker, &sheet, &places)?;
        return Ok(Laid {
            places,
            sizes,
            spots,
            held: Held::There(Mutex::new(worker)),
        });
    }
    let pages = sheet.lay_out().map_err(|fault| fault.at(&places))?;
    let sizes = pages.sizes();
    Ok(Laid {
        places,
        spots: (0..sizes.len()).map(|page| pages.spots(page)).collect(),
        sizes,
        held: Held::Here(Box::new(pages)),
    })
}

impl Laid {
    /// The width and height of each page, in points.
    #[must_use]
    pub fn sizes(&self) -> &[(f32, f32)] {
        &self.sizes
    }

    /// The element that stands nearest to a point of a page, and which of its blocks.
    #[must_use]
    pub fn at(&self, page: usize, x: f32, y: f32) -> Option<&(Element, usize)> {
        let outside = |at: f32, from: f32, to: f32| (from - at).max(at - to).max(0.0);
        // What is beside the point is nearer than what is above it: lines are long.
        let far = |spot: &&Spot| {
            outside(x, spot.left, spot.right) + 4.0 * outside(y, spot.top, spot.bottom)
        };
        let spots = self.spots.get(page)?;
        let nearest = spots.iter().min_by(|a, b| far(a).total_cmp(&far(b)))?;
        self.places.get(nearest.place)
    }

    /// A picture of a page, so many pixels to a point; nothing where it cannot be made any more.
    #[must_use]
    pub fn raster(&self, page: usize, scale: f32) -> Option<Raster> {
        match &self.held {
            Held::Here(pages) => pages.raster(page, scale),
            Held::There(worker) => {
                let mut worker = worker.lock().unwrap_or_else(PoisonError::into_inner);
                match worker.ask(&Ask::Raster { page, scale }, &[], ENOUGH).ok()? {
                    (Told::Raster { width, height }, pixels) => Some(Raster {
                        width,
                        height,
                        pixels,
                    }),
                    _ => None,
                }
            }
        }
    }
}

/// A worker, where a sheet needs one.
fn worker_for(sheet: &Sheet) -> Result<Option<Worker>, RenderError> {
    let Some(program) = PROGRAM.get().filter(|_| sheet.untrusted().is_some()) else {
        return Ok(None);
    };
    let idle = IDLE.lock().unwrap_or_else(PoisonError::into_inner).pop();
    match idle {
        Some(worker) => Ok(Some(worker)),
        None => Worker::start(program)
            .map(Some)
            .map_err(|_| RenderError::Stopped { name: named(sheet) }),
    }
}

fn keep(worker: Worker) {
    let mut idle = IDLE.lock().unwrap_or_else(PoisonError::into_inner);
    idle.push(worker);
}

type Outlook = (Vec<(f32, f32)>, Vec<Vec<Spot>>);

fn lay_out_there(
    worker: &mut Worker,
    sheet: &Sheet,
    places: &Places,
) -> Result<Outlook, RenderError> {
    let ask = Ask::LayOut(Box::new(sheet.clone()));
    match worker.ask(&ask, sheet.logo_bytes(), ENOUGH) {
        Ok((Told::Pages { sizes, spots }, _)) => Ok((sizes, spots)),
        Ok((Told::Fault(fault), _)) => Err(fault.at(places)),
        Ok(_) => Err(RenderError::Stopped { name: named(sheet) }),
        Err(stop) => Err(stop.of(named(sheet))),
    }
}

/// What may be to blame.
fn named(sheet: &Sheet) -> String {
    sheet.untrusted().unwrap_or_default().to_owned()
}
