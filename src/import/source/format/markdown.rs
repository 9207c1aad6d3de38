//! The marks of Markdown in a text, and whether it would be read rightly by them.
//!
//! A plain text with a paragraph a line may have a table between bars, or a line of signs below a
//! title. Read as Markdown, its lines would run together.

/// How many marks of each kind a text has.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Marks {
    /// Marks that no one makes who does not write Markdown.
    sure: usize,
    /// Lines below titles, rules of tables, signs of lists: in plain text, too.
    likely: usize,
    /// Lines that would run into the one above although each is a paragraph.
    joined: usize,
    /// Lines that are words.
    words: usize,
    /// Whether it has Markdown's headings.
    has_headings: bool,
}

/// What a line is to Markdown, as far as its beginning tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Line {
    Blank,
    Heading,
    Underline,
    Rule,
    TableRow,
    Item,
    Other,
    Words,
}

impl Line {
    fn of(line: &str) -> Self {
        let bare = line.trim();
        let hashes = bare.bytes().take_while(|it| *it == b'#').count();
        let after = bare.get(hashes..).unwrap_or_default();
        let indent = line.len() - line.trim_start().len();
        let only = |signs: &str| bare.chars().all(|c| signs.contains(c));
        match () {
            () if bare.is_empty() => Self::Blank,
            () if (1..=6).contains(&hashes) && after.starts_with(' ') => Self::Heading,
            () if only("=") || only("-") => Self::Underline,
            () if only("-:| \t") && bare.contains('-') && bare.contains('|') => Self::Rule,
            () if bare.starts_with('|') => Self::TableRow,
            () if indent < 8 && is_item(bare) => Self::Item,
            () if bare.starts_with('>') || bare.starts_with("```") => Self::Other,
            () => Self::Words,
        }
    }
}

fn is_item(bare: &str) -> bool {
    let rest = bare.trim_start_matches(|c: char| c.is_ascii_digit());
    let sign = if rest.len() == bare.len() {
        rest.strip_prefix(['*', '-', '+'])
    } else {
        rest.strip_prefix(['.', ')'])
    };
    sign.is_some_and(|it| it.starts_with([' ', '\t']))
}

impl Marks {
    pub fn of(text: &str) -> Self {
        let mut marks = Self::default();
        let mut above: (&str, Line) = ("", Line::Blank);
        for line in text.lines() {
            let kind = match Line::of(line) {
                // Rows need no bars around them.
                Line::Words
                    if line.contains('|') && matches!(above.1, Line::Rule | Line::TableRow) =>
                {
                    Line::TableRow
                }
                kind => kind,
            };
            marks.count(line, kind, above);
            above = (line, kind);
        }
        marks
    }

    fn count(&mut self, line: &str, kind: Line, (above, kind_above): (&str, Line)) {
        match kind {
            Line::Heading => {
                self.sure += 1;
                self.has_headings = true;
            }
            Line::Underline if kind_above == Line::Words && line.trim().len() >= 3 => {
                self.likely += 1;
            }
            Line::Rule => self.likely += 1,
            Line::Words => self.words += 1,
            _ => {}
        }
        if matches!(
            kind,
            Line::Words | Line::Item | Line::Heading | Line::TableRow
        ) {
            self.sure += sure_marks(line);
        }
        if kind == Line::Words && kind_above == Line::Words && is_paragraph_end(above) {
            self.joined += 1;
        }
    }

    /// Whether a text with tags is Markdown in which some stand.
    pub fn are_stronger_than_tags(self) -> bool {
        self.has_headings && self.joined * 4 <= self.words
    }

    /// Whether a text is to be read as Markdown.
    pub fn are_a_page(self, is_named_so: bool) -> bool {
        let joined = self.joined * if is_named_so { 2 } else { 4 };
        if self.sure > 0 {
            joined <= self.words.max(self.sure * 8)
        } else {
            (self.likely > 0 || is_named_so) && self.joined * 20 <= self.words
        }
    }
}

/// Links, strong type and signs that are escaped, in a line.
fn sure_marks(line: &str) -> usize {
    let links = line.matches("](").count();
    let strong = line.matches("**").count() / 2;
    let escaped = line.matches("\\_").count() + line.matches("\\*").count();
    links + strong + escaped
}

/// Whether a line ends a paragraph as people write: what was broken to fit a width goes on in the
/// next one.
fn is_paragraph_end(line: &str) -> bool {
    /// Lines that are broken to fit are not longer.
    const WIDEST: usize = 110;
    /// Nor so short.
    const SHORTEST: usize = 50;
    let is_break = line.ends_with("  ") || line.ends_with('\\');
    let length = line.chars().count();
    !is_break
        && (!(SHORTEST..=WIDEST).contains(&length)
            || line.trim_end().ends_with(['.', '!', '?', ':', ';']))
}
