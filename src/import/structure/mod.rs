//! Structure: what the parts of a page are for.
//!
//! ```text
//! Page ──gather──► items ──outline──► sections and tables ──► Draft
//!       what is set apart,   headings, their      categories, what the page
//!       tables from lines    levels, the title    says of itself, its end
//! ```
//!
//! What is marked in the source is taken as it is; the rest is told by what it looks like, and
//! where that is not sure a note says so. A person's decisions go before either.

mod about;
mod around;
mod end;
mod gather;
mod headings;
mod known;
mod listed;
mod outline;
mod records;
mod rows;
mod tables;
mod title;
mod turned;
mod vocabulary;
mod words;

use std::collections::{BTreeMap, HashSet};

use super::draft::{DateOnPage, Draft, DraftSection, Note, NoteKind, SetApart, Verdict};
use super::page::{Content, Page};
use crate::model::{Category, Language, Role};
use gather::What;
use outline::Outline;

/// What a person decided otherwise than it was told.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Decisions {
    pub language: Option<Language>,
    /// By the number of the part.
    pub kinds: BTreeMap<usize, Kind>,
    /// By the number of the table and of the column.
    pub roles: BTreeMap<(usize, usize), Role>,
    /// By the number of the table.
    pub categories: BTreeMap<usize, Option<Category>>,
}

/// What a part of a page is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Title,
    /// A heading, of a level from 1 to 6.
    Heading(u8),
    Text,
    Table,
    SetApart,
}

/// What is found on a page; `usual` is the language of one that does not tell.
#[must_use]
pub fn draft(page: &Page, decisions: &Decisions, usual: &Language) -> Draft {
    let mut notes: Vec<Note> = link_titles(page).into_iter().collect();
    let items = gather::items(page, decisions, &mut notes);
    let mut kinds = gather::kinds(&items, page.parts.len());
    let outline = outline::outline(page, items, &mut kinds, &mut notes);
    let all_words = outline.words();
    let language = language(page, decisions, &all_words, usual, &mut notes);
    notes.extend(another_language(&outline.sections, &language));
    let address = address(page, &outline, &mut notes);
    let mut sections = outline.sections;
    apply(decisions, &mut sections);
    let updated = date(&outline.lines, &language);
    let publisher = outline
        .lines
        .iter()
        .find_map(|(_, line)| about::publisher_in(line));
    let verdict = end::verdict(
        page,
        &outline.title_words,
        &sections,
        &all_words,
        &outline.set_apart,
    );
    if verdict.1 == Verdict::Incomplete {
        notes.push(Note {
            line: verdict.0,
            kind: NoteKind::Incomplete,
            text: String::new(),
        });
    }
    notes.sort_by_key(|note| (note.line, note.kind));
    Draft {
        language,
        address,
        publisher,
        updated,
        title: outline.title,
        sections,
        set_apart: outline.set_apart,
        notes,
        verdict: verdict.1,
        kinds,
    }
}

/// What links say to those who hover over them, which has no place in a charter: those that have
/// a word which nothing on the page has, nor one of the others.
fn link_titles(page: &Page) -> Option<Note> {
    let first = page.link_titles.first()?;
    let words = |text: &str| -> Vec<String> {
        let folded = vocabulary::folded(text);
        folded.split(' ').map(str::to_owned).collect()
    };
    let parts = page.parts.iter();
    let mut said: HashSet<String> = parts
        .flat_map(|part| words(&words_of_part(&part.content)))
        .collect();
    let mut titles = Vec::new();
    for title in page.link_titles.iter().map(|it| it.title.as_str()) {
        let new: Vec<String> = words(title)
            .into_iter()
            .filter(|word| !said.contains(word))
            .collect();
        if !new.is_empty() {
            titles.push(title);
            said.extend(new);
        }
    }
    (!titles.is_empty()).then(|| Note {
        line: first.line,
        kind: NoteKind::LinkTitles,
        text: titles.join(" · "),
    })
}

