//! What finished charters look like, with the contents of the files that a collection names for
//! that.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::model::{Look, Text};

/// How a charter is to look.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Design {
    pub look: Look,
    /// What makes web pages instead of the look.
    pub page: Option<Template>,
    /// What makes PDF pages instead of the built-in template.
    pub pdf: Option<Template>,
    pub logo: Option<Picture>,
}

/// A template that a person wrote.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Template {
    /// The path that the collection gives, for messages.
    pub name: String,
    pub text: Arc<str>,
}

/// A picture.
#[derive(Debug, Clone, PartialEq)]
pub struct Picture {
    /// The path that the collection gives, for messages.
    pub name: String,
    pub kind: PictureKind,
    pub bytes: Arc<[u8]>,
    /// What it says to those who do not see it; nothing, if it is an ornament.
    pub alternative: Text,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum PictureKind {
    Png,
    Jpeg,
    Svg,
}

impl PictureKind {
    /// What the first bytes of a file say it is.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Option<Self> {
        const START: usize = 4096;
        if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
            return Some(Self::Png);
        }
        if bytes.starts_with(b"\xff\xd8\xff") {
            return Some(Self::Jpeg);
        }
        let start = bytes.get(..START).unwrap_or(bytes);
        let start = String::from_utf8_lossy(start);
        start.contains("<svg").then_some(Self::Svg)
    }

    /// Its media type.
    #[must_use]
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Png => "image/png",
            Self::Jpeg => "image/jpeg",
            Self::Svg => "image/svg+xml",
        }
    }
}
