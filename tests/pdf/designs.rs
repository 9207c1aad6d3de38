//! Templates and logos of people's own: what they can do, and what becomes of bad ones.

use std::io::Cursor;
use std::path::PathBuf;

use chartrier::document::Document;
use chartrier::model::{Look, Text};
use chartrier::render::pdf::TEMPLATE;
use chartrier::render::{Design, Format, Picture, PictureKind, RenderError, Template};
use chartrier::workspace::typesetting;

use crate::charters::{hard, of_examples, pdf, text, with_columns};

fn with_template(text: &str) -> Design {
    Design {
        pdf: Some(Template {
            name: "mine.typ".to_owned(),
            text: text.into(),
        }),
        ..Design::default()
    }
}

fn with_logo(kind: PictureKind, bytes: &[u8]) -> Design {
    Design {
        logo: Some(Picture {
            name: "logo".to_owned(),
            kind,
            bytes: bytes.into(),
            alternative: Text::same("Ville de Valbrune"),
        }),
        ..Design::default()
    }
}

fn sample() -> Document {
    text("fr", "Un *texte*.")
}

/// Rendered as an export does: by another process, where others wrote what makes the pages.
fn exported(design: &Design) -> Result<Vec<u8>, RenderError> {
    typesetting::use_program(PathBuf::from(env!("CARGO_BIN_EXE_chartrier")));
    typesetting::render(&sample(), Format::Pdf, design)
}

#[track_caller]
fn fails_at(template: &str, line: usize, with: &str) {
    match exported(&with_template(template)) {
        Err(RenderError::Template {
            name,
            line: at,
            message,
        }) => {
            assert_eq!((name.as_str(), at), ("mine.typ", Some(line)), "{message}");
            assert!(message.contains(with), "{message}");
        }
        other => panic!("{template}: {:?}", other.map(|pdf| pdf.len())),
    }
}

fn png(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    image::RgbImage::from_pixel(width, height, image::Rgb([200, 30, 60]))
        .write_to(&mut bytes, image::ImageFormat::Png)
        .expect("a picture can be written");
    bytes.into_inner()
}

#[test]
fn a_template_of_ones_own_makes_the_pages() {
    let template = "#let charter(it) = {
        set page(width: 12cm, height: 8cm)
        title(it.title)
        for section in it.sections {
            if section.heading != none { heading(level: section.depth, section.heading) }
            section.body
        }
    }";
    let pdf = exported(&with_template(template)).expect("it is a good template");
    assert_ne!(
        pdf,
        exported(&Design::default()).expect("so is the built-in one")
    );
    assert!(pdf.starts_with(b"%PDF-"));
}

#[test]
fn a_copy_of_the_built_in_template_makes_the_same_pages() {
    let own = exported(&with_template(TEMPLATE)).expect("it is the built-in one");
    assert_eq!(own, pdf(&sample(), &Design::default()).expect("it is good"));
}

#[test]
fn an_error_in_a_template_shows_its_line() {
    fails_at(
        "#let charter(it) = {\n  let a = 1\n  it.nothing\n}",
        3,
        "nothing",
    );
    fails_at("\n#let charter(it) = { 1 + }", 2, "expected");
    fails_at("#let charter(it) = {\n  image(bytes((1, 2)))\n}", 2, "");
    fails_at("#let other(it) = it.title", 1, "charter");
}

#[test]
fn a_template_reads_no_files_imports_no_packages_and_knows_no_date() {
    fails_at(
        "#let charter(it) = read(\"/etc/passwd\")",
        1,
        "reads no files",
    );
    fails_at("#let charter(it) = image(\"../logo.png\")", 1, "escape");
    fails_at(
        "#import \"@preview/cetz:0.3.0\"\n#let charter(it) = []",
        1,
        "imports no packages",
    );
    fails_at(
        "#let charter(it) = {\n  include \"other.typ\"\n}",
        2,
        "reads no files",
    );
    fails_at("#let charter(it) = plugin(\"a.wasm\")", 1, "reads no files");
    fails_at("#let charter(it) = [#datetime.today()]", 1, "date");
}

