//! Footnotes and endnotes, by the numbers that the text refers to them with.

use std::collections::HashMap;

use roxmltree::{Document, Node};

use super::xml;

/// Where a note stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    Foot,
    End,
}

#[derive(Default)]
pub struct Notes<'a, 'i>(HashMap<(Kind, &'a str), Node<'a, 'i>>);

impl<'a, 'i> Notes<'a, 'i> {
    pub fn of(feet: Option<&'a Document<'i>>, ends: Option<&'a Document<'i>>) -> Self {
        let mut notes = HashMap::new();
        for (document, kind) in [(feet, Kind::Foot), (ends, Kind::End)] {
            let all = document
                .into_iter()
                .flat_map(|it| it.root_element().children());
            for note in all.filter(|it| it.is_element()) {
                if let Some(id) = xml::attribute(note, "id") {
                    notes.insert((kind, id), note);
                }
            }
        }
        Self(notes)
    }

    pub fn get(&self, kind: Kind, id: &str) -> Option<Node<'a, 'i>> {
        self.0.get(&(kind, id)).copied()
    }
}
