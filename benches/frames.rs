//! What a frame of the window costs while someone types, and what an idle window draws.
//!
//! `cargo bench --bench frames` prints figures; it asserts nothing. A frame is all that the
//! program does on the processor for it: the interface, its accessibility tree, and the shapes
//! handed to the graphics card.

use std::sync::Arc;
use std::time::{Duration, Instant};

use chartrier::ui::picker::{Picked, Picker, Purpose};
use chartrier::ui::{Window, theme};
use chartrier::words::Interface;
use chartrier::workspace::{Session, examples};
use egui::{Event, Modifiers, PointerButton, Pos2, RawInput, Rect, ViewportId, pos2, vec2};

/// A window of the size that people have, drawn on nothing.
struct Bench {
    ctx: egui::Context,
    window: Window,
    time: f64,
}

struct NoPicker;

impl Picker for NoPicker {
    fn pick(&self, _: Purpose, _: &str, _: Option<&std::path::Path>) -> Picked {
        Picked::Unavailable
    }
}

/// What a frame took, and how soon it asks for another.
struct Frame {
    took: Duration,
    next: Duration,
}

impl Bench {
    fn new() -> Self {
        let ctx = egui::Context::default();
        theme::install(&ctx);
        ctx.enable_accesskit();
        let session = Session::unsaved(examples());
        let window = Window::new(session, Interface::French, Arc::new(NoPicker), &ctx);
        let mut bench = Self {
            ctx,
            window,
            time: 0.0,
        };
        for _ in 0..10 {
            bench.frame(Vec::new());
        }
        bench
    }

    fn frame(&mut self, events: Vec<Event>) -> Frame {
        self.time += 1.0 / 60.0;
        let input = RawInput {
            screen_rect: Some(Rect::from_min_size(Pos2::ZERO, vec2(1400.0, 860.0))),
            time: Some(self.time),
            focused: true,
            events,
            ..RawInput::default()
        };
        let start = Instant::now();
        let output = self.ctx.run_ui(input, |ui| self.window.ui(ui));
        let shapes = self.ctx.tessellate(output.shapes, output.pixels_per_point);
        let took = start.elapsed();
        std::hint::black_box(shapes);
        let next = output
            .viewport_output
            .get(&ViewportId::ROOT)
            .map_or(Duration::MAX, |viewport| viewport.repaint_delay);
        Frame { took, next }
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
        for _ in 0..10 {
            self.frame(Vec::new());
        }
    }

    /// Types letters, a frame each, and gives the times of those frames.
    fn type_letters(&mut self, letters: usize) -> Vec<Duration> {
        (0..letters)
            .map(|at| {
                let letter = if at % 7 == 6 { " " } else { "e" };
                self.frame(vec![Event::Text(letter.to_owned())]).took
            })
            .collect()
    }

    /// How many frames an idle window draws, of those that it could draw in 10 s.
    fn idle_frames(&mut self) -> usize {
        for _ in 0..60 {
            self.frame(Vec::new());
        }
        (0..600)
            .take_while(|_| self.frame(Vec::new()).next < Duration::from_secs(10))
            .count()
    }
}

fn percentile(times: &mut [Duration], of: usize) -> Duration {
    times.sort_unstable();
    times
        .get(times.len() * of / 100)
        .copied()
        .unwrap_or_default()
}

fn report(what: &str, mut times: Vec<Duration>) {
    let milliseconds = |time: Duration| time.as_secs_f64() * 1000.0;
    let half = milliseconds(percentile(&mut times, 50));
    let high = milliseconds(percentile(&mut times, 99));
    println!(
        "{what}: median {half:.2} ms, 99th percentile {high:.2} ms ({} frames)",
        times.len()
    );
}

fn main() {
    const LETTERS: usize = 1000;
    // The positions of the model in the list, and of the first section's text in the editor.
    let (model, body) = (pos2(100.0, 182.0), pos2(560.0, 400.0));
    let mut bench = Bench::new();
    println!("idle window: {} frames drawn in 10 s", bench.idle_frames());

    bench.click(model);
    bench.click(body);
    let before = bench.window.session().steps();
    let times = bench.type_letters(LETTERS);
    assert_ne!(
        bench.window.session().steps(),
        before,
        "the letters did not reach the model"
    );
    report("typing in the model", times);
    println!(
        "idle window, cursor in a text: {} frames drawn in 10 s",
        bench.idle_frames()
    );

    let mut bench = Bench::new();
    bench.click(body);
    report("typing in an inherited text", bench.type_letters(LETTERS));
    let still = (0..LETTERS).map(|_| bench.frame(Vec::new()).took).collect();
    report("a frame in which nothing happens", still);
}
