//! What the eye would find amiss, looked for in everything that the window can show: in both
//! languages, in windows of several sizes, down to the least.

use std::collections::{HashMap, HashSet};
use std::panic::catch_unwind;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, OnceLock};

use chartrier::model::Owner;
use chartrier::render::{Design, Format, render};
use chartrier::words::Interface;
use chartrier::workspace::Session;
use egui::accessibility::is_input;
use egui::accesskit::Role;
use egui::epaint::ClippedShape;
use egui::{Color32, Id, LayerId, Order, Pos2, Rect, Shape, Theme, Vec2, vec2};
use egui_kittest::Node;
use egui_kittest::kittest::NodeT as _;

use crate::desk::Desk;
use crate::states::{STATES, State};
use crate::window::contrast;

/// The sizes of windows that are looked at: two screens, and the least that a window can be.
const SIZES: [Vec2; 3] = [
    vec2(1280.0, 720.0),
    vec2(1920.0, 1080.0),
    vec2(860.0, 480.0),
];

#[test]
fn each_state_has_a_name_of_its_own() {
    let mut known = HashSet::new();
    let twice = STATES.iter().filter(|state| !known.insert(state.name));
    assert_eq!(twice.map(|state| state.name).collect::<Vec<_>>(), [""; 0]);
}

#[test]
fn everything_is_reached_by_names_and_keys() {
    let missed: Vec<_> = looks()
        .iter()
        .filter_map(|look| look.as_ref().err())
        .collect();
    assert!(missed.is_empty(), "not reached: {missed:#?}");
}

#[test]
fn no_two_things_to_act_on_lie_over_each_other() {
    check(|look| {
        let seen: Vec<&Widget> = look.widgets.iter().filter(|it| it.is_seen()).collect();
        let pairs = seen.iter().enumerate().flat_map(|(at, one)| {
            let others = seen.get(at + 1..).unwrap_or_default();
            others.iter().map(move |other| (*one, *other))
        });
        pairs
            .filter(|(one, other)| one.layer == other.layer && !one.is_kin_of(other))
            // The strip of a table lies over it on purpose, and takes all clicks.
            .filter(|(one, other)| one.is_of_strip == other.is_of_strip)
            .filter(|(one, other)| is_area(one.seen.intersect(other.seen)))
            .map(|(one, other)| format!("{one} and {other}"))
            .collect()
    });
}

#[test]
fn nothing_to_act_on_is_out_of_reach() {
    check(|look| look.unreachable.clone());
}

#[test]
fn no_text_is_cut_off_at_its_sides() {
    check(|look| {
        let fields: Vec<Rect> = look.widgets_of(&[Role::TextInput, Role::MultilineTextInput]);
        let texts = look.texts.iter().filter(|text| text.is_cut());
        texts
            .filter(|text| !fields.iter().any(|field| field.contains(text.middle())))
            .filter(|text| !look.scrolls_sideways(text.clip))
            .map(|text| format!("{text}"))
            .collect()
    });
}

#[test]
fn no_text_lies_over_another() {
    check(|look| {
        let texts = look.texts.iter().enumerate();
        let pairs = texts.flat_map(|(at, one)| {
            let others = look.texts.get(at + 1..).unwrap_or_default();
            others.iter().map(move |other| (one, other))
        });
        pairs
            .filter(|(one, other)| one.galley != other.galley)
            .filter(|(one, other)| {
                let both = one.seen().intersect(other.seen());
                is_area(both) && !one.covers.iter().any(|cover| cover.contains(both.center()))
            })
            .map(|(one, other)| format!("{one} and {other}"))
            .collect()
    });
}

#[test]
fn only_what_people_wrote_is_shortened_and_stands_in_full_elsewhere() {
    check(|look| {
        let own = Phrases::of(look.interface);
        let shortened = look.texts.iter().filter(|text| text.elided);
        shortened
            .filter(|text| {
                let whole = text.whole.trim();
                // A name of something and what it is stand apart in a list.
                let is_said = |name: &String| whole.split("  ").all(|part| name.contains(part));
                let is_said = look.names.iter().any(is_said);
                own.has(whole) || !is_said
            })
            .map(|text| format!("{text}, in full “{}”", text.whole))
            .collect()
    });
}

