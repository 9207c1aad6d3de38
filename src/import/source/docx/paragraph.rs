//! The words of a paragraph: runs, links, fields, what is inserted and what is deleted.

use roxmltree::Node;

use super::body::Parts;
use super::notes::Kind;
use super::styles::Looks;
use super::xml;
use crate::document::{Inline, Target};
use crate::writing::paste::runs::{Look, Mark, Reading, Runs};

/// How deep what holds runs may nest.
const DEEPEST: usize = 40;

/// A field that is open: its instruction, then what it shows.
#[derive(Debug, Default)]
struct Field {
    instruction: String,
    shows: Shows,
}

#[derive(Debug, Default, PartialEq, Eq)]
enum Shows {
    #[default]
    Nothing,
    Words(Option<Target>),
}

/// Which state of a document is read, where changes of it are tracked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum View {
    /// With its changes.
    Accepted,
    /// Without them.
    Rejected,
}

/// Reads the words of paragraphs. Fields may reach over several of them.
pub struct Words<'p, 'a, 'i> {
    parts: &'p Parts<'a, 'i>,
    fields: Vec<Field>,
    /// The boxes of text that hang on the paragraph.
    boxes: Vec<Node<'a, 'i>>,
    /// The notes that the text refers to, in order.
    notes: Vec<Node<'a, 'i>>,
    /// How many letters are in which language.
    languages: std::collections::BTreeMap<String, usize>,
    runs: Runs,
    /// What the style of the paragraph says.
    looks: Looks,
    view: View,
}

/// What the words of a paragraph stand out for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    Text,
    /// Where all words stand out.
    Heading,
    /// In a document of this program's, where only what stands out by itself does.
    Own,
}

impl<'p, 'a, 'i> Words<'p, 'a, 'i> {
    pub fn new(parts: &'p Parts<'a, 'i>) -> Self {
        Self::viewed(parts, View::Accepted)
    }

    pub fn viewed(parts: &'p Parts<'a, 'i>, view: View) -> Self {
        Self {
            view,
            parts,
            fields: Vec::new(),
            boxes: Vec::new(),
            notes: Vec::new(),
            languages: std::collections::BTreeMap::new(),
            runs: Runs::new(Reading::Exact),
            looks: Looks::default(),
        }
    }

    pub fn read(&mut self, paragraph: Node<'a, 'i>, looks: Looks, place: Place) -> Vec<Inline> {
        self.add(paragraph, looks, place);
        self.take()
    }

    /// Reads the words of a paragraph, in which those of the one before may go on.
    pub fn add(&mut self, paragraph: Node<'a, 'i>, looks: Looks, place: Place) {
        self.looks = looks;
        self.children(paragraph, &Look::default(), place, 0);
    }

    pub fn take(&mut self) -> Vec<Inline> {
        self.runs.take()
    }

    /// Whether nothing was read that is not taken.
    pub fn is_blank(&self) -> bool {
        self.runs.is_blank()
    }

    pub fn take_boxes(&mut self) -> Vec<Node<'a, 'i>> {
        std::mem::take(&mut self.boxes)
    }

    pub fn take_notes(&mut self) -> Vec<Node<'a, 'i>> {
        std::mem::take(&mut self.notes)
    }

    /// The tag of the language that most letters are in.
    pub fn language(&self) -> Option<&str> {
        let most = self.languages.iter().max_by_key(|(_, letters)| **letters);
        most.map(|(tag, _)| tag.as_str())
    }

    fn children(&mut self, node: Node<'a, 'i>, look: &Look, place: Place, depth: usize) {
        if depth > DEEPEST {
            let words: String = node.descendants().filter_map(|it| text_of(it)).collect();
            self.push(&words, look);
            return;
        }
        for child in node.children().filter(Node::is_element) {
            match child.tag_name().name() {
                "r" => self.run(child, look, place, depth + 1),
                "hyperlink" => {
                    let mut look = look.clone();
                    if let Some(target) = self.target(child) {
                        look.mark(Mark::Link(target), None);
                    }
                    self.children(child, &look, place, depth + 1);
                }
                "fldSimple" => {
                    let mut look = look.clone();
                    let instruction = xml::attribute(child, "instr").unwrap_or_default();
                    if let Some(target) = link_of(instruction) {
                        look.mark(Mark::Link(target), None);
                    }
                    self.children(child, &look, place, depth + 1);
                }
                "AlternateContent" => {
                    if let Some(chosen) = chosen(child) {
                        self.children(chosen, look, place, depth + 1);
                    }
                }
                "ins" | "moveTo" if self.view == View::Rejected => {}
                "del" | "moveFrom" if self.view == View::Accepted => {}
                "ins" | "moveTo" | "del" | "moveFrom" | "smartTag" | "sdt" | "sdtContent"
                | "dir" | "bdo" | "customXml" | "ruby" | "rubyBase" | "rt" => {
                    self.children(child, look, place, depth + 1);
                }
                "oMath" | "oMathPara" => {
                    let words: String = child.descendants().filter_map(text_of).collect();
                    self.push(&words, look);
                }
                _ => {}
            }
        }
    }

    fn target(&self, link: Node<'a, 'i>) -> Option<Target> {
        Target::new(self.parts.links.get(xml::attribute(link, "id")?)?)
    }

