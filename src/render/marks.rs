//! The marks by which a document's elements are known when it comes back from an office.
//!
//! A mark is the name of a bookmark: what office programs keep best while a document is edited,
//! in at most 40 letters, digits and underscores. It holds what the thing is, a hash of its address
//! in the charter, and a hash of what it said when the document was written. Addresses are found
//! again among those of the collection, so no list of them needs to survive beside the text. The
//! first underscore hides the bookmark in Word's list of them.
//!
//! How hashes are made is as lasting as the format of a file: documents are out for review while the
//! program goes on. A change of it takes another prefix.

use std::collections::BTreeSet;

use sha2::{Digest as _, Sha256};

use crate::document::{Block, Inline};
use crate::model::{CellAddress, ColumnId, Language, Owner, SectionId};

/// The mark of something in a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mark {
    pub kind: Kind,
    pub reference: Reference,
    pub said: Said,
}

/// What a mark is at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// The document: whose charter it is, in which language.
    Document,
    /// Which sections there were, in which order.
    Outline,
    Logo,
    Title,
    /// The heading of a section.
    Heading,
    /// Where a section without a heading begins.
    Section,
    /// The first paragraph of a section's text.
    Body,
    /// A heading in the text of a section.
    Inner,
    /// Which rows the table of a section had, in which order.
    Rows,
    /// The label of a column.
    Label,
    Cell,
    /// A cell that repeats the one above because the charter says « as above ».
    Above,
}

/// Which one it is, as a hash.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Reference(u64);

/// What it said, as a hash.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Said(u64);

const KINDS: [(Kind, char); 12] = [
    (Kind::Document, 'd'),
    (Kind::Outline, 'o'),
    (Kind::Logo, 'g'),
    (Kind::Title, 't'),
    (Kind::Heading, 'h'),
    (Kind::Section, 's'),
    (Kind::Body, 'b'),
    (Kind::Inner, 'i'),
    (Kind::Rows, 'r'),
    (Kind::Label, 'l'),
    (Kind::Cell, 'c'),
    (Kind::Above, 'a'),
];

/// What every mark begins with.
const PREFIX: &str = "_c";
/// How many letters a reference takes, and what was said: 60 and 40 bits.
const REFERENCE: usize = 12;
const SAID: usize = 8;
/// Names of bookmarks are compared without their case.
const LETTERS: &[u8; 32] = b"abcdefghijklmnopqrstuvwxyz234567";

impl Mark {
    /// The name of its bookmark.
    #[must_use]
    pub fn name(self) -> String {
        let letter = KINDS.iter().find(|(kind, _)| *kind == self.kind);
        let mut name = String::from(PREFIX);
        name.extend(letter.map(|(_, letter)| letter));
        push_letters(&mut name, self.reference.0, REFERENCE);
        push_letters(&mut name, self.said.0, SAID);
        name
    }

    /// The mark that the name of a bookmark is.
    #[must_use]
    pub fn of(name: &str) -> Option<Self> {
        let rest = name.strip_prefix(PREFIX)?;
        let letter = rest.chars().next()?;
        let (kind, _) = KINDS.iter().find(|(_, known)| *known == letter)?;
        let rest = rest.get(1..)?;
        let (reference, said) = (rest.get(..REFERENCE)?, rest.get(REFERENCE..)?);
        Some(Self {
            kind: *kind,
            reference: Reference(number(reference)?),
            said: Said(number(said).filter(|_| said.len() == SAID)?),
        })
    }

    /// The mark of a document.
    #[must_use]
    pub fn of_document(owner: &Owner, language: &Language) -> Self {
        Self {
            kind: Kind::Document,
            reference: Reference::owner(owner),
            said: Said::language(language),
        }
    }
}

fn push_letters(name: &mut String, number: u64, count: usize) {
    for at in (0..count).rev() {
        let five = usize::try_from((number >> (5 * at)) & 31).unwrap_or_default();
        name.extend(LETTERS.get(five).map(|letter| char::from(*letter)));
    }
}

fn number(letters: &str) -> Option<u64> {
    letters.bytes().try_fold(0_u64, |number, letter| {
        let letter = letter.to_ascii_lowercase();
        let five = LETTERS.iter().position(|it| *it == letter)?;
        Some((number << 5) | u64::try_from(five).ok()?)
    })
}

/// A hash of this many letters' worth of bits.
fn hash(parts: &[&str], letters: usize) -> u64 {
    let mut hasher = Sha256::new();
    for part in parts {
        // As long on every machine.
        hasher.update(u64::try_from(part.len()).unwrap_or(u64::MAX).to_le_bytes());
        hasher.update(part);
    }
    let first = hasher
        .finalize()
        .iter()
        .take(8)
        .fold(0_u64, |number, byte| (number << 8) | u64::from(*byte));
    first >> (64 - 5 * letters)
}

impl Reference {
    #[must_use]
    pub fn owner(owner: &Owner) -> Self {
        match owner {
            Owner::Model(id) => Self::of(&["model", id.as_str()]),
            Owner::Platform(id) => Self::of(&["platform", id.as_str()]),
        }
    }

    #[must_use]
    pub fn title() -> Self {
        Self::of(&["title"])
    }

    #[must_use]
    pub fn logo() -> Self {
        Self::of(&["logo"])
    }

    #[must_use]
    pub fn section(section: &SectionId) -> Self {
        Self::of(&["section", section.as_str()])
    }

