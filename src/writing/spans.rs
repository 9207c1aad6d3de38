//! How the Markdown of a text is shown while it is written: which bytes are words, and of which
//! kind, and which are marks.
//!
//! The words typed stay the exact text; only how they look is told. It reads the dialect that
//! `document` reads: fields and angle brackets are hidden from the Markdown reader behind
//! stand-ins of the same length, so that its places are those of the text.

use std::ops::Range;

use pulldown_cmark::{Event, LinkType, Options, Parser, Tag, TagEnd};

use super::{after, slice};
use crate::document::{field_at, opens_address};

/// What a stretch of a text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Part {
    #[default]
    Words,
    Code,
    /// The words of a link.
    LinkWords,
    /// Where a link leads.
    Address,
    /// The bullet or the number of an item.
    ListMark,
    /// What Markdown reads as a sign: asterisks, brackets, backslashes.
    Mark,
    Field(Known),
}

/// Whether something defines a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Known {
    Yes,
    No,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Style {
    pub part: Part,
    /// The level of the heading that it stands in.
    pub heading: Option<u8>,
    pub strong: bool,
    pub emphasis: bool,
    pub strike: bool,
}

/// A stretch of a text that looks the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Span {
    /// In bytes.
    pub range: Range<usize>,
    pub style: Style,
}

/// A link as it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// All of it.
    pub range: Range<usize>,
    /// Its words.
    pub words: Range<usize>,
    pub address: String,
}

/// The spans of a text: one after the other, without gaps, over the whole of it.
#[must_use]
pub fn spans(text: &str, is_known: impl Fn(&str) -> bool) -> Vec<Span> {
    let read = Reading::of(text);
    with_fields(read.spans, &read.fields, text, is_known)
}

/// The links of a text, in order.
#[must_use]
pub fn links(text: &str) -> Vec<Link> {
    Reading::of(text).links
}

/// The fields of a text, in order.
#[must_use]
pub fn fields(text: &str) -> Vec<Range<usize>> {
    Neutral::of(text).fields
}

/// A text in which stand-ins hide what is not Markdown.
struct Neutral {
    text: String,
    fields: Vec<Range<usize>>,
}

impl Neutral {
    /// Stands for a byte of a field.
    const FIELD: &str = "x";
    /// Stands for an angle bracket that is only that.
    const ANGLE: char = '\u{1}';

    fn of(text: &str) -> Self {
        let mut neutral = Self {
            text: String::with_capacity(text.len()),
            fields: Vec::new(),
        };
        let mut rest = text;
        while let Some(at) = rest.find(['<', '{', '\\', '&']) {
            neutral.text.push_str(slice(rest, 0..at));
            rest = after(rest, at);
            let address_of_field = rest
                .strip_prefix('<')
                .and_then(field_at)
                .and_then(|(_, after)| after.strip_prefix('>'));
            if let Some((_, after)) = field_at(rest) {
                neutral.push_field(rest.len() - after.len(), "");
                rest = after;
            } else if let Some(after) = address_of_field {
                neutral.text.push('<');
                // Any scheme will do for the reader to see an address.
                neutral.push_field(rest.len() - after.len() - 2, "xx:");
                neutral.text.push('>');
                rest = after;
            } else {
                rest = neutral.push_other(rest);
            }
        }
        neutral.text.push_str(rest);
        neutral
    }

    fn push_field(&mut self, length: usize, starts: &str) {
        let start = self.text.len();
        self.text.push_str(starts);
        self.text
            .push_str(&Self::FIELD.repeat(length.saturating_sub(starts.len())));
        self.fields.push(start..self.text.len());
    }

    fn push_other<'t>(&mut self, rest: &'t str) -> &'t str {
        let mut chars = rest.chars();
        match chars.next() {
            Some('<') if opens_address(rest) || self.text.ends_with("](") => self.text.push('<'),
            Some('<') => self.text.push(Self::ANGLE),
            Some('\\') => {
                // What a backslash escapes opens nothing.
                self.text.push('\\');
                self.text.extend(chars.next());
            }
            Some(other) => self.text.push(other),
            None => {}
        }
        chars.as_str()
    }
}

