//! The window's work away from the interface: opening, saving, exporting, and the system's
//! dialogs.

use std::io;
use std::path::PathBuf;

use jiff::civil::Date;

use super::opener::NotShown;
use super::picker::{Picked, Purpose};
use super::window::{Copied, NotChecked, NotRead, ReadIn, ReadToCompare};
use crate::document::Document;
use crate::model::{PlatformId, Presentation};
use crate::render::{Design, RenderError};
use crate::workspace::board::Entries;
use crate::workspace::changes::bulk::{Bulk, Plan};
use crate::workspace::export::{ExportError, Leftover, Removal, Report};
use crate::workspace::files::recovery::LeftBehind;
use crate::workspace::files::{DesignError, FileError, RegisterError};
use crate::workspace::lifting::{Lifting, NoLifting};
use crate::workspace::moved_on::MovedOn;
use crate::workspace::releases::{Chain, Fault, Found, Glances, PublishError, Published};
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
    /// The work that was left behind, where it is that and no file.
    pub left_behind: Option<LeftBehind>,
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

/// Charters that are being published.
pub struct Publishing {
    pub job: Job<Result<Published, PublishError>>,
    pub date: Date,
}

/// The releases of a platform that are being read.
pub struct Chained {
    pub job: Job<Result<Chain, RegisterError>>,
    pub of: PlatformId,
}

/// Adaptations whose originals have changed since, being looked for in a state of the collection.
pub struct Looking {
    pub job: Job<Option<Vec<MovedOn>>>,
    pub point: SavePoint,
}

/// What came of checking a register: how many releases it holds, and what is not as it was.
pub type Checked = Result<(usize, Vec<Fault>), RegisterError>;

/// What came of comparing a page: what differs, and the number and the text of the release.
pub type CheckedPage = Result<(Found, u32, Document), NotChecked>;

/// What came of writing a file: where, and why not.
pub type Written = (PathBuf, Result<io::Result<()>, RenderError>);

/// What is told of the platforms, as it is being made, for a state of the collection.
pub struct Boarding {
    pub job: Job<Option<Entries>>,
    pub point: SavePoint,
    /// The time of the frame in which that began.
    pub since: f64,
}

/// What a change of many platforms would do, as it is being worked out.
pub struct Planning {
    pub job: Job<Option<Plan>>,
    pub of: Bulk,
}

/// What is under way. There is at most one of a kind: what is no longer awaited is stopped.
#[derive(Default)]
pub struct Work {
    pub opening: Option<Opening>,
    pub saving: Option<Saving>,
    pub exporting: Option<Exporting>,
    /// Reading the files that the collection names for its looks.
    pub designing: Option<Designing>,
    /// Settling what was asked for finished charters to look like.
    pub presenting: Option<Job<Result<Presentation, DesignError>>>,
    /// Removing what earlier exports left.
    pub removing: Option<Job<Removed>>,
    pub reading: Option<Reading>,
    pub publishing: Option<Publishing>,
    /// Reading the platforms for the board.
    pub boarding: Option<Boarding>,
    pub planning: Option<Planning>,
    /// Looking at the last releases of all platforms.
    pub glancing: Option<Job<Option<Glances>>>,
    pub chaining: Option<Chained>,
    pub verifying: Option<Job<Checked>>,
    /// Comparing a page with a release.
    pub checking: Option<Job<CheckedPage>>,
    /// Reading what the charter or the collection is compared with.
    pub comparing: Option<Job<ReadToCompare>>,
    /// Writing a history.
    pub telling: Option<Job<Written>>,
    pub picking: Option<Picking>,
    pub moved: Option<Looking>,
    /// Looking for what platforms share.
    pub lifting: Option<Job<Result<Lifting, NoLifting>>>,
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

impl Work {
    /// Stops what is about the collection that is open.
    pub fn leave_collection(&mut self) {
        self.boarding = None;
        self.planning = None;
        self.glancing = None;
        self.chaining = None;
        self.verifying = None;
        self.checking = None;
        self.comparing = None;
        self.moved = None;
        self.lifting = None;
        self.designing = None;
        self.presenting = None;
    }
}
