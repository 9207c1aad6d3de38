//! A sheet as values of typst: what a template is given.
//!
//! Every text becomes a text and nothing else: no markup is written, so none can be broken out of.
//! Each piece carries the number of its place as its span, which typst keeps to the last letter
//! that it draws.
//!
//! What is given is described for those who write templates in `assets/render/charter.typ`, and
//! kept by the tests.

use std::num::{NonZeroU64, NonZeroUsize};
use std::str::FromStr as _;

use typst::foundations::{
    Array, Bytes, Content, Datetime, Dict, IntoValue as _, NativeElement as _, Packed, Smart, Value,
};
use typst::layout::{
    Abs, BlockElem, BoxElem, Em, HElem, Length, Rel, Sides, Spacing, TrackSizings,
};
use typst::layout::{BlockBody, Sizing};
use typst::model::{
    Destination, EmphElem, EnumElem, EnumItem, HeadingElem, LinkElem, LinkTarget, ListElem,
    ListItem, ParElem, QuoteElem, StrongElem, TableCell, TableChild, TableElem, TableHeader,
    TableItem, Url,
};
use typst::syntax::Span;
use typst::text::{
    FontFamily, FontList, Lang, LinebreakElem, Region, StrikeElem, TextElem, TextSize,
    WritingScript,
};
use typst::visualize::LineElem;

use super::fonts::MONOSPACE;
use super::measure::{LONGEST_IN_TEXT, Lying};
use super::sheet::{Grid, Part, Passage, PlaceNumber, Sheet, Words};
use super::world::CHARTER;
use crate::document::{Block, Inline, field_marks, plain};
use crate::model::{Language, Look, Role};
use crate::render::PictureKind;
use crate::render::breaks::{Line, Piece, Wording, pieces};
use crate::render::html::is_right_to_left;

/// The least number that typst gives to a span.
const FIRST_SPAN: u64 = 2;
/// Where the number of the file begins in a span.
const FILE_SHIFT: u32 = 48;

/// The span that stands for a place.
fn span_of(place: PlaceNumber) -> Span {
    let file = u64::from(CHARTER.into_raw().get());
    let number = FIRST_SPAN + u64::from(place);
    NonZeroU64::new((file << FILE_SHIFT) | number).map_or(Span::detached(), Span::from_raw)
}

/// The place that a span stands for.
pub fn place_of(span: Span) -> Option<PlaceNumber> {
    if span.id() != Some(*CHARTER) {
        return None;
    }
    let number = span.into_raw().get() & ((1 << FILE_SHIFT) - 1);
    PlaceNumber::try_from(number.checked_sub(FIRST_SPAN)?).ok()
}

/// A charter as a template is given it.
pub fn charter(sheet: &Sheet) -> Value {
    let mut all = Dict::new();
    let mut set = |key: &str, value: Value| all.insert(key.into(), value);
    let text = |words: &str| words.into_value();
    let optional = |words: Option<&String>| words.map_or(Value::None, |words| text(words));
    set("title", words(&sheet.title).into_value());
    set("full-title", text(&sheet.full_title));
    set("name", text(&sheet.name));
    set("address", text(&sheet.address));
    set("publisher", optional(sheet.publisher.as_ref()));
    set("language", text(sheet.language.as_str()));
    set("rtl", is_right_to_left(&sheet.language).into_value());
    set("updated", optional(sheet.updated.as_ref()));
    set(
        "look",
        text(match sheet.look {
            Look::Plain => "plain",
            Look::Public => "public",
        }),
    );
    set("logo", logo(sheet));
    set("landscape", (sheet.lying == Lying::OnItsSide).into_value());
    let sections: Array = sheet.sections.iter().map(section).collect();
    set("sections", Value::Array(sections));
    Value::Dict(all)
}

/// The date as PDF has it.
pub fn date(sheet: &Sheet) -> Option<Datetime> {
    let day = sheet.date?;
    Datetime::from_ymd(
        day.year.into(),
        day.month.unsigned_abs(),
        day.of_month.unsigned_abs(),
    )
}

fn logo(sheet: &Sheet) -> Value {
    let Some(logo) = &sheet.logo else {
        return Value::None;
    };
    let mut all = Dict::new();
    all.insert("data".into(), Bytes::new(logo.bytes.clone()).into_value());
    let format = match logo.kind {
        PictureKind::Png => "png",
        PictureKind::Jpeg => "jpg",
        PictureKind::Svg => "svg",
    };
    all.insert("format".into(), format.into_value());
    let alternative = logo.alternative.as_str();
    let alternative = (!alternative.is_empty()).then(|| alternative.into_value());
    all.insert("alt".into(), alternative.unwrap_or(Value::None));
    Value::Dict(all)
}

