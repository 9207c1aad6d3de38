//! Words with the way they stand out, as HTML has them piece by piece, put together as inlines.

use crate::document::{Inline, Target, clean, field_at};
use crate::model::FieldId;

/// What HTML is read for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Reading {
    /// To be put into a text that is being written: what is seen, and fields as fields.
    #[default]
    Pasted,
    /// As a source of which no word may be lost.
    Page,
    /// Like a page, of a program that means every mark and every space as it stands.
    Exact,
}

/// How words stand out: the marks around them, from the outside in.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Look(Vec<Marked>);

#[derive(Debug, Clone, PartialEq, Eq)]
struct Marked {
    mark: Mark,
    /// Where the reading is exact, the element: two in a row are two.
    by: Option<usize>,
}

/// In the order in which they stand, from the outside in, where nothing else is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Mark {
    Link(Target),
    Strike,
    Strong,
    Emphasis,
    /// Letters of a machine.
    Code,
}

impl Mark {
    fn rank(&self) -> u8 {
        match self {
            Self::Link(_) => 0,
            Self::Strike => 1,
            Self::Strong => 2,
            Self::Emphasis => 3,
            Self::Code => 4,
        }
    }
}

impl Look {
    /// Puts a mark around the words: where it belongs, or inside all others as the mark of an
    /// element.
    pub fn mark(&mut self, mark: Mark, by: Option<usize>) {
        if by.is_some() {
            self.0.push(Marked { mark, by });
            return;
        }
        self.unmark(&mark);
        let place = self.0.partition_point(|it| it.mark.rank() < mark.rank());
        self.0.insert(place, Marked { mark, by });
    }

    /// Takes marks of a kind away.
    pub fn unmark(&mut self, mark: &Mark) {
        self.0.retain(|it| it.mark.rank() != mark.rank());
    }

