//! Orejime 3: <https://github.com/boscop-fr/orejime>.
//!
//! A table is a purpose; where several services need its cookies, each is a purpose within it. Its
//! descriptions are HTML, its titles are not, and its language is that of the script that is
//! loaded.

use super::js::Js;
use super::{Ask, Group, Service, body, cookie, groups, html, more, script};
use crate::document::Document;

pub fn render(document: &Document) -> String {
    let purposes = groups(document).iter().map(purpose).collect();
    let config = Js::map([
        // It starts with no address of that page.
        (
            "privacyPolicyUrl",
            Js::Text(more(document).unwrap_or_else(|| "#".to_owned())),
        ),
        ("purposes", Js::List(purposes)),
    ]);
    script(
        document,
        (
            "À charger avant le script d’Orejime (orejime-standard-fr.js, par exemple).",
            "Load before Orejime's own script (orejime-standard-en.js, say).",
        ),
        &format!("var orejimeConfig = {};", config.source()),
    )
}

fn purpose(group: &Group<'_>) -> Js {
    match group.services.as_slice() {
        [only] if only.title == group.title => {
            let mut lines = body(group);
            lines.extend(only.told());
            leaf((&group.key, &group.title), &lines, only, group.ask)
        }
        services => {
            let lines = body(group);
            let within = services
                .iter()
                .map(|it| leaf((&it.key, &it.title), &it.told(), it, group.ask));
            Js::map([
                ("id", Js::text(&group.key)),
                ("title", Js::text(&group.title)),
            ])
            .with("description", described(&lines))
            .with("purposes", Some(Js::List(within.collect())))
        }
    }
}

fn leaf((id, title): (&str, &str), lines: &[String], service: &Service<'_>, ask: Ask) -> Js {
    let cookies = service.names().into_iter().filter_map(cookie);
    let leaf = Js::map([("id", Js::text(id)), ("title", Js::text(title))])
        .with("description", described(lines))
        .with("cookies", Some(Js::List(cookies.collect())));
    match ask {
        Ask::Never => leaf.with("isMandatory", Some(Js::Yes)),
        Ask::ToObject => leaf
            .with("isExempt", Some(Js::Yes))
            .with("default", Some(Js::Yes)),
        Ask::Before => leaf,
    }
}

fn described(lines: &[String]) -> Option<Js> {
    (!lines.is_empty()).then(|| Js::Text(html(lines)))
}
