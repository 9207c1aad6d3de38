//! The styles of a document: which are headings, and what they say of words.

use std::collections::HashMap;

use deunicode::deunicode;
use roxmltree::{Document, Node};

use super::xml;

/// How many styles may stand behind one.
const DEEPEST: usize = 20;

/// What a paragraph is by its style.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Title,
    /// A heading of a level from 1.
    Heading(u8),
    /// A line of a table of contents.
    Contents,
    /// Words above or below a table.
    Caption,
    Text,
}

/// What a style or a run says of the looks of words.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Looks {
    pub bold: Option<bool>,
    pub italic: Option<bool>,
    pub struck: Option<bool>,
}

impl Looks {
    /// What the properties of a run say.
    pub fn of(properties: Option<Node<'_, '_>>) -> Self {
        let says = |name| properties.and_then(|it| xml::switch(it, name));
        Self {
            bold: says("b"),
            italic: says("i"),
            struck: says("strike").or_else(|| says("dstrike")),
        }
    }

    /// These, and for what they leave open, others.
    pub fn or(self, other: Self) -> Self {
        Self {
            bold: self.bold.or(other.bold),
            italic: self.italic.or(other.italic),
            struck: self.struck.or(other.struck),
        }
    }
}

#[derive(Debug, Default)]
struct Style {
    /// In small letters.
    name: String,
    based_on: Option<String>,
    /// Its level in an outline, from 0.
    outline: Option<u8>,
    list: Option<(String, usize)>,
    indent: Option<i32>,
    looks: Looks,
}

#[derive(Debug, Default)]
pub struct Styles {
    styles: HashMap<String, Style>,
    /// The tag of the language of what names no other.
    pub language: Option<String>,
}

impl Styles {
    pub fn of(document: Option<&Document<'_>>) -> Self {
        let Some(document) = document else {
            return Self::default();
        };
        let root = document.root_element();
        let styles = root.children().filter(|it| xml::is(*it, "style"));
        let named = |it| Some((xml::attribute(it, "styleId")?.to_owned(), style(it)));
        let defaults = xml::child(root, "docDefaults").into_iter();
        let language = defaults
            .flat_map(|it| it.descendants())
            .find(|it| xml::is(*it, "lang"))
            .and_then(|it| xml::attribute(it, "val"));
        Self {
            styles: styles.filter_map(named).collect(),
            language: language.map(str::to_owned),
        }
    }

    /// A style and those that it is based on, nearest first.
    fn behind<'a>(&'a self, id: Option<&'a str>) -> impl Iterator<Item = (&'a str, &'a Style)> {
        let find = |id: &'a str| Some((id, self.styles.get(id)?));
        let first = id.and_then(find);
        std::iter::successors(first, move |(_, style)| {
            style.based_on.as_deref().and_then(find)
        })
        .take(DEEPEST)
    }

    /// What a paragraph of a style is; its own properties may say that it is a heading.
    pub fn kind(&self, id: Option<&str>, properties: Option<Node<'_, '_>>) -> Kind {
        if let Some(heading) = properties.and_then(outline).and_then(heading) {
            return heading;
        }
        let mut behind = self.behind(id);
        let by_style = behind.find_map(|(id, style)| kind_of(id, style));
        // A style that the document does not define still has a name.
        let by_name = || id.and_then(kind_by_name);
        by_style.or_else(by_name).unwrap_or(Kind::Text)
    }

    /// The list that a style makes of paragraphs, and their level in it from 0.
    pub fn list<'a>(&'a self, id: Option<&'a str>) -> Option<(&'a str, usize)> {
        let mut behind = self.behind(id);
        let (list, level) = behind.find_map(|(_, style)| style.list.as_ref())?;
        Some((list, *level))
    }

    /// The name of a style in small letters; that of paragraphs that name none, without an id.
    pub fn name<'a>(&'a self, id: Option<&'a str>) -> &'a str {
        let style = id.and_then(|id| self.styles.get(id));
        style.map_or("", |style| style.name.as_str())
    }

    /// How far paragraphs of a style stand from the margin.
    pub fn indent(&self, id: Option<&str>) -> Option<i32> {
        self.behind(id).find_map(|(_, style)| style.indent)
    }

    pub fn looks(&self, id: Option<&str>) -> Looks {
        // What stands out by where it is need not be said to.
        let is_plain = |(_, style): &(&str, &Style)| {
            !style.name.contains("heading") && !style.name.contains("table")
        };
        let behind = self.behind(id).take_while(is_plain);
        behind.fold(Looks::default(), |looks, (_, style)| looks.or(style.looks))
    }

    /// Whether a style of letters is that of a machine.
    pub fn is_code(&self, id: Option<&str>) -> bool {
        const NAMES: &[&str] = &["verbatim", "source text", "code", "teletype", "typewriter"];
        self.behind(id)
            .any(|(_, style)| NAMES.iter().any(|it| style.name.contains(it)))
    }
}

