//! What looking after very many platforms costs: opening the file, the memory that it takes, a
//! letter typed, saving, checking and searching everything, with few platforms and with ten
//! thousand.
//!
//! ```text
//! cargo bench --bench many            10, 1,000 and 10,000 platforms
//! cargo bench --bench many -- 500     10 and 500
//! ```
//!
//! It prints figures and asserts nothing. Each measure runs in a process of its own, so that none
//! finds the memory of another.

#[path = "../examples/make_collection.rs"]
#[expect(dead_code, reason = "what its command line needs")]
mod make_collection;

use std::fs;
use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;
use std::time::{Duration, Instant};

use chartrier::document::Press;
use chartrier::model::{Collection, Element, Language, Owner, PlatformId, SectionId};
use chartrier::store::{self, Notation};
use chartrier::workspace::changes::{Charters, Scope};
use chartrier::workspace::files::{self, Replace};
use chartrier::workspace::find::Query;
use chartrier::workspace::find::everywhere::{Asked, Needle, replace, search};
use chartrier::workspace::translations::{queue, shares};
use chartrier::workspace::{Cancel, Change, Progress, Session};
use clap::Parser as _;
use rayon::iter::{IntoParallelRefIterator as _, ParallelIterator as _};

/// How often the short measures are taken; the shortest counts.
const TIMES: usize = 5;
/// How many letters are typed.
const LETTERS: usize = 1000;

fn main() {
    let mut arguments = std::env::args().skip(1).filter(|it| it != "--bench");
    if let (Some(what), Some(path)) = (arguments.next(), arguments.next()) {
        return measure(&what, Path::new(&path));
    }
    let wanted = std::env::args().find_map(|it| it.parse().ok());
    let counts = wanted.map_or(vec![10, 1000, 10_000], |count| vec![10, count]);
    let folder = tempfile::tempdir().expect("there is room for a folder");
    for count in counts {
        println!("{count} platforms");
        let ron = made(folder.path(), count, "ron");
        let json = made(folder.path(), count, "json");
        for what in ["open", "memory"] {
            apart(what, &ron);
            apart(what, &json);
        }
        for what in [
            "letters",
            "steps",
            "save",
            "check",
            "search",
            "translations",
        ] {
            apart(what, &ron);
        }
    }
}

/// A collection in a file.
fn made(folder: &Path, platforms: usize, ending: &str) -> PathBuf {
    let path = folder.join(format!("{platforms}.{ending}"));
    let out = path.display().to_string();
    let count = platforms.to_string();
    let arguments = ["make_collection", "--platforms", &count, "--out", &out];
    let collection =
        make_collection::collection(&make_collection::Arguments::parse_from(arguments));
    files::save(&collection, &path, &Replace::Any).expect("there is room for a file");
    path
}

/// Takes a measure in a process of its own.
fn apart(what: &str, path: &Path) {
    let program = std::env::current_exe().expect("it runs");
    let ended = Command::new(program)
        .args([what.as_ref(), path.as_os_str()])
        .status();
    assert!(ended.is_ok_and(|it| it.success()), "{what} was measured");
}

fn measure(what: &str, path: &Path) {
    match what {
        "open" => open(path),
        "memory" => memory(path),
        "letters" => letters(path),
        "steps" => steps(path),
        "save" => save(path),
        "check" => check(path),
        "search" => searched(path),
        "translations" => translated(path),
        other => panic!("{other} is no measure"),
    }
}

fn shortest<T>(mut work: impl FnMut() -> T) -> Duration {
    let took = (0..TIMES).map(|_| {
        let start = Instant::now();
        let made = work();
        let took = start.elapsed();
        drop(made);
        took
    });
    took.min().unwrap_or_default()
}

fn notation(path: &Path) -> Notation {
    let is_json = path.extension().is_some_and(|it| it == "json");
    if is_json {
        Notation::Json
    } else {
        Notation::Ron
    }
}

