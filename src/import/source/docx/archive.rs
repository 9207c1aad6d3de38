//! The parts of a document in its archive, unpacked only as far as they may be.

use std::collections::BTreeMap;
use std::io::{Cursor, Read as _};

use zip::ZipArchive;
use zip::result::ZipError;

use super::xml;
use crate::import::source::Refusal;

/// How large a part may be.
const LARGEST: u64 = 64 << 20;
/// How large all parts that are read may be together.
const LARGEST_ALL: u64 = 96 << 20;
/// How many parts there may be; a document has a few dozen.
const MOST_PARTS: usize = 10_000;
/// Where the number of parts stands at the end of an archive, before a remark of at most so many
/// bytes.
const LONGEST_REMARK: usize = u16::MAX as usize;

pub struct Archive<'a> {
    zip: ZipArchive<Cursor<&'a [u8]>>,
    /// How much may still be unpacked.
    left: u64,
}

impl<'a> Archive<'a> {
    pub fn open(bytes: &'a [u8]) -> Result<Self, Refusal> {
        // The list of parts is looked at before it is read, since it takes room itself.
        if parts(bytes).is_some_and(|parts| parts > MOST_PARTS) {
            return Err(Refusal::TooComplex);
        }
        Ok(Self {
            zip: ZipArchive::new(Cursor::new(bytes)).map_err(|error| damaged(&error))?,
            left: LARGEST_ALL,
        })
    }

    /// The name of the part that holds the text.
    pub fn main_part(&mut self) -> Result<String, Refusal> {
        let kinds = self.part("_rels/.rels")?.unwrap_or_default();
        let named = xml::parsed(&kinds).ok().and_then(|kinds| {
            let is_main = |kind: &str| kind.ends_with("/officeDocument");
            let main = kinds
                .descendants()
                .find(|it| xml::attribute(*it, "Type").is_some_and(is_main))?;
            let name = xml::attribute(main, "Target")?;
            Some(name.trim_start_matches('/').to_owned())
        });
        let is_text = |name: &String| name.starts_with("word/");
        Ok(named
            .filter(is_text)
            .unwrap_or_else(|| "word/document.xml".to_owned()))
    }

    /// The text of a part, if there is one of this name.
    pub fn part(&mut self, name: &str) -> Result<Option<String>, Refusal> {
        let part = match self.zip.by_name(name) {
            Ok(part) => part,
            Err(ZipError::FileNotFound) => return Ok(None),
            Err(error) => return Err(damaged(&error)),
        };
        let most = LARGEST.min(self.left);
        if part.size() > most {
            return Err(Refusal::TooComplex);
        }
        let mut bytes = Vec::new();
        let mut part = part.take(most + 1);
        let read = part.read_to_end(&mut bytes);
        let length = read.map_err(|error| Refusal::Damaged(error.to_string()))?;
        let length = u64::try_from(length).unwrap_or(u64::MAX);
        if length > most {
            return Err(Refusal::TooComplex);
        }
        self.left -= length;
        let (text, _, _) = encoding_rs::UTF_8.decode(&bytes);
        Ok(Some(text.into_owned()))
    }

    /// The names of the parts that stand around the text of a document, beside its main part:
    /// what is above and below each page, and what colleagues remarked.
    pub fn around(&self, main: &str) -> Vec<String> {
        let stems = ["header", "footer", "comments"].map(|stem| beside(main, stem));
        let is_around = |name: &String| {
            stems.iter().any(|stem| {
                let rest = name.strip_prefix(stem.as_str());
                let number = rest.and_then(|it| it.strip_suffix(".xml"));
                number.is_some_and(|it| it.bytes().all(|it| it.is_ascii_digit()))
            })
        };
        let mut names: Vec<String> = self
            .zip
            .file_names()
            .filter_map(|name| Some(name.ok()?.into_owned()))
            .filter(is_around)
            .collect();
        names.sort();
        names
    }

    /// Where the links of a part lead, by the names that it has for them.
    pub fn links(&mut self, part: &str) -> Result<BTreeMap<String, String>, Refusal> {
        let (folder, file) = part.rsplit_once('/').unwrap_or(("", part));
        let Some(text) = self.part(&format!("{folder}/_rels/{file}.rels"))? else {
            return Ok(BTreeMap::new());
        };
        let document = xml::parsed(&text)?;
        let is_link = |kind: &str| kind.ends_with("/hyperlink");
        let links = document
            .descendants()
            .filter(|it| xml::attribute(*it, "Type").is_some_and(is_link));
        let named = links.filter_map(|it| {
            let name = xml::attribute(it, "Id")?;
            Some((name.to_owned(), xml::attribute(it, "Target")?.to_owned()))
        });
        Ok(named.collect())
    }
}

/// The name of a part in the same folder.
pub fn beside(part: &str, name: &str) -> String {
    let folder = part.rsplit_once('/').map_or("", |(folder, _)| folder);
    format!("{folder}/{name}")
}

/// How many parts an archive says that it has.
fn parts(bytes: &[u8]) -> Option<usize> {
    const MARK: &[u8] = b"PK\x05\x06";
    const LENGTH: usize = 22;
    let start = bytes.len().saturating_sub(LONGEST_REMARK + LENGTH);
    let end = bytes.get(start..)?;
    let at = end.windows(MARK.len()).rposition(|it| it == MARK)?;
    let count = end.get(at + 10..at + 12)?;
    Some(usize::from(u16::from_le_bytes(count.try_into().ok()?)))
}

fn damaged(error: &ZipError) -> Refusal {
    Refusal::Damaged(error.to_string())
}