fn style(node: Node<'_, '_>) -> Style {
    let paragraph = xml::child(node, "pPr");
    Style {
        name: xml::value(node, "name").unwrap_or_default().to_lowercase(),
        based_on: xml::value(node, "basedOn").map(str::to_owned),
        outline: paragraph.and_then(outline),
        list: paragraph
            .and_then(list)
            .map(|(id, level)| (id.to_owned(), level)),
        indent: paragraph.and_then(indent),
        looks: Looks::of(xml::child(node, "rPr")),
    }
}

/// The level in an outline that the properties of a paragraph name, from 0.
fn outline(properties: Node<'_, '_>) -> Option<u8> {
    xml::value(properties, "outlineLvl")?.parse().ok()
}

/// How far the properties of a paragraph let it stand from the margin, in twentieths of a point.
pub fn indent(properties: Node<'_, '_>) -> Option<i32> {
    let indent = xml::child(properties, "ind")?;
    let start = xml::attribute(indent, "left").or(xml::attribute(indent, "start"))?;
    start.parse().ok()
}

/// The list that the properties of a paragraph name, and the level in it from 0.
pub fn list<'a>(properties: Node<'a, '_>) -> Option<(&'a str, usize)> {
    let list = xml::child(properties, "numPr")?;
    let level = xml::value(list, "ilvl").and_then(|it| it.parse().ok());
    Some((xml::value(list, "numId")?, level.unwrap_or_default()))
}

fn kind_of(id: &str, style: &Style) -> Option<Kind> {
    kind_by_name(&style.name)
        .or_else(|| kind_by_name(id))
        .or_else(|| heading(style.outline?))
}

/// A heading at a level of an outline; the lowest level is that of text.
fn heading(outline: u8) -> Option<Kind> {
    (outline < 9).then(|| Kind::Heading((outline + 1).min(6)))
}

/// What a style is by its name, in English, or as programs in other languages call it.
fn kind_by_name(name: &str) -> Option<Kind> {
    const HEADINGS: &[&str] = &[
        "heading",
        "titre",
        "berschrift",
        "uberschrift",
        "titulo",
        "ttulo",
        "titolo",
        "kop",
        "encabezado",
        "titol",
        "ttol",
        "cabealho",
        "cabecalho",
    ];
    let name = deunicode(name).to_ascii_lowercase();
    let letters: String = name.chars().filter(char::is_ascii_alphanumeric).collect();
    let word = letters.trim_end_matches(|c: char| c.is_ascii_digit());
    let level = letters
        .get(word.len()..)
        .and_then(|it| it.parse::<u8>().ok());
    match (word, level) {
        ("title" | "titre" | "titel" | "titulo" | "titolo", None) => Some(Kind::Title),
        (
            "toc" | "tm" | "verzeichnis" | "tdc" | "sommario" | "inhopg" | "tocheading"
            | "contents" | "contentsheading",
            _,
        ) => Some(Kind::Contents),
        ("caption" | "tablecaption" | "legende" | "beschriftung", None) => Some(Kind::Caption),
        (word, Some(level @ 1..=9)) if HEADINGS.contains(&word) => {
            Some(Kind::Heading(level.min(6)))
        }
        _ => None,
    }
}