/// A link being read.
struct Open {
    range: Range<usize>,
    words: Option<Range<usize>>,
    address: String,
    is_inline: bool,
}

/// What is known of a text while it is read from its start on.
struct Reading<'t> {
    source: &'t str,
    spans: Vec<Span>,
    links: Vec<Link>,
    fields: Vec<Range<usize>>,
    style: Style,
    /// How many marks of each kind are open.
    strong: usize,
    emphasis: usize,
    strike: usize,
    code: bool,
    open: Option<Open>,
    /// How many links and pictures stand inside the open one.
    inner: usize,
}

impl<'t> Reading<'t> {
    fn of(source: &'t str) -> Self {
        let neutral = Neutral::of(source);
        let mut reading = Self {
            source,
            spans: Vec::new(),
            links: Vec::new(),
            fields: Vec::new(),
            style: Style::default(),
            strong: 0,
            emphasis: 0,
            strike: 0,
            code: false,
            open: None,
            inner: 0,
        };
        let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH;
        for (event, range) in Parser::new_ext(&neutral.text, options).into_offset_iter() {
            reading.take(event, range);
        }
        reading.push(source.len()..source.len(), Part::Mark);
        reading.fields = neutral.fields;
        reading
    }

    fn take(&mut self, event: Event<'_>, range: Range<usize>) {
        match event {
            Event::Start(tag) => self.start(tag, range),
            Event::End(tag) => self.end(tag),
            Event::Text(_) | Event::Html(_) | Event::InlineHtml(_) => {
                let part = match (self.code, &self.open) {
                    (true, _) => Part::Code,
                    (false, Some(_)) => Part::LinkWords,
                    (false, None) => Part::Words,
                };
                self.content(range, part);
            }
            Event::Code(_) => {
                let source = slice(self.source, range.clone());
                let ticks = source.bytes().take_while(|b| *b == b'`').count();
                let ticks = ticks.min(source.len() / 2);
                let inside = range.start + ticks..range.end - ticks;
                self.push(range.start..inside.start, Part::Mark);
                self.content(inside.clone(), Part::Code);
                self.push(inside.end..range.end, Part::Mark);
                self.widen(&range);
            }
            _ => {}
        }
    }

    fn start(&mut self, tag: Tag<'_>, range: Range<usize>) {
        match tag {
            Tag::Heading { level, .. } => self.style.heading = Some(level as u8),
            Tag::Strong | Tag::TableHead => self.strong += 1,
            Tag::Emphasis => self.emphasis += 1,
            Tag::Strikethrough => self.strike += 1,
            Tag::CodeBlock(_) => self.code = true,
            Tag::Item => {
                let item = slice(self.source, range.clone());
                let mark = item.find([' ', '\t', '\n']).unwrap_or(item.len());
                self.push(range.start..range.start + mark, Part::ListMark);
            }
            Tag::Link {
                link_type,
                dest_url,
                ..
            }
            | Tag::Image {
                link_type,
                dest_url,
                ..
            } => {
                if self.open.is_some() {
                    self.inner += 1;
                    return;
                }
                self.open = Some(Open {
                    range,
                    words: None,
                    address: dest_url.into_string(),
                    is_inline: link_type == LinkType::Inline,
                });
            }
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Heading(_) => self.style.heading = None,
            TagEnd::Strong | TagEnd::TableHead => self.strong = self.strong.saturating_sub(1),
            TagEnd::Emphasis => self.emphasis = self.emphasis.saturating_sub(1),
            TagEnd::Strikethrough => self.strike = self.strike.saturating_sub(1),
            TagEnd::CodeBlock => self.code = false,
            TagEnd::Link | TagEnd::Image if self.inner > 0 => self.inner -= 1,
            TagEnd::Link | TagEnd::Image => self.end_link(),
            _ => {}
        }
    }

