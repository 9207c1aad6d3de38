//! The page that links all charters of an export.
//!
//! Its own words are few, in French or in English. Names and titles are those of the charters, and
//! say their language where it is another; nothing but spaces stands between them, so that no
//! language's punctuation stands in another's words.

use std::collections::BTreeMap;

use maud::{DOCTYPE, Markup, PreEscaped, Render, html};

use super::breaks::{self, Wording};
use super::html::right_to_left;
use super::own::Own;
use super::{Format, style};
use crate::document::clean;
use crate::model::{Language, PlatformId};

/// A charter in a language, as the index shows it.
#[derive(Debug, Clone)]
pub struct IndexEntry {
    /// Entries of one platform follow each other.
    pub platform: PlatformId,
    /// The platform's name, in the charter's language.
    pub name: String,
    pub title: String,
    pub language: Language,
    /// Where its files stand, relative to the index.
    pub links: BTreeMap<Format, String>,
}

/// The index of an export, in the collection's first language.
#[must_use]
pub fn index(name: &str, language: &Language, entries: &[IndexEntry]) -> Vec<u8> {
    let name = clean(name);
    let name = match name.trim() {
        "" => "Chartrier",
        name => name,
    };
    let platforms = entries.chunk_by(|one, other| one.platform == other.platform);
    let page = html! {
        (DOCTYPE)
        html lang=(language) dir=[right_to_left(language)] {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (name) }
                style { "\n" (PreEscaped(style::INDEX)) }
            }
            body {
                main class="charter" {
                    "\n" h1 { (breaks::text(name, Wording::Prose)) }
                    @if !entries.is_empty() {
                        "\n" ul {
                            @for charters in platforms { "\n" (platform(charters, language)) }
                            "\n"
                        }
                    }
                    "\n"
                }
            }
        }
        "\n"
    };
    page.into_string().into_bytes()
}

/// A platform, with a line for each language of its charter.
fn platform(charters: &[IndexEntry], around: &Language) -> Markup {
    html! {
        li {
            @if let Some(first) = charters.first() {
                "\n" h2 { (words(&first.name, &first.language, around)) }
            }
            "\n" ul {
                @for charter in charters { "\n" (line(charter, around)) }
                "\n"
            }
            "\n"
        }
    }
}

fn line(charter: &IndexEntry, around: &Language) -> Markup {
    let own = Own::of(around);
    html! {
        li class="charter-charter" {
            "\n" span { (words(&charter.title, &charter.language, around)) " (" (charter.language) ")" }
            @for (format, path) in &charter.links {
                "\n" a href=(path) {
                    (in_language(&label(*format, own).render(), own.tag(), around))
                    span class="charter-unseen" {
                        " " (in_language(&charter.name.render(), charter.language.as_str(), around))
                        " (" (charter.language) ")"
                    }
                }
            }
            "\n"
        }
    }
}

fn words(text: &str, language: &Language, around: &Language) -> Markup {
    in_language(
        &breaks::text(text, Wording::Prose),
        language.as_str(),
        around,
    )
}

/// Words that say their language if it is not the one around them.
fn in_language(words: &Markup, tag: &str, around: &Language) -> Markup {
    html! {
        @if tag == around.as_str() { (words) } @else { bdi lang=(tag) { (words) } }
    }
}

fn label(format: Format, own: Own) -> &'static str {
    match (format, own) {
        (Format::Html, _) => "page",
        (Format::Fragment, _) => "fragment",
        (Format::Markdown, _) => "Markdown",
        (Format::Text, own) => own.put("texte", "text"),
        (Format::Pdf, _) => "PDF",
        (Format::Docx, _) => "Word",
        (Format::Csv, _) => "CSV",
        (Format::Cookieconsent, _) => "cookieconsent",
        (Format::Klaro, _) => "Klaro",
        (Format::Orejime, _) => "Orejime",
        (Format::Tarteaucitron, _) => "tarteaucitron",
        (Format::Json, _) => "JSON",
    }
}
