//! How errors and findings are told: what happened, then what to do, the path last.

mod board;
mod comparison;
mod exporting;
mod history;
mod merging;
mod models;
mod publishing;

use std::io;
use std::path::Path;

use crate::import::NoteKind;
use crate::import::returned::Comment;
use crate::import::review::{Basis, What};
use crate::import::source::Refusal;
use crate::model::{
    CellAddress, Column, ColumnAddress, Element, Finding, Language, ModelId, Problem, Resolved,
    Role, RowAddress, SectionId,
};
use crate::store::{Reason, Unreadable};
use crate::words::Words;
use crate::workspace::files::FileError;
use crate::workspace::import::Unread;

pub use board::{board_fault, bulk_outcome, counted, problem_kind};
pub use comparison::{
    Difference, category_key, charter_name, cookie_counts, difference_lines, differences, nature,
    said_otherwise,
};
pub use exporting::{NotExported, design_error, export_error, failure, removal, render_error};
pub use history::{agreement, compared, history, release_name};
pub use merging::{conflict_place, conflict_side, is_prose};
pub use models::{bare_value, carried, left, lifted, lineage};
pub use publishing::{
    fault, not_compared, publish_error, read_date, refused, register_error, released, short_date,
};

/// Why a file could not be opened or saved, and what to do.
#[must_use]
pub fn file_error(words: &Words, error: &FileError) -> String {
    let of = |key: &str, path: &Path| of_path(words, key, path);
    let system = |key: &str, path: &Path, error: &io::Error| of_system(words, key, path, error);
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

/// What is said of a path.
fn of_path(words: &Words, key: &str, path: &Path) -> String {
    let values = [("path", path.display().to_string().into())];
    words.say_of(key, &values).into_owned()
}

/// What is said of a path that the system would not read or write.
fn of_system(words: &Words, key: &str, path: &Path, error: &io::Error) -> String {
    let values = [
        ("path", path.display().to_string().into()),
        ("error", system_error(words, error).into()),
    ];
    words.say_of(key, &values).into_owned()
}

/// Why nothing comes of a source, and what to do.
#[must_use]
pub fn unread(words: &Words, unread: &Unread) -> String {
    let refused = match unread {
        Unread::File(error) => return file_error(words, error),
        Unread::Unreadable(unreadable) => return reason(words, &unreadable.reason),
        Unread::NoCharter => "unread-no-charter",
        Unread::Refused(Refusal::TooLarge(limit)) => {
            let values = [("limit", (*limit).into())];
            return words.say_of("unread-too-large", &values).into_owned();
        }
        Unread::Refused(Refusal::Damaged(error)) => {
            let values = [("error", error.as_str().into())];
            return words.say_of("unread-damaged", &values).into_owned();
        }
        Unread::Refused(Refusal::TooComplex) => "unread-too-complex",
        Unread::Refused(Refusal::NotText) => "unread-not-text",
        Unread::Refused(Refusal::Empty) => "unread-empty",
    };
    words.say(refused).into_owned()
}

/// What a note of an import asks a person to look at.
#[must_use]
pub fn import_note(words: &Words, kind: NoteKind) -> String {
    let key = format!("import-note-{}", kind.name().replace('_', "-"));
    words.say(&key).into_owned()
}

/// A finding with the name of the place that it is about.
#[must_use]
pub fn located_finding(words: &Words, finding: &Finding, place: &str) -> String {
    format!("{} ({place})", problem(words, &finding.problem))
}

/// A charter as people read it, for the names of its places.
#[derive(Clone, Copy)]
pub struct Reading<'a> {
    pub resolved: &'a Resolved,
    pub language: &'a Language,
    /// The language whose words stand in for those that are missing.
    pub first: &'a Language,
}

impl Reading<'_> {
    /// A section's heading; its id where it has none.
    #[must_use]
    pub fn heading(&self, id: &SectionId) -> String {
        let heading = self.resolved.section(id).map(|it| &it.heading.value);
        let said = heading.map(|heading| heading.said(self.language, self.first).text.trim());
        match said {
            Some(said) if !said.is_empty() => said.to_owned(),
            _ => id.to_string(),
        }
    }

    /// A column's label; its id where it has none.
    fn label(&self, column: &ColumnAddress) -> String {
        let label = self.resolved.text(&Element::Column(column.clone()));
        let said = label.map(|(label, _)| label.said(self.language, self.first).text.trim());
        match said {
            Some(said) if !said.is_empty() => said.to_owned(),
            _ => column.column.to_string(),
        }
    }

    /// The number of a row in its table, from 1, and the name of its cookie.
    fn row(&self, address: &RowAddress) -> Option<(usize, String)> {
        let table = self.resolved.section(&address.section)?.table.as_ref()?;
        let at = table.rows.iter().position(|row| *row.id() == address.row)?;
        let row = table.rows.get(at)?;
        let columns = self.resolved.columns_of(table).iter();
        let name = |column: &Column| column.role == Role::Name;
        let name = columns
            .map(|column| column.column.as_ref())
            .find(|column| name(column))
            .and_then(|column| row.cell(&column.id).0?.text())
            .map_or("", |name| name.said(self.language, self.first).text);
        Some((at + 1, name.to_owned()))
    }
}

