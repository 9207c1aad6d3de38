//! The lists of a document: two forms, of bullets and of numbers, and a list of its own for each
//! list of the text, so that each counts by itself.

use super::NAMESPACE;
use super::styles::{ITEM_STEP, indent};
use super::xml::Xml;

/// The lists that the styles of items belong to.
pub const BULLETS: usize = 1;
pub const NUMBERS: usize = 2;

/// The deepest level that a list may have, counted from 0.
pub const DEEPEST: usize = 8;
/// The greatest number that office programs count to.
pub const GREATEST: usize = 32_767;

/// The lists of a text, as they are met.
#[derive(Default)]
pub struct Lists(Vec<List>);

struct List {
    level: usize,
    start: Option<usize>,
}

impl Lists {
    /// The number of a list on a level, its first item numbered or not.
    pub fn add(&mut self, level: usize, start: Option<usize>) -> usize {
        self.0.push(List { level, start });
        NUMBERS + self.0.len()
    }

    /// The part of the lists.
    pub fn part(&self) -> Vec<u8> {
        let mut xml = Xml::part();
        xml.element("w:numbering", &[("xmlns:w", NAMESPACE)], |xml| {
            form(xml, "0", Form::Bullets);
            form(xml, "1", Form::Numbers);
            list(xml, BULLETS, Form::Bullets, None);
            list(xml, NUMBERS, Form::Numbers, None);
            for (at, one) in self.0.iter().enumerate() {
                let of = match one.start {
                    None => Form::Bullets,
                    Some(_) => Form::Numbers,
                };
                let start = one.start.map(|start| (one.level, start));
                list(xml, NUMBERS + 1 + at, of, start);
            }
        });
        xml.finish()
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    Bullets,
    Numbers,
}

fn form(xml: &mut Xml, id: &str, form: Form) {
    xml.element("w:abstractNum", &[("w:abstractNumId", id)], |xml| {
        xml.value("w:multiLevelType", "hybridMultilevel");
        let mut left = 0;
        for level in 0..=DEEPEST {
            left += ITEM_STEP;
            let number = level.to_string();
            xml.element("w:lvl", &[("w:ilvl", &number)], |xml| {
                xml.value("w:start", "1");
                let (kind, sign) = match form {
                    Form::Numbers => ("decimal", format!("%{}.", level + 1)),
                    Form::Bullets if level % 2 == 0 => ("bullet", "•".to_owned()),
                    Form::Bullets => ("bullet", "–".to_owned()),
                };
                xml.value("w:numFmt", kind);
                xml.value("w:lvlText", &sign);
                xml.value("w:lvlJc", "left");
                xml.element("w:pPr", &[], |xml| indent(xml, left, ITEM_STEP));
            });
        }
    });
}

fn list(xml: &mut Xml, id: usize, form: Form, start: Option<(usize, usize)>) {
    let id = id.to_string();
    xml.element("w:num", &[("w:numId", &id)], |xml| {
        let form = match form {
            Form::Bullets => "0",
            Form::Numbers => "1",
        };
        xml.value("w:abstractNumId", form);
        if let Some((level, start)) = start {
            let level = level.to_string();
            xml.element("w:lvlOverride", &[("w:ilvl", &level)], |xml| {
                xml.value("w:startOverride", &start.to_string());
            });
        }
    });
}
