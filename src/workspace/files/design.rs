//! The files that a collection names for how its charters look: they stand beside its own.

use std::fs;
use std::io::{self, Read as _};
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;

use crate::model::{Beside, Logo, Look, Presentation, Text};
use crate::render::{Design, Format, Picture, PictureKind, Template};

/// The largest template that is read.
const LARGEST_TEMPLATE: u64 = 1 << 20;
/// The largest picture that is read: it stands in every page.
const LARGEST_PICTURE: u64 = 4 << 20;

/// Why what a collection names for its looks cannot be used.
#[derive(Debug)]
pub enum DesignError {
    /// The collection stands in no file yet, and so nothing stands beside it.
    NoFolder {
        name: Beside,
    },
    Read {
        path: PathBuf,
        error: io::Error,
    },
    /// A link in its place leads out of the collection's folder.
    Outside {
        path: PathBuf,
    },
    NotAFile {
        path: PathBuf,
    },
    TooLarge {
        path: PathBuf,
        /// In bytes.
        most: u64,
    },
    /// A template is UTF-8.
    NotText {
        path: PathBuf,
    },
    /// A logo is a PNG, a JPEG or an SVG.
    NotAPicture {
        path: PathBuf,
    },
    /// A relative path that leads out of the collection's folder, or names no file.
    NotBeside {
        path: PathBuf,
    },
    /// A file that was to be copied beside the collection finds another one of its name there.
    Taken {
        path: PathBuf,
    },
    /// It could not be copied beside the collection.
    Copy {
        path: PathBuf,
        error: io::Error,
    },
}

impl DesignError {
    /// The file that it is about, where it has a place.
    #[must_use]
    pub fn path(&self) -> Option<&Path> {
        match self {
            Self::NoFolder { .. } => None,
            Self::Read { path, .. }
            | Self::Outside { path }
            | Self::NotAFile { path }
            | Self::TooLarge { path, .. }
            | Self::NotText { path }
            | Self::NotAPicture { path }
            | Self::NotBeside { path }
            | Self::Taken { path }
            | Self::Copy { path, .. } => Some(path),
        }
    }
}

/// A presentation as a person puts it together: paths of files wherever they are; an empty one
/// names none.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Wanted {
    pub look: Look,
    pub page: PathBuf,
    pub pdf: PathBuf,
    pub logo: PathBuf,
    /// What the logo says to those who do not see it.
    pub alternative: Text,
}

/// Makes what a person wants a presentation: files that stand elsewhere are copied beside the
/// collection's, so that it can be handed on with them. All of them are read, so that what is
/// wrong with one is told now.
pub fn settle_presentation(
    wanted: &Wanted,
    collection: Option<&Path>,
) -> Result<Presentation, DesignError> {
    let logo = beside(&wanted.logo, collection, LARGEST_PICTURE)?;
    let presentation = Presentation {
        look: wanted.look,
        page: beside(&wanted.page, collection, LARGEST_TEMPLATE)?,
        pdf: beside(&wanted.pdf, collection, LARGEST_TEMPLATE)?,
        logo: logo.map(|file| Logo {
            file,
            alternative: wanted.alternative.clone(),
        }),
    };
    read_design(&presentation, collection, &Format::ALL)?;
    Ok(presentation)
}

/// The name beside the collection of a file that may stand elsewhere, where it is copied from.
fn beside(
    path: &Path,
    collection: Option<&Path>,
    most: u64,
) -> Result<Option<Beside>, DesignError> {
    if path.as_os_str().is_empty() {
        return Ok(None);
    }
    let not_beside = || DesignError::NotBeside {
        path: path.to_owned(),
    };
    let named = |relative: &Path| {
        let parts: Option<Vec<&str>> = relative
            .components()
            .map(|part| match part {
                Component::Normal(name) => name.to_str(),
                Component::CurDir => Some(""),
                _ => None,
            })
            .collect();
        let mut parts = parts.ok_or_else(not_beside)?;
        parts.retain(|part| !part.is_empty());
        Beside::new(&parts.join("/")).map_err(|_| not_beside())
    };
    if path.is_relative() {
        return named(path).map(Some);
    }
    let name = path.file_name().ok_or_else(not_beside)?;
    let Some(collection) = collection else {
        let name = named(Path::new(name))?;
        return Err(DesignError::NoFolder { name });
    };
    let folder = folder_of(collection);
    let read = |error| DesignError::Read {
        path: path.to_owned(),
        error,
    };
    let real = fs::canonicalize(path).map_err(read)?;
    let home = fs::canonicalize(folder).map_err(read)?;
    if let Ok(inside) = real.strip_prefix(&home) {
        return named(inside).map(Some);
    }
    let bytes = read_bounded(path, &real, most)?;
    let copy = folder.join(name);
    match fs::read(&copy) {
        Ok(there) if there == bytes => {}
        Ok(_) => return Err(DesignError::Taken { path: copy }),
        Err(_) => super::write_whole(&copy, &bytes)
            .map_err(|error| DesignError::Copy { path: copy, error })?,
    }
    named(Path::new(name)).map(Some)
}