fn section(part: &Part) -> Value {
    let mut all = Dict::new();
    all.insert("depth".into(), i64::from(part.depth).into_value());
    let heading = part.heading.as_ref().map(words);
    all.insert(
        "heading".into(),
        heading.map_or(Value::None, Value::Content),
    );
    let body = Writer::TEXT.passage(&part.body);
    all.insert("body".into(), body.map_or(Value::None, Value::Content));
    let table = part.table.as_ref().map(grid);
    all.insert("table".into(), table.unwrap_or(Value::None));
    Value::Dict(all)
}

fn grid(grid: &Grid) -> Value {
    let columns = grid.columns.iter().map(|column| {
        let mut all = Dict::new();
        all.insert("label".into(), words(&column.label).into_value());
        all.insert("role".into(), column.role.name().into_value());
        all.insert("share".into(), column.measured.width.into_value());
        all.insert("names-rows".into(), column.names_rows.into_value());
        Value::Dict(all)
    });
    let rows = grid.rows.iter().map(|row| {
        let cells: Array = row
            .cells
            .iter()
            .zip(&grid.columns)
            .map(|(cell, column)| {
                let writer = Writer {
                    wording: if column.role == Role::Name {
                        Wording::Names
                    } else {
                        Wording::Prose
                    },
                    line: of_cell(column.measured.longest()),
                };
                Value::Content(writer.cell(cell))
            })
            .collect();
        let mut all = Dict::new();
        all.insert("cells".into(), Value::Array(cells));
        all.insert("tall".into(), row.is_tall.into_value());
        Value::Dict(all)
    });
    let mut all = Dict::new();
    all.insert("columns".into(), Value::Array(columns.collect()));
    all.insert("rows".into(), Value::Array(rows.collect()));
    Value::Dict(all)
}

fn words(words: &Words) -> Content {
    let content = Writer::TEXT.inlines(&words.inlines, span_of(words.place));
    in_language(content, words.language.as_ref())
}

/// Content in another language than what is around it.
pub fn in_language(content: Content, language: Option<&Language>) -> Content {
    let Some(language) = language else {
        return content;
    };
    let id = language.locale().id;
    let lang = Lang::from_str(id.language.as_str());
    let region = id.region.and_then(|it| Region::from_str(it.as_str()).ok());
    let script = id
        .script
        .and_then(|it| WritingScript::from_str(&it.as_str().to_ascii_lowercase()).ok());
    content
        .set(TextElem::lang, lang.unwrap_or(Lang::ENGLISH))
        .set(TextElem::region, region)
        .set(TextElem::script, script.map_or(Smart::Auto, Smart::Custom))
}

/// What the texts being written are made of, and how much of a word surely fits on a line.
#[derive(Debug, Clone, Copy)]
struct Writer {
    wording: Wording,
    line: Line,
}

/// The line of a cell: names that fit on it are not taken apart.
fn of_cell(longest: usize) -> Line {
    Line {
        longest,
        short: longest,
    }
}

impl Writer {
    const TEXT: Self = Self {
        wording: Wording::Prose,
        line: Line {
            longest: LONGEST_IN_TEXT,
            short: LONGEST_IN_TEXT / 2,
        },
    };

    /// Blocks one below the other; nothing, if there are none.
    fn passage(self, passage: &Passage) -> Option<Content> {
        if passage.blocks.is_empty() {
            return None;
        }
        let blocks = passage
            .blocks
            .iter()
            .map(|(place, block)| self.block(block, span_of(*place)));
        let content = Content::sequence(blocks);
        Some(in_language(content, passage.language.as_ref()))
    }

    /// The words of the only paragraph of a cell stand there by themselves.
    fn cell(self, passage: &Passage) -> Content {
        let content = match passage.blocks.as_slice() {
            [(place, Block::Paragraph(inlines))] => self.inlines(inlines, span_of(*place)),
            _ => return self.passage(passage).unwrap_or_default(),
        };
        in_language(content, passage.language.as_ref())
    }

    fn blocks(self, blocks: &[Block], span: Span) -> Content {
        match blocks {
            [Block::Paragraph(inlines)] => self.inlines(inlines, span),
            _ => Content::sequence(blocks.iter().map(|block| self.block(block, span))),
        }
    }

    fn block(self, block: &Block, span: Span) -> Content {
        let content = match block {
            Block::Heading { depth, inlines } => {
                let depth = NonZeroUsize::new(usize::from(*depth)).unwrap_or(NonZeroUsize::MIN);
                HeadingElem::new(self.inlines(inlines, span))
                    .with_level(Smart::Custom(depth))
                    .pack()
            }
            Block::Paragraph(inlines) => ParElem::new(self.inlines(inlines, span)).pack(),
            Block::List { start, items } => self.list(*start, items, span),
            Block::Quote(quoted) => {
                let quoted = quoted.iter().map(|block| self.block(block, span));
                QuoteElem::new(Content::sequence(quoted))
                    .with_block(true)
                    .pack()
            }
            Block::Code(code) => self.code_block(code, span),
            Block::Rule => LineElem::new().with_length(Rel::one()).pack(),
            Block::Grid { header, rows } => self.written_grid(header, rows, span),
        };
        content.spanned(span)
    }

