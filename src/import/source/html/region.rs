//! What stands around the text of a page: menus, banners, footers, windows that ask for consent.

use std::collections::HashSet;

use markup5ever_rcdom::Handle;

use super::{has_below, heading_level};
use crate::writing::paste::css::Css;
use crate::writing::paste::tree::{attribute, descendants, element_name};

/// What has to be known of a whole page to tell what is around.
pub struct Surroundings {
    /// Elements that others open and close.
    opened: HashSet<String>,
    /// Whether the page has its title outside of what may be its banner.
    has_title: bool,
}

/// Whether the header or the footer that is met would be the whole page's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    Page,
    /// In its text, or in a section of it.
    Section,
}

impl Scope {
    pub fn within(self, name: &str) -> Self {
        match name {
            "article" | "main" | "section" | "nav" | "aside" => Self::Section,
            _ => self,
        }
    }
}

impl Surroundings {
    pub fn of(document: &Handle) -> Self {
        let mut opened = HashSet::new();
        for node in descendants(document) {
            for name in ["aria-controls", "href", "data-target", "data-bs-target"] {
                let Some(value) = attribute(&node, name) else {
                    continue;
                };
                match value.strip_prefix('#') {
                    Some(id) if !id.is_empty() => opened.insert(id.to_owned()),
                    None if name == "aria-controls" => opened.insert(value),
                    _ => false,
                };
            }
        }
        Self {
            opened,
            has_title: has_title(document),
        }
    }

    /// Whether an element and all in it stand around the text.
    pub fn is_around(&self, node: &Handle, name: &str, scope: Scope) -> bool {
        if matches!(name, "html" | "body" | "main" | "article") {
            return false;
        }
        let is_of_page = scope == Scope::Page;
        match name {
            "nav" | "aside" | "dialog" | "search" => return true,
            "header" if is_of_page => return self.has_title || !holds_title(node),
            "footer" if is_of_page => return true,
            _ => {}
        }
        let role = attribute(node, "role").unwrap_or_default();
        match role.trim() {
            "navigation" | "contentinfo" | "dialog" | "alertdialog" | "search"
            | "complementary" | "menu" | "menubar" | "toolbar" => return true,
            "banner" => return self.has_title || !holds_title(node),
            _ => {}
        }
        let names = names_of(node);
        if names.is_empty() || has_below(node, |it| element_name(it) == Some("main")) {
            return false;
        }
        names.iter().any(|it| is_consent_window(it))
            || is_of_page && names.iter().any(|it| is_around_by_name(it)) && !holds_title(node)
    }

    /// Whether an element is hidden and stays so: not one that can be opened.
    pub fn is_hidden(&self, node: &Handle) -> bool {
        Css::of(node).is_hidden(node) && !self.can_be_opened(node)
    }

    fn can_be_opened(&self, node: &Handle) -> bool {
        const OPENED: &[&str] = &["collapse", "accordion", "panel", "tab", "toggle", "faq"];
        let role = attribute(node, "role").unwrap_or_default();
        let names = names_of(node);
        let is_named = |id: String| self.opened.contains(&id);
        matches!(role.as_str(), "tabpanel" | "region")
            || attribute(node, "id").is_some_and(is_named)
            || names
                .iter()
                .any(|name| OPENED.iter().any(|it| name.contains(it)))
    }
}

/// Whether a page has a title outside of headers and the like.
fn has_title(document: &Handle) -> bool {
    let mut left = vec![document.clone()];
    while let Some(next) = left.pop() {
        match element_name(&next) {
            Some("h1") => return true,
            Some("header" | "footer" | "nav" | "aside" | "dialog") => {}
            _ => left.extend(next.children.borrow().iter().cloned()),
        }
    }
    false
}

fn holds_title(node: &Handle) -> bool {
    has_below(node, |it| heading_level(it) == Some(1))
}

/// The classes and the id of an element, in small letters.
fn names_of(node: &Handle) -> Vec<String> {
    let named = |name| attribute(node, name).unwrap_or_default();
    let all = format!("{} {}", named("id"), named("class")).to_ascii_lowercase();
    all.split_ascii_whitespace().map(str::to_owned).collect()
}

/// Whether a name is that of a window that asks for consent, of a well-known product or by what it
/// is made of.
fn is_consent_window(name: &str) -> bool {
    const PRODUCTS: &[&str] = &[
        "onetrust-consent-sdk",
        "onetrust-banner-sdk",
        "onetrust-pc-sdk",
        "cybotcookiebotdialog",
        "didomi-host",
        "didomi-popup",
        "axeptio_overlay",
        "tarteaucitronroot",
        "cookie-law-info-bar",
        "usercentrics-root",
        "qc-cmp2-container",
        "iubenda-cs-banner",
        "moove_gdpr_cookie_modal",
        "moove_gdpr_cookie_info_bar",
        "cmplz-cookiebanner-container",
        "borlabscookiebox",
        "cc-window",
        "klaro",
        "orejime",
        "sd-cmp",
    ];
    const ABOUT: &[&str] = &["cookie", "consent", "gdpr", "rgpd", "cky-"];
    const WINDOWS: &[&str] = &[
        "banner", "popup", "pop-up", "modal", "overlay", "dialog", "bandeau", "-bar", "_bar",
        "toast", "drawer", "layer",
    ];
    let has = |parts: &[&str]| parts.iter().any(|it| name.contains(it));
    // The lists that consent tools write into a page are its text.
    let is_list = has(&[
        "declaration",
        "policy",
        "policies",
        "cookie-list",
        "cookie-table",
    ]);
    PRODUCTS.contains(&name) || has(ABOUT) && has(WINDOWS) && !is_list
}

/// Whether a name is what people call a menu, a banner or a footer.
fn is_around_by_name(name: &str) -> bool {
    const NAMES: &[&str] = &[
        "nav",
        "navbar",
        "navigation",
        "menu",
        "main-menu",
        "breadcrumb",
        "breadcrumbs",
        "footer",
        "site-footer",
        "page-footer",
        "header",
        "site-header",
        "masthead",
        "topbar",
        "sidebar",
        "skip-link",
        "skip-links",
    ];
    NAMES.contains(&name)
}
