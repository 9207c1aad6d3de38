//! Pages to be looked at: their sizes, their pictures, and where a click leads.

use std::collections::BTreeSet;
use std::path::PathBuf;

use chartrier::document::Document;
use chartrier::render::pdf::TEMPLATE;
use chartrier::render::{Design, RenderError, Template};
use chartrier::workspace::typesetting::{self, Laid, lay_out};

use crate::charters::{text, with_columns};

/// Every element, by its path, that a click somewhere on the pages leads to.
fn reached(laid: &Laid) -> BTreeSet<String> {
    let mut reached = BTreeSet::new();
    for (page, (width, height)) in laid.sizes().iter().enumerate() {
        let steps = |to: f32| {
            (0..2_000_u16)
                .map(|step| f32::from(step) * 3.0)
                .take_while(move |at| *at < to)
        };
        for y in steps(*height) {
            for x in steps(*width) {
                reached.extend(laid.at(page, x, y).map(|(element, _)| element.to_string()));
            }
        }
    }
    reached
}

fn elements(document: &Document) -> BTreeSet<String> {
    let mut all = BTreeSet::from([document.title.element.to_string()]);
    for section in &document.sections {
        all.extend(section.heading.iter().map(|it| it.element.to_string()));
        if !section.body.blocks.is_empty() {
            all.insert(section.body.element.to_string());
        }
        if let Some(table) = &section.table {
            all.extend(table.columns.iter().map(|it| it.label.element.to_string()));
            let cells = table.rows.iter().flat_map(|row| &row.cells);
            all.extend(cells.map(|cell| cell.content.element.to_string()));
        }
    }
    all
}

#[test]
fn every_element_is_reached_by_a_click_on_it() {
    for document in [
        with_columns(5, 12),
        with_columns(11, 4),
        text("ar", "مرحبا **بكم**"),
    ] {
        let laid = lay_out(&document, &Design::default()).expect("it can be laid out");
        assert_eq!(reached(&laid), elements(&document));
    }
}

#[test]
fn a_click_on_a_paragraph_tells_which_it_is() {
    let document = text("fr", "Premier paragraphe.\n\nDeuxième.\n\nTroisième.");
    let laid = lay_out(&document, &Design::default()).expect("it can be laid out");
    let (_, height) = laid.sizes()[0];
    let mut blocks: Vec<usize> = (0..2_000_u16)
        .map(f32::from)
        .take_while(|y| *y < height)
        .filter_map(|y| laid.at(0, 60.0, y))
        .filter(|(element, _)| element.to_string() == document.sections[0].body.element.to_string())
        .map(|(_, block)| *block)
        .collect();
    blocks.dedup();
    assert_eq!(blocks, [0, 1, 2]);
}

#[test]
fn a_page_is_painted_at_the_scale_that_is_asked_for() {
    let laid = lay_out(&with_columns(5, 60), &Design::default()).expect("it can be laid out");
    assert!(laid.sizes().len() > 1);
    for scale in [0.5, 2.0] {
        let (width, height) = laid.sizes()[0];
        let raster = laid.raster(0, scale).expect("there is a first page");
        assert!((f64::from(raster.width) - f64::from(width * scale)).abs() < 1.0);
        assert!((f64::from(raster.height) - f64::from(height * scale)).abs() < 1.0);
        assert!(
            raster.pixels.iter().any(|shade| *shade < 80),
            "there are letters"
        );
    }
    assert!(laid.raster(99, 1.0).is_none());
}

#[test]
fn pages_of_a_template_of_ones_own_are_looked_at_too() {
    typesetting::use_program(PathBuf::from(env!("CARGO_BIN_EXE_chartrier")));
    let own = Design {
        pdf: Some(Template {
            name: "mine.typ".to_owned(),
            text: TEMPLATE.into(),
        }),
        ..Design::default()
    };
    let document = with_columns(5, 12);
    let (own, built_in) = (
        lay_out(&document, &own),
        lay_out(&document, &Design::default()),
    );
    let (own, built_in) = (own.expect("it is good"), built_in.expect("it is good"));
    assert_eq!(own.sizes(), built_in.sizes());
    assert_eq!(reached(&own), reached(&built_in));
    assert_eq!(own.raster(0, 1.0), built_in.raster(0, 1.0));
}

#[test]
fn what_no_font_has_is_named_with_its_place() {
    let document = text("fr", "Un mot, puis 漢字 et 漢.");
    let error = lay_out(&document, &Design::default()).expect_err("no font has these");
    let RenderError::Letters { letters, element } = error else {
        panic!("{error:?}");
    };
    assert_eq!(letters, "漢字");
    assert_eq!(element, Some(document.sections[0].body.element.clone()));
}
