//! stub until the branch lands
use crate::document::Document;
use crate::model::Language;
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Format {
    Html,
    Fragment,
    Markdown,
    Text,
}
impl Format {
    pub const ALL: [Self; 4] = [Self::Html, Self::Fragment, Self::Markdown, Self::Text];
    pub fn file_name(self) -> &'static str {
        "x"
    }
}
impl std::fmt::Display for Format {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("x")
    }
}
pub fn render(_: &Document, _: Format) -> Vec<u8> {
    Vec::new()
}
pub const FRAGMENT_STYLESHEET: &str = "";
pub const FRAGMENT_STYLESHEET_NAME: &str = "fragment.css";
pub struct IndexEntry {
    pub platform: String,
    pub title: String,
    pub language: Language,
    pub links: std::collections::BTreeMap<Format, String>,
}
pub fn index(_: &str, _: &Language, _: &[IndexEntry]) -> Vec<u8> {
    Vec::new()
}
impl std::str::FromStr for Format {
    type Err = String;
    fn from_str(s: &str) -> Result<Self, String> {
        match s {
            "html" => Ok(Self::Html),
            "fragment" => Ok(Self::Fragment),
            "markdown" => Ok(Self::Markdown),
            "text" => Ok(Self::Text),
            _ => Err(format!("unknown format `{s}`")),
        }
    }
}
