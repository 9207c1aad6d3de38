//! orestbida/cookieconsent 3: <https://cookieconsent.orestbida.com/reference/configuration-reference.html>.
//!
//! A table is a category with its cookie table, columns and all. Titles, labels and cells are HTML
//! to it. It knows no category that runs before consent and can be refused all the same: what is
//! exempt cannot be refused. It has no translations: labels of buttons are our own.

use super::js::Js;
use super::{Ask, Group, body, cookie, escaped, groups, html, more, script};
use crate::document::{Document, Row};
use crate::model::Language;
use crate::render::own::Own;
use crate::render::{cells, html as page};

pub fn render(document: &Document) -> String {
    let groups = groups(document);
    let categories = groups.iter().map(|it| (it.key.clone(), category(it)));
    let language = document.language.as_str();
    let translations = Js::Map(vec![(language.to_owned(), translation(document, &groups))]);
    let is_rtl = page::right_to_left(&document.language).is_some();
    let spoken = Js::map([("default", Js::text(language))])
        .with("rtl", is_rtl.then(|| Js::text(language)))
        .with("translations", Some(translations));
    let config = Js::map([
        ("categories", Js::Map(categories.collect())),
        ("language", spoken),
    ]);
    script(
        document,
        (
            "À charger après cookieconsent.umd.js, puis : CookieConsent.run(cookieconsentConfig);",
            "Load after cookieconsent.umd.js, then: CookieConsent.run(cookieconsentConfig);",
        ),
        &format!("var cookieconsentConfig = {};", config.source()),
    )
}

fn category(group: &Group<'_>) -> Js {
    if group.ask != Ask::Before {
        return Js::map([("enabled", Js::Yes), ("readOnly", Js::Yes)]);
    }
    let names = group.services.iter().flat_map(|service| service.names());
    let cookies = names
        .filter_map(cookie)
        .map(|name| Js::map([("name", name)]));
    let cleared = Js::map([("cookies", Js::List(cookies.collect()))]);
    Js::map([("autoClear", cleared)])
}

fn translation(document: &Document, groups: &[Group<'_>]) -> Js {
    let own = Own::of(&document.language);
    let put = |french, english| Js::text(own.put(french, english));
    let charter = escaped(&cells::line(&document.title.inlines));
    let footer = more(document)
        .map(|address| Js::Text(format!("<a href=\"{}\">{charter}</a>", escaped(&address))));
    let asked = Js::map([
        ("title", put("Cookies", "Cookies")),
        (
            "description",
            put(
                "Vous choisissez quels cookies ce site dépose. Ceux dont il a besoin pour fonctionner ne demandent pas votre accord.",
                "You choose which cookies this site sets. Those that it needs to work do not ask for your consent.",
            ),
        ),
        ("acceptAllBtn", put("Tout accepter", "Accept all")),
        ("acceptNecessaryBtn", put("Tout refuser", "Reject all")),
        ("showPreferencesBtn", put("Choisir", "Choose")),
    ])
    .with("footer", footer);
    let sections = groups.iter().map(|group| section(document, group));
    let preferences = Js::map([
        ("title", put("Vos choix", "Your choices")),
        ("acceptAllBtn", put("Tout accepter", "Accept all")),
        ("acceptNecessaryBtn", put("Tout refuser", "Reject all")),
        ("savePreferencesBtn", put("Enregistrer", "Save")),
        ("closeIconLabel", put("Fermer", "Close")),
        ("sections", Js::List(sections.collect())),
    ]);
    Js::map([("consentModal", asked), ("preferencesModal", preferences)])
}

fn section(document: &Document, group: &Group<'_>) -> Js {
    let own = Own::of(&document.language);
    let headers = group.table.columns.iter().map(|column| {
        let label = match cells::line(&column.label.inlines) {
            label if label.is_empty() => own.role(column.role).to_owned(),
            label => label,
        };
        (column.id.to_string(), Js::Text(escaped(&label)))
    });
    let rows = group.table.rows.iter().map(|it| row(document, group, it));
    let table = Js::map([
        ("headers", Js::Map(headers.collect())),
        ("body", Js::List(rows.collect())),
    ]);
    let description = body(group);
    Js::map([("title", Js::Text(escaped(&group.title)))])
        .with(
            "description",
            (!description.is_empty()).then(|| Js::Text(html(&description))),
        )
        .with("linkedCategory", Some(Js::text(&group.key)))
        .with("cookieTable", Some(table))
}

fn row(document: &Document, group: &Group<'_>, row: &Row) -> Js {
    let cells = group.table.columns.iter().zip(&row.cells);
    let cells = cells.map(|(column, cell)| {
        let language = cell.content.language.as_ref().map(Language::as_str);
        let said = page::cell(document, cell, column.role);
        let said = match language {
            Some(language) => format!("<span lang=\"{language}\">{said}</span>"),
            None => said,
        };
        (column.id.to_string(), Js::Text(said))
    });
    Js::Map(cells.collect())
}