#[test]
fn a_template_that_does_not_end_is_stopped() {
    let template = "#let charter(it) = {
        let n = 0
        for a in range(100000) { for b in range(100000) { for c in range(100000) { n += 1 } } }
        [#n]
    }";
    match exported(&with_template(template)) {
        Err(RenderError::TimedOut { name, .. }) => assert_eq!(name, "mine.typ"),
        other => panic!("{:?}", other.map(|pdf| pdf.len())),
    }
    // What comes next is made by another worker.
    exported(&with_template(TEMPLATE)).expect("it is the built-in one");
}

#[cfg(target_os = "linux")]
#[test]
fn a_template_that_takes_all_memory_is_stopped() {
    let template = "#let charter(it) = { range(2000000000).map(n => str(n)).join() }";
    match exported(&with_template(template)) {
        Err(RenderError::Stopped { name }) => assert_eq!(name, "mine.typ"),
        other => panic!("{:?}", other.map(|pdf| pdf.len())),
    }
}

#[test]
fn a_logo_stands_in_both_looks_of_every_kind() {
    let svg = br##"<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><rect width="40" height="20" fill="#123"/><text x="2" y="14" fill="#fff">Ab</text></svg>"##;
    for look in Look::ALL {
        for (kind, bytes) in [
            (PictureKind::Png, png(60, 20)),
            (PictureKind::Svg, svg.to_vec()),
        ] {
            let design = Design {
                look,
                ..with_logo(kind, &bytes)
            };
            exported(&design).unwrap_or_else(|error| panic!("{kind:?}: {error:?}"));
            // One that says nothing is an ornament.
            let mut ornament = design;
            if let Some(logo) = &mut ornament.logo {
                logo.alternative = Text::default();
            }
            exported(&ornament).unwrap_or_else(|error| panic!("{kind:?}: {error:?}"));
        }
    }
}

#[test]
fn a_logo_that_is_damaged_or_too_large_is_named() {
    let whole = png(60, 20);
    let mut huge = whole.clone();
    huge[16..24].copy_from_slice(&[0, 0, 0xFF, 0xFF, 0, 0, 0xFF, 0xFF]);
    let bad: [(PictureKind, Vec<u8>); 5] = [
        (PictureKind::Png, whole[..whole.len() / 2].to_vec()),
        (PictureKind::Png, b"\x89PNG\r\n\x1a\n".to_vec()),
        (PictureKind::Png, huge),
        (PictureKind::Jpeg, b"\xff\xd8\xff\xe0\0\x10JFIF".to_vec()),
        (
            PictureKind::Svg,
            b"<svg xmlns='http://www.w3.org/2000/svg'><g></svg>".to_vec(),
        ),
    ];
    for (kind, bytes) in bad {
        match exported(&with_logo(kind, &bytes)) {
            Err(RenderError::Logo { name }) => assert_eq!(name, "logo"),
            other => panic!("{kind:?}: {:?}", other.map(|pdf| pdf.len())),
        }
    }
}

#[test]
fn a_drawing_reads_no_file() {
    let drawing = |href: &str| {
        let svg = format!(
            r#"<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><rect width="4" height="4"/>{href}</svg>"#
        );
        exported(&with_logo(PictureKind::Svg, svg.as_bytes()))
    };
    let without = drawing("").expect("it is a good drawing");
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/assets/pictures/editor.png");
    // Either the drawing is refused, or it is drawn without the picture.
    if let Ok(with) = drawing(&format!(r#"<image href="{file}" width="9" height="9"/>"#)) {
        assert!(with.len() < without.len() + 2_000, "the picture is in it");
    }
}

#[test]
fn the_same_charter_gives_the_same_bytes() {
    let first: Vec<_> = of_examples()
        .iter()
        .map(|it| pdf(&it.document, &Design::default()).expect("the examples can be made"))
        .collect();
    // What was made before leaves no trace, nor does what is made at the same time.
    pdf(&with_columns(9, 12), &Design::default()).expect("it can be made");
    let documents = of_examples();
    let others = hard();
    std::thread::scope(|scope| {
        for document in &others {
            let _ = scope.spawn(move || pdf(&document.document, &Design::default()).is_ok());
        }
        for (named, was) in documents.iter().zip(&first) {
            let now = pdf(&named.document, &Design::default()).expect("it could be made");
            assert!(now == *was, "{}", named.name);
        }
    });
}
