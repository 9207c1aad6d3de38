//! Words with the way they stand out, as HTML has them piece by piece, put together as inlines.

use crate::document::{Inline, Target, clean, field_at};
use crate::model::FieldId;

/// How words stand out.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Look {
    pub strong: bool,
    pub emphasis: bool,
    pub strike: bool,
    pub link: Option<Target>,
    /// Letters of a machine, and white space that counts.
    pub kind: Kind,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Kind {
    #[default]
    Words,
    Code,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Run {
    Words(String, Look),
    Break,
}

/// The words of a paragraph while it is read.
#[derive(Debug, Default)]
pub struct Runs(Vec<Run>);

impl Runs {
    /// Adds words; white space among them is one space, as a browser shows it.
    pub fn push(&mut self, words: &str, look: &Look) {
        let mut folded = String::with_capacity(words.len());
        let mut after_space = self.ends_with_space();
        for c in clean(words).chars() {
            match c {
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
        match self.0.last_mut() {
            _ if folded.is_empty() => {}
            Some(Run::Words(before, same)) if same == look => before.push_str(&folded),
            _ => self.0.push(Run::Words(folded, look.clone())),
        }
    }

    pub fn push_break(&mut self) {
        self.0.push(Run::Break);
    }

    fn ends_with_space(&self) -> bool {
        match self.0.last() {
            Some(Run::Words(words, _)) => words.ends_with(' '),
            Some(Run::Break) | None => true,
        }
    }

    /// Whether nothing is there to be read.
    pub fn is_blank(&self) -> bool {
        self.0.iter().all(|run| match run {
            Run::Words(words, _) => words.trim().is_empty(),
            Run::Break => true,
        })
    }

    /// The inlines, and nothing left.
    pub fn take(&mut self) -> Vec<Inline> {
        let mut runs = std::mem::take(&mut self.0);
        // Nothing begins or ends with a space or the end of a line.
        while runs.last().is_some_and(is_space) {
            runs.pop();
        }
        if let Some(Run::Words(words, _)) = runs.last_mut() {
            words.truncate(words.trim_end_matches(' ').len());
        }
        let blank = runs.iter().take_while(|run| is_space(run)).count();
        runs.drain(..blank);
        if let Some(Run::Words(words, _)) = runs.first_mut() {
            *words = words.trim_start_matches(' ').to_owned();
        }
        inlines(&runs, Level::Link)
    }
}

fn is_space(run: &Run) -> bool {
    match run {
        Run::Words(words, _) => words.trim_matches(' ').is_empty(),
        Run::Break => true,
    }
}

/// The marks around words, from the outside in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Level {
    Link,
    Strike,
    Strong,
    Emphasis,
    Words,
}

impl Level {
    fn next(self) -> Self {
        match self {
            Self::Link => Self::Strike,
            Self::Strike => Self::Strong,
            Self::Strong => Self::Emphasis,
            Self::Emphasis | Self::Words => Self::Words,
        }
    }

    /// What a run has at this level.
    fn of(self, run: &Run) -> Option<&Target> {
        match run {
            Run::Words(_, look) if self == Self::Link => look.link.as_ref(),
            _ => None,
        }
    }

    fn is_marked(self, run: &Run) -> bool {
        let Run::Words(_, look) = run else {
            return false;
        };
        match self {
            Self::Link => look.link.is_some(),
            Self::Strike => look.strike,
            Self::Strong => look.strong,
            Self::Emphasis => look.emphasis,
            Self::Words => false,
        }
    }
}

fn inlines(runs: &[Run], level: Level) -> Vec<Inline> {
    if level == Level::Words {
        return runs.iter().flat_map(words).collect();
    }
    let mut all = Vec::new();
    let alike =
        |a: &Run, b: &Run| level.is_marked(a) == level.is_marked(b) && level.of(a) == level.of(b);
    for group in runs.chunk_by(alike) {
        let Some(first) = group.first().filter(|run| level.is_marked(run)) else {
            all.extend(inlines(group, level.next()));
            continue;
        };
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
        let content = inlines(&inner, level.next());
        match (level, level.of(first)) {
            _ if !has_words => all.extend(content),
            (Level::Link, Some(target)) => all.push(Inline::Link {
                target: target.clone(),
                content,
            }),
            (Level::Strike, _) => all.push(Inline::Strike(content)),
            (Level::Strong, _) => all.push(Inline::Strong(content)),
            _ => all.push(Inline::Emphasis(content)),
        }
        if around.1 && (has_words || !around.0) {
            all.push(space());
        }
    }
    joined(all)
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

/// The words of a run; what is written as a field is one.
fn words(run: &Run) -> Vec<Inline> {
    let (words, look) = match run {
        Run::Words(words, look) => (words, look),
        Run::Break => return vec![Inline::Break],
    };
    if look.kind == Kind::Code && !words.trim().is_empty() {
        return vec![Inline::Code(words.clone())];
    }
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
