//! MHTML: a page that a browser saved as a single file, with its pictures and frames in it.
//!
//! Of the message that such a file is, only what browsers write is read: headers, and parts between
//! boundaries. The page is read as any HTML; what other documents it shows in frames stands around
//! it.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use quoted_printable::ParseMode;

use super::{Refusal, encoding, html};
use crate::import::page::{Page, Part, Region};

/// Whether bytes begin as a saved page does: with headers that speak of parts.
pub fn is_one(bytes: &[u8]) -> bool {
    /// Nobody writes more above the parts.
    const HEAD: usize = 8192;
    let head = bytes.get(..HEAD).unwrap_or(bytes);
    let (headers, _) = Headers::read(head);
    let kind = headers.get("content-type").unwrap_or_default();
    headers.get("mime-version").is_some() && is_kind(&kind, "multipart/")
}

pub fn page(bytes: &[u8]) -> Result<Page, Refusal> {
    let (headers, body) = Headers::read(bytes);
    let boundary = headers.boundary().ok_or_else(damaged)?;
    let mut documents = Vec::new();
    for part in parts_of(body, &boundary) {
        let (headers, body) = Headers::read(part);
        let kind = headers.get("content-type").unwrap_or_default();
        if is_kind(&kind, "text/html") || is_kind(&kind, "application/xhtml+xml") {
            documents.push((headers, body));
        }
    }
    let mut documents = documents.into_iter();
    let (first, body) = documents.next().ok_or(Refusal::NotText)?;
    let address = headers.get("snapshot-content-location");
    let address = address.or_else(|| first.get("content-location"));
    let mut page = html::page(&first.text(body)?, address.as_deref())?;
    let line = page.parts.last().map_or(1, |part| part.line);
    for (headers, body) in documents {
        // A frame that cannot be read has nothing to say.
        let Ok(frame) = headers.text(body).and_then(|it| html::page(&it, None)) else {
            continue;
        };
        page.parts.extend(frame.parts.into_iter().map(|part| Part {
            line,
            region: Region::Around,
            ..part
        }));
    }
    Ok(page)
}

fn damaged() -> Refusal {
    Refusal::Damaged("MIME".to_owned())
}

fn is_kind(kind: &str, wanted: &str) -> bool {
    let start = kind.trim().get(..wanted.len());
    start.is_some_and(|start| start.eq_ignore_ascii_case(wanted))
}

/// The headers of a message, or of one of its parts.
struct Headers(Vec<(String, String)>);

impl Headers {
    /// Reads headers, and gives what stands below them. Lines that begin with white space go on
    /// with the one above.
    fn read(bytes: &[u8]) -> (Self, &[u8]) {
        let mut headers: Vec<(String, String)> = Vec::new();
        let mut rest = bytes;
        while let Some(end) = rest.iter().position(|byte| *byte == b'\n') {
            let (line, below) = rest.split_at(end + 1);
            let line = String::from_utf8_lossy(line);
            let line = line.trim_end();
            rest = below;
            if line.is_empty() {
                break;
            }
            match (line.split_once(':'), headers.last_mut()) {
                (_, Some((_, value))) if line.starts_with([' ', '\t']) => value.push_str(line),
                (Some((name, value)), _) => {
                    headers.push((name.to_ascii_lowercase(), value.trim().to_owned()));
                }
                // It has no headers.
                (None, _) => return (Self(headers), bytes),
            }
        }
        (Self(headers), rest)
    }

    fn get(&self, name: &str) -> Option<String> {
        let mut all = self.0.iter();
        all.find(|(it, _)| it == name)
            .map(|(_, value)| value.clone())
    }

    /// What stands between the parts of a message.
    fn boundary(&self) -> Option<String> {
        let kind = self.get("content-type")?;
        let at = kind.to_ascii_lowercase().find("boundary=")?;
        let value = kind.get(at + "boundary=".len()..)?;
        let value = match value.strip_prefix('"') {
            Some(quoted) => quoted.split('"').next()?,
            None => value.split([';', ' ', '\t']).next()?,
        };
        (!value.is_empty()).then(|| value.to_owned())
    }

    /// The text of a part, whose letters are told as those of any page.
    fn text(&self, body: &[u8]) -> Result<String, Refusal> {
        let way = self.get("content-transfer-encoding").unwrap_or_default();
        let bytes = match way.trim().to_ascii_lowercase().as_str() {
            "quoted-printable" => {
                quoted_printable::decode(body, ParseMode::Robust).map_err(|_| damaged())?
            }
            "base64" => {
                let signs = body.iter().filter(|byte| !byte.is_ascii_whitespace());
                let signs: Vec<u8> = signs.copied().collect();
                BASE64.decode(signs).map_err(|_| damaged())?
            }
            _ => body.to_vec(),
        };
        Ok(encoding::decode(&bytes)?.text)
    }
}

/// The parts of a message, each from its headers on.
fn parts_of<'b>(body: &'b [u8], boundary: &str) -> Vec<&'b [u8]> {
    let mark = format!("--{boundary}");
    let mut parts = Vec::new();
    let mut begin = None;
    let mut at = 0;
    for line in body.split_inclusive(|byte| *byte == b'\n') {
        if line.starts_with(mark.as_bytes()) {
            parts.extend(begin.and_then(|begin: usize| body.get(begin..at)));
            begin = Some(at + line.len());
        }
        at += line.len();
    }
    // A file that was cut off has no mark at its end.
    parts.extend(begin.and_then(|begin| body.get(begin..at)));
    parts
}
