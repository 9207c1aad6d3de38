//! How well pages come in: a score for each file of a folder.
//!
//! ```text
//! cargo run --example score -- FOLDER [--names] [--outline]
//! ```
//!
//! A line tells a file's words, how many of them were set apart or noted, how many are nowhere
//! (there should be none), its sections, and the rows and roles of each table. `--names` adds
//! the names of the cookies, `--outline` the headings.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use chartrier::document::blocks_in;
use chartrier::import::draft::{Draft, DraftCell, DraftTable, Verdict};
use chartrier::import::source::{Content, Source};
use chartrier::import::structure::{Decisions, draft, words_of_part};
use chartrier::import::{Page, page as part, source};
use chartrier::model::{Language, Role};

fn main() -> ExitCode {
    let (options, folders): (Vec<String>, Vec<String>) = std::env::args()
        .skip(1)
        .partition(|it| it.starts_with("--"));
    if folders.is_empty() {
        eprintln!("score: which folder? cargo run --example score -- FOLDER [--names] [--outline]");
        return ExitCode::from(2);
    }
    let has = |option: &str| options.iter().any(|it| it == option);
    for file in folders.iter().flat_map(|folder| files(Path::new(folder))) {
        let name = file
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        let read = std::fs::read(&file).map_err(|error| error.to_string());
        match read.and_then(|bytes| source::read(&bytes, &name).map_err(|it| it.to_string())) {
            Ok(Source {
                content: Content::Page(page),
                ..
            }) => {
                let usual = Language::new("fr").expect("`fr` is a language");
                let draft = draft(&page, &Decisions::default(), &usual);
                println!("{name}: {}", score(&page, &draft));
                if has("--outline") {
                    print!("{}", outline(&draft));
                }
                if has("--names") {
                    print!("{}", names(&draft));
                }
            }
            Ok(_) => println!("{name}: a collection"),
            Err(error) => println!("{name}: not read: {error}"),
        }
    }
    ExitCode::SUCCESS
}

/// A file, or the files of a folder, by name.
fn files(path: &Path) -> Vec<PathBuf> {
    let Ok(entries) = std::fs::read_dir(path) else {
        return vec![path.to_owned()];
    };
    let mut files: Vec<PathBuf> = entries
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.is_file())
        .collect();
    files.sort();
    files
}

fn words(text: &str) -> Vec<String> {
    let words = text.split(|c: char| !c.is_alphanumeric());
    words
        .filter(|it| !it.is_empty())
        .map(str::to_lowercase)
        .collect()
}

fn score(page: &Page, draft: &Draft) -> String {
    let source: Vec<String> = page
        .parts
        .iter()
        .flat_map(|part| words(&words_of_part(&part.content)))
        .collect();
    let apart: usize = draft.set_apart.iter().map(|it| words(&it.text).len()).sum();
    let noted: usize = draft.notes.iter().map(|it| words(&it.text).len()).sum();
    let all = all_text(draft);
    let squeezed: String = words(&all).concat();
    let mut left: HashMap<String, usize> = HashMap::new();
    for word in words(&all) {
        *left.entry(word).or_default() += 1;
    }
    let (mut lost, mut once) = (Vec::new(), 0);
    for word in &source {
        match left.get_mut(word) {
            // Labels that are repeated in each record are said once.
            Some(0) => once += 1,
            Some(count) => *count -= 1,
            // What was glued together stands parted.
            None if squeezed.contains(word.as_str()) => {}
            None => lost.push(word.clone()),
        }
    }
    #[expect(clippy::cast_precision_loss, reason = "a share that is printed")]
    let share = (apart + noted) as f64 * 100.0 / (source.len().max(1)) as f64;
    let tables: Vec<String> = draft.tables().map(table).collect();
    let verdict = match draft.verdict {
        Verdict::Complete => "complete",
        Verdict::Incomplete => "INCOMPLETE",
        Verdict::NoCharter => "NO CHARTER",
    };
    let date = draft.updated.as_ref().map(|it| it.date.to_string());
    format!(
        "{verdict}, {}, {} words, {share:.1} % set apart or noted, {} lost{}{}, {} sections, « {} », {}, {}{}{}",
        draft.language,
        source.len(),
        lost.len(),
        if lost.is_empty() {
            String::new()
        } else {
            format!(" ({})", lost.join(" "))
        },
        if once == 0 {
            String::new()
        } else {
            format!(", {once} less often")
        },
        draft.sections.len(),
        draft.title,
        draft.address.as_deref().unwrap_or("no address"),
        date.as_deref().unwrap_or("no date"),
        draft
            .publisher
            .as_deref()
            .map(|it| format!(", {it}"))
            .unwrap_or_default(),
        tables
            .iter()
            .map(|it| format!("\n    {it}"))
            .collect::<String>(),
    )
}

fn table(table: &DraftTable) -> String {
    let columns: Vec<String> = table
        .columns
        .iter()
        .map(|column| format!("{} [{:?}]", column.label, column.role))
        .collect();
    format!(
        "{} rows, {:?}: {}",
        table.rows.len(),
        table.category,
        columns.join(" | ")
    )
}

fn all_text(draft: &Draft) -> String {
    // A line is no list, though it may begin with a number.
    let line = |text: &str| text.replace('\\', "");
    let text = |text: &str| {
        let words = |block| words_of_part(&part::Content::Block(block));
        let words: Vec<String> = blocks_in(text).into_iter().map(words).collect();
        words.join("\n")
    };
    let mut all = vec![line(&draft.title)];
    for section in &draft.sections {
        all.push(line(&section.heading));
        all.push(text(&section.body));
        let Some(table) = &section.table else {
            continue;
        };
        all.extend(table.columns.iter().map(|column| line(&column.label)));
        let cells = table.rows.iter().flat_map(|row| &row.cells);
        all.extend(cells.filter_map(|cell| match cell {
            DraftCell::Text(words) => Some(text(words)),
            _ => None,
        }));
    }
    all.extend(draft.set_apart.iter().map(|it| it.text.clone()));
    all.extend(draft.notes.iter().map(|it| it.text.clone()));
    all.join("\n")
}

fn outline(draft: &Draft) -> String {
    let line = |section: &chartrier::import::draft::DraftSection| {
        format!(
            "    {}{} {}{}\n",
            "  ".repeat(usize::from(section.level)),
            if section.heading.is_empty() {
                "·"
            } else {
                section.heading.as_str()
            },
            section.body.chars().count(),
            if section.table.is_some() { " ▦" } else { "" },
        )
    };
    let sections: String = draft.sections.iter().map(line).collect();
    let apart = draft
        .set_apart
        .iter()
        .map(|it| format!("    apart {}: {}\n", it.line, it.text));
    let notes = draft
        .notes
        .iter()
        .map(|it| format!("    note {}: {:?} {}\n", it.line, it.kind, it.text));
    sections + &apart.collect::<String>() + &notes.collect::<String>()
}

fn names(draft: &Draft) -> String {
    let mut all = String::new();
    for table in draft.tables() {
        let Some(at) = table.columns.iter().position(|it| it.role == Role::Name) else {
            continue;
        };
        let names = table.rows.iter().filter_map(|row| match row.cells.get(at) {
            Some(DraftCell::Text(text)) => Some(text.replace('\n', " ")),
            _ => None,
        });
        all.push_str(&format!("    {}\n", names.collect::<Vec<_>>().join(" · ")));
    }
    all
}
