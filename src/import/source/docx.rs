//! DOCX: what Word, `LibreOffice` and others write, from its parts in the archive.
//!
//! Headings are told by what their styles are based on, lists by their numbering. Insertions that
//! are tracked are in, deletions are out. A document has no lines: its paragraphs are counted. What
//! stands above and below its pages, and remarks, stand around the text.

mod archive;
mod body;
mod notes;
mod numbering;
mod own;
mod paragraph;
mod styles;
mod table;
mod xml;

use std::collections::HashSet;

use roxmltree::{Document, Node};

use super::Refusal;
use crate::document::{Block, Inline, clean};
use crate::import::page::{Author, Content, Page, Part, Region};
use crate::model::Language;
use archive::Archive;
use body::{Body, Parts};
use notes::Notes;
use numbering::Numbering;
use styles::Styles;

/// Whether bytes are an archive, which is no other format that is read.
pub fn is_archive(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06")
}

pub fn page(bytes: &[u8]) -> Result<Page, Refusal> {
    let mut archive = Archive::open(bytes)?;
    let main = archive.main_part()?;
    let text = archive.part(&main)?.ok_or(Refusal::NotText)?;
    let mut beside = |name: &str| archive.part(&archive::beside(&main, name));
    let (styles, numbering) = (beside("styles.xml")?, beside("numbering.xml")?);
    let (footnotes, endnotes) = (beside("footnotes.xml")?, beside("endnotes.xml")?);
    let links = archive.links(&main)?;
    let about = archive.part("docProps/core.xml")?;
    let comments = archive.part(&archive::beside(&main, "comments.xml"))?;
    let mut around = Vec::new();
    for name in archive.around(&main) {
        around.extend(archive.part(&name)?);
    }

    let document = xml::parsed(&text)?;
    let [styles, numbering, footnotes, endnotes, about] = [
        xml::parsed_if_any(styles.as_deref())?,
        xml::parsed_if_any(numbering.as_deref())?,
        xml::parsed_if_any(footnotes.as_deref())?,
        xml::parsed_if_any(endnotes.as_deref())?,
        xml::parsed_if_any(about.as_deref())?,
    ];
    let parts = Parts {
        styles: Styles::of(styles.as_ref()),
        numbering: Numbering::of(numbering.as_ref()),
        notes: Notes::of(footnotes.as_ref(), endnotes.as_ref()),
        links,
    };
    if let Some(mark) = own::mark(&document) {
        let comments = xml::parsed_if_any(comments.as_deref())?;
        let returned = own::returned(mark, &document, comments.as_ref(), &parts)?;
        let language = parts.styles.language.as_deref();
        let mut page = own::page(returned, language.and_then(|it| Language::new(it).ok()));
        page.tab_title = about.as_ref().and_then(title);
        page.address = about.as_ref().and_then(address);
        push_around(&mut page, &around)?;
        return Ok(page);
    }
    let mut page = Body::new(&parts).read(&document)?;
    page.tab_title = about.as_ref().and_then(title);
    push_around(&mut page, &around)?;
    Ok(page)
}

/// Adds what stands around the text, each paragraph once: headers are alike from part to part.
fn push_around(page: &mut Page, around: &[String]) -> Result<(), Refusal> {
    let line = page.parts.last().map_or(1, |part| part.line);
    let mut said: HashSet<String> = HashSet::new();
    for text in around {
        let document = xml::parsed(text)?;
        for paragraph in document.descendants().filter(|it| xml::is(*it, "p")) {
            let texts = paragraph.descendants().filter(|it| xml::is(*it, "t"));
            let words: String = texts.filter_map(|it| it.text()).collect();
            let words = clean(words.trim()).into_owned();
            if words.is_empty() || is_own(page, paragraph, &words) || !said.insert(words.clone()) {
                continue;
            }
            page.parts.push(Part {
                line,
                region: Region::Around,
                content: Content::Block(Block::Paragraph(vec![Inline::Text(words)])),
            });
        }
    }
    Ok(())
}

/// Whether a document of this program's has it above and below its pages: its title, and numbers.
fn is_own(page: &Page, paragraph: Node<'_, '_>, words: &str) -> bool {
    let is_field = |it: Node<'_, '_>| xml::is(it, "fldSimple") || xml::is(it, "instrText");
    let is_number = || {
        words
            .chars()
            .all(|c| c.is_ascii_digit() || c.is_whitespace() || c == '/')
    };
    page.author == Author::Chartrier
        && (page.tab_title.as_deref() == Some(words)
            || paragraph.descendants().any(is_field) && is_number())
}

/// The address of the platform, where the document says it whole.
fn address(about: &Document<'_>) -> Option<String> {
    let address = about.descendants().find(|it| xml::is(*it, "identifier"))?;
    let address = address.text()?.trim();
    let url = url::Url::parse(address).ok()?;
    matches!(url.scheme(), "http" | "https").then(|| address.to_owned())
}

fn title(about: &Document<'_>) -> Option<String> {
    let title = about.descendants().find(|it| xml::is(*it, "title"))?;
    let title = title.text()?.trim();
    (!title.is_empty()).then(|| title.to_owned())
}
