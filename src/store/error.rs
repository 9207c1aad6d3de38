//! Why a file is not a collection, and where in it that shows.

/// A place in a file; lines and columns count from 1, columns in characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Position {
    pub line: usize,
    pub column: usize,
}

impl Position {
    /// The place right behind a text.
    pub(super) fn at_end_of(text: &str) -> Self {
        let last_line = text.rsplit('\n').next().unwrap_or_default();
        Self {
            line: text.matches('\n').count() + 1,
            column: last_line.chars().count() + 1,
        }
    }

    /// The first word from here on, if one stands on the line: a reader that stops before the
    /// space there means what comes after it.
    fn at_word(self, text: &str) -> Self {
        let line = text.lines().nth(self.line.saturating_sub(1));
        let mut rest = line
            .unwrap_or_default()
            .chars()
            .skip(self.column.saturating_sub(1));
        let spaces = rest.position(|c| !c.is_whitespace()).unwrap_or_default();
        Self {
            column: self.column + spaces,
            ..self
        }
    }

    /// The place that a reader which counts bytes names.
    fn of_bytes(text: &str, line: usize, column: usize) -> Self {
        let read = text
            .split('\n')
            .nth(line.saturating_sub(1))
            .unwrap_or_default();
        let starts = read.char_indices().take_while(|(at, _)| *at < column);
        Self {
            line,
            column: starts.count().max(1),
        }
    }
}

/// Why a file is not a collection.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unreadable {
    pub at: Option<Position>,
    /// The path of the value, such as `models[0].sections[2].level`; empty at the top.
    pub path: String,
    pub reason: Reason,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reason {
    Empty,
    /// Not UTF-8.
    NotText,
    /// The format of a newer program.
    TooNew(u32),
    TooDeep,
    /// The file stops in the middle.
    UnexpectedEnd,
    UnknownKey {
        key: String,
        expected: Vec<String>,
    },
    MissingKey(String),
    /// Anything else, in the words of what found it.
    Other(String),
}

pub(super) fn from_ron(text: &str, error: ron::error::SpannedError, path: String) -> Unreadable {
    use ron::Error;
    let reason = match error.code {
        Error::Eof | Error::ExpectedStringEnd | Error::UnclosedBlockComment => {
            Reason::UnexpectedEnd
        }
        Error::ExceededRecursionLimit => Reason::TooDeep,
        Error::NoSuchStructField {
            expected, found, ..
        }
        | Error::NoSuchEnumVariant {
            expected, found, ..
        } => Reason::UnknownKey {
            key: found,
            expected: expected.iter().map(|&key| key.to_owned()).collect(),
        },
        Error::MissingStructField { field, .. } => Reason::MissingKey(field.to_owned()),
        code => Reason::Other(code.to_string()),
    };
    let start = error.span.start;
    let end = error.span.end;
    // A span that starts at the top of the file says nothing of where reading stopped.
    let place = if start.line <= 1 && start.col <= 1 {
        end
    } else {
        start
    };
    Unreadable {
        at: Some(
            Position {
                line: place.line,
                column: place.col,
            }
            .at_word(text),
        ),
        path: without_root(path),
        reason,
    }
}

pub(super) fn from_json(text: &str, error: &serde_json::Error, path: String) -> Unreadable {
    let message = error.to_string();
    let position = format!(" at line {} column {}", error.line(), error.column());
    let message = message.strip_suffix(&position).unwrap_or(&message);
    let reason = match error.classify() {
        serde_json::error::Category::Eof => Reason::UnexpectedEnd,
        _ if message == "recursion limit exceeded" => Reason::TooDeep,
        _ => serde_words(message),
    };
    let known = error.line() > 0;
    Unreadable {
        at: known.then(|| Position::of_bytes(text, error.line(), error.column())),
        path: without_root(path),
        reason,
    }
}

/// Understands the messages that serde itself words.
fn serde_words(message: &str) -> Reason {
    let quoted = |text: &str| {
        text.split('`')
            .skip(1)
            .step_by(2)
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    let mut names = quoted(message);
    if message.starts_with("missing field `") && !names.is_empty() {
        Reason::MissingKey(names.remove(0))
    } else if (message.starts_with("unknown field `") || message.starts_with("unknown variant `"))
        && !names.is_empty()
    {
        Reason::UnknownKey {
            key: names.remove(0),
            expected: names,
        }
    } else {
        Reason::Other(message.to_owned())
    }
}

/// The path as people read it: that of the top is empty.
fn without_root(path: String) -> String {
    if path == "." || path == "?" {
        String::new()
    } else {
        path
    }
}
