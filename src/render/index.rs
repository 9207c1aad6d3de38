//! The page that links all charters of an export.

use std::collections::BTreeMap;

use maud::{DOCTYPE, PreEscaped, html};

use super::Format;
use crate::document::clean;
use crate::model::Language;

/// A charter in a language, as the index shows it.
#[derive(Debug, Clone)]
pub struct IndexEntry {
    pub platform: String,
    pub title: String,
    pub language: Language,
    /// Where its files stand, relative to the index.
    pub links: BTreeMap<Format, String>,
}

/// The index of an export. Its own words are few and the same in every language: names, tags
/// and the formats' names.
#[must_use]
pub fn index(name: &str, language: &Language, entries: &[IndexEntry]) -> Vec<u8> {
    let name = clean(name);
    let name = if name.trim().is_empty() {
        "Chartrier"
    } else {
        name.trim()
    };
    let page = html! {
        (DOCTYPE)
        html lang=(language) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (name) }
                style { (PreEscaped(super::FRAGMENT_STYLESHEET)) (PreEscaped(include_str!("../../assets/render/page.css"))) }
            }
            body {
                main class="charter" {
                    h1 { (name) }
                    ul {
                        @for entry in entries {
                            li lang=(entry.language) {
                                (entry.platform) " – " (entry.title) " (" (entry.language) ") : "
                                @for (number, (format, path)) in entry.links.iter().enumerate() {
                                    @if number > 0 { ", " }
                                    a href=(path) { (entry.platform) " – " (format) }
                                }
                            }
                        }
                    }
                }
            }
        }
    };
    page.into_string().into_bytes()
}
