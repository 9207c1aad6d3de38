//! The files of a register of releases: one by release, never written again, and the list of their
//! hashes.

use std::fs;
use std::io::{self, Read as _, Write as _};
use std::path::{Path, PathBuf};

use sha2::{Digest as _, Sha256};

/// The largest release that is read: far above the largest charter in every language.
const LARGEST: u64 = 256 << 20;

/// The list of a register's files with their hashes, as `sha256sum --check` reads it.
pub const LIST: &str = "SHA256SUMS";

/// Why a register could not be read or added to. What stands in it is as it was.
#[derive(Debug)]
pub enum RegisterError {
    /// Something that is no folder stands in its place.
    NotAFolder {
        path: PathBuf,
    },
    TooLarge {
        path: PathBuf,
    },
    /// A release stands there already.
    Exists {
        path: PathBuf,
    },
    Read {
        path: PathBuf,
        error: io::Error,
    },
    Write {
        path: PathBuf,
        error: io::Error,
    },
}

/// The folder of a collection's register: beside its file, under its name.
#[must_use]
pub fn register_folder(collection: &Path) -> PathBuf {
    let mut name = collection.file_stem().unwrap_or_default().to_owned();
    name.push(".publications");
    collection.with_file_name(name)
}

/// The names of the files in a register, in the order of the alphabet; none where there is no
/// register yet. What systems leave behind in folders is none of it.
pub fn register_names(folder: &Path) -> Result<Vec<String>, RegisterError> {
    let read = |error| RegisterError::Read {
        path: folder.to_owned(),
        error,
    };
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) if error.kind() == io::ErrorKind::NotADirectory || folder.is_file() => {
            return Err(RegisterError::NotAFolder {
                path: folder.to_owned(),
            });
        }
        Err(error) => return Err(read(error)),
    };
    let mut names = Vec::new();
    for entry in entries {
        let name = entry.map_err(read)?.file_name();
        let name = name.to_string_lossy().into_owned();
        let is_left_behind = name.starts_with('.')
            || ["thumbs.db", "desktop.ini"].contains(&name.to_ascii_lowercase().as_str());
        if !is_left_behind {
            names.push(name);
        }
    }
    names.sort_unstable();
    Ok(names)
}

/// The bytes of a file of a register; nothing where it is not there.
pub fn register_bytes(folder: &Path, name: &str) -> Result<Option<Vec<u8>>, RegisterError> {
    let path = folder.join(name);
    let read = |error| RegisterError::Read {
        path: path.clone(),
        error,
    };
    let file = match fs::File::open(&path) {
        Ok(file) => file,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(read(error)),
    };
    if !file.metadata().map_err(read)?.is_file() {
        return Err(read(io::ErrorKind::InvalidInput.into()));
    }
    let mut bytes = Vec::new();
    file.take(LARGEST + 1)
        .read_to_end(&mut bytes)
        .map_err(read)?;
    if u64::try_from(bytes.len()).is_ok_and(|length| length > LARGEST) {
        return Err(RegisterError::TooLarge { path });
    }
    Ok(Some(bytes))
}

/// Adds a file to a register: wholly or not at all, and never in the place of another.
pub fn add_to_register(folder: &Path, name: &str, bytes: &[u8]) -> Result<(), RegisterError> {
    let path = folder.join(name);
    let write = |error: io::Error| match error.kind() {
        io::ErrorKind::AlreadyExists => RegisterError::Exists { path: path.clone() },
        _ => RegisterError::Write {
            path: path.clone(),
            error,
        },
    };
    super::make_folder(folder).map_err(|error| {
        if folder.exists() && !folder.is_dir() {
            RegisterError::NotAFolder {
                path: folder.to_owned(),
            }
        } else {
            RegisterError::Write {
                path: folder.to_owned(),
                error,
            }
        }
    })?;
    let mut beside = super::new_file_beside(folder).map_err(write)?;
    beside.write_all(bytes).map_err(write)?;
    beside.as_file().sync_all().map_err(write)?;
    beside
        .persist_noclobber(&path)
        .map_err(|error| write(error.error))?;
    if let Ok(folder) = fs::File::open(folder) {
        let _ = folder.sync_all();
    }
    Ok(())
}

/// Writes the list of a register's files.
pub fn write_list(folder: &Path, text: &str) -> Result<(), RegisterError> {
    let path = folder.join(LIST);
    super::write_whole(&path, text.as_bytes()).map_err(|error| RegisterError::Write { path, error })
}

/// The SHA-256 of bytes, in hexadecimal digits.
#[must_use]
pub fn sha256(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    let hash = Sha256::digest(bytes);
    hash.iter()
        .fold(String::with_capacity(64), |mut hex, byte| {
            let _ = write!(hex, "{byte:02x}");
            hex
        })
}
