//! Characters that would not be harmless text.

use std::borrow::Cow;

/// A text in which every character that has no place in a finished page (control characters,
/// non-characters, private ones, those that override the direction of what follows) is replaced
/// by U+FFFD, so that it is seen that there was one. Line ends become `\n`.
#[must_use]
pub fn clean(text: &str) -> Cow<'_, str> {
    if !text.contains(is_harmful) {
        return Cow::Borrowed(text);
    }
    let mut cleaned = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\r' if chars.peek() == Some(&'\n') => {}
            '\r' => cleaned.push('\n'),
            c if is_harmful(c) => cleaned.push(char::REPLACEMENT_CHARACTER),
            c => cleaned.push(c),
        }
    }
    Cow::Owned(cleaned)
}

fn is_harmful(c: char) -> bool {
    match c {
        '\n' | '\t' => false,
        // Direction overrides, embeddings and isolates; the byte order mark; line separators,
        // which are control characters to most readers.
        '\u{202A}'..='\u{202E}'
        | '\u{2066}'..='\u{2069}'
        | '\u{FEFF}'
        | '\u{2028}'
        | '\u{2029}'
        | '\u{FFF9}'..='\u{FFFB}' => true,
        // Private use: no font says what they are, and this program uses them as marks.
        '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..='\u{10FFFF}' => true,
        '\u{FDD0}'..='\u{FDEF}' => true,
        c => c.is_control() || (u32::from(c) & 0xFFFE) == 0xFFFE,
    }
}
