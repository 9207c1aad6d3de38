//! DOCX: a document that Word, `LibreOffice` and others open, restyle, review and give back.
//!
//! Its looks are styles with the names that offices know. Elements carry bookmarks (see
//! [`super::marks`]), so that a reviewed document is taken back element by element. Invariants: the
//! children of an element stand in the order of the schema, which Word insists on; every id stands
//! once; no clock.

mod body;
mod numbering;
mod package;
mod picture;
mod runs;
mod styles;
mod tables;
mod xml;

use super::html::{right_to_left, title};
use super::{Design, RenderError};
use crate::document::{Document, clean};
use crate::model::Language;
use body::{Body, Written};
use package::{Part, Place, Relationship, packed, relationships};
use picture::Logo;
use styles::Style;
pub use styles::{ITEM_STEP, QUOTE_STEP};
use xml::Xml;

const NAMESPACE: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const RELATED: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const DRAWING: &str = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing";

const KIND_DOCUMENT: &str =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument";
const KIND_ABOUT: &str =
    "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties";
const KIND_STYLES: &str =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles";
const KIND_NUMBERING: &str =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering";
const KIND_SETTINGS: &str =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/settings";
const KIND_HEADER: &str =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/header";
const KIND_FOOTER: &str =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footer";
const KIND_IMAGE: &str =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image";
const KIND_LINK: &str =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink";

const ABOUT_TYPE: &str = "application/vnd.openxmlformats-package.core-properties+xml";
const DOCUMENT_TYPE: &str =
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
const STYLES_TYPE: &str =
    "application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml";
const NUMBERING_TYPE: &str =
    "application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml";
const SETTINGS_TYPE: &str =
    "application/vnd.openxmlformats-officedocument.wordprocessingml.settings+xml";
const HEADER_TYPE: &str =
    "application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml";
const FOOTER_TYPE: &str =
    "application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml";

/// What the text refers to under fixed names.
const HEADER_ID: &str = "rHeader";
const FOOTER_ID: &str = "rFooter";
const LOGO_ID: &str = "rLogo";

pub fn render(document: &Document, design: &Design) -> Result<Vec<u8>, RenderError> {
    let logo = match &design.logo {
        Some(picture) => Some((Logo::new(picture)?, alternative(document, design))),
        None => None,
    };
    let tongue = Tongue::of(&document.language);
    let written = Body::new(document, tongue, design.look).written(logo.as_ref());
    let Written { text, lists, links } = written;
    let part = |name: &str, media_type, bytes| Part {
        name: name.to_owned(),
        media_type,
        bytes,
    };
    let mut parts = vec![
        relationships(
            "_rels/.rels",
            &[
                inside("rDocument", KIND_DOCUMENT, "word/document.xml"),
                inside("rAbout", KIND_ABOUT, "docProps/core.xml"),
            ],
        ),
        part("docProps/core.xml", ABOUT_TYPE, about(document)),
        part("word/document.xml", DOCUMENT_TYPE, text),
        part(
            "word/styles.xml",
            STYLES_TYPE,
            styles::part(design.look, &tongue),
        ),
        part("word/numbering.xml", NUMBERING_TYPE, lists.part()),
        part("word/settings.xml", SETTINGS_TYPE, settings(&tongue)),
        part("word/header1.xml", HEADER_TYPE, header(document, &tongue)),
        part("word/footer1.xml", FOOTER_TYPE, footer(&tongue)),
    ];
    let mut related = vec![
        inside("rStyles", KIND_STYLES, "styles.xml"),
        inside("rNumbering", KIND_NUMBERING, "numbering.xml"),
        inside("rSettings", KIND_SETTINGS, "settings.xml"),
        inside(HEADER_ID, KIND_HEADER, "header1.xml"),
        inside(FOOTER_ID, KIND_FOOTER, "footer1.xml"),
    ];
    if let Some((logo, _)) = logo {
        let name = format!("media/logo.{}", logo.extension);
        related.push(inside(LOGO_ID, KIND_IMAGE, &name));
        parts.push(part(&format!("word/{name}"), logo.media_type, logo.bytes));
    }
    let targets = links.into_iter().map(|(id, target)| Relationship {
        id,
        kind: KIND_LINK,
        target,
        place: Place::Outside,
    });
    related.extend(targets);
    parts.push(relationships("word/_rels/document.xml.rels", &related));
    Ok(packed(&parts))
}

fn inside(id: &str, kind: &'static str, target: &str) -> Relationship {
    Relationship {
        id: id.to_owned(),
        kind,
        target: target.to_owned(),
        place: Place::Inside,
    }
}

/// What the logo says to those who do not see it, in the language of the document if it does.
fn alternative(document: &Document, design: &Design) -> String {
    let said = design.logo.as_ref().map(|logo| {
        let said = logo
            .alternative
            .said(&document.language, &document.language);
        clean(said.text).replace(['\n', '\t'], " ")
    });
    said.unwrap_or_default().trim().to_owned()
}

