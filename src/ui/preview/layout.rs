//! The layout of the page: a piece of it (a heading, a paragraph, a row of a table) in a width,
//! as what is drawn and what can be clicked. Nothing is drawn here, so that a piece's height is
//! known before anything is.

mod pile;
mod plan;
mod rows;

use std::collections::HashMap;

use egui::{Rect, Shape, Ui};

use super::letters::{Letters, Written};
use super::pieces::{Part, Piece};
use crate::document::{Document, Table};
use crate::model::{Element, Language};
use crate::ui::theme::Palette;
use crate::workspace::settings::PageWidth;
use pile::{Pile, Place};
use plan::Plan;

const BODY: f32 = 15.0;
/// The room between paragraphs.
const GAP: f32 = 9.0;

/// The page that is laid out.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Sheet {
    /// The width of its words, without its margins.
    pub width: f32,
    pub screen: PageWidth,
    pub palette: Palette,
}

/// What a place in the page is, to those who hear it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Words,
    /// At its depth below the title.
    Heading(u8),
    Link,
}

/// A place in the page: what is clicked, marked and named as one.
pub struct Spot {
    pub element: Element,
    /// Which block of the element's text it is.
    pub block: usize,
    /// Where it is in its piece.
    pub rect: Rect,
    pub kind: Kind,
    pub texts: Vec<Written>,
    /// The label of its column, in a table.
    pub column: Option<String>,
    /// That label where it is drawn with it, in a card.
    pub label: Option<Written>,
    /// Set where it is not in the document's language.
    pub language: Option<Language>,
}

impl Spot {
    /// What it says.
    pub fn words(&self) -> String {
        let texts: Vec<&str> = self.texts.iter().map(|text| text.galley.text()).collect();
        texts.join("\n")
    }
}

/// A piece laid out; places are given from its top left corner.
#[derive(Default)]
pub struct Laid {
    pub height: f32,
    /// Drawn below the words: lines, grounds, the marks of lists.
    pub shapes: Vec<Shape>,
    pub spots: Vec<Spot>,
}

/// Lays out pieces, and knows how the tables stand that it has met.
pub struct Layout<'a> {
    ui: &'a Ui,
    sheet: Sheet,
    document: &'a Document,
    plans: HashMap<usize, Plan>,
}

impl<'a> Layout<'a> {
    pub fn new(ui: &'a Ui, sheet: Sheet, document: &'a Document) -> Self {
        Self {
            ui,
            sheet,
            document,
            plans: HashMap::new(),
        }
    }

    /// Lays out a piece of the document.
    pub fn piece(&mut self, piece: &Piece) -> Laid {
        let mut pile = Pile::new(self.ui, &self.sheet);
        let section = self.document.sections.get(piece.section);
        match (piece.part, section) {
            (Part::Title, _) => pile.heading_line(&self.document.title, 0),
            (Part::Heading, Some(section)) => {
                if let Some(heading) = &section.heading {
                    pile.y += if section.depth <= 1 { 18.0 } else { 13.0 };
                    pile.heading_line(heading, section.depth);
                }
            }
            (Part::Block(at), Some(section)) => {
                let flow = &section.body;
                if let Some(block) = flow.blocks.get(at) {
                    let letters = Letters::new(BODY, pile.palette.text);
                    pile.block(block, letters, Place::new(flow, at));
                    pile.y += GAP;
                }
            }
            (Part::Header, Some(section)) => {
                if let Some(table) = &section.table {
                    let plan = self.plan(piece.section, table);
                    pile.header(table, plan);
                }
            }
            (Part::Row(at), Some(section)) => {
                if let Some(table) = &section.table
                    && let Some(row) = table.rows.get(at)
                {
                    let plan = self.plan(piece.section, table);
                    pile.row(table, row, plan);
                    if at + 1 == table.rows.len() {
                        pile.y += 2.0 * GAP;
                    }
                }
            }
            (_, None) => {}
        }
        pile.laid()
    }

    fn plan(&mut self, section: usize, table: &Table) -> &Plan {
        let (ui, sheet) = (self.ui, &self.sheet);
        self.plans
            .entry(section)
            .or_insert_with(|| Plan::of(ui, sheet, table))
    }
}
