//! Pages by templates: the built-in looks, and those that people write.

use std::sync::Arc;
use std::time::{Duration, Instant};

use chartrier::document::Document;
use chartrier::model::{Look, Text};
use chartrier::render::{Design, Format, Picture, PictureKind, RenderError, Template, render};
use scraper::{Html, Selector};

use crate::support::{Texts, language};

fn charter() -> Document {
    let mut texts = Texts {
        title: "Charte < cookies".into(),
        name: "Le \"Port\"".into(),
        ..Texts::body("Un *texte* & plus.")
    };
    texts.cells = vec![
        "`_ga`".into(),
        "Compter".into(),
        "sid".into(),
        "Session".into(),
    ];
    texts.document()
}

fn by(template: &str) -> Design {
    Design {
        page: Some(Template {
            name: "modeles/page.html".to_owned(),
            text: Arc::from(template),
        }),
        ..Design::default()
    }
}

fn page(design: &Design) -> Result<String, RenderError> {
    render(&charter(), Format::Html, design).map(|bytes| String::from_utf8(bytes).unwrap())
}

fn made_by(template: &str) -> String {
    page(&by(template)).expect("the template works")
}

fn logo() -> Picture {
    Picture {
        name: "logo.png".to_owned(),
        kind: PictureKind::Png,
        bytes: Arc::from(&b"\x89PNG\r\n\x1a\n<not a picture>"[..]),
        alternative: Text::in_one(language("en"), "The \"Port\" & <co>"),
    }
}

#[track_caller]
fn check_fails(template: &str, line: usize, says: &str) {
    match page(&by(template)) {
        Err(RenderError::Template {
            name,
            line: at,
            message,
        }) => {
            assert_eq!((name.as_str(), at), ("modeles/page.html", Some(line)));
            assert!(message.contains(says), "{message}");
        }
        other => panic!("{other:?}"),
    }
}

#[track_caller]
fn check_is_stopped(template: &str) {
    let began = Instant::now();
    match page(&by(template)) {
        Err(RenderError::Endless { name, line }) => {
            assert_eq!(name, "modeles/page.html");
            assert!(line.is_some());
        }
        Err(RenderError::Template { message, .. }) => {
            let is_circle = ["recursion", "cycle"].iter().any(|it| message.contains(it));
            assert!(is_circle, "{message}");
        }
        Ok(page) => panic!("{} bytes were made", page.len()),
        other => panic!("{other:?}"),
    }
    assert!(began.elapsed() < Duration::from_secs(30), "too slow");
}

#[test]
fn a_template_can_say_all_that_there_is() {
    let made = made_by(
        "{{ title }}|{{ name }}|{{ language }}|{{ direction }}|{{ address }}|{{ look }}|\
         {% for section in sections %}[{{ section.anchor }} {{ section.depth }} {{ section.heading.text }}\
         {% if section.table %}{% set table = section.table %} {{ table.category }} {{ table.consent }}\
         {% for row in table.rows %}({% for cell in row.cells %}{{ cell.role }}={{ cell.text }};{% endfor %}){% endfor %}\
         {% endif %}]{% endfor %}",
    );
    assert_eq!(
        made,
        "Charte &lt; cookies|Le &quot;Port&quot;|fr|ltr|https:&#x2f;&#x2f;portail.example|plain|\
         [charter-one 1 Partie necessary exempt(name=_ga;purpose=Compter;)(name=sid;purpose=Session;)]\
         [charter-fields 2 Sur Le &quot;Port&quot;]\n"
    );
}

#[test]
fn what_this_program_wrote_is_html_and_all_else_is_text() {
    let made =
        made_by("{{ sections[0].body }}{{ sections[0].table.rows[0].cells[0].html }}{{ '<b>' }}");
    assert!(
        made.contains("<p>Un <em>texte</em> &amp; plus.</p>"),
        "{made}"
    );
    assert!(made.contains("<code>_ga</code>"), "{made}");
    assert!(made.ends_with("&lt;b&gt;\n"), "{made}");
}

#[test]
fn a_template_can_extend_a_look_and_put_something_below() {
    let made =
        made_by("{% extends \"public\" %}{% block bottom %}<footer>Fin</footer>{% endblock %}");
    let public = page(&Design {
        look: Look::Public,
        ..Design::default()
    })
    .unwrap();
    assert_eq!(made.replace("<footer>Fin</footer>", ""), public);
}

