//! What the board costs with few platforms and with ten thousand: reading them all, reading again
//! after an edit, finding, sorting, working out a change of all of them; and the frames in which
//! it is scrolled, searched and walked through by keys.
//!
//! ```text
//! cargo bench --bench board            10 and 10,000 platforms
//! cargo bench --bench board -- 500     10 and 500
//! ```
//!
//! It prints figures and asserts nothing. A frame is all that the program does on the processor for
//! it: the interface, its accessibility tree, and the shapes handed to the graphics card.

mod desk;

use std::hint::black_box;
use std::time::{Duration, Instant};

use chartrier::model::{
    Collection, Edit, Element, FactId, Language, Owner, PlatformEdit, PlatformId, SectionId, Text,
    TextEdit,
};
use chartrier::ui::command::Command;
use chartrier::workspace::board::{Column, Entries, Query, Sort, Way};
use chartrier::workspace::changes::bulk::{Bulk, Plan};
use chartrier::workspace::lifting::lift;
use chartrier::workspace::releases::Glances;
use chartrier::workspace::{Cancel, Progress, Session};
use desk::{Desk, platforms};
use egui::{Event, Key, Modifiers, MouseWheelUnit, TouchPhase, pos2, vec2};

/// How many frames of a kind are drawn.
const FRAMES: usize = 500;
/// How often what takes longer is measured; the shortest counts.
const TIMES: usize = 5;

fn main() {
    let wanted = std::env::args().find_map(|it| it.parse().ok());
    for count in [10, wanted.unwrap_or(10_000)] {
        println!("{count} platforms");
        let made = platforms(count);
        engine(&made);
        window(made);
    }
}

// ---- Without the window

fn engine(collection: &Collection) {
    let nothing = Entries::default();
    told(
        "reading all platforms",
        shortest(|| read(&nothing, collection)),
    );
    let entries = read(&nothing, collection);

    let mut edited = collection.clone();
    let first = edited.platforms.at(0).expect("there is a platform");
    let facts = PlatformEdit::Facts(vec![FactId::new("cartes").expect("an id")]);
    let edit = Edit::Platform(first.id.clone(), facts);
    edited.apply(edit).expect("it is there");
    let again = shortest(|| read(&entries, &edited));
    told("reading again after an edit of one", again);

    let model = edited.models.at(0).expect("there is a model");
    let owner = Owner::Model(model.id.clone());
    let body = Element::Body(SectionId::new("contact").expect("an id"));
    let set = TextEdit::Set(Text::same("Écrivez-nous."));
    let edit = Edit::Charter(owner, chartrier::model::CharterEdit::Text(body, set));
    edited.apply(edit).expect("it is there");
    let again = shortest(|| read(&entries, &edited));
    told("reading again after an edit of the model", again);

    let glances = Glances::default();
    let all: Vec<usize> = (0..entries.len()).collect();
    for written in [
        "999",
        "suit:villes adaptée:oui",
        "-manque:en champ:publisher.contact=donnees",
    ] {
        let query = Query::read(written).expect("it is understood");
        let took = shortest(|| query.found(&entries, &glances, &all));
        told(&format!("finding {written}"), took);
    }
    let reader = Language::new("fr").expect("a language");
    for column in [Column::Name, Column::Follows, Column::Findings] {
        let way = Way::Descending;
        let took = shortest(|| Sort { column, way }.order(&entries, &glances, &reader));
        told(&format!("sorting by {column:?}"), took);
    }
    plans(collection);
}