fn folder_of(collection: &Path) -> &Path {
    match collection.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    }
}

/// Reads what these formats need of a presentation, beside a collection's file.
pub fn read_design(
    presentation: &Presentation,
    collection: Option<&Path>,
    formats: &[Format],
) -> Result<Design, DesignError> {
    let needs = |reads: fn(Format) -> bool| formats.iter().any(|format| reads(*format));
    let template = |named: Option<&Beside>| -> Result<Option<Template>, DesignError> {
        named
            .map(|name| read_template(name, collection))
            .transpose()
    };
    let logo = presentation
        .logo
        .as_ref()
        .filter(|_| needs(Format::has_logo));
    Ok(Design {
        look: presentation.look,
        page: template(
            presentation
                .page
                .as_ref()
                .filter(|_| needs(|it| it == Format::Html)),
        )?,
        pdf: template(
            presentation
                .pdf
                .as_ref()
                .filter(|_| needs(|it| it == Format::Pdf)),
        )?,
        logo: logo.map(|logo| read_logo(logo, collection)).transpose()?,
    })
}

fn read_template(name: &Beside, collection: Option<&Path>) -> Result<Template, DesignError> {
    let (path, bytes) = read_beside(name, collection, LARGEST_TEMPLATE)?;
    let text = String::from_utf8(bytes).map_err(|_| DesignError::NotText { path })?;
    Ok(Template {
        name: name.to_string(),
        text: text.into(),
    })
}

fn read_logo(logo: &Logo, collection: Option<&Path>) -> Result<Picture, DesignError> {
    let (path, bytes) = read_beside(&logo.file, collection, LARGEST_PICTURE)?;
    let kind = PictureKind::of(&bytes).ok_or(DesignError::NotAPicture { path })?;
    Ok(Picture {
        name: logo.file.to_string(),
        kind,
        bytes: Arc::from(bytes),
        alternative: logo.alternative.clone(),
    })
}

/// The bytes of a file beside a collection's, and its path.
fn read_beside(
    name: &Beside,
    collection: Option<&Path>,
    most: u64,
) -> Result<(PathBuf, Vec<u8>), DesignError> {
    let Some(collection) = collection else {
        return Err(DesignError::NoFolder { name: name.clone() });
    };
    let folder = folder_of(collection);
    let path: PathBuf = folder.join(name.as_str().split('/').collect::<PathBuf>());
    let failed = |error| DesignError::Read {
        path: path.clone(),
        error,
    };
    let real = fs::canonicalize(&path).map_err(failed)?;
    if !real.starts_with(fs::canonicalize(folder).map_err(failed)?) {
        return Err(DesignError::Outside { path });
    }
    let bytes = read_bounded(&path, &real, most)?;
    Ok((path, bytes))
}

/// The bytes of a file that is really at `real`, if it is one and not too large.
fn read_bounded(path: &Path, real: &Path, most: u64) -> Result<Vec<u8>, DesignError> {
    let failed = |error| DesignError::Read {
        path: path.to_owned(),
        error,
    };
    let path = path.to_owned();
    if !fs::metadata(real).map_err(failed)?.is_file() {
        return Err(DesignError::NotAFile { path });
    }
    // A file may grow while it is read.
    let mut bytes = Vec::new();
    let file = fs::File::open(real).map_err(failed)?;
    file.take(most + 1)
        .read_to_end(&mut bytes)
        .map_err(failed)?;
    if u64::try_from(bytes.len()).is_ok_and(|length| length > most) {
        return Err(DesignError::TooLarge { path, most });
    }
    Ok(bytes)
}
