//! Pictures of everything that the window can show, for people to look at.
//!
//! `tests/pictures` runs it, all of it or what is named: `tests/pictures cell row-menu --theme dark`.
//! A picture is `target/pictures/STATE/LANGUAGE-THEME-SIZE-SCALE.png`; those of a state stand
//! together on `target/pictures/STATE.png`. The same window gives the same bytes.

#[expect(dead_code, reason = "tests use more of it")]
mod desk;
mod dropped;
#[expect(dead_code, reason = "tests use more of it")]
mod states;

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use chartrier::words::Interface;
use clap::Parser;
use egui::{Theme, Vec2, ViewportId, vec2};
use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::imageops::replace;
use image::{DynamicImage, ImageEncoder as _, Rgba, RgbaImage};
use states::{STATES, State};

const SIZES: [(&str, Vec2); 2] = [
    ("1280x720", vec2(1280.0, 720.0)),
    ("1920x1080", vec2(1920.0, 1080.0)),
];
const THEMES: [(&str, Theme); 2] = [("light", Theme::Light), ("dark", Theme::Dark)];
const SCALES: [(&str, f32); 3] = [("1", 1.0), ("1.5", 1.5), ("2", 2.0)];

/// The size of a picture on the sheet of its state.
const SMALL: (u32, u32) = (640, 360);
const GAP: u32 = 8;

/// Takes pictures of everything that the window can show.
#[derive(Parser)]
struct Choice {
    /// What to take pictures of; everything, unless named
    states: Vec<String>,
    /// Only this theme: light or dark
    #[arg(long)]
    theme: Option<String>,
    /// Only this language of the interface: fr or en
    #[arg(long)]
    language: Option<String>,
    /// Only this size: 1280x720 or 1920x1080
    #[arg(long)]
    size: Option<String>,
    /// Only this many pixels per point: 1, 1.5 or 2
    #[arg(long)]
    scale: Option<String>,
    /// Names what there is, and takes no picture
    #[arg(long)]
    list: bool,
    /// The folder of the pictures
    #[arg(long, default_value = "target/pictures")]
    out: PathBuf,
}

