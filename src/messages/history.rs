//! The history of a platform's releases as a document, which every renderer takes.

use std::sync::Arc;

use super::comparison::{cookie_counts, differences};
use super::publishing::{fault, short_date};
use crate::document::comparison::{Comparison, Rigour};
use crate::document::{Block, Document, Findings, Flow, Inline, Line, Origin, Section, clean};
use crate::model::{Element, Language, Owner, SectionId};
use crate::words::Words;
use crate::workspace::releases::{Chain, Kept};

/// The history of a platform that was published: all releases, whether they are as they were
/// written, and what changed from each to the next, by words. Nothing where it never was.
#[must_use]
pub fn history(words: &Words, chain: &Chain) -> Option<Document> {
    let last = &chain.releases.last()?.release;
    let name = name_of(last.charters.first());
    let values = [("name", name.0.as_str().into())];
    let title = words.say_of("history-title", &values).into_owned();
    let mut sections = vec![overview(words, chain)];
    let before = chain.releases.iter().map(Some);
    let before = std::iter::once(None).chain(before);
    let steps: Vec<_> = before.zip(&chain.releases).collect();
    sections.extend(
        steps
            .into_iter()
            .rev()
            .map(|(was, is)| step(words, was, is)),
    );
    Some(Document {
        owner: Owner::Platform(last.platform.clone()),
        name: name.0,
        address: name.1,
        privacy: String::new(),
        publisher: None,
        language: words.language().clone(),
        updated: Some(last.date),
        title: line(Element::Title, title),
        sections: sections.into_iter().map(Arc::new).collect(),
        findings: Findings::default(),
    })
}

/// What a comparison found, as a document: of this title, with these words above it.
#[must_use]
pub fn compared(
    words: &Words,
    of: &Document,
    title: String,
    above: String,
    comparison: &Comparison,
) -> Document {
    let id = id("differences");
    Document {
        owner: of.owner.clone(),
        name: of.name.clone(),
        address: of.address.clone(),
        privacy: of.privacy.clone(),
        publisher: of.publisher.clone(),
        language: words.language().clone(),
        updated: of.updated,
        title: line(Element::Title, title),
        sections: vec![Arc::new(Section {
            id: id.clone(),
            origin: Origin::Own,
            depth: 1,
            heading: None,
            body: flow(
                &id,
                [vec![paragraph(above)], told(words, comparison)].concat(),
            ),
            table: None,
        })],
        findings: Findings::default(),
    }
}

/// A charter's name and address.
fn name_of(charter: Option<&crate::render::json::Charter>) -> (String, String) {
    use crate::render::json::Subject;
    match charter.map(|it| &it.subject) {
        Some(Subject::Platform { name, url, .. }) => {
            (clean(name).into_owned(), clean(url).into_owned())
        }
        Some(Subject::Model { name, .. }) => (clean(name).into_owned(), String::new()),
        None => (String::new(), String::new()),
    }
}

fn id(id: &str) -> SectionId {
    SectionId::made_from(id, |_| false)
}

fn line(element: Element, words: String) -> Line {
    Line {
        element,
        origin: Origin::Own,
        language: None,
        inlines: vec![Inline::Text(words)],
    }
}

fn flow(section: &SectionId, blocks: Vec<Block>) -> Flow {
    Flow {
        element: Element::Body(section.clone()),
        origin: Origin::Own,
        language: None,
        blocks,
    }
}

fn paragraph(words: String) -> Block {
    Block::Paragraph(vec![Inline::Text(words)])
}

