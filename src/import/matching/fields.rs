//! What varies from platform to platform, in the texts of a page: it becomes fields.
//!
//! A text with fields reads the same as the page once they say what they say on the platform, the
//! slash at the end of the platform's own address aside; a text of which that would not hold stays
//! as it is.

use std::cell::Cell;

use super::reading::{Reading, Shape, without_fields};
use crate::document::{field_at, opens_address};
use crate::model::{FieldId, host};

/// What a page says of its platform.
#[derive(Debug, Default)]
pub struct Site {
    /// Without a slash at its end; empty where there is none.
    pub url: String,
    host: Option<String>,
    name: Option<String>,
    publisher: Option<String>,
    /// As the page writes it.
    updated: Option<String>,
    /// Whether a text speaks of the publisher.
    names_publisher: Cell<bool>,
}

/// Names shorter than this are taken for words.
const SHORTEST_NAME: usize = 4;

impl Site {
    pub fn new(url: &str, name: &str, publisher: Option<&str>, updated: Option<&str>) -> Self {
        let url = url.trim().trim_end_matches('/').to_owned();
        let host = host(&url);
        let long = |name: &&str| name.chars().count() >= SHORTEST_NAME;
        let kept = |name: Option<&str>| name.map(str::trim).filter(long).map(str::to_owned);
        Self {
            name: kept(Some(name)).filter(|name| Some(name) != host.as_ref()),
            publisher: kept(publisher),
            updated: kept(updated),
            host,
            url,
            names_publisher: Cell::new(false),
        }
    }

    pub fn publisher(&self) -> Option<&str> {
        self.publisher.as_deref()
    }

    pub fn names_publisher(&self) -> bool {
        self.names_publisher.get()
    }

    /// A text of the page with fields in the place of what varies.
    pub fn with_fields(&self, text: &str, shape: Shape) -> String {
        let page = without_fields(text);
        if !self.needles().any(|(_, needle)| page.contains(needle)) {
            return page;
        }
        let fielded = self.replaced(&page);
        let reads = Reading::new(&fielded, shape, &self.url, |field| self.value(field));
        if reads.raw != Reading::of_page(text, shape, &self.url).raw {
            return page;
        }
        if fielded.contains("{{ publisher.name }}") {
            self.names_publisher.set(true);
        }
        fielded
    }

    /// A text of the page with the same sign wherever what varies stands.
    pub fn without_what_varies(&self, text: &str) -> String {
        if self.needles().any(|(_, needle)| text.contains(needle)) {
            self.replaced(&without_fields(text))
        } else {
            text.to_owned()
        }
    }

    /// A text of a charter with fields in the place of what varies; those that it has stay.
    pub fn in_fields(&self, text: &str) -> String {
        if !self.needles().any(|(_, needle)| text.contains(needle)) {
            return text.to_owned();
        }
        let mut fielded = String::with_capacity(text.len());
        let mut words = 0;
        let mut at = 0;
        while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
            let Some((_, after)) = field_at(rest) else {
                at += rest.chars().next().map_or(1, char::len_utf8);
                continue;
            };
            fielded.push_str(&self.replaced(text.get(words..at).unwrap_or_default()));
            let end = text.len() - after.len();
            fielded.push_str(text.get(at..end).unwrap_or_default());
            (words, at) = (end, end);
        }
        fielded.push_str(&self.replaced(text.get(words..).unwrap_or_default()));
        fielded
    }

    fn needles(&self) -> impl Iterator<Item = (&'static str, &str)> {
        [
            (
                "platform.url",
                Some(&self.url).filter(|url| !url.is_empty()),
            ),
            ("platform.host", self.host.as_ref()),
            ("platform.name", self.name.as_ref()),
            ("publisher.name", self.publisher.as_ref()),
            ("updated", self.updated.as_ref()),
        ]
        .into_iter()
        .filter_map(|(field, value)| Some((field, value?.as_str())))
    }

    fn value(&self, field: &FieldId) -> String {
        let mut needles = self.needles();
        needles
            .find(|(name, _)| *name == field.as_str())
            .map(|(_, value)| value.to_owned())
            .unwrap_or_default()
    }

    fn replaced(&self, text: &str) -> String {
        let mut replaced = String::with_capacity(text.len());
        let mut rest = text;
        let mut before = None;
        while let Some(c) = rest.chars().next() {
            let step = match self.autolink(rest) {
                Some((by, length)) => {
                    replaced.push_str(&by);
                    length
                }
                None => match self.needle_at(rest, before, &replaced) {
                    Some((field, length)) => {
                        replaced.push_str("{{ ");
                        replaced.push_str(field);
                        replaced.push_str(" }}");
                        length
                    }
                    None => {
                        replaced.push(c);
                        c.len_utf8()
                    }
                },
            };
            before = rest.get(..step).and_then(|taken| taken.chars().last());
            rest = rest.get(step..).unwrap_or_default();
        }
        replaced
    }

    /// An address between angle brackets, and how long it is: another than the platform's stays.
    fn autolink(&self, rest: &str) -> Option<(String, usize)> {
        if !rest.starts_with('<') || !opens_address(rest) {
            return None;
        }
        let end = rest.find('>')?;
        let inside = rest.get(1..end)?;
        let path = inside
            .strip_prefix(self.url.as_str())
            .filter(|_| !self.url.is_empty());
        let by = match path {
            Some("" | "/") => "<{{ platform.url }}>".to_owned(),
            Some(path) if path.starts_with(['/', '?', '#']) => {
                format!("[{{{{ platform.url }}}}{path}]({{{{ platform.url }}}}{path})")
            }
            _ => rest.get(..=end)?.to_owned(),
        };
        Some((by, end + 1))
    }

    fn needle_at(
        &self,
        rest: &str,
        before: Option<char>,
        done: &str,
    ) -> Option<(&'static str, usize)> {
        let mut needles = self.needles();
        let (field, needle) = needles.find(|(field, needle)| {
            rest.strip_prefix(needle).is_some_and(|after| match *field {
                "platform.url" => ends_host(after),
                "platform.host" => begins_host(before, done) && ends_host(after),
                _ => {
                    let goes_on = |c: char| c.is_alphanumeric() || c == '_';
                    !before.is_some_and(goes_on) && !after.starts_with(goes_on)
                }
            })
        })?;
        Some((field, needle.len()))
    }
}

fn ends_host(after: &str) -> bool {
    let mut chars = after.chars();
    match chars.next() {
        Some('.') => !chars.next().is_some_and(char::is_alphanumeric),
        Some(c) => !(c.is_alphanumeric() || "-_:@".contains(c)) || after.starts_with(": "),
        None => true,
    }
}

fn begins_host(before: Option<char>, done: &str) -> bool {
    match before {
        // `.example.fr` is how cookies name a host; `www.example.fr` is another host.
        Some('.') => {
            let mut before_dot = done.chars().rev().skip(1);
            !before_dot.next().is_some_and(char::is_alphanumeric)
        }
        Some(c) => !(c.is_alphanumeric() || "-_@".contains(c)),
        None => true,
    }
}
