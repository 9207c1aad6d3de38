//! `chartrier import`: published pages into a collection.

use std::io::{IsTerminal as _, Write as _};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

use serde::Serialize;

use super::{End, ReportForm, report, told};
use crate::import::NoteKind;
use crate::import::draft::{Draft, DraftTable, Verdict};
use crate::messages;
use crate::model::{Category, Collection, Language, PlatformId, Role};
use crate::words::Words;
use crate::workspace::files::{self, FileError, Replace, sources};
use crate::workspace::import::{self, Incoming, Outcome, Remark, Request, TakenIn, Unread};
use crate::workspace::{Cancel, Progress, Session};

/// How often the progress that is shown is made anew.
const TICK: Duration = Duration::from_millis(100);

pub fn run(
    words: &Words,
    paths: &[PathBuf],
    into: &Path,
    request: &Request,
    form: ReportForm,
) -> Result<End, String> {
    let existing = match files::open(into) {
        Ok(session) => Some(session),
        Err(FileError::NotFound { .. }) => None,
        Err(error) => return Err(messages::file_error(words, &error)),
    };
    let usual = existing.as_ref().map_or_else(
        || words.language().clone(),
        |it| it.collection().first_language(),
    );
    let paths = sources::files_of(paths).map_err(told(words))?;
    let incoming = read(words, &paths, request, &usual);
    let is_new = existing.is_none();
    let mut session =
        existing.unwrap_or_else(|| Session::unsaved(new_collection(into, &incoming, &usual)));
    let taken = import::take_in(session.collection(), incoming, request);
    let (done, failed) = taken.counts();
    if let Some(change) = taken.change() {
        session
            .make(change)
            .expect("the edits of an import applied to a copy of the collection");
    }
    if session.is_modified() || is_new && done > 0 {
        let known = session.source().map(|source| source.fingerprint);
        files::save(session.collection(), into, &Replace::Known(known)).map_err(told(words))?;
    }
    match form {
        ReportForm::Json => report(words, &json(words, &taken.outcomes))?,
        ReportForm::Text => {
            for outcome in &taken.outcomes {
                report(words, &text(words, outcome))?;
            }
        }
    }
    Ok(match (done, failed) {
        (_, 0) => End::Done,
        (0, _) => End::CouldNot,
        _ => End::WithFailures,
    })
}

/// Reads sources and, on a terminal, shows how far that is.
fn read(words: &Words, paths: &[PathBuf], request: &Request, usual: &Language) -> Vec<Incoming> {
    let (cancel, progress) = (Cancel::default(), Progress::default());
    if !std::io::stderr().is_terminal() || paths.len() < 2 {
        return import::read(paths, request, usual, &cancel, &progress);
    }
    thread::scope(|scope| {
        let reading = scope.spawn(|| import::read(paths, request, usual, &cancel, &progress));
        while !reading.is_finished() {
            let (done, of) = progress.get();
            let values = [("done", done.into()), ("of", of.into())];
            let line = words.say_of("import-progress", &values).into_owned();
            // Nobody may be looking.
            let _ = write!(std::io::stderr(), "\r{line}\x1b[K");
            thread::sleep(TICK);
        }
        let _ = write!(std::io::stderr(), "\r\x1b[K");
        reading.join().unwrap_or_default()
    })
}

/// The collection that an import makes: named after its file, in the language of what comes in.
fn new_collection(path: &Path, incoming: &[Incoming], usual: &Language) -> Collection {
    let name = path.file_stem().unwrap_or_default().to_string_lossy();
    let language = incoming
        .iter()
        .find_map(|source| match source.found.as_ref().ok()? {
            import::Found::Charter(found) => Some(found.draft.language.clone()),
            import::Found::Collection(from) => Some(from.first_language()),
        });
    Collection::new(&name, language.unwrap_or_else(|| usual.clone()))
}

/// What came of a source, as JSON tells it.
#[derive(Serialize)]
struct Entry<'a> {
    source: String,
    platform: Option<&'a PlatformId>,
    language: Option<&'a Language>,
    title: &'a str,
    sections: usize,
    tables: Vec<TableEntry<'a>>,
    inherited: usize,
    adapted: usize,
    added: usize,
    notes: Vec<NoteEntry>,
    complete: bool,
}

#[derive(Serialize)]
struct TableEntry<'a> {
    category: Option<&'a Category>,
    columns: Vec<ColumnEntry<'a>>,
    rows: usize,
}

#[derive(Serialize)]
struct ColumnEntry<'a> {
    label: &'a str,
    role: Role,
}

#[derive(Serialize)]
struct NoteEntry {
    /// The line of the source; 0 where it is about all of it.
    line: usize,
    kind: &'static str,
    message: String,
    /// Words of the source that stand nowhere else.
    #[serde(skip_serializing_if = "String::is_empty")]
    text: String,
}

fn json(words: &Words, outcomes: &[Outcome]) -> String {
    let entries: Vec<Entry<'_>> = outcomes
        .iter()
        .flat_map(|outcome| entries(words, outcome))
        .collect();
    serde_json::to_string_pretty(&entries).expect("a report is plain JSON")
}

