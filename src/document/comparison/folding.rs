//! Texts without what does not count when only words do.

/// A text with plain signs and single spaces: what two texts have alike that say the same in
/// another typography.
pub fn folded(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    // Nothing before the first word, nor after « and what opens.
    let mut wants_space = false;
    for c in text.chars() {
        match c {
            // Soft hyphens and what has no width.
            '\u{AD}' | '\u{200B}'..='\u{200D}' | '\u{2060}' | '\u{FEFF}' => {}
            c if c.is_whitespace() => wants_space = !folded.is_empty(),
            '»' | ':' | ';' | '!' | '?' | '%' => {
                // French sets a space before these, other languages and many pages none.
                wants_space = false;
                folded.push(if c == '»' { '"' } else { c });
            }
            c => {
                if std::mem::take(&mut wants_space) && !folded.ends_with(OPENING) {
                    folded.push(' ');
                }
                push_plain(&mut folded, c);
            }
        }
    }
    folded.retain(|c| c != OPENING);
    folded
}

/// Marks where a « stood, until all is folded: a plain quotation mark may close as well as open.
const OPENING: char = '\u{E000}';

fn push_plain(folded: &mut String, c: char) {
    match c {
        '«' => folded.extend(['"', OPENING]),
        '“' | '”' | '„' | '‟' => folded.push('"'),
        '‘' | '’' | 'ʼ' | '‛' => folded.push('\''),
        '‐' | '‑' | '‒' | '–' | '—' | '−' | '•' | '◦' | '▪' | '·' => {
            folded.push('-');
        }
        '…' => folded.push_str("..."),
        c => folded.push(c),
    }
}