/// Puts what a person decided about tables in the place of what was told.
fn apply(decisions: &Decisions, sections: &mut [DraftSection]) {
    let tables = sections
        .iter_mut()
        .filter_map(|section| section.table.as_mut());
    for (number, table) in tables.enumerate() {
        if let Some(category) = decisions.categories.get(&number) {
            table.category.clone_from(category);
        }
        for (at, column) in table.columns.iter_mut().enumerate() {
            if let Some(role) = decisions.roles.get(&(number, at)) {
                column.role = *role;
            }
        }
    }
}

fn language(
    page: &Page,
    decisions: &Decisions,
    words: &str,
    usual: &Language,
    notes: &mut Vec<Note>,
) -> Language {
    if let Some(language) = &decisions.language {
        return language.clone();
    }
    let base = |language: &Language| language.as_str().split('-').next().map(str::to_owned);
    match (&page.language, about::language_of(words)) {
        // A page may say the language of the tool that made it.
        (Some(said), Some((told, true))) if base(said) != base(&told) => {
            notes.push(Note {
                line: 1,
                kind: NoteKind::LanguageGuessed,
                text: String::new(),
            });
            told
        }
        (Some(said), _) => said.clone(),
        (None, Some((told, _))) => told,
        (None, None) => usual.clone(),
    }
}

/// Where a page goes on in another language than its own, as pages do that say everything twice.
fn another_language(sections: &[DraftSection], language: &Language) -> Option<Note> {
    /// What is shorter may be a quotation, or told wrongly.
    const FEWEST_WORDS: usize = 40;
    let base = |language: &Language| language.as_str().split('-').next().map(str::to_owned);
    let words = |text: &str| text.split_whitespace().count();
    let told = sections.iter().filter_map(|section| {
        let (told, is_sure) = about::language_of(&section.body)?;
        (is_sure && base(&told) != base(language)).then_some(section)
    });
    let others: Vec<&DraftSection> = told.collect();
    let of_page: usize = sections.iter().map(|it| words(&it.body)).sum();
    let of_others: usize = others.iter().map(|it| words(&it.body)).sum();
    (of_others >= FEWEST_WORDS && of_others * 5 >= of_page).then(|| Note {
        line: others.first().map_or(1, |section| section.line),
        kind: NoteKind::SeveralLanguages,
        text: String::new(),
    })
}

fn date(lines: &[(usize, String)], language: &Language) -> Option<DateOnPage> {
    lines
        .iter()
        .filter(|(_, line)| line.len() < 600)
        .find_map(|(_, line)| about::date_on(line, language))
}

/// The address of the platform: what the page says, or a heading; else the first one that its text
/// names of a site that is not known to be another's.
fn address(page: &Page, outline: &Outline, notes: &mut Vec<Note>) -> Option<String> {
    let said = page.address.as_deref().and_then(about::site);
    let said = said.or_else(|| outline.headings.iter().find_map(|it| about::address_in(it)));
    if said.is_some() {
        return said;
    }
    let first = |find: fn(&str) -> Option<String>| {
        outline.lines.iter().find_map(|(line, words)| {
            let address = find(words).filter(|it| !about::is_elsewhere(it))?;
            Some((*line, address))
        })
    };
    let title = outline.title_words.as_str();
    let in_title = || {
        let host = about::bare_address_in(title).or_else(|| about::host_in(title));
        host.map(|address| (1, address))
    };
    let named = first(about::address_in)
        .or_else(|| first(about::bare_address_in))
        .or_else(|| in_title().filter(|(_, it)| !about::is_elsewhere(it)))
        .or_else(|| first(about::host_in));
    let (line, kind) = match &named {
        Some((line, _)) => (*line, NoteKind::AddressGuessed),
        None => (1, NoteKind::NoAddress),
    };
    notes.push(Note {
        line,
        kind,
        text: String::new(),
    });
    named.map(|(_, address)| address)
}

/// The words of a part, as a person reads them.
#[must_use]
pub fn words_of_part(content: &Content) -> String {
    gather::words(&What::of(content.clone()))
}

fn set_apart(line: usize, text: String) -> SetApart {
    SetApart { line, text }
}
