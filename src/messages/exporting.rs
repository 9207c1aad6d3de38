//! How exports are told: what failed, and why a charter or its looks could not be made.

use std::path::Path;

use indexmap::IndexMap;

use super::{Reading, element, located_finding, of_path, of_system, place, system_error};
use crate::model::{Collection, Element, Owner};
use crate::render::RenderError;
use crate::words::Words;
use crate::workspace::export::{ExportError, Failure, FailureReason, Removal, Target};
use crate::workspace::files::DesignError;

/// Why nothing was exported, and what to do.
#[must_use]
pub fn export_error(words: &Words, error: &ExportError) -> String {
    match error {
        ExportError::UnknownPlatform(id) => words
            .say_of("export-unknown-platform", &[("id", id.as_str().into())])
            .into_owned(),
        ExportError::UnknownLanguage(language) => {
            let values = [("language", language.as_str().into())];
            words
                .say_of("export-unknown-language", &values)
                .into_owned()
        }
        ExportError::Design(error) => design_error(words, error),
        ExportError::Write { path, error } => of_system(words, "export-write", path, error),
    }
}

/// That a target was not exported, and why: a line by reason. All goes by its id.
#[must_use]
pub fn failure(words: &Words, failure: &Failure) -> Vec<String> {
    NotExported::by_id(words, failure).lines(words)
}

/// Charters that were not exported, all for the same reasons.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotExported {
    /// The charters, each in a language.
    pub targets: Vec<String>,
    pub reasons: Vec<String>,
}

impl NotExported {
    /// What failed of a collection, with its charters and their places called as people see them.
    /// Each is looked up in the collection: they are not to be very many.
    #[must_use]
    pub fn each_of(words: &Words, collection: &Collection, failures: &[&Failure]) -> Vec<Self> {
        let mut by_reasons: IndexMap<Vec<String>, Vec<String>> = IndexMap::new();
        for failure in failures {
            let Self { targets, reasons } = Self::by_name(words, collection, failure)
                .unwrap_or_else(|| Self::by_id(words, failure));
            by_reasons.entry(reasons).or_default().extend(targets);
        }
        let all = by_reasons.into_iter();
        all.map(|(reasons, targets)| Self { targets, reasons })
            .collect()
    }

    fn by_id(words: &Words, failure: &Failure) -> Self {
        let Target { platform, language } = &failure.target;
        Self {
            targets: vec![format!("{platform} ({language})")],
            reasons: reasons(words, &failure.reason, |it| element(words, it)),
        }
    }

    /// Nothing where the platform was removed meanwhile.
    fn by_name(words: &Words, collection: &Collection, failure: &Failure) -> Option<Self> {
        let Target { platform, language } = &failure.target;
        let resolved = collection.resolve(&Owner::Platform(platform.clone()))?;
        let first = collection.first_language();
        let name = &collection.platforms.get(platform)?.name;
        let name = name.said(words.language(), &first).text;
        let charter = Reading {
            resolved: &resolved,
            language,
            first: &first,
        };
        Some(Self {
            targets: vec![format!("{name} ({language})")],
            reasons: reasons(words, &failure.reason, |it| place(words, charter, it)),
        })
    }

    /// The same in lines, one by reason.
    #[must_use]
    pub fn lines(&self, words: &Words) -> Vec<String> {
        let target = self.targets.join(", ");
        let line = |reason: &String| {
            let values = [
                ("target", target.as_str().into()),
                ("reason", reason.as_str().into()),
            ];
            words.say_of("export-failed", &values).into_owned()
        };
        self.reasons.iter().map(line).collect()
    }
}

