//! How errors and findings are told: what happened, then what to do, the path last.

use std::path::Path;

use crate::model::{Element, Finding, ModelId, Problem};
use crate::store::{Reason, Unreadable};
use crate::words::Words;
use crate::workspace::export::{ExportError, FailureReason};
use crate::workspace::files::FileError;

/// Why a file could not be opened or saved, and what to do.
#[must_use]
pub fn file_error(words: &Words, error: &FileError) -> String {
    let of = |key: &str, path: &Path| {
        words
            .say_of(key, &[("path", path.display().to_string().into())])
            .into_owned()
    };
    let system = |key: &str, path: &Path, error: &std::io::Error| {
        let values = [
            ("path", path.display().to_string().into()),
            ("error", system_error(words, error).into()),
        ];
        words.say_of(key, &values).into_owned()
    };
    match error {
        FileError::UnknownNotation { path } => of("file-unknown-notation", path),
        FileError::NotFound { path } => of("file-not-found", path),
        FileError::Exists { path } => of("file-exists", path),
        FileError::IsFolder { path } => of("file-is-folder", path),
        FileError::NotAFile { path } => of("file-not-a-file", path),
        FileError::TooLarge { path } => of("file-too-large", path),
        FileError::ChangedMeanwhile { path } => of("file-changed-meanwhile", path),
        FileError::Read { path, error } => system("file-read", path, error),
        FileError::Write { path, error } => system("file-write", path, error),
        FileError::Unreadable { path, unreadable } => {
            let reason = reason(words, &unreadable.reason);
            format!("{} {}", reason, whereabouts(words, unreadable, path))
        }
    }
}

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
        ExportError::Write { path, error } => {
            let values = [
                ("path", path.display().to_string().into()),
                ("error", system_error(words, error).into()),
            ];
            words.say_of("export-write", &values).into_owned()
        }
    }
}

/// Why a target was not exported: a line by reason.
#[must_use]
pub fn failure(words: &Words, reason: &FailureReason) -> Vec<String> {
    match reason {
        FailureReason::Findings(findings) => findings
            .iter()
            .map(|finding| located_finding(words, finding))
            .collect(),
        FailureReason::Write { path, error } => {
            let values = [
                ("path", path.display().to_string().into()),
                ("error", system_error(words, error).into()),
            ];
            vec![words.say_of("export-write", &values).into_owned()]
        }
    }
}

/// A finding with the place that it is about.
#[must_use]
pub fn located_finding(words: &Words, finding: &Finding) -> String {
    format!(
        "{} ({})",
        problem(words, &finding.problem),
        element(words, &finding.element)
    )
}

/// What is wrong, and what to do.
#[must_use]
pub fn problem(words: &Words, problem: &Problem) -> String {
    let of = |key: &str, value: &str| words.say_of(key, &[("value", value.into())]).into_owned();
    match problem {
        Problem::Cycle(models) => {
            let models: Vec<&str> = models.iter().map(ModelId::as_str).collect();
            of("problem-cycle", &models.join(" → "))
        }
        Problem::UnknownModel(model) => of("problem-unknown-model", model.as_str()),
        Problem::UnknownField(field) => of("problem-unknown-field", field),
        Problem::UnsetField(field) => of("problem-unset-field", field.as_str()),
        Problem::Gone => words.say("problem-gone").into_owned(),
        Problem::Taken => words.say("problem-taken").into_owned(),
        Problem::Untranslated { wanted, instead } => {
            let values = [
                ("wanted", wanted.as_str().into()),
                ("instead", instead.as_str().into()),
            ];
            words.say_of("problem-untranslated", &values).into_owned()
        }
    }
}

/// The name of an element's place.
#[must_use]
pub fn element(words: &Words, element: &Element) -> String {
    let kind = match element {
        Element::Title => return words.say("element-title").into_owned(),
        Element::Section(_) => "element-section",
        Element::Heading(_) => "element-heading",
        Element::Body(_) => "element-body",
        Element::Column(_) => "element-column",
        Element::Row(_) => "element-row",
        Element::Cell(_) => "element-cell",
    };
    words
        .say_of(kind, &[("path", element.to_string().into())])
        .into_owned()
}

fn reason(words: &Words, reason: &Reason) -> String {
    let of = |key: &str, value: String| words.say_of(key, &[("value", value.into())]).into_owned();
    match reason {
        Reason::Empty => words.say("unreadable-empty").into_owned(),
        Reason::NotText => words.say("unreadable-not-text").into_owned(),
        Reason::TooDeep => words.say("unreadable-too-deep").into_owned(),
        Reason::UnexpectedEnd => words.say("unreadable-end").into_owned(),
        Reason::TooNew(format) => of("unreadable-too-new", format.to_string()),
        Reason::MissingKey(key) => of("unreadable-missing-key", key.clone()),
        Reason::Other(message) => of("unreadable-other", message.clone()),
        Reason::UnknownKey { key, expected } => {
            let values = [
                ("value", key.clone().into()),
                ("expected", expected.join(", ").into()),
                ("known", expected.len().into()),
            ];
            words.say_of("unreadable-unknown-key", &values).into_owned()
        }
    }
}

/// Where in a file something is: its value's path, line and column, and the file.
fn whereabouts(words: &Words, unreadable: &Unreadable, path: &Path) -> String {
    let path = path.display();
    let place = match unreadable.at {
        Some(at) => format!("{path}:{}:{}", at.line, at.column),
        None => path.to_string(),
    };
    if unreadable.path.is_empty() {
        return format!("({place})");
    }
    let values = [("path", unreadable.path.clone().into())];
    format!("{} ({place})", words.say_of("unreadable-at-path", &values))
}

/// The commonest errors of a system in the interface's words; others in its own.
#[must_use]
pub fn system_error(words: &Words, error: &std::io::Error) -> String {
    use std::io::ErrorKind;
    let key = match error.kind() {
        ErrorKind::PermissionDenied => "system-permission",
        ErrorKind::NotFound => "system-not-found",
        ErrorKind::StorageFull => "system-full",
        ErrorKind::ReadOnlyFilesystem => "system-read-only",
        ErrorKind::NotADirectory => "system-not-a-folder",
        ErrorKind::IsADirectory => "system-is-a-folder",
        ErrorKind::AlreadyExists => "system-exists",
        _ => return error.to_string(),
    };
    words.say(key).into_owned()
}