fn entries<'a>(words: &Words, outcome: &'a Outcome) -> Vec<Entry<'a>> {
    let source = outcome.path.display().to_string();
    match &outcome.result {
        Ok(TakenIn::Charter {
            draft,
            platform,
            counts,
            remarks,
            ..
        }) => vec![Entry {
            source,
            platform: Some(platform),
            language: Some(&draft.language),
            title: &draft.title,
            sections: draft.sections.len(),
            tables: draft.tables().map(table).collect(),
            inherited: counts.inherited,
            adapted: counts.adapted,
            added: counts.added,
            notes: notes(words, draft, remarks),
            complete: draft.verdict == Verdict::Complete,
        }],
        Ok(TakenIn::Platforms { added, same }) => added
            .iter()
            .chain(same)
            .map(|platform| Entry {
                platform: Some(platform),
                complete: true,
                ..empty(source.clone())
            })
            .collect(),
        Err(unread) => vec![Entry {
            notes: vec![NoteEntry {
                line: 0,
                kind: match unread {
                    Unread::NoCharter => "no_charter",
                    _ => "unreadable",
                },
                message: messages::unread(words, unread),
                text: String::new(),
            }],
            ..empty(source)
        }],
    }
}

fn empty<'a>(source: String) -> Entry<'a> {
    Entry {
        source,
        platform: None,
        language: None,
        title: "",
        sections: 0,
        tables: Vec::new(),
        inherited: 0,
        adapted: 0,
        added: 0,
        notes: Vec::new(),
        complete: false,
    }
}

fn table(table: &DraftTable) -> TableEntry<'_> {
    TableEntry {
        category: table.category.as_ref(),
        columns: table
            .columns
            .iter()
            .map(|column| ColumnEntry {
                label: &column.label,
                role: column.role,
            })
            .collect(),
        rows: table.rows.len(),
    }
}

/// What a person should look at, and what was set apart, in the order of the source.
fn notes(words: &Words, draft: &Draft, remarks: &[Remark]) -> Vec<NoteEntry> {
    let noted = draft.notes.iter().map(|note| NoteEntry {
        line: note.line,
        kind: note.kind.name(),
        message: messages::import_note(words, note.kind),
        text: note.text.clone(),
    });
    let apart = draft.set_apart.iter().map(|apart| NoteEntry {
        line: apart.line,
        kind: NoteKind::SetApart.name(),
        message: messages::import_note(words, NoteKind::SetApart),
        text: apart.text.clone(),
    });
    let matched = remarks.iter().map(|remark| match remark {
        Remark::Typographic { line } => NoteEntry {
            line: *line,
            kind: "typographic",
            message: words.say("import-note-typographic").into_owned(),
            text: String::new(),
        },
        Remark::Reviewed {
            what,
            basis,
            authors,
        } => NoteEntry {
            line: 0,
            kind: "reviewed",
            message: messages::reviewed(words, what, basis, authors),
            text: String::new(),
        },
        Remark::Commented(comment) => NoteEntry {
            line: 0,
            kind: "commented",
            message: messages::comment(words, comment),
            text: String::new(),
        },
        Remark::Hidden { said } => NoteEntry {
            line: 0,
            kind: "hidden",
            message: words
                .say_of("import-note-hidden", &[("said", said.as_str().into())])
                .into_owned(),
            text: String::new(),
        },
    });
    let mut notes: Vec<NoteEntry> = noted.chain(apart).chain(matched).collect();
    notes.sort_by_key(|note| note.line);
    notes
}

/// What came of a source, as a person reads it.
fn text(words: &Words, outcome: &Outcome) -> String {
    let source = outcome.path.display().to_string();
    match &outcome.result {
        Ok(TakenIn::Charter {
            draft,
            platform,
            counts,
            remarks,
            ..
        }) => {
            let rows: usize = draft.tables().map(|table| table.rows.len()).sum();
            let values = [
                ("source", source.into()),
                ("platform", platform.as_str().to_owned().into()),
                ("sections", draft.sections.len().into()),
                ("rows", rows.into()),
                ("inherited", counts.inherited.into()),
                ("adapted", counts.adapted.into()),
                ("added", counts.added.into()),
            ];
            let mut lines = vec![words.say_of("import-charter", &values).into_owned()];
            for note in notes(words, draft, remarks) {
                let values = [
                    ("line", note.line.into()),
                    ("message", note.message.into()),
                    ("text", note.text.replace('\n', " ").into()),
                ];
                lines.push(
                    words
                        .say_of("import-note-line", &values)
                        .trim_end()
                        .to_owned(),
                );
            }
            lines.join("\n")
        }
        Ok(TakenIn::Platforms { added, same }) => {
            let values = [
                ("source", source.into()),
                ("added", added.len().into()),
                ("same", same.len().into()),
            ];
            words.say_of("import-platforms", &values).into_owned()
        }
        Err(unread) => {
            let values = [
                ("source", source.into()),
                ("reason", messages::unread(words, unread).into()),
            ];
            words.say_of("import-failed", &values).into_owned()
        }
    }
}