#[test]
fn nothing_speaks_the_other_language() {
    check(|look| {
        let other = match look.interface {
            Interface::French => Interface::English,
            Interface::English => Interface::French,
        };
        let (own, other) = (Phrases::of(look.interface), Phrases::of(other));
        let strange = |said: &&String| !own.has(said) && other.has(said);
        let of_charters = vocabulary_of_charters(look);
        let told = look.said().filter(strange);
        told.filter(|said| !tokens(said).all(|token| of_charters.contains(&token)))
            .map(|said| format!("“{said}”"))
            .collect()
    });
}

#[test]
fn places_are_told_in_words_and_not_by_the_keys_of_a_file() {
    check(|look| {
        let is_key = |said: &&String| said.contains(" / body") || said.contains(" / heading");
        let told = look.said().filter(is_key);
        told.map(|said| format!("“{said}”")).collect()
    });
}

#[test]
fn no_key_of_the_words_stands_for_itself() {
    check(|look| {
        let is_key = |said: &&String| {
            let parts: Vec<&str> = said.split('-').collect();
            let is_part = |part: &&str| {
                !part.is_empty() && part.bytes().all(|letter| letter.is_ascii_lowercase())
            };
            parts.len() > 2 && parts.iter().all(is_part)
        };
        let written =
            chartrier::store::write(&look.state.collection(), chartrier::store::Notation::Ron);
        let own = Phrases::of(look.interface);
        let told = look.said().filter(is_key).filter(|said| !own.has(said));
        told.filter(|said| !written.contains(said.as_str()))
            .map(|said| format!("“{said}”"))
            .collect()
    });
}

#[test]
fn every_word_is_of_the_interface_or_of_a_charter() {
    check(|look| {
        let of_interface: HashSet<String> = tokens(look.interface.source()).collect();
        let of_charters = vocabulary_of_charters(look);
        let is_known = |token: &String| {
            of_interface.contains(token)
                || of_charters.contains(token)
                || KNOWN_EVERYWHERE.contains(&token.as_str())
                || token == month_of(look.interface)
        };
        let sources = sources(look);
        let is_source = |said: &str| {
            let said = said.replace('\u{a0}', "\u{202f}");
            sources.iter().any(|it| it.contains(said.trim()))
        };
        let strange = look
            .said()
            .filter(|said| !tokens(said).all(|it| is_known(&it)) && !is_source(said));
        strange.map(|said| format!("“{said}”")).collect()
    });
}

#[test]
fn everything_that_takes_the_cursor_has_a_name() {
    check(|look| {
        let unnamed = look.widgets.iter().filter(|it| it.name.trim().is_empty());
        unnamed.map(|it| format!("{it}")).collect()
    });
}

#[test]
fn every_text_stands_out_from_the_ground_it_is_painted_on() {
    check(|look| {
        let low = look.texts.iter().flat_map(|text| {
            let low = text.colours.iter().filter_map(|(colour, ground)| {
                let contrast = contrast(*colour, *ground);
                (contrast < 4.5).then(|| format!("{text}: {contrast:.2}, {colour:?} on {ground:?}"))
            });
            low.collect::<Vec<_>>()
        });
        low.collect()
    });
}

// What was looked at ---------------------------------------------------------------------------

/// The month of the one date that is shown, in the language that it is shown in.
fn month_of(interface: Interface) -> &'static str {
    match interface {
        Interface::French => "septembre",
        Interface::English => "september",
    }
}

/// Words that no file holds: the program's name, and what is printed on every keyboard.
const KNOWN_EVERYWHERE: &[&str] = &["ctrl", "alt", "chartrier"];
/// What the states type, which may stand right behind another word.
const TYPED: [&str; 6] = ["Coquelicot", "zzz", "tabl", "ftp", "Camille", "Martin"];

/// Faults that are known and wait to be mended, by what is told of them: a line goes when its
/// fault goes.
const WAITING: &[(&str, &str)] = &[];

