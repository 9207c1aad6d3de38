//! Web pages: what stands around a charter, made by a template.
//!
//! A template decides on everything but the charter's own markup, which `html` writes. The
//! built-in looks are templates too, known as `plain` and `public`: one that a person wrote can
//! extend them. **It reads nothing but what it is given**: there is no loader, and what it may
//! compute, remember and write is bounded, in bytes too. Texts are escaped wherever it puts them,
//! whatever it is called; only what this program wrote as HTML is taken as such. A name that it
//! misspells is an error.
//!
//! What a template is given is a promise to people who wrote one: see `docs/templates.md`.

use std::error::Error as _;
use std::sync::LazyLock;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use minijinja::{AutoEscape, Environment, Error, ErrorKind, UndefinedBehavior, Value, context};

use super::html::{self, Piece};
use super::{Design, Picture, RenderError, Template, cells, style};
use crate::document::{Document, Line, Table, Target, written_out};
use crate::model::{Consent, Language, Look};

/// What a template may do: steps, each of which pays for 64 bytes too. It is enough for a table of
/// ten thousand rows laid out cell by cell, and is gone within a second or two.
const FUEL: u64 = 4_000_000;
/// How deep templates may call and include each other.
const DEEPEST: usize = 100;

const PLAIN: &str = include_str!("../../assets/render/plain.html");
const PUBLIC: &str = include_str!("../../assets/render/public.html");
/// The picture of the logo, where there is one.
const LOGO: &str = include_str!("../../assets/render/logo.html");

/// The built-in templates.
static LOOKS: LazyLock<Environment<'static>> = LazyLock::new(|| {
    let mut environment = Environment::new();
    environment.set_auto_escape_callback(|_| AutoEscape::Html);
    environment.set_undefined_behavior(UndefinedBehavior::SemiStrict);
    environment.set_recursion_limit(DEEPEST);
    environment.set_fuel(Some(FUEL));
    for (name, text) in [
        (name(Look::Plain), PLAIN),
        (name(Look::Public), PUBLIC),
        ("logo", LOGO),
    ] {
        environment
            .add_template(name, text)
            .expect("the built-in templates are well written");
    }
    environment
});

/// The name by which templates know a look.
fn name(look: Look) -> &'static str {
    match look {
        Look::Plain => "plain",
        Look::Public => "public",
    }
}

pub fn render(document: &Document, design: &Design) -> Result<String, RenderError> {
    let mut page = match &design.page {
        Some(template) => own_page(document, design, template)?,
        None => {
            let look = name(design.look);
            LOOKS
                .get_template(look)
                .and_then(|it| it.render(given(document, design, Value::from(()))))
                .map_err(|error| failed(&error, look, look))?
        }
    };
    page.truncate(page.trim_end_matches('\n').len());
    page.push('\n');
    Ok(page)
}

/// The page that a person's template makes.
fn own_page(
    document: &Document,
    design: &Design,
    template: &Template,
) -> Result<String, RenderError> {
    // No path begins so, and so it is neither of the built-in ones.
    let called = format!("./{}", template.name);
    let fails = |error: &Error| failed(error, &called, &template.name);
    let mut environment = LOOKS.clone();
    environment
        .add_template_owned(called.clone(), template.text.to_string())
        .map_err(|error| fails(&error))?;
    let given = given(document, design, sections(document));
    environment
        .get_template(&called)
        .and_then(|it| it.render(given))
        .map_err(|error| fails(&error))
}

/// Why a template fails: what lies at the bottom of it, in the template where it does.
fn failed(error: &Error, called: &str, known_as: &str) -> RenderError {
    let mut deepest = error;
    while let Some(cause) = deepest.source().and_then(|it| it.downcast_ref::<Error>()) {
        deepest = cause;
    }
    let name = match deepest.name().or_else(|| error.name()) {
        Some(name) if name != called => name,
        _ => known_as,
    };
    let name = name.to_owned();
    let line = deepest.line().or_else(|| error.line());
    if deepest.kind() == ErrorKind::OutOfFuel {
        return RenderError::Endless { name, line };
    }
    let message = match deepest.detail() {
        Some(detail) => format!("{}: {detail}", deepest.kind()),
        None => deepest.kind().to_string(),
    };
    RenderError::Template {
        name,
        line,
        message,
    }
}

