//! A window of the size that people have, drawn on nothing.

#![allow(dead_code, reason = "each benchmark uses a part of what they share")]

#[path = "../../examples/make_collection.rs"]
mod make_collection;

use std::sync::Arc;
use std::time::Duration;

use chartrier::model::{Collection, Owner};
use chartrier::ui::picker::{Picked, Picker, Purpose};
use chartrier::ui::{Window, theme};
use chartrier::words::Interface;
use chartrier::workspace::Session;
use clap::Parser as _;
use egui::accesskit::TreeUpdate;
use egui::{Event, Pos2, RawInput, Rect, ViewportId, vec2};

struct NoPicker;

impl Picker for NoPicker {
    fn pick(&self, _: Purpose, _: &str, _: Option<&std::path::Path>) -> Picked {
        Picked::Unavailable
    }
}

/// What a frame took, how soon it asks for another, and what it shows to those who listen.
pub struct Frame {
    pub took: Duration,
    pub next: Duration,
    pub shown: Option<TreeUpdate>,
}

/// A window of the size that people have, drawn on nothing.
pub struct Desk {
    ctx: egui::Context,
    pub window: Window,
    time: f64,
    /// What is looked at.
    pub owner: Owner,
}

impl Desk {
    pub fn new(session: Session) -> Self {
        let ctx = egui::Context::default();
        theme::install(&ctx);
        ctx.enable_accesskit();
        let owner = platform_of(session.collection());
        let window = Window::new(session, Interface::French, Arc::new(NoPicker), &ctx);
        let mut desk = Self {
            ctx,
            window,
            time: 0.0,
            owner,
        };
        desk.rest();
        desk
    }

    pub fn frame(&mut self, events: Vec<Event>) -> Frame {
        self.frame_of(RawInput {
            events,
            ..RawInput::default()
        })
    }

    pub fn frame_of(&mut self, input: RawInput) -> Frame {
        self.time += 1.0 / 60.0;
        let input = RawInput {
            screen_rect: Some(Rect::from_min_size(Pos2::ZERO, vec2(1400.0, 860.0))),
            time: Some(self.time),
            focused: true,
            ..input
        };
        let start = now();
        let mut output = self.ctx.run_ui(input, |ui| self.window.ui(ui));
        let shapes = self.ctx.tessellate(output.shapes, output.pixels_per_point);
        let took = now().saturating_sub(start);
        std::hint::black_box(shapes);
        // There is no graphics card that they would go to.
        output.textures_delta.clear();
        let next = output
            .viewport_output
            .get(&ViewportId::ROOT)
            .map_or(Duration::MAX, |viewport| viewport.repaint_delay);
        let shown = output.platform_output.accesskit_update;
        Frame { took, next, shown }
    }

    pub fn rest(&mut self) {
        for _ in 0..12 {
            self.frame(Vec::new());
        }
    }
}

pub fn platform_of(collection: &Collection) -> Owner {
    let platform = collection.platforms.at(0).expect("there is a platform");
    Owner::Platform(platform.id.clone())
}

/// The processor time that this thread has taken so far; without a clock of that, the time.
pub fn now() -> Duration {
    #[cfg(target_os = "linux")]
    {
        let time = rustix::time::clock_gettime(rustix::time::ClockId::ThreadCPUTime);
        let part = |part: i64| u64::try_from(part).unwrap_or_default();
        Duration::from_secs(part(time.tv_sec)) + Duration::from_nanos(part(time.tv_nsec))
    }
    #[cfg(not(target_os = "linux"))]
    {
        use std::sync::LazyLock;
        use std::time::Instant;
        static START: LazyLock<Instant> = LazyLock::new(Instant::now);
        START.elapsed()
    }
}

/// A collection of so many platforms, with the usual number of cookies and of adaptations.
pub fn platforms(count: usize) -> Collection {
    let count = count.to_string();
    let arguments = [
        "make_collection",
        "--platforms",
        &count,
        "--out",
        "none.ron",
    ];
    make_collection::collection(&make_collection::Arguments::parse_from(arguments))
}
