//! Comments of a hand-written RON file, which a save does not keep: people are told before.

/// Whether a RON text has a comment.
#[must_use]
pub fn has_comments(text: &str) -> bool {
    let mut rest = text;
    while let Some(at) = rest.find(['/', '"', 'r']) {
        let here = &rest[at..];
        if here.starts_with("//") || here.starts_with("/*") {
            return true;
        }
        let skipped =
            string_at(here).unwrap_or_else(|| here.chars().next().map_or(1, char::len_utf8));
        rest = here.get(skipped..).unwrap_or_default();
    }
    false
}

/// The length of the string that a text starts with, if it starts with one.
fn string_at(text: &str) -> Option<usize> {
    if let Some(raw) = text.strip_prefix('r') {
        let hashes = raw.len() - raw.trim_start_matches('#').len();
        let inside = raw.get(hashes..)?.strip_prefix('"')?;
        let end = format!("\"{}", "#".repeat(hashes));
        let length = inside.find(&end).map_or(inside.len(), |at| at + end.len());
        return Some(1 + hashes + 1 + length);
    }
    let inside = text.strip_prefix('"')?;
    let mut escaped = false;
    for (at, c) in inside.char_indices() {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return Some(1 + at + 1),
            _ => {}
        }
    }
    Some(text.len())
}
