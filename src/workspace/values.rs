//! What the value of a field should look like, as far as its letters tell.

use crate::model::{FieldId, host};

/// Why a value may not be what was meant. It is kept all the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Doubt {
    /// Of a field of addresses: it is no web address.
    NotAnAddress,
    /// It has the sign of a mail address and is none.
    NotAMail,
}

/// What is doubtful about the value of a field. A contact may be a mail address or words.
#[must_use]
pub fn doubt(field: &FieldId, value: &str) -> Option<Doubt> {
    let value = value.trim();
    match field.as_str().rsplit('.').next() {
        Some("url") if !value.is_empty() && !is_web_address(value) => Some(Doubt::NotAnAddress),
        Some("contact") if looks_like_mail(value) && !is_mail_address(value) => {
            Some(Doubt::NotAMail)
        }
        _ => None,
    }
}

/// An address as people type it, with `https://` where they left it out.
#[must_use]
pub fn with_scheme(url: &str) -> String {
    let url = url.trim();
    if url.is_empty() || url.contains("://") {
        url.to_owned()
    } else {
        format!("https://{url}")
    }
}

/// What two addresses of one place have in common: `https://www.Data.fr/` and `data.fr` are one.
#[must_use]
pub fn same_place(url: &str) -> Option<String> {
    let url = url::Url::parse(&with_scheme(url)).ok()?;
    let host = url.host_str()?;
    let host = host.strip_prefix("www.").unwrap_or(host);
    Some(format!("{host}{}", url.path().trim_end_matches('/')))
}

fn is_web_address(value: &str) -> bool {
    let has_scheme = value.starts_with("https://") || value.starts_with("http://");
    has_scheme && host(value).is_some() && !value.contains(char::is_whitespace)
}

/// One word with the sign in it: in a sentence, the address is the sentence's own affair.
fn looks_like_mail(value: &str) -> bool {
    value.contains('@') && !value.contains(char::is_whitespace)
}

fn is_mail_address(value: &str) -> bool {
    let value = value.strip_prefix("mailto:").unwrap_or(value);
    value.split_once('@').is_some_and(|(name, host)| {
        let dotted = host.split('.').count() > 1 && host.split('.').all(|part| !part.is_empty());
        !name.is_empty() && dotted && !host.contains(['@', '/', ','])
    })
}
