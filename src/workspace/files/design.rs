//! The files that a collection names for how its charters look: they stand beside its own.

use std::fs;
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::model::{Beside, Logo, Presentation};
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
    let folder = match collection.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    let path: PathBuf = folder.join(name.as_str().split('/').collect::<PathBuf>());
    let failed = |error| DesignError::Read {
        path: path.clone(),
        error,
    };
    let real = fs::canonicalize(&path).map_err(failed)?;
    if !real.starts_with(fs::canonicalize(folder).map_err(failed)?) {
        return Err(DesignError::Outside { path });
    }
    let metadata = fs::metadata(&real).map_err(failed)?;
    if !metadata.is_file() {
        return Err(DesignError::NotAFile { path });
    }
    // A file may grow while it is read.
    let mut bytes = Vec::new();
    let file = fs::File::open(&real).map_err(failed)?;
    file.take(most + 1)
        .read_to_end(&mut bytes)
        .map_err(failed)?;
    if u64::try_from(bytes.len()).is_ok_and(|length| length > most) {
        return Err(DesignError::TooLarge { path, most });
    }
    Ok((path, bytes))
}
