//! Every charter becomes a PDF that passes, or says which letters it cannot hold.

use std::fs;
use std::path::PathBuf;

use chartrier::document::Document;
use chartrier::model::Look;
use chartrier::render::{Design, RenderError};

use crate::charters::{Named, generated, hard, leaves, of_examples, pdf};

/// How many generated charters are laid out at every run of the tests; `tests/pdf/run` asks for
/// more.
const GENERATED: usize = 24;
/// How many are written for other programs.
const WRITTEN: usize = 200;

fn public() -> Design {
    Design {
        look: Look::Public,
        ..Design::default()
    }
}

#[test]
fn the_charters_of_the_examples_become_pdf_in_both_looks() {
    for Named { name, document } in of_examples() {
        for design in [Design::default(), public()] {
            let pdf = pdf(&document, &design).unwrap_or_else(|error| panic!("{name}: {error:?}"));
            assert!(pdf.starts_with(b"%PDF-1.7"), "{name}");
        }
    }
}

#[test]
fn shapes_that_are_hard_to_lay_out_become_pdf() {
    for Named { name, document } in hard() {
        for design in [Design::default(), public()] {
            pdf(&document, &design).unwrap_or_else(|error| panic!("{name}: {error:?}"));
        }
    }
}

#[test]
fn a_generated_charter_becomes_a_pdf_or_says_which_letters_it_cannot_hold() {
    for Named { name, document } in generated(GENERATED) {
        match pdf(&document, &Design::default()) {
            Ok(_) => {}
            Err(RenderError::Letters { letters, element }) => {
                assert!(element.is_some(), "{name}: {letters}");
                let words = leaves(&document).concat();
                assert!(
                    letters.chars().all(|letter| words.contains(letter)),
                    "{name}: {letters}"
                );
            }
            Err(error) => panic!("{name}: {error:?}"),
        }
    }
}

/// Writes what `tests/pdf/run` has other programs look at: each PDF with its words beside it.
#[test]
fn charters_are_written_for_other_programs_to_read() {
    let Some(folder) = std::env::var_os("CHARTRIER_PDFS").map(PathBuf::from) else {
        return;
    };
    // Whether it could be written: not, if it has letters that no font has.
    let write = |name: &str, document: &Document, design: &Design| match pdf(document, design) {
        Ok(bytes) => {
            fs::write(folder.join(format!("{name}.pdf")), bytes).expect("the folder is there");
            let words = leaves(document).join("\n\u{c}\n");
            fs::write(folder.join(format!("{name}.txt")), words).expect("the folder is there");
            true
        }
        Err(RenderError::Letters { letters, .. }) => {
            println!("{name}: refused for {letters:?}");
            false
        }
        Err(error) => panic!("{name}: {error:?}"),
    };
    for Named { name, document } in of_examples().iter().chain(&hard()) {
        for (look, design) in [("plain", Design::default()), ("public", public())] {
            assert!(
                write(&format!("{name}-{look}"), document, &design),
                "{name}"
            );
        }
    }
    let mut written = 0;
    for Named { name, document } in generated(2 * WRITTEN) {
        if written < WRITTEN && write(&name, &document, &Design::default()) {
            written += 1;
        }
    }
    assert_eq!(written, WRITTEN);
}
