//! The text of a document: its paragraphs and tables, from the title on.
//!
//! Quotations and lists are places: how far a paragraph stands from the margin says in which of
//! them it is, since each takes a step of its own width. So a document that an office wrote again
//! is still read as it was.

mod drawing;
mod tables;

use std::collections::HashSet;

use super::numbering::{DEEPEST, GREATEST, Lists};
use super::picture::Logo;
use super::runs::{Links, Runs};
use super::styles::{ITEM_STEP, QUOTE_STEP, Style, indent};
use super::tables::Orientation;
use super::xml::Xml;
use super::{DRAWING, FOOTER_ID, HEADER_ID, NAMESPACE, RELATED, Tongue};
use crate::document::{Block, Document, Flow, Inline, Line, Section, plain};
use crate::model::{Language, Look, SectionId};
use crate::render::marks::{Kind, Mark, Reference, Said};
use drawing::drawn;

/// The parts that come of a text.
pub struct Written {
    pub text: Vec<u8>,
    pub lists: Lists,
    /// Where links lead, by their names.
    pub links: Vec<(String, String)>,
}

/// Where blocks stand.
#[derive(Debug, Clone, Copy)]
struct Place<'a> {
    /// How far from the margin, in twentieths of a point.
    start: i32,
    inside: Inside,
    /// How many lists are around.
    lists: usize,
    /// The width that a table has there.
    width: i32,
    /// Set where it is not the document's.
    language: Option<&'a Language>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Inside {
    Text,
    Quote,
    Item,
    Cell,
    /// A cell that names its row.
    Name,
}

impl Place<'_> {
    fn style(&self) -> Style {
        match self.inside {
            Inside::Text => Style::Normal,
            Inside::Quote => Style::Quote,
            Inside::Item => Style::ItemGoesOn,
            Inside::Cell => Style::TableText,
            Inside::Name => Style::TableName,
        }
    }
}

/// A paragraph's own properties.
struct Paragraph<'a> {
    style: Style,
    start: i32,
    /// The list and the level in it.
    item: Option<(usize, usize)>,
    language: Option<&'a Language>,
}

/// The bookmarks of a document, each with a number and a name of its own.
#[derive(Default)]
struct Bookmarks {
    count: usize,
    /// The names that stand already: of what bears an id twice, the first is meant.
    names: HashSet<String>,
    /// What the next paragraph is to bear.
    pending: Vec<Mark>,
}

/// A bookmark of a paragraph: its number and its name.
type Bookmark = (String, String);

impl Bookmarks {
    /// Those that wait for a paragraph.
    fn take(&mut self) -> Vec<Bookmark> {
        let mut taken = Vec::with_capacity(self.pending.len());
        for mark in std::mem::take(&mut self.pending) {
            let name = mark.name();
            if self.names.insert(name.clone()) {
                taken.push((self.count.to_string(), name));
                self.count += 1;
            }
        }
        taken
    }
}

fn begin(xml: &mut Xml, bookmarks: &[Bookmark]) {
    for (id, name) in bookmarks {
        xml.leaf("w:bookmarkStart", &[("w:id", id), ("w:name", name)]);
    }
}

fn end(xml: &mut Xml, bookmarks: &[Bookmark]) {
    for (id, _) in bookmarks.iter().rev() {
        xml.leaf("w:bookmarkEnd", &[("w:id", id)]);
    }
}

pub struct Body<'a> {
    document: &'a Document,
    tongue: Tongue<'a>,
    /// How wide a letter is in a table, in twentieths of a point.
    letter: i32,
    xml: Xml,
    links: Links,
    lists: Lists,
    bookmarks: Bookmarks,
    orientation: Orientation,
    pages: Pages,
    /// The section being written, and how many headings its text has had.
    section: Option<(&'a SectionId, usize)>,
    /// The words of the heading above: what a table is about.
    above: String,
    /// What was written last in the text.
    last: Last,
}

/// Pages that are turned alike: the first of the first ones has the title, and nothing above it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Pages {
    First,
    Other,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Last {
    Quote,
    Other,
}

impl<'a> Body<'a> {
    pub fn new(document: &'a Document, tongue: Tongue<'a>, look: Look) -> Self {
        Self {
            document,
            tongue,
            letter: match look {
                Look::Plain => 90,
                Look::Public => 105,
            },
            xml: Xml::part(),
            links: Links::default(),
            lists: Lists::default(),
            bookmarks: Bookmarks::default(),
            orientation: Orientation::Upright,
            pages: Pages::First,
            section: None,
            above: String::new(),
            last: Last::Other,
        }
    }

    pub fn written(mut self, logo: Option<&(Logo, String)>) -> Written {
        let names = [
            ("xmlns:w", NAMESPACE),
            ("xmlns:r", RELATED),
            ("xmlns:wp", DRAWING),
        ];
        self.xml.open("w:document", &names);
        self.xml.open("w:body", &[]);
        let document = self.document;
        let whole = Mark::of_document(&document.owner, &document.language);
        self.bookmarks.pending.push(whole);
        let sections = document.sections.iter().map(|it| it.id.as_str());
        self.mark(Kind::Outline, Reference::title(), Said::ids(sections));
        if let Some((logo, alternative)) = logo {
            self.logo(logo, alternative);
        }
        self.title();
        for section in &document.sections {
            self.section(section);
        }
        self.section_properties();
        self.xml.close("w:body");
        self.xml.close("w:document");
        Written {
            text: self.xml.finish(),
            lists: self.lists,
            links: self.links.into_targets(),
        }
    }

