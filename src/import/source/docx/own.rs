//! A document that this program wrote, be it that an office has worked on it since: its elements
//! are told by their marks, and what stands beside them by its style.

mod blocks;
mod page;
mod tables;

use std::collections::{BTreeMap, HashSet};

use roxmltree::{Document, Node};

use super::body::Parts;
use super::numbering::Counted;
use super::paragraph::{Place, View, Words, chosen};
use super::styles::{self, Kind as StyleKind, Looks};
use super::xml;
use crate::document::{Block, Inline};
use crate::import::returned::{Comment, Piece, Returned, Section, State, Traces};
use crate::import::source::{MOST_CELLS, Refusal};
use crate::render::marks::{Kind, Mark, Reference};
use blocks::{Blocks, What};

pub use page::page;

/// How deep tables, boxes and the like may nest.
const DEEPEST: usize = 30;

/// The mark of a document of this program's.
pub fn mark(document: &Document<'_>) -> Option<Mark> {
    let mut marks = document.descendants().filter_map(mark_of);
    marks.find(|mark| mark.kind == Kind::Document)
}

fn mark_of(node: Node<'_, '_>) -> Option<Mark> {
    let name = xml::is(node, "bookmarkStart").then(|| xml::attribute(node, "name"))?;
    Mark::of(name?)
}

/// A document of this program's.
pub fn returned(
    mark: Mark,
    document: &Document<'_>,
    comments: Option<&Document<'_>>,
    parts: &Parts<'_, '_>,
) -> Result<Returned, Refusal> {
    let comments = Comments::of(comments);
    let mut marks = document.descendants().filter_map(mark_of);
    let sections = marks.find(|mark| mark.kind == Kind::Outline);
    let now = Reader::new(parts, View::Accepted, &comments).read(document)?;
    let before = if document.descendants().any(is_tracked) {
        Reader::new(parts, View::Rejected, &comments).read(document)?
    } else {
        now.clone()
    };
    Ok(Returned {
        mark,
        sections: sections.map(|mark| mark.said),
        now,
        before,
        comments: comments.all,
    })
}

fn is_tracked(node: Node<'_, '_>) -> bool {
    const CHANGES: [&str; 5] = ["ins", "del", "moveFrom", "moveTo", "rPrChange"];
    node.is_element() && CHANGES.contains(&node.tag_name().name())
}

/// The comments of a document, by the names that the text has for them.
struct Comments {
    all: Vec<Comment>,
    numbers: BTreeMap<String, usize>,
}

impl Comments {
    fn of(document: Option<&Document<'_>>) -> Self {
        let mut comments = Self {
            all: Vec::new(),
            numbers: BTreeMap::new(),
        };
        let nodes = document.into_iter().flat_map(|it| it.descendants());
        for node in nodes.filter(|it| xml::is(*it, "comment")) {
            let paragraphs = node.descendants().filter(|it| xml::is(*it, "p"));
            let lines: Vec<String> = paragraphs.map(words_of).collect();
            let text = lines.join("\n").trim().to_owned();
            let id = xml::attribute(node, "id").unwrap_or_default();
            comments.numbers.insert(id.to_owned(), comments.all.len());
            comments.all.push(Comment {
                author: author(node).unwrap_or_default(),
                text: crate::document::clean(&text).into_owned(),
            });
        }
        comments
    }
}

fn words_of(node: Node<'_, '_>) -> String {
    let texts = node.descendants().filter(|it| xml::is(*it, "t"));
    texts.filter_map(|it| it.text()).collect()
}

fn author(node: Node<'_, '_>) -> Option<String> {
    let author = crate::document::clean(xml::attribute(node, "author")?);
    let author = author.trim();
    (!author.is_empty()).then(|| author.to_owned())
}

/// Reads one state of a document.
struct Reader<'p, 'a, 'i> {
    source: &'p Parts<'a, 'i>,
    view: View,
    comments: &'p Comments,
    words: Words<'p, 'a, 'i>,
    counted: Counted,
    /// Where blocks go: those of the text, or of the cell that is being read.
    blocks: Blocks,
    /// What came of the paragraph whose end is gone in this state.
    begun: Option<Begun>,
    /// Marks and comments between paragraphs.
    marks: Vec<Mark>,
    traces: Traces,
    count: usize,
    cells_left: usize,
    /// How many cells are around.
    cells: usize,
    /// The sections whose marks were met.
    met: HashSet<Reference>,
    state: State,
}

