//! How long the real window takes to show a charter, and what memory it holds then, beside an
//! empty window of the same program.
//!
//! `cargo bench --bench start` prints figures; it asserts nothing. Each measurement is a process
//! of its own, which tells when its second frame is drawn: the first may still be finding out how
//! large things are. The two kinds take turns, so that what else the machine does is shared.

use std::io::{BufRead as _, BufReader};
use std::process::{Command, ExitCode, Stdio};
use std::time::{Duration, Instant};

use chartrier::ui::{Renderer, Window, shell};
use chartrier::words::Interface;
use chartrier::workspace::settings::Settings;
use chartrier::workspace::{Session, examples};
use egui::{CentralPanel, Ui};

/// How often each kind of window is opened.
const TIMES: usize = 11;
/// What asks a process to be one of the windows.
const BE: &str = "--be";

/// What is opened.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Kind {
    /// A window of eframe with nothing in it.
    Empty,
    /// Chartrier on its examples.
    Chartrier,
}

impl Kind {
    const ALL: [Self; 2] = [Self::Empty, Self::Chartrier];

    fn name(self) -> &'static str {
        match self {
            Self::Empty => "an empty window",
            Self::Chartrier => "Chartrier on the examples",
        }
    }
}

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().collect();
    let after_be = arguments.iter().skip_while(|it| *it != BE).nth(1);
    if let Some(name) = after_be {
        let kind = Kind::ALL.into_iter().find(|kind| kind.name() == name);
        return kind.map_or(ExitCode::FAILURE, be);
    }
    if !shell::has_display() {
        eprintln!("There is no display to open windows on: set DISPLAY, or use xvfb-run.");
        return ExitCode::FAILURE;
    }
    match measured() {
        Ok([empty, chartrier]) => {
            for (kind, opened) in [(Kind::Empty, &empty), (Kind::Chartrier, &chartrier)] {
                println!(
                    "{:<28}{:7.0} ms to the first complete frame, {:7.1} MB of memory",
                    kind.name(),
                    opened.took.as_secs_f64() * 1000.0,
                    opened.kilobytes / 1024.0
                );
            }
            let time = chartrier.took.as_secs_f64() / empty.took.as_secs_f64();
            let memory = chartrier.kilobytes / empty.kilobytes;
            println!(
                "{:<28}{time:7.2} × the time, {memory:.2} × the memory",
                "ratio"
            );
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("No window could be measured: {error}");
            ExitCode::FAILURE
        }
    }
}

/// What opening a window took.
struct Opened {
    took: Duration,
    kilobytes: f64,
}

/// The medians of both kinds.
fn measured() -> Result<[Opened; 2], String> {
    // The first of each brings the program and its fonts into memory, and is not counted.
    for kind in Kind::ALL {
        open(kind)?;
    }
    let mut opened = [Vec::new(), Vec::new()];
    for _ in 0..TIMES {
        for (kind, opened) in Kind::ALL.into_iter().zip(&mut opened) {
            opened.push(open(kind)?);
        }
    }
    Ok(opened.map(|opened| Opened {
        took: median(opened.iter().map(|it| it.took.as_secs_f64()))
            .map_or(Duration::ZERO, Duration::from_secs_f64),
        kilobytes: median(opened.iter().map(|it| it.kilobytes)).unwrap_or_default(),
    }))
}

fn median(values: impl Iterator<Item = f64>) -> Option<f64> {
    let mut values: Vec<f64> = values.collect();
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied()
}

/// Opens a window in a process of its own, until it says what memory it holds.
fn open(kind: Kind) -> Result<Opened, String> {
    let told = |error: std::io::Error| error.to_string();
    let program = std::env::current_exe().map_err(told)?;
    let start = Instant::now();
    let mut child = Command::new(program)
        .args([BE, kind.name()])
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .map_err(told)?;
    let mut said = String::new();
    if let Some(output) = child.stdout.take() {
        BufReader::new(output).read_line(&mut said).map_err(told)?;
    }
    let took = start.elapsed();
    child.wait().map_err(told)?;
    let kilobytes = said.trim().parse().map_err(|_| {
        format!(
            "{} told nothing (does the display have OpenGL?)",
            kind.name()
        )
    })?;
    Ok(Opened { took, kilobytes })
}

// ---- The windows

/// Opens a window, tells what memory it holds once it is drawn, and ends.
fn be(kind: Kind) -> ExitCode {
    let [renderer, _] = Renderer::in_order();
    let start = move |creation: &eframe::CreationContext<'_>| {
        let window = (kind == Kind::Chartrier).then(|| {
            let session = Session::unsaved(examples());
            shell::window(creation, session, Interface::French)
        });
        Ok(Box::new(Timed { window, frames: 0 }) as Box<dyn eframe::App>)
    };
    let options = shell::options(renderer, &Settings::default());
    match eframe::run_native("chartrier", options, Box::new(start)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

struct Timed {
    /// Nothing stands in an empty one.
    window: Option<Window>,
    frames: usize,
}

impl eframe::App for Timed {
    fn ui(&mut self, ui: &mut Ui, _: &mut eframe::Frame) {
        match &mut self.window {
            Some(window) => window.ui(ui),
            None => {
                CentralPanel::default().show(ui, |_| {});
            }
        }
        self.frames += 1;
        if self.frames == 2 {
            println!("{}", resident_kilobytes());
            std::process::exit(0);
        }
        ui.ctx().request_repaint();
    }
}

/// What memory this process holds; nothing where the system does not tell.
fn resident_kilobytes() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    status
        .lines()
        .find_map(|line| line.strip_prefix("VmRSS:"))
        .and_then(|held| held.split_whitespace().next())
        .and_then(|held| held.parse().ok())
        .unwrap_or_default()
}