    fn list(self, start: Option<usize>, items: &[Vec<Block>], span: Span) -> Content {
        let is_line = |item: &Vec<Block>| {
            item.iter().enumerate().all(|(at, block)| match block {
                Block::Paragraph(_) => at == 0,
                Block::List { .. } => true,
                _ => false,
            })
        };
        let is_tight = items.iter().all(is_line);
        // The words of the first paragraph stand beside the mark; a list may follow them.
        let body = |item: &Vec<Block>| match item.split_first() {
            Some((Block::Paragraph(inlines), below)) if is_tight => {
                let below = below.iter().map(|block| self.block(block, span));
                Content::sequence([self.inlines(inlines, span)].into_iter().chain(below))
            }
            _ => self.blocks(item, span),
        };
        match start {
            None => {
                let items = items
                    .iter()
                    .map(|item| Packed::new(ListItem::new(body(item))).spanned(span));
                ListElem::new(items.collect()).with_tight(is_tight).pack()
            }
            Some(start) => {
                let items = items
                    .iter()
                    .map(|item| Packed::new(EnumItem::new(body(item))).spanned(span));
                let start = u64::try_from(start).unwrap_or(u64::MAX);
                EnumElem::new(items.collect())
                    .with_tight(is_tight)
                    .with_start(Smart::Custom(start))
                    .pack()
            }
        }
    }

    /// Lines of code, which keep their spaces.
    fn code_block(self, code: &str, span: Span) -> Content {
        let mut parts = Vec::new();
        for (at, line) in code.split('\n').enumerate() {
            if at > 0 {
                parts.push(LinebreakElem::shared().clone());
            }
            let line = line.replace('\t', "    ");
            let words = line.trim_start_matches(' ');
            // Spaces at the start of a line would be taken for the end of the one before.
            let indent = "\u{a0}".repeat(line.len() - words.len());
            parts.push(TextElem::packed(indent).spanned(span));
            self.pieces(words, Wording::Names, span, &mut parts);
        }
        let code = ParElem::new(in_code_type(Content::sequence(parts)));
        BlockElem::new()
            .with_body(Some(BlockBody::Content(code.pack())))
            .with_inset(Sides::splat(Some(Rel::from(Length::from(Em::new(0.6))))))
            .with_width(Smart::Custom(Rel::one()))
            .pack()
    }

    /// A table that stands in a text.
    fn written_grid(
        self,
        header: &[Vec<Inline>],
        rows: &[Vec<Vec<Inline>>],
        span: Span,
    ) -> Content {
        let narrow = Self {
            line: of_cell((96 / header.len().max(1)).clamp(4, LONGEST_IN_TEXT)),
            ..self
        };
        let cell = |inlines: &Vec<Inline>| {
            let cell = TableCell::new(narrow.inlines(inlines, span));
            TableItem::Cell(Packed::new(cell).spanned(span))
        };
        let labels = header.iter().map(cell).collect();
        let header_row = Packed::new(TableHeader::new(labels)).spanned(span);
        let cells = rows.iter().flatten().map(cell).map(TableChild::Item);
        let children = std::iter::once(TableChild::Header(header_row)).chain(cells);
        let columns = vec![Sizing::Fr(typst::layout::Fr::one()); header.len()];
        TableElem::new(children.collect())
            .with_columns(TrackSizings(columns.into()))
            .pack()
    }

    fn inlines(self, inlines: &[Inline], span: Span) -> Content {
        let mut parts = Vec::new();
        for inline in inlines {
            self.inline(inline, span, &mut parts);
        }
        Content::sequence(parts)
    }

    fn inline(self, inline: &Inline, span: Span, parts: &mut Vec<Content>) {
        match inline {
            Inline::Text(text) => self.pieces(text, self.wording, span, parts),
            Inline::Foreign { language, text } => {
                let mut foreign = Vec::new();
                self.pieces(text, self.wording, span, &mut foreign);
                parts.push(in_language(Content::sequence(foreign), Some(language)));
            }
            Inline::Emphasis(content) => {
                parts.push(
                    EmphElem::new(self.inlines(content, span))
                        .pack()
                        .spanned(span),
                );
            }
            Inline::Strong(content) => {
                let content = StrongElem::new(self.inlines(content, span));
                parts.push(content.pack().spanned(span));
            }
            Inline::Strike(content) => {
                let content = StrikeElem::new(self.inlines(content, span));
                parts.push(content.pack().spanned(span));
            }
            Inline::Code(code) => {
                let mut pieces = Vec::new();
                self.pieces(code, Wording::Names, span, &mut pieces);
                parts.push(in_code_type(Content::sequence(pieces)));
            }
            Inline::Link { target, content } => self.link(target.as_str(), content, span, parts),
            Inline::Break => parts.push(LinebreakElem::shared().clone()),
            Inline::Field(field) => {
                parts.push(TextElem::packed(field_marks(field)).spanned(span));
            }
        }
    }