/// One state of the window, in one language, theme and size, as it was painted and named.
struct Look {
    state: &'static State,
    interface: Interface,
    theme: Theme,
    size: Vec2,
    /// All that a person can act on.
    widgets: Vec<Widget>,
    /// All texts that are seen.
    texts: Vec<Text>,
    /// The names of everything, as a screen reader says them.
    names: Vec<String>,
    /// What cannot be brought into sight.
    unreachable: Vec<String>,
    /// The sides of the places that scroll sideways.
    sideways: Vec<Rect>,
}

/// Something that a person can act on.
#[derive(Clone)]
struct Widget {
    id: Id,
    role: Role,
    name: String,
    layer: LayerId,
    parent: Id,
    /// The accessible things that it stands in.
    around: Vec<Id>,
    /// Whether it stands in what lies over other things until it is answered.
    is_of_strip: bool,
    whole: Rect,
    /// The part of it that is not cut off.
    seen: Rect,
    enabled: bool,
}

/// A line of text on the screen.
struct Text {
    line: String,
    /// Which of the painted texts it is a line of.
    galley: usize,
    /// The text that the line is of.
    whole: String,
    elided: bool,
    place: Rect,
    clip: Rect,
    /// What is painted over it in part, such as a menu.
    covers: Vec<Rect>,
    /// Its colours, each with the ground below.
    colours: Vec<(Color32, Color32)>,
}

impl Look {
    fn new(state: &'static State, interface: Interface, theme: Theme, size: Vec2) -> Self {
        let mut desk = state.desk(theme, size, interface);
        let widgets = widgets(&desk);
        let disabled: Vec<Rect> = disabled(&desk);
        let texts = texts(&desk.harness.output().shapes, &disabled);
        let names = names(&desk);
        let (unreachable, sideways) = out_of_reach(&mut desk, &widgets);
        Self {
            state,
            interface,
            theme,
            size,
            widgets,
            texts,
            names,
            unreachable,
            sideways,
        }
    }

    fn widgets_of(&self, roles: &[Role]) -> Vec<Rect> {
        let those = self.widgets.iter().filter(|it| roles.contains(&it.role));
        those.map(|it| it.whole).collect()
    }

    fn scrolls_sideways(&self, clip: Rect) -> bool {
        let same = |one: f32, other: f32| (one - other).abs() < 12.0;
        self.sideways
            .iter()
            .any(|it| same(it.left(), clip.left()) || same(it.right(), clip.right()))
    }

    /// What is said to the eye and to the ear.
    fn said(&self) -> impl Iterator<Item = &String> {
        self.names
            .iter()
            .chain(self.texts.iter().map(|text| &text.whole))
    }
}

impl Widget {
    fn is_seen(&self) -> bool {
        is_area(self.seen)
    }

    fn is_kin_of(&self, other: &Self) -> bool {
        self.around.contains(&other.id) || other.around.contains(&self.id)
    }

    /// Whether something of it is cut off that cannot be scrolled to by going up and down: in the
    /// panels all that is high scrolls, elsewhere (menus, dialogs) nothing is taken for granted.
    fn is_cut(&self) -> bool {
        let less = |whole: f32, seen: f32| whole - seen.max(0.0) > 1.5;
        let sideways = less(self.whole.width(), self.seen.width());
        let upright = less(self.whole.height(), self.seen.height());
        if self.layer.order == Order::Background {
            // What is out of sight altogether tells nothing of its sides.
            sideways && self.seen.height() > 0.0
        } else {
            sideways || upright
        }
    }
}

impl Widget {
    /// Whether scrolling to it has not brought it into sight. What is larger than its place stays
    /// cut off wherever it is scrolled to.
    fn is_still_cut(&self) -> bool {
        let is_large = self.layer.order == Order::Background && self.seen.width() > 200.0;
        self.is_cut() && !is_large
    }
}

impl Text {
    fn seen(&self) -> Rect {
        self.place.intersect(self.clip)
    }

    fn middle(&self) -> Pos2 {
        self.seen().center()
    }

    fn is_cut(&self) -> bool {
        self.place.width() - self.seen().width() > 2.0
    }
}

