//! Configurations of the tools that ask visitors for their consent, so that the banner says what
//! the charter does.
//!
//! Each is a script that the tool loads as it is: it assigns a configuration and starts nothing of
//! its own. A table of the charter is a purpose that is consented to as a whole, under the heading
//! of its section; where a tool knows services, the rows of one provider and service are one. What
//! a table exempts is not asked for. Cookies are named as the charter names them; those whose names
//! are known, by pattern or to the letter, are also given to the tool, which takes them away when
//! consent is withdrawn.
//!
//! **A script is nothing but data.** Texts stand in it as JSON, and nothing in it ends a `script`
//! element. What a tool takes for HTML is escaped, so that no text of a charter becomes markup on
//! the page.

pub mod cookieconsent;
mod js;
pub mod klaro;
pub mod orejime;
pub mod tarteaucitron;

use slug::slugify;

use super::cells;
use super::own::Own;
use crate::document::{CookieName, Document, Flow, Row, Section, Table, Target, names_in};
use crate::model::{Category, Consent, Role};
use js::Js;

/// How long a key that is made of words may be.
const LONGEST_KEY: usize = 40;

/// The cookies of a table.
struct Group<'a> {
    /// Unique in the charter: the category, and the section of those after the first of it.
    key: String,
    title: String,
    body: &'a Flow,
    table: &'a Table,
    ask: Ask,
    services: Vec<Service<'a>>,
}

/// Whether visitors are asked for some cookies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Ask {
    /// Not before they are placed, nor can they be refused: the platform needs them.
    Never,
    /// Not before they are placed, but they can be refused: audience measurement that is exempt,
    /// to which visitors may object.
    ToObject,
    Before,
}

/// The cookies of a table that one provider's service needs.
struct Service<'a> {
    /// Unique in the charter.
    key: String,
    title: String,
    rows: Vec<&'a Row>,
    cookies: Vec<Cookie>,
}

/// What a row says.
struct Cookie {
    names: Vec<CookieName>,
    /// The exact text of the name cell, on one line.
    name: String,
    purpose: String,
    duration: String,
}

impl Ask {
    fn of(table: &Table) -> Self {
        match (table.nature.consent(), &table.nature.category) {
            (Consent::Required, _) => Self::Before,
            (
                Consent::Exempt,
                Category::Audience
                | Category::Personalisation
                | Category::Advertising
                | Category::Social,
            ) => Self::ToObject,
            (Consent::Exempt, Category::Necessary | Category::Functional | Category::Other(_)) => {
                Self::Never
            }
        }
    }
}

/// The tables of a charter, in its order.
fn groups(document: &Document) -> Vec<Group<'_>> {
    let mut keys = Keys::default();
    let own = Own::of(&document.language);
    let mut groups = Vec::new();
    for section in &document.sections {
        let Some(table) = &section.table else {
            continue;
        };
        let category = key_of(&table.nature.category);
        let key = keys.free(&category, || format!("{category}-{}", section.id));
        let title = title(section, own, document);
        groups.push(Group {
            ask: Ask::of(table),
            body: &section.body,
            services: services(&key, &title, table, &mut keys),
            key,
            title,
            table,
        });
    }
    groups
}

fn title(section: &Section, own: Own, document: &Document) -> String {
    let heading = section
        .heading
        .as_ref()
        .map(|line| cells::line(&line.inlines));
    let category = || {
        let table = section.table.as_ref();
        table.map_or_else(String::new, |table| {
            own.category(&table.nature.category, &document.language)
        })
    };
    heading
        .filter(|heading| !heading.is_empty())
        .unwrap_or_else(category)
}

/// The rows of a table by provider and service, in the order in which these come first.
fn services<'a>(group: &str, title: &str, table: &'a Table, keys: &mut Keys) -> Vec<Service<'a>> {
    let mut services: Vec<Service<'a>> = Vec::new();
    for row in &table.rows {
        let said = |role| one_line(&said(table, row, role));
        let (provider, service) = (said(Role::Provider), said(Role::Service));
        let of_row = match (provider.as_str(), service.as_str()) {
            ("", "") => title.to_owned(),
            (one, "") | ("", one) => one.to_owned(),
            (provider, service) if service.contains(provider) => service.to_owned(),
            (provider, service) => format!("{service} – {provider}"),
        };
        let cookie = Cookie::of(table, row);
        match services.iter_mut().find(|it| it.title == of_row) {
            Some(service) => {
                service.rows.push(row);
                service.cookies.push(cookie);
            }
            None => {
                let name = match service.as_str() {
                    "" => slug(&provider),
                    service => slug(service),
                };
                let key = match name.as_str() {
                    "" => format!("{group}-cookies"),
                    name => format!("{group}-{name}"),
                };
                let other = slug(&of_row);
                services.push(Service {
                    key: keys.free(&key, || format!("{group}-{other}")),
                    title: of_row,
                    rows: vec![row],
                    cookies: vec![cookie],
                });
            }
        }
    }
    services
}

impl Cookie {
    fn of(table: &Table, row: &Row) -> Self {
        let names: Vec<String> = cells_of(table, row, Role::Name)
            .map(cells::names)
            .filter(|text| !text.is_empty())
            .collect();
        Self {
            names: names_in(&names.join("\n")),
            name: one_line(&said(table, row, Role::Name)),
            purpose: one_line(&said(table, row, Role::Purpose)),
            duration: one_line(&said(table, row, Role::Duration)),
        }
    }

