//! Files, and what the environment says: nothing else in the program touches them, but for the
//! system's own dialogs behind `ui::picker`.

mod design;
pub mod recovery;
mod register;
pub mod sources;

use std::ffi::OsStr;
use std::fs;
use std::io::{self, Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use etcetera::{AppStrategy, AppStrategyArgs};
use jiff::civil::Date;
use sha2::{Digest as _, Sha256};

use crate::model::Collection;
use crate::store::{self, Notation, Unreadable};
use crate::workspace::session::{Fingerprint, Session, Source};
use crate::workspace::settings::Settings;

pub use design::{DesignError, Wanted, read_design, settle_presentation};
pub use register::{
    LIST, RegisterError, add_to_register, register_bytes, register_folder, register_names, sha256,
    write_list,
};

/// The largest collection file that is read, far above what people make: a path given by mistake
/// should not fill the memory.
const LARGEST: u64 = 1 << 30;

/// Why a collection could not be opened or saved. The file is as it was.
#[derive(Debug)]
pub enum FileError {
    /// The name ends neither in `.ron` nor in `.json`.
    UnknownNotation {
        path: PathBuf,
    },
    NotFound {
        path: PathBuf,
    },
    Exists {
        path: PathBuf,
    },
    IsFolder {
        path: PathBuf,
    },
    /// It is a device, a pipe or the like.
    NotAFile {
        path: PathBuf,
    },
    TooLarge {
        path: PathBuf,
    },
    /// The system would not read it.
    Read {
        path: PathBuf,
        error: io::Error,
    },
    /// The system would not write it.
    Write {
        path: PathBuf,
        error: io::Error,
    },
    /// It is no collection.
    Unreadable {
        path: PathBuf,
        unreadable: Unreadable,
    },
    /// Something else has written it since it was opened.
    ChangedMeanwhile {
        path: PathBuf,
    },
}

fn notation(path: &Path) -> Result<Notation, FileError> {
    path.extension()
        .and_then(OsStr::to_str)
        .and_then(Notation::of_extension)
        .ok_or_else(|| FileError::UnknownNotation {
            path: path.to_owned(),
        })
}

/// Opens a collection file.
pub fn open(path: &Path) -> Result<Session, FileError> {
    let (collection, source, text) = load(path)?;
    let has_comments = source.notation == Notation::Ron && store::has_comments(&text);
    Ok(Session::opened(collection, source, has_comments))
}

/// Reads a collection file.
pub fn read(path: &Path) -> Result<Collection, FileError> {
    load(path).map(|(collection, _, _)| collection)
}

fn load(path: &Path) -> Result<(Collection, Source, String), FileError> {
    let notation = notation(path)?;
    let bytes = bytes_of(path)?;
    let unreadable = |unreadable| FileError::Unreadable {
        path: path.to_owned(),
        unreadable,
    };
    let collection = store::read(&bytes, notation).map_err(unreadable)?;
    let source = Source {
        path: path.to_owned(),
        notation,
        fingerprint: fingerprint(&bytes),
    };
    Ok((
        collection,
        source,
        String::from_utf8_lossy(&bytes).into_owned(),
    ))
}

fn bytes_of(path: &Path) -> Result<Vec<u8>, FileError> {
    let read = |error: io::Error| match error.kind() {
        io::ErrorKind::NotFound => FileError::NotFound {
            path: path.to_owned(),
        },
        _ => FileError::Read {
            path: path.to_owned(),
            error,
        },
    };
    let metadata = fs::metadata(path).map_err(read)?;
    if metadata.is_dir() {
        return Err(FileError::IsFolder {
            path: path.to_owned(),
        });
    }
    if !metadata.is_file() {
        return Err(FileError::NotAFile {
            path: path.to_owned(),
        });
    }
    if metadata.len() > LARGEST {
        return Err(FileError::TooLarge {
            path: path.to_owned(),
        });
    }
    // A file may grow while it is read.
    let mut bytes = Vec::new();
    let file = fs::File::open(path).map_err(read)?;
    file.take(LARGEST + 1)
        .read_to_end(&mut bytes)
        .map_err(read)?;
    if u64::try_from(bytes.len()).is_ok_and(|length| length > LARGEST) {
        return Err(FileError::TooLarge {
            path: path.to_owned(),
        });
    }
    Ok(bytes)
}

/// Whether a save may replace a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Replace {
    /// Only one that holds what it held when it was opened, or none at all.
    Known(Option<Fingerprint>),
    /// Any: the person was asked.
    Any,
}

/// A version of a collection, as version control hands it over.
#[derive(Debug)]
pub struct Version {
    pub collection: Collection,
    pub notation: Notation,
}

