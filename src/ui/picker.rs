//! Choosing a file or a folder by the system's own dialog, behind a trait so that tests answer
//! for the person.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// What is chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    Open,
    /// Pages, or a folder of them, that are brought in.
    Import,
    SaveAs,
    ExportFolder,
    /// A saved copy of the live page.
    LivePage,
    /// Another version of the collection.
    OtherVersion,
    /// The history of releases, as a file.
    History,
    /// The picture at the head of finished charters.
    Logo,
    /// What makes web pages.
    PageTemplate,
    /// What makes PDF pages.
    PdfTemplate,
}

/// What came of asking.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Picked {
    Path(PathBuf),
    Paths(Vec<PathBuf>),
    /// The person chose nothing.
    Nothing,
    /// No dialog could be shown.
    Unavailable,
}

/// Asks a person for a path. Called away from the interface thread; may never answer.
pub trait Picker: Send + Sync {
    fn pick(&self, purpose: Purpose, title: &str, suggestion: Option<&Path>) -> Picked;
}

/// The system's dialogs.
pub struct SystemPicker;

impl Picker for SystemPicker {
    fn pick(&self, purpose: Purpose, title: &str, suggestion: Option<&Path>) -> Picked {
        /// A dialog that a person closes lasts longer than one that could not be shown; nothing
        /// else tells the two apart where there is no portal.
        const SOONEST: Duration = Duration::from_millis(700);
        let asked = Instant::now();
        match ask(purpose, title, suggestion) {
            Some(picked) => picked,
            None if asked.elapsed() < SOONEST => Picked::Unavailable,
            None => Picked::Nothing,
        }
    }
}

fn ask(purpose: Purpose, title: &str, suggestion: Option<&Path>) -> Option<Picked> {
    let mut dialog = rfd::FileDialog::new().set_title(title);
    if let Some(folder) = suggestion.and_then(Path::parent).filter(|it| it.is_dir()) {
        dialog = dialog.set_directory(folder);
    }
    if let Some(name) = suggestion.and_then(Path::file_name) {
        dialog = dialog.set_file_name(name.to_string_lossy());
    }
    let path = match purpose {
        Purpose::Import => return dialog.pick_files().map(Picked::Paths),
        Purpose::Open | Purpose::OtherVersion => {
            dialog.add_filter("RON, JSON", &["ron", "json"]).pick_file()
        }
        Purpose::SaveAs => dialog
            .add_filter("RON", &["ron"])
            .add_filter("JSON", &["json"])
            .save_file(),
        Purpose::ExportFolder => dialog.pick_folder(),
        Purpose::LivePage => dialog.pick_file(),
        Purpose::History => dialog
            .add_filter("HTML", &["html"])
            .add_filter("PDF", &["pdf"])
            .save_file(),
        Purpose::Logo => dialog
            .add_filter("PNG, JPEG, SVG", &["png", "jpg", "jpeg", "svg"])
            .pick_file(),
        Purpose::PageTemplate => dialog.add_filter("HTML", &["html"]).pick_file(),
        Purpose::PdfTemplate => dialog.add_filter("Typst", &["typ"]).pick_file(),
    };
    path.map(Picked::Path)
}
