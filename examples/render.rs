//! Renders a collection through the library: every charter, in every language, to the terminal.
//!
//! `cargo run --example render -- examples/portails.ron text`

use std::error::Error;
use std::io::Write as _;
use std::path::Path;

use chartrier::document::Document;
use chartrier::model::Owner;
use chartrier::render::{Format, render};
use chartrier::words::{Interface, Words};
use chartrier::{messages, workspace::files};

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let path = arguments
        .next()
        .unwrap_or_else(|| "examples/portails.ron".to_owned());
    let format: Format = arguments.next().as_deref().unwrap_or("text").parse()?;
    let words = Words::new(Interface::English);

    let collection =
        files::read(Path::new(&path)).map_err(|error| messages::file_error(&words, &error))?;
    let path = Some(Path::new(&path));
    let design = files::read_design(&collection.presentation, path, &[format])
        .map_err(|error| messages::design_error(&words, &error))?;
    let mut out = std::io::stdout().lock();
    for platform in &collection.platforms {
        let owner = Owner::Platform(platform.id.clone());
        let Some(resolved) = collection.resolve(&owner) else {
            continue;
        };
        for language in collection.languages_of(&owner) {
            let document = Document::new(&collection, &resolved, language);
            for finding in &document.findings {
                eprintln!("{owner} ({language}): {}", {
                    let place = messages::element(&words, &finding.element);
                    messages::located_finding(&words, finding, &place)
                });
            }
            if !document.is_blocked() {
                let rendered = render(&document, format, &design)
                    .map_err(|error| messages::render_error(&words, &error))?;
                out.write_all(&rendered)?;
            }
        }
    }
    Ok(())
}