    fn run(&mut self, run: Node<'a, 'i>, outer: &Look, place: Place, depth: usize) {
        let properties = xml::child(run, "rPr");
        let before = properties
            .filter(|_| self.view == View::Rejected)
            .and_then(|it| xml::child(xml::child(it, "rPrChange")?, "rPr"));
        let properties = before.or(properties);
        let look = self.look(properties, outer, place);
        let language = properties.and_then(|it| xml::value(it, "lang")).or(self
            .parts
            .styles
            .language
            .as_deref());
        for child in run.children().filter(Node::is_element) {
            self.piece(child, &look, language, depth);
        }
    }

    /// How the words of a run look.
    fn look(&self, properties: Option<Node<'a, 'i>>, outer: &Look, place: Place) -> Look {
        let mut look = outer.clone();
        let target = self
            .fields
            .iter()
            .rev()
            .find_map(|field| match &field.shows {
                Shows::Words(Some(target)) => Some(target.clone()),
                _ => None,
            });
        if let Some(target) = target {
            look.mark(Mark::Link(target), None);
        }
        let style = properties.and_then(|it| xml::value(it, "rStyle"));
        if self.parts.styles.is_code(style) {
            look.mark(Mark::Code, None);
        }
        if place == Place::Heading {
            return look;
        }
        let looks = match place {
            Place::Own => Looks::of(properties),
            Place::Text | Place::Heading => Looks::of(properties)
                .or(self.parts.styles.looks(style))
                .or(self.looks),
        };
        for (is_so, mark) in [
            (looks.bold, Mark::Strong),
            (looks.italic, Mark::Emphasis),
            (looks.struck, Mark::Strike),
        ] {
            if is_so == Some(true) {
                look.mark(mark, None);
            }
        }
        look
    }

    fn piece(&mut self, piece: Node<'a, 'i>, look: &Look, language: Option<&str>, depth: usize) {
        match piece.tag_name().name() {
            "t" | "delText" => {
                let words = piece.text().unwrap_or_default();
                if let Some(language) = language {
                    let letters = self.languages.entry(language.to_owned()).or_default();
                    *letters += words.len();
                }
                self.push(words, look);
            }
            "tab" | "ptab" => self.push("\t", look),
            "br" | "cr" if self.is_shown() => self.runs.push_break(look),
            "noBreakHyphen" => self.push("\u{2011}", look),
            "instrText" => {
                if let Some(field) = self.fields.last_mut() {
                    field.instruction.push_str(piece.text().unwrap_or_default());
                }
            }
            "fldChar" => self.field(xml::attribute(piece, "fldCharType").unwrap_or_default()),
            "footnoteReference" => self.note(piece, Kind::Foot, look),
            "endnoteReference" => self.note(piece, Kind::End, look),
            "AlternateContent" if depth <= DEEPEST => {
                let chosen = chosen(piece).into_iter();
                for piece in chosen.flat_map(|it| it.children()).filter(Node::is_element) {
                    self.piece(piece, look, language, depth + 1);
                }
            }
            "drawing" | "pict" | "object" => self.picture(piece, look),
            _ => {}
        }
    }

    /// The words that stand for a picture, and the boxes of text in it.
    fn picture(&mut self, picture: Node<'a, 'i>, look: &Look) {
        let described = picture.descendants().find(|it| xml::is(*it, "docPr"));
        if let Some(words) = described.and_then(|it| xml::attribute(it, "descr")) {
            self.push(words, look);
        }
        let mut left: Vec<Node<'a, 'i>> = vec![picture];
        while let Some(next) = left.pop() {
            match next.tag_name().name() {
                "txbxContent" => self.boxes.push(next),
                // What stands in for it where it cannot be drawn says the same.
                "Fallback" => {}
                _ => left.extend(next.children().rev().filter(Node::is_element)),
            }
        }
    }

    fn field(&mut self, kind: &str) {
        match kind {
            "begin" => self.fields.push(Field::default()),
            "separate" => {
                if let Some(field) = self.fields.last_mut() {
                    field.shows = Shows::Words(link_of(&field.instruction));
                }
            }
            "end" => {
                self.fields.pop();
            }
            _ => {}
        }
    }

    /// A note's number, where the text refers to it.
    fn note(&mut self, reference: Node<'a, 'i>, kind: Kind, look: &Look) {
        let id = xml::attribute(reference, "id").unwrap_or_default();
        if let Some(note) = self.parts.notes.get(kind, id) {
            self.notes.push(note);
            let number = format!("[{}]", self.notes.len());
            self.push(&number, look);
        }
    }

    /// Whether words are shown, not the instruction of a field.
    fn is_shown(&self) -> bool {
        self.fields.iter().all(|it| it.shows != Shows::Nothing)
    }

    fn push(&mut self, words: &str, look: &Look) {
        if self.is_shown() {
            self.runs.push(words, look);
        }
    }
}

/// Of several forms of the same, the first.
pub fn chosen<'a, 'i>(alternatives: Node<'a, 'i>) -> Option<Node<'a, 'i>> {
    alternatives.children().find(Node::is_element)
}

fn text_of<'a>(node: Node<'a, '_>) -> Option<&'a str> {
    xml::is(node, "t").then(|| node.text()).flatten()
}

/// Where the instruction of a field leads.
fn link_of(instruction: &str) -> Option<Target> {
    let rest = instruction.trim().strip_prefix("HYPERLINK")?.trim_start();
    let address = match rest.strip_prefix('"') {
        Some(quoted) => quoted.split('"').next(),
        None => rest.split_whitespace().next(),
    };
    Target::new(address?)
}
