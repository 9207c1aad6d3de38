//! What a cell says as a value: lines of words, without marks. Where a link leads stands behind
//! its words.

use super::layout;
use crate::document::{Block, Inline, plain};

/// What a cell says, on as many lines as it has.
pub fn value(blocks: &[Block]) -> String {
    lines(blocks, Code::Plain).join("\n")
}

/// What a name cell says, with backticks around what is marked as code: where a name begins and
/// ends.
pub fn names(blocks: &[Block]) -> String {
    lines(blocks, Code::Marked).join("\n")
}

/// What inlines say, on one line.
pub fn line(inlines: &[Inline]) -> String {
    let mut line = String::new();
    push(inlines, Code::Plain, &mut line);
    folded(&line)
}

#[derive(Debug, Clone, Copy)]
enum Code {
    Plain,
    Marked,
}

fn lines(blocks: &[Block], code: Code) -> Vec<String> {
    let numbers = |start: Option<usize>, position| match start {
        Some(_) => layout::marker(start, position),
        // A hyphen before a value would be taken for a minus.
        None => String::new(),
    };
    let mut lines = Vec::new();
    for inlines in layout::lines(blocks, &numbers) {
        let mut text = String::new();
        push(&inlines, code, &mut text);
        lines.extend(text.split('\n').map(folded));
    }
    lines.retain(|line| !line.is_empty());
    lines
}

fn folded(text: &str) -> String {
    let words: Vec<&str> = text
        .split([' ', '\t', '\n'])
        .filter(|word| !word.is_empty())
        .collect();
    words.join(" ")
}

fn push(inlines: &[Inline], code: Code, text: &mut String) {
    for inline in inlines {
        match (inline, code) {
            (Inline::Emphasis(content) | Inline::Strong(content) | Inline::Strike(content), _) => {
                push(content, code, text);
            }
            (Inline::Link { target, content }, _) => {
                let mut words = String::new();
                push(content, code, &mut words);
                let words = words.trim();
                let address = target.as_str();
                let spoken = address.strip_prefix("mailto:").unwrap_or(address);
                if words.is_empty() || words == address || words == spoken {
                    text.push_str(spoken);
                } else {
                    text.push_str(words);
                    text.push_str(" (");
                    text.push_str(address);
                    text.push(')');
                }
            }
            (Inline::Break, _) => text.push('\n'),
            (Inline::Code(name), Code::Marked) if !name.contains('`') => {
                text.push('`');
                text.push_str(&name.replace(['\n', '\t'], " "));
                text.push('`');
            }
            (Inline::Text(_) | Inline::Foreign { .. } | Inline::Code(_) | Inline::Field(_), _) => {
                let words = plain(std::slice::from_ref(inline));
                text.push_str(&words.replace(['\t', '\n'], " "));
            }
        }
    }
}
