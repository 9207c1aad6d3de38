//! What differs between two documents, as it is told: where, what, and the words.

use jiff::civil::Date;

use super::short_date;
use crate::document::comparison::{
    CellChange, ColumnChange, Comparison, CookieChange, Fate, SectionChange, SectionFate,
    TableChange, TextChange,
};
use crate::document::{Block, Inline};
use crate::model::{Category, Collection, Consent, Language, Nature, Owner, Span};
use crate::words::Words;

/// A difference: a place, what happened there, and how the words there differ.
#[derive(Debug, Clone, PartialEq)]
pub struct Difference {
    /// Where: « Section « Cookies » », « Cookie _ga (Google) ».
    pub place: String,
    /// What: « ajoutée », « Durée ».
    pub what: String,
    /// None where what happened says it all.
    pub spans: Vec<Span>,
}

/// How many letters of what both say are told on each side of what differs.
const AROUND: usize = 60;

/// What differs, in the order of the charter, the cookies last.
#[must_use]
pub fn differences(words: &Words, comparison: &Comparison) -> Vec<Difference> {
    let mut teller = Teller {
        words,
        told: Vec::new(),
    };
    let whole = words.say("diff-charter").into_owned();
    for (key, change) in [
        ("diff-name", &comparison.name),
        ("diff-address", &comparison.address),
        ("diff-privacy", &comparison.privacy),
        ("diff-title", &comparison.title),
    ] {
        teller.text(&whole, key, change.as_ref());
    }
    if let Some((before, after)) = comparison.updated {
        let date = |date: Option<Date>| date.map_or_else(String::new, |it| short_date(words, it));
        teller.values(&whole, "diff-updated", date(before), date(after));
    }
    for section in &comparison.sections {
        teller.section(section);
    }
    for cookie in &comparison.cookies {
        teller.cookie(cookie);
    }
    teller.told
}

/// How many of the cookies are new, gone and changed, in a sentence; nothing where none is.
#[must_use]
pub fn cookie_counts(words: &Words, comparison: &Comparison) -> Option<String> {
    let count = |is: fn(&Fate) -> bool| {
        let cookies = comparison.cookies.iter();
        cookies.filter(|it| is(&it.what)).count()
    };
    let values = [
        ("added", count(|it| matches!(it, Fate::Added(_))).into()),
        ("removed", count(|it| matches!(it, Fate::Removed(_))).into()),
        (
            "changed",
            count(|it| matches!(it, Fate::Changed { .. })).into(),
        ),
    ];
    (!comparison.cookies.is_empty()).then(|| words.say_of("diff-cookies", &values).into_owned())
}

/// Differences as lines of plain text: what is gone as `[-…-]`, what is new as `{+…+}`.
#[must_use]
pub fn difference_lines(words: &Words, comparison: &Comparison) -> Vec<String> {
    let told = differences(words, comparison);
    told.iter().map(|it| it.line(words)).collect()
}

/// What a charter of two versions says otherwise; each in its language, where it has several.
#[must_use]
pub fn said_otherwise(words: &Words, said: &[(Language, Comparison)]) -> Vec<Difference> {
    let in_language = |(language, comparison): &(Language, Comparison)| {
        let mut told = differences(words, comparison);
        if said.len() > 1 {
            for difference in &mut told {
                difference.place = format!("[{language}] {}", difference.place);
            }
        }
        told
    };
    said.iter().flat_map(in_language).collect()
}

/// What a charter is called, in the first of these versions that has it.
#[must_use]
pub fn charter_name(words: &Words, versions: [&Collection; 2], owner: &Owner) -> String {
    let there = versions.into_iter().find(|it| it.charter(owner).is_some());
    let name = there.map_or_else(String::new, |collection| {
        let first = collection.first_language();
        let name = match owner {
            Owner::Model(id) => collection.models.get(id).map(|it| it.name.clone()),
            Owner::Platform(id) => collection.platforms.get(id).map(|it| it.name.clone()),
        };
        let name = name.unwrap_or_default();
        name.said(words.language(), &first).text.to_owned()
    });
    let key = match owner {
        Owner::Model(_) => "diff-model",
        Owner::Platform(_) => "diff-platform",
    };
    let id = owner.to_string();
    let name = if name.is_empty() { id.clone() } else { name };
    let values = [("name", name.into()), ("id", id.into())];
    words.say_of(key, &values).into_owned()
}