    fn end_link(&mut self) {
        let Some(open) = self.open.take() else {
            return;
        };
        let source = slice(self.source, open.range.clone());
        let words = open.words.unwrap_or_else(|| {
            let at = open.range.start + source.find(']').unwrap_or_default();
            at..at
        });
        // Marks may stand between the words and the bracket: `[**a**](…)`.
        let tail = slice(self.source, words.end..open.range.end);
        let address = tail.find("](").filter(|_| open.is_inline).map(|at| {
            let start = words.end + at + 2;
            start..open.range.end.saturating_sub(1).max(start)
        });
        let mut link = Link {
            words,
            address: open.address,
            range: open.range.clone(),
        };
        if let Some(address) = address {
            let at = open.range.start + usize::from(source.starts_with('!')) + 1;
            link.words = at.min(address.start - 2)..address.start - 2;
            written_address(slice(self.source, address.clone())).clone_into(&mut link.address);
            self.push(address.clone(), Part::Address);
            self.push(address.end..open.range.end, Part::Mark);
        }
        self.links.push(link);
    }

    /// Words, and what counts as such.
    fn content(&mut self, range: Range<usize>, part: Part) {
        self.widen(&range);
        self.push(range, part);
    }

    /// Notes that something stands inside the open link.
    fn widen(&mut self, range: &Range<usize>) {
        if let Some(open) = &mut self.open {
            let words = open.words.get_or_insert(range.clone());
            words.end = words.end.max(range.end);
        }
    }

    /// Adds a span, and what was left out before it as marks.
    fn push(&mut self, range: Range<usize>, part: Part) {
        let at = self.spans.last().map_or(0, |span| span.range.end);
        let start = self.boundary(range.start).max(at);
        let end = self.boundary(range.end).max(start);
        if start > at {
            let style = Style {
                part: Part::Mark,
                heading: self.style.heading,
                ..Style::default()
            };
            self.add(at..start, style);
        }
        let style = match part {
            Part::Mark | Part::Address | Part::ListMark => Style {
                part,
                ..Style::default()
            },
            part => Style {
                part,
                heading: self.style.heading,
                strong: self.strong > 0,
                emphasis: self.emphasis > 0,
                strike: self.strike > 0,
            },
        };
        if end > start {
            self.add(start..end, style);
        }
    }

    fn add(&mut self, range: Range<usize>, style: Style) {
        match self.spans.last_mut() {
            Some(last) if last.style == style => last.range.end = range.end,
            _ => self.spans.push(Span { range, style }),
        }
    }

    fn boundary(&self, at: usize) -> usize {
        self.source.floor_char_boundary(at)
    }
}

/// The address of a link's brackets: without what encloses it and without its title.
fn written_address(inside: &str) -> &str {
    let inside = inside.trim();
    if let Some(enclosed) = inside.strip_prefix('<') {
        return enclosed.split('>').next().unwrap_or_default();
    }
    // A space ends it, but for those of a field.
    let mut at = 0;
    while let Some(c) = after(inside, at).chars().next() {
        if let Some((_, rest)) = field_at(after(inside, at)) {
            at = inside.len() - rest.len();
        } else if c.is_whitespace() {
            break;
        } else {
            at += c.len_utf8();
        }
    }
    slice(inside, 0..at)
}

/// Spans with those of fields put over them.
fn with_fields(
    spans: Vec<Span>,
    fields: &[Range<usize>],
    text: &str,
    is_known: impl Fn(&str) -> bool,
) -> Vec<Span> {
    if fields.is_empty() {
        return spans;
    }
    let mut cut = Vec::with_capacity(spans.len() + 2 * fields.len());
    let mut fields = fields.iter().peekable();
    for span in spans {
        let mut at = span.range.start;
        while let Some(field) = fields.peek().filter(|field| field.start < span.range.end) {
            if field.start > at {
                cut.push(Span {
                    range: at..field.start,
                    style: span.style,
                });
            }
            let inside = field.start.max(at)..field.end.min(span.range.end);
            at = inside.end;
            let name = slice(text, (*field).clone())
                .trim_matches(['{', '}'])
                .trim();
            let known = if is_known(name) {
                Known::Yes
            } else {
                Known::No
            };
            let style = Style {
                part: Part::Field(known),
                ..span.style
            };
            if !inside.is_empty() {
                cut.push(Span {
                    range: inside,
                    style,
                });
            }
            if field.end > span.range.end {
                break;
            }
            fields.next();
        }
        if at < span.range.end {
            cut.push(Span {
                range: at..span.range.end,
                style: span.style,
            });
        }
    }
    cut
}