impl std::fmt::Display for Widget {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self {
            role, name, whole, ..
        } = self;
        write!(f, "{role:?} “{name:.60}” at {whole:.0?}")
    }
}

impl std::fmt::Display for Text {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "“{:.60}” at {:.0?}", self.line, self.place)
    }
}

/// Whether a place is more than a touch of two edges.
fn is_area(rect: Rect) -> bool {
    rect.width() > 1.5 && rect.height() > 1.5
}

/// Finds faults in every look, and tells them all.
fn check(faults: impl Fn(&Look) -> Vec<String>) {
    let mut told = Vec::new();
    for look in looks().iter().flatten() {
        for fault in faults(look) {
            let Look {
                state,
                interface,
                theme,
                size,
                ..
            } = look;
            let (name, language) = (state.name, interface.tag());
            let fault = format!(
                "{name}, {language}, {theme:?}, {}×{}: {fault}",
                size.x, size.y
            );
            let is_waiting =
                |(look, said): &(&str, &str)| fault.contains(look) && fault.contains(said);
            if !WAITING.iter().any(is_waiting) {
                told.push(fault);
            }
        }
    }
    assert!(
        told.is_empty(),
        "{} faults:\n{}",
        told.len(),
        told.join("\n")
    );
}

/// Every state in both languages and in every size, looked at once for all tests. The themes take
/// turns, so that each state is seen in both.
fn looks() -> &'static [Result<Look, String>] {
    static LOOKS: OnceLock<Vec<Result<Look, String>>> = OnceLock::new();
    LOOKS.get_or_init(|| {
        let mut wanted = Vec::new();
        for (number, state) in STATES.iter().enumerate() {
            for (at, size) in SIZES.into_iter().enumerate() {
                for interface in Interface::ALL {
                    let french = usize::from(interface == Interface::French);
                    let theme = [Theme::Light, Theme::Dark][(number + at + french) % 2];
                    wanted.push((state, interface, theme, size));
                }
            }
        }
        let next = AtomicUsize::new(0);
        let made = Mutex::new(Vec::new());
        let threads = std::thread::available_parallelism().map_or(1, |count| count.get());
        std::thread::scope(|scope| {
            for _ in 0..threads {
                scope.spawn(|| {
                    while let Some((state, interface, theme, size)) =
                        wanted.get(next.fetch_add(1, Ordering::Relaxed))
                    {
                        let look = || Look::new(state, *interface, *theme, *size);
                        let look = catch_unwind(look).map_err(|panic| {
                            let (name, language) = (state.name, interface.tag());
                            let why = panic.downcast::<String>().unwrap_or_default();
                            format!("{name}, {language}, {}×{}: {why}", size.x, size.y)
                        });
                        made.lock().expect("no look panics").push(look);
                    }
                });
            }
        });
        made.into_inner().expect("no look panics")
    })
}

// Reading what a frame left --------------------------------------------------------------------

fn widgets(desk: &Desk) -> Vec<Widget> {
    let ctx = &desk.harness.ctx;
    let rects: HashMap<u64, egui::WidgetRect> = ctx.viewport(|viewport| {
        let layers = viewport.prev_pass.widgets.layers();
        let all = layers.flat_map(|(_, rects)| rects);
        all.map(|rect| (rect.id.accesskit_id().0, *rect)).collect()
    });
    let nodes = desk.harness.root().children_recursive();
    let widgets = nodes.filter_map(|node| {
        let data = node.accesskit_node();
        let rect = rects.get(&data.locate().0.0)?;
        let acts = is_input(data.role()) || data.role() == Role::GridCell;
        let acts = acts && !data.is_hidden() && !data.data().is_read_only();
        // What resizes a panel lies over its edge by its nature.
        let acts = acts && data.role() != Role::Splitter && rect.visible;
        acts.then(|| Widget {
            id: rect.id,
            role: data.role(),
            name: data.label().unwrap_or_default(),
            layer: rect.layer_id,
            parent: rect.parent_id,
            around: around(&node, &rects),
            is_of_strip: std::iter::successors(node.parent(), |node| node.parent())
                .any(|node| node.accesskit_node().role() == Role::Alert),
            whole: rect.rect,
            seen: rect.interact_rect,
            enabled: rect.enabled,
        })
    });
    widgets.collect()
}

