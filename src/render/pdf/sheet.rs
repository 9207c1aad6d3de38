//! What a layout is made from: the words of a document with the numbers of their places, the
//! widths of its tables, the template. It holds all that a layout needs and can be sent to another
//! process.

use serde::{Deserialize, Serialize};

use super::measure::{self, Lying, Measured};
use super::{Fault, Pages, letters, logo, typeset};
use crate::document::{Block, Document, Flow, Inline, Line, Table, clean, plain, written_out};
use crate::model::{Element, Language, Look, Role, Text};
use crate::render::{Design, PictureKind};

/// A document as its layout sees it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Sheet {
    pub(super) title: Words,
    /// The charter's title and whose it is.
    pub(super) full_title: String,
    pub(super) name: String,
    pub(super) address: String,
    pub(super) publisher: Option<String>,
    pub(super) language: Language,
    pub(super) date: Option<Day>,
    /// The date as people write it in the document's language.
    pub(super) updated: Option<String>,
    pub(super) look: Look,
    pub(super) template: Option<OwnTemplate>,
    pub(super) logo: Option<Logo>,
    pub(super) lying: Lying,
    pub(super) sections: Vec<Part>,
}

/// A template that a person wrote.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct OwnTemplate {
    pub name: String,
    pub text: String,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct Logo {
    pub name: String,
    pub kind: PictureKind,
    pub alternative: String,
    #[serde(skip)]
    pub bytes: Vec<u8>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Day {
    pub year: i16,
    pub month: i8,
    pub of_month: i8,
}

/// The number of a place in a document: what is laid out from it carries it.
pub(super) type PlaceNumber = u32;

/// A line.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct Words {
    pub place: PlaceNumber,
    /// Set where it is not in the document's language.
    pub language: Option<Language>,
    pub inlines: Vec<Inline>,
}

/// Blocks, each with its place.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct Passage {
    /// Set where it is not in the document's language.
    pub language: Option<Language>,
    pub blocks: Vec<(PlaceNumber, Block)>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct Part {
    pub depth: u8,
    pub heading: Option<Words>,
    pub body: Passage,
    pub table: Option<Grid>,
}

