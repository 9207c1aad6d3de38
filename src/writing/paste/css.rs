//! What the styles of elements say of their words.

use markup5ever_rcdom::Handle;

use super::runs::{Look, Mark, Reading};
use super::tree::{attribute, identity};
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
    pub fn look(&self, node: &Handle, name: &str, outer: &Look, reading: Reading) -> Look {
        let mut look = outer.clone();
        let mark = match name {
            "b" | "strong" => Some(Mark::Strong),
            "i" | "em" | "cite" | "dfn" | "var" => Some(Mark::Emphasis),
            "s" | "strike" | "del" => Some(Mark::Strike),
            "code" | "kbd" | "samp" | "tt" => Some(Mark::Code),
            "a" => {
                let address = attribute(node, "href");
                address.and_then(|it| Target::new(&it)).map(Mark::Link)
            }
            _ => None,
        };
        if let Some(mark) = mark {
            let by = (reading == Reading::Exact).then(|| identity(node));
            look.mark(mark, by);
        }
        let mut set = |mark, is_on| match is_on {
            Some(true) => look.mark(mark, None),
            Some(false) => look.unmark(&mark),
            None => {}
        };
        let is_bold = |weight: &str| {
            let number = weight.parse::<u32>().ok();
            weight.starts_with("bold") || number.is_some_and(|it| it >= 600)
        };
        let is_slanted = |it: &str| it.starts_with("italic") || it.starts_with("oblique");
        set(Mark::Strong, self.get("font-weight").map(is_bold));
        set(Mark::Emphasis, self.get("font-style").map(is_slanted));
        let line = self
            .get("text-decoration-line")
            .or(self.get("text-decoration"));
        if line.is_some_and(|line| line.contains("line-through")) {
            look.mark(Mark::Strike, None);
        }
        look
    }
}