/// The accessible things that something stands in.
fn around(node: &Node<'_>, rects: &HashMap<u64, egui::WidgetRect>) -> Vec<Id> {
    let parents = std::iter::successors(node.parent(), |node| node.parent());
    parents
        .filter_map(|node| rects.get(&node.accesskit_node().locate().0.0))
        .map(|rect| rect.id)
        .collect()
}

fn disabled(desk: &Desk) -> Vec<Rect> {
    let disabled = widgets(desk).into_iter().filter(|it| !it.enabled);
    disabled.map(|it| it.seen.expand(1.0)).collect()
}

fn names(desk: &Desk) -> Vec<String> {
    let nodes = desk.harness.root().children_recursive();
    nodes
        .flat_map(|node| {
            let data = node.accesskit_node();
            // What a label says is its value.
            let said = (data.role() == Role::Label).then(|| data.value()).flatten();
            [data.label(), data.placeholder().map(str::to_owned), said]
        })
        .flatten()
        .collect()
}

/// Asks for each thing that is cut off to be scrolled to, and tells of what stays cut off; and
/// what scrolls sideways. One of those that stand together answers for them.
fn out_of_reach(desk: &mut Desk, widgets: &[Widget]) -> (Vec<String>, Vec<Rect>) {
    let mut by_place: HashMap<(LayerId, Id), Vec<&Widget>> = HashMap::new();
    for widget in widgets.iter().filter(|widget| widget.is_cut()) {
        let place = by_place.entry((widget.layer, widget.parent)).or_default();
        place.push(widget);
    }
    let (mut unreachable, mut sideways) = (Vec::new(), Vec::new());
    for together in by_place.into_values() {
        let farthest = together.iter().max_by(|one, other| {
            let far = |it: &Widget| {
                it.whole.width() - it.seen.width() + it.whole.height() - it.seen.height()
            };
            far(one).total_cmp(&far(other))
        });
        let Some(before) = farthest else { continue };
        {
            let mut nodes = desk.harness.root().children_recursive();
            let wanted = before.id.accesskit_id();
            if let Some(node) = nodes.find(|node| node.accesskit_node().locate().0 == wanted) {
                node.scroll_to_me();
            }
        }
        desk.harness.run();
        let now = self::widgets(desk)
            .into_iter()
            .find(|it| it.id == before.id);
        match now {
            Some(now) if now.is_still_cut() => {
                unreachable.push(format!("{before}, of which {:.0?} is seen", before.seen));
            }
            _ => sideways.push(before.seen),
        }
    }
    (unreachable, sideways)
}

/// What words are painted in a place.
pub fn painted_in(desk: &Desk, place: Rect) -> Vec<String> {
    let texts = texts(&desk.harness.output().shapes, &[]).into_iter();
    let inside = texts.filter(|it| place.contains_rect(it.place));
    let words = inside.map(|it| it.line.replace('\u{a0}', " "));
    words
        .filter(|it| it.chars().any(char::is_alphabetic))
        .collect()
}