    /// A link, and where it leads: on paper nothing else would say it.
    fn link(self, address: &str, content: &[Inline], span: Span, parts: &mut Vec<Content>) {
        let said = plain(content);
        let said = said.trim();
        let spoken = address
            .strip_prefix("mailto:")
            .or_else(|| address.strip_prefix("tel:"))
            .unwrap_or(address);
        let says_address = said == address || said == spoken;
        let wording = if says_address {
            Wording::Names
        } else {
            self.wording
        };
        let words = Self { wording, ..self }.inlines(content, span);
        // An address that no PDF holds stays as words.
        let Ok(url) = Url::new(address) else {
            parts.push(words);
            return;
        };
        let target = LinkTarget::Dest(Destination::Url(url));
        parts.push(LinkElem::new(target, words).pack().spanned(span));
        if !says_address {
            let mut shown = vec![TextElem::packed(" (").spanned(span)];
            self.pieces(spoken, Wording::Names, span, &mut shown);
            shown.push(TextElem::packed(")").spanned(span));
            let size = TextSize(Length::from(Em::new(0.85)));
            parts.push(Content::sequence(shown).set(TextElem::size, size));
        }
    }

    /// A text with the places where its lines may end. They are gaps that nobody sees, and that
    /// leave no letter in what is copied.
    fn pieces(self, text: &str, wording: Wording, span: Span, parts: &mut Vec<Content>) {
        let line;
        let text = if text.contains(['\n', '\t']) {
            line = text.replace(['\n', '\t'], " ");
            &line
        } else {
            text
        };
        let packed = |text: &str| TextElem::packed(text).spanned(span);
        for piece in pieces(text, wording, self.line) {
            match piece {
                Piece::Plain(words) => parts.push(packed(words)),
                Piece::Whole(word) => {
                    parts.push(BoxElem::new().with_body(Some(packed(word))).pack());
                }
                Piece::Long(word) => {
                    for (at, part) in chunks(word).enumerate() {
                        if at > 0 {
                            parts.push(gap());
                        }
                        parts.push(packed(part));
                    }
                }
                Piece::Place => parts.push(gap()),
            }
        }
    }
}

/// Where a line may end, of next to no width: typst leaves out what has none.
fn gap() -> Content {
    const WIDTH: f64 = 0.001;
    HElem::new(Spacing::Rel(Rel::from(Length::from(Abs::pt(WIDTH))))).pack()
}

fn in_code_type(content: Content) -> Content {
    let family = FontList(vec![FontFamily::new(MONOSPACE)]);
    content
        .set(TextElem::font, family)
        .set(TextElem::size, TextSize(Length::from(Em::new(0.88))))
}

/// The pieces of a long word, between which a line may end: its letters, where they stand one
/// beside the other and are not written as one.
fn chunks(word: &str) -> impl Iterator<Item = &str> {
    let stands_alone = |c: char| c.is_ascii_graphic() || ('\u{c0}'..='\u{24f}').contains(&c);
    let mut rest = word;
    std::iter::from_fn(move || {
        let mut letters = rest.char_indices();
        let (_, mut before) = letters.next()?;
        let end = letters
            .find(|(_, c)| {
                let may_end = stands_alone(before) && stands_alone(*c);
                before = *c;
                may_end
            })
            .map_or(rest.len(), |(at, _)| at);
        let (chunk, after) = rest.split_at(end);
        rest = after;
        Some(chunk)
    })
}

/// A day in the years before clocks: PDF/A wants a date, and a charter may have none.
pub const NO_DATE: (i32, u8, u8) = (1970, 1, 1);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_found_again_from_its_span() {
        for place in [0, 1, 7, PlaceNumber::MAX] {
            assert_eq!(place_of(span_of(place)), Some(place));
        }
        assert_eq!(place_of(Span::detached()), None);
    }

    #[test]
    fn a_long_word_is_taken_apart_between_letters_that_stand_alone() {
        let pieces: Vec<&str> = chunks("aé\u{301}bشج").collect();
        assert_eq!(pieces, ["a", "é\u{301}bشج"]);
    }
}