/// A cookie table.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct Grid {
    pub columns: Vec<GridColumn>,
    pub rows: Vec<GridRow>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct GridColumn {
    pub role: Role,
    pub label: Words,
    pub measured: Measured,
    /// Whether its cells name their rows.
    pub names_rows: bool,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct GridRow {
    pub cells: Vec<Passage>,
    /// Whether it may be too tall for a page: then it may go over two.
    pub is_tall: bool,
}

/// Which element, and which of its blocks, stands at each place of a sheet.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Places(Vec<(Element, usize)>);

impl Places {
    /// The element at a place, and the number of its block.
    #[must_use]
    pub fn get(&self, place: u32) -> Option<&(Element, usize)> {
        self.0.get(usize::try_from(place).ok()?)
    }

    fn add(&mut self, element: &Element, block: usize) -> PlaceNumber {
        let number = PlaceNumber::try_from(self.0.len()).unwrap_or(PlaceNumber::MAX);
        self.0.push((element.clone(), block));
        number
    }

    fn words(&mut self, line: &Line) -> Words {
        Words {
            place: self.add(&line.element, 0),
            language: line.language.clone(),
            inlines: line.inlines.clone(),
        }
    }

    fn passage(&mut self, flow: &Flow) -> Passage {
        Passage {
            language: flow.language.clone(),
            blocks: flow
                .blocks
                .iter()
                .enumerate()
                .map(|(at, block)| (self.add(&flow.element, at), block.clone()))
                .collect(),
        }
    }

    fn grid(&mut self, table: &Table, look: Look, lying: Lying) -> Grid {
        let measured = measure::columns(table, look, lying);
        let naming = table
            .columns
            .iter()
            .position(|column| column.role == Role::Name);
        let columns =
            table
                .columns
                .iter()
                .zip(&measured)
                .enumerate()
                .map(|(at, (column, measured))| GridColumn {
                    role: column.role,
                    label: self.words(&column.label),
                    measured: *measured,
                    names_rows: naming == Some(at),
                });
        Grid {
            columns: columns.collect(),
            rows: table
                .rows
                .iter()
                .map(|row| GridRow {
                    is_tall: measure::is_tall(row, &measured, look, lying),
                    cells: row
                        .cells
                        .iter()
                        .map(|cell| self.passage(&cell.content))
                        .collect(),
                })
                .collect(),
        }
    }
}

impl Sheet {
    /// What a document says and how it is to look; and what stands at its places.
    #[must_use]
    pub fn new(document: &Document, design: &Design) -> (Self, Places) {
        let mut places = Places::default();
        let mut outline = Outline::default();
        let tables = document.sections.iter().filter_map(|it| it.table.as_ref());
        let lying = measure::lying(tables, design.look);
        let title = one_line(&document.title.inlines);
        let sheet = Self {
            title: places.words(&document.title),
            full_title: if title == document.name {
                title
            } else {
                format!("{title} – {}", document.name)
            },
            name: document.name.clone(),
            address: document.address.clone(),
            publisher: document.publisher.clone(),
            language: document.language.clone(),
            date: document.updated.map(|date| Day {
                year: date.year(),
                month: date.month(),
                of_month: date.day(),
            }),
            updated: document
                .updated
                .map(|date| written_out(date, &document.language)),
            look: design.look,
            template: design.pdf.as_ref().map(|template| OwnTemplate {
                name: template.name.clone(),
                text: template.text.to_string(),
            }),
            logo: design.logo.as_ref().map(|logo| Logo {
                name: logo.name.clone(),
                kind: logo.kind,
                alternative: alternative(&logo.alternative, &document.language),
                bytes: logo.bytes.to_vec(),
            }),
            lying,
            sections: document
                .sections
                .iter()
                .map(|section| {
                    let heading = section.heading.as_ref().filter(|line| says(&line.inlines));
                    let depth = match heading {
                        Some(_) => outline.descend(section.depth),
                        None => section.depth,
                    };
                    let heading = heading.map(|line| places.words(line));
                    let mut body = places.passage(&section.body);
                    for (_, block) in &mut body.blocks {
                        outline.place(block);
                    }
                    let table = section.table.as_ref();
                    Part {
                        depth,
                        heading,
                        body,
                        table: table.map(|table| places.grid(table, design.look, lying)),
                    }
                })
                .collect(),
        };
        (sheet, places)
    }

    /// Lays it out.
    pub fn lay_out(&self) -> Result<Pages, Fault> {
        if let Some(logo) = &self.logo {
            logo::check(logo)?;
        }
        let pages = typeset::lay_out(self)?;
        letters::check(&pages)?;
        Ok(pages)
    }

    /// The name of what someone else wrote and is run to lay it out: a template, or a drawing,
    /// which may say « draw this a million times ».
    #[must_use]
    pub fn untrusted(&self) -> Option<&str> {
        let template = self.template.as_ref().map(|it| it.name.as_str());
        let drawing = self.logo.as_ref();
        let drawing = drawing.filter(|logo| logo.kind == PictureKind::Svg);
        template.or_else(|| drawing.map(|logo| logo.name.as_str()))
    }

    /// The bytes of the logo, which the serialised sheet has not; nothing without one.
    #[must_use]
    pub fn logo_bytes(&self) -> &[u8] {
        self.logo.as_ref().map_or(&[], |logo| &logo.bytes)
    }

    /// The same with the bytes of its logo.
    #[must_use]
    pub fn with_logo_bytes(mut self, bytes: Vec<u8>) -> Self {
        if let Some(logo) = &mut self.logo {
            logo.bytes = bytes;
        }
        self
    }
}

/// The headings so far. One without words is none to a PDF, so that those below it must rise.
#[derive(Debug, Default)]
struct Outline {
    last: u8,
}

impl Outline {
    fn descend(&mut self, wanted: u8) -> u8 {
        self.last = wanted.clamp(1, self.last.saturating_add(1));
        self.last
    }

    fn place(&mut self, block: &mut Block) {
        match block {
            Block::Heading { depth, inlines } => {
                if says(inlines) {
                    *depth = self.descend(*depth);
                } else {
                    *block = Block::Paragraph(Vec::new());
                }
            }
            Block::Quote(blocks) => blocks.iter_mut().for_each(|it| self.place(it)),
            Block::List { items, .. } => {
                items.iter_mut().flatten().for_each(|it| self.place(it));
            }
            Block::Paragraph(_) | Block::Code(_) | Block::Rule | Block::Grid { .. } => {}
        }
    }
}

/// Whether inlines have words.
fn says(inlines: &[Inline]) -> bool {
    !one_line(inlines).is_empty()
}

/// What a picture says in a language; what it says in another, if it says nothing in this one.
fn alternative(text: &Text, language: &Language) -> String {
    let said = clean(text.said(language, language).text);
    let words: Vec<&str> = said.split_whitespace().collect();
    words.join(" ")
}

/// The words of inlines on one line.
pub(super) fn one_line(inlines: &[Inline]) -> String {
    let words = plain(inlines);
    let words: Vec<&str> = words.split_ascii_whitespace().collect();
    words.join(" ")
}