/// The lines of text that are seen, with the grounds below them.
fn texts(shapes: &[ClippedShape], disabled: &[Rect]) -> Vec<Text> {
    let mut painted = Vec::new();
    for clipped in shapes {
        flatten(clipped.clip_rect, &clipped.shape, &mut painted);
    }
    let mut texts = Vec::new();
    for (at, (clip, shape)) in painted.iter().enumerate() {
        let Shape::Text(text) = shape else { continue };
        for row in &text.galley.rows {
            let place = row
                .visuals
                .mesh_bounds
                .translate(text.pos.to_vec2() + row.pos.to_vec2());
            let seen = place.intersect(*clip);
            if !is_area(seen) {
                continue;
            }
            let above = painted.get(at + 1..).unwrap_or_default();
            if ground(above, seen.center(), Color32::TRANSPARENT).a() > 0 {
                // Below a menu or a dialog.
                continue;
            }
            let below = painted.get(..at).unwrap_or_default();
            let mut colours: Vec<(Color32, Color32)> = Vec::new();
            for glyph in row
                .glyphs
                .iter()
                .filter(|glyph| !glyph.uv_rect.is_nothing())
            {
                let middle = text.pos
                    + row.pos.to_vec2()
                    + glyph.pos.to_vec2()
                    + vec2(glyph.advance_width / 2.0, -glyph.font_ascent / 3.0);
                let is_off = disabled.iter().any(|rect| rect.contains(middle));
                if is_off || !clip.contains(middle) {
                    continue;
                }
                let vertex = row.visuals.mesh.vertices.get(glyph.first_vertex as usize);
                let own = vertex.map_or(text.fallback_color, |vertex| vertex.color);
                let own = match text.override_text_color {
                    Some(colour) => colour,
                    None if own == Color32::PLACEHOLDER => text.fallback_color,
                    None => own,
                };
                let ground = ground(below, middle, Color32::BLACK);
                let colour = ground.blend(own.gamma_multiply(text.opacity_factor));
                if !colours.contains(&(colour, ground)) {
                    colours.push((colour, ground));
                }
            }
            texts.push(Text {
                line: row.text(),
                galley: at,
                whole: text.galley.text().to_owned(),
                elided: text.galley.elided,
                place,
                clip: *clip,
                covers: covers(above, seen),
                colours,
            });
        }
    }
    texts
}

fn flatten<'a>(clip: Rect, shape: &'a Shape, painted: &mut Vec<(Rect, &'a Shape)>) {
    match shape {
        Shape::Vec(shapes) => {
            for shape in shapes {
                flatten(clip, shape, painted);
            }
        }
        shape => painted.push((clip, shape)),
    }
}

/// What fills leave at a point, painted on what is there first. Shadows are no ground.
fn ground(painted: &[(Rect, &Shape)], at: Pos2, first: Color32) -> Color32 {
    let fills = painted.iter().filter_map(|(clip, shape)| match shape {
        Shape::Rect(rect) if rect.blur_width == 0.0 => {
            (clip.contains(at) && rect.rect.contains(at)).then_some(rect.fill)
        }
        _ => None,
    });
    fills.fold(first, |below, fill| below.blend(fill))
}

/// The places among what is painted above something where it is painted over.
fn covers(above: &[(Rect, &Shape)], seen: Rect) -> Vec<Rect> {
    let covers = above.iter().filter_map(|(clip, shape)| match shape {
        Shape::Rect(rect) if rect.blur_width == 0.0 && rect.fill.a() > 0 => {
            Some(rect.rect.intersect(*clip))
        }
        _ => None,
    });
    covers.filter(|cover| cover.intersects(seen)).collect()
}

// Words ----------------------------------------------------------------------------------------

/// What a language of the interface says, with holes for what it speaks of.
struct Phrases {
    whole: HashSet<&'static str>,
    with_holes: Vec<Vec<&'static str>>,
}

impl Phrases {
    fn of(interface: Interface) -> &'static Self {
        static PHRASES: OnceLock<[Phrases; 2]> = OnceLock::new();
        let [french, english] =
            PHRASES.get_or_init(|| [Interface::French, Interface::English].map(Self::read));
        match interface {
            Interface::French => french,
            Interface::English => english,
        }
    }

    /// Reads a file of words as far as the lines of texts go: a value behind its key, or one of
    /// the values that depend on a number.
    fn read(interface: Interface) -> Self {
        let mut phrases = Self {
            whole: HashSet::new(),
            with_holes: Vec::new(),
        };
        for line in interface
            .source()
            .lines()
            .filter(|line| !line.starts_with('#'))
        {
            let text = match line.split_once(" = ") {
                Some((key, text)) if !key.contains(' ') => text,
                _ => match line.trim_start().split_once("] ") {
                    Some((_, text)) => text,
                    None => continue,
                },
            };
            if text.contains("->") {
                continue;
            }
            let mut pieces = text.split(['{', '}']).step_by(2);
            match (pieces.clone().count(), pieces.next()) {
                (1, Some(text)) => drop(phrases.whole.insert(text.trim())),
                _ => phrases
                    .with_holes
                    .push(text.split(['{', '}']).step_by(2).collect()),
            }
        }
        phrases
    }

    fn has(&self, said: &str) -> bool {
        // French signs stay with their words on the screen.
        let said = said.replace('\u{a0}', " ");
        let said = said.trim();
        self.whole.contains(said) || self.with_holes.iter().any(|pieces| fits(pieces, said))
    }
}

