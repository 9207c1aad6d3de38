//! The window's work away from the interface: opening, saving, exporting, and the system's
//! dialogs.

use super::opener::NotShown;
use super::picker::{Picked, Purpose};
use crate::workspace::export::{ExportError, Report};
use crate::workspace::files::FileError;
use crate::workspace::files::recovery::LeftBehind;
use crate::workspace::{Fingerprint, Job, SavePoint, Session, Source};

/// A system dialog that has not answered yet.
pub struct Picking {
    pub job: Job<Picked>,
    pub purpose: Purpose,
}

/// What is under way. There is at most one of a kind.
#[derive(Default)]
pub struct Work {
    pub opening: Option<Job<Result<Session, FileError>>>,
    pub saving: Option<(Job<Result<Source, FileError>>, SavePoint)>,
    pub exporting: Option<Job<Result<Report, ExportError>>>,
    pub picking: Option<Picking>,
    /// Writing the settings.
    pub keeping: Option<Job<()>>,
    /// Keeping aside what is not saved yet.
    pub setting_aside: Option<Job<()>>,
    /// Looking for work that an earlier run left behind.
    pub recovering: Option<Job<Vec<LeftBehind>>>,
    /// Showing something with another program.
    pub showing: Option<Job<Result<(), NotShown>>>,
    /// Looking whether something else wrote the file.
    pub looking: Option<Job<Option<Fingerprint>>>,
}