    fn title(&mut self) {
        let title = &self.document.title;
        self.mark(Kind::Title, Reference::title(), Said::line(&title.inlines));
        self.line(Style::Title, title);
        self.above = one_line(&title.inlines);
    }

    fn section(&mut self, section: &'a Section) {
        let orientation = match &section.table {
            Some(table) => Orientation::of(table, self.letter),
            None => Orientation::Upright,
        };
        self.turn(orientation);
        self.section = Some((&section.id, 0));
        let reference = Reference::section(&section.id);
        match &section.heading {
            Some(heading) => {
                self.mark(Kind::Heading, reference, Said::line(&heading.inlines));
                self.line(Style::Heading(section.depth), heading);
                self.above = one_line(&heading.inlines);
            }
            None => self.mark(Kind::Section, reference, Said::line(&[])),
        }
        let about = self.above.clone();
        self.text(&section.body, reference);
        if let Some(table) = &section.table {
            self.cookies(section, table, &about);
        }
    }

    fn text(&mut self, body: &'a Flow, reference: Reference) {
        if body.blocks.is_empty() {
            return;
        }
        self.mark(Kind::Body, reference, Said::blocks(&body.blocks));
        let place = Place {
            start: 0,
            inside: Inside::Text,
            lists: 0,
            width: self.orientation.width(),
            language: body.language.as_ref(),
        };
        self.blocks(&body.blocks, place);
    }

    fn blocks(&mut self, blocks: &'a [Block], place: Place<'a>) {
        self.last = Last::Other;
        for block in blocks {
            self.block(block, place);
            self.last = match block {
                Block::Quote(_) => Last::Quote,
                _ => Last::Other,
            };
        }
    }

    fn block(&mut self, block: &'a Block, place: Place<'a>) {
        match block {
            Block::Heading { depth, inlines } => {
                if let Some((section, count)) = self.section {
                    self.section = Some((section, count + 1));
                    let reference = Reference::inner(section, count);
                    self.mark(Kind::Inner, reference, Said::line(inlines));
                }
                self.words(Style::Heading(*depth), inlines, place);
                self.above = one_line(inlines);
            }
            Block::Paragraph(inlines) => self.words(place.style(), inlines, place),
            Block::List { start, items } => self.list(*start, items, place),
            Block::Quote(quoted) => {
                // Without something in between, two would be one.
                if self.last == Last::Quote {
                    self.separator(place);
                }
                let inside = Place {
                    start: place.start + QUOTE_STEP,
                    inside: Inside::Quote,
                    width: place.width - QUOTE_STEP,
                    ..place
                };
                self.blocks(quoted, inside);
            }
            Block::Code(code) => {
                let paragraph = Paragraph {
                    style: Style::Code,
                    start: place.start,
                    item: None,
                    language: place.language,
                };
                self.paragraph(&paragraph, |runs| runs.code(code, place.language));
            }
            Block::Rule => self.words(Style::Rule, &[], place),
            Block::Grid { header, rows } => self.grid(header, rows, place),
        }
    }

    fn list(&mut self, start: Option<usize>, items: &'a [Vec<Block>], place: Place<'a>) {
        let level = place.lists.min(DEEPEST);
        // No office counts further: such numbers are written out.
        let counted = start.is_none_or(|start| start.saturating_add(items.len()) <= GREATEST);
        let list = self.lists.add(level, start.filter(|_| counted));
        let inside = Place {
            start: place.start + ITEM_STEP,
            inside: Inside::Item,
            lists: place.lists + 1,
            width: place.width - ITEM_STEP,
            ..place
        };
        for (at, item) in items.iter().enumerate() {
            let (first, below) = match item.split_first() {
                Some((Block::Paragraph(inlines), below)) => (inlines.as_slice(), below),
                _ => ([].as_slice(), item.as_slice()),
            };
            let number = match start {
                Some(start) if !counted => Some(format!("{}. ", start.saturating_add(at))),
                _ => None,
            };
            let paragraph = Paragraph {
                style: match (start, place.inside) {
                    (Some(_), _) => Style::NumberItem,
                    (None, _) => Style::BulletItem,
                },
                start: inside.start,
                item: Some((list, level)),
                language: place.language,
            };
            self.paragraph(&paragraph, |runs| {
                if let Some(number) = number {
                    runs.words(&[Inline::Text(number)], None);
                }
                runs.words(first, place.language);
            });
            self.blocks(below, inside);
        }
    }

    fn line(&mut self, style: Style, line: &'a Line) {
        let place = Place {
            start: 0,
            inside: Inside::Text,
            lists: 0,
            width: self.orientation.width(),
            language: line.language.as_ref(),
        };
        self.words(style, &line.inlines, place);
    }