/// What every template is given.
fn given(document: &Document, design: &Design, sections: Value) -> Value {
    let direction = html::right_to_left(&document.language).unwrap_or("ltr");
    let date = document.updated;
    context! {
        title => html::words(&document.title.inlines),
        page_title => html::title(document),
        name => document.name.as_str(),
        address => address(&document.address),
        privacy => address(&document.privacy),
        language => document.language.as_str(),
        direction => direction,
        date => date.map(|it| it.to_string()),
        date_text => date.map(|it| written_out(it, &document.language)),
        logo => design.logo.as_ref().map(|it| logo(it, document)),
        look => name(design.look),
        styles => context! {
            plain => Value::from_safe_string(style::PLAIN.to_owned()),
            public => Value::from_safe_string(style::PUBLIC.to_owned()),
            logo => Value::from_safe_string(style::LOGO.to_owned()),
        },
        content => Value::from_safe_string(html::page_content(document)),
        sections => sections,
    }
}

/// An address that a link may lead to; nothing for what is none.
fn address(address: &str) -> Option<String> {
    Target::new(address).map(|target| target.as_str().to_owned())
}

fn logo(picture: &Picture, document: &Document) -> Value {
    let said = picture
        .alternative
        .said(&document.language, &document.language);
    context! {
        source => format!(
            "data:{};base64,{}",
            picture.kind.media_type(),
            BASE64.encode(&picture.bytes)
        ),
        alternative => crate::document::clean(said.text),
        language => said.instead.map(Language::as_str),
    }
}

/// The charter in pieces, for a template that lays it out otherwise.
fn sections(document: &Document) -> Value {
    let sections = html::pieces(document).into_iter().map(|piece| {
        let Piece {
            section,
            whole,
            heading,
            body,
            table,
        } = piece;
        context! {
            id => section.id.as_str(),
            anchor => html::anchor(section),
            depth => section.depth,
            heading => section.heading.as_ref().zip(heading).map(|(line, html)| said(line, html)),
            html => Value::from_safe_string(whole),
            body => Value::from_safe_string(body),
            table => section.table.as_ref().zip(table).map(|(table, pieces)| self::table(table, pieces)),
        }
    });
    sections.collect()
}

fn said(line: &Line, html: String) -> Value {
    context! {
        text => html::words(&line.inlines),
        html => Value::from_safe_string(html),
        language => line.language.as_ref().map(Language::as_str),
    }
}

fn table(table: &Table, pieces: html::TablePieces) -> Value {
    let html::TablePieces {
        whole,
        labels,
        rows,
    } = pieces;
    let columns = table.columns.iter().zip(labels).map(|(column, html)| {
        context! {
            id => column.id.as_str(),
            role => column.role.name(),
            label => said(&column.label, html),
        }
    });
    let rows = table.rows.iter().zip(rows).map(|(row, cells)| {
        let cells = row.cells.iter().zip(cells).zip(&table.columns);
        let cells = cells.map(|((cell, html), column)| {
            context! {
                column => column.id.as_str(),
                role => column.role.name(),
                label => html::words(&column.label.inlines),
                text => cells::value(&cell.content.blocks),
                html => Value::from_safe_string(html),
                as_above => cell.as_above,
                language => cell.content.language.as_ref().map(Language::as_str),
            }
        });
        context! { id => row.id.as_str(), cells => cells.collect::<Value>() }
    });
    context! {
        category => table.nature.category.name(),
        consent => match table.nature.consent() {
            Consent::Required => "required",
            Consent::Exempt => "exempt",
        },
        html => Value::from_safe_string(whole),
        columns => columns.collect::<Value>(),
        rows => rows.collect::<Value>(),
    }
}
