//! What a person types as the address of a link: made whole where something usual was left out,
//! and what is wrong with it where it is no address.

use crate::document::{Target, field_at};
use crate::model::host;

/// Why something typed is no address that a link may lead to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wrong {
    Empty,
    /// A space stands inside it.
    Space,
    /// Links do not lead to addresses of this scheme.
    Scheme(String),
    /// It says where something is within a site, and not which site.
    Relative,
    /// It names no site, mailbox or telephone.
    Nothing,
}

impl Wrong {
    /// The key of its words among those of the interface.
    #[must_use]
    pub fn key(&self) -> &'static str {
        match self {
            Self::Empty => "address-empty",
            Self::Space => "address-space",
            Self::Scheme(_) => "address-scheme",
            Self::Relative => "address-relative",
            Self::Nothing => "address-nothing",
        }
    }
}

/// The address that a person means.
pub fn meant(typed: &str) -> Result<String, Wrong> {
    let typed = typed
        .trim()
        .trim_matches(['<', '>', '"', '«', '»', '“', '”'])
        .trim();
    if typed.is_empty() {
        return Err(Wrong::Empty);
    }
    if let Some(with_values) = without_fields(typed) {
        // What the fields say is seen on each platform.
        let begins = field_at(typed).is_some();
        return if begins {
            checked(&format!("https://{with_values}")).map(|_| typed.to_owned())
        } else if is_mail(&with_values) {
            Ok(format!("mailto:{}", typed.trim_start_matches("mailto:")))
        } else {
            let whole = with_scheme(typed);
            checked(&with_scheme(&with_values)).map(|_| whole)
        };
    }
    if let Some(number) = telephone(typed) {
        return Ok(number);
    }
    if typed.contains(char::is_whitespace) {
        return Err(Wrong::Space);
    }
    if typed.starts_with(['/', '#', '?', '.']) && !typed.starts_with("//") {
        return Err(Wrong::Relative);
    }
    if is_mail(typed) {
        let whole = format!("mailto:{typed}");
        return Target::new(&whole).map(|_| whole).ok_or(Wrong::Nothing);
    }
    checked(&with_scheme(typed))
}

/// Checks a whole address.
fn checked(address: &str) -> Result<String, Wrong> {
    let scheme = address.split(':').next().unwrap_or_default();
    let Some(target) = Target::new(address) else {
        let is_web = scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https");
        return Err(match url::Url::parse(address) {
            Ok(_) if !is_web => Wrong::Scheme(scheme.to_owned()),
            _ => Wrong::Nothing,
        });
    };
    let is_there = match scheme.to_ascii_lowercase().as_str() {
        "mailto" => is_mail(address.get("mailto:".len()..).unwrap_or_default()),
        "tel" => address.bytes().filter(u8::is_ascii_digit).count() >= 3,
        // A site has a dot in its name; one word alone is a word.
        _ => host(address).is_some_and(|host| {
            host == "localhost" || host.contains(':') || host.trim_matches('.').contains('.')
        }),
    };
    if is_there {
        Ok(target.as_str().to_owned())
    } else {
        Err(Wrong::Nothing)
    }
}

/// An address as people type it, with `https://` where they left it out.
fn with_scheme(typed: &str) -> String {
    let scheme = typed.split(':').next().unwrap_or_default();
    let has_port = |rest: &str| rest.starts_with(|c: char| c.is_ascii_digit());
    let rest = typed.get(scheme.len() + 1..).unwrap_or_default();
    let is_scheme = typed.contains(':')
        && !scheme.contains(['.', '/'])
        && scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && !has_port(rest);
    if let Some(rest) = typed.strip_prefix("//") {
        format!("https://{rest}")
    } else if is_scheme || typed.starts_with("tel:") {
        typed.to_owned()
    } else {
        format!("https://{typed}")
    }
}

/// Whether it is the address of a mailbox.
fn is_mail(typed: &str) -> bool {
    let typed = typed.split('?').next().unwrap_or_default();
    let Some((name, host)) = typed.split_once('@') else {
        return false;
    };
    let is_host = host.contains('.') && !host.starts_with('.') && !host.ends_with('.');
    !name.is_empty()
        && is_host
        && !name.contains(['/', ':', ' '])
        && !host.contains(['/', '@', ':', ' '])
        && !host.contains("..")
}

/// A telephone number, as an address.
fn telephone(typed: &str) -> Option<String> {
    let digits = typed.bytes().filter(u8::is_ascii_digit).count();
    let is_number = typed.starts_with(['+', '0'])
        && (6..=15).contains(&digits)
        && typed.chars().all(|c| {
            c.is_ascii_digit()
                || matches!(c, '+' | '-' | '.' | '(' | ')' | ' ' | '\u{a0}' | '\u{202f}')
        })
        // `0.0.0.0` is a host.
        && !(typed.contains('.') && typed.split('.').count() == 4 && digits < 9);
    is_number.then(|| {
        let number = typed.replace("(0)", "");
        let number: String = number
            .chars()
            .filter(|c| c.is_ascii_digit() || *c == '+')
            .collect();
        format!("tel:{number}")
    })
}

/// An address with words in the place of its fields, if it has some.
fn without_fields(typed: &str) -> Option<String> {
    let mut filled = String::new();
    let mut rest = typed;
    let mut found = false;
    while let Some(c) = rest.chars().next() {
        if let Some((_, after)) = field_at(rest) {
            found = true;
            filled.push_str("champ.example");
            rest = after;
        } else {
            filled.push(c);
            rest = super::after(rest, c.len_utf8());
        }
    }
    found.then_some(filled)
}
