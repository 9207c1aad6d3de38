//! Sources of an import: files, and the files of folders.

use std::fs;
use std::path::{Path, PathBuf};

use super::{FileError, bytes_of};

/// How deep folders are looked into.
const DEEPEST: usize = 16;

/// The files that paths name: each file itself, and all files below a folder, by their names.
/// Hidden ones are left out, as are links to folders.
pub fn files_of(paths: &[PathBuf]) -> Result<Vec<PathBuf>, FileError> {
    let mut files = Vec::new();
    for path in paths {
        if path.is_dir() {
            push_files(path, &mut files, DEEPEST)?;
        } else {
            files.push(path.clone());
        }
    }
    Ok(files)
}

fn push_files(folder: &Path, files: &mut Vec<PathBuf>, left: usize) -> Result<(), FileError> {
    let failed = |error| FileError::Read {
        path: folder.to_owned(),
        error,
    };
    let mut entries = Vec::new();
    for entry in fs::read_dir(folder).map_err(failed)? {
        let entry = entry.map_err(failed)?;
        entries.push((entry.path(), entry.file_type().map_err(failed)?));
    }
    entries.sort_by(|(a, _), (b, _)| a.cmp(b));
    for (path, kind) in entries {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if name.starts_with('.') {
            continue;
        }
        if kind.is_dir() && left > 0 {
            push_files(&path, files, left - 1)?;
        } else if path.is_file() {
            files.push(path);
        }
    }
    Ok(())
}

/// The bytes of a source.
pub fn source_bytes(path: &Path) -> Result<Vec<u8>, FileError> {
    bytes_of(path)
}
