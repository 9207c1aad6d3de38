//! Chartrier: cookie charters, written once and kept for many platforms.
//!
//! The library is in layers, each of which may use only those above it in this list:
//!
//! 1. [`model`]: collections, charters and how one follows another; edits. No I/O, no clock.
//! 2. [`document`]: a charter in one language, finished but for its format.
//! 3. [`render`]: documents to the bytes of finished files.
//! 4. [`writing`]: what a text becomes while it is written and pasted, and how it is shown.
//! 5. [`store`]: the collection file, RON and JSON.
//! 6. [`import`]: published pages as structured charters, matched with a collection.
//! 7. [`workspace`]: sessions with history, files, imports, exports, background jobs.
//! 8. [`words`] and [`messages`]: what is said to people, in their language.
//! 9. [`cli`] and [`ui`]: the command line and the window.
//!
//! To render a charter one needs the first three:
//!
//! ```
//! use chartrier::document::Document;
//! use chartrier::model::{Language, Owner, PlatformId};
//! use chartrier::render::{Design, Format, render};
//!
//! let collection = chartrier::workspace::examples();
//! let owner = Owner::Platform(PlatformId::new("data-caf-fr")?);
//! let resolved = collection.resolve(&owner).ok_or("no such platform")?;
//! let document = Document::new(&collection, &resolved, &Language::new("fr")?);
//! let text = render(&document, Format::Text, &Design::default()).expect("it names no template");
//! let text = String::from_utf8(text)?;
//! assert!(text.starts_with("Charte cookies\n"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

#![warn(clippy::unwrap_used, clippy::indexing_slicing)]

pub mod cli;
pub mod document;
pub mod import;
pub mod messages;
pub mod model;
pub mod render;
pub mod store;
pub mod ui;
pub mod words;
pub mod workspace;
pub mod writing;
