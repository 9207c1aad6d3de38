//! Klaro 0.7: <https://klaro.org/docs/integration/annotated-configuration>.
//!
//! A table is a purpose, what a provider's service places is a service of it. Texts are texts to
//! it, and its own words are in the charter's language where it has that.

use super::js::Js;
use super::{Ask, Group, Service, body, cookie, groups, more, primary, script};
use crate::document::Document;

pub fn render(document: &Document) -> String {
    let groups = groups(document);
    let services = groups
        .iter()
        .flat_map(|group| group.services.iter().map(|it| service(group, it)));
    let purposes = groups.iter().map(|it| (it.key.clone(), purpose(it)));
    let purposes = Js::Map(purposes.collect());
    let translation =
        Js::map([("purposes", purposes)]).with("privacyPolicyUrl", more(document).map(Js::Text));
    let language = primary(document);
    let config = Js::map([
        ("version", Js::Number(1)),
        ("lang", Js::text(&language)),
        ("fallbackLang", Js::text("en")),
        ("groupByPurpose", Js::Yes),
        ("acceptAll", Js::Yes),
        ("translations", Js::Map(vec![(language, translation)])),
        (
            "purposeOrder",
            Js::List(groups.iter().map(|it| Js::text(&it.key)).collect()),
        ),
        ("services", Js::List(services.collect())),
    ]);
    script(
        document,
        ("À charger avant klaro.js.", "Load before klaro.js."),
        &format!("var klaroConfig = {};", config.source()),
    )
}

fn purpose(group: &Group<'_>) -> Js {
    let description = body(group);
    Js::map([("title", Js::text(&group.title))]).with(
        "description",
        (!description.is_empty()).then(|| Js::Text(description.join(" "))),
    )
}

fn service(group: &Group<'_>, service: &Service<'_>) -> Js {
    let cookies = service.names().into_iter().filter_map(cookie);
    let entries = Js::map([
        ("name", Js::text(&service.key)),
        ("title", Js::text(&service.title)),
        ("description", Js::Text(service.told().join(" · "))),
        ("purposes", Js::List(vec![Js::text(&group.key)])),
        ("cookies", Js::List(cookies.collect())),
    ]);
    match group.ask {
        Ask::Never => entries.with("required", Some(Js::Yes)),
        Ask::ToObject => entries
            .with("default", Some(Js::Yes))
            .with("optOut", Some(Js::Yes)),
        Ask::Before => entries.with("default", Some(Js::No)),
    }
}