/// All releases, the latest first, and the state of the register.
fn overview(words: &Words, chain: &Chain) -> Section {
    let id = id("releases");
    let said = |key: &str| words.say(key).into_owned();
    let header = [
        "history-number",
        "history-date",
        "history-by",
        "history-agreement",
        "history-note",
        "history-file",
    ];
    let row = |kept: &Kept| {
        let release = &kept.release;
        let texts = [
            release.number.to_string(),
            short_date(words, release.date),
            release.by.clone(),
            agreement(words, kept),
            release.note.clone(),
            kept.file.clone(),
        ];
        let cell = |text: String| match clean(&text).trim() {
            "" => Vec::new(),
            text => vec![Inline::Text(text.replace('\n', " "))],
        };
        texts.into_iter().map(cell).collect::<Vec<_>>()
    };
    let header = header.iter().map(|key| vec![Inline::Text(said(key))]);
    let mut blocks = vec![Block::Grid {
        header: header.collect(),
        rows: chain.releases.iter().rev().map(row).collect(),
    }];
    if chain.faults.is_empty() {
        let values = [("count", chain.releases.len().into())];
        blocks.push(paragraph(
            words.say_of("register-whole", &values).into_owned(),
        ));
    } else {
        blocks.push(paragraph(said("register-faults")));
        let items = chain.faults.iter();
        blocks.push(Block::List {
            start: None,
            items: items
                .map(|it| vec![paragraph(clean(&fault(words, it)).into_owned())])
                .collect(),
        });
    }
    Section {
        heading: Some(line(Element::Heading(id.clone()), said("history-releases"))),
        depth: 1,
        origin: Origin::Own,
        body: flow(&id, blocks),
        table: None,
        id,
    }
}

/// Who agreed to a release, and when.
#[must_use]
pub fn agreement(words: &Words, kept: &Kept) -> String {
    match &kept.release.agreement {
        None => words.say("agreement-missing").into_owned(),
        Some(agreement) => {
            let date = agreement.on.map(|it| short_date(words, it));
            let values = [
                ("by", agreement.by.as_str().into()),
                ("dated", usize::from(date.is_some()).into()),
                ("date", date.unwrap_or_default().into()),
            ];
            words.say_of("agreement-of", &values).into_owned()
        }
    }
}

/// A release, called by its number and its date.
#[must_use]
pub fn release_name(words: &Words, number: u32, date: jiff::civil::Date) -> String {
    let values = [
        ("number", number.into()),
        ("date", short_date(words, date).into()),
    ];
    words.say_of("release-name", &values).into_owned()
}

/// A release, and what changed from the one before it.
fn step(words: &Words, was: Option<&Kept>, is: &Kept) -> Section {
    let release = &is.release;
    let id = id(&format!("release-{}", release.number));
    let mut blocks = Vec::new();
    if !release.waived.is_empty() {
        blocks.push(paragraph(words.say("history-waived").into_owned()));
        let items = release.waived.iter();
        blocks.push(Block::List {
            start: None,
            items: items
                .map(|it| {
                    let said = format!("{} : {}", it.finding, it.reason);
                    vec![paragraph(clean(&said).replace('\n', " "))]
                })
                .collect(),
        });
    }
    match was {
        None => blocks.push(paragraph(words.say("history-first").into_owned())),
        Some(was) => blocks.extend(since(words, was, is)),
    }
    let name = release_name(words, release.number, release.date);
    Section {
        heading: Some(line(Element::Heading(id.clone()), name)),
        depth: 1,
        origin: Origin::Own,
        body: flow(&id, blocks),
        table: None,
        id,
    }
}

/// What changed from a release to another, in each language.
fn since(words: &Words, was: &Kept, is: &Kept) -> Vec<Block> {
    let mut blocks = Vec::new();
    let several = is.release.charters.len() > 1 || was.release.charters.len() > 1;
    let mut languages: Vec<&Language> = is.release.languages().collect();
    languages.extend(
        was.release
            .languages()
            .filter(|it| is.release.charter(it).is_none()),
    );
    for language in languages {
        let documents = (
            was.release.document(language),
            is.release.document(language),
        );
        let (key, comparison) = match documents {
            (Some(was), Some(is)) => (
                "history-in-language",
                Some(Comparison::between(&was, &is, Rigour::Strict)),
            ),
            (None, _) => ("history-language-added", None),
            (_, None) => ("history-language-removed", None),
        };
        if several || comparison.is_none() {
            let values = [("language", language.as_str().into())];
            blocks.push(paragraph(words.say_of(key, &values).into_owned()));
        }
        if let Some(comparison) = comparison {
            blocks.extend(told(words, &comparison));
        }
    }
    blocks
}

/// What differs, as blocks.
fn told(words: &Words, comparison: &Comparison) -> Vec<Block> {
    if comparison.is_empty() {
        return vec![paragraph(words.say("diff-nothing").into_owned())];
    }
    let mut blocks: Vec<Block> = cookie_counts(words, comparison)
        .into_iter()
        .map(paragraph)
        .collect();
    let differences = differences(words, comparison);
    blocks.push(Block::List {
        start: None,
        items: differences.iter().map(|it| it.item(words)).collect(),
    });
    blocks
}