fn plans(collection: &Collection) {
    let platforms = collection.platforms.iter();
    let platforms: Vec<PlatformId> = platforms.map(|it| it.id.clone()).collect();
    let hide = Bulk::HideSection(SectionId::new("contact").expect("an id"));
    for (what, bulk) in [("hiding a section", hide), ("removing", Bulk::Remove)] {
        let plan = || {
            Plan::of(
                collection,
                &platforms,
                &bulk,
                &Cancel::default(),
                &Progress::default(),
            )
        };
        told(&format!("planning for all: {what}"), shortest(plan));
        let change = plan().and_then(|plan| plan.change).expect("it changes");
        let mut session = Session::unsaved(collection.clone());
        let start = Instant::now();
        session.make(change).expect("it can be made");
        told(&format!("changing all: {what}"), start.elapsed());
        let start = Instant::now();
        session.undo();
        told(&format!("undoing it: {what}"), start.elapsed());
    }
    let start = Instant::now();
    let (cancel, progress) = (Cancel::default(), Progress::default());
    let lifting = lift(collection, &platforms, "Nouveau", &cancel, &progress);
    let left = lifting.map_or(platforms.len(), |it| it.left.len());
    told(
        &format!("a model of all, {left} left as they are"),
        start.elapsed(),
    );
}

fn read(known: &Entries, collection: &Collection) -> Entries {
    let read = known.again(collection, &Cancel::default(), &Progress::default());
    read.expect("nobody stops it")
}

fn shortest<T>(mut work: impl FnMut() -> T) -> Duration {
    let took = (0..TIMES).map(|_| {
        let start = Instant::now();
        let made = work();
        let took = start.elapsed();
        drop(black_box(made));
        took
    });
    took.min().unwrap_or_default()
}

fn told(what: &str, took: Duration) {
    println!("  {what:<58}{:9.2} ms", took.as_secs_f64() * 1000.0);
}

// ---- The window

fn window(collection: Collection) {
    let mut desk = Desk::new(Session::unsaved(collection));
    desk.open_board();
    let over = pos2(800.0, 500.0);
    let wheel = |delta: f32| Event::MouseWheel {
        unit: MouseWheelUnit::Point,
        delta: vec2(0.0, delta),
        phase: TouchPhase::Move,
        source: egui::MouseWheelSource::Unknown,
        modifiers: Modifiers::NONE,
    };
    let way = |frame| if frame < FRAMES / 2 { -400.0 } else { 400.0 };
    desk.frames("scrolling the board", |frame| {
        vec![Event::PointerMoved(over), wheel(way(frame))]
    });
    desk.frames("arrow keys on the board", |_| vec![key(Key::ArrowDown)]);
    desk.frames("choosing by keys", |_| vec![key(Key::Space)]);
    // A word comes and goes, letter by letter.
    let word: Vec<char> = "donnees".chars().collect();
    desk.frames("searching the board", |frame| {
        match word.get(frame % (2 * word.len())) {
            Some(letter) => vec![Event::Text(letter.to_string())],
            None => vec![key(Key::Backspace)],
        }
    });
}

fn key(key: Key) -> Event {
    Event::Key {
        key,
        physical_key: None,
        pressed: true,
        repeat: false,
        modifiers: Modifiers::NONE,
    }
}

impl Desk {
    fn open_board(&mut self) {
        self.rest();
        let keys = Command::Board.shortcut().expect("it has keys");
        let modifiers = keys.modifiers;
        let pressed = Event::Key {
            key: keys.logical_key,
            physical_key: None,
            pressed: true,
            repeat: false,
            modifiers,
        };
        self.frame(vec![pressed]);
        // Until the platforms are read.
        for _ in 0..400 {
            std::thread::sleep(Duration::from_millis(10));
            self.frame(Vec::new());
        }
    }

    /// Draws frames, each with what happens in it, and tells how long they take.
    fn frames(&mut self, what: &str, happens: impl Fn(usize) -> Vec<Event>) {
        self.rest();
        let mut took: Vec<Duration> = (0..FRAMES).map(|at| self.frame(happens(at)).took).collect();
        took.sort_unstable();
        let at = |percent: usize| took.get((FRAMES - 1) * percent / 100).copied();
        let at = |percent| at(percent).unwrap_or_default().as_secs_f64() * 1000.0;
        println!(
            "  {what:<58}{:9.2} ms, 99 %: {:.2} ms, longest {:.2} ms",
            at(50),
            at(99),
            at(100)
        );
    }
}
