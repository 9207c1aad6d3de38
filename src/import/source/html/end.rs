//! Whether an HTML text is all there: by its tags, as they stand in it.

use crate::import::page::End;

/// How an HTML text ends.
pub fn of(html: &str) -> End {
    let (mut begins, mut ends) = (false, false);
    // Tables and lists that are still open.
    let mut open = [0_usize; 3];
    let mut is_whole = true;
    for tag in tags(html) {
        is_whole = tag.is_whole;
        let kind = match tag.name.to_ascii_lowercase().as_str() {
            "html" if tag.closes => {
                ends = true;
                continue;
            }
            "html" => {
                begins = true;
                continue;
            }
            "body" => {
                ends |= tag.closes;
                continue;
            }
            "table" => 0,
            "ul" => 1,
            "ol" => 2,
            _ => continue,
        };
        let Some(open) = open.get_mut(kind) else {
            continue;
        };
        *open = if tag.closes {
            open.saturating_sub(1)
        } else {
            *open + 1
        };
    }
    let is_cut = match (begins, ends) {
        _ if !is_whole => true,
        (_, true) => false,
        (true, false) => true,
        (false, false) => open.iter().any(|it| *it > 0),
    };
    if is_cut { End::Cut } else { End::Whole }
}

/// A tag as it stands in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tag<'a> {
    pub name: &'a str,
    pub closes: bool,
    /// Whether it ends before the text does.
    pub is_whole: bool,
}

/// The tags of a text, but for those in comments, scripts and styles.
pub fn tags(html: &str) -> impl Iterator<Item = Tag<'_>> {
    let mut rest = html;
    std::iter::from_fn(move || {
        loop {
            let at = rest.find('<')?;
            rest = rest.get(at + 1..)?;
            if let Some(comment) = rest.strip_prefix("!--") {
                rest = comment.find("-->").and_then(|it| comment.get(it..))?;
                continue;
            }
            let closes = rest.starts_with('/');
            let name = rest.strip_prefix('/').unwrap_or(rest);
            if !name.starts_with(|c: char| c.is_ascii_alphabetic()) {
                continue;
            }
            let length = name
                .find(|c: char| !c.is_ascii_alphanumeric() && c != '-')
                .unwrap_or(name.len());
            let (name, after) = name.split_at(length);
            let end = end_of_tag(after);
            rest = end.and_then(|end| after.get(end..)).unwrap_or_default();
            for raw in ["script", "style"] {
                if !closes && name.eq_ignore_ascii_case(raw) {
                    rest = after_raw_text(rest, raw);
                }
            }
            return Some(Tag {
                name,
                closes,
                is_whole: end.is_some(),
            });
        }
    })
}

/// Where a tag ends that has these attributes: after the first `>` in no quotation.
fn end_of_tag(attributes: &str) -> Option<usize> {
    let mut quoted = None;
    let mut after_equals = false;
    for (at, byte) in attributes.bytes().enumerate() {
        match (byte, quoted) {
            (b'>', None) => return Some(at + 1),
            (b'"' | b'\'', None) if after_equals => quoted = Some(byte),
            (byte, Some(quote)) if byte == quote => quoted = None,
            _ => {}
        }
        if !byte.is_ascii_whitespace() {
            after_equals = byte == b'=';
        }
    }
    None
}

/// What follows the text of a script or a style.
fn after_raw_text<'t>(text: &'t str, name: &str) -> &'t str {
    let closes = |at: usize| {
        let tag = text.get(at + 2..at + 2 + name.len());
        tag.is_some_and(|it| it.eq_ignore_ascii_case(name))
    };
    let mut ends = text.match_indices("</").map(|(at, _)| at);
    match ends.find(|at| closes(*at)) {
        Some(at) => text.get(at..).unwrap_or_default(),
        None => "",
    }
}