/// Whether words are a phrase whose holes are filled. Short pieces fit anything.
fn fits(pieces: &[&str], said: &str) -> bool {
    let letters: usize = pieces
        .iter()
        .map(|piece| piece.trim().chars().count())
        .sum();
    let (Some(first), Some(last)) = (pieces.first(), pieces.last()) else {
        return false;
    };
    if letters < 5 || !said.starts_with(first) || !said.ends_with(last) {
        return false;
    }
    let mut rest = said;
    pieces.iter().all(|piece| match rest.split_once(piece) {
        Some((_, after)) => {
            rest = after;
            true
        }
        None => piece.is_empty(),
    })
}

/// The words of a text, without numbers, marks, paths and very short ones.
fn tokens(text: &str) -> impl Iterator<Item = String> {
    text.split(char::is_whitespace)
        .filter(|word| !word.contains(['/', '\\']) && !word.contains(".ron"))
        .flat_map(|word| word.split(|c: char| !c.is_alphabetic()))
        .map(|word| {
            let typed = TYPED.iter().find_map(|typed| word.strip_suffix(typed));
            typed.unwrap_or(word)
        })
        .filter(|word| word.chars().count() > 2)
        .map(str::to_lowercase)
}

/// What is exported of the first platform, where it is shown as it is written.
fn sources(look: &Look) -> Vec<String> {
    if !look.state.name.starts_with("source-") {
        return Vec::new();
    }
    let collection = look.state.collection();
    let platform = collection.platforms.at(0).expect("there is one");
    let owner = Owner::Platform(platform.id.clone());
    let language = collection.first_language();
    let document = Session::unsaved(collection).document(&owner, &language);
    let document = document.expect("it is there");
    let written = Format::SOURCES.map(|format| {
        render(&document, format, &Design::default()).expect("nothing of its looks is its own")
    });
    written
        .map(|bytes| String::from_utf8_lossy(&bytes).replace('\u{a0}', "\u{202f}"))
        .to_vec()
}

/// All words that the charters of a look say, written or finished.
fn vocabulary_of_charters(look: &Look) -> &'static HashSet<String> {
    type Known = HashMap<&'static str, &'static HashSet<String>>;
    static KNOWN: OnceLock<Mutex<Known>> = OnceLock::new();
    let mut known = KNOWN
        .get_or_init(Mutex::default)
        .lock()
        .expect("no reading panics");
    known
        .entry(look.state.name)
        .or_insert_with(|| Box::leak(Box::new(words_of_charters(look.state))))
}

fn words_of_charters(state: &State) -> HashSet<String> {
    let collection = state.collection();
    let mut session = Session::unsaved(collection.clone());
    let written = chartrier::store::write(&collection, chartrier::store::Notation::Ron);
    let mut words: HashSet<String> = tokens(&written).collect();
    if state.name.starts_with("import") {
        // The page that is brought in, and where it is.
        let page = crate::dropped::PAGE.replace(['<', '>'], " ");
        words.extend(tokens(&page));
        words.extend(tokens("avis.html erreur.html data-exemple-fr a-importer"));
    }
    if state.name == "reviewed" {
        // What the reviewer wrote, and who it was.
        words.extend(tokens("jours SAS Lesquels ? Cécile Unknown Author"));
    }
    let models = collection
        .models
        .iter()
        .map(|it| Owner::Model(it.id.clone()));
    let platforms = collection
        .platforms
        .iter()
        .map(|it| Owner::Platform(it.id.clone()));
    for owner in models.chain(platforms) {
        for language in collection.languages_of(&owner) {
            if let Some(document) = session.document(&owner, language) {
                let finished = render(&document, Format::Text, &Design::default())
                    .expect("nothing of its looks is its own");
                words.extend(tokens(&String::from_utf8_lossy(&finished)));
            }
        }
    }
    words
}