/// Why something was not exported.
fn reasons(
    words: &Words,
    reason: &FailureReason,
    place: impl Fn(&Element) -> String,
) -> Vec<String> {
    match reason {
        FailureReason::Findings(findings) => findings
            .iter()
            .map(|finding| located_finding(words, finding, &place(&finding.element)))
            .collect(),
        FailureReason::Write { path, error } => vec![of_system(words, "export-write", path, error)],
        FailureReason::Render { format, error } => {
            let format = words.say(&format!("format-{format}")).into_owned();
            let values = [
                ("format", format.into()),
                ("reason", render_error(words, error).into()),
            ];
            vec![words.say_of("export-render", &values).into_owned()]
        }
    }
}

/// What became of a file of an earlier export that no longer belongs.
#[must_use]
pub fn removal(words: &Words, path: &str, removal: &Removal) -> String {
    let path = ("path", path.into());
    match removal {
        Removal::Removed => words.say_of("export-removed", &[path]).into_owned(),
        Removal::Changed => words.say_of("export-changed", &[path]).into_owned(),
        Removal::Failed(error) => {
            let values = [path, ("error", system_error(words, error).into())];
            words.say_of("export-not-removed", &values).into_owned()
        }
    }
}

/// Why a charter could not be rendered, and what to do.
#[must_use]
pub fn render_error(words: &Words, error: &RenderError) -> String {
    match error {
        RenderError::Template {
            name,
            line,
            message,
        } => {
            let values = [
                ("name", name.as_str().into()),
                ("line", line.unwrap_or_default().into()),
                ("message", message.as_str().into()),
            ];
            words.say_of("render-template", &values).into_owned()
        }
        RenderError::Endless { name, line } => {
            let values = [
                ("name", name.as_str().into()),
                ("line", line.unwrap_or_default().into()),
            ];
            words.say_of("render-endless", &values).into_owned()
        }
        RenderError::Layout(message) => {
            let values = [("message", message.as_str().into())];
            words.say_of("render-layout", &values).into_owned()
        }
        RenderError::Letters {
            letters,
            element: first,
        } => {
            let named: Vec<String> = letters
                .chars()
                .map(|letter| format!("{letter} (U+{:04X})", u32::from(letter)))
                .collect();
            let place = first.as_ref().map(|first| element(words, first));
            let values = [
                ("letters", named.join(", ").into()),
                ("placed", usize::from(place.is_some()).into()),
                ("place", place.unwrap_or_default().into()),
            ];
            words.say_of("render-letters", &values).into_owned()
        }
        RenderError::Logo { name } => {
            let values = [("name", name.as_str().into())];
            words.say_of("render-logo", &values).into_owned()
        }
        RenderError::TimedOut { name, seconds } => {
            let values = [
                ("name", name.as_str().into()),
                ("seconds", (*seconds).into()),
            ];
            words.say_of("render-timed-out", &values).into_owned()
        }
        RenderError::Stopped { name } => {
            let values = [("name", name.as_str().into())];
            words.say_of("render-stopped", &values).into_owned()
        }
    }
}

/// Why what a collection names for its looks cannot be used, and what to do.
#[must_use]
pub fn design_error(words: &Words, error: &DesignError) -> String {
    let of = |key: &str, path: &Path| of_path(words, key, path);
    match error {
        DesignError::NoFolder { name } => {
            let values = [("name", name.as_str().into())];
            words.say_of("design-no-folder", &values).into_owned()
        }
        DesignError::Read { path, error } => of_system(words, "design-read", path, error),
        DesignError::TooLarge { path, most } => {
            let values = [
                ("path", path.display().to_string().into()),
                ("most", (most >> 20).into()),
            ];
            words.say_of("design-too-large", &values).into_owned()
        }
        DesignError::Outside { path } => of("design-outside", path),
        DesignError::NotAFile { path } => of("design-not-a-file", path),
        DesignError::NotText { path } => of("design-not-text", path),
        DesignError::NotAPicture { path } => of("design-not-a-picture", path),
        DesignError::NotBeside { path } => of("design-not-beside", path),
        DesignError::Taken { path } => of("design-taken", path),
        DesignError::Copy { path, error } => of_system(words, "design-copy", path, error),
    }
}
