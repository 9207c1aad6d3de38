//! The window's work away from the interface: opening, saving, exporting, and the system's
//! dialogs.

use std::path::PathBuf;

use super::opener::NotShown;
use super::picker::{Picked, Purpose};
use super::window::{Copied, NotRead, ReadIn};
use crate::model::Presentation;
use crate::render::Design;
use crate::render::RenderError;
use crate::workspace::export::{ExportError, Leftover, Removal, Report};
use crate::workspace::files::recovery::LeftBehind;
use crate::workspace::files::{DesignError, FileError};
use crate::workspace::{Fingerprint, Job, SavePoint, Session, Source};

/// A system dialog that has not answered yet.
pub struct Picking {
    pub job: Job<Picked>,
    pub purpose: Purpose,
}

/// A file that is being opened.
pub struct Opening {
    pub job: Job<Result<Session, FileError>>,
    pub from: PathBuf,
    /// What the collection that it is to replace was when that began.
    pub since: SavePoint,
}

/// A collection that is being saved, as it was then.
pub struct Saving {
    pub job: Job<Result<Source, FileError>>,
    pub point: SavePoint,
    pub to: PathBuf,
}

/// Charters that are being exported.
pub struct Exporting {
    pub job: Job<Result<Report, ExportError>>,
    /// The folder that they go to.
    pub to: PathBuf,
}

/// Charters that are being read.
pub struct Reading {
    pub job: Job<Result<ReadIn, NotRead>>,
}

/// What became of what earlier exports left.
pub type Removed = Result<Vec<(Leftover, Removal)>, ExportError>;

/// Files that are being read, and what names them.
pub struct Designing {
    pub job: Job<Result<Design, DesignError>>,
    pub of: (Presentation, Option<PathBuf>),
}

/// What is under way. There is at most one of a kind.
#[derive(Default)]
pub struct Work {
    pub opening: Option<Opening>,
    pub saving: Option<Saving>,
    pub exporting: Option<Exporting>,
    /// Removing what earlier exports left.
    /// Reading the files that the collection names for its looks.
    pub designing: Option<Designing>,
    /// Settling what was asked for finished charters to look like.
    pub presenting: Option<Job<Result<Presentation, DesignError>>>,
    pub removing: Option<Job<Removed>>,
    pub reading: Option<Reading>,
    pub picking: Option<Picking>,
    /// Writing the settings.
    pub keeping: Option<Job<()>>,
    /// Keeping aside what is not saved yet.
    pub setting_aside: Option<Job<()>>,
    /// Looking for work that an earlier run left behind.
    pub recovering: Option<Job<Vec<LeftBehind>>>,
    /// Showing something with another program.
    pub showing: Option<Job<Result<(), NotShown>>>,
    /// Copying the charter that is looked at.
    pub copying: Option<Job<Result<Copied, RenderError>>>,
    /// Looking whether something else wrote the file.
    pub looking: Option<Job<Option<Fingerprint>>>,
}
