//! The workspace: the only stateful part. Sessions with their history and derived values, files,
//! exports and background jobs. The command line and the window both stand on it.
//!
//! Only [`files`] touches the file system and the clock.

pub mod changes;
pub mod export;
pub mod files;
pub mod find;
mod history;
mod jobs;
mod session;
pub mod settings;
mod starters;

pub use history::{Change, Deed, Place, StepSeen, Typed};
pub use jobs::{Cancel, Job, Jobs, Outcome, Progress};
pub use session::{Fingerprint, SavePoint, Session, Source};
pub use starters::{Starter, examples};
