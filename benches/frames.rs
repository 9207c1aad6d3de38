//! What a frame of the window costs while someone types, scrolls and selects, and what an idle
//! window draws: in the examples, and in a charter far larger than any.
//!
//! `cargo bench --bench frames` prints figures; it asserts nothing. A frame is all that the
//! program does on the processor for it: the interface, its accessibility tree, and the shapes
//! handed to the graphics card. Widgets are found by their names, as a screen reader finds them.
//!
//! `cargo bench --bench frames session` leaves the window out, and measures what it takes to put
//! a charter together and finish it after a letter; `cargo bench --bench frames platforms` compares
//! a collection of ten platforms with one of ten thousand.

mod desk;
mod large;

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use chartrier::model::{
    Collection, Element, Language, Owner, Resolved, ResolvedSection, ResolvedTable,
};
use chartrier::workspace::changes::{Charters, Scope};
use chartrier::workspace::{Session, examples};
use desk::{Desk, now, platform_of, platforms};
use egui::accesskit::Role;
use egui::{
    DroppedFile, Event, Key, Modifiers, MouseWheelUnit, PointerButton, Pos2, RawInput, Rect,
    TouchPhase, Vec2, pos2, vec2,
};

/// How often each thing is done.
const TIMES: usize = 1000;
/// A frame that takes longer is seen as a jerk, at 60 frames a second.
const JERK: Duration = Duration::from_millis(16);

fn main() {
    let of_platforms = std::env::args().any(|argument| argument == "platforms");
    let (few, many): (&dyn Fn() -> Collection, &dyn Fn() -> Collection) = if of_platforms {
        (&|| platforms(10), &|| platforms(10_000))
    } else {
        (&examples, &large::collection)
    };
    let names = if of_platforms {
        ["10 platforms", "10,000 platforms"]
    } else {
        ["the examples", "200 sections, 1,000 rows"]
    };
    let of_few = figures(names[0], few);
    let of_many = figures(names[1], many);
    println!("{:<46}{:<36}{:<36}ratio", "", names[0], names[1]);
    let heads = "median     99 %   longest  > 16 ms  ";
    println!("{:<46}{heads}{heads}of the 99 %", "ms of processor time");
    for ((what, few), (_, many)) in of_few.iter().zip(&of_many) {
        let ratio = match (few.percentile(99), many.percentile(99)) {
            (Some(few), Some(many)) => format!("{:.1}", many / few),
            _ => String::new(),
        };
        println!("{what:<46}{few}{many}{ratio}");
    }
}

type Figures = Vec<(&'static str, Outcome)>;

/// A page whose table has ten thousand rows.
fn page_of_rows() -> String {
    let mut page =
        String::from("<html><main><h1>Cookies</h1><table><tr><th>Nom<th>Finalité<th>Durée");
    for row in 0..10_000 {
        page.push_str(&format!(
            "<tr><td>cookie_{row}<td>Retenir la réponse {row} du visiteur<td>{row} jours"
        ));
    }
    page.push_str("</table></main>");
    page
}

/// All that is measured in one collection.
fn figures(name: &str, collection: &dyn Fn() -> Collection) -> Figures {
    let mut figures = Figures::new();
    let desk = || Desk::new(Session::unsaved(collection()));
    let mut note = |what: &'static str, outcome: Outcome| {
        eprintln!("{name}: {what}");
        figures.push((what, outcome));
    };

    for (what, is_platform, place) in [
        ("a letter in the session: model, text", false, At::Body),
        ("a letter in the session: model, cell", false, At::Cell),
        ("a letter in the session: platform, text", true, At::Body),
        ("a letter in the session: platform, cell", true, At::Cell),
        (
            "a letter in the session: model, seen in a platform",
            true,
            At::BodyOfModel,
        ),
    ] {
        note(what, letters_in_session(collection(), is_platform, place));
    }

    if std::env::args().any(|argument| argument == "session") {
        return figures;
    }
    let mut at = desk();
    note("frames of an idle window in 10 s", at.idle_frames());
    at.look_at_model();
    at.click_body();
    note("typing in a model", at.type_letters());
    note(
        "selecting in a text",
        at.press(&[Key::ArrowLeft], Modifiers::SHIFT),
    );
    note(
        "frames of an idle window, cursor in a text",
        at.idle_frames(),
    );

    let mut at = desk();
    at.look_at_platform();
    at.click_body();
    note("typing in an inherited text", at.type_letters());
    note("a frame in which nothing happens", at.still());

    let mut at = desk();
    at.look_at_platform();
    note("scrolling the editor", at.scroll(Side::Editor));
    note("scrolling the preview", at.scroll(Side::Preview));

    let mut at = desk();
    at.look_at_platform();
    if at.click_cell() {
        let arrows = [Key::ArrowDown; 20].into_iter().chain([Key::ArrowUp; 20]);
        let arrows: Vec<Key> = arrows.collect();
        note("arrow keys in a table", at.press(&arrows, Modifiers::NONE));
        note("selecting cells", at.press(&arrows, Modifiers::SHIFT));
        at.click_cell();
        let typed = match at.type_letters() {
            // A cell that is only chosen is opened by Enter.
            Outcome::Absent => {
                at.key(Key::Enter, Modifiers::NONE);
                at.type_letters()
            }
            typed => typed,
        };
        note("typing in a cell", typed);
    } else {
        for what in [
            "arrow keys in a table",
            "selecting cells",
            "typing in a cell",
        ] {
            note(what, Outcome::Absent);
        }
    }

    let mut at = desk();
    at.review(&page_of_rows());
    note("a review of 10,000 rows, at rest", at.still());
    note("a review of 10,000 rows, scrolled", at.scroll_review());
    figures
}