/// The language of a document and the direction in which it is written.
#[derive(Debug, Clone, Copy)]
pub struct Tongue<'a> {
    language: &'a Language,
    direction: Direction,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Direction {
    LeftToRight,
    RightToLeft,
}

impl<'a> Tongue<'a> {
    fn of(language: &'a Language) -> Self {
        let direction = match right_to_left(language) {
            Some(_) => Direction::RightToLeft,
            None => Direction::LeftToRight,
        };
        Self {
            language,
            direction,
        }
    }

    fn is_right_to_left(&self) -> bool {
        self.direction == Direction::RightToLeft
    }

    /// Says of letters that they are in this language: of those of its own script, as Word parts
    /// them.
    fn language(&self, xml: &mut Xml) {
        let tag = self.language.as_str();
        let first = tag.split('-').next().unwrap_or(tag);
        let mut attributes = vec![("w:val", tag)];
        if matches!(first, "zh" | "ja" | "ko") {
            attributes.push(("w:eastAsia", tag));
        }
        if self.is_right_to_left() {
            attributes.push(("w:bidi", tag));
        }
        xml.leaf("w:lang", &attributes);
    }
}

/// What is said about the document.
fn about(document: &Document) -> Vec<u8> {
    let mut xml = Xml::part();
    let names = [
        (
            "xmlns:cp",
            "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
        ),
        ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
        ("xmlns:dcterms", "http://purl.org/dc/terms/"),
        ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"),
    ];
    xml.element("cp:coreProperties", &names, |xml| {
        xml.text("dc:title", &[], &title(document));
        if !document.address.is_empty() {
            xml.text("dc:identifier", &[], &document.address);
        }
        xml.text("dc:language", &[], document.language.as_str());
        if let Some(date) = document.updated {
            let date = format!("{date}T00:00:00Z");
            for name in ["dcterms:created", "dcterms:modified"] {
                xml.text(name, &[("xsi:type", "dcterms:W3CDTF")], &date);
            }
        }
    });
    xml.finish()
}

fn settings(tongue: &Tongue<'_>) -> Vec<u8> {
    let mut xml = Xml::part();
    xml.element("w:settings", &[("xmlns:w", NAMESPACE)], |xml| {
        xml.value("w:defaultTabStop", "708");
        xml.value("w:characterSpacingControl", "doNotCompress");
        xml.element("w:compat", &[], |xml| {
            // Without it, Word takes the document for one of an older edition of its own.
            xml.leaf(
                "w:compatSetting",
                &[
                    ("w:name", "compatibilityMode"),
                    ("w:uri", "http://schemas.microsoft.com/office/word"),
                    ("w:val", "15"),
                ],
            );
        });
        let mut attributes = vec![("w:val", tongue.language.as_str())];
        if tongue.is_right_to_left() {
            attributes.push(("w:bidi", tongue.language.as_str()));
        }
        xml.leaf("w:themeFontLang", &attributes);
    });
    xml.finish()
}

/// What stands above every page but the first, which has the title.
fn header(document: &Document, tongue: &Tongue<'_>) -> Vec<u8> {
    margin_part("w:hdr", Style::Header, tongue, |xml| {
        xml.element("w:r", &[], |xml| {
            runs::direction(xml, tongue);
            xml.text("w:t", &[("xml:space", "preserve")], &title(document));
        });
    })
}

/// The number of the page, of how many.
fn footer(tongue: &Tongue<'_>) -> Vec<u8> {
    margin_part("w:ftr", Style::Footer, tongue, |xml| {
        field(xml, tongue, " PAGE ");
        xml.element("w:r", &[], |xml| {
            runs::direction(xml, tongue);
            xml.text("w:t", &[("xml:space", "preserve")], " / ");
        });
        field(xml, tongue, " NUMPAGES ");
    })
}

fn margin_part(
    root: &str,
    style: Style,
    tongue: &Tongue<'_>,
    content: impl FnOnce(&mut Xml),
) -> Vec<u8> {
    let mut xml = Xml::part();
    xml.element(root, &[("xmlns:w", NAMESPACE)], |xml| {
        xml.element("w:p", &[], |xml| {
            xml.element("w:pPr", &[], |xml| {
                xml.value("w:pStyle", style.id());
                if tongue.is_right_to_left() {
                    xml.leaf("w:bidi", &[]);
                }
            });
            content(xml);
        });
    });
    xml.finish()
}

fn field(xml: &mut Xml, tongue: &Tongue<'_>, instruction: &str) {
    xml.element("w:fldSimple", &[("w:instr", instruction)], |xml| {
        xml.element("w:r", &[], |xml| {
            runs::direction(xml, tongue);
            xml.text("w:t", &[], "1");
        });
    });
}
