//! Plain text: every line a paragraph.

use super::address_line;
use crate::document::{Block, Inline, clean};
use crate::import::page::{Content, Page, Part, Region};

pub fn page(text: &str) -> Page {
    let (address, text) = address_line(text);
    let part = |(number, line): (usize, &str)| {
        let line = line.trim_end();
        let words = Inline::Text(clean(line).into_owned());
        (!line.trim().is_empty()).then(|| Part {
            line: number + 1,
            region: Region::Main,
            content: Content::Block(Block::Paragraph(vec![words])),
        })
    };
    Page {
        address: address.map(str::to_owned),
        parts: text.split('\n').enumerate().filter_map(part).collect(),
        ..Page::default()
    }
}