    fn words(&mut self, style: Style, inlines: &[Inline], place: Place<'_>) {
        let paragraph = Paragraph {
            style,
            start: place.start,
            item: None,
            language: place.language,
        };
        self.paragraph(&paragraph, |runs| runs.words(inlines, place.language));
    }

    fn separator(&mut self, place: Place<'_>) {
        self.words(Style::Separator, &[], place);
    }

    fn mark(&mut self, kind: Kind, reference: Reference, said: Said) {
        self.bookmarks.pending.push(Mark {
            kind,
            reference,
            said,
        });
    }

    /// A paragraph, around whose words the bookmarks stand that wait for it.
    fn paragraph(&mut self, paragraph: &Paragraph<'_>, words: impl FnOnce(&mut Runs<'a, '_>)) {
        let bookmarks = self.bookmarks.take();
        self.xml.open("w:p", &[]);
        self.paragraph_properties(paragraph);
        begin(&mut self.xml, &bookmarks);
        words(&mut Runs {
            xml: &mut self.xml,
            links: &mut self.links,
            tongue: self.tongue,
        });
        end(&mut self.xml, &bookmarks);
        self.xml.close("w:p");
    }

    fn paragraph_properties(&mut self, paragraph: &Paragraph<'_>) {
        let tongue = paragraph.language.map_or(self.tongue, Tongue::of);
        let is_plain =
            paragraph.style == Style::Normal && paragraph.start == 0 && !tongue.is_right_to_left();
        if is_plain {
            return;
        }
        self.xml.element("w:pPr", &[], |xml| {
            if paragraph.style != Style::Normal {
                xml.value("w:pStyle", paragraph.style.id());
            }
            if let Some((list, level)) = paragraph.item {
                xml.element("w:numPr", &[], |xml| {
                    xml.value("w:ilvl", &level.to_string());
                    xml.value("w:numId", &list.to_string());
                });
            }
            if tongue.is_right_to_left() {
                xml.leaf("w:bidi", &[]);
            }
            if paragraph.start > 0 {
                let hanging = paragraph.item.map_or(0, |_| ITEM_STEP);
                indent(xml, paragraph.start, hanging);
            }
        });
    }

    /// Turns the page, where what comes stands on one that is turned otherwise.
    fn turn(&mut self, orientation: Orientation) {
        if self.orientation == orientation {
            return;
        }
        self.xml.open("w:p", &[]);
        self.xml.open("w:pPr", &[]);
        self.xml.value("w:pStyle", Style::Separator.id());
        self.section_properties();
        self.xml.close("w:pPr");
        self.xml.close("w:p");
        self.orientation = orientation;
    }

    /// What the pages of the text up to here are like.
    fn section_properties(&mut self) {
        let tongue = self.tongue;
        let orientation = self.orientation;
        let pages = std::mem::replace(&mut self.pages, Pages::Other);
        let (width, height) = orientation.page();
        let margin = orientation.margin().to_string();
        let (width, height) = (width.to_string(), height.to_string());
        self.xml.element("w:sectPr", &[], |xml| {
            xml.leaf(
                "w:headerReference",
                &[("w:type", "default"), ("r:id", HEADER_ID)],
            );
            for kind in ["default", "first"] {
                xml.leaf(
                    "w:footerReference",
                    &[("w:type", kind), ("r:id", FOOTER_ID)],
                );
            }
            let mut size = vec![("w:w", width.as_str()), ("w:h", height.as_str())];
            if orientation == Orientation::Across {
                size.push(("w:orient", "landscape"));
            }
            xml.leaf("w:pgSz", &size);
            xml.leaf(
                "w:pgMar",
                &[
                    ("w:top", margin.as_str()),
                    ("w:right", &margin),
                    ("w:bottom", &margin),
                    ("w:left", &margin),
                    ("w:header", "567"),
                    ("w:footer", "567"),
                    ("w:gutter", "0"),
                ],
            );
            if pages == Pages::First {
                xml.leaf("w:titlePg", &[]);
            }
            if tongue.is_right_to_left() {
                xml.leaf("w:bidi", &[]);
            }
        });
    }

    fn logo(&mut self, logo: &Logo, alternative: &str) {
        self.mark(Kind::Logo, Reference::logo(), Said::line(&[]));
        let bookmarks = self.bookmarks.take();
        let mut drawing = Xml::piece();
        drawn(&mut drawing, logo, alternative);
        let tongue = self.tongue;
        self.xml.element("w:p", &[], |xml| {
            xml.element("w:pPr", &[], |xml| {
                xml.value("w:pStyle", Style::Logo.id());
                if tongue.is_right_to_left() {
                    xml.leaf("w:bidi", &[]);
                }
            });
            begin(xml, &bookmarks);
            xml.element("w:r", &[], |xml| xml.insert(drawing));
            end(xml, &bookmarks);
        });
    }
}

/// The words of inlines on one line.
fn one_line(inlines: &[Inline]) -> String {
    let words = plain(inlines);
    let words: Vec<&str> = words.split_whitespace().collect();
    words.join(" ")
}