/// Reads a version of a collection from a file of any name; nothing, from an empty one.
pub fn read_version(path: &Path) -> Result<Option<Version>, FileError> {
    let bytes = bytes_of(path)?;
    if bytes.trim_ascii().is_empty() {
        return Ok(None);
    }
    let notation = notation(path).unwrap_or_else(|_| Notation::of_content(&bytes));
    let collection = store::read(&bytes, notation).map_err(|unreadable| FileError::Unreadable {
        path: path.to_owned(),
        unreadable,
    })?;
    Ok(Some(Version {
        collection,
        notation,
    }))
}

/// Saves a collection, wholly or not at all, and tells what the file holds now.
pub fn save(collection: &Collection, path: &Path, replace: &Replace) -> Result<Source, FileError> {
    save_as(collection, path, notation(path)?, replace)
}

/// The same, in a notation that the file's name need not tell.
pub fn save_as(
    collection: &Collection,
    path: &Path,
    notation: Notation,
    replace: &Replace,
) -> Result<Source, FileError> {
    let there = match bytes_of(path) {
        Ok(bytes) => Some(bytes),
        Err(FileError::NotFound { .. }) => None,
        Err(FileError::Read { path, error }) => return Err(FileError::Write { path, error }),
        Err(error) => return Err(error),
    };
    // What a newer program wrote is never overwritten, not even when the person says so.
    if let Some(newer) = there
        .as_deref()
        .and_then(|bytes| store::newer(bytes, notation))
    {
        return Err(FileError::Unreadable {
            path: path.to_owned(),
            unreadable: newer,
        });
    }
    if let Replace::Known(expected) = replace {
        match (there.as_deref().map(fingerprint), expected) {
            (Some(_), None) => {
                return Err(FileError::Exists {
                    path: path.to_owned(),
                });
            }
            (Some(found), Some(expected)) if found != *expected => {
                return Err(FileError::ChangedMeanwhile {
                    path: path.to_owned(),
                });
            }
            _ => {}
        }
    }
    let text = store::write(collection, notation);
    write_whole(path, text.as_bytes()).map_err(|error| FileError::Write {
        path: path.to_owned(),
        error,
    })?;
    Ok(Source {
        path: path.to_owned(),
        notation,
        fingerprint: fingerprint(text.as_bytes()),
    })
}

/// Writes a file wholly or not at all, whatever happens to the machine: beside it first, then in
/// its place. Links to it stay links, and its permissions stay as they are.
pub fn write_whole(path: &Path, bytes: &[u8]) -> io::Result<()> {
    replace(path, bytes, Flush::Yes)
}

/// Whether the disk has a file before another one gives way to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Flush {
    Yes,
    /// For what can be made again: thousands of files are not waited for one by one.
    No,
}

fn replace(path: &Path, bytes: &[u8], flush: Flush) -> io::Result<()> {
    let path = match fs::canonicalize(path) {
        Ok(real) => real,
        Err(error) if error.kind() == io::ErrorKind::NotFound => behind_links(path)?,
        Err(error) => return Err(error),
    };
    let folder = match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    let permissions = fs::metadata(&path)
        .ok()
        .map(|metadata| metadata.permissions());
    if permissions.as_ref().is_some_and(fs::Permissions::readonly) {
        return Err(io::ErrorKind::PermissionDenied.into());
    }
    let mut beside = new_file_beside(folder)?;
    beside.write_all(bytes)?;
    if let Some(permissions) = permissions {
        beside.as_file().set_permissions(permissions)?;
    }
    if flush == Flush::Yes {
        beside.as_file().sync_all()?;
    }
    beside.persist(&path).map_err(|error| error.error)?;
    if flush == Flush::No {
        return Ok(());
    }
    // The new name is on the disk once its folder is; where folders cannot be flushed, the
    // system sees to it.
    if let Ok(folder) = fs::File::open(folder) {
        let _ = folder.sync_all();
    }
    Ok(())
}

/// What a link leads to, be there nothing yet: that is replaced, not the link.
fn behind_links(path: &Path) -> io::Result<PathBuf> {
    const MOST: usize = 40;
    let mut path = path.to_owned();
    for _ in 0..MOST {
        match fs::read_link(&path) {
            Ok(target) => path = path.parent().unwrap_or(Path::new("")).join(target),
            Err(_) => return Ok(path),
        }
    }
    Err(io::Error::other("too many links lead to one another"))
}

/// A temporary file with the permissions that a new file gets.
fn new_file_beside(folder: &Path) -> io::Result<tempfile::NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".chartrier-");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    builder.tempfile_in(folder)
}

fn fingerprint(bytes: &[u8]) -> Fingerprint {
    Fingerprint(Sha256::digest(bytes).into())
}

/// The date that `SOURCE_DATE_EPOCH` sets for charters without one, in seconds since 1970 (UTC).
#[must_use]
pub fn source_date() -> Option<Date> {
    let seconds: i64 = std::env::var("SOURCE_DATE_EPOCH")
        .ok()?
        .trim()
        .parse()
        .ok()?;
    let moment = jiff::Timestamp::from_second(seconds).ok()?;
    Some(moment.to_zoned(jiff::tz::TimeZone::UTC).date())
}