/// Reading the file, beside reading it into the format's own type of values.
fn open(path: &Path) {
    let text = fs::read_to_string(path).expect("it was made");
    let notation = notation(path);
    let value = match notation {
        Notation::Ron => shortest(|| ron::from_str::<ron::Value>(&text).expect("it is RON")),
        Notation::Json => {
            // As the other is timed: with its memory given back apart.
            shortest(|| serde_json::from_str::<serde_json::Value>(&text).expect("it is JSON"))
        }
    };
    let ours = shortest(|| files::open(path).expect("it is a collection"));
    println!(
        "  opening, {notation:?}: {:8.1} ms, as its own values {:8.1} ms: {:.2} times",
        milliseconds(ours),
        milliseconds(value),
        ours.as_secs_f64() / value.as_secs_f64()
    );
}

/// The memory of a session on the file.
fn memory(path: &Path) {
    let before = resident();
    let session = files::open(path).expect("it is a collection");
    let after = resident();
    black_box(&session);
    let size = fs::metadata(path).map_or(0, |it| it.len());
    #[expect(clippy::cast_precision_loss, reason = "megabytes")]
    let megabytes = |bytes: u64| bytes as f64 / f64::from(1 << 20);
    let (held, most) = (
        after.0.saturating_sub(before.0),
        after.1.saturating_sub(before.0),
    );
    println!(
        "  memory, {:?}: file {:.1} MB, held {:.1} MB ({:.1} times), at most {:.1} MB ({:.1} times)",
        notation(path),
        megabytes(size),
        megabytes(held),
        megabytes(held) / megabytes(size),
        megabytes(most),
        megabytes(most) / megabytes(size),
    );
}

/// What the process holds now, and what it held at most, in bytes.
fn resident() -> (u64, u64) {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let of = |key: &str| {
        let line = status.lines().find(|it| it.starts_with(key));
        let kilobytes = line.and_then(|it| it.split_whitespace().nth(1)?.parse::<u64>().ok());
        kilobytes.unwrap_or_default() * 1024
    };
    (of("VmRSS:"), of("VmHWM:"))
}

fn milliseconds(took: Duration) -> f64 {
    took.as_secs_f64() * 1000.0
}

fn opened(path: &Path) -> Session {
    files::open(path).expect("it is a collection")
}

fn french() -> Language {
    Language::new("fr").expect("a language")
}

/// The first model and the last platform.
fn ends(collection: &Collection) -> (Owner, Owner) {
    let model = collection.models.at(0).expect("there is a model");
    let last = collection.platforms.len() - 1;
    let platform = collection.platforms.at(last).expect("there is a platform");
    (
        Owner::Model(model.id.clone()),
        Owner::Platform(platform.id.clone()),
    )
}

/// The change that a letter makes at the end of a section's text.
fn letter(session: &mut Session, owner: &Owner) -> Change {
    let resolved = session.resolved(owner).expect("it is there");
    let section = resolved.sections.first().expect("there is a section");
    let element = Element::Body(SectionId::clone(&section.id));
    let language = french();
    let said = section.body.value.written(&language).unwrap_or_default();
    let charters = Charters {
        collection: session.collection(),
        resolved: &resolved,
    };
    let change = charters.write(&element, &language, &format!("{said}e"), Scope::Here);
    change.expect("it says something else")
}

/// A letter, to the finished charter that is looked at: in the model seen in a platform, and in a
/// platform.
fn letters(path: &Path) {
    let (model, platform) = ends(opened(path).collection());
    for (what, writes) in [("model", &model), ("platform", &platform)] {
        let mut session = opened(path);
        session.document(&platform, &french());
        let mut took: Vec<Duration> = (0..LETTERS)
            .map(|_| {
                let change = letter(&mut session, writes);
                let start = Instant::now();
                session.make(change).expect("it can be made");
                session.reach();
                black_box(session.document(&platform, &french()));
                start.elapsed()
            })
            .collect();
        took.sort_unstable();
        let high = took.get(LETTERS * 99 / 100).copied().unwrap_or_default();
        println!(
            "  a letter in a {what}: 99 % within {:.3} ms",
            milliseconds(high)
        );
    }
}

