//! Showing a page, an address or a folder by another program, behind a trait so that tests open
//! none.

use std::ffi::OsStr;
use std::io;
use std::path::{Path, PathBuf};

use crate::render::RenderError;

/// Opens something in another program. Called away from the interface thread.
pub trait Opener: Send + Sync {
    /// Opens a page that stands in a file.
    fn open(&self, page: &Path) -> io::Result<()>;
    /// Opens the address of a link.
    fn open_address(&self, address: &str) -> io::Result<()>;
    /// Shows a folder.
    fn open_folder(&self, folder: &Path) -> io::Result<()>;
}

/// The programs that the system knows.
pub struct SystemOpener;

impl Opener for SystemOpener {
    fn open(&self, page: &Path) -> io::Result<()> {
        browse(page.as_os_str())
    }

    fn open_address(&self, address: &str) -> io::Result<()> {
        browse(address.as_ref())
    }

    fn open_folder(&self, folder: &Path) -> io::Result<()> {
        opener::open(folder).map_err(told)
    }
}

fn browse(what: &OsStr) -> io::Result<()> {
    opener::open_browser(what).map_err(told)
}

fn told(error: opener::OpenError) -> io::Error {
    match error {
        opener::OpenError::Io(error) => error,
        other => io::Error::other(other.to_string()),
    }
}

/// Why nothing was shown.
#[derive(Debug)]
pub enum NotShown {
    /// The page could not be made.
    NotRendered(RenderError),
    /// The page could not be written.
    NotWritten(io::Error),
    /// No browser opened it; it can be opened by hand.
    Page {
        path: PathBuf,
        error: io::Error,
    },
    Address {
        address: String,
        error: io::Error,
    },
    Folder {
        folder: PathBuf,
        error: io::Error,
    },
}