/// Where the program keeps what a person has set; nowhere, if they have no folder.
#[must_use]
pub fn settings_file() -> Option<PathBuf> {
    Some(folders()?.in_config_dir("settings.json"))
}

/// Where work is kept aside that is not saved yet.
#[must_use]
pub fn recovery_folder() -> Option<PathBuf> {
    Some(folders()?.in_data_dir("recovery"))
}

fn folders() -> Option<impl AppStrategy> {
    etcetera::choose_app_strategy(AppStrategyArgs {
        app_name: "chartrier".to_owned(),
        ..AppStrategyArgs::default()
    })
    .ok()
}

/// The settings that stand in a file, or those of a first start.
#[must_use]
pub fn read_settings(path: &Path) -> Settings {
    Settings::read(&bytes_of(path).unwrap_or_default())
}

pub fn write_settings(settings: &Settings, path: &Path) -> io::Result<()> {
    if let Some(folder) = path.parent() {
        make_folder(folder)?;
    }
    write_if_changed(path, &settings.written()).map(|_| ())
}

/// What a file holds now, if it can be read.
#[must_use]
pub fn fingerprint_of(path: &Path) -> Option<Fingerprint> {
    bytes_of(path).ok().as_deref().map(fingerprint)
}

/// The date of today, where the person is.
#[must_use]
pub fn today() -> Date {
    jiff::Zoned::now().date()
}

/// The person's own folder.
#[must_use]
pub fn home() -> Option<PathBuf> {
    std::env::home_dir()
}

fn is_link(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok_and(|metadata| metadata.is_symlink())
}

/// Makes a folder inside another, neither of them by a link that leads elsewhere.
pub fn make_folder_inside(folder: &Path, names: [&String; 2]) -> io::Result<PathBuf> {
    let mut inside = folder.to_owned();
    for name in names {
        inside.push(name);
        if is_link(&inside) {
            return Err(io::ErrorKind::NotADirectory.into());
        }
    }
    make_folder(&inside)?;
    Ok(inside)
}

/// Makes a folder, and those that it stands in.
pub fn make_folder(folder: &Path) -> io::Result<()> {
    fs::create_dir_all(folder)
}

/// Writes a file of an export unless it says the same already, and tells whether it did. A link in
/// its place is replaced, and what it leads to left alone.
pub fn write_if_changed(path: &Path, bytes: &[u8]) -> io::Result<bool> {
    if is_link(path) {
        fs::remove_file(path)?;
    }
    let length = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
    let may_be_same = fs::metadata(path).is_ok_and(|there| there.len() == length);
    if may_be_same && fs::read(path).is_ok_and(|before| before == bytes) {
        return Ok(false);
    }
    replace(path, bytes, Flush::No).map(|()| true)
}

/// The bytes of a file, if it is one and not enormous.
pub fn read_small(path: &Path) -> io::Result<Vec<u8>> {
    bytes_of(path).map_err(|error| match error {
        FileError::Read { error, .. } => error,
        FileError::NotFound { .. } => io::ErrorKind::NotFound.into(),
        _ => io::ErrorKind::InvalidInput.into(),
    })
}

/// Whether a file stands below a folder, with no link on the way to it.
#[must_use]
pub fn is_inside(folder: &Path, path: &str) -> bool {
    let mut inside = folder.to_owned();
    for name in path.split('/') {
        inside.push(name);
        if is_link(&inside) {
            return false;
        }
    }
    inside.is_file()
}

/// Removes a file below a folder, and the folders between that are empty then.
pub fn remove_inside(folder: &Path, path: &str) -> io::Result<()> {
    let mut inside = folder.join(path);
    fs::remove_file(&inside)?;
    while inside.pop() && inside != folder {
        // One that holds something else stays.
        if fs::remove_dir(&inside).is_err() {
            break;
        }
    }
    Ok(())
}

/// A folder of this run of the program among the system's temporary ones, for pages that are
/// looked at and not kept. It is made when it is first needed, for this person alone, and goes
/// with the program.
#[derive(Debug, Clone, Default)]
pub struct Passing(Arc<Mutex<Option<tempfile::TempDir>>>);

impl Passing {
    /// Writes a file into it, and tells where.
    pub fn write(&self, name: &str, bytes: &[u8]) -> io::Result<PathBuf> {
        let mut folder = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        // Some systems clear their temporary folders while programs run.
        let folder = match folder.take().filter(|folder| folder.path().is_dir()) {
            Some(there) => folder.insert(there),
            None => folder.insert(tempfile::Builder::new().prefix("chartrier-").tempdir()?),
        };
        let path = folder.path().join(name);
        write_if_changed(&path, bytes)?;
        Ok(path)
    }
}