/// What a step of the history keeps.
fn steps(path: &Path) {
    let mut session = opened(path);
    let (model, _) = ends(session.collection());
    // What is kept of charters that were looked at is not the history's.
    let change = letter(&mut session, &model);
    session.make(change).expect("it can be made");
    let before = resident().0;
    for _ in 0..LETTERS {
        let change = letter(&mut session, &model);
        session.make(change).expect("it can be made");
        session.seal();
    }
    let grown = resident().0.saturating_sub(before);
    println!(
        "  {LETTERS} steps of a letter each keep {} kB in all",
        grown / 1024
    );
}

/// Saving after an edit: what the interface waits for, and all of it.
fn save(path: &Path) {
    let mut session = opened(path);
    let (model, _) = ends(session.collection());
    let change = letter(&mut session, &model);
    session.make(change).expect("it can be made");
    let copy = shortest(|| session.collection().clone());
    let start = Instant::now();
    let text = store::write(session.collection(), Notation::Ron);
    let written = start.elapsed();
    black_box(text);
    let start = Instant::now();
    files::save(session.collection(), path, &Replace::Any).expect("there is room for a file");
    println!(
        "  saving: the interface waits {:.3} ms for a copy; writing {:.0} ms, to the disk {:.0} ms",
        milliseconds(copy),
        milliseconds(written),
        milliseconds(start.elapsed())
    );
}

/// The findings of every charter in every language.
fn check(path: &Path) {
    let session = opened(path);
    let collection = session.collection();
    let platforms: Vec<PlatformId> = collection
        .platforms
        .iter()
        .map(|it| it.id.clone())
        .collect();
    let start = Instant::now();
    let found: usize = platforms
        .par_iter()
        .map_init(Press::default, |press, id| {
            let owner = Owner::Platform(id.clone());
            let resolved = Arc::new(collection.resolve(&owner).expect("it is there"));
            let languages = collection.languages_of(&owner).iter();
            let documents = languages.map(|it| press.document(collection, &resolved, it));
            documents.map(|it| it.findings.len()).sum::<usize>()
        })
        .sum();
    println!(
        "  every charter finished and checked: {:.0} ms, {found} findings",
        milliseconds(start.elapsed())
    );
}

/// Words, and a pattern, in all that the collection holds; and others in their place, as one step.
fn searched(path: &Path) {
    let mut session = opened(path);
    let (cancel, progress) = (Cancel::default(), Progress::default());
    for (words, pattern) in [("cookie", false), (r"(\w+) cookies?", true)] {
        let query = Query {
            words: words.to_owned(),
            ..Query::default()
        };
        let asked = Asked {
            query,
            pattern,
            ..Asked::default()
        };
        let needle = Needle::of(&asked).expect("it can be looked for");
        let look = || search(session.collection(), &asked, &needle, &cancel, &progress);
        let took = shortest(look);
        let found = look().expect("nobody cancels it");
        let start = Instant::now();
        let replaced = replace(session.collection(), &found, &needle, "témoin");
        let made = start.elapsed();
        let change = replaced.change.expect("some are found");
        let start = Instant::now();
        session.make(change).expect("it can be made");
        println!(
            "  « {words} » everywhere: {:.0} ms, {} found; replaced in {:.0} ms, done in {:.0} ms",
            milliseconds(took),
            found.count().0,
            milliseconds(made),
            milliseconds(start.elapsed())
        );
        session.undo();
    }
}

/// What is to be translated in all charters, and how much is done.
fn translated(path: &Path) {
    let session = opened(path);
    let (cancel, progress) = (Cancel::default(), Progress::default());
    let listed = shortest(|| queue(session.collection(), &cancel, &progress));
    let counted = shortest(|| shares(session.collection(), &cancel, &progress));
    println!(
        "  what is to be translated: {:.0} ms; percentages of all charters: {:.0} ms",
        milliseconds(listed),
        milliseconds(counted)
    );
}
