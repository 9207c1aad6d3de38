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

/// The same stretches without most of what both say: only words near to what differs are left, and
/// `[…]` for the others.
#[must_use]
pub fn excerpt(spans: &[Span]) -> Vec<Span> {
    if !spans.iter().any(|span| !matches!(span, Span::Kept(_))) {
        return spans.to_vec();
    }
    let last = spans.len().saturating_sub(1);
    let shortened = spans.iter().enumerate().map(|(at, span)| match span {
        Span::Kept(words) => Span::Kept(shortened(words, at > 0, at < last)),
        changed => changed.clone(),
    });
    shortened.collect()
}

/// The start of words, where something before them differs, and their end, where something after
/// them does.
fn shortened(words: &str, follows: bool, precedes: bool) -> String {
    /// How many letters stay on a side, at most.
    const NEAR: usize = 100;
    /// How many bytes are left out, at least.
    const LEAST: usize = 30;
    let mut places = words.char_indices().map(|(at, _)| at);
    let start = if follows { places.nth(NEAR) } else { Some(0) };
    let mut from_end = words.char_indices().rev().map(|(at, _)| at);
    let end = if precedes {
        from_end.nth(NEAR - 1)
    } else {
        Some(words.len())
    };
    let (Some(start), Some(end)) = (start, end) else {
        return words.to_owned();
    };
    // Whole words, as far as there are some.
    let head = words.get(..start).unwrap_or_default();
    let head = head
        .rsplit_once(char::is_whitespace)
        .map_or(head, |(head, _)| head);
    let tail = words.get(end..).unwrap_or_default();
    let tail = tail
        .split_once(char::is_whitespace)
        .map_or(tail, |(_, tail)| tail);
    // Whole fields, too.
    let head = match head.rsplit_once("{{") {
        Some((before, field)) if !field.contains("}}") => before.trim_end(),
        _ => head,
    };
    let tail = match tail.split_once("}}") {
        Some((field, after)) if !field.contains("{{") => after.trim_start(),
        _ => tail,
    };
    if head.len() + tail.len() + LEAST >= words.len() {
        return words.to_owned();
    }
    let parts = [head, "[…]", tail]
        .into_iter()
        .filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join(" ")
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

#[cfg(test)]
mod tests {
    use super::*;

    fn said(spans: &[Span]) -> String {
        let marked = spans.iter().map(|span| match span {
            Span::Kept(words) => words.clone(),
            Span::Removed(words) => format!("-{words}-"),
            Span::Added(words) => format!("+{words}+"),
        });
        marked.collect()
    }

    #[test]
    fn an_excerpt_has_what_differs_and_a_few_words_around_it() {
        let far = "un mot ".repeat(60);
        let spans = compare_words(
            &format!("{far}avant rouge après {far}puis un et enfin {far}"),
            &format!("{far}avant bleu après {far}puis deux et enfin {far}"),
        );
        let excerpt = said(&excerpt(&spans));
        assert!(excerpt.starts_with("[…] "), "{excerpt}");
        assert!(
            excerpt.contains("mot avant -rouge-+bleu+ après un mot"),
            "{excerpt}"
        );
        assert!(excerpt.contains(" […] "), "{excerpt}");
        assert!(excerpt.contains("puis -un-+deux+ et enfin"), "{excerpt}");
        assert!(excerpt.ends_with(" […]"), "{excerpt}");
        assert!(excerpt.chars().count() < 500, "{excerpt}");
    }

    #[test]
    fn what_is_short_or_does_not_differ_stays_whole() {
        for (before, after) in [
            ("", ""),
            ("Un éditeur", "Un autre éditeur"),
            (&*"mot ".repeat(200), &*"mot ".repeat(200)),
            (&*"é".repeat(90), "court"),
        ] {
            let spans = compare_words(before, after);
            assert_eq!(excerpt(&spans), spans);
        }
    }

    #[test]
    fn a_field_is_left_out_whole() {
        let before = format!("{{{{ a.b }}}} {}{{{{ c.d }}}} fin", "mot ".repeat(24));
        let spans = [
            Span::Added("oui".to_owned()),
            Span::Kept(format!("{}{before}{before}", "mot ".repeat(24))),
            Span::Added("non".to_owned()),
        ];
        let excerpt = said(&excerpt(&spans));
        assert!(excerpt.contains(" mot […] "), "{excerpt}");
        assert_eq!(excerpt.matches("{{").count(), excerpt.matches("}}").count());
    }

    #[test]
    fn words_without_an_end_are_cut_all_the_same() {
        let spans = [
            Span::Kept("é".repeat(400)),
            Span::Added("!".to_owned()),
            Span::Kept("à".repeat(400)),
        ];
        let excerpt = said(&excerpt(&spans));
        assert_eq!(
            excerpt,
            format!("[…] {}+!+{} […]", "é".repeat(100), "à".repeat(100))
        );
    }
}