/// A paragraph that is being read.
struct Begun {
    line: usize,
    style: StyleKind,
    dress: Dress,
    start: i32,
    list: Option<(String, usize)>,
    marks: Vec<Mark>,
    traces: Traces,
    /// Its letters as they stand, where every space of it counts.
    code: String,
}

/// What a paragraph is by its style, beside headings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Dress {
    Words,
    Quote,
    Code,
    Rule,
    Separator,
    Logo,
}

impl<'p, 'a, 'i> Reader<'p, 'a, 'i> {
    fn new(source: &'p Parts<'a, 'i>, view: View, comments: &'p Comments) -> Self {
        Self {
            source,
            view,
            comments,
            words: Words::viewed(source, view),
            counted: Counted::default(),
            blocks: Blocks::default(),
            begun: None,
            marks: Vec::new(),
            traces: Traces::default(),
            count: 0,
            cells_left: MOST_CELLS,
            cells: 0,
            met: HashSet::new(),
            state: State::default(),
        }
    }

    fn read(mut self, document: &'a Document<'i>) -> Result<State, Refusal> {
        let body = document.descendants().find(|it| xml::is(*it, "body"));
        let body = body.ok_or_else(|| Refusal::Damaged("it has no text".to_owned()))?;
        self.children(body, 0)?;
        self.end_paragraph(0)?;
        for (number, note) in self.words.take_notes().into_iter().enumerate() {
            let reference = vec![Inline::Text(format!("[{}]", number + 1))];
            self.add(0, What::Words(reference));
            self.children(note, 0)?;
            self.end_paragraph(0)?;
        }
        self.end_body();
        // What was taken out whole leaves nothing.
        self.state.sections.retain(|section| {
            section.heading.is_some() || !section.body.content.is_empty() || section.table.is_some()
        });
        Ok(self.state)
    }

    fn children(&mut self, node: Node<'a, 'i>, depth: usize) -> Result<(), Refusal> {
        if depth > DEEPEST {
            return Err(Refusal::TooComplex);
        }
        for child in node.children().filter(Node::is_element) {
            match child.tag_name().name() {
                "p" => self.paragraph(child, depth)?,
                "tbl" => self.table(child, depth)?,
                "ins" | "moveTo" if self.view == View::Rejected => {}
                "del" | "moveFrom" if self.view == View::Accepted => {}
                "sdt" | "sdtContent" | "ins" | "moveTo" | "del" | "moveFrom" | "customXml" => {
                    self.children(child, depth + 1)?;
                }
                "AlternateContent" => {
                    if let Some(chosen) = chosen(child) {
                        self.children(chosen, depth + 1)?;
                    }
                }
                _ => {
                    self.marks.extend(mark_of(child));
                    self.traces.comments.extend(self.comment(child));
                }
            }
        }
        Ok(())
    }

    fn comment(&self, node: Node<'a, 'i>) -> Option<usize> {
        let is_anchor = xml::is(node, "commentRangeStart") || xml::is(node, "commentReference");
        let id = is_anchor.then(|| xml::attribute(node, "id")).flatten()?;
        self.comments.numbers.get(id).copied()
    }

    /// Who changed what is in a node, and what is remarked on it.
    fn traces_in(&self, node: Node<'a, 'i>) -> Traces {
        let mut traces = Traces::default();
        for node in node.descendants() {
            let found = Traces {
                authors: is_tracked(node)
                    .then(|| author(node))
                    .flatten()
                    .into_iter()
                    .collect(),
                comments: self.comment(node).into_iter().collect(),
            };
            traces.add(&found);
        }
        traces
    }