/// What came of a measurement.
enum Outcome {
    /// How long each took.
    Took(Vec<Duration>),
    /// How many there were.
    Count(usize),
    /// There was nothing to measure.
    Absent,
}

impl Outcome {
    fn took(mut times: Vec<Duration>) -> Self {
        times.sort_unstable();
        Self::Took(times)
    }

    /// In milliseconds.
    fn percentile(&self, of: usize) -> Option<f64> {
        let Self::Took(times) = self else {
            return None;
        };
        let at = (times.len() * of / 100).min(times.len().saturating_sub(1));
        times.get(at).map(|time| time.as_secs_f64() * 1000.0)
    }
}

impl std::fmt::Display for Outcome {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let line = match self {
            Self::Took(times) => {
                let at = |of| self.percentile(of).unwrap_or_default();
                let jerks = times.iter().filter(|time| **time > JERK).count();
                format!(
                    "{:6.2}   {:6.2}    {:6.2}   {jerks:6}",
                    at(50),
                    at(99),
                    at(100)
                )
            }
            Self::Count(count) => format!("{count:6}"),
            Self::Absent => "     –".to_owned(),
        };
        write!(f, "{line:<36}")
    }
}

// ---- The session by itself

/// Where letters go.
#[derive(Clone, Copy, PartialEq)]
enum At {
    Body,
    Cell,
    /// A text of the model, whatever charter is looked at.
    BodyOfModel,
}

/// What it takes to make the change of a letter, put the charter together and finish it.
fn letters_in_session(collection: Collection, is_platform: bool, at: At) -> Outcome {
    let owner = if is_platform {
        platform_of(&collection)
    } else {
        model_of(&collection)
    };
    let language = collection.first_language();
    let mut session = Session::unsaved(collection);
    let resolved = session.resolved(&owner).expect("the owner is there");
    let Some(element) = element_at(&resolved, at) else {
        return Outcome::Absent;
    };
    session.document(&owner, &language);
    let scope = match at {
        At::BodyOfModel => Scope::Everywhere,
        At::Body | At::Cell => Scope::Here,
    };
    let times = (0..TIMES).map(|number| {
        let resolved = session.resolved(&owner).expect("the owner is there");
        let charters = Charters {
            collection: session.collection(),
            resolved: &resolved,
        };
        let change = charters
            .write(
                &element,
                &language,
                &lengthened(&resolved, &element, &language, number),
                scope,
            )
            .expect("the text can be written");
        drop(resolved);
        let start = now();
        session
            .make(change)
            .expect("the change is of what is there");
        let made = (
            session.resolved(&owner),
            session.document(&owner, &language),
        );
        let took = now().saturating_sub(start);
        std::hint::black_box(made);
        took
    });
    Outcome::took(times.collect())
}

fn element_at(resolved: &Resolved, at: At) -> Option<Element> {
    match at {
        At::Body | At::BodyOfModel => Some(Element::Body(resolved.sections.first()?.id.clone())),
        At::Cell => {
            let (section, table) = first_table(resolved)?;
            Some(Element::Cell(chartrier::model::CellAddress {
                section: section.id.clone(),
                row: table.rows.get(1)?.id().clone(),
                column: named_column(resolved, table)?,
            }))
        }
    }
}

/// What a text says, with a letter more.
fn lengthened(
    resolved: &Resolved,
    element: &Element,
    language: &Language,
    number: usize,
) -> String {
    let said = resolved
        .text(element)
        .and_then(|(text, _)| text.written(language));
    let letter = if number % 7 == 6 { " " } else { "e" };
    format!("{}{letter}", said.unwrap_or_default())
}

