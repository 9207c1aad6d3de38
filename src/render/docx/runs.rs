//! Lines of words as runs.

use super::Tongue;
use super::styles::{CODE_STYLE, LINK_STYLE};
use super::xml::Xml;
use crate::document::{Inline, field_marks};
use crate::model::Language;

/// Where links lead, by the names that the text has for them, each address once.
#[derive(Default)]
pub struct Links(Vec<String>);

impl Links {
    fn id(&mut self, target: &str) -> String {
        let at = self.0.iter().position(|known| known == target);
        let at = at.unwrap_or_else(|| {
            self.0.push(target.to_owned());
            self.0.len() - 1
        });
        link_id(at)
    }

    pub fn into_targets(self) -> Vec<(String, String)> {
        let numbered = self.0.into_iter().enumerate();
        numbered.map(|(at, target)| (link_id(at), target)).collect()
    }
}

fn link_id(at: usize) -> String {
    format!("rLink{}", at + 1)
}

/// How words look, beside what the style of their paragraph says.
#[derive(Debug, Clone, Copy, Default)]
struct Look<'a> {
    marks: Marks,
    /// Set where they are in another language than the document.
    tongue: Option<Tongue<'a>>,
}

/// A way in which words stand out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mark {
    Strong = 1,
    Emphasis = 2,
    Strike = 4,
    Code = 8,
    Link = 16,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Marks(u8);

impl Marks {
    fn has(self, mark: Mark) -> bool {
        self.0 & mark as u8 != 0
    }
}

impl Look<'_> {
    fn with(self, mark: Mark) -> Self {
        Self {
            marks: Marks(self.marks.0 | mark as u8),
            ..self
        }
    }
}

/// Writes the words of paragraphs.
pub struct Runs<'a, 'w> {
    pub xml: &'w mut Xml,
    pub links: &'w mut Links,
    /// That of the document.
    pub tongue: Tongue<'a>,
}

impl Runs<'_, '_> {
    /// Words, in another language than the document's where one is named.
    pub fn words(&mut self, inlines: &[Inline], language: Option<&Language>) {
        let look = Look {
            tongue: language.map(Tongue::of),
            ..Look::default()
        };
        self.inlines(inlines, look);
    }

    /// Code, with its lines.
    pub fn code(&mut self, code: &str, language: Option<&Language>) {
        let look = Look {
            tongue: language.map(Tongue::of),
            ..Look::default()
        };
        self.run(code, look);
    }

    fn inlines(&mut self, inlines: &[Inline], look: Look<'_>) {
        for inline in inlines {
            match inline {
                Inline::Text(text) => self.run(text, look),
                Inline::Foreign { language, text } => {
                    let tongue = Some(Tongue::of(language));
                    self.run(text, Look { tongue, ..look });
                }
                Inline::Emphasis(content) => self.inlines(content, look.with(Mark::Emphasis)),
                Inline::Strong(content) => self.inlines(content, look.with(Mark::Strong)),
                Inline::Strike(content) => self.inlines(content, look.with(Mark::Strike)),
                Inline::Code(code) => self.run(code, look.with(Mark::Code)),
                Inline::Link { target, content } => {
                    let id = self.links.id(target.as_str());
                    self.xml.open("w:hyperlink", &[("r:id", &id)]);
                    self.inlines(content, look.with(Mark::Link));
                    self.xml.close("w:hyperlink");
                }
                Inline::Break => self.run("\n", look),
                Inline::Field(field) => self.run(&field_marks(field), look),
            }
        }
    }

    fn run(&mut self, text: &str, look: Look<'_>) {
        if text.is_empty() {
            return;
        }
        let tongue = look.tongue.unwrap_or(self.tongue);
        self.xml.element("w:r", &[], |xml| {
            properties(xml, look, &tongue);
            for (at, line) in text.split('\n').enumerate() {
                if at > 0 {
                    xml.leaf("w:br", &[]);
                }
                for (at, words) in line.split('\t').enumerate() {
                    if at > 0 {
                        xml.leaf("w:tab", &[]);
                    }
                    if !words.is_empty() {
                        xml.text("w:t", &[("xml:space", "preserve")], words);
                    }
                }
            }
        });
    }
}

fn properties(xml: &mut Xml, look: Look<'_>, tongue: &Tongue<'_>) {
    let marks = look.marks;
    let says_something =
        marks != Marks::default() || look.tongue.is_some() || tongue.is_right_to_left();
    if !says_something {
        return;
    }
    let both = |xml: &mut Xml, name: &str| {
        xml.leaf(name, &[]);
        xml.leaf(&format!("{name}Cs"), &[]);
    };
    xml.element("w:rPr", &[], |xml| {
        match (marks.has(Mark::Code), marks.has(Mark::Link)) {
            (true, _) => xml.value("w:rStyle", CODE_STYLE),
            (false, true) => xml.value("w:rStyle", LINK_STYLE),
            (false, false) => {}
        }
        if marks.has(Mark::Strong) {
            both(xml, "w:b");
        }
        if marks.has(Mark::Emphasis) {
            both(xml, "w:i");
        }
        if marks.has(Mark::Strike) {
            xml.leaf("w:strike", &[]);
        }
        if marks.has(Mark::Code) && marks.has(Mark::Link) {
            xml.value("w:u", "single");
        }
        if tongue.is_right_to_left() {
            xml.leaf("w:rtl", &[]);
        }
        if look.tongue.is_some() {
            tongue.language(xml);
        }
    });
}

/// The properties of a run in a language, where it needs some.
pub fn direction(xml: &mut Xml, tongue: &Tongue<'_>) {
    if tongue.is_right_to_left() {
        xml.element("w:rPr", &[], |xml| xml.leaf("w:rtl", &[]));
    }
}