impl Difference {
    /// Where and what.
    #[must_use]
    pub fn head(&self, words: &Words) -> String {
        let values = [
            ("place", self.place.as_str().into()),
            ("what", self.what.as_str().into()),
        ];
        words.say_of("diff-head", &values).into_owned()
    }

    /// As a line of plain text.
    #[must_use]
    pub fn line(&self, words: &Words) -> String {
        let mut line = self.head(words);
        if !self.spans.is_empty() {
            line.push_str(&words.say("diff-colon"));
            for span in &self.spans {
                line.push_str(&match span {
                    Span::Kept(said) => said.clone(),
                    Span::Removed(said) => format!("[-{said}-]"),
                    Span::Added(said) => format!("{{+{said}+}}"),
                });
            }
        }
        line.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// As an item of a document's list: what is gone struck through, what is new in strong
    /// letters.
    #[must_use]
    pub fn item(&self, words: &Words) -> Vec<Block> {
        let mut inlines = vec![Inline::Text(self.head(words))];
        if !self.spans.is_empty() {
            inlines.push(Inline::Text(words.say("diff-colon").into_owned()));
        }
        for span in &self.spans {
            let text = |said: &str| {
                let mut inlines = Vec::new();
                for (number, line) in said.split('\n').enumerate() {
                    if number > 0 {
                        inlines.push(Inline::Break);
                    }
                    if !line.is_empty() {
                        inlines.push(Inline::Text(line.to_owned()));
                    }
                }
                inlines
            };
            match span {
                Span::Kept(said) => inlines.extend(text(said)),
                Span::Removed(said) => inlines.push(Inline::Strike(text(said))),
                Span::Added(said) => inlines.push(Inline::Strong(text(said))),
            }
        }
        vec![Block::Paragraph(inlines)]
    }
}

struct Teller<'a> {
    words: &'a Words,
    told: Vec<Difference>,
}

impl Teller<'_> {
    fn tell(&mut self, place: &str, what: String, spans: Vec<Span>) {
        self.told.push(Difference {
            place: place.to_owned(),
            what,
            spans,
        });
    }

    fn say(&mut self, place: &str, key: &str) {
        let what = self.words.say(key).into_owned();
        self.tell(place, what, Vec::new());
    }

    fn text(&mut self, place: &str, key: &str, change: Option<&TextChange>) {
        if let Some(change) = change {
            let what = self.words.say(key).into_owned();
            self.change(place, what, change);
        }
    }

    fn change(&mut self, place: &str, what: String, change: &TextChange) {
        match change {
            TextChange::Words(spans) => self.tell(place, what, shortened(spans)),
            TextChange::Marks => {
                let values = [("what", what.into())];
                let what = self.words.say_of("diff-marks", &values).into_owned();
                self.tell(place, what, Vec::new());
            }
        }
    }

    /// One value that gives way to another.
    fn values(&mut self, place: &str, key: &str, before: String, after: String) {
        let what = self.words.say(key).into_owned();
        let spans = match (before.is_empty(), after.is_empty()) {
            (true, true) => return,
            (true, false) => vec![Span::Added(after)],
            (false, true) => vec![Span::Removed(before)],
            (false, false) => vec![
                Span::Removed(before),
                Span::Kept(" ".to_owned()),
                Span::Added(after),
            ],
        };
        self.tell(place, what, spans);
    }

    fn section(&mut self, section: &SectionChange) {
        let values = [
            ("named", usize::from(!section.heading.is_empty()).into()),
            ("heading", section.heading.as_str().into()),
        ];
        let place = self.words.say_of("diff-section", &values).into_owned();
        match &section.what {
            SectionFate::Added(said) => {
                let what = self.words.say("diff-added").into_owned();
                self.tell(&place, what, whole(said, Span::Added));
            }
            SectionFate::Removed(said) => {
                let what = self.words.say("diff-removed").into_owned();
                self.tell(&place, what, whole(said, Span::Removed));
            }
            SectionFate::Changed {
                moved,
                heading,
                depth,
                body,
                table,
            } => {
                if *moved {
                    self.say(&place, "diff-moved");
                }
                self.text(&place, "diff-heading", heading.as_ref());
                if let Some((before, after)) = depth {
                    self.values(&place, "diff-depth", before.to_string(), after.to_string());
                }
                self.text(&place, "diff-body", body.as_ref());
                if let Some(table) = table {
                    self.table(&place, table);
                }
            }
        }
    }

    fn table(&mut self, place: &str, table: &TableChange) {
        match &table.nature {
            None => {}
            Some((None, _)) => self.say(place, "diff-table-added"),
            Some((_, None)) => self.say(place, "diff-table-removed"),
            Some((Some(before), Some(after))) => {
                let (before, after) = (nature(self.words, before), nature(self.words, after));
                self.values(place, "diff-nature", before, after);
            }
        }
        for column in &table.columns {
            let (key, span) = match column {
                ColumnChange::Added(label) => ("diff-column-added", Span::Added(label.clone())),
                ColumnChange::Removed(label) => {
                    ("diff-column-removed", Span::Removed(label.clone()))
                }
                ColumnChange::Renamed(change) => {
                    self.text(place, "diff-column", Some(change));
                    continue;
                }
            };
            let what = self.words.say(key).into_owned();
            self.tell(place, what, vec![span]);
        }
        if table.reordered {
            self.say(place, "diff-reordered");
        }
    }

    fn cookie(&mut self, change: &CookieChange) {
        let cookie = &change.cookie;
        let values = [
            ("name", cookie.name.as_str().into()),
            ("by", usize::from(!cookie.provider.is_empty()).into()),
            ("provider", cookie.provider.as_str().into()),
        ];
        let place = self.words.say_of("diff-cookie", &values).into_owned();
        let said = |cells: &[(String, String)]| {
            let cells: Vec<String> = cells
                .iter()
                .map(|(label, said)| format!("{label} : {said}"))
                .collect();
            cells.join(" · ")
        };
        match &change.what {
            Fate::Added(cells) => {
                let what = self.words.say("diff-cookie-added").into_owned();
                self.tell(&place, what, whole(&said(cells), Span::Added));
            }
            Fate::Removed(cells) => {
                let what = self.words.say("diff-cookie-removed").into_owned();
                self.tell(&place, what, whole(&said(cells), Span::Removed));
            }
            Fate::Changed { from, cells } => {
                if let Some(from) = from {
                    let to = cookie.section.clone();
                    self.values(&place, "diff-cookie-moved", from.clone(), to);
                }
                for CellChange { label, change } in cells {
                    self.change(&place, label.clone(), change);
                }
            }
        }
    }
}

