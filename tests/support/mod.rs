//! What the tests share: short ways to a collection, to what a charter shows, and to the binary;
//! and strategies that generate whole collections.

#![allow(
    dead_code,
    reason = "each test binary uses a part of what they all share"
)]

pub mod generate;

use std::path::Path;
use std::process::{Command, Output};

use chartrier::document::Document;
use chartrier::model::{
    Cell, Collection, Element, Finding, Language, ModelId, Origin, Owner, PlatformId, Resolved,
    ResolvedColumn, Standing, Text,
};
use chartrier::store::{self, Notation};
use chartrier::workspace::changes::{Charters, Scope};
use chartrier::workspace::{Change, Session};

/// A collection in French and English with these models, platforms, fields…, as RON has them.
pub fn collection(rest: &str) -> Collection {
    let text = format!(r#"Collection(format: 1, name: "Essai", languages: ["fr", "en"], {rest})"#);
    match store::read(text.as_bytes(), Notation::Ron) {
        Ok(collection) => collection,
        Err(error) => panic!("{error:?} in {text}"),
    }
}

pub fn ron(collection: &Collection) -> String {
    store::write(collection, Notation::Ron)
}

pub fn json(collection: &Collection) -> String {
    store::write(collection, Notation::Json)
}

pub fn language(tag: &str) -> Language {
    Language::new(tag).expect("the tag of a test is one")
}

pub fn platform(id: &str) -> Owner {
    Owner::Platform(PlatformId::new(id).expect("the id of a test is one"))
}

pub fn model(id: &str) -> Owner {
    Owner::Model(ModelId::new(id).expect("the id of a test is one"))
}

/// A model or platform by its id.
pub fn owner_named(collection: &Collection, id: &str) -> Owner {
    let is_platform = collection.platforms.iter().any(|it| it.id.as_str() == id);
    if is_platform { platform(id) } else { model(id) }
}

pub fn owners(collection: &Collection) -> Vec<Owner> {
    let models = collection
        .models
        .iter()
        .map(|it| Owner::Model(it.id.clone()));
    let platforms = collection
        .platforms
        .iter()
        .map(|it| Owner::Platform(it.id.clone()));
    models.chain(platforms).collect()
}

/// Every charter of a collection in every language.
pub fn documents(collection: &Collection) -> Vec<Document> {
    let owners = owners(collection);
    let resolved = owners
        .iter()
        .filter_map(|owner| Some((owner, collection.resolve(owner)?)));
    resolved
        .flat_map(|(owner, resolved)| {
            let languages = collection.languages_of(owner);
            languages
                .iter()
                .map(|language| Document::new(collection, &resolved, language))
                .collect::<Vec<_>>()
        })
        .collect()
}

pub fn resolve(collection: &Collection, id: &str) -> Resolved {
    collection
        .resolve(&owner_named(collection, id))
        .expect("the owner of a test exists")
}

/// A change, asked of a charter as it then is.
pub type Asked<'a> = &'a dyn Fn(Charters<'_>) -> Option<Change>;

/// What a charter offers of what is asked.
pub fn offered(session: &Session, owner: &Owner, asked: Asked<'_>) -> Option<Change> {
    let collection = session.collection();
    let resolved = collection
        .resolve(owner)
        .expect("the owner of a test exists");
    asked(Charters {
        collection,
        resolved: &resolved,
    })
}

/// Makes the change that is asked of a charter.
pub fn make(session: &mut Session, owner: &Owner, asked: Asked<'_>) {
    let change = offered(session, owner, asked).expect("the change is offered");
    session.make(change).expect("what is offered can be made");
}

/// Makes a text of a charter say something in French.
pub fn write(session: &mut Session, owner: &Owner, element: &Element, words: &str, scope: Scope) {
    make(session, owner, &|charters| {
        charters.write(element, &language("fr"), words, scope)
    });
}

fn words(text: &Text) -> String {
    match text {
        Text::Same(text) => text.to_string(),
        Text::ByLanguage(texts) => texts
            .iter()
            .map(|(language, text)| format!("{language}:{}", text.words))
            .collect::<Vec<_>>()
            .join(" "),
    }
}

fn standing(resolved: &Resolved, origin: &Origin) -> String {
    match resolved.standing(origin) {
        Standing::Own => "own".to_owned(),
        Standing::Inherited { from } => format!("from {from}"),
        Standing::Adapted { from, moved_on } => {
            let news = if moved_on { ", moved on" } else { "" };
            format!("adapts {from}{news}")
        }
    }
}

/// What a charter shows, line by line: each element, what it says, and how it stands there.
pub fn shown(collection: &Collection, id: &str) -> Vec<String> {
    let resolved = resolve(collection, id);
    let mut lines = vec![format!(
        "title: {} | {}",
        words(&resolved.title.value),
        standing(&resolved, &resolved.title.origin)
    )];
    columns(&resolved, "columns", &resolved.columns, &mut lines);
    let ids = |ids: Vec<&str>| ids.join(" ");
    lines.push(format!(
        "sections: {}",
        ids(resolved.sections.iter().map(|it| it.id.as_str()).collect())
    ));
    for section in &resolved.sections {
        let mut line = |name: &str, value: String, origin: &Origin| {
            lines.push(format!(
                "{} {name}: {value} | {}",
                section.id,
                standing(&resolved, origin)
            ));
        };
        line("section", String::new(), &section.origin);
        line(
            "level",
            section.level.value.number().to_string(),
            &section.level.origin,
        );
        line(
            "heading",
            words(&section.heading.value),
            &section.heading.origin,
        );
        line("body", words(&section.body.value), &section.body.origin);
        if let Some(hider) = &section.hidden {
            lines.push(format!("{} hidden by {hider}", section.id));
        }
        if let Some(mover) = &section.moved {
            lines.push(format!("{} moved by {mover}", section.id));
        }
        let Some(table) = &section.table else {
            continue;
        };
        lines.push(format!(
            "{} nature: {:?} {:?} | {}",
            section.id,
            table.nature.value.category,
            table.nature.value.consent(),
            standing(&resolved, &table.nature.origin)
        ));
        if let Some(own) = &table.columns {
            columns(
                &resolved,
                &format!("{} columns", section.id),
                own,
                &mut lines,
            );
        }
        lines.push(format!(
            "{} rows: {}",
            section.id,
            ids(table.rows.iter().map(|it| it.id().as_str()).collect())
        ));
        for row in &table.rows {
            let path = format!("{} {}", section.id, row.id());
            lines.push(format!("{path}: | {}", standing(&resolved, &row.origin)));
            if let Some(hider) = &row.hidden {
                lines.push(format!("{path} hidden by {hider}"));
            }
            if let Some(mover) = &row.moved {
                lines.push(format!("{path} moved by {mover}"));
            }
            for column in resolved.columns_of(table) {
                let (cell, origin) = row.cell(&column.column.id);
                let said = match cell {
                    None => "(absent)".to_owned(),
                    Some(Cell::Above) => "(above)".to_owned(),
                    Some(Cell::Text(text)) => words(text),
                };
                lines.push(format!(
                    "{path} {}: {said} | {}",
                    column.column.id,
                    standing(&resolved, origin)
                ));
            }
        }
    }
    lines.extend(
        resolved
            .findings
            .iter()
            .map(|finding| format!("finding: {}", told(finding))),
    );
    lines
}

fn columns(resolved: &Resolved, path: &str, columns: &[ResolvedColumn], lines: &mut Vec<String>) {
    let ids: Vec<&str> = columns.iter().map(|it| it.column.id.as_str()).collect();
    lines.push(format!("{path}: {}", ids.join(" ")));
    for column in columns {
        lines.push(format!(
            "{path} {}: {} | {}",
            column.column.id,
            words(&column.label.value),
            standing(resolved, &column.label.origin)
        ));
        if let Some(hider) = &column.hidden {
            lines.push(format!("{path} {} hidden by {hider}", column.column.id));
        }
    }
}

/// A finding in short.
pub fn told(finding: &Finding) -> String {
    let problem = format!("{:?}", finding.problem);
    let problem = problem
        .replace("ModelId", "")
        .replace("FieldId", "")
        .replace("Language", "");
    format!("{}: {problem}", finding.element)
}

/// Every element of a charter that may have a text.
pub fn texts_of(resolved: &Resolved) -> Vec<Element> {
    use chartrier::model::{CellAddress, ColumnAddress};
    let mut elements = vec![Element::Title];
    let column = |table: Option<&chartrier::model::SectionId>, column: &ResolvedColumn| {
        Element::Column(ColumnAddress {
            table: table.cloned(),
            column: column.column.id.clone(),
        })
    };
    elements.extend(resolved.columns.iter().map(|it| column(None, it)));
    for section in &resolved.sections {
        elements.push(Element::Heading(section.id.clone()));
        elements.push(Element::Body(section.id.clone()));
        let Some(table) = &section.table else {
            continue;
        };
        let own = table.columns.iter().flatten();
        elements.extend(own.map(|it| column(Some(&section.id), it)));
        for row in &table.rows {
            for column in resolved.columns_of(table) {
                elements.push(Element::Cell(CellAddress {
                    section: section.id.clone(),
                    row: row.id().clone(),
                    column: column.column.id.clone(),
                }));
            }
        }
    }
    elements
}

/// What came of a run of the binary.
#[derive(Debug)]
pub struct Ran {
    pub code: i32,
    pub out: String,
    pub err: String,
}

impl From<Output> for Ran {
    fn from(output: Output) -> Self {
        Self {
            code: output.status.code().expect("the program ended by itself"),
            out: String::from_utf8(output.stdout).expect("reports are UTF-8"),
            err: String::from_utf8(output.stderr).expect("messages are UTF-8"),
        }
    }
}

/// The program, for a person who speaks English, working in a folder.
pub fn chartrier(folder: &Path, arguments: &[&str]) -> Ran {
    command(folder, arguments)
        .output()
        .expect("the program starts")
        .into()
}

/// The program, for a person who speaks French, working in a folder.
pub fn chartrier_in_french(folder: &Path, arguments: &[&str]) -> Ran {
    command(folder, arguments)
        .env("LANG", "fr_FR.UTF-8")
        .output()
        .expect("the program starts")
        .into()
}

pub fn command(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_chartrier"));
    command
        .args(arguments)
        .current_dir(folder)
        .env_remove("LC_ALL")
        .env_remove("LC_MESSAGES")
        .env_remove("LC_CTYPE")
        .env_remove("LANGUAGE")
        .env_remove("SOURCE_DATE_EPOCH")
        .env("LANG", "en_GB.UTF-8");
    command
}

/// The files below a folder, by their paths relative to it, in order.
pub fn files_below(folder: &Path) -> Vec<String> {
    fn walk(folder: &Path, prefix: &str, found: &mut Vec<String>) {
        for entry in std::fs::read_dir(folder).expect("the folder can be read") {
            let entry = entry.expect("the entry can be read");
            let name = entry.file_name().to_string_lossy().into_owned();
            let path = if prefix.is_empty() {
                name
            } else {
                format!("{prefix}/{name}")
            };
            if entry.path().is_dir() {
                walk(&entry.path(), &path, found);
            } else {
                found.push(path);
            }
        }
    }
    let mut found = Vec::new();
    walk(folder, "", &mut found);
    found.sort();
    found
}

/// Where the repository stands.
pub fn repository() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}