    /// It in a line: « `_ga` – measures the audience (13 months) ».
    fn told(&self) -> String {
        let mut told = self.name.clone();
        if !self.purpose.is_empty() {
            if !told.is_empty() {
                told.push_str(" – ");
            }
            told.push_str(&self.purpose);
        }
        if !self.duration.is_empty() {
            told.push_str(&format!(" ({})", self.duration));
        }
        told.trim().to_owned()
    }
}

impl Service<'_> {
    /// Its cookies, a line each.
    fn told(&self) -> Vec<String> {
        let told = self.cookies.iter().map(Cookie::told);
        told.filter(|line| !line.is_empty()).collect()
    }

    /// The names and patterns of its cookies, each once.
    fn names(&self) -> Vec<&CookieName> {
        let mut names: Vec<&CookieName> = Vec::new();
        for name in self.cookies.iter().flat_map(|cookie| &cookie.names) {
            if !names.contains(&name) {
                names.push(name);
            }
        }
        names
    }

    /// Where its provider says more: the first web address in a cell for that.
    fn link(&self, table: &Table) -> Option<String> {
        let mut cells = self
            .rows
            .iter()
            .flat_map(|row| cells_of(table, row, Role::Link));
        cells.find_map(first_address)
    }
}

/// A name as tools take it: a string, or a regular expression; nothing for words.
fn cookie(name: &CookieName) -> Option<Js> {
    match name {
        CookieName::Exact(name) => Some(Js::text(name)),
        CookieName::Pattern(pattern) => Some(Js::Regex(pattern.regex())),
        CookieName::Words(_) => None,
    }
}

fn cells_of<'a>(
    table: &'a Table,
    row: &'a Row,
    role: Role,
) -> impl Iterator<Item = &'a [crate::document::Block]> {
    let cells = table.columns.iter().zip(&row.cells);
    cells
        .filter(move |(column, _)| column.role == role)
        .map(|(_, cell)| cell.content.blocks.as_slice())
}

/// What a row says in the columns of a role.
fn said(table: &Table, row: &Row, role: Role) -> String {
    let said: Vec<String> = cells_of(table, row, role)
        .map(cells::value)
        .filter(|said| !said.is_empty())
        .collect();
    said.join("\n")
}

fn one_line(text: &str) -> String {
    let lines: Vec<&str> = text.lines().collect();
    let mut line = String::new();
    for part in lines {
        if !line.is_empty() {
            let has_end = line.ends_with([':', ';', ',', '.', '!', '?']);
            line.push_str(if has_end { " " } else { ", " });
        }
        line.push_str(part);
    }
    line
}

/// The first web address that a cell links or says.
fn first_address(blocks: &[crate::document::Block]) -> Option<String> {
    let value = cells::value(blocks);
    let words = value.split([' ', '\n', '(', ')']);
    words
        .filter(|word| word.starts_with("http"))
        .find_map(web_address)
}

/// An address that a link may lead to, and that a browser opens.
fn web_address(address: &str) -> Option<String> {
    let target = Target::new(address)?;
    target
        .as_str()
        .starts_with("http")
        .then(|| target.as_str().to_owned())
}

/// The page that says more: the platform's about privacy, or else the platform.
fn more(document: &Document) -> Option<String> {
    web_address(&document.privacy).or_else(|| web_address(&document.address))
}

/// What stands in a section above its table, a line each.
fn body(group: &Group<'_>) -> Vec<String> {
    let value = cells::value(&group.body.blocks);
    value.lines().map(str::to_owned).collect()
}

/// Lines of text as HTML.
fn html(lines: &[String]) -> String {
    let lines: Vec<String> = lines.iter().map(|line| escaped(line)).collect();
    lines.join("<br>")
}

/// A text as HTML, also within an attribute.
fn escaped(text: &str) -> String {
    minijinja::HtmlEscape(text).to_string()
}

fn key_of(category: &Category) -> String {
    let Category::Other(name) = category else {
        return category.name().to_owned();
    };
    let first = match name {
        crate::model::Text::Same(text) => text.as_ref(),
        crate::model::Text::ByLanguage(texts) => texts.first().map_or("", |(_, text)| &**text),
    };
    match slug(first).as_str() {
        "" => category.name().to_owned(),
        key => key.to_owned(),
    }
}

/// Words as a key.
fn slug(words: &str) -> String {
    let slug = slugify(words);
    let short = slug.get(..LONGEST_KEY).unwrap_or(&slug);
    short.trim_matches('-').to_owned()
}

/// The keys that are taken.
#[derive(Default)]
struct Keys(Vec<String>);

impl Keys {
    /// A key; another one where that is taken, numbered if need be.
    fn free(&mut self, key: &str, otherwise: impl FnOnce() -> String) -> String {
        let mut free = slugify(key);
        if self.0.contains(&free) {
            let other = slugify(otherwise());
            free.clone_from(&other);
            let mut number = 2;
            while self.0.contains(&free) {
                free = format!("{other}-{number}");
                number += 1;
            }
        }
        self.0.push(free.clone());
        free
    }
}

/// The subtag of a document's language by which tools name their translations.
fn primary(document: &Document) -> String {
    document.language.locale().id.language.to_string()
}

/// A script: what one does with it, in a comment, and what it assigns.
fn script(document: &Document, how: (&'static str, &'static str), body: &str) -> String {
    let how = Own::of(&document.language).put(how.0, how.1);
    format!("// {how}\n{body}\n")
}