/// The key of a category's name among the words of the interface.
#[must_use]
pub fn category_key(category: &Category) -> &'static str {
    match category {
        Category::Necessary => "category-necessary",
        Category::Functional => "category-functional",
        Category::Audience => "category-audience",
        Category::Personalisation => "category-personalisation",
        Category::Advertising => "category-advertising",
        Category::Social => "category-social",
        Category::Other(_) => "category-other",
    }
}

/// A table's category and its rule of consent.
#[must_use]
pub fn nature(words: &Words, nature: &Nature) -> String {
    let category = match &nature.category {
        Category::Other(name) => {
            let language = words.language();
            name.said(language, language).text.to_owned()
        }
        category => words.say(category_key(category)).into_owned(),
    };
    let consent = match nature.consent() {
        Consent::Required => "consent-required",
        Consent::Exempt => "consent-exempt",
    };
    format!("{category} · {}", words.say(consent))
}

fn whole(said: &str, span: impl Fn(String) -> Span) -> Vec<Span> {
    if said.is_empty() {
        Vec::new()
    } else {
        vec![span(said.to_owned())]
    }
}

/// Compared words without the long stretches that both say: what stands around the differences is
/// enough to find them.
fn shortened(spans: &[Span]) -> Vec<Span> {
    let last = spans.len().saturating_sub(1);
    let shorten = |(at, span): (usize, &Span)| match span {
        Span::Kept(said) => {
            let before = if at == 0 { 0 } else { AROUND };
            let after = if at == last { 0 } else { AROUND };
            Span::Kept(ends(said, before, after))
        }
        changed => changed.clone(),
    };
    spans.iter().enumerate().map(shorten).collect()
}

/// The first and the last letters of words, at spaces, and a mark for what is left out.
fn ends(said: &str, first: usize, last: usize) -> String {
    let letters = said.chars().count();
    if letters <= first + last + 3 {
        return said.to_owned();
    }
    let place = |letter: usize| {
        said.char_indices()
            .nth(letter)
            .map_or(said.len(), |it| it.0)
    };
    let head = said.get(..place(first)).unwrap_or_default();
    let tail = said.get(place(letters - last)..).unwrap_or_default();
    let head = head
        .rfind(' ')
        .and_then(|at| head.get(..=at))
        .unwrap_or(head);
    let tail = tail.find(' ').and_then(|at| tail.get(at..)).unwrap_or(tail);
    format!("{head}…{tail}")
}