    fn paragraph(&mut self, paragraph: Node<'a, 'i>, depth: usize) -> Result<(), Refusal> {
        self.count += 1;
        let properties = xml::child(paragraph, "pPr");
        let style = properties.and_then(|it| xml::value(it, "pStyle"));
        let styles = &self.source.styles;
        let kind = styles.kind(style, properties);
        let list = properties.and_then(styles::list).or(styles.list(style));
        let list = list.filter(|(list, _)| *list != "0");
        let dress = match styles.name(style) {
            "quote" | "quotations" => Dress::Quote,
            "html preformatted" | "preformatted text" => Dress::Code,
            "horizontal line" => Dress::Rule,
            "separator" => Dress::Separator,
            "logo" => Dress::Logo,
            _ => Dress::Words,
        };
        let start = properties
            .and_then(styles::indent)
            .or_else(|| list.and_then(|(list, level)| self.source.numbering.indent(list, level)))
            .or_else(|| styles.indent(style))
            .unwrap_or_default();
        let mut this = Begun {
            line: self.count,
            style: kind,
            dress,
            start,
            list: list.map(|(list, level)| (list.to_owned(), level)),
            marks: std::mem::take(&mut self.marks),
            traces: std::mem::take(&mut self.traces),
            code: String::new(),
        };
        if dress == Dress::Code {
            push_code(paragraph, self.view, &mut this.code, 0);
        }
        this.marks
            .extend(paragraph.descendants().filter_map(mark_of));
        this.traces.add(&self.traces_in(paragraph));
        if let Some(before) = self.begun.take() {
            this = self.joined(before, this);
        }
        self.words.add(paragraph, Looks::default(), Place::Own);
        self.begun = Some(this);
        let end = properties
            .and_then(|it| xml::child(it, "rPr"))
            .into_iter()
            .flat_map(|it| it.children())
            .filter(Node::is_element)
            .find_map(|it| match it.tag_name().name() {
                "ins" | "moveTo" => Some(View::Rejected),
                "del" | "moveFrom" => Some(View::Accepted),
                _ => None,
            });
        // Where its end is gone, what follows goes on in it.
        if end == Some(self.view) {
            return Ok(());
        }
        self.end_paragraph(depth)
    }

    /// A paragraph that goes on in another: it is what the first that says something is.
    fn joined(&self, before: Begun, mut this: Begun) -> Begun {
        this.traces.add(&before.traces);
        if self.words.is_blank() {
            // The marks of what is gone are gone, but for those that say where a part begins.
            let begins =
                |mark: &Mark| matches!(mark.kind, Kind::Body | Kind::Section | Kind::Document);
            let kept = before.marks.into_iter().filter(begins);
            this.marks.splice(0..0, kept);
            return this;
        }
        let marks = before.marks.into_iter().chain(this.marks).collect();
        Begun {
            marks,
            traces: this.traces,
            code: before.code + &this.code,
            ..before
        }
    }

    fn end_paragraph(&mut self, depth: usize) -> Result<(), Refusal> {
        let Some(begun) = self.begun.take() else {
            return Ok(());
        };
        let words = self.words.take();
        let boxes = self.words.take_boxes();
        self.place(begun, words);
        for text in boxes {
            self.children(text, depth + 1)?;
            self.end_paragraph(depth + 1)?;
        }
        Ok(())
    }

    /// Puts a paragraph where it belongs.
    fn place(&mut self, begun: Begun, words: Vec<Inline>) {
        let of_kind = |kind| begun.marks.iter().find(|mark| mark.kind == kind).copied();
        if of_kind(Kind::Logo).is_some() || begun.dress == Dress::Logo {
            // It belongs to the collection, and is no paragraph of the charter.
            self.count = self.count.saturating_sub(1);
            return;
        }
        if self.cells > 0 {
            let what = self.what(&begun, words);
            self.add(begun.start, what);
            return;
        }
        let is_title = of_kind(Kind::Title).is_some() || begun.style == StyleKind::Title;
        if is_title && self.state.title.is_none() && !words.is_empty() {
            self.state.title = Some(Piece {
                content: words,
                said: of_kind(Kind::Title).map(|mark| mark.said),
                line: begun.line,
                traces: begun.traces,
            });
            return;
        }
        if let Some(mark) = of_kind(Kind::Section) {
            self.begin_section(begun.line, Some(mark.reference), None);
        }
        let heading = match begun.style {
            StyleKind::Heading(level) if of_kind(Kind::Inner).is_none() => Some(level),
            StyleKind::Title => Some(1),
            _ => None,
        };
        if let Some(level) = heading {
            if !words.is_empty() {
                let mark = of_kind(Kind::Heading);
                let heading = Piece {
                    content: words,
                    said: mark.map(|mark| mark.said),
                    line: begun.line,
                    traces: begun.traces,
                };
                self.begin_section(
                    begun.line,
                    mark.map(|mark| mark.reference),
                    Some((level, heading)),
                );
            }
            return;
        }
        if let Some(mark) = of_kind(Kind::Heading) {
            // The heading is no heading any more: its section begins with its words.
            self.begin_section(begun.line, Some(mark.reference), None);
        }
        if let Some(mark) = of_kind(Kind::Body) {
            self.begin_body(begun.line, mark);
        }
        let what = self.what(&begun, words);
        if what == What::Gap {
            self.blocks.add(begun.start, what);
            return;
        }
        let section = self.section_for_text(begun.line);
        section.body.traces.add(&begun.traces);
        if section.body.line == 0 {
            section.body.line = begun.line;
        }
        self.add(begun.start, what);
    }