fn first_table(resolved: &Resolved) -> Option<(&ResolvedSection, &ResolvedTable)> {
    let mut sections = resolved.sections.iter();
    sections.find_map(|section| Some((section, section.table.as_ref()?)))
}

fn named_column(resolved: &Resolved, table: &ResolvedTable) -> Option<chartrier::model::ColumnId> {
    let mut columns = resolved.columns_of(table).iter();
    let is_name = |column: &&chartrier::model::ResolvedColumn| {
        column.column.role == chartrier::model::Role::Name
    };
    columns.find(is_name).map(|column| column.column.id.clone())
}

fn model_of(collection: &Collection) -> Owner {
    let model = collection.models.at(0).expect("there is a model");
    Owner::Model(model.id.clone())
}

// ---- The window

/// A file that is dropped on the window.
#[derive(Debug)]
struct Dropped(PathBuf);

impl DroppedFile for Dropped {
    fn path(&self) -> &Path {
        &self.0
    }

    fn bytes(&self) -> Result<Vec<u8>, String> {
        fs::read(&self.0).map_err(|error| error.to_string())
    }
}

#[derive(Clone, Copy)]
enum Side {
    Editor,
    Preview,
}

impl Desk {
    /// Where the first widget of a name is that something can be done with.
    fn place_of(&mut self, is_named: impl Fn(&str) -> bool) -> Option<Rect> {
        let shown = self.frame(Vec::new()).shown?;
        let mut places = shown.nodes.iter().filter_map(|(_, node)| {
            let name = node.label().or(node.value())?;
            let acts = !matches!(node.role(), Role::Label | Role::Window);
            let bounds = (acts && is_named(name)).then(|| node.bounds())??;
            #[expect(
                clippy::cast_possible_truncation,
                reason = "places on a screen are small"
            )]
            let point = |x: f64, y: f64| pos2(x as f32, y as f32);
            Some(Rect::from_min_max(
                point(bounds.x0, bounds.y0),
                point(bounds.x1, bounds.y1),
            ))
        });
        let on_screen = Rect::from_min_size(Pos2::ZERO, vec2(1400.0, 840.0));
        places.find(|place| on_screen.contains(place.center()) && place.is_positive())
    }

    fn must_find(&mut self, name: &str) -> Rect {
        self.place_of(|it| it == name)
            .or_else(|| self.place_of(|it| it.contains(name)))
            .unwrap_or_else(|| panic!("nothing in sight is called {name}"))
    }

    fn click(&mut self, at: Pos2) {
        for pressed in [true, false] {
            self.frame(vec![
                Event::PointerMoved(at),
                Event::PointerButton {
                    pos: at,
                    button: PointerButton::Primary,
                    pressed,
                    modifiers: Modifiers::NONE,
                },
            ]);
        }
        self.rest();
    }

    fn say(&self, key: &str, values: &[(&str, &str)]) -> String {
        let values: Vec<_> = values
            .iter()
            .map(|(name, value)| (*name, (*value).into()))
            .collect();
        self.window.words().say_of(key, &values).into_owned()
    }

    fn resolved(&self) -> Resolved {
        let collection = self.window.session().collection();
        collection.resolve(&self.owner).expect("the owner is there")
    }

    fn said(&self, text: &chartrier::model::Text) -> String {
        let first = self.window.session().collection().first_language();
        text.said(&first, &first).text.to_owned()
    }

    fn look_at_model(&mut self) {
        let collection = self.window.session().collection();
        self.owner = model_of(collection);
        let name = collection.models.at(0).map(|it| it.name.clone());
        let name = self.said(&name.unwrap_or_default());
        let name = self.say("model-named", &[("name", &name), ("adapted", "0")]);
        // Without how many adaptations there are.
        let place = self.must_find(name.split(',').next().unwrap_or(&name));
        self.click(place.center());
    }

    fn look_at_platform(&mut self) {
        let collection = self.window.session().collection();
        self.owner = platform_of(collection);
        let name = collection.platforms.at(0).map(|it| it.name.clone());
        let name = self.said(&name.unwrap_or_default());
        let name = self.say("platform-named", &[("name", &name), ("adapted", "0")]);
        // Without how many adaptations there are.
        let place = self.must_find(name.split(',').next().unwrap_or(&name));
        self.click(place.center());
    }

    /// The place of the first section's text.
    fn body(&mut self) -> Rect {
        let resolved = self.resolved();
        let section = resolved.sections.first().expect("there is a section");
        let heading = self.said(&section.heading.value);
        let name = self.say("body-of", &[("section", &heading)]);
        self.must_find(&name)
    }

    fn click_body(&mut self) {
        let place = self.body();
        self.click(place.center());
    }

    /// Goes to a cell of the first table, if there is one by a name that is known here.
    fn click_cell(&mut self) -> bool {
        let resolved = self.resolved();
        let Some((_, table)) = first_table(&resolved) else {
            return false;
        };
        let rows = table.rows.len().to_string();
        let column = named_column(&resolved, table);
        let column = column.and_then(|id| {
            resolved
                .columns_of(table)
                .iter()
                .find(|it| it.column.id == id)
        });
        let column = column.map_or_else(String::new, |it| self.said(&it.label.value));
        let values = [
            ("column", &*column),
            ("row", "2"),
            ("rows", &rows),
            ("says", ""),
        ];
        // « Nom, ligne 2 sur 1000 : », without what the cell says.
        let name = self.say("cell-name", &values).trim().to_owned();
        let is_cell = |it: &str| it.contains(&name);
        let mut over = None;
        for _ in 0..400 {
            if let Some(place) = self.place_of(is_cell) {
                self.click(place.center());
                return true;
            }
            let over = *over.get_or_insert_with(|| self.body().center());
            self.wheel(over, vec2(0.0, -120.0));
        }
        false
    }

    fn wheel(&mut self, at: Pos2, delta: Vec2) -> Duration {
        let wheel = Event::MouseWheel {
            unit: MouseWheelUnit::Point,
            delta,
            phase: TouchPhase::Move,
            source: egui::MouseWheelSource::Unknown,
            modifiers: Modifiers::NONE,
        };
        self.frame(vec![Event::PointerMoved(at), wheel]).took
    }

    fn key(&mut self, key: Key, modifiers: Modifiers) -> Duration {
        let event = Event::Key {
            key,
            physical_key: None,
            pressed: true,
            repeat: false,
            modifiers,
        };
        self.frame(vec![event]).took
    }

    /// Opens the review of a page, and waits until it is compared.
    fn review(&mut self, page: &str) {
        let folder = tempfile::tempdir().expect("there is room for a folder");
        let path = folder.path().join("page.html");
        fs::write(&path, page).expect("there is room for a page");
        self.frame_of(RawInput {
            dropped_files: vec![Arc::new(Dropped(path))],
            ..RawInput::default()
        });
        let row = self.say("import-row", &[("row", "1")]);
        for _ in 0..2_000 {
            if self.place_of(|it| it.contains(&row)).is_some() {
                return;
            }
            std::thread::sleep(Duration::from_millis(10));
        }
        panic!("the page was not read");
    }

    // ---- What is measured

    /// Types letters, a frame each.
    fn type_letters(&mut self) -> Outcome {
        let before = self.window.session().steps();
        self.frame(vec![Event::Text("e".to_owned())]);
        if self.window.session().steps() == before {
            return Outcome::Absent;
        }
        let mut times = Vec::with_capacity(TIMES);
        for number in 0..TIMES {
            let letter = if number % 7 == 6 { " " } else { "e" };
            times.push(self.frame(vec![Event::Text(letter.to_owned())]).took);
        }
        Outcome::took(times)
    }

    /// Presses these keys in turn, one a frame.
    fn press(&mut self, keys: &[Key], modifiers: Modifiers) -> Outcome {
        let keys = keys.iter().cycle().take(TIMES);
        Outcome::took(keys.map(|key| self.key(*key, modifiers)).collect())
    }

    /// Scrolls down and up again.
    fn scroll(&mut self, side: Side) -> Outcome {
        let at = match side {
            Side::Editor => self.body().center(),
            // Halfway from the editor to the right of the window.
            Side::Preview => {
                let right_of_editor = self.body().right();
                pos2(f32::midpoint(right_of_editor, 1400.0), 500.0)
            }
        };
        let times = (0..TIMES).map(|number| {
            let down = if number < TIMES / 2 { -120.0 } else { 120.0 };
            self.wheel(at, vec2(0.0, down))
        });
        let times = times.collect();
        self.rest();
        Outcome::took(times)
    }

    /// Scrolls a review down, a screen at a time.
    fn scroll_review(&mut self) -> Outcome {
        let times = (0..TIMES).map(|_| self.wheel(pos2(700.0, 600.0), vec2(0.0, -400.0)));
        Outcome::took(times.collect())
    }

    fn still(&mut self) -> Outcome {
        self.rest();
        Outcome::took((0..TIMES).map(|_| self.frame(Vec::new()).took).collect())
    }

    /// How many frames an idle window draws, of those that it could draw in 10 s.
    fn idle_frames(&mut self) -> Outcome {
        for _ in 0..60 {
            self.frame(Vec::new());
        }
        let drawn = (0..600).take_while(|_| self.frame(Vec::new()).next < Duration::from_secs(10));
        Outcome::Count(drawn.count())
    }
}