    /// The link alone.
    #[must_use]
    pub fn link(&self) -> Self {
        let is_link = |it: &&Marked| matches!(it.mark, Mark::Link(_));
        Self(self.0.iter().filter(is_link).cloned().collect())
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Run {
    Words(String, Look),
    Break(Look),
}

/// The words of a paragraph while it is read.
#[derive(Debug, Default)]
pub struct Runs {
    runs: Vec<Run>,
    reading: Reading,
}

impl Runs {
    pub fn new(reading: Reading) -> Self {
        Self {
            runs: Vec::new(),
            reading,
        }
    }

    /// Adds words; white space among them is one space, as a browser shows it.
    pub fn push(&mut self, words: &str, look: &Look) {
        let mut folded = String::with_capacity(words.len());
        let mut after_space = self.ends_with_space();
        let is_exact = self.reading == Reading::Exact;
        for c in clean(words).chars() {
            match c {
                ' ' | '\t' if is_exact => {
                    folded.push(c);
                    after_space = true;
                }
                ' ' | '\t' | '\n' | '\u{c}' if after_space => {}
                ' ' | '\t' | '\n' | '\u{c}' => {
                    folded.push(' ');
                    after_space = true;
                }
                // Where a word may be parted, and widths of nothing.
                '\u{ad}' | '\u{200b}' | '\u{2060}' => {}
                c => {
                    folded.push(c);
                    after_space = false;
                }
            }
        }
        match self.runs.last_mut() {
            _ if folded.is_empty() => {}
            Some(Run::Words(before, same)) if same == look => before.push_str(&folded),
            _ => self.runs.push(Run::Words(folded, look.clone())),
        }
    }

    /// Ends a line within the paragraph.
    pub fn push_break(&mut self, look: &Look) {
        let is_exact = self.reading == Reading::Exact;
        let look = if is_exact {
            look.clone()
        } else {
            Look::default()
        };
        self.runs.push(Run::Break(look));
    }

    fn ends_with_space(&self) -> bool {
        match self.runs.last() {
            Some(Run::Words(words, _)) => words.ends_with([' ', '\t']),
            Some(Run::Break(_)) | None => true,
        }
    }

    /// Whether nothing is there to be read.
    pub fn is_blank(&self) -> bool {
        self.runs.iter().all(|run| match run {
            Run::Words(words, _) => words.trim().is_empty(),
            Run::Break(_) => true,
        })
    }

    /// The inlines, and nothing left.
    pub fn take(&mut self) -> Vec<Inline> {
        let mut runs = std::mem::take(&mut self.runs);
        // Nothing begins or ends with a space or the end of a line.
        while runs.last().is_some_and(is_space) {
            runs.pop();
        }
        if let Some(Run::Words(words, _)) = runs.last_mut() {
            words.truncate(words.trim_end_matches([' ', '\t']).len());
        }
        let blank = runs.iter().take_while(|run| is_space(run)).count();
        runs.drain(..blank);
        if let Some(Run::Words(words, _)) = runs.first_mut() {
            *words = words.trim_start_matches([' ', '\t']).to_owned();
        }
        inlines(&runs, 0, self.reading)
    }
}

fn is_space(run: &Run) -> bool {
    match run {
        Run::Words(words, _) => words.trim_matches([' ', '\t']).is_empty(),
        Run::Break(_) => true,
    }
}

/// The mark of a run that has this many marks around it.
fn mark_at(run: &Run, depth: usize) -> Option<&Marked> {
    let (Run::Words(_, look) | Run::Break(look)) = run;
    look.0.get(depth)
}

/// Runs as inlines, of which the marks outside this depth are made already.
fn inlines(runs: &[Run], depth: usize, reading: Reading) -> Vec<Inline> {
    let mut all = Vec::new();
    for group in runs.chunk_by(|a, b| mark_at(a, depth) == mark_at(b, depth)) {
        let Some(marked) = group.first().and_then(|run| mark_at(run, depth)) else {
            all.extend(group.iter().flat_map(|run| words(run, reading)));
            continue;
        };
        if marked.mark == Mark::Code {
            all.push(code(group));
            continue;
        }
        // A mark that begins or ends with a space is none: the space stands outside.
        let mut inner = group.to_vec();
        let mut around = (false, false);
        if let Some(Run::Words(words, _)) = inner.first_mut() {
            around.0 = words.starts_with(' ');
            *words = words.trim_start_matches(' ').to_owned();
        }
        if let Some(Run::Words(words, _)) = inner.last_mut() {
            around.1 = words.ends_with(' ');
            words.truncate(words.trim_end_matches(' ').len());
        }
        let space = || Inline::Text(" ".to_owned());
        let has_words = inner
            .iter()
            .any(|run| matches!(run, Run::Words(words, _) if !words.trim().is_empty()));
        if around.0 {
            all.push(space());
        }
        let content = inlines(&inner, depth + 1, reading);
        match &marked.mark {
            _ if !has_words => all.extend(content),
            Mark::Link(target) => all.push(Inline::Link {
                target: target.clone(),
                content,
            }),
            Mark::Strike => all.push(Inline::Strike(content)),
            Mark::Strong => all.push(Inline::Strong(content)),
            Mark::Emphasis | Mark::Code => all.push(Inline::Emphasis(content)),
        }
        if around.1 && (has_words || !around.0) {
            all.push(space());
        }
    }
    joined(all)
}

/// What a machine's letters say, whatever marks stand in them.
fn code(runs: &[Run]) -> Inline {
    let words: String = runs
        .iter()
        .map(|run| match run {
            Run::Words(words, _) => words.as_str(),
            Run::Break(_) => " ",
        })
        .collect();
    if words.trim().is_empty() {
        Inline::Text(words)
    } else {
        Inline::Code(words)
    }
}

/// Inlines whose neighbouring words are one.
fn joined(all: Vec<Inline>) -> Vec<Inline> {
    let mut joined: Vec<Inline> = Vec::with_capacity(all.len());
    for inline in all {
        match (joined.last_mut(), inline) {
            (_, Inline::Text(text)) if text.is_empty() => {}
            (Some(Inline::Text(before)), Inline::Text(text)) => before.push_str(&text),
            (_, inline) => joined.push(inline),
        }
    }
    joined
}

/// The words of a run; what is written as a field is one, where it is this program's.
fn words(run: &Run, reading: Reading) -> Vec<Inline> {
    let words = match run {
        Run::Words(words, _) if reading == Reading::Pasted => words,
        Run::Words(words, _) => return vec![Inline::Text(words.clone())],
        Run::Break(_) => return vec![Inline::Break],
    };
    let mut all = Vec::new();
    let mut text = String::new();
    let mut rest = words.as_str();
    while let Some(at) = rest.find("{{") {
        let (head, tail) = rest.split_at(at);
        text.push_str(head);
        match field_at(tail).filter(|(name, _)| FieldId::new(name).is_ok()) {
            Some((name, after)) => {
                all.push(Inline::Text(std::mem::take(&mut text)));
                all.push(Inline::Field(name.to_owned()));
                rest = after;
            }
            None => {
                text.push_str("{{");
                rest = tail.get(2..).unwrap_or_default();
            }
        }
    }
    text.push_str(rest);
    all.push(Inline::Text(text));
    joined(all)
}
