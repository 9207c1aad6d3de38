//! Lines of Markdown, as far as what stands before their words goes: indents, quote marks, the
//! marks of lists and headings.

use std::ops::Range;

/// The mark of a list's item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// `-`, `*` or `+`.
    Bullet(char),
    /// A number and what follows it, `.` or `)`.
    Number(u32, char),
}

impl Mark {
    /// The mark of the item after this one.
    pub fn next(self) -> Self {
        match self {
            Self::Bullet(sign) => Self::Bullet(sign),
            Self::Number(number, sign) => Self::Number(number.saturating_add(1), sign),
        }
    }

    pub fn written(self) -> String {
        match self {
            Self::Bullet(sign) => format!("{sign} "),
            Self::Number(number, sign) => format!("{number}{sign} "),
        }
    }
}

/// A line, taken apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Line<'a> {
    /// Spaces and quote marks (`> `) before all else.
    pub lead: &'a str,
    pub mark: Option<Mark>,
    /// The mark as it is written, with the space after it.
    pub written_mark: &'a str,
    pub words: &'a str,
}

impl<'a> Line<'a> {
    pub fn new(line: &'a str) -> Self {
        let rest = line.trim_start_matches([' ', '\t', '>']);
        let lead = head(line, rest);
        match list_mark(rest) {
            Some((mark, words)) => Self {
                lead,
                mark: Some(mark),
                written_mark: head(rest, words),
                words,
            },
            None => Self {
                lead,
                mark: None,
                written_mark: "",
                words: rest,
            },
        }
    }

    /// Where the words start, from the start of the line.
    pub fn start_of_words(&self) -> usize {
        self.lead.len() + self.written_mark.len()
    }

    pub fn is_quoted(&self) -> bool {
        self.lead.contains('>')
    }

    /// Whether nothing but marks stands on it.
    pub fn is_blank(&self) -> bool {
        self.words.trim().is_empty()
    }

    /// Whether it is a fence of a block of code.
    pub fn is_fence(&self) -> bool {
        self.words.starts_with("```") || self.words.starts_with("~~~")
    }
}

/// What a text has more before `rest`, which it ends with.
fn head<'a>(text: &'a str, rest: &str) -> &'a str {
    text.get(..text.len() - rest.len()).unwrap_or_default()
}

fn list_mark(text: &str) -> Option<(Mark, &str)> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let (mark, rest) = if digits == 0 {
        let sign = text.chars().next().filter(|c| "-*+".contains(*c))?;
        (Mark::Bullet(sign), text.get(1..)?)
    } else {
        let number = text.get(..digits).filter(|it| it.len() <= 9)?;
        let rest = text.get(digits..)?;
        let sign = rest.chars().next().filter(|c| ".)".contains(*c))?;
        (Mark::Number(number.parse().ok()?, sign), rest.get(1..)?)
    };
    // A sign alone on its line is the mark of an item that is being begun.
    match rest.strip_prefix([' ', '\t']) {
        Some(words) => Some((mark, words)),
        None => rest.is_empty().then_some((mark, rest)),
    }
}

/// The range of the line that a place is on, without its end.
pub fn line_at(text: &str, at: usize) -> Range<usize> {
    let start = super::before(text, at).rfind('\n').map_or(0, |it| it + 1);
    let end = super::after(text, at)
        .find('\n')
        .map_or(text.len(), |it| at + it);
    start..end
}

/// The ranges of the lines that a selection touches.
pub fn lines_of(text: &str, selection: &Range<usize>) -> Vec<Range<usize>> {
    let first = line_at(text, selection.start);
    let mut lines = vec![first.clone()];
    let mut next = first.end + 1;
    // A selection that ends at the start of a line does not mean that line.
    while next < selection.end {
        let line = line_at(text, next);
        next = line.end + 1;
        lines.push(line);
    }
    lines
}

/// Whether a place is inside a block of code.
pub fn is_in_code(text: &str, at: usize) -> bool {
    let start = line_at(text, at).start;
    let fences = super::before(text, start)
        .lines()
        .filter(|line| Line::new(line).is_fence())
        .count();
    fences % 2 == 1
}