    /// One of the headings in the text of a section, counted from 0.
    #[must_use]
    pub fn inner(section: &SectionId, number: usize) -> Self {
        Self::of(&["inner", section.as_str(), &number.to_string()])
    }

    /// A label as it stands over the table of a section.
    #[must_use]
    pub fn label(section: &SectionId, column: &ColumnId) -> Self {
        Self::of(&["label", section.as_str(), column.as_str()])
    }

    #[must_use]
    pub fn cell(cell: &CellAddress) -> Self {
        Self::of(&[
            "cell",
            cell.section.as_str(),
            cell.row.as_str(),
            cell.column.as_str(),
        ])
    }

    fn of(parts: &[&str]) -> Self {
        Self(hash(parts, REFERENCE))
    }
}

impl Said {
    #[must_use]
    pub fn language(language: &Language) -> Self {
        Self::of(language.as_str())
    }

    /// Which things there are, by their ids.
    #[must_use]
    pub fn ids<'a>(ids: impl IntoIterator<Item = &'a str>) -> Self {
        let ids: Vec<&str> = ids.into_iter().collect();
        Self(hash(&ids, SAID))
    }

    /// What one line says.
    #[must_use]
    pub fn line(inlines: &[Inline]) -> Self {
        let mut plain = Plain::default();
        plain.paragraph('p', inlines);
        Self::of(&plain.text)
    }

    /// What a text says.
    #[must_use]
    pub fn blocks(blocks: &[Block]) -> Self {
        let mut plain = Plain::default();
        plain.blocks(blocks, 'p');
        Self::of(&plain.text)
    }

    fn of(text: &str) -> Self {
        Self(hash(&[text], SAID))
    }
}

/// What a text says and how it is marked, without what an office program may put otherwise: the
/// order in which marks nest, how blocks nest, and spaces.
#[derive(Default)]
struct Plain {
    text: String,
    look: Look,
    /// The look of the last letter.
    last: Look,
    after_space: bool,
    /// Where the words of the paragraph begin.
    begun: usize,
}

/// How words stand out: a sign for each way, in whatever order they nest, and where they lead.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Look {
    signs: BTreeSet<char>,
    link: String,
}

impl Plain {
    fn blocks(&mut self, blocks: &[Block], sign: char) {
        for block in blocks {
            match block {
                Block::Heading { inlines, .. } => self.paragraph('#', inlines),
                Block::Paragraph(inlines) => self.paragraph(sign, inlines),
                Block::List { start, items } => {
                    let sign = if start.is_some() { '1' } else { '*' };
                    for item in items {
                        self.blocks(item, sign);
                    }
                }
                Block::Quote(blocks) => self.blocks(blocks, '>'),
                Block::Code(code) => self.paragraph('`', &[Inline::Text(code.clone())]),
                Block::Rule => self.paragraph('-', &[]),
                Block::Grid { header, rows } => {
                    for cell in std::iter::once(header).chain(rows).flatten() {
                        self.paragraph('|', cell);
                    }
                }
            }
        }
    }

    /// What a paragraph says; one that says nothing is none, but for what says something by being
    /// there.
    fn paragraph(&mut self, sign: char, inlines: &[Inline]) {
        let before = self.text.len();
        self.text.push('\n');
        self.text.push(sign);
        self.last = Look::default();
        self.after_space = false;
        self.begun = self.text.len();
        self.inlines(inlines);
        if self.text.len() == self.begun && !matches!(sign, '`' | '-' | '|') {
            self.text.truncate(before);
        }
    }

    fn inlines(&mut self, inlines: &[Inline]) {
        for inline in inlines {
            match inline {
                Inline::Text(text) | Inline::Foreign { text, .. } => self.words(text),
                Inline::Emphasis(content) => self.marked('e', content),
                Inline::Strong(content) => self.marked('s', content),
                Inline::Strike(content) => self.marked('d', content),
                Inline::Link { target, content } => {
                    // Offices give the address of a site a slash at its end.
                    let target = target.as_str();
                    let target = target.strip_suffix('/').unwrap_or(target).to_owned();
                    self.within(content, |look| look.link = target);
                }
                Inline::Code(code) => {
                    let code = [Inline::Text(code.clone())];
                    self.marked('c', &code);
                }
                Inline::Break => self.words("\n"),
                Inline::Field(field) => self.words(&crate::document::field_marks(field)),
            }
        }
    }

    fn marked(&mut self, sign: char, content: &[Inline]) {
        self.within(content, |look| {
            look.signs.insert(sign);
        });
    }

    fn within(&mut self, content: &[Inline], change: impl FnOnce(&mut Look)) {
        let outer = self.look.clone();
        change(&mut self.look);
        self.inlines(content);
        self.look = outer;
    }

    fn words(&mut self, words: &str) {
        for c in words.chars() {
            match c {
                // Where a word may be parted, and widths of nothing.
                '\u{ad}' | '\u{200b}' | '\u{2060}' => {}
                c if c.is_whitespace() => self.after_space = true,
                c => {
                    if std::mem::take(&mut self.after_space) && self.text.len() > self.begun {
                        self.text.push(' ');
                    }
                    if self.last != self.look {
                        self.last = self.look.clone();
                        self.text.push('\u{1}');
                        self.text.extend(&self.look.signs);
                        self.text.push_str(&self.look.link);
                        self.text.push('\u{2}');
                    }
                    self.text.push(c);
                }
            }
        }
    }
}
