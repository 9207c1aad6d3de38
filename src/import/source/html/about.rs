//! What a page says of itself: its language, address, site and title.

use html5ever::tendril::StrTendril;
use markup5ever_rcdom::{Handle, NodeData};
use url::Url;

use crate::import::page::Page;
use crate::model::Language;
use crate::writing::paste::tree::{all_text, attribute, descendants, element_name};

/// A page without parts.
pub fn page(document: &Handle) -> Page {
    let mut about = About::default();
    for node in descendants(document) {
        about.read(&node);
    }
    let site = about.site.or(about.author);
    Page {
        language: about.language,
        address: [about.canonical, about.shared, about.saved, about.base]
            .into_iter()
            .flatten()
            .next(),
        site,
        tab_title: about.title,
        ..Page::default()
    }
}

#[derive(Default)]
struct About {
    language: Option<Language>,
    canonical: Option<String>,
    /// The address that the page asks others to share.
    shared: Option<String>,
    /// The address from which a browser saved it.
    saved: Option<String>,
    base: Option<String>,
    site: Option<String>,
    author: Option<String>,
    title: Option<String>,
}

impl About {
    fn read(&mut self, node: &Handle) {
        if let NodeData::Comment { contents } = &node.data {
            self.saved = self.saved.take().or_else(|| saved_from(contents));
        }
        match element_name(node) {
            Some("html") => self.language = language(node, "lang"),
            // This program's fragments say it themselves.
            Some("div" | "main")
                if self.language.is_none() && super::has_class(node, "charter") =>
            {
                self.language = language(node, "lang");
            }
            Some("title") if self.title.is_none() => self.title = said(&all_text(node)),
            Some("base") if self.base.is_none() => self.base = address(node, "href"),
            Some("link") => {
                let kind = attribute(node, "rel").unwrap_or_default();
                if kind.eq_ignore_ascii_case("canonical") && self.canonical.is_none() {
                    self.canonical = address(node, "href");
                }
            }
            Some("meta") => self.read_meta(node),
            _ => {}
        }
    }

    fn read_meta(&mut self, node: &Handle) {
        let name = attribute(node, "property").or_else(|| attribute(node, "name"));
        let content = || attribute(node, "content").and_then(|it| said(&it));
        match name.unwrap_or_default().to_ascii_lowercase().as_str() {
            "og:url" if self.shared.is_none() => self.shared = address(node, "content"),
            "og:site_name" => self.site = content(),
            "application-name" if self.site.is_none() => self.site = content(),
            "author" => self.author = content(),
            _ => {}
        }
    }
}

fn language(node: &Handle, name: &str) -> Option<Language> {
    Language::new(attribute(node, name)?.trim()).ok()
}

/// Words on one line, if there are any.
fn said(words: &str) -> Option<String> {
    let words: Vec<&str> = words.split_ascii_whitespace().collect();
    (!words.is_empty()).then(|| words.join(" "))
}

/// An attribute that is the whole address of a page.
fn address(node: &Handle, name: &str) -> Option<String> {
    whole_address(&attribute(node, name)?)
}

/// An address, if it is one of the web.
pub fn whole_address(address: &str) -> Option<String> {
    let address = address.trim();
    let url = Url::parse(address).ok()?;
    matches!(url.scheme(), "http" | "https").then(|| address.to_owned())
}

/// The address in the comment that browsers put into a page that they save:
/// `saved from url=(0025)https://www.example.org/`.
fn saved_from(comment: &str) -> Option<String> {
    let rest = comment.trim().strip_prefix("saved from url=(")?;
    let (_, address) = rest.split_once(')')?;
    whole_address(address)
}

/// Gives links that count from the page their whole addresses, where the page's is known.
pub fn complete_links(document: &Handle, page: Option<&str>) {
    let base = descendants(document)
        .find(|it| element_name(it) == Some("base"))
        .and_then(|it| attribute(&it, "href"));
    let page = page.and_then(|it| Url::parse(it).ok());
    let base = match (base, page) {
        (Some(base), Some(page)) => page.join(&base).ok(),
        (Some(base), None) => Url::parse(&base).ok(),
        (None, page) => page,
    };
    let Some(base) = base else {
        return;
    };
    for node in descendants(document) {
        if element_name(&node) == Some("a") {
            complete(&node, &base);
        }
    }
}

fn complete(link: &Handle, base: &Url) {
    let NodeData::Element { attrs, .. } = &link.data else {
        return;
    };
    for attribute in attrs.borrow_mut().iter_mut() {
        let address = attribute.value.trim();
        let is_relative = !address.is_empty()
            && !address.starts_with('#')
            && Url::parse(address) == Err(url::ParseError::RelativeUrlWithoutBase);
        if &*attribute.name.local == "href"
            && is_relative
            && let Ok(whole) = base.join(address)
        {
            attribute.value = StrTendril::from_slice(whole.as_str());
        }
    }
}
