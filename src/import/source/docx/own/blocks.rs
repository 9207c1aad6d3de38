//! Paragraphs as blocks: how far each stands from the margin says in which quotations and items it
//! is, since each of these takes a step of its own width.

use crate::document::{Block, Inline};
use crate::render::{ITEM_STEP, QUOTE_STEP};

/// How far a length may be off: offices count in other units.
const TOLERANCE: i32 = 8;
/// How deep quotations may stand in each other.
const DEEPEST: i32 = 24;

/// What a paragraph, or a table, is in a text.
#[derive(Debug, Clone, PartialEq)]
pub enum What {
    /// Words by themselves, or going on in an item.
    Words(Vec<Inline>),
    /// Words in a quotation.
    Quoted(Vec<Inline>),
    /// The first words of an item.
    Item {
        list: String,
        level: usize,
        number: Option<usize>,
        words: Vec<Inline>,
    },
    /// Anything else.
    Block(Block),
    /// Nothing: what keeps two things apart.
    Gap,
}

/// Blocks while they are put together.
#[derive(Debug, Default)]
pub struct Blocks {
    blocks: Vec<Block>,
    open: Vec<Open>,
}

/// A quotation or a list whose end is not reached.
#[derive(Debug)]
struct Open {
    /// How far its content stands from the margin.
    start: i32,
    kind: Kind,
    /// The blocks of the quotation, or of the last item.
    blocks: Vec<Block>,
}

#[derive(Debug)]
enum Kind {
    Quote,
    List {
        list: String,
        level: usize,
        number: Option<usize>,
        /// The items before the last.
        items: Vec<Vec<Block>>,
    },
}

impl Blocks {
    pub fn is_empty(&self) -> bool {
        self.blocks.is_empty() && self.open.is_empty()
    }

    pub fn take(&mut self) -> Vec<Block> {
        self.close_to(0);
        std::mem::take(&mut self.blocks)
    }

    /// Adds what stands so far from the margin.
    pub fn add(&mut self, start: i32, what: What) {
        match what {
            What::Item {
                list,
                level,
                number,
                words,
            } => {
                let content = if words.is_empty() {
                    Vec::new()
                } else {
                    vec![Block::Paragraph(words)]
                };
                self.item(start, list, level, number, content);
            }
            What::Words(words) => {
                self.close_beyond(start);
                // Words by themselves are no quotation, wherever they stand.
                while matches!(
                    self.open.last(),
                    Some(Open {
                        kind: Kind::Quote,
                        ..
                    })
                ) {
                    self.close();
                }
                self.push_words(words);
            }
            What::Quoted(words) => {
                self.enter_quotes(start, 1);
                self.push_words(words);
            }
            What::Block(block) => {
                self.enter_quotes(start, 0);
                self.push(block);
            }
            What::Gap => self.close_beyond(start),
        }
    }

    fn push_words(&mut self, words: Vec<Inline>) {
        if !words.is_empty() {
            self.push(Block::Paragraph(words));
        }
    }

    fn push(&mut self, block: Block) {
        match self.open.last_mut() {
            Some(open) => open.blocks.push(block),
            None => self.blocks.push(block),
        }
    }

    /// Closes and opens quotations until one is reached whose content stands there; `least` is how
    /// many must be around.
    fn enter_quotes(&mut self, start: i32, least: i32) {
        let reached = (0..=self.open.len()).rev().find_map(|depth| {
            let is_quote = depth
                .checked_sub(1)
                .and_then(|at| self.open.get(at))
                .is_some_and(|open| matches!(open.kind, Kind::Quote));
            let more = steps(start - self.start_of(depth), QUOTE_STEP)?;
            (more >= least || is_quote && more == 0).then_some((depth, more))
        });
        let (depth, more) = reached.unwrap_or((0, least));
        self.close_to(depth);
        for _ in 0..more {
            let start = self.start_of(self.open.len()) + QUOTE_STEP;
            self.open.push(Open {
                start,
                kind: Kind::Quote,
                blocks: Vec::new(),
            });
        }
    }

    fn item(
        &mut self,
        start: i32,
        list: String,
        level: usize,
        number: Option<usize>,
        content: Vec<Block>,
    ) {
        let same = self.open.iter().rposition(|open| {
            matches!(&open.kind, Kind::List { list: of, level: on, .. } if *of == list && *on == level)
        });
        if let Some(at) = same {
            self.close_to(at + 1);
            if let Some(Open {
                kind: Kind::List { items, .. },
                blocks,
                ..
            }) = self.open.last_mut()
            {
                items.push(std::mem::replace(blocks, content));
            }
            return;
        }
        let reached = (0..=self.open.len()).rev().find_map(|depth| {
            let more = steps(start - self.start_of(depth) - ITEM_STEP, QUOTE_STEP)?;
            Some((depth, more))
        });
        match reached {
            Some((depth, quotes)) => {
                self.close_to(depth);
                let around = start - ITEM_STEP;
                if quotes > 0 {
                    self.enter_quotes(around, 1);
                }
            }
            // A list that another program made: its level says where it stands.
            None => {
                while self.open.last().is_some_and(|open| match &open.kind {
                    Kind::Quote => true,
                    Kind::List { level: on, .. } => *on >= level,
                }) {
                    self.close();
                }
            }
        }
        self.open.push(Open {
            start,
            kind: Kind::List {
                list,
                level,
                number,
                items: Vec::new(),
            },
            blocks: content,
        });
    }

    /// How far the content stands at a depth.
    fn start_of(&self, depth: usize) -> i32 {
        let around = depth.checked_sub(1).and_then(|at| self.open.get(at));
        around.map_or(0, |open| open.start)
    }

    /// Closes what begins farther from the margin.
    fn close_beyond(&mut self, start: i32) {
        while self
            .open
            .last()
            .is_some_and(|open| open.start > start + TOLERANCE)
        {
            self.close();
        }
    }

    fn close_to(&mut self, depth: usize) {
        while self.open.len() > depth {
            self.close();
        }
    }

    fn close(&mut self) {
        let Some(open) = self.open.pop() else {
            return;
        };
        let block = match open.kind {
            Kind::Quote => Block::Quote(open.blocks),
            Kind::List {
                number, mut items, ..
            } => {
                items.push(open.blocks);
                Block::List {
                    start: number,
                    items,
                }
            }
        };
        self.push(block);
    }
}

/// How many steps a length is, if it is a whole number of them.
fn steps(length: i32, step: i32) -> Option<i32> {
    let count = (length + step / 2).div_euclid(step);
    let is_whole = (length - count * step).abs() <= TOLERANCE * (count.max(1));
    (is_whole && (0..=DEEPEST).contains(&count)).then_some(count)
}
