//! Work that is not saved yet, kept aside so that a crash or a power cut loses little of it.
//!
//! Each running program has a pair of files in a folder: its work, written wholly from time to
//! time, and a lock that it holds while it lives. Work whose lock nobody holds was left behind.

use std::fs::{self, File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};

use super::{bytes_of, make_folder, write_whole};
use crate::model::Collection;
use crate::store::Notation;
use crate::workspace::session::{Fingerprint, Session, Source};

const LOCK: &str = "lock";
const WORK: &str = "json";

/// Where one program keeps its work aside, while it runs.
#[derive(Debug)]
pub struct Aside {
    work: PathBuf,
    lock: PathBuf,
    /// Held until the program ends, however it ends.
    _held: File,
}

/// Work as it is kept aside.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Work {
    /// The file that it is to be saved to, and what that held when it was opened.
    source: Option<(PathBuf, [u8; 32])>,
    collection: Collection,
}

/// Work that was left behind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeftBehind {
    work: PathBuf,
    /// The file that it is to be saved to, if it had one.
    pub path: Option<PathBuf>,
    pub name: String,
    /// When it was kept aside last, in the time of the place.
    pub when: DateTime,
}

impl Aside {
    /// Begins to keep work aside in a folder.
    pub fn begin(folder: &Path) -> io::Result<Self> {
        make_folder(folder)?;
        let (held, lock) = tempfile::Builder::new()
            .prefix("work-")
            .suffix(&format!(".{LOCK}"))
            .tempfile_in(folder)?
            .keep()
            .map_err(|error| error.error)?;
        held.lock()?;
        Ok(Self {
            work: lock.with_extension(WORK),
            lock,
            _held: held,
        })
    }

    /// Where the work itself is written.
    #[must_use]
    pub fn file(&self) -> &Path {
        &self.work
    }

    /// Forgets the work: it is saved, or not wanted.
    pub fn clear(&self) {
        // What cannot be removed is offered at the next start; that loses nothing.
        let _ = fs::remove_file(&self.work);
    }
}

impl Drop for Aside {
    fn drop(&mut self) {
        self.clear();
        let _ = fs::remove_file(&self.lock);
    }
}

/// Keeps a collection aside.
pub fn keep(file: &Path, collection: &Collection, source: Option<&Source>) -> io::Result<()> {
    let source = source.map(|source| (source.path.clone(), source.fingerprint.0));
    let work = Work {
        source,
        collection: collection.clone(),
    };
    write_whole(file, &serde_json::to_vec(&work)?)
}

/// The work that programs which ended unexpectedly left in a folder, the latest first.
#[must_use]
pub fn left_behind(folder: &Path) -> Vec<LeftBehind> {
    let Ok(entries) = fs::read_dir(folder) else {
        return Vec::new();
    };
    let mut found: Vec<(Timestamp, LeftBehind)> = entries
        .filter_map(Result::ok)
        .filter_map(|entry| of_nobody(&entry.path()))
        .collect();
    found.sort_by(|(one, _), (other, _)| other.cmp(one));
    found.into_iter().map(|(_, it)| it).collect()
}

/// The work that a lock belongs to, if nobody holds it.
fn of_nobody(lock: &Path) -> Option<(Timestamp, LeftBehind)> {
    if lock.extension()? != LOCK {
        return None;
    }
    match File::open(lock).ok()?.try_lock() {
        Ok(()) => {}
        Err(TryLockError::WouldBlock | TryLockError::Error(_)) => return None,
    }
    let file = lock.with_extension(WORK);
    let Some(work) = read(&file) else {
        let _ = fs::remove_file(lock);
        return None;
    };
    let modified = fs::metadata(&file).ok()?.modified().ok()?;
    let when = Timestamp::try_from(modified).ok()?;
    let left = LeftBehind {
        path: work.source.map(|(path, _)| path),
        name: work.collection.name,
        when: when.to_zoned(TimeZone::system()).datetime(),
        work: file,
    };
    Some((when, left))
}

fn read(file: &Path) -> Option<Work> {
    serde_json::from_slice(&bytes_of(file).ok()?).ok()
}

impl LeftBehind {
    /// The session that it was, if it can still be read.
    #[must_use]
    pub fn session(&self) -> Option<Session> {
        let work = read(&self.work)?;
        let source = work.source.and_then(|(path, fingerprint)| {
            Some(Source {
                notation: Notation::of_extension(path.extension()?.to_str()?)?,
                path,
                fingerprint: Fingerprint(fingerprint),
            })
        });
        Some(Session::recovered(work.collection, source))
    }

    /// Forgets it.
    pub fn forget(&self) {
        let _ = fs::remove_file(&self.work);
        let _ = fs::remove_file(self.work.with_extension(LOCK));
    }
}