/// The name of an element's place, by headings and labels as people see them.
#[must_use]
pub fn place(words: &Words, charter: Reading<'_>, element: &Element) -> String {
    let of = |key: &str, section: &SectionId| {
        let section = charter.heading(section);
        words
            .say_of(key, &[("section", section.into())])
            .into_owned()
    };
    match element {
        Element::Title => words.say("place-title").into_owned(),
        Element::Section(section) => of("place-section", section),
        Element::Heading(section) => of("place-heading", section),
        Element::Body(section) => of("place-body", section),
        Element::Column(column) => {
            let label = charter.label(column);
            match &column.table {
                Some(section) => {
                    let values = [
                        ("section", charter.heading(section).into()),
                        ("column", label.into()),
                    ];
                    words.say_of("place-column", &values).into_owned()
                }
                None => words
                    .say_of("place-common-column", &[("column", label.into())])
                    .into_owned(),
            }
        }
        Element::Row(row) => row_place(words, charter, row),
        Element::Cell(cell) => {
            let row = row_place(words, charter, &cell.row_address());
            let column = charter.label(&column_of(charter, cell));
            let values = [("row", row.into()), ("column", column.into())];
            words.say_of("place-cell", &values).into_owned()
        }
    }
}

/// A cell's column, where it is held: by its table, or by the charter.
fn column_of(charter: Reading<'_>, cell: &CellAddress) -> ColumnAddress {
    let section = charter.resolved.section(&cell.section);
    let has_own = section
        .and_then(|section| section.table.as_ref())
        .is_some_and(|table| table.columns.is_some());
    ColumnAddress {
        table: has_own.then(|| cell.section.clone()),
        column: cell.column.clone(),
    }
}

fn row_place(words: &Words, charter: Reading<'_>, row: &RowAddress) -> String {
    let section = charter.heading(&row.section);
    match charter.row(row) {
        Some((number, name)) => {
            let values = [
                ("section", section.into()),
                ("row", number.into()),
                ("named", usize::from(!name.is_empty()).into()),
                ("name", name.into()),
            ];
            words.say_of("place-row", &values).into_owned()
        }
        None => {
            let values = [
                ("section", section.into()),
                ("name", row.row.as_str().into()),
            ];
            words.say_of("place-row-gone", &values).into_owned()
        }
    }
}

/// The name of a language.
#[must_use]
pub fn language_name(words: &Words, language: &Language) -> String {
    let values = [("language", language.as_str().into())];
    words.say_of("language-name", &values).into_owned()
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
                ("wanted", language_name(words, wanted).into()),
                ("instead", language_name(words, instead).into()),
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
pub fn system_error(words: &Words, error: &io::Error) -> String {
    use io::ErrorKind;
    let key = match error.kind() {
        ErrorKind::PermissionDenied => "system-permission",
        ErrorKind::NotFound => "system-not-found",
        ErrorKind::StorageFull => "system-full",
        ErrorKind::ReadOnlyFilesystem => "system-read-only",
        ErrorKind::NotADirectory => "system-not-a-folder",
        ErrorKind::IsADirectory => "system-is-a-folder",
        ErrorKind::AlreadyExists => "system-exists",
        ErrorKind::InvalidFilename => "system-name-too-long",
        _ => return error.to_string(),
    };
    words.say(key).into_owned()
}

/// What a colleague remarked in a reviewed document.
#[must_use]
pub fn comment(words: &Words, Comment { author, text }: &Comment) -> String {
    let key = if author.is_empty() {
        "review-comment-of-nobody"
    } else {
        "review-comment"
    };
    let values = [
        ("author", author.as_str().into()),
        ("text", text.as_str().into()),
    ];
    words.say_of(key, &values).into_owned()
}

/// What was taken of a review.
#[must_use]
pub fn reviewed(words: &Words, what: &What, basis: &Basis, authors: &[String]) -> String {
    let said = |parts: &[&String]| {
        let parts = parts.iter().map(|part| part.replace('\n', " "));
        let parts: Vec<String> = parts.filter(|part| !part.is_empty()).collect();
        parts.join(" · ")
    };
    let nothing = String::new();
    let (key, here, now) = match what {
        What::Text { here, now, .. } => ("reviewed-text", said(&[here]), said(&[now])),
        What::AddRow { cells, .. } => {
            let cells: Vec<&String> = cells.iter().map(|(_, cell)| cell).collect();
            ("reviewed-add-row", nothing, said(&cells))
        }
        What::RemoveRow { said: cells, .. } => {
            let cells: Vec<&String> = cells.iter().collect();
            ("reviewed-remove-row", said(&cells), nothing)
        }
        What::AddSection { heading, body, .. } => {
            ("reviewed-add-section", nothing, said(&[heading, body]))
        }
        What::RemoveSection { heading, body, .. } => {
            ("reviewed-remove-section", said(&[heading, body]), nothing)
        }
    };
    let by = [("authors", authors.join(", ").into())];
    let by = match authors {
        [] => String::new(),
        _ => words.say_of("reviewed-by", &by).into_owned(),
    };
    let since = match basis {
        Basis::AsRead => String::new(),
        Basis::ChangedSince(_) => words.say("reviewed-since").into_owned(),
    };
    let values = [
        ("authors", by.into()),
        ("since", since.into()),
        ("here", here.into()),
        ("now", now.into()),
    ];
    words.say_of(key, &values).into_owned()
}
