//! tarteaucitron.js 1: <https://github.com/AmauriC/tarteaucitron.js>.
//!
//! What a provider's service places is a service of our own in it, listed with its cookies; what
//! the platform cannot do without stands in the paragraph that it has for that. Every text is HTML
//! to it, also within attributes. It takes names to the letter, and puts them into regular
//! expressions as they are: patterns are matched by a few lines of the script, and a name that
//! would be no such expression is left to the words.

use super::js::{Js, quoted};
use super::{Ask, Group, Service, body, cookie, escaped, groups, html, more, primary, script};
use crate::document::{CookieName, Document};
use crate::model::Category;

/// What starts the key of each service, so that it is none of those that the tool brings, and no
/// end of another one: it looks for them within its cookie.
const PREFIX: &str = "charter__";
/// What the script does itself.
const FUNCTIONS: &str = include_str!("../../../assets/render/consent/tarteaucitron.js");
/// What a name to the letter may not hold.
const OF_EXPRESSIONS: [char; 14] = [
    '\\', '^', '$', '*', '+', '?', '(', ')', '[', ']', '{', '}', '|', '/',
];

pub fn render(document: &Document) -> String {
    let groups = groups(document);
    let needed: Vec<&Group<'_>> = groups.iter().filter(|it| it.ask == Ask::Never).collect();
    let mut texts = Vec::new();
    if !needed.is_empty() {
        texts.push(("mandatoryText".to_owned(), Js::Text(told(&needed))));
    }
    let mut services = String::new();
    for group in groups.iter().filter(|it| it.ask != Ask::Never) {
        for service in &group.services {
            let key = key(service);
            texts.push((format!("desc-{key}"), Js::Text(html(&service.told()))));
            services.push_str(&format!(
                "\n  add({});\n",
                self::service(document, group, service)
                    .source()
                    .replace('\n', "\n  ")
            ));
        }
    }
    let parameters = Js::map([
        ("privacyUrl", Js::Text(more(document).unwrap_or_default())),
        ("mandatory", Js::is(!needed.is_empty())),
    ]);
    let body = format!(
        "var tarteaucitronForceLanguage = {};\nvar tarteaucitronCustomText = {};\nvar tarteaucitronParameters = {};\n\n(function () {{\n{FUNCTIONS}{services}}})();",
        quoted(&primary(document)),
        Js::Map(texts).source(),
        parameters.source(),
    );
    script(
        document,
        (
            "À charger après tarteaucitron.js, puis : tarteaucitron.init(tarteaucitronParameters);",
            "Load after tarteaucitron.js, then: tarteaucitron.init(tarteaucitronParameters);",
        ),
        &body,
    )
}

fn key(service: &Service<'_>) -> String {
    format!("{PREFIX}{}", service.key.replace('-', "_"))
}

/// What stands about the cookies that are needed.
fn told(groups: &[&Group<'_>]) -> String {
    let paragraphs = groups.iter().map(|group| {
        let mut lines = vec![format!("<strong>{}</strong>", escaped(&group.title))];
        let said = body(group)
            .into_iter()
            .chain(group.services.iter().flat_map(Service::told));
        lines.extend(said.map(|line| escaped(&line)));
        lines.join("<br>")
    });
    paragraphs.collect::<Vec<_>>().join("<br><br>")
}

fn service(document: &Document, group: &Group<'_>, service: &Service<'_>) -> Js {
    let mut exact = Vec::new();
    let mut patterns = Vec::new();
    for name in service.names() {
        match name {
            CookieName::Exact(said) if said.contains(OF_EXPRESSIONS) => {}
            CookieName::Exact(_) => exact.extend(cookie(name)),
            CookieName::Pattern(_) => patterns.extend(cookie(name)),
            CookieName::Words(_) => {}
        }
    }
    let cookies = format!(
        "cookies({}, {})",
        Js::List(exact).source(),
        Js::List(patterns).source()
    );
    let more = service.link(group.table).or_else(|| more(document));
    let more = more.map_or_else(|| "#".to_owned(), |address| escaped(&address));
    Js::map([
        ("key", Js::Text(key(service))),
        ("type", Js::text(kind(&group.table.nature.category))),
        ("name", Js::Text(escaped(&service.title))),
        ("uri", Js::text(&more)),
        ("readmoreLink", Js::Text(more)),
        ("needConsent", Js::is(group.ask == Ask::Before)),
        // Asked for each time: which cookies there are changes.
        ("cookies", Js::Found(cookies)),
        ("js", Js::Code("nothing".to_owned())),
        ("fallback", Js::Code("nothing".to_owned())),
    ])
}

/// Under which of its headings the tool lists cookies of a category.
fn kind(category: &Category) -> &'static str {
    match category {
        Category::Audience => "analytic",
        Category::Advertising => "ads",
        Category::Social => "social",
        Category::Necessary
        | Category::Functional
        | Category::Personalisation
        | Category::Other(_) => "other",
    }
}
