//! What the styles of elements say of their words.

use markup5ever_rcdom::Handle;

use super::runs::{Kind, Look};
use super::tree::attribute;
use crate::document::Target;

/// What an element's own style says.
pub struct Css(Vec<(String, String)>);

impl Css {
    pub fn of(node: &Handle) -> Self {
        let style = attribute(node, "style").unwrap_or_default();
        let style = style.to_ascii_lowercase();
        let properties = style.split(';').filter_map(|property| {
            let (name, value) = property.split_once(':')?;
            Some((name.trim().to_owned(), value.trim().to_owned()))
        });
        Self(properties.collect())
    }

    pub fn says(&self, name: &str, is_so: impl Fn(&str) -> bool) -> bool {
        self.get(name).is_some_and(is_so)
    }

    pub fn get(&self, name: &str) -> Option<&str> {
        let found = self.0.iter().rev().find(|(other, _)| other == name);
        found.map(|(_, value)| value.as_str())
    }

    pub fn is_hidden(&self, node: &Handle) -> bool {
        self.says("display", |it| it.starts_with("none"))
            || self.says("visibility", |it| it.starts_with("hidden"))
            || self.says("mso-hide", |it| it.starts_with("all"))
            // Word's bullets and numbers, which the list has anew.
            || self.says("mso-list", |it| it.starts_with("ignore"))
            || attribute(node, "hidden").is_some()
            || attribute(node, "aria-hidden").is_some_and(|it| it.eq_ignore_ascii_case("true"))
    }

    /// How the words of an element look, in one that looks so.
    pub fn look(&self, node: &Handle, name: &str, outer: &Look) -> Look {
        let mut look = outer.clone();
        match name {
            "b" | "strong" => look.strong = true,
            "i" | "em" | "cite" | "dfn" | "var" => look.emphasis = true,
            "s" | "strike" | "del" => look.strike = true,
            "code" | "kbd" | "samp" | "tt" => look.kind = Kind::Code,
            "a" => {
                let address = attribute(node, "href");
                look.link = address.and_then(|it| Target::new(&it)).or(look.link);
            }
            _ => {}
        }
        if let Some(weight) = self.get("font-weight") {
            let number = weight.parse::<u32>().ok();
            look.strong = weight.starts_with("bold") || number.is_some_and(|it| it >= 600);
        }
        if let Some(slant) = self.get("font-style") {
            look.emphasis = slant.starts_with("italic") || slant.starts_with("oblique");
        }
        let line = self
            .get("text-decoration-line")
            .or(self.get("text-decoration"));
        if let Some(line) = line {
            look.strike |= line.contains("line-through");
        }
        look
    }
}
