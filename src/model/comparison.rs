//! Two texts compared by words: what both say, what the first alone says, what the second alone.

use similar::{ChangeTag, TextDiff};

/// A stretch of two compared texts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Span {
    /// Both say it.
    Kept(String),
    /// Only the first says it.
    Removed(String),
    /// Only the second says it.
    Added(String),
}

/// The stretches that lead from a text to another, in the order in which they are read; where
/// words give way to others, the old ones come first.
///
/// The kept and removed ones put together are `before`, the kept and added ones `after`.
#[must_use]
pub fn compare_words(before: &str, after: &str) -> Vec<Span> {
    let diff = TextDiff::from_unicode_words(before, after);
    let mut stretches: Vec<(ChangeTag, String)> = Vec::new();
    for change in diff.iter_all_changes() {
        match stretches.last_mut() {
            Some((tag, words)) if *tag == change.tag() => words.push_str(change.value()),
            _ => stretches.push((change.tag(), change.value().to_owned())),
        }
    }
    let mut spans = Vec::new();
    let mut open = Open::default();
    let count = stretches.len();
    for (at, (tag, words)) in stretches.into_iter().enumerate() {
        match tag {
            ChangeTag::Delete => open.removed.push_str(&words),
            ChangeTag::Insert => open.added.push_str(&words),
            // A space alone between changed words belongs to the change: « a b » for « c d » is
            // one change and not two.
            ChangeTag::Equal if open.is_change() && at + 1 < count && is_one_space(&words) => {
                open.removed.push_str(&words);
                open.added.push_str(&words);
                open.spaces = words.len();
            }
            ChangeTag::Equal => {
                open.close(&mut spans);
                spans.push(Span::Kept(words));
                continue;
            }
        }
        if tag != ChangeTag::Equal {
            open.spaces = 0;
        }
    }
    open.close(&mut spans);
    spans
}

fn is_one_space(words: &str) -> bool {
    let mut chars = words.chars();
    matches!((chars.next(), chars.next()), (Some(c), None) if c.is_whitespace() && c != '\n')
}

/// A change that may go on.
#[derive(Default)]
struct Open {
    removed: String,
    added: String,
    /// How many bytes at the end of both are a space that both texts have.
    spaces: usize,
}

impl Open {
    fn is_change(&self) -> bool {
        !self.removed.is_empty() || !self.added.is_empty()
    }

    fn close(&mut self, spans: &mut Vec<Span>) {
        let Self {
            mut removed,
            mut added,
            spaces,
        } = std::mem::take(self);
        removed.truncate(removed.len() - spaces);
        let space = added.split_off(added.len() - spaces);
        if !removed.is_empty() {
            spans.push(Span::Removed(removed));
        }
        if !added.is_empty() {
            spans.push(Span::Added(added));
        }
        if !space.is_empty() {
            spans.push(Span::Kept(space));
        }
    }
}
