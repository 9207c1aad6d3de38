//! Values of a script, written so that they are nothing but values wherever the script stands.

use std::fmt::Write as _;

/// A value of a script.
#[derive(Debug, Clone)]
pub enum Js {
    Text(String),
    Yes,
    No,
    Number(u16),
    List(Vec<Self>),
    /// Entries in their order. Keys are made by this program.
    Map(Vec<(String, Self)>),
    /// A regular expression, without what stands around it.
    Regex(String),
    /// What this program wrote itself.
    Code(String),
    /// What a map finds each time that it is asked, by what this program wrote itself.
    Found(String),
}

impl Js {
    pub fn text(text: &str) -> Self {
        Self::Text(text.to_owned())
    }

    pub fn is(holds: bool) -> Self {
        if holds { Self::Yes } else { Self::No }
    }

    pub fn map<const N: usize>(entries: [(&str, Self); N]) -> Self {
        Self::Map(
            entries
                .into_iter()
                .map(|(key, value)| (key.to_owned(), value))
                .collect(),
        )
    }

    /// This map with one more entry, if there is something to say.
    pub fn with(self, key: &str, value: Option<Self>) -> Self {
        match (self, value) {
            (Self::Map(mut entries), Some(value)) => {
                entries.push((key.to_owned(), value));
                Self::Map(entries)
            }
            (map, _) => map,
        }
    }

    /// It as source.
    pub fn source(&self) -> String {
        let mut source = String::new();
        self.write(0, &mut source);
        source
    }

    fn write(&self, depth: usize, source: &mut String) {
        match self {
            Self::Text(text) => source.push_str(&quoted(text)),
            Self::Yes => source.push_str("true"),
            Self::No => source.push_str("false"),
            Self::Number(number) => {
                let _ = write!(source, "{number}");
            }
            Self::Regex(regex) => {
                let _ = write!(source, "/{}/", unbroken(regex));
            }
            Self::Code(code) | Self::Found(code) => source.push_str(code),
            Self::List(items) if items.iter().all(Self::is_short) => {
                let items: Vec<String> = items.iter().map(Self::source).collect();
                let _ = write!(source, "[{}]", items.join(", "));
            }
            Self::List(items) => {
                source.push('[');
                for (at, item) in items.iter().enumerate() {
                    source.push_str(if at == 0 { "" } else { "," });
                    line_at(depth + 1, source);
                    item.write(depth + 1, source);
                }
                line_at(depth, source);
                source.push(']');
            }
            Self::Map(entries) if entries.is_empty() => source.push_str("{}"),
            Self::Map(entries) => {
                source.push('{');
                for (at, (key, value)) in entries.iter().enumerate() {
                    source.push_str(if at == 0 { "" } else { "," });
                    line_at(depth + 1, source);
                    let key = self::key(key);
                    if let Self::Found(code) = value {
                        let _ = write!(source, "get {key}() {{ return {code}; }}");
                    } else {
                        let _ = write!(source, "{key}: ");
                        value.write(depth + 1, source);
                    }
                }
                line_at(depth, source);
                source.push('}');
            }
        }
    }

    fn is_short(&self) -> bool {
        matches!(self, Self::Text(_) | Self::Regex(_) | Self::Yes | Self::No)
    }
}

fn line_at(depth: usize, source: &mut String) {
    source.push('\n');
    source.push_str(&"  ".repeat(depth));
}

fn key(key: &str) -> String {
    let is_name = key.starts_with(|c: char| c.is_ascii_alphabetic())
        && key.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
    if is_name { key.to_owned() } else { quoted(key) }
}

/// A text as JSON that ends no `script` element and opens no comment in one.
pub fn quoted(text: &str) -> String {
    let json = serde_json::to_string(text).expect("a text is written");
    unbroken(&json)
}

/// What is written with `\u` escapes for what would end a script or a line.
fn unbroken(source: &str) -> String {
    let mut unbroken = String::with_capacity(source.len());
    for c in source.chars() {
        match c {
            '<' | '\u{2028}' | '\u{2029}' => {
                let _ = write!(unbroken, "\\u{:04x}", u32::from(c));
            }
            c => unbroken.push(c),
        }
    }
    unbroken
}
