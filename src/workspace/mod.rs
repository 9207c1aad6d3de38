//! The workspace: the only stateful part. Sessions with their history and derived values, files,
//! exports and background jobs. The command line and the window both stand on it.
//!
//! Only [`files`] touches the file system and the clock.

pub mod board;
pub mod changes;
pub mod checking;
pub mod comparing;
pub mod dangling;
pub mod export;
pub mod files;
pub mod find;
mod history;
pub mod import;
mod jobs;
pub mod lifting;
pub mod moved_on;
pub mod moving;
pub mod releases;
pub mod review;
mod session;
pub mod settings;
pub mod sheet;
mod starters;
pub mod translations;
pub mod typesetting;
pub mod uses;
pub mod values;

pub use history::{Change, Deed, Place, StepSeen, Typed};
pub use jobs::{Cancel, Job, Jobs, Outcome, Progress};
pub use session::{Fingerprint, Mark, SavePoint, Session, Source};
pub use starters::{Starter, examples};
