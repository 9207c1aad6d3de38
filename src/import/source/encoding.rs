//! Bytes to text: the encoding is told from the bytes, and what is no text is refused.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

use super::Refusal;

/// A text and the name of the encoding that it was in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decoded {
    /// Its lines end with `\n`.
    pub text: String,
    pub encoding: &'static str,
}

/// The text of bytes.
pub fn decode(bytes: &[u8]) -> Result<Decoded, Refusal> {
    if is_known_not_to_be_text(bytes) {
        return Err(Refusal::NotText);
    }
    let encoding = encoding_of(bytes);
    let (text, had_errors) = encoding.decode_with_bom_removal(bytes);
    if !is_text(&text, had_errors) {
        return Err(Refusal::NotText);
    }
    let text = tidied(&text);
    if text.trim().is_empty() {
        return Err(Refusal::Empty);
    }
    Ok(Decoded {
        text,
        encoding: encoding.name(),
    })
}

/// Whether bytes begin as pictures, archives, programs and documents do that are no text.
fn is_known_not_to_be_text(bytes: &[u8]) -> bool {
    const BEGINNINGS: &[&[u8]] = &[
        b"%PDF-",
        b"PK\x03\x04",
        b"\x89PNG",
        b"\xff\xd8\xff",
        b"GIF8",
        b"RIFF",
        b"\x1f\x8b",
        b"BZh",
        b"7z\xbc\xaf",
        b"Rar!",
        b"\x7fELF",
        // What Word and Excel wrote before they wrote ZIP.
        b"\xd0\xcf\x11\xe0",
        b"{\\rtf",
    ];
    BEGINNINGS.iter().any(|it| bytes.starts_with(it))
}

fn encoding_of(bytes: &[u8]) -> &'static Encoding {
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        return encoding;
    }
    if let Some(encoding) = utf_16(bytes) {
        return encoding;
    }
    if is_nearly_utf_8(bytes) {
        return UTF_8;
    }
    declared(bytes).unwrap_or_else(|| guessed(bytes))
}

/// UTF-16 without a mark, told by where the letters of most languages have a byte of nothing.
fn utf_16(bytes: &[u8]) -> Option<&'static Encoding> {
    /// How much of a text tells it.
    const ENOUGH: usize = 1 << 14;
    let looked_at = bytes.get(..ENOUGH).unwrap_or(bytes);
    let pairs = looked_at.len() / 2;
    if pairs < 2 || bytes.len() % 2 == 1 {
        return None;
    }
    let nothing_at = |place: usize| {
        let bytes = looked_at.iter().skip(place).step_by(2);
        bytes.filter(|byte| **byte == 0).count()
    };
    let (first, second) = (nothing_at(0), nothing_at(1));
    let most = |count: usize| count * 10 >= pairs * 7;
    let few = |count: usize| count * 20 <= pairs;
    match () {
        () if most(second) && few(first) => Some(UTF_16LE),
        () if most(first) && few(second) => Some(UTF_16BE),
        () => None,
    }
}

/// Whether bytes are UTF-8, but for a few that were damaged or an end that was cut off.
fn is_nearly_utf_8(bytes: &[u8]) -> bool {
    let (mut wrong, mut letters) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        letters += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        wrong += usize::from(!chunk.invalid().is_empty());
    }
    let is_cut = std::str::from_utf8(bytes).is_err_and(|error| error.error_len().is_none());
    wrong == 0 || is_cut && letters > 0 || wrong * 20 < letters
}

/// What an HTML or XML text says that it is in.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    /// Further on, browsers do not look.
    const FURTHEST: usize = 4096;
    let head = bytes.get(..FURTHEST).unwrap_or(bytes).to_ascii_lowercase();
    let head = String::from_utf8_lossy(&head);
    let in_xml = head.strip_prefix("<?xml").and_then(|it| {
        let declaration = it.split("?>").next().unwrap_or_default();
        after(declaration, "encoding")
    });
    let in_meta = head.split("<meta").skip(1).find_map(|it| {
        let tag = it.split('>').next().unwrap_or_default();
        after(tag, "charset")
    });
    let encoding = Encoding::for_label(in_xml.or(in_meta)?.as_bytes())?;
    // What is not UTF-8 does not become so by saying it.
    (encoding != UTF_8 && !encoding.name().starts_with("UTF-16")).then_some(encoding)
}

/// The word after a name and `=`.
fn after<'t>(text: &'t str, name: &str) -> Option<&'t str> {
    let (_, value) = text.split_once(name)?;
    let value = value.trim_start().strip_prefix('=')?;
    let value = value.trim_start().trim_start_matches(['"', '\'']);
    value.split(['"', '\'', ' ', ';', '/', '>']).next()
}

fn guessed(bytes: &[u8]) -> &'static Encoding {
    /// How much is looked at, from the first letter on that tells something.
    const ENOUGH: usize = 1 << 18;
    let first = bytes.iter().position(|byte| !byte.is_ascii());
    let start = first.unwrap_or_default().saturating_sub(1);
    let telling = bytes.get(start..).unwrap_or_default();
    let telling = telling.get(..ENOUGH).unwrap_or(telling);
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(telling, true);
    detector.guess(None, Utf8Detection::Deny)
}

/// Whether decoded bytes are text: nothing that ends a string in a program, and hardly any
/// control characters or bytes that had to be replaced.
fn is_text(text: &str, had_errors: bool) -> bool {
    let (mut all, mut control) = (0_usize, 0_usize);
    for c in text.chars() {
        all += 1;
        match c {
            '\0' => return false,
            '\t' | '\n' | '\r' | '\u{c}' => {}
            char::REPLACEMENT_CHARACTER if had_errors => control += 1,
            c if c.is_control() => control += 1,
            _ => {}
        }
    }
    control * 50 <= all
}

/// A text whose lines end alike, without marks of byte order.
fn tidied(text: &str) -> String {
    let mut tidied = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\r' if chars.peek() == Some(&'\n') => {}
            '\r' | '\u{2028}' | '\u{2029}' => tidied.push('\n'),
            '\u{feff}' => {}
            c => tidied.push(c),
        }
    }
    tidied
}