    /// What a paragraph is in a text.
    fn what(&mut self, begun: &Begun, words: Vec<Inline>) -> What {
        let item = begun.list.as_ref().and_then(|(list, level)| {
            let numbering = &self.source.numbering;
            let item = numbering.item(list, *level, &mut self.counted)?;
            Some((list.clone(), *level, item.number))
        });
        match (begun.style, begun.dress, item) {
            (StyleKind::Heading(level), ..) if !words.is_empty() => {
                let section = self.state.sections.last().map_or(0, |it| it.depth);
                let depth = level.saturating_sub(section).max(1);
                if self.cells > 0 {
                    What::Words(vec![Inline::Strong(words)])
                } else {
                    What::Block(Block::Heading {
                        depth,
                        inlines: words,
                    })
                }
            }
            (_, Dress::Code, _) => What::Block(Block::Code(
                crate::document::clean(&begun.code).into_owned(),
            )),
            (_, Dress::Rule, _) if words.is_empty() => What::Block(Block::Rule),
            (_, Dress::Separator, _) if words.is_empty() => What::Gap,
            (_, _, Some((list, level, number))) => What::Item {
                list,
                level,
                number,
                words,
            },
            (_, Dress::Quote, None) => What::Quoted(words),
            _ if words.is_empty() => What::Gap,
            _ => What::Words(words),
        }
    }

    fn add(&mut self, start: i32, what: What) {
        self.blocks.add(start, what);
    }

    fn begin_section(
        &mut self,
        line: usize,
        reference: Option<Reference>,
        heading: Option<(u8, Piece<Vec<Inline>>)>,
    ) {
        self.end_body();
        self.met.extend(reference);
        let before = self.state.sections.last().map_or(1, |it| it.depth);
        let (depth, heading) = match heading {
            Some((level, heading)) => (level, Some(heading)),
            None => (before, None),
        };
        self.state.sections.push(Section {
            reference,
            line,
            depth,
            heading,
            ..Section::default()
        });
    }

    /// The text of a section begins: of the one whose heading stands above or, where that heading
    /// has lost its mark or is gone, of one that is known by this.
    fn begin_body(&mut self, line: usize, mark: Mark) {
        let is_open = self.state.sections.last().is_some_and(|section| {
            section.reference == Some(mark.reference) && section.table.is_none()
        });
        let is_met = self.met.contains(&mark.reference);
        let is_blank = self.blocks.is_empty();
        match self.state.sections.last_mut() {
            Some(_) if is_open => {}
            Some(section)
                if section.reference.is_none()
                    && section.table.is_none()
                    && is_blank
                    && !is_met =>
            {
                section.reference = Some(mark.reference);
                self.met.insert(mark.reference);
            }
            _ if is_met => return,
            _ => self.begin_section(line, Some(mark.reference), None),
        }
        if let Some(section) = self.state.sections.last_mut() {
            section.body.said = Some(mark.said);
        }
    }

    /// The section that a text belongs to: below a table begins another one.
    fn section_for_text(&mut self, line: usize) -> &mut Section {
        let goes_on = self
            .state
            .sections
            .last()
            .is_some_and(|it| it.table.is_none());
        if !goes_on {
            self.begin_section(line, None, None);
        }
        let sections = &mut self.state.sections;
        if sections.is_empty() {
            sections.push(Section::default());
        }
        let last = sections.len() - 1;
        sections.get_mut(last).expect("there is one")
    }

    /// Gives the section that is being read its text.
    fn end_body(&mut self) {
        let blocks = self.blocks.take();
        if let Some(section) = self.state.sections.last_mut() {
            section.body.content.extend(blocks);
        }
    }
}

/// The letters of a paragraph in a state of its document, as they stand.
fn push_code(node: Node<'_, '_>, view: View, code: &mut String, depth: usize) {
    if depth > DEEPEST {
        return;
    }
    for child in node.children().filter(Node::is_element) {
        match (child.tag_name().name(), view) {
            ("ins" | "moveTo", View::Rejected) | ("del" | "moveFrom", View::Accepted) => {}
            ("t" | "delText", _) => code.push_str(child.text().unwrap_or_default()),
            ("tab", _) => code.push('\t'),
            ("br" | "cr", _) => code.push('\n'),
            ("pPr" | "rPr" | "instrText", _) => {}
            _ => push_code(child, view, code, depth + 1),
        }
    }
}