/// One way in which a state is shown, and the pictures of it by scale.
#[derive(Clone, Copy)]
struct Variant {
    interface: Interface,
    theme: (&'static str, Theme),
    size: (&'static str, Vec2),
}

fn main() -> ExitCode {
    let choice = Choice::parse();
    if choice.list {
        for state in STATES {
            println!("{}", state.name);
        }
        return ExitCode::SUCCESS;
    }
    let unknown = |name: &&String| !STATES.iter().any(|state| state.name == **name);
    if let Some(name) = choice.states.iter().find(unknown) {
        eprintln!("There is nothing called {name}: tests/pictures --list names what there is.");
        return ExitCode::from(2);
    }
    let chosen = |state: &&State| {
        choice.states.is_empty() || choice.states.iter().any(|name| name == state.name)
    };
    let mut failed = 0;
    for state in STATES.iter().filter(chosen) {
        match take(state, &choice) {
            Ok(count) => println!("{:22} {count} pictures", state.name),
            Err(reason) => {
                failed += 1;
                println!("{:22} FAILED: {reason}", state.name);
            }
        }
    }
    println!("in {}", choice.out.display());
    ExitCode::from(u8::from(failed > 0))
}

/// Takes the pictures of a state, on every processor.
fn take(state: &'static State, choice: &Choice) -> Result<usize, String> {
    let folder = choice.out.join(state.name);
    if folder.exists() {
        std::fs::remove_dir_all(&folder).map_err(|error| error.to_string())?;
    }
    std::fs::create_dir_all(&folder).map_err(|error| error.to_string())?;
    let variants = variants(choice);
    let next = AtomicUsize::new(0);
    let rows: Mutex<Vec<Option<Vec<RgbaImage>>>> = Mutex::new(vec![None; variants.len()]);
    let threads = std::thread::available_parallelism().map_or(1, |count| count.get());
    let work = || -> Result<(), String> {
        loop {
            let at = next.fetch_add(1, Ordering::Relaxed);
            let Some(variant) = variants.get(at) else {
                return Ok(());
            };
            let row = take_variant(state, *variant, choice, &folder)?;
            if let Some(place) = rows.lock().expect("no row panics").get_mut(at) {
                *place = Some(row);
            }
        }
    };
    std::thread::scope(|scope| {
        let workers: Vec<_> = (0..threads).map(|_| scope.spawn(work)).collect();
        let panicked = |_| Err("the window did not come there; see above".to_owned());
        // All are waited for before the first failure is told.
        let ended: Vec<_> = workers.into_iter().map(|worker| worker.join()).collect();
        let mut ended = ended.into_iter().map(|end| end.unwrap_or_else(panicked));
        ended.try_for_each(|end| end)
    })?;
    let rows = rows.into_inner().expect("no row panics");
    let rows: Vec<Vec<RgbaImage>> = rows.into_iter().flatten().collect();
    let count = rows.iter().map(Vec::len).sum();
    write(
        &sheet(&rows),
        &choice.out.join(format!("{}.png", state.name)),
    )?;
    Ok(count)
}

fn variants(choice: &Choice) -> Vec<Variant> {
    let mut variants = Vec::new();
    for size in SIZES
        .into_iter()
        .filter(|(name, _)| is_chosen(choice.size.as_ref(), name))
    {
        for interface in Interface::ALL {
            for theme in THEMES
                .into_iter()
                .filter(|(name, _)| is_chosen(choice.theme.as_ref(), name))
            {
                if is_chosen(choice.language.as_ref(), interface.tag()) {
                    variants.push(Variant {
                        interface,
                        theme,
                        size,
                    });
                }
            }
        }
    }
    variants
}

fn is_chosen(wanted: Option<&String>, name: &str) -> bool {
    wanted.is_none_or(|wanted| wanted == name)
}

/// Brings a window into a state, and takes a picture of it at every scale; gives them back small.
fn take_variant(
    state: &State,
    variant: Variant,
    choice: &Choice,
    folder: &Path,
) -> Result<Vec<RgbaImage>, String> {
    let Variant {
        interface,
        theme: (theme_name, theme),
        size: (size_name, size),
    } = variant;
    let mut desk = state.desk(theme, size, interface);
    let mut small = Vec::new();
    for (scale_name, scale) in SCALES {
        if !is_chosen(choice.scale.as_ref(), scale_name) {
            continue;
        }
        let viewports = &mut desk.harness.input_mut().viewports;
        let viewport = viewports.entry(ViewportId::ROOT).or_default();
        viewport.native_pixels_per_point = Some(scale);
        desk.harness.run();
        let picture = paint(&mut desk)?;
        let name = format!(
            "{}-{theme_name}-{size_name}-{scale_name}.png",
            interface.tag()
        );
        write(&picture, &folder.join(name))?;
        // By the crate's own function of one type, which its own optimised build holds.
        let picture = DynamicImage::ImageRgba8(picture);
        small.push(picture.thumbnail_exact(SMALL.0, SMALL.1).into_rgba8());
    }
    Ok(small)
}

/// What the window shows. On a busy machine the driver takes longer than the harness waits for it:
/// it is asked again.
fn paint(desk: &mut desk::Desk) -> Result<RgbaImage, String> {
    const TRIES: usize = 5;
    let mut painted = desk.harness.render();
    for _ in 1..TRIES {
        if painted.is_ok() {
            break;
        }
        painted = desk.harness.render();
    }
    painted
}

/// Pictures of a state together: a row for each variant, a column for each scale, and the second
/// half of the variants beside the first.
fn sheet(rows: &[Vec<RgbaImage>]) -> RgbaImage {
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    let high = rows.len().div_ceil(2).max(1);
    let wide = columns * rows.len().div_ceil(high);
    let room = |count: usize, each: u32| u32::try_from(count).unwrap_or(1) * (each + GAP) + GAP;
    let (width, height) = (room(wide, SMALL.0), room(high, SMALL.1));
    let mut sheet = RgbaImage::from_pixel(width, height, Rgba([0x80, 0x80, 0x80, 0xFF]));
    for (number, row) in rows.iter().enumerate() {
        for (at, picture) in row.iter().enumerate() {
            let column = number / high * columns + at;
            let x = room(column, SMALL.0);
            let y = room(number % high, SMALL.1);
            replace(&mut sheet, picture, x.into(), y.into());
        }
    }
    sheet
}

fn write(picture: &RgbaImage, path: &Path) -> Result<(), String> {
    let file = std::fs::File::create(path).map_err(|error| error.to_string())?;
    let writer = std::io::BufWriter::new(file);
    PngEncoder::new_with_quality(writer, CompressionType::Fast, FilterType::Up)
        .write_image(
            picture.as_raw(),
            picture.width(),
            picture.height(),
            image::ExtendedColorType::Rgba8,
        )
        .map_err(|error| error.to_string())
}