#[test]
fn a_template_that_is_badly_written_is_told_with_its_line() {
    check_fails("a\n{% for x in %}", 2, "");
    check_fails("a\nb\n{{ unknown }}", 3, "undefined");
    check_fails("{{ title|nosuch }}", 1, "nosuch");
    check_fails("a\n{{ 1 / 0 }}", 2, "");
    check_fails("{% block a %}\n\n{{ x.y.z }}{% endblock %}", 3, "undefined");
}

#[test]
fn a_template_reads_nothing_but_what_it_is_given() {
    for path in [
        "/etc/passwd",
        "../secret.html",
        "page.html",
        "modeles/autre.html",
    ] {
        check_fails(&format!("a\n{{% include \"{path}\" %}}"), 2, "");
        check_fails(&format!("{{% extends \"{path}\" %}}"), 1, "");
        check_fails(&format!("\n{{% import \"{path}\" as x %}}"), 2, "");
    }
}

#[test]
fn a_template_that_works_for_ever_is_stopped() {
    check_is_stopped(
        "{% for a in range(90000) %}{% for b in range(90000) %}{% endfor %}{% endfor %}",
    );
    check_is_stopped("{% macro f() %}{{ f() }}{% endmacro %}{{ f() }}");
    check_is_stopped("{% include \"./modeles/page.html\" %}");
    check_is_stopped("{% extends \"./modeles/page.html\" %}");
}

#[test]
fn a_template_that_makes_a_gigabyte_is_stopped() {
    check_is_stopped(
        "{% for a in range(90000) %}{% for b in range(90000) %}0123456789{% endfor %}{% endfor %}",
    );
    check_is_stopped(&format!(
        "{{% set a = 'x' %}}{}{{{{ a }}}}",
        "{% set a = a ~ a %}".repeat(40)
    ));
    check_is_stopped(&format!(
        "{{% set a = 'x' %}}{}{{{{ a }}}}",
        "{% set a %}{{ a }}{{ a }}{% endset %}".repeat(40)
    ));
    check_is_stopped("{{ ('a' * 900000)|replace('a', 'b' * 900000) }}");
    check_is_stopped("{{ ('a\\n' * 900000)|indent(90000) }}");
    check_is_stopped(
        "{% for a in range(90000) %}{{ content }}{{ content }}{{ content }}{{ content }}{% endfor %}",
    );
}

#[test]
fn both_looks_stand_by_themselves_and_say_the_same() {
    let texts = |look| {
        let html = page(&Design {
            look,
            ..Design::default()
        })
        .unwrap();
        let main = Selector::parse("main").unwrap();
        let html = Html::parse_document(&html);
        let text: String = html.select(&main).flat_map(|it| it.text()).collect();
        text
    };
    assert_eq!(texts(Look::Plain), texts(Look::Public));
}

#[test]
fn a_logo_stands_at_the_head_with_what_it_says_in_its_language() {
    for look in Look::ALL {
        let design = Design {
            look,
            logo: Some(logo()),
            ..Design::default()
        };
        let html = Html::parse_document(&page(&design).unwrap());
        let image = Selector::parse("body > header img.charter-logo").unwrap();
        let image = html.select(&image).next().expect("it is there").value();
        assert_eq!(image.attr("alt"), Some("The \"Port\" & <co>"));
        assert_eq!(image.attr("lang"), Some("en"));
        assert_eq!(
            image.attr("src"),
            Some("data:image/png;base64,iVBORw0KGgo8bm90IGEgcGljdHVyZT4=")
        );
    }
}

#[test]
fn the_public_look_says_whose_page_it_is() {
    let public = Design {
        look: Look::Public,
        ..Design::default()
    };
    let html = Html::parse_document(&page(&public).unwrap());
    let site = Selector::parse("header .charter-site a[href='https://portail.example']").unwrap();
    let name: String = html.select(&site).flat_map(|it| it.text()).collect();
    assert_eq!(name, "Le \"Port\"");
}

#[test]
fn an_address_that_runs_is_no_link() {
    let mut texts = Texts::body("");
    texts.url = "javascript:alert(1)".to_owned();
    let public = Design {
        look: Look::Public,
        ..Design::default()
    };
    let page = render(&texts.document(), Format::Html, &public).unwrap();
    let html = Html::parse_document(std::str::from_utf8(&page).unwrap());
    let links = Selector::parse("a").unwrap();
    for link in html.select(&links) {
        let href = link.attr("href").unwrap_or_default();
        assert!(!href.starts_with("javascript"), "{href}");
    }
}
